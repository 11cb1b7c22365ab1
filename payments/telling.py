"""What happened to somebody's money, told in the chat they bought in: notices that are owed like every post. Called by the books.

The view "notice" stands in `bots/conversation`; its sentences are named by key here and told apart by the tests of the catalogues.
"""

from __future__ import annotations

import json
from typing import Any

from core.jobs import Tx
from core.ledger import ledger
from core.models import Payment, Purchase, Subscription

_NOTICE = """INSERT INTO post (place_id, thread, person_id, name, args, about, notify, key, shown_hash, created_at)
 VALUES ($1, $2, $3, 'notice', $4::jsonb, '', $5, $6, '', now()) ON CONFLICT (key) DO NOTHING RETURNING id"""
_PLATFORM = "SELECT platform FROM place WHERE id = $1"


async def notice(
    tx: Tx, key: str, *, place_id: int, thread: str, person_id: int, says: list[tuple[str, dict[str, Any]]], choices: tuple[tuple[str, str], ...] = (),
    notify: bool = True,
) -> None:  # fmt: skip
    """Owe somebody a private sentence, once for ever by `key`. `choices`: (label, step), the recommended one first.

    `credits_mc` among a sentence's arguments is told as `credits`, in the person's language.
    """
    told = {
        "says": [{"key": name, "args": args} for name, args in says],
        "choices": [{"label": label, "step": step, "args": {}} for label, step in choices],
    }
    rows = await tx.sql.execute_query_dict(_NOTICE, [place_id, thread, person_id, json.dumps(told), notify, key])
    if rows:
        platform = (await tx.sql.execute_query_dict(_PLATFORM, [place_id]))[0]["platform"]
        tx.want("show", rows[0]["id"], f"chat:{platform}")


async def taken_back(tx: Tx, payment: Payment, change_mc: int) -> None:
    """Credits went with a payment that was taken back (`change_mc` above 0), or came back with it."""
    where = await _where(payment)
    if where is None:
        return
    place_id, thread = where
    word = "money-taken-back" if change_mc > 0 else "money-returned"
    says: list[tuple[str, dict[str, Any]]] = [(word, {"credits_mc": abs(change_mc), "number": payment.id})]
    have = await ledger.balance(tx.sql, ledger.person(payment.person_id))
    if have.debt_mc:
        says.append(("money-owed", {"credits_mc": have.debt_mc}))
    if "open" in payment.disputes.values():
        says.append(("money-on-hold", {}))
    shop = (("choice-buy-credits", "credits.shop"),) if have.debt_mc and not have.frozen else ()
    await notice(tx, f"payment:{payment.id}:{payment.moves}", place_id=place_id, thread=thread, person_id=payment.person_id, says=says, choices=shop)


async def _where(payment: Payment) -> tuple[int, str] | None:
    if payment.purchase_id:
        purchase = await Purchase.get(id=payment.purchase_id)
        return purchase.place_id, purchase.thread
    subscription = await Subscription.get_or_none(id=payment.subscription_id) if payment.subscription_id else None
    return (subscription.place_id, subscription.thread) if subscription and subscription.place_id else None


_LAST_PLACE = """SELECT place_id, thread FROM dialogue WHERE person_id = $1 ORDER BY heard_at DESC NULLS LAST, id DESC LIMIT 1"""


async def thanks(tx: Tx, key: str, person_id: int, amount_mc: int) -> None:
    """Credits for bringing somebody, or for having been brought: told where the person was heard last."""
    await _where_heard(tx, f"thanks:{key}", person_id, "money-invite-thanks", amount_mc)


async def thanks_gone(tx: Tx, key: str, person_id: int, amount_mc: int) -> None:
    """Thanks for an invitation went with the purchase behind them."""
    await _where_heard(tx, f"thanks-gone:{key}", person_id, "money-invite-gone", amount_mc)


async def heard(tx: Tx, person_id: int) -> tuple[int, str] | None:
    """(place, thread) where somebody was heard last."""
    rows = await tx.sql.execute_query_dict(_LAST_PLACE, [person_id])
    return (rows[0]["place_id"], rows[0]["thread"]) if rows else None


async def _where_heard(tx: Tx, key: str, person_id: int, word: str, amount_mc: int) -> None:
    if where := await heard(tx, person_id):
        says: list[tuple[str, dict[str, Any]]] = [(word, {"credits_mc": amount_mc})]
        await notice(tx, key, place_id=where[0], thread=where[1], person_id=person_id, says=says, notify=False)
