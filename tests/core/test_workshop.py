"""The workshop: nothing is made twice, nothing is stale, nothing half-made is ever seen."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import Voice


class Kitchen:
    """Counts how often it cooks."""

    def __init__(self, *, fail: bool = False) -> None:
        self.cooked, self.fail = 0, fail

    async def cook(self, out: Path, dish: str, **_: object) -> dict[str, object]:
        self.cooked += 1
        await asyncio.sleep(0.02)
        out.write_text(dish)
        if self.fail:
            raise RuntimeError("burnt")
        return {"dish": dish}

    def stage(self, version: int = 1) -> Stage:
        return Stage("dish", version, ".txt", self.cook)


async def test_made_once_for_the_same_inputs(tmp_path: Path) -> None:
    kitchen, shop = Kitchen(), Workshop(tmp_path)
    first = await shop.made(kitchen.stage(), dish="soup", voice=Voice(pitch="low"))
    again = await Workshop(tmp_path).made(kitchen.stage(), dish="soup", voice=Voice(pitch="low"))
    assert first == again
    assert kitchen.cooked == 1
    assert first.path.read_text() == "soup"
    assert first.facts == {"dish": "soup"}
    assert shop.find(kitchen.stage(), dish="soup", voice=Voice(pitch="low")) == first
    assert shop.find(kitchen.stage(), dish="tea", voice=Voice(pitch="low")) is None


async def test_everything_that_counts_changes_the_key(tmp_path: Path) -> None:
    kitchen, shop = Kitchen(), Workshop(tmp_path)
    file = tmp_path / "a"
    file.write_text("x")
    source = Source.of(file)
    made = Made(file, "k1")
    inputs = [
        {"dish": "soup"}, {"dish": "tea"}, {"dish": "soup", "hot": True}, {"dish": "soup", "from_": source},
        {"dish": "soup", "from_": Source(file, "0" * 64)}, {"dish": "soup", "from_": made}, {"dish": "soup", "from_": [made, 1]},
    ]  # fmt: skip
    keys = {shop.key(kitchen.stage(), **one) for one in inputs} | {shop.key(kitchen.stage(2), dish="soup")}
    assert len(keys) == len(inputs) + 1
    assert shop.key(kitchen.stage(), dish="soup", from_=Source(Path("elsewhere"), source.sha256)) == shop.key(kitchen.stage(), dish="soup", from_=source)
    with pytest.raises(TypeError, match="no input of a stage"):
        shop.key(kitchen.stage(), dish=object())


async def test_callers_at_once_wait_for_one_maker(tmp_path: Path) -> None:
    kitchen = Kitchen()
    made = await asyncio.gather(*(Workshop(tmp_path).made(kitchen.stage(), dish="soup") for _ in range(8)))
    assert kitchen.cooked == 1
    assert len({one.path for one in made}) == 1


async def test_a_failure_or_a_kill_leaves_nothing_behind(tmp_path: Path) -> None:
    burnt = Kitchen(fail=True)
    shop = Workshop(tmp_path)
    with pytest.raises(RuntimeError, match="burnt"):
        await shop.made(burnt.stage(), dish="soup")
    task = asyncio.create_task(shop.made(Kitchen().stage(), dish="soup"))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".lock"] == []
    assert (await shop.made(Kitchen().stage(), dish="soup")).path.read_text() == "soup"


async def test_a_lost_file_is_made_again_and_old_ones_are_swept(tmp_path: Path) -> None:
    kitchen, shop = Kitchen(), Workshop(tmp_path)
    made = await shop.made(kitchen.stage(), dish="soup")
    made.path.unlink()
    assert (await shop.made(kitchen.stage(), dish="soup")).path.exists()
    assert kitchen.cooked == 2
    assert shop.sweep(3600, time.time()) == 0
    assert shop.sweep(3600, time.time() + 7200) == 1
    assert shop.find(kitchen.stage(), dish="soup") is None
