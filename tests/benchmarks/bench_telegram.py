"""Telegram: 2,000 open dialogues and 100 updates a second through the real library, from the update's arrival to the bot's answer.

People are served by the fake Bot API over HTTP in this process; everybody has a film and presses, chooses, talks and calls in turn, on
time whether earlier updates are answered or not. An answer is the first message or edit in the person's chat after the update. Flood
limits are off on both sides: Telegram's own thirty messages a second would be what is measured. Real Postgres with fsync; writing and
drawing are jobs and run elsewhere. Afterwards every update must have been seen once, and every dialogue have been answered.
"""

from __future__ import annotations

import asyncio
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from tortoise import connections

from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.room import open_room
from core import database, embedded
from core.config import Settings
from core.links import Links
from core.models import Inbox
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from tests.fakes.instant import InstantRenderer, PaperCutter
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat

RATE = 100
"""Updates a second."""
DIALOGUES = 2000
AIM_P99_MS = 2000.0
"""What the product promises: every answer in under two seconds."""
PATIENCE_S = 400.0


class _Stopwatch:
    """Notes when the bot last did something in each chat, by standing where the fake keeps its messages."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.waiting: dict[int, float] = {}
        self.took: list[float] = []
        self.answers = 0
        pace = telegram.pace

        def seen(chat: Chat, messages: int = 1) -> None:
            pace(chat, messages)
            self.answers += 1
            if (due := self.waiting.pop(chat.id, None)) is not None:
                self.took.append(1000 * (time.perf_counter() - due))

        telegram.pace = seen  # type: ignore[method-assign]


def _percentile(took: list[float], share: float) -> float:
    return sorted(took)[min(len(took) - 1, int(share * len(took)))]


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _does(who: FakeUser, n: int) -> None:
    """One update: a press of a menu, plain talk, a command, another idea."""
    card = next((one for one in reversed(who.sees()) if one.buttons), None)
    match n % 4:
        case 0:
            who.says("make it 2 minutes, vertical" if n % 8 else "make it 90 seconds")
        case 1 if card:
            menu = next((n for n, button in enumerate(card.buttons) if button["text"].endswith("▾")), None)
            who.presses(card, len(card.buttons) - 1 if menu is None else menu)  # a menu that is open is closed: its last button leads back
        case 2:
            who.says("/film")
        case _:
            who.says(f"/new a baker finds shadow {n}")


async def _measure(servers: embedded.Servers, folder: Path, quick: bool) -> list[dict[str, Any]]:
    people, count = (200, 400) if quick else (DIALOGUES, 4000)
    await database.connect(servers.database_url)
    try:
        await database.migrate()
        async with FakeTelegram(flood=False).running() as telegram:
            settings = Settings(data_dir=folder, telegram_token=SecretStr(telegram.token), telegram_api_url=telegram.url, films_per_day_max=1000)
            storage, workshop = Storage.open("", folder), Workshop(folder / "workshop")
            renderer = InstantRenderer(storage, folder / "gpu", tiers=("preview", "drawn"))
            studio = Studio(settings, workshop, storage, dict.fromkeys(renderer.tiers, renderer), PaperCutter(folder / "cuts"), play=True)
            desk = Desk(studio, Links("http://127.0.0.1", b"bench"), lambda language: language == "en")
            posts = Posts(desk)
            async with open_room(settings, storage, workshop, Engine(desk, posts), posts, pace=Pace(faster=1e6), per_s=1e6) as room:
                listening = asyncio.create_task(room.listen("", None))
                try:
                    return await _run(telegram, room.listener, people, count)
                finally:
                    listening.cancel()
    finally:
        await database.close()


async def _run(telegram: FakeTelegram, listener: Any, people: int, count: int) -> list[dict[str, Any]]:
    everybody = [telegram.user(f"Person {n}") for n in range(people)]
    for who in everybody:
        who.says(f"a keeper finds letter {who.id}")
    await _quiet(telegram, listener)
    missing = [who for who in everybody if not who.sees()]
    before_mb, watch, cpu_s = _memory_mb(), _Stopwatch(telegram), time.process_time()
    began = time.perf_counter()
    for n in range(count):
        due = began + n / RATE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        who = everybody[(n * 7) % people]
        watch.waiting.setdefault(who.id, time.perf_counter())
        _does(who, n)
    sent_s = time.perf_counter() - began
    await _quiet(telegram, listener)
    cpu_ms = 1000 * (time.process_time() - cpu_s) / count
    seen = await Inbox.filter(source="telegram").count()
    menus = sum(n % 4 == 1 for n in range(count))
    lost = people + count - menus - seen + len(missing) + len(watch.waiting)
    rate = f"{count / sent_s:.0f} updates/s, {people} dialogues"
    unanswered = [query for query in telegram.queries.values() if query.answer is None]
    return [
        {"name": f"answer in Telegram, median at {rate}", "value": round(_percentile(watch.took, 0.5), 1), "unit": "ms", "aim": None},
        {"name": f"answer in Telegram, p99 at {rate}", "value": round(_percentile(watch.took, 0.99), 1), "unit": "ms", "aim": AIM_P99_MS},
        {"name": "CPU per update, bot and fake together", "value": round(cpu_ms, 1), "unit": "ms", "aim": None},
        {"name": "memory of bot and fake together", "value": round(_memory_mb(), 0), "unit": "MB", "baseline": round(before_mb, 0), "aim": None},
        {"name": "updates lost, people or presses unanswered", "value": max(0, lost) + len(unanswered), "unit": "", "aim": 0},
    ]


async def _quiet(telegram: FakeTelegram, listener: Any) -> None:
    """Wait until everything that was said is heard and shown."""
    deadline = time.perf_counter() + PATIENCE_S
    while time.perf_counter() < deadline:
        await asyncio.sleep(0.2)
        await listener.rest()
        late = await connections.get("default").execute_query_dict("SELECT count(*) AS n FROM job WHERE kind = 'show' AND done < wanted")
        if not telegram.updates and not listener._tasks:
            if late[0]["n"]:
                await _show_late(listener)
                continue
            return


async def _show_late(listener: Any) -> None:
    """What fell due meanwhile: messages that retired, cards that were touched. A bot process's queue does this."""
    from core import jobs

    rows = await connections.get("default").execute_query_dict("SELECT id FROM job WHERE kind = 'show' AND done < wanted AND due_at <= now() LIMIT 200")
    for row in rows:
        await jobs.run(row["id"], {"show": listener.showing})


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Rows for `make bench`."""
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder) / "servers") as servers:
        return asyncio.run(_measure(servers, Path(folder) / "data", quick))


if __name__ == "__main__":
    for each in run(quick=True):
        print(each)
