"""The fake Discord refuses what Discord refuses, each with its code: what we rely on when we say that our messages are taken."""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fakes import discord_world as world
from tests.fakes.discord import APPLICATION, TOKEN, FakeDiscord
from tests.fakes.discord_rules import MESSAGES as MESSAGE_OF
from tests.fakes.discord_rules import V2
from tests.fakes.discord_world import Interaction, Message


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def button(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "a", **more}


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def menu(options: int, **more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "m", "options": [{"label": f"l{n}", "value": f"v{n}"} for n in range(options)], **more}


def thumbnail(url: str, **more: Any) -> dict[str, Any]:
    return {"type": 11, "media": {"url": url}, **more}


def v2(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": V2, "components": list(components), **more}


def command(**more: Any) -> list[dict[str, Any]]:
    return [{"name": "film", "description": "Films", "type": 1, **more}]


MESSAGES = {
    "an empty message": ({}, 50006),
    "an empty layout": (v2(), 50006),
    "2,001 characters": ({"content": "x" * 2001}, 50035),
    "11 embeds": ({"embeds": [{}] * 11}, 50035),
    "content beside the newer layout": (v2(text("x"), content="x"), 50035),
    "4,001 characters in a layout": (v2(*[text("x" * 1334)] * 3), 50035),
    "41 components": (v2(*[text("x")] * 41), 50035),
    "41 components, nested": (v2({"type": 17, "components": [text("x")] * 40}), 50035),
    "a text without words": (v2(text("")), 50035),
    "a custom_id of 101": (v2(row(button(custom_id="x" * 101))), 50035),
    "the same custom_id twice": (v2(row(button(), button())), 50035),
    "a label of 81": (v2(row(button(label="x" * 81))), 50035),
    "a button without a label": (v2(row(button(label=None))), 50035),
    "a link that is no address": (v2(row({"type": 2, "style": 5, "label": "x", "url": "javascript:1"})), 50035),
    "a button with an id and a link": (v2(row(button(url="https://x.org"))), 50035),
    "six buttons in a row": (v2(row(*[button(custom_id=str(n)) for n in range(6)])), 50035),
    "a button beside a menu": (v2(row(menu(1), button())), 50035),
    "26 entries": (v2(row(menu(26))), 50035),
    "no entry": (v2(row(menu(0))), 50035),
    "the same entry twice": (v2(row({"type": 3, "custom_id": "m", "options": [{"label": "a", "value": "v"}] * 2})), 50035),
    "two entries chosen of one": (
        v2(row({"type": 3, "custom_id": "m", "options": [{"label": str(n), "value": str(n), "default": True} for n in (1, 2)]})), 50035,
    ),
    "a placeholder of 151": (v2(row(menu(1, placeholder="x" * 151))), 50035),
    "11 pictures in a gallery": (v2({"type": 12, "items": [{"media": {"url": "https://x.org/a.png"}}] * 11}), 50035),
    "a picture that was not sent": (v2({"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]}), 50035),
    "a file that is an address": (v2({"type": 13, "file": {"url": "https://x.org/a.pdf"}}), 50035),
    "a newer component in an old message": ({"components": [text("x")]}, 50035),
    "six rows in an old message": ({"components": [row(button(custom_id=str(n))) for n in range(6)]}, 50035),
    "a nonce of 26": ({"content": "x", "nonce": "n" * 26}, 50035),
    "mentions told twice": ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, 50035),
    "an attachment nobody sent": ({"content": "x", "attachments": [{"id": 0}]}, 50035),
    "a section without anything beside it": (v2({"type": 9, "components": [text("x")]}), 50035),
    "a section beside text": (v2({"type": 9, "components": [text("x")], "accessory": text("y")}), 50035),
    "a section without words": (v2({"type": 9, "components": [], "accessory": button()}), 50035),
    "four texts in a section": (v2({"type": 9, "components": [text("x")] * 4, "accessory": button()}), 50035),
    "a small picture that was not sent": (v2({"type": 9, "components": [text("x")], "accessory": thumbnail("attachment://a.png")}), 50035),
    "a small picture told in 257": (v2({"type": 9, "components": [text("x")], "accessory": thumbnail("https://x.org/a.png", description="x" * 257)}), 50035),
    "a file upload in a message": (v2(row({"type": 19, "custom_id": "f"})), 50035),
    "a colour that is none": (v2({"type": 17, "accent_color": 1 << 25, "components": [text("x")]}), 50035),
}  # fmt: skip

COMMANDS = {
    "a name in capitals": command(name="Film"),
    "a name with a space": command(name="new film"),
    "a description of 101": command(description="x" * 101),
    "no description": command(description=""),
    "a language that Discord does not know": command(name_localizations={"pt": "filme"}),
    "the same command twice": command() * 2,
    "26 options": command(options=[{"type": 3, "name": f"o{n}", "description": "x"} for n in range(26)]),
    "required after optional": command(options=[{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x", "required": True}]),
    "26 choices": command(options=[{"type": 3, "name": "a", "description": "x", "choices": [{"name": str(n), "value": str(n)} for n in range(26)]}]),
    "choices and autocompletion": command(
        options=[{"type": 3, "name": "a", "description": "x", "autocomplete": True, "choices": [{"name": "a", "value": "a"}]}]
    ),
    "options of the same name": command(options=[{"type": 3, "name": "a", "description": "x"}] * 2),
    "a context that does not exist": command(contexts=[3]),
    "more than 8,000 characters": command(options=[
        {"type": 3, "name": f"o{n}", "description": "x" * 100, "choices": [{"name": f"{m:099}", "value": f"{m:099}"} for m in range(10)]} for n in range(5)
    ]),
}  # fmt: skip


@dataclass
class Api:
    """A bare client of the fake."""

    discord: FakeDiscord
    http: aiohttp.ClientSession
    channel: world.Channel

    async def call(self, method: str, path: str, body: Any = None, *, token: str = TOKEN, files: dict[str, bytes] | None = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {token}"}
        if files:
            form = aiohttp.FormData(quote_fields=False)
            form.add_field("payload_json", json.dumps(body))
            for n, (name, data) in enumerate(files.items()):
                form.add_field(f"files[{n}]", io.BytesIO(data), filename=name)
            answer = await self.http.request(method, self.discord.api_url + path, data=form, headers=headers)
        else:
            answer = await self.http.request(method, self.discord.api_url + path, json=body, headers=headers)
        return answer.status, (json.loads(await answer.text() or "null"))

    async def code(self, method: str, path: str, body: Any = None, **more: Any) -> int:
        """The code of a refusal."""
        status, answer = await self.call(method, path, body, **more)
        assert status >= 400, answer
        self.discord.complaints.clear()
        code: int = answer["code"]
        return code

    async def post(self, body: Any, **more: Any) -> int:
        return await self.code("POST", f"/channels/{self.channel.id}/messages", body, **more)

    async def sent(self, channel: world.Channel | None = None, body: Any = None) -> dict[str, Any]:
        status, answer = await self.call("POST", f"/channels/{(channel or self.channel).id}/messages", body or {"content": "x"})
        assert status == 200, answer
        found: dict[str, Any] = answer
        return found


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with FakeDiscord().running() as discord, aiohttp.ClientSession() as http:
        guild = discord.guild("The Studio")
        yield Api(discord, http, discord.channel(guild, "films"))


@pytest.mark.parametrize("name", MESSAGES)
async def test_messages(api: Api, name: str) -> None:
    body, code = MESSAGES[name]
    assert await api.post(body) == code


@pytest.mark.parametrize("name", COMMANDS)
async def test_commands(api: Api, name: str) -> None:
    assert await api.code("PUT", f"/applications/{APPLICATION}/commands", COMMANDS[name]) == 50035
    assert api.discord.commands == []


async def test_places_and_rights(api: Api) -> None:
    discord, guild = api.discord, api.channel.guild
    assert guild
    assert await api.code("POST", "/channels/1/messages", {"content": "x"}) == 10003
    assert await api.code("POST", f"/channels/{api.channel.id}/messages", {"content": "x"}, token="wrong") == 0
    assert await api.code("PATCH", f"/channels/{api.channel.id}/messages/1", {"content": "x"}) == 10008
    assert await api.code("POST", "/users/@me/channels", {"recipient_id": "1"}) == 10013
    ana = discord.person("Ana", guild)
    mine = await ana.says(api.channel, "hello")
    assert await api.code("PATCH", f"/channels/{api.channel.id}/messages/{mine.id}", {"content": "x"}) == 50005
    assert await api.code("DELETE", f"/channels/{api.channel.id}/messages/{mine.id}") == 50013
    ana.user.dm_closed = True
    assert await api.code("POST", f"/channels/{ana.dm.id}/messages", {"content": "x"}) == 50007
    forum = discord.channel(guild, "forum", world.FORUM)
    assert await api.code("POST", f"/channels/{forum.id}/messages", {"content": "x"}) == 50024
    api.channel.denied = world.ATTACH
    assert await api.post({"content": "x", "attachments": [{"id": 0}]}, files={"a.txt": b"x"}) == 50013
    api.channel.denied = world.SEND
    assert await api.post({"content": "x"}) == 50013
    api.channel.denied = world.VIEW
    assert await api.post({"content": "x"}) == 50001


async def test_files(api: Api) -> None:
    large = {"content": "x", "attachments": [{"id": 0}]}
    assert await api.post(large, files={"a.mp4": b"x" * (10 * 1024 * 1024 + 1)}) == 40005
    assert api.channel.guild
    api.channel.guild.tier = 2
    status, answer = await api.call("POST", f"/channels/{api.channel.id}/messages", large, files={"a.mp4": b"x" * (10 * 1024 * 1024 + 1)})
    assert status == 200, answer
    many = {"content": "x", "attachments": [{"id": n} for n in range(11)]}
    assert await api.post(many, files={f"{n}.txt": b"x" for n in range(11)}) == 50035


async def test_threads(api: Api) -> None:
    first = await api.sent()
    path = f"/channels/{api.channel.id}/messages/{first['id']}/threads"
    assert await api.code("POST", path, {"name": "x" * 101}) == 50035
    assert await api.code("POST", path, {"name": "x", "auto_archive_duration": 7}) == 50035
    status, thread = await api.call("POST", path, {"name": "film"})
    assert status == 200
    assert await api.code("POST", path, {"name": "film"}) == 160004
    channel = api.discord.channels[int(thread["id"])]
    inside = await api.sent(channel)
    channel.archived = True
    assert await api.code("PATCH", f"/channels/{channel.id}/messages/{inside['id']}", {"content": "y"}) == 50083
    assert await api.code("PUT", f"/channels/{channel.id}/thread-members/{APPLICATION}") == 50083
    channel.archived, channel.locked = False, True
    assert await api.code("POST", f"/channels/{channel.id}/messages", {"content": "x"}) == 160005
    api.discord.threads_max = 1
    second = await api.sent()
    assert await api.code("POST", f"/channels/{api.channel.id}/messages/{second['id']}/threads", {"name": "another"}) == 160006
    api.channel.denied = world.PUBLIC_THREADS
    assert await api.code("POST", f"/channels/{api.channel.id}/messages/{second['id']}/threads", {"name": "another"}) == 50013
    api.channel.denied = 0
    assert await api.code("POST", f"/channels/{channel.id}/messages/{inside['id']}/threads", {"name": "x"}) == 50024


async def test_edits_pins_and_nonces(api: Api) -> None:
    first = await api.sent(body={"content": "x", "nonce": "same", "enforce_nonce": True})
    again = await api.sent(body={"content": "y", "nonce": "same", "enforce_nonce": True})
    assert first["id"] == again["id"]
    api.discord.skip(3700)
    for _ in range(30):
        assert (await api.call("PATCH", f"/channels/{api.channel.id}/messages/{first['id']}", {"content": "z"}))[0] == 200
    assert await api.code("PATCH", f"/channels/{api.channel.id}/messages/{first['id']}", {"content": "z"}) == 30046
    layout = await api.sent(body=v2(text("x")))
    assert await api.code("PATCH", f"/channels/{api.channel.id}/messages/{layout['id']}", {"flags": 0, "components": [text("y")]}) == 50035
    api.channel.pins = list(range(250))
    assert await api.code("PUT", f"/channels/{api.channel.id}/messages/pins/{first['id']}") == 30003
    api.channel.denied = world.PIN
    assert await api.code("PUT", f"/channels/{api.channel.id}/messages/pins/{first['id']}") == 50013


async def test_interactions(api: Api) -> None:
    discord = api.discord
    ana = discord.person("Ana", api.channel.guild)
    message = Message(world.snowflake(), api.channel, discord.bot, made_at=discord.now())
    discord.messages[message.id] = message

    def interaction(kind: int = 3) -> Interaction:
        made = Interaction(world.snowflake(), f"token{world.snowflake()}", kind, ana.user, api.channel, discord.now(), message if kind == 3 else None)
        discord.interactions[made.token] = made
        return made

    def path(one: Interaction) -> str:
        return f"/interactions/{one.id}/{one.token}/callback"

    def hook(one: Interaction) -> str:
        return f"/webhooks/{APPLICATION}/{one.token}"

    assert await api.code("POST", "/interactions/1/nothing/callback", {"type": 6}) == 10062
    one = interaction()
    assert await api.code("POST", hook(one), {"content": "x"}) == 10015
    assert await api.code("POST", path(one), {"type": 8}) == 50035
    assert (await api.call("POST", path(one), {"type": 6}))[0] == 204
    assert await api.code("POST", path(one), {"type": 6}) == 40060
    assert await api.code("PATCH", hook(one) + "/messages/1", {"content": "x"}) == 10008
    assert await api.code("POST", hook(one), {"content": "x" * 2001}) == 50035
    late = interaction()
    discord.skip(3.1)
    assert await api.code("POST", path(late), {"type": 6}) == 10062
    discord.skip(15 * 60)
    assert await api.code("POST", hook(one), {"content": "x"}) == 50027
    asked = interaction(2)
    for modal in ({"title": "x" * 46, "custom_id": "m", "components": []}, {"title": "x", "custom_id": "m", "components": []}):
        assert await api.code("POST", path(asked), {"type": 9, "data": modal}) == 50035
    field = {"type": 4, "custom_id": "f", "style": 1, "max_length": 5, "value": "longer than five"}
    label = {"type": 18, "label": "l", "component": field}
    assert await api.code("POST", path(asked), {"type": 9, "data": {"title": "x", "custom_id": "m", "components": [label]}}) == 50035
    for upload in ({"min_values": 11}, {"max_values": 0}, {"min_values": 3, "max_values": 2}, {"min_values": 0, "required": True}):
        label = {"type": 18, "label": "l", "component": {"type": 19, "custom_id": "f", **upload}}
        assert await api.code("POST", path(asked), {"type": 9, "data": {"title": "x", "custom_id": "m", "components": [label]}}) == 50035
    typing = interaction(4)
    many = [{"name": str(n), "value": str(n)} for n in range(26)]
    assert await api.code("POST", path(typing), {"type": 8, "data": {"choices": many}}) == 50035


async def test_channels_and_members(api: Api) -> None:
    guild = api.channel.guild
    assert guild
    path = f"/guilds/{guild.id}/channels"
    assert await api.code("POST", path, {"name": "studio"}) == 50013
    guild.bot_permissions |= world.MANAGE_CHANNELS
    assert await api.code("POST", "/guilds/1/channels", {"name": "studio"}) == 10004
    assert await api.code("POST", path, {"name": "x" * 101}) == 50035
    assert await api.code("POST", path, {"name": "x", "type": 99}) == 50035
    assert await api.code("POST", path, {"name": "x", "parent_id": str(api.channel.id)}) == 50035
    given = [{"id": str(guild.id), "type": 0, "allow": str(world.MANAGE_GUILD), "deny": "0"}]
    assert await api.code("POST", path, {"name": "x", "permission_overwrites": given}) == 50013
    status, made = await api.call("POST", path, {"name": "Film Studio"})
    assert (status, made["name"]) == (200, "film-studio")
    api.discord.channels_max = 2
    assert await api.code("POST", path, {"name": "more"}) == 30013
    assert await api.code("GET", f"/guilds/{guild.id}/members/1") == 10007
    assert await api.code("GET", "/guilds/1/members/1") == 10004


def test_at_least_thirty_different_things_are_refused_each_with_its_code() -> None:
    source = Path(__file__).read_text()
    asserted = {int(code) for code in re.findall(r"== (\d{5,6})\b", source)} | {code for _, code in MESSAGES.values()}
    assert asserted >= set(MESSAGE_OF) - {0}, set(MESSAGE_OF) - asserted
    assert len(MESSAGES) + len(COMMANDS) + len(asserted) - 2 >= 30


async def test_limits_and_json(api: Api) -> None:
    from tests.fakes.discord import Limit

    api.discord.limits.append(Limit("POST /channels", 1, 1.5, is_global=True))
    status, answer = await api.call("POST", f"/channels/{api.channel.id}/messages", {"content": "x"})
    assert (status, answer["global"], answer["retry_after"]) == (429, True, 1.5)
    answered = await api.http.post(
        f"{api.discord.api_url}/channels/{api.channel.id}/messages", data="{", headers={"Authorization": f"Bot {TOKEN}", "Content-Type": "application/json"}
    )
    assert (await answered.json(content_type=None))["code"] == 50109
    assert await api.code("PUT", f"/applications/{APPLICATION}/commands", [{"name": f"c{n}", "description": "x"} for n in range(101)]) == 30032


async def test_an_unknown_route_or_field_fails_a_test() -> None:
    for path, body in (("/channels/1/typing", None), ("/users/@me/guilds", None), ("/channels/{}/messages", {"content": "x", "colour": 1})):
        with pytest.raises(AssertionError):
            async with FakeDiscord().running() as discord, aiohttp.ClientSession() as http:
                channel = discord.channel(discord.guild("g"), "c")
                await http.post(discord.api_url + path.format(channel.id), json=body, headers={"Authorization": f"Bot {TOKEN}"})


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ({"op": 2, "d": {"token": "wrong", "intents": 1, "properties": {}}}, 4004),
        ({"op": 2, "d": {"token": TOKEN, "intents": 1 << 15, "properties": {}}}, 4014),
        ({"op": 2, "d": {"token": TOKEN, "intents": 1 << 1, "properties": {}}}, 4014),
        ({"op": 2, "d": {"token": TOKEN, "intents": 1 << 30, "properties": {}}}, 4013),
        ({"op": 2, "d": {"token": TOKEN, "intents": 1, "properties": {}, "shard": [3, 2]}}, 4010),
        ({"op": 77, "d": None}, 4001),
        ({"op": 3, "d": {}}, 4003),
        ({"op": 1, "d": "x" * 5000}, 4002),
    ],
)
async def test_the_gateway_closes(api: Api, first: dict[str, Any], code: int) -> None:
    async with api.http.ws_connect(f"{api.discord.gateway_url}?v=10&encoding=json") as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json(first)
        frame = await asyncio.wait_for(socket.receive(), 5)
        assert (frame.type, socket.close_code) == (aiohttp.WSMsgType.CLOSE, code)
