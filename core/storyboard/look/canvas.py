"""Paint and canvas: colours, smooth shapes, noise, and `Plate`, a painted layer with its own alpha.

Everything drawn by the storyboard ends up on plates. Colours are RGB, 0 to 255; points are pixels, x to the right, y down.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

cv2.setNumThreads(1)  # one core per child process: see core.cpu

Colour = tuple[float, float, float]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Points = Sequence[tuple[float, float]] | NDArray[np.float64]
Rng = np.random.Generator

_SHIFT = 4
"""Sub-pixel bits of a polygon's corners."""


def hexed(text: str) -> Colour:
    """`#c8a24a` as a colour."""
    return (float(int(text[1:3], 16)), float(int(text[3:5], 16)), float(int(text[5:7], 16)))


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """A colour between two: `a` at 0, `b` at 1."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def scaled(colour: Colour, by: float) -> Colour:
    """A colour lighter or darker."""
    return (min(255.0, colour[0] * by), min(255.0, colour[1] * by), min(255.0, colour[2] * by))


def luma(colour: Colour) -> float:
    """How light a colour looks, 0 to 255."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def smooth(points: Points, *, steps: int = 8, closed: bool = True) -> NDArray[np.float64]:
    """A Catmull-Rom curve through the points."""
    p = np.asarray(points, float)
    n = len(p)
    if n < 3:
        return p
    index = np.arange(n if closed else n - 1)
    if closed:
        a, b, c, d = p[index - 1], p[index], p[(index + 1) % n], p[(index + 2) % n]
    else:
        a, b, c, d = p[np.maximum(index - 1, 0)], p[index], p[index + 1], p[np.minimum(index + 2, n - 1)]
    t = np.linspace(0, 1, steps, endpoint=False)[:, None, None]
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    out = curve.transpose(1, 0, 2).reshape(-1, 2)
    return out if closed else np.concatenate([out, p[-1:]])


def ribbon(points: Points, widths: Sequence[float]) -> NDArray[np.float64]:
    """The outline of a stroke through the points, `widths[i]` wide at point i."""
    p = np.asarray(points, float)
    w = np.interp(np.linspace(0, 1, len(p)), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    along = np.gradient(p, axis=0)
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
    across = np.stack([-along[:, 1], along[:, 0]], 1)
    return np.concatenate([p + across * w, (p - across * w)[::-1]])


def circle(x: float, y: float, rx: float, ry: float | None = None, n: int = 28) -> NDArray[np.float64]:
    """The outline of an ellipse."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    return np.stack([x + rx * np.cos(t), y + (rx if ry is None else ry) * np.sin(t)], 1)


def around(middle: Points | tuple[float, float], rx: float, ry: float | None = None, n: int = 28) -> NDArray[np.float64]:
    """The outline of an ellipse about a point."""
    x, y = np.asarray(middle, float)
    return circle(float(x), float(y), rx, ry, n)


def _fixed(points: Points) -> NDArray[np.int32]:
    return np.round(np.asarray(points, float) * (1 << _SHIFT)).astype(np.int32)


def blend(rgb: Bytes, colour: Colour, share: Bytes) -> None:
    """Mix a colour into `rgb` (h, w, 3) where `share` (h, w; 0 to 255) is strong, in place."""
    share3 = cv2.merge([share, share, share])
    table = (np.arange(256)[:, None] * np.array(colour, np.float64).clip(0, 255)[None, :] / 255 + 0.5).astype(np.uint8).reshape(256, 1, 3)
    rgb[:] = cv2.add(cv2.multiply(rgb, cv2.bitwise_not(share3), scale=1 / 255), cv2.LUT(share3, table))


class Plate:
    """A painted layer: `rgb` (h, w, 3) and `alpha` (h, w), both bytes. `base` tints the edges where nothing is painted yet."""

    def __init__(self, width: int, height: int, base: Colour = (40, 40, 44)) -> None:
        self.rgb: Bytes = np.empty((height, width, 3), np.uint8)
        cv2.rectangle(self.rgb, (0, 0), (width, height), np.array(base, np.float64).clip(0, 255).tolist(), -1)
        self.alpha: Bytes = np.zeros((height, width), np.uint8)

    @classmethod
    def of(cls, rgb: Bytes, alpha: Bytes) -> Plate:
        """A plate around pixels that exist already."""
        plate = cls.__new__(cls)
        plate.rgb, plate.alpha = np.ascontiguousarray(rgb), np.ascontiguousarray(alpha)
        return plate

    @property
    def width(self) -> int:
        """Pixels across."""
        return int(self.rgb.shape[1])

    @property
    def height(self) -> int:
        """Pixels down."""
        return int(self.rgb.shape[0])

    def poly(self, points: Points, colour: Colour, opacity: float = 1.0) -> None:
        """Fill a polygon. An `opacity` under 1 is glazed over what is there."""
        if opacity >= 0.995:
            fixed = [_fixed(points)]
            cv2.fillPoly(self.rgb, fixed, colour, cv2.LINE_AA, _SHIFT)
            cv2.fillPoly(self.alpha, fixed, 255, cv2.LINE_AA, _SHIFT)
        else:
            self._glaze_poly(points, colour, opacity)

    def _glaze_poly(self, points: Points, colour: Colour, opacity: float) -> None:
        """Glaze a polygon, working only on the part of the plate it covers."""
        p = np.asarray(points, float)
        x0, y0 = max(0, math.floor(p[:, 0].min()) - 1), max(0, math.floor(p[:, 1].min()) - 1)
        x1, y1 = min(self.width, math.ceil(p[:, 0].max()) + 2), min(self.height, math.ceil(p[:, 1].max()) + 2)
        if x1 <= x0 or y1 <= y0:
            return
        mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
        cv2.fillPoly(mask, [_fixed(p - (x0, y0))], max(1, round(255 * opacity)), cv2.LINE_AA, _SHIFT)
        part = np.s_[y0:y1, x0:x1]
        self.alpha[part] = np.maximum(self.alpha[part], mask)
        blend(self.rgb[part], colour, mask)

    def fill(self, colour: Colour) -> None:
        """Give the whole plate one colour and leave its alpha as it is."""
        cv2.rectangle(self.rgb, (0, 0), (self.width, self.height), np.array(colour, np.float64).clip(0, 255).tolist(), -1)

    def mask(self, points: Points) -> Bytes:
        """The coverage of a polygon on a plate of this size."""
        out = np.zeros(self.alpha.shape, np.uint8)
        cv2.fillPoly(out, [_fixed(points)], 255, cv2.LINE_AA, _SHIFT)
        return out

    def glaze(self, mask: Bytes, colour: Colour, opacity: float = 1.0, *, inside: bool = False) -> None:
        """Lay a colour over the plate where `mask` says; with `inside` only on what is painted already."""
        x, y, w, h = cv2.boundingRect(mask)
        if not w or not h:
            return
        part = np.s_[y : y + h, x : x + w]
        k = mask[part] if opacity >= 0.999 else cv2.convertScaleAbs(mask[part], alpha=opacity)
        if inside:
            k = cv2.multiply(k, self.alpha[part], scale=1 / 255)
        else:
            self.alpha[part] = np.maximum(self.alpha[part], k)
        blend(self.rgb[part], colour, k)

    def oval(self, x: float, y: float, rx: float, ry: float | None = None, colour: Colour = (0, 0, 0), opacity: float = 1.0) -> None:
        """Fill an ellipse around a point."""
        self.poly(circle(x, y, rx, ry, 16 if rx < 6 else 40), colour, opacity)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, opacity: float = 1.0) -> None:
        """Fill a rectangle."""
        self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour, opacity)

    def stroke(self, points: Points, width: float | Sequence[float], colour: Colour, opacity: float = 1.0) -> None:
        """Draw a line through the points, its width constant or tapering."""
        self.poly(ribbon(points, [width, width] if isinstance(width, int | float) else width), colour, opacity)

    def grade(self, top: Colour, bottom: Colour, share: float, y0: float = 0.0, y1: float | None = None) -> None:
        """Mix a vertical gradient from y0 to y1 into everything painted."""
        t = np.clip((np.arange(self.height, dtype=np.float32) - y0) / max(1.0, (y1 or self.height) - y0), 0, 1)[:, None]
        column = (np.array(top, np.float32) * (1 - t) + np.array(bottom, np.float32) * t).clip(0, 255).astype(np.uint8)[:, None, :]
        wash = cv2.resize(column, (self.width, self.height), interpolation=cv2.INTER_NEAREST)
        self.rgb = np.asarray(cv2.addWeighted(self.rgb, 1 - share, wash, share, 0), np.uint8)

    def tint(self, field: Floats, colour: Colour, share: float) -> None:
        """Mix a colour in where `field` (h, w; 0 to 1) is strong: the glow of a light, a haze."""
        blend(self.rgb, colour, cv2.convertScaleAbs(field, alpha=255 * share))

    def over(self, other: Plate, x: int = 0, y: int = 0, opacity: float = 1.0) -> None:
        """Lay another plate over this one with its corner at (x, y); what sticks out is cut off."""
        left, top, w, h = cv2.boundingRect(other.alpha)
        x0, y0, x1, y1 = max(0, x + left), max(0, y + top), min(self.width, x + left + w), min(self.height, y + top + h)
        if x1 <= x0 or y1 <= y0:
            return
        part, source = np.s_[y0:y1, x0:x1], np.s_[y0 - y : y1 - y, x0 - x : x1 - x]
        if self.alpha[part].min() == 255:
            share = cv2.merge([cv2.convertScaleAbs(other.alpha[source], alpha=opacity)] * 3)
            below, above = (cv2.multiply(a, b, scale=1 / 255) for a, b in ((self.rgb[part], cv2.bitwise_not(share)), (other.rgb[source], share)))
            self.rgb[part] = cv2.add(below, above)
            return
        k = other.alpha[source].astype(np.float32) * (opacity / 255)
        below = self.alpha[part].astype(np.float32) / 255
        total = k + below * (1 - k)
        share = (k / np.maximum(total, 1e-4))[..., None]
        rgb = self.rgb[part].astype(np.float32)
        rgb += (other.rgb[source].astype(np.float32) - rgb) * share
        self.rgb[part] = rgb.clip(0, 255).astype(np.uint8)
        self.alpha[part] = (total * 255 + 0.5).astype(np.uint8)

    def blurred(self, radius: float) -> Plate:
        """The plate out of focus. Colours do not bleed in from where nothing is painted."""
        if radius < 0.4:
            return self
        small = 0.25 if radius > 7 else 0.5 if radius > 1.6 else 1.0
        size, back = (max(2, round(self.width * small)), max(2, round(self.height * small))), (self.width, self.height)
        sigma = radius * small
        solid = bool(self.alpha.min() == 255)
        paint = self.rgb if solid else cv2.multiply(self.rgb, cv2.merge([self.alpha] * 3), scale=1 / 255)
        paint = cv2.GaussianBlur(cv2.resize(paint, size, interpolation=cv2.INTER_AREA), (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
        if solid:
            return Plate.of(cv2.resize(paint, back, interpolation=cv2.INTER_LINEAR), self.alpha)
        plain = cv2.resize(self.rgb, size, interpolation=cv2.INTER_AREA)
        cover = cv2.resize(self.alpha, size, interpolation=cv2.INTER_AREA)
        soft = cv2.GaussianBlur(cover.astype(np.float32), (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
        rgb = (paint.astype(np.float32) * (255 / np.maximum(soft, 1.0))[..., None]).clip(0, 255).astype(np.uint8)
        thin = soft < 6
        rgb[thin] = cv2.GaussianBlur(plain, (0, 0), max(1.0, sigma))[thin]
        return Plate.of(
            cv2.resize(rgb, back, interpolation=cv2.INTER_LINEAR), cv2.resize(soft.clip(0, 255).astype(np.uint8), back, interpolation=cv2.INTER_LINEAR)
        )

    def cropped(self, pad: int = 2) -> tuple[Plate, int, int]:
        """Only what is painted, and where its corner was. An empty plate gives one pixel."""
        x, y, w, h = cv2.boundingRect(self.alpha)
        x0, y0, x1, y1 = max(0, x - pad), max(0, y - pad), min(self.width, x + w + pad), min(self.height, y + h + pad)
        x1, y1 = max(x1, x0 + 1), max(y1, y0 + 1)
        return Plate.of(np.ascontiguousarray(self.rgb[y0:y1, x0:x1]), np.ascontiguousarray(self.alpha[y0:y1, x0:x1])), x0, y0

    def textured(self, strength: float, seed: int) -> Plate:
        """The plate with the tooth of gouache on paper: fine grain and soft blotches, `strength` levels strong."""
        up, down = _tooth_bytes(seed % 3, round(strength * 10))
        again = (self.height // 512 + 1, self.width // 512 + 1)
        more, less = (cv2.cvtColor(np.tile(tile, again)[: self.height, : self.width], cv2.COLOR_GRAY2RGB) for tile in (up, down))
        return Plate.of(np.asarray(cv2.subtract(cv2.add(self.rgb, more), less), np.uint8), self.alpha)


def line_noise(rng: Rng, n: int, octaves: int = 5, rough: float = 0.5, first: int = 2) -> NDArray[np.float64]:
    """A rolling line of n values from 0 to 1: a ridge, a coast, a cloud's edge."""
    out = np.zeros(n)
    strength = 1.0
    for octave in range(octaves):
        knots = first * 2**octave + 1
        values = rng.standard_normal(knots)
        at = np.linspace(0, knots - 1.0001, n)
        i = at.astype(int)
        f = at - i
        f = f * f * (3 - 2 * f)
        out += strength * (values[i] * (1 - f) + values[np.minimum(i + 1, knots - 1)] * f)
        strength *= rough
    low, high = out.min(), out.max()
    return np.asarray((out - low) / (high - low + 1e-9))


def cloud_noise(rng: Rng, height: int, width: int, cells: Sequence[tuple[int, int]] = ((3, 5), (6, 12), (12, 28), (26, 64)), *, tiles: bool = False) -> Floats:
    """A cloudy field from 0 to 1; with `tiles` its left edge goes on from its right."""
    out = np.zeros((height, width), np.float32)
    strength = 1.0
    for rows, columns in cells:
        seeds = rng.random((rows, columns)).astype(np.float32)
        if tiles:
            seeds = np.concatenate([seeds[:, -2:], seeds, seeds[:, :2]], 1)
            wide = cv2.resize(seeds, (round(width * (columns + 4) / columns), height), interpolation=cv2.INTER_CUBIC)
            start = round(width * 2 / columns)
            out += strength * wide[:, start : start + width]
        else:
            out += strength * cv2.resize(seeds, (width, height), interpolation=cv2.INTER_CUBIC)
        strength *= 0.55
    low, high = float(out.min()), float(out.max())
    return np.asarray((out - low) / (high - low + 1e-6), np.float32)


@cache
def _tooth_tile(seed: int) -> Floats:
    rng = np.random.default_rng(seed)
    fine = rng.standard_normal((512, 512)).astype(np.float32)
    fibre = cv2.GaussianBlur(rng.standard_normal((512, 512)).astype(np.float32), (0, 0), sigmaX=3.0, sigmaY=0.8, borderType=cv2.BORDER_REFLECT)
    blotch = cv2.GaussianBlur(rng.standard_normal((512, 512)).astype(np.float32), (0, 0), 14, borderType=cv2.BORDER_REFLECT)
    return np.asarray(fine * 0.5 + fibre / fibre.std() * 0.6 + blotch / blotch.std() * 0.7, np.float32)


@cache
def _tooth_bytes(seed: int, tenths: int) -> tuple[Bytes, Bytes]:
    """The tooth as bytes to add and bytes to take away."""
    tile = _tooth_tile(seed) * (tenths / 10)
    return np.round(tile.clip(0, 60)).astype(np.uint8), np.round((-tile).clip(0, 60)).astype(np.uint8)


def tooth(height: int, width: int, seed: int = 0) -> Floats:
    """The tooth of the paper, mean 0, deviation about 1."""
    tile = _tooth_tile(seed % 3)
    return np.tile(tile, (height // 512 + 1, width // 512 + 1))[:height, :width]


def bloom(height: int, width: int, x: float, y: float, radius: float, power: float = 1.0) -> Floats:
    """A soft round glow: 1 at (x, y), fading over `radius` pixels."""
    step = 4 if min(height, width) > 200 else 1
    ys, xs = np.mgrid[0:height:step, 0:width:step].astype(np.float32)
    field = np.exp(-((((xs - x) ** 2 + (ys - y) ** 2) / (radius * radius)) ** power))
    return np.asarray(cv2.resize(field, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
