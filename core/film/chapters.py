"""A chapter for every scene, so that players show where one is, and the film's own words about itself.

Called by `assemble` (ffmpeg reads them as an ffmetadata file) and by whoever cuts a film at its scenes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.film.probe import Chapter
from core.film.timeline import timeline
from core.writing.script import FPS, Script

MADE_WITH_AI = "Made with AI by Sysrai."
"""The disclosure every film carries in its metadata, as plain words."""


def chapters(script: Script) -> list[Chapter]:
    """A chapter per scene: the opening title belongs to the first, the end credits to the last. Without gaps, in seconds."""
    laid = timeline(script)
    starts = [0, *(scene.start for scene in laid.scenes[1:])]
    ends = [*starts[1:], laid.frames]
    places = {scene.id: script.place_of(scene).name for scene in script.scenes}
    return [
        Chapter(start / FPS, end / FPS, f"{scene.number} · {places[scene.id]}")
        for scene, start, end in zip(laid.scenes, starts, ends, strict=True)
    ]  # fmt: skip


def chapters_vtt(marks: Sequence[Chapter]) -> str:
    """The chapters as WebVTT, for players on the web."""
    lines = ["WEBVTT"]
    for n, mark in enumerate(marks, 1):
        lines += ["", str(n), f"{_stamp(mark.start_s)} --> {_stamp(mark.end_s)}", " ".join(mark.title.split()).replace("-->", "→")]
    return "\n".join(lines) + "\n"


def _stamp(seconds: float) -> str:
    whole, milli = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{milli:03d}"


def ffmetadata(metadata: Mapping[str, str], marks: Sequence[Chapter]) -> str:
    """Metadata and chapters in ffmpeg's own format."""
    lines = [";FFMETADATA1", *(f"{key}={_escaped(value)}" for key, value in metadata.items())]
    for mark in marks:
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={round(mark.start_s * 1000)}", f"END={round(mark.end_s * 1000)}", f"title={_escaped(mark.title)}"]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return re.sub(r"([=;#\\])", r"\\\1", " ".join(text.split()))
