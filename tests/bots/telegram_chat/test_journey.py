"""Whole journeys: always the first button, from /start to a film that plays in the chat."""

from __future__ import annotations

import io

import av

from core.models import Post, Project, Render
from tests.bots.telegram_chat.conftest import Bench, asking
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat, Message

PRESSES_MAX = 14


async def film_of(bench: Bench, who: FakeUser, chat: Chat | None = None, topic: int | None = None) -> Message:
    """Press the first button until there is a film."""
    for _ in range(PRESSES_MAX):
        if await Render.filter(state="done", tier="drawn").exists():
            break
        await bench.presses(who, chat=chat, topic=topic)
    return next(one for one in reversed(who.sees(chat)) if one.kind == "video" and (topic is None or one.topic == topic))


def plays(bench: Bench, message: Message) -> bool:
    """Whether what was sent can be played."""
    with av.open(io.BytesIO(bench.telegram.files[message.files[0]].content)) as film:
        return sum(1 for _ in film.decode(video=0)) >= 20


async def test_privately_always_the_first_button_ends_with_a_film(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/start")
    assert "What film shall we make?" in ana.sees()[-1].text
    await bench.says(ana, "/new a keeper finds a letter")
    film = await film_of(bench, ana)
    assert plays(bench, film)
    assert film.fields["video"]["duration"] > 0
    assert not film.silent
    assert asking(ana) is film
    assert all(row[0]["text"].startswith("▶ ") for row in [one.rows[0] for one in ana.sees() if one.rows])


async def test_in_a_group_a_film_is_a_chain_of_replies(bench: Bench) -> None:
    ana, ben = bench.telegram.user("Ana"), bench.telegram.user("Ben")
    group = bench.telegram.group("Film club", ana, ben)
    await bench.says(ana, "/new a keeper finds a letter", chat=group)
    root = next(one for one in group.messages.values() if not one.by_bot)
    assert (await Project.get()).home_thread == f"r{root.id}"
    film = await film_of(bench, ana, group)
    assert plays(bench, film)
    first_of_each = [one for one in ana.sees(group) if one.rows]
    assert {one.fields["reply_to_message"]["message_id"] for one in first_of_each} == {root.id}
    mentions = [one for one in film.fields["caption_entities"] if one["type"] == "text_mention"]
    assert [one["user"]["id"] for one in mentions] == [ana.id]
    assert not ana.chat.messages, "nothing of it went to her own chat"


async def test_in_a_forum_a_film_gets_its_own_topic(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    forum = bench.telegram.group("Film club", ana, forum=True, admin=True)
    await bench.says(ana, "/new a keeper finds a letter", chat=forum)
    topic = next(id for id, name in forum.topics.items() if name == "a keeper finds a letter")
    assert (await Project.get()).home_thread == str(topic)
    pointer = next(one for one in ana.sees(forum) if one.topic is None and one.kind == "text")
    assert pointer.buttons[0]["url"].endswith(f"/{topic}")
    film = await film_of(bench, ana, forum, topic)
    assert plays(bench, film)
    assert film.topic == topic
    assert [one for one in ana.sees(forum) if one.topic is None and one.kind == "text"] == [pointer]


async def test_where_no_topics_may_be_made_a_film_stays_with_its_message(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    forum = bench.telegram.group("Film club", ana, forum=True)
    corner = bench.telegram.topic(forum, "Corner")
    await bench.says(ana, "/new a keeper finds a letter", chat=forum, topic=corner)
    assert (await Project.get()).home_thread.startswith(f"{corner}r")
    film = await film_of(bench, ana, forum, corner)
    assert film.topic == corner


async def test_a_whole_journey_by_typing_yes_and_wishes(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "a keeper finds a letter")
    for _ in range(3):
        await bench.says(ana, "yes")
    await bench.says(ana, "make scene 2 at night")
    assert any("night" in one.text for one in ana.sees()[-3:])
    for _ in range(6):
        if not await Render.filter(state="done", tier="drawn").exists():
            await bench.says(ana, "go on")
    assert ana.sees()[-1].kind == "video"


async def test_a_film_goes_over_the_wire_once(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/new a keeper finds a letter")
    film = await film_of(bench, ana)
    uploads = len(bench.telegram.files)
    await bench.says(ana, "/film")
    again = ana.sees()[-1]
    assert again is not film
    assert again.files == film.files
    assert len(bench.telegram.files) == uploads


async def test_posts_are_found_by_their_messages(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/new a keeper finds a letter")
    for _ in range(4):
        await bench.presses(ana)
    album = [one for one in ana.sees() if one.kind == "photo"]
    assert len(album) >= 2
    assert all("media_group_id" in one.fields and not one.rows for one in album)
    post = await Post.filter(name="board").order_by("-id").first()
    assert post
    assert post.ref
    assert post.ref["message"] == str(asking(ana).id)
    assert album[-1].id in post.ref["ids"]
