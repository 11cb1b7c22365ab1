"""`python -m gpu_worker`: RunPod's worker loop; with `--request FILE --out CLIP.mp4` one shot rendered here.

The image's command, what `tests` and an own card run, and how somebody without RunPod tries a model.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

from gpu_worker import contract, preflight
from gpu_worker.contract import Progress
from gpu_worker.errors import ShotError
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
    made.add_argument("--revision", default="", help="with --fetch: branch, tag or commit; else what SYSRAI_MODEL_REVISION pins, or main")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Run the command. Returns the exit status."""
    options, others = parser().parse_known_args(arguments)
    if others and (options.schema or options.check or options.fetch or options.request):  # else they are for RunPod's loop
        parser().error(f"unknown: {' '.join(others)}")
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
            preflight.packages()
            from gpu_worker import local

            return local.render(options)
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


if __name__ == "__main__":
    sys.exit(main())
