"""`python -m gpu_worker`: RunPod's worker loop; with `--request FILE --out CLIP.mp4` one shot rendered here.

The image's command, what `tests` and an own card run, and how somebody without RunPod tries a model.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from gpu_worker import contract, preflight
from gpu_worker.contract import Progress, RenderRequest
from gpu_worker.errors import Cancelled, Invalid, ShotError
from gpu_worker.models import registry

os.environ.setdefault("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True")


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m gpu_worker", description="Renders shots with video models.")
    made.add_argument("--request", type=Path, help="render this request (JSON, as in test_input.json) here instead of waiting for jobs")
    made.add_argument("--out", type=Path, help="where the clip goes; tail, poster and manifest go beside it")
    made.add_argument("--image", type=Path, help="begin with this picture, whatever the request says")
    made.add_argument("--tail", type=Path, help="go on from this tail, whatever the request says")
    made.add_argument("--end", type=Path, help="end with this picture, whatever the request says")
    made.add_argument("--schema", action="store_true", help="print the JSON Schemas of all messages")
    made.add_argument("--check", action="store_true", help="say whether this machine can render, and with which models")
    made.add_argument("--fetch", metavar="MODEL", help="fetch a model's weights from the hub into SYSRAI_MODEL_DIR")
    made.add_argument("--revision", default="main", help="with --fetch: branch, tag or commit")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Run the command. Returns the exit status."""
    options, _rest = parser().parse_known_args(arguments)  # RunPod's loop has options of its own
    logging.basicConfig(level=os.environ.get("SYSRAI_LOG_LEVEL", "INFO"), format="%(levelname)s %(name)s %(message)s", stream=sys.stderr)
    if options.schema:
        print(json.dumps(contract.schemas(), indent=1, sort_keys=True))
        return 0
    try:
        if options.check:
            print(preflight.check())
            return 0
        if options.fetch:
            print(registry.fetched(options.fetch, options.revision))
            return 0
        if options.request:
            return local(options)
    except ShotError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    return loop()


def loop() -> int:
    """RunPod's worker loop, until the platform ends it."""
    if "RUNPOD_WEBHOOK_GET_JOB" not in os.environ:
        print("No job source: RunPod sets RUNPOD_WEBHOOK_GET_JOB. To render one shot here: --request FILE --out CLIP.mp4", file=sys.stderr)
        return 2
    os.environ.setdefault("RUNPOD_DEBUG_LEVEL", "INFO")
    import runpod
    from runpod.http_client import AsyncClientSession
    from runpod.serverless.modules.rp_http import send_result

    from gpu_worker.handler import Handler, Job

    async def send(job: Job, progress: Progress) -> None:
        # the SDK's own progress_update starts a thread per message, and they overtake each other
        async with AsyncClientSession() as http:
            await send_result(http, {"status": "IN_PROGRESS", "output": progress.model_dump(mode="json")}, job)

    config: dict[str, Any] = {}
    handler: Handler | None = None

    async def handle(job: Job) -> dict[str, Any]:
        nonlocal handler
        if handler is None:  # its locks belong to the loop that the SDK starts
            handler = Handler(send, config)
        return await handler.handle(job)

    def fit() -> None:
        logging.getLogger("gpu_worker").info("ready: %s", preflight.check())

    runpod.serverless.register_fitness_check(fit)
    config["handler"] = handle
    runpod.serverless.start(config)
    return 0


def local(options: argparse.Namespace) -> int:
    """Render one request on this machine, with a progress bar. Raises ShotError."""
    if options.out is None:
        raise Invalid("--request needs --out")
    try:
        body = json.loads(options.request.read_text())
        body = body.get("input", body)
        body |= {"upload": None}
        request = contract.parse_request(body)
    except (OSError, ValueError, AttributeError) as error:
        raise Invalid(str(error)) from None
    preflight.disk()
    if preflight_device() == "cpu":
        print("No GPU: rendering on the processor.", file=sys.stderr)
    request = asyncio.run(_rendered_here(request, options))
    print(f"Clip: {options.out}")
    return 0


def preflight_device() -> str:
    """The card's name, or "cpu" where there is none: somebody who renders one shot by hand may wait."""
    try:
        return preflight.machine()
    except ShotError:
        os.environ["SYSRAI_DEVICE"] = "cpu"
        return preflight.machine()


async def _rendered_here(request: RenderRequest, options: argparse.Namespace) -> RenderRequest:
    import aiohttp
    from tqdm import tqdm

    from gpu_worker import fetch
    from gpu_worker.deliver import manifest_of
    from gpu_worker.handler import result_of
    from gpu_worker.watch import Watch

    began = time.perf_counter()
    registry.weights(request.model)
    bar = tqdm(total=100, unit="%", bar_format="{desc:<10} {percentage:3.0f}%|{bar}| {elapsed}<{postfix}", file=sys.stderr)

    def tell(progress: Progress) -> None:
        bar.set_description(progress.stage, refresh=False)
        bar.set_postfix_str("?" if progress.eta_s is None else f"{progress.eta_s:.0f} s", refresh=False)
        bar.n = round(progress.fraction * 100)
        bar.refresh()

    watch = Watch(tell)
    with tempfile.TemporaryDirectory(dir=preflight.scratch()) as folder:
        request, files = _with_files(request, options)
        async with aiohttp.ClientSession() as http:
            fetched = await fetch.inputs(request, http, with_references=registry.entry(request.model).facts.references) if files is None else files
        from gpu_worker.engine import Engine

        try:
            rendered = await asyncio.to_thread(Engine().render, request, fetched, Path(folder), watch)
        except asyncio.CancelledError:
            watch.stop()
            raise
        except Cancelled:
            raise Invalid("stopped") from None
        bar.n = 100
        bar.close()
        result = result_of(request, rendered, watch, preflight_device().split(",")[0], time.perf_counter() - began)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        for (_name, path), suffix in zip(rendered.files.named(), ("", ".tail.mkv", ".jpg"), strict=True):
            shutil.copyfile(path, options.out if not suffix else options.out.with_suffix(suffix))
        options.out.with_suffix(".json").write_text(manifest_of(request, result))
    return request


def _with_files(request: RenderRequest, options: argparse.Namespace) -> tuple[RenderRequest, Any]:
    """The request with pictures or a tail from files in place of addresses; None where there are no such files."""
    from gpu_worker import fetch

    if not (options.image or options.tail or options.end):
        return request, None
    width, height = request.width, request.height
    try:
        given = fetch.decoded(options.image.read_bytes(), width, height) if options.image else None
        if options.tail:
            given = fetch.tail(options.tail.read_bytes(), contract.OVERLAP_FRAMES, width, height)
        end = fetch.decoded(options.end.read_bytes(), width, height) if options.end else None
    except OSError as error:
        raise Invalid(str(error)) from None
    start: Any = contract.TextStart()
    if options.tail:
        start = contract.ContinueStart(tail_url=f"http://localhost/{options.tail.name}")
    elif options.image:
        start = contract.ImageStart(image_url=f"http://localhost/{options.image.name}")
    ending = f"http://localhost/{options.end.name}" if options.end else None
    return request.model_copy(update={"start": start, "end_image_url": ending, "references": ()}), fetch.Inputs(given, end)


if __name__ == "__main__":
    sys.exit(main())
