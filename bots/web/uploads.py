"""Signed uploads: how a GPU worker delivers a shot where films are kept in a folder of ours. It never holds a credential.

PUT /u/<expiry>.<most bytes>.<signature>/<key>        the body becomes the object, whole or not at all
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from aiohttp import hdrs, web

from core.errors import Unavailable
from core.links import Links
from core.storage import Storage

CHUNK = 1 << 18


class Uploads:
    """The handler of signed PUT addresses of `core.links`."""

    def __init__(self, storage: Storage, links: Links) -> None:
        self._storage, self._links = storage, links

    async def take(self, request: web.Request) -> web.Response:
        """Store one object. 404 for a forged address, 410 for one that ran out, 413 for a body that is too long, 503 without room."""
        key, pass_ = request.match_info["key"], request.match_info["pass"]
        bytes_max = self._links.put_max(pass_, key, now=time.time())
        if bytes_max is None:
            if self._links.put_max(pass_, key, now=0) is not None:
                raise web.HTTPGone(text="This address has run out.")
            raise web.HTTPNotFound(text="There is nothing here.")
        if (request.content_length or 0) > bytes_max:
            raise web.HTTPRequestEntityTooLarge(bytes_max, request.content_length or 0)
        with tempfile.NamedTemporaryFile(prefix="sysrai-upload-") as aside:
            size = 0
            async for piece in request.content.iter_chunked(CHUNK):
                size += len(piece)
                if size > bytes_max:
                    raise web.HTTPRequestEntityTooLarge(bytes_max, size)
                aside.write(piece)
            aside.flush()
            try:
                stored = await self._storage.put(key, Path(aside.name))
            except Unavailable as error:
                raise web.HTTPServiceUnavailable(text="There is no room.") from error
        return web.Response(headers={hdrs.ETAG: f'"{stored.etag.strip(chr(34))}"'})
