"""What a finished second costs us, learned from takes, and the price floor that decides which model may serve a tier.

GPU seconds for a finished second are the median of an endpoint's latest accepted takes, with the estimate as some takes more, and
multiplied by what failed takes used up besides. Times the endpoint's price that is the rate. Until takes were measured it is
an estimate and shown as such. A tier whose every endpoint costs more than the floor is not offered and raises an alarm; so does a single
endpoint that was measured to. Judged at every quote (`may_serve`) and after every take that cost something (`judge`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tortoise import connections

from core.config import GpuEndpoint
from core.plans import Tier, floor_usd
from core.rendering import alarms
from core.rendering.endpoints import Endpoint
from core.rendering.pace import MEASURED_FROM
from core.rendering.renderer import Rate, Renderer
from core.writing.script import FPS
from gpu_worker.contract import MODELS

LEARNED_FROM = 200
PRIOR_TAKES = 5
"""The estimate counts as so many takes."""
SPEEDS: dict[str, float] = {
    "B200": 2.0, "H200": 1.0, "H100": 0.95, "A100": 0.32, "L40S": 0.3, "RTX 6000 ADA": 0.3, "RTX PRO 6000": 0.45,
    "5090": 0.26, "4090": 0.19, "A6000": 0.15, "A40": 0.14, "L4": 0.1, "3090": 0.09, "A5000": 0.1,
}  # fmt: skip
"""How quick a card is at this work, an H200 being 1: estimates from published figures, for rates before the first takes."""


@dataclass(frozen=True)
class Learned:
    """GPU seconds that one finished second takes at an endpoint, failures included."""

    gpu_s: float
    takes: int

    @property
    def measured(self) -> bool:
        """Whether takes say so, and not an estimate."""
        return self.takes >= MEASURED_FROM


def served_by(of: GpuEndpoint) -> str:
    """Names what was measured: another model or other steps are measured anew."""
    return f"{of.model}@{of.steps or MODELS[of.model].steps}"


def estimate(of: GpuEndpoint) -> float | None:
    """GPU seconds for one finished second as the operator or the model's entry says; None where neither does."""
    facts = MODELS[of.model]
    if of.seconds_per_second is not None:
        return of.seconds_per_second
    speed = next((speed for card, speed in SPEEDS.items() if card in of.gpu.upper()), None)
    if facts.h200_s is None or speed is None:
        return None
    return facts.h200_s / speed * (of.steps or facts.steps) / facts.steps


_TAKES = """SELECT take.gpu_s * $4::float8 / slate.frames AS rate
   FROM take JOIN gpu_run ON gpu_run.take_id = take.id JOIN slate ON slate.id = take.slate_id
 WHERE gpu_run.endpoint = $1 AND gpu_run.model = $2 AND gpu_run.gpu = $3 AND take.state = 'accepted' AND take.gpu_s > 0
 ORDER BY gpu_run.take_id DESC LIMIT $5"""
_WASTE = """SELECT sum(gpu_s)::float8 AS used, (sum(gpu_s) FILTER (WHERE state = 'accepted'))::float8 AS accepted FROM (
   SELECT take.gpu_s, take.state FROM take JOIN gpu_run ON gpu_run.take_id = take.id
    WHERE gpu_run.endpoint = $1 AND gpu_run.model = $2 AND gpu_run.gpu = $3 AND take.ended_at IS NOT NULL ORDER BY gpu_run.take_id DESC LIMIT $4) latest"""


async def learned(of: GpuEndpoint) -> Learned | None:
    """What an endpoint needs for one finished second; None where nothing is known at all."""
    db = connections.get("default")
    key = [of.id, served_by(of), of.gpu]
    rates = [float(row["rate"]) for row in await db.execute_query_dict(_TAKES, [*key, FPS, LEARNED_FROM])]
    prior = estimate(of)
    if not rates and prior is None:
        return None
    middle = median([*rates, *([prior] * PRIOR_TAKES if prior is not None else [])])
    if len(rates) < MEASURED_FROM:
        return Learned(middle, len(rates))
    row = (await db.execute_query_dict(_WASTE, [*key, LEARNED_FROM]))[0]
    return Learned(middle * max(1.0, row["used"] / row["accepted"]), len(rates))


def rate_of(of: GpuEndpoint, found: Learned | None) -> Rate | None:
    """US dollars for one finished second at this endpoint, from what was learned of it."""
    return None if found is None else Rate(found.gpu_s * of.usd_per_s, found.measured)


async def all_learned(endpoints: Sequence[Endpoint]) -> dict[str, Learned | None]:
    """What was learned of each endpoint, by its id."""
    return {endpoint.id: await learned(endpoint.settings) for endpoint in endpoints}


def dear(tier: Tier, endpoints: Sequence[Endpoint], found: Mapping[str, Learned | None]) -> frozenset[str]:
    """The endpoints that cost more than the tier's floor, or whose cost nobody knows."""
    rates = {endpoint.id: rate_of(endpoint.settings, found[endpoint.id]) for endpoint in endpoints}
    return frozenset(id for id, rate in rates.items() if rate is None or rate.usd > floor_usd(tier))


async def judge(renderer: Renderer, tier: Tier) -> None:
    """Look at what shots of this tier have cost, after one more did: an endpoint whose model was measured to lose money raises an alarm of its own,
    though others may still carry the tier; where none does, so does the tier."""
    rates = await renderer.rates(tier)
    for name, rate in rates.items():
        if rate.measured and rate.usd > floor_usd(tier):
            text = f"{name} loses money at {tier}: a finished second costs ${rate.usd:.4f} (measured), the floor is ${floor_usd(tier):.4f}."
            await alarms.sound("loses money", f"{tier} {name}", text, usd=round(rate.usd, 6), floor_usd=floor_usd(tier), measured=True)
        else:
            await alarms.clear("loses money", f"{tier} {name}")
    if rates:
        await may_serve(renderer, tier)


async def may_serve(renderer: Renderer, tier: Tier) -> bool:
    """Whether this tier may be sold here: its cost stays under the floor. Where it does not, an alarm says so."""
    rate = await renderer.usd_per_second(tier)
    if rate is None or rate.usd <= floor_usd(tier):
        await alarms.clear("price floor", tier)
        return True
    known = "measured" if rate.measured else "estimated"
    text = f"Tier {tier} is not offered: a finished second costs ${rate.usd:.4f} ({known}) at {renderer.name}, the floor is ${floor_usd(tier):.4f}."
    await alarms.sound("price floor", tier, text, usd=round(rate.usd, 6) if rate.usd < 1e9 else None, floor_usd=floor_usd(tier), measured=rate.measured)
    return False
