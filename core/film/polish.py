"""What a sound engineer does to a voice: takes the buzz out of it, levels it and gives it the right length. Child processes only.

Called by `core.film.voices` for offline speech, and for its levels and edges by the OpenAI voices.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.film import espeak
from core.film.dsp import RATE, Sound, db, edged, good_size, samples, seed_of, shaped, smoothed, write_wav
from core.film.loudness import loudness
from core.film.spoken import words_of

SPEECH_LUFS = -18.0
"""Every line leaves at this loudness; delivery and mix move it from there."""
PEAK = 0.89
_SILENCE = 0.004
_EDGE_S = 0.008
_WOW = 0.006
"""How far the pitch of offline voices drifts to and fro: machines hold it too straight."""

_LATE_S, _LATE_HZ = 0.008, 700.0


def trimmed(sound: Sound, rate: int) -> tuple[Sound, float]:
    """Without the silence before and after, and how many seconds were taken off the front."""
    loud = np.flatnonzero(np.abs(sound) > _SILENCE)
    if not len(loud):
        return sound[:0], 0.0
    margin = rate // 100
    start, end = max(0, int(loud[0]) - margin), min(len(sound), int(loud[-1]) + 2 * margin)
    return sound[start:end], start / rate


def resampled(sound: Sound, rate: float, drift_seed: int | None = None) -> Sound:
    """At `RATE`, from `rate` samples a second. With a seed the pitch drifts a little, as a living voice's does."""
    n = len(sound)
    size = good_size(n + 64)
    fine = np.fft.irfft(np.fft.rfft(sound, size), size * 4)[: n * 4] * 4
    count = int(n * RATE / rate)
    at = np.arange(count, dtype=np.float64) * (4 * rate / RATE)
    if drift_seed is not None and count > 1:
        rng = np.random.default_rng(drift_seed)
        seconds = count / RATE
        knots = np.cumsum(np.append(0.0, rng.uniform(0.12, 0.3, int(seconds / 0.12) + 3)))
        speed = np.interp(np.arange(count) / RATE, knots, 1 + _WOW * rng.uniform(-1, 1, len(knots)))
        at = np.cumsum(speed)
        at *= (4 * n - 5) / at[-1]
    return np.interp(at, np.arange(len(fine)), fine).astype(np.float32)


def softened(f: NDArray[np.float64]) -> NDArray[np.float64]:
    """The curve that makes a formant synthesiser bearable: more chest, less of the 2.5-4 kHz rasp, nothing above 8 kHz."""
    f = np.maximum(f, 1.0)
    chest = 1 + 0.35 * np.exp(-(np.log2(f / 220) ** 2) / 0.8)
    rasp = 1 - 0.42 * np.exp(-(np.log2(f / 3100) ** 2) / 0.22)
    return np.asarray(chest * rasp / np.sqrt(1 + (75 / f) ** 6) / np.sqrt(1 + (f / 7600) ** 6))


def dispersed(sound: Sound) -> Sound:
    """The same spectrum with its low tones a few milliseconds late: a synthesiser's pulses come all at once, a throat's do not."""
    size = good_size(len(sound) + samples(0.05))
    f = np.fft.rfftfreq(size, 1 / RATE)
    turn = np.exp(-2j * np.pi * _LATE_S * _LATE_HZ * np.log1p(f / _LATE_HZ)).astype(np.complex64)
    return np.asarray(np.fft.irfft(np.fft.rfft(sound, size) * turn, size)[: len(sound) + samples(_LATE_S)], np.float32)


def clear(f: NDArray[np.float64]) -> NDArray[np.float64]:
    """A high-pass under the voice and nothing else, for voices that are recorded well."""
    return np.asarray(1 / np.sqrt(1 + (70 / np.maximum(f, 1.0)) ** 6))


def envelope(sound: Sound, window_s: float) -> Sound:
    """The level of a sound, smoothed over so many seconds."""
    width = samples(window_s)
    around = np.pad(np.abs(sound), (width, width)).astype(np.float32)
    return np.maximum(smoothed(around, width)[2 * width :], 0)  # the box looks back: taken so much later, it looks around


def compressed(sound: Sound, strength: float = 0.55) -> Sound:
    """Loud syllables down and soft ones up, by at most 6 dB each."""
    level = envelope(sound, 0.03)
    speaking = level[level > level.max() * 0.1]
    if not len(speaking):
        return sound
    gain = np.clip(np.maximum(level / np.median(speaking), 0.25) ** -strength, db(-6), db(4))
    return np.asarray(sound * gain, np.float32)


def breathed(sound: Sound, amount: float, seed: int) -> Sound:
    """With a little air on the voice: noise of 2 to 7 kHz that follows its level."""
    noise = shaped(np.random.default_rng(seed).standard_normal(len(sound)).astype(np.float32), lambda f: np.exp(-(np.log2(np.maximum(f, 1) / 3800) ** 2) / 0.8))
    noise /= max(float(noise.std()), 1e-9)
    return np.asarray(sound + noise * envelope(sound, 0.02) * np.float32(0.06 * amount), np.float32)


def robot(sound: Sound) -> Sound:
    """A voice from a loudspeaker in a metal head."""
    t = np.arange(len(sound), dtype=np.float32) / RATE
    ring = sound * np.sin(2 * np.pi * 62 * t)
    late = np.pad(sound, (samples(0.009), 0))[: len(sound)]
    return np.asarray(0.6 * sound + 0.45 * ring + 0.35 * late, np.float32)


def ghost(sound: Sound) -> Sound:
    """A voice that is not quite in one place."""
    n = len(sound)
    t = np.arange(n, dtype=np.float64)
    out = 0.7 * sound
    for delay_s, depth_s, rate_hz in ((0.021, 0.0016, 0.7), (0.034, 0.0021, 0.5)):
        at = t - RATE * (delay_s + depth_s * np.sin(2 * np.pi * rate_hz * t / RATE))
        out = out + 0.5 * np.interp(at, t, sound, left=0.0)
    return np.asarray(out, np.float32)


EFFECTS = {"robot": robot, "ghost": ghost}


def levelled(sound: Sound, gain_db: float = 0.0) -> Sound:
    """At the loudness of speech, under full scale, with edges that do not click."""
    if not len(sound):
        return sound
    out = sound * np.float32(db(SPEECH_LUFS + gain_db - loudness(np.pad(sound, (0, samples(0.1))))))
    peak = float(np.abs(out).max())
    if peak > PEAK:  # a soft knee instead of a clip
        knee = PEAK * 0.5
        over = np.abs(out) > knee
        out[over] = np.sign(out[over]) * (knee + (PEAK - knee) * np.tanh((np.abs(out[over]) - knee) / (PEAK - knee)))
    return edged(np.asarray(out, np.float32), _EDGE_S, _EDGE_S * 2)


def polished(raw: Sound, rate: int, *, size: float, air: float, effect: str, gain_db: float, text: str) -> Sound:
    """Raw offline speech, trimmed, as a pleasant voice at `RATE`. `size` above 1 makes the speaker smaller."""
    seed = seed_of("voice", text)
    sound = resampled(raw, rate * size, drift_seed=seed)
    sound = compressed(dispersed(shaped(sound, softened)))
    sound = breathed(sound, 0.5 + air, seed)
    if effect:
        sound = EFFECTS[effect](sound)
    return levelled(sound, gain_db)


def offline_line(out: str, how: dict[str, Any], text: str) -> dict[str, Any]:
    """The child process of the offline voices: say a line as directed, polish it, write it. Returns the facts of `voices.Speaker.say`.

    `how`: `voice`, `wpm`, `pitch`, `pitch_range` for espeak-ng; `size`, `air`, `effect`, `gain_db` for what comes after.
    """
    size = float(how["size"])
    raw = espeak.say(_speakable(text), how["voice"], wpm=round(how["wpm"] / size), pitch=how["pitch"], pitch_range=how["pitch_range"], gap=1)
    cut, cut_s = trimmed(raw.sound, raw.rate)
    sound = polished(cut, raw.rate, size=size, air=how["air"], effect=how["effect"], gain_db=how["gain_db"], text=text)
    write_wav(Path(out), sound)
    seconds = len(sound) / RATE
    starts = [((start - cut_s) / size, at) for start, at, _ in raw.words]
    return {"seconds": round(seconds, 4), "rate": how["wpm"], "words": words_of(text, seconds, starts)}


def _speakable(text: str) -> str:
    """The text without marks that espeak-ng would read out or stumble over; no character moves."""
    return re.sub(r"[*_~^#<>|\\]", " ", text.replace("\u2014", ",").replace("\u2013", ",").replace("\u2026", "."))
