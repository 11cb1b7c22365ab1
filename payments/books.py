"""Money that arrived or was taken back, booked: the payment's row and the ledger's move, together and once, whatever shop it came from.

Called inside a transaction with facts that were fetched before. Everything here may be told twice, late and in any order: what counts is
where the payment stands now, and the difference to what was booked is one move of the ledger.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from core.jobs import Tx
from core.ledger import ledger
from core.ledger.ledger import Source
from core.models import Payment, Person, Purchase
from payments import telling
from payments.catalogue import Via

log = logging.getLogger(__name__)

SOURCES: dict[str, Source] = {"stripe": Source.STRIPE, "stars": Source.STARS, "discord": Source.DISCORD}


@dataclass(frozen=True)
class Arrival:
    """One payment. `key` names the outside fact for ever; `outside_id` is what refunds and disputes will speak of.

    `gross`, `tax`, `fee` in the currency's smallest unit. `expires_at`: for monthly credits.
    """

    key: str
    via: Via
    outside_id: str
    person_id: int
    account: str
    item: str
    gross: int
    currency: str
    credits_mc: int
    at: datetime
    tax: int = 0
    fee: int | None = None
    expires_at: datetime | None = None
    subscription_id: int | None = None


_PAYMENT = """INSERT INTO payment (key, person_id, account, via, outside_id, purchase_id, subscription_id, item, gross, tax, fee, currency, credits_mc,
   refunded, disputes, warned, taken_mc, grants, moves, expires_at, at)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, '{}', false, 0, $14::jsonb, 0, $15, $16) ON CONFLICT (key) DO NOTHING RETURNING id"""


async def arrived(tx: Tx, what: Arrival, purchase: Purchase | None = None) -> bool:
    """Book a payment: its row, its credits, the purchase it pays for. False when it was booked before."""
    values = [
        what.key, what.person_id, what.account, what.via, what.outside_id, purchase.id if purchase else None, what.subscription_id, what.item,
        what.gross, what.tax, what.fee, what.currency, what.credits_mc, json.dumps([what.key]), what.expires_at, what.at,
    ]  # fmt: skip
    fresh = await tx.sql.execute_query_dict(_PAYMENT, values)
    if purchase and purchase.state != "paid":
        await Purchase.filter(id=purchase.id).update(state="paid", paid_at=what.at)
        purchase.state = "paid"
        tx.touch(f"purchase:{purchase.id}")
    if not fresh:
        return False
    if what.credits_mc:
        await _grant(tx, what)
    if purchase and purchase.project_id:
        tx.touch(f"project:{purchase.project_id}")
    tx.touch(f"wallet:{what.account}")
    tx.want("thank", what.person_id)
    return True


async def _grant(tx: Tx, what: Arrival) -> None:
    """The credits, to the person; those of a pool go on into it, so that who paid stays known and owes what is taken back."""
    source = Source.SUBSCRIPTION if what.expires_at else SOURCES[what.via]
    mine = ledger.person(what.person_id)
    await ledger.grant(tx.sql, what.key, mine, what.credits_mc, source, expires_at=what.expires_at, at=what.at)
    if what.account != mine and not what.account.startswith("person:"):
        moved = await ledger.transfer(tx.sql, f"pool:{what.key}", mine, what.account, what.credits_mc, actor=mine, sources=(source,))
        if isinstance(moved, ledger.Refused):
            log.warning("%s was meant for %s and stays with %s: %s", what.key, what.account, mine, moved.reason)


async def lock(payment_id: int) -> Payment:
    """The payment's row, locked."""
    return await Payment.filter(id=payment_id).select_for_update().get()


async def stands(tx: Tx, payment: Payment, *, refunded: int | None = None, disputes: dict[str, str] | None = None, fee: int | None = None) -> None:
    """A locked payment stands so at its service now: how much of it was refunded, its disputes as {id: asked | open | won | lost}, the fee.

    Credits go or come back by the difference; an open or lost dispute takes them all. An open dispute freezes the buyer, the last
    one won thaws them; after a lost one what is owed keeps them from spending.
    """
    before = dict(payment.disputes)
    payment.refunded = payment.refunded if refunded is None else refunded
    payment.disputes = payment.disputes if disputes is None else {**payment.disputes, **disputes}
    payment.fee = payment.fee if fee is None else fee
    was_mc = payment.taken_mc
    await _take(tx, payment)
    await payment.save(update_fields=["refunded", "disputes", "fee", "taken_mc", "grants", "moves"])
    await _freeze(tx, payment, before)
    if payment.taken_mc != was_mc:
        await telling.taken_back(tx, payment, payment.taken_mc - was_mc)
        tx.want("thank", payment.person_id)
        tx.touch(f"wallet:{payment.account}")


def gone_mc(payment: Payment) -> int:
    """How many of the payment's credits should be gone now: all with a dispute that is open or lost, else the refunded share, rounded down."""
    if {"open", "lost"} & set(payment.disputes.values()) or payment.refunded >= payment.gross > 0:
        return int(payment.credits_mc)
    return int(payment.credits_mc * payment.refunded // payment.gross) if payment.gross else 0


async def _take(tx: Tx, payment: Payment) -> None:
    """The ledger's move from what is gone to what should be."""
    target = gone_mc(payment)
    if target == payment.taken_mc:
        return
    payment.moves += 1
    if target > payment.taken_mc:
        rest = target - payment.taken_mc
        for n, key in enumerate(reversed(payment.grants)):
            taken = await ledger.claw_back(tx.sql, f"{payment.key}:taken:{payment.moves}:{n}", key, rest) if rest else None
            if isinstance(taken, ledger.ClawedBack):
                rest -= taken.taken_mc + taken.debt_mc
        if rest:
            raise AssertionError(f"{rest} of {payment.key} cannot be taken back: more than was granted")
        mine = ledger.person(payment.person_id)
        await ledger.pay_debt(tx.sql, f"{payment.key}:owed:{payment.moves}", mine, actor="payments")  # with other credits there are, before they are missed
    else:
        key = f"{payment.key}:returned:{payment.moves}"
        source = Source.SUBSCRIPTION if payment.expires_at else SOURCES[payment.via]
        await ledger.grant(tx.sql, key, ledger.person(payment.person_id), payment.taken_mc - target, source, expires_at=payment.expires_at)
        payment.grants = [*payment.grants, key]
    payment.taken_mc = target


async def _freeze(tx: Tx, payment: Payment, before: dict[str, str]) -> None:
    wallet = ledger.person(payment.person_id)
    for dispute, state in payment.disputes.items():
        if before.get(dispute) == state:
            continue
        if state == "open":
            await ledger.freeze(tx.sql, f"dispute:{dispute}:open", wallet, actor="payments", why=dispute)
        elif before.get(dispute) == "open" and not await _others_open(payment):
            await ledger.thaw(tx.sql, f"dispute:{dispute}:{state}", wallet, actor="payments", why=dispute)


async def warned(tx: Tx, payment: Payment, warning: str) -> None:
    """An early fraud warning about a locked payment: its buyer spends nothing until an operator looked (`sysrai admin thaw`, or a refund)."""
    if not payment.warned:
        payment.warned = True
        await payment.save(update_fields=["warned"])
        await ledger.freeze(tx.sql, f"warning:{warning}", ledger.person(payment.person_id), actor="payments", why=warning)
        log.error("early fraud warning %s about payment %d of person %d: refund it, or thaw them", warning, payment.id, payment.person_id)


async def _others_open(payment: Payment) -> bool:
    family = await everybody(payment.person_id)
    others = await Payment.filter(person_id__in=family).exclude(id=payment.id)
    return "open" in payment.disputes.values() or any(one.warned or "open" in one.disputes.values() for one in others)


async def everybody(person_id: int) -> list[int]:
    """This person under every id they had before their accounts were linked, and the one they have now."""
    person = await Person.get(id=person_id)
    while person.merged_into_id:
        person = await Person.get(id=person.merged_into_id)
    found, rest = [person.id], [person.id]
    while rest:
        rest = list(await Person.filter(merged_into_id__in=rest).values_list("id", flat=True))
        found += rest
    return found


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
