"""Which of an author's takes a film tells: dealt by a code, so that two films of one plot agree in few places. Called by `telling` and `cutting`.

Every film has a word of five trits; the n-th exchange of a plot shows the trit that a fixed column makes of it. The columns are chosen so that
two different words agree in at most five of the first eleven places, and in about two of five after that. Ideas that play in different worlds
(at sea, in a kitchen …) never have the same word.
"""

from __future__ import annotations

from functools import lru_cache

from core.writing.offline.lexicon import number, words

WORDS = 243
_COLUMNS = [
    "11112",
    "01101",
    "10212",
    "00001",
    "01122",
    "11200",
    "10122",
    "00112",
    "10222",
    "01000",
    "11101",
    "11001",
    "10220",
    "11022",
    "10102",
    "10000",
    "01011",
    "01020",
    "12020",
    "10202",
    "11100",
    "01121",
    "00122",
    "12002",
    "01021",
    "11221",
    "00011",
    "11121",
    "10020",
    "01112",
]
PLACES = len(_COLUMNS)
LAST = 2
"""The trit that has an exchange wait: of what may be left out, every film leaves out another third."""


def word_of(domain: str, key: str) -> int:
    """The word of a film: its world's share of all words, one of them by the film's key."""
    domains = sorted(words("domains"))
    share = WORDS // len(domains)
    return domains.index(domain) * share + number(f"{key}|word") % share


def retold(word: int, salt: str) -> int:
    """The word of another telling of the same film."""
    return (word + number(salt)) % WORDS if salt else word


@lru_cache(maxsize=16384)
def trit(word: int, place: int) -> int:
    """What a word shows in a place: 0, 1 or 2."""
    column = _COLUMNS[place % PLACES]
    return sum(int(c) * (word // (1, 3, 9, 27, 81)[n] % 3) for n, c in enumerate(column)) % 3


def dealt(word: int, place: int, options: int, key: str) -> int:
    """Which of so many options a film tells in this place."""
    if options == 3 or (options == 2 and trit(word, place) < 2):
        return trit(word, place)
    return number(f"{word}|{key}") % options


def waits(word: int, place: int, takes: int) -> bool:
    """Whether an exchange that may be left out is left out first in this film. Of two takes the third trit is this one."""
    return trit(word, place if takes <= 2 else place + PLACES // 2) == LAST
