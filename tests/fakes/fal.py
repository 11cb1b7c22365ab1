"""A stand-in for fal.ai's queue, as strict as the service: submit, status, result, cancel, and the clips' own host.

    async with FakeFal(models={"fal-ai/tiny", "fal-ai/tiny/image-to-video"}).running() as fal:
        renderer = HostedRenderer(..., fal.url, fal.key, ...)
        fal.finish(request_id)                  # or fal.fail(request_id, "…")

Unknown routes, models and fields are noted in `complaints`, which fail the test when `running()` ends.
"""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.fakes.serving import serving

TEXT_FIELDS = {"prompt", "negative_prompt", "seed", "aspect_ratio", "resolution", "duration"}
IMAGE_FIELDS = TEXT_FIELDS - {"aspect_ratio"} | {"image_url"}
RATIOS = {"16:9", "9:16", "1:1"}


@dataclass
class Request:
    """One request in the queue."""

    model: str
    input: dict[str, Any]
    status: str = "IN_QUEUE"
    result: tuple[int, Any] = (200, None)
    clip: Path | None = None
    log: list[str] = field(default_factory=list)


class FakeFal:
    """The service."""

    def __init__(self, models: set[str], *, key: str = "fal-key:secret") -> None:
        self.models, self.key, self.url = models, key, ""
        self.requests: dict[str, Request] = {}
        self.complaints: list[str] = []
        self.next: list[str] = []
        """What goes wrong with the next submits: "429", "500", "drop after taking"."""

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeFal]:
        """Serve on loopback while the block lasts."""
        app = web.Application()
        app.add_routes([
            web.get("/clips/{id}", self._clip),
            web.get("/{owner}/{app}/requests/{id}/status", self._status), web.get("/{owner}/{app}/requests/{id}", self._result),
            web.put("/{owner}/{app}/requests/{id}/cancel", self._cancel), web.post("/{model:.+}", self._submit),
            web.route("*", "/{other:.*}", self._unknown),
        ])  # fmt: skip
        async with serving(app) as self.url:
            yield self
        assert not self.complaints, self.complaints

    def begin(self, id: str) -> None:
        """A runner took it."""
        self.requests[id].status = "IN_PROGRESS"

    def finish(self, id: str, clip: Path) -> None:
        """It is done, and its clip lies here."""
        one = self.requests[id]
        one.status, one.clip = "COMPLETED", clip
        one.result = (200, {"video": {"url": f"{self.url}/clips/{id}", "content_type": "video/mp4", "file_name": "output.mp4"}, "seed": one.input["seed"]})

    def fail(self, id: str, kind: str) -> None:
        """It is over without a clip."""
        self.requests[id].status = "COMPLETED"
        self.requests[id].result = (422, {"detail": [{"loc": ["body", "prompt"], "msg": "not made", "type": kind}]})

    def _complain(self, text: str, status: int = 422) -> web.Response:
        self.complaints.append(text)
        return web.json_response({"detail": text}, status=status)

    def _barred(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") != f"Key {self.key}":
            return web.json_response({"detail": "Cannot access application"}, status=401)
        return None

    async def _unknown(self, request: web.Request) -> web.Response:
        return self._complain(f"no route {request.method} {request.path}", 404)

    async def _submit(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        model = request.match_info["model"]
        if model not in self.models:
            return self._complain(f"no model {model}", 404)
        body = await request.json()
        allowed = IMAGE_FIELDS if "image" in model else TEXT_FIELDS
        if wrong := set(body) - allowed or ("aspect_ratio" in body and body["aspect_ratio"] not in RATIOS) or not body.get("prompt"):
            return self._complain(f"{model} does not take {wrong}")
        if not isinstance(body["seed"], int) or not isinstance(body["duration"], str):
            return self._complain(f"{model}: types of {body}")
        fault = self.next.pop(0) if self.next else ""
        if fault in ("429", "500"):
            return web.json_response({"detail": "not now"}, status=int(fault))
        id = str(uuid.uuid4())
        self.requests[id] = Request(model, body)
        if fault == "drop after taking":
            assert request.transport
            request.transport.close()
            return web.Response()
        base = f"{self.url}/{'/'.join(model.split('/')[:2])}/requests/{id}"
        urls = {"response_url": base, "status_url": f"{base}/status", "cancel_url": f"{base}/cancel"}
        return web.json_response({"status": "IN_QUEUE", "request_id": id, "queue_position": 0, **urls})

    def _one(self, request: web.Request) -> Request | None:
        one = self.requests.get(request.match_info["id"])
        app = f"{request.match_info['owner']}/{request.match_info['app']}"
        return one if one and one.model.startswith(app) else None

    async def _status(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        one = self._one(request)
        if one is None:
            return web.json_response({"status": "NOT_FOUND"}, status=404)
        body: dict[str, Any] = {"status": one.status, "request_id": request.match_info["id"]}
        if one.status == "IN_QUEUE":
            body["queue_position"] = 0
        return web.json_response(body, status=200 if one.status == "COMPLETED" else 202)

    async def _result(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        one = self._one(request)
        if one is None:
            return web.json_response({"detail": "Request not found"}, status=404)
        if one.status != "COMPLETED":
            return web.json_response({"detail": "Request is still in progress"}, status=400)
        status, body = one.result
        return web.json_response(body, status=status)

    async def _cancel(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        one = self._one(request)
        if one is None:
            return web.json_response({"status": "NOT_FOUND"}, status=404)
        if one.status == "COMPLETED":
            return web.json_response({"status": "ALREADY_COMPLETED"}, status=400)
        one.log.append("cancelled")
        one.status, one.result = "COMPLETED", (499, {"detail": "Request was cancelled"})
        return web.json_response({"status": "CANCELLATION_REQUESTED"}, status=202)

    async def _clip(self, request: web.Request) -> web.StreamResponse:
        if "Authorization" in request.headers:
            return self._complain("the clip's host was given our key")
        one = self.requests.get(request.match_info["id"])
        return web.FileResponse(one.clip) if one and one.clip else web.Response(status=404)
