"""One's account: linking chats and letting one go, credits and their history, settings, terms, and saying that one is of age."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bots.conversation.pages.account import NOTIFY
from bots.conversation.turn import Offer, Press, Step, Turn
from bots.conversation.words import available, words
from core import linking
from core.errors import BadInput
from core.models import Identity, Project


async def open_link(turn: Turn, press: Press) -> None:
    """A code for another chat."""
    link = await linking.new_link(turn.tx, turn.desk.codes, turn.person)
    await turn.post("link", about=f"link:{link.id}", link=link.id)


async def enter(turn: Turn, press: Press) -> None:
    """A code from another chat: both accounts are one from now on."""
    entered = await linking.enter_link(turn.tx, turn.desk.codes, turn.person, str(press.fields.get("code") or press.args.get("code", "")))
    if entered.outcome != "linked":
        again = (Offer("choice-link-new", "link.open"),) if entered.outcome == "wrong" else ()
        await turn.say(f"link-{entered.outcome.replace('_', '-')}", trouble=entered.outcome != "same", choices=again, minutes=linking.CODE_S // 60)
        return
    turn.person, turn.words = entered.person, words(entered.person.language)
    films = await Project.filter(owner_id=turn.person.id, deleted_at=None).count()
    says: list[tuple[str, dict[str, object]]] = [("link-linked", {"films": films, "credits": turn.words.credits(entered.moved_mc)}), ("link-linked-more", {})]
    if entered.trial_mc:
        says.insert(1, ("link-one-trial", {"credits": turn.words.credits(entered.trial_mc)}))
    await turn.post_sentences(says, choices=(Offer("choice-my-films", "films.list"), Offer("choice-settings", "settings.open")))


async def accounts(turn: Turn, press: Press) -> None:
    """By which chats one comes, and the choice to let one go."""
    await turn.post("accounts")


async def leave(turn: Turn, press: Press) -> None:
    """Ask before a chat gets an account of its own."""
    mine = {str(one.id): one for one in await linking.identities(turn.person.id)}
    leaving = mine.get(press.value)
    if leaving is None or len(mine) < 2:
        raise BadInput("the only identity", key="error-unlink-only")
    offers = (Offer("choice-stay-linked", "talk.never_mind"), Offer("choice-unlink-sure", "link.leave_sure", {"identity": leaving.id}))
    await turn.say("unlink-ask", choices=offers, **_called(turn, leaving))


def _called(turn: Turn, one: Identity) -> dict[str, Any]:
    """What to call an identity in a sentence."""
    key = f"platform-{one.platform}"
    platform = turn.words.text(key) if turn.words.has(key) else one.platform
    return {"platform": platform, "name": one.name, "named": "some" if one.name else "none"}


async def leave_sure(turn: Turn, press: Press) -> None:
    """The chat gets an account of its own; films and credits stay with the account that is left."""
    mine = {one.id: one for one in await linking.identities(turn.person.id)}
    leaving = mine.get(int(press.args["identity"]))
    alone = await linking.leave(turn.tx, turn.person, int(press.args["identity"]))
    assert leaving
    told = _called(turn, leaving)
    if leaving.platform == turn.at.platform and leaving.outside_id == turn.at.person:
        turn.person = alone
        await turn.turn_to(None)
        if turn.dialogue.person_id:
            turn.dialogue.person_id = alone.id
            await turn.dialogue.save(update_fields=["person_id"])
        await turn.say("unlinked-here", choices=(Offer("choice-surprise", "film.surprise"),), **told)
    else:
        await turn.say("unlinked", choices=(Offer("choice-go-on-here", "film.here"),), **told)


async def settings(turn: Turn, press: Press) -> None:
    """The person's settings."""
    await turn.post("settings")


async def language(turn: Turn, press: Press) -> None:
    """Another language to be spoken to in."""
    if press.value not in available():
        raise BadInput(f"no catalogue for {press.value!r}", key="error-unexpected")
    turn.person.language = press.value
    await turn.person.save(update_fields=["language"])
    turn.words = words(press.value)
    await turn.say("language-set", choices=(Offer("choice-go-on-here", "film.here"),), language=turn.words.language_name(press.value))


async def notify(turn: Turn, press: Press) -> None:
    """How a finished film is told."""
    if press.value not in NOTIFY:
        raise BadInput(f"no way of telling {press.value!r}", key="error-unexpected")
    turn.person.settings = {**turn.person.settings, "notify": press.value}
    await turn.person.save(update_fields=["settings"])
    await turn.say(f"notify-set-{press.value}", choices=(Offer("choice-go-on-here", "film.here"),))


async def balance(turn: Turn, press: Press) -> None:
    """What there is to spend."""
    await turn.post("balance")


async def history(turn: Turn, press: Press) -> None:
    """What came and went."""
    await turn.post("history", leaf=max(0, int(press.args.get("leaf", 0))))


async def terms(turn: Turn, press: Press) -> None:
    """The rules both sides keep."""
    await turn.post("terms")


async def adult(turn: Turn, press: Press) -> None:
    """Somebody says that they are of age. It is kept with its date, for every place that asks."""
    turn.person.settings = {**turn.person.settings, "adult": datetime.now(UTC).date().isoformat()}
    await turn.person.save(update_fields=["settings"])
    await turn.say("adult-noted", choices=(Offer("choice-new-film", "film.new"),))


STEPS = {
    "link.open": Step(open_link, to="", fresh=False),
    "link.enter": Step(enter, to="", fresh=False),
    "link.accounts": Step(accounts, to="", fresh=False),
    "link.leave": Step(leave, to="", fresh=False),
    "link.leave_sure": Step(leave_sure, to="", fresh=False),
    "settings.open": Step(settings, to="", fresh=False),
    "settings.language": Step(language, to="", fresh=False),
    "settings.notify": Step(notify, to="", fresh=False),
    "balance.open": Step(balance, to="", fresh=False),
    "credits.history": Step(history, to="", fresh=False),
    "terms.open": Step(terms, to="", fresh=False),
    "age.confirm": Step(adult, to="", fresh=False),
}
