"""A story that somebody brings: read, told what it is, and made a film of. Files, dropped or sent, and long texts that are pasted."""

from __future__ import annotations

import random
import re

from bots.conversation.events import Uploaded
from bots.conversation.steps.brief import begin_film
from bots.conversation.turn import Press, Step, Turn
from bots.conversation.words import shortened
from core import materials, projects
from core.errors import BadInput
from core.models import Material, Project
from core.studio_rules import check_beginning, rules_of
from core.writing.importing import reading, screenplay

PASTED_WORDS_MIN = 100
"""A text of several paragraphs and so many words is a story and no wish."""


def is_story(text: str) -> bool:
    """Whether what was typed is a story that was pasted: a screenplay, or more than anybody says in one breath."""
    if len(text) > projects.IDEA_MAX or screenplay.looks_like_one(text):
        return True
    paragraphs = [line for line in text.split("\n") if line.strip()]
    return len(paragraphs) >= 4 and reading.words_in(text) >= PASTED_WORDS_MIN


async def offer_file(turn: Turn, event: Uploaded) -> None:
    """A file that may be a story was sent: it is read, and the message becomes the question what to do with it."""
    await _offer(turn, await materials.bring(turn.tx, turn.person, name=event.name, key=event.key, size=event.size))


async def offer_text(turn: Turn, text: str) -> None:
    """A long text was pasted."""
    await _offer(turn, await materials.bring(turn.tx, turn.person, name="", text=text))


async def _offer(turn: Turn, material: Material) -> None:
    await turn.post("material", about=f"material:{material.id}", material=material.id)


async def begin(turn: Turn, press: Press) -> None:
    """A film of this story, as long as the story is."""
    await film_of(turn, await materials.open_material(int(press.args["material"]), turn.person))


async def film_of(turn: Turn, material: Material, parent: Project | None = None) -> Project:
    """A new film whose script will be this story, adapted."""
    assert material.facts
    facts = material.facts
    rules = rules_of(turn.place)
    check_beginning(rules, turn.person, roles=turn.at.roles, admin=turn.at.admin)
    length_s = min(facts["natural_s"], rules.film_s_max) if rules.open else facts["natural_s"]
    idea = facts["title"] or shortened(facts["beginning"], 200)
    if not re.search(r"[^\W\d_]", idea):
        idea = facts["beginning"]
    brief = projects.brief_from(
        idea=idea, length_s=length_s, language=facts["language"], seed=parent.seed + 1 if parent else random.SystemRandom().randrange(1 << 30)
    )
    most = turn.desk.settings.films_per_day_max
    project = await projects.start(turn.tx, owner=turn.person, place=turn.place, thread=turn.at.thread, brief=brief, films_per_day_max=most)
    project.settings = {**project.settings, "material": material.id}
    project.parent_id = parent.id if parent else None
    await project.save(update_fields=["settings", "parent_id"])
    await turn.turn_to(project)
    await turn.post("brief", project)
    return project


async def as_idea(turn: Turn, press: Press) -> None:
    """Not the story itself, a film from the idea of it."""
    material = await materials.open_material(int(press.args["material"]), turn.person)
    text = " ".join((material.text or "").split())
    if len(text) > projects.IDEA_MAX:
        raise BadInput("too long for an idea", key="error-idea-long", most=projects.IDEA_MAX)
    await begin_film(turn, text)


STEPS = {
    "import.begin": Step(begin, to="", fresh=False),
    "import.idea": Step(as_idea, to="", fresh=False),
}
