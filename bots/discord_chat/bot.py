"""The Discord process: the client, its events, and the queue of its chat. Started by the wiring.

No privileged intent: servers and their channels, messages that mention us, direct messages. Nothing is cached but servers, channels and
threads. Discord says how many shards it wants; each reconnects and resumes by itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import discord
import yarl
from discord import gateway, http

from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.discord_chat import beginning, figures
from bots.discord_chat.beginning import Beginning
from bots.discord_chat.chat import PLATFORM, DiscordChat
from bots.discord_chat.commands import Tree
from bots.discord_chat.listening import Listening, brought, filled
from bots.discord_chat.uploads import Uploads
from core import jobs
from core.config import Settings
from core.database import Down
from core.errors import SetupFailed

log = logging.getLogger(__name__)

PATIENCE_S = 30.0
"""A rate limit longer than this is not slept through: the post comes again later. Discord's library takes no less."""


def intents() -> discord.Intents:
    """What we hear of. None of these must be asked for in the developer portal."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    return wanted


class Bot(discord.AutoShardedClient):
    """Discord's client with our events."""

    def __init__(self, *, shard_count: int | None = None) -> None:
        super().__init__(
            intents=intents(),
            shard_count=shard_count,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=PATIENCE_S,
            guild_ready_timeout=1.0,
            http_trace=figures.trace(),
        )
        self.listening: Listening | None = None
        self.beginning: Beginning | None = None
        self.sold: frozenset[str] = frozenset()
        """What Discord's shop sells, by Discord's ids."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Commands go their own way (`commands.Tree`); everything else is a press or a form."""
        if self.listening is None or interaction.type not in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            return
        data = dict(interaction.data or {})
        options = beginning.options_in(str(data.get("custom_id", "")))
        with self.listening.busy():
            if options and self.beginning:
                await self.beginning.begin(interaction, filled(data).get(beginning.IDEA_FIELD, ""), options, brought(interaction, data))
            else:
                await self.listening.pressed(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Plain talk."""
        if self.listening and self.user:
            with self.listening.busy():
                await self.listening.said(message, self.user)

    async def on_entitlement_create(self, entitlement: discord.Entitlement) -> None:
        """Somebody bought something in Discord's shop: it is booked at once, not at the next look."""
        await self._look_into_the_shop(entitlement)

    async def on_entitlement_update(self, entitlement: discord.Entitlement) -> None:
        """A plan was renewed, or ends."""
        await self._look_into_the_shop(entitlement)

    async def on_entitlement_delete(self, entitlement: discord.Entitlement) -> None:
        """Something was taken back."""
        await self._look_into_the_shop(entitlement)

    async def _look_into_the_shop(self, entitlement: discord.Entitlement) -> None:
        """Wish for a look at the whole list, as the one each minute: what the event says is never believed, and may be told any number of times."""
        if str(entitlement.sku_id) not in self.sold:
            return
        try:
            async with jobs.transaction() as tx:
                tx.want("reconcile", PLATFORM)
        except Down as error:
            log.warning("entitlement %s waits for the next look: %r", entitlement.id, error)

    async def on_shard_connect(self, shard_id: int) -> None:
        """A shard is there."""
        figures.GATEWAY.labels(str(shard_id)).set(1)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A shard is there again, and nothing was missed."""
        figures.GATEWAY.labels(str(shard_id)).set(1)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """A shard is gone; the library brings it back."""
        figures.GATEWAY.labels(str(shard_id)).set(0)
        figures.RECONNECTS.labels(str(shard_id)).inc()

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """A bug in one event stops none of the others."""
        log.exception("%s failed", event_method)


def point_at(settings: Settings) -> None:
    """Where Discord is, for the whole process."""
    http.Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


async def run(settings: Settings, desk: Desk, engine: Engine, posts: Posts, work: Callable[[DiscordChat], Awaitable[None]]) -> None:
    """Hold the chat until cancelled. `work` serves the queue of the chat meanwhile. Raises SetupFailed when Discord refuses us for good."""
    point_at(settings)
    async with Bot(shard_count=settings.discord_shards or None) as bot:
        try:
            await bot.login(settings.discord_token.get_secret_value())
        except discord.LoginFailure as error:
            raise SetupFailed("Discord does not know this token. Copy it anew from the developer portal into SYSRAI_DISCORD_TOKEN.") from error
        chat = DiscordChat(bot, desk.studio.storage)
        listening = Listening(engine, Showing(posts, {chat.platform: chat}), chat, Uploads(desk.studio.storage, settings.discord_api_url))
        bot.listening, bot.beginning, bot.sold = listening, Beginning(bot, listening), frozenset(desk.till.skus.values())
        await Tree(bot, listening, bot.beginning, desk.writes).sync()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_connected(bot), name="discord gateway")
                group.create_task(_working(work, chat), name="discord queue")
        finally:
            await listening.close()


async def _connected(bot: Bot) -> None:
    try:
        await bot.connect(reconnect=True)
    except discord.PrivilegedIntentsRequired as error:
        raise SetupFailed("Discord asks for an intent that this bot does not use; the token is of another application's bot.") from error
    except discord.ConnectionClosed as error:
        raise SetupFailed(f"Discord closed the connection for good ({error.code}).") from error


async def _working(work: Callable[[DiscordChat], Awaitable[None]], chat: DiscordChat) -> None:
    await work(chat)
