"""Ambience without recordings: loops of sea, wind, rain, streets, rooms, made of shaped noise and small events. Child processes only.

A bed is `LOOP_S` seconds of stereo that join their own end without a seam (noise shaped over a whole period is periodic), so one bed
serves every scene of every film. Called by `core.film.ambience`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.film import dsp
from core.film.dsp import RATE, Curve, Sound, band
from core.film.loudness import loudness

LOOP_S = 18.0
BED_LUFS = -24.0
_N = dsp.samples(LOOP_S)
_FREQUENCIES = np.fft.rfftfreq(_N, 1 / RATE)
_PEAK = 0.8
_CONTROL = 64
"""Slow changes are computed for every so many samples."""
_INAUDIBLE = 3e-4

Rng = np.random.Generator


def make_bed(out: str, kind: str) -> dict[str, Any]:
    """Write the bed of this kind. Returns the facts."""
    rng = np.random.default_rng(dsp.seed_of("bed", kind))
    sound = BEDS[kind](rng).astype(np.float32)
    sound *= np.float32(dsp.db(BED_LUFS - loudness(sound)))
    peak = float(np.abs(sound).max())
    if peak > _PEAK:
        sound = np.asarray(np.tanh(sound / _PEAK) * _PEAK, np.float32)
    dsp.write_wav(Path(out), sound)
    return {"seconds": LOOP_S}


def _noise(rng: Rng, curve: Curve, width: float = 0.6) -> Sound:
    """Periodic stereo noise of this spectrum at level 1; `width` 0 is mono, 1 is two unrelated sides."""
    gains = curve(_FREQUENCIES).astype(np.float32)
    gains[0] = 0
    both, left, right = (_spectrum(rng, gains) for _ in range(3))
    out = np.stack([np.fft.irfft(both * np.float32(1 - width) + side * np.float32(width), _N) for side in (left, right)], 1)
    return np.asarray(out / out.std(), np.float32)


def _spectrum(rng: Rng, gains: NDArray[np.float32]) -> NDArray[np.complex64]:
    """Random tones of these levels; what they make together has no beginning and no end."""
    heard = np.flatnonzero(gains > gains.max() * _INAUDIBLE)
    out = np.zeros(len(gains), np.complex64)
    parts = rng.standard_normal((heard[-1] + 1 - heard[0], 2), dtype=np.float32)
    out[heard[0] : heard[-1] + 1] = parts.view(np.complex64)[:, 0] * gains[heard[0] : heard[-1] + 1]
    return out


def _slow(rng: Rng, period_s: float, low: float, high: float) -> NDArray[np.float32]:
    """A periodic wandering between low and high, shaped (n, 1)."""
    count = max(3, round(LOOP_S / period_s))
    knots = rng.uniform(0, 1, count)
    at = np.linspace(0, count, _N // _CONTROL + 1)
    i = at.astype(np.int64)
    t = (at - i) ** 2 * (3 - 2 * (at - i))
    curve = low + (high - low) * (knots[i % count] * (1 - t) + knots[(i + 1) % count] * t)
    return np.interp(np.arange(_N, dtype=np.float32), np.arange(len(at)) * _CONTROL, curve).astype(np.float32)[:, None]


def _drop(into: Sound, event: Sound, at_s: float, pan: float, gain: float = 1.0) -> None:
    """Add a mono event to the loop; what passes its end goes on at its beginning."""
    stereo = dsp.panned(event, pan) * np.float32(gain)
    index = (int(at_s * RATE) + np.arange(len(event))) % _N
    into[index] += stereo


def _scatter(rng: Rng, every_s: float) -> list[float]:
    return list(rng.uniform(0, LOOP_S, max(1, round(LOOP_S / every_s))))


def _lump(hz: float, octaves: float) -> Curve:
    return lambda f: np.exp(-((np.log2(np.maximum(f, 1) / hz) / octaves) ** 2))


def _decay(seconds: float, fall: float) -> NDArray[np.float32]:
    t = np.arange(dsp.samples(seconds), dtype=np.float32) / RATE
    return np.asarray(np.exp(-t / fall), np.float32)


def sea(rng: Rng) -> Sound:
    """Each wave: a rumble that gathers, a bright break, a long hiss back."""
    rumble, hiss = _noise(rng, band(80, 800, -0.7)), _noise(rng, band(900, 7000, -0.45))
    out = _noise(rng, band(40, 300, -0.9)) * np.float32(0.35)
    t = np.arange(_N) / RATE
    at = 0.0
    for _ in range(3):
        since = (t - at + 3) % LOOP_S - 3
        gather = np.where(since < 2.2, np.exp(-(((since - 2.2) / 1.2) ** 2)), np.exp(-(since - 2.2) / 1.7))
        broke = np.where(since < 2.6, np.exp(-(((since - 2.6) / 0.55) ** 2)), np.exp(-(since - 2.6) / 2.4))
        size, pan = rng.uniform(0.7, 1.1), rng.uniform(-0.3, 0.3)
        sides = np.array([1 - pan, 1 + pan])
        out += (size * (gather[:, None] * rumble + 0.6 * broke[:, None] * hiss) * sides).astype(np.float32)
        at += LOOP_S / 3 + rng.uniform(-0.7, 0.7)
    return out


def wind(rng: Rng) -> Sound:
    """Four whistling bands that rise and fall on their own."""
    out = _noise(rng, band(40, 2500, -0.7)) * np.float32(0.18)
    for hz, period, gain in ((150, 5.0, 1.2), (330, 3.4, 0.9), (640, 2.4, 0.55), (1300, 2.0, 0.2)):
        out += _noise(rng, _lump(hz, 0.5), 0.7) * _slow(rng, period, 0, 1) ** 2 * np.float32(gain)
    return out


def rain(rng: Rng) -> Sound:
    """A curtain, and the drops that are near."""
    out = _noise(rng, band(500, 9000, -0.35), 0.85) * _slow(rng, 4, 0.8, 1) + np.float32(0.4) * _noise(rng, band(80, 400, -0.5))
    for at in _scatter(rng, 0.03):
        t = np.arange(1600, dtype=np.float32)
        ping = np.exp(-t / rng.uniform(70, 260)) * np.sin(t * np.float32(2 * np.pi * rng.uniform(1400, 5200) / RATE))
        _drop(out, ping.astype(np.float32), at, float(rng.uniform(-0.9, 0.9)), min(2.5, float(rng.pareto(2.4)) * 0.4))
    return out


def muffled(make: Callable[[Rng], Sound], hz: float) -> Callable[[Rng], Sound]:
    """The same from behind a wall or a window."""

    def bed(rng: Rng) -> Sound:
        sound = make(rng)
        for channel in (0, 1):
            spectrum = np.fft.rfft(sound[:, channel])
            spectrum /= (1 + (_FREQUENCIES / hz) ** 2).astype(np.float32)
            sound[:, channel] = np.fft.irfft(spectrum, _N)
        return sound

    return bed


def thunder(rng: Rng) -> Sound:
    """Far thunder, now and then."""
    rumble = _noise(rng, band(25, 180, -0.6))
    t = np.arange(_N) / RATE
    out = np.zeros((_N, 2), np.float32)
    for at in (2.0, 11.0):
        since = (t - at - rng.uniform(0, 2)) % LOOP_S
        shape = np.clip(since / 0.4, 0, 1) * np.exp(-since / 2.2) * (0.6 + 0.4 * np.sin(2 * np.pi * since * 1.3) ** 2)
        out += (rumble * shape[:, None]).astype(np.float32)
    return out


def city(rng: Rng) -> Sound:
    """The roar of streets and the cars that pass."""
    out = _noise(rng, band(40, 450, -0.9)) + np.float32(0.14) * _noise(rng, band(300, 3000, -0.8))
    tyres = _noise(rng, band(140, 1700, -0.6), 0.2)
    t = np.arange(_N) / RATE
    for at in np.arange(4) * LOOP_S / 4 + rng.uniform(0, 2, 4):
        since = (t - at + LOOP_S / 2) % LOOP_S - LOOP_S / 2
        swell = np.exp(-((since / rng.uniform(0.9, 1.8)) ** 2)) * rng.uniform(0.4, 0.9)
        pan = np.clip(0.5 + since * rng.choice((-0.28, 0.28)), 0.05, 0.95)
        out += (tyres * (swell[:, None] * np.stack([1 - pan, pan], 1))).astype(np.float32)
    return out


def room(rng: Rng) -> Sound:
    """A quiet room: air, and a trace of the mains."""
    t = (np.arange(_N, dtype=np.float32) / RATE)[:, None]
    return np.asarray(
        _noise(rng, band(50, 500, -1.0)) + 0.04 * _noise(rng, band(500, 6000, -0.4)) + 0.05 * np.sin(2 * np.pi * 50 * t) + 0.02 * np.sin(2 * np.pi * 100 * t),
        np.float32,
    )


def hall(rng: Rng) -> Sound:
    """A large quiet space: low air that breathes."""
    return _noise(rng, band(35, 260, -0.8), 0.8) * _slow(rng, 6, 0.7, 1) + np.float32(0.1) * _noise(rng, band(250, 2500, -0.8), 0.9)


def leaves(rng: Rng) -> Sound:
    """Wind in leaves."""
    return _noise(rng, band(900, 7500, -0.2), 0.8) * _slow(rng, 3, 0.15, 1) ** 2 + np.float32(0.35) * _noise(rng, band(120, 700, -0.6)) * _slow(rng, 4, 0.3, 1)


def _chirps(rng: Rng, low: float, high: float, notes: int, length: float) -> Sound:
    """One bird's phrase: a few gliding whistles."""
    parts = []
    centre, bend = rng.uniform(low, high), rng.uniform(-0.25, 0.35)
    for _ in range(notes):
        t = np.arange(dsp.samples(length * rng.uniform(0.7, 1.3)), dtype=np.float64) / RATE
        rise = t / t[-1]
        hz = centre * rng.uniform(0.94, 1.06) * (1 + bend * rise + 0.02 * np.sin(2 * np.pi * 28 * t))
        parts += [np.sin(2 * np.pi * np.cumsum(hz) / RATE) * np.sin(np.pi * rise) ** 1.5, np.zeros(dsp.samples(rng.uniform(0.03, 0.12)))]
    return np.concatenate(parts).astype(np.float32)


def birds(rng: Rng) -> Sound:
    """Some birds, near and far."""
    out = _noise(rng, band(300, 3000, -0.8)) * np.float32(0.02)
    for at in _scatter(rng, 1.5):
        _drop(out, _chirps(rng, 2300, 4800, int(rng.integers(2, 6)), 0.11), at, float(rng.uniform(-0.9, 0.9)), float(rng.uniform(0.1, 0.8)) ** 1.5)
    return out


def gulls(rng: Rng) -> Sound:
    """Gulls that call to each other."""
    out = _noise(rng, band(200, 2000, -0.8)) * np.float32(0.02)
    for at in _scatter(rng, 4.0):
        for i in range(int(rng.integers(2, 5))):
            t = np.arange(dsp.samples(0.32), dtype=np.float64) / RATE
            hz = 1050 * rng.uniform(0.95, 1.1) * (1 + 0.35 * np.exp(-t / 0.08) - 0.25 * t / t[-1])
            phase = 2 * np.pi * np.cumsum(hz) / RATE
            cry = (np.sin(phase) + 0.6 * np.sin(2 * phase) + 0.35 * np.sin(3 * phase)) * np.sin(np.pi * t / t[-1]) ** 0.7
            _drop(out, cry.astype(np.float32), at + i * rng.uniform(0.4, 0.5), float(rng.uniform(-0.8, 0.8)), 0.3 * float(rng.uniform(0.4, 1)))
    return out


def crickets(rng: Rng) -> Sound:
    """A warm night."""
    out = _noise(rng, band(200, 1500, -0.8)) * np.float32(0.08)
    t = np.arange(_N, dtype=np.float64) / RATE
    for hz, pulses, pan, gain in ((4300, 2, -0.5, 0.5), (4650, 2.5, 0.4, 0.4), (3900, 1.5, 0.1, 0.25)):
        trill = np.clip(np.sin(2 * np.pi * pulses * t + rng.uniform(0, 6)), 0, 1) * np.clip(np.sin(2 * np.pi * pulses * 14 * t), 0, 1)
        out += dsp.panned((np.sin(2 * np.pi * hz * t) * trill).astype(np.float32), pan) * np.float32(gain)
    return out


def hum(rng: Rng) -> Sound:
    """The inside of something that travels through nothing."""
    t = (np.arange(_N, dtype=np.float64) / RATE)[:, None]
    tones = sum(g * np.sin(2 * np.pi * hz * t + np.array([0, p])) for hz, g, p in ((55, 0.5, 0.7), (82.5, 0.3, 1.9), (110, 0.22, 2.6), (165, 0.1, 0.4)))
    return np.asarray(
        _noise(rng, band(40, 240, -0.8)) * _slow(rng, 6, 0.5, 0.9) + tones + 0.05 * _noise(rng, _lump(2200, 0.6), 0.9) * _slow(rng, 4, 0, 1), np.float32
    )


def machine(rng: Rng) -> Sound:
    """A fan or a refrigerator in the next room."""
    t = (np.arange(_N, dtype=np.float64) / RATE)[:, None]
    tones = sum(np.sin(2 * np.pi * 50 * k * t + k) * 0.5 / k for k in (1, 2, 3, 4, 6, 8))
    return np.asarray(tones * (1 + 0.1 * np.sin(2 * np.pi * 0.5 * t)) + 0.5 * _noise(rng, band(100, 1600, -0.6), 0.3), np.float32)


def train(rng: Rng) -> Sound:
    """A carriage: a roar below, the rails in pairs."""
    out = _noise(rng, band(35, 300, -0.7)) + np.float32(0.12) * _noise(rng, band(400, 3500, -0.6)) * _slow(rng, 3, 0.5, 1)
    knock = (
        rng.standard_normal(6000).astype(np.float32) * _decay(0.125, 0.02)
        + np.sin(np.arange(6000) * 2 * np.pi * 95 / RATE).astype(np.float32) * _decay(0.125, 0.03) * 2
    ).astype(np.float32)
    for i in range(16):
        for late, gain in ((0, 1.0), (0.17, 0.8), (0.62, 0.55), (0.79, 0.45)):
            _drop(out, dsp.smoothed(np.pad(knock, (0, 12)), 10)[:6000], i * LOOP_S / 16 + late, 0.15 if late < 0.5 else -0.2, gain * 1.1)
    return out


def murmur(rng: Rng) -> Sound:
    """People talking, no word to be caught."""
    out = np.zeros((_N, 2), np.float32)
    for _ in range(9):
        pitch = rng.uniform(0.85, 1.3)
        low, high = _lump(480 * pitch, 0.55), _lump(1500 * pitch, 0.4)
        gains = (low(_FREQUENCIES) + 0.3 * high(_FREQUENCIES)).astype(np.float32)
        voice = np.fft.irfft(_spectrum(rng, gains), _N)
        voice /= voice.std()
        talk = (_slow(rng, 0.19, 0, 1)[:, 0] ** 2) * (_slow(rng, 2.2, -0.4, 1)[:, 0].clip(0, 1))
        out += dsp.panned((voice * talk).astype(np.float32), float(rng.uniform(-0.9, 0.9)))
    return out + np.float32(0.08) * _noise(rng, band(80, 900, -0.6))


def fire(rng: Rng) -> Sound:
    """A low roar, and crackles."""
    out = _noise(rng, band(50, 420, -0.8)) * _slow(rng, 0.7, 0.5, 1) * np.float32(0.5)
    for at in _scatter(rng, 0.09):
        crack = (rng.standard_normal(900) * np.exp(-np.arange(900) / rng.uniform(15, 160))).astype(np.float32)
        _drop(out, crack, at, float(rng.uniform(-0.6, 0.6)), min(3.0, float(rng.pareto(1.8)) * 0.35))
    return out


def river(rng: Rng) -> Sound:
    """Water over stones."""
    out = _noise(rng, band(250, 3500, -0.5), 0.8) + np.float32(0.5) * _noise(rng, band(60, 400, -0.6))
    for at in _scatter(rng, 0.06):
        t = np.arange(2600, dtype=np.float64) / RATE
        hz = rng.uniform(380, 1300) * (1 + 3.0 * t)
        _drop(
            out,
            (np.sin(2 * np.pi * np.cumsum(hz) / RATE) * np.sin(np.pi * t / t[-1]) ** 2).astype(np.float32),
            at,
            float(rng.uniform(-0.9, 0.9)),
            float(rng.uniform(0.1, 0.7)),
        )
    return out


def creaks(rng: Rng) -> Sound:
    """Old wood that works."""
    out = _noise(rng, band(60, 500, -0.9)) * np.float32(0.03)
    for at in _scatter(rng, 4.5):
        n = dsp.samples(rng.uniform(0.4, 0.9))
        t = np.arange(n) / RATE
        clicks = (np.sin(2 * np.pi * np.cumsum(rng.uniform(22, 40) * (1 + 0.8 * np.sin(np.pi * t / t[-1]))) / RATE) > 0.98).astype(np.float32)
        body = dsp.shaped(clicks, _lump(rng.uniform(500, 900), 0.35)) * np.sin(np.pi * t / t[-1]).astype(np.float32)
        _drop(out, body / max(1e-6, float(np.abs(body).max())), at, float(rng.uniform(-0.7, 0.7)), 0.4)
    return out


def _ticks(rng: Rng) -> Sound:
    out = _noise(rng, band(60, 400, -0.9)) * np.float32(0.01)
    t = np.arange(1800, dtype=np.float32)
    for i in range(int(LOOP_S)):
        for late, hz in ((0.0, 2100), (0.5, 1750)):
            _drop(out, (np.sin(t * np.float32(2 * np.pi * hz / RATE)) * np.exp(-t / 140)).astype(np.float32), i + late, 0.3, 0.5)
    return out


def glasses(rng: Rng) -> Sound:
    """A glass here, a glass there."""
    out = _noise(rng, band(300, 3000, -0.8)) * np.float32(0.01)
    for at in _scatter(rng, 2.5):
        hz = rng.uniform(2200, 4200)
        t = np.arange(14000, dtype=np.float32) / RATE
        ping = sum(np.sin(2 * np.pi * hz * k * t) * np.exp(-t * (14 + 10 * k)) / k for k in (1, 2.32, 3.9))
        _drop(out, np.asarray(ping, np.float32), at, float(rng.uniform(-0.9, 0.9)), float(rng.uniform(0.1, 0.5)))
    return out


def steps_far(rng: Rng) -> Sound:
    """Somebody walks by at a distance."""
    out = _noise(rng, band(100, 800, -0.8)) * np.float32(0.03)
    for i in range(30):
        tap = (rng.standard_normal(2400) * np.exp(-np.arange(2400) / 260)).astype(np.float32)
        _drop(out, dsp.smoothed(np.pad(tap, (0, 16)), 12)[:2400], i * 0.6 + rng.uniform(0, 0.03), -0.8 + i * 0.05, 0.8 * float(np.sin(np.pi * i / 30)))
    return out


BEDS: dict[str, Callable[[Rng], Sound]] = {
    "sea": sea, "wind": wind, "rain": rain, "thunder": thunder, "city": city, "room": room, "hall": hall, "leaves": leaves, "birds": birds, "gulls": gulls,
    "crickets": crickets, "hum": hum, "hum_far": muffled(hum, 150), "machine": machine, "train": train, "murmur": murmur, "fire": fire, "river": river,
    "creaks": creaks, "clock": _ticks, "glasses": glasses, "steps_far": steps_far,
    "rain_inside": muffled(rain, 700), "wind_inside": muffled(wind, 350), "sea_inside": muffled(sea, 400),
}  # fmt: skip
