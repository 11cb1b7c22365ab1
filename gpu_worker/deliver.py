"""A finished shot's files to the addresses that were signed for them; the manifest last. Used by `handler`.

Putting the same file twice to the same key is one file, so everything here may be repeated.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp

from gpu_worker.clip import Files
from gpu_worker.contract import Manifest, PutTarget, RenderRequest, RenderResult, Upload
from gpu_worker.errors import DeliveryFailed

TRIES = 5
TIMEOUT = aiohttp.ClientTimeout(total=600, sock_connect=10, sock_read=120)
KINDS = {"video": "video/mp4", "tail": "video/x-matroska", "poster": "image/jpeg", "manifest": "application/json"}


async def files(upload: Upload, made: Files, http: aiohttp.ClientSession, wait_s: float = 0.5) -> None:
    """Put clip, tail and poster side by side. Raises DeliveryFailed."""
    targets = {"video": upload.video, "tail": upload.tail, "poster": upload.poster}
    try:
        async with asyncio.TaskGroup() as group:
            for name, path in made.named():
                group.create_task(_put(http, targets[name], path, KINDS[name], wait_s))
    except* DeliveryFailed as several:
        raise several.exceptions[0] from None


async def manifest(upload: Upload, request: RenderRequest, result: RenderResult, http: aiohttp.ClientSession, wait_s: float = 0.5) -> None:
    """Put the manifest: from now on the shot is surely there. Raises DeliveryFailed."""
    await _put(http, upload.manifest, manifest_of(request, result).encode(), KINDS["manifest"], wait_s)


def manifest_of(request: RenderRequest, result: RenderResult) -> str:
    """The manifest's text: what was asked, without addresses, and what came."""
    asked = request.model_dump(mode="json", exclude={"upload", "start", "end_image_url", "references"})
    asked |= {"start": request.start.kind, "end_image": request.end_image_url is not None, "references": [each.kind for each in request.references]}
    return Manifest(request=asked, result=result).model_dump_json()


async def _put(http: aiohttp.ClientSession, target: PutTarget, body: bytes | Path, kind: str, wait_s: float) -> None:
    headers = target.headers if any(name.lower() == "content-type" for name in target.headers) else {"Content-Type": kind, **target.headers}
    said = ""
    for turn in range(TRIES):
        if turn:
            await asyncio.sleep(wait_s * 2 ** (turn - 1))
        try:
            said = await _put_once(http, target.url, body, headers)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            said = type(error).__name__
        if not said:
            return
        if said.startswith(("status 3", "status 4")) and said not in ("status 408", "status 425", "status 429"):
            raise DeliveryFailed(f"{target.key}: {said}", retryable=False)
    raise DeliveryFailed(f"{target.key}: {said}, {TRIES} times", retryable=True)


async def _put_once(http: aiohttp.ClientSession, url: str, body: bytes | Path, headers: dict[str, str]) -> str:
    """Empty when it was taken, else what was said."""
    if isinstance(body, bytes):
        async with http.put(url, data=body, headers=headers, timeout=TIMEOUT, allow_redirects=False) as answer:
            return "" if answer.status in (200, 201, 204) else f"status {answer.status}"
    with body.open("rb") as file:
        async with http.put(url, data=file, headers=headers, timeout=TIMEOUT, allow_redirects=False) as answer:
            return "" if answer.status in (200, 201, 204) else f"status {answer.status}"
