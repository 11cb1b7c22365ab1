"""Scales, chords that lead into one another, and the motif of a film. Symbols only: nothing here makes a sound.

Called by `composition`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

SCALES = {
    "major": (0, 2, 4, 5, 7, 9, 11), "lydian": (0, 2, 4, 6, 7, 9, 11), "mixolydian": (0, 2, 4, 5, 7, 9, 10), "dorian": (0, 2, 3, 5, 7, 9, 10),
    "aeolian": (0, 2, 3, 5, 7, 8, 10), "phrygian": (0, 1, 3, 5, 7, 8, 10),
}  # fmt: skip
_ABOVE_MAJOR = {"major": 0, "dorian": 2, "phrygian": 4, "lydian": 5, "mixolydian": 7, "aeolian": 9}
"""Semitones from the major tonic to the tonic of the mode with the same notes."""
_LOWEST, _HIGHEST, _CENTRE = 55, 76, 64.0
"""MIDI range in which chords are voiced."""


@dataclass(frozen=True)
class Key:
    """A tonic (MIDI, in the octave from 45 up) and a mode."""

    tonic: int
    mode: str

    @classmethod
    def of(cls, collection: int, mode: str) -> Key:
        """The key of this mode whose notes are those of the major scale on pitch class `collection` (0 = C)."""
        return cls(45 + (collection + _ABOVE_MAJOR[mode] - 45) % 12, mode)

    def pitch(self, degree: int) -> int:
        """MIDI note of a scale degree; 0 is the tonic, 7 an octave above, negative ones below."""
        return self.tonic + 12 * (degree // 7) + SCALES[self.mode][degree % 7]


def voicings(key: Key, chords: list[int]) -> list[tuple[int, int, int]]:
    """Three upper voices for each chord: all its colour, no doubled pitch, and as little motion as possible from chord to chord."""
    out: list[tuple[int, int, int]] = []
    for chord in chords:
        out.append(min(_candidates(key, chord), key=lambda notes: _cost(notes, out[-1] if out else None)))
    return out


def _candidates(key: Key, chord: int) -> list[tuple[int, int, int]]:
    third = key.pitch(chord + 2) % 12
    classes = {key.pitch(chord + step) % 12 for step in (0, 2, 4)}
    if chord == 0 and key.mode in ("major", "lydian"):
        classes.add(key.pitch(8) % 12)  # an added ninth keeps the home chord from sounding like a hymn
    pitches = [p for p in range(_LOWEST, _HIGHEST) if p % 12 in classes]
    return [
        (a, b, c) for a, b, c in combinations(pitches, 3)
        if c - a <= 14 and min(b - a, c - b) >= 2 and third in {a % 12, b % 12, c % 12}
    ]  # fmt: skip


def _cost(notes: tuple[int, int, int], before: tuple[int, int, int] | None) -> float:
    motion = sum(abs(a - b) for a, b in zip(notes, before, strict=True)) if before else 0.0
    drift = abs(sum(notes) / 3 - _CENTRE) * (0.15 if before else 1.0)
    return motion + drift + 0.4 * (notes[1] - notes[0] > 9) + 4 * (len({n % 12 for n in notes}) < 3)


@dataclass(frozen=True)
class Motif:
    """The film's tune: `beats` [(start, length)] over two bars of four, `degrees` of the scale, the last one left open."""

    beats: tuple[tuple[float, float], ...]
    degrees: tuple[int, ...]

    def closed(self) -> Motif:
        """The same tune brought home: its last notes step to the tonic."""
        last = 7 if self.degrees[-1] >= 5 else 0
        before = last + (1 if self.degrees[-2] > last else -1)
        return Motif(self.beats, (*self.degrees[:-2], before, last))

    def mirrored(self) -> Motif:
        """Upside down around its first note."""
        return Motif(self.beats, tuple(2 * self.degrees[0] - d for d in self.degrees))

    def head(self, notes: int = 3) -> Motif:
        """Its beginning only, the last note held."""
        beats = list(self.beats[:notes])
        start, _ = beats[-1]
        beats[-1] = (start, max(2.0, 4.0 - start))
        return Motif(tuple(beats), self.degrees[:notes])

    def moved(self, steps: int) -> Motif:
        """So many steps of the scale higher."""
        return Motif(self.beats, tuple(d + steps for d in self.degrees))


_RHYTHMS: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0, 1.5), (1.5, 0.5), (2, 2), (4, 1), (5, 1), (6, 2)),
    ((0, 1), (1, 1), (2, 2), (4, 1.5), (5.5, 0.5), (6, 2)),
    ((0, 2), (2, 1), (3, 1), (4, 3), (7, 1)),
    ((0, 3), (3, 1), (4, 2), (6, 2)),
    ((0, 1), (1, 0.5), (1.5, 1.5), (3, 1), (4, 2), (6, 2)),
    ((0, 1.5), (1.5, 1.5), (3, 1), (4, 1), (5, 1), (6, 2)),
)
_STARTS = (0, 2, 4, 4, 2)
_LEAPS = (2, 3, 4, -2, -3)


def motif_of(seed: int) -> Motif:
    """A singable tune of four to six notes: one leap that is remembered, answered by steps the other way, ending on an open degree."""
    rng = np.random.default_rng(seed)
    beats = _RHYTHMS[int(rng.integers(len(_RHYTHMS)))]
    degrees = [int(rng.choice(_STARTS))]
    leap_at = int(rng.integers(1, 3))
    leap = int(rng.choice(_LEAPS)) * (-1 if degrees[0] >= 4 and rng.random() < 0.5 else 1)
    for i in range(1, len(beats)):
        if i == leap_at:
            step = leap
        elif i < leap_at:
            step = int(rng.choice((1, -1, 0)))
        else:
            step = (-1 if leap > 0 else 1) * int(rng.choice((1, 1, 2, 0)))
        degrees.append(min(9, max(-3, degrees[-1] + step)))
    open_ends = (1, 4, 2, 6)
    degrees[-1] = min(open_ends, key=lambda d: (abs(d - degrees[-1]), d))
    return Motif(beats, tuple(degrees))
