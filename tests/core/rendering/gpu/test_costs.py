"""What a finished second costs, learned from takes; and the floor under which nothing is sold."""

from __future__ import annotations

import pytest

from core.config import HostedModel
from core.models import Alarm, Render, Slate, Take
from core.plans import LOWEST_CREDIT_USD, floor_usd
from core.rendering import costs
from core.rendering.begin import Declined
from core.rendering.costs import estimate, learned, rate_of
from core.rendering.quote import offered, quote
from payments.catalogue import LOWEST_USD_PER_CREDIT
from tests.core.rendering.gpu.conftest import MODEL, GpuLot, endpoint
from tests.fakes.instant import tiny_script

at = endpoint


async def rendered(gpu: GpuLot, seconds_of_gpu: list[float], *, where: str = "ep-a", card: str = "H200", state: str = "accepted") -> None:
    """Takes of two finished seconds each, that took so many GPU seconds."""
    from tortoise import connections

    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(len(seconds_of_gpu), per_scene=99, speak=False))
    render = await Render.create(key=f"k{project.id}", project=project, version=version, by=ana, tier="standard", rate_mc=1000)
    for i, gpu_s in enumerate(seconds_of_gpu, 1):
        slate = await Slate.create(render=render, shot_id=f"h{i}", number=i, scene=1, tier="standard", frames=48, recipe=f"r{project.id}-{i}", price_mc=2000)
        take = await Take.create(slate=slate, attempt=1, endpoint="gpu-standard", state=state, gpu_s=gpu_s, cost_usd=gpu_s * 0.001)
        await connections.get("default").execute_query_dict(
            """INSERT INTO gpu_run (take_id, endpoint, folder, gpu, usd_per_s, model, sent_at, ended_at, outcome)
             VALUES ($1, $2, 'f', $3, 0.001, $4, now(), now(), 'landed') RETURNING id""", [take.id, where, card, f"{MODEL}@30"]
        )  # fmt: skip
        await connections.get("default").execute_query_dict("UPDATE take SET ended_at = now() WHERE id = $1 RETURNING id", [take.id])


def test_the_floor_stands_on_the_lowest_price_that_is_sold() -> None:
    assert LOWEST_CREDIT_USD == LOWEST_USD_PER_CREDIT
    assert floor_usd("standard") == pytest.approx(0.02)
    assert floor_usd("draft") == pytest.approx(0.01)
    assert floor_usd("cinema") == pytest.approx(0.12)


def test_estimates_come_from_the_model_the_card_and_the_steps() -> None:
    assert estimate(at()) == 11.5
    assert estimate(at(steps=15)) == pytest.approx(5.75)
    assert estimate(at(gpu="NVIDIA RTX 4090")) == pytest.approx(11.5 / costs.SPEEDS["4090"])
    assert estimate(at(seconds_per_second=3.0)) == 3.0
    assert estimate(at(gpu="Abacus")) is None


async def test_what_was_measured_outweighs_the_estimate(gpu: GpuLot) -> None:
    here = at()
    assert await learned(here) == costs.Learned(11.5, 0)
    await rendered(gpu, [8.0, 8.0])  # four GPU seconds for a finished one
    found = await learned(here)
    assert found
    assert not found.measured
    assert found.gpu_s == 11.5
    await rendered(gpu, [8.0] * 5 + [80.0])
    found = await learned(here)
    assert found
    assert found.measured
    assert found.gpu_s == 4.0  # the median: one freak does not count
    await rendered(gpu, [64.0], state="failed")
    found = await learned(here)
    assert found
    assert found.gpu_s == pytest.approx(4.0 * (7 * 8 + 80 + 64) / (7 * 8 + 80))  # what failed was paid for too
    rate = rate_of(here, found)
    assert rate
    assert rate.measured
    assert rate.usd == pytest.approx(found.gpu_s * 0.001)
    for other in (at(gpu="H100"), at(steps=20), at(id="ep-b")):  # another card, other steps, another place: not measured
        unknown = await learned(other)
        assert unknown
        assert not unknown.measured


async def test_a_tier_that_would_lose_money_is_not_offered(gpu: GpuLot) -> None:
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(2))
    gpu.serve(endpoint(usd_per_s=0.002))  # 11.5 s at 0.2 cents: 2.3 cents for a second that is sold at 5
    assert await offered(gpu.studio) == []
    assert (await quote(gpu.studio, project, version)).offers == ()
    declined = await gpu.press(project, version, ana)
    assert isinstance(declined, Declined)
    assert declined.reason == "not_offered"
    alarm = await Alarm.get()
    assert (alarm.kind, alarm.subject, alarm.cleared_at) == ("price floor", "standard", None)
    assert "$0.0230 (estimated)" in alarm.text
    assert alarm.facts["floor_usd"] == pytest.approx(0.02)
    gpu.serve(endpoint(usd_per_s=0.001))
    assert await offered(gpu.studio) == ["standard"]
    assert (await Alarm.get()).cleared_at is not None


async def test_a_take_that_shows_a_model_to_lose_money_raises_an_alarm_at_once(gpu: GpuLot) -> None:
    cheap = gpu.serve(endpoint("ep-a", usd_per_s=0.001), endpoint("ep-b", usd_per_s=0.001))
    await costs.judge(cheap, "standard")
    assert await Alarm.all() == []
    await rendered(gpu, [90.0] * 12)  # 45 GPU seconds for a finished one
    await costs.judge(cheap, "standard")
    alarm = await Alarm.get()
    assert (alarm.kind, alarm.subject, alarm.cleared_at) == ("loses money", "standard ep-a", None)
    assert "$0.0450 (measured)" in alarm.text
    assert await offered(gpu.studio) == ["standard"], "the other endpoint carries the tier"
    alone = gpu.serve(endpoint("ep-a", usd_per_s=0.001))
    await costs.judge(alone, "standard")
    assert {(each.kind, each.cleared_at) for each in await Alarm.all()} == {("loses money", None), ("price floor", None)}
    await costs.judge(gpu.serve(endpoint("ep-a", usd_per_s=0.0001)), "standard")
    assert all(each.cleared_at for each in await Alarm.all())


async def test_what_was_agreed_is_rendered_though_it_turned_out_dear(gpu: GpuLot) -> None:
    ana = await gpu.person()
    gpu.serve(endpoint())
    project, version = await gpu.project(ana, tiny_script(1))
    render_id = await gpu.begin(project, version, ana)
    gpu.serve(endpoint(usd_per_s=0.9))
    async with gpu.inside():
        assert (await gpu.over(render_id)).state == "done"


async def test_the_dear_endpoint_is_asked_last(gpu: GpuLot) -> None:
    gpu.serve(endpoint("ep-a", usd_per_s=0.9, weight=90.0), endpoint("ep-b"))
    assert await offered(gpu.studio) == ["standard"]  # the cheaper one carries it
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(1))
    render_id = await gpu.begin(project, version, ana)
    await gpu.until(lambda: bool(gpu.runpod.jobs))
    assert {job.endpoint for job in gpu.runpod.jobs.values()} == {"ep-b"}
    assert render_id


async def test_a_card_nobody_knows_anything_about_is_not_sold(gpu: GpuLot) -> None:
    gpu.serve(endpoint(gpu="Abacus"))
    assert await offered(gpu.studio) == []
    gpu.serve(endpoint(gpu="Abacus", seconds_per_second=5.0))
    assert await offered(gpu.studio) == ["standard"]


async def test_quotes_say_whether_their_time_was_measured(gpu: GpuLot) -> None:
    gpu.serve(endpoint())
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(2))
    offer = (await quote(gpu.studio, project, version)).offer("standard")
    assert offer
    assert not offer.measured
    assert offer.ready_s > 4 * 11.5 / 4  # four finished seconds on four workers


def test_a_hosted_model_says_its_price() -> None:
    assert HostedModel(id="a/b", tiers=("draft",), usd_per_s=0.02).usd_per_s > floor_usd("draft")


async def test_the_operator_sees_it(gpu: GpuLot) -> None:
    from core.rendering.endpoints import failed
    from core.rendering.overview import lines

    await rendered(gpu, [8.0] * 6)
    gpu.serve(endpoint(usd_per_s=0.01))
    await offered(gpu.studio)
    await failed("ep-b", "RunPod answers 401", for_good=True)
    text = await lines([endpoint(usd_per_s=0.01), endpoint("ep-b", gpu="Abacus")])
    assert "4.00" in text[1]
    assert "0.0400  measured" in text[1]
    assert "standard: too dear" in text[1]
    assert "open" in text[2]
    assert "401" in text[3]
    assert [line for line in text if line.startswith("ALARM")] == [text[4], text[5]]
    assert await lines([]) != text
