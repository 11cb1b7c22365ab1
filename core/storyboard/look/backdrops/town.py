"""Where people live outdoors: harbour, city, street, rooftops, square, village, station."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np

from core.storyboard.look.backdrops.land import broadleaf, edge_light, fill_under, ground, land, water
from core.storyboard.look.backdrops.nature import place
from core.storyboard.look.backdrops.sky import halo, mist, paint_sky
from core.storyboard.look.canvas import Colour, Plate, mix, scaled, smooth
from core.storyboard.look.palette import LAMP
from core.storyboard.look.stage import Life, Stage

FACADES: tuple[Colour, ...] = ((196, 120, 92), (214, 178, 126), (150, 160, 150), (180, 142, 150), (128, 144, 168), (206, 150, 110), (170, 176, 150))


def _pane(s: Stage, lit_share: float) -> tuple[Colour, bool]:
    """A window's colour, and whether somebody is at home."""
    if s.pal.lamps and s.rng.random() < lit_share:
        return mix(mix(LAMP, (255, 236, 190), float(s.rng.random())), s.pal.light, 0.25), True
    return mix(s.pal.near, s.pal.top, 0.3), False


def skyline(s: Stage, y: float, low: float, high: float, depth: float, *, windows: float = 0.5) -> None:
    """A row of buildings, `low` to `high` units, with windows of which some go on and off after dark."""
    plate = s.plate(s.pal.plane(depth))
    blink = Plate(s.w, s.h, mix(LAMP, s.pal.light, 0.3))
    x = -0.02 * s.w
    while x < s.w:
        w = s.unit * s.rng.uniform(0.05, 0.13) * (0.6 + depth)
        h = s.unit * s.rng.uniform(low, high) * (1.15 if s.rng.random() < 0.15 else 1)
        colour = mix(s.pal.plane(depth), s.dim(FACADES[int(s.rng.integers(len(FACADES)))], depth), 0.2)
        plate.box(x, y - h, x + w, s.h, colour)
        side = x + w * 0.7 if s.lit < 0 else x
        plate.box(side, y - h, side + w * 0.3, s.h, mix(colour, s.pal.near, 0.3))
        _roof(s, plate, x, y - h, w, colour)
        _windows(s, plate, blink, x, y - h, w, y + s.unit * 0.04, depth, windows)
        x += w + s.unit * s.rng.uniform(-0.004, 0.012)
    edge_light(s, plate, 0.45, 0.004)
    s.add(plate, depth)
    if s.pal.lamps:
        s.add(blink, depth + 0.01, Life(pulse=0.95, period_s=5.5, phase=float(s.rng.random())), haze=0.3)


def _roof(s: Stage, plate: Plate, x: float, y: float, w: float, colour: Colour) -> None:
    kind = s.rng.random()
    if kind < 0.22:
        plate.box(x + w * 0.44, y - s.unit * 0.06, x + w * 0.47, y, colour)
    elif kind < 0.4:
        plate.box(x + w * 0.2, y - s.unit * 0.018, x + w * 0.8, y + 1, colour)
    elif kind < 0.5:
        plate.poly([(x, y + 1), (x + w / 2, y - w * 0.5), (x + w, y + 1)], colour)
    elif kind < 0.6:
        place(s, plate, "water_tower", x + w / 2, y + 1, 0.045, 0.4)


def _windows(s: Stage, plate: Plate, blink: Plate, x: float, y: float, w: float, end: float, depth: float, share: float) -> None:
    cell = s.unit * (0.014 + 0.016 * depth)
    columns = max(1, int((w - cell) / cell / 1.25))
    gap = (w - columns * cell * 0.55) / (columns + 1)
    yy = y + cell
    while yy < min(end, s.h):
        for i in range(columns):
            colour, lit = _pane(s, share)
            if not lit and s.rng.random() < 0.45:
                continue
            x0 = x + gap * (i + 1) + cell * 0.55 * i
            opacity = float(s.rng.uniform(0.5, 1.0)) if lit else 0.4
            target = blink if lit and s.rng.random() < 0.06 else plate
            target.box(x0, yy, x0 + cell * 0.55, yy + cell * 0.72, colour, opacity)
        yy += cell * 1.35


def city(s: Stage) -> None:
    """A skyline in three depths over a terrace or a river bank."""
    s.horizon = 0.68
    paint_sky(s)
    skyline(s, s.sky_y, 0.14, 0.38, 0.14, windows=0.35)
    mist(s, s.sky_y - s.unit * 0.02, 0.16, 0.16, 0.45)
    skyline(s, s.sky_y + s.unit * 0.02, 0.1, 0.32, 0.36)
    skyline(s, s.sky_y + s.unit * 0.08, 0.06, 0.2, 0.6)
    mist(s, s.sky_y + s.unit * 0.06, 0.12, 0.62, 0.3)
    _terrace(s)


def _terrace(s: Stage) -> None:
    """A paved edge with a railing, where one looks over the city."""
    stone = mix(s.pal.plane(0.85), s.dim((150, 146, 146), 0.9), 0.3)
    plate = s.plate(stone)
    top = s.y(0.83)
    fill_under(plate, np.full(s.w, top), mix(stone, s.pal.light, 0.1), s.pal.ink, 0.24)
    for i in range(-8, 9):
        plate.stroke([(s.w / 2 + i * s.unit * 0.12, top), (s.w / 2 + i * s.unit * 0.34, s.h)], s.unit * 0.004, s.pal.ink, 0.4)
    if s.weather in ("rain", "storm"):
        shine(s, plate, top)
    s.add(plate, 0.8, haze=0.3)
    rail = s.plate(s.pal.ink)
    for x in np.arange(0, s.w, s.unit * 0.05):
        rail.box(x, top - s.unit * 0.13, x + s.unit * 0.006, top + 2, scaled(s.pal.near, 0.85))
    rail.box(0, top - s.unit * 0.14, s.w, top - s.unit * 0.125, scaled(s.pal.near, 0.85))
    edge_light(s, rail, 0.5, 0.003)
    s.add(rail, 0.82, haze=0.2)


def shine(s: Stage, plate: Plate, top: float) -> None:
    """Wet ground: long soft mirrors of the lights."""
    for _ in range(30):
        x, w = s.rng.uniform(0, s.w), s.unit * s.rng.uniform(0.006, 0.022)
        length = s.unit * s.rng.uniform(0.1, 0.34)
        warm = mix(LAMP, s.pal.light, float(s.rng.random()))
        streak = cv2.GaussianBlur(
            plate.mask([(x - w * 0.6, top), (x + w * 0.6, top), (x + w, top + length * 0.5), (x, top + length), (x - w, top + length * 0.5)]),
            (0, 0),
            s.unit * 0.006,
        )
        plate.glaze(streak, warm, float(s.rng.uniform(0.08, 0.3)), inside=True)


def street(s: Stage) -> None:
    """A street between house fronts that run to a vanishing point, with lamps."""
    s.horizon = 0.6
    paint_sky(s)
    vx, vy = s.x(0.5 + s.lit * 0.06), s.sky_y
    s.light = type(s.light)(vx + s.lit * s.unit * 0.12, min(s.light.y, vy - s.unit * 0.18), s.light.colour, s.light.strength, s.light.hard)
    skyline(s, vy + 2, 0.06, 0.16, 0.2, windows=0.4)
    walls = s.plate(s.pal.plane(0.5))
    for side in (-1, 1):
        _facades(s, walls, side, vx, vy)
    s.add(walls, 0.45, haze=0.7)
    _roadway(s, vx, vy)
    lamps = s.plate()
    spots: list[tuple[float, float, float]] = []
    for t in (0.16, 0.34, 0.72):
        for side in (-1, 1):
            x, y, h = vx + side * s.unit * 0.95 * t, vy + s.unit * 0.36 * t, 0.62 * t
            place(s, lamps, "street_lamp", x, y, h, 0.4 + 0.5 * t)
            spots.append((x, y - h * 0.9 * s.unit, h))
    s.add(lamps, 0.62, haze=0.5)
    if s.pal.lamps:
        for x, y, h in spots[2:]:
            halo(s, x, y, 0.08 + 0.2 * h, 0.63, 0.75, LAMP, 0.1)


def _facades(s: Stage, plate: Plate, side: int, vx: float, vy: float) -> None:
    """House fronts on one side: quads that shrink towards the vanishing point, with rows of windows."""
    ts = [0.1, 0.17, 0.27, 0.42, 0.64, 1.0, 1.7]
    for t0, t1 in pairwise(ts):
        tall = s.rng.uniform(1.15, 1.75)
        colour = mix(s.pal.plane(0.3 + 0.3 * t1), s.dim(FACADES[int(s.rng.integers(len(FACADES)))], 0.3 + 0.6 * t1), 0.5)
        if side == s.lit:
            colour = mix(colour, s.pal.near, 0.28)

        def at(t: float, up: float, tall: float = tall) -> tuple[float, float]:
            return (vx + side * s.unit * 1.12 * t, vy + s.unit * (0.3 - up * tall) * t)

        plate.poly([at(t0, 0), at(t1, 0), at(t1, 1), at(t0, 1)], colour)
        plate.poly([at(t0, 1), at(t1, 1), at(t1, 1.05), at(t0, 1.05)], mix(colour, s.pal.ink, 0.35))
        plate.poly([at(t0, 0), at(t1, 0), at(t1, 0.2), at(t0, 0.2)], mix(colour, s.pal.ink, 0.3))
        n = 3
        for row in range(5):
            for i in range(n):
                a, b = t0 + (t1 - t0) * (i + 0.26) / n, t0 + (t1 - t0) * (i + 0.74) / n
                up0, up1 = (0.03, 0.17) if row == 0 else (0.09 + row * 0.17, 0.19 + row * 0.17)
                pane, lit = _pane(s, 0.6 if row == 0 else 0.42)
                plate.poly([at(a, up0), at(b, up0), at(b, up1), at(a, up1)], pane if lit else mix(colour, s.pal.near, 0.6), 0.95)
                if row and t1 > 0.3:
                    plate.poly([at(a, up0 - 0.012), at(b, up0 - 0.012), at(b, up0), at(a, up0)], mix(colour, s.pal.light, 0.25))


def _roadway(s: Stage, vx: float, vy: float) -> None:
    road = mix(s.pal.plane(0.75), s.dim((120, 116, 120), 0.8), 0.4)
    plate = s.plate(road)
    plate.poly(
        [(vx - s.unit * 0.03, vy), (vx + s.unit * 0.03, vy), (vx + s.unit * 3.2, vy + s.unit * 0.9), (vx - s.unit * 3.2, vy + s.unit * 0.9)],
        mix(road, s.pal.light, 0.12),
    )
    plate.poly([(vx - s.unit * 0.02, vy), (vx + s.unit * 0.02, vy), (vx + s.unit * 2.0, vy + s.unit * 0.9), (vx - s.unit * 2.0, vy + s.unit * 0.9)], road)
    for t in np.linspace(0.04, 0.95, 22) ** 1.7:
        y = vy + s.unit * 0.9 * t
        plate.stroke([(vx - s.unit * 2.0 * t, y), (vx, y + s.unit * 0.01 * t), (vx + s.unit * 2.0 * t, y)], s.unit * 0.006 * t + 0.4, s.pal.ink, 0.3)
    plate.grade(mix(road, s.pal.light, 0.25), s.pal.ink, 0.5, vy, s.h)
    wet = s.weather in ("rain", "storm", "fog")
    if wet:
        shine(s, plate, vy + s.unit * 0.05)
    plate.tint(s.glow(0.5), s.light.colour, 0.25)
    s.add(plate, 0.6, haze=0.3)


def rooftops(s: Stage) -> None:
    """A flat roof high over the city: the parapet, a water tank, the hatch one came up by, and lamps on a string after dark."""
    s.horizon = 0.64
    paint_sky(s)
    skyline(s, s.sky_y + 2, 0.06, 0.26, 0.16, windows=0.4)
    mist(s, s.sky_y, 0.12, 0.18, 0.4)
    _gables(s, 0.38)
    skyline(s, s.sky_y + s.unit * 0.13, 0.04, 0.17, 0.6)
    mist(s, s.sky_y + s.unit * 0.08, 0.1, 0.62, 0.25)
    top = s.y(0.83)
    _parapet(s, top)
    _roof_things(s, top)
    if s.pal.lamps:
        _string_of_lamps(s, top)


def _gables(s: Stage, depth: float) -> None:
    """A row of pitched roofs with chimneys below the skyline."""
    plate = s.plate(s.pal.plane(depth))
    for x in s.span(0.26):
        w, h = s.unit * s.rng.uniform(0.2, 0.34), s.unit * s.rng.uniform(0.08, 0.16)
        foot = s.sky_y + 0.07 * s.unit
        colour = mix(s.pal.plane(depth), s.dim((168, 98, 80), depth), 0.35)
        plate.box(x - w / 2, foot - h * 0.4, x + w / 2, s.h, mix(s.pal.plane(depth), s.dim((190, 170, 150), depth), 0.3))
        plate.poly([(x - w * 0.58, foot - h * 0.3), (x - w * 0.2, foot - h), (x + w * 0.2, foot - h), (x + w * 0.58, foot - h * 0.3)], colour)
        lit = [(x + s.lit * w * 0.58, foot - h * 0.3), (x + s.lit * w * 0.2, foot - h), (x, foot - h), (x + s.lit * w * 0.3, foot - h * 0.3)]
        plate.poly(lit, mix(colour, s.pal.light, 0.14))
        place(s, plate, str(s.rng.choice(["chimney", "antenna", "chimney"])), x - w * 0.22, foot - h * 0.8, 0.09, depth)
        pane, _ = _pane(s, 0.7)
        plate.box(x - w * 0.08, foot - h * 0.22, x + w * 0.08, foot + h * 0.16, pane)
    edge_light(s, plate, 0.5, 0.005)
    s.add(plate, depth)


def _parapet(s: Stage, top: float) -> None:
    """The roof one stands on and the low wall at its edge."""
    brick = mix(s.pal.plane(0.82), s.dim((156, 102, 84), 0.9), 0.45)
    wall = s.plate(brick)
    head, foot = top - s.unit * 0.105, top + 2
    wall.box(0, head, s.w, foot, brick)
    for row in range(5):
        y = head + s.unit * (0.024 + 0.018 * row)
        wall.stroke([(0, y), (s.w, y)], s.unit * 0.002, s.pal.ink, 0.3)
        for x in np.arange((row % 2) * s.unit * 0.03, s.w, s.unit * 0.06):
            wall.stroke([(x, y), (x, y + s.unit * 0.018)], s.unit * 0.002, s.pal.ink, 0.3)
    wall.box(0, head - s.unit * 0.012, s.w, head + s.unit * 0.012, mix(brick, s.pal.light, 0.35))
    edge_light(s, wall, 0.5, 0.004)
    s.add(wall, 0.78, haze=0.25)
    tar = mix(s.pal.plane(0.86), s.dim((128, 124, 126), 0.92), 0.4)
    roof = s.plate(tar)
    fill_under(roof, np.full(s.w, top), mix(tar, s.pal.light, 0.14), s.pal.ink, 0.26)
    for i in range(-7, 8):
        roof.stroke([(s.w / 2 + i * s.unit * 0.16, top), (s.w / 2 + i * s.unit * 0.42, s.h)], s.unit * 0.004, s.pal.ink, 0.3)
    for t in (0.12, 0.34, 0.68):
        roof.stroke([(0, top + t * (s.h - top)), (s.w, top + t * (s.h - top))], s.unit * 0.003, s.pal.ink, 0.22)
    if s.weather in ("rain", "storm"):
        shine(s, roof, top)
    s.add(roof, 0.8, haze=0.3)


def _roof_things(s: Stage, top: float) -> None:
    """A water tank on its legs, the stairhead with its door, pipes and an aerial."""
    things, dark = s.plate(), mix(s.pal.plane(0.8), s.pal.ink, 0.3)
    place(s, things, "water_tower", s.x(0.5 - s.lit * 0.33), top + s.unit * 0.02, 0.46, 0.8)
    x, w, h = s.x(0.5 + s.lit * 0.4), s.unit * 0.17, s.unit * 0.33
    hut = mix(s.pal.plane(0.8), s.dim((178, 164, 148), 0.88), 0.4)
    foot = top + s.unit * 0.025
    things.box(x - w, foot - h, x + w, foot, hut)
    things.box(x - w * 1.08, foot - h * 1.05, x + w * 1.08, foot - h * 0.97, mix(hut, s.pal.ink, 0.4))
    side = x - s.lit * w
    things.box(min(side, side + s.lit * w * 0.36), foot - h * 0.97, max(side, side + s.lit * w * 0.36), foot, mix(hut, s.pal.near, 0.35))
    pane, _ = _pane(s, 1.0)
    things.box(x - w * 0.2, foot - h * 0.68, x + w * 0.5, foot, mix(dark, s.dim((96, 60, 52)), 0.4))
    things.box(x - w * 0.08, foot - h * 0.6, x + w * 0.38, foot - h * 0.4, pane)
    for share, tall in ((0.5 - s.lit * 0.1, 0.1), (0.5 - s.lit * 0.06, 0.07)):
        px = s.x(share)
        things.box(px - s.unit * 0.008, top - s.unit * tall, px + s.unit * 0.008, top + s.unit * 0.01, dark)
        things.box(px - s.unit * 0.014, top - s.unit * (tall + 0.012), px + s.unit * 0.014, top - s.unit * tall, dark)
    place(s, things, "antenna", x + s.lit * w * 0.4, foot - h, 0.2, 0.8)
    edge_light(s, things, 0.5, 0.005)
    s.add(things, 0.81, haze=0.3)


def _string_of_lamps(s: Stage, top: float) -> None:
    """Small lamps on a wire from the tank to the stairhead."""
    plate = s.plate(mix(LAMP, s.pal.light, 0.3))
    x0, y0, x1, y1 = s.x(0.5 - s.lit * 0.33), top - s.unit * 0.33, s.x(0.5 + s.lit * 0.33), top - s.unit * 0.3
    share = np.linspace(0, 1, 13)
    wire = np.stack([x0 + (x1 - x0) * share, y0 + (y1 - y0) * share + s.unit * 0.3 * share * (1 - share)], 1)
    plate.stroke(smooth(wire, closed=False), s.unit * 0.003, s.pal.ink, 0.8)
    for x, y in wire[1:-1]:
        plate.oval(x, y + s.unit * 0.012, s.unit * 0.0085, s.unit * 0.011, mix(LAMP, (255, 244, 214), 0.5))
    s.add(plate, 0.83, Life(sway=(s.unit * 0.002, s.unit * 0.003), period_s=3.7), haze=0)
    for x, y in wire[2:-1:3]:
        halo(s, float(x), float(y), 0.09, 0.84, 0.45, LAMP, 0.08)


def square(s: Stage) -> None:
    """A paved square: arcades, a clock tower, a fountain."""
    s.horizon = 0.6
    paint_sky(s)
    skyline(s, s.sky_y, 0.08, 0.16, 0.14, windows=0.3)
    tower = s.plate()
    place(s, tower, "clock_tower", s.x(0.5 - s.lit * 0.24), s.sky_y + s.unit * 0.03, 0.56, 0.34)
    edge_light(s, tower, 0.45)
    s.add(tower, 0.28)
    row = s.plate(s.pal.plane(0.45))
    x, i = -0.02 * s.w, 0
    while x < s.w:
        name = str(s.rng.choice(["townhouse", "narrow_house"]))
        h = s.rng.uniform(0.26, 0.36)
        place(s, row, name, x, s.sky_y + s.unit * 0.05, h, 0.5, main=FACADES[int(s.rng.integers(len(FACADES)))])
        x += h * s.unit * (0.6 if name == "townhouse" else 0.42)
        i += 1
    edge_light(s, row, 0.4, 0.004)
    s.add(row, 0.4)
    paving = mix(s.pal.plane(0.65), s.dim((186, 170, 150), 0.75), 0.45)
    plate = s.plate(paving)
    top = s.sky_y + s.unit * 0.045
    fill_under(plate, np.full(s.w, top), mix(paving, s.pal.light, 0.2), mix(paving, s.pal.ink, 0.66), 0.36)
    for i in range(-14, 15):
        plate.stroke([(s.w / 2 + i * s.unit * 0.08, top), (s.w / 2 + i * s.unit * 0.42, s.h)], s.unit * 0.003, s.pal.ink, 0.22)
    for t in np.linspace(0.05, 1, 13) ** 1.8:
        plate.stroke([(0, top + t * (s.h - top)), (s.w, top + t * (s.h - top))], s.unit * 0.003, s.pal.ink, 0.2)
    if s.weather in ("rain", "storm"):
        shine(s, plate, top)
    s.add(plate, 0.5, haze=0.5)
    things = s.plate()
    place(s, things, "fountain", s.x(0.5 + s.lit * 0.26), s.sky_y + s.unit * 0.17, 0.24, 0.65)
    place(s, things, "market_stall", s.x(0.5 - s.lit * 0.36), s.sky_y + s.unit * 0.14, 0.2, 0.6)
    edge_light(s, things, 0.4)
    s.add(things, 0.62, haze=0.6)
    _lamps(s, (0.08, 0.92), s.y(0.86), 0.56)


def _lamps(s: Stage, shares: tuple[float, ...], y: float, tall: float) -> None:
    plate = s.plate()
    for share in shares:
        place(s, plate, "street_lamp", s.x(share), y, tall, 0.9)
    s.add(plate, 0.85, haze=0)
    if s.pal.lamps:
        for share in shares:
            halo(s, s.x(share), y - tall * 0.9 * s.unit, 0.2, 0.86, 0.75, LAMP)


def village(s: Stage) -> None:
    """Cottages up a hill around a church, smoke from the chimneys, a lane."""
    s.horizon = 0.56
    paint_sky(s)
    land(s, s.sky_y + s.unit * 0.02, 0.2, 0.12, rough=0.5)
    green = mix(s.pal.plane(0.4), s.dim((136, 156, 96), 0.5), 0.5)
    line = land(s, s.sky_y + s.unit * 0.1, 0.14, 0.32, octaves=3, rough=0.35, colour=green)
    town = s.plate()
    spots = sorted((s.rng.uniform(0.0, 1.0) * s.w, s.rng.uniform(0.0, 1.0)) for _ in range(13))
    place(s, town, "church", s.x(0.5 - s.lit * 0.14), float(line[int(s.w * 0.5)]) + s.unit * 0.05, 0.32, 0.4)
    for x, t in sorted(spots, key=lambda p: p[1]):
        y = float(line[int(np.clip(x, 0, s.w - 1))]) + s.unit * (0.03 + 0.13 * t)
        h = 0.085 + 0.06 * t
        place(
            s,
            town,
            str(s.rng.choice(["cottage", "cottage", "narrow_house", "townhouse"])),
            x,
            y,
            h * 1.15,
            0.4 + 0.2 * t,
            flip=s.rng.random() < 0.5,
            main=FACADES[int(s.rng.integers(len(FACADES)))],
        )
        if s.rng.random() < 0.6:
            broadleaf(town, x + s.unit * 0.1, y + 2, s.unit * h * 1.1, mix(s.pal.plane(0.5), s.dim((84, 116, 70), 0.5), 0.4), s.pal.light, s.lit, s.rng)
    edge_light(s, town, 0.4, 0.004)
    s.add(town, 0.42)
    for x, t in spots[::4]:
        _smoke(s, x, float(line[int(np.clip(x, 0, s.w - 1))]) + s.unit * (0.03 + 0.13 * t - 0.1))
    ground(s, s.y(0.85), 0.82, mix(s.pal.plane(0.8), s.dim((130, 148, 88), 0.95), 0.45), roll=0.05, tufts=True)
    wall = s.plate()
    for i in range(-4, 5):
        if abs(i) > 1:
            place(s, wall, "fence", s.w / 2 + i * s.unit * 0.23, s.y(0.865), 0.1, 0.9)
    s.add(wall, 0.84, haze=0)


def _smoke(s: Stage, x: float, y: float) -> None:
    plate = Plate(s.w, s.h, mix(s.pal.haze, (255, 255, 255), 0.3))
    points = smooth(
        [(x, y), (x + s.unit * 0.015, y - s.unit * 0.05), (x - s.unit * 0.01, y - s.unit * 0.1), (x + s.unit * 0.04, y - s.unit * 0.17)], closed=False
    )
    plate.stroke(points, [s.unit * 0.008, s.unit * 0.02, s.unit * 0.045], mix(s.pal.haze, (255, 255, 255), 0.3), 0.42)
    plate.fill(mix(s.pal.haze, (255, 255, 255), 0.3))
    s.add(plate.blurred(s.unit * 0.007), 0.43, Life(sway=(s.unit * 0.008, s.unit * 0.004), period_s=4.0, phase=float(s.rng.random())), soft=False)


def harbour(s: Stage) -> None:
    """Quays with houses and cranes, boats rocking at their moorings, a pier to stand on."""
    s.horizon = 0.54
    paint_sky(s)
    land(s, s.sky_y + 3, 0.12, 0.12, rough=0.5)
    row = s.plate(s.pal.plane(0.3))
    x = -0.02 * s.w
    while x < s.w:
        h = s.rng.uniform(0.13, 0.2)
        place(
            s,
            row,
            str(s.rng.choice(["narrow_house", "townhouse", "narrow_house"])),
            x,
            s.sky_y + s.unit * 0.012,
            h,
            0.36,
            main=FACADES[int(s.rng.integers(len(FACADES)))],
        )
        x += h * s.unit * 0.5
    place(s, row, "crane", s.x(0.5 - s.lit * 0.3), s.sky_y + s.unit * 0.012, 0.3, 0.32, flip=s.lit > 0)
    row.box(0, s.sky_y + s.unit * 0.008, s.w, s.sky_y + s.unit * 0.03, mix(s.pal.plane(0.5), s.pal.ink, 0.2))
    edge_light(s, row, 0.4, 0.004)
    s.add(row, 0.26)
    water(s, s.sky_y + s.unit * 0.028, 0.34, calm={"storm": 1.4, "wind": 0.9}.get(s.weather, 0.3))
    for i, (share, y, size, depth) in enumerate(((0.16, 0.09, 0.13, 0.5), (0.72, 0.12, 0.16, 0.55), (0.94, 0.2, 0.3, 0.65), (0.42, 0.07, 0.1, 0.46))):
        boat = s.plate()
        place(
            s,
            boat,
            ("fishing_boat", "sailing_yacht", "fishing_boat", "sailing_yacht")[i],
            s.x(share),
            s.sky_y + y * s.unit,
            size,
            depth,
            main=((70, 104, 140), (176, 70, 60), (60, 116, 100), (210, 196, 160))[i],
            flip=i % 2 == 0,
        )
        edge_light(s, boat, 0.45)
        s.add(boat, depth, Life(sway=(s.unit * 0.003, s.unit * 0.006), period_s=3.6 + 0.5 * i, phase=0.3 * i))
    if s.weather in ("fog", "rain", "snow") or s.time == "dawn":
        mist(s, s.sky_y + s.unit * 0.08, 0.12, 0.58, 0.5)
    _pier(s)


def _pier(s: Stage) -> None:
    wood = mix(s.pal.plane(0.85), s.dim((150, 112, 80), 0.95), 0.4)
    plate = s.plate(wood)
    top = s.y(0.82)
    fill_under(plate, np.full(s.w, top), mix(wood, s.pal.light, 0.14), mix(wood, s.pal.ink, 0.66), 0.24)
    for i in range(-16, 17):
        plate.stroke([(s.w / 2 + i * s.unit * 0.075, top), (s.w / 2 + i * s.unit * 0.2, s.h)], s.unit * 0.0045, s.pal.ink, 0.55)
    plate.box(0, top, s.w, top + s.unit * 0.012, mix(wood, s.pal.ink, 0.5))
    for share in (0.04, 0.3, 0.7, 0.97):
        x = s.x(share)
        plate.box(x - s.unit * 0.018, top - s.unit * 0.1, x + s.unit * 0.018, top + s.unit * 0.05, mix(wood, s.pal.ink, 0.45))
        plate.oval(x, top - s.unit * 0.1, s.unit * 0.02, s.unit * 0.006, mix(wood, s.pal.light, 0.2))
    edge_light(s, plate, 0.45, 0.004)
    s.add(plate, 0.85, haze=0.2)


def station(s: Stage) -> None:
    """A railway platform: an iron roof, a train waiting, a clock, lamps."""
    s.horizon = 0.58
    paint_sky(s, clouds=0.7)
    skyline(s, s.sky_y + 2, 0.05, 0.14, 0.16, windows=0.35)
    rails = s.plate(s.pal.plane(0.5))
    fill_under(rails, np.full(s.w, s.sky_y + s.unit * 0.02), mix(s.pal.plane(0.5), s.dim((140, 126, 116), 0.6), 0.4), s.pal.near, 0.3)
    s.add(rails, 0.4)
    train = s.plate()
    place(s, train, "carriage", s.x(0.5 - s.lit * 0.28) - s.lit * s.unit * 0.4, s.sky_y + s.unit * 0.16, 0.3, 0.55, main=(120, 58, 56))
    place(s, train, "carriage", s.x(0.5 - s.lit * 0.28) - s.lit * s.unit * 1.86, s.sky_y + s.unit * 0.16, 0.3, 0.55, main=(120, 58, 56))
    edge_light(s, train, 0.4)
    s.add(train, 0.5)
    mist(s, s.sky_y + s.unit * 0.14, 0.07, 0.52, 0.6, mix(s.pal.haze, (255, 255, 255), 0.4), 0.05)
    stone = mix(s.pal.plane(0.8), s.dim((176, 166, 156), 0.85), 0.4)
    plate = s.plate(stone)
    top = s.sky_y + s.unit * 0.17
    fill_under(plate, np.full(s.w, top), mix(stone, s.pal.light, 0.18), mix(stone, s.pal.ink, 0.7), 0.3)
    plate.box(0, top + s.unit * 0.018, s.w, top + s.unit * 0.03, s.dim((240, 214, 130), 0.9))
    for i in range(-14, 15):
        plate.stroke([(s.w / 2 + i * s.unit * 0.12, top + s.unit * 0.03), (s.w / 2 + i * s.unit * 0.36, s.h)], s.unit * 0.003, s.pal.ink, 0.25)
    s.add(plate, 0.72, haze=0.3)
    _canopy(s)


def _canopy(s: Stage) -> None:
    iron = mix(s.pal.plane(0.95), s.pal.ink, 0.35)
    plate = s.plate(iron)
    y = s.y(0.15)
    plate.box(0, 0, s.w, y - s.unit * 0.06, iron)
    for x in np.arange(-0.05 * s.w, s.w * 1.05, s.unit * 0.045):
        plate.poly([(x, y - s.unit * 0.062), (x + s.unit * 0.045, y - s.unit * 0.062), (x + s.unit * 0.022, y - s.unit * 0.03)], iron)
    for share in (0.07, 0.93):
        x = s.x(share)
        plate.box(x - s.unit * 0.014, y - s.unit * 0.1, x + s.unit * 0.014, s.y(0.82), iron)
        for side in (-1, 1):
            plate.stroke(
                smooth([(x, y + s.unit * 0.1), (x + side * s.unit * 0.05, y), (x + side * s.unit * 0.16, y - s.unit * 0.06)], closed=False),
                s.unit * 0.012,
                iron,
            )
        plate.poly([(x - s.unit * 0.035, s.y(0.82)), (x + s.unit * 0.035, s.y(0.82)), (x + s.unit * 0.02, s.y(0.77)), (x - s.unit * 0.02, s.y(0.77))], iron)
    cx, cy, r = s.x(0.5 + s.lit * 0.2), y + s.unit * 0.045, s.unit * 0.062
    plate.box(cx - 2, y - s.unit * 0.07, cx + 2, cy, iron)
    plate.oval(cx, cy, r, None, iron)
    plate.oval(cx, cy, r * 0.84, None, mix((246, 240, 220), s.pal.light, 0.4))
    plate.stroke([(cx, cy), (cx, cy - r * 0.62)], r * 0.1, s.pal.ink)
    plate.stroke([(cx, cy), (cx + r * 0.4, cy + r * 0.16)], r * 0.1, s.pal.ink)
    edge_light(s, plate, 0.4, 0.004)
    s.add(plate, 0.95, haze=0)
    if s.pal.lamps:
        halo(s, cx, cy, 0.16, 0.96, 0.5, LAMP)
