"""The insert: a prop large in the picture, on a table, in a hand, in the air or on the water, with its light and its shadow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.storyboard.look.animals import draw_animal, reach
from core.storyboard.look.backdrops.sky import halo
from core.storyboard.look.canvas import Colour, Plate, Rng, bloom, mix, scaled, smooth
from core.storyboard.look.poses import named
from core.storyboard.look.relief import drop_shadow, relief
from core.storyboard.look.shapes import Drawing, paint
from core.storyboard.look.stage import Layer, Life, Stage
from core.storyboard.look.wardrobe import Look

AS_TALL_M = 1.7
"""From this height on a thing on the floor fills the picture of an insert."""


def paint_insert(s: Stage, d: Drawing, cast: Sequence[Look], rng: Rng) -> None:
    """Show a prop large. Somebody's hand holds what is held in the hand, if the shot has a cast."""
    s.pal = replace(s.pal, dark=s.pal.dark * 0.45)  # a thing shown large is lit to be read
    if d.name == "thing":
        _pointing(s, cast, rng)
        return
    left, bottom, right, top = d.bounds()
    w, h = right - left, top - bottom
    room = (s.picture[0] * 0.56, s.picture[1] * 0.6)
    height = min(room[1] / h, room[0] / w)
    if d.stands == "floor" and d.tall >= AS_TALL_M:  # of what is as tall as people a part is seen
        height = max(height, min(1.5 * room[1] / h, 1.4 * room[0] / w))
    x, turn = s.x(0.5 + 0.03 * s.lit) - (left + right) / 2 * height, 0.0
    in_hand = d.stands == "hand" and bool(cast) and cast[0].species == "human" and w * height < s.picture[0] * 0.75
    if in_hand:
        y, turn = s.y(0.5) + (h / 2 + bottom) * height * 0.94, 0.1 * s.lit
    elif d.stands in ("hand", "table"):
        y = s.y(0.84) + bottom * height
        _table(s, rng)
    elif d.stands == "air":
        y = s.y(0.46) + (h / 2 + bottom) * height
    else:
        y = s.y(0.86) + bottom * height
    glow = s.light.colour
    halo(s, s.x(0.5 + s.lit * 0.2), s.y(0.36), 0.55, 0.93, 0.36 if not s.pal.night else 0.24, glow)
    if not in_hand and d.stands not in ("air", "water", "wall"):
        _cast_shadow(s, x + (left + right) / 2 * height, y, w * height)
    plate = s.plate()
    paint(plate, d, x, y, height, s.pal, turn=turn, accent=(206, 74, 66), main=(176, 92, 76))
    if in_hand:
        middle = (x + (left + right) / 2 * height, y - (bottom + h * 0.2) * height)
        _hand(s, plate, cast[0], middle, w * height)
    cut, px, py = plate.cropped(4)
    relief(cut, s.pal, (s.lit * 1.0, -0.7), min(w, h) * height * 0.5, strength=0.9, light=glow, floor=0.2)
    cut = cut.textured(1.6, 2)
    life = Life(sway=(s.unit * 0.004, s.unit * (0.012 if d.stands in ("air", "water") else 0.004)), period_s=3.8)
    s.layers.append(Layer([cut], px, py, 1.0, life))
    if in_hand:
        _arm_behind(s, cast[0], (x + (left + right) / 2 * height, y - bottom * height), w * height)
    if d.glows:
        halo(s, x, y - h * 0.6 * height, 0.42, 1.02, 0.5, (255, 214, 150), 0.16)
    else:
        _gleam(s, x + (left + right) / 2 * height, y - (bottom + h / 2) * height, max(w, h) * height * 0.5, cut, px, py)


def paint_beast(s: Stage, look: Look) -> None:
    """Show a beast large that a story names among its things."""
    s.pal = replace(s.pal, dark=s.pal.dark * 0.45)
    behind, before = reach(look)
    tall = min(0.56 * s.picture[1], 0.74 * s.picture[0] / (behind + before))
    side, y = -s.lit, s.y(0.84)
    x = s.x(0.5) + side * -(before - behind) / 2 * tall
    _cast_shadow(s, x + side * (before - behind) / 2 * tall, y, tall * (behind + before) * 0.8)
    plates, corners = [], []
    for phase in (0.0, 0.25, 0.5, 0.75):
        figure = draw_animal(look, replace(named("stand"), phase=phase), s.pal, (s.w, s.h), x, y, tall, side)
        relief(figure.plate, s.pal, (s.lit, -0.7), figure.breadth, strength=0.8, light=s.light.colour, floor=0.2)
        cut, dx, dy = figure.plate.textured(1.4, 1).cropped()
        plates.append(cut)
        corners.append((figure.x + dx, figure.y + dy))
    life = Life(sway=(s.unit * 0.002, s.unit * 0.003), period_s=3.0, drawings_per_s=4.0, breathe=0.006)
    s.layers.append(Layer(plates, *corners[0], 1.0, life, foot=(x, y), corners=corners))


def _pointing(s: Stage, cast: Sequence[Look], rng: Rng) -> None:
    """No thing that can be drawn is named: a hand on the table instead, one finger put out."""
    _table(s, rng)
    halo(s, s.x(0.5 + s.lit * 0.2), s.y(0.36), 0.55, 0.93, 0.34, s.light.colour)
    human = next((look for look in cast if look.species == "human"), None)
    skin, cloth = (s.dim(human.skin), s.dim(human.cloth)) if human else (s.dim((212, 158, 122)), s.dim((70, 80, 96)))
    size, side = s.unit * 0.19, -s.lit
    x, y = s.x(0.5), s.y(0.82)

    def at(across: float, up: float) -> tuple[float, float]:
        return x + side * across * size, y - up * size

    plate = s.plate(skin)
    shade = mix(skin, s.pal.ink, 0.3)
    plate.stroke([at(1.5, 0.3), at(4.6, 1.5)], [size * 0.95, size * 1.5], cloth)
    plate.stroke([at(0.7, 0.16), at(1.8, 0.44)], [size * 0.6, size * 0.66], skin)
    plate.poly(smooth([at(-0.5, -0.02), at(-0.45, 0.34), at(0.1, 0.56), at(0.8, 0.52), at(1.0, 0.1), at(0.5, -0.1)]), skin)
    for k in range(3):
        plate.stroke(
            smooth([at(0.1 + 0.2 * k, 0.4 - 0.05 * k), at(-0.42 + 0.16 * k, 0.3 - 0.08 * k), at(-0.3 + 0.16 * k, 0.02 - 0.03 * k)], closed=False),
            [size * 0.2, size * 0.19, size * 0.15],
            mix(skin, shade, 0.2 + 0.15 * k),
        )
    plate.stroke(smooth([at(0.2, 0.46), at(-0.6, 0.34), at(-1.35, 0.04)], closed=False), [size * 0.25, size * 0.21, size * 0.15], skin)
    plate.oval(*at(-1.3, 0.08), size * 0.05, size * 0.035, mix(skin, s.pal.light, 0.4), 0.8)
    _cast_shadow(s, x + side * size * 0.1, y + size * 0.12, size * 2.6)
    cut, px, py = plate.cropped(4)
    relief(cut, s.pal, (s.lit, -0.7), size, strength=0.9, light=s.light.colour, floor=0.2)
    s.layers.append(Layer([cut.textured(1.6, 1)], px, py, 1.0, Life(sway=(s.unit * 0.014, s.unit * 0.002), period_s=3.4)))


def _table(s: Stage, rng: Rng) -> None:
    """A table's top seen close, with its grain and the pool of light on it."""
    top = s.y(0.72)
    wood = mix(s.dim((150, 102, 66)), s.pal.near, 0.2)
    plate = s.plate(wood)
    plate.box(-2, top, s.w + 2, s.h + 2, wood)
    for _ in range(46):
        y = top + (rng.random() ** 1.5) * (s.h - top)
        x, length = rng.uniform(-0.2, 1.0) * s.w, rng.uniform(0.2, 0.7) * s.w
        plate.stroke(
            smooth([(x, y), (x + length / 2, y + rng.normal(0, 2)), (x + length, y + rng.normal(0, 2))], closed=False),
            s.unit * 0.003 * (0.5 + (y - top) / s.unit * 2),
            mix(wood, s.pal.ink if rng.random() < 0.6 else s.pal.light, 0.4),
            0.4,
        )
    plate.box(-2, top, s.w + 2, top + s.unit * 0.006, mix(wood, s.pal.light, 0.4))
    plate.tint(np.asarray(bloom(s.h, s.w, s.x(0.5 + 0.1 * s.lit), s.y(0.84), s.unit * 0.55), np.float32), s.light.colour, 0.34)
    plate.tint(np.asarray(1 - bloom(s.h, s.w, s.x(0.5), s.y(0.82), s.unit * 0.9), np.float32), s.pal.ink, 0.55)
    s.add(plate, 0.94, haze=0)


def _cast_shadow(s: Stage, x: float, y: float, w: float) -> None:
    wide, high = max(8, round(w * 1.3)), max(6, round(min(w * 0.3, s.unit * 0.16)))
    plate = Plate(wide, high, s.pal.ink)
    plate.alpha = drop_shadow(wide, high, 0.6)
    plate.fill(s.pal.ink)
    s.layers.append(Layer([plate], round(x - wide / 2 - s.lit * w * 0.16), round(y - high * 0.55), 0.97))


def _hand(s: Stage, plate: Plate, look: Look, at: tuple[float, float], width: float) -> None:
    """Thumb and fingertips that close over the lower edge of what is held."""
    size = s.unit * 0.17
    skin = s.dim(look.skin)
    shade = mix(skin, s.pal.ink, 0.35)
    side = -s.lit
    grip = min(width * 0.42, size * 0.62)
    x, y = at
    base = (x + side * (grip + size * 0.3), y + size * 1.0)
    for i in range(3):
        fy = y + size * (0.02 + 0.27 * i)
        tip = (x - side * (grip - size * 0.52), fy - size * 0.05)
        root = (x - side * (grip + size * 0.34), fy + size * 0.24)
        plate.stroke([root, tip], [size * 0.27, size * 0.22], mix(skin, shade, 0.1 * i))
        plate.oval(tip[0], tip[1], size * 0.112, None, mix(skin, shade, 0.1 * i))
        plate.oval(tip[0] + side * size * 0.03, tip[1] - size * 0.015, size * 0.062, size * 0.05, mix(skin, s.pal.light, 0.32), 0.8)
    thumb = smooth([base, (x + side * grip * 1.02, y + size * 0.5), (x + side * grip * 0.5, y + size * 0.02)], closed=False)
    plate.stroke(thumb, [size * 0.42, size * 0.3, size * 0.23], skin)
    tip = (x + side * grip * 0.5, y + size * 0.02)
    plate.oval(tip[0], tip[1], size * 0.118, None, skin)
    plate.oval(tip[0] - side * size * 0.035, tip[1] - size * 0.03, size * 0.07, size * 0.055, mix(skin, s.pal.light, 0.32), 0.8)


def _arm_behind(s: Stage, look: Look, at: tuple[float, float], width: float) -> None:
    """Palm, wrist and sleeve, behind the thing."""
    size = s.unit * 0.17
    plate = s.plate(s.dim(look.cloth))
    skin = mix(s.dim(look.skin), s.pal.ink, 0.18)
    side = -s.lit
    x, y = at[0] + side * size * 0.12, at[1] - size * 0.05
    wrist = (x + side * size * 0.9, y + size * 1.35)
    plate.poly(
        smooth(
            [
                (x - size * 0.62, y - size * 0.5),
                (x + size * 0.55, y - size * 0.5),
                (x + size * 0.62, y + size * 0.4),
                (wrist[0] + size * 0.32, wrist[1]),
                (wrist[0] - size * 0.36, wrist[1] + size * 0.1),
                (x - size * 0.56, y + size * 0.4),
            ]
        ),
        skin,
    )
    cuff: Colour = s.dim(look.cloth)
    elbow = (wrist[0] + side * size * 1.7, wrist[1] + size * 3.2)
    plate.stroke([(wrist[0] - side * size * 0.05, wrist[1] - size * 0.1), elbow], [size * 1.0, size * 1.5], cuff)
    plate.stroke(
        [(wrist[0] - side * size * 0.1, wrist[1] - size * 0.18), (wrist[0] + side * size * 0.1, wrist[1] + size * 0.2)],
        size * 1.06,
        mix(scaled(cuff, 0.8), look.accent, 0.25),
    )
    cut, px, py = plate.cropped(4)
    relief(cut, s.pal, (s.lit, -0.7), size * 1.2, strength=0.8, light=s.light.colour, floor=0.2)
    s.layers.append(Layer([cut.textured(1.6, 1)], px, py, 0.985, Life(sway=(s.unit * 0.004, s.unit * 0.004), period_s=3.8)))


def _gleam(s: Stage, x: float, y: float, r: float, thing: Plate, px: int, py: int) -> None:
    """A glint that passes over the thing now and then."""
    plate = Plate(s.w, s.h, s.light.colour)
    band = plate.mask([(x - r * 0.25, y - r * 1.4), (x + r * 0.1, y - r * 1.4), (x - r * 0.5, y + r * 1.4), (x - r * 0.85, y + r * 1.4)])
    whole = np.zeros_like(band)
    whole[py : py + thing.height, px : px + thing.width] = thing.alpha
    plate.alpha = (np.minimum(band, whole) * 0.2).astype(np.uint8)
    plate.fill(mix(s.light.colour, (255, 255, 255), 0.5))
    soft = plate.blurred(s.unit * 0.03)
    soft.alpha = np.minimum(soft.alpha, whole)
    cut, cx, cy = soft.cropped()
    s.layers.append(Layer([cut], cx, cy, 1.003, Life(pulse=0.9, period_s=3.2)))
