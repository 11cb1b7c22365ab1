"""A small film for the storyboard's tests."""

from __future__ import annotations

import pytest

from core.writing.script import Line, Script, Shot
from tests.core.storyboard.pictures import CAST, scene_of


@pytest.fixture
def script() -> Script:
    """Two scenes, five shots, with dialogue and an insert."""
    talk = (Line(speaker="c1", text="You kept the letter."), Line(speaker="c2", text="All these years."))
    first, pier = scene_of(
        Shot(id="h1", action="Mara walks along the pier.", duration_s=2, size="WS", characters=("c1",), move="pan_right"),
        Shot(id="h2", action="Mara talks to Ilya.", duration_s=2, size="MCU", characters=("c1", "c2"), lines=talk),
        Shot(id="h3", action="The letter.", duration_s=1.5, size="INSERT", characters=("c2",), props=("letter",)),
        weather="fog", time_of_day="dawn",
    )  # fmt: skip
    second, room = scene_of(
        Shot(id="h4", action="Rex sleeps by the door.", duration_s=2, size="FS", characters=("c3",)),
        Shot(id="h5", action="Ilya looks up.", duration_s=2, size="CU", characters=("c2",), move="dolly_in"),
        backdrop="cabin", id="s2", time_of_day="night",
    )  # fmt: skip
    return Script(title="The Letter", logline="A letter comes late.", characters=CAST, locations=(pier, room), scenes=(first, second))
