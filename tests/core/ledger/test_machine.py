"""Moves in any order against the model: same answers, same balances, and every invariant after every step."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule, run_state_machine_as_test

from core.ledger import ledger
from core.ledger.audit import audit
from core.ledger.ledger import PLAY_ONLY, REAL, Refused, Source
from tests.core.ledger.connection import Connection
from tests.core.ledger.model import Model

PEOPLE = [ledger.person(n) for n in (1, 2, 3)]
WALLETS = [*PEOPLE, ledger.place(1)]
AMOUNTS = st.sampled_from([1, 250, 500, 999, 1000, 1750, 5000])
SOURCES = st.sampled_from([None, PLAY_ONLY, REAL])
DAYS = st.sampled_from([None, None, 2, 9])
SHARES = st.sampled_from([0.1, 0.5, 0.9, 1, 1, 1.2])
"""How much of what is there a move asks for."""


def names(sources: tuple[Source, ...] | None) -> list[str] | None:
    return None if sources is None else [source.value for source in sources]


def told(answer: Any) -> tuple[object, ...]:
    """An answer of the ledger as the model gives it."""
    if isinstance(answer, Refused):
        figure = {"insufficient": answer.free_mc, "debt": answer.debt_mc, "over_limit": answer.left_mc, "over_capture": answer.left_mc}
        return ("refused", answer.reason.value, *([figure[answer.reason.value]] if answer.reason.value in figure else []))
    figures = [getattr(answer, name) for name in answer.__slots__ if name not in ("duplicate", "hold_id")]
    return ("ok", *figures)


class LedgerMachine(RuleBasedStateMachine):
    """One example is one transaction that is rolled back; each move is a savepoint in it."""

    grants: Bundle[str] = Bundle("grants")
    open_holds: Bundle[str] = Bundle("open_holds")
    settled: Bundle[str] = Bundle("settled")

    def __init__(self, url: str) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.raw = self.loop.run_until_complete(asyncpg.connect(url))
        self.sql = Connection(self.raw)
        self.model = Model()
        self.now = datetime(2026, 1, 1, tzinfo=UTC)
        self.n = 0
        self.repeat: list[tuple[Any, Any]] = []

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    def key(self) -> str:
        self.n += 1
        return f"k{self.n}"

    def move(self, make: Any, expected: tuple[object, ...]) -> None:
        """Make a move; keep it, if it happened, to be asked again later."""

        async def once() -> Any:
            async with self.raw.transaction():
                answer = await make()
                await self.raw.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
                return answer

        answer = self.run(once())
        assert told(answer) == expected
        if expected[0] == "ok" and hasattr(answer, "duplicate"):
            assert not answer.duplicate
            self.repeat.append((make, expected))

    async def raises(self, kind: type[Exception], work: Coroutine[Any, Any, Any]) -> None:
        with pytest.raises(kind):
            async with self.raw.transaction():
                await work

    @initialize(target=grants, source=st.sampled_from(list(Source)[1:]))
    def begin(self, source: Source) -> Any:
        self.outer = self.raw.transaction()
        self.run(self.outer.start())
        return multiple(*(self.grant(wallet, 4000, source, None) for wallet in WALLETS))

    def teardown(self) -> None:
        self.run(self.outer.rollback())
        self.run(self.raw.close())
        self.loop.close()

    @rule(target=grants, wallet=st.sampled_from(WALLETS), amount=AMOUNTS, source=st.sampled_from(list(Source)), days=DAYS)
    def grant(self, wallet: str, amount: int, source: Source, days: int | None) -> str:
        key, expires = self.key(), None if days is None else self.now + timedelta(days=days)
        expected = self.model.grant(key, wallet, amount, source.value, expires)
        self.move(lambda: ledger.grant(self.sql, key, wallet, amount, source, expires_at=expires, at=self.now), expected)
        return key

    def some(self, share: float, of: int) -> int:
        return max(1, round(share * of))

    @rule(target=open_holds, wallet=st.sampled_from(WALLETS), share=SHARES, actor=st.sampled_from(PEOPLE[:2]), sources=SOURCES,
          slack=st.sampled_from([None, None, -1, 0, 1]))  # fmt: skip
    def hold(self, wallet: str, share: float, actor: str, sources: Any, slack: int | None) -> Any:
        key, render = self.key(), self.n
        amount = self.some(share, self.model.free(self.model.real(wallet), self.now, names(sources)))
        limit = None if slack is None else self.model.spent(wallet, actor) + amount + slack
        expected = self.model.hold(key, wallet, amount, actor, self.now, names(sources), limit)
        make = lambda: ledger.hold(self.sql, key, wallet, amount, render, actor=actor, sources=sources, limit_mc=limit, at=self.now)  # noqa: E731
        self.move(make, expected)
        return key if expected[0] == "ok" else multiple()

    @rule(target=settled, hold=consumes(open_holds), share=st.sampled_from([0, 0.3, 0.9, 1, 1]))
    def settle(self, hold: str, share: float) -> str:
        self.run(self.raises(asyncpg.InvalidParameterValueError, ledger.settle(self.sql, hold, self.model.holds[hold].amount + 1)))
        capture = int(self.model.holds[hold].amount * share)
        expected = self.model.settle(hold, capture)
        self.move(lambda: ledger.settle(self.sql, hold, capture, at=self.now), expected)
        self.run(self.raises(asyncpg.UniqueViolationError, ledger.settle(self.sql, hold, 0 if capture else 1)))
        self.run(self.raises(asyncpg.NoDataFoundError, ledger.settle(self.sql, hold + "'s brother", capture)))
        return hold

    @rule(days=st.sampled_from([0, 1, 1, 2]))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule()
    def expire(self) -> None:
        expected = self.model.expire(self.now)
        self.move(lambda: ledger.expire_due(self.sql, at=self.now), expected)

    @rule(one=st.sampled_from(WALLETS), two=st.sampled_from(WALLETS), share=SHARES, sources=SOURCES)
    def transfer(self, one: str, two: str, share: float, sources: Any) -> None:
        key, amount = self.key(), self.some(share, self.model.free(self.model.real(one), self.now, names(sources)))
        expected = self.model.transfer(one, two, amount, self.now, names(sources))
        self.move(lambda: ledger.transfer(self.sql, key, one, two, amount, actor=one, sources=sources, at=self.now), expected)

    @rule(one=st.sampled_from(PEOPLE), two=st.sampled_from(PEOPLE), rarely=st.integers(0, 5))
    def merge(self, one: str, two: str, rarely: int) -> None:
        if rarely == 0:
            key = self.key()
            expected = self.model.merge(one, two)
            self.move(lambda: ledger.merge(self.sql, key, one, two, actor=two, at=self.now), expected)

    @rule(grant=grants, amount=st.none() | st.none() | AMOUNTS)
    def claw_back(self, grant: str, amount: int | None) -> None:
        key = self.key()
        expected = self.model.claw_back(grant, amount)
        self.move(lambda: ledger.claw_back(self.sql, key, grant, amount, at=self.now), expected)

    @rule(wallet=st.sampled_from(WALLETS))
    def pay_debt(self, wallet: str) -> None:
        key = self.key()
        expected = self.model.pay_debt(wallet, self.now)
        self.move(lambda: ledger.pay_debt(self.sql, key, wallet, actor=wallet, at=self.now), expected)

    @rule(hold=settled, share=SHARES)
    def refund(self, hold: str, share: float) -> None:
        made = self.model.holds[hold]
        key, amount = self.key(), self.some(share, (made.captured or 0) - made.refunded)
        expected = self.model.refund(hold, amount)
        self.move(lambda: ledger.refund_capture(self.sql, key, hold, amount, actor="operator:1", at=self.now), expected)

    @rule(wallet=st.sampled_from(WALLETS), thaw=st.sampled_from([False, True, True, True]))
    def freeze(self, wallet: str, thaw: bool) -> None:
        act = ledger.thaw if thaw else ledger.freeze
        self.run(act(self.sql, self.key(), wallet, actor="operator:1", at=self.now))
        (self.model.frozen.discard if thaw else self.model.frozen.add)(self.model.real(wallet))

    @rule(pick=st.integers(0, 10_000))
    def ask_again(self, pick: int) -> None:
        if self.repeat:
            make, expected = self.repeat[pick % len(self.repeat)]
            answer = self.run(make())
            assert answer.duplicate
            assert told(answer) == expected

    @rule(grant=grants, wallet=st.sampled_from(WALLETS))
    def reuse_a_key(self, grant: str, wallet: str) -> None:
        self.run(self.raises(asyncpg.UniqueViolationError, ledger.grant(self.sql, grant, wallet, 77, Source.PROMO)))
        self.run(self.raises(asyncpg.UniqueViolationError, ledger.claw_back(self.sql, grant, grant)))

    @invariant()
    def balances_agree(self) -> None:
        for wallet in WALLETS:
            real = self.model.real(wallet)
            found = self.run(ledger.balance(self.sql, wallet, at=self.now))
            assert found.posted_mc == self.model.posted(real)
            assert found.held_mc == self.model.held(real)
            lots = self.model.spendable(real, self.now, None)
            assert found.free_mc == sum(lot.free for lot in lots)
            assert found.by_source == {
                source: sum(lot.free for lot in lots if lot.source == source) for source in Source if source in {lot.source for lot in lots}
            }
            assert sum(part.amount_mc for part in found.expiring) == sum(lot.free for lot in lots if lot.expires)
            assert {(part.at, part.source.value) for part in found.expiring} == {(lot.expires, lot.source) for lot in lots if lot.expires}
            assert self.run(ledger.spent(self.sql, wallet, PEOPLE[0], self.now - timedelta(days=9999))) == self.model.spent(wallet, PEOPLE[0])
            assert found.debt_mc == self.model.debts.get(real, 0)
            assert found.frozen == (real in self.model.frozen)

    @invariant()
    def books_are_proved(self) -> None:
        assert self.run(audit(self.sql)).breaches == []


def test_any_order_of_moves_agrees_with_the_model(rolled_back_url: str) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: LedgerMachine(rolled_back_url),
        settings=settings(max_examples=30, stateful_step_count=50, deadline=None, derandomize=True, print_blob=False, suppress_health_check=list(HealthCheck)),
    )
