"""Fish and what else swims: whales, dolphins, sharks, seals, octopuses.

Called by `animals`, which knows which kind a character is. Lengths are heights of the picture of them: 0 is the ground, 1.2 the crown.
"""

from __future__ import annotations

import math

import numpy as np

from core.storyboard.look.canvas import around, circle, mix, scaled, smooth
from core.storyboard.look.crawlers import Painter, Vec
from core.storyboard.look.poses import Pose
from core.storyboard.look.skeleton import Brush
from core.storyboard.look.wardrobe import Look, coat_of


def paint_fish(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Hanging in the water, the tail sweeping."""
    scale = b.pal.local(coat_of(look, "#d08a4c"))
    dark, pale = mix(scale, b.pal.ink, 0.4), mix(scale, b.pal.local((244, 238, 220)), 0.55)
    y, sweep = 0.7, math.sin(2 * math.pi * pose.phase) * 0.1
    b.curve([(-0.62, y), (-1.0, y + 0.32 + sweep), (-1.16, y + 0.4 + sweep), (-0.98, y + sweep), (-1.16, y - 0.38 + sweep), (-1.0, y - 0.3 + sweep)], dark)
    b.curve([(0.1, y + 0.24), (-0.1, y + 0.56), (-0.42, y + 0.5), (-0.34, y + 0.14)], dark)
    b.curve([(-0.72, y), (-0.4, y + 0.22), (0.1, y + 0.34), (0.55, y + 0.22), (0.8, y), (0.56, y - 0.22), (0.1, y - 0.32), (-0.4, y - 0.2)], scale)
    b.curve([(-0.5, y - 0.1), (0.1, y - 0.04), (0.72, y - 0.06), (0.5, y - 0.22), (0.1, y - 0.3), (-0.35, y - 0.2)], pale, 0.8)
    b.curve([(0.16, y - 0.04), (-0.14, y - 0.1 + sweep), (-0.2, y - 0.36 + sweep), (0.06, y - 0.2)], dark)
    b.curve([(0.26, y + 0.3), (0.38, y + 0.28), (0.36, y - 0.27), (0.24, y - 0.29), (0.32, y)], b.worn(look))
    eye = np.array([0.56, y + 0.07])
    _eye(b, eye, 0.075)
    b.plate.stroke(b.px(smooth([(0.78, y - 0.05), (0.68, y - 0.08), (0.6, y - 0.06)], closed=False)), b.u * 0.018, dark)
    return np.array([0.4, y]), eye


def _eye(b: Brush, at: Vec, r: float) -> None:
    b.poly(around(at, r, n=18), (244, 240, 230))
    b.poly(circle(at[0] + r * 0.2, at[1], r * 0.6, n=14), b.pal.ink)


def paint_whale(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A great round head, a pleated throat, the flukes lifted, its breath over it."""
    skin = b.pal.local(coat_of(look, "#4f6c84"))
    dark, pale = mix(skin, b.pal.ink, 0.4), mix(skin, b.pal.local((240, 238, 228)), 0.6)
    lift = 0.06 * math.sin(2 * math.pi * pose.phase)
    fluke = np.array([-1.72, 0.92 + lift])
    for dx, dy, shade in ((-0.34, 0.2, 0.7), (-0.5, -0.02, 1.0)):
        tip = fluke + [dx, dy + 0.12]
        b.curve(
            [tuple(fluke + [0.08, -0.06]), tuple(fluke + [dx * 0.3, dy * 0.4 + 0.16]), tuple(tip), tuple(fluke + [dx * 0.7, dy * 0.6 - 0.04])],
            scaled(dark, shade),
        )
    b.curve([(-1.7, 0.95 + lift), (-1.2, 0.72), (-0.7, 0.9), (0.0, 1.08), (0.66, 1.0), (0.98, 0.66), (0.86, 0.26), (0.3, 0.08), (-0.5, 0.18), (-1.2, 0.46), (-1.66, 0.8 + lift)], skin)  # fmt: skip # noqa: E501
    b.curve([(0.92, 0.44), (0.3, 0.4), (-0.4, 0.3), (-0.9, 0.32), (-0.5, 0.18), (0.3, 0.09), (0.8, 0.22)], pale, 0.9)
    for n in range(4):
        y = 0.15 + 0.055 * n
        b.plate.stroke(b.px(smooth([(0.84 - 0.02 * n, y + 0.06), (0.3, y), (-0.3 - 0.06 * n, y + 0.05)], closed=False)), b.u * 0.012, mix(pale, dark, 0.5))
    b.curve([(0.22, 0.34), (0.06, 0.2), (-0.24, 0.0 + lift), (-0.3, 0.08 + lift), (-0.06, 0.36)], dark)
    b.plate.stroke(b.px(smooth([(0.97, 0.5), (0.74, 0.44), (0.44, 0.5), (0.34, 0.56)], closed=False)), b.u * 0.022, dark)
    spray = mix(b.pal.light, (255, 255, 255), 0.5)
    for dx in (-0.16, 0.0, 0.16):
        b.plate.stroke(
            b.px(smooth([(0.3, 1.06), (0.3 + dx * 0.5, 1.24 + lift), (0.3 + dx * 1.6, 1.26 + lift)], closed=False)), [b.u * 0.03, b.u * 0.06], spray, 0.7
        )
    b.curve([(-0.92, 0.86), (-0.78, 0.9), (-0.74, 0.24), (-0.88, 0.3)], b.worn(look))
    eye = np.array([0.52, 0.62])
    _eye(b, eye, 0.06)
    return np.array([0.5, 0.6]), eye


def paint_dolphin(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A leaping curve with a beak."""
    return _slim(b, look, pose, shark=False)


def paint_shark(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A pointed nose, gills, and a fin that stands up."""
    return _slim(b, look, pose, shark=True)


def _slim(b: Brush, look: Look, pose: Pose, *, shark: bool) -> tuple[Vec, Vec]:
    skin = b.pal.local(coat_of(look, "#78848c" if shark else "#6a8ca4"))
    dark, pale = mix(skin, b.pal.ink, 0.35), mix(skin, b.pal.local((244, 242, 234)), 0.65)
    y, sweep, bow = 0.6, math.sin(2 * math.pi * pose.phase) * 0.08, 0.0 if shark else 0.18
    tail = np.array([-1.34, y + sweep - bow])
    high, low = (0.42, -0.3) if shark else (0.16, -0.2)
    b.curve([tuple(tail + [0.14, 0.04]), tuple(tail + [-0.24, high]), tuple(tail + [-0.34, high]), tuple(tail + [-0.12, 0.0]), tuple(tail + [-0.32, low]), tuple(tail + [-0.2, low])], dark)  # fmt: skip # noqa: E501
    fin = (
        [(0.16, y + 0.24), (-0.16, y + 0.66), (-0.3, y + 0.64), (-0.24, y + 0.22)]
        if shark
        else [(0.04, y + 0.28), (-0.3, y + 0.58), (-0.42, y + 0.56), (-0.34, y + 0.2)]
    )
    b.curve(fin, dark)
    nose = (1.14, y + 0.06) if shark else (0.8, y - 0.02)
    b.curve([(-1.3, y + 0.04 + sweep - bow), (-0.7, y + 0.16), (-0.1, y + 0.3), (0.5, y + 0.28), (0.82, y + 0.16), nose, (0.8, y - 0.12), (0.3, y - 0.26), (-0.4, y - 0.18), (-1.3, y - 0.04 + sweep - bow)], skin)  # fmt: skip # noqa: E501
    if not shark:
        b.hull([(np.array([0.78, y - 0.02]), 0.1), (np.array([1.16, y - 0.08]), 0.05)], skin)
    b.curve([(0.94, y - 0.08), (0.3, y - 0.06), (-0.5, y - 0.08), (-0.3, y - 0.17), (0.3, y - 0.25), (0.8, y - 0.14)], pale, 0.9)
    b.curve([(0.3, y - 0.06), (0.0, y - 0.22), (-0.12, y - 0.48 + sweep), (-0.02, y - 0.5 + sweep), (0.26, y - 0.24)], dark)
    if shark:
        for n in range(3):
            b.plate.stroke(b.px(smooth([(0.42 - 0.08 * n, y + 0.12), (0.38 - 0.08 * n, y), (0.42 - 0.08 * n, y - 0.1)], closed=False)), b.u * 0.02, dark)
        smile = [(0.98, y - 0.04), (0.84, y - 0.1), (0.62, y - 0.08)]
    else:
        smile = [(1.14, y - 0.1), (0.86, y - 0.1), (0.64, y - 0.02)]
    b.plate.stroke(b.px(smooth(smile, closed=False)), b.u * 0.02, mix(dark, b.pal.ink, 0.4))
    b.curve([(0.16, y + 0.3), (0.28, y + 0.3), (0.26, y - 0.26), (0.14, y - 0.26), (0.2, y)], b.worn(look))
    eye = np.array([0.68, y + 0.08])
    _eye(b, eye, 0.055)
    return np.array([0.66, y + 0.02]), eye


def paint_seal(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """On its belly, the head up, flippers beside it."""
    skin = b.pal.local(coat_of(look, "#6c7076"))
    dark, pale = mix(skin, b.pal.ink, 0.4), mix(skin, b.pal.local((236, 230, 216)), 0.5)
    sway = 0.05 * math.sin(2 * math.pi * pose.phase) if pose.gait else 0.0
    low = 0.45 if pose.flat else 1.0
    for dy in (0.1, 0.02):
        b.curve([(-1.2, 0.14), (-1.5, 0.26 + dy + sway), (-1.66, 0.2 + dy + sway), (-1.5, 0.06 + dy)], dark)
    b.curve([(0.36, 0.3), (0.66, 0.04), (0.8, 0.02), (0.56, 0.2)], scaled(skin, 0.66))
    b.hull([(np.array([-1.2, 0.14]), 0.1), (np.array([-0.5, 0.32]), 0.3), (np.array([0.16, 0.4]), 0.38)], skin)
    h = np.array([0.56, 0.96 * low + 0.3 * (1 - low)])
    b.limb([np.array([0.2, 0.46]), np.array([0.44, 0.66 * low + 0.2 * (1 - low)]), h], [0.36, 0.27, 0.22], skin)
    b.hull([(np.array([0.36, 0.34]), 0.2), (np.array([-0.3, 0.2]), 0.16)], pale, 0.7)
    b.curve([(0.1, 0.36), (0.3, 0.04 + sway), (0.12, 0.0 + sway), (-0.14, 0.26)], dark)
    colour, middle = b.worn(look), np.array([0.46, 0.68 * low + 0.22 * (1 - low)])
    b.hull([(middle + [0.22, -0.04], 0.06), (middle + [-0.26, 0.08], 0.06)], colour)
    b.hull([(h, 0.23), (h + [0.2, -0.06], 0.14)], skin)
    b.hull([(h + [0.24, -0.09], 0.1)], pale)
    b.poly(circle(h[0] + 0.33, h[1] - 0.01, 0.045, 0.035, 14), b.pal.ink)
    for dy in (-0.02, -0.07):
        b.plate.stroke(b.px(np.array([(h[0] + 0.26, h[1] - 0.09), (h[0] + 0.02, h[1] - 0.12 + dy)])), b.u * 0.01, dark)
    eye = h + np.array([0.1, 0.05])
    b.poly(around(eye, 0.055, n=16), b.pal.ink)
    b.poly(circle(eye[0] + 0.015, eye[1] + 0.02, 0.017, n=8), (250, 248, 240))
    return h + [0.06, -0.02], eye


def paint_octopus(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A tall head over arms that curl along the ground."""
    skin = b.pal.local(coat_of(look, "#b8605a"))
    dark, pale = mix(skin, b.pal.ink, 0.36), mix(skin, b.pal.local((246, 226, 206)), 0.5)
    low = 0.2 if pose.flat else 0.0
    turn = 2 * math.pi * pose.phase

    def arm(n: int, reach: float, colour: object, thick: float) -> None:
        curl = 0.07 * math.sin(turn + n * 1.3)
        side = math.copysign(1.0, reach)
        way = [
            (reach * 0.18, 0.5 - low),
            (reach * 0.42, 0.26),
            (reach * 0.78, 0.07 + max(0.0, curl)),
            (reach, 0.1 + curl),
            (reach + side * 0.06, 0.24 + curl),
            (reach - side * 0.06, 0.26 + curl),
        ]
        b.plate.stroke(b.px(smooth(way, closed=False)), [b.u * thick, b.u * thick * 0.85, b.u * thick * 0.5, b.u * 0.03], colour)  # type: ignore[arg-type]

    for n, reach in enumerate((-1.2, -0.62, 0.7, 1.26)):
        arm(n, reach, scaled(skin, 0.7), 0.2)
    head = np.array([0.0, 0.86 - low * 2])
    b.hull([(np.array([0.0, 0.5 - low]), 0.26), (head, 0.36), (head + [-0.06, 0.0], 0.36)], skin)
    for n, reach in enumerate((-0.95, 0.98, -0.34, 0.4)):
        arm(n + 4, reach, skin, 0.22)
    for x, up, r in ((-0.22, 0.16, 0.06), (-0.1, 0.26, 0.045), (-0.28, 0.0, 0.04)):
        b.poly(circle(head[0] + x, head[1] + up, r, n=14), pale, 0.6)
    colour = b.worn(look)
    b.hull([(np.array([-0.28, 0.56 - low]), 0.055), (np.array([0.3, 0.54 - low]), 0.055)], colour)
    b.poly([(0.12, 0.56 - low), (0.32, 0.58 - low), (0.24, 0.34 - low * 0.6)], mix(colour, b.pal.ink, 0.2))
    eye = head + np.array([0.22, -0.06])
    _eye(b, head + [-0.02, -0.06], 0.085)
    _eye(b, eye, 0.095)
    b.plate.stroke(
        b.px(smooth([(head[0] + 0.02, head[1] - 0.2), (head[0] + 0.12, head[1] - 0.24), (head[0] + 0.22, head[1] - 0.19)], closed=False)), b.u * 0.022, dark
    )
    return head, eye


SWIMMERS: dict[str, Painter] = {
    "whale": paint_whale, "dolphin": paint_dolphin, "shark": paint_shark, "seal": paint_seal, "octopus": paint_octopus, "fish": paint_fish,
}  # fmt: skip
"""By the kinds of `animals.yaml`."""
AFLOAT = frozenset(("whale", "dolphin", "shark", "fish"))
"""Those that cannot be on land."""
