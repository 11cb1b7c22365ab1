"""The `checkout` job of a purchase: asks the shop for the page to pay on, or makes the change of plan, and writes down what came back.

Killed anywhere it runs again: the idempotency key is made of the purchase's row, so that Stripe answers with the same page.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from stripe import StripeClient

from core.config import Settings
from core.errors import SetupFailed
from core.jobs import Job, transaction
from core.links import Links
from core.models import Customer, Person, Purchase
from core.people import name_of
from payments import purchases, subscriptions
from payments.books import now
from payments.catalogue import ITEMS, price_of
from payments.prices import Prices
from payments.stripe_api import Refused, asked

PAGE_S = 23 * 3600
"""How long a payment page lives. Stripe allows 24 hours from the moment it is made."""
LATE = timedelta(minutes=20)
"""A purchase whose page could not be had for so long is given up: nobody waits for it any more."""
PORTAL_S = 240
"""Portal pages are good for a few minutes only."""
LOCALES = {"en": "en", "es": "es", "pt-BR": "pt-BR", "fr": "fr", "de": "de", "ru": "ru", "ja": "ja", "zh-Hans": "zh"}


@dataclass(frozen=True)
class Page:
    """Where to pay, until when, and the shop's own id of it. `done`: nothing is to be paid, it happened to `subject`."""

    url: str = ""
    outside_id: str | None = None
    until: datetime | None = None
    done: bool = False
    subject: str = ""


Ask = Callable[[Purchase], Awaitable[Page]]


class Checkout:
    """Handles `checkout:<purchase id>`. `shops`: who makes the page, by `purchase.via`."""

    def __init__(self, shops: dict[str, Ask]) -> None:
        self._shops = shops

    async def __call__(self, job: Job) -> None:
        """Ask for the page of one purchase."""
        purchase = await Purchase.get(id=int(job.subject))
        shop = self._shops.get(purchase.via)
        if purchase.state != "asked" or shop is None:
            async with transaction() as tx:
                if purchase.state == "asked":
                    await purchases.failed(tx, purchase.id, "error-not-sold")
                tx.finish(job)
            return
        try:
            page = await self._page(shop, purchase)
        except (Refused, SetupFailed) as error:
            async with transaction() as tx:
                key = "error-setup-failed" if isinstance(error, SetupFailed) else "error-payment-refused"
                await purchases.failed(tx, purchase.id, key)
                tx.finish(job)
            return
        async with transaction() as tx:
            facts = {"state": "done" if page.done else "open", "url": page.url, "outside_id": page.outside_id, "url_until": page.until}
            await Purchase.filter(id=purchase.id, state="asked").update(**facts)
            await Purchase.filter(id=purchase.id, outside_id=None).update(outside_id=page.outside_id)
            tx.touch(f"purchase:{purchase.id}")
            if purchase.via == "stripe" and (page.subject or page.outside_id):
                tx.want("stripe", page.subject or str(page.outside_id), after_s=0.0 if page.done else PAGE_S + 600)
            tx.finish(job)

    async def _page(self, shop: Ask, purchase: Purchase) -> Page:
        if now() - purchase.created_at > LATE:
            raise Refused("late", "the page was asked for too long ago")
        return await shop(purchase)


class StripeShop:
    """Pages of Stripe: Checkout, the customer portal, and changes of a subscription."""

    def __init__(self, client: StripeClient, settings: Settings, links: Links) -> None:
        self._client, self._settings, self._links = client, settings, links
        self.prices = Prices(client)

    async def __call__(self, purchase: Purchase) -> Page:
        """The page for one purchase."""
        if purchase.kind == "portal":
            return await self._portal(purchase)
        if purchase.kind == "change":
            return await self._change(purchase)
        return await self._checkout(purchase)

    def return_url(self, purchase: Purchase) -> str:
        """Our page after the payment: it says how it went and leads back into the chat."""
        key = f"purchase/{purchase.id}"
        pass_ = self._links.pass_to(key, now=purchase.created_at.timestamp(), seconds=30 * 24 * 3600)
        return f"{self._settings.public_url.rstrip('/')}/paid/{pass_}/{purchase.id}"

    async def _checkout(self, purchase: Purchase) -> Page:
        item = ITEMS.get(purchase.item)
        if item is None or price_of(item, "stripe") != (purchase.amount, purchase.currency) or item.credits_mc != purchase.credits_mc:
            raise Refused("changed", "the price is not what it was when it was asked for")
        person = await Person.get(id=purchase.person_id)
        told = {"sysrai_purchase": str(purchase.id)}
        until = int(purchase.created_at.timestamp()) + PAGE_S
        back = self.return_url(purchase)
        plan = purchase.kind == "plan"
        session = await asked(
            self._client.v1.checkout.sessions.create_async(
                {
                    "mode": "subscription" if plan else "payment",
                    "customer": await self.customer(person),
                    "client_reference_id": str(purchase.id),
                    "line_items": [{"price": await self.prices.id_of(item), "quantity": 1}],
                    "success_url": back,
                    "cancel_url": back,
                    "allow_promotion_codes": True,
                    "automatic_tax": {"enabled": self._settings.stripe_tax},
                    "adaptive_pricing": {"enabled": False},  # what is asked for is what the chat said: dollars
                    "customer_update": {"address": "auto", "name": "auto"},
                    "locale": LOCALES.get(person.language, "auto"),
                    "expires_at": until,
                    "metadata": told,
                    **({"subscription_data": {"metadata": told}} if plan else {"payment_intent_data": {"metadata": told}}),
                },
                {"idempotency_key": f"checkout-{purchase.id}"},
            )
        )
        return Page(session.url or "", session.id, datetime.fromtimestamp(until, UTC))

    async def customer(self, person: Person) -> str:
        """The person's customer at Stripe, made at their first purchase. Our row is there before Stripe is asked."""
        row, _ = await Customer.get_or_create(person_id=person.id)
        if row.outside_id is None:
            made = await asked(
                self._client.v1.customers.create_async(
                    {"name": await name_of(person.id) or f"Person {person.id}", "metadata": {"sysrai_person": str(person.id)}},
                    {"idempotency_key": f"customer-{row.id}"},
                )
            )
            await Customer.filter(id=row.id).update(outside_id=made.id)
            row.outside_id = made.id
        return row.outside_id

    async def _portal(self, purchase: Purchase) -> Page:
        person = await Person.get(id=purchase.person_id)
        made = await asked(
            self._client.v1.billing_portal.sessions.create_async(
                {"customer": await self._paying_customer(person), "return_url": self.return_url(purchase)}, {"idempotency_key": f"portal-{purchase.id}"}
            )
        )
        return Page(made.url, None, datetime.fromtimestamp(time.time() + PORTAL_S, UTC))

    async def _paying_customer(self, person: Person) -> str:
        """The customer that pays the person's plan, which may be from before their accounts were linked."""
        one = await subscriptions.living(person.id)
        return one.customer if one and one.customer else await self.customer(person)

    async def _change(self, purchase: Purchase) -> Page:
        """Another plan, the end of one, or no end after all. A better plan is paid now for the time that is left, a lesser one begins with
        the next month: what is paid stays."""
        one = await subscriptions.living(purchase.person_id)
        if one is None:
            raise Refused("no_plan", "there is no plan to change")
        wish: dict[str, Any] = {"cancel_at_period_end": purchase.item == "cancel"}
        if purchase.item not in ("cancel", "resume"):
            found = await asked(self._client.v1.subscriptions.retrieve_async(one.outside_id))
            better = one.plan in ITEMS and ITEMS[purchase.item].cents > ITEMS[one.plan].cents
            wish["items"] = [{"id": found.items.data[0].id, "price": await self.prices.id_of(ITEMS[purchase.item])}]
            wish["proration_behavior"] = "always_invoice" if better else "none"
            wish["payment_behavior"] = "error_if_incomplete" if better else "allow_incomplete"
        await asked(self._client.v1.subscriptions.update_async(one.outside_id, wish, {"idempotency_key": f"change-{purchase.id}"}))  # type: ignore[arg-type]
        return Page(subject=one.outside_id, done=True)
