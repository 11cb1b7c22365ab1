"""The server: requests become calls of the API's methods, answers and refusals go back as the service writes them.

Methods and parameters that do not exist, thumbnails the service would drop in silence and presses that are never answered are noted in
`complaints`; leaving `running()` with complaints fails the test unless it said `telegram.complaints.clear()`.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.serving import serving
from tests.fakes.telegram import methods
from tests.fakes.telegram.chats import Chats
from tests.fakes.telegram.editing import Editing
from tests.fakes.telegram.profile import Profile
from tests.fakes.telegram.rules import Refused, Upload
from tests.fakes.telegram.stars import Stars
from tests.fakes.telegram.updates import Updates
from tests.fakes.telegram.world import BOT_ID, Message


@dataclass(frozen=True)
class Drop:
    """Instead of an answer: the connection is closed. `done`: after the work was done."""

    done: bool = False


@dataclass
class Call:
    """One request as it came in."""

    method: str
    given: dict[str, Any]
    refused: str = ""


class FakeTelegram(Updates, Profile, Editing, Stars, Chats):
    """The server, and the world it serves. `local`: a local Bot API server, with its larger files."""

    def __init__(self, clock: Callable[[], float] | None = None, *, flood: bool = True, local: bool = False) -> None:
        super().__init__(clock or asyncio.get_event_loop().time, flood=flood, local=local)
        self.token = f"{BOT_ID}:AAcanaryTOKENcanaryTOKENcanaryTOKEN00"
        self.url = ""
        self.calls: list[Call] = []
        self.refusals: dict[str, deque[Refused | Drop]] = defaultdict(deque)
        self.slow_s = 0.0
        self.before: Callable[[Call], None] = lambda call: None
        """Sees every call before anything is done; may raise ConnectionResetError, and nothing is."""

    @property
    def base_url(self) -> str:
        """For `Bot(base_url=…)`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """For `Bot(base_file_url=…)`."""
        return f"{self.url}/file/bot"

    def refuses(self, method: str, *how: Refused | Drop) -> None:
        """What the next calls of this method get."""
        self.refusals[method].extend(how)

    def called(self, method: str) -> list[Call]:
        """The calls of this method that were taken."""
        return [call for call in self.calls if call.method == method and not call.refused]

    def age(self, message: Message, seconds: float) -> None:
        """Make a message older."""
        message.at -= seconds

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeTelegram]:
        """Serve while the block lasts; fails on complaints and on presses without an answer."""
        app = web.Application(client_max_size=4 << 30)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        async with serving(app) as self.url:
            try:
                yield self
            finally:
                if self.pusher:
                    self.pusher.cancel()
        unanswered = [query.id for query in self.queries.values() if query.answer is None]
        assert not self.complaints, self.complaints
        assert not unanswered, f"presses that were never answered: {unanswered}"

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        call = Call(method, {})
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized") if ":" in request.match_info["token"] else Refused(404, "Not Found")
            if method not in methods.METHODS:
                self.complaints.append(f"there is no method {method}")
                raise Refused(404, "Not Found")
            raw = await self._raw(request)
            call.given = {name: value.name if isinstance(value, Upload) else value for name, value in raw.items()}
            self.before(call)
            self.calls.append(call)
            if self.slow_s:
                await asyncio.sleep(self.slow_s)
            scripted = self.refusals[method].popleft() if self.refusals[method] else None
            if isinstance(scripted, Refused):
                raise scripted
            if isinstance(scripted, Drop) and not scripted.done:
                raise ConnectionResetError
            result = getattr(self, f"_{method}")(methods.parameters(method, raw, self.complaints))
            if asyncio.iscoroutine(result):
                result = await result
            if isinstance(scripted, Drop):
                raise ConnectionResetError
        except Refused as no:
            call.refused = no.description
            body: dict[str, Any] = {"ok": False, "error_code": no.code, "description": no.description}
            return web.json_response(body | ({"parameters": no.parameters} if no.parameters else {}), status=no.code)
        except ConnectionResetError:
            call.refused = "dropped"
            if request.transport:
                request.transport.close()
            return web.Response()
        return web.json_response({"ok": True, "result": result})

    async def _raw(self, request: web.Request) -> dict[str, Any]:
        found: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            return found | dict(await request.json())
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                content = value.file.read()
                found[name] = Upload(value.filename, content, value.content_type, len(content))
            else:
                found[name] = value
        return found

    async def _download(self, request: web.Request) -> web.Response:
        file = self.files.get(request.match_info["path"].split("/")[-1])
        if file is None or request.match_info["token"] != self.token:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        return web.Response(body=file.content)
