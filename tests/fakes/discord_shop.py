"""Discord's entitlements: the two routes of its API that a shop needs, as strict as they are, and what people buy there."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from core.models import Payment

APPLICATION = "1234567890"
TOKEN = f"{base64.b64encode(APPLICATION.encode()).decode().rstrip('=')}.abc.def"


class FakeEntitlements:
    """The two routes of Discord's API, as strict as they are. `fails`: what the next calls answer instead."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.fails: list[int] = []
        self.url = ""

    def buys(self, sku: str, user: str, **more: Any) -> dict[str, Any]:
        """Somebody buys there."""
        row = {"id": str(1000 + len(self.rows)), "sku_id": sku, "application_id": APPLICATION, "user_id": user, "type": 1, "deleted": False, "consumed": False}
        self.rows.append({**row, **more})
        return self.rows[-1]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeEntitlements]:
        """Serve on a port of its own while the block lasts."""
        app = web.Application()
        app.router.add_get(f"/applications/{APPLICATION}/entitlements", self._list)
        app.router.add_post(f"/applications/{APPLICATION}/entitlements/{{id}}/consume", self._consume)
        async with TestServer(app) as server:
            self.url = str(server.make_url("")).rstrip("/")
            yield self

    def _checked(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            raise web.HTTPUnauthorized
        if self.fails and (status := self.fails.pop(0)) != 200:
            raise web.HTTPException(text="{}") if status == 0 else type("Failed", (web.HTTPException,), {"status_code": status})()

    async def _list(self, request: web.Request) -> web.Response:
        self._checked(request)
        assert set(request.query) <= {"limit", "after"}
        limit, after = int(request.query["limit"]), int(request.query["after"])
        assert 1 <= limit <= 100
        return web.json_response([row for row in self.rows if int(row["id"]) > after][:limit])

    async def _consume(self, request: web.Request) -> web.Response:
        self._checked(request)
        row = next((row for row in self.rows if row["id"] == request.match_info["id"]), None)
        if row is None or row["consumed"]:
            return web.json_response({"message": "Unknown entitlement", "code": 10029}, status=404)
        assert await Payment.filter(outside_id=row["id"]).exists(), "consumed before its credits were there"
        row["consumed"] = True
        return web.Response(status=204)
