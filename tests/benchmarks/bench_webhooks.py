"""Stripe's webhooks a second: signed events posted to the real route, stored in the inbox with the wish to look at their object.

Fifty connections post until the time is up; then a burst arrives at once, of which none may be lost. An event counts once its 200 is there,
which is after its commit; what the jobs then do is not counted. Beside it, in the same run, plain commits of one row, one after the other on each
of as many connections as the process has.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import aiohttp
import stripe
from aiohttp import web
from tortoise import connections

from bots.web.webhooks import StripeWebhook
from core import database, embedded
from core.jobs import transaction
from payments.webhooks import BODY_MAX, Inbox
from tests.fakes.serving import serving

SECRET = "whsec_bench"
CONNECTIONS = 50
AIM_PER_S = 1000
_LOST = "SELECT count(*) AS n FROM inbox JOIN job ON job.kind = 'stripe' AND job.subject = inbox.body ->> 'subject' WHERE inbox.outside_id LIKE 'evt_burst%'"


def event(name: str) -> tuple[bytes, dict[str, str]]:
    """A signed event about an object of its own, as large as real ones are."""
    told = {"id": f"evt_{name}", "type": "invoice.paid", "created": 1, "livemode": False, "data": {"object": {"id": f"in_{name}", "more": "x" * 3000}}}
    body = json.dumps(told)
    return body.encode(), {"Stripe-Signature": stripe.WebhookSignature.generate_signature_header(body, SECRET), "Content-Type": "application/json"}


def run(quick: bool) -> list[dict[str, Any]]:
    """Throughput and patience, then the burst."""
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder)) as servers:
        return asyncio.run(_run(servers.database_url, 1.0 if quick else 8.0, 500 if quick else 10_000))


async def _run(database_url: str, seconds: float, burst: int) -> list[dict[str, Any]]:
    await database.connect(database_url)
    await database.migrate()
    app = web.Application(client_max_size=BODY_MAX)
    app.router.add_post("/webhooks/stripe", StripeWebhook(Inbox(SECRET, live=False)).take)
    try:
        async with serving(app) as address:
            url = f"{address}/webhooks/stripe"
            plain = await _commits(seconds / 2)
            rate, p99_ms = await _steady(url, seconds)
            burst_rate, lost = await _burst(url, burst)
    finally:
        await database.close()
    return [
        {"name": f"events at {CONNECTIONS} connections", "value": rate, "unit": "1/s", "baseline": plain, "ratio": rate / plain, "aim": f">= {AIM_PER_S}"},
        {"name": "wait, p99", "value": p99_ms, "unit": "ms"},
        {"name": f"burst of {burst}", "value": burst_rate, "unit": "1/s", "baseline": plain, "ratio": burst_rate / plain},
        {"name": "lost of the burst", "value": float(lost), "unit": "events", "aim": "0"},
    ]


async def _commits(seconds: float) -> float:
    """Commits of one row a second."""
    done, ends = 0, time.monotonic() + seconds

    async def commit(n: int) -> None:
        nonlocal done
        while time.monotonic() < ends:
            async with transaction() as tx:
                done += 1
                query = "INSERT INTO inbox (source, outside_id, body, at) VALUES ('plain', $1, '{}', now()) RETURNING id"
                await tx.sql.execute_query_dict(query, [f"{n}:{done}"])

    await asyncio.gather(*(commit(n) for n in range(12)))
    return done / seconds


async def _steady(url: str, seconds: float) -> tuple[float, float]:
    took: list[float] = []
    ready = [event(f"steady{n}") for n in range(int(4000 * seconds))]
    began = time.monotonic()

    async def post(http: aiohttp.ClientSession) -> None:
        while ready and time.monotonic() < began + seconds:
            body, headers = ready.pop()
            at = time.monotonic()
            async with http.post(url, data=body, headers=headers) as answer:
                assert answer.status == 200
            took.append(time.monotonic() - at)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as http:
        await asyncio.gather(*(post(http) for _ in range(CONNECTIONS)))
    return len(took) / (time.monotonic() - began), 1000 * statistics.quantiles(took, n=100)[98]


async def _burst(url: str, burst: int) -> tuple[float, int]:
    sent = [event(f"burst{n}") for n in range(burst)]
    began = time.monotonic()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=400), timeout=aiohttp.ClientTimeout(total=300)) as http:

        async def post(body: bytes, headers: dict[str, str]) -> int:
            async with http.post(url, data=body, headers=headers) as answer:
                return answer.status

        statuses = await asyncio.gather(*(post(body, headers) for body, headers in sent))
    seconds = time.monotonic() - began
    kept = (await connections.get("default").execute_query_dict(_LOST))[0]["n"]
    assert set(statuses) == {200}
    return burst / seconds, burst - kept
