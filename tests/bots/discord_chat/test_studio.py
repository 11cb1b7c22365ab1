"""A server's studio in Discord: channels that we make or find, members by name, buttons pressed away from home, what is bought in Discord's shop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from core.models import Job, Member, Place, Post
from core.studio_rules import rules_of
from tests.bots.discord_chat.conftest import person_in
from tests.bots.discord_chat.test_everyday import IDEA, to_script
from tests.bots.patience import until
from tests.fakes import discord_world as world

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage
    from tests.fakes.discord_person import Person
    from tests.fakes.discord_world import Channel, Role


async def boss_of(stage: Stage) -> Person:
    """Who manages the server."""
    boss = person_in(stage, "Boss")
    stage.guild.owner = boss.user.id
    stage.discord.gateway.tell(stage.guild, "GUILD_UPDATE", stage.discord.guild_json(stage.guild))
    return boss


def role_in(stage: Stage, name: str = "makers") -> Role:
    """A role of the server."""
    made = world.Role(world.snowflake(), name)
    stage.guild.roles[made.id] = 0
    stage.discord.gateway.tell(stage.guild, "GUILD_UPDATE", stage.discord.guild_json(stage.guild))
    return made


async def may_make_channels(stage: Stage) -> None:
    """The server lets us make channels, and we know."""
    stage.guild.bot_permissions |= world.MANAGE_CHANNELS
    stage.discord.gateway.tell(stage.guild, "GUILD_UPDATE", stage.discord.guild_json(stage.guild))
    await stage.discord.until(lambda: stage.client.guilds[0].me.guild_permissions.manage_channels)


def made(stage: Stage, name: str) -> Channel:
    """The channel of that name."""
    return next(one for one in stage.discord.channels.values() if one.name == name)


def told(person: Person, words: str) -> bool:
    """Whether somebody was told this in private."""
    return any(words in one.read for one in person.whispers)


async def test_a_channel_is_made_once_with_its_rules(stage: Stage) -> None:
    boss, role = await boss_of(stage), role_in(stage)
    await may_make_channels(stage)
    await boss.command(stage.channel, "studio setup", channel="Film Studio", role=role, hidden=True)
    await stage.discord.until(lambda: told(boss, "The channel is ready"))
    channel = made(stage, "film-studio")
    await stage.discord.until(lambda: channel.pins)
    rights = {one["id"]: one for one in channel.overwrites}
    assert int(rights[str(stage.discord.bot.id)]["allow"]) == world.BOT_PERMISSIONS
    assert int(rights[str(stage.guild.id)]["deny"]) == world.VIEW
    assert all(int(rights[str(id)]["allow"]) == world.VIEW for id in (role.id, boss.user.id))
    rules = rules_of(await Place.get(outside_id=str(channel.id)))
    assert (rules.open, rules.makers, rules.roles) == (True, "roles", {str(role.id): "makers"})
    settings = await stage.discord.until(lambda: next((one for one in boss.whispers if one.menus), None))
    await boss.choose(settings, settings.menus[0]["placeholder"], "everybody")
    await stage.discord.until(lambda: "Films are begun by everybody" in settings.read)
    await boss.command(stage.channel, "studio setup", channel="film studio")
    await stage.discord.until(lambda: len([one for one in boss.whispers if "The channel is ready" in one.read]) == 2)
    assert [one.name for one in stage.discord.channels.values()].count("film-studio") == 1


async def test_what_stands_in_the_way_of_a_channel_is_said(stage: Stage) -> None:
    boss = await boss_of(stage)
    await stage.ana.command(stage.channel, "studio setup", channel="studio")
    await stage.discord.until(lambda: told(stage.ana, "Only who manages this place"))
    await boss.command(stage.channel, "studio setup", channel="studio")
    await stage.discord.until(lambda: told(boss, "Manage Channels"))
    await boss.command(stage.channel, "studio setup", hidden=True)
    await stage.discord.until(lambda: told(boss, "is about a new channel"))
    await boss.command(stage.channel, "studio setup", channel="films", hidden=True)
    await stage.discord.until(lambda: told(boss, "There is a channel #films already"))
    await may_make_channels(stage)
    stage.discord.channels_max = 1
    await boss.command(stage.channel, "studio setup", channel="studio")
    await stage.discord.until(lambda: told(boss, "as many channels as Discord allows"))
    stage.discord.channels_max = 500
    stage.guild.bot_permissions &= ~world.MANAGE_CHANNELS  # taken away, and we do not know yet
    await boss.command(stage.channel, "studio setup", channel="studio")
    await stage.discord.until(lambda: stage.discord.refusals[50013] and [one.read for one in boss.whispers if "Manage Channels" in one.read][1:])
    stage.discord.fails.append((r"POST /guilds/\d+/channels", 503))
    stage.guild.bot_permissions |= world.MANAGE_CHANNELS
    await boss.command(stage.channel, "studio setup", channel="studio")
    await stage.discord.until(lambda: told(boss, "Discord does not answer me right now"))
    await boss.command(stage.channel, "studio setup", channel="studio")
    await stage.discord.until(lambda: told(boss, "The channel is ready"))
    assert not await Place.filter(outside_id=str(stage.channel.id), settings__contains={"studio": {}}).exists()


async def test_members_shares_and_gifts_by_command(stage: Stage) -> None:
    boss, bo = await boss_of(stage), person_in(stage, "Bo")
    await boss.command(stage.channel, "studio setup")
    await boss.command(stage.channel, "studio allow", member=bo.user, amount=25)
    await stage.discord.until(lambda: told(boss, "Bo may spend up to 25 credits of the pool"))
    assert (await Member.get(place__outside_id=f"server:{stage.guild.id}")).allowance_mc == 25_000
    await boss.command(stage.channel, "studio allow", member=bo.user, amount=0)
    await stage.discord.until(lambda: told(boss, "the same share of the pool as everybody"))
    await boss.command(stage.channel, "studio allow", member=stage.discord.bot, amount=5)
    await stage.discord.until(lambda: told(boss, "A bot makes no films"))
    await bo.command(stage.channel, "studio allow", member=bo.user, amount=600)
    await stage.discord.until(lambda: told(bo, "Only who manages this place"))
    assert (await Member.get(place__outside_id=f"server:{stage.guild.id}")).allowance_mc == 0
    await bo.command(stage.channel, "credits give", amount=10)
    asked = await stage.discord.until(lambda: next((one for one in bo.whispers if "Give 10 credits to the pool of The Studio" in one.read), None))
    await bo.press(asked)
    await stage.discord.until(lambda: told(bo, "credits that can be given away"))


async def test_a_co_author_is_invited_by_name(stage: Stage) -> None:
    thread, bo = await to_script(stage), person_in(stage, "Bo")
    await stage.ana.command(thread, "crew invite", member=bo.user, **{"as": "director"})
    asked = await stage.newest(thread, label="Accept")
    assert asked.pings == {bo.user.id}
    assert "as director" in asked.read
    await stage.ana.press(asked)
    await stage.discord.until(lambda: stage.ana.whispers)
    await bo.press(asked)
    await stage.discord.until(lambda: told(bo, "You are in, as director"))
    await stage.ana.command(stage.ana.dm, "crew invite", member=person_in(stage, "Cyd").user, film="Mara and the Lamp")
    await stage.discord.until(lambda: told(stage.ana, "They type it to me"))
    eve = person_in(stage, "Eve")
    await eve.says(eve.dm, "hello")
    await stage.newest(eve.dm)
    await stage.ana.command(stage.ana.dm, "crew invite", member=eve.user, film="Mara and the Lamp")
    await stage.newest(eve.dm, label="Accept")
    await stage.discord.until(lambda: told(stage.ana, "I asked Eve"))


async def test_scenes_and_people_are_completed_and_shown(stage: Stage) -> None:
    thread = await to_script(stage)
    scenes = await stage.ana.suggested(thread, "film script", "scene", "")
    assert len(scenes) == 3
    assert await stage.ana.suggested(stage.ana.dm, "film board", "scene", "2", film="mara") == [one for one in scenes if one.startswith("2 · ")]
    assert "Mara" in await stage.ana.suggested(thread, "cast", "who", "ma")
    await stage.ana.command(thread, "cast", who="mara")
    close = await stage.newest(thread, label="Look…")
    assert "Mara" in close.read
    await stage.ana.command(thread, "film board", scene="2")
    await stage.newest(thread, words="Shots 1 to 4")
    await stage.ana.command(thread, "film board", scene="nowhere")
    await stage.discord.until(lambda: told(stage.ana, "There is no such scene"))
    await stage.ana.command(thread, "cast", who="Nobody")
    await stage.discord.until(lambda: told(stage.ana, "Nobody of that name"))


async def away(stage: Stage, person: Person) -> world.Message:
    """A rendering channel's film begins in a thread that is then lost; its button stands in the person's direct messages."""
    await person.command(stage.channel, "film new", idea=IDEA)
    thread = await stage.thread()
    brief = await stage.newest(thread, label="Good, go on")
    stage.channel.denied = world.SEND | world.SEND_IN_THREADS
    await person.press(brief)
    return await stage.newest(person.dm, label="A")


async def test_a_button_away_from_home_knows_who_presses(stage: Stage) -> None:
    boss, role = await boss_of(stage), role_in(stage)
    await boss.command(stage.channel, "studio setup", role=role)
    await stage.discord.until(lambda: stage.channel.pins)
    maker = person_in(stage, "Maker", roles=(role.id,))
    loglines = await away(stage, maker)
    await maker.press(loglines, "A")
    script = await stage.newest(maker.dm, label="Looks right: meet the cast")
    asked = [call.path for call in stage.discord.calls if "/members/" in call.path]
    assert asked == [f"/guilds/{stage.guild.id}/members/{maker.user.id}"]
    home = f":{stage.channel.id}:"
    pressed = next(one["custom_id"] for one in script.buttons)
    assert home in pressed
    stage.guild.members.pop(maker.user.id)
    await maker.press(script)
    await stage.discord.until(lambda: told(maker, "You are no longer in The Studio"))
    stage.guild.members[maker.user.id] = [role.id]
    stage.discord.fails.append((r"GET /guilds/\d+/members", 503))
    await maker.press(script)
    await stage.discord.until(lambda: told(maker, "Discord does not answer me right now"))
    await maker.press(script)
    await stage.newest(maker.dm, label="Draw the storyboard")
    assert await Post.filter(name="cast").count() == 1


@pytest.mark.parametrize("event", ["CREATE", "UPDATE", "DELETE"])
async def test_what_is_bought_in_discords_shop_is_looked_at_at_once(stage: Stage, event: str) -> None:
    await stage.stop()
    settings = stage.settings.model_copy(update={"discord_skus": "pack-60=77,indie=88"})
    stage.desk = replace(stage.desk, studio=replace(stage.desk.studio, settings=settings))
    await stage.start()
    stage.paused = True
    stage.discord.entitle(stage.ana.user, 99, event)
    stage.discord.entitle(stage.ana.user, 77, event)
    await job_of("reconcile", "discord")
    assert await Job.filter(kind="reconcile").count() == 1


async def job_of(kind: str, subject: str) -> Any:
    """The wish of this kind, once it is there."""
    await until(lambda: Job.filter(kind=kind, subject=subject).exists())
    return await Job.get(kind=kind, subject=subject)
