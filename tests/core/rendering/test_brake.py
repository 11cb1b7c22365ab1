"""The operator's brake: no shot that costs money is sent, nothing that is held is lost, and all goes on by itself."""

from __future__ import annotations

from dataclasses import replace

from tortoise import connections

from core.models import Alarm, Take
from core.rendering import brake
from core.rendering.begin import Declined
from core.rendering.handlers import handlers
from core.rendering.status import status


async def sql(query: str) -> None:
    await connections.get("default").execute_query_dict(query)


async def test_stopped_by_hand_a_film_waits_and_goes_on(lot) -> None:
    ana, ben = await lot.person(100), await lot.person(100)
    project, version = await lot.project(ana)
    other, its_version = await lot.project(ben)
    render = await lot.begin(project, version, ana)
    await brake.pull("the card bill")
    await brake.pull("again")
    assert await lot.press(other, its_version, ben) == Declined("paused", {})
    for _ in range(5):
        await lot.step()
    assert not await Take.exists()
    now = await status(render)
    assert (now.paused, now.stage, now.held_mc) == (True, "queued", 8000)
    assert "the card bill" in (await Alarm.get(cleared_at=None)).text
    await brake.release()
    await lot.pump()
    now = await status(render)
    assert (now.paused, now.stage, now.captured_mc) == (False, "done", 8000)
    assert await lot.press(other, its_version, ben)


async def test_what_was_asked_for_but_not_sent_waits_too(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    await lot.begin(project, version, ana)
    await lot.step("advance")
    await lot.step("dispatch")
    waiting = await Take.filter(state="asked").count()
    assert waiting
    await brake.pull("")
    await lot.step("submit")
    assert await Take.filter(state="asked").count() == waiting
    await brake.release()
    await lot.pump()
    assert not await Take.exclude(state="accepted").exists()


async def test_the_animatic_is_drawn_whatever_the_brake_says(lot) -> None:
    ana = await lot.person(0)
    project, version = await lot.project(ana)
    await brake.pull("")
    render = await lot.begin(project, version, ana, "preview")
    await lot.pump()
    assert (await status(render)).stage == "done"


async def test_a_day_that_costs_too_much_stops_until_the_next(lot) -> None:
    lot.studio = replace(lot.studio, settings=lot.studio.settings.model_copy(update={"gpu_usd_per_day_max": 1.0}))
    lot.handlers = handlers(lot.studio, None)
    ana, ben = await lot.person(100), await lot.person(100)
    project, version = await lot.project(ana)
    other, its_version = await lot.project(ben)
    render = await lot.begin(project, version, ana)
    await lot.pump()
    assert (await status(render)).stage == "done"
    await sql("UPDATE take SET cost_usd = 1.25, ended_at = now() WHERE id = (SELECT min(id) FROM take) RETURNING id")
    assert await lot.press(other, its_version, ben) == Declined("paused", {})
    assert "of $1.00 a day" in (await Alarm.get(cleared_at=None)).text
    await sql("UPDATE take SET ended_at = ended_at - interval '1 day' WHERE cost_usd > 0 RETURNING id")
    await lot.begin(other, its_version, ben)
    await lot.pump()
    assert not await Alarm.filter(cleared_at=None).exists()
