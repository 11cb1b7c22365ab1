"""The words of end cards and of what a series says about itself, in the film's language. Data: `cards.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from core.writing.languages import base


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("cards.yaml").read_text(encoding="utf-8"))
    return found


def card(key: str, language: str, **args: str | int) -> str:
    """A phrase by its key, in this language (BCP 47) or in English."""
    words = _words()
    by_language = words[key]
    return by_language.get(language, by_language.get(base(language), by_language["en"])).format(**args)
