"""The orchestra: each instrument makes one note as mono sound from a pitch, a length and a velocity. numpy only.

Held notes read a one-period table of partials (a look-up costs far less than a sine per partial); struck and plucked
ones are computed whole. Called by `render`, which keeps notes that return.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.film.dsp import RATE, Sound, edged, samples, smoothed

Rng = np.random.Generator
_TABLE = 8192
_TOP_HZ = 13_000.0


def _time(seconds: float) -> Sound:
    return np.arange(samples(seconds), dtype=np.float32) / np.float32(RATE)


@lru_cache(maxsize=512)
def _table(partials: tuple[float, ...]) -> Sound:
    """One period, made of these amplitudes, at level 1."""
    phase = np.arange(_TABLE) * 2 * np.pi / _TABLE
    wave = sum(a * np.sin(k * phase + 1.7 * k * k) for k, a in enumerate(partials, 1))
    return np.asarray(wave / np.sqrt(np.mean(np.square(wave))), np.float32)


def _held(hz: float, n: int, partials: Sequence[float], vibrato: float = 0.0, start: float = 0.0) -> Sound:
    """n samples of a tone with these partials, those too high left out; `vibrato` is its depth as a share of the pitch."""
    table = _table(tuple(float(a) for a in partials[: max(1, int(_TOP_HZ / hz))]))
    at = np.arange(n, dtype=np.float64) * (hz * _TABLE / RATE) + start * _TABLE
    if vibrato:
        t = np.arange(n, dtype=np.float32) / np.float32(RATE)
        speed = 5.1 + 0.5 * start
        at += (hz * vibrato / speed / (2 * np.pi) * _TABLE) * np.sin(2 * np.pi * speed * t + 6 * start) * np.clip(t - 0.3, 0, 1)
    return np.asarray(table[at.astype(np.int64) & (_TABLE - 1)])


def _falling(power: float, count: int, roll_hz: float = 1e9, hz: float = 0.0) -> list[float]:
    return [k**-power * float(np.exp(-k * hz / roll_hz)) for k in range(1, count + 1)]


def _ensemble(
    hz: float, seconds: float, partials: Sequence[float], rng: Rng, *, attack: float, release: float, detune: float, players: int = 3, vibrato: float = 0.0
) -> Sound:
    """Several players on one note, a little out of tune with each other."""
    n = samples(seconds + release)
    out = np.zeros(n, np.float32)
    for i in range(players):
        out += _held(hz * (1 + detune * (i - (players - 1) / 2) + detune * 0.3 * rng.standard_normal()), n, partials, vibrato, float(rng.random()))
    return edged(out / np.float32(players**0.5), min(attack, seconds * 0.5), release)


def piano(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A felt piano: stretched partials that die one after the other, and a soft hammer."""
    t = _time(min(seconds, 4.0) + 1.4)
    out = np.zeros_like(t)
    base = 2.8 * (262 / hz) ** 0.45
    for k in range(1, 12):
        partial = hz * k * np.sqrt(1 + 3.2e-4 * k * k)
        if partial > _TOP_HZ:
            break
        level = k**-1.2 * np.exp(-k * 0.24 * (1.3 - velocity))
        decay = np.exp(-t / np.float32(base / (1 + 0.42 * k)))
        out += np.float32(level) * decay * np.sin(np.float32(2 * np.pi * partial) * t)
        if k <= 4:
            out += np.float32(level * 0.5) * decay * np.sin(np.float32(2 * np.pi * partial * 1.0007) * t + np.float32(1))
    hammer = smoothed((rng.standard_normal(len(t)) * np.exp(-t / 0.012)).astype(np.float32), 14)
    damper = np.where(t < seconds + 0.25, 1, np.exp(-(t - seconds - 0.25) / 0.22)).astype(np.float32)
    return edged((out * 0.5 + hammer * np.float32(0.25 * velocity)) * damper, 0.003, 0.4)


def pluck(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A plucked string after Karplus and Strong, one period at a time."""
    n, period = samples(min(seconds, 2.5) + 1.2), round(RATE / hz - 0.5)
    burst = smoothed(rng.uniform(-1, 1, period + 32).astype(np.float32), max(2, int(10 - 6 * velocity)))[:period]
    burst -= burst.mean()
    out = np.empty(n + period, np.float32)
    loss = np.float32(0.5 ** (1 / (hz * 0.5)) * 0.5)
    for at in range(0, n, period):
        out[at : at + period] = burst
        burst = loss * (burst + np.roll(burst, 1))
    return edged(out[:n], 0.002, 0.3) * np.float32(1.9)


def harp(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A string plucked near its middle, rounder than `pluck`."""
    t = _time(min(seconds, 2.5) + 1.6)
    out = np.zeros_like(t)
    for k, level in enumerate((1.0, 0.5, 0.42, 0.14, 0.12, 0.05), 1):
        if hz * k < _TOP_HZ:
            out += np.float32(level * velocity ** (k * 0.25)) * np.exp(-t * np.float32(1.1 + 0.9 * k + hz / 700)) * np.sin(np.float32(2 * np.pi * hz * k) * t)
    return edged(out, 0.004, 0.3) * np.float32(0.7)


def pad(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """Warm air: soft partials, slow edges."""
    return _ensemble(hz, seconds, _falling(1.9, 8), rng, attack=1.0, release=1.5, detune=0.003) * np.float32(0.36)


def strings(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A string section."""
    fast = seconds < 1.2
    return _ensemble(
        hz, seconds, _falling(1.25, 18, 5200, hz), rng, attack=0.12 if fast else 0.6, release=0.35 if fast else 0.9, detune=0.0045, players=4, vibrato=0.004
    ) * np.float32(0.3)


def cello(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """One cello: a body resonance, a late vibrato."""
    while hz > 400:
        hz /= 2
    body = [
        a * (1 + 1.1 * np.exp(-(((k * hz - 330) / 160) ** 2)) + 0.7 * np.exp(-(((k * hz - 800) / 260) ** 2)))
        for k, a in enumerate(_falling(1.15, 22, 3800, hz), 1)
    ]
    n = samples(seconds + 0.5)
    bow = smoothed(rng.standard_normal(n + 64).astype(np.float32), 6)[:n] * np.float32(0.02)
    return edged(_held(hz, n, body, 0.006, float(rng.random())) * np.float32(0.42) + bow, min(0.18, seconds * 0.4), 0.45)


def drone(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A low bed that breathes between dark and less dark."""
    while hz > 90:
        hz /= 2
    dark = _ensemble(hz, seconds, _falling(1.9, 10), rng, attack=1.2, release=1.5, detune=0.004)
    open_ = _ensemble(hz, seconds, _falling(0.95, 30, 1500, hz), rng, attack=1.2, release=1.5, detune=0.004)
    swell = (0.5 + 0.5 * np.sin(2 * np.pi * 0.17 * np.arange(len(dark)) / RATE + rng.uniform(0, 6))).astype(np.float32)
    return np.asarray((dark * np.float32(0.55) + open_ * (np.float32(0.3) + swell) * np.float32(0.65)) * np.float32(0.5), np.float32)


def choir(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """An open vowel, its formants laid over the partials."""
    formants = ((640, 190, 1.0), (1100, 240, 0.55), (2700, 420, 0.16))
    vowel = [sum(g * float(np.exp(-(((k * hz - c) / w) ** 2))) for c, w, g in formants) * k**-0.35 + (0.35 if k == 1 else 0.0) for k in range(1, 24)]
    return _ensemble(hz, seconds, vowel, rng, attack=0.7, release=1.1, detune=0.004, players=4, vibrato=0.006) * np.float32(0.3)


def flute(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """Few partials, a breath."""
    n = samples(seconds + 0.3)
    breath = smoothed(rng.standard_normal(n + 64).astype(np.float32), 5)[:n] * np.float32(0.03)
    return edged(_held(hz, n, (1, 0.3, 0.1, 0.04, 0.015), 0.006, float(rng.random())) * np.float32(0.42) + breath, 0.08, 0.28)


def whistle(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """Somebody whistling on their way."""
    n = samples(seconds + 0.12)
    breath = smoothed(rng.standard_normal(n + 64).astype(np.float32), 3)[:n] * np.float32(0.025)
    return edged(_held(hz * 2 if hz < 500 else hz, n, (1, 0.05, 0.02), 0.007, float(rng.random())) * np.float32(0.34) + breath, 0.04, 0.12)


def bell(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A celesta."""
    t = _time(min(max(seconds, 1.0), 3.0) + 1.0)
    strike = np.float32(1.2 * velocity) * np.exp(-t / np.float32(0.3)) * np.sin(np.float32(2 * np.pi * hz * 3.5) * t)
    out = np.sin(np.float32(2 * np.pi * hz) * t + strike) * np.exp(-t / np.float32(0.9)) + np.float32(0.22) * np.sin(
        np.float32(2 * np.pi * hz * 2.0) * t
    ) * np.exp(-t / np.float32(0.45))
    return edged(out.astype(np.float32), 0.003, 0.4) * np.float32(0.5)


def bass(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A round bass with just enough overtones for small loudspeakers."""
    n = samples(seconds + 0.25)
    return edged(np.tanh(_held(hz, n, (1, 0.45, 0.2, 0.1, 0.04), 0, 0.1) * np.float32(0.8)), 0.02, 0.22) * np.float32(0.7)


def drum(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A large soft drum."""
    t = _time(0.7)
    skin = np.sin(2 * np.pi * (46 * t + 40 * 0.05 * (1 - np.exp(-t / 0.05)))) * np.exp(-t / 0.18)
    return edged((skin + 0.25 * np.sin(2 * np.pi * 96 * t) * np.exp(-t / 0.07)).astype(np.float32), 0.004, 0.2)


def boom(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A hit far away that rolls on."""
    t = _time(3.0)
    roll = smoothed(rng.standard_normal(len(t) + 256).astype(np.float32), 200)[: len(t)] * np.exp(-t / 0.9) * 2.2
    return edged((np.sin(2 * np.pi * (38 * t + 1.6 * (1 - np.exp(-t / 0.08)))) * np.exp(-t / 0.7) + roll).astype(np.float32), 0.006, 0.8)


def _hiss(seconds: float, rng: Rng, fall: float) -> Sound:
    t = _time(seconds)
    noise = rng.standard_normal(len(t)).astype(np.float32)
    return np.asarray((noise - smoothed(noise, 5)) * np.exp(-t / fall) * np.clip(t / 0.004, 0, 1), np.float32)


def shaker(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """Rice in a box."""
    return edged(_hiss(0.09, rng, 0.028), 0.002, 0.02) * np.float32(0.4)


def clap(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """Several hands, not quite together."""
    out = np.zeros(samples(0.2), np.float32)
    for late in (0, 0.011, 0.023):
        hit = _hiss(0.13, rng, 0.035)
        out[samples(late) : samples(late) + len(hit)] += hit
    return edged(smoothed(np.pad(out, (0, 8)), 2)[: len(out)], 0.002, 0.03) * np.float32(0.4)


def tick(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """A clock, or a fingernail on wood."""
    t = _time(0.09)
    wood = np.sin(2 * np.pi * 1650 * t) * np.exp(-t / 0.011) + 0.4 * np.sin(2 * np.pi * 2460 * t) * np.exp(-t / 0.007)
    return edged(wood.astype(np.float32), 0.001, 0.02) * np.float32(0.6)


def riser(hz: float, seconds: float, velocity: float, rng: Rng) -> Sound:
    """Air that gathers towards a cut and is gone with it."""
    n = samples(seconds)
    noise = rng.standard_normal(n + 64).astype(np.float32)
    dark, light = smoothed(noise, 60)[:n] * np.float32(3), (noise[:n] - smoothed(noise, 8)[:n]) * np.float32(0.25)
    grow = np.linspace(0, 1, n, dtype=np.float32)
    return edged((dark * grow**2 + light * grow**4), 0.05, min(0.25, seconds / 4)) * np.float32(0.5)


@dataclass(frozen=True)
class Instrument:
    """How an instrument sounds and stands: `gain` balances it, `far` is the share of it that goes to the hall."""

    play: Callable[[float, float, float, Rng], Sound]
    gain: float
    far: float


ORCHESTRA: dict[str, Instrument] = {
    "piano": Instrument(piano, 1.0, 0.35), "pluck": Instrument(pluck, 1.15, 0.3), "harp": Instrument(harp, 0.9, 0.45), "pad": Instrument(pad, 0.25, 0.45),
    "strings": Instrument(strings, 0.36, 0.5), "cello": Instrument(cello, 0.6, 0.45), "drone": Instrument(drone, 0.62, 0.3),
    "choir": Instrument(choir, 0.42, 0.6),
    "flute": Instrument(flute, 0.9, 0.5), "whistle": Instrument(whistle, 0.6, 0.4), "bell": Instrument(bell, 1.0, 0.55), "bass": Instrument(bass, 0.42, 0.08),
    "drum": Instrument(drum, 0.6, 0.25), "boom": Instrument(boom, 0.75, 0.4), "shaker": Instrument(shaker, 0.95, 0.2), "clap": Instrument(clap, 0.6, 0.35),
    "tick": Instrument(tick, 2.0, 0.4), "riser": Instrument(riser, 1.1, 0.5),
}  # fmt: skip


def note(name: str, midi: int, seconds: float, velocity: float, rng: Rng) -> NDArray[np.float32]:
    """One note of one instrument of the orchestra."""
    return ORCHESTRA[name].play(440 * 2 ** ((midi - 69) / 12), seconds, velocity, rng)
