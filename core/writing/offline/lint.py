"""Rejects slips: articles, doubled words, unfilled slots, agreement, pronouns, capitals, end marks, lines said twice.

Called by `offline_writer`, `proofread` and tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from core.writing.offline.english import article, parts_of_speech
from core.writing.offline.lexicon import word_set
from core.writing.script import Character, Script

WORDS_MAX = 34
"""More words than this nobody says in one breath (the premise may be as long as the idea's first sentence)."""
_ARTICLE = re.compile(r"\b(an?) ([A-Za-z][\w'-]*)", re.I)
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.I)
_MAY_DOUBLE = word_set("grammar_words", "may_double")
_THIRD = re.compile(r"\b(he|she|it) (have|do|were|are|go|don't|haven't)\b", re.I)
_BEFORE_THIRD = re.compile(
    r"\b(?:did|do|does|if|let|make|made|makes|see|saw|watch|hear|help|wish|as though|as if|that|can|could|will|would|should|must|may|than)\W+(?:\w+\W+)?$",
    re.I,
)
_FIRST = re.compile(r"\b(I) (is|are|has|does|goes)\b")
_MANY = re.compile(r"\b(they|we|you) (is|was|has|does|goes|isn't|doesn't|hasn't)\b", re.I)
_TWO_ARTICLES = re.compile(r"\b(?:an?|the|no) (?:an?|the) (?=\w)", re.I)
_HE, _SHE = re.compile(r"\b(?:he|him|his|himself)\b", re.I), re.compile(r"\b(?:she|her|hers|herself)\b", re.I)
_OTHERS = re.compile(r"\b(?:some(?:body|one)|an? (?:old |young |small )?(?:man|woman|boy|girl|child)|who|queen|king)\b", re.I)
"""People whom a text shows without their being in the cast."""
_SLOT = re.compile(r"[{}]|\[\[")
_LOWER = re.compile(r"[a-zà-ÿ][.!?] [a-zà-ÿ]")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Dr|St|No|vs|etc)\.$")
_PUNCTUATION = re.compile(r" [,.;!?]|,,|\.\.(?!\.)|[,;]\.|\.,|\?\.|!\.|\(\)|  ")


def slips(text: str, spoken: bool = True) -> list[str]:
    """What is wrong with one text; empty if nothing is."""
    found = [f"slot: {m[0]}" for m in _SLOT.finditer(text)]
    found += [f"doubled word: {m[0]}" for m in _DOUBLED.finditer(text) if m[1].lower() not in _MAY_DOUBLE]
    for m in _ARTICLE.finditer(text):
        word = m[2]
        if m[1] == "A" and ((m.start() > 0 and text[m.start() - 1] not in ' "“') or text[m.end() : m.end() + 1] == "."):
            continue
        if article(word) != m[1].lower() and not re.match(r"^[A-Z]{1,3}$", word) and parts_of_speech(word):
            found.append(f"article: {m[0]}")
    found += [f"two articles: {m[0]}" for m in _TWO_ARTICLES.finditer(text)]
    found += [f"agreement: {m[0]}" for m in _THIRD.finditer(text) if not _BEFORE_THIRD.search(text[: m.start()])]
    found += [
        f"agreement: {m[0]}" for p in (_FIRST, _MANY) for m in p.finditer(text) if not re.search(r"\b(?:of|with|between|than|and)\W+$", text[: m.start()])
    ]
    found += [f"punctuation: {text[max(0, m.start() - 8) : m.end() + 4]!r}" for m in _PUNCTUATION.finditer(text)]
    first = re.search(r"[A-Za-zÀ-ÿ]", text)
    if first and first[0].islower() and not text.startswith("…"):
        found.append(f"begins small: {text[:24]}")
    found += [f"small after a full stop: {m[0]}" for m in _LOWER.finditer(text) if not _ABBREVIATED.search(text[: m.start() + 2])]
    if text[-1] not in ".!?…\"”—'’":
        found.append(f"no end mark: {text[-24:]}")
    if spoken and len(text.split()) > WORDS_MAX:
        found.append(f"too long to say: {text[:40]}")
    return found


def heard(script: Script) -> list[str]:
    """Every line of dialogue and narration, in order."""
    return [line.text for shot in script.shots for line in shot.lines]


def repeated(lines: Iterable[str]) -> list[str]:
    """Lines said more than once, compared by their letters."""
    counted = Counter(re.sub(r"[^a-z0-9 ]", "", x.lower()).strip() for x in lines)
    return [x for x, n in counted.items() if n > 1]


def wrong_pronouns(text: str, cast: Iterable[Character]) -> list[str]:
    """Pronouns in what is seen that fit nobody named in it: `Mara puts on his hat`. A text that names nobody is not judged."""
    named = [c for c in cast if re.search(rf"\b{re.escape(c.name)}\b", text, re.I)]
    found = []
    for gender, pattern in (("male", _HE), ("female", _SHE)):
        wrong = pattern.search(text)
        if wrong and named and all(c.gender not in (gender, "neutral") for c in named) and not _OTHERS.search(text):
            found.append(f"pronoun: {wrong[0]} in {text[:60]!r}")
    return found


def findings(script: Script) -> list[str]:
    """Everything a proof-reader would mark in a script, each with its shot."""
    found = []
    for shot in script.shots:
        texts = [(shot.action, False), *((line.text, True) for line in shot.lines)]
        found += [f"{shot.id}: {slip}" for text, spoken in texts for slip in slips(text, spoken)]
        found += [f"{shot.id}: {slip}" for slip in wrong_pronouns(shot.action, script.characters)]
    found += [f"title: {x}" for x in slips(script.title if script.title[-1] in "?!…" else script.title + ".", False)]
    found += [f"logline: {x}" for x in slips(script.logline, False) if script.logline]
    return found
