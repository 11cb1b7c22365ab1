"""Hold and settle on grown tables against pgbench's TPC-B, on one durable server, with the same number of clients.

A cycle is two transactions, `place_hold` and `settle_hold`, each with its own commit; TPC-B is one. Both run in pgbench as it
comes, taking turns, so that a busy machine slows both; one row has both with prepared statements. `python -m tests.benchmarks.bench_ledger` prints the rows.
"""

from __future__ import annotations

import asyncio
import json
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import asyncpg

from core import embedded
from core.ledger import schema
from core.ledger.audit import audit
from tests.core.ledger.connection import Connection

AIM = 0.4
CLIENTS = 4
WALLETS = 2000
CYCLE = r"""
\set wallet random(1, {wallets})
\set n random(1, 9000000000000000)
SELECT ledger.place_hold('bench:' || :n, 'person:' || :wallet, 60000, :n, 'person:' || :wallet);
SELECT ledger.settle_hold('bench:' || :n, 57000);
"""
HOT_CYCLE = CYCLE.replace(r"\set wallet random(1, {wallets})", r"\set wallet 1")
GROW = """
DO $$ BEGIN
  FOR i IN {first}..{last} LOOP
    PERFORM ledger.place_hold('grown:' || i, 'person:' || 1 + i % {wallets}, 60000, -i, 'person:' || 1 + i % {wallets});
    PERFORM ledger.settle_hold('grown:' || i, 57000);
  END LOOP;
END $$"""


async def _grow(url: str, entries: int) -> int:
    """Fill the ledger by its own functions until it has about this many entries; returns how many there are."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute(schema.statements())
        for source, expires in (("promo", "now() + interval '30 days'"), ("subscription", "now() + interval '60 days'"), ("stripe", "NULL")):
            await connection.execute(
                f"SELECT ledger.grant_credits('{source}:' || i, 'person:' || i, {10**6 if source != 'stripe' else 10**12}, '{source}', {expires}) "
                f"FROM generate_series(1, {WALLETS}) i"
            )
        cycles, done = max(0, entries - 6 * WALLETS) // 2, 0
        while done < cycles:
            await connection.execute("ANALYZE")  # plans made for empty tables would read whole ones
            last = min(cycles, done + max(2000, done))
            await connection.execute(GROW.format(first=done + 1, last=last, wallets=WALLETS))
            done = last
        await connection.execute("VACUUM ANALYZE")
        return int(await connection.fetchval("SELECT count(*) FROM ledger.entry"))
    finally:
        await connection.close()


def _pgbench(url: str, *arguments: str) -> str:
    host = url.partition("host=")[2]
    command = [embedded.BIN / "pgbench", "-h", host, "-U", embedded.USER, *arguments, "postgres"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _tps(url: str, seconds: int, *arguments: str) -> float:
    """Transactions a second."""
    said = _pgbench(url, "-n", "-c", str(CLIENTS), "-j", "2", "-T", str(seconds), *arguments)
    tps = re.search(r"tps = ([\d.]+)", said)
    assert "number of failed transactions: 0 " in said, said
    assert tps, said
    return float(tps[1])


async def _proved(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        found = await audit(Connection(connection))
        assert found.ok, found.breaches
    finally:
        await connection.close()


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Measure, prove the books, and return rows: name, value, unit, baseline, ratio, aim."""
    entries, seconds, rounds = (40_000, 2, 3) if quick else (200_000, 4, 7)
    with tempfile.TemporaryDirectory() as folder, embedded.servers(Path(folder), durable=True) as servers:
        url = servers.database_url
        grown = asyncio.run(_grow(url, entries))
        _pgbench(url, "-i", "-q", "-s", "10")
        script, hot = Path(folder) / "cycle.sql", Path(folder) / "hot.sql"
        script.write_text(CYCLE.format(wallets=WALLETS))
        hot.write_text(HOT_CYCLE)
        kinds: dict[str, tuple[str, ...]] = {
            f"hold + settle, {CLIENTS} clients, {grown:,} entries": ("-f", str(script)),
            "hold + settle on one hot wallet": ("-f", str(hot)),
            "hold + settle, prepared statements on both sides": ("-M", "prepared", "-f", str(script)),
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for _ in range(rounds):
            for name, arguments in kinds.items():
                protocol = arguments[:2] if arguments[0] == "-M" else ()
                found[name].append((_tps(url, seconds, *arguments), _tps(url, seconds, *protocol)))
        asyncio.run(_proved(url))
    return [
        {
            "name": f"ledger: {name}, against TPC-B",
            "value": round(statistics.median(tps for tps, _ in pairs), 1),
            "unit": "1/s",
            "baseline": round(statistics.median(base for _, base in pairs), 1),
            "ratio": round(statistics.median(tps / base for tps, base in pairs), 3),
            "aim": AIM if n == 0 else None,
        }
        for n, (name, pairs) in enumerate(found.items())
    ]


if __name__ == "__main__":
    print(json.dumps(run(quick="--quick" in sys.argv), indent=1))
