"""Given a place's limits: the film, a fitted file, parts cut at scenes, a trailer, or a link; and never a file too large."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest

from core.film.delivery import FilmFiles, Limits, audio_kbs, fitted, part_cuts, plan_delivery, trailer, trailer_cuts, video_kbs
from core.film.poster import poster
from core.film.probe import probe
from core.film.timeline import timeline
from core.writing.script import Location, Scene, Script, Shot


def bytes_for(video: float, seconds: float) -> int:
    """The limit under which a film of this length has so many kb/s left for its picture."""
    for sound in (128, 96, 64):
        if audio_kbs(video + sound) == sound:
            return round((video + sound) * seconds / (8388.6 * 0.97) * 2**20) + 1
    raise AssertionError


def long_script(scenes: int = 10, shots: int = 8, dissolves: bool = False) -> Script:
    return Script(
        title="Ten Rooms", opening_s=5.0, credits_s=10.0, locations=(Location(id="l1", name="Hall", backdrop="hall"),),
        scenes=tuple(
            Scene(id=f"s{i}", location="l1", mood="tense" if i % 2 else "warm", shots=tuple(
                Shot(id=f"h{i}-{n}", action="A room.", duration_s=4.0, size=("EWS", "MS", "CU", "MCU")[n % 4], transition="dissolve" if dissolves else "cut")
                for n in range(shots)))
            for i in range(scenes)),
    )  # fmt: skip


@pytest.fixture(scope="session")
def files(film) -> FilmFiles:
    return FilmFiles(film.made, film.script, asyncio.run(poster(film.workshop, film.script, makers=["Ana"], year=2026)))


def test_the_formula_leaves_headroom():
    assert video_kbs(10 * 2**20, 60) == pytest.approx(10 * 8388.6 * 0.97 / 60 - 128)
    for seconds in (15, 60, 300):
        assert (video_kbs(10 * 2**20, seconds) + 64) * 1000 / 8 * seconds < 10 * 2**20


async def test_a_film_that_is_small_enough_goes_as_it_is(files, film):
    size = film.made.path.stat().st_size
    exact = await plan_delivery(film.workshop, files, Limits(max_bytes=size))
    assert (exact.kind, exact.link_wanted, [x.path for x in exact.files]) == ("whole", False, [film.made.path])


async def test_a_larger_one_is_fitted_with_its_subtitles_and_chapters(files, film):
    limit = min(bytes_for(380, 8.0), film.made.path.stat().st_size - 1)
    made = await fitted(film.workshop, film.made, limit, 0.0, 8.0)
    media = await probe(made.path)
    assert media.size <= limit
    assert abs(media.duration_s - 8.0) < 0.1
    assert media.subtitle_languages == ("eng",)
    assert len(media.chapters) == 2
    delivery = await plan_delivery(film.workshop, files, Limits(max_bytes=bytes_for(125, 8.0), max_files=1))
    assert delivery.kind == "fitted"
    assert delivery.link_wanted
    assert delivery.files[0].path.stat().st_size <= bytes_for(125, 8.0)


async def test_below_the_thresholds_come_trailer_and_link(files, film):
    limit = bytes_for(110, 8.0)
    delivery = await plan_delivery(film.workshop, files, Limits(max_bytes=limit))
    assert delivery.kind == "trailer"
    assert delivery.link_wanted
    assert delivery.files[0].role == "trailer"
    assert all(x.path.stat().st_size <= limit for x in delivery.files)
    for limits in (Limits(max_bytes=3000), Limits(max_bytes=10**9, inline_video=False), Limits(max_bytes=0)):
        delivery = await plan_delivery(film.workshop, files, limits)
        assert delivery.kind == "link"
        assert delivery.link_wanted
        assert all(x.role == "poster" for x in delivery.files)


async def test_parts_are_exact_stretches_of_the_film(film):
    first = await fitted(film.workshop, film.made, 10**7, 0.0, 2.0)
    rest = await fitted(film.workshop, film.made, bytes_for(150, 6.0), 2.0, 8.0)
    for made, frames in ((first, 48), (rest, 144)):
        media = await probe(made.path)
        assert media.picture
        assert media.picture.frames == frames
        assert media.audio_codec
    assert rest.path.stat().st_size <= bytes_for(150, 6.0)


@pytest.mark.parametrize("mib", [3, 5, 10])
def test_parts_begin_at_scenes_and_fit(mib):
    script = long_script()
    cuts, laid = part_cuts(script, mib * 2**20), timeline(script)
    scenes = {0.0, *(scene.start_s for scene in laid.scenes)}
    assert cuts[0][0] == 0
    assert cuts[-1][1] == laid.duration_s
    assert all(before[1] == after[0] for before, after in pairwise(cuts))
    assert all(start in scenes for start, _ in cuts)
    assert all(video_kbs(mib * 2**20, end - start) >= 349 for start, end in cuts)


def test_a_scene_too_long_is_cut_between_its_shots_but_never_in_a_dissolve():
    one = long_script(scenes=1, shots=60)
    starts = {0.0, *(shot.start_s for shot in timeline(one).shots)}
    cuts = part_cuts(one, 3 * 2**20)
    assert len(cuts) > 2
    assert all(start in starts for start, _ in cuts)
    assert part_cuts(long_script(scenes=1, shots=60, dissolves=True), 3 * 2**20) == []


async def test_a_trailer_shows_strong_shots_and_keeps_the_ending(film):
    script = long_script()
    cuts, laid = trailer_cuts(script), timeline(script)
    assert cuts == sorted(cuts)
    assert 4 <= len(cuts) <= 12
    assert all(end <= 0.8 * laid.duration_s + 4 for _, end in cuts)
    assert sum(end - start for start, end in cuts) <= 20
    made = await trailer(film.workshop, FilmFiles(film.made, film.script, film.made))
    media = await probe(made.path)
    assert abs(media.duration_s - made.facts["seconds"]) < 0.1
    assert media.audio_codec == "aac"
