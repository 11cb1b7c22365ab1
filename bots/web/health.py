"""`/health`: whether this installation can work, in words. `/metrics`: its figures for Prometheus.

Figures come from the rows at the moment they are asked for; only what no row tells (a chat's connection, memory) is counted by the process.
"""

from __future__ import annotations

import redis.asyncio
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Gauge, generate_latest
from redis.exceptions import RedisError
from tortoise import connections
from tortoise.exceptions import BaseORMException

from core.database import Down
from core.projects import funnel


def _jobs(condition: str) -> str:
    return f"SELECT queue, kind, count(*) AS n FROM job WHERE {condition} GROUP BY 1, 2"


def _takes(total: str) -> str:
    return f"SELECT endpoint, coalesce({total}, 0)::float8 AS n FROM take GROUP BY 1"


FIGURES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "sysrai_jobs_open": (
        "Jobs that are wanted and not done.",
        ("queue", "kind"),
        _jobs("done < wanted"),
    ),
    "sysrai_jobs_failing": (
        "Open jobs whose last try failed.",
        ("queue", "kind"),
        _jobs("done < wanted AND failures > 0"),
    ),
    "sysrai_oldest_due_seconds": (
        "Age of the oldest job that is due and held by nobody.",
        ("queue",),
        """SELECT queue, extract(epoch FROM now() - min(due_at))::float8 AS n FROM job
           WHERE done < wanted AND due_at < now() AND (lease_until IS NULL OR lease_until < now()) GROUP BY 1""",
    ),
    "sysrai_renders": ("Renders by state and tier.", ("state", "tier"), "SELECT state, tier, count(*) AS n FROM render GROUP BY 1, 2"),
    "sysrai_takes": ("Takes by state and endpoint.", ("state", "endpoint"), "SELECT state, endpoint, count(*) AS n FROM take GROUP BY 1, 2"),
    "sysrai_gpu_seconds": ("Seconds of rendering so far.", ("endpoint",), _takes("sum(gpu_s)")),
    "sysrai_cost_usd": (
        "What takes cost the operator so far, in US dollars.",
        ("endpoint",),
        _takes("sum(cost_usd)"),
    ),
    "sysrai_alarms": ("Alarms that are not over.", ("kind", "subject"), "SELECT kind, subject, 1 AS n FROM alarm WHERE cleared_at IS NULL"),
    "sysrai_endpoint_open": ("Endpoints that are not asked for a while.", ("endpoint",), "SELECT endpoint, 1 AS n FROM breaker WHERE state <> 'closed'"),
    "sysrai_gpu_jobs": ("Orders that are with a GPU endpoint.", ("endpoint",), "SELECT endpoint, count(*) AS n FROM gpu_run WHERE ended_at IS NULL GROUP BY 1"),
    "sysrai_people": ("Persons known.", (), "SELECT count(*) AS n FROM person WHERE merged_into_id IS NULL"),
    "sysrai_posts_owed": ("Messages written down and not shown yet.", (), "SELECT count(*) AS n FROM post WHERE shown_at IS NULL"),
}
"""Metric name -> (help, labels, query whose column `n` is the value)."""


class Health:
    """The two handlers."""

    def __init__(self, redis_url: str) -> None:
        self._redis_url = redis_url

    async def health(self, _: web.Request) -> web.Response:
        """200 and `ok` for each part, or 503 and which part is away."""
        parts = {"database": await _database(), "redis": await self._redis()}
        return web.json_response(parts, status=200 if set(parts.values()) == {"ok"} else 503)

    async def _redis(self) -> str:
        try:
            async with redis.asyncio.Redis.from_url(self._redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
                await client.ping()
        except (RedisError, OSError) as error:
            return f"away: {type(error).__name__}"
        return "ok"

    async def metrics(self, _: web.Request) -> web.Response:
        """All figures in Prometheus' text form: those of the rows, then what this very process counts."""
        registry = CollectorRegistry()
        for name, (words, labels, query) in FIGURES.items():
            gauge = Gauge(name, words, labels, registry=registry)
            for row in await connections.get("default").execute_query_dict(query):
                (gauge.labels(*(str(row[label]) for label in labels)) if labels else gauge).set(float(row["n"]))
        steps = Gauge("sysrai_funnel_films", "Films that reached each step of the journey.", ["step"], registry=registry)
        for step, films in await funnel():
            steps.labels(step).set(films)
        return web.Response(body=generate_latest(registry) + generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST})


async def _database() -> str:
    try:
        await connections.get("default").execute_query_dict("SELECT 1")
    except (*Down, BaseORMException, TimeoutError) as error:
        return f"away: {type(error).__name__}"
    return "ok"
