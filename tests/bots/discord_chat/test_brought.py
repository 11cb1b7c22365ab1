"""What people bring to Discord, by a form's field or with a message, through the real library: pictures, music, voices, screenplays; and what is no use."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from core import ffmpeg, projects
from core.models import Material, Project, Upload
from core.writing.fountain import fountain
from tests.bots.conversation.test_pictures import photo
from tests.bots.discord_chat.conftest import person_in
from tests.bots.discord_chat.test_everyday import IDEA, to_script
from tests.core.writing.conftest import lighthouse

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bots.discord_chat.conftest import Stage
    from tests.fakes.discord_world import Channel


@pytest.fixture
async def sounds(tmp_path: Path) -> dict[str, bytes]:
    """A song and somebody's voice."""
    made = {}
    for name, tone in (("song.mp3", "sine=330:d=7"), ("me.ogg", "sine=200:d=2.5")):
        await ffmpeg.run(["-f", "lavfi", "-i", tone, tmp_path / name])
        made[name] = (tmp_path / name).read_bytes()
    return made


async def to_cast(stage: Stage) -> Channel:
    """A film whose cast is shown, in its thread."""
    thread = await to_script(stage)
    await stage.ana.press(await stage.newest(thread, label="Looks right: meet the cast"))
    await stage.newest(thread, label="Draw the storyboard")
    return thread


async def test_a_photo_from_a_form_is_bared_of_what_the_camera_wrote_and_becomes_the_portrait(stage: Stage) -> None:
    ana, thread = stage.ana, await to_cast(stage)
    cast = await stage.newest(thread, label="Draw the storyboard")
    await ana.choose(cast, "Change somebody", "Mara")
    await stage.discord.until(lambda: any(one["label"] == "Use a picture…" for one in cast.buttons))
    shown = await ana.press(cast, "Use a picture…")
    assert shown.modal
    assert [one["component"]["type"] for one in shown.modal["components"]] == [19]
    await ana.submit(shown, file=ana.file("mara.jpg", photo()))
    offer = await stage.newest(thread, label="Yes, this is Mara")
    assert "A real person must have agreed to be in your film" in offer.read
    (seen,) = offer.attachments
    with Image.open(io.BytesIO(seen.data)) as image:
        assert (image.size, dict(image.getexif())) == ((240, 320), {}), "turned upright, and nothing is left of the camera"
    await ana.press(offer)
    await stage.discord.until(lambda: seen.data in [one.data for one in cast.attachments])
    script = projects.script_of(await projects.head_of(await Project.get()))
    assert script
    assert script.character("c1").picture == (await Upload.get()).key


async def test_a_photo_in_a_message_is_used_when_its_words_say_whom_it_shows(stage: Stage) -> None:
    ana, thread = stage.ana, await to_cast(stage)
    await ana.says(thread, "nobody is meant with this", files={"cat.png": photo(2, kind="PNG")})
    await ana.says(thread, "this is Old Tom", mention=True, files={"tom.webp": photo(3, kind="WEBP")})
    offer = await stage.newest(thread, label="Yes, this is Old Tom")
    assert await Upload.all().count() == 1, "what is not said to us is not looked at"
    await person_in(stage, "Bo").press(offer)
    await stage.discord.until(lambda: [one for one in stage.discord.messages.values() if one.only_for and "somebody else" in one.read])
    script = projects.script_of(await projects.head_of(await Project.get()))
    assert script
    assert script.character("c2").picture == ""


async def test_music_and_a_voice_are_heard_in_what_is_cut(stage: Stage, sounds: dict[str, bytes]) -> None:
    ana, thread = stage.ana, await to_cast(stage)
    await ana.press(await stage.newest(thread, label="Draw the storyboard"))
    await stage.newest(thread, label="Approve all 5")
    await ana.says(thread, "", mention=True, files={"song.mp3": sounds["song.mp3"]})
    song = await stage.newest(thread, label="Use it as the film's music")
    assert "“song.mp3”, 0:07. " in song.read
    await ana.press(song, "Use it as the film's music")
    await stage.discord.until(lambda: any("“song.mp3” is the music of" in one.read for one in stage.discord.in_(thread)))
    await ana.says(thread, "", mention=True, files={"voice-message.ogg": sounds["me.ogg"]})
    voice = await stage.newest(thread, words="“voice-message.ogg”, 0:02. ")
    assert "whose owner agreed" in voice.read
    line = voice.menus[0]["options"][1]["label"]
    await ana.choose(voice, "It is a voice that says…", line)
    await stage.discord.until(lambda: "is heard in one line of this film" in voice.read)
    board = next(one for one in stage.discord.in_(thread) if any(button["label"] == "Approve all 5" for button in one.buttons))
    await ana.press(board, "Approve all 5")
    await stage.newest(thread, label="Render it")
    order = stage.cutter.orders[-1]
    assert order.track
    assert order.track.path.read_bytes() == sounds["song.mp3"]
    assert [one.text for one in order.own] == [line.partition(": ")[2]]


async def test_a_track_is_brought_in_a_form(stage: Stage, sounds: dict[str, bytes]) -> None:
    await stage.ana.command(stage.channel, "film new", idea=IDEA, kind="music_video")
    thread = await stage.thread()
    brief = await stage.newest(thread, label="Good, go on")
    shown = await stage.ana.press(brief, "My own music…")
    assert shown.modal
    assert [one["component"]["required"] for one in shown.modal["components"]] == [True]
    await stage.ana.submit(shown, file=stage.ana.file("song.mp3", sounds["song.mp3"]))
    offer = await stage.newest(thread, label="Use it as the film's music")
    assert "song.mp3" in offer.read


async def test_a_screenplay_is_brought_in_the_form_and_keeps_its_words(stage: Stage) -> None:
    ana = stage.ana
    shown = await ana.command(stage.channel, "film new")
    assert shown.modal
    assert [one["component"]["type"] for one in shown.modal["components"]] == [4, 19]
    await ana.submit(shown, "", file=ana.file("lamp.fountain", fountain(lighthouse()).encode()))
    thread = await stage.thread()
    offer = await stage.newest(thread, label="Make it a film")
    assert "A screenplay: " in offer.read
    await ana.press(offer)
    await ana.press(await stage.newest(thread, label="Good, go on"))
    script = await stage.newest(thread, label="Looks right: meet the cast")
    assert next(line.text for shot in lighthouse().shots for line in shot.lines) in script.read
    empty = await ana.command(stage.channel, "film new")
    await ana.submit(empty, "")
    await stage.discord.until(lambda: any("What is the film about?" in one.read for one in stage.discord.messages.values()))


async def test_what_has_no_words_gets_one_sentence_and_what_is_passed_on_is_read(stage: Stage) -> None:
    ana = stage.ana

    async def answers(count: int) -> list[str]:
        await stage.discord.until(lambda: len(stage.discord.in_(ana.dm)) >= count)
        return [one.read for one in stage.discord.in_(ana.dm)]

    await ana.shares(ana.dm, "sticker")
    assert [".fountain" in one and "Put it into words" in one for one in await answers(2)] == [False, True]
    await ana.shares(ana.dm, "poll")
    await answers(4)
    await ana.shares(ana.dm, "forward")
    brief = await stage.newest(ana.dm, label="Good, go on")
    assert "a keeper finds a bottle" in brief.read


async def test_what_is_no_use_is_said_in_a_sentence_to_its_sender_and_leaves_nothing(stage: Stage) -> None:
    ana, thread = stage.ana, await to_script(stage)
    kept = stage.settings.data_dir / "storage" / "uploads"

    async def told(words: str) -> None:
        await stage.discord.until(lambda: any(words in one.read for one in stage.discord.messages.values()))

    await ana.says(thread, "", mention=True, files={"notes.exe": b"MZ"})
    await told("That kind of file I cannot use.")
    large = ana.file("long.wav", b"RIFF")
    large.claims = (50 << 20) + 1
    await ana.says(thread, "", mention=True, files={"long.wav": large})
    await told("That file is too large: 50 MB at most.")
    gone = ana.file("face.jpg", photo())
    stage.discord.gateway.loose_files.remove(gone)
    said = await ana.says(thread, "", mention=True, files={"face.jpg": gone})
    del stage.discord.messages[said.id]  # deleted, with its file, before we come to fetch it
    await told("Discord did not hand me that file. Please send it once more.")
    assert not kept.exists()
    await ana.says(thread, "Mara", mention=True, files={"face.jpg": b"no picture"})
    await told("I cannot read that as a picture.")
    assert [one for one in kept.rglob("*") if one.is_file()] == [], "what cannot be used is not kept"
    assert await Material.all().count() == 0
