"""Camera moves over a stage in two and a half dimensions: where each depth is seen at a moment of the shot."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.writing.script import CameraMove


@dataclass(frozen=True)
class View:
    """What the camera does at a moment. `x`, `y` are shares of the free margin, -1 to 1; `flat` zooms all depths alike (a lens, not a dolly)."""

    zoom: float
    x: float
    y: float
    flat: bool = False


def ease(t: float) -> float:
    """Slow in, slow out."""
    return t * t * (3 - 2 * t)


def view(move: CameraMove, t: float, seconds: float, phase: float = 0.0) -> View:
    """The camera at time `t` (0 to 1) of a shot of `seconds`. No move stands quite still: a held camera breathes."""
    e = ease(t)
    now = t * seconds
    bx = 0.035 * math.sin(now * 0.9 + phase) + 0.014 * math.sin(now * 2.1 + phase * 2)
    by = 0.03 * math.sin(now * 0.7 + 1.3 + phase) + 0.012 * math.sin(now * 1.7 + phase)
    reach = min(1.0, 0.45 + 0.14 * seconds)
    if move == "handheld":
        shake = 0.11 * math.sin(now * 2.3 + phase) + 0.06 * math.sin(now * 5.1 + 1) + 0.025 * math.sin(now * 9.3)
        return View(1.07, shake + 0.12 * (e - 0.5), 0.09 * math.sin(now * 2.9 + 2) + 0.05 * math.sin(now * 6.3))
    along: dict[CameraMove, View] = {
        "static": View(1.035, bx + 0.16 * (e - 0.5), by - 0.05 * (e - 0.5)),
        "pan_left": View(1.05, (0.8 - 1.6 * e) * reach, by, True),
        "pan_right": View(1.05, (-0.8 + 1.6 * e) * reach, by, True),
        "tilt_up": View(1.05, bx, (0.8 - 1.6 * e) * reach, True),
        "tilt_down": View(1.05, bx, (-0.8 + 1.6 * e) * reach, True),
        "truck_left": View(1.05, (0.75 - 1.5 * e) * reach, by),
        "truck_right": View(1.05, (-0.75 + 1.5 * e) * reach, by),
        "dolly_in": View(1.0 + 0.24 * e * reach, bx, by - 0.05 * e),
        "dolly_out": View(1.0 + 0.24 * (1 - e) * reach, bx, by - 0.05 * (1 - e)),
        "zoom_in": View(1.0 + 0.26 * e * reach, bx, by - 0.06 * e, True),
        "zoom_out": View(1.0 + 0.26 * (1 - e) * reach, bx, by - 0.06 * (1 - e), True),
        "crane_up": View(1.1 - 0.08 * e, bx, (0.75 - 1.3 * e) * reach),
        "crane_down": View(1.02 + 0.08 * e, bx, (-0.55 + 1.2 * e) * reach),
    }
    return along[move]


STEADY: frozenset[CameraMove] = frozenset(("static", "pan_left", "pan_right", "tilt_up", "tilt_down", "truck_left", "truck_right", "handheld"))
"""Moves that never change the size of things: their layers are scaled once, not in every frame."""


def parallax(view: View, depth: float) -> tuple[float, float]:
    """(zoom of this depth, share of the camera's travel it is shifted by): near things grow and move more."""
    if view.flat:
        return view.zoom, 0.78 + 0.22 * min(1.5, depth)
    return 1 + (view.zoom - 1) * (0.35 + 0.9 * depth), 0.3 + 0.7 * depth
