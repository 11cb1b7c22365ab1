"""Discord as a Chat: posts become messages, private ones answer the interaction that led to them, and what a place refuses goes to the next best.

    thread -> its channel -> the person's direct messages

Buttons that are shown elsewhere than they belong carry their home, so that going on works from there too. Implements
`conversation.chat.Chat`; handed to `Showing` by the wiring.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import discord

from bots.conversation.chat import ChatRefused, Forbidden, Gone, Target
from bots.conversation.views import Media, View
from bots.discord_chat import refusals
from bots.discord_chat.drawing import Look, draw
from bots.discord_chat.pressing import Home
from bots.discord_chat.refusals import Trouble, meaning
from bots.discord_chat.replies import Replies, Reply
from bots.discord_chat.splitting import Sheet, sheets
from core.film.delivery import Limits
from core.storage import Storage

log = logging.getLogger(__name__)

PLATFORM = "discord"
EDIT_GAP_S = 5.0
MESSAGE_BYTES_MAX = discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES
"""The largest file where no server's boosts raise it: 10 MiB."""
SHORT_ANSWERS = frozenset({"notice"})
"""Sentences for one person: they answer an interaction, and where there is none they are said openly rather than in another place."""
FOR_THE_ASKER = frozenset({"help", "welcome"})
"""Views that only who asks by a command wants to see, though they are no secret."""
DMS_CLOSED = 50007

ALT_MAX = 1024
NEW = timedelta(seconds=1.5)
"""A message that is older than our asking for it by more than this (clocks differ a little) is one that stood there before."""
UNKNOWN = "?"
"""Stands for the media of a message of which nobody noted what it carries."""

Say = Callable[..., Awaitable[discord.Message]]
Made = Callable[[], dict[str, Any]]
"""What a message shall look like, made anew for every try: files are read once."""


@dataclass
class _Message:
    """A message as a reference keeps it: its id, the media it carries, and whether it is one of sounds."""

    id: str
    keys: list[str] = field(default_factory=list)
    sounds: bool = False


@dataclass
class _Files:
    """Media that are sent as files: their names by key, and (path, name, what is seen) of each."""

    names: dict[str, str] = field(default_factory=dict)
    files: list[tuple[Path, str, str]] = field(default_factory=list)

    def opened(self) -> list[discord.File]:
        """Open files, closed by who sends them."""
        return [discord.File(path, name, description=seen or None) for path, name, seen in self.files]


class DiscordChat:
    """The Chat port for Discord."""

    platform = PLATFORM
    gap_s = EDIT_GAP_S

    def __init__(self, client: discord.Client, storage: Storage, clock: Callable[[], float] = time.time) -> None:
        self._client, self._storage, self._clock = client, storage, clock
        self.replies = Replies(clock)
        self.closed: set[str] = set()
        """People whose direct messages refused us last."""

    async def send(self, to: Target, view: View, *, nonce: str, notify: bool) -> dict[str, Any]:
        """Send a new message; see `Chat.send`."""
        reply = self.replies.find(to)
        if reply and _is_for_one(view, to, reply):
            try:
                return await self.answer(reply, view)
            except Gone:
                log.info("an interaction of %s ended before %s was said", to.person, view.name)
        refused: ChatRefused = Gone(f"nowhere to go for {to}")
        async for channel_id, home in self._ways(to, view):
            try:
                return await self._post(channel_id, to, view, nonce, notify, home)
            except (Gone, Forbidden) as error:
                log.info("%s refuses %s: %s", channel_id, view.name, error)
                refused = error
        raise refused

    async def _ways(self, to: Target, view: View) -> AsyncIterator[tuple[str, Home | None]]:
        """(channel, home of the buttons) one after the other, the best first."""
        here = [one for one in (to.thread, to.place) if one]
        aside = view.private and to.place_kind != "private" and view.name not in SHORT_ANSWERS and bool(to.person)
        elsewhere = Home(to.place, to.thread)
        if aside and (own := await self._direct(to.person)):
            yield own, elsewhere
        for n, channel_id in enumerate(here):
            yield channel_id, elsewhere if n else None
        if to.person and not aside and (own := await self._direct(to.person)) and own not in here:
            yield own, elsewhere

    async def _direct(self, person: str) -> str | None:
        """The channel of somebody's direct messages."""
        try:
            return str((await self._client.create_dm(discord.Object(int(person)))).id)
        except Trouble as error:
            log.info("no direct messages with %s: %s", person, error)
            return None

    async def _post(self, channel_id: str, to: Target, view: View, nonce: str, notify: bool, home: Home | None) -> dict[str, Any]:
        channel = self._client.get_partial_messageable(int(channel_id))
        look = Look(to.person if notify else "", home, to.language if to.place_kind != "private" else "")
        made: list[_Message] = []

        async def say(**said: Any) -> discord.Message:
            return await channel.send(nonce=f"{nonce}.{len(made)}", allowed_mentions=_only(look.mention), **said)

        try:
            for sheet in sheets(view):
                shown = replace(look, mention="") if made else look
                began = discord.utils.utcnow()
                said = await self._say(say, sheet, view, self._filesize(channel_id), shown)
                if discord.utils.snowflake_time(int(said.id)) < began - NEW:  # said before we died, and Discord knew its nonce: it may look older by now
                    through = _InChannel(self._client, channel_id, self._filesize(channel_id))
                    said = await self._change(through, replace(said, keys=[UNKNOWN]), sheet, view, shown)
                made.append(said)
        except Trouble as error:
            if getattr(error, "code", 0) == DMS_CLOSED:
                self.closed.add(to.person)
            raise meaning(error) or error from error
        self.closed.discard(to.person)
        ref = {"channel": channel_id, **_written(look), "messages": [vars(one) for one in made]}
        if view.pinned:
            await self._pin(channel_id, made[-1].id)
        return ref

    async def answer(self, reply: Reply, view: View) -> dict[str, Any]:
        """Answer an interaction in private. Returns a reference. Raises Gone when it cannot be answered any more."""
        made: list[_Message] = []
        look = Look(home=reply.home)

        async def say(**said: Any) -> discord.Message:
            return await reply.hook.send(ephemeral=True, wait=True, allowed_mentions=_only(""), **said)

        try:
            for sheet in sheets(view):
                made.append(await self._say(say, sheet, view, reply.filesize, look))
                reply.waits = False
        except Trouble as error:
            raise meaning(error) or error from error
        for one in made:
            self.replies.shown(one.id, reply)
        return {"hook": reply.hook.id, "token": reply.hook.token, "until": reply.until, **_written(look), "messages": [vars(one) for one in made]}

    async def edit(self, ref: dict[str, Any], view: View) -> dict[str, Any]:
        """Make the messages look like this view; see `Chat.edit`."""
        known = [_Message(**one) for one in ref["messages"]]
        look = Look(ref["mention"], Home(*ref["home"]) if ref["home"] else None, ref["hint"])
        through = self._through(ref)
        made: list[_Message] = []
        try:
            for sheet in sheets(view):
                shown = replace(look, mention="") if made else look
                if known and known[0].sounds == sheet.sounds:
                    made.append(await self._change(through, known.pop(0), sheet, view, shown))
                else:
                    made.append(await self._say(through.say, sheet, view, through.filesize, shown))
            for left in known:
                await through.delete(int(left.id))
        except Trouble as error:
            raise meaning(error) or error from error
        return {**ref, "messages": [vars(one) for one in made]}

    def _through(self, ref: dict[str, Any]) -> _Through:
        """How the messages of a reference are reached. Raises Gone for private ones whose time is over."""
        if "token" not in ref:
            return _InChannel(self._client, ref["channel"], self._filesize(ref["channel"]))
        reply = self.replies.of_message(ref["messages"][-1]["id"])
        if reply is None and ref["until"] <= self._clock():
            raise Gone("the interaction is over")
        hook = reply.hook if reply else discord.Webhook.partial(int(ref["hook"]), ref["token"], client=self._client)
        return _InPrivate(hook, reply.filesize if reply else MESSAGE_BYTES_MAX)

    async def _change(self, through: _Through, old: _Message, sheet: Sheet, view: View, look: Look) -> _Message:
        """Edit one message. Files that it carries already stay where they are."""
        keys = [one.key for one in sheet.carried]
        if sheet.sounds and keys == old.keys:
            return old
        files = await self._files(sheet, through.filesize)

        def as_it_is(files: _Files) -> dict[str, Any]:
            said: dict[str, Any] = {} if sheet.sounds else {"view": draw(sheet, view, look, files.names)}
            return said if keys == old.keys else {**said, "attachments": files.opened()}

        try:
            await through.edit(int(old.id), lambda: as_it_is(files))
        except discord.HTTPException as error:
            if error.code != refusals.TOO_LARGE:
                raise
            await through.edit(int(old.id), lambda: as_it_is(_Files()))
        return _Message(old.id, keys, sheet.sounds)

    async def _say(self, say: Say, sheet: Sheet, view: View, filesize: int, look: Look) -> _Message:
        """Send one message. Files that turn out too large after all are offered as links."""
        files = await self._files(sheet, filesize)
        keys = [one.key for one in sheet.carried]
        if sheet.sounds and files.names:
            return _Message(str((await say(files=files.opened())).id), keys, True)
        carried = {"files": files.opened()} if files.names else {}
        try:
            message = await say(view=draw(sheet, view, look, files.names), **carried)
        except discord.HTTPException as error:
            if error.code != refusals.TOO_LARGE or not carried:
                raise
            message = await say(view=draw(sheet, view, look, {}))
        return _Message(str(message.id), keys)

    async def _files(self, sheet: Sheet, filesize: int) -> _Files:
        """The media that fit, by what they will be called."""
        found = _Files()
        for n, media in enumerate(sheet.carried, 1):
            stored = await self._storage.find(media.key)
            if stored is None or stored.size > filesize or media.key in found.names:
                log.log(logging.DEBUG if stored else logging.WARNING, "%s is not sent as a file", media.key)
                continue
            name = file_name(media, n)
            found.names[media.key] = f"{n}-{name}" if name in found.names.values() else name
            found.files.append((await self._storage.fetch(media.key), found.names[media.key], media.alt[:ALT_MAX]))
        return found

    async def _pin(self, channel_id: str, message_id: str) -> None:
        """Keep a message on top of its place; where that is not allowed it stands where it is."""
        try:
            await self._client.get_partial_messageable(int(channel_id)).get_partial_message(int(message_id)).pin()
        except Trouble as error:
            log.warning("could not pin %s in %s: %s", message_id, channel_id, error)

    def _filesize(self, channel_id: str) -> int:
        channel = self._client.get_channel(int(channel_id))
        guild = getattr(channel, "guild", None)
        return guild.filesize_limit if guild else MESSAGE_BYTES_MAX

    def limits(self, to: Target) -> Limits:
        """What may be sent there now: a server's boosts raise it, and can be lost again."""
        return Limits(max_bytes=self._filesize(to.place), max_files=10)


class _Through(Protocol):
    """How messages are reached: in a channel by the bot, in private by an interaction."""

    filesize: int

    async def say(self, **said: Any) -> discord.Message: ...

    async def edit(self, message_id: int, made: Made) -> None: ...

    async def delete(self, message_id: int) -> None: ...


class _InChannel:
    def __init__(self, client: discord.Client, channel_id: str, filesize: int) -> None:
        self._client, self._id, self.filesize = client, int(channel_id), filesize
        self._channel = client.get_partial_messageable(self._id)

    async def say(self, **said: Any) -> discord.Message:
        return await self._channel.send(allowed_mentions=_only(""), **said)

    async def edit(self, message_id: int, made: Made) -> None:
        message = self._channel.get_partial_message(message_id)
        try:
            await message.edit(allowed_mentions=_only(""), **made())
        except discord.HTTPException as error:
            if error.code != refusals.ARCHIVED:
                raise
            await reopen(self._client, self._id)
            await message.edit(allowed_mentions=_only(""), **made())

    async def delete(self, message_id: int) -> None:
        await self._channel.get_partial_message(message_id).delete()


class _InPrivate:
    def __init__(self, hook: discord.Webhook, filesize: int) -> None:
        self._hook, self.filesize = hook, filesize

    async def say(self, **said: Any) -> discord.Message:
        return await self._hook.send(ephemeral=True, wait=True, allowed_mentions=_only(""), **said)

    async def edit(self, message_id: int, made: Made) -> None:
        await self._hook.edit_message(message_id, allowed_mentions=_only(""), **made())

    async def delete(self, message_id: int) -> None:
        await self._hook.delete_message(message_id)


async def reopen(client: discord.Client, thread_id: int) -> None:
    """Bring an archived thread back."""
    channel = client.get_channel(thread_id) or await client.fetch_channel(thread_id)
    if isinstance(channel, discord.Thread):
        await channel.edit(archived=False)


def _is_for_one(view: View, to: Target, reply: Reply) -> bool:
    """Whether a view answers an interaction rather than everybody."""
    asked = view.name in FOR_THE_ASKER and reply.waits and to.place_kind != "private"
    return view.private or view.name in SHORT_ANSWERS or asked


def _written(look: Look) -> dict[str, Any]:
    """How it is shown, as a reference keeps it."""
    return {"mention": look.mention, "home": [look.home.place, look.home.thread] if look.home else None, "hint": look.hint}


def _only(mention: str) -> discord.AllowedMentions:
    """Nobody is notified but this person."""
    users = [discord.Object(int(mention))] if mention else False
    return discord.AllowedMentions(everyone=False, roles=False, users=users, replied_user=False)


def file_name(media: Media, number: int) -> str:
    """A file's name as Discord keeps it: ASCII, without spaces."""
    stem, dot, ending = media.name.rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem if dot else media.name).strip("-_")[:60]
    ending = re.sub(r"[^A-Za-z0-9]+", "", ending)[:12] if dot else ""
    return f"{plain or f'{media.kind}-{number}'}{'.' if ending else ''}{ending}"
