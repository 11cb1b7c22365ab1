"""Fairness by simulation: nobody's film waits for somebody else's feature, and a crowd is one place."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from core.rendering.fairness import Waiting, serve, weight_of


@dataclass
class Film:
    """A film in the simulation: when it was asked for, its shots (seconds each), and when it was done."""

    id: int
    person: str
    place: str
    shots: list[float]
    at: float = 0.0
    weight: float = 1.0
    done: float = 0.0


def simulate(films: list[Film], slots: int, *, pace: float = 1.0) -> dict[int, float]:
    """Run the queue on `slots` slots that need `pace` seconds for a finished second. Returns when each film was done."""
    now, tags, waiting = 0.0, {}, sorted(films, key=lambda film: film.at)
    left = {film.id: list(film.shots) for film in films}
    running: list[tuple[float, int]] = []
    while any(left.values()) or running:
        here = [film for film in waiting if film.at <= now and left[film.id]]
        turn = serve([Waiting(f.id, f.person, f.place, f.weight, tuple(left[f.id][:slots])) for f in here], tags, slots - len(running))
        tags = turn.tags
        for id in turn.served:
            heapq.heappush(running, (now + left[id].pop(0) * pace, id))
        arrivals = [film.at for film in waiting if film.at > now]
        now = min([end for end, _ in running[:1]] + arrivals[:1])
        while running and running[0][0] <= now:
            _, id = heapq.heappop(running)
            next(film for film in films if film.id == id).done = now
    return {film.id: film.done - film.at for film in films}


def test_900_shots_do_not_delay_10() -> None:
    feature = Film(1, "ana", "p1", [4.0] * 900)
    short = Film(2, "ben", "p2", [4.0] * 10, at=100.0)
    took = simulate([feature, short], slots=8)
    alone = simulate([Film(2, "ben", "p2", [4.0] * 10)], slots=8)
    first_in_first_out = 900 * 4 / 8 - 100 + 10 * 4 / 8
    assert alone[2] == 8.0
    assert took[2] <= 3 * alone[2]  # half the slots, and one round until they are free
    assert took[2] < first_in_first_out / 10
    assert took[1] <= 900 * 4 / 8 + 10 * 4 / 8 + 4  # nobody's slots stood empty


def test_with_one_slot_people_take_turns() -> None:
    films = [Film(n, f"person{n}", f"p{n}", [2.0] * (500 if n == 0 else 5)) for n in range(5)]
    took = simulate(films, slots=1)
    assert all(took[n] <= 5 * 5 * 2.0 for n in range(1, 5))


def test_a_server_full_of_people_is_one_place() -> None:
    crowd = [Film(n, f"person{n}", "server", [3.0] * 50) for n in range(20)]
    single = Film(99, "zoe", "private", [3.0] * 50)
    took = simulate([*crowd, single], slots=10)
    assert took[99] <= 2.2 * 50 * 3 / 10
    assert max(took.values()) <= 21 * 50 * 3 / 10 + 3


def test_one_person_in_many_places_is_one_person() -> None:
    films = [Film(n, "ana", f"place{n}", [3.0] * 30) for n in range(10)]
    ben = Film(99, "ben", "p", [3.0] * 30)
    assert simulate([*films, ben], slots=6)[99] <= 2.2 * 30 * 3 / 6


def test_priority_is_a_larger_share_and_starves_nobody() -> None:
    network = Film(1, "ana", "p1", [2.0] * 400, weight=weight_of(3))
    free = Film(2, "ben", "p2", [2.0] * 400, weight=weight_of(0))
    took = simulate([network, free], slots=9)
    assert took[1] <= 400 * 2 / 8 * 1.05
    assert took[2] <= (800 * 2) / 9 * 1.05
    small = Film(3, "cyd", "p3", [2.0] * 4, at=20.0)
    assert simulate([Film(1, "ana", "p1", [2.0] * 400, weight=8.0), small], slots=9)[3] <= 4 * 2.0 * 9 / 9 + 8


def test_being_away_saves_nothing_up() -> None:
    ana = Film(1, "ana", "p1", [1.0] * 200)
    ben = Film(2, "ben", "p2", [1.0] * 200, at=100.0)
    took = simulate([ana, ben], slots=1)
    assert 290 <= took[1] <= 310  # from 100 on, every other shot is hers


def test_random_loads_keep_everybody_near_their_share() -> None:
    import random

    rng = random.Random(7)
    films = [
        Film(n, f"person{n % 17}", f"place{n % 5}", [rng.choice([2.0, 3.0, 4.5]) for _ in range(rng.choice([5, 10, 40, 300]))], at=rng.uniform(0, 300))
        for n in range(40)
    ]
    took = simulate(films, slots=12)
    total = sum(sum(film.shots) for film in films)
    busy_until = max(film.done for film in films)
    assert busy_until <= total / 12 + 300 + 5
    for film in films:
        if len(film.shots) <= 10:
            same_place = {other.person for other in films if other.place == film.place}
            share = 12 / 5 / len(same_place)
            assert took[film.id] <= sum(sum(f.shots) for f in films if f.person == film.person) / share + 20
