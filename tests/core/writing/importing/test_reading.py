"""Files and texts become stories, or one clear sentence; nothing that can be sent does anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from core.writing import checks
from core.writing.importing import filming, reading
from core.writing.script import Brief

TALE = "Mara found a bottle on the beach. “I know this hand,” said Mara. She read it twice, and then she put it in the stove and went to bed early."


def wrong(data: bytes, name: str = "story.txt") -> str:
    """The key of the sentence that this file is refused with."""
    with pytest.raises(BadInput) as refused:
        reading.parsed(reading.decoded(data), name)
    return refused.value.key


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import-empty"),
        (b"  \n\n\t ", "import-empty"),
        (b"x" * (reading.BYTES_MAX + 1), "import-huge"),
        (("word " * (reading.CHARACTERS_MAX // 5 + 9)).encode(), "import-long"),
        (bytes(range(256)) * 40, "import-binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, "import-binary"),
        (b"%PDF-1.7\n1 0 obj", "import-document"),
        (b"PK\x03\x04 word/document.xml", "import-document"),
        (b"\xff\xfeM\x00a\x00r", "import-encoding"),
        (b"\xef\xbb\xbfMara \xff\xfe\xfd went home and slept", "import-encoding"),
        (b"Mara sleeps.", "import-no-story"),
        (b"!!! ... ??? " * 30, "import-no-story"),
        (b"word" * 2250, "import-no-story"),
    ],
)
def test_what_is_no_story_gets_its_sentence(data: bytes, key: str) -> None:
    assert wrong(data) == key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_encoding_is_read(encoding: str) -> None:
    story = reading.parsed(reading.decoded(TALE.encode(encoding)), "tale.txt")
    assert story.speakers == ("Mara",)
    assert [moment.text for moment in story.moments if moment.who] == ["I know this hand."]


def test_russian_in_its_old_encoding() -> None:
    told = "Анна нашла бутылку на берегу моря. «Я знаю эту руку», сказала Анна. Она прочитала письмо дважды, положила его в печь и пошла спать."
    story = reading.parsed(reading.decoded(told.encode("cp1251")), "skazka.txt")
    assert (story.language, story.speakers) == ("ru", ("Анна",))


@pytest.mark.parametrize(
    "xml",
    [
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><FinalDraft><Content><Paragraph>&b;</Paragraph></Content></FinalDraft>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><FinalDraft><Content/></FinalDraft>',
        "<FinalDraft><Content><Paragraph></FinalDraft>",
        "<html><body>Mara</body></html>",
        "just words, under the wrong name, and enough of them to be a story otherwise",
    ],
)
def test_xml_that_is_no_screenplay_is_refused(xml: str) -> None:
    assert wrong(xml.encode(), "film.fdx") == "import-fdx"


SCREENPLAY = """INT. KITCHEN - NIGHT\n|EXT. |\n\n|MARA\n|@Ann|(O.S.)|(quietly)\n|[[note]]|[[|/*|*/|> CUT TO:|**|_|\\|~|#|=|===|Title: x\n|<Text>|&amp;"""
PROSE = (
    """said Mara|“|”|"|«|»|—|Mara |he said, |.|,|!|?|…|Chapter 1\n|***\n|The next morning |in the kitchen |the cat said |A: |\t|  |「|」|桜|1.|IV.\n|word """
)
WORDS = st.sampled_from(f"{SCREENPLAY}|{PROSE}|and ".split("|"))


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=120).map("".join), st.sampled_from(["", "a.txt", "a.fountain", "a.fdx"]))
def test_any_text_is_a_film_or_a_sentence(text: str, name: str) -> None:
    try:
        story = reading.parsed(reading.plain(text), name)
    except BadInput:
        return
    length_s = filming.natural_s(story)
    script = filming.adapted(story, Brief(idea="x", length_s=length_s, language=story.language)).script
    assert script.length_s == pytest.approx(length_s, rel=0.05)
    assert not {finding.rule for finding in checks.findings(script, Brief(idea="x", length_s=length_s))} & {
        "empty", "length", "too-much-said", "line-too-long", "speaker-unseen", "scene-empty", "duration",
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(str.encode) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    try:
        text = reading.decoded(data)
    except BadInput:
        return
    assert text.strip()
    assert "\x00" not in text


@pytest.mark.parametrize("text", ["— " * 200_000, "*a " * 100_000, "INT. A - DAY\n\n" + " " * 400_000 + "A", "“a” " * 60_000, "A: b\n" * 40_000])
@pytest.mark.timeout(60)
def test_hostile_texts_end(text: str) -> None:
    try:
        story = reading.parsed(reading.plain(text), "")
    except BadInput:
        return
    assert story.moments
