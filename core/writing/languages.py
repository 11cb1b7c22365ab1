"""In which language a text is written, well enough to notice that a writer answered in the wrong one. Called by `checks`."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources

import yaml

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
_SHARED = {"uk": "ru", "bg": "ru", "sr": "ru", "be": "ru", "mk": "ru", "kk": "ru", "fa": "ar", "ur": "ar", "mr": "hi", "ne": "hi", "yi": "he", "yue": "zh"}
"""Languages written in the letters of another one, from which this file does not tell them."""
LETTERS_LEAST = 0.3
"""This share of a text in a script makes it a text of that script's language; kana alone is less and counts more."""


@cache
def _common_words() -> dict[str, frozenset[str]]:
    text = resources.files("core.writing").joinpath("data/common_words.yaml").read_text(encoding="utf-8")
    return {language: frozenset(words) for language, words in yaml.safe_load(text).items()}


def base(language: str) -> str:
    """The primary part of a BCP 47 tag: `pt` for `pt-BR`."""
    return re.split(r"[-_]", language)[0].casefold()


def language_of(text: str) -> str:
    """The likely language of a text (its primary tag), or empty where there is too little to tell."""
    letters = sum(ch.isalpha() for ch in text)
    for language, pattern in _SCRIPTS.items():
        share = len(pattern.findall(text)) / max(1, letters)
        if share > (0.1 if language == "ja" else LETTERS_LEAST):
            return language
    words = Counter(_WORD.findall(text.casefold()))
    scores = {language: sum(words[word] for word in common) for language, common in _common_words().items()}
    best, second = sorted(scores, key=lambda x: -scores[x])[:2]
    sure = scores[best] >= 4 and scores[best] >= 1.5 * scores[second]
    return best if sure else ""


@cache
def _idea_words() -> dict[str, frozenset[str]]:
    text = resources.files("core.writing").joinpath("data/idea_words.yaml").read_text(encoding="utf-8")
    return {language: frozenset(words) for language, words in yaml.safe_load(text).items()}


def told_in(idea: str) -> str:
    """The likely language of one sentence (its primary tag), or empty where its small words do not tell."""
    if sure := language_of(idea):
        return sure
    words = {word.group() for word in _WORD.finditer(idea.casefold())}
    scores = {language: len(words & small) for language, small in _idea_words().items()}
    best, second = sorted(scores, key=lambda x: -scores[x])[:2]
    return best if scores[best] >= 2 and scores[best] > scores[second] else ""


def is_other_language(text: str, language: str) -> str:
    """The language that a text is in if that is surely not `language`, else empty."""
    asked = _SHARED.get(base(language), base(language))
    found = language_of(text)
    if not found or found == asked:
        return ""
    tellable = asked in _common_words() or asked in _SCRIPTS
    return found if tellable or found in _SCRIPTS else ""
