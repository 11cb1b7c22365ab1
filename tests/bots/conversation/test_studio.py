"""Rendering channels: rules, the board, films in threads, announcements, and a pool that nobody can overspend."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bots.conversation.events import Pressed
from core import jobs
from core.ledger import audit, ledger
from core.linking import merge
from core.models import Action, Member, Person, Place, Post, Project, Render
from core.places import moved, place_for, pool
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.begin import cancel
from core.studio_rules import rules_of, set_rules, since

if TYPE_CHECKING:
    from bots.conversation.views import View
    from tests.bots.conversation.conftest import Set, Talker

HERE: dict[str, Any] = {"place": "chan-1", "place_kind": "channel", "place_name": "films", "server": "s1", "server_name": "Club"}


def admin(set_: Set) -> Talker:
    """Who manages the server, in the channel."""
    return set_.person("Ada", admin=True, **HERE)


def member(set_: Set, name: str = "Ben", thread: str = "", **more: Any) -> Talker:
    """A member in the channel, or in a thread of it."""
    where = {**HERE, "thread": thread, "place_kind": "thread"} if thread else HERE
    return set_.person(name, **{**where, **more})


async def rules(**changes: Any) -> Place:
    """Rules of the channel, set by hand."""
    place = await Place.get(outside_id="chan-1")
    await set_rules(place, **changes)
    return place


async def fill(credits: int) -> Place:
    """Credits in the server's pool."""
    root = await Place.get(outside_id="server:s1")
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, f"fill:{credits}", pool(root.id), credits * 1000, ledger.Source.STRIPE)
    return root


async def free_mc(account: str) -> int:
    async with jobs.transaction() as tx:
        return (await ledger.balance(tx.sql, account)).free_mc


async def proved() -> None:
    async with jobs.transaction() as tx:
        found = await audit.audit(tx.sql, ACCEPTED_SQL)
    assert found.ok, found.lines()


async def to_quote(one: Talker) -> View:
    """By the recommended button from an idea to the prices."""
    await one.begins("a keeper finds a letter", length_s=15)
    while one.last.name != "quote":
        await one.presses()
    return one.last


async def test_an_admin_makes_a_channel_and_changes_its_rules(paying: Set) -> None:
    ada, ben = admin(paying), member(paying)
    await ben.calls("studio")
    assert "Only who manages this place" in ben.last.plain
    assert not rules_of(await Place.get(outside_id="chan-1")).open
    await ada.calls("studio", do="setup")
    assert ada.find("studio").private
    board = ada.find("queue")
    assert (board.pinned, board.private) == (True, False)
    assert "Nothing is being rendered" in board.plain
    await ada.chooses("Longest film", "30", view=ada.find("studio"))
    await ada.chooses("What the pool pays", "60 month", view=ada.find("studio"))
    await ada.chooses("What the pool pays", "60 week", view=ada.find("studio"))
    await ada.presses("For adults only", view=ada.find("studio"))
    await ada.calls("studio", do="setup", role="r1", role_name="Makers")
    now = rules_of(await Place.get(outside_id="chan-1"))
    assert (now.film_s_max, now.allowance_mc, now.period, now.adults, now.makers, now.roles) == (30, 60_000, "week", True, "roles", {"r1": "Makers"})
    assert "up to 60 credits a week for each member" in ada.find("studio").plain
    assert "Films up to 30 seconds" in ada.find("queue").plain
    assert await Post.filter(name="queue").count() == 1
    await ada.calls("studio", do="queue")
    assert await Post.filter(name="queue").exclude(about="").count() == 1
    press = next(one for one in ada.find("studio").choices if one.label == "Close the channel").action
    demoted = member(paying)
    demoted.at = type(ada.at)(**{**vars(ada.at), "admin": False})
    await demoted.presses_id(press)
    assert "Only who manages this place" in demoted.last.plain
    await ada.presses("Close the channel", view=ada.find("studio"))
    assert not rules_of(await Place.get(outside_id="chan-1")).open


async def test_rules_are_said_privately_and_before_a_thread_is_made(paying: Set) -> None:
    await admin(paying).calls("studio")
    await rules(makers="roles", roles={"r1": "Makers"}, film_s_max=30)
    ben = member(paying, thread="t1")
    refused = await paying.engine.may_begin(ben.at)
    assert refused
    assert refused.private
    assert "members with the role Makers" in refused.plain
    await ben.begins("a keeper")
    assert ben.last.private
    assert not await Project.exists()
    maker = member(paying, "Mia", thread="t1", roles=("r1",))
    assert await paying.engine.may_begin(maker.at) is None
    too_long = await paying.engine.may_begin(maker.at, 60)
    assert too_long
    assert "run 30 seconds at most" in too_long.plain
    await maker.begins("a keeper", length="2 minutes")
    assert "run 30 seconds at most" in maker.last.plain
    await maker.begins("a keeper")
    assert (await Project.get()).length_s == 30
    await maker.says("make it 2 minutes")
    assert "run 30 seconds at most" in maker.last.plain
    assert (await Project.get()).length_s == 30


async def test_a_channel_for_adults_asks_once(paying: Set) -> None:
    await admin(paying).calls("studio")
    await rules(adults=True)
    ben = member(paying, thread="t1")
    refused = await paying.engine.may_begin(ben.at)
    assert refused
    assert refused.primary
    await ben.presses_id(refused.primary.action)
    assert "of age" in ben.last.plain
    assert await paying.engine.may_begin(ben.at) is None
    eve = member(paying, "Eve", thread="t1")
    await eve.presses_id(refused.primary.action)
    assert "somebody else" in eve.last.plain
    assert await paying.engine.may_begin(eve.at)


async def test_a_film_from_the_pool_in_its_thread_and_announced(paying: Set) -> None:
    ada = admin(paying)
    await ada.calls("studio")
    await rules(allowance_mc=100_000)
    root = await fill(500)
    ben = member(paying, thread="t1")
    quote = await to_quote(ben)
    assert quote.primary
    assert quote.primary.label.endswith("from the pool")
    assert "You have" not in quote.plain
    await ben.presses(work=False)
    render = await Render.exclude(tier="preview").get()
    async with jobs.transaction() as tx:
        (hold,) = await ledger.holds_of(tx.sql, render.id)
    assert (hold.account, hold.actor) == (f"place:{root.id}", f"person:{render.by_id}")
    await paying.showing.now(await Post.filter(name="queue"))
    assert "One film is being rendered" in ada.find("queue").plain
    assert "Mara and the Lamp · Ben" in ada.find("queue").plain
    await ben.calls("queue")
    mine = ben.find("my_queue")
    assert mine.private
    assert "Mara and the Lamp" in mine.plain
    await paying.work()
    assert ben.find("film").media
    assert "Nothing is being rendered" in ada.find("queue").plain
    premiere = ada.find("premiere")
    assert "By Ben" in premiere.plain
    assert premiere.short == "A new film is here."
    assert not [message for message in ada.seen if message.view.name == "film"]
    spent = 500_000 - await free_mc(pool(root.id))
    assert spent == (await Render.get(id=render.id)).captured_mc
    await ben.calls("queue")
    await ben.presses("The pool", view=ben.find("my_queue"))
    assert f"You spent {spent / 1000:g} credits of it" in ben.last.plain
    assert not ben.last.selects
    await ada.calls("studio", do="pool")
    assert "Ben" in ada.find("pool").plain
    await proved()


async def test_an_allowance_cannot_be_exceeded_by_pressing_at_once(paying: Set) -> None:
    await admin(paying).calls("studio")
    await rules(allowance_mc=30_000, films_at_once=0)
    root = await fill(5000)
    ben = member(paying, thread="t1")
    await Person.all().update(settings={"plan": "network"})
    presses = []
    for n in range(3):
        one = paying.person("Ben", **{**HERE, "thread": f"t{n}", "place_kind": "thread"})
        one.at = type(one.at)(**{**vars(one.at), "person": ben.at.person})
        quote = await to_quote(one)
        await Person.all().update(settings={"plan": "network"})
        assert quote.primary
        presses.append(Pressed(one.at, f"at-once-{n}", quote.primary.action))
    await asyncio.gather(*(paying.engine.turn(press) for press in presses))
    person = await Render.exclude(tier="preview").order_by("id").first()
    assert person
    async with jobs.transaction() as tx:
        spent = await ledger.spent(tx.sql, pool(root.id), ledger.person(person.by_id), since("month"))
    assert 0 < spent <= 30_000
    assert await Render.exclude(tier="preview").count() == 1
    await paying.work()
    await proved()


async def test_the_channel_renders_so_many_films_at_a_time(paying: Set) -> None:
    await admin(paying).calls("studio")
    await rules(allowance_mc=900_000, films_at_once=1)
    await fill(5000)
    ben, mia = member(paying, "Ben", thread="t1"), member(paying, "Mia", thread="t2")
    first, second = await to_quote(ben), await to_quote(mia)
    assert first.primary
    assert second.primary
    await asyncio.gather(
        paying.engine.turn(Pressed(ben.at, "full-1", first.primary.action)), paying.engine.turn(Pressed(mia.at, "full-2", second.primary.action))
    )
    assert await Render.exclude(tier="preview").count() == 1
    await paying.work()
    await proved()


async def test_a_gift_goes_to_the_pool_once_and_trial_credits_do_not(paying: Set) -> None:
    await admin(paying).calls("studio")
    ben = member(paying)
    await ben.calls("studio", do="pool")
    person = await Person.all().order_by("-id").first()
    assert person
    me = ledger.person(person.id)
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, "trial:x", me, 30_000, ledger.Source.PROMO)
        await ledger.grant(tx.sql, "bought", me, 50_000, ledger.Source.STRIPE)
    root = await Place.get(outside_id="server:s1")
    await ben.calls("studio", do="pool", give="60")
    await ben.presses()
    assert "You have 50 credits that can be given away" in ben.last.plain
    await ben.calls("studio", do="pool", give="20")
    press = ben.asking.choices[0].action
    await ben.presses_id(press)
    assert "Thank you: 20 credits" in ben.last.plain
    await Action.filter(id=press).update(pressed_at=None)
    await ben.presses_id(press)
    assert await free_mc(pool(root.id)) == 20_000
    await ben.calls("studio", do="pool", give="twenty")
    assert "not an amount" in ben.last.plain
    await proved()


async def test_a_cancelled_render_returns_to_the_pool(paying: Set) -> None:
    await admin(paying).calls("studio")
    await rules(allowance_mc=100_000)
    root = await fill(200)
    ben = member(paying, thread="t1")
    await to_quote(ben)
    await ben.presses(work=False)
    render = await Render.exclude(tier="preview").get()
    async with jobs.transaction() as tx:
        await cancel(tx, render.id)
    await paying.work()
    assert (await Render.get(id=render.id)).state == "cancelled"
    assert await free_mc(pool(root.id)) + ((await Render.get(id=render.id)).captured_mc or 0) == 200_000
    await proved()


async def test_admins_set_a_members_share_and_spend_nothing_by_being_admin(paying: Set) -> None:
    ada = admin(paying)
    await ada.calls("studio")
    root = await fill(100)
    ben = member(paying, thread="t1")
    quote = await to_quote(ben)
    assert quote.primary
    assert "pool" not in quote.primary.label
    inside = paying.person("Ada", **{**HERE, "thread": "t9", "place_kind": "thread", "admin": True})
    inside.at = type(inside.at)(**{**vars(inside.at), "person": ada.at.person})
    quote = await to_quote(inside)
    assert "pool" not in quote.plain
    await rules(allowance_mc=1000)
    await Member.create(place=root, person=await Person.get(id=(await Project.all().order_by("id").first()).owner_id), allowance_mc=2000)  # type: ignore[union-attr]
    await ada.calls("studio", do="pool")
    ben_id = str((await Member.get()).person_id)  # type: ignore[attr-defined]
    await ada.chooses("Set a member’s share", ben_id)
    await ada.says("75")
    assert "may spend up to 75 credits" in ada.last.plain
    assert (await Member.get()).allowance_mc == 75_000


async def test_a_group_that_becomes_a_supergroup_takes_everything_along(paying: Set) -> None:
    ana = paying.person("Ana", place="-100", place_kind="group", admin=True)
    await ana.calls("studio")
    project = await ana.to_script()
    async with jobs.transaction() as tx:
        old = await Place.get(outside_id="-100")
        await ledger.grant(tx.sql, "group", pool(old.id), 5000, ledger.Source.STRIPE)
    async with jobs.transaction() as tx:
        await place_for(tx, "fake", "-1000", kind="group")
    for _ in range(2):
        async with jobs.transaction() as tx:
            new = await moved(tx, "fake", "-100", "-1000")
    assert new
    assert (await Project.get(id=project.id)).home_place_id == new.id
    assert rules_of(await Place.get(id=new.id)).open
    assert await free_mc(pool(new.id)) == 5000
    ana.at = type(ana.at)(**{**vars(ana.at), "place": "-1000"})
    await ana.says("make scene 2 at night")
    assert ana.find("answer").plain.startswith("Scene 2 is now at night")
    async with jobs.transaction() as tx:
        assert await moved(tx, "fake", "-7", "-8") is None
    await proved()


@pytest.mark.parametrize(("period", "day"), [("day", 18), ("week", 16), ("month", 1)])
def test_periods_begin_at_midnight_monday_or_the_first(period: Any, day: int) -> None:
    assert since(period, datetime(2026, 11, 18, 15, 30, tzinfo=UTC)) == datetime(2026, 11, day, tzinfo=UTC)


async def test_linking_accounts_renews_no_share_of_the_pool(paying: Set) -> None:
    await admin(paying).calls("studio")
    await rules(allowance_mc=30_000)
    root = await fill(500)
    ben = member(paying, thread="t1")
    await to_quote(ben)
    await ben.presses()
    person = await Render.exclude(tier="preview").get()
    fresh = await Person.create()
    async with jobs.transaction() as tx:
        merged = await merge(tx, fresh, await Person.get(id=person.by_id))
        before = await ledger.spent(tx.sql, pool(root.id), ledger.person(merged.person.id), since("month"))
    older = await Person.create()
    async with jobs.transaction() as tx:
        await ledger.open_account(tx.sql, ledger.person(older.id))
        await ledger.merge(tx.sql, "the other way", ledger.person(merged.person.id), ledger.person(older.id), actor="system")
        after = await ledger.spent(tx.sql, pool(root.id), ledger.person(older.id), since("month"))
    assert before == after > 0
    await proved()
