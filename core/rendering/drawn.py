"""The renderer `drawn`: our own media processes draw the shot, for the tiers `drawn` and `preview` (the animatic).

Its provider is our own queue: `submit` wishes for the job `draw:<take>`, which draws through the workshop, stores the clip and
leaves a manifest like any other renderer. Drawn before means there already, so the same shot is never drawn twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal

from core.errors import Expected, Unavailable
from core.film.profiles import profile_for
from core.jobs import Job, transaction
from core.models import Take
from core.plans import Tier
from core.rendering import manifest
from core.rendering.cuts import MEDIA
from core.rendering.renderer import Answer, Failed, Landed, Rate, Running, ShotOrder
from core.rendering.studio import Studio
from core.rendering.takes import errand, order_of
from core.storage import Storage
from core.workshop import Made
from core.writing.script import FPS, Format, Script

log = logging.getLogger(__name__)

WATCH_S = 0.5
"""How often a drawing looks whether it is still wanted."""
TRIES_MAX = 3
OnShare = Callable[[float], Awaitable[None]]
Draw = Callable[[Script, ShotOrder, OnShare], Awaitable[Made]]
"""Draws the clip of an order, telling the share that is done."""


class DrawnRenderer:
    """Shots drawn here. `slots`: shots in hand at a time, in all media processes together; the rest waits in the fair queue."""

    name = "drawn"
    tiers: tuple[Tier, ...] = ("preview", "drawn")
    seconds_per_second = 1.4
    poll_s = 30.0
    """Only a safety net: a drawing that is done says so itself."""
    continues = False
    ends = False
    references = False
    any_shape = False
    lips: Literal["none", "speakers", "words"] = "speakers"
    submit_repeats = True
    fps = FPS
    patience_s = 0.0
    panels: Literal["panels", "painted", "none"] = "none"

    def __init__(self, storage: Storage, revision: str, slots: int = 8) -> None:
        self._storage, self.revision, self.slots = storage, revision, slots

    def size(self, format: Format, tier: Tier) -> tuple[int, int]:
        """The animatic is small, the film large."""
        profile = profile_for(format, "preview" if tier == "preview" else "drawn")
        return profile.width, profile.height

    async def submit(self, order: ShotOrder) -> str:
        """Wish for the drawing."""
        async with transaction() as tx:
            tx.want("draw", order.take, MEDIA)
        return order.folder

    async def poll(self, provider_job: str) -> Answer:
        """What its manifest says; the folder is the job's name."""
        return await manifest.read(self._storage, provider_job) or Running()

    async def cancel(self, provider_job: str) -> None:
        """A drawing at work sees for itself that it is not wanted; one that waits finds this."""
        if not await manifest.read(self._storage, provider_job):
            await manifest.write(self._storage, provider_job, Failed("cancelled", "It was called back.", retryable=False))

    async def find(self, take: int) -> str | None:
        """Submitting again is harmless here, so nothing needs to be found."""
        return None

    async def recover(self, take: int, folder: str) -> Landed | Failed | None:
        """What its manifest says."""
        return await manifest.read(self._storage, folder)

    async def usd_per_second(self, tier: Tier) -> Rate | None:
        """Drawing costs nothing."""
        return None

    async def rates(self, tier: Tier) -> dict[str, Rate]:
        """Drawing costs nothing."""
        return {}


async def draw(studio: Studio, paint: Draw, job: Job) -> None:
    """The `draw` job: draw the take whose id is the job's subject, and leave clip and manifest."""
    one = await errand(studio, job)
    if one is None:
        return
    if one.state in ("sending", "running") and not await manifest.read(studio.storage, one.folder):
        order = await order_of(studio, one)
        try:
            await _while_wanted(one.take, _draw(studio, paint, await studio.script(one.version), order))
        except Unavailable:
            raise  # no room or no storage: tried again until there is
        except Exception as error:
            if job.failures + 1 < TRIES_MAX and not isinstance(error, Expected):
                raise
            log.exception("take %d cannot be drawn", one.take)
            await manifest.write(studio.storage, one.folder, Failed("drawing", str(error)[:300]))
    async with transaction() as tx:
        tx.want("collect", one.take, MEDIA)
        tx.finish(job)


async def _draw(studio: Studio, paint: Draw, script: Script, order: ShotOrder) -> None:
    made = await paint(script, order, _Shown(order.take))
    key = f"{order.folder}/video.mp4"
    await studio.storage.put(key, made.path)
    sha256 = await asyncio.to_thread(_sha256, made.path)
    await manifest.write(studio.storage, order.folder, Landed(key, sha256, order.frames))


async def _while_wanted(take_id: int, work: Awaitable[None]) -> None:
    """Do this work as long as the take is wanted; called back, it is dropped."""
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=WATCH_S)
            if not task.done() and not await Take.filter(id=take_id, state__in=["sending", "running"]).exists():
                return
        task.result()
    finally:
        if not task.done():
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


class _Shown:
    """Notes a take's progress, at most once a second."""

    def __init__(self, take_id: int) -> None:
        self._take_id, self._at = take_id, asyncio.get_running_loop().time()

    async def __call__(self, share: float) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._at >= 1.0:
            self._at = now
            await Take.filter(id=self._take_id).update(progress=share)
            async with transaction() as tx:
                tx.touch(f"render:{(await Take.get(id=self._take_id).select_related('slate')).slate.render_id}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
