"""What a turn and its messages cost in statements of SQL: the busier the machine, the more each of them weighs in how fast people are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest
from tortoise import connections

from bots.conversation.events import Called, Chosen
from tests.bots.conversation.conftest import Set, Talker

MOST = {"an idea": 21, "a wish about the brief": 19, "the film again": 17, "another length": 14, "another film": 18, "the recommended step": 25}
"""Statements of everything that follows from it at once, its message included."""


def length_menu(who: Talker) -> str:
    """The action of the menu of lengths."""
    return next(one.action for one in who.find("brief").selects if one.label == "Length")


async def test_how_many_statements_an_update_costs(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    for name in ("fetch", "fetchrow", "execute"):

        def counted(call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
            async def run(self: asyncpg.Connection, query: str, *args: Any, **kwargs: Any) -> Any:
                said.append(query)
                return await call(self, query, *args, **kwargs)

            return run

        monkeypatch.setattr(asyncpg.Connection, name, counted(getattr(asyncpg.Connection, name)))
    ana = set_.person()
    await ana.calls("start")
    doing: dict[str, Callable[[], Awaitable[Any]]] = {
        "an idea": lambda: ana.says("a keeper finds a letter", work=False),
        "a wish about the brief": lambda: ana.says("make it 2 minutes, vertical", work=False),
        "the film again": lambda: ana._do(Called(ana.at, ana._update(), "open", {}), work=False),
        "another length": lambda: ana._do(Chosen(ana.at, ana._update(), length_menu(ana), "180"), work=False),
        "another film": lambda: ana.begins("a fox learns to count", work=False),
        "the recommended step": lambda: ana.presses(work=False),
    }
    cost = {}
    for name, do in doing.items():
        await set_.work()
        said.clear()
        await do()
        cost[name] = len(said)
    assert {name: count for name, count in cost.items() if count > MOST[name]} == {}, cost


LOOKED_UP = {("identity", "person_id"), ("project", "owner_id"), ("render", "project_id"), ("version", "project_id"), ("dialogue", "person_id"),
             ("crew", "person_id"), ("cut", "project_id"), ("slate", "take_id")}  # fmt: skip
_BARE = """SELECT c.conrelid::regclass::text AS of, a.attname AS by FROM pg_constraint AS c
   JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND NOT EXISTS (SELECT FROM pg_index AS i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])"""


async def test_what_a_turn_looks_up_is_not_searched_for(set_: Set) -> None:
    bare = {(row["of"], row["by"]) for row in await connections.get("default").execute_query_dict(_BARE)}
    assert not bare & LOOKED_UP
