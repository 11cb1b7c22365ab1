"""Everything that has to do with money, in one place: three people, all shops, a studio; and what people, banks and time do there.

    world = MoneyWorld(admin_url, template, folder, start)
    await world.open("a_database"); await world.do("asks", 0, "pack-60"); await world.settle(); await world.close()

What happens is a script of (name, arguments), so that the same can happen again elsewhere. Nothing is told by itself: what the shops would
tell waits in `outbox` until `tell`, `storm` or `settle`. Used by `test_machine.py`.
"""

from __future__ import annotations

import random
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from pydantic import SecretStr
from telegram import Update
from tortoise import connections

from bots.telegram_chat import money
from core import database, jobs, linking
from core.config import Settings
from core.errors import BadInput, Expected, Unavailable
from core.jobs import transaction
from core.ledger import audit, ledger
from core.links import Links
from core.models import Code, CodeUse, Identity, Payment, Person, Place, Purchase, Render, Subscription
from core.rendering import begin as beginning
from core.rendering import funding
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.handlers import handlers
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from payments import books, promotions, purchases, refunds, stars, subscriptions
from payments.catalogue import ITEMS
from payments.office import open_office
from payments.webhooks import Inbox
from tests.core.rendering.conftest import Lot
from tests.fakes.discord_shop import TOKEN, FakeEntitlements
from tests.fakes.instant import InstantRenderer, PaperCutter, tiny_script
from tests.fakes.stripe import FakeStripe
from tests.fakes.stripe_clock import TestClock
from tests.fakes.telegram import FakeTelegram
from tests.payments.conftest import SECRET, stock

PEOPLE = 3
SKUS = {"pack-60": "77", "indie": "88"}
KILLABLE = {"checkout", "stripe", "refund", "gift", "thank", "advance", "dispatch", "collect", "assemble"}
"""Jobs that are killed at their commit now and then."""
STAR_DATES_FROM = 1_790_000_000


class Killed(BaseException):
    """A process that dies at a commit."""


class MoneyWorld:
    """`outbox`: what the shops have to tell, as (shop, event). `chaos`: whether anything is told late, twice, or to somebody who dies."""

    def __init__(self, admin_url: str, template: str, folder: Path, start: int, *, chaos: bool) -> None:
        self._admin_url, self._template, self._folder, self._start, self.chaos = admin_url, template, folder, start, chaos
        self.outbox: list[tuple[str, dict[str, Any]]] = []
        self.lost = False
        self.star_pages: list[tuple[int, int]] = []
        self.star_plans: dict[str, tuple[Any, dict[str, Any], int, int]] = {}
        self.fates: dict[str, str] = {}
        self._n = 0
        self._stack = AsyncExitStack()

    # ---------------------------------------------------------------- coming and going

    async def open(self, name: str) -> None:
        """A database of its own, all fakes, and the people."""
        admin = await asyncpg.connect(self._admin_url)
        await admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await admin.execute(f"CREATE DATABASE {name} TEMPLATE {self._template}")
        await admin.close()
        await database.connect(self._admin_url.replace("/postgres?", f"/{name}?"), pool=3)
        self._stack.push_async_callback(database.close)
        self.stripe = await self._stack.enter_async_context(FakeStripe().running())
        self.telegram = FakeTelegram(lambda: self.clock.at - STAR_DATES_FROM, flood=False)
        await self._stack.enter_async_context(self.telegram.running())
        self.discord = await self._stack.enter_async_context(FakeEntitlements().running())
        settings = Settings(
            stripe_secret_key=SecretStr(self.stripe.key), stripe_api_url=self.stripe.url, telegram_token=SecretStr(self.telegram.token),
            telegram_api_url=self.telegram.url, discord_token=SecretStr(TOKEN), discord_api_url=self.discord.url,
            discord_skus=",".join(f"{item}={sku}" for item, sku in SKUS.items()), promo_credits_per_day=10**6,
        )  # fmt: skip
        self.settings = settings
        self.office = open_office(settings, Links("http://films.example", b"secret"))
        self._stack.push_async_callback(self.office.close)
        assert self.office.client
        await stock(self.stripe, self.office)
        self.clock = await TestClock.made(self.office.client, self._start)
        self.inbox = Inbox(SECRET, live=False)
        self._build_studio(settings)
        await self._meet()

    def _build_studio(self, settings: Settings) -> None:
        storage = Storage.open("", self._folder)
        renderer = InstantRenderer(storage, self._folder / "gpu", fate=lambda order: self._fate(order.title, order.number))  # type: ignore[arg-type, return-value]
        pencil = InstantRenderer(storage, self._folder / "pencil", name="pencil", tiers=("preview", "drawn"), submit_repeats=True)
        cutter = PaperCutter(self._folder / "cuts")
        renderers: dict[Any, Any] = {tier: each for each in (renderer, pencil) for tier in each.tiers}
        studio = Studio(settings, Workshop(self._folder / "workshop"), storage, renderers, cutter, play=False)
        self.lot = Lot(studio, renderer, cutter, handlers(studio, None))  # type: ignore[arg-type]
        self.films = set(self.lot.handlers)
        self.money = set(self.office.handlers) - {"plan", "expire", "reconcile"}
        self.handlers = {**self.lot.handlers, **self.office.handlers}

    async def _meet(self) -> None:
        self.people, self.users, self.places, self.chats = [], [], [], []
        for n in range(PEOPLE):
            person, user = await Person.create(), self.telegram.user(f"P{n}")
            self.people.append(person)
            self.users.append(user)
            await Identity.create(platform="discord", outside_id=str(42 + n), person=person, name=f"P{n}")
            await Identity.create(platform="telegram", outside_id=str(user.id), person=person, name=f"P{n}")
            await self.clock.customer(person)
            self.places.append(await Place.create(platform="discord", outside_id=f"d{n}", kind="private"))
            self.chats.append(await Place.create(platform="telegram", outside_id=str(user.id), kind="private"))
        self.pool = await Place.create(platform="discord", outside_id="server", kind="server")

    async def close(self) -> None:
        """Everything away."""
        await self._stack.aclose()

    def now(self) -> datetime:
        """The time there."""
        return self.clock.now()

    async def accounts(self, who: int) -> set[int]:
        """Everybody who is the same person."""
        root = await self.person(who)
        return {n for n in range(PEOPLE) if await self.person(n) == root}

    async def do(self, name: str, *args: Any) -> Any:
        """One thing happens; what it makes the shops tell is in the outbox."""
        found = await getattr(self, name)(*args)
        self._collect()
        return found

    def _collect(self) -> None:
        self.outbox += [("stripe", event) for event in self.stripe.due]
        self.outbox += [("telegram", update) for update in self.telegram.updates]
        self.stripe.due = []
        self.telegram.updates.clear()

    def _key(self) -> str:
        self._n += 1
        return f"k{self._n}"

    def wallet(self, who: int) -> str:
        return ledger.person(self.people[who].id)

    async def person(self, who: int) -> Person:
        return await linking.who_now(self.people[who].id)

    # ---------------------------------------------------------------- the shops

    async def asks(self, who: int, item: str, via: str, for_pool: bool = False) -> None:
        """Somebody presses to buy, and the page to pay on is made."""
        place = self.places[who] if via == "stripe" else self.chats[who]
        async with transaction() as tx:
            made = await purchases.buy(
                tx, self.office.till, ITEMS[item], key=self._key(), person=await self.person(who), place=place, thread="",
                pool=self.pool.id if for_pool else None,
            )  # fmt: skip
            made.created_at = self.now()
            await made.save(update_fields=["created_at"])
        await self.work({"checkout"}, kill=self.chaos)
        if via == "stars":
            self.star_pages.append((who, made.id))

    def pages(self) -> list[tuple[str, Any, int]]:
        """(shop, id, whose) of all pages that can be paid on."""
        mine = {one["id"]: int(one["metadata"]["sysrai_person"]) for one in self.stripe.of("customer")}
        ids = {person.id: n for n, person in enumerate(self.people)}
        found: list[tuple[str, Any, int]] = [
            ("stripe", one["id"], ids[mine[one["customer"]]]) for one in reversed(self.stripe.of("checkout.session")) if one["status"] == "open"
        ]
        return found + [("stars", purchase, who) for who, purchase in self.star_pages]

    async def pays(self, pick: int) -> None:
        """Somebody pays on one of the pages."""
        via, id, who = self.pages()[pick % len(self.pages())]
        if via == "stripe":
            self.stripe.pays(id)
            return
        self.star_pages.remove((who, id))
        purchase = await Purchase.get(id=id)
        invoice = next(one for one in reversed(self.telegram.invoices) if one["payload"] == stars.payload_of(purchase))
        amount = invoice["prices"][0]["amount"]
        runs = purchase.kind == "plan" and await subscriptions.current((await self.person(who)).id)
        assert await stars.may_pay(invoice["payload"], str(self.users[who].id), amount, "XTR") == ("stars-plan-runs" if runs else None)
        if runs:
            return
        charge = self.telegram.takes_stars(self.users[who], invoice)
        if charge in self.telegram.star_plans:
            self.star_plans[charge] = (self.users[who], invoice, self.clock.at + invoice["subscription_period"], 0)

    async def page_runs_out(self, pick: int) -> None:
        open_ = [one for one in self.stripe.of("checkout.session") if one["status"] == "open"]
        if open_:
            self.stripe.expires(open_[pick % len(open_)]["id"])

    async def buys_in_discord(self, who: int, item: str) -> None:
        begins = self.now()
        month = {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(days=30)).isoformat()} if ITEMS[item].kind == "plan" else {}
        self.discord.buys(SKUS[item], str(42 + who), **month)

    async def discord_takes_back(self, pick: int) -> None:
        if self.discord.rows:
            self.discord.rows[pick % len(self.discord.rows)]["deleted"] = True

    async def changes_plan(self, who: int, to: str) -> None:
        person = await self.person(who)
        async with transaction() as tx:
            made = await purchases.visit(tx, key=self._key(), person=person, place=self.places[who], thread="", kind="change", item=to)
            made.created_at = self.now()
            await made.save(update_fields=["created_at"])
        await self.work({"checkout"}, kill=self.chaos)

    async def time_passes(self, days: float, card: str) -> None:
        """Renewals of both kinds; cards that do not work are retried. The hourly look goes on: what was lost is not older than it can see."""
        if self.chaos and days > 1:
            for shop in ("stripe", "stars"):
                await self._look(shop)
        self.stripe.card = card
        await self.clock.advance(days)
        for charge, (user, invoice, until, n) in list(self.star_plans.items()):
            while until <= self.clock.at and not self.telegram.star_plans[charge]["canceled"]:
                until, n = until + invoice["subscription_period"], n + 1
                self.telegram.takes_stars(user, invoice, charge=f"{charge}-{n}", until=until)
            self.star_plans[charge] = (user, invoice, until, n)
        for row in self.discord.rows:
            while row.get("ends_at") and not row["deleted"] and datetime.fromisoformat(row["ends_at"]) <= self.now():
                row["ends_at"] = (datetime.fromisoformat(row["ends_at"]) + timedelta(days=30)).isoformat()

    # ---------------------------------------------------------------- what is taken back

    def intents(self) -> list[dict[str, Any]]:
        """Payments at Stripe with money in them."""
        return [one for one in reversed(self.stripe.of("payment_intent")) if one["latest_charge"]]

    def _refundable(self, pick: int, cents: int) -> tuple[str, int, int]:
        """(payment intent, how much of so many cents can go back, how much went back before)."""
        intents = self.intents()
        if not intents:
            return "", 0, 0
        intent = intents[pick % len(intents)]
        charge = self.stripe.objects[intent["latest_charge"]]
        return intent["id"], min(cents, charge["amount"] - charge["amount_refunded"]), charge["amount_refunded"]

    async def is_refunded_in_the_dashboard(self, pick: int, cents: int) -> None:
        intent, amount, _ = self._refundable(pick, cents)
        if amount:
            self.stripe.refunds(intent, amount)

    async def a_refund_fails(self, pick: int) -> None:
        if done := [one for one in reversed(self.stripe.of("refund")) if one["status"] == "succeeded"]:
            self.stripe.refund_fails(done[pick % len(done)]["id"])

    async def disputes(self, pick: int) -> None:
        if intents := self.intents():
            self.stripe.disputes(intents[pick % len(intents)]["id"])

    async def a_dispute_ends(self, pick: int, won: bool) -> None:
        if open_ := [one for one in reversed(self.stripe.of("dispute")) if one["status"] == "needs_response"]:
            self.stripe.dispute_ends(open_[pick % len(open_)]["id"], "won" if won else "lost")

    def _given(self, pick: int) -> str:
        """The charge of some Stars that were paid and not given back."""
        gone = {one["id"] for one in self.telegram.stars if "receiver" in one}
        kept = [one["id"] for one in self.telegram.stars if "source" in one and one["id"] not in gone]
        return kept[pick % len(kept)] if kept else ""

    async def stars_go_back(self, pick: int) -> None:
        if charge := self._given(pick):
            self.telegram.gives_stars_back(charge)

    async def an_operator_refunds(self, pick: int) -> None:
        """One cent, or all Stars."""
        if found := [one for one in await Payment.exclude(via="discord").order_by("via", "item", "person_id", "at", "refunded") if one.gross > one.refunded]:
            one = found[pick % len(found)]
            try:
                async with transaction() as tx:
                    await refunds.ask(tx, one.id, amount=1 if one.via == "stripe" else None, by="operator", why="")
            except BadInput:
                assert one.via != "stripe", one.key  # asked for twice

    # ---------------------------------------------------------------- what credits do

    async def gives(self, one: int, two: int) -> None:
        """A third of what may be given, as a gift that the other takes at once."""
        giver, taker = await self.person(one), await self.person(two)
        async with transaction() as tx:
            free = (await ledger.balance(tx.sql, self.wallet(one))).free_of(ledger.GIVEABLE)
        if free < 3000 or giver.id == taker.id:
            return
        try:
            async with transaction() as tx:
                code = (await promotions.give(tx, giver, free // 3)).code
        except Expected:
            return  # frozen, or in debt
        async with transaction() as tx:
            assert (await promotions.redeem(tx, self.settings, taker, code)).outcome == "gift"

    async def invites(self, one: int, two: int) -> None:
        async with transaction() as tx:
            code = await promotions.invitation(await self.person(one))
            await promotions.redeem(tx, self.settings, await self.person(two), code.code)

    async def fills_pool(self, who: int) -> None:
        async with transaction() as tx:
            free = (await ledger.balance(tx.sql, self.wallet(who))).free_of(ledger.GIVEABLE)
            if free >= 4:
                await ledger.transfer(tx.sql, self._key(), self.wallet(who), ledger.place(self.pool.id), free // 4, actor=self.wallet(who))

    async def expires(self) -> None:
        async with transaction() as tx:
            await ledger.expire_due(tx.sql, at=self.now())

    async def merges(self, one: int, two: int) -> None:
        """Two accounts turn out to be one person's."""
        first, second = await self.person(one), await self.person(two)
        if first.id != second.id:
            async with transaction() as tx:
                await linking.merge(tx, first, second)

    # ---------------------------------------------------------------- films

    def _fate(self, title: str, number: int) -> str:
        fate = self.fates[title]
        return "fails" if fate == "fails" or (fate == "half" and number == 1) else "lands"

    async def begins_film(self, who: int, fate: str, together: bool, seconds: float) -> None:
        """A film of two shots: paid by one, or waiting for backers."""
        title = f"Film {len(self.fates)}"
        self.fates[title] = fate
        owner = await self.person(who)
        script = tiny_script(2, seconds=seconds).model_copy(update={"title": title})
        project, version = await self.lot.project(owner, script)
        await self.lot.press(project, version, owner, deadline=funding.deadline() if together else None)

    async def _waiting(self, pick: int) -> Render | None:
        found = await Render.filter(state="funding").order_by("id")
        return found[pick % len(found)] if found else None

    async def pledges(self, who: int, pick: int, credits: float) -> None:
        if render := await self._waiting(pick):
            async with transaction() as tx:
                await funding.pledge(tx, render.id, await self.person(who), round(credits * 1000))

    async def withdraws(self, who: int, pick: int) -> None:
        if render := await self._waiting(pick):
            async with transaction() as tx:
                await funding.withdraw(tx, render.id, await self.person(who))

    async def deadline_passes(self, pick: int) -> None:
        if render := await self._waiting(pick):
            await Render.filter(id=render.id).update(deadline=datetime.now(UTC) - timedelta(seconds=1))

    async def maker_gives_up(self, pick: int) -> None:
        found = await Render.filter(ended_at=None).order_by("id")
        if found:
            async with transaction() as tx:
                await beginning.cancel(tx, found[pick % len(found)].id)

    async def films_go_on(self) -> None:
        """Whatever is being filmed comes to its end."""
        for n in range(60):
            if not await self.work(self.films, kill=self.chaos and n < 2):
                return
        raise AssertionError("films without an end")

    # ---------------------------------------------------------------- what is told, and who dies

    async def tell(self, events: list[tuple[str, dict[str, Any]]]) -> None:
        """These are told."""
        for shop, event in events:
            if shop == "stripe":
                await self.inbox.take(self.stripe.body(event), self.stripe.headers(event, SECRET)["Stripe-Signature"])
            else:
                update = Update.de_json(event, None)
                assert update.message, event
                await money.happened(update.message)

    async def storm(self, seed: int, lose: float) -> None:
        """What waits is told twice and in any order, or lost; jobs die, some of them."""
        dice = random.Random(seed)
        self._collect()
        kept = [event for event in self.outbox if dice.random() >= lose]
        sent = [event for event in kept for _ in range(dice.choice((1, 2, 3)))]
        dice.shuffle(sent)
        self.lost = self.lost or len(kept) < len(self.outbox)
        self.outbox = []
        half = len(sent) // 2
        await self.tell(sent[:half])
        await self.work(self.money, kill=True)
        self.discord.fails = [200, 500] if seed % 3 == 0 else []
        with suppress(Unavailable):
            await self._look("discord")  # the credits came; consuming what they came from failed
        self.discord.fails = []
        await self.tell(sent[half:])

    async def _look(self, shop: str) -> None:
        await self.office.looks[shop](self.now() - timedelta(days=29))

    async def work(self, kinds: set[str], *, kill: bool = False) -> int:
        """Every open job of these kinds, once; with `kill` every other dies first."""
        rows = await connections.get("default").execute_query_dict(
            """UPDATE job SET due_at = now(), lease_until = NULL WHERE done < wanted AND kind = ANY($1::text[]) AND due_at < now() + interval '1 h'
               RETURNING id, kind""",
            [sorted(kinds)],
        )
        for n, row in enumerate(sorted(rows, key=lambda row: row["id"])):
            if kill and n % 2 == 0 and row["kind"] in KILLABLE:
                await self._dying(row["id"])
            await jobs.run(row["id"], self.handlers)
        return len(rows)

    async def _dying(self, job: int) -> None:
        """The process is killed right before the commit: everything it did inside is undone, everything outside stays done."""
        write = jobs._write

        async def killed(tx: Any) -> Any:
            raise Killed

        jobs._write = killed
        try:
            await jobs.run(job, self.handlers)
        except Killed:
            pass
        finally:
            jobs._write = write
        await connections.get("default").execute_query_dict("UPDATE job SET lease_until = NULL, due_at = now() WHERE id = $1 RETURNING id", [job])

    async def settle(self) -> None:
        """All that waits is told in order; what was lost is found by the hourly look; every job is done; plans are looked at."""
        for n in range(40):
            self._collect()
            told, self.outbox = self.outbox, []
            await self.tell(told)
            if n == 0:
                for shop in ("discord", *(("stripe", "stars") if self.lost else ())):
                    await self._look(shop)
                self.lost = False
            if not await self.work(self.money) and not self.stripe.due and not self.telegram.updates:
                break
        else:
            left = await connections.get("default").execute_query_dict("SELECT kind, subject, error FROM job WHERE done < wanted")
            raise AssertionError(f"still open: {left}")
        for id in sorted({(await self.person(who)).id for who in range(PEOPLE)}):
            async with transaction() as tx:
                await subscriptions.settle_plan(tx, id)

    # ---------------------------------------------------------------- where the order matters

    async def is_watched(self, who: int) -> bool:
        """Whether it matters in which order somebody's payments are heard of: they owe, so that the first to come pays it; or they are a guest,
        whose first purchase is thanked for with credits that end by the day they came."""
        return await self._watched((await self.person(who)).id)

    async def _watched(self, person_id: int) -> bool:
        family = await books.everybody(person_id)
        async with transaction() as tx:
            owes = (await ledger.balance(tx.sql, ledger.person(person_id))).debt_mc > 0
        return owes or await CodeUse.filter(person_id__in=family, kind__in=["invited", "invite"]).exists()

    async def is_star_plan(self, pick: int) -> bool:
        """Whether a page is one of a plan in Stars, which is not sold to who has one."""
        via, id, _ = self.pages()[pick % len(self.pages())]
        return via == "stars" and (await Purchase.get(id=id)).kind == "plan"

    async def months_meet(self) -> bool:
        """Whether months that are paid next meet in one wallet, or come to somebody who is watched."""
        for id in sorted({(await self.person(who)).id for who in range(PEOPLE)}):
            paid = await Subscription.filter(person_id__in=await books.everybody(id), state__in=subscriptions.PAYING).count()
            if paid > 1 or (paid and await self._watched(id)):
                return True
        return False

    async def refund_matters(self, pick: int, cents: int) -> bool:
        """Whether somebody would come to owe by a refund in the Dashboard, or a guest's thanks would go."""
        intent, amount, before = self._refundable(pick, cents)
        return bool(amount) and await self._would_owe(await Payment.get_or_none(via="stripe", outside_id=intent), before + amount)

    async def stars_matter(self, pick: int) -> bool:
        """The same for Stars."""
        payment = await Payment.get_or_none(via="stars", outside_id=self._given(pick))
        return await self._would_owe(payment, payment.gross if payment else 0)

    async def _would_owe(self, payment: Payment | None, refunded: int) -> bool:
        """Tried, and undone. A payment that nobody heard of yet was not spent yet."""
        if payment is None:
            return False
        moved = "SELECT count(*) AS n FROM ledger.entry WHERE book = 'debt'"
        try:
            async with transaction() as tx:
                before = await tx.sql.execute_query_dict(moved)
                await books.stands(tx, await books.lock(payment.id), refunded=refunded)
                owes = await tx.sql.execute_query_dict(moved) != before
                raise Killed
        except Killed:
            return owes or await self._watched(payment.person_id)

    # ---------------------------------------------------------------- how it stands

    async def prove(self) -> None:
        """All money invariants hold, and captures are what was accepted."""
        async with transaction() as tx:
            found = await audit.audit(tx.sql, ACCEPTED_SQL)
        assert found.breaches == []

    async def stands(self) -> dict[str, Any]:
        """Every balance, plan, payment and film."""
        ids = {person.id: n for n, person in enumerate(self.people)}
        async with transaction() as tx:
            wallets = {name: await ledger.balance(tx.sql, name) for name in (*(self.wallet(who) for who in range(PEOPLE)), ledger.place(self.pool.id))}
        payments = sorted(
            (one.via, ids[one.person_id], one.item, one.gross, one.tax, one.fee or 0, one.refunded, ",".join(sorted(one.disputes.values())), one.credits_mc,
             one.taken_mc, str(one.expires_at))
            for one in await Payment.all()
        )  # fmt: skip
        films = [(one.state, one.goal_mc, one.captured_mc) for one in await Render.all().order_by("id")]
        plans = [(await self.person(who)).settings.get("plan", "free") for who in range(PEOPLE)]
        thanked = sorted([(ids[one.person_id], one.kind, len(one.grants)) for one in await CodeUse.filter(kind__in=["invited", "invite"])])
        return {"wallets": wallets, "payments": payments, "films": films, "plans": plans, "thanked": thanked}

    async def agrees_with_the_shops(self) -> None:
        """Our books say what the shops say: every paid page and month once, every refund and dispute, to the milli-credit."""
        paid = {f"stripe:{one['id']}" for one in self.stripe.of("checkout.session") if one["mode"] == "payment" and one["payment_status"] == "paid"}
        free = {f"stripe:{one['id']}" for one in self.stripe.of("invoice") if one["status"] == "paid"}
        paid |= {f"stars:{one['id']}" for one in self.telegram.stars if "source" in one}
        given_back = {one["id"] for one in self.telegram.stars if "receiver" in one}
        found = {one.key: one for one in await Payment.exclude(via="discord")}
        assert paid <= set(found) <= paid | free
        assert all(self.stripe.objects[key.removeprefix("stripe:")]["billing_reason"] == "subscription_update" for key in free - set(found))
        for one in found.values():
            if one.via == "stars":
                assert one.refunded == (one.gross if one.outside_id in given_back else 0)
            elif one.gross:
                charge = self.stripe.objects[self.stripe.objects[one.outside_id]["latest_charge"]]
                disputes = [dispute for dispute in self.stripe.of("dispute") if dispute["payment_intent"] == one.outside_id]
                assert one.refunded == charge["amount_refunded"]
                all_gone = any(dispute["status"] != "won" for dispute in disputes) or one.refunded == one.gross
                assert one.taken_mc == (one.credits_mc if all_gone else one.credits_mc * one.refunded // one.gross)
            assert one.taken_mc == books.gone_mc(one)
        everything = await Payment.all()
        assert all(row["consumed"] or row["sku_id"] != SKUS["pack-60"] or row["deleted"] for row in self.discord.rows)
        async with transaction() as tx:
            rows = await tx.sql.execute_query_dict(
                """SELECT coalesce(-sum(amount), 0)::bigint AS mc FROM ledger.entry
                    WHERE account_id IN (ledger.system('stripe'), ledger.system('stars'), ledger.system('discord'), ledger.system('subscription'))"""
            )
        assert rows[0]["mc"] == sum(one.credits_mc - one.taken_mc for one in everything)  # what was brought, less what was taken back
        await self._thanks_agree(everything)
        for who in range(PEOPLE):
            root = await self.person(who)
            mine = await Subscription.filter(person_id__in=await books.everybody(root.id))
            assert root.settings.get("plan", "free") == subscriptions.best_plan(mine, self.now())

    async def _thanks_agree(self, paid: list[Payment]) -> None:
        """Guests have bought something that stands and are thanked with who invited them, or nobody is."""
        for use in await CodeUse.filter(kind__in=["invited", "invite"]):
            family = await books.everybody(use.person_id)
            stands = any(one.gross and one.taken_mc < one.credits_mc for one in paid if one.person_id in family)
            own = (await Code.get(id=use.code_id)).by_id in family
            assert (use.kind, len(use.grants)) == (("invite", 2) if stands and not own else ("invited", 0))
