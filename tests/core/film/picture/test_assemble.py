"""The film is exactly what the timeline says, joined without encoding again, and made anew only where it changed."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from core import ffmpeg
from core.film import assemble as assemble_module
from core.film import reels
from core.film.assemble import assemble
from core.film.gate import Expected, report
from core.film.probe import ClipUnusable, probe
from core.film.profiles import TO_TV
from core.film.timeline import timeline
from core.film.watching import watch
from core.workshop import Source, Workshop
from tests.core.film.picture.conftest import TINY, clip, small_script, soundtrack


def frames_of(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24").astype(int) for frame in container.decode(video=0)]


def packets_of(path: Path) -> list[tuple[int | None, int | None, bool, bytes]]:
    """When each packet of the picture is decoded and seen, whether it stands alone, and what it holds."""
    with av.open(str(path)) as container:
        return [(packet.dts, packet.pts, packet.is_keyframe, bytes(packet)) for packet in container.demux(video=0)]


def stages(workshop: Workshop) -> Counter[str]:
    return Counter(path.parent.parent.name for path in workshop.root.glob("*/*/*.json"))


async def test_the_film_is_whole_and_passes_the_gate(film):
    media = await probe(film.made.path)
    laid = timeline(film.script)
    assert media.picture
    assert media.picture.frames == laid.frames == film.made.facts["frames"]
    assert abs(media.duration_s - film.script.length_s) < 0.03
    with av.open(str(film.made.path)) as container:
        shown = sorted(packet.pts for packet in container.demux(video=0) if packet.pts is not None)
    assert set(np.diff(shown)) == {1000}  # one frame after the other, at 24,000 to the second
    assert _edit_lists(film.made.path)[:2] == [[0], [1024]], "no edit list shifts the picture; sound skips what its encoder begins early by"
    assert media.metadata["title"] == film.script.title
    assert media.metadata["comment"].startswith("Made with AI")
    assert media.cover
    assert media.subtitle_languages == ("eng",)
    assert [(c.start_s, c.end_s, c.title) for c in media.chapters] == [(0, 4.0, "1 · The lighthouse"), (4.0, 8.0, "2 · Kitchen; #2 = home")]
    found = await report(film.made.path, expected=Expected.of(film.script, 320, 180))
    assert found.passes, str(found)


def _edit_lists(path: Path) -> list[list[int]]:
    """Where each track's edits begin in it, in its own time scale."""
    *_, found = path.read_bytes().partition(b"moov")
    lists = []
    for each in found.split(b"elst")[1:]:
        wide, count = each[0], int.from_bytes(each[4:8])
        size, start, length = (20, 8, 8) if wide else (12, 4, 4)
        lists.append([int.from_bytes(each[8 + size * n + start : 8 + size * n + start + length], signed=True) for n in range(count)])
    return lists


async def test_a_player_finds_a_keyframe_every_two_seconds(tmp_path):
    path = tmp_path / "long.mp4"
    await ffmpeg.run(["-f", "lavfi", "-i", "testsrc2=s=320x180:r=24", "-vf", TO_TV, *TINY.encoding(24 * 9), path])
    with av.open(str(path)) as container:
        keys = sorted(packet.pts * packet.time_base for packet in container.demux(video=0) if packet.is_keyframe and packet.pts is not None)
    assert max(b - a for a, b in pairwise([*keys, 9])) <= 2


async def test_titles_and_credits_never_stand_still(film):
    seen = await watch(film.made.path, film.script.length_s, black_s=0.3, frozen_s=0.5)
    assert not seen.frozen
    assert not seen.black


async def test_a_dissolve_shares_its_frames_and_touches_no_other(tmp_path, film):
    clips = dict(film.clips)
    for shot, colour in (("h1", "red"), ("h2", "lime"), ("h3", "blue")):
        path = await clip(tmp_path / f"{shot}.mp4", f"color=c={colour}:s=320x180:r=24", film.script.shot(shot).duration_s)
        clips[shot] = Source.of(path)
    made = (await assemble(film.workshop, film.script, clips, film.soundtrack, TINY, makers=["Ana", "Ben"], year=2026)).film
    frames, laid = frames_of(made.path), timeline(film.script)
    first, second, third = laid.shots
    assert len(frames) == laid.frames
    pixel = [frame[90, 160] for frame in frames]
    assert pixel[first.start][0] > 200
    assert pixel[second.start - 1][0] > 200
    middle = pixel[second.start + 6]
    assert 80 < middle[0] < 180
    assert 80 < middle[1] < 180
    assert pixel[first.end - 1][1] > 180  # the one-second shot: half of it in each of its dissolves
    assert 80 < pixel[third.start + 6][2] < 180
    assert pixel[third.end - 1][2] > 200
    assert pixel[third.end].max() < 120  # the credits begin


async def test_one_changed_shot_touches_one_shot(tmp_path, film):
    await assemble(film.workshop, film.script, film.clips, film.soundtrack, TINY, makers=["Ana", "Ben"], year=2026)
    before = stages(film.workshop)
    changed = film.clips | {"h1": Source.of(await clip(tmp_path / "new.mp4", "testsrc2=s=320x180:r=24,negate", 2.0))}
    await assemble(film.workshop, film.script, changed, film.soundtrack, TINY, makers=["Ana", "Ben"], year=2026)
    assert stages(film.workshop) - before == Counter(normalised=1, stretch=1, dissolve=1, film=1)


async def test_a_long_film_is_joined_of_reels_packet_for_packet(tmp_path, film, monkeypatch):
    monkeypatch.setattr(reels, "PIECES", 2)
    workshop, told = Workshop(tmp_path / "reels"), {"makers": ["Ana", "Ben"], "year": 2026}
    long = await assemble(workshop, film.script, film.clips, film.soundtrack, TINY, **told)
    assert packets_of(long.film.path) == packets_of(film.made.path)
    assert long.film.facts == film.made.facts | {"bytes": long.film.path.stat().st_size}
    before = stages(workshop)
    assert before["reel"] == -(-len(long.picture) // 2) > 2
    clips = film.clips | {"h1": Source.of(await clip(tmp_path / "other.mp4", "mandelbrot=s=320x180:r=24", film.script.shot("h1").duration_s))}
    await assemble(workshop, film.script, clips, film.soundtrack, TINY, **told)
    assert (stages(workshop) - before)["reel"] < before["reel"], "reels without the shot stay"


async def test_subtitles_can_be_burned_into_the_picture(film):
    before = stages(film.workshop)
    made = (await assemble(film.workshop, film.script, film.clips, film.soundtrack, TINY, makers=["Ana", "Ben"], year=2026, words="lines")).film
    new = stages(film.workshop) - before
    assert 0 < new["burned"] < made.facts["pieces"]  # only what has words over it
    media = await probe(made.path)
    assert not media.subtitle_languages
    assert media.picture
    assert media.picture.frames == timeline(film.script).frames
    plain, burned = frames_of(film.made.path), frames_of(made.path)
    during, without = round(3.0 * 24), round(0.9 * 24)
    assert np.abs(plain[during][140:172] - burned[during][140:172]).mean() > 6
    assert np.abs(plain[without] - burned[without]).mean() < 0.01


async def test_it_may_be_cancelled_anywhere_and_is_then_made_whole(tmp_path, film):
    clips = film.clips | {"h3": Source.of(await clip(tmp_path / "other.mp4", "mandelbrot=s=320x180:r=24", 1.5))}
    heard: list[float] = []
    begun = asyncio.Event()

    async def hear(share: float) -> None:
        heard.append(share)
        begun.set()

    work = [film.workshop, film.script, clips, film.soundtrack, TINY]
    task = asyncio.create_task(assemble(*work, makers=["Ana", "Ben"], year=2026, on_progress=hear))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    heard.clear()
    made = (await assemble(*work, makers=["Ana", "Ben"], year=2026, on_progress=hear)).film
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert (await report(made.path, expected=Expected.of(film.script, 320, 180))).passes


async def test_a_clip_that_is_none_is_named(tmp_path, film):
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"no film at all")
    with pytest.raises(ClipUnusable):
        await assemble(film.workshop, film.script, film.clips | {"h2": Source.of(bad)}, film.soundtrack, TINY, year=2026)
    with pytest.raises(KeyError, match="h2"):
        await assemble(film.workshop, film.script, {k: v for k, v in film.clips.items() if k != "h2"}, film.soundtrack, TINY, year=2026)


async def test_a_film_without_a_word_has_no_subtitle_track(tmp_path, film):
    script = small_script(credits_s=2.5)
    sound = await soundtrack(tmp_path / "mute.wav", script)
    sound.facts["lines"] = []
    made = (await assemble(film.workshop, script, film.clips, type(sound)(sound.path, "mute", sound.facts), TINY, makers=["Ana", "Ben"], year=2026)).film
    assert (await probe(made.path)).subtitle_languages == ()
    assert made.facts["cues"] == 0


@pytest.mark.parametrize("room", [2**20, 100], ids=["room enough", "too little room"])
async def test_a_long_film_has_its_index_in_front_whatever_room_was_left_for_it(tmp_path, film, monkeypatch, room):
    monkeypatch.setattr(assemble_module, "LONG_S", 1.0)
    monkeypatch.setattr(assemble_module, "_index_bytes", lambda *_: room)
    shutil.copytree(film.workshop.root, tmp_path / "other", ignore=shutil.ignore_patterns("film"))
    long = await assemble(Workshop(tmp_path / "other"), film.script, film.clips, film.soundtrack, TINY, makers=["Ana", "Ben"], year=2026)
    assert packets_of(long.film.path) == packets_of(film.made.path)
    assert _edit_lists(long.film.path) == _edit_lists(film.made.path)
    assert (long.film.facts["bytes"] > film.made.facts["bytes"] + 2**18) == (room == 2**20), "the room stays in the file"
    found = await report(long.film.path, expected=Expected.of(film.script, 320, 180))
    assert found.passes, str(found)


def test_the_room_for_an_index_is_enough_and_little(tmp_path):
    (tmp_path / "cover.jpg").write_bytes(b"x" * 100_000)
    room = assemble_module._index_bytes(3620.0, tmp_path / "cover.jpg", "words " * 10_000)
    assert 2_449_343 + 100_000 + 60_000 < room < 0.01 * 967_885_806, "an index of 900 shots in an hour takes 2.4 MB of 968"
