"""Who may not begin a film in a rendering channel is refused with a private, clear sentence, and no thread is made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.models import Project
from tests.bots.discord_chat.test_everyday import IDEA
from tests.bots.discord_chat.test_studio import boss_of, told

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage


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
