"""Notes become sound: instruments, a hall, balance, level. The child process that makes a cue begins here.

Called by `cues` through `core.cpu.in_child`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.film import dsp
from core.film.dsp import RATE, Sound
from core.film.loudness import Meter, integrated, limited
from core.film.music.composition import CueSheet, Note, Piece, compose
from core.film.music.instruments import ORCHESTRA, note

LEVEL_LUFS = (-24.0, -22.0, -20.5, -19.0)
"""Loudness of a cue by its intensity."""
_PEAK = 0.7
_NEAR, _FAR = 0, 1


def render_cue(out: str, sheet: dict[str, Any], tail_s: float) -> dict[str, Any]:
    """Write the cue as a stereo WAV of `sheet.seconds + tail_s` seconds. Returns the facts: what was composed, and its loudness."""
    asked = CueSheet(**sheet)
    piece = compose(asked)
    sound = played(asked, piece, tail_s)
    lufs = _loudness(sound)
    dsp.write_wav(Path(out), sound)
    return {
        "seconds": round(len(sound) / RATE, 4), "lufs": round(lufs, 2), "bars": len(piece.form), "bpm": round(240 / piece.bar_s, 1),
        "mode": piece.key.mode, "tonic": piece.key.tonic, "chords": piece.chords, "form": piece.form, "notes": len(piece.notes),
        "sung": [[round(at, 3), degree] for at, degree in piece.sung],
    }  # fmt: skip


def played(sheet: CueSheet, piece: Piece, tail_s: float) -> Sound:
    """The piece as stereo sound, its reverberation ringing on for `tail_s` seconds after its end."""
    n = dsp.samples(sheet.seconds + tail_s)
    buses = _stage(piece.notes, n, dsp.seed_of("players", sheet.motif))
    hall = dsp.room(dsp.seed_of("hall", sheet.mood), piece.mood["hall_s"], piece.mood["bright"])
    sound = buses[_FAR] * np.float32(0.8) + buses[_NEAR]
    wet = buses[_FAR] + buses[_NEAR] * np.float32(0.18)
    del buses
    sound += dsp.echoed(wet, hall) * np.float32(0.75)
    sound = balanced(sound, piece.mood["bright"])
    level = LEVEL_LUFS[1 if sheet.role == "title" else 2 if sheet.role == "credits" else sheet.level]
    sound *= np.float32(dsp.db(level - _loudness(sound)))
    sound = limited(sound, _PEAK, 0, n)
    fade_s = min(1.2, sheet.seconds * 0.3) if tail_s == 0 else tail_s
    return dsp.edged(sound, 0.004, fade_s)


def _loudness(sound: Sound) -> float:
    meter = Meter()
    step = RATE * 10
    for at in range(0, len(sound), step):
        meter.feed(sound[at : at + step])
    return integrated(meter.energies)


def _stage(notes: list[Note], n: int, seed: int) -> list[Sound]:
    """All notes placed on two stereo buses, near and far; a note that returns is played once."""
    buses = [np.zeros((n, 2), np.float32), np.zeros((n, 2), np.float32)]
    kept: dict[tuple[str, int, int, int], NDArray[np.float32]] = {}
    for each in notes:
        instrument = ORCHESTRA[each.instrument]
        name = (each.instrument, each.midi, round(each.seconds * 50), round(each.velocity * 8))
        if name not in kept:
            rng = np.random.default_rng([seed, dsp.seed_of(*name)])
            kept[name] = note(each.instrument, each.midi, each.seconds, each.velocity, rng)
        mono = kept[name]
        angle = (each.pan + 1) * np.pi / 4
        at = dsp.samples(each.start)
        count = min(len(mono), n - at)
        if count <= 0:
            continue
        for bus, share in ((_NEAR, 1 - instrument.far), (_FAR, instrument.far)):
            gain = instrument.gain * each.velocity * share * 2**0.5
            buses[bus][at : at + count, 0] += mono[:count] * np.float32(gain * np.cos(angle))
            buses[bus][at : at + count, 1] += mono[:count] * np.float32(gain * np.sin(angle))
    return buses


def balanced(sound: Sound, bright: float) -> Sound:
    """Nothing under 32 Hz, the bass in the middle, less mud, as much air as the mood wants."""

    def tone(f: NDArray[Any]) -> NDArray[Any]:
        f = np.maximum(f, 1.0)
        mud = 1 - 0.22 * np.exp(-(np.log2(f / 260) ** 2) / 0.7)
        air = 1 + (1.3 * bright) * f**2 / (f**2 + 2600.0**2)
        return np.asarray(mud * air / np.sqrt(1 + (32 / f) ** 8))

    middle = dsp.shaped(np.asarray(sound.mean(1), np.float32), tone)
    side = dsp.shaped(np.asarray((sound[:, 0] - sound[:, 1]) / 2, np.float32), lambda f: tone(f) * f**2 / (f**2 + 130.0**2))
    return np.stack([middle + side, middle - side], 1)
