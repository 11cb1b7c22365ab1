"""Prices and amounts of money as people read them: by currency and by the customs of a language."""

from __future__ import annotations

from babel.core import Locale
from babel.numbers import format_currency, format_decimal

from payments.catalogue import STARS

STAR = "⭐"


def price(amount: int, currency: str, locale: Locale | str = "en") -> str:
    """`$5.00` in English, `5,00\u00a0$` in German; Stars as `390 ⭐`. `amount` in the currency's smallest unit."""
    if currency == STARS:
        return f"{format_decimal(amount, locale=locale)} {STAR}"
    return str(format_currency(amount / 100, currency.upper(), locale=locale))
