"""A post with what showing it begins with, in one statement: its place, its person, and what that person is called there."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from tortoise import connections

from bots.conversation.chat import Target
from core.models import Person, Place, Post
from core.rows import columns, joined, made


@functools.cache
def _of() -> str:
    return f"""SELECT {columns(Post)}, {columns(Place)}, {columns(Person)}, known.outside_id AS who, known.name AS called
   FROM post JOIN place ON place.id = post.place_id LEFT JOIN person ON person.id = post.person_id
   LEFT JOIN LATERAL (SELECT outside_id, name FROM identity WHERE person_id = post.person_id AND platform = place.platform ORDER BY id LIMIT 1) AS known ON true
  WHERE post.id = """


@dataclass(frozen=True)
class Owed:
    """`who` and `called`: the person's id and name on the place's platform, empty where they have none."""

    post: Post
    place: Place
    person: Person | None
    who: str
    called: str

    @property
    def target(self) -> Target:
        """Where the post goes, in the platform's own ids."""
        place, language = self.place, self.person.language if self.person else "en"
        return Target(place.platform, place.outside_id, place.kind, self.post.thread, self.who, self.called, language)  # type: ignore[arg-type]


async def owed(post_id: int) -> Owed | None:
    """The post with this id."""
    return await owed_where("$1", [post_id])


async def owed_where(id: str, values: list[Any]) -> Owed | None:
    """The post whose id this expression of SQL gives."""
    rows = await connections.get("default").execute_query_dict(_of() + id, values)
    if not rows:
        return None
    return Owed(made(Post, rows[0]), made(Place, rows[0]), joined(Person, rows[0]), rows[0]["who"] or "", rows[0]["called"] or "")
