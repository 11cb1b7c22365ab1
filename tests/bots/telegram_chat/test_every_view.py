"""Every view that the conversation has, as real rows make it, in every language, with hostile markup in every string that people or a writer
typed: nothing of it would be refused by Telegram.

The rows come from the conversation's own tests, played again here; then their words are replaced, and every view is built anew.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tortoise import connections

from bots.conversation.posts import PAGES, Posts
from bots.conversation.words import available, words
from bots.telegram_chat import keyboard
from bots.telegram_chat.sheet import sheet
from core.models import Cut, Person, Post, Version
from core.writing.script import Character, Line, Location, Logline, Scene, Script, Shot
from tests.bots.conversation import test_crew, test_dailies, test_finishing, test_money, test_outgoing, test_studio
from tests.bots.conversation.conftest import Set, paying
from tests.bots.conversation.test_money import selling
from tests.bots.telegram_chat.test_limits import obeys, prepared
from tests.fakes.telegram import rules

NASTY = "<b>&amp;</b> *a* _b_ `c` [d](tg://user?id=1) ||e|| @all /start 👩‍👩‍👧‍👦 e\u0301 \u202e日本語 "
LONG = NASTY + "words and more words " * 200
POSTS_EACH = 2
"""So many posts of each view, the newest, are built."""

__all__ = ["paying", "selling"]
Play = Callable[[Any], Awaitable[None]]


async def everyday(set_: Set) -> None:
    """A film from /start to its end, and what stands beside it."""
    who = set_.person()
    await who.calls("start")
    await who.to_board()
    await who.says("make scene 2 at night")
    await who.calls("script")
    await who.presses("Looks right: meet the cast")
    await who.presses("Hear the voices")
    await who.calls("board")
    for _ in range(4):
        await who.presses()
    await who.presses("Receipt", view=who.find("film"))
    for cut in await Cut.all():  # the paper cutter makes no subtitles
        await Cut.filter(id=cut.id).update(files={**cut.files, "subtitles_srt": cut.files.get("film", "")})
    await who.calls("credits", do="history")
    for command in ("films", "cast", "help", "settings", "terms", "link", "queue", "credits", "unlink", "paysupport", "export"):
        await who.calls(command)
    for choice in who.find("files").choices:
        if choice.action:
            await who.presses_id(choice.action)
    await who.brings("story.txt", b"Mara climbed the tower. The lamp was out. " * 40)
    await who.brings("song.mp3", b"no music at all")
    await who.says("what is this?")


async def a_trailer(set_: Set) -> None:
    """A trailer of a finished film."""
    await test_finishing.test_a_trailer_and_a_loop_are_made_of_the_finished_film(set_, "Make its trailer")


async def dial(set_: Set) -> None:
    """Somebody with credits spends only so many."""
    ana = await test_dailies.rich(set_)
    await ana.presses("Spend at most…", view=ana.find("quote"))
    await ana.says("20")


_PARTS: dict[str, dict[str, Any]] = {
    "Script": {"characters": Character, "locations": Location, "scenes": Scene},
    "Scene": {"shots": Shot},
    "Shot": {"lines": Line},
}


async def poison() -> None:
    """Whatever somebody typed or a writer wrote is hostile now, as long as it may be."""
    sql = connections.get("default")
    for table, column, most in (
        ("project", "idea", 4000),
        ("identity", "name", 120),
        ("place", "name", 120),
        ("upload", "name", 200),
        ("material", "name", 200),
    ):
        await sql.execute_query_dict(f'UPDATE "{table}" SET "{column}" = $1 RETURNING 1', [LONG[:most]])
    for version in await Version.all():
        version.said = LONG[:1000]
        version.unclear = [LONG[:200] for _ in version.unclear]
        version.loglines = version.loglines and [_worded(Logline, one) for one in version.loglines]
        version.script = version.script and _worded(Script, version.script)
        await version.save(update_fields=["said", "unclear", "loglines", "script"])


def _worded(model: Any, told: dict[str, Any]) -> dict[str, Any]:
    """The same with other words, in every field of text that carries some: as long as its model allows."""
    fields = {name: field for name, field in model.model_fields.items() if name not in ("id", "speaker", "location", "language", "colour", "picture")}
    made = dict(told)
    for name, field in fields.items():
        most = next((one.max_length for one in field.metadata if hasattr(one, "max_length")), None)
        if field.annotation is str and most and told.get(name):
            made[name] = LONG[:most].strip()
    for name, kind in _PARTS.get(model.__name__, {}).items():
        made[name] = [_worded(kind, one) for one in told[name]]
    return json.loads(model.model_validate(made).model_dump_json())


async def judge(set_: Set) -> set[str]:
    """Build the views of all kinds of posts in every language. Returns their names."""
    posts = Posts(set_.desk)
    kept: dict[str, list[int]] = {}
    for post in await Post.all().order_by("-id"):
        kept.setdefault(post.name, []).append(post.id)
    for language in available():
        await Person.all().update(language=language)
        for ids in kept.values():
            for post in await Post.filter(id__in=ids[:POSTS_EACH]):
                view = (await posts.build(post, set_.chat.limits)).view
                for group in (False, True):
                    obeys(sheet(view, prepared(view), words(language), group=group))
                for select in view.selects:
                    for page in range(3):
                        rules.check_markup(keyboard.menu(select, page, words(language).text("telegram-back")).to_dict())
    return set(kept)


PLAIN: list[tuple[Play, set[str]]] = [
    (
        everyday,
        {
            "accounts", "animatic", "answer", "balance", "board", "brief", "card", "cast", "file", "files", "film", "films", "help", "history", "link",
            "loglines", "material", "my_queue", "people", "question", "quote", "receipt", "screenplay", "script", "settings", "terms", "upload", "voices",
            "welcome",
        },
    ),
    (test_outgoing.test_a_film_is_shared_and_the_link_taken_back, {"share", "notice"}),
    (test_outgoing.test_files_for_editing_come_as_a_file_and_as_a_link, {"kit"}),
    (test_outgoing.test_another_format_is_cut_from_the_same_takes, {"cut"}),
    (a_trailer, {"promo"}),
    (test_crew.test_a_writer_comes_in_by_code_and_changes_the_script, {"crew", "crew_invite", "invitation", "versions"}),
]  # fmt: skip
PAYING: list[tuple[Play, set[str]]] = [
    (dial, {"budget"}),
    (test_studio.test_an_admin_makes_a_channel_and_changes_its_rules, {"studio", "queue"}),
    (test_studio.test_a_film_from_the_pool_in_its_thread_and_announced, {"premiere", "queue"}),
    (test_studio.test_a_gift_goes_to_the_pool_once_and_trial_credits_do_not, {"pool"}),
    (test_dailies.test_scenes_are_kept_noted_or_left_for_later, {"dailies"}),
    (test_dailies.test_a_shot_is_taken_three_times_and_the_first_take_chosen_again, {"takes"}),
]
SELLING: list[tuple[Play, set[str]]] = [
    (test_money.test_every_pack_and_plan_can_be_bought_from_the_chat, {"plans"}),
    (test_money.test_somebody_buys_what_is_missing_and_renders_the_film, {"purchase"}),
    (test_money.test_codes_gifts_and_invitations, {"gift", "invite", "shop"}),
    (test_money.test_history_help_and_the_file_to_take_along, {"statement", "paysupport"}),
    (test_money.test_five_people_fund_a_film_that_fails_once_and_succeeds_once, {"fund"}),
]
"""What is played, and the views that it must lead to."""


def named(plays: list[tuple[Play, set[str]]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("play", "draws"), plays, ids=[play.__name__ for play, _ in plays])


def test_every_view_there_is_is_played() -> None:
    assert set().union(*(draws for _, draws in (*PLAIN, *PAYING, *SELLING))) == set(PAGES)


@named(PLAIN)
async def test_plain(set_: Set, play: Play, draws: set[str]) -> None:
    await play(set_)
    await poison()
    drawn = await judge(set_)
    assert drawn >= draws, drawn


@named(PAYING)
async def test_paying(paying: Set, play: Play, draws: set[str]) -> None:
    await play(paying)
    await poison()
    drawn = await judge(paying)
    assert drawn >= draws, drawn


@named(SELLING)
async def test_selling(selling: Any, play: Play, draws: set[str]) -> None:
    await play(selling)
    await poison()
    drawn = await judge(selling.set)
    assert drawn >= draws, drawn
