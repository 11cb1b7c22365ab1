"""Commands: what is registered, that Discord takes it, in every language; a rendering channel; one account over two chats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bots.conversation import words as catalogue
from bots.conversation.events import Address, Called, Pressed
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.conversation.views import View
from bots.discord_chat.commands import LOCALES
from core import codes, linking
from core.models import LinkCode, Project
from tests.bots.conversation.conftest import FakeChat
from tests.bots.discord_chat.conftest import person_in
from tests.bots.discord_chat.test_everyday import IDEA, to_script
from tests.fakes import discord_world as world

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage


def names(stage: Stage) -> set[str]:
    """Every command as it is typed."""
    found = set()
    for one in stage.discord.commands:
        subs = [sub["name"] for sub in one["options"] if sub["type"] == 1]
        found |= {f"{one['name']} {sub}" for sub in subs} or {one["name"]}
    return found


async def test_the_commands(stage: Stage) -> None:
    assert {
        "film new", "film open", "film list", "film status", "film script", "film board", "film render", "film cancel", "film export", "film delete",
        "film undo",
        "cast", "queue", "settings", "link", "unlink", "help", "terms", "credits balance", "credits history", "studio setup", "studio pool", "studio queue",
        "crew list", "crew invite", "crew join",
    } <= names(stage)  # fmt: skip
    by_name = {one["name"]: one for one in stage.discord.commands}
    assert by_name["film"]["contexts"] == [0, 1, 2]
    assert by_name["film"]["integration_types"] == [0, 1]
    assert by_name["studio"]["contexts"] == [0]
    assert by_name["studio"]["default_member_permissions"] == world.MANAGE_GUILD
    before = stage.discord.commands
    await stage.stop()
    await stage.start()
    assert [one["name"] for one in stage.discord.commands] == [one["name"] for one in before]


async def test_names_are_told_in_the_languages_that_have_them(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.discord_chat.commands.available", lambda: ("en", "de"))

    def own(self: Any, key: str) -> str | None:
        return {"command-film": "film", "command-new": "neu", "command-new-about": "Einen Film beginnen"}.get(key) if self == "de" else None

    class German:
        def own(self, key: str) -> str | None:
            return own("de", key)

        def length(self, seconds: int) -> str:
            return f"{seconds} Sekunden"

        def language_name(self, language: str) -> str:
            return language

    monkeypatch.setattr("bots.discord_chat.commands.words", lambda language: German() if language == "de" else catalogue.words(language))
    await stage.stop()
    await stage.start()
    film = next(one for one in stage.discord.commands if one["name"] == "film")
    new = next(one for one in film["options"] if one["name"] == "new")
    assert new["name_localizations"] == {"de": "neu"}
    assert new["description_localizations"] == {"de": "Einen Film beginnen"}
    length = next(one for one in new["options"] if one["name"] == "length")
    assert length["choices"][0]["name_localizations"] == {"de": "15 Sekunden"}
    assert set(LOCALES.values()) | {"en"} == set(catalogue.LANGUAGES)


async def test_a_rendering_channel(stage: Stage) -> None:
    stage.guild.roles[world.snowflake()] = 0
    role = next(iter(stage.guild.roles))
    stage.discord.gateway.tell(stage.guild, "GUILD_UPDATE", stage.discord.guild_json(stage.guild))
    boss = person_in(stage, "Boss")
    stage.guild.owner = boss.user.id
    await boss.command(stage.channel, "studio setup", role=world.Role(role, f"role {role}"))
    await stage.discord.until(lambda: stage.channel.pins)
    (board,) = [one for one in stage.discord.in_(stage.channel) if one.id in stage.channel.pins]
    refused = await stage.ana.command(stage.channel, "film new", idea=IDEA)
    assert refused.answered
    await stage.discord.until(lambda: stage.ana.whispers)
    assert stage.discord.threads(stage.channel) == []
    maker = person_in(stage, "Maker", roles=(role,))
    await maker.command(stage.channel, "film new", idea=IDEA)
    film = await stage.to_film(maker, await stage.thread())
    assert film.attachments
    assert board.edits >= 0
    assert not stage.discord.messages[board.id].deleted


async def test_a_stranger_sets_nothing_up(stage: Stage) -> None:
    await stage.ana.command(stage.channel, "studio setup")
    await stage.discord.until(lambda: stage.ana.whispers)
    assert stage.channel.pins == []


async def test_a_film_begun_in_discord_is_finished_in_another_chat(stage: Stage) -> None:
    thread = await to_script(stage)
    await stage.ana.command(thread, "link")
    await stage.discord.until(lambda: any("One account in both chats" in one.read for one in stage.ana.whispers))
    code = linking.code_of(stage.desk.codes, await LinkCode.get())
    assert any(codes.shown(code) in one.read for one in stage.ana.whispers)
    chat = FakeChat()
    stage.chats["fake"] = chat
    await stage.stop()
    await stage.start()
    assert stage.engine
    elsewhere, showing = Address("fake", "chat-ana", "ana-elsewhere", person_name="Ana"), Showing(Posts(stage.desk), {"fake": chat})
    await showing.now(await stage.engine.turn(Called(elsewhere, "u1", "link", {"code": code})))
    await showing.now(await stage.engine.turn(Called(elsewhere, "u2", "open", {"film": "Mara and the Lamp"})))
    pressed: set[str] = set()

    def asking() -> View | None:
        views = [message.view for message in chat.messages if message.view.name != "notice" and message.view.primary]
        return views[-1] if views and views[-1].choices[0].action not in pressed else None

    for n in range(12):
        view = await stage.discord.until(asking)
        assert view
        if view.name == "film":
            break
        pressed.add(view.choices[0].action)
        if view.name != "card":
            await showing.now(await stage.engine.turn(Pressed(elsewhere, f"p{n}", view.choices[0].action)))
    film = chat.messages[-1].view
    assert film.name == "film"
    assert film.media[0].kind == "video"
    assert {one.platform for one in await linking.identities((await Project.get()).owner_id)} == {"discord", "fake"}
