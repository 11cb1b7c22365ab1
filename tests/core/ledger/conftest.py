"""Connections to a migrated database, as the moves want them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from core import embedded
from tests.core.ledger.connection import Connection

ROLLED_BACK = "ledger_rolled_back"


@pytest.fixture(scope="session")
def rolled_back_url(servers: embedded.Servers, template_database: str) -> str:
    """Address of an empty, migrated database in which nothing is ever committed."""

    async def make() -> None:
        admin = await asyncpg.connect(servers.database_url)
        await admin.execute(f"CREATE DATABASE {ROLLED_BACK} TEMPLATE {template_database}")
        await admin.close()

    asyncio.run(make())
    return servers.database_url.replace("/postgres?", f"/{ROLLED_BACK}?")


@pytest.fixture
async def sql(rolled_back_url: str) -> AsyncIterator[Connection]:
    """A connection inside a transaction that is rolled back at the end."""
    raw = await asyncpg.connect(rolled_back_url)
    attempt = raw.transaction()
    await attempt.start()
    yield Connection(raw)
    await attempt.rollback()
    await raw.close()


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[asyncpg.Pool]:
    """Many connections to the test's own database; each statement commits by itself."""
    async with asyncpg.create_pool(database_url, min_size=1, max_size=25) as connections:
        yield connections
