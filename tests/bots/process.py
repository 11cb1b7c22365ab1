"""A chat's bot as a process of its own, for tests that kill it, and a worker beside it. Used by the chats' `test_process`."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from core import jobs
from tests.bots.patience import until

ROOT = Path(__file__).parents[2]


@dataclass
class Process:
    """`sysrai run <chat>`, whose own seconds of pace pass faster. It is a fork of `mother`, which has imported everything, so that it begins at once."""

    mother: subprocess.Popen[str]
    log: Path
    running: int = 0
    """Its pid; 0 where it does not run."""

    def start(self) -> None:
        """Begin, or begin again. The log is there from now on."""
        self.log.touch()
        assert self.mother.stdin
        assert self.mother.stdout
        self.mother.stdin.write(f"{self.log}\n")
        self.mother.stdin.flush()
        self.running = int(self.mother.stdout.readline())

    def kill(self) -> None:
        """SIGKILL; returns when it is gone."""
        with suppress(ProcessLookupError):
            while self.running:
                os.kill(self.running, signal.SIGKILL)
                time.sleep(0.002)
        self.running = 0

    async def until(self, what: Callable[[], object]) -> None:
        """Wait for something to be seen. Raises AssertionError with the process's own words, if it never is."""
        await until(what, lambda: self.log.read_text()[-4000:])


@contextmanager
def process_of(chat: str, data_dir: Path, **settings: str) -> Iterator[Process]:
    """A bot that has not begun yet, with these settings beside its data; killed when the block ends."""
    data_dir.mkdir(parents=True, exist_ok=True)
    named = {f"SYSRAI_{name.upper()}": value for name, value in settings.items()}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SYSRAI_DATA_DIR": str(data_dir), **named}
    command = [sys.executable, "-m", "tests.fakes.hasty", chat]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as mother:
        made = Process(mother, data_dir / f"{chat}.log")
        yield made
        made.kill()
        mother.kill()


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
