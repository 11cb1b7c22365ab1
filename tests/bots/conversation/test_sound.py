"""What is heard: lines that need more time than their shot has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core import projects
from core.projects import Stage, stage
from core.writing.script import SHOT_S_MAX

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


async def test_shots_too_short_for_their_lines_get_the_time_at_one_press(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_board()
    before = projects.script_of(await projects.head_of(project))
    assert before
    first, second = before.shots[:2]
    set_.cutter.facts["tight"] = {first.id: 0.6, second.id: 0.3}
    await ana.presses()
    view = ana.find("animatic")
    assert "Shots 1–2 are a little short" in view.plain
    assert view.choices[0].label == "Render it", "the journey goes on by itself"
    set_.cutter.facts.clear()
    await ana.presses("Give them the time")
    await project.refresh_from_db()
    after = projects.script_of(await projects.head_of(project))
    assert after
    assert [shot.duration_s for shot in after.shots[:2]] == [first.duration_s + 0.75, second.duration_s + 0.5]
    assert after.shots[2:] == before.shots[2:]
    assert await stage(project) is Stage.ANIMATIC
    assert len([message for message in ana.seen if message.view.name == "animatic"]) == 2
    assert "a little short" not in ana.find("animatic").plain


async def test_a_shot_cannot_grow_over_the_longest(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_board()
    set_.cutter.facts["tight"] = {"h1": 30.0}
    await ana.presses()
    await ana.presses("Give it the time")
    await project.refresh_from_db()
    script = projects.script_of(await projects.head_of(project))
    assert script
    assert script.shot("h1").duration_s == SHOT_S_MAX
