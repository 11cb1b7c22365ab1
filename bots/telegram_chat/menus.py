"""Menus: a Select stands as one button; pressed, its entries take the keyboard's place until one is chosen.

So do the choices that are folded away. Nothing of it is kept: the view is built anew from its post, so a menu opens after any restart, and
shows what it offers now.
"""

from __future__ import annotations

from tortoise.exceptions import DoesNotExist

from bots.conversation.events import Address
from bots.conversation.owed import Owed
from bots.conversation.page import standing
from bots.conversation.posts import Posts
from bots.conversation.views import Select, View
from bots.conversation.words import words
from bots.telegram_chat.chat import TelegramChat
from bots.telegram_chat.keyboard import BACK, MORE, Data, folded, menu, page_of_chosen, value_of
from core import projects
from core.errors import Expected
from core.linking import who_now
from core.people import identified


class Menus:
    """The menus of one bot's messages."""

    def __init__(self, posts: Posts, chat: TelegramChat) -> None:
        self._posts, self._chat = posts, chat

    async def _view(self, owed: Owed) -> View | None:
        try:
            return await self._posts.look(owed)
        except DoesNotExist:
            return None

    async def value(self, owed: Owed, data: Data) -> str | None:
        """The value of a pressed entry, if it is offered still."""
        select = _select(await self._view(owed), data.action)
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
        view = await self._view(owed) if data.page != BACK else None
        back = words(str((owed.post.ref or {}).get("language", "en"))).text("telegram-back")
        board = None
        if view and data.action == MORE:
            board = folded(view, back)
        elif select := _select(view, data.action):
            board = menu(select, page_of_chosen(select) if data.page is None else data.page, back)
        if board is None:
            await self.close(owed)
        else:
            await self._chat.put_keyboard(owed.post.ref or {}, board)

    async def close(self, owed: Owed) -> None:
        """The keyboard again."""
        try:
            view = (await self._posts.build(owed)).view
        except DoesNotExist:
            return
        if owed.post.ref:
            await self._chat.put_view_keyboard(owed.post.ref, view)


def _select(view: View | None, action: str) -> Select | None:
    return next((one for one in view.selects if one.action == action), None) if view else None
