"""A finished film can be changed: somebody goes back to its storyboard or script, and from there on to its next render."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.models import Project
from core.projects import Stage
from core.projects import stage as stage_of

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set, Talker


async def to_film(ana: Talker) -> None:
    """Always the recommended button, until there is a film."""
    for _ in range(8):
        if ana.last.name == "film":
            return
        await ana.presses()
    raise AssertionError("no film")


async def test_change_something_leads_to_the_storyboard_and_on_to_another_film(set_: Set) -> None:
    ana = set_.person("Ana")
    project = await ana.to_board()
    await to_film(ana)
    first = ana.last
    await ana.presses("Change something")
    assert ana.last.name == "board"
    assert ana.last.primary
    assert await stage_of(await Project.get(id=project.id)) is Stage.BOARD
    await ana.calls("open", film=str(project.id))
    assert ana.last.name == "board"
    await to_film(ana)
    assert ana.last.primary != first.primary
    assert await stage_of(await Project.get(id=project.id)) is Stage.FILM
    await ana.calls("script")
    assert ana.last.name == "script"
    assert ana.last.primary
    assert ana.last.primary.label == "Looks right: meet the cast"


async def test_while_a_film_is_rendered_its_script_can_be_read(set_: Set) -> None:
    ana = set_.person("Ana")
    await ana.to_board()
    while ana.last.name != "quote":
        await ana.presses()
    await ana.presses(work=False)
    await ana.calls("script", work=False)
    assert ana.last.name == "script"
    assert [one.label for one in ana.last.choices] == ["How is it going?"]
    await ana.calls("board", work=False, scene="2")
    assert ana.last.name == "board"
    assert [one.label for one in ana.last.choices] == ["How is it going?", "Next ▶"]
    await ana.presses(work=False)
    assert ana.last.name == "card"
