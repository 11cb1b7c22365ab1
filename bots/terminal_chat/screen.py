"""What is on the terminal: finished messages above, one line of work in progress below.

A terminal cannot change what has scrolled by. So a message that is still growing (a script being written) is printed
paragraph by paragraph as it grows, one that only counts (a status card) lives in the line below until it is final.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console, RenderableType
from rich.live import Live
from rich.text import Text

from bots.conversation.views import Progress, View
from bots.terminal_chat.drawing import bar

QUIET_S = 5.0
"""Without a terminal, progress is printed at most this often."""


class Screen:
    """A console that is printed to, with a live line where it is a terminal."""

    def __init__(self, console: Console, *, on_work: Callable[[str], None] | None = None) -> None:
        self.console = console
        self._on_work = on_work
        self._live: Live | None = None
        self._quiet_until = 0.0
        self._last = ""

    def show(self, what: RenderableType) -> None:
        """Print something for good."""
        self.console.print(what)

    @property
    def alive(self) -> bool:
        """Whether there is a line below that changes in place."""
        return bool(self._on_work) or self.console.is_terminal

    def working(self, view: View) -> None:
        """Show how far something is that is not finished."""
        line = _one_line(view)
        if self._on_work:
            self._on_work(line.plain)
        elif self.console.is_terminal:
            if self._live is None:
                self._live = Live(console=self.console, transient=True, refresh_per_second=8)
                self._live.start()
            self._live.update(line)
        elif time.monotonic() > self._quiet_until and line.plain != self._last:
            self._quiet_until, self._last = time.monotonic() + QUIET_S, line.plain
            self.console.print(line)

    def rest(self) -> None:
        """Nothing is in progress any more."""
        if self._on_work:
            self._on_work("")
        if self._live:
            self._live.stop()
            self._live = None


def _one_line(view: View) -> Text:
    words = view.short or view.body[0].text.split("\n", 1)[0]
    for part in view.body:
        if isinstance(part, Progress):
            return Text.assemble(bar(part.fraction, part.label), "  ", (words, "dim"))
    return Text(words)
