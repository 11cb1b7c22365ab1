"""The terminal chat: what is printed, what is not printed twice, and what typed answers mean."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bots import demo
from bots.conversation.chat import Target
from bots.conversation.events import Called, Event, Said
from bots.conversation.showing import Showing
from bots.conversation.views import Block, Choice, Media, Option, Progress, Select, Span, Table, View
from bots.terminal_chat.chat import TerminalChat
from bots.terminal_chat.journey import Journey, address
from bots.terminal_chat.screen import Screen
from bots.terminal_chat.talk import STILL_RENDERING, Room, leaves, option_of, read_answers, run
from core.errors import BadInput
from core.models import Person, Place, Post, Project, Render, Version
from core.storage import Storage
from tests.bots.patience import PATIENCE_S, until

HERE = Target("terminal", "here", thread="t")


def block(text: str, kind: str = "text") -> Block:
    return Block(spans=(Span(text=text),), kind=kind)  # type: ignore[arg-type]


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def chat(tmp_path: Path, out: io.StringIO) -> TerminalChat:
    made = TerminalChat(Screen(Console(file=out, width=100, highlight=False)), Storage.open("", tmp_path), inline=False)
    made.thread = "t"
    return made


ASKING = View(
    name="script",
    body=(block("The Letter", "title"), block("[red]not markup[/red]"), Table(head=("tier", "credits"), rows=(("Drawn", "26"),), marked=0)),
    choices=(Choice(label="Looks right", action="a1", style="primary"), Choice(label="Shorter", action="a2")),
    selects=(Select(label="Length", action="a3", options=(Option(label="15 s", value="15"), Option(label="1 min", value="60", chosen=True))),),
)


async def test_a_message_with_its_numbered_choices(chat: TerminalChat, out: io.StringIO) -> None:
    await chat.send(HERE, ASKING, nonce="1", notify=False)
    shown = out.getvalue()
    assert "[red]not markup[/red]" in shown
    assert "▶ 1 Looks right" in shown
    assert "2 Shorter" in shown
    assert "3 Length ▾" in shown
    assert chat.asking == ASKING


async def test_a_growing_message_is_printed_once(chat: TerminalChat, out: io.StringIO) -> None:
    ref = await chat.send(HERE, View(name="script", body=(block("Scene one."),), mood="working"), nonce="1", notify=False)
    await chat.edit(ref, View(name="script", body=(block("Scene one."), block("Scene two.")), mood="working"))
    await chat.edit(ref, ASKING.model_copy(update={"body": (block("Scene one."), block("Scene two."), block("v1", "note"))}))
    shown = out.getvalue()
    assert [shown.count(text) for text in ("Scene one.", "Scene two.", "v1", "▶ 1 Looks right")] == [1, 1, 1, 1]
    assert shown.index("Scene one.") < shown.index("Scene two.") < shown.index("v1") < shown.index("▶")


async def test_a_card_at_work_is_one_line_and_media_show_once(chat: TerminalChat, out: io.StringIO, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"x")
    await chat._storage.put("boards/p.png", tmp_path / "p.png")
    card = View(name="card", body=(Progress(fraction=0.5, label="3/6 shots"),), short="Rendering", mood="working")
    ref = await chat.send(HERE, card, nonce="1", notify=False)
    picture = Media(kind="image", key="boards/p.png", alt="Shot 1", name="p.png")
    done = View(name="card", body=(block("Finished."),), media=(picture,), mood="done")
    await chat.edit(ref, done)
    await chat.edit(ref, done.model_copy(update={"short": "again"}))
    shown = out.getvalue()
    assert "▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░  3/6 shots" in shown
    assert shown.count("Shot 1") == 1
    assert shown.count("Finished.") == 1


async def test_other_threads_are_left_alone(chat: TerminalChat, out: io.StringIO) -> None:
    await chat.send(Target("terminal", "here", thread="other"), ASKING, nonce="1", notify=True)
    assert out.getvalue() == ""
    assert chat.asking is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("", "a1"), ("1", "a1"), ("2", "a2"), ("3", "a3"), ("shorter", "a2"), ("4", None), ("0", None), ("make it sad", None), ("٣", None)]
)
async def test_what_is_typed(chat: TerminalChat, typed: str, meant: str | None) -> None:
    await chat.send(HERE, ASKING, nonce="1", notify=False)
    journey = Journey(None, None, chat, address("here", "t", "ana", "Ana", "en"))  # type: ignore[arg-type]
    picked = journey.pick(typed)
    assert (picked.action if picked else None) == meant


@pytest.mark.parametrize(("typed", "value"), [("1", "15"), ("1 MIN", "60"), ("60", "60"), ("9", None), ("soon", None)])
def test_an_entry_of_a_menu(typed: str, value: str | None) -> None:
    assert option_of(ASKING.selects[0], typed) == value


def test_a_script_of_answers(tmp_path: Path) -> None:
    path = tmp_path / "answers"
    path.write_text("# a comment\na film about a pier\n\n  2 \n3=1 min\n")
    assert read_answers(path) == ["a film about a pier", "", "2", "3=1 min"]
    for wrong in (tmp_path / "missing", tmp_path):
        with pytest.raises(BadInput, match="cannot be read"):
            read_answers(wrong)


def test_the_demos_wish() -> None:
    assert demo.wish_from({}).length_s == 30
    wish = demo.wish_from({"IDEA": "a $(touch x) `pier`; rm -rf", "LENGTH": "45", "FORMAT": "square", "SEED": "3", "OUT": "/nowhere/x"})
    assert (wish.idea, wish.length_s, wish.format, wish.seed, wish.out) == ("a $(touch x) `pier`; rm -rf", 45, "square", 3, "/nowhere/x")


@pytest.mark.parametrize(
    "given",
    [{"LENGTH": "5"}, {"LENGTH": "1e3"}, {"LENGTH": "9" * 30}, {"FORMAT": "imax"}, {"SEED": "-1"}, {"IDEA": "?!"}, {"IDEA": "x" * 9000}, {"OUT": __file__}],
)
def test_a_wrong_wish_is_a_sentence(given: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        demo.wish_from(given)
    assert str(caught.value).endswith((".", "about.", "folder."))


@pytest.mark.parametrize(("typed", "left"), [("quit", True), (" Exit ", True), ("q", True), ("Q", True), ("bye", True), ("quit smoking", False), ("", False)])
def test_what_leaves(typed: str, left: bool) -> None:
    assert leaves(typed) is left


class _Room:
    """What a script of answers is played in, with the film's render somewhere else."""

    def __init__(self, storage: Storage) -> None:
        self.heard: list[Event] = []
        self.room = Room(self, storage, self.at_work)  # type: ignore[arg-type]

    async def turn(self, event: Event) -> list[Post]:
        self.heard.append(event)
        return []

    @contextlib.asynccontextmanager
    async def at_work(self, chat: TerminalChat) -> AsyncIterator[Showing]:
        yield Showing(None, {chat.platform: chat})  # type: ignore[arg-type]


@pytest.mark.parametrize("last", ["quit", "EXIT", "q"])
async def test_a_script_that_leaves_says_nothing_more(db: str, tmp_path: Path, last: str) -> None:
    played = _Room(Storage.open("", tmp_path))
    assert await run(played.room, [last, "a film about a pier"]) == 0
    assert [type(event) for event in played.heard] == [Called]


async def test_a_script_waits_for_a_film_that_is_rendered_elsewhere(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    played = _Room(Storage.open("", tmp_path))
    ana = await Person.create()

    async def agreed(event: Event) -> list[Post]:
        if isinstance(event, Said):
            place = await Place.create(platform="terminal", outside_id=event.at.place)
            film = await Project.create(owner=ana, home_place=place, idea=event.text)
            version = await Version.create(project=film, by=ana)
            await Render.create(key="r", project=film, version=version, by=ana, tier="standard", rate_mc=1000, state="rendering")
        return []

    played.turn = agreed  # type: ignore[method-assign]
    playing = asyncio.create_task(run(played.room, ["a film about a pier"]))
    said = ""

    def waits() -> bool:
        nonlocal said
        said += capsys.readouterr().out
        return STILL_RENDERING in said

    await until(waits, lambda: said)
    assert not playing.done()
    await Render.filter(key="r").update(state="done", ended_at=datetime.now(UTC))
    async with asyncio.timeout(PATIENCE_S):
        assert await playing == 0
