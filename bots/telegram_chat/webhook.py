"""Webhooks: Telegram brings the updates to a secret path of the web process, each with a secret in its header.

An update is answered 200 once its turn is committed; with another answer Telegram brings it again, and the turn drops what it has seen.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from typing import Any

from aiohttp import web
from telegram import Update
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bots.telegram_chat.listening import Listener
from bots.telegram_chat.polling import ALLOWED
from core.database import Down
from core.errors import SetupFailed, Unavailable

log = logging.getLogger(__name__)

BODY_MAX = 256 * 1024
HEADER = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS = 40


class Door:
    """The route that takes updates. `secret` is the operator's; path and header are made of it. Closed until `opens` names who listens."""

    def __init__(self, secret: str) -> None:
        self.path, self.token = f"/telegram/{_made(secret, 'path')}", _made(secret, "header")
        self._inside: tuple[ExtBot[Any], Listener] | None = None

    def mount(self, app: web.Application) -> None:
        """Serve it beside the web process' other routes."""
        app.router.add_post(self.path, self.serve)

    async def opens(self, bot: ExtBot[Any], listener: Listener, public_url: str) -> None:
        """Take updates for this listener, and tell Telegram where to bring them and which. Raises SetupFailed for an address it does not take."""
        self._inside = bot, listener
        url = f"{public_url.rstrip('/')}{self.path}"
        try:
            await bot.set_webhook(url, secret_token=self.token, allowed_updates=ALLOWED, max_connections=CONNECTIONS)
        except BadRequest as error:
            raise SetupFailed(
                f"Telegram does not bring updates to {public_url}: {error.message}. It takes https on port 443, 80, 88 or 8443; is SYSRAI_PUBLIC_URL right?"
            ) from error

    def closes(self) -> None:
        """Take none any more: Telegram brings them again."""
        self._inside = None

    async def serve(self, request: web.Request) -> web.Response:
        """One update. What does not know the secret, is too large or is no update is refused before anything is done."""
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), self.token.encode()):
            return web.Response(status=401)
        if (request.content_length or 0) > BODY_MAX:
            return web.Response(status=413)
        if self._inside is None:
            return web.Response(status=503)
        bot, listener = self._inside
        try:
            body = await request.read()  # the application's own limit ends it where no length was told
            update = Update.de_json(json.loads(body), bot)
            int(update.update_id)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            log.warning("something that is no update came to the webhook: %s", type(error).__name__)
            return web.Response(status=400)
        try:
            await listener.hear(update)
        except (Unavailable, *Down):
            return web.Response(status=503)
        return web.Response()


def _made(secret: str, what: str) -> str:
    return hmac.new(secret.encode(), what.encode(), hashlib.sha256).hexdigest()[:40]
