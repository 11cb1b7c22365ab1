"""Everything that ever happened to a person's credits, as a file: each move with the payment behind it. Called by `credits.export`."""

from __future__ import annotations

import csv
import io

from core.jobs import Sql
from core.ledger import ledger
from core.ledger.credits import credits_of
from core.models import Payment

MOVES_MAX = 50_000
COLUMNS = ("time", "what", "credits", "owed", "film", "payment", "paid", "tax", "refunded", "currency", "reference")
_TITLES = """SELECT render.id, coalesce(version.script ->> 'title', '') AS title FROM render JOIN version ON version.id = render.version_id
 WHERE render.id = ANY($1::bigint[])"""


async def csv_of(sql: Sql, person_id: int) -> str:
    """The whole history as CSV with a header, the newest move first. Times are UTC; money in whole units of its currency."""
    moves = await ledger.history(sql, ledger.person(person_id), limit=MOVES_MAX)
    titles = {row["id"]: row["title"] for row in await sql.execute_query_dict(_TITLES, [[one.render_id for one in moves if one.render_id]])}
    paid = {one.key: one for one in await Payment.filter(key__in=[move.key for move in moves])}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in moves:
        payment = paid.get(one.key)
        what = one.words.removeprefix("credits-").replace("-", " ")
        money = (
            [payment.id, _units(payment.gross, payment.currency), _units(payment.tax, payment.currency), _units(payment.refunded, payment.currency)]
            if payment
            else [""] * 4
        )
        facts = [one.at.strftime("%Y-%m-%d %H:%M:%S"), what, credits_of(one.amount_mc), credits_of(one.debt_mc), _safe(titles.get(one.render_id or 0, ""))]
        writer.writerow([*facts, *money, payment.currency.upper() if payment else "", one.key])
    return out.getvalue()


def _units(amount: int, currency: str) -> str:
    return str(amount) if currency == "xtr" else f"{amount / 100:.2f}"


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
