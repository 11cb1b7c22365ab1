"""Interiors: one shell of walls, floor and windows, furnished sixteen ways."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from core.storyboard.look.backdrops.cosmos import deep_space, planet
from core.storyboard.look.backdrops.land import edge_light, ridge_line
from core.storyboard.look.backdrops.sky import halo, paint_sky
from core.storyboard.look.backdrops.town import skyline
from core.storyboard.look.canvas import Colour, Plate, bloom, cloud_noise, mix, smooth
from core.storyboard.look.palette import LAMP
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.stage import Life, Light, Stage

METRE = 0.235
"""Units a metre takes at the back wall."""


def put(
    s: Stage,
    plate: Plate,
    name: str,
    x: float,
    y: float,
    size: float = 1.0,
    *,
    main: Colour | None = None,
    flip: bool = False,
    depth: float = 0.9,
    file: str = "furniture",
) -> None:
    """A piece of furniture, its foot at (x, y) pixels, in its natural size times `size`."""
    d = drawings(file)[name]
    paint(plate, d, x, y, d.tall * METRE * s.unit * size, s.pal, main=main or (150, 84, 76), flip=flip, depth=depth)


def wall(
    s: Stage, colour: Colour, *, wood: bool = False, tiles: bool = False, floor: Colour = (150, 108, 76), checks: bool = False, panel: bool = False
) -> None:
    """Back wall, side walls, ceiling and a floor that runs to a vanishing point."""
    s.horizon = 0.7
    y, top = s.sky_y, s.y(-0.02)
    left, right = s.x(-0.04) + s.unit * 0.02, s.x(1.04) - s.unit * 0.02
    base = mix(s.dim(colour), s.pal.far, 0.42)
    plate = s.plate(base)
    plate.box(-2, -2, s.w + 2, s.h + 2, mix(base, s.pal.ink, 0.2))
    plate.box(left, top, right, y, base)
    noise = cv2.resize(cloud_noise(s.rng, s.h // 4, s.w // 4, ((3, 3), (7, 9), (16, 22))), (s.w, s.h))
    plate.tint(np.clip(noise - 0.5, 0, 1), s.pal.light, 0.16)
    if wood:
        for yy in np.arange(top, y, s.unit * 0.062):
            plate.box(left, yy, right, yy + s.unit * 0.005, mix(base, s.pal.ink, 0.5))
            plate.box(left, yy + s.unit * 0.006, right, yy + s.unit * 0.016, mix(base, s.pal.light, 0.16), 0.6)
    if tiles:
        for yy in np.arange(y, y - s.unit * 0.36, -s.unit * 0.045):
            plate.box(left, yy - s.unit * 0.004, right, yy, mix(base, s.pal.light, 0.3), 0.6)
        for xx in np.arange(left, right, s.unit * 0.045):
            plate.box(xx, y - s.unit * 0.36, xx + s.unit * 0.003, y, mix(base, s.pal.light, 0.3), 0.6)
    if panel:
        dado = y - s.unit * 0.2
        plate.box(left, dado, right, y, mix(base, s.pal.near, 0.28))
        plate.box(left, dado, right, dado + s.unit * 0.009, mix(base, s.pal.light, 0.3))
        for xx in np.arange(left + s.unit * 0.04, right - s.unit * 0.1, s.unit * 0.17):
            plate.box(xx, dado + s.unit * 0.03, xx + s.unit * 0.13, y - s.unit * 0.04, mix(base, s.pal.near, 0.4), 0.7)
    _floor(s, plate, left, right, y, floor, checks)
    plate.box(left, y - s.unit * 0.022, right, y, mix(base, s.pal.near, 0.55))
    plate.box(left, y - s.unit * 0.024, right, y - s.unit * 0.019, mix(base, s.pal.light, 0.25))
    for x in (left, right):
        plate.stroke([(x, top), (x, y)], s.unit * 0.004, mix(base, s.pal.ink, 0.5))
    corner = np.clip(1.25 - bloom(s.h, s.w, s.w / 2, s.y(0.55), s.unit * 1.05) * 1.5, 0, 1)
    plate.tint(np.asarray(corner, np.float32), s.pal.ink, 0.5)
    s.add(plate.textured(1.5, 4), 0.12, haze=0, soft=False)


def _floor(s: Stage, plate: Plate, left: float, right: float, y: float, colour: Colour, checks: bool) -> None:
    base = mix(s.dim(colour), s.pal.near, 0.25)
    vx, vy = s.x(0.5), y - s.unit * 0.42
    plate.poly([(left, y), (right, y), (s.w + s.unit, s.h), (-s.unit, s.h)], base)

    def across(x: float, yy: float) -> float:
        return vx + (x - vx) * (yy - vy) / (y - vy)

    step = s.unit * (0.085 if checks else 0.05)
    rows = y + (np.linspace(0, 1, 8) ** 1.35) * (s.h - y)
    for i, x in enumerate(np.arange(vx - step * 40, vx + step * 40, step)):
        shade = mix(base, s.pal.ink if s.rng.random() < 0.5 else s.pal.light, float(s.rng.uniform(0.02, 0.1)))
        if checks:
            for r in range(7):
                if (i + r) % 2:
                    plate.poly(
                        [
                            (across(x, rows[r]), rows[r]),
                            (across(x + step, rows[r]), rows[r]),
                            (across(x + step, rows[r + 1]), rows[r + 1]),
                            (across(x, rows[r + 1]), rows[r + 1]),
                        ],
                        mix(base, s.pal.light, 0.3),
                    )
        else:
            plate.poly([(across(x, y), y), (across(x + step, y), y), (across(x + step, s.h), s.h), (across(x, s.h), s.h)], shade)
            plate.stroke([(across(x, y), y), (across(x, s.h), s.h)], [s.unit * 0.002, s.unit * 0.005], s.pal.ink, 0.45)
    plate.glaze((np.clip((np.arange(s.h) - y) / (s.h - y), 0, 1)[:, None] * np.ones((1, s.w)) * 255).astype(np.uint8), s.pal.ink, 0.4, inside=True)


View = Callable[[Stage], None]


def _outside(s: Stage, view: View | None) -> Plate:
    """What is seen through a window, painted on a stage of its own."""
    look = Stage(
        s.picture,
        s.outdoors or s.pal,
        s.rng,
        s.time,
        s.weather,
        s.mood,
        Light(s.light.x, s.y(0.3), (s.outdoors or s.pal).light, s.light.strength, s.light.hard),
    )
    look.horizon = 0.6
    (view or _plain_view)(look)
    plate = look.plate()
    for layer in look.layers:
        plate.over(layer.plates[0], layer.x, layer.y)
    if not s.pal.night:
        plate.tint(np.full((s.h, s.w), 1, np.float32), s.pal.light, 0.34)
    return plate


def _plain_view(s: Stage) -> None:
    paint_sky(s, clouds=0.7)
    far = s.plate()
    line = ridge_line(s, s.y(0.62), 0.14, 6, 0.55, 5)
    far.poly(np.concatenate([np.stack([np.arange(0, s.w, 3), line[::3]], 1), [(s.w, s.h), (0, s.h)]]), s.pal.plane(0.3))
    s.add(far, 0.2)


def _city_view(s: Stage) -> None:
    paint_sky(s, clouds=0.6)
    skyline(s, s.y(0.66), 0.1, 0.34, 0.25)


def window(
    s: Stage,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    *,
    bars: tuple[int, int] = (2, 2),
    arch: bool = False,
    view: View | None = None,
    curtain: Colour | None = None,
    stained: bool = False,
    patch: bool = True,
) -> None:
    """A window with its view, frame, light on the wall, and the shaft and the patch it throws on the floor. Corners in pixels."""
    frame = s.plate(s.pal.near)
    outline = [(x0, y1), (x0, y0), (x1, y0), (x1, y1)]
    if arch:
        t = np.linspace(np.pi, 0, 14)
        outline = [(x0, y1), *((float((x0 + x1) / 2 + (x1 - x0) / 2 * np.cos(a)), float(y0 - (x1 - x0) * 0.62 * np.sin(a))) for a in t), (x1, y1)]
    glass = _outside(s, view)
    glass.alpha = glass.mask(outline)
    if stained:
        _stain(s, glass, x0, y0 - (x1 - x0) * 0.6, x1, y1)
    frame.over(glass)
    bar, thick = mix(s.dim((236, 226, 206)), s.pal.near, 0.35 if not s.pal.night else 0.6), s.unit * 0.009
    for i in range(1, bars[0]):
        x = x0 + (x1 - x0) * i / bars[0]
        frame.box(x - thick / 2, y0 - ((x1 - x0) * 0.55 if arch else 0), x + thick / 2, y1, bar)
    for i in range(1, bars[1]):
        y = y0 + (y1 - y0) * i / bars[1]
        frame.box(x0, y - thick / 2, x1, y + thick / 2, bar)
    frame.stroke([*outline, outline[0]], thick * 1.9, bar)
    frame.box(x0 - thick * 2.2, y1, x1 + thick * 2.2, y1 + thick * 2, mix(bar, s.pal.light, 0.2))
    if curtain:
        _curtains(s, frame, x0, y0, x1, y1, curtain)
    s.add(frame, 0.14, haze=0)
    strength = 0.35 if s.pal.night else 0.95 * (0.55 + 0.45 * s.light.strength)
    halo(s, (x0 + x1) / 2, (y0 + y1) / 2, 0.42, 0.15, 0.42 * strength, s.pal.low if s.pal.night else s.light.colour, 0.05)
    if patch:
        _shaft(s, x0, y0, x1, y1, strength)


def _stain(s: Stage, glass: Plate, x0: float, y0: float, x1: float, y1: float) -> None:
    colours = [s.dim(c) for c in ((210, 70, 60), (60, 110, 190), (240, 190, 80), (70, 150, 110), (170, 90, 170))]
    keep = glass.alpha.copy()
    for yy in np.arange(y0, y1, s.unit * 0.04):
        for xx in np.arange(x0, x1, s.unit * 0.035):
            glass.box(xx, yy, xx + s.unit * 0.033, yy + s.unit * 0.037, mix(colours[int(s.rng.integers(5))], s.pal.light, 0.35), 0.78)
    glass.alpha = keep


def _curtains(s: Stage, plate: Plate, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
    cloth, w, over = mix(s.dim(colour), s.pal.near, 0.15), (x1 - x0) * 0.26, s.unit * 0.03
    for side, x in ((-1, x0), (1, x1)):
        for i in range(4):
            a, b = x + side * (over - w * i / 4), x + side * (over - w * (i + 1.15) / 4)
            plate.poly(
                smooth(
                    [(a, y0 - over), (b, y0 - over), (b + side * w * 0.14, (y0 + y1) / 2), (b + side * w * 0.2, y1 + over * 1.6), (a, y1 + over * 1.6)], steps=4
                ),
                mix(cloth, s.pal.light if i % 2 else s.pal.near, 0.14),
            )
    plate.stroke([(x0 - over * 1.6, y0 - over), (x1 + over * 1.6, y0 - over)], s.unit * 0.011, s.dim((120, 84, 56)))


def _shaft(s: Stage, x0: float, y0: float, x1: float, y1: float, strength: float) -> None:
    """The light that falls in, as a beam in the dusty air and as a patch on the floor."""
    w, lean = x1 - x0, -np.sign((x0 + x1) / 2 - s.w / 2) * s.unit * 0.34
    fy0, fy1 = s.sky_y + s.unit * 0.06, s.sky_y + s.unit * 0.25
    patch = [(x0 + lean * 0.8, fy0), (x1 + lean * 0.8, fy0), (x1 + lean * 1.3 + w * 0.12, fy1), (x0 + lean * 1.3 - w * 0.12, fy1)]
    colour = s.pal.low if s.pal.night else s.light.colour
    floor = Plate(s.w, s.h, colour)
    floor.poly(patch, colour)
    floor.alpha = (cv2.GaussianBlur(floor.alpha, (0, 0), s.unit * 0.006) * (0.5 * strength)).astype(np.uint8)
    floor.fill(colour)
    s.add(floor, 0.3, Life(pulse=0.06, period_s=6), soft=False)
    beam = Plate(s.w, s.h, colour)
    beam.poly([(x0, y0), (x1, y0), patch[1], patch[2], patch[3]] if lean < 0 else [(x0, y0), (x1, y0), patch[2], patch[3], patch[0]], colour)
    fall = np.clip(1 - (np.arange(s.h) - y0) / (fy1 - y0), 0, 1)[:, None]
    beam.alpha = (cv2.GaussianBlur(beam.alpha, (0, 0), s.unit * 0.014) * (0.06 + 0.2 * fall) * strength).astype(np.uint8)
    beam.fill(colour)
    s.add(beam, 0.55, Life(pulse=0.22, period_s=7, sway=(s.unit * 0.003, 0)), soft=False)


def _standard_window(s: Stage, share: float = 0.24, *, width: float = 0.34, top: float = 0.16, low: float = 0.52, **kind: object) -> None:
    """The window on the light's side of the room."""
    x, w = s.x(0.5 + s.lit * share), width * s.unit
    window(s, x - w / 2, s.y(top), x + w / 2, s.y(top) + (low - top) * s.unit, **kind)  # type: ignore[arg-type]
    if not s.pal.night:
        s.light = Light(x, s.y(top) + (low - top) * s.unit / 2, s.light.colour, max(0.55, s.light.strength), False)


def lamp_light(s: Stage, x: float, y: float, radius: float = 0.5, opacity: float = 0.55, depth: float = 0.5) -> None:
    """A lamp's warm pool in the air; after dark it is the room's main light."""
    if s.pal.night or s.pal.lamps:
        halo(s, x, y, radius, depth, opacity, LAMP)
        halo(s, x, y, radius * 0.28, depth + 0.01, opacity, mix(LAMP, (255, 255, 255), 0.4))
    if s.pal.night:
        s.light = Light(x, y, mix(LAMP, s.pal.light, 0.3), 1.0, False)


def _furnish(s: Stage, plate: Plate, depth: float = 0.35) -> None:
    edge_light(s, plate, 0.35, 0.005)
    s.add(plate, depth, haze=0)


def room(s: Stage) -> None:
    """A living room: window with curtains, armchair, lamp, shelf, pictures, rug."""
    colours: tuple[Colour, ...] = ((196, 150, 118), (150, 168, 150), (178, 150, 170), (206, 184, 140), (140, 156, 180))
    wall(s, colours[int(s.rng.integers(len(colours)))], panel=bool(s.rng.random() < 0.5))
    _standard_window(s, curtain=(186, 96, 80))
    p, y = s.plate(), s.sky_y
    put(s, p, "shelf", s.x(0.5 - s.lit * 0.38), y + s.unit * 0.01, 1.05)
    paint(p, drawings("props")["painting"], s.x(0.5 - s.lit * 0.12), s.y(0.42), s.unit * 0.14, s.pal)
    put(s, p, "sofa", s.x(0.5 - s.lit * 0.04), y + s.unit * 0.05, main=(116, 128, 118))
    put(s, p, "floor_lamp", s.x(0.5 - s.lit * 0.215), y + s.unit * 0.04)
    put(s, p, "plant", s.x(0.5 + s.lit * 0.46), y + s.unit * 0.04, 1.1)
    _furnish(s, p)
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
    _standard_window(s, 0.16, width=0.3, top=0.12, low=0.4)
    p, y = s.plate(), s.sky_y
    put(s, p, "counter", s.x(0.5 + s.lit * 0.2), y + s.unit * 0.03, 1.05, main=(150, 110, 80))
    put(s, p, "counter", s.x(0.5 + s.lit * 0.2) + s.lit * 0.72 * s.unit, y + s.unit * 0.03, 1.05)
    put(s, p, "stove", s.x(0.5 - s.lit * 0.24), y + s.unit * 0.03, 1.1)
    put(s, p, "pans", s.x(0.5 - s.lit * 0.26), s.y(0.3), 0.95)
    put(s, p, "wall_shelf", s.x(0.5 + s.lit * 0.44), s.y(0.32), 0.8)
    paint(p, drawings("props")["kettle"], s.x(0.5 + s.lit * 0.06), y + s.unit * 0.03 - 0.225 * s.unit, s.unit * 0.05, s.pal)
    paint(p, drawings("props")["bucket"], s.x(0.5 + s.lit * 0.36), y + s.unit * 0.03 - 0.225 * s.unit, s.unit * 0.055, s.pal)
    _furnish(s, p)
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


def office(s: Stage) -> None:
    """A wide window over the city, blinds, desk, monitor, cabinets."""
    wall(s, (150, 160, 168), floor=(112, 108, 112), panel=False)
    _standard_window(s, 0.08, width=0.62, top=0.12, low=0.5, bars=(3, 1), view=_city_view)
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
    _furnish(s, p)
    lamp_light(s, s.x(0.5 + s.lit * 0.02), y - s.unit * 0.22, 0.4, 0.5)


def library(s: Stage) -> None:
    """Walls of books, a ladder, a tall window, a green lamp."""
    wall(s, (120, 82, 58), floor=(122, 82, 58), panel=True)
    _standard_window(s, 0.1, width=0.2, top=0.14, low=0.5, arch=True, bars=(2, 4))
    p, y = s.plate(s.pal.near), s.sky_y
    for x0, x1 in ((-0.12, 0.5 + s.lit * 0.1 - 0.09), (0.5 + s.lit * 0.1 + 0.09, 1.12)):
        _bookcase(
            s,
            p,
            s.x(x0) if x0 < 0 else s.x(0.5 + s.lit * 0.1) + s.unit * 0.14,
            s.x(x1) if x1 > 1 else s.x(0.5 + s.lit * 0.1) - s.unit * 0.14,
            s.y(-0.1),
            y + s.unit * 0.012,
        )
    paint(p, drawings("props")["ladder"], s.x(0.5 - s.lit * 0.26), y + s.unit * 0.05, s.unit * 0.6, s.pal, turn=s.lit * 0.1)
    _furnish(s, p, 0.2)
    desk = s.plate()
    put(s, desk, "dining_table", s.x(0.5 - s.lit * 0.1), y + s.unit * 0.14, 1.0)
    paint(desk, drawings("props")["lamp"], s.x(0.5 - s.lit * 0.16), y + s.unit * 0.14 - 0.187 * s.unit, s.unit * 0.1, s.pal)
    paint(desk, drawings("props")["book"], s.x(0.5 + s.lit * 0.02), y + s.unit * 0.14 - 0.187 * s.unit, s.unit * 0.05, s.pal)
    _furnish(s, desk, 0.5)
    lamp_light(s, s.x(0.5 - s.lit * 0.16), y - s.unit * 0.12, 0.46, 0.6, 0.52)


def _bookcase(s: Stage, p: Plate, x0: float, x1: float, y0: float, y1: float) -> None:
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


def classroom(s: Stage) -> None:
    """Blackboard, rows of desks, a globe, tall windows."""
    wall(s, (190, 196, 160), floor=(164, 124, 84), panel=True)
    _standard_window(s, 0.4, width=0.24, top=0.1, low=0.5, bars=(2, 3))
    p, y = s.plate(), s.sky_y
    put(s, p, "blackboard", s.x(0.5 - s.lit * 0.08), s.y(0.5), 1.15)
    paint(p, drawings("props")["clock"], s.x(0.5 - s.lit * 0.42), s.y(0.24), s.unit * 0.09, s.pal)
    put(s, p, "office_desk", s.x(0.5 - s.lit * 0.34), y + s.unit * 0.03, 0.9)
    put(s, p, "globe", s.x(0.5 - s.lit * 0.36), y + s.unit * 0.03 - 0.16 * s.unit, 0.9)
    _furnish(s, p, 0.2)
    for row, (dy, size, depth) in enumerate(((0.1, 0.95, 0.45), (0.24, 1.3, 0.75))):
        desks = s.plate()
        for i in range(-3, 4):
            put(s, desks, "school_desk", s.x(0.5) + (i + 0.5 * (row % 2)) * s.unit * 0.34 * size, y + dy * s.unit, size)
        edge_light(s, desks, 0.4, 0.004)
        s.add(desks, depth, haze=0)


def hospital(s: Stage) -> None:
    """A pale ward: bed, drip, monitor, a curtain, a window with blinds."""
    wall(s, (200, 214, 208), floor=(176, 190, 186), tiles=True)
    _standard_window(s, 0.22, width=0.34, top=0.14, low=0.44, bars=(2, 1))
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
    _furnish(s, p)
    lamp_light(s, s.x(0.5 - s.lit * 0.1), s.y(0.1), 0.5, 0.4)


def theatre(s: Stage) -> None:
    """A stage with red curtains and a spotlight, seen over the heads of the stalls."""
    wall(s, (70, 44, 52), floor=(120, 84, 60))
    y, red = s.sky_y, mix(s.dim((176, 46, 50)), s.pal.near, 0.1)
    p = s.plate(red)
    for side in (-1, 1):
        for i in range(8):
            x = s.x(0.5) + side * s.unit * (0.95 - i * 0.075)
            w = s.unit * 0.085
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
    _furnish(s, p, 0.3)
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
    outside = _outside(s, None)
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
    base = mix(s.dim((140, 100, 70)), s.pal.far, 0.25)
    s.add(outside, 0.02, haze=0, soft=False)
    s.add(land_plate, 0.05, Life(drift=(s.unit * 0.42 * -s.lit, 0)), haze=0, soft=False)
    walls.box(-2, -2, s.w + 2, y0, base)
    walls.box(-2, y1, s.w + 2, s.h + 2, mix(base, s.pal.near, 0.25))
    for i in range(-3, 4):
        x = s.x(0.5) + (i + 0.5) * s.unit * 0.6
        walls.box(x - s.unit * 0.045, y0 - 1, x + s.unit * 0.045, y1 + 1, base)
        for e in (-1, 1):
            walls.box(x + e * s.unit * 0.045 - 2, y0, x + e * s.unit * 0.045 + 2, y1, mix(base, s.pal.ink, 0.4))
    walls.box(-2, y0 - s.unit * 0.012, s.w + 2, y0 + s.unit * 0.006, s.dim((206, 166, 96)))
    walls.box(-2, y1 - s.unit * 0.006, s.w + 2, y1 + s.unit * 0.016, s.dim((206, 166, 96)))
    rack = s.y(0.08)
    walls.stroke([(0, rack), (s.w, rack)], s.unit * 0.01, s.dim((206, 166, 96)))
    paint(walls, drawings("props")["suitcase"], s.x(0.3), rack, s.unit * 0.1, s.pal)
    paint(walls, drawings("props")["suitcase"], s.x(0.62), rack, s.unit * 0.085, s.pal)
    _floor(s, walls, -s.unit, s.w + s.unit, s.y(0.82), (96, 78, 70), False)
    s.add(walls, 0.2, Life(sway=(s.unit * 0.0008, s.unit * 0.0018), period_s=0.9), haze=0)
    seats = s.plate()
    for i, x in enumerate((0.5 - 0.34, 0.5 + 0.34)):
        put(s, seats, "train_seat", s.x(0.5) + (x - 0.5) * s.unit * 1.75, s.y(0.88), 1.35, main=(70, 96, 92), flip=i == 1)
    _furnish(s, seats, 0.5)
    if not s.pal.night:
        s.light = Light(s.x(0.5 + s.lit * 0.2), s.y(0.34), s.light.colour, max(0.6, s.light.strength), False)
    lamp_light(s, s.x(0.5), s.y(0.1), 0.5, 0.4)


def shop(s: Stage) -> None:
    """Shelves of goods, a counter with a till and scales, a hanging lamp, the shop window."""
    wall(s, (186, 150, 104), floor=(150, 112, 80), checks=True)
    _standard_window(s, 0.34, width=0.36, top=0.16, low=0.56, bars=(3, 1), view=_city_view)
    p, y = s.plate(), s.sky_y
    for r in range(3):
        yy = s.y(0.2) + r * s.unit * 0.145
        x0, x1 = s.x(0.5 - s.lit * 0.62), s.x(0.5 + s.lit * 0.1)
        p.box(min(x0, x1), yy, max(x0, x1), yy + s.unit * 0.012, s.dim((120, 80, 52)))
        for i in range(6):
            put(s, p, "goods" if (i + r) % 3 else "bottles", x0 + (x1 - x0) * (i + 0.5) / 6, yy, 0.8 if (i + r) % 3 else 1.05)
    put(s, p, "counter", s.x(0.5 - s.lit * 0.18), y + s.unit * 0.1, 1.2)
    paint(p, drawings("props")["radio"], s.x(0.5 - s.lit * 0.3), y + s.unit * 0.1 - s.unit * 0.257, s.unit * 0.07, s.pal)
    _furnish(s, p)
    _pendants(s, (0.5 - s.lit * 0.16,), s.y(0.13))


def _pendants(s: Stage, shares: tuple[float, ...], y: float) -> None:
    lamps = s.plate()
    for share in shares:
        put(s, lamps, "pendant", s.x(share), y, 1.0)
    s.add(lamps, 0.6, Life(sway=(s.unit * 0.003, 0), period_s=4.6), haze=0)
    for share in shares:
        lamp_light(s, s.x(share), y - s.unit * 0.01, 0.42, 0.5)


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
    _furnish(s, p, 0.2)
    counter = s.plate()
    top = y - s.unit * 0.05
    wood = s.dim((124, 74, 48))
    counter.box(0, top, s.w, s.y(0.88), mix(wood, s.pal.ink, 0.3))
    counter.box(0, top - s.unit * 0.016, s.w, top + s.unit * 0.016, mix(wood, s.pal.light, 0.22))
    for x in np.arange(s.x(0.5) - s.unit * 1.4, s.w, s.unit * 0.28):
        counter.box(x, top + s.unit * 0.06, x + s.unit * 0.22, s.y(0.84), mix(wood, s.pal.ink, 0.5), 0.8)
    counter.box(0, s.y(0.845), s.w, s.y(0.858), s.dim((206, 166, 96)))
    _furnish(s, counter, 0.4)
    stools = s.plate()
    for share in (0.1, 0.9, -0.14, 1.14):
        put(s, stools, "stool", s.x(share), s.y(0.97), 1.25)
    _furnish(s, stools, 0.7)
    _pendants(s, (0.24, 0.76), s.y(0.15))
    s.light = Light(s.x(0.5 + s.lit * 0.26), s.y(0.14), warm, 0.95, False)


def workshop(s: Stage) -> None:
    """Bench, tools on the wall, wheels and a machine, one bulb."""
    wall(s, (140, 116, 92), wood=True, floor=(120, 100, 84))
    _standard_window(s, 0.34, width=0.28, top=0.16, low=0.42, bars=(3, 2))
    p, y = s.plate(), s.sky_y
    put(s, p, "tools", s.x(0.5 - s.lit * 0.1), s.y(0.42), 1.0)
    put(s, p, "workbench", s.x(0.5 - s.lit * 0.08), y + s.unit * 0.05, 1.15)
    paint(p, drawings("props")["wheel"], s.x(0.5 - s.lit * 0.42), s.y(0.46), s.unit * 0.2, s.pal)
    paint(p, drawings("props")["machine"], s.x(0.5 + s.lit * 0.38), y + s.unit * 0.05, s.unit * 0.26, s.pal)
    paint(p, drawings("props")["clock"], s.x(0.5 + s.lit * 0.13), s.y(0.28), s.unit * 0.08, s.pal)
    _furnish(s, p)
    _pendants(s, (0.5 - s.lit * 0.08,), s.y(0.14))


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
    _furnish(s, columns, 0.5)
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
    _furnish(s, p, 0.3)
    halo(s, s.x(0.5), y - s.unit * 0.26, 0.3, 0.32, 0.5, LAMP, 0.12)
    if s.pal.night:
        s.light = Light(s.x(0.5 + s.lit * 0.1), y - s.unit * 0.26, mix(LAMP, s.pal.light, 0.3), 0.9, False)
    for dy, size, depth in ((0.1, 0.9, 0.45), (0.24, 1.25, 0.8)):
        pews = s.plate()
        for e in (-1, 1):
            put(s, pews, "pew", s.x(0.5) + e * s.unit * 0.56 * size, y + dy * s.unit, size)
        edge_light(s, pews, 0.35, 0.004)
        s.add(pews, depth, haze=0)


def attic(s: Stage) -> None:
    """Under the roof: beams, a round window, trunks, a tailor's dummy, dust in the light."""
    wall(s, (136, 104, 78), wood=True, floor=(128, 96, 70))
    y = s.sky_y
    x, r = s.x(0.5 + s.lit * 0.1), s.unit * 0.13
    _standard_window(s, 0.1, width=0.24, top=0.2, low=0.46, bars=(2, 2), arch=True)
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
    _furnish(s, p)
    lamp_light(s, s.x(0.5), s.y(0.2), 0.5, 0.5)


def cabin(s: Stage) -> None:
    """Log walls, a fire burning, a window to the trees, a table."""
    wall(s, (134, 92, 60), wood=True, floor=(120, 84, 58))
    _standard_window(s, 0.3, width=0.26, top=0.2, low=0.46, curtain=(160, 70, 60))
    p, y = s.plate(), s.sky_y
    fx = s.x(0.5 - s.lit * 0.26)
    put(s, p, "fireplace", fx, y + s.unit * 0.03, 1.15)
    paint(p, drawings("props")["clock"], fx, y - s.unit * 0.32, s.unit * 0.08, s.pal)
    put(s, p, "armchair", s.x(0.5 + s.lit * 0.08), y + s.unit * 0.08, 1.05, main=(134, 70, 58))
    put(s, p, "round_table", s.x(0.5 + s.lit * 0.42), y + s.unit * 0.1, 1.1)
    paint(p, drawings("props")["lantern"], s.x(0.5 + s.lit * 0.42), y + s.unit * 0.1 - 0.19 * s.unit, s.unit * 0.1, s.pal)
    _furnish(s, p)
    halo(s, fx, y - s.unit * 0.04, 0.42, 0.5, 0.6, (255, 160, 84), 0.22)
    halo(s, fx, y - s.unit * 0.02, 0.13, 0.51, 0.8, (255, 214, 130), 0.3)
    if s.pal.night or s.pal.lamps:
        s.light = Light(fx, y - s.unit * 0.05, mix((255, 170, 96), s.pal.light, 0.25), 1.0, False)


def lamp_room(s: Stage) -> None:
    """The top of a lighthouse: the great lens, panes all round, the sea and the sky."""
    s.horizon = 0.64
    outside = _outside(s, _sea_view)
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
