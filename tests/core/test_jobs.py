"""Jobs: wishes survive whatever happens between a commit and a handler."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

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
    for _ in range(1200):
        if len(seen) == 2 and not await Job.filter(done=0).exists():
            break
        await asyncio.sleep(0.05)
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker
    await pool.aclose()
    assert sorted(seen) == ["ana", "ben"]


async def test_a_queue_goes_on_after_redis_was_lost_in_the_middle_of_a_job(db: str, redis_url: str) -> None:
    tries: list[int] = []
    began = asyncio.Event()

    async def handler(job: jobs.Job) -> None:
        tries.append(job.epoch)
        began.set()
        if len(tries) == 1:
            await asyncio.Event().wait()
        async with jobs.transaction() as tx:
            tx.finish(job)

    pool = await jobs.connect_queues(redis_url)
    worker = asyncio.create_task(jobs.work(redis_url, {"greet": handler}, ["work"]))
    async with jobs.transaction() as tx:
        tx.want("greet", "ana")
    async with asyncio.timeout(60):
        await began.wait()
        await pool.execute_command("CLIENT", "KILL", "SKIPME", "yes")  # type: ignore[no-untyped-call]
        while await Job.filter(done=0).exists():
            await Job.filter(epoch=1).update(lease_until=None)  # as if the lease had run out
            await asyncio.sleep(0.05)
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker
    await pool.aclose()
    assert len(tries) == 2


async def test_a_stopped_worker_leaves_no_connection_open(db: str, redis_url: str) -> None:
    began = asyncio.Event()

    async def handler(job: jobs.Job) -> None:
        began.set()
        await asyncio.Event().wait()

    pool = await jobs.connect_queues(redis_url)
    before = len(await pool.client_list())
    worker = asyncio.create_task(jobs.work(redis_url, {"greet": handler}, ["work", "media"]))
    async with jobs.transaction() as tx:
        tx.want("greet", "ana")
    async with asyncio.timeout(60):
        await began.wait()
        assert len(await pool.client_list()) > before
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker
        while len(await pool.client_list()) > before:  # noqa: ASYNC110  the server notices by itself
            await asyncio.sleep(0.02)
    await pool.aclose()


async def test_a_wish_of_a_rolled_back_transaction_is_no_wish(db: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with jobs.transaction() as tx:
            tx.want("greet", "ana")
            raise ZeroDivisionError
    assert not await Job.exists()


async def test_what_somebody_does_at_once_is_not_told_but_found_when_they_died(db: str) -> None:
    told: list[str] = []

    async def waker(rows: Sequence[dict[str, Any]]) -> None:
        told.extend(str(row["id"]) for row in rows)

    jobs.set_waker(waker)
    try:
        async with jobs.transaction() as tx:
            tx.want("show", 1, "chat", after_s=3.0, told=False)
        assert told == []
        assert await jobs.sweep(["chat"]) == 0, "it is not due"
        await Job.all().update(due_at=datetime.now(UTC) - timedelta(seconds=1))
        assert await jobs.sweep(["chat"]) == 1
        assert told == [str((await Job.get()).id)]
        await Job.all().delete()
        told.clear()
        async with jobs.transaction() as tx:
            tx.want("show", 1, "chat", after_s=3.0, told=False)
            tx.want("show", 1, "chat")
        assert len(told) == 1, "somebody else wishes for it too"
    finally:
        jobs.set_waker(None)
