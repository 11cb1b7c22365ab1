"""What was sent lately, by what it was sent for. Telegram has no word for that; as one process talks with it at a time, that process can tell.

A job that lost its lease while Telegram was slow, or whose end could not be written down, runs again: what it sent is edited then, not sent
twice. What nobody can tell is whether a message arrived whose answer was lost, or that was sent as the process was killed (see `conversation.showing`).
Called by `chat`.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakValueDictionary

from bots.conversation.chat import Gone

KEPT_MAX = 5000
Ref = dict[str, Any]


class Once:
    """The messages of one bot's process."""

    def __init__(self) -> None:
        self._sent: OrderedDict[str, Ref] = OrderedDict()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def send(self, key: str, first: Callable[[], Awaitable[Ref]], again: Callable[[Ref], Awaitable[Ref]]) -> Ref:
        """The reference of the message for this key: sent now, or, where it is there already, made to look as it should by `again`.

        Whoever asks while it is being sent waits. Raises what `first` and `again` raise; one that somebody deleted is sent anew.
        """
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            if known := self._sent.pop(key, None):
                self._sent[key] = known
                try:
                    ref = await again(known)
                except Gone:
                    ref = await first()
            else:
                ref = await first()
            self._sent[key] = ref
            while len(self._sent) > KEPT_MAX:
                self._sent.popitem(last=False)
            return ref
