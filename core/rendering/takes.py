"""Takes: their states, and everything about one that its jobs need to know.

    asked -> sending -> running -> accepted | rejected (our checks) | failed (the renderer) | late (another came first)
                |          '-> cancelling -> cancelled
                '-> lost: nobody knows whether it was taken; a later answer is still welcome

`dispatch` asks for takes, `submit` sends them, `collect` ends them, `advance` cancels them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tortoise import connections

from core.jobs import Job, Tx, transaction
from core.models import Render, Version
from core.plans import Tier
from core.rendering.manifest import folder_of
from core.rendering.orders import Pictures, order_for
from core.rendering.renderer import OUTSIDE, Renderer, ShotOrder
from core.rendering.studio import Studio
from core.writing.script import Format

OPEN = "('asked', 'sending', 'running', 'cancelling')"
"""States, as SQL, in which a take keeps a slot of its renderer busy. The partial index `take_open` names the same."""
ENDED = {"accepted", "rejected", "failed", "cancelled", "late"}
TRIES_MAX = 3
"""Takes of a shot that may fail before it ships as its drawn stand-in."""
TAKES_MAX = 8
"""Takes of a shot at all, the lost ones and those that failed through no fault of the shot included."""


@dataclass(frozen=True)
class Agreed:
    """What a render keeps of its project as it was agreed: later changes of the project do not reach it."""

    format: Format
    seed: int


def agreed_of(render: Render) -> Agreed:
    """The format and the seed a render was begun with."""
    return Agreed(render.settings["format"], render.settings["seed"])


@dataclass(frozen=True)
class Errand:
    """A take with what its jobs need of its slate, render and project, and its renderer."""

    take: int
    attempt: int
    state: str
    provider_job: str | None
    progress: float
    slate: int
    shot: str
    tier: Tier
    frames: int
    follows: int | None
    resolved: bool
    """The shot has its take, or ships as a stand-in."""
    render: int
    render_tier: Tier
    stopped: bool
    """The render has ended or is being cancelled."""
    project: int
    version: int
    format: Format
    seed: int
    renderer: Renderer

    @property
    def folder(self) -> str:
        """Where in storage the take's files lie."""
        return folder_of(self.project, self.take)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels that were ordered."""
        return self.renderer.size(self.format, self.tier)

    @property
    def wanted(self) -> bool:
        """Whether the render would still accept this take."""
        return not self.stopped and not self.resolved


_ERRAND = """SELECT take.id AS take, take.attempt, take.state, take.provider_job, take.progress, take.endpoint,
   slate.id AS slate, slate.shot_id AS shot, slate.tier, slate.frames, slate.follows_id AS follows, slate.take_id IS NOT NULL OR slate.stand_in AS resolved,
   render.id AS render, render.tier AS render_tier, render.cancel_asked OR render.ended_at IS NOT NULL AS stopped, render.project_id AS project,
   render.version_id AS version, render.settings->>'format' AS format, (render.settings->>'seed')::bigint AS seed
 FROM take JOIN slate ON slate.id = take.slate_id JOIN render ON render.id = slate.render_id WHERE take.id = $1"""


async def errand(studio: Studio, job: Job) -> Errand | None:
    """Everything about the take whose id is the job's subject.

    When its renderer is not configured any more, the take and the job end here: None.
    """
    (row,) = await connections.get("default").execute_query_dict(_ERRAND, [int(job.subject)])
    if renderer := studio.pools.get(row.pop("endpoint")):
        return Errand(**row, renderer=renderer)
    async with transaction() as tx:
        error = {"code": "gone", "message": "Its renderer is not configured any more."}
        await change(tx, row["take"], ("asked", "sending", "running", "cancelling", "lost"), "failed", error=json.dumps(error))
        tx.want("advance", row["render"])
        tx.finish(job)
    return None


async def order_of(studio: Studio, one: Errand) -> ShotOrder:
    """The order for a take."""
    return order_for(
        await studio.script(one.version), one.shot, take=one.take, attempt=one.attempt, tier=one.tier, folder=one.folder,
        renderer=one.renderer, format=one.format, seed=one.seed, tail_key=await _tail_key(one), pictures=await _pictures(studio, one),
    )  # fmt: skip


async def _pictures(studio: Studio, one: Errand) -> Pictures:
    """What of the storyboard and of the cast was drawn for the version that is rendered."""
    panels, references = one.renderer.panels, one.renderer.references
    if panels == "none" and not references:
        return Pictures()
    version, script = await Version.get(id=one.version), await studio.script(one.version)
    shown = panels == "panels" or (panels == "painted" and bool(studio.settings.openai_image_model))
    brought = {each.id: each.picture for each in script.pictured if each.picture}
    portraits = {id: key for id, key in version.portraits.items() if panels == "panels" or brought.get(id) == key}  # what is drawn here looks drawn
    return Pictures(version.board.get("panels", {}) if shown else {}, portraits)


async def _tail_key(one: Errand) -> str | None:
    """The last frames of the take before, for a shot that goes on from it; none when that one ships as a stand-in."""
    if one.follows is None:
        return None
    rows = await connections.get("default").execute_query_dict(
        "SELECT take.tail_key FROM slate JOIN take ON take.id = slate.take_id WHERE slate.id = $1", [one.follows]
    )
    return rows[0]["tail_key"] if rows else None


async def change(tx: Tx, take_id: int, came_from: tuple[str, ...], to: str, **values: Any) -> bool:
    """Move a take on, if it still is where we think it is. Ended ones get their time of ending. Says whether it moved."""
    names = ", ".join(f"{name} = ${4 + i}" for i, name in enumerate(values))
    ended = ", ended_at = now()" if to in ENDED else ""
    rows = await tx.sql.execute_query_dict(
        f"UPDATE take SET state = $2{ended}{', ' + names if names else ''} WHERE id = $1 AND state = ANY($3::text[]) RETURNING id",
        [take_id, to, list(came_from), *values.values()],
    )
    return bool(rows)


_GIVE_UP = f"""UPDATE slate SET stand_in = true WHERE id = $1 AND take_id IS NULL AND NOT stand_in AND ($2
   OR (SELECT count(*) FROM take WHERE slate_id = $1 AND state IN ('rejected', 'failed') AND coalesce(error->>'code', '') NOT IN {OUTSIDE}) >= {TRIES_MAX}
   OR ((SELECT count(*) FROM take WHERE slate_id = $1) >= {TAKES_MAX} AND NOT EXISTS (SELECT FROM take WHERE slate_id = $1 AND state IN {OPEN})))
 RETURNING id"""


async def fail(tx: Tx, one: Errand, came_from: tuple[str, ...], to: str, error: dict[str, Any], *, for_good: bool, **values: Any) -> None:
    """End a take without a clip. After the last try, or when no other can succeed, its shot ships as a stand-in, uncharged."""
    if await change(tx, one.take, came_from, to, error=json.dumps(error), **values):
        await tx.sql.execute_query_dict(_GIVE_UP, [one.slate, for_good])
        tx.want("dispatch", one.renderer.name)
        tx.want("advance", one.render)
