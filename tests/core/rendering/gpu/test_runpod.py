"""Shots on RunPod, through the SDK's real worker loop: every way in which an order, a job or a webhook can go wrong."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from tortoise import connections

from core.jobs import transaction
from core.models import Alarm, Breaker, GpuRun, Take
from core.rendering import collect
from core.rendering.begin import cancel
from core.rendering.renderer import Landed
from core.rendering.status import status
from tests.core.rendering.gpu.conftest import GpuLot, endpoint, kill
from tests.fakes.instant import tiny_script


async def begun(gpu: GpuLot, shots: int = 1, **script: Any) -> int:
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(shots, **script))
    return await gpu.begin(project, version, ana)


async def test_each_take_knows_what_it_cost(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    async with gpu.inside():
        render = await gpu.over(await begun(gpu, 2))
    assert (render.state, render.captured_mc) == ("done", 4000)
    takes = await Take.filter(slate__render_id=render.id, state="accepted")
    assert len(takes) == 2
    for take in takes:
        assert take.gpu == "Fake H200"
        assert take.usd_per_s == 0.001
        assert take.gpu_s >= 2.0
        assert abs(take.cost_usd - take.gpu_s * 0.001) < 1e-9
        assert take.tail_key == f"takes/{render.project_id}/{take.id}/tail.mkv"
    asked = [json.loads(line) for line in gpu.shots.read("begun")]
    assert {each["frames"] for each in asked} == {49}  # two seconds, in the steps the model makes
    assert {(each["width"], each["height"]) for each in asked} == {(64, 48)}
    job = next(iter(gpu.runpod.jobs.values()))
    assert job.timeout_s >= 600
    assert job.webhook
    assert gpu.runpod.hooks
    assert gpu.runpod.open() == []


async def test_progress_is_seen_while_it_works(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    render_id = await begun(gpu)
    async with gpu.inside(steps=30, step_s=0.1, tells=True):
        seen: list[int] = []

        async def enough() -> bool:
            seen.append((await status(render_id)).percent)
            return seen[-1] > 30

        while not await enough():
            await gpu.due()
    assert sorted(seen) == seen


async def test_a_worker_that_is_done_gets_the_next_shot_while_the_last_one_is_looked_at(gpu: GpuLot, monkeypatch: pytest.MonkeyPatch) -> None:
    gpu.serve(endpoint(workers=1))
    out: list[int] = []

    async def look(*given: Any) -> list[dict[str, Any]]:
        await gpu.step("dispatch")
        out.append(await Take.filter(state__in=("asked", "running")).count())
        return []

    monkeypatch.setattr(gpu.cutter, "check", look)
    async with gpu.inside():
        render = await gpu.over(await begun(gpu, 3))
    assert (render.state, render.captured_mc) == ("done", 6000)
    assert out == [2, 2, 1]  # the one that is looked at, and one more as long as there are any


async def test_no_more_clips_wait_to_be_looked_at_than_there_are_slots(gpu: GpuLot, monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = gpu.serve(endpoint(workers=1))
    out: list[int] = []

    async def look(*given: Any) -> list[dict[str, Any]]:
        if not out:
            await gpu.step("dispatch")
            await gpu.step("submit")
            async with asyncio.timeout(120):
                while len(gpu.runpod.jobs) < 2 or gpu.runpod.open():  # noqa: ASYNC110  the other side is a worker
                    await asyncio.sleep(0.02)
            second = await Take.get(slate__shot_id="h2")
            assert isinstance(await renderer.poll(second.provider_job or ""), Landed)
            await gpu.step("dispatch")
        out.append(await Take.filter(state__in=("asked", "running")).count())
        return []

    monkeypatch.setattr(gpu.cutter, "check", look)
    async with gpu.inside():
        assert (await gpu.over(await begun(gpu, 3))).state == "done"
    assert out[0] == 2  # both landed, and the third is not asked for yet


async def test_a_webhook_is_enough(gpu: GpuLot) -> None:
    gpu.serve(endpoint()).poll_s = 600.0
    async with gpu.inside():
        assert (await gpu.over(await begun(gpu))).state == "done"


async def test_a_lost_webhook_is_made_good_by_polling(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    gpu.runpod.next("hook", "lost")
    async with gpu.inside():
        assert (await gpu.over(await begun(gpu))).state == "done"
    assert gpu.runpod.hooks == []


async def test_a_forged_webhook_wakes_nobody(gpu: GpuLot) -> None:
    import aiohttp

    async with aiohttp.ClientSession() as http:
        for path in ("/hooks/runpod/1/" + "0" * 40, "/hooks/runpod/x/y", "/hooks/runpod/٣/y", gpu.links.hook("runpod", 2).replace("/2/", "/1/")):
            async with http.post(path if path.startswith("http") else gpu.base + path, json={"id": "x"}) as answer:
                assert answer.status == 404
        async with http.post(gpu.links.hook("runpod", 10**12), data=b"\xff not json") as answer:
            assert answer.status == 200  # ours, but of a take that is gone
    assert await connections.get("default").execute_query_dict("SELECT 1 FROM job") == []


async def test_an_order_whose_answer_was_lost_is_not_sent_twice(gpu: GpuLot, monkeypatch: pytest.MonkeyPatch) -> None:
    """RunPod took it and the connection broke: its webhook tells which job it was, and the one result is the shot's."""
    monkeypatch.setattr(collect, "LOST_POLL_S", 3600.0)  # nobody looks for a manifest before the webhook comes
    gpu.serve(endpoint()).patience_s = 4 * 3600.0
    gpu.runpod.next("run", "drop after taking")
    async with gpu.inside():
        render = await gpu.over(await begun(gpu))
    assert render.state == "done"
    assert await gpu.takes(render.id) == [("h1", 1, "accepted")]
    assert len(gpu.runpod.jobs) == 1
    run = await GpuRun.get()
    assert run.provider_job == f"ep-a/{next(iter(gpu.runpod.jobs))}"


async def test_without_its_webhook_too_the_manifest_tells(gpu: GpuLot) -> None:
    gpu.serve(endpoint()).patience_s = 2.0
    gpu.runpod.next("run", "500 after taking")
    gpu.runpod.next("hook", "lost")
    async with gpu.inside():
        render = await gpu.over(await begun(gpu))
    assert render.state == "done"
    assert len(gpu.runpod.jobs) == 1
    take = await Take.get(state="accepted")
    assert take.cost_usd == 2.0 * 0.001


async def test_an_order_that_never_arrived_is_sent_again_when_patience_is_over(gpu: GpuLot) -> None:
    gpu.serve(endpoint()).patience_s = 0.3
    gpu.runpod.next("run", "drop before taking")
    async with gpu.inside():
        render = await gpu.over(await begun(gpu))
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert await gpu.takes(render.id) == [("h1", 1, "cancelled"), ("h1", 2, "accepted")]


async def test_we_die_between_the_answer_and_our_note(gpu: GpuLot) -> None:
    """The job's id is in its run already, so the order is neither lost nor sent again."""
    gpu.serve(endpoint())
    render_id = await begun(gpu)
    await gpu.step("advance")
    await gpu.step("dispatch")
    await gpu.step("submit")
    await Take.all().update(state="sending", provider_job=None)
    async with transaction() as tx:
        tx.want("submit", (await Take.get()).id)
    async with gpu.inside():
        assert (await gpu.over(render_id)).state == "done"
    assert len(gpu.runpod.jobs) == 1


async def test_results_that_expired_are_recovered_from_storage(gpu: GpuLot) -> None:
    gpu.serve(endpoint()).poll_s = 600.0
    gpu.runpod.next("hook", "lost")
    render_id = await begun(gpu)
    async with gpu.inside():
        await gpu.until(lambda: gpu.runpod.jobs and not gpu.runpod.open())
    gpu.runpod.clock.forward(1900)
    await connections.get("default").execute_query_dict("UPDATE gpu_run SET sent_at = sent_at - interval '40 minutes' RETURNING id")
    await gpu.step("collect")
    assert (await gpu.over(render_id)).state == "done"
    assert len(gpu.runpod.jobs) == 1


async def test_what_landed_is_not_what_the_worker_says(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    render_id = await begun(gpu)
    async with gpu.inside(lies=True):
        await gpu.until(lambda: len(gpu.runpod.jobs) == 2)
        gpu.shots.lies = False
        render = await gpu.over(render_id)
    assert render.state == "done"
    assert [state for *_, state in await gpu.takes(render_id)][:2] == ["rejected", "accepted"]


async def test_a_cancel_while_it_waits_and_while_it_works(gpu: GpuLot) -> None:
    gpu.serve(endpoint(workers=2))
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(2))
    render_id = await gpu.begin(project, version, ana)
    async with gpu.inside(steps=1000, step_s=0.02):
        await gpu.until(lambda: gpu.shots.read("steps"))
        assert sorted(job.status for job in gpu.runpod.jobs.values()) == ["IN_PROGRESS", "IN_QUEUE"]
        async with transaction() as tx:
            assert await cancel(tx, render_id) == "stopping"
        render = await gpu.over(render_id)
        await gpu.until(lambda: gpu.shots.read("stopped"))
        assert len(gpu.shots.read("steps")) < 1000
    assert (render.state, render.captured_mc) == ("cancelled", 0)
    assert {job.status for job in gpu.runpod.jobs.values()} == {"CANCELLED"}
    assert await gpu.free(ana) == 1_000_000


async def test_failures_that_no_other_attempt_can_mend(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    ana = await gpu.person()
    script = tiny_script(2)
    wrong = script.scenes[0].shots[1].model_copy(update={"action": "Something WRONG."})
    script = script.model_copy(update={"scenes": (script.scenes[0].model_copy(update={"shots": (script.scenes[0].shots[0], wrong)}),)})
    project, version = await gpu.project(ana, script)
    async with gpu.inside():
        render = await gpu.over(await gpu.begin(project, version, ana))
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert await gpu.takes(render.id) == [("h1", 1, "accepted"), ("h2", 1, "failed")]
    failed = await Take.get(state="failed")
    assert failed.error == {"code": "invalid", "message": "told to: WRONG"}
    assert failed.cost_usd > 0
    assert await Breaker.all() == []


async def test_a_worker_that_is_killed_loses_nothing(gpu: GpuLot) -> None:
    """A real process, ended by SIGKILL in the middle of a shot; the service gives the job to the next one."""
    gpu.serve(endpoint())
    render_id = await begun(gpu)
    first = gpu.worker(STEPS="1000", STEP_S="0.05")
    await gpu.until(lambda: gpu.notes("steps"))
    kill(first)
    gpu.runpod.clock.forward(60)
    gpu.worker(name="worker-2")
    render = await gpu.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert len(gpu.runpod.jobs) == 1
    assert next(iter(gpu.runpod.jobs.values())).deliveries == 2
    assert await Alarm.all() == []
