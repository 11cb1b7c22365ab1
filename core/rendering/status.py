"""Where a render stands, for the status card and for anybody who asks. Reads rows, changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Stage = Literal["queued", "rendering", "cancelling", "assembling", "done", "cancelled", "failed"]
"""As in `render.state`, which only `advance` writes."""
SceneState = Literal["waiting", "rendering", "done"]


@dataclass(frozen=True)
class SceneStatus:
    """One scene of the render: its number from 1, and how many of its shots are in."""

    number: int
    state: SceneState
    done: int
    total: int


@dataclass(frozen=True)
class CutStatus:
    """A film of the render: its row, its files by name (storage keys) and the facts about it. Empty until `state` is "done".

    Names of files: film, poster, subtitles_srt, subtitles_vtt, contact_sheet, screenplay, receipt, gate.
    """

    id: int
    kind: Literal["final", "rough"]
    state: Literal["asked", "done", "failed"]
    files: dict[str, str]
    facts: dict[str, object]


@dataclass(frozen=True)
class Status:
    """One look at a render. Amounts in milli-credits; `percent` 0 to 100, never falling while a render goes on.

    `used_mc` is derived: accepted shots times their frozen price. `captured_mc` is set once the render has ended.
    `queue_place` is 1 for the next render that is still waiting for its first shot, None for those that are served.
    `eta_s` is None when the render has ended.
    """

    render_id: int
    project_id: int
    version_id: int
    title: str
    tier: str
    stage: Stage
    shots_done: int
    shots_total: int
    stand_ins: tuple[int, ...]
    """Numbers of the shots that ship as drawn stand-ins because they failed for good, uncharged."""
    spared: tuple[int, ...]
    """Numbers of the shots that were agreed to be drawn, to stay within a budget."""
    percent: int
    scenes: tuple[SceneStatus, ...]
    queue_place: int | None
    eta_s: float | None
    held_mc: int
    used_mc: int
    captured_mc: int | None
    can_cancel: bool
    final: CutStatus | None
    rough: CutStatus | None
    error: dict[str, object] | None
    """{key, args, text} as in `core.errors`, for a render that failed."""
    began_at: datetime
    ended_at: datetime | None


async def status(render_id: int) -> Status:
    """The render's status now. Raises tortoise's DoesNotExist."""
    raise NotImplementedError
