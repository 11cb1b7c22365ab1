"""Payments by Stars as they come in: a pre-checkout is answered at once, outside every queue and turn; a payment is booked with its update.

Called by the listener. What the purchase's message then shows follows from the booking.
"""

from __future__ import annotations

import logging

from telegram import Message, PreCheckoutQuery
from telegram.error import TelegramError

from bots.conversation.words import best, words
from payments import stars

log = logging.getLogger(__name__)


async def answer(query: PreCheckoutQuery) -> None:
    """Say whether this invoice may be paid; Telegram waits ten seconds for it."""
    problem = await stars.may_pay(query.invoice_payload, str(query.from_user.id), query.total_amount, query.currency)
    said = words(best(query.from_user.language_code or "")).text(problem) if problem else None
    try:
        await query.answer(ok=problem is None, error_message=said)
    except TelegramError as error:
        log.warning("a pre-checkout was not answered: %s", error)


async def happened(message: Message) -> None:
    """A payment arrived, or Stars were given back. Raises what the database raises: the update shall come again."""
    if back := message.refunded_payment:
        await stars.refunded(back.telegram_payment_charge_id)
        return
    paid, user = message.successful_payment, message.from_user
    if paid is None or user is None:
        return
    await stars.paid(
        stars.StarsPaid(
            paid.telegram_payment_charge_id, str(user.id), paid.invoice_payload, paid.total_amount, paid.currency, message.date,
            paid.subscription_expiration_date,
        )
    )  # fmt: skip
