"""Taking a film down, and putting it back: the operator's answer to a report. Nothing is deleted, so that a mistake can be mended.

While a film is down its watch page, its files, its panels and every signed link to them answer 451 with a sentence, and the chat hands nothing of
it out. Called by `sysrai admin`, asked by `bots/web` and the conversation.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from core.errors import BadInput
from core.jobs import Tx
from core.models import Kit, Render, Report, Takedown, Version
from core.rendering.watch_links import take_back

OF_PROJECT = frozenset({"films", "takes", "deliveries"})
"""Folders of storage whose first part after their name is the film's number."""


@dataclass(frozen=True)
class Reported:
    """A report with the film it is about."""

    report: Report
    film: int
    title: str
    down: bool


async def is_down(project_id: int) -> bool:
    """Whether this film is taken down now."""
    return await Takedown.filter(project_id=project_id, restored_at=None).exists()


async def hides(key: str) -> bool:
    """Whether this object of storage belongs to a film that is taken down."""
    folder, _, rest = key.partition("/")
    number = rest.partition("/")[0]
    if not number.isascii() or not number.isdigit() or len(number) > 12:
        return False
    if folder == "kits":
        render = await Render.get_or_none(id=int(number))
        return render is not None and await is_down(render.project_id)
    return folder in OF_PROJECT and await is_down(int(number))


async def hides_kit(kit: Kit) -> bool:
    """Whether this kit is of a film that is taken down."""
    return await is_down((await Render.get(id=kit.render_id)).project_id)


async def take_down(tx: Tx, project_id: int, *, why: str, by: str) -> bool:
    """Take a film down and close the reports about it. False where it is down already. Raises BadInput for a film that is none."""
    await _lock(tx, project_id)
    renders = [render.id for render in await Render.filter(project_id=project_id)]
    await Report.filter(render_id__in=renders, closed_at=None).update(closed_at=datetime.now(UTC))
    if await is_down(project_id):
        return False
    await Takedown.create(project_id=project_id, why=why[:500], by=by[:80])
    await _touch(tx, project_id, renders)
    return True


async def restore(tx: Tx, project_id: int, *, by: str) -> bool:
    """Put a film back: its links open it again. False where it was not down."""
    await _lock(tx, project_id)
    changed = await Takedown.filter(project_id=project_id, restored_at=None).update(restored_at=datetime.now(UTC), restored_by=by[:80])
    if changed:
        await _touch(tx, project_id, [render.id for render in await Render.filter(project_id=project_id)])
    return bool(changed)


async def take_links_back(tx: Tx, project_id: int) -> int:
    """Revoke every watch link of a film. Returns how many were open."""
    await _lock(tx, project_id)
    return sum([await take_back(tx, render.id) for render in await Render.filter(project_id=project_id)])


async def dismiss(tx: Tx, report_id: int) -> bool:
    """Close a report that asks for nothing. False where it is closed already; raises BadInput for one that is none."""
    if not await Report.filter(id=report_id).exists():
        raise BadInput(f"There is no report {report_id}.")
    return bool(await Report.filter(id=report_id, closed_at=None).update(closed_at=datetime.now(UTC)))


async def reported(*, closed: bool = False) -> AsyncIterator[Reported]:
    """The reports that are open, the oldest first; with `closed` all of them."""
    for report in await Report.filter(**({} if closed else {"closed_at": None})).order_by("id"):
        render = await Render.get(id=report.render_id)
        version = await Version.get(id=render.version_id)
        yield Reported(report, render.project_id, str((version.script or {}).get("title", "")), await is_down(render.project_id))


async def _lock(tx: Tx, project_id: int) -> None:
    if not await tx.sql.execute_query_dict("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [project_id]):
        raise BadInput(f"There is no film {project_id}.")


_SHOWN = """SELECT post.id, place.platform FROM post JOIN place ON place.id = post.place_id
 WHERE post.shown_at IS NOT NULL AND (post.args->>'project' = $1 OR post.args->>'render' = ANY($2))"""


async def _touch(tx: Tx, project_id: int, renders: Sequence[int]) -> None:
    """Every message about the film is shown anew, also one that a later one took the place of: its pictures go, or come back."""
    for post in await tx.sql.execute_query_dict(_SHOWN, [str(project_id), [str(render) for render in renders]]):
        tx.want("show", post["id"], f"chat:{post['platform']}")
    tx.touch(f"project:{project_id}")
    for render in renders:
        tx.touch(f"render:{render}")
        tx.touch(f"share:{render}")
