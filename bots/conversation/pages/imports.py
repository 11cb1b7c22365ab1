"""The view of a story that somebody brought: being read, refused with the reason, or told what it is and offered as a film."""

from __future__ import annotations

from typing import Any

from bots.conversation.page import Page
from bots.conversation.pages.sentences import error_block
from bots.conversation.views import Block, View
from bots.conversation.words import Words, literal, shortened
from core import projects
from core.models import Material, Version

NAMES_SHOWN = 5


async def material(page: Page) -> View:
    """What was brought, and the question whether it shall be a film."""
    w = page.words
    found = await Material.get_or_none(id=page.post.args["material"])
    if found is None:
        return page.view(w.block("import-gone"), mood="trouble")
    name = shortened(found.name, 60)
    if found.error:
        said = error_block(w, found.error)
        return page.view(said, choices=(page.primary("choice-tell-idea", "film.new"), page.choice("choice-never-mind", "talk.never_mind")), mood="trouble")
    if not found.facts:
        return page.view(w.block("import-reading", name=name, named="yes" if name else "no"), mood="working")
    facts = found.facts
    headline = Block(spans=(literal(facts["title"] or shortened(facts["beginning"], 60)),), kind="title")
    long = facts["natural_s"]
    short_enough = len(found.text or "") <= projects.IDEA_MAX and facts["kind"] == "prose"
    return page.view(
        headline,
        what_it_is(w, facts),
        *((_who(w, facts),) if facts["people"] else ()),
        w.block("import-ask", length=w.length(long)),
        w.note("import-hint"),
        choices=(
            page.primary("choice-import", "import.begin", material=found.id),
            page.choice("choice-import-idea", "import.idea", material=found.id) if short_enough else None,
            page.choice("choice-never-mind", "talk.never_mind"),
        ),
    )


def what_it_is(w: Words, facts: dict[str, Any]) -> Block:
    """A screenplay or a story, with its figures."""
    counted = {name: facts[name] for name in ("scenes", "lines", "words")}
    return w.block("import-screenplay" if facts["kind"] != "prose" else "import-prose", **counted)


def _who(w: Words, facts: dict[str, Any]) -> Block:
    shown = facts["people"][:NAMES_SHOWN]
    more = len(facts["people"]) - len(shown) + facts["others"]
    return w.block("import-people", names=", ".join(shown), more=more)


def note_of(page: Page, version: Version) -> Block | None:
    """What an adaptation tells about itself: what was kept, what was left out."""
    if version.ask.get("task") != "adapt" or not version.changes:
        return None
    note = version.changes[0]
    return page.words.note(f"{note['key']}", **note["args"])
