"""One account over two real chats: a film begun in a thread on Discord, approved on Telegram; its end is seen in both."""

from __future__ import annotations

import asyncio
import io
import re
from contextlib import suppress

import av
from pydantic import SecretStr

from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.room import open_room
from core.models import Identity, Project, Render
from tests.bots.discord_chat.conftest import Stage, clip, stage, still  # noqa: F401 - fixtures
from tests.bots.patience import until
from tests.bots.telegram_chat.conftest import asking
from tests.bots.telegram_chat.test_journey import PRESSES_MAX
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.people import FakeUser

IDEA = "A lighthouse keeper finds a bottle with her own handwriting"


def newest(who: FakeUser) -> int:
    """The newest message that asks something; 0 when none does."""
    return max((one.id for one in who.sees() if any("callback_data" in button for button in one.buttons)), default=0)


async def test_a_film_begun_on_discord_is_approved_on_telegram(stage: Stage) -> None:  # noqa: F811
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    await stage.ana.press(await stage.newest(thread, words="lighthouse"), "Good, go on")
    await stage.newest(thread, label="A")
    film = await Project.get()
    await stage.ana.command(stage.channel, "link")
    told = await stage.discord.until(lambda: next((one for one in stage.ana.whispers if re.search(CODE, one.read)), None))
    found = re.search(CODE, told.read)
    assert found
    async with FakeTelegram(flood=False).running() as telegram:
        settings = stage.settings.model_copy(update={"telegram_token": SecretStr(telegram.token), "telegram_api_url": telegram.url})
        posts, studio = Posts(stage.desk), stage.desk.studio
        async with open_room(settings, studio.storage, studio.workshop, Engine(stage.desk, posts), posts, pace=Pace(faster=1e6), per_s=1e6) as room:
            await stage.stop()  # one process shows both chats from here on
            stage.chats["telegram"] = room.chat
            await stage.start()
            listening = asyncio.create_task(room.listen("", None))
            try:
                await _approve(telegram.user("Ana"), film, found[0])
            finally:
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening
                await room.listener.rest()
        here = next(one for user in telegram.users.values() for one in user.sees() if one.kind == "video" and "Made with AI" in one.text)
        with av.open(io.BytesIO(telegram.files[here.files[0]].content)) as played:
            assert played.streams.video[0].frames == 24
    there = await stage.discord.until(lambda: next((one for one in stage.discord.in_(thread) if one.attachments and "Made with AI" in one.read), None))
    with av.open(io.BytesIO(there.attachments[0].data)) as played:
        assert played.streams.video[0].frames == 24
    assert await Project.all().count() == 1


CODE = r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b"


async def _approve(ana: FakeUser, film: Project, code: str) -> None:
    """On Telegram: become one account, open the film, and press what is recommended until it is there."""
    ana.says(f"/link {code}")
    await until(ana.sees)
    assert await Identity.filter(person_id=film.owner_id).order_by("platform").values_list("platform", flat=True) == ["discord", "telegram"]
    ana.says(f"/film {film.id}")
    await until(lambda: newest(ana))
    for _ in range(PRESSES_MAX):
        if await Render.filter(tier="drawn").exists():
            break
        before = newest(ana)
        ana.presses(asking(ana))
        await until(lambda before=before: newest(ana) > before)
    await until(lambda: any(one.kind == "video" and "Made with AI" in one.text for one in ana.sees()))
