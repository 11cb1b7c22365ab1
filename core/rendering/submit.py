"""The `submit` job of a take: written down as `sending`, handed to its renderer, the provider's job id written down.

If we die between the two writes, nobody knows whether the order was taken. A renderer that takes an order twice as one job
is simply asked again. With others the take counts as lost and another is asked for; should the lost one answer after all, by
webhook or by its manifest, whichever lands first is accepted.
"""

from __future__ import annotations

import logging
from typing import Any

from core.errors import Unavailable
from core.jobs import Job, Tx, transaction
from core.models import Render
from core.rendering.cuts import MEDIA
from core.rendering.dispatch import want_dispatch
from core.rendering.renderer import OrderRefused
from core.rendering.studio import Studio
from core.rendering.takes import Errand, change, errand, fail, order_of

log = logging.getLogger(__name__)

BACK_OFF_S_MAX = 30.0


async def submit(studio: Studio, job: Job) -> None:
    """Send the take whose id is the job's subject."""
    one = await errand(studio, job)
    if one is None:
        return
    if one.take.state not in ("asked", "sending"):
        async with transaction() as tx:
            tx.finish(job)
    elif one.take.state == "sending" and not one.renderer.submit_repeats:
        await _lost(job, one)
    elif not one.wanted and one.take.state == "asked":
        async with transaction() as tx:
            await change(tx, one.take.id, ("asked",), "cancelled")
            _tell(tx, one)
            tx.finish(job)
    else:
        await _send(studio, job, one)


async def _send(studio: Studio, job: Job, one: Errand) -> None:
    order = await order_of(studio, one)
    async with transaction() as tx:
        if not await change(tx, one.take.id, ("asked", "sending"), "sending"):
            tx.finish(job)
            return
    try:
        provider_job = await one.renderer.submit(order)
    except OrderRefused as error:
        async with transaction() as tx:
            await fail(tx, one, ("sending",), "failed", {"code": error.code, "message": str(error)}, for_good=True)
            tx.finish(job)
    except Unavailable as error:
        log.warning("%s took no order: %s", one.renderer.name, error)
        async with transaction() as tx:
            await change(tx, one.take.id, ("sending",), "asked")
            tx.finish(job, again_s=min(BACK_OFF_S_MAX, 0.5 * 2 ** min(job.failures, 8) + one.renderer.poll_s))
    else:
        await _sent(job, one, provider_job)


async def _sent(job: Job, one: Errand, provider_job: str) -> None:
    """Write the provider's job id down; a render that was cancelled meanwhile has it stopped."""
    async with transaction() as tx:
        # Locked, so that a cancel either sees this take running or is seen here.
        render: Any = await Render.filter(id=one.render.id).select_for_update().get()
        to = "cancelling" if render.cancel_asked or render.ended_at else "running"
        if await change(tx, one.take.id, ("sending",), to, provider_job=provider_job):
            tx.want("cancel" if to == "cancelling" else "collect", one.take.id, MEDIA, 0.0 if to == "cancelling" else one.renderer.poll_s)
        tx.finish(job)


async def _lost(job: Job, one: Errand) -> None:
    log.warning("take %d may or may not have been taken by %s", one.take.id, one.renderer.name)
    async with transaction() as tx:
        if await change(tx, one.take.id, ("sending",), "lost"):
            tx.want("collect", one.take.id, MEDIA)
            _tell(tx, one)
        tx.finish(job)


def _tell(tx: Tx, one: Errand) -> None:
    want_dispatch(tx, one.renderer.name)
    tx.want("advance", one.render.id)
