"""Scripts that the tests of the writing room read and change."""

import pytest

from core.writing.script import Character, Line, Location, Scene, Script, Shot, Voice


def lighthouse() -> Script:
    """Three scenes, five shots, 30 s: long enough to be cut, short enough to be read in a failing test."""
    return Script(
        title="Mara and the Lamp",
        logline="Mara, who keeps the light, finds a letter that she wrote.",
        opening_s=2.0,
        credits_s=3.0,
        characters=(
            Character(id="c1", name="Mara", gender="female", age="old", look="grey braid", wardrobe="oilskin coat", voice=Voice(gender="female", pitch="low")),
            Character(id="c2", name="Old Tom", gender="male", look="Mara's brother"),
        ),
        locations=(
            Location(id="l1", name="Lighthouse", backdrop="lighthouse"),
            Location(id="l2", name="Kitchen", backdrop="kitchen", interior=True),
        ),
        scenes=(
            Scene(
                id="s1",
                location="l1",
                time_of_day="dusk",
                synopsis="Mara finds the bottle.",
                shots=(
                    Shot(id="h1", action="Mara hauls a rope; MARA's hands are wet.", duration_s=5, size="WS", characters=("c1",), props=("rope",)),
                    Shot(id="h2", action="A bottle knocks against the rocks.", duration_s=4, size="INSERT", props=("bottle",), continues=True),
                ),
            ),
            Scene(
                id="s2",
                location="l2",
                mood="tense",
                synopsis="She reads.",
                shots=(
                    Shot(id="h3", action="Mara reads.", duration_s=6, size="CU", characters=("c1",), lines=(Line(speaker="c1", text="I know this hand."),)),
                    Shot(id="h4", action="Old Tom enters.", duration_s=5, characters=("c2", "c1"), lines=(
                        Line(speaker="c2", text="Mara? Mara, what is it?"), Line(speaker="c1", text="Nothing, Tom."))),
                ),
            ),
            Scene(id="s3", location="l1", time_of_day="night", synopsis="The lamp is lit.", shots=(
                Shot(id="h5", action="The lamp turns.", duration_s=5, size="EWS", lines=(Line(speaker="narrator", text="Mara lit the lamp again."),)),)),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def script() -> Script:
    """The lighthouse script; frozen, so all tests share it."""
    return lighthouse()
