"""Agreeing to a render, cancelling one, asking for more cuts of one. Called inside a conversation's own transaction.

What happens here is rows only; `advance` and its jobs do the work after the commit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.jobs import Tx
from core.models import Person, Project, Version
from core.plans import Tier
from core.rendering.studio import Studio

Reason = Literal[
    "not_offered",  # nothing here renders that tier
    "plan",  # figures: tier
    "films_at_once",  # figures: most
    "rendering",  # this project is being rendered already; figures: render
    "price_changed",  # figures: agreed_mc, total_mc
    "insufficient",  # figures: free_mc, total_mc
    "debt",  # figures: debt_mc
    "frozen",
]


@dataclass(frozen=True)
class Begun:
    """The render that was agreed to. `again`: this very press had begun it before."""

    render_id: int
    total_mc: int
    again: bool = False


@dataclass(frozen=True)
class Declined:
    """Nothing was written. `figures` belong into the sentence that says why."""

    reason: Reason
    figures: dict[str, int | str]


async def begin(
    tx: Tx, studio: Studio, *, key: str, project: Project, version: Version, tier: Tier, by: Person, budget_mc: int | None = None, agreed_mc: int | None = None
) -> Begun | Declined:  # fmt: skip
    """Begin to render this version: the render, its slates with frozen prices, the hold.

    `key` names the press: the same key is the same render, however often it is pressed. `agreed_mc` is the price that the
    person saw; a higher one is declined, a lower one taken. The tier "preview" is free: the animatic, one per version.
    """
    raise NotImplementedError


async def cancel(tx: Tx, render_id: int) -> Literal["stopping", "too_late", "ended"]:
    """Ask for a render to stop. What was accepted so far is captured and delivered as its rough cut, the rest goes back.

    "too_late": every shot is in and the film is being put together; it will be finished and costs the same.
    """
    raise NotImplementedError


async def rough_cut(tx: Tx, render_id: int) -> int:
    """Ask for the film as it stands, animatic clips standing in for what is not rendered yet. Returns the cut's id (`cut:<id>` is touched)."""
    raise NotImplementedError


async def another_format(tx: Tx, render_id: int, format: str) -> int:
    """Ask for the finished film in another format, nothing rendered again. Returns the cut's id (`cut:<id>` is touched)."""
    raise NotImplementedError
