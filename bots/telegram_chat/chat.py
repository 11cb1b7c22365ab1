"""Telegram as a Chat: posts become messages and albums, and are edited, or replaced where an edit cannot make them what they are now.

What is private is never shown to a group: it becomes the answer to the press it belongs to, or goes to the person's own chat, or, where
they never opened that, a hint without a word of what it is about.

A message's reference is JSON: {"chat", "message" (its last, which carries the keyboard), "ids", "keys", "shape", "topic", "reply", "language"}.
"""

from __future__ import annotations

import contextlib
import functools
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.error import BadRequest, ChatMigrated, InvalidToken, TelegramError

from bots.conversation import chat as port
from bots.conversation.chat import Target
from bots.conversation.views import View
from bots.conversation.words import Words, words
from bots.telegram_chat import threads
from bots.telegram_chat.calls import PLATFORM, Bot, Calls, NoThread, Spot
from bots.telegram_chat.files import ALT_MAX, Files, Prepared, Ready
from bots.telegram_chat.once import Once
from bots.telegram_chat.pace import Pace
from bots.telegram_chat.refusals import StaleFile, Unfit
from bots.telegram_chat.sheet import Sheet, sheet
from bots.telegram_chat.streaming import GAP_S, STREAMED, Streams
from bots.telegram_chat.text import NOTHING, Rich, mention, split
from core.film.delivery import Limits

log = logging.getLogger(__name__)

ALERT_MAX = 200
"""UTF-16 units of what answers a press."""
QUIET_GAP_S, QUIET_GAP_GROUP_S = 2.0, 6.0
"""Least seconds between two looks of something in the making, alone and in a group."""
HALF_SENT_MAX = 1000
SENTENCE = "notice"
"""A view that is for one person, even where it is no secret."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_ACTS = {
    "board": "upload_photo", "cast": "upload_photo", "animatic": "upload_video", "voices": "record_voice", "loglines": "typing", "script": "typing",
    "answer": "typing",
}  # fmt: skip
"""What the chat's headline says while a view is in the making."""
_UPLOADS = {"photo": "upload_photo", "video": "upload_video", "audio": "upload_voice", "document": "upload_document"}


@dataclass
class Query:
    """A press in a group that is being answered. `text` is what only its person shall see; once it is not `waiting` any more it takes none."""

    text: str = ""
    waiting: bool = True

    def says(self, text: str) -> bool:
        """Answer it with this, if that is possible still."""
        if self.text or not self.waiting:
            return False
        self.text = text
        return True


open_query: ContextVar[Query | None] = ContextVar("open_query", default=None)
"""The press that led to what is being shown now."""


@dataclass
class _Sent:
    """How far a sheet has got."""

    ids: list[int] = field(default_factory=list)


class TelegramChat(Calls):
    """The Chat port for one bot."""

    platform = PLATFORM
    gap_s = 1.0

    def __init__(self, bot: Bot, files: Files, pace: Pace | None = None) -> None:
        super().__init__(bot, pace or Pace())
        self.files = files
        self.streams = Streams()
        self.once = Once()
        self._half: OrderedDict[str, _Sent] = OrderedDict()
        """Sheets that could not be sent whole yet, by nonce: what is there of them is not sent twice."""
        self._looked: OrderedDict[tuple[int, int], float] = OrderedDict()
        """When messages about something in the making were edited last."""

    def limits(self, to: Target) -> Limits:
        """What the Bot API server takes."""
        return Limits(max_bytes=self.files.bytes_max)

    async def send(self, to: Target, view: View, *, nonce: str, notify: bool) -> dict[str, Any]:
        """Send a new message; private ones of a group go another way. Raises Gone, Forbidden, RetryAfter or Unsure."""
        w = words(to.language)
        chat = int(to.place)
        if chat < 0 and (view.private or view.name == SENTENCE) and _answers(view, open_query.get()):
            return {"alert": True}

        async def first() -> dict[str, Any]:
            if view.private and chat < 0:
                return await self._aside(to, view, nonce, w)
            topic, reply = threads.parts(to.thread)
            spot = Spot(chat, topic, reply, silent=chat < 0 and not notify)
            before = mention(to.person_name, to.person) if notify and chat < 0 else NOTHING
            return await self._send(spot, view, nonce, w, before)

        return await self.once.send(f"{nonce} in {to.place}/{to.thread}", first, lambda ref: self.edit(ref, view))

    async def edit(self, ref: dict[str, Any], view: View) -> dict[str, Any]:
        """Make the message look like this view, or put another in its place. Raises Gone, Forbidden or RetryAfter."""
        if "chat" not in ref:
            return ref
        chat, w = int(ref["chat"]), words(ref["language"])
        prepared = await self.files.prepare(view.media)
        now = sheet(view, prepared, w, group=chat < 0)
        working = view.mood == "working"
        streams = self.streams.takes(ref, view, now)
        if working:
            self._not_yet(chat, int(ref["message"]), GAP_S if streams else QUIET_GAP_GROUP_S if chat < 0 else QUIET_GAP_S)
        self._act(chat, ref["topic"], view)
        if streams and await self._stream(ref, now.texts[0]):
            return {**ref, STREAMED: True}
        if ref.get(STREAMED) and not working:
            return await self._replace(ref, view, now, w)
        if now.shape == ref["shape"]:
            await self._edit_all(ref, now, quiet=working)
        elif working and ref["shape"] == "text1" and now.captioned:
            await self._edit_media(chat, ref["ids"][-1], now.groups[0][0], now, quiet=working)
        elif _asks_nothing(view) and not ref["shape"].startswith("text"):
            await self.put_keyboard(ref, None)  # what was seen stays: nobody looks for it elsewhere now
            return ref
        else:
            return await self._replace(ref, view, now, w)
        return {**ref, "shape": now.shape, "keys": now.keys}

    def _not_yet(self, chat: int, message: int, gap_s: float) -> None:
        """Something in the making is looked at every few seconds, not at every word. Raises RetryAfter."""
        now = self.pace.now()
        wait_s = self._looked.get((chat, message), now - gap_s) + gap_s - now
        if wait_s > 0.01:
            raise port.RetryAfter(self.pace.real(wait_s))
        self._looked[chat, message] = now
        self._looked.move_to_end((chat, message))
        while len(self._looked) > HALF_SENT_MAX:
            self._looked.popitem(last=False)

    # ------------------------------------------------------------ sending

    async def _send(self, spot: Spot, view: View, nonce: str, w: Words, before: Rich = NOTHING) -> dict[str, Any]:
        self._act(spot.chat, spot.topic, view)
        prepared = await self.files.prepare(view.media)
        now = sheet(view, prepared, w, group=spot.is_group, before=before)
        try:
            spot, ids = await self._send_sheet(spot, now, nonce)
        except (Unfit, port.Forbidden) as error:
            if not now.groups:
                raise
            log.warning("media of %s do not go to %s: %s", view.name, spot.chat, error)
            now = sheet(view, Prepared((), view.media), w, group=spot.is_group, before=before)
            spot, ids = await self._send_sheet(spot, now, f"{nonce} in words")
        ref = {
            "chat": str(spot.chat), "message": str(ids[-1]), "ids": ids, "keys": now.keys, "shape": now.shape, "topic": spot.topic,
            "reply": spot.reply, "language": w.language,
        }  # fmt: skip
        if view.pinned:
            await self._pin(spot.chat, ids[-1])
        return ref

    async def _send_sheet(self, spot: Spot, now: Sheet, nonce: str) -> tuple[Spot, list[int]]:
        """Send what is not sent yet of a sheet. Returns where it went at last and the ids of its messages, in order."""
        key = f"{nonce} in {spot.chat}"
        sent = self._half.setdefault(key, _Sent())
        while len(self._half) > HALF_SENT_MAX:
            self._half.popitem(last=False)
        for _ in range(3):
            try:
                await self._send_rest(spot, now, sent)
                self._half.pop(key, None)
                return spot, sent.ids
            except ChatMigrated as error:
                await self.migrated(spot.chat, error.new_chat_id)
                spot = Spot(error.new_chat_id, silent=spot.silent)
            except StaleFile:
                media = [one.media for group in now.groups for one in group]
                await self.files.forget(media)
                fresh = await self.files.prepare(media)
                again = iter(fresh.ready)
                now = Sheet(tuple(tuple(next(again) for _ in group) for group in now.groups), now.texts, now.captioned, now.markup)
            except NoThread:
                spot = Spot(spot.chat, None, None, spot.silent)
        raise port.Gone(f"chat {spot.chat} takes nothing")

    async def _send_rest(self, spot: Spot, now: Sheet, sent: _Sent) -> None:
        done = len(sent.ids)
        for group in now.groups:
            if done >= len(group):
                done -= len(group)
                continue
            last = now.captioned
            sent.ids += await self._send_group(spot, group, now, first=not sent.ids, last=last)
        for n, text in enumerate(() if now.captioned else now.texts):
            if n < done:
                continue
            markup = now.markup if n == len(now.texts) - 1 else None
            how = spot.how(first=not sent.ids)
            message = await self._do(
                spot.chat, 1, lambda text=text, how=how, markup=markup: self.bot.send_message(  # type: ignore[misc]
                    text=text.text, entities=text.entities or None, reply_markup=markup, link_preview_options=NO_PREVIEW, **how
                ),
            )  # fmt: skip
            sent.ids.append(message.message_id)

    async def _send_group(self, spot: Spot, group: Sequence[Ready], now: Sheet, *, first: bool, last: bool) -> list[int]:
        """An album, or a single medium."""
        how, one = spot.how(first=first), group[0]
        if any(not ready.file_id for ready in group):
            self._say(spot.chat, spot.topic, _UPLOADS[one.type])
        with ExitStack() as opened:
            if len(group) > 1:
                items = [await self.files.input(ready, opened, ready.media.alt[:ALT_MAX] if ready.type != "audio" else "") for ready in group]
                messages = list(await self._do(spot.chat, len(group), lambda: self.bot.send_media_group(media=items, **how)))
            else:
                about = await self.files.about(one, opened, attach=False)
                text = now.texts[0] if last and now.texts else NOTHING
                sender: Callable[..., Awaitable[Message]] = getattr(self.bot, f"send_{one.type}")
                told = {one.type: about.pop("media"), **about, "caption": text.text or None, "caption_entities": text.entities or None}
                messages = [await self._do(spot.chat, 1, lambda: sender(**told, **how, reply_markup=now.markup if last else None))]
        for ready, message in zip(group, messages, strict=True):
            await self.files.remember(ready, message)
        return [message.message_id for message in messages]

    # ------------------------------------------------------------ editing

    async def _edit_all(self, ref: dict[str, Any], now: Sheet, *, quiet: bool) -> None:
        """The same messages with another look: only what changed is touched."""
        chat, ids = int(ref["chat"]), list(ref["ids"])
        for group, keys, was in zip(now.groups, now.keys, ref["keys"], strict=True):
            for one, key, before in zip(group, keys, was, strict=True):
                message = ids.pop(0)
                if now.captioned:
                    await (self._edit_media(chat, message, one, now, quiet) if key != before else self._edit_caption(chat, message, now, quiet))
                elif key != before:
                    await self._edit_media(chat, message, one, None, quiet)
        for n, text in enumerate(() if now.captioned else now.texts):
            message, markup = ids.pop(0), now.inline if n == len(now.texts) - 1 else None
            await self._change(
                chat, quiet, lambda text=text, message=message, markup=markup: self.bot.edit_message_text(  # type: ignore[misc]
                    text=text.text, entities=text.entities or None, chat_id=chat, message_id=message, reply_markup=markup, link_preview_options=NO_PREVIEW
                ),
            )  # fmt: skip

    async def _stream(self, ref: dict[str, Any], text: Rich) -> bool:
        """Show what there is of a text below its message. Says whether the server takes that."""
        chat, topic = int(ref["chat"]), ref["topic"]
        send = functools.partial(self.bot.send_message_draft, chat, int(ref["message"]), text.text, topic, entities=text.entities or None)
        try:
            await self._do(chat, 1, send, quiet=True)
        except (BadRequest, InvalidToken) as error:
            self.streams.refused(error)
            return False
        return True

    async def _edit_caption(self, chat: int, message: int, now: Sheet, quiet: bool) -> None:
        text = now.texts[0]
        await self._change(
            chat, quiet, lambda: self.bot.edit_message_caption(
                caption=text.text or None, caption_entities=text.entities or None, chat_id=chat, message_id=message, reply_markup=now.inline
            ),
        )  # fmt: skip

    async def _edit_media(self, chat: int, message: int, one: Ready, now: Sheet | None, quiet: bool) -> None:
        """Another medium in the place of one; with `now`, its caption and keyboard too."""
        text = now.texts[0] if now else Rich(one.media.alt[:ALT_MAX] if one.type != "audio" else "")
        markup = now.inline if now else None

        async def put(one: Ready) -> None:
            with ExitStack() as opened:
                item = await self.files.input(one, opened, text.text, text.entities)
                got = await self._change(chat, quiet, lambda: self.bot.edit_message_media(media=item, chat_id=chat, message_id=message, reply_markup=markup))
            if isinstance(got, Message):
                await self.files.remember(one, got)

        try:
            await put(one)
        except StaleFile:
            await self.files.forget([one.media])
            await put((await self.files.prepare([one.media])).ready[0])

    async def _replace(self, ref: dict[str, Any], view: View, now: Sheet, w: Words) -> dict[str, Any]:
        """New messages below, then the old ones go. What is too old to be deleted loses its keyboard."""
        chat = int(ref["chat"])
        spot, instead = Spot(chat, ref["topic"], ref["reply"], silent=chat < 0), f"instead of {chat}/{ref['message']}"
        made = await self.once.send(instead, lambda: self._send(spot, view, f"{instead}: {now.shape}", w), lambda ref: self.edit(ref, view))
        old = [int(id) for id in ref["ids"]]
        with contextlib.suppress(TelegramError):
            await self.bot.delete_messages(chat, old)
        with contextlib.suppress(TelegramError):
            await self.bot.edit_message_reply_markup(chat, old[-1], reply_markup=None)
        return made

    # ------------------------------------------------------------ beside the messages

    async def put_keyboard(self, ref: dict[str, Any], markup: InlineKeyboardMarkup | None) -> None:
        """Another keyboard under a message that stays as it is."""
        chat, message = int(ref["chat"]), int(ref["message"])
        with contextlib.suppress(port.Gone):
            await self._change(chat, False, lambda: self.bot.edit_message_reply_markup(chat, message, reply_markup=markup))

    async def put_view_keyboard(self, ref: dict[str, Any], view: View) -> None:
        """The view's own keyboard again."""
        chat = int(ref["chat"])
        now = sheet(view, await self.files.prepare(view.media), words(ref["language"]), group=chat < 0)
        await self.put_keyboard(ref, now.inline)

    async def reply(self, message: Message, text: str, link: tuple[str, str] | None = None) -> None:
        """A sentence in answer to somebody's message, with a button that opens an address."""
        opens = InlineKeyboardMarkup([[InlineKeyboardButton(link[0], url=link[1])]]) if link else None
        topic = message.message_thread_id if message.is_topic_message else None
        how = Spot(message.chat.id, topic, message.message_id if message.chat.id < 0 else None).how(first=True)
        await self._do(message.chat.id, 1, lambda: self.bot.send_message(text=text, reply_markup=opens, link_preview_options=NO_PREVIEW, **how))

    async def say(self, chat: int, text: str) -> None:
        """A sentence of this chat's own."""
        await self._do(chat, 1, lambda: self.bot.send_message(chat, text))

    async def _aside(self, to: Target, view: View, nonce: str, w: Words) -> dict[str, Any]:
        """Something private that came up in a group."""
        if to.person:
            try:
                return await self._send(Spot(int(to.person)), view, nonce, w)
            except (port.Forbidden, port.Gone) as error:
                log.info("no private chat with %s: %s", to.person, error)
        query = open_query.get()
        if query is not None and query.says(w.text("telegram-open-private")):
            return {"alert": True}
        topic, reply = threads.parts(to.thread)
        opens = InlineKeyboardMarkup([[InlineKeyboardButton(w.text("telegram-open"), url=f"https://t.me/{self.bot.username}?start=here")]])
        before = mention(to.person_name, to.person)
        hint = before + Rich(("\n" if before.text else "") + w.text("telegram-answer-private"))
        how = Spot(int(to.place), topic, reply).how(first=True)
        await self._do(int(to.place), 1, lambda: self.bot.send_message(text=hint.text, entities=hint.entities or None, reply_markup=opens, **how))
        return {"hint": True}

    async def _pin(self, chat: int, message: int) -> None:
        """Pinned where that is allowed; where not, it stays an ordinary message that is kept up to date."""
        try:
            await self.bot.pin_chat_message(chat, message, disable_notification=True)
        except TelegramError as error:
            log.info("not pinned in %s: %s", chat, error)

    def _act(self, chat: int, topic: int | None, view: View) -> None:
        """Tell in the headline what is being made."""
        if view.mood == "working" and chat > 0 and (action := _ACTS.get(view.name)):
            self._say(chat, topic, action)


def _answers(view: View, query: Query | None) -> bool:
    """Whether a short sentence became the answer to the press it belongs to."""
    plain = split(Rich(view.plain), ALERT_MAX)
    return query is not None and len(plain) == 1 and not view.choices and not view.media and query.says(plain[0].text)


def _asks_nothing(view: View) -> bool:
    """A view that the film has left behind."""
    return view.mood == "calm" and not view.choices and not view.selects and not view.awaits


@contextlib.contextmanager
def answering() -> Iterator[Query]:
    """While a press in a group is being answered: what only its person shall see is put into the query."""
    query = Query()
    token = open_query.set(query)
    try:
        yield query
    finally:
        open_query.reset(token)
