"""What stands close before the camera, out of focus: branches, grass, a door frame, a lamp. It gives the picture depth and frames the subject."""

from __future__ import annotations

import math

import numpy as np

from core.storyboard.look.backdrops import INDOORS
from core.storyboard.look.canvas import Plate, Rng, mix, smooth
from core.storyboard.look.stage import Layer, Life, Stage
from core.writing.script import Backdrop, ShotSize

LEAFY: frozenset[Backdrop] = frozenset(("forest", "park", "village", "river", "hills", "mountain", "farm", "lighthouse"))
GRASSY: frozenset[Backdrop] = frozenset(("field", "beach", "hills", "farm", "river", "park", "forest"))


def paint_foreground(s: Stage, backdrop: Backdrop, size: ShotSize, rng: Rng, *, busy: bool) -> None:
    """Perhaps leave something before the camera; never where a face is, and not where the picture is `busy` already."""
    if busy or size in ("CU", "ECU") or rng.random() > (0.75 if size in ("EWS", "WS") else 0.5):
        return
    plate = s.plate(mix(s.pal.ink, s.pal.near, 0.4))
    if backdrop in LEAFY and size != "MCU" and rng.random() < 0.65:
        _branches(s, plate, rng)
    elif backdrop in GRASSY and size in ("EWS", "WS", "FS"):
        _blades(s, plate, rng)
    elif backdrop in INDOORS and size in ("FS", "MS"):  # in a wide shot a dark edge reads as a bar
        _door(s, plate)
    elif backdrop in ("city", "street", "square", "harbour", "station") and size == "FS":
        _wall_edge(s, plate)
    else:
        return
    cut, x, y = plate.blurred(s.unit * 0.009).cropped()
    s.layers.append(Layer([cut], x, y, 1.4, Life(sway=(s.unit * 0.006, s.unit * 0.003), period_s=4.9)))


def _branches(s: Stage, plate: Plate, rng: Rng) -> None:
    """Boughs that hang in from the corner away from the light."""
    side = -s.lit
    ink = mix(s.pal.ink, s.pal.near, 0.35)
    for _ in range(5):
        x, y = s.x(0.5 + side * rng.uniform(0.3, 0.7)), s.y(-0.16)
        angle, w = math.pi / 2 + side * rng.uniform(0.1, 0.8), s.unit * rng.uniform(0.014, 0.026)
        points = [(x, y)]
        for _ in range(9):
            x, y = x + math.cos(angle) * s.unit * 0.05, y + math.sin(angle) * s.unit * 0.04
            points.append((x, y))
            angle += rng.uniform(-0.3, 0.34)
            for _ in range(2):
                a = angle + rng.uniform(-1.5, 1.5)
                size = s.unit * rng.uniform(0.02, 0.05)
                tip = (x + math.cos(a) * size, y + math.sin(a) * size)
                nx, ny = -math.sin(a) * size * 0.24, math.cos(a) * size * 0.24
                plate.poly(smooth([(x, y), ((x + tip[0]) / 2 + nx, (y + tip[1]) / 2 + ny), tip, ((x + tip[0]) / 2 - nx, (y + tip[1]) / 2 - ny)], steps=4), ink)
        plate.stroke(smooth(points, closed=False), [w, w * 0.2], ink)


def _blades(s: Stage, plate: Plate, rng: Rng) -> None:
    """Tall grass along the lower edge, higher at the sides."""
    ink = mix(s.pal.ink, s.pal.near, 0.4)
    for _ in range(int(110 * s.aspect)):
        t = rng.random()
        x = s.w * t
        h = s.unit * (0.05 + 0.17 * abs(t - 0.5) * 2) * rng.uniform(0.5, 1.25)
        lean = h * rng.normal(-0.25 * s.lit, 0.28)
        y = s.y(1.06)
        plate.poly([(x - h * 0.045, y), (x + lean * 0.35, y - h * 0.7), (x + lean, y - h), (x + h * 0.045, y)], ink)
    plate.box(0, s.y(1.05), s.w, s.h, ink)


def _door(s: Stage, plate: Plate) -> None:
    """The dark frame of the door one looks through."""
    side = -s.lit
    ink = mix(s.pal.ink, s.pal.near, 0.55)
    edge = s.x(0.5 + side * 0.48)
    far = 0.0 if side < 0 else float(s.w)
    plate.box(min(edge, far), 0, max(edge, far), s.h, ink)
    plate.box(edge - s.unit * 0.012, 0, edge + s.unit * 0.012, s.h, mix(ink, s.pal.light, 0.14))


def _wall_edge(s: Stage, plate: Plate) -> None:
    """The corner of a house, with a lamp bracket."""
    side = -s.lit
    ink = mix(s.pal.ink, s.pal.near, 0.6)
    edge = s.x(0.5 + side * 0.475)
    far = 0.0 if side < 0 else float(s.w)
    plate.box(min(edge, far), 0, max(edge, far), s.h, ink)
    y = s.y(0.2)
    plate.stroke(smooth([(edge, y), (edge - side * s.unit * 0.06, y - s.unit * 0.03), (edge - side * s.unit * 0.1, y)], closed=False), s.unit * 0.01, ink)
    x = edge - side * s.unit * 0.1
    plate.poly([(x - s.unit * 0.022, y), (x + s.unit * 0.022, y), (x + s.unit * 0.03, y + s.unit * 0.055), (x - s.unit * 0.03, y + s.unit * 0.055)], ink)
    if s.pal.lamps:
        plate.poly(
            np.array(
                [
                    (x - s.unit * 0.017, y + s.unit * 0.006),
                    (x + s.unit * 0.017, y + s.unit * 0.006),
                    (x + s.unit * 0.024, y + s.unit * 0.05),
                    (x - s.unit * 0.024, y + s.unit * 0.05),
                ]
            ),
            (255, 214, 150),
        )
