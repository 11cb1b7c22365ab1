"""A short: begins in the middle of things and never rests. The same story as a film, told in less time than a film would take."""

from __future__ import annotations

from core.writing.checks import fitted
from core.writing.script import Brief, Script, quarter
from core.writing.splice import but

DENSER = 1.3
"""So much more story goes into the time."""
OPENING_S, CREDITS_S = 1.0, 2.5


def wanted(brief: Brief) -> Brief:
    """The film to have written: a longer one."""
    return but(brief, kind="film", length_s=min(600, round(brief.length_s * DENSER)))


def finished(script: Script, brief: Brief) -> Script:
    """A quick title, every silent picture as brief as can be, and out."""
    return fitted(but(script, kind="short", opening_s=OPENING_S, credits_s=CREDITS_S), quarter(brief.length_s))
