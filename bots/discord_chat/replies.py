"""Interactions that may still be answered in private: what Discord calls ephemeral follow-ups, for fifteen minutes each.

Kept in memory: after a restart, or when the time is over, a private view goes another way (`chat`).
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import discord

from bots.conversation.chat import Target
from bots.conversation.events import Address
from bots.discord_chat.pressing import Home

TOKEN_S = 14.5 * 60
"""Discord takes follow-ups for fifteen minutes; a little less is sure to arrive in time."""
OPEN_MAX = 20_000


@dataclass
class Reply:
    """One interaction. `waits`: the person sees “thinking…”, and the first thing said takes its place. `home`: where the buttons of what is
    said belong, if not in the channel where it was pressed. `filesize`: the largest file it takes, in bytes."""

    hook: discord.Webhook
    take_back: Callable[[], Awaitable[None]]
    person: str
    until: float
    filesize: int
    waits: bool = False
    home: Home | None = None


ANSWERING: ContextVar[Reply | None] = ContextVar("ANSWERING", default=None)
"""The interaction whose turn is being shown: what the turn says in private answers it and none that came meanwhile."""


class Replies:
    """The newest open interaction of each person in each place, and of each private message."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._open: dict[tuple[str, str, str], Reply] = {}
        self._shown: dict[str, Reply] = {}

    def note(self, at: Address, interaction: discord.Interaction, *, waits: bool, home: Home | None = None) -> Reply:
        """From now on private views for this person here answer this interaction."""
        reply = Reply(interaction.followup, interaction.delete_original_response, at.person, self._clock() + TOKEN_S, interaction.filesize_limit, waits, home)
        _put(self._open, (at.place, at.thread, at.person), reply)
        if interaction.message and interaction.message.flags.ephemeral:
            _put(self._shown, str(interaction.message.id), reply)
        return reply

    def adopt(self, at: Address, reply: Reply) -> Reply:
        """The talk goes on elsewhere: private views there answer this interaction too."""
        _put(self._open, (at.place, at.thread, at.person), reply)
        return reply

    def find(self, to: Target) -> Reply | None:
        """The interaction that a private view for this target can answer."""
        own = ANSWERING.get()
        if own and own.person == to.person and self._alive(own):
            return own
        return self._alive(self._open.get((to.place, to.thread, to.person)))

    def of_message(self, message_id: str) -> Reply | None:
        """The interaction through which a private message can be edited."""
        return self._alive(self._shown.get(message_id))

    def shown(self, message_id: str, reply: Reply) -> None:
        """This private message answered that interaction."""
        _put(self._shown, message_id, reply)

    def _alive(self, reply: Reply | None) -> Reply | None:
        return reply if reply and reply.until > self._clock() else None


def _put(held: dict[Any, Reply], key: Any, reply: Reply) -> None:
    """Keep it as the newest; the oldest go when there are too many."""
    held.pop(key, None)
    held[key] = reply
    while len(held) > OPEN_MAX:
        held.pop(next(iter(held)))
