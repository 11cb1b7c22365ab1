"""Posts become messages once, follow what they show, and survive what a platform refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tortoise import connections

from bots.conversation.chat import Forbidden, Gone, RetryAfter, Unsure
from bots.conversation.events import Pressed, Said
from core import jobs
from core.jobs import transaction
from core.models import Person, Place, Post, Project, Render

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


async def open_shows() -> list[dict[str, object]]:
    """Open show jobs: subject, seconds until they are due, and how long after their post was made that is."""
    return await connections.get("default").execute_query_dict(
        """SELECT subject, extract(epoch FROM due_at - now())::float8 AS in_s, extract(epoch FROM due_at - post.created_at)::float8 AS after_s
             FROM job JOIN post ON post.id = job.subject::bigint WHERE kind = 'show' AND done < wanted ORDER BY job.id"""
    )


async def test_a_turns_own_posts_fall_due_if_the_chat_dies(set_: Set) -> None:
    ana = set_.person()
    await set_.engine.turn(Said(ana.at, "u1", "a keeper"))
    assert not set_.chat.messages
    (row,) = await open_shows()
    assert float(str(row["after_s"])) == 3.0
    await set_.work()
    assert [message.view.name for message in ana.seen] == ["brief"]


async def test_an_unchanged_view_is_not_edited(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    project = await Project.get()
    async with transaction() as tx:
        tx.touch(f"project:{project.id}")
    await set_.work()
    assert ana.seen[0].edits == 0


async def test_too_fast_is_waited_out_and_nothing_is_lost(set_: Set) -> None:
    ana = set_.person()
    set_.chat.refuses = [RetryAfter(7.0)]
    await set_.showing.now(await set_.engine.turn(Said(ana.at, "u1", "a keeper")))
    (row,) = await open_shows()
    assert 3 < float(str(row["in_s"])) <= 7
    await set_.work()
    assert len(ana.seen) == 1


async def test_the_gap_between_edits_is_kept_and_the_last_state_shown(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    set_.chat.gap_s = 60.0
    post = await Post.get(name="brief")
    await Project.all().update(length_s=120)
    async with transaction() as tx:
        tx.touch(post.about)
    await jobs.run_now("show", str(post.id), {"show": set_.showing})
    assert ana.seen[0].edits == 0
    (row,) = await open_shows()
    assert 50 < float(str(row["in_s"])) <= 60
    await Project.all().update(length_s=180)
    await Post.all().update(shown_at=datetime(2020, 1, 1, tzinfo=UTC))
    await set_.work()
    assert ana.seen[0].edits == 1
    assert "3 minutes" in ana.seen[0].view.plain


async def test_a_deleted_message_is_let_go_but_a_film_is_sent_again(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    set_.chat.refuses_edits = [Gone("deleted")]
    await ana.says("make it 2 minutes")
    old = await Post.filter(name="brief").order_by("id").first()
    assert old
    assert old.shown_hash == "unseen"
    film = await Post.filter(name="brief").order_by("-id").first()
    assert film
    await Post.filter(id=film.id).update(notify=True)
    await Project.all().update(length_s=240)
    set_.chat.refuses_edits = [Gone("deleted")]
    set_.chat.messages[-1].nonce = "lost"
    async with transaction() as tx:
        tx.touch(film.about)
    await set_.work()
    assert "4 minutes" in ana.last.plain


async def test_a_place_that_forbids_us_is_left_alone(set_: Set) -> None:
    ana = set_.person()
    set_.chat.refuses = [Forbidden("no rights")]
    await ana.begins("a keeper")
    assert not ana.seen
    assert not await open_shows()


async def test_sent_but_not_noted_is_sent_under_the_same_nonce(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    post = await Post.get()
    await Post.all().update(ref=None, shown_hash="")
    async with transaction() as tx:
        tx.touch(post.about)
    await set_.work()
    assert len(ana.seen) == 1
    assert (await Post.get()).ref == {"message": 0}


async def test_what_asks_something_is_sent_again_when_its_answer_was_lost(set_: Set) -> None:
    ana = set_.person()
    set_.chat.refuses = [Unsure(2.0)]
    await ana.begins("a keeper")
    assert [message.view.name for message in ana.seen] == ["brief"]


async def test_what_only_says_that_something_is_made_is_not_doubled_and_its_end_is_told(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    set_.chat.refuses = [Unsure(2.0)]
    posts = await set_.engine.turn(Pressed(ana.at, "on", ana.asking.choices[0].action))
    await set_.showing.now(posts)
    post = await Post.get(name="loglines")
    assert post.ref == {"perhaps": True}
    await set_.showing.now(posts)
    assert [message.view.name for message in ana.seen] == ["brief"]
    assert str(post.id) not in [row["subject"] for row in await open_shows()]
    await set_.work()
    assert [(message.view.name, message.view.mood) for message in ana.seen] == [("brief", "calm"), ("loglines", "calm")]
    assert (await Post.get(name="loglines")).ref == {"message": 1}


async def test_what_may_have_arrived_and_was_left_behind_is_let_be(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    post = await Post.get(name="brief")
    await Post.filter(id=post.id).update(ref={"perhaps": True}, shown_hash="", args={**post.args, "retired": True})
    async with transaction() as tx:
        tx.touch(post.about)
    await set_.work()
    assert len(ana.seen) == 1


async def test_drafts_stream_into_one_message(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper")
    await ana.presses()
    seen: list[str] = []
    edit = set_.chat.edit

    async def noting(ref, view):  # type: ignore[no-untyped-def]
        seen.append(view.plain)
        return await edit(ref, view)

    set_.chat.edit = noting  # type: ignore[method-assign]
    posts = await set_.engine.turn(Pressed(ana.at, "pick", ana.asking.choices[0].action))
    await set_.showing.now(posts)
    assert ana.last.plain == "Writing. The scenes appear here as they come."
    assert ana.last.mood == "working"
    await set_.work()
    assert len([message for message in ana.seen if message.view.name == "script"]) == 1


async def test_building_a_view_again_makes_the_same_buttons(set_: Set) -> None:
    ana = set_.person()
    await ana.to_board()
    for post in await Post.all():
        first, second = [(await set_.showing.posts.build(post, set_.chat.limits)).view for _ in range(2)]
        assert first.hash == second.hash, post.name


async def test_a_film_whose_thread_is_gone_comes_to_the_next_best_place(set_: Set) -> None:
    where = {"place": "chan-1", "place_kind": "thread", "thread": "t1", "server": "s1"}
    ana = set_.person("Ana", **where)
    private = set_.person("Ana")
    private.at = replace(private.at, person=ana.at.person)
    await private.says("hello")
    project = await ana.to_board()
    send = set_.chat.send

    async def gone(to, view, **more):  # type: ignore[no-untyped-def]
        if to.thread == "t1" or (closed and to.place == private.at.place):
            raise Gone("no such thread")
        return await send(to, view, **more)

    closed = False
    await ana.presses()
    await ana.presses()
    set_.chat.send = gone  # type: ignore[method-assign]
    await ana.presses()
    assert private.last.name == "film"
    assert private.last.media
    project = await Project.get(id=project.id)
    assert (project.home_place_id, project.home_thread) == ((await Place.get(outside_id=private.at.place)).id, "")
    closed, private.seen[-1].nonce = True, "another"
    await Post.filter(name="film").update(
        place_id=(await Place.get(outside_id="chan-1")).id,
        thread="t1",
        ref=None,
        shown_hash="",
        args={"render": (await Render.exclude(tier="preview").get()).id},
    )
    async with transaction() as tx:
        for post in await Post.filter(name="film"):
            tx.touch(post.about)
    await set_.work()
    channel = set_.person("Eve", place="chan-1", place_kind="channel", server="s1")
    assert channel.last.name == "film"


async def test_a_lost_film_is_found_again_by_opening_it(set_: Set) -> None:
    ana = set_.person("Ana", place="chan-1", place_kind="thread", thread="t1", server="s1")
    project = await ana.to_script()
    set_.chat.refuses = [Gone("no such thread")]
    await ana.calls("status")
    assert (await Project.get(id=project.id)).settings["lost"]
    there = replace(ana.at, thread="t2")
    ana.at = there
    await ana.calls("open", film="lamp")
    assert ana.last.name == "script"
    project = await Project.get(id=project.id)
    assert (project.home_thread, project.settings.get("lost")) == ("t2", None)
    place = await set_.engine.home_of("Mara", ana.at)
    assert place
    assert (place.place, place.thread, place.place_kind) == ("chan-1", "t2", "thread")


async def test_who_wishes_quiet_is_not_called(set_: Set) -> None:
    ana = set_.person()
    await ana.says("hello")
    await Person.all().update(settings={"notify": "quiet"})
    await ana.begins("a keeper")
    while ana.last.name != "film":
        await ana.presses()
    assert not ana.seen[-1].notify
