"""Credits as people read and type them, and prices that lose no milli-credit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.ledger.credits import credits_of, format_credits, parse_credits, price_mc, to_mc
from core.plans import RATE_MC


def test_a_minute_costs_what_the_price_list_says() -> None:
    assert {tier: price_mc(60, rate) for tier, rate in RATE_MC.items()} == {
        "preview": 0, "drawn": 60_000, "draft": 30_000, "standard": 60_000, "cinema": 360_000,
    }  # fmt: skip


@given(st.lists(st.integers(1, 80), min_size=1, max_size=900))
def test_the_shots_cost_exactly_what_the_film_costs(quarters: list[int]) -> None:
    for rate in RATE_MC.values():
        assert sum(price_mc(q / 4, rate) for q in quarters) == price_mc(sum(quarters) / 4, rate)


@pytest.mark.parametrize(("seconds", "rate"), [(1.1, 1000), (-1.0, 1000), (1.0, -4), (1.0, 333)])
def test_what_has_no_exact_price_raises(seconds: float, rate: int) -> None:
    with pytest.raises(ValueError, match="quarter seconds"):
        price_mc(seconds, rate)


@pytest.mark.parametrize(
    ("amount", "locale", "text"),
    [
        (60_000, "en", "60"), (57_250, "en", "57.25"), (57_250, "de", "57,25"), (1_234_500, "en", "1,234.5"), (1_234_500, "pt-BR", "1.234,5"),
        (0, "ja", "0"), (125, "fr", "0,125"), (-1500, "en", "-1.5"), (8_000_000, "zh-Hans", "8,000"), (1500, "tlh", "1.5"), (1500, "", "1.5"),
    ],
)  # fmt: skip
def test_amounts_read_as_the_language_writes_them(amount: int, locale: str, text: str) -> None:
    assert format_credits(amount, locale) == text


@pytest.mark.parametrize(
    ("text", "locale", "amount"),
    [
        ("60", "en", 60_000), (" 57.5 ", "en", 57_500), ("57,5", "de", 57_500), ("1.5", "de", 1_500), ("1.500", "de", 1_500_000),
        ("1,500", "en", 1_500_000), ("1,5", "en", 1_500), ("1\u202f500,25", "fr", 1_500_250), ("1 500", "ru", 1_500_000), ("0", "en", 0),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_type_them(text: str, locale: str, amount: int) -> None:
    assert parse_credits(text, locale) == amount


@pytest.mark.parametrize("text", ["", "lots", "-5", "1e9", "1.2345", "5 credits or so", "99999999999", "1..5", "٣", "nan", "5,5,5"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_credits(text)


@given(st.integers(0, 9_999_999_999), st.sampled_from(["en", "de", "fr", "es", "pt-BR", "ru", "ja", "zh-Hans"]))
def test_what_is_shown_can_be_typed(amount: int, locale: str) -> None:
    assert parse_credits(format_credits(amount, locale), locale) == amount


def test_figures_for_sentences() -> None:
    assert (credits_of(60_000), credits_of(57_250), to_mc(60)) == (60, 57.25, 60_000)
