"""Stars by the Bot API: invoice links, refunds, ends of subscriptions, and the list of transactions. Used by jobs; opened by the office.

Nothing here waits for a person: what people do with an invoice comes in through the chat's listener (`stars`).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

from telegram import Bot, LabeledPrice, StarTransaction, TransactionPartnerUser
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter
from telegram.request import HTTPXRequest
from tortoise import connections

from core.config import Settings
from core.errors import SetupFailed, Unavailable
from core.jobs import transaction
from core.models import Payment, Person, Purchase, Refund, Subscription
from payments import stars, subscriptions
from payments.catalogue import ITEMS, MONTH_S_STARS, Item
from payments.checkout import Page
from payments.stripe_api import Refused

log = logging.getLogger(__name__)

PAGE_MAX = 100
PAGES_MAX = 200
LINK_LIFE = timedelta(days=7)
TITLE_MAX, ABOUT_MAX = 32, 255
Invoice = Callable[[Item, str], tuple[str, str]]
"""Title and description of an item's invoice, in a language."""
T = TypeVar("T")
_SEEN = "SELECT (body ->> 'n')::int AS n FROM inbox WHERE source = 'looked' AND outside_id = 'stars-offset'"
_SEE = """INSERT INTO inbox (source, outside_id, body, at) VALUES ('looked', 'stars-offset', $1::jsonb, now())
 ON CONFLICT (source, outside_id) DO UPDATE SET body = excluded.body, at = now() RETURNING id"""


async def asked(call: Awaitable[T]) -> T:
    """The answer of the Bot API. Raises Unavailable to try again, Refused for a final no, SetupFailed for a wrong token."""
    try:
        return await call
    except BadRequest as error:
        raise Refused(error.message, error.message) from error
    except InvalidToken as error:
        raise SetupFailed("Telegram refuses the bot's token. Is SYSRAI_TELEGRAM_TOKEN right?") from error
    except (RetryAfter, NetworkError) as error:
        raise Unavailable(f"Telegram does not answer: {error}") from error


class StarsShop:
    """The bot, as a shop: a page to pay on, a refund, a look at what was paid."""

    def __init__(self, settings: Settings, invoice: Invoice) -> None:
        self._invoice = invoice
        api = settings.telegram_api_url.rstrip("/")
        self._bot = Bot(settings.telegram_token.get_secret_value(), base_url=f"{api}/bot", request=HTTPXRequest(4, read_timeout=20, connect_timeout=10))

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.shutdown()

    async def _ready(self) -> Bot:
        await asked(self._bot.initialize())
        return self._bot

    async def page(self, purchase: Purchase) -> Page:
        """A link that opens the invoice; asking again gives another link for the same purchase, which is paid once."""
        if purchase.kind == "change":
            return await self._change(purchase)
        item = ITEMS[purchase.item]
        person = await Person.get(id=purchase.person_id)
        title, said = self._invoice(item, person.language)
        bot = await self._ready()
        link = await asked(
            bot.create_invoice_link(
                title[:TITLE_MAX], said[:ABOUT_MAX], stars.payload_of(purchase), "XTR", [LabeledPrice(title[:TITLE_MAX], purchase.amount)],
                subscription_period=MONTH_S_STARS if item.kind == "plan" else None,
            )
        )  # fmt: skip
        return Page(link, None, purchase.created_at + LINK_LIFE)

    async def _change(self, purchase: Purchase) -> Page:
        """The end of a plan, or no end after all. Other changes there are not: one ends, another begins."""
        one = next((one for one in await subscriptions.of(purchase.person_id) if one.via == "stars" and one.state == "active"), None)
        if one is None or purchase.item not in ("cancel", "resume"):
            raise Refused("no_plan", "there is no plan of Stars to change so")
        user, _, charge = one.customer.partition(":")
        bot = await self._ready()
        await asked(bot.edit_user_star_subscription(int(user), charge, purchase.item == "cancel"))
        async with transaction() as tx:
            locked = await Subscription.filter(id=one.id).select_for_update().get()
            await subscriptions.stands(tx, locked, state=locked.state, next_plan="" if purchase.item == "cancel" else locked.plan)
        return Page(done=True)

    async def give_back(self, refund: Refund, payment: Payment) -> str:
        """Give the Stars of a payment back, once: a charge that was given back before counts as done."""
        bot = await self._ready()
        users = await stars.users_of(payment.person_id)
        for user in users:
            try:
                await asked(bot.refund_star_payment(user, payment.outside_id))
                return f"stars:{payment.outside_id}"
            except Refused as error:
                if "ALREADY_REFUNDED" in error.code.upper():
                    return f"stars:{payment.outside_id}"
                if user == users[-1]:
                    raise
        raise Refused("no_user", "nobody on Telegram is known who paid this")

    async def look(self, since: datetime) -> int:
        """Every transaction that was not looked at yet: payments and refunds that no update told. Returns how many were new."""
        rows = await connections.get("default").execute_query_dict(_SEEN)
        offset, new = (rows[0]["n"] if rows else 0), 0
        bot = await self._ready()
        for _ in range(PAGES_MAX):
            page = (await asked(bot.get_star_transactions(offset=offset, limit=PAGE_MAX))).transactions
            for one in page:
                new += await _seen(one)
            offset += len(page)
            async with transaction() as tx:
                await tx.sql.execute_query_dict(_SEE, [json.dumps({"n": offset})])
            if len(page) < PAGE_MAX:
                break
        return new


async def _seen(one: StarTransaction) -> bool:
    source, receiver = one.source, one.receiver
    if isinstance(source, TransactionPartnerUser) and source.invoice_payload and not await stars.is_known(one.id):
        until = one.date + source.subscription_period if isinstance(source.subscription_period, timedelta) else None
        return await stars.paid(stars.StarsPaid(one.id, str(source.user.id), source.invoice_payload, one.amount, "XTR", one.date, until))
    if isinstance(receiver, TransactionPartnerUser) and receiver.invoice_payload and await stars.is_known(one.id):
        await stars.refunded(one.id)
    return False
