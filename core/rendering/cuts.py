"""Asking for a cut: its row, and the wish that it be assembled. Called by `begin` and `advance`."""

from __future__ import annotations

from typing import Literal

from core.jobs import Tx
from core.models import Cut, Render

Kind = Literal["final", "rough", "trailer", "loop"]
MEDIA = "media"
"""The queue of the processes that draw, check and cut."""

_ASK = """INSERT INTO cut (project_id, render_id, version_id, kind, language, format, state, files, facts, created_at)
 VALUES ($1, $2, $3, $4, $5, $6, 'asked', '{}', '{}', now())
 ON CONFLICT (render_id, kind, language, format) DO UPDATE SET state = CASE WHEN cut.kind <> 'final' OR cut.state = 'failed' THEN 'asked' ELSE cut.state END
 RETURNING id, state"""


async def ask_cut(tx: Tx, render: Render, kind: Kind, language: str, format: str, *, waits: bool = False) -> int:
    """The cut of this kind, asked for. A finished film is kept; whatever else is cut anew (what did not change comes from the workshop). Returns its id.

    `waits`: its words are being translated; whoever does that asks for it again.
    """
    rows = await tx.sql.execute_query_dict(_ASK, [render.project_id, render.id, render.version_id, kind, language, format])
    if rows[0]["state"] == "asked" and waits:
        await Cut.filter(id=rows[0]["id"]).update(state="waiting")
        tx.touch(f"render:{render.id}")
    elif rows[0]["state"] == "asked":
        tx.want("assemble", rows[0]["id"], MEDIA)
        tx.touch(f"render:{render.id}")
    return int(rows[0]["id"])
