"""Beside the journey: films one has, a film's files, another version, deleting; settings, help, balance."""

from __future__ import annotations

from bots.conversation.steps.brief import begin_film
from bots.conversation.steps.imports import film_of
from bots.conversation.steps.script import undo as take_back
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Offer, Press, Step, Turn
from bots.conversation.words import shortened
from core import projects
from core.errors import BadInput
from core.materials import material_of
from core.models import Cut, Project, Render


async def here(turn: Turn, press: Press) -> None:
    """The film as it stands, or the welcome where there is none."""
    project = press.project or await current(turn)
    if project:
        await show(turn, project)
    else:
        await turn.post("welcome")


async def current(turn: Turn) -> Project | None:
    """The film this dialogue is about, if it is still there."""
    return await Project.get_or_none(id=turn.dialogue.project_id, deleted_at=None) if turn.dialogue.project_id else None


async def list_(turn: Turn, press: Press) -> None:
    """A person's films."""
    await turn.post("films")


async def open_(turn: Turn, press: Press) -> None:
    """Go on with another film."""
    chosen = press.value or str(press.args.get("film", ""))
    if not chosen.isascii() or not chosen.isdigit() or len(chosen) > 12:
        raise BadInput("no number of a film", key="error-no-such-film")
    project = await projects.open_locked(turn.tx, int(chosen), turn.person, to="see")
    await projects.settle(turn.tx, project, turn.place, turn.at.thread)
    await show(turn, project)


async def another(turn: Turn, press: Press) -> None:
    """The same idea, told anew: a new film beside this one."""
    if brought := await material_of(press.film):
        await film_of(turn, brought, parent=press.film)
        return
    brief = projects.brief_of(press.film)
    await begin_film(
        turn, brief.idea, length_s=brief.length_s, format=brief.format, language=brief.language, seed=brief.seed + 1, kind=brief.kind, parent=press.film
    )


async def delete(turn: Turn, press: Press) -> None:
    """Ask before a film disappears."""
    project = await projects.open_project(int(press.value or press.args["film"]), turn.person, to="spend")
    script = projects.script_of(await projects.head_of(project))
    title = script.title if script else shortened(project.idea, 60)
    offers = (Offer("choice-keep-film", "talk.never_mind"), Offer("choice-delete-sure", "films.delete_sure", {"film": project.id}))
    await turn.say("delete-ask", choices=offers, title=title)


async def delete_sure(turn: Turn, press: Press) -> None:
    """The film disappears."""
    project = await projects.open_project(int(press.args["film"]), turn.person, to="spend")
    await projects.delete(turn.tx, await projects.lock(turn.tx, project.id))
    if turn.dialogue.project_id == project.id:
        await turn.turn_to(None)
    await turn.say("deleted", choices=(Offer("choice-new-film", "film.new"),))


async def screenplay(turn: Turn, press: Press) -> None:
    """The script as a file."""
    script = projects.script_of(await projects.head_of(press.film))
    if script is None:
        raise BadInput("There is no script yet.", key="edit-refused-no-script")
    await turn.post("screenplay", version=press.film.head_id)


SUBTITLES = ("srt", "vtt", "ass")
"""Subtitles as files: SubRip for players and platforms, WebVTT for the web, ASS with its look for editors."""


async def subtitles(turn: Turn, press: Press) -> None:
    """The film's subtitles as a file; the other kinds are a press away."""
    kind = press.args.get("kind", SUBTITLES[0])
    if kind not in SUBTITLES:
        raise BadInput(f"no subtitles of the kind {kind!r}", key="error-no-file")
    await _file(turn, press, "subtitles", f"subtitles_{kind}")


async def sheet(turn: Turn, press: Press) -> None:
    """The storyboard on one sheet."""
    await _file(turn, press, "sheet", "contact_sheet")


async def _file(turn: Turn, press: Press, what: str, name: str) -> None:
    cut = await Cut.filter(render_id=press.args["render"], project_id=press.film.id, state="done").order_by("id").first()
    if cut is None or name not in cut.files:
        raise BadInput("there is no such file", key="error-no-file")
    script = projects.script_of(await projects.head_of(press.film))
    others = [kind for kind in SUBTITLES if what == "subtitles" and f"subtitles_{kind}" in cut.files and name != f"subtitles_{kind}"]
    title = script.title if script else shortened(press.film.idea, 60)
    key = cut.files[name]
    await turn.post("file", press.film, about=f"file:{key}", what=what, key=key, title=title, render=cut.render_id, others=others)


async def receipt(turn: Turn, press: Press) -> None:
    """What the film cost."""
    render = await Render.get_or_none(id=press.args["render"], project_id=press.film.id)
    if render is None:
        raise BadInput("no such render", key="error-button-gone")
    if render.by_id != turn.person.id:
        raise BadInput("somebody else paid", key="error-not-your-receipt")
    await turn.post("receipt", render=render.id)


async def help_(turn: Turn, press: Press) -> None:
    """What one can do here."""
    await turn.post("help", await current(turn))


async def take_along(turn: Turn, press: Press) -> None:
    """What can be taken along of the film."""
    await turn.post("files", press.film)


async def undo(turn: Turn, press: Press) -> None:
    """Take the last change back, wherever the film stands."""
    project = await current(turn)
    if project is None:
        raise BadInput("no film", key="error-no-film")
    await take_back(turn, Press(args={}, project=await projects.open_locked(turn.tx, project.id, turn.person, to="change")))


async def undo_here(turn: Turn, press: Press) -> None:
    """Take the last change of this film back."""
    await take_back(turn, press)


async def never_mind(turn: Turn, press: Press) -> None:
    """The open question is dropped; everything stays as it is."""
    await turn.close_question()
    project = press.project or await current(turn)
    await turn.say("never-mind", choices=(Offer("choice-go-on-here", "film.here"),) if project else (Offer("choice-surprise", "film.surprise"),))


STEPS = {
    "film.here": Step(here, to="see", fresh=False),
    "film.take_along": Step(take_along, to="see", fresh=False),
    "film.undo": Step(undo_here, fresh=False),
    "film.another": Step(another, to="see", fresh=False),
    "film.screenplay": Step(screenplay, to="see", fresh=False),
    "film.subtitles": Step(subtitles, to="see", fresh=False),
    "film.sheet": Step(sheet, to="see", fresh=False),
    "film.receipt": Step(receipt, to="see", fresh=False),
    "films.list": Step(list_, to="", fresh=False),
    "films.open": Step(open_, to="", fresh=False),
    "films.delete": Step(delete, to="", fresh=False),
    "films.delete_sure": Step(delete_sure, to="", fresh=False),
    "help.open": Step(help_, to="", fresh=False),
    "talk.never_mind": Step(never_mind, to="", fresh=False),
}
