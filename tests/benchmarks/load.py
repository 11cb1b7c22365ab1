"""What the benchmarks of the chats share: a bot's desk where everything is made at once, its process beside the driver, and figures of it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from bots.conversation.desk import Desk
from core.config import Settings
from core.links import Links
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from tests.fakes.instant import InstantRenderer, PaperCutter


def desk_of(settings: Settings) -> Desk:
    """What a bot of these settings works with: films cost nothing, and what other processes would make is made in an instant."""
    storage = Storage.open("", settings.data_dir)
    renderer = InstantRenderer(storage, settings.data_dir / "gpu", tiers=("preview", "drawn"))
    renderers = dict.fromkeys(renderer.tiers, renderer)
    studio = Studio(settings, Workshop(settings.data_dir / "workshop"), storage, renderers, PaperCutter(settings.data_dir / "cuts"), play=True)
    return Desk(studio, Links("http://127.0.0.1", b"bench"), lambda language: language == "en")


@contextlib.asynccontextmanager
async def bot_process(module: str, told: dict[str, str]) -> AsyncIterator[int]:
    """`python -m <module> <settings as JSON>` while the block lasts; yields its pid."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, json.dumps(told))
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


def memory_mib(pid: int) -> float:
    """The most memory that a process ever took."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def percentile(took: list[float], share: float) -> float:
    """The value under which this share of all lies."""
    return sorted(took)[min(len(took) - 1, int(share * len(took)))]
