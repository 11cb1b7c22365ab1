"""What is for sale and for how much: the only file that knows prices. Read by the shop's views, `sync`, the checkouts and the margin.

Prices are US cents before tax. In Stars a price is the dollars at 77 Stars a dollar, rounded up to ten; Telegram pays out about
$0.013 for a Star, so that both come to the same. What a plan allows stands in `core/plans.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.ledger.credits import to_mc

Via = Literal["stripe", "stars", "discord"]
CURRENCY = "usd"
STARS = "xtr"
STARS_PER_DOLLAR = 77
CENTS_PER_STAR = 1.3
"""What Telegram pays out."""
STARS_SUBSCRIPTION_MAX = 10_000
"""Telegram's limit for a subscription; a dearer plan is not sold there."""
MONTH_S_STARS = 2_592_000
"""The one subscription period Telegram knows: 30 days."""


@dataclass(frozen=True)
class Item:
    """Something for sale. `cents_discord`: its price in Discord's own shop, never higher than `cents`; None: not sold there."""

    name: str
    kind: Literal["pack", "plan"]
    credits: int
    cents: int
    cents_discord: int | None = None

    @property
    def lookup_key(self) -> str:
        """Finds the price at Stripe. It carries the price, so that another price is another key and old subscriptions keep theirs."""
        return f"sysrai-{self.name}-{self.cents}"

    @property
    def credits_mc(self) -> int:
        """The credits in milli-credits."""
        return to_mc(self.credits)

    @property
    def stars(self) -> int | None:
        """The price in Stars; None where Telegram does not take that much."""
        stars = -(-self.cents * STARS_PER_DOLLAR // 1000) * 10
        return None if self.kind == "plan" and stars > STARS_SUBSCRIPTION_MAX else stars

    @property
    def usd_per_credit(self) -> float:
        """What one credit costs when bought so."""
        return self.cents / 100 / self.credits


PACKS = (
    Item("pack-60", "pack", 60, 500, 499),
    Item("pack-600", "pack", 600, 4500, 4499),
    Item("pack-1800", "pack", 1800, 13000, 12999),
    Item("pack-3600", "pack", 3600, 25000, 24999),
)
PLANS = (
    Item("indie", "plan", 300, 2000, 1999),
    Item("studio", "plan", 1500, 9000, 8999),
    Item("network", "plan", 8000, 40000, 39999),
)
ITEMS: dict[str, Item] = {item.name: item for item in (*PACKS, *PLANS)}
LOWEST_USD_PER_CREDIT = min(item.usd_per_credit for item in ITEMS.values())
"""The lowest price at which a credit is sold: what the price floor is measured against."""


def price_of(item: Item, via: Via) -> tuple[int, str] | None:
    """(amount, currency) of an item at one shop; None: not sold there."""
    amount = {"stripe": item.cents, "stars": item.stars, "discord": item.cents_discord}[via]
    return None if amount is None else (amount, STARS if via == "stars" else CURRENCY)


def pack_for(missing_mc: int) -> Item:
    """The smallest pack that covers what is missing; the largest where none does."""
    return next((pack for pack in PACKS if pack.credits_mc >= missing_mc), PACKS[-1])
