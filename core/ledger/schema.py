"""The ledger's tables, functions and guards as one SQL script. Called by the migration that makes them."""

from __future__ import annotations

from pathlib import Path


def statements() -> str:
    """`ledger.sql` whole: run it as one script in one transaction."""
    return Path(__file__).with_name("ledger.sql").read_text(encoding="utf-8")
