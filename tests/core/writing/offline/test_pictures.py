"""What is seen serves what is said: the premise is shown, the camera moves, everybody named is in the picture."""

from __future__ import annotations

import pytest

from core.writing.offline.camera import Camera
from core.writing.offline.idiolect import opened, worded
from core.writing.offline.parse import parse
from core.writing.offline.pictures import deed, sort_of
from core.writing.offline.timing import DraftShot
from core.writing.script import NARRATOR, Script
from tests.core.writing.offline.conftest import IDEAS, film_of


@pytest.mark.parametrize(
    ("idea", "many", "done"),
    [
        ("A lighthouse keeper finds a bottle with her own handwriting", False, "finds a bottle with her own handwriting"),
        ("Three raccoons rob a bakery", True, "rob a bakery"),
        ("A taxi driver picks up a passenger who claims to be death", False, "picks up a passenger"),
        ("A clockmaker wants to stop time for one hour", False, ""),
        ("A girl who can smell the past", False, ""),
        ("A knight must return a dragon's egg before sunrise", False, ""),
    ],
)
def test_a_deed_that_can_be_seen_is_seen(idea: str, many: bool, done: str) -> None:
    assert deed(parse(idea), many) == done


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("What did I do?", "ask"),
        ("Leave it.", "order"),
        ("No. Never.", "deny"),
        ("I was frightened.", "confess"),
        ("You came back.", "you"),
        ("Give me that bottle.", "prop"),
        ("Snow by tonight.", "say"),
    ],
)
def test_sorts_of_lines(text: str, sort: str) -> None:
    assert sort_of(text, "green bottle") == sort


def test_a_camera_that_moves() -> None:
    shots = [shot for idea in IDEAS[::3] for shot in film_of(idea, 1, 60).shots]
    assert sum(shot.move == "static" for shot in shots) <= 0.3 * len(shots)
    for idea in IDEAS[::3]:
        moves = [shot.move for shot in film_of(idea, 1, 60).shots]
        assert all(len(set(moves[n : n + 3])) > 1 for n in range(len(moves) - 2))


def test_what_is_done_moves_the_camera() -> None:
    camera = Camera("key")
    draft = DraftShot("action", "Mara looks up.", seen=["P"])
    camera.size(draft, first=False, last=False, nth_spoken=0)
    assert camera.move(draft, last=False) == "tilt_up"


def everybody_named_is_seen(script: Script) -> bool:
    names = {c.id: c.name for c in script.characters}
    leads = list(names)[:2]
    return all(id in shot.characters or names[id] not in shot.action.split(".")[0].split() for shot in script.shots if shot.size == "WS" for id in leads[:1])


@pytest.mark.parametrize("length_s", [15, 60])
def test_whoever_acts_is_in_the_picture(length_s: int) -> None:
    assert all(everybody_named_is_seen(film_of(idea, 1, length_s)) for idea in IDEAS[:8])


def test_the_first_narration_is_seen_with_people() -> None:
    for idea in IDEAS[::2]:
        for shot in film_of(idea, 1, 60).shots:
            if any(line.speaker == NARRATOR for line in shot.lines) and shot.size in ("WS", "FS", "MS"):
                assert shot.characters


def test_people_choose_their_words() -> None:
    said = {worded("Perhaps somebody knows.", f"person {n}") for n in range(40)}
    assert said == {"Perhaps somebody knows.", "Maybe somebody knows.", "Perhaps someone knows.", "Maybe someone knows."}
    assert opened("What's in the tin?", "Mara").endswith(", what's in the tin?")
    assert opened("Buttons.", "Mara") == "Buttons."
