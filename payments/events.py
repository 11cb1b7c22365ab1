"""The `stripe` job of an object: something happened to it, so it is fetched again and booked as it stands now.

Webhooks, our own calls and the reconciliation all only wish for this job; what they were told is never believed, so that order,
duplicates and delays do not matter. The subject is Stripe's id, whose prefix says what it is: cs_ in_ sub_ pi_ issfr_.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import stripe
from stripe import StripeClient

from core.jobs import Job, Tx, transaction
from core.ledger import ledger
from core.ledger.credits import to_mc
from core.models import Customer, Payment, Purchase, Subscription
from payments import books, purchases, subscriptions
from payments.prices import Prices, Sold, told
from payments.stripe_api import Refused, asked

log = logging.getLogger(__name__)

DISPUTES: dict[str, str] = {
    "needs_response": "open", "under_review": "open", "won": "won", "lost": "lost", "prevented": "won",
    "warning_needs_response": "asked", "warning_under_review": "asked", "warning_closed": "won",
}  # fmt: skip
"""Stripe's states of a dispute as the books know them. An inquiry ("warning") takes no money yet."""
RENEWALS = ("subscription_create", "subscription_cycle")


class StripeEvents:
    """Handles `stripe:<id>`."""

    def __init__(self, client: StripeClient, prices: Prices) -> None:
        self._client, self._prices = client, prices
        self._kinds: dict[str, Callable[[str], Awaitable[Callable[[Tx], Awaitable[None]] | None]]] = {
            "cs": self._session, "in": self._invoice, "sub": self._subscription, "pi": self._payment, "issfr": self._warning,
        }  # fmt: skip

    async def __call__(self, job: Job) -> None:
        """Fetch one object and book it."""
        fetch = self._kinds.get(job.subject.split("_")[0])
        try:
            book = await fetch(job.subject) if fetch else None
        except Refused as error:
            log.warning("Stripe does not show %s: %s", job.subject, error)
            book = None
        async with transaction() as tx:
            tx.finish(job)
            if book:
                await book(tx)

    async def _session(self, id: str) -> Callable[[Tx], Awaitable[None]] | None:
        session = await asked(self._client.v1.checkout.sessions.retrieve_async(id))
        known = await Purchase.get_or_none(outside_id=id) or await _purchase_in(session.metadata)
        if known is None:
            log.info("checkout session %s is none of ours", id)
            return None

        async def book(tx: Tx) -> None:
            purchase = await Purchase.filter(id=known.id).select_for_update().get()
            if purchase.outside_id is None:
                await Purchase.filter(id=purchase.id).update(outside_id=id)
            if session.status == "expired":
                await purchases.failed(tx, purchase.id, "error-page-expired", "expired")
            elif session.mode == "payment" and session.payment_status in ("paid", "no_payment_required"):
                intent = _id(session.payment_intent)
                paid = books.Arrival(
                    key=f"stripe:{id}", via="stripe", outside_id=intent or id, person_id=purchase.person_id, account=purchase.account,
                    item=purchase.item, gross=session.amount_total or 0, tax=session.total_details.amount_tax if session.total_details else 0,
                    currency=session.currency or "usd", credits_mc=purchase.credits_mc, at=_time(session.created), fee=None if intent else 0,
                )  # fmt: skip
                if await books.arrived(tx, paid, purchase) and intent:
                    tx.want("stripe", intent)
            elif session.mode == "subscription" and session.status == "complete":
                for one in (_id(session.subscription), _id(session.invoice)):
                    if one:
                        tx.want("stripe", one)

        return book

    async def _subscription(self, id: str) -> Callable[[Tx], Awaitable[None]] | None:
        found = await asked(self._client.v1.subscriptions.retrieve_async(id))
        facts = await self._facts(found)
        if facts is None:
            return None

        async def book(tx: Tx) -> None:
            one = await _row(tx, found, facts)
            await subscriptions.stands(tx, one, state=facts.state, next_plan=facts.next_plan)
            if invoice := _id(found.latest_invoice):
                tx.want("stripe", invoice)

        return book

    async def _facts(self, found: stripe.Subscription) -> _Facts | None:
        """Whose subscription it is and how it stands; None: none of ours."""
        purchase = await _purchase_in(found.metadata)
        customer = await Customer.get_or_none(outside_id=_id(found.customer))
        sold = await self._prices.item_of(_id(found.items.data[0].price) or "")
        if sold is None or (purchase is None and customer is None):
            log.info("subscription %s is none of ours", found.id)
            return None
        ends = found.cancel_at_period_end or found.cancel_at is not None or found.status == "canceled"
        person_id = purchase.person_id if purchase else customer.person_id if customer else 0
        return _Facts(person_id, purchase, found.status, "" if ends else sold.item.name, _id(found.customer) or "")

    async def _invoice(self, id: str) -> Callable[[Tx], Awaitable[None]] | None:
        invoice = await asked(self._client.v1.invoices.retrieve_async(id, {"expand": ["payments"]}))
        details = invoice.parent.subscription_details if invoice.parent else None
        if details is None:
            return None
        found = await asked(self._client.v1.subscriptions.retrieve_async(_id(details.subscription) or ""))
        facts = await self._facts(found)
        if facts is None:
            return None
        lines = [(line, await self._prices.item_of(_price_of(line))) for line in await asked(_all(invoice.lines))]

        async def book(tx: Tx) -> None:
            one = await _row(tx, found, facts)
            await subscriptions.stands(tx, one, state=facts.state, next_plan=facts.next_plan)
            if invoice.status == "paid":
                await _paid_invoice(tx, one, invoice, lines, facts.purchase)

        return book

    async def _payment(self, id: str) -> Callable[[Tx], Awaitable[None]] | None:
        known = await Payment.get_or_none(via="stripe", outside_id=id)
        if known is None:
            return None
        intent = await asked(self._client.v1.payment_intents.retrieve_async(id, {"expand": ["latest_charge.balance_transaction"]}))
        charge: Any = intent.latest_charge
        if charge is None:
            return None
        disputes = await self._disputes(id) if charge.disputed or known.disputes else {}
        warnings = await asked(self._client.v1.radar.early_fraud_warnings.list_async({"payment_intent": id, "limit": 10}))
        fee = charge.balance_transaction.fee if charge.balance_transaction else None

        async def book(tx: Tx) -> None:
            payment = await books.lock(known.id)
            await books.stands(tx, payment, refunded=charge.amount_refunded, disputes=disputes, fee=fee)
            for warning in warnings.data:
                await books.warned(tx, payment, warning.id)

        return book

    async def _disputes(self, intent: str) -> dict[str, str]:
        page = await asked(self._client.v1.disputes.list_async({"payment_intent": intent, "limit": 100}))
        return {dispute.id: DISPUTES.get(dispute.status, "open") for dispute in page.data}

    async def _warning(self, id: str) -> Callable[[Tx], Awaitable[None]] | None:
        warning = await asked(self._client.v1.radar.early_fraud_warnings.retrieve_async(id))

        async def book(tx: Tx) -> None:
            if intent := _id(warning.payment_intent):
                tx.want("stripe", intent)

        return book


@dataclass(frozen=True)
class _Facts:
    """A subscription at Stripe, as far as we care."""

    person_id: int
    purchase: Purchase | None
    state: str
    next_plan: str
    customer: str


async def _row(tx: Tx, found: stripe.Subscription, facts: _Facts) -> Subscription:
    """Our row of a subscription, locked; made when it is first heard of."""
    place = (facts.purchase.place_id, facts.purchase.thread) if facts.purchase else (None, "")
    await tx.sql.execute_query_dict(
        """INSERT INTO subscription (via, outside_id, customer, person_id, place_id, thread, plan, next_plan, state, created_at)
           VALUES ('stripe', $1, $2, $3, $4, $5, '', '', '', now()) ON CONFLICT (via, outside_id) DO NOTHING RETURNING id""",
        [found.id, facts.customer, facts.person_id, *place],
    )
    return await Subscription.filter(via="stripe", outside_id=found.id).select_for_update().get()


async def _paid_invoice(
    tx: Tx, one: Subscription, invoice: stripe.Invoice, lines: list[tuple[stripe.InvoiceLineItem, Sold | None]], purchase: Purchase | None
) -> None:  # fmt: skip
    """A paid month, or the paid difference to a better plan."""
    bought = bought_by([(line.amount, item, _is_proration(line)) for line, item in lines], renewal=invoice.billing_reason in RENEWALS)
    ours = [(line, item) for line, item in lines if item and line.amount >= 0]
    if bought is None or not ours:
        return
    plan, credits_mc = bought
    until = max(_time(line.period.end) for line, _ in ours)
    intents = [_id(one_.payment.payment_intent) for one_ in invoice.payments.data if one_.status == "paid"] if invoice.payments else []
    intent = next((found for found in intents if found), None)
    first = purchase if invoice.billing_reason == "subscription_create" else None
    paid = books.Arrival(
        key=f"stripe:{invoice.id}", via="stripe", outside_id=intent or str(invoice.id), person_id=one.person_id, account=ledger.person(one.person_id),
        item=plan, gross=invoice.amount_paid, tax=sum(tax.amount for tax in invoice.total_taxes or []), currency=invoice.currency, credits_mc=credits_mc,
        at=_time(invoice.created), expires_at=subscriptions.next_month(until), subscription_id=one.id, fee=None if intent else 0,
    )  # fmt: skip
    await subscriptions.paid_month(tx, one, plan=plan, since=_time(invoice.created), until=until)  # first: it locks the person, the books the wallet
    locked = await Purchase.filter(id=first.id).select_for_update().get() if first else None
    if await books.arrived(tx, paid, locked) and intent:
        tx.want("stripe", intent)


def bought_by(lines: list[tuple[int, Sold | None, bool]], *, renewal: bool) -> tuple[str, int] | None:
    """(plan, milli-credits) of an invoice's lines as (amount, what was sold, prorated); None: it bought nothing of ours.

    A renewal brings the whole month. A change of plan brings the difference in credits for the time that is left: each prorated line
    is its price's share, rounded down to whole credits; never less than nothing.
    """
    whole = [sold.item for amount, sold, prorated in lines if sold and not prorated and amount >= 0]
    if renewal and whole:
        return whole[-1].name, whole[-1].credits_mc
    parts = [(amount, sold) for amount, sold, prorated in lines if sold and prorated]
    better = [sold.item for amount, sold in parts if amount > 0]
    if not better:
        return None
    shares = [(1 if amount > 0 else -1) * (sold.item.credits * abs(amount) // sold.cents) for amount, sold in parts]
    return better[-1].name, to_mc(max(0, sum(shares)))


async def _all(lines: stripe.ListObject[stripe.InvoiceLineItem]) -> list[stripe.InvoiceLineItem]:
    return [line async for line in lines.auto_paging_iter()]


def _is_proration(line: stripe.InvoiceLineItem) -> bool:
    parent = line.parent
    details = (parent.subscription_item_details or parent.invoice_item_details) if parent else None
    return bool(details and details.proration)


def _price_of(line: stripe.InvoiceLineItem) -> str:
    details = line.pricing.price_details if line.pricing else None
    return (_id(details.price) or "") if details else ""


async def _purchase_in(metadata: Any) -> Purchase | None:
    number = told(metadata, "sysrai_purchase")
    return await Purchase.get_or_none(id=int(number)) if number.isascii() and number.isdigit() and len(number) < 18 else None


def _id(thing: Any) -> str | None:
    """The id of something that Stripe gives whole, by id, or not at all."""
    return thing if isinstance(thing, str) or thing is None else str(thing.id)


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
