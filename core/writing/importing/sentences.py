"""Sentences, breaths and names in prose of any language. Called by `prose`, `casting` and `filming`."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

import yaml

from core.writing import pacing

SENTENCE_WORDS_MAX = 26
"""Longer sentences are told in pieces, cut where they breathe."""
_SENTENCE = re.compile(r".+?(?:[.!?…]+[”’\"»)\]]*(?=\s|$)|[。！？]+[」』]?|$)", re.DOTALL)
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Sr|Jr|Mme|Mlle|Hr|Fr|Sra|vs|etc|No|z\.B|d\.h)|\b[A-Z])\.$")
NAME = r"[^\W\d_a-zà-ÿа-яё][\w’'-]*(?:\s+[^\W\d_a-zà-ÿа-яё][\w’'-]*){0,2}"
"""One to three capitalised words."""
_BREATHS = re.compile(r"[;:,—–、，；](?=\s|[^\x00-\x7f])|\s(?=(?:and|but|und|aber|y|pero|et|mais|и|но)\s)")
_INVENTED = ("thing", "robot", "animal")


@cache
def lexicon() -> dict[str, Any]:
    """The words of `data/prose.yaml`."""
    data: dict[str, Any] = yaml.safe_load(resources.files("core.writing").joinpath("data/prose.yaml").read_text(encoding="utf-8"))
    return data


def sentences(text: str) -> list[str]:
    """A text cut after its sentences; abbreviations and initials end none."""
    found: list[str] = []
    for match in _SENTENCE.finditer(" ".join(text.split())):
        sentence = match[0].strip()
        if not sentence:
            continue
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return [one for one in found if re.search(r"\w", one)]


def breaths(text: str, words_max: int = SENTENCE_WORDS_MAX) -> list[str]:
    """A text in pieces that can be said in one shot: whole sentences while they fit, long ones cut where they breathe."""
    found: list[str] = []
    for sentence in sentences(text) or [text]:
        for piece in _cut(sentence, words_max):
            if found and _length(found[-1]) + _length(piece) <= words_max // 2 and found[-1][-1] in ".!?…。！？":
                found[-1] = f"{found[-1]} {piece}"
            else:
                found.append(piece)
    return found


def _cut(sentence: str, words_max: int) -> list[str]:
    """Pieces of at most `words_max` words, cut at the mark nearest to the middle, else between words."""
    if _length(sentence) <= words_max and len(sentence) <= 380:
        return [sentence]
    middle = len(sentence) / 2
    marks = [found.end() for found in _BREATHS.finditer(sentence)]
    marks = [at for at in marks if len(sentence) / 5 < at < len(sentence) * 4 / 5]
    marks = marks or [found.end() for found in re.finditer(r"\s", sentence[:-1])]
    at = min(marks, key=lambda at: abs(at - middle)) if marks else len(sentence) // 2
    return [*_cut(sentence[:at].strip(), words_max), *_cut(sentence[at:].strip(), words_max)] if 0 < at < len(sentence) else [sentence[:380]]


def _length(text: str) -> float:
    """Words, as speech takes them."""
    return pacing.spoken_s(re.sub(r"[,;:.!?…—–]", " ", text)) * pacing.WORDS_PER_S


def names_in(text: str) -> dict[str, str]:
    """Names of the story's people and, where the words around them tell, their gender (else empty), the commonest first.

    A name is a capitalised word within a sentence that comes back; words that also stand small, or after an article only, are none.
    """
    inside = Counter(re.findall(rf"(?<=[\w,;] )({NAME})(?![\w])", text))
    small = set(re.findall(r"(?<![\w])[a-zà-ÿа-яё]{2,}(?![\w])", text))
    after_article = Counter(re.findall(rf"\b(?:[Tt]he|[Aa]n?|[Ii]n|[Aa]t|[Ff]rom|[Oo]n) ({NAME})", text))
    total: Counter[str] = Counter()
    for name in inside:
        if name.casefold() not in small and len(name) > 1 and not name.isupper() and after_article[name] <= inside[name] / 2:
            total[name] = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return {name: gender_of(name, text) for name, count in total.most_common(60) if count >= 2}


def gender_of(name: str, text: str) -> str:
    """`female`, `male` or empty: by the words near the name, up to the next name, or by the name itself where it is a usual one."""
    counts: Counter[str] = Counter()
    for found in list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))[:80]:
        before = re.findall(r"\w+", text[max(0, found.start() - 12) : found.start()].casefold())[-1:]
        after = re.split(r"(?<=[\w,;] )[A-Z]|\n|[\"“«]", text[found.end() : found.end() + 140])[0]
        for gender, words in lexicon()["near"].items():
            counts[gender] += sum(word in words for word in [*before, *re.findall(r"\w+", after.casefold())])
    if usual := usual_names().get(name.split()[0].casefold(), ""):
        return usual
    female, male = counts["female"], counts["male"]
    if female != male:
        return "female" if female > male else "male"
    return ""


@cache
def usual_names() -> dict[str, str]:
    """Usual first names in small letters, with their gender: those the offline writer gives, and the commonest of `data/prose.yaml`."""
    table = yaml.safe_load(resources.files("core.writing").joinpath("offline/lexicon/names.yaml").read_text(encoding="utf-8"))
    worlds = [*(names for world, names in table.items() if world not in _INVENTED), lexicon()["names"]]
    return {name.casefold(): gender for names in worlds for gender in ("female", "male") for name in names[gender].split()}
