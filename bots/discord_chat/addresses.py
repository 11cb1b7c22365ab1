"""Who acts and where, as the conversation knows it, from Discord's interactions and messages."""

from __future__ import annotations

from dataclasses import replace

import discord

from bots.conversation.events import Address
from bots.discord_chat.chat import PLATFORM
from bots.discord_chat.pressing import Home
from bots.discord_chat.refusals import Trouble
from core.errors import NotYours, Unavailable


def of_interaction(interaction: discord.Interaction) -> Address:
    """The address of an interaction: where it was made."""
    at = Address(
        PLATFORM, str(interaction.channel_id or ""), str(interaction.user.id),
        person_name=interaction.user.display_name, language=interaction.locale.value,
    )  # fmt: skip
    at = _placed(at, interaction.channel)
    if interaction.guild is not None:
        at = replace(at, server=str(interaction.guild_id), server_name=interaction.guild.name or "", admin=interaction.permissions.manage_guild)
    if isinstance(interaction.user, discord.Member):
        at = replace(at, roles=_roles(interaction.user))
    return at


async def of_press(interaction: discord.Interaction, home: Home | None) -> Address:
    """The address of a press: where its button belongs. What the person is there (their roles, whether they manage it) is asked of Discord
    when the button stands elsewhere, in direct messages or in another server. Raises NotYours for who left, Unavailable.
    """
    at = of_interaction(interaction)
    if home is None:
        return at
    there = replace(at, place=home.place, thread=home.thread, place_kind="thread" if home.thread else "channel", place_name="")
    channel = interaction.client.get_channel(int(home.place))
    guild = getattr(channel, "guild", None)
    if guild is not None and guild.id == interaction.guild_id:
        return there
    there = replace(there, server="", server_name="", roles=(), admin=False)
    if guild is None:  # direct messages, or a channel that is gone
        return there
    member = await _member(guild, interaction.user.id)
    return replace(there, server=str(guild.id), server_name=guild.name, roles=_roles(member), admin=member.guild_permissions.manage_guild)


async def _member(guild: discord.Guild, user_id: int) -> discord.Member:
    try:
        return await guild.fetch_member(user_id)
    except discord.NotFound as error:
        raise NotYours(f"{user_id} left {guild.id}", key="discord-left-server", name=guild.name) from error
    except Trouble as error:
        raise Unavailable(str(error), key="discord-away") from error


def of_message(message: discord.Message) -> Address:
    """The address of a message."""
    author = message.author
    at = _placed(Address(PLATFORM, str(message.channel.id), str(author.id), person_name=author.display_name), message.channel)
    if message.guild is not None:
        at = replace(at, server=str(message.guild.id), server_name=message.guild.name)
    if isinstance(author, discord.Member):
        at = replace(at, roles=_roles(author), admin=author.guild_permissions.manage_guild)
    return at


def _roles(member: discord.Member) -> tuple[str, ...]:
    return tuple(str(role.id) for role in member.roles if not role.is_default())


def _placed(at: Address, channel: object) -> Address:
    """The address with its place and thread."""
    match channel:
        case discord.Thread():
            parent = channel.parent
            return replace(at, place=str(channel.parent_id), thread=str(channel.id), place_kind="thread", place_name=parent.name if parent else "")
        case discord.abc.GuildChannel():
            return replace(at, place_kind="channel", place_name=channel.name)
        case _:
            return replace(at, place_kind="private")


def in_thread(at: Address, place: str, thread: str) -> Address:
    """The same person, in a film's own thread."""
    return replace(at, place=place, thread=thread, place_kind="thread")
