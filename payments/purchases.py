"""Wishes to buy: written down first, in the turn that pressed; a job then asks the shop for a page to pay on. Called by the steps of money.

asked --checkout job--> open (url) --money arrives--> paid
  |                       '--the page runs out--> expired          '--> refund, dispute: see `books`
  '--the shop says no--> failed
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

from core.errors import BadInput
from core.jobs import Tx
from core.ledger import ledger
from core.models import Person, Place, Purchase
from payments.books import now
from payments.catalogue import Item, Via, price_of
from payments.till import Till

OPEN = ("asked", "open")
PER_HOUR_MAX = 20
"""Payment pages one person may ask for in an hour."""
Kind = Literal["pack", "plan", "portal", "change"]


async def buy(
    tx: Tx, till: Till, item: Item, *, key: str, person: Person, place: Place, thread: str, pool: int | None = None, project_id: int | None = None
) -> Purchase:  # fmt: skip
    """Somebody pressed to buy an item, for themselves or for a place's pool. The same press is the same purchase while it can still be paid.

    Raises BadInput where it is not sold on their platform, or when they asked for too many pages.
    """
    via = till.via(place.platform)
    price = price_of(item, via) if via else None
    if via is None or price is None:
        raise BadInput(f"{item.name} is not sold on {place.platform}", key="error-not-sold")
    account = ledger.place(pool) if pool else ledger.person(person.id)
    wish = {"via": via, "kind": item.kind, "item": item.name, "account": account, "amount": price[0], "currency": price[1], "credits_mc": item.credits_mc}
    return await _ask(tx, key, person, place, thread, project_id=project_id, **wish)


async def visit(
    tx: Tx, *, key: str, person: Person, place: Place, thread: str, kind: Literal["portal", "change"], item: str = "", via: Via = "stripe"
) -> Purchase:  # fmt: skip
    """A page of the customer portal, or a change of plan (`item`: a plan, "cancel" or "resume"): asked like a purchase, brings no credits."""
    return await _ask(tx, key, person, place, thread, via=via, kind=kind, item=item, account=ledger.person(person.id))


async def _ask(tx: Tx, key: str, person: Person, place: Place, thread: str, **wish: Any) -> Purchase:
    await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", [person.id])
    tries = await Purchase.filter(key__startswith=f"{key}#", person_id=person.id).order_by("-id")
    if tries and tries[0].state in OPEN and (tries[0].url_until is None or tries[0].url_until > now()):
        return tries[0]
    if await Purchase.filter(person_id=person.id, created_at__gt=now() - timedelta(hours=1)).count() >= PER_HOUR_MAX:
        raise BadInput("too many payment pages", key="error-too-many-purchases", most=PER_HOUR_MAX)
    made = await Purchase.create(key=f"{key}#{len(tries)}", person_id=person.id, place_id=place.id, thread=thread, **wish)
    tx.want("checkout", made.id)
    return made


async def failed(tx: Tx, purchase_id: int, key: str, state: Literal["failed", "expired"] = "failed") -> None:
    """The shop said no, or the page ran out: the post says so. What is paid stays paid."""
    changed = await Purchase.filter(id=purchase_id, state__in=OPEN).update(state=state, error={"key": key})
    if changed:
        tx.touch(f"purchase:{purchase_id}")
