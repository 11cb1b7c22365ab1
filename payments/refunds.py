"""Money that an operator gives back. The row is written first; the `refund` job then asks the shop, once however often it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from stripe import StripeClient

from core.errors import BadInput
from core.jobs import Job, Tx, transaction
from core.models import Payment, Refund
from payments import books
from payments.stripe_api import Refused, asked

GiveBack = Callable[[Refund, Payment], Awaitable[str]]
"""Gives a refund's amount back at its shop; returns the shop's id of it. Raises Refused, Unavailable."""


async def ask(tx: Tx, payment_id: int, *, amount: int | None, by: str, why: str) -> Refund:
    """Write a refund down. `amount` in the payment's currency; None: all that is left. Raises BadInput."""
    payment = await Payment.filter(id=payment_id).select_for_update().get_or_none()
    if payment is None:
        raise BadInput(f"There is no payment {payment_id}.")
    asked_for = sum([one.amount for one in await Refund.filter(payment_id=payment.id, state="asked")])
    left = payment.gross - payment.refunded - asked_for
    amount = left if amount is None else amount
    if payment.via != "stripe" and amount != payment.gross:
        raise BadInput(f"Payments by {payment.via} are given back whole or not at all.")
    if not 0 < amount <= left:
        raise BadInput(f"Of payment {payment_id} {left} {payment.currency} are left to give back, not {amount}.")
    made = await Refund.create(payment_id=payment.id, amount=amount, by=by[:60], why=why[:200])
    tx.want("refund", made.id)
    return made


class Refunds:
    """Handles `refund:<id>`. `shops`: who gives back, by `payment.via`."""

    def __init__(self, shops: dict[str, GiveBack]) -> None:
        self._shops = shops

    async def __call__(self, job: Job) -> None:
        """Give one refund back."""
        refund = await Refund.get(id=int(job.subject))
        payment = await Payment.get(id=refund.payment_id)
        if refund.state != "asked":
            async with transaction() as tx:
                tx.finish(job)
            return
        try:
            if payment.via not in self._shops:
                raise Refused("no_shop", f"{payment.via} is not configured here, or gives nothing back by itself")
            outside_id = await self._shops[payment.via](refund, payment)
        except Refused as error:
            async with transaction() as tx:
                await Refund.filter(id=refund.id).update(state="failed", error=str(error))
                tx.finish(job)
            return
        async with transaction() as tx:
            tx.finish(job)
            await Refund.filter(id=refund.id).update(state="done", outside_id=outside_id)
            if payment.via == "stripe":
                tx.want("stripe", payment.outside_id)
            else:
                locked = await books.lock(payment.id)
                await books.stands(tx, locked, refunded=max(locked.refunded, refund.amount))


class StripeRefunds:
    """Gives back through Stripe, to the card that paid."""

    def __init__(self, client: StripeClient) -> None:
        self._client = client

    async def __call__(self, refund: Refund, payment: Payment) -> str:
        """Returns the refund's id at Stripe."""
        if not payment.outside_id.startswith("pi_"):
            raise Refused("nothing_paid", "nothing was paid for this, so nothing can be given back")
        made = await asked(
            self._client.v1.refunds.create_async(
                {"payment_intent": payment.outside_id, "amount": refund.amount, "metadata": {"sysrai_refund": str(refund.id)}},
                {"idempotency_key": f"refund-{refund.id}"},
            )
        )
        return made.id
