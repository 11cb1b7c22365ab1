"""The operator's brake: while it is on, no new shot is sent where shots cost money, and no paid render begins.

Pulled by hand (`sysrai admin stop`, released by `sysrai admin go`), or by itself for the rest of a day (UTC) whose shots have cost
more than `SYSRAI_GPU_USD_PER_DAY_MAX`. Shots that are out go on to their end, credits stay held, films wait, and their cards
say so. It is an alarm of the kind "brake", so it shows wherever alarms do.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.jobs import Sql
from core.plans import Tier
from core.rendering import alarms

KIND = "brake"
HAND, DAY = "by hand", "cost of the day"
LOOK_S = 15.0
"""How often whoever waits at the brake looks again."""
UNPAID: tuple[Tier, ...] = ("preview", "drawn")
"""Tiers that are drawn by our own processes: the brake leaves them alone."""

_SPENT = "SELECT coalesce(sum(cost_usd), 0)::float8 AS usd FROM take WHERE cost_usd > 0 AND ended_at >= date_trunc('day', now(), 'UTC')"
_ON = "SELECT 1 FROM alarm WHERE kind = $1 AND cleared_at IS NULL LIMIT 1"


async def pull(reason: str) -> None:
    """Stop by hand, with a reason for whoever looks at the alarms. Twice is once."""
    await alarms.sound(KIND, HAND, f"Rendering was stopped by hand{': ' if reason else ''}{reason}. `sysrai admin go` releases it.")


async def release() -> None:
    """Go on. A day's limit that still holds pulls the brake again at the next look: raise the limit to go on today."""
    await alarms.clear(KIND, HAND)
    await alarms.clear(KIND, DAY)


async def holds(sql: Sql, tiers: Iterable[Tier], usd_per_day_max: float) -> bool:
    """Whether shots of these tiers must wait now. `usd_per_day_max`: 0 is no limit."""
    if all(tier in UNPAID for tier in tiers):
        return False
    if usd_per_day_max:
        await _watch_the_day(sql, usd_per_day_max)
    return await is_on(sql)


async def is_on(sql: Sql) -> bool:
    """Whether the brake is on, by hand or by the day's cost as it was last looked at."""
    return bool(await sql.execute_query_dict(_ON, [KIND]))


async def _watch_the_day(sql: Sql, most: float) -> None:
    spent = float((await sql.execute_query_dict(_SPENT))[0]["usd"])
    if spent < most:
        await alarms.clear(KIND, DAY)
    else:
        await alarms.sound(KIND, DAY, f"The shots of today (UTC) have cost ${spent:.2f} of ${most:.2f} a day. Rendering goes on tomorrow.", usd=spent)
