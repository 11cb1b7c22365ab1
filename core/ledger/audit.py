"""The proof that the money is right, for `sysrai ledger check`, the kill test and the operator.

Every invariant is a row of the view `ledger.breaches`; an empty view is the proof. Each query sees one moment, so the audit
may run while money moves.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.jobs import Sql
from core.ledger.credits import format_credits

_SENTENCES = {
    "entries_sum_to_zero": "All entries together sum to {found} instead of 0.",
    "txn_balances": "The entries of move {subject} sum to {found} instead of 0.",
    "txn_moves_something": "Move {subject} has no entries.",
    "entry_has_txn": "There are entries of move {subject}, which does not exist.",
    "entry_has_account": "There are entries of account {subject}, which does not exist.",
    "posted_is_entries": "Wallet {subject} says {found}, its entries say {expected}.",
    "debt_is_entries": "Wallet {subject} owes {found}, its entries say {expected}.",
    "entry_has_lot": "There are entries of lot {subject}, which does not exist.",
    "free_is_lots": "Wallet {subject} has {found} free, its lots have {expected} free.",
    "held_is_lots": "Wallet {subject} has {found} held, its lots have {expected} held.",
    "held_is_holds": "Wallet {subject} has {found} held, its open holds come to {expected}.",
    "held_within_posted": "Wallet {subject} has {found} held out of {expected}.",
    "merged_is_empty": "Wallet {subject} was merged away and still has or owes {found}.",
    "system_keeps_no_sums": "System account {subject} keeps a sum of {found}.",
    "lot_is_entries": "Lot {subject} has {found} left, its entries say {expected}.",
    "lot_held_is_holds": "Lot {subject} has {found} held, the open holds on it come to {expected}.",
    "lot_within_granted": "Lot {subject} counts {found} of {expected} granted.",
    "lot_open_while_left": "Lot {subject} is marked open={found}, what is left says {expected}.",
    "lot_clawed_is_moves": "Of lot {subject} {found} count as clawed back, the moves say {expected}.",
    "hold_is_lots": "Hold {subject} is {found}, the lots under it come to {expected}.",
    "hold_stands_on_own_lots": "Hold {subject} stands on a lot of account {found}, it belongs to account {expected}.",
    "hold_captures_within": "Hold {subject} of {expected} is settled with {found}.",
    "hold_captured_once": "For hold {subject} {found} were booked as revenue, it captured {expected}.",
    "hold_refunded_is_moves": "Of hold {subject} {found} count as refunded, the moves say {expected}.",
    "guard_in_place": "The guard {subject} is missing or switched off.",
    "captured_is_accepted": "Render {subject} captured {found}, its accepted shots cost {expected}.",
    "ended_holds_nothing": "Render {subject} has ended and still holds {found}.",
    "captured_has_render": "{found} were captured for render {subject}, which has not ended.",
}

_FIGURES = """
SELECT (SELECT count(*) FROM ledger.account WHERE id > 0) AS wallets,
       (SELECT count(*) FROM ledger.txn) AS moves,
       (SELECT count(*) FROM ledger.entry) AS entries,
       (SELECT count(*) FROM ledger.hold) AS holds,
       (SELECT count(*) FROM ledger.hold WHERE captured IS NULL) AS holds_open,
       (SELECT coalesce(sum(free + held), 0)::bigint FROM ledger.account) AS posted_mc,
       (SELECT coalesce(sum(held), 0)::bigint FROM ledger.account) AS held_mc,
       (SELECT coalesce(sum(debt), 0)::bigint FROM ledger.account) AS debt_mc,
       (SELECT coalesce(sum(captured), 0)::bigint FROM ledger.hold) AS captured_mc,
       (SELECT coalesce(sum(refunded), 0)::bigint FROM ledger.hold) AS refunded_mc"""

_RENDERS = """
WITH accepted(render_id, price_mc) AS ({accepted}),
  paid AS (SELECT render_id, coalesce(sum(captured), 0) AS captured, coalesce(sum(amount) FILTER (WHERE captured IS NULL), 0) AS held
             FROM ledger.hold GROUP BY render_id)
SELECT 'captured_is_accepted' AS rule, a.render_id::text AS subject, coalesce(p.captured, 0)::numeric AS found, a.price_mc::numeric AS expected
  FROM accepted a LEFT JOIN paid p USING (render_id) WHERE coalesce(p.captured, 0) <> a.price_mc
UNION ALL SELECT 'ended_holds_nothing', p.render_id::text, p.held, 0 FROM accepted a JOIN paid p USING (render_id) WHERE p.held > 0
UNION ALL SELECT 'captured_has_render', p.render_id::text, p.captured, 0 FROM paid p LEFT JOIN accepted a USING (render_id)
           WHERE a.render_id IS NULL AND p.captured > 0"""


@dataclass(frozen=True)
class Audit:
    """What an audit found. `figures`: counts and milli-credits by name. `breaches`: a sentence each; none is the proof."""

    figures: dict[str, int]
    breaches: list[str]

    @property
    def ok(self) -> bool:
        """Whether every invariant holds."""
        return not self.breaches

    def lines(self) -> list[str]:
        """The report: every breach, then the figures on the last line."""
        credit = {name: format_credits(self.figures[f"{name}_mc"]) for name in ("posted", "held", "debt", "captured", "refunded")}
        verdict = "ledger ok" if self.ok else f"ledger broken, {len(self.breaches)} breaches"
        return [
            *self.breaches,
            f"{verdict}: {self.figures['wallets']} wallets, {self.figures['moves']} moves, {self.figures['entries']} entries, "
            f"{self.figures['holds']} holds ({self.figures['holds_open']} open), {credit['posted']} credits posted, {credit['held']} held, "
            f"{credit['debt']} owed, {credit['captured']} captured, {credit['refunded']} given back",
        ]


async def audit(sql: Sql, accepted: str | None = None) -> Audit:
    """Prove all invariants. Amounts in the sentences are milli-credits.

    `accepted`: a query giving one row (render_id bigint, price_mc) for every render that has ended, the price being that of
    its accepted shots. With it the audit also proves that each ended render captured exactly that and holds nothing more.
    """
    found = await sql.execute_query_dict("SELECT rule, subject, found, expected FROM ledger.breaches ORDER BY rule, subject")
    if accepted is not None:
        found += await sql.execute_query_dict(_RENDERS.format(accepted=accepted))
    figures = (await sql.execute_query_dict(_FIGURES))[0]
    return Audit(
        {name: int(value) for name, value in figures.items()},
        [_SENTENCES[row["rule"]].format(subject=row["subject"], found=int(row["found"]), expected=int(row["expected"])) for row in found],
    )
