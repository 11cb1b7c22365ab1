"""The hourly look at every shop: finds what no webhook and no update told, and wishes for it to be booked. Also lets expired credits go.

Nothing here moves money by itself: it only wants the jobs that fetch and book, which may run as often as they like.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import stripe
from stripe import StripeClient
from tortoise import connections

from core.jobs import Job, Tx, transaction
from core.ledger import ledger
from core.models import Payment, Purchase, Subscription
from payments.books import now
from payments.purchases import OPEN
from payments.stripe_api import asked
from payments.webhooks import TYPES, Told, note, told

log = logging.getLogger(__name__)

EVERY_S = 3600.0
EXPIRE_EVERY_S = 600.0
LOOK_BACK = timedelta(hours=26)
"""At least so far back events are asked for; further when the last look was longer ago. Stripe keeps them for 30 days."""
OVERLAP = timedelta(hours=2)
KEPT = timedelta(days=29)
TYPES_MAX = 20
"""Kinds in one question for events."""
ROWS_MAX = 500

_LAST = "SELECT (body ->> 'at')::float8 AS at FROM inbox WHERE source = 'looked' AND outside_id = $1"
_LOOKED = """INSERT INTO inbox (source, outside_id, body, at) VALUES ('looked', $1, $2::jsonb, now())
 ON CONFLICT (source, outside_id) DO UPDATE SET body = excluded.body, at = now() RETURNING id"""

Look = Callable[[datetime], Awaitable[int]]
"""Asks one shop what happened since a time; returns how much was new."""


class Reconcile:
    """Handles `reconcile:<shop>` for every shop that is open, for ever."""

    def __init__(self, shops: dict[str, Look], every_s: dict[str, float] | None = None) -> None:
        self._shops, self._every_s = shops, every_s or {}

    async def __call__(self, job: Job) -> None:
        """One look at one shop."""
        look = self._shops.get(job.subject)
        if look is None:
            async with transaction() as tx:
                tx.finish(job)
            return
        began = now()
        found = await look(await self._since(job.subject, began))
        if found and job.subject not in self._every_s:
            log.warning("%s: %d events that nobody had told", job.subject, found)
        async with transaction() as tx:
            await tx.sql.execute_query_dict(_LOOKED, [job.subject, json.dumps({"at": began.timestamp()})])
            tx.finish(job, again_s=self._every_s.get(job.subject, EVERY_S))

    async def _since(self, shop: str, at: datetime) -> datetime:
        rows = await connections.get("default").execute_query_dict(_LAST, [shop])
        last = datetime.fromtimestamp(rows[0]["at"], UTC) - OVERLAP if rows else at - KEPT
        return max(at - KEPT, min(at - LOOK_BACK, last))


class StripeLook:
    """What happened at Stripe: its events, and our own rows that should have heard something by now."""

    def __init__(self, client: StripeClient) -> None:
        self._client = client

    async def __call__(self, since: datetime) -> int:
        """Note the events that were missed."""
        missed = 0
        for at in range(0, len(TYPES), TYPES_MAX):
            found = await asked(self._events(since, list(TYPES[at : at + TYPES_MAX])))
            for start in range(0, len(found), ROWS_MAX):
                missed += await note(found[start : start + ROWS_MAX])
        async with transaction() as tx:
            await _overdue(tx)
        return missed

    async def _events(self, since: datetime, types: list[str]) -> list[Told]:
        page = await self._client.v1.events.list_async({"created": {"gte": int(since.timestamp())}, "types": types, "limit": 100})
        return [told(_plain(event)) async for event in page.auto_paging_iter()]


def _plain(event: stripe.Event) -> dict[str, object]:
    return event.to_dict()


async def _overdue(tx: Tx) -> None:
    """Pages that should have ended, payments whose fee is not known, months that should have been renewed."""
    at = now()
    pages = await Purchase.filter(via="stripe", state__in=OPEN, url_until__lt=at, outside_id__isnull=False).limit(ROWS_MAX)
    fees = await Payment.filter(via="stripe", fee=None, at__gt=at - KEPT).limit(ROWS_MAX)
    months = await Subscription.filter(via="stripe", paid_until__lt=at).exclude(state__in=["canceled", "incomplete_expired"]).limit(ROWS_MAX)
    for subject in [*(one.outside_id for one in pages), *(one.outside_id for one in fees), *(one.outside_id for one in months)]:
        if subject:
            tx.want("stripe", subject)


async def expire(job: Job) -> None:
    """Handles `expire:credits`: what is past its time goes, every ten minutes."""
    while True:
        async with transaction() as tx:
            gone = await ledger.expire_due(tx.sql)
        if not gone.lots:
            break
        log.info("%d milli-credits of %d lots expired", gone.amount_mc, gone.lots)
    async with transaction() as tx:
        tx.finish(job, again_s=EXPIRE_EVERY_S)
