"""Crowdfunding: several people's holds on one render, with a goal and a deadline.

    begin(deadline) -> funding --pledges reach the goal--> queued -> … -> done: captured in proportion, the rest returns to each
                          '-- deadline, or the maker cancels --> cancelled: everything returns

A pledge is a hold: set aside, not spent. Nothing is captured but by the render's end, and a film that fails costs nobody anything.
Called by steps of the conversation (`pledge`, `withdraw`, `name_me`), by `advance` (`stands`, `shares`) and by `assemble` (`named_backers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from tortoise.transactions import in_transaction

from core.jobs import Tx, transaction
from core.ledger import ledger
from core.linking import who_now
from core.models import Backer, Person, Render
from core.people import name_of

DAYS = 7
"""How long a film waits for its goal."""
Why = Literal["over", "enough", "insufficient", "debt", "frozen", "nothing"]


def deadline(now: datetime | None = None) -> datetime:
    """When a funding that begins now ends."""
    return (now or datetime.now(UTC)) + timedelta(days=DAYS)


@dataclass(frozen=True)
class Standing:
    """How far a funding is. `mine_mc`: what one person pledged."""

    goal_mc: int
    pledged_mc: int
    backers: int
    mine_mc: int = 0
    named: bool = False

    @property
    def missing_mc(self) -> int:
        """What the goal lacks."""
        return max(0, self.goal_mc - self.pledged_mc)


@dataclass(frozen=True)
class Pledged:
    """A pledge stands at `total_mc` now; `added_mc` of it are new. The last one is never larger than what is missing."""

    added_mc: int
    total_mc: int


@dataclass(frozen=True)
class NotPledged:
    """Nothing was set aside. `free_mc`: what there was."""

    why: Why
    free_mc: int = 0


def _pledge(render_id: int, backer: Backer) -> str:
    return f"pledge:{render_id}:{backer.id}:{backer.pledges}"


@dataclass(frozen=True)
class _Backing:
    """One row of a backer: who they are now, and the hold that stands for them; two rows of one person are two accounts that were linked."""

    row: Backer
    person_id: int
    hold_id: str
    open_mc: int
    kept: bool


async def _backings(tx: Tx, render_id: int) -> list[_Backing]:
    """In the order they came."""
    holds = {hold.hold_id: hold for hold in await ledger.holds_of(tx.sql, render_id)}
    found = []
    for row in await Backer.filter(render_id=render_id).order_by("id"):
        hold = holds.get(_pledge(render_id, row))
        open_mc = hold.amount_mc if hold and hold.captured_mc is None else 0
        found.append(_Backing(row, (await who_now(row.person_id)).id, _pledge(render_id, row), open_mc, bool(open_mc or (hold and hold.captured_mc))))
    return found


async def standing(tx: Tx, render: Render, person_id: int | None = None) -> Standing:
    """How far the funding of a render is."""
    all_ = await _backings(tx, render.id)
    mine = [one for one in all_ if one.person_id == person_id]
    backers = {one.person_id for one in all_ if one.open_mc}
    return Standing(render.goal_mc, sum(one.open_mc for one in all_), len(backers), sum(one.open_mc for one in mine), any(one.row.named for one in mine))


async def pledge(tx: Tx, render_id: int, person: Person, amount_mc: int) -> Pledged | NotPledged:
    """Set credits aside for a film; with a pledge before, that much more. What the goal does not need is not taken."""
    render = await Render.filter(id=render_id).select_for_update().get()
    now = await standing(tx, render, person.id)
    if render.state != "funding" or render.cancel_asked or (render.deadline and render.deadline <= datetime.now(UTC)):
        return NotPledged("over")
    added_mc = min(amount_mc, now.missing_mc)
    if amount_mc <= 0 or added_mc <= 0:
        return NotPledged("nothing" if amount_mc <= 0 else "enough")
    wallet = ledger.person(person.id)
    try:
        async with in_transaction():  # a savepoint: the pledge before stays where the larger one is refused
            await _release(tx, render.id, person.id)
            backer, _ = await Backer.get_or_create(render_id=render.id, person_id=person.id, defaults={"named": now.named})
            backer.pledges += 1
            await backer.save(update_fields=["pledges"])
            total_mc = now.mine_mc + added_mc
            held = await ledger.hold(tx.sql, _pledge(render.id, backer), wallet, total_mc, render.id, actor=wallet, sources=ledger.REAL)
            if isinstance(held, ledger.Refused):
                raise _Refused(held)
    except _Refused as refused:
        why: dict[ledger.Reason, Why] = {ledger.Reason.DEBT: "debt", ledger.Reason.FROZEN: "frozen"}
        return NotPledged(why.get(refused.of.reason, "insufficient"), max(0, refused.of.free_mc - now.mine_mc))
    _changed(tx, render)
    return Pledged(added_mc, total_mc)


class _Refused(Exception):
    def __init__(self, of: ledger.Refused) -> None:
        super().__init__(of.reason)
        self.of = of


async def _release(tx: Tx, render_id: int, person_id: int) -> list[str]:
    """Whatever a person set aside for a film is free again. Returns the holds that stood."""
    stood = [one.hold_id for one in await _backings(tx, render_id) if one.person_id == person_id and one.open_mc]
    for hold_id in stood:
        await ledger.settle(tx.sql, hold_id, 0)
    return stood


def _changed(tx: Tx, render: Render) -> None:
    tx.want("advance", render.id)
    tx.touch(f"render:{render.id}")


async def withdraw(tx: Tx, render_id: int, person: Person) -> int:
    """Take a pledge back while the film is being funded. Returns the milli-credits that are free again; 0 where there was none, or too late."""
    render = await Render.filter(id=render_id).select_for_update().get()
    now = await standing(tx, render, person.id)
    if render.state != "funding" or not now.mine_mc:
        return 0
    for hold_id in await _release(tx, render.id, person.id):
        await ledger.pay_debt(tx.sql, f"owed:{hold_id}", ledger.person(person.id), actor="system")
    _changed(tx, render)
    return now.mine_mc


async def name_me(tx: Tx, render_id: int, person: Person, named: bool) -> bool:
    """Whether a backer stands in the end credits. False for somebody who backs nothing."""
    mine = [one.row.id for one in await _backings(tx, render_id) if one.person_id == person.id]
    tx.touch(f"render:{render_id}")
    return bool(await Backer.filter(id__in=mine).update(named=named))


async def named_backers(render_id: int) -> tuple[str, ...]:
    """The names for the end credits: of those who wish it and whose pledge stood, in the order they came, each once."""
    if not await Backer.filter(render_id=render_id, named=True).exists():
        return ()
    async with transaction() as tx:
        all_ = await _backings(tx, render_id)
    wish = {one.person_id for one in all_ if one.row.named}
    names = [await name_of(id) for id in dict.fromkeys(one.person_id for one in all_ if one.kept) if id in wish]
    return tuple(name for name in names if name)


async def stands(tx: Tx, render: Render) -> Literal["open", "funded", "over"]:
    """What becomes of a locked render that is being funded; asked by `advance` alone."""
    now = await standing(tx, render)
    if render.cancel_asked:
        return "over"
    if now.missing_mc == 0:
        return "funded"
    left_s = (render.deadline - datetime.now(UTC)).total_seconds() if render.deadline else 0.0
    if left_s <= 0:
        return "over"
    tx.want("advance", render.id, after_s=left_s + 1)
    return "open"


def shares(total_mc: int, held_mc: Sequence[int]) -> list[int]:
    """A sum split over holds in proportion, exact to the milli-credit: rounded down, the rest one by one to the largest remainders.

    No share is larger than its hold, as long as the sum is not larger than all of them.
    """
    all_mc = sum(held_mc)
    if total_mc > all_mc or not all_mc:
        return [min(total_mc, all_mc)] if len(held_mc) == 1 else [0] * len(held_mc)
    parts = [divmod(total_mc * held, all_mc) for held in held_mc]
    paid = [part for part, _ in parts]
    for i in sorted(range(len(parts)), key=lambda i: (-parts[i][1], i))[: total_mc - sum(paid)]:
        paid[i] += 1
    return paid
