"""Persons and who they are on each platform. A person is one, however many chats they come by."""

from __future__ import annotations

from core.errors import NotYours
from core.jobs import Tx
from core.models import Identity, Person

NAME_MAX = 120
"""Characters of a name, and of a place's."""


async def person_for(tx: Tx, platform: str, outside_id: str, *, name: str = "", language: str = "en") -> Person:
    """The person behind this identity, made at first contact. Raises NotYours for somebody who is blocked."""
    rows = await tx.sql.execute_query_dict("SELECT person_id, name FROM identity WHERE platform = $1 AND outside_id = $2", [platform, outside_id])
    if not rows:
        person = await Person.create(language=language)
        made = await tx.sql.execute_query_dict(
            "INSERT INTO identity (platform, outside_id, person_id, name) VALUES ($1, $2, $3, $4) ON CONFLICT (platform, outside_id) DO NOTHING RETURNING id",
            [platform, outside_id, person.id, name[:NAME_MAX]],
        )
        if made:
            return person
        await person.delete()  # somebody else met them first, a moment ago
        return await person_for(tx, platform, outside_id, name=name, language=language)
    if name and rows[0]["name"] != name[:NAME_MAX]:
        await Identity.filter(platform=platform, outside_id=outside_id).update(name=name[:NAME_MAX])
    person = await _who_they_are_now(tx, rows[0]["person_id"])
    if person.blocked_at:
        raise NotYours("blocked", key="error-blocked")
    return person


async def _who_they_are_now(tx: Tx, person_id: int) -> Person:
    """The person, kept from being merged into another until the transaction ends."""
    while True:
        await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = $1 FOR KEY SHARE", [person_id])
        person = await Person.get(id=person_id)
        if not person.merged_into_id:
            return person
        person_id = person.merged_into_id


async def identified(platform: str, outside_id: str) -> Person | None:
    """The person behind this identity, if they were met; nothing is written. None for somebody who is blocked."""
    known = await Identity.get_or_none(platform=platform, outside_id=outside_id)
    person = await Person.get(id=known.person_id) if known else None
    while person and person.merged_into_id:
        person = await Person.get(id=person.merged_into_id)
    return person if person and not person.blocked_at else None


async def name_of(person_id: int) -> str:
    """What to call somebody: the name of one of their identities; empty when none tells one."""
    named = await Identity.filter(person_id=person_id).exclude(name="").order_by("id").first()
    return named.name if named else ""


def wallet(person_id: int) -> str:
    """Code of a person's account in the ledger."""
    return f"person:{person_id}"
