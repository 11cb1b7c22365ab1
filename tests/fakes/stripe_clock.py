"""A test clock at Stripe, made and moved on by the real client, with the customers that live by it.

Used by tests in which months pass: our own clock then follows Stripe's.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime

from stripe import StripeClient

from core.models import Customer, Person

DAY = 86_400


class TestClock:
    """`at`: its frozen time, in Unix seconds."""

    __test__ = False

    def __init__(self, client: StripeClient, id: str, at: int) -> None:
        self._client, self.id, self.at, self._calls = client, id, at, 0

    @classmethod
    async def made(cls, client: StripeClient, at: int | None = None) -> TestClock:
        """A new one that begins now, or at a time."""
        at = int(time.time()) if at is None else at
        clock = await client.v1.test_helpers.test_clocks.create_async({"frozen_time": at, "name": "months pass"}, {"idempotency_key": f"clock-{at}"})
        return cls(client, clock.id, clock.frozen_time)

    def now(self) -> datetime:
        """The time there."""
        return datetime.fromtimestamp(self.at, UTC)

    async def customer(self, person: Person) -> None:
        """This person's customer lives by the clock. Three at most, as at Stripe."""
        made = await self._client.v1.customers.create_async(
            {"name": f"Person {person.id}", "test_clock": self.id, "metadata": {"sysrai_person": str(person.id)}}, {"idempotency_key": f"on-clock-{person.id}"}
        )
        await Customer.create(person=person, outside_id=made.id)

    async def advance(self, days: float) -> None:
        """Time passes there: returns when all that it brings has happened."""
        self._calls += 1
        target = self.at + int(days * DAY)
        clock = await self._client.v1.test_helpers.test_clocks.advance_async(
            self.id, {"frozen_time": target}, {"idempotency_key": f"advance-{self.id}-{self._calls}"}
        )
        while clock.status != "ready":
            clock = await self._client.v1.test_helpers.test_clocks.retrieve_async(self.id)
        assert clock.frozen_time == target
        self.at = target
