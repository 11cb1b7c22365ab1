"""Films, people and scenes by what somebody types: for commands that name a film wherever it lives, and for autocompletion."""

from __future__ import annotations

from typing import Literal

from tortoise import connections

from bots.conversation.words import Words, clean, fold, shortened
from core import projects
from core.errors import EditRefused, NotYours
from core.models import Person, Project
from core.people import identified
from core.writing.script import Character, Scene, Script

What = Literal["film", "cast", "scene"]
SUGGESTIONS_MAX = 25
LABEL_MAX = 100
FILMS_MAX = 300
"""So many films of a person, the newest, are looked through for a title."""

_FILMS = f"""SELECT project.id, coalesce(version.script ->> 'title', project.idea) AS title FROM project LEFT JOIN version ON version.id = project.head_id
 WHERE project.deleted_at IS NULL AND (project.owner_id = $1 OR EXISTS (SELECT FROM crew WHERE crew.project_id = project.id AND crew.person_id = $1))
 ORDER BY project.id DESC LIMIT {FILMS_MAX}"""


async def films_of(person_id: int) -> list[tuple[int, str]]:
    """(number, title) of the films a person has or works on, the newest first."""
    rows = await connections.get("default").execute_query_dict(_FILMS, [person_id])
    return [(row["id"], shortened(row["title"], 80)) for row in rows]


async def film_named(person: Person, typed: str, to: projects.To = "see") -> Project:
    """The film of this number or title. A title may be begun only; of several the newest is meant. Raises NotYours."""
    wanted = clean(typed).strip().lstrip("#")
    head = wanted.partition(" · ")[0].strip()
    if head.isascii() and head.isdigit() and len(head) <= 12:
        return await projects.open_project(int(head), person, to=to)
    word = fold(wanted)
    films = [(number, fold(title)) for number, title in await films_of(person.id)] if word else []
    for fits in (lambda title: title == word, lambda title: title.startswith(word), lambda title: word in title):
        for number, title in films:
            if fits(title):
                return await projects.open_project(number, person, to=to)
    raise NotYours("no film of that name", key="error-no-such-film")


async def number_of(person: Person, typed: str) -> int | None:
    """The number of the film of this number or title; None where this person has none."""
    try:
        project = await film_named(person, typed)
    except NotYours:
        return None
    return int(project.id)


def scene_named(script: Script, typed: str) -> Scene:
    """The scene of this id or number, or at this place. Raises EditRefused."""
    wanted, word = clean(typed).strip(), fold(clean(typed))
    head = wanted.lower().lstrip("#s").partition(" · ")[0].partition(",")[0].strip()
    for number, scene in enumerate(script.scenes, 1):
        if wanted == scene.id or head == str(number):
            return scene
    for scene in script.scenes:
        if word and word in fold(script.place_of(scene).name):
            return scene
    raise EditRefused("there is no such scene", key="edit-refused-no-such-scene", asked=shortened(wanted, 40))


def character_named(script: Script, typed: str) -> Character:
    """The character of this id or name; a name may be begun only. Raises EditRefused."""
    wanted, word = clean(typed).strip(), fold(clean(typed))
    for fits in (lambda one: one.id == wanted, lambda one: fold(one.name) == word, lambda one: bool(word) and word in fold(one.name)):
        for one in script.characters:
            if fits(one):
                return one
    raise EditRefused("there is nobody of that name", key="edit-refused-no-such-character", asked=shortened(wanted, 40))


async def suggest(platform: str, outside_id: str, project_id: int | None, words: Words, what: What, typed: str) -> list[tuple[str, str]]:
    """(what to show, what to send) for what was typed so far; writes nothing. People and scenes are those of the film that is open here."""
    person = await identified(platform, outside_id)
    if person is None:
        return []
    if what == "film":
        found = [(f"{number} · {title}", str(number)) for number, title in await films_of(person.id)]
    else:
        found = await _in_film(person, project_id, words, what)
    word = fold(typed)
    return [(shortened(label, LABEL_MAX), value) for label, value in found if word in fold(label)][:SUGGESTIONS_MAX]


async def _in_film(person: Person, project_id: int | None, words: Words, what: What) -> list[tuple[str, str]]:
    try:
        project = await projects.open_project(project_id or 0, person)
    except NotYours:
        return []
    script = projects.script_of(await projects.head_of(project))
    if script is None:
        return []
    if what == "cast":
        return [(one.name, one.id) for one in script.characters]
    return [(f"{n} · {script.place_of(scene).name}, {words.text(f'time-{scene.time_of_day}')}", scene.id) for n, scene in enumerate(script.scenes, 1)]
