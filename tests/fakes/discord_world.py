"""What exists in the fake Discord: people, servers, channels, messages, interactions, and how the API writes them. Used by `discord` beside it."""

from __future__ import annotations

import itertools
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.fakes.discord_rules import EPHEMERAL, FILE_BYTES, LOADING

EPOCH_MS = 1_420_070_400_000
TEXT_CHANNEL, DM, VOICE, GROUP_DM, CATEGORY, NEWS, PUBLIC_THREAD, FORUM = 0, 1, 2, 3, 4, 5, 11, 15
MANAGE_CHANNELS, MANAGE_GUILD, VIEW, SEND, MANAGE_MESSAGES, EMBED, ATTACH, HISTORY = 1 << 4, 1 << 5, 1 << 10, 1 << 11, 1 << 13, 1 << 14, 1 << 15, 1 << 16
USE_COMMANDS, MANAGE_THREADS, PUBLIC_THREADS, SEND_IN_THREADS, PIN = 1 << 31, 1 << 34, 1 << 35, 1 << 38, 1 << 51
BOT_PERMISSIONS = VIEW | SEND | EMBED | ATTACH | HISTORY | PUBLIC_THREADS | SEND_IN_THREADS | PIN
THREADS_MAX = 1000
CHANNELS_MAX = 500

_count = itertools.count()


def snowflake(now: float | None = None) -> int:
    """A new id, which tells when it was made."""
    return int((now or time.time()) * 1000 - EPOCH_MS) << 22 | next(_count) % (1 << 22)


def stamp(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).isoformat()


@dataclass
class User:
    """Somebody. `dm_closed`: takes no direct messages from us."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    dm_closed: bool = False

    @property
    def json(self) -> dict[str, Any]:
        return {
            "id": str(self.id), "username": self.name.lower(), "global_name": self.name, "discriminator": "0000" if self.bot else "0",
            "avatar": None, "bot": self.bot,
        }  # fmt: skip


@dataclass
class Guild:
    """A server. `roles` maps role ids to permissions; `members` maps users to their roles. The bot has `bot_permissions` everywhere."""

    id: int
    name: str
    owner: int
    tier: int = 0
    has_bot: bool = True
    bot_permissions: int = BOT_PERMISSIONS
    roles: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)

    def permissions(self, user: int) -> int:
        """What a member may do."""
        return (VIEW | SEND | USE_COMMANDS) | sum(self.roles.get(role, 0) for role in self.members.get(user, [])) | (MANAGE_GUILD if user == self.owner else 0)

    def member(self, user: User) -> dict[str, Any]:
        return {
            "roles": [str(role) for role in self.members.get(user.id, [])],
            "nick": None, "avatar": None, "joined_at": "2024-01-01T00:00:00+00:00", "deaf": False,
            "mute": False, "flags": 0, "pending": False, "premium_since": None, "communication_disabled_until": None,
        }  # fmt: skip


@dataclass(frozen=True)
class Role:
    """A role of a server, as an option of a command."""

    id: int
    name: str

    @property
    def json(self) -> dict[str, Any]:
        colours = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
        return {
            "id": str(self.id), "name": self.name, "permissions": "0", "color": 0, "colors": colours, "hoist": False, "position": 1, "managed": False,
            "mentionable": False, "flags": 0,
        }  # fmt: skip


@dataclass
class Channel:
    """A channel, thread or direct messages. `denied`: permissions taken from the bot here. `parent` of a thread."""

    id: int
    kind: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    recipient: User | None = None
    denied: int = 0
    archived: bool = False
    locked: bool = False
    thread_owner: int = 0
    people: set[int] = field(default_factory=set)
    pins: list[int] = field(default_factory=list)
    overwrites: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_thread(self) -> bool:
        return self.kind == PUBLIC_THREAD

    @property
    def allowed(self) -> int:
        """What the bot may do here."""
        if self.guild is None:
            return VIEW | SEND | ATTACH | HISTORY | EMBED | PIN
        return (self.guild.bot_permissions if self.guild.has_bot else 0) & ~self.denied & ~(self.parent.denied if self.parent else 0)

    @property
    def filesize(self) -> int:
        return FILE_BYTES[self.guild.tier if self.guild else 0]

    def json(self, full: bool = True) -> dict[str, Any]:
        found: dict[str, Any] = {"id": str(self.id), "type": self.kind, "last_message_id": None}
        if self.kind == DM:
            return found | {"recipients": [self.recipient.json] if self.recipient else []}
        if self.kind == GROUP_DM:
            return found | {"recipients": [], "name": self.name, "icon": None, "owner_id": "1"}
        assert self.guild
        found |= {"name": self.name, "guild_id": str(self.guild.id), "parent_id": str(self.parent.id) if self.parent else None, "flags": 0}
        if self.is_thread:
            return found | {
                "owner_id": str(self.thread_owner), "message_count": 0, "member_count": len(self.people), "rate_limit_per_user": 0, "total_message_sent": 0,
                "thread_metadata": {
                    "archived": self.archived, "auto_archive_duration": 10080, "archive_timestamp": "2026-01-01T00:00:00+00:00", "locked": self.locked,
                    "create_timestamp": "2026-01-01T00:00:00+00:00",
                },
            }  # fmt: skip
        more: dict[str, Any] = {"position": 0, "permission_overwrites": self.overwrites, "nsfw": False, "topic": None, "rate_limit_per_user": 0}
        if self.kind == VOICE:
            more |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
        if self.kind == FORUM:
            more |= {
                "available_tags": [],
                "default_reaction_emoji": None,
                "default_sort_order": None,
                "default_forum_layout": 0,
                "default_auto_archive_duration": 10080,
            }
        return found | more


@dataclass
class Attachment:
    id: int
    name: str
    data: bytes
    description: str | None = None
    url: str = ""
    claims: int | None = None
    """Its size as it is told, where that is not the truth."""

    @property
    def json(self) -> dict[str, Any]:
        size = len(self.data) if self.claims is None else self.claims
        return {
            "id": str(self.id), "filename": self.name, "size": size, "url": self.url, "proxy_url": self.url, "description": self.description,
            "content_type": "application/octet-stream",
        }  # fmt: skip


@dataclass
class Message:
    """A message as it is now. `only_for`: whom an ephemeral one is shown to. `edits` counts how often it was changed."""

    id: int
    channel: Channel
    author: User
    content: str = ""
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    nonce: str | None = None
    pings: set[int] = field(default_factory=set)
    mentions: list[User] = field(default_factory=list)
    reply_to: int | None = None
    only_for: int | None = None
    token: str = ""
    made_at: float = 0.0
    edits: int = 0
    edited_at: list[float] = field(default_factory=list)
    thread: Channel | None = None
    deleted: bool = False
    more: dict[str, Any] = field(default_factory=dict)
    """What else it carries: stickers, a poll, messages that it passes on."""

    @property
    def loading(self) -> bool:
        return bool(self.flags & LOADING)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    def json(self, *, blind: bool = False) -> dict[str, Any]:
        """As the API writes it. `blind`: without what only the message content intent shows."""
        found: dict[str,
        Any] = {
            "id": str(self.id), "channel_id": str(self.channel.id), "author": self.author.json, "content": "" if blind else self.content,
            "timestamp": stamp(self.made_at), "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": [one.json for one in self.mentions],
            "mention_roles": [], "attachments": [] if blind else [one.json for one in self.attachments], "embeds": [], "pinned": self.id in self.channel.pins,
            "type": 19 if self.reply_to else 0, "flags": self.flags, "components": [] if blind else self._components(),
        }  # fmt: skip
        if self.reply_to:
            found["message_reference"] = {"message_id": str(self.reply_to), "channel_id": str(self.channel.id), "type": 0}
        if self.nonce:
            found["nonce"] = self.nonce
        return found | self.more

    def _components(self) -> list[dict[str, Any]]:
        urls = {one.name: one for one in self.attachments}
        numbers = itertools.count(1)

        def served(value: Any) -> Any:
            if isinstance(value, list):
                return [served(one) for one in value]
            if isinstance(value, dict):
                made = {key: served(one) for key, one in value.items()}
                if str(made.get("url", "")).startswith("attachment://"):
                    file = urls[made["url"].removeprefix("attachment://")]
                    made |= {"url": file.url, "proxy_url": file.url, "attachment_id": str(file.id), "loading_state": 2, "flags": 0}
                if "type" in made:
                    made.setdefault("id", next(numbers))
                if made.get("type") == 13:
                    made |= {"name": "file", "size": 1}
                return made
            return value

        found: list[dict[str, Any]] = served(self.components)
        return found

    # What a person sees

    @property
    def parts(self) -> list[dict[str, Any]]:
        """All components, in the order they are seen."""

        def walk(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
            found = []
            for one in components:
                found.append(one)
                found += walk(one.get("components", []))
                found += walk([one["accessory"]] if "accessory" in one else [])
            return found

        return walk(self.components)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [one for one in self.parts if one["type"] == 2]

    @property
    def menus(self) -> list[dict[str, Any]]:
        return [one for one in self.parts if one["type"] == 3]

    @property
    def text(self) -> str:
        """The words, as they were written in Discord's markup."""
        return "\n".join([self.content] * bool(self.content) + [one["content"] for one in self.parts if one["type"] == 10])

    @property
    def read(self) -> str:
        """The words as they are read: escapes undone."""
        return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", self.text).replace("\u200b", "")

    @property
    def shown(self) -> str:
        """The whole message as text, to look at."""
        lines = []
        for one in self.parts:
            match one["type"]:
                case 10:
                    lines.append(re.sub(r"\\([^0-9A-Za-z\s])", r"\1", one["content"]))
                case 12:
                    lines.append(
                        "  ".join(f"🖼 {item['media']['url'].removeprefix('attachment://')} ({item.get('description') or ''})" for item in one["items"])
                    )
                case 13:
                    lines.append(f"📄 {one['file']['url'].removeprefix('attachment://')}")
                case 1:
                    row = []
                    for child in one["components"]:
                        if child["type"] == 2:
                            mark = {1: "▶ ", 4: "✖ ", 5: "↗ "}.get(child["style"], "")
                            row.append(f"[{mark}{child['label']}]")
                        else:
                            chosen = next((o["label"] for o in child["options"] if o.get("default")), "")
                            row.append(f"[{chosen or child['placeholder']} ▾]")
                    lines.append(" ".join(row))
        if self.content:
            lines.insert(0, self.content)
        if not any(one["type"] in (12, 13) for one in self.parts):
            lines += [f"🔊 {one.name}" for one in self.attachments]
        return "\n".join(lines)


@dataclass
class Interaction:
    """Something a person did with the bot, and what became of it. `answer` is the callback's type, `modal` the form it showed."""

    id: int
    token: str
    kind: int
    user: User
    channel: Channel
    made_at: float
    message: Message | None = None
    answer: int | None = None
    answered_at: float | None = None
    modal: dict[str, Any] | None = None
    choices: list[dict[str, Any]] | None = None
    original: Message | None = None
    custom_id: str = ""

    @property
    def answered(self) -> bool:
        return self.answer is not None
