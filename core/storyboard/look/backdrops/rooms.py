"""Rooms where people live, learn and work: room, kitchen, library, attic, cabin, workshop, classroom, hospital, office."""

from __future__ import annotations

import numpy as np

from core.storyboard.look.backdrops.land import edge_light
from core.storyboard.look.backdrops.shell import city_view, furnish, lamp_light, pendants, put, standard_window, wall
from core.storyboard.look.backdrops.sky import halo
from core.storyboard.look.canvas import Colour, Plate, mix, smooth
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.stage import Life, Light, Stage


def room(s: Stage) -> None:
    """A living room: window with curtains, armchair, lamp, shelf, pictures, rug."""
    colours: tuple[Colour, ...] = ((196, 150, 118), (150, 168, 150), (178, 150, 170), (206, 184, 140), (140, 156, 180))
    wall(s, colours[int(s.rng.integers(len(colours)))], panel=bool(s.rng.random() < 0.5))
    standard_window(s, curtain=(186, 96, 80))
    p, y = s.plate(), s.sky_y
    put(s, p, "shelf", s.x(0.5 - s.lit * 0.38), y + s.unit * 0.01, 1.05)
    paint(p, drawings("props")["painting"], s.x(0.5 - s.lit * 0.12), s.y(0.42), s.unit * 0.14, s.pal)
    put(s, p, "sofa", s.x(0.5 - s.lit * 0.04), y + s.unit * 0.05, main=(116, 128, 118))
    put(s, p, "floor_lamp", s.x(0.5 - s.lit * 0.215), y + s.unit * 0.04)
    put(s, p, "plant", s.x(0.5 + s.lit * 0.46), y + s.unit * 0.04, 1.1)
    furnish(s, p)
    lamp_light(s, s.x(0.5 - s.lit * 0.215), y + s.unit * 0.04 - 0.33 * s.unit)
    rug = s.plate()
    rug.poly(
        [
            (s.x(0.5) - s.unit * 0.42, y + s.unit * 0.12),
            (s.x(0.5) + s.unit * 0.42, y + s.unit * 0.12),
            (s.x(0.5) + s.unit * 0.62, y + s.unit * 0.3),
            (s.x(0.5) - s.unit * 0.62, y + s.unit * 0.3),
        ],
        s.dim((164, 76, 66)),
    )
    rug.poly(
        [
            (s.x(0.5) - s.unit * 0.38, y + s.unit * 0.135),
            (s.x(0.5) + s.unit * 0.38, y + s.unit * 0.135),
            (s.x(0.5) + s.unit * 0.55, y + s.unit * 0.28),
            (s.x(0.5) - s.unit * 0.55, y + s.unit * 0.28),
        ],
        s.dim((196, 150, 110)),
        0.5,
    )
    s.add(rug, 0.28, haze=0)


def kitchen(s: Stage) -> None:
    """Counter and stove under a window, hanging pans, jars, a lamp over the table."""
    wall(s, (206, 196, 160), tiles=True, floor=(170, 150, 124), checks=True)
    standard_window(s, 0.16, width=0.3, top=0.12, low=0.4)
    p, y = s.plate(), s.sky_y
    put(s, p, "counter", s.x(0.5 + s.lit * 0.2), y + s.unit * 0.03, 1.05, main=(150, 110, 80))
    put(s, p, "counter", s.x(0.5 + s.lit * 0.2) + s.lit * 0.72 * s.unit, y + s.unit * 0.03, 1.05)
    put(s, p, "stove", s.x(0.5 - s.lit * 0.24), y + s.unit * 0.03, 1.1)
    put(s, p, "pans", s.x(0.5 - s.lit * 0.26), s.y(0.3), 0.95)
    put(s, p, "wall_shelf", s.x(0.5 + s.lit * 0.44), s.y(0.32), 0.8)
    paint(p, drawings("props")["kettle"], s.x(0.5 + s.lit * 0.06), y + s.unit * 0.03 - 0.225 * s.unit, s.unit * 0.05, s.pal)
    paint(p, drawings("props")["bucket"], s.x(0.5 + s.lit * 0.36), y + s.unit * 0.03 - 0.225 * s.unit, s.unit * 0.055, s.pal)
    furnish(s, p)
    lamp = s.plate()
    x = s.x(0.5 - s.lit * 0.06)
    put(s, lamp, "pendant", x, s.y(0.17), 1.0)
    s.add(lamp, 0.6, Life(sway=(s.unit * 0.003, 0), period_s=4.4), haze=0)
    lamp_light(s, x, s.y(0.16), 0.55, 0.5)
    table = s.plate()
    put(s, table, "dining_table", s.x(0.5 - s.lit * 0.02), y + s.unit * 0.2, 1.0)
    paint(table, drawings("props")["bowl"], s.x(0.5 - s.lit * 0.08), y + s.unit * 0.2 - 0.186 * s.unit, s.unit * 0.032, s.pal)
    edge_light(s, table, 0.4)
    s.add(table, 0.7, haze=0)


def library(s: Stage) -> None:
    """Walls of books, a ladder, a tall window, a green lamp."""
    wall(s, (120, 82, 58), floor=(122, 82, 58), panel=True)
    standard_window(s, 0.1, width=0.2, top=0.14, low=0.5, arch=True, bars=(2, 4))
    p, y = s.plate(s.pal.near), s.sky_y
    for x0, x1 in ((-0.12, 0.5 + s.lit * 0.1 - 0.09), (0.5 + s.lit * 0.1 + 0.09, 1.12)):
        bookcase(
            s,
            p,
            s.x(x0) if x0 < 0 else s.x(0.5 + s.lit * 0.1) + s.unit * 0.14,
            s.x(x1) if x1 > 1 else s.x(0.5 + s.lit * 0.1) - s.unit * 0.14,
            s.y(-0.1),
            y + s.unit * 0.012,
        )
    paint(p, drawings("props")["ladder"], s.x(0.5 - s.lit * 0.26), y + s.unit * 0.05, s.unit * 0.6, s.pal, turn=s.lit * 0.1)
    furnish(s, p, 0.2)
    desk = s.plate()
    put(s, desk, "dining_table", s.x(0.5 - s.lit * 0.1), y + s.unit * 0.14, 1.0)
    paint(desk, drawings("props")["lamp"], s.x(0.5 - s.lit * 0.16), y + s.unit * 0.14 - 0.187 * s.unit, s.unit * 0.1, s.pal)
    paint(desk, drawings("props")["book"], s.x(0.5 + s.lit * 0.02), y + s.unit * 0.14 - 0.187 * s.unit, s.unit * 0.05, s.pal)
    furnish(s, desk, 0.5)
    lamp_light(s, s.x(0.5 - s.lit * 0.16), y - s.unit * 0.12, 0.46, 0.6, 0.52)


def bookcase(s: Stage, p: Plate, x0: float, x1: float, y0: float, y1: float) -> None:
    """Shelves full of books between two corners."""
    wood = mix(s.dim((112, 72, 48)), s.pal.near, 0.25)
    p.box(x0, y0, x1, y1, mix(wood, s.pal.ink, 0.55))
    cloths: tuple[Colour, ...] = ((160, 62, 52), (66, 92, 124), (82, 112, 78), (196, 160, 96), (112, 66, 60), (206, 190, 156), (92, 72, 100))
    rows = max(3, int((y1 - y0) / (s.unit * 0.1)))
    for r in range(rows):
        foot = y0 + (y1 - y0) * (r + 1) / rows
        x = x0 + s.unit * 0.01
        while x < x1 - s.unit * 0.012:
            w, h = s.unit * s.rng.uniform(0.008, 0.02), s.unit * s.rng.uniform(0.055, 0.082)
            if s.rng.random() < 0.06:
                x += w * 2
                continue
            book = mix(s.dim(cloths[int(s.rng.integers(len(cloths)))]), s.pal.near, float(s.rng.uniform(0.05, 0.35)))
            p.box(x, foot - h, min(x + w, x1), foot - s.unit * 0.007, book)
            p.box(x + w * 0.2, foot - h * 0.8, min(x + w * 0.8, x1), foot - h * 0.72, mix(book, s.pal.light, 0.35), 0.7)
            x += w + s.unit * 0.001
        p.box(x0, foot - s.unit * 0.008, x1, foot + s.unit * 0.004, wood)
    for x in np.linspace(x0, x1, max(2, int((x1 - x0) / (s.unit * 0.26)) + 1)):
        p.box(x - s.unit * 0.007, y0, x + s.unit * 0.007, y1, mix(wood, s.pal.light, 0.08))


def attic(s: Stage) -> None:
    """Under the roof: beams, a round window, trunks, a tailor's dummy, dust in the light."""
    wall(s, (136, 104, 78), wood=True, floor=(128, 96, 70))
    y = s.sky_y
    x, r = s.x(0.5 + s.lit * 0.1), s.unit * 0.13
    standard_window(s, 0.1, width=0.24, top=0.2, low=0.46, bars=(2, 2), arch=True)
    del x, r
    p = s.plate(s.pal.near)
    roof = mix(s.dim((100, 72, 54)), s.pal.near, 0.4)
    for side in (-1, 1):
        edge = s.x(0.5) + side * s.unit * 1.3
        p.poly([(s.x(0.5) + side * s.unit * 0.2, s.y(-0.2)), (edge, s.y(-0.2)), (edge, s.y(0.66)), (s.x(0.5) + side * s.unit * 0.92, s.y(0.62))], roof)
        for k in range(4):
            a, b = 0.24 + 0.19 * k, 0.94 + 0.2 * k
            p.stroke(
                [(s.x(0.5) + side * s.unit * a, s.y(-0.2)), (s.x(0.5) + side * s.unit * b, s.y(0.66))],
                s.unit * 0.026,
                mix(roof, s.pal.ink if k % 2 else s.pal.light, 0.22),
            )
    p.box(0, s.y(0.06), s.w, s.y(0.095), mix(roof, s.pal.ink, 0.2))
    put(s, p, "trunk_pile", s.x(0.5 - s.lit * 0.28), y + s.unit * 0.06, 1.2)
    put(s, p, "dress_form", s.x(0.5 + s.lit * 0.36), y + s.unit * 0.04, 1.1)
    paint(p, drawings("props")["chest"], s.x(0.5 + s.lit * 0.2), y + s.unit * 0.05, s.unit * 0.13, s.pal)
    paint(p, drawings("props")["mirror"], s.x(0.5 - s.lit * 0.08), y + s.unit * 0.03, s.unit * 0.24, s.pal)
    furnish(s, p)
    lamp_light(s, s.x(0.5), s.y(0.2), 0.5, 0.5)


def cabin(s: Stage) -> None:
    """Log walls, a fire burning, a window to the trees, a table."""
    wall(s, (134, 92, 60), wood=True, floor=(120, 84, 58))
    standard_window(s, 0.3, width=0.26, top=0.2, low=0.46, curtain=(160, 70, 60))
    p, y = s.plate(), s.sky_y
    fx = s.x(0.5 - s.lit * 0.26)
    put(s, p, "fireplace", fx, y + s.unit * 0.03, 1.15)
    paint(p, drawings("props")["clock"], fx, y - s.unit * 0.32, s.unit * 0.08, s.pal)
    put(s, p, "armchair", s.x(0.5 + s.lit * 0.08), y + s.unit * 0.08, 1.05, main=(134, 70, 58))
    put(s, p, "round_table", s.x(0.5 + s.lit * 0.42), y + s.unit * 0.1, 1.1)
    paint(p, drawings("props")["lantern"], s.x(0.5 + s.lit * 0.42), y + s.unit * 0.1 - 0.19 * s.unit, s.unit * 0.1, s.pal)
    furnish(s, p)
    halo(s, fx, y - s.unit * 0.04, 0.42, 0.5, 0.6, (255, 160, 84), 0.22)
    halo(s, fx, y - s.unit * 0.02, 0.13, 0.51, 0.8, (255, 214, 130), 0.3)
    if s.pal.night or s.pal.lamps:
        s.light = Light(fx, y - s.unit * 0.05, mix((255, 170, 96), s.pal.light, 0.25), 1.0, False)


def workshop(s: Stage) -> None:
    """Bench, tools on the wall, wheels and a machine, one bulb."""
    wall(s, (140, 116, 92), wood=True, floor=(120, 100, 84))
    standard_window(s, 0.34, width=0.28, top=0.16, low=0.42, bars=(3, 2))
    p, y = s.plate(), s.sky_y
    put(s, p, "tools", s.x(0.5 - s.lit * 0.1), s.y(0.42), 1.0)
    put(s, p, "workbench", s.x(0.5 - s.lit * 0.08), y + s.unit * 0.05, 1.15)
    paint(p, drawings("props")["wheel"], s.x(0.5 - s.lit * 0.42), s.y(0.46), s.unit * 0.2, s.pal)
    paint(p, drawings("props")["machine"], s.x(0.5 + s.lit * 0.38), y + s.unit * 0.05, s.unit * 0.26, s.pal)
    paint(p, drawings("props")["clock"], s.x(0.5 + s.lit * 0.13), s.y(0.28), s.unit * 0.08, s.pal)
    furnish(s, p)
    pendants(s, (0.5 - s.lit * 0.08,), s.y(0.14))


def classroom(s: Stage) -> None:
    """Blackboard, rows of desks, a globe, tall windows."""
    wall(s, (190, 196, 160), floor=(164, 124, 84), panel=True)
    standard_window(s, 0.4, width=0.24, top=0.1, low=0.5, bars=(2, 3))
    p, y = s.plate(), s.sky_y
    put(s, p, "blackboard", s.x(0.5 - s.lit * 0.08), s.y(0.5), 1.15)
    paint(p, drawings("props")["clock"], s.x(0.5 - s.lit * 0.42), s.y(0.24), s.unit * 0.09, s.pal)
    put(s, p, "office_desk", s.x(0.5 - s.lit * 0.34), y + s.unit * 0.03, 0.9)
    put(s, p, "globe", s.x(0.5 - s.lit * 0.36), y + s.unit * 0.03 - 0.16 * s.unit, 0.9)
    furnish(s, p, 0.2)
    for row, (dy, size, depth) in enumerate(((0.1, 0.95, 0.45), (0.24, 1.3, 0.75))):
        desks = s.plate()
        for i in range(-3, 4):
            put(s, desks, "school_desk", s.x(0.5) + (i + 0.5 * (row % 2)) * s.unit * 0.34 * size, y + dy * s.unit, size)
        edge_light(s, desks, 0.4, 0.004)
        s.add(desks, depth, haze=0)


def hospital(s: Stage) -> None:
    """A pale ward: bed, drip, monitor, a curtain, a window with blinds."""
    wall(s, (200, 214, 208), floor=(176, 190, 186), tiles=True)
    standard_window(s, 0.22, width=0.34, top=0.14, low=0.44, bars=(2, 1))
    p, y = s.plate(), s.sky_y
    rail = s.dim((220, 224, 220))
    p.stroke(
        [(s.x(-0.2), s.y(0.12)), (s.x(0.5 - s.lit * 0.14), s.y(0.12))] if s.lit > 0 else [(s.x(1.2), s.y(0.12)), (s.x(0.64), s.y(0.12))], s.unit * 0.007, rail
    )
    for i in range(9):
        x = s.x(0.5 - s.lit * 0.46) + s.lit * (i * 0.03 - 0.12) * s.unit
        p.poly(
            smooth(
                [(x, s.y(0.125)), (x + s.unit * 0.034, s.y(0.125)), (x + s.unit * 0.04, y - s.unit * 0.03), (x - s.unit * 0.004, y - s.unit * 0.03)], steps=3
            ),
            mix(s.dim((150, 190, 186)), s.pal.light if i % 2 else s.pal.near, 0.13),
        )
    put(s, p, "hospital_bed", s.x(0.5 + s.lit * 0.02), y + s.unit * 0.06, 1.1, flip=s.lit < 0)
    put(s, p, "drip", s.x(0.5 - s.lit * 0.26), y + s.unit * 0.05, 1.0, flip=s.lit > 0)
    put(s, p, "monitor", s.x(0.5 + s.lit * 0.4), y + s.unit * 0.05, 1.05)
    furnish(s, p)
    lamp_light(s, s.x(0.5 - s.lit * 0.1), s.y(0.1), 0.5, 0.4)


def office(s: Stage) -> None:
    """A wide window over the city, blinds, desk, monitor, cabinets."""
    wall(s, (150, 160, 168), floor=(112, 108, 112), panel=False)
    standard_window(s, 0.08, width=0.62, top=0.12, low=0.5, bars=(3, 1), view=city_view)
    blinds = s.plate()
    x, w = s.x(0.5 + s.lit * 0.08), 0.31 * s.unit
    for i in range(7):
        blinds.box(x - w, s.y(0.12) + i * s.unit * 0.017, x + w, s.y(0.12) + (i * 0.017 + 0.009) * s.unit, s.dim((214, 208, 196)), 0.9)
    s.add(blinds, 0.16, haze=0)
    p, y = s.plate(), s.sky_y
    put(s, p, "filing_cabinet", s.x(0.5 - s.lit * 0.4), y + s.unit * 0.02, 1.1)
    put(s, p, "filing_cabinet", s.x(0.5 - s.lit * 0.4) + s.lit * s.unit * 0.14, y + s.unit * 0.02, 1.1)
    paint(p, drawings("props")["clock"], s.x(0.5 - s.lit * 0.33), s.y(0.3), s.unit * 0.09, s.pal)
    put(s, p, "plant", s.x(0.5 + s.lit * 0.46), y + s.unit * 0.03, 1.3)
    put(s, p, "office_desk", s.x(0.5 + s.lit * 0.14), y + s.unit * 0.07, 1.15)
    paint(p, drawings("props")["computer"], s.x(0.5 + s.lit * 0.2), y + s.unit * 0.07 - 0.205 * s.unit, s.unit * 0.12, s.pal)
    paint(p, drawings("props")["lamp"], s.x(0.5 + s.lit * 0.02), y + s.unit * 0.07 - 0.205 * s.unit, s.unit * 0.11, s.pal)
    furnish(s, p)
    lamp_light(s, s.x(0.5 + s.lit * 0.02), y - s.unit * 0.22, 0.4, 0.5)
