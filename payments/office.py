"""The payments of one process, put together: every shop that the settings open, and the job handlers. Called by the wiring.

Queue `work`: checkout, stripe, refund, plan, reconcile, expire, thank, gift.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import stripe
from stripe import StripeClient
from tortoise.expressions import F

from core.config import Settings
from core.jobs import Handler, transaction
from core.ledger.credits import format_credits
from core.links import Links
from core.models import Job as JobRow
from payments import discord_apps, promotions, reconcile, stripe_api, subscriptions
from payments.catalogue import Item
from payments.checkout import Ask, Checkout, StripeShop
from payments.events import StripeEvents
from payments.reconcile import Look, Reconcile, StripeLook
from payments.refunds import GiveBack, Refunds, StripeRefunds
from payments.till import Till, till_for

if TYPE_CHECKING:
    from payments.stars_api import Invoice, StarsShop


@dataclass(frozen=True)
class Office:
    """`client`: None where Stripe is not configured. Close it at the end."""

    settings: Settings
    till: Till
    client: StripeClient | None
    http: stripe.HTTPXClient | None
    handlers: dict[str, Handler]
    looks: dict[str, Look]
    stars: StarsShop | None = None

    async def begin(self) -> None:
        """Wish for the jobs that run for ever, where nobody has yet."""
        wanted = [("expire", "credits"), *(("reconcile", shop) for shop in self.looks)]
        async with transaction() as tx:
            for kind, subject in wanted:
                if not await JobRow.filter(kind=kind, subject=subject, done__lt=F("wanted")).exists():
                    tx.want(kind, subject)

    async def close(self) -> None:
        """Close the clients."""
        if self.http:
            await self.http.close_async()  # type: ignore[no-untyped-call]
        if self.stars:
            await self.stars.close()


def plain_invoice(item: Item, language: str) -> tuple[str, str]:
    """An invoice in English, for whoever has no other words."""
    return f"{item.name.title()}: {format_credits(item.credits_mc, language)} credits", "Films by Sysrai."


def open_office(settings: Settings, links: Links, invoice: Invoice = plain_invoice) -> Office:
    """Every shop that is configured. `invoice` says what stands on an invoice in a chat."""
    client, http = stripe_api.open_client(settings) or (None, None)
    shops: dict[str, Ask] = {}
    back: dict[str, GiveBack] = {}
    looks: dict[str, Look] = {}
    handlers: dict[str, Handler] = {"plan": subscriptions.plan_job, "expire": reconcile.expire, "thank": promotions.first_purchase, "gift": promotions.gift_job}
    if client:
        shop = StripeShop(client, settings, links)
        shops["stripe"], back["stripe"], looks["stripe"] = shop, StripeRefunds(client), StripeLook(client)
        handlers["stripe"] = StripeEvents(client, shop.prices)
    star_shop = _stars(settings, invoice) if till_for(settings).stars else None
    if star_shop:
        shops["stars"], back["stars"], looks["stars"] = star_shop.page, star_shop.give_back, star_shop.look
    if till_for(settings).skus and settings.discord_token.get_secret_value():
        looks["discord"] = discord_apps.DiscordShop(settings).look
    handlers |= {"checkout": Checkout(shops), "refund": Refunds(back), "reconcile": Reconcile(looks, {"discord": discord_apps.EVERY_S})}
    return Office(settings, till_for(settings), client, http, handlers, looks, star_shop)


def _stars(settings: Settings, invoice: Invoice) -> StarsShop:
    from payments.stars_api import StarsShop  # brings the Telegram library: only where it is needed

    return StarsShop(settings, invoice)
