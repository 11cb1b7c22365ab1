"""The one Postgres: opening it, closing it, bringing its tables up to date. Called by the wiring and by tests."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import asyncpg
from tortoise import Tortoise, connections
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.exceptions import DBConnectionError
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.schema_editor import AsyncpgSchemaEditor
from tortoise.transactions import in_transaction

from core.errors import SetupFailed

log = logging.getLogger(__name__)

MIGRATION_LOCK = 7_201_311
"""Key of the advisory lock under which one process migrates and the others wait."""
CONNECT_S = 20.0

Down = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InternalClientError,  # a connection that was told of the server's death and not yet of its own
    DBConnectionError,
)
"""What a lost or absent database raises; the work goes on once it is back."""


def config(url: str, *, pool: int = 12) -> dict[str, Any]:
    """Tortoise's configuration for this address (`postgres://…`, with `?host=` for a socket). Raises SetupFailed."""
    scheme, _, rest = url.partition("://")
    if scheme not in ("postgres", "postgresql", "asyncpg") or not rest:
        raise SetupFailed("SYSRAI_DATABASE_URL must begin with postgres://")
    options = f"{'&' if '?' in rest else '?'}min_size=1&max_size={pool}"
    connection = expand_db_url(f"asyncpg://{rest}{options}")
    connection["credentials"]["reset"] = _nothing_to_reset
    return {
        "connections": {"default": connection},
        "apps": {"core": {"models": ["core.models"], "default_connection": "default", "migrations": "core.migrations"}},
        "use_tz": True,
    }


async def _nothing_to_reset(connection: asyncpg.Connection) -> None:
    """Called as a connection goes back to the pool, in place of asyncpg's four statements: nothing here changes a connection's own
    state. A transaction left open is rolled back all the same."""


async def connect(url: str, *, pool: int = 12, patience_s: float = CONNECT_S) -> None:
    """Open the database, waiting for one that is just starting. Raises SetupFailed when it stays away."""
    settings = config(url, pool=pool)
    await Tortoise.init(config=settings, _enable_global_fallback=True)
    deadline = asyncio.get_running_loop().time() + patience_s
    while True:
        try:
            await connections.get("default").execute_query_dict("SELECT 1")
            return
        except (asyncpg.InvalidPasswordError, asyncpg.InvalidCatalogNameError, asyncpg.InvalidAuthorizationSpecificationError) as error:
            await close()
            raise SetupFailed(f"The database refused us: {error}. Check SYSRAI_DATABASE_URL.") from error
        except Down as error:
            if asyncio.get_running_loop().time() > deadline:
                await close()
                raise SetupFailed(f"The database does not answer ({type(error).__name__}). Is it running, and is SYSRAI_DATABASE_URL right?") from error
            log.info("waiting for the database: %r", error)
            await asyncio.sleep(0.5)


async def close() -> None:
    """Close all connections of this process."""
    await Tortoise.close_connections()


async def migrate() -> None:
    """Bring the tables up to date; several processes may ask at once, one works and the others wait."""
    apps = Tortoise.apps
    assert apps is not None, "connect first"
    # One transaction around the executor: it records a migration outside the migration's own transaction.
    async with in_transaction() as sql:
        await sql.execute_query_dict("SELECT pg_advisory_xact_lock($1::bigint)", [MIGRATION_LOCK])
        executor = MigrationExecutor(sql, config("postgres://unused")["apps"])
        await executor.recorder.ensure_schema(AsyncpgSchemaEditor(sql, atomic=False))  # asking a table that is not there would abort the transaction
        await executor.migrate(direction="forward")


OFFLINE = config("postgres://nowhere")
"""For `tortoise -c core.database.OFFLINE makemigrations`, which compares the models with the migrations and asks no server."""
