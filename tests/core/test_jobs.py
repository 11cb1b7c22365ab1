"""Jobs: wishes survive whatever happens between a commit and a handler."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from core import jobs
from core.models import Job


async def test_a_wish_is_handled_once(db: str, redis_url: str) -> None:
    seen: list[str] = []

    async def handler(job: jobs.Job) -> None:
        seen.append(job.subject)
        async with jobs.transaction() as tx:
            tx.finish(job)

    pool = await jobs.connect_queues(redis_url)
    worker = asyncio.create_task(jobs.work(redis_url, {"greet": handler}, ["work"]))
    async with jobs.transaction() as tx:
        tx.want("greet", "ana")
        tx.want("greet", "ben")
    for _ in range(100):
        if len(seen) == 2 and not await Job.filter(done=0).exists():
            break
        await asyncio.sleep(0.05)
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker
    await pool.aclose()
    assert sorted(seen) == ["ana", "ben"]


async def test_a_wish_of_a_rolled_back_transaction_is_no_wish(db: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with jobs.transaction() as tx:
            tx.want("greet", "ana")
            raise ZeroDivisionError
    assert not await Job.exists()
