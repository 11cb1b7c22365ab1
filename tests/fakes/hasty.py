"""`python -m tests.fakes.hasty run telegram|discord`: sysrai as it is, but for seconds of pace and leases that pass faster. Only for tests."""

from __future__ import annotations

import functools
import sys

from bots.__main__ import main
from tests.fakes.instant_studio import hasten

FASTER = 50.0
LEASE_S = 4.0
"""Long enough that a process that stands still for a moment on a busy machine keeps its jobs."""


def hurry(chat: str) -> None:
    """A chat takes its messages so many times as fast; who dies loses its jobs in seconds."""
    hasten(LEASE_S)
    if chat == "discord":
        from bots.discord_chat.chat import DiscordChat

        DiscordChat.gap_s /= FASTER
    else:
        from bots.telegram_chat import pace, room

        room.ALL_PER_S *= FASTER
        room.open_room = functools.partial(room.open_room, pace=pace.Pace(faster=FASTER), per_s=room.ALL_PER_S)


if __name__ == "__main__":
    hurry(sys.argv[2])
    sys.exit(main())
