"""Views of one's account: the code for another chat, the chats one comes by, settings, credits and their history, terms. All private."""

from __future__ import annotations

from babel.dates import format_date
from tortoise import connections

from bots.conversation.page import Page
from bots.conversation.views import Block, Body, View
from bots.conversation.words import Words, available, literal, shortened
from core import codes, linking
from core.jobs import transaction
from core.ledger import ledger
from core.models import LinkCode
from core.plans import plan_of

NOTIFY = ("here", "everywhere", "quiet")
"""How a finished film is told: where it was made, in every chat of the person's, or without a mention."""
LINES = 10
"""Moves of credits on one page."""
EXPIRIES = 4
"""Days on which credits end that a balance names, the next ones."""


async def link(page: Page) -> View:
    """The code that makes this chat and another one account, while it is good."""
    w = page.words
    found = await LinkCode.get(id=page.post.args["link"])
    code = linking.code_of(page.desk.codes, found)
    if code is None:
        return page.view(w.block("link-used" if found.used_at else "link-over"), private=True)
    return page.view(
        w.title("link-title"),
        Block(spans=(literal(codes.shown(code), bold=True),)),
        w.block("link-how", minutes=linking.CODE_S // 60, code=codes.shown(code)),
        w.note("link-careful"),
        private=True,
    )


async def accounts(page: Page) -> View:
    """By which chats the person comes."""
    w = page.words
    mine = await linking.identities(page.post.person_id or 0)
    named = [(str(one.id), _identity(w, one.platform, one.name)) for one in mine]
    body: list[Body] = [w.title("accounts-title"), *(Block(spans=(literal(name),)) for _, name in named)]
    if len(mine) < 2:
        return page.view(*body, w.note("accounts-one"), choices=(page.primary("choice-link-new", "link.open"),), private=True)
    return page.view(
        *body,
        w.note("accounts-leave"),
        choices=(page.primary("choice-done", "film.here"), page.choice("choice-link-new", "link.open")),
        selects=(page.select("menu-unlink", "link.leave", named),),
        private=True,
    )


def _identity(w: Words, platform: str, name: str) -> str:
    kind = w.text(f"platform-{platform}") if w.has(f"platform-{platform}") else platform
    return f"{kind}: {shortened(name, 60)}" if name else kind


async def settings(page: Page) -> View:
    """The person's own settings: language, how films are told, linked chats."""
    w = page.words
    assert page.person
    mine = await linking.identities(page.person.id)
    told = str(page.person.settings.get("notify", NOTIFY[0]))
    languages = [(language, w.language_name(language)) for language in available()]
    ways = [(way, w.text(f"notify-{way}")) for way in NOTIFY if way != "everywhere" or len({one.platform for one in mine}) > 1 or told == way]
    body: list[Body] = [
        w.title("settings-title"),
        w.block("settings-language", language=w.language_name(w.language)),
        w.block("settings-notify", way=w.text(f"notify-{told}")),
        w.block("settings-plan", plan=plan_of(page.person.settings).name.capitalize()),
        w.block("settings-chats", chats=", ".join(_identity(w, one.platform, one.name) for one in mine) or "–"),
    ]
    return page.view(
        *body,
        choices=(
            page.primary("choice-done", "film.here"),
            page.choice("choice-link-new", "link.open"),
            page.choice("choice-unlink", "link.accounts") if len(mine) > 1 else None,
            page.choice("choice-terms", "terms.open"),
        ),
        selects=(
            page.select("menu-language", "settings.language", languages, w.language) if len(languages) > 1 else None,
            page.select("menu-notify", "settings.notify", ways, told),
        ),
        private=True,
    )


async def balance(page: Page) -> View:
    """What a person can spend."""
    w = page.words
    assert page.post.person_id
    async with transaction() as tx:
        now = await ledger.balance(tx.sql, ledger.person(page.post.person_id))
    body: list[Body] = [w.block("balance-free", free=w.credits(now.free_mc))]
    if now.held_mc:
        body.append(w.block("balance-held", held=w.credits(now.held_mc)))
    if now.debt_mc:
        body.append(w.block("balance-debt", debt=w.credits(now.debt_mc)))
    body += [Block(spans=(literal(f"{w.text(f'source-{source.value}')}: {w.credits(amount)}"),)) for source, amount in now.by_source.items() if amount]
    body += [
        w.note("balance-expiring", credits=w.credits(part.amount_mc), day=format_date(part.at, format="medium", locale=w.locale))
        for part in sorted(now.expiring, key=lambda part: part.at)[:EXPIRIES]
        if part.amount_mc
    ]
    if page.desk.till.via(page.target.platform):
        choices = (
            page.primary("choice-buy-credits", "credits.shop"),
            page.choice("choice-plans", "credits.plans"),
            page.choice("choice-history", "credits.history"),
        )
        return page.view(*body, choices=choices, private=True)
    return page.view(*body, choices=(page.primary("choice-history", "credits.history"),), private=True)


_TITLES = """SELECT render.id, coalesce(version.script ->> 'title', project.idea) AS title FROM render JOIN version ON version.id = render.version_id
  JOIN project ON project.id = render.project_id WHERE render.id = ANY($1::bigint[])"""


async def history(page: Page) -> View:
    """What came into the wallet and what left it, a sentence each, the newest first."""
    w = page.words
    assert page.post.person_id
    at = max(0, int(page.post.args.get("leaf", 0)))
    async with transaction() as tx:
        found = await ledger.history(tx.sql, ledger.person(page.post.person_id), limit=(at + 1) * LINES + 1)
    seen = found[at * LINES : (at + 1) * LINES]
    if not seen:
        return page.view(w.block("history-none"), choices=(page.primary("choice-done", "film.here"),), private=True)
    titles = {
        row["id"]: row["title"] for row in await connections.get("default").execute_query_dict(_TITLES, [[one.render_id for one in seen if one.render_id]])
    }
    body: list[Body] = [w.title("history-title"), *(_line(w, one, titles) for one in seen)]
    return page.view(
        *body,
        choices=(
            page.primary("choice-done", "film.here"),
            page.choice("choice-export", "credits.export"),
            page.choice("choice-newer", "credits.history", leaf=at - 1) if at else None,
            page.choice("choice-older", "credits.history", leaf=at + 1) if len(found) > (at + 1) * LINES else None,
        ),
        private=True,
    )


def _line(w: Words, one: ledger.Happening, titles: dict[int, str]) -> Block:
    """One move: the day, what happened, and what it changed."""
    day = format_date(one.at, format="medium", locale=w.locale)
    sign = "+" if one.amount_mc > 0 else "−" if one.amount_mc < 0 else ""
    title = shortened(titles.get(one.render_id or 0, ""), 60)
    told = w.spans(one.words, amount=w.credits(abs(one.amount_mc)), debt=w.credits(abs(one.debt_mc)), title=title, named="some" if title else "none")
    spans = [literal(f"{day}  "), literal(f"{sign}{w.credits(abs(one.amount_mc))}", bold=True), literal("  "), *told]
    if one.debt_mc and one.words != "credits-debt-paid":
        owed = w.spans("history-owed" if one.debt_mc > 0 else "history-owed-paid", debt=w.credits(abs(one.debt_mc)))
        spans += [literal(" "), *owed]
    return Block(spans=tuple(spans))


async def terms(page: Page) -> View:
    """The terms in short, as sentences."""
    w = page.words
    sold = page.desk.till.via(page.target.platform) is not None
    parts = [w.block(f"terms-{part}") for part in ("ai", "yours", "content", "money", *(("refunds",) if sold else ()), "data", "people")]
    asking = page.choice("choice-paysupport", "credits.help") if sold else None
    return page.view(w.title("terms-title"), *parts, choices=(page.primary("choice-done", "film.here"), asking), private=True)
