"""One call of the Bot API at its chat's pace, and what its refusals mean. `chat.TelegramChat` makes all of its calls so."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import ReplyParameters
from telegram.error import BadRequest, ChatMigrated, TelegramError
from telegram.ext import ExtBot

from bots.conversation import chat as port
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.refusals import is_same, no_thread, outcome
from core.jobs import transaction
from core.places import moved

log = logging.getLogger(__name__)

PLATFORM = "telegram"
T = TypeVar("T")
Bot = ExtBot[int]


class NoThread(Exception):
    """The topic was deleted or closed."""


@dataclass(frozen=True)
class Spot:
    """Where messages go: chat, topic, and the message they answer."""

    chat: int
    topic: int | None = None
    reply: int | None = None
    silent: bool = False

    @property
    def is_group(self) -> bool:
        """Whether others read there too."""
        return self.chat < 0

    def how(self, *, first: bool) -> dict[str, Any]:
        """As the API wants it; only the first of several messages answers."""
        told: dict[str, Any] = {"chat_id": self.chat, "message_thread_id": self.topic, "disable_notification": self.silent}
        if self.reply and first:
            told["reply_parameters"] = ReplyParameters(self.reply, allow_sending_without_reply=True)
        return told


class Calls:
    """The calls of one bot."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self.bot, self.pace = bot, pace

    async def _change(self, chat: int, quiet: bool, call: Callable[[], Awaitable[T]]) -> T | None:
        """Run an edit; that it looked so already is no trouble."""
        try:
            return await self._do(chat, 1, call, quiet=quiet)
        except BadRequest as error:
            if is_same(error):
                return None
            raise
        except NoThread as error:
            raise port.Gone(str(error)) from error
        except ChatMigrated as error:
            await self.migrated(chat, error.new_chat_id)
            raise port.Gone("the group has moved") from error

    async def _do(self, chat: int, messages: int, call: Callable[[], Awaitable[T]], *, quiet: bool = False) -> T:
        """One call that counts, at this chat's pace. Raises what the refusal means."""
        await self.pace.turn(chat, messages, quiet=quiet)
        try:
            return await call()
        except TelegramError as error:
            if no_thread(error):
                raise NoThread(error.message) from error
            meant = outcome(error)
            if isinstance(meant, port.RetryAfter):
                log.info("chat %s is left alone for %.0f s: %s", chat, meant.seconds, error)
                self.pace.told(chat, meant.seconds)
            raise meant from error

    def _say(self, chat: int, topic: int | None, action: str) -> None:
        task = asyncio.create_task(self._tell(chat, topic, action))
        _background.add(task)
        task.add_done_callback(_background.discard)

    async def _tell(self, chat: int, topic: int | None, action: str) -> None:
        with contextlib.suppress(TelegramError):  # it says nothing that the messages do not say
            await self.bot.send_chat_action(chat, action, message_thread_id=topic)

    async def migrated(self, old: int, new: int) -> None:
        """A group has become a supergroup: everything of it goes on under its new id."""
        log.info("group %s is %s now", old, new)
        async with transaction() as tx:
            await moved(tx, PLATFORM, str(old), str(new))


_background: set[asyncio.Task[None]] = set()
