"""What lies over a picture lies there once and everywhere; a scene's light is one; trailer and loop are what they say."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from core import ffmpeg
from core.film.assemble import assemble
from core.film.delivery import FilmFiles, trailer, trailer_seconds
from core.film.grading import Correction, Tone, corrections, nearer
from core.film.loop import as_picture, loop, moments
from core.film.normalise import normalised
from core.film.probe import probe
from core.film.profiles import profile_for
from core.film.timeline import timeline
from core.workshop import Source, Workshop
from core.writing.script import Location, Scene, Script, Shot
from tests.core.film.picture.conftest import TINY, clip

GRAINY = TINY.model_copy(update={"crf": 18}).finished("grain")
FINISHED = TINY.finished("both")


def frames_of(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="gray").astype(int) for frame in container.decode(video=0)]


async def test_bars_and_grain_lie_over_titles_shots_and_dissolves_once(film):
    made = (await assemble(film.workshop, film.script, film.clips, film.soundtrack, FINISHED, makers=["Ana", "Ben"], year=2026)).film
    shown, bars, laid = frames_of(made.path), FINISHED.bars, timeline(film.script)
    assert len(shown) == laid.frames
    assert bars == 18
    for at in (12, laid.opening.end + 2, next(span for span in laid.shots if span.dissolves_in).start + 6, laid.credits.end - 20):
        frame = shown[at]
        assert frame[: bars - 2].max() <= 20, at
        assert frame[-bars + 2 :].max() <= 20, at
        assert frame[bars + 4 : -bars - 4].max() > 40, at


async def test_grain_moves_and_is_the_same_every_time(tmp_path, pattern):
    grey = Source.of(await pattern("color=c=0x707070:s=320x180:r=24", 1.0))
    one, two = [await normalised(Workshop(tmp_path / name), grey, GRAINY, 24) for name in ("a", "b")]
    first = frames_of(one.path)
    assert 0.3 < np.std(first[5]) < 12
    assert np.abs(first[5] - first[6]).mean() > 0.2
    assert one.path.read_bytes() == two.path.read_bytes()


def test_bars_suit_only_a_wide_picture():
    wide = profile_for("youtube").finished("letterbox")
    assert wide.width / (wide.height - 2 * wide.bars) == pytest.approx(2.2, abs=0.02)
    for narrow in ("shorts", "tiktok", "square"):
        assert profile_for(narrow).finished("both").bars == 0
    assert profile_for("youtube").finished("both").bare == profile_for("youtube")
    assert profile_for("youtube").finishing == ""


# ---------------------------------------------------------------- one light over a scene


def scene_of(count: int) -> Script:
    shots = tuple(Shot(id=f"h{n}", action="A shot.", duration_s=1.0) for n in range(count))
    hall, scene = Location(id="l1", name="Hall", backdrop="hall"), Scene(id="s", location="l1", shots=shots)
    return Script(title="Light", opening_s=0, credits_s=0, locations=(hall,), scenes=(scene,))


async def test_a_shot_that_stands_out_is_brought_nearer_and_no_other_is_touched(tmp_path):
    looks = ["", "eq=brightness=0.02", "eq=brightness=-0.15:contrast=0.8,colorbalance=bm=0.35", "eq=brightness=0.01"]
    paths = [await clip(tmp_path / f"{n}.mp4", f"testsrc2=s=320x180:r=24,{look or 'null'}", 1.0) for n, look in enumerate(looks)]
    script, workshop = scene_of(4), Workshop(tmp_path / "workshop")
    made = {f"h{n}": await normalised(workshop, Source.of(path), TINY, 24) for n, path in enumerate(paths)}
    off = await corrections(workshop, script, made, made.keys())
    assert list(off) == ["h2"]
    assert off["h2"].light > 4
    assert off["h2"].blue < 0
    lit = await normalised(workshop, Source.of(paths[2]), TINY, 24, light=off["h2"].filter)
    plain, before, after = (np.mean(frames_of(one)[12]) for one in (made["h0"].path, made["h2"].path, lit.path))
    assert abs(after - plain) < 0.75 * abs(before - plain)
    assert await corrections(workshop, script, made, ["h0", "h2"]) == {}, "two shots have no middle"
    assert await corrections(workshop, script, made, []) == {}


def test_what_is_far_off_is_moved_a_little_way_only():
    middle = Tone(light=110, blue=128, red=128, contrast=100)
    assert nearer(Tone(light=117, blue=130, red=126, contrast=95), middle) is None
    assert nearer(Tone(light=30, blue=160, red=100, contrast=20), middle) == Correction(pivot=30, gain=1.12, light=16, blue=-8, red=8)


# ---------------------------------------------------------------- trailer and loop


async def test_a_trailer_has_its_own_music_and_ends_dark(film, tmp_path):
    music = tmp_path / "music.wav"
    await ffmpeg.run(["-f", "lavfi", "-i", f"sine=f=440:d={trailer_seconds(film.script)}", "-ar", "48000", "-ac", "2", music])
    made = await trailer(film.workshop, FilmFiles(film.made, film.script, film.made, music=Source.of(music)))
    media = await probe(made.path)
    assert media.picture
    assert made.facts["seconds"] == trailer_seconds(film.script)
    assert abs(media.picture.duration_s - made.facts["seconds"]) < 0.1
    assert media.audio_codec
    shown = frames_of(made.path)
    assert shown[-1].mean() < 25 < shown[len(shown) // 2].mean()


@pytest.mark.parametrize("kind", ["mp4", "webp"])
async def test_a_loop_is_small_silent_and_goes_on(film, kind):
    made = await loop(film.workshop, film.made, film.script)
    assert made.facts["seconds"] == pytest.approx(sum(end - start for start, end in moments(film.script)))
    if kind == "mp4":
        media = await probe(made.path)
        assert media.audio_codec is None
        assert media.picture
        assert (media.picture.width, media.picture.height) == (480, 270)
        return
    picture = await as_picture(film.workshop, made)
    data = picture.path.read_bytes()
    assert data[:4] == b"RIFF"
    assert data.count(b"ANMF") == pytest.approx(12 * made.facts["seconds"], abs=2)
    assert int.from_bytes(data[data.index(b"ANIM") + 12 : data.index(b"ANIM") + 14], "little") == 0, "it never ends"
    assert picture.facts["bytes"] < 4_000_000
