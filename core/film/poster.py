"""Poster (2:3) and cover (16:9): the film's name in its own letters over its key art. Pictures that are worth posting.

Called by `assemble` (the cover inside the file) and by whoever delivers a film (the poster beside it).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core import cpu, typography
from core.film import lettering
from core.film.art import Picture, key_picture, opened
from core.film.lettering import Look
from core.film.titles import Layer, laid
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import Mood, Script

POSTER = (1000, 1500)
COVER = (1280, 720)
JPEG_QUALITY = 90


async def poster(workshop: Workshop, script: Script, *, makers: Sequence[str] = (), year: int = 0, pictured: Script | None = None) -> Made:
    """The poster, 1000 × 1500, JPEG. `pictured`: the script its picture is drawn from, where this one says the same in another language."""
    return await _picture(workshop, POSTER_STAGE, script, POSTER, pictured, logline=script.logline, by=lettering.by_line(makers, script.language), year=year)


async def cover(workshop: Workshop, script: Script, *, pictured: Script | None = None) -> Made:
    """The cover, 1280 × 720, JPEG."""
    return await _picture(workshop, COVER_STAGE, script, COVER, pictured)


async def _picture(workshop: Workshop, stage: Stage, script: Script, size: tuple[int, int], pictured: Script | None, **inputs: Any) -> Made:
    art = Source.of((await key_picture(workshop, pictured or script, size[0] / size[1], portrait=size[0] < size[1])).path)
    return await workshop.made(stage, art=art, title=script.title, mood=lettering.mood_of(script), language=script.language, **inputs)


async def _make(draw: Any, out: Path, *, art: Source, **what: Any) -> None:
    await cpu.in_child(draw, out, art.path, **what)


def _saved(out: Path, picture: Picture) -> None:
    cv2.imwrite(str(out), picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])


def _ground(art: Path, size: tuple[int, int], look: Look, dark_from: float, depth: float) -> Picture:
    """The art at this size, sinking into the film's darkest colour below `dark_from` (share of the height) and a little at the edges."""
    w, h = size
    source = opened(art)
    scale = max(w / source.shape[1], h / source.shape[0])
    grown = cv2.resize(
        source, (max(w, round(source.shape[1] * scale)), max(h, round(source.shape[0] * scale))), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    )
    x, y = (grown.shape[1] - w) // 2, (grown.shape[0] - h) // 2
    picture = grown[y : y + h, x : x + w].astype(np.float32)
    down = np.clip((np.arange(h, dtype=np.float32) / h - dark_from) / (1 - dark_from), 0, 1)[:, None]
    across = ((np.arange(w, dtype=np.float32) / w - 0.5) / 0.5)[None, :] ** 2
    sunk = np.clip(depth * (down * down * (3 - 2 * down)) + 0.22 * across**2 + 0.10 * (1 - np.arange(h, dtype=np.float32) / h)[:, None] ** 3, 0, 0.96)[
        ..., None
    ]
    mixed = picture * (1 - sunk) + np.asarray(look.shade, np.float32) * sunk
    return np.asarray(np.clip(mixed + np.random.default_rng(1).normal(0, 1.5, (h, w, 1)), 0, 255), np.uint8)


def draw_poster(out: Path, art: Path, *, title: str, mood: Mood, language: str, logline: str, by: str, year: int) -> None:
    """Draw the poster. Blocking: for a child process."""
    (w, h), look, said = POSTER, lettering.look_for(mood), lettering.words(language)
    picture = _ground(art, POSTER, look, 0.38, 0.95)
    y = 0.955 * h
    foot = f"{said['made']}  ·  {year}" if year else said["made"]
    rows: list[tuple[lettering.Alpha, lettering.RGB, float, float]] = [
        (lettering.fitted_line(foot, 0.84 * w, 21, "text", tracking=0.08, language=language), look.ink, 0.7, 30)
    ]
    if by:
        rows.append((lettering.fitted_line(by, 0.8 * w, 34, "title", language=language), look.ink, 0.95, 34))
    if logline:
        lines = typography.wrap(logline, 33, 0.76 * w, lines=3, style="title_italic", language=language)
        said_lines = [lettering.line_alpha(line, 33, "title_italic", language=language) for line in lines]
        rows.append((lettering.stacked(said_lines, 42), look.ink, 0.92, 40))
    letters, _ = lettering.title_alpha(title, look, 0.84 * w, 0.27 * h, 0.16 * w, language=language)
    rows.append((letters, look.ink, 1.0, 0))
    for i, (alpha, colour, opacity, above) in enumerate(rows):
        y -= alpha.shape[0]
        if i == len(rows) - 1:
            rule = round(y + alpha.shape[0] + 14)
            picture[rule : rule + 3, w // 2 - 55 : w // 2 + 55] = look.accent
        laid(picture, Layer(alpha, colour, w / 2, y + alpha.shape[0] / 2), opacity, shadow=0.5)
        y -= above
    _saved(out, picture)


def draw_cover(out: Path, art: Path, *, title: str, mood: Mood, language: str) -> None:
    """Draw the cover. Blocking: for a child process."""
    (w, h), look = COVER, lettering.look_for(mood)
    picture = _ground(art, COVER, look, 0.40, 0.88)
    letters, _ = lettering.title_alpha(title, look, 0.84 * w, 0.36 * h, 0.17 * h, centred=False, language=language, lines_max=2)
    x, y = 0.065 * w, 0.93 * h - letters.shape[0]
    picture[round(y) - 6 : round(y) - 2, round(x) + 10 : round(x) + 90] = look.accent
    laid(picture, Layer(letters, look.ink, x + letters.shape[1] / 2, y + letters.shape[0] / 2), 1.0, shadow=0.5)
    _saved(out, picture)


POSTER_STAGE = Stage("poster", 1, ".jpg", partial(_make, draw_poster))
COVER_STAGE = Stage("cover", 1, ".jpg", partial(_make, draw_cover))
