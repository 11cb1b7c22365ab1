"""The Writer port of the offline writer: loglines, scripts, other lengths, scenes rewritten."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from core.errors import LanguageNotWritten, WritingFailed
from core.writing import edits
from core.writing.offline.company import Person
from core.writing.offline.looks import characters
from core.writing.offline.offline_writer import OfflineWriter
from core.writing.script import Age, Brief, Gender, Scene, Script
from core.writing.splice import but
from core.writing.writer import Draft

WRITER = OfflineWriter()
BRIEF = Brief(idea="A lighthouse keeper finds a message in a bottle that he wrote himself", length_s=60, seed=1)


async def a_script(brief: Brief = BRIEF) -> Script:
    loglines = await WRITER.loglines(brief)
    return (await WRITER.script(brief, loglines.options[0])).script


def said(scene: Scene) -> list[str]:
    return [line.text for shot in scene.shots for line in shot.lines]


async def test_three_loglines_are_three_plots() -> None:
    drafts: list[Draft] = []

    async def on_draft(draft: Draft) -> None:
        drafts.append(draft)

    options = (await WRITER.loglines(BRIEF, on_draft=on_draft)).options
    assert len({x.plan["plot"] for x in options}) == len({x.text for x in options}) == 3
    assert [len(d.loglines) for d in drafts] == [1, 2, 3]
    assert options == (await WRITER.loglines(BRIEF)).options


async def test_three_others_are_others() -> None:
    first = (await WRITER.loglines(BRIEF)).options
    others = (await WRITER.loglines(BRIEF, others_than=first)).options
    assert not {x.text for x in first} & {x.text for x in others}


async def test_a_wish_steers_the_tone() -> None:
    assert {x.plan["tone"] for x in (await WRITER.loglines(BRIEF, wish="make it funnier, please")).options} == {"comic"}
    assert {x.plan["tone"] for x in (await WRITER.loglines(BRIEF, wish="darker")).options} == {"dark"}


async def test_a_script_comes_scene_by_scene() -> None:
    drafts: list[Draft] = []

    async def on_draft(draft: Draft) -> None:
        drafts.append(draft)

    option = (await WRITER.loglines(BRIEF)).options[0]
    script = (await WRITER.script(BRIEF, option, on_draft=on_draft)).script
    assert [d.scenes_done for d in drafts] == list(range(1, len(script.scenes) + 1))
    assert drafts[-1].script == script
    assert (script.logline, script.title, script.length_s) == (option.text, option.title, 60)


async def test_a_logline_of_ones_own_is_written_too() -> None:
    option = (await WRITER.loglines(BRIEF)).options[0]
    own = option.model_copy(update={"text": "A man gets mail from himself.", "title": "Mail", "plan": {}})
    script = (await WRITER.script(BRIEF, own)).script
    assert (script.title, script.logline) == ("Mail", "A man gets mail from himself.")


async def test_other_languages_are_refused_honestly() -> None:
    assert WRITER.writes("en-GB")
    assert not WRITER.writes("de")
    with pytest.raises(LanguageNotWritten):
        await WRITER.loglines(Brief(idea="Ein Hund", language="de"))


@pytest.mark.parametrize("length_s", [15, 30, 120, 300])
async def test_resized_it_is_the_same_story(length_s: int) -> None:
    script = await a_script()
    new = (await WRITER.resize(BRIEF, script, length_s)).script
    assert new.length_s == length_s
    assert (new.title, new.logline) == (script.title, script.logline)
    assert script.characters[0] in new.characters
    kept = {x.id for x in script.shots} & {x.id for x in new.shots}
    for id in kept:
        assert [x.text for x in script.shot(id).lines] == [x.text for x in new.shot(id).lines]


async def test_resizing_keeps_what_a_person_changed() -> None:
    script = await a_script()
    first = but(script.characters[0], name="Zebedee")
    scene = but(script.scenes[0], time_of_day="night", weather="snow")
    edited = Script.model_validate(but(script, characters=(first, *script.characters[1:]), scenes=(scene, *script.scenes[1:])).model_dump())
    new = (await WRITER.resize(BRIEF, edited, 120)).script
    assert new.characters[0].name == "Zebedee"
    assert (new.scenes[0].time_of_day, new.scenes[0].weather) == ("night", "snow")
    assert script.characters[0].name not in " ".join(x.action for x in new.shots)


async def test_a_script_from_elsewhere_is_trimmed_and_stretched() -> None:
    script = but(await a_script(), title="Something Else", logline="Nobody here wrote this.")
    shorter = (await WRITER.resize(BRIEF, script, 48)).script
    assert shorter.length_s == pytest.approx(48, rel=0.05)
    with pytest.raises(WritingFailed):
        await WRITER.resize(BRIEF, script, 3600)


@pytest.mark.parametrize("wish", ["at dawn", "make it funnier", "shorter", "in the rain", "write it differently", "without dialogue"])
async def test_a_rewritten_scene_leaves_the_others_alone(wish: str) -> None:
    script = await a_script()
    target = script.scenes[1]
    new = (await WRITER.rewrite_scene(BRIEF, script, target.id, wish)).script
    changed = next(s for s in new.scenes if s.id == target.id)
    assert changed != target
    assert [s for s in new.scenes if s.id != target.id] == [s for s in script.scenes if s.id != target.id]
    if wish == "at dawn":
        assert changed.time_of_day == "dawn"
        assert said(changed) == said(target)
    if wish == "in the rain":
        assert changed.weather == "rain"
    if wish == "write it differently":
        assert said(changed) != said(target)
        assert not {x.id for x in changed.shots} & {x.id for x in script.shots}
    if wish == "shorter":
        assert changed.duration_s < target.duration_s


async def test_more_dialogue_is_more_dialogue() -> None:
    script = await a_script()
    new = (await WRITER.rewrite_scene(BRIEF, script, script.scenes[1].id, "more dialogue")).script
    assert len(said(new.scenes[1])) > len(said(script.scenes[1]))


async def test_a_wish_beyond_it_is_refused_with_what_it_can_do() -> None:
    script = await a_script()
    with pytest.raises(WritingFailed, match="night"):
        await WRITER.rewrite_scene(BRIEF, script, script.scenes[0].id, "add a helicopter chase")


async def test_plain_talk_goes_to_the_grammar() -> None:
    script = await a_script()
    understood = await WRITER.understand(script, "make scene 2 at night")
    assert understood.edits == (edits.SetScene(scene=script.scenes[1].id, time_of_day="night"),)


@pytest.mark.parametrize(
    ("idea", "begins"),
    [
        ("A lighthouse keeper finds a bottle with her own handwriting", "Mara, a lighthouse keeper, finds a bottle with her own handwriting. "),
        ("the last bookshop on Mars", "The last bookshop on Mars. "),
        ("Why do cats hate water", "Why do cats hate water? "),
        ("Mara steals the moon", "Mara steals the moon. "),
    ],
)
async def test_a_logline_tells_the_idea_and_then_what_becomes_of_it(idea: str, begins: str) -> None:
    options = (await WRITER.loglines(Brief(idea=idea, seed=3))).options
    assert all(one.text.startswith(begins) for one in options)
    assert len({one.text for one in options}) == 3


@pytest.mark.parametrize(("idea", "species"), [("a night guard and a fox share one secret", "fox"), ("A girl and her dog cross a desert", "dog")])
async def test_a_beast_that_an_idea_begins_with_plays_in_it(idea: str, species: str) -> None:
    brief = Brief(idea=idea, length_s=45, seed=3)
    for logline in (await WRITER.loglines(brief)).options:
        script = (await WRITER.script(brief, logline)).script
        beast = next(one for one in script.characters if one.species == species)
        assert any(line.speaker == beast.id for shot in script.shots for line in shot.lines)


@pytest.mark.parametrize(
    ("idea", "species"), [("a boy befriends a whale", "fish"), ("An old man catches a giant fish", "fish"), ("A nurse hides a fox from the hunters", "fox")]
)
async def test_a_beast_that_an_idea_is_about_is_seen_and_says_nothing(idea: str, species: str) -> None:
    brief = Brief(idea=idea, length_s=60, seed=7)
    for logline in (await WRITER.loglines(brief)).options:
        script = (await WRITER.script(brief, logline)).script
        beast = next(one for one in script.characters if one.species == species)
        shown = [(scene, shot) for scene in script.scenes for shot in scene.shots if beast.id in shot.characters]
        assert shown[0][1] is script.shots[0]
        assert len(shown) >= 2
        assert all(beast.name.lower() in shot.action.lower() or beast.name.split()[-1].lower() in shot.action.lower() for _, shot in shown)
        assert not any(line.speaker == beast.id for shot in script.shots for line in shot.lines)
        if species == "fish":
            assert {script.place_of(scene).backdrop for scene, _ in shown} <= {"sea", "beach", "harbour", "river"}


def test_nobody_looks_as_by_mistake() -> None:
    looks = {
        (gender, one.look)
        for gender in get_args(Gender)
        for age in get_args(Age)
        for n in range(12)
        for one in characters([Person(f"P{n}", "Ana", "baker", gender, age, "human")], "key", "sea")
    }
    assert not [look for gender, look in looks if gender == "male" and re.search("plait|braid|bun", look)]
    assert not [look for gender, look in looks if gender == "female" and "bald" in look]
    assert [look for gender, look in looks if gender == "female" and re.search("plait|braid", look)]
    [fish] = characters([Person("beast", "The Giant Fish", "giant fish", "female", "adult", "fish")], "key", "sea")
    assert fish.look.startswith("a giant fish")
