"""The one cache: every stage of film work goes through `made`, and the result is a file named by what it was made of.

    key = hash(stage name, stage version, inputs)

An input counts by its value, a made input by its key, a `Source` (a take, an upload) by its content. A result is
written aside and renamed; its facts (`<key>.json`) come last, and their existence is what "done" means. So a file is never
stale, may be deleted or killed anywhere, and the same work is never done twice: callers that ask for the
same thing at once, in this process or another, wait for one maker.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import hashlib
import json
import logging
import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stage:
    """A kind of work. `make(out, **inputs)` writes `out` and may return facts; raise `version` when its result changes."""

    name: str
    version: int
    suffix: str
    make: Callable[..., Awaitable[dict[str, Any] | None]]


@dataclass(frozen=True)
class Source:
    """A file that cannot be made again: it counts by its content."""

    path: Path
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Source:
        """The source at this path, its content read once to hash it."""
        with path.open("rb") as file:
            return cls(path, hashlib.file_digest(file, "sha256").hexdigest())


@dataclass(frozen=True)
class Made:
    """A result of the workshop: its file, the key it is named by and the facts its maker returned."""

    path: Path
    key: str
    facts: dict[str, Any] = field(default_factory=dict)


def _canonical(value: Any) -> Any:
    """The JSON form under which an input counts."""
    match value:
        case Made():
            return {"made": value.key}
        case Source():
            return {"source": value.sha256}
        case BaseModel():
            return {type(value).__name__: value.model_dump(mode="json")}
        case dict():
            return {str(k): _canonical(v) for k, v in value.items()}
        case list() | tuple():
            return [_canonical(v) for v in value]
        case str() | int() | float() | bool() | None:
            return value
    raise TypeError(f"{type(value).__name__} is no input of a stage: give a value, a Made or a Source")


class Workshop:
    """The cache in one folder. Safe for several processes at once."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def key(self, stage: Stage, **inputs: Any) -> str:
        """The name of what this stage makes of these inputs (32 hexadecimal digits)."""
        text = json.dumps([stage.name, stage.version, _canonical(inputs)], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def find(self, stage: Stage, **inputs: Any) -> Made | None:
        """What was made of these inputs before, or None."""
        return self._read(stage, self.key(stage, **inputs))

    async def made(self, stage: Stage, **inputs: Any) -> Made:
        """The result of this stage for these inputs, made now if it was not made before."""
        key = self.key(stage, **inputs)
        if found := self._read(stage, key):
            return found
        async with self._only_maker(stage, key):
            return self._read(stage, key) or await self._make(stage, key, inputs)

    def _folder(self, stage: Stage, key: str) -> Path:
        return self.root / stage.name / key[:2]

    def _read(self, stage: Stage, key: str) -> Made | None:
        folder = self._folder(stage, key)
        path, facts = folder / f"{key}{stage.suffix}", folder / f"{key}.json"
        try:
            known = json.loads(facts.read_text())
        except FileNotFoundError:
            return None
        if not path.exists():
            return None
        os.utime(facts)  # `sweep` lets go of what nobody asked for lately
        return Made(path, key, known)

    async def _make(self, stage: Stage, key: str, inputs: dict[str, Any]) -> Made:
        folder = self._folder(stage, key)
        with tempfile.TemporaryDirectory(dir=folder, prefix=f".{key[:8]}-") as aside:
            out = Path(aside) / f"out{stage.suffix}"
            began = time.monotonic()
            facts = await stage.make(out, **inputs) or {}
            log.debug("made %s %s in %.2f s", stage.name, key[:8], time.monotonic() - began)
            path = folder / f"{key}{stage.suffix}"
            os.replace(out, path)
            note = Path(aside) / "facts.json"
            note.write_text(json.dumps(facts))
            os.replace(note, folder / f"{key}.json")
        return Made(path, key, json.loads(json.dumps(facts)))

    @asynccontextmanager
    async def _only_maker(self, stage: Stage, key: str) -> AsyncIterator[None]:
        folder = self._folder(stage, key)
        folder.mkdir(parents=True, exist_ok=True)
        lock = folder / f"{key}.lock"
        with lock.open("w") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    await asyncio.sleep(0.05)
            yield

    def sweep(self, older_than_s: float, now: float) -> int:
        """Delete results nobody asked for in that time; they can be made again. Returns how many. Several processes may sweep at once."""
        gone = 0
        for facts in self.root.glob("*/*/*.json"):
            with contextlib.suppress(FileNotFoundError):  # another process was first
                if now - facts.stat().st_mtime > older_than_s:
                    facts.unlink()
                    for file in facts.parent.glob(f"{facts.stem}.*"):
                        file.unlink(missing_ok=True)
                    gone += 1
        for aside in self.root.glob("*/*/.*-*"):
            with contextlib.suppress(FileNotFoundError):
                if now - aside.stat().st_mtime > older_than_s:
                    shutil.rmtree(aside, ignore_errors=True)
        return gone
