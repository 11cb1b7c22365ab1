"""Cards of one's own: the same worker loop against our own plane, no RunPod anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from tortoise import connections

from core.jobs import transaction
from core.models import PlaneJob, Take
from core.rendering.begin import cancel
from core.rendering.gpu_api import Order
from core.rendering.handlers import handlers
from core.rendering.quote import quote
from tests.core.rendering.gpu.conftest import GpuLot, endpoint, kill
from tests.fakes.instant import tiny_script
from tests.fakes.sdk_loop import sdk_worker
from tests.fakes.shot_worker import Shots

OWN = endpoint("own-card", usd_per_s=0.0)


def environment(gpu: GpuLot, worker: str) -> dict[str, str]:
    """What `docs/runpod.md` tells the owner of a card to set."""
    here = f"{gpu.base}/gpu/own-card"
    return {
        "RUNPOD_WEBHOOK_GET_JOB": f"{here}/job-take/$ID?gpu=own", "RUNPOD_WEBHOOK_POST_OUTPUT": f"{here}/job-done/$RUNPOD_POD_ID/$ID?gpu=own",
        "RUNPOD_WEBHOOK_POST_STREAM": f"{here}/job-stream/$RUNPOD_POD_ID/$ID?gpu=own", "RUNPOD_WEBHOOK_PING": f"{here}/ping/$RUNPOD_POD_ID",
        "RUNPOD_AI_API_KEY": "own-key", "RUNPOD_POD_ID": worker, "RUNPOD_PING_INTERVAL": "1000",
        "RUNPOD_SKIP_AUTO_SYSTEM_CHECKS": "true", "RUNPOD_SKIP_GPU_CHECK": "true",
    }  # fmt: skip


async def begun(gpu: GpuLot, shots: int = 1) -> int:
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(shots))
    return await gpu.begin(project, version, ana)


async def test_a_film_on_ones_own_card(gpu: GpuLot) -> None:
    gpu.serve(own=[OWN]).poll_s = 600.0  # a worker that is done says so
    async with sdk_worker(environment(gpu, "card-1"), Shots(gpu.home / "card-1")):
        render = await gpu.over(await begun(gpu, 2))
    assert (render.state, render.captured_mc) == ("done", 4000)
    assert gpu.runpod.jobs == {}
    assert {(take.gpu, take.cost_usd) for take in await Take.filter(state="accepted")} == {("Fake H200", 0.0)}


async def test_a_community_with_a_card_and_no_shop_plays(gpu: GpuLot) -> None:
    """Nobody pays, and all the same the shots are held, captured and receipted."""
    gpu.studio = replace(gpu.studio, play=True)
    gpu.handlers = handlers(gpu.studio, None)  # type: ignore[arg-type]
    gpu.serve(own=[OWN])
    ana = await gpu.person(0)
    project, version = await gpu.project(ana, tiny_script(1))
    offer = await quote(gpu.studio, project, version)
    assert (offer.recommended, offer.free_mc) == ("standard", 2000)
    render_id = await gpu.begin(project, version, ana)
    async with sdk_worker(environment(gpu, "card-1"), Shots(gpu.home / "card-1")):
        render = await gpu.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert "play credits" in gpu.cutter.orders[-1].receipt


async def test_a_cancel_stops_the_card(gpu: GpuLot) -> None:
    gpu.serve(own=[OWN])
    shots = Shots(gpu.home / "card-1", steps=1000, step_s=0.02)
    render_id = await begun(gpu)
    async with sdk_worker(environment(gpu, "card-1"), shots):
        await gpu.until(lambda: shots.read("steps"))
        async with transaction() as tx:
            assert await cancel(tx, render_id) == "stopping"
        assert (await gpu.over(render_id)).state == "cancelled"
        await gpu.until(lambda: shots.read("stopped"))
    assert (await PlaneJob.get()).state == "CANCELLED"
    assert len(shots.read("steps")) < 1000


async def test_a_card_that_loses_power_hands_its_shot_to_another(gpu: GpuLot) -> None:
    gpu.serve(own=[OWN])
    render_id = await begun(gpu)
    first = gpu.worker(name="card-1", environment=environment(gpu, "card-1"), STEPS="1000", STEP_S="0.05")
    await gpu.until(lambda: gpu.notes("steps", "card-1"))
    kill(first)
    await connections.get("default").execute_query_dict("UPDATE plane_job SET seen_at = now() - interval '2 minutes' RETURNING id")
    async with sdk_worker(environment(gpu, "card-2"), Shots(gpu.home / "card-2")):
        assert (await gpu.over(render_id)).state == "done"
    assert (await PlaneJob.get()).deliveries == 2


async def test_it_fails_when_every_worker_dies_with_it(gpu: GpuLot) -> None:
    id = await gpu.plane.run("own-card", Order(1, {}, 600, 3600))
    for _ in range(3):
        taken = await gpu.plane.take("own-card", "w")
        assert taken
        assert taken["id"] == id
        await connections.get("default").execute_query_dict("UPDATE plane_job SET seen_at = now() - interval '2 minutes' RETURNING id")
    assert await gpu.plane.take("own-card", "w") is None
    state = await gpu.plane.status("own-card", id)
    assert state
    assert (state.state, state.error) == ("FAILED", "its workers fell silent")


async def test_what_runs_too_long_or_waits_too_long_is_over(gpu: GpuLot) -> None:
    runs, waits = [await gpu.plane.run("own-card", Order(n, {}, 600, 3600)) for n in (1, 2)]
    assert (await gpu.plane.take("own-card", "w") or {})["id"] == runs
    await connections.get("default").execute_query_dict("UPDATE plane_job SET taken_at = now() - interval '20 minutes' WHERE taken_at IS NOT NULL RETURNING id")
    await connections.get("default").execute_query_dict("UPDATE plane_job SET expires_at = now() WHERE taken_at IS NULL RETURNING id")
    assert [state.state for job in (runs, waits) if (state := await gpu.plane.status("own-card", job))] == ["TIMED_OUT"] * 2
    assert await gpu.plane.stops("own-card", "w") == [runs]
    assert await gpu.plane.stops("own-card", "w") == []


async def test_a_job_taken_away_is_not_answered_for(gpu: GpuLot) -> None:
    id = await gpu.plane.run("own-card", Order(1, {}, 600, 3600))
    await gpu.plane.take("own-card", "slow")
    await connections.get("default").execute_query_dict("UPDATE plane_job SET seen_at = now() - interval '2 minutes' RETURNING id")
    await gpu.plane.take("own-card", "quick")
    await gpu.plane.done("slow", id, {"output": {"mine": 1}})
    assert (await PlaneJob.get()).state == "IN_PROGRESS"
    await gpu.plane.progress("quick", id, {"seq": 1})
    await gpu.plane.done("quick", id, {"error": {"code": "oom"}})
    state = await gpu.plane.status("own-card", id)
    assert state
    assert (state.state, state.error) == ("FAILED", '{"code": "oom"}')


@pytest.mark.parametrize(("headers", "path", "status"), [
    ({}, "/gpu/own-card/job-take/w", 401),
    ({"Authorization": "wrong"}, "/gpu/own-card/job-take/w", 401),
    ({"Authorization": "own-key"}, "/gpu/other-card/job-take/w", 404),
])  # fmt: skip
async def test_who_may_take(gpu: GpuLot, headers: dict[str, Any], path: str, status: int) -> None:
    async with aiohttp.ClientSession(headers=headers) as http, http.get(gpu.base + path) as answer:
        assert answer.status == status


async def test_what_is_no_result(gpu: GpuLot) -> None:
    async with aiohttp.ClientSession(headers={"Authorization": "own-key"}) as http:
        for body in (b"\xff", b"[]", b"no"):
            async with http.post(f"{gpu.base}/gpu/own-card/job-done/w/j", data=body) as answer:
                assert answer.status == 400
        async with http.post(f"{gpu.base}/gpu/own-card/job-stream/w/j?isStream=true", data=b"{}") as answer:
            assert answer.status == 200
