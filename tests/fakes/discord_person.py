"""Somebody at their Discord client: types commands, presses what is there to press, fills in forms, talks. Used by tests through `FakeDiscord.person`.

A client shows only what the service let through: one can press only buttons that a message carries, and only while one sees it.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from tests.fakes import discord_world as world
from tests.fakes.discord_rules import TEXT_INPUT, UPLOAD
from tests.fakes.discord_world import Attachment, Channel, Guild, Interaction, Message, Role, User

if TYPE_CHECKING:
    from tests.fakes.discord import FakeDiscord

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
TYPES = {3: str, 4: int, 5: bool, 6: User, 8: Role, 11: Attachment}


class Person:
    """One person's client."""

    def __init__(self, discord: FakeDiscord, user: User) -> None:
        self.discord, self.user = discord, user

    @property
    def dm(self) -> Channel:
        """Their direct messages with the bot."""
        return self.discord.dm(self.user)

    @property
    def whispers(self) -> list[Message]:
        """What they alone see."""
        return self.discord.whispers(self.user)

    # Acting

    async def command(self, channel: Channel, name: str, /, *, waits: bool = True, **options: Any) -> Interaction:
        """Type a slash command such as `film new`."""
        data = self._command(name, options, guild=channel.guild)
        return await self._act(COMMAND, channel, data, waits=waits)

    async def suggested(self, channel: Channel, name: str, option: str, typed: str, **others: Any) -> list[str]:
        """What the autocompletion of an option suggests, beside the other options that are filled in already."""
        data = self._command(name, {**others, option: typed}, focused=option)
        found = await self._act(AUTOCOMPLETE, channel, data)
        return [one["name"] for one in found.choices or []]

    async def press(self, message: Message, label: str = "", *, waits: bool = True) -> Interaction:
        """Press a button by its label; without one, the recommended one."""
        button = next(one for one in message.buttons if (one["label"] == label if label else one["style"] == 1))
        assert button["style"] != 5, "a link opens a browser"
        return await self.send_component(message, {"custom_id": button["custom_id"], "component_type": 2}, waits=waits)

    async def choose(self, message: Message, menu: str, entry: str, *, waits: bool = True) -> Interaction:
        """Choose an entry of a menu, both by what they are called."""
        select = next(one for one in message.menus if one["placeholder"] == menu)
        value = next(one["value"] for one in select["options"] if one["label"] == entry)
        return await self.send_component(message, {"custom_id": select["custom_id"], "component_type": 3, "values": [value]}, waits=waits)

    async def send_component(self, message: Message, data: dict[str, Any], *, waits: bool = True) -> Interaction:
        """Any component interaction, also one that no client would send."""
        assert message.only_for in (None, self.user.id), "nobody else sees this message"
        return await self._act(COMPONENT, message.channel, data, message=message, waits=waits)

    async def submit(self, shown: Interaction, text: str | None = None, *, file: Attachment | None = None, waits: bool = True) -> Interaction:
        """Fill in the form that an interaction showed: the first field with this text, the file into its place, the others as they are."""
        assert shown.modal, "no form was shown"
        rows: list[dict[str, Any]] = []
        put: list[Attachment] = []
        for n, row in enumerate(shown.modal["components"]):
            one = row["component"]
            if one["type"] == UPLOAD:
                assert file or not one.get("required", True), "the client asks for the file"
                put += [file] if file and file not in put else []
                upload = {"type": UPLOAD, "id": n * 2 + 2, "custom_id": one["custom_id"], "values": [str(each.id) for each in put]}
                rows.append({"type": 18, "id": n * 2 + 1, "component": upload})
                continue
            assert one["type"] == TEXT_INPUT
            value = text if n == 0 and text is not None else one.get("value") or ""
            assert len(value) <= one.get("max_length", 4000), "the client takes no more"
            assert value or not one.get("required", True), "the client asks to fill it in"
            rows.append({"type": 18, "id": n * 2 + 1, "component": {"type": 4, "id": n * 2 + 2, "custom_id": one["custom_id"], "value": value}})
        assert file is None or put, "the form takes no file"
        data: dict[str, Any] = {"custom_id": shown.modal["custom_id"], "components": rows}
        if put:
            data["resolved"] = {"attachments": {str(each.id): each.json for each in put}}
        return await self._act(MODAL, shown.channel, data, message=shown.message, waits=waits)

    async def says(
        self, channel: Channel, text: str, *, mention: bool = False, reply_to: Message | None = None, files: dict[str, bytes | Attachment] | None = None
    ) -> Message:
        """Write a message; in a server the bot reads it only when it is mentioned or replied to."""
        named = f"<@{self.discord.bot.id}> {text}" if mention else text
        message = Message(world.snowflake(), channel, self.user, named, made_at=self.discord.now(), reply_to=reply_to.id if reply_to else None)
        message.mentions = [self.discord.bot] if mention or (reply_to and reply_to.author is self.discord.bot) else []
        for name, data in (files or {}).items():
            message.attachments.append(data if isinstance(data, Attachment) else self.file(name, data))
        channel.archived = False
        self.discord.messages[message.id] = message
        self.discord.gateway.tell_message(message)
        return message

    async def shares(self, channel: Channel, kind: str) -> Message:
        """Send, in direct messages, something without words of one's own: a sticker, a poll, or somebody else's message."""
        now = world.stamp(self.discord.now())
        passed = {"content": "a keeper finds a bottle", "attachments": [], "embeds": [], "timestamp": now, "edited_timestamp": None, "type": 0, "flags": 0,
                  "mentions": [], "mention_roles": [], "components": []}  # fmt: skip
        answers = [{"answer_id": n, "poll_media": {"text": text}} for n, text in enumerate(("Fox", "Owl"), 1)]
        poll = {"question": {"text": "Fox or owl?"}, "answers": answers, "expiry": now, "allow_multiselect": False, "layout_type": 1}
        shared: dict[str, dict[str, Any]] = {
            "sticker": {"sticker_items": [{"id": "816087792291282944", "name": "Wave", "format_type": 1}]},
            "poll": {"poll": poll},
            "forward": {"message_snapshots": [{"message": passed}], "flags": 1 << 14,
                        "message_reference": {"type": 1, "message_id": str(world.snowflake()), "channel_id": str(channel.id)}},
        }  # fmt: skip
        message = Message(world.snowflake(), channel, self.user, made_at=self.discord.now(), more=shared[kind])
        self.discord.messages[message.id] = message
        self.discord.gateway.tell_message(message)
        return message

    def file(self, name: str, data: bytes) -> Attachment:
        """A file to send along."""
        made = Attachment(world.snowflake(), name, data)
        made.url = f"{self.discord.base}/cdn/attachments/1/{made.id}/{name}"
        self.discord.gateway.loose_files.append(made)
        return made

    # What the client sends

    def _command(self, name: str, options: dict[str, Any], focused: str = "", guild: Guild | None = None) -> dict[str, Any]:
        """The data of a command, which must be registered and take these options."""
        first, *rest = name.split()
        command = next(one for one in self.discord.commands if one["name"] == first)
        node, path = command, []
        for part in rest:
            node = next(one for one in node["options"] if one["name"] == part)
            path.append(node)
        known = {one["name"]: one for one in node.get("options") or []}
        assert set(options) <= set(known), f"{name} takes {sorted(known)}"
        missing = {one for one, told in known.items() if told.get("required")} - set(options)
        assert not missing or focused, f"the client asks for {missing}"
        resolved: dict[str, Any] = {}
        given: list[dict[str, Any]] = []
        for option, value in options.items():
            told = known[option]
            assert isinstance(value, TYPES[told["type"]])
            if told.get("choices") and not focused:
                assert value in [one["value"] for one in told["choices"]], f"{option} offers {told['choices']}"
            if isinstance(value, bool | int) and told["type"] == 4:
                assert told.get("min_value", value) <= value <= told.get("max_value", value), f"{option} is out of range"
            if isinstance(value, User):
                resolved["users"] = {str(value.id): value.json}
                if guild and value.id in guild.members:
                    member = {name: told for name, told in guild.member(value).items() if name not in ("deaf", "mute")}
                    resolved["members"] = {str(value.id): member | {"permissions": str(guild.permissions(value.id))}}
                value = str(value.id)
            elif isinstance(value, Attachment | Role):
                resolved["attachments" if isinstance(value, Attachment) else "roles"] = {str(value.id): value.json}
                value = str(value.id)
            one = {"name": option, "type": told["type"], "value": value}
            given.append(one | {"focused": True} if option == focused else one)
        for part in reversed(path):
            given = [{"name": part["name"], "type": part["type"], "options": given}]
        found = {"id": command["id"], "name": command["name"], "type": 1, "options": given}
        return found | {"resolved": resolved} if resolved else found

    async def _act(self, kind: int, channel: Channel, data: dict[str, Any], *, message: Message | None = None, waits: bool = True) -> Interaction:
        discord, now = self.discord, self.discord.now()
        made = Interaction(world.snowflake(), secrets.token_urlsafe(24), kind, self.user, channel, now, message, custom_id=data.get("custom_id", ""))
        discord.interactions[made.token] = made
        payload: dict[str, Any] = {
            "id": str(made.id), "application_id": str(discord.bot.id), "type": kind, "data": data, "token": made.token, "version": 1,
            "locale": self.user.locale,
            "channel": channel.json(), "channel_id": str(channel.id), "app_permissions": str(channel.allowed), "entitlements": [],
            "attachment_size_limit": channel.filesize, "context": 0 if channel.guild else 1 if channel.kind == world.DM else 2,
        }  # fmt: skip
        if channel.guild:
            permissions = str(channel.guild.permissions(self.user.id))
            payload |= {
                "guild_id": str(channel.guild.id), "guild_locale": "en-US", "guild": {"id": str(channel.guild.id), "locale": "en-US", "features": []},
                "member": channel.guild.member(self.user) | {"user": self.user.json, "permissions": permissions},
                "authorizing_integration_owners": {"0": str(channel.guild.id)} if channel.guild.has_bot else {"1": str(self.user.id)},
            }  # fmt: skip
        else:
            payload |= {"user": self.user.json, "authorizing_integration_owners": {"0": "0"} if channel.kind == world.DM else {"1": str(self.user.id)}}
        if message:
            payload["message"] = message.json()
        for life in discord.gateway.connected[:1]:
            await discord.gateway._send(life, "INTERACTION_CREATE", payload)
        if waits:
            await discord.until(lambda: made.answered)
        return made
