"""Long polling: updates are asked for, turned, and only then done with.

The library's own updater confirms an update before anybody has acted on it; one that was fetched by a process that is killed would be
lost. Here the next question names the last update whose turn is committed, so it comes again; the turn drops what it has seen.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bots.telegram_chat.listening import Listener
from bots.telegram_chat.refusals import seconds_of
from core.database import Down
from core.errors import SetupFailed, Unavailable

log = logging.getLogger(__name__)

ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER, Update.PRE_CHECKOUT_QUERY]
"""Kinds of updates that we act on."""
LONG_S = 25
AGAIN_S, AGAIN_S_MAX = 0.5, 30.0
TRIES_MAX = 600
"""So often one batch is tried while the database is away."""


async def poll(bot: ExtBot[Any], listener: Listener, *, long_s: int = LONG_S) -> None:
    """Ask for updates until cancelled. Raises SetupFailed when the token is refused."""
    offset, again_s = 0, AGAIN_S
    while True:
        try:
            updates = await bot.get_updates(offset=offset or None, timeout=long_s, allowed_updates=ALLOWED)
        except InvalidToken as error:
            raise SetupFailed("Telegram refuses the bot's token. Is SYSRAI_TELEGRAM_TOKEN right?") from error
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except Conflict as error:
            log.error("somebody else asks Telegram for this bot's updates; one process may: %s", error)
            await asyncio.sleep(again_s)
            again_s = min(AGAIN_S_MAX, 2 * again_s)
        except (NetworkError, TelegramError) as error:
            log.warning("Telegram does not answer, trying again in %.1f s: %s", again_s, error)
            await asyncio.sleep(again_s)
            again_s = min(AGAIN_S_MAX, 2 * again_s)
        else:
            again_s = AGAIN_S
            await _all(listener, updates)
            offset = max([offset, *(update.update_id + 1 for update in updates)])


async def _all(listener: Listener, updates: tuple[Update, ...]) -> None:
    """Hear all of them, as often as it takes. In each chat they are heard in their order."""
    left = list(updates)
    for n in range(TRIES_MAX):
        heard = await asyncio.gather(*(listener.hear(update) for update in left), return_exceptions=True)
        for error in heard:
            if isinstance(error, BaseException) and not isinstance(error, (Unavailable, *Down)):
                raise error
        left = [update for update, error in zip(left, heard, strict=True) if error]
        if not left:
            return
        log.warning("%d updates wait for the database", len(left))
        await asyncio.sleep(min(AGAIN_S_MAX, AGAIN_S * 2 ** min(n, 6)))
    raise Unavailable("the database stayed away")
