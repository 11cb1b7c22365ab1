"""A hosted video service behind the same port: its clips are fetched, fitted to the order, and taken like any other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core import ffmpeg
from core.config import HostedModel
from core.film.probe import probe_picture
from core.models import Take
from core.rendering import hosted as room
from core.rendering.addresses import Addresses
from core.rendering.hosted import HostedRenderer
from core.rendering.prompts import NEGATIVE
from tests.core.rendering.gpu.conftest import GpuLot
from tests.fakes.fal import FakeFal
from tests.fakes.instant import tiny_script

MODEL = HostedModel(id="fal-ai/tiny/text-to-video", image_id="fal-ai/tiny/image-to-video", tiers=("standard",), usd_per_s=0.01, seconds=(2, 5))


@dataclass
class Hosted:
    lot: GpuLot
    fal: FakeFal
    renderer: HostedRenderer

    async def begun(self, shots: int = 1, **script: Any) -> int:
        ana = await self.lot.person()
        project, version = await self.lot.project(ana, tiny_script(shots, **script))
        version.board = {"panels": {"h2": "boards/h2.png"}}
        await version.save(update_fields=["board"])
        return await self.lot.begin(project, version, ana)

    async def asked(self, n: int = 1) -> list[str]:
        await self.lot.until(lambda: len(self.fal.requests) >= n)
        return list(self.fal.requests)


@pytest.fixture
async def hosted(gpu: GpuLot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hosted]:
    monkeypatch.setattr(room, "SIZES", dict.fromkeys(room.SIZES, (64, 48)))
    async with FakeFal({MODEL.id, MODEL.image_id}).running() as fal:
        renderer = HostedRenderer("standard", MODEL, fal.url, fal.key, gpu.studio.storage, Addresses(gpu.studio.storage, gpu.links))
        renderer.poll_s = 0.05
        gpu.studio.renderers["standard"] = renderer  # type: ignore[index]
        yield Hosted(gpu, fal, renderer)
        await renderer.close()


async def clip(path: Path, seconds: float, size: str = "96x64", rate: int = 16) -> Path:
    await ffmpeg.run(["-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:duration={seconds}", "-pix_fmt", "yuv420p", path])
    return path


async def test_a_clip_of_another_size_rate_and_length_is_fitted(hosted: Hosted, tmp_path: Path) -> None:
    render_id = await hosted.begun(2, per_scene=2)
    first, second = await hosted.asked(2)
    text, image = hosted.fal.requests[first], hosted.fal.requests[second]
    assert (text.model, image.model) == (MODEL.id, MODEL.image_id)
    assert text.input["aspect_ratio"] == "16:9"
    assert text.input["duration"] == "2"
    assert text.input["negative_prompt"] == NEGATIVE
    assert "/d/" in image.input["image_url"]
    assert "aspect_ratio" not in image.input
    hosted.fal.begin(first)
    await hosted.lot.step("collect")
    hosted.fal.finish(first, await clip(tmp_path / "long.mp4", 5.0))
    hosted.fal.finish(second, await clip(tmp_path / "short.mp4", 1.9))
    render = await hosted.lot.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 4000)
    for take in await Take.filter(state="accepted"):
        assert take.cost_usd == pytest.approx(0.02)  # two seconds are billed
        assert take.key
        picture = await probe_picture(await hosted.lot.studio.storage.fetch(take.key))
        assert (picture.width, picture.height, picture.frames, round(picture.fps)) == (64, 48, 48, 24)


async def test_what_it_refuses_and_what_breaks(hosted: Hosted, tmp_path: Path) -> None:
    render_id = await hosted.begun(3, per_scene=3)
    first, second, third = await hosted.asked(3)
    hosted.fal.fail(first, "content_policy_violation")  # for good
    hosted.fal.fail(second, "generation_error")  # another attempt may do
    (tmp_path / "junk.mp4").write_bytes(b"junk")
    hosted.fal.finish(third, tmp_path / "junk.mp4")
    again = (await hosted.asked(5))[3:]
    good = await clip(tmp_path / "good.mp4", 2.0)
    for id in again:
        hosted.fal.finish(id, good)
    render = await hosted.lot.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 4000)
    takes = await hosted.lot.takes(render_id)
    assert takes == [("h1", 1, "failed"), ("h2", 1, "failed"), ("h2", 2, "accepted"), ("h3", 1, "failed"), ("h3", 2, "accepted")]


async def test_a_lost_answer_and_a_busy_queue(hosted: Hosted, tmp_path: Path) -> None:
    hosted.renderer.patience_s = 0.2
    hosted.fal.next = ["drop after taking", "429"]
    render_id = await hosted.begun()
    _, second = await hosted.asked(2)
    hosted.fal.finish(second, await clip(tmp_path / "good.mp4", 2.0))
    render = await hosted.lot.over(render_id)
    assert (render.state, render.captured_mc) == ("done", 2000)


async def test_a_cancel_reaches_the_queue(hosted: Hosted) -> None:
    from core.jobs import transaction
    from core.rendering.begin import cancel

    render_id = await hosted.begun()
    (first,) = await hosted.asked()
    async with transaction() as tx:
        await cancel(tx, render_id)
    render = await hosted.lot.over(render_id)
    assert (render.state, render.captured_mc) == ("cancelled", 0)
    assert hosted.fal.requests[first].log == ["cancelled"]
