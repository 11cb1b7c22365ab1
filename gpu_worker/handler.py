"""RunPod's entry: takes a job, fetches, renders in a thread, delivers, answers. One shot at a time.

Cancelling the job (the loop does it the moment the stop signal comes) stops the render thread within one denoise step; only then the job's
task ends, so the next job finds the card free. Every failure goes back typed; a card that fell over takes its process along.

Everything heavy is imported by the first job, after the machine and the model's weights were looked at.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
from pydantic import ValidationError

from gpu_worker import contract, deliver, fetch, preflight
from gpu_worker.contract import PROGRESS_EVERY_S, Files, InvalidRequest, Manifest, Progress, RenderFailure, RenderRequest, RenderResult
from gpu_worker.errors import Cancelled, Invalid, ShotError, WorkerBroken
from gpu_worker.models import registry
from gpu_worker.watch import Watch

if TYPE_CHECKING:
    from gpu_worker.engine import Engine, Rendered

log = logging.getLogger(__name__)
Job = dict[str, Any]
Send = Callable[[Job, Progress], Awaitable[None]]
REMEMBERED_MAX = 64


class Handler:
    """Handles jobs with one engine. `send` carries progress out; `config` is the dict given to RunPod's `start`, where a refresh is asked for."""

    def __init__(self, send: Send, config: dict[str, Any] | None = None, *, progress_every_s: float = PROGRESS_EVERY_S, wait_s: float = 0.5) -> None:
        self._send = send
        self._config = config if config is not None else {}
        self._every_s = progress_every_s
        self._wait_s = wait_s
        self._engine: Engine | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="render")
        self._card = asyncio.Lock()
        self._done: OrderedDict[tuple[str, int], RenderResult] = OrderedDict()

    async def handle(self, job: Job) -> dict[str, Any]:
        """The job's output: a `RenderResult`, or `{"error": …}` with a `RenderFailure` in it. Raises only CancelledError."""
        began = time.perf_counter()
        gpu = ""
        try:
            request = contract.parse_request(job.get("input"))
            gpu = (await asyncio.to_thread(_fit, request.model)).split(",")[0]
            async with self._card:
                result = await self._result(job, request, gpu, began)
            return result.model_dump(mode="json")
        except InvalidRequest as error:
            return self._failed(Invalid(str(error)), gpu, began)
        except ShotError as error:
            return self._failed(error, gpu, began)
        except Exception as error:
            log.exception("a shot failed in an unforeseen way")
            return self._failed(WorkerBroken(f"{type(error).__name__}: {str(error)[:500]}"), gpu, began)

    def _failed(self, error: ShotError, gpu: str, began: float) -> dict[str, Any]:
        failure: RenderFailure = error.failure(gpu, time.perf_counter() - began)
        log.warning("shot failed: %s: %s", failure.code, failure.message)
        if not error.poisoned:
            return dict(failure.output())
        self._config["refresh_worker"] = True  # RunPod's loop ends after this job, and the platform starts a new process
        return {**failure.output(), "refresh_worker": True}

    async def _result(self, job: Job, request: RenderRequest, gpu: str, began: float) -> RenderResult:
        async with aiohttp.ClientSession(auto_decompress=False) as http:
            if (earlier := await self._earlier(request, http)) is not None:
                return earlier
            reporter = Reporter(self._send, job, self._every_s)
            watch = Watch(reporter.tell)
            try:
                result = await self._made(request, http, watch, gpu, began)
            finally:
                await reporter.close()
        self._done[request.job_id, request.attempt] = result
        while len(self._done) > REMEMBERED_MAX:
            self._done.popitem(last=False)
        return result

    async def _earlier(self, request: RenderRequest, http: aiohttp.ClientSession) -> RenderResult | None:
        """What this very job gave when it was here, or anywhere, before."""
        known = self._done.get((request.job_id, request.attempt))
        if known is None and (body := await fetch.done(request, http)) is not None:
            try:
                known = Manifest.model_validate_json(body).result
            except ValidationError:
                return None
        same = known is not None and (known.job_id, known.attempt, known.fingerprint) == (request.job_id, request.attempt, request.fingerprint())
        return known if same and known is not None and known.keys == _keys(request) else None

    async def _made(self, request: RenderRequest, http: aiohttp.ClientSession, watch: Watch, gpu: str, began: float) -> RenderResult:
        facts = registry.entry(request.model).facts
        with watch.during("fetch"):
            inputs = await fetch.inputs(request, http, with_references=facts.references, wait_s=self._wait_s)
        with tempfile.TemporaryDirectory(dir=preflight.scratch(), prefix="shot-") as folder:
            rendered = await self._in_thread(request, inputs, Path(folder), watch)
            with watch.during("upload"):
                if request.upload is not None:
                    await deliver.files(request.upload, rendered.files, http, self._wait_s)
                result = result_of(request, rendered, watch, gpu, time.perf_counter() - began)
                if request.upload is not None:
                    await deliver.manifest(request.upload, request, result, http, self._wait_s)
            return result

    async def _in_thread(self, request: RenderRequest, inputs: fetch.Inputs, folder: Path, watch: Watch) -> Rendered:
        """Render in the one render thread. When the job is cancelled, waits until the thread is out of the card, and only then ends."""
        future = asyncio.get_running_loop().run_in_executor(self._thread, self._render, request, inputs, folder, watch)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            watch.stop()
            while not future.done():
                try:
                    await asyncio.wait([future])
                except asyncio.CancelledError:
                    continue
            if not future.cancelled() and (error := future.exception()) is not None and not isinstance(error, Cancelled):
                log.warning("a cancelled shot ended with %s", type(error).__name__)
            raise

    def _render(self, request: RenderRequest, inputs: fetch.Inputs, folder: Path, watch: Watch) -> Rendered:
        from gpu_worker.engine import Engine  # torch and diffusers: not before the first job that can be done

        if self._engine is None:
            self._engine = Engine()
        return self._engine.render(request, inputs, folder, watch)


class Reporter:
    """Sends the newest progress, in order, one at a time, at most every `every_s` seconds. `tell` may be called from any thread."""

    def __init__(self, send: Send, job: Job, every_s: float) -> None:
        self._send, self._job, self._every_s = send, job, every_s
        self._loop = asyncio.get_running_loop()
        self._newest: Progress | None = None
        self._changed = asyncio.Event()
        self._sending = asyncio.Lock()
        self._task = asyncio.create_task(self._run())

    def tell(self, progress: Progress) -> None:
        """Something changed."""
        self._loop.call_soon_threadsafe(self._note, progress)

    async def close(self) -> None:
        """Nothing is sent after this: a result must not be overtaken by its own progress."""
        async with self._sending:
            self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def _note(self, progress: Progress) -> None:
        self._newest = progress
        self._changed.set()

    async def _run(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            progress = self._newest
            assert progress is not None
            async with self._sending:
                try:
                    await asyncio.wait_for(self._send(self._job, progress), 10)
                except (aiohttp.ClientError, TimeoutError, OSError) as error:
                    log.info("progress was not taken: %s", type(error).__name__)
            await asyncio.sleep(self._every_s)


def _fit(model: str) -> str:
    """Preflight for one job. Returns the card's name. Raises ShotError."""
    registry.entry(model)
    card = preflight.machine()
    preflight.disk()
    preflight.packages()
    registry.weights(model)
    return card


def _keys(request: RenderRequest) -> Files | None:
    upload = request.upload
    if upload is None:
        return None
    return Files(video=upload.video.key, tail=upload.tail.key, poster=upload.poster.key, manifest=upload.manifest.key)


def result_of(request: RenderRequest, rendered: Rendered, watch: Watch, gpu: str, gpu_seconds: float) -> RenderResult:
    """The answer to a request whose shot was rendered."""
    return RenderResult(
        job_id=request.job_id, attempt=request.attempt, fingerprint=request.fingerprint(), keys=_keys(request), sha256=Files(**rendered.files.sha256()),
        bytes=rendered.files.sizes(), width=request.width, height=request.height, frames=request.frames, fps=request.fps, seed=request.seed,
        windows=rendered.windows, model=request.model, model_rev=rendered.model_rev, settings=rendered.settings, gpu=gpu,
        timings_s={name: round(seconds, 3) for name, seconds in watch.timings_s.items()}, gpu_seconds=round(gpu_seconds, 3), peak_vram_gb=rendered.peak_vram_gb,
    )  # fmt: skip
