"""Telegram Stars: what an invoice is, whether it may be paid, and what comes with the payment. Plain data; the chat's listener hands it in.

    purchase -> invoice link -> pre-checkout (answered from here at once) -> successful_payment -> credits
                                                                        '-> every 30 days again, for a plan

The payment's charge id is the key of its credits. A payment that arrived is never refused, whatever the purchase has become.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.jobs import Tx, transaction
from core.models import Identity, Inbox, Payment, Purchase, Subscription
from core.people import identified
from payments import books, subscriptions
from payments.books import everybody
from payments.catalogue import ITEMS, MONTH_S_STARS, STARS, Item

log = logging.getLogger(__name__)

PLATFORM = "telegram"
MONTH = timedelta(seconds=MONTH_S_STARS)
_PREFIX = "purchase:"


@dataclass(frozen=True)
class StarsPaid:
    """A payment that Telegram reported. `until`: for a plan, the end of the month that was paid."""

    charge_id: str
    user_id: str
    payload: str
    amount: int
    currency: str
    at: datetime
    until: datetime | None = None


def payload_of(purchase: Purchase) -> str:
    """What an invoice carries: at most 128 bytes, opaque to people."""
    return f"{_PREFIX}{purchase.id}"


async def purchase_of(payload: str) -> Purchase | None:
    """The purchase an invoice is for."""
    number = payload.removeprefix(_PREFIX)
    known = payload.startswith(_PREFIX) and number.isascii() and number.isdigit() and len(number) < 18
    return await Purchase.get_or_none(id=int(number), via="stars") if known else None


async def may_pay(payload: str, user_id: str, amount: int, currency: str) -> str | None:
    """Whether this invoice may be paid now by this user: None, or the key of the sentence that says why not. Reads only; within moments."""
    purchase = await purchase_of(payload)
    if purchase is None or (amount, currency.lower()) != (purchase.amount, STARS):
        return "stars-unknown"
    if purchase.state not in ("asked", "open"):
        return "stars-paid" if purchase.state == "paid" else "stars-over"
    person = await identified(PLATFORM, user_id)
    if person is None or purchase.person_id not in await everybody(person.id):
        return "stars-not-yours"
    if purchase.kind == "plan" and await subscriptions.current(person.id):
        return "stars-plan-runs"  # begun meanwhile: Telegram would take both every month
    return None


async def paid(what: StarsPaid) -> bool:
    """Book a payment. False when it was booked before, or when it belongs to nothing known (an operator is told by the log)."""
    purchase = await purchase_of(what.payload)
    if purchase is None or what.currency.lower() != STARS:
        log.error("%d %s arrived for nothing known: charge %s, payload %r", what.amount, what.currency, what.charge_id, what.payload[:40])
        return False
    fresh = await _book(what, purchase, ITEMS[purchase.item])
    await _goes_back(what.charge_id)
    return fresh


async def _book(what: StarsPaid, purchase: Purchase, item: Item) -> bool:
    async with transaction() as tx:
        month = await _month(tx, what, purchase, item) if item.kind == "plan" else None
        locked = await Purchase.filter(id=purchase.id).select_for_update().get()
        return await books.arrived(
            tx,
            books.Arrival(
                key=f"stars:{what.charge_id}", via="stars", outside_id=what.charge_id, person_id=purchase.person_id, account=purchase.account,
                item=item.name, gross=what.amount, currency=STARS, fee=0, credits_mc=purchase.credits_mc, at=what.at,
                expires_at=month[1] + MONTH if month else None, subscription_id=month[0] if month else None,
            ),
            locked,
        )  # fmt: skip


async def _month(tx: Tx, what: StarsPaid, purchase: Purchase, item: Item) -> tuple[int, datetime]:
    """A paid month of a plan. The first payment makes the subscription, whose charge cancels it later. (its row, its end)"""
    until = what.until or what.at + MONTH
    await tx.sql.execute_query_dict(
        """INSERT INTO subscription (via, outside_id, customer, person_id, place_id, thread, plan, next_plan, state, created_at)
           VALUES ('stars', $1, $2, $3, $4, $5, '', '', '', now()) ON CONFLICT (via, outside_id) DO NOTHING RETURNING id""",
        [what.payload, f"{what.user_id}:{what.charge_id}"[:64], purchase.person_id, purchase.place_id, purchase.thread],
    )
    one = await Subscription.filter(via="stars", outside_id=what.payload).select_for_update().get()
    ends = one.state != "" and one.next_plan == ""  # ended by the person, and paid once more before Telegram heard it
    await subscriptions.stands(tx, one, state="active", next_plan="" if ends else item.name)
    await subscriptions.paid_month(tx, one, plan=item.name, since=what.at, until=until)
    return one.id, until


_GIVEN_BACK = """INSERT INTO inbox (source, outside_id, body, at) VALUES ('stars-back', $1, '{}', now()) ON CONFLICT (source, outside_id) DO NOTHING
 RETURNING id"""


async def refunded(charge_id: str) -> None:
    """Telegram gave the Stars of a payment back: its credits go. Written down first, for a payment that is heard of only later."""
    async with transaction() as tx:
        await tx.sql.execute_query_dict(_GIVEN_BACK, [_note(charge_id)])
    await _goes_back(charge_id)


def _note(charge_id: str) -> str:
    """A charge's name in the inbox, whatever its length."""
    return hashlib.sha256(charge_id.encode()).hexdigest()


async def _goes_back(charge_id: str) -> None:
    """Book that Stars were given back, where both the payment and that are known. Asked after either was committed, so that one of them sees both."""
    known = await Payment.get_or_none(via="stars", outside_id=charge_id)
    if known and await Inbox.filter(source="stars-back", outside_id=_note(charge_id)).exists():
        async with transaction() as tx:
            payment = await books.lock(known.id)
            await books.stands(tx, payment, refunded=payment.gross)


async def users_of(person_id: int) -> list[int]:
    """The Telegram user ids of a person."""
    family = await everybody(person_id)
    found = await Identity.filter(person_id__in=family, platform=PLATFORM).order_by("id")
    return [int(one.outside_id) for one in found if one.outside_id.lstrip("-").isdigit()]


async def is_known(charge_id: str) -> bool:
    """Whether a payment was booked."""
    return await Payment.filter(via="stars", outside_id=charge_id).exists()
