"""`sysrai run discord` as a process of its own, killed in the middle of a journey: the journey goes on, and nothing is lost or doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.models import Post, Project, Render, Version
from tests.bots.discord_chat.test_everyday import IDEA
from tests.bots.process import Process, at_work, process_of

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage
    from tests.fakes.discord import Call
    from tests.fakes.discord_world import Channel, Message


@pytest.fixture
async def process(still: Stage, database_url: str, redis_url: str, data_dir: Path) -> AsyncIterator[Process]:
    discord = still.discord
    at = {"discord_token": discord.token, "discord_api_url": discord.api_url, "discord_gateway_url": discord.gateway_url}
    with process_of("discord", data_dir, database_url=database_url, redis_url=redis_url, **at) as made:
        async with at_work(redis_url, still.handlers):
            yield made


async def begins(process: Process, still: Stage) -> None:
    """The process is started, and is connected."""
    gateway = still.discord.gateway
    before = gateway.identified
    process.start()
    await process.until(lambda: gateway.identified > before and bool(still.discord.commands))


def asking(still: Stage, thread: Channel) -> Message | None:
    """The newest message of a film's thread that asks something."""
    return next((one for one in reversed(still.discord.in_(thread)) if one.buttons), None)


async def shown(process: Process, still: Stage, thread: Channel, label: str) -> Message:
    """The newest message that asks, once it offers this."""

    def fits() -> bool:
        found = asking(still, thread)
        return bool(found and any(one["label"] == label for one in found.buttons))

    await process.until(fits)
    found = asking(still, thread)
    assert found
    return found


async def goes_on(process: Process, still: Stage, thread: Channel, words: str) -> Message:
    """Always the recommended button, until the newest message says this."""
    pressed: set[str] = set()
    while True:
        await process.until(lambda: bool((one := asking(still, thread)) and one.buttons[0]["custom_id"] not in pressed))
        found = asking(still, thread)
        assert found
        if words in found.read:
            return found
        pressed.add(found.buttons[0]["custom_id"])
        await still.ana.press(found)


def dies_at(process: Process, still: Stage, pattern: str) -> None:
    """The process is killed as Discord has done the next such call, and never hears of it."""

    def done(call: Call) -> None:
        if f"{call.method} {call.path}".startswith(pattern):
            process.kill()
            still.discord.done = lambda call: None

    still.discord.done = done


@pytest.mark.timeout(900)
async def test_killed_in_mid_journey_it_goes_on_and_nothing_is_lost_or_doubled(still: Stage, process: Process) -> None:
    ana, discord = still.ana, still.discord
    await begins(process, still)
    await ana.command(still.channel, "film new", idea=IDEA)
    thread = await still.thread()
    brief = await shown(process, still, thread, "Good, go on")
    await ana.press(brief)
    loglines = await shown(process, still, thread, "A")
    process.kill()
    pressed = await ana.press(loglines, "A", waits=False)  # nobody is there: the client says that it failed
    await begins(process, still)
    assert not pressed.answered
    dies_at(process, still, f"POST /channels/{thread.id}/messages")  # the script's message stands, and nobody noted it
    await ana.press(loglines, "A")
    await process.until(lambda: not process.running)
    await begins(process, still)
    await shown(process, still, thread, "Looks right: meet the cast")
    quote = await goes_on(process, still, thread, "Rendering Mara and the Lamp")
    dies_at(process, still, f"POST /channels/{thread.id}/messages")
    await ana.press(quote)
    await process.until(lambda: not process.running)
    await begins(process, still)
    await shown(process, still, thread, "New film")
    await nothing_is_lost_or_doubled(still, thread)
    assert not discord.complaints


async def nothing_is_lost_or_doubled(still: Stage, thread: Channel) -> None:
    """One of everything, in the rows and in the thread."""
    assert await Project.all().count() == 1
    assert await Render.exclude(tier="preview").count() == 1
    assert await Version.filter(script__not_isnull=True).count() == 1
    stages = Counter(await Post.filter(name__in=["brief", "loglines", "script", "cast", "board", "film"]).values_list("name", flat=True))
    assert stages == {"brief": 1, "loglines": 1, "script": 1, "cast": 1, "board": 1, "film": 1}
    texts = Counter(one.text for one in still.discord.in_(thread))
    assert max(texts.values()) == 1, texts
    films = [one for one in still.discord.in_(thread) if one.pings == {still.ana.user.id}]
    assert [len(one.attachments) for one in films] == [1]
