"""Files that people send: noted in the turn, looked into by a job, used when the person says so, erased when they wish.

    Uploaded -> received(): a row, the wish `upload:<id>` -> Inspector of its kind -> "good" with facts, or "bad" with a sentence
    erase(): "erased" -> the wish `upload:<id>` -> the object and the row are gone

What a file is good for is told by its name first (`kind_of`); an inspector per kind, composed by the wiring, decides. Stories are texts before
they are files and have a room of their own (`core.materials`).
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path, PurePath
from typing import Any, Literal

from core import jobs
from core.errors import BadInput
from core.jobs import Tx
from core.models import Person, Upload
from core.storage import Storage

log = logging.getLogger(__name__)

Kind = Literal["sound", "picture"]
SUFFIXES: Mapping[Kind, frozenset[str]] = {
    "sound": frozenset({".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".oga", ".opus", ".aif", ".aiff"}),
    "picture": frozenset({".jpg", ".jpeg", ".png", ".webp"}),
}
Inspector = Callable[[Path, Path], Awaitable[dict[str, Any]]]
"""Looks into a file and returns what is to be known of it, its `sha256` included. May write a clean copy to the second path: that takes the file's
place. Raises BadInput for a file that cannot be used."""
QUEUE = "media"
SPARE = "spare"
"""Among an upload's facts: the key of an object that is to be deleted."""


def kind_of(name: str) -> Kind | None:
    """What a file of this name could be, or None."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes), None)


async def received(tx: Tx, person: Person, kind: Kind, *, key: str, name: str, size: int) -> Upload:
    """Note a file that lies in storage under `key`; it is looked into after the commit (`upload:<id>` is touched then)."""
    upload = await Upload.create(person=person, kind=kind, key=key, name=name[:200], size=size)
    tx.want("upload", upload.id, QUEUE)
    return upload


async def discard(tx: Tx, person: Person, key: str) -> None:
    """Have a file that was sent and is of no use deleted, after the commit."""
    upload = await Upload.create(person=person, kind="", key=key, name="", size=0, state="erased", facts={SPARE: key})
    tx.want("upload", upload.id, QUEUE)


async def erase(tx: Tx, person: Person, key: str) -> None:
    """Have everything that this person sent under this key deleted, after the commit."""
    for upload in await Upload.filter(person_id=person.id, key=key):
        await Upload.filter(id=upload.id).update(state="erased", name="", facts={SPARE: key})
        tx.want("upload", upload.id, QUEUE)


class UploadRoom:
    """The handler of `upload:<id>`, with an inspector for every kind that is of use here."""

    def __init__(self, storage: Storage, inspectors: Mapping[Kind, Inspector]) -> None:
        self._storage, self._inspectors = storage, inspectors

    async def __call__(self, job: jobs.Job) -> None:
        """Look into the file of the upload with this id, once; delete what nobody needs of it, which goes on after a kill."""
        upload = await Upload.get_or_none(id=int(job.subject))
        if upload and upload.state == "new":
            found = await self._looked_into(upload)
            async with jobs.transaction() as tx:
                await Upload.filter(id=upload.id, state="new").update(**found)
                tx.touch(f"upload:{upload.id}")
            await upload.refresh_from_db()
        if upload and SPARE in upload.facts:
            spare = upload.facts[SPARE]
            if not await Upload.filter(key=spare, state__in=("new", "good")).exclude(id=upload.id).exists():  # the same file was sent again meanwhile
                await self._storage.remove(spare)
        async with jobs.transaction() as tx:
            if upload and upload.state == "erased":
                await Upload.filter(id=upload.id).delete()
                tx.touch(f"upload:{upload.id}")
            elif upload and SPARE in upload.facts:
                await Upload.filter(id=upload.id).update(facts={name: value for name, value in upload.facts.items() if name != SPARE})
            tx.finish(job)

    async def _looked_into(self, upload: Upload) -> dict[str, Any]:
        inspect = self._inspectors[upload.kind]  # type: ignore[index]
        with tempfile.TemporaryDirectory() as folder:
            clean = Path(folder) / "clean"
            try:
                facts = await inspect(await self._storage.fetch(upload.key), clean)
            except BadInput as error:
                return {"state": "bad", "error": {"key": error.key, "args": error.args_for_text}, "facts": {SPARE: upload.key}}
            except FileNotFoundError:
                log.warning("the file of upload %d is gone", upload.id)
                return {"state": "bad", "error": {"key": "error-upload-gone"}}
            if not clean.exists():
                return {"state": "good", "facts": facts}
            key = f"pictures/{upload.person_id}/{facts['sha256'][:40]}.jpg"  # one person's alone: what they delete is nobody else's
            await self._storage.put(key, clean)
            return {"state": "good", "facts": {**facts, SPARE: upload.key}, "key": key}
