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
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bots import wiring
from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.discord_chat import bot as discord_bot
from bots.discord_chat.chat import DiscordChat
from bots.discord_chat.drawing import Look, draw
from bots.discord_chat.splitting import sheets
from core import database, embedded, jobs
from core.config import Settings
from core.jobs import transaction
from core.models import Dialogue, Identity, Person, Place, Post, Project
from tests.benchmarks.load import bot_process, desk_of, memory_mib, percentile
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord_rules import V2
from tests.fakes.discord_world import PUBLIC_THREAD, Channel, Interaction, Message, snowflake

RATE = 100
DIALOGUES = 2000
AIM_P99_S = 1.0
AIM_MIB = 1024.0
LENGTH_S = 60
LENGTHS_S = (30, 120, 180)
"""What a film is at first, and what menus make of it."""
SETTLES_S = 60.0
STARTS_S = 300.0
"""A busy machine takes long to start a process; that is not what is measured."""


async def _bot(settings: Settings) -> None:
    """The bot's process: connected to the fake, serving its queue."""
    await database.connect(settings.database_url)
    queues = await jobs.connect_queues(settings.redis_url)
    desk = desk_of(settings)
    posts = Posts(desk)
    engine = Engine(desk, posts)
    wiring.ready_for_many()

    async def work(chat: DiscordChat) -> None:
        served = wiring.Showing(posts, {chat.platform: chat})
        await jobs.work(settings.redis_url, {"show": served, "hear": engine.hear}, ["chat:discord"])

    try:
        await discord_bot.run(settings, desk, engine, posts, work)
    finally:
        await queues.aclose()
        await database.close()


@dataclass
class _Dialogue:
    """Somebody, the thread of their film, and the message with its brief; what was asked of them, with what should come of it."""

    person: Any
    thread: Channel
    brief: Message
    project_id: int
    length_s: int = LENGTH_S
    forms: list[Interaction] = field(default_factory=list)
    balances: int = 0

    def late_forms(self) -> int:
        """Forms that came too late to be one: what they ask is asked in a message of the thread."""
        return sum(one.modal is None for one in self.forms)

    def faults(self, length_s: int, whispers: int, questions: int) -> tuple[int, int]:
        """(effects that did not come, effects that came twice): of a menu, the length in its row and one edit; of a form, itself or its question; of a
        command, an answer."""
        edits, late = int(self.length_s != LENGTH_S), self.late_forms()
        lost = (length_s != self.length_s) + (self.brief.edits < edits) + max(0, late - questions) + (whispers < self.balances)
        return lost, (self.brief.edits > edits) + (whispers > self.balances) + max(0, questions - late)


async def _dialogues(discord: FakeDiscord, desk: Desk, count: int) -> list[_Dialogue]:
    """People, each with a film that has begun in a thread of its own and whose brief is shown there: the rows and messages that a bot leaves behind."""
    guild = discord.guild("The Studio")
    parent = discord.channel(guild, "films")
    place = await Place.create(platform="discord", outside_id=str(parent.id), kind="channel", name="films")
    posts = Posts(desk)
    made = []
    for n in range(count):
        somebody = discord.person(f"P{n}", guild)
        thread = Channel(snowflake(), PUBLIC_THREAD, f"film {n}", guild, parent, thread_owner=discord.bot.id)
        discord.channels[thread.id] = thread
        person = await Person.create(language="en")
        await Identity.create(platform="discord", outside_id=str(somebody.user.id), person=person, name=somebody.user.name)
        film = {"owner": person, "home_place": place, "home_thread": str(thread.id), "idea": f"a keeper finds letter {n}", "kind": "film"}
        project = await Project.create(**film, format="youtube", language="en", length_s=LENGTH_S, seed=n)
        await Dialogue.create(place=place, thread=str(thread.id), project=project, data={})
        about = {"name": "brief", "args": {"project": project.id}, "about": f"project:{project.id}"}
        post = await Post.create(place=place, thread=str(thread.id), person=person, **about)
        made.append(_Dialogue(somebody, thread, await _shown(discord, posts, post, thread), project.id))
    return made


async def _shown(discord: FakeDiscord, posts: Posts, post: Post, thread: Channel) -> Message:
    """The message of a post, as the bot that showed it left it and noted it."""
    shown = await posts.build(post)
    (sheet,) = sheets(shown.view)
    components = draw(sheet, shown.view, Look(hint="en"), {}).to_components()
    message = Message(snowflake(), thread, discord.bot, components=components, flags=V2, made_at=discord.now())
    discord.messages[message.id] = message
    ref = {"channel": str(thread.id), "mention": "", "home": None, "hint": "en", "messages": [{"id": str(message.id), "keys": [], "sounds": False}]}
    await Post.filter(id=post.id).update(ref=ref, shown_hash=shown.view.hash, shown_at=datetime.now(UTC) - timedelta(minutes=1))
    return message


async def _load(discord: FakeDiscord, open_: list[_Dialogue], seconds: int) -> list[Interaction]:
    """Interactions at the rate, for one dialogue after the other, all of them: menus, buttons that open forms, commands; no dialogue gets the same twice."""
    began = time.perf_counter()
    done: list[Interaction] = []

    async def one(n: int) -> None:
        await asyncio.sleep(max(0.0, began + n / RATE - time.perf_counter()))
        talk, kind = open_[n % len(open_)], (n + n // len(open_) * 2) % 4
        if kind == 3:
            talk.balances += 1
            done.append(await talk.person.command(talk.thread, "credits balance", waits=False))
        elif kind == 2:
            form = next(one for one in talk.brief.buttons if one["custom_id"].startswith("f:"))
            done.append(await talk.person.press(talk.brief, form["label"], waits=False))
            talk.forms.append(done[-1])
        else:
            menu = next(one for one in talk.brief.menus if any(option["label"] == "2 minutes" for option in one["options"]))
            talk.length_s = LENGTHS_S[n % len(LENGTHS_S)]
            data = {"custom_id": menu["custom_id"], "component_type": 3, "values": [str(talk.length_s)]}
            done.append(await talk.person.send_component(talk.brief, data, waits=False))

    async with asyncio.TaskGroup() as group:
        for n in range(seconds * RATE):
            group.create_task(one(n))
    with contextlib.suppress(AssertionError):  # what never came is counted
        await discord.until(lambda: all(one.answered for one in done), SETTLES_S)
    return done


async def _measure(quick: bool) -> list[dict[str, Any]]:
    count, seconds = (200, 4) if quick else (DIALOGUES, 40)
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder) / "servers") as servers:
        await database.connect(servers.database_url)
        await database.migrate()
        async with FakeDiscord().running() as discord:
            settings = Settings(
                data_dir=Path(folder), database_url=servers.database_url, redis_url=servers.redis_url, discord_token=discord.token,
                discord_api_url=discord.api_url, discord_gateway_url=discord.gateway_url,
            )  # type: ignore[arg-type] # fmt: skip
            open_ = await _dialogues(discord, desk_of(settings), count)
            told = {name: str(getattr(settings, name)) for name in ("data_dir", "database_url", "redis_url", "discord_api_url", "discord_gateway_url")}
            async with bot_process("tests.benchmarks.bench_discord", {**told, "discord_token": discord.token}) as pid:
                await discord.until(lambda: discord.gateway.identified and discord.commands, STARTS_S)
                done = await _load(discord, open_, seconds)
                settled = await _settled(discord, open_)
                memory = memory_mib(pid)
            lost = sum(not one.answered for one in done)
            late = discord.refusals[10062] + discord.refusals[40060]
            without, doubled = await _faults(discord, open_)
        await database.close()
    took = [one.answered_at - one.made_at for one in done if one.answered_at]
    return [
        {"name": "acknowledge p50", "value": percentile(took, 0.5), "unit": "s"},
        {"name": "acknowledge p99", "value": percentile(took, 0.99), "unit": "s", "aim": f"< {AIM_P99_S:g} s"},
        {"name": "interactions", "value": len(done), "unit": ""},
        {"name": "all effects seen after the last one", "value": settled, "unit": "s"},
        {"name": "forms that came too late and were asked in words", "value": sum(one.late_forms() for one in open_), "unit": "", "aim": "0"},
        {"name": "never answered or too late", "value": lost + late, "unit": "", "aim": "0"},
        {"name": "effects that did not come", "value": without, "unit": "", "aim": "0"},
        {"name": "effects that came twice", "value": doubled, "unit": "", "aim": "0"},
        {"name": "memory of the bot", "value": memory, "unit": "MiB", "aim": f"< {AIM_MIB:g} MiB"},
        {"name": "open dialogues, each of them used", "value": sum(bool(one.forms or one.balances or one.length_s != LENGTH_S) for one in open_), "unit": ""},
    ]


async def _settled(discord: FakeDiscord, open_: list[_Dialogue]) -> float:
    """Seconds until every effect was there, or patience ended; a moment more, in which one could come twice."""
    began = time.perf_counter()
    while time.perf_counter() - began < SETTLES_S and (await _faults(discord, open_))[0]:  # noqa: ASYNC110  another process writes the rows
        await asyncio.sleep(0.5)
    took = time.perf_counter() - began
    await asyncio.sleep(3.0)
    return took


async def _faults(discord: FakeDiscord, open_: list[_Dialogue]) -> tuple[int, int]:
    """(effects that did not come, effects that came twice) of all presses, menus, forms and commands."""
    async with transaction():
        lengths = dict(await Project.all().values_list("id", "length_s"))
    whispers = Counter(one.only_for for one in discord.messages.values() if one.only_for and not one.loading and not one.deleted)
    asked = Counter(one.channel.id for one in discord.messages.values() if one.author is discord.bot and not one.only_for and not one.deleted)
    faults = [one.faults(lengths[one.project_id], whispers[one.person.user.id], asked[one.thread.id] - 1) for one in open_]
    return sum(lost for lost, _ in faults), sum(doubled for _, doubled in faults)


def run(quick: bool) -> list[dict[str, Any]]:
    """All rows."""
    return asyncio.run(_measure(quick))


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    os.environ.pop("SYSRAI_DISCORD_TOKEN", None)
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_bot(Settings(**told)))
