"""Where a command leads: `/film new` gets its film a thread, and who calls us where we are a guest goes on in direct messages.

A guest: installed by a person, not by the server or group in which they use us. There we may answer the person alone, and only for
fifteen minutes, so a film cannot live there.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any, cast

import discord
from discord import ui

from bots.conversation.events import Address, Began
from bots.conversation.views import Choice, View
from bots.conversation.words import best, words
from bots.discord_chat import addresses, drawing, figures, studios, threads
from bots.discord_chat.chat import PLATFORM
from bots.discord_chat.listening import Listening
from bots.discord_chat.pressing import Home
from bots.discord_chat.refusals import Trouble
from bots.discord_chat.replies import Reply
from core.database import Down
from core.errors import Unavailable
from core.projects import IDEA_MAX
from core.writing.script import Format

log = logging.getLogger(__name__)

FORM = "new"
"""How the custom_id of the form for an idea begins."""
IDEA_FIELD = "idea"
FILE_FIELD = "file"
FIELD_MAX = 4000


@dataclass(frozen=True)
class Options:
    """What may be said with an idea."""

    length_s: int | None = None
    format: str | None = None
    language: str | None = None
    kind: str | None = None

    def __str__(self) -> str:
        return f"{FORM}:{self.length_s or ''}:{self.format or ''}:{self.language or ''}:{self.kind or ''}"


def options_in(custom_id: str) -> Options | None:
    """The options that the form for an idea carries; None for another form."""
    kind, *told = custom_id.split(":")
    if kind != FORM or len(told) != 4:
        return None
    length, format, language, film = told
    return Options(int(length) if length.isascii() and length.isdigit() else None, format or None, language or None, film or None)


class Beginning:
    """Puts commands where they belong."""

    def __init__(self, client: discord.Client, listening: Listening) -> None:
        self._client, self._listening = client, listening

    async def arrive(self, interaction: discord.Interaction) -> tuple[Address, Reply] | None:
        """Acknowledge a command and say where it goes on. None: it was too late."""
        if not await self._listening.acknowledge(interaction, "command", thinking=True):
            return None
        at, home = addresses.of_interaction(interaction), None
        if is_guest(interaction):
            at = await self._direct(interaction, at)
            home = Home(at.place)
        return at, self._listening.chat.replies.note(at, interaction, waits=True, home=home)

    async def _direct(self, interaction: discord.Interaction, at: Address) -> Address:
        """The same person in their direct messages."""
        own = await interaction.user.create_dm()
        return replace(at, place=str(own.id), thread="", place_kind="private", place_name="", server="", server_name="", roles=(), admin=False)

    async def at_home(self, interaction: discord.Interaction, at: Address, reply: Reply, film: str) -> Address:
        """The same person where a film lives. In a channel a film without a thread gets one, so that the channel stays readable."""
        if at.place_kind != "channel":
            return at
        try:
            home = await self._listening.engine.home_of(film, at)
            if home is None:
                return at
            there = addresses.in_thread(at, home.place, home.thread) if home.platform == PLATFORM and home.thread else None
            parent = threads.parent_of(interaction.channel)
            if there is None and parent:
                thread = await self._listening.film_thread(interaction, at, parent, "")
                there = addresses.in_thread(at, at.place, str(thread.id)) if isinstance(thread, discord.Thread) else None
        except (Unavailable, *Down):
            return at  # the turn says what is away
        if there is None:
            return at
        self._listening.chat.replies.adopt(there, reply)
        return there

    async def at_studio(self, interaction: discord.Interaction, at: Address, reply: Reply, wish: studios.Wish) -> Address:
        """The same person in the rendering channel that is made for them, or found. Raises what `studios.channel_for` raises."""
        channel = await studios.channel_for(interaction, wish)
        there = replace(at, place=str(channel.id), thread="", place_kind="channel", place_name=channel.name)
        reply.home = Home(there.place)
        self._listening.chat.replies.adopt(there, reply)
        return there

    async def point_to(self, interaction: discord.Interaction, at: Address, reply: Reply) -> None:
        """Say in private where it goes on, if that is elsewhere."""
        if str(interaction.channel_id) in (at.thread, at.place if not at.thread else ""):
            return
        if at.place_kind == "private" and at.person in self._listening.chat.closed:
            view = View(name="notice", body=(words(best(at.language)).block("discord-dm-closed"),), private=True, mood="trouble")
        elif at.place_kind == "private":
            view = _link(at, "discord-dm-here", "discord-dm-go", f"https://discord.com/channels/@me/{at.place}")
        else:
            there = at.thread or at.place
            guild = getattr(self._client.get_channel(int(there)), "guild", None)
            here, go = ("discord-thread-here", "discord-thread-go") if at.thread else ("discord-channel-here", "discord-channel-go")
            view = _link(at, here, go, f"https://discord.com/channels/{guild.id if guild else at.server}/{there}")
        await self._listening.tell(at, view, reply)

    async def ask_idea(self, interaction: discord.Interaction, options: Options) -> None:
        """A form for the idea."""
        w = words(best(interaction.locale.value))
        form = ui.Modal(title=w.text("form-idea"), custom_id=str(options), timeout=None)
        field: ui.TextInput[Any] = ui.TextInput(custom_id=IDEA_FIELD, style=discord.TextStyle.paragraph, max_length=min(FIELD_MAX, IDEA_MAX), required=False)
        form.add_item(ui.Label(text=w.text("entry-idea"), component=field))
        form.add_item(drawing.attaching(FILE_FIELD, w.text("bring-story"), w.text("bring-story-about"), required=False))
        form.stop()
        try:
            await interaction.response.send_modal(form)
        except Trouble as error:
            figures.LATE.labels("form").inc()
            log.warning("the form for an idea came too late for %s: %s", interaction.user.id, error)
        else:
            figures.acknowledged(interaction, "form")

    async def begin(self, interaction: discord.Interaction, idea: str, options: Options, file: discord.Attachment | None = None) -> None:
        """A new film, in a thread of its own where there can be one."""
        arrived = await self.arrive(interaction)
        if arrived is None:
            return
        at, reply = arrived
        parent = None if at.place_kind == "private" else threads.parent_of(interaction.channel)
        try:
            thread = await self._listening.film_thread(interaction, at, parent, idea, options.length_s) if parent else None
        except Unavailable as error:
            await self._listening.apologise(at, error)
            return
        if isinstance(thread, View):
            await self._listening.tell(at, thread, reply)
            return
        if parent and thread:
            at = addresses.in_thread(at, str(parent.id), str(thread.id))
            self._listening.chat.replies.adopt(at, reply)
        if file is not None:
            await self._listening.uploaded(at, f"{interaction.id}-file", file, idea, reply)
        else:
            format = cast(Format | None, options.format)
            began = Began(at, str(interaction.id), idea, length_s=options.length_s, format=format, language=options.language, kind=options.kind)
            await self._listening.turn(began, reply)
        await self.point_to(interaction, at, reply)
        await self._listening.rest(reply)


def is_guest(interaction: discord.Interaction) -> bool:
    """Whether we are used where nobody installed us but the person themselves."""
    if interaction.guild_id is not None:
        return not interaction.is_guild_integration()
    return interaction.context.private_channel is True


def _link(at: Address, key: str, label: str, url: str) -> View:
    """A private sentence with a link to where it goes on."""
    w = words(best(at.language))
    return View(name="notice", body=(w.block(key),), choices=(Choice(label=w.text(label), link=url, style="primary"),), private=True)
