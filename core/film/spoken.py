"""When each word of a line is heard. Plain Python: it runs in child processes and beside the OpenAI voices.

Called by `core.film.voices`, `core.film.openai_speech` and, for films that nobody can speak, by `core.film.mix`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_SOUNDING = re.compile(r"\w")

Word = tuple[float, float, str]
"""(second it begins, second it ends, the word with its punctuation)"""


def tokens(text: str) -> list[tuple[int, str]]:
    """(first character, word) of everything that is said, punctuation kept with its word; each Chinese or Japanese sign is a word."""
    found: list[tuple[int, str]] = []
    for match in _TOKEN.finditer(text):
        if _SOUNDING.search(match[0]):
            found.append((match.start(), match[0]))
        elif found:
            at, _ = found[-1]
            found[-1] = (at, text[at : match.end()])
    return found


def weight(word: str) -> float:
    """How long a word takes against others, its pause included."""
    letters = len(re.sub(r"\W", "", word))
    pause = 5.0 if re.search(r"[.!?…。！？]\W*$", word) else 3.0 if re.search(r"[,;:–—、，]\W*$", word) else 0.0
    return max(2.0, letters) + 1.0 + pause


def words_of(text: str, seconds: float, starts: Sequence[tuple[float, int]] = ()) -> list[Word]:
    """The words of a line that lasts `seconds`. `starts` are known (second, character of the text); all else is spread by length.

    Times never run backwards, and every word lasts a little.
    """
    said = tokens(text)
    if not said or seconds <= 0:
        return []
    known: dict[int, float] = {0: 0.0}
    for second, character in starts:
        index = max((i for i, (at, _) in enumerate(said) if at <= character), default=0)
        if index not in known and second > max(t for i, t in known.items() if i < index):
            known[index] = min(second, seconds)
    known[len(said)] = seconds
    edges: list[float] = [0.0] * (len(said) + 1)
    fixed = sorted(known)
    for first, last in pairwise(fixed):
        share = [weight(word) for _, word in said[first:last]]
        length = max(0.0, known[last] - known[first])
        for i in range(first, last + 1):
            edges[i] = known[first] + length * sum(share[: i - first]) / sum(share)
    for i in range(1, len(edges)):
        edges[i] = max(edges[i], edges[i - 1])
    return [(round(edges[i], 3), round(edges[i + 1], 3), word) for i, (_, word) in enumerate(said)]
