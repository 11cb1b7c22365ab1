"""The `voices` job: how everybody who speaks in a film sounds, one line each, stored to be listened to on the cast page.

`Version.voices` tells what came of it: {"samples": {speaker id: {"key", "seconds"}}}, or {"error": {"key"}} when nothing could be said.
"""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from core import jobs, projects
from core.errors import Expected
from core.film.voices import Speaker, sample
from core.models import Version
from core.storage import Storage
from core.workshop import Workshop
from core.writing.script import Script

log = logging.getLogger(__name__)

SAMPLES_MAX = 10
"""So many voices stand together in one message of every chat."""
TRIES_MAX = 3


def speakers(script: Script) -> list[str]:
    """Who speaks in the film, those with most lines first, `SAMPLES_MAX` at most."""
    said = Counter(line.speaker for shot in script.shots for line in shot.lines)
    return [id for id, _ in said.most_common(SAMPLES_MAX)]


class VoiceRoom:
    """The handler of `voices:<version>`, with who speaks and where samples are made and kept."""

    def __init__(self, workshop: Workshop, storage: Storage, speaker: Speaker | None) -> None:
        self._workshop, self._storage, self._speaker = workshop, storage, speaker

    async def __call__(self, job: jobs.Job) -> None:
        """Say a line of everybody who speaks in the version with this id."""
        version = await Version.get_or_none(id=int(job.subject))
        script = projects.script_of(version)
        if version is None or script is None or version.voices.get("samples"):
            async with jobs.transaction() as tx:
                tx.finish(job)
            return
        try:
            heard = await self._said(script)
        except Exception as error:
            if job.failures + 1 < TRIES_MAX:
                raise
            log.exception("the voices of version %d cannot be heard", version.id)
            heard = {"error": {"key": error.key if isinstance(error, Expected) else "error-voices"}}
        async with jobs.transaction() as tx:
            await Version.filter(id=version.id).update(voices=heard)
            tx.touch(f"voices:{version.id}")
            tx.finish(job)

    async def _said(self, script: Script) -> dict[str, Any]:
        if self._speaker is None or not self._speaker.speaks(script.language):
            return {"error": {"key": "error-voices"}}
        samples: dict[str, dict[str, Any]] = {}
        for id in speakers(script):
            made = await sample(self._workshop, self._speaker, script, id)
            key = f"voices/{made.key}{made.path.suffix}"
            await self._storage.put(key, made.path)
            samples[id] = {"key": key, "seconds": float(made.facts["seconds"])}
        return {"samples": samples}
