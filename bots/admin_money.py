"""The operator's acts about money, as commands: `sysrai admin catalogue|margin|payments|refund|grant|freeze|thaw|code`.

Each is a line in the ledger or a row that a job acts on; who did it stands beside it. Called by `commands` with the database open.
"""

from __future__ import annotations

import argparse
import getpass
import secrets
from datetime import UTC, datetime, timedelta

from tortoise import connections

from core.config import Settings
from core.errors import BadInput, SetupFailed
from core.jobs import transaction
from core.ledger import ledger
from core.ledger.credits import format_credits, to_mc
from core.models import Payment, Person
from core.people import name_of
from payments import economics, prices, promotions, refunds
from payments.amounts import price
from payments.books import everybody
from payments.stripe_api import open_client

LISTED_MAX = 50


async def catalogue(args: argparse.Namespace, settings: Settings) -> int:
    """Make the products and prices that Stripe lacks."""
    opened = open_client(settings)
    if opened is None:
        raise SetupFailed("SYSRAI_STRIPE_SECRET_KEY is not set.")
    client, http = opened
    try:
        for line in await prices.sync(client):
            print(line)
    finally:
        await http.close_async()  # type: ignore[no-untyped-call]
    return 0


async def margin(args: argparse.Namespace, settings: Settings) -> int:
    """The figures of the last days."""
    since = datetime.now(UTC) - timedelta(days=args.days)
    sql = connections.get("default")
    for line in economics.table(await economics.margin(sql, since, args.by), await economics.sold(sql, since)):
        print(line)
    return 0


async def payments(args: argparse.Namespace, settings: Settings) -> int:
    """The latest payments, a line each."""
    whose = {"person_id__in": await everybody(args.person)} if args.person else {}
    for one in await Payment.filter(**whose).order_by("-id").limit(LISTED_MAX):
        back = f", {price(one.refunded, one.currency)} given back" if one.refunded else ""
        disputed = "".join(f", dispute {id} {state}" for id, state in one.disputes.items()) + (", fraud warning" if one.warned else "")
        name = await name_of(one.person_id)
        print(f"{one.id:6} {one.at:%Y-%m-%d %H:%M} person {one.person_id} {name}: {one.item} for {price(one.gross, one.currency)} by {one.via}{back}{disputed}")
    return 0


async def refund(args: argparse.Namespace, settings: Settings) -> int:
    """Write a refund down; a worker gives the money back."""
    async with transaction() as tx:
        made = await refunds.ask(tx, args.payment, amount=args.amount, by=operator(), why=args.why)
    print(f"Refund {made.id} of payment {args.payment}: {made.amount}. A running worker gives it back and takes the credits.")
    return 0


async def grant(args: argparse.Namespace, settings: Settings) -> int:
    """Give credits as goodwill."""
    wallet = await _wallet(args.person)
    if args.credits <= 0:
        raise BadInput("At least one credit.")
    async with transaction() as tx:
        key = f"operator:{args.key or secrets.token_hex(8)}"
        given = await ledger.grant(tx.sql, key, wallet, to_mc(args.credits), ledger.Source.GOODWILL, actor=f"{operator()}: {args.why}"[:120])
        tx.touch(f"wallet:{wallet}")
        now = await ledger.balance(tx.sql, wallet)
    print(
        f"{'Given before' if given.duplicate else 'Given'}: {format_credits(given.amount_mc)} credits. Person {args.person} has {format_credits(now.free_mc)}."
    )
    return 0


async def freeze(args: argparse.Namespace, settings: Settings) -> int:
    """Stop a wallet."""
    async with transaction() as tx:
        await ledger.freeze(tx.sql, f"operator:{secrets.token_hex(8)}", await _wallet(args.person), actor=operator(), why=args.why)
    print(f"Person {args.person} spends nothing until `sysrai admin thaw {args.person}`.")
    return 0


async def thaw(args: argparse.Namespace, settings: Settings) -> int:
    """Let a wallet spend again; what warned about its payments counts as looked at."""
    async with transaction() as tx:
        await ledger.thaw(tx.sql, f"operator:{secrets.token_hex(8)}", await _wallet(args.person), actor=operator(), why=args.why)
        await Payment.filter(person_id__in=await everybody(args.person), warned=True).update(warned=False)
    print(f"Person {args.person} may spend again.")
    return 0


async def code(args: argparse.Namespace, settings: Settings) -> int:
    """Make a promotion code."""
    made = await promotions.make_code(args.name, args.credits, uses=args.uses, until=datetime.now(UTC) + timedelta(days=args.days))
    print(f"{made.code}: {args.credits} credits, for {args.uses} people, for {args.days} days.")
    return 0


async def _wallet(person: int) -> str:
    if not await Person.filter(id=person).exists():
        raise BadInput(f"There is no person {person}.")
    return ledger.person(person)


def operator() -> str:
    """Who runs this command, for the books."""
    try:
        return f"operator:{getpass.getuser()}"
    except (KeyError, OSError):
        return "operator"


ACTS = {
    "catalogue": catalogue, "margin": margin, "payments": payments, "refund": refund, "grant": grant, "freeze": freeze, "thaw": thaw, "code": code,
}  # fmt: skip
"""Every act by its name."""
