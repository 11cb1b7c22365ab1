"""The vocabulary of plain talk: `data/talk.yaml` turned into tables and patterns, numbers in words, and typing errors put right.

Only `grammar` and its rules read this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import lemminflect
import yaml


def _listed(text: str) -> list[str]:
    return text.split()


NUMBERS = {w: n for n, w in enumerate(_listed("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                                      "seventeen eighteen nineteen twenty"))}  # fmt: skip
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {w: n for n, w in enumerate(_listed("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
                                       "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"), 1)}  # fmt: skip
_WORDS = "|".join(sorted((*NUMBERS, *TENS), key=len, reverse=True))
COUNT = rf"(?:\d+|(?:{_WORDS})(?:[- ](?:{_WORDS}))?)"
NUMBER = rf"(?:\d+(?:[.,]\d+)?|(?:{_WORDS})(?:[- ](?:{_WORDS}))?|an?|half an?)"
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
STRUCTURE = _listed(
    "scene scenes shot shots panel make change remove delete rename title between after before beginning start camera character minutes minute seconds second "
    "shorter longer closer wider tighter rewrite redraw swap switch split insert narrator narration without dialogue voice called should would could please "
    "last length duration second third fourth transition dissolve wears wear move position replace undo revert whole everything another"
)
SMALL_WORDS = frozenset(
    _listed(
        "the and with from into onto this that then than when what where which your their there them they been have does will would could should about over "
        "under after before until while may can hope because every each both some such very much more less also only just okay"
    )
)


def number(text: str) -> float:
    """The number that a text matched by `NUMBER` means. ValueError if it means none."""
    words = text.casefold().replace("-", " ").split()
    if words[0].isdigit() or re.fullmatch(r"\d+[.,]\d+", words[0]):
        return float(words[0].replace(",", "."))
    if words[0] == "half":
        return 0.5
    if words[0] in ("a", "an"):
        return 1
    values = {**NUMBERS, **TENS}
    if any(word not in values for word in words) or (len(words) == 2 and not (words[0] in TENS and 0 < values[words[1]] < 10)):
        raise ValueError(f"{text!r} is no number")
    return float(sum(values[word] for word in words))


def ordinal(text: str) -> int:
    """The place that a text matched by `ORDINAL` means, from 1."""
    return ORDINALS.get(text.casefold()) or int(text[:-2])


@dataclass(frozen=True)
class Feeling:
    """How a scene's mood changes when it shall be so, more so or less so."""

    mood: str
    more: dict[str, str]
    less: dict[str, str]

    def of(self, now: str, degree: str) -> str:
        """The mood that a scene of mood `now` gets; `degree` is `is`, `more` or `less`."""
        if degree == "is":
            return self.mood
        table = self.more if degree == "more" else self.less
        return table.get(now) or (now if now == self.mood else table.get("other", now))


class Words:
    """All tables, each from a word or phrase in lower case to what it means."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.times = _turned(data["times"])
        self.weathers = _turned(data["weathers"])
        self.places = _turned(data["places"])
        self.sizes = _turned(data["sizes"])
        self.moves = _turned(data["moves"])
        self.feelings: dict[str, Feeling] = {}
        self.comparatives: dict[str, Feeling] = {}
        for entry in data["moods"]:
            feeling = Feeling(entry["is"], entry["more"], entry["less"])
            self.feelings |= dict.fromkeys(entry["words"], feeling)
            self.comparatives |= dict.fromkeys(entry["comparatives"], feeling)
        self.outside = frozenset(data["seen_from_outside"])
        self.clothing = frozenset(data["clothing"])
        self.looks = frozenset(data["looks"])
        self.deliveries: dict[str, str] = data["deliveries"]
        self.colours: dict[str, str] = data["colours"]
        tables: tuple[Iterable[str], ...] = (self.times, self.weathers, self.places, self.sizes, self.moves, self.feelings, self.comparatives, STRUCTURE)
        self.spelled = frozenset(word for table in tables for phrase in table for word in re.findall(r"[a-z]{4,}", phrase))


def _turned(table: dict[str, list[str]]) -> dict[str, str]:
    return {phrase: value for value, phrases in table.items() for phrase in phrases}


@cache
def words() -> Words:
    """The vocabulary, read once."""
    return Words(yaml.safe_load(resources.files("core.writing").joinpath("data/talk.yaml").read_text(encoding="utf-8")))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases, the longest first."""
    return "(?:" + "|".join(re.escape(x) for x in sorted(phrases, key=len, reverse=True)) + ")"


def place_of(phrase: str) -> str | None:
    """The backdrop that a noun phrase such as `an old fishing harbour full of boats` names by its head, or None."""
    head = re.split(r"\s+(?:of|with|full|near|by|in|on|at|where|that|which|under|above|behind|beside)\s+", phrase.casefold())[0]
    parts = re.findall(r"[\w'’-]+", head)
    for start in range(max(0, len(parts) - 4), len(parts)):
        if backdrop := words().places.get(" ".join(parts[start:])):
            return backdrop
    return None


def spelled_right(text: str) -> tuple[str, dict[str, str]]:
    """The text with typing errors in words of the vocabulary put right, and what was typed for each word that changed.

    Only words that are no English words are touched, and only if exactly one word of the vocabulary is one slip away.
    """
    changed: dict[str, str] = {}

    def mend(found: re.Match[str]) -> str:
        typed = str(found[0])
        if typed in SMALL_WORDS or typed in words().spelled or lemminflect.getAllLemmas(typed):
            return typed
        near = [word for word in words().spelled if _one_slip(typed, word)]
        if len(near) != 1:
            return typed
        changed[near[0]] = typed
        return str(near[0])

    return re.sub(r"(?<![\w<'’-])[a-z]{4,}(?![\w'’-])", mend, text), changed


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is missing, too many, wrong or changed places with its neighbour. The first letter is typed right."""
    if typed[0] != meant[0] or abs(len(typed) - len(meant)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    a, b = typed[at:], meant[at:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (len(a) > 1 and len(b) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:])
