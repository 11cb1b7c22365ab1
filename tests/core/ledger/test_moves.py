"""What each money move does, answers and refuses, one example at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from core.errors import NotEnoughCredits
from core.ledger import ledger
from core.ledger.audit import audit
from core.ledger.ledger import PLAY_ONLY, REAL, Held, Reason, Refused, Source, person, place

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ANA, BEN, POOL = person(1), person(2), place(7)


@pytest.fixture(autouse=True)
async def _proved(sql: Any) -> Any:
    """After every example the whole ledger holds."""
    yield
    await sql.raw.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert (await audit(sql)).breaches == []


async def hold(sql: Any, hold_id: str, amount: int, render: int = 1, account: str = ANA, **more: Any) -> Held | Refused:
    return await ledger.hold(sql, hold_id, account, amount, render, actor=ANA, at=NOW, **more)


async def test_a_hold_spends_play_promo_subscription_then_bought_and_the_earliest_expiry_first(sql: Any) -> None:
    for key, source, days in (
        ("buy", Source.STRIPE, None), ("good", Source.GOODWILL, None), ("sub-late", Source.SUBSCRIPTION, 60), ("sub", Source.SUBSCRIPTION, 30),
        ("promo", Source.PROMO, 300), ("play", Source.PLAY, None),
    ):  # fmt: skip
        await ledger.grant(sql, key, ANA, 100, source, expires_at=NOW + days * DAY if days else None, at=NOW)
    await hold(sql, "h", 600)
    rows = await sql.execute_query_dict(
        "SELECT t.key FROM ledger.hold_lot x JOIN ledger.txn t ON (t.result ->> 'lot')::bigint = x.lot_id WHERE x.hold_id = 'h' ORDER BY x.n"
    )
    assert [row["key"] for row in rows] == ["play", "promo", "sub", "sub-late", "good", "buy"]


async def test_capture_is_kept_and_the_rest_returns_to_the_lots_it_came_from(sql: Any) -> None:
    await ledger.grant(sql, "promo", ANA, 3000, Source.PROMO, expires_at=NOW + DAY, at=NOW)
    await ledger.grant(sql, "buy", ANA, 60_000, Source.STRIPE, at=NOW)
    assert await hold(sql, "h", 10_000) == Held("h", 10_000)
    before = await ledger.balance(sql, ANA, at=NOW)
    assert (before.posted_mc, before.held_mc, before.free_mc) == (63_000, 10_000, 53_000)
    settled = await ledger.settle(sql, "h", 4_000, at=NOW)
    assert (settled.captured_mc, settled.released_mc, settled.duplicate) == (4_000, 6_000, False)
    after = await ledger.balance(sql, ANA, at=NOW)
    assert after.by_source == {Source.STRIPE: 59_000}
    assert (after.posted_mc, after.held_mc) == (59_000, 0)


async def test_what_returns_into_an_expired_lot_expires_at_the_next_run(sql: Any) -> None:
    await ledger.grant(sql, "sub", ANA, 1000, Source.SUBSCRIPTION, expires_at=NOW + DAY, at=NOW)
    await hold(sql, "h", 800)
    assert (await ledger.expire_due(sql, at=NOW + 2 * DAY)).amount_mc == 200
    assert (await ledger.expire_due(sql, at=NOW + 2 * DAY)).lots == 0
    await ledger.settle(sql, "h", 500, at=NOW + 3 * DAY)
    assert (await ledger.balance(sql, ANA, at=NOW + 3 * DAY)).free_mc == 0
    assert (await ledger.expire_due(sql, at=NOW + 3 * DAY)) == ledger.Expired(1, 300)
    assert (await ledger.balance(sql, ANA)).posted_mc == 0


async def test_expired_credits_are_not_spent_even_before_the_run(sql: Any) -> None:
    await ledger.grant(sql, "sub", ANA, 1000, Source.SUBSCRIPTION, expires_at=NOW, at=NOW - DAY)
    assert await hold(sql, "h", 1) == Refused(Reason.INSUFFICIENT, needed_mc=1, free_mc=0)


async def test_drawn_renders_take_only_play_credits_and_all_others_none(sql: Any) -> None:
    await ledger.grant(sql, "play", ANA, 1000, Source.PLAY, at=NOW)
    await ledger.grant(sql, "buy", ANA, 500, Source.STRIPE, at=NOW)
    assert await hold(sql, "h1", 1100, sources=PLAY_ONLY) == Refused(Reason.INSUFFICIENT, needed_mc=1100, free_mc=1000)
    assert await hold(sql, "h1", 600, sources=REAL) == Refused(Reason.INSUFFICIENT, needed_mc=600, free_mc=500)
    assert await hold(sql, "h1", 1000, 1, sources=PLAY_ONLY) == Held("h1", 1000)
    assert await hold(sql, "h2", 500, 2, sources=REAL) == Held("h2", 500)
    assert (await ledger.holds_of(sql, 2))[0].by_source == {Source.STRIPE: 500}


async def test_refusals_write_nothing_and_the_same_key_may_try_again(sql: Any) -> None:
    refused = await hold(sql, "h", 1000)
    assert isinstance(refused, Refused)
    error = refused.as_error()
    assert isinstance(error, NotEnoughCredits)
    assert error.args_for_text == {"have": 0, "need": 1}
    assert await sql.execute_query_dict("SELECT FROM ledger.account WHERE code = $1", [ANA]) == []
    await ledger.grant(sql, "g", ANA, 1000, Source.STRIPE, at=NOW)
    await ledger.freeze(sql, "f", ANA, actor="operator:1", why="a dispute")
    assert await hold(sql, "h", 1000) == Refused(Reason.FROZEN, needed_mc=1000)
    assert (await ledger.balance(sql, ANA)).frozen
    await ledger.thaw(sql, "t", ANA, actor="operator:1")
    assert await hold(sql, "h", 1000) == Held("h", 1000)


async def test_a_refund_takes_the_unheld_rest_and_the_remainder_is_debt(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 6000, Source.STRIPE, at=NOW)
    await hold(sql, "spent", 1000, 1)
    await ledger.settle(sql, "spent", 1000)
    await hold(sql, "open", 2000, 2)
    back = await ledger.claw_back(sql, "dispute", "pay")
    assert back == ledger.ClawedBack(taken_mc=3000, debt_mc=3000)
    assert await hold(sql, "h", 1, 3) == Refused(Reason.DEBT, needed_mc=1, debt_mc=3000)
    await ledger.settle(sql, "open", 500)
    assert (await ledger.balance(sql, ANA)).debt_mc == 3000
    assert await ledger.pay_debt(sql, "own", ANA, actor=ANA) == ledger.DebtPaid(1500, 1500)
    assert await ledger.grant(sql, "pay2", ANA, 2000, Source.STARS, at=NOW) == ledger.Granted(2000, 1500)
    assert (await ledger.balance(sql, ANA)).by_source == {Source.STARS: 500}
    assert await ledger.pay_debt(sql, "own2", ANA, actor=ANA) == Refused(Reason.NO_DEBT)


async def test_play_credits_pay_no_debt(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 1000, Source.STRIPE, at=NOW)
    await hold(sql, "h", 1000)
    await ledger.settle(sql, "h", 1000)
    await ledger.claw_back(sql, "c", "pay")
    assert await ledger.grant(sql, "play", ANA, 5000, Source.PLAY, at=NOW) == ledger.Granted(5000, 0)
    assert await ledger.pay_debt(sql, "own", ANA, actor=ANA) == Refused(Reason.INSUFFICIENT)
    assert (await ledger.balance(sql, ANA)).debt_mc == 1000


async def test_refunds_and_disputes_of_one_payment_never_take_more_than_it_brought(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 1000, Source.STRIPE, at=NOW)
    assert await ledger.claw_back(sql, "part", "pay", 400) == ledger.ClawedBack(400, 0)
    assert await ledger.claw_back(sql, "more", "pay", 5000) == ledger.ClawedBack(600, 0)
    assert await ledger.claw_back(sql, "again", "pay") == Refused(Reason.NOTHING_LEFT)
    assert await ledger.claw_back(sql, "part", "pay", 400) == ledger.ClawedBack(400, 0, duplicate=True)


async def test_what_expired_unused_is_owed_by_nobody_and_it_does_not_matter_what_came_first(sql: Any) -> None:
    for month, refund_first in (("early", True), ("late", False)):
        await ledger.grant(sql, month, ANA, 1000, Source.SUBSCRIPTION, expires_at=NOW + DAY, at=NOW)
        await hold(sql, f"film-{month}", 300, 1 + refund_first)
        await ledger.settle(sql, f"film-{month}", 300)
        moves = [lambda: ledger.claw_back(sql, f"some-{month}", month, 500), lambda: ledger.expire_due(sql, at=NOW + DAY)]  # noqa: B023
        for move in moves if refund_first else reversed(moves):
            await move()
        ana = await ledger.balance(sql, ANA)
        assert (ana.posted_mc, ana.debt_mc) == (0, 0)
    assert await ledger.claw_back(sql, "rest-late", "late") == ledger.ClawedBack(200, 300)  # what the film took is owed
    assert await ledger.claw_back(sql, "rest-early", "early") == ledger.ClawedBack(200, 300)
    assert (await ledger.balance(sql, ANA)).debt_mc == 600


async def test_a_clawed_back_gift_is_taken_where_it_is_and_the_buyer_owes_the_rest(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 1000, Source.STRIPE, at=NOW)
    await ledger.transfer(sql, "gift", ANA, BEN, 900, actor=ANA, at=NOW)
    await ledger.transfer(sql, "top-up", BEN, POOL, 500, actor=BEN, at=NOW)
    await hold(sql, "h", 300, account=POOL)
    assert await ledger.claw_back(sql, "dispute", "pay") == ledger.ClawedBack(700, 300)
    assert (await ledger.balance(sql, ANA)).debt_mc == 300
    assert (await ledger.balance(sql, BEN)).posted_mc == 0
    assert (await ledger.balance(sql, POOL)).posted_mc == 300


async def test_the_buyers_own_credits_go_before_the_ones_they_gave_away(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 1000, Source.STRIPE, at=NOW)
    await ledger.transfer(sql, "gift", ANA, BEN, 900, actor=ANA, at=NOW)
    await ledger.transfer(sql, "back", BEN, ANA, 500, actor=BEN, at=NOW)
    assert await ledger.claw_back(sql, "part", "pay", 300) == ledger.ClawedBack(300, 0)
    assert [(await ledger.balance(sql, account)).posted_mc for account in (ANA, BEN)] == [300, 400]


async def test_a_transfer_keeps_source_and_expiry_and_pays_the_receivers_debt(sql: Any) -> None:
    await ledger.grant(sql, "sub", ANA, 1000, Source.SUBSCRIPTION, expires_at=NOW + DAY, at=NOW)
    await ledger.grant(sql, "pay", BEN, 300, Source.STRIPE, at=NOW)
    await hold(sql, "h", 300, account=BEN)
    await ledger.settle(sql, "h", 300)
    await ledger.claw_back(sql, "c", "pay")
    assert await ledger.transfer(sql, "t", ANA, BEN, 800, actor=ANA, at=NOW) == ledger.Moved(800, 300)
    assert await ledger.transfer(sql, "t", ANA, BEN, 800, actor=ANA, at=NOW) == ledger.Moved(800, 300, duplicate=True)
    ben = await ledger.balance(sql, BEN, at=NOW)
    assert ben.expiring == [ledger.Expiring(NOW + DAY, 500, Source.SUBSCRIPTION)]
    assert ben.debt_mc == 0


async def test_trial_and_promo_credits_are_not_given_away(sql: Any) -> None:
    await ledger.grant(sql, "trial:1", ANA, 30_000, Source.PROMO, at=NOW)
    assert await ledger.transfer(sql, "t", ANA, BEN, 1000, actor=ANA, at=NOW) == Refused(Reason.INSUFFICIENT, needed_mc=1000, free_mc=0)
    assert isinstance(await ledger.transfer(sql, "t", ANA, BEN, 1000, actor="operator:1", sources=None, at=NOW), ledger.Moved)


async def test_transfers_are_refused_for_freeze_debt_and_oneself(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 1000, Source.STRIPE, at=NOW)
    assert await ledger.transfer(sql, "t", ANA, ANA, 10, actor=ANA) == Refused(Reason.SAME_WALLET, needed_mc=10)
    await ledger.freeze(sql, "f", ANA, actor="operator:1")
    assert await ledger.transfer(sql, "t", ANA, BEN, 10, actor=ANA) == Refused(Reason.FROZEN, needed_mc=10)
    await ledger.thaw(sql, "th", ANA, actor="operator:1")
    await hold(sql, "h", 100)
    await ledger.claw_back(sql, "c", "pay")
    assert await ledger.transfer(sql, "t", ANA, BEN, 10, actor=ANA) == Refused(Reason.DEBT, needed_mc=10, debt_mc=100)


async def test_linking_accounts_moves_lots_open_holds_debt_and_a_freeze(sql: Any) -> None:
    await ledger.grant(sql, "a", ANA, 1000, Source.STRIPE, at=NOW)
    await ledger.grant(sql, "b", BEN, 500, Source.PROMO, at=NOW)
    await hold(sql, "h", 300, 1)
    await hold(sql, "hb", 100, 1, account=BEN)
    await ledger.claw_back(sql, "c", "a", 800)
    await ledger.freeze(sql, "f", ANA, actor="operator:1")
    assert await ledger.merge(sql, "link", ANA, BEN, actor=BEN) == ledger.Merged(amount_mc=300, debt_mc=100)
    assert await ledger.merge(sql, "link", ANA, BEN, actor=BEN) == ledger.Merged(300, 100, duplicate=True)
    assert await ledger.merge(sql, "link2", BEN, ANA, actor=BEN) == Refused(Reason.SAME_WALLET)
    for account in (ANA, BEN):
        both = await ledger.balance(sql, account)
        assert (both.posted_mc, both.held_mc, both.debt_mc, both.frozen) == (800, 400, 100, True)
    assert await hold(sql, "h", 300, 1) == Held("h", 300, duplicate=True)
    assert (await ledger.settle(sql, "h", 200)).released_mc == 100
    assert await ledger.grant(sql, "late", ANA, 150, Source.STRIPE, at=NOW) == ledger.Granted(150, 100)
    assert await ledger.claw_back(sql, "c2", "a") == ledger.ClawedBack(100, 100)


async def test_a_pool_limits_a_member_by_the_holds_they_made(sql: Any) -> None:
    await ledger.grant(sql, "g", POOL, 10_000, Source.STRIPE, at=NOW)
    month = NOW - 10 * DAY
    limits: dict[str, Any] = {"account": POOL, "limit_mc": 2000, "since": month}
    assert await hold(sql, "h1", 1500, 1, **limits) == Held("h1", 1500)
    assert await hold(sql, "h2", 600, 2, **limits) == Refused(Reason.OVER_LIMIT, needed_mc=600, left_mc=500)
    await ledger.settle(sql, "h1", 1000)
    assert await ledger.spent(sql, POOL, ANA, month) == 1000
    assert await hold(sql, "h2", 600, 2, **limits) == Held("h2", 600)
    other = await ledger.hold(sql, "h3", POOL, 2000, 3, actor=BEN, limit_mc=2000, since=month, at=NOW)
    assert other == Held("h3", 2000)
    assert await ledger.spent(sql, POOL, ANA, NOW + DAY) == 0


async def test_goodwill_returns_what_was_captured_and_no_more(sql: Any) -> None:
    await ledger.grant(sql, "play", ANA, 300, Source.PLAY, at=NOW)
    await ledger.grant(sql, "g", ANA, 1000, Source.STRIPE, at=NOW)
    await hold(sql, "h", 1000)
    assert await ledger.refund_capture(sql, "r0", "h", 10, actor="operator:1") == Refused(Reason.OVER_CAPTURE, needed_mc=10)
    await ledger.settle(sql, "h", 900)
    assert await ledger.refund_capture(sql, "r1", "h", 400, actor="operator:1") == ledger.Moved(400, 0)
    assert await ledger.refund_capture(sql, "r2", "h", 501, actor="operator:1") == Refused(Reason.OVER_CAPTURE, needed_mc=501, left_mc=500)
    assert await ledger.refund_capture(sql, "r2", "h", 500, actor="operator:1") == ledger.Moved(500, 0)
    assert (await ledger.balance(sql, ANA)).by_source == {Source.PLAY: 300, Source.GOODWILL: 600, Source.STRIPE: 400}


async def test_the_same_key_answers_the_same_and_never_moves_money_twice(sql: Any) -> None:
    for duplicate in (False, True, True):
        assert await ledger.grant(sql, "g", ANA, 1000, Source.SUBSCRIPTION, expires_at=NOW + DAY, at=NOW) == ledger.Granted(1000, 0, duplicate)
    for duplicate in (False, True, True):
        assert await hold(sql, "h", 700) == Held("h", 700, duplicate)
    for duplicate in (False, True, True):
        assert await ledger.settle(sql, "h", 600) == ledger.Settled(600, 100, duplicate)
    assert await hold(sql, "h", 700) == Held("h", 700, duplicate=True)
    assert (await ledger.balance(sql, ANA, at=NOW)).free_mc == 400


async def test_a_key_with_other_arguments_is_a_bug_and_raises(sql: Any) -> None:
    await ledger.grant(sql, "g", ANA, 1000, Source.STRIPE, at=NOW)
    await hold(sql, "h", 700)
    await ledger.settle(sql, "h", 600)
    for attempt in (
        lambda: ledger.grant(sql, "g", ANA, 1001, Source.STRIPE),
        lambda: ledger.grant(sql, "g", BEN, 1000, Source.STRIPE),
        lambda: ledger.grant(sql, "g", ANA, 1000, Source.STARS),
        lambda: ledger.grant(sql, "g", ANA, 1000, Source.STRIPE, expires_at=NOW),
        lambda: ledger.transfer(sql, "g", ANA, BEN, 1, actor=ANA),
        lambda: hold(sql, "h", 701),
        lambda: hold(sql, "h", 700, render=9),
        lambda: hold(sql, "h", 700, account=BEN),
        lambda: ledger.settle(sql, "h", 599),
    ):
        with pytest.raises(asyncpg.UniqueViolationError):
            async with sql.raw.transaction():
                await attempt()


async def test_impossible_amounts_accounts_and_sources_raise(sql: Any) -> None:
    await ledger.grant(sql, "g", ANA, 1000, Source.STRIPE, at=NOW)
    await hold(sql, "h", 700)
    for attempt in (
        lambda: ledger.grant(sql, "x", ANA, 0, Source.STRIPE),
        lambda: ledger.grant(sql, "x", ANA, -5, Source.STRIPE),
        lambda: ledger.grant(sql, "", ANA, 5, Source.STRIPE),
        lambda: ledger.grant(sql, "x", "somebody", 5, Source.STRIPE),
        lambda: ledger.grant(sql, "x", "system:revenue", 5, Source.STRIPE),
        lambda: ledger.transfer(sql, "x", ANA, "system:revenue", 5, actor=ANA),
        lambda: hold(sql, "x", 0),
        lambda: hold(sql, "x", 5, account="system:stripe"),
        lambda: ledger.settle(sql, "h", 701),
        lambda: ledger.settle(sql, "h", -1),
        lambda: ledger.claw_back(sql, "x", "g", 0),
        lambda: ledger.merge(sql, "x", ANA, POOL, actor=ANA),
        lambda: sql.raw.fetch("SELECT ledger.grant_credits('x', 'person:1', 5, 'thin air')"),
    ):
        with pytest.raises((asyncpg.InvalidParameterValueError, asyncpg.CheckViolationError)):
            async with sql.raw.transaction():
                await attempt()


async def test_what_does_not_exist_raises_and_never_answers_ok(sql: Any) -> None:
    for attempt in (
        lambda: ledger.settle(sql, "nobody", 5),
        lambda: ledger.settle(sql, "nobody", 0),
        lambda: ledger.claw_back(sql, "c", "nobody"),
        lambda: ledger.refund_capture(sql, "r", "nobody", 5, actor="operator:1"),
    ):
        with pytest.raises(asyncpg.NoDataFoundError):
            async with sql.raw.transaction():
                await attempt()


async def test_one_hold_per_render_and_wallet_and_several_backers_per_render(sql: Any) -> None:
    for account in (ANA, BEN):
        await ledger.grant(sql, f"g:{account}", account, 1000, Source.STRIPE, at=NOW)
    assert isinstance(await hold(sql, "a", 100, 5), Held)
    assert isinstance(await hold(sql, "b", 100, 5, account=BEN), Held)
    with pytest.raises(asyncpg.UniqueViolationError):
        async with sql.raw.transaction():
            await hold(sql, "a2", 100, 5)
    assert [state.hold_id for state in await ledger.holds_of(sql, 5)] == ["a", "b"]


async def test_history_reads_newest_first_in_keys_of_sentences(sql: Any) -> None:
    await ledger.grant(sql, "pay", ANA, 2000, Source.STRIPE, at=NOW)
    await ledger.grant(sql, "sub", ANA, 100, Source.SUBSCRIPTION, expires_at=NOW + DAY, at=NOW)
    await hold(sql, "h", 900, 17)
    await ledger.settle(sql, "h", 800, at=NOW)
    await ledger.transfer(sql, "t", ANA, BEN, 50, actor=ANA, at=NOW)
    await ledger.refund_capture(sql, "r", "h", 10, actor="operator:1")
    await ledger.claw_back(sql, "c", "pay")
    lines = await ledger.history(sql, ANA)
    assert [(line.words, line.amount_mc, line.debt_mc, line.render_id) for line in lines] == [
        ("credits-clawed-back", -1250, 700, None), ("credits-goodwill", 10, 0, 17), ("credits-sent", -50, 0, None),
        ("credits-film", -800, 0, 17), ("credits-granted-subscription", 100, 0, None), ("credits-granted-stripe", 2000, 0, None),
    ]  # fmt: skip
    assert [line.words for line in await ledger.history(sql, BEN)] == ["credits-clawed-back", "credits-received"]
    assert len(await ledger.history(sql, ANA, 2)) == 2
    await ledger.merge(sql, "m", ANA, BEN, actor=BEN)
    assert len(await ledger.history(sql, BEN, 50)) == 5  # the gift stayed in the family


async def test_a_settled_hold_reads_as_a_receipt(sql: Any) -> None:
    await ledger.grant(sql, "promo", ANA, 300, Source.PROMO, at=NOW)
    await ledger.grant(sql, "pay", ANA, 2000, Source.STRIPE, at=NOW)
    await hold(sql, "h", 900, 17)
    (state,) = await ledger.holds_of(sql, 17)
    assert (state.captured_mc, state.released_mc) == (None, 0)
    await ledger.settle(sql, "h", 800, at=NOW)
    (state,) = await ledger.holds_of(sql, 17)
    assert (state.account, state.amount_mc, state.captured_mc, state.released_mc) == (ANA, 900, 800, 100)
    assert state.by_source == {Source.PROMO: 300, Source.STRIPE: 600}
