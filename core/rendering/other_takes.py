"""The takes that a shot has had: its pictures so far, to be looked at and chosen among. Called by the conversation.

A take is known by its number, which is its seed and one: only takes that would be found again for the shot as it stands now are told of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tortoise import connections

from core.models import Project, Render
from core.rendering.orders import planned
from core.rendering.studio import Studio
from core.rendering.takes import agreed_of
from core.writing import splice
from core.writing.script import Script

SHOTS_MAX, TAKES_MAX = 25, 12
"""So many shots are told of, and so many takes of each, the latest."""


@dataclass(frozen=True)
class Taken:
    """One accepted take of a shot. `number` from 1; `key`: its clip in storage."""

    number: int
    key: str
    chosen: bool


async def other_takes(studio: Studio, project: Project, render: Render, script: Script) -> dict[str, list[Taken]]:
    """The takes of every shot that has more than one, by the shot's id, in their order; `script` is what the render shows."""
    seeds = await _seeds(project.id)
    recipes: dict[str, tuple[str, int]] = {}
    for shot in [shot for shot in script.shots if seeds.get(shot.id)][:SHOTS_MAX]:
        latest = seeds[shot.id]
        for seed in range(max(0, latest + 1 - TAKES_MAX), latest + 1):
            recipes[_recipe(studio, render, script, shot.id, seed)] = (shot.id, seed)
    found: dict[str, list[Taken]] = {}
    for recipe, key in sorted((await _clips(project.id, list(recipes))).items(), key=lambda one: recipes[one[0]]):
        id, seed = recipes[recipe]
        found.setdefault(id, []).append(Taken(seed + 1, key, seed == script.shot(id).seed))
    return {id: takes for id, takes in found.items() if len(takes) > 1}


def _recipe(studio: Studio, render: Render, script: Script, shot_id: str, seed: int) -> str:
    """What the shot would be made of with this seed; a take does not depend on other scenes."""
    agreed = agreed_of(render)
    shot = script.shot(shot_id).model_copy(update={"seed": seed})
    scene = splice.with_shot(script, shot).scene_of(shot_id)
    alone = script.model_copy(update={"scenes": (scene,)})
    plans = planned(alone, render.tier, studio.renderer_for(render.tier), agreed.format, agreed.seed)  # type: ignore[arg-type]
    return next(plan.recipe for plan in plans if plan.shot.id == shot_id)


async def _seeds(project_id: int) -> Mapping[str, int]:
    """The highest seed that any version gave a shot, of those that were asked for again."""
    rows: list[dict[str, Any]] = await connections.get("default").execute_query_dict(
        """SELECT shot->>'id' AS shot, max((shot->>'seed')::int) AS seed
             FROM version, jsonb_path_query(script, '$.scenes[*].shots[*] ? (@.seed > 0)') AS shot
            WHERE project_id = $1 AND script IS NOT NULL GROUP BY 1""",
        [project_id],
    )
    return {row["shot"]: row["seed"] for row in rows}


async def _clips(project_id: int, recipes: list[str]) -> dict[str, str]:
    """The clip of the newest accepted take of each recipe."""
    rows: list[dict[str, Any]] = await connections.get("default").execute_query_dict(
        """SELECT DISTINCT ON (slate.recipe) slate.recipe, take.key
             FROM slate JOIN render ON render.id = slate.render_id JOIN take ON take.id = slate.take_id
            WHERE render.project_id = $1 AND slate.recipe = ANY($2::text[]) AND take.key IS NOT NULL ORDER BY slate.recipe, take.id DESC""",
        [project_id, recipes],
    )
    return {row["recipe"]: row["key"] for row in rows}
