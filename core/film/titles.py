"""Opening title and end credits as moving pictures, in the film's own colours and letters, over its key art.

Nothing stands still: the picture is pushed in on, dust drifts through its light, letters breathe and light runs over them. Called by `assemble`.
Both are drawn in a child process and come out in the film's form, ready to be joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core import cpu, ffmpeg
from core.film import lettering
from core.film.art import key_picture, opened
from core.film.lettering import RGB, Alpha, Look
from core.film.normalise import ffmpeg_version
from core.film.probe import probe_picture
from core.film.profiles import TO_TV, Profile
from core.film.timeline import timeline
from core.storyboard.look.projector import sampled
from core.workshop import Made, Source, Stage, Workshop
from core.writing.kinds import cards
from core.writing.script import Mood, Script

Picture = NDArray[np.uint8]
"""Height × width × 3, RGB."""
PAGE_S_MIN = 2.2
"""How long a page of credits stands at least."""


BACKERS_MAX, BACKERS_IN_LINE = 12, 4
"""Backers named at most, and so many in a line."""


async def opening(workshop: Workshop, script: Script, profile: Profile, *, makers: Sequence[str] = (), pictured: Script | None = None) -> Made | None:
    """The opening title in the film's form, `script.opening_s` long; None for a film without. Facts: frames, setup.

    An episode of a series has its number under its title, every other film its makers. `pictured`: the script its picture is drawn from.
    """
    frames = timeline(script).opening.frames
    if not frames:
        return None
    under = cards.card("episode", script.language, number=script.episode) if script.episode else lettering.by_line(makers, script.language)
    return await _title(workshop, OPENING, script, profile, pictured, by=under, frames=frames)


async def credits(
    workshop: Workshop, script: Script, profile: Profile, *, makers: Sequence[str] = (), backers: Sequence[str] = (), year: int,
    pictured: Script | None = None,
) -> Made | None:  # fmt: skip
    """The end credits in the film's form, or the card it ends on, `script.credits_s` long; None for a film without. Facts: frames, setup."""
    frames = timeline(script).credits.frames
    if not frames:
        return None
    if script.card:
        return await _title(workshop, CARD, script, profile, pictured, card=script.card, frames=frames, year=year, first=script.kind == "ad")
    heard, seen = lettering.speakers(script)
    return await _title(
        workshop,
        CREDITS,
        script,
        profile,
        pictured,
        backers=list(backers),
        by=lettering.by_line(makers, script.language),
        frames=frames,
        heard=heard,
        seen=seen,
        year=year,
    )


async def _title(workshop: Workshop, stage: Stage, script: Script, profile: Profile, pictured: Script | None, **inputs: Any) -> Made:
    art = await key_picture(workshop, pictured or script, profile.aspect)
    shown = Source.of(art.path)  # by content: an edit that leaves the key art as it was leaves the titles too
    return await workshop.made(
        stage, art=shown, title=script.title, mood=lettering.mood_of(script), language=script.language, profile=profile, encoder=ffmpeg_version(), **inputs
    )


async def _make(render: Any, out: Path, *, art: Source, profile: Profile, frames: int, encoder: str, **what: Any) -> dict[str, Any]:
    await cpu.in_child(render, out, art.path, profile, frames, **what)
    return {"frames": frames, "setup": (await probe_picture(out)).setup}


# ---------------------------------------------------------------- what moves


@dataclass(frozen=True)
class Layer:
    """Letters over the picture: their ink and their colour, around a centre (pixels)."""

    alpha: Alpha
    colour: RGB | Picture
    x: float
    y: float


def ease(t: float) -> float:
    """0 to 1 with a soft start and a soft end."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def moved(picture: Picture, width: int, height: int, zoom: float, dx: float = 0.0, dy: float = 0.0) -> Picture:
    """The picture filling the frame, enlarged about its middle and shifted by shares of the frame."""
    scale = max(width / picture.shape[1], height / picture.shape[0]) * zoom
    x = width / 2 - scale * picture.shape[1] / 2 + dx * width
    y = height / 2 - scale * picture.shape[0] / 2 + dy * height
    return sampled(picture, scale, scale, x, y, width, height)


def laid(frame: Picture, layer: Layer, opacity: float, scale: float = 1.0, *, shadow: float = 0.55, sweep: float | None = None) -> None:
    """Lay letters over the frame, in place, with a soft shadow. `sweep` is where a light runs over them, 0 left to 1 right."""
    if opacity <= 0.004:
        return
    h, w = layer.alpha.shape
    pad = max(6, h // 6)
    left, top = int(layer.x - scale * w / 2) - pad, int(layer.y - scale * h / 2) - pad
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(frame.shape[1], left + int(scale * w) + 2 * pad), min(frame.shape[0], top + int(scale * h) + 2 * pad)
    if x1 <= x0 or y1 <= y0:
        return
    matrix = np.array([[scale, 0, layer.x - scale * w / 2 - x0], [0, scale, layer.y - scale * h / 2 - y0]], np.float32)
    size = (x1 - x0, y1 - y0)
    ink = cv2.convertScaleAbs(cv2.warpAffine(layer.alpha, matrix, size, flags=cv2.INTER_CUBIC), alpha=opacity)
    dark = cv2.blur(cv2.blur(ink, (pad | 1, pad | 1)), (pad | 1, pad | 1))
    bright = cv2.convertScaleAbs(cv2.convertScaleAbs(dark, alpha=1.6), alpha=-shadow, beta=255)
    colour: Picture
    if isinstance(layer.colour, tuple):
        colour = np.full((size[1], size[0], 3), layer.colour, np.uint8)
    else:
        colour = np.asarray(cv2.warpAffine(layer.colour, matrix, size, flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE), np.uint8)
    if sweep is not None:
        across = (np.arange(x0, x1, dtype=np.float32) - (layer.x - scale * w / 2)) / (scale * w)
        band = np.exp(-(((across - sweep) / 0.16) ** 2))[None, :, None]
        colour = (colour * (0.86 + 0.14 * band) + 22 * band).clip(0, 255).astype(np.uint8)
    place = cv2.multiply(frame[y0:y1, x0:x1], cv2.merge([bright] * 3), scale=1 / 255)
    cover = cv2.merge([ink] * 3)
    frame[y0:y1, x0:x1] = cv2.add(cv2.multiply(place, cv2.bitwise_not(cover), scale=1 / 255), cv2.multiply(colour, cover, scale=1 / 255))


class Dust:
    """Motes that drift upward through the light."""

    def __init__(self, width: int, height: int, colour: RGB, *, count: int = 42, seed: int = 7) -> None:
        rng = np.random.default_rng(seed)
        self.width, self.height, self.colour = width, height, np.asarray(colour, np.float32)
        self.at = rng.random((count, 2))
        self.depth = rng.random(count) ** 2
        self.phase = rng.random(count) * 6.28

    def over(self, frame: Picture, t: float, strength: float = 1.0) -> None:
        """Add the motes of second `t` to the frame, in place."""
        for (x, y), depth, phase in zip(self.at, self.depth, self.phase, strict=True):
            radius = (0.0012 + 0.0045 * depth) * max(self.width, self.height)
            px = (x + 0.012 * np.sin(0.7 * t + phase) + 0.010 * t * depth) % 1.0 * self.width
            py = (y - (0.012 + 0.035 * depth) * t) % 1.0 * self.height
            light = strength * (0.30 + 0.25 * np.sin(1.9 * t + 2 * phase)) * (1.0 - 0.55 * depth)
            self._spot(frame, px, py, radius, light)

    def _spot(self, frame: Picture, x: float, y: float, radius: float, light: float) -> None:
        reach = int(3 * radius) + 1
        x0, x1, y0, y1 = max(0, int(x) - reach), min(self.width, int(x) + reach + 1), max(0, int(y) - reach), min(self.height, int(y) + reach + 1)
        if x1 <= x0 or y1 <= y0 or light <= 0:
            return
        dx = (np.arange(x0, x1) - x)[None, :] / radius
        dy = (np.arange(y0, y1) - y)[:, None] / radius
        spot = np.exp(-0.5 * (dx * dx + dy * dy)).astype(np.float32)[..., None] * self.colour * light
        frame[y0:y1, x0:x1] = np.minimum(255, frame[y0:y1, x0:x1] + spot).astype(np.uint8)


def scrimmed(picture: Picture, look: Look, amount: float, centre: float = 0.0, cy: float = 0.5) -> Picture:
    """The picture sunk into the film's darkest colour: `amount` everywhere, `centre` more around the middle, and more at the corners."""
    h, w = picture.shape[:2]
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    away = ((x / w - 0.5) / 0.5) ** 2 * 0.6 + ((y / h - cy) / 0.5) ** 2
    sunk = np.clip(amount + centre * np.exp(-2.2 * away) + 0.22 * np.clip(away - 0.5, 0, 1), 0, 0.97)[..., None]
    mixed = picture.astype(np.float32) * (1 - sunk) + np.asarray(look.shade, np.float32) * sunk
    noise = np.random.default_rng(1).normal(0, 1.1, (h, w, 1))  # against banding
    return np.asarray(np.clip(mixed + noise, 0, 255), np.uint8)


def encoded(out: Path, frames: Iterator[Picture], profile: Profile, count: int) -> None:
    """Encode drawn frames in the film's form. Blocking: for child processes."""
    args: list[str | Path] = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{profile.width}x{profile.height}", "-r", str(profile.fps), "-i", "pipe:0"]
    ffmpeg.encode([*args, "-vf", TO_TV + profile.finishing, *profile.encoding(count), out], (frame.tobytes() for frame in frames))


# ---------------------------------------------------------------- the opening title


def render_opening(out: Path, art: Path, profile: Profile, frames: int, *, title: str, mood: Mood, language: str, by: str) -> None:
    """Draw and encode the opening title. Blocking: for a child process."""
    encoded(out, _opening_frames(opened(art), profile, frames, title, lettering.look_for(mood), language, by), profile, frames)


def _opening_frames(art: Picture, profile: Profile, frames: int, title: str, look: Look, language: str, by: str) -> Iterator[Picture]:
    w, h, seconds = profile.width, profile.height, frames / profile.fps
    unit = min(w, h)
    box = profile.safe.middle_width * w * 0.96
    letters, _ = lettering.title_alpha(title, look, box, 0.42 * h, 0.17 * unit if w >= h else 0.15 * unit, language=language)
    middle = (profile.safe.middle - 0.03) * h
    name = Layer(letters, look.ink, w / 2, middle)
    rule_y = middle + letters.shape[0] / 2 + 0.025 * unit
    credit = lettering.fitted_line(by, box, 0.050 * unit, "title_italic", language=language) if by else None
    line = Layer(credit, look.ink, w / 2, rule_y + 0.064 * unit) if credit is not None else None
    picture, dust = scrimmed(art, look, 0.20, 0.42, profile.safe.middle - 0.03), Dust(w, h, look.glow)
    quick = min(1.0, seconds / 3)
    for n in range(frames):
        t = n / profile.fps
        leaving = 1 - ease((t - (seconds - 0.4 * quick)) / (0.35 * quick))
        frame = moved(picture, w, h, 1.02 + 0.022 * t, dy=0.004 * t)
        here = t + (1.5 * quick if profile.upright else 0.0)  # a feed shows the first frame alone: there the title is read from it on
        lit = 0.62 + 0.38 * ease(here / (0.6 * quick))
        frame = np.asarray(cv2.convertScaleAbs(frame, alpha=lit), np.uint8)
        dust.over(frame, t)
        shown = ease((here + 0.02) / (0.75 * quick)) * leaving
        laid(frame, name, shown, 0.985 + 0.011 * t, sweep=-0.3 + 1.6 * t / seconds)
        _rule(frame, w / 2, rule_y, 0.09 * unit * ease((here - 0.35 * quick) / (0.8 * quick)), max(1.0, unit / 480), look.accent, leaving)
        if line:
            laid(frame, line, 0.92 * ease((here - 0.55 * quick) / (0.7 * quick)) * leaving)
        yield frame


def _rule(frame: Picture, x: float, y: float, half: float, thick: float, colour: RGB, opacity: float) -> None:
    """A thin line that grows from its middle."""
    if half < 1 or opacity <= 0:
        return
    y0, y1 = round(y - thick / 2), max(round(y - thick / 2) + 1, round(y + thick / 2))
    reach = int(half) + 2
    x0, x1 = max(0, int(x) - reach), min(frame.shape[1], int(x) + reach + 1)
    ends = np.clip(half - np.abs(np.arange(x0, x1) - x), 0, 1).astype(np.float32)[None, :, None] * opacity
    place = frame[y0:y1, x0:x1].astype(np.float32)
    frame[y0:y1, x0:x1] = (place + (np.asarray(colour, np.float32) - place) * ends).astype(np.uint8)


OPENING = Stage("opening", 3, ".mp4", partial(_make, render_opening))


# ---------------------------------------------------------------- the end credits


@dataclass(frozen=True)
class Row:
    """A line of the credits: its letters, what it is printed in, and the space above it in pixels."""

    alpha: Alpha
    colour: RGB
    above: float


def render_credits(
    out: Path, art: Path, profile: Profile, frames: int, *, title: str, mood: Mood, language: str, by: str, heard: Sequence[str], seen: Sequence[str],
    year: int, backers: Sequence[str] = (),
) -> None:  # fmt: skip
    """Draw and encode the end credits. Blocking: for a child process."""
    look = lettering.look_for(mood)
    pages = credit_pages(profile, frames / profile.fps, look, language, title, by, heard, seen, year, backers)
    encoded(out, _credit_frames(opened(art), profile, frames, look, pages), profile, frames)


def credit_pages(
    profile: Profile, seconds: float, look: Look, language: str, title: str, by: str, heard: Sequence[str], seen: Sequence[str],
    year: int, backers: Sequence[str] = (),
) -> list[Layer]:  # fmt: skip
    """The pages of the credits: one where time is short, else title, cast and makers one after the other, as many as can be read."""
    page = _Page(profile, look, language)
    room = max(1, int(seconds // PAGE_S_MIN))
    said = lettering.words(language)
    made = [
        *page.backed(said, backers),
        page.text(said["made"], 0.060, "title", 0.02 if backers else 0.0),
        page.text(str(year), 0.038, "text", 0.012, dim=0.75, tracking=0.16),
    ]
    cast = page.cast(said, heard, seen)
    if room == 1 or not cast:
        small = page.names(heard, 0.050) if heard else []
        head = [page.title(title, 0.30), *([page.text(by, 0.048, "title_italic", 0.0)] if by else [])]
        end = [*page.backed(said, backers), page.text(f"{said['made']}  ·  {year}", 0.038, "text", 0.05, dim=0.82)]
        if room == 1:
            return [page.layer([*head, *([page.heading(said["voices"], 0.05)] if small else []), *small, *end])]
        return [page.layer(head), page.layer(made)]
    head = [page.title(title, 0.36), *([page.text(by, 0.056, "title_italic", 0.01)] if by else [])]
    if room == 2:
        return [page.layer(cast[0] if len(cast) == 1 else page.dense(said, heard, seen)), page.layer([page.title(title, 0.26), *head[1:], *made])]
    shown = cast if len(cast) <= room - 2 else [page.dense(said, heard, seen)]
    return [page.layer(rows) for rows in (head, *shown, made)]


class _Page:
    """Sets rows of credits at sizes that are shares of the frame's shorter side."""

    def __init__(self, profile: Profile, look: Look, language: str) -> None:
        self.profile, self.look, self.language = profile, look, language
        self.unit = min(profile.width, profile.height)
        self.box = profile.width * profile.safe.middle_width * 0.96

    def title(self, title: str, height: float) -> Row:
        letters, _ = lettering.title_alpha(title, self.look, self.box, height * self.profile.height, 0.115 * self.unit, language=self.language)
        return Row(letters, self.look.ink, 0)

    def text(self, text: str, size: float, style: Any, above: float, *, dim: float = 1.0, tracking: float = 0.0) -> Row:
        colour = tuple(round(dim * ink + (1 - dim) * shade) for ink, shade in zip(self.look.ink, self.look.shade, strict=True))
        alpha = lettering.fitted_line(text, self.box, size * self.unit, style, tracking=tracking, language=self.language)
        return Row(alpha, (colour[0], colour[1], colour[2]), above * self.unit)

    def backed(self, said: dict[str, str], backers: Sequence[str]) -> list[Row]:
        """Those who paid for the film together and wish to be named, some in a line; the rest is counted."""
        if not backers:
            return []
        shown = list(backers[:BACKERS_MAX])
        if rest := len(backers) - len(shown):
            shown.append(f"+{rest}")
        lines = [" · ".join(shown[at : at + BACKERS_IN_LINE]) for at in range(0, len(shown), BACKERS_IN_LINE)]
        return [self.heading(said["backed"], 0.0), *(self.text(line, 0.040, "text", 0.008) for line in lines)]

    def heading(self, text: str, above: float) -> Row:
        alpha = lettering.fitted_line(text.upper(), self.box, 0.030 * self.unit, "bold", tracking=0.22, language=self.language)
        return Row(alpha, self.look.accent, above * self.unit)

    def names(self, names: Sequence[str], size: float, lines: int = 4) -> list[Row]:
        """Names beside each other, as small as their number asks for."""
        while size > 0.02:
            wrapped = lettering.wrapped_names(names, size * self.unit, self.box, self.language)
            if len(wrapped) <= lines:
                break
            size *= 0.9
        return [self.text(line, size, "title", 0.0) for line in wrapped]

    def cast(self, said: dict[str, str], heard: Sequence[str], seen: Sequence[str]) -> list[list[Row]]:
        """Pages of the cast, seven names below each other on each."""
        pages: list[list[Row]] = []
        for i in range(0, len(heard), 7):
            pages.append([self.heading(said["voices"], 0.0), *(self.text(name, 0.066, "title", 0.004) for name in heard[i : i + 7])])
        if seen:
            rows = [self.heading(said["seen"], 0.045 if pages and len(pages[-1]) < 5 else 0.0), *self.names(seen, 0.054)]
            if pages and len(pages[-1]) < 5:
                pages[-1] += rows
            else:
                pages.append(rows)
        return pages

    def dense(self, said: dict[str, str], heard: Sequence[str], seen: Sequence[str]) -> list[Row]:
        """The whole cast on one page."""
        rows = [self.heading(said["voices"], 0.0), *self.names(heard, 0.062, 7)] if heard else []
        return rows + ([self.heading(said["seen"], 0.05), *self.names(seen, 0.052, 4)] if seen else [])

    def layer(self, rows: Sequence[Row]) -> Layer:
        """Rows below each other, in the middle of the frame."""
        width = max(row.alpha.shape[1] for row in rows)
        height = round(sum(row.alpha.shape[0] + row.above for row in rows))
        alpha, colour = np.zeros((height, width), np.uint8), np.zeros((height, width, 3), np.uint8)
        y = 0.0
        for row in rows:
            y += row.above
            x, top, bottom = (width - row.alpha.shape[1]) // 2, round(y), min(height, round(y) + row.alpha.shape[0])
            alpha[top:bottom, x : x + row.alpha.shape[1]] = row.alpha[: bottom - top]
            colour[top:bottom] = row.colour
            y += row.alpha.shape[0]
        fits = min(1.0, 0.86 * self.profile.height * (1 - self.profile.safe.top - self.profile.safe.bottom) / height)
        if fits < 1:
            size = (round(width * fits), round(height * fits))
            alpha, colour = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), np.uint8), np.asarray(cv2.resize(colour, size), np.uint8)
        return Layer(alpha, colour, self.profile.width / 2, self.profile.safe.middle * self.profile.height)


def _credit_frames(art: Picture, profile: Profile, frames: int, look: Look, pages: Sequence[Layer]) -> Iterator[Picture]:
    w, h, seconds = profile.width, profile.height, frames / profile.fps
    small = cv2.resize(art, (max(2, art.shape[1] // 4), max(2, art.shape[0] // 4)), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), 0.02 * max(small.shape)), (art.shape[1], art.shape[0]), interpolation=cv2.INTER_CUBIC)
    picture = scrimmed(np.asarray(soft, np.uint8), look, 0.66, 0.12)
    dust, each = Dust(w, h, look.glow, seed=11), seconds / len(pages)
    change = min(0.45, each / 5)
    for n in range(frames):
        t = n / profile.fps
        frame = moved(picture, w, h, 1.16, dx=0.05 * (t / seconds - 0.5), dy=0.05 * (0.5 - t / seconds))
        dust.over(frame, t, 1.15)
        for i, page in enumerate(pages):
            since, left = t - i * each, (i + 1) * each - t
            seen = ease(since / change) * (ease(left / change) if i + 1 < len(pages) else 1.0)
            drift = 0.010 * h * (0.5 - since / each)
            laid(frame, replace(page, y=page.y + drift), seen if 0 <= since < each else 0.0, 0.99 + 0.02 * since / each, shadow=0.3)
        ending = 1 - 0.82 * ease((t - (seconds - 0.55)) / 0.5)
        yield np.asarray(cv2.convertScaleAbs(frame, alpha=ending), np.uint8) if ending < 1 else frame


def render_card(
    out: Path, art: Path, profile: Profile, frames: int, *, title: str, mood: Mood, language: str, card: str, year: int, first: bool
) -> None:  # fmt: skip
    """Draw and encode the card that a film ends on: its title and what it asks or promises. `first`: what it asks stands large. Blocking."""
    look = lettering.look_for(mood)
    page, said = _Page(profile, look, language), lettering.words(language)
    above, below = (card, title) if first else (title, card)
    rows = [page.title(above, 0.34), page.text(below, 0.062, "title_italic", 0.03), page.text(f"{said['made']}  ·  {year}", 0.034, "text", 0.07, dim=0.78)]
    encoded(out, _credit_frames(opened(art), profile, frames, look, [page.layer(rows)]), profile, frames)


CARD = Stage("card", 2, ".mp4", partial(_make, render_card))
CREDITS = Stage("credits", 2, ".mp4", partial(_make, render_credits))
