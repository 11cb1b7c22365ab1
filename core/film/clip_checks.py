"""Is a rendered clip what was ordered? Checked before it is accepted; a finding of ours means a free retake.

One probe and one pass at 320 pixels. Called by `rendering` for every take.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from core import ffmpeg
from core.film.probe import ClipUnusable, Picture, probe_picture
from core.film.watching import Finding, Seen, Stretch, clock, flickering, span, watch
from core.writing.script import FPS, Value

BLACK_S = 0.6
FROZEN_S = 1.2
SHARE = 0.7
"""A shot that is so short that neither fits into it is faulty when this share of it is black or still."""
CUT_SCORE = 12.0
"""scdet's score above which one shot has become two."""


class ClipOrder(Value):
    """What was asked for: pixels, frames a second, frames."""

    width: int
    height: int
    frames: int
    fps: float = FPS


Look = Callable[[float], Awaitable[Seen]]
"""Watches a clip of so many seconds, black and frozen stretches at least as long as `least` says, and cuts."""


def least(seconds: float) -> tuple[float, float]:
    """How long black and frozen stretches of a clip of this length must be to be a fault."""
    return min(BLACK_S, SHARE * seconds), min(FROZEN_S, SHARE * seconds)


async def check_clip(path: Path, order: ClipOrder, look: Look | None = None) -> list[Finding]:
    """What is wrong with a clip, in the order of time; empty if it may be accepted. `look`: for whoever keeps what was seen in it.

    Kinds: unreadable, size, rate, short, black, frozen, flicker, cut.
    """
    try:
        picture = await probe_picture(path)
        findings = _form(picture, order)
        asked = order.frames / order.fps
        seconds = asked if abs(picture.duration_s - asked) < 1e-3 else picture.duration_s
        black_s, frozen_s = least(seconds)
        seen = await (look(seconds) if look else watch(path, seconds, black_s=black_s, frozen_s=frozen_s, cut_score=CUT_SCORE))
    except (ClipUnusable, ffmpeg.FfmpegFailed) as error:
        return [Finding("unreadable", f"The clip cannot be read: {error}")]
    flicker = flickering(seen.light)
    dark = [x for x in seen.black if x.seconds >= black_s - 1e-6]
    still = [x for x in seen.frozen if x.seconds >= frozen_s - 1e-6 and not any(x.overlaps(black) for black in dark)]
    findings += [Finding("black", f"The picture is black {span(x)}.", x.start_s, x.end_s) for x in dark]
    findings += [Finding("frozen", f"The picture stands still {span(x)}.", x.start_s, x.end_s) for x in still]
    findings += [Finding("flicker", f"The light flickers {span(x)}.", x.start_s, x.end_s) for x in flicker]
    for at in seen.cuts:
        around = Stretch(at - 0.1, at + 0.1)
        if not any(around.overlaps(x) for x in (*flicker, *dark)):
            findings.append(Finding("cut", f"There is a cut at {clock(at)} inside the shot.", at, at))
    return sorted(findings, key=lambda finding: finding.start_s)


def _form(picture: Picture, order: ClipOrder) -> list[Finding]:
    findings = []
    if (picture.width, picture.height) != (order.width, order.height):
        findings.append(Finding("size", f"The picture is {picture.width} × {picture.height}, not {order.width} × {order.height}."))
    if abs(picture.fps - order.fps) > 0.05:
        findings.append(Finding("rate", f"It runs at {picture.fps:.2f} frames a second, not {order.fps:g}."))
    if picture.frames < order.frames:
        findings.append(Finding("short", f"It has {picture.frames} of {order.frames} frames."))
    return findings
