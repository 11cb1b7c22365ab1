"""Codes that people type: hard to guess, never kept, and few wrong guesses are allowed. Used by `linking` and `crew`.

A row keeps a random salt and a digest. With the process's secret the salt gives the code again, to be shown, and a typed code gives the
digest, to be found; from the rows alone neither follows.
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import UTC, datetime, timedelta

from core.jobs import Tx
from core.models import Guess, Person

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that looks like another."""
LENGTH = 10
"""31 ** 10 codes: with ten minutes and a few guesses each, nobody finds one."""
GUESSES_MAX = 6
GUESSES_S = 3600


def new_salt() -> str:
    """Something random that a code is made of (32 hexadecimal digits)."""
    return secrets.token_hex(16)


def code_of(secret: bytes, purpose: str, salt: str) -> str:
    """The code of this salt."""
    left = int.from_bytes(hmac.digest(secret, f"{purpose}={salt}".encode(), "sha256"))
    signs = []
    for _ in range(LENGTH):
        left, sign = divmod(left, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)


def shown(code: str) -> str:
    """The code as people read it aloud: two halves."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def typed(text: str) -> str | None:
    """The code in what was typed, in any case and with hyphens or blanks; None where there is none."""
    plain = re.sub(r"[\s-]", "", text).upper()
    return plain if len(plain) == LENGTH and set(plain) <= set(ALPHABET) else None


def digest(secret: bytes, purpose: str, code: str) -> str:
    """What is kept of a code. Without the secret nothing can be tried against it."""
    return hmac.digest(secret, f"{purpose}:{code}".encode(), "sha256").hex()


async def may_guess(tx: Tx, person: Person) -> bool:
    """Whether this person has wrong guesses left."""
    wrong = await Guess.filter(person_id=person.id, at__gte=datetime.now(UTC) - timedelta(seconds=GUESSES_S)).count()
    return wrong < GUESSES_MAX


async def guessed_wrong(tx: Tx, person: Person) -> None:
    """Note a wrong guess. It counts only if the transaction commits: the caller answers, and raises nothing."""
    await Guess.create(person_id=person.id)
