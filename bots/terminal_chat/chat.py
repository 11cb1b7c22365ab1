"""The terminal as a Chat: posts are printed, and the newest message that asks something is what an answer means."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from rich.text import Text

from bots.conversation.chat import Target
from bots.conversation.views import Block, Media, View
from bots.terminal_chat.drawing import draw, draw_body, draw_choices
from bots.terminal_chat.screen import Screen
from core.film.delivery import Limits
from core.storage import Storage

PLATFORM = "terminal"
FILE_BYTES_MAX = 1 << 40


class TerminalChat:
    """The Chat port for one terminal. Posts of other threads than the open one are left alone."""

    platform = PLATFORM
    gap_s = 0.15

    def __init__(self, screen: Screen, storage: Storage, *, inline: bool) -> None:
        self.screen, self._storage, self._inline = screen, storage, inline
        self.thread = ""
        self.asking: View | None = None
        """The newest message here that asks something."""
        self.changed = asyncio.Event()
        """Set whenever something was shown."""
        self._grown: dict[str, list[str]] = {}
        self._files_shown: set[str] = set()
        self._newest = ""
        """The nonce of the newest message: only its choices count."""

    async def send(self, to: Target, view: View, *, nonce: str, notify: bool) -> dict[str, Any]:
        """Print a message; `notify` rings the bell."""
        if to.thread == self.thread:
            await self._print(nonce, view)
            if notify and self.screen.console.is_terminal:
                self.screen.console.bell()
        return {"nonce": nonce, "thread": to.thread}

    async def edit(self, ref: dict[str, Any], view: View) -> dict[str, Any]:
        """Print what is new about a message."""
        if ref["thread"] == self.thread:
            await self._print(ref["nonce"], view)
        return ref

    def limits(self, to: Target) -> Limits:
        """A folder takes everything."""
        return Limits(max_bytes=FILE_BYTES_MAX)

    async def _print(self, nonce: str, view: View) -> None:
        if nonce not in self._grown:
            self._newest = nonce
        known = self._grown.setdefault(nonce, [])
        growing = view.mood == "working"
        fresh = [part for part in view.body if part.text not in known] if known else list(view.body)
        lasting = [part for part in fresh if isinstance(part, Block) and part.kind != "note"]
        if growing and any(not isinstance(part, Block) for part in view.body):
            self.screen.working(view)
        elif growing:
            for part in lasting if known else fresh:
                self.screen.show(draw_body(part))
                known.append(part.text)
            if self.screen.alive:
                self.screen.working(view)
        else:
            await self._print_rest(view, fresh if known else None, offer=nonce == self._newest)
            known += [part.text for part in fresh]
        if (view.choices or view.selects) and self._newest in ("", nonce):
            self.asking = view
        self.changed.set()

    async def _print_rest(self, view: View, fresh: list[Any] | None, *, offer: bool) -> None:
        """A message in its final form: what was printed while it grew is not printed again. `offer`: its choices count now."""
        self.screen.rest()
        files = [(media, await self._path(media)) for media in view.media if media.key not in self._files_shown or fresh is None]
        self._files_shown |= {media.key for media in view.media}
        if fresh is None:
            self.screen.show(Text())
            self.screen.show(draw(view, files, inline=self._inline))
            return
        if fresh or files:
            body = tuple(fresh) or (Block(spans=(), kind="text"),)
            self.screen.show(draw(View(name=view.name, body=body, short=view.short), files, inline=self._inline))
        if offer and (choices := draw_choices(view)) and self._differs(view):
            self.screen.show(choices)

    def _differs(self, view: View) -> bool:
        """Whether this message offers something else than what was offered last."""
        return self.asking is None or (view.choices, view.selects) != (self.asking.choices, self.asking.selects)

    async def _path(self, media: Media) -> Path:
        return await self._storage.fetch(media.key)
