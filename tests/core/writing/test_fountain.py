"""The screenplay is Fountain that an independent reader takes for exactly what it is."""

import pytest
from screenplay_tools.fountain.parser import Parser
from screenplay_tools.screenplay import ElementType

from core.writing.applying import apply
from core.writing.edits import RenameCharacter, SetLines, SetScene, SetShot
from core.writing.fountain import fountain
from core.writing.importing.screenplay import from_fountain
from core.writing.script import Line, Script
from tests.core.writing.conftest import lighthouse


def read(script: Script) -> tuple[Parser, list[tuple[ElementType, str]]]:
    parser = Parser()
    parser.add_text(fountain(script))
    elements = [(e.type, e.name if e.type is ElementType.CHARACTER else e.text_raw.strip()) for e in parser.script.elements]
    return parser, elements


def of(kind: ElementType, elements: list[tuple[ElementType, str]]) -> list[str]:
    return [text for found, text in elements if found is kind]


def test_everything_is_read_back(script: Script) -> None:
    parser, elements = read(script)
    assert {e.key: e.text for e in parser.script.titleEntries}["Title"] == "Mara and the Lamp"
    assert of(ElementType.HEADING, elements) == ["EXT. LIGHTHOUSE - DUSK", "INT. KITCHEN - DAY", "EXT. LIGHTHOUSE - NIGHT"]
    assert [e.scene_number for e in parser.script.elements if e.type is ElementType.HEADING] == ["1", "2", "3"]
    assert of(ElementType.SYNOPSIS, elements) == ["Mara finds the bottle.", "She reads.", "The lamp is lit."]
    assert of(ElementType.CHARACTER, elements) == ["MARA", "OLD TOM", "MARA", "NARRATOR"]
    assert of(ElementType.DIALOGUE, elements) == ["I know this hand.", "Mara? Mara, what is it?", "Nothing, Tom.", "Mara lit the lamp again."]
    actions = "\n".join(of(ElementType.ACTION, elements))
    assert all(shot.action in actions for shot in script.shots)
    assert [note.text for note in parser.script.notes] == [
        "Shot 1 · WS · static · 35 mm · 5 s", "Shot 2 · INSERT · static · 35 mm · 4 s", "Shot 3 · CU · static · 35 mm · 6 s",
        "Shot 4 · MS · static · 35 mm · 5 s",
        "Shot 5 · EWS · static · 35 mm · 5 s",
    ]  # fmt: skip
    assert [e.extension for e in parser.script.elements if e.type is ElementType.CHARACTER] == [None, None, None, "V.O."]
    assert of(ElementType.TRANSITION, elements) == ["FADE OUT."]


def test_how_it_is_said_and_how_it_is_cut(script: Script) -> None:
    lines = (Line(speaker="c1", text="I know.", delivery="(quietly)"), Line(speaker="c1", text="(I know this hand.)"))
    edits = [
        SetLines(shot="h3", lines=lines),
        SetShot(shot="h3", transition="dissolve"),
        SetShot(shot="h4", transition="dissolve"),
        SetScene(scene="s2", weather="rain"),
    ]
    _, elements = read(apply(script, edits).script)
    assert of(ElementType.PARENTHETICAL, elements) == ["quietly"]
    assert of(ElementType.TRANSITION, elements) == ["DISSOLVE TO:", "DISSOLVE TO:", "FADE OUT."]
    assert "INT. KITCHEN - DAY, RAIN" in of(ElementType.HEADING, elements)
    assert "“(I know this hand.)”" in of(ElementType.DIALOGUE, elements)


@pytest.mark.parametrize(
    "action", ["EXT. A word that looks like a heading.", "SILENCE", "> an arrow", "~ a wave", "# one", "@ home", "= so", "CUT TO:", "!no", "(she waits)"]
)
def test_an_action_stays_an_action(script: Script, action: str) -> None:
    _, elements = read(apply(script, [SetShot(shot="h2", action=action)]).script)
    assert any(action.lstrip("!") in text for text in of(ElementType.ACTION, elements))
    assert len(of(ElementType.HEADING, elements)) == 3
    assert len(of(ElementType.CHARACTER, elements)) == 4


@pytest.mark.parametrize("name", ["Ёлка", "美咲", "Élodie", "R2 Unit", "Jean-Luc", "Señor Paz"])
def test_any_name_is_a_name(script: Script, name: str) -> None:
    parser, elements = read(apply(script, [RenameCharacter(character="c1", name=name)]).script)
    assert of(ElementType.CHARACTER, elements)[0] == name.upper()
    assert len(parser.script.elements) == len(read(script)[0].script.elements)


def test_marks_are_no_markup(script: Script) -> None:
    parser, _ = read(apply(script, [SetShot(shot="h2", action="A *star* [[note]] /* gone */ stays.")]).script)
    assert len(parser.script.notes) == 5
    assert not parser.script.boneyards


def test_lines_that_overlap_are_dual_dialogue_there_and_back() -> None:
    base = lighthouse()
    first = base.scenes[0].shots[0]
    lines = (Line(speaker="c1", text="I know this hand."), Line(speaker="c2", text="You cannot know it.", overlaps=True))
    shot = first.model_copy(update={"characters": ("c1", "c2"), "lines": lines})
    script = base.model_copy(update={"scenes": (base.scenes[0].model_copy(update={"shots": (shot,)}),)})
    text = fountain(script)
    assert "OLD TOM ^\nYou cannot know it." in text
    moments = [moment for passage in from_fountain(text).passages for moment in passage.moments if moment.kind == "said"]
    assert [moment.overlaps for moment in moments] == [False, True]
