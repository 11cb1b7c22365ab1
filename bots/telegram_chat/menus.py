"""Menus: a Select stands as one button; pressed, its entries take the keyboard's place until one is chosen.

Nothing of it is kept: the view is built anew from its post, so a menu opens after any restart, and shows what it offers now.
"""

from __future__ import annotations

from tortoise.exceptions import DoesNotExist

from bots.conversation.events import Address
from bots.conversation.page import film_of
from bots.conversation.posts import Posts
from bots.conversation.views import Select, View
from bots.conversation.words import words
from bots.telegram_chat.chat import TelegramChat
from bots.telegram_chat.keyboard import Data, menu, page_of_chosen, value_of
from core import projects
from core.errors import Expected
from core.linking import who_now
from core.models import Post
from core.people import identified


class Menus:
    """The menus of one bot's messages."""

    def __init__(self, posts: Posts, chat: TelegramChat) -> None:
        self._posts, self._chat = posts, chat

    async def _view(self, post: Post) -> View | None:
        try:
            return (await self._posts.build(post)).view
        except DoesNotExist:
            return None

    async def _select(self, post: Post, action: str) -> tuple[View | None, Select | None]:
        view = await self._view(post)
        return view, next((one for one in view.selects if one.action == action), None) if view else None

    async def value(self, post: Post, data: Data) -> str | None:
        """The value of a pressed entry, if it is offered still."""
        _, select = await self._select(post, data.action)
        return value_of(select, data.value) if select else None

    async def may(self, post: Post, at: Address) -> bool:
        """Whether somebody may open the menus of this post: whom it was made for, and whoever may change its film."""
        if post.person_id is None:
            return True
        person = await identified(at.platform, at.person)
        if person is None:
            return False
        if person.id == (await who_now(post.person_id)).id:
            return True
        film = await film_of(post)
        try:
            return film is not None and bool(await projects.open_project(film, person, to="change"))
        except Expected:
            return False

    async def show(self, post: Post, data: Data) -> None:
        """Put a menu's entries where the keyboard is, or the keyboard back."""
        view, select = await self._select(post, data.action)
        if view is None or select is None or data.page == -1:
            await self._back(post, view)
            return
        language = str((post.ref or {}).get("language", "en"))
        page = page_of_chosen(select) if data.page is None else data.page
        await self._chat.put_keyboard(post.ref or {}, menu(select, page, words(language).text("telegram-back")))

    async def close(self, post: Post) -> None:
        """The keyboard again."""
        await self._back(post, await self._view(post))

    async def _back(self, post: Post, view: View | None) -> None:
        if view and post.ref:
            await self._chat.put_view_keyboard(post.ref, view)
