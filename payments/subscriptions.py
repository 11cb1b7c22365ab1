"""Plans that are paid by the month: what a person's paid months allow them now, whichever shop was paid.

`person.settings["plan"]` follows the subscriptions' rows, never the other way; nobody else writes it.

    a paid month -> plan until paid_until -> (renewal late: grace) -> Free
                 '-> ended or unpaid at the shop -> Free at once
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from core.jobs import Job, Tx, transaction
from core.models import Person, Subscription
from core.plans import FREE, PLANS
from payments import telling
from payments.books import everybody, now

PAYING = ("active", "trialing", "past_due")
"""States in which a paid month counts. Others (incomplete, unpaid, paused, canceled) give nothing."""
ENDED = ("", "canceled", "incomplete_expired")
GRACE = timedelta(days=7)
"""How long after a paid month its plan stays while the renewal is being tried."""
LATE = timedelta(days=1)
"""The same for shops that try nothing again: the time in which their word may be late."""


def allows(one: Subscription, at: datetime) -> bool:
    """Whether this subscription gives its plan at a time."""
    return one.state in PAYING and one.plan in PLANS and one.paid_until is not None and at < one.paid_until + grace_of(one)


def grace_of(one: Subscription) -> timedelta:
    """How long this subscription's plan stays after its paid month."""
    return GRACE if one.via == "stripe" else LATE


async def of(person_id: int) -> list[Subscription]:
    """The subscriptions of a person and of who was merged into them, the newest first."""
    return await Subscription.filter(person_id__in=await everybody(person_id)).order_by("-id")


async def running(person_id: int) -> list[Subscription]:
    """All subscriptions that give a person a plan now, the best first."""
    found = [one for one in await of(person_id) if allows(one, now())]
    return sorted(found, key=lambda one: -PLANS[one.plan].priority)


async def current(person_id: int) -> Subscription | None:
    """The subscription a person has now: the best that gives a plan."""
    return next(iter(await running(person_id)), None)


async def living(person_id: int) -> Subscription | None:
    """The Stripe subscription of a person that can be changed or mended: not over, the newest."""
    return next((one for one in await of(person_id) if one.via == "stripe" and one.state not in ENDED), None)


def best_plan(subscriptions: Sequence[Subscription], at: datetime) -> str:
    """The name of the best plan that these allow at a time."""
    names = [one.plan for one in subscriptions if allows(one, at)]
    return max(names, key=lambda name: PLANS[name].priority, default=FREE.name)


async def settle_plan(tx: Tx, person_id: int) -> None:
    """Write the plan that is paid for into the person's settings, and look again when the next grace ends."""
    family = await everybody(person_id)
    await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", [family[0]])
    person = await Person.get(id=family[0])
    mine = await Subscription.filter(person_id__in=family)
    at = now()
    plan = best_plan(mine, at)
    if plan != person.settings.get("plan", FREE.name):
        person.settings = {**person.settings, "plan": plan}
        await person.save(update_fields=["settings"])
    ends = [one.paid_until + grace_of(one) - at for one in mine if one.paid_until and allows(one, at)]
    if ends:
        tx.want("plan", person.id, after_s=min(ends).total_seconds() + 1)
    tx.touch(f"plan:{person.id}")


async def plan_job(job: Job) -> None:
    """Handles `plan:<person id>`: time has passed, or accounts were linked."""
    async with transaction() as tx:
        tx.finish(job)
        await settle_plan(tx, int(job.subject))


async def paid_month(tx: Tx, one: Subscription, *, plan: str, since: datetime, until: datetime) -> None:
    """A paid invoice says what was bought until when. `since` orders invoices: an older one told late changes nothing."""
    first = one.paid_from is None
    if one.paid_from is None or since >= one.paid_from:
        one.plan, one.paid_from, one.paid_until = plan, since, until
        await one.save(update_fields=["plan", "paid_from", "paid_until"])
    await settle_plan(tx, one.person_id)
    if first and one.next_plan:
        await _two_at_once(tx, one)


async def _two_at_once(tx: Tx, one: Subscription) -> None:
    """A plan began while another goes on, which two pages that were open at once or two shops can bring about: it is said, once."""
    others = [other for other in await running(one.person_id) if other.id != one.id and other.next_plan]
    at = (one.place_id, one.thread) if one.place_id else await telling.heard(tx, one.person_id)
    if others and at:
        says = [("money-two-plans", {"plan": one.plan.title(), "other": others[0].plan.title()})]
        where: dict[str, Any] = {"place_id": at[0], "thread": at[1], "person_id": one.person_id}
        await telling.notice(tx, f"two-plans:{one.id}", says=says, choices=(("choice-plans", "credits.plans"),), **where)


async def stands(tx: Tx, one: Subscription, *, state: str, next_plan: str) -> None:
    """The subscription stands so at its shop now. Ending and trouble are told once each."""
    before = one.state
    one.state, one.next_plan = state, next_plan
    await one.save(update_fields=["state", "next_plan"])
    await settle_plan(tx, one.person_id)
    if one.place_id is None or before == state:
        return
    where: dict[str, Any] = {"place_id": one.place_id, "thread": one.thread, "person_id": one.person_id}
    month = one.paid_until.isoformat() if one.paid_until else ""
    if state == "past_due":
        says = [("money-renewal-failed", {"plan": one.plan, "days": GRACE.days})]
        await telling.notice(tx, f"renewal-failed:{one.id}:{month}", says=says, choices=(("choice-mend-payment", "credits.portal"),), **where)
    elif state in ("canceled", "unpaid") and before in PAYING:
        await telling.notice(
            tx, f"plan-ended:{one.id}:{month}", says=[("money-plan-ended", {"plan": one.plan})], choices=(("choice-plans", "credits.plans"),), **where
        )


def next_month(at: datetime, anchor_day: int | None = None) -> datetime:
    """The same time a calendar month later; the last day of a shorter month."""
    year, month = (at.year + 1, 1) if at.month == 12 else (at.year, at.month + 1)
    day = min(anchor_day or at.day, calendar.monthrange(year, month)[1])
    return at.replace(year=year, month=month, day=day)
