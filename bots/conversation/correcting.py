"""Words that somebody changed after they had said them: what was not acted on yet is taken as it reads now. Called by the engine.

An idea counts as long as its brief stands open, a sentence that waits as long as it waits. On everything else the film went on, and undoing it
would undo more than the words: who changes them soon, alone with us, is told so; later changes (a slip mended weeks after) are passed over.
"""

from __future__ import annotations

from bots.conversation import brief_talk
from bots.conversation.events import Corrected
from bots.conversation.steps import imports
from bots.conversation.steps.brief import set_brief
from bots.conversation.turn import Turn
from bots.conversation.words import clean
from core import projects
from core.models import Project
from core.projects import Stage


async def corrected(turn: Turn, event: Corrected) -> None:
    """Take the words of this message as they are now. Raises BadInput for an idea that is none."""
    text = clean(event.text)
    if await _waits(turn, event.message, text):
        return
    film = await _film(turn, event.message)
    if film and text and not imports.is_story(text) and await projects.stage(film) is Stage.BRIEF and not await projects.pending(film):
        idea, told = brief_talk.told_after(turn.words, text)
        if idea != film.idea or told:
            turn.message = event.message
            await set_brief(turn, film, idea=idea, **told)
    elif event.is_soon and turn.at.place_kind == "private":
        await turn.say("said-changed-late")


async def _film(turn: Turn, message: str) -> Project | None:
    """The film whose idea stands in that message, locked; its thread may be another than where the idea was said."""
    known = await Project.filter(owner_id=turn.person.id, home_place_id=turn.place.id, settings__contains={projects.TOLD: message}).order_by("-id").first()
    return await projects.open_locked(turn.tx, known.id, turn.person, to="change") if known else None


async def _waits(turn: Turn, message: str, text: str) -> bool:
    """Whether that message waits to be heard still; then with these words."""
    waiting = turn.dialogue.data.get("waiting", [])
    if not text or not any(one.get("message") == message for one in waiting):
        return False
    now = [{**one, "said": text} if one.get("message") == message else one for one in waiting]
    turn.dialogue.data = {**turn.dialogue.data, "waiting": now}
    await turn.dialogue.save(update_fields=["data"])
    return True
