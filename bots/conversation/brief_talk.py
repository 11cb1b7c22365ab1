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
FORMATS = ("tiktok", "reels", "shorts", "square", "youtube")
"""The more particular first: `vertical for tiktok` is tiktok."""
_NUMBER = r"\d+(?:[.,]\d+)?"
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
"""Letters of scripts that put no spaces between words."""
_NOT_IN_WORD, _NO_WORD_GOES_ON = rf"(?<![^\W{_UNSPACED}])", rf"(?![^\W{_UNSPACED}])"
"""The edges of a word where a letter of an unspaced script may stand beside it."""
_NUMERALS = r"\d一二三四五六七八九十百千万两半"
_FRACTION = r"(?!の?[\d一二三四五六七八九十]|之)"
_NO_AMOUNT = r"(?!半分(?!钟)|十分(?:な|に(?!し)|す|(?![钟間半左])[\u4e00-\u9fff]))"
"""`3分の1` and `三分之一` are thirds, `半分` is a half, and `十分に` before a word is `very`: no minutes."""
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


_LAST_PART = re.compile(r"(?:[,;(\n，、；（。]|\s[-–—]\s)\s*([^,;()\n，、；（）。]+?)[\s).!）。]*$")
"""What stands after the last comma or dash of an idea, or in brackets at its end."""


def told_after(words: Words, idea: str) -> tuple[str, dict[str, Any]]:
    """An idea without the length, format or kind that are named after it, and those: `a boy befriends a whale, 2 minutes, vertical`."""
    told: dict[str, Any] = {}
    while (last := _LAST_PART.search(idea)) and re.search(r"[^\W\d_]", last[1]):
        heard = hear(words, last[1])
        if heard.rest or not heard.changes or "language" in heard.changes or not _is_of_film(words, last[1], heard) or not idea[: last.start()].strip():
            break
        told = {**heard.changes, **told}
        idea = idea[: last.start()].rstrip()
    return idea, told


def _is_of_film(words: Words, part: str, heard: Heard) -> bool:
    """Whether a length is the film's own: `, for an hour` is told of somebody; `, two minutes` and `, a film of ten seconds` are not."""
    if "length_s" not in heard.changes or "kind" in heard.changes or "format" in heard.changes:
        return True
    return _without(fold(part), words.heard("heard-film"))[1] or any(_amount(words, unit).match(fold(part)) for unit in UNITS)


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
            named = match["figures"] or numbers[match["spelled"] or match["joined"] or ""]
            total += (float(named.replace(",", ".")) + (0.5 if match["half"] or match["and_half"] or match["only"] else 0.0)) * seconds
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
    """Number words and what they are: `half a` is 0.5; a unit that names none is one."""
    pairs = (one.partition("=") for one in words.heard("heard-numbers"))
    return {name.strip().removesuffix("-"): value.strip() for name, _, value in pairs} | {"": "1"}


@functools.cache
def _amount(words: Words, unit: str) -> re.Pattern[str]:
    """A number, in figures or in words, and a unit of time, and a half beside either: `two and a half minutes`, `um minuto e meio`, `hora y media`, `1分半`.

    A word needs a space after it (`tens` is no `ten s`), where its script has any and the catalogue does not join it (`пол-`).
    """
    names = {one.partition("=")[0].strip() for one in words.heard("heard-numbers")}
    joined = _longest_first(name.removesuffix("-") for name in names if name.endswith("-"))
    spelled = _longest_first(name for name in names if not name.endswith("-"))
    half, units = _longest_first(words.heard("heard-half")), words.heard(f"heard-{unit}")
    spaced = _longest_first(one for one in units if not _ends_unspaced(one))
    unspaced = _longest_first(one for one in units if _ends_unspaced(one))
    number = rf"(?<![.,])(?P<figures>{_NUMBER})[\s-]*|(?<![{_NUMERALS}]){_NO_AMOUNT}(?P<spelled>{spelled})(?:[\s-]+|(?<=[{_UNSPACED}]))" + (
        rf"|(?P<joined>{joined})" if joined else r"|(?P<joined>(?!))"
    )
    ends = rf"(?:{spaced}){_NO_WORD_GOES_ON}" + (rf"|(?:{unspaced}){_FRACTION}" if unspaced else "")
    amount = rf"(?:{number})(?:(?P<half>{half})[\s-]*|(?!(?:{half}){_NO_WORD_GOES_ON}))(?:{ends})(?:\s*(?P<and_half>{half}){_NO_WORD_GOES_ON})?"
    one_and_a_half = rf"(?:{ends})\s*(?P<only>{half}){_NO_WORD_GOES_ON}"
    return re.compile(rf"{_NOT_IN_WORD}(?:{amount}|{one_and_a_half})")


def _ends_unspaced(phrase: str) -> bool:
    return re.search(rf"[{_UNSPACED}]$", phrase) is not None


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
    """Any of these as words of their own; in an unspaced script two letters or more are found wherever they stand, a single one only by itself."""
    spelled = sorted((one for one in phrases if one), key=len, reverse=True)
    return re.compile("|".join(_as_words(one) for one in spelled)) if spelled else None


def _as_words(phrase: str) -> str:
    if len(phrase) == 1 and _ends_unspaced(phrase):
        return rf"(?<!\w){phrase}(?!\w)"
    return rf"{_NOT_IN_WORD}{re.escape(phrase)}{_NO_WORD_GOES_ON}"


def _without(text: str, phrases: frozenset[str]) -> tuple[str, bool]:
    """The text without these phrases, and whether any of them stood in it. What a phrase leaves alone behind it may be one, too."""
    pattern = _any_of(phrases)
    if pattern is None:
        return text, False
    found = False
    while True:
        text, count = pattern.subn(" ", text)
        if not count:
            return text, found
        found = True
