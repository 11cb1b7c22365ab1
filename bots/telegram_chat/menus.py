"""Menus: a Select stands as one button; pressed, its entries take the keyboard's place until one is chosen.

Nothing of it is kept: the view is built anew from its post, so a menu opens after any restart, and shows what it offers now.
"""

from __future__ import annotations

from tortoise.exceptions import DoesNotExist

from bots.conversation.events import Address
from bots.conversation.owed import Owed
from bots.conversation.page import standing
from bots.conversation.posts import Posts
from bots.conversation.views import Select
from bots.conversation.words import words
from bots.telegram_chat.chat import TelegramChat
from bots.telegram_chat.keyboard import BACK, Data, menu, page_of_chosen, value_of
from core import projects
from core.errors import Expected
from core.linking import who_now
from core.people import identified


class Menus:
    """The menus of one bot's messages."""

    def __init__(self, posts: Posts, chat: TelegramChat) -> None:
        self._posts, self._chat = posts, chat

    async def _select(self, owed: Owed, action: str) -> Select | None:
        try:
            view = await self._posts.look(owed)
        except DoesNotExist:
            return None
        return next((one for one in view.selects if one.action == action), None)

    async def value(self, owed: Owed, data: Data) -> str | None:
        """The value of a pressed entry, if it is offered still."""
        select = await self._select(owed, data.action)
        return value_of(select, data.value) if select else None

    async def may(self, owed: Owed, at: Address) -> bool:
        """Whether somebody may open the menus of this post: whom it was made for, and whoever may change its film."""
        if owed.person is None:
            return True
        if owed.who == at.person and owed.place.platform == at.platform:
            return owed.person.blocked_at is None
        person = await identified(at.platform, at.person)
        if person is None:
            return False
        if person.id == (await who_now(owed.person.id)).id:
            return True
        try:
            of = await standing(self._posts.desk, owed.post)
            return of is not None and bool(await projects.open_project(of.project.id, person, to="change"))
        except (Expected, DoesNotExist):
            return False

    async def show(self, owed: Owed, data: Data) -> None:
        """Put a menu's entries where the keyboard is, or the keyboard back."""
        select = await self._select(owed, data.action) if data.page != BACK else None
        if select is None:
            await self.close(owed)
            return
        language = str((owed.post.ref or {}).get("language", "en"))
        page = page_of_chosen(select) if data.page is None else data.page
        await self._chat.put_keyboard(owed.post.ref or {}, menu(select, page, words(language).text("telegram-back")))

    async def close(self, owed: Owed) -> None:
        """The keyboard again."""
        try:
            view = (await self._posts.build(owed)).view
        except DoesNotExist:
            return
        if owed.post.ref:
            await self._chat.put_view_keyboard(owed.post.ref, view)
