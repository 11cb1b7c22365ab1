"""What every test may use: a real Postgres and a real Valkey from wheels, and a network that ends at loopback."""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import hypothesis
import pytest

from core import database, embedded, jobs

hypothesis.settings.register_profile("sysrai", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("sysrai")  # a slow machine is no finding, and the same examples are tried everywhere

LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Nothing outside this machine is reached, whatever a client library tries."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def check(sock: socket.socket, address: Any) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise OSError(f"the tests reach no network: {address}")

    def guarded(self: socket.socket, address: Any) -> None:
        check(self, address)
        return connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        check(self, address)
        return connect_ex(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        patch.setattr(socket.socket, "connect_ex", guarded_ex)
        for name in [name for name in os.environ if name.startswith("SYSRAI_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[embedded.Servers]:
    """Real PostgreSQL and Valkey, one pair per test process, without fsync."""
    with embedded.servers(tmp_path_factory.mktemp("servers"), durable=False) as running:
        yield running


@pytest.fixture(scope="session")
def template_database(servers: embedded.Servers) -> str:
    """Name of a migrated, empty database that every test's own database is copied from."""
    import asyncio

    async def make() -> None:
        admin = await asyncpg.connect(servers.database_url)
        await admin.execute("CREATE DATABASE template_sysrai")
        await admin.close()
        await database.connect(servers.database_url.replace("/postgres?", "/template_sysrai?"))
        await database.migrate()
        await database.close()

    asyncio.run(make())
    return "template_sysrai"


@pytest.fixture
async def database_url(servers: embedded.Servers, template_database: str, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """Address of an empty, migrated database of the test's own."""
    name = f"test_{os.getpid()}_{abs(hash(request.node.nodeid))}"
    admin = await asyncpg.connect(servers.database_url)
    await admin.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
    yield servers.database_url.replace("/postgres?", f"/{name}?")
    await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await admin.close()


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[str]:
    """The test's own database, connected: models, `jobs.transaction()` and the ledger work. Yields its address."""
    await database.connect(database_url)
    yield database_url
    await database.close()
    jobs.set_waker(None)


@pytest.fixture
async def redis_url(servers: embedded.Servers) -> AsyncIterator[str]:
    """Address of the Valkey server, emptied before and after."""
    import redis.asyncio

    async with redis.asyncio.Redis.from_url(servers.redis_url) as client:
        await client.flushall()
        yield servers.redis_url
        await client.flushall()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory of the test's own."""
    return tmp_path / "data"
