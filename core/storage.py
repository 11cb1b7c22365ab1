"""Objects by key: takes, cuts and deliverables. A local folder, or anything that speaks S3 (through obstore).

Keys are paths such as `films/17/final/film.mp4`. An object is written once and never changed, so a key that exists is whole.
`link` gives a signed, short-lived address for people; `core.links` checks the ones that our own web process serves.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qs, urlsplit

import obstore
from obstore.store import LocalStore, S3Store

from core.errors import SetupFailed, Unavailable

CHUNK = 1 << 20


@dataclass(frozen=True)
class Stored:
    """An object that is there: its size in bytes and its entity tag."""

    key: str
    size: int
    etag: str


class Storage:
    """All objects of this installation. obstore's synchronous calls run in threads."""

    def __init__(self, store: LocalStore | S3Store, root: Path | None, scratch: Path) -> None:
        self._store, self._root, self._scratch = store, root, scratch

    @classmethod
    def open(cls, url: str, data_dir: Path) -> Storage:
        """The storage at this address; empty means a folder under the data directory. Raises SetupFailed."""
        scratch = data_dir / "fetched"
        parts = urlsplit(url)
        if parts.scheme in ("", "file"):
            root = Path(parts.path if url else data_dir / "storage").resolve()
            root.mkdir(parents=True, exist_ok=True)
            return cls(LocalStore(root), root, scratch)
        if parts.scheme != "s3":
            raise SetupFailed("SYSRAI_STORAGE_URL must be a folder or begin with s3://")
        options: Any = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if options.get("endpoint", "").startswith("http://"):
            options["allow_http"] = True
        client: Any = {"allow_http": True} if options.pop("allow_http", False) else {}
        return cls(S3Store(parts.netloc, prefix=parts.path.strip("/") or None, config=options, client_options=client), None, scratch)

    def local_path(self, key: str) -> Path | None:
        """Where the object lies, if it lies in a folder of this machine."""
        return self._root / _checked(key) if self._root else None

    async def put(self, key: str, file: Path) -> Stored:
        """Store a file under this key; storing it again is harmless. Raises Unavailable when there is no room or no answer."""
        _checked(key)
        try:
            if path := self.local_path(key):
                await asyncio.to_thread(_copy_aside, file, path)
            else:
                await asyncio.to_thread(obstore.put, self._store, key, file)
        except (OSError, obstore.exceptions.BaseError) as error:
            raise Unavailable(f"Could not store {key}: {error}", key="error-storage") from error
        found = await self.find(key)
        assert found, f"{key} is not there after it was stored"
        return found

    async def find(self, key: str) -> Stored | None:
        """The object's size and tag, or None."""
        try:
            meta = await asyncio.to_thread(obstore.head, self._store, _checked(key))
        except FileNotFoundError:
            return None
        return Stored(key, meta["size"], meta.get("e_tag") or "")

    async def fetch(self, key: str) -> Path:
        """The object as a file to read, fetched once if it lies elsewhere. Raises FileNotFoundError."""
        if path := self.local_path(key):
            if not path.exists():
                raise FileNotFoundError(key)
            return path
        path = self._scratch / key
        try:
            os.utime(path)  # `sweep` lets go of what nobody asked for lately
        except FileNotFoundError:
            await asyncio.to_thread(self._fetch_aside, key, path)
        return path

    def sweep(self, older_than_s: float, now: float) -> int:
        """Delete this machine's copies of fetched objects that nobody asked for in that time. Returns how many. The objects stay."""
        gone = 0
        for path in self._scratch.rglob("*"):
            with contextlib.suppress(FileNotFoundError):  # another process was first
                if path.is_file() and now - path.stat().st_mtime > older_than_s:
                    path.unlink()
                    gone += 1
        return gone

    def _fetch_aside(self, key: str, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".part-") as folder:
            aside = Path(folder) / path.name
            with aside.open("wb") as file:
                for chunk in obstore.get(self._store, key).stream(min_chunk_size=CHUNK):
                    file.write(chunk)
            aside.replace(path)

    async def read(self, key: str, start: int, length: int) -> AsyncIterator[bytes]:
        """The bytes from `start`, `length` of them, in chunks."""
        end = start + length
        while start < end:
            piece = await asyncio.to_thread(obstore.get_range, self._store, _checked(key), start=start, end=min(start + CHUNK, end))
            start += len(piece)
            yield bytes(piece)

    async def delete(self, prefix: str) -> int:
        """Delete every object under this prefix. Returns how many."""
        keys = await asyncio.to_thread(lambda: [meta["path"] for batch in obstore.list(self._store, prefix) for meta in batch])
        if keys:
            await asyncio.to_thread(obstore.delete, self._store, keys)
        return len(keys)

    async def remove(self, key: str) -> None:
        """Delete one object; one that is not there is gone already."""
        await asyncio.to_thread(self._remove, _checked(key))

    def _remove(self, key: str) -> None:
        if self._root:
            (self._root / key).unlink(missing_ok=True)
            return
        obstore.delete(self._store, key)
        (self._scratch / key).unlink(missing_ok=True)

    def outside_link(self, key: str, seconds: int) -> str | None:
        """A signed address at the S3 server itself, or None where our own web process serves the object."""
        if isinstance(self._store, LocalStore):
            return None
        return obstore.sign(self._store, "GET", _checked(key), timedelta(seconds=seconds))

    def outside_put(self, key: str, seconds: int) -> str | None:
        """A signed address for one PUT of this object at the S3 server itself, or None where our own web process takes it."""
        if isinstance(self._store, LocalStore):
            return None
        return obstore.sign(self._store, "PUT", _checked(key), timedelta(seconds=seconds))


def _checked(key: str) -> str:
    path = PurePosixPath(key)
    if path.is_absolute() or ".." in path.parts or not key:
        raise ValueError(f"no key of an object: {key!r}")
    return key


def _copy_aside(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as aside, source.open("rb") as data:
        try:
            shutil.copyfileobj(data, aside, CHUNK)
        except OSError:
            Path(aside.name).unlink()
            raise
    Path(aside.name).replace(path)
