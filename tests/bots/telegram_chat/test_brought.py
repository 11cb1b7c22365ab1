"""What people send to Telegram as photo, voice, music or document, in private and in groups, through the real library; and what is no use."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bots.conversation.words import words
from core import ffmpeg, projects
from core.models import Material, Project, Upload
from core.writing.fountain import fountain
from tests.bots.conversation.test_pictures import photo
from tests.bots.telegram_chat.conftest import Bench, asking
from tests.core.writing.conftest import lighthouse

if TYPE_CHECKING:
    from pathlib import Path

    from core.writing.script import Script
    from tests.fakes.telegram.people import FakeUser
    from tests.fakes.telegram.world import Chat


@pytest.fixture
async def sounds(tmp_path: Path) -> dict[str, bytes]:
    """A song and somebody's voice."""
    made = {}
    for name, tone in (("song.mp3", "sine=330:d=7"), ("voice.ogg", "sine=200:d=2.5")):
        await ffmpeg.run(["-f", "lavfi", "-i", tone, tmp_path / name])
        made[name] = (tmp_path / name).read_bytes()
    return made


async def to_cast(bench: Bench, who: FakeUser, chat: Chat | None = None) -> None:
    """A film whose cast is shown."""
    await bench.says(who, "/new a keeper finds a letter", chat=chat)
    for _ in range(3):
        await bench.presses(who, chat=chat)


async def script_now() -> Script:
    found = projects.script_of(await projects.head_of(await Project.get()))
    assert found
    return found


async def test_a_photo_is_bared_of_what_the_camera_wrote_and_becomes_the_portrait(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await to_cast(bench, ana)
    cast = asking(ana)
    await bench.presses(ana, next(one["text"] for one in cast.buttons if one["text"].startswith("Change somebody")))
    await bench.presses(ana, next(one["text"] for one in cast.buttons if "Mara" in one["text"]), message=cast)
    await bench.presses(ana, "Use a picture…")
    assert "Send me a picture of Mara" in ana.sees()[-1].text
    ana.sends("photo", photo())
    await bench.settled()
    offer = asking(ana)
    assert "Shall Mara look like this from now on?" in offer.text
    assert "A real person must have agreed to be in your film" in offer.text
    with Image.open(io.BytesIO(bench.telegram.files[offer.files[0]].content)) as image:
        assert (image.size, dict(image.getexif())) == ((240, 320), {}), "turned upright, and nothing is left of the camera"
    await bench.presses(ana, message=offer)
    upload = await Upload.get()
    assert (await script_now()).character("c1").picture == upload.key
    kept = [path.name for path in (bench.settings.data_dir / "storage" / "uploads").rglob("*") if path.is_file()]
    assert kept == [], "what was sent is gone: only the clean picture is kept"
    shown = [one for one in ana.sees() if any(bench.telegram.files[id].content == bench.telegram.files[offer.files[0]].content for id in one.files)]
    assert len(shown) > 1, "the cast shows it too"


async def test_a_photo_in_a_group_is_its_senders_and_words_say_whom_it_shows(bench: Bench) -> None:
    ana, ben = bench.telegram.user("Ana"), bench.telegram.user("Ben")
    group = bench.telegram.group("Film club", ana, ben)
    await to_cast(bench, ana, group)
    cast = asking(ana, group)
    assert ana.sends("photo", photo(2), caption="Mara", chat=group) == 0, "what does not answer us never reaches us"
    assert ana.sends("photo", photo(3), caption="this is Old Tom", chat=group, reply_to=cast)
    await bench.settled()
    offer = asking(ana, group)
    assert "Shall Old Tom look like this" in offer.text
    query = ben.presses(offer)
    await bench.settled()
    assert "somebody else" in (bench.telegram.queries[query].answer or {})["text"]
    assert (await script_now()).character("c2").picture == ""
    await bench.presses(ana, message=offer)
    assert (await script_now()).character("c2").picture == (await Upload.get()).key


async def test_music_and_a_voice_are_heard_in_what_is_cut(bench: Bench, sounds: dict[str, bytes]) -> None:
    ana = bench.telegram.user("Ana")
    await to_cast(bench, ana)
    await bench.presses(ana)
    board = asking(ana)
    ana.sends("audio", sounds["song.mp3"], performer="The Gulls", title="Home")
    await bench.settled()
    assert "“The Gulls – Home.mp3”, 0:07. " in asking(ana).text
    await bench.presses(ana, "▶ Use it as the film's music")
    ana.sends("voice", sounds["voice.ogg"])
    await bench.settled()
    offer = asking(ana)
    assert "“voice.ogg”, 0:02. Is it the music" in offer.text
    assert "whose owner agreed" in offer.text
    await bench.presses(ana, "It is a voice that says… ▾", message=offer)
    line = next(one["text"] for one in offer.buttons if one["text"].startswith("Mara: "))
    await bench.presses(ana, line, message=offer)
    assert "is heard in one line of this film" in offer.text
    await bench.presses(ana, message=board)
    order = bench.set.desk.studio.cutter.orders[-1]  # type: ignore[attr-defined]
    assert order.track.path.read_bytes() == sounds["song.mp3"]
    assert [one.text for one in order.own] == [line.partition(": ")[2]]


async def test_a_screenplay_becomes_a_film_in_its_own_words(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    ana.sends("document", fountain(lighthouse()).encode(), name="The Lamp.fountain", caption="this one")
    await bench.settled()
    assert "A screenplay: " in asking(ana).text
    await bench.presses(ana, "▶ Make it a film")
    await bench.presses(ana)
    assert next(line.text for shot in lighthouse().shots for line in shot.lines) in asking(ana).text


async def test_what_has_no_words_gets_one_sentence_in_the_persons_language_and_leaves_the_question_open(bench: Bench) -> None:
    ana = bench.telegram.user("Ana", language="de")
    group = bench.telegram.group("Film club", ana)
    await bench.says(ana, "Ein Wärter findet einen Brief")
    await bench.presses(ana, words("de").text("choice-length"))
    question = len(ana.sees())
    kinds = ("sticker", "location", "venue", "contact", "poll", "dice", "animation", "story")
    for kind in kinds:
        assert ana.shares(kind)
        await bench.settled()
    for kind in ("video", "video_note"):
        ana.sends(kind, b"my face")
        await bench.settled()
    answers = ana.sees()[question:]
    told = words("de").text("error-no-words")
    assert [one.text for one in answers] == [told] * (len(kinds) + 2)
    assert ".fountain" in told
    ana.shares("pinned_message")
    await bench.says(ana, "/new ein Fuchs lernt zählen", chat=group)
    seen = len(ana.sees(group))
    assert ana.shares("sticker", chat=group, reply_to=asking(ana, group))
    await bench.settled()
    assert (len(ana.sees()), len(ana.sees(group))) == (question + len(answers), seen), "what Telegram tells, and applause in a group, want no answer"
    await bench.says(ana, "90 Sekunden")
    assert (await Project.all().order_by("id").first()).length_s == 90, "the question was open still"  # type: ignore[union-attr]


async def test_what_is_no_use_is_said_in_a_sentence_and_leaves_nothing(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await to_cast(bench, ana)

    async def sends(kind: str, content: bytes, **more: object) -> str:
        ana.sends(kind, content, **more)  # type: ignore[arg-type]
        await bench.settled()
        return ana.sees()[-1].text

    assert "20 MB are the most" in await sends("document", b"x", name="film.fountain", size=21 << 20)
    assert "“notes.exe”" in await sends("document", b"MZ", name="notes.exe")
    assert "“holiday.mp4”" in await sends("document", b"a film of mine", name="holiday.mp4")
    assert not bench.telegram.called("getFile"), "nothing is fetched of which nothing here could be made"
    assert "I cannot read that as a picture." in await sends("document", b"no picture", name="face.jpg", caption="Mara")
    assert "I cannot hear music in that file." in await sends("audio", b"la la", name="song.mp3")
    id = ana.sends("photo", photo())
    assert id
    bench.telegram.files.popitem()  # deleted before we come to fetch it
    await bench.settled()
    assert ana.sees()[-1].text == "I could not fetch that file. Send it once more, please."
    kept = [path.name for path in (bench.settings.data_dir / "storage" / "uploads").rglob("*") if path.is_file()]
    assert kept == [], "what cannot be used is not kept"
    assert await Material.all().count() == 0
