"""Portraits: one close-up of everybody in the cast, in soft daylight, and the `portraits` job that draws them. Shown on the cast page.

It is the face of the storyboard: drawn by the same painters from the same character. Another voice leaves it as it is.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import cv2

from core import cpu, jobs, projects
from core.models import Version
from core.storage import Storage
from core.storyboard.panel import LOOK_REVISION, paint_still
from core.workshop import Made, Stage, Workshop
from core.writing.script import Character, Location, Scene, Shot, Voice

PORTRAIT_SIZE = (640, 800)
"""Width and height in pixels."""
_HERE = Location(id="l", name="field", backdrop="field")


async def portrait(workshop: Workshop, character: Character) -> Made:
    """The portrait as PNG of `PORTRAIT_SIZE`, drawn now if it was not drawn before. Facts: `width`, `height`."""
    return await workshop.made(PORTRAIT, character=character.model_copy(update={"voice": Voice()}))


def _paint(out: Path, character: Character) -> None:
    """Draw it. Runs in a child process."""
    shot = Shot(id="h", action="portrait", duration_s=4.0, size="CU", lens_mm=85, characters=(character.id,))
    scene = Scene(id="s", location=_HERE.id, time_of_day="day", mood="hope", shots=(shot,))
    cv2.imwrite(str(out), paint_still(shot, scene, _HERE, [character], PORTRAIT_SIZE)[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 4])


async def _make(out: Path, *, character: Character) -> dict[str, Any]:
    await cpu.in_child(_paint, out, character)
    return {"width": PORTRAIT_SIZE[0], "height": PORTRAIT_SIZE[1]}


PORTRAIT = Stage("portrait", LOOK_REVISION, ".png", _make)


class PortraitRoom:
    """The handler of `portraits:<version>`, with where portraits are made and kept."""

    def __init__(self, workshop: Workshop, storage: Storage) -> None:
        self._workshop, self._storage = workshop, storage

    async def __call__(self, job: jobs.Job) -> None:
        """Draw everybody in the version with this id; `Version.portraits` ({character id: storage key}) fills as they come."""
        version = await Version.get_or_none(id=int(job.subject))
        script = projects.script_of(version)
        drawn: dict[str, str] = {}
        if version and script:
            turns = asyncio.Semaphore(int(cpu.limiter().total_tokens))
            async with asyncio.TaskGroup() as group:
                drawing = [group.create_task(self._drawn(one, turns)) for one in script.characters if one.id not in version.portraits]
                for next_done in asyncio.as_completed(drawing):
                    id, key = await next_done
                    drawn[id] = key
                    async with jobs.transaction() as tx:
                        await Version.filter(id=version.id).update(portraits={**version.portraits, **drawn})
                        tx.touch(f"project:{version.project_id}")
        async with jobs.transaction() as tx:
            tx.finish(job)

    async def _drawn(self, character: Character, turns: asyncio.Semaphore) -> tuple[str, str]:
        async with turns:
            made = await portrait(self._workshop, character)
        key = f"portraits/{made.key}{made.path.suffix}"
        await self._storage.put(key, made.path)
        return character.id, key
