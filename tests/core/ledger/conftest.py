"""A database that holds the ledger alone, and its connection as the moves want it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator

import asyncpg
import pytest

from core import embedded
from core.ledger import schema
from tests.core.ledger.connection import Connection

TEMPLATE = "template_ledger"


@pytest.fixture(scope="session")
def ledger_template(servers: embedded.Servers) -> str:
    """Address of a database with an empty ledger, made by the script as one transaction."""

    async def make() -> None:
        admin = await asyncpg.connect(servers.database_url)
        await admin.execute(f"CREATE DATABASE {TEMPLATE}")
        await admin.close()
        connection = await asyncpg.connect(servers.database_url.replace("/postgres?", f"/{TEMPLATE}?"))
        async with connection.transaction():
            await connection.execute(schema.statements())
        await connection.close()

    asyncio.run(make())
    return servers.database_url.replace("/postgres?", f"/{TEMPLATE}?")


@pytest.fixture
async def sql(ledger_template: str) -> AsyncIterator[Connection]:
    """A connection inside a transaction that is rolled back at the end."""
    raw = await asyncpg.connect(ledger_template)
    attempt = raw.transaction()
    await attempt.start()
    yield Connection(raw)
    await attempt.rollback()
    await raw.close()


@pytest.fixture
async def ledger_url(servers: embedded.Servers, ledger_template: str, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """Address of the test's own ledger, for tests with several connections and commits."""
    name = f"ledger_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    admin = await asyncpg.connect(servers.database_url)
    await admin.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    yield servers.database_url.replace("/postgres?", f"/{name}?")
    await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await admin.close()


@pytest.fixture
async def pool(ledger_url: str) -> AsyncIterator[asyncpg.Pool]:
    """Many connections to the test's own ledger; each statement commits by itself."""
    async with asyncpg.create_pool(ledger_url, min_size=1, max_size=25) as connections:
        yield connections
