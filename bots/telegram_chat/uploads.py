"""Photos and documents that people send, fetched into storage."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from telegram import Message
from telegram.ext import ExtBot

from core.storage import Storage

FETCH_MB_MAX = 20
"""What Telegram lets a bot fetch; a local Bot API server gives everything that it takes."""
NAME_MAX = 80


@dataclass(frozen=True)
class Offered:
    """A file in a message: its id and what is said of it."""

    file_id: str
    unique: str
    name: str
    size: int


class TooLarge(Exception):
    """More than Telegram lets a bot fetch."""


def offered(message: Message) -> Offered | None:
    """The file of a message, the largest size of a photo."""
    if message.photo:
        best = message.photo[-1]
        return Offered(best.file_id, best.file_unique_id, "photo.jpg", best.file_size or 0)
    song = message.audio
    titled = " – ".join(filter(None, (song.performer, song.title))) if song else ""
    kinds = (
        (message.document, "file"),
        (song, f"{titled or 'music'}.mp3"),
        (message.voice, "voice.ogg"),
    )
    for one, called in kinds:
        if one and not message.animation:  # which comes as a document too
            name = getattr(one, "file_name", None) or called
            return Offered(one.file_id, one.file_unique_id, name, one.file_size or 0)
    return None


def is_wordless(message: Message) -> bool:
    """Whether somebody sent something in which there are no words to read: a sticker, a place, a video, dice. What Telegram itself tells is none."""
    return message.effective_attachment is not None or message.checklist is not None


async def fetch(bot: ExtBot[Any], storage: Storage, file: Offered, mb_max: int = FETCH_MB_MAX) -> str:
    """Put it into storage and return its key. Raises TooLarge, and Telegram's errors."""
    if file.size > mb_max << 20:
        raise TooLarge
    key = f"uploads/telegram/{re.sub(r'[^A-Za-z0-9_-]', '', file.unique)[:60]}/{_plain(file.name)}"
    if await storage.find(key):
        return key
    found = await bot.get_file(file.file_id)
    if (found.file_size or 0) > mb_max << 20:
        raise TooLarge
    with tempfile.TemporaryDirectory() as folder:
        path = await found.download_to_drive(Path(folder) / "file")
        await storage.put(key, path)
    return key


def _plain(name: str) -> str:
    """A file's name as a key may carry it."""
    path = PurePosixPath(name.replace("\\", "/"))
    stem = re.sub(r"[^A-Za-z0-9]+", "-", path.stem).strip("-")[:NAME_MAX] or "file"
    return stem + re.sub(r"[^A-Za-z0-9.]", "", path.suffix)[:10].lower()
