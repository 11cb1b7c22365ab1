"""What comes in at the web process: only what Stripe signed, once, stored before it is answered."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import stripe as library
from aiohttp import web
from aiohttp.test_utils import TestServer
from tortoise import connections

from bots.web.webhooks import StripeWebhook
from core.models import Inbox as InboxRow
from core.models import Payment
from payments.webhooks import BODY_MAX, TYPES, Inbox, told
from tests.payments.conftest import SECRET

if TYPE_CHECKING:
    from tests.payments.conftest import Shop


@pytest.fixture
async def url(shop: Shop) -> AsyncIterator[str]:
    app = web.Application(client_max_size=BODY_MAX)
    app.router.add_post("/webhooks/stripe", StripeWebhook(shop.inbox).take)
    async with TestServer(app) as server:
        yield str(server.make_url("/webhooks/stripe"))


async def paid(shop: Shop) -> Any:
    ana = await shop.buyer()
    shop.stripe.pays(await shop.page(ana))
    return ana


async def test_a_signed_event_is_stored_and_then_worked_on(shop: Shop, url: str) -> None:
    ana = await paid(shop)
    assert await shop.stripe.deliver(url, SECRET) == [200]
    row = await InboxRow.get(source="stripe")
    assert set(row.body) == {"type", "subject", "created"}  # nobody's name, address or card
    assert await shop.free(ana) == 0
    await shop.pump()
    assert await shop.free(ana) == 60


async def test_replays_and_retries_are_one_event(shop: Shop, url: str) -> None:
    ana = await paid(shop)
    assert await shop.stripe.deliver(url, SECRET, times=5, keep=True) == [200] * 5
    await shop.pump()
    assert await shop.stripe.deliver(url, SECRET, times=3) == [200] * 3
    await shop.pump()
    assert await InboxRow.filter(source="stripe").count() == 1
    assert await shop.free(ana) == 60


async def test_what_is_forged_stale_or_oversized_is_refused_and_not_stored(shop: Shop, url: str) -> None:
    ana = await paid(shop)
    (event,) = shop.stripe.due
    good, body = shop.stripe.headers(event, SECRET), shop.stripe.body(event)
    async with httpx.AsyncClient() as client:

        async def post(content: bytes, headers: dict[str, str]) -> int:
            return (await client.post(url, content=content, headers=headers)).status_code

        assert await post(body, shop.stripe.headers(event, "whsec_other")) == 400
        assert await post(body.replace(b"500", b"501"), good) == 400
        assert await post(body, {"Content-Type": "application/json"}) == 400
        assert await post(body, {**good, "Stripe-Signature": "t=,v1="}) == 400
        assert await post(body, {**good, "Stripe-Signature": good["Stripe-Signature"].replace("v1=", "v0=")}) == 400
        assert await post(body, shop.stripe.headers(event, SECRET, age_s=400)) == 400
        assert await post(b"x" * (BODY_MAX + 1), good) == 413
        assert await post(b"\xff\xfe", good) == 400
        for nonsense in ([], {"id": "evt_1"}, {**event, "id": "'; drop table"}, {**event, "data": {"object": None}}):
            text = json.dumps(nonsense)
            assert await post(text.encode(), {"Stripe-Signature": library.WebhookSignature.generate_signature_header(text, SECRET)}) == 400
    assert not await InboxRow.filter(source="stripe").exists()
    await shop.pump()
    assert await shop.free(ana) == 0


async def test_unknown_kinds_and_the_other_mode_have_no_effect(shop: Shop, url: str) -> None:
    await paid(shop)
    event = shop.stripe.due.pop()
    shop.stripe.due = [{**event, "id": "evt_unknown", "type": "invoice_item.danced"}, {**event, "id": "evt_live", "livemode": True}]
    assert await shop.stripe.deliver(url, SECRET) == [200, 200]
    await shop.pump()
    assert [row.outside_id for row in await InboxRow.filter(source="stripe")] == ["evt_unknown"]
    assert not await Payment.exists()


async def test_an_event_that_lies_has_no_effect(shop: Shop, url: str) -> None:
    """Signed, but about a page that is not paid: what counts is what Stripe shows when it is asked."""
    ana = await shop.buyer()
    session = shop.stripe.objects[await shop.page(ana)]
    shop.stripe.happened("checkout.session.completed", {**session, "payment_status": "paid", "status": "complete"})
    await shop.stripe.deliver(url, SECRET)
    await shop.pump()
    assert await shop.free(ana) == 0


async def test_a_database_that_is_away_is_no_answer_200(shop: Shop, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await paid(shop)

    async def away(events: object) -> int:
        raise ConnectionRefusedError("gone")

    with monkeypatch.context() as patch:
        patch.setattr("payments.webhooks.note", away)
        assert await shop.stripe.deliver(url, SECRET) == [503]
    assert await shop.stripe.deliver(url, SECRET) == [200]
    await shop.pump()
    assert await shop.free(ana) == 60


async def test_a_burst_is_stored_without_loss_in_few_commits(shop: Shop) -> None:
    events = [{"id": f"evt_{n}", "type": "invoice.paid", "created": n, "livemode": False, "data": {"object": {"id": f"in_{n % 700}"}}} for n in range(2000)]
    sent = [*events, *random.Random(1).sample(events, 500)]
    inbox = Inbox(SECRET, live=False)
    await asyncio.gather(*(inbox.take(shop.stripe.body(event), shop.stripe.headers(event, SECRET)["Stripe-Signature"]) for event in sent))
    assert await InboxRow.filter(source="stripe").count() == 2000
    (open_jobs,) = await connections.get("default").execute_query_dict("SELECT count(*) AS n FROM job WHERE kind = 'stripe' AND done < wanted")
    assert open_jobs["n"] == 700


def test_every_kind_we_ask_for_leads_to_an_object() -> None:
    for kind in TYPES:
        event = {"id": "evt_1", "type": kind, "created": 1, "livemode": False, "data": {"object": {"id": "xx_1", "payment_intent": "pi_1"}}}
        assert told(event).subject, kind
