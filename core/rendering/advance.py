"""The `advance` job of a render: sees where its shots stand and takes the next step. It alone writes `render.state`.

    funding -> queued                             enough was pledged; over -> cancelled, everything returned
    queued -> rendering -> assembling -> done
       |          |            '-> failed          the film could not be made: nothing is captured
       |          '-> failed                       no shot could be rendered
       '----------'-> cancelling -> assembling -> cancelled     what was accepted is captured and delivered
                          '-> cancelled            nothing was accepted yet

A render's end is one transaction: its state, the one capture (accepted shots times their frozen price), the film's post
and the end of this job, fenced. Running it too often does no harm; it is wished for whenever anything about a render changes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from core import projects
from core.jobs import Job, Tx, transaction
from core.ledger import ledger
from core.models import Cut, Person, Place, Project, Render
from core.rendering import funding, queue
from core.rendering.cuts import MEDIA, ask_cut
from core.rendering.dailies import show_first
from core.rendering.renderer import Renderer
from core.rendering.studio import Studio
from core.rendering.takes import OPEN, agreed_of
from core.studio_rules import rules_of

FILM_POST = "film"
"""Name of the view that delivers a film."""
PREMIERE_POST = "premiere"
"""Name of the view that announces one in a rendering channel."""
Error = dict[str, Any]


@dataclass(frozen=True)
class Counts:
    """Shots of a render: all, accepted, spared by a budget, still to come; takes that are out, and what the accepted ones cost."""

    total: int
    accepted: int
    spared: int
    left: int
    out: int
    price_mc: int


_COUNTS = f"""SELECT count(*) AS total, count(take_id) AS accepted, count(*) FILTER (WHERE stand_in AND price_mc = 0) AS spared,
   count(*) FILTER (WHERE take_id IS NULL AND NOT stand_in) AS "left", coalesce(sum(price_mc) FILTER (WHERE take_id IS NOT NULL), 0)::bigint AS price_mc,
   (SELECT count(*) FROM take JOIN slate s ON s.id = take.slate_id WHERE s.render_id = $1 AND take.state IN {OPEN}) AS out
 FROM slate WHERE render_id = $1"""


async def advance(studio: Studio, job: Job) -> None:
    """Take the next step of the render whose id is the job's subject."""
    async with transaction() as tx:
        render = await Render.filter(id=int(job.subject)).select_for_update().get_or_none()
        if render and render.ended_at is None:
            await _step(tx, studio, render)
            if render.state == "rendering" and not render.cancel_asked:
                await show_first(tx, render)
            tx.touch(f"render:{render.id}")
            tx.touch(queue.about((await Project.get(id=render.project_id)).home_place_id))
        tx.finish(job)


async def _step(tx: Tx, studio: Studio, render: Render) -> None:
    if render.state == "funding":
        match await funding.stands(tx, render):
            case "open":
                return
            case "over":
                await _end(tx, render, "cancelled", 0)
                return
            case "funded":
                await _set(render, "queued")
    counts = await _count(tx, render.id)
    if render.state in ("queued", "rendering"):
        if render.cancel_asked:
            counts = await _call_back(tx, render, counts)
        else:
            await _render_on(tx, studio, render, counts)
    if render.state == "cancelling" and counts.out == 0:
        if counts.accepted:
            await _assemble(tx, render)
        else:
            await _end(tx, render, "cancelled", 0)
    elif render.state == "assembling":
        await _assembled(tx, render, counts)


async def _count(tx: Tx, render_id: int) -> Counts:
    return Counts(**(await tx.sql.execute_query_dict(_COUNTS, [render_id]))[0])


async def _set(render: Render, state: str) -> None:
    if render.state != state:
        render.state = state
        await render.save(update_fields=["state"])


async def _render_on(tx: Tx, studio: Studio, render: Render, counts: Counts) -> None:
    if counts.left:
        pools = await _pools(tx, studio, render.id)
        for pool in pools:
            tx.want("dispatch", pool.name)
        counts = await _count(tx, render.id)  # shots whose renderer is gone have become stand-ins
    if counts.left:
        await _set(render, "rendering" if counts.accepted or counts.out or render.state == "rendering" else "queued")
    elif counts.accepted or counts.spared == counts.total:
        await _assemble(tx, render)
    else:
        await _end(tx, render, "failed", 0, error=_error("error-render-failed", "No shot could be rendered. Nothing was charged."))


_TIERS = "SELECT DISTINCT tier FROM slate WHERE render_id = $1 AND take_id IS NULL AND NOT stand_in"
_GONE = "UPDATE slate SET stand_in = true WHERE render_id = $1 AND tier = ANY($2::text[]) AND take_id IS NULL AND NOT stand_in RETURNING id"


async def _pools(tx: Tx, studio: Studio, render_id: int) -> list[Renderer]:
    """The renderers of the shots to come. Shots of a tier that nothing renders any more ship as stand-ins."""
    tiers = [row["tier"] for row in await tx.sql.execute_query_dict(_TIERS, [render_id])]
    if gone := [tier for tier in tiers if tier not in studio.renderers]:
        await tx.sql.execute_query_dict(_GONE, [render_id, gone])
    return list({renderer.name: renderer for tier in tiers if tier not in gone for renderer in [studio.renderer_for(tier)]}.values())


_UNSENT = """UPDATE take SET state = 'cancelled', ended_at = now() FROM slate
 WHERE slate.id = take.slate_id AND slate.render_id = $1 AND take.state = 'asked' RETURNING take.id"""
_SENT = """UPDATE take SET state = 'cancelling' FROM slate
 WHERE slate.id = take.slate_id AND slate.render_id = $1 AND take.state = 'running' RETURNING take.id, take.endpoint"""


async def _call_back(tx: Tx, render: Render, counts: Counts) -> Counts:
    """Cancel what is out: unsent takes at once, sent ones by their renderer. One that is just being sent calls itself back."""
    await tx.sql.execute_query_dict(_UNSENT, [render.id])
    for row in await tx.sql.execute_query_dict(_SENT, [render.id]):
        tx.want("cancel", row["id"], MEDIA)
        tx.want("dispatch", row["endpoint"])
    await _set(render, "cancelling")
    return await _count(tx, render.id)


async def _assemble(tx: Tx, render: Render) -> None:
    project = await Project.get(id=render.project_id)
    await ask_cut(tx, render, "final", project.language, agreed_of(render).format)
    await _set(render, "assembling")


async def _assembled(tx: Tx, render: Render, counts: Counts) -> None:
    """The film is there, or will never be."""
    cut = await Cut.filter(render_id=render.id, kind="final").order_by("id").first()
    if cut is None or cut.state == "asked":
        return
    end: Literal["cancelled", "done"] = "cancelled" if render.cancel_asked else "done"
    if cut.state == "done":
        await _end(tx, render, end, counts.price_mc, cut=cut)
    else:
        await _end(tx, render, "failed", 0, error=cut.facts.get("error") or _error("error-film-failed", "The film could not be put together."))


async def _end(
    tx: Tx, render: Render, state: Literal["done", "cancelled", "failed"], capture_mc: int, *, cut: Cut | None = None, error: Error | None = None
) -> None:
    """The one capture and the end, together."""
    holds = [hold for hold in await ledger.holds_of(tx.sql, render.id) if hold.captured_mc is None]
    paid = funding.shares(capture_mc, [hold.amount_mc for hold in holds])
    for hold, share in zip(holds, paid, strict=True):
        await ledger.settle(tx.sql, hold.hold_id, share)
        await ledger.pay_debt(tx.sql, f"owed:{hold.hold_id}", hold.account, actor="system")  # what came back may be owed by now
    assert sum(paid) == capture_mc, f"render {render.id} captures {capture_mc - sum(paid)} more than was held"
    render.state, render.captured_mc, render.error, render.ended_at = state, capture_mc, error, datetime.now(UTC)
    await render.save(update_fields=["state", "captured_mc", "error", "ended_at"])
    if cut and render.tier != "preview":
        if state == "done":
            await projects.milestone(tx, render.project_id, "film")
            await _announce(tx, render)
        await _post_film(tx, render)
    tx.touch(f"project:{render.project_id}")


_POST = """INSERT INTO post (place_id, thread, person_id, name, args, about, notify, key, shown_hash, created_at)
 SELECT place_id, thread, $2, $3, $4::jsonb, $5, bool_or(home) OR $7,
        $6 || CASE WHEN bool_or(home) THEN '' ELSE format(':%s:%s', place_id, thread) END, '', now()
   FROM (SELECT home_place_id AS place_id, home_thread AS thread, true AS home FROM project WHERE id = $1
         UNION ALL SELECT place_id, thread, false FROM post WHERE about = $5 AND name = 'card' AND NOT args ? 'retired'
         UNION ALL SELECT d.place_id, d.thread, false FROM dialogue d JOIN place ON place.id = d.place_id AND place.kind = 'private'
                    WHERE $7 AND d.person_id = $2) AS there
  GROUP BY place_id, thread ON CONFLICT (key) DO NOTHING RETURNING id"""


async def _post_film(tx: Tx, render: Render) -> None:
    """The film is owed to its home from now on, to wherever its card was looked at, and to every chat of a person who wishes so."""
    by = await Person.get(id=render.by_id)
    everywhere = by.settings.get("notify") == "everywhere"
    about, args = f"render:{render.id}", json.dumps({"render": render.id})
    await tx.sql.execute_query_dict(_POST, [render.project_id, render.by_id, FILM_POST, args, about, f"film:{render.id}", everywhere])


_PREMIERE = """INSERT INTO post (place_id, thread, name, args, about, notify, key, shown_hash, created_at)
 VALUES ($1, '', $2, $3::jsonb, $4, false, $5, '', now()) ON CONFLICT (key) DO NOTHING RETURNING id"""


async def _announce(tx: Tx, render: Render) -> None:
    """A rendering channel tells of the films that were finished in its threads."""
    project = await Project.get(id=render.project_id)
    rules = rules_of(await Place.get(id=project.home_place_id))
    if rules.open and rules.announce:
        args = json.dumps({"render": render.id})
        await tx.sql.execute_query_dict(_PREMIERE, [project.home_place_id, PREMIERE_POST, args, f"render:{render.id}", f"premiere:{render.id}"])


def _error(key: str, text: str) -> Error:
    return {"key": key, "args": {}, "text": text}


ACCEPTED_SQL = """SELECT render.id AS render_id,
 CASE WHEN EXISTS (SELECT FROM cut WHERE cut.render_id = render.id AND cut.kind = 'final' AND cut.state = 'done')
   THEN coalesce((SELECT sum(price_mc) FROM slate WHERE slate.render_id = render.id AND slate.take_id IS NOT NULL), 0) ELSE 0 END AS price_mc
 FROM render WHERE render.ended_at IS NOT NULL"""
"""For the ledger's audit: what the accepted shots of every ended render cost, 0 without a film."""
