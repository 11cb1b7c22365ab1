"""What a plan allows. Prices stand in `payments`; the queue and the quote need only this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tier = Literal["preview", "drawn", "draft", "standard", "cinema"]

RATE_MC: dict[Tier, int] = {"preview": 0, "drawn": 1000, "draft": 500, "standard": 1000, "cinema": 6000}
"""Milli-credits per finished second. One credit is one second at standard; `drawn` is paid in play credits only."""

LOWEST_CREDIT_USD = 0.05
"""The lowest price at which a credit is sold in any pack or plan, in US dollars (8,000 a month for $400)."""
COST_SHARE_MAX = 0.4
"""The price floor: what a finished second costs us stays under this share of the lowest price paid for it."""


def floor_usd(tier: Tier) -> float:
    """The most one finished second of this tier may cost us, in US dollars."""
    return RATE_MC[tier] / 1000 * LOWEST_CREDIT_USD * COST_SHARE_MAX


@dataclass(frozen=True)
class Plan:
    """`priority`: who is served first when the queue is full, higher first. `films_at_once`: renders running together."""

    name: str
    films_at_once: int
    tiers: tuple[Tier, ...]
    priority: int


FREE = Plan("free", 1, ("preview", "drawn", "draft", "standard"), 0)
INDIE = Plan("indie", 2, ("preview", "drawn", "draft", "standard", "cinema"), 1)
STUDIO = Plan("studio", 5, ("preview", "drawn", "draft", "standard", "cinema"), 2)
NETWORK = Plan("network", 20, ("preview", "drawn", "draft", "standard", "cinema"), 3)
PLANS: dict[str, Plan] = {plan.name: plan for plan in (FREE, INDIE, STUDIO, NETWORK)}


def plan_of(settings: dict[str, object]) -> Plan:
    """The plan named in a person's settings; Free unless a subscription put another there."""
    return PLANS[str(settings.get("plan", FREE.name))]
