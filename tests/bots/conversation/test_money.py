"""Buying in the chat: from a quote that is too dear to a film that is paid for, plans, codes and gifts; and Telegram sells for Stars only."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
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
from core.ledger.credits import format_credits
from core.models import Action, Payment, Person, Place, Post, Purchase, Render, Subscription
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.handlers import handlers
from payments import promotions
from payments.office import Office, open_office
from payments.webhooks import Inbox
from tests.bots.conversation.conftest import FakeChat, lighthouse
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
    (terms,) = [view for view in seen if view.name == "terms"]
    assert "To have a payment given back, ask through “Help with payments”" in terms.plain
    assert [choice.label for choice in terms.choices][1:] == ["Help with payments"]
    for view in seen:
        told = view.model_dump_json()
        assert not re.search(r"stripe|\$\d|card|checkout|paypal", told, re.IGNORECASE), (view.name, told)
    assert any("390 ⭐" in view.model_dump_json() for view in seen)


async def backers(selling: Selling, names: tuple[str, ...], credits: int) -> list[tuple[Talker, Person]]:
    """People of the group, each with credits they bought."""
    found = []
    for name in names:
        one = selling.set.person(name, place="group-1", place_kind="group")
        await one.calls("credits")
        person = await Person.all().order_by("-id").first()
        assert person
        async with transaction() as tx:
            await ledger.grant(tx.sql, f"bought:{name}", ledger.person(person.id), credits * 1000, ledger.Source.STRIPE)
        found.append((one, person))
    return found


async def puts_in(one: Talker, call: Talker, amount: str) -> View:
    """Somebody types how much they put in; what they are told."""
    form = await one.form("Another amount…", view=call.find("fund"))
    assert form
    await one.submits(form, amount)
    return one.last


async def test_five_people_fund_a_film_that_fails_once_and_succeeds_once(selling: Selling) -> None:
    ana = selling.set.person("Ana", place="group-1", place_kind="group")
    await to_quote(ana)
    await ana.presses("Fund it together", view=ana.find("quote"))
    assert "waits for backers" in ana.find("card").plain
    assert not ana.find("fund").private
    goal_mc = round(float(re.findall(r"of ([0-9.]+) credits", ana.find("fund").plain)[0]) * 1000)
    people = await backers(selling, ("Ben", "Cai", "Dee", "Eve", "Fay"), 40)
    gpu = selling.set.desk.studio.renderers["standard"]
    assert isinstance(gpu, InstantRenderer)
    shots = [shot for scene in lighthouse().scenes for shot in scene.shots]

    gpu.script = {shot.id: ["fails"] for shot in shots}  # the first time every shot fails
    for one, _ in people:
        assert "are set aside for it" in (await puts_in(one, ana, str(goal_mc / 5000))).plain
    assert (await Render.exclude(tier="preview").get()).state == "failed"
    assert "It came to no film this time. Everything has returned" in ana.find("fund").plain
    for one, person in people:
        await one.calls("credits")
        assert "You have 40 credits." in one.last.plain
        async with transaction() as tx:
            assert (await ledger.balance(tx.sql, ledger.person(person.id))).held_mc == 0
    await selling.prove()

    gpu.script = {shots[0].id: ["fails"]}  # the second time all but one come out
    await ana.calls("render")
    await ana.presses("Fund it together", view=ana.find("quote"))
    assert "looks for backers" in ana.find("fund").plain
    await people[0][0].presses("Put in 5 credits", view=ana.find("fund"))
    await people[0][0].presses("Name me in the credits")
    assert "Your name will stand in the end credits" in people[0][0].last.plain
    await puts_in(people[1][0], ana, "0.333")
    await puts_in(people[2][0], ana, "1.5")
    await people[2][0].presses("Take mine back", view=ana.find("fund"))
    assert "1.5 credits are back with you" in people[2][0].last.plain
    await puts_in(people[2][0], ana, "2.777")
    await puts_in(people[3][0], ana, "1")
    await people[3][0].presses("Name me in the credits")
    assert "is nothing" in (await puts_in(people[4][0], ana, "0")).plain
    await puts_in(people[4][0], ana, "39")  # only what is missing is taken
    render = await Render.exclude(tier="preview").order_by("-id").first()
    assert render
    assert render.state == "done"
    assert render.captured_mc is not None
    assert 0 < render.captured_mc < goal_mc
    assert "Thank you, all of you" in ana.find("fund").plain
    assert selling.set.cutter.orders[-1].backers == ("Ben", "Eve")
    await selling.prove()

    pledged = [5000, 333, 2777, 1000, goal_mc - 9110]
    paid = []
    for one, person in people:
        async with transaction() as tx:
            moves = await ledger.history(tx.sql, ledger.person(person.id))
            balance = await ledger.balance(tx.sql, ledger.person(person.id))
        assert sum(move.amount_mc for move in moves) == balance.posted_mc == balance.free_mc  # every credit is explained
        paid.append(-sum(move.amount_mc for move in moves if move.words == "credits-film"))
        await one.calls("credits", do="history")
        said = one.find("history").plain
        assert "The film “" in said
        assert f"−{format_credits(paid[-1])} credit" in said
        assert "+40 credits" in said
        assert "Bought by card." in said
    assert sum(paid) == render.captured_mc
    for share, mine in zip(paid, pledged, strict=True):
        assert abs(share - mine * render.captured_mc / goal_mc) < 1  # in proportion, to the milli-credit


async def test_telegram_says_which_plan_is_too_dear_there_and_what_there_is_instead(selling: Selling) -> None:
    tom = selling.set.person("Tom", platform="telegram")
    chat = selling.set.showing._chats["telegram"]

    async def plans() -> View:
        await tom.calls("credits", do="plans")
        return next(message.view for message in reversed(chat.messages) if message.view.name == "plans")  # type: ignore[attr-defined]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "till", replace(selling.set.desk.till, stars=True))
        view = await plans()
        assert "Network costs more each month than Telegram renews" in view.plain
        assert [choice.label for choice in view.choices] == ["Indie, 1,540 ⭐", "Studio, 6,930 ⭐", "Buy credits", "Done"]
        person = await Person.all().order_by("-id").first()
        assert person
        await Subscription.create(
            via="stripe", outside_id="sub_1", customer="cus_1", person=person, thread="", plan="network", next_plan="network", state="active",
            paid_from=datetime.now(UTC), paid_until=datetime.now(UTC) + timedelta(days=20),
        )  # fmt: skip
        await Person.filter(id=person.id).update(settings={"plan": "network"})
        view = await plans()  # begun on another platform: no button that could only be refused
        assert "You are on Network" in view.plain
        assert "end this one first" in view.plain
        assert "costs more each month" not in view.plain
        assert [choice.label for choice in view.choices] == ["Done", "End the plan"]
        other = await Subscription.create(
            via="stars", outside_id="purchase:1", customer="7:charge", person=person, thread="", plan="indie", next_plan="indie", state="active",
            paid_from=datetime.now(UTC), paid_until=datetime.now(UTC) + timedelta(days=9),
        )  # fmt: skip
        view = await plans()
        assert "Indie is running too" in view.plain
        assert [choice.label for choice in view.choices] == ["Done", "End the plan", "End Indie"]
        await tom.presses("End Indie", view=view)
        assert "End Indie? It stays until" in chat.messages[-1].view.plain  # type: ignore[attr-defined]
        await tom.presses("End it", view=chat.messages[-1].view)  # type: ignore[attr-defined]
        assert (await Purchase.get(kind="change")).via == other.via


@pytest.mark.parametrize(("language", "owed"), [("en", "are owed for it"), ("de", "sind dafür offen"), ("ja", "未払いです")])
async def test_balance_and_history_explain_everything_in_ones_language(selling: Selling, language: str, owed: str) -> None:
    ana = selling.set.person()
    await ana.calls("credits", do="buy")
    await ana.presses(view=ana.find("shop"))
    selling.pays()
    await selling.told()
    person = await Person.get()
    await Person.filter(id=person.id).update(language=language)
    wallet, at = ledger.person(person.id), datetime(2031, 3, 9, tzinfo=UTC)
    async with transaction() as tx:
        await ledger.grant(tx.sql, "in_1", wallet, 300_000, ledger.Source.SUBSCRIPTION, expires_at=at)
        await ledger.hold(tx.sql, "h", wallet, 355_500, 1, actor=wallet)
    selling.stripe.refunds(selling.stripe.of("payment_intent")[0]["id"])
    await selling.told()
    async with transaction() as tx:
        await ledger.grant(tx.sql, "code:1:1", wallet, 20_000, ledger.Source.PROMO, expires_at=at)
    await ana.calls("credits")
    balance = ana.last.plain
    assert {"en": "Mar 9, 2031", "de": "09.03.2031", "ja": "2031/03/09"}[language] not in balance  # all that expires is held
    assert {"en": "355.5", "de": "355,5", "ja": "355.5"}[language] in balance
    async with transaction() as tx:
        await ledger.settle(tx.sql, "h", 100_000)
    await ana.calls("credits")
    assert {"en": "Mar 9, 2031", "de": "09.03.2031", "ja": "2031/03/09"}[language] in ana.last.plain
    await ana.calls("credits", do="history")
    history = ana.find("history").plain
    assert owed in history
    assert {"en": "From a code.", "de": "Aus einem Code.", "ja": "コードから。"}[language] in history
