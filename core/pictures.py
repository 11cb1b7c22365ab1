"""Pictures that people send: looked into, turned upright, freed of everything but what is seen, made no larger than anybody needs.

`Eyes.inspect` is an inspector of `core.uploads`. Decoding runs in a child process: a hostile file takes down nothing but that. Where a moderation
service is asked, no picture is taken that it did not judge.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from core import cpu
from core.errors import BadInput, Forbidden, Unavailable
from core.moderation.moderator import Moderator

log = logging.getLogger(__name__)

BYTES_MAX = 20 << 20
PIXELS_MAX = 40_000_000
SIDE_MIN = 200
"""Pixels of the shorter side."""
LONG_MAX = 4.0
"""The longer side against the shorter."""
SIDE_KEPT = 1536
"""Pixels of the longer side that are kept."""
CONTRAST_MIN = 2.0
"""Standard deviation, of 255, under which nothing is to be seen."""
READ_S_MAX = 30.0
FORMATS = ("JPEG", "PNG", "WEBP")
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error, MemoryError)


class Eyes:
    """Looks at pictures, and has the moderator look at them."""

    def __init__(self, moderator: Moderator) -> None:
        self._moderator = moderator

    async def inspect(self, path: Path, clean: Path) -> dict[str, Any]:
        """What `inspect` does, for pictures that may be seen in a film. Raises Forbidden for others, BadInput where nobody could judge it now."""
        facts = await inspect(path, clean)
        try:
            await self._moderator.check_picture(await asyncio.to_thread(clean.read_bytes))
        except Forbidden as refused:
            raise Forbidden(str(refused), key="error-picture-forbidden") from refused
        except Unavailable as error:
            log.error("a picture was refused unseen: %s", error)
            raise BadInput("nobody could judge the picture", key="error-picture-unseen") from error
        return facts


async def inspect(path: Path, clean: Path) -> dict[str, Any]:
    """Write the picture as a plain JPEG to `clean`. Facts: width, height, sha256. Raises BadInput with the reason in a sentence."""
    if path.stat().st_size > BYTES_MAX:
        raise BadInput(f"{path.stat().st_size} bytes", key="error-picture-large", most=BYTES_MAX >> 20)
    try:
        async with asyncio.timeout(READ_S_MAX):
            return await cpu.in_child(cleaned, str(path), str(clean))
    except TimeoutError as error:
        raise BadInput("the picture takes too long to read", key="error-picture-unread") from error


def cleaned(path: str, clean: str) -> dict[str, Any]:
    """See `inspect`. Blocking: for a child process."""
    try:
        with Image.open(path, formats=FORMATS) as opened:
            _check_size(*opened.size)
            opened.draft("RGB", (SIDE_KEPT, SIDE_KEPT))
            picture = _flat(ImageOps.exif_transpose(opened))
    except Image.DecompressionBombError as error:
        raise BadInput("a picture that is huge once it is unpacked", key="error-picture-large", most=BYTES_MAX >> 20) from error
    except _BROKEN as error:
        raise BadInput(f"no picture: {type(error).__name__}", key="error-picture-unread") from error
    picture.thumbnail((SIDE_KEPT, SIDE_KEPT), Image.Resampling.LANCZOS)
    if float(np.asarray(picture.convert("L"), np.float32).std()) < CONTRAST_MIN:
        raise BadInput("nothing is to be seen", key="error-picture-empty")
    bare = Image.fromarray(np.asarray(picture))  # pixels alone: no camera, no place, no name
    bare.save(clean, "JPEG", quality=92)
    return {"width": bare.width, "height": bare.height, "sha256": hashlib.sha256(Path(clean).read_bytes()).hexdigest()}


def _check_size(width: int, height: int) -> None:
    """By what the header says, before anything is decoded."""
    if width * height > PIXELS_MAX:
        raise BadInput(f"{width} × {height}", key="error-picture-large", most=BYTES_MAX >> 20)
    if min(width, height) < SIDE_MIN or max(width, height) > LONG_MAX * min(width, height):
        raise BadInput(f"{width} × {height}", key="error-picture-shape", least=SIDE_MIN)


def _flat(picture: Image.Image) -> Image.Image:
    """Colours only; what can be seen through lies on white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", seen.size, (255, 255, 255, 255)), seen).convert("RGB")
    return picture.convert("RGB")
