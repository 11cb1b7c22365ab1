"""The people, chats and messages of the fake Telegram: what stands where, who may do what, how fast one may write.

The Bot API stands on top of it; tests act as people through `people.FakeUser`.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.people import BOT_NAME, FakeUser, Query
from tests.fakes.telegram.rules import Refused, bad

BOT_ID = 7_000_000_001
BURST = 3
"""So many messages a chat takes at once before one a second counts."""
GROUP_PER_MINUTE = 20
ALL_PER_SECOND = 30
QUERY_S = 60.0
DELETABLE_S = 48 * 3600.0


@dataclass
class Message:
    """A message as it stands now, in the Bot API's own fields. `history` is every look it has had."""

    chat: int
    id: int
    by_bot: bool
    fields: dict[str, Any]
    at: float
    files: list[str] = field(default_factory=list)
    deleted: bool = False
    history: list[dict[str, Any]] = field(default_factory=list)
    silent: bool = False
    after: int = 0
    """How many drafts had been streamed there before it."""

    @property
    def text(self) -> str:
        """Its text or caption."""
        return str(self.fields.get("text") or self.fields.get("caption") or "")

    @property
    def kind(self) -> str:
        """text, photo, video, audio, voice, document, or the service message's field."""
        return next((kind for kind in ("photo", "video", "audio", "voice", "video_note", "document", "text") if kind in self.fields), "service")

    @property
    def topic(self) -> int | None:
        """The forum topic it stands in."""
        return self.fields.get("message_thread_id")

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """All its inline buttons, row by row."""
        return [button for row in self.rows for button in row]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """Its inline keyboard."""
        markup = self.fields.get("reply_markup") or {}
        return list(markup.get("inline_keyboard", []))

    @property
    def asks_reply(self) -> bool:
        """Whether it opens the reply field at its person."""
        return bool((self.fields.get("reply_markup") or {}).get("force_reply"))

    def public(self) -> dict[str, Any]:
        """The message as the API gives it."""
        shown = {key: value for key, value in self.fields.items() if key != "reply_markup" or "inline_keyboard" in value}
        return {"message_id": self.id, "date": int(self.fields["date"]), **shown}


@dataclass(frozen=True)
class Draft:
    """A look of a message that is being written. It is seen for 30 seconds, or until the next message."""

    id: int
    text: str
    at: float


@dataclass
class Chat:
    """A private chat, group, supergroup or forum."""

    id: int
    type: str
    title: str = ""
    forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    """Status by user id: creator, administrator, member, left, kicked."""
    rights: set[str] = field(default_factory=lambda: {"send", "media"})
    """What the bot may do: send, media, pin, topics, delete."""
    topics: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    drafts: list[Draft] = field(default_factory=list)
    """Everything that was streamed there, in order."""
    messages: dict[int, Message] = field(default_factory=dict)
    bot: str = "member"
    """The bot's own status."""

    @property
    def public(self) -> dict[str, Any]:
        """The chat as messages carry it."""
        shown: dict[str, Any] = {"id": self.id, "type": self.type}
        if self.type == "private":
            return shown | {"first_name": self.title}
        return shown | {"title": self.title} | ({"is_forum": True} if self.forum else {})


@dataclass
class StoredFile:
    """A file the service keeps."""

    id: str
    unique: str
    kind: str
    name: str
    content: bytes
    size: int


class World:
    """Everything there is. `clock` gives seconds; `flood` turns the limits on and off."""

    def __init__(self, clock: Callable[[], float], *, flood: bool = True) -> None:
        self.clock, self.flood = clock, flood
        self.ids = itertools.count(1000)
        self.users: dict[int, FakeUser] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.invoices: list[dict[str, Any]] = []
        self.checkouts: dict[str, dict[str, Any]] = {}
        self.stars: list[dict[str, Any]] = []
        self.star_plans: dict[str, dict[str, Any]] = {}
        self.updates: deque[dict[str, Any]] = deque()
        self.arrived: Callable[[], None] = lambda: None
        self.allowed: set[str] | None = None
        self.privacy = True
        self.me = {"id": BOT_ID, "is_bot": True, "first_name": "Sysrai", "username": BOT_NAME, "can_join_groups": True,
                   "can_read_all_group_messages": False, "supports_inline_queries": False}  # fmt: skip
        self._update_id = 500_000
        self._message_id = itertools.count(1)
        self._levels: dict[int, tuple[float, float]] = {}
        self._sent: dict[int, deque[float]] = {}
        self._sent_all: deque[float] = deque()

    def date(self) -> int:
        """Now, as Telegram writes it."""
        return 1_790_000_000 + int(self.clock())

    # ------------------------------------------------------------ people and places

    def user(self, name: str, *, language: str = "en", id: int | None = None) -> FakeUser:
        """Somebody who has not met the bot yet."""
        found = FakeUser(self, id or next(self.ids) + 100_000, name, language)
        self.users[found.id] = found
        self.chats[found.id] = Chat(found.id, "private", name)
        return found

    def group(self, title: str, *members: FakeUser, forum: bool = False, supergroup: bool = True, admin: bool = False) -> Chat:
        """A group with these people and the bot in it; the first of them made it. `admin`: the bot may pin, delete and make topics."""
        id = -1_000_000_000_000 - next(self.ids) if supergroup or forum else -next(self.ids)
        chat = Chat(id, "supergroup" if supergroup or forum else "group", title, forum=forum)
        chat.members = {one.id: "member" if n else "creator" for n, one in enumerate(members)}
        if admin:
            chat.bot = "administrator"
            chat.rights |= {"pin", "topics", "delete"}
        self.chats[id] = chat
        return chat

    def topic(self, chat: Chat, name: str) -> int:
        """A topic that people made."""
        message = self.add(chat, {"forum_topic_created": {"name": name, "icon_color": 7322096}}, by=None)
        message.fields |= {"message_thread_id": message.id, "is_topic_message": True}
        chat.topics[message.id] = name
        return message.id

    def migrate(self, chat: Chat, *, tell: bool = True) -> Chat:
        """The group becomes a supergroup under another id. `tell` False: the service messages are still under way."""
        new = Chat(-1_000_000_000_000 - next(self.ids), "supergroup", chat.title, members=dict(chat.members), rights=set(chat.rights), bot=chat.bot)
        self.chats[new.id] = new
        chat.migrated_to = new.id
        if tell:
            self.tell_migration(chat, new)
        return new

    def tell_migration(self, chat: Chat, new: Chat) -> None:
        """The two service messages of a migration."""
        somebody = self.users[next(iter(chat.members))]
        self.update({"message": self.add(chat, {"migrate_to_chat_id": new.id}, by=somebody).public()})
        self.update({"message": self.add(new, {"migrate_from_chat_id": chat.id}, by=somebody).public()})

    def adds_bot(self, chat: Chat, by: FakeUser) -> int:
        """The bot is taken into a group."""
        shown = [{"user": self.me, "status": one} | ({"until_date": 0} if one == "left" else {}) for one in ("left", "member")]
        shown[0].pop("until_date", None)
        return self.update(
            {"my_chat_member": {"chat": chat.public, "from": by.public, "date": self.date(), "old_chat_member": shown[0], "new_chat_member": shown[1]}}
        )

    def bot_sees(self, chat: Chat, message: Message, reply_to: Message | None) -> bool:
        """What reaches a bot in a group: with privacy mode on only commands, replies to it and service messages."""
        if chat.bot == "administrator" or not self.privacy:
            return True
        text = message.text
        if message.kind == "service":
            return True
        if text.startswith("/"):
            named = re.match(r"/\w+@(\w+)", text)
            return named is None or named[1].lower() == BOT_NAME
        return bool(reply_to and reply_to.by_bot)

    # ------------------------------------------------------------ messages and updates

    def takes_stars(self, user: FakeUser, invoice: dict[str, Any], *, tell: bool = True, charge: str = "", until: int | None = None) -> str:
        """Somebody's Stars arrive: a transaction, and (`tell`) the message about it. For a plan also every 30 days again. Returns the charge's id."""
        first = charge == ""
        charge = charge or f"charge-{next(self.ids)}"
        amount, period = invoice["prices"][0]["amount"], invoice.get("subscription_period")
        source = {"type": "user", "transaction_type": "invoice_payment", "user": user.public, "invoice_payload": invoice["payload"]}
        self.stars.append({"id": charge, "amount": amount, "date": self.date(), "source": source | ({"subscription_period": period} if period else {})})
        paid = {"currency": "XTR", "total_amount": amount, "invoice_payload": invoice["payload"], "telegram_payment_charge_id": charge,
                "provider_payment_charge_id": f"provider-{charge}"}  # fmt: skip
        if period:
            paid |= {"subscription_expiration_date": until or self.date() + period, "is_recurring": True} | ({"is_first_recurring": True} if first else {})
            if first:
                self.star_plans[charge] = {"user": user, "invoice": invoice, "canceled": False}
        if tell:
            self.update({"message": self.add(user.chat, {"successful_payment": paid}, by=user).public()})
        return charge

    def gives_stars_back(self, charge: str, *, tell: bool = True) -> None:
        """The Stars of a charge go back."""
        paid = next(one for one in self.stars if one["id"] == charge)
        receiver = {key: value for key, value in paid["source"].items() if key != "subscription_period"}
        self.stars.append({"id": charge, "amount": paid["amount"], "date": self.date(), "receiver": receiver})
        if tell:
            back = {"currency": "XTR", "total_amount": paid["amount"], "invoice_payload": receiver["invoice_payload"], "telegram_payment_charge_id": charge}
            user = self.chats[receiver["user"]["id"]]
            self.update({"message": self.add(user, {"refunded_payment": back}, by=None).public()})

    def add(self, chat: Chat, fields: dict[str, Any], *, by: FakeUser | None) -> Message:
        """A message, by somebody or by the bot."""
        id = next(self._message_id) if chat.type in ("private", "group") else max(chat.messages, default=1) + 1
        who = by.public if by else {key: self.me[key] for key in ("id", "is_bot", "first_name", "username")}
        message = Message(chat.id, id, by is None, {"date": self.date(), "chat": chat.public, "from": who, **fields}, self.clock())
        chat.messages[id] = message
        return message

    def update(self, body: dict[str, Any], update_id: int | None = None) -> int:
        """Something for the bot to know. Kinds it did not ask for are not kept."""
        if self.allowed is not None and not set(body) & self.allowed:
            return 0
        if update_id is None:
            self._update_id += 1
            update_id = self._update_id
        self.updates.append({"update_id": update_id, **body})
        self.arrived()
        return update_id

    def store(self, content: bytes, kind: str, name: str, *, size: int | None = None) -> StoredFile:
        """Keep a file."""
        n = next(self.ids)
        file = StoredFile(f"AgAC{kind}-{n}", f"u{n}", kind, name, content, len(content) if size is None else size)
        self.files[file.id] = file
        return file

    # ------------------------------------------------------------ rights and pace

    def chat_to(self, id: Any) -> Chat:
        """The chat the bot may write to. Raises Refused with the reason why not."""
        chat = self.chats.get(id) if isinstance(id, int) else None
        if chat is None:
            raise bad("chat not found")
        if chat.migrated_to:
            raise Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.type == "private":
            user = self.users[chat.id]
            if user.deactivated:
                raise Refused(403, "Forbidden: user is deactivated")
            if user.blocked:
                raise Refused(403, "Forbidden: bot was blocked by the user")
            if not user.started:
                raise Refused(403, "Forbidden: bot can't initiate conversation with a user")
        elif chat.bot in ("kicked", "left"):
            raise Refused(403, f"Forbidden: bot {'was kicked from' if chat.bot == 'kicked' else 'is not a member of'} the {chat.type} chat")
        return chat

    def may(self, chat: Chat, right: str, refusal: str) -> None:
        """Whether the bot has this right there. Raises Refused."""
        if chat.type != "private" and right not in chat.rights:
            raise bad(refusal)

    def pace(self, chat: Chat, messages: int = 1) -> None:
        """Count messages or edits against the limits. Raises Refused with the seconds to wait."""
        if not self.flood:
            return
        now = self.clock()
        self._all(now, messages)
        if chat.type == "private":
            level, at = self._levels.get(chat.id, (float(BURST), now))
            level = min(float(BURST), level + now - at)
            if level < 1:
                raise _too_many(1 - level)
            self._levels[chat.id] = (level - messages, now)
            return
        sent = self._sent.setdefault(chat.id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        if len(sent) >= GROUP_PER_MINUTE:
            raise _too_many(sent[0] + 60 - now)
        sent.extend([now] * messages)

    def _all(self, now: float, messages: int) -> None:
        while self._sent_all and self._sent_all[0] <= now - 1:
            self._sent_all.popleft()
        if len(self._sent_all) >= ALL_PER_SECOND:
            raise _too_many(self._sent_all[0] + 1 - now)
        self._sent_all.extend([now] * messages)


def _too_many(wait_s: float) -> Refused:
    wait = max(1, math.ceil(wait_s))
    return Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
