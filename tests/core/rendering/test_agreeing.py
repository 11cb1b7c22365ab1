"""Pressing the button: prices, refusals, presses repeated, what was rendered before, budgets, play credits, the animatic."""

from __future__ import annotations

import asyncio

import pytest

from core.errors import BadInput
from core.jobs import transaction
from core.ledger import ledger
from core.models import Person, Render, Slate, Version
from core.rendering.begin import Begun, Declined, another_version, cancel, rough_cut
from core.rendering.quote import dial, quote
from core.rendering.status import status
from tests.fakes.instant import tiny_script


async def test_a_quote_is_exact_at_every_tier(lot) -> None:
    ana = await lot.person(5)
    project, version = await lot.project(ana)
    found = await quote(lot.studio, project, version)
    assert [(offer.tier, offer.total_mc, offer.allowed) for offer in found.offers] == [
        ("draft", 4000, True),
        ("standard", 8000, True),
        ("cinema", 48000, False),
    ]
    assert (found.recommended, found.free_mc, found.can_dial) == ("standard", 5000, True)
    assert all(not offer.measured and offer.ready_s > 0 for offer in found.offers)


async def test_the_time_is_learned_from_real_takes(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    await lot.ended(await lot.begin(project, version, ana))
    other, its_version = await lot.project(ana)
    found = await quote(lot.studio, other, its_version)
    assert {offer.tier: offer.measured for offer in found.offers} == {"draft": False, "standard": True, "cinema": False}


async def test_a_press_repeated_is_one_render(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    first = await lot.press(project, version, ana, key="press")
    again = await lot.press(project, version, ana, key="press")
    assert isinstance(first, Begun)
    assert again == Begun(first.render_id, first.total_mc, again=True)
    await lot.ended(first.render_id)
    assert (await lot.press(project, version, ana, key="press")) == again
    assert await Render.all().count() == 1


async def test_two_presses_at_once_hold_once(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    both = await asyncio.gather(*(lot.press(project, version, ana, key="press") for _ in range(50)))
    assert len({one.render_id for one in both}) == 1
    assert await lot.free(ana) == 992_000
    await lot.prove()


async def test_what_is_refused_writes_nothing(lot) -> None:
    poor, ana = await lot.person(3), await lot.person(100)
    theirs, version = await lot.project(poor)
    mine, my_version = await lot.project(ana)
    assert await lot.press(theirs, version, poor) == Declined("insufficient", {"free_mc": 3000, "total_mc": 8000})
    assert await lot.press(mine, my_version, ana, "cinema") == Declined("plan", {"tier": "cinema", "plan": "free"})
    assert await lot.press(mine, my_version, ana, "drawn") == Declined("not_offered", {"tier": "drawn"})
    assert await lot.press(mine, my_version, ana, agreed_mc=7999) == Declined("price_changed", {"agreed_mc": 7999, "total_mc": 8000})
    assert not await Render.exists()
    assert not await Slate.exists()
    begun = await lot.begin(mine, my_version, ana, agreed_mc=8000)
    assert await lot.press(mine, my_version, ana) == Declined("rendering", {"render": begun})
    another, its_version = await lot.project(ana)
    assert await lot.press(another, its_version, ana) == Declined("films_at_once", {"most": 1, "plan": "free"})
    await lot.ended(begun)
    assert isinstance(await lot.press(another, its_version, ana), Begun)


async def test_a_frozen_or_indebted_wallet_does_not_render(lot, playing) -> None:
    ana = await lot.person(10)
    project, version = await lot.project(ana)
    async with transaction() as tx:
        await ledger.freeze(tx.sql, "freeze", ledger.person(ana.id), actor="test")
    assert await lot.press(project, version, ana, "drawn") == Declined("frozen", {})
    async with transaction() as tx:
        await ledger.thaw(tx.sql, "thaw", ledger.person(ana.id), actor="test")
        await ledger.transfer(tx.sql, "gift", ledger.person(ana.id), "person:999", 4000, actor="test", sources=None)
        await ledger.hold(tx.sql, "other", ledger.person(ana.id), 6000, 999, actor="test")
        await ledger.claw_back(tx.sql, "dispute", f"test:{ana.id}")
    owed = await lot.press(project, version, ana, "drawn")
    assert isinstance(owed, Declined)
    assert owed.reason == "debt"


async def test_a_version_without_a_script_is_not_rendered(lot) -> None:
    ana = await lot.person()
    project, _ = await lot.project(ana)
    empty = await Version.create(project=project, number=9)
    with pytest.raises(BadInput):
        await lot.press(project, empty, ana)
    with pytest.raises(BadInput):
        await quote(lot.studio, project, empty)


async def test_what_was_rendered_before_costs_nothing(lot) -> None:
    ana = await lot.person()
    script = tiny_script(4)
    project, version = await lot.project(ana, script)
    first = await lot.ended(await lot.begin(project, version, ana))
    changed = script.scenes[0].shots[0].model_copy(update={"action": "Mara runs."})
    said = script.scenes[1].shots[0].model_copy(update={"lines": ()})  # other words are no other picture
    scenes = (
        script.scenes[1].model_copy(update={"shots": (said, script.scenes[1].shots[1])}),  # and neither is another order
        script.scenes[0].model_copy(update={"shots": (changed, script.scenes[0].shots[1])}),
    )
    edited = await lot.version(project, script.model_copy(update={"scenes": scenes}), ana)
    offer = (await quote(lot.studio, project, edited)).offer("standard")
    assert offer
    assert (offer.total_mc, offer.reused, offer.shots) == (2000, 3, 4)
    submitted = len(lot.renderer.submitted)
    second = await lot.ended(await lot.begin(project, edited, ana))
    assert (second.state, second.captured_mc) == ("done", 2000)
    assert [order.shot.id for order in lot.renderer.submitted[submitted:]] == ["h1"]
    undone = await lot.version(project, script, ana)
    third = await lot.ended(await lot.begin(project, undone, ana))
    assert (third.state, third.captured_mc) == ("done", 0)
    assert [slate.take_id for slate in await lot.slates(third.id)] == [slate.take_id for slate in await lot.slates(first.id)]


async def test_a_wished_retake_is_one_shot(lot) -> None:
    ana = await lot.person()
    script = tiny_script(4, continues=(2,))
    project, version = await lot.project(ana, script)
    await lot.ended(await lot.begin(project, version, ana))
    again = script.scenes[1].shots[0].model_copy(update={"seed": 1})
    scenes = (script.scenes[0], script.scenes[1].model_copy(update={"shots": (again, script.scenes[1].shots[1])}))
    retake = await lot.ended(await lot.begin(project, await lot.version(project, script.model_copy(update={"scenes": scenes}), ana), ana))
    assert retake.captured_mc == 2000


async def test_spend_at_most(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    told = await dial(lot.studio, project, version, "standard", 5000)
    assert told.total_mc == 5000
    assert (told.kept, told.cheaper, told.drawn) == ((1,), {"draft": (2, 3, 4)}, ())
    little = await dial(lot.studio, project, version, "standard", 1999)
    assert little.total_mc == 1000
    assert len(little.drawn) == 3
    render = await lot.ended(await lot.begin(project, version, ana, budget_mc=1999))
    assert (render.state, render.captured_mc) == ("done", 1000)
    now = await status(render.id)
    assert (now.spared, now.stand_ins) == (little.drawn, ())
    nothing = await lot.project(ana)
    free = await lot.ended(await lot.begin(*nothing, ana, budget_mc=0))
    assert (free.state, free.captured_mc) == ("done", 0)


async def test_play_credits_are_granted_held_and_captured(playing) -> None:
    ana = await playing.person(0)
    project, version = await playing.project(ana)
    found = await quote(playing.studio, project, version)
    assert [offer.tier for offer in found.offers] == ["drawn"]
    assert (found.recommended, found.free_mc, found.can_dial) == ("drawn", 8000, False)
    render = await playing.ended(await playing.begin(project, version, ana, "drawn"))
    assert (render.state, render.captured_mc) == ("done", 8000)
    async with transaction() as tx:
        (hold,) = await ledger.holds_of(tx.sql, render.id)
    assert hold.by_source == {ledger.Source.PLAY: 8000}
    assert await playing.free(ana) == 0


async def test_the_animatic_is_free_and_one_per_version(lot) -> None:
    ana = await lot.person(0)
    project, version = await lot.project(ana)
    first = await lot.begin(project, version, ana, "preview")
    assert await lot.begin(project, version, ana, "preview") == first
    film = await lot.press(project, version, ana)
    assert isinstance(film, Declined)
    render = await lot.ended(first)
    assert (render.state, render.captured_mc) == ("done", 0)
    assert await lot.film_posts(first) == 0
    assert lot.cutter.orders[-1].furniture
    assert lot.cutter.orders[-1].grade == "preview"
    assert await lot.begin(project, version, ana, "preview") == first


async def test_a_rough_cut_on_the_way_and_another_format_afterwards(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    lot.renderer.script = {"h3": ["slow"]}
    render_id = await lot.begin(project, version, ana)
    for _ in range(8):
        await lot.step()
    async with transaction() as tx:
        await rough_cut(tx, render_id)
    await lot.step("assemble")
    now = await status(render_id)
    assert now.rough
    assert (now.rough.state, now.rough.facts["shots"], now.rough.facts["of"]) == ("done", 3, 4)
    assert now.final is None
    assert (now.stage, now.shots_done, now.can_cancel) == ("rendering", 3, True)
    assert [scene.state for scene in now.scenes] == ["done", "rendering"]
    assert 70 < now.percent < 90
    assert now.used_mc == 6000
    async with transaction() as tx:
        with pytest.raises(BadInput):
            await another_version(tx, render_id, format="shorts", language="en")
    await lot.renderer.finish(next(order for order in lot.renderer.submitted if order.shot.id == "h3"))
    await lot.ended(render_id)
    submitted = len(lot.renderer.submitted)
    async with transaction() as tx:
        await another_version(tx, render_id, format="shorts", language="en")
    await lot.pump()
    await lot.prove()
    assert lot.cutter.orders[-1].format == "shorts"
    assert len(lot.cutter.orders[-1].takes) == 4
    assert len(lot.renderer.submitted) == submitted
    assert (await status(render_id)).final.facts["duration_s"]


async def test_another_format_is_framed_from_the_same_takes(playing) -> None:
    ana = await playing.person(0)
    playing.renderer.any_shape = False
    project, version = await playing.project(ana)
    render = await playing.ended(await playing.begin(project, version, ana, "drawn"))
    async with transaction() as tx:
        await another_version(tx, render.id, format="square", language="en")
    await playing.pump()
    order = playing.cutter.orders[-1]
    assert set(order.takes) == order.drawn == {"h1", "h2", "h3", "h4"}
    assert (order.format, order.taken_in, order.grade) == ("square", "youtube", "full")


@pytest.mark.parametrize("steps", range(9))
async def test_cancelling_at_any_moment_pays_for_what_was_accepted(lot, steps: int) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana, tiny_script(4, continues=(2, 4)))
    lot.renderer.script = {"h4": ["slow"]}
    render_id = await lot.begin(project, version, ana)
    for _ in range(steps):
        await lot.step()
    async with transaction() as tx:
        assert await cancel(tx, render_id) == "stopping"
    async with transaction() as tx:
        assert await cancel(tx, render_id) == "stopping"
    assert (await status(render_id)).stage == "cancelling"
    render = await lot.ended(render_id)
    accepted = sum(slate.take_id is not None for slate in await lot.slates(render_id))
    assert render.state == "cancelled"
    assert render.captured_mc == 2000 * accepted
    assert await lot.free(ana) == 100_000 - 2000 * accepted
    assert await lot.film_posts(render_id) == (1 if accepted else 0)
    assert not [state for _, _, state in await lot.takes(render_id) if state in ("asked", "sending", "running", "cancelling")]
    if accepted:
        assert len(lot.cutter.orders[-1].script.shots) == accepted
    async with transaction() as tx:
        assert await cancel(tx, render_id) == "ended"


async def test_cancelling_a_film_that_is_being_put_together_is_too_late(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    render_id = await lot.begin(project, version, ana)
    for _ in range(30):
        await lot.step("advance", "dispatch", "submit", "collect")
        if (await Render.get(id=render_id)).state == "assembling":
            break
    async with transaction() as tx:
        assert await cancel(tx, render_id) == "too_late"
    assert (await lot.ended(render_id)).state == "done"


async def test_people_who_pay_may_be_others_than_the_owner(lot) -> None:
    owner, guest = await lot.person(0), await lot.person(50)
    project, version = await lot.project(owner)
    render = await lot.ended(await lot.begin(project, version, guest))
    assert render.captured_mc == 8000
    assert await lot.free(guest) == 42_000
    assert isinstance(await Person.get(id=owner.id), Person)
