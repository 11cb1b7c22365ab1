"""What an outside service tells about a take: only that it is worth asking. The result itself is always fetched and checked.

Called by the web process for `POST /hooks/…`, and by the plane of own cards when a worker is done.
"""

from __future__ import annotations

import re

from core.jobs import Tx
from core.models import GpuRun, Take
from core.rendering.cuts import MEDIA
from core.rendering.submit import sent

JOB_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def told(tx: Tx, take_id: int, job: str = "") -> bool:
    """Have the take collected soon. One that may be lost, whose job is told here, is found again. False for a take that is not there."""
    take = await Take.get_or_none(id=take_id).select_related("slate")
    if take is None:
        return False
    run = await GpuRun.get_or_none(take_id=take_id)
    if run and run.provider_job is None and take.state in ("sending", "lost") and JOB_ID.fullmatch(job):
        run.provider_job = f"{run.endpoint}/{job}"
        await run.save(update_fields=["provider_job"])
    if run and run.provider_job and take.state == "lost":
        await sent(tx, take_id, take.slate.render_id, run.provider_job, 0.0)
    tx.want("collect", take_id, MEDIA)
    return True
