"""The idea's own place and its own deed are in the film: it begins there, and its people do it."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from core.writing.kinds import music_video
from core.writing.offline.choosing import choices
from core.writing.offline.composing import compose
from core.writing.offline.doing import NOT_A_DEED, Doing, doing_of
from core.writing.offline.english import inflect
from core.writing.offline.land import place_noun
from core.writing.offline.lexicon import words
from core.writing.offline.parse import parse
from core.writing.script import Backdrop, Brief, Script

DANCERS = "Two dancers on a rooftop in the rain"


def offered(idea: str, seed: int, length_s: int) -> list[Script]:
    """The films of all loglines that an idea is offered."""
    return [compose(one.film, length_s, one.title, one.logline) for one in choices(idea, seed)]


@pytest.mark.parametrize(
    ("idea", "place"), [(DANCERS, "The rooftop"), ("A nun and a thief on a beach", "The beach"), ("A wedding in a lighthouse", "The lighthouse")]
)
def test_an_idea_begins_in_its_own_place(idea: str, place: str) -> None:
    for length_s in (15, 60):
        for script in offered(idea, 7, length_s):
            assert script.place_of(script.scenes[0]).name == place


@pytest.mark.parametrize(
    "idea", ["A giant whale follows a small sailboat across the bay", "A dolphin teaches a boy to swim", "A lonely shark wants to be a dentist"]
)
def test_who_lives_in_water_meets_nobody_in_a_room(idea: str) -> None:
    for script in offered(idea, 7, 60):
        assert not [place.name for place in script.locations if place.interior]
        assert {script.place_of(scene).backdrop for scene in script.scenes} <= {"sea", "beach", "harbour", "river", "hills"}


def test_nobody_comes_up_from_the_cellar_of_a_rooftop() -> None:
    for script in offered(DANCERS, 7, 60):
        there = [shot.action for scene in script.scenes if script.place_of(scene).name == "The rooftop" for shot in scene.shots]
        assert len(there) >= 0.75 * len(script.shots)
        assert not [text for text in there if re.search(r"cellar|ceiling|window|doorway", text)]


@pytest.mark.parametrize(
    ("idea", "deed"),
    [
        (DANCERS, Doing("dance", "PQ")),
        ("A robot teaches a king to dance", Doing("dance", "PQ")),
        ("A painter and a cook share a kitchen", Doing("paint", "P")),
        ("An old robot learns to paint", Doing("paint", "P")),
        ("A monk plays the violin at night", Doing("play", "P")),
        ("dancing in the dark", Doing("dance", "P")),
        ("A girl runs a bakery", None),
        ("A ballerina who cannot dance", None),
        ("A violinist loses her hearing", None),
        ("A piano that plays at night", None),
    ],
)
def test_what_an_ideas_people_do(idea: str, deed: Doing | None) -> None:
    assert doing_of(parse(idea)) == deed


def test_who_swims_does_it_in_a_lake() -> None:
    assert place_noun(parse("A girl teaches her grandfather to swim")) == "lake"
    assert place_noun(parse("A girl swims in the sea at the harbour")) == "harbour"


@pytest.mark.parametrize(("idea", "done"), [(DANCERS, "dances"), ("An old robot learns to paint", "paints"), ("A singer in a train station", "sings")])
def test_it_is_done_in_the_film(idea: str, done: str) -> None:
    for length_s, least in ((15, 1), (60, 2), (300, 4)):
        for script in offered(idea, 7, length_s):
            shots = [shot for shot in script.shots if f" {done}" in shot.action]
            assert len(shots) >= least
            assert all(shot.characters for shot in shots)
            assert len({shot.action for shot in shots}) > 0.7 * len(shots)


def test_in_a_music_video_they_dance() -> None:
    brief = Brief(idea=DANCERS, length_s=60, seed=7, kind="music_video")
    script = music_video.finished(offered(DANCERS, 7, 60)[0], brief)
    assert any("dances" in shot.action for shot in script.shots)


@pytest.mark.parametrize("verb", [verb for verb in words("deeds") if verb != NOT_A_DEED])
def test_a_deed_as_its_author_wrote_it(verb: str) -> None:
    """The verb stands right after the name, where the drawn figure looks for what to do."""
    deed = words("deeds")[verb]
    assert set(deed) <= {"agents", "where", "home", "bare", "alone", "two", "speaking"}
    assert set(str(deed.get("where", "outside")).split()) <= {"outside", *get_args(Backdrop)}
    assert deed.get("home", "lake") in words("places")
    for text in (*deed["alone"], *deed["two"], *deed["speaking"]):
        assert re.search(rf"\{{P\}} {inflect(verb, 'VBZ')}\b", text)
    assert not [text for text in deed["alone"] if "{Q" in text]
    assert all("{Q" in text for text in deed["two"])
