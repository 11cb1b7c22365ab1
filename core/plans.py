"""What a plan allows. Prices stand in `payments`; the queue and the quote need only this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tier = Literal["preview", "drawn", "draft", "standard", "cinema"]

RATE_MC: dict[Tier, int] = {"preview": 0, "drawn": 1000, "draft": 500, "standard": 1000, "cinema": 6000}
"""Milli-credits per finished second. One credit is one second at standard; `drawn` is paid in play credits only."""


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
