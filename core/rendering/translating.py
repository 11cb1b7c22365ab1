"""The `translate` job: a version's script in another language, for the cuts that wait for it. Asked for by `begin`, done by the writer.

A translation is written once per version and language, however many formats want it. Killed anywhere it is asked for again.
"""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

from core.errors import Expected, Unavailable
from core.jobs import Job, Tx, transaction
from core.models import Cut, Translation, Version
from core.rendering.assemble import told
from core.rendering.cuts import MEDIA
from core.writing.script import Script
from core.writing.writer import Writer

log = logging.getLogger(__name__)
TRIES_MAX, WAITS_MAX = 3, 8

_ASK = """INSERT INTO translation (version_id, language, state, usage, created_at) VALUES ($1, $2, 'asked', '{}', now())
 ON CONFLICT (version_id, language) DO UPDATE SET state = CASE WHEN translation.state = 'failed' THEN 'asked' ELSE translation.state END RETURNING id, state"""


async def ask_translation(tx: Tx, version_id: int, language: str) -> bool:
    """Ask for the version in this language. Says whether it is there already; else its cuts must wait."""
    (row,) = await tx.sql.execute_query_dict(_ASK, [version_id, language])
    if row["state"] != "done":
        tx.want("translate", row["id"])
    return bool(row["state"] == "done")


class TranslateRoom:
    """The handler, with who translates."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def __call__(self, job: Job) -> None:
        """Write the translation whose id is the job's subject, then let its cuts be made."""
        row = await Translation.get(id=int(job.subject))
        values: dict[str, Any] = {}
        if row.state == "asked":
            try:
                version = await Version.get(id=row.version_id)
                written = await self._writer.translate(Script.model_validate(version.script), row.language)
                values = {"state": "done", "script": written.script.model_dump(mode="json"), "usage": asdict(written.usage), "error": None}
            except Exception as error:
                patience = WAITS_MAX if isinstance(error, Unavailable) else 1 if isinstance(error, Expected) else TRIES_MAX
                if job.failures + 1 < patience:
                    raise
                log.exception("version %d cannot be put into %s", row.version_id, row.language)
                values = {"state": "failed", "error": told(error)}
        async with transaction() as tx:
            if values:
                await Translation.filter(id=row.id).update(**values)
            await self._let_go(tx, row, values.get("state", row.state), values.get("error"))
            tx.finish(job)

    async def _let_go(self, tx: Tx, row: Translation, state: str, error: dict[str, Any] | None) -> None:
        """Cuts that waited are asked for, or fail as the translation did."""
        for cut in await Cut.filter(version_id=row.version_id, language=row.language, state="waiting").select_for_update():
            cut.state, cut.facts = ("asked", {}) if state == "done" else ("failed", {"error": error})
            await cut.save(update_fields=["state", "facts"])
            tx.touch(f"cut:{cut.id}")
            if state == "done":
                tx.want("assemble", cut.id, MEDIA)
