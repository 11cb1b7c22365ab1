"""Which words no film is made of: the shipped rules, and behind them, where there is one, a moderation service.

    check_text(idea)                               # the rules: returns, or raises Forbidden
    await moderation.check(idea, script_text)      # the rules, then the service

Projects check what people type; writers check what people type and what a model wrote. A service that does not answer blocks:
nothing is let through unchecked.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Protocol

import yaml

from core.errors import Forbidden, Unavailable

PIECE_CHARACTERS, PIECES_PER_CALL = 6000, 16
_DISGUISE = str.maketrans("013457@$!", "oieastasi")


@dataclass(frozen=True)
class _Rule:
    category: str
    all: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def broken_by(self, sentence: str) -> bool:
        return all(x.search(sentence) for x in self.all) and not any(x.search(sentence) for x in self.unless)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(resources.files("core.writing").joinpath("data/moderation.yaml").read_text(encoding="utf-8"))
    return data


@cache
def _rules() -> tuple[_Rule, ...]:
    words: dict[str, str] = _data()["words"]

    def compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(re.sub(r"\{([a-z_]+)\}", lambda name: words[name[1]], pattern)) for pattern in patterns)

    return tuple(_Rule(rule["category"], compiled(rule["all"]), compiled(rule["unless"])) for rule in _data()["rules"])


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
                    return _forbidden(rule.category)
    return None


def _forms(sentence: str) -> tuple[str, ...]:
    """The sentence in small letters without accents and invisible signs, and with letters in place of look-alikes."""
    plain = unicodedata.normalize("NFKD", sentence)
    plain = "".join(ch for ch in plain if unicodedata.category(ch) not in ("Mn", "Cf")).casefold()
    plain = re.sub(r"\b(?:[a-z0-9][.*_-]){2,}[a-z0-9]\b", lambda word: re.sub(r"[.*_-]", "", word[0]), plain)  # b.o.m.b
    letters = re.sub(r"\b(?=\w*[a-z])(?=\w*[0-9@$!])[\w@$!]+(?![ -]year)", lambda word: word[0].translate(_DISGUISE), plain)
    return (plain,) if letters == plain else (plain, letters)


def _forbidden(category: str) -> Forbidden:
    return Forbidden(f"the rules on content refuse this ({category})", category=category)


class ModerationService(Protocol):
    """Somebody outside who judges texts: `openai_moderation.OpenAIModeration`."""

    async def scores(self, pieces: list[str]) -> list[dict[str, float]]:
        """For each text the score of each category, 0 to 1. Unavailable if there is no answer."""
        ...


class Moderation:
    """The rules and, where there is one, the service."""

    def __init__(self, service: ModerationService | None = None) -> None:
        self.service = service

    async def check(self, *texts: str) -> None:
        """Return if these texts may become a film. Forbidden if not, Unavailable if the service does not answer."""
        for text in texts:
            check_text(text)
        if self.service is None:
            return
        pieces = [piece for text in texts for piece in _pieces(text)]
        for at in range(0, len(pieces), PIECES_PER_CALL):
            some = pieces[at : at + PIECES_PER_CALL]
            judged = await self.service.scores(some)
            if len(judged) != len(some):
                raise Unavailable("the moderation service left something unchecked")
            for scores in judged:
                _refuse(scores)


def _refuse(scores: dict[str, float]) -> None:
    limits: dict[str, float] = _data()["service"]
    for category, limit in limits.items():
        if scores.get(category, 0.0) >= limit:
            raise _forbidden(category.replace("sexual/minors", "minors").replace("illicit", "weapons").split("/")[0])


def _pieces(text: str) -> list[str]:
    """The text in pieces that a service takes, cut between words."""
    pieces: list[str] = []
    while text.strip():
        cut = len(text) if len(text) <= PIECE_CHARACTERS else text.rfind(" ", PIECE_CHARACTERS // 2, PIECE_CHARACTERS)
        cut = cut if cut > 0 else PIECE_CHARACTERS
        pieces.append(text[:cut].strip())
        text = text[cut:]
    return [piece for piece in pieces if piece]
