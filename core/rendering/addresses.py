"""Addresses that a worker outside may fetch from or deliver to: signed, of one object, for a while. It never holds a credential.

Where films lie on an S3 server the server itself is addressed, otherwise our own web process. Called by the renderers that work
on GPUs elsewhere.
"""

from __future__ import annotations

import time

from pydantic import TypeAdapter, ValidationError

from core.errors import SetupFailed
from core.links import Links
from core.storage import Storage
from gpu_worker.contract import Address

BYTES_MAX = {"video.mp4": 512 << 20, "tail.mkv": 512 << 20, "poster.jpg": 16 << 20, "manifest.json": 1 << 20}
"""What a worker may deliver, and how much of each."""
_ADDRESS: TypeAdapter[str] = TypeAdapter(Address)


class Addresses:
    """Signed addresses of storage objects."""

    def __init__(self, storage: Storage, links: Links) -> None:
        self._storage, self._links = storage, links

    def get(self, key: str, seconds: int) -> str:
        """Where the object can be read for so many seconds."""
        return self._storage.outside_link(key, seconds) or self._links.to(key, now=time.time(), seconds=seconds)

    def put(self, key: str, seconds: int) -> str:
        """Where one file of a take can be delivered for so many seconds. KeyError for a file that no worker makes."""
        bytes_max = BYTES_MAX[key.rpartition("/")[2]]
        return self._storage.outside_put(key, seconds) or self._links.put_to(key, now=time.time(), seconds=seconds, bytes_max=bytes_max)

    def check(self) -> None:
        """Raises SetupFailed when no worker elsewhere could use such addresses."""
        try:
            _ADDRESS.validate_python(self.get("takes/0/0/video.mp4", 60))
        except ValidationError as error:
            raise SetupFailed(
                "GPU workers fetch and deliver over https. Set SYSRAI_PUBLIC_URL (or the endpoint in SYSRAI_STORAGE_URL) to an https address."
            ) from error
