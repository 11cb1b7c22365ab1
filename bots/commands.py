"""What each command of `sysrai` does."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import functools
import logging
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tortoise import connections

from bots import admin_films, admin_money, demo, wiring
from bots.terminal_chat import talk
from bots.web import app
from bots.web.plane import plane_routes
from core import database, projects
from core.config import Settings
from core.errors import BadInput, Expected
from core.film import gate
from core.ledger.audit import audit
from core.rendering import brake, overview
from core.rendering.advance import ACCEPTED_SQL

if TYPE_CHECKING:
    from bots.telegram_chat.webhook import Door

log = logging.getLogger(__name__)

Command = Callable[[argparse.Namespace, Settings], Awaitable[int]]


async def run(args: argparse.Namespace, settings: Settings) -> int:
    """Run the named command; SIGTERM ends it like Ctrl-C. Returns the exit code."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    name = " ".join(filter(None, (args.command, getattr(args, "act", None))))
    return await COMMANDS[name](args, settings)


async def _demo(_: argparse.Namespace, settings: Settings) -> int:
    return await demo.run(settings, demo.wish_from(os.environ))


async def _chat(args: argparse.Namespace, settings: Settings) -> int:
    answers = talk.read_answers(args.script) if args.script else None
    with wiring.with_servers(settings) as served:
        async with wiring.open_house(served) as house:
            room = talk.Room(house.engine, house.storage, functools.partial(wiring.at_work, house))
            return await talk.run(room, answers)


async def _run(args: argparse.Namespace, settings: Settings) -> int:
    parts = set(args.parts) or configured(settings)
    for name, token in (("discord", settings.discord_token), ("telegram", settings.telegram_token)):
        if name in parts and not token.get_secret_value():
            raise BadInput(f"SYSRAI_{name.upper()}_TOKEN is not set. docs/{name}.md tells where it comes from.")
    with wiring.with_servers(settings) as served:
        async with wiring.open_house(served) as house:
            if not house.studio.moderator.sees:
                log.warning(
                    "Nobody but the shipped rules judges words, and nobody judges pictures: there is no key of a moderation service, or it is switched off."
                )
            try:
                await _together(house, parts)
            except ExceptionGroup as several:
                if expected := _first(several.subgroup(Expected)):
                    raise expected from several
                raise
    return 0


def _first(several: BaseException | None) -> BaseException | None:
    """The first error within groups of errors."""
    while isinstance(several, BaseExceptionGroup):
        several = several.exceptions[0]
    return several


async def _together(house: wiring.House, parts: set[str]) -> None:
    """Run these parts until cancelled, or until one of them cannot go on."""
    door = telegram_door(house.settings, parts)
    async with asyncio.TaskGroup() as group:
        if "worker" in parts:
            group.create_task(wiring.work(house, wiring.WORK_QUEUES), name="worker")
        if "web" in parts:
            plane = plane_routes(house.plane, house.settings) if house.plane else None
            site = app.application(storage=house.storage, links=house.links, redis_url=house.redis_url, plane=plane, settings=house.settings)
            if door:
                door.mount(site)
            group.create_task(app.serve(site, house.settings), name="web")
        if "discord" in parts:
            group.create_task(wiring.serve_discord(house), name="discord")
        if "telegram" in parts:
            group.create_task(wiring.serve_telegram(house, door), name="telegram")


def telegram_door(settings: Settings, parts: set[str]) -> Door | None:
    """Where Telegram brings its updates, when that is wished for. Raises BadInput where no web process would open it."""
    secret = settings.telegram_webhook_secret.get_secret_value()
    if "telegram" not in parts or not secret:
        return None
    if "web" not in parts:
        raise BadInput("SYSRAI_TELEGRAM_WEBHOOK_SECRET is set, so updates come through the web process: run `sysrai run web telegram`.")
    from bots.telegram_chat.webhook import Door

    return Door(secret)


def configured(settings: Settings) -> set[str]:
    """What `sysrai run` runs when nothing is named."""
    tokens = {"discord": settings.discord_token, "telegram": settings.telegram_token}
    return {"worker", "web"} | {name for name, token in tokens.items() if token.get_secret_value()}


async def _film_check(args: argparse.Namespace, _: Settings) -> int:
    file: Path = args.file
    if not file.is_file():
        raise BadInput(f"There is no file {file}.")
    report = await gate.report(file)
    print(report)
    return 0 if report.passes else 1


async def _migrate(_: argparse.Namespace, settings: Settings) -> int:
    async with _only_database(settings):
        await database.migrate()
    print("The database is up to date.")
    return 0


async def _ledger_check(_: argparse.Namespace, settings: Settings) -> int:
    async with _only_database(settings):
        found = await audit(connections.get("default"), ACCEPTED_SQL)
    for line in found.lines():
        print(line)
    return 0 if found.ok else 1


async def _admin_gpus(_: argparse.Namespace, settings: Settings) -> int:
    async with _only_database(settings):
        for line in await overview.lines((*settings.runpod_endpoints, *settings.own_gpu_endpoints)):
            print(line)
    return 0


async def _admin_stop(args: argparse.Namespace, settings: Settings) -> int:
    async with _only_database(settings):
        await brake.pull(args.why)
    print("Stopped: no shot that costs money is sent. Those that are out go on; `sysrai admin go` releases the rest.")
    return 0


async def _admin_go(_: argparse.Namespace, settings: Settings) -> int:
    async with _only_database(settings):
        await brake.release()
    print(f"Released: shots are sent again within {brake.LOOK_S:.0f} seconds.")
    return 0


async def _admin_funnel(_: argparse.Namespace, settings: Settings) -> int:
    async with _only_database(settings):
        steps = await projects.funnel()
    begun = steps[0][1]
    for step, films in steps:
        print(f"{step:10} {films:8} {films / begun if begun else 0:7.0%}")
    return 0


@contextlib.asynccontextmanager
async def _only_database(settings: Settings) -> AsyncIterator[None]:
    """The migrated database, for commands that need nothing else."""
    with wiring.with_servers(settings) as served:
        await database.connect(served.database_url)
        try:
            await database.migrate()
            yield
        finally:
            await database.close()


def _money(act: Command) -> Command:
    async def run(args: argparse.Namespace, settings: Settings) -> int:
        async with _only_database(settings):
            return await act(args, settings)

    return run


COMMANDS: Mapping[str, Command] = {
    "demo": _demo,
    "chat": _chat,
    "run": _run,
    "film check": _film_check,
    "migrate": _migrate,
    "ledger check": _ledger_check,
    "admin gpus": _admin_gpus,
    "admin stop": _admin_stop,
    "admin go": _admin_go,
    "admin funnel": _admin_funnel,
    **{f"admin {name}": _money(act) for name, act in {**admin_money.ACTS, **admin_films.ACTS}.items()},
}
"""Every command of `sysrai`, by name."""
