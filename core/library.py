"""The library: people, places and things of a person's films, remembered when a film goes into rendering, ready for the next.

One entry per name and owner; the newest film with something of that name wins. Only the owner sees, lends and forgets it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from core import uploads
from core.errors import NotYours
from core.jobs import Tx
from core.models import Asset, CastMember, Person, Project
from core.writing.script import Character, Location, Prop, Script

KNOWN_MAX = 25
"""So many are offered, those seen last first."""
_UPRIGHT = frozenset({"human", "robot", "ghost", "creature"})


async def remember(tx: Tx, project: Project, script: Script, portraits: Mapping[str, str]) -> None:
    """Who and what is in this film is known to its owner from now on. `portraits`: {id: storage key}. Repeating it changes nothing.

    Places are all remembered, of the things those of which more is known than their noun.
    """
    for one in sorted(script.characters, key=lambda character: character.name.casefold()):
        await tx.sql.execute_query_dict(
            """INSERT INTO cast_member (owner_id, known_as, name, character, portrait, project_id, seen_at) VALUES ($1, $2, $3, $4::jsonb, $5, $6, now())
               ON CONFLICT (owner_id, known_as) DO UPDATE SET name = excluded.name, character = excluded.character,
                 portrait = excluded.portrait, project_id = excluded.project_id, seen_at = excluded.seen_at RETURNING id""",
            [project.owner_id, one.name.casefold(), one.name, one.model_dump_json(), portraits.get(one.id, ""), project.id],
        )

    named: list[tuple[str, Location | Prop]] = [*(("place", each) for each in script.locations), *(("prop", each) for each in script.props)]
    for kind, asset in sorted(named, key=lambda pair: (pair[0], pair[1].name.casefold())):
        await tx.sql.execute_query_dict(
            """INSERT INTO asset (owner_id, kind, known_as, name, looks, picture, project_id, seen_at) VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, now())
               ON CONFLICT (owner_id, kind, known_as) DO UPDATE SET name = excluded.name, looks = excluded.looks,
                 picture = excluded.picture, project_id = excluded.project_id, seen_at = excluded.seen_at RETURNING id""",
            [project.owner_id, kind, asset.name.casefold(), asset.name, asset.model_dump_json(), portraits.get(asset.id, ""), project.id],
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


async def assets(owner_id: int, kind: Literal["place", "prop"]) -> list[Asset]:
    """Which places or things this person knows, those seen last first."""
    return await Asset.filter(owner_id=owner_id, kind=kind).order_by("-seen_at", "-id").limit(KNOWN_MAX)


async def asset(owner_id: int, id: int) -> Asset:
    """One of them. Raises NotYours for somebody else's, and for one that is gone."""
    found = await Asset.get_or_none(id=id, owner_id=owner_id)
    if found is None:
        raise NotYours("nothing of that number is known to this person", key="error-nobody-known")
    return found


def place_of(asset: Asset) -> Location:
    """The place as it was in its last film."""
    return Location.model_validate(asset.looks)


def prop_of(asset: Asset) -> Prop:
    """The thing as it was in its last film."""
    return Prop.model_validate(asset.looks)


async def _row(owner: Person, token: str) -> CastMember | Asset:
    """The entry that a token of `token_of` means. Raises NotYours."""
    kind, number = token[:1], token[1:]
    if not number.isascii() or not number.isdigit() or len(number) > 12 or kind not in "mx":
        raise NotYours("no entry of a library", key="error-nobody-known")
    return await member(owner.id, int(number)) if kind == "m" else await asset(owner.id, int(number))


def token_of(row: CastMember | Asset) -> str:
    """Names an entry of the library in a menu."""
    return f"{'m' if isinstance(row, CastMember) else 'x'}{row.id}"


async def name_of(owner: Person, token: str) -> str:
    """What an entry is called. Raises NotYours."""
    return (await _row(owner, token)).name


async def set_picture(owner: Person, token: str, key: str) -> str:
    """Have an entry look like the picture under this key, in films from now on. Returns its name. Raises NotYours."""
    row = await _row(owner, token)
    if isinstance(row, CastMember):
        row.character, row.portrait = {**row.character, "picture": key}, key
        await row.save(update_fields=["character", "portrait"])
    else:
        row.looks, row.picture = {**row.looks, "picture": key}, key
        await row.save(update_fields=["looks", "picture"])
    return row.name


async def erase_picture(tx: Tx, owner: Person, key: str) -> None:
    """A picture that this person sent disappears: from their films' scripts, from their library, and from storage. What was rendered stays as it is."""
    for statement in _ERASE:
        await tx.sql.execute_query_dict(statement, [key, owner.id])
    await uploads.erase(tx, owner, key)


_ERASE = (
    """UPDATE version SET script = replace(script::text, to_json($1::text)::text, '""')::jsonb, portraits = '{}'
        WHERE project_id IN (SELECT id FROM project WHERE owner_id = $2) AND (script::text || portraits::text) LIKE '%' || $1 || '%' RETURNING id""",
    """UPDATE cast_member SET character = replace(character::text, to_json($1::text)::text, '""')::jsonb,
         portrait = CASE portrait WHEN $1 THEN '' ELSE portrait END
        WHERE owner_id = $2 AND (character::text LIKE '%' || $1 || '%' OR portrait = $1) RETURNING id""",
    """UPDATE asset SET looks = replace(looks::text, to_json($1::text)::text, '""')::jsonb,
         picture = CASE picture WHEN $1 THEN '' ELSE picture END
        WHERE owner_id = $2 AND (looks::text LIKE '%' || $1 || '%' OR picture = $1) RETURNING id""",
)


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
