"""Films by number or title from any command, and what is suggested while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.models import Dialogue, Person, Project

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


async def test_commands_act_on_a_film_by_number_or_title_from_anywhere(set_: Set) -> None:
    ana = set_.person("Ana", place="chan-1", place_kind="thread", thread="t1", server="s1")
    project = await ana.to_script()
    there = set_.person("Ana")
    there.at = type(there.at)(**{**vars(there.at), "person": ana.at.person})
    await there.begins("another: a baker dreams")
    for typed in (str(project.id), f"#{project.id}", "Mara and the Lamp", "mara", "LAMP", f"{project.id} · Mara and the Lamp"):
        await there.calls("status", film=typed)
        assert there.last.name == "script", typed
        await there.calls("status", film="another")
        assert there.last.name == "brief"
    await there.calls("board", film="mara")
    assert there.last.name == "board"
    await there.calls("render", film="another")
    assert "no script yet" in there.last.plain
    await there.calls("open", film="nothing like it")
    assert "no such film" in there.last.plain
    await there.calls("cancel", film="mara")
    assert "Nothing is being rendered" in there.last.plain
    await there.calls("export", film="mara")
    assert there.last.primary
    assert there.last.primary.label == "Screenplay"
    assert (await Project.get(id=project.id)).home_thread == "t1"
    home = await set_.engine.home_of("mara", there.at)
    assert home
    assert (home.place, home.thread, home.place_kind) == ("chan-1", "t1", "thread")
    eve = set_.person("Eve")
    assert await set_.engine.home_of("mara", eve.at) is None
    await eve.says("hello")
    assert await set_.engine.home_of(str(project.id), eve.at) is None


async def test_what_is_typed_is_completed_and_nothing_is_written(set_: Set) -> None:
    ana, eve = set_.person("Ana"), set_.person("Eve")
    project = await ana.to_script()
    await ana.begins("a baker dreams")
    found = await set_.engine.suggest(ana.at, "film", "")
    assert [label for label, _ in found] == [f"{project.id + 1} · a baker dreams", f"{project.id} · Mara and the Lamp"]
    assert [value for _, value in await set_.engine.suggest(ana.at, "film", "lamp")] == [str(project.id)]
    assert await set_.engine.suggest(ana.at, "cast", "") == []
    await ana.calls("open", film="mara")
    assert ("Mara", "c1") in await set_.engine.suggest(ana.at, "cast", "ma")
    assert [value for _, value in await set_.engine.suggest(ana.at, "scene", "2")] == ["s2"]
    people, talks = await Person.all().count(), await Dialogue.all().count()
    assert await set_.engine.suggest(eve.at, "film", "") == []
    assert (await Person.all().count(), await Dialogue.all().count()) == (people, talks)
