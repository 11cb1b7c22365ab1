"""CPU-heavy work in child processes, one per core at low priority, so that no event loop ever waits for a drawing.

Drawing, speech and music call `in_child`; ffmpeg is a process already and takes a `slot` instead.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import ParamSpec, TypeVar

import anyio
import anyio.to_process

P = ParamSpec("P")
T = TypeVar("T")

_slots: anyio.CapacityLimiter | None = None


def set_slots(n: int) -> None:
    """How many children may work at a time in this process; 0 means one per core. Called once by the wiring."""
    global _slots
    _slots = anyio.CapacityLimiter(n or os.cpu_count() or 1)


def limiter() -> anyio.CapacityLimiter:
    """The limiter shared by all CPU-heavy work of this process."""
    if _slots is None:
        set_slots(0)
    assert _slots is not None
    return _slots


@asynccontextmanager
async def slot() -> AsyncIterator[None]:
    """Hold one core's worth of work, for a subprocess that is started by other means."""
    async with limiter():
        yield


async def in_child(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a picklable function in a child process; cancelling the caller kills the child."""
    return await anyio.to_process.run_sync(_polite, function, args, kwargs, cancellable=True, limiter=limiter())


def _polite(function: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> T:
    if os.nice(0) < 10:
        os.nice(10)
    return function(*args, **kwargs)
