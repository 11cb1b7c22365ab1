"""Plain sound arithmetic in numpy: files, filters, echoes, fades. Runs inside child processes, so it imports numpy alone.

Sound is float32 in -1..1 at `RATE`; mono is shaped (n,), stereo (n, 2). Called by voices, music, ambience, mix, loudness.
"""

from __future__ import annotations

import wave
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Samples per second of everything that is heard in a film; one frame at 24 fps is exactly 2,000 of them."""

Sound = NDArray[np.float32]
Curve = Callable[[NDArray[Any]], NDArray[Any]]
"""Frequencies in Hz -> gains."""


def seed_of(*parts: str | int) -> int:
    """A seed that is the same in every process and on every machine."""
    return zlib.crc32("\x1f".join(map(str, parts)).encode())


def samples(seconds: float) -> int:
    """How many samples last this long."""
    return round(seconds * RATE)


def db(gain_db: float) -> float:
    """Decibels as a factor of amplitude."""
    return float(10 ** (gain_db / 20))


def write_wav(path: Path, sound: Sound) -> None:
    """Write 16-bit PCM at `RATE`; what is beyond full scale is clipped."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if sound.ndim == 1 else sound.shape[1])
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(pcm(sound))


def pcm(sound: Sound) -> bytes:
    """As 16-bit little-endian samples."""
    return bytes(np.rint(sound.clip(-1, 1) * 32767).astype("<i2").tobytes())


def read_wav(path: Path, start: int = 0, count: int | None = None) -> Sound:
    """Read 16-bit PCM from sample `start` on; fewer samples come back where the file ends. Mono is (n,), stereo (n, 2)."""
    with wave.open(str(path), "rb") as file:
        total, channels = file.getnframes(), file.getnchannels()
        start = min(start, total)
        file.setpos(start)
        raw = np.frombuffer(file.readframes(total - start if count is None else min(count, total - start)), "<i2")
    sound = raw.astype(np.float32) / np.float32(32768)
    return sound if channels == 1 else sound.reshape(-1, channels)


def good_size(n: int) -> int:
    """The smallest length >= n that Fourier transforms are fast for."""
    best = 1 << max(0, n - 1).bit_length()
    for odd in (3, 5, 9, 15, 25, 27):
        size = odd << max(0, (-(-n // odd) - 1)).bit_length()
        if n <= size < best:
            best = size
    return best


def shaped(sound: Sound, curve: Curve) -> Sound:
    """Equalise without shifting phase: every frequency is multiplied by `curve`."""
    n = len(sound)
    size = good_size(n + RATE // 20)
    gains = curve(np.fft.rfftfreq(size, 1 / RATE)).astype(np.float32)
    out = np.empty_like(sound)
    for channel in range(1 if sound.ndim == 1 else sound.shape[1]):
        at = np.s_[:] if sound.ndim == 1 else np.s_[:, channel]
        spectrum = np.fft.rfft(sound[at], size)
        spectrum *= gains
        out[at] = np.fft.irfft(spectrum, size)[:n]
    return out


def echoed(sound: Sound, impulse: Sound) -> Sound:
    """The sound (n, 2) as heard in the room whose stereo answer to a clap is `impulse` (m, 2), cut to n."""
    n = len(sound)
    size = good_size(n + len(impulse))
    out = np.empty_like(sound)
    for channel in (0, 1):
        spectrum = np.fft.rfft(sound[:, channel], size)
        spectrum *= np.fft.rfft(impulse[:, channel].astype(np.float32), size)
        out[:, channel] = np.fft.irfft(spectrum, size)[:n]
    return out


def room(seed: int, seconds: float, bright: float = 0.5, first_s: float = 0.012) -> Sound:
    """A generated stereo room: a few early reflections, then noise whose highs die sooner than its lows. Energy 1 per channel."""
    rng = np.random.default_rng(seed)
    n = samples(seconds)
    t = np.arange(n, dtype=np.float32) / RATE
    out = np.zeros((n, 2), np.float32)
    for channel in (0, 1):
        noise = rng.standard_normal(n).astype(np.float32)
        low, mid = smoothed(noise, 24), smoothed(noise, 6)
        out[:, channel] = low * 2.4 * np.exp(-t * 5 / seconds) + (mid - low) * 1.3 * np.exp(-t * 7 / seconds)
        out[:, channel] += (noise - mid) * bright * 0.5 * np.exp(-t * 14 / seconds)
        for _ in range(9):
            at = samples(rng.uniform(0.008, min(0.075, seconds / 2)))
            out[at, channel] += rng.choice((-1, 1)) * 9 * np.exp(-at / RATE / 0.05)
    out = out * np.float32(0.8) + out.mean(1, keepdims=True) * np.float32(0.45)
    out *= np.clip(t / first_s, 0, 1)[:, None]
    return np.asarray(out / np.sqrt((out**2).sum(0)), np.float32)


def smoothed(sound: Sound, width: int) -> Sound:
    """A cheap low-pass: a box of `width` samples, twice."""
    for _ in range(2):
        total = np.cumsum(np.concatenate([np.zeros(width), sound]), dtype=np.float64)
        sound = ((total[width:] - total[:-width]) / width).astype(np.float32)
    return sound


def edged(sound: Sound, in_s: float, out_s: float) -> Sound:
    """The sound with raised-cosine edges of these lengths, in seconds: it begins and ends at silence."""
    out = sound.copy()
    a, b = min(samples(in_s), len(out)), min(samples(out_s), len(out))
    rise = (0.5 - 0.5 * np.cos(np.pi * np.arange(a) / max(a, 1))).astype(np.float32)
    fall = (0.5 + 0.5 * np.cos(np.pi * (np.arange(b) + 1) / max(b, 1))).astype(np.float32)
    out[:a] *= rise if out.ndim == 1 else rise[:, None]
    out[len(out) - b :] *= fall if out.ndim == 1 else fall[:, None]
    return out


def band(low_hz: float, high_hz: float, tilt: float = 0.0) -> Curve:
    """A band-pass curve with slopes of 12 dB an octave; `tilt` is the power of frequency inside it."""

    def curve(f: NDArray[Any]) -> NDArray[Any]:
        f = np.maximum(f, 20.0)
        return np.asarray((f / 1000) ** tilt / np.sqrt(1 + (low_hz / f) ** 4) / np.sqrt(1 + (f / high_hz) ** 4))

    return curve


def panned(mono: Sound, pan: float) -> Sound:
    """Mono as stereo at constant power; `pan` runs from -1 (left) to 1 (right)."""
    angle = (pan + 1) * np.pi / 4
    return np.stack([mono * np.float32(np.cos(angle) * 2**0.5), mono * np.float32(np.sin(angle) * 2**0.5)], 1)


def add_at(into: Sound, sound: Sound, at: int, gain: float = 1.0) -> None:
    """Mix `sound` into a longer sound of the same channels from sample `at`; what lies outside is dropped."""
    start, end = max(0, at), min(len(into), at + len(sound))
    if start < end:
        into[start:end] += sound[start - at : end - at] * np.float32(gain)
