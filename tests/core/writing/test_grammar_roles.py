"""People are meant by what they are, where that is exactly one of the cast."""

from __future__ import annotations

import pytest

from core.writing.applying import apply
from core.writing.edits import Edit, RenameCharacter, SetCharacter
from core.writing.grammar import understand
from core.writing.grammar_roles import roles
from core.writing.script import Character, Location, Scene, Script, Shot


def script() -> Script:
    """A keeper, a robot, a fox and two sailors."""
    shot = Shot(id="h1", action="They wait.", duration_s=4, characters=("c1",))
    return Script(
        title="Five",
        logline="The baker Nell waits; Ivo, a young pilot with a limp, waits too.",
        characters=(
            Character(id="c1", name="Mara", gender="female", look="an old lighthouse keeper, past seventy: lean, a grey braid"),
            Character(id="c2", name="Unit 7", species="robot", look="a dented robot: square"),
            Character(id="c3", name="Rusk", species="fox", look="thin", wardrobe="a red collar"),
            Character(id="c4", name="Jon", gender="male", look="a sailor, about forty: broad"),
            Character(id="c5", name="Ike", gender="male", look="a young sailor, in the twenties: tall"),
            Character(id="c6", name="Nell", gender="female", look="a red nose"),
            Character(id="c7", name="Ivo", gender="male"),
        ),
        locations=(Location(id="l1", name="Pier", backdrop="harbour"),),
        scenes=(Scene(id="s1", location="l1", shots=(shot,)),),
    )


TALK: list[tuple[str, list[Edit]]] = [
    ("rename the robot to Bolt", [RenameCharacter(character="c2", name="Bolt")]),
    ("rename the dented robot to Bolt", [RenameCharacter(character="c2", name="Bolt")]),
    ("call the keeper Ana", [RenameCharacter(character="c1", name="Ana")]),
    ("please call the old lighthouse keeper Ana", [RenameCharacter(character="c1", name="Ana")]),
    ("The fox wears a scarf", [SetCharacter(character="c3", wardrobe="a scarf")]),
    ("give the fox a red scarf", [SetCharacter(character="c3", wardrobe="a red scarf")]),
    ("rename the young sailor to Pete", [RenameCharacter(character="c5", name="Pete")]),
    ("call the baker Rosa", [RenameCharacter(character="c6", name="Rosa")]),
    ("the pilot should be called Max", [RenameCharacter(character="c7", name="Max")]),
    ("change the fox's name to Ember", [RenameCharacter(character="c3", name="Ember")]),
    ("rename the robot to Bolt and call the keeper Ana", [RenameCharacter(character="c2", name="Bolt"), RenameCharacter(character="c1", name="Ana")]),
    ("make the keeper's voice deeper", [SetCharacter(character="c1", voice=script().character("c1").voice.model_copy(update={"pitch": "low"}))]),
]
UNCLEAR = (
    "rename the sailor to Pete",
    "call the captain Rosa",
    "rename the dog to Rex",
    "rename the nose to Rex",
    "rename the limp to Rex",
    "don't rename the robot to Bolt",
)


@pytest.mark.parametrize(("said", "meant"), TALK, ids=[said for said, _ in TALK])
def test_a_role_means_the_one_who_has_it(said: str, meant: list[Edit]) -> None:
    heard = understand(script(), said)
    assert (list(heard.edits), heard.unclear) == (meant, ())
    apply(script(), heard.edits)


@pytest.mark.parametrize("said", UNCLEAR)
def test_what_means_two_or_nobody_is_unclear(said: str) -> None:
    assert not understand(script(), said).edits


def test_roles_are_phrases_of_exactly_one() -> None:
    found = roles(script())
    assert found["keeper"] == found["lighthouse keeper"] == found["old lighthouse keeper"] == "c1"
    assert (found["robot"], found["fox"], found["young sailor"], found["baker"], found["pilot"]) == ("c2", "c3", "c5", "c6", "c7")
    assert not {"sailor", "nose", "limp", "human"} & set(found)
