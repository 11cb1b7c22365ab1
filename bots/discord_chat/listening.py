"""What people do in Discord becomes turns: presses, menus, forms and plain talk. Commands are in `commands`.

Acknowledge first, always: Discord gives up after three seconds. Only a press that opens a form must be answered with the form itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import discord

from bots.conversation.chat import ChatRefused, Target
from bots.conversation.engine import Engine
from bots.conversation.events import Address, Chosen, Event, NotTaken, Pressed, Said, Submitted, Uploaded
from bots.conversation.showing import Showing
from bots.conversation.views import Form, View
from bots.conversation.words import best, words
from bots.discord_chat import addresses, drawing, figures, pressing, threads
from bots.discord_chat.chat import PLATFORM, DiscordChat
from bots.discord_chat.pressing import Kind, Pressable
from bots.discord_chat.refusals import Trouble
from bots.discord_chat.replies import ANSWERING, Reply
from bots.discord_chat.uploads import Uploads
from core.database import Down
from core.errors import Expected, Unavailable

log = logging.getLogger(__name__)

TURNS_AT_ONCE = 3
SHOWN_AT_ONCE = 3
"""Turns that run at a time, and answers that are being shown. The others wait, acknowledged: few at a time keep the loop free for the next
acknowledgement and leave connections to the database for forms, which cannot wait."""
FORM_S = 1.8
"""A form that is not there by then comes too late for Discord's three seconds: it is asked for in words instead."""
PATIENCE_S = 5.0
"""What was begun when the process is asked to end gets this long."""
TALK = (discord.MessageType.default, discord.MessageType.reply)


class Listening:
    """Turns what reaches the client into turns, and shows what they lead to."""

    def __init__(self, engine: Engine, showing: Showing, chat: DiscordChat, uploads: Uploads) -> None:
        self.engine, self.chat, self._showing, self._uploads = engine, chat, showing, uploads
        self._turns, self._shown = asyncio.Semaphore(TURNS_AT_ONCE), asyncio.Semaphore(SHOWN_AT_ONCE)
        self._busy: set[asyncio.Task[Any]] = set()

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """While the block lasts, `close` waits for this task."""
        task = asyncio.current_task()
        assert task
        self._busy.add(task)
        try:
            yield
        finally:
            self._busy.discard(task)

    async def close(self, patience_s: float = PATIENCE_S) -> None:
        """Let what was begun end, for a little while."""
        if self._busy:
            _, late = await asyncio.wait(self._busy, timeout=patience_s)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def turn(self, event: Event, reply: Reply | None = None) -> None:
        """One turn and its answer. What cannot be done is said, in private where that is possible. `reply`: the interaction it came by."""
        answering = ANSWERING.set(reply)
        try:
            async with self._turns:
                posts = await self.engine.turn(event)
            async with self._shown:
                await self._showing.now(posts)
        except Unavailable as error:
            await self.apologise(event.at, error)
        finally:
            ANSWERING.reset(answering)

    async def rest(self, reply: Reply) -> None:
        """Nothing more is said in private: what is still “thinking…” goes away."""
        if not reply.waits:
            return
        reply.waits = False
        try:
            await reply.take_back()
        except Trouble as error:
            log.info("could not take back a thinking message: %s", error)

    async def apologise(self, at: Address, error: Expected) -> None:
        """Say what is wrong when not even a turn is possible."""
        await self.tell(at, self.engine.apology(at, error))

    async def tell(self, at: Address, view: View, reply: Reply | None = None) -> None:
        """Show a view that is no post, in answer to this interaction where there is one."""
        try:
            if reply:
                await self.chat.answer(reply, view)
                return
            to = Target(PLATFORM, at.place, at.place_kind, at.thread, at.person, at.person_name)
            await self.chat.send(to, view, nonce=f"{discord.utils.time_snowflake(discord.utils.utcnow())}", notify=False)
        except ChatRefused as refused:
            log.warning("could not tell %s in %s: %s", at.person, at.place, refused)

    async def acknowledge(self, interaction: discord.Interaction, kind: str, *, thinking: bool) -> bool:
        """Answer at once, without words. False: too late, or somebody did; then nothing may be said through it."""
        try:
            await interaction.response.defer(ephemeral=thinking, thinking=thinking)
        except Trouble as error:
            figures.LATE.labels(kind).inc()
            log.warning("an interaction of %s was not acknowledged: %s", interaction.user.id, error)
            return False
        figures.acknowledged(interaction, kind)
        return True

    async def pressed(self, interaction: discord.Interaction) -> None:
        """A button, a menu or a form that was filled in."""
        data: dict[str, Any] = dict(interaction.data or {})
        what = pressing.read(data.get("custom_id", ""))
        if what is None:
            what = Pressable(Kind.PRESS, "gone")
        if what.kind in (Kind.FORM, Kind.CHOOSE_FORM) and await self._formed(interaction, what, data):
            return
        in_time = await self.acknowledge(interaction, what.kind.name.lower(), thinking=False)
        here = addresses.of_interaction(interaction)
        reply = self.chat.replies.note(here, interaction, waits=False, home=what.home) if in_time else None
        try:
            at = await addresses.of_press(interaction, what.home)
        except Expected as error:
            await self.tell(here, self.engine.apology(here, error), reply)
            return
        if reply:
            self.chat.replies.adopt(at, reply)
        if reply and at.server and what.kind in (Kind.PRESS, Kind.FILLED):
            there = await self._with_thread(interaction, at, what, data, reply)
            if there is None:
                return
            at = there
        if what.kind is Kind.FILLED and (file := brought(interaction, data)):
            at = addresses.in_thread(at, at.place, at.fresh_thread) if at.fresh_thread else at
            await self.uploaded(at, f"{interaction.id}-file", file, next(iter(filled(data).values()), ""), reply)
            return
        await self.turn(_event(at, str(interaction.id), what, data), reply)

    async def _with_thread(self, interaction: discord.Interaction, at: Address, what: Pressable, data: dict[str, Any], reply: Reply) -> Address | None:
        """A press that begins another film gets it a thread of its own. None: a film may not begin here, which was said."""
        try:
            if not await self.engine.wants_thread(at, what.action):
                return at
            parent = threads.parent_of(interaction.channel)
            idea = next(iter(filled(data).values()), "")
            opened = await self.film_thread(interaction, at, parent, idea) if parent else None
        except (Unavailable, *Down):
            return at  # the turn says what is away
        if isinstance(opened, View):
            await self.tell(at, opened, reply)
            return None
        if opened is None:
            return at
        there = addresses.in_thread(at, str(opened.parent_id), str(opened.id))
        self.chat.replies.adopt(there, reply)
        return replace(at, fresh_thread=there.thread)

    async def film_thread(
        self, interaction: discord.Interaction, at: Address, parent: threads.Parent, idea: str, length_s: int | None = None
    ) -> discord.Thread | View | None:
        """A thread for a film that begins; a view that says why none may; None where no thread can be made. Raises Unavailable."""
        channel = replace(at, place=str(parent.id), place_kind="channel", thread="", place_name=parent.name)
        refused = await self.engine.may_begin(channel, length_s)
        return refused or await threads.open_thread(parent, interaction.user, idea, best(at.language))

    async def _formed(self, interaction: discord.Interaction, what: Pressable, data: dict[str, Any]) -> bool:
        """Answer with the form. False: there is none any more, or not in time; then a turn tells why, or asks in words."""

        async def ask() -> Form | None:
            event = _event(await addresses.of_press(interaction, what.home), f"form-{interaction.id}", what, data)
            assert isinstance(event, Pressed | Chosen)
            return await self.engine.form(event)

        asked = asyncio.create_task(ask())
        self._busy.add(asked)
        asked.add_done_callback(self._busy.discard)
        await asyncio.wait({asked}, timeout=FORM_S)
        form = asked.result() if asked.done() and not asked.exception() else None
        if form is None:
            return False
        try:
            await interaction.response.send_modal(drawing.modal(form, what.home))
        except Trouble as error:
            figures.LATE.labels("form").inc()
            log.warning("a form came too late for %s: %s", interaction.user.id, error)
        else:
            figures.acknowledged(interaction, "form")
        return True

    async def said(self, message: discord.Message, me: discord.ClientUser) -> None:
        """Plain talk: in direct messages all of it, in a server what mentions us or replies to us."""
        if message.author.bot or message.webhook_id or message.type not in TALK:
            return
        if message.guild is not None and all(one.id != me.id for one in message.mentions):
            return
        text, here = _without_mentions(message, me), addresses.of_message(message)
        at = await self._own_thread(message, here, text) if here.place_kind == "channel" and message.reference is None else here
        if at is None:
            return
        for n, attachment in enumerate(message.attachments):
            await self.uploaded(at, f"{message.id}-{n}", attachment, text)
        if message.attachments:
            return
        if not text and (message.stickers or message.poll):
            await self.turn(NotTaken(at, str(message.id)))
        else:
            await self.turn(Said(at, str(message.id), text or _hello(at)))

    async def _own_thread(self, message: discord.Message, at: Address, text: str) -> Address | None:
        """Who speaks to us in a channel gets a thread to go on in, so that the channel stays readable; but not who may begin nothing here."""
        try:
            if refused := await self.engine.may_begin(at):
                await self.tell(at, refused)
                return None
        except Unavailable as error:
            await self.apologise(at, error)
            return None
        thread = await threads.from_talk(message, text)
        return addresses.in_thread(at, at.place, str(thread.id)) if thread else at

    async def uploaded(self, at: Address, update_id: str, attachment: discord.Attachment, caption: str, reply: Reply | None = None) -> None:
        """A file that somebody sent."""
        try:
            file = await self._uploads.fetch(attachment)
        except Expected as error:
            await self.turn(NotTaken(at, update_id, error.key, error.args_for_text), reply)
            return
        await self.turn(Uploaded(at, update_id, file.key, file.name, file.size, caption), reply)


def _event(at: Address, update_id: str, what: Pressable, data: dict[str, Any]) -> Event:
    match what.kind:
        case Kind.CHOOSE | Kind.CHOOSE_FORM:
            return Chosen(at, update_id, what.action, (data.get("values") or [""])[0])
        case Kind.FILLED:
            return Submitted(at, update_id, what.action, filled(data))
        case _:
            return Pressed(at, update_id, what.action)


def _fields(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for row in data.get("components", []):
        yield from [row["component"]] if "component" in row else row.get("components", [])


def filled(data: dict[str, Any]) -> dict[str, str]:
    """What was written into a form, by field."""
    return {one["custom_id"]: one["value"] for one in _fields(data) if "value" in one}


def brought(interaction: discord.Interaction, data: dict[str, Any]) -> discord.Attachment | None:
    """The file that was put into a form, if there is one."""
    ids = [id for one in _fields(data) for id in one.get("values") or []]
    known = (data.get("resolved") or {}).get("attachments") or {}
    found = next((known[id] for id in ids if id in known), None)
    return discord.Attachment(data=found, state=interaction.client._connection) if found else None


def _without_mentions(message: discord.Message, me: discord.ClientUser) -> str:
    """The words, of a message that is passed on those that are passed on; our own name left out, others by their names."""
    names = {str(one.id): one.display_name for one in message.mentions}
    forwarded = next((one.content for one in message.message_snapshots if one.content), "")
    text = re.sub(rf"<@!?{me.id}>", " ", message.content or forwarded)
    text = re.sub(r"<@!?(\d+)>", lambda found: names.get(found[1], ""), text)
    text = re.sub(r"<a?:(\w+):\d+>", r"\1", text)
    return text.strip()


def _hello(at: Address) -> str:
    """Who mentions us and says nothing says hello."""
    return sorted(words(best(at.language)).heard("heard-hello"))[0]
