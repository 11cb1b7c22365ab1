"""What goes out of a finished film: its watch page, its editing kit."""

from __future__ import annotations

from bots.conversation.steps.film import current
from bots.conversation.turn import Offer, Press, Step, Turn
from core.errors import BadInput
from core.models import Cut, Render
from core.rendering.kit import ask_kit
from core.rendering.watch_links import take_back


async def finished(press: Press) -> Render:
    """The render that the press is about. Raises BadInput where it has no film to hand out."""
    render = await Render.get_or_none(id=press.args["render"], project_id=press.film.id)
    if render is None or not await Cut.filter(render_id=render.id, state="done").exists():
        raise BadInput("there is no film yet", key="error-no-film-yet")
    return render


async def share(turn: Turn, press: Press) -> None:
    """The film's page, for anybody who has its address."""
    render = await finished(press)
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
    render = await finished(press)
    kit = await ask_kit(turn.tx, render.id)
    await turn.post("kit", press.film, about=f"kit:{kit}", kit=kit)


STEPS = {
    "film.share": Step(share, to="see", fresh=False),
    "film.files": Step(files, to="see", fresh=False),
    "film.unshare": Step(unshare, to="spend", fresh=False),
}
