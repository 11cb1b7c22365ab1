"""Files that people send: fetched from Discord's own servers alone, capped in size, by a list of kinds, into storage."""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import aiohttp
import discord

from bots.conversation.uploads import is_of_use
from core.errors import BadInput, Unavailable
from core.storage import Storage

BYTES_MAX = 50 << 20
FETCH_S = 60
CDN = frozenset({"https://cdn.discordapp.com", "https://media.discordapp.net"})


@dataclass(frozen=True)
class Fetched:
    """A file that lies in storage now."""

    key: str
    name: str
    size: int


class Uploads:
    """Fetches attachments. `api_url`: a Discord at another address serves its files there too."""

    def __init__(self, storage: Storage, api_url: str) -> None:
        own = urlsplit(api_url)
        self._storage = storage
        self._hosts = CDN if own.hostname == "discord.com" else CDN | {f"{own.scheme}://{own.netloc}"}

    async def fetch(self, attachment: discord.Attachment) -> Fetched:
        """Put an attachment into storage under a key by its content. Raises BadInput for what we do not take, Unavailable."""
        if not is_of_use(attachment.filename):
            raise BadInput(f"no use for {attachment.filename!r}", key="discord-upload-kind")
        ending = PurePosixPath(attachment.filename).suffix.lower()
        if attachment.size > BYTES_MAX:
            raise BadInput(f"{attachment.size} bytes", key="discord-upload-large", most=BYTES_MAX >> 20)
        parts = urlsplit(attachment.url)
        if f"{parts.scheme}://{parts.netloc}" not in self._hosts:
            raise BadInput(f"a file at {parts.netloc}", key="discord-upload-kind")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "upload"
            size, digest = await self._download(attachment.url, file)
            key = f"uploads/{digest[:40]}{ending}"
            await self._storage.put(key, file)
        return Fetched(key, attachment.filename, size)

    async def _download(self, url: str, file: Path) -> tuple[int, str]:
        digest, size = hashlib.sha256(), 0
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=FETCH_S)) as web,
                web.get(url, allow_redirects=False) as answer,
            ):
                if answer.status != 200:
                    raise Unavailable(f"Discord's files answer {answer.status}", key="discord-upload-lost")
                with file.open("wb") as out:
                    async for piece in answer.content.iter_chunked(1 << 16):
                        size += len(piece)
                        if size > BYTES_MAX:
                            raise BadInput(f"more than {BYTES_MAX} bytes", key="discord-upload-large", most=BYTES_MAX >> 20)
                        digest.update(piece)
                        await asyncio.to_thread(out.write, piece)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable(f"an attachment could not be fetched: {error!r}", key="discord-upload-lost") from error
        return size, digest.hexdigest()
