"""An ad as somebody would make it who likes the thing: a hook within two seconds, the product, why it matters, one thing to do.

It begins with its first picture, and ends on a card with the call to action in place of credits.
"""

from __future__ import annotations

from core.writing.checks import fitted
from core.writing.kinds.cards import card
from core.writing.pacing import least_s
from core.writing.script import SHOT_S_MIN, Brief, Script, Shot, quarter
from core.writing.splice import but, with_shot

HOOK_S_MAX = 2.0
CARD_S = 2.5


def wanted(brief: Brief) -> Brief:
    """What is to be written is the ad itself: writers know the kind."""
    return brief


def finished(script: Script, brief: Brief) -> Script:
    """The ad without titles, its first picture no longer than a hook may be, its card at the end."""
    cut = but(script, kind="ad", opening_s=0.0, credits_s=CARD_S, card=script.card or card("ad", script.language))
    return _hooked(fitted(_hooked(cut), quarter(brief.length_s)), brief)


def _hooked(script: Script, brief: Brief | None = None) -> Script:
    """The first picture cut to the length of a hook; with a brief, what it gives up goes to the second."""
    first, *rest = script.shots
    lasts = max(min(first.duration_s, HOOK_S_MAX), least_s(first), SHOT_S_MIN)
    shorter = with_shot(script, but(first, duration_s=lasts))
    if brief is None or not rest:
        return shorter
    second: Shot = rest[0]
    return with_shot(shorter, but(second, duration_s=second.duration_s + first.duration_s - lasts))
