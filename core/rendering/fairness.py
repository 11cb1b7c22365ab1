"""Who is served next: start-time fair queueing between people and between places. Pure; called by `dispatch`.

Every person, and every place (a server counts as one, whatever channel), has a tag on the queue's clock: how much of the
renderer they have had, in finished seconds divided by their plan's weight. The waiting render whose person *and* place have
had least is served next: its key is the larger of the two tags. Within a place people take turns by a second clock, the place's own.
What was served moves its tags on by what the shot costs. Who was away does not save up: a tag is never behind its clock. So 900 shots
delay somebody else's 10 by a shot or two, and a server full of people gets no more than one person alone, unless nobody else waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

CLOCK = "clock"
"""The tag under which the queue's clock is kept; that of a place is under `<place>/clock`."""


@dataclass(frozen=True)
class Waiting:
    """A render with shots to ask for: whose it is, its plan's weight, and the cost (finished seconds) of each next shot in turn."""

    render: int
    person: str
    place: str
    weight: float
    costs: tuple[float, ...]

    @property
    def seat(self) -> str:
        """The person within the place."""
        return f"{self.place}/{self.person}"

    @property
    def flows(self) -> tuple[str, ...]:
        """Names of all tags that decide about this render."""
        return CLOCK, f"{self.place}/{CLOCK}", self.person, self.place, self.seat


@dataclass(frozen=True)
class Turn:
    """The renders that are served now, one entry per shot in the order of asking, and the tags afterwards."""

    served: tuple[int, ...]
    tags: dict[str, float] = field(default_factory=dict)


def weight_of(priority: int) -> float:
    """The weight of a plan's priority: each step up is served twice as much."""
    return 2.0**priority


def serve(waiting: Sequence[Waiting], tags: dict[str, float], slots: int) -> Turn:
    """Give `slots` free slots to the waiting renders. Equals go to the older render."""
    tags = dict(tags)
    left = {one.render: list(reversed(one.costs)) for one in waiting if one.costs}
    by_render = {one.render: one for one in waiting}
    served: list[int] = []

    def tag(flow: str, clock: str) -> float:
        return max(tags.get(clock, 0.0), tags.get(flow, 0.0))

    def key(render: int) -> tuple[float, float, int]:
        one = by_render[render]
        return max(tag(one.person, CLOCK), tag(one.place, CLOCK)), tag(one.seat, f"{one.place}/{CLOCK}"), render

    while left and len(served) < slots:
        render = min(left, key=key)
        one, (at, at_place, _) = by_render[render], key(render)
        cost = left[render].pop() / one.weight
        moved = {one.person: tag(one.person, CLOCK) + cost, one.place: tag(one.place, CLOCK) + cost, one.seat: at_place + cost}
        tags |= moved | {CLOCK: at, f"{one.place}/{CLOCK}": at_place}
        served.append(render)
        if not left[render]:
            del left[render]
    return Turn(tuple(served), tags)
