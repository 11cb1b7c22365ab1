"""Space: stars, a planet with its light side, a nebula, and a moonscape to stand on."""

from __future__ import annotations

import cv2
import numpy as np

from core.storyboard.look.backdrops.land import edge_light, fill_under, ridge_line
from core.storyboard.look.backdrops.sky import stars
from core.storyboard.look.canvas import Colour, Plate, bloom, circle, cloud_noise, mix, scaled
from core.storyboard.look.stage import Life, Stage


def deep_space(s: Stage) -> None:
    """Black sky with a nebula and stars as two layers, of which the stars shimmer."""
    black = mix(scaled(s.pal.top, 0.2), (6, 6, 14), 0.55)
    rgb = np.empty((s.h, s.w, 3), np.float32)
    rgb[:] = np.array(black, np.float32)
    for colour, shift in ((s.pal.low, 0.0), (s.pal.light, 0.4), (s.pal.far, 0.2)):
        noise = cloud_noise(s.rng, s.h, s.w, ((3, 3), (6, 8), (14, 18), (36, 48), (80, 110)))
        lane = bloom(s.h, s.w, s.light.x - s.lit * s.unit * (0.2 + shift), s.y(0.4), s.unit * 0.8)
        rgb = rgb + (np.array(colour, np.float32) - rgb) * (np.clip(noise - 0.46, 0, 1) * 1.15 * lane)[..., None]
    sky = Plate.of(rgb.clip(0, 255).astype(np.uint8), np.full((s.h, s.w), 255, np.uint8))
    stars(s, sky, 260, s.h)
    s.add(sky.textured(1.4, 2), 0.0, haze=0, soft=False)
    shimmer = Plate(s.w, s.h, (255, 255, 255))
    stars(s, shimmer, 60, s.h)
    s.add(shimmer, 0.03, Life(pulse=0.8, period_s=2.8), haze=0, soft=False)


def planet(s: Stage, x: float, y: float, r: float, colour: Colour, depth: float, *, ring: bool = False) -> None:
    """A world: bands, a terminator, a thin air that glows on the lit side."""
    plate = Plate(s.w, s.h, s.pal.light)
    mask = plate.mask(circle(x, y, r, n=140))
    noise = cv2.resize(cloud_noise(s.rng, s.h // 2, s.w // 2, ((10, 2), (22, 5), (50, 14), (90, 40))), (s.w, s.h), interpolation=cv2.INTER_LINEAR)
    air = 0.07
    reach = r * (1 + air) + 2
    across, down = np.arange(*np.clip((x - reach, x + reach), 0, s.w).astype(int)), np.arange(*np.clip((y - reach, y + reach), 0, s.h).astype(int))
    here = np.ix_(down, across)
    dx, dy = ((across - x) / r).astype(np.float32)[None, :], ((down - y) / r).astype(np.float32)[:, None]
    away = np.hypot(dx, dy)
    day = np.clip(0.55 + 0.75 * (dx * s.lit * 0.8 - dy * 0.6), 0, 1) ** 1.2
    dark, lit = np.array(scaled(colour, 0.1), np.float32), np.array(mix(colour, s.pal.light, 0.2), np.float32)
    paint = dark + (lit - dark) * (day * (0.68 + 0.5 * noise[here]))[..., None]
    rim = np.clip((away - 0.9) / 0.1, 0, 1) * day
    paint = paint + (np.array(s.pal.light, np.float32) - paint) * (rim * 0.7)[..., None]
    haze = np.where(away > 1, np.clip(1 - (away - 1) / air, 0, 1) * day * 0.55, 0)
    plate.rgb[here] = np.where((mask[here] > 0)[..., None], paint, plate.rgb[here]).clip(0, 255).astype(np.uint8)
    plate.alpha[here] = np.maximum(mask[here], (haze * 255).astype(np.uint8))
    if ring:
        for k, opacity in ((1.75, 0.5), (1.55, 0.7), (1.38, 0.4)):
            t = np.linspace(0, np.pi, 60)
            arc = np.stack([x + np.cos(t) * r * k, y + np.sin(t) * r * k * 0.2 - np.cos(t) * r * 0.3], 1)
            plate.stroke(arc, r * 0.06, mix(colour, s.pal.light, 0.5), opacity)
            back = np.stack([x + np.cos(-t) * r * k, y + np.sin(-t) * r * k * 0.2 - np.cos(-t) * r * 0.3], 1)
            behind = Plate(s.w, s.h, colour)
            behind.stroke(back, r * 0.06, mix(colour, s.pal.light, 0.3), opacity * 0.7)
            behind.alpha = cv2.subtract(behind.alpha, mask)
            plate.over(behind)
    s.add(plate, depth, haze=0)


def space(s: Stage) -> None:
    """Outside any air: a great planet, a small moon, and dusty ground under the feet."""
    s.horizon = 0.74
    deep_space(s)
    planet(s, s.x(0.5 - s.lit * 0.16), s.y(0.44), s.unit * 0.27, mix(s.pal.far, (96, 140, 190), 0.45), 0.08, ring=bool(s.rng.random() < 0.5))
    planet(s, s.x(0.5 + s.lit * 0.3), s.y(0.2), s.unit * 0.05, mix(s.pal.low, (200, 190, 180), 0.5), 0.14)
    rock = mix(s.pal.plane(0.7), (132, 128, 134), 0.4)
    for y, height, depth in ((0.72, 0.1, 0.4), (0.8, 0.05, 0.65), (0.88, 0.03, 0.85)):
        line = ridge_line(s, s.y(y) + s.unit * 0.02, height, 6, 0.5, 2)
        plate = s.plate(rock)
        shade = mix(rock, s.pal.ink, depth * 0.6)
        fill_under(plate, line, mix(shade, s.pal.light, 0.2), mix(shade, (8, 8, 14), 0.6), 0.26)
        for _ in range(10):
            x, r = s.rng.uniform(0, s.w), s.unit * s.rng.uniform(0.02, 0.07) * depth
            yy = float(line[int(min(s.w - 1, x))]) + r * 1.4
            plate.oval(x, yy, r, r * 0.26, mix(shade, s.pal.ink, 0.5), 0.7)
            plate.stroke([(x - r, yy + 1), (x, yy + r * 0.26), (x + r, yy + 1)], [0.4, r * 0.08, 0.4], mix(shade, s.pal.light, 0.5), 0.6)
        edge_light(s, plate, 0.8, 0.005)
        s.add(plate, depth, haze=0)
