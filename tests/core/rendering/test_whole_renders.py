"""Whole renders, from the press to the film, with every kind of trouble on the way; the ledger is audited after each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openai import AsyncOpenAI

from core.errors import Unavailable
from core.models import Cut, Milestone, Render, Slate, Take
from core.moderation.moderator import Moderator
from core.moderation.openai_service import OpenAIModeration
from core.rendering.handlers import handlers
from core.rendering.renderer import ShotOrder
from core.rendering.status import status
from tests.fakes.instant import Fate, tiny_script
from tests.fakes.openai import Failure, FakeOpenAI

PRICE_MC = 8000  # 4 shots of 2 s at standard


async def test_a_film_is_rendered_and_paid_once(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    render_id = await lot.begin(project, version, ana)
    assert await lot.free(ana) == 100_000 - PRICE_MC
    render = await lot.ended(render_id)
    assert (render.state, render.captured_mc) == ("done", PRICE_MC)
    assert await lot.free(ana) == 100_000 - PRICE_MC
    assert await lot.film_posts(render_id) == 1
    assert await Milestone.filter(project_id=project.id, step="film").exists()
    now = await status(render_id)
    assert (now.stage, now.shots_done, now.percent, now.eta_s) == ("done", 4, 100, None)
    assert now.final
    assert set(now.final.files) == {"film", "receipt"}
    film = await lot.studio.storage.fetch(now.final.files["film"])
    assert "drawn" not in film.read_text()
    assert len(film.read_text().split()) == 4


async def test_each_kind_of_failure_is_retaken_free(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana, tiny_script(10))
    troubles: list[Fate] = ["bad", "corrupt", "missing", "fails", "down", "lost", "vanishes", "forgotten", "evaporates", "lands"]
    lot.renderer.script = {f"h{i}": [fate, "lands"] for i, fate in enumerate(troubles, 1)}
    render = await lot.ended(await lot.begin(project, version, ana))
    assert (render.state, render.captured_mc) == ("done", 20_000)
    states = await lot.takes(render.id)
    by_shot = {shot: [state for s, _, state in states if s == shot] for shot, _, _ in states}
    assert by_shot["h1"] == ["rejected", "accepted"]
    assert by_shot["h4"] == ["failed", "accepted"]
    assert by_shot["h5"] == ["accepted"]
    assert by_shot["h7"] == ["cancelled", "accepted"]
    assert by_shot["h8"] == ["accepted"]
    assert by_shot["h9"] == ["failed", "accepted"]
    assert sorted(by_shot["h6"]) in (["accepted", "late"], ["accepted", "cancelled"])
    seeds = {order.attempt: order.seed for order in lot.renderer.submitted if order.shot.id == "h1"}
    assert seeds[1] != seeds[2]


@pytest.mark.parametrize("fate", ["bad", "fails", "fails for good", "refused"])
async def test_a_shot_that_fails_for_good_ships_drawn_and_uncharged(lot, fate: Fate) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    lot.renderer.script = {"h2": [fate]}
    render = await lot.ended(await lot.begin(project, version, ana))
    assert (render.state, render.captured_mc) == ("done", 6000)
    now = await status(render.id)
    assert now.stand_ins == (2,)
    assert set(lot.cutter.orders[-1].takes) == {"h1", "h3", "h4"}
    tries = len([1 for shot, _, _ in await lot.takes(render.id) if shot == "h2"])
    assert tries == (3 if fate in ("bad", "fails") else 1)
    assert "could not be rendered" in lot.cutter.orders[-1].receipt


async def test_what_a_model_made_against_the_rules_is_taken_again_and_else_drawn(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    async with FakeOpenAI().running() as fake, AsyncOpenAI(api_key=fake.key, base_url=fake.url, max_retries=0) as client:
        lot.studio = replace(lot.studio, moderator=Moderator(OpenAIModeration(client)))
        lot.handlers = handlers(lot.studio, None)
        render_id = await lot.begin(project, version, ana)
        of_h3: list[bytes] = []

        def sees(picture: bytes) -> set[str]:
            of_h3.extend([picture] if b"of h3" in picture else [])
            return {"sexual"} if b"of h2" in picture or picture in of_h3[:1] else set()

        fake.flagged_by_sight = sees
        fake.fails("/moderations", *[Failure(503)] * 2)
        render = await lot.ended(render_id)
    assert (render.state, render.captured_mc) == ("done", 6000), "what was refused costs nothing"
    assert (await status(render.id)).stand_ins == (2,)
    takes = await lot.takes(render.id)
    assert [state for shot, _, state in takes if shot == "h2"] == ["rejected"] * 3
    assert [state for shot, _, state in takes if shot == "h3"] == ["rejected", "accepted"]
    assert [state for shot, _, state in takes if shot in ("h1", "h4")] == ["accepted"] * 2, "nobody judged at first: they waited"


async def test_when_no_shot_can_be_rendered_nothing_is_charged(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    lot.renderer.script = {f"h{i}": ["fails for good"] for i in range(1, 5)}
    render = await lot.ended(await lot.begin(project, version, ana))
    assert (render.state, render.captured_mc) == ("failed", 0)
    assert render.error
    assert render.error["key"] == "error-render-failed"
    assert await lot.free(ana) == 100_000
    assert await lot.film_posts(render.id) == 0


async def test_a_film_that_cannot_be_put_together_costs_nothing(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    lot.cutter.fails = [RuntimeError("no")] * 3
    render = await lot.ended(await lot.begin(project, version, ana))
    assert (render.state, render.captured_mc) == ("failed", 0)
    assert await lot.free(ana) == 100_000


async def test_a_full_disk_is_waited_out(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    lot.cutter.fails = [Unavailable("no room")] * 5
    assert (await lot.ended(await lot.begin(project, version, ana))).state == "done"


async def test_a_shot_goes_on_from_the_take_before(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana, tiny_script(4, continues=(2, 3, 4)))
    lot.renderer.script = {"h1": ["fails", "lands"]}
    render = await lot.ended(await lot.begin(project, version, ana))
    assert render.state == "done"
    orders: dict[str, ShotOrder] = {order.shot.id: order for order in lot.renderer.submitted}
    first = await Take.get(slate__render_id=render.id, slate__shot_id="h1", state="accepted")
    assert (orders["h2"].start, orders["h2"].tail_key) == ("tail", first.tail_key)
    assert orders["h3"].start == "text"  # another scene
    assert orders["h4"].start == "tail"
    asked = [order.shot.id for order in lot.renderer.submitted]
    assert asked.index("h2") > asked.index("h1")


async def test_a_shot_whose_predecessor_failed_for_good_begins_by_itself(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana, tiny_script(2, continues=(2,)))
    lot.renderer.script = {"h1": ["refused"]}
    render = await lot.ended(await lot.begin(project, version, ana))
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert next(order for order in lot.renderer.submitted if order.shot.id == "h2").start == "text"


async def test_a_lost_take_that_lands_first_is_accepted_and_the_other_called_back(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana, tiny_script(1))
    lot.renderer.script = {"h1": ["vanishes", "slow"]}
    render_id = await lot.begin(project, version, ana)
    for _ in range(6):
        await lot.step()
    assert await lot.takes(render_id) == [("h1", 1, "lost"), ("h1", 2, "running")]
    await lot.renderer.land(lot.renderer.submitted[0])  # its manifest is there after all
    render = await lot.ended(render_id)
    assert (render.state, render.captured_mc) == ("done", 2000)
    assert await lot.takes(render_id) == [("h1", 1, "accepted"), ("h1", 2, "cancelled")]
    assert len(lot.renderer.cancelled) == 1


async def test_a_result_told_twice_changes_nothing(lot) -> None:
    ana = await lot.person()
    project, version = await lot.project(ana)
    render = await lot.ended(await lot.begin(project, version, ana))
    async with lot_transaction() as tx:
        for take in await Take.all():
            tx.want("collect", take.id, "media")
            tx.want("submit", take.id)
            tx.want("cancel", take.id, "media")
        tx.want("advance", render.id)
        tx.want("dispatch", "instant")
        for cut in await Cut.all():
            tx.want("assemble", cut.id, "media")
    submitted = len(lot.renderer.submitted)
    await lot.pump()
    await lot.prove()
    assert len(lot.renderer.submitted) == submitted
    again = await Render.get(id=render.id)
    assert (again.state, again.captured_mc, again.ended_at) == ("done", PRICE_MC, render.ended_at)
    assert await lot.film_posts(render.id) == 1


async def test_a_tier_whose_renderer_is_gone_does_not_hang(lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    lot.renderer.script = {"h3": ["slow"], "h4": ["slow"]}
    render_id = await lot.begin(project, version, ana)
    for _ in range(6):
        await lot.step()
    assert await Slate.filter(render_id=render_id, take_id__isnull=False).count() == 2
    lot.studio.renderers.pop("standard")
    lot.studio.renderers.pop("draft")
    lot.studio.renderers.pop("cinema")
    async with lot_transaction() as tx:
        tx.want("advance", render_id)
    render = await lot.ended(render_id)
    assert (render.state, render.captured_mc) == ("done", 4000)


def lot_transaction():
    """The rooms' own transaction."""
    from core.jobs import transaction

    return transaction()
