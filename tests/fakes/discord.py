"""A stand-in for Discord: its gateway and its API over real sockets, as strict as the service, spoken to by the real discord.py.

    async with FakeDiscord().running() as discord:
        guild = discord.guild("The Studio"); channel = discord.channel(guild, "films"); ana = discord.person("Ana", guild)
        ...                                              # a bot connects with discord.token, discord.api_url
        await ana.command(channel, "film new", idea="a keeper finds a letter")

A route or field that Discord does not document, a file nobody would see, a notice that nobody asked for is noted in `complaints`; leaving `running()` with
complaints fails the test. Refusals of the service (`discord_rules`, and the checks here) are answered with Discord's own codes
and counted in `refusals`. `skip(seconds)` moves the clock on.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from aiohttp import web

from tests.fakes import discord_world as world
from tests.fakes.discord_gateway import Gateway
from tests.fakes.discord_routes import ROUTES
from tests.fakes.discord_rules import Refused, Unknown
from tests.fakes.discord_world import Channel, Guild, Interaction, Message, User
from tests.fakes.serving import serving

T = TypeVar("T")

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GfAkE0.secret-of-the-fake-bot"
APPLICATION = 123456789012345678


@dataclass
class Limit:
    """A scripted 429 for the next calls of routes that match."""

    pattern: str
    times: int
    retry_after: float
    is_global: bool = False


@dataclass
class Call:
    """One request as it came in."""

    method: str
    path: str
    body: Any
    at: float


class FakeDiscord:
    """The service. People act through `person`; the bot speaks to `api_url`."""

    def __init__(self, *, shards: int = 1) -> None:
        self.token, self.shards = TOKEN, shards
        self.bot = User(APPLICATION, "Sysrai", bot=True)
        self.users: dict[int, User] = {self.bot.id: self.bot}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        self.refusals: Counter[int] = Counter()
        self.calls: list[Call] = []
        self.nonces: dict[tuple[int, str], Message] = {}
        self.threads_max, self.channels_max = world.THREADS_MAX, world.CHANNELS_MAX
        self.fails: deque[tuple[str, int]] = deque()
        """(pattern of a path, status) of calls that the service itself fails at."""
        self.limits: list[Limit] = []
        self.slow_s = 0.0
        self.answer_s = 3.0
        """An interaction that was not answered in this time is unknown."""
        self.done: Callable[[Call], None] = lambda call: None
        """Told of a call once it had its effect, before it is answered."""
        self.api_url = self.gateway_url = ""
        self.gateway = Gateway(self)
        self._skipped = 0.0
        self._changed = asyncio.Event()

    # The clock

    def now(self) -> float:
        """The time here."""
        return time.time() + self._skipped

    def skip(self, seconds: float) -> None:
        """Let time pass."""
        self._skipped += seconds

    # The world

    def person(self, name: str, *guilds: Guild, roles: tuple[int, ...] = (), locale: str = "en-US") -> Any:
        """Somebody who may act, a member of these servers."""
        from tests.fakes.discord_person import Person

        user = User(world.snowflake(), name, locale=locale)
        self.users[user.id] = user
        for guild in guilds:
            guild.members[user.id] = list(roles)
        return Person(self, user)

    def guild(self, name: str, *, tier: int = 0, has_bot: bool = True, owner: int = 1) -> Guild:
        """A server."""
        made = Guild(world.snowflake(), name, owner, tier, has_bot)
        self.guilds[made.id] = made
        if has_bot:
            self.gateway.tell(made, "GUILD_CREATE", self.guild_json(made))
        return made

    def channel(self, guild: Guild, name: str, kind: int = world.TEXT_CHANNEL) -> Channel:
        """A channel of a server."""
        made = Channel(world.snowflake(), kind, name, guild)
        self.channels[made.id] = made
        if guild.has_bot:
            self.gateway.tell(guild, "CHANNEL_CREATE", made.json())
        return made

    def entitle(self, user: User, sku: int, event: str = "CREATE", **more: Any) -> dict[str, Any]:
        """Somebody bought something in Discord's shop, or it changed: the gateway tells, whatever the intents."""
        bought = {
            "id": str(world.snowflake()), "sku_id": str(sku), "application_id": str(self.bot.id), "user_id": str(user.id), "type": 1, "deleted": False,
            "consumed": False, "starts_at": None, "ends_at": None, **more,
        }  # fmt: skip
        self.gateway.tell(None, f"ENTITLEMENT_{event}", bought, intent=0)
        return bought

    def delete_channel(self, channel: Channel) -> None:
        """A channel or thread disappears, with all that was in it."""
        for one in [one for one in self.channels.values() if one is channel or one.parent is channel]:
            del self.channels[one.id]
            self.gateway.tell(one.guild, "THREAD_DELETE" if one.is_thread else "CHANNEL_DELETE", one.json())

    def delete_message(self, message: Message) -> None:
        """A message disappears."""
        self.messages.pop(message.id).deleted = True
        self.changed()

    def dm(self, user: User) -> Channel:
        """The direct messages between somebody and the bot."""
        found = next((one for one in self.channels.values() if one.kind == world.DM and one.recipient is user), None)
        if found is None:
            found = Channel(world.snowflake(), world.DM, recipient=user)
            self.channels[found.id] = found
        return found

    def guild_json(self, guild: Guild) -> dict[str, Any]:
        """A server as the gateway tells of it."""
        mine = [one for one in self.channels.values() if one.guild is guild]
        return {
            "id": str(guild.id), "name": guild.name, "icon": None, "owner_id": str(guild.owner), "premium_tier": guild.tier,
            "member_count": len(guild.members) + 1,
            "roles": [

                               {
                    "id": str(id), "name": f"role {id}", "permissions": str(bits), "color": 0,
                    "colors": {"primary_color": 0,
                    "secondary_color": None, "tertiary_color": None},
                    "hoist": False, "position": 0,
                    "managed": False, "mentionable": False, "flags": 0,
                }
                for id, bits in {guild.id: guild.bot_permissions, **guild.roles}.items()
            ],
            "emojis": [], "stickers": [], "features": [], "channels": [one.json() for one in mine if not one.is_thread],
            "threads": [one.json() for one in mine if one.is_thread and not one.archived], "members": [guild.member(self.bot) | {"user": self.bot.json}],
            "voice_states": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [], "large": False,
            "unavailable": False, "afk_channel_id": None, "afk_timeout": 300, "application_id": None, "banner": None, "default_message_notifications": 0,
            "description": None, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "preferred_locale": "en-US", "verification_level": 0,
            "premium_progress_bar_enabled": False, "premium_subscription_count": 0, "system_channel_id": None, "system_channel_flags": 0, "splash": None,
            "discovery_splash": None, "rules_channel_id": None, "public_updates_channel_id": None, "safety_alerts_channel_id": None, "vanity_url_code": None,
            "joined_at": "2024-01-01T00:00:00+00:00", "max_members": 500000, "max_presences": None,
        }  # fmt: skip

    # What tests look at

    def in_(self, channel: Channel) -> list[Message]:
        """The messages of a channel, in order, as everybody sees them."""
        return [one for one in sorted(self.messages.values(), key=lambda one: one.id) if one.channel is channel and one.only_for is None]

    def whispers(self, user: User) -> list[Message]:
        """What somebody alone sees, in order."""
        return [one for one in sorted(self.messages.values(), key=lambda one: one.id) if one.only_for == user.id and not one.loading]

    def threads(self, channel: Channel) -> list[Channel]:
        """The threads of a channel."""
        return [one for one in self.channels.values() if one.parent is channel]

    def changed(self) -> None:
        """Somebody who waits looks again."""
        self._changed.set()

    async def until(self, found: Callable[[], T], seconds: float = 60.0) -> T:
        """Wait until something is so; returns it. Raises AssertionError after so many seconds."""
        deadline = time.monotonic() + seconds
        while not (value := found()):
            self._changed.clear()
            left = deadline - time.monotonic()
            if left <= 0:
                seen = "\n".join(f"[{one.channel.name}] {one.shown[:120]}" for one in sorted(self.messages.values(), key=lambda one: one.id)[-6:])
                raise AssertionError(f"it never came true; the last messages:\n{seen}\n complaints: {self.complaints}; refusals: {dict(self.refusals)}")
            try:
                await asyncio.wait_for(self._changed.wait(), min(left, 0.25))
            except TimeoutError:
                continue
        return value

    # The server

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeDiscord]:
        """Serve while the block lasts; complaints fail the test."""
        app = web.Application(client_max_size=1 << 30)
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/cdn/{tail:.*}", self._cdn)
        app.router.add_route("*", "/api/v10/{tail:.*}", self._api)
        app.router.add_route("*", "/{tail:.*}", self._elsewhere)
        async with serving(app) as self.base:
            self.api_url, self.gateway_url = f"{self.base}/api/v10", f"{self.base.replace('http', 'ws')}/gateway"
            try:
                yield self
            finally:
                await self.gateway.close()
        assert not self.complaints, self.complaints

    async def _elsewhere(self, request: web.Request) -> web.Response:
        self.complaints.append(f"no such route: {request.method} {request.path}")
        return web.json_response({"message": "404: Not Found", "code": 0}, status=404)

    async def _cdn(self, request: web.Request) -> web.Response:
        id = int(urlsplit(request.path).path.split("/")[-2])
        file = next((one for message in self.messages.values() for one in message.attachments if one.id == id), None)
        file = file or next((one for one in self.gateway.loose_files if one.id == id), None)
        return web.Response(body=file.data) if file else web.Response(status=404, text="This content is no longer available.")

    async def _api(self, request: web.Request) -> web.StreamResponse:
        path = "/" + request.match_info["tail"]
        if self.slow_s:
            await asyncio.sleep(self.slow_s)
        body, files = await _body(request)
        call = Call(request.method, path, body, self.now())
        self.calls.append(call)
        headers = {"X-RateLimit-Bucket": _bucket(request.method, path), "X-RateLimit-Limit": "50", "X-RateLimit-Remaining": "49",
                   "X-RateLimit-Reset": f"{time.time() + 1:.3f}", "X-RateLimit-Reset-After": "1.000", "Via": "1.1 google"}  # fmt: skip
        if limit := next((one for one in self.limits if one.times and re.search(one.pattern, f"{request.method} {path}")), None):
            limit.times -= 1
            headers |= {"X-RateLimit-Remaining": "0", "Retry-After": f"{limit.retry_after:.0f}", "X-RateLimit-Scope": "global" if limit.is_global else "user"}
            if limit.is_global:
                headers["X-RateLimit-Global"] = "true"
            return _json({"message": "You are being rate limited.", "retry_after": limit.retry_after, "global": limit.is_global}, 429, headers)
        if self.fails and re.search(self.fails[0][0], f"{request.method} {path}"):
            return web.Response(status=self.fails.popleft()[1], text="upstream", headers=headers)
        try:
            answer = await self._answer(request, path, body, files)
        except Refused as refused:
            self.refusals[refused.code] += 1
            if refused.code == 50035:
                self.complaints.append(f"{request.method} {path}: {json.dumps(refused.body)[:400]}")
            return _json(refused.body, refused.status, headers)
        except Unknown as wrong:
            self.complaints.append(f"{request.method} {path}: {wrong}")
            return _json({"message": str(wrong), "code": 0}, 400, headers)
        self.changed()
        self.done(call)
        return web.Response(status=204, headers=headers) if answer is None else _json(answer, 200, headers)

    async def _answer(self, request: web.Request, path: str, body: Any, files: dict[int, tuple[str, bytes]]) -> Any:
        for method, pattern, handler, needs_token in ROUTES:
            found = re.fullmatch(pattern, path)
            if method != request.method or found is None:
                continue
            if needs_token and request.headers.get("Authorization") != f"Bot {self.token}":
                raise Refused(0)
            if body is BROKEN:
                raise Refused(50109)
            return await handler(self, Asked(found.groupdict(), body, files, dict(request.query)))
        raise Unknown("no such route")


@dataclass
class Asked:
    """A request, taken apart."""

    at: dict[str, str]
    body: Any
    files: dict[int, tuple[str, bytes]]
    query: dict[str, str] = field(default_factory=dict)


BROKEN = object()


async def _body(request: web.Request) -> tuple[Any, dict[int, tuple[str, bytes]]]:
    """(JSON, files by number) of a request."""
    if request.content_type != "multipart/form-data":
        text = await request.text()
        try:
            return (json.loads(text) if text else None), {}
        except json.JSONDecodeError:
            return BROKEN, {}
    told: Any = None
    files: dict[int, tuple[str, bytes]] = {}
    async for part in await request.multipart():
        data = bytes(await part.read())  # type: ignore[union-attr]
        if part.name == "payload_json":
            told = json.loads(data)
        elif found := re.fullmatch(r"files\[(\d+)\]", part.name or ""):
            files[int(found[1])] = (part.filename or "", data)  # type: ignore[union-attr]
    return told, files


def _json(value: Any, status: int, headers: dict[str, str]) -> web.Response:
    return web.Response(body=json.dumps(value).encode(), status=status, headers={**headers, "Content-Type": "application/json"})


def _bucket(method: str, path: str) -> str:
    return str(abs(hash((method, re.sub(r"\d{10,}", "#", re.sub(r"(webhooks|interactions)/\d+/[^/]+", r"\1", path))))))
