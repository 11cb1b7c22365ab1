"""What goes wrong around a shot: cancelled, asked twice, unreachable, corrupt, too large, a full disk, a card that fell over."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections import deque
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
import pytest
import torch
from PIL import Image

from gpu_worker import clip, contract, fetch, preflight
from gpu_worker.contract import ContinueStart, ImageStart, Progress, Reference, RenderFailure, RenderResult
from gpu_worker.errors import FetchFailed, Invalid, ModelMissing, WorkerBroken
from gpu_worker.handler import Handler, Reporter
from gpu_worker.models import skyreels
from gpu_worker.watch import Watch

from .conftest import Bench, request
from .store import Store
from .test_handler import png
from .test_skyreels import noise


async def failure(bench: Bench, **fields: Any) -> RenderFailure:
    answer = contract.parse_output(await bench.ask(request(**fields)))
    assert isinstance(answer, RenderFailure), answer
    assert "hushhush" not in answer.message
    return answer


# cancelled, asked twice, at once


@pytest.fixture
async def held(bench: Bench, engine_: Any, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[int]]:
    """The first block of a shot waits on the card until its job is cancelled. The list grows with every block that begins."""
    await bench.ask(request())  # loaded
    bench.stepping.clear()
    begun: list[int] = []
    released, loop, stop = threading.Event(), asyncio.get_running_loop(), Watch.stop

    def hold(*_: Any) -> None:
        begun.append(1)
        loop.call_soon_threadsafe(bench.stepping.set)
        released.wait(60)

    def stopped(watch: Watch) -> None:
        stop(watch)
        released.set()

    monkeypatch.setattr(Watch, "stop", stopped)
    hook = engine_._model.transformer.blocks[0].attn1.register_forward_pre_hook(hold)
    yield begun
    hook.remove()


async def test_a_cancelled_job_is_off_the_card_before_the_next_block_and_delivers_nothing(bench: Bench, held: list[int], store: Store) -> None:
    job = asyncio.create_task(bench.ask(request(job_id="long", upload=store.upload())))
    await asyncio.wait_for(bench.stepping.wait(), 60)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert held == [1]
    assert store.puts == []
    assert list(Path(preflight.scratch()).iterdir()) == []
    assert isinstance(contract.parse_output(await bench.ask(request(job_id="next"))), RenderResult)


async def test_a_second_cancel_does_not_leave_the_thread_on_the_card(bench: Bench, held: list[int]) -> None:
    job = asyncio.create_task(bench.ask(request(job_id="long")))
    await asyncio.wait_for(bench.stepping.wait(), 60)
    for _ in range(3):
        job.cancel()
        await asyncio.sleep(0)
    with pytest.raises(asyncio.CancelledError):
        await job
    assert held == [1]
    assert bench.handler._thread._work_queue.empty()
    assert isinstance(contract.parse_output(await bench.ask(request(job_id="next"))), RenderResult)


async def test_the_same_job_twice_is_rendered_once(bench: Bench, engine_: Any, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[int] = []
    latents = skyreels.SkyReels.latents
    monkeypatch.setattr(skyreels.SkyReels, "latents", lambda self, *given: (rendered.append(1), latents(self, *given))[1])
    asked = request(upload=store.upload(done=True))
    one, two = await asyncio.gather(bench.ask(asked, "a"), bench.ask(asked, "b"))
    assert one == two
    elsewhere = Bench(engine_)
    assert await elsewhere.ask(asked) == one  # another worker finds the manifest
    assert len(rendered) == 1
    assert await elsewhere.ask(request(seed=8, upload=store.upload(done=True))) != one  # the same id with another wish is another job
    store.objects["takes/1/manifest.json"] = b"{}"
    assert isinstance(contract.parse_output(await Bench(engine_).ask(asked)), RenderResult)
    assert len(rendered) == 3


async def test_progress_is_in_order_and_not_too_often(weights: Path, engine_: Any) -> None:
    every = Bench(progress_every_s=0.0)
    await every.ask(request(steps=4))
    assert [progress.seq for progress in every.said] == sorted({progress.seq for progress in every.said})
    assert {progress.stage for progress in every.said} >= {"load", "denoise"}
    rare = Bench(engine_, progress_every_s=3600.0)
    await rare.ask(request(steps=4))
    assert len(rare.said) == 1


async def test_nothing_is_said_after_the_answer_and_a_lost_word_harms_nothing() -> None:
    said: list[int] = []

    async def slow(job: dict[str, Any], progress: Progress) -> None:
        await asyncio.sleep(0.02)
        said.append(progress.seq)
        raise aiohttp.ClientConnectionError

    reporter = Reporter(slow, {"id": "a"}, 0.0)
    for seq in (1, 2, 3):
        reporter.tell(Progress(seq=seq, stage="denoise", window=1, windows=1, step=seq, steps=3))
    await asyncio.sleep(0.01)
    await reporter.close()
    before = list(said)
    await asyncio.sleep(0.05)
    assert said == before == [3]


# fetching


async def test_a_picture_that_comes_late_is_waited_for_and_a_forbidden_one_is_not(bench: Bench, store: Store) -> None:
    start = ImageStart(image_url=store.address("panel.png"))
    store.objects["panel.png"] = png()
    store.faults["panel.png"] = deque([503, 0, 429])
    assert isinstance(contract.parse_output(await bench.ask(request(start=start))), RenderResult)
    store.faults["panel.png"] = deque([403] * 9)
    said = await failure(bench, start=start, job_id="b")
    assert (said.code, said.retryable, store.gets["panel.png"]) == ("download", False, 5)
    store.faults["panel.png"] = deque([500] * 9)
    assert (await failure(bench, start=start, job_id="c")).retryable


async def test_redirects_are_not_followed(bench: Bench, store: Store) -> None:
    store.objects["elsewhere"] = png()
    store.faults["panel.png"] = deque([302])
    assert (await failure(bench, start=ImageStart(image_url=store.address("panel.png")))).code == "download"
    assert store.gets["elsewhere"] == 0


async def test_an_unreachable_address_is_a_failure_worth_another_try(bench: Bench) -> None:
    said = await failure(bench, start=ImageStart(image_url="http://127.0.0.1:9/panel.png?signature=hushhush"))
    assert (said.code, said.retryable) == ("download", True)


async def test_what_is_too_large_is_dropped_on_the_way(store: Store) -> None:
    store.objects["large"] = bytes(1000)
    async with aiohttp.ClientSession() as http:
        with pytest.raises(FetchFailed, match="more than 999 bytes"):
            await fetch._get(http, store.address("large"), 999, 0.01)
        assert len(await fetch._get(http, store.address("large"), 1000, 0.01)) == 1000


def bomb() -> bytes:
    out = BytesIO()
    Image.new("L", (7000, 7000)).save(out, "PNG")
    return out.getvalue()


def gif() -> bytes:
    out = BytesIO()
    Image.new("RGB", (16, 16)).save(out, "GIF")
    return out.getvalue()


@pytest.mark.parametrize(("body", "why"), [(b"", "read"), (b"<html>", "read"), (png()[:60], "read"), (gif(), "read"), (bomb(), "40 million")])
async def test_corrupt_pictures_are_refused(bench: Bench, store: Store, body: bytes, why: str) -> None:
    store.objects["panel.png"] = body
    said = await failure(bench, start=ImageStart(image_url=store.address("panel.png")))
    assert (said.code, said.retryable) == ("invalid", False)
    assert why in said.message


def test_pictures_are_cut_to_the_middle_turned_and_flattened() -> None:
    image = Image.new("RGBA", (400, 100), (0, 0, 0, 255))
    image.paste((255, 0, 0, 255), (150, 0, 250, 100))
    out = BytesIO()
    image.save(out, "PNG")
    frames = fetch.decoded(out.getvalue(), 32, 32)
    assert frames.shape == (1, 32, 32, 3)
    assert frames[0, 16, 16].tolist() == [255, 0, 0]
    assert frames[0].mean((0, 1))[0] > 200


def tail_file(folder: Path, frames: int, width: int = 48, height: int = 32) -> bytes:
    with clip.ClipWriter(folder, width, height, 24, frames) as writer:
        writer.write(np.random.default_rng(1).integers(0, 255, (frames, height, width, 3), dtype=np.uint8))
        return writer.finish().tail.read_bytes()


def test_tails_have_enough_frames_and_the_shots_shape(tmp_path: Path) -> None:
    body = tail_file(tmp_path, 17)
    assert fetch.tail(body, 17, 48, 32).shape == (17, 32, 48, 3)
    assert fetch.tail(body, 5, 96, 64).shape == (5, 64, 96, 3)
    with pytest.raises(Invalid, match="17 frames"):
        fetch.tail(body, 21, 48, 32)
    with pytest.raises(Invalid, match="another shape"):
        fetch.tail(body, 17, 32, 48)


@pytest.mark.parametrize("body", [b"", b"#EXTM3U\nfile:///etc/passwd", b"\x1aE\xdf\xa3 and nothing", b"0000ftypmp42" + bytes(50)])
async def test_corrupt_tails_are_refused(bench: Bench, store: Store, body: bytes) -> None:
    store.objects["tail.mkv"] = body
    said = await failure(bench, start=ContinueStart(tail_url=store.address("tail.mkv")))
    assert (said.code, said.retryable) == ("invalid", False)


async def test_references_are_left_out_by_a_model_that_takes_none(bench: Bench, store: Store) -> None:
    asked = request(references=(Reference(kind="character", url=store.address("fox.png")),))
    result = contract.parse_output(await bench.ask(asked))
    assert isinstance(result, RenderResult)
    assert result.settings["references_used"] == 0
    assert store.gets["fox.png"] == 0


# delivering


async def test_a_store_that_stumbles_gets_everything_and_the_manifest_last(bench: Bench, store: Store) -> None:
    store.faults = {"takes/1/video.mp4": deque([500, 0, 429]), "takes/1/manifest.json": deque([503])}
    assert isinstance(contract.parse_output(await bench.ask(request(upload=store.upload()))), RenderResult)
    assert len(store.objects) == 4
    assert store.puts[-2:] == ["takes/1/manifest.json"] * 2


@pytest.mark.parametrize(("statuses", "retryable"), [([403], False), ([307], False), ([500] * 9, True)])
async def test_a_store_that_refuses_is_a_failure_and_no_manifest_lies(bench: Bench, store: Store, statuses: list[int], retryable: bool) -> None:
    store.faults = {"takes/1/tail.mkv": deque(statuses)}
    said = await failure(bench, upload=store.upload())
    assert (said.code, said.retryable) == ("upload", retryable)
    assert "takes/1/manifest.json" not in store.objects
    assert said.gpu_seconds > 0


# the machine


async def test_a_full_disk_says_so_and_the_worker_is_replaced(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """`/dev/full` is a disk without room, by the kernel itself."""
    made = clip.ClipWriter.__init__

    def on_a_full_disk(self: clip.ClipWriter, folder: Path, *rest: Any) -> None:
        made(self, folder, *rest)
        self.files.video.symlink_to("/dev/full")

    monkeypatch.setattr(clip.ClipWriter, "__init__", on_a_full_disk)
    answer = await bench.ask(request(frames=33, steps=1))
    said = contract.parse_output(answer)
    assert isinstance(said, RenderFailure)
    assert (said.code, said.retryable) == ("internal", True)
    assert "disk is full" in said.message
    assert answer["refresh_worker"] is True
    assert bench.config["refresh_worker"] is True


async def test_a_worker_without_room_refuses_before_it_loads_anything(idle: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "DISK_FREE_MIN", 2**60)
    assert "full" in (await failure(idle)).message
    assert idle.handler._engine is None


async def test_a_card_that_fell_over_is_replaced(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: Any) -> None:
        raise RuntimeError("CUDA error: device-side assert triggered")

    monkeypatch.setattr(skyreels.SkyReels, "latents", fall)
    answer = await bench.ask(request())
    assert answer["refresh_worker"] is True
    assert bench.config == {"refresh_worker": True}


async def test_what_nobody_foresaw_is_an_internal_failure(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(*_: Any) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr(skyreels.SkyReels, "latents", surprise)
    said = await failure(bench)
    assert (said.code, said.retryable) == ("internal", True)
    assert bench.config == {}


async def test_memory_that_does_not_suffice_is_typed(idle: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(skyreels.SkyReels, "latents", full)
    assert (await failure(idle, frames=97)).code == "oom"


@pytest.mark.parametrize("fields", [{"frames": 10}, {"width": 50}, {"height": 0}, {"prompt": ""}, {"start": {"kind": "dream"}}])
async def test_odd_requests_are_refused_without_loading(idle: Bench, fields: dict[str, Any]) -> None:
    answer = contract.parse_output(await idle.handler.handle({"id": "a", "input": {**request().model_dump(mode="json"), **fields}}))
    assert isinstance(answer, RenderFailure)
    assert answer.code == "invalid"
    assert next(iter(fields)) in answer.message
    assert idle.handler._engine is None


@pytest.mark.parametrize("input", [None, 7, "text", [], {}])
async def test_what_is_no_request_is_refused(bench: Bench, input: Any) -> None:
    answer = contract.parse_output(await bench.handler.handle({"id": "a", "input": input}))
    assert isinstance(answer, RenderFailure)
    assert answer.code == "invalid"


async def test_missing_weights_are_this_workers_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(tmp_path))
    said = await failure(Bench())
    assert (said.code, said.retryable) == ("model", True)


def test_preflight_finds_what_is_missing(models: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(models))
    assert preflight.check() == "cpu; models: skyreels-v2-df-1.3b-540p"
    assert "ftfy" in preflight.NEEDED, "diffusers asks for it only in the middle of a shot"
    monkeypatch.setattr(preflight, "NEEDED", ("ftfy", "a_package_that_is_not"))
    with pytest.raises(WorkerBroken, match="not installed: a_package_that_is_not"):
        preflight.check()
    monkeypatch.setattr(preflight, "NEEDED", ("ftfy",))
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(tmp_path))
    with pytest.raises(ModelMissing):
        preflight.check()
    monkeypatch.delenv("SYSRAI_DEVICE")
    for command, why in ((("a-command-that-is-not",), "no NVIDIA driver"), (("ls", "/nowhere"), "does not answer")):
        monkeypatch.setattr(preflight, "ASK_CARD", command)
        with pytest.raises(WorkerBroken, match=why):
            preflight.machine()
    monkeypatch.setattr(preflight, "ASK_CARD", ("echo", "NVIDIA H200, 143771 MiB"))
    assert preflight.machine() == "NVIDIA H200, 143771 MiB"


def test_nothing_heavy_is_loaded_before_a_job_can_be_done() -> None:
    code = """
import asyncio, os, sys
os.environ["SYSRAI_DEVICE"] = "cpu"
from gpu_worker.handler import Handler
async def main():
    handler = Handler(lambda *_: None)
    job = {"v": 1, "job_id": "a", "model": "skyreels-v2-df-1.3b-540p", "prompt": "p", "seed": 1, "width": 32, "height": 32, "frames": 5}
    print(await handler.handle({"id": "a", "input": job}))
asyncio.run(main())
print(sorted({"torch", "diffusers", "transformers", "core"} & set(sys.modules)))
"""
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert "no weights" in shown.stdout
    assert shown.stdout.splitlines()[-1] == "[]"


async def test_the_handler_holds_one_shot_at_a_time(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    running: list[int] = []
    most: list[int] = []
    render = Handler._render

    def counted(self: Handler, *given: Any) -> Any:
        running.append(1)
        most.append(len(running))
        try:
            return render(self, *given)
        finally:
            running.pop()

    monkeypatch.setattr(Handler, "_render", counted)
    answers = await asyncio.gather(*(bench.ask(request(job_id=str(number)), str(number)) for number in range(3)))
    assert all(isinstance(contract.parse_output(answer), RenderResult) for answer in answers)
    assert max(most) == 1


def test_clips_are_deterministic_and_checked(tmp_path: Path) -> None:
    frames = noise(9)
    hashes = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with clip.ClipWriter(tmp_path / name, 48, 32, 24, 9) as writer:
            for at in range(0, 9, 3):
                writer.write(frames[at : at + 3])
            files = writer.finish()
        hashes.append(files.sha256())
        assert np.array_equal(clip.read(files.tail), frames)
    assert hashes[0] == hashes[1]
    (tmp_path / "c").mkdir()
    with clip.ClipWriter(tmp_path / "c", 48, 32, 24, 10) as writer:
        writer.write(frames)
        with pytest.raises(WorkerBroken, match="not \\(10"):
            writer.finish()
