"""Keeps this machine's disk from filling: what lies there only to be quick, and nobody asked for in many days, goes. Run by every process that serves jobs.

Nothing is lost by it: the workshop makes its results again, and what was fetched from an S3 server is fetched again.
"""

from __future__ import annotations

import asyncio
import logging
import time

from core.storage import Storage
from core.workshop import Workshop

log = logging.getLogger(__name__)

EVERY_S = 3600.0
DAY_S = 86400.0


async def keep_tidy(workshop: Workshop, storage: Storage, keep_days: int) -> None:
    """Look once an hour, until cancelled. `keep_days`: so long something is kept after it was last asked for."""
    while True:
        try:
            gone = await asyncio.to_thread(tidy, workshop, storage, keep_days, time.time())
        except OSError as error:
            log.warning("the disk could not be tidied: %s", error)
        else:
            log.log(logging.INFO if gone else logging.DEBUG, "tidied: %d results and copies that nobody asked for in %d days", gone, keep_days)
        await asyncio.sleep(EVERY_S)


def tidy(workshop: Workshop, storage: Storage, keep_days: int, now: float) -> int:
    """Delete what nobody asked for in so many days before `now` (seconds since 1970). Returns how many; reads folders, so for a thread."""
    return workshop.sweep(keep_days * DAY_S, now) + storage.sweep(keep_days * DAY_S, now)
