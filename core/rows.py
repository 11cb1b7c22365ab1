"""Several rows of different tables from one statement, as the models that Tortoise would have made of them.

    f"SELECT {columns(Post)}, {columns(Place)} FROM post JOIN place ON …"  ->  made(Post, row), made(Place, row)

The models know their columns only once Tortoise has begun, so such a statement is the value of a function, cached.

For what is read at every update of a chat: a statement costs the more the busier the machine is. Everything else asks Tortoise.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeVar

from tortoise.models import Model

M = TypeVar("M", bound=Model)


@functools.cache
def columns(model: type[Model], alias: str = "") -> str:
    """All columns of a model's table, for a SELECT or RETURNING. `alias`: what the table is called in the statement, if not by its name."""
    alias = alias or str(model._meta.db_table)
    return ", ".join(f'"{alias}"."{column}" AS "{alias}.{column}"' for column in sorted(model._meta.db_fields))


def made(model: type[M], row: Mapping[str, Any], alias: str = "") -> M:
    """The model of these columns."""
    alias = alias or str(model._meta.db_table)
    return model._init_from_db(**{column: row[f"{alias}.{column}"] for column in model._meta.db_fields})


def joined(model: type[M], row: Mapping[str, Any], alias: str = "") -> M | None:
    """The model of these columns; None where a LEFT JOIN found no row."""
    key = f"{alias or model._meta.db_table}.{model._meta.db_pk_column}"
    return None if row[key] is None else made(model, row, alias)
