"""A fifth of everything goes wrong, and whoever works may die at any moment: the film is complete, the credits exact, and no job is left behind."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tortoise import connections

from core import jobs
from core.jobs import transaction
from core.models import GpuRun, Render, Slate, Take
from core.rendering import gpu as gpu_room
from core.rendering.begin import cancel
from core.rendering.gpu_api import Health, JobState, Order, Unanswered
from gpu_worker.contract import parse_output, parse_request
from tests.core.rendering.gpu.conftest import GpuLot, endpoint
from tests.fakes.instant import tiny_script
from tests.fakes.runpod import FAULTS, Chance
from tests.fakes.shot_worker import deliver

OPEN = ("asked", "sending", "running", "cancelling")
"""The states of a take that is still on its way."""


async def sql(query: str) -> list[dict[str, Any]]:
    return await connections.get("default").execute_query_dict(query)


async def test_a_fifth_of_everything_fails(gpu: GpuLot) -> None:
    gpu.runpod.clock.speed = 60.0
    gpu.runpod.chance = Chance(0.2, seed=7)
    for where, kinds in FAULTS.items():  # each kind at least once
        gpu.runpod.next(where, *kinds)
    gpu.serve(endpoint("ep-a", workers=8, stall_s=1, cold_start_s=1), endpoint("ep-b", workers=8, weight=0.001, stall_s=1, cold_start_s=1)).patience_s = 0.5
    ana, ben = await gpu.person(100), await gpu.person(100)
    project, version = await gpu.project(ana, tiny_script(12, continues=(2, 6)))
    render_id = await gpu.begin(project, version, ana)
    other, draft = await gpu.project(ben, tiny_script(4))
    stopped = await gpu.begin(other, draft, ben)
    async with gpu.inside():

        async def time_passes() -> None:  # breakers are tried again at once, and who is lost is soon given up
            await sql("UPDATE breaker SET until = now() WHERE state = 'open' RETURNING endpoint")
            await gpu.due()

        for _ in range(40):
            await time_passes()
        async with transaction() as tx:
            await cancel(tx, stopped)
        while await Render.filter(id__in=[render_id, stopped], ended_at__isnull=False).count() != 2:
            await time_passes()
        gpu.runpod.chance = None
        async with asyncio.timeout(60):  # whoever was refused while all went wrong asks again, and now is answered
            while await Take.filter(state__in=OPEN).exists():
                await sql("UPDATE job SET due_at = now() WHERE done < wanted RETURNING id")
                await time_passes()
        left = {job.id for job in gpu.runpod.open()}  # only what nobody ever told us of; it ends by the time we gave it
        known = {run.provider_job.partition("/")[2] for run in await GpuRun.exclude(provider_job=None)}
        assert not left & known
        gpu.runpod.clock.forward(4 * 3600)
        await gpu.until(lambda: not gpu.runpod.open())
    await gpu.prove()
    render = await Render.get(id=render_id)
    assert render.state == "done"
    assert await Slate.filter(render_id=render_id, take_id=None, stand_in=False).count() == 0
    stand_ins = await Slate.filter(render_id=render_id, stand_in=True).values_list("id", flat=True)
    for slate in stand_ins:
        assert await Take.filter(slate_id=slate).count() >= 3, "a shot is drawn only after three tries"
    drawn = len(stand_ins)
    assert render.captured_mc == (12 - drawn) * 2000, "what failed for good ships drawn and costs nothing"
    assert await gpu.free(ana) == 100_000 - (12 - drawn) * 2000
    accepted = await Take.filter(slate__render_id=stopped, state="accepted").count()
    assert (await Render.get(id=stopped)).captured_mc == accepted * 2000
    assert await gpu.free(ben) == 100_000 - accepted * 2000
    happened = {where: {kind for at, kind in gpu.runpod.happened if at == where} for where in FAULTS}
    assert happened == {where: set(kinds) for where, kinds in FAULTS.items()}
    await sql("UPDATE job SET due_at = now() WHERE done < wanted RETURNING id")
    await gpu.pump()
    assert await sql("SELECT kind, subject FROM job WHERE done < wanted AND kind <> 'show'") == []


class Killed(BaseException):
    """The process is gone."""


class InstantApi:
    """An endpoint whose worker is done before its answer is: for what our own death does to an order."""

    def __init__(self) -> None:
        self.jobs: dict[str, JobState] = {}
        self.fuse_at, self.passed = 0, 0

    def here(self) -> None:
        self.passed += 1
        if self.passed == self.fuse_at:
            raise Killed

    async def run(self, endpoint: str, order: Order) -> str:
        self.here()
        output = await deliver(parse_request(order.input))
        job = f"job-{len(self.jobs) + 1}"
        failed = "error" in output
        self.jobs[job] = JobState("FAILED" if failed else "COMPLETED", None if failed else output, output.get("error"), 2.0)
        assert not failed, parse_output(output)
        self.here()
        if len(self.jobs) == 2:
            raise Unanswered("the second answer is always lost")
        return job

    async def status(self, endpoint: str, job: str) -> JobState | None:
        self.here()
        return self.jobs.get(job)

    async def cancel(self, endpoint: str, job: str) -> None:
        self.here()

    async def health(self, endpoint: str) -> Health:
        return Health(1, 0, 0, 0)


async def test_killed_at_every_moment(gpu: GpuLot, monkeypatch: pytest.MonkeyPatch) -> None:
    api = InstantApi()
    gpu.api = api  # type: ignore[assignment]
    gpu.serve(endpoint()).patience_s = 0.0
    write, wake, note, ended = jobs._write, jobs.wake, gpu_room._note, gpu_room._ended

    async def before_commit(tx: jobs.Tx) -> list[dict[str, Any]]:
        rows = await write(tx)
        api.here()
        return rows

    async def after_commit(rows: Any) -> None:
        api.here()
        await wake(rows)

    async def around_note(order: Any, endpoint: Any) -> None:
        api.here()
        await note(order, endpoint)
        api.here()

    async def around_ended(take: int, outcome: str) -> bool:
        first = await ended(take, outcome)
        api.here()
        return first

    monkeypatch.setattr(jobs, "_write", before_commit)
    monkeypatch.setattr(jobs, "wake", after_commit)
    monkeypatch.setattr(gpu_room, "_note", around_note)
    monkeypatch.setattr(gpu_room, "_ended", around_ended)
    moments = 0
    while await one_film(gpu, api, moments + 1):
        moments += 1
    assert moments > 30


async def one_film(gpu: GpuLot, api: InstantApi, kill_at: int) -> bool:
    """One film with a kill at that moment. Returns whether it came to that."""
    api.fuse_at = 0
    api.jobs.clear()
    ana = await gpu.person(100)
    project, version = await gpu.project(ana, tiny_script(2, continues=(2,)))
    render_id = await gpu.begin(project, version, ana)
    api.fuse_at, api.passed = kill_at, 0
    killed = False
    for _ in range(60):
        try:
            if not await gpu.step():
                break
        except Killed:
            killed = True
    api.fuse_at = 0
    await gpu.pump()
    await gpu.prove()
    render = await Render.get(id=render_id)
    assert (render.state, render.captured_mc) == ("done", 4000), await gpu.takes(render_id)
    assert await Take.filter(slate__render_id=render_id, state="accepted").count() == 2
    assert await gpu.free(ana) == 96_000
    assert await gpu.film_posts(render_id) == 1
    return killed
