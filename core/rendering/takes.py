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
from core.models import Project, Render, Slate, Take
from core.rendering.manifest import folder_of
from core.rendering.orders import order_for
from core.rendering.renderer import Renderer, ShotOrder
from core.rendering.studio import Studio
from core.writing.script import Format

OPEN = "('asked', 'sending', 'running', 'cancelling')"
"""States, as SQL, in which a take keeps a slot of its renderer busy. The partial index `take_open` names the same."""
ENDED = {"accepted", "rejected", "failed", "cancelled", "late"}
TRIES_MAX = 3
"""Takes of a shot that may fail before it ships as its drawn stand-in."""
TAKES_MAX = 6
"""Takes of a shot at all, the lost ones included."""


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
    """A take with its slate, render and project, and its renderer."""

    take: Take
    slate: Slate
    render: Render
    project: Project
    renderer: Renderer

    @property
    def folder(self) -> str:
        """Where in storage the take's files lie."""
        return folder_of(self.project.id, self.take.id)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels that were ordered."""
        return self.renderer.size(agreed_of(self.render).format, self.slate.tier)  # type: ignore[arg-type]

    @property
    def wanted(self) -> bool:
        """Whether the render would still accept this take."""
        return self.render.ended_at is None and not self.render.cancel_asked and self.slate.take_id is None and not self.slate.stand_in


async def errand(studio: Studio, job: Job) -> Errand | None:
    """Everything about the take whose id is the job's subject. When its renderer is not configured any more, the take and the job end here: None."""
    take = await Take.get(id=int(job.subject)).select_related("slate__render__project")
    slate: Any = take.slate
    if renderer := studio.pools.get(take.endpoint):
        return Errand(take, slate, slate.render, slate.render.project, renderer)
    async with transaction() as tx:
        error = {"code": "gone", "message": "Its renderer is not configured any more."}
        await change(tx, take.id, ("asked", "sending", "running", "cancelling", "lost"), "failed", error=json.dumps(error))
        tx.want("advance", slate.render_id)
        tx.finish(job)
    return None


async def order_of(studio: Studio, one: Errand) -> ShotOrder:
    """The order for a take."""
    script, agreed = await studio.script(one.render.version_id), agreed_of(one.render)
    return order_for(
        script, one.slate.shot_id, take=one.take.id, attempt=one.take.attempt, tier=one.slate.tier, folder=one.folder,  # type: ignore[arg-type]
        renderer=one.renderer, format=agreed.format, seed=agreed.seed, tail_key=await _tail_key(one),
    )  # fmt: skip


async def _tail_key(one: Errand) -> str | None:
    """The last frames of the take before, for a shot that goes on from it; none when that one ships as a stand-in."""
    if one.slate.follows_id is None:
        return None
    rows = await connections.get("default").execute_query_dict(
        "SELECT take.tail_key FROM slate JOIN take ON take.id = slate.take_id WHERE slate.id = $1", [one.slate.follows_id]
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
   OR (SELECT count(*) FROM take WHERE slate_id = $1 AND state IN ('rejected', 'failed')) >= {TRIES_MAX}
   OR ((SELECT count(*) FROM take WHERE slate_id = $1) >= {TAKES_MAX} AND NOT EXISTS (SELECT FROM take WHERE slate_id = $1 AND state IN {OPEN})))
 RETURNING id"""


async def fail(tx: Tx, one: Errand, came_from: tuple[str, ...], to: str, error: dict[str, Any], *, for_good: bool, **values: Any) -> None:
    """End a take without a clip. After the last try, or when no other can succeed, its shot ships as a stand-in, uncharged."""
    if await change(tx, one.take.id, came_from, to, error=json.dumps(error), **values):
        await tx.sql.execute_query_dict(_GIVE_UP, [one.slate.id, for_good])
        tx.want("dispatch", one.renderer.name)
        tx.want("advance", one.render.id)
