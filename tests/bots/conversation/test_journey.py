"""The journey from an idea to a film, as a person meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.models import Milestone, Render

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
