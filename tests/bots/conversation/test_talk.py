"""Plain talk beside the buttons: it changes the right thing, says what it did, and says what it did not understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bots.conversation import brief_talk
from bots.conversation.events import Corrected, Said
from bots.conversation.steps.brief import ideas_of
from bots.conversation.words import words
from core import projects
from core.errors import WritingFailed
from core.jobs import transaction
from core.models import Post, Project, Version
from core.projects import Stage

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("make it 2 minutes", {"length_s": 120}),
        ("2 min please", {"length_s": 120}),
        ("1:30", {"length_s": 90}),
        ("half a minute", {"length_s": 30}),
        ("one and a half minutes", {"length_s": 90}),
        ("1 minute 30 seconds", {"length_s": 90}),
        ("An hour!", {"length_s": 3600}),
        ("vertical", {"format": "shorts"}),
        ("vertical, for TikTok", {"format": "tiktok"}),
        ("an Instagram reel", {"format": "reels"}),
        ("I would like it square and 90 s long", {"format": "square", "length_s": 90}),
        ("in Spanish please", {"language": "es"}),
        ("a film in which a dog finds a letter", {}),
        ("5", {}),
    ],
)
def test_settings_in_plain_words(said: str, changes: dict[str, object]) -> None:
    heard = brief_talk.hear(words("en"), said)
    assert heard.changes == changes
    assert bool(heard.rest) == (not changes)


@pytest.mark.parametrize(
    ("language", "said", "changes"),
    [
        ("en", "a minute and a half, vertical", {"length_s": 90, "format": "shorts"}),
        ("en", "two and a half minutes", {"length_s": 150}),
        ("es", "hora y media", {"length_s": 5400}),
        ("es", "hazla de un minuto y medio, cuadrada", {"length_s": 90, "format": "square"}),
        ("pt-BR", "um minuto e meio", {"length_s": 90}),
        ("pt-BR", "uma hora e meia, na horizontal", {"length_s": 5400, "format": "youtube"}),
        ("fr", "2 minutes et demie, en vertical", {"length_s": 150, "format": "shorts"}),
        ("de", "zweieinhalb Minuten, hochkant", {"length_s": 150, "format": "shorts"}),
        ("ru", "две с половиной минуты, вертикально", {"length_s": 150, "format": "shorts"}),
        ("ru", "полминуты", {"length_s": 30}),
        ("ja", "30秒の縦動画で", {"length_s": 30, "format": "shorts"}),
        ("ja", "1分半の縦動画", {"length_s": 90, "format": "shorts"}),
        ("ja", "英語で30秒の広告", {"length_s": 30, "kind": "ad", "language": "en"}),
        ("zh-Hans", "90秒 竖屏", {"length_s": 90, "format": "shorts"}),
        ("zh-Hans", "做一个30秒的竖屏视频", {"length_s": 30, "format": "shorts"}),
        ("zh-Hans", "一分半钟，方形", {"length_s": 90, "format": "square"}),
        ("zh-Hans", "九十秒抖音", {"length_s": 90, "format": "tiktok"}),
    ],
)
def test_settings_in_every_language(language: str, said: str, changes: dict[str, object]) -> None:
    heard = brief_talk.hear(words(language), said)
    assert heard.changes == changes
    assert heard.rest == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", "半分にして"),
        ("ja", "3分の1"),
        ("ja", "十分に怖い話"),
        ("ja", "横浜の話"),
        ("zh-Hans", "三分之一"),
        ("zh-Hans", "十分可爱的猫"),
        ("zh-Hans", "一百二十秒"),
    ],
)
def test_what_only_looks_like_a_setting_is_none(language: str, said: str) -> None:
    heard = brief_talk.hear(words(language), said)
    assert heard.changes == {}
    assert heard.rest


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90", 90),
        ("2 minutes", 120),
        ("0.5 min", 30),
        ("1,5 minutes", 90),
        ("soon", None),
        ("-5", None),
        ("9" * 40, 10**7),
    ],
)
def test_a_typed_length(typed: str, seconds: int | None) -> None:
    assert brief_talk.length_of(words("en"), typed) == seconds


async def test_a_brief_changes_by_talk(set_: Set) -> None:
    ana = set_.person()
    await ana.says("A lighthouse keeper finds a bottle")
    await ana.says("make it 2 minutes, vertical")
    project = await Project.get()
    assert (project.length_s, project.format) == (120, "shorts")
    assert "2 minutes, vertical" in ana.last.plain
    await ana.says("A boy has 5 minutes to say goodbye to his shadow")
    project = await Project.get()
    assert project.idea == "A boy has 5 minutes to say goodbye to his shadow"
    assert project.length_s == 120
    assert ana.last.plain.startswith("A boy has 5 minutes")
    await ana.says("shorter")
    assert (await Project.get()).length_s == 90
    await ana.says("pirates")
    assert [one.label for one in ana.last.choices] == ["Keep the idea", "Yes, that instead"]
    await ana.says("yes, that instead")
    assert (await Project.get()).idea == "pirates"


@pytest.mark.parametrize(
    ("language", "typed", "idea", "told"),
    [
        ("en", "a boy befriends a whale, 2 minutes, vertical", "a boy befriends a whale", {"length_s": 120, "format": "shorts"}),
        ("en", "a keeper finds a letter (90 s, square)", "a keeper finds a letter", {"length_s": 90, "format": "square"}),
        ("de", "ein Junge trifft einen Wal, eine halbe Minute", "ein Junge trifft einen Wal", {"length_s": 30}),
        ("ja", "少年とクジラの友情、2分", "少年とクジラの友情", {"length_s": 120}),
        ("en", "a boy befriends a whale, a film of 10 seconds", "a boy befriends a whale", {"length_s": 10}),
        ("en", "a boy befriends a whale, an ad of twenty seconds", "a boy befriends a whale", {"length_s": 20, "kind": "ad"}),
        ("es", "un niño encuentra una ballena, una película de 40 segundos", "un niño encuentra una ballena", {"length_s": 40}),
        ("en", "a man, a dog, and an hour", "a man, a dog, and an hour", {}),
        ("en", "she waited, for one hour", "she waited, for one hour", {}),
        ("en", "two clocks argue, in Spanish", "two clocks argue, in Spanish", {}),
        ("en", "60 minutes", "60 minutes", {}),
    ],
)
def test_what_an_idea_names_after_itself(language: str, typed: str, idea: str, told: dict[str, object]) -> None:
    assert brief_talk.told_after(words(language), typed) == (idea, told)


async def test_a_length_after_the_idea_is_the_films(set_: Set) -> None:
    ana = set_.person("Ana")
    await ana.begins("a keeper finds a letter, 2 minutes")
    brief = projects.brief_of(await Project.get())
    assert (brief.idea, brief.length_s) == ("a keeper finds a letter", 120)


async def test_a_length_that_cannot_be_comes_back_with_one_that_can(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper", length_s=5)
    assert "5 seconds is too short" in ana.last.plain
    assert [one.label for one in ana.last.choices] == ["Make it 15 seconds", "Leave it"]
    await ana.presses()
    assert (await Project.get()).length_s == 15
    await ana.presses("Other length…")
    assert ana.last.awaits
    await ana.says("a week")
    assert "no length I understand" in ana.last.plain
    await ana.says("3 hours")
    assert "1 hour at most" in ana.last.plain
    await ana.presses("Make it 1 hour")
    assert (await Project.get()).length_s == 3600


async def test_loglines_follow_a_wish(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    await ana.says("yes")
    await ana.says("funnier, without the storm")
    assert set_.writer.wishes == ["", "funnier, without the storm"]
    assert "Film 4" in ana.last.plain
    await ana.says("make it 2 minutes")
    assert (await Project.get()).length_s == 120
    assert "2 minutes" in ana.last.plain
    await ana.says("B", work=True)
    version = await Version.filter(script__not_isnull=True).first()
    assert version
    assert version.ask["logline"]["title"] == "Film 5"


async def test_an_edit_says_what_changed_and_can_be_undone(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_script()
    await ana.says("make scene 2 at night")
    assert ana.last.plain == "Scene 2 is now at night.\nNothing else changed."
    assert [one.label for one in ana.last.choices] == ["Looks right: meet the cast", "Undo", "Show the script"]
    assert "KITCHEN, NIGHT" in ana.find("script").plain
    await ana.presses("Undo")
    assert "KITCHEN, DAY" in ana.find("script").plain
    assert ana.last.plain == "Taken back; version 1 counts again."
    await project.refresh_from_db()
    assert project.head_id == (await Version.get(number=2)).id


async def test_what_was_not_understood_is_said_with_examples(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.says("make scene 2 at night and do a barrel roll")
    assert "Scene 2 is now at night." in ana.last.plain
    assert "did not understand: “do a barrel roll”" in ana.last.plain
    await ana.says("dance on the ceiling")
    assert ana.last.plain.startswith("I did not understand that, so I changed nothing.")
    assert len([part for part in ana.last.body if part.type == "block" and part.kind == "quote"]) == 3
    assert ana.last.primary
    assert await Version.filter(script__not_isnull=True).count() == 2


async def test_talk_while_something_is_written_waits_its_turn(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.says("make scene 2 at night", work=False)
    await ana.says("make scene 1 foggy", work=False)
    assert ana.last.plain == "I am still writing. I keep this in mind and do it next."
    await set_.work()
    head = await projects.head_of(await Project.get())
    script = projects.script_of(head)
    assert script
    assert (script.scenes[1].time_of_day, script.scenes[0].weather) == ("night", "fog")
    assert ana.last.plain.startswith("The weather of scene 1 is now: fog.")


async def test_a_wish_that_waits_is_heard_as_it_reads_by_then(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.says("make scene 2 at night", work=False)
    await set_.showing.now(await set_.engine.turn(Said(ana.at, "u-1", "make scene 1 sunny", message="77")))
    assert not await set_.engine.turn(Corrected(ana.at, "u-2", "make scene 1 foggy", True, message="77"))
    await set_.work()
    assert ana.last.plain.startswith("The weather of scene 1 is now: fog.")
    (told,) = await set_.engine.turn(Corrected(ana.at, "u-3", "make scene 1 rainy", True, message="77"))
    assert told.args["says"][0]["key"] == "said-changed-late"


async def test_too_many_wishes_at_once_are_declined(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    for _ in range(6):
        await ana.says("make scene 1 foggy", work=False)
    await ana.says("make scene 1 foggy", work=False)
    assert "5 wishes are waiting already" in ana.last.plain
    await set_.work()


async def test_a_waiting_wish_that_fails_is_told_and_the_next_is_heard(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.says("make scene 2 at night", work=False)
    await ana.says("x" * 2000, work=False)
    await ana.says("make scene 1 foggy", work=False)
    await set_.work()
    assert any("too long" in message.view.plain for message in ana.seen)
    assert ana.last.plain.startswith("The weather of scene 1")


async def test_talk_works_at_every_stage_with_a_script(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_script()
    night, fog = "make scene 2 at night", "make scene 1 foggy"
    for said, stage in ((night, Stage.SCRIPT), (fog, Stage.CAST), (night, Stage.BOARD), (fog, Stage.QUOTE)):
        async with transaction() as tx:
            await projects.reach(tx, await Project.get(id=project.id), stage)
        await ana.says(said)
        assert "changed" in ana.last.plain
        assert ana.last.primary


async def test_a_format_after_the_script_frames_anew_and_is_undone_whole(set_: Set) -> None:
    ana = set_.person()
    await ana.to_board()
    await ana.says("vertical please")
    assert "The film is vertical now" in ana.last.plain
    assert (await Project.get()).format == "shorts"
    assert ana.find("board").media
    await ana.says("undo")
    assert (await Project.get()).format == "youtube"


async def test_a_writer_that_fails_is_asked_again(set_: Set, failing: WritingFailed) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    set_.writer.fails = [failing]
    await ana.presses()
    assert "Nothing was charged" in ana.last.plain
    assert [one.label for one in ana.last.choices] == ["Try again"]
    await ana.presses()
    assert "Film 1" in ana.last.plain
    set_.writer.fails = [failing]
    await ana.presses()
    await ana.presses()
    assert ana.last.name == "script"
    assert ana.last.primary
    assert ana.last.primary.label == "Looks right: meet the cast"


async def test_small_talk(set_: Set) -> None:
    ana = set_.person()
    await ana.says("Hello!")
    assert ana.last.name == "welcome"
    assert [choice.label for choice in ana.last.choices][1:] == ["How this works"]
    await ana.presses("How this works")
    assert ana.last.name == "help"
    assert len(ana.last.choices) == 1
    await ana.presses()
    assert (await Project.get()).idea in ideas_of("en")
    await ana.says("help")
    assert ana.last.name == "help"
    await ana.says("thanks")
    assert ana.last.plain == "With pleasure."
    await ana.says("my films")
    assert ana.last.name == "films"
    await ana.says("where are we?")
    assert ana.last.name == "brief"


async def test_a_question_is_answered_or_left(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.presses("Looks right: meet the cast")
    await ana.chooses("Change somebody", "c1")
    await ana.presses("Look…")
    assert "grey braid" in ana.last.plain
    await ana.says("leave it")
    await ana.presses("Name…", view=ana.find("cast"))
    await ana.says("Ana")
    assert "Mara is now called Ana, everywhere." in ana.find("cast").plain
    head = await projects.head_of(await Project.get())
    script = projects.script_of(head)
    assert script
    assert script.character("c1").name == "Ana"
    assert script.character("c1").look == "grey braid"


async def test_a_scene_is_rewritten_as_typed(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.chooses("Rewrite a scene", "s2")
    assert ana.last.plain.startswith("How should scene 2 go?")
    await ana.says("let them laugh once")
    assert ana.last.plain.startswith("Scene 2 is written anew.")
    script = projects.script_of(await projects.head_of(await Project.get()))
    assert script
    assert script.scenes[1].synopsis == "let them laugh once"


async def test_shorter_and_longer_tell_the_new_length(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    await ana.presses("Longer", view=ana.find("script"))
    assert ana.last.plain.startswith("The story is told in 45 seconds now instead of 30 seconds.")
    assert "Nothing else" not in ana.last.plain
    assert not await Post.filter(name="notice").exists()
