"""What happens every day in a server: forms, menus, talk, strangers, two presses at once, restarts, old buttons, two films in one channel."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bots.conversation import engine
from bots.discord_chat import pressing
from core.models import Dialogue, Post, Project, Render, Version
from tests.bots.discord_chat.conftest import person_in
from tests.bots.patience import until
from tests.fakes import discord_world as world

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage
    from tests.fakes.discord_world import Channel

IDEA = "A keeper finds a letter"


async def to_script(stage: Stage) -> Channel:
    """A film with a script, in its thread."""
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    await stage.ana.press(await stage.newest(thread, label="Good, go on"))
    await stage.ana.press(await stage.newest(thread, label="A"))
    await stage.newest(thread, label="Looks right: meet the cast")
    return thread


async def test_a_command_without_an_idea_asks_for_it_in_a_form(stage: Stage) -> None:
    shown = await stage.ana.command(stage.channel, "film new", length=30, format="shorts")
    assert shown.answer == 9
    assert shown.modal
    assert shown.modal["title"] == "A new film"
    done = await stage.ana.submit(shown, IDEA)
    assert done.answer == 5
    brief = await stage.newest(await stage.thread(), label="Good, go on")
    assert IDEA in brief.read
    assert "30 seconds" in brief.read
    assert "vertical" in brief.read


async def test_a_form_is_answered_at_once_and_holds_what_is_there_now(stage: Stage) -> None:
    thread = await to_script(stage)
    await stage.ana.press(await stage.newest(thread, label="Looks right: meet the cast"))
    await stage.ana.press(await stage.newest(thread, label="Draw the storyboard"))
    board = await stage.newest(thread, words="Shots 1 to 4")
    await stage.ana.choose(board, board.menus[0]["placeholder"], board.menus[0]["options"][2]["label"])
    close = await stage.newest(thread, words="Shot 3 of 5")
    label = next(one["label"] for one in close.buttons if one["custom_id"].startswith("f:"))
    shown = await stage.ana.press(close, label)
    assert shown.answer == 9
    assert shown.modal
    assert shown.modal["components"][0]["component"]["value"] == "Mara reads."
    await stage.ana.submit(shown, "Mara reads it twice.")
    await stage.newest(thread, words="Mara reads it twice.")


async def test_a_menu_that_needs_words_opens_a_form_too(stage: Stage) -> None:
    thread = await to_script(stage)
    script = await stage.newest(thread, label="Looks right: meet the cast")
    menu = script.menus[0]
    shown = await stage.ana.choose(script, menu["placeholder"], menu["options"][1]["label"])
    assert shown.answer == 9
    await stage.ana.submit(shown, "she laughs when the lamp goes out")

    async def rewritten() -> bool:
        newest = await Version.all().order_by("-id").first()
        return bool(newest and newest.script and newest.script["scenes"][1]["synopsis"] == "she laughs when the lamp goes out")

    await until(rewritten)


async def test_menus_change_the_brief_in_place(stage: Stage) -> None:
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    brief = await stage.newest(thread, label="Good, go on")
    menu = next(one for one in brief.menus if any(option["label"] == "2 minutes" for option in one["options"]))
    await stage.ana.choose(brief, menu["placeholder"], "2 minutes")
    await stage.discord.until(lambda: "2 minutes" in brief.read.split("\n")[1])
    assert brief.edits == 1


async def test_talk_by_mention_and_by_reply(stage: Stage) -> None:
    thread = await to_script(stage)
    script = await stage.newest(thread, label="Looks right: meet the cast")
    assert "Reply to this message" in script.read
    await stage.ana.says(thread, "nobody meant the bot with this")
    await stage.ana.says(thread, "make scene 2 at night", reply_to=script)
    await stage.discord.until(lambda: any("night" in one.read.lower() and "Nothing else changed" in one.read for one in stage.discord.in_(thread)))
    await stage.ana.says(thread, "make scene 1 foggy", mention=True)
    await stage.discord.until(lambda: any("fog" in one.read and "Nothing else changed" in one.read for one in stage.discord.in_(thread)))
    assert await Version.filter(script__not_isnull=True).count() == 3


async def test_direct_messages_need_no_mention(stage: Stage) -> None:
    await stage.ana.says(stage.ana.dm, "a fox and a night guard share a secret")
    brief = await stage.newest(stage.ana.dm, label="Good, go on")
    assert "Reply to this message" not in brief.read
    film = await stage.to_film(stage.ana, stage.ana.dm)
    assert film.attachments


async def test_a_mention_in_a_channel_gets_a_thread(stage: Stage) -> None:
    said = await stage.ana.says(stage.channel, "two clocks fall in love at midnight", mention=True)
    thread = await stage.thread()
    assert thread.id == said.id
    assert "two clocks" in (await stage.newest(thread, label="Good, go on")).read


async def test_a_strangers_press_is_refused_in_private(stage: Stage) -> None:
    thread = await to_script(stage)
    bo = person_in(stage, "Bo")
    script = await stage.newest(thread, label="Looks right: meet the cast")
    before = len(stage.discord.in_(thread))
    pressed = await bo.press(script)
    assert pressed.answer == 6
    told = await stage.discord.until(lambda: bo.whispers)
    assert len(told) == 1
    assert len(stage.discord.in_(thread)) == before
    assert not await Post.filter(name="cast").exists()
    assert await Project.all().count() == 1


async def test_a_button_that_was_never_ours(stage: Stage) -> None:
    thread = await to_script(stage)
    script = await stage.newest(thread, label="Looks right: meet the cast")
    for custom_id in ("p:nonsense", "whatever", "p:" + "a" * 90, "p:' OR 1=1"):
        pressed = await stage.ana.send_component(script, {"custom_id": custom_id, "component_type": 2})
        assert pressed.answer == 6
    await stage.discord.until(lambda: stage.ana.whispers)
    assert await Version.filter(script__not_isnull=True).count() == 1


async def test_two_presses_at_once_are_one(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "DOUBLE_S", 60.0)  # at once, however slow the machine is
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    brief = await stage.newest(thread, label="Good, go on")
    await asyncio.gather(*(stage.ana.press(brief) for _ in range(4)))
    await stage.newest(thread, label="A")
    assert await Version.filter(loglines__not_isnull=True).count() == 1
    assert await Post.filter(name="loglines").count() == 1


async def test_a_restart_in_the_middle_and_buttons_that_are_months_old(stage: Stage) -> None:
    thread = await to_script(stage)
    script = await stage.newest(thread, label="Looks right: meet the cast")
    await stage.stop()
    stage.discord.skip(100 * 24 * 3600)
    thread.archived = True
    await stage.start()
    await stage.ana.press(script)
    film = await stage.to_film(stage.ana, thread)
    assert film.attachments
    assert not thread.archived


async def test_killed_between_every_two_presses(stage: Stage) -> None:
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    for label in ("Good, go on", "A", "Looks right: meet the cast", "Draw the storyboard", "Approve all 5"):
        message = await stage.newest(thread, label=label)
        await stage.stop()
        await stage.start()
        await stage.ana.press(message, label)
    film = await stage.to_film(stage.ana, thread)
    assert film.attachments
    assert await Render.exclude(tier="preview").count() == 1


async def test_two_people_make_films_in_one_channel(stage: Stage) -> None:
    bo = person_in(stage, "Bo", locale="de")
    await asyncio.gather(
        stage.ana.command(stage.channel, "film new", idea="the first film"), bo.command(stage.channel, "film new", idea="the other film")
    )  # fmt: skip
    await stage.discord.until(lambda: len(stage.discord.threads(stage.channel)) == 2)
    threads = {one.name: one for one in stage.discord.threads(stage.channel)}
    films = await asyncio.gather(
        stage.to_film(stage.ana, threads["the first film"]), stage.to_film(bo, threads["the other film"])
    )  # fmt: skip
    assert [film.pings for film in films] == [{stage.ana.user.id}, {bo.user.id}]
    assert len(stage.discord.in_(stage.channel)) == 2


async def test_another_film_begins_in_another_thread(stage: Stage) -> None:
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    first = await stage.thread()
    film = await stage.to_film(stage.ana, first)
    shown = await stage.ana.press(film, "New film")
    await stage.ana.submit(shown, "a second idea, quite unlike the first")
    await stage.discord.until(lambda: len(stage.discord.threads(stage.channel)) == 2)
    second = await stage.thread()
    assert second.name == "a second idea, quite unlike the first"
    await stage.newest(second, label="Good, go on")
    project = await Project.all().order_by("-id").first()
    assert project
    assert project.home_thread == str(second.id)
    dialogue = await Dialogue.get(thread=str(first.id))
    assert dialogue.project_id != project.id


async def test_a_film_is_opened_from_the_channel_where_it_lives(stage: Stage) -> None:
    thread = await to_script(stage)
    suggested = await stage.ana.suggested(stage.channel, "film open", "film", "mara")
    assert [one for one in suggested if "Mara and the Lamp" in one]
    before = len(stage.discord.in_(stage.channel))
    await stage.ana.command(stage.channel, "film open", film=suggested[0].split(" ")[0])
    await stage.discord.until(lambda: len([one for one in stage.discord.in_(thread) if "Mara and the Lamp" in one.read]) > 1)
    assert len(stage.discord.in_(stage.channel)) == before
    assert await Post.filter(name="script", place__outside_id=str(stage.channel.id), thread=str(thread.id)).count() == 2


async def test_what_is_private_stays_private(stage: Stage) -> None:
    thread = await to_script(stage)
    before = len(stage.discord.in_(thread))
    for name in ("credits balance", "settings", "help", "film list"):
        await stage.ana.command(thread, name)
    await stage.discord.until(lambda: len(stage.ana.whispers) >= 5)
    assert len(stage.discord.in_(thread)) == before
    bo = person_in(stage, "Bo")
    assert bo.whispers == []


async def test_only_text_channels_have_threads(stage: Stage) -> None:
    talk = stage.discord.channel(stage.guild, "voice", world.VOICE)
    await stage.ana.command(talk, "film new", idea=IDEA)
    await stage.newest(talk, label="Good, go on")
    forum = stage.discord.channel(stage.guild, "forum", world.FORUM)
    post = world.Channel(world.snowflake(), world.PUBLIC_THREAD, "Old talk", stage.guild, forum, thread_owner=stage.ana.user.id)
    stage.discord.channels[post.id] = post
    stage.discord.gateway.tell(stage.guild, "THREAD_CREATE", post.json())
    await stage.ana.command(post, "film new", idea="a film of the forum")
    await stage.discord.until(lambda: [one for one in stage.discord.threads(forum) if one.name == "a film of the forum"])


def test_a_custom_id_has_at_most_100_characters() -> None:
    longest = pressing.Pressable(pressing.Kind.PRESS, "a" * 40, pressing.Home("1" * 20, "2" * 20))
    assert len(str(longest)) <= 100
    assert pressing.read(str(longest)) == longest
    assert pressing.read("x:1") is None
