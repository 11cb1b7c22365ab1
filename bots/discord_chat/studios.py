"""A rendering channel that we make: `/studio setup` with a name. Called by the commands before the turn that gives the channel its rules.

A text channel of that name that is there already is taken as it is, so that asking twice makes one channel.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

import discord

from bots.discord_chat import permissions
from bots.discord_chat.refusals import Trouble
from core.errors import BadInput, NotYours, Unavailable

log = logging.getLogger(__name__)

CHANNELS_FULL = (30013, 30056)
"""So many channels has the server, or the category."""
INVALID = 50035
Rights = dict[discord.Role | discord.Member | discord.Object, discord.PermissionOverwrite]


@dataclass(frozen=True)
class Wish:
    """What is asked for. `role`: the id of those who may begin films, or empty. `hidden`: nobody else sees the channel."""

    name: str
    role: str = ""
    hidden: bool = False


async def channel_for(interaction: discord.Interaction, wish: Wish) -> discord.TextChannel:
    """The channel of that name in this server, made if there is none, beside the one where it is asked for.

    Raises BadInput, NotYours for who does not manage the server and where we may make no channels, Unavailable.
    """
    guild = interaction.guild
    if guild is None:
        raise BadInput("not in a server", key="error-studio-where")
    if not interaction.permissions.manage_guild:
        raise NotYours("not an admin", key="error-studio-not-admin")
    name = "-".join(wish.name.lower().split())
    if known := discord.utils.get(guild.text_channels, name=name):
        if wish.hidden:
            raise BadInput("it is there already", key="discord-channel-there", name=name)
        return known
    if not guild.me.guild_permissions.manage_channels:
        raise NotYours("no right to make channels", key="discord-channel-forbidden")
    try:
        return await guild.create_text_channel(name, category=_category(interaction.channel), overwrites=_rights(guild, interaction.user, wish))
    except discord.Forbidden as error:
        raise NotYours(str(error), key="discord-channel-forbidden") from error
    except Trouble as error:
        code = getattr(error, "code", 0)
        if code in CHANNELS_FULL:
            raise BadInput(str(error), key="discord-channel-full") from error
        if code == INVALID:
            raise BadInput(str(error), key="discord-channel-name", name=wish.name) from error
        log.warning("no channel in %s: %s", guild.id, error)
        raise Unavailable(str(error), key="discord-away") from error


def _category(channel: object) -> discord.CategoryChannel | None:
    """The category in which somebody asks, if we see it."""
    if isinstance(channel, discord.Thread):
        channel = channel.parent
    return channel.category if isinstance(channel, discord.abc.GuildChannel) else None


def _rights(guild: discord.Guild, person: discord.User | discord.Member, wish: Wish) -> Rights:
    """Who may what in the channel: we what we need there, whatever its category says; the others only where it is hidden.

    Discord lets us hand out no right that we have not got ourselves.
    """
    ours = permissions.needed() & guild.me.guild_permissions
    rights: Rights = {_of(guild.me.id, discord.Member): discord.PermissionOverwrite.from_pair(ours, discord.Permissions.none())}
    if wish.hidden:
        seen = discord.PermissionOverwrite(view_channel=True)
        rights |= {_of(guild.id, discord.Role): discord.PermissionOverwrite(view_channel=False), _of(person.id, discord.Member): seen}
        if wish.role:
            rights[_of(int(wish.role), discord.Role)] = seen
    return rights


def _of(id: int, kind: type[discord.Role | discord.Member]) -> discord.Object:
    return discord.Object(id, type=kind)
