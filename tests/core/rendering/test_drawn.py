"""The renderer `drawn` with a quick hand: found again, tried again, called back in the middle of a stroke."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from core import jobs
from core.errors import Unavailable
from core.jobs import transaction
from core.models import Job, Take
from core.rendering.begin import cancel
from core.rendering.drawn import DrawnRenderer, OnShare
from core.rendering.handlers import handlers
from core.rendering.renderer import ShotOrder
from core.rendering.status import status
from core.workshop import Made
from core.writing.script import Script


class Hand:
    """Draws text. `troubles` by shot are raised first; `still` shots are never done."""

    def __init__(self, root: Any) -> None:
        self.root, self.drawn, self.let_go = root, [], 0
        self.troubles: dict[str, list[Exception]] = {}
        self.still: set[str] = set()
        self.holds = asyncio.Event()

    async def __call__(self, script: Script, order: ShotOrder, on_share: OnShare) -> Made:
        self.drawn.append(order.shot.id)
        if self.troubles.get(order.shot.id):
            raise self.troubles[order.shot.id].pop(0)
        await on_share(0.5)
        if order.shot.id in self.still:
            self.holds.set()
            try:
                await asyncio.sleep(3600)
            finally:
                self.let_go += 1
        path = self.root / f"{order.take}.mp4"
        path.write_text(f"clip of {order.shot.id}")
        return Made(path, f"key-{order.shot.id}")


@pytest.fixture
def hand(lot: Any, data_dir: Any) -> Hand:
    """The house with this hand at work."""
    hand = Hand(data_dir)
    drawn = DrawnRenderer(lot.studio.storage, "1")
    lot.studio = replace(lot.studio, renderers={"preview": drawn, "drawn": drawn}, play=True)
    lot.handlers = handlers(lot.studio, hand)
    return hand


async def test_every_shot_is_drawn_once(lot: Any, hand: Hand) -> None:
    ana = await lot.person(0)
    project, version = await lot.project(ana)
    render = await lot.ended(await lot.begin(project, version, ana, "drawn"))
    assert (render.state, render.captured_mc) == ("done", 8000)
    assert sorted(hand.drawn) == ["h1", "h2", "h3", "h4"]
    again = await lot.ended(await lot.begin(project, version, ana, "drawn"))
    assert (again.state, again.captured_mc) == ("done", 0)
    assert len(hand.drawn) == 4


async def test_a_drawing_that_fails_is_tried_again_and_in_the_end_not_charged(lot: Any, hand: Hand) -> None:
    ana = await lot.person(0)
    project, version = await lot.project(ana)
    hand.troubles = {"h1": [RuntimeError("a slip")], "h2": [Unavailable("no room")] * 5, "h3": [RuntimeError("never")] * 99}
    render = await lot.ended(await lot.begin(project, version, ana, "drawn"))
    assert (render.state, render.captured_mc) == ("done", 6000)
    assert (await status(render.id)).stand_ins == (3,)
    assert hand.drawn.count("h3") == 9  # three takes, three tries each
    assert await Take.filter(slate__shot_id="h3", state="failed").count() == 3


async def test_a_drawing_that_is_called_back_is_dropped(lot: Any, hand: Hand) -> None:
    ana = await lot.person(0)
    project, version = await lot.project(ana)
    hand.still = {"h2"}
    render_id = await lot.begin(project, version, ana, "drawn")
    for kind in ("advance", "dispatch", "submit"):
        await lot.step(kind)
    take = await Take.get(slate__render_id=render_id, slate__shot_id="h2")
    row = await Job.get(kind="draw", subject=str(take.id))
    drawing = asyncio.create_task(lot.handlers["draw"](await _held(row)))
    await hand.holds.wait()
    async with transaction() as tx:
        assert await cancel(tx, render_id) == "stopping"
    await lot.step("advance")
    await lot.step("cancel")
    await drawing
    assert hand.let_go == 1
    render = await lot.ended(render_id)
    assert (render.state, render.captured_mc) == ("cancelled", 0)
    assert {state for _, _, state in await lot.takes(render_id)} == {"cancelled"}


async def _held(row: Job) -> Any:
    row.epoch += 1
    await row.save(update_fields=["epoch"])
    return jobs.Job(row.id, row.kind, row.subject, row.queue, row.epoch, row.wanted, 0)
