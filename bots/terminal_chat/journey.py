"""Taking part in a conversation from a terminal: events go in, posts come out, and one knows when it is one's turn.

Used by `talk` (a person types), by its script mode and by `sysrai demo` (the recommended step is always pressed).
"""

from __future__ import annotations

import asyncio
import secrets

from tortoise import connections

from bots.conversation.engine import Engine
from bots.conversation.events import Address, Event, Pressed
from bots.conversation.showing import Showing
from bots.conversation.views import Choice, Form, Select, View
from bots.terminal_chat.chat import PLATFORM, TerminalChat
from core.errors import Unavailable
from core.models import Post, Render

FAILURES_MAX = 6
"""A job that failed so often is told to the person instead of waited for."""
POLL_S, POLL_S_MAX = 0.02, 0.12
"""How often it is looked whether something is still being made: what takes long is asked about more rarely."""

_OPEN = """SELECT kind, failures, error FROM job WHERE done < wanted AND (due_at < now() + interval '3 s' OR failures > 0)
 ORDER BY failures DESC LIMIT 1"""


class Journey:
    """One conversation: who talks where, through which engine, shown on which terminal."""

    def __init__(self, engine: Engine, showing: Showing, chat: TerminalChat, at: Address) -> None:
        self._engine, self._showing, self.chat, self.at = engine, showing, chat, at
        chat.thread = at.thread

    async def turn(self, event: Event) -> None:
        """Run one turn and show its answer."""
        await self._showing.now(await self._engine.turn(event))

    async def form(self, action: str) -> Form | None:
        """The form behind a choice that opens one. None also where it takes files alone: those are dropped here."""
        form = await self._engine.form(Pressed(self.at, fresh_id(), action))
        typed = tuple(one.model_copy(update={"required": True}) for one in form.entries if not one.brings) if form else ()
        return form.model_copy(update={"entries": typed}) if form and typed else None

    async def pick_up(self) -> None:
        """Print again what stands last in this thread, after the process that printed it was killed."""
        latest = await Post.filter(place__platform=PLATFORM, place__outside_id=self.at.place, thread=self.at.thread).order_by("-id").limit(1)
        for post in latest:
            shown = await self._showing.posts.build(post, self.chat.limits)
            await self.chat.send(shown.target, shown.view, nonce=str(post.id), notify=False)

    async def settled(self) -> None:
        """Return when nothing is being made any more and it is the person's turn. Raises Unavailable when something keeps failing."""
        pause_s = POLL_S
        while rows := await connections.get("default").execute_query_dict(_OPEN):
            if rows[0]["failures"] >= FAILURES_MAX:
                raise Unavailable(f"This does not work right now ({rows[0]['kind']}: {rows[0]['error']}). Nothing is lost; start again to go on.")
            await asyncio.sleep(pause_s)
            pause_s = min(POLL_S_MAX, 1.2 * pause_s)

    async def rendering(self) -> bool:
        """Whether a film of this conversation is being rendered, here or elsewhere."""
        return await Render.filter(project__home_place__platform=PLATFORM, project__home_place__outside_id=self.at.place, ended_at=None).exists()

    async def filmed(self) -> None:
        """Return when no film of this conversation is being rendered any more and what came of it was shown. Raises Unavailable as `settled` does."""
        while await self.rendering():
            await asyncio.sleep(POLL_S_MAX)
            await self.settled()
        await self.settled()

    @property
    def view(self) -> View | None:
        """The newest message that asks something."""
        return self.chat.asking

    def pick(self, typed: str) -> Choice | Select | None:
        """What a typed number or label means in the newest message; None: it is plain talk."""
        view = self.view
        if view is None:
            return None
        offered: list[Choice | Select] = [*view.choices, *view.selects]
        if not typed:
            return view.primary
        if typed.isascii() and typed.isdigit():
            return offered[int(typed) - 1] if 0 < int(typed) <= len(offered) else None
        return next((one for one in offered if one.label.casefold() == typed.casefold()), None)


def fresh_id() -> str:
    """An id for an update of this terminal: every line that is typed is one."""
    return secrets.token_hex(12)


def address(place: str, thread: str, person: str, name: str, language: str) -> Address:
    """Somebody at this terminal."""
    return Address(PLATFORM, place, person, thread=thread, person_name=name, place_kind="terminal", language=language)
