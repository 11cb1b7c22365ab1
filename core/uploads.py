"""Files that people send: noted in the turn, looked into by a job, used when the person says so.

    Uploaded -> received(): a row, the wish `upload:<id>` -> Inspector of its kind -> "good" with facts, or "bad" with a sentence

What a file is good for is told by its name first (`kind_of`); an inspector per kind, composed by the wiring, decides.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path, PurePath
from typing import Any, Literal

from core import jobs
from core.errors import BadInput
from core.jobs import Tx
from core.models import Person, Upload
from core.storage import Storage

log = logging.getLogger(__name__)

Kind = Literal["music", "story", "picture"]
SUFFIXES: Mapping[Kind, frozenset[str]] = {
    "music": frozenset({".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".oga", ".opus", ".aif", ".aiff"}),
    "story": frozenset({".txt", ".md", ".fountain", ".spmd", ".fdx"}),
    "picture": frozenset({".jpg", ".jpeg", ".png", ".webp"}),
}
Inspector = Callable[[Path], Awaitable[dict[str, Any]]]
"""Looks into a file and returns what is to be known of it. Raises BadInput for one that cannot be used."""
QUEUE = "media"


def kind_of(name: str) -> Kind | None:
    """What a file of this name could be, or None."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes), None)


async def received(tx: Tx, person: Person, kind: Kind, *, key: str, name: str, size: int) -> Upload:
    """Note a file that lies in storage under `key`; it is looked into after the commit (`upload:<id>` is touched then)."""
    upload = await Upload.create(person=person, kind=kind, key=key, name=name[:200], size=size)
    tx.want("upload", upload.id, QUEUE)
    return upload


class UploadRoom:
    """The handler of `upload:<id>`, with an inspector for every kind that is of use here."""

    def __init__(self, storage: Storage, inspectors: Mapping[Kind, Inspector]) -> None:
        self._storage, self._inspectors = storage, inspectors

    async def __call__(self, job: jobs.Job) -> None:
        """Look into the file of the upload with this id, once."""
        upload = await Upload.get_or_none(id=int(job.subject), state="new")
        found: dict[str, Any] = {}
        if upload:
            found = await self._looked_into(upload)
        async with jobs.transaction() as tx:
            if upload:
                await Upload.filter(id=upload.id).update(**found)
                tx.touch(f"upload:{upload.id}")
            tx.finish(job)

    async def _looked_into(self, upload: Upload) -> dict[str, Any]:
        inspect = self._inspectors[upload.kind]  # type: ignore[index]
        try:
            return {"state": "good", "facts": await inspect(await self._storage.fetch(upload.key))}
        except BadInput as error:
            return {"state": "bad", "error": {"key": error.key, "args": error.args_for_text}}
        except FileNotFoundError:
            log.warning("the file of upload %d is gone", upload.id)
            return {"state": "bad", "error": {"key": "error-upload-gone"}}
