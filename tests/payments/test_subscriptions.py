"""Plans: they begin, renew, get better, get lesser, fail to renew and end, and what is allowed follows what is paid."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import stripe

from core.jobs import transaction
from core.ledger.ledger import Source
from core.models import Payment, Person, Purchase
from payments import purchases
from payments.catalogue import ITEMS
from payments.events import bought_by
from payments.prices import Sold
from payments.subscriptions import next_month

if TYPE_CHECKING:
    from tests.fakes.stripe_clock import TestClock
    from tests.payments.conftest import Buyer, Shop

pytestmark = pytest.mark.usefixtures("clock")


async def test_a_plan_begins_and_renews(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    assert (await shop.plan(ana), await shop.free(ana)) == ("indie", 300)
    purchase = await Purchase.get()
    assert purchase.state == "paid"
    balance = await shop.balance(ana)
    assert balance.by_source == {Source.SUBSCRIPTION: 300_000}
    first_until = balance.expiring[0].at
    await shop.later(32)
    assert (await shop.plan(ana), await shop.free(ana)) == ("indie", 600)
    expiring = (await shop.balance(ana)).expiring
    assert [part.amount_mc for part in expiring] == [300_000, 300_000]
    assert expiring[0].at == first_until
    one = await shop.subscription(ana)
    assert one.paid_until
    assert first_until == one.paid_until  # a month's credits end with the next month
    assert await Payment.all().count() == 2


async def test_everything_told_twice_and_in_any_order_is_the_same(shop: Shop, clock: TestClock) -> None:
    ana = await shop.buyer()
    shop.stripe.pays(await shop.page(ana, "indie"))
    await clock.advance(32)
    events = list(shop.stripe.due)
    for seed in range(3):
        shop.stripe.due = [*events, *events]
        random.Random(seed).shuffle(shop.stripe.due)
        await shop.told()
        assert (await shop.plan(ana), (await shop.balance(ana)).posted_mc) == ("indie", 600_000)


async def test_a_better_plan_counts_at_once_and_brings_the_difference(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    await shop.later(15)
    change = await shop.changes(ana, "studio")
    assert change.state == "done"
    assert await shop.plan(ana) == "studio"
    free = await shop.free(ana)
    assert 300 + 1200 * 0.45 < free < 300 + 1200 * 0.55
    assert free == int(free)
    await shop.later(17)
    assert await shop.plan(ana) == "studio"
    assert await shop.free(ana) == free + 1500


async def test_changes_of_plan_told_in_any_order_are_the_same(shop: Shop, clock: TestClock) -> None:
    """Up, up again and the end of it within a month; what was told first, last or twice makes no difference."""
    ana = await shop.buyer()
    shop.stripe.pays(await shop.page(ana, "indie"))
    await shop.told()
    events: list[Any] = []
    for item in ("studio", "network", "cancel"):
        await clock.advance(5)
        async with transaction() as tx:
            key = f"change-{item}"
            made = await purchases.visit(tx, key=key, person=ana.person, place=ana.place, thread="", kind="change", item=item)
            made.created_at = clock.now()
            await made.save(update_fields=["created_at"])
        await shop.pump("checkout")
        events += shop.stripe.due
        shop.stripe.due = []
    seen = set()
    for seed in range(4):
        shop.stripe.due = [*events, *events]
        random.Random(seed).shuffle(shop.stripe.due)
        await shop.told()
        one = await shop.subscription(ana)
        seen.add((await shop.plan(ana), one.plan, one.next_plan, await shop.free(ana)))
    (end,) = seen
    assert end[:3] == ("network", "network", "")
    assert 300 + 1200 * 25 / 31 - 1 + 6500 * 20 / 31 - 1 < end[3] < 300 + 1200 * 25 / 28 + 6500 * 20 / 28
    await shop.later(31)
    assert await shop.plan(ana) == "free"


async def test_the_test_clock_is_as_strict_as_stripes(shop: Shop, clock: TestClock) -> None:
    for name in ("Ana", "Ben", "Cai"):
        ana = await shop.buyer(name=name)
    await shop.buys(ana, "indie")
    for refused, what in (
        (clock.advance(-1), "must be after"), (clock.advance(90), "more than two intervals"), (shop.buyer(name="Dee"), "3 customers for each test clock"),
    ):  # fmt: skip
        with pytest.raises(stripe.InvalidRequestError, match=what):
            await refused
    assert shop.office.client
    clocks = shop.office.client.v1.test_helpers.test_clocks
    answer = await clocks.advance_async(clock.id, {"frozen_time": clock.at + 60}, {"idempotency_key": "on"})
    assert (answer.status, answer.frozen_time) == ("advancing", clock.at)
    with pytest.raises(stripe.InvalidRequestError, match="underway"):
        await clocks.advance_async(clock.id, {"frozen_time": clock.at + 120}, {"idempotency_key": "again"})
    assert len(shop.stripe.complaints) == 4
    shop.stripe.complaints.clear()


async def test_a_better_plan_whose_payment_fails_changes_nothing(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    shop.stripe.card = "declined"
    change = await shop.changes(ana, "network")
    assert change.state == "failed"
    assert (await shop.plan(ana), await shop.free(ana)) == ("indie", 300)


async def test_a_lesser_plan_begins_with_the_next_month(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "studio")
    await shop.changes(ana, "indie")
    one = await shop.subscription(ana)
    assert (await shop.plan(ana), one.plan, one.next_plan) == ("studio", "studio", "indie")
    assert await shop.free(ana) == 1500
    await shop.later(32)
    assert await shop.plan(ana) == "indie"
    assert await shop.free(ana) == 1800


async def test_the_end_of_a_plan_and_thinking_better_of_it(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    await shop.changes(ana, "cancel")
    assert (await shop.plan(ana), (await shop.subscription(ana)).next_plan) == ("indie", "")
    await shop.changes(ana, "resume")
    assert (await shop.subscription(ana)).next_plan == "indie"
    await shop.changes(ana, "cancel")
    await shop.later(20)
    assert await shop.plan(ana) == "indie"
    await shop.later(12)
    assert await shop.plan(ana) == "free"
    assert await shop.free(ana) == 300  # paid credits stay until they expire
    assert await shop.notices(ana) == ["money-plan-ended"]


async def test_a_renewal_that_fails_has_a_grace_and_a_friendly_word(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    shop.stripe.card = "declined"
    await shop.later(31.5)
    assert (await shop.subscription(ana)).state == "past_due"
    assert await shop.plan(ana) == "indie"
    assert await shop.notices(ana) == ["money-renewal-failed"]
    shop.stripe.card = "good"
    await shop.later(4)
    assert (await shop.subscription(ana)).state == "active"
    assert (await shop.plan(ana), (await shop.balance(ana)).posted_mc) == ("indie", 600_000)
    assert await shop.notices(ana) == ["money-renewal-failed"]


async def test_a_renewal_that_never_comes_ends_the_plan(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    shop.stripe.card = "declined"
    await shop.later(31.5)
    await shop.later(5)
    await shop.step("plan")
    assert await shop.plan(ana) == "indie"
    await shop.later(3)
    await shop.step("plan")
    assert await shop.plan(ana) == "free"  # the grace is over, whatever Stripe still tries
    await shop.later(9)
    assert (await shop.subscription(ana)).state == "canceled"
    assert await shop.plan(ana) == "free"
    assert await shop.notices(ana) == ["money-renewal-failed", "money-plan-ended"]


async def test_a_renewal_nobody_told_is_found_by_the_hourly_look(shop: Shop, clock: TestClock) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    await shop.office.begin()
    await clock.advance(32)
    shop.stripe.due.clear()
    shop.stripe.events = [event for event in shop.stripe.events if event["created"] < clock.at - 20 * 86_400]  # not even in the list of events
    await shop.step("reconcile")
    await shop.pump()
    assert (await shop.plan(ana), (await shop.balance(ana)).posted_mc) == ("indie", 600_000)


async def test_a_plan_ended_by_the_operator_ends_at_once(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "network")
    shop.stripe.cancels((await shop.subscription(ana)).outside_id)
    await shop.told()
    assert await shop.plan(ana) == "free"


async def test_accounts_that_were_linked_share_the_plan(shop: Shop) -> None:
    ana, other = await shop.buyer(), await shop.buyer("telegram")
    await shop.buys(ana, "studio")
    await Person.filter(id=ana.person.id).update(merged_into_id=other.person.id)
    async with transaction() as tx:
        tx.want("plan", other.person.id)
    await shop.pump()
    assert await shop.plan(other) == "studio"
    await shop.later(32)
    assert await shop.plan(other) == "studio"


async def test_the_portal_is_the_payers_own(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "indie")
    portal = await visit(shop, ana)
    assert portal.url.startswith("https://billing.stripe.com/")
    assert shop.stripe.of("billing_portal.session")[0]["customer"] == shop.stripe.of("customer")[0]["id"]


async def visit(shop: Shop, buyer: Buyer) -> Purchase:
    async with transaction() as tx:
        made = await purchases.visit(tx, key="portal", person=buyer.person, place=buyer.place, thread="", kind="portal")
    await shop.pump()
    await made.refresh_from_db()
    return made


def test_months_are_calendar_months() -> None:
    assert next_month(datetime(2027, 1, 31, 5, tzinfo=UTC)) == datetime(2027, 2, 28, 5, tzinfo=UTC)
    assert next_month(datetime(2026, 12, 15, tzinfo=UTC)) == datetime(2027, 1, 15, tzinfo=UTC)
    assert next_month(datetime(2026, 11, 30, tzinfo=UTC)) - datetime(2026, 11, 30, tzinfo=UTC) == timedelta(days=30)


def test_what_an_invoice_bought() -> None:
    indie, studio = Sold(ITEMS["indie"], 2000), Sold(ITEMS["studio"], 9000)
    assert bought_by([(2000, indie, False)], renewal=True) == ("indie", 300_000)
    assert bought_by([(-1000, indie, True), (4500, studio, True)], renewal=False) == ("studio", 600_000)
    assert bought_by([(-999, indie, True), (4499, studio, True)], renewal=False) == ("studio", 600_000)  # 749 - 149
    assert bought_by([(700, None, False)], renewal=True) is None
    assert bought_by([(-1000, indie, True)], renewal=False) is None
    assert bought_by([(1000, indie, True), (-4500, studio, True)], renewal=False) == ("indie", 0)


async def test_two_plans_that_run_at_once_are_said_once(shop: Shop, clock: TestClock) -> None:
    """Two pages were open; both were paid. The better counts, both bring their credits, and the person is told while it can be ended."""
    ana = await shop.buyer()
    pages = [await shop.page(ana, plan) for plan in ("indie", "studio")]
    for page in pages:
        shop.stripe.pays(page)
        await shop.told()
    assert (await shop.plan(ana), await shop.free(ana)) == ("studio", 1800)
    assert await shop.notices(ana) == ["money-two-plans"]
    await shop.later(32)
    assert await shop.notices(ana) == ["money-two-plans"]
