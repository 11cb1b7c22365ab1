"""One account over two chats: linking, what becomes one, what nobody can farm or guess, and unlinking; credits in words."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bots.conversation.events import Called
from core import codes, jobs
from core.ledger import audit, ledger
from core.models import CastMember, Crew, Guess, Identity, LinkCode, Member, Person, Project, Render, Subscription
from core.places import place_for

if TYPE_CHECKING:
    from bots.conversation.views import View
    from tests.bots.conversation.conftest import Set, Talker


def code_in(view: View) -> str:
    """The code that a view shows."""
    found = re.search(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", view.plain)
    assert found, view.plain
    return found[0]


async def person_of(talker: Talker) -> Person:
    """Who this talker is now."""
    identity = await Identity.get(platform=talker.at.platform, outside_id=talker.at.person)
    return await Person.get(id=identity.person_id)


async def give(talker: Talker, credits: int, source: ledger.Source = ledger.Source.STRIPE, key: str = "") -> None:
    """Credits in this talker's wallet."""
    person = await person_of(talker)
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, key or f"test:{person.id}:{credits}", ledger.person(person.id), credits * 1000, source)


async def linked(one: Talker, two: Talker) -> list[View]:
    """`one` asks for a code, `two` types it."""
    await one.calls("link")
    return await two.calls("link", code=code_in(one.last))


async def proved() -> None:
    async with jobs.transaction() as tx:
        found = await audit.audit(tx.sql)
    assert found.ok, found.lines()


async def test_begun_in_one_chat_approved_in_the_other(set_: Set) -> None:
    ana = set_.person("Ana")
    there = set_.person("Ana", platform="other")
    await ana.to_script()
    await there.says("hello")
    told = await linked(ana, there)
    assert "one account now, with one film" in told[-1].plain
    assert all(view.private for view in told)
    assert "share one account now" in ana.find("link").plain
    await there.presses("My films", view=told[-1])
    await there.presses()
    assert there.last.name == "script"
    for _ in range(10):
        if there.last.name == "film":
            break
        await there.presses()
    assert there.last.name == "film"
    assert there.last.media
    assert (await Render.exclude(tier="preview").get()).by_id == (await person_of(ana)).id == (await person_of(there)).id


async def test_everything_becomes_one_and_money_is_exact(set_: Set) -> None:
    ana, there = set_.person("Ana"), set_.person("Ana", platform="other")
    await ana.begins("first a keeper")
    await there.begins("then a baker")
    await give(ana, 40)
    await give(there, 25)
    one, two = await person_of(ana), await person_of(there)
    ben = set_.person("Ben")
    shared = await ben.to_script()
    await Crew.create(project=shared, person=one, role="viewer")
    await Crew.create(project=shared, person=two, role="director")
    for person, look in ((one, "old"), (two, "new")):
        await CastMember.create(owner=person, known_as="mara", name="Mara", character={"look": look})
    async with jobs.transaction() as tx:
        place = await place_for(tx, "fake", "group-9", kind="group")
    await Member.create(place=place, person=one, allowance_mc=1000)
    await Member.create(place=place, person=two, allowance_mc=5000)
    two.settings = {"plan": "studio", "notify": "quiet"}
    await two.save()
    until = datetime.now(UTC) + timedelta(days=20)
    await Subscription.create(via="stripe", outside_id="sub_1", person=two, plan="studio", next_plan="studio", state="active", paid_until=until)
    told = await linked(there, ana)
    assert "25 credits came along" in told[-1].plain
    now = await person_of(there)
    assert now.id == one.id
    assert (now.settings["plan"], now.settings["notify"]) == ("studio", "quiet")
    assert await Project.filter(owner_id=now.id).count() == 2
    assert [crew.role for crew in await Crew.filter(project=shared)] == ["director"]
    assert [known.character["look"] for known in await CastMember.all()] == ["new"]
    assert [member.allowance_mc for member in await Member.all()] == [5000]
    await there.calls("credits")
    assert "You have 65 credits" in there.last.plain
    await there.calls("credits", do="history")
    assert there.last.plain.count("Bought by card.") == 2
    await proved()


async def test_a_code_works_once_briefly_and_is_not_kept(set_: Set) -> None:
    ana, there, eve = set_.person("Ana"), set_.person("Ana", platform="other"), set_.person("Eve", platform="other")
    await ana.calls("link")
    code = code_in(ana.last)
    row = await LinkCode.get()
    assert code.replace("-", "") not in str(dict(row))
    assert not await Project.exists()
    await there.says(code)
    assert "one account now" in there.last.plain
    await eve.says(code)
    assert "no such code" in eve.last.plain
    await there.says(code)
    assert "share one account already" in there.last.plain
    await ana.calls("link")
    late = code_in(ana.last)
    await LinkCode.filter(used_at=None).update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    await eve.calls("start", payload=f"link_{late.replace('-', '')}")
    assert "no such code" in eve.last.plain
    assert await Person.filter(merged_into_id=None).count() == 2


async def test_codes_cannot_be_guessed(set_: Set) -> None:
    ana, eve = set_.person("Ana"), set_.person("Eve", platform="other")
    await ana.calls("link")
    for _ in range(codes.GUESSES_MAX):
        await eve.calls("link", code="22222-22222")
        assert "no such code" in eve.last.plain
    await eve.calls("link", code=code_in(ana.last))
    assert "too many wrong codes" in eve.last.plain
    assert await Guess.all().count() == codes.GUESSES_MAX
    assert await Person.filter(merged_into_id=None).count() == 2
    for _ in range(10):
        await ana.calls("link")
    assert "codes in an hour" in ana.last.plain


async def test_linking_accounts_brings_one_trial_only(set_: Set) -> None:
    ana, there = set_.person("Ana"), set_.person("Ana", platform="other")
    for one in (ana, there):
        await one.says("hello")
        await give(one, 30, ledger.Source.PROMO, key=f"trial:{(await person_of(one)).id}")
    told = await linked(ana, there)
    assert "30 credits of the second one went" in told[-1].plain
    await ana.calls("balance")
    assert "You have 30 credits" in ana.last.plain
    await proved()


async def test_both_codes_at_once_make_one_person_and_no_mess(set_: Set) -> None:
    ana, there = set_.person("Ana"), set_.person("Ana", platform="other")
    await ana.calls("link")
    await there.calls("link")
    events = [Called(there.at, "both-1", "link", {"code": code_in(ana.last)}), Called(ana.at, "both-2", "link", {"code": code_in(there.last)})]
    await asyncio.gather(*(set_.engine.turn(event) for event in events))
    await set_.work()
    assert await Person.filter(merged_into_id=None).count() in (1, 2)
    if await Person.filter(merged_into_id=None).count() == 2:
        await linked(ana, there)
    assert (await person_of(ana)).id == (await person_of(there)).id
    await proved()


async def test_a_chat_may_leave_with_an_account_of_its_own(set_: Set) -> None:
    ana, there = set_.person("Ana"), set_.person("Ana", platform="other")
    await ana.to_script()
    await give(ana, 40)
    await linked(ana, there)
    await there.calls("open")
    await there.presses()
    kept = (await person_of(ana)).id
    await there.calls("unlink")
    await there.chooses("Let a chat go", str((await Identity.get(platform="other")).id))
    assert "stay with the account you leave" in there.last.plain
    await there.presses("Unlink it")
    assert "starts empty" in there.last.plain
    alone = await person_of(there)
    assert (alone.id, alone.settings) != (kept, {})
    assert alone.settings["no_trial"]
    await there.calls("balance")
    assert "You have 0 credits" in there.last.plain
    await there.calls("films")
    assert "No films yet" in there.last.plain
    await ana.calls("balance")
    assert "You have 40 credits" in ana.last.plain
    assert (await Project.get()).owner_id == kept
    await ana.calls("unlink")
    assert "Only this one so far" in ana.last.plain
    await proved()


async def test_settings_tell_and_change_how_films_come(set_: Set) -> None:
    ana = set_.person("Ana")
    await ana.says("hello")
    await ana.calls("settings")
    assert "Chats: fake: Ana" in ana.last.plain
    await ana.chooses("When a film is finished", "quiet")
    assert (await person_of(ana)).settings["notify"] == "quiet"
    await ana.calls("terms")
    assert "made by AI" in ana.last.plain
    assert "given back" not in ana.last.plain  # Nothing is sold here.
    assert ana.last.private
