"""Prose: who says what, where scenes begin, and nothing reworded."""

from __future__ import annotations

import re

import pytest

from core.errors import WritingFailed
from core.writing.importing import filming, reading
from core.writing.importing.sentences import breaths, sentences
from core.writing.script import NARRATOR, Brief

BOTTLE = """The Bottle

Mara lived in the lighthouse at the end of the world, and nobody came to see her. Every evening she climbed the stairs and lit the lamp.

One evening a bottle knocked against the rocks. She went down to the beach in the rain and picked it up.

“I know this hand,” said Mara.

The next morning old Tom came in his boat. He brought bread to the kitchen, as he did on Tuesdays.

“You look as if you had seen a ghost,” he said.

“Do you believe a letter can be older than its ink?”

Tom put down the bread. “I believe letters are mostly bills.”

“This one says: do not light the lamp tonight.”

“Then don't,” said Tom, reaching for the butter.

“And if a ship comes?”

“Nothing has come for nineteen years, Mara.” He did not look at her when he said it.
"""


def lines(text: str, name: str = "") -> list[tuple[str, str]]:
    """(who, what) of everything said."""
    return [(moment.who, moment.text) for moment in reading.parsed(reading.plain(text), name).moments if moment.who]


def test_everybody_says_their_own() -> None:
    assert lines(BOTTLE) == [
        ("Mara", "I know this hand."),
        ("Tom", "You look as if you had seen a ghost."),
        ("Mara", "Do you believe a letter can be older than its ink?"),
        ("Tom", "I believe letters are mostly bills."),
        ("Mara", "This one says: do not light the lamp tonight."),
        ("Tom", "Then don't."),
        ("Mara", "And if a ship comes?"),
        ("Tom", "Nothing has come for nineteen years, Mara."),
    ]


def test_scenes_title_and_people() -> None:
    story = reading.parsed(BOTTLE, "")
    script = filming.adapted(story, Brief(idea="x", length_s=filming.natural_s(story))).script
    assert script.title == "The Bottle"
    assert [(script.place_of(s).name, script.place_of(s).interior, s.time_of_day) for s in script.scenes] == [
        ("The lighthouse", False, "dusk"), ("The beach", False, "dusk"), ("The kitchen", True, "dawn"),
    ]  # fmt: skip
    assert [(c.name, c.gender) for c in script.characters] == [("Mara", "female"), ("Tom", "male")]
    assert any(shot.action == "Tom, reaching for the butter." for shot in script.shots)
    shown = next(shot for shot in script.shots if shot.action.startswith("She went down"))
    assert [script.character(id).name for id in shown.characters] == ["Mara"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("— Hola —dijo Ana—. ¿Quién es usted?\n— Soy el nuevo farero —respondió Luis—. Me manda el puerto.\nAna cerró la puerta. Era tarde y llovía mucho.\n",
         [("Ana", "Hola. ¿Quién es usted?"), ("Luis", "Soy el nuevo farero. Me manda el puerto.")]),
        ("„Du bist spät“, sagte Greta. Der Mann in der Tür sah auf die Uhr und dann auf seine Schuhe.\n\n„Ich weiß“, sagte Emil.",
         [("Greta", "Du bist spät."), ("Emil", "Ich weiß.")]),
        ("« Tu es en retard », dit Colette. Il ne répondit pas, il regardait la pluie sur la vitre et le chat.\n\n« Je sais », dit Luc.",
         [("Colette", "Tu es en retard."), ("Luc", "Je sais.")]),
        ("ANNA: You were here before me.\nBEN (laughing): I was here before the house.\nANNA: Where is the key?\nBEN: There was never a key.",
         [("Anna", "You were here before me."), ("Ben", "I was here before the house."), ("Anna", "Where is the key?"), ("Ben", "There was never a key.")]),
        ('"Come in," said the old man, and closed the door. "You are late." It was not yet seven and the street was full of people going home.',
         [("Old man", "Come in."), ("Old man", "You are late.")]),
        ("'We close at six,' she said. 'It is five.' The clock over the counter agreed with neither.", []),
    ],
)  # fmt: skip
def test_many_ways_to_write_dialogue(text: str, said: list[tuple[str, str]]) -> None:
    assert lines(text) == said


def test_a_line_that_nobody_says_is_told() -> None:
    story = reading.parsed("The hall was dark and smelled of apples. “Who is there?” The stairs creaked, and then they did not creak any more at all.", "")
    assert [(moment.kind, moment.text) for moment in story.moments][1] == ("told", "“Who is there?”")


def test_no_word_is_changed() -> None:
    story = reading.parsed(BOTTLE, "")
    told = set(re.findall(r"\w+", BOTTLE.casefold()))
    script = filming.adapted(story, Brief(idea="x", length_s=filming.natural_s(story))).script
    for shot in script.shots:
        for line in shot.lines:
            assert set(re.findall(r"\w+", line.text.casefold())) <= told
            if line.speaker == NARRATOR:
                assert line.text.strip("“”") in " ".join(BOTTLE.split())


def test_a_story_is_not_drawn_out() -> None:
    story = reading.parsed(BOTTLE, "")
    with pytest.raises(WritingFailed) as refused:
        filming.adapted(story, Brief(idea="x", length_s=600))
    assert refused.value.key == "import-too-short"
    most = filming.longest_s(story)
    assert filming.adapted(story, Brief(idea="x", length_s=most)).script.length_s == most


@pytest.mark.parametrize("length_s", [15, 30, 60])
def test_shorter_keeps_the_beginning_the_end_and_the_order(length_s: int) -> None:
    story = reading.parsed(BOTTLE, "")
    script = filming.adapted(story, Brief(idea="x", length_s=length_s)).script
    assert script.length_s == length_s
    every = [shot.action for shot in filming.adapted(story, Brief(idea="x", length_s=filming.natural_s(story))).script.shots]
    at = [every.index(shot.action) for shot in script.shots if every.count(shot.action) == 1]
    assert at == sorted(at)


def test_sentences_and_breaths() -> None:
    assert sentences("Mr. Tom came. “Who?” he asked. It was 3 p.m. and late…") == ["Mr. Tom came.", "“Who?”", "he asked.", "It was 3 p.m.", "and late…"]
    long = (
        "She took the letter, and the lamp, and the old coat that had been his, and went down to the water where the boat was, and did not look back, not once."
    )
    assert "".join(breaths(long)).replace(" ", "") == long.replace(" ", "")
    assert all(len(piece.split()) <= 26 for piece in breaths(long))
