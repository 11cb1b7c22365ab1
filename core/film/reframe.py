"""A take shown in another shape than it was made in: the frame follows the shot's subject, smoothly, and never cuts it off blindly.

Of a drawn take the stage knows where its people, or the thing of an insert, are (`core.storyboard.subjects`); of any other the pictures are looked at:
what stands out, and what moves. Where the subject does not fit the new shape, more of the picture is kept before its own blurred self. Called by
`core.rendering.cutting`; the takes stay as they are, nothing is rendered again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core import cpu, ffmpeg
from core.film.normalise import SAME_SHAPE, ffmpeg_version, normalised, timing
from core.film.probe import INPUT_GUARD, ClipUnusable, probe_picture
from core.film.profiles import TO_TV, Profile
from core.storyboard.subjects import THING, Box, subjects
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import FPS, Character, Location, Scene, Shot, Value

LOOK_FPS, LOOK_PX = 4, 96
STEP_S = 0.5
"""Seconds between two points of the frame's way."""
ROOM = 1.12
"""How much wider than the subject a frame is that holds it well."""
MORE = 1.45
"""How much more than the plain frame is shown, before the blurred picture, so that two people fit."""
MORE_THING = 2.1
"""The same for an insert: a thing that is cut off is not read."""
STILL = 0.05
"""A way that goes less far than this share of the picture is no move: the frame stands."""
TURN_S = 0.8
"""How long the frame takes from one speaker to the other."""
HEAD_ROOM = 0.24
"""How far from the middle of the frame a head stands at most, as a share of the frame's width, where the body does not fit."""
FILLS, STRIP = 0.55, 0.6
"""A frame that holds so much of an upright picture's height is filled by it; of less a strip would be left, so more is shown before the blurred picture."""
HEAD_AIR = 0.05
"""How much of the picture stays free above the topmost ear, where the frame is lower than who is seen."""
GRABS = 0.12
"""A frame must hold so much more of what stands out than chance would, else more of the picture is shown."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Seen:
    """What the framing of a drawn take hangs on: the shot as it was drawn, and who speaks when (seconds of the shot)."""

    shot: Shot
    scene: Scene
    location: Location
    cast: tuple[Character, ...]
    speaking: tuple[tuple[float, float, str], ...] = ()


class Framing(Value):
    """How a picture is shown in another shape: the share of it that is kept along its longer side, and where the middle of that is over time."""

    across: bool
    """The frame moves left and right; else up and down."""
    window: float
    way: tuple[tuple[float, float], ...]
    """(second, middle as a share), at least one."""


async def reframed(workshop: Workshop, clip: Source | Made, profile: Profile, frames: int, *, drawn: Seen | None = None) -> Made:
    """The clip in the film's form and shape, `frames` long. Facts: seconds, frames, setup; where the shape is another one also window and way.

    Raises ClipUnusable.
    """
    source = await probe_picture(clip.path)
    aspect, seconds = source.width / source.height, frames / FPS
    if abs(aspect / profile.aspect - 1) < SAME_SHAPE:  # nothing to choose: it fills the frame as it is
        return await normalised(workshop, clip, profile, frames)
    look: dict[str, Any] = {"aspect": round(aspect, 4), "target": round(profile.aspect, 4), "seconds": seconds}
    if drawn:
        told = {"shot": drawn.shot, "scene": drawn.scene.model_copy(update={"shots": (), "synopsis": ""}), "location": drawn.location}
        found = await workshop.made(KNOWN, **told, cast=list(drawn.cast), speaking=[list(each) for each in drawn.speaking], **look)
    else:
        found = await workshop.made(LOOKED, clip=clip, **look)
    return await workshop.made(REFRAMED, clip=clip, framing=Framing(**found.facts), profile=profile, frames=frames, encoder=ffmpeg_version())


def plain_window(aspect: float, target: float) -> tuple[bool, float]:
    """Whether a frame of shape `target` moves across a picture of shape `aspect`, and the share of it that it holds."""
    return (True, target / aspect) if target <= aspect else (False, aspect / target)


# ---------------------------------------------------------------- where to look


async def _known(out: Path, **what: Any) -> dict[str, Any]:
    return await cpu.in_child(_from_stage, out, **what)


def _from_stage(
    out: Path, shot: Shot, scene: Scene, location: Location, cast: list[Character], speaking: list[list[Any]], aspect: float, target: float, seconds: float
) -> dict[str, Any]:
    """The framing of a drawn take. Blocking: for a child process."""
    out.write_text("")
    across, plain = plain_window(aspect, target)
    times = _times(seconds)
    seen = subjects(shot, scene, location, cast, aspect, [t / max(seconds, 1e-6) for t in times])
    axis = 0 if across else 1
    window = plain if across or plain >= FILLS else STRIP
    spans = [[(max(0.0, box[axis]), min(1.0, box[axis + 2])) for box in boxes.values()] for boxes in seen]
    widest = max((max(b for _, b in each) - min(a for a, _ in each) for each in spans if each), default=0.0)
    if across and plain < widest * ROOM <= plain * (MORE_THING if shot.size == "INSERT" else MORE):
        window = min(1.0, widest * ROOM)
    together = widest * ROOM <= window + 1e-9
    middles = [_middle(boxes, axis, together, _speaker(speaking, t), window) for boxes, t in zip(seen, times, strict=True)]
    return _framing(across, window, times, np.array(middles), smooth_s=TURN_S if not together else 0.5)


def _middle(boxes: dict[str, Box], axis: int, together: bool, speaker: str, window: float) -> float:
    """Where the frame wants to be: over all who are seen, else over who speaks, else over the lead; heads count where it moves up and down.

    Of somebody longer than the frame is wide, a horse or a dachshund, it holds the head and what of the body there is room for.
    """
    if not boxes:
        return 0.5
    chosen = list(boxes.values()) if together else [boxes.get(speaker) or next(iter(boxes.values()))]
    low, high = max(0.0, min(box[axis] for box in chosen)), min(1.0, max(box[axis + 2] for box in chosen))
    middle = (low + high) / 2
    if axis == 1 and THING not in boxes:
        return min(low + 0.35 * (high - low), low - HEAD_AIR + window / 2)
    if high - low > window and len(chosen) == 1:
        ahead = HEAD_ROOM * window  # the head stands so far from the frame's middle
        return min(max(middle, chosen[0].head - ahead), chosen[0].head + ahead)
    return middle


def _speaker(speaking: Sequence[Sequence[Any]], t: float) -> str:
    """Who speaks now, or spoke last: the frame turns when somebody begins."""
    begun = [who for start, _, who in speaking if start <= t + TURN_S / 2]
    return str(begun[-1] if begun else speaking[0][2] if speaking else "")


def _times(seconds: float) -> list[float]:
    return [round(float(t), 3) for t in np.linspace(0.0, seconds, max(2, round(seconds / 0.25) + 1))]


async def _looked(out: Path, clip: Source | Made, aspect: float, target: float, seconds: float) -> dict[str, Any]:
    high = max(24, round(LOOK_PX / max(1.0, aspect)))
    wide = round(high * aspect)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "look.gray"
        await ffmpeg.run(
            ["-threads", "1", *INPUT_GUARD, "-i", clip.path, "-map", "0:V:0", "-vf", f"fps={LOOK_FPS},scale={wide}:{high}:flags=area,format=gray",
             "-f", "rawvideo", raw]
        )  # fmt: skip
        pictures = np.fromfile(raw, np.uint8).reshape(-1, high, wide)
    out.write_text("")
    if not len(pictures):
        raise ClipUnusable("The clip shows nothing.")
    return await cpu.in_child(_from_pictures, pictures, aspect, target, seconds)


def _from_pictures(pictures: NDArray[np.uint8], aspect: float, target: float, seconds: float) -> dict[str, Any]:
    """The framing of any take, by what stands out and moves in it. Blocking: for a child process."""
    across, plain = plain_window(aspect, target)
    window = plain if across or plain >= FILLS else STRIP
    energy = np.array([_standing_out(picture, before) for picture, before in zip(pictures, [pictures[0], *pictures[:-1]], strict=True)])
    profile = energy.sum(1 if across else 2)  # per picture: how much stands in each column, or row
    profile /= np.maximum(profile.sum(1, keepdims=True), 1e-9)
    width = max(1, round(window * profile.shape[1]))
    held = _within(profile, width)
    if across and float(held.max(1).mean()) < window + GRABS:
        window = min(1.0, window * MORE)
        width = max(1, round(window * profile.shape[1]))
        held = _within(profile, width)
    places = (_smoothest(held) + width / 2) / profile.shape[1]
    times = _times(seconds)
    at = np.interp(times, np.arange(len(places)) / LOOK_FPS, places)
    return _framing(across, window, times, at, smooth_s=0.7)


def _within(profile: Floats, width: int) -> Floats:
    """How much stands in a frame of this width at each place it can have, per picture."""
    summed = np.cumsum(np.pad(profile, ((0, 0), (1, 0))), 1)
    return np.asarray(summed[:, width:] - summed[:, :-width], np.float64)


def _standing_out(picture: NDArray[np.uint8], before: NDArray[np.uint8]) -> Floats:
    """How much each pixel stands out: the spectral residual, what moves against the rest, a little for the middle and the upper half."""
    grey = picture.astype(np.float64) / 255
    spectrum = np.fft.fft2(grey)
    size = np.log(np.abs(spectrum) + 1e-9)
    residual = size - _blurred(size, 1)
    strange = _blurred(np.abs(np.fft.ifft2(spectrum / np.maximum(np.abs(spectrum), 1e-12) * np.exp(residual))) ** 2, 3)
    moving = np.abs(grey - before.astype(np.float64) / 255)
    moving = _blurred(np.maximum(0.0, moving - np.median(moving)), 2)
    y, x = np.linspace(-1, 1, grey.shape[0])[:, None], np.linspace(-1, 1, grey.shape[1])[None, :]
    middle = np.exp(-((x / 0.9) ** 2) - ((y + 0.2) / 1.1) ** 2)
    both = strange / max(strange.max(), 1e-9) + 1.5 * moving / max(moving.max(), 0.05)
    return np.asarray((both**2) * (0.35 + 0.65 * middle), np.float64)


def _blurred(a: Floats, radius: int) -> Floats:
    return np.asarray(cv2.blur(a, (2 * radius + 1, 2 * radius + 1), borderType=cv2.BORDER_REPLICATE), np.float64)


def _smoothest(held: Floats) -> Floats:
    """The way through the pictures that holds the most and moves the least (Viterbi): places, one per picture."""
    n, m = held.shape
    steps = (np.arange(m)[:, None] - np.arange(m)[None, :]) / m
    cost, came = -held[0], np.zeros((n, m), np.int64)
    for i in range(1, n):
        total = cost[None, :] + 12.0 * steps**2 + 0.12 * (steps != 0)
        came[i] = total.argmin(1)
        cost = total.min(1) - held[i]
    way = [int(cost.argmin())]
    for i in range(n - 1, 0, -1):
        way.append(int(came[i][way[-1]]))
    return np.array(way[::-1], np.float64)


def _framing(across: bool, window: float, times: Sequence[float], middles: Floats, *, smooth_s: float) -> dict[str, Any]:
    """The way smoothed, kept inside the picture, and standing where it hardly goes anywhere."""
    step = times[1] - times[0]
    radius = max(1, round(2 * smooth_s / step))
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) * step / smooth_s) ** 2)
    smooth = np.convolve(np.pad(middles, radius, mode="edge"), kernel / kernel.sum(), "valid")
    smooth = np.clip(smooth, window / 2, 1 - window / 2)
    if np.ptp(smooth) < STILL:
        way = [(0.0, round(float(np.median(smooth)), 4))]
    else:
        at = np.arange(0, times[-1] + STEP_S, STEP_S)
        way = [(round(float(t), 3), round(float(c), 4)) for t, c in zip(at, np.interp(at, times, smooth), strict=True)]
    return {"across": across, "window": round(float(window), 4), "way": way}


# ---------------------------------------------------------------- the picture


async def _make(out: Path, clip: Source | Made, framing: Framing, profile: Profile, frames: int, encoder: str) -> dict[str, Any]:
    source = await probe_picture(clip.path)
    square = "" if source.square_pixels else "scale=trunc(iw*sar/2)*2:ih,setsar=1,"
    filters = f"{timing(source, profile, frames)},{square}{_filters(framing, profile, source.width / source.height)},{TO_TV}"
    try:
        await ffmpeg.run(["-threads", "1", *INPUT_GUARD, "-i", clip.path, "-map", "0:V:0", "-vf", filters, *profile.encoding(frames), out])
    except ffmpeg.FfmpegFailed as error:
        raise ClipUnusable(f"The clip cannot be decoded: {error}") from error
    done = await probe_picture(out)
    if done.frames != frames:
        raise ClipUnusable(f"The clip gives {done.frames} of {frames} frames.")
    return {"seconds": frames / profile.fps, "frames": frames, "setup": done.setup, "window": framing.window, "way": [list(point) for point in framing.way]}


def _filters(framing: Framing, profile: Profile, aspect: float) -> str:
    """Scaled first and cut then, so that the frame glides in the pixels of the film rather than in those of the take."""
    w, h = profile.width, profile.height
    _, plain = plain_window(aspect, profile.aspect)
    if framing.across:  # the window fills the width; where it is wider than plain, the picture is lower than the frame
        whole = _even(w / framing.window)
        seen = _even(min(h, whole / aspect))
        cut = f"scale={whole}:{_even(whole / aspect)}:flags=bicubic,crop={w}:{seen}:{_moving(framing, 'iw')}:(ih-{seen})/2"
    else:
        whole = _even(h / framing.window)
        seen = _even(min(w, whole * aspect))
        cut = f"scale={_even(whole * aspect)}:{whole}:flags=bicubic,crop={seen}:{h}:(iw-{seen})/2:{_moving(framing, 'ih')}"
    if framing.window <= plain + 0.005:
        return f"{cut},scale={w}:{h}:flags=bicubic"
    small = f"scale={_even(w / 8)}:{_even(h / 8)}:force_original_aspect_ratio=increase,crop={_even(w / 8)}:{_even(h / 8)},gblur=sigma=5"
    return (
        f"format=yuv420p,split[front][back];[back]{small},scale={w}:{h}:flags=bicubic,eq=brightness=-0.10:saturation=0.8[soft];"
        f"[front]{cut}[sharp];[soft][sharp]overlay=(W-w)/2:(H-h)/2"
    )


def _moving(framing: Framing, side: str) -> str:
    """Where the crop begins, over time: a soft line through the points of the way."""
    points = framing.way
    text = f"{points[-1][1]:.4f}"
    for (t0, c0), (t1, c1) in reversed(list(pairwise(points))):
        line = f"{c0:.4f}" if abs(c1 - c0) < 1e-4 else f"({c0:.4f}+({c1 - c0:.5f})*(t-{t0:.3f})/{t1 - t0:.3f})"
        text = f"if(lt(t\\,{t1:.3f})\\,{line}\\,{text})"
    out = "ow" if side == "iw" else "oh"
    return f"clip({side}*({text})-{out}/2\\,0\\,{side}-{out})"


def _even(x: float) -> int:
    return max(2, round(x / 2) * 2)


KNOWN = Stage("framing_known", 6, ".txt", _known)
LOOKED = Stage("framing_looked", 3, ".txt", _looked)
REFRAMED = Stage("reframed", 1, ".mp4", _make)
