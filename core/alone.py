"""One process at a time: whatever may be done by a single process of many runs under a lock of the database, and another takes over when it dies.

Called by chats whose platform gives a bot's updates to one reader, and whose pace is kept in memory.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import asyncpg

from core.database import Down

log = logging.getLogger(__name__)

WAIT_S = 2.0
"""How often somebody who waits tries to take over."""
LOOK_S = 5.0
"""How often it is looked whether the lock is held still."""
ANSWER_S = 10.0


async def alone(url: str, name: str, work: Callable[[], Coroutine[Any, Any, None]], *, wait_s: float = WAIT_S, look_s: float = LOOK_S) -> None:
    """Run `work` while this process holds `name`; wait while another one does. A lock that is lost with its connection is taken anew without a pause,
    unless somebody was faster: then `work` is cancelled and begins again when they are gone. Ends when `work` does."""
    lock = _Lock(url, name)
    try:
        while True:
            await lock.wait(wait_s)
            tasks = [asyncio.create_task(work(), name=name), asyncio.create_task(lock.watch(look_s), name=f"lock of {name}")]
            try:
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            finally:
                over = tasks[0].done()
                for task in tasks:
                    task.cancel()
                results = await asyncio.gather(*tasks, return_exceptions=True)
            if over:
                if isinstance(results[0], BaseException):
                    raise results[0]
                return
            log.warning("another process took over %s", name)
    finally:
        await lock.close()


class _Lock:
    """An advisory lock on a connection of its own: whoever dies loses it with the connection."""

    def __init__(self, url: str, name: str) -> None:
        self._url, self._name = url.replace("asyncpg://", "postgres://", 1), name
        self._connection: asyncpg.Connection | None = None

    async def wait(self, wait_s: float) -> None:
        """Return when the lock is ours."""
        told = False
        while True:
            try:
                if await self._take():
                    return
                if not told:
                    log.warning("another process holds %s; this one waits to take over", self._name)
                told = True
            except (*Down, TimeoutError) as error:
                log.warning("the database is away, %s waits: %r", self._name, error)
                await self.close()
            await asyncio.sleep(wait_s)

    async def watch(self, look_s: float) -> None:
        """Return when somebody else has the lock."""
        while True:
            await asyncio.sleep(look_s)
            try:
                if self._connection is None:
                    raise ConnectionError("gone")
                await self._connection.execute("SELECT 1", timeout=ANSWER_S)
            except (*Down, TimeoutError) as error:
                log.warning("the lock of %s went with its connection, taking it again: %r", self._name, error)
                await self.close()
                try:
                    if not await self._take():
                        return
                except (*Down, TimeoutError):
                    continue  # the database is away, for everybody

    async def _take(self) -> bool:
        if self._connection is None:
            self._connection = await asyncpg.connect(self._url, timeout=ANSWER_S)
        return bool(await self._connection.fetchval("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", self._name, timeout=ANSWER_S))

    async def close(self) -> None:
        """Let go."""
        connection, self._connection = self._connection, None
        if connection:
            with contextlib.suppress(*Down, TimeoutError):
                await connection.close(timeout=ANSWER_S)
