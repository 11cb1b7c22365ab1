"""Buying credits and plans, codes, gifts, invitations, and the history to take along."""

from __future__ import annotations

import hashlib
from typing import Any

from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core.errors import BadInput
from core.ledger import ledger
from core.ledger.credits import parse_credits
from core.models import Place, Subscription
from payments import history, promotions, purchases, subscriptions
from payments.catalogue import ITEMS


async def shop(turn: Turn, press: Press) -> None:
    """What is for sale."""
    given: dict[str, Any] = {name: int(press.args[name]) for name in ("film", "pool", "missing_mc") if press.args.get(name)}
    await turn.post("shop", **given)


async def buy(turn: Turn, press: Press) -> None:
    """One pack: a page to pay on is asked for, and the post about it becomes the receipt."""
    item = _item(press, "pack")
    pool = await Place.get_or_none(id=int(press.args["pool"])) if press.args.get("pool") else None
    bought = await purchases.buy(
        turn.tx, turn.desk.till, item, key=press.key or f"said:{turn.dialogue.id}:{item.name}", person=turn.person, place=turn.place, thread=turn.at.thread,
        pool=pool.id if pool else None, project_id=int(press.args["film"]) if press.args.get("film") else None,
    )  # fmt: skip
    await _show(turn, bought.id)


def _item(press: Press, kind: str) -> Any:
    item = ITEMS.get(str(press.args.get("item", "")))
    if item is None or item.kind != kind:
        raise BadInput("nothing of that name is sold", key="error-not-sold")
    return item


async def _show(turn: Turn, purchase_id: int) -> None:
    await turn.post("purchase", about=f"purchase:{purchase_id}", notify=True, purchase=purchase_id)


async def plans(turn: Turn, press: Press) -> None:
    """Plans, and which is paid."""
    await turn.post("plans")


async def plan(turn: Turn, press: Press) -> None:
    """A plan for somebody who has none, or another one."""
    item = _item(press, "plan")
    if await subscriptions.living(turn.person.id) and turn.desk.till.via(turn.place.platform) == "stripe":
        await _visit(turn, press, "change", item.name)
        return
    if await subscriptions.current(turn.person.id):
        raise BadInput("there is a plan from another shop", key="error-plan-elsewhere")
    bought = await purchases.buy(
        turn.tx, turn.desk.till, item, key=press.key, person=turn.person, place=turn.place, thread=turn.at.thread,
    )  # fmt: skip
    await _show(turn, bought.id)


async def _visit(turn: Turn, press: Press, kind: Any, item: str = "") -> None:
    one = await _named(turn, press) if kind == "change" else None
    via: Any = one.via if one else "stripe"
    made = await purchases.visit(turn.tx, key=press.key, person=turn.person, place=turn.place, thread=turn.at.thread, kind=kind, item=item, via=via)
    await _show(turn, made.id)


async def _named(turn: Turn, press: Press) -> Subscription | None:
    """The running subscription that a press names by its shop; the best where it names none."""
    running = await subscriptions.running(turn.person.id)
    return next((one for one in running if one.via == press.args.get("via", one.via)), None)


async def portal(turn: Turn, press: Press) -> None:
    """Cards, invoices and addresses, on a page of the payment service."""
    if turn.desk.till.via(turn.place.platform) != "stripe":
        raise BadInput("no portal there", key="error-not-sold")
    await _visit(turn, press, "portal")


async def cancel_plan(turn: Turn, press: Press) -> None:
    """Ask before a plan ends."""
    one = await _named(turn, press)
    if one is None:
        raise BadInput("no plan", key="error-no-plan")
    offers = (Offer("choice-keep-plan", "talk.never_mind"), Offer("choice-cancel-plan-sure", "credits.cancel_plan_sure", {"via": one.via}))
    await turn.say("plan-cancel-ask", choices=offers, plan=one.plan.title())


async def cancel_plan_sure(turn: Turn, press: Press) -> None:
    """The plan ends with the month that is paid."""
    await _visit(turn, press, "change", "cancel")


async def resume(turn: Turn, press: Press) -> None:
    """The plan goes on after all."""
    await _visit(turn, press, "change", "resume")


async def ask_code(turn: Turn, press: Press) -> Asked:
    """Which code."""
    return Asked("promo", most=40)


async def code(turn: Turn, press: Press) -> None:
    """A code was told."""
    told = str(press.fields.get("promo") or press.args.get("code", ""))
    if not told:
        await turn.say("code-ask", choices=(Offer("choice-code", "credits.code"),))
        return
    found = await promotions.redeem(turn.tx, turn.desk.settings, turn.person, told)
    good = found.outcome in ("promo", "gift", "invited")
    onward = (Offer("choice-go-on-here", "film.here"),) if good else (Offer("choice-done", "film.here"),)
    await turn.say(f"code-{found.outcome.replace('_', '-')}", choices=onward, trouble=not good, credits=turn.words.credits(found.amount_mc))


async def ask_gift(turn: Turn, press: Press) -> Asked:
    """How many credits to give."""
    return Asked("gift", most=20)


async def gift(turn: Turn, press: Press) -> None:
    """Credits are put into a gift."""
    given = await promotions.give(turn.tx, turn.person, parse_credits(str(press.fields.get("gift", "")), turn.words.language))
    await turn.post("gift", about=f"gift:{given.id}", code=given.id)


async def invite(turn: Turn, press: Press) -> None:
    """The person's invitation."""
    await turn.post("invite", code=(await promotions.invitation(turn.person)).id)


async def help_(turn: Turn, press: Press) -> None:
    """Help with payments."""
    await turn.post("paysupport")


async def export(turn: Turn, press: Press) -> None:
    """Every move of credits, as a file."""
    text = await history.csv_of(turn.tx.sql, turn.person.id)
    name = hashlib.sha256(text.encode()).hexdigest()[:32]
    await turn.post("statement", file=name)


async def offer_trial(turn: Turn) -> None:
    """Somebody is about to see what something costs: the free trial is given, or it is said why not yet."""
    if not turn.desk.till.via(turn.place.platform) or turn.desk.studio.play:
        return
    outcome = await promotions.trial(turn.tx, turn.desk.settings, turn.person, turn.place)
    if outcome == "given":
        await turn.say("trial-given", credits=turn.desk.settings.trial_credits)
    elif outcome in ("young", "busy") and not (await ledger.balance(turn.tx.sql, ledger.person(turn.person.id))).free_mc:
        await turn.say(f"trial-{outcome}")


STEPS = {
    "credits.shop": Step(shop, to="", fresh=False),
    "credits.buy": Step(buy, to="", fresh=False),
    "credits.plans": Step(plans, to="", fresh=False),
    "credits.plan": Step(plan, to="", fresh=False),
    "credits.portal": Step(portal, to="", fresh=False),
    "credits.cancel_plan": Step(cancel_plan, to="", fresh=False),
    "credits.cancel_plan_sure": Step(cancel_plan_sure, to="", fresh=False),
    "credits.resume": Step(resume, to="", fresh=False),
    "credits.code": Step(code, to="", fresh=False, form=ask_code),
    "credits.gift": Step(gift, to="", fresh=False, form=ask_gift),
    "credits.invite": Step(invite, to="", fresh=False),
    "credits.help": Step(help_, to="", fresh=False),
    "credits.export": Step(export, to="", fresh=False),
}
