"""The fake Discord's routes: each handler checks what the service checks, in its order, and changes the world. Used by `discord` beside it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.fakes import discord_rules as rules
from tests.fakes import discord_world as world
from tests.fakes.discord_rules import EPHEMERAL, LOADING, V2, Refused, form, only
from tests.fakes.discord_world import Attachment, Channel, Interaction, Message

if TYPE_CHECKING:
    from tests.fakes.discord import Asked, FakeDiscord

TOKEN_S = 15 * 60.0
NONCE_S = 180.0
OLD_S = 3600.0
PINS_MAX = 250
ARCHIVE_MINUTES = (60, 1440, 4320, 10080)


def channel_of(discord: FakeDiscord, id: str, needs: int = 0) -> Channel:
    """A channel in which the bot may do this."""
    found = discord.channels.get(int(id))
    if found is None:
        raise Refused(10003)
    if not found.allowed & world.VIEW:
        raise Refused(50001)
    if needs & ~found.allowed:
        raise Refused(50013)
    return found


def message_of(discord: FakeDiscord, channel: Channel, id: str) -> Message:
    """A message that everybody in the channel sees."""
    found = discord.messages.get(int(id))
    if found is None or found.channel is not channel or found.only_for is not None:
        raise Refused(10008)
    return found


def _fill(discord: FakeDiscord, message: Message, asked: Asked) -> None:
    """Put what was asked into a message that passed the checks."""
    body = asked.body or {}
    message.content = body.get("content", message.content) or ""
    message.components = body.get("components", message.components) or []
    message.flags |= int(body.get("flags") or 0)
    if "attachments" in body or asked.files:
        told = body.get("attachments", [{"id": n} for n in asked.files])
        kept = {str(one.id): one for one in message.attachments}
        message.attachments = []
        for one in told:
            if str(one["id"]) in kept:
                message.attachments.append(kept[str(one["id"])])
                continue
            name, data = asked.files[int(one["id"])]
            made = Attachment(world.snowflake(), name, data, one.get("description"))
            made.url = f"{discord.base}/cdn/attachments/{message.channel.id}/{made.id}/{name}"
            message.attachments.append(made)
    text = message.text
    named = {int(id) for id in re.findall(r"<@!?(\d+)>", text)}
    message.mentions = [discord.users[id] for id in named if id in discord.users]


def _pings(discord: FakeDiscord, message: Message, told: dict[str, Any] | None) -> None:
    """Whom a new message notifies. Whoever sends without saying whom would notify everybody named."""
    named = {one.id for one in message.mentions}
    if told is None:
        if named or "@everyone" in message.text:
            discord.complaints.append(f"a message mentions {named} without allowed_mentions")
        message.pings = named
        return
    message.pings = named if "users" in told.get("parse", []) else named & {int(id) for id in told.get("users") or []}


def _sizes(asked: Asked) -> dict[int, tuple[str, int]]:
    return {n: (name, len(data)) for n, (name, data) in asked.files.items()}


async def login(discord: FakeDiscord, asked: Asked) -> Any:
    return discord.bot.json | {"verified": True, "mfa_enabled": True, "flags": 0, "email": None}


async def application(discord: FakeDiscord, asked: Asked) -> Any:
    return {
        "id": str(discord.bot.id), "name": "Sysrai", "icon": None, "description": "", "bot_public": True, "bot_require_code_grant": False, "verify_key": "00",
        "flags": 0, "hook": True, "team": None, "owner": discord.bot.json, "interactions_endpoint_url": None, "redirect_uris": [],
    }  # fmt: skip


async def gateway_bot(discord: FakeDiscord, asked: Asked) -> Any:
    start = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 16}
    return {"url": discord.gateway_url, "shards": discord.shards, "session_start_limit": start}


async def put_commands(discord: FakeDiscord, asked: Asked) -> Any:
    rules.check_commands(asked.body)
    discord.commands = [one | {"id": str(world.snowflake()), "application_id": str(discord.bot.id), "version": "1"} for one in asked.body]
    return [
        one
        | {"type": one.get("type", 1), "default_member_permissions": str(one["default_member_permissions"]) if one.get("default_member_permissions") else None}
        for one in discord.commands
    ]


# Messages


async def post_message(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    if channel.recipient and channel.recipient.dm_closed:
        raise Refused(50007)
    if channel.kind == world.FORUM:
        raise Refused(50024)
    if (world.SEND_IN_THREADS if channel.is_thread else world.SEND) & ~channel.allowed:
        raise Refused(50013)
    if asked.files and not channel.allowed & world.ATTACH:
        raise Refused(50013)
    if channel.locked and not channel.allowed & world.MANAGE_THREADS:
        raise Refused(160005)
    rules.check_message(asked.body, _sizes(asked), fields=rules.POST_FIELDS, limit=channel.filesize)
    nonce = asked.body.get("nonce")
    if nonce is not None and asked.body.get("enforce_nonce"):
        known = discord.nonces.get((channel.id, str(nonce)))
        if known and discord.now() - known.made_at < NONCE_S:
            return known.json()
    if channel.archived:
        channel.archived = False
        discord.gateway.tell(channel.guild, "THREAD_UPDATE", channel.json())
    message = Message(world.snowflake(), channel, discord.bot, nonce=str(nonce) if nonce is not None else None, made_at=discord.now())
    _fill(discord, message, asked)
    _pings(discord, message, asked.body.get("allowed_mentions"))
    discord.messages[message.id] = message
    if nonce is not None:
        discord.nonces[channel.id, str(nonce)] = message
    discord.gateway.tell_message(message)
    return message.json()


async def edit_message(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    message = message_of(discord, channel, asked.at["message"])
    if message.author is not discord.bot:
        raise Refused(50005)
    if channel.archived:
        raise Refused(50083)
    old = [at for at in message.edited_at if at > discord.now() - OLD_S]
    if discord.now() - message.made_at > OLD_S and len(old) >= 30:
        raise Refused(30046)
    _edit(discord, message, asked, channel.filesize)
    return message.json()


def _edit(discord: FakeDiscord, message: Message, asked: Asked, limit: int) -> None:
    was_v2 = bool(message.flags & V2)
    if was_v2 and "flags" in (asked.body or {}) and not int(asked.body["flags"] or 0) & V2:
        raise form("flags", "MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2")
    before = {"flags": message.flags, "components": message.components, "content": message.content, "attachments": [one.json for one in message.attachments]}
    rules.check_message(asked.body, _sizes(asked), fields=rules.EDIT_FIELDS, limit=limit, before=before)
    _fill(discord, message, asked)
    message.edits += 1
    message.edited_at.append(discord.now())


async def delete_message(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    message = message_of(discord, channel, asked.at["message"])
    if channel.archived:
        raise Refused(50083)
    if message.author is not discord.bot and not channel.allowed & world.MANAGE_MESSAGES:
        raise Refused(50013)
    discord.delete_message(message)


async def pin(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    if not channel.allowed & (world.PIN | world.MANAGE_MESSAGES):
        raise Refused(50013)
    message = message_of(discord, channel, asked.at["message"])
    if message.id not in channel.pins:
        if len(channel.pins) >= PINS_MAX:
            raise Refused(30003)
        channel.pins.append(message.id)


# Channels and threads


async def get_channel(discord: FakeDiscord, asked: Asked) -> Any:
    return channel_of(discord, asked.at["channel"]).json()


async def edit_channel(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    only(asked.body, "name archived auto_archive_duration locked invitable rate_limit_per_user flags applied_tags" if channel.is_thread else "name topic", "")
    if channel.is_thread:
        if channel.locked and not channel.allowed & world.MANAGE_THREADS:
            raise Refused(50013)
        if not channel.allowed & (world.SEND_IN_THREADS | world.MANAGE_THREADS):
            raise Refused(50013)
        channel.archived = asked.body.get("archived", channel.archived)
        discord.gateway.tell(channel.guild, "THREAD_UPDATE", channel.json())
    elif not channel.allowed & world.MANAGE_CHANNELS:
        raise Refused(50013)
    if "name" in asked.body:
        rules.length(asked.body["name"], 1, 100, "name")
        channel.name = asked.body["name"]
    return channel.json()


CHANNEL_FIELDS = (
    "name type topic bitrate user_limit rate_limit_per_user position permission_overwrites parent_id nsfw rtc_region video_quality_mode "
    "default_auto_archive_duration default_reaction_emoji available_tags default_sort_order default_forum_layout default_thread_rate_limit_per_user"
)


def guild_of(discord: FakeDiscord, id: str) -> world.Guild:
    """A server in which the bot is."""
    found = discord.guilds.get(int(id))
    if found is None or not found.has_bot:
        raise Refused(10004)
    return found


async def make_channel(discord: FakeDiscord, asked: Asked) -> Any:
    guild = guild_of(discord, asked.at["guild"])
    if not guild.bot_permissions & world.MANAGE_CHANNELS:
        raise Refused(50013)
    body = only(asked.body, CHANNEL_FIELDS, "")
    rules.length(body.get("name"), 1, 100, "name")
    if body.get("type", 0) not in (world.TEXT_CHANNEL, world.VOICE, world.CATEGORY, world.NEWS, world.FORUM):
        raise form("type", "BASE_TYPE_CHOICES")
    for n, one in enumerate(body.get("permission_overwrites") or []):
        only(one, "id type allow deny", f"permission_overwrites.{n}")
        if one.get("type") not in (0, 1):
            raise form(f"permission_overwrites.{n}.type", "BASE_TYPE_CHOICES")
        if (int(one["allow"]) | int(one["deny"])) & ~guild.bot_permissions:
            raise Refused(50013)
    parent = discord.channels.get(int(body["parent_id"])) if body.get("parent_id") else None
    if body.get("parent_id") and (parent is None or parent.kind != world.CATEGORY or parent.guild is not guild):
        raise form("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category")
    if sum(one.guild is guild and not one.is_thread for one in discord.channels.values()) >= discord.channels_max:
        raise Refused(30013)
    made = discord.channel(guild, "-".join(body["name"].lower().split()), body.get("type", 0))
    given = body.get("permission_overwrites") or []
    made.overwrites = [{"id": str(one["id"]), "type": one["type"], "allow": str(one["allow"]), "deny": str(one["deny"])} for one in given]
    made.parent = parent
    return made.json()


async def get_member(discord: FakeDiscord, asked: Asked) -> Any:
    guild, user = guild_of(discord, asked.at["guild"]), discord.users.get(int(asked.at["user"]))
    if user is None or (user.id not in guild.members and user.id != guild.owner):
        raise Refused(10007)
    return guild.member(user) | {"user": user.json}


async def thread_on_message(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    if channel.kind not in (world.TEXT_CHANNEL, world.NEWS):
        raise Refused(50024)
    if not channel.allowed & world.PUBLIC_THREADS:
        raise Refused(50013)
    message = message_of(discord, channel, asked.at["message"])
    if message.thread:
        raise Refused(160004)
    thread = _new_thread(discord, channel, asked.body, "name auto_archive_duration rate_limit_per_user", message.id)
    message.thread = thread
    return thread.json()


async def thread_in_channel(discord: FakeDiscord, asked: Asked) -> Any:
    channel = channel_of(discord, asked.at["channel"])
    if not channel.allowed & (world.SEND if channel.kind == world.FORUM else world.PUBLIC_THREADS):
        raise Refused(50013)
    if channel.kind == world.FORUM:
        thread = _new_thread(discord, channel, asked.body, "name auto_archive_duration rate_limit_per_user message applied_tags type", world.snowflake())
        rules.check_message(asked.body["message"], _sizes(asked), fields=rules.POST_FIELDS, limit=channel.filesize)
        first = Message(thread.id, thread, discord.bot, made_at=discord.now())
        inner = type(asked)(asked.at, asked.body["message"], asked.files)
        _fill(discord, first, inner)
        _pings(discord, first, asked.body["message"].get("allowed_mentions"))
        discord.messages[first.id] = first
        return thread.json() | {"message": first.json()}
    if channel.kind not in (world.TEXT_CHANNEL, world.NEWS):
        raise Refused(50024)
    return _new_thread(discord, channel, asked.body, "name auto_archive_duration type invitable rate_limit_per_user", world.snowflake()).json()


def _new_thread(discord: FakeDiscord, channel: Channel, body: dict[str, Any], fields: str, id: int) -> Channel:
    only(body, fields, "")
    rules.length(body.get("name"), 1, 100, "name")
    if body.get("auto_archive_duration") not in (None, *ARCHIVE_MINUTES):
        raise form("auto_archive_duration", "BASE_TYPE_CHOICES")
    if sum(not one.archived for one in discord.channels.values() if one.is_thread and one.guild is channel.guild) >= discord.threads_max:
        raise Refused(160006)
    thread = Channel(id, world.PUBLIC_THREAD, body["name"], channel.guild, channel, thread_owner=discord.bot.id, people={discord.bot.id})
    discord.channels[thread.id] = thread
    discord.gateway.tell(channel.guild, "THREAD_CREATE", thread.json() | {"newly_created": True})
    return thread


async def add_to_thread(discord: FakeDiscord, asked: Asked) -> Any:
    thread = channel_of(discord, asked.at["channel"], world.SEND_IN_THREADS)
    if not thread.is_thread:
        raise Refused(50024)
    if thread.archived:
        raise Refused(50083)
    if int(asked.at["user"]) not in discord.users:
        raise Refused(10013)
    thread.people.add(int(asked.at["user"]))


async def open_dm(discord: FakeDiscord, asked: Asked) -> Any:
    only(asked.body, "recipient_id", "")
    user = discord.users.get(int(asked.body["recipient_id"]))
    if user is None:
        raise Refused(10013)
    if user is discord.bot:
        raise Refused(50007)
    return discord.dm(user).json()


# Interactions


async def callback(discord: FakeDiscord, asked: Asked) -> Any:
    found = discord.interactions.get(asked.at["token"])
    if found is None or str(found.id) != asked.at["interaction"]:
        raise Refused(10062)
    if found.answered:
        raise Refused(40060)
    if discord.now() - found.made_at > discord.answer_s:
        raise Refused(10062)
    only(asked.body, "type data", "")
    kind, data = asked.body.get("type"), asked.body.get("data") or {}
    allowed = {2: (4, 5, 9, 12), 3: (4, 5, 6, 7, 9, 12), 4: (8,), 5: (4, 5, 6, 7) if found.message else (4, 5)}[found.kind]
    if kind not in allowed:
        raise form("type", "INTERACTION_APPLICATION_COMMAND_CALLBACK_TYPE_INVALID" if kind in range(1, 13) else "BASE_TYPE_CHOICES")
    resource: dict[str, Any] = {"type": kind}
    if kind == 9:
        rules.check_modal(data)
        found.modal = data
    elif kind == 8:
        rules.check_choices(only(data, "choices", "data")["choices"], "data.choices")
        found.choices = data["choices"]
    elif kind in (4, 5):
        found.original = _whisper(discord, found, asked, data, loading=kind == 5)
        resource["message"] = found.original.json()
    elif kind == 7:
        assert found.message
        _edit(discord, found.message, type(asked)(asked.at, data, asked.files), found.channel.filesize)
        resource["message"] = found.message.json()
    elif kind == 6:
        only(data, "", "data")
        found.original = found.message
    found.answer, found.answered_at = kind, discord.now()
    told = {
        "id": str(found.id), "type": found.kind, "response_message_loading": kind == 5, "response_message_ephemeral": bool(data.get("flags", 0) & EPHEMERAL),
        "response_message_id": str(found.original.id) if found.original else None,
    }  # fmt: skip
    if asked.query.get("with_response") in ("1", "true"):
        return {"interaction": told, "resource": resource}
    return None


def _whisper(discord: FakeDiscord, found: Interaction, asked: Asked, data: dict[str, Any], *, loading: bool) -> Message:
    message = Message(world.snowflake(), found.channel, discord.bot, token=found.token, made_at=discord.now())
    if loading:
        only(data, "flags", "data")
        if int(data.get("flags") or 0) & ~(EPHEMERAL | V2 | 4 | 4096):
            raise form("data.flags", "BITFIELD_TYPE_INVALID")
        message.flags = int(data.get("flags") or 0) | LOADING
    else:
        rules.check_message(data, _sizes(asked), fields=rules.HOOK_FIELDS, limit=found.channel.filesize)
        _fill(discord, message, type(asked)(asked.at, data, asked.files))
        _pings(discord, message, data.get("allowed_mentions"))
    message.only_for = found.user.id if message.flags & EPHEMERAL else None
    discord.messages[message.id] = message
    return message


def _hook(discord: FakeDiscord, asked: Asked) -> Interaction:
    """The interaction behind a token that still counts."""
    if int(asked.at["app"]) != discord.bot.id:
        raise Refused(10015)
    found = discord.interactions.get(asked.at["token"])
    if found is None or discord.now() - found.made_at > TOKEN_S:
        raise Refused(50027)
    if not found.answered or found.answer in (8,):
        raise Refused(10015)
    return found


async def follow_up(discord: FakeDiscord, asked: Asked) -> Any:
    found = _hook(discord, asked)
    original = found.original
    if original and original.loading and not original.deleted:
        rules.check_message(asked.body, _sizes(asked), fields=rules.HOOK_FIELDS, limit=found.channel.filesize)
        kept = original.flags & EPHEMERAL
        _fill(discord, original, asked)
        original.flags = original.flags & ~(LOADING | EPHEMERAL) | kept
        _pings(discord, original, asked.body.get("allowed_mentions"))
        original.edits += 1
        return original.json()
    return _whisper(discord, found, asked, asked.body, loading=False).json()


def _hooked(discord: FakeDiscord, asked: Asked) -> Message:
    found = _hook(discord, asked)
    message = found.original if asked.at["message"] == "@original" else discord.messages.get(int(asked.at["message"]))
    if message is None or message.deleted or (message.token != found.token and message is not found.original):
        raise Refused(10008)
    return message


async def edit_hooked(discord: FakeDiscord, asked: Asked) -> Any:
    message = _hooked(discord, asked)
    _edit(discord, message, asked, message.channel.filesize)
    message.flags &= ~LOADING
    return message.json()


async def delete_hooked(discord: FakeDiscord, asked: Asked) -> Any:
    discord.delete_message(_hooked(discord, asked))


Handler = Callable[["FakeDiscord", "Asked"], Awaitable[Any]]
CHANNEL, MESSAGE, HOOK = r"/channels/(?P<channel>\d+)", r"/messages/(?P<message>\d+)", r"/webhooks/(?P<app>\d+)/(?P<token>[\w.-]+)"
ROUTES: list[tuple[str, str, Handler, bool]] = [
    ("GET", r"/users/@me", login, True),
    ("GET", r"/(oauth2/)?applications/@me", application, True),
    ("GET", r"/gateway/bot", gateway_bot, True),
    ("PUT", r"/applications/\d+/commands", put_commands, True),
    ("POST", CHANNEL + r"/messages", post_message, True),
    ("PATCH", CHANNEL + MESSAGE, edit_message, True),
    ("DELETE", CHANNEL + MESSAGE, delete_message, True),
    ("PUT", CHANNEL + r"/messages/pins/(?P<message>\d+)", pin, True),
    ("GET", CHANNEL, get_channel, True),
    ("POST", r"/guilds/(?P<guild>\d+)/channels", make_channel, True),
    ("GET", r"/guilds/(?P<guild>\d+)/members/(?P<user>\d+)", get_member, True),
    ("PATCH", CHANNEL, edit_channel, True),
    ("POST", CHANNEL + MESSAGE + r"/threads", thread_on_message, True),
    ("POST", CHANNEL + r"/threads", thread_in_channel, True),
    ("PUT", CHANNEL + r"/thread-members/(?P<user>\d+)", add_to_thread, True),
    ("POST", r"/users/@me/channels", open_dm, True),
    ("POST", r"/interactions/(?P<interaction>\d+)/(?P<token>[\w.-]+)/callback", callback, False),
    ("POST", HOOK, follow_up, False),
    ("PATCH", HOOK + r"/messages/(?P<message>\d+|@original)", edit_hooked, False),
    ("DELETE", HOOK + r"/messages/(?P<message>\d+|@original)", delete_hooked, False),
]
"""(method, path below /api/v10, handler, whether it asks for the bot's token)."""
