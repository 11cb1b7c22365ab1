"""The operator's commands about money, as they are typed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bots.__main__ import main
from core import database
from core.jobs import transaction
from core.ledger import ledger
from core.models import Person
from payments import books
from tests.fakes.stripe import FakeStripe


@pytest.fixture
def typed(database_url: str, servers: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("SYSRAI_DATABASE_URL", database_url)
    monkeypatch.setenv("SYSRAI_REDIS_URL", "redis://127.0.0.1:1")
    monkeypatch.setenv("SYSRAI_DATA_DIR", str(tmp_path))
    return monkeypatch


def run(*words: str) -> int:
    """One command, as the shell runs it: in an event loop of its own."""
    import threading

    codes: list[int] = []

    def command() -> None:
        import signal

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(asyncio.unix_events._UnixSelectorEventLoop, "add_signal_handler", lambda *args: None)  # type: ignore[attr-defined]
            assert signal.SIGTERM
            codes.append(main(list(words)))

    thread = threading.Thread(target=command)
    thread.start()
    thread.join()
    return codes[0]


async def test_payments_are_listed_refunded_and_margin_is_told(database_url: str, typed: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    await database.connect(database_url)
    ana = await Person.create()
    async with transaction() as tx:
        wallet = ledger.person(ana.id)
        await books.arrived(tx, books.Arrival("k", "stripe", "pi_1", ana.id, wallet, "pack-60", 500, "usd", 60_000, datetime.now(UTC)))
    await database.close()
    said = []
    for words in (
        ["payments"], ["margin"], ["margin", "--by", "day"], ["refund", "1", "--amount", "100", "--why", "kind"], ["grant", str(ana.id), "5", "--key", "x"],
        ["grant", str(ana.id), "5", "--key", "x"], ["freeze", str(ana.id)], ["thaw", str(ana.id)], ["code", "SPRING", "10", "--uses", "2"],
    ):  # fmt: skip
        assert await asyncio.to_thread(run, "admin", *words) == 0, words
        said.append(capsys.readouterr().out)
    assert "pack-60 for $5.00 by stripe" in said[0]
    assert "1 payments, 60 credits for $5.00" in said[1]
    assert "Refund 1 of payment 1: 100." in said[3]
    assert said[4].startswith("Given: 5 credits.")
    assert said[5].startswith("Given before: 5 credits. Person 1 has 65")
    assert "spring: 10 credits, for 2 people" in said[8]
    assert await asyncio.to_thread(run, "admin", "refund", "99") == 2
    assert await asyncio.to_thread(run, "admin", "catalogue", "sync") == 1


async def test_the_catalogue_is_synced_by_a_command(database_url: str, typed: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    async with FakeStripe().running() as stripe:
        typed.setenv("SYSRAI_STRIPE_SECRET_KEY", stripe.key)
        typed.setenv("SYSRAI_STRIPE_API_URL", stripe.url)
        assert await asyncio.to_thread(run, "admin", "catalogue", "sync") == 0
        assert await asyncio.to_thread(run, "admin", "catalogue", "sync") == 0
        said = capsys.readouterr().out
        assert said.count("was made") == said.count("is there") == len(stripe.of("price")) == 7
