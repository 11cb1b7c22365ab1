"""What the database refuses whoever asks, and what the audit finds when somebody gets past that."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import pytest
from tortoise.transactions import in_transaction

from core import database, embedded
from core.ledger import ledger, schema
from core.ledger.audit import audit
from core.ledger.ledger import Source, person
from tests.core.ledger.connection import Connection

ANA, BEN = person(1), person(2)
TABLES = ("account", "txn", "entry", "lot", "hold")


@pytest.fixture
async def used(sql: Any) -> Any:
    """A ledger with something in every table: one settled and one open hold."""
    await ledger.grant(sql, "g", ANA, 1000, Source.STRIPE)
    await ledger.hold(sql, "done", ANA, 300, 1, actor=ANA)
    await ledger.settle(sql, "done", 200)
    await ledger.hold(sql, "open", ANA, 300, 2, actor=ANA)
    await sql.raw.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")  # nothing is left to check
    return sql


async def refused(sql: Any, *statements: str) -> str:
    """Run these; they must fail. Returns what was said."""
    with pytest.raises(asyncpg.PostgresError) as error:
        async with sql.raw.transaction():
            for statement in statements:
                await sql.raw.execute(statement)
            await sql.raw.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return str(error.value)


MOVING = "SELECT set_config('ledger.moving', 'on', true)"


@pytest.mark.parametrize("table", TABLES)
async def test_nothing_is_deleted_or_truncated(used: Any, table: str) -> None:
    assert "nothing is deleted" in await refused(used, MOVING, f"DELETE FROM ledger.{table}")
    assert "nothing is deleted" in await refused(used, MOVING, f"TRUNCATE ledger.{table}")
    assert "nothing is deleted" in await refused(used, MOVING, f"TRUNCATE ledger.{table} CASCADE")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger.account SET free = free + 1000",
        "UPDATE ledger.account SET debt = 0",
        "UPDATE ledger.lot SET free = free + 1",
        "UPDATE ledger.hold SET captured = 0, settled_at = now() WHERE id = 'open'",
        "INSERT INTO ledger.account (code) VALUES ('person:9')",
        "INSERT INTO ledger.txn (kind, key, args, result, actor, at) VALUES ('grant', 'x', '{}', '{}', 'me', now())",
        "INSERT INTO ledger.entry VALUES (1, 9, 1, 'credits', 5, NULL)",
        "INSERT INTO ledger.lot (account_id, source, rank, granted) VALUES (1, 'stripe', 4, 5)",
    ],
)
async def test_nothing_is_written_but_by_the_functions(used: Any, statement: str) -> None:
    assert "call a function of the ledger" in await refused(used, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger.txn SET actor = 'somebody else'",
        "UPDATE ledger.entry SET amount = amount * 2",
        "UPDATE ledger.account SET code = 'person:99' WHERE code = 'person:1'",
        "UPDATE ledger.lot SET expires_at = now()",
        "UPDATE ledger.lot SET source = 'play'",
        "UPDATE ledger.lot SET granted = granted + 1",
        "UPDATE ledger.hold SET amount = 1",
        "UPDATE ledger.hold SET amounts = '{1}'",
        "UPDATE ledger.hold SET captured = 0 WHERE id = 'done'",
        "UPDATE ledger.hold SET captured = NULL, settled_at = NULL WHERE id = 'done'",
        "UPDATE ledger.hold SET captured = 301, settled_at = now() WHERE id = 'open'",
        "UPDATE ledger.account SET free = -1 WHERE code = 'person:1'",
        "UPDATE ledger.lot SET held = -1",
    ],
)
async def test_history_and_limits_hold_even_for_a_function_gone_wrong(used: Any, statement: str) -> None:
    assert await refused(used, MOVING, statement)


def _txn(*entries: str) -> list[str]:
    move = "INSERT INTO ledger.txn (kind, key, args, result, actor, at) VALUES ('grant', 'forged', '{}', '{}', 'me', now())"
    new = "(SELECT id FROM ledger.txn WHERE key = 'forged')"
    return [MOVING, move, *(f"INSERT INTO ledger.entry VALUES {entry.replace('NEW', new)}" for entry in entries)]


@pytest.mark.parametrize(
    "statements",
    [
        _txn("(NEW, 1, 1, 'credits', 5, NULL)"),
        _txn("(NEW, 1, 1, 'credits', 5, NULL), (NEW, 2, -1, 'credits', -4, NULL)"),
        _txn("(NEW, 1, 1, 'credits', 5, NULL)", "(NEW, 2, -1, 'credits', -5, NULL)"),
        _txn("(NEW, 1, 1, 'credits', 0, NULL)"),
        _txn("(NEW, 2, 1, 'credits', 5, NULL), (NEW, 3, -1, 'credits', -5, NULL)"),
        _txn("(NEW, 1, 1, 'debt', 5, 1), (NEW, 2, -1, 'credits', -5, NULL)"),
        _txn(),
        [MOVING, "INSERT INTO ledger.entry VALUES (987654, 1, 1, 'credits', 5, NULL), (987654, 2, -1, 'credits', -5, NULL)"],
    ],
    ids=["one-sided", "unequal", "in two statements", "nothing", "unnumbered", "debt with a lot", "no entries", "no move"],
)
async def test_a_move_balances_in_one_statement(used: Any, statements: list[str]) -> None:
    assert "ledger: " in await refused(used, *statements)


@pytest.mark.parametrize(
    "entries", ["(1, 3, 1, 'credits', 5, NULL), (1, 4, -1, 'credits', -5, NULL)", "(1, 1, 1, 'credits', 5, NULL), (1, 2, -1, 'credits', -5, NULL)"]
)
async def test_nothing_is_added_to_an_old_move_not_even_balanced(used: Any, entries: str) -> None:
    rows = await used.execute_query_dict("SELECT min(id) AS id FROM ledger.txn")
    entries = entries.replace("(1, ", f"({rows[0]['id']}, ")
    assert await refused(used, MOVING, f"INSERT INTO ledger.entry VALUES {entries}")


async def test_names_are_qualified_whatever_the_search_path_says(sql: Any) -> None:
    await sql.raw.execute("CREATE SCHEMA elsewhere; SET search_path = elsewhere")
    for table in TABLES:
        await sql.raw.execute(f"CREATE TABLE elsewhere.{table} (id int)")
    await ledger.grant(sql, "g", ANA, 1000, Source.PROMO)
    await ledger.hold(sql, "h", ANA, 600, 1, actor=ANA, limit_mc=5000)
    await ledger.settle(sql, "h", 100)
    await ledger.refund_capture(sql, "r", "h", 50, actor="operator:1")
    await ledger.transfer(sql, "t", ANA, BEN, 50, actor=ANA)
    await ledger.merge(sql, "m", ANA, BEN, actor=ANA)
    await ledger.claw_back(sql, "c", "g")
    await ledger.pay_debt(sql, "p", BEN, actor=BEN)
    await ledger.expire_due(sql)
    await ledger.freeze(sql, "f", BEN, actor="operator:1")
    assert (await ledger.balance(sql, ANA)).posted_mc == 0
    assert len(await ledger.history(sql, BEN)) > 3
    assert (await audit(sql)).ok


async def test_the_script_needs_no_superuser(servers: embedded.Servers) -> None:
    admin = await asyncpg.connect(servers.database_url)
    await admin.execute("CREATE ROLE landlord LOGIN")
    await admin.execute("CREATE DATABASE plain OWNER landlord")
    try:
        owner = await asyncpg.connect(servers.database_url.replace("postgres://postgres", "postgres://landlord").replace("/postgres?", "/plain?"))
        async with owner.transaction():
            await owner.execute(schema.statements())
        await owner.fetchval("SELECT ledger.grant_credits('g', 'person:1', 5, 'stripe')")
        await owner.close()
    finally:
        await admin.execute("DROP DATABASE plain WITH (FORCE)")
        await admin.execute("DROP ROLE landlord")
        await admin.close()


async def test_the_face_works_on_tortoises_connection(database_url: str) -> None:
    await database.connect(database_url)
    try:
        async with in_transaction() as tx:
            await ledger.grant(tx, "g", ANA, 1000, Source.STRIPE)
            assert isinstance(await ledger.hold(tx, "h", ANA, 700, 1, actor=ANA), ledger.Held)
        async with in_transaction() as tx:
            assert (await ledger.settle(tx, "h", 700)).captured_mc == 700
            assert (await ledger.holds_of(tx, 1))[0].captured_mc == 700
            assert (await ledger.balance(tx, ANA)).by_source == {Source.STRIPE: 300}
            assert (await audit(tx)).ok
    finally:
        await database.close()


TAMPERING = {
    "All entries together sum to": "UPDATE ledger.entry SET amount = amount + 5 WHERE seq = 1",
    "sum to": "UPDATE ledger.entry SET amount = amount + 5 WHERE seq = 1",
    "has no entries": "DELETE FROM ledger.entry",
    "There are entries of move": "DELETE FROM ledger.txn",
    "There are entries of account": "DELETE FROM ledger.account WHERE id < 0",
    "There are entries of lot": "DELETE FROM ledger.lot",
    "its entries say": "UPDATE ledger.account SET free = free + 1 WHERE code = 'person:1'",
    "its lots have 500 free": "UPDATE ledger.account SET free = free + 1 WHERE code = 'person:1'",
    "owes 7": "UPDATE ledger.account SET debt = 7 WHERE code = 'person:1'",
    "its lots have 300 held": "UPDATE ledger.account SET held = held + 1 WHERE code = 'person:1'",
    "its open holds come to": "UPDATE ledger.account SET held = held + 1 WHERE code = 'person:1'",
    "was merged away": "UPDATE ledger.account SET merged_into = -1 WHERE code = 'person:1'",
    "keeps a sum of": "UPDATE ledger.account SET free = 1 WHERE code = 'system:revenue'",
    "left, its entries say": "UPDATE ledger.lot SET free = free - 1",
    "the open holds on it come to": "UPDATE ledger.lot SET held = held + 1, free = free - 1",
    "of 10 granted": "UPDATE ledger.lot SET granted = 10",
    "is marked open=0": "UPDATE ledger.lot SET open = false",
    "count as clawed back": "UPDATE ledger.lot SET clawed = 5",
    "the lots under it come to": "UPDATE ledger.hold SET amount = 301 WHERE id = 'open'",
    "stands on a lot of account": "UPDATE ledger.hold SET account_id = 77 WHERE id = 'open'",
    "Hold open of 300 is settled with 400": "UPDATE ledger.hold SET captured = 400, settled_at = now() WHERE id = 'open'",
    "it captured 300": "UPDATE ledger.hold SET captured = 300, settled_at = now() WHERE id = 'open'",
    "count as refunded": "UPDATE ledger.hold SET refunded = 5 WHERE id = 'done'",
    "missing or switched off": "ALTER TABLE ledger.entry DISABLE TRIGGER d_balanced",
}


@pytest.mark.parametrize("finding", TAMPERING)
async def test_the_audit_says_what_was_tampered_with(used: Any, finding: str) -> None:
    assert (await audit(used)).ok
    await used.raw.execute("SET LOCAL session_replication_role = replica")  # as somebody with all rights would
    await used.raw.execute(TAMPERING[finding])
    found = await audit(used)
    assert not found.ok
    assert any(finding in sentence for sentence in found.breaches), found.breaches
    assert found.lines()[-1].startswith("ledger broken")


async def test_the_audit_compares_captures_with_the_accepted_shots(used: Any) -> None:
    right = "SELECT 1::bigint, 200"
    assert (await audit(used, right)).breaches == []
    assert (await audit(used, "SELECT 1::bigint, 300")).breaches == ["Render 1 captured 200, its accepted shots cost 300."]
    assert (await audit(used, right + " UNION ALL SELECT 2, 0")).breaches == ["Render 2 has ended and still holds 300."]
    assert (await audit(used, right + " UNION ALL SELECT 3, 50")).breaches == ["Render 3 captured 0, its accepted shots cost 50."]
    assert (await audit(used, "SELECT 9::bigint, 0")).breaches == ["200 were captured for render 1, which has not ended."]


async def test_the_last_line_of_an_audit_shows_the_figures(used: Any) -> None:
    found = await audit(used)
    assert found.figures["holds_open"] == 1
    assert found.lines() == ["ledger ok: 1 wallets, 2 moves, 4 entries, 2 holds (1 open), 0.8 credits posted, 0.3 held, 0 owed, 0.2 captured, 0 given back"]


async def test_a_connection_cut_in_the_middle_leaves_nothing(pool: asyncpg.Pool, database_url: str) -> None:
    await ledger.grant(Connection(pool), "g", ANA, 1000, Source.STRIPE)
    for cut in ("client", "server"):
        raw = await asyncpg.connect(database_url)
        await raw.execute("BEGIN")
        await ledger.hold(Connection(raw), "h", ANA, 600, 1, actor=ANA)
        await ledger.settle(Connection(raw), "h", 500)
        pid = raw.get_server_pid()
        if cut == "server":
            await pool.execute("SELECT pg_terminate_backend($1)", pid)
        raw.terminate()
        for _ in range(100):
            if not await pool.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = $1", pid):
                break
            await asyncio.sleep(0.02)
    found = await ledger.balance(Connection(pool), ANA)
    assert (found.posted_mc, found.held_mc) == (1000, 0)
    assert (await audit(Connection(pool))).figures["holds"] == 0
