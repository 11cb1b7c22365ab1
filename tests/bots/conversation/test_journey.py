"""The journey from an idea to a film, as a person meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.models import Milestone, Project, Render

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


async def test_always_pressing_the_primary_leads_to_the_film(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("A lighthouse keeper finds a bottle with her own handwriting", seed=1)
    for _ in range(12):
        if ana.last.name == "film":
            break
        await ana.presses()
    film = ana.last
    assert film.name == "film"
    assert film.media[0].kind == "video"
    assert "Mara and the Lamp" in film.plain
    assert "charged" in film.plain
    assert ana.seen[-1].notify
    render = await Render.exclude(tier="preview").get()
    assert render.state == "done"
    assert {one.step for one in await Milestone.all()} == {"idea", "loglines", "script", "cast", "board", "animatic", "quote", "render", "film"}


async def test_a_readable_script_takes_three_answers(set_: Set) -> None:
    ana = set_.person()
    await ana.says("A fox and a night guard share one secret")
    await ana.says("yes")
    await ana.says("A")
    script = ana.find("script")
    assert "MARA" in script.plain
    assert script.primary
    assert script.primary.label == "Looks right: meet the cast"


GERMAN = "Eine alte Uhrmacherin will die Zeit für eine Stunde anhalten, und der Mond ist nicht damit einverstanden"


async def test_an_idea_in_a_language_nobody_here_writes_is_said_so(set_: Set) -> None:
    ana = set_.person()
    await ana.says(GERMAN)
    assert "Your idea is told in German. I write in English here" in ana.last.plain
    await ana.says("/new")
    await ana.says("Un gardien de phare trouve une bouteille")
    assert "Your idea is told in French. I write in English here" in ana.last.plain
    await ana.says("/new")
    await ana.says("A fox and a night guard share one secret, and the moon is not told about it")
    assert "told in" not in ana.last.plain
    assert "I can write only" not in ana.last.plain


async def test_whoever_speaks_a_language_nobody_here_writes_is_told_before_going_on(set_: Set) -> None:
    ana = set_.person(language="de")
    await ana.says("Einsamkeit")
    assert "Ich kann hier nur auf Englisch schreiben" in ana.last.plain


async def test_an_idea_is_filmed_in_its_own_language_where_that_is_written(set_: Set) -> None:
    set_.writer.languages = ("en", "de")
    ana = set_.person()
    await ana.says(GERMAN)
    assert "in German" in ana.last.plain
    assert "told in" not in ana.last.plain
    assert (await Project.get()).language == "de"
