"""Buying in a server: the price is too dear, a pack is bought on Stripe's page, the private message becomes the receipt, and the film is rendered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Identity, Payment, Render
from core.rendering.advance import ACCEPTED_SQL
from payments.office import open_office
from payments.webhooks import Inbox
from tests.bots.discord_chat.conftest import Stage, composed
from tests.bots.discord_chat.test_everyday import IDEA
from tests.fakes.stripe import FakeStripe
from tests.payments.conftest import SECRET, stock


@dataclass
class Shop:
    """A server whose bot sells through Stripe."""

    stage: Stage
    stripe: FakeStripe
    inbox: Inbox

    async def pays(self) -> None:
        """The page is paid for, and Stripe tells of it."""
        self.stripe.pays(self.stripe.of("checkout.session")[0]["id"])
        due, self.stripe.due = self.stripe.due, []
        for event in due:
            await self.inbox.take(self.stripe.body(event), self.stripe.headers(event, SECRET)["Stripe-Signature"])


@pytest.fixture
async def shop(db: str, data_dir: Path, clip: Path) -> AsyncIterator[Shop]:
    async with FakeStripe().running() as stripe, composed(data_dir, clip, paying=True) as stage:
        sells = {"stripe_secret_key": SecretStr(stripe.key), "stripe_webhook_secret": SecretStr(SECRET), "stripe_api_url": stripe.url}
        stage.settings = stage.settings.model_copy(update=sells)
        stage.desk = replace(stage.desk, studio=replace(stage.desk.studio, settings=stage.settings))
        office = open_office(stage.settings, stage.desk.links)
        await stock(stripe, office)
        stage.handlers |= {kind: handler for kind, handler in office.handlers.items() if kind not in ("expire", "reconcile")}
        await stage.start()
        yield Shop(stage, stripe, Inbox(SECRET, live=False))
        await stage.stop()
        await office.close()


async def test_somebody_buys_what_is_missing_in_private_and_renders_the_film(shop: Shop) -> None:
    stage, ana = shop.stage, shop.stage.ana
    await ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    for label in ("Good, go on", "A", "Looks right: meet the cast", "Draw the storyboard", "Approve all 5", "Render it"):
        await ana.press(await stage.newest(thread, label=label), label)
    quote = await stage.newest(thread, words="Rendering Mara and the Lamp")
    await ana.press(quote, quote.buttons[0]["label"])
    page = await stage.discord.until(lambda: next((one for one in ana.whispers if any("checkout.stripe.com" in b.get("url", "") for b in one.buttons)), None))
    assert page
    assert not any("checkout.stripe.com" in b.get("url", "") for one in stage.discord.in_(thread) if not one.ephemeral for b in one.buttons)
    await shop.pays()
    await stage.discord.until(lambda: "are in" in page.read)
    assert "paid" in page.read, "the very same message"
    await ana.press(page, "See the prices")
    prices = await stage.newest(thread, words="Rendering Mara and the Lamp")
    await ana.press(prices, next(one["label"] for one in prices.buttons if one["label"].startswith("Standard")))
    film = await stage.newest(thread, label="New film")
    assert film.attachments
    render = await Render.get(tier="standard")
    assert render.state == "done"
    payment, person = await Payment.get(), (await Identity.get(platform="discord", outside_id=str(ana.user.id))).person_id
    async with transaction() as tx:
        assert (await ledger.balance(tx.sql, ledger.person(person))).free_mc == payment.credits_mc - (render.captured_mc or 0)
        found = await audit.audit(tx.sql, ACCEPTED_SQL)
    assert found.ok, found.lines()
