"""Alarms: what the operator should look at, as rows that stay until the cause is over. Each is logged when it is raised.

Shown by `/metrics` (`sysrai_alarms`) and kept in the table `alarm`.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from tortoise import connections

log = logging.getLogger(__name__)

_IS_OPEN = "SELECT 1 FROM alarm WHERE kind = $1 AND subject = $2 AND cleared_at IS NULL"
_RAISE = """INSERT INTO alarm (kind, subject, text, facts, raised_at) VALUES ($1, $2, $3, $4::jsonb, now())
 ON CONFLICT (kind, subject) WHERE cleared_at IS NULL DO NOTHING RETURNING id"""
_CLEAR = "UPDATE alarm SET cleared_at = now() WHERE kind = $1 AND subject = $2 AND cleared_at IS NULL RETURNING id"


async def sound(kind: str, subject: str, text: str, **facts: Any) -> None:
    """Raise the alarm, unless it is open. Quotes do this within a conversation's transaction, so what is open already locks nothing."""
    if not await _is_open(kind, subject):
        rows = await connections.get("default").execute_query_dict(_RAISE, [kind, subject[:120], text, json.dumps(facts)])
        if rows:
            log.error("alarm %s %s: %s", kind, subject, text)


async def clear(kind: str, subject: str) -> None:
    """The cause is over."""
    if await _is_open(kind, subject) and await connections.get("default").execute_query_dict(_CLEAR, [kind, subject[:120]]):
        log.warning("alarm %s %s is over", kind, subject)


async def _is_open(kind: str, subject: str) -> bool:
    return bool(await connections.get("default").execute_query_dict(_IS_OPEN, [kind, subject[:120]]))
