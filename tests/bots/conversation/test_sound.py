"""What is heard: lines that need more time than their shot has, and music that people bring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core import ffmpeg, projects
from core.projects import Stage, stage
from core.writing.script import SHOT_S_MAX

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


async def test_shots_too_short_for_their_lines_get_the_time_at_one_press(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_board()
    before = projects.script_of(await projects.head_of(project))
    assert before
    first, second = before.shots[:2]
    set_.cutter.facts["tight"] = {first.id: 0.6, second.id: 0.3}
    await ana.presses()
    view = ana.find("animatic")
    assert "Shots 1–2 are a little short" in view.plain
    assert view.choices[0].label == "Render it", "the journey goes on by itself"
    set_.cutter.facts.clear()
    await ana.presses("Give them the time")
    await project.refresh_from_db()
    after = projects.script_of(await projects.head_of(project))
    assert after
    assert [shot.duration_s for shot in after.shots[:2]] == [first.duration_s + 0.75, second.duration_s + 0.5]
    assert after.shots[2:] == before.shots[2:]
    assert await stage(project) is Stage.ANIMATIC
    assert len([message for message in ana.seen if message.view.name == "animatic"]) == 2
    assert "a little short" not in ana.find("animatic").plain


async def test_a_shot_cannot_grow_over_the_longest(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_board()
    set_.cutter.facts["tight"] = {"h1": 30.0}
    await ana.presses()
    await ana.presses("Give it the time")
    await project.refresh_from_db()
    script = projects.script_of(await projects.head_of(project))
    assert script
    assert script.shot("h1").duration_s == SHOT_S_MAX


async def sent(set_: Set, path: Path, name: str) -> str:
    key = f"uploads/{name}"
    await set_.desk.studio.storage.put(key, path)
    return key


@pytest.fixture
async def song(tmp_path: Path) -> Path:
    path = tmp_path / "song.mp3"
    await ffmpeg.run(["-f", "lavfi", "-i", "sine=330:d=7", path])
    return path


async def test_music_that_was_sent_plays_in_what_is_cut_from_then_on(set_: Set, song: Path) -> None:
    ana = set_.person()
    await ana.to_board()
    await ana.sends(await sent(set_, song, "song.mp3"), "song.mp3")
    view = ana.find("upload")
    assert "“song.mp3”, 0:07. Shall it be the music of Mara and the Lamp" in view.plain
    await ana.presses()
    assert "is the film's music now. You hear it in the next animatic." in ana.last.plain
    await ana.presses()
    await ana.presses()
    assert set_.cutter.orders[-1].track
    assert set_.cutter.orders[-1].track.path.read_bytes() == song.read_bytes()
    cut_before = len(set_.cutter.orders)
    await ana.says("hello")
    await ana.sends(await sent(set_, song, "again.mp3"), "again.mp3")
    await ana.presses()
    assert len(set_.cutter.orders) == cut_before + 1, "the animatic was there already, so it is cut again"
    await ana.presses("Back to your music")
    assert set_.cutter.orders[-1].track is None


async def test_a_file_that_is_no_music_is_refused_in_a_sentence(set_: Set, tmp_path: Path) -> None:
    ana = set_.person()
    (tmp_path / "fake.mp3").write_text("la la")
    await ana.sends(await sent(set_, tmp_path / "fake.mp3", "fake.mp3"), "fake.mp3")
    assert "Music belongs to a film" in ana.last.plain
    await ana.to_script()
    await ana.sends("uploads/fake.mp3", "fake.mp3")
    assert "I cannot hear music in that file" in ana.find("upload").plain
    await ana.sends("uploads/nowhere.mp3", "nowhere.mp3")
    assert "not here any more" in ana.find("upload").plain
    await ana.sends("uploads/what.exe", "what.exe")
    assert "what.exe" in ana.last.plain


async def test_a_music_video_takes_the_length_of_its_track(set_: Set, song: Path) -> None:
    ana = set_.person()
    await ana.begins("two dancers on a roof", kind="music_video")
    long = song.with_name("long.mp3")
    await ffmpeg.run(["-f", "lavfi", "-i", "sine=330:d=41.5", long])
    await ana.sends(await sent(set_, long, "long.mp3"), "long.mp3")
    await ana.presses("Use it as the film's music")
    brief = ana.find("brief")
    assert "a music video of 41 seconds" in brief.plain
    assert "Send me your track" not in brief.plain


async def test_a_voice_message_says_a_line_and_can_be_taken_out_again(set_: Set, tmp_path: Path) -> None:
    ana = set_.person()
    project = await ana.to_board()
    script = projects.script_of(await projects.head_of(project))
    assert script
    lines = [(shot, line) for shot in script.shots for line in shot.lines]
    (tmp_path / "me.ogg").write_bytes(b"")
    await ffmpeg.run(["-f", "lavfi", "-i", "sine=200:d=2.5", tmp_path / "me.ogg"])
    await ana.sends(await sent(set_, tmp_path / "me.ogg", "me.ogg"), "me.ogg")
    view = ana.find("upload")
    assert "Is it the music of" in view.plain
    assert "whose owner agreed" in view.plain
    assert view.choices[0].label.startswith("It "), "so short a sound is rather a voice"
    assert [option.value for option in view.selects[0].options] == ["narration", *map(str, range(len(lines)))]
    await ana.chooses("It is a voice that says…", "0", view)
    await project.refresh_from_db()
    (recording,) = projects.recordings_of(project)
    assert [(line.shot, line.text) for line in recording.lines] == [(lines[0][0].id, lines[0][1].text)]
    assert "says that line now" in ana.last.plain
    await ana.presses("", ana.last)
    await ana.presses("", ana.find("board"))
    assert set_.cutter.orders[-1].own[0].text == lines[0][1].text
    await ana.presses("Take that voice out", ana.find("upload"))
    await project.refresh_from_db()
    assert projects.recordings_of(project) == ()
    assert set_.cutter.orders[-1].own == (), "cut again without it"


async def test_a_recording_that_does_not_fit_gets_its_shot_the_time(set_: Set, tmp_path: Path) -> None:
    ana = set_.person()
    project = await ana.to_board()
    script = projects.script_of(await projects.head_of(project))
    assert script
    shot = next(shot for shot in script.shots if shot.lines)
    await ffmpeg.run(["-f", "lavfi", "-i", "sine=200:d=11", tmp_path / "slow.ogg"])
    await ana.sends(await sent(set_, tmp_path / "slow.ogg", "slow.ogg"), "slow.ogg")
    await ana.chooses("It is a voice that says…", "0", ana.find("upload"))
    assert "a little short for what is said in it" in ana.last.plain
    await ana.presses("Give it the time", ana.last)
    await project.refresh_from_db()
    after = projects.script_of(await projects.head_of(project))
    assert after
    assert after.shot(shot.id).duration_s >= 11
    assert [each.duration_s for each in after.shots if each.id != shot.id] == [each.duration_s for each in script.shots if each.id != shot.id]
