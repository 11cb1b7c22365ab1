"""Views of co-authors: the crew, an invitation to pass on, one to accept, and the film's versions with who made them."""

from __future__ import annotations

from babel.dates import format_datetime

from bots.conversation.page import Page
from bots.conversation.pages.brief import title_of
from bots.conversation.pages.sentences import change
from bots.conversation.views import Block, Body, View
from bots.conversation.words import literal, shortened
from core import codes, projects
from core import crew as crews
from core.models import Invite, Project, Version
from core.people import name_of

VERSIONS = 8
"""Versions on one page."""
CHANGES_MAX = 2
"""Changes that a line of the history tells."""


async def crew(page: Page) -> View:
    """Who works on the film, and what may be done about that."""
    w, film = page.words, page.film
    mates = await crews.mates(film.id)
    me = page.post.person_id
    mine = next((one.role for one in mates if one.person_id == me), None)
    leads = me == film.owner_id or mine == "director"
    owner = await name_of(film.owner_id)
    body: list[Body] = [
        w.title("crew-title", title=title_of(page)),
        Block(spans=(literal(owner or "–", bold=True), literal(f" · {w.text('role-owner')}"))),
        *(Block(spans=(literal(one.name or "–", bold=True), literal(f" · {w.text(f'role-{one.role}')}"))) for one in mates),
        w.note("crew-roles"),
    ]
    removable = [(str(one.person_id), one.name or "–") for one in mates if one.person_id != me]
    return page.view(
        *body,
        choices=(
            page.primary("choice-go-on-here", "film.here"),
            page.choice("choice-versions", "crew.history"),
            page.choice("choice-leave", "crew.leave", style="danger") if mine else None,
        ),
        selects=(
            page.select("menu-invite", "crew.invite", [(role, w.text(f"role-{role}")) for role in reversed(crews.ROLES)]) if leads else None,
            page.select("menu-remove", "crew.remove", removable) if leads and removable else None,
        ),
        private=True,
    )


async def invite(page: Page) -> View:
    """A code to pass on to a co-author."""
    w = page.words
    found = await Invite.get(id=page.post.args["invite"])
    code = crews.code_of(page.desk.codes, found)
    if code is None:
        return page.view(w.block("crew-invite-used" if found.used_at else "crew-invite-over"), private=True)
    return page.view(
        w.block("crew-invite-how", role=w.text(f"role-{found.role}"), title=await _title(found), days=crews.INVITE_S // 86400),
        Block(spans=(literal(codes.shown(code), bold=True),)),
        w.note("crew-invite-careful"),
        private=True,
    )


async def _title(found: Invite) -> str:
    project = await Project.get(id=found.project_id)
    script = projects.script_of(await projects.head_of(project))
    return script.title if script else shortened(project.idea, 60)


async def invitation(page: Page) -> View:
    """The question to somebody who is invited."""
    w = page.words
    found = await Invite.get(id=page.post.args["invite"])
    by, role = await name_of(found.by_id), w.text(f"role-{found.role}")
    said = w.block("invitation", by=by or "–", title=await _title(found), role=role)
    if not crews.is_open(found):
        return page.view(w.block("invitation-over"))
    return page.view(
        said,
        w.note(f"role-{found.role}-may"),
        choices=(page.primary("choice-accept", "crew.accept", invite=found.id), page.choice("choice-decline", "crew.decline", invite=found.id)),
    )


async def versions(page: Page) -> View:
    """Who changed what: the film's scripts, the newest first."""
    w, film = page.words, page.film
    at = max(0, int(page.post.args.get("leaf", 0)))
    written = Version.filter(project_id=film.id, script__not_isnull=True)
    total = await written.count()
    rows = await written.order_by("-number").offset(at * VERSIONS).limit(VERSIONS)
    if not rows:
        return page.view(w.block("versions-none"), choices=(page.primary("choice-go-on-here", "film.here"),), private=True)
    body: list[Body] = [w.title("versions-title", title=title_of(page))]
    for n, one in enumerate(rows):
        body += await _version(page, one, total - at * VERSIONS - n)
    return page.view(
        *body,
        choices=(
            page.primary("choice-go-on-here", "film.here"),
            page.choice("choice-newer", "crew.history", leaf=at - 1) if at else None,
            page.choice("choice-older", "crew.history", leaf=at + 1) if total > (at + 1) * VERSIONS else None,
        ),
        private=True,
    )


async def _version(page: Page, one: Version, number: int) -> list[Block]:
    """A line for who and when, and the first changes."""
    w = page.words
    who = await name_of(one.by_id) if one.by_id else ""
    when = format_datetime(one.created_at, "d MMM, HH:mm", locale=w.locale)
    counts = f" · {w.text('versions-counts')}" if one.id == page.film.head_id else ""
    told = [change(w, each["key"], each["args"]) for each in one.changes[:CHANGES_MAX]] or [w.block("versions-written")]
    more = [w.note("changes-more", count=len(one.changes) - CHANGES_MAX)] if len(one.changes) > CHANGES_MAX else []
    return [Block(spans=(literal(f"v{number}", bold=True), literal(f" · {who or '–'} · {when} UTC{counts}"))), *told, *more]
