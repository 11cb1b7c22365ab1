"""POST /webhooks/stripe: raw body in, 200 as soon as it is stored. 400 for what is not Stripe's, 503 while nothing can be stored."""

from __future__ import annotations

import logging

from aiohttp import web
from tortoise.exceptions import BaseORMException

from core.database import Down
from core.errors import BadInput
from payments.webhooks import BODY_MAX, Forged, Inbox

log = logging.getLogger(__name__)


class StripeWebhook:
    """The route's handler."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    async def take(self, request: web.Request) -> web.Response:
        """Store one event."""
        if request.content_length is None or request.content_length > BODY_MAX:
            return web.Response(status=413)
        try:
            await self._inbox.take(await request.read(), request.headers.get("Stripe-Signature"))
        except Forged as error:
            log.warning("a webhook was refused: %s", str(error)[:200])
            return web.Response(status=400)
        except BadInput:
            return web.Response(status=503, headers={"Retry-After": "10"})
        except (*Down, BaseORMException) as error:
            log.warning("a webhook could not be stored: %r", error)
            return web.Response(status=503, headers={"Retry-After": "10"})
        return web.Response()
