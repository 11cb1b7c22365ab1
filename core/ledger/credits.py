"""Credits for people, milli-credits for the books: the only place that turns one into the other.

One credit is 1,000 milli-credits. Prices are whole numbers of milli-credits for every quarter second of film.
"""

from __future__ import annotations

import re
from decimal import Decimal

from babel.core import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from core.errors import BadInput

MC_PER_CREDIT = 1000
QUARTERS_PER_S = 4
CREDITS_MAX = 10_000_000
"""The largest amount a person may type."""


def price_mc(seconds: float, rate_mc_per_s: int) -> int:
    """Exact price of a duration that is a whole number of quarter seconds. Raises ValueError for any other."""
    quarters = round(seconds * QUARTERS_PER_S)
    if abs(quarters - seconds * QUARTERS_PER_S) > 1e-6 or quarters < 0:
        raise ValueError(f"{seconds} s is not a whole number of quarter seconds")
    if rate_mc_per_s < 0 or rate_mc_per_s % QUARTERS_PER_S:
        raise ValueError(f"{rate_mc_per_s} milli-credits a second do not divide into quarter seconds")
    return quarters * (rate_mc_per_s // QUARTERS_PER_S)


def to_mc(credits: int) -> int:
    """Milli-credits of whole credits."""
    return credits * MC_PER_CREDIT


def credits_of(amount_mc: int) -> int | float:
    """Credits as a number: an int when whole, else exact to the milli-credit. For figures in sentences, not for sums."""
    whole, rest = divmod(amount_mc, MC_PER_CREDIT)
    return amount_mc / MC_PER_CREDIT if rest else whole


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name, sep="-" if "-" in name else "_")
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def format_credits(amount_mc: int, locale: str = "en") -> str:
    """`1,234.5` in English, `1.234,5` in German: grouped, without trailing zeros. An unknown locale reads as English."""
    return str(format_decimal(Decimal(amount_mc).scaleb(-3), format="#,##0.###", locale=_locale(locale)))


def parse_credits(text: str, locale: str = "en") -> int:
    """Milli-credits of a number as a person types it, in the signs of their language. Raises BadInput.

    A group sign counts only where groups are: `1.5` typed in German is read as one and a half, not as fifteen.
    """
    place = _locale(locale)
    decimal, group = str(get_decimal_symbol(place)), str(get_group_symbol(place))
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(rf"\d{{1,3}}({re.escape(group)}\d{{3}})+({re.escape(decimal)}\d+)?", plain):
        plain = plain.replace(group, "")
    plain = plain.replace(decimal, ".").replace(",", ".")
    if not re.fullmatch(r"\d{1,9}(\.\d{1,3})?", plain, re.ASCII) or Decimal(plain) > CREDITS_MAX:
        raise BadInput(f"{text[:40]!r} is not an amount of credits", key="error-credits-amount", said=text[:40])
    return int(Decimal(plain).scaleb(3))
