"""Who is served next: start-time fair queueing between people and between places. Pure; called by `dispatch`.

Every person, and every place (a server counts as one, whatever channel), has a tag on the queue's clock: how much of the
renderer they have had, in finished seconds divided by their plan's weight. The waiting render whose person *and* place have
had least is served next: its key is the larger of the two tags. Both then move on by what the shot costs. Who was away does not
save up: a tag is never behind the clock. So 900 shots delay somebody else's 10 by a shot or two, and a server full
of people gets no more than one person alone, unless nobody else is waiting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

CLOCK = "clock"
"""The tag under which the clock itself is kept."""


@dataclass(frozen=True)
class Waiting:
    """A render with shots to ask for: whose it is, its plan's weight, and the cost (finished seconds) of each next shot in turn."""

    render: int
    person: str
    place: str
    weight: float
    costs: tuple[float, ...]


@dataclass(frozen=True)
class Turn:
    """The renders that are served now, one entry per shot in the order of asking, and the tags afterwards."""

    served: tuple[int, ...]
    tags: dict[str, float] = field(default_factory=dict)


def weight_of(priority: int) -> float:
    """The weight of a plan's priority: each step up is served twice as much."""
    return 2.0**priority


def serve(waiting: Sequence[Waiting], tags: dict[str, float], slots: int) -> Turn:
    """Give `slots` free slots to the waiting renders. Equal keys go to the older render."""
    tags = dict(tags)
    clock = tags.get(CLOCK, 0.0)
    queue = {one.render: list(one.costs) for one in waiting if one.costs}
    by_render = {one.render: one for one in waiting}
    served: list[int] = []

    def key(render: int) -> tuple[float, int]:
        one = by_render[render]
        return max(clock, tags.get(one.person, 0.0), tags.get(one.place, 0.0)), render

    while queue and len(served) < slots:
        render = min(queue, key=key)
        one = by_render[render]
        clock = key(render)[0]
        cost = queue[render].pop(0) / one.weight
        for flow in {one.person, one.place}:
            tags[flow] = max(clock, tags.get(flow, 0.0)) + cost
        served.append(render)
        if not queue[render]:
            del queue[render]
    tags[CLOCK] = clock
    return Turn(tuple(served), tags)
