"""Views by name: what a post shows is built from rows, anew each time, so that no wake that was lost or merged can matter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tortoise import connections
from tortoise.exceptions import DoesNotExist

from bots.conversation import page as paper
from bots.conversation.chat import Target
from bots.conversation.desk import Desk
from bots.conversation.owed import Owed, owed
from bots.conversation.page import Page, Standing
from bots.conversation.pages import (
    about,
    account,
    brief,
    cast,
    crew,
    dailies,
    finishing,
    funding,
    imports,
    money,
    outgoing,
    render,
    script,
    sound,
    storyboard,
    studio,
    takes,
)
from bots.conversation.views import View
from bots.conversation.words import words
from core.jobs import Tx, transaction
from core.models import Person, Post
from core.studio_rules import rules_of

if TYPE_CHECKING:
    from core.film.delivery import Limits

Builder = Callable[[Page], Awaitable[View]]

PAGES: dict[str, Builder] = {
    "welcome": brief.welcome,
    "brief": brief.brief,
    "loglines": brief.loglines,
    "script": script.script,
    "answer": script.answer,
    "cast": cast.cast,
    "voices": cast.voices,
    "people": cast.people,
    "board": storyboard.board,
    "animatic": render.animatic,
    "quote": render.quote,
    "budget": render.budget,
    "card": render.card,
    "film": render.film,
    "receipt": render.receipt,
    "cut": outgoing.cut,
    "kit": outgoing.kit,
    "promo": finishing.promo,
    "share": outgoing.share,
    "notice": about.notice,
    "material": imports.material,
    "question": about.question,
    "help": about.help_,
    "films": about.films,
    "files": about.files,
    "settings": account.settings,
    "balance": account.balance,
    "history": account.history,
    "link": account.link,
    "accounts": account.accounts,
    "terms": account.terms,
    "studio": studio.studio,
    "queue": studio.queue,
    "my_queue": studio.my_queue,
    "premiere": studio.premiere,
    "pool": studio.pool,
    "dailies": dailies.dailies,
    "takes": takes.takes,
    "crew": crew.crew,
    "crew_invite": crew.invite,
    "invitation": crew.invitation,
    "versions": crew.versions,
    "file": about.file,
    "screenplay": about.screenplay,
    "upload": sound.upload,
    "fund": funding.fund,
    "shop": money.shop,
    "plans": money.plans,
    "purchase": money.purchase,
    "gift": money.gift,
    "invite": money.invite,
    "paysupport": money.paysupport,
    "statement": money.statement,
}
"""Every view a post may name. `core` makes posts named "film", "premiere" and "dailies"."""


@dataclass(frozen=True)
class Shown:
    """A view, and the paper it was composed on."""

    view: View
    page: Page

    @property
    def is_quiet(self) -> bool:
        """Whether the person wishes not to be called."""
        return bool(self.page.person and self.page.person.settings.get("notify") == "quiet")

    @property
    def target(self) -> Target:
        """Where it goes."""
        return self.page.target


class Posts:
    """Builds the view of any post."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def page(self, post: Owed, limits: Callable[[Target], Limits] | None = None) -> Page:
        """The paper of a post. Without `limits` nothing is prepared for sending. Raises DoesNotExist when what it is about is gone."""
        of = await paper.standing(self.desk, post.post)
        language = post.person.language if post.person else rules_of(post.place).language
        return Page(self.desk, post.post, words(language), post.target, post.person, limits(post.target) if limits else None, of)

    async def glance(self, post: Post, person: Person, films: dict[int, Standing]) -> tuple[Page, View]:
        """The view of a post that is only looked at for its choices; `films` keeps where films stand from one glance to the next."""
        of = films.get(post.args.get("project", 0)) or await paper.standing(self.desk, post)
        if of:
            films[of.project.id] = of
        page = Page(self.desk, post, words(person.language), Target("", ""), person, None, of)
        return page, await PAGES[post.name](page)

    async def look(self, post: Owed) -> View:
        """The view of a post as it would be now, for who reads in it what was shown: nothing is written down. Raises DoesNotExist."""
        return await PAGES[post.post.name](await self.page(post))

    async def loose(self, tx: Tx, post: Post, person: Person) -> View:
        """A view that no stored post stands for: shown once, never edited. Its buttons are written down."""
        page = Page(self.desk, post, words(person.language), Target("", ""), person, None, None)
        view = await PAGES[post.name](page)
        await page.keep_actions(tx.sql)
        return view

    async def build(self, post: Post | Owed, limits: Callable[[Target], Limits] | None = None) -> Shown:
        """The view of this post now, its buttons written down, what it lacks wished for. Not inside a transaction when files are sent."""
        found = post if isinstance(post, Owed) else await owed(post.id)
        if found is None:
            raise DoesNotExist(f"no post {post}")
        page = await self.page(found, limits)
        view = await PAGES[found.post.name](page)
        if not page.wants:
            await page.keep_actions(connections.get("default"))
            return Shown(view, page)
        async with transaction() as tx:
            await page.keep_actions(tx.sql)
            for kind, subject, queue in page.wants:
                tx.want(kind, subject, queue)
        return Shown(view, page)
