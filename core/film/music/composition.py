"""A cue as notes: mood, length and the film's motif become form, chords, accompaniment and melody. Nothing here makes a sound.

A cue is cut to its scene: a whole number of bars fills it exactly, its last chord leads on to the next scene unless the film
ends there, and the motif is told the more fully the further the film's arc has risen. Called by `render`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import yaml

from core.film.dsp import seed_of
from core.film.music.harmony import Key, Motif, motif_of, voicings

Role = Literal["title", "scene", "finale", "credits"]
LEVEL_MAX = 3
_BAR_BEATS = 4


@dataclass(frozen=True)
class CueSheet:
    """What a cue is asked to be. Plain values: two equal sheets are the same music."""

    mood: str
    seconds: float
    role: Role = "scene"
    motif: int = 0
    """The seed of the film's tune."""
    collection: int = 0
    """Pitch class (0 = C) of the major scale whose notes the cue uses."""
    level: int = 1
    """Intensity by the film's arc: 0 bare to `LEVEL_MAX` full."""
    underscore: bool = False
    """People talk much of the time: the tune steps back."""
    variation: int = 0


class Note(NamedTuple):
    """One note: when, how long (seconds), what (MIDI), how strong (0..1), who, where (-1 left .. 1 right)."""

    start: float
    seconds: float
    midi: int
    velocity: float
    instrument: str
    pan: float


@dataclass
class Piece:
    """The notes of a cue and the plan they follow."""

    key: Key
    bar_s: float
    form: list[str]
    chords: list[int]
    voices: list[tuple[int, int, int]]
    levels: list[int]
    mood: dict[str, Any]
    notes: list[Note] = field(default_factory=list)
    sung: list[tuple[float, int]] = field(default_factory=list)
    """(second, scale degree) of each note of the melody."""

    @property
    def beat_s(self) -> float:
        """Seconds of a quarter note."""
        return self.bar_s / _BAR_BEATS

    def add(self, start: float, seconds: float, midi: int, velocity: float, instrument: str, pan: float = 0.0) -> None:
        """One more note."""
        self.notes.append(Note(start, seconds, midi, float(min(1.0, max(0.05, velocity))), instrument, pan))


@cache
def moods() -> dict[str, dict[str, Any]]:
    """The table of `moods.yaml`."""
    table: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "moods.yaml").read_text())
    return table


def compose(sheet: CueSheet) -> Piece:
    """The notes of a cue. The same sheet gives the same notes."""
    mood = moods()[sheet.mood]
    key = Key.of(sheet.collection, mood["mode"])
    sounding = sheet.seconds * (0.72 if sheet.role == "credits" else 1.0)
    bars = max(1, round(sounding * mood["bpm"] / 60 / _BAR_BEATS))
    form = _form(sheet.role, bars)
    chords = _chords(sheet, mood, form)
    levels = [_level(sheet, form, bar) for bar in range(bars)]
    piece = Piece(key, sounding / bars, form, chords, voicings(key, chords), levels, mood)
    rng = np.random.default_rng(seed_of("cue", sheet.motif, sheet.mood, sheet.role, sheet.variation))
    for bar in range(bars):
        for layer, since in mood["layers"].items():
            if levels[bar] >= since and not (sheet.role in ("title", "credits") and layer in _PULSE):
                _LAYERS[layer](piece, bar, rng)
    _melody(piece, sheet, motif_of(sheet.motif))
    if sheet.role == "credits":
        _last_chord(piece)
    return piece


def _form(role: Role, bars: int) -> list[str]:
    """The section of each bar: an opening, the first part, the second part, the return."""
    if role in ("title", "credits") or bars <= 3:
        return ["first"] * bars
    opening = 1 if bars < 10 else 2
    second = max(1, round(bars * 0.25)) if bars >= 6 else 0
    again = max(1, round(bars * 0.3)) if bars >= 6 else 0
    return ["opening"] * opening + ["first"] * (bars - opening - second - again) + ["second"] * second + ["return"] * again


def _chords(sheet: CueSheet, mood: dict[str, Any], form: list[str]) -> list[int]:
    """One chord a bar: home at the beginning, leading on at the end, home at the film's end."""
    counts: dict[str, int] = {}
    chords: list[int] = []
    for section in form:
        i = counts[section] = counts.get(section, -1) + 1
        source = mood["second"] if section == "second" else [0, mood["first"][-1]] if section == "opening" else mood["first"]
        chords.append(source[i % len(source)])
    if sheet.role == "credits":
        chords = [*chords[:-2], mood["leading"], 0] if len(chords) > 1 else [0]
    elif sheet.role != "title" and len(chords) > 1:
        chords[-1] = mood["leading"]
    return chords


def _level(sheet: CueSheet, form: list[str], bar: int) -> int:
    """The intensity of a bar: opening bars hold back, the return gives all."""
    if sheet.role == "title":
        return 1
    shift = {"opening": -1, "first": 0, "second": 0, "return": 1}[form[bar]]
    if sheet.underscore:
        shift = min(shift, 0)
    return max(0, min(LEVEL_MAX, sheet.level + shift))


# ---------------------------------------------------------------- accompaniment: each adds its notes for one bar

Rng = np.random.Generator


def _root(piece: Piece, bar: int) -> int:
    """The bass note of a bar, between E1 and Eb2 (MIDI 33..44)."""
    pitch = piece.key.pitch(piece.chords[bar])
    while pitch >= 45:
        pitch -= 12
    return pitch + 12 if pitch < 33 else pitch


def _lift(piece: Piece, bar: int) -> float:
    return 0.75 + 0.1 * piece.levels[bar]


def _changes(piece: Piece, bar: int) -> bool:
    """Whether the chord is a new one; one that stays is held on, not struck again."""
    return bar == 0 or piece.chords[bar] != piece.chords[bar - 1]


def _held_bars(piece: Piece, bar: int) -> int:
    end = bar + 1
    while end < len(piece.chords) and piece.chords[end] == piece.chords[bar] and piece.levels[end] >= piece.levels[bar]:
        end += 1
    return end - bar


def _sustain(instrument: str, level: float, octave: int = 0) -> Callable[[Piece, int, Rng], None]:
    def layer(piece: Piece, bar: int, rng: Rng) -> None:
        if bar and not _changes(piece, bar) and piece.levels[bar] <= piece.levels[bar - 1]:
            return
        for voice, midi in enumerate(piece.voices[bar]):
            piece.add(bar * piece.bar_s, piece.bar_s * _held_bars(piece, bar), midi + octave, level * _lift(piece, bar), instrument, (voice - 1) * 0.45)

    return layer


def _drone(piece: Piece, bar: int, rng: Rng) -> None:
    if bar % 4 == 0:
        length = piece.bar_s * min(4, len(piece.form) - bar)
        piece.add(bar * piece.bar_s, length, piece.key.tonic, 0.6, "drone")
        piece.add(bar * piece.bar_s, length, piece.key.tonic + 7, 0.22, "drone", 0.3)


def _bass(piece: Piece, bar: int, rng: Rng) -> None:
    piece.add(bar * piece.bar_s, piece.bar_s * 0.95, _root(piece, bar), 0.6 * _lift(piece, bar), "bass")


def _bass_walk(piece: Piece, bar: int, rng: Rng) -> None:
    root = _root(piece, bar)
    for beat, up in ((0, 0), (1.5, 0), (2, 7), (3.5, 0)):
        piece.add(bar * piece.bar_s + beat * piece.beat_s, piece.beat_s * 0.8, root + up, 0.65, "bass")


def _pattern(instrument: str, steps: tuple[int, ...], level: float, octave: int = 0) -> Callable[[Piece, int, Rng], None]:
    """Broken chords in eighths: -1 is the root below, 0..2 the voices, 3 the lowest voice an octave up, 9 a rest."""

    def layer(piece: Piece, bar: int, rng: Rng) -> None:
        a, b, c = piece.voices[bar]
        pitches = {-1: _root(piece, bar) + 12, 0: a, 1: b, 2: c, 3: a + 12, 4: b + 12}
        half = piece.beat_s / 2
        for i, step in enumerate(steps):
            if step == 9:
                continue
            strong = 1.0 if i % 4 == 0 else 0.72 + 0.1 * rng.random()
            late = rng.uniform(0, 0.012) if i else 0.0
            piece.add(
                bar * piece.bar_s + i * half + late, half * 2.2, pitches[step] + octave, level * strong * _lift(piece, bar), instrument, -0.35 + 0.1 * (i % 8)
            )

    return layer


def _strum(piece: Piece, bar: int, rng: Rng) -> None:
    for beat, strong in ((0, 1.0), (1.5, 0.6), (2, 0.8), (3, 0.65)):
        for j, midi in enumerate(piece.voices[bar]):
            piece.add(bar * piece.bar_s + beat * piece.beat_s + j * 0.016, piece.beat_s * 1.2, midi, 0.55 * strong, "pluck", -0.35 + 0.2 * j)


def _harp(piece: Piece, bar: int, rng: Rng) -> None:
    a, b, c = piece.voices[bar]
    run = (a - 12, c - 12, a, b, c, a + 12, b + 12, c + 12)
    for i, midi in enumerate(run if bar % 2 == 0 else run[::-1]):
        piece.add(bar * piece.bar_s + i * piece.beat_s / 2, piece.beat_s * 1.6, midi, 0.42 * _lift(piece, bar) * (1 if i % 4 else 1.15), "harp", -0.5 + i / 8)


def _glitter(piece: Piece, bar: int, rng: Rng) -> None:
    for _ in range(2):
        at = bar * piece.bar_s + int(rng.integers(0, 8)) * piece.beat_s / 2
        piece.add(at, 1.0, int(rng.choice(piece.voices[bar])) + 24, 0.22 + 0.1 * rng.random(), "bell", float(rng.uniform(-0.8, 0.8)))


def _beats(instrument: str, beats: tuple[tuple[float, float], ...], pan: float = 0.0) -> Callable[[Piece, int, Rng], None]:
    def layer(piece: Piece, bar: int, rng: Rng) -> None:
        for i, (beat, velocity) in enumerate(beats):
            piece.add(bar * piece.bar_s + beat * piece.beat_s, 0.3, 60, velocity, instrument, pan * (-1 if i % 2 else 1))

    return layer


def _ostinato(piece: Piece, bar: int, rng: Rng) -> None:
    root = _root(piece, bar) + 12
    for i, up in enumerate((0, 0, 7, 0, 12, 0, 7, 8 if piece.chords[bar] == 1 else 7)):
        piece.add(
            bar * piece.bar_s + i * piece.beat_s / 2,
            piece.beat_s * 0.32,
            root + up,
            (0.95 if i % 4 == 0 else 0.7) * _lift(piece, bar),
            "strings",
            -0.2 + 0.05 * i,
        )


def _tremolo(piece: Piece, bar: int, rng: Rng) -> None:
    for i in range(16):
        piece.add(bar * piece.bar_s + i * piece.beat_s / 4, piece.beat_s * 0.22, piece.voices[bar][2] + 12, 0.3 + 0.025 * i, "strings", 0.4)


def _boom(piece: Piece, bar: int, rng: Rng) -> None:
    if bar % 4 == 0:
        piece.add(bar * piece.bar_s, 3.0, 36, 0.55 if bar == 0 else 0.4, "boom")


def _riser(piece: Piece, bar: int, rng: Rng) -> None:
    if bar == len(piece.form) - 1 and bar > 1:
        piece.add(bar * piece.bar_s, piece.bar_s, 60, 0.5, "riser")


def _swell(piece: Piece, bar: int, rng: Rng) -> None:
    if bar + 1 < len(piece.form) and piece.form[bar + 1] != piece.form[bar]:
        piece.add((bar + 0.5) * piece.bar_s, piece.bar_s / 2, 60, 0.35, "riser")


_LAYERS: dict[str, Callable[[Piece, int, Rng], None]] = {
    "pad": _sustain("pad", 0.55), "strings": _sustain("strings", 0.5), "choir": _sustain("choir", 0.42), "cello": _sustain("cello", 0.22, -12),
    "drone": _drone, "bass": _bass, "bass_walk": _bass_walk, "arp_piano": _pattern("piano", (-1, 0, 1, 2, 3, 2, 1, 2), 0.4),
    "arp_pluck": _pattern("pluck", (-1, 9, 1, 2, 0, 9, 2, 1), 0.42), "strum": _strum, "harp": _harp, "glitter": _glitter, "ostinato": _ostinato,
    "tremolo": _tremolo, "boom": _boom, "riser": _riser, "swell": _swell,
    "heart": _beats("drum", ((0, 0.62), (0.55, 0.42))), "pulse": _beats("drum", ((0, 0.4), (2, 0.32))),
    "tick": _beats("tick", ((0, 0.3), (1, 0.18), (2, 0.26), (3, 0.18)), 0.5), "clap": _beats("clap", ((1, 0.4), (3, 0.42)), 0.1),
    "shaker": _beats("shaker", tuple((i / 2, 0.3 if i % 2 else 0.18) for i in range(8)), 0.35),
}  # fmt: skip
_PULSE = {"clap", "shaker", "bass_walk", "ostinato", "tick", "riser", "swell"}


# ---------------------------------------------------------------- melody


def _melody(piece: Piece, sheet: CueSheet, tune: Motif) -> None:
    """Tell the motif: a glimpse of it when the film begins or people talk, question and answer as the arc rises, home at the end."""
    bars = len(piece.form)
    if sheet.role == "title":
        return _sing(piece, tune.head(3 if bars > 1 else 2), 0, 0.55, squeeze=bars == 1)
    if sheet.role == "credits":
        return _sing(piece, tune.closed(), 0, 0.55, squeeze=bars < 3) if bars > 1 else None
    for bar in range(piece.form.count("opening"), max(1, bars - 1), 2):
        section, level = piece.form[bar], piece.levels[bar]
        answer = (bar - piece.form.count("opening")) % 4 == 2
        if sheet.underscore or level == 0:
            if not answer:
                _sing(piece, tune.head(2), bar, 0.36, shade=True)
        elif section == "second":
            _sing(piece, tune.mirrored().moved(2), bar, 0.5, shade=level < 2)
        elif section == "return":
            home = sheet.role == "finale" and bar + 4 > bars
            _sing(piece, tune.closed() if home else tune, bar, 0.68)
        elif not answer or level >= 2:
            _sing(piece, tune.closed() if answer else tune, bar, 0.52 + 0.05 * level)
    return None


def _sing(piece: Piece, tune: Motif, bar: int, velocity: float, *, shade: bool = False, squeeze: bool = False) -> None:
    """Put the tune on the beats from this bar on, bent to the chord where a long note would rub. `squeeze` fits two bars into one."""
    instrument = piece.mood["shade" if shade else "lead"]
    high = 12 if instrument in ("piano", "bell", "flute", "whistle", "strings", "choir") else 0
    pace = 0.5 if squeeze else 1.0
    end = len(piece.form) * piece.bar_s
    for (beat, length), degree in zip(tune.beats, tune.degrees, strict=True):
        start = bar * piece.bar_s + beat * piece.beat_s * pace
        if start > end - piece.beat_s * 0.4:
            break
        at = min(len(piece.chords) - 1, int(start / piece.bar_s + 1e-6))
        sung = _bent(degree, piece.chords[at]) if length >= 2 else degree
        midi = piece.key.pitch(sung) + high
        while midi < 60 and high:
            midi += 12
        accent = 1.0 if beat % 4 == 0 else 0.88
        piece.add(start, min(length * piece.beat_s * pace * 0.96, end - start + piece.beat_s), midi, velocity * accent, instrument, 0.12)
        piece.sung.append((start, sung))


def _bent(degree: int, chord: int) -> int:
    """The degree itself where it belongs to the chord or colours it (sixth, ninth), else its nearest neighbour that does."""
    fits = {(chord + step) % 7 for step in (0, 2, 4, 1, 5)}
    return next(d for d in (degree, degree - 1, degree + 1) if d % 7 in fits or d == degree + 1)


def _last_chord(piece: Piece) -> None:
    """The film's last sound: home, low and wide, left to ring."""
    bar = len(piece.form) - 1
    start, length = bar * piece.bar_s, piece.bar_s * 1.4
    piece.add(start, length, _root(piece, bar), 0.55, "bass")
    for i, midi in enumerate((piece.key.tonic, piece.key.tonic + 7, *piece.voices[bar])):
        piece.add(start + 0.03 * i, length, midi, 0.4, "piano", -0.3 + 0.15 * i)
    home = piece.key.tonic + 24
    piece.add(start + 0.16, length, home, 0.5, "bell" if piece.mood["bright"] >= 0.9 else "piano", 0.1)
    piece.sung.append((start + 0.16, 14))
