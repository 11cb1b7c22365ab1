"""RunPod's serverless REST over aiohttp: an `Api` for `core.rendering.gpu`.

POST <url>/<endpoint>/run · GET …/status/<job> · POST …/cancel/<job> · GET …/health
The SDK is the worker's; the five calls here need none of its packages.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any, Protocol

import aiohttp

from core.errors import Unavailable
from core.rendering.gpu_api import Barred, Busy, Health, JobState, Order, Unanswered
from core.rendering.renderer import OrderRefused

PAYLOAD_BYTES_MAX = 10 * 1000 * 1000
ANSWER_S = 20.0
CONNECT_S = 5.0
NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
"""What is raised before a request has left: the order was surely not taken."""
STATES = {"IN_QUEUE", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"}


class Hook(Protocol):
    """Gives the address by which RunPod tells that a take's job ended."""

    def __call__(self, take: int) -> str | None:
        """The address, or None where RunPod could not reach it."""
        ...


class RunPodApi:
    """The account behind this key. `close` it in the end."""

    def __init__(self, url: str, key: str, hook: Hook) -> None:
        self._url, self._key, self._hook = url.rstrip("/"), key, hook
        self._http: aiohttp.ClientSession | None = None

    def _client(self) -> aiohttp.ClientSession:
        if self._http is None or self._http.closed:
            timeout = aiohttp.ClientTimeout(total=ANSWER_S, sock_connect=CONNECT_S)
            self._http = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._key}"}, timeout=timeout)
        return self._http

    async def close(self) -> None:
        """Close the connections."""
        if self._http:
            await self._http.close()

    async def run(self, endpoint: str, order: Order) -> str:
        """Hand a job over, with its policy and webhook. Raises as `Api.run`."""
        body: dict[str, Any] = {"input": order.input, "policy": {"executionTimeout": order.timeout_s * 1000, "ttl": order.ttl_s * 1000}}
        if hook := self._hook(order.take):
            body["webhook"] = hook
        data = json.dumps(body).encode()
        if len(data) > PAYLOAD_BYTES_MAX:
            raise OrderRefused("invalid", f"The order is {len(data)} bytes long; RunPod takes {PAYLOAD_BYTES_MAX}.")
        try:
            async with self._client().post(f"{self._url}/{endpoint}/run", data=data, headers={"Content-Type": "application/json"}) as answer:
                text = await answer.text()
                _check_taken(endpoint, answer.status, text)
                return str(json.loads(text)["id"])
        except NOT_SENT as error:
            raise Unavailable(f"RunPod does not answer: {error!r}") from error
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, ValueError, KeyError, TypeError) as error:
            raise Unanswered(f"{endpoint}: {error!r}") from error

    async def status(self, endpoint: str, job: str) -> JobState | None:
        """What became of the job."""
        found = await self._ask("GET", f"{endpoint}/status/{job}")
        if found is None:
            return None
        if found.get("status") not in STATES:
            raise Unavailable(f"RunPod says {found.get('status')!r} of job {job}")
        return JobState(found["status"], found.get("output"), found.get("error"), float(found.get("executionTime") or 0) / 1000)

    async def cancel(self, endpoint: str, job: str) -> None:
        """Have it stopped."""
        await self._ask("POST", f"{endpoint}/cancel/{job}")

    async def health(self, endpoint: str) -> Health:
        """Its workers and its queue."""
        found = await self._ask("GET", f"{endpoint}/health")
        if found is None:
            raise Barred(f"RunPod has no endpoint {endpoint}")
        workers, jobs = found.get("workers") or {}, found.get("jobs") or {}
        alive = sum(int(workers.get(name) or 0) for name in ("idle", "ready", "running"))
        return Health(alive, int(workers.get("initializing") or 0), int(workers.get("throttled") or 0), int(jobs.get("inQueue") or 0))

    async def _ask(self, method: str, path: str) -> dict[str, Any] | None:
        """An answer, or None for 404. Asking again does no harm, so whatever goes wrong is Unavailable."""
        try:
            async with self._client().request(method, f"{self._url}/{path}") as answer:
                if answer.status == 404:
                    return None
                if answer.status in (401, 403):
                    raise Barred(f"RunPod does not accept the key for {path} ({answer.status})")
                if answer.status != 200:
                    raise (Busy if answer.status == 429 else Unavailable)(f"RunPod answers {answer.status} to {path}")
                found = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise Unavailable(f"RunPod does not answer: {error!r}") from error
        if not isinstance(found, dict):
            raise Unavailable(f"RunPod answers {path} with something else than an object")
        return found


def _check_taken(endpoint: str, status: int, text: str) -> None:
    """Raises unless the answer says that the order was taken. After a 5xx nobody knows."""
    if status == 200:
        return
    said = f"RunPod answers {status}: {text[:200]}"
    if status == 429:
        raise Busy(said)
    if status in (401, 403, 404):
        raise Barred(f"{endpoint}: {said}")
    if status >= 500:
        raise Unanswered(f"{endpoint}: {said}")
    raise OrderRefused("invalid", said)
