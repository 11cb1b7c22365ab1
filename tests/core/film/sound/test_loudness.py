"""Loudness and true peak agree with ffmpeg; the limiter holds its ceiling and joins without a seam."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.film import dsp
from core.film.loudness import QUIET_LUFS, REACH, Meter, PeakMeter, levels, limited, loudness, true_peaks


@pytest.fixture(scope="module")
def noisy() -> dsp.Sound:
    """Six seconds: tones that swell, noise, and a burst whose peaks lie between samples."""
    rng = np.random.default_rng(1)
    t = np.arange(dsp.RATE * 6) / dsp.RATE
    sound = np.stack([0.3 * np.sin(2 * np.pi * 440 * t) * (1 + np.sin(2 * t)) / 2, 0.2 * rng.standard_normal(len(t)) * np.clip(np.sin(t), 0, 1)], 1)
    sound[48_000:50_000] = (0.9 * np.sin(2 * np.pi * 12_000 * t[:2000] + np.pi / 4))[:, None]
    return sound.clip(-1, 1).astype(np.float32)


def test_agrees_with_ffmpeg(noisy: dsp.Sound, tmp_path: Path, heard: Callable[[Path], tuple[float, float]]) -> None:
    dsp.write_wav(tmp_path / "noisy.wav", noisy)
    lufs, peak = heard(tmp_path / "noisy.wav")
    assert loudness(noisy) == pytest.approx(lufs, abs=0.1)
    assert 20 * np.log10(true_peaks(noisy).max()) == pytest.approx(peak, abs=0.2)
    assert true_peaks(noisy).max() > levels(noisy).max() * 1.05, "peaks between samples are found"


def test_the_meter_is_the_same_in_pieces(noisy: dsp.Sound) -> None:
    meter = Meter()
    for start in range(0, len(noisy), 31_000):
        meter.feed(noisy[start : start + 31_000])
    assert meter.lufs == pytest.approx(loudness(noisy), abs=0.01)
    assert loudness(np.zeros(dsp.RATE, np.float32)) == QUIET_LUFS


def test_the_limiter_holds_its_ceiling_in_pieces_as_whole(noisy: dsp.Sound) -> None:
    whole = limited(noisy, 0.4, 0, len(noisy))
    step = dsp.RATE
    pieces = [limited(noisy[max(0, at - REACH) : at + step + REACH], 0.4, min(at, REACH), step) for at in range(0, len(noisy), step)]
    assert true_peaks(whole).max() <= 0.4 * 1.001
    assert np.abs(np.concatenate(pieces) - whole).max() < 1e-4


@pytest.mark.parametrize("pieces", [[7, 5, 30, 10_000], [4800] * 10, [48_000]])
def test_peaks_are_the_same_in_pieces_as_in_one(pieces: list[int]) -> None:
    at = np.arange(sum(pieces)) / dsp.RATE
    loud = np.stack([0.7 * np.sin(2 * np.pi * 997 * at), 0.79 * np.cos(2 * np.pi * 50 * at)], 1).astype(np.float32)
    meter, start = PeakMeter(), 0
    for count in pieces:
        meter.feed(loud[start : start + count])
        start += count
    assert meter.end() == pytest.approx(float(true_peaks(loud).max()), rel=1e-6)


def test_where_pieces_meet_nothing_seems_to_jump() -> None:
    steady = np.full((30_000, 2), 0.5, np.float32)
    steady[:600] *= np.linspace(0, 1, 600, dtype=np.float32)[:, None]
    steady[-600:] *= np.linspace(1, 0, 600, dtype=np.float32)[:, None]
    meter = PeakMeter()
    for start in range(0, 30_000, 4096):
        meter.feed(steady[start : start + 4096])
    assert meter.end() == pytest.approx(0.5, rel=0.01)
    assert true_peaks(steady[4096:8192]).max() > 0.52, "a piece by itself does seem to"
