"""What Stripe tells us: verified over the raw body, noted once, answered at once. A job then fetches what it was about (`events`).

Of an event only its id, its kind and the id of its object are kept: bodies hold names and addresses, and are never believed anyway.
Events that arrive within a moment are written in one transaction, each caller waiting for the commit: a burst costs few commits.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import stripe

from core.errors import BadInput
from core.jobs import transaction

log = logging.getLogger(__name__)

SOURCE = "stripe"
TOLERANCE_S = 300
BODY_MAX = 256 * 1024
AT_ONCE_MAX = 200
"""Events written in one transaction."""
WAITING_MAX = 20_000
"""Events waiting to be written; beyond that Stripe is told to come back later."""
BY_OBJECT = ("checkout.session.", "invoice.", "customer.subscription.", "radar.early_fraud_warning.")
"""Kinds whose own object is fetched again."""
BY_PAYMENT = ("charge.refunded", "charge.updated", "charge.dispute.", "refund.")
"""Kinds that are about a payment, which is fetched with all that happened to it."""
TYPES = (
    "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
    "invoice.paid", "invoice.payment_failed", "invoice.voided", "invoice.marked_uncollectible",
    "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted", "customer.subscription.paused",
    "customer.subscription.resumed",
    "charge.refunded", "refund.created", "refund.updated", "refund.failed",
    "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated",
    "radar.early_fraud_warning.created", "radar.early_fraud_warning.updated",
)  # fmt: skip
"""What the webhook endpoint subscribes to, and what the reconciliation asks for."""
_ID = re.compile(r"[a-z]{2,8}_[A-Za-z0-9_]{1,70}")


class Forged(Exception):
    """Not signed by Stripe, too old, or no event at all: nothing is stored."""


@dataclass(frozen=True)
class Told:
    """One event: what is kept of it. `subject`: the id of what to fetch again; empty for kinds that do not concern us."""

    id: str
    type: str
    subject: str
    created: int
    livemode: bool


def read(body: bytes, signature: str | None, secret: str) -> Told:
    """The event in a webhook's raw body. Raises Forged."""
    if len(body) > BODY_MAX:
        raise Forged("too large")
    try:
        text = body.decode()
        stripe.WebhookSignature.verify_header(text, signature, secret, TOLERANCE_S)
        event = json.loads(text)
    except (stripe.SignatureVerificationError, ValueError, IndexError) as error:
        raise Forged(str(error)) from error
    return told(event)


def told(event: Mapping[str, Any]) -> Told:
    """What is kept of an event. Raises Forged for something that is no event."""
    try:
        found = Told(str(event["id"]), str(event["type"]), "", int(event["created"]), bool(event["livemode"]))
        about = event["data"]["object"]
        subject = str(about["id"]) if found.type.startswith(BY_OBJECT) else str(about.get("payment_intent") or "") if found.type.startswith(BY_PAYMENT) else ""
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Forged(f"no event: {error!r}") from error
    if not _ID.fullmatch(found.id):
        raise Forged("no id of an event")
    return Told(found.id, found.type, subject if _ID.fullmatch(subject) else "", found.created, found.livemode)


_NOTE = """INSERT INTO inbox (source, outside_id, body, at) SELECT $1, id, body::jsonb, now() FROM unnest($2::text[], $3::text[]) AS told(id, body)
 ON CONFLICT (source, outside_id) DO NOTHING RETURNING outside_id"""


async def note(events: list[Told]) -> int:
    """Store events and wish for their objects to be looked at, in one transaction. Returns how many were new."""
    by_id = {event.id: event for event in sorted(events, key=lambda event: event.id)}
    bodies = [json.dumps({"type": event.type, "subject": event.subject, "created": event.created}) for event in by_id.values()]
    async with transaction() as tx:
        fresh = await tx.sql.execute_query_dict(_NOTE, [SOURCE, list(by_id), bodies])
        for row in fresh:
            if subject := by_id[row["outside_id"]].subject:
                tx.want("stripe", subject)
    return len(fresh)


class Inbox:
    """Takes the webhooks of one process. `live`: whether our key moves real money; events of the other mode are left alone."""

    def __init__(self, secret: str, *, live: bool) -> None:
        self._secret, self._live = secret, live
        self._waiting: list[tuple[Told, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def take(self, body: bytes, signature: str | None) -> None:
        """Returns once the event is stored. Raises Forged, BadInput when too many are waiting, or what the database raises."""
        event = read(body, signature, self._secret)
        if event.livemode != self._live:
            log.warning("event %s is of the other mode: left alone", event.id)
            return
        if len(self._waiting) >= WAITING_MAX:
            raise BadInput("too many webhooks at once")
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((event, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write(), name="webhooks")
        await done

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:AT_ONCE_MAX], self._waiting[AT_ONCE_MAX:]
            began = time.monotonic()
            try:
                await note([event for event, _ in batch])
            except Exception as error:
                for _, done in batch:
                    if not done.done():
                        done.set_exception(error)
                continue
            for _, done in batch:
                if not done.done():
                    done.set_result(None)
            log.debug("%d webhooks stored in %.0f ms", len(batch), (time.monotonic() - began) * 1000)
