"""Several people pay for one film: pledges, the goal, the deadline, exact shares, and everything back when it comes to nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import linking
from core.jobs import Job, transaction
from core.ledger import ledger
from core.models import Identity, Person, Render
from core.rendering import funding
from core.rendering.begin import Declined, cancel
from core.rendering.funding import NotPledged, Pledged, shares
from tests.fakes.instant import tiny_script

if TYPE_CHECKING:
    from tests.core.rendering.conftest import Lot


async def fund(lot: Lot, owner: Person, **more: Any) -> int:
    """A film of 8 credits that waits for backers."""
    project, version = await lot.project(owner, tiny_script(4))
    return await lot.begin(project, version, owner, deadline=more.get("deadline", funding.deadline()))


async def pledge(render_id: int, person: Person, credits: float) -> Pledged | NotPledged:
    async with transaction() as tx:
        return await funding.pledge(tx, render_id, person, round(credits * 1000))


async def test_five_people_make_a_film_together(lot: Lot) -> None:
    ana = await lot.person(0)
    render_id = await fund(lot, ana)
    await lot.step("advance")
    render = await Render.get(id=render_id)
    assert (render.state, render.goal_mc) == ("funding", 8000)
    backers = [await lot.person(10) for _ in range(5)]
    for person, name in zip(backers, ("Ben", "Cai", "Dee", "Eve", "Fay"), strict=True):
        await Identity.create(platform="fake", outside_id=name, person=person, name=name)
    lot.renderer.script = {"h1": ["fails", "fails", "fails", "fails", "fails", "fails"]}  # two credits' worth never comes
    for person, credits in zip(backers, (1, 3, 0.5, 2.5, 9), strict=True):
        assert isinstance(await pledge(render_id, person, credits), Pledged)
    async with transaction() as tx:
        assert await funding.name_me(tx, render_id, backers[1], True)
        assert await funding.name_me(tx, render_id, backers[4], True)
        assert not await funding.name_me(tx, render_id, ana, True)
    assert await lot.free(backers[4]) == 9000  # the last one gave only what was missing
    ended = await lot.ended(render_id)
    assert (ended.state, ended.captured_mc) == ("done", 6000)
    paid = [10_000 - await lot.free(person) for person in backers]
    assert paid == [750, 2250, 375, 1875, 750]
    assert lot.cutter.orders[-1].backers == ("Cai", "Fay")


async def test_a_film_that_fails_costs_nobody_anything(lot: Lot) -> None:
    ana, ben, cai = await lot.person(0), await lot.person(10), await lot.person(10)
    lot.renderer.script = {f"h{n}": ["fails"] * 8 for n in range(1, 5)}
    render_id = await fund(lot, ana)
    await pledge(render_id, ben, 5)
    await pledge(render_id, cai, 3)
    ended = await lot.ended(render_id)
    assert (ended.state, ended.captured_mc) == ("failed", 0)
    assert (await lot.free(ben), await lot.free(cai)) == (10_000, 10_000)


async def test_the_deadline_returns_everything(lot: Lot) -> None:
    ana, ben = await lot.person(0), await lot.person(10)
    render_id = await fund(lot, ana)
    await pledge(render_id, ben, 5)
    await lot.step("advance")
    assert (await Render.get(id=render_id)).state == "funding"
    await Render.filter(id=render_id).update(deadline=datetime.now(UTC) - timedelta(seconds=1))
    assert await pledge(render_id, ben, 1) == NotPledged("over")
    ended = await lot.ended(render_id)
    assert (ended.state, ended.captured_mc, await lot.free(ben)) == ("cancelled", 0, 10_000)
    assert not lot.renderer.submitted


async def test_the_maker_may_give_up_before_the_goal(lot: Lot) -> None:
    ana, ben = await lot.person(0), await lot.person(10)
    render_id = await fund(lot, ana)
    await pledge(render_id, ben, 5)
    async with transaction() as tx:
        assert await cancel(tx, render_id) == "stopping"
    assert await pledge(render_id, ben, 1) == NotPledged("over")
    assert (await lot.ended(render_id)).state == "cancelled"
    assert await lot.free(ben) == 10_000


async def test_a_pledge_grows_is_taken_back_and_comes_again(lot: Lot) -> None:
    ana, ben = await lot.person(0), await lot.person(4)
    render_id = await fund(lot, ana)
    assert await pledge(render_id, ben, 1) == Pledged(1000, 1000)
    assert await pledge(render_id, ben, 2) == Pledged(2000, 3000)
    assert await pledge(render_id, ben, 2) == NotPledged("insufficient", 1000)
    assert await lot.free(ben) == 1000  # the pledge before still stands
    async with transaction() as tx:
        assert await funding.withdraw(tx, render_id, ben) == 3000
        assert await funding.withdraw(tx, render_id, ben) == 0
    assert await pledge(render_id, ben, 4) == Pledged(4000, 4000)
    for nothing in (0, -1, -(10**9)):
        assert await pledge(render_id, ben, nothing) == NotPledged("nothing")
    assert await pledge(render_id, ben, 10**12) == NotPledged("insufficient", 0)  # no more than is missing is asked for
    await lot.prove()


async def link(lot: Lot, one: Person, two: Person) -> None:
    """Two accounts are one person's. What payments do about it is none of the film's."""

    async def done(job: Job) -> None:
        async with transaction() as tx:
            tx.finish(job)

    lot.handlers |= dict.fromkeys(("plan", "thank"), done)
    async with transaction() as tx:
        await linking.merge(tx, one, two)


@pytest.mark.parametrize("named", [0, 1])
async def test_two_backers_who_turn_out_to_be_one_are_one(lot: Lot, named: int) -> None:
    ana, two, dee = await lot.person(0), [await lot.person(10), await lot.person(10)], await lot.person(10)
    for n, person in enumerate(two):
        await Identity.create(platform=f"fake{n}", outside_id="ben", person=person, name="Ben")
    ben = two[0]
    render_id = await fund(lot, ana)
    for person, credits in zip(two, (1, 2), strict=True):
        await pledge(render_id, person, credits)
    async with transaction() as tx:
        assert await funding.name_me(tx, render_id, two[named], True)
    await link(lot, *two)
    async with transaction() as tx:
        assert await funding.standing(tx, await Render.get(id=render_id), ben.id) == funding.Standing(8000, 3000, 1, 3000, True)
        assert await funding.withdraw(tx, render_id, ben) == 3000
    assert await pledge(render_id, ben, 3) == Pledged(3000, 3000)
    assert await pledge(render_id, ben, 1) == Pledged(1000, 4000)
    await pledge(render_id, dee, 4)
    assert (await lot.ended(render_id)).captured_mc == 8000
    assert (await lot.free(ben), await lot.free(dee), lot.cutter.orders[-1].backers) == (16_000, 6000, ("Ben",))


async def test_backers_who_are_linked_while_their_film_is_made_pay_their_shares_and_are_named_once(lot: Lot) -> None:
    ana, ben, other, dee = await lot.person(0), await lot.person(10), await lot.person(10), await lot.person(10)
    await Identity.create(platform="fake", outside_id="ben", person=other, name="Ben")
    lot.renderer.script = {"h1": ["fails"] * 8}  # two credits' worth never comes
    render_id = await fund(lot, ana)
    for person, credits in ((ben, 1), (other, 3), (dee, 4)):
        await pledge(render_id, person, credits)
    async with transaction() as tx:
        assert await funding.name_me(tx, render_id, ben, True)
        assert await funding.name_me(tx, render_id, other, True)
    await link(lot, ben, other)
    assert (await lot.ended(render_id)).captured_mc == 6000
    assert (await lot.free(ben), await lot.free(dee), lot.cutter.orders[-1].backers) == (20_000 - 3000, 7000, ("Ben",))
    await lot.prove()


async def test_many_pledges_at_once_never_pass_the_goal(lot: Lot) -> None:
    ana = await lot.person(0)
    render_id = await fund(lot, ana)
    people = [await lot.person(10) for _ in range(10)]
    made = await asyncio.gather(*(pledge(render_id, person, 3) for person in people))
    assert sum(one.added_mc for one in made if isinstance(one, Pledged)) == 8000
    assert [one.why for one in made if isinstance(one, NotPledged)] == ["enough"] * 7
    await lot.prove()
    assert (await lot.ended(render_id)).captured_mc == 8000


async def test_a_film_in_funding_blocks_neither_other_films_nor_itself_twice(lot: Lot) -> None:
    ana = await lot.person(100)
    render_id = await fund(lot, ana)
    project, version = await lot.project(ana)
    await lot.begin(project, version, ana)
    funded = await Render.get(id=render_id)
    again = await lot.press(await funded.project, await funded.version, ana)
    assert isinstance(again, Declined)
    assert again.reason == "rendering"


async def test_a_backer_in_debt_or_frozen_backs_nothing(lot: Lot) -> None:
    ana, ben = await lot.person(0), await lot.person(10)
    render_id = await fund(lot, ana)
    async with transaction() as tx:
        await ledger.freeze(tx.sql, "f", ledger.person(ben.id), actor="test")
    assert (await pledge(render_id, ben, 1)) == NotPledged("frozen")


async def test_what_comes_back_pays_what_is_owed_by_then(lot: Lot) -> None:
    """A backer's payment is taken back while their pledges stand: no sum waits beside a debt."""
    ana, ben = await lot.person(0), await lot.person(10)
    first, second = await fund(lot, ana), await fund(lot, await lot.person(0))
    await pledge(first, ben, 4)
    await pledge(second, ben, 3)
    async with transaction() as tx:
        taken = await ledger.claw_back(tx.sql, "refund", f"test:{ben.id}")
        assert isinstance(taken, ledger.ClawedBack)
        assert (taken.taken_mc, taken.debt_mc) == (3000, 7000)
        assert await funding.withdraw(tx, first, ben) == 4000
        balance = await ledger.balance(tx.sql, ledger.person(ben.id))
    assert (balance.free_mc, balance.held_mc, balance.debt_mc) == (0, 3000, 3000)
    await Render.all().update(deadline=datetime.now(UTC) - timedelta(seconds=1))
    assert (await lot.ended(second)).state == "cancelled"
    async with transaction() as tx:
        balance = await ledger.balance(tx.sql, ledger.person(ben.id))
    assert (balance.posted_mc, balance.debt_mc) == (0, 0)


@pytest.mark.parametrize("tier", ["standard"])
async def test_what_was_rendered_before_needs_no_backers(lot: Lot, tier: str) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    await lot.ended(await lot.begin(project, version, ana, tier))
    again = await lot.ended(await lot.begin(project, version, ana, tier, deadline=funding.deadline()))
    assert (again.state, again.captured_mc, again.goal_mc) == ("done", 0, 0)


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=40), st.floats(0, 1))
def test_shares_are_exact_in_proportion_and_within_each_hold(held: list[int], part: float) -> None:
    total = int(sum(held) * part)
    paid = shares(total, held)
    assert sum(paid) == total
    assert all(0 <= one <= most for one, most in zip(paid, held, strict=True))
    for one, most in zip(paid, held, strict=True):
        assert abs(one - total * most / sum(held)) < 1 + total * 1e-9
    assert shares(sum(held), held) == held
