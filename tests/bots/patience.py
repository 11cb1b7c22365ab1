"""Waiting for what must come, however busy the machine is. Used by tests of the chats."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from inspect import isawaitable

PATIENCE_S = 120.0


async def until(what: Callable[[], object | Awaitable[object]], why: Callable[[], str] = str) -> None:
    """Return when something is so. Raises AssertionError with `why` when it never is."""
    end = time.monotonic() + PATIENCE_S
    while True:
        found = what()
        if await found if isawaitable(found) else found:
            return
        assert time.monotonic() < end, why()
        await asyncio.sleep(0.02)
