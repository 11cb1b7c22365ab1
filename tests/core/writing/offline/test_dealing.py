"""The code by which takes are dealt: two words agree in few places, and every world has words of its own."""

from __future__ import annotations

from itertools import combinations

from core.writing.offline.dealing import WORDS, dealt, retold, trit, waits, word_of
from core.writing.offline.lexicon import words

AGREE_MAX = {9: 5, 11: 5, 15: 8, 20: 9}
"""Of the first so many places two different words agree in no more than so many."""


def test_two_words_agree_in_few_places() -> None:
    for places, most in AGREE_MAX.items():
        told = [tuple(trit(word, place) for place in range(places)) for word in range(WORDS)]
        assert max(sum(a == b for a, b in zip(one, other, strict=True)) for one, other in combinations(told, 2)) <= most


def test_ideas_of_two_worlds_never_have_the_same_word() -> None:
    owned = [{word_of(domain, f"idea {n}") for n in range(60)} for domain in words("domains")]
    assert sum(map(len, owned)) == len(set().union(*owned))
    assert all(len(mine) > 5 for mine in owned)


def test_what_is_dealt_is_one_of_the_options() -> None:
    for options in range(1, 7):
        assert {dealt(word, 4, options, "key") for word in range(WORDS)} == set(range(options))


def test_another_telling_has_another_word() -> None:
    assert retold(5, "") == 5
    assert len({retold(5, f"again {n}") for n in range(8)}) > 5


def test_a_third_of_what_may_be_left_out_waits() -> None:
    for takes in (1, 2, 3):
        assert sum(waits(word, 3, takes) for word in range(WORDS)) == WORDS // 3
