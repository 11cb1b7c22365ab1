"""What a render would cost and when it would be ready: nothing is written, nothing is spent."""

from __future__ import annotations

from dataclasses import dataclass

from tortoise import connections

from core.errors import BadInput
from core.ledger import ledger
from core.models import Person, Project, Version
from core.plans import RATE_MC, Tier, plan_of
from core.rendering.costs import may_serve
from core.rendering.pace import Pool, assembly_s, ready_s
from core.rendering.pricing import CHEAPER, priced
from core.rendering.studio import Studio
from core.writing.script import FPS, Script


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
    """Offers, the cheapest first; only tiers that something here can render. `recommended` is one of them, None if there is none.

    `can_dial`: "spend at most N" makes sense for the recommended tier.
    """

    offers: tuple[Offer, ...]
    recommended: Tier | None
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


async def quote(studio: Studio, project: Project, version: Version, *, payer_id: int | None = None) -> Quote:
    """What rendering this version costs the payer (the project's owner, unless said otherwise) at every tier that is offered.

    Raises BadInput when the version has no script.
    """
    script = await _script(studio, version)
    payer = await Person.get(id=payer_id or project.owner_id)
    plan = plan_of(payer.settings)
    offers = []
    for tier in await offered(studio):
        shots = await priced(studio, project, script, tier)
        new_s = sum(one.plan.frames for one in shots if one.take is None) / FPS
        rendered_s, measured = await ready_s(Pool.of(studio.renderer_for(tier)), tier, new_s, person_id=payer.id)
        wait_s = rendered_s + await assembly_s(script.length_s)
        reused = sum(one.take is not None for one in shots)
        offers.append(Offer(tier, sum(one.price_mc for one in shots), wait_s, measured, len(shots), reused, tier in plan.tiers))
    offers.sort(key=lambda offer: (RATE_MC[offer.tier], offer.tier))
    recommended = _recommended(offers)
    total_mc = next((offer.total_mc for offer in offers if offer.tier == recommended), 0)
    wallet = await ledger.balance(connections.get("default"), ledger.person(payer.id))
    free_mc = total_mc if recommended and studio.plays(recommended) else wallet.free_of(ledger.REAL)
    return Quote(tuple(offers), recommended, free_mc, recommended in CHEAPER and total_mc > 0)


async def offered(studio: Studio) -> list[Tier]:
    """The tiers that can be bought here: those with a renderer that does not lose money; `drawn` only where play credits exist.

    The animatic is not among them.
    """
    rendered = [tier for tier in studio.renderers if tier != "preview" and (tier != "drawn" or studio.play)]
    return [tier for tier in rendered if await may_serve(studio.renderer_for(tier), tier)]


async def dial(studio: Studio, project: Project, version: Version, tier: Tier, budget_mc: int) -> Dialled:
    """What `begin` does with this budget, exactly. Raises BadInput when the version has no script or the tier no renderer."""
    if tier not in await offered(studio):
        raise BadInput(f"Nothing here renders {tier}.", key="error-tier-not-offered", tier=tier)
    shots = await priced(studio, project, await _script(studio, version), tier, budget_mc)
    cheaper: dict[Tier, list[int]] = {}
    for one in shots:
        if not one.spared and one.plan.tier != tier:
            cheaper.setdefault(one.plan.tier, []).append(one.plan.number)
    return Dialled(
        total_mc=sum(one.price_mc for one in shots),
        kept=tuple(one.plan.number for one in shots if not one.spared and one.plan.tier == tier),
        cheaper={each: tuple(numbers) for each, numbers in cheaper.items()},
        drawn=tuple(one.plan.number for one in shots if one.spared),
    )


def _recommended(offers: list[Offer]) -> Tier | None:
    """Standard, where it is offered; else the best that the plan allows."""
    allowed = [offer.tier for offer in offers if offer.allowed]
    if "standard" in allowed:
        return "standard"
    return allowed[-1] if allowed else None


async def _script(studio: Studio, version: Version) -> Script:
    if version.script is None:
        raise BadInput("There is no script yet.", key="edit-refused-no-script")
    return await studio.script(version.id)
