"""Paying with Stars inside Telegram: from the shop to the credits, plans by the month, refunds, and what no update told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr
from tortoise import connections

from bots.conversation.invoices import invoice
from core import jobs
from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Payment, Person, Purchase, Refund, Subscription
from core.rendering.advance import ACCEPTED_SQL
from payments import refunds, stars
from payments.office import Office, open_office
from tests.bots.patience import until
from tests.bots.telegram_chat.conftest import asking

if TYPE_CHECKING:
    from tests.bots.telegram_chat.conftest import Bench
    from tests.fakes.telegram.people import FakeUser
    from tests.fakes.telegram.world import Message


@pytest.fixture
async def office(bench: Bench) -> AsyncIterator[Office]:
    """The bot sells for Stars: there is a GPU service to spend credits on."""
    studio = bench.set.desk.studio
    settings = bench.settings.model_copy(update={"runpod_api_key": SecretStr("a key"), "trial_credits": 0})
    object.__setattr__(studio, "settings", settings)
    object.__setattr__(studio, "play", False)
    made = open_office(settings, bench.set.desk.links, invoice)
    bench.set.handlers |= {kind: handler for kind, handler in made.handlers.items() if kind not in ("plan", "reconcile", "expire")}
    bench.set.handlers |= {"plan": ended}
    yield made
    await made.close()


async def ended(job: jobs.Job) -> None:
    """Plans are looked at by the tests themselves: nobody waits a month."""
    async with transaction() as tx:
        tx.finish(job)


def link_of(who: FakeUser) -> str:
    message = next(one for one in reversed(who.sees()) if any("url" in button for button in one.buttons))
    return str(next(button["url"] for button in message.buttons if "url" in button))


def newest(who: FakeUser) -> Message:
    return who.sees()[-1]


async def free(credits_of: Person) -> float:
    async with transaction() as tx:
        found = await audit.audit(tx.sql, ACCEPTED_SQL)
        assert found.ok, found.lines()
        return (await ledger.balance(tx.sql, ledger.person(credits_of.id))).posted_mc / 1000


async def press(bench: Bench, who: FakeUser, label: str) -> None:
    """A button by its label, the recommended one or another."""
    message = asking(who)
    await bench.presses(who, next(button["text"] for button in message.buttons if button["text"].removeprefix("▶ ") == label), message=message)


async def ask(bench: Bench, who: FakeUser, item: str = "60 credits, 390 ⭐") -> str:
    await bench.says(who, "/credits")
    await press(bench, who, "Buy credits")
    await press(bench, who, item)
    return link_of(who)


async def test_a_pack_is_bought_with_stars(bench: Bench, office: Office) -> None:
    ana = bench.telegram.user("Ana")
    link = await ask(bench, ana)
    waiting = newest(ana)
    answer = ana.pays(link)
    await bench.settled()
    assert answer == [(True, None)]
    assert await free(await Person.get()) == 60
    payment = await Payment.get()
    assert (payment.gross, payment.currency, payment.via, payment.fee) == (390, "xtr", "stars", 0)
    assert "60 credits are in" in bench.telegram.chats[ana.id].messages[waiting.id].text  # the very message that could be paid on
    assert "390 ⭐" in bench.telegram.chats[ana.id].messages[waiting.id].text


async def test_nothing_is_paid_twice_by_others_or_for_another_price(bench: Bench, office: Office) -> None:
    ana, ben = bench.telegram.user("Ana"), bench.telegram.user("Ben")
    await bench.says(ben, "/start")
    link = await ask(bench, ana)
    (refused,) = await _answered(bench, ben.pays(link))
    assert refused[0] is False
    assert "somebody else" in str(refused[1])
    invoice = bench.telegram.invoices[0]
    bench.telegram.invoices.append({**invoice, "prices": [{"label": "x", "amount": 1}]})
    assert not (await _answered(bench, ana.pays("https://t.me/$invoice2")))[0][0]
    bench.telegram.invoices.append({**invoice, "payload": "purchase:99999"})
    assert not (await _answered(bench, ana.pays("https://t.me/$invoice3")))[0][0]
    mine = invoice["payload"]
    for amount, currency in ((390, "USD"), (389, "XTR"), (-390, "XTR")):
        assert await stars.may_pay(mine, str(ana.id), amount, currency) == "stars-unknown"
    for payload in (f"{mine}0", "purchase:", "purchase:-1", f"purchase:{'9' * 40}", "purchase:²", ""):
        assert await stars.may_pay(payload, str(ana.id), 390, "XTR") == "stars-unknown", payload
    await Purchase.all().update(via="stripe")
    assert await stars.may_pay(mine, str(ana.id), 390, "XTR") == "stars-unknown"  # a purchase of another shop
    await Purchase.all().update(via="stars")
    assert (await _answered(bench, ana.pays(link)))[0][0]
    again = await _answered(bench, ana.pays(link))
    assert "paid already" in str(again[0][1])
    assert await Payment.all().count() == 1


async def _answered(bench: Bench, answer: list[tuple[bool, str | None]]) -> list[tuple[bool, str | None]]:
    await bench.settled()
    return answer


async def test_a_pre_checkout_is_answered_while_the_chat_is_busy(bench: Bench, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn of the same person hangs; the payment does not wait for it."""
    ana = bench.telegram.user("Ana")
    link = await ask(bench, ana)
    turn, gate = bench.set.engine.turn, asyncio.Event()

    async def slow(event: object) -> object:
        await gate.wait()
        return await turn(event)  # type: ignore[arg-type]

    monkeypatch.setattr(bench.set.engine, "turn", slow)
    answer = ana.pays(link)
    ana.says("hello")
    await until(lambda: answer)
    assert answer == [(True, None)]
    gate.set()
    await bench.settled()


async def test_a_plan_renews_every_thirty_days_and_can_be_ended(bench: Bench, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("payments.subscriptions.now", lambda: datetime.fromtimestamp(bench.telegram.date(), UTC))  # it has a calendar of its own
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/credits")
    await press(bench, ana, "Plans")
    assert "Network" not in " ".join(button["text"] for button in newest(ana).buttons)  # dearer than Telegram takes
    await press(bench, ana, "Indie, 1,540 ⭐")
    ana.pays(link_of(ana))
    await bench.settled()
    person = await Person.get()
    assert (person.settings["plan"], await free(person)) == ("indie", 300)
    one = await Subscription.get()
    assert one.paid_until
    first = one.paid_until
    until = int((first + timedelta(days=30)).timestamp())
    bench.telegram.takes_stars(ana, bench.telegram.invoices[0], charge="charge-renewal", until=until)
    await bench.settled()
    await one.refresh_from_db()
    assert one.paid_until is not None
    assert one.paid_until - first == timedelta(days=30)
    assert await free(person) == 600
    await bench.says(ana, "/credits")
    await press(bench, ana, "Plans")
    await press(bench, ana, "End the plan")
    await press(bench, ana, "End it")
    (charge,) = bench.telegram.star_plans
    assert bench.telegram.star_plans[charge]["canceled"]
    await one.refresh_from_db()
    assert (one.plan, one.next_plan) == ("indie", "")
    await bench.says(ana, "/credits")
    await press(bench, ana, "Plans")
    await press(bench, ana, "Go on after all")
    assert not bench.telegram.star_plans[charge]["canceled"]


async def test_two_plans_are_not_sold_at_once_and_it_is_said_how_to_change(bench: Bench, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("payments.subscriptions.now", lambda: datetime.fromtimestamp(bench.telegram.date(), UTC))
    ana = bench.telegram.user("Ana")
    links = []
    for plan in ("Studio, 6,930 ⭐", "Indie, 1,540 ⭐"):
        await bench.says(ana, "/credits")
        await press(bench, ana, "Plans")
        await press(bench, ana, plan)
        links.append(link_of(ana))
    answer = ana.pays(links[1])
    assert (await _answered(bench, answer))[0][0]
    (refused,) = await _answered(bench, ana.pays(links[0]))
    assert refused[0] is False
    assert "running already" in str(refused[1])
    assert (len(bench.telegram.star_plans), await free(await Person.get())) == (1, 300)
    await bench.says(ana, "/credits")
    await press(bench, ana, "Plans")
    assert "To change plans, end this one first. When its month is over, another can begin." in newest(ana).text
    assert not any("⭐" in button["text"] for button in newest(ana).buttons)
    await press(bench, ana, "End the plan")
    await press(bench, ana, "End it")
    await bench.says(ana, "/credits")
    await press(bench, ana, "Plans")
    assert "When this month is over, another plan can begin." in newest(ana).text
    assert not (await _answered(bench, ana.pays(links[0])))[0][0]  # not before


async def test_stars_are_given_back_once(bench: Bench, office: Office) -> None:
    ana = bench.telegram.user("Ana")
    ana.pays(await ask(bench, ana))
    await bench.settled()
    async with transaction() as tx:
        await refunds.ask(tx, (await Payment.get()).id, amount=None, by="operator", why="")
    await bench.settled()
    assert [one.state for one in await Refund.all()] == ["done"]
    assert await free(await Person.get()) == 0
    assert [sorted({"source", "receiver"} & set(one)) for one in bench.telegram.stars] == [["source"], ["receiver"]]
    assert (await Payment.get()).refunded == 390


async def test_payments_and_refunds_that_no_update_told_are_found(bench: Bench, office: Office) -> None:
    ana = bench.telegram.user("Ana")
    await ask(bench, ana)
    charge = bench.telegram.takes_stars(ana, bench.telegram.invoices[0], tell=False)
    look = office.looks["stars"]
    assert await look(None) == 1  # type: ignore[arg-type]
    person = await Person.get()
    assert await free(person) == 60
    bench.telegram.gives_stars_back(charge, tell=False)
    await look(None)  # type: ignore[arg-type]
    assert await free(person) == 0
    await look(None)  # type: ignore[arg-type]
    assert await Payment.all().count() == 1


async def test_a_payment_told_twice_and_late_counts_once(bench: Bench, office: Office) -> None:
    ana = bench.telegram.user("Ana")
    await ask(bench, ana)
    invoice = bench.telegram.invoices[0]
    await Purchase.all().update(state="expired")
    bench.telegram.takes_stars(ana, invoice, charge="charge-once")
    bench.telegram.takes_stars(ana, invoice, charge="charge-once")
    await bench.settled()
    assert await free(await Person.get()) == 60
    left = await connections.get("default").execute_query_dict("SELECT count(*) AS n FROM payment")
    assert left[0]["n"] == 1


async def test_stars_that_went_back_before_their_payment_was_heard_of(bench: Bench, office: Office) -> None:
    ana = bench.telegram.user("Ana")
    await ask(bench, ana)
    charge = bench.telegram.takes_stars(ana, bench.telegram.invoices[0], tell=False)
    await stars.refunded(charge)
    await stars.refunded(charge)
    paid = stars.StarsPaid(charge, str(ana.id), bench.telegram.invoices[0]["payload"], 390, "XTR", datetime.now(UTC))
    assert await stars.paid(paid)
    assert not await stars.paid(paid)
    assert (await free(await Person.get()), (await Payment.get()).refunded) == (0, 390)


async def test_help_and_terms_are_there(bench: Bench, office: Office) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/paysupport")
    assert "Help with payments" in newest(ana).text
    await bench.says(ana, "/terms")
    assert "terms" in newest(ana).text.lower()
