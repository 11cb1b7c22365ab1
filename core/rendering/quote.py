"""What a render would cost and when it would be ready: nothing is written, nothing is spent."""

from __future__ import annotations

from dataclasses import dataclass

from core.models import Project, Version
from core.plans import Tier
from core.rendering.studio import Studio


@dataclass(frozen=True)
class Offer:
    """One tier. `total_mc` is exact. `ready_s` counts from the press, the queue included; `measured`: learned from real takes.

    `reused` of its `shots` were rendered before and cost nothing. `allowed`: the payer's plan includes the tier.
    """

    tier: Tier
    total_mc: int
    ready_s: float
    measured: bool
    shots: int
    reused: int
    allowed: bool


@dataclass(frozen=True)
class Quote:
    """Offers, the cheapest first; only tiers that something here can render. `recommended` is one of them.

    `can_dial`: "spend at most N" makes sense for the recommended tier.
    """

    offers: tuple[Offer, ...]
    recommended: Tier
    free_mc: int
    """What the payer could spend on the recommended tier now, play credits that will be granted included."""
    can_dial: bool

    def offer(self, tier: str) -> Offer | None:
        """The offer of this tier."""
        return next((offer for offer in self.offers if offer.tier == tier), None)


@dataclass(frozen=True)
class Dialled:
    """ "Spend at most N": what the film costs then, and which shots become cheaper. Shots by their number in the film."""

    total_mc: int
    kept: tuple[int, ...]
    cheaper: dict[Tier, tuple[int, ...]]
    """Shots that move to a cheaper rendered tier."""
    drawn: tuple[int, ...]
    """Shots that stay drawn, uncharged."""


async def quote(studio: Studio, project: Project, version: Version) -> Quote:
    """What rendering this version costs its owner at every tier that is offered."""
    raise NotImplementedError


async def dial(studio: Studio, project: Project, version: Version, tier: Tier, budget_mc: int) -> Dialled:
    """What `begin` does with this budget, exactly."""
    raise NotImplementedError
