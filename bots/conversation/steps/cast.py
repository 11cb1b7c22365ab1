"""The cast: look at them, hear them, change somebody, let somebody known from another film play a part; and the list of those one knows."""

from __future__ import annotations

from typing import get_args

from bots.conversation.finding import character_named
from bots.conversation.steps.script import script_of, set_in_posts, typed
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core import library, projects
from core.errors import BadInput
from core.film.voice_samples import speakers
from core.projects import Stage
from core.writing.edits import Edit, Recast, RenameCharacter, SetCharacter
from core.writing.script import Character, Voice

TEXTURES = ("warm", "dry", "bright", "soft", "rough", "breathy", "deep", "calm", "lively", "flat")
"""Textures of a voice that the menu offers; plain talk and other writers know more."""


async def open_cast(turn: Turn, press: Press) -> None:
    """On to the cast."""
    await projects.reach(turn.tx, press.film, Stage.CAST)
    await show(turn, press.film)


async def who(turn: Turn, press: Press) -> None:
    """One of the cast, close up."""
    await set_in_posts(turn, press.film, "cast", who=press.value)


async def named(turn: Turn, press: Press) -> None:
    """One of the cast, by the name that was typed."""
    one = character_named(await script_of(press.film), str(press.args["who"]))
    await projects.reach(turn.tx, press.film, Stage.CAST)
    if await projects.stage(press.film) is Stage.RENDERING:
        await show(turn, press.film)
        return
    await turn.turn_to(press.film)
    await turn.post("cast", press.film, who=one.id)


async def everybody(turn: Turn, press: Press) -> None:
    """Back to the whole cast."""
    await set_in_posts(turn, press.film, "cast")


async def _character(press: Press) -> Character:
    return (await script_of(press.film)).character(press.args["who"])


async def _set(turn: Turn, press: Press, edit: Edit) -> None:
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    await projects.edit(turn.tx, press.film, by=turn.person, changes=[edit])
    await set_in_posts(turn, press.film, "cast", who=press.args["who"])


async def look(turn: Turn, press: Press) -> None:
    """What somebody looks like."""
    await _set(turn, press, SetCharacter(character=press.args["who"], look=typed(press, "look", 300)))


async def wardrobe(turn: Turn, press: Press) -> None:
    """What somebody wears."""
    await _set(turn, press, SetCharacter(character=press.args["who"], wardrobe=typed(press, "wardrobe", 300)))


async def name(turn: Turn, press: Press) -> None:
    """What somebody is called."""
    await _set(turn, press, RenameCharacter(character=press.args["who"], name=typed(press, "name", 60)))


async def hear(turn: Turn, press: Press) -> None:
    """How they sound: everybody who speaks, or the one that was asked for."""
    script = await script_of(press.film)
    if not speakers(script) or not turn.desk.speaks(script.language):
        raise BadInput("nothing here can speak", key="error-voices")
    who = {"who": press.args["who"]} if "who" in press.args else {}
    turn.tx.want("voices", press.film.head_id or 0, "media")
    await turn.post("voices", press.film, about=f"voices:{press.film.head_id}", version=press.film.head_id, **who)


async def texture(turn: Turn, press: Press) -> None:
    """What a voice is like."""
    if press.value not in TEXTURES:
        raise BadInput(f"no texture {press.value!r}")
    old = (await _character(press)).voice
    await _set(turn, press, SetCharacter(character=press.args["who"], voice=old.model_copy(update={"texture": press.value})))


async def known(turn: Turn, press: Press) -> None:
    """Somebody from another film: which part shall they play?"""
    await set_in_posts(turn, press.film, "cast", known=(await library.member(turn.person.id, number_of(press.value))).id)


async def recast(turn: Turn, press: Press) -> None:
    """They play this part."""
    player = library.character_of(await library.member(turn.person.id, int(press.args["known"])))
    await _set(turn, press, Recast(character=press.args["who"], player=player))


async def people(turn: Turn, press: Press) -> None:
    """Whom this person knows."""
    await turn.post("people")


async def forget(turn: Turn, press: Press) -> None:
    """Ask before somebody is forgotten."""
    member = await library.member(turn.person.id, number_of(press.value))
    offers = (Offer("choice-keep-known", "talk.never_mind"), Offer("choice-forget-sure", "people.forget_sure", {"known": member.id}))
    await turn.say("people-forget-ask", choices=offers, name=member.name)


async def forget_sure(turn: Turn, press: Press) -> None:
    """Somebody is forgotten; the films they were in stay as they are."""
    member = await library.member(turn.person.id, int(press.args["known"]))
    await member.delete()
    await turn.say("people-forgotten", name=member.name)


def number_of(value: str) -> int:
    """The row that a menu's entry stands for. Raises BadInput for what is no number."""
    if not value.isascii() or not value.isdigit() or len(value) > 12:
        raise BadInput("no number of somebody", key="error-nobody-known")
    return int(value)


async def voice(turn: Turn, press: Press) -> None:
    """How somebody sounds: pitch and pace."""
    pitch, _, pace = press.value.partition(" ")
    pitches, paces = get_args(Voice.model_fields["pitch"].annotation), get_args(Voice.model_fields["pace"].annotation)
    if pitch not in pitches or pace not in paces:
        raise BadInput(f"no voice {press.value!r}")
    old = (await _character(press)).voice
    await _set(turn, press, SetCharacter(character=press.args["who"], voice=old.model_copy(update={"pitch": pitch, "pace": pace})))


async def ask_look(turn: Turn, press: Press) -> Asked:
    """The look that stands there now."""
    one = await _character(press)
    return Asked("look", one.look, long=True, most=300, args={"name": one.name})


async def ask_wardrobe(turn: Turn, press: Press) -> Asked:
    """The wardrobe that stands there now."""
    one = await _character(press)
    return Asked("wardrobe", one.wardrobe, long=True, most=300, args={"name": one.name})


async def ask_name(turn: Turn, press: Press) -> Asked:
    """The name that stands there now."""
    one = await _character(press)
    return Asked("name", one.name, most=60, args={"name": one.name})


STEPS = {
    "cast.open": Step(open_cast, fresh=False),
    "cast.all": Step(everybody, fresh=False),
    "cast.who": Step(who, fresh=False),
    "cast.named": Step(named, fresh=False),
    "cast.hear": Step(hear, to="see", fresh=False),
    "cast.look": Step(look, form=ask_look),
    "cast.wardrobe": Step(wardrobe, form=ask_wardrobe),
    "cast.name": Step(name, form=ask_name),
    "cast.voice": Step(voice),
    "cast.texture": Step(texture),
    "cast.known": Step(known, fresh=False),
    "cast.recast": Step(recast),
    "people.list": Step(people, to="", fresh=False),
    "people.forget": Step(forget, to="", fresh=False),
    "people.forget_sure": Step(forget_sure, to="", fresh=False),
}
