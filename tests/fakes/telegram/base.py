"""What the methods of the API share: the world they act on, and what a test may look at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.fakes.telegram.world import World


class Base(World):
    """The world with the server's own state. `local`: a local Bot API server, with its larger files; `complaints` fail the test at its end."""

    def __init__(self, clock: Callable[[], float], *, flood: bool = True, local: bool = False) -> None:
        super().__init__(clock, flood=flood)
        self.local = local
        self.complaints: list[str] = []
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.menu_button: dict[str, Any] = {}
        self.actions: list[tuple[int, str]] = []
        self.by_path: list[Path] = []
        """Files that were handed over by their path."""
        self.kept = Path()
        """Where a local server keeps what people send."""
        self.webhook: dict[str, Any] = {"url": ""}
        self.news = asyncio.Event()
        self.polling = 0
        self.arrived = self.news.set
        self.pusher: asyncio.Task[None] | None = None
