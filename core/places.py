"""Where people talk: private chats, servers and groups, channels, a terminal."""

from __future__ import annotations

from core.jobs import Tx
from core.models import Place


async def place_for(tx: Tx, platform: str, outside_id: str, *, kind: str = "private", name: str = "", parent_id: int | None = None) -> Place:
    """The place with this outside id, made at first contact."""
    found = await Place.get_or_none(platform=platform, outside_id=outside_id)
    if found:
        return found
    await tx.sql.execute_query_dict(
        """INSERT INTO place (platform, outside_id, kind, name, parent_id, settings) VALUES ($1, $2, $3, $4, $5, '{}')
           ON CONFLICT (platform, outside_id) DO NOTHING RETURNING id""",
        [platform, outside_id, kind, name[:120], parent_id],
    )
    return await Place.get(platform=platform, outside_id=outside_id)


def pool(place_id: int) -> str:
    """Code of a place's shared account in the ledger."""
    return f"place:{place_id}"
