"""A storyboard of many shots in a chat: pages, scenes to jump to, and everything that can be done to one shot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core import projects
from core.models import Project
from core.writing.writer import Written
from tests.fakes.instant import tiny_script

if TYPE_CHECKING:
    from core.writing.script import Script
    from tests.bots.conversation.conftest import Set, Talker


async def long_film(set_: Set, monkeypatch: pytest.MonkeyPatch, shots: int = 120) -> Talker:
    """Somebody at the storyboard of a film with so many shots, three in a scene."""

    async def written(*_: object, **__: object) -> Written:
        return Written(tiny_script(shots, per_scene=3))

    monkeypatch.setattr(set_.writer, "script", written)
    ana = set_.person()
    await ana.to_board()
    return ana


async def script() -> Script:
    found = projects.script_of(await projects.head_of(await Project.get()))
    assert found
    return found


async def test_pages_and_scenes_of_a_long_film(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await long_film(set_, monkeypatch)
    board = ana.find("board")
    assert len(board.media) == 4
    assert board.primary
    assert board.primary.label == "Approve all 120"
    await ana.presses("Next ▶", view=board)
    assert "Shots 5 to 8 of 120" in ana.find("board").plain
    scenes = next(one for one in ana.find("board").selects if one.label == "Jump to a scene")
    assert len(scenes.options) == 25
    await ana.chooses("Jump to a scene", "s25")
    assert "Shots 73 to 76 of 120" in ana.find("board").plain
    scenes = next(one for one in ana.find("board").selects if one.label == "Jump to a scene")
    assert any(option.value == "s40" for option in scenes.options) or scenes.options[0].value != "s1"
    shots = next(one for one in ana.find("board").selects if one.label == "Look at one shot")
    assert (shots.options[0].value, len(shots.options)) == ("h73", 25), "what is seen stands first"
    assert "“shot 74 closer”, “delete shot 76”" in ana.find("board").plain
    await ana.chooses("Look at one shot", "h75")
    assert "Shot 75 of 120" in ana.find("board").plain
    await ana.presses("All panels", view=ana.find("board"))
    assert "Shots 73 to 76 of 120" in ana.find("board").plain


async def test_shots_are_approved_one_by_one_until_the_film_moves(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await long_film(set_, monkeypatch, shots=5)
    await ana.chooses("Look at one shot", "h4")
    for number in (5, 1, 2):
        await ana.presses()
        assert f"Shot {number} of 5" in ana.find("board").plain
    await ana.presses("All panels", view=ana.find("board"))
    assert ana.find("board").plain.count("✓") == 2
    await ana.chooses("Look at one shot", "h4")
    assert "Approved." in ana.find("board").plain
    await ana.presses("Redraw", view=ana.find("board"))
    assert "Approved." not in ana.find("board").plain
    for _ in range(3):
        await ana.presses(view=ana.find("board"))
    assert "Shots 1 to 4 of 5" in ana.find("board").plain
    await ana.presses(view=ana.find("board"))
    assert ana.last.name == "animatic"


async def test_everything_can_be_done_to_one_shot(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await long_film(set_, monkeypatch, shots=9)
    await ana.chooses("Look at one shot", "h2")

    async def board_form(label: str, text: str) -> None:
        form = await ana.form(label, ana.find("board"))
        assert form
        await ana.submits(form, text)

    await board_form("Lines…", "Mara: Nobody answers.")
    assert (await script()).shot("h2").lines[0].text == "Nobody answers."
    form = await ana.form("Picture…", ana.find("board"))
    assert form
    assert form.entries[0].value == "Mara walks on, step 2."
    await ana.submits(form, "Mara stops at the rail.")
    await ana.chooses("How long", "4", view=ana.find("board"))
    await ana.chooses("How close", "CU", view=ana.find("board"))
    await ana.chooses("Camera", "dolly_in", view=ana.find("board"))
    shot = (await script()).shot("h2")
    assert (shot.action, shot.duration_s, shot.size, shot.move) == ("Mara stops at the rail.", 4.0, "CU", "dolly_in")
    await ana.presses("Move later", view=ana.find("board"))
    assert [one.id for one in (await script()).shots][:3] == ["h1", "h3", "h2"]
    await board_form("Insert after…", "The sea, empty.")
    assert len((await script()).shots) == 10
    await ana.presses("Split", view=ana.find("board"))
    assert len((await script()).shots) == 11
    await ana.presses("Delete", view=ana.find("board"))
    assert len((await script()).shots) == 10
    await ana.presses("Undo", view=ana.find("board"))
    assert len((await script()).shots) == 11
