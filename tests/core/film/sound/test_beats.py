"""Beats are found where they were put, at any tempo, under other sounds, and nothing is claimed of silence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.film.beats import beats_of
from core.film.dsp import RATE, write_wav


def song(bpm: float, seconds: float, *, start: float = 0.3, noise: float = 0.02, off_beats: bool = True) -> tuple[np.ndarray, list[float]]:
    """Drums at a tempo under a chord: where its beats are is known."""
    rng = np.random.default_rng(int(bpm))
    n = int(seconds * RATE)
    t = np.arange(n) / RATE
    sound = 0.1 * sum(np.sin(2 * np.pi * hz * t) for hz in (220, 277.2, 329.6)) + noise * rng.standard_normal(n)
    at = [start + k * 60 / bpm for k in range(int((seconds - start - 0.2) * bpm / 60))]
    short = t[: int(0.15 * RATE)]
    for k, beat in enumerate(at):
        kick = np.exp(-short / 0.03) * np.sin(2 * np.pi * 60 * short) * (1.0 if k % 4 == 0 else 0.8)
        sound[int(beat * RATE) : int(beat * RATE) + len(kick)] += 0.6 * kick
        half = int((beat + 30 / bpm) * RATE)
        if off_beats and half + 2400 < n:
            sound[half : half + 2400] += 0.1 * rng.standard_normal(2400) * np.exp(-np.arange(2400) / 600)
    return (sound / np.abs(sound).max() * 0.8).astype(np.float32), at


@pytest.mark.parametrize("bpm", [72, 98.5, 120, 124, 150])
def test_beats_are_found_where_they_are(bpm: float, tmp_path: Path) -> None:
    sound, at = song(bpm, 32)
    write_wav(tmp_path / "song.wav", sound)
    found = beats_of(str(tmp_path / "song.wav"))
    assert found["bpm"] == pytest.approx(bpm, rel=0.02)
    off = [min(abs(beat - there) for there in found["beats"]) for beat in at[2:-2]]
    assert np.median(off) < 0.03
    assert max(off) < 0.06


def test_silence_has_no_beats(tmp_path: Path) -> None:
    write_wav(tmp_path / "silence.wav", np.zeros((10 * RATE, 2), np.float32))
    assert beats_of(str(tmp_path / "silence.wav"))["beats"] == []
