"""One shot rendered on this machine, from a file to a file, with a progress bar: `python -m gpu_worker --request FILE --out CLIP.mp4`.

The same engine as on RunPod, with no queue, no addresses to deliver to, and the processor where there is no card. Called by `__main__`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
from tqdm import tqdm

from gpu_worker import contract, fetch, preflight
from gpu_worker.contract import Progress, RenderRequest
from gpu_worker.deliver import manifest_of
from gpu_worker.errors import Invalid, ShotError
from gpu_worker.handler import result_of
from gpu_worker.models import registry
from gpu_worker.watch import Tell, Watch

BESIDE = {"tail": ".tail.mkv", "poster": ".jpg"}
"""What lies beside the clip, under which ending."""


def render(options: argparse.Namespace) -> int:
    """Render the request that the command names, with a progress bar. Returns the exit status. Raises ShotError."""
    if options.out is None:
        raise Invalid("--request needs --out")
    try:
        body = json.loads(options.request.read_text())
        request = contract.parse_request({**body.get("input", body), "upload": None})
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise Invalid(str(error)) from None
    preflight.disk()
    if device() == "cpu":
        print("No GPU: rendering on the processor.", file=sys.stderr)
    try:
        asyncio.run(_rendered_here(request, options))
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    print(f"Clip: {options.out}")
    return 0


def device() -> str:
    """The card's name, or "cpu" where there is none: somebody who renders one shot by hand may wait."""
    try:
        return preflight.machine().split(",")[0]
    except ShotError:
        os.environ["SYSRAI_DEVICE"] = "cpu"
        return preflight.machine()


async def _rendered_here(request: RenderRequest, options: argparse.Namespace) -> None:
    began = time.perf_counter()
    registry.weights(request.model)
    request, inputs = await _inputs(request, options)
    from gpu_worker.engine import Engine  # torch and diffusers: not before everything else is there

    with tempfile.TemporaryDirectory(dir=preflight.scratch()) as folder, _bar() as tell:
        watch = Watch(tell)
        try:
            rendered = await asyncio.to_thread(Engine().render, request, inputs, Path(folder), watch)
        except asyncio.CancelledError:
            watch.stop()
            raise
        result = result_of(request, rendered, watch, device(), time.perf_counter() - began)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        for name, path in rendered.files.named():
            shutil.copyfile(path, options.out.with_suffix(BESIDE[name]) if name in BESIDE else options.out)
        options.out.with_suffix(".json").write_text(manifest_of(request, result))


@contextlib.contextmanager
def _bar() -> Iterator[Tell]:
    """A progress bar. Gives what is to be told."""
    with tqdm(total=100, unit="%", bar_format="{desc:<10} {percentage:3.0f}%|{bar}| {elapsed}<{postfix}", file=sys.stderr) as bar:

        def tell(progress: Progress) -> None:
            bar.set_description(progress.stage, refresh=False)
            bar.set_postfix_str("?" if progress.eta_s is None else f"{progress.eta_s:.0f} s", refresh=False)
            bar.n = round(progress.fraction * 100)
            bar.refresh()

        yield tell
        bar.n = 100


async def _inputs(request: RenderRequest, options: argparse.Namespace) -> tuple[RenderRequest, fetch.Inputs]:
    """What the shot begins from and ends with: files where the options name some, else what the request's addresses lead to.

    Returns the request as it is then, too. Raises Invalid, FetchFailed.
    """
    width, height = request.width, request.height
    given = end = None
    changes: dict[str, Any] = {}
    try:
        if options.tail:
            given = fetch.tail(options.tail.read_bytes(), contract.OVERLAP_FRAMES, width, height)
            changes["start"] = contract.ContinueStart(tail_url=f"http://localhost/{options.tail.name}")
        elif options.image:
            given = fetch.decoded(options.image.read_bytes(), width, height)
            changes["start"] = contract.ImageStart(image_url=f"http://localhost/{options.image.name}")
        if options.end:
            end = fetch.decoded(options.end.read_bytes(), width, height)
            changes["end_image_url"] = f"http://localhost/{options.end.name}"
    except OSError as error:
        raise Invalid(str(error)) from None
    here: dict[str, Any] = {"start": contract.TextStart(), "end_image_url": None}
    elsewhere = request.model_copy(update={name: here[name] for name in changes})
    async with aiohttp.ClientSession() as http:
        found = await fetch.inputs(elsewhere, http, with_references=registry.entry(request.model).facts.references)
    inputs = fetch.Inputs(found.given if given is None else given, found.end if end is None else end, found.references)
    return request.model_copy(update=changes), inputs
