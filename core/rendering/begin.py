"""Agreeing to a render, cancelling one, asking for more cuts of one. Called inside a conversation's own transaction.

What happens here is rows only; `advance` and its jobs do the work after the commit.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from core import projects
from core.errors import BadInput
from core.jobs import Tx
from core.ledger import ledger
from core.models import Cut, Person, Place, Project, Render, Slate, Version
from core.plans import RATE_MC, Tier, plan_of
from core.rendering import brake, queue
from core.rendering.cuts import MEDIA, ask_cut
from core.rendering.cutter import Promo
from core.rendering.pace import Pool
from core.rendering.pricing import Priced, priced
from core.rendering.quote import offered
from core.rendering.studio import Studio
from core.rendering.takes import agreed_of
from core.rendering.translating import ask_translation
from core.studio_rules import Purse, rules_of
from core.writing.script import Format, Script

Reason = Literal[
    "not_offered",  # nothing here renders that tier; figures: tier
    "paused",  # the operator's brake is on
    "plan",  # figures: tier, plan
    "films_at_once",  # figures: most, plan
    "rendering",  # this project is being rendered already; figures: render
    "price_changed",  # figures: agreed_mc, total_mc
    "insufficient",  # figures: free_mc, total_mc
    "debt",  # figures: debt_mc
    "frozen",
    "over_limit",  # the member's allowance in the pool; figures: left_mc, total_mc
    "pool_insufficient",  # figures: free_mc, total_mc
    "channel_full",  # so many films at once are what the channel renders; figures: most
    "channel_tier",  # figures: tier
    "channel_length",  # figures: most_s
]


LENGTH_SLACK = 1.1
"""A script may run so much over the length that was asked for: writers meet it about."""


@dataclass(frozen=True)
class Begun:
    """The render that was agreed to. `again`: this very press had begun it before."""

    render_id: int
    total_mc: int
    again: bool = False


@dataclass(frozen=True)
class Declined:
    """Nothing was written. `figures` belong into the sentence that says why."""

    reason: Reason
    figures: dict[str, int | str]


async def begin(
    tx: Tx, studio: Studio, *, key: str, project: Project, version: Version, tier: Tier, by: Person, budget_mc: int | None = None,
    agreed_mc: int | None = None, purse: Purse | None = None, deadline: datetime | None = None,
) -> Begun | Declined:  # fmt: skip
    """Begin to render this version: the render, its slates with frozen prices, the hold. `by` pays, or the `purse` they may spend from.

    `key` names the press: the same key is the same render, however often it is pressed. `agreed_mc` is the price that the
    person saw; a higher one is declined, a lower one taken. The tier "preview" is free: the animatic, one per version.
    With a `deadline` nobody pays now: others fund it together (`core.rendering.funding`), and it begins once the goal is reached.
    Raises BadInput when the version has no script.
    """
    await projects.lock(tx, project.id)
    await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", [by.id])
    if known := await _known(key, project, version, tier):
        return Begun(known.id, await _total_mc(known.id), again=True)
    if declined := await _declined(tx, studio, project, tier, by):
        return declined
    if version.script is None:
        raise BadInput("There is no script yet.", key="edit-refused-no-script")
    shots = await priced(studio, project, await studio.script(version.id), tier, budget_mc)
    total_mc = sum(one.price_mc for one in shots)
    if tier != "preview" and (declined := await _against_rules(tx, project, tier, await studio.script(version.id))):
        return declined
    if agreed_mc is not None and total_mc > agreed_mc:
        return Declined("price_changed", {"agreed_mc": agreed_mc, "total_mc": total_mc})
    render_id = (await tx.sql.execute_query_dict("SELECT nextval(pg_get_serial_sequence('render', 'id')) AS id"))[0]["id"]
    if deadline and not total_mc:
        deadline = None  # all of it was rendered before
    if total_mc and not deadline and (declined := await _hold(tx, render_id, by, total_mc, purse, plays=studio.plays(tier))):
        return declined
    settings = json.dumps({"format": project.format, "seed": project.seed, "budget_mc": budget_mc, "pool": asdict(Pool.of(studio.renderer_for(tier)))})
    stage = ("funding", total_mc) if deadline else ("queued", 0)
    row = [render_id, key, project.id, version.id, by.id, tier, RATE_MC[tier], plan_of(by.settings).priority, settings, *stage, deadline]
    await tx.sql.execute_query_dict(_RENDER, row)
    await _write_slates(tx, render_id, shots)
    if tier != "preview":
        await projects.milestone(tx, project.id, "render")
    tx.want("advance", render_id)
    tx.touch(f"project:{project.id}")
    tx.touch(queue.about(project.home_place_id))
    return Begun(render_id, total_mc)


async def _known(key: str, project: Project, version: Version, tier: Tier) -> Render | None:
    """The render this press began before; of an animatic, the one its version has."""
    if known := await Render.get_or_none(key=key):
        return known
    if tier != "preview":
        return None
    return await Render.filter(project_id=project.id, version_id=version.id, tier="preview", cancel_asked=False).exclude(state="failed").first()


async def _total_mc(render_id: int) -> int:
    return sum(await Slate.filter(render_id=render_id).values_list("price_mc", flat=True))  # type: ignore[arg-type]


async def _declined(tx: Tx, studio: Studio, project: Project, tier: Tier, by: Person) -> Declined | None:
    if tier == "preview":
        return None if tier in studio.renderers else Declined("not_offered", {"tier": tier})
    plan = plan_of(by.settings)
    if tier not in await offered(studio):
        return Declined("not_offered", {"tier": tier})
    if await brake.holds(tx.sql, [tier], studio.settings.gpu_usd_per_day_max):
        return Declined("paused", {})
    if tier not in plan.tiers:
        return Declined("plan", {"tier": tier, "plan": plan.name})
    if open_here := await Render.filter(project_id=project.id, ended_at=None).exclude(tier="preview").first():
        return Declined("rendering", {"render": open_here.id})
    if await Render.filter(by_id=by.id, ended_at=None).exclude(tier="preview").exclude(state="funding").count() >= plan.films_at_once:
        return Declined("films_at_once", {"most": plan.films_at_once, "plan": plan.name})
    return None


_OPEN_HERE = """SELECT count(*) AS n FROM render JOIN project ON project.id = render.project_id
 WHERE render.ended_at IS NULL AND render.tier <> 'preview' AND render.state <> 'funding' AND project.home_place_id = $1"""


async def _against_rules(tx: Tx, project: Project, tier: Tier, script: Script) -> Declined | None:
    """What the rules of the channel that the film lives in say. The channel's row is locked, so that two presses at once are counted both."""
    rules = rules_of(await Place.get(id=project.home_place_id))
    if not rules.open:
        return None
    if not rules.allows_tier(tier):
        return Declined("channel_tier", {"tier": tier})
    if script.length_s > rules.film_s_max * LENGTH_SLACK:
        return Declined("channel_length", {"most_s": rules.film_s_max})
    if rules.films_at_once:
        await tx.sql.execute_query_dict("SELECT id FROM place WHERE id = $1 FOR NO KEY UPDATE", [project.home_place_id])
        if (await tx.sql.execute_query_dict(_OPEN_HERE, [project.home_place_id]))[0]["n"] >= rules.films_at_once:
            return Declined("channel_full", {"most": rules.films_at_once})
    return None


async def _hold_from(tx: Tx, render_id: int, purse: Purse, by: Person, total_mc: int) -> Declined | None:
    """Set credits of a pool aside. The ledger itself counts the member's allowance, however many presses come at once."""
    held = await ledger.hold(
        tx.sql, hold_id(render_id), purse.account, total_mc, render_id,
        actor=ledger.person(by.id), sources=ledger.REAL, limit_mc=purse.limit_mc, since=purse.since,
    )  # fmt: skip
    if not isinstance(held, ledger.Refused):
        return None
    match held.reason:
        case ledger.Reason.OVER_LIMIT:
            return Declined("over_limit", {"left_mc": held.left_mc, "total_mc": total_mc})
        case ledger.Reason.INSUFFICIENT:
            return Declined("pool_insufficient", {"free_mc": held.free_mc, "total_mc": total_mc})
        case _:
            return Declined("frozen", {})


async def _hold(tx: Tx, render_id: int, by: Person, total_mc: int, purse: Purse | None, *, plays: bool) -> Declined | None:
    if purse and not plays:
        return await _hold_from(tx, render_id, purse, by, total_mc)
    wallet = ledger.person(by.id)
    sources: Sequence[ledger.Source] = ledger.REAL
    if plays:
        if (state := await ledger.balance(tx.sql, wallet)).frozen or state.debt_mc:
            return Declined("frozen", {}) if state.frozen else Declined("debt", {"debt_mc": state.debt_mc})
        await ledger.grant(tx.sql, f"play:{render_id}", wallet, total_mc, ledger.Source.PLAY)
        sources = ledger.PLAY_ONLY
    held = await ledger.hold(tx.sql, hold_id(render_id), wallet, total_mc, render_id, actor=wallet, sources=sources)
    if not isinstance(held, ledger.Refused):
        return None
    match held.reason:
        case ledger.Reason.INSUFFICIENT:
            return Declined("insufficient", {"free_mc": held.free_mc, "total_mc": total_mc})
        case ledger.Reason.DEBT:
            return Declined("debt", {"debt_mc": held.debt_mc})
        case ledger.Reason.FROZEN:
            return Declined("frozen", {})
    raise AssertionError(f"a hold without a limit was refused: {held}")


def hold_id(render_id: int) -> str:
    """The hold that its own person placed for a render."""
    return f"render:{render_id}"


_RENDER = """INSERT INTO render (id, key, project_id, version_id, by_id, tier, rate_mc, priority, settings, state, goal_mc, deadline, cancel_asked,
   created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12, false, now()) RETURNING id"""
_SLATES = """INSERT INTO slate (render_id, shot_id, number, scene, tier, frames, recipe, price_mc, take_id, stand_in)
 SELECT $1, * FROM unnest($2::text[], $3::int[], $4::int[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::bigint[], $10::bool[]) RETURNING id"""
_FOLLOWS = """UPDATE slate SET follows_id = before.id FROM unnest($2::text[], $3::text[]) AS pair(shot, follows)
  JOIN slate before ON before.render_id = $1 AND before.shot_id = pair.follows WHERE slate.render_id = $1 AND slate.shot_id = pair.shot RETURNING slate.id"""


async def _write_slates(tx: Tx, render_id: int, shots: Sequence[Priced]) -> None:
    columns = zip(
        *((s.plan.shot.id, s.plan.number, s.plan.scene_number, s.plan.tier, s.plan.frames, s.plan.recipe, s.price_mc, s.take, s.spared) for s in shots),
        strict=True,
    )
    await tx.sql.execute_query_dict(_SLATES, [render_id, *map(list, columns)])
    if chained := [(s.plan.shot.id, s.plan.follows) for s in shots if s.plan.follows and s.take is None]:
        await tx.sql.execute_query_dict(_FOLLOWS, [render_id, [shot for shot, _ in chained], [follows for _, follows in chained]])


async def cancel(tx: Tx, render_id: int) -> Literal["stopping", "too_late", "ended"]:
    """Ask for a render to stop. What was accepted so far is captured and delivered as its rough cut, the rest goes back.

    "too_late": every shot is in and the film is being put together; it will be finished and costs the same.
    """
    render = await Render.filter(id=render_id).select_for_update().get()
    if render.ended_at:
        return "ended"
    if render.cancel_asked:
        return "stopping"
    if not await Slate.filter(render_id=render_id, take_id=None, stand_in=False).exists():
        return "too_late"
    render.cancel_asked = True
    await render.save(update_fields=["cancel_asked"])
    tx.want("advance", render_id)
    tx.touch(f"render:{render_id}")
    return "stopping"


async def rough_cut(tx: Tx, render_id: int) -> int:
    """Ask for the film as it stands, animatic clips standing in for what is not rendered yet. Returns the cut's id (`cut:<id>` is touched)."""
    render = await Render.get(id=render_id)
    project = await Project.get(id=render.project_id)
    return await ask_cut(tx, render, "rough", project.language, agreed_of(render).format)


async def recut(tx: Tx, project: Project) -> int:
    """Have the film's newest animatic and film cut anew, because what they are cut from changed (its music). Returns how many there are."""
    rows = await tx.sql.execute_query_dict(_RECUT, [project.id, project.head_id])
    for row in rows:
        tx.want("assemble", row["id"], MEDIA)
        tx.touch(f"render:{row['render_id']}")
    return len(rows)


_RECUT = """UPDATE cut SET state = 'asked' WHERE kind = 'final' AND state = 'done' AND version_id = $2 AND render_id IN (
   SELECT max(id) FROM render WHERE project_id = $1 AND ended_at IS NOT NULL GROUP BY tier = 'preview') RETURNING id, render_id"""


async def promote(tx: Tx, render_id: int, kind: Promo) -> int:
    """Ask for the trailer of a finished film, or for a short loop of it. Free; returns the cut's id. Raises BadInput when there is no film."""
    render = await Render.get(id=render_id)
    film = await Cut.filter(render_id=render_id, kind="final", state="done").order_by("id").first()
    if film is None:
        raise BadInput("There is no finished film yet.", key="error-no-film-yet")
    return await ask_cut(tx, render, kind, film.language, film.format)


async def another_version(tx: Tx, render_id: int, *, format: Format, language: str) -> int:
    """Ask for the finished film in another format, another language or both, nothing rendered again. Returns the cut's id (`cut:<id>` is touched).

    A language other than the script's is translated first, once for all formats. Raises BadInput when the render has no film.
    """
    render = await Render.get(id=render_id)
    if render.state != "done":
        raise BadInput("There is no finished film yet.", key="error-no-film-yet")
    version = await Version.get(id=render.version_id)
    own = (version.script or {}).get("language", "en")
    there = language == own or await ask_translation(tx, version.id, language)
    cut = await ask_cut(tx, render, "final", language, format, waits=not there)
    tx.touch(f"cut:{cut}")
    return cut
