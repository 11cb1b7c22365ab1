"""Several endpoints: who gets an order, who is not trusted for a while, and how a shot moves on."""

from __future__ import annotations

from typing import Any

from tortoise import connections

from core.models import Alarm, Breaker, GpuRun, Take
from core.rendering import endpoints
from core.rendering.endpoints import Endpoint, admit, failed, in_turn, landed, spared
from tests.core.rendering.gpu.conftest import GpuLot, endpoint
from tests.fakes.instant import tiny_script


async def sql(query: str) -> list[dict[str, Any]]:
    return await connections.get("default").execute_query_dict(query)


def of(*settings: Any) -> list[Endpoint]:
    return [Endpoint(each, None) for each in settings]  # type: ignore[arg-type]


async def test_the_least_busy_for_its_weight_is_asked_first(db: str) -> None:
    two = of(endpoint("ep-a", workers=4), endpoint("ep-b", workers=4, weight=3.0))
    turns = []
    for _ in range(8):
        first = (await in_turn(two))[0].id
        turns.append(first)
        await sql(
            "INSERT INTO gpu_run (take_id, endpoint, provider_job, folder, gpu, usd_per_s, model, sent_at)"
            f" VALUES ({len(turns)}, '{first}', 'x/{len(turns)}', 'f', 'H200', 0.001, 'm', now()) RETURNING id"
        )
    assert turns[:4].count("ep-b") == 3  # its weight
    assert turns.count("ep-b") == 4  # but no more than it has workers, while others are free
    assert [each.id for each in await in_turn(two, dear=frozenset({"ep-b"}))] == ["ep-a", "ep-b"]  # the dear one last
    await sql("UPDATE gpu_run SET ended_at = now() RETURNING id")
    assert (await in_turn(two))[0].id == "ep-b"


async def test_a_breaker_opens_probes_and_closes(db: str) -> None:
    two = of(endpoint("ep-a"), endpoint("ep-b"))
    for _ in range(2):
        await failed("ep-a", "no answer")
    assert await admit("ep-a")
    await failed("ep-a", "no answer")
    assert not await admit("ep-a")
    assert [each.id for each in await in_turn(two)] == ["ep-b"]
    assert (await Alarm.get(cleared_at=None)).subject == "ep-a"
    await sql("UPDATE breaker SET until = now() RETURNING endpoint")
    assert [each.id for each in await in_turn(two)] == ["ep-a", "ep-b"]  # due: one order probes it
    assert [await admit("ep-a") for _ in range(3)] == [True, False, False]
    await failed("ep-a", "still nothing")
    assert not await admit("ep-a")
    wait = (await sql("SELECT extract(epoch FROM until - now())::float8 AS s FROM breaker"))[0]["s"]
    assert endpoints.OPEN_S < wait <= 2 * endpoints.OPEN_S  # longer each time
    await sql("UPDATE breaker SET until = now() RETURNING endpoint")
    assert await admit("ep-a")
    await spared("ep-a")  # the probe was called back: the next may try at once
    assert await admit("ep-a")
    await landed("ep-a")
    assert await admit("ep-a")
    assert await Breaker.all() == []
    assert await Alarm.filter(cleared_at=None).count() == 0


async def test_successes_between_failures_keep_it_closed(db: str) -> None:
    for _ in range(5):
        await failed("ep-a", "once")
        await failed("ep-a", "twice")
        await landed("ep-a")
    assert await admit("ep-a")


async def test_a_key_that_is_not_accepted_opens_at_once(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    gpu.runpod.key = "another"
    render_id = await begun(gpu)
    await gpu.step("advance")
    await gpu.step("dispatch")
    await gpu.step("submit")
    assert await gpu.takes(render_id) == [("h1", 1, "asked")]  # it will be tried again
    alarm = await Alarm.get()
    assert (alarm.kind, alarm.subject) == ("endpoint", "ep-a")
    assert "401" in alarm.text


async def begun(gpu: GpuLot, shots: int = 1, **script: Any) -> int:
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(shots, **script))
    return await gpu.begin(project, version, ana)


async def test_a_busy_endpoint_hands_over_to_the_next(gpu: GpuLot) -> None:
    gpu.serve(endpoint("ep-a", weight=50.0), endpoint("ep-b"))
    gpu.runpod.next("run", "429")
    async with gpu.inside("ep-b"):
        render = await gpu.over(await begun(gpu))
    assert render.state == "done"
    assert (await GpuRun.get()).endpoint == "ep-b"
    assert await Breaker.all() == []  # to be busy is no fault


async def test_an_endpoint_that_is_down_is_left_alone(gpu: GpuLot) -> None:
    """Its orders are lost, not repeated there; after three it is not asked any more."""
    gpu.serve(endpoint("ep-a", weight=50.0, workers=50), endpoint("ep-b", workers=50)).patience_s = 0.2
    gpu.runpod.down.add("ep-a")
    async with gpu.inside("ep-b"):
        render = await gpu.over(await begun(gpu, 4, per_scene=4))
    assert (render.state, render.captured_mc) == ("done", 8000)
    assert {job.endpoint for job in gpu.runpod.jobs.values()} == {"ep-b"}
    assert (await Breaker.get(endpoint="ep-a")).state == "open"


async def test_a_shot_moves_on_when_its_worker_stands_still(gpu: GpuLot) -> None:
    gpu.serve(endpoint("ep-a", weight=50.0), endpoint("ep-b"))
    gpu.runpod.next("job", "stands still")
    render_id = await begun(gpu)
    async with gpu.inside("ep-a"):
        await gpu.until(lambda: any(job.status == "IN_PROGRESS" for job in gpu.runpod.jobs.values()))
        await gpu.step("collect")
        await sql("UPDATE gpu_run SET moved_at = now() - interval '1 hour' RETURNING id")
        await gpu.step("collect")
    async with gpu.inside("ep-b"):
        render = await gpu.over(render_id)
    assert render.state == "done"
    takes = await Take.filter(slate__render_id=render_id).order_by("attempt")
    assert [take.state for take in takes] == ["failed", "accepted"]
    assert takes[0].error
    assert takes[0].error["code"] == "stalled"
    assert [(job.endpoint, job.status) for job in gpu.runpod.jobs.values()] == [("ep-a", "CANCELLED"), ("ep-b", "COMPLETED")]
    assert gpu.runpod.open() == []


async def test_a_cold_start_is_no_stall_but_a_queue_that_nobody_serves_is(gpu: GpuLot) -> None:
    gpu.serve(endpoint("ep-a", weight=50.0), endpoint("ep-b", weight=0.1))
    gpu.runpod.closed.add("ep-a")
    gpu.runpod.starting.add("ep-a")
    render_id = await begun(gpu)
    await gpu.until(lambda: bool(gpu.runpod.jobs))
    await sql("UPDATE gpu_run SET sent_at = now() - interval '10 minutes' RETURNING id")
    for _ in range(3):
        await gpu.step("collect")
    assert await gpu.takes(render_id) == [("h1", 1, "running")]  # its workers are coming up
    gpu.runpod.starting.clear()
    async with gpu.inside("ep-b"):
        render = await gpu.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert [state for *_, state in await gpu.takes(render_id)][-1] == "accepted"
    assert next(iter(gpu.runpod.jobs.values())).status == "CANCELLED"


async def test_failures_outside_do_not_use_up_the_shots_tries(gpu: GpuLot) -> None:
    """Five workers die one after the other; the sixth delivers, and the shot is not shipped drawn."""
    gpu.serve(endpoint())
    gpu.runpod.next("job", *["stands still"] * 5)
    render_id = await begun(gpu)
    async with gpu.inside():
        for n in range(1, 6):
            await gpu.until(lambda n=n: len(gpu.runpod.jobs) == n and any(job.status == "IN_PROGRESS" for job in gpu.runpod.jobs.values()))  # type: ignore[misc]
            await gpu.step("collect")
            await sql("UPDATE gpu_run SET moved_at = now() - interval '1 hour' WHERE ended_at IS NULL RETURNING id")
            await gpu.step("collect")
            await sql("UPDATE breaker SET until = now() RETURNING endpoint")
            await gpu.step("dispatch", "submit")
        render = await gpu.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert [state for *_, state in await gpu.takes(render_id)] == ["failed"] * 5 + ["accepted"]


async def test_an_endpoint_that_was_taken_out_of_the_settings(gpu: GpuLot) -> None:
    gpu.serve(endpoint("ep-a"))
    render_id = await begun(gpu)
    async with gpu.inside("ep-a"):
        await gpu.until(lambda: gpu.runpod.jobs and not gpu.runpod.open())
    gpu.serve(endpoint("ep-b"))
    render = await gpu.over(render_id)  # what it delivered lies in storage
    assert render.state == "done"
    assert await gpu.takes(render_id) == [("h1", 1, "accepted")]
