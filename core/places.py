"""Where people talk: private chats, servers and groups, channels, a terminal. A channel's parent is its server."""

from __future__ import annotations

from core.jobs import Tx
from core.ledger import ledger
from core.models import Place
from core.references import repoint

SHARED = ("channel", "group", "server")
"""Kinds of places where more than one person reads."""


async def place_for(tx: Tx, platform: str, outside_id: str, *, kind: str = "private", name: str = "", parent_id: int | None = None) -> Place:
    """The place with this outside id, made at first contact. It is renamed, and put under another parent, as it is met so."""
    found = await Place.get_or_none(platform=platform, outside_id=outside_id)
    if found:
        changed = {"name": name[:120]} if name and found.name != name[:120] else {}
        if parent_id and found.parent_id != parent_id:
            changed["parent_id"] = parent_id  # type: ignore[assignment]
        if changed:
            await found.update_from_dict(changed).save(update_fields=list(changed))
        return found
    await tx.sql.execute_query_dict(
        """INSERT INTO place (platform, outside_id, kind, name, parent_id, settings) VALUES ($1, $2, $3, $4, $5, '{}')
           ON CONFLICT (platform, outside_id) DO NOTHING RETURNING id""",
        [platform, outside_id, kind, name[:120], parent_id],
    )
    return await Place.get(platform=platform, outside_id=outside_id)


async def server_for(tx: Tx, platform: str, server: str, *, name: str = "") -> Place:
    """The row of a server. Its id is told apart from those of channels: on Discord an old server shares its id with its first channel."""
    return await place_for(tx, platform, server_id(server), kind="server", name=name)


def server_id(server: str) -> str:
    """The outside id of a server's row."""
    return f"server:{server}"


async def place_by_id(tx: Tx, place_id: int) -> Place:
    """The place's row, locked until the transaction ends: for whoever changes its settings."""
    return await Place.filter(id=place_id).select_for_update(no_key=True).get()


async def community(place: Place) -> Place:
    """What a place belongs to: its server, or itself. The pool is the community's."""
    return await Place.get(id=place.parent_id) if place.parent_id else place


def is_shared(place: Place) -> bool:
    """Whether others read along there."""
    return place.kind in SHARED


def pool(place_id: int) -> str:
    """Code of a place's shared account in the ledger."""
    return ledger.place(place_id)


_ANEW = "UPDATE post SET ref = NULL, shown_hash = '' WHERE place_id = $1 AND about <> '' AND ref IS NOT NULL RETURNING id"


async def moved(tx: Tx, platform: str, old_id: str, new_id: str) -> Place | None:
    """A group has become another (Telegram: a supergroup): films, talks, rules, members and the pool go on there.

    Messages of the old group cannot be edited from the new one: what is still kept up to date is sent anew when it next changes.
    None when nothing was known of the old group. May be told any number of times.
    """
    rows = await tx.sql.execute_query_dict(
        "SELECT id, outside_id FROM place WHERE platform = $1 AND outside_id = ANY($2::text[]) ORDER BY id FOR UPDATE", [platform, [old_id, new_id]]
    )
    found = {row["outside_id"]: row["id"] for row in rows}
    if old_id == new_id or old_id not in found:
        return await Place.get_or_none(platform=platform, outside_id=new_id)
    old = await Place.get(id=found[old_id])
    if new_id not in found:
        await Place.filter(id=old.id).update(outside_id=new_id)
        await tx.sql.execute_query_dict(_ANEW, [old.id])
        return await Place.get(id=old.id)
    new = await Place.get(id=found[new_id])
    await tx.sql.execute_query_dict(_ANEW, [old.id])
    await repoint(tx, "place", old.id, new.id)
    await Place.filter(id=new.id).update(settings={**old.settings, **new.settings}, parent_id=new.parent_id or old.parent_id)
    await Place.filter(id=old.id).update(outside_id=f"{old_id}>{new_id}", settings={})
    await ledger.merge(tx.sql, f"moved:{old.id}", pool(old.id), pool(new.id), actor="system")
    return await Place.get(id=new.id)
