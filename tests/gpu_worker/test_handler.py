"""The whole way of a job through the handler: fetched, rendered, delivered, answered; and every way in which that fails."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from gpu_worker import clip, contract
from gpu_worker.contract import ContinueStart, ImageStart, Manifest, RenderFailure, RenderResult

from .conftest import Bench, request
from .store import Store


def png(colour: tuple[int, int, int] = (200, 60, 20), size: tuple[int, int] = (96, 64)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def frames_of(store: Store, folder: Path, key: str) -> np.ndarray:
    path = folder / key.replace("/", "_")
    path.write_bytes(store.objects[key])
    return clip.read(path)


async def test_a_shot_is_rendered_delivered_and_described(idle: Bench, store: Store, tmp_path: Path) -> None:
    asked = request(frames=13, upload=store.upload())
    result = contract.parse_output(await idle.ask(asked))
    assert isinstance(result, RenderResult), result
    assert result.keys is not None
    assert (result.frames, result.windows, result.gpu, result.peak_vram_gb) == (13, 1, "cpu", 0.0)
    assert result.settings["steps"] == 2
    assert result.settings["guidance"] == 6.0
    assert set(store.objects) == {result.keys.video, result.keys.tail, result.keys.poster, result.keys.manifest}
    assert store.puts[-1] == "takes/1/manifest.json"
    video = frames_of(store, tmp_path, result.keys.video)
    tail = frames_of(store, tmp_path, result.keys.tail)
    assert video.shape == (13, 32, 48, 3)
    assert tail.shape == (13, 32, 48, 3)
    assert np.abs(video.astype(int) - tail.astype(int)).mean() < 12
    assert Image.open(BytesIO(store.objects[result.keys.poster])).size == (48, 32)
    manifest = Manifest.model_validate_json(store.objects["takes/1/manifest.json"])
    assert manifest.result == result
    assert manifest.request["prompt"] == asked.prompt
    assert b"signature" not in store.objects["takes/1/manifest.json"]
    assert set(result.timings_s) >= {"fetch", "load", "encode", "denoise", "decode"}
    assert 0 < sum(result.timings_s.values()) <= result.gpu_seconds + 0.5


async def test_a_chain_of_shots_and_a_picture(bench: Bench, store: Store) -> None:
    store.objects["panel.png"] = png()
    first = contract.parse_output(await bench.ask(request(frames=17, start=ImageStart(image_url=store.address("panel.png")), upload=store.upload("takes/1"))))
    assert isinstance(first, RenderResult), first
    tail = store.address("takes/1/tail.mkv")
    second = contract.parse_output(await bench.ask(request(job_id="take-2", start=ContinueStart(tail_url=tail), upload=store.upload("takes/2"))))
    assert isinstance(second, RenderResult), second
    assert second.frames == 9


async def test_failures_are_typed(bench: Bench) -> None:
    answer = await bench.ask(request(model="sora"))
    failure = contract.parse_output(answer)
    assert isinstance(failure, RenderFailure)
    assert (failure.code, failure.retryable) == ("invalid", False)
    assert json.loads(answer["error"])["code"] == "invalid"
