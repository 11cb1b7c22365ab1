"""Discord's own shop (Premium Apps): what is bought there is an entitlement, which a look once a minute finds. Behind SYSRAI_DISCORD_SKUS.

    bought -> entitlement in the list -> credits -> consumed -> done
                    '-- deleted: refunded there; its credits go

Credits come first and only then is a consumable consumed, so that nothing is lost when we die in between: the key of the credits is the
entitlement's id, and what was not consumed yet is seen again. Discord keeps a share of the price, which counts as the fee.
"""

from __future__ import annotations

import base64
import binascii
import logging
from datetime import datetime, timedelta
from typing import Any

import aiohttp

from core.config import Settings
from core.errors import NotYours, SetupFailed, Unavailable
from core.jobs import Tx, transaction
from core.ledger import ledger
from core.linking import who_now
from core.models import Identity, Payment, Person, Subscription
from core.people import person_for
from payments import books, subscriptions
from payments.catalogue import CURRENCY, ITEMS, Item
from payments.till import till_for

log = logging.getLogger(__name__)

PLATFORM = "discord"
EVERY_S = 60.0
PAGE_MAX = 100
PAGES_MAX = 100
SHARE_KEPT = 30
"""Percent of the price that Discord keeps."""
MONTH = timedelta(days=31)


def application_id(settings: Settings) -> str:
    """The application's id, which a bot's token begins with; empty without a token."""
    first = settings.discord_token.get_secret_value().split(".")[0]
    try:
        found = base64.b64decode(first + "=" * (-len(first) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return found if found.isascii() and found.isdigit() else ""


def store_link(settings: Settings, sku: str | None) -> str:
    """The address of an item in Discord's shop; empty where it is not sold there."""
    application = application_id(settings)
    return f"https://discord.com/application-directory/{application}/store/{sku}" if sku and application else ""


class DiscordShop:
    """The list of entitlements of one application."""

    def __init__(self, settings: Settings) -> None:
        self._items = {sku: ITEMS[name] for name, sku in till_for(settings).skus.items()}
        self._application = application_id(settings)
        self._url = f"{settings.discord_api_url.rstrip('/')}/applications/{self._application}/entitlements"
        self._headers = {"Authorization": f"Bot {settings.discord_token.get_secret_value()}"}

    async def look(self, since: datetime) -> int:
        """Book whatever is in the list and was not booked. Returns how much was new. Raises Unavailable, SetupFailed."""
        new, after = 0, "0"
        timeout = aiohttp.ClientTimeout(total=20)
        async with aiohttp.ClientSession(headers=self._headers, timeout=timeout) as http:
            for _ in range(PAGES_MAX):
                page = await self._ask(http, "GET", f"{self._url}?limit={PAGE_MAX}&after={after}")
                for one in sorted(page, key=lambda one: int(one["id"])):
                    new += await self._seen(http, one)
                    after = one["id"]
                if len(page) < PAGE_MAX:
                    break
        return new

    async def _ask(self, http: aiohttp.ClientSession, method: str, url: str) -> Any:
        try:
            async with http.request(method, url) as answer:
                if answer.status in (401, 403):
                    raise SetupFailed("Discord does not let this bot see its application's entitlements. Is the token right?")
                if answer.status == 429 or answer.status >= 500:
                    raise Unavailable(f"Discord answers {answer.status}")
                if answer.status >= 400:
                    raise RuntimeError(f"Discord answers {answer.status} to {method} {url.partition('?')[0]}: {(await answer.text())[:200]}")
                return await answer.json() if answer.status == 200 else None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable(f"Discord does not answer: {type(error).__name__}") from error

    async def _seen(self, http: aiohttp.ClientSession, one: dict[str, Any]) -> bool:
        item = self._items.get(str(one["sku_id"]))
        if item is None or not one.get("user_id") or str(one.get("application_id")) != self._application:
            return False
        if one.get("deleted"):
            return await _gone(str(one["id"]))
        if item.kind == "plan":
            return await _month(one, item)
        if one.get("consumed"):
            return False
        new = await _pack(one, item)
        await self._ask(http, "POST", f"{self._url}/{one['id']}/consume")
        return new


async def _buyer(tx: Tx, one: dict[str, Any]) -> Person:
    """Who bought it. Somebody who is blocked here has paid, too, and holds up nobody else's purchase."""
    try:
        return await person_for(tx, PLATFORM, str(one["user_id"]))
    except NotYours:
        return await who_now((await Identity.get(platform=PLATFORM, outside_id=str(one["user_id"]))).person_id)


async def _pack(one: dict[str, Any], item: Item) -> bool:
    async with transaction() as tx:
        person = await _buyer(tx, one)
        return await books.arrived(tx, _arrival(one, item, person.id, f"discord:{one['id']}"))


def _arrival(one: dict[str, Any], item: Item, person_id: int, key: str, **month: Any) -> books.Arrival:
    gross = item.cents_discord or 0
    return books.Arrival(
        key=key, via="discord", outside_id=str(one["id"]), person_id=person_id, account=ledger.person(person_id), item=item.name, gross=gross,
        currency=CURRENCY, credits_mc=item.credits_mc, at=books.now(), fee=gross * SHARE_KEPT // 100, **month,
    )  # fmt: skip


async def _month(one: dict[str, Any], item: Item) -> bool:
    """A paid month of a plan: the entitlement stays the same, its end moves on."""
    begins = datetime.fromisoformat(one["starts_at"]) if one.get("starts_at") else books.now()
    until = datetime.fromisoformat(one["ends_at"]) if one.get("ends_at") else begins + MONTH
    if until < books.now():
        return False
    async with transaction() as tx:
        person = await _buyer(tx, one)
        await tx.sql.execute_query_dict(
            """INSERT INTO subscription (via, outside_id, customer, person_id, thread, plan, next_plan, state, created_at)
               VALUES ('discord', $1, $2, $3, '', '', '', '', now()) ON CONFLICT (via, outside_id) DO NOTHING RETURNING id""",
            [str(one["id"]), str(one["user_id"])[:64], person.id],
        )
        row = await Subscription.filter(via="discord", outside_id=str(one["id"])).select_for_update().get()
        await subscriptions.stands(tx, row, state="active", next_plan=item.name)
        await subscriptions.paid_month(tx, row, plan=item.name, since=until - MONTH, until=until)
        key = f"discord:{one['id']}:{until:%Y-%m-%d}"
        return await books.arrived(tx, _arrival(one, item, person.id, key, expires_at=until + MONTH, subscription_id=row.id))


async def _gone(id: str) -> bool:
    """Refunded at Discord: credits go, a plan ends."""
    for known in await Payment.filter(via="discord", outside_id=id, refunded=0):
        async with transaction() as tx:
            row = await Subscription.filter(via="discord", outside_id=id).select_for_update().first()
            if row:
                await subscriptions.stands(tx, row, state="canceled", next_plan="")
            payment = await books.lock(known.id)
            await books.stands(tx, payment, refunded=payment.gross)
    return False
