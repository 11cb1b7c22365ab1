"""The `portraits` job: who and what is in a version is pictured, and the cast page fills as the pictures come."""

from __future__ import annotations

import asyncio

from core import cpu, jobs, projects
from core.models import Version
from core.storage import Storage
from core.storyboard.portrait import Pictured, can_show, portrait, study_of, things_of, view_of
from core.workshop import Workshop
from core.writing.script import Character, Location, Prop, Script


class PortraitRoom:
    """The handler of `portraits:<version>`, with where portraits are made and kept."""

    def __init__(self, workshop: Workshop, storage: Storage) -> None:
        self._workshop, self._storage = workshop, storage

    async def __call__(self, job: jobs.Job) -> None:
        """Draw who and what is in the version with this id; `Version.portraits` ({id: storage key}) fills as they come, people first."""
        version = await Version.get_or_none(id=int(job.subject))
        script = projects.script_of(version)
        drawn: dict[str, str] = {}
        if version and script:
            turns = asyncio.Semaphore(int(cpu.limiter().total_tokens))
            everything: list[Pictured] = [*script.characters, *script.locations, *things_of(script)]
            wanted = [one for one in everything if one.id not in version.portraits and can_show(one)]
            async with asyncio.TaskGroup() as group:
                drawing = [group.create_task(self._drawn(script, one, turns)) for one in wanted]
                for next_done in asyncio.as_completed(drawing):
                    id, key = await next_done
                    drawn[id] = key
                    async with jobs.transaction() as tx:
                        await Version.filter(id=version.id).update(portraits={**version.portraits, **drawn})
                        tx.touch(f"project:{version.project_id}")
        async with jobs.transaction() as tx:
            tx.finish(job)

    async def _drawn(self, script: Script, one: Pictured, turns: asyncio.Semaphore) -> tuple[str, str]:
        if one.picture and await self._storage.find(one.picture):
            return one.id, one.picture
        async with turns:
            match one:
                case Character():
                    made = await portrait(self._workshop, one)
                case Location():
                    made = await view_of(self._workshop, script, one)
                case Prop():
                    made = await study_of(self._workshop, one)
        key = f"portraits/{made.key}{made.path.suffix}"
        await self._storage.put(key, made.path)
        return one.id, key
