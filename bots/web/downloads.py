"""Signed downloads with byte ranges: what a signed link of `core.links` opens.

GET /d/<expiry>.<signature>/<key>[?as=<file name>]
GET /d/<expiry>.<signature>/kit/<id>.zip[?as=<file name>]      an editing kit, built as it is sent
"""

from __future__ import annotations

import mimetypes
import re
import time
from pathlib import PurePosixPath
from urllib.parse import quote

from aiohttp import hdrs, web

from core.links import Links
from core.models import Kit
from core.rendering import takedown
from core.rendering.kit import archive
from core.storage import Storage, Stored

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
INLINE = {"video/mp4", "image/png", "image/jpeg", "image/webp", "audio/mp4", "text/vtt"}
"""What a browser may show in place; everything else is saved, so that no page of ours runs what somebody wrote."""


class Downloads:
    """The handler of signed links."""

    def __init__(self, storage: Storage, links: Links) -> None:
        self._storage, self._links = storage, links

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve one object, whole or a range of it. 404 for a forged link, 410 for one that ran out, 451 for a film that was taken down."""
        key = request.match_info["key"]
        self._allow(request, key)
        if await takedown.hides(key):
            raise _down()
        stored = await self._storage.find(key)
        if stored is None:
            raise web.HTTPNotFound(text="This file is not here any more. Open the film again in the chat.")
        return await send_stored(request, self._storage, stored, PurePosixPath(request.query.get("as") or stored.key).name)

    async def kit(self, request: web.Request) -> web.StreamResponse:
        """An editing kit as one archive."""
        id = request.match_info["id"]
        self._allow(request, f"kit/{id}.zip")
        kit = await Kit.get_or_none(id=int(id), state="done")
        if kit is None:
            raise web.HTTPNotFound(text="This file is not here any more. Open the film again in the chat.")
        if await takedown.hides_kit(kit):
            raise _down()
        name = PurePosixPath(request.query.get("as") or f"film-{id}.zip").name
        headers = {
            hdrs.CONTENT_TYPE: "application/zip", hdrs.CONTENT_DISPOSITION: f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", hdrs.CACHE_CONTROL: "private, no-store",
        }  # fmt: skip
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        if request.method != hdrs.METH_HEAD:
            async for piece in archive(self._storage, kit, name.removesuffix(".zip")):
                await response.write(piece)
        await response.write_eof()
        return response

    def _allow(self, request: web.Request, key: str) -> None:
        pass_ = request.match_info["pass"]
        if not self._links.allows(pass_, key, now=time.time()):
            if self._links.allows(pass_, key, now=0):
                raise web.HTTPGone(text="This link has run out. Ask for a new one in the chat.")
            raise web.HTTPNotFound(text="There is nothing here.")


def _down() -> web.HTTPException:
    return web.HTTPUnavailableForLegalReasons(None, text="This film was taken down by whoever runs this service.")


async def send_stored(request: web.Request, storage: Storage, stored: Stored, name: str, *, save: bool = False) -> web.StreamResponse:
    """An object, whole or the range that is asked for. `save`: to be kept under `name` rather than shown in place."""
    etag = f'"{stored.etag.strip(chr(34))}"'
    if request.headers.get(hdrs.IF_NONE_MATCH) == etag:
        return web.Response(status=304, headers={hdrs.ETAG: etag})
    start, length, status = _range(request, stored.size, etag)
    kind = mimetypes.guess_type(stored.key)[0] or "application/octet-stream"
    headers = {
        hdrs.CONTENT_TYPE: kind,
        hdrs.CONTENT_LENGTH: str(length),
        hdrs.ACCEPT_RANGES: "bytes",
        hdrs.ETAG: etag,
        hdrs.CACHE_CONTROL: "private, max-age=3600",
        hdrs.CONTENT_DISPOSITION: f"{'inline' if kind in INLINE and not save else 'attachment'}; filename*=UTF-8''{quote(name)}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; media-src 'self'; img-src 'self'; sandbox",
        "Referrer-Policy": "no-referrer",
    }
    if status == 206:
        headers[hdrs.CONTENT_RANGE] = f"bytes {start}-{start + length - 1}/{stored.size}"
    response = web.StreamResponse(status=status, headers=headers)
    await response.prepare(request)
    if request.method != hdrs.METH_HEAD:
        async for piece in storage.read(stored.key, start, length):
            await response.write(piece)
    await response.write_eof()
    return response


def _range(request: web.Request, size: int, etag: str) -> tuple[int, int, int]:
    """(first byte, how many, status). A range we do not understand, or of another state of the file, is answered with all of it."""
    asked = RANGE.fullmatch(request.headers.get(hdrs.RANGE, "").strip())
    if not asked or asked.group(0) == "bytes=-" or request.headers.get(hdrs.IF_RANGE, etag) != etag:
        return 0, size, 200
    first, last = asked.groups()
    if not first:
        length = min(int(last), size)
        start = size - length
    else:
        start = int(first)
        length = min(int(last) if last else size - 1, size - 1) - start + 1
    if start >= size or length <= 0:
        raise web.HTTPRequestRangeNotSatisfiable(headers={hdrs.CONTENT_RANGE: f"bytes */{size}"})
    return start, length, 206
