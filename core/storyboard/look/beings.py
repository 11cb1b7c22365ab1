"""Others on two legs: robots, ghosts and creatures over the same skeleton as people."""

from __future__ import annotations

import numpy as np

from core.storyboard.look.canvas import around, circle, mix, scaled, smooth
from core.storyboard.look.skeleton import Brush, Build, Skeleton, Vec, turned
from core.storyboard.look.wardrobe import Look


def paint_robot(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
    """Riveted plates, a visor with the character's colour."""
    metal = b.pal.local(mix(((138, 150, 162), (160, 138, 112), (112, 140, 146))[look.dice % 3], look.cloth, 0.2))
    dark, pale = mix(metal, b.pal.ink, 0.5), mix(metal, b.pal.light, 0.3)
    glow = mix(look.accent, (255, 255, 255), 0.45)
    for limb, thick, dim in ((s.far_arm, 0.17, 0.7), (s.far_leg, 0.22, 0.7), (s.near_leg, 0.24, 1.0)):
        b.limb(limb, [thick, thick * 0.8, thick * 1.1], scaled(metal, dim))
        for joint in limb:
            b.poly(around(joint, thick * 0.8, n=16), scaled(dark, dim))
    for leg in (s.far_leg, s.near_leg):
        a = leg[2]
        b.poly([(a[0] - 0.3, a[1] - 0.2), (a[0] + 0.5, a[1] - 0.2), (a[0] + 0.4, a[1] + 0.12), (a[0] - 0.24, a[1] + 0.12)], dark)
    T, w = build.torso, look.stout

    def at(x: float, t: float) -> tuple[float, float]:
        p = s.hip + s.axis * T * t + s.across * x * w
        return float(p[0]), float(p[1])

    b.poly([at(0.4, -0.06), at(0.62, 0.3), at(0.66, 0.94), at(0.4, 1.04), at(-0.46, 1.04), at(-0.7, 0.94), at(-0.64, 0.3), at(-0.42, -0.06)], metal)
    b.poly([at(0.06, 0.42), at(0.5, 0.42), at(0.52, 0.82), at(0.06, 0.82)], dark)
    b.poly(around(at(0.28, 0.62), 0.15, n=24), glow)
    b.poly([at(0.46, 0.14), at(-0.48, 0.14), at(-0.5, 0.2), at(0.5, 0.2)], dark)
    for x in (-0.5, -0.36, -0.22):
        b.poly(around(at(x, 0.88), 0.035, n=10), pale)
    b.hull([(s.neck, 0.13), (s.head + np.array([0, 0.06]), 0.13)], dark)

    def hd(x: float, y: float) -> tuple[float, float]:
        p = s.head + turned(np.array([x, y]), s.tilt)
        return float(p[0]), float(p[1])

    b.plate.stroke(b.px(np.array([hd(-0.2, 0.9), hd(-0.26, 1.25)])), b.u * 0.05, dark)
    b.poly(around(hd(-0.26, 1.28), 0.09, n=16), glow)
    b.curve([hd(-0.5, 0.06), hd(-0.54, 0.5), hd(-0.44, 0.9), hd(0.0, 1.0), hd(0.4, 0.88), hd(0.48, 0.5), hd(0.44, 0.06), hd(0.0, 0.0)], metal)
    b.curve([hd(0.02, 0.42), hd(0.06, 0.7), hd(0.36, 0.72), hd(0.5, 0.6), hd(0.49, 0.44), hd(0.3, 0.38)], b.pal.ink)
    b.poly(around(hd(0.32, 0.56), 0.085, 0.1, 20), glow)
    for k in range(4):
        b.plate.stroke(b.px(np.array([hd(0.16 + 0.08 * k, 0.14), hd(0.16 + 0.08 * k, 0.24)])), b.u * 0.035, dark)
    b.poly(around(hd(-0.22, 0.5), 0.13, n=18), dark)
    b.limb(s.near_arm, [0.2, 0.16, 0.21], metal)
    for joint in s.near_arm[:2]:
        b.poly(around(joint, 0.17, n=16), pale)
    hand = s.near_arm[2]
    b.poly(circle(hand[0] + 0.02, hand[1] - 0.08, 0.17, n=16), dark)
    return None, None


def paint_ghost(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
    """A drifting sheet of light, thin at its hem."""
    glow = mix(mix(b.pal.light, (235, 244, 255), 0.6), look.accent, 0.16)
    x = float(s.head[0])
    hem = 0.7
    left = [(-0.5, 0.55), (-0.62, -0.2), (-0.95, -1.3), (-1.1, -2.6), (-1.3, -3.9)]
    right = [(0.48, 0.5), (0.66, -0.25), (1.0, -1.2), (1.0, -2.6), (1.15, -3.7)]
    wave = [(0.8, -4.5), (0.4, -4.0), (0.0, -4.7), (-0.45, -4.1), (-0.9, -4.8)]
    base = s.head[1]
    outline = [(x + px, max(hem * 0.2, base + py)) for px, py in [(-0.28, 0.94), (0.02, 1.0), (0.28, 0.92), *right, *wave, *left[::-1]]]
    b.curve(outline, glow)
    shade = mix(glow, b.pal.top, 0.4)
    for px in (-0.5, 0.1, 0.55):
        b.plate.stroke(
            b.px(smooth(np.array([(x + px * 0.6, base - 0.8), (x + px, base - 2.4), (x + px * 1.3, base - 3.9)]), closed=False)),
            [b.u * 0.02, b.u * 0.12, b.u * 0.05],
            shade,
            0.35,
        )
    b.curve([(x + 0.3, base - 0.5), (x + 1.0, base - 0.55), (x + 1.35, base - 0.9), (x + 1.0, base - 1.0), (x + 0.4, base - 1.0)], mix(glow, shade, 0.3))
    ink = mix(b.pal.ink, b.pal.top, 0.3)
    b.poly(circle(x + 0.12, base + 0.5, 0.075, 0.13, 20), ink)
    b.poly(circle(x + 0.36, base + 0.5, 0.06, 0.12, 20), ink)
    b.poly(circle(x + 0.27, base + 0.2, 0.07, 0.1, 20), ink)
    b.curve([(x - 0.46, base - 0.02), (x + 0.5, base - 0.1), (x + 0.44, base - 0.3), (x - 0.5, base - 0.24)], mix(b.pal.local(look.accent), glow, 0.35))
    fade = np.clip((b.y - np.arange(b.plate.height)) / (b.u * 2.2) + 0.12, 0, 1)
    b.plate.alpha = (b.plate.alpha * (0.86 * fade**0.8)[:, None]).astype(np.uint8)
    return None, None


def paint_creature(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
    """A shaggy giant with horns and shining eyes, its chest in the character's colour."""
    fur = b.pal.local(mix(look.cloth, ((74, 84, 100), (96, 74, 66), (70, 90, 78))[look.dice % 3], 0.55))
    dark, pale = mix(fur, b.pal.ink, 0.45), mix(fur, b.pal.light, 0.2)
    w = look.stout * 1.7
    for limb, thick, dim in ((s.far_arm, 0.34, 0.72), (s.far_leg, 0.46, 0.72), (s.near_leg, 0.5, 0.95)):
        b.limb(limb, [thick, thick * 0.85, thick * 0.9], scaled(fur, dim))
    for leg in (s.far_leg, s.near_leg):
        a = leg[2]
        b.curve([(a[0] - 0.5, a[1] - 0.2), (a[0] + 0.7, a[1] - 0.2), (a[0] + 0.6, a[1] + 0.14), (a[0] - 0.3, a[1] + 0.2)], dark)
    b.hull([(s.hip, 0.62 * w), (s.hip + s.axis * build.torso * 0.55, 0.72 * w), (s.chest, 0.56 * w)], fur)
    rng = np.random.default_rng(look.dice)
    for _ in range(46):
        across, along = rng.uniform(-1, 1), rng.uniform(-0.2, 1.05)
        p = s.hip + s.axis * build.torso * along + s.across * across * 0.95
        b.poly(
            [(p[0] - 0.13, p[1] + 0.12), (p[0] + 0.13, p[1] + 0.12), (p[0] + rng.uniform(-0.1, 0.1), p[1] - 0.28)], pale if rng.random() < 0.45 else dark, 0.4
        )
    chest = s.hip + s.axis * build.torso * 0.55 + s.across * 0.42
    b.hull([(chest, 0.42), (chest - s.axis * 0.7, 0.36)], mix(b.pal.local(look.accent), fur, 0.35))
    h = s.head + np.array([0.15, 0.25])
    for side, colour in ((0.34, dark), (-0.3, b.pal.local((226, 214, 186)))):
        b.curve(
            [
                (h[0] + side - 0.16, h[1] + 0.5),
                (h[0] + side + 0.14, h[1] + 0.55),
                (h[0] + side * 1.5 + 0.1, h[1] + 1.0),
                (h[0] + side * 1.2 - 0.1, h[1] + 1.36),
                (h[0] + side * 1.3 - 0.1, h[1] + 0.95),
            ],
            colour,
        )
    b.hull([(h, 0.66), (h + np.array([0.32, -0.2]), 0.46)], fur)
    b.hull([(h + np.array([0.5, -0.3]), 0.32)], pale)
    b.poly(circle(h[0] + 0.76, h[1] - 0.16, 0.12, 0.09, 16), b.pal.ink)
    glow = mix(b.pal.light, (255, 244, 200), 0.5)
    b.poly(circle(h[0] + 0.3, h[1] + 0.16, 0.12, 0.13, 20), glow)
    b.poly(circle(h[0] + 0.34, h[1] + 0.15, 0.05, 0.08, 14), b.pal.ink)
    b.plate.stroke(
        b.px(smooth(np.array([(h[0] + 0.4, h[1] - 0.46), (h[0] + 0.62, h[1] - 0.5), (h[0] + 0.78, h[1] - 0.4)]), closed=False)), b.u * 0.03, b.pal.ink
    )
    b.limb(s.near_arm, [0.38, 0.34, 0.36], mix(fur, pale, 0.25))
    for k in (-0.16, 0.0, 0.16):
        a = s.near_arm[2]
        b.poly([(a[0] + k - 0.06, a[1] - 0.24), (a[0] + k + 0.06, a[1] - 0.24), (a[0] + k + 0.05, a[1] - 0.5)], b.pal.local((226, 214, 186)))
    return None, None
