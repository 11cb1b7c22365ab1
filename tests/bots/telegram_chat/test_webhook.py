"""Updates by webhook: the secret, sizes, what is no update, what comes twice, and a journey through the web process' own routes."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from pydantic import SecretStr

from bots import commands
from bots.telegram_chat.webhook import BODY_MAX, HEADER, Door
from core.config import Settings
from core.errors import BadInput, SetupFailed
from core.models import Inbox, Project
from tests.bots.patience import until
from tests.bots.telegram_chat.conftest import Bench, asking
from tests.fakes.serving import serving
from tests.fakes.telegram.people import FakeUser

SECRET = "a long secret of the operator"


class Doorstep:
    """The web process with the door in it."""

    def __init__(self, bench: Bench, door: Door, url: str) -> None:
        self.bench, self.door, self.url = bench, door, url

    async def brings(self, body: bytes | dict[str, object], token: str | None = None, path: str = "") -> int:
        """Post something there. Returns the status."""
        headers = {HEADER: self.door.token if token is None else token}
        async with ClientSession() as client:
            given = {"json": body} if isinstance(body, dict) else {"data": body}
            async with client.post(self.url + (path or self.door.path), headers=headers, **given) as answer:  # type: ignore[arg-type]
                return answer.status


@pytest.fixture
async def step(bench: Bench) -> AsyncIterator[Doorstep]:
    await bench.die()
    door, app = Door(SECRET), web.Application(client_max_size=BODY_MAX)
    door.mount(app)
    async with serving(app) as url:
        yield Doorstep(bench, door, url)


def update(who: FakeUser, text: str = "a keeper finds a letter", id: int = 77) -> dict[str, object]:
    message = {"message_id": 5, "date": 1, "chat": who.chat.public, "from": who.public, "text": text}
    return {"update_id": id, "message": message}


async def opened(step: Doorstep) -> None:
    bench = step.bench
    bench.tasks.append(asyncio.create_task(bench.room.listen(step.url, step.door)))
    await until(lambda: bench.telegram.webhook["url"])


async def test_a_journey_through_the_door(step: Doorstep) -> None:
    await opened(step)
    telegram = step.bench.telegram
    assert telegram.webhook == {"url": step.url + step.door.path, "secret": step.door.token}
    assert telegram.allowed == {"message", "edited_message", "callback_query", "my_chat_member", "pre_checkout_query"}
    assert SECRET not in step.door.path
    ana = telegram.user("Ana")
    await step.bench.says(ana, "a keeper finds a letter")
    await step.bench.presses(ana)
    assert "Film 1" in asking(ana).text


async def test_what_does_not_know_the_secret_is_refused_before_it_is_read(step: Doorstep) -> None:
    await opened(step)
    ana = step.bench.telegram.user("Ana")
    ana.started = True
    for token in ("", "wrong", step.door.token[:-1], "é"):
        assert await step.brings(update(ana), token) == 401
    assert await step.brings(b"x" * (BODY_MAX + 1)) == 413
    assert await step.brings(b"no json") == 400
    assert await step.brings(b"[1, 2]") == 400
    assert await step.brings({"no": "update"}) == 400
    assert await step.brings(update(ana), path="/telegram/elsewhere") == 404
    assert not await Inbox.exists()
    assert await step.brings(update(ana)) == 200
    assert await step.brings(update(ana)) == 200
    await step.bench.settled()
    assert await Project.all().count() == 1


async def test_a_closed_door_and_a_database_that_is_away_are_tried_again_later(step: Doorstep, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = step.bench.telegram.user("Ana")
    ana.started = True
    assert await step.brings(update(ana)) == 503
    await opened(step)

    async def away(event: object) -> None:
        raise OSError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(step.bench.listener.engine, "turn", away)
        assert await step.brings(update(ana)) == 503
    assert await step.brings(update(ana)) == 200
    await step.bench.settled()
    assert await Project.all().count() == 1


def test_a_webhook_needs_the_web_process() -> None:
    told = Settings(telegram_token=SecretStr("1:x"), telegram_webhook_secret=SecretStr(SECRET))
    assert commands.telegram_door(told, {"telegram", "web"})
    assert commands.telegram_door(told.model_copy(update={"telegram_webhook_secret": SecretStr("")}), {"telegram"}) is None
    with pytest.raises(BadInput, match="sysrai run web telegram"):
        commands.telegram_door(told, {"telegram"})


async def test_without_a_token_telegram_is_not_run(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="SYSRAI_TELEGRAM_TOKEN is not set"):
        await commands.COMMANDS["run"](argparse.Namespace(parts=["telegram"]), Settings(data_dir=tmp_path))


async def test_an_address_that_telegram_does_not_take_is_said_to_the_operator(step: Doorstep) -> None:
    with pytest.raises(SetupFailed, match="https url must be provided") as failed:
        await step.bench.room.listen("http://films.example.org", step.door)
    assert "is SYSRAI_PUBLIC_URL right?" in str(failed.value)
    assert step.door.path not in str(failed.value), "the path is a secret"
    assert await step.brings(update(step.bench.telegram.user("Ana"))) == 503, "the door is closed again"
