"""A worker without a model: it delivers a few bytes as the clip. For tests of everything around the picture.

`Shots(notes)` is a handler for the SDK's loop. `python -m tests.fakes.shot_worker` runs it in a process of its own, with the environment of
`FakeRunPod.environment` (or of the plane): STEPS and STEP_S tell how long a shot takes, NOTES names a folder where it notes what it began,
stepped and stopped. A prompt with a word of `FAILS` in it fails that way.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import runpod

from gpu_worker.contract import Files, Manifest, Progress, RenderFailure, RenderRequest, RenderResult, parse_request

GPU_S = 2.0
FAILS = {"OOM": ("oom", True), "BROKEN": ("internal", True), "WRONG": ("invalid", False)}


@dataclass
class Shots:
    """The handler. Its attributes may be changed while it works."""

    notes: Path
    steps: int = 2
    step_s: float = 0.01
    tells: bool = False
    """Whether it tells its progress."""
    lies: bool = False
    """Deliver something else than it says."""

    def note(self, name: str, text: str = "") -> None:
        """Leave a note for the test."""
        self.notes.mkdir(parents=True, exist_ok=True)
        with (self.notes / name).open("a") as file:
            file.write(f"{text}\n")

    def read(self, name: str) -> list[str]:
        """The notes so far."""
        file = self.notes / name
        return file.read_text().splitlines() if file.exists() else []

    async def __call__(self, job: dict[str, Any]) -> dict[str, Any]:
        """One shot."""
        request = parse_request(job["input"])
        self.note("begun", json.dumps(job["input"]))
        for word, (code, retryable) in FAILS.items():
            if word in request.prompt:
                return RenderFailure(code=code, message=f"told to: {word}", retryable=retryable, gpu="Fake H200", gpu_seconds=1.0).output()  # type: ignore[arg-type]
        try:
            for step in range(1, self.steps + 1):
                await asyncio.sleep(self.step_s)
                self.note("steps", f"{request.job_id} {step}")
                if self.tells:
                    eta_s = (self.steps - step) * self.step_s
                    progress = Progress(seq=step, stage="denoise", window=1, windows=1, step=step, steps=self.steps, eta_s=eta_s)
                    runpod.serverless.progress_update(job, progress.model_dump(mode="json"))
        except asyncio.CancelledError:
            self.note("stopped", request.job_id)
            raise
        return await deliver(request, lies=self.lies)


async def deliver(request: RenderRequest, *, lies: bool = False) -> dict[str, Any]:
    """Put the files where they belong, the manifest last."""
    assert request.upload
    files = {"video": f"clip of {request.job_id} seed {request.seed}".encode(), "tail": b"tail", "poster": b"poster"}
    hashes = {name: hashlib.sha256(content + b"?" * lies).hexdigest() for name, content in files.items()}
    result = RenderResult(
        job_id=request.job_id, attempt=request.attempt, fingerprint=request.fingerprint(), sha256=Files(**hashes),
        keys=Files(**{name: getattr(request.upload, name).key for name in (*files, "manifest")}), bytes={name: len(of) for name, of in files.items()},
        width=request.width, height=request.height, frames=request.frames, fps=request.fps, seed=request.seed, windows=1, model=request.model,
        model_rev="test", settings={}, gpu="Fake H200", timings_s={"denoise": 0.1}, gpu_seconds=GPU_S, peak_vram_gb=1.0,
    )  # fmt: skip
    files["manifest"] = Manifest(request=request.model_dump(mode="json", exclude={"upload"}), result=result).model_dump_json().encode()
    async with aiohttp.ClientSession() as http:
        for name, content in files.items():
            target = getattr(request.upload, name)
            async with http.put(target.url, data=content, headers=target.headers) as answer:
                if answer.status not in (200, 201):
                    return RenderFailure(code="upload", message=f"{name}: {answer.status}", retryable=True).output()
    return result.model_dump(mode="json")


if __name__ == "__main__":
    shots = Shots(Path(os.environ["NOTES"]), int(os.environ.get("STEPS", "2")), float(os.environ.get("STEP_S", "0.01")))
    shots.note("up")
    runpod.serverless.start({"handler": shots})
