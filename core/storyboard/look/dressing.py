"""Dresses a shot with its props: in a hand, on a table, on the ground, on the water, in the air."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from core.storyboard.look.animals import beast_named, draw_animal, metres, reach
from core.storyboard.look.backdrops.sky import halo
from core.storyboard.look.canvas import Plate, Rng, mix, smooth
from core.storyboard.look.figure import Figure
from core.storyboard.look.framing import AIM, FEET, WIDE
from core.storyboard.look.poses import named
from core.storyboard.look.props import prop, prop_height
from core.storyboard.look.relief import drop_shadow, relief
from core.storyboard.look.shapes import Drawing, paint
from core.storyboard.look.shapes import drawings as shapes
from core.storyboard.look.stage import STILL, Layer, Life, Stage
from core.storyboard.look.wardrobe import Look
from core.writing.script import Shot

WIDEST = 0.6
"""The share of the picture's width that a thing beside somebody takes at most."""


def set_props(stage: Stage, shot: Shot, holder: Figure | None, metre: float, rng: Rng, there: Collection[str] = ()) -> None:
    """The first two props: in the hand, on the ground, on the water, in the air. Not those that are `there` already: ridden, or played."""
    for i, noun in enumerate(shot.props[:2]):
        d = prop(noun)
        beast = beast_named(noun) if d.name == "thing" and shot.size in (*WIDE, "MS") else None
        if beast is not None and noun.lower() not in there:
            _beside(stage, beast, shot, holder, metre, i)
        in_hand = d.stands == "hand" or (d.stands == "table" and shot.size in AIM)
        if d.name in (*there, "thing") or (shot.size in AIM and d.stands == "table" and d.glows):
            continue  # what is unknown would be a bundle, and nobody holds a table lamp to their chin
        plate = stage.plate()
        if holder is not None and in_hand and i == 0:
            _held(stage, plate, d, shot, holder, metre)
        else:
            _standing(stage, plate, d, shot, holder, metre, i, rng)


def _beside(stage: Stage, look: Look, shot: Shot, holder: Figure | None, metre: float, i: int) -> None:
    """A beast that a story names among its things, on the ground beside somebody, looking up at them."""
    tall = max(metres(look) * metre, stage.picture[1] * {"EWS": 0.05, "WS": 0.08, "FS": 0.13}.get(shot.size, 0.22))
    tall = min(tall, 0.6 * stage.picture[1], WIDEST * stage.picture[0] / sum(reach(look)))
    side = (holder.facing if holder else stage.lit) * (1 if i == 0 else -1)
    half = sum(reach(look)) * tall * 0.5
    x = float(
        np.clip((holder.foot[0] if holder else stage.x(0.5)) + side * ((0.6 * metre if holder else 0) + half), stage.x(0.03) + half, stage.x(0.97) - half)
    )
    y = stage.y(min(0.97, FEET.get(shot.size, 0.97)))
    figure = draw_animal(look, named("stand"), stage.pal, (stage.w, stage.h), x, y, tall, -side)
    relief(figure.plate, stage.pal, (stage.light.x - x, -0.4 * stage.unit), figure.breadth, strength=0.7, light=stage.light.colour, floor=0.2)
    shade = Plate(max(6, round(2 * half)), max(4, round(figure.breadth * 0.34)), stage.pal.ink)
    shade.alpha = drop_shadow(shade.width, shade.height, 0.34)
    shade.fill(stage.pal.ink)
    stage.layers.append(Layer([shade], round(x - shade.width / 2), round(y - shade.height * 0.55), 0.972))
    cut, dx, dy = figure.plate.textured(1.4, 1).cropped()
    stage.layers.append(Layer([cut], figure.x + dx, figure.y + dy, 0.985, Life(sway=(0.0, stage.unit * 0.002), period_s=2.8)))


def _held(stage: Stage, plate: Plate, d: Drawing, shot: Shot, holder: Figure, metre: float) -> None:
    h = min(max(prop_height(d, metre), stage.picture[1] * {"EWS": 0.03, "WS": 0.05, "FS": 0.075}.get(shot.size, 0.15)), stage.picture[1] * 0.34, 0.8 * metre)
    x, y = holder.hand
    if shot.size in ("MCU", "CU", "ECU") or y > stage.y(1.0):
        x, y = holder.head[0] + holder.facing * stage.unit * 0.2, stage.y(0.985)
        h = stage.picture[1] * 0.26
    low, high = d.bounds()[1], d.bounds()[3]
    paint(plate, d, x + holder.facing * h * 0.08, y + h * ((0.22 if d.tall < 0.7 else 0.5) + low), h, stage.pal, flip=holder.facing < 0, accent=(206, 74, 66))
    del high
    _leave(stage, plate, d, 1.02, (x, y), h)


def _standing(stage: Stage, plate: Plate, d: Drawing, shot: Shot, holder: Figure | None, metre: float, i: int, rng: Rng) -> None:
    ph = stage.picture[1]
    h = min(max(d.tall * metre, ph * {"EWS": 0.05, "WS": 0.08, "FS": 0.12}.get(shot.size, 0.2)), ph * 0.62)
    left, _, right, _ = d.bounds()
    h = min(h, WIDEST * stage.picture[0] / (right - left))
    side = (holder.facing if holder else stage.lit) * (1 if i == 0 else -1)
    base = holder.foot[0] if holder else stage.x(0.5 - stage.lit * 0.1)
    half = (right - left) * h * 0.5
    gap = (0.7 * metre if holder else 0) + half
    x = float(np.clip(base + side * gap, stage.x(0.03) + half, stage.x(0.97) - half))
    y = stage.y(FEET.get(shot.size, 1.0) - 0.005)
    life = Life()
    if d.stands == "air":
        y, h = stage.y(0.4), max(h, ph * 0.16)
        x = float(np.clip(base + side * 0.28 * ph, stage.x(0.12), stage.x(0.88)))
        life = Life(sway=(stage.unit * 0.018, stage.unit * 0.014), period_s=3.7)
        if holder is not None and d.name in ("kite", "balloon"):
            string = smooth([holder.hand, ((holder.hand[0] + x) / 2, (holder.hand[1] + y) / 2 + stage.unit * 0.06), (x, y)], closed=False)
            plate.stroke(string, max(1.0, stage.unit * 0.002), mix(stage.pal.light, stage.pal.near, 0.4), 0.9)
    elif d.stands == "water":
        y = stage.y(0.86)
        life = Life(sway=(stage.unit * 0.003, stage.unit * 0.005), period_s=3.9)
    elif d.stands == "wall":
        y, h = stage.y(0.46), min(h, ph * 0.2)
    elif d.stands == "table":
        high = min(0.62 * metre, ph * 0.3)
        paint(plate, shapes("furniture")["bedside"], x, y, high, stage.pal)
        y, h = y - high * 0.97, min(h, ph * 0.2)
    paint(plate, d, x, y, h, stage.pal, flip=side < 0, accent=(206, 74, 66), main=(170, 84, 72))
    _leave(stage, plate, d, 0.985 if d.stands != "air" else 0.9, (x, y - h * 0.6), h, life)


def _leave(stage: Stage, plate: Plate, d: Drawing, depth: float, at: tuple[float, float], h: float, life: Life = STILL) -> None:
    """Light a prop and leave it; a lamp gets its glow."""
    if not plate.alpha.any():
        return
    cut, x, y = plate.cropped(4)
    relief(cut, stage.pal, (stage.light.x - at[0], -stage.unit * 0.4), h * 0.4, strength=0.7, light=stage.light.colour, floor=0.2)
    stage.layers.append(Layer([cut], x, y, depth, life))
    if d.glows:
        halo(stage, at[0], at[1] - h * 0.25, max(0.1, h / stage.unit * 0.9), depth + 0.005, 0.55, (255, 214, 150), 0.14)
