"""The `dispatch` job of one renderer: its free slots are given to the shots that are fairly next, as takes asked for.

It alone asks for takes, so nothing is asked for twice; wished for whenever a shot becomes ready or a slot falls free.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.jobs import Job, Tx, transaction
from core.rendering import brake
from core.rendering.fairness import Turn, Waiting, serve, weight_of
from core.rendering.renderer import Renderer
from core.rendering.studio import Studio
from core.rendering.takes import OPEN
from core.writing.script import FPS

_BUSY = f"""SELECT count(*) FILTER (WHERE gpu_run.ended_at IS NULL) AS working, count(gpu_run.ended_at) AS landed
  FROM take LEFT JOIN gpu_run ON gpu_run.take_id = take.id WHERE take.endpoint = $1 AND take.state IN {OPEN}"""
_WAITING = f"""SELECT render.id AS render, render.priority, render.by_id, coalesce(place.parent_id, place.id) AS place, next.id AS slate, next.frames
  FROM render JOIN project ON project.id = render.project_id JOIN place ON place.id = project.home_place_id
  CROSS JOIN LATERAL (
    SELECT slate.id, slate.number, slate.frames FROM slate
     WHERE slate.render_id = render.id AND slate.take_id IS NULL AND NOT slate.stand_in AND slate.tier = ANY($1::text[])
       AND NOT EXISTS (SELECT FROM take WHERE take.slate_id = slate.id AND (take.state IN {OPEN}
         OR take.state = 'lost' AND take.asked_at > now() - make_interval(secs => $3)))
       AND (slate.follows_id IS NULL OR EXISTS (SELECT FROM slate f WHERE f.id = slate.follows_id AND (f.take_id IS NOT NULL OR f.stand_in)))
     ORDER BY slate.number LIMIT $2) next
 WHERE render.ended_at IS NULL AND NOT render.cancel_asked AND render.state IN ('queued', 'rendering')
 ORDER BY render.id, next.number"""
_STILL_OPEN = "SELECT id FROM render WHERE id = ANY($1::bigint[]) AND ended_at IS NULL AND NOT cancel_asked ORDER BY id FOR SHARE"
_ASK = """INSERT INTO take (slate_id, attempt, endpoint, state, gpu_s, cost_usd, progress, checks, asked_at)
 SELECT slate.id, 1 + (SELECT count(*) FROM take WHERE take.slate_id = slate.id), $2, 'asked', 0, 0, 0, '[]', now()
   FROM unnest($1::bigint[]) AS wanted(id) JOIN slate ON slate.id = wanted.id WHERE slate.take_id IS NULL AND NOT slate.stand_in RETURNING id"""
_TAGS = "SELECT flow, tag FROM share WHERE pool = $1 AND flow = ANY($2::text[])"
_KEEP = """INSERT INTO share (pool, flow, tag) SELECT $1, * FROM unnest($2::text[], $3::float8[])
 ON CONFLICT (pool, flow) DO UPDATE SET tag = excluded.tag RETURNING id"""


async def dispatch(studio: Studio, job: Job) -> None:
    """Serve the pool whose name is the job's subject."""
    renderer = studio.pools.get(job.subject)
    async with transaction() as tx:
        waits = renderer is not None and await brake.holds(tx.sql, renderer.tiers, studio.settings.gpu_usd_per_day_max)
        if renderer and not waits:
            await _fill(tx, renderer)
        tx.finish(job, again_s=brake.LOOK_S if waits else None)


async def _fill(tx: Tx, renderer: Renderer) -> None:
    busy = (await tx.sql.execute_query_dict(_BUSY, [renderer.name]))[0]
    # a card does not wait until its last clip was looked at; but when more clips wait for that than there are slots, it does
    slots = renderer.slots - busy["working"] - max(0, busy["landed"] - renderer.slots)
    if slots <= 0:
        return
    rows = await tx.sql.execute_query_dict(_WAITING, [list(renderer.tiers), slots, renderer.patience_s])
    if not rows:
        return
    lines = _lines(rows)
    flows = sorted({flow for one in lines for flow in one.waiting.flows})
    tags = {row["flow"]: row["tag"] for row in await tx.sql.execute_query_dict(_TAGS, [renderer.name, flows])}
    turn = serve([one.waiting for one in lines], tags, slots)
    await _ask(tx, renderer, turn, {one.waiting.render: one.slates for one in lines})
    await tx.sql.execute_query_dict(_KEEP, [renderer.name, list(turn.tags), list(turn.tags.values())])


@dataclass
class _Line:
    waiting: Waiting
    slates: list[int]


def _lines(rows: list[dict[str, Any]]) -> list[_Line]:
    by_render: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        by_render.setdefault(row["render"], []).append(row)
    return [
        _Line(
            Waiting(id, f"person:{of[0]['by_id']}", f"place:{of[0]['place']}", weight_of(of[0]["priority"]), tuple(row["frames"] / FPS for row in of)),
            [row["slate"] for row in of],
        )
        for id, of in by_render.items()
    ]


async def _ask(tx: Tx, renderer: Renderer, turn: Turn, slates: dict[int, list[int]]) -> None:
    open_ids = {row["id"] for row in await tx.sql.execute_query_dict(_STILL_OPEN, [sorted(set(turn.served))])}
    wanted = [slates[render].pop(0) for render in turn.served if render in open_ids]
    if not wanted:
        return
    for row in await tx.sql.execute_query_dict(_ASK, [wanted, renderer.name]):
        tx.want("submit", row["id"])


def want_dispatch(tx: Tx, pool: str) -> None:
    """Wish that a renderer's free slots are given out."""
    tx.want("dispatch", pool)
