"""Views of buying: the shop, plans, one purchase from the payment page to its receipt, gifts, codes, invitations, help with payments. All private.

What is sold and how depends on the platform: inside Telegram only Stars, and no word of any other way.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from babel.dates import format_date

from bots.conversation.page import LABEL_MAX, Page
from bots.conversation.pages.about import store_text
from bots.conversation.pages.delivering import link
from bots.conversation.views import Block, Body, Choice, Media, Table, View
from bots.conversation.words import literal, shortened
from core.jobs import transaction
from core.ledger import ledger
from core.models import Code, CodeUse, Payment, Place, Project, Purchase, Subscription
from core.plans import PLANS as ALLOWANCES
from core.plans import plan_of
from payments import history, subscriptions
from payments.amounts import price
from payments.books import now
from payments.catalogue import CURRENCY, ITEMS, PACKS, PLANS, Item, pack_for
from payments.discord_apps import store_link


def sold(page: Page, item: Item) -> str:
    """An item's price on this page's platform; empty where it is not sold."""
    found = page.desk.till.sells(item, page.target.platform)
    return price(*found, page.words.locale) if found else ""


async def shop(page: Page) -> View:
    """Packs of credits, the one that fits first."""
    w, args = page.words, page.post.args
    pool = await Place.get_or_none(id=args["pool"]) if args.get("pool") else None
    async with transaction() as tx:
        have = await ledger.balance(tx.sql, ledger.place(pool.id) if pool else ledger.person(page.post.person_id or 0))
    packs = [pack for pack in PACKS if sold(page, pack)]
    if not packs:
        return page.view(w.block("shop-closed"), choices=(page.primary("choice-done", "film.here"),), private=True)
    best = pack_for(int(args.get("missing_mc", 0)))
    first = best if best in packs else packs[0]
    rows = tuple((w.number(pack.credits), sold(page, pack)) for pack in packs)
    title = w.title("shop-pool-title", name=pool.name or w.text("shop-this-pool")) if pool else w.title("shop-title")
    table = Table(head=(w.text("shop-credits"), w.text("shop-price")), rows=rows, marked=packs.index(first))
    has = w.block("purchase-pool-has" if pool else "purchase-have", have=w.credits(have.free_mc))
    body: list[Body] = [title, has, w.block("shop-second"), table, w.note("shop-promise")]
    here: dict[str, Any] = {name: args[name] for name in ("film", "pool") if args.get(name)}
    return page.view(
        *body,
        choices=(
            buy_choice(page, first, primary=True, **here),
            *(buy_choice(page, pack, **here) for pack in packs if pack is not first),
            *(_in_discord(page, pack) for pack in packs),
            None if pool else page.choice("choice-plans", "credits.plans"),
            None if pool else page.choice("choice-code", "credits.code", form=True),
            None if pool else page.choice("choice-gift", "credits.gift", form=True),
        ),
        private=True,
    )


def buy_choice(page: Page, item: Item, *, primary: bool = False, **args: Any) -> Choice:
    """The button that buys a pack."""
    told = {"credits": page.words.credits(item.credits_mc), "price": sold(page, item)}
    return page.choice("choice-buy", "credits.buy", style="primary" if primary else "normal", with_=told, item=item.name, **args)


def _in_discord(page: Page, item: Item) -> Choice | None:
    """The same in Discord's own shop, where it is sold there."""
    w = page.words
    link = store_link(page.desk.settings, page.desk.till.sku(item, page.target.platform))
    label = w.text("choice-buy-in-discord", credits=w.credits(item.credits_mc), price=price(item.cents_discord or 0, CURRENCY, w.locale))
    return Choice(label=shortened(label, LABEL_MAX), link=link) if link and item.cents_discord else None


async def plans(page: Page) -> View:
    """What each plan is, and which one is paid."""
    w = page.words
    assert page.person
    mine = plan_of(page.person.settings)
    running = await subscriptions.running(page.person.id)
    one = running[0] if running else None
    also = [other for other in running[1:] if other.next_plan]
    offers = [plan for plan in PLANS if sold(page, plan)]
    rows = [(plan.name.title(), sold(page, plan), w.number(plan.credits), w.number(ALLOWANCES[plan.name].films_at_once)) for plan in offers]
    body: list[Body] = [w.title("plans-title"), w.block("plans-now", plan=mine.name.title())]
    if one and one.paid_until:
        key = "plans-until" if one.next_plan == one.plan else "plans-changes" if one.next_plan else "plans-ends"
        body.append(w.block(key, day=_day(page, one.paid_until), plan=one.next_plan.title()))
    body += [w.block("plans-also", plan=other.plan.title(), day=_day(page, other.paid_until)) for other in also]
    if offers:
        heads = tuple(w.text(f"plans-{column}") for column in ("plan", "price", "credits", "films"))
        changed = page.desk.till.via(page.target.platform) == "stripe" and (one is None or one.via == "stripe")
        body += [Table(head=heads, rows=tuple(rows)), w.note("plans-month"), *((w.note("plans-change"),) if changed else ())]
        body += [w.note("plans-too-dear", plan=plan.name.title()) for plan in PLANS if plan not in offers and plan.name != mine.name]
    living = await subscriptions.living(page.person.id)
    others = [plan for plan in offers if one is None or plan.name != one.next_plan]
    changes = [page.choice("choice-plan", "credits.plan", with_={"plan": plan.name.title(), "price": sold(page, plan)}, item=plan.name) for plan in others]
    if one is None and living is None:
        first = [change.model_copy(update={"style": "primary"}) for change in changes[:1]]
        done = page.choice("choice-done", "film.here") if first else page.primary("choice-done", "film.here")
        packs = page.choice("choice-buy-credits", "credits.shop") if len(offers) < len(PLANS) and offers else None
        return page.view(*body, choices=(*first, *changes[1:], packs, done), private=True)
    changeable = one is None or one.via == page.desk.till.via(page.target.platform) == "stripe"
    if not changeable and one:
        body.append(w.note("plans-one-at-a-time" if one.next_plan else "plans-then-another"))
    return page.view(
        *body,
        choices=(
            page.primary("choice-done", "film.here"),
            *(changes if changeable else ()),
            page.choice("choice-resume-plan", "credits.resume") if one and not one.next_plan and one.via != "discord" else None,
            page.choice("choice-portal", "credits.portal") if page.desk.till.via(page.target.platform) == "stripe" and living else None,
            page.choice("choice-cancel-plan", "credits.cancel_plan", style="danger") if one and one.next_plan and one.via != "discord" else None,
            *(_end(page, other) for other in also if one and other.via not in (one.via, "discord")),
        ),
        private=True,
    )


def _day(page: Page, at: datetime | None) -> str:
    return str(format_date(at, format="medium", locale=page.words.locale)) if at else ""


def _end(page: Page, other: Subscription) -> Choice:
    """The end of a plan that runs beside the best one."""
    return page.choice("choice-end-this-plan", "credits.cancel_plan", style="danger", with_={"plan": other.plan.title()}, via=other.via)


async def purchase(page: Page) -> View:
    """One purchase: its page is being opened, can be paid on, and turns into the receipt by itself when the money is there."""
    w = page.words
    bought = await Purchase.get(id=page.post.args["purchase"])
    state = bought.state
    if state == "open" and bought.url_until and bought.url_until < now():
        state = "expired"
    if state == "paid":
        return await _receipt(page, bought)
    if state == "asked":
        return page.view(w.block("purchase-asked"), private=True, mood="working")
    if state == "done":
        return page.view(
            w.block(_changed(bought), plan=bought.item.title()), choices=(page.primary("choice-plans", "credits.plans"),), private=True, mood="done"
        )
    if state == "open":
        return page.view(*_what(page, bought), choices=_pay(page, bought), private=True)
    says = w.block("error-page-expired" if state == "expired" else (bought.error or {}).get("key", "error-payment-refused"))
    again = page.primary("choice-plans", "credits.plans") if bought.kind != "pack" else page.primary("choice-again", "credits.shop", **_of(bought))
    return page.view(says, w.note("purchase-nothing-charged"), choices=(again, page.choice("choice-paysupport", "credits.help")), private=True, mood="trouble")


def _changed(bought: Purchase) -> str:
    return "plan-cancelled" if bought.item == "cancel" else "plan-resumed" if bought.item == "resume" else "plan-changed"


def _of(bought: Purchase) -> dict[str, Any]:
    """What a purchase was for, as the shop takes it."""
    pool = bought.account.partition("place:")[2]
    return {**({"film": bought.project_id} if bought.project_id else {}), **({"pool": int(pool)} if pool.isdigit() else {})}


def _what(page: Page, bought: Purchase) -> tuple[Body, ...]:
    w = page.words
    if bought.kind == "portal":
        return (w.block("purchase-portal"),)
    item = ITEMS[bought.item]
    what = w.block("purchase-plan" if item.kind == "plan" else "purchase-pack", plan=item.name.title(), credits=w.credits(item.credits_mc))
    return (what, w.note("purchase-stars" if bought.via == "stars" else "purchase-how"))


def _pay(page: Page, bought: Purchase) -> tuple[Choice | None, ...]:
    w = page.words
    label = w.text("choice-open-portal") if bought.kind == "portal" else w.text("choice-pay", price=price(bought.amount, bought.currency, w.locale))
    pay = Choice(label=shortened(label, LABEL_MAX), link=bought.url, style="primary")
    return (pay, page.choice("choice-other-pack", "credits.shop", **_of(bought)) if bought.kind == "pack" else None)


async def _receipt(page: Page, bought: Purchase) -> View:
    w = page.words
    paid = await Payment.filter(purchase_id=bought.id).order_by("id").first()
    async with transaction() as tx:
        have = await ledger.balance(tx.sql, bought.account if bought.account.startswith("place:") else ledger.person(page.post.person_id or 0))
    plan = bought.item.title() if bought.kind == "plan" else ""
    body: list[Body] = [w.title("purchase-paid-plan" if plan else "purchase-paid", credits=w.credits(bought.credits_mc), plan=plan)]
    if paid:
        rows = [(w.text("purchase-number"), str(paid.id)), (w.text("purchase-amount"), price(paid.gross, paid.currency, w.locale))]
        if paid.tax:
            rows.append((w.text("purchase-tax"), price(paid.tax, paid.currency, w.locale)))
        rows.append((w.text("purchase-day"), format_date(paid.at, format="medium", locale=w.locale)))
        body.append(Table(head=(w.text("purchase-receipt"), w.credits(bought.credits_mc)), rows=tuple(rows)))
    body.append(w.block("purchase-pool-has" if bought.account.startswith("place:") else "purchase-have", have=w.credits(have.free_mc)))
    film = await Project.get_or_none(id=bought.project_id, deleted_at=None) if bought.project_id else None
    onward = page.primary("choice-see-quote", "quote.open", project=film.id) if film else page.primary("choice-go-on-here", "film.here")
    return page.view(*body, choices=(onward, page.choice("choice-history", "credits.history")), private=True, mood="done")


def _done(page: Page) -> tuple[Choice, ...]:
    return (page.primary("choice-done", "film.here"),)


async def gift(page: Page) -> View:
    """A gift somebody made: its code, until it is taken."""
    w = page.words
    code = await Code.get(id=page.post.args["code"])
    amount = w.credits(code.credits_mc)
    if await CodeUse.filter(code_id=code.id).exists():
        return page.view(w.block("gift-taken", credits=amount), private=True, mood="done")
    day = format_date(code.expires_at, format="medium", locale=w.locale) if code.expires_at else ""
    return page.view(w.title("gift-title", credits=amount), Block(spans=(literal(code.code, bold=True),)), w.block("gift-how", day=day), private=True)


async def invite(page: Page) -> View:
    """A person's invitation."""
    w = page.words
    code = await Code.get(id=page.post.args["code"])
    thanked = await CodeUse.filter(code_id=code.id, kind="invite").count()
    said = w.block("invite-how", credits=w.credits(code.credits_mc))
    return page.view(
        w.title("invite-title"), Block(spans=(literal(code.code, bold=True),)), said, w.note("invite-thanked", count=thanked), choices=_done(page), private=True
    )


async def paysupport(page: Page) -> View:
    """What to do about a payment, and whom to ask."""
    w, contact = page.words, page.desk.settings.support_contact
    latest = await Payment.filter(person_id=page.post.person_id).order_by("-id").limit(3)
    body: list[Body] = [w.title("paysupport-title"), w.block("paysupport-how")]
    body += [
        w.block("paysupport-payment", number=one.id, day=format_date(one.at, format="medium", locale=w.locale), amount=price(one.gross, one.currency, w.locale))
        for one in latest
    ]  # fmt: skip
    body.append(w.block("paysupport-contact", contact=contact) if contact else w.block("paysupport-operator"))
    return page.view(*body, choices=(page.primary("choice-done", "film.here"), page.choice("choice-history", "credits.history")), private=True)


async def statement(page: Page) -> View:
    """Every move of credits as a file."""
    w = page.words
    async with transaction() as tx:
        text = await history.csv_of(tx.sql, page.post.person_id or 0)
    key = f"statements/{page.post.args['file']}.csv"
    if page.limits is not None:
        await store_text(page, key, text)
    media = Media(kind="file", key=key, alt=w.text("statement-file"), name="credits.csv", link=link(page, key))
    return page.view(w.block("statement-file"), media=(media,), private=True)
