"""A script that is being written: streamed as drafts where there are some, by edits elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from tortoise import connections

from core import jobs, write_job
from core.writing.writer import Draft, Written
from tests.bots.telegram_chat.conftest import Bench, asking
from tests.core.writing.conftest import lighthouse
from tests.fakes.telegram import Refused
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat

ROUNDS = 2000


def writes_slowly(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer's scenes are shown one by one."""

    async def shown() -> None:
        db = connections.get("default")
        for _ in range(ROUNDS):
            for row in await db.execute_query_dict("UPDATE job SET due_at = now() WHERE kind = 'show' AND done < wanted RETURNING id"):
                await jobs.run(row["id"], bench.set.handlers)
            if not await db.execute_query_dict("SELECT id FROM job WHERE kind = 'show' AND done < wanted"):
                return
            await bench.slept(1.0)
        raise AssertionError("nothing settles")

    async def script(brief: Any, logline: Any, *, on_draft: Any) -> Written:
        whole = lighthouse()
        await shown()
        for count in (1, 2):
            await bench.slept(3.0)
            await on_draft(Draft(script=whole.model_copy(update={"scenes": whole.scenes[:count]}), scenes_done=count, scenes_total=3))
            await shown()
        return Written(whole)

    monkeypatch.setattr(bench.set.writer, "script", script)
    monkeypatch.setattr(write_job, "DRAFT_S", 0.0)


async def to_script(bench: Bench, who: FakeUser, chat: Chat | None = None) -> None:
    """As far as a script."""
    await bench.says(who, "/new a keeper finds a letter", chat=chat)
    await bench.presses(who, chat=chat)
    await bench.presses(who, chat=chat)


async def test_alone_it_grows_as_a_draft_and_comes_as_one_message(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    writes_slowly(bench, monkeypatch)
    ana = bench.telegram.user("Ana")
    await to_script(bench, ana)
    drafts = [one for one in ana.chat.drafts if "1 ·" in one.text]
    assert len(drafts) == 2
    assert len({one.id for one in drafts}) == 1, "one draft that grows"
    assert "2 ·" in drafts[1].text
    whole = asking(ana)
    assert "3 ·" in whole.text
    assert len(whole.history) == 1, "sent whole, never edited"
    coming = ana.chat.messages[drafts[0].id]
    assert coming.deleted, "what announced it is gone"
    assert coming.id < whole.id


async def test_in_a_group_it_grows_by_edits(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    writes_slowly(bench, monkeypatch)
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana)
    await to_script(bench, ana, group)
    assert not bench.telegram.called("sendMessageDraft")
    whole = asking(ana, group)
    assert "3 ·" in whole.text
    assert len(whole.history) >= 2


async def test_a_server_without_drafts_is_asked_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    writes_slowly(bench, monkeypatch)
    bench.telegram.refuses("sendMessageDraft", Refused(404, "Not Found: method not found"))
    ana = bench.telegram.user("Ana")
    await to_script(bench, ana)
    assert len([call for call in bench.telegram.calls if call.method == "sendMessageDraft"]) == 1
    whole = asking(ana)
    assert "3 ·" in whole.text
    assert len(whole.history) >= 2
