"""How a film's picture is finished, and what makes people curious about the film: its trailer, a short loop of it."""

from __future__ import annotations

from typing import Any

from bots.conversation.pages.finishing import WIDE
from bots.conversation.steps.outgoing import handed_out
from bots.conversation.turn import Offer, Press, Step, Turn
from bots.conversation.words import Words, fold
from core import projects
from core.errors import BadInput
from core.film.profiles import FINISHES
from core.models import Project
from core.rendering import begin as beginning
from core.rendering.cutter import Promo


def named(words: Words, said: str) -> str | None:
    """The finish that a sentence asks for and nothing else, by its name."""
    return next((name for name in FINISHES if fold(said) in words.heard(f"heard-finish-{name}")), None)


async def finish(turn: Turn, press: Press) -> None:
    """Grain and bars over the film's picture, or none; what was cut already is cut anew."""
    await set_finish(turn, press.film, press.value or str(press.args.get("value", "")))


async def set_finish(turn: Turn, project: Project, name: str) -> None:
    """Finish the film's picture so. Raises BadInput for bars where the picture is not wide."""
    if name not in FINISHES:
        raise BadInput(f"no finish {name!r}", key="error-unexpected")
    if FINISHES[name][1] and project.format != WIDE:
        raise BadInput("bars need a wide picture", key="error-finish-narrow", format=turn.words.text(f"format-{project.format}"))
    said: dict[str, Any] = {"finish": turn.words.text(f"finish-{name}")}
    if name == projects.finish_of(project):
        await turn.say("finish-already", project=project, choices=(_ONWARD,), **said)
        return
    await projects.set_finish(turn.tx, project, name)
    again = await beginning.recut(turn.tx, project)
    await turn.say("finish-set-again" if again else "finish-set", project=project, choices=(_ONWARD,), **said)


_ONWARD = Offer("choice-go-on-here", "film.here")


async def trailer(turn: Turn, press: Press) -> None:
    """The film's trailer, cut from its strongest shots."""
    await _promoted(turn, press, "trailer")


async def loop(turn: Turn, press: Press) -> None:
    """A few seconds of the film that play round and round."""
    await _promoted(turn, press, "loop")


async def _promoted(turn: Turn, press: Press, kind: Promo) -> None:
    render = await handed_out(press)
    cut = await beginning.promote(turn.tx, render.id, kind)
    await turn.post("promo", press.film, about=f"cut:{cut}", cut=cut, render=render.id)


STEPS = {
    "film.finish": Step(finish, fresh=False),
    "film.trailer": Step(trailer, to="see", fresh=False),
    "film.loop": Step(loop, to="see", fresh=False),
}
