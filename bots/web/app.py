"""The web process' routes, and the server that runs them until cancelled."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bots.web.downloads import Downloads
from bots.web.health import Health
from bots.web.hooks import RunPodHooks
from bots.web.paid import Paid
from bots.web.plane import PlaneRoutes
from bots.web.uploads import Uploads
from bots.web.watch import Watch
from bots.web.webhooks import StripeWebhook
from core.config import Settings
from core.errors import SetupFailed
from core.links import Links
from core.storage import Storage
from payments.stripe_api import is_live
from payments.webhooks import Inbox

BODY_MAX = 256 * 1024


def application(
    *, storage: Storage, links: Links, redis_url: str, plane: PlaneRoutes | None = None, settings: Settings | None = None
) -> web.Application:  # fmt: skip
    """All routes of the web process. `plane`: the channels of workers on cards of one's own. With `settings`: Stripe's webhook, where it is set."""
    app = web.Application(client_max_size=BODY_MAX)
    health = Health(redis_url)
    app.router.add_get("/health", health.health)
    app.router.add_get("/metrics", health.metrics)
    downloads = Downloads(storage, links)
    app.router.add_get("/d/{pass}/kit/{id:[0-9]{1,12}}.zip", downloads.kit)
    app.router.add_get("/d/{pass}/{key:.+}", downloads.serve)
    Watch(storage, links).add_to(app.router)
    app.router.add_put("/u/{pass}/{key:.+}", Uploads(storage, links).take)
    app.router.add_post("/hooks/runpod/{take}/{secret}", RunPodHooks(links).hear)
    if plane:
        plane.mount(app)
    app.router.add_get("/paid/{pass}/{purchase}", Paid(links).page)
    if settings and settings.stripe_webhook_secret.get_secret_value():
        inbox = Inbox(settings.stripe_webhook_secret.get_secret_value(), live=is_live(settings))
        app.router.add_post("/webhooks/stripe", StripeWebhook(inbox).take)
    return app


async def serve(app: web.Application, settings: Settings) -> None:
    """Listen until cancelled. Raises SetupFailed when the port is taken."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    except OSError as error:
        await runner.cleanup()
        raise SetupFailed(f"Port {settings.web_port} on {settings.web_host} is not free ({error.strerror}). Set SYSRAI_WEB_PORT.") from error
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
