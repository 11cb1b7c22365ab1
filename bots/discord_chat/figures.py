"""What the Discord process counts in memory, for `/metrics` of a process that also runs `web`: how quickly we answer, how the gateway is, what
Discord said to our requests."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
from prometheus_client import Counter, Gauge, Histogram

ACKNOWLEDGED = Histogram(
    "sysrai_discord_acknowledge_seconds", "From a press or command in Discord to our first answer; Discord gives up after 3 s.", ["kind"],
    buckets=(0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0),
)  # fmt: skip
LATE = Counter("sysrai_discord_late", "Presses and commands that were answered too late or twice.", ["kind"])
GATEWAY = Gauge("sysrai_discord_gateway_up", "1 while a shard's connection to the gateway is up.", ["shard"])
RECONNECTS = Counter("sysrai_discord_reconnects", "Connections to the gateway that were lost.", ["shard"])
RESPONSES = Counter("sysrai_discord_responses", "Answers of Discord's API by status; 429 is too fast.", ["status"])


def acknowledged(interaction: discord.Interaction, kind: str) -> None:
    """An interaction was answered just now."""
    ACKNOWLEDGED.labels(kind).observe(max(0.0, time.time() - interaction.created_at.timestamp()))


def trace() -> aiohttp.TraceConfig:
    """Counts every answer of Discord's API."""

    async def ended(_: aiohttp.ClientSession, __: SimpleNamespace, end: aiohttp.TraceRequestEndParams) -> None:
        RESPONSES.labels(str(end.response.status)).inc()

    config: Any = aiohttp.TraceConfig()
    config.on_request_end.append(ended)
    return config  # type: ignore[no-any-return]
