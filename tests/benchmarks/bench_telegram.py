"""Telegram: 2,000 open dialogues and 100 updates a second through the real library, from the update's arrival to the bot's answer.

The bot runs in a process of its own; people, the fake Bot API and the clock in this one. Everybody has a film and presses, chooses, talks and calls in turn, on
time whether earlier updates are answered or not. An answer is the first message or edit in the person's chat after the update. Flood
limits are off on both sides: Telegram's own thirty messages a second would be what is measured. Real Postgres with fsync; writing and
drawing are jobs and run elsewhere. All dialogues are used; afterwards the effect of every update must be there, once: in the rows, in the chat.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tortoise import connections

from bots import wiring
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.room import open_room
from core import database, embedded, jobs
from core.config import Settings
from tests.benchmarks.load import bot_process, desk_of, memory_mib, percentile
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat, Message

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


@dataclass
class _Dialogue:
    """Somebody with a film: what they did, with what should come of it."""

    who: FakeUser
    length_s: int = 0
    """What they talked of; 0: nothing."""
    ideas: list[str] = field(default_factory=list)
    menus: list[tuple[Message, int]] = field(default_factory=list)
    """The messages whose menu they opened, with how many looks those had had."""
    answers: int = 0
    """Messages that answer them: each talk, call and idea has one. A menu opens in the message it belongs to."""

    def does(self, n: int) -> None:
        """The n-th update of all: plain talk, a press of a menu, a command, another idea."""
        match n % 4:
            case 1:
                card = next(one for one in reversed(self.who.sees()) if one.buttons)
                self.menus.append((card, len(card.history)))
                self.who.presses(card, next(n for n, button in enumerate(card.buttons) if button["text"].endswith("▾")))
                return
            case 0:
                self.length_s = 120 if n % 8 else 90
                self.who.says("make it 2 minutes, vertical" if n % 8 else "make it 90 seconds")
            case 2:
                self.who.says("/film")
            case _:
                self.ideas.append(f"a baker finds shadow {n}")
                self.who.says(f"/new {self.ideas[-1]}")
        self.answers += 1

    def faults(self, films: Sequence[dict[str, Any]]) -> tuple[int, int]:
        """(effects that did not come, effects that came twice), by the films in the rows and the messages in the chat."""
        wanted, ideas, seen = 1 + self.answers, [film["idea"] for film in films], len(self.who.sees())
        opened = sum(_is_menu(card, looks) for card, looks in self.menus)
        lost = max(0, wanted - seen) + len(set(self.ideas) - set(ideas)) + (len(self.menus) - opened)
        lost += bool(self.length_s) and films[0]["length_s"] != self.length_s
        return lost, max(0, seen - wanted) + max(0, len(ideas) - 1 - len(self.ideas))


def _is_menu(card: Message, looks: int) -> bool:
    """Whether a menu was opened there since it had had so many looks."""
    boards = [look.get("reply_markup", {}).get("inline_keyboard", []) for look in card.history[looks:]]
    return any(button["text"].startswith("‹ ") for rows in boards for row in rows for button in row)


async def _bot(settings: Settings) -> None:
    """The bot's process: it polls the fake, and serves its queue."""
    await database.connect(settings.database_url)
    queues = await jobs.connect_queues(settings.redis_url)
    desk = desk_of(settings)
    posts, studio = Posts(desk), desk.studio
    engine = Engine(desk, posts)
    wiring.ready_for_many()
    try:
        async with (
            open_room(settings, studio.storage, studio.workshop, engine, posts, pace=Pace(faster=1e6), per_s=1e6) as room,
            asyncio.TaskGroup() as group,
        ):
            served = {**room.handlers, "show": room.listener.showing, "hear": engine.hear}
            group.create_task(jobs.work(settings.redis_url, served, ["chat:telegram"]))
            group.create_task(room.listen("", None))
    finally:
        await queues.aclose()
        await database.close()


async def _measure(servers: embedded.Servers, folder: Path, quick: bool) -> list[dict[str, Any]]:
    people, count = (200, 400) if quick else (DIALOGUES, 4000)
    await database.connect(servers.database_url)
    try:
        await database.migrate()
        async with FakeTelegram(flood=False).running() as telegram:
            told = {
                "data_dir": str(folder), "database_url": servers.database_url, "redis_url": servers.redis_url, "telegram_token": telegram.token,
                "telegram_api_url": telegram.url, "films_per_day_max": "1000",
            }  # fmt: skip
            async with bot_process("tests.benchmarks.bench_telegram", told) as pid:
                return await _run(telegram, pid, people, count)
    finally:
        await database.close()


async def _run(telegram: FakeTelegram, pid: int, people: int, count: int) -> list[dict[str, Any]]:
    everybody = [_Dialogue(telegram.user(f"Person {n}")) for n in range(people)]
    for one in everybody:
        one.who.says(f"a keeper finds letter {one.who.id}")
    await _settled(everybody)
    watch = _Stopwatch(telegram)
    began = time.perf_counter()
    for n in range(count):
        due = began + n / RATE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        one = everybody[n % people]
        watch.waiting.setdefault(one.who.id, time.perf_counter())
        one.does(n + n // people * 2)  # nobody does the same twice
    sent_s = time.perf_counter() - began
    await _settled(everybody)
    lost, doubled = await _faults(everybody)
    unanswered = sum(query.answer is None for query in telegram.queries.values())
    used = sum(bool(one.answers or one.menus) for one in everybody)
    rate = f"{count / sent_s:.0f} updates/s, {used} dialogues"
    return [
        {"name": f"answer in Telegram, median at {rate}", "value": round(percentile(watch.took, 0.5), 1), "unit": "ms", "aim": None},
        {"name": f"answer in Telegram, p99 at {rate}", "value": round(percentile(watch.took, 0.99), 1), "unit": "ms", "aim": AIM_P99_MS},
        {"name": "memory of the bot", "value": round(memory_mib(pid), 0), "unit": "MiB", "aim": None},
        {"name": "effects that did not come, people or presses unanswered", "value": lost + len(watch.waiting) + unanswered, "unit": "", "aim": 0},
        {"name": "effects that came twice", "value": doubled, "unit": "", "aim": 0},
    ]


async def _settled(everybody: Sequence[_Dialogue]) -> None:
    """Wait until every effect is there, or patience ends; then a moment more, in which one could come twice."""
    deadline = time.perf_counter() + PATIENCE_S
    while time.perf_counter() < deadline and (await _faults(everybody))[0]:  # noqa: ASYNC110  another process writes the rows
        await asyncio.sleep(0.5)
    await asyncio.sleep(3.0)


async def _faults(everybody: Sequence[_Dialogue]) -> tuple[int, int]:
    """(effects that did not come, effects that came twice) of all that everybody did."""
    films: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in await connections.get("default").execute_query_dict(_FILMS):
        films[int(row["outside_id"])].append(row)
    faults = [one.faults(films[one.who.id]) for one in everybody]
    return sum(lost for lost, _ in faults), sum(doubled for _, doubled in faults)


_FILMS = """SELECT identity.outside_id, project.idea, project.length_s FROM project JOIN identity ON identity.person_id = project.owner_id
 ORDER BY project.id"""


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Rows for `make bench`."""
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder) / "servers") as servers:
        return asyncio.run(_measure(servers, Path(folder) / "data", quick))


if __name__ == "__main__":
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_bot(Settings(**json.loads(sys.argv[1]))))
