"""The Telegram chat as a process has it: the bot, its ears, and where its updates come from. Composed by `bots/wiring.py`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bots.conversation.chat import Chat
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.telegram_chat.chat import TelegramChat
from bots.telegram_chat.commands import announce
from bots.telegram_chat.fetching import KIND, Fetching
from bots.telegram_chat.files import Files
from bots.telegram_chat.listening import Ears, Listener
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.polling import poll
from bots.telegram_chat.uploads import FETCH_MB_MAX
from bots.telegram_chat.webhook import Door
from core import jobs
from core.alone import alone
from core.config import Settings
from core.errors import SetupFailed
from core.storage import Storage
from core.workshop import Workshop

log = logging.getLogger(__name__)

CONNECTIONS = 64
ALL_PER_S = 30
"""Messages a second to all chats together."""
READ_S, POLL_READ_S, UPLOAD_S = 60.0, 30.0, 1800.0
"""How long an answer is waited for: long, for what was sent stands there although its answer is given up."""
START_TRIES = 5


def bot_for(settings: Settings, *, per_s: float = ALL_PER_S) -> ExtBot[int]:
    """The bot of these settings. Its own limiter keeps to messages a second; how fast single chats are written to is `pace`."""
    api = settings.telegram_api_url.rstrip("/")
    request = HTTPXRequest(CONNECTIONS, read_timeout=READ_S, write_timeout=READ_S, connect_timeout=10.0, pool_timeout=30.0, media_write_timeout=UPLOAD_S)
    polling = HTTPXRequest(1, read_timeout=POLL_READ_S, connect_timeout=10.0, pool_timeout=5.0)
    limiter = AIORateLimiter(overall_max_rate=per_s, overall_time_period=1, group_max_rate=0, max_retries=0)
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)  # being told to wait is no error; the chat says so in a line
    token = settings.telegram_token.get_secret_value()
    return ExtBot(
        token, base_url=f"{api}/bot", base_file_url=f"{api}/file/bot", request=request, get_updates_request=polling, rate_limiter=limiter,
        local_mode=settings.telegram_shares_files,
    )  # fmt: skip


@dataclass(frozen=True)
class Room:
    """One bot at work: what shows posts, and what hears updates."""

    bot: ExtBot[int]
    chat: TelegramChat
    listener: Listener

    @property
    def handlers(self) -> dict[str, jobs.Handler]:
        """Job handlers that only this chat has."""
        return {KIND: self.listener.fetching}

    async def listen(self, public_url: str, door: Door | None) -> None:
        """Hear updates until cancelled."""
        await announce(self.bot)
        log.info("@%s listens, by %s", self.bot.username, "webhook" if door else "long polling")
        if door:
            try:
                await door.opens(self.bot, self.listener, public_url)
                await asyncio.Event().wait()
            finally:
                door.closes()
        await self.bot.delete_webhook()
        await poll(self.bot, self.listener)


@asynccontextmanager
async def open_room(
    settings: Settings, storage: Storage, workshop: Workshop, engine: Engine, posts: Posts, *, pace: Pace | None = None, per_s: float = ALL_PER_S
) -> AsyncIterator[Room]:
    """The room of the bot whose token is set, while the block lasts. Raises SetupFailed when the token is refused or nobody answers."""
    bot = bot_for(settings, per_s=per_s)
    await _reach(bot)
    try:
        chat = TelegramChat(bot, Files(storage, workshop, bot.id, settings.telegram_file_mb_max * 1_000_000, by_path=settings.telegram_shares_files), pace)
        showing = Showing(posts, {chat.platform: chat})
        fetching = Fetching(bot, engine, showing, chat, settings.telegram_file_mb_max if settings.telegram_shares_files else FETCH_MB_MAX)
        yield Room(bot, chat, Listener(Ears(bot, engine, showing, chat, fetching)))
    finally:
        await bot.shutdown()


Work = Callable[[Chat, Mapping[str, jobs.Handler]], Coroutine[Any, Any, None]]
"""Serves the chat's queue, with the handlers that only this chat has."""


async def run(settings: Settings, storage: Storage, workshop: Workshop, engine: Engine, posts: Posts, door: Door | None, work: Work) -> None:
    """Hold the chat until cancelled: hear people, and show what is owed to them. One process does, others of this bot wait to take over. Raises SetupFailed."""

    async def hold() -> None:
        async with open_room(settings, storage, workshop, engine, posts) as room, asyncio.TaskGroup() as group:
            group.create_task(work(room.chat, room.handlers), name="telegram's queue")
            group.create_task(room.listen(settings.public_url, door), name="telegram's updates")

    bot = settings.telegram_token.get_secret_value().partition(":")[0]
    await alone(settings.database_url, f"telegram bot {bot}", hold)


async def _reach(bot: ExtBot[int]) -> None:
    for n in range(START_TRIES):
        try:
            await bot.initialize()
            return
        except InvalidToken as error:
            raise SetupFailed("Telegram refuses the bot's token. Is SYSRAI_TELEGRAM_TOKEN right?") from error
        except NetworkError as error:
            log.warning("Telegram does not answer: %s", error)
            await asyncio.sleep(2**n / 2)
        except TelegramError as error:
            raise SetupFailed(f"Telegram does not take the bot: {error}") from error
    raise SetupFailed("Telegram does not answer. Is the network there, and SYSRAI_TELEGRAM_API_URL right?")
