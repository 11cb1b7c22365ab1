"""Discord's own shop: entitlements become credits once, are consumed after, and what is refunded there goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from pydantic import SecretStr

from core.config import Settings
from core.errors import SetupFailed, Unavailable
from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Identity, Payment, Person
from payments import books, subscriptions
from payments.discord_apps import DiscordShop, store_link
from tests.fakes.discord_shop import APPLICATION, TOKEN, FakeEntitlements


@pytest.fixture
async def entitlements(db: str) -> AsyncIterator[FakeEntitlements]:
    async with FakeEntitlements().running() as fake:
        yield fake


def shop(fake: FakeEntitlements, token: str = TOKEN) -> DiscordShop:
    return DiscordShop(Settings(discord_token=SecretStr(token), discord_api_url=fake.url, discord_skus="pack-60=77,indie=88"))


async def free(person: Person) -> float:
    async with transaction() as tx:
        found = await audit.audit(tx.sql)
        assert found.ok, found.lines()
        return (await ledger.balance(tx.sql, ledger.person(person.id))).free_mc / 1000


async def test_a_consumable_brings_credits_once_and_is_consumed_after(entitlements: FakeEntitlements) -> None:
    row = entitlements.buys("77", "42")
    entitlements.buys("99", "42")  # somebody else's SKU
    now = books.now()
    entitlements.fails = [200, 500]  # the credits come; consuming fails
    with pytest.raises(Unavailable):
        await shop(entitlements).look(now)
    person = await Person.get()
    assert (await free(person), row["consumed"]) == (60, False)
    assert await shop(entitlements).look(now) == 0
    assert (await free(person), row["consumed"]) == (60, True)
    assert await shop(entitlements).look(now) == 0
    payment = await Payment.get()
    assert (payment.gross, payment.fee, payment.via) == (499, 149, "discord")
    row["deleted"] = True
    await shop(entitlements).look(now)
    assert await free(person) == 0


async def test_an_entitlement_of_another_application_brings_nothing(entitlements: FakeEntitlements) -> None:
    rows = [entitlements.buys("77", "42", application_id="999"), entitlements.buys("88", "42", application_id="999")]
    assert await shop(entitlements).look(books.now()) == 0
    assert (await Payment.all().count(), [row["consumed"] for row in rows]) == (0, [False, False])


async def test_somebody_who_is_blocked_holds_up_nobody(entitlements: FakeEntitlements) -> None:
    blocked = await Person.create(blocked_at=books.now())
    await Identity.create(platform="discord", outside_id="41", person=blocked, name="Bad")
    entitlements.buys("77", "41")
    entitlements.buys("77", "42")
    assert await shop(entitlements).look(books.now()) == 2
    assert await free(blocked) == 60  # what was paid is theirs; it can be given back


async def test_a_plan_brings_a_month_each_time_its_end_moves_on(entitlements: FakeEntitlements) -> None:
    now = books.now()
    row = entitlements.buys("88", "42", starts_at=now.isoformat(), ends_at=(now + timedelta(days=20)).isoformat())
    await shop(entitlements).look(now)
    person = await Person.get()
    assert (person.settings["plan"], await free(person)) == ("indie", 300)
    await shop(entitlements).look(now)
    assert await free(person) == 300
    row["ends_at"] = (now + timedelta(days=50)).isoformat()
    await shop(entitlements).look(now)
    assert await free(person) == 600
    row["deleted"] = True
    await shop(entitlements).look(now)
    await person.refresh_from_db()
    assert (person.settings["plan"], await free(person)) == ("free", 0)
    assert await subscriptions.current(person.id) is None


async def test_pages_a_wrong_token_and_the_links_into_the_shop(entitlements: FakeEntitlements) -> None:
    for n in range(130):
        entitlements.buys("77", str(n % 3))
    assert await shop(entitlements).look(books.now()) == 130
    assert await Payment.all().count() == 130
    assert all(row["consumed"] for row in entitlements.rows)
    with pytest.raises(SetupFailed):
        await shop(entitlements, TOKEN + "x").look(books.now())
    settings = Settings(discord_token=SecretStr(TOKEN))
    assert store_link(settings, "77") == f"https://discord.com/application-directory/{APPLICATION}/store/77"
    assert store_link(settings, None) == store_link(Settings(), "77") == ""
