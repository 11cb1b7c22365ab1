"""Ideas of all sorts, and films written from them, shared by the tests of the offline writer."""

from __future__ import annotations

from functools import cache

import pytest

from core.writing.offline.choosing import choices
from core.writing.offline.composing import compose
from core.writing.script import Script

IDEAS = (
    "A lighthouse keeper finds a message in a bottle that he wrote himself",
    "Two rival noodle chefs must share one kitchen during a typhoon",
    "An old robot learns to paint",
    "A boy befriends a whale",
    "A pigeon becomes mayor of Venice",
    "A girl who can smell the past",
    "Three raccoons rob a bakery",
    "A violinist loses her hearing on the night of the concert",
    "An astronaut stranded on Mars grows one tomato",
    "Everyone in a small town wakes up with someone else's voice",
    "A funny film about a vampire who is afraid of the dark",
    "The last bookshop on earth",
    "A knight must return a dragon's egg before sunrise",
    "Two sisters meet after twenty years at their mother's funeral",
    "A taxi driver picks up a passenger who claims to be death",
    "A clockmaker wants to stop time for one hour",
    "A soldier comes home from war and nobody recognises him",
    "A nurse on the night shift hears a patient sing who has been asleep for years",
    "A hacker discovers that the internet is alive",
    "My grandmother was a spy",
)


@cache
def film_of(idea: str, seed: int, length_s: int) -> Script:
    """The first film that an idea is offered with a seed."""
    best = choices(idea, seed)[0]
    return compose(best.film, length_s, best.title, best.logline)


@pytest.fixture(params=IDEAS, ids=lambda idea: idea[:24])
def idea(request: pytest.FixtureRequest) -> str:
    """Each of twenty ideas."""
    return str(request.param)
