"""Pictures that people bring of somebody, a place or a thing: asked for, used, taken away, deleted; and places and things of the film and the library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bots.conversation.pages.places import follows_pictures
from bots.conversation.steps.cast import number_of
from bots.conversation.steps.script import script_of, set_in_posts, typed
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core import library, projects
from core.errors import BadInput
from core.models import Upload
from core.writing.edits import Edit, SetCharacter, SetPlace, SetProp
from core.writing.script import Character, Location, Prop, Script

PICTURE = "picture"
"""The open question while a picture is waited for (`of` whom), or has come and nobody knows whom it shows (`upload`)."""


def found(script: Script, id: str) -> Character | Location | Prop:
    """Who or what of the film this id means. Raises BadInput when it is gone."""
    one = next((each for each in script.pictured if each.id == id), None)
    if one is None:
        raise BadInput(f"there is no {id} in this film", key="edit-refused-no-such-character")
    return one


def edit_of(one: Character | Location | Prop, **values: Any) -> Edit:
    """The edit that gives this one another look, picture …"""
    match one:
        case Character():
            return SetCharacter(character=one.id, **values)
        case Location():
            return SetPlace(location=one.id, **values)
    return SetProp(prop=one.name, **values)


async def ask(turn: Turn, press: Press) -> Asked:
    """The next picture that is sent is of this one."""
    one = found(await script_of(press.film), press.args["who"])
    return _picture_of(one.name, {"of": one.id, "project": press.film.id})


def _picture_of(name: str, waits_with: dict[str, Any]) -> Asked:
    return Asked("picture", brings="picture", typed=False, waits=PICTURE, waits_with=waits_with, args={"name": name})


async def words_came(turn: Turn, press: Press) -> None:
    """A picture is wanted, and it comes as a file (`uploads.receive`)."""
    await turn.say("error-empty", trouble=True)


async def _sent(turn: Turn, press: Press) -> Upload:
    upload = await Upload.get_or_none(id=press.args["upload"], person_id=turn.person.id, kind="picture", state="good")
    if upload is None:
        raise BadInput("there is no such file", key="error-upload-gone")
    agreed = {**upload.facts, "agreed_at": datetime.now(UTC).isoformat(timespec="seconds")}  # who sent it said so, and when
    await Upload.filter(id=upload.id).update(facts=agreed)
    return upload


async def use(turn: Turn, press: Press) -> None:
    """This is how they look from now on."""
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    upload = await _sent(turn, press)
    one = found(await script_of(press.film), press.value or press.args["of"])
    await projects.edit(turn.tx, press.film, by=turn.person, changes=[edit_of(one, picture=upload.key)])
    turn.tx.touch(f"upload:{upload.id}")
    told = "picture-set" if follows_pictures(turn.desk.studio) else "picture-kept"
    await turn.say(told, project=press.film, choices=(Offer("choice-go-on-here", "film.here"),), name=one.name)


async def keep_known(turn: Turn, press: Press) -> None:
    """Somebody or something of the library looks like this from now on."""
    upload = await _sent(turn, press)
    name = await library.set_picture(turn.person, press.args["known"], upload.key)
    turn.tx.touch(f"upload:{upload.id}")
    await turn.say("picture-known", name=name)


async def ask_known(turn: Turn, press: Press) -> Asked:
    """The next picture that is sent is of this one of the library."""
    return _picture_of(await library.name_of(turn.person, press.value), {"known": press.value})


async def take_away(turn: Turn, press: Press) -> None:
    """Drawn again; the picture itself is kept until they say otherwise."""
    one = found(await script_of(press.film), press.args["who"])
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    await projects.edit(turn.tx, press.film, by=turn.person, changes=[edit_of(one, picture="")])
    await set_in_posts(turn, press.film, "cast", who=one.id)
    if await Upload.filter(person_id=turn.person.id, key=one.picture, state="good").exists():
        offers = (Offer("choice-picture-keep", "talk.never_mind"), Offer("choice-picture-erase", "picture.erase", {"key": one.picture}))
        await turn.say("picture-taken", choices=offers, name=one.name)


async def erase(turn: Turn, press: Press) -> None:
    """Gone from everywhere."""
    await library.erase_picture(turn.tx, turn.person, press.args["key"])
    await turn.say("picture-erased")


async def places(turn: Turn, press: Press) -> None:
    """Where the film plays, and with what."""
    await set_in_posts(turn, press.film, "cast", tab="places")


async def _change(turn: Turn, press: Press, **values: Any) -> None:
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    one = found(await script_of(press.film), press.args["who"])
    await projects.edit(turn.tx, press.film, by=turn.person, changes=[edit_of(one, **values)])
    await set_in_posts(turn, press.film, "cast", who=one.id)


async def look(turn: Turn, press: Press) -> None:
    """What a place or a thing looks like."""
    await _change(turn, press, look=typed(press, "look", 300))


async def name(turn: Turn, press: Press) -> None:
    """What a place is called."""
    await _change(turn, press, name=typed(press, "name", 60))


async def from_library(turn: Turn, press: Press) -> None:
    """The place or thing of another film stands in for this one: a place with its name and kind, a thing with its look."""
    asset = await library.asset(turn.person.id, number_of(press.value))
    if asset.kind == "place":
        known = library.place_of(asset)
        await _change(turn, press, name=known.name, look=known.look, picture=known.picture, backdrop=known.backdrop, interior=known.interior)
    else:
        thing = library.prop_of(asset)
        await _change(turn, press, look=thing.look, picture=thing.picture)


async def forget_asset(turn: Turn, press: Press) -> None:
    """A place or a thing is forgotten; the films it was in stay as they are."""
    asset = await library.asset(turn.person.id, number_of(press.value))
    await asset.delete()
    await turn.say("people-forgotten", name=asset.name)


async def ask_look(turn: Turn, press: Press) -> Asked:
    """The look that stands there now."""
    one = found(await script_of(press.film), press.args["who"])
    return Asked("look", one.look, long=True, most=300, args={"name": one.name})


async def ask_name(turn: Turn, press: Press) -> Asked:
    """The name that stands there now."""
    one = found(await script_of(press.film), press.args["who"])
    return Asked("name", one.name, most=60, args={"name": one.name})


STEPS = {
    "picture.ask": Step(words_came, fresh=False, form=ask),
    "picture.use": Step(use, fresh=False),
    "picture.take_away": Step(take_away),
    "picture.erase": Step(erase, to="", fresh=False),
    "picture.known": Step(keep_known, to="", fresh=False),
    "picture.ask_known": Step(words_came, to="", fresh=False, form=ask_known),
    "places.open": Step(places, fresh=False),
    "places.look": Step(look, form=ask_look),
    "places.name": Step(name, form=ask_name),
    "places.known": Step(from_library),
    "places.forget": Step(forget_asset, to="", fresh=False),
}
