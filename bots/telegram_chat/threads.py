"""Threads as Telegram has them: a forum's topic, a chain of replies, or such a chain within a topic, as one word each.

`45` is a topic, `r123` the chain that began with message 123, `45r123` that chain in the topic.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"(\d*)(?:r(\d+))?")


def parts(thread: str) -> tuple[int | None, int | None]:
    """(topic, message that the chain began with) of a thread's word."""
    found = _WORD.fullmatch(thread)
    if not found:
        return None, None
    return int(found[1]) if found[1] else None, int(found[2]) if found[2] else None


def topic(id: int | None) -> str:
    """The word of a topic; the place itself where there is none."""
    return str(id) if id else ""


def chain(topic_id: int | None, root: int) -> str:
    """The word of a chain of replies."""
    return f"{topic_id or ''}r{root}"
