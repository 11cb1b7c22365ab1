"""People at a fake Telegram who talk with the real engine through the real library; jobs run in this process, pictures and films are small but real."""

from __future__ import annotations

import asyncio
import hashlib
import io
import subprocess
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import SecretStr
from tortoise import connections

from bots.conversation.posts import Posts
from bots.telegram_chat import listening
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.room import Room, open_room
from core import ffmpeg, jobs, projects
from core.config import Settings
from core.models import Version
from core.rendering.cutter import CutFiles, CutOrder, OnProgress
from core.storage import Storage
from tests.bots.conversation.conftest import Set, set_
from tests.fakes.instant import PaperCutter
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat, Message

__all__ = ["set_"]

FASTER = 100.0
"""Seconds pass so much faster here, for Telegram's limits and for ours."""


def picture(seen: str, size: tuple[int, int] = (64, 36), form: str = "JPEG") -> bytes:
    """A picture in a colour of its own."""
    out = io.BytesIO()
    Image.new("RGB", size, "#" + hashlib.sha256(seen.encode()).hexdigest()[:6]).save(out, form)
    return out.getvalue()


class Boards:
    """The `board` and `portraits` handlers with small pictures."""

    def __init__(self, storage: Storage, aside: Path) -> None:
        self._storage, self._aside = storage, aside
        aside.mkdir(parents=True, exist_ok=True)

    async def put(self, key: str, form: str) -> str:
        file = self._aside / "picture"
        file.write_bytes(picture(key, form=form))
        await self._storage.put(key, file)
        return key

    async def board(self, job: jobs.Job) -> None:
        version = await Version.get(id=int(job.subject))
        script = projects.script_of(version)
        assert script
        panels = {shot.id: await self.put(f"boards/{version.project_id}-{shot.id}-{shot.seed}.jpg", "JPEG") for shot in script.shots}
        async with jobs.transaction() as tx:
            sheet = await self.put(f"boards/{version.id}.jpg", "JPEG")
            await Version.filter(id=version.id).update(board={"done": len(panels), "total": len(panels), "panels": panels, "sheet": sheet})
            tx.touch(f"version:{version.id}")
            tx.touch(f"project:{version.project_id}")
            tx.finish(job)

    async def portraits(self, job: jobs.Job) -> None:
        version = await Version.get(id=int(job.subject))
        script = projects.script_of(version)
        assert script
        drawn = {one.id: one.picture or await self.put(f"portraits/{one.id}-{version.project_id}.png", "PNG") for one in script.characters}
        async with jobs.transaction() as tx:
            await Version.filter(id=version.id).update(portraits=drawn)
            tx.touch(f"project:{version.project_id}")
            tx.finish(job)


class SmallCutter(PaperCutter):
    """Films that can be played: a second of a test picture, each with a poster."""

    playable: Path

    async def cut(self, order: CutOrder, on_progress: OnProgress) -> CutFiles:
        made = await super().cut(order, on_progress)
        film, poster = self._aside / f"film-{len(self.orders)}.mp4", self._aside / f"poster-{len(self.orders)}.jpg"
        film.write_bytes(self.playable.read_bytes())
        poster.write_bytes(picture(f"poster {len(self.orders)}", (640, 360)))
        return CutFiles({**made.files, "film": film, "poster": poster}, {**made.facts, "width": 64, "height": 36})


@pytest.fixture(scope="session")
def playable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of film with sound."""
    path = tmp_path_factory.mktemp("films") / "film.mp4"
    subprocess.run(
        [ffmpeg.binary(), "-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x36:rate=24:duration=1", "-f", "lavfi", "-i", "sine=duration=1", "-shortest",
         "-pix_fmt", "yuv420p", path], check=True
    )  # fmt: skip
    return path


@dataclass
class Bench:
    """A bot at work beside its Telegram."""

    telegram: FakeTelegram
    set: Set
    settings: Settings
    boards: Boards
    opened: AsyncExitStack
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    room: Room = field(init=False)

    @property
    def listener(self) -> Any:
        return self.room.listener

    async def listen(self) -> None:
        """Begin to poll."""
        self.tasks.append(asyncio.create_task(self.room.listen("", None)))

    async def die(self) -> None:
        """The process is killed: nothing is finished."""
        for task in [*self.tasks, *self.listener._tasks]:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self.tasks.clear()

    async def again(self) -> None:
        """A process begins, or takes over."""
        self.room = await self.opened.enter_async_context(self._room())
        self.room.chat.gap_s /= FASTER
        self._compose()
        await self.listen()

    def _room(self) -> AbstractAsyncContextManager[Room]:
        studio = self.set.desk.studio
        return open_room(self.settings, studio.storage, studio.workshop, self.set.engine, Posts(self.set.desk), pace=Pace(faster=FASTER), per_s=30 * FASTER)

    def _compose(self) -> None:
        self.set.handlers |= {**self.room.handlers, "show": self.listener.showing, "board": self.boards.board, "portraits": self.boards.portraits}

    async def slept(self, seconds: float) -> None:
        """So many of the bot's seconds pass."""
        await asyncio.sleep(seconds / FASTER)

    async def settled(self, rounds: int = 400) -> None:
        """Everything that was said is heard, everything that is wanted is done and shown."""
        db = connections.get("default")
        for _ in range(rounds):
            await asyncio.sleep(0.01)
            await self.listener.rest()
            for task in self.tasks:
                if task.done():
                    task.result()
            rows = await db.execute_query_dict("UPDATE job SET due_at = now() WHERE done < wanted AND lease_until IS NULL RETURNING id, kind, subject, error")
            if self.telegram.updates or self.listener._tasks:
                continue
            if not rows:
                return
            for row in sorted(rows, key=lambda row: row["id"]):
                await jobs.run(row["id"], self.set.handlers)
        raise AssertionError(f"still open: {rows or [*self.telegram.updates]}")

    async def presses(
        self, who: FakeUser, button: str | int = 0, *, chat: Chat | None = None, topic: int | None = None, message: Message | None = None
    ) -> None:
        """Press a button of the newest message that has some, and wait for what comes of it."""
        who.presses(message or asking(who, chat, topic), button)
        await self.settled()

    async def says(self, who: FakeUser, text: str, **where: Any) -> None:
        """Write something, and wait for what comes of it."""
        assert who.says(text, **where), "the bot does not see that"
        await self.settled()


def asking(who: FakeUser, chat: Chat | None = None, topic: int | None = None) -> Message:
    """The newest message there that asks something."""
    return next(message for message in reversed(who.sees(chat, topic)) if any("callback_data" in button for button in message.buttons))


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    loop = asyncio.get_running_loop()
    async with FakeTelegram(lambda: loop.time() * FASTER).running() as running:
        yield running


@pytest.fixture
async def bench(set_: Set, telegram: FakeTelegram, data_dir: Path, playable: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    """The bot polls; `settled` does the work. A press waits for what is shown, however slow the machine is."""
    monkeypatch.setattr(listening, "ANSWER_S", 60.0)
    settings = Settings(data_dir=data_dir, telegram_token=SecretStr(telegram.token), telegram_api_url=telegram.url)
    studio = set_.desk.studio
    cutter = SmallCutter(data_dir / "small-cuts")
    cutter.playable = playable
    object.__setattr__(studio, "cutter", cutter)
    async with AsyncExitStack() as opened:
        made = Bench(telegram, set_, settings, Boards(studio.storage, data_dir / "pictures"), opened)
        await made.again()
        yield made
        await made.die()


def told(messages: list[Message]) -> str:
    """Messages as a person sees them, for printing."""
    lines = []
    for one in messages:
        mark = "" if one.kind == "text" else f"[{one.kind}] "
        lines.append(f"#{one.id} {mark}" + one.text.replace("\n", "\n   "))
        lines += ["      " + "  ".join(f"[{button['text']}]" for button in row) for row in one.rows]
        lines.append("")
    return "\n".join(lines)
