"""Voices that people record themselves: a file looked at for its pauses, shared out over the lines it says, each cut out and levelled like any line.

`shared` is called by the conversation when somebody says what a recording is of, `said` by `core.film.dialogue` in place of a speaker.
"""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from core import cpu, ffmpeg
from core.film import dsp
from core.film.dsp import RATE
from core.film.own_track import GUARD
from core.film.polish import clear, compressed, levelled, trimmed
from core.film.spoken import tokens, words_of
from core.workshop import Made, Source, Stage, Workshop
from core.writing.pacing import spoken_s

PAUSE_S_MIN = 0.18
FRAME_S = 0.02
PAUSES_MAX = 400
VOICE_S_MAX = 900.0
ALIKE_MIN = 0.6
PAD_S = 0.08
"""What is left before and after the words of a line."""


@dataclass(frozen=True)
class OwnLine:
    """A line of a shot as somebody recorded it: from `start_s` to `end_s` of their file."""

    shot: str
    text: str
    source: Source
    start_s: float
    end_s: float


async def pauses_of(path: Path, wav: Path) -> list[list[float]]:
    """When nobody speaks in a recording: [[from, to]] in seconds, at least `PAUSE_S_MIN` long each, its edges included. `wav` is where it may be
    decoded to. Raises FfmpegFailed."""
    await ffmpeg.run([*GUARD, "-i", path, "-map", "0:a:0", "-t", str(VOICE_S_MAX), "-ac", "1", "-ar", str(RATE), "-c:a", "pcm_s16le", wav])
    return await cpu.in_child(_pauses, str(wav))


def _pauses(wav: str) -> list[list[float]]:
    sound = dsp.read_wav(Path(wav))
    mono = sound if sound.ndim == 1 else sound.mean(axis=1)
    width = dsp.samples(FRAME_S)
    frames = mono[: len(mono) // width * width].reshape(-1, width)
    level = 20 * np.log10(np.sqrt((frames.astype(np.float64) ** 2).mean(axis=1)) + 1e-6)
    if not len(level):
        return []
    loud, floor = float(np.percentile(level, 95)), float(np.percentile(level, 5))
    quiet = level < max(floor + 6.0, loud - 30.0) if loud - floor > 12 else np.zeros(len(level), bool)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], quiet.astype(np.int8), [0]])))
    found = [(float(a * FRAME_S), float(b * FRAME_S)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    longest = sorted((each for each in found if each[1] - each[0] >= PAUSE_S_MIN), key=lambda each: each[0] - each[1])[:PAUSES_MAX]
    return [[round(a, 3), round(b, 3)] for a, b in sorted(longest)]


def shared(texts: Sequence[str], seconds: float, pauses: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """Which stretch of a recording says which of these lines, in seconds: cut in pauses, each stretch about as long as its words need.

    Where there are fewer pauses than lines, it is cut where the words should be.
    """
    begins = pauses[0][1] if pauses and pauses[0][0] <= 0.05 else 0.0
    ends = pauses[-1][0] if pauses and pauses[-1][1] >= seconds - 0.1 and pauses[-1][0] > begins else seconds
    needs = [max(0.3, spoken_s(text)) for text in texts]
    scale = (ends - begins) / sum(needs)
    between = [(a, b) for a, b in pauses if a > begins and b < ends]
    if len(between) >= len(texts) - 1:
        return _by_pauses(begins, ends, needs, between)
    edges = [begins]
    for need in needs:
        edges.append(edges[-1] + need * scale)
    return [(round(max(begins, a), 3), round(min(b, ends), 3)) for a, b in pairwise(edges)]


def heard_in(texts: Sequence[str], heard: Sequence[Sequence[Any]]) -> list[tuple[float, float]] | None:
    """The same by the words that were heard ([[from, to, word]]); None where they are too unlike the lines."""
    wanted = [(n, word) for n, text in enumerate(texts) for word in _plain(text)]
    said_words = [(float(a), float(b), word) for a, b, text in heard for word in _plain(str(text))]
    matcher = SequenceMatcher(None, [word for _, word in wanted], [word for _, _, word in said_words], autojunk=False)
    if not wanted or matcher.ratio() < ALIKE_MIN:
        return None
    found: dict[int, list[tuple[float, float]]] = {}
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            found.setdefault(wanted[block.a + k][0], []).append(said_words[block.b + k][:2])
    if len(found) < len(texts):
        return None
    starts, ends = [found[n][0][0] for n in range(len(texts))], [found[n][-1][1] for n in range(len(texts))]
    starts[0], ends[-1] = said_words[0][0], said_words[-1][1]
    return [(round(a, 3), round(max(b, a + 0.2), 3)) for a, b in zip(starts, ends, strict=True)]


def alike(text: str, heard: Sequence[Sequence[Any]]) -> float:
    """How much of a text was heard, 0 to 1."""
    return SequenceMatcher(None, _plain(text), [word for _, _, said_ in heard for word in _plain(str(said_))], autojunk=False).ratio()


def _plain(text: str) -> list[str]:
    return [re.sub(r"\W", "", word).casefold() for _, word in tokens(text)]


def _by_pauses(begins: float, ends: float, needs: Sequence[float], between: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The choice of pauses that leaves every line about the time its words need; longer pauses are rather ends of lines."""
    spoken = (ends - begins) - sum(b - a for a, b in between) * 0.5
    scale = spoken / sum(needs)
    starts, stops = [begins, *(b for _, b in between)], [*(a for a, _ in between), ends]
    last = len(between)

    def cost(first: int, end: int, n: int) -> float:
        length = max(0.05, stops[end] - starts[first])
        bonus = 0.0 if end == last else min(0.6, between[end][1] - between[end][0])
        return math.log(length / (needs[n] * scale)) ** 2 - 0.5 * bonus

    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}  # first piece that is still free -> (cost, ends so far)
    for n in range(len(needs)):
        following: dict[int, tuple[float, list[int]]] = {}
        final = n == len(needs) - 1
        for first, (so_far, chosen) in best.items():
            for end in [last] if final else range(first, last - (len(needs) - 2 - n)):
                total = so_far + cost(first, end, n)
                if end + 1 not in following or total < following[end + 1][0]:
                    following[end + 1] = (total, [*chosen, end])
        best = following
    chosen = best[last + 1][1]
    firsts = [0, *(end + 1 for end in chosen[:-1])]
    return [(round(starts[a], 3), round(stops[b], 3)) for a, b in zip(firsts, chosen, strict=True)]


async def said(workshop: Workshop, line: OwnLine) -> Made:
    """The line as a 48 kHz mono WAV at speech loudness. Facts as those of `voices.Speaker.say`."""
    return await workshop.made(_SAID, source=line.source, text=line.text, start_s=line.start_s, end_s=line.end_s)


async def _say(out: Path, source: Source, text: str, start_s: float, end_s: float) -> dict[str, Any]:
    cut = out.with_name("cut.wav")
    begins = max(0.0, start_s - PAD_S)
    await ffmpeg.run([*GUARD, "-ss", f"{begins:.3f}", "-t", f"{end_s - begins + PAD_S:.3f}", "-i", source.path, "-map", "0:a:0", "-ac", "1", "-ar", str(RATE),
                      "-c:a", "pcm_s16le", cut.absolute()])  # fmt: skip
    facts: dict[str, Any] = await cpu.in_child(_finish, str(cut), str(out), text)
    await asyncio.to_thread(cut.unlink)
    return facts


def _finish(cut: str, out: str, text: str) -> dict[str, Any]:
    raw = dsp.read_wav(Path(cut))
    sound, _ = trimmed(raw if raw.ndim == 1 else raw.mean(axis=1), RATE)
    sound = levelled(compressed(dsp.shaped(sound, clear), 0.35)) if len(sound) else np.zeros(dsp.samples(0.2), np.float32)
    dsp.write_wav(Path(out), sound)
    seconds = len(sound) / RATE
    rate = len(text.split()) / max(seconds, 0.1) * 60
    return {"seconds": round(seconds, 4), "rate": round(rate), "words": words_of(text, seconds)}


_SAID = Stage("voice-own", 1, ".wav", _say)
