"""Webhooks of services that render: `POST /hooks/runpod/<take>/<secret>`. What they say is not believed, only that it is time to ask."""

from __future__ import annotations

import json

from aiohttp import web

from core.jobs import transaction
from core.links import Links
from core.rendering.hooks import told

TAKE_DIGITS_MAX = 18


class RunPodHooks:
    """The handler; each take has a secret of its own."""

    def __init__(self, links: Links) -> None:
        self._links = links

    async def hear(self, request: web.Request) -> web.Response:
        """200 when the take will be looked at (or is not there any more), 404 for a wrong secret."""
        number, secret = request.match_info["take"], request.match_info["secret"]
        if not number.isascii() or not number.isdigit() or len(number) > TAKE_DIGITS_MAX or not self._links.hook_is_ours("runpod", int(number), secret):
            raise web.HTTPNotFound(text="There is nothing here.")
        try:
            body = json.loads(await request.text())
        except ValueError:
            body = {}
        job = body.get("id") if isinstance(body, dict) else None
        async with transaction() as tx:
            await told(tx, int(number), job if isinstance(job, str) else "")
        return web.Response()
