"""The fake Discord's gateway: hello, identify, heartbeats, resume, reconnect, invalid sessions, and what it closes a connection for.

| code | when |
|---|---|
| 4001 | an opcode it does not know |
| 4002 | no JSON, or more than 4096 bytes |
| 4003 | something before identify |
| 4004 | a wrong token |
| 4005 | a second identify |
| 4007 | a resume with a sequence that never was |
| 4008 | more than 120 messages a minute |
| 4010 | a shard that does not exist |
| 4013 | intents that do not exist |
| 4014 | privileged intents, which nobody granted |
"""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.fakes.discord_world import Attachment, Channel, Guild, Message

if TYPE_CHECKING:
    from tests.fakes.discord import FakeDiscord

MEMBERS, PRESENCES, CONTENT = 1 << 1, 1 << 8, 1 << 15
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
PRIVILEGED = MEMBERS | PRESENCES | CONTENT
KNOWN = sum(1 << n for n in (*range(17), 20, 21, 24, 25))
FRAME_MAX = 4096
FRAMES_A_MINUTE = 120
HEARTBEAT_MS = 41_250


@dataclass
class Life:
    """One session: everything it was told, so that it can be resumed."""

    id: str
    intents: int
    shard: tuple[int, int]
    told: list[dict[str, Any]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    valid: bool = True


class Gateway:
    """All sessions of the bot."""

    def __init__(self, discord: FakeDiscord) -> None:
        self._discord = discord
        self.lives: dict[str, Life] = {}
        self.closed: list[int] = []
        """Codes of the connections that we closed."""
        self.identified = self.resumed = self.beats = 0
        self.loose_files: list[Attachment] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse(compress=False, timeout=0.2)
        await socket.prepare(request)
        if request.query.get("v") != "10" or request.query.get("encoding") != "json":
            self._discord.complaints.append(f"gateway called with {dict(request.query)}")
        await socket.send_str(json.dumps({"op": 10, "d": {"heartbeat_interval": HEARTBEAT_MS}, "s": None, "t": None}))
        life: Life | None = None
        frames: list[float] = []
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            frames = [at for at in frames if at > time.monotonic() - 60] + [time.monotonic()]
            code, life = await self._heard(socket, life, frame.data, len(frames))
            if code:
                self.closed.append(code)
                await socket.close(code=code)
                break
        if life and life.socket is socket:
            life.socket = None
        return socket

    async def _heard(self, socket: web.WebSocketResponse, life: Life | None, text: str, frames: int) -> tuple[int, Life | None]:
        """(code to close with or 0, the session of this connection)."""
        if frames > FRAMES_A_MINUTE:
            return 4008, life
        try:
            told = json.loads(text)
        except json.JSONDecodeError:
            return 4002, life
        if len(text) > FRAME_MAX:
            return 4002, life
        match told.get("op"):
            case 1:
                self.beats += 1
                await socket.send_str(json.dumps({"op": 11, "d": None, "s": None, "t": None}))
                return 0, life
            case 2:
                return (4005, life) if life else await self._identify(socket, told["d"])
            case 6:
                return await self._resume(socket, told["d"])
            case 3 | 4 | 8:
                return (0, life) if life else (4003, None)
            case _:
                return 4001, life

    async def _identify(self, socket: web.WebSocketResponse, d: dict[str, Any]) -> tuple[int, Life | None]:
        if d.get("token") != self._discord.token:
            return 4004, None
        shard, of = d.get("shard") or (0, 1)
        if not 0 <= shard < of or of < self._discord.shards:
            return 4010 if shard >= of else 4011, None
        intents = d.get("intents", 0)
        if intents & ~KNOWN:
            return 4013, None
        if intents & PRIVILEGED:
            return 4014, None
        self.identified += 1
        life = Life(secrets.token_hex(8), intents, (shard, of), socket=socket)
        self.lives[life.id] = life
        mine = [one for one in self._discord.guilds.values() if one.has_bot and (one.id >> 22) % of == shard]
        ready = {
            "v": 10, "user": self._discord.bot.json | {"verified": True, "email": None, "flags": 0, "mfa_enabled": True}, "session_id": life.id,
            "resume_gateway_url": self._discord.gateway_url, "guilds": [{"id": str(one.id), "unavailable": True} for one in mine], "private_channels": [],
            "relationships": [], "application": {"id": str(self._discord.bot.id), "flags": 0}, "shard": [shard, of],
        }  # fmt: skip
        await self._send(life, "READY", ready)
        for guild in mine:
            await self._send(life, "GUILD_CREATE", self._discord.guild_json(guild))
        self._discord.changed()
        return 0, life

    async def _resume(self, socket: web.WebSocketResponse, d: dict[str, Any]) -> tuple[int, Life | None]:
        if d.get("token") != self._discord.token:
            return 4004, None
        life = self.lives.get(d.get("session_id", ""))
        if life is None or not life.valid:
            await socket.send_str(json.dumps({"op": 9, "d": False, "s": None, "t": None}))
            return 0, None
        if not isinstance(d.get("seq"), int) or d["seq"] > len(life.told):
            return 4007, None
        self.resumed += 1
        life.socket = socket
        for event in life.told[d["seq"] :]:
            await socket.send_str(json.dumps(event))
        await self._send(life, "RESUMED", {})
        self._discord.changed()
        return 0, life

    async def _send(self, life: Life, name: str, data: dict[str, Any]) -> None:
        life.told.append({"op": 0, "s": len(life.told) + 1, "t": name, "d": data})
        if life.socket and not life.socket.closed:
            await life.socket.send_str(json.dumps(life.told[-1]))

    def tell(self, guild: Guild | None, name: str, data: dict[str, Any], *, intent: int = GUILDS) -> None:
        """Something happened: the shard that has the server hears of it, the first one of what is in no server."""
        for life in self.lives.values():
            shard, of = life.shard
            if life.valid and (not intent or life.intents & intent) and shard == ((guild.id >> 22) % of if guild else 0):
                task = asyncio.get_running_loop().create_task(self._send(life, name, data))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        self._discord.changed()

    def tell_message(self, message: Message) -> None:
        """A message was written; its words are told only where the bot is meant, as without the message content intent."""
        channel: Channel = message.channel
        meant = channel.guild is None or message.author is self._discord.bot or self._discord.bot in message.mentions
        data = message.json(blind=not meant)
        if channel.guild:
            if not channel.allowed & (1 << 10):
                return
            data |= {"guild_id": str(channel.guild.id), "member": channel.guild.member(message.author)}
        self.tell(channel.guild, "MESSAGE_CREATE", data | {"channel_type": channel.kind}, intent=GUILD_MESSAGES if channel.guild else DIRECT_MESSAGES)

    @property
    def connected(self) -> list[Life]:
        """Sessions with an open connection."""
        return [life for life in self.lives.values() if life.socket and not life.socket.closed]

    async def drop(self, code: int = 1006) -> None:
        """Connections break."""
        for life in self.connected:
            assert life.socket
            if code == 1006:
                transport = life.socket._req.transport if life.socket._req else None  # type: ignore[union-attr]
                if transport:
                    transport.abort()
                life.socket = None
            else:
                await life.socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Ask every connection to come again and resume."""
        for life in self.connected:
            assert life.socket
            await life.socket.send_str(json.dumps({"op": 7, "d": None, "s": None, "t": None}))

    async def invalidate(self) -> None:
        """End every session for good: it must identify anew."""
        for life in self.connected:
            assert life.socket
            life.valid = False
            await life.socket.send_str(json.dumps({"op": 9, "d": False, "s": None, "t": None}))

    async def close(self) -> None:
        """End everything."""
        for life in self.connected:
            assert life.socket
            await life.socket.close()
