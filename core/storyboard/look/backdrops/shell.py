"""The shell of a room: walls, floor, windows with their view and light, lamps, and how furniture is put into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from core.storyboard.look.backdrops.land import edge_light, ridge_line
from core.storyboard.look.backdrops.sky import halo, paint_sky
from core.storyboard.look.backdrops.town import skyline
from core.storyboard.look.canvas import Colour, Plate, bloom, cloud_noise, mix, smooth
from core.storyboard.look.palette import LAMP
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.stage import Life, Light, Stage

METRE = 0.235
"""Units a metre takes at the back wall."""
EYE = 0.42
"""How high over the foot of the back wall the lines of a room meet, in units."""
View = Callable[[Stage], None]


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
    plate.box(-2, -2, s.w + 2, s.h + 2, mix(base, s.pal.ink, 0.12))
    plate.box(left, top, right, y, base)
    noise = cv2.resize(cloud_noise(s.rng, s.h // 4, s.w // 4, ((3, 3), (7, 9), (16, 22))), (s.w, s.h))
    plate.tint(np.clip(noise - 0.5, 0, 1), s.pal.light, 0.16)
    bands: list[Band] = []
    if wood:
        for yy in np.arange(top, y, s.unit * 0.062):
            bands.append((yy, yy + s.unit * 0.005, mix(base, s.pal.ink, 0.5), 1.0))
            bands.append((yy + s.unit * 0.006, yy + s.unit * 0.016, mix(base, s.pal.light, 0.16), 0.6))
    if tiles:
        for yy in np.arange(y, y - s.unit * 0.36, -s.unit * 0.045):
            bands.append((yy - s.unit * 0.004, yy, mix(base, s.pal.light, 0.3), 0.6))
        for xx in np.arange(left, right, s.unit * 0.045):
            plate.box(xx, y - s.unit * 0.36, xx + s.unit * 0.003, y, mix(base, s.pal.light, 0.3), 0.6)
    if panel:
        dado = y - s.unit * 0.2
        bands.append((dado, y, mix(base, s.pal.near, 0.28), 1.0))
        bands.append((dado, dado + s.unit * 0.009, mix(base, s.pal.light, 0.3), 1.0))
    bands.append((y - s.unit * 0.022, y, mix(base, s.pal.near, 0.55), 1.0))
    bands.append((y - s.unit * 0.024, y - s.unit * 0.019, mix(base, s.pal.light, 0.25), 1.0))
    for y0, y1, paint_, opacity in bands:
        plate.box(left, y0, right, y1, paint_, opacity)
    if panel:
        for xx in np.arange(left + s.unit * 0.04, right - s.unit * 0.1, s.unit * 0.17):
            plate.box(xx, dado + s.unit * 0.03, xx + s.unit * 0.13, y - s.unit * 0.04, mix(base, s.pal.near, 0.4), 0.7)
    lay_floor(s, plate, left, right, y, floor, checks)
    _side_walls(s, plate, base, (left, right), (top, y), bands)
    corner = np.clip(1.25 - bloom(s.h, s.w, s.w / 2, s.y(0.55), s.unit * 1.05) * 1.5, 0, 1)
    plate.tint(np.asarray(corner, np.float32), s.pal.ink, 0.5)
    s.add(plate.textured(1.5, 4), 0.12, haze=0, soft=False)


Band = tuple[float, float, Colour, float]
"""A level stripe of a wall: upper and lower y, colour, opacity."""


def _side_walls(s: Stage, plate: Plate, base: Colour, sides: tuple[float, float], heights: tuple[float, float], bands: Sequence[Band]) -> None:
    """The walls to the left and right, with the back wall's stripes, running to the floor's vanishing point: what a camera that moves sees is a room."""
    top, y = heights
    vx, vy = s.x(0.5), y - s.unit * EYE
    for x, end in ((sides[0], -2.0), (sides[1], s.w + 2.0)):
        nearer = (end - vx) / (x - vx)
        for y0, y1, colour, opacity in ((top, y, base, 1.0), *bands):
            out0, out1 = vy + (y0 - vy) * nearer, vy + (y1 - vy) * nearer
            plate.poly([(x, y0), (end, out0), (end, out1), (x, y1)], mix(colour, s.pal.ink, 0.22 if x == sides[0] else 0.3), opacity)
        plate.stroke([(x, top), (x, y)], s.unit * 0.004, mix(base, s.pal.ink, 0.5))
        plate.stroke([(x, top), (end, vy + (top - vy) * nearer)], s.unit * 0.003, mix(base, s.pal.ink, 0.4))
    plate.stroke([(sides[0], top), (sides[1], top)], s.unit * 0.003, mix(base, s.pal.ink, 0.4))


def lay_floor(s: Stage, plate: Plate, left: float, right: float, y: float, colour: Colour, checks: bool) -> None:
    """Boards or checks that run to a vanishing point."""
    base = mix(s.dim(colour), s.pal.near, 0.25)
    vx, vy = s.x(0.5), y - s.unit * EYE

    def across(x: float, yy: float) -> float:
        return vx + (x - vx) * (yy - vy) / (y - vy)

    plate.poly([(left, y), (right, y), (across(right, s.h), s.h), (across(left, s.h), s.h)], base)
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


def outside_view(s: Stage, view: View | None) -> Plate:
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
    (view or plain_view)(look)
    plate = look.plate()
    for layer in look.layers:
        plate.over(layer.plates[0], layer.x, layer.y)
    if not s.pal.night:
        plate.tint(np.full((s.h, s.w), 1, np.float32), s.pal.light, 0.34)
    return plate


def plain_view(s: Stage) -> None:
    """Hills under the sky, for a window."""
    paint_sky(s, clouds=0.7)
    far = s.plate()
    line = ridge_line(s, s.y(0.62), 0.14, 6, 0.55, 5)
    far.poly(np.concatenate([np.stack([np.arange(0, s.w, 3), line[::3]], 1), [(s.w, s.h), (0, s.h)]]), s.pal.plane(0.3))
    s.add(far, 0.2)


def city_view(s: Stage) -> None:
    """A skyline, for a window."""
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
    glass = outside_view(s, view)
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


def standard_window(s: Stage, share: float = 0.24, *, width: float = 0.34, top: float = 0.16, low: float = 0.52, **kind: object) -> None:
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


def furnish(s: Stage, plate: Plate, depth: float = 0.35) -> None:
    """Light the edges of furniture and leave it."""
    edge_light(s, plate, 0.35, 0.005)
    s.add(plate, depth, haze=0)


def pendants(s: Stage, shares: tuple[float, ...], y: float) -> None:
    """Lamps hanging from the ceiling."""
    lamps = s.plate()
    for share in shares:
        put(s, lamps, "pendant", s.x(share), y, 1.0)
    s.add(lamps, 0.6, Life(sway=(s.unit * 0.003, 0), period_s=4.6), haze=0)
    for share in shares:
        lamp_light(s, s.x(share), y - s.unit * 0.01, 0.42, 0.5)
