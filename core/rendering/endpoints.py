"""Endpoints: which one gets an order, and which ones are not trusted for a while. Called by `core.rendering.gpu`.

    closed --3 failures in a row--> open --its time is up--> half open (one order probes it) --it lands--> closed
                                     ^------------------------------- it fails ---'   each time twice as long, up to 15 minutes

Breakers are rows, so that all processes agree and a restart forgets nothing. A waiting worker that is just starting is no failure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise import connections

from core.config import GpuEndpoint
from core.rendering import alarms
from core.rendering.gpu_api import Api
from gpu_worker.contract import MODELS, ModelFacts

FAILURES_MAX = 3
OPEN_S, OPEN_S_MAX = 30.0, 900.0
PROBE_S = 1800.0
"""A probe that was never heard of again is given up after this long."""
RUN_S_MAX = 6 * 3600
"""Orders older than this keep no worker busy, whatever became of them."""
LOST_S = 1800
"""The same for an order that may never have been taken."""


@dataclass(frozen=True)
class Endpoint:
    """An endpoint of the settings with the service that answers for it."""

    settings: GpuEndpoint
    api: Api

    @property
    def id(self) -> str:
        """Its id at its service."""
        return self.settings.id

    @property
    def facts(self) -> ModelFacts:
        """What is known of its model."""
        return MODELS[self.settings.model]


_BUSY = f"""SELECT endpoint, count(*) AS n FROM gpu_run WHERE ended_at IS NULL AND sent_at > now() - interval '{RUN_S_MAX} s'
 AND (provider_job IS NOT NULL OR sent_at > now() - interval '{LOST_S} s')
 AND endpoint = ANY($1::text[]) GROUP BY 1"""
_BREAKERS = "SELECT endpoint, state, coalesce(until <= now(), true) AS due FROM breaker WHERE endpoint = ANY($1::text[]) AND state <> 'closed'"


_TRIED = """SELECT DISTINCT gpu_run.endpoint FROM gpu_run JOIN take ON take.id = gpu_run.take_id
 WHERE take.slate_id = (SELECT slate_id FROM take WHERE id = $1) AND take.id <> $1 AND gpu_run.outcome NOT IN ('landed', 'not taken', 'cancelled')"""


async def tried_for(take: int) -> frozenset[str]:
    """Where earlier takes of this one's shot came to nothing."""
    return frozenset(row["endpoint"] for row in await connections.get("default").execute_query_dict(_TRIED, [take]))


async def in_turn(endpoints: Sequence[Endpoint], *, dear: frozenset[str] = frozenset(), tried: frozenset[str] = frozenset()) -> list[Endpoint]:
    """The endpoints that may be asked now, the one that should be asked first.

    Those that wait for their probe come first: one order is risked on each. Then those with a free worker, the least busy for its
    weight; where this shot came to nothing before (`tried`) comes later, what costs more than the price floor allows (`dear`) last.
    Endpoints whose breaker is open are left out.
    """
    db, ids = connections.get("default"), [endpoint.id for endpoint in endpoints]
    busy = {row["endpoint"]: row["n"] for row in await db.execute_query_dict(_BUSY, [ids])}
    due = {row["endpoint"]: row["due"] for row in await db.execute_query_dict(_BREAKERS, [ids])}

    def key(endpoint: Endpoint) -> tuple[bool, bool, bool, bool, float, str]:
        n, of = busy.get(endpoint.id, 0), endpoint.settings
        return endpoint.id in dear, endpoint.id in tried, not due.get(endpoint.id, False), n >= of.workers, (n + 1) / (of.workers * of.weight), endpoint.id

    return sorted((endpoint for endpoint in endpoints if due.get(endpoint.id, True)), key=key)


_ADMIT = f"""UPDATE breaker SET state = 'half', until = now() + interval '{PROBE_S} s'
 WHERE endpoint = $1 AND state <> 'closed' AND until <= now() RETURNING endpoint"""
_STATE = "SELECT state FROM breaker WHERE endpoint = $1"


async def admit(endpoint: str) -> bool:
    """Whether this endpoint may have an order now; of many who ask a half open one, one is told so."""
    db = connections.get("default")
    rows = await db.execute_query_dict(_STATE, [endpoint])
    return not rows or rows[0]["state"] == "closed" or bool(await db.execute_query_dict(_ADMIT, [endpoint]))


async def landed(endpoint: str) -> None:
    """An order came through: all is well again."""
    db = connections.get("default")
    rows = await db.execute_query_dict("DELETE FROM breaker WHERE endpoint = $1 RETURNING state", [endpoint])
    if rows and rows[0]["state"] != "closed":
        await alarms.clear("endpoint", endpoint)


_FAILED = f"""INSERT INTO breaker (endpoint, failures, opened, state, until, reason)
 VALUES ($1, $2::int, ($2::int >= {FAILURES_MAX})::int, CASE WHEN $2::int >= {FAILURES_MAX} THEN 'open' ELSE 'closed' END, now() + interval '{OPEN_S} s', $3)
 ON CONFLICT (endpoint) DO UPDATE SET failures = breaker.failures + $2::int, reason = $3,
   state = CASE WHEN breaker.state <> 'closed' OR breaker.failures + $2::int >= {FAILURES_MAX} THEN 'open' ELSE 'closed' END,
   opened = breaker.opened + (breaker.state = 'half' OR breaker.state = 'closed' AND breaker.failures + $2::int >= {FAILURES_MAX})::int,
   until = CASE WHEN breaker.state = 'open' THEN breaker.until
     ELSE now() + make_interval(secs => least({OPEN_S_MAX}, {OPEN_S} * power(2, least(breaker.opened, 10)))) END
 RETURNING state, failures"""


async def failed(endpoint: str, reason: str, *, for_good: bool = False) -> None:
    """An order did not come through, and the endpoint is to blame. `for_good`: it will not, until the operator mends something."""
    rows = await connections.get("default").execute_query_dict(_FAILED, [endpoint, FAILURES_MAX if for_good else 1, reason[:300]])
    if rows[0]["state"] == "open":
        await alarms.sound("endpoint", endpoint, f"Endpoint {endpoint} is not asked for a while: {reason}", failures=rows[0]["failures"])


_SPARED = "UPDATE breaker SET until = now() WHERE endpoint = $1 AND state = 'half' RETURNING endpoint"


async def spared(endpoint: str) -> None:
    """A probe ended without a verdict (it was called back, or the order itself was wrong): the next one may try at once."""
    await connections.get("default").execute_query_dict(_SPARED, [endpoint])
