"""A small object store on loopback: signed-looking GET and PUT addresses, with faults on demand. As strict as S3 about lengths."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from gpu_worker.contract import PutTarget, Upload
from tests.fakes.serving import serving


class Store:
    """`objects` by key. `faults[key]` are statuses given before the real answer; 0 drops the connection."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.faults: dict[str, deque[int]] = {}
        self.puts: list[str] = []
        self.gets: Counter[str] = Counter()
        self.url = ""

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Store]:
        app = web.Application(client_max_size=1 << 30)
        app.add_routes([web.get("/s/{key:.+}", self._get), web.put("/s/{key:.+}", self._put)])
        async with serving(app) as self.url:
            yield self

    def address(self, key: str) -> str:
        return f"{self.url}/s/{key}?signature=hushhush"

    def upload(self, folder: str = "takes/1", done: bool = False) -> Upload:
        def put(name: str) -> PutTarget:
            return PutTarget(key=f"{folder}/{name}", url=self.address(f"{folder}/{name}"), headers={"x-amz-meta-take": "1"})

        done_url = self.address(f"{folder}/manifest.json") if done else None
        return Upload(video=put("video.mp4"), tail=put("tail.mkv"), poster=put("poster.jpg"), manifest=put("manifest.json"), done_url=done_url)

    def _fault(self, request: web.Request) -> web.Response | None:
        key = request.match_info["key"]
        if request.query.get("signature") != "hushhush":
            return web.Response(status=403)
        if not self.faults.get(key):
            return None
        status = self.faults[key].popleft()
        if status == 0:
            assert request.transport
            request.transport.close()
        elsewhere = {"Location": self.address("elsewhere")} if status in (301, 302, 307) else {}
        return web.Response(status=status or 500, headers=elsewhere)

    async def _get(self, request: web.Request) -> web.Response:
        self.gets[request.match_info["key"]] += 1
        if fault := self._fault(request):
            return fault
        body = self.objects.get(request.match_info["key"])
        return web.Response(status=404) if body is None else web.Response(body=body)

    async def _put(self, request: web.Request) -> web.Response:
        key = request.match_info["key"]
        self.puts.append(key)
        if fault := self._fault(request):
            return fault
        if request.content_length is None or request.headers.get("x-amz-meta-take") != "1" or "Content-Type" not in request.headers:
            return web.Response(status=411)
        self.objects[key] = await request.read()
        return web.Response()
