"""Which drawing shows a prop that a story names: `old brass key` is the key, an unknown noun a wrapped bundle of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.storyboard.look.shapes import Drawing, drawings

_WORD = re.compile(r"[a-z]+")
_OF = re.compile(r"\b(?:made|of|with|from|for|full|in|on|that|which|without)\b")
"""What comes after these says more of a thing, and not what it is: shoes made of old tyres are shoes."""


@cache
def known() -> dict[str, Drawing]:
    """The drawings of all props by the words they answer to."""
    return {word: drawing for file in ("props", "everyday") for drawing in drawings(file).values() for word in drawing.words}


def prop(noun: str) -> Drawing:
    """The drawing of a prop. Its last word counts most: `letter box` is a box, `a box of letters` too. The generic bundle for what is unknown."""
    text = noun.lower()
    head = _OF.split(text, maxsplit=1)[0]
    found = _named(_WORD.findall(text), whole=True) or _named(_WORD.findall(head)) or _named(_WORD.findall(text))
    return found or drawings("props")["thing"]


def _named(words: Sequence[str], *, whole: bool = False) -> Drawing | None:
    """The drawing that most of these words name, the last ones first; with `whole`, all of them."""
    for size in (len(words),) if whole else range(len(words), 0, -1):
        for start in range(len(words) - size, -1, -1):
            said = " ".join(words[start : start + size])
            for form in (said, said.removesuffix("s"), said.removesuffix("es"), re.sub(r"ies$", "y", said), re.sub(r"ves$", "fe", said)):
                if form in known():
                    return known()[form]
    return None


def first_known(nouns: Sequence[str]) -> Drawing:
    """The drawing of the first of these props that is known by its name; of the first, where none is."""
    found = [prop(noun) for noun in nouns]
    return next((drawing for drawing in found if drawing.name != "thing"), found[0])


def prop_height(drawing: Drawing, metre: float) -> float:
    """Pixels a prop is drawn high, where a metre is `metre` pixels: small things are drawn larger than life, to be seen."""
    return drawing.tall**0.8 * 0.95 * metre if drawing.tall < 0.8 else drawing.tall * metre
