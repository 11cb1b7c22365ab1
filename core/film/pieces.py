"""The pieces a film is joined of, and watching them one by one: what was watched once is not watched again when one shot changes.

A film's picture is its pieces' packets, copied; so what is seen in them is seen in the film. Called by `core.rendering.cutting`, which has the
gate judge by it; a file from elsewhere is watched whole.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.film.clip_checks import CUT_SCORE, FROZEN_S, least
from core.film.gate import LISTENING
from core.film.normalise import ffmpeg_version
from core.film.watching import Seen, Stretch, listen, watch
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import FPS

AT_ONCE = 8
"""Clips in the making at a time; how many really run is `cpu`'s to say."""
BLACK_FRAME_S = 0.5 / FPS
"""Within a piece every black frame counts: it may be the end of a longer stretch."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the finished picture: its clip, its first frame in the film and how many it has."""

    made: Made
    start: int
    frames: int


async def watched(workshop: Workshop, clip: Source | Made, seconds: float) -> Made:
    """What is seen in one clip of a film. Facts: black and frozen [[start_s, end_s]], light [mean luma per frame]; of a take also its cuts and
    the frames' times. A take that came in the film's form is watched once, before it is accepted and as a piece of the film."""
    if isinstance(clip, Made) and "same_as" in clip.facts:
        clip = Source(clip.path, clip.facts["same_as"])
    return await workshop.made(WATCHED, clip=clip, seconds=seconds, encoder=ffmpeg_version())


async def seen_in(workshop: Workshop, clip: Source, seconds: float) -> Seen:
    """What is seen in a take, for its checks."""
    facts = (await watched(workshop, clip, seconds)).facts
    light = tuple(zip(facts["times"], facts["light"], strict=True))
    return Seen(tuple(_later(facts["black"], 0.0)), tuple(_later(facts["frozen"], 0.0)), light, tuple(facts["cuts"]), ())


async def seen_and_heard(workshop: Workshop, pieces: Sequence[Piece], sound: Made) -> Seen:
    """What is seen in these pieces and heard in the film's sound, as if the whole film had been watched."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def one(piece: Piece) -> Made:
        async with turns:
            return await watched(workshop, piece.made, piece.frames / FPS)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(piece)) for piece in pieces]
        listening = group.create_task(workshop.made(HEARD, sound=sound, encoder=ffmpeg_version()))
    black: list[Stretch] = []
    frozen: list[Stretch] = []
    light: list[tuple[float, float]] = []
    for piece, task in zip(pieces, tasks, strict=True):
        begin, facts = piece.start / FPS, task.result().facts
        for stretch in _later(facts["black"], begin):
            if black and stretch.start_s - black[-1].end_s < 1 / FPS:
                black[-1] = Stretch(black[-1].start_s, stretch.end_s)
            else:
                black.append(stretch)
        frozen += [stretch for stretch in _later(facts["frozen"], begin) if stretch.seconds >= FROZEN_S - 1e-6]
        light += [((piece.start + n) / FPS, level) for n, level in enumerate(facts["light"])]
    heard = listening.result().facts
    return Seen(tuple(black), tuple(frozen), tuple(light), (), tuple(heard["log"]), tuple((at, level) for at, level in heard["peaks"]))


def _later(stretches: Sequence[Sequence[float]], by_s: float) -> list[Stretch]:
    return [Stretch(start + by_s, end + by_s) for start, end in stretches]


async def _watch(out: Path, clip: Source | Made, seconds: float, encoder: str) -> dict[str, Any]:
    out.write_text("")
    taken = isinstance(clip, Source)
    seen = await watch(clip.path, seconds, black_s=BLACK_FRAME_S, frozen_s=least(seconds)[1], cut_score=CUT_SCORE if taken else None)
    facts: dict[str, Any] = {"black": _pairs(seen.black), "frozen": _pairs(seen.frozen), "light": [round(level, 2) for _, level in seen.light]}
    return facts | ({"times": [round(at, 4) for at, _ in seen.light], "cuts": list(seen.cuts)} if taken else {})


def _pairs(stretches: Sequence[Stretch]) -> list[list[float]]:
    return [[round(stretch.start_s, 4), round(stretch.end_s, 4)] for stretch in stretches]


async def _listen(out: Path, sound: Made, encoder: str) -> dict[str, Any]:
    out.write_text("")
    log, peaks = await listen(sound.path, LISTENING)
    return {"log": list(log), "peaks": [list(peak) for peak in peaks]}


WATCHED = Stage("watched", 2, ".txt", _watch)
HEARD = Stage("heard", 1, ".txt", _listen)
