"""Where a track has its beats: onsets by spectral flux, a tempo that explains them, and the train of beats that fits both best.

The method is Ellis's (Beat Tracking by Dynamic Programming, 2007), in numpy alone: the libraries that have it bring a compiler or are no longer kept.
Called by `own_track.inspect`, in a child process.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.film.dsp import RATE, read_wav

HOP = 480
"""Samples between two looks: 10 ms."""
WINDOW = 2048
BANDS = 40
COMPRESSION = 100.0
BPM_LIKELY, BPM_SPREAD_OCTAVES = 120.0, 0.9
"""Tempi are weighed by their distance from the likeliest: of half, same and double tempo people tap the middle one."""
BPM_MIN, BPM_MAX = 50.0, 210.0
TIGHTNESS = 100.0
"""How much a beat that comes early or late is held against it."""
CHUNK_S = 30

Array = NDArray[np.float64]


def beats_of(wav: str) -> dict[str, Any]:
    """(bpm, beats in seconds) of a 48 kHz WAV. Blocking. A track without a pulse gives the train that fits it least badly."""
    strength = onset_strength(Path(wav))
    if len(strength) < 4 * RATE // HOP or not strength.any():
        return {"bpm": 0.0, "beats": []}
    period = _period(strength)
    frames = _train(strength, period)
    late_s = WINDOW / 2 / RATE  # an onset shows when it enters the middle of the window
    return {"bpm": round(60 * RATE / HOP / period, 2), "beats": [round(frame * HOP / RATE + late_s, 3) for frame in frames]}


def onset_strength(path: Path) -> Array:
    """How much begins in every 10 ms, over all bands; mean 0, spread 1. Read in chunks, so that a long track takes no memory."""
    flux: list[Array] = []
    before: Array | None = None
    at, step = 0, CHUNK_S * RATE
    while len(sound := read_wav(path, at, step + WINDOW)) > WINDOW:
        mono = sound if sound.ndim == 1 else sound.mean(1)
        loud = _bands(mono)
        first = loud[:1] if before is None else before
        flux.append(np.maximum(0, np.diff(np.vstack([first, loud]), axis=0)).mean(1))
        before = loud[-1:]
        at += len(loud) * HOP
        if len(sound) < step + WINDOW:
            break
    if not flux:
        return np.zeros(0)
    found = np.concatenate(flux)
    slow = np.convolve(found, np.ones(100) / 100, "same")
    found = found - slow
    return np.asarray(found / (found.std() or 1.0))


def _bands(mono: NDArray[np.float32]) -> Array:
    """How loud each of `BANDS` bands is, compressed as the ear does, every hop. The drum that carries a beat is low: low bands count more."""
    frames = np.lib.stride_tricks.sliding_window_view(mono, WINDOW)[::HOP]
    window = np.hanning(WINDOW).astype(np.float32)
    magnitude = np.abs(np.fft.rfft(frames * window, axis=1)) / (window.sum() / 2)
    edges = np.unique(np.geomspace(1, magnitude.shape[1] - 1, BANDS + 1).astype(int))
    bands = np.maximum.reduceat(magnitude, edges[:-1], axis=1)
    return np.asarray(np.log1p(COMPRESSION * bands) * np.linspace(2.0, 0.5, len(edges) - 1), np.float64)


def _period(strength: Array) -> float:
    """Frames from beat to beat: the lag at which the onsets repeat best, likelier tempi preferred."""
    n = 1 << (2 * len(strength)).bit_length()
    spectrum = np.abs(np.fft.rfft(strength, n)) ** 2
    again = np.fft.irfft(spectrum)[: len(strength)]
    per_minute = 60 * RATE / HOP
    lags = np.arange(int(per_minute / BPM_MAX), min(len(strength) - 1, int(per_minute / BPM_MIN)))
    likely = np.exp(-0.5 * (np.log2(per_minute / lags / BPM_LIKELY) / BPM_SPREAD_OCTAVES) ** 2)
    score = again[lags] * likely
    best = int(score.argmax())
    if 0 < best < len(lags) - 1:  # between two whole lags
        left, middle, right = score[best - 1 : best + 2]
        bend = left - 2 * middle + right
        return float(lags[best] + (0.5 * (left - right) / bend if bend else 0.0))
    return float(lags[best])


def _train(strength: Array, period: float) -> list[int]:
    """The frames of the beats: onsets that are strong and about a period apart."""
    smooth = np.convolve(strength, np.exp(-0.5 * (np.arange(-int(period), int(period) + 1) * 32 / period) ** 2), "same")
    back = np.arange(-round(2 * period), -round(period / 2) + 1)
    cost = -TIGHTNESS * np.log(-back / period) ** 2
    total, before = smooth.copy(), np.full(len(smooth), -1)
    for at in range(len(smooth)):
        here = at + back
        valid = here >= 0
        if valid.any():
            scores = cost[valid] + total[here[valid]]
            best = int(scores.argmax())
            if scores[best] > 0 or at > 2 * period:
                total[at] += scores[best]
                before[at] = here[valid][best]
    last = len(total) - 1 - int(np.argmax(total[::-1][: max(1, round(period))]))
    frames = []
    while last >= 0:
        frames.append(int(last))
        last = int(before[last])
    return frames[::-1]
