"""Who acts, where, and in which dialogue: the first thing of every turn. Called by the engine.

Those who were met before, under the names they still have, are read in one statement; everybody else is made, renamed or followed to the
account theirs became, step by step.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from bots.conversation.events import Address
from bots.conversation.words import best, clean
from core.errors import NotYours
from core.jobs import Tx
from core.models import Dialogue, Person, Place
from core.people import NAME_MAX, person_for
from core.places import place_for, server_for, server_id
from core.rows import columns, made


@functools.cache
def _known() -> str:
    return f"""WITH who AS (
   SELECT person.*, identity.name AS called FROM identity JOIN person ON person.id = identity.person_id
    WHERE identity.platform = $1 AND identity.outside_id = $2 FOR KEY SHARE OF person)
 SELECT {columns(Person, "who")}, who.called, {columns(Place)}, server.outside_id AS server_id, server.name AS server_name, {columns(Dialogue)}
   FROM who JOIN place ON place.platform = $1 AND place.outside_id = $3 LEFT JOIN place AS server ON server.id = place.parent_id
   JOIN dialogue ON dialogue.place_id = place.id AND dialogue.thread = $4 AND dialogue.person_id IS NOT DISTINCT FROM CASE WHEN $5 THEN NULL ELSE who.id END
    FOR UPDATE OF dialogue"""


@dataclass(frozen=True)
class Met:
    """The person stays who they are until the transaction ends, and the dialogue's row is locked."""

    person: Person
    place: Place
    dialogue: Dialogue


async def meet(tx: Tx, at: Address) -> Met:
    """Who acts where. Raises NotYours for somebody who is blocked."""
    rows = await tx.sql.execute_query_dict(_known(), [at.platform, at.person, at.place, at.thread, at.place_kind == "thread"])
    if rows and (met := _as_before(at, rows[0])):
        if met.person.blocked_at:
            raise NotYours("blocked", key="error-blocked")
        return met
    person, place = await who_and_where(tx, at)
    return Met(person, place, await dialogue_of(tx, place, at.thread, None if at.place_kind == "thread" else person))


def _as_before(at: Address, row: dict[str, object]) -> Met | None:
    """Everything as it was met last; None where something is new or goes by another name."""
    person, place, dialogue = made(Person, row, "who"), made(Place, row), made(Dialogue, row)
    names = ((at.person_name, row["called"]), (at.place_name, place.name), (at.server_name, row["server_name"]))
    renamed = any(clean(now) and clean(now)[:NAME_MAX] != was for now, was in names)
    if renamed or person.merged_into_id or (at.server and row["server_id"] != server_id(at.server)):
        return None
    return Met(person, place, dialogue)


async def who_and_where(tx: Tx, at: Address) -> tuple[Person, Place]:
    """The person and the place, made at first contact. A thread is no place of its own: it stands in a channel or a group."""
    person = await person_for(tx, at.platform, at.person, name=clean(at.person_name), language=best(at.language))
    server = await server_for(tx, at.platform, at.server, name=clean(at.server_name)) if at.server else None
    kind = at.place_kind if at.place_kind != "thread" else "channel" if server else "group"
    place = await place_for(tx, at.platform, at.place, kind=kind, name=clean(at.place_name), parent_id=server.id if server else None)
    return person, place


async def dialogue_of(tx: Tx, place: Place, thread: str, person: Person | None) -> Dialogue:
    """The dialogue of this place, thread and person, made at first contact, its row locked."""
    who = person.id if person else None
    locked = (
        Dialogue.filter(place_id=place.id, thread=thread, person_id=who) if who else Dialogue.filter(place_id=place.id, thread=thread, person_id__isnull=True)
    )
    if known := await locked.select_for_update().first():
        return known
    await tx.sql.execute_query_dict(
        "INSERT INTO dialogue (place_id, thread, person_id, asking, data) VALUES ($1, $2, $3, '', '{}') ON CONFLICT DO NOTHING RETURNING id",
        [place.id, thread, who],
    )
    return await locked.select_for_update().get()
