"""How long things take: titles, spoken lines, shots. One place, so that writer, checks and voices agree."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from core.writing.script import QUANTUM_S, SHOT_S_MIN, Shot, quarter

WORDS_PER_S = 2.5
"""A natural speaking rate: 150 words a minute."""
CHARACTERS_PER_S_CJK = 6.0
BREATH_S = 0.6
"""Room a shot leaves around each of its lines."""
LENGTH_TOLERANCE = 0.05
"""A film may miss its asked length by this share."""

_SET_APART = re.compile(r"(?<!\S)[«»‹›?!:;]+(?!\S)")
"""Marks with a space before them, as French writes them: no words."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def opening_s(length_s: float) -> float:
    """Seconds of opening title for a film of this length: 2 s for a clip, 5 s for a feature."""
    return quarter(min(5.0, max(2.0, 0.05 * length_s)))


def credits_s(length_s: float) -> float:
    """Seconds of end credits for a film of this length: 2.5 s for a clip, 20 s for a feature."""
    return quarter(min(20.0, max(2.5, 0.06 * length_s)))


@lru_cache(maxsize=16384)
def spoken_s(text: str) -> float:
    """Seconds a person needs to say this at a natural rate, pauses of punctuation included."""
    cjk = len(_CJK.findall(text))
    words = len(_SET_APART.sub(" ", _CJK.sub(" ", text)).split())
    pauses = 0.15 * len(re.findall(r"[,;:–—]", text)) + 0.3 * max(0, len(re.findall(r"[.!?…。！？]+", text)) - 1)
    return words / WORDS_PER_S + cjk / CHARACTERS_PER_S_CJK + pauses


def speech_needs_s(shot: Shot) -> float:
    """Seconds the shot must last for all its lines to be said, one after the other, or over one another where they overlap."""
    return sum(spoken_s(line.text) * (0.6 if line.overlaps and n else 1.0) + BREATH_S for n, line in enumerate(shot.lines))


def least_s(shot: Shot) -> float:
    """The shortest allowed duration in which everything in the shot can be said, in whole quarter seconds."""
    return max(SHOT_S_MIN, math.ceil(speech_needs_s(shot) / QUANTUM_S - 1e-9) * QUANTUM_S)
