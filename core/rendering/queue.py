"""What is being rendered in a place, and for a person: read by the queue board and by whoever asks. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from tortoise import connections

from core.people import name_of
from core.rendering.status import Status, status

SHOWN_MAX = 10
"""So many entries of a queue are looked at closely."""


@dataclass(frozen=True)
class Waiting:
    """A render that goes on, and whose it is."""

    status: Status
    maker: str


@dataclass(frozen=True)
class Line:
    """The oldest renders of a queue, at most SHOWN_MAX, and how many there are."""

    shown: tuple[Waiting, ...]
    total: int


def about(place_id: int) -> str:
    """The subject under which a place's queue board is kept up to date."""
    return f"studio:{place_id}"


_OF_PLACE = """SELECT render.id, render.by_id FROM render JOIN project ON project.id = render.project_id
 WHERE render.ended_at IS NULL AND render.tier <> 'preview' AND project.home_place_id = $1 ORDER BY render.id"""
_OF_PERSON = "SELECT id, by_id FROM render WHERE ended_at IS NULL AND tier <> 'preview' AND by_id = $1 ORDER BY id"


async def of_place(place_id: int) -> Line:
    """The renders of films that live in this place."""
    return await _line(_OF_PLACE, place_id)


async def of_person(person_id: int) -> Line:
    """The renders this person agreed to, wherever they live."""
    return await _line(_OF_PERSON, person_id)


async def _line(query: str, id: int) -> Line:
    rows = await connections.get("default").execute_query_dict(query, [id])
    return Line(tuple([Waiting(await status(row["id"]), await name_of(row["by_id"])) for row in rows[:SHOWN_MAX]]), len(rows))
