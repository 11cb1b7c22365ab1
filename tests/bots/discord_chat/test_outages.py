"""What goes wrong in Discord, and where the film goes on: threads put aside or deleted, rights taken, messages closed, limits, a gateway that breaks."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
from prometheus_client import REGISTRY

from bots.conversation.chat import Forbidden, Gone, RetryAfter, Target
from bots.conversation.views import Block, Choice, Media, Span, View
from bots.discord_chat import bot as discord_bot
from bots.discord_chat.refusals import meaning
from core.config import Settings
from core.errors import SetupFailed
from core.jobs import transaction
from core.logs import secrets_in
from core.models import Post, Project
from tests.bots.discord_chat.conftest import person_in
from tests.bots.discord_chat.test_everyday import IDEA, to_script
from tests.bots.patience import until
from tests.fakes import discord_world as world
from tests.fakes.discord import FakeDiscord, Limit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bots.discord_chat.conftest import Stage
    from tests.fakes.discord_world import Message


def view(*texts: str, private: bool = False, **more: Any) -> View:
    choices = (Choice(label="Go on", action="a" * 32, style="primary"),)
    return View(name="any", body=tuple(Block(spans=(Span(text=one),)) for one in texts), choices=choices, private=private, **more)


def target(stage: Stage, channel: world.Channel, thread: world.Channel | None = None) -> Target:
    kind: Any = "thread" if thread else "channel"
    return Target("discord", str(channel.id), kind, str(thread.id) if thread else "", str(stage.ana.user.id), "Ana")


async def to_quote(stage: Stage) -> tuple[world.Channel, Message]:
    """A film whose price is shown, and the message that shows it."""
    thread = await to_script(stage)
    for label in ("Looks right: meet the cast", "Draw the storyboard", "Approve all 5", "Render it"):
        await stage.ana.press(await stage.newest(thread, label=label), label)
    return thread, await stage.newest(thread, words="Rendering Mara and the Lamp")


async def test_a_deleted_thread_goes_on_in_the_channel_and_from_there(stage: Stage) -> None:
    thread = await to_script(stage)
    stage.discord.delete_channel(thread)
    await stage.ana.command(stage.channel, "film open", film="Mara and the Lamp")
    script = await stage.newest(stage.channel, label="Looks right: meet the cast")
    assert script.buttons[0]["custom_id"].endswith(f":{stage.channel.id}:{thread.id}")
    film = await stage.to_film(stage.ana, stage.channel)
    assert film.attachments
    assert stage.discord.refusals[10003]


async def test_a_channel_deleted_while_its_film_is_rendered(stage: Stage) -> None:
    _, quote = await to_quote(stage)
    stage.paused = True
    await stage.ana.press(quote)
    stage.discord.delete_channel(stage.channel)
    stage.paused = False
    film = await stage.newest(stage.ana.dm, label="New film")
    assert film.pings == {stage.ana.user.id}
    assert film.attachments


async def test_without_the_right_to_write_it_is_direct_messages_and_without_those_nothing_is_lost(stage: Stage) -> None:
    thread = await to_script(stage)
    script = await stage.newest(thread, label="Looks right: meet the cast")
    stage.channel.denied = world.SEND_IN_THREADS | world.SEND | world.PUBLIC_THREADS
    stage.ana.user.dm_closed = True
    await stage.ana.press(script)
    await stage.discord.until(lambda: stage.discord.refusals[50007])
    await until(lambda: Post.filter(name="cast", shown_hash="unseen").exists())  # the refusal is answered first, noted after
    stage.channel.denied, stage.ana.user.dm_closed = 0, False
    await stage.ana.command(stage.channel, "film open", film="Mara and the Lamp")
    film = await stage.to_film(stage.ana, thread)
    assert film.attachments
    assert stage.discord.refusals[50013]


async def test_where_threads_are_full_or_not_allowed_the_channel_serves(stage: Stage) -> None:
    stage.discord.threads_max = 0
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    await stage.newest(stage.channel, label="Good, go on")
    assert stage.discord.refusals[160006]
    assert not [one for one in stage.discord.in_(stage.channel) if "begins here" in one.read]


async def test_a_private_answer_after_its_fifteen_minutes_is_a_direct_message(stage: Stage) -> None:
    assert stage.chat
    await to_script(stage)
    stage.discord.skip(16 * 60)
    stage.chat.replies._clock = stage.discord.now
    ref = await stage.chat.send(target(stage, stage.channel), view("your receipt", private=True), nonce="1", notify=False)
    assert "your receipt" in stage.discord.in_(stage.ana.dm)[-1].read
    assert ref["home"] == [str(stage.channel.id), ""]
    await stage.chat.edit(ref, view("your receipt, paid", private=True))
    assert "paid" in stage.discord.in_(stage.ana.dm)[-1].read


async def test_a_private_message_is_edited_while_its_interaction_lives(stage: Stage) -> None:
    await stage.ana.command(stage.channel, "help")
    told = await stage.discord.until(lambda: stage.ana.whispers)
    assert stage.chat
    to = target(stage, stage.channel)
    ref = await stage.chat.send(to, view("first", private=True), nonce="2", notify=False)
    await stage.stop()
    await stage.start()
    assert stage.chat
    await stage.chat.edit(ref, view("second", private=True))
    assert "second" in stage.ana.whispers[-1].read
    stage.discord.skip(20 * 60)
    with pytest.raises(Gone):
        await stage.chat.edit({**ref, "until": 0.0}, view("third", private=True))
    assert told


async def test_an_archived_thread_is_reopened_for_an_edit(stage: Stage) -> None:
    thread = await to_script(stage)
    assert stage.chat
    ref = await stage.chat.send(target(stage, stage.channel, thread), view("card"), nonce="3", notify=False)
    thread.archived = True
    await stage.chat.edit(ref, view("card, 50 %"))
    assert "50 %" in stage.discord.in_(thread)[-1].read
    assert not thread.archived
    assert stage.discord.refusals[50083] == 1


async def test_the_same_nonce_is_one_message(stage: Stage) -> None:
    assert stage.chat
    to = target(stage, stage.channel)
    first = await stage.chat.send(to, view("once"), nonce="7", notify=True)
    again = await stage.chat.send(to, view("once"), nonce="7", notify=True)
    assert first == again
    assert len(stage.discord.in_(stage.channel)) == 1
    assert stage.discord.in_(stage.channel)[0].pings == {stage.ana.user.id}


async def test_a_message_that_grows_and_shrinks(stage: Stage) -> None:
    assert stage.chat
    ref = await stage.chat.send(target(stage, stage.channel), view("short"), nonce="8", notify=False)
    ref = await stage.chat.edit(ref, view(*["long " * 300] * 6))
    assert len(stage.discord.in_(stage.channel)) == 3
    assert [bool(one.buttons) for one in stage.discord.in_(stage.channel)] == [False, False, True]
    await stage.chat.edit(ref, view("short again"))
    (left,) = stage.discord.in_(stage.channel)
    assert left.buttons


async def test_files_follow_the_limits_of_the_place(stage: Stage, tmp_path: Path) -> None:
    assert stage.chat
    large = tmp_path / "film.mp4"
    large.write_bytes(b"x" * (11 << 20))
    storage = stage.desk.studio.storage
    await storage.put("films/large.mp4", large)
    film = Media(kind="video", key="films/large.mp4", alt="The film", name="film.mp4", link="https://films.example/1")
    to = target(stage, stage.channel)
    assert stage.chat.limits(to).max_bytes == 10 << 20
    await stage.chat.send(to, view("film", media=(film,)), nonce="9", notify=False)
    linked = stage.discord.in_(stage.channel)[-1]
    assert "[The film](https://films.example/1)" in linked.text
    assert not linked.attachments
    stage.guild.tier = 2
    stage.discord.gateway.tell(stage.guild, "GUILD_UPDATE", stage.discord.guild_json(stage.guild))
    await stage.discord.until(lambda: stage.chat and stage.chat.limits(to).max_bytes == 50 << 20)
    await stage.chat.send(to, view("film", media=(film,)), nonce="10", notify=False)
    assert len(stage.discord.in_(stage.channel)[-1].attachments[0].data) == 11 << 20
    stage.guild.tier = 0  # lost, and we do not know yet
    ref = await stage.chat.send(to, view("film", media=(film,)), nonce="11", notify=False)
    assert stage.discord.refusals[40005]
    assert "films.example" in stage.discord.in_(stage.channel)[-1].text
    assert ref["messages"][0]["keys"] == ["films/large.mp4"]


async def test_sounds_play_in_messages_of_their_own(stage: Stage, tmp_path: Path) -> None:
    assert stage.chat
    file = tmp_path / "voice.m4a"
    file.write_bytes(b"voice")
    await stage.desk.studio.storage.put("voices/1.m4a", file)
    voice = Media(kind="audio", key="voices/1.m4a", alt="Mara", name="Mara.m4a")
    await stage.chat.send(target(stage, stage.channel), view("Voices", media=(voice,)), nonce="12", notify=False)
    sound, words = stage.discord.in_(stage.channel)
    assert [one.name for one in sound.attachments] == ["Mara.m4a"]
    assert not sound.components
    assert words.buttons


async def test_a_pinned_view_is_pinned_where_that_is_allowed(stage: Stage) -> None:
    assert stage.chat
    board = view("Queue", pinned=True)
    to = Target("discord", str(stage.channel.id), "channel")
    await stage.chat.send(to, board, nonce="13", notify=False)
    assert stage.channel.pins == [stage.discord.in_(stage.channel)[-1].id]
    stage.channel.denied = world.PIN
    await stage.chat.send(to, board, nonce="14", notify=False)
    assert len(stage.channel.pins) == 1


async def test_too_fast_is_waited_out(stage: Stage) -> None:
    stage.discord.limits.append(Limit(r"POST /channels/\d+/messages$", 1, 0.2))
    stage.discord.limits.append(Limit(r"PATCH /channels", 1, 0.2, is_global=True))
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    film = await stage.to_film(stage.ana, await stage.thread())
    assert film.attachments
    assert REGISTRY.get_sample_value("sysrai_discord_responses_total", {"status": "429"})


async def test_a_long_limit_puts_the_post_off(stage: Stage) -> None:
    assert stage.chat
    stage.discord.limits.append(Limit(r"POST /channels/\d+/messages$", 1, 90.0))
    with pytest.raises(RetryAfter) as wait:
        await stage.chat.send(target(stage, stage.channel), view("later"), nonce="15", notify=False)
    assert wait.value.seconds == 90.0


def test_what_refusals_mean() -> None:
    class Answer:
        def __init__(self, status: int) -> None:
            self.status, self.reason, self.headers = status, "x", {}

    def error(kind: Any, status: int, code: int) -> Exception:
        found: Exception = kind(Answer(status), {"code": code, "message": "x"})
        return found

    assert isinstance(meaning(error(discord.NotFound, 404, 10008)), Gone)
    assert isinstance(meaning(error(discord.Forbidden, 403, 50013)), Forbidden)
    assert isinstance(meaning(error(discord.HTTPException, 400, 50083)), Forbidden)
    assert isinstance(meaning(error(discord.HTTPException, 429, 0)), RetryAfter)
    assert isinstance(meaning(error(discord.DiscordServerError, 503, 0)), RetryAfter)
    assert isinstance(meaning(error(discord.HTTPException, 400, 30046)), RetryAfter)
    assert isinstance(meaning(aiohttp.ClientConnectionError("away")), RetryAfter)
    assert meaning(error(discord.HTTPException, 400, 50035)) is None


@pytest.mark.parametrize("how", ["reconnect", "drop", "invalid"])
async def test_the_gateway_breaks_and_nothing_is_missed(stage: Stage, how: str) -> None:
    thread = await to_script(stage)
    gateway = stage.discord.gateway
    before, identified = gateway.resumed, gateway.identified
    if how == "reconnect":
        await gateway.ask_to_reconnect()
    elif how == "drop":
        await gateway.drop(1001)
    else:
        await gateway.invalidate()
    if how == "drop":
        await stage.ana.says(thread, "make scene 2 at night", mention=True)
    await stage.discord.until(lambda: gateway.resumed > before or gateway.identified > identified, 30)
    await stage.discord.until(lambda: gateway.connected, 30)
    if how != "drop":
        await stage.ana.says(thread, "make scene 2 at night", mention=True)
    await stage.discord.until(lambda: any("Nothing else changed" in one.read for one in stage.discord.in_(thread)))
    assert (gateway.resumed > before) == (how != "invalid")


async def test_a_guest_goes_on_in_direct_messages(stage: Stage) -> None:
    elsewhere = stage.discord.guild("Elsewhere", has_bot=False)
    lobby = stage.discord.channel(elsewhere, "lobby")
    elsewhere.members[stage.ana.user.id] = []
    await stage.ana.command(lobby, "film new", idea=IDEA)
    await stage.newest(stage.ana.dm, label="Good, go on")
    assert stage.discord.in_(lobby) == []
    told = await stage.discord.until(lambda: stage.ana.whispers)
    assert "direct messages" in told[0].read
    group = world.Channel(world.snowflake(), world.GROUP_DM, "friends")
    stage.discord.channels[group.id] = group
    bo = person_in(stage, "Bo")
    bo.user.dm_closed = True
    await bo.command(group, "film new", idea=IDEA)
    told = await stage.discord.until(lambda: bo.whispers)
    assert "privacy settings" in told[0].read
    assert await Project.all().count() == 2


async def test_a_file_from_elsewhere_is_not_fetched(stage: Stage) -> None:
    thread = await to_script(stage)
    said = await stage.ana.says(thread, "", mention=False)
    said.mentions = [stage.discord.bot]
    file = stage.ana.file("story.txt", b"x")
    file.url = "http://169.254.169.254/latest/story.txt"
    said.attachments = [file]
    stage.discord.gateway.tell_message(said)
    await stage.discord.until(lambda: any("I can read" in one.read for one in stage.ana.whispers))
    assert not (stage.settings.data_dir / "storage" / "uploads").exists()


async def test_the_database_is_away_for_a_moment(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from bots.conversation.engine import Engine
    from core.errors import Unavailable

    thread = await to_script(stage)
    script = await stage.newest(thread, label="Looks right: meet the cast")

    async def away(*_: Any) -> Any:
        raise Unavailable("the database is away", key="error-unavailable")

    with monkeypatch.context() as patch:
        patch.setattr(Engine, "turn", away)
        await stage.ana.press(script)
        await stage.discord.until(lambda: any("right now" in one.read or "moment" in one.read for one in stage.ana.whispers))
    await stage.ana.press(script)
    await stage.newest(thread, label="Draw the storyboard")


async def test_a_form_that_is_not_there_in_time_is_asked_for_in_words(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    brief = await stage.newest(thread, label="Other length…")
    assert stage.engine
    form, slow = stage.engine.form, asyncio.Event()

    async def late(event: Any) -> Any:
        await slow.wait()
        return await form(event)

    monkeypatch.setattr(stage.engine, "form", late)
    monkeypatch.setattr("bots.discord_chat.listening.FORM_S", 0.05)
    pressed = await stage.ana.press(brief, "Other length…")
    assert pressed.answer == 6
    question = await stage.newest(thread, label="Leave it")
    slow.set()
    await stage.ana.says(thread, "45 seconds", reply_to=question)
    await stage.discord.until(lambda: "45 seconds" in brief.read)


async def test_a_token_that_discord_does_not_know(data_dir: Path) -> None:
    async with FakeDiscord().running() as fake:
        settings = Settings(data_dir=data_dir, discord_token="nonsense-nonsense", discord_api_url=fake.api_url)  # type: ignore[arg-type]

        async def never(_: Any) -> None:
            raise AssertionError("nothing is served")

        with pytest.raises(SetupFailed, match="does not know this token"):
            await discord_bot.run(settings, None, None, None, never)  # type: ignore[arg-type]


async def test_the_token_is_in_no_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    await stage.newest(await stage.thread(), label="Good, go on")
    assert stage.discord.token not in caplog.text
    assert stage.discord.token in secrets_in(stage.settings)


async def test_a_card_is_edited_at_most_every_five_seconds(stage: Stage) -> None:
    assert stage.chat
    thread = await to_script(stage)
    stage.chat.gap_s = 5.0
    script = await stage.newest(thread, label="Looks right: meet the cast")
    edits, project = script.edits, await Project.get()
    for length in (40, 50, 60):
        await Project.filter(id=project.id).update(length_s=length)
        async with transaction() as tx:
            tx.touch(f"project:{project.id}")
        await asyncio.sleep(0.1)
    assert script.edits <= edits + 1
