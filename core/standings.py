"""Where a film stands, in one statement: its project, the version that counts, the newest one, and its stage.

Called for every view that is about a film, and by whoever goes on with one.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from tortoise import connections
from tortoise.exceptions import DoesNotExist

from core import projects
from core.models import Project, Version
from core.projects import Stage
from core.rows import columns, joined, made


@functools.cache
def _of() -> str:
    return f"""SELECT {columns(Project)}, {columns(Version, "newest")}, {columns(Version, "head")}, {projects.RENDERS_OF_FILM},
   EXISTS (SELECT 1 FROM takedown WHERE takedown.project_id = project.id AND takedown.restored_at IS NULL) AS down,
   NOT EXISTS (SELECT 1 FROM project AS earlier WHERE earlier.owner_id = project.owner_id AND earlier.id < project.id) AS first
   FROM project LEFT JOIN LATERAL (SELECT * FROM version WHERE version.project_id = project.id ORDER BY number DESC LIMIT 1) AS newest ON true
   LEFT JOIN version AS head ON head.id = project.head_id AND head.id <> newest.id
  WHERE project.id = """


_BY_ID, _BY_RENDER = "$1", "(SELECT project_id FROM render WHERE id = $1)"


@dataclass(frozen=True)
class Standing:
    """`head`: the version that counts; `newest`: the one that was asked for last, which may still be in the making; `down`: it is taken down;
    `first`: its owner made none before."""

    project: Project
    stage: Stage
    head: Version | None
    newest: Version | None
    down: bool = False
    first: bool = False

    @property
    def pending(self) -> Version | None:
        """The version that is being written."""
        return self.newest if self.newest and not projects.is_written(self.newest) else None


async def standing(project_id: int | None = None, *, render_id: int | None = None) -> Standing:
    """Where this film stands now, or the film of this render. Raises DoesNotExist."""
    asked = (_BY_ID, project_id) if project_id is not None else (_BY_RENDER, render_id)
    rows = await connections.get("default").execute_query_dict(_of() + asked[0], [asked[1]])
    if not rows:
        raise DoesNotExist(f"no film {project_id or ''}, no render {render_id or ''}")
    project, newest = made(Project, rows[0]), joined(Version, rows[0], "newest")
    head = newest if newest and newest.id == project.head_id else joined(Version, rows[0], "head")
    stage = projects.stage_of(project, has_script=bool(head and head.script is not None), **{name: rows[0][name] for name in ("rendering", "last_done")})
    return Standing(project, stage, head, newest, bool(rows[0]["down"]), bool(rows[0]["first"]))
