"""The job handlers of rendering, by kind, for the wiring. All may run twice and be killed anywhere.

Queue `work`: advance, dispatch, submit. Queue `media`: draw, collect, cancel, assemble, kit.
"""

from __future__ import annotations

from functools import partial

from core.jobs import Handler
from core.rendering.advance import advance
from core.rendering.assemble import assemble
from core.rendering.collect import call_back, collect
from core.rendering.dispatch import dispatch
from core.rendering.drawn import Draw, draw
from core.rendering.kit import gather
from core.rendering.studio import Studio
from core.rendering.submit import submit


def handlers(studio: Studio, paint: Draw) -> dict[str, Handler]:
    """All handlers of rendering. `paint` draws the clips of the renderer `drawn`."""
    return {
        "advance": partial(advance, studio),
        "dispatch": partial(dispatch, studio),
        "submit": partial(submit, studio),
        "draw": partial(draw, studio, paint),
        "collect": partial(collect, studio),
        "cancel": partial(call_back, studio),
        "assemble": partial(assemble, studio),
        "kit": partial(gather, studio),
    }
