"""Forms of English, and the lint that finds slips in them."""

from __future__ import annotations

import pytest

from core.writing.offline.english import number_word, plural, sentences_capitalised, title_case, verb_form, with_article
from core.writing.offline.lint import slips


@pytest.mark.parametrize(
    ("noun", "said"), [("old robot", "an old robot"), ("hour", "an hour"), ("unicorn", "a unicorn"), ("bread", "some bread"), ("umbrella", "an umbrella")]
)
def test_articles(noun: str, said: str) -> None:
    assert with_article(noun) == said


def test_forms() -> None:
    assert plural("noodle chef") == "noodle chefs"
    assert verb_form("share one kitchen", "VBG") == "sharing one kitchen"
    assert verb_form("steal a loaf", "VBD") == "stole a loaf"
    assert number_word(22) == "twenty-two"
    assert title_case("the last bus to lisbon") == "The Last Bus to Lisbon"
    assert sentences_capitalised("once. then again") == "Once. Then again."


@pytest.mark.parametrize("text", ["A apple falls.", "She she left.", "He have it.", "They was here.", "i know.", "No end", "An {prop}.", "Odd , comma."])
def test_slips_are_found(text: str) -> None:
    assert slips(text)


@pytest.mark.parametrize(
    "text", ["An hour, no more.", "Did she have it?", "He had had enough.", "No, no. Go on.", "One of them was here.", "“When they knock, do not…”"]
)
def test_good_english_passes(text: str) -> None:
    assert slips(text) == []
