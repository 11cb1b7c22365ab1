"""A file that is typed or dropped into the terminal, as a path. Called by `talk`.

Terminals hand a dropped file over as its path: in quotes, with its spaces escaped, or as a `file://` address.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bots.conversation.events import Address, Uploaded
from core import uploads
from core.errors import BadInput
from core.storage import Storage
from core.writing.importing import reading

PATH_MAX = 1024


def dropped(typed: str) -> Path | None:
    """The file that a typed line names, None where the line is talk. Raises BadInput for what is a path but no file."""
    if not typed or len(typed) > PATH_MAX or "\n" in typed:
        return None
    for text in dict.fromkeys((typed, *_unescaped(typed))):
        path = Path(text).expanduser()
        means_file = text.startswith(("/", "~/", "./", "../")) or is_of_use(path.name)
        try:
            if means_file and path.is_file():
                return path
        except (OSError, ValueError):
            continue
    first = next(iter(_unescaped(typed)), typed)
    if first.startswith(("/", "~/", "./", "../")) and is_of_use(first):
        raise BadInput(f"I find no file at {first}.")
    return None


def is_of_use(name: str) -> bool:
    """Whether a file of this name could be a story, a sound or a picture."""
    return reading.is_readable(name) or uploads.kind_of(name) is not None


def _unescaped(typed: str) -> list[str]:
    """What a line names when its quotes, its escapes or its address are taken away."""
    found = []
    if typed.startswith("file://"):
        found.append(unquote(urlsplit(typed).path))
    try:
        words = shlex.split(typed)
    except ValueError:
        words = []
    return [*found, *(words if len(words) == 1 else [])]


async def sent(path: Path, at: Address, update: str, storage: Storage) -> Uploaded:
    """The file put into storage, as the event that it was sent. Raises BadInput for one that cannot be read, before it is copied."""
    try:
        size = path.stat().st_size
        if reading.is_readable(path.name):
            reading.check_size(size)
        key = f"uploads/{update}/{_safe(path.name)}"
        await storage.put(key, path)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    return Uploaded(at, update, key, path.name, size)


def _safe(name: str) -> str:
    """A name that every store takes as part of a key."""
    return "".join(sign if sign.isalnum() or sign in ".-_" else "_" for sign in name)[-100:]
