"""Screenplays keep their words, people, places and shots."""

from __future__ import annotations

import pytest

from core.writing.fountain import fountain
from core.writing.importing import filming, reading
from core.writing.script import NARRATOR, Brief, Script
from tests.core.writing.conftest import lighthouse

FDX = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
 <Content>
  <Paragraph Number="1" Type="Scene Heading"><SceneProperties Length="2/8"/><Text>INT. STATION - WAITING ROOM - NIGHT</Text></Paragraph>
  <Paragraph Type="Action"><Text>Rain. </Text><Text Style="Italic">Nobody</Text><Text> comes. ROSE (8, coat too large) counts trains.</Text></Paragraph>
  <Paragraph Type="Character"><Text>ROSE</Text></Paragraph>
  <Paragraph Type="Parenthetical"><Text>(to the clock)</Text></Paragraph>
  <Paragraph Type="Dialogue"><Text>You are </Text><Text Style="Bold">always</Text><Text> late.</Text></Paragraph>
  <Paragraph Type="Character"><Text>GUARD (O.S.)</Text></Paragraph>
  <Paragraph Type="Dialogue"><Text>It has stopped. Like the trains.</Text></Paragraph>
  <Paragraph Type="Transition"><Text>DISSOLVE TO:</Text></Paragraph>
  <Paragraph Type="Scene Heading"><Text>EXT. PLATFORM - DAWN</Text></Paragraph>
  <Paragraph Type="Action"><Text>A train.</Text></Paragraph>
 </Content>
 <TitlePage><Content><Paragraph Alignment="Center"><Text>THE LAST WAITING ROOM</Text></Paragraph><Paragraph><Text>by</Text></Paragraph></Content></TitlePage>
</FinalDraft>"""


def film(text: str, name: str, length_s: int | None = None) -> Script:
    """The film of a screenplay, whole or cut."""
    story = reading.parsed(reading.plain(text), name)
    return filming.adapted(story, Brief(idea="x", length_s=length_s or filming.natural_s(story), language=story.language)).script


def test_what_was_written_here_comes_back_as_it_was() -> None:
    whole = lighthouse()
    again = film(fountain(whole), "lighthouse.fountain", round(whole.length_s))
    assert again.title == whole.title
    assert [(c.name) for c in again.characters] == [c.name for c in whole.characters]
    assert [(p.name, p.backdrop, p.interior) for p in again.locations] == [(p.name, p.backdrop, p.interior) for p in whole.locations]
    assert [(s.time_of_day, s.weather, s.synopsis) for s in again.scenes] == [(s.time_of_day, s.weather, s.synopsis) for s in whole.scenes]
    assert [(h.action, h.size, h.move, h.lens_mm) for h in again.shots] == [(h.action, h.size, h.move, h.lens_mm) for h in whole.shots]
    said = [[(line.text, line.speaker == NARRATOR) for line in shot.lines] for shot in again.shots]
    assert said == [[(line.text, line.speaker == NARRATOR) for line in shot.lines] for shot in whole.shots]


def test_final_draft_with_styled_runs() -> None:
    script = film(FDX, "waiting.fdx")
    assert script.title == "The Last Waiting Room"
    assert next((c.name, c.age, c.look) for c in script.characters) == ("Rose", "child", "8, coat too large")
    assert [(p.name, p.interior) for p in script.locations] == [("Station, waiting room", True), ("Platform", False)]
    lines = [(script.character(line.speaker).name, line.text, line.delivery) for shot in script.shots for line in shot.lines]
    assert lines == [("Rose", "You are always late.", "to the clock"), ("Guard", "It has stopped. Like the trains.", "")]
    assert "Rain. Nobody comes." in script.shots[0].action
    assert [scene.time_of_day for scene in script.scenes] == ["night", "dawn"]
    assert script.scenes[1].shots[0].transition == "dissolve"


def test_a_plain_text_with_headings_is_a_screenplay() -> None:
    text = (
        "INT. KITCHEN - NIGHT\n\nMara reads.\n\nMARA\nI know this hand.\n\nTOM (CONT'D)\nWhose is it?\n\nMARA\nMine. I wrote it and I have never written it.\n"
    )
    story = reading.parsed(text, "notes.txt")
    assert (story.kind, story.speakers) == ("fountain", ("Mara", "Tom"))


@pytest.mark.parametrize("length_s", [15, 20, 30, 45])
def test_cut_to_length_says_what_went(length_s: int) -> None:
    scene = "INT. KITCHEN - NIGHT\n\n" + "".join(
        f"MARA\nThis is line number {n} of them.\n\nTOM\nAnd this is what I say to number {n}.\n\nThe kettle moves.\n\n" for n in range(20)
    )
    story = reading.parsed(scene, "long.fountain")
    made = filming.adapted(story, Brief(idea="x", length_s=length_s))
    assert made.script.length_s == length_s
    assert made.lines_out > 0
    said = [line.text for shot in made.script.shots for line in shot.lines]
    assert made.lines == len(said)
    every = [moment.text for moment in story.moments if moment.who]
    assert len(every) == made.lines + made.lines_out
    at = [every.index(text) for text in said]
    assert at == sorted(at), "the story's order is kept"
    assert filming.notes_of(made)[0].args["lines"] == made.lines_out
