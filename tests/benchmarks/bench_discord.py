"""Discord under load: 2,000 open dialogues, 100 interactions a second through the real discord.py against the fake Discord, on real Postgres.

Presses, menus, forms and commands arrive on time whether earlier ones are done or not. What counts is how long Discord waits for our first answer (it
gives up after 3 s), that every press has its effect, and how much memory the bot's process takes. The bot runs in a process of its own; the fake and the
driver in this one, so on two cores they share the machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from bots import wiring
from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.discord_chat import bot as discord_bot
from bots.discord_chat.chat import DiscordChat
from core import database, embedded, jobs
from core.config import Settings
from core.jobs import transaction
from core.links import Links
from core.models import Dialogue, Identity, Person, Place, Project
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord_world import PUBLIC_THREAD, Channel, Interaction, Message, snowflake
from tests.fakes.instant import InstantRenderer, PaperCutter

RATE = 100
DIALOGUES = 2000
AIM_P99_S = 1.0
AIM_MIB = 1024.0
LENGTHS_S = (30, 60, 120, 180)


def _desk(settings: Settings) -> Desk:
    storage = Storage.open("", settings.data_dir)
    renderer = InstantRenderer(storage, settings.data_dir / "gpu", tiers=("preview", "drawn"))
    renderers = dict.fromkeys(renderer.tiers, renderer)
    studio = Studio(settings, Workshop(settings.data_dir / "workshop"), storage, renderers, PaperCutter(settings.data_dir / "cuts"), play=True)
    return Desk(studio, Links("http://127.0.0.1", b"bench"), lambda language: language == "en")


async def _bot(settings: Settings) -> None:
    """The bot's process: connected to the fake, serving its queue."""
    await database.connect(settings.database_url)
    queues = await jobs.connect_queues(settings.redis_url)
    desk = _desk(settings)
    posts = Posts(desk)
    engine = Engine(desk, posts)

    async def work(chat: DiscordChat) -> None:
        served = wiring.Showing(posts, {chat.platform: chat})
        await jobs.work(settings.redis_url, {"show": served, "hear": engine.hear}, ["chat:discord"])

    try:
        await discord_bot.run(settings, desk, engine, posts, work)
    finally:
        await queues.aclose()
        await database.close()


@contextlib.asynccontextmanager
async def _process(settings: Settings) -> AsyncIterator[int]:
    told = {name: str(getattr(settings, name)) for name in ("data_dir", "database_url", "redis_url", "discord_api_url", "discord_gateway_url")}
    told["discord_token"] = settings.discord_token.get_secret_value()
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.benchmarks.bench_discord", json.dumps(told))
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


async def _dialogues(discord: FakeDiscord, count: int) -> list[tuple[Any, Channel]]:
    """People, each with a film that has begun in a thread of its own, as rows."""
    guild = discord.guild("The Studio")
    parent = discord.channel(guild, "films")
    place = await Place.create(platform="discord", outside_id=str(parent.id), kind="channel", name="films")
    made = []
    for n in range(count):
        somebody = discord.person(f"P{n}", guild)
        thread = Channel(snowflake(), PUBLIC_THREAD, f"film {n}", guild, parent, thread_owner=discord.bot.id)
        discord.channels[thread.id] = thread
        person = await Person.create(language="en")
        await Identity.create(platform="discord", outside_id=str(somebody.user.id), person=person, name=somebody.user.name)
        film = {"owner": person, "home_place": place, "home_thread": str(thread.id), "idea": f"a keeper finds letter {n}", "kind": "film"}
        project = await Project.create(**film, format="youtube", language="en", length_s=60, seed=n)
        await Dialogue.create(place=place, thread=str(thread.id), project=project, data={})
        made.append((somebody, thread))
    return made


async def _brief(discord: FakeDiscord, somebody: Any, thread: Channel) -> Message:
    await somebody.command(thread, "film status")
    return await discord.until(lambda: next((one for one in reversed(discord.in_(thread)) if one.menus), None), 60.0)  # type: ignore[return-value]


def _memory_mib(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _percentile(took: list[float], share: float) -> float:
    return sorted(took)[min(len(took) - 1, int(share * len(took)))]


async def _load(discord: FakeDiscord, open_: list[tuple[Any, Channel, Message]], seconds: int) -> list[Interaction]:
    """Interactions at the rate, each for another dialogue in turn: menus, buttons that open forms, commands."""
    began = time.perf_counter()
    done: list[Interaction] = []

    async def one(n: int) -> None:
        await asyncio.sleep(max(0.0, began + n / RATE - time.perf_counter()))
        somebody, thread, brief = open_[n % len(open_)]
        if n % 4 == 3:
            done.append(await somebody.command(thread, "credits balance", waits=False))
        elif n % 4 == 2:
            form = next(one for one in brief.buttons if one["custom_id"].startswith("f:"))
            done.append(await somebody.press(brief, form["label"], waits=False))
        else:
            menu = next(one for one in brief.menus if any(option["label"] == "2 minutes" for option in one["options"]))
            length_s = str(LENGTHS_S[n // len(open_) % len(LENGTHS_S)])
            data = {"custom_id": menu["custom_id"], "component_type": 3, "values": [length_s]}
            done.append(await somebody.send_component(brief, data, waits=False))

    async with asyncio.TaskGroup() as group:
        for n in range(seconds * RATE):
            group.create_task(one(n))
    await discord.until(lambda: all(one.answered for one in done) or time.perf_counter() - began > seconds + 30, seconds + 40.0)
    return done


async def _measure(quick: bool) -> list[dict[str, Any]]:
    count, seconds = (200, 4) if quick else (DIALOGUES, 20)
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder) / "servers") as servers:
        await database.connect(servers.database_url)
        await database.migrate()
        async with FakeDiscord().running() as discord:
            people = await _dialogues(discord, count)
            settings = Settings(
                data_dir=Path(folder), database_url=servers.database_url, redis_url=servers.redis_url, discord_token=discord.token,
                discord_api_url=discord.api_url, discord_gateway_url=discord.gateway_url,
            )  # type: ignore[arg-type] # fmt: skip
            async with _process(settings) as pid:
                await discord.until(lambda: discord.gateway.identified, 60.0)
                shown = 60 if quick else 240
                open_ = [(somebody, thread, await _brief(discord, somebody, thread)) for somebody, thread in people[:shown]]
                done = await _load(discord, open_, seconds)
                await asyncio.sleep(3.0)
                memory = _memory_mib(pid)
            lost = sum(not one.answered for one in done)
            late = discord.refusals[10062] + discord.refusals[40060]
            effects = await _effects(open_)
        await database.close()
    took = [one.answered_at - one.made_at for one in done if one.answered_at]
    return [
        {"name": "acknowledge p50", "value": _percentile(took, 0.5), "unit": "s"},
        {"name": "acknowledge p99", "value": _percentile(took, 0.99), "unit": "s", "aim": f"< {AIM_P99_S:g} s"},
        {"name": "interactions", "value": len(done), "unit": ""},
        {"name": "never answered or too late", "value": lost + late, "unit": "", "aim": "0"},
        {"name": "presses without effect", "value": effects, "unit": "", "aim": "0"},
        {"name": "memory of the bot", "value": memory, "unit": "MiB", "aim": f"< {AIM_MIB:g} MiB"},
        {"name": "open dialogues", "value": count, "unit": ""},
    ]


async def _effects(open_: list[tuple[Any, Channel, Message]]) -> int:
    """Films whose last chosen length did not arrive in the row. Every dialogue was asked for one."""
    threads = [str(thread.id) for _, thread, _ in open_]
    async with transaction():
        rows = await Project.filter(home_thread__in=threads).values_list("length_s", flat=True)
    return sum(length_s not in LENGTHS_S for length_s in rows)


def run(quick: bool) -> list[dict[str, Any]]:
    """All rows."""
    return asyncio.run(_measure(quick))


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    os.environ.pop("SYSRAI_DISCORD_TOKEN", None)
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_bot(Settings(**told)))
