"""Films land on their length to the quarter second, and every shot is one that can be filmed."""

from __future__ import annotations

import pytest

from core.writing.checks import findings
from core.writing.pacing import speech_needs_s
from core.writing.script import NARRATOR, Brief, Script
from tests.core.writing.offline.conftest import IDEAS, film_of

LENGTHS_S = (15, 18, 24, 25, 27, 30, 45, 60, 90, 120, 180, 240, 300)


@pytest.mark.parametrize("length_s", LENGTHS_S)
def test_a_film_runs_exactly_as_long_as_asked(length_s: int) -> None:
    for n, idea in enumerate(IDEAS[::4]):
        script = film_of(idea, n, length_s)
        assert script.length_s == length_s
        assert findings(script, Brief(idea=idea, length_s=length_s)) == []


@pytest.mark.parametrize("length_s", [600, 1800, 3600])
def test_long_films_have_acts_and_not_filler(length_s: int) -> None:
    script = film_of(IDEAS[0], 1, length_s)
    assert script.length_s == length_s
    assert 3.2 <= script.shots_s / len(script.shots) <= 6.5
    assert len(script.scenes) >= length_s / 40
    # Quiet pictures are a rest, not the film.
    silent = [shot for shot in script.shots if not shot.lines]
    assert len(silent) <= 0.55 * len(script.shots)
    assert findings(script, Brief(idea=IDEAS[0], length_s=length_s)) == []


def shots_hold_their_lines(script: Script) -> None:
    for shot in script.shots:
        assert shot.duration_s >= speech_needs_s(shot)
        assert 1.75 <= shot.duration_s <= 12


@pytest.mark.parametrize("length_s", [15, 60, 300])
def test_a_line_fits_its_shot_and_speakers_are_seen(length_s: int) -> None:
    for idea in IDEAS[1::5]:
        script = film_of(idea, 2, length_s)
        shots_hold_their_lines(script)
        for shot in script.shots:
            assert {x.speaker for x in shot.lines} - {NARRATOR} <= set(shot.characters)


def test_dissolves_only_where_time_passes() -> None:
    script = film_of(IDEAS[3], 1, 300)
    before = None
    for scene in script.scenes:
        dissolved = scene.shots[0].transition == "dissolve"
        assert all(shot.transition == "cut" for shot in scene.shots[1:])
        assert dissolved == (before is not None and before != scene.time_of_day)
        before = scene.time_of_day


def test_the_same_brief_gives_the_same_film() -> None:
    assert film_of.__wrapped__(IDEAS[5], 7, 60) == film_of.__wrapped__(IDEAS[5], 7, 60)
    assert film_of(IDEAS[5], 7, 60) != film_of(IDEAS[5], 8, 60)
