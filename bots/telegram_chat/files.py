"""Media as Telegram takes them: a file it has already by its id, else an upload with what its kind needs; people's own files fetched.

`SentFile` rows remember ids by bot and key: objects never change, so a film goes over the wire once however often it is sent.
"""

from __future__ import annotations

import asyncio
import io
import logging
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PIL import Image
from telegram import InputFile, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message, MessageEntity

from bots.conversation.views import Media
from core import ffmpeg
from core.jobs import transaction
from core.models import SentFile
from core.storage import Storage
from core.workshop import Made, Stage, Workshop

log = logging.getLogger(__name__)

Type = Literal["photo", "video", "audio", "document"]
InputMediaAny = InputMediaPhoto | InputMediaVideo | InputMediaAudio | InputMediaDocument

PHOTO_BYTES_MAX = 10 << 20
PHOTO_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}
SONG_SUFFIXES = {".mp3", ".m4a"}
THUMBNAIL_PX = 320
ALT_MAX = 200
_INPUTS: dict[Type, type[Any]] = {"photo": InputMediaPhoto, "video": InputMediaVideo, "audio": InputMediaAudio, "document": InputMediaDocument}


@dataclass(frozen=True)
class Ready:
    """A medium that can be sent: as what, and the id or the file of it."""

    media: Media
    type: Type
    file_id: str = ""
    path: Path | None = None

    @property
    def name(self) -> str:
        """What the file is called when saved."""
        return Path(self.media.name).stem + self.path.suffix if self.path and self.type == "audio" else self.media.name


@dataclass(frozen=True)
class Prepared:
    """What can be sent of a view's media, and what cannot."""

    ready: tuple[Ready, ...]
    unsent: tuple[Media, ...] = ()


class Files:
    """The files of one bot. `bytes_max` is what it may upload; `by_path`: its Bot API server reads files of this machine itself."""

    def __init__(self, storage: Storage, workshop: Workshop, bot_id: int, bytes_max: int, *, by_path: bool = False) -> None:
        self.storage, self.bytes_max, self._by_path = storage, bytes_max, by_path
        self._workshop, self._platform = workshop, f"telegram:{bot_id}"

    async def prepare(self, media: Sequence[Media]) -> Prepared:
        """How each can be sent. What is missing or too large cannot."""
        known = {row.key: row for row in await SentFile.filter(platform=self._platform, key__in=[one.key for one in media])} if media else {}
        ready, unsent = [], []
        for one in media:
            if row := known.get(one.key):
                ready.append(Ready(one, row.kind, row.outside_id))  # type: ignore[arg-type]
            elif found := await self._found(one):
                ready.append(found)
            else:
                unsent.append(one)
        return Prepared(tuple(ready), tuple(unsent))

    async def _found(self, media: Media) -> Ready | None:
        try:
            path = await self.storage.fetch(media.key)
        except FileNotFoundError:
            log.warning("%s is not in storage", media.key)
            return None
        if media.kind == "audio" and path.suffix not in SONG_SUFFIXES:
            path = (await self._workshop.made(SONG, sound=Made(path, media.key, {}))).path
        size = path.stat().st_size
        if not 0 < size <= self.bytes_max:
            return None
        if media.kind == "image" and (size > PHOTO_BYTES_MAX or path.suffix.lower() not in PHOTO_SUFFIXES):
            return Ready(media, "document", path=path)
        return Ready(media, {"image": "photo", "video": "video", "audio": "audio", "file": "document"}[media.kind], path=path)  # type: ignore[arg-type]

    async def about(self, one: Ready, opened: ExitStack, *, attach: bool) -> dict[str, Any]:
        """What Telegram wants to know of it: the file, and its length, size and thumbnail. `attach`: it travels in a list of media."""
        media = one.media
        told: dict[str, Any] = {"media": one.file_id or self._upload(one, opened, attach)}
        if one.type == "video":
            told |= {"supports_streaming": True, "width": media.width, "height": media.height}
            if media.duration_s:
                told["duration"] = round(media.duration_s)
            if media.poster and not one.file_id and (picture := await self._thumbnail(media.poster)):
                told["thumbnail"] = InputFile(picture, "thumbnail.jpg", attach=attach)
        if one.type == "audio":
            told |= {"title": media.alt[:ALT_MAX]} | ({"duration": round(media.duration_s)} if media.duration_s else {})
        return {key: value for key, value in told.items() if value is not None}

    def _upload(self, one: Ready, opened: ExitStack, attach: bool) -> InputFile | Path:
        assert one.path, f"{one.media.key} is neither known nor here"
        if self._by_path:
            return one.path.absolute() if one.type == "photo" else _named(one.path.absolute(), Path(one.name).name, opened)
        return InputFile(opened.enter_context(one.path.open("rb")), one.name, attach=attach, read_file_handle=False)

    async def input(self, one: Ready, opened: ExitStack, caption: str = "", entities: Sequence[MessageEntity] = ()) -> InputMediaAny:
        """It as an item of a list of media, or as what takes the place of another."""
        made: InputMediaAny = _INPUTS[one.type](**await self.about(one, opened, attach=True), caption=caption or None, caption_entities=entities or None)
        return made

    async def _thumbnail(self, key: str) -> bytes | None:
        """A small JPEG of a poster; None where there is none."""
        try:
            path = await self.storage.fetch(key)
            return await asyncio.to_thread(_small, path)
        except (OSError, ValueError) as error:
            log.warning("no thumbnail of %s: %r", key, error)
            return None

    async def remember(self, one: Ready, message: Message) -> None:
        """Keep what Telegram calls it now."""
        sent = message.effective_attachment
        last = sent[-1] if isinstance(sent, tuple | list) and sent else sent
        if one.file_id or not (file_id := getattr(last, "file_id", "")):
            return
        kind = "photo" if message.photo else "video" if message.video else "audio" if message.audio else "document" if message.document else ""
        if kind != one.type:  # a film without sound may come back as an animation, which cannot be sent as a video again
            return
        async with transaction() as tx:
            await tx.sql.execute_query_dict(
                """INSERT INTO sent_file (platform, key, kind, outside_id) VALUES ($1, $2, $3, $4)
                   ON CONFLICT (platform, key) DO UPDATE SET kind = excluded.kind, outside_id = excluded.outside_id RETURNING id""",
                [self._platform, one.media.key, one.type, file_id],
            )

    async def forget(self, media: Sequence[Media]) -> None:
        """Telegram does not know these ids any more."""
        await SentFile.filter(platform=self._platform, key__in=[one.key for one in media]).delete()


def _named(path: Path, name: str, opened: ExitStack) -> Path:
    """The file under the name that people shall see, as long as it is being sent. Whoever else the server runs as may look into the folder."""
    folder = Path(opened.enter_context(tempfile.TemporaryDirectory(dir=path.parent, prefix=".named-")))
    folder.chmod(0o755)
    try:
        (folder / name).hardlink_to(path)
    except OSError:  # a file system without hard links
        (folder / name).symlink_to(path)
    return folder / name


def _small(path: Path) -> bytes:
    with Image.open(path) as image:
        image.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX))
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=82)
    return out.getvalue()


async def _as_song(out: Path, sound: Made) -> dict[str, Any]:
    await ffmpeg.run(["-i", sound.path, "-map", "0:a:0", "-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart", out])
    return {}


SONG = Stage("telegram-audio", 1, ".m4a", _as_song)
"""Sound as Telegram plays it."""
