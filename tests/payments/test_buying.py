"""Buying a pack: from the press to the credits, whatever is repeated, lost or late on the way."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from core.errors import BadInput, Unavailable
from core.ledger.ledger import Source
from core.models import Customer, Payment, Place, Purchase
from payments import prices
from payments.stripe_api import asked
from tests.fakes.stripe import Trouble

if TYPE_CHECKING:
    from tests.fakes.stripe_clock import TestClock
    from tests.payments.conftest import Shop


async def test_a_pack_is_bought(shop: Shop) -> None:
    ana = await shop.buyer()
    session = shop.stripe.objects[await shop.page(ana)]
    assert session["success_url"].startswith("https://films.example/paid/")
    assert (session["mode"], session["amount_total"]) == ("payment", 500)
    assert await shop.free(ana) == 0
    shop.stripe.pays(session["id"])
    await shop.told()
    assert (await shop.balance(ana)).by_source == {Source.STRIPE: 60_000}
    payment = await Payment.get()
    assert (payment.gross, payment.tax, payment.fee, payment.credits_mc, payment.item) == (500, 0, 44, 60_000, "pack-60")
    purchase = await Purchase.get()
    assert (purchase.state, purchase.paid_at is not None) == ("paid", True)


async def test_every_call_that_changes_something_is_repeatable(shop: Shop) -> None:
    await shop.page(await shop.buyer())
    assert all(call.idempotency_key for call in shop.stripe.calls if call.method == "POST")


async def test_the_catalogue_is_synced_once(shop: Shop) -> None:
    assert shop.office.client
    made = len([call for call in shop.stripe.calls if call.method == "POST"])
    again = await prices.sync(shop.office.client)
    assert all(" is there" in line for line in again)
    assert len([call for call in shop.stripe.calls if call.method == "POST"]) == made
    assert len(shop.stripe.of("price")) == len(shop.stripe.of("product")) == 7


async def test_fifty_presses_are_one_page(shop: Shop) -> None:
    ana = await shop.buyer()
    both = await asyncio.gather(*(shop.asks(ana, key="press") for _ in range(50)))
    assert len({one.id for one in both}) == 1
    await shop.pump()
    assert len(shop.stripe.of("checkout.session")) == 1
    assert await shop.asks(ana, key="press") == both[0]
    shop.stripe.pays(shop.stripe.of("checkout.session")[0]["id"])
    await shop.told()
    assert (await shop.asks(ana, key="press")).id != both[0].id  # paid: the same press buys again
    assert await shop.free(ana) == 60


@pytest.mark.parametrize("trouble", [Trouble(500), Trouble(429), Trouble(drop=True), Trouble(drop=True, after=True), Trouble(500, after=True)])
async def test_a_call_that_fails_or_whose_answer_is_lost_is_asked_again(shop: Shop, trouble: Trouble, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stripe._http_client.HTTPClient.INITIAL_DELAY", 0.01)
    ana = await shop.buyer()
    shop.stripe.trouble.extend([None, trouble, None, trouble])
    session = await shop.page(ana)
    assert [len(shop.stripe.of(kind)) for kind in ("customer", "checkout.session")] == [1, 1]
    shop.stripe.pays(session)
    await shop.told()
    assert await shop.free(ana) == 60


async def test_a_customer_is_one_for_ever(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana)
    await shop.buys(ana, "pack-600")
    assert len(shop.stripe.of("customer")) == await Customer.all().count() == 1
    assert await shop.free(ana) == 660


async def test_webhooks_repeated_shuffled_and_late_change_nothing(shop: Shop) -> None:
    ana, ben = await shop.buyer(), await shop.buyer(name="Ben")
    for buyer in (ana, ben):
        shop.stripe.pays(await shop.page(buyer))
    events = list(shop.stripe.due)
    for seed in range(4):
        shop.stripe.due = [*events, *events]
        random.Random(seed).shuffle(shop.stripe.due)
        await shop.told()
        assert (await shop.free(ana), await shop.free(ben)) == (60, 60)
    assert await Payment.all().count() == 2


async def test_the_money_is_booked_without_any_webhook(shop: Shop, clock: object) -> None:
    ana = await shop.buyer()
    shop.stripe.pays(await shop.page(ana))
    shop.stripe.due.clear()
    await shop.office.begin()
    await shop.step("reconcile")
    await shop.pump()
    assert await shop.free(ana) == 60
    calls = len(shop.stripe.calls)
    await shop.step("reconcile")
    await shop.pump()
    assert await shop.free(ana) == 60
    assert len(shop.stripe.calls) == calls + 2  # two questions for events, and nothing new


async def test_what_is_paid_later_arrives_later(shop: Shop) -> None:
    ana = await shop.buyer()
    session = await shop.page(ana)
    shop.stripe.pays(session, later=True)
    await shop.told()
    assert await shop.free(ana) == 0
    shop.stripe.arrives(session)
    await shop.told()
    assert await shop.free(ana) == 60


async def test_a_page_that_runs_out_says_so_and_can_be_asked_for_again(shop: Shop, clock: TestClock) -> None:
    ana = await shop.buyer()
    first = await shop.asks(ana, key="press")
    await shop.pump()
    await shop.later(1)
    await first.refresh_from_db()
    assert first.state == "expired"
    second = await shop.asks(ana, key="press")
    assert second.id != first.id


async def test_tax_and_promotion_codes_of_the_page(shop: Shop) -> None:
    shop.stripe.tax_percent = 20
    shop.stripe.promotion("HALF", 50)
    shop.stripe.promotion("FREE", 100)
    ana = await shop.buyer()
    shop.stripe.pays(await shop.page(ana, "pack-600"), code="HALF")
    await shop.told()
    half = await Payment.get()
    assert (half.gross, half.tax, half.credits_mc) == (2700, 450, 600_000)
    shop.stripe.pays(await shop.page(ana), code="FREE")
    await shop.told()
    free = await Payment.all().order_by("-id").first()
    assert free
    assert (free.gross, free.fee) == (0, 0)
    assert await shop.free(ana) == 660


async def test_a_pool_is_filled_and_its_buyer_stays_known(shop: Shop) -> None:
    ana = await shop.buyer()
    server = await Place.create(platform="discord", outside_id="server", kind="server")
    payment = await shop.buys(ana, pool=server.id)
    assert (await shop.free(f"place:{server.id}"), await shop.free(ana)) == (60, 0)
    shop.stripe.refunds(payment.outside_id)
    await shop.told()
    assert (await shop.free(f"place:{server.id}"), (await shop.balance(ana)).debt_mc) == (0, 0)


async def test_sessions_of_somebody_else_are_left_alone(shop: Shop) -> None:
    ana = await shop.buyer()
    session = shop.stripe.objects[await shop.page(ana)]
    stranger = {**session, "id": "cs_test_stranger", "metadata": {}}
    shop.stripe.objects["cs_test_stranger"] = stranger
    shop.stripe.pays("cs_test_stranger")
    await shop.told()
    assert not await Payment.exists()


async def test_a_page_of_another_that_names_our_purchase_brings_its_credits_to_who_asked(shop: Shop) -> None:
    """Whoever pays: the credits are for who pressed, once for each time that money came."""
    ana, ben = await shop.buyer(), await shop.buyer(name="Ben")
    mine, theirs = await shop.page(ana), shop.stripe.objects[await shop.page(ben)]
    theirs["metadata"] = shop.stripe.objects[mine]["metadata"]  # somebody with the account's keys made it up
    shop.stripe.pays(theirs["id"])
    await shop.told()
    assert (await shop.free(ana), await shop.free(ben)) == (0, 60)  # a page is known by its id before anything it says
    for stranger in ("", "x", "-1", "9" * 30, str(10**15)):
        copied = {**shop.stripe.objects[mine], "id": "cs_test_copy", "metadata": {"sysrai_purchase": stranger}}
        shop.stripe.objects["cs_test_copy"] = {**copied, "status": "complete", "payment_status": "paid"}
        shop.stripe.happened("checkout.session.completed", copied)
        await shop.told()
    assert await Payment.all().count() == 1


@pytest.mark.parametrize("change", [{"amount": 499}, {"currency": "eur"}, {"credits_mc": 61_000}, {"item": "pack-60000"}])
async def test_a_price_that_changed_in_between_is_not_asked_for(shop: Shop, change: dict[str, object]) -> None:
    ana = await shop.buyer()
    purchase = await shop.asks(ana)
    await Purchase.filter(id=purchase.id).update(**change)
    await shop.pump()
    await purchase.refresh_from_db()
    assert (purchase.state, purchase.error) == ("failed", {"key": "error-payment-refused"})
    assert not shop.stripe.of("checkout.session")


async def test_a_page_asks_for_dollars_only(shop: Shop) -> None:
    await shop.page(await shop.buyer())
    (call,) = [call for call in shop.stripe.calls if call.path == "/v1/checkout/sessions"]
    assert call.params["adaptive_pricing"] == {"enabled": "false"}


async def test_what_is_not_sold_there_is_not_sold(shop: Shop) -> None:
    telegram = await shop.buyer("telegram")
    with pytest.raises(BadInput):
        await shop.asks(telegram)


async def test_nobody_asks_for_pages_without_end(shop: Shop) -> None:
    ana = await shop.buyer()
    for _ in range(20):
        await shop.asks(ana)
    with pytest.raises(BadInput):
        await shop.asks(ana)


async def test_a_page_nobody_waits_for_any_more_is_not_made(shop: Shop) -> None:
    ana = await shop.buyer()
    purchase = await shop.asks(ana)
    await Purchase.filter(id=purchase.id).update(created_at=purchase.created_at - timedelta(hours=1))
    await shop.pump()
    await purchase.refresh_from_db()
    assert purchase.state == "failed"
    assert not shop.stripe.of("checkout.session")


async def test_a_stripe_that_is_away_is_waited_for(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stripe._http_client.HTTPClient.INITIAL_DELAY", 0.01)
    ana = await shop.buyer()
    await shop.asks(ana)
    shop.stripe.trouble.extend([Trouble(503)] * 6)
    await shop.step()
    assert not shop.stripe.of("checkout.session")
    await shop.pump()
    assert len(shop.stripe.of("checkout.session")) == 1


async def test_the_fake_is_strict(shop: Shop) -> None:
    assert shop.office.client
    with pytest.raises(Exception, match="unknown parameter"):
        await asked(shop.office.client.v1.customers.create_async({"nickname": "Ana"}, {"idempotency_key": "a"}))  # type: ignore[typeddict-unknown-key]
    await asked(shop.office.client.v1.customers.create_async({"name": "Ana"}, {"idempotency_key": "b"}))
    with pytest.raises(Exception, match="same parameters"):
        await asked(shop.office.client.v1.customers.create_async({"name": "Ben"}, {"idempotency_key": "b"}))
    with pytest.raises(Exception, match="Unrecognized"):
        await asked(shop.office.client.v1.balance.retrieve_async())
    shop.stripe.key = "rk_test_other"
    with pytest.raises(Unavailable, match="does not know the key"):
        await asked(shop.office.client.v1.customers.retrieve_async("cus_1"))
    assert len(shop.stripe.complaints) == 4
    shop.stripe.complaints.clear()
