"""What goes out of a finished film: its watch page, its editing kit, other formats and other languages of it."""

from __future__ import annotations

from typing import cast, get_args

from bots.conversation.pages.outgoing import SPOKEN
from bots.conversation.steps.film import current
from bots.conversation.turn import Offer, Press, Step, Turn
from core.errors import BadInput
from core.models import Cut, Render
from core.rendering.begin import another_version
from core.rendering.kit import ask_kit
from core.rendering.takedown import is_down
from core.rendering.watch_links import take_back
from core.writing.script import Format


async def finished(press: Press) -> Render:
    """The render that the press is about. Raises BadInput where it has no film to hand out."""
    render = await Render.get_or_none(id=press.args["render"], project_id=press.film.id)
    if render is None or not await Cut.filter(render_id=render.id, state="done").exists():
        raise BadInput("there is no film yet", key="error-no-film-yet")
    return render


async def handed_out(press: Press) -> Render:
    """The same, where something of it is handed out. Raises BadInput also while it is taken down."""
    render = await finished(press)
    if await is_down(render.project_id):
        raise BadInput("the film is taken down", key="error-taken-down")
    return render


async def share(turn: Turn, press: Press) -> None:
    """The film's page, for anybody who has its address."""
    render = await handed_out(press)
    await turn.post("share", press.film, about=f"share:{render.id}", render=render.id)


async def unshare(turn: Turn, press: Press) -> None:
    """The film's links open nothing any more."""
    render = await finished(press)
    await take_back(turn.tx, render.id)
    await turn.retire(f"share:{render.id}")
    film = await current(turn)
    await turn.say("share-taken-back", choices=(Offer("choice-go-on-here", "film.here"),) if film else (Offer("choice-my-films", "films.list"),))


async def files(turn: Turn, press: Press) -> None:
    """What an editor needs of the film, as one archive."""
    render = await handed_out(press)
    kit = await ask_kit(turn.tx, render.id)
    await turn.post("kit", press.film, about=f"kit:{kit}", kit=kit)


async def format_(turn: Turn, press: Press) -> None:
    """The same film in another shape."""
    wanted = press.value or str(press.args.get("value", ""))
    if wanted not in get_args(Format):
        raise BadInput(f"no format {wanted!r}", key="error-unexpected")
    await _another(turn, press, cast(Format, wanted), str(press.args["language"]))


async def language(turn: Turn, press: Press) -> None:
    """The same film in another language."""
    wanted = press.value or str(press.args.get("value", ""))
    if wanted not in SPOKEN:
        raise BadInput(f"no language {wanted!r}", key="error-unexpected")
    if not turn.desk.translates(wanted):
        raise BadInput("nobody here translates", key="error-no-translator", language=turn.words.language_name(wanted))
    await _another(turn, press, cast(Format, press.args["format"]), wanted)


async def _another(turn: Turn, press: Press, format: Format, language: str) -> None:
    render = await handed_out(press)
    cut = await another_version(turn.tx, render.id, format=format, language=language)
    await turn.post("cut", press.film, about=f"cut:{cut}", cut=cut, render=render.id)


async def no_language(turn: Turn, press: Press) -> None:
    """Why this film cannot be put into other languages here."""
    await turn.say("no-translator", choices=(Offer("choice-go-on-here", "film.here"),))


STEPS = {
    "film.share": Step(share, to="see", fresh=False),
    "film.files": Step(files, to="see", fresh=False),
    "film.format": Step(format_, to="change", fresh=False),
    "film.language": Step(language, to="change", fresh=False),
    "film.no_language": Step(no_language, to="see", fresh=False),
    "film.unshare": Step(unshare, to="spend", fresh=False),
}
