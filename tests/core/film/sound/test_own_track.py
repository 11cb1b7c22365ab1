"""Music that a person brought: refused in a sentence, or as long and as loud as the film wants it, without a click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core import ffmpeg
from core.errors import BadInput
from core.film.dsp import RATE, read_wav, write_wav
from core.film.mix import soundtrack
from core.film.own_track import FADE_OUT_S, check_track, fitted
from core.film.timeline import timeline
from core.workshop import Source, Workshop
from core.writing.script import Script

Heard = Callable[[Path], tuple[float, float]]


async def track(folder: Path, seconds: float, *, hz: int = 220, suffix: str = ".mp3", volume: float = 0.5) -> Source:
    """A chord that swells, as the file a person would send."""
    path = folder / f"track{suffix}"
    tone = f"aevalsrc='{volume}*(sin({hz}*2*PI*t)+sin({hz * 1.5}*2*PI*t))*0.4|{volume}*sin({hz}*2*PI*t)':s=44100:d={seconds}"
    await ffmpeg.run(["-f", "lavfi", "-i", tone, path])
    return Source.of(path)


@pytest.mark.parametrize("suffix", [".mp3", ".ogg", ".flac", ".m4a"])
async def test_usual_files_are_taken(tmp_path: Path, suffix: str) -> None:
    source = await track(tmp_path, 8, suffix=suffix)
    assert (await check_track(source.path)).seconds == pytest.approx(8, abs=0.2)


async def test_what_is_no_music_is_refused_in_a_sentence(tmp_path: Path, workshop: Workshop) -> None:
    text = tmp_path / "song.mp3"
    text.write_text("la la la")
    playlist = tmp_path / "list.m3u8"
    playlist.write_text("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n")
    silent = await track(tmp_path, 8, suffix=".wav", volume=0.0)
    short = await track(tmp_path, 2)
    for path, key in ((text, "unread"), (playlist, "unread"), (short.path, "length")):
        with pytest.raises(BadInput) as refused:
            await check_track(path)
        assert refused.value.key == f"error-track-{key}"
    with pytest.raises(BadInput) as refused:
        await fitted(workshop, silent, 10)
    assert refused.value.key == "error-track-silent"


@pytest.mark.parametrize(("has_s", "wants_s", "turns"), [(20, 12, 1), (8, 30, 5), (12, 12, 1)])
async def test_a_track_is_as_long_as_its_film(tmp_path: Path, workshop: Workshop, has_s: float, wants_s: float, turns: int) -> None:
    made = await fitted(workshop, await track(tmp_path, has_s, suffix=".wav"), wants_s)
    sound = read_wav(made.path)
    assert sound.shape == (wants_s * RATE, 2)
    assert made.facts["turns"] == turns
    assert float(np.abs(sound[-RATE // 20 :]).max()) < 0.01, "it goes out at the end"
    body = sound[RATE : -round((min(FADE_OUT_S, wants_s / 4) + 0.1) * RATE)]
    steps = np.abs(np.diff(body[:, 1]))
    assert float(steps.max()) < 4 * float(np.percentile(steps, 99)), "no click where it begins again"
    levels = np.sqrt((body[: len(body) // RATE * RATE].reshape(-1, RATE * 2) ** 2).mean(1))
    assert levels.min() > 0.5 * levels.max(), "no gap where it begins again"


async def test_a_film_sounds_of_its_own_track(tmp_path: Path, workshop: Workshop, film: Script, heard: Heard) -> None:
    made = await soundtrack(workshop, film, None, track=await track(tmp_path, 9, hz=440))
    sound = read_wav(made.path)
    assert len(sound) == timeline(film).frames * RATE // 24
    lufs, peak = heard(made.path)
    assert lufs == pytest.approx(-14, abs=1)
    assert peak <= -1
    spectrum = np.abs(np.fft.rfft(sound[:, 1][4 * RATE : 12 * RATE]))
    assert round(int(spectrum.argmax()) / 8) == 440


async def test_the_same_track_is_fitted_once(tmp_path: Path, workshop: Workshop) -> None:
    source = await track(tmp_path, 8)
    first = await fitted(workshop, source, 10)
    assert (await fitted(workshop, source, 10)).path.stat().st_mtime_ns == first.path.stat().st_mtime_ns
    write_wav(tmp_path / "other.wav", np.full((RATE * 8, 2), 0.1, np.float32) * np.sin(np.arange(RATE * 8) / 20, dtype=np.float32)[:, None])
    assert (await fitted(workshop, Source.of(tmp_path / "other.wav"), 10)).key != first.key
