"""Rows that point at a row which turns out to be another: a person known by two accounts, a group that became a supergroup.

Which columns those are is asked of the database, so that a table that comes later is not forgotten. Called by `linking` and `places`.
"""

from __future__ import annotations

import re

from core.jobs import Tx

_COLUMNS = """SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
 WHERE c.contype = 'f' AND c.confrelid = $1::text::regclass AND cardinality(c.conkey) = 1 ORDER BY 1, 2"""
_UNIQUE = """SELECT i.indexrelid, array_agg(a.attname ORDER BY a.attnum) AS columns FROM pg_index i
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
 WHERE i.indrelid = $1::text::regclass AND i.indisunique AND NOT i.indisprimary AND i.indexprs IS NULL GROUP BY i.indexrelid"""
_NAME = re.compile(r"[a-z_][a-z0-9_]*")


async def repoint(tx: Tx, target: str, old: int, new: int) -> None:
    """Make everything that points at row `old` of the table `target` point at row `new`.

    Where a unique index allows only one of both (a member of one place twice), the row of `new` stays as it is and that of `old` is left behind.
    """
    for row in await tx.sql.execute_query_dict(_COLUMNS, [target]):
        table, column = row["table"], row["column"]
        assert _NAME.fullmatch(table), table
        assert _NAME.fullmatch(column), column
        taken = []
        for index in await tx.sql.execute_query_dict(_UNIQUE, [table]):
            if column in index["columns"]:
                others = [f" AND o.{other} IS NOT DISTINCT FROM t.{other}" for other in index["columns"] if other != column]
                taken.append(f" AND NOT EXISTS (SELECT FROM {table} o WHERE o.{column} = $2{''.join(others)})")
        await tx.sql.execute_query_dict(f"UPDATE {table} t SET {column} = $2 WHERE {column} = $1{''.join(taken)} RETURNING 1 AS moved", [old, new])
