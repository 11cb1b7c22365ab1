"""A shop with the fake Stripe, people with a chat to be told things in, and a pump that runs jobs in this process."""

from __future__ import annotations

import copy
import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from tortoise import connections

from core import jobs
from core.config import Settings
from core.jobs import transaction
from core.ledger import audit, ledger
from core.links import Links
from core.models import Identity, Payment, Person, Place, Post, Purchase, Subscription
from core.rendering.advance import ACCEPTED_SQL
from payments import prices, purchases
from payments.catalogue import ITEMS
from payments.office import Office, open_office
from payments.webhooks import Inbox
from tests.fakes.stripe import FakeStripe
from tests.fakes.stripe_clock import TestClock

SECRET = "whsec_test_1234567890"
CATALOGUE: dict[str, Any] = {}
"""The products and prices at Stripe, as one real sync made them."""
_count = itertools.count(1)


async def stock(stripe: FakeStripe, office: Office) -> None:
    """Have the catalogue at Stripe."""
    if not CATALOGUE:
        assert office.client
        await prices.sync(office.client)
        CATALOGUE.update(copy.deepcopy(stripe.objects))
    stripe.objects |= copy.deepcopy(CATALOGUE)
    stripe.numbers = itertools.count(1001)  # whether it was made or copied, what comes after has the same ids


@dataclass
class Buyer:
    """Somebody, and the chat they talk in."""

    person: Person
    place: Place

    @property
    def wallet(self) -> str:
        return ledger.person(self.person.id)


@dataclass
class Shop:
    """Everything a purchase needs, with its parts in reach."""

    stripe: FakeStripe
    office: Office
    inbox: Inbox
    settings: Settings
    clock: TestClock | None = None
    """By which its customers live, where months pass."""

    async def buyer(self, platform: str = "discord", name: str = "Ana") -> Buyer:
        """Somebody new."""
        n = next(_count)
        person = await Person.create()
        await Identity.create(platform=platform, outside_id=f"{name.lower()}-{n}", person=person, name=name)
        if self.clock:
            await self.clock.customer(person)
        return Buyer(person, await Place.create(platform=platform, outside_id=f"chat-{n}"))

    async def asks(self, buyer: Buyer, item: str = "pack-60", *, key: str = "", pool: int | None = None) -> Purchase:
        """They press to buy."""
        async with transaction() as tx:
            key = key or f"press-{next(_count)}"
            made = await purchases.buy(tx, self.office.till, ITEMS[item], key=key, person=buyer.person, place=buyer.place, thread="", pool=pool)
            await self._date(made)
            return made

    async def _date(self, purchase: Purchase) -> None:
        """Rows are dated by Stripe's test clock too."""
        if self.clock:
            purchase.created_at = self.clock.now()
            await purchase.save(update_fields=["created_at"])

    async def later(self, days: float) -> None:
        """Time passes at Stripe and here."""
        assert self.clock, "no clock to move: use the fixture"
        await self.clock.advance(days)
        await self.told()

    async def page(self, buyer: Buyer, item: str = "pack-60", **more: Any) -> str:
        """They press to buy and have the page: its id at Stripe."""
        purchase = await self.asks(buyer, item, **more)
        await self.pump("checkout")
        await purchase.refresh_from_db()
        assert purchase.state == "open", (purchase.state, purchase.error)
        assert purchase.outside_id
        return purchase.outside_id

    async def buys(self, buyer: Buyer, item: str = "pack-60", **more: Any) -> Payment:
        """They buy, and everything is told and booked."""
        session = await self.page(buyer, item, **more)
        self.stripe.pays(session)
        await self.told()
        payment = await Payment.all().order_by("-id").first()
        assert payment
        return payment

    async def changes(self, buyer: Buyer, item: str) -> Purchase:
        """They press to change their plan; all is booked."""
        async with transaction() as tx:
            purchase = await purchases.visit(tx, key=f"press-{next(_count)}", person=buyer.person, place=buyer.place, thread="", kind="change", item=item)
            await self._date(purchase)
        await self.pump()
        await self.told()
        await purchase.refresh_from_db()
        return purchase

    async def told(self) -> None:
        """All webhooks are taken, all jobs done, and the books are right."""
        due, self.stripe.due = self.stripe.due, []
        for event in due:
            await self.inbox.take(self.stripe.body(event), self.stripe.headers(event, SECRET)["Stripe-Signature"])
        await self.pump()
        await self.prove()

    async def step(self, *kinds: str) -> int:
        """Run every open job of these kinds (all but those that wait for hours, if none is named) once."""
        db = connections.get("default")
        rows = await db.execute_query_dict(
            """UPDATE job SET due_at = now(), lease_until = NULL WHERE done < wanted AND kind <> 'show' AND kind <> 'checkoutpage'
               AND (kind = ANY($1) OR ($1::text[] = '{}' AND due_at < now() + interval '1 hour' AND kind NOT IN ('reconcile', 'expire'))) RETURNING id""",
            [list(kinds)],
        )
        for row in sorted(rows, key=lambda row: row["id"]):
            await jobs.run(row["id"], self.office.handlers)
        return len(rows)

    async def pump(self, *kinds: str, rounds: int = 60) -> None:
        """Run jobs until none is open."""
        for _ in range(rounds):
            if not await self.step(*kinds):
                return
        left = await connections.get("default").execute_query_dict("SELECT kind, subject, failures, error FROM job WHERE done < wanted AND kind <> 'show'")
        raise AssertionError(f"still open: {left}")

    async def prove(self) -> None:
        """All money invariants hold."""
        async with transaction() as tx:
            found = await audit.audit(tx.sql, ACCEPTED_SQL)
        assert found.ok, found.lines()

    async def balance(self, buyer: Buyer | str) -> ledger.Balance:
        """A look at somebody's wallet."""
        async with transaction() as tx:
            return await ledger.balance(tx.sql, buyer if isinstance(buyer, str) else buyer.wallet)

    async def free(self, buyer: Buyer | str) -> float:
        """Free credits."""
        return (await self.balance(buyer)).free_mc / 1000

    async def plan(self, buyer: Buyer) -> str:
        """The plan that the person's settings name."""
        return str((await Person.get(id=buyer.person.id)).settings.get("plan", "free"))

    async def notices(self, buyer: Buyer) -> list[str]:
        """The sentences that were owed to somebody, by key."""
        return [post.args["says"][0]["key"] for post in await Post.filter(person_id=buyer.person.id, name="notice").order_by("id")]

    async def subscription(self, buyer: Buyer) -> Subscription:
        """Their newest subscription."""
        found = await Subscription.filter(person_id=buyer.person.id).order_by("-id").first()
        assert found
        return found


@pytest.fixture
async def stripe() -> AsyncIterator[FakeStripe]:
    async with FakeStripe().running() as running:
        yield running


@pytest.fixture
async def shop(db: str, data_dir: Path, stripe: FakeStripe) -> AsyncIterator[Shop]:
    """A shop whose catalogue is at Stripe."""
    settings = Settings(
        data_dir=data_dir, stripe_secret_key=SecretStr(stripe.key), stripe_webhook_secret=SecretStr(SECRET), stripe_api_url=stripe.url,
        public_url="https://films.example",
    )  # fmt: skip
    office = open_office(settings, Links(settings.public_url, b"secret"))
    await stock(stripe, office)
    yield Shop(stripe, office, Inbox(SECRET, live=False), settings)
    await office.close()


CLOCKED = ("books", "subscriptions", "purchases", "reconcile", "checkout", "promotions")
"""Modules of `payments` that ask what time it is."""


@pytest.fixture
async def clock(monkeypatch: pytest.MonkeyPatch, shop: Shop) -> TestClock:
    """Our clock goes with a test clock at Stripe; the database's does not, so jobs are due by the pump."""
    assert shop.office.client
    shop.clock = await TestClock.made(shop.office.client)
    for module in CLOCKED:
        monkeypatch.setattr(f"payments.{module}.now", shop.clock.now)
    return shop.clock
