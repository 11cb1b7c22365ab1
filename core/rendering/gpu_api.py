"""What a service that runs GPU workers can be asked, in RunPod's own words: run, status, cancel, health.

`core.rendering.runpod` asks RunPod over HTTP, `core.rendering.own_gpu` a queue in our own database; `core.rendering.gpu` drives either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from core.errors import Unavailable

State = Literal["IN_QUEUE", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"]


class Busy(Unavailable):
    """It asks us to come back later; nothing is wrong with it."""


class Barred(Unavailable):
    """It does not let us in, or is not there any more: nobody but the operator can mend that."""


class Unanswered(Exception):
    """The order was sent and no answer came: nobody knows whether it was taken."""


@dataclass(frozen=True)
class JobState:
    """What a service says about one of its jobs. `output` while it runs is its progress; `executed_s` is what it charges for."""

    state: State
    output: Any = None
    error: Any = None
    executed_s: float = 0.0


@dataclass(frozen=True)
class Health:
    """Workers that are up or coming up, workers that wait for a free card (`throttled`), and jobs that wait."""

    alive: int
    starting: int
    throttled: int
    waiting: int


@dataclass(frozen=True)
class Order:
    """One job to be run. `input` is the worker's message; seconds after which it is stopped, and after which nobody wants it any more."""

    take: int
    input: dict[str, Any]
    timeout_s: int
    ttl_s: int


class Api(Protocol):
    """A service with endpoints, each with a queue and workers."""

    async def run(self, endpoint: str, order: Order) -> str:
        """Hand a job over; returns the service's id for it.

        Raises Unavailable (Busy, Barred) when it surely was not taken, OrderRefused when it never will be, Unanswered when nobody knows.
        """
        ...

    async def status(self, endpoint: str, job: str) -> JobState | None:
        """What became of it; None when the service does not know it. Raises Unavailable."""
        ...

    async def cancel(self, endpoint: str, job: str) -> None:
        """Have it stopped; harmless for what is over or unknown. Raises Unavailable."""
        ...

    async def health(self, endpoint: str) -> Health:
        """How the endpoint is. Raises Unavailable."""
        ...
