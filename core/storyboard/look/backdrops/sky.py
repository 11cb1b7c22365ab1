"""Skies: gradient, clouds lit from the light's side, stars, and the disc of the sun or the moon. Also the mist that hangs over land."""

from __future__ import annotations

import cv2
import numpy as np

from core.storyboard.look.canvas import Bytes, Colour, Floats, Plate, bloom, circle, cloud_noise, mix, tooth
from core.storyboard.look.stage import Layer, Life, Stage

_COVER = {"clear": 0.62, "wind": 0.47, "rain": 0.36, "storm": 0.26, "snow": 0.42, "fog": 0.7}
"""How high the cloud noise must be to show: lower is more cloud."""


def paint_sky(s: Stage, *, clouds: float = 1.0) -> None:
    """The sky behind everything: two layers, of which the clouds drift."""
    pal = s.pal
    rows, columns = s.h // 4 + 1, s.w // 4 + 1
    t = np.clip(np.arange(rows, dtype=np.float32) * 4 / max(1.0, s.sky_y), 0, 1)[:, None, None]
    top, low = np.array(pal.top, np.float32), np.array(pal.low, np.float32)
    middle = top * 0.55 + low * 0.45
    rgb = np.where(t < 0.62, top + (middle - top) * (t / 0.62), middle + (low - middle) * np.clip((t - 0.62) / 0.38, 0, 1) ** 1.1)
    rgb = np.broadcast_to(rgb, (rows, columns, 3)).astype(np.float32)
    k = min(1.0, s.light.strength)
    for radius, share, colour in ((0.95, 0.5, mix(pal.low, pal.light, 0.45)), (0.4, 0.55, mix(pal.low, pal.light, 0.75)), (0.15, 0.7, pal.light)):
        glow = bloom(rows, columns, s.light.x / 4, s.light.y / 4, radius * s.unit / 4)
        rgb = rgb + (np.array(colour, np.float32) - rgb) * (glow * share * k)[..., None]
    fine = cv2.resize(np.ascontiguousarray(rgb), (columns * 4, rows * 4), interpolation=cv2.INTER_LINEAR)[: s.h, : s.w]
    fine = fine + tooth(s.h, s.w, 1)[..., None] * 1.6
    sky = Plate.of(fine.clip(0, 255).astype(np.uint8), np.full((s.h, s.w), 255, np.uint8))
    if pal.night and s.weather in ("clear", "wind", "snow"):
        stars(s, sky, 240)
    if s.light.hard and s.weather in ("clear", "wind", "snow"):
        _disc(s, sky)
    s.add(sky, 0.0, haze=0, soft=False)
    if clouds:
        s.add(_clouds(s, clouds), 0.05, Life(drift=(s.unit * (0.05 if s.weather in ("wind", "storm") else 0.014) * -s.lit, 0)), soft=False)


def stars(s: Stage, sky: Plate, n: int, low: float | None = None) -> None:
    """Strew stars over a plate, fewer towards the horizon."""
    for _ in range(n):
        x, y = s.rng.uniform(0, s.w), (low or s.sky_y) * s.rng.random() ** 1.3 * 0.95
        size = s.unit * float(s.rng.choice([0.0011, 0.0016, 0.0026], p=[0.6, 0.3, 0.1]))
        sky.oval(x, y, max(0.55, size), None, mix(s.pal.light, (255, 255, 255), 0.5), float(s.rng.uniform(0.35, 0.95)))


def _disc(s: Stage, sky: Plate) -> None:
    """The sun, or a moon with its seas."""
    r = s.unit * (0.052 if s.pal.night else 0.06)
    face = mix(s.pal.light, (255, 255, 255), 0.45)
    x, y = s.light.x, s.light.y
    sky.poly(circle(x, y, r, n=90), face)
    if s.pal.night:
        for dx, dy, size in ((-0.3, -0.2, 0.26), (0.22, 0.1, 0.2), (-0.1, 0.38, 0.16), (0.3, -0.4, 0.12), (-0.45, 0.25, 0.12)):
            sky.poly(circle(x + dx * r, y + dy * r, size * r), mix(face, s.pal.low, 0.45), 0.35)


def _clouds(s: Stage, amount: float) -> Plate:
    """Banks of cloud that tile sideways, bright where they face the light."""
    rows, columns = s.h // 2, s.w // 2
    high, wide = s.picture[1] / s.unit, s.picture[0] / s.unit * 9 / 16  # clouds lie flat in any shape of picture
    cells = [(max(2, round(r * high)), max(2, round(c * wide))) for r, c in ((5, 4), (10, 9), (22, 20), (50, 48), (110, 110))]
    noise = cloud_noise(s.rng, rows, columns, cells, tiles=True)
    y = np.linspace(0, s.h / max(1.0, s.sky_y), rows, dtype=np.float32)[:, None]
    band = np.clip(y / 0.1, 0.35, 1) * np.clip((1.08 - y) / 0.4, 0, 1)
    cover = _COVER[s.weather] + (0.1 if s.pal.night else 0)
    d = np.clip((noise * (0.8 + 0.2 * band) - cover) / 0.2, 0, 1)
    d = d * d * (3 - 2 * d) * band
    step = s.unit * 0.015
    behind = cv2.warpAffine(d, np.array([[1, 0, -s.lit * step], [0, 1, step * 0.8]], np.float64), (columns, rows), borderMode=cv2.BORDER_WRAP)
    lit = np.clip((d - behind) * 1.3 + 0.34 * (1 - y), 0, 1) * (0.55 if s.weather in ("rain", "storm") else 1)
    shade = np.array(mix(mix(s.pal.top, s.pal.low, 0.35), s.pal.far, 0.35), np.float32)
    bright = np.array(mix(s.pal.low, s.pal.light, 0.6), np.float32)
    rgb = (shade + (bright - shade) * lit[..., None]).clip(0, 255).astype(np.uint8)
    alpha = (d * (0.5 if s.pal.night else 0.66) * amount).clip(0, 1)
    return Plate.of(
        cv2.resize(rgb, (s.w, s.h), interpolation=cv2.INTER_LINEAR), cv2.resize((alpha * 255).astype(np.uint8), (s.w, s.h), interpolation=cv2.INTER_LINEAR)
    )


def mist(s: Stage, y: float, height: float, depth: float, opacity: float, colour: Colour | None = None, speed: float = 0.02) -> None:
    """A bank of mist that drifts: its middle at `y` pixels, `height` units thick."""
    rows = max(8, round(height * s.unit * 2))
    small = max(2, rows // 3)
    noise = cloud_noise(s.rng, small, s.w // 3, ((2, 3), (4, 8), (8, 18)), tiles=True)
    fade = np.clip(np.sin(np.linspace(0, np.pi, small, dtype=np.float32)), 0, 1)[:, None] ** 1.3
    alpha: Floats = np.clip((noise - 0.16) * 1.5, 0, 1) * fade * opacity
    mask: Bytes = cv2.resize((alpha * 255).astype(np.uint8), (s.w, rows), interpolation=cv2.INTER_CUBIC)
    rgb = np.empty((rows, s.w, 3), np.uint8)
    rgb[:] = np.array(colour or mix(s.pal.haze, s.pal.light, 0.25)).clip(0, 255).astype(np.uint8)
    at = round(y - rows / 2)
    cut = max(0, -at)
    end = min(rows, s.h - at)
    if end - cut < 4:
        return
    s.layers.append(Layer([Plate.of(rgb[cut:end], mask[cut:end])], 0, at + cut, depth, Life(drift=(s.unit * speed, 0), sway=(0, s.unit * 0.004), period_s=7)))


def halo(s: Stage, x: float, y: float, radius: float, depth: float, opacity: float, colour: Colour | None = None, pulse: float = 0.06) -> None:
    """A soft glow in the air around a light at (x, y) pixels, `radius` in units; it breathes a little."""
    r = max(4, round(radius * s.unit * 2))
    near = r / 4
    field = bloom(r // 2 + 1, r // 2 + 1, near, near, r / 8.4) * bloom(r // 2 + 1, r // 2 + 1, near, near, r * 0.205, 4)
    mask = cv2.resize((np.clip(field * opacity, 0, 1) * 255).astype(np.uint8), (r * 2, r * 2), interpolation=cv2.INTER_LINEAR)
    x0, y0 = round(x) - r, round(y) - r
    left, top, right, bottom = max(0, -x0), max(0, -y0), min(r * 2, s.w - x0), min(r * 2, s.h - y0)
    if right - left < 2 or bottom - top < 2:
        return
    plate = Plate(right - left, bottom - top, colour or s.light.colour)
    plate.alpha = np.ascontiguousarray(mask[top:bottom, left:right])
    s.layers.append(Layer([plate], x0 + left, y0 + top, depth, Life(pulse=pulse, period_s=2.3, phase=float(s.rng.random()))))
