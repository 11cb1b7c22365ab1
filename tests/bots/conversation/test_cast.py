"""The cast: portraits that come by themselves, voices to hear, people to change, and people who come along from other films."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core import library
from core.errors import NotYours, Unavailable
from core.jobs import transaction
from core.models import CastMember, Identity, Post, Project, Version
from core.writing.script import Character, Voice
from tests.bots.conversation.conftest import head_script, labels
from tests.core.writing.conftest import lighthouse

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set, Talker


async def owner_of(ana: Talker) -> int:
    return (await Identity.get(platform="fake", outside_id=ana.at.person)).person_id


async def test_portraits_come_by_themselves_one_for_each(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_script()
    await ana.presses("Looks right: meet the cast", work=False)
    assert ana.find("cast").media == ()
    await set_.work()
    view = ana.find("cast")
    assert [(media.kind, media.alt, media.name) for media in view.media] == [
        ("image", "Mara: grey braid", "Mara.png"),
        ("image", "Old Tom: Mara's brother", "Old-Tom.png"),
    ]
    await project.refresh_from_db()
    assert set_.portraits.drawn == [project.head_id], "drawn once"


async def test_a_changed_look_is_drawn_anew_and_the_old_picture_stays_till_then(set_: Set) -> None:
    ana = set_.person()
    await ana.to_cast()
    await ana.chooses("Change somebody", "c1")
    form = await ana.form("Look…")
    assert form
    assert form.entries[0].value == "grey braid"
    await ana.submits(form, "white hair, a scar")
    view = ana.find("cast")
    assert "white hair, a scar" in view.plain
    assert [media.key for media in view.media] == ["portraits/human-white hair, a scar-oilskin coat-#c8a24a.png"]
    post = await Post.filter(name="cast").order_by("-id").first()
    version = await Version.all().order_by("-id").first()
    assert post
    assert version
    await Version.filter(id=version.id).update(portraits={})
    before = (await set_.showing.posts.build(post, set_.chat.limits)).view
    assert [media.key for media in before.media] == ["portraits/human-grey braid-oilskin coat-#c8a24a.png"]


async def test_voice_menus_change_what_a_voice_is_like(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    await ana.chooses("Change somebody", "c1")
    await ana.chooses("Voice", "high quick")
    await ana.chooses("What the voice is like", "rough")
    voice = (await head_script(project)).character("c1").voice
    assert (voice.pitch, voice.pace, voice.texture, voice.gender) == ("high", "quick", "rough", "female")
    view = ana.find("cast")
    assert "Mara now has another voice." in view.plain
    assert [option.value for menu in view.selects for option in menu.options if option.chosen] == ["high quick", "rough"]
    await ana.presses("Undo", view)
    assert (await head_script(project)).character("c1").voice.texture == ""


async def test_voices_are_heard_once_asked_for(set_: Set) -> None:
    ana = set_.person()
    await ana.to_cast()
    assert not set_.speaker.said
    await ana.presses("Hear the voices", work=False)
    assert "one moment" in ana.last.plain
    await set_.work()
    heard = ana.find("voices")
    assert [(media.kind, media.name, media.duration_s) for media in heard.media] == [
        ("audio", "Mara.wav", 1.0),
        ("audio", "Old-Tom.wav", 1.0),
        ("audio", "Narrator.wav", 1.0),
    ]
    assert all([await set_.desk.studio.storage.find(media.key) for media in heard.media])
    assert labels(heard) == ["Draw the storyboard"]
    await ana.presses("Hear the voices", ana.find("cast"))
    assert len(set_.speaker.said) == 3, "what was said before is not said again"


async def test_one_of_them_is_heard_alone(set_: Set) -> None:
    ana = set_.person()
    await ana.to_cast()
    await ana.chooses("Change somebody", "c2")
    await ana.presses("Hear", ana.find("cast"))
    assert [media.name for media in ana.find("voices").media] == ["Old-Tom.wav"]


async def test_a_voice_that_fails_for_good_is_said_so(set_: Set) -> None:
    ana = set_.person()
    await ana.to_cast()
    set_.speaker.fails = [Unavailable("away")] * 3
    await ana.presses("Hear the voices")
    assert ana.find("voices").media == ()
    assert ana.find("voices").mood == "trouble"


async def test_nothing_is_offered_where_nothing_speaks(set_: Set) -> None:
    object.__setattr__(set_.desk, "speaks", lambda language: False)
    ana = set_.person()
    await ana.to_cast()
    assert "Hear the voices" not in labels(ana.find("cast"))
    await ana.chooses("Change somebody", "c1")
    assert "Hear" not in labels(ana.find("cast"))


async def known_mara(ana: Talker, project: Project) -> CastMember:
    """Somebody from another film of Ana's: a pilot, and a fox."""
    sister = Character(id="c7", name="Wren", gender="female", age="young", look="a pilot, freckles", wardrobe="flight jacket", colour="#22aa88",
                       voice=Voice(gender="female", age="young", pitch="high", texture="bright"))  # fmt: skip
    fox = Character(id="c8", name="Rusk", species="fox", look="a thin fox", wardrobe="red scarf")
    script = lighthouse().model_copy(update={"characters": (*lighthouse().characters, sister, fox)})
    async with transaction() as tx:
        await library.remember(tx, project, script, {"c7": "portraits/wren.png"})
    return await CastMember.get(name="Wren", owner_id=project.owner_id)


async def test_an_agreed_film_makes_its_people_known_once(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper finds a letter")
    while ana.last.name != "film":
        await ana.presses()
    owner = await owner_of(ana)
    assert sorted(one.name for one in await library.known(owner)) == ["Mara", "Old Tom"]
    mara = await CastMember.get(owner_id=owner, name="Mara")
    assert mara.portrait.startswith("portraits/")
    assert library.character_of(mara).wardrobe == "oilskin coat"
    await ana.to_cast()
    assert [menu.label for menu in ana.find("cast").selects] == ["Change somebody"], "those who play already are not offered"


async def test_somebody_known_takes_over_a_part(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    wren = await known_mara(ana, project)
    await ana.calls("status")
    await ana.chooses("Somebody you know", str(wren.id))
    view = ana.find("cast")
    assert labels(view) == ["Play Mara", "Back to the cast"], "only parts that the story's words fit"
    assert [media.key for media in view.media] == ["portraits/wren.png"]
    await ana.presses("Play Mara", view)
    script = await head_script(project)
    played = script.character("c1")
    assert (played.name, played.look, played.wardrobe, played.colour, played.age) == ("Wren", "a pilot, freckles", "flight jacket", "#22aa88", "young")
    assert (played.voice.pitch, played.voice.texture) == ("high", "bright")
    assert script.shots[0].action == "Wren hauls a rope; WREN's hands are wet."
    assert script.title == "Wren and the Lamp"
    assert "Wren now plays the part that was Mara’s" in ana.find("cast").plain
    await ana.presses("Undo", ana.find("cast"))
    assert (await head_script(project)).character("c1").name == "Mara"


async def test_nobody_who_fits_no_part_is_forced_into_one(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    await known_mara(ana, project)
    await ana.calls("status")
    await ana.chooses("Somebody you know", str((await CastMember.get(name="Rusk")).id))
    view = ana.find("cast")
    assert "No part in this film fits Rusk" in view.plain
    await ana.presses("Back to the cast", view)
    assert ana.find("cast").plain.startswith("The cast of")


async def test_the_list_of_people_and_forgetting_them(set_: Set) -> None:
    ana = set_.person()
    await ana.calls("cast")
    assert "Nobody yet" in ana.last.plain
    project = await ana.to_cast()
    await known_mara(ana, project)
    (view,) = await ana.says("my cast")
    assert view.private
    assert "Wren, " in view.plain
    assert [media.key for media in view.media] == ["portraits/wren.png"]
    wren = await CastMember.get(name="Wren")
    (asked,) = await ana.chooses("Forget somebody", str(wren.id), view)
    assert labels(asked) == ["Keep them", "Forget them"]
    await ana.presses("Forget them", asked)
    assert ana.last.plain == "Wren is forgotten."
    assert not await CastMember.filter(name="Wren").exists()
    assert "Wren" not in (await ana.calls("cast"))[0].plain


@pytest.mark.parametrize("number", ["999999", "x", "1" * 40])
async def test_only_ones_own_people(set_: Set, number: str) -> None:
    ana, ben = set_.person("Ana"), set_.person("Ben")
    project = await ana.to_cast()
    wren = await known_mara(ana, project)
    await ben.to_cast()
    assert [menu.label for menu in ben.find("cast").selects] == ["Change somebody"]
    with pytest.raises(NotYours):
        await library.member(await owner_of(ben), wren.id)
    await ana.calls("status")
    await ana.chooses("Somebody you know", number)
    assert ana.last.plain == "I know nobody like that from your films."


def test_parts_that_somebody_can_play() -> None:
    script = lighthouse()
    robot = Character(id="x", name="Bolt", species="robot", gender="male")
    assert [part.id for part in library.parts_for(robot, script)] == ["c2"], "a robot walks upright as Tom does"
    assert library.parts_for(robot.model_copy(update={"gender": "neutral"}), script) == []
    assert library.parts_for(robot.model_copy(update={"name": "MARA", "gender": "female"}), script) == [script.character("c1")]
    assert library.parts_for(robot.model_copy(update={"name": "Mara"}), script) == [], "Tom cannot be called Mara too"
    assert [part.id for part in library.parts_for(Character(id="x", name="Old Tom", gender="male", species="cat"), script)] == []


async def test_remembering_again_keeps_one_entry_with_the_newest_look(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    await known_mara(ana, project)
    newer = lighthouse().model_copy(update={"characters": (Character(id="c1", name="WREN", gender="female", look="older now"),), "scenes": ()})
    async with transaction() as tx:
        await library.remember(tx, project, newer, {})
    (wren,) = await CastMember.filter(owner_id=project.owner_id, known_as="wren")
    assert (wren.name, library.character_of(wren).look, wren.portrait) == ("WREN", "older now", "")
