"""Films differ: nothing is said twice in one, and films of different ideas share little."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from statistics import median

import pytest

from core.writing.offline.about import deed_of, matter_of
from core.writing.offline.choosing import choices
from core.writing.offline.cutting import cut
from core.writing.offline.lint import findings, heard
from core.writing.offline.parse import parse
from core.writing.offline.pieces import plain, spoken_once
from core.writing.offline.world import World
from core.writing.pacing import credits_s, opening_s
from core.writing.script import Script
from tests.core.writing.offline.conftest import IDEAS, film_of

SEEDS = (1, 2, 3)


def said_once(idea: str, seed: int, length_s: int) -> list[str]:
    """What is said in a film apart from its refrains."""
    film = choices(idea, seed)[0].film
    world = World(film.idea, film.seed, film.tone)
    return [plain(x) for p in cut(world, film.plot, length_s - opening_s(length_s) - credits_s(length_s)) for x in spoken_once(p.told)]


def lines(script: Script) -> set[str]:
    return {plain(x) for x in heard(script)}


def shares(length_s: int, seeds: tuple[int, ...]) -> list[float]:
    """For every two films of different ideas, the share of the smaller one's lines that both say."""
    films = [(idea, lines(film_of(idea, seed, length_s))) for idea in IDEAS for seed in seeds]
    return [len(a & b) / max(1, min(len(a), len(b))) for (i, a), (k, b) in combinations(films, 2) if i != k]


def test_nothing_is_said_twice_in_ten_minutes(idea: str) -> None:
    again = {x for x, n in Counter(said_once(idea, 1, 600)).items() if n > 1}
    assert not again


def test_little_is_said_twice_in_an_hour() -> None:
    said = said_once(IDEAS[0], 1, 3600)
    assert sum(n - 1 for n in Counter(said).values()) <= 0.05 * len(said)


@pytest.mark.parametrize(("length_s", "seeds"), [(60, SEEDS), (120, SEEDS), (180, SEEDS), (300, SEEDS), (600, (1, 2)), (3600, (1,))])
def test_films_of_different_ideas_share_little(length_s: int, seeds: tuple[int, ...]) -> None:
    found = shares(length_s, seeds)
    assert median(found) <= 0.05
    assert max(found) <= 1 / 3


def test_an_hour_keeps_coming_back_to_its_idea() -> None:
    """One line in ten or more names what the idea is about."""
    for idea, named in (
        ("A boy befriends a whale", "whale"),
        ("A clockmaker wants to stop time for one hour", "time"),
        ("Three raccoons rob a bakery", "bakery"),
    ):
        said = [plain(x) for x in heard(film_of(idea, 1, 3600))]
        assert sum(named in x.split() for x in said) >= 0.1 * len(said)


def test_a_short_film_comes_back_to_its_idea() -> None:
    """After its first line at 40 seconds always, at half a minute in nine films of ten."""
    for length_s, least in ((40, 1.0), (30, 0.9)):
        back = 0
        for idea in IDEAS:
            said = [plain(x) for x in heard(film_of(idea, 1, length_s))][1:]
            named, done = plain(matter_of(parse(idea))), plain(deed_of(parse(idea)))
            back += any(named in x or (done and done in x) for x in said)
        assert back >= least * len(IDEAS)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_slips_in_what_is_read(idea: str, seed: int) -> None:
    for length_s in (15, 30, 60):
        assert findings(film_of(idea, seed, length_s)) == []


def test_no_slips_in_long_films() -> None:
    for idea in IDEAS[:4]:
        assert findings(film_of(idea, 1, 600)) == []
