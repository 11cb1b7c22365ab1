"""The `board` job: every panel of a version is drawn, stored and shown as it comes; then the contact sheet.

`Version.board` tells how far it is: {"done", "total", "panels": {shot id: storage key}, "sheet": storage key}. Panels that were
drawn before, for another version or before a kill, are found in the workshop and cost nothing.
"""

from __future__ import annotations

import asyncio
import time

from core import cpu, jobs, projects
from core.models import Project, Version
from core.storage import Storage
from core.storyboard.panel import Artist, panel
from core.storyboard.sheet import contact_sheet
from core.workshop import Made, Workshop
from core.writing.script import Format, Script

SHOWN_S = 0.4
"""Progress is written at most this often."""


class BoardRoom:
    """The handler, with where panels are made and kept and who draws them."""

    def __init__(self, workshop: Workshop, storage: Storage, artist: Artist) -> None:
        self._workshop, self._storage, self._artist = workshop, storage, artist

    async def __call__(self, job: jobs.Job) -> None:
        """Draw the storyboard of the version with this id."""
        version = await Version.get_or_none(id=int(job.subject))
        script = projects.script_of(version)
        if version is None or script is None or version.board.get("sheet"):
            async with jobs.transaction() as tx:
                tx.finish(job)
            return
        project = await Project.get(id=version.project_id)
        format: Format = projects.brief_of(project).format
        panels = await self._draw_all(version, script, format)
        sheet = await contact_sheet(self._workshop, script, format, artist=self._artist)
        key = f"boards/{sheet.key}{sheet.path.suffix}"
        await self._storage.put(key, sheet.path)
        async with jobs.transaction() as tx:
            await self._note(tx, version.id, version.project_id, panels, len(script.shots), sheet=key)
            tx.finish(job)

    async def _draw_all(self, version: Version, script: Script, format: Format) -> dict[str, str]:
        panels: dict[str, str] = {}
        shown_at = 0.0
        turns = asyncio.Semaphore(int(cpu.limiter().total_tokens))

        async def draw(shot_id: str) -> tuple[str, Made]:
            async with turns:
                return shot_id, await panel(self._workshop, script, shot_id, format, artist=self._artist)

        async with asyncio.TaskGroup() as group:
            drawing = [group.create_task(draw(shot.id)) for shot in script.shots]
            for next_done in asyncio.as_completed(drawing):
                shot_id, made = await next_done
                key = f"boards/{made.key}{made.path.suffix}"
                await self._storage.put(key, made.path)
                panels[shot_id] = key
                if time.monotonic() - shown_at > SHOWN_S:
                    shown_at = time.monotonic()
                    async with jobs.transaction() as tx:
                        await self._note(tx, version.id, version.project_id, panels, len(script.shots))
        return panels

    async def _note(self, tx: jobs.Tx, version_id: int, project_id: int, panels: dict[str, str], total: int, *, sheet: str = "") -> None:
        board = {"done": len(panels), "total": total, "panels": panels, "sheet": sheet}
        await Version.filter(id=version_id).update(board=board)
        tx.touch(f"version:{version_id}")
        tx.touch(f"project:{project_id}")
