"""Where a film lives in a server: one thread per film. Called before a film's first turn."""

from __future__ import annotations

import logging
from typing import Literal

import discord
from discord import ui

from bots.conversation.words import shortened, words
from bots.discord_chat.markup import escape
from bots.discord_chat.refusals import Trouble

log = logging.getLogger(__name__)

NAME_MAX = 90
REST_MIN: Literal[10080] = 10080
"""Minutes without talk after which Discord puts a thread aside; it comes back by itself when something is said."""

Parent = discord.TextChannel | discord.ForumChannel


def parent_of(channel: object) -> Parent | None:
    """The channel in which a film's thread can stand, seen from where somebody talks."""
    if isinstance(channel, discord.Thread):
        channel = channel.parent
    return channel if isinstance(channel, discord.TextChannel | discord.ForumChannel) else None


async def open_thread(parent: Parent, person: discord.User | discord.Member, idea: str, language: str) -> discord.Thread | None:
    """A thread for a new film, its maker in it; None where none can be made, and the film lives in the channel itself."""
    name = shortened(idea, NAME_MAX) or words(language).text("discord-thread-name", name=person.display_name)
    opener = _opener(idea, person, language)
    try:
        if isinstance(parent, discord.ForumChannel):
            thread = (await parent.create_thread(name=name, view=opener)).thread
        else:
            thread = await _from_message(await parent.send(view=opener, allowed_mentions=discord.AllowedMentions.none()), name)
        await thread.add_user(person)
    except Trouble as error:
        log.info("no thread in %s: %s", parent.id, error)
        return None
    return thread


async def _from_message(message: discord.Message, name: str) -> discord.Thread:
    try:
        return await message.create_thread(name=name, auto_archive_duration=REST_MIN)
    except Trouble:
        await message.delete()
        raise


async def from_talk(message: discord.Message, idea: str) -> discord.Thread | None:
    """A thread on what somebody said to us in a channel; None where none can be made."""
    try:
        thread = await message.create_thread(name=shortened(idea, NAME_MAX) or message.author.display_name, auto_archive_duration=REST_MIN)
        await thread.add_user(message.author)
    except Trouble as error:
        log.info("no thread on a message in %s: %s", message.channel.id, error)
        return None
    return thread


def _opener(idea: str, person: discord.User | discord.Member, language: str) -> ui.LayoutView:
    """What the channel shows of a film that begins."""
    w = words(language)
    layout = ui.LayoutView(timeout=None)
    told = w.text("discord-thread-opener", name=person.display_name)
    layout.add_item(ui.TextDisplay(f"🎬 **{escape(shortened(idea, 200))}**\n-# {escape(told)}" if idea else f"🎬 {escape(told)}"))
    layout.stop()
    return layout
