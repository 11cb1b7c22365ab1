"""Small films to be heard, and the workshop they are made in."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from core import ffmpeg
from core.film.voices import EspeakSpeaker
from core.workshop import Workshop
from core.writing.script import NARRATOR, Character, Line, Location, Scene, Script, Shot, Voice

Measured = tuple[float, float]


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "made")


@pytest.fixture(scope="session")
def shared_workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """For what several tests look at and none changes."""
    return Workshop(tmp_path_factory.mktemp("made"))


@pytest.fixture
def speaker() -> EspeakSpeaker:
    return EspeakSpeaker()


@pytest.fixture(scope="session")
def film() -> Script:
    """Twenty seconds, two scenes, two people and a narrator; the first scene's line ends well before the second begins."""
    cast = (Character(id="c1", name="Mara", voice=Voice(gender="female", age="old", pitch="low")), Character(id="c2", name="Ilya", voice=Voice(gender="male")))
    places = (Location(id="l1", name="Sea", backdrop="sea"), Location(id="l2", name="Lamp room", backdrop="lamp_room", interior=True))
    first = (
        Shot(id="h1", action="Waves.", duration_s=4.0, lines=(Line(speaker=NARRATOR, text="The lamp had gone out."),)),
        Shot(id="h2", action="Waves again.", duration_s=4.0),
    )
    second = (
        Shot(id="h3", action="They look.", duration_s=5.0, characters=("c1", "c2"), sound="a knock at the door", lines=(
            Line(speaker="c1", text="Who lit it?"), Line(speaker="c2", text="Not me.", delivery="quietly"))),
        Shot(id="h4", action="Light.", duration_s=3.0),
    )  # fmt: skip
    scenes = (Scene(id="s1", location="l1", mood="melancholy", shots=first), Scene(id="s2", location="l2", mood="hope", shots=second))
    return Script(title="The lamp", characters=cast, locations=places, scenes=scenes, opening_s=2.0, credits_s=2.0)


@pytest.fixture(scope="session")
def heard() -> Callable[[Path], Measured]:
    """(integrated LUFS, true peak in dBTP) of a file, as ffmpeg's ebur128 measures it."""

    def measure(path: Path) -> Measured:
        command = [ffmpeg.binary(), "-nostdin", "-hide_banner", "-i", os.fspath(path), "-af", "ebur128=peak=true", "-f", "null", "-"]
        summary = subprocess.run(command, capture_output=True, text=True, check=True).stderr.rpartition("Summary:")[2]
        loudness, peak = re.search(r"I:\s+(-?[\d.]+) LUFS", summary), re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
        assert loudness
        assert peak
        return float(loudness[1]), float(peak[1])

    return measure
