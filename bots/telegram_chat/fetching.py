"""Files that people send, fetched by a job: a message that carries one is stored before its update is done with, so that a file outlives any process.

    note (the update's turn) -> fetch:<inbox row> -> the file in storage -> Uploaded, as a turn of the same update

What is kept of the message is erased when its file is there, or cannot be had.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Message, User
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bots.conversation.engine import Engine
from bots.conversation.events import Address, Uploaded
from bots.conversation.showing import Showing
from bots.conversation.words import best, words
from bots.telegram_chat import uploads
from bots.telegram_chat.calls import PLATFORM
from bots.telegram_chat.chat import TelegramChat
from core import jobs
from core.models import Inbox
from core.storage import Storage

log = logging.getLogger(__name__)

KIND = "fetch"
QUEUE = f"chat:{PLATFORM}"
TRIES_MAX = 5
"""So often Telegram is asked for a file before the person is told that it did not come."""
SOON_S = 3.0
"""When the job falls due if the process that noted it does not come to it."""
_NOTE = """INSERT INTO inbox (source, outside_id, body, at) VALUES ('telegram file', $1, $2::jsonb, now())
 ON CONFLICT (source, outside_id) DO NOTHING RETURNING id"""
_LOCK, _ERASE = "SELECT id FROM inbox WHERE id = $5 FOR UPDATE", "UPDATE inbox SET body = '{}' FROM done WHERE inbox.id = $5"
Where = Callable[[Message, User], Awaitable[Address]]


class Fetching:
    """The files sent to one bot. `mb_max` is what may be fetched of one."""

    def __init__(self, bot: ExtBot[Any], engine: Engine, showing: Showing, chat: TelegramChat, mb_max: int) -> None:
        self._bot, self._engine, self._showing, self._chat, self._mb_max = bot, engine, showing, chat, mb_max
        self.where: Where | None = None
        """Tells where a message was written; set by who listens."""

    @property
    def _storage(self) -> Storage:
        return self._chat.files.storage

    async def note(self, update: int, message: Message) -> int | None:
        """Keep the message, and wish for its file. Returns the row's id; None for an update that was noted before."""
        async with jobs.transaction() as tx:
            rows = await tx.sql.execute_query_dict(_NOTE, [str(update), json.dumps(message.to_dict(), default=str)])
            if rows:
                tx.want(KIND, rows[0]["id"], QUEUE, after_s=SOON_S)
        return int(rows[0]["id"]) if rows else None

    async def now(self, id: int) -> None:
        """Fetch it at once."""
        await jobs.run_now(KIND, str(id), {KIND: self})

    async def __call__(self, job: jobs.Job) -> None:
        """Handle `fetch:<inbox row>`. Trouble with the network is tried again; in the end the person hears of it."""
        row = await Inbox.get_or_none(id=int(job.subject))
        message = Message.de_json(row.body, self._bot) if row and row.body else None
        if row is None or message is None or (user := message.from_user) is None or (file := uploads.offered(message)) is None or self.where is None:
            await jobs.end(job)
            return
        w = words(best(user.language_code or ""))
        try:
            key = await uploads.fetch(self._bot, self._storage, file, self._mb_max)
        except uploads.TooLarge:
            await self._chat.reply(message, w.text("telegram-file-large", most=self._mb_max))
        except TelegramError as error:
            log.warning("a file was not fetched (try %d): %s", job.failures + 1, error)
            large = "file is too big" in error.message.lower()
            if not isinstance(error, BadRequest) and job.failures + 1 < TRIES_MAX:
                raise
            await self._chat.reply(message, w.text("telegram-file-large", most=self._mb_max) if large else w.text("telegram-file-lost"))
        else:
            found = await self._storage.find(key)
            at = await self.where(message, user)
            told = Uploaded(at, row.outside_id, key, file.name, found.size if found else file.size, message.caption or "")
            await self._showing.now(await self._engine.turn(told))
        await jobs.end(job, jobs.Effect(_LOCK, _ERASE, [row.id]))
