"""Rooms for many, and moving ones: theatre, train, shop, bar, hall, church, the lamp room of a lighthouse, the bridge of a spaceship."""

from __future__ import annotations

import cv2
import numpy as np

from core.storyboard.look.backdrops.cosmos import deep_space, planet
from core.storyboard.look.backdrops.land import edge_light
from core.storyboard.look.backdrops.shell import city_view, furnish, lamp_light, lay_floor, outside_view, pendants, put, standard_window, wall, window
from core.storyboard.look.backdrops.sky import halo, paint_sky
from core.storyboard.look.canvas import Plate, mix, smooth
from core.storyboard.look.palette import LAMP
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.stage import Life, Light, Stage


def theatre(s: Stage) -> None:
    """A stage with red curtains and a spotlight, seen over the heads of the stalls."""
    wall(s, (70, 44, 52), floor=(120, 84, 60))
    y, red = s.sky_y, mix(s.dim((176, 46, 50)), s.pal.near, 0.1)
    p = s.plate(red)
    near = min(1.0, 0.62 * s.picture[0] / (0.95 * s.unit))  # a narrow picture sees them drawn further
    for side in (-1, 1):
        for i in range(8):
            x = s.x(0.5) + side * s.unit * (0.95 - i * 0.075) * near
            w = s.unit * 0.085 * near
            p.poly(
                smooth(
                    [
                        (x, s.y(-0.2)),
                        (x - side * w, s.y(-0.2)),
                        (x - side * w * 1.02, s.y(0.4)),
                        (x - side * w * 0.72, y + s.unit * 0.06),
                        (x + side * w * 0.1, y + s.unit * 0.06),
                    ],
                    steps=4,
                ),
                mix(red, s.pal.light if i % 2 else s.pal.ink, 0.16 if i % 2 else 0.3),
            )
    for i in range(14):
        x = s.x(0.5) + (i - 6.5) * s.unit * 0.14
        p.poly(
            smooth(
                [
                    (x - s.unit * 0.08, s.y(-0.2)),
                    (x + s.unit * 0.08, s.y(-0.2)),
                    (x + s.unit * 0.07, s.y(0.06)),
                    (x, s.y(0.13)),
                    (x - s.unit * 0.07, s.y(0.06)),
                ],
                steps=4,
            ),
            mix(red, s.pal.ink if i % 2 else s.pal.light, 0.14),
        )
        p.stroke(
            smooth([(x - s.unit * 0.07, s.y(0.065)), (x, s.y(0.135)), (x + s.unit * 0.07, s.y(0.065))], closed=False), s.unit * 0.008, s.dim((224, 180, 90))
        )
    furnish(s, p, 0.3)
    spot = (s.x(0.5 + s.lit * 0.3), s.y(-0.25))
    s.light = Light(spot[0], s.y(0.12), mix(s.pal.light, (255, 244, 220), 0.5), 1.0, False)
    beam = Plate(s.w, s.h, s.light.colour)
    x = s.x(0.5)
    for k in (1.0, 0.75, 0.5):
        beam.glaze(beam.mask([spot, (x + s.unit * 0.34 * k, y + s.unit * 0.2), (x - s.unit * 0.34 * k, y + s.unit * 0.2)]), s.light.colour, 0.1)
    beam.oval(x, y + s.unit * 0.2, s.unit * 0.34, s.unit * 0.075, s.light.colour, 0.5)
    beam.fill(s.light.colour)
    s.add(beam.blurred(s.unit * 0.012), 0.6, Life(pulse=0.14, period_s=5, sway=(s.unit * 0.004, 0)), soft=False)
    seats = s.plate(s.pal.ink)
    for i in range(-7, 8):
        paint(seats, drawings("furniture")["seats"], s.x(0.5) + i * s.unit * 0.15, s.y(1.16), s.unit * 0.24, s.pal, flat=mix(s.pal.near, red, 0.2))
    edge_light(s, seats, 0.4)
    s.add(seats, 1.2, haze=0)


def train(s: Stage) -> None:
    """A compartment: the land runs past the windows, seats facing, a luggage rack."""
    wall(s, (130, 96, 72), floor=(96, 80, 74), panel=True)
    y0, y1 = s.y(0.16), s.y(0.52)
    outside = outside_view(s, None)
    land_plate = Plate(s.w, s.h, s.pal.plane(0.5))
    xs = np.arange(0, s.w + 1, 4)
    for base, height, colour in ((0.42, 0.06, s.pal.plane(0.35)), (0.49, 0.05, s.pal.plane(0.6))):
        wave = s.y(base) - s.unit * height * (np.sin(xs / s.w * 2 * np.pi * 2) * 0.4 + np.sin(xs / s.w * 2 * np.pi * 5 + 1) * 0.3 + 0.5)
        land_plate.poly(np.concatenate([np.stack([xs, wave], 1), [(s.w, y1), (0, y1)]]), colour)
    for k in range(6):
        x = s.w * (k + 0.4) / 6
        land_plate.stroke([(x, y1), (x, s.y(0.24))], s.unit * 0.008, s.pal.plane(0.85))
    outside.alpha = cv2.rectangle(np.zeros((s.h, s.w), np.uint8), (0, round(y0)), (s.w, round(y1)), 255, -1)
    land_plate.alpha = np.minimum(land_plate.alpha, outside.alpha)
    s.layers.pop()
    walls = s.plate()
    panel = mix(s.dim((140, 100, 70)), s.pal.far, 0.25)
    s.add(outside, 0.02, haze=0, soft=False)
    s.add(land_plate, 0.05, Life(drift=(s.unit * 0.42 * -s.lit, 0)), haze=0, soft=False)
    walls.box(-2, -2, s.w + 2, y0, panel)
    walls.box(-2, y1, s.w + 2, s.h + 2, mix(panel, s.pal.near, 0.25))
    for i in range(-3, 4):
        x = s.x(0.5) + (i + 0.5) * s.unit * 0.6
        walls.box(x - s.unit * 0.045, y0 - 1, x + s.unit * 0.045, y1 + 1, panel)
        for e in (-1, 1):
            walls.box(x + e * s.unit * 0.045 - 2, y0, x + e * s.unit * 0.045 + 2, y1, mix(panel, s.pal.ink, 0.4))
    walls.box(-2, y0 - s.unit * 0.012, s.w + 2, y0 + s.unit * 0.006, s.dim((206, 166, 96)))
    walls.box(-2, y1 - s.unit * 0.006, s.w + 2, y1 + s.unit * 0.016, s.dim((206, 166, 96)))
    rack = s.y(0.08)
    walls.stroke([(0, rack), (s.w, rack)], s.unit * 0.01, s.dim((206, 166, 96)))
    paint(walls, drawings("props")["suitcase"], s.x(0.3), rack, s.unit * 0.1, s.pal)
    paint(walls, drawings("props")["suitcase"], s.x(0.62), rack, s.unit * 0.085, s.pal)
    lay_floor(s, walls, -s.unit, s.w + s.unit, s.y(0.82), (96, 78, 70), False)
    s.add(walls, 0.2, Life(sway=(s.unit * 0.0008, s.unit * 0.0018), period_s=0.9), haze=0)
    seats = s.plate()
    for i, x in enumerate((0.5 - 0.34, 0.5 + 0.34)):
        put(s, seats, "train_seat", s.x(0.5) + (x - 0.5) * s.unit * 1.75, s.y(0.88), 1.35, main=(70, 96, 92), flip=i == 1)
    furnish(s, seats, 0.5)
    if not s.pal.night:
        s.light = Light(s.x(0.5 + s.lit * 0.2), s.y(0.34), s.light.colour, max(0.6, s.light.strength), False)
    lamp_light(s, s.x(0.5), s.y(0.1), 0.5, 0.4)


def shop(s: Stage) -> None:
    """Shelves of goods, a counter with a till and scales, a hanging lamp, the shop window."""
    wall(s, (186, 150, 104), floor=(150, 112, 80), checks=True)
    standard_window(s, 0.34, width=0.36, top=0.16, low=0.56, bars=(3, 1), view=city_view)
    p, y = s.plate(), s.sky_y
    for r in range(3):
        yy = s.y(0.2) + r * s.unit * 0.145
        x0, x1 = s.x(0.5 - s.lit * 0.62), s.x(0.5 + s.lit * 0.1)
        p.box(min(x0, x1), yy, max(x0, x1), yy + s.unit * 0.012, s.dim((120, 80, 52)))
        for i in range(6):
            put(s, p, "goods" if (i + r) % 3 else "bottles", x0 + (x1 - x0) * (i + 0.5) / 6, yy, 0.8 if (i + r) % 3 else 1.05)
    put(s, p, "counter", s.x(0.5 - s.lit * 0.18), y + s.unit * 0.1, 1.2)
    paint(p, drawings("props")["radio"], s.x(0.5 - s.lit * 0.3), y + s.unit * 0.1 - s.unit * 0.257, s.unit * 0.07, s.pal)
    furnish(s, p)
    pendants(s, (0.5 - s.lit * 0.16,), s.y(0.13))


def bar(s: Stage) -> None:
    """Backlit bottles, the bar with its stools, low lamps."""
    wall(s, (92, 60, 50), floor=(90, 66, 54), panel=True)
    y = s.sky_y
    p = s.plate(s.pal.near)
    p.box(s.x(0.5) - s.unit * 0.6, s.y(0.14), s.x(0.5) + s.unit * 0.6, s.y(0.52), mix(s.dim((70, 40, 36)), s.pal.ink, 0.4))
    warm = mix(LAMP, s.pal.light, 0.4)
    for r in range(2):
        yy = s.y(0.31) + r * s.unit * 0.18
        glow = p.mask(
            [
                (s.x(0.5) - s.unit * 0.58, yy - s.unit * 0.14),
                (s.x(0.5) + s.unit * 0.58, yy - s.unit * 0.14),
                (s.x(0.5) + s.unit * 0.58, yy),
                (s.x(0.5) - s.unit * 0.58, yy),
            ]
        )
        p.glaze(cv2.GaussianBlur(glow, (0, 0), s.unit * 0.02), warm, 0.55, inside=True)
        for i in range(5):
            put(s, p, "bottles", s.x(0.5) + (i - 2) * s.unit * 0.225, yy, 1.15)
        p.box(s.x(0.5) - s.unit * 0.6, yy, s.x(0.5) + s.unit * 0.6, yy + s.unit * 0.012, s.dim((130, 84, 54)))
    furnish(s, p, 0.2)
    counter = s.plate()
    top = y - s.unit * 0.05
    wood = s.dim((124, 74, 48))
    counter.box(0, top, s.w, s.y(0.88), mix(wood, s.pal.ink, 0.3))
    counter.box(0, top - s.unit * 0.016, s.w, top + s.unit * 0.016, mix(wood, s.pal.light, 0.22))
    for x in np.arange(s.x(0.5) - s.unit * 1.4, s.w, s.unit * 0.28):
        counter.box(x, top + s.unit * 0.06, x + s.unit * 0.22, s.y(0.84), mix(wood, s.pal.ink, 0.5), 0.8)
    counter.box(0, s.y(0.845), s.w, s.y(0.858), s.dim((206, 166, 96)))
    furnish(s, counter, 0.4)
    stools = s.plate()
    for share in (0.1, 0.9, -0.14, 1.14):
        put(s, stools, "stool", s.x(share), s.y(0.97), 1.25)
    furnish(s, stools, 0.7)
    pendants(s, (0.24, 0.76), s.y(0.15))
    s.light = Light(s.x(0.5 + s.lit * 0.26), s.y(0.14), warm, 0.95, False)


def hall(s: Stage) -> None:
    """A great hall: columns, tall windows, a chandelier, a carpet."""
    wall(s, (178, 160, 140), floor=(170, 150, 130), checks=True, panel=True)
    for share in (0.5 + s.lit * 0.26, 0.5 - s.lit * 0.02, 0.5 - s.lit * 0.3):
        x, w = s.x(0.5) + (share - 0.5) * s.unit * 1.7, 0.14 * s.unit
        window(s, x - w / 2, s.y(0.16), x + w / 2, s.y(0.54), arch=True, bars=(2, 4), patch=share == 0.5 + s.lit * 0.26)
    if not s.pal.night:
        s.light = Light(s.x(0.5 + s.lit * 0.3), s.y(0.3), s.light.colour, max(0.6, s.light.strength), False)
    p, y = s.plate(), s.sky_y
    carpet = s.dim((150, 46, 48))
    p.poly(
        [(s.x(0.5) - s.unit * 0.09, y), (s.x(0.5) + s.unit * 0.09, y), (s.x(0.5) + s.unit * 0.5, s.h), (s.x(0.5) - s.unit * 0.5, s.h)],
        mix(carpet, s.pal.near, 0.15),
    )
    for e in (-1, 1):
        p.poly(
            [(s.x(0.5) + e * s.unit * 0.075, y), (s.x(0.5) + e * s.unit * 0.085, y), (s.x(0.5) + e * s.unit * 0.46, s.h), (s.x(0.5) + e * s.unit * 0.4, s.h)],
            s.dim((226, 184, 96)),
        )
    s.add(p, 0.25, haze=0)
    columns = s.plate()
    for x in (-0.88, -0.62, 0.62, 0.88):
        near = abs(x) > 0.7
        put(s, columns, "column", s.x(0.5) + x * s.unit * (1 if near else 0.9), y + s.unit * (0.16 if near else 0.04), 1.05 if near else 0.8)
    furnish(s, columns, 0.5)
    light = s.plate()
    put(s, light, "chandelier", s.x(0.5), s.y(0.2), 0.8)
    s.add(light, 0.55, Life(sway=(s.unit * 0.002, 0), period_s=5.2), haze=0)
    lamp_light(s, s.x(0.5), s.y(0.08), 0.5, 0.5)


def church(s: Stage) -> None:
    """A nave: pointed stained windows, an altar with candles, pews."""
    wall(s, (150, 146, 144), floor=(138, 130, 126), checks=True)
    for i in (-2, -1, 1, 2):
        x, w = s.x(0.5) + i * s.unit * 0.3, 0.11 * s.unit
        window(s, x - w / 2, s.y(0.2), x + w / 2, s.y(0.5), arch=True, bars=(2, 3), stained=True, patch=i == 2 * s.lit)
    x, w = s.x(0.5), 0.16 * s.unit
    window(s, x - w / 2, s.y(0.08), x + w / 2, s.y(0.42), arch=True, bars=(2, 4), stained=True, patch=False)
    if not s.pal.night:
        s.light = Light(s.x(0.5 + s.lit * 0.3), s.y(0.28), s.light.colour, max(0.6, s.light.strength), False)
    p, y = s.plate(), s.sky_y
    for e in (-1, 1):
        for k in (0.45, 0.75):
            put(s, p, "column", s.x(0.5) + e * s.unit * k, y + s.unit * (0.03 if k < 0.6 else 0.1), 0.78 if k < 0.6 else 0.95)
    put(s, p, "altar", s.x(0.5), y + s.unit * 0.03, 0.85)
    furnish(s, p, 0.3)
    halo(s, s.x(0.5), y - s.unit * 0.26, 0.3, 0.32, 0.5, LAMP, 0.12)
    if s.pal.night:
        s.light = Light(s.x(0.5 + s.lit * 0.1), y - s.unit * 0.26, mix(LAMP, s.pal.light, 0.3), 0.9, False)
    for dy, size, depth in ((0.1, 0.9, 0.45), (0.24, 1.25, 0.8)):
        pews = s.plate()
        for e in (-1, 1):
            put(s, pews, "pew", s.x(0.5) + e * s.unit * 0.56 * size, y + dy * s.unit, size)
        edge_light(s, pews, 0.35, 0.004)
        s.add(pews, depth, haze=0)


def lamp_room(s: Stage) -> None:
    """The top of a lighthouse: the great lens, panes all round, the sea and the sky."""
    s.horizon = 0.64
    outside = outside_view(s, _sea_view)
    outside.alpha[:] = 255
    s.add(outside, 0.03, haze=0, soft=False)
    iron = mix(s.dim((90, 84, 84)), s.pal.ink, 0.45)
    p = s.plate(iron)
    for i in range(-5, 6):
        x = s.x(0.5) + i * s.unit * 0.26
        p.box(x - s.unit * 0.009, s.y(-0.2), x + s.unit * 0.009, s.sky_y + s.unit * 0.05, iron)
    for share in (0.06, 0.34):
        p.box(0, s.y(share), s.w, s.y(share) + s.unit * 0.012, iron)
    p.box(0, s.y(-0.2), s.w, s.y(-0.02), iron)
    p.box(0, s.sky_y + s.unit * 0.03, s.w, s.h, mix(s.dim((150, 110, 84)), s.pal.near, 0.4))
    for x in np.arange(-s.unit, s.w + s.unit, s.unit * 0.07):
        p.stroke([(x, s.sky_y + s.unit * 0.12), (s.x(0.5) + (x - s.x(0.5)) * 1.6, s.h)], s.unit * 0.004, s.pal.ink, 0.4)
    p.box(0, s.sky_y + s.unit * 0.02, s.w, s.sky_y + s.unit * 0.12, mix(iron, s.pal.light, 0.08))
    for x in np.arange(0, s.w, s.unit * 0.065):
        p.oval(x, s.sky_y + s.unit * 0.07, s.unit * 0.005, None, mix(iron, s.pal.light, 0.3))
    edge_light(s, p, 0.5, 0.004)
    s.add(p, 0.2, haze=0)
    x, y = s.x(0.5 + s.lit * 0.2), s.sky_y + s.unit * 0.17
    lens = s.plate()
    put(s, lens, "lens", x, y, 1.15)
    s.add(lens, 0.45, haze=0)
    glow = mix(LAMP, (255, 248, 226), 0.5)
    halo(s, x, y - s.unit * 0.34, 0.6, 0.46, 0.62, LAMP, 0.2)
    halo(s, x, y - s.unit * 0.34, 0.2, 0.47, 0.85, glow, 0.16)
    s.light = Light(x, y - s.unit * 0.34, glow, 1.0, False)


def _sea_view(s: Stage) -> None:
    paint_sky(s)
    sea = s.plate()
    sea.box(0, s.y(0.56), s.w, s.h, mix(s.pal.near, s.pal.top, 0.4))
    for _ in range(60):
        x, y = s.rng.uniform(0, s.w), s.y(0.56) + s.rng.random() ** 1.5 * s.unit * 0.2 + 3
        sea.stroke([(x - s.unit * 0.05, y), (x, y - 1.5), (x + s.unit * 0.05, y)], [0.3, 1.6, 0.3], mix(s.pal.low, s.pal.light, 0.3), 0.4)
    s.add(sea, 0.2)


def spaceship(s: Stage) -> None:
    """A bridge: a great window on a planet and the stars, consoles with lights, ribs of the hull."""
    s.horizon = 0.7
    look = Stage(s.picture, s.pal, s.rng, s.time, s.weather, s.mood, s.light)
    deep_space(look)
    planet(look, look.x(0.5 + look.lit * 0.18), look.y(0.5), look.unit * 0.3, mix(s.pal.far, (90, 150, 190), 0.5), 0.08)
    for layer in look.layers:
        s.layers.append(layer)
    hull = mix(s.dim((150, 160, 172)), s.pal.near, 0.45)
    p = s.plate(hull)
    p.box(-2, -2, s.w + 2, s.h + 2, hull)
    pane = [
        (s.x(0.5) - s.unit * 0.62, s.y(0.14)),
        (s.x(0.5) + s.unit * 0.62, s.y(0.14)),
        (s.x(0.5) + s.unit * 0.74, s.y(0.4)),
        (s.x(0.5) + s.unit * 0.62, s.y(0.57)),
        (s.x(0.5) - s.unit * 0.62, s.y(0.57)),
        (s.x(0.5) - s.unit * 0.74, s.y(0.4)),
    ]
    hole = p.mask(pane)
    p.stroke([*pane, pane[0], pane[1]], s.unit * 0.03, mix(hull, s.pal.ink, 0.5))
    p.stroke([*pane, pane[0], pane[1]], s.unit * 0.008, mix(hull, s.pal.light, 0.5))
    for e in (-1, 1):
        for k in (0.82, 1.0, 1.2):
            p.stroke(
                smooth(
                    [(s.x(0.5) + e * s.unit * k * 0.82, s.y(-0.2)), (s.x(0.5) + e * s.unit * k, s.y(0.38)), (s.x(0.5) + e * s.unit * k * 0.9, s.y(0.8))],
                    closed=False,
                ),
                s.unit * 0.02,
                mix(hull, s.pal.ink, 0.35),
            )
            for j in range(5):
                p.oval(
                    s.x(0.5) + e * s.unit * (k - 0.06),
                    s.y(0.2 + 0.08 * j),
                    s.unit * 0.006,
                    None,
                    mix(s.pal.light, ((90, 220, 210), (255, 190, 90), (240, 100, 90))[(j + int(k * 5)) % 3], 0.6),
                )
    p.poly([(-2, s.y(0.7)), (s.w + 2, s.y(0.7)), (s.w + 2, s.h + 2), (-2, s.h + 2)], mix(hull, s.pal.ink, 0.45))
    for i in range(-8, 9):
        p.stroke([(s.x(0.5) + i * s.unit * 0.14, s.y(0.7)), (s.x(0.5) + i * s.unit * 0.4, s.h)], s.unit * 0.004, mix(hull, s.pal.light, 0.2), 0.5)
    p.tint(s.glow(0.7), s.pal.light, 0.2)
    p.alpha = cv2.subtract(p.alpha, hole)
    s.add(p, 0.25, haze=0)
    desk = s.plate()
    for x, size in ((-0.5, 1.15), (0.5, 1.15), (0.0, 0.9)):
        put(s, desk, "console", s.x(0.5) + x * s.unit, s.y(0.78 if x else 0.72), size)
    edge_light(s, desk, 0.5)
    s.add(desk, 0.4, haze=0)
    s.light = Light(s.x(0.5 + s.lit * 0.18), s.y(0.4), mix(s.pal.light, (180, 220, 255), 0.4), 0.9, False)
    halo(s, s.light.x, s.light.y, 0.5, 0.42, 0.25)
