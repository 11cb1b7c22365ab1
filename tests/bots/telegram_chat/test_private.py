"""Private chats: restarts, blocked and deleted chats, refusals, files, deep links, one account over two chats, and no token in the logs."""

from __future__ import annotations

import asyncio
import logging
import re

import httpx
import pytest
from telegram.error import TelegramError

from bots.conversation import chat as port
from bots.conversation.chat import Target
from bots.conversation.events import Address
from bots.telegram_chat.chat import TelegramChat
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.refusals import outcome
from core import logs
from core.jobs import transaction
from core.models import Action, Identity, Inbox, Person, Post, Project, Render, Upload, Version
from core.projects import script_of
from tests.bots.conversation.conftest import Talker
from tests.bots.patience import until
from tests.bots.telegram_chat.conftest import Bench, asking, picture
from tests.bots.telegram_chat.test_journey import PRESSES_MAX, film_of, plays
from tests.fakes.telegram import Drop, Refused
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Message


async def touch(about: str) -> None:
    async with transaction() as tx:
        tx.touch(about)


async def test_killed_before_every_press_the_journey_goes_on(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/new a keeper finds a letter")
    for _ in range(PRESSES_MAX):
        if await Render.filter(state="done", tier="drawn").exists():
            break
        await bench.die()
        ana.presses(asking(ana))
        await bench.again()
        await bench.settled()
    film = next(one for one in reversed(ana.sees()) if one.kind == "video")
    assert plays(bench, film)


async def test_killed_after_the_turn_nothing_is_lost_or_done_twice(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    showing = bench.listener.showing

    async def dies(posts: object) -> None:
        raise asyncio.CancelledError

    bench.listener.showing.now = dies
    ana.says("a keeper finds a letter")
    await until(Project.exists)
    await bench.die()
    assert not ana.sees()
    del showing.now
    await bench.again()
    await bench.settled()
    assert await Project.all().count() == 1
    assert [one.kind for one in ana.sees()] == ["text"]


async def test_an_update_that_comes_twice_counts_once(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    update = ana.says("a keeper finds a letter")
    await bench.settled()
    ana.says("a keeper finds a letter", update_id=update)
    await bench.settled()
    assert await Project.all().count() == 1
    card = asking(ana)
    query = ana.presses(card)
    ana.presses(card)
    await bench.settled()
    assert len([one for one in ana.sees() if "Film 1" in one.text]) == 1
    assert bench.telegram.queries[query].answer == {}
    assert await Inbox.filter(source="telegram").count() == 3


async def test_an_old_button_says_what_moved_on(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    await bench.presses(ana)
    old = asking(ana).buttons[0]["callback_data"]
    await bench.presses(ana)
    await bench.presses(ana)
    await Action.all().update(pressed_at=None)  # it is a while ago
    message = ana.sees()[0]
    await Action.all().update(pressed_at=None)  # it was pressed long ago: right after the first press it would be the same press
    ana.presses_data(message, old, inaccessible=True)
    await bench.settled()
    assert any("earlier version" in one.text or "out of date" in one.text for one in ana.sees()[-4:])


async def test_forged_bytes_do_nothing(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    for data in ("p", "x", "pnothing", "m:nothing", "m99:x", "c12345678", "c12345678zz", "p" + "é" * 30, "🦊"):
        ana.presses_data(asking(ana), data)
        await bench.settled()
    assert (await Project.get()).length_s == 60
    assert await Project.all().count() == 1


async def test_blocked_it_stays_silent_and_comes_back(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    ana.blocks()
    await Project.all().update(length_s=120)
    await touch((await Post.get(name="brief")).about)
    await bench.settled()
    calls = len(bench.telegram.calls)
    await touch((await Post.get(name="brief")).about)
    await bench.settled()
    assert not [call for call in bench.telegram.calls[calls:] if call.method != "getUpdates"]
    ana.unblocks()
    await bench.says(ana, "/start")
    assert "2 minutes" in asking(ana).text


async def test_a_deleted_message_is_let_go(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    ana.sees()[0].deleted = True
    await Project.all().update(length_s=120)
    await touch((await Post.get(name="brief")).about)
    await bench.settled()
    assert (await Post.get(name="brief")).shown_hash == "unseen"


async def test_an_answer_that_comes_too_late_is_no_trouble(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    await bench.die()
    query = ana.presses(asking(ana))
    bench.telegram.queries[query].at -= 1000
    await bench.again()
    await bench.settled()
    assert "Film 1" in asking(ana).text


TOO_MANY = Refused(429, "Too Many Requests: retry after 1", retry_after=1)
STUMBLES = [
    ("sendMessage", Refused(500, "Internal Server Error")),
    ("sendMessage", Drop()),
    ("sendMessage", TOO_MANY),
    ("editMessageText", Refused(502, "Bad Gateway")),
    ("editMessageText", TOO_MANY),
    ("answerCallbackQuery", Drop()),
    ("getUpdates", Refused(500, "Internal Server Error")),
    ("getUpdates", TOO_MANY),
]


async def test_telegram_stumbles_and_the_journey_goes_on(bench: Bench) -> None:
    for n, (method, how) in enumerate(STUMBLES):
        ana = bench.telegram.user(f"Ana {n}")
        await bench.says(ana, "a keeper finds a letter")
        bench.telegram.refuses(method, how)
        ana.presses(asking(ana))
        await bench.settled()
        assert "Film 1" in asking(ana).text, (method, how)
    for query in bench.telegram.queries.values():  # the one whose answer was dropped
        query.answer = query.answer or {}


async def test_a_lost_answer_doubles_no_sign_of_work_and_loses_no_question(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    bench.telegram.refuses("sendMessage", Drop(done=True))
    await bench.says(ana, "a keeper finds a letter")
    assert [one.text.partition("\n")[0] for one in ana.sees()] == ["a keeper finds a letter"] * 2
    bench.telegram.refuses("sendMessage", Drop(done=True))
    await bench.presses(ana)
    assert "Film 1" in asking(ana).text
    assert len([one for one in ana.sees() if "Film 1" in one.text]) == 1
    assert len(ana.sees()) == 4


async def test_words_that_were_changed_count_until_they_were_acted_on(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a leter, 2 minutes")
    idea, (card,) = newest_of(ana), ana.sees()
    ana.edits(idea, "a keeper finds a letter, 90 seconds")
    await bench.settled()
    assert ana.sees() == [card]
    assert card.text.startswith("a keeper finds a letter\n")
    assert (await Project.get()).length_s == 90
    await bench.says(ana, "/new a fox lerns to count")
    ana.edits(newest_of(ana), "/new a fox learns to count")
    ana.edits(idea, "a keeper finds two letters")
    await bench.settled()
    assert sorted([film.idea for film in await Project.all()]) == ["a fox learns to count", "a keeper finds two letters"]
    await bench.presses(ana)
    said = len(ana.sees())
    ana.edits(idea, "a keeper finds three letters", after_s=3600.0)  # its brief stands open still: the fox's was agreed to
    await bench.settled()
    assert (await Project.filter(idea__contains="three letters").count(), len(ana.sees())) == (1, said)


async def test_words_that_were_acted_on_stay_and_that_is_said_once_they_are_changed(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    idea = newest_of(ana)
    await bench.presses(ana)
    said = len(ana.sees())
    ana.edits(idea, "a keeper finds a bottle")
    await bench.settled()
    assert [one.text for one in ana.sees()[said:]] == ["I have gone on with your first words. Tell me what shall be different now."]
    ana.edits(idea, "a keeper finds a boat", after_s=7200.0)
    ana.edits(idea, "")
    await bench.settled()
    assert (len(ana.sees()), (await Project.get()).idea) == (said + 1, "a keeper finds a letter")


def newest_of(who: FakeUser) -> Message:
    """The newest message that somebody wrote to the bot."""
    return [one for one in who.chat.messages.values() if not one.by_bot][-1]


async def test_what_is_folded_away_is_one_press_further_and_closes_when_it_was_pressed(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    for _ in range(4):
        await bench.presses(ana)
    await bench.presses(ana, "Look at one shot ▾")
    await bench.presses(ana, 1)
    shot = asking(ana)
    board = shot.rows
    assert len(board) <= 8
    await bench.presses(ana, "More ▾", message=shot)
    assert "Delete" in [button["text"] for button in shot.buttons]
    assert not any(button["text"].startswith("▶") for button in shot.buttons), "what is recommended stands on the keyboard itself"
    await bench.presses(ana, "‹ Back", message=shot)
    assert shot.rows == board
    await bench.presses(ana, "More ▾", message=shot)
    await bench.presses(ana, "Insert after…", message=shot)
    assert shot.rows == board, "it stands open no longer"
    await bench.presses(ana, "More ▾", message=shot)
    await bench.presses(ana, "Delete", message=shot)
    version = await Version.all().order_by("-id").first()
    assert version
    assert len(script_of(version).shots) == 4


async def test_sent_but_not_noted_is_not_sent_twice(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    await Post.all().update(ref=None, shown_hash="")
    await Project.all().update(length_s=120)
    await touch((await Post.get()).about)
    await bench.settled()
    (message,) = ana.sees()
    assert "2 minutes" in message.text
    assert (await Post.get()).ref["message"] == str(message.id)
    message.deleted = True
    await Post.all().update(ref=None, shown_hash="")
    await touch((await Post.get()).about)
    await bench.settled()
    assert ["2 minutes" in one.text for one in ana.sees()] == [True]


def _of_the_network(error: Exception, message: str = "lost") -> Exception:
    from telegram.error import NetworkError, TimedOut

    raised = TimedOut() if isinstance(error, httpx.TimeoutException) else NetworkError(message)
    raised.__cause__ = error
    return outcome(raised)


def test_only_a_lost_answer_leaves_it_unsure_whether_a_message_arrived() -> None:
    from telegram.error import NetworkError

    for error in (httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x"), TelegramError("no JSON in a refusal")):
        assert type(_of_the_network(error)) is port.RetryAfter, error
    for error in (httpx.ReadTimeout("x"), httpx.WriteTimeout("x"), httpx.ReadError("x"), httpx.RemoteProtocolError("x")):
        assert type(_of_the_network(error)) is port.Unsure, error
    assert type(outcome(NetworkError("Bad Gateway"))) is port.RetryAfter
    assert type(outcome(NetworkError("Gateway Timeout"))) is port.Unsure


async def test_a_file_id_that_is_forgotten_is_uploaded_again(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/new a keeper finds a letter")
    film = await film_of(bench, ana)
    bench.telegram.files.clear()
    await bench.says(ana, "/film")
    again = ana.sees()[-1]
    assert again is not film
    assert plays(bench, again)


async def test_deep_links_open_films_and_reach_nobody_elses(bench: Bench) -> None:
    ana, ben = bench.telegram.user("Ana"), bench.telegram.user("Ben")
    await bench.says(ana, "a keeper finds a letter")
    film = await Project.get()
    await bench.says(ana, "/new a fox learns to count")
    ana.opens(f"https://t.me/sysrai_test_bot?start=film_{film.id}")
    await bench.settled()
    assert "a keeper finds a letter" in asking(ana).text
    ben.opens(f"https://t.me/sysrai_test_bot?start=film_{film.id}")
    await bench.settled()
    assert "keeper" not in "".join(one.text for one in ben.sees())


def codes_in(text: str) -> list[str]:
    """What looks like a code."""
    return re.findall(r"\b[0-9A-Z]{4,}(?:-[0-9A-Z]{2,})*\b", text)


async def test_one_account_a_film_begun_elsewhere_is_approved_here(bench: Bench) -> None:
    elsewhere = Talker(bench.set, Address("fake", "dm", "ana-elsewhere", person_name="Ana"))
    bench.listener.showing._chats = {**bench.listener.showing._chats, "fake": bench.set.chat}
    await elsewhere.begins("a keeper finds a letter")
    film = await Project.get()
    await elsewhere.calls("link")
    code = codes_in(elsewhere.last.plain)[0]
    ana = bench.telegram.user("Ana")
    await bench.says(ana, f"/link {code}")
    assert await Identity.filter(person_id=film.owner_id).count() == 2
    await bench.says(ana, f"/film {film.id}")
    film_here = await film_of(bench, ana)
    assert plays(bench, film_here)


async def test_pictures_and_papers_reach_the_conversation(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    ana.sends("document", b"FADE IN:\n\nINT. KITCHEN - DAY\n\nMara reads a letter.\n", name="My story.fountain", caption="this one")
    await bench.settled()
    kept = [*(bench.settings.data_dir / "storage" / "uploads").rglob("My-story.fountain")]
    assert [file.read_bytes()[:7] for file in kept] == [b"FADE IN"]
    assert "My story" in ana.sees()[-1].text or asking(ana)
    said = len(ana.sees())
    ana.sends("photo", picture("face", (640, 360)))
    await bench.settled()
    assert len(ana.sees()) > said


async def test_a_file_too_large_to_fetch_is_said(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    ana.sends("document", b"x", name="novel.txt", size=21 << 20)
    await bench.settled()
    assert ana.sees()[-1].text == "That file is larger than Telegram lets me fetch; 20 MB are the most."
    assert not await Upload.exists()


async def test_commands_are_listed_in_every_language_and_scope(bench: Bench) -> None:
    await bench.says(bench.telegram.user("Ana"), "/start")
    private, group = (bench.telegram.commands[scope, ""] for scope in ("all_private_chats", "all_group_chats"))
    assert [one["command"] for one in private][:4] == ["new", "films", "film", "cast"]
    assert {"settings", "link", "help", "terms", "cancel", "start", "queue", "credits", "paysupport"} <= {one["command"] for one in private}
    assert "link" not in {one["command"] for one in group}
    assert bench.telegram.menu_button == {"type": "commands"}
    assert "made with AI" in bench.telegram.descriptions["long", ""]


async def test_every_listed_command_answers(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    for one in bench.telegram.commands["all_private_chats", ""]:
        before = len(ana.sees())
        await bench.says(ana, f"/{one['command']}")
        assert len(ana.sees()) > before, one
        assert "Something broke" not in ana.sees()[-1].text, one
    await bench.says(ana, "/dance")
    assert "How this works" in ana.sees()[-1].text


async def test_the_language_of_the_client_is_spoken_and_kept(bench: Bench) -> None:
    ana = bench.telegram.user("Ana", language="de")
    await bench.says(ana, "/start")
    assert (await Person.get()).language in ("de", "en")


async def test_the_token_is_in_no_log(bench: Bench, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.set_up(bench.settings.model_copy(update={"log_level": "DEBUG"}))
    root.addHandler(caplog.handler)
    try:
        ana = bench.telegram.user("Ana")
        bench.telegram.refuses("sendMessage", Refused(500, "Internal Server Error"), Drop())
        ana.sends("document", b"words", name="story.txt")
        await bench.says(ana, "a keeper finds a letter")
        logging.getLogger("any").warning("the bot is %s", bench.telegram.token)
    finally:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
        for handler in handlers:
            root.addHandler(handler)
        root.setLevel(level)
    shown = capsys.readouterr().err
    assert "the bot is •••" in shown
    assert bench.telegram.token not in shown
    assert bench.telegram.token.split(":")[1] not in shown.replace("•••", "")
    assert not any(bench.telegram.token in record.getMessage() for record in caplog.records if record.name != "any")


def test_every_refusal_has_a_meaning() -> None:
    from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

    errors = (
        RetryAfter(3),
        Forbidden("Forbidden: bot was blocked by the user"),
        BadRequest("Chat not found"),
        BadRequest("Not enough rights to send photos to the chat"),
        BadRequest("Wrong file identifier/HTTP URL specified"),
        NetworkError("Request Entity Too Large"),
        TimedOut(),
        ChatMigrated(-100),
        BadRequest("Can't parse"),
    )
    told = {type(outcome(error)).__name__ for error in errors}
    assert told == {"RetryAfter", "Forbidden", "Gone", "StaleFile", "Unfit", "ChatMigrated", "BadRequest", "Unsure"}
    assert isinstance(outcome(TelegramError("odd")), TelegramError)


async def test_a_stream_of_looks_is_throttled(bench: Bench) -> None:
    from bots.conversation.views import Block, Span, View

    ana = bench.telegram.user("Ana")
    ana.started = True
    chat = TelegramChat(bench.room.bot, bench.room.chat.files, Pace(lambda: 0.0))

    def look(n: int) -> View:
        return View(name="script", body=(Block(spans=(Span(text=f"scene {n}"),)),), mood="working")

    ref = await chat.send(Target("telegram", str(ana.id)), look(0), nonce="1", notify=False)
    ref = await chat.edit(ref, look(1))
    with pytest.raises(port.RetryAfter):
        await chat.edit(ref, look(2))
    await chat.edit(ref, look(3).model_copy(update={"mood": "calm"}))
    assert ana.sees()[-1].text == "scene 3"
    assert {action for _, action in bench.telegram.actions} == {"typing"}
