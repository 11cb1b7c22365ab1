"""Water about whoever lives in it: the sea's surface, a pond where there is no sea, a bowl indoors.

Called by `cast` for wide and medium shots: nobody who swims hangs in the air.
"""

from __future__ import annotations

import numpy as np

from core.storyboard.look.canvas import circle, mix, smooth
from core.storyboard.look.figure import Figure
from core.storyboard.look.relief import relief
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.stage import STILL, Layer, Life, Stage

OPEN_WATER = {"sea": 0.79, "harbour": 0.8, "beach": 0.69}
"""The places where the sea lies behind the shore, and where in the picture that begins; elsewhere out of doors it is a pond."""
SURFACE = 0.5
"""Where the surface cuts who swims, in lengths over the mark."""
BOWL_Y, BOWL_R = 0.7, 1.24
"""The middle and the radius of a bowl, in lengths of its fish."""


def submerge(figure: Figure, y: float, u: float, shore: float | None = None) -> None:
    """Veil what of somebody lies under the surface at `y` stage pixels; below `shore` nothing of them is seen."""
    rows = np.arange(figure.plate.height) + figure.y
    seen = 1 - 0.74 * np.clip((rows - y) / (0.08 * u) + 0.5, 0, 1)
    if shore is not None:
        seen = np.where(rows < shore, seen, 0.0)
    figure.plate.alpha = (figure.plate.alpha * seen[:, None]).astype(np.uint8)


def surface(stage: Stage, x: float, y: float, u: float, depth: float, life: Life, *, pond: float) -> list[Layer]:
    """Rings about somebody at (x, y), who goes as `life` says; `pond`: half the breadth in pixels of a pond under them, 0 in the sea."""
    light = mix(stage.pal.light, (255, 255, 255), 0.35)
    layers = []
    if pond:
        plate = stage.plate()
        shore = smooth(
            [
                (x + pond * a, y + pond * b)
                for a, b in ((-1, 0.02), (-0.7, -0.14), (-0.1, -0.19), (0.62, -0.15), (1.02, 0.0), (0.66, 0.17), (0, 0.21), (-0.72, 0.16))
            ]
        )
        plate.poly(shore + [0, 0.012 * pond], mix(stage.pal.near, stage.pal.ink, 0.3))
        plate.poly(shore, mix(mix(mix(stage.pal.near, stage.pal.top, 0.45), stage.pal.far, 0.3), stage.pal.low, 0.3))
        plate.poly(smooth([(x - pond * 0.6, y - pond * 0.09), (x, y - pond * 0.13), (x + pond * 0.5, y - pond * 0.09), (x, y - pond * 0.06)]), light, 0.25)
        cut, left, top = plate.cropped()
        layers.append(Layer([cut], left, top, depth - 0.006, STILL))
    plate = stage.plate()
    for wide, opacity in ((0.95, 0.7), (1.25, 0.4)):
        ring = circle(x - 0.1 * u, y, wide * u, wide * 0.09 * u, 48)
        plate.stroke(np.concatenate([ring, ring[:1]])[:27], [0.008 * u, 0.045 * u, 0.008 * u], light, opacity)
    cut, left, top = plate.cropped()
    layers.append(Layer([cut], left, top, depth + 0.001, Life(sway=(0.02 * u, 0.004 * u), period_s=2.6, travel=life.travel)))
    return layers


def bowl(stage: Stage, x: float, y: float, u: float, floor: float, depth: float) -> list[Layer]:
    """A round glass with water about a fish whose mark is (x, y), on a stool that stands on the floor."""
    middle, r = y - BOWL_Y * u, BOWL_R * u
    back, front, stool = stage.plate(), stage.plate(), stage.plate()
    foot = middle + r * 0.94
    if floor - foot > 0.1 * u:
        paint(stool, drawings("furniture")["stool"], x, floor, floor - foot + 0.02 * u, stage.pal)
        relief(stool, stage.pal, (stage.lit, -0.7), (floor - foot) * 0.8, light=stage.light.colour, strength=0.7)
    glass = np.array([p for p in circle(x, middle, r, n=72) if p[1] > middle - r * 0.8])
    rim_y = float(glass[:, 1].min())
    half = float(np.sqrt(max(0.0, r * r - (middle - rim_y) ** 2)))
    wet = np.array([(px, max(py, middle - r * 0.56)) for px, py in circle(x, middle, r * 0.97, n=72)])
    back.poly(circle(x, middle, r, n=72), mix(stage.pal.light, (255, 255, 255), 0.3), 0.16)
    back.poly(wet, stage.dim((128, 176, 190)), 0.55)
    back.poly(circle(x, foot - 0.02 * r, r * 0.42, r * 0.09, 32), stage.dim((206, 182, 132)))
    light = mix(stage.pal.light, (255, 255, 255), 0.6)
    front.stroke(circle(x, rim_y, half, half * 0.12, 48), 0.04 * u, light, 0.7)
    front.stroke(circle(x, middle, r * 0.84, n=60)[32:42], [0.01 * u, 0.09 * u, 0.01 * u], light, 0.6)
    front.stroke(np.concatenate([circle(x, middle, r, n=90)[70:], circle(x, middle, r, n=90)[:66]]), 0.025 * u, light, 0.45)
    layers = []
    for plate, at in ((stool, depth - 0.01), (back, depth - 0.006), (front, depth + 0.002)):
        if plate.alpha.any():
            cut, left, top = plate.cropped()
            layers.append(Layer([cut], left, top, at, STILL))
    return layers
