"""The `collect` job of a take: what became of it is asked, and what landed is checked and accepted.

Wished for by a poll that fell due, by a webhook or by the drawing process, whichever comes first; it may run any number of times.
The first clip that passes the checks is the shot's; others come too late. A clip that fails is taken again, free of charge,
with another seed. Runs where media work is done, because a clip that landed is checked and made normal at once.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

from core import projects
from core.errors import Forbidden
from core.film.profiles import Grade
from core.jobs import Job, Tx, transaction
from core.models import Project, Take
from core.rendering import costs
from core.rendering.cuts import MEDIA
from core.rendering.orders import frames_at
from core.rendering.renderer import Answer, Failed, Landed, Running, Unknown
from core.rendering.studio import Studio
from core.rendering.takes import Errand, change, errand, fail
from core.workshop import Source

log = logging.getLogger(__name__)

LOST_POLL_S = 60.0
"""How often the manifest of a lost take is looked for, as long as its render goes on."""
GATHER_S = 1.0
"""While many shots are out, what landed is looked at together, at most this often."""
FEW = 8
"""With at most so many shots left, each one that lands is looked at once."""
GRADES: dict[str, Grade] = {"preview": "preview", "drawn": "drawn"}
"""How large the film of a tier is; of all others: full."""


async def collect(studio: Studio, job: Job) -> None:
    """Ask what became of the take whose id is the job's subject."""
    one = await errand(studio, job)
    if one is None:
        return
    if one.state == "sending":  # the answer was quicker than our own note
        async with transaction() as tx:
            tx.finish(job, again_s=0.2)
        return
    if one.state not in ("running", "lost"):
        async with transaction() as tx:
            tx.finish(job)
        return
    match await _answer(studio, one):
        case Running() as running:
            await _go_on(job, one, running)
        case Failed() as failed:
            async with transaction() as tx:
                error = {"code": failed.code, "message": failed.message}
                await fail(tx, one, ("running", "lost"), "failed", error, for_good=not failed.retryable, **_cost(failed))
                tx.finish(job)
            await _judged(one, failed)
        case Landed() as landed:
            await _landed(studio, job, one, landed)
            await _judged(one, landed)


async def _judged(one: Errand, answer: Landed | Failed) -> None:
    """What it cost may show that this tier loses money here."""
    if answer.cost_usd:
        await costs.judge(one.renderer, one.tier)


async def _answer(studio: Studio, one: Errand) -> Running | Landed | Failed:
    """The renderer's answer; where it knows nothing, what lies in storage says."""
    answer: Answer = await one.renderer.poll(one.provider_job) if one.provider_job else Unknown()
    if not isinstance(answer, Unknown):
        return answer
    found = await one.renderer.recover(one.take, one.folder)
    if found:
        return found
    if one.state == "lost":
        return Running()
    return Failed("lost", "The renderer does not know this job any more.")


def _cost(answer: Landed | Failed) -> dict[str, Any]:
    """What an attempt used up, for its row."""
    return {"gpu_s": answer.gpu_s, "cost_usd": answer.cost_usd, "gpu": answer.gpu, "usd_per_s": answer.usd_per_s}


async def _go_on(job: Job, one: Errand, running: Running) -> None:
    lost = one.state == "lost"
    async with transaction() as tx:
        if running.progress is not None and running.progress != one.progress:
            await Take.filter(id=one.take).update(progress=running.progress)
            tx.want("advance", one.render, after_s=GATHER_S)
        if lost and not one.wanted:
            await change(tx, one.take, ("lost",), "cancelled")
            tx.finish(job)
        else:
            if lost:  # its patience may have run out: then another take is asked for
                tx.want("dispatch", one.renderer.name)
            tx.finish(job, again_s=_lost_s(one) if lost else one.renderer.poll_s)


def _lost_s(one: Errand) -> float:
    """When a lost take is looked for again: soon while the shot waits for it, seldom afterwards."""
    return min(LOST_POLL_S, max(one.renderer.poll_s, one.renderer.patience_s / 4)) if one.renderer.patience_s else LOST_POLL_S


async def _landed(studio: Studio, job: Job, one: Errand, landed: Landed) -> None:
    findings: list[dict[str, Any]] = []
    if one.wanted:
        try:
            clip = await asyncio.to_thread(Source.of, await studio.storage.fetch(landed.key))
        except FileNotFoundError:
            findings = [{"check": "file", "message": "The clip is not where the renderer says it is."}]
        else:
            findings = await _check(studio, one, landed, clip)
    async with transaction() as tx:
        if findings:
            log.info("take %d is rejected: %s", one.take, findings)
            error = {"code": "checks", "message": "; ".join(each["message"] for each in findings)}
            facts = {"key": landed.key, "sha256": landed.sha256, "checks": json.dumps(findings)}
            await fail(tx, one, ("running", "lost"), "rejected", error, for_good=False, **facts, **_cost(landed))
        else:
            await _accept(tx, one, landed)
        tx.finish(job)


async def _check(studio: Studio, one: Errand, landed: Landed, clip: Source) -> list[dict[str, Any]]:
    if clip.sha256 != landed.sha256:
        return [{"check": "file", "message": "The clip is not the file the renderer made."}]
    script = await studio.script(one.version)
    fps = one.renderer.fps
    frames = frames_at(one.frames, fps)
    findings = await studio.cutter.check(clip, script.shot(one.shot), *one.size, frames, fps)
    if not findings and one.tier not in GRADES:
        findings = await _looked_through(studio, clip, frames, fps)
    if not findings:
        await studio.cutter.prepare(clip, one.format, GRADES.get(one.render_tier, "full"), one.frames, projects.finish_of(await Project.get(id=one.project)))
    return findings


async def _looked_through(studio: Studio, clip: Source, frames: int, fps: int) -> list[dict[str, Any]]:
    """Whether a clip that a model made shows what no film may. Raises Unavailable where that cannot be told now: the take waits."""
    if not studio.moderator.sees:
        return []
    try:
        for still in await studio.cutter.stills(clip, frames, fps):
            await studio.moderator.check_picture(still)
    except Forbidden as refused:
        return [{"check": "forbidden", "message": f"Its picture breaks the rules on content ({refused.args_for_text['category']})."}]
    return []


_ACCEPT = """WITH r AS (SELECT id FROM render WHERE id = $1 AND ended_at IS NULL AND NOT cancel_asked FOR SHARE),
   t AS (SELECT id FROM take WHERE id = $3 AND state IN ('running', 'lost') FOR UPDATE),
   s AS (UPDATE slate SET take_id = t.id FROM r, t WHERE slate.id = $2 AND take_id IS NULL AND NOT stand_in RETURNING slate.id)
 UPDATE take SET state = CASE WHEN EXISTS (SELECT FROM s) THEN 'accepted' ELSE 'late' END, ended_at = now(), progress = 1,
   key = $4, sha256 = $5, tail_key = $6, gpu_s = $7, cost_usd = $8, gpu = $9, usd_per_s = $10 FROM t WHERE take.id = t.id RETURNING take.state"""
_AFTER = f"""WITH o AS (UPDATE take SET state = 'cancelling' WHERE slate_id = $2 AND id <> $3 AND state = 'running' RETURNING id)
 SELECT (SELECT array_agg(id) FROM o) AS others, (SELECT count(*) FROM (
   SELECT FROM slate WHERE render_id = $1 AND take_id IS NULL AND NOT stand_in LIMIT {FEW + 1}) few) AS remaining"""


async def _accept(tx: Tx, one: Errand, landed: Landed) -> None:
    """The shot's take, if it still waits for one. Whatever else is out for it is called back."""
    facts = [landed.key, landed.sha256, landed.tail_key, *_cost(landed).values()]
    accepted = await tx.sql.execute_query_dict(_ACCEPT, [one.render, one.slate, one.take, *facts])
    if not accepted:
        return
    tx.want("dispatch", one.renderer.name)
    if accepted[0]["state"] == "late":
        tx.want("advance", one.render)
        return
    after = (await tx.sql.execute_query_dict(_AFTER, [one.render, one.slate, one.take]))[0]
    for other in after["others"] or []:
        tx.want("cancel", other, MEDIA)
    tx.want("advance", one.render, after_s=GATHER_S if after["remaining"] > FEW else 0.0)


async def call_back(studio: Studio, job: Job) -> None:
    """The `cancel` job of a take: its renderer is told to stop, until it surely has."""
    one = await errand(studio, job)
    if one is None:
        return
    answer: Answer = Unknown()
    if one.state == "cancelling" and one.provider_job:
        await one.renderer.cancel(one.provider_job)
        answer = await one.renderer.poll(one.provider_job)
    async with transaction() as tx:
        match answer:
            case Running():
                tx.finish(job, again_s=min(one.renderer.poll_s, 2.0))
                return
            case Landed() | Failed():
                await change(tx, one.take, ("cancelling",), "cancelled", **_cost(answer))
            case Unknown():
                await change(tx, one.take, ("cancelling",), "cancelled")
        tx.want("advance", one.render)
        tx.want("dispatch", one.renderer.name)
        tx.finish(job)
