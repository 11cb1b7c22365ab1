"""The engine's checks: whose button, which version, pressed how often, seen before; and what goes wrong is said."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tortoise import connections

from bots.conversation import engine
from bots.conversation.events import Address, Called, Pressed, Said, Uploaded
from bots.conversation.steps import STEPS
from bots.conversation.turn import Step
from core import database
from core.errors import Unavailable
from core.models import Action, Inbox, Person, Post, Project, Render, Version

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


async def test_a_repeated_update_has_one_effect(set_: Set) -> None:
    ana = set_.person()
    event = Said(ana.at, "update-1", "a keeper finds a letter")
    first = await set_.engine.turn(event)
    assert [post.name for post in first] == ["brief"]
    assert await set_.engine.turn(event) == []
    assert await Project.all().count() == 1


async def test_the_same_update_twice_at_once_has_one_effect(set_: Set) -> None:
    ana = set_.person()
    event = Said(ana.at, "update-1", "a keeper finds a letter")
    answers = await asyncio.gather(*(set_.engine.turn(event) for _ in range(4)))
    assert sorted(len(posts) for posts in answers) == [0, 0, 0, 1]
    assert await Project.all().count() == 1
    assert await Person.all().count() == 1


async def test_a_double_press_has_one_effect(set_: Set) -> None:
    ana = set_.person()
    await ana.to_board()
    await ana.presses()
    await ana.presses()
    press = ana.asking.choices[0].action
    answers = await asyncio.gather(*(set_.engine.turn(Pressed(ana.at, f"double-{n}", press)) for n in range(3)))
    assert sorted(len(posts) for posts in answers) == [0, 0, 1]
    await set_.work()
    assert await Render.filter(tier="drawn").count() == 1


async def test_a_double_press_is_one_press_also_where_the_first_has_moved_the_film_on(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "DOUBLE_S", 600.0)  # a moment, however slow the machine is
    ana = set_.person()
    await ana.to_script()
    longer = next(one for one in ana.last.choices if one.label == "Longer").action
    assert await ana.presses_id(longer)
    assert await Version.filter(script__not_isnull=True).count() == 2
    assert await ana.presses_id(longer) == []
    await Action.filter(id=longer).update(pressed_at=datetime.now(UTC) - timedelta(seconds=601))
    assert [view.name for view in await ana.presses_id(longer)] == ["notice", "script"]
    assert await Version.filter(script__not_isnull=True).count() == 2


async def test_an_agreed_quote_pressed_again_later_is_the_same_render(set_: Set) -> None:
    ana = set_.person()
    await ana.to_board()
    await ana.presses()
    await ana.presses()
    press = ana.asking.choices[0].action
    await ana.presses_id(press)
    await Action.filter(id=press).update(pressed_at=None)
    await ana.presses_id(press)
    assert await Render.filter(tier="drawn").count() == 1


async def test_a_strangers_press_is_refused_privately_and_does_nothing(set_: Set) -> None:
    ana = set_.person("Ana", place="group-1", place_kind="group")
    ben = set_.person("Ben", place="group-1", place_kind="group")
    await ana.begins("a keeper")
    go_on = ana.asking.choices[0].action
    answer = await ben.presses_id(go_on)
    assert [(view.name, view.private) for view in answer] == [("notice", True)]
    assert "somebody else" in answer[0].plain
    assert not await Version.exists()
    await ana.presses_id(go_on)
    assert await Version.all().count() == 1


async def test_a_button_works_only_where_it_stands(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    elsewhere = Address("fake", "another-chat", ana.at.person, person_name="Ana")
    await set_.engine.turn(Pressed(elsewhere, "forged", ana.asking.choices[0].action))
    assert not await Version.exists()


@pytest.mark.parametrize("forged", ["", "0" * 64, "x" * 500, "'; DROP TABLE action; --", "\x00\x01", "é" * 40])
async def test_forged_ids_are_answered_and_do_nothing(set_: Set, forged: str) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    views = await ana.presses_id(forged)
    assert "out of date" in views[0].plain
    assert ana.last.name == "brief"
    assert not await Version.exists()


async def test_a_stale_button_says_what_moved_on_and_shows_it(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    shorter = next(one for one in ana.last.choices if one.label == "Longer").action
    await ana.says("make scene 2 at night")
    await ana.presses_id(shorter)
    names = [message.view.name for message in ana.seen[-2:]]
    assert names == ["notice", "script"]
    assert "earlier version" in ana.seen[-2].view.plain
    assert "KITCHEN, NIGHT" in ana.last.plain
    assert await Version.filter(script__not_isnull=True).count() == 2


async def test_an_expired_or_renamed_step_is_out_of_date(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    action = ana.asking.choices[0].action
    await Action.filter(id=action).update(step="brief.of_an_older_release")
    await ana.presses_id(action)
    assert ana.last.name == "brief"
    assert not await Version.exists()


async def test_somebody_elses_film_cannot_be_opened_or_deleted(set_: Set) -> None:
    ana, ben = set_.person("Ana"), set_.person("Ben")
    project = await ana.to_script()
    await ben.calls("open", film=str(project.id))
    assert "somebody else" in ben.last.plain
    await ben.calls("open", film="999999999")
    assert "no such film" in ben.last.plain
    await ben.calls("open", film="1; DROP TABLE project")
    await ben.calls("delete", film=str(project.id))
    assert "somebody else" in ben.last.plain
    assert (await Project.get()).deleted_at is None


async def test_films_are_listed_opened_and_deleted(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("first a keeper")
    await ana.begins("then a baker")
    await ana.calls("films")
    assert "Your 2 films" in ana.last.plain
    first = await Project.get(idea="first a keeper")
    await ana.chooses("Open another film", str(first.id))
    assert ana.last.plain.startswith("first a keeper")
    await ana.calls("delete")
    assert ana.last.choices[0].label == "Keep it"
    await ana.presses()
    assert (await Project.get(id=first.id)).deleted_at is None
    await ana.calls("delete")
    await ana.presses("Delete for good")
    assert (await Project.get(id=first.id)).deleted_at
    await ana.calls("open", film=str(first.id))
    assert "no such film" in ana.last.plain


async def test_a_bug_is_calm_and_loses_nothing(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = set_.person()
    await ana.begins("a keeper")

    async def broken(turn: object, press: object) -> None:
        await Project.all().delete()
        raise ZeroDivisionError

    monkeypatch.setitem(STEPS, "brief.go_on", Step(broken))
    await ana.presses()
    assert ana.last.plain.startswith("Something broke on my side.")
    assert await Project.all().count() == 1
    monkeypatch.undo()
    await ana.presses("Good, go on", view=ana.find("brief"))
    assert ana.last.name == "loglines"


async def test_a_blocked_person_gets_no_turn(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    await Person.all().update(blocked_at=datetime.now(UTC))
    assert await set_.engine.turn(Said(ana.at, "blocked-1", "hello")) == []
    assert await Inbox.filter(outside_id="blocked-1").exists()
    assert await Post.all().count() == 1


async def test_a_database_that_is_away_is_said(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = set_.person()

    async def away(*_: object) -> None:
        raise OSError("connection refused")

    monkeypatch.setattr(type(connections.get("default")), "execute_query_dict", away)
    monkeypatch.setattr("bots.conversation.engine._is_new", away)
    with pytest.raises(Unavailable) as caught:
        await set_.engine.turn(Said(ana.at, "away-1", "hello"))
    assert "does not answer right now" in set_.engine.apology(ana.at, caught.value).plain
    assert database.Down


@pytest.mark.parametrize(
    ("idea", "says"),
    [
        ("", "What is the film about?"),
        ("    \n ", "What is the film about?"),
        ("!!! ??? 123", "no words"),
    ],
)
async def test_bad_ideas_get_a_sentence(set_: Set, idea: str, says: str) -> None:
    ana = set_.person()
    await ana.begins(idea)
    assert says in ana.last.plain
    assert not await Project.exists()


async def test_an_idea_of_many_pages_is_taken_for_a_story(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("word " * 2000)
    assert "A story of 2,000 words." in ana.last.plain
    assert not await Project.exists()


@pytest.mark.parametrize(
    "hostile",
    [
        "*bold* _it_ **x** `rm -rf` <b>hi</b> [a](http://b) @everyone {$x} { idea }",
        "Robert'); DROP TABLE person;--",
        "\u202eevil\u0000 \ud800idea",
    ],
)
async def test_hostile_text_stays_text(set_: Set, hostile: str) -> None:
    ana = set_.person("Ana", called=hostile)
    await ana.says(hostile + " goes home")
    assert ana.last.name == "brief"
    title = ana.last.body[0]
    assert title.type == "block"
    assert len(title.spans) == 1
    assert "\u202e" not in title.text
    assert "\x00" not in title.text
    await ana.presses()
    await ana.presses()
    for view in (message.view for message in ana.seen):
        assert view.name


async def test_files_are_declined_honestly(set_: Set) -> None:
    ana = set_.person()
    await set_.showing.now(await set_.engine.turn(Uploaded(ana.at, "up-1", "inbox/1", "my *script*.pdf", 10)))
    assert "I cannot use “my *script*.pdf” here." in ana.last.plain


async def test_commands_without_a_film(set_: Set) -> None:
    ana = set_.person()
    answers = {
        "undo": "no film yet",
        "cancel": "Nothing is being rendered",
        "delete": "no film yet",
        "script": "no film yet",
        "films": "No films yet",
        "start": "What film shall we make?",
        "status": "What film shall we make?",
        "help": "How this works",
        "balance": "You have 0 credits",
    }
    for command, says in answers.items():
        await ana.calls(command)
        assert says in ana.last.plain, command


async def test_a_thread_has_one_dialogue_for_all_and_private_chats_one_each(set_: Set) -> None:
    ana = set_.person("Ana", place="server-1", thread="t1", place_kind="thread")
    ben = set_.person("Ben", place="server-1", thread="t1", place_kind="thread")
    await ana.begins("a keeper")
    await ben.says("make it 2 minutes")
    assert "somebody else" in ben.last.plain
    assert (await Project.get()).length_s == 60


async def test_a_form_opens_filled_in_and_is_submitted(set_: Set) -> None:
    ana = set_.person()
    await ana.to_board()
    await ana.chooses("Look at one shot", "h3")
    form = await ana.form("Lines…")
    assert form
    assert form.title == "Shot 3: the lines"
    assert form.entries[0].value == "Mara: I know this hand."
    await ana.submits(form, "Mara: I know this hand.\nOld Tom: So do I.")
    assert "OLD TOM: “So do I.”" in ana.find("board").plain
    action = next(one for one in ana.asking.choices if one.label == "Picture…")
    assert action.opens_form
    ben = set_.person("Ben")
    assert await set_.engine.form(Pressed(ben.at, "x", action.action)) is None


async def test_every_command_runs(set_: Set) -> None:
    ana = set_.person()
    await ana.to_script()
    for command in ("help", "films", "status", "script", "settings", "balance", "delete", "start", "cancel", "undo"):
        await set_.showing.now(await set_.engine.turn(Called(ana.at, f"every-{command}", command)))  # type: ignore[arg-type]
        assert "broke" not in ana.last.plain, command
