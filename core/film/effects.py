"""Small sounds that a shot's note asks for: bells, doors, steps, knocks, made of tones and noise. Child processes only.

Each is mono at `RATE`, at most a few seconds, its peak at 1. Called by `core.film.ambience`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.film import dsp
from core.film.dsp import RATE, Sound, band

Rng = np.random.Generator
_PEAK = 0.8


def make_effect(out: str, kind: str, variation: int) -> dict[str, Any]:
    """Write the effect of this kind. Returns the facts."""
    rng = np.random.default_rng([dsp.seed_of("effect", kind), variation])
    sound = np.asarray(EFFECTS[kind](rng), np.float32)
    sound = dsp.edged(sound * np.float32(_PEAK / max(1e-6, float(np.abs(sound).max()))), 0.002, min(0.3, len(sound) / RATE / 4))
    dsp.write_wav(Path(out), sound)
    return {"seconds": round(len(sound) / RATE, 4)}


def _t(seconds: float) -> NDArray[np.float64]:
    return np.arange(dsp.samples(seconds)) / RATE


def _noise(rng: Rng, seconds: float, low_hz: float, high_hz: float) -> Sound:
    sound = dsp.shaped(rng.standard_normal(dsp.samples(seconds)).astype(np.float32), band(low_hz, high_hz))
    return np.asarray(sound / sound.std(), np.float32)


def _ring(seconds: float, hz: float, partials: Sequence[tuple[float, float, float]]) -> NDArray[np.float64]:
    """A struck body: (multiple of hz, level, seconds to fall to a third)."""
    t = _t(seconds)
    return np.asarray(sum(level * np.exp(-t / fall) * np.sin(2 * np.pi * hz * k * t) for k, level, fall in partials) * np.clip(t / 0.002, 0, 1))


def _at(events: Sequence[tuple[float, NDArray[Any]]], seconds: float) -> Sound:
    out = np.zeros(dsp.samples(seconds), np.float32)
    for at, event in events:
        dsp.add_at(out, event.astype(np.float32), dsp.samples(at))
    return out


def _gliding(seconds: float, from_hz: float, to_hz: float) -> NDArray[np.float64]:
    hz = np.linspace(from_hz, to_hz, dsp.samples(seconds))
    return np.asarray(np.sin(2 * np.pi * np.cumsum(hz) / RATE))


def bell(rng: Rng) -> Sound:
    """A large bell: hum, prime, tierce, quint, nominal."""
    hz = 210 * rng.uniform(0.92, 1.08)
    return np.asarray(
        _ring(
            4.5, hz, ((0.5, 0.5, 2.2), (1, 0.8, 1.6), (1.19, 0.6, 1.2), (1.5, 0.35, 0.9), (2, 0.7, 0.8), (2.5, 0.25, 0.5), (3.01, 0.2, 0.35), (4.1, 0.12, 0.2))
        ),
        np.float32,
    )


def small_bell(rng: Rng) -> Sound:
    """A hand bell."""
    return np.asarray(_ring(2.0, 1250 * rng.uniform(0.9, 1.1), ((1, 0.8, 0.6), (2.01, 0.4, 0.35), (2.76, 0.3, 0.25), (5.4, 0.15, 0.1))), np.float32)


def _tap(rng: Rng, seconds: float, body_hz: float, fall: float, grit: float = 0.5) -> NDArray[np.float64]:
    t = _t(seconds)
    return np.asarray((np.sin(2 * np.pi * body_hz * t) + grit * _noise(rng, seconds, 300, 4000)) * np.exp(-t / fall) * np.clip(t / 0.0015, 0, 1))


def knock(rng: Rng) -> Sound:
    """Three knocks on wood."""
    return _at([(i * 0.24 + rng.uniform(0, 0.015), _tap(rng, 0.16, 165, 0.022, 0.35) * (1 - 0.1 * i)) for i in range(3)], 0.9)


def door(rng: Rng) -> Sound:
    """A creak, then the door falls to."""
    t = _t(0.7)
    clicks = (np.sin(2 * np.pi * np.cumsum(26 + 34 * np.sin(np.pi * t / 0.7)) / RATE) > 0.985).astype(np.float32)
    creak = dsp.shaped(clicks, lambda f: np.exp(-((np.log2(np.maximum(f, 1) / 720) / 0.5) ** 2))) * np.sin(np.pi * t / 0.7)
    creak = creak / np.abs(creak).max() * 0.4
    return _at([(0, creak), (0.85, _tap(rng, 0.3, 88, 0.05, 0.3)), (0.9, _tap(rng, 0.08, 900, 0.01, 0.8) * 0.3)], 1.4)


def steps(rng: Rng) -> Sound:
    """Five steps on a hard floor."""
    events: list[tuple[float, NDArray[Any]]] = []
    for i in range(5):
        at = i * 0.52 + rng.uniform(0, 0.03)
        events += [(at, _tap(rng, 0.12, 120, 0.02, 0.5) * rng.uniform(0.7, 1)), (at + 0.085, _tap(rng, 0.09, 240, 0.012, 0.9) * rng.uniform(0.3, 0.5))]
    return _at(events, 2.9)


def thunder_clap(rng: Rng) -> Sound:
    """A near clap that rolls away."""
    t = _t(4.0)
    rolls = 0.6 + 0.4 * np.sin(2 * np.pi * t * 1.7 + rng.uniform(0, 6)) ** 2
    return np.asarray(
        (_noise(rng, 4.0, 25, 160) + 0.5 * _noise(rng, 4.0, 120, 1400) * np.exp(-t / 0.25)) * np.exp(-t / 1.2) * rolls * np.clip(t / 0.03, 0, 1), np.float32
    )


def horn(rng: Rng) -> Sound:
    """A ship far out."""
    t = _t(2.4)
    tone = sum(np.sin(2 * np.pi * 116 * k * t + k) / k**1.1 for k in range(1, 9))
    return np.asarray(tone * np.clip(t / 0.25, 0, 1) * np.clip((2.4 - t) / 0.5, 0, 1), np.float32)


def whistle(rng: Rng) -> Sound:
    """Steam through a small hole."""
    t = _t(1.5)
    tone = np.sin(2 * np.pi * np.cumsum(1150 * (1 + 0.02 * np.sin(2 * np.pi * 6 * t))) / RATE) + 0.5 * np.sin(2 * np.pi * 1460 * t)
    return np.asarray((tone + 0.25 * _noise(rng, 1.5, 800, 6000)) * np.clip(t / 0.15, 0, 1) * np.clip((1.5 - t) / 0.4, 0, 1), np.float32)


def phone(rng: Rng) -> Sound:
    """An old telephone, twice."""
    t = _t(0.9)
    ring = (
        (np.sin(2 * np.pi * 1320 * t) + 0.8 * np.sin(2 * np.pi * 1660 * t))
        * (0.55 + 0.45 * np.sign(np.sin(2 * np.pi * 20 * t)))
        * np.clip(t / 0.01, 0, 1)
        * np.clip((0.9 - t) / 0.15, 0, 1)
    )
    return dsp.smoothed(np.pad(_at([(0, ring), (1.3, ring)], 2.4), (0, 8)), 6)[: dsp.samples(2.4)]


def splash(rng: Rng) -> Sound:
    """Something falls into water."""
    t = _t(1.2)
    body = _noise(rng, 1.2, 250, 5000) * np.exp(-t / 0.22) * np.clip(t / 0.01, 0, 1)
    drops = [(0.25 + rng.uniform(0, 0.7), _gliding(0.05, 700, 1500) * np.hanning(dsp.samples(0.05)) * 0.4) for _ in range(7)]
    return _at([(0, body), (0.02, _gliding(0.15, 220, 480) * np.hanning(dsp.samples(0.15))), *drops], 1.3)


def drip(rng: Rng) -> Sound:
    """Three drops."""
    return _at([(i * 0.7 + rng.uniform(0, 0.1), _gliding(0.07, 900, 1900) * np.hanning(dsp.samples(0.07))) for i in range(3)], 2.0)


def glass(rng: Rng) -> Sound:
    """A glass is touched."""
    return np.asarray(_ring(1.2, 2350 * rng.uniform(0.9, 1.15), ((1, 0.8, 0.3), (2.32, 0.5, 0.2), (4.25, 0.3, 0.1))), np.float32)


def heartbeat(rng: Rng) -> Sound:
    """Three beats."""
    beat = [(0.0, _tap(rng, 0.25, 52, 0.06, 0.02)), (0.28, _tap(rng, 0.25, 46, 0.05, 0.02) * 0.7)]
    return _at([(i * 0.9 + at, sound) for i in range(3) for at, sound in beat], 3.0)


def paper(rng: Rng) -> Sound:
    """A sheet is unfolded."""
    t = _t(0.9)
    folds = sum(np.exp(-(((t - at) / rng.uniform(0.02, 0.07)) ** 2)) * rng.uniform(0.3, 1) for at in rng.uniform(0.1, 0.8, 9))
    return np.asarray(_noise(rng, 0.9, 1500, 9000) * folds, np.float32)


def click(rng: Rng) -> Sound:
    """A switch or a latch."""
    return _at([(0, _tap(rng, 0.04, 1900, 0.004, 1.0)), (0.07, _tap(rng, 0.05, 1300, 0.006, 1.0) * 0.6)], 0.25)


def beep(rng: Rng) -> Sound:
    """An instrument answers."""
    t = _t(0.14)
    tone = np.sin(2 * np.pi * 940 * t) * np.clip(t / 0.008, 0, 1) * np.clip((0.14 - t) / 0.02, 0, 1)
    return _at([(0, tone), (0.32, tone)], 0.6)


def thud(rng: Rng) -> Sound:
    """Something heavy."""
    return np.asarray(_tap(rng, 0.7, 58, 0.11, 0.25), np.float32)


def wings(rng: Rng) -> Sound:
    """A bird takes off."""
    return _at([(0.02 + i * 0.085 * (1 + i * 0.02), _noise(rng, 0.07, 300, 3500) * np.hanning(dsp.samples(0.07)) * (1 - i * 0.08)) for i in range(10)], 1.2)


def applause(rng: Rng) -> Sound:
    """A small audience."""
    claps = [(float(at), _noise(rng, 0.04, 700, 4500) * np.exp(-_t(0.04) / 0.008) * rng.uniform(0.2, 1)) for at in rng.uniform(0, 2.4, 160)]
    return _at(claps, 2.6)


def whoosh(rng: Rng) -> Sound:
    """Something passes quickly."""
    t = _t(0.9)
    return np.asarray((_noise(rng, 0.9, 200, 1200) + 0.6 * _noise(rng, 0.9, 1000, 6000) * (t / 0.9)) * np.sin(np.pi * t / 0.9) ** 3, np.float32)


def radio(rng: Rng) -> Sound:
    """Static, and a station that will not hold."""
    t = _t(1.8)
    tone = np.sin(2 * np.pi * np.cumsum(900 + 500 * np.sin(2 * np.pi * 0.9 * t)) / RATE) * np.clip(np.sin(2 * np.pi * 1.1 * t), 0, 1) * 0.5
    return np.asarray(
        (_noise(rng, 1.8, 600, 3800) * (0.5 + 0.2 * np.sin(2 * np.pi * 3.3 * t)) + tone) * np.clip(t / 0.05, 0, 1) * np.clip((1.8 - t) / 0.3, 0, 1), np.float32
    )


def match(rng: Rng) -> Sound:
    """A match is struck."""
    t = _t(1.2)
    return np.asarray(_noise(rng, 1.2, 1500, 9000) * (np.exp(-(((t - 0.08) / 0.05) ** 2)) + 0.5 * np.exp(-np.abs(t - 0.2) / 0.25) * (t > 0.12)), np.float32)


EFFECTS: dict[str, Callable[[Rng], Sound]] = {
    each.__name__: each
    for each in (
        bell, small_bell, knock, door, steps, thunder_clap, horn, whistle, phone, splash, drip, glass, heartbeat, paper, click, beep, thud, wings, applause,
        whoosh, radio, match,
    )
}  # fmt: skip
