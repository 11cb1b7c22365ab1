"""Money in any order: purchases, renewals, refunds, disputes, holds, captures, gifts, expiries; webhooks lost, doubled and shuffled, jobs killed at
their commit. After every step the books are right; at the end, once everything was told, they say exactly what Stripe says.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine
from typing import Any

import asyncpg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from pydantic import SecretStr
from tortoise import connections

from core import database, embedded, jobs
from core.config import Settings
from core.jobs import transaction
from core.ledger import audit, ledger
from core.ledger.ledger import Refused
from core.links import Links
from core.models import Payment, Person, Place
from payments import books, purchases, refunds
from payments.catalogue import ITEMS
from payments.office import open_office
from payments.webhooks import Inbox
from tests.fakes.stripe import FakeStripe
from tests.payments.conftest import SECRET, stock

ITEM = st.sampled_from(["pack-60", "pack-60", "pack-600", "indie"])
WHO = st.integers(0, 2)


class Killed(BaseException):
    """A process that dies at a commit."""


class MoneyMachine(RuleBasedStateMachine):
    """One example is one database, copied from the template."""

    def __init__(self, admin_url: str, template: str) -> None:
        super().__init__()
        self.admin_url, self.template = admin_url, template
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.n = 0
        self.holds: list[str] = []
        self.kill = False
        self.opened = False

    @initialize()
    def opens(self) -> None:
        self.run(self._open())
        self.opened = True

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    async def _open(self) -> None:
        admin = await asyncpg.connect(self.admin_url)
        await admin.execute("DROP DATABASE IF EXISTS money_machine WITH (FORCE)")
        await admin.execute(f"CREATE DATABASE money_machine TEMPLATE {self.template}")
        await admin.close()
        await database.connect(self.admin_url.replace("/postgres?", "/money_machine?"), pool=3)
        self.stripe = FakeStripe()
        self.served = self.stripe.running()
        await self.served.__aenter__()
        self.office = open_office(Settings(stripe_secret_key=SecretStr(self.stripe.key), stripe_api_url=self.stripe.url), Links("http://x", b"secret"))
        await stock(self.stripe, self.office)
        self.inbox = Inbox(SECRET, live=False)
        self.people = [await Person.create() for _ in range(3)]
        self.places = [await Place.create(platform="discord", outside_id=f"p{n}") for n in range(3)]

    def teardown(self) -> None:
        self.kill = False
        if not self.opened:
            self.loop.close()
            return
        try:
            self.run(self._settle())
            self.run(self._agrees())
        finally:
            self.run(self._close())
            self.loop.close()

    async def _close(self) -> None:
        try:
            await self.office.close()
            await self.served.__aexit__(None, None, None)
        finally:
            await database.close()

    # ---------------------------------------------------------------- what people do

    def key(self) -> str:
        self.n += 1
        return f"k{self.n}"

    def wallet(self, who: int) -> str:
        return ledger.person(self.people[who].id)

    @rule(who=WHO, item=ITEM)
    def asks_to_buy(self, who: int, item: str) -> None:
        async def ask() -> None:
            async with transaction() as tx:
                await purchases.buy(tx, self.office.till, ITEMS[item], key=self.key(), person=self.people[who], place=self.places[who], thread="")

        self.run(ask())
        self.run(self._work("checkout"))

    @rule(pick=st.integers(0, 99))
    def pays_or_lets_it_run_out(self, pick: int) -> None:
        open_ = [one for one in self.stripe.of("checkout.session") if one["status"] == "open"]
        if open_:
            session = open_[pick % len(open_)]
            (self.stripe.expires if pick % 7 == 0 else self.stripe.pays)(session["id"])

    @rule(pick=st.integers(0, 99), cents=st.sampled_from([1, 100, 250, 10_000]))
    def is_refunded_in_the_dashboard(self, pick: int, cents: int) -> None:
        intents = [one for one in self.stripe.of("payment_intent") if one["latest_charge"]]
        if intents:
            intent = intents[pick % len(intents)]
            charge = self.stripe.objects[intent["latest_charge"]]
            if left := charge["amount"] - charge["amount_refunded"]:
                self.stripe.refunds(intent["id"], min(cents, left))

    @rule(pick=st.integers(0, 99))
    def a_refund_fails(self, pick: int) -> None:
        done = [one for one in self.stripe.of("refund") if one["status"] == "succeeded"]
        if done:
            self.stripe.refund_fails(done[pick % len(done)]["id"])

    @rule(pick=st.integers(0, 99))
    def disputes(self, pick: int) -> None:
        intents = [one for one in self.stripe.of("payment_intent") if one["latest_charge"]]
        if intents:
            self.stripe.disputes(intents[pick % len(intents)]["id"])

    @rule(pick=st.integers(0, 99), won=st.booleans())
    def a_dispute_ends(self, pick: int, won: bool) -> None:
        open_ = [one for one in self.stripe.of("dispute") if one["status"] == "needs_response"]
        if open_:
            self.stripe.dispute_ends(open_[pick % len(open_)]["id"], "won" if won else "lost")

    @rule(pick=st.integers(0, 99))
    def an_operator_refunds(self, pick: int) -> None:
        async def ask() -> None:
            found = await Payment.all().order_by("id")
            if found:
                one = found[pick % len(found)]
                if one.gross > one.refunded:
                    async with transaction() as tx:
                        await refunds.ask(tx, one.id, amount=1, by="operator", why="")

        self.run(ask())

    @rule(days=st.sampled_from([1, 20, 31]), card=st.sampled_from(["good", "good", "declined"]))
    def time_passes(self, days: int, card: str) -> None:
        self.stripe.card = card
        self.stripe.advance(days=days)

    # ---------------------------------------------------------------- what credits do

    @rule(who=WHO, share=st.sampled_from([0.2, 0.5, 1.0]))
    def holds_for_a_film(self, who: int, share: float) -> None:
        async def hold() -> None:
            async with transaction() as tx:
                free = (await ledger.balance(tx.sql, self.wallet(who))).free_mc
                key = self.key()
                if amount := int(free * share):
                    held = await ledger.hold(tx.sql, key, self.wallet(who), amount, 1000 + self.n, actor=self.wallet(who))
                    if not isinstance(held, Refused):
                        self.holds.append(key)

        self.run(hold())

    @precondition(lambda self: self.holds)
    @rule(pick=st.integers(0, 99), share=st.sampled_from([0.0, 0.3, 0.3]))
    def a_film_ends(self, pick: int, share: float) -> None:
        hold = self.holds.pop(pick % len(self.holds))

        async def settle() -> None:
            async with transaction() as tx:
                rows = await tx.sql.execute_query_dict("SELECT amount FROM ledger.hold WHERE id = $1", [hold])
                await ledger.settle(tx.sql, hold, int(rows[0]["amount"] * share))

        self.run(settle())

    @rule(one=WHO, two=WHO)
    def gives(self, one: int, two: int) -> None:
        async def give() -> None:
            async with transaction() as tx:
                free = (await ledger.balance(tx.sql, self.wallet(one))).free_of(ledger.GIVEABLE)
                if free > 3 and one != two:
                    await ledger.transfer(tx.sql, self.key(), self.wallet(one), self.wallet(two), free // 3, actor=self.wallet(one))

        self.run(give())

    @rule()
    def expires(self) -> None:
        async def expire() -> None:
            async with transaction() as tx:
                await ledger.expire_due(tx.sql)

        self.run(expire())

    # ---------------------------------------------------------------- what is told, and who dies

    @rule(seed=st.integers(0, 1000), times=st.integers(1, 3), lose=st.sampled_from([0.0, 0.3, 1.0]))
    def webhooks_arrive(self, seed: int, times: int, lose: float) -> None:
        dice = random.Random(seed)
        sent = [event for event in self.stripe.due for _ in range(times) if dice.random() >= lose]
        dice.shuffle(sent)
        self.stripe.due = []

        async def take() -> None:
            for event in sent:
                await self.inbox.take(self.stripe.body(event), self.stripe.headers(event, SECRET)["Stripe-Signature"])

        self.run(take())

    @rule(dies=st.booleans())
    def jobs_run(self, dies: bool) -> None:
        self.kill = dies
        self.run(self._work())
        self.kill = False

    async def _work(self, *kinds: str) -> int:
        rows = await connections.get("default").execute_query_dict(
            """UPDATE job SET due_at = now(), lease_until = NULL WHERE done < wanted AND kind <> 'show' AND kind <> 'plan'
               AND (kind = ANY($1::text[]) OR $1::text[] = '{}') AND due_at < now() + interval '1 h' RETURNING id""",
            [list(kinds)],
        )
        handlers = self.office.handlers
        for n, row in enumerate(sorted(rows, key=lambda row: row["id"])):
            if self.kill and n % 2 == 0:
                await self._dying(row["id"])
            await jobs.run(row["id"], handlers)
        return len(rows)

    async def _dying(self, job: int) -> None:
        """The process is killed right before the commit: everything it did inside is undone, everything outside stays done."""
        write = jobs._write

        async def killed(tx: Any) -> Any:
            raise Killed

        jobs._write = killed
        try:
            await jobs.run(job, self.office.handlers)
        except Killed:
            pass
        finally:
            jobs._write = write
        await connections.get("default").execute_query_dict("UPDATE job SET lease_until = NULL, due_at = now() WHERE id = $1 RETURNING id", [job])

    async def _settle(self) -> None:
        """Every event is told at last, and every job done."""
        for event in self.stripe.events:
            await self.inbox.take(self.stripe.body(event), self.stripe.headers(event, SECRET)["Stripe-Signature"])
        for _ in range(40):
            if not await self._work():
                return
        left = await connections.get("default").execute_query_dict("SELECT kind, subject, error FROM job WHERE done < wanted")
        raise AssertionError(f"still open: {left}")

    async def _agrees(self) -> None:
        """Our books say what Stripe's objects say: every paid page and month once, every refund and dispute, to the milli-credit."""
        paid = {f"stripe:{one['id']}" for one in self.stripe.of("checkout.session") if one["mode"] == "payment" and one["payment_status"] == "paid"}
        paid |= {f"stripe:{one['id']}" for one in self.stripe.of("invoice") if one["status"] == "paid"}
        found = await Payment.all()
        assert {one.key for one in found} == paid
        for one in found:
            charge = self.stripe.objects[self.stripe.objects[one.outside_id]["latest_charge"]]
            disputes = [dispute for dispute in self.stripe.of("dispute") if dispute["payment_intent"] == one.outside_id]
            assert one.refunded == charge["amount_refunded"]
            all_gone = any(dispute["status"] != "won" for dispute in disputes) or one.refunded == one.gross
            assert one.taken_mc == (one.credits_mc if all_gone else one.credits_mc * one.refunded // one.gross) == books.gone_mc(one)
        async with transaction() as tx:
            rows = await tx.sql.execute_query_dict(
                "SELECT coalesce(-sum(amount), 0)::bigint AS mc FROM ledger.entry WHERE account_id IN (ledger.system('stripe'), ledger.system('subscription'))"
            )
        assert rows[0]["mc"] == sum(one.credits_mc - one.taken_mc for one in found)  # what was brought, less what was taken back

    @invariant()
    def books_are_proved(self) -> None:
        async def prove() -> None:
            async with transaction() as tx:
                found = await audit.audit(tx.sql)
            assert found.breaches == []

        if self.opened:
            self.run(prove())


def test_any_order_of_money_ends_as_stripe_says(servers: embedded.Servers, template_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purchases, "PER_HOUR_MAX", 1000)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: MoneyMachine(servers.database_url, template_database),
        settings=settings(max_examples=5, stateful_step_count=20, deadline=None, derandomize=True, print_blob=False, suppress_health_check=list(HealthCheck)),
    )
