"""Views of rendering channels: the rules, the pinned queue board, a finished film's announcement, the pool, one's own queue."""

from __future__ import annotations

from typing import Any, get_args

from tortoise import connections

from bots.conversation.page import Page
from bots.conversation.pages.about import first_panel
from bots.conversation.views import Block, Body, Media, Table, View
from bots.conversation.words import Words, literal, shortened
from core.jobs import transaction
from core.ledger import ledger
from core.models import Crew, Place, Project, Version
from core.people import name_of
from core.places import pool as pool_of
from core.plans import Tier
from core.rendering import queue as waiting
from core.rendering import status as looking
from core.studio_rules import Makers, Period, purse_for, rules_of, since

MAKERS: tuple[str, ...] = get_args(Makers)
PERIODS: tuple[str, ...] = get_args(Period)
LENGTHS_S = (15, 30, 60, 90, 120, 180, 300, 600, 1800, 3600)
AT_ONCE = (1, 2, 3, 5, 10, 20, 0)
ALLOWANCES = (0, 15, 30, 60, 120, 300, 600)
"""Credits that the menu offers as what the pool pays for a member in a period."""
TIERS: dict[str, tuple[Tier, ...]] = {"all": (), "draft": ("draft", "drawn"), "standard": ("draft", "standard", "drawn")}
"""What the menu of tiers offers: all, up to draft, up to standard."""
MEMBERS_MAX = 15
PICTURES_MAX = 5
"""So many films of a queue are shown with their first panel."""


async def studio(page: Page) -> View:
    """The rules of a channel, with menus to change them; for its admins."""
    w = page.words
    place = await Place.get(id=page.post.args["place"])
    rules = rules_of(place)
    if not rules.open:
        return page.view(w.block("studio-closed"), private=True)
    here: dict[str, Any] = {"place": place.id}
    tiers = next((name for name, allowed in TIERS.items() if allowed == rules.tiers), "all")
    told = {"roles": ", ".join(rules.roles.values()) or "–"}
    makers = [(one, w.text(f"makers-{one}", **told)) for one in MAKERS if one != "roles" or rules.roles]
    amounts = sorted({*ALLOWANCES, rules.allowance_mc // 1000})
    allowances = [
        (f"{one} {rules.period}", w.text("allowance-entry", credits=w.credits(one * 1000), period=w.text(f"period-{rules.period}"))) for one in amounts
    ]
    others = [(f"{rules.allowance_mc // 1000} {one}", w.text("allowance-period", period=w.text(f"period-{one}"))) for one in PERIODS if one != rules.period]
    at_once = [(str(n), w.number(n) if n else w.text("at-once", count=n)) for n in AT_ONCE]
    body: list[Body] = [
        w.title("studio-title", name=place.name or w.text("pool-this")),
        w.block("studio-makers", makers=w.text(f"makers-{rules.makers}", **told)),
        w.block("studio-length", length=w.length(rules.film_s_max), tiers=w.text(f"tiers-{tiers}")),
        w.block("studio-at-once", count=rules.films_at_once),
        w.block("studio-allowance", credits=w.credits(rules.allowance_mc), period=w.text(f"period-{rules.period}"), some="yes" if rules.allowance_mc else "no"),
        w.block("studio-adults" if rules.adults else "studio-all-ages"),
        w.block("studio-announces" if rules.announce else "studio-quiet"),
    ]
    if place.parent_id:  # a server has roles, a group has none
        body.append(w.note("studio-roles-how"))
    return page.view(
        *body,
        choices=(
            page.primary("choice-see-pool", "pool.open"),
            page.choice("choice-all-ages" if rules.adults else "choice-adults-only", "studio.adults", now=rules.adults, **here),
            page.choice("choice-announce-not" if rules.announce else "choice-announce", "studio.announce", now=rules.announce, **here),
            page.choice("choice-board-anew", "studio.board"),
            page.choice("choice-close-studio", "studio.close", style="danger", **here),
        ),
        selects=(
            page.select("menu-makers", "studio.makers", makers, rules.makers, **here),
            page.select("menu-longest", "studio.length", [(str(s), w.length(s)) for s in LENGTHS_S], str(rules.film_s_max), **here),
            page.select("menu-tiers", "studio.tiers", [(one, w.text(f"tiers-{one}")) for one in TIERS], tiers, **here),
            page.select("menu-at-once", "studio.at_once", at_once, str(rules.films_at_once), **here),
            page.select("menu-allowance", "studio.allowance", allowances + others, f"{rules.allowance_mc // 1000} {rules.period}", **here),
        ),
        private=True,
    )


async def _entry(w: Words, number: int, one: waiting.Waiting) -> Block:
    """A line of the queue: film, maker, place in the queue or progress, time."""
    now = one.status
    runs = f"{w.text('queue-runs', done=now.shots_done, total=now.shots_total)} · {now.percent} %"
    where = w.text("queue-waits", place=now.queue_place) if now.queue_place else runs
    spans = [literal(f"{number}  "), literal(shortened(now.title, 60), bold=True), literal(f" · {shortened(one.maker, 30) or '–'} · {where}")]
    if now.eta_s is not None:
        spans.append(literal(f" · {w.wait(now.eta_s)}"))
    key = first_panel(await Version.get(id=now.version_id)) if number <= PICTURES_MAX else ""
    picture = Media(kind="image", key=key, alt=shortened(now.title, 60), name=f"film-{now.project_id}{key[key.rindex('.') :]}") if key else None
    return Block(spans=tuple(spans), picture=picture)


async def _lines(w: Words, line: waiting.Line) -> list[Body]:
    body: list[Body] = [await _entry(w, n, one) for n, one in enumerate(line.shown, 1)]
    if line.total > len(line.shown):
        body.append(w.note("queue-more", count=line.total - len(line.shown)))
    return body


async def queue(page: Page) -> View:
    """The queue board of a rendering channel: one pinned message, edited as things change."""
    w = page.words
    place = await Place.get(id=page.post.args["place"])
    rules = rules_of(place)
    if not rules.open:
        return page.view(w.block("queue-closed"))
    line = await waiting.of_place(place.id)
    body: list[Body] = [w.title("queue-title", count=line.total), *(await _lines(w, line) or [w.block("queue-empty")])]
    most = w.text("at-once", count=rules.films_at_once)
    return page.view(*body, w.note("queue-rules", length=w.length(rules.film_s_max), most=most), pinned=True, mood="working" if line.total else "calm")


async def my_queue(page: Page) -> View:
    """One's own renders, wherever they are, and the queue of the channel one asks in."""
    w = page.words
    assert page.post.person_id
    mine = await waiting.of_person(page.post.person_id)
    place = await Place.get(id=page.post.args["place"])
    body: list[Body] = [w.title("queue-mine"), *(await _lines(w, mine) or [w.block("queue-mine-none")])]
    if rules_of(place).open:
        here = await waiting.of_place(place.id)
        body += [w.title("queue-title", count=here.total), *(await _lines(w, here) or [w.block("queue-empty")])]
    first = mine.shown[0].status if mine.shown else None
    primary = page.primary("choice-status", "films.open", film=first.project_id) if first else page.primary("choice-new-film", "film.new")
    pool_here = page.choice("choice-see-pool", "pool.open") if rules_of(place).open else None
    return page.view(*body, choices=(primary, pool_here), private=True)


async def premiere(page: Page) -> View:
    """A finished film, told to its channel: poster, title, makers. The film itself is in its thread."""
    w, film = page.words, page.film
    now = await looking.status(page.post.args["render"])
    cut = now.final
    if cut is None or cut.state != "done" or film.deleted_at:
        return page.view(w.block("premiere-gone"))
    seconds = float(str(cut.facts.get("seconds", 0)))
    names = shortened(", ".join(await makers_of(film)), 120)
    poster = cut.files.get("poster", "")
    media = (Media(kind="image", key=poster, alt=w.text("media-poster", title=now.title), name=f"poster{poster[poster.rindex('.') :]}"),) if poster else ()
    return page.view(
        w.block("premiere-here"),
        Block(spans=(literal(now.title, bold=True), literal(f" · {w.clock(seconds)}")), kind="title"),
        *((w.block("premiere-by", names=names),) if names else ()),
        w.note("film-ai"),
        media=media,
        mood="done",
    )


async def makers_of(film: Project) -> list[str]:
    """Names of who made a film: its owner, then directors and writers."""
    crew = await Crew.filter(project_id=film.id, role__in=["director", "writer"]).order_by("id").values_list("person_id", flat=True)
    return [name for person in (film.owner_id, *crew) if (name := await name_of(person))]  # type: ignore[arg-type]


_SPENDERS = """SELECT person.id, coalesce(max(member.allowance_mc), 0)::bigint AS own FROM person
  LEFT JOIN member ON member.person_id = person.id AND member.place_id = $1
 WHERE member.id IS NOT NULL OR person.id IN (SELECT render.by_id FROM render JOIN project ON project.id = render.project_id
   JOIN place ON place.id = project.home_place_id WHERE coalesce(place.parent_id, place.id) = $1)
 GROUP BY person.id ORDER BY person.id LIMIT 200"""


async def pool(page: Page) -> View:
    """A community's shared credits: what there is, what one may still spend, and for admins who spent what."""
    w = page.words
    assert page.post.person_id
    place, root = await Place.get(id=page.post.args["place"]), await Place.get(id=page.post.args["root"])
    rules = rules_of(place)
    async with transaction() as tx:
        now = await ledger.balance(tx.sql, pool_of(root.id))
        begun = since(rules.period)
        mine = await ledger.spent(tx.sql, pool_of(root.id), ledger.person(page.post.person_id), begun)
    purse = await purse_for(place, page.post.person_id)
    period = w.text(f"this-{rules.period}")
    body: list[Body] = [w.title("pool-title", name=root.name or w.text("pool-this")), w.block("pool-has", free=w.credits(now.free_mc))]
    if now.held_mc:
        body.append(w.block("balance-held", held=w.credits(now.held_mc)))
    if purse:
        left = max(0, purse.limit_mc - mine)
        body.append(w.block("pool-mine", spent=w.credits(mine), left=w.credits(left), period=period))
    else:
        body.append(w.block("pool-pays-nothing"))
    members = await _members(page, root.id) if page.post.args.get("admin") else []
    if members:
        rows = tuple((name, w.credits(spent), w.credits(limit or rules.allowance_mc)) for _, name, spent, limit in members)
        body.append(Table(head=(w.text("pool-who"), w.text("pool-spent", period=period), w.text("pool-may")), rows=rows))
    return page.view(
        *body,
        w.note("pool-how"),
        choices=(
            page.choice("choice-give-some", "pool.give", style="primary", form=True),
            page.choice("choice-buy-credits", "credits.shop", pool=root.id) if page.desk.till.via(page.target.platform) else None,
        ),
        selects=(page.select("menu-member", "pool.allow", [(str(id), name) for id, name, _, _ in members]),) if members else (),
        private=True,
    )


async def _members(page: Page, root_id: int) -> list[tuple[int, str, int, int]]:
    """(person, name, spent in this period, own allowance) of who spent something or has an allowance, those who spent most first."""
    place = await Place.get(id=page.post.args["place"])
    begun = since(rules_of(place).period)
    found = []
    for row in await connections.get("default").execute_query_dict(_SPENDERS, [root_id]):
        async with transaction() as tx:
            spent = await ledger.spent(tx.sql, pool_of(root_id), ledger.person(row["id"]), begun)
        if spent or row["own"]:
            found.append((row["id"], shortened(await name_of(row["id"]) or "–", 40), spent, row["own"]))
    return sorted(found, key=lambda one: -one[2])[:MEMBERS_MAX]
