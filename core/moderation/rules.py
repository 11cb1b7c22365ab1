"""The shipped rules: which words no film is made of.

    check_text(idea)        # returns, or raises Forbidden

They need nobody outside and hold everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from core.errors import Forbidden

_DISGUISE = str.maketrans("013457@$!", "oieastasi")


@dataclass(frozen=True)
class _Rule:
    category: str
    all: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def broken_by(self, sentence: str) -> bool:
        return all(x.search(sentence) for x in self.all) and not any(x.search(sentence) for x in self.unless)


@cache
def data() -> dict[str, Any]:
    """`rules.yaml`."""
    data: dict[str, Any] = yaml.safe_load(resources.files("core.moderation").joinpath("rules.yaml").read_text(encoding="utf-8"))
    return data


@cache
def _rules() -> tuple[_Rule, ...]:
    words: dict[str, str] = data()["words"]

    def compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(re.sub(r"\{([a-z_]+)\}", lambda name: words[name[1]], pattern)) for pattern in patterns)

    return tuple(_Rule(rule["category"], compiled(rule["all"]), compiled(rule["unless"])) for rule in data()["rules"])


def check_text(text: str) -> None:
    """Return if a text keeps the shipped rules, else raise Forbidden (`args_for_text`: category)."""
    if refused := forbidden(text):
        raise refused


def forbidden(text: str) -> Forbidden | None:
    """The refusal of a text that breaks the shipped rules, None if it breaks none."""
    for sentence in re.split(r"(?<=[.!?])\s+|\n+|[;{}\[\]]", text):
        for form in _forms(sentence):
            for rule in _rules():
                if rule.broken_by(form):
                    return refusal(rule.category)
    return None


def _forms(sentence: str) -> tuple[str, ...]:
    """The sentence in small letters without accents and invisible signs, and with letters in place of look-alikes."""
    plain = unicodedata.normalize("NFKD", sentence)
    plain = "".join(ch for ch in plain if unicodedata.category(ch) not in ("Mn", "Cf")).casefold()
    plain = re.sub(r"\b(?:[a-z0-9][.*_-]){2,}[a-z0-9]\b", lambda word: re.sub(r"[.*_-]", "", word[0]), plain)  # b.o.m.b
    letters = re.sub(r"\b(?=\w*[a-z])(?=\w*[0-9@$!])[\w@$!]+(?![ -]year)", lambda word: word[0].translate(_DISGUISE), plain)
    return (plain,) if letters == plain else (plain, letters)


def refusal(category: str) -> Forbidden:
    """What is raised for something of a forbidden category."""
    return Forbidden(f"The rules on content refuse this ({category}). Another idea is welcome.", category=category)
