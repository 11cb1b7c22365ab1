"""Credits that are not bought: the trial and its rules against farming, codes and their limits, invitations that are thanked, gifts."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from core import linking
from core.config import Settings
from core.errors import BadInput
from core.jobs import transaction
from core.ledger import ledger
from core.models import Code, CodeUse, Identity, Person, Place
from payments import promotions
from payments.promotions import DISCORD_EPOCH_MS, GIFT_LIFE, INVITE_CREDITS

if TYPE_CHECKING:
    from tests.payments.conftest import Buyer, Shop

_count = itertools.count(1)
OLD, NEW = 400, 1
"""Ages of accounts in days."""


def discord_id(days: float) -> str:
    """The id of an account made so many days ago."""
    at = datetime.now(UTC) - timedelta(days=days)
    return str((int(at.timestamp() * 1000) - DISCORD_EPOCH_MS) << 22 | next(_count))


async def somebody(platform: str = "discord", days: float = OLD) -> Person:
    person = await Person.create()
    await Identity.create(platform=platform, outside_id=discord_id(days) if platform == "discord" else f"t{next(_count)}", person=person, name="Ana")
    return person


async def alone() -> Place:
    return await Place.create(platform="discord", outside_id=f"dm{next(_count)}", kind="private")


async def tries(person: Person, place: Place | None = None, **settings: Any) -> str:
    """They are about to see what something costs."""
    async with transaction() as tx:
        return await promotions.trial(tx, Settings(**settings), await linking.who_now(person.id), place or await alone())


async def free(person: Person) -> float:
    async with transaction() as tx:
        return (await ledger.balance(tx.sql, ledger.person(person.id))).free_mc / 1000


async def tells(person: Person, code: str, **settings: Any) -> str:
    async with transaction() as tx:
        return (await promotions.redeem(tx, Settings(**settings), person, code)).outcome


async def link(one: Person, two: Person) -> None:
    async with transaction() as tx:
        await linking.merge(tx, one, two)


# ---------------------------------------------------------------- the trial


async def test_a_trial_is_once_for_every_person(db: str) -> None:
    ana = await somebody()
    assert (await tries(ana), await free(ana)) == ("given", 30)
    assert (await tries(ana), await free(ana)) == ("had", 30)
    assert await tries(await somebody(), trial_credits=0) == "none"


async def test_fifty_asks_at_once_are_one_trial_and_count_once(db: str) -> None:
    ana, place = await somebody(), await alone()
    assert sorted(await asyncio.gather(*(tries(ana, place) for _ in range(50)))) == ["given", *["had"] * 49]
    assert (await free(ana), await CodeUse.all().count()) == (30, 1)


async def test_an_account_made_days_ago_waits_unless_another_of_the_person_is_old(db: str) -> None:
    young, telegram = await somebody(days=NEW), await somebody("telegram", NEW)
    assert (await tries(young), await free(young)) == ("young", 0)
    assert await tries(telegram) == "given"  # that chat does not tell how old an account is
    assert await tries(await somebody(days=NEW), trial_account_days=0) == "given"
    await Identity.create(platform="discord", outside_id=discord_id(OLD), person=young, name="Ana")
    assert await tries(young) == "given"


async def test_linked_accounts_have_one_trial_before_and_after(db: str) -> None:
    ana, other = await somebody(), await somebody("telegram")
    assert (await tries(ana), await tries(other)) == ("given", "given")
    await link(ana, other)
    assert await free(ana) == 30  # what was left of the second has gone
    assert await tries(other) == "had"
    ben, late = await somebody(), await somebody("telegram")
    await link(ben, late)
    assert (await tries(late), await tries(ben)) == ("given", "had")
    async with transaction() as tx:
        left = await linking.leave(tx, ben, (await Identity.filter(person_id=ben.id).order_by("-id").first()).id)  # type: ignore[union-attr]
    assert await tries(left) == "none"


async def test_the_day_has_a_budget_and_the_next_day_another(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, ben = await somebody(), await somebody()
    assert await tries(ana, promo_credits_per_day=50) == "given"
    assert (await tries(ben, promo_credits_per_day=50), await free(ben)) == ("busy", 0)
    await promotions.make_code("SPRING", 25, uses=9, until=None)
    assert await tells(ben, "spring", promo_credits_per_day=50) == "busy"  # codes and trials share it
    assert await tells(ben, "spring", promo_credits_per_day=55) == "promo"
    monkeypatch.setattr(promotions, "now", lambda: datetime.now(UTC) + timedelta(days=1))
    assert await tries(ben, promo_credits_per_day=50) == "given"


async def test_people_at_once_never_pass_the_budget(db: str) -> None:
    people = [await somebody() for _ in range(8)]
    came = await asyncio.gather(*(tries(one, promo_credits_per_day=100) for one in people))
    assert sorted(came) == ["busy"] * 5 + ["given"] * 3


async def test_a_place_gives_so_many_trials_a_day(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    server = await Place.create(platform="discord", outside_id="server", kind="server")
    rooms = [await Place.create(platform="discord", outside_id=f"room{n}", kind="channel", parent=server) for n in range(3)]
    people = [await somebody() for _ in range(3)]
    assert [await tries(one, room, trials_per_place_max=2) for one, room in zip(people, rooms, strict=True)] == ["given", "given", "busy"]
    assert await tries(people[2], trials_per_place_max=2) == "given"  # in a chat of their own
    monkeypatch.setattr(promotions, "now", lambda: datetime.now(UTC) + timedelta(days=1, minutes=1))
    assert await tries(await somebody(), rooms[0], trials_per_place_max=2) == "given"


# ---------------------------------------------------------------- codes


async def test_a_code_has_limits(db: str) -> None:
    ana, ben, cai = await somebody(), await somebody(), await somebody()
    await promotions.make_code("Spring-26", 10, uses=2, until=None)
    await promotions.make_code("GONE", 10, uses=2, until=datetime.now(UTC) - timedelta(seconds=1))
    assert [await tells(ana, "spring 26"), await tells(ana, "SPRING26")] == ["promo", "had"]
    assert [await tells(ben, "spring-26"), await tells(cai, "spring-26"), await tells(cai, "gone")] == ["promo", "over", "over"]
    assert [await free(one) for one in (ana, ben, cai)] == [10, 10, 0]
    for name, credits, uses in (("ab", 1, 1), ("four", 0, 1), ("four", 1, 0), ("spring26", 1, 1)):
        with pytest.raises(BadInput):
            await promotions.make_code(name, credits, uses=uses, until=None)


async def test_linked_accounts_use_a_code_once(db: str) -> None:
    ana, other = await somebody(), await somebody("telegram")
    await promotions.make_code("SPRING", 10, uses=9, until=None)
    assert await tells(ana, "spring") == "promo"
    await link(ana, other)
    assert await tells(await linking.who_now(other.id), "spring") == "had"


async def test_ten_people_at_once_and_a_code_for_three(db: str) -> None:
    await promotions.make_code("SPRING", 10, uses=3, until=None)
    people = [await somebody() for _ in range(10)]
    came = await asyncio.gather(*(tells(one, "spring") for one in people))
    assert sorted(came) == ["over"] * 7 + ["promo"] * 3
    assert sum([await free(one) for one in people]) == 30


async def test_wrong_codes_are_few(db: str) -> None:
    ana = await somebody()
    await promotions.make_code("SPRING", 10, uses=3, until=None)
    assert [await tells(ana, f"wrong{n}") for n in range(7)] == ["wrong"] * 6 + ["too_many"]
    assert await tells(ana, "spring") == "too_many"
    assert await free(ana) == 0


# ---------------------------------------------------------------- invitations


async def invited(shop: Shop, by: Buyer) -> Buyer:
    """Somebody new who told the code."""
    ben = await shop.buyer(name="Ben")
    async with transaction() as tx:
        code = await promotions.invitation(by.person)
        assert (await promotions.redeem(tx, shop.settings, ben.person, code.code)).outcome == "invited"
    return ben


async def test_both_are_thanked_once_when_the_invited_one_first_buys(shop: Shop) -> None:
    ana = await shop.buyer()
    ben = await invited(shop, ana)
    assert (await shop.free(ana), await shop.free(ben)) == (0, 0)  # an account that never buys brings nothing
    await shop.buys(ben)
    assert (await shop.free(ana), await shop.free(ben)) == (INVITE_CREDITS, 60 + INVITE_CREDITS)
    await shop.buys(ben)
    assert (await shop.free(ana), await shop.free(ben)) == (INVITE_CREDITS, 120 + INVITE_CREDITS)
    async with transaction() as tx:
        words = [one.words for one in await ledger.history(tx.sql, ana.wallet)]
    assert words == ["credits-granted-invite"]


async def test_a_payment_that_was_taken_back_at_once_thanks_nobody(shop: Shop) -> None:
    ana = await shop.buyer()
    ben = await invited(shop, ana)
    session = shop.stripe.pays(await shop.page(ben))
    shop.stripe.refunds(session["payment_intent"])
    shop.stripe.due.reverse()
    await shop.told()
    assert (await shop.free(ana), await shop.free(ben)) == (0, 0)
    await shop.buys(ben)
    assert (await shop.free(ana), await shop.free(ben)) == (INVITE_CREDITS, 60 + INVITE_CREDITS)


async def test_thanks_go_with_the_purchase_and_come_back_with_it(shop: Shop) -> None:
    ana = await shop.buyer()
    ben = await invited(shop, ana)
    payment = await shop.buys(ben)
    async with transaction() as tx:
        await ledger.hold(tx.sql, "film", ana.wallet, 15_000, 1, actor=ana.wallet)
    dispute = shop.stripe.disputes(payment.outside_id)
    for _ in range(2):
        shop.stripe.happened("charge.dispute.updated", dispute)
    await shop.told()
    balance = await shop.balance(ana)
    assert (balance.free_mc, balance.held_mc, balance.debt_mc) == (0, 15_000, 15_000)  # what a film holds is owed
    assert (await shop.free(ben), (await shop.balance(ben)).debt_mc) == (0, 0)
    async with transaction() as tx:
        assert [one.words for one in await ledger.history(tx.sql, ana.wallet)] == ["credits-invite-gone", "credits-granted-invite"]
        await ledger.settle(tx.sql, "film", 0)
        await ledger.pay_debt(tx.sql, "film-owed", ana.wallet, actor="system")
    shop.stripe.dispute_ends(dispute["id"], "won")
    await shop.told()
    assert (await shop.free(ana), await shop.free(ben)) == (INVITE_CREDITS, 60 + INVITE_CREDITS)
    await shop.buys(ben)
    shop.stripe.refunds(payment.outside_id)
    await shop.told()
    assert (await shop.free(ana), await shop.free(ben)) == (INVITE_CREDITS, 60 + INVITE_CREDITS)  # another purchase stands


async def test_thanks_that_ended_unused_are_owed_by_nobody(shop: Shop) -> None:
    ana = await shop.buyer()
    payment = await shop.buys(await invited(shop, ana))
    async with transaction() as tx:
        assert (await ledger.expire_due(tx.sql, at=datetime.now(UTC) + timedelta(days=91))).lots == 2
    shop.stripe.refunds(payment.outside_id)
    await shop.told()
    assert [((await shop.balance(one)).posted_mc, (await shop.balance(one)).debt_mc) for one in (ana.wallet, ledger.person(payment.person_id))] == [(0, 0)] * 2


async def test_nobody_is_thanked_for_inviting_themselves(shop: Shop) -> None:
    ana = await shop.buyer()
    ben = await invited(shop, ana)
    await shop.buys(ben)
    assert await shop.free(ana) == INVITE_CREDITS
    await link(ana.person, ben.person)
    await shop.told()
    assert await shop.free(ana) == 60
    cai = await invited(shop, ana)
    await link(ana.person, cai.person)
    await shop.buys(cai)
    assert await shop.free(ana) == 120


async def test_a_guest_who_turns_out_to_be_another_guest_is_thanked_once(shop: Shop) -> None:
    ana, dee = await shop.buyer(), await shop.buyer(name="Dee")
    ben, cai = await invited(shop, ana), await invited(shop, dee)
    await link(ben.person, cai.person)
    await shop.buys(ben)
    await shop.buys(cai)
    assert [await shop.free(one) for one in (ana, dee, ben)] == [INVITE_CREDITS, 0, 120 + INVITE_CREDITS]


async def test_who_may_be_invited(shop: Shop) -> None:
    ana, ben = await shop.buyer(), await shop.buyer(name="Ben")
    async with transaction():
        code = (await promotions.invitation(ana.person)).code
        assert (await promotions.invitation(ana.person)).code == code  # one for ever
    assert await tells(ana.person, code) == "own"
    other = await somebody("telegram")
    await link(ana.person, other)
    assert await tells(await linking.who_now(other.id), code) == "own"
    await shop.buys(ben)
    assert await tells(ben.person, code) == "old"
    cai = await invited(shop, ana)
    async with transaction():
        second = (await promotions.invitation(ben.person)).code
    assert await tells(cai.person, second) == "old"  # a guest of one
    await Code.filter(code=code).update(uses_max=1)
    assert await tells((await shop.buyer(name="Dee")).person, code) == "over"


# ---------------------------------------------------------------- gifts


async def rich(credits: int = 100, source: ledger.Source = ledger.Source.STRIPE) -> Person:
    person = await somebody()
    async with transaction() as tx:
        await ledger.grant(tx.sql, f"bought:{person.id}", ledger.person(person.id), credits * 1000, source)
    return person


async def gives(person: Person, credits: float) -> Code:
    async with transaction() as tx:
        return await promotions.give(tx, person, round(credits * 1000))


async def test_a_gift_leaves_at_once_and_is_taken_once(db: str) -> None:
    ana, people = await rich(), [await somebody() for _ in range(6)]
    gift = await gives(ana, 40)
    assert await free(ana) == 60
    came = await asyncio.gather(*(tells(one, gift.code) for one in people))
    assert sorted(came) == ["gift", *["over"] * 5]
    assert sum([await free(one) for one in people]) == 40


async def test_a_gift_that_nobody_took_goes_back(db: str, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await rich()
    gift = await gives(ana, 40)
    monkeypatch.setattr(promotions, "now", lambda: datetime.now(UTC) + GIFT_LIFE + timedelta(minutes=5))
    await shop.step("gift")
    assert await free(ana) == 100
    assert await tells(await somebody(), gift.code) == "over"
    async with transaction() as tx:
        assert [one.words for one in await ledger.history(tx.sql, ledger.person(ana.id), 2)] == ["credits-gift-back", "credits-gift-made"]
    await shop.prove()


async def test_what_was_free_cannot_be_given_and_gifts_have_limits(db: str) -> None:
    ana = await rich(source=ledger.Source.PROMO)
    with pytest.raises(BadInput, match="not enough that may be given"):
        await gives(ana, 1)
    ben = await rich()
    for credits in (0, -1, 3601):
        with pytest.raises(BadInput):
            await gives(ben, credits)
    for _ in range(10):
        await gives(ben, 1)
    with pytest.raises(BadInput, match="too many gifts"):
        await gives(ben, 1)
    assert await free(ben) == 90


async def test_a_gift_from_a_payment_that_was_taken_back_brings_what_is_left(shop: Shop) -> None:
    ana, ben = await shop.buyer(), await shop.buyer(name="Ben")
    payment = await shop.buys(ana)
    gift = await gives(ana.person, 40)
    shop.stripe.refunds(payment.outside_id, 250)  # 30 credits: 20 that Ana has, 10 of those in the gift
    await shop.told()
    assert await tells(ben.person, gift.code) == "gift"
    assert (await shop.free(ana), await shop.free(ben)) == (0, 30)
    await shop.prove()
