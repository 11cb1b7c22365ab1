"""What falls and floats between the camera and the scene: rain, snow, dust, embers, leaves, fireflies. Textures that tile and run over the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from core.storyboard.look.canvas import Bytes, Rng
from core.writing.script import Mood, TimeOfDay, Weather


@dataclass
class Fall:
    """One tiling texture of light, as large as the picture, that runs at pixels a second and sways."""

    texture: Bytes
    """Twice as wide and high as the picture, so that any window of it tiles."""
    speed: tuple[float, float]
    sway: float = 0.0
    period_s: float = 4.0
    dark: bool = False
    """Takes light away (leaves, ash) instead of adding it."""

    def window(self, now: float, w: int, h: int) -> Bytes:
        """The texture as it lies over the picture at a moment (seconds)."""
        x = int(-self.speed[0] * now - self.sway * math.sin(2 * math.pi * now / self.period_s)) % w
        y = int(-self.speed[1] * now) % h
        return self.texture[y : y + h, x : x + w]


def _tiled(tile: Bytes) -> Bytes:
    return np.ascontiguousarray(np.tile(tile, (2, 2)))


def _wrapped(tile: Bytes, points: list[tuple[float, float]], strength: int, thick: int) -> None:
    """Draw a line on a tile so that it goes on at the other edge."""
    h, w = tile.shape
    for ox in (-w, 0, w):
        for oy in (-h, 0, h):
            p = np.array([[(x + ox) * 16, (y + oy) * 16] for x, y in points]).astype(np.int32)
            if p[:, 0].max() < 0 or p[:, 0].min() > w * 16 or p[:, 1].max() < 0 or p[:, 1].min() > h * 16:
                continue
            cv2.polylines(tile, [p], False, strength, thick, cv2.LINE_AA, 4)


def _rain(rng: Rng, w: int, h: int, n: int, length: float, slant: float, strength: float, thick: int) -> Bytes:
    tile = np.zeros((h, w), np.uint8)
    for _ in range(n):
        x, y, k = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.5, 1.3)
        _wrapped(tile, [(x, y), (x + slant * length * k, y + length * k)], int(strength * rng.uniform(0.4, 1.0)), thick)
    return _tiled(tile)


def _dots(rng: Rng, w: int, h: int, n: int, low: float, high: float, strength: float) -> Bytes:
    tile = np.zeros((h, w), np.float32)
    for _ in range(n):
        r = float(rng.uniform(low, high))
        size = max(3, int(r * 3) * 2 + 1)
        ys, xs = np.mgrid[0:size, 0:size].astype(np.float32) - size // 2
        blob = np.exp(-(xs**2 + ys**2) / (r * r)) * strength * rng.uniform(0.4, 1.0)
        rows = (np.arange(size) + int(rng.uniform(0, h))) % h
        columns = (np.arange(size) + int(rng.uniform(0, w))) % w
        tile[np.ix_(rows, columns)] = np.maximum(tile[np.ix_(rows, columns)], blob)
    return _tiled(tile.clip(0, 255).astype(np.uint8))


def falls(rng: Rng, w: int, h: int, *, weather: Weather, time: TimeOfDay, mood: Mood, indoors: bool, airless: bool, wild: bool, side: int) -> list[Fall]:
    """What floats through a picture of this size. `wild` is open country; `side` the light's side, from which the wind blows."""
    area = w * h / (854 * 480)
    unit = math.sqrt(w * h) / 640
    if airless:
        return [Fall(_dots(rng, w, h, int(18 * area), 0.7 * unit, 1.2 * unit, 60), (-3 * unit, 1.5 * unit))]
    if indoors or weather in ("clear", "fog"):
        out = [
            Fall(_dots(rng, w, h, int(44 * max(0.5, area)), 0.8 * unit, 1.6 * unit, 62), (4 * unit, -7 * unit), 12 * unit, 6.0),
            Fall(_dots(rng, w, h, int(14 * max(0.5, area)), 1.8 * unit, 3.4 * unit, 40), (-6 * unit, -4 * unit), 18 * unit, 7.0),
        ]
        if mood == "dread" and not indoors:
            out.append(Fall(_dots(rng, w, h, int(26 * area), 0.9 * unit, 1.8 * unit, 150), (10 * unit, -38 * unit), 16 * unit, 3.0))
        if wild and time in ("dusk", "night") and mood in ("wonder", "hope", "tender", "joyful"):
            out.append(Fall(_dots(rng, w, h, int(16 * area), 1.4 * unit, 2.6 * unit, 190), (7 * unit, -9 * unit), 26 * unit, 4.2))
        return out
    if weather in ("rain", "storm"):
        hard = 1.5 if weather == "storm" else 1.0
        slant = -side * (0.42 if weather == "storm" else 0.16)
        far, near = 560 * unit * hard, 900 * unit * hard
        return [
            Fall(_rain(rng, w, h, int(170 * area * hard), 15 * unit, slant, 44, 1), (slant * far, far)),
            Fall(_rain(rng, w, h, int(70 * area * hard), 30 * unit, slant, 66, max(1, round(unit))), (slant * near, near)),
        ]
    if weather == "snow":
        return [
            Fall(_dots(rng, w, h, int(150 * area), 0.9 * unit, 1.6 * unit, 130), (-side * 9 * unit, 34 * unit), 8 * unit, 3.6),
            Fall(_dots(rng, w, h, int(60 * area), 1.7 * unit, 2.6 * unit, 165), (-side * 16 * unit, 62 * unit), 14 * unit, 4.6),
            Fall(_dots(rng, w, h, int(12 * area), 3.6 * unit, 6.0 * unit, 90), (-side * 30 * unit, 110 * unit), 22 * unit, 5.2),
        ]
    leaf = np.zeros((h, w), np.uint8)
    for _ in range(int(15 * area)):
        x, y, r, a = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(2.5, 4.5) * unit, rng.uniform(0, 3)
        _wrapped(
            leaf, [(x - r * math.cos(a), y - r * math.sin(a)), (x + r * math.cos(a), y + r * math.sin(a))], int(rng.uniform(40, 90)), max(2, round(2.4 * unit))
        )
    return [
        Fall(_tiled(leaf), (-side * 190 * unit, 34 * unit), 20 * unit, 1.9, dark=True),
        Fall(_dots(rng, w, h, int(40 * area), 0.8 * unit, 1.5 * unit, 60), (-side * 120 * unit, 12 * unit), 10 * unit, 2.3),
    ]
