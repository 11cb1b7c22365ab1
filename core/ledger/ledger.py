"""The ledger's face: one typed function per money move, each one call of a function in `ledger.sql`.

Rooms call these inside their own transaction with its connection (`tx.sql`), so that money and rows move together. A move
answers with its result or with `Refused`, which is decided before anything is written. A known key with the same
arguments answers the first result again, marked `duplicate`; a known key with other arguments, an unknown hold or an
impossible amount raises: those are bugs. Amounts are milli-credits (`_mc`); accounts are codes made by `person` and `place`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from core.errors import Expected, NotEnoughCredits
from core.jobs import Sql
from core.ledger.credits import credits_of


class Source(StrEnum):
    """Where credits came from, in the order they are spent."""

    PLAY = "play"
    PROMO = "promo"
    SUBSCRIPTION = "subscription"
    GOODWILL = "goodwill"
    STRIPE = "stripe"
    STARS = "stars"
    DISCORD = "discord"


BOUGHT = (Source.STRIPE, Source.STARS, Source.DISCORD)
PLAY_ONLY = (Source.PLAY,)
"""What a render by the `drawn` renderer is paid with."""
REAL = tuple(source for source in Source if source is not Source.PLAY)
"""What every other render is paid with."""
GIVEABLE = (Source.SUBSCRIPTION, Source.GOODWILL, *BOUGHT)
"""What may be given away or put into a pool: not trial and promo credits, which would be gathered from many accounts."""


class Reason(StrEnum):
    """Why a move was refused."""

    INSUFFICIENT = "insufficient"
    DEBT = "debt"
    FROZEN = "frozen"
    OVER_LIMIT = "over_limit"
    SAME_WALLET = "same_wallet"
    NOTHING_LEFT = "nothing_left"
    OVER_CAPTURE = "over_capture"
    NO_DEBT = "no_debt"


@dataclass(frozen=True, slots=True)
class Refused:
    """A move that did not happen; nothing was written.

    `free_mc`: what could be spent (INSUFFICIENT). `debt_mc`: what is owed (DEBT). `left_mc`: what the limit or the
    capture leaves (OVER_LIMIT, OVER_CAPTURE).
    """

    reason: Reason
    needed_mc: int = 0
    free_mc: int = 0
    debt_mc: int = 0
    left_mc: int = 0

    def as_error(self) -> Expected:
        """The same as an error with a sentence for the person. Keys: error-not-enough-credits, error-credits-<reason>."""
        if self.reason is Reason.INSUFFICIENT:
            have, need = credits_of(self.free_mc), credits_of(self.needed_mc)
            return NotEnoughCredits(f"{need} credits are needed, {have} are free", have=have, need=need)
        message = f"The ledger refused: {self.reason.value.replace('_', ' ')}"
        return Expected(message, key=f"error-credits-{self.reason.value.replace('_', '-')}", owed=credits_of(self.debt_mc), left=credits_of(self.left_mc))


@dataclass(frozen=True, slots=True)
class Granted:
    """New credits in a wallet; `debt_paid_mc` of them went to what it owed."""

    amount_mc: int
    debt_paid_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Credits set aside under the hold's id."""

    hold_id: str
    amount_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A hold resolved: this much paid, this much back in the lots it came from."""

    captured_mc: int
    released_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Credits moved to another wallet, or given back; `debt_paid_mc` of them went to what the receiver owed."""

    amount_mc: int
    debt_paid_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A wallet emptied into another: credits (held ones included) and debt that moved."""

    amount_mc: int
    debt_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class ClawedBack:
    """Credits of a payment taken back, and what could not be taken and is owed now."""

    taken_mc: int
    debt_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class DebtPaid:
    """Debt paid with the wallet's own credits, and what is still owed."""

    amount_mc: int
    debt_mc: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Expired:
    """What one expiry run took, from how many lots."""

    lots: int
    amount_mc: int


@dataclass(frozen=True, slots=True)
class Expiring:
    """Free credits that end at a time."""

    at: datetime
    amount_mc: int
    source: Source


@dataclass(frozen=True, slots=True)
class Balance:
    """One look at a wallet. `posted` is everything in it, `held` what renders have set aside, `free` what can be spent now.

    `free` is below posted - held where credits are past their expiry and not yet taken.
    """

    posted_mc: int
    held_mc: int
    free_mc: int
    debt_mc: int
    frozen: bool
    by_source: dict[Source, int]
    expiring: list[Expiring]

    def free_of(self, sources: Sequence[Source]) -> int:
        """Free milli-credits of these sources only."""
        return sum(self.by_source.get(source, 0) for source in sources)


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a wallet's history. `words` names the sentence in the catalogues.

    words: credits-granted-<source>, credits-film, credits-expired, credits-sent, credits-received, credits-clawed-back,
    credits-debt-paid, credits-goodwill; credits-returned, credits-granted-invite, credits-granted-code, credits-gift-made, credits-gift-taken,
    credits-gift-back, credits-to-pool, credits-invite-gone where the key tells more.
    `amount_mc` is what changed in the wallet, `debt_mc` what changed in what it owes (positive: owes more).
    """

    at: datetime
    words: str
    amount_mc: int
    debt_mc: int
    render_id: int | None
    key: str


@dataclass(frozen=True, slots=True)
class HoldState:
    """A hold as it stands, for status cards and receipts. `captured_mc` is None while it is open."""

    hold_id: str
    account: str
    render_id: int
    actor: str
    amount_mc: int
    captured_mc: int | None
    refunded_mc: int
    at: datetime
    settled_at: datetime | None
    by_source: dict[Source, int]

    @property
    def released_mc(self) -> int:
        """What went back; 0 while it is open."""
        return 0 if self.captured_mc is None else self.amount_mc - self.captured_mc


def person(person_id: int) -> str:
    """Code of a person's wallet."""
    return f"person:{person_id}"


def place(place_id: int) -> str:
    """Code of a place's pool."""
    return f"place:{place_id}"


async def _ask(sql: Sql, call: str, *values: Any) -> dict[str, Any]:
    rows = await sql.execute_query_dict(f"SELECT ledger.{call} AS answer", list(values))
    answer: dict[str, Any] = json.loads(rows[0]["answer"])
    return answer


def _refused(answer: dict[str, Any], needed_mc: int = 0) -> Refused | None:
    if answer["status"] != "refused":
        return None
    return Refused(Reason(answer["reason"]), needed_mc, answer.get("free", 0), answer.get("debt", 0), answer.get("left", 0))


def _again(answer: dict[str, Any]) -> bool:
    return bool(answer["status"] == "duplicate")


async def open_account(sql: Sql, account: str) -> None:
    """Open a wallet. Moves that bring credits open it themselves."""
    await sql.execute_query_dict("SELECT ledger.open_account($1)", [account])


async def grant(
    sql: Sql, key: str, account: str, amount_mc: int, source: Source, *, expires_at: datetime | None = None, actor: str = "system", at: datetime | None = None
) -> Granted:
    """Bring new credits. `key` names the outside fact: a payment or invoice id, `stars:<charge id>`, `trial:<person>`.

    What the wallet owes is paid first, but never with play credits.
    """
    answer = await _ask(sql, "grant_credits($1, $2, $3, $4, $5, $6, coalesce($7, now()))", key, account, amount_mc, source.value, expires_at, actor, at)
    return Granted(answer["amount"], answer["debt_paid"], _again(answer))


async def hold(
    sql: Sql, hold_id: str, account: str, amount_mc: int, render_id: int, *, actor: str, sources: Sequence[Source] | None = None,
    limit_mc: int | None = None, since: datetime | None = None, at: datetime | None = None,
) -> Held | Refused:  # fmt: skip
    """Set the whole quote aside before the first paid call. `hold_id` is its key; one hold per render and wallet.

    `actor`: who spends (`person:42`). `sources`: only these (PLAY_ONLY for drawn renders, REAL for all others). `limit_mc`: the
    most this actor may have spent from this wallet since `since`, this hold included: a member's allowance in a pool.
    Refused for INSUFFICIENT, DEBT, FROZEN, OVER_LIMIT.
    """
    names = None if sources is None else sorted(source.value for source in sources)
    answer = await _ask(
        sql, "place_hold($1, $2, $3, $4, $5, $6, $7, coalesce($8::timestamptz, '-infinity'), coalesce($9, now()))",
        hold_id, account, amount_mc, render_id, actor, names, limit_mc, since, at,
    )  # fmt: skip
    return _refused(answer, amount_mc) or Held(hold_id, answer["amount"], _again(answer))


async def settle(sql: Sql, hold_id: str, capture_mc: int, *, at: datetime | None = None) -> Settled:
    """Resolve a hold at the render's end: capture, and let the rest go back to the lots it came from. 0 releases all.

    What comes back into a lot past its expiry is taken by the next expiry run. Raises for an unknown hold, a capture
    beyond the hold, or a second settling with another amount.
    """
    answer = await _ask(sql, "settle_hold($1, $2, coalesce($3, now()))", hold_id, capture_mc, at)
    return Settled(answer["captured"], answer["released"], _again(answer))


async def expire_due(sql: Sql, *, at: datetime | None = None, lots_max: int = 200) -> Expired:
    """Take what is past its expiry and not held, from about `lots_max` lots. Call again while `lots` is not 0."""
    answer = await _ask(sql, "expire_due(coalesce($1, now()), $2)", at, lots_max)
    return Expired(answer["lots"], answer["amount"])


async def transfer(
    sql: Sql, key: str, source_account: str, target_account: str, amount_mc: int, *, actor: str,
    sources: Sequence[Source] | None = GIVEABLE, at: datetime | None = None,
) -> Moved | Refused:  # fmt: skip
    """Move free credits: a gift, a top-up of a pool. They keep source and expiry. `sources=None` takes any.

    Refused for INSUFFICIENT, DEBT, FROZEN, SAME_WALLET.
    """
    names = None if sources is None else sorted(source.value for source in sources)
    answer = await _ask(sql, "transfer($1, $2, $3, $4, $5, $6, NULL, coalesce($7, now()))", key, source_account, target_account, amount_mc, actor, names, at)
    return _refused(answer, amount_mc) or Moved(answer["amount"], answer["debt_paid"], _again(answer))


async def merge(sql: Sql, key: str, account: str, into: str, *, actor: str, at: datetime | None = None) -> Merged | Refused:
    """Two wallets turn out to be one person's: all lots, open holds, debt and a freeze move; `account` means `into` from now on.

    Refused for SAME_WALLET.
    """
    answer = await _ask(sql, "merge_wallets($1, $2, $3, $4, coalesce($5, now()))", key, account, into, actor, at)
    return _refused(answer) or Merged(answer["amount"], answer["debt"], _again(answer))


async def claw_back(
    sql: Sql, key: str, grant_key: str, amount_mc: int | None = None, *, actor: str = "system", at: datetime | None = None
) -> ClawedBack | Refused:
    """A payment was refunded or disputed: take its unheld credits back wherever they are; the buyer owes what was spent or is held.

    What expired unused is taken out of what expired, and counts in `taken_mc`.

    `amount_mc=None`: all of it. Never more than was granted. Refused for NOTHING_LEFT. Raises for an unknown grant.
    """
    answer = await _ask(sql, "claw_back($1, $2, $3, $4, coalesce($5, now()))", key, grant_key, amount_mc, actor, at)
    return _refused(answer) or ClawedBack(answer["taken"], answer["debt"], _again(answer))


async def pay_debt(sql: Sql, key: str, account: str, *, actor: str, at: datetime | None = None) -> DebtPaid | Refused:
    """Pay what is owed with the wallet's own free credits, play credits excepted. Refused for NO_DEBT, INSUFFICIENT."""
    answer = await _ask(sql, "pay_debt($1, $2, $3, coalesce($4, now()))", key, account, actor, at)
    return _refused(answer) or DebtPaid(answer["amount"], answer["debt"], _again(answer))


async def refund_capture(sql: Sql, key: str, hold_id: str, amount_mc: int, *, actor: str, at: datetime | None = None) -> Moved | Refused:
    """Goodwill: give back part of what a hold captured, as credits that do not expire. Refused for OVER_CAPTURE."""
    answer = await _ask(sql, "refund_capture($1, $2, $3, $4, coalesce($5, now()))", key, hold_id, amount_mc, actor, at)
    return _refused(answer, amount_mc) or Moved(answer["amount"], answer["debt_paid"], _again(answer))


async def freeze(sql: Sql, key: str, account: str, *, actor: str, why: str = "", at: datetime | None = None) -> None:
    """Stop a wallet from spending. Open holds go on, and credits still arrive."""
    await _ask(sql, "set_frozen($1, $2, true, $3, $4, coalesce($5, now()))", key, account, actor, why, at)


async def thaw(sql: Sql, key: str, account: str, *, actor: str, why: str = "", at: datetime | None = None) -> None:
    """Let a frozen wallet spend again."""
    await _ask(sql, "set_frozen($1, $2, false, $3, $4, coalesce($5, now()))", key, account, actor, why, at)


def _sources(amounts: dict[str, int]) -> dict[Source, int]:
    return {source: int(amounts[source.value]) for source in Source if source.value in amounts}


async def balance(sql: Sql, account: str, *, at: datetime | None = None) -> Balance:
    """One consistent look at a wallet; all zeros when it was never opened."""
    found = await _ask(sql, "balance($1, coalesce($2, now()))", account, at)
    expiring = [Expiring(datetime.fromtimestamp(row["at"], UTC), row["amount"], Source(row["source"])) for row in found["expiring"]]
    return Balance(found["posted"], found["held"], found["free"], found["debt"], found["frozen"], _sources(found["by_source"]), expiring)


async def spent(sql: Sql, account: str, actor: str, since: datetime) -> int:
    """Milli-credits this actor spent from this wallet since a time: the holds they made, less what came back."""
    query = "SELECT coalesce((SELECT ledger.spent(ledger.follow(id), $2, $3) FROM ledger.account WHERE code = $1), 0) AS spent"
    rows = await sql.execute_query_dict(query, [account, actor, since])
    return int(rows[0]["spent"])


async def granted(sql: Sql, key: str) -> bool:
    """Whether credits were ever brought under this key."""
    return bool(await sql.execute_query_dict("SELECT 1 FROM ledger.txn WHERE key = $1 AND kind = 'grant'", [key]))


async def free_of_grant(sql: Sql, key: str, account: str) -> int:
    """What is left, and not held, in this wallet of the credits that came under this key."""
    query = """SELECT coalesce(sum(l.free), 0)::bigint AS free FROM ledger.txn t JOIN ledger.lot o ON o.id = (t.result ->> 'lot')::bigint
      JOIN ledger.lot l ON l.open AND (l.id = o.id OR l.root = o.id) JOIN ledger.account a ON l.account_id = ledger.follow(a.id)
     WHERE t.key = $1 AND t.kind = 'grant' AND a.code = $2"""
    return int((await sql.execute_query_dict(query, [key, account]))[0]["free"])


_HISTORY = """
WITH family AS (SELECT f AS id FROM ledger.account a, ledger.family(ledger.follow(a.id)) f WHERE a.code = $1),
  moves AS (
    SELECT e.txn_id, coalesce(sum(e.amount) FILTER (WHERE e.book = 'credits'), 0)::bigint AS amount,
           coalesce(-sum(e.amount) FILTER (WHERE e.book = 'debt'), 0)::bigint AS debt
      FROM ledger.entry e WHERE e.account_id IN (SELECT id FROM family)
     GROUP BY e.txn_id HAVING sum(e.amount) <> 0 OR sum(e.amount) FILTER (WHERE e.book = 'debt') <> 0 ORDER BY e.txn_id DESC LIMIT $2)
SELECT t.at, t.id, t.kind, t.key, t.args ->> 'source' AS source, m.amount, m.debt, h.render_id
  FROM moves m JOIN ledger.txn t ON t.id = m.txn_id LEFT JOIN ledger.hold h ON t.kind IN ('capture', 'refund') AND h.id = t.about
 ORDER BY t.id DESC"""


def _words(kind: str, source: str | None, amount_mc: int, key: str) -> str:
    if key.startswith("invite:") and kind == "claw_back":
        return "credits-invite-gone"
    if kind == "grant":
        if ":returned:" in key and not key.startswith("invite:"):
            return "credits-returned"
        return {"invite": "credits-granted-invite", "code": "credits-granted-code"}.get(key.partition(":")[0], f"credits-granted-{source}")
    if kind == "transfer":
        if key.startswith("gift:"):
            return "credits-gift-made" if amount_mc < 0 else "credits-gift-back" if key.endswith(":back") else "credits-gift-taken"
        if key.startswith("pool:") and amount_mc < 0:
            return "credits-to-pool"
        return "credits-sent" if amount_mc < 0 else "credits-received"
    return {
        "capture": "credits-film", "expire": "credits-expired", "claw_back": "credits-clawed-back",
        "pay_debt": "credits-debt-paid", "refund": "credits-goodwill",
    }[kind]  # fmt: skip


async def history(sql: Sql, account: str, limit: int = 20) -> list[Happening]:
    """The latest moves of a wallet and of those merged into it, newest first."""
    rows = await sql.execute_query_dict(_HISTORY, [account, limit])
    return [
        Happening(row["at"], _words(row["kind"], row["source"], row["amount"], row["key"]), row["amount"], row["debt"], row["render_id"], row["key"])
        for row in rows
    ]


_HOLDS = """
SELECT h.*, a.code, (
    SELECT jsonb_object_agg(s.source, s.amount)
      FROM (SELECT l.source, sum(hl.amount) AS amount FROM ledger.hold_lot hl JOIN ledger.lot l ON l.id = hl.lot_id
             WHERE hl.hold_id = h.id GROUP BY l.source) s) AS lots
  FROM ledger.hold h JOIN ledger.account a ON a.id = h.payer_id WHERE h.render_id = $1 ORDER BY h.account_id"""


async def holds_of(sql: Sql, render_id: int) -> list[HoldState]:
    """Every hold on a render, several where a film was crowdfunded. In the order of their wallets: settle them in this order."""
    rows = await sql.execute_query_dict(_HOLDS, [render_id])
    return [
        HoldState(
            row["id"], row["code"], row["render_id"], row["actor"], row["amount"], row["captured"], row["refunded"], row["at"], row["settled_at"],
            _sources(json.loads(row["lots"])),
        )
        for row in rows
    ]  # fmt: skip
