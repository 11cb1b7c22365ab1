"""How loud it is and how to make it right: ITU-R BS.1770 loudness, true peak, and a limiter that looks ahead. numpy alone.

Streams chunk by chunk, so an hour needs no more memory than a minute. Called by `core.film.mix`; checked against ffmpeg's ebur128.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.film.dsp import RATE, Sound, good_size

HOP = RATE // 10
"""Loudness is gathered in steps of 100 ms; a gating block is four of them."""
_TAPS = 4096
_PHASES, _WING = 4, 12
_BATCH = 1 << 15
QUIET_LUFS = -70.0

Energies = NDArray[np.float64]


@cache
def _k_filter() -> NDArray[np.float64]:
    """The impulse response of the two K-weighting biquads of BS.1770 at 48 kHz, to where it has died away."""
    x = np.zeros(_TAPS)
    x[0] = 1.0
    for b, a in (
        ((1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585)),
        ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621)),
    ):
        y = np.zeros(_TAPS)
        for i in range(_TAPS):
            y[i] = b[0] * x[i] + (b[1] * x[i - 1] - a[0] * y[i - 1] if i > 0 else 0) + (b[2] * x[i - 2] - a[1] * y[i - 2] if i > 1 else 0)
        x = y
    return x


class Meter:
    """Feed it stereo or mono sound in order; read its loudness at the end."""

    def __init__(self) -> None:
        """Nothing fed yet."""
        self._past: Sound | None = None
        self._rest = np.zeros((0,))
        self._energies: list[Energies] = []

    def feed(self, sound: Sound) -> None:
        """The next samples."""
        stereo = sound[:, None] if sound.ndim == 1 else sound
        past = np.zeros((_TAPS - 1, stereo.shape[1]), np.float32) if self._past is None else self._past
        whole = np.concatenate([past, stereo])
        self._past = whole[len(whole) - (_TAPS - 1) :]
        size = good_size(len(whole))
        response = np.fft.rfft(_k_filter().astype(np.float32), size)
        power = np.zeros(len(stereo))
        for channel in range(stereo.shape[1]):
            weighted = np.fft.irfft(np.fft.rfft(whole[:, channel], size) * response, size)[_TAPS - 1 : len(whole)]
            power += weighted.astype(np.float64) ** 2
        power = np.concatenate([self._rest, power])
        hops = len(power) // HOP
        self._energies.append(power[: hops * HOP].reshape(hops, HOP).mean(1))
        self._rest = power[hops * HOP :]

    @property
    def energies(self) -> Energies:
        """K-weighted mean square per 100 ms, channels summed."""
        return np.concatenate(self._energies) if self._energies else np.zeros(0)

    @property
    def lufs(self) -> float:
        """Integrated loudness of what was fed so far."""
        return integrated(self.energies)


def integrated(energies: Energies) -> float:
    """Gated loudness in LUFS of K-weighted 100 ms energies; `QUIET_LUFS` for silence."""
    if not len(energies):
        return QUIET_LUFS
    steps = min(4, len(energies))
    blocks = np.convolve(energies, np.ones(steps) / steps, "valid")
    loud = blocks[_lufs(blocks) > QUIET_LUFS]
    if not len(loud):
        return QUIET_LUFS
    loud = loud[_lufs(loud) > _lufs(loud.mean()) - 10]
    return float(_lufs(loud.mean()))


def _lufs(energy: NDArray[np.float64] | float) -> NDArray[np.float64]:
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(energy, 1e-12)))


def loudness(sound: Sound) -> float:
    """Integrated loudness of a whole sound in LUFS."""
    meter = Meter()
    meter.feed(sound)
    return meter.lufs


@cache
def _between() -> Sound:
    """Windowed-sinc filters, one a column, that give the values a quarter, a half and three quarters of the way to the next sample."""
    at = np.arange(1 - _WING, _WING + 1)[:, None] - np.arange(1, _PHASES)[None, :] / _PHASES
    return np.asarray(np.sinc(at) * np.cos(np.pi * at / (2 * _WING + 2)) ** 2, np.float32)


def levels(sound: Sound) -> Sound:
    """The highest level of any channel, sample by sample."""
    if sound.ndim == 1:
        return np.abs(sound)
    out = np.abs(sound[:, 0])
    for channel in range(1, sound.shape[1]):
        np.maximum(out, np.abs(sound[:, channel]), out=out)
    return out


def true_peaks(sound: Sound, floor: float = 0.0) -> Sound:
    """Per sample, the highest level of any channel from there to the next, four times oversampled.

    Between samples that are both under `floor` nothing is looked for: what matters is higher.
    """
    peak = levels(sound)
    loud = peak > floor
    loud[:-1] |= loud[1:]
    places = np.flatnonzero(loud)
    if not len(places):
        return peak
    stereo = sound[:, None] if sound.ndim == 1 else sound
    found = peak[places]
    for channel in range(stereo.shape[1]):
        padded = np.pad(stereo[:, channel], (_WING - 1, _WING))
        around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _WING)
        for start in range(0, len(places), _BATCH):
            some = places[start : start + _BATCH]
            values = np.abs(around[some] @ _between()).max(1)
            np.maximum(found[start : start + _BATCH], values, out=found[start : start + _BATCH])
    peak[places] = found
    return peak


class PeakMeter:
    """Feed it sound in order; read its highest true peak. What is between two feeds is looked at with the samples of both."""

    def __init__(self, floor: float = 0.0) -> None:
        """`floor`: a level from which it is worth looking between samples."""
        self.peak, self._floor = 0.0, floor
        self._rest: Sound | None = None
        self._known = 0

    def feed(self, sound: Sound) -> None:
        """The next samples."""
        whole = sound if self._rest is None else np.concatenate([self._rest, sound])
        until = max(self._known, len(whole) - _WING)
        self._note(whole, self._known, until)
        cut = max(0, len(whole) - 2 * _WING)
        self._rest, self._known = whole[cut:], until - cut

    def end(self) -> float:
        """The highest true peak, when all was fed."""
        if self._rest is not None:
            self._note(self._rest, self._known, len(self._rest))
        return self.peak

    def _note(self, whole: Sound, start: int, end: int) -> None:
        """Samples near an edge of what is at hand would seem to jump to silence there: they are looked at when their neighbours have come."""
        if end > start:
            peaks = true_peaks(whole, floor=max(self.peak, self._floor) * 0.7)
            self.peak = max(self.peak, float(peaks[start:end].max(initial=0.0)))


STEP = 48
"""The limiter thinks in steps of 1 ms."""
_LOOK = 24
"""Steps the limiter sees ahead and behind: it is down before a peak comes and lets go as slowly."""
REACH = (2 * _LOOK + 2) * STEP
"""Samples on each side that the gain at one sample can depend on."""


def limited(sound: Sound, ceiling: float, before: int, count: int) -> Sound:
    """`count` samples of `sound` from sample `before`, turned down smoothly wherever their true peak would pass `ceiling`.

    Give `REACH` samples more on both sides (fewer at the film's ends), with `before` a multiple of `STEP`, so that chunks join exactly.
    """
    peaks = true_peaks(sound, floor=ceiling * 0.6)
    steps = -(-len(peaks) // STEP)
    peaks = np.pad(peaks, (0, steps * STEP - len(peaks))).reshape(steps, STEP).max(1)
    gains = gains_for(peaks, ceiling)
    if gains.min() >= 1.0:
        return sound[before : before + count]
    at = np.arange(before, before + count, dtype=np.float32) / STEP - 0.5
    curve = np.interp(at, np.arange(steps), gains).astype(np.float32)
    return np.asarray(sound[before : before + count] * (curve if sound.ndim == 1 else curve[:, None]), np.float32)


def gains_for(peaks: NDArray[np.float32], ceiling: float, look: int = _LOOK) -> NDArray[np.float64]:
    """The smooth gain per step that keeps every peak under the ceiling: the lowest need in sight, averaged over the same sight."""
    need = np.minimum(1.0, ceiling / np.maximum(peaks.astype(np.float64), 1e-9))
    if need.min() >= 1.0:
        return need
    width = look + 1
    padded = np.pad(need, look + 1, constant_values=1.0)
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * width + 1).min(1)
    window = np.hanning(2 * look + 1)
    return np.convolve(np.pad(lowest, look, mode="edge"), window / window.sum(), "valid")
