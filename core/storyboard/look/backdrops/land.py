"""Land, water and growing things that several outdoor backdrops share."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from core.storyboard.look.canvas import Bytes, Colour, Plate, bloom, cloud_noise, line_noise, mix, scaled, smooth
from core.storyboard.look.stage import Layer, Life, Stage


def ridge_line(s: Stage, y: float, height: float, octaves: int, rough: float, first: int = 2) -> NDArray[np.float64]:
    """Pixel heights across the stage: a rolling line `height` units high, its foot at `y` pixels."""
    return np.asarray(y - line_noise(s.rng, s.w, octaves, rough, first) * height * s.unit)


def fill_under(plate: Plate, line: NDArray[np.float64], colour: Colour, low: Colour | None = None, fade: float = 0.3) -> Bytes:
    """Fill from a line to the bottom, fading to `low` over `fade` of the plate's height. Returns the mask."""
    xs = np.arange(0, plate.width, 2)
    outline = np.concatenate([np.stack([xs, line[xs]], 1), [(plate.width, line[-1]), (plate.width, plate.height), (0, plate.height)]])
    mask = plate.mask(outline)
    top = int(np.clip(line.min() - 2, 0, plate.height - 1))
    part = np.s_[top : plate.height]
    ys = np.arange(top, plate.height, dtype=np.float32)[:, None]
    deep = cv2.convertScaleAbs(np.maximum(ys - line[None, :].astype(np.float32), 0), alpha=255 / max(1.0, fade * plate.height))
    steps = np.arange(256)[:, None] / 255
    table = (np.array(colour)[None, :] * (1 - steps) + np.array(low or colour)[None, :] * steps).clip(0, 255).astype(np.uint8).reshape(256, 1, 3)
    cv2.copyTo(cv2.LUT(cv2.merge([deep, deep, deep]), table), mask[part], plate.rgb[part])
    plate.alpha = np.maximum(plate.alpha, mask)
    return mask


def edge_light(s: Stage, plate: Plate, amount: float, width: float = 0.006) -> None:
    """Light the edges of what is painted that face the light."""
    step = max(1.0, width * s.unit)
    moved = cv2.warpAffine(
        plate.alpha, np.array([[1, 0, -s.lit * step * 0.7], [0, 1, step]], np.float64), (plate.width, plate.height), borderMode=cv2.BORDER_REPLICATE
    )
    edge = cv2.GaussianBlur(cv2.subtract(plate.alpha, moved), (0, 0), max(0.6, step * 0.35))
    near = bloom(plate.height, plate.width, s.light.x, s.light.y, s.unit * 0.9)
    plate.tint(edge.astype(np.float32) / 255 * (0.25 + 0.75 * near), s.light.colour, amount)


def land(
    s: Stage, y: float, height: float, depth: float, *, octaves: int = 5, rough: float = 0.46, first: int = 2, colour: Colour | None = None, lit: float = 0.5
) -> NDArray[np.float64]:
    """A ridge of land as a layer of its own. Returns its line."""
    line = ridge_line(s, y, height, octaves, rough, first)
    plate = s.plate(s.pal.plane(depth))
    own = snowed(s, colour or s.pal.plane(depth))
    fill_under(plate, line, own, mix(own, s.pal.haze if depth < 0.6 else s.pal.ink, 0.5 if depth < 0.6 else 0.55), 0.28)
    edge_light(s, plate, lit * (1 - 0.4 * depth))
    s.add(plate, depth)
    return line


def snowed(s: Stage, colour: Colour) -> Colour:
    """The colour of ground, under snow if it snows."""
    return mix(colour, mix(s.pal.local((236, 242, 250)), s.pal.low, 0.3), 0.6) if s.weather == "snow" else colour


def ground(
    s: Stage, y: float, depth: float, colour: Colour | None = None, *, roll: float = 0.03, tufts: bool = False, low: Colour | None = None
) -> NDArray[np.float64]:
    """The ground people stand on, from `y` pixels down, with blades of grass at its edge if wished."""
    line = ridge_line(s, y, roll, 4, 0.4)
    own = snowed(s, colour or s.pal.plane(depth))
    plate = s.plate(own)
    fill_under(plate, line, mix(own, s.pal.light, 0.1), low or mix(own, s.pal.ink, 0.7), 0.26)
    _dapple(s, plate, line)
    if tufts:
        grass(s, plate, line, own, 0.022, 2.2)
    edge_light(s, plate, 0.35, 0.004)
    s.add(plate, depth, haze=0.4)
    return line


def _dapple(s: Stage, plate: Plate, line: NDArray[np.float64]) -> None:
    """Broad strokes of light and shade, flattened as the ground lies."""
    noise = cloud_noise(s.rng, s.h // 2, s.w // 2, ((9, 3), (20, 7), (44, 16)))
    field = cv2.resize(noise, (s.w, s.h), interpolation=cv2.INTER_LINEAR)
    plate.tint(np.clip(field - 0.55, 0, 1) * 2, s.pal.light, 0.13)
    plate.tint(np.clip(0.45 - field, 0, 1) * 2, s.pal.ink, 0.22)
    pool = bloom(s.h, s.w, s.light.x, float(np.mean(line)), s.unit * 0.7)
    plate.tint(pool, s.light.colour, 0.24 * min(1.0, s.light.strength))


def grass(s: Stage, plate: Plate, line: NDArray[np.float64], colour: Colour, tall: float, dense: float = 1.0, lean: float = 0.3) -> None:
    """Blades along a line, `tall` units high."""
    for _ in range(int(s.w / s.unit * 150 * dense)):
        x = s.rng.uniform(0, s.w - 1)
        h = tall * s.unit * s.rng.uniform(0.35, 1.1)
        tip = s.rng.normal(lean * -s.lit, 0.35) * h
        y = line[int(x)] + 2
        plate.poly(
            [(x - h * 0.05 - 0.4, y), (x + tip * 0.4, y - h * 0.6), (x + tip, y - h), (x + h * 0.05 + 0.4, y)], mix(colour, s.pal.light, s.rng.uniform(0, 0.18))
        )


def conifer(plate: Plate, x: float, y: float, h: float, colour: Colour, lit: Colour, side: int, rng: np.random.Generator) -> None:
    """A fir: ragged boughs around a trunk, one side lit."""
    w = h * rng.uniform(0.17, 0.24)
    plate.poly([(x - h * 0.018, y), (x + h * 0.018, y), (x, y - h * 0.9)], scaled(colour, 0.8))
    tiers = 6
    left, right = [], []
    for i in range(tiers):
        t = i / tiers
        top, spread = y - h * (1 - t * 0.86), w * (0.14 + 0.95 * (t + 0.12))
        drop = h * 0.17
        left += [(x - spread * 0.3, top), (x - spread * rng.uniform(0.85, 1.12), top + drop)]
        right += [(x + spread * 0.3, top), (x + spread * rng.uniform(0.85, 1.12), top + drop)]
    plate.poly([(x, y - h), *right, (x, y - h * 0.07), *left[::-1]], colour)
    half = right if side > 0 else left
    plate.poly([(x, y - h), *half, (x + side * w * 0.25, y - h * 0.1)], mix(colour, lit, 0.16), 0.55)


def broadleaf(
    plate: Plate, x: float, y: float, h: float, colour: Colour, lit: Colour, side: int, rng: np.random.Generator, *, bark: Colour | None = None
) -> None:
    """A round tree: a trunk and clumps of leaves, lit from one side."""
    trunk = bark or scaled(colour, 0.62)
    plate.stroke(smooth([(x, y), (x + h * 0.015, y - h * 0.3), (x - h * 0.01, y - h * 0.6)], closed=False), [h * 0.075, h * 0.045, h * 0.02], trunk)
    clumps = [(rng.normal(0, 0.15), 0.68 + rng.normal(0, 0.1), rng.uniform(0.12, 0.19)) for _ in range(13)]
    for dx, dy, r in clumps:
        _clump(plate, x + dx * h, y - dy * h, r * h, colour, rng)
    for dx, dy, r in clumps[:7]:
        _clump(plate, x + (dx + side * 0.045) * h, y - (dy + 0.045) * h, r * h * 0.55, mix(colour, lit, 0.12), rng)


def _clump(plate: Plate, x: float, y: float, r: float, colour: Colour, rng: np.random.Generator) -> None:
    t = np.linspace(0, 2 * np.pi, 13, endpoint=False)
    rr = r * rng.uniform(0.82, 1.14, 13)
    plate.poly(smooth(np.stack([x + rr * np.cos(t) * 1.1, y + rr * np.sin(t) * 0.9], 1), steps=4), colour)


def water(s: Stage, y: float, depth: float, *, bottom: float | None = None, calm: float = 0.5, mask: Bytes | None = None, glitter: float = 1.0) -> None:
    """Water from `y` pixels down, mirroring the sky, with bands of waves that rock and the light glittering on it."""
    plate = s.plate()
    end = bottom or s.h
    ys = np.arange(s.h, dtype=np.float32)[:, None]
    t = np.clip((ys - y) / max(1.0, s.h - y), 0, 1)
    far = np.array(mix(mix(s.pal.low, s.pal.far, 0.4), s.pal.top, 0.15), np.float32)
    near = np.array(mix(mix(s.pal.near, s.pal.top, 0.45), s.pal.far, 0.2), np.float32)
    rgb = far + (near - far) * (t**0.75)[..., None]
    xs = np.arange(s.w, dtype=np.float32)[None, :]
    path = np.exp(-(((xs - s.light.x) / (s.unit * (0.05 + 0.42 * t))) ** 2)) * min(1.0, s.light.strength)
    rgb = rgb + (np.array(s.light.colour, np.float32) - rgb) * (path * (0.5 - 0.3 * t))[..., None]
    where = ((ys >= y) & (ys < end)).astype(np.uint8) * 255 * np.ones((1, s.w), np.uint8)
    if mask is not None:
        where = np.minimum(where, mask)
    plate.rgb = np.broadcast_to(rgb, (s.h, s.w, 3)).clip(0, 255).astype(np.uint8).copy()
    plate.alpha = where
    s.add(plate, depth, haze=0)
    for i in range(4):
        _waves(s, y, end, i, calm, where, depth)
    if glitter and s.light.strength > 0.2:
        alpha = (np.clip(path * 1.25 - 0.06, 0, 1) * np.minimum(1, t * 14) * glitter * (0.92 - 0.25 * t) * 255).astype(np.uint8)
        spark = Plate.of(np.full((s.h, s.w, 3), np.array(mix(s.light.colour, (255, 255, 255), 0.35)).astype(np.uint8), np.uint8), np.minimum(alpha, where))
        cut, x0, y0 = spark.cropped()
        s.layers.append(Layer([cut], x0, y0, depth, Life(glitter=True)))


def _waves(s: Stage, y: float, end: float, band: int, calm: float, where: Bytes, depth: float) -> None:
    """One of four bands of wave crests, larger towards the camera, rocking."""
    plate = s.plate(s.pal.plane(0.5))
    t0, t1 = (band / 4) ** 1.6, ((band + 1) / 4) ** 1.6
    light, shade = mix(s.pal.low, s.pal.light, 0.4), mix(s.pal.near, s.pal.top, 0.25)
    for _ in range(int((60 - band * 9) * s.w / s.h / 1.6)):
        t = s.rng.uniform(t0, t1)
        yy = y + 2 + t * (end - y)
        length = s.unit * (0.02 + 0.24 * t) * s.rng.uniform(0.6, 1.8)
        thick = s.unit * (0.0012 + 0.011 * t * calm) * s.rng.uniform(0.6, 1.4)
        x = s.rng.uniform(0, s.w)
        near = math.exp(-(((x - s.light.x) / (s.unit * (0.1 + 0.6 * t))) ** 2))
        colour = mix(shade, light, 0.15 + 0.85 * near) if s.rng.random() < 0.55 + 0.3 * near else shade
        bow = thick * s.rng.uniform(0.4, 1.6)
        curve = smooth([(x - length / 2, yy), (x - length / 5, yy - bow), (x + length / 5, yy - bow * 0.7), (x + length / 2, yy)], closed=False, steps=5)
        plate.stroke(curve, [0.2, thick, thick, 0.2], colour, 0.34)
    plate.alpha = np.minimum(plate.alpha, where)
    rock = s.unit * (0.004 + 0.012 * (t0 + t1) / 2) * (0.5 + calm)
    s.add(
        plate, depth + 0.05 * band, Life(sway=(rock * (1 if band % 2 else -1), rock * 0.28), period_s=4.2 + 0.7 * band, phase=band * 0.27), haze=0, soft=False
    )
