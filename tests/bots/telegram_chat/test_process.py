"""`sysrai run telegram` as a process of its own, killed in the middle of a journey: it goes on where it was, and nothing is lost or doubled."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.models import Action, Post, Project, Render
from tests.bots.conversation.conftest import Set
from tests.bots.patience import PATIENCE_S
from tests.bots.process import Process, at_work, process_of
from tests.bots.telegram_chat.conftest import Boards, SmallCutter, asking
from tests.bots.telegram_chat.test_journey import PRESSES_MAX
from tests.fakes.hasty import FASTER
from tests.fakes.telegram import Call, FakeTelegram
from tests.fakes.telegram.people import FakeUser


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(lambda: time.monotonic() * FASTER).running() as running:
        yield running


@pytest.fixture
async def process(set_: Set, telegram: FakeTelegram, database_url: str, redis_url: str, data_dir: Path, playable: Path) -> AsyncIterator[Process]:
    """A bot that has not begun, and a worker with small pictures and films."""
    studio = set_.desk.studio
    cutter = SmallCutter(data_dir / "small-cuts")
    cutter.playable = playable
    object.__setattr__(studio, "cutter", cutter)
    boards = Boards(studio.storage, data_dir / "pictures")
    found = {kind: handler for kind, handler in set_.handlers.items() if kind not in ("show", "hear")}
    at = {"telegram_token": telegram.token, "telegram_api_url": telegram.url}
    with process_of("telegram", data_dir, database_url=database_url, redis_url=redis_url, **at) as made:
        async with at_work(redis_url, {**found, "board": boards.board, "portraits": boards.portraits}):
            yield made


def asks(who: FakeUser) -> int:
    """The newest message that asks something; 0 when none does."""
    return max((one.id for one in who.sees() if any("callback_data" in button for button in one.buttons)), default=0)


def has_film(who: FakeUser) -> bool:
    return any(one.kind == "video" and "Made with AI" in one.text for one in who.sees())


@pytest.mark.timeout(1500)
async def test_killed_in_mid_journey_it_goes_on_and_nothing_is_lost_or_doubled(process: Process, telegram: FakeTelegram) -> None:
    ana = telegram.user("Ana")
    ana.says("/new a keeper finds a letter")
    process.start()
    await process.until(lambda: asks(ana) > 0)
    for _ in range(PRESSES_MAX):
        step = (await Action.get(id=asking(ana).buttons[0]["callback_data"][1:])).step
        before = asks(ana)
        if step in ("loglines.pick", "render.begin"):
            await press_and_kill(process, telegram, ana)
            process.start()
        else:
            ana.presses(asking(ana))
        await process.until(lambda before=before: asks(ana) > before)  # type: ignore[misc]
        if step == "render.begin":
            break
    await process.until(lambda: has_film(ana))
    films = [one for one in ana.sees() if one.kind == "video" and "Made with AI" in one.text]
    assert len(films) == 1
    assert await Project.all().count() == 1
    assert await Render.filter(tier="drawn", state="done").count() == await Render.filter(tier="drawn").count() == 1
    stages = Counter(await Post.filter(name__in=["brief", "loglines", "script", "cast", "film"]).values_list("name", flat=True))
    assert stages == {"brief": 1, "loglines": 1, "script": 1, "cast": 1, "film": 1}
    texts = Counter(one.text for one in ana.sees() if one.kind == "text")
    assert max(texts.values()) == 1, texts
    assert telegram.files[films[0].files[0]].content


async def press_and_kill(process: Process, telegram: FakeTelegram, who: FakeUser) -> None:
    """The process dies as it is about to answer a press: whatever it wanted to tell anybody is not told."""
    dead = asyncio.Event()

    def dies(call: Call) -> None:
        if call.method != "getUpdates":
            process.kill()
            dead.set()
            raise ConnectionResetError

    telegram.before = dies
    query = who.presses(asking(who))
    await asyncio.wait_for(dead.wait(), PATIENCE_S)
    telegram.before = lambda call: None
    telegram.queries[query].answer = {}  # if its turn was done, the press does not come again, and turns until it gives up by itself


async def test_a_second_process_waits_and_takes_over(process: Process, telegram: FakeTelegram) -> None:
    ana = telegram.user("Ana")
    second = Process(process.mother, process.log.with_suffix(".second"))
    try:
        process.start()
        await process.until(lambda: bool(telegram.called("getUpdates")))
        second.start()
        await second.until(lambda: "waits to take over" in second.log.read_text())
        assert "nobody judges pictures" in second.log.read_text(), "an operator without a key is told"
        process.kill()
        ana.says("/start")
        await second.until(lambda: bool(ana.sees()))
    finally:
        second.kill()
    assert not [call for call in telegram.calls if "Conflict" in call.refused]
    assert len(ana.sees()) == 1
