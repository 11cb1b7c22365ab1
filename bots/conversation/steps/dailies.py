"""Dailies while a film is rendered, and other takes of single shots: a new seed, a new version, a render of what is new alone."""

from __future__ import annotations

from typing import Any

from bots.conversation.steps.render import render_of
from bots.conversation.steps.script import script_of
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Press, Step, Turn
from core import projects
from core.errors import BadInput, EditRefused
from core.models import Post, Project
from core.projects import Stage
from core.rendering.dailies import DAILIES_POST
from core.writing.edits import ChooseTake, Redraw

RETAKES = "retakes"
"""A film's setting: ids of the shots that somebody wants taken again once the film is in."""
RETAKES_MAX = 25


async def _answered(turn: Turn, press: Press, **changes: Any) -> None:
    """The post goes on to what is not looked at yet."""
    post = await Post.filter(name=DAILIES_POST, about=f"render:{press.args['render']}", place_id=turn.place.id, thread=turn.at.thread).first()
    if post:
        kept = sorted({*post.args.get("kept", []), int(press.args["scene"])})
        post.args = {**post.args, "kept": kept, **changes}
        await post.save(update_fields=["args"])
        turn.tx.want("show", post.id, f"chat:{turn.at.platform}", after_s=turn.soon_s)
        turn.made.append(post)


async def keep(turn: Turn, press: Press) -> None:
    """The scene is good."""
    await _answered(turn, press)


async def later(turn: Turn, press: Press) -> None:
    """No dailies for now; the film comes all the same."""
    await _answered(turn, press, later=True)


async def note_retake(turn: Turn, press: Press) -> None:
    """A shot shall be taken again: noted, and offered with its price once the film is in."""
    render = await render_of(press)
    script = await turn.desk.studio.script(render.version_id)
    number = next((n for n, shot in enumerate(script.shots, 1) if shot.id == press.value), None)
    if number is None:
        raise EditRefused("there is no such shot", key="edit-refused-no-such-shot", asked="")
    noted = list(dict.fromkeys([*press.film.settings.get(RETAKES, []), press.value]))[:RETAKES_MAX]
    press.film.settings = {**press.film.settings, RETAKES: noted}
    await press.film.save(update_fields=["settings"])
    turn.tx.touch(f"render:{render.id}")
    await turn.say("retake-noted", shot=number)


async def retake(turn: Turn, press: Press) -> None:
    """Another take of one shot, chosen or named by its number."""
    script = await script_of(press.film)
    shot = press.value or press.args.get("shot", "")
    if "retake" in press.fields:
        typed = press.fields["retake"].strip().lstrip("#")
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
        if not 1 <= number <= len(script.shots):
            raise EditRefused("there is no such shot", key="edit-refused-no-such-shot", asked=typed[:20])
        shot = script.shots[number - 1].id
    await _again(turn, press.film, [shot])


async def ask_retake(turn: Turn, press: Press) -> Asked:
    """Which shot."""
    return Asked("retake", most=6, args={"shots": len((await script_of(press.film)).shots)})


async def retake_noted(turn: Turn, press: Press) -> None:
    """Another take of every shot that was noted in the dailies."""
    there = {shot.id for shot in (await script_of(press.film)).shots}
    shots = [shot for shot in press.film.settings.get(RETAKES, []) if shot in there]
    if not shots:
        raise BadInput("nothing is noted", key="error-no-retakes")
    await _again(turn, press.film, shots)


async def show_takes(turn: Turn, press: Press) -> None:
    """The takes of one shot, beside each other."""
    await turn.post("takes", press.film, shot=press.value, render=press.args["render"])


async def choose_take(turn: Turn, press: Press) -> None:
    """The film with another of the takes that a shot has had."""
    await _changed(turn, press.film, [ChooseTake(shot=press.args["shot"], take=press.args["take"])])


async def _again(turn: Turn, project: Project, shots: list[str]) -> None:
    """Another take of these shots."""
    await _changed(turn, project, [Redraw(shot=shot) for shot in shots])


async def _changed(turn: Turn, project: Project, changes: list[Redraw] | list[ChooseTake]) -> None:
    """A new version in which these shots have another seed, and its price: all else was rendered before."""
    if await projects.pending(project):
        await turn.say("still-writing")
        return
    version = await projects.edit(turn.tx, project, by=turn.person, changes=changes)
    turn.tx.want("board", version.id, "media")
    shots = {change.shot for change in changes}
    project = await projects.lock(turn.tx, project.id)
    project.settings = {**project.settings, RETAKES: [shot for shot in project.settings.get(RETAKES, []) if shot not in shots]}
    await projects.reach(turn.tx, project, Stage.QUOTE)
    await show(turn, project)


STEPS = {
    "dailies.keep": Step(keep, fresh=False),
    "dailies.later": Step(later, fresh=False),
    "dailies.retake": Step(note_retake, fresh=False),
    "film.retake": Step(retake),
    "film.retake_typed": Step(retake, form=ask_retake),
    "film.takes": Step(show_takes, to="see"),
    "takes.choose": Step(choose_take),
    "film.retake_noted": Step(retake_noted),
}
