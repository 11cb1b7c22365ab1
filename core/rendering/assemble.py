"""The `assemble` job of a cut: its clips become a film, and the film's files go into storage.

For the film at a render's end, for the rough cut on the way, and for another format of a film. The cutting itself is the cutter's;
everything it makes comes from the workshop, so a kill costs only what was in the making.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import Any, cast, get_args

from core import projects
from core.errors import Expected, Unavailable
from core.film.own_voice import OwnLine
from core.film.profiles import Grade
from core.jobs import Job, transaction
from core.models import Cut, Project, Render, Slate, Take, Translation
from core.people import name_of
from core.rendering.collect import GRADES
from core.rendering.cutter import CutFiles, CutOrder, Promo
from core.rendering.funding import named_backers
from core.rendering.receipt import receipt_text
from core.rendering.studio import Studio
from core.rendering.takes import agreed_of
from core.workshop import Made, Source
from core.writing.script import Scene, Script

log = logging.getLogger(__name__)

TRIES_MAX = 3
WAITS_MAX = 10
"""Tries while there is no room or no storage: some two minutes."""
DRAWN_TIERS = frozenset({"preview", "drawn"})
PROMOS: tuple[str, ...] = get_args(Promo)
SHOWN_S = 1.0
"""Progress is written at most this often."""


@dataclass(frozen=True)
class _Task:
    cut: Cut
    render: Render
    project: Project
    slates: list[Slate]


async def assemble(studio: Studio, job: Job) -> None:
    """Make the cut whose id is the job's subject."""
    cut = await Cut.get(id=int(job.subject))
    if cut.state != "asked":
        async with transaction() as tx:
            tx.finish(job)
        return
    task = await _task(cut)
    began = time.monotonic()
    try:
        order = await _order(studio, task)
        made = await _promoted(studio, task, order) if cut.kind in PROMOS else await studio.cutter.cut(order, _Shown(cut))
        files = await _store(studio, task, made, job)
    except Exception as error:
        patience = WAITS_MAX if isinstance(error, Unavailable) else 1 if isinstance(error, Expected) else TRIES_MAX
        if job.failures + 1 < patience:
            raise
        log.exception("cut %d cannot be made", cut.id)
        await _ended(job, task, "failed", {}, {"error": told(error)})
        return
    facts = {**made.facts, "took_s": round(time.monotonic() - began, 2), "shots": len(order.takes), "of": len(task.slates)}
    await _ended(job, task, "done", files, facts)


async def _task(cut: Cut) -> _Task:
    slates = await Slate.filter(render_id=cut.render_id).order_by("number")
    return _Task(cut, await Render.get(id=cut.render_id), await Project.get(id=cut.project_id), slates)


async def order_of(studio: Studio, cut: Cut) -> CutOrder:
    """What this cut is made of, for whoever needs its pieces."""
    return await _order(studio, await _task(cut))


async def _order(studio: Studio, task: _Task) -> CutOrder:
    script = await studio.script(task.cut.version_id)
    takes = await _takes(studio, task.slates)
    rough, preview = task.cut.kind == "rough", task.render.tier == "preview"
    another = task.cut.format != agreed_of(task.render).format or task.cut.language != script.language
    if task.render.cancel_asked and not rough:
        script = only(script, set(takes))
    script, pictured = await _in_its_language(task.cut, script)
    agreed, format = agreed_of(task.render), task.cut.format
    reshaped = format != agreed.format
    if preview and reshaped:  # an animatic's pictures carry its marks: rather than cut these off they are drawn anew, for nothing
        takes = {}
    grade: Grade = "preview" if rough else "full" if reshaped and not preview else GRADES.get(task.render.tier, "full")
    receipt = "" if preview or rough else await receipt_text(studio, task.render, task.slates)
    return CutOrder(
        script=script, takes=takes, format=format, grade=grade, seed=agreed.seed, furniture=preview,  # type: ignore[arg-type]
        makers=tuple(filter(None, [await name_of(task.project.owner_id)])), backers=await named_backers(task.render.id),
        track=await _track(studio, task.project), track_lead_s=_lead_s(task.project), own=await _own(studio, task.project),
        finish=projects.finish_of(task.project), receipt=receipt, whole=not rough and (another or not preview),
        taken_in=agreed.format if reshaped else None,
        pictured=pictured, drawn=frozenset(slate.shot_id for slate in task.slates if slate.tier in DRAWN_TIERS),
    )  # fmt: skip


async def _promoted(studio: Studio, task: _Task, order: CutOrder) -> CutFiles:
    """The trailer or the loop of the render's film, cut from that film as it was delivered."""
    cut = task.cut
    film = await Cut.filter(render_id=task.render.id, kind="final", state="done", language=cut.language, format=cut.format).first()
    if film is None or film.key is None:
        raise Expected("there is no film yet", key="error-no-film-yet")
    made = Made(await studio.storage.fetch(film.key), film.key, film.facts)  # objects never change: the key names the content
    return await studio.cutter.promote(order, made, cast(Promo, cut.kind), _Shown(cut))


async def _in_its_language(cut: Cut, script: Script) -> tuple[Script, Script | None]:
    """The script that the cut speaks, and the one its pictures were made from where that is another."""
    row = await Translation.get_or_none(version_id=cut.version_id, language=cut.language, state="done")
    if cut.language == script.language or row is None:
        return script, None
    kept = {shot.id for shot in script.shots}
    return only(Script.model_validate(row.script), kept), script


async def _track(studio: Studio, project: Project) -> Source | None:
    """The music that was brought for this film. Raises Unavailable while its file cannot be had."""
    track = projects.track_of(project)
    if track is None:
        return None
    try:
        return Source(await studio.storage.fetch(track.key), track.sha256)
    except FileNotFoundError as error:
        raise Expected(f"the track {track.key} is gone", key="error-track-gone", name=track.name) from error


def _lead_s(project: Project) -> float:
    track = projects.track_of(project)
    return track.lead_s if track else 0.0


async def _own(studio: Studio, project: Project) -> tuple[OwnLine, ...]:
    """What was recorded for this film. A recording whose file is gone is not heard: its lines are spoken as all others are."""
    own: list[OwnLine] = []
    for each in projects.recordings_of(project):
        try:
            source = Source(await studio.storage.fetch(each.key), each.sha256)
        except FileNotFoundError:
            log.error("the recording %s is gone from storage", each.key)
            continue
        own += [OwnLine(line.shot, line.text, source, line.start_s, line.end_s) for line in each.lines]
    return tuple(own)


async def _takes(studio: Studio, slates: list[Slate]) -> dict[str, Source]:
    """The accepted clips by shot. One whose file is gone is drawn in its place."""
    takes = {take.id: take for take in await Take.filter(id__in=[slate.take_id for slate in slates if slate.take_id])}
    found: dict[str, Source] = {}
    for slate in slates:
        take = takes.get(slate.take_id or 0)
        if take is None or take.key is None or take.sha256 is None:
            continue
        try:
            found[slate.shot_id] = Source(await studio.storage.fetch(take.key), take.sha256)
        except FileNotFoundError:
            log.error("the clip of take %d is gone from storage", take.id)
    return found


def only(script: Script, shots: set[str]) -> Script:
    """The script with these shots alone; scenes without any are left out."""
    scenes = [scene.model_copy(update={"shots": tuple(shot for shot in scene.shots if shot.id in shots)}) for scene in script.scenes]
    kept: tuple[Scene, ...] = tuple(scene for scene in scenes if scene.shots)
    return script.model_copy(update={"scenes": kept})


async def _store(studio: Studio, task: _Task, made: CutFiles, job: Job) -> dict[str, str]:
    folder = f"films/{task.project.id}/{task.render.id}/{task.cut.kind}-{task.cut.language}-{task.cut.format}-{job.seen}"
    keys = {name: f"{folder}/{name.replace('_', '-')}{path.suffix}" for name, path in made.files.items()}
    for name, path in made.files.items():
        await studio.storage.put(keys[name], path)
    return keys


async def _ended(job: Job, task: _Task, state: str, files: dict[str, str], facts: dict[str, Any]) -> None:
    async with transaction() as tx:
        await Cut.filter(id=task.cut.id).update(state=state, files=files, facts=facts, key=files.get("film"))
        if task.render.ended_at is None:
            tx.want("advance", task.render.id)
        tx.touch(f"cut:{task.cut.id}")
        tx.touch(f"render:{task.render.id}")
        tx.finish(job)


def told(error: Exception) -> dict[str, Any]:
    """What a person is told of an error: {key, args, text}."""
    if isinstance(error, Expected):
        return {"key": error.key, "args": error.args_for_text, "text": str(error)}
    return {"key": "error-film-failed", "args": {}, "text": "The film could not be put together."}


class _Shown:
    """Notes a cut's progress for the status card."""

    def __init__(self, cut: Cut) -> None:
        self._cut, self._at = cut, 0.0

    async def __call__(self, share: float) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._at >= SHOWN_S:
            self._at = now
            async with transaction() as tx:
                await Cut.filter(id=self._cut.id, state="asked").update(facts={**self._cut.facts, "progress": round(share, 3)})
                tx.touch(f"render:{self._cut.render_id}")
