"""Many connections at once: money is never spent twice, and nobody waits for somebody who waits for them."""

from __future__ import annotations

import asyncio
import random

import asyncpg
import pytest

from core.ledger import ledger
from core.ledger.audit import audit
from core.ledger.ledger import Held, Reason, Refused, Source, person, place
from tests.core.ledger.connection import Connection

ANA, BEN, POOL = person(1), person(2), place(7)


@pytest.fixture
async def sql(pool: asyncpg.Pool) -> Connection:
    """The pool itself: every call takes a connection and commits."""
    return Connection(pool)


async def test_of_fifty_holds_at_once_exactly_as_many_succeed_as_the_money_allows(sql: Connection) -> None:
    await ledger.grant(sql, "promo", ANA, 7_300, Source.PROMO)
    await ledger.grant(sql, "buy", ANA, 10_200, Source.STRIPE)
    answers = await asyncio.gather(*(ledger.hold(sql, f"h{n}", ANA, 1000, n, actor=ANA) for n in range(50)))
    assert sum(isinstance(answer, Held) for answer in answers) == 17
    assert {answer.reason for answer in answers if isinstance(answer, Refused)} == {Reason.INSUFFICIENT}
    assert (await ledger.balance(sql, ANA)).free_mc == 500
    assert (await audit(sql)).breaches == []


async def test_a_members_limit_holds_against_many_presses_at_once(sql: Connection) -> None:
    await ledger.grant(sql, "g", POOL, 100_000, Source.STRIPE)
    answers = await asyncio.gather(*(ledger.hold(sql, f"h{n}", POOL, 1000, n, actor=ANA, limit_mc=5500) for n in range(30)))
    assert sum(isinstance(answer, Held) for answer in answers) == 5


async def test_the_same_key_at_once_moves_money_once(sql: Connection) -> None:
    grants = await asyncio.gather(*(ledger.grant(sql, "stars:1", ANA, 1000, Source.STARS) for _ in range(20)))
    assert sorted(answer.duplicate for answer in grants) == [False] + [True] * 19
    holds = await asyncio.gather(*(ledger.hold(sql, "h", ANA, 900, 1, actor=ANA) for _ in range(20)))
    assert sorted(isinstance(answer, Held) and answer.duplicate for answer in holds) == [False] + [True] * 19
    settled = await asyncio.gather(*(ledger.settle(sql, "h", 800) for _ in range(20)))
    assert sorted(answer.duplicate for answer in settled) == [False] + [True] * 19
    assert (await ledger.balance(sql, ANA)).posted_mc == 200
    assert (await audit(sql)).breaches == []


async def test_two_captures_of_one_hold_cannot_both_win(sql: Connection) -> None:
    await ledger.grant(sql, "g", ANA, 1000, Source.STRIPE)
    await ledger.hold(sql, "h", ANA, 900, 1, actor=ANA)
    answers = await asyncio.gather(*(ledger.settle(sql, "h", 100 * n) for n in range(1, 9)), return_exceptions=True)
    assert sum(isinstance(answer, asyncpg.UniqueViolationError) for answer in answers) == 7
    assert (await audit(sql)).breaches == []


async def test_transfers_both_ways_do_not_lock_each_other_up(sql: Connection) -> None:
    for account in (ANA, BEN):
        await ledger.grant(sql, f"g:{account}", account, 50_000, Source.STRIPE)
    pairs = [(ANA, BEN), (BEN, ANA)] * 30
    answers = await asyncio.gather(*(ledger.transfer(sql, f"t{n}", one, two, 1000, actor=one) for n, (one, two) in enumerate(pairs)))
    assert all(isinstance(answer, ledger.Moved) for answer in answers)
    assert [(await ledger.balance(sql, account)).posted_mc for account in (ANA, BEN)] == [50_000, 50_000]
    assert (await audit(sql)).breaches == []


async def test_settling_while_the_wallet_is_merged_away_pays_from_where_the_money_is(sql: Connection) -> None:
    for n in range(6):
        one, two = person(10 + 2 * n), person(11 + 2 * n)
        if n % 2:
            one, two = two, one
        await ledger.grant(sql, f"g{n}", one, 1000, Source.STRIPE)
        await ledger.hold(sql, f"h{n}", one, 900, n, actor=one)
        merged, settled, late, back = await asyncio.gather(
            ledger.merge(sql, f"m{n}", one, two, actor=two),
            ledger.settle(sql, f"h{n}", 400),
            ledger.grant(sql, f"late{n}", one, 50, Source.STRIPE),
            ledger.transfer(sql, f"t{n}", two, one, 10, actor=two),
        )
        assert isinstance(merged, ledger.Merged)
        assert settled.captured_mc == 400
        assert late.amount_mc == 50
        assert isinstance(back, Refused | ledger.Moved)
        assert (await ledger.balance(sql, one)).posted_mc == 650
    assert (await audit(sql)).breaches == []


async def test_everything_at_once_keeps_every_rule(sql: Connection) -> None:
    dice = random.Random(7)
    wallets = [person(1), person(2), person(3), place(1)]
    for n, account in enumerate(wallets * 3):
        await ledger.grant(sql, f"g{n}", account, 20_000, Source.STRIPE if n % 2 else Source.SUBSCRIPTION)
    made = [f"h{n}" for n in range(40)]
    await asyncio.gather(*(ledger.hold(sql, hold, dice.choice(wallets), 1000, n, actor=ANA) for n, hold in enumerate(made)))
    moves = [ledger.settle(sql, hold, dice.randrange(1001)) for hold in made]
    moves += [ledger.claw_back(sql, f"c{n}", f"g{n}", 5000) for n in range(6)]
    moves += [ledger.transfer(sql, f"t{n}", *dice.sample(wallets, 2), 700, actor=ANA) for n in range(40)]
    moves += [ledger.hold(sql, f"i{n}", dice.choice(wallets), 1000, 100 + n, actor=ANA) for n in range(40)]
    moves += [ledger.pay_debt(sql, f"p{n}", account, actor=ANA) for n, account in enumerate(wallets)]
    moves += [ledger.expire_due(sql) for _ in range(4)]
    dice.shuffle(moves)
    await asyncio.gather(*moves)
    assert (await audit(sql)).breaches == []
