"""A group as a rendering channel: the pinned board, rules by its admins, the pool, and films told to everybody."""

from __future__ import annotations

from core.models import Place, Project
from tests.bots.telegram_chat.conftest import Bench
from tests.bots.telegram_chat.test_journey import film_of


async def test_a_group_becomes_a_studio_with_a_pinned_board(bench: Bench) -> None:
    ana, ben = bench.telegram.user("Ana"), bench.telegram.user("Ben")
    group = bench.telegram.group("Film club", ana, ben, admin=True)
    ana.started = ben.started = True
    await bench.says(ben, "/studio", chat=group)
    place = await Place.get(outside_id=str(group.id))
    assert not place.settings.get("studio", {}).get("open"), "not for members"
    assert "who manages this place" in ben.sees()[-1].text
    await bench.says(ana, "/studio", chat=group)
    await place.refresh_from_db()
    assert place.settings["studio"]["open"]
    assert "Film club" in ana.sees()[-1].text, "the rules are the admin's own to see"
    assert len(group.pinned) == 1
    board = group.messages[group.pinned[0]]
    before = len(board.history)
    await bench.says(ben, "/new a keeper finds a letter", chat=group)
    thread = int((await Project.get()).home_thread.removeprefix("r"))
    film = await film_of(bench, ben, group)
    assert film.fields["reply_to_message"]["message_id"] == thread
    assert len(board.history) > before, "one message that is edited"
    assert len(group.pinned) == 1
    told = [one for one in ben.sees(group) if one.kind == "photo" and "reply_to_message" not in one.fields and "media_group_id" not in one.fields]
    assert len(told) == 1, "the finished film is told to everybody, with its poster"
    assert "Ben" in told[0].text


async def test_where_nothing_may_be_pinned_the_board_is_an_ordinary_message(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    group = bench.telegram.group("Film club", ana)
    ana.started = True
    await bench.says(ana, "/studio", chat=group)
    assert not group.pinned
    assert ana.sees(group)
