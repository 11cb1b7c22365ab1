"""What is somebody's own stays out of what others read: balances, errors, refusals, codes, settings. Checked over every command and view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from bots.conversation.calling import DOING, OF_CREW
from bots.conversation.events import Command
from bots.conversation.posts import PAGES
from core import jobs
from core.ledger import ledger
from core.models import Identity, Person, Place, Project
from core.places import pool
from core.studio_rules import set_rules

if TYPE_CHECKING:
    from bots.conversation.views import View
    from tests.bots.conversation.conftest import Set, Talker

CANARY = re.compile(r"4[,.]?242")
"""The balance of somebody who must not be counted in public."""
THREAD: dict[str, Any] = {"place": "chan-1", "place_kind": "thread", "thread": "t1", "server": "s1", "server_name": "Club"}
OWN = {
    "balance", "history", "settings", "accounts", "link", "receipt", "pool", "studio", "my_queue", "crew", "crew_invite", "versions", "films", "terms",
}  # fmt: skip
"""Views that are for one pair of eyes wherever they are shown."""


def shown(view: View) -> str:
    """Everything that can be read of a view."""
    labels = [one.label for one in view.choices] + [option.label for select in view.selects for option in select.options]
    return "\n".join([view.plain, view.short, *labels])


def check(views: list[View]) -> None:
    """Nothing of one person's own stands in what others read."""
    for view in views:
        if view.private:
            continue
        assert not CANARY.search(shown(view)), f"{view.name}: {shown(view)}"
        assert view.name not in OWN, view.name
        assert view.mood != "trouble" or view.name != "notice", view.plain
        assert not re.search(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", view.plain), view.name


async def rich(one: Talker, key: str = "rich") -> None:
    """The canary lies in this person's wallet."""
    known = await Identity.get(platform=one.at.platform, outside_id=one.at.person)
    person = await Person.get(id=known.person_id)
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, key, ledger.person(person.id), 4_242_000, ledger.Source.STRIPE)


async def test_no_command_tells_others_what_is_ones_own(paying: Set) -> None:
    ana = paying.person("Ana", admin=True, **THREAD)
    project = await ana.to_script()
    await rich(ana)
    done = []
    for command in get_args(Command):
        for do in ("", *DOING.get(command, ()), *(OF_CREW if command == "crew" else ())):
            if command != "delete":
                done += await ana.calls(command, **({"do": do} if do else {}))
    assert any(CANARY.search(shown(view)) for view in done if view.private), "the canary is never seen"
    check([message.view for message in paying.chat.messages])
    eve = paying.person("Eve", **THREAD)
    for label in ana.find("script").choices:
        await eve.presses_id(label.action)
    await eve.says("make scene 2 at night")
    await eve.calls("open", film=str(project.id))
    check([message.view for message in paying.chat.messages])
    refused = [message.view for message in paying.chat.messages if "somebody else" in message.view.plain]
    assert refused
    assert all(view.private for view in refused)


async def test_a_whole_film_in_a_thread_tells_nobody_what_its_maker_has(paying: Set) -> None:
    ana = paying.person("Ana", **THREAD)
    await ana.begins("a keeper finds a letter")
    await rich(ana)
    while ana.last.name != "film":
        await ana.presses()
        if ana.last.name == "quote":
            await ana.presses("Spend at most…")
            await ana.says("nonsense")
            await ana.presses(view=ana.find("quote"), work=False)
            await paying.work()
    check([message.view for message in paying.chat.messages])
    assert {"quote", "card", "film"} <= {message.view.name for message in paying.chat.messages if not message.view.private}
    await ana.presses("Receipt", view=ana.find("film"))
    assert ana.find("receipt").private


async def test_who_has_too_little_is_told_so_alone(paying: Set) -> None:
    ana = paying.person("Ana", **THREAD)
    await ana.begins("a keeper finds a letter")
    while ana.last.name != "quote":
        await ana.presses()
    assert "you have" not in ana.last.plain.lower()
    place = await Place.get(outside_id="chan-1")
    await set_rules(place, open=True, allowance_mc=4_242_000)
    root = await Place.get(outside_id="server:s1")
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, "pool", pool(root.id), 50_000, ledger.Source.STRIPE)
    await ana.calls("render")
    check([message.view for message in paying.chat.messages])
    assert (await Project.get()).home_place_id == place.id


def test_the_list_of_private_views_names_views() -> None:
    assert set(PAGES) >= OWN
