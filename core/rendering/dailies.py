"""Dailies: scenes of a render as they land, to be looked at while the rest is still being rendered. One post per render, kept up to date."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tortoise import connections

from core.jobs import Tx
from core.ledger.credits import price_mc
from core.models import Render
from core.plans import RATE_MC
from core.writing.script import FPS

DAILIES_POST = "dailies"
"""Name of the view that shows them."""


@dataclass(frozen=True)
class Shot:
    """One shot of a scene that is in. `key`: its clip in storage, None where its drawn panel takes its place. `price_mc`: of another take."""

    id: str
    number: int
    key: str | None
    price_mc: int


@dataclass(frozen=True)
class Scene:
    """A scene whose shots are all in, by its number."""

    number: int
    shots: tuple[Shot, ...]


_SHOTS = """SELECT slate.scene, slate.number, slate.shot_id, slate.frames, slate.tier, slate.stand_in, slate.take_id, take.key
 FROM slate LEFT JOIN take ON take.id = slate.take_id WHERE slate.render_id = $1 ORDER BY slate.number"""


async def landed(render_id: int) -> list[Scene]:
    """The scenes that are in, in the film's order."""
    scenes: dict[int, list[dict[str, object]]] = {}
    for row in await connections.get("default").execute_query_dict(_SHOTS, [render_id]):
        scenes.setdefault(row["scene"], []).append(row)
    return [Scene(number, tuple(map(_shot, rows))) for number, rows in scenes.items() if all(row["take_id"] or row["stand_in"] for row in rows)]


def _shot(row: dict[str, object]) -> Shot:
    seconds = int(str(row["frames"])) / FPS
    rate = RATE_MC.get(str(row["tier"]), 0)  # type: ignore[call-overload]
    return Shot(str(row["shot_id"]), int(str(row["number"])), str(row["key"]) if row["key"] else None, price_mc(round(seconds * 4) / 4, rate))


_FIRST = """WITH scenes AS (SELECT scene, bool_and(take_id IS NOT NULL OR stand_in) AS done FROM slate WHERE render_id = $1 GROUP BY scene)
 INSERT INTO post (place_id, thread, person_id, name, args, about, notify, key, shown_hash, created_at)
 SELECT home_place_id, home_thread, $3, $4, $5::jsonb, $6, false, $7, '', now() FROM project
  WHERE id = $2 AND EXISTS (SELECT FROM scenes WHERE done) AND EXISTS (SELECT FROM scenes WHERE NOT done)
 ON CONFLICT (key) DO NOTHING RETURNING id"""


async def show_first(tx: Tx, render: Render) -> None:
    """The first scene is in and others are not: from now on there are dailies. Called by `advance`, any number of times."""
    if render.tier in ("preview", "drawn"):
        return
    args, about = json.dumps({"render": render.id}), f"render:{render.id}"
    await tx.sql.execute_query_dict(_FIRST, [render.id, render.project_id, render.by_id, DAILIES_POST, args, about, f"dailies:{render.id}"])
