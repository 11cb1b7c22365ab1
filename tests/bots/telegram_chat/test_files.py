"""Files: people's own survive the death of whoever fetches them; large ones go up to the configured limit, by path where a server of one's own reads them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr

from bots.conversation.chat import Target
from bots.conversation.views import Block, Media, Span, View
from bots.telegram_chat import uploads
from bots.telegram_chat.files import Files
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.room import open_room
from core.config import Settings
from core.models import Inbox, Material
from tests.bots.conversation.conftest import Set
from tests.bots.patience import until
from tests.bots.telegram_chat.conftest import Bench
from tests.fakes.telegram import Drop, FakeTelegram

MB = 1_000_000
STORY = b"FADE IN:\n\n" + b"INT. KITCHEN - DAY\n\nMara reads a letter from her sister, twice, and puts it under the lamp where nobody looks.\n\n" * 6


async def test_a_file_whose_fetching_was_killed_is_fetched_after_the_start(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = bench.telegram.user("Ana")
    dying = asyncio.Event()

    async def dies(*_: object) -> str:
        dying.set()
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr(uploads, "fetch", dies)
        ana.sends("document", STORY, name="My story.fountain", caption="this one")
        await asyncio.wait_for(dying.wait(), 60)
        await until(lambda: not bench.telegram.updates)
        await bench.die()
    assert not bench.telegram.updates, "the update is done with: Telegram brings it no more"
    assert (await Inbox.get(source="telegram file")).body["caption"] == "this one"
    await bench.again()
    await bench.settled()
    assert await Material.all().count() == 1
    assert "My story" in ana.sees()[-1].text
    assert (await Inbox.get(source="telegram file")).body == {}, "nothing more is kept than is needed"


async def test_a_file_that_comes_late_is_asked_for_again_and_in_the_end_the_person_hears(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    bench.telegram.refuses("getFile", Drop(), Drop())
    ana.sends("document", STORY, name="My story.fountain")
    await bench.settled()
    assert await Material.all().count() == 1
    bench.telegram.refuses("getFile", *[Drop()] * 20)
    ana.sends("document", STORY, name="Another.fountain")
    await bench.settled()
    assert ana.sees()[-1].text == "I could not fetch that file. Send it once more, please."
    bench.telegram.refusals.clear()


def sparse(path: Path, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)


def film(key: str) -> Media:
    return Media(kind="video", key=key, alt="a film", name="The Letter.mp4", link="https://films.example.org/d/1")


async def test_a_film_of_just_the_limit_goes_and_one_byte_more_does_not(set_: Set) -> None:
    studio = set_.desk.studio
    files = Files(studio.storage, studio.workshop, 1, 50 * MB)
    for key, size in (("a/just.mp4", 50 * MB), ("a/over.mp4", 50 * MB + 1)):
        path = studio.storage.local_path(key)
        assert path
        sparse(path, size)
    found = await files.prepare([film("a/just.mp4"), film("a/over.mp4")])
    assert [one.media.key for one in found.ready] == ["a/just.mp4"]
    assert [one.key for one in found.unsent] == ["a/over.mp4"]


async def test_with_a_server_of_ones_own_two_gigabytes_go_by_their_path(set_: Set, tmp_path: Path) -> None:
    studio = set_.desk.studio
    async with FakeTelegram(flood=False, local=True).running() as telegram:
        telegram.kept = tmp_path
        settings = Settings(
            data_dir=set_.desk.settings.data_dir, telegram_token=SecretStr(telegram.token), telegram_api_url=telegram.url,
            telegram_file_mb_max=2000, telegram_shares_files=True,
        )  # fmt: skip
        ana = telegram.user("Ana")
        ana.started = True
        for key, size in (("a/just.mp4", 2000 * MB), ("a/over.mp4", 2000 * MB + 1)):
            path = studio.storage.local_path(key)
            assert path
            sparse(path, size)
        async with open_room(settings, studio.storage, studio.workshop, set_.engine, set_.showing.posts, pace=Pace(faster=1e6), per_s=1e6) as room:
            to, text = Target("telegram", str(ana.id)), Block(spans=(Span(text="Your film"),))
            assert room.chat.limits(to).max_bytes == 2000 * MB
            await room.chat.send(to, View(name="film", body=(text,), media=(film("a/just.mp4"),)), nonce="just", notify=True)
            await room.chat.send(to, View(name="film", body=(text,), media=(film("a/over.mp4"),)), nonce="over", notify=True)
            ana.sends("document", STORY, name="Long.fountain", size=30 << 20)
            update = (await room.bot.get_updates())[-1]
            await room.listener.hear(update)
            await room.listener.rest()
    sent, linked = ana.sees()[:2]
    assert sent.fields["video"]["file_size"] == 2000 * MB
    assert sent.fields["video"]["file_name"] == "The Letter.mp4"
    assert [path.name for path in telegram.by_path] == ["The Letter.mp4"]
    assert not telegram.by_path[0].exists(), "only its name was borrowed for the while"
    assert linked.kind == "text"
    assert linked.buttons[0]["url"] == "https://films.example.org/d/1"
    assert await Material.all().count() == 1, "what people send is fetched past 20 MB, from where the server put it"
