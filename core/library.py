"""The cast library: people of a person's films, remembered when a film goes into rendering, ready to play a part in the next.

One entry per name and owner; the newest film with somebody of that name wins. Only the owner sees, lends and forgets them.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import NotYours
from core.jobs import Tx
from core.models import CastMember, Project
from core.writing.script import Character, Script

KNOWN_MAX = 25
"""So many are offered, those seen last first."""
_UPRIGHT = frozenset({"human", "robot", "ghost", "creature"})


async def remember(tx: Tx, project: Project, script: Script, portraits: Mapping[str, str]) -> None:
    """Everybody in this film is known to its owner from now on. `portraits`: {character id: storage key}. Repeating it changes nothing."""
    for one in sorted(script.characters, key=lambda character: character.name.casefold()):
        await tx.sql.execute_query_dict(
            """INSERT INTO cast_member (owner_id, known_as, name, character, portrait, project_id, seen_at) VALUES ($1, $2, $3, $4::jsonb, $5, $6, now())
               ON CONFLICT (owner_id, known_as) DO UPDATE SET name = excluded.name, character = excluded.character,
                 portrait = excluded.portrait, project_id = excluded.project_id, seen_at = excluded.seen_at RETURNING id""",
            [project.owner_id, one.name.casefold(), one.name, one.model_dump_json(), portraits.get(one.id, ""), project.id],
        )


async def known(owner_id: int) -> list[CastMember]:
    """Whom this person knows, those seen last first."""
    return await CastMember.filter(owner_id=owner_id).order_by("-seen_at", "-id").limit(KNOWN_MAX)


async def member(owner_id: int, id: int) -> CastMember:
    """One of them. Raises NotYours for somebody else's, and for one that is gone."""
    found = await CastMember.get_or_none(id=id, owner_id=owner_id)
    if found is None:
        raise NotYours("nobody of that number is known to this person", key="error-nobody-known")
    return found


def character_of(member: CastMember) -> Character:
    """The character as it was in its last film."""
    return Character.model_validate(member.character)


def parts_for(player: Character, script: Script) -> list[Character]:
    """The parts of a script that somebody can play without its words becoming wrong: same gender, and as much of an animal.

    None if the film has somebody of that name who is another; then only that part is theirs.
    """
    fits = [part for part in script.characters if part.gender == player.gender and _kind(part) == _kind(player)]
    same = [part for part in script.characters if part.name.casefold() == player.name.casefold()]
    return [part for part in fits if part in same] if same else fits


def _kind(character: Character) -> str:
    return "upright" if character.species in _UPRIGHT else character.species
