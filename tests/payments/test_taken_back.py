"""Money that goes back: refunds by us and in the Dashboard, disputes, fraud warnings. Credits follow, exactly, both ways."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

import pytest

from core.errors import BadInput
from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Payment, Refund
from payments import refunds
from tests.fakes.stripe import Trouble
from tests.payments.conftest import SECRET

if TYPE_CHECKING:
    from tests.payments.conftest import Shop


async def test_an_operator_gives_money_back(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    async with transaction() as tx:
        await refunds.ask(tx, payment.id, amount=200, by="operator", why="a kindness")
    await shop.pump()
    await shop.told()
    assert await shop.free(ana) == 36
    async with transaction() as tx:
        await refunds.ask(tx, payment.id, amount=None, by="operator", why="all of it")
    await shop.pump()
    await shop.told()
    assert await shop.free(ana) == 0
    assert [one.state for one in await Refund.all()] == ["done", "done"]
    assert (await Payment.get()).refunded == 500
    with pytest.raises(BadInput, match="0 usd are left"):
        async with transaction() as tx:
            await refunds.ask(tx, payment.id, amount=None, by="operator", why="again")
    assert await shop.notices(ana) == ["money-taken-back", "money-taken-back"]


async def test_a_refund_whose_answer_is_lost_is_given_once(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stripe._http_client.HTTPClient.INITIAL_DELAY", 0.01)
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    async with transaction() as tx:
        await refunds.ask(tx, payment.id, amount=100, by="operator", why="")
    shop.stripe.trouble.extend([Trouble(drop=True, after=True), Trouble(500), Trouble(drop=True)])
    await shop.pump()
    await shop.told()
    assert len(shop.stripe.of("refund")) == 1
    assert await shop.free(ana) == 48


async def test_two_refunds_at_once_never_give_more_than_was_paid(shop: Shop) -> None:
    payment = await shop.buys(await shop.buyer())
    async with transaction() as tx:
        await refunds.ask(tx, payment.id, amount=400, by="operator", why="")
    with pytest.raises(BadInput):
        async with transaction() as tx:
            await refunds.ask(tx, payment.id, amount=200, by="operator", why="")


async def test_ten_operators_at_once_give_back_once_and_no_amount_is_strange(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)

    async def ask(amount: int | None) -> bool:
        try:
            async with transaction() as tx:
                await refunds.ask(tx, payment.id, amount=amount, by="operator", why="")
        except BadInput:
            return False
        return True

    assert not any([await ask(amount) for amount in (0, -1, -500, 501, 2**62)])
    assert sum(await asyncio.gather(*(ask(None) for _ in range(10)))) == 1
    await shop.pump()
    await shop.told()
    assert (len(shop.stripe.of("refund")), (await Payment.get()).refunded, await shop.free(ana)) == (1, 500, 0)


async def test_a_refund_in_the_dashboard_takes_its_share_and_a_failed_one_returns_it(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    refund = shop.stripe.refunds(payment.outside_id, 250)
    await shop.told()
    assert await shop.free(ana) == 30
    shop.stripe.refund_fails(refund["id"])
    await shop.told()
    assert await shop.free(ana) == 60
    shop.stripe.refunds(payment.outside_id, 500)
    await shop.told()
    assert ((await shop.balance(ana)).posted_mc, (await shop.balance(ana)).debt_mc) == (0, 0)


async def test_spent_credits_become_debt_and_the_next_payment_pays_it(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    async with transaction() as tx:
        await ledger.hold(tx.sql, "hold", ana.wallet, 50_000, 1, actor=ana.wallet)
    shop.stripe.refunds(payment.outside_id)
    await shop.told()
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.held_mc, balance.debt_mc) == (0, 50_000, 50_000)
    async with transaction() as tx:
        assert isinstance(await ledger.hold(tx.sql, "more", ana.wallet, 1000, 2, actor=ana.wallet), ledger.Refused)
        await ledger.settle(tx.sql, "hold", 0)
    await shop.buys(ana)
    assert await shop.free(ana) == 60


async def test_a_dispute_takes_freezes_and_when_it_is_won_gives_back_and_thaws(shop: Shop) -> None:
    ana = await shop.buyer()
    await shop.buys(ana, "pack-600")
    payment = await shop.buys(ana)
    dispute = shop.stripe.disputes(payment.outside_id)
    await shop.told()
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.frozen) == (600_000, True)
    shop.stripe.dispute_ends(dispute["id"], "won")
    await shop.told()
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.frozen, balance.debt_mc) == (660_000, False, 0)
    assert await shop.notices(ana) == ["money-taken-back", "money-returned"]


async def test_a_lost_dispute_leaves_what_was_spent_as_debt(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    async with transaction() as tx:
        await ledger.hold(tx.sql, "hold", ana.wallet, 60_000, 1, actor=ana.wallet)
        await ledger.settle(tx.sql, "hold", 60_000)
        await tx.sql.execute_query_dict("SELECT 1")
    dispute = shop.stripe.disputes(payment.outside_id)
    shop.stripe.dispute_ends(dispute["id"], "lost")
    due, shop.stripe.due = shop.stripe.due, []
    random.Random(3).shuffle(due)
    for event in due:
        await shop.inbox.take(shop.stripe.body(event), shop.stripe.headers(event, "whsec_test_1234567890")["Stripe-Signature"])
    await shop.pump()
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.debt_mc, balance.frozen) == (0, 60_000, False)


async def test_two_disputes_thaw_only_when_both_are_won(shop: Shop) -> None:
    ana = await shop.buyer()
    first, second = await shop.buys(ana), await shop.buys(ana)
    one, two = (shop.stripe.disputes(payment.outside_id) for payment in (first, second))
    await shop.told()
    shop.stripe.dispute_ends(one["id"], "won")
    await shop.told()
    assert ((await shop.balance(ana)).frozen, await shop.free(ana)) == (True, 60)
    shop.stripe.dispute_ends(two["id"], "won")
    await shop.told()
    assert ((await shop.balance(ana)).frozen, await shop.free(ana)) == (False, 120)


async def test_an_inquiry_takes_nothing_yet(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    dispute = shop.stripe.disputes(payment.outside_id, "warning_needs_response")
    await shop.told()
    assert ((await shop.balance(ana)).frozen, await shop.free(ana)) == (False, 60)
    dispute["status"] = "needs_response"
    shop.stripe.happened("charge.dispute.updated", dispute)
    await shop.told()
    assert ((await shop.balance(ana)).frozen, await shop.free(ana)) == (True, 0)


async def test_a_fraud_warning_stops_spending_until_somebody_looked(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    shop.stripe.warns(payment.outside_id)
    await shop.told()
    assert ((await shop.balance(ana)).frozen, await shop.free(ana)) == (True, 60)
    async with transaction() as tx:
        await refunds.ask(tx, payment.id, amount=None, by="operator", why="fraud")
    await shop.pump()
    await shop.told()
    assert ((await shop.balance(ana)).frozen, await shop.free(ana)) == (True, 0)


async def test_what_went_back_before_the_payment_was_booked_goes_back_after(shop: Shop) -> None:
    ana = await shop.buyer()
    session = shop.stripe.pays(await shop.page(ana))
    shop.stripe.refunds(session["payment_intent"], 250)
    shop.stripe.due.reverse()
    await shop.told()
    assert await shop.free(ana) == 30


async def test_a_refund_of_a_month_takes_its_credits(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana, "indie")
    shop.stripe.refunds(payment.outside_id, 1000)
    await shop.told()
    assert await shop.free(ana) == 150


async def test_what_was_spent_is_paid_by_other_credits(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    async with transaction() as tx:
        await ledger.hold(tx.sql, "film", ana.wallet, 60_000, 1, actor=ana.wallet)
    await shop.buys(ana, "pack-600")
    shop.stripe.refunds(payment.outside_id)  # while its credits are set aside
    await shop.told()
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.held_mc, balance.debt_mc) == (540_000, 60_000, 0)
    async with transaction() as tx:
        assert isinstance(await ledger.hold(tx.sql, "more", ana.wallet, 1000, 2, actor=ana.wallet), ledger.Held)
        assert [one.words for one in await ledger.history(tx.sql, ana.wallet, 2)] == ["credits-debt-paid", "credits-clawed-back"]


@pytest.mark.parametrize("told_first", [True, False])
async def test_a_chargeback_while_a_film_is_made_comes_to_the_same_whenever_it_is_heard(shop: Shop, told_first: bool) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(ana)
    async with transaction() as tx:
        await ledger.hold(tx.sql, "film", ana.wallet, 40_000, 1, actor=ana.wallet)
    dispute = shop.stripe.disputes(payment.outside_id)
    if told_first:
        await shop.told()
        assert ((await shop.balance(ana)).free_mc, (await shop.balance(ana)).debt_mc) == (0, 40_000)
    async with transaction() as tx:
        await ledger.settle(tx.sql, "film", 30_000)
        await ledger.pay_debt(tx.sql, "owed:film", ana.wallet, actor="system")
    await _told_without_renders(shop)
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.debt_mc, balance.frozen) == (0, 30_000, True)
    shop.stripe.dispute_ends(dispute["id"], "won")
    await _told_without_renders(shop)
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.debt_mc, balance.frozen) == (30_000, 0, False)


async def _told_without_renders(shop: Shop) -> None:
    """All is told and booked; these films are no renders, so that the audit of renders is left out."""
    due, shop.stripe.due = shop.stripe.due, []
    for event in due:
        await shop.inbox.take(shop.stripe.body(event), shop.stripe.headers(event, SECRET)["Stripe-Signature"])
    await shop.pump()
    async with transaction() as tx:
        assert (await audit.audit(tx.sql)).ok
