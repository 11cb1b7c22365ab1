"""A whole film through everything that is real: the GPU worker with a tiny model, RunPod's worker loop, ffmpeg, the cutting room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from core import cpu
from core.film import profiles
from core.jobs import transaction
from core.models import Person, Project, Take, Version
from core.rendering.begin import cancel
from core.rendering.cutting import CuttingRoom
from core.rendering.handlers import handlers
from core.rendering.status import status
from core.storyboard.artists import artist_for
from tests.core.rendering.gpu.conftest import ROOT, GpuLot, endpoint
from tests.fakes.instant import tiny_script
from tests.gpu_worker import tiny


def start_worker(gpu: GpuLot, name: str, models: Path) -> subprocess.Popen[bytes]:
    """`python -m gpu_worker`, as its image starts it, on the processor."""
    home = gpu.home / name
    home.mkdir()
    environment = {
        **os.environ, **gpu.runpod.environment("ep-a", name), "PYTHONPATH": str(ROOT), "SYSRAI_MODEL_DIR": str(models), "SYSRAI_DEVICE": "cpu",
        "SYSRAI_SCRATCH": str(home), "HF_HOME": str(home / "hf"), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1",
    }  # fmt: skip
    with (home / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "gpu_worker"], env=environment, cwd=home, stdout=log, stderr=log, start_new_session=True)
    gpu.processes.append(process)
    return process


async def test_a_film_rendered_shot_by_shot_arrives_assembled(gpu: GpuLot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cpu.set_slots(2)
    monkeypatch.setattr(profiles, "_SIZES", {"youtube": dict.fromkeys(("preview", "drawn", "full"), (160, 90))})
    models = tiny.model_dir(tmp_path / "models")
    gpu.runpod.clock.speed = 1.0
    cutter = CuttingRoom(gpu.studio.workshop, gpu.studio.settings, None, artist_for(gpu.studio.settings, gpu.studio.storage))
    gpu.studio = replace(gpu.studio, cutter=cutter)
    gpu.handlers = handlers(gpu.studio, None)  # type: ignore[arg-type]
    gpu.serve(endpoint(steps=2))
    ana = await gpu.person()
    project, version = await gpu.project(ana, tiny_script(3, per_scene=2, seconds=1.0, continues=(2,), speak=False))
    panel = tmp_path / "panel.png"
    Image.fromarray((np.random.default_rng(1).random((6, 8, 3)) * 255).astype(np.uint8)).resize((640, 480)).save(panel)
    await gpu.studio.storage.put("boards/h3.png", panel)
    version.board = {"panels": {"h3": "boards/h3.png"}}
    await version.save(update_fields=["board"])
    start_worker(gpu, "worker-1", models)
    render_id = await gpu.begin(project, version, ana)
    render = await gpu.over(render_id, seconds=240)
    takes = await gpu.takes(render_id)
    assert (render.state, render.captured_mc) == ("done", 3000), takes
    asked = {job.input["job_id"]: job.input["start"] for job in gpu.runpod.jobs.values()}
    accepted = {take.slate.shot_id: take for take in await Take.filter(state="accepted").select_related("slate")}
    kinds = {shot: asked[f"take-{take.id}"]["kind"] for shot, take in accepted.items()}
    assert kinds == {"h1": "text", "h2": "continue", "h3": "image"}
    assert f"/takes/{project.id}/{accepted['h1'].id}/tail.mkv" in asked[f"take-{accepted['h2'].id}"]["tail_url"]
    now = await status(render_id)
    assert now.final
    with av.open(str(await gpu.studio.storage.fetch(now.final.files["film"]))) as film:
        assert abs(film.duration / av.time_base - 7.5) < 0.3
        assert {stream.type for stream in film.streams} >= {"video", "audio"}
    assert gpu.runpod.open() == []
    manifest = json.loads((await gpu.studio.storage.fetch(f"takes/{project.id}/{accepted['h1'].id}/manifest.json")).read_text())
    assert manifest["result"]["model"] == tiny.MODEL
    await freed_by_a_cancel(gpu, project, version, ana)


async def freed_by_a_cancel(gpu: GpuLot, project: Project, version: Version, ana: Person) -> None:
    """The same worker, in the middle of a shot: the render thread is out of its card at the next step, and the next shot finds it free."""
    gpu.serve(endpoint(steps=100, seconds_per_second=1.0))  # another revision: nothing is reused
    log = gpu.home / "worker-1" / "log"
    stops = log.read_text().count("Stopping job.")
    second = await gpu.begin(project, version, ana)
    await gpu.until(lambda: any(job.output for job in gpu.runpod.open()))
    (at_work,) = [job for job in gpu.runpod.open() if job.status == "IN_PROGRESS"]
    async with transaction() as tx:
        assert await cancel(tx, second) == "stopping"
    asked = time.monotonic()
    await gpu.until(lambda: log.read_text().count("Stopping job.") > stops)
    await gpu.until(lambda: "Job stopped." in log.read_text())
    print(f"free {time.monotonic() - asked:.2f} s after the person's press")
    assert (await gpu.over(second)).state == "cancelled"
    assert at_work.status == "CANCELLED"
    assert not any("output" in body and body.get("status") != "IN_PROGRESS" for kind, body in at_work.log if kind == "done")
    gpu.serve(endpoint(steps=1, seconds_per_second=1.0))
    third = await gpu.begin(project, version, ana)
    await gpu.until(lambda: any(job.status == "COMPLETED" and job.input["steps"] == 1 for job in gpu.runpod.jobs.values()))
    async with transaction() as tx:
        await cancel(tx, third)
    await gpu.over(third)
