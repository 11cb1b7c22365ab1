"""A chat's bot as a process of its own, for tests that kill it, and a worker beside it. Used by the chats' `test_process`."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from core import jobs
from tests.bots.patience import until

ROOT = Path(__file__).parents[2]


@dataclass
class Process:
    """`sysrai run <chat>`, whose own seconds of pace pass faster, and what it needs to begin again."""

    chat: str
    environment: dict[str, str]
    log: Path
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin, or begin again."""
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "tests.fakes.hasty", "run", self.chat]
            self.running = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)

    def kill(self) -> None:
        """SIGKILL."""
        if self.running:
            self.running.kill()
            self.running.wait()
        self.running = None

    async def until(self, what: Callable[[], object]) -> None:
        """Wait for something to be seen. Raises AssertionError with the process's own words, if it never is."""
        await until(what, lambda: self.log.read_text()[-4000:])


def process_of(chat: str, data_dir: Path, **settings: str) -> Process:
    """A bot that has not begun yet, with these settings beside its data."""
    data_dir.mkdir(parents=True, exist_ok=True)
    named = {f"SYSRAI_{name.upper()}": value for name, value in settings.items()}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SYSRAI_DATA_DIR": str(data_dir), **named}
    return Process(chat, environment, data_dir / f"{chat}.log")


@asynccontextmanager
async def at_work(redis_url: str, handlers: Mapping[str, jobs.Handler]) -> AsyncIterator[None]:
    """Everything but the chats is worked on in this process while the block lasts."""
    queues = await jobs.connect_queues(redis_url)
    working = asyncio.create_task(jobs.work(redis_url, dict(handlers), ["work", "media"]))
    yield
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
    await queues.aclose()
