"""Watch links: addresses at which anybody can watch one film without an account, until they run out or are taken back.

    <public url>/w/<token>

The token is made of a row's salt and our secret; the row keeps only its hash. So neither the database nor the secret alone opens a film,
and the same link can be shown again. Called by the conversation (which hands links out and takes them back) and by `bots/web`.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import Literal

from core.jobs import Tx, transaction
from core.links import Links
from core.models import Project, Render, Takedown, WatchLink

GOOD_FOR = timedelta(days=30)
RENEWED_WITHIN = timedelta(days=23)
"""A link with less than this left is good for the whole time again when it is handed out once more."""


def _token(links: Links, salt: str) -> str:
    return links.secret_name("watch", salt)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def watch_address(links: Links, render_id: int, by_id: int | None) -> str:
    """The address of this render's page: the link that is open, renewed, or a new one."""
    now = datetime.now(UTC)
    async with transaction() as tx:
        await tx.sql.execute_query_dict("SELECT id FROM render WHERE id = $1 FOR UPDATE", [render_id])
        known = await WatchLink.filter(render_id=render_id, revoked_at=None).order_by("-id").first()
        if known and _hash(_token(links, known.salt)) != known.token_hash:  # made with another secret: it opens for whoever has it, we cannot say it again
            known = None
        if known is None:
            salt = secrets.token_hex(16)
            known = await WatchLink.create(render_id=render_id, by_id=by_id, salt=salt, token_hash=_hash(_token(links, salt)), expires_at=now + GOOD_FOR)
        elif known.expires_at - now < RENEWED_WITHIN:
            known.expires_at = now + GOOD_FOR
            await known.save(update_fields=["expires_at"])
    return links.page(f"w/{_token(links, known.salt)}")


async def opened(token: str) -> WatchLink | Literal["unknown", "over", "down"]:
    """The link of this token; "over" when it has run out, was taken back, or its film was deleted; "down" while its film is taken down."""
    link = await WatchLink.get_or_none(token_hash=_hash(token))
    if link is None:
        return "unknown"
    if link.revoked_at or link.expires_at < datetime.now(UTC):
        return "over"
    render = await Render.get(id=link.render_id)
    gone = await Project.filter(id=render.project_id).exclude(deleted_at=None).exists()
    if not gone and await Takedown.filter(project_id=render.project_id, restored_at=None).exists():
        return "down"
    return "over" if gone else link


async def take_back(tx: Tx, render_id: int) -> int:
    """No link of this render opens anything from now on; the next one handed out is another. Returns how many were open."""
    now = datetime.now(UTC)
    rows = await tx.sql.execute_query_dict(
        "UPDATE watch_link SET revoked_at = $2 WHERE render_id = $1 AND revoked_at IS NULL AND expires_at > $2 RETURNING id", [render_id, now]
    )
    return len(rows)
