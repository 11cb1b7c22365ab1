"""The diagram of the journey shows what the steps and the views do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bots.conversation.onward import ONWARD
from bots.conversation.steps import STEPS
from core.models import Action, Project
from core.projects import Stage, stage

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set

DIAGRAM = (Path(__file__).parents[3] / "docs" / "conversation.md").read_text(encoding="utf-8")
ARROW = re.compile(r"^ +(\S+) --> (\S+?)(?:: (\(?)([a-z_.]+)\)?)?$", re.MULTILINE)


def arrows() -> list[tuple[str, str, bool, str]]:
    """(from, to, whether it is the recommended step, step) of every arrow; the step is empty where the film arrives by itself."""
    return [(found[1], found[2], not found[3], found[4] or "") for found in ARROW.finditer(DIAGRAM)]


def test_states_are_the_stages() -> None:
    states = {state for start, end, _, _ in arrows() for state in (start, end)} - {"[*]"}
    assert states == {one.value for one in Stage}


def test_every_arrow_names_a_step() -> None:
    assert {step for *_, step in arrows() if step} <= set(STEPS)


def test_one_recommended_arrow_leaves_every_state() -> None:
    for one in Stage:
        recommended = [step for start, _, best, step in arrows() if start == one.value and best and step]
        assert len(recommended) == 1, one


def test_what_answers_recommend_is_a_step() -> None:
    assert {step for _, step in ONWARD.values()} <= set(STEPS)
    assert set(ONWARD) == set(Stage)


async def test_the_recommended_presses_follow_the_diagram(set_: Set) -> None:
    ways = {(start, step): end for start, end, best, step in arrows() if best and step}
    ana = set_.person()
    await ana.begins("a keeper finds a letter")
    while ana.last.name != "film":
        project = await Project.get()
        before = (await stage(project)).value
        action = await Action.get(id=ana.asking.choices[0].action)
        await ana.presses()
        after = (await stage(await Project.get())).value
        assert after in (ways[before, action.step], "film"), (before, action.step, after)
