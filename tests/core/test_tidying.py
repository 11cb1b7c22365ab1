"""What lies on the disk only to be quick goes in time, and what somebody still asks for stays."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from pathlib import Path

from core.storage import Storage
from core.tidying import keep_tidy, tidy
from core.workshop import Stage, Workshop

DAY_S = 86400.0


async def _soup(out: Path, *, dish: str) -> None:
    out.write_text(dish)


COOK = Stage("cook", 1, ".txt", _soup)


async def test_what_nobody_asked_for_goes_and_the_objects_stay(tmp_path: Path) -> None:
    workshop, storage = Workshop(tmp_path / "workshop"), Storage.open("", tmp_path)
    old, asked = await workshop.made(COOK, dish="old"), await workshop.made(COOK, dish="asked")
    await storage.put("films/1/film.txt", old.path)
    long_ago = time.time() - 40 * DAY_S
    for made in (old, asked):
        os.utime(made.path.with_suffix(".json"), (long_ago, long_ago))
    assert workshop.find(COOK, dish="asked")
    assert tidy(workshop, storage, 30, time.time()) == 1
    assert workshop.find(COOK, dish="old") is None
    assert workshop.find(COOK, dish="asked")
    assert (await storage.fetch("films/1/film.txt")).read_text() == "old"


async def test_a_process_looks_as_it_starts(tmp_path: Path) -> None:
    workshop, storage = Workshop(tmp_path / "workshop"), Storage.open("", tmp_path)
    made = await workshop.made(COOK, dish="old")
    long_ago = time.time() - 2 * DAY_S
    os.utime(made.path.with_suffix(".json"), (long_ago, long_ago))
    looking = asyncio.create_task(keep_tidy(workshop, storage, 1))
    async with asyncio.timeout(60):
        while made.path.exists():  # noqa: ASYNC110 - a file tells nobody that it is gone
            await asyncio.sleep(0.01)
    looking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await looking
