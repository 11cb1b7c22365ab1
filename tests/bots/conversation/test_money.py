"""Buying in the chat: from a quote that is too dear to a film that is paid for, plans, codes and gifts; and Telegram sells for Stars only."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.events import Pressed
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.conversation.views import View
from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Action, Payment, Person, Place, Post, Purchase, Render
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.handlers import handlers
from payments import promotions
from payments.office import Office, open_office
from payments.webhooks import Inbox
from tests.bots.conversation.conftest import FakeChat
from tests.fakes.instant import InstantRenderer
from tests.fakes.stripe import FakeStripe
from tests.payments.conftest import CATALOGUE, SECRET, stock

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set, Talker


@dataclass
class Selling:
    """The conversation with a shop."""

    set: Set
    stripe: FakeStripe
    office: Office
    inbox: Inbox

    async def told(self) -> None:
        due, self.stripe.due = self.stripe.due, []
        for event in due:
            await self.inbox.take(self.stripe.body(event), self.stripe.headers(event, SECRET)["Stripe-Signature"])
        await self.set.work()

    def pays(self) -> None:
        self.stripe.pays(self.stripe.of("checkout.session")[0]["id"])

    async def prove(self) -> None:
        async with transaction() as tx:
            found = await audit.audit(tx.sql, ACCEPTED_SQL)
        assert found.ok, found.lines()


@pytest.fixture
async def selling(set_: Set, data_dir: Path) -> AsyncIterator[Selling]:
    """The tiers draft, standard and cinema for real credits, bought through the fake Stripe."""
    async with FakeStripe().running() as stripe:
        settings = set_.desk.settings.model_copy(
            update={"stripe_secret_key": SecretStr(stripe.key), "stripe_webhook_secret": SecretStr(SECRET), "stripe_api_url": stripe.url, "trial_credits": 5}
        )
        gpu = InstantRenderer(set_.desk.studio.storage, data_dir / "gpu")
        pencil = set_.renderer
        renderers: dict[Any, Any] = {**dict.fromkeys(gpu.tiers, gpu), **dict.fromkeys(pencil.tiers, pencil)}
        studio = replace(set_.desk.studio, settings=settings, renderers=renderers, play=False)
        office = open_office(settings, set_.desk.links)
        await stock(stripe, office)
        posts = Posts(Desk(studio, set_.desk.links, set_.desk.writes, set_.desk.speaks))
        set_.desk, set_.engine = posts.desk, Engine(posts.desk, posts)
        set_.showing = Showing(posts, {"fake": set_.chat, "other": set_.other, "telegram": FakeChat("telegram")})
        set_.handlers |= {**handlers(studio, None), **office.handlers, "show": set_.showing, "hear": set_.engine.hear}  # type: ignore[arg-type]
        del set_.handlers["expire"], set_.handlers["reconcile"]
        yield Selling(set_, stripe, office, Inbox(SECRET, live=False))
        await office.close()
    assert CATALOGUE


async def to_quote(ana: Talker) -> View:
    await ana.to_board()
    await ana.presses()
    await ana.presses()
    return ana.find("quote")


async def test_somebody_buys_what_is_missing_and_renders_the_film(selling: Selling) -> None:
    ana = selling.set.person()
    quote = await to_quote(ana)
    assert "5 credits are yours, free, once" in " ".join(message.view.plain for message in ana.seen)
    assert quote.primary
    assert re.fullmatch(r"(60|600) credits, \$\d+\.00", quote.primary.label)
    await ana.presses(view=quote)
    page = ana.find("purchase")
    assert page.private
    assert page.primary
    assert page.primary.link.startswith("https://checkout.stripe.com/")
    selling.pays()
    await selling.told()
    receipt = ana.find("purchase")  # the very same message
    assert "are in" in receipt.plain
    assert "paid" in receipt.plain
    assert len([message for message in ana.seen if message.view.name == "purchase"]) == 1
    await ana.presses("See the prices", view=receipt)
    now = ana.find("quote")
    assert now.primary
    assert now.primary.label.startswith("Standard")
    await ana.presses(view=now)
    render = await Render.filter(tier="standard").get()
    assert render.state == "done"
    assert render.captured_mc
    await selling.prove()
    assert ana.find("film").primary


async def test_fifty_presses_of_buy_are_one_purchase(selling: Selling) -> None:
    ana = selling.set.person()
    await ana.calls("credits", do="buy")
    press = ana.find("shop").choices[0].action
    await asyncio.gather(*(selling.set.engine.turn(Pressed(ana.at, f"many-{n}", press)) for n in range(50)))
    await Action.filter(id=press).update(pressed_at=None)
    await ana.presses_id(press)
    assert await Purchase.all().count() == 1
    assert len(selling.stripe.of("checkout.session")) == 1


async def test_a_strangers_press_buys_nothing(selling: Selling) -> None:
    ana = selling.set.person("Ana", place="group-1", place_kind="group")
    ben = selling.set.person("Ben", place="group-1", place_kind="group")
    await ana.calls("credits", do="buy")
    await ben.presses_id(ana.find("shop").choices[0].action)
    assert not await Purchase.exists()


async def test_every_pack_and_plan_can_be_bought_from_the_chat(selling: Selling) -> None:
    ana = selling.set.person()
    await ana.calls("credits", do="buy")
    shop = ana.find("shop")
    assert [choice.label for choice in shop.choices][:4] == ["60 credits, $5.00", "600 credits, $45.00", "1,800 credits, $130.00", "3,600 credits, $250.00"]
    await ana.presses("Plans", view=shop)
    plans = ana.find("plans")
    assert "You are on Free" in plans.plain
    await ana.presses("Indie, $20.00", view=plans)
    selling.pays()
    await selling.told()
    assert "Indie is yours" in ana.find("purchase").plain
    await ana.calls("credits", do="plans")
    assert "You are on Indie" in ana.find("plans").plain
    await ana.presses("Studio, $90.00", view=ana.find("plans"))
    await selling.told()
    await ana.calls("credits", do="plans")
    assert "You are on Studio" in ana.find("plans").plain
    await ana.presses("End the plan", view=ana.find("plans"))
    await ana.presses("End it")
    await selling.told()
    await ana.calls("credits", do="plans")
    assert "then it ends" in ana.find("plans").plain
    await ana.presses("Go on after all", view=ana.find("plans"))
    await selling.told()
    await ana.calls("credits", do="plans")
    assert "then it renews" in ana.find("plans").plain
    await ana.presses("Cards and invoices", view=ana.find("plans"))
    assert ana.find("purchase").primary.link.startswith("https://billing.stripe.com/")  # type: ignore[union-attr]
    await selling.prove()


async def test_codes_gifts_and_invitations(selling: Selling) -> None:
    ana, ben = selling.set.person("Ana"), selling.set.person("Ben")
    async with transaction() as tx:
        del tx
        await promotions.make_code("WELCOME", 10, uses=1, until=None)
    await ana.calls("credits", code="welcome", do="code")
    assert "10 credits are in" in ana.last.plain
    await ben.calls("credits", code="welcome", do="code")
    assert "used up" in ben.last.plain
    await ana.calls("credits", do="buy")
    form = await ana.form("Give credits…", view=ana.find("shop"))
    assert form
    await ana.submits(form, "3")
    assert "bought credits" in ana.last.plain  # what was given free cannot be given away
    ana_row = await Person.get(id=1)
    async with transaction() as tx:
        await ledger.grant(tx.sql, "bought", ledger.person(ana_row.id), 50_000, ledger.Source.STRIPE)
    await ana.submits(form, "30")
    gift = ana.find("gift")
    code = re.findall(r"^[0-9a-f]{12}$", gift.plain, re.MULTILINE)[0]
    await ben.calls("start", payload=f"code_{code}")
    assert "A gift: 30 credits" in ben.last.plain
    assert "was taken" in ana.find("gift").plain
    await ben.calls("credits", do="code", code=code)
    assert "used that code already" in ben.last.plain
    await ana.calls("credits", do="invite")
    assert "Bring a friend" in ana.last.plain
    await selling.prove()


async def test_history_help_and_the_file_to_take_along(selling: Selling) -> None:
    ana = selling.set.person()
    await ana.calls("credits", do="buy")
    await ana.presses(view=ana.find("shop"))
    selling.pays()
    await selling.told()
    await ana.calls("credits", do="export")
    key = ana.find("statement").media[0].key
    text = (await selling.set.desk.studio.storage.fetch(key)).read_text()
    assert text.splitlines()[0].startswith("time,what,credits,owed,film,payment,paid")
    assert ",granted stripe,60,0,," in text
    assert ",5.00,0.00,0.00,USD,stripe:cs_" in text
    await ana.calls("paysupport")
    assert "Payment" in ana.find("paysupport").plain
    await ana.calls("credits")
    assert ana.find("balance").primary.label == "Buy credits"  # type: ignore[union-attr]


async def test_a_pool_is_filled_from_its_own_view(selling: Selling) -> None:
    ada = selling.set.person("Ada", place="room", place_kind="channel", server="den", server_name="The Den", admin=True)
    await ada.calls("studio", do="setup")
    await ada.calls("studio", do="pool")
    await ada.presses("Buy credits", view=ada.find("pool"))
    shop = ada.find("shop")
    assert "Credits for the pool of The Den" in shop.plain
    await ada.presses(view=shop)
    selling.pays()
    await selling.told()
    await ada.calls("studio", do="pool")
    assert "It has 60 credits" in ada.find("pool").plain
    await selling.prove()


async def test_a_page_that_ran_out_offers_another(selling: Selling) -> None:
    ana = selling.set.person()
    await ana.calls("credits", do="buy")
    await ana.presses(view=ana.find("shop"))
    selling.stripe.expires(selling.stripe.of("checkout.session")[0]["id"])
    await selling.told()
    assert "run out" in ana.find("purchase").plain
    await ana.presses("Try again", view=ana.find("purchase"))
    await ana.presses(view=ana.find("shop"))
    selling.pays()
    await selling.told()
    assert await Payment.all().count() == 1


async def test_telegram_names_no_other_way_than_stars(selling: Selling) -> None:
    """Every view of money, for every state of a purchase, on Telegram: no link to Stripe, no dollar, no word of it."""
    desk = selling.set.desk
    open_stars = replace(desk.till, stars=True)
    telegram = selling.set.person("Tom", platform="telegram")
    seen: list[View] = []
    chat = selling.set.showing._chats["telegram"]

    def views() -> list[View]:
        return [message.view for message in chat.messages]  # type: ignore[attr-defined]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "till", open_stars)
        for do in ("", "buy", "plans", "history", "code", "invite", "help"):
            await telegram.calls("credits", do=do)
        await telegram.calls("paysupport")
        await telegram.calls("terms")
        place = await Place.get(platform="telegram")
        person = await Person.all().order_by("-id").first()
        assert person
        for n, state in enumerate(("asked", "open", "paid", "expired", "failed", "done")):
            bought = await Purchase.create(
                key=f"t{n}#0", person=person, via="stars", kind="pack", item="pack-60", account=ledger.person(person.id), place=place, amount=390,
                currency="xtr", credits_mc=60_000, state=state, url="https://t.me/$abc",
            )  # fmt: skip
            post = await Post.create(place=place, person=person, name="purchase", args={"purchase": bought.id})
            seen.append((await selling.set.showing.posts.build(post)).view)
        seen += views()
    assert {"balance", "shop", "plans", "paysupport", "terms", "purchase"} <= {view.name for view in seen}
    for view in seen:
        told = view.model_dump_json()
        assert not re.search(r"stripe|\$\d|card|checkout|paypal", told, re.IGNORECASE), (view.name, told)
    assert any("390 ⭐" in view.model_dump_json() for view in seen)


async def test_five_people_in_a_group_make_a_film_together(selling: Selling) -> None:
    ana = selling.set.person("Ana", place="group-1", place_kind="group")
    await to_quote(ana)
    await ana.presses("Fund it together", view=ana.find("quote"))
    assert "waits for backers" in ana.find("card").plain
    call = ana.find("fund")
    assert not call.private
    goal = float(re.findall(r"of ([0-9.]+) credits", call.plain)[0])
    people = [selling.set.person(name, place="group-1", place_kind="group") for name in ("Ben", "Cai", "Dee", "Eve", "Fay")]
    for n, one in enumerate(people):
        await one.calls("credits")
        person = await Person.all().order_by("-id").first()
        assert person
        async with transaction() as tx:
            await ledger.grant(tx.sql, f"bought:{n}", ledger.person(person.id), 40_000, ledger.Source.STRIPE)
        await one.presses("Put in 5 credits", view=ana.find("fund"))
        await one.presses("Name me in the credits")
        if "looks for backers" not in ana.find("fund").plain or n == 3:
            break
    assert "Your name will stand" in people[0].last.plain or "made it possible" in ana.find("fund").plain
    form = await people[0].form("Another amount…", view=ana.find("fund"))
    assert form
    await people[0].submits(form, str(goal))
    await selling.set.work()
    render = await Render.exclude(tier="preview").get()
    assert render.state == "done"
    assert render.captured_mc == round(goal * 1000)
    assert "Thank you, all of you" in ana.find("fund").plain
    await selling.prove()
