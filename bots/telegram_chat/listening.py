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
from datetime import timedelta
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bots.conversation import chat as port
from bots.conversation.chat import Target
from bots.conversation.engine import Engine
from bots.conversation.events import Address, Began, Called, Chosen, Corrected, Event, NotTaken, Pressed, Said
from bots.conversation.owed import Owed
from bots.conversation.owed import owed as owed_by_id
from bots.conversation.showing import Showing
from bots.conversation.uploads import is_of_use
from bots.conversation.views import View
from bots.conversation.words import Words, best, shortened, words
from bots.telegram_chat import keyboard, money, places, threads, uploads
from bots.telegram_chat.beginning import Rooms
from bots.telegram_chat.chat import TelegramChat, answering
from bots.telegram_chat.commands import ABOUT_FILMS, KNOWN, command_of, event
from bots.telegram_chat.fetching import Fetching
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
ADMINS_MAX = 5000
SOON = timedelta(minutes=5)
"""Who changes their words within this time expects that it counts."""
NAME_MAX = 60
"""Characters of a file's name, said back."""
MANAGE = ("creator", "administrator")
E = TypeVar("E", Said, Pressed | Chosen)


@dataclass(frozen=True)
class Ears:
    """What a listener needs."""

    bot: ExtBot[Any]
    engine: Engine
    showing: Showing
    chat: TelegramChat
    fetching: Fetching


class Listener:
    """Turns updates into turns."""

    def __init__(self, ears: Ears) -> None:
        self.bot, self.engine, self.showing, self.chat, self.fetching = ears.bot, ears.engine, ears.showing, ears.chat, ears.fetching
        self.fetching.where = self._at
        self._rooms = Rooms(self.bot, self.chat, self._later)
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
                elif update.edited_message:
                    await self._rewrote(update.update_id, update.edited_message)
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
        if file := uploads.offered(message):
            if not is_of_use(file.name):
                await self._turn(chat.id, NotTaken(await self._at(message, user), str(update), "upload-not-used", {"name": shortened(file.name, NAME_MAX)}))
                return
            noted = await self.fetching.note(update, message)
            if noted is not None:
                self._later(chat.id, lambda: self.fetching.now(noted))
        elif command:
            await self._commanded(update, message, user, *command)
        elif text := self._said(message):
            said = Said(await self._at(message, user), str(update), text, message=str(message.message_id))
            if (there := await self._roomed(message, user, said)) is not None:
                await self._turn(chat.id, there)
        elif chat.type == Chat.PRIVATE and uploads.is_wordless(message):  # in a group a sticker is applause
            await self._turn(chat.id, NotTaken(await self._at(message, user), str(update)))

    async def _rewrote(self, update: int, message: Message) -> None:
        """Somebody changed what they had written. Commands other than the one that tells an idea, and words beside files, stay as they were heard."""
        user, command = message.from_user, command_of(message, self.bot.username)
        if user is None or user.is_bot or message.sender_chat or not message.text or (command and command[0] != "new"):
            return
        if message.chat.type != Chat.PRIVATE and not self._is_for_us(message, command):
            return
        at, soon = await self._at(message, user), (message.edit_date or message.date) - message.date <= SOON
        text = command[1] if command else self._said(message)
        await self._turn(message.chat.id, Corrected(at, str(update), text, soon, message=str(message.message_id)))

    def _is_for_us(self, message: Message, command: tuple[str, str] | None) -> bool:
        """In a group: our commands (others are other bots'), answers to our messages, and what names us."""
        ours = command is not None and command[0] in KNOWN
        return bool(ours or places.answered(message, self.bot.id) or self._names_us(message.text or message.caption or ""))

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
        asked = replace(event(at, str(update), name, rest), message=str(message.message_id))
        if not private and name == "start":
            self._reply(message, self._words(user).text("telegram-group-welcome", forum="yes" if chat.is_forum else "no"))
            return
        if not private and isinstance(asked, Began):
            if await self._refuses(update, at):
                return
            thread = await self._rooms.room(message, user, asked.idea) if asked.idea else threads.chain(places.topic_of(message), message.message_id)
            asked = replace(asked, at=places.address(chat, user, thread, admin=at.admin))
        elif not private and not at.thread and isinstance(asked, Called) and asked.command in ABOUT_FILMS and not asked.args.get("film"):
            asked = replace(asked, at=places.address(chat, user, await places.latest_thread(at), admin=at.admin))
        await self._turn(chat.id, asked)

    async def _refuses(self, update: int, at: Address) -> bool:
        """Whether no film may be begun there by this person; then they alone are told why."""
        no = await self.engine.may_begin(at)
        if no is not None:
            self._later(int(at.place), lambda: self._refused(at, update, no))
        return no is not None

    async def _refused(self, at: Address, update: int, view: View) -> None:
        to = Target(at.platform, at.place, at.place_kind, at.thread, at.person, at.person_name, best(at.language))
        await self.chat.send(to, view, nonce=f"refused {update}", notify=False)

    async def _roomed(self, message: Message, user: User, event: E) -> E | None:
        """The event with a room of its own for the film that it begins in a group. None: no film may begin there, which was told."""
        idea = await self.engine.begins(event) if message.chat.type != Chat.PRIVATE else None
        if idea is None or not (message.chat.is_forum or await self.engine.is_taken(event.at)):
            return event
        if await self._refuses(int(event.update_id), event.at):
            return None
        return replace(event, at=replace(event.at, fresh_thread=await self._rooms.room(message, user, idea)))

    def _reply(self, message: Message, text: str, link: tuple[str, str] | None = None) -> None:
        self._later(message.chat.id, lambda: self.chat.reply(message, text, link))

    # ------------------------------------------------------------ what people press

    async def _pressed(self, update: int, query: CallbackQuery) -> None:
        if query.message is None:  # of an inline message, which we never send
            await self._answer(query)
            return
        chat, data = query.message.chat, keyboard.read(query.data or "")
        owed = await places.post_of(chat.id, query.message.message_id)
        at = await self._where(chat, query.from_user, owed)
        if data and data.kind == "menu" and owed:
            self._later(chat.id, lambda: self._menu(query, owed, data, at))
            return
        if data and data.kind == "choose":
            value = await self._menus.value(owed, data) if owed else None
            if value is None:
                self._later(chat.id, lambda: self._closed(query, owed))
                return
            asked: Pressed | Chosen = Chosen(at, str(update), data.action, value)
        else:
            asked = Pressed(at, str(update), data.action if data else (query.data or "")[:64])
        if chat.id > 0:
            early = asyncio.create_task(self._answer(query))
            self._tasks.add(early)
            early.add_done_callback(self._tasks.discard)
        if isinstance(query.message, Message):
            roomed = await self._roomed(query.message, query.from_user, asked)
            if roomed is None:
                self._later(chat.id, lambda: self._answer(query))
                return
            asked = roomed
        posts = await self.engine.turn(asked)
        opened = bool(data and data.kind == "choose") or (isinstance(query.message, Message) and keyboard.shows_more(query.message.reply_markup))
        self._later(chat.id, lambda: self._shown(query, posts, owed if opened else None))

    async def _where(self, chat: Chat, user: User, owed: Owed | None) -> Address:
        if owed and owed.place.outside_id != str(chat.id):
            return places.elsewhere(owed, user)
        return places.address(chat, user, owed.post.thread if owed else "", admin=await self._manages(chat, user))

    async def _shown(self, query: CallbackQuery, posts: Sequence[Post], menu_of: Owed | None) -> None:
        """Show what a press led to, and answer it in a group. A menu that stands open closes, unless its message was shown anew."""
        assert query.message
        if query.message.chat.id > 0:
            await self.showing.now(posts)
        else:
            with answering() as private:
                showing = asyncio.create_task(self.showing.now(posts))
                await asyncio.wait({showing}, timeout=ANSWER_S)
                private.waiting = False
                await self._answer(query, private.text)
                await showing
        if menu_of and (now := await owed_by_id(menu_of.post.id)) and (now.post.ref, now.post.shown_hash) == (menu_of.post.ref, menu_of.post.shown_hash):
            await self._menus.close(now)

    async def _menu(self, query: CallbackQuery, owed: Owed, data: Data, at: Address) -> None:
        """Open a menu, turn its page, or close it. It is the post's person's alone."""
        if not await self._menus.may(owed, at):
            await self._answer(query, self._words(query.from_user).text("error-not-your-button"))
            return
        early = asyncio.create_task(self._answer(query))
        try:
            await self._menus.show(owed, data)
        finally:
            await early

    async def _closed(self, query: CallbackQuery, owed: Owed | None) -> None:
        """The entry that was pressed is not there any more."""
        await self._answer(query, self._words(query.from_user).text("telegram-menu-changed"))
        if owed:
            await self._menus.close(owed)

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
