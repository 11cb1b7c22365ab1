"""Pictures and tails that a shot begins from: fetched within limits, checked, cut to the shot's size. Used by `handler`.

Addresses are https, or http on this machine (the contract sees to it); redirects are not followed; what is too large is dropped while it
comes; only PNG, JPEG and WebP are pictures, only Matroska and MP4 are tails.
"""

from __future__ import annotations

import asyncio
import tempfile
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import aiohttp
import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from gpu_worker import clip
from gpu_worker.contract import ContinueStart, ImageStart, RenderRequest
from gpu_worker.errors import FetchFailed, Invalid
from gpu_worker.frames import Pixels

PICTURE_BYTES_MAX = 25 * 2**20
TAIL_BYTES_MAX = 256 * 2**20
PICTURE_PIXELS_MAX = 40 * 10**6
TRIES = 4
TIMEOUT = aiohttp.ClientTimeout(total=120, sock_connect=10, sock_read=30)


@dataclass(frozen=True)
class Inputs:
    """Everything a request's addresses led to, as frames of the shot's size.

    `given`: the frames the shot begins with: one picture, or a tail's last frames; None for words alone.
    """

    given: Pixels | None = None
    end: Pixels | None = None
    references: tuple[Pixels, ...] = ()


async def inputs(request: RenderRequest, http: aiohttp.ClientSession, *, with_references: bool, wait_s: float = 0.5) -> Inputs:
    """Fetch and check what the request names. References only where the model takes them.

    `wait_s` is the first pause between two tries; it doubles. Raises FetchFailed, Invalid.
    """
    width, height = request.width, request.height

    async def picture(url: str) -> Pixels:
        body = await _get(http, url, PICTURE_BYTES_MAX, wait_s)
        return await asyncio.to_thread(decoded, body, width, height)

    given = None
    if isinstance(request.start, ImageStart):
        given = await picture(request.start.image_url)
    elif isinstance(request.start, ContinueStart):
        body = await _get(http, request.start.tail_url, TAIL_BYTES_MAX, wait_s)
        given = await asyncio.to_thread(tail, body, request.start.frames, width, height)
    end = await picture(request.end_image_url) if request.end_image_url else None
    references = tuple([await picture(each.url) for each in request.references]) if with_references else ()
    return Inputs(given, end, references)


async def done(request: RenderRequest, http: aiohttp.ClientSession) -> bytes | None:
    """The manifest that lies at `done_url` already, or None. Never raises for what is not there."""
    if request.upload is None or request.upload.done_url is None:
        return None
    try:
        async with http.get(request.upload.done_url, timeout=TIMEOUT, allow_redirects=False) as answer:
            if answer.status != 200:
                return None
            body = await answer.content.read(1 << 20)
            return body if answer.content.at_eof() else None
    except (aiohttp.ClientError, TimeoutError, OSError):
        return None


async def _get(http: aiohttp.ClientSession, url: str, bytes_max: int, wait_s: float) -> bytes:
    """The body. Tries again what may pass. Raises FetchFailed, which names the host and path only: the rest is a signature."""
    where = url.split("?")[0]
    said = ""
    for turn in range(TRIES):
        if turn:
            await asyncio.sleep(wait_s * 2 ** (turn - 1))
        try:
            async with http.get(url, timeout=TIMEOUT, allow_redirects=False) as answer:
                if answer.status == 200:
                    return await _capped(answer, bytes_max, where)
                said = f"status {answer.status}"
                if answer.status not in (408, 425, 429) and answer.status < 500:
                    raise FetchFailed(f"{where}: {said}", retryable=False)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            said = type(error).__name__
    raise FetchFailed(f"{where}: {said}, {TRIES} times", retryable=True)


async def _capped(answer: aiohttp.ClientResponse, bytes_max: int, where: str) -> bytes:
    if (answer.content_length or 0) > bytes_max:
        raise FetchFailed(f"{where}: more than {bytes_max} bytes", retryable=False)
    body = bytearray()
    async for piece in answer.content.iter_chunked(1 << 18):
        body += piece
        if len(body) > bytes_max:
            raise FetchFailed(f"{where}: more than {bytes_max} bytes", retryable=False)
    return bytes(body)


def decoded(body: bytes, width: int, height: int) -> Pixels:
    """A picture cut to the middle of the shot's shape and scaled to its size: (1, height, width, 3). Raises Invalid."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image: Image.Image = Image.open(BytesIO(body), formats=("PNG", "JPEG", "WEBP"))
            if image.width * image.height > PICTURE_PIXELS_MAX:
                raise Invalid("a picture has more than 40 million pixels")
            image.load()
            image = ImageOps.exif_transpose(image)
            image = ImageOps.fit(image.convert("RGB"), (width, height), Image.Resampling.LANCZOS)
    except Invalid:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError, ValueError, SyntaxError, EOFError) as error:
        raise Invalid(f"a picture cannot be read: {type(error).__name__}") from error
    return np.asarray(image, np.uint8)[None]


def tail(body: bytes, frames: int, width: int, height: int) -> Pixels:
    """The last frames of a tail at the shot's size. Raises Invalid when it has fewer, another shape, or is no video."""
    with tempfile.NamedTemporaryFile(suffix=clip.TAIL_SUFFIX) as file:
        file.write(body)
        file.flush()
        images = clip.read(Path(file.name))
    if len(images) < frames:
        raise Invalid(f"the tail has {len(images)} frames, not {frames}")
    images = images[-frames:]
    if images.shape[1:3] == (height, width):
        return images
    if abs(images.shape[2] / images.shape[1] - width / height) > 0.02 * width / height:
        raise Invalid(f"the tail is {images.shape[2]} × {images.shape[1]}, which is another shape than {width} × {height}")
    return np.stack([np.asarray(Image.fromarray(one).resize((width, height), Image.Resampling.LANCZOS)) for one in images])
