"""What films brought and what they cost: revenue from the ledger, through the very payments whose credits were captured, and costs from takes
and scripts. Read by `sysrai admin margin`.

Revenue counts when a film captures it, at what its credits were really worth: the payment less tax, fee, refunds and disputes that are not
won, by credit. Free credits (trial, promotions, goodwill, play) are worth nothing. A payment whose fee is not known yet counts with Stripe's
usual fee.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.jobs import Sql
from payments.catalogue import CENTS_PER_STAR

By = Literal["film", "tier", "model", "day"]
BACK = "CASE WHEN EXISTS (SELECT FROM jsonb_each_text(p.disputes) d WHERE d.value IN ('open', 'lost')) THEN p.gross ELSE p.refunded END"
"""What went back of a payment: what was refunded; with a dispute that is open or lost, all of it."""
USUAL_FEE = "ceil(p.gross * 0.029) + 30"

_FILMS = f"""
WITH worth AS (
  SELECT (g.result ->> 'lot')::bigint AS lot, p.credits_mc,
         CASE p.currency WHEN 'xtr' THEN p.gross * {CENTS_PER_STAR} ELSE p.gross END AS gross,
         CASE p.currency WHEN 'xtr' THEN 0 ELSE p.tax END AS tax, CASE p.currency WHEN 'xtr' THEN 0 ELSE coalesce(p.fee, {USUAL_FEE}) END AS fee,
         {BACK} * CASE p.currency WHEN 'xtr' THEN {CENTS_PER_STAR} ELSE 1 END AS refunded
    FROM payment p JOIN ledger.txn g ON g.kind = 'grant' AND g.key IN (SELECT jsonb_array_elements_text(p.grants)) WHERE p.credits_mc > 0),
  spent AS (
  SELECT h.render_id, coalesce(l.root, l.id) AS lot, -sum(e.amount) AS mc
    FROM ledger.txn c JOIN ledger.hold h ON h.id = c.about JOIN ledger.entry e ON e.txn_id = c.id AND e.lot_id IS NOT NULL JOIN ledger.lot l ON l.id = e.lot_id
   WHERE c.kind = 'capture' GROUP BY 1, 2),
  earned AS (
  SELECT s.render_id, sum(s.mc) AS mc,
         sum(CASE WHEN w.lot IS NULL THEN 0 ELSE s.mc * greatest(0, w.gross - w.tax - w.refunded)::float8 / w.credits_mc END) AS gross,
         sum(CASE WHEN w.lot IS NULL THEN 0 ELSE s.mc * w.fee::float8 / w.credits_mc END) AS fee
    FROM spent s LEFT JOIN worth w ON w.lot = s.lot GROUP BY 1),
  gpu AS (SELECT slate.render_id, sum(take.cost_usd) * 100 AS cents, sum(take.gpu_s) AS gpu_s FROM take JOIN slate ON slate.id = take.slate_id GROUP BY 1),
  model AS (
  SELECT DISTINCT ON (slate.render_id) slate.render_id, take.endpoint FROM take JOIN slate ON slate.id = take.slate_id
   WHERE take.id = slate.take_id ORDER BY slate.render_id, take.id DESC),
  seconds AS (SELECT render_id, sum(frames) FILTER (WHERE take_id IS NOT NULL) / 24.0 AS s FROM slate GROUP BY 1),
  writing AS (
  SELECT project_id, sum(coalesce((usage ->> 'cost_usd')::float8, 0)) * 100 AS cents FROM version GROUP BY 1),
  share AS (SELECT id, project_id, 1.0 / count(*) OVER (PARTITION BY project_id) AS part FROM render WHERE ended_at IS NOT NULL AND tier <> 'preview')
SELECT render.id AS film, render.tier, coalesce(model.endpoint, '-') AS model, to_char(render.ended_at, 'YYYY-MM-DD') AS day,
       coalesce(seconds.s, 0)::float8 AS seconds, coalesce(earned.mc, 0)::float8 / 1000 AS credits, coalesce(earned.gross, 0)::float8 AS revenue,
       coalesce(earned.fee, 0)::float8 AS fee, coalesce(gpu.cents, 0)::float8 AS gpu, coalesce(writing.cents * share.part, 0)::float8 AS ai
  FROM render JOIN share ON share.id = render.id
  LEFT JOIN earned ON earned.render_id = render.id LEFT JOIN gpu ON gpu.render_id = render.id LEFT JOIN model ON model.render_id = render.id
  LEFT JOIN seconds ON seconds.render_id = render.id LEFT JOIN writing ON writing.project_id = render.project_id
 WHERE render.ended_at >= $1 AND render.tier <> 'preview' ORDER BY render.id"""

_SOLD = f"""SELECT coalesce(sum(CASE currency WHEN 'xtr' THEN gross * {CENTS_PER_STAR} ELSE gross END), 0)::float8 AS gross,
 coalesce(sum(CASE currency WHEN 'xtr' THEN 0 ELSE tax END), 0)::float8 AS tax,
 coalesce(sum(CASE currency WHEN 'xtr' THEN 0 ELSE coalesce(fee, 0) END), 0)::float8 AS fee,
 coalesce(sum({BACK} * CASE currency WHEN 'xtr' THEN {CENTS_PER_STAR} ELSE 1 END), 0)::float8 AS refunded,
 coalesce(sum(credits_mc), 0)::float8 / 1000 AS credits, count(*) AS payments FROM payment p WHERE at >= $1"""


@dataclass
class Line:
    """One film, tier, model or day. Money in US cents; `revenue` before fees, without tax."""

    name: str
    films: int = 0
    seconds: float = 0.0
    credits: float = 0.0
    revenue: float = 0.0
    fee: float = 0.0
    gpu: float = 0.0
    ai: float = 0.0

    @property
    def margin(self) -> float:
        """What is left."""
        return self.revenue - self.fee - self.gpu - self.ai

    @property
    def share(self) -> float | None:
        """What is left of each cent of revenue; None without revenue."""
        return self.margin / self.revenue if self.revenue else None

    def add(self, other: Line) -> None:
        """Count another line in."""
        for name in ("films", "seconds", "credits", "revenue", "fee", "gpu", "ai"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


async def films(sql: Sql, since: datetime) -> list[tuple[dict[str, str], Line]]:
    """Every film that ended since a time: its tier, model and day, and its figures."""
    found = []
    for row in await sql.execute_query_dict(_FILMS, [since]):
        line = Line(str(row["film"]), 1, *(float(row[name]) for name in ("seconds", "credits", "revenue", "fee", "gpu", "ai")))
        found.append(({"film": f"render {row['film']}", "tier": row["tier"], "model": row["model"], "day": row["day"]}, line))
    return found


async def margin(sql: Sql, since: datetime, by: By = "tier") -> list[Line]:
    """The figures added up; the last line is the total."""
    lines: dict[str, Line] = {}
    total = Line("total")
    for names, film in await films(sql, since):
        lines.setdefault(names[by], Line(names[by])).add(film)
        total.add(film)
    return [*(lines[name] for name in sorted(lines, key=lambda name: (len(name), name) if by == "film" else (0, name))), total]


async def sold(sql: Sql, since: datetime) -> dict[str, float]:
    """What was sold since a time, spent or not: gross, tax, fee, refunded (US cents), credits, payments."""
    return {name: float(value) for name, value in (await sql.execute_query_dict(_SOLD, [since]))[0].items()}


def table(lines: list[Line], sales: dict[str, float]) -> list[str]:
    """The report as lines of text, in dollars."""
    head = f"{'':24} {'films':>6} {'seconds':>9} {'credits':>10} {'revenue':>10} {'fees':>8} {'GPU':>9} {'AI':>8} {'margin':>10} {'':>6}"
    rows = [
        f"{line.name[:24]:24} {line.films:>6} {line.seconds:>9.0f} {line.credits:>10.1f} {line.revenue / 100:>10.2f} {line.fee / 100:>8.2f} "
        f"{line.gpu / 100:>9.2f} {line.ai / 100:>8.2f} {line.margin / 100:>10.2f} {'' if line.share is None else format(line.share, '6.0%')}".rstrip()
        for line in lines
    ]
    told = (
        f"sold: {sales['payments']:.0f} payments, {sales['credits']:,.0f} credits for ${sales['gross'] / 100:,.2f}, tax ${sales['tax'] / 100:,.2f}, "
        f"fees ${sales['fee'] / 100:,.2f}, refunded ${sales['refunded'] / 100:,.2f}"
    )
    return [head, *rows, "", told]
