"""The `submit` job of a take: written down as `sending`, handed to its renderer, the provider's job id written down.

If we die between the two writes, nobody knows whether the order was taken. A renderer that takes an order twice as one job
is simply asked again. With others the take counts as lost: it is looked for, by webhook and by its manifest, and when the renderer's
patience is over another is asked for. Should the lost one answer after all, whichever lands first is accepted.
"""

from __future__ import annotations

import logging

from core.errors import Unavailable
from core.jobs import Job, Tx, transaction
from core.rendering import brake
from core.rendering.cuts import MEDIA
from core.rendering.dispatch import want_dispatch
from core.rendering.gpu_api import Unanswered
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
    if one.state not in ("asked", "sending"):
        async with transaction() as tx:
            tx.finish(job)
    elif one.state == "sending" and not one.renderer.submit_repeats:
        await _lost(job, one)
    elif not one.wanted and one.state == "asked":
        async with transaction() as tx:
            await change(tx, one.take, ("asked",), "cancelled")
            _tell(tx, one)
            tx.finish(job)
    elif one.state == "asked" and await _braked(studio, one):
        async with transaction() as tx:
            tx.finish(job, again_s=brake.LOOK_S)
    else:
        await _send(studio, job, one)


async def _braked(studio: Studio, one: Errand) -> bool:
    """Whether the operator's brake was pulled between asking for this take and sending it."""
    async with transaction() as tx:
        return await brake.holds(tx.sql, one.renderer.tiers, studio.settings.gpu_usd_per_day_max)


async def _send(studio: Studio, job: Job, one: Errand) -> None:
    order = await order_of(studio, one)
    async with transaction() as tx:
        if not await change(tx, one.take, ("asked", "sending"), "sending"):
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
            await change(tx, one.take, ("sending",), "asked")
            tx.finish(job, again_s=min(BACK_OFF_S_MAX, 0.5 * 2 ** min(job.failures, 8) + one.renderer.poll_s))
    except Unanswered as error:
        log.warning("%s", error)
        await _lost(job, one)
    else:
        await _sent(job, one, provider_job)


_SENT = """WITH r AS (SELECT cancel_asked OR ended_at IS NOT NULL AS stopped FROM render WHERE id = $2 FOR SHARE)
 UPDATE take SET provider_job = $3, state = CASE WHEN r.stopped THEN 'cancelling' ELSE 'running' END
   FROM r WHERE id = $1 AND state IN ('sending', 'lost') RETURNING state"""


async def _sent(job: Job, one: Errand, provider_job: str) -> None:
    async with transaction() as tx:
        await sent(tx, one.take, one.render, provider_job, one.renderer.poll_s)
        tx.finish(job)


async def sent(tx: Tx, take_id: int, render_id: int, provider_job: str, poll_s: float) -> None:
    """Write the provider's job id down; a render that was cancelled meanwhile has it stopped.

    The render is locked, so that a cancel either sees this take running or is seen here.
    """
    for row in await tx.sql.execute_query_dict(_SENT, [take_id, render_id, provider_job]):
        if row["state"] == "running":
            tx.want("collect", take_id, MEDIA, poll_s)
        else:
            tx.want("cancel", take_id, MEDIA)


async def _lost(job: Job, one: Errand) -> None:
    if found := await one.renderer.find(one.take):
        await _sent(job, one, found)
        return
    log.warning("take %d may or may not have been taken by %s", one.take, one.renderer.name)
    async with transaction() as tx:
        if await change(tx, one.take, ("sending",), "lost"):
            tx.want("collect", one.take, MEDIA)
            _tell(tx, one)
        tx.finish(job)


def _tell(tx: Tx, one: Errand) -> None:
    want_dispatch(tx, one.renderer.name)
    tx.want("advance", one.render)
