"""How fast one may write: one message a second to a person, twenty a minute to a group. Thirty a second in all is the library's limiter.

Whoever would have to wait long does not: `RetryAfter` gives the message back to its job, which builds it anew later, so that what came
between is one edit and not many. A chat that Telegram told to wait is left alone until then.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bots.conversation.chat import RetryAfter

BURST = 3
"""Messages a private chat takes at once."""
GROUP_MESSAGES, GROUP_S = 18, 60.0
"""Messages a group takes in so many seconds; two less than Telegram allows."""
GROUP_KEPT = 4
"""So many of them are kept for answers: cards and boards wait earlier."""
WAIT_S_MAX = 2.5
"""Longer waits go back to the job."""
CHATS_MAX = 10_000


@dataclass
class _Chat:
    """What a chat has had. `level`: messages it takes now."""

    level: float = float(BURST)
    at: float = 0.0
    sent: deque[float] = field(default_factory=deque)
    until: float = 0.0


class Pace:
    """The pace of one bot. `clock` and `faster` are for tests: seconds pass `faster` times as fast."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, faster: float = 1.0) -> None:
        self._clock, self._faster = clock, faster
        self._chats: dict[int, _Chat] = {}

    def now(self) -> float:
        """Seconds on this bot's clock."""
        return self._clock() * self._faster

    def real(self, seconds: float) -> float:
        """So many of this bot's seconds, in everybody's."""
        return seconds / self._faster

    async def turn(self, chat: int, messages: int = 1, *, quiet: bool = False) -> None:
        """Wait until this chat takes so many messages. `quiet`: nobody waits for them. Raises RetryAfter for a long wait."""
        wait_s = self._wait(chat, messages, quiet)
        while wait_s > 0:
            if wait_s > WAIT_S_MAX:
                raise RetryAfter(self.real(wait_s))
            await asyncio.sleep(self.real(wait_s))
            wait_s = self._wait(chat, messages, quiet)

    def told(self, chat: int, seconds: float) -> None:
        """Telegram wants this chat left alone for so long."""
        self._of(chat).until = self.now() + seconds

    def _of(self, chat: int) -> _Chat:
        if len(self._chats) > CHATS_MAX:
            quiet = self.now() - 2 * GROUP_S
            self._chats = {id: one for id, one in self._chats.items() if one.at > quiet or one.until > quiet}
        return self._chats.setdefault(chat, _Chat(at=self.now()))

    def _wait(self, chat: int, messages: int, quiet: bool) -> float:
        """Seconds to wait; 0 counts the messages as sent."""
        one, now = self._of(chat), self.now()
        if one.until > now:
            return one.until - now
        if chat < 0:
            while one.sent and one.sent[0] <= now - GROUP_S:
                one.sent.popleft()
            room = GROUP_MESSAGES - (GROUP_KEPT if quiet else 0)
            over = len(one.sent) + min(messages, room) - room
            if over > 0:
                return one.sent[over - 1] + GROUP_S - now
            one.sent.extend([now] * messages)
        else:
            level = min(float(BURST), one.level + now - one.at)
            if level < 1:
                return 1 - level
            one.level = level - messages
        one.at = now
        return 0.0
