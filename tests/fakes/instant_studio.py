"""Real worker and bot processes with an instant renderer and a paper chat, which can be killed at any commit. Only for tests.

    python -m tests.fakes.instant_studio HOME DATABASE_URL REDIS_URL      reads "worker 17" or "bot 0" per line, answers with a pid

Everything is imported once; each process is a fork, so that a hundred lives cost little. The number is the process's fuse: at that
many moments (before or after a commit, around a call to the renderer or the storage) it sends itself SIGKILL; 0 is none.

The chat lies in files: `HOME/said/<update>.json` is what people did, deleted once its turn is over (an update that was not
deleted comes again, as chats do); `HOME/seen/<post>.json` is each message as it looks now.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bots import wiring
from bots.conversation import events
from bots.conversation.chat import Target
from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.conversation.views import View
from core import jobs, projects
from core.config import Settings
from core.database import Down
from core.errors import Unavailable
from core.film.delivery import Limits
from core.models import Version
from core.rendering import collect as collecting
from core.rendering.renderer import ShotOrder
from core.storage import Storage
from tests.fakes.instant import Fate, InstantRenderer, PaperCutter

PLATFORM = "paper"
LEASE_S, BEAT_S, SWEEP_S = 1.0, 0.3, 0.25
FATES: tuple[Fate, ...] = ("lands", "lands", "fails", "lands", "lost", "lands", "bad", "lands", "down", "lands", "vanishes", "lands")


def hasten(lease_s: float = LEASE_S) -> None:
    """Leases of a second or so instead of fifteen: the dead are many here."""
    for name in ("_TAKE", "_TAKE_NOW", "_BEAT"):
        text: str = getattr(jobs, name)
        assert f"'{jobs.LEASE_S} s'" in text
        setattr(jobs, name, text.replace(f"'{jobs.LEASE_S} s'", f"'{lease_s} s'"))
    jobs.BEAT_S, jobs.SWEEP_S, jobs.RETRY_S_MAX, jobs.NEW_NAME_S = BEAT_S, SWEEP_S, 2.0, 1.0
    collecting.LOST_POLL_S = 1.0


class Fuse:
    """Kills this process at the n-th moment."""

    def __init__(self, at: int, home: Path, kind: str) -> None:
        self.at, self.home, self.kind, self.passed = at, home, kind, 0

    def here(self, where: str) -> None:
        self.passed += 1
        if self.passed == self.at:
            with (self.home / "deaths").open("a") as deaths:
                deaths.write(f"{self.kind} {where}\n")
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: Any, name: str) -> None:
        """Moments before and after this call."""
        call: Callable[..., Awaitable[Any]] = getattr(owner, name)

        async def fused(*args: Any, **kwargs: Any) -> Any:
            self.here(f"before {name}")
            result = await call(*args, **kwargs)
            self.here(f"after {name}")
            return result

        setattr(owner, name, fused)


class PaperChat:
    """The Chat port in files."""

    platform = PLATFORM
    gap_s = 0.0

    def __init__(self, home: Path) -> None:
        self._seen = home / "seen"
        self._seen.mkdir(parents=True, exist_ok=True)

    async def send(self, to: Target, view: View, *, nonce: str, notify: bool) -> dict[str, Any]:
        return self._write(nonce, to.place, view, notify)

    async def edit(self, ref: dict[str, Any], view: View) -> dict[str, Any]:
        known = json.loads((self._seen / f"{ref['nonce']}.json").read_text())
        return self._write(ref["nonce"], known["place"], view, known["notify"])

    def _write(self, nonce: str, place: str, view: View, notify: bool) -> dict[str, Any]:
        primary = view.primary
        message = {
            "nonce": nonce, "place": place, "name": view.name, "hash": view.hash, "notify": notify, "plain": view.plain,
            "primary": primary.action if primary else None,
        }  # fmt: skip
        _write(self._seen / f"{nonce}.json", message)
        return {"nonce": nonce}

    def limits(self, to: Target) -> Limits:
        return Limits(max_bytes=10_000_000)


def _write(path: Path, value: Any) -> None:
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(value))
    aside.replace(path)


@contextlib.asynccontextmanager
async def paper_house(settings: Settings, home: Path) -> AsyncIterator[wiring.House]:
    """A house whose pictures are paper; all else is real."""
    async with wiring.open_house(settings) as house:
        pencil = InstantRenderer(house.storage, home / "aside", name="pencil", tiers=("preview", "drawn"), slots=6, ledger=home / "provider", fate=fate)
        studio = replace(house.studio, renderers=dict.fromkeys(pencil.tiers, pencil), cutter=PaperCutter(home / f"cuts-{os.getpid()}"), play=True)
        desk = Desk(studio, house.links, house.writer.writes)
        posts = Posts(desk)
        yield replace(house, studio=studio, engine=Engine(desk, posts), posts=posts)


def fate(order: ShotOrder) -> Fate:
    """What becomes of an order: the first attempts meet every kind of trouble, by their number, later ones land."""
    return FATES[order.take % len(FATES)] if order.attempt == 1 and order.tier == "drawn" else "lands"


async def board(job: jobs.Job) -> None:
    """A storyboard that is drawn at once."""
    version = await Version.get(id=int(job.subject))
    script = projects.script_of(version)
    assert script
    total = len(script.shots)
    async with jobs.transaction() as tx:
        version.board = {"done": total, "total": total, "panels": {shot.id: f"boards/{shot.id}.png" for shot in script.shots}, "sheet": "boards/sheet.jpg"}
        await version.save(update_fields=["board"])
        tx.touch(f"version:{version.id}")
        tx.touch(f"project:{version.project_id}")
        tx.finish(job)


async def portraits(job: jobs.Job) -> None:
    """Portraits that are drawn at once."""
    version = await Version.get(id=int(job.subject))
    script = projects.script_of(version)
    assert script
    async with jobs.transaction() as tx:
        version.portraits = {one.id: f"portraits/{one.id}.png" for one in script.characters}
        await version.save(update_fields=["portraits"])
        tx.touch(f"project:{version.project_id}")
        tx.finish(job)


async def worker(settings: Settings, home: Path) -> None:
    """Serve work and media."""
    async with paper_house(settings, home) as house:
        await jobs.work(house.redis_url, wiring.handlers(house) | {"board": board, "portraits": portraits}, wiring.WORK_QUEUES)


async def bot(settings: Settings, home: Path) -> None:
    """Hold the paper chat: its queue, and what people do."""
    chat = PaperChat(home)
    async with paper_house(settings, home) as house, asyncio.TaskGroup() as group:
        group.create_task(wiring.work(house, (), [chat]))
        group.create_task(listen(house, chat, home / "said"))


async def listen(house: wiring.House, chat: PaperChat, said: Path) -> None:
    """One update after the other, again until its turn is over."""
    showing = Showing(house.posts, {PLATFORM: chat})
    while True:
        for path in sorted(said.glob("*.json")):
            try:
                await showing.now(await house.engine.turn(_event(json.loads(path.read_text()))))
            except (Unavailable, *Down) as error:
                logging.warning("no turn: %r", error)
                await asyncio.sleep(0.3)
                break
            path.unlink()
        await asyncio.sleep(0.05)


def _event(told: dict[str, Any]) -> events.Event:
    at = events.Address(PLATFORM, told["place"], told["place"], person_name=told["place"])
    if "idea" in told:
        return events.Began(at, told["update"], told["idea"], length_s=15)
    return events.Pressed(at, told["update"], told["action"])


def live(kind: str, fuse_at: int, settings: Settings, home: Path) -> None:
    """One process's life, in a fork."""
    logging.basicConfig(filename=home / f"{kind}.log", level=logging.WARNING, format=f"%(asctime)s {os.getpid()} %(name)s %(message)s")
    hasten()
    fuse = Fuse(fuse_at, home, kind)
    fuse.around(jobs, "_write")
    fuse.around(jobs, "end")
    fuse.around(jobs, "wake")
    fuse.around(InstantRenderer, "submit")
    fuse.around(Storage, "put")
    asyncio.run({"worker": worker, "bot": bot}[kind](settings, home))


def main() -> None:
    """Fork processes as told until the input ends."""
    home, database_url, redis_url = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    settings = Settings(data_dir=home / "data", database_url=database_url, redis_url=redis_url, openai_api_key="", cpu_slots=2)  # type: ignore[arg-type]
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    for line in sys.stdin:
        kind, fuse_at = line.split()
        pid = os.fork()
        if pid:
            print(pid, flush=True)
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(0)
        try:
            live(kind, int(fuse_at), settings, home)
        except BaseException:
            (home / f"crash-{os.getpid()}").write_text(traceback.format_exc())
        os._exit(1)


if __name__ == "__main__":
    main()
