"""`python -m gpu_worker` as RunPod starts it: a process of its own in the SDK's real worker loop, against a stand-in for the control plane."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from gpu_worker import __main__ as command
from gpu_worker import contract, local
from gpu_worker.contract import Progress, RenderFailure, RenderResult
from gpu_worker.errors import Invalid
from tests.fakes.runpod import ENDED, FakeRunPod, Job

from .conftest import request
from .store import Store
from .test_handler import png

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def plane() -> AsyncIterator[FakeRunPod]:
    async with FakeRunPod().running() as running:
        yield running


async def submit(plane: FakeRunPod, **fields: Any) -> Job:
    body = {"input": request(**fields).model_dump(mode="json")}
    key = {"Authorization": f"Bearer {plane.key}"}
    async with aiohttp.ClientSession(headers=key) as http, http.post(f"{plane.url}/ep-a/run", json=body) as answer:
        assert answer.status == 200
        return plane.jobs[(await answer.json())["id"]]


async def until(told: Any) -> None:
    async with asyncio.timeout(240):
        while not told():  # noqa: ASYNC110  the other side is a process
            await asyncio.sleep(0.02)


def said(job: Job) -> list[Progress]:
    told = [contract.parse_progress(body.get("output")) for kind, body in job.log if kind == "done" and body.get("status") == "IN_PROGRESS"]
    return [each for each in told if each is not None]


async def test_the_worker_takes_renders_fails_stops_and_leaves(plane: FakeRunPod, store: Store, weights: Path, tmp_path: Path) -> None:
    environment = {**os.environ, **plane.environment("ep-a", "worker-1"), "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "gpu_worker", cwd=ROOT, env=environment, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        done = await submit(plane, upload=store.upload())
        await until(lambda: done.status in ENDED)
        result = contract.parse_output(done.output)
        assert isinstance(result, RenderResult), (done.output, done.error)
        assert len(store.objects) == 4
        assert [each.seq for each in said(done)] == sorted({each.seq for each in said(done)})
        assert said(done)[0].stage in ("fetch", "load")

        refused = await submit(plane, model="sora", job_id="refused")
        await until(lambda: refused.status in ENDED)
        assert refused.status == "FAILED"
        failure = contract.parse_output({"error": refused.error})
        assert isinstance(failure, RenderFailure)
        assert failure.code == "invalid"

        long = await submit(plane, job_id="long", width=192, height=192, frames=97, steps=100)  # longer than progress takes to tell of a step
        following = await submit(plane, job_id="following")
        await until(lambda: any(each.step for each in said(long)))
        assert following.status == "IN_QUEUE"
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {plane.key}"}) as http:
            await (await http.post(f"{plane.url}/ep-a/cancel/{long.id}")).release()
        await until(lambda: following.status in ENDED)
        assert (long.status, following.status) == ("CANCELLED", "COMPLETED")
        assert not any("output" in body and "status" not in body for kind, body in long.log if kind == "done")

        worker.terminate()
        async with asyncio.timeout(60):
            assert await worker.wait() == 0
    finally:
        if worker.returncode is None:
            worker.kill()
            await worker.wait()


def test_without_a_source_of_jobs_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("RUNPOD_WEBHOOK_GET_JOB", raising=False)
    assert command.main([]) == 2
    assert "--request FILE --out CLIP.mp4" in capsys.readouterr().err


def test_one_request_is_rendered_here(weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "films" / "clip.mp4"
    asked = tmp_path / "request.json"
    asked.write_text(request(width=32, height=32).model_dump_json())
    assert command.main(["--request", str(asked), "--out", str(out)]) == 0
    shown = capsys.readouterr()
    assert shown.out.strip() == f"Clip: {out}"
    assert "100%" in shown.err
    assert sorted(path.name for path in out.parent.iterdir()) == ["clip.jpg", "clip.json", "clip.mp4", "clip.tail.mkv"]
    assert command.main(["--request", str(asked), "--out", str(out), "--tail", str(out.with_suffix(".tail.mkv"))]) == 1
    assert "9 frames" in capsys.readouterr().err


@pytest.mark.parametrize(("body", "named"), [("no JSON", "Expecting value"), ('{"input": "x"}', "mapping"), ("[1]", "get"), ('{"seed": 1}', "prompt")])
def test_what_is_no_request_is_refused_by_name(weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, named: str) -> None:
    asked = tmp_path / "request.json"
    asked.write_text(body)
    assert command.main(["--request", str(asked), "--out", str(tmp_path / "clip.mp4")]) == 1
    assert named in capsys.readouterr().err


def test_a_word_that_is_no_option_is_not_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--request", "shot.json", "--out", "clip.mp4", "--tial", "before.tail.mkv"])
    assert "--tial" in capsys.readouterr().err


async def test_files_begin_and_end_a_shot_in_place_of_what_the_request_says(tmp_path: Path) -> None:
    picture = tmp_path / "panel.png"
    picture.write_bytes(png())
    elsewhere = request(start=contract.ImageStart(image_url="http://localhost:9/panel.png"), end_image_url="http://localhost:9/end.png")
    options = command.parser().parse_args(["--image", str(picture), "--end", str(picture)])
    asked, inputs = await local._inputs(elsewhere, options)  # nothing is fetched
    assert (asked.start.kind, asked.end_image_url) == ("image", "http://localhost/panel.png")
    assert inputs.given is not None
    assert inputs.end is not None
    asked, inputs = await local._inputs(request(), command.parser().parse_args(["--end", str(picture)]))
    assert (asked.start.kind, inputs.given) == ("text", None)
    with pytest.raises(Invalid, match="nowhere"):
        await local._inputs(request(), command.parser().parse_args(["--tail", str(tmp_path / "nowhere.mkv")]))


def test_the_test_input_is_a_request_of_the_smallest_model() -> None:
    body = json.loads((ROOT / "gpu_worker" / "test_input.json").read_text())
    assert contract.parse_request(body["input"]).model == request().model
    assert list(body) == ["input"]


def test_it_says_whether_this_machine_can_render(weights: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--check"]) == 0
    assert capsys.readouterr().out.startswith("cpu; models: skyreels-v2-df-1.3b-540p")
