"""`python -m tests.fakes.telegram.hasty run telegram`: sysrai as it is, but for seconds of pace and leases that pass faster. Only for tests."""

from __future__ import annotations

import functools
import sys

from bots.__main__ import main
from bots.telegram_chat import pace, room
from tests.fakes.instant_studio import hasten

FASTER = 50.0


def hurry() -> None:
    """A chat takes its messages so many times as fast; who dies loses its jobs in a second."""
    hasten()
    room.ALL_PER_S *= FASTER
    room.open_room = functools.partial(room.open_room, pace=pace.Pace(faster=FASTER), per_s=room.ALL_PER_S)


if __name__ == "__main__":
    hurry()
    sys.exit(main())
