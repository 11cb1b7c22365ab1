"""A connection or pool of asyncpg, as the ledger's face wants it. Used by the tests and the benchmark of the ledger."""

from __future__ import annotations

from typing import Any

import asyncpg


class Connection:
    """asyncpg's connection with the one method that rooms have on theirs."""

    def __init__(self, raw: asyncpg.Connection | asyncpg.Pool) -> None:
        self.raw = raw

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Run one statement and return its rows."""
        return [dict(row) for row in await self.raw.fetch(query, *(values or []))]
