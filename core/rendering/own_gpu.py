"""Cards of one's own: a small control plane in our database, so that a community with one card needs no RunPod.

Workers run the very handler that runs on RunPod, under RunPod's own SDK; only the addresses it takes jobs from are ours (`bots/web/plane.py`
serves them). To `core.rendering.gpu` the plane is one more `Api`. A job whose worker falls silent is given to another, at most
`DELIVERIES_MAX` times; the worker's contract makes a job that is delivered twice cost once.

    IN_QUEUE --take--> IN_PROGRESS --done--> COMPLETED | FAILED
        |                  | '--silent--> IN_QUEUE again, or FAILED
        '--cancel----------'--> CANCELLED (the worker is told through its stop channel)
"""

from __future__ import annotations

import json
import secrets
from typing import Any

from tortoise import connections

from core.jobs import transaction
from core.models import PlaneJob
from core.rendering.gpu_api import Health, JobState, Order
from core.rendering.hooks import told

SILENT_S = 60
"""A worker that neither pings nor reports for so long is dead."""
DELIVERIES_MAX = 3

_RUN = """INSERT INTO plane_job (id, endpoint, take_id, input, timeout_s, asked_at, expires_at)
 VALUES ($1, $2, $3, $4::jsonb, $5, now(), now() + make_interval(secs => $6)) RETURNING id"""
_CANCEL = """UPDATE plane_job SET state = 'CANCELLED', ended_at = now(), stop_told = (state = 'IN_QUEUE')
 WHERE id = $1 AND endpoint = $2 AND ended_at IS NULL RETURNING id"""
_HEALTH = f"""SELECT (SELECT count(*) FROM plane_worker WHERE endpoint = $1 AND seen_at > now() - interval '{SILENT_S} s') AS alive,
 (SELECT count(*) FROM plane_job WHERE endpoint = $1 AND state = 'IN_QUEUE') AS waiting"""
_TAKE = """UPDATE plane_job SET state = 'IN_PROGRESS', worker = $2, taken_at = now(), seen_at = now(), deliveries = deliveries + 1, output = NULL
 WHERE id = (SELECT id FROM plane_job WHERE endpoint = $1 AND state = 'IN_QUEUE' AND expires_at > now() ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
 RETURNING id, input"""
_SEEN = """INSERT INTO plane_worker (worker, endpoint, seen_at) VALUES ($1, $2, now())
 ON CONFLICT (worker) DO UPDATE SET endpoint = $2, seen_at = now() RETURNING worker"""
_ALIVE = "UPDATE plane_job SET seen_at = now() WHERE worker = $1 AND id = ANY($2::text[]) AND state = 'IN_PROGRESS' RETURNING id"
_STOPS = """UPDATE plane_job SET stop_told = true WHERE worker = $1 AND endpoint = $2 AND state IN ('CANCELLED', 'TIMED_OUT') AND NOT stop_told RETURNING id"""
_PROGRESS = "UPDATE plane_job SET output = $3::jsonb, seen_at = now() WHERE id = $1 AND worker = $2 AND state = 'IN_PROGRESS' RETURNING id"
_DONE = """UPDATE plane_job SET state = $3, output = $4::jsonb, error = $5, ended_at = now()
 WHERE id = $1 AND worker = $2 AND state = 'IN_PROGRESS' RETURNING take_id"""
_TIMED_OUT = """UPDATE plane_job SET state = 'TIMED_OUT', ended_at = now() WHERE endpoint = $1 AND ended_at IS NULL
 AND (expires_at < now() OR state = 'IN_PROGRESS' AND taken_at < now() - make_interval(secs => timeout_s)) RETURNING take_id"""
_OLD = "DELETE FROM plane_job WHERE endpoint = $1 AND ended_at < now() - interval '7 days' RETURNING id"
_SILENT = f"""UPDATE plane_job SET worker = '', state = CASE WHEN deliveries < {DELIVERIES_MAX} THEN 'IN_QUEUE' ELSE 'FAILED' END,
   ended_at = CASE WHEN deliveries < {DELIVERIES_MAX} THEN NULL ELSE now() END, error = 'its workers fell silent'
 WHERE endpoint = $1 AND state = 'IN_PROGRESS' AND seen_at < now() - interval '{SILENT_S} s' RETURNING take_id"""


class OwnPlane:
    """Both sides of the plane: `Api` for our renderer, and what workers ask for. All state is rows, so any web process may serve it."""

    async def run(self, endpoint: str, order: Order) -> str:
        """Put the job into the queue."""
        id = secrets.token_hex(16)
        await connections.get("default").execute_query_dict(_RUN, [id, endpoint, order.take, json.dumps(order.input), order.timeout_s, float(order.ttl_s)])
        return id

    async def status(self, endpoint: str, job: str) -> JobState | None:
        """What became of the job."""
        await self.tidy(endpoint)
        found = await PlaneJob.get_or_none(id=job, endpoint=endpoint)
        if found is None:
            return None
        used_s = (found.ended_at - found.taken_at).total_seconds() if found.ended_at and found.taken_at else 0.0
        return JobState(found.state, found.output, found.error, used_s)  # type: ignore[arg-type]

    async def cancel(self, endpoint: str, job: str) -> None:
        """Have it stopped: its worker hears of it on the stop channel."""
        await connections.get("default").execute_query_dict(_CANCEL, [job, endpoint])

    async def health(self, endpoint: str) -> Health:
        """Workers heard of lately, and jobs that wait."""
        row = (await connections.get("default").execute_query_dict(_HEALTH, [endpoint]))[0]
        return Health(row["alive"], 0, 0, row["waiting"])

    async def take(self, endpoint: str, worker: str) -> dict[str, Any] | None:
        """The next job for this worker, in the form the SDK expects; None when nothing waits."""
        await self.heard(endpoint, worker)
        await self.tidy(endpoint)
        rows = await connections.get("default").execute_query_dict(_TAKE, [endpoint, worker])
        return {"id": rows[0]["id"], "input": _loaded(rows[0]["input"])} if rows else None

    async def heard(self, endpoint: str, worker: str, jobs: tuple[str, ...] = ()) -> None:
        """The worker lives, and still works on these jobs."""
        db = connections.get("default")
        await db.execute_query_dict(_SEEN, [worker, endpoint])
        if jobs:
            await db.execute_query_dict(_ALIVE, [worker, list(jobs)])

    async def stops(self, endpoint: str, worker: str) -> list[str]:
        """Jobs this worker should stop, each told once."""
        return [row["id"] for row in await connections.get("default").execute_query_dict(_STOPS, [worker, endpoint])]

    async def progress(self, worker: str, job: str, output: Any) -> None:
        """Where the worker is with a job."""
        await connections.get("default").execute_query_dict(_PROGRESS, [job, worker, json.dumps(output)])

    async def done(self, worker: str, job: str, body: dict[str, Any]) -> None:
        """The worker's last word on a job; a job that was taken from it, or is over, is left as it is."""
        failed = "error" in body
        error = body.get("error")
        row = [job, worker, "FAILED" if failed else "COMPLETED", json.dumps(body.get("output")), None if error is None else _text(error)]
        async with transaction() as tx:
            for ended in await tx.sql.execute_query_dict(_DONE, row):
                await told(tx, ended["take_id"])

    async def tidy(self, endpoint: str) -> None:
        """End what ran too long, take back what dead workers held, and forget what has long been over."""
        async with transaction() as tx:
            await tx.sql.execute_query_dict(_OLD, [endpoint])
            for sql in (_TIMED_OUT, _SILENT):
                for row in await tx.sql.execute_query_dict(sql, [endpoint]):
                    await told(tx, row["take_id"])

    async def close(self) -> None:
        """Nothing is held open."""


def _text(error: Any) -> str:
    return error if isinstance(error, str) else json.dumps(error)


def _loaded(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
