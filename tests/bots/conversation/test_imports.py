"""Somebody brings a story: a file that is sent, a text that is pasted. It becomes a film like any, or gets one clear sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core import jobs
from core.models import Material, Post, Project, Version
from core.projects import Stage, stage
from core.writing.fountain import fountain
from tests.core.writing.conftest import lighthouse

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set

TALE = "\n\n".join(
    [
        "The Bottle",
        "Mara lived in the lighthouse and nobody came to see her. Every evening she climbed the stairs and lit the lamp for ships that did not come.",
        "One evening a bottle knocked against the rocks. She went down to the beach in the rain and picked it up.",
        "“I know this hand,” said Mara.",
        "The next morning old Tom came in his boat. “You look as if you had seen a ghost,” said Tom.",
        "“Do you believe a letter can be older than its ink?”",
        "“I believe letters are mostly bills.” He put the bread on the table and would not look at her, and the clock in the kitchen went on as it always did.",
        "That night Mara sat in the dark. Far out there was a light, and it was coming nearer.",
        "She took the matches and went up the stairs, slowly, one by one, and did not count them.",
    ]
)


async def test_a_file_becomes_a_film(set_: Set) -> None:
    ana = set_.person()
    seen = await ana.brings("The_Lamp.fountain", fountain(lighthouse()).encode())
    assert [view.name for view in seen] == ["material"]
    offer = ana.last
    assert "Mara and the Lamp" in offer.plain
    assert "3 scenes" in offer.plain
    assert "Who speaks: Mara, Old Tom." in offer.plain
    assert [choice.label for choice in offer.choices] == ["Make it a film", "Leave it"]
    await ana.presses()
    brief = ana.last
    assert (brief.name, "“The_Lamp.fountain”" in brief.plain) == ("brief", True)
    project = await Project.get()
    assert project.length_s == 30
    await ana.presses()
    assert await stage(await Project.get()) is Stage.SCRIPT
    script = ana.find("script")
    assert "every line is in it" in script.plain
    assert "I know this hand." in script.plain
    await ana.says("make scene 2 at night")
    assert "Scene 2 is now at night" in ana.last.plain
    await ana.says("undo")
    while ana.last.name != "film":
        await ana.presses()


async def test_a_pasted_story(set_: Set) -> None:
    ana = set_.person()
    await ana.says(TALE)
    assert "A story of" in ana.last.plain
    assert [choice.label for choice in ana.last.choices] == ["Make it a film", "Only its idea", "Leave it"]
    await ana.presses()
    await ana.says("30 seconds")
    assert (await Project.get()).length_s == 30
    await ana.presses("Good, go on", view=ana.find("brief"))
    assert "Cut to length" in ana.find("script").plain


async def test_only_its_idea(set_: Set) -> None:
    ana = set_.person()
    await ana.says(TALE)
    await ana.presses("Only its idea")
    assert (await Project.get()).settings == {}
    await ana.presses()
    assert ana.last.name == "loglines"


async def test_a_story_is_told_no_longer_than_it_can_be(set_: Set) -> None:
    ana = set_.person()
    await ana.says(TALE)
    await ana.presses()
    await ana.says("an hour")
    assert "carries" in ana.last.plain
    await ana.presses()
    project = await Project.get()
    assert 60 < project.length_s < 600
    await ana.says("in German")
    assert "keeps the language" in ana.last.plain


async def test_another_idea_is_asked_about(set_: Set) -> None:
    ana = set_.person()
    await ana.says(TALE)
    await ana.presses()
    await ana.says("two foxes who share one coat in winter")
    assert [choice.label for choice in ana.last.choices] == ["Keep the idea", "Yes, that instead"]
    await ana.presses("Yes, that instead")
    project = await Project.get()
    assert (project.settings, project.idea) == ({}, "two foxes who share one coat in winter")


async def test_told_anew_it_is_the_same_story(set_: Set) -> None:
    ana = set_.person()
    await ana.brings("lamp.fountain", fountain(lighthouse()).encode())
    while ana.last.name != "film":
        await ana.presses()
    await ana.presses("Another version")
    await ana.presses()
    assert ana.last.name == "script"
    assert "I know this hand." in ana.last.plain


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("film.txt", b"", "nothing in that file"),
        ("film.txt", b"PK\x03\x04....", "Word or zip document"),
        ("film.txt", bytes(range(1, 256)) * 20, "no text"),
        ("film.fdx", b"<FinalDraft><Content>", "no Final Draft file"),
        ("film.txt", b"Too short.", "too few words"),
        ("film.zip", b"PK\x05\x06", "I cannot use “film.zip” here"),
        ("film.txt", b"x" * (2 << 20) + b"!", "larger than 2 MB"),
    ],
)
async def test_what_is_no_story(set_: Set, name: str, data: bytes, says: str) -> None:
    ana = set_.person()
    await ana.brings(name, data)
    assert says in ana.last.plain
    assert await Project.all().count() == 0
    if ana.last.choices:
        assert ana.last.choices[0].label == "Tell an idea instead"


async def test_the_rules_on_content_hold(set_: Set) -> None:
    ana = set_.person()
    await ana.brings("how.txt", (TALE + "\n\nHe explained in detail how to build a pipe bomb at home, step by step, and she took notes.").encode())
    assert "breaks the rules on content" in ana.last.plain
    assert (await Material.get()).text == ""


async def test_somebody_elses_story_stays_theirs(set_: Set) -> None:
    ana, ben = set_.person("Ana", place="hall"), set_.person("Ben", place="hall")
    await ana.says(TALE)
    button = ana.last.choices[0].action
    await ben.presses_id(button)
    assert await Project.all().count() == 0


async def test_a_file_that_is_sent_twice_or_read_twice_is_read_once(set_: Set) -> None:
    ana = set_.person()
    await ana.brings("lamp.fountain", fountain(lighthouse()).encode(), work=False)
    material = await Material.get()
    async with jobs.transaction() as tx:
        tx.want("read", material.id)
    await set_.work()
    before = (await Material.get()).facts
    async with jobs.transaction() as tx:
        tx.want("read", material.id)
    await set_.work()
    assert (await Material.get()).facts == before
    assert await Post.filter(name="material").count() == 1


async def test_a_kill_while_it_is_read_loses_nothing(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = set_.person()
    await ana.brings("lamp.fountain", fountain(lighthouse()).encode(), work=False)

    async def dies(key: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(set_.desk.studio.storage, "fetch", dies)
        with pytest.raises(KeyboardInterrupt):
            await set_.work()
    assert (await Material.get()).facts is None
    await set_.work()
    assert ana.last.choices[0].label == "Make it a film"


async def test_a_failed_adaptation_can_be_asked_for_again(set_: Set, failing: Exception) -> None:
    ana = set_.person()
    await ana.says(TALE)
    await ana.presses()
    set_.writer.fails.append(failing)
    await ana.presses()
    assert [choice.label for choice in ana.last.choices] == ["Try again"]
    await ana.presses()
    assert (await Version.all().order_by("-id").first()).script is not None
