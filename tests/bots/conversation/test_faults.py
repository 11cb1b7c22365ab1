"""Killed between any two statements of a turn or of a show: nothing is lost, nothing happens twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tortoise import connections
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper

from bots.conversation.events import Event, Pressed, Said
from core.jobs import transaction
from core.ledger import audit
from core.models import Project, Render
from core.rendering.advance import ACCEPTED_SQL

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set, Talker

STATEMENTS = ("execute_query", "execute_query_dict", "execute_insert", "execute_many")
TABLES = ("project", "version", "render", "slate", "post", "inbox", "dialogue", "action", "job", "person", "identity", "place", "milestone")


class Killed(BaseException):
    """The process dies here."""


@contextmanager
def killed_at(n: int) -> Iterator[list[int]]:
    """Every statement after the n-th dies. Yields a list that holds how many were begun."""
    count = [0]
    patch = pytest.MonkeyPatch()

    def dying(real: Any) -> Any:
        async def run(self: Any, *args: Any, **kwargs: Any) -> Any:
            count[0] += 1
            if count[0] > n:
                raise Killed
            return await real(self, *args, **kwargs)

        return run

    with patch.context() as patch:
        for owner in (AsyncpgDBClient, TransactionWrapper):
            for name in STATEMENTS:
                if name in vars(owner):
                    patch.setattr(owner, name, dying(vars(owner)[name]))
        yield count


async def picture() -> str:
    """Everything in the tables that a turn writes."""
    db = connections.get("default")
    rows = []
    for table in TABLES:
        rows += await db.execute_query_dict(f"SELECT '{table}' AS of, md5(coalesce(string_agg(t::text, ',' ORDER BY id), '')) AS rows FROM {table} t")
    return repr(rows)


async def survive(set_: Set, event: Event) -> int:
    """Deliver an event again and again, killed one statement later each time; before it lives, nothing may have changed."""
    before = await picture()
    for n in range(1, 400):
        with killed_at(n):
            try:
                posts = await set_.engine.turn(event)
            except Killed:
                posts = None
        if posts is not None:
            assert await set_.engine.turn(event) == []
            await set_.work()
            return n
        assert await picture() == before, f"killed after statement {n}"
    raise AssertionError("it never ends")


def press(ana: Talker, label: str = "") -> Pressed:
    """The event of pressing a button of the newest message that asks."""
    choice = next(one for one in ana.asking.choices if one.label == label or not label)
    return Pressed(ana.at, f"press-{choice.action}", choice.action)


async def test_every_turn_of_a_journey_survives_kills(set_: Set) -> None:
    ana = set_.person()
    tried = await survive(set_, Said(ana.at, "idea", "a keeper finds a letter"))
    for label in ("Good, go on", "A"):
        tried += await survive(set_, press(ana, label))
    tried += await survive(set_, Said(ana.at, "talk", "make scene 2 at night"))
    for label in ("Looks right: meet the cast", "Draw the storyboard"):
        tried += await survive(set_, press(ana, label))
    await ana.chooses("Look at one shot", "h3")
    tried += await survive(set_, press(ana, "Redraw"))
    for label in ("Approve all 5", "Render it", ""):
        tried += await survive(set_, press(ana, label))
    assert tried > 100
    assert ana.last.name == "film"
    assert await Project.all().count() == 1
    assert await Render.filter(tier="drawn").count() == 1
    async with transaction() as tx:
        found = await audit.audit(tx.sql, ACCEPTED_SQL)
    assert found.ok, found.lines()
    nonces = [message.nonce for message in set_.chat.messages]
    assert len(nonces) == len(set(nonces))


async def test_showing_survives_kills(set_: Set) -> None:
    ana = set_.person()
    posts = await set_.engine.turn(Said(ana.at, "idea", "a keeper finds a letter"))
    for n in range(1, 100):
        with killed_at(n):
            try:
                await set_.showing.now(posts)
                break
            except Killed:
                pass
        await connections.get("default").execute_query_dict("UPDATE job SET lease_until = NULL RETURNING id")
    await set_.work()
    assert [message.view.name for message in ana.seen] == ["brief"]
    assert ana.seen[0].edits == 0
