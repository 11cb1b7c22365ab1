"""Where a render stands, for the status card and for anybody who asks. Reads rows, changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tortoise import connections

from core.models import Cut, Render
from core.rendering import brake
from core.rendering.pace import Pool, assembly_s, ready_s
from core.writing.script import FPS

Stage = Literal["funding", "queued", "rendering", "cancelling", "assembling", "done", "cancelled", "failed"]
"""As in `render.state`, which only `advance` writes."""
SceneState = Literal["waiting", "rendering", "done"]


@dataclass(frozen=True)
class SceneStatus:
    """One scene of the render: its number from 1, and how many of its shots are in."""

    number: int
    state: SceneState
    done: int
    total: int


@dataclass(frozen=True)
class CutStatus:
    """A film of the render: its row, its files by name (storage keys) and the facts about it. Empty until `state` is "done".

    Names of files: film, poster, subtitles_srt, subtitles_vtt, subtitles_ass, contact_sheet, screenplay, receipt, gate.
    """

    id: int
    kind: Literal["final", "rough"]
    state: Literal["asked", "done", "failed"]
    files: dict[str, str]
    facts: dict[str, object]


@dataclass(frozen=True)
class Status:
    """One look at a render. Amounts in milli-credits; `percent` 0 to 100, never falling while a render goes on.

    `used_mc` is derived: accepted shots times their frozen price. `captured_mc` is set once the render has ended.
    `queue_place` is 1 for the next render that is still waiting for its first shot, None for those that are served.
    `eta_s` is None when the render has ended.
    """

    render_id: int
    project_id: int
    version_id: int
    title: str
    tier: str
    stage: Stage
    shots_done: int
    shots_total: int
    stand_ins: tuple[int, ...]
    """Numbers of the shots that ship as drawn stand-ins because they failed for good, uncharged."""
    spared: tuple[int, ...]
    """Numbers of the shots that were agreed to be drawn, to stay within a budget."""
    percent: int
    scenes: tuple[SceneStatus, ...]
    queue_place: int | None
    eta_s: float | None
    held_mc: int
    used_mc: int
    captured_mc: int | None
    can_cancel: bool
    paused: bool
    """The operator's brake is on: shots that are not out yet wait."""
    final: CutStatus | None
    rough: CutStatus | None
    error: dict[str, object] | None
    """{key, args, text} as in `core.errors`, for a render that failed."""
    began_at: datetime
    ended_at: datetime | None


RENDERED = 90
"""Percent of the whole that rendering counts for; assembling is the rest."""

_SLATES = """SELECT slate.number, slate.scene, slate.frames, slate.price_mc, slate.stand_in, slate.take_id IS NOT NULL AS done,
   coalesce((SELECT max(greatest(take.progress, 0.02)) FROM take WHERE take.slate_id = slate.id AND take.state IN ('sending', 'running')), 0) AS progress
 FROM slate WHERE slate.render_id = $1 ORDER BY slate.number"""
_TITLE = "SELECT script->>'title' AS title FROM version WHERE id = $1"
_PLACE = """SELECT count(*) AS ahead FROM render WHERE ended_at IS NULL AND state = 'queued' AND NOT cancel_asked AND id < $1"""


async def status(render_id: int) -> Status:
    """The render's status now. Raises tortoise's DoesNotExist."""
    db = connections.get("default")
    render = await Render.get(id=render_id)
    slates = [_Slate(**row) for row in await db.execute_query_dict(_SLATES, [render_id])]
    title = (await db.execute_query_dict(_TITLE, [render.version_id]))[0]["title"]
    cuts = await Cut.filter(render_id=render_id).order_by("id")
    final, rough = (_cut(cuts, kind) for kind in ("final", "rough"))
    queued = render.state == "queued" and not render.cancel_asked
    unresolved = any(not slate.done and not slate.stand_in for slate in slates)
    return Status(
        render_id=render.id, project_id=render.project_id, version_id=render.version_id, title=title or "", tier=render.tier, stage=_stage(render),
        shots_done=sum(slate.done for slate in slates), shots_total=len(slates),
        stand_ins=tuple(slate.number for slate in slates if slate.stand_in and slate.price_mc),
        spared=tuple(slate.number for slate in slates if slate.stand_in and not slate.price_mc),
        percent=_percent(render, slates, final), scenes=_scenes(slates),
        queue_place=1 + (await db.execute_query_dict(_PLACE, [render_id]))[0]["ahead"] if queued else None,
        eta_s=await _eta_s(render, slates, final), held_mc=sum(slate.price_mc for slate in slates),
        used_mc=sum(slate.price_mc for slate in slates if slate.done), captured_mc=render.captured_mc,
        can_cancel=render.ended_at is None and not render.cancel_asked and unresolved,
        paused=render.state in ("queued", "rendering") and render.tier not in brake.UNPAID and await brake.is_on(db),
        final=final, rough=rough, error=render.error, began_at=render.created_at, ended_at=render.ended_at,
    )  # fmt: skip


@dataclass(frozen=True)
class _Slate:
    number: int
    scene: int
    frames: int
    price_mc: int
    stand_in: bool
    done: bool
    progress: float


def _stage(render: Render) -> Stage:
    """The state, but a cancel that was just asked for shows at once."""
    stage: Stage = render.state  # type: ignore[assignment]
    return "cancelling" if render.cancel_asked and stage in ("funding", "queued", "rendering") else stage


def _cut(cuts: Sequence[Cut], kind: str) -> CutStatus | None:
    """The first cut of this kind: the film in the format it was rendered for."""
    for cut in cuts:
        if cut.kind == kind:
            return CutStatus(cut.id, cut.kind, cut.state, cut.files, cut.facts)  # type: ignore[arg-type]
    return None


def _percent(render: Render, slates: Sequence[_Slate], final: CutStatus | None) -> int:
    if render.state in ("done", "cancelled"):
        return 100
    total = sum(slate.frames for slate in slates) or 1
    there = sum(slate.frames * (1.0 if slate.done or slate.stand_in else slate.progress) for slate in slates)
    share = float(str(final.facts.get("progress", 0))) if final and final.state == "asked" else 1.0 if final and final.state == "done" else 0.0
    if render.state == "assembling":
        there = total
    return min(99, int(RENDERED * there / total + (100 - RENDERED) * share))


def _scenes(slates: Sequence[_Slate]) -> tuple[SceneStatus, ...]:
    scenes: dict[int, list[_Slate]] = {}
    for slate in slates:
        scenes.setdefault(slate.scene, []).append(slate)
    result = []
    for number, of in scenes.items():
        done = sum(slate.done or slate.stand_in for slate in of)
        state: SceneState = "done" if done == len(of) else "rendering" if done or any(slate.progress for slate in of) else "waiting"
        result.append(SceneStatus(number, state, done, len(of)))
    return tuple(result)


async def _eta_s(render: Render, slates: Sequence[_Slate], final: CutStatus | None) -> float | None:
    if render.ended_at:
        return None
    film_s = sum(slate.frames for slate in slates) / FPS
    left_s = 0.0 if render.cancel_asked else sum(slate.frames * (1 - slate.progress) for slate in slates if not slate.done and not slate.stand_in) / FPS
    share = float(str(final.facts.get("progress", 0))) if final else 0.0
    assembling_s = await assembly_s(film_s) * (1 - share)
    rendering_s, _ = await ready_s(Pool(**render.settings["pool"]), render.tier, left_s, render_id=render.id, person_id=render.by_id)
    return rendering_s + assembling_s
