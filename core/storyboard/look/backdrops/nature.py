"""Open country: sea, beach, lighthouse, river, forest, mountain, hills, desert, field, park, farm."""

from __future__ import annotations

import cv2
import numpy as np

from core.storyboard.look.backdrops.land import (
    broadleaf,
    conifer,
    edge_light,
    fill_under,
    grass,
    ground,
    land,
    ridge_line,
    water,
)
from core.storyboard.look.backdrops.sky import halo, mist, paint_sky
from core.storyboard.look.canvas import Colour, Plate, mix, smooth
from core.storyboard.look.palette import LAMP
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.stage import Life, Stage


def _sea_calm(s: Stage) -> float:
    return {"storm": 2.2, "wind": 1.3, "rain": 1.0}.get(s.weather, 0.55)


def place(
    s: Stage, plate: Plate, name: str, x: float, y: float, height: float, depth: float, *, main: Colour | None = None, flip: bool = False, tall: bool = True
) -> None:
    """A drawing of `scenery.yaml` on a plate: `height` in units."""
    paint(plate, drawings("scenery")[name], x, y, height * s.unit, s.pal, flip=flip, depth=depth, main=main or (176, 120, 96))


def sea(s: Stage) -> None:
    """Open water to the horizon: a far coast, perhaps a ship, and rocks to stand on."""
    s.horizon = 0.56
    paint_sky(s)
    far = s.plate()
    line = ridge_line(s, s.sky_y + 2, 0.07, 5, 0.5)
    slope = np.clip((np.arange(s.w) / s.w - 0.5) * -s.lit * 2.2 + 0.1, 0, 1)
    line = np.asarray(s.sky_y + 2 - (s.sky_y + 2 - line) * slope)
    fill_under(far, line, s.pal.plane(0.12))
    far.alpha[round(s.sky_y) + 1 :] = 0
    s.add(far, 0.1)
    water(s, s.sky_y, 0.25, calm=_sea_calm(s))
    ship = s.plate()
    name = str(s.rng.choice(["sailing_yacht", "steamer", "fishing_boat"]))
    place(s, ship, name, s.x(0.5 - s.lit * 0.3), s.sky_y + s.unit * 0.03, 0.075, 0.45, main=(70, 76, 92))
    s.add(ship, 0.3, Life(sway=(s.unit * 0.004, s.unit * 0.003), period_s=5.5, travel=(s.unit * 0.02 * s.lit, 0)))
    if s.weather in ("fog", "rain", "storm", "snow"):
        mist(s, s.sky_y, 0.12, 0.28, 0.7)
    _rocks(s, SHELF)


SHELF = 0.8
"""Where a shelf of rock begins on which the cast stands: above their feet in every size of shot."""


def _rocks(s: Stage, y: float) -> None:
    """A shelf of rock before the water."""
    plate = s.plate(s.pal.plane(0.95))
    line = ridge_line(s, s.y(y) + s.unit * 0.05, 0.07, 6, 0.55, 3)
    fill_under(plate, line, mix(s.pal.plane(0.92), s.pal.light, 0.06), s.pal.ink, 0.22)
    for _ in range(26):
        x, d = s.rng.uniform(0, s.w), s.rng.uniform(0.02, 0.1) * s.unit
        yy = line[int(min(s.w - 1, x))] + d
        plate.poly([(x - d, yy), (x - d * 0.2, yy - d * 0.35), (x + d, yy + d * 0.1), (x, yy + d * 0.3)], mix(s.pal.plane(0.95), s.pal.light, 0.12), 0.35)
    edge_light(s, plate, 0.6, 0.005)
    s.add(plate, 0.9, haze=0.3)


def beach(s: Stage) -> None:
    """Sand, surf running up, dunes with grass at the side."""
    s.horizon = 0.5
    paint_sky(s)
    land(s, s.sky_y + 2, 0.05, 0.12)
    water(s, s.sky_y, 0.22, calm=_sea_calm(s) * 0.8)
    sand = s.dim((232, 206, 160), 0.9)
    plate = s.plate(sand)
    curve = s.y(0.72) + np.sin(np.linspace(0.4, 3.0, s.w) * 2) * s.unit * 0.02 + (np.arange(s.w) / s.w - 0.5) * s.unit * 0.1 * s.lit
    fill_under(plate, curve, mix(sand, s.pal.near, 0.34), mix(sand, s.pal.near, 0.12), 0.05)
    ground_plate = s.plate(sand)
    fill_under(ground_plate, curve + s.unit * 0.035, mix(sand, s.pal.light, 0.1), mix(sand, s.pal.ink, 0.42), 0.4)
    plate.over(ground_plate)
    for _ in range(160):
        x, y = s.rng.uniform(0, s.w), s.rng.uniform(s.y(0.78), s.h)
        r = s.unit * 0.02 * (y / s.h)
        plate.stroke([(x - r, y), (x, y - r * 0.14), (x + r, y)], [0.3, r * 0.14 + 0.4, 0.3], mix(sand, s.pal.near, 0.45), 0.35)
    s.add(plate, 0.7, haze=0.2)
    for i, shift in enumerate((0.0, 0.026)):
        foam = s.plate((250, 250, 246))
        xs = np.arange(0, s.w, 6)
        surf = curve[xs] + s.unit * (shift - 0.012) + np.sin(xs / s.unit * 9 + i * 2) * s.unit * 0.006
        foam.stroke(np.stack([xs, surf], 1), [s.unit * 0.008, s.unit * 0.012], mix(s.pal.light, (255, 255, 255), 0.5), 0.6)
        s.add(foam, 0.6, Life(sway=(s.unit * 0.006, s.unit * 0.016), period_s=5.2, phase=0.2 * i), haze=0)
    dune = s.plate(sand)
    side = -s.lit
    xs = np.arange(s.w)
    rise = np.clip((xs / s.w - 0.5) * side * 2 - 0.25, 0, 1)
    line = s.y(0.94) - rise**1.4 * s.unit * 0.3 + line_wave(s, xs)
    fill_under(dune, line, mix(sand, s.pal.near, 0.35), mix(s.pal.ink, sand, 0.25), 0.3)
    keep = np.clip(rise * 3, 0, 1)
    grass(s, dune, np.where(keep > 0.2, line, s.h + 50.0), s.dim((128, 132, 84), 0.95), 0.08, 0.9)
    edge_light(s, dune, 0.4)
    s.add(dune, 1.15, haze=0)


def line_wave(s: Stage, xs: np.ndarray) -> np.ndarray:
    """A gentle waver, for lines drawn by hand."""
    return np.asarray(np.sin(xs / s.unit * 7.0) * s.unit * 0.006 + np.sin(xs / s.unit * 17.0 + 1) * s.unit * 0.003)


def lighthouse(s: Stage) -> None:
    """A tower on a headland over the sea, its beam sweeping after dark."""
    s.horizon = 0.6
    paint_sky(s)
    water(s, s.sky_y, 0.22, calm=_sea_calm(s))
    side = -s.lit
    x = s.x(0.5 + side * 0.27)
    plate = s.plate(s.pal.plane(0.6))
    xs = np.arange(s.w)
    reach = np.clip(1.25 - np.abs(xs - (x + side * s.unit * 0.5)) / (s.unit * 0.92), 0, 1)
    line = s.y(0.83) - (reach**0.65) * s.unit * 0.36 + ridge_line(s, 0.0, 0.045, 6, 0.6, 5)
    line = np.where(reach > 0.0, line, s.h + 20.0)
    foot = float(line[int(np.clip(x, 0, s.w - 1))])
    rock = s.pal.plane(0.62)
    fill_under(plate, line, mix(rock, s.dim((110, 130, 88), 0.6), 0.4), mix(s.pal.ink, rock, 0.4), 0.16)
    edge_light(s, plate, 0.5)
    tall = 0.5
    place(s, plate, "lighthouse", x, foot + s.unit * 0.015, tall, 0.6)
    place(s, plate, "cottage", x + side * s.unit * 0.17, foot + s.unit * 0.012, 0.085, 0.6, flip=side > 0)
    s.add(plate, 0.5)
    if s.pal.lamps or s.weather in ("fog", "storm", "rain"):
        lamp = (x, foot + s.unit * 0.015 - tall * s.unit * 0.853)
        _beam(s, lamp[0], lamp[1])
        halo(s, lamp[0], lamp[1], 0.13, 0.52, 0.9, mix(LAMP, (255, 255, 255), 0.4))
    if s.weather in ("fog", "storm", "rain"):
        mist(s, s.sky_y + s.unit * 0.1, 0.16, 0.55, 0.6)
    _rocks(s, SHELF)


def _beam(s: Stage, x: float, y: float) -> None:
    """Two beams of a lighthouse lamp, swaying as it turns."""
    colour = mix(LAMP, (255, 255, 255), 0.5)
    for side in (-1, 1):
        plate = Plate(s.w, s.h, colour)
        far = s.w * 1.1
        spread = far * 0.1
        for i in range(7):
            k = 1 - i * 0.11
            ray = plate.mask([(x, y - 2), (x + side * far, y - spread * k - far * 0.05), (x + side * far, y + spread * k - far * 0.05), (x, y + 2)])
            plate.alpha = cv2.addWeighted(plate.alpha, 1.0, ray, 0.05, 0)
        fade = np.clip(1 - np.abs(np.arange(s.w) - x) / (s.w * 0.85), 0, 1) ** 1.1
        plate.alpha = (plate.alpha * fade[None, :]).astype(np.uint8)
        plate.fill(colour)
        s.add(plate.blurred(s.unit * 0.004), 0.51, Life(pulse=0.75, period_s=4.6, phase=0.0 if side > 0 else 0.5), soft=False)


def river(s: Stage) -> None:
    """A river winding from far hills between wooded banks."""
    s.horizon = 0.52
    paint_sky(s)
    land(s, s.sky_y + s.unit * 0.01, 0.17, 0.14, rough=0.5)
    land(s, s.sky_y + s.unit * 0.03, 0.1, 0.3)
    bank = s.plate(s.pal.plane(0.5))
    green = mix(s.pal.plane(0.5), s.dim((104, 140, 92), 0.6), 0.5)
    fill_under(bank, np.full(s.w, s.sky_y + s.unit * 0.03), mix(green, s.pal.light, 0.08), mix(green, s.pal.ink, 0.4), 0.5)
    s.add(bank, 0.4)
    way = _winding(s)
    stream = s.plate()
    water(s, s.sky_y + s.unit * 0.03, 0.42, calm=0.35, mask=stream.mask(way))
    trees = s.plate(s.pal.plane(0.55))
    for x in s.span(0.06):
        middle = s.x(0.5)
        if abs(x - middle) < s.unit * 0.1:
            continue
        d = abs(x - middle) / s.w
        conifer(
            trees,
            x,
            s.sky_y + s.unit * (0.04 + 0.12 * d),
            s.unit * (0.1 + 0.28 * d) * s.rng.uniform(0.7, 1.2),
            mix(s.pal.plane(0.45 + 0.3 * d), green, 0.3),
            s.pal.light,
            s.lit,
            s.rng,
        )
    s.add(trees, 0.5)
    mist(s, s.sky_y + s.unit * 0.06, 0.1, 0.5, 0.5 if s.time in ("dawn", "night") else 0.25)
    near = s.plate(s.pal.plane(0.9))
    xs = np.arange(s.w)
    line = s.y(0.9) + (xs / s.w - 0.5) * s.lit * s.unit * 0.12 + line_wave(s, xs)
    fill_under(near, line, mix(s.pal.plane(0.85), s.dim((96, 120, 72), 0.95), 0.4), s.pal.ink, 0.3)
    grass(s, near, line, mix(s.pal.plane(0.9), s.dim((120, 140, 80), 1.0), 0.4), 0.05, 1.4)
    edge_light(s, near, 0.35, 0.004)
    s.add(near, 0.9, haze=0.3)


def _winding(s: Stage) -> np.ndarray:
    """The outline of the river, wide before the camera and narrow far off."""
    ts = np.linspace(0, 1, 14)
    y = s.sky_y + s.unit * 0.03 + ts**1.8 * (s.h - s.sky_y)
    middle = s.x(0.5) + np.sin(ts * 5.4 + 0.6) * s.unit * 0.2 * ts
    half = s.unit * (0.015 + 0.55 * ts**1.6)
    return np.asarray(smooth(np.concatenate([np.stack([middle - half, y], 1), np.stack([middle + half, y], 1)[::-1]]), steps=6))


def forest(s: Stage) -> None:
    """Rows of trees that fade into the light, trunks in front, shafts between them."""
    s.horizon = 0.64
    paint_sky(s, clouds=0.6)
    firs = bool(s.rng.random() < 0.65) or s.weather == "snow"
    green = (84, 118, 86)
    for i, depth in enumerate((0.12, 0.3, 0.5)):
        plate = s.plate(s.pal.plane(depth))
        y = s.sky_y + s.unit * (0.01 + 0.05 * i)
        colour = mix(s.pal.plane(depth), s.dim(green, depth), 0.3)
        line = ridge_line(s, y, 0.05, 4, 0.4)
        for x in s.span((0.045, 0.075, 0.13)[i]):
            h = s.unit * (0.3, 0.4, 0.58)[i] * s.rng.uniform(0.55, 1.1)
            foot = float(line[int(np.clip(x, 0, s.w - 1))]) + 4
            shade = mix(colour, s.pal.haze, s.rng.uniform(0, 0.16))
            (conifer if firs or i == 0 else broadleaf)(plate, x, foot, h, shade, s.pal.light, s.lit, s.rng)
        fill_under(plate, line, colour, mix(colour, s.pal.haze, 0.5), 0.16)
        edge_light(s, plate, 0.35)
        s.add(plate, depth, Life(sway=(s.unit * 0.0012 * i, 0), period_s=5.0 + i))
        mist(s, y + s.unit * 0.02, 0.12, depth + 0.02, (0.55, 0.42, 0.3)[i] * (1.4 if s.weather == "fog" else 1))
    _shafts(s)
    ground(s, s.y(0.8), 0.78, mix(s.pal.plane(0.8), s.dim((88, 104, 66), 0.9), 0.4), tufts=True)
    _trunks(s)


def _shafts(s: Stage) -> None:
    """Light falling through the trees."""
    if s.light.strength < 0.3 or s.weather in ("storm", "rain"):
        return
    plate = Plate(s.w, s.h, s.light.colour)
    for i in range(7):
        x = s.light.x + (i - 3) * s.unit * 0.16 + s.rng.uniform(-0.05, 0.05) * s.unit
        fall, width = -s.lit * s.unit * (0.25 + 0.1 * (i - 3) * s.lit), s.unit * s.rng.uniform(0.02, 0.07)
        plate.glaze(plate.mask([(x, s.y(-0.1)), (x + width * 0.7, s.y(-0.1)), (x + fall + width * 2, s.y(0.86)), (x + fall, s.y(0.86))]), s.light.colour, 0.2)
    fade = np.clip(1.15 - np.arange(s.h) / s.y(0.92), 0, 1)[:, None]
    plate.alpha = (plate.alpha * fade).astype(np.uint8)
    plate.fill(s.light.colour)
    s.add(plate.blurred(s.unit * 0.012), 0.6, Life(pulse=0.3, period_s=6.0, sway=(s.unit * 0.006, 0)), soft=False)


def _trunks(s: Stage) -> None:
    """A few near trunks at the sides, dark against the light."""
    plate = s.plate(s.pal.plane(0.95))
    for share in (-0.06, 0.1, 0.88, 1.06):
        x = s.x(share) + s.rng.uniform(-0.03, 0.03) * s.unit
        w = s.unit * s.rng.uniform(0.045, 0.085)
        bark = mix(s.pal.plane(0.9), s.pal.ink, 0.3)
        bend = s.rng.normal(0, 0.03) * s.unit
        foot = s.y(0.9)
        plate.stroke(smooth([(x, foot), (x + bend, s.y(0.45)), (x, s.y(-0.2))], closed=False), [w * 1.5, w, w * 0.8], bark)
        plate.poly(smooth([(x - w * 1.5, foot + w * 0.4), (x - w * 0.6, foot - w * 1.6), (x + w * 0.6, foot - w * 1.6), (x + w * 1.6, foot + w * 0.4)]), bark)
        for _ in range(2):
            y0 = s.y(s.rng.uniform(0.0, 0.35))
            d = float(s.rng.choice([-1, 1]))
            plate.stroke(smooth([(x, y0), (x + d * w * 2.2, y0 - w * 1.1), (x + d * w * 4.4, y0 - w * 3)], closed=False), [w * 0.4, w * 0.22, w * 0.08], bark)
    edge_light(s, plate, 0.55, 0.006)
    s.add(plate, 1.12, haze=0)


def mountain(s: Stage) -> None:
    """Ranges behind one another, snow on the high ones, mist in the valleys."""
    s.horizon = 0.66
    paint_sky(s)
    for i, (y, height, depth, rough) in enumerate(((0.02, 0.52, 0.08, 0.5), (0.04, 0.36, 0.24, 0.5), (0.1, 0.26, 0.44, 0.48))):
        line = ridge_line(s, s.sky_y + y * s.unit, height, 7, rough, 2)
        plate = s.plate(s.pal.plane(depth))
        colour = s.pal.plane(depth)
        mask = fill_under(plate, line, mix(colour, s.pal.light, 0.06), mix(colour, s.pal.haze, 0.65), 0.24)
        if i < 2:
            _snowcaps(s, plate, line, 0.13 if s.weather != "snow" else 0.3, colour, mask)
        edge_light(s, plate, 0.55)
        s.add(plate, depth)
        mist(s, s.sky_y + (y + 0.06) * s.unit, 0.13, depth + 0.03, 0.5)
    ledge = ground(s, s.y(0.86), 0.82, mix(s.pal.plane(0.82), s.dim((120, 116, 104), 0.9), 0.3), roll=0.09)
    pines = s.plate(s.pal.plane(0.85))
    for x in s.span(0.2):
        if abs(x - s.w / 2) > s.unit * 0.42:
            conifer(pines, x, float(ledge[int(np.clip(x, 0, s.w - 1))]) + 6, s.unit * s.rng.uniform(0.16, 0.34), s.pal.plane(0.86), s.pal.light, s.lit, s.rng)
    s.add(pines, 0.84, haze=0.3)


def _snowcaps(s: Stage, plate: Plate, line: np.ndarray, depth: float, rock: Colour, mask: np.ndarray) -> None:
    """Snow on what stands above the mean of a ridge, its lower edge ragged, brighter where the sun strikes."""
    xs = np.arange(0, s.w, max(2, round(s.unit * 0.012)))
    high = float(np.percentile(line, 45))
    zigzag = s.rng.uniform(0.1, 1.0, len(xs)) * depth * s.unit * np.where(np.arange(len(xs)) % 2, 1.0, 0.35)
    low = np.minimum(line[xs] + zigzag + s.unit * 0.012, np.maximum(high + zigzag * 0.5, line[xs]))
    cap = np.minimum(plate.mask(np.concatenate([np.stack([xs, line[xs] - 2], 1), np.stack([xs, low], 1)[::-1]])), mask)
    slope = cv2.GaussianBlur((np.gradient(line) * s.lit > 0).astype(np.float32)[None, :], (0, 0), 1.2)
    white = mix((250, 252, 255), s.pal.light, 0.3)
    plate.glaze(cap, mix(rock, white, 0.36), 0.9, inside=True)
    plate.glaze((cap * slope).astype(np.uint8), mix(rock, white, 0.85), 0.9, inside=True)


def hills(s: Stage) -> None:
    """Rolling hills with hedges and a path that leads away."""
    s.horizon = 0.6
    paint_sky(s)
    green = (134, 158, 92)
    for y, height, depth in ((0.0, 0.1, 0.12), (0.05, 0.16, 0.32), (0.14, 0.2, 0.55)):
        colour = mix(s.pal.plane(depth), s.dim(green, depth), 0.45)
        line = land(s, s.sky_y + y * s.unit + s.unit * 0.03, height, depth, octaves=3, rough=0.35, colour=colour)
        trees = s.plate(s.pal.plane(depth))
        for x in s.span(0.16):
            if s.rng.random() < 0.6:
                broadleaf(
                    trees,
                    x,
                    float(line[int(np.clip(x, 0, s.w - 1))]) + 3,
                    s.unit * (0.03 + 0.14 * depth) * s.rng.uniform(0.7, 1.3),
                    mix(s.pal.plane(depth + 0.15), s.dim((80, 112, 70), depth), 0.35),
                    s.pal.light,
                    s.lit,
                    s.rng,
                )
        s.add(trees, depth + 0.01)
    mist(s, s.sky_y + s.unit * 0.1, 0.12, 0.4, 0.35)
    line = ground(s, s.y(0.86), 0.82, mix(s.pal.plane(0.8), s.dim(green, 0.95), 0.45), roll=0.07, tufts=True)
    _path(s, line, 0.83)


def _path(s: Stage, line: np.ndarray, depth: float) -> None:
    """A footpath from the camera over the near ground."""
    plate = s.plate()
    top = float(np.min(line[int(s.w * 0.35) : int(s.w * 0.65)])) + s.unit * 0.02
    ts = np.linspace(0, 1, 9)
    y = top + ts**1.4 * (s.h - top)
    middle = s.x(0.5) - s.lit * s.unit * 0.06 + np.sin(ts * 3.6) * s.unit * 0.12 * s.lit
    half = s.unit * (0.008 + 0.14 * ts)
    outline = smooth(np.concatenate([np.stack([middle - half, y], 1), np.stack([middle + half, y], 1)[::-1]]), steps=5)
    plate.poly(outline, mix(s.dim((214, 190, 148), depth), s.pal.near, 0.2), 0.55)
    s.add(plate, depth, haze=0)


def desert(s: Stage) -> None:
    """Dunes with sharp crests, mesas far off, a few thorns."""
    s.horizon = 0.58
    paint_sky(s, clouds=0.45)
    mesa = s.plate(s.pal.plane(0.12))
    for x in s.span(0.5):
        w, h = s.unit * s.rng.uniform(0.1, 0.3), s.unit * s.rng.uniform(0.05, 0.14)
        mesa.poly(
            [(x - w, s.sky_y + 4), (x - w * 0.74, s.sky_y - h), (x + w * 0.7, s.sky_y - h * 0.96), (x + w, s.sky_y + 4)],
            mix(s.pal.plane(0.14), s.dim((190, 110, 80), 0.2), 0.3),
        )
    edge_light(s, mesa, 0.4)
    s.add(mesa, 0.12)
    sand = (224, 168, 104)
    for y, height, depth in ((0.02, 0.06, 0.24), (0.09, 0.12, 0.45), (0.2, 0.17, 0.68)):
        _dune(s, s.sky_y + (y + 0.02) * s.unit, height, depth, mix(s.pal.plane(depth), s.dim(sand, max(0.6, depth)), 0.85))
    cacti = s.plate()
    for x in s.span(0.42):
        if abs(x - s.w / 2) > s.unit * 0.3:
            place(s, cacti, "cactus", x, s.sky_y + s.unit * 0.16, s.rng.uniform(0.08, 0.16), 0.62, flip=s.rng.random() < 0.5)
    s.add(cacti, 0.66)
    _dune(s, s.y(0.88), 0.1, 0.85, mix(s.pal.plane(0.85), s.dim(sand, 0.95), 0.7))


def _dune(s: Stage, y: float, height: float, depth: float, colour: Colour) -> None:
    """A dune: smooth crest, one side lit, one in shade, wind ripples."""
    line = ridge_line(s, y + s.unit * 0.02, height, 3, 0.4)
    plate = s.plate(colour)
    mask = fill_under(plate, line, mix(colour, s.pal.light, 0.22), mix(colour, s.pal.near, 0.32), 0.3)
    xs = np.arange(s.w)
    tops = [i for i in range(40, s.w - 40, 8) if line[i] <= line[max(0, i - 60) : i + 60].min() + 0.5][::6] or [int(np.argmin(line))]
    for top in tops:
        d, run = -s.lit, s.unit * (0.4 + height * 3)
        ridge = [(top + d * run * t, float(line[int(np.clip(top + d * run * t, 0, s.w - 1))]) - 2) for t in np.linspace(0, 1, 14)]
        tail = smooth(
            [
                ridge[-1],
                (top + d * run * 0.5, ridge[0][1] + height * s.unit * 0.9),
                (top + d * run * 0.16, ridge[0][1] + height * s.unit * 1.2),
                (top + d * run * 0.1, ridge[0][1] + height * s.unit * 0.4),
                ridge[0],
            ],
            closed=False,
        )
        plate.glaze(np.minimum(plate.mask(np.concatenate([ridge, tail])), mask), mix(s.pal.near, colour, 0.4), 0.5, inside=True)
    for k in range(10):
        below = s.unit * (0.02 + 0.035 * k * (0.4 + depth))
        points = np.stack([xs[::10], line[::10] + below + np.sin(xs[::10] / s.unit * 6 + k) * s.unit * 0.008], 1)
        plate.glaze(np.minimum(plate.mask(np.concatenate([points, (points + [0, s.unit * 0.0035])[::-1]])), mask), s.pal.near, 0.16, inside=True)
    edge_light(s, plate, 0.6, 0.004)
    s.add(plate, depth)


def field(s: Stage) -> None:
    """Ripe grass that moves in the wind, one great tree."""
    s.horizon = 0.62
    paint_sky(s)
    land(s, s.sky_y + 3, 0.07, 0.14)
    gold = (222, 184, 96) if s.weather != "snow" else (226, 232, 240)
    far = s.plate()
    fill_under(
        far,
        ridge_line(s, s.sky_y + s.unit * 0.02, 0.02, 3, 0.4),
        mix(s.pal.plane(0.35), s.dim(gold, 0.4), 0.6),
        mix(s.pal.plane(0.7), s.dim(gold, 0.8), 0.5),
        0.3,
    )
    s.add(far, 0.3)
    tree = s.plate()
    broadleaf(
        tree, s.x(0.5 - s.lit * 0.28), s.sky_y + s.unit * 0.05, s.unit * 0.46, mix(s.pal.plane(0.62), s.dim((84, 112, 66), 0.6), 0.3), s.pal.light, s.lit, s.rng
    )
    edge_light(s, tree, 0.5)
    s.add(tree, 0.42, Life(sway=(s.unit * 0.0025, 0), period_s=4.8))
    for i, depth in enumerate((0.55, 0.75, 0.95, 1.1)):
        plate = s.plate()
        line = ridge_line(s, s.y(0.71 + 0.085 * i), 0.02, 3, 0.4)
        colour = mix(s.pal.plane(depth), s.dim(gold, depth), 0.5 - 0.1 * i)
        fill_under(plate, line, mix(colour, s.pal.light, 0.12), mix(colour, s.pal.ink, 0.45), 0.16)
        grass(s, plate, line, colour, 0.04 + 0.022 * i, 1.6, 0.5)
        edge_light(s, plate, 0.4, 0.004)
        sway = s.unit * (0.004 + 0.003 * i) * (2.2 if s.weather in ("wind", "storm") else 1)
        s.add(plate, depth if i < 3 else 1.12, Life(sway=(sway, sway * 0.15), period_s=3.4 + 0.4 * i, phase=0.2 * i), haze=0.5)


def park(s: Stage) -> None:
    """Lawns, great trees, a path with lamps and a bench."""
    s.horizon = 0.58
    paint_sky(s)
    hedge = s.plate()
    fill_under(hedge, ridge_line(s, s.sky_y + 4, 0.07, 6, 0.6, 8), mix(s.pal.plane(0.3), s.dim((84, 118, 84), 0.3), 0.3))
    s.add(hedge, 0.2)
    lawn = mix(s.pal.plane(0.6), s.dim((126, 160, 88), 0.8), 0.5)
    ground(s, s.sky_y + s.unit * 0.03, 0.4, lawn, roll=0.02)
    trees = s.plate()
    for x in s.span(0.34):
        if abs(x - s.w / 2) > s.unit * 0.16:
            broadleaf(
                trees,
                x,
                s.sky_y + s.unit * s.rng.uniform(0.04, 0.1),
                s.unit * s.rng.uniform(0.34, 0.52),
                mix(s.pal.plane(0.5), s.dim((90, 128, 74), 0.5), 0.4),
                s.pal.light,
                s.lit,
                s.rng,
            )
    edge_light(s, trees, 0.4)
    s.add(trees, 0.5, Life(sway=(s.unit * 0.002, 0), period_s=5.3))
    line = ground(s, s.y(0.78), 0.75, mix(s.pal.plane(0.78), s.dim((126, 160, 88), 0.9), 0.45), roll=0.02, tufts=True)
    _path(s, line, 0.77)
    things = s.plate()
    lamp_x = s.x(0.5 + s.lit * 0.32)
    place(s, things, "street_lamp", lamp_x, s.y(0.83), 0.5, 0.85)
    place(s, things, "bench", s.x(0.5 - s.lit * 0.3), s.y(0.84), 0.11, 0.85)
    s.add(things, 0.82, haze=0)
    if s.pal.lamps:
        halo(s, lamp_x, s.y(0.83) - 0.45 * s.unit, 0.2, 0.83, 0.7, LAMP)


def farm(s: Stage) -> None:
    """A barn with its silo and a windmill behind furrowed fields."""
    s.horizon = 0.58
    paint_sky(s)
    land(s, s.sky_y + 4, 0.08, 0.14)
    soil = mix(s.pal.plane(0.5), s.dim((178, 160, 96), 0.6), 0.5)
    field_plate = s.plate(soil)
    fill_under(field_plate, np.full(s.w, s.sky_y + s.unit * 0.02), mix(soil, s.pal.light, 0.1), mix(soil, s.pal.ink, 0.4), 0.5)
    for i in range(-12, 13):
        x0, x1 = s.x(0.5) + i * s.unit * 0.045, s.x(0.5) + i * s.unit * 0.42
        field_plate.poly(
            [(x0, s.sky_y + s.unit * 0.02), (x0 + s.unit * 0.008, s.sky_y + s.unit * 0.02), (x1 + s.unit * 0.12, s.h), (x1, s.h)],
            mix(soil, s.pal.near, 0.5),
            0.4,
        )
    s.add(field_plate, 0.4)
    yard = s.plate()
    x = s.x(0.5 - s.lit * 0.26)
    place(s, yard, "silo", x - s.lit * s.unit * 0.24, s.sky_y + s.unit * 0.07, 0.36, 0.6)
    place(s, yard, "barn", x, s.sky_y + s.unit * 0.08, 0.29, 0.62)
    broadleaf(
        yard,
        x + s.lit * s.unit * 0.3,
        s.sky_y + s.unit * 0.07,
        s.unit * 0.24,
        mix(s.pal.plane(0.55), s.dim((84, 116, 70), 0.6), 0.4),
        s.pal.light,
        s.lit,
        s.rng,
    )
    place(s, yard, "windmill", s.x(0.5 + s.lit * 0.22), s.sky_y + s.unit * 0.03, 0.2, 0.32)
    edge_light(s, yard, 0.4)
    s.add(yard, 0.5)
    line = ground(s, s.y(0.85), 0.82, mix(s.pal.plane(0.82), s.dim((130, 140, 78), 0.95), 0.45), roll=0.03, tufts=True)
    fence = s.plate()
    for i in range(-4, 5):
        px = s.w / 2 + i * s.unit * 0.24
        place(s, fence, "fence", px, float(line[int(np.clip(px, 0, s.w - 1))]) + s.unit * 0.012, 0.11, 0.9)
    edge_light(s, fence, 0.35)
    s.add(fence, 0.84, haze=0)
