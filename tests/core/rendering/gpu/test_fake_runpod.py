"""The faked RunPod is as strict as the service: what it refuses, how long it remembers, how often it tells."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from core.errors import Unavailable
from core.rendering.gpu_api import Barred, Busy, Order, Unanswered
from core.rendering.renderer import OrderRefused
from core.rendering.runpod import RunPodApi
from tests.fakes.runpod import Clock, FakeRunPod
from tests.fakes.serving import serving

ORDER = Order(1, {"prompt": "x"}, 600, 3600)


@pytest.fixture
async def service() -> AsyncIterator[tuple[FakeRunPod, RunPodApi]]:
    async with FakeRunPod(clock=Clock(speed=100)).running() as runpod:
        api = RunPodApi(runpod.url, runpod.key, lambda take: None)
        yield runpod, api
        await api.close()


@pytest.mark.parametrize(("path", "body"), [
    ("/ep-a/runs", {"input": {}}),
    ("/ep-a/run", {"input": "x"}),
    ("/ep-a/run", {"input": {}, "priority": 1}),
    ("/ep-a/run", {"input": {}, "policy": {"executionTimeout": 1}}),
    ("/ep-a/run", {"input": {}, "policy": {"patience": 10_000}}),
    ("/ep-a/run", {"input": {}, "webhook": "nowhere"}),
])  # fmt: skip
async def test_unknown_routes_and_fields_fail_the_test(service: Any, path: str, body: dict[str, Any]) -> None:
    runpod, _ = service
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {runpod.key}"}) as http, http.post(runpod.url + path, json=body) as answer:
        assert answer.status in (400, 404)
    assert runpod.complaints
    runpod.complaints.clear()


async def test_leaving_with_complaints_fails() -> None:
    with pytest.raises(AssertionError, match="no route"):
        async with FakeRunPod().running() as runpod, aiohttp.ClientSession() as http, http.get(f"{runpod.url}/nothing"):
            pass


async def test_every_answer_to_an_order_has_its_meaning(service: Any) -> None:
    runpod, api = service
    for fault, error in (("429", Busy), ("500 not taken", Unanswered), ("500 after taking", Unanswered), ("drop before taking", Unanswered),
                         ("drop after taking", Unanswered)):  # fmt: skip
        runpod.next("run", fault)
        with pytest.raises(error):
            await api.run("ep-a", ORDER)
    assert len(runpod.jobs) == 2
    with pytest.raises(Barred):
        await api.run("ep-z", ORDER)
    with pytest.raises(OrderRefused, match="bytes"):
        await api.run("ep-a", Order(1, {"prompt": "x" * 10_000_001}, 600, 3600))
    stranger = RunPodApi(runpod.url, "wrong", lambda take: None)
    with pytest.raises(Barred, match="401"):
        await stranger.run("ep-a", ORDER)
    with pytest.raises(Barred):
        await stranger.status("ep-a", "x")
    await stranger.close()
    nowhere = RunPodApi("http://127.0.0.1:1/v2", "k", lambda take: None)
    with pytest.raises(Unavailable):
        await nowhere.run("ep-a", ORDER)
    await nowhere.close()


async def test_results_are_kept_half_an_hour_and_queues_end(service: Any) -> None:
    runpod, api = service
    job = await api.run("ep-a", ORDER)
    assert (await api.health("ep-a")).waiting == 1
    await api.cancel("ep-a", job)
    state = await api.status("ep-a", job)
    assert state
    assert state.state == "CANCELLED"
    runpod.clock.forward(1801)
    assert await api.status("ep-a", job) is None
    await api.cancel("ep-a", job)  # harmless
    waits = await api.run("ep-a", ORDER)
    runpod.clock.forward(3601)
    await asyncio.sleep(0.05)
    state = await api.status("ep-a", waits)
    assert state
    assert state.state == "TIMED_OUT"


async def test_a_webhook_is_tried_three_times_ten_seconds_apart(service: Any) -> None:
    runpod, _ = service
    heard: list[float] = []
    thrice = asyncio.Event()

    async def hear(request: web.Request) -> web.Response:
        heard.append(runpod.clock.now())
        if len(heard) == 3:
            thrice.set()
        return web.Response(status=500)

    app = web.Application()
    app.router.add_post("/hook", hear)
    async with serving(app) as base:
        api = RunPodApi(runpod.url, runpod.key, lambda take: f"{base}/hook")
        await api.cancel("ep-a", await api.run("ep-a", ORDER))
        await asyncio.wait_for(thrice.wait(), 60)
        runpod.clock.forward(60)
        await asyncio.sleep(0.1)
        await api.close()
    assert len(heard) == 3
    assert heard[1] - heard[0] >= 10
    assert heard[2] - heard[1] >= 10
