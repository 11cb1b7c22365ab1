"""Conversation turns at 100 a second: from the update's arrival to its commit, as people wait for it.

Turns arrive on time whether the earlier ones are done or not, from many people at once: new ideas, settings by talk, menus, edits of
a shot, plain talk about a script, the list of films. Real Postgres with fsync; writing and drawing are jobs and run elsewhere.
Beside it, in the same run, plain commits of one row at the same rate.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bots import wiring
from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.events import Address, Began, Called, Chosen, Event, Pressed, Said
from bots.conversation.posts import Posts
from core import database, embedded, projects
from core.config import Settings
from core.jobs import transaction
from core.links import Links
from core.models import Post, Project, Version
from core.projects import Stage
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from tests.fakes.instant import InstantRenderer, PaperCutter, tiny_script

RATE = 100
"""Turns a second."""
AIM_P99_MS = 50.0
PEOPLE = 60
SHOTS = 24


def _percentile(took: list[float], share: float) -> float:
    return sorted(took)[min(len(took) - 1, int(share * len(took)))]


async def _on_time(count: int, act: Callable[[int], Awaitable[object]]) -> list[float]:
    """Milliseconds of each act, counted from when it was due; they are due `RATE` times a second, once all stand in line."""
    took: list[float] = []
    began = time.perf_counter() + 1.0

    async def one(n: int) -> None:
        due = began + n / RATE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await act(n)
        took.append(1000 * (time.perf_counter() - due))

    async with asyncio.TaskGroup() as group:
        for n in range(count):
            group.create_task(one(n))
    return took


def _desk(folder: Path) -> Desk:
    storage = Storage.open("", folder)
    renderer = InstantRenderer(storage, folder / "gpu", tiers=("preview", "drawn"))
    renderers = dict.fromkeys(renderer.tiers, renderer)
    studio = Studio(Settings(data_dir=folder), Workshop(folder / "workshop"), storage, renderers, PaperCutter(folder / "cuts"), play=True)
    return Desk(studio, Links("http://127.0.0.1", b"bench"), lambda language: language == "en")


def _at(n: int) -> Address:
    return Address("bench", f"chat-{n % PEOPLE}", f"person-{n % PEOPLE}", person_name=f"Person {n % PEOPLE}")


async def _prepared(engine: Engine, posts: Posts) -> dict[int, dict[str, str]]:
    """Everybody has a film with a storyboard; the actions of what they see, by what they are for."""
    seen: dict[int, dict[str, str]] = {}
    for n in range(PEOPLE):
        await engine.turn(Began(_at(n), f"begin-{n}", f"a keeper finds letter {n}"))
        project = await Project.all().order_by("-id").first()
        assert project
        script = tiny_script(SHOTS, per_scene=6, seconds=4.0)
        version = await Version.create(project=project, number=1, script=script.model_dump(mode="json"), board={"panels": {}, "sheet": "none"})
        project.head_id = version.id
        await project.save(update_fields=["head_id"])
        async with transaction() as tx:
            await projects.reach(tx, project, Stage.BOARD)
        await engine.turn(Called(_at(n), f"status-{n}", "status"))
        post = await Post.filter(name="board", place__outside_id=_at(n).place).order_by("-id").first()
        assert post
        view = (await posts.build(post)).view
        seen[n] = {"shot": view.selects[0].action, "next": view.choices[1].action, "value": view.selects[0].options[3].value}
    return seen


def _event(n: int, round_: int, seen: dict[str, str]) -> Event:
    at, update = _at(n), f"turn-{n}"
    match (n + round_) % 6:
        case 0:
            return Began(at, update, f"a baker finds shadow {n}", length_s=60)
        case 1:
            return Said(at, update, "make it 2 minutes, vertical")
        case 2:
            return Chosen(at, update, seen["shot"], seen["value"])
        case 3:
            return Pressed(at, update, seen["next"])
        case 4:
            return Called(at, update, "films")
        case _:
            return Said(at, update, "make scene 2 at night and let her laugh once")


async def _measure(servers: embedded.Servers, folder: Path, quick: bool) -> list[dict[str, Any]]:
    count = 300 if quick else 2000
    await database.connect(servers.database_url)
    try:
        await database.migrate()
        desk = _desk(folder)
        posts = Posts(desk)
        engine = Engine(desk, posts)
        seen = await _prepared(engine, posts)
        wiring.ready_for_many()
        warm = 2 * RATE  # connections, prepared statements, catalogues
        await _on_time(warm, lambda n: engine.turn(_event(n, n // PEOPLE, seen[n % PEOPLE])))
        took = await _on_time(count, lambda n: engine.turn(_event(n + warm, n // PEOPLE, seen[(n + warm) % PEOPLE])))
        plain = await _on_time(count, _commit)
    finally:
        await database.close()

    def row(name: str, share: float, aim: float | None) -> dict[str, Any]:
        value, beside = _percentile(took, share), _percentile(plain, share)
        return {"name": name, "value": round(value, 1), "unit": "ms", "baseline": round(beside, 1), "ratio": round(value / beside, 2), "aim": aim}

    rate = f"at {RATE} turns/s"
    return [row(f"conversation turn, median {rate}", 0.5, None), row(f"conversation turn, p99 {rate}", 0.99, AIM_P99_MS)]


async def _commit(n: int) -> None:
    async with transaction() as tx:
        await tx.sql.execute_query_dict("INSERT INTO inbox (source, outside_id, body, at) VALUES ('plain', $1, '{}', now()) RETURNING id", [str(n)])


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Rows for `make bench`."""
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder) / "servers") as servers:
        return asyncio.run(_measure(servers, Path(folder) / "data", quick))


if __name__ == "__main__":
    for each in run(quick=True):
        print(each)
