"""Co-authors: who works on a film, inviting by code or by name, accepting by one's own press, leaving, and who changed what."""

from __future__ import annotations

from bots.conversation.elsewhere import Spot, own_chat
from bots.conversation.steps.account import enter as enter_link
from bots.conversation.steps.cast import number_of
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Offer, Press, Step, Turn
from bots.conversation.words import clean
from core import crew, projects
from core.errors import BadInput, NotYours
from core.models import Invite, Post
from core.people import person_for
from core.places import is_shared


async def open_crew(turn: Turn, press: Press) -> None:
    """Who works on the film."""
    await turn.post("crew", press.film, about=f"crew:{press.film.id}")


async def invite(turn: Turn, press: Press) -> None:
    """Invite somebody: the one who was named, there and then, or whoever gets the code."""
    role = crew.role_named(press.value or str(press.args.get("role") or "writer"))
    who = str(press.args.get("who", ""))[:64]
    if who == turn.at.person:
        raise BadInput("oneself", key="error-crew-own")
    made = await crew.invite(turn.tx, turn.desk.codes, press.film, turn.person, role)
    if not who:
        await turn.post("crew_invite", about=f"invite:{made.id}", invite=made.id)
        return
    name = clean(str(press.args.get("name", "")))[:120]
    invited = await person_for(turn.tx, turn.at.platform, who, name=name)
    spot = Spot(turn.place.id, turn.at.thread, turn.at.platform) if is_shared(turn.place) else await own_chat(invited.id)
    if spot is None:  # nobody else reads here, and they never wrote to us: the code is handed on
        await turn.post("crew_invite", about=f"invite:{made.id}", invite=made.id)
        return
    await _invitation(turn, made, invited.id, spot)
    if spot.place_id != turn.place.id:
        await turn.say("crew-asked", name=name or "–")


async def _invitation(turn: Turn, made: Invite, person_id: int, spot: Spot) -> None:
    """The question to the one who is invited; nobody else's press counts."""
    post = await Post.create(
        place_id=spot.place_id, thread=spot.thread, person_id=person_id, name="invitation", args={"invite": made.id}, about=f"invite:{made.id}",
        notify=person_id != turn.person.id,
    )  # fmt: skip
    turn.tx.want("show", post.id, f"chat:{spot.platform}", after_s=turn.soon_s)
    if spot.platform == turn.at.platform:
        turn.made.append(post)


async def enter(turn: Turn, press: Press) -> None:
    """A code was typed: an invitation to a film, or one from another chat."""
    typed = str(press.fields.get("code") or press.args.get("code", ""))
    if not typed.strip():
        raise BadInput("no code", key="error-join-code")
    if found := await crew.find(turn.tx, turn.desk.codes, turn.person, typed):
        await _invitation(turn, found, turn.person.id, Spot(turn.place.id, turn.at.thread, turn.at.platform))
    else:
        await enter_link(turn, press)


async def accept(turn: Turn, press: Press) -> None:
    """They are in; the film is open to them here."""
    project = await crew.join(turn.tx, int(press.args["invite"]), turn.person)
    found = await Invite.get(id=press.args["invite"])
    await turn.say("crew-joined", role=turn.words.text(f"role-{found.role}"))
    await show(turn, project)


async def decline(turn: Turn, press: Press) -> None:
    """They would rather not."""
    await crew.decline(turn.tx, int(press.args["invite"]))
    await turn.say("crew-declined")


async def remove(turn: Turn, press: Press) -> None:
    """Ask before somebody is taken off the crew."""
    person_id = number_of(press.value)
    mate = next((one for one in await crew.mates(press.film.id) if one.person_id == person_id), None)
    if mate is None:
        raise NotYours("nobody of the crew", key="error-crew-nobody")
    offers = (Offer("choice-keep-mate", "talk.never_mind"), Offer("choice-remove-sure", "crew.remove_sure", {"person": person_id}))
    await turn.say("crew-remove-ask", project=press.film, choices=offers, name=mate.name or "–")


async def remove_sure(turn: Turn, press: Press) -> None:
    """Somebody is off the crew. What they wrote stays."""
    name = await crew.remove(turn.tx, press.film, turn.person, int(press.args["person"]))
    await turn.say("crew-removed", name=name or "–")


async def leave(turn: Turn, press: Press) -> None:
    """Ask before one leaves a film."""
    if press.film.owner_id == turn.person.id:
        raise BadInput("the owner stays", key="error-crew-own")
    offers = (Offer("choice-stay", "talk.never_mind"), Offer("choice-leave-sure", "crew.leave_sure"))
    await turn.say("crew-leave-ask", project=press.film, choices=offers)


async def leave_sure(turn: Turn, press: Press) -> None:
    """One is off the crew."""
    await crew.remove(turn.tx, press.film, turn.person, turn.person.id)
    if turn.dialogue.person_id:
        await turn.turn_to(None)
    await turn.say("crew-left", choices=(Offer("choice-my-films", "films.list"),))


async def history(turn: Turn, press: Press) -> None:
    """Who changed what."""
    await turn.post("versions", press.film, about=f"versions:{press.film.id}", leaf=max(0, int(press.args.get("leaf", 0))))


STEPS = {
    "crew.open": Step(open_crew, to="see", fresh=False),
    "crew.invite": Step(invite, to="spend", fresh=False),
    "crew.accept": Step(accept, to="", fresh=False),
    "crew.decline": Step(decline, to="", fresh=False),
    "crew.remove": Step(remove, to="spend", fresh=False),
    "crew.remove_sure": Step(remove_sure, to="spend", fresh=False),
    "crew.leave": Step(leave, to="see", fresh=False),
    "crew.leave_sure": Step(leave_sure, to="see", fresh=False),
    "crew.history": Step(history, to="see", fresh=False),
    "code.enter": Step(enter, to="", fresh=False),
}
"""Steps about a crew; `projects` says who may take them."""
TO: dict[str, projects.To] = {"invite": "spend"}
"""What a command's `do` needs beyond seeing the film."""
