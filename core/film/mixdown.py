"""Where sounds become one: a stretch of film mixed, and all stretches joined, levelled and limited. Child processes only.

Everything is a function of film time, so stretches join sample by sample without a seam, and the master reads them as a stream: an hour takes
no more memory than a minute. Called by `core.film.mix`.
"""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.film import dsp
from core.film.beds import BED_LUFS, LOOP_S
from core.film.dsp import RATE, Sound
from core.film.loudness import QUIET_LUFS, REACH, Meter, PeakMeter, gains_for, integrated, levels, limited
from core.film.polish import SPEECH_LUFS

HEADROOM_DB = -4.0
"""The stretches are kept under full scale by this; the master makes up for it."""
MUSIC_DB = -4.0
DUCK_DB = -9.0
"""Music under speech."""
DUCK_BEDS_DB = -3.0
ATTACK_S, RELEASE_S = 0.25, 0.7
BRIDGE_S = 0.9
"""Between lines this close the music stays down."""
TARGET_LUFS = -14.0
CEILING_DBTP = -2.0
"""Lossy coding adds up to one decibel to true peaks; delivered films must stay under -1 dBTP."""
_GAIN_DB_MAX = 24.0
_CHUNK = RATE * 10
_PEAK_HOP = RATE // 100
_LOOK_HOPS = 2
"""The sight of the limiter in steps of 10 ms."""


def mix_stretch(out: str, sheet: dict[str, Any]) -> dict[str, Any]:
    """Mix one stretch of film into a stereo WAV. All times in the sheet are seconds from the stretch's beginning, and may be negative.

    `samples`; `music` [[path, at_s]]; `beds` [[path, gain_db, [in_a, in_b], [out_a, out_b], loop_s]] with linear fades;
    `lines` [[path, at_s, pan, roomy]]; `room` [name, seconds, db]; `effects` [[path, at_s, gain_db, pan]]; `speech` [[a, b]], what music makes way for.
    """
    n = int(sheet["samples"])
    gain = duck_curve(sheet["speech"], n)
    sound = _music(sheet["music"], n)
    if gain is not None:
        sound += (dsp.shaped(sound, _making_way) - sound) * gain[:, None]
        sound *= _as_gain(gain, DUCK_DB)
    sound *= np.float32(dsp.db(MUSIC_DB))
    beds = _beds(sheet["beds"], n)
    if beds is not None:
        sound += beds if gain is None else beds * _as_gain(gain, DUCK_BEDS_DB)
        del beds
    if sheet["lines"]:
        sound += _speech(sheet["lines"], sheet["room"], n)
    for path, at_s, gain_db, pan in sheet["effects"]:
        dsp.add_at(sound, dsp.panned(dsp.read_wav(Path(path)), pan), dsp.samples(at_s), dsp.db(gain_db))
    sound *= np.float32(dsp.db(HEADROOM_DB))
    dsp.write_wav(Path(out), sound)
    return {"seconds": n / RATE}


def bridged(speech: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches of speech in order, those less than `BRIDGE_S` apart as one."""
    out: list[tuple[float, float]] = []
    for start, end in sorted(speech):
        if out and start - out[-1][1] < BRIDGE_S:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def duck_curve(speech: list[list[float]], n: int) -> Sound | None:
    """0 where nobody speaks, 1 under speech, smooth between; None where nobody speaks at all."""
    step = RATE // 200
    at = np.arange(n // step + 2) * step / RATE
    curve = np.zeros(len(at))
    for start, end in speech:
        curve = np.maximum(curve, np.clip(np.minimum((at - start + ATTACK_S) / ATTACK_S, (end + RELEASE_S - at) / RELEASE_S), 0, 1))
    if not curve.any():
        return None
    curve = curve**2 * (3 - 2 * curve)
    return np.interp(np.arange(n), np.arange(len(at)) * step, curve).astype(np.float32)


def _as_gain(curve: Sound, down_db: float) -> Sound:
    return np.asarray(np.exp(curve * np.float32(down_db * np.log(10) / 20))[:, None], np.float32)


def _making_way(f: NDArray[Any]) -> NDArray[Any]:
    """Where speech is understood, 1-4 kHz, the music yields a little more."""
    return np.asarray(1 - 0.4 * np.exp(-((np.log2(np.maximum(f, 1) / 2000) / 1.1) ** 2)))


def _music(cues: list[list[Any]], n: int) -> Sound:
    sound = np.zeros((n, 2), np.float32)
    for path, at_s in cues:
        at = dsp.samples(at_s)
        dsp.add_at(sound, dsp.read_wav(Path(path), max(0, -at), n - max(0, at)), max(0, at))
    return sound


def _beds(beds: list[list[Any]], n: int) -> Sound | None:
    out: Sound | None = None
    t = np.arange(n, dtype=np.float32) / np.float32(RATE)
    period = dsp.samples(LOOP_S)
    for path, gain_db, (in_a, in_b), (out_a, out_b), loop_s in beds:
        loop = dsp.read_wav(Path(path))
        index = (np.arange(n) + dsp.samples(loop_s)) % period
        fade = np.interp(t, [in_a, in_b, out_a, out_b], [0, 1, 1, 0]).astype(np.float32)
        layer = loop[index] * (fade * np.float32(dsp.db(gain_db + SPEECH_LUFS - BED_LUFS)))[:, None]
        out = layer if out is None else out + layer
    return out


def _speech(lines: list[list[Any]], room: list[Any], n: int) -> Sound:
    dry, wet = np.zeros((n, 2), np.float32), np.zeros((n, 2), np.float32)
    for path, at_s, pan, roomy in lines:
        said = dsp.panned(dsp.read_wav(Path(path)), pan)
        dsp.add_at(dry, said, dsp.samples(at_s))
        if roomy:
            dsp.add_at(wet, said, dsp.samples(at_s))
    name, seconds, level_db = room
    if wet.any():
        dry += dsp.echoed(wet, dsp.room(dsp.seed_of("room", name), seconds, 0.6, first_s=0.004)) * np.float32(dsp.db(level_db + 6))
    return dry


# ---------------------------------------------------------------- the master


class Reel:
    """Stretches read as one long sound."""

    def __init__(self, paths: list[str]) -> None:
        """`paths` in film order."""
        self._parts: list[tuple[int, int, Path]] = []
        at = 0
        for path in map(Path, paths):
            with wave.open(str(path), "rb") as file:
                count = file.getnframes()
            self._parts.append((at, at + count, path))
            at += count
        self.samples = at

    def read(self, start: int, end: int) -> Sound:
        """Samples from start up to end, cut to what there is."""
        parts = [dsp.read_wav(path, max(0, start - a), min(end, b) - max(start, a)) for a, b, path in self._parts if a < end and start < b]
        return np.concatenate(parts) if parts else np.zeros((0, 2), np.float32)

    def chunks(self) -> Iterator[tuple[int, int]]:
        """(start, end) of pieces that fit in memory."""
        for start in range(0, self.samples, _CHUNK):
            yield start, min(start + _CHUNK, self.samples)


def master(out: str, paths: list[str]) -> dict[str, Any]:
    """Join the stretches into one WAV at `TARGET_LUFS`, true peaks under `CEILING_DBTP`. Returns what was measured: `lufs`, `true_peak`, `seconds`."""
    reel = Reel(paths)
    gain = _gain_for(reel)
    ceiling = dsp.db(CEILING_DBTP)
    meter, top = Meter(), PeakMeter(ceiling / 2)
    with wave.open(out, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for start, end in reel.chunks():
            first = max(0, start - REACH)
            loud = reel.read(first, end + REACH) * np.float32(gain)
            sound = limited(loud, ceiling, start - first, end - start)
            file.writeframesraw(dsp.pcm(sound))
            meter.feed(sound)
            top.feed(sound)
    return {
        "seconds": round(reel.samples / RATE, 4), "samples": reel.samples, "lufs": round(meter.lufs, 2),
        "true_peak": round(20 * float(np.log10(max(top.end(), 1e-5))), 2), "gain_db": round(20 * float(np.log10(gain)), 2),
    }  # fmt: skip


def _gain_for(reel: Reel) -> float:
    """The gain at which the film, limiter included, has the loudness it should; found on the loudness of 100 ms and the peaks of 10 ms."""
    meter, peaks = Meter(), []
    for start, end in reel.chunks():
        sound = reel.read(start, end)
        meter.feed(sound)
        level = levels(sound)
        peaks.append(np.pad(level, (0, -len(level) % _PEAK_HOP)).reshape(-1, _PEAK_HOP).max(1))
    energies = meter.energies
    if meter.lufs <= QUIET_LUFS:
        return 1.0
    top = np.concatenate(peaks)[: len(energies) * 10]
    gain, ceiling = 1.0, dsp.db(CEILING_DBTP)
    for _ in range(6):
        kept = gains_for(top * np.float32(gain), ceiling, look=_LOOK_HOPS)[: len(energies) * 10].reshape(-1, 10)
        gain *= dsp.db(TARGET_LUFS - integrated(energies * gain**2 * (kept**2).mean(1)))
    return min(gain, dsp.db(_GAIN_DB_MAX))
