"""The channels by which workers on cards of one's own take shots, in the words of RunPod's SDK. Authenticated by `SYSRAI_OWN_GPU_KEY`.

GET  /gpu/<endpoint>/job-take/<worker>           waits for a job: 200 with it, 204 without
GET  /gpu/<endpoint>/job-stop/<worker>           waits for jobs to stop: 200 {"jobsToStop": […]}, 204 without
POST /gpu/<endpoint>/job-done/<worker>/<job>     progress ({"status": "IN_PROGRESS"}) or the last word
POST /gpu/<endpoint>/job-stream/<worker>/<job>   taken and dropped: our handler does not stream
GET  /gpu/<endpoint>/ping/<worker>               the worker lives
"""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import hdrs, web

from core.config import Settings
from core.rendering.own_gpu import OwnPlane

WAIT_S = 20.0
"""How long a worker is kept waiting for an answer; less than proxies wait."""
LOOK_S, LOOK_STOP_S = 0.5, 0.2
BODY_MAX = 20 * 1024 * 1024


class PlaneRoutes:
    """The handlers. Workers of an endpoint that is not configured are refused."""

    def __init__(self, plane: OwnPlane, key: str, endpoints: frozenset[str]) -> None:
        self._plane, self._key, self._endpoints = plane, key, endpoints

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        here = "/gpu/{endpoint}"
        app.router.add_get(f"{here}/job-take/{{worker}}", self.take)
        app.router.add_get(f"{here}/job-stop/{{worker}}", self.stop)
        app.router.add_post(f"{here}/job-done/{{worker}}/{{job}}", self.done)
        app.router.add_post(f"{here}/job-stream/{{worker}}/{{job}}", self.stream)
        app.router.add_get(f"{here}/ping/{{worker}}", self.ping)

    def _asked_by(self, request: web.Request) -> tuple[str, str]:
        """(endpoint, worker). 401 without the key, 404 for an endpoint that is not ours."""
        given = request.headers.get(hdrs.AUTHORIZATION, "").removeprefix("Bearer ")
        if not self._key or not hmac.compare_digest(given.encode(errors="replace"), self._key.encode()):
            raise web.HTTPUnauthorized(text="This worker's RUNPOD_AI_API_KEY is not SYSRAI_OWN_GPU_KEY.")
        endpoint, worker = request.match_info["endpoint"], request.match_info["worker"]
        if endpoint not in self._endpoints:
            raise web.HTTPNotFound(text="SYSRAI_OWN_GPU_ENDPOINTS names no such endpoint.")
        return endpoint, worker[:120]

    async def take(self, request: web.Request) -> web.Response:
        """The next job, as soon as there is one."""
        endpoint, worker = self._asked_by(request)
        return await _when_there(request, lambda: self._plane.take(endpoint, worker), LOOK_S)

    async def stop(self, request: web.Request) -> web.Response:
        """Jobs to stop, as soon as there are any."""
        endpoint, worker = self._asked_by(request)

        async def look() -> dict[str, Any] | None:
            jobs = await self._plane.stops(endpoint, worker)
            return {"jobsToStop": jobs} if jobs else None

        return await _when_there(request, look, LOOK_STOP_S)

    async def done(self, request: web.Request) -> web.Response:
        """Progress or a result. The SDK sends JSON and calls it a form."""
        _, worker = self._asked_by(request)
        body = await _json(request)
        if body.get("status") == "IN_PROGRESS":
            await self._plane.progress(worker, request.match_info["job"], body.get("output"))
        else:
            await self._plane.done(worker, request.match_info["job"], body)
        return web.Response()

    async def stream(self, request: web.Request) -> web.Response:
        """Nothing of ours streams."""
        self._asked_by(request)
        return web.Response()

    async def ping(self, request: web.Request) -> web.Response:
        """The worker lives and works on these jobs."""
        endpoint, worker = self._asked_by(request)
        await self._plane.heard(endpoint, worker, tuple(filter(None, request.query.get("job_id", "").split(","))))
        return web.Response()


def plane_routes(plane: OwnPlane, settings: Settings) -> PlaneRoutes:
    """The routes for the endpoints of the settings."""
    return PlaneRoutes(plane, settings.own_gpu_key.get_secret_value(), frozenset(endpoint.id for endpoint in settings.own_gpu_endpoints))


async def _when_there(request: web.Request, look: Callable[[], Awaitable[dict[str, Any] | None]], every_s: float) -> web.Response:
    """Look until there is something, the worker has gone, or it has waited long enough."""
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        if request.transport is None or request.transport.is_closing():
            break
        if found := await look():
            return web.json_response(found)
        await asyncio.sleep(every_s)
    return web.Response(status=204)


async def _json(request: web.Request) -> dict[str, Any]:
    data = bytearray()
    async for piece in request.content.iter_any():
        data += piece
        if len(data) > BODY_MAX:
            raise web.HTTPRequestEntityTooLarge(BODY_MAX, len(data))
    try:
        body = json.loads(data)
    except ValueError as error:
        raise web.HTTPBadRequest(text="The body is not JSON.") from error
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="The body is not an object.")
    return body
