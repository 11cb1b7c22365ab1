"""A film that begins in a group gets a room of its own: a topic where we may make one, else the replies to the message it began with.

Called by the listener before the turn that begins the film.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Message, User
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bots.conversation.words import best, shortened, words
from bots.telegram_chat import places, threads
from bots.telegram_chat.chat import TelegramChat

log = logging.getLogger(__name__)

TOPIC_MAX = 60
Later = Callable[[int, Callable[[], Awaitable[None]]], Any]
"""Does something after what is being shown in a chat."""


class Rooms:
    """The rooms that one bot makes."""

    def __init__(self, bot: ExtBot[Any], chat: TelegramChat, later: Later) -> None:
        self._bot, self._chat, self._later = bot, chat, later

    async def room(self, message: Message, user: User, idea: str) -> str:
        """The thread of a film that begins with this message. Where it gets a topic, the message is answered with the way there."""
        chat = message.chat
        if chat.is_forum and (thread := await self._topic(message, user, idea)):
            return thread
        return threads.chain(places.topic_of(message), message.message_id)

    async def _topic(self, message: Message, user: User, idea: str) -> str:
        """A topic of its own; empty where we may make none."""
        w, chat = words(best(user.language_code or "")), message.chat
        title = shortened(" ".join(idea.split()), TOPIC_MAX) or w.text("choice-new-film")
        try:
            made = await self._bot.create_forum_topic(chat.id, title)
        except TelegramError as error:
            log.info("no topic in %s: %s", chat.id, error)
            return ""
        link = f"https://t.me/c/{str(chat.id).removeprefix('-100')}/{made.message_thread_id}"
        self._later(chat.id, lambda: self._chat.reply(message, w.text("telegram-goes-on", title=title), (w.text("telegram-see-topic"), link)))
        return threads.topic(made.message_thread_id)
