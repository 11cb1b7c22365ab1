"""A rendering channel's limits as its members meet them: each is refused with a private, clear sentence, and nothing is charged."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core import jobs
from core.ledger import audit, ledger
from core.models import Action, Place, Project, Render
from core.places import pool
from core.rendering.advance import ACCEPTED_SQL
from core.studio_rules import set_rules
from tests.bots.discord_chat.conftest import person_in
from tests.bots.discord_chat.test_everyday import IDEA
from tests.bots.discord_chat.test_studio import boss_of, told

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage
    from tests.fakes.discord_person import Person
    from tests.fakes.discord_world import Message


async def rules(stage: Stage, **changes: object) -> None:
    """The channel's rules are these from now on; a press of a moment ago does not count as the same any more."""
    await set_rules(await Place.get(outside_id=str(stage.channel.id)), **changes)
    await Action.all().update(pressed_at=None)


async def to_quote(stage: Stage, one: Person, idea: str) -> Message:
    """By the recommended button from an idea to the prices, in a thread of the channel."""
    await one.command(stage.channel, "film new", idea=idea)
    await stage.discord.until(lambda: [thread for thread in stage.discord.threads(stage.channel) if thread.name == idea])
    (thread,) = [thread for thread in stage.discord.threads(stage.channel) if thread.name == idea]
    for label in ("Good, go on", "A", "Looks right: meet the cast", "Draw the storyboard", "Approve all 5", "Render it"):
        await one.press(await stage.newest(thread, label=label), label)
    return await stage.newest(thread, words="Rendering Mara and the Lamp")


async def test_who_may_not_begin_a_film_is_told_why_in_private(stage: Stage) -> None:
    boss = await boss_of(stage)
    await boss.command(stage.channel, "studio setup")
    await stage.discord.until(lambda: stage.channel.pins)
    settings = await stage.discord.until(lambda: next((one for one in boss.whispers if one.menus), None))
    await boss.choose(settings, "Longest film", "30 seconds")
    await stage.discord.until(lambda: "The longest film: 30 seconds" in settings.read)
    await stage.ana.command(stage.channel, "film new", idea=IDEA, length=120)
    await stage.discord.until(lambda: told(stage.ana, "Films in this channel run 30 seconds at most"))
    await boss.press(settings, "For adults only")
    await stage.discord.until(lambda: "For adults: everybody says once" in settings.read)
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    asked = await stage.discord.until(lambda: next((one for one in stage.ana.whispers if "This channel is for adults" in one.read), None))
    assert await Project.all().count() == 0
    await stage.ana.press(asked)
    await stage.discord.until(lambda: stage.ana.whispers[-1].read != asked.read and told(stage.ana, "18"))
    await stage.ana.command(stage.channel, "film new", idea=IDEA)
    brief = await stage.newest(await stage.thread(), label="Good, go on")
    assert "30 seconds" in brief.read
    assert [one.name for one in stage.discord.threads(stage.channel)] == [IDEA]


async def test_what_may_not_be_rendered_is_said_in_private_and_nothing_is_charged(paying: Stage) -> None:
    boss, bo = await boss_of(paying), person_in(paying, "Bo")
    await boss.command(paying.channel, "studio setup")
    await paying.discord.until(lambda: paying.channel.pins)
    root = await Place.get(outside_id=f"server:{paying.guild.id}")
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, "fill", pool(root.id), 100_000, ledger.Source.STRIPE)
    await rules(paying, allowance_mc=30_000)
    mine, his = await asyncio.gather(to_quote(paying, paying.ana, "the first film"), to_quote(paying, bo, "the other film"))
    agree = mine.buttons[0]["label"]
    assert agree == "Standard, 25 credits from the pool"
    await rules(paying, tiers=("draft", "drawn"))
    await paying.ana.press(mine, agree)
    await paying.discord.until(lambda: told(paying.ana, "This channel does not render Standard"))
    await rules(paying, tiers=(), film_s_max=15)
    await paying.ana.press(mine, agree)
    await paying.discord.until(lambda: told(paying.ana, "Films in this channel run 15 seconds at most. Nothing was charged"))
    await rules(paying, film_s_max=120, films_at_once=1)
    paying.paused = True
    await paying.ana.press(mine, agree)
    await paying.discord.until(lambda: any("0/5 shots" in one.read for one in paying.discord.messages.values()))
    await bo.press(his, agree)
    await paying.discord.until(lambda: told(bo, "This channel renders one film at a time"))
    await rules(paying, films_at_once=3)
    await boss.command(paying.channel, "studio allow", member=bo.user, amount=5)
    await paying.discord.until(lambda: told(boss, "Bo may spend up to 5 credits"))
    await bo.press(his, agree)
    await paying.discord.until(lambda: told(bo, "That is more than your share of the pool"))
    assert await Render.exclude(tier="preview").count() == 1
    paying.paused = False
    film = await paying.newest(mine.channel, label="New film")
    assert film.attachments
    async with jobs.transaction() as tx:
        assert (await ledger.balance(tx.sql, pool(root.id))).free_mc == 75_000
        found = await audit.audit(tx.sql, ACCEPTED_SQL)
    assert found.ok, found.lines()
    refused = [one for one in paying.discord.messages.values() if "Nothing was charged" in one.read]
    assert refused
    assert all(one.ephemeral for one in refused)
