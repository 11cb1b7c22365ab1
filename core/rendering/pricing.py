"""A version as it would be rendered at a tier: every shot with its recipe, its exact price, and the take that is there already.

Called by `quote`, which shows it, and by `begin`, which freezes it into slates: so both mean the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tortoise import connections

from core.ledger.credits import price_mc
from core.models import Project
from core.plans import RATE_MC, Tier
from core.rendering.budget import Choices, importance, within
from core.rendering.orders import Planned, planned
from core.rendering.studio import Studio
from core.writing.script import Format, Script

CHEAPER: dict[Tier, tuple[Tier, ...]] = {"cinema": ("standard", "draft"), "standard": ("draft",)}
"""What a shot of a tier may become within a budget, the dearest first."""


@dataclass(frozen=True)
class Priced:
    """One shot of a render to be. `take`: rendered before in this project, and free. `spared`: stays drawn, to keep to a budget."""

    plan: Planned
    price_mc: int
    take: int | None = None
    spared: bool = False


async def priced(studio: Studio, project: Project, script: Script, tier: Tier, budget_mc: int | None = None) -> list[Priced]:
    """Every shot of the script at this tier, or cheaper where a budget wants that. KeyError for a tier without a renderer."""
    tiers = [tier, *(each for each in CHEAPER.get(tier, ()) if budget_mc is not None and each in studio.renderers)]
    by_tier = {each: await _at(studio, project, script, each) for each in tiers}
    if budget_mc is None:
        return by_tier[tier]
    last = len(script.shots) - 1
    choices = [
        Choices(importance(shot, first=i == 0, last=i == last), tuple((each, by_tier[each][i].price_mc) for each in tiers))
        for i, shot in enumerate(script.shots)
    ]
    return _mixed(within(budget_mc, choices), tier, by_tier)


def _mixed(chosen: Sequence[Tier | None], wished: Tier, by_tier: dict[Tier, list[Priced]]) -> list[Priced]:
    """The chosen tier of every shot. A shot cannot go on from one that is rendered elsewhere: there the chain begins anew."""
    result: list[Priced] = []
    for i, tier in enumerate(chosen):
        one = by_tier[tier or wished][i]
        if tier is None:
            one = replace(one, price_mc=0, take=None, spared=True, plan=replace(one.plan, follows=None))
        elif one.plan.follows and one.take is None and result[-1].plan != by_tier[tier][i - 1].plan:
            one = replace(one, plan=replace(one.plan, follows=None, recipe=one.plan.alone))
        result.append(one)
    return result


async def _at(studio: Studio, project: Project, script: Script, tier: Tier) -> list[Priced]:
    renderer = studio.renderer_for(tier)
    format: Format = project.format  # type: ignore[assignment]
    plans = list(planned(script, tier, renderer, format, project.seed))
    known = await _takes(project.id, [plan.recipe for plan in plans])
    return [Priced(plan, 0, known[plan.recipe]) if plan.recipe in known else Priced(plan, price_mc(plan.shot.duration_s, RATE_MC[tier])) for plan in plans]


async def _takes(project_id: int, recipes: Sequence[str]) -> dict[str, int]:
    """The newest accepted take of each recipe in this project's renders."""
    rows = await connections.get("default").execute_query_dict(
        """SELECT slate.recipe, max(slate.take_id) AS take FROM slate JOIN render ON render.id = slate.render_id
            WHERE slate.recipe = ANY($1::text[]) AND render.project_id = $2 AND slate.take_id IS NOT NULL GROUP BY slate.recipe""",
        [list(set(recipes)), project_id],
    )
    return {row["recipe"]: row["take"] for row in rows}
