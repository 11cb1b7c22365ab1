"""Plain talk about a brief: "make it 2 minutes", "vertical", "90 s, square". The words of each language stand in its catalogue."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale

from bots.conversation.words import LANGUAGES, Words, fold
from core.writing.kinds.rules import KINDS
from core.writing.script import FILM_S_MAX, FILM_S_MIN

UNITS = {"second": 1, "minute": 60, "hour": 3600}
FORMATS = ("tiktok", "shorts", "square", "youtube")
"""The more particular first: `vertical for tiktok` is tiktok."""
_NUMBER = r"\d+(?:[.,]\d+)?"
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")
SECONDS_MAX = 10_000_000


@dataclass(frozen=True)
class Heard:
    """Changes to the brief, by field; `rest` are the words that are none, those that mean nothing left out."""

    changes: Mapping[str, Any]
    rest: str


def hear(words: Words, said: str) -> Heard:
    """What a sentence says about length, format, kind and language."""
    text = fold(said)
    changes: dict[str, Any] = {}
    seconds, text = _length(words, text)
    if seconds is not None:
        changes["length_s"] = seconds
    for format in FORMATS:
        text, found = _without(text, words.heard(f"heard-format-{format}"))
        if found:
            changes.setdefault("format", format)
    for kind in KINDS:
        text, found = _without(text, words.heard(f"heard-kind-{kind.replace('_', '-')}"))
        if found:
            changes.setdefault("kind", kind)
    for language in LANGUAGES:
        text, found = _without(text, _names(words, language))
        if found:
            changes["language"] = language
    rest, _ = _without(text, words.heard("heard-filler"))
    return Heard(changes, fold(re.sub(r"[^\w\s]", " ", rest)))


def kind_of(words: Words, idea: str) -> str | None:
    """The kind of film that an idea itself names at its beginning: `an ad for …`, `a trailer about …`."""
    about = _longest_first(words.heard("heard-about"))
    for kind in KINDS:
        phrases = _longest_first(words.heard(f"heard-kind-{kind.replace('_', '-')}"))
        if re.match(rf"(?:\W*\w+){{0,3}}?\W*(?<!\w)(?:{phrases})\s+(?:{about})(?!\w)", fold(idea)):
            return kind
    return None


def length_of(words: Words, typed: str) -> int | None:
    """Seconds of a length as it is typed: `90`, `2 minutes`, `1:30`, `half a minute`. None for what is no length."""
    text = fold(typed)
    if re.fullmatch(_NUMBER, text):
        return min(SECONDS_MAX, round(float(text.replace(",", "."))))
    seconds, rest = _length(words, text)
    rest, _ = _without(rest, words.heard("heard-filler"))
    return seconds if not re.search(r"\w", rest) else None


def _length(words: Words, text: str) -> tuple[int | None, str]:
    """The length that is named in the text and the text without it."""
    text = text.translate({ord("½"): " 0.5"})
    if clock := _CLOCK.search(text):
        return int(clock[1]) * 60 + int(clock[2]), text[: clock.start()] + " " + text[clock.end() :]
    numbers = _numbers(words)
    total, found = 0.0, False
    for unit, seconds in UNITS.items():

        def take(match: re.Match[str], seconds: int = seconds) -> str:
            nonlocal total, found
            total += float((match[1] or numbers[match[2]]).replace(",", ".")) * seconds
            found = True
            return " "

        text = _amount(words, unit).sub(take, text)
    return (min(SECONDS_MAX, round(total)) if found else None), text


def other_lengths(length_s: int) -> tuple[int | None, int | None]:
    """What "shorter" and "longer" mean for a film of this length, where they are possible."""
    step = max(15, round(length_s / 4 / 5) * 5)
    shorter, longer = max(FILM_S_MIN, length_s - step), min(FILM_S_MAX, length_s + step)
    return (shorter if shorter < length_s else None), (longer if longer > length_s else None)


@functools.cache
def _numbers(words: Words) -> dict[str, str]:
    """Number words and what they are: `half a` is 0.5."""
    pairs = (one.partition("=") for one in words.heard("heard-numbers"))
    return {name.strip(): value.strip() for name, _, value in pairs}


@functools.cache
def _amount(words: Words, unit: str) -> re.Pattern[str]:
    """A number, in figures or in words, and a unit of time. A word needs a space after it (`tens` is no `ten s`), where its script has any."""
    figures, spelled = rf"({_NUMBER})[\s-]*", rf"({_longest_first(_numbers(words))})(?:[\s-]+|(?<=[\u3040-\u30ff\u4e00-\u9fff]))"
    return re.compile(rf"(?<!\w)(?:{figures}|{spelled})(?:{_longest_first(words.heard(f'heard-{unit}'))})(?!\w)")


def _longest_first(phrases: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(one) for one in phrases if one), key=len, reverse=True))


@functools.cache
def _names(words: Words, language: str) -> frozenset[str]:
    """What a language is called, here and by those who speak it."""
    locale = Locale.parse(language, sep="-")
    bare = Locale(locale.language)
    names = {locale.get_display_name(words.locale), bare.get_display_name(words.locale), bare.get_display_name(bare)}
    return frozenset(fold(name) for name in names if name)


@functools.cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str] | None:
    spelled = _longest_first(phrases)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)") if spelled else None


def _without(text: str, phrases: frozenset[str]) -> tuple[str, bool]:
    """The text without these phrases, and whether any of them stood in it."""
    pattern = _any_of(phrases)
    if pattern is None:
        return text, False
    rest, count = pattern.subn(" ", text)
    return rest, count > 0
