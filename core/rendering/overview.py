"""What the operator sees of the GPU endpoints: state, load, costs and open alarms. Reads rows, changes nothing; shown by `sysrai admin gpus`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise import connections

from core.config import GpuEndpoint
from core.models import Alarm, Breaker
from core.plans import floor_usd
from core.rendering.costs import learned, rate_of


@dataclass(frozen=True)
class EndpointRow:
    """One endpoint. Seconds are GPU seconds for one finished second, dollars for one finished second; None where nothing is known."""

    settings: GpuEndpoint
    state: str
    reason: str
    busy: int
    gpu_s: float | None
    usd: float | None
    measured: bool

    def sells(self) -> dict[str, bool]:
        """For each of its tiers, whether its cost stays under the price floor."""
        return {tier: self.usd is not None and self.usd <= floor_usd(tier) for tier in self.settings.tiers}


_BUSY = "SELECT endpoint, count(*) AS n FROM gpu_run WHERE ended_at IS NULL GROUP BY 1"


async def endpoint_rows(settings: Sequence[GpuEndpoint]) -> list[EndpointRow]:
    """A row for each configured endpoint."""
    breakers = {breaker.endpoint: breaker for breaker in await Breaker.all()}
    busy = {row["endpoint"]: row["n"] for row in await connections.get("default").execute_query_dict(_BUSY)}
    rows = []
    for of in settings:
        found = await learned(of)
        rate, breaker = rate_of(of, found), breakers.get(of.id)
        rows.append(EndpointRow(
            of, breaker.state if breaker else "closed", breaker.reason if breaker else "", busy.get(of.id, 0), found.gpu_s if found else None,
            rate.usd if rate else None, bool(found and found.measured),
        ))  # fmt: skip
    return rows


async def lines(settings: Sequence[GpuEndpoint]) -> list[str]:
    """The overview as text."""
    text = [f"{'endpoint':<22} {'model':<26} {'card':<14} {'state':<7} {'busy':>7}  {'GPU s / s':>9}  {'$ / s':>8}  {'':<9} {'may sell'}"]
    for row in await endpoint_rows(settings):
        of = row.settings
        figures = f"{'?' if row.gpu_s is None else f'{row.gpu_s:.2f}':>9}  {'?' if row.usd is None else f'{row.usd:.4f}':>8}"
        may = ", ".join(f"{tier}{'' if good else ': too dear'}" for tier, good in row.sells().items())
        known = "measured" if row.measured else "estimated"
        text.append(f"{of.id:<22} {of.model:<26} {of.gpu[:14]:<14} {row.state:<7} {f'{row.busy}/{of.workers}':>7}  {figures}  {known:<9} {may}")
        if row.reason:
            text.append(f"    last trouble: {row.reason}")
    if not settings:
        text = ["No GPU endpoint is configured."]
    for alarm in await Alarm.filter(cleared_at=None).order_by("raised_at"):
        text.append(f"ALARM since {alarm.raised_at:%Y-%m-%d %H:%M}  {alarm.kind} {alarm.subject}: {alarm.text}")
    return text
