"""Orchestration of a 900-shot film with an instant renderer, and how soon a job starts after the commit that wished for it.

Everything of ours is real (Postgres with fsync, Valkey, arq, the handlers in one process), the pictures are not: what is measured
is what Sysrai itself costs per shot. Beside it, in the same run, as many plain commits of one row by the same driver.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from core import database, embedded, jobs, projects
from core.config import Settings
from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Person, Place, Render, Version
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.begin import Begun, begin
from core.rendering.handlers import handlers
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from core.writing.script import Brief
from tests.fakes.instant import InstantRenderer, PaperCutter, tiny_script

AIM_SHOT_MS, AIM_START_MS = 15.0, 100.0
COMMITS_OF_A_SHOT = 5
"""Asked, sending, running, accepted, and the render's step: what one shot writes at least."""


@contextlib.asynccontextmanager
async def working(servers: embedded.Servers, found: dict[str, jobs.Handler], queues: list[str]) -> AsyncIterator[None]:
    """One process that serves these queues."""
    pool = await jobs.connect_queues(servers.redis_url)
    task = asyncio.create_task(jobs.work(servers.redis_url, found, queues))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        jobs.set_waker(None)
        await pool.aclose()


async def until(done: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something to become true."""
    while not await done():  # noqa: ASYNC110 - what is waited for stands in the database
        await asyncio.sleep(0.05)


async def _film(servers: embedded.Servers, folder: Path, shots: int) -> tuple[float, float, float]:
    """Wall milliseconds per shot, process milliseconds per shot, wall milliseconds per shot of the plain commits."""
    storage = Storage.open("", folder)
    renderer = InstantRenderer(storage, folder / "gpu", slots=32, poll_s=0.0)
    studio = Studio(
        Settings(data_dir=folder), Workshop(folder / "workshop"), storage, dict.fromkeys(renderer.tiers, renderer), PaperCutter(folder / "cuts"), play=False
    )
    person, place = await Person.create(), await Place.create(platform="none", outside_id=f"bench-{shots}")
    script = tiny_script(shots, per_scene=15, seconds=4.0)
    async with transaction() as tx:
        await ledger.grant(tx.sql, f"bench:{shots}", ledger.person(person.id), 10**8, ledger.Source.STRIPE)
        project = await projects.start(tx, owner=person, place=place, thread="", brief=Brief(idea="a bench"))
        version = await Version.create(project=project, number=1, script=script.model_dump(mode="json"))
    async with working(servers, handlers(studio, None), ["work", "media"]):  # type: ignore[arg-type]
        began, cpu = time.perf_counter(), time.process_time()
        async with transaction() as tx:
            begun = await begin(tx, studio, key=f"bench-{shots}", project=project, version=version, tier="standard", by=person)
        assert isinstance(begun, Begun), begun
        await until(lambda: Render.filter(id=begun.render_id, state="done").exists())
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
    async with transaction() as tx:
        proved = await audit.audit(tx.sql, ACCEPTED_SQL)
        assert proved.ok, proved.breaches
    return 1000 * took / shots, 1000 * cpu / shots, await _commits(shots)


async def _commits(shots: int) -> float:
    began = time.perf_counter()
    for n in range(shots * COMMITS_OF_A_SHOT):
        async with transaction() as tx:
            await tx.sql.execute_query_dict("INSERT INTO inbox (source, outside_id, body, at) VALUES ('bench', $1, '{}', now()) RETURNING id", [f"{shots}-{n}"])
    return 1000 * (time.perf_counter() - began) / shots


async def _start(servers: embedded.Servers, times: int) -> list[float]:
    """Milliseconds from a commit to the start of the handler it wished for."""
    started: dict[str, asyncio.Future[float]] = {}

    async def handler(job: jobs.Job) -> None:
        started[job.subject].set_result(time.perf_counter())
        async with transaction() as tx:
            tx.finish(job)

    took = []
    async with working(servers, {"bench": handler}, ["bench"]):
        for n in range(times):
            started[str(n)] = asyncio.get_running_loop().create_future()
            async with transaction() as tx:
                tx.want("bench", n, "bench")
            committed = time.perf_counter()
            took.append(1000 * (await started[str(n)] - committed))
            await asyncio.sleep(0.013)  # out of step with the queue's own poll
    return took


async def _measure(servers: embedded.Servers, folder: Path, quick: bool) -> list[dict[str, Any]]:
    await database.connect(servers.database_url)
    try:
        await database.migrate()
        starts = await _start(servers, 30 if quick else 150)
        shots = 60 if quick else 900
        wall, cpu, plain = await _film(servers, folder, shots)
    finally:
        await database.close()
    return [
        {
            "name": f"orchestration per shot, {shots} shots",
            "value": round(wall, 2),
            "unit": "ms",
            "baseline": round(plain, 2),
            "ratio": round(wall / plain, 2),
            "aim": AIM_SHOT_MS,
        },
        {"name": "  of it our own process", "value": round(cpu, 2), "unit": "ms CPU", "baseline": None, "ratio": None, "aim": None},
        {
            "name": "commit to job start, median",
            "value": round(statistics.median(starts), 1),
            "unit": "ms",
            "baseline": None,
            "ratio": None,
            "aim": AIM_START_MS,
        },
        {
            "name": "commit to job start, 95th of 100",
            "value": round(statistics.quantiles(starts, n=20)[-1], 1),
            "unit": "ms",
            "baseline": None,
            "ratio": None,
            "aim": None,
        },
    ]


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Measure on servers of its own, and return rows: name, value, unit, baseline, ratio, aim."""
    logging.getLogger("arq").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder), durable=True) as servers:
        return asyncio.run(_measure(servers, Path(folder), quick))


if __name__ == "__main__":
    print(json.dumps(run(quick="--quick" in sys.argv), indent=1))
