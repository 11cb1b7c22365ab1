"""One update of Telegram becomes one turn. Called by polling and by the webhook, for every update, also for those that come twice.

`hear` returns when the turn is committed: only then is the update done with. What the turn shows follows by itself, in each chat one
update after the other. A press is answered at once in a private chat; in a group after the turn, since its answer may be the place
for what only its person shall see.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakValueDictionary

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bots.conversation import chat as port
from bots.conversation.chat import Target
from bots.conversation.engine import Engine
from bots.conversation.events import Address, Began, Called, Chosen, Event, Pressed, Said, Uploaded
from bots.conversation.showing import Showing
from bots.conversation.views import View
from bots.conversation.words import Words, best, shortened, words
from bots.telegram_chat import keyboard, money, places, threads, uploads
from bots.telegram_chat.chat import TelegramChat, answering
from bots.telegram_chat.commands import ABOUT_FILMS, command_of, event
from bots.telegram_chat.keyboard import Data
from bots.telegram_chat.menus import Menus
from core.database import Down
from core.errors import Unavailable
from core.models import Post

log = logging.getLogger(__name__)

ANSWER_S = 1.5
"""A press is answered after this long, whatever is still being shown."""
ADMIN_S = 300.0
"""How long it is believed who manages a group."""
TOPIC_MAX = 60
ADMINS_MAX = 5000
MANAGE = ("creator", "administrator")


@dataclass(frozen=True)
class Ears:
    """What a listener needs."""

    bot: ExtBot[Any]
    engine: Engine
    showing: Showing
    chat: TelegramChat


class Listener:
    """Turns updates into turns."""

    def __init__(self, ears: Ears) -> None:
        self.bot, self.engine, self.showing, self.chat = ears.bot, ears.engine, ears.showing, ears.chat
        self._menus = Menus(ears.showing.posts, ears.chat)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._shows: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._admins: dict[tuple[int, int], tuple[float, bool]] = {}

    async def hear(self, update: Update) -> None:
        """The turn of one update. Raises Unavailable or Down while the database is away: the update shall come again."""
        if update.pre_checkout_query:
            await money.answer(update.pre_checkout_query)
            return
        chat = update.effective_chat
        if chat is None:
            return
        lock = self._turns.setdefault(chat.id, asyncio.Lock())
        async with lock:
            try:
                if update.callback_query:
                    await self._pressed(update.update_id, update.callback_query)
                elif update.message:
                    await self._wrote(update.update_id, update.message)
                elif update.my_chat_member:
                    await self._joined(update.my_chat_member)
            except (Unavailable, *Down):
                raise
            except Exception:
                log.exception("update %s led nowhere", update.update_id)

    async def rest(self) -> None:
        """Return when everything that was heard is shown."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _later(self, chat: int, work: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        """Do this after what is being shown in the same chat."""
        lock = self._shows.setdefault(chat, asyncio.Lock())

        async def run() -> None:
            async with lock:
                try:
                    await work()
                except (TelegramError, port.ChatRefused, Unavailable, *Down) as error:
                    log.warning("not shown at once in %s: %r", chat, error)
                except Exception:
                    log.exception("showing in %s failed", chat)

        task = asyncio.create_task(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _turn(self, chat: int, event: Event) -> None:
        posts = await self.engine.turn(event)
        self._later(chat, lambda: self.showing.now(posts))

    # ------------------------------------------------------------ what people write

    async def _wrote(self, update: int, message: Message) -> None:
        chat, user = message.chat, message.from_user
        if message.migrate_to_chat_id:
            await self.chat.migrated(chat.id, message.migrate_to_chat_id)
            return
        if message.migrate_from_chat_id:
            await self.chat.migrated(message.migrate_from_chat_id, chat.id)
            return
        if message.successful_payment or message.refunded_payment:
            await money.happened(message)
            return
        command = command_of(message, self.bot.username)
        if user is None or message.sender_chat or user.is_bot:
            if command and message.sender_chat:
                self._reply(message, words(best("")).text("telegram-anonymous"))
            return
        if chat.type != Chat.PRIVATE and not self._is_for_us(message, command):
            return
        file = uploads.offered(message)
        if file:
            self._later(chat.id, lambda: self._fetched(update, message, user, file))
        elif command:
            await self._commanded(update, message, user, *command)
        elif text := self._said(message):
            at = await self._at(message, user)
            await self._turn(chat.id, Said(at, str(update), text))

    def _is_for_us(self, message: Message, command: tuple[str, str] | None) -> bool:
        """In a group: commands, answers to our messages, and what names us."""
        return bool(command or places.answered(message, self.bot.id) or self._names_us(message.text or message.caption or ""))

    def _names_us(self, text: str) -> bool:
        return f"@{self.bot.username}".lower() in text.lower()

    def _said(self, message: Message) -> str:
        """What was written, without our name."""
        text = message.text or ""
        at = text.lower().find(f"@{self.bot.username}".lower())
        return text if at < 0 else " ".join((text[:at] + text[at + len(self.bot.username) + 1 :]).split())

    async def _at(self, message: Message, user: User) -> Address:
        thread = await places.thread_of(message, self.bot.id) if message.chat.type != Chat.PRIVATE else ""
        return places.address(message.chat, user, thread, admin=await self._manages(message.chat, user))

    async def _commanded(self, update: int, message: Message, user: User, name: str, rest: str) -> None:
        chat, at = message.chat, await self._at(message, user)
        private = chat.type == Chat.PRIVATE
        asked = event(at, str(update), name, rest)
        if not private and name == "start":
            self._reply(message, self._words(user).text("telegram-group-welcome", forum="yes" if chat.is_forum else "no"))
            return
        if not private and isinstance(asked, Began):
            if (no := await self.engine.may_begin(at)) is not None:
                self._later(chat.id, lambda: self._refused(at, update, no))
                return
            asked = await self._begun(message, user, asked)
        elif not private and not at.thread and isinstance(asked, Called) and asked.command in ABOUT_FILMS and not asked.args.get("film"):
            asked = replace(asked, at=places.address(chat, user, await places.latest_thread(at), admin=at.admin))
        await self._turn(chat.id, asked)

    async def _refused(self, at: Address, update: int, view: View) -> None:
        """No film may be begun there by this person: told to them alone."""
        to = Target(at.platform, at.place, at.place_kind, at.thread, at.person, at.person_name, best(at.language))
        await self.chat.send(to, view, nonce=f"refused {update}", notify=False)

    async def _begun(self, message: Message, user: User, asked: Began) -> Began:
        """A film in a group gets a room of its own: a topic where we may make one, else the replies to the message it began with."""
        chat, topic = message.chat, places.topic_of(message)
        thread = threads.chain(topic, message.message_id)
        if chat.is_forum and asked.idea:
            title = shortened(asked.idea, TOPIC_MAX)
            try:
                made = await self.bot.create_forum_topic(chat.id, title)
                thread = threads.topic(made.message_thread_id)
                w, link = self._words(user), f"https://t.me/c/{str(chat.id).removeprefix('-100')}/{made.message_thread_id}"
                self._reply(message, w.text("telegram-goes-on", title=title), (w.text("telegram-see-topic"), link))
            except TelegramError as error:
                log.info("no topic in %s: %s", chat.id, error)
        return replace(asked, at=places.address(chat, user, thread, admin=asked.at.admin))

    def _reply(self, message: Message, text: str, link: tuple[str, str] | None = None) -> None:
        self._later(message.chat.id, lambda: self.chat.reply(message, text, link))

    async def _fetched(self, update: int, message: Message, user: User, file: uploads.Offered) -> None:
        """Fetch a file, then tell the conversation of it."""
        at, w = await self._at(message, user), self._words(user)
        try:
            key = await uploads.fetch(self.bot, self.chat.files.storage, file)
        except uploads.TooLarge:
            await self.chat.reply(message, w.text("telegram-file-large", most=uploads.FETCH_MB_MAX))
            return
        except TelegramError as error:
            large = "file is too big" in error.message.lower()
            log.warning("a file was not fetched: %s", error)
            await self.chat.reply(message, w.text("telegram-file-large", most=uploads.FETCH_MB_MAX) if large else w.text("telegram-file-lost"))
            return
        found = await self.chat.files.storage.find(key)
        told = Uploaded(at, str(update), key, file.name, found.size if found else file.size, message.caption or "")
        await self.showing.now(await self.engine.turn(told))

    # ------------------------------------------------------------ what people press

    async def _pressed(self, update: int, query: CallbackQuery) -> None:
        if query.message is None:  # of an inline message, which we never send
            await self._answer(query)
            return
        chat, data = query.message.chat, keyboard.read(query.data or "")
        post = await places.post_of(chat.id, query.message.message_id)
        at = await self._where(chat, query.from_user, post)
        if data and data.kind == "menu" and post:
            self._later(chat.id, lambda: self._menu(query, post, data, at))
            return
        if data and data.kind == "choose":
            value = await self._menus.value(post, data) if post else None
            if value is None:
                self._later(chat.id, lambda: self._closed(query, post))
                return
            asked: Event = Chosen(at, str(update), data.action, value)
        else:
            asked = Pressed(at, str(update), data.action if data else (query.data or "")[:64])
        if chat.id > 0:
            early = asyncio.create_task(self._answer(query))
            self._tasks.add(early)
            early.add_done_callback(self._tasks.discard)
        shown = (post.ref, post.shown_hash) if post else None
        posts = await self.engine.turn(asked)
        self._later(chat.id, lambda: self._shown(query, posts, post if data and data.kind == "choose" else None, shown))

    async def _where(self, chat: Chat, user: User, post: Post | None) -> Address:
        if post and post.place.outside_id != str(chat.id):
            return await places.elsewhere(post, user)
        return places.address(chat, user, post.thread if post else "", admin=await self._manages(chat, user))

    async def _shown(self, query: CallbackQuery, posts: Sequence[Post], menu_of: Post | None, was: Any) -> None:
        """Show what a press led to, and answer it in a group. A menu that stands open closes, unless its message was shown anew."""
        assert query.message
        if query.message.chat.id > 0:
            await self.showing.now(posts)
        else:
            with answering() as private:
                showing = asyncio.create_task(self.showing.now(posts))
                await asyncio.wait({showing}, timeout=ANSWER_S)
                await self._answer(query, private.text)
                await showing
        if menu_of and (now := await Post.get_or_none(id=menu_of.id)) and (now.ref, now.shown_hash) == was:
            await self._menus.close(now)

    async def _menu(self, query: CallbackQuery, post: Post, data: Data, at: Address) -> None:
        """Open a menu, turn its page, or close it. It is the post's person's alone."""
        if not await self._menus.may(post, at):
            await self._answer(query, self._words(query.from_user).text("error-not-your-button"))
            return
        early = asyncio.create_task(self._answer(query))
        try:
            await self._menus.show(post, data)
        finally:
            await early

    async def _closed(self, query: CallbackQuery, post: Post | None) -> None:
        """The entry that was pressed is not there any more."""
        await self._answer(query, self._words(query.from_user).text("telegram-menu-changed"))
        if post:
            await self._menus.close(post)

    async def _answer(self, query: CallbackQuery, text: str = "") -> None:
        """Stop the press from turning; with a text, show it to its person alone. One that waited too long cannot be answered any more."""
        with contextlib.suppress(TelegramError):
            await self.bot.answer_callback_query(query.id, text=text or None, show_alert=bool(text) or None)

    # ------------------------------------------------------------ groups

    async def _joined(self, change: ChatMemberUpdated) -> None:
        """Taken into a group: say how films begin here."""
        was, now, chat = change.old_chat_member.status, change.new_chat_member.status, change.chat
        if chat.type not in (Chat.GROUP, Chat.SUPERGROUP) or was not in ("left", "kicked") or now not in ("member", "administrator"):
            return
        text = self._words(change.from_user).text("telegram-group-welcome", forum="yes" if chat.is_forum else "no")
        self._later(chat.id, lambda: self.chat.say(chat.id, text))

    async def _manages(self, chat: Chat, user: User) -> bool:
        """Whether somebody manages this group, as far as Telegram told lately."""
        if chat.type == Chat.PRIVATE:
            return False
        now, key = asyncio.get_running_loop().time(), (chat.id, user.id)
        known = self._admins.get(key)
        if known and now - known[0] < ADMIN_S:
            return known[1]
        try:
            manages = (await self.bot.get_chat_member(chat.id, user.id)).status in MANAGE
        except TelegramError as error:
            log.info("nobody knows whether %s manages %s: %s", user.id, chat.id, error)
            manages = False
        if len(self._admins) > ADMINS_MAX:
            self._admins.clear()
        self._admins[key] = (now, manages)
        return manages

    def _words(self, user: User) -> Words:
        return words(best(user.language_code or ""))
