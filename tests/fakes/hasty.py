"""`python -m tests.fakes.hasty telegram|discord`: sysrai as it is, but for seconds of pace and leases that pass faster. Only for tests.

Everything is imported once. For every line read, the path of a log, a fork of this process becomes `sysrai run <chat>`; its pid is the answer.
"""

from __future__ import annotations

import functools
import os
import signal
import sys
import traceback

import bots.commands
import bots.discord_chat.bot  # noqa: F401
from bots.__main__ import main
from bots.discord_chat.chat import DiscordChat
from bots.telegram_chat import pace, room
from tests.fakes.instant_studio import hasten

FASTER = 50.0
LEASE_S = 4.0
"""Long enough that a process that stands still for a moment on a busy machine keeps its jobs."""


def hurry() -> None:
    """A chat takes its messages so many times as fast; who dies loses its jobs in seconds."""
    hasten(LEASE_S)
    DiscordChat.gap_s /= FASTER
    room.ALL_PER_S *= FASTER
    room.open_room = functools.partial(room.open_room, pace=pace.Pace(faster=FASTER), per_s=room.ALL_PER_S)


def live(chat: str, log: str) -> None:
    """One process's life, in a fork."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.close(0)
    os.dup2(written, 1)
    os.dup2(written, 2)
    sys.argv = ["sysrai", "run", chat]
    try:
        main()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)


def fork_for_ever(chat: str) -> None:
    """Fork as told until the input ends."""
    hurry()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            live(chat, line.strip())
        print(pid, flush=True)


if __name__ == "__main__":
    fork_for_ever(sys.argv[1])
