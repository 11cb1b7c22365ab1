"""Durable jobs: a row in Postgres says what is wanted, arq only wakes somebody up.

A job is a wish about a subject ("advance", "17"). Wishing again while it runs raises `wanted`, and it runs again. Rooms
wish inside `transaction()`; the rows are written last and woken after the commit. A worker takes a lease and a new epoch;
a handler ends with `tx.finish(job)` in the same transaction as its effects, which the epoch fences: whoever lost the lease
rolls back. A lost wake is no loss, the sweeper finds the row. No other file says arq, lease or epoch.

    Room -> transaction(): rows + want("advance", 17) --commit--> wake --arq--> run(): take lease -> handler -> finish
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol, cast

import redis.exceptions
from arq import create_pool
from arq.connections import ArqRedis, RedisSettings
from arq.constants import job_key_prefix
from arq.jobs import serialize_job
from arq.utils import timestamp_ms, to_unix_ms
from arq.worker import Worker, func
from tortoise import connections
from tortoise.transactions import in_transaction

from core.database import Down

log = logging.getLogger(__name__)

LEASE_S = 15.0
BEAT_S = 5.0
SWEEP_S = 1.0
SWEEP_ROWS_MAX = 500
NEW_NAME_S = 10.0
"""How long a wake of the sweeper keeps its name: the same job waits in the queue once, not once per sweep."""
RETRY_S_MAX = 60.0
TOLD_MS = 24 * 3600 * 1000
"""How long Redis keeps a wake that nobody took."""
JOBS_AT_ONCE = 16
"""Handlers running at a time per queue in one process. CPU-heavy work has its own limit (`core.cpu`)."""

RedisDown = (redis.exceptions.ConnectionError, redis.exceptions.TimeoutError, redis.exceptions.WatchError, OSError)
"""What a lost Redis raises; a connection that is lost while keys are watched is told of as a WatchError."""


class Sql(Protocol):
    """The open transaction's connection."""

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Run one statement and return its rows."""
        ...


class Fenced(Exception):
    """Somebody else holds this job now: roll back, and let them."""


@dataclass
class Job:
    """A job in our hands. `failures` counts the tries before this one that raised; `over`: finished, and nothing more is wanted."""

    id: int
    kind: str
    subject: str
    queue: str
    epoch: int
    seen: int
    failures: int
    over: bool = False


Handler = Callable[[Job], Awaitable[None]]


@dataclass(frozen=True)
class Wish:
    """When a job is looked at, on which queue, and whether the queue is told or the sweeper finds it."""

    queue: str
    after_s: float
    told: bool = True

    def __or__(self, other: Wish) -> Wish:
        """Both in one: the sooner, told where either is."""
        return Wish(other.queue, min(self.after_s, other.after_s), self.told or other.told)


@dataclass
class Tx:
    """An open transaction: its connection, and the wishes that are written when it ends."""

    sql: Sql
    wants: dict[tuple[str, str], Wish] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    finished: tuple[Job, float | None] | None = None

    def want(self, kind: str, subject: str | int, queue: str = "work", after_s: float = 0.0, *, told: bool = True) -> None:
        """Wish that the handler of `kind` looks at this subject, not before `after_s` seconds from now.

        `told=False` for what somebody does at once with `run_now`: only where they died is it still open when it falls due, and the sweeper finds it.
        """
        key, wish = (kind, str(subject)), Wish(queue, after_s, told)
        self.wants[key] = self.wants[key] | wish if key in self.wants else wish

    def touch(self, subject: str) -> None:
        """Say that `subject` ("render:17") changed: every post about it is shown again."""
        self.touched.add(subject)

    def finish(self, job: Job, again_s: float | None = None) -> None:
        """End this job with the transaction, or have it run again in `again_s` seconds."""
        self.finished = (job, again_s)


_open: ContextVar[Tx | None] = ContextVar("open_transaction", default=None)
Waker = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]
_waker: Waker | None = None


@contextlib.asynccontextmanager
async def transaction() -> AsyncIterator[Tx]:
    """Join the open transaction, or open one. Wishes are written last, in key order, and woken after the commit.

    Inside, nothing outside is called and no task is started (a task would inherit the connection).
    """
    if tx := _open.get():
        yield tx
        return
    async with in_transaction() as sql:
        tx = Tx(sql)
        token = _open.set(tx)
        try:
            yield tx
            rows = await _write(tx)
        finally:
            _open.reset(token)
    await wake(rows)


_WANT = """INSERT INTO job(kind, subject, queue, due_at)
 SELECT kind, subject, queue, now() + make_interval(secs => after_s)
   FROM unnest($1::text[], $2::text[], $3::text[], $4::float8[]) AS wish(kind, subject, queue, after_s)
 ON CONFLICT (kind, subject) DO UPDATE SET wanted = job.wanted + 1, queue = excluded.queue,
   due_at = CASE WHEN job.done < job.wanted THEN least(job.due_at, excluded.due_at) ELSE excluded.due_at END
 RETURNING id, kind, subject, queue, epoch, wanted, due_at, done < wanted - 1 AS open_before, now() AS at"""

_FINISH = """UPDATE job SET done = CASE WHEN $4::float8 IS NULL THEN $3 ELSE done END, lease_until = NULL, failures = 0, error = NULL,
   due_at = now() + make_interval(secs => coalesce($4, 0))
 WHERE id = $1 AND epoch = $2 RETURNING id, queue, epoch, wanted, due_at, done < wanted AS open"""

_POSTS = """SELECT post.id, place.platform FROM post JOIN place ON place.id = post.place_id WHERE post.about = ANY($1::text[])"""


@dataclass(frozen=True)
class Effect:
    """What the end of a job leaves behind in one table. `lock`: a SELECT FOR UPDATE of its rows, since rows of jobs are always locked last;
    `update`: an UPDATE whose FROM names `done`, one row while the job is ours and else none. Values are counted from $5."""

    lock: str
    update: str
    values: Sequence[Any]


async def end(job: Job, effect: Effect | None = None, *, again_s: float | None = None) -> None:
    """End a job, where nothing else is wished for: `transaction` and `Tx.finish` in one statement. Raises Fenced."""
    sql, values = _FINISH, [job.id, job.epoch, job.seen, again_s]
    if effect:
        finish = _FINISH.replace(" WHERE ", " WHERE (SELECT count(*) FROM locked) >= 0 AND ")
        sql = f"WITH locked AS ({effect.lock}), done AS ({finish}), effect AS ({effect.update} RETURNING 1) SELECT * FROM done"
        values += effect.values
    rows = await connections.get("default").execute_query_dict(sql, values)
    if not rows:
        raise Fenced((job.kind, job.subject))
    job.over = not rows[0]["open"]
    if not job.over:
        await wake(rows)


async def _write(tx: Tx) -> list[dict[str, Any]]:
    if tx.touched:
        for post in await tx.sql.execute_query_dict(_POSTS, [sorted(tx.touched)]):
            if ("show", str(post["id"])) not in tx.wants:  # a post made just now has its own wish, which says when
                tx.want("show", post["id"], f"chat:{post['platform']}")
    keys = sorted(tx.wants)
    if tx.finished is None:
        return await _want(tx, keys)
    job, again_s = tx.finished
    own = (job.kind, job.subject)
    rows = await _want(tx, [key for key in keys if key < own])
    done = await tx.sql.execute_query_dict(_FINISH, [job.id, job.epoch, job.seen, again_s])
    if not done:
        raise Fenced(own)
    rows += [row for row in done if row["open"]]
    rows += await _want(tx, [key for key in keys if key >= own])
    job.over = not done[0]["open"] and own not in tx.wants
    return rows


async def _want(tx: Tx, keys: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Write these wishes, in their order. Returns the rows somebody must be woken for.

    A job that was open and due before has been told of already, or is being worked on and will see this wish when it ends.
    """
    if not keys:
        return []
    wishes = [tx.wants[key] for key in keys]
    columns = [[kind for kind, _ in keys], [subject for _, subject in keys], [wish.queue for wish in wishes], [wish.after_s for wish in wishes]]
    rows = await tx.sql.execute_query_dict(_WANT, columns)
    return [row for row in rows if _is_told(row, tx.wants[row["kind"], row["subject"]])]


def _is_told(row: dict[str, Any], wish: Wish) -> bool:
    return wish.told and (not row["open_before"] or row["due_at"] >= row["at"] + timedelta(seconds=wish.after_s))


def set_waker(waker: Waker | None) -> None:
    """Name who tells the queues. Called once by the wiring."""
    global _waker
    _waker = waker


async def wake(rows: Sequence[dict[str, Any]]) -> None:
    """Tell the queues about these rows. What cannot be told now is found by the sweeper."""
    if not _waker or not rows:
        return
    try:
        await _waker(rows)
    except RedisDown as error:
        log.warning("no wake, the sweeper will find %d jobs: %r", len(rows), error)


_TAKE = f"""UPDATE job SET epoch = epoch + 1, lease_until = now() + interval '{LEASE_S} s'
 WHERE id = $1 AND done < wanted AND due_at <= now() + interval '20 ms' AND (lease_until IS NULL OR lease_until < now())
 RETURNING id, kind, subject, queue, epoch, wanted AS seen, failures"""
_BEAT = f"""UPDATE job SET lease_until = now() + interval '{LEASE_S} s' WHERE id = $1 AND epoch = $2 RETURNING id"""
_FAIL = """UPDATE job SET failures = failures + 1, error = $3, lease_until = NULL, due_at = now() + make_interval(secs => $4)
 WHERE id = $1 AND epoch = $2 RETURNING id"""
_LET_GO = """UPDATE job SET lease_until = NULL WHERE id = $1 AND epoch = $2 RETURNING id"""


_TAKE_NOW = f"""UPDATE job SET due_at = least(due_at, now()), epoch = epoch + free::int,
   lease_until = CASE WHEN free THEN now() + interval '{LEASE_S} s' ELSE lease_until END
 FROM (SELECT id AS own, lease_until IS NULL OR lease_until < now() AS free FROM job WHERE kind = $1 AND subject = $2 AND done < wanted FOR UPDATE) AS found
 WHERE id = own RETURNING id, kind, subject, queue, epoch, wanted AS seen, failures, free"""


async def run_now(kind: str, subject: str, handlers: Mapping[str, Handler]) -> None:
    """Work on this job here and now, though it was not due yet. Nothing happens when it is done; who holds it works on it once more."""
    for row in await connections.get("default").execute_query_dict(_TAKE_NOW, [kind, subject]):
        if row.pop("free"):
            await _work(Job(**row), handlers)


async def run(id: int, handlers: Mapping[str, Handler]) -> None:
    """Work on the job with this row id until nothing more is wanted of it now. Called by arq."""
    if got := await connections.get("default").execute_query_dict(_TAKE, [id]):
        await _work(Job(**got[0]), handlers)


async def _work(job: Job, handlers: Mapping[str, Handler]) -> None:
    """Work on a job that was taken, and take it again until nothing more is wanted of it now."""
    db = connections.get("default")
    while True:
        work = asyncio.current_task()
        assert work
        beat = asyncio.create_task(_beat(job, work))
        try:
            await handlers[job.kind](job)
        except Fenced:
            log.info("%s %s went to somebody else", job.kind, job.subject)
            return
        except asyncio.CancelledError:
            if beat.done():  # the lease is lost, and that cancelled us: no shutdown
                work.uncancel()
                return
            with contextlib.suppress(*Down):
                await asyncio.shield(db.execute_query_dict(_LET_GO, [job.id, job.epoch]))
            raise
        except Exception as error:
            await _failed(job, error)
            return
        finally:
            beat.cancel()
        got = [] if job.over else await db.execute_query_dict(_TAKE, [job.id])
        if not got:
            return
        job = Job(**got[0])


async def _failed(job: Job, error: Exception) -> None:
    log.warning("%s %s failed (try %d): %r", job.kind, job.subject, job.failures + 1, error, exc_info=not isinstance(error, Down))
    wait_s = min(RETRY_S_MAX, 0.2 * 2 ** min(job.failures, 12))
    try:
        await connections.get("default").execute_query_dict(_FAIL, [job.id, job.epoch, repr(error)[:500], wait_s])
    except Down:
        log.warning("the database is away; the lease of %s %s runs out by itself", job.kind, job.subject)


async def _beat(job: Job, work: asyncio.Task[Any]) -> None:
    while True:
        await asyncio.sleep(BEAT_S)
        try:
            held = await connections.get("default").execute_query_dict(_BEAT, [job.id, job.epoch])
        except Down as error:
            log.warning("no beat for %s %s: %r", job.kind, job.subject, error)
            continue
        if not held:
            work.cancel()
            return


_SWEEP = f"""SELECT id, queue, epoch, wanted, due_at FROM job
 WHERE done < wanted AND due_at < now() AND (lease_until IS NULL OR lease_until < now()) AND queue = ANY($1::text[])
 ORDER BY due_at LIMIT {SWEEP_ROWS_MAX}"""


async def sweep(queues: Sequence[str]) -> int:
    """Wake every open job of these queues that is due and held by nobody. Returns how many.

    Who dies between arq's start of a job and our lease leaves a name that arq swallows for hours: every so often names are new.
    """
    rows = await connections.get("default").execute_query_dict(_SWEEP, [list(queues)])
    turn = int(time.time() / NEW_NAME_S)
    await wake([row | {"turn": turn} for row in rows])
    return len(rows)


def _to_bytes(value: dict[str, Any]) -> bytes:
    return json.dumps(value, default=str).encode()


async def connect_queues(redis_url: str) -> ArqRedis:
    """Open Redis and make it the waker of this process. Raises redis' ConnectionError when it is away."""
    pool = await create_pool(_redis_settings(redis_url), job_serializer=_to_bytes, job_deserializer=json.loads)

    async def tell(rows: Sequence[dict[str, Any]]) -> None:
        """What `enqueue_job` does for each, in one round trip for all. Telling twice does no harm: the row decides."""
        now_ms = timestamp_ms()
        async with pool.pipeline(transaction=False) as pipe:
            for row in rows:
                name, due_ms = f"{row['id']}.{row['epoch']}.{row['wanted']}.{row.get('turn', '')}", to_unix_ms(row["due_at"])
                call = serialize_job("run", (row["id"],), {}, None, now_ms, serializer=_to_bytes)
                pipe.psetex(job_key_prefix + name, max(0, due_ms - now_ms) + TOLD_MS, call)
                pipe.zadd(f"sysrai:{row['queue']}", {name: due_ms})
            await pipe.execute()

    set_waker(tell)
    return pool


def _redis_settings(url: str) -> RedisSettings:
    settings = RedisSettings.from_dsn(url)
    settings.conn_retries, settings.conn_retry_delay = 20, 1
    return settings


async def work(redis_url: str, handlers: Mapping[str, Handler], queues: Sequence[str]) -> None:
    """Serve these queues until cancelled, through losses of Redis and of the database."""
    async with asyncio.TaskGroup() as group:
        for queue in queues:
            group.create_task(_serve(redis_url, handlers, queue), name=f"queue {queue}")
        group.create_task(_sweep_for_ever(queues), name="sweeper")


_WORKER: dict[str, Any] = {
    "handle_signals": False,
    "poll_delay": 0.05,
    "keep_result": 0,
    "log_results": False,
    "max_jobs": JOBS_AT_ONCE,
    "max_tries": 1_000_000,  # how often a job is tried is told by its row
    "job_timeout": timedelta(hours=6),
    "job_completion_wait": 0,
    "health_check_interval": 3600,
    "job_serializer": _to_bytes,
    "job_deserializer": json.loads,
}


async def _serve(redis_url: str, handlers: Mapping[str, Handler], queue: str) -> None:
    async def run_row(_: dict[Any, Any], id: int) -> None:
        await run(id, handlers)

    while True:
        try:
            async with _pool(redis_url) as pool:
                worker = Worker([func(cast(Any, run_row), name="run")], queue_name=f"sysrai:{queue}", redis_pool=pool, **_WORKER)
                try:
                    await worker.async_run()
                finally:  # not arq's `close`: it asks Redis first, and where Redis is away leaves the connections open
                    await _stop(worker.tasks.values())
        except RedisDown as error:
            log.warning("queue %s lost Redis, trying again: %r", queue, error)
            await asyncio.sleep(0.5)


async def _stop(tasks: Iterable[asyncio.Task[Any]]) -> None:
    running = list(tasks)
    for task in running:
        task.cancel()
    if running:
        await asyncio.wait(running)


@contextlib.asynccontextmanager
async def _pool(redis_url: str) -> AsyncIterator[ArqRedis]:
    pool = await create_pool(_redis_settings(redis_url), job_serializer=_to_bytes, job_deserializer=json.loads)
    try:
        yield pool
    finally:
        with contextlib.suppress(*RedisDown):
            await pool.aclose()


async def _sweep_for_ever(queues: Sequence[str]) -> None:
    while True:
        await asyncio.sleep(SWEEP_S)
        try:
            await sweep(queues)
        except Down as error:
            log.warning("no sweep: %r", error)
