"""How long things take, learned from what was measured: takes per renderer and tier, assembling per finished second.

Called by `quote` before a render and by `status` during one.
"""

from __future__ import annotations

from dataclasses import dataclass

from tortoise import connections

from core.rendering.renderer import Renderer
from core.writing.script import FPS

TAKES_LEARNED_FROM = 200
CUTS_LEARNED_FROM = 20
MEASURED_FROM = 3
"""So many takes must have landed before their pace replaces the renderer's own estimate."""
ASSEMBLY_S, ASSEMBLY_S_PER_S = 2.0, 0.4
"""Estimate of assembling until films were: seconds for any film, and for each of its seconds."""


@dataclass(frozen=True)
class Pace:
    """Wall seconds that one finished second keeps one slot of a renderer busy. `measured`, or the renderer's own estimate."""

    seconds_per_second: float
    measured: bool


@dataclass(frozen=True)
class Pool:
    """What of a renderer counts for time. Kept by a render, so that its status needs no renderer."""

    name: str
    tiers: tuple[str, ...]
    slots: int
    estimate: float

    @classmethod
    def of(cls, renderer: Renderer) -> Pool:
        """The pool of a renderer."""
        return cls(renderer.name, renderer.tiers, renderer.slots, renderer.seconds_per_second)


async def pace(pool: Pool, tier: str) -> Pace:
    """The pace of a renderer at a tier, from its latest takes."""
    rows = await connections.get("default").execute_query_dict(
        """SELECT count(*) AS takes, sum(wall) AS wall, sum(frames) AS frames FROM (
             SELECT extract(epoch FROM take.ended_at - take.asked_at)::float8 AS wall, slate.frames FROM take JOIN slate ON slate.id = take.slate_id
              WHERE take.endpoint = $1 AND take.state = 'accepted' AND slate.tier = $2 ORDER BY take.id DESC LIMIT $3) latest""",
        [pool.name, tier, TAKES_LEARNED_FROM],
    )
    if rows[0]["takes"] < MEASURED_FROM:
        return Pace(pool.estimate, False)
    return Pace(rows[0]["wall"] / (rows[0]["frames"] / FPS), True)


async def assembly_s(film_s: float) -> float:
    """Seconds it takes to put a film of this length together, from the latest films."""
    rows = await connections.get("default").execute_query_dict(
        """SELECT sum(took) / nullif(sum(seconds), 0) AS rate FROM (
             SELECT (facts->>'took_s')::float8 AS took, (facts->>'seconds')::float8 AS seconds FROM cut
              WHERE state = 'done' AND kind = 'final' ORDER BY id DESC LIMIT $1) latest""",
        [CUTS_LEARNED_FROM],
    )
    rate = rows[0]["rate"]
    return ASSEMBLY_S + ASSEMBLY_S_PER_S * film_s if rate is None else 1.0 + float(rate) * film_s


async def ahead_s(pool: Pool, mine_s: float, *, render_id: int | None = None, person_id: int) -> float:
    """Finished seconds that a fair queue serves of others before `mine_s` of this person are done: at most as many of each."""
    rows = await connections.get("default").execute_query_dict(
        """SELECT render.by_id, sum(slate.frames) AS frames FROM render JOIN slate ON slate.render_id = render.id
            WHERE render.ended_at IS NULL AND NOT render.cancel_asked AND slate.take_id IS NULL AND NOT slate.stand_in
              AND slate.tier = ANY($1::text[]) AND render.id IS DISTINCT FROM $2 AND render.by_id <> $3
            GROUP BY render.by_id""",
        [list(pool.tiers), render_id, person_id],
    )
    return sum((min(float(row["frames"]) / FPS, mine_s) for row in rows), 0.0)


async def ready_s(pool: Pool, tier: str, mine_s: float, *, render_id: int | None = None, person_id: int) -> tuple[float, bool]:
    """Seconds until so many finished seconds are rendered, the fair queue included, and whether that was learned from real takes."""
    speed = await pace(pool, tier)
    others_s = await ahead_s(pool, mine_s, render_id=render_id, person_id=person_id)
    return (mine_s + others_s) * speed.seconds_per_second / pool.slots, speed.measured
