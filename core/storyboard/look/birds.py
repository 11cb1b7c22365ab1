"""Birds: one body with the legs, neck, beak and tail of its kind, and a penguin.

Called by `animals`, which knows which kind a character is. Lengths are such that a small bird that stands is about 1 high.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from core.storyboard.look.canvas import Colour, around, circle, mix, scaled, smooth
from core.storyboard.look.crawlers import Vec
from core.storyboard.look.poses import Pose
from core.storyboard.look.skeleton import Brush
from core.storyboard.look.wardrobe import Look, coat_of


@dataclass(frozen=True)
class Bird:
    """How a kind of bird differs: its feathers' colour, metres to the crown, length of legs and neck, of the beak (`hook`: bent down), of the tail."""

    colour: str
    metres: float = 0.34
    legs: float = 0.3
    neck: float = 0.0
    beak: float = 0.26
    hook: bool = False
    tail: float = 1.0
    words: tuple[str, ...] = ()

    @property
    def crown(self) -> float:
        """How high it stands, in its own lengths."""
        return self.legs + 0.7 + self.neck


BIRDS: dict[str, Bird] = {
    "owl": Bird("#8a7258", beak=0.12),
    "crow": Bird("#2c2c34", words=("raven", "blackbird", "rook", "jackdaw", "magpie")),
    "penguin": Bird("#33383f", 0.7, words=("auk",)),
    "duck": Bird("#8a7a5c", 0.36, legs=0.14, beak=0.24, tail=0.6, words=("duckling", "mallard")),
    "swan": Bird("#ece8de", 0.95, legs=0.16, neck=0.62, beak=0.24, tail=0.5, words=("goose", "geese", "gosling")),
    "flamingo": Bird("#e08a90", 1.25, legs=1.0, neck=0.66, beak=0.26, hook=True, tail=0.4),
    "heron": Bird("#9aa4ae", 1.0, legs=0.86, neck=0.5, beak=0.52, tail=0.5, words=("stork", "crane", "egret", "ibis")),
    "ostrich": Bird("#54484a", 2.1, legs=1.0, neck=0.8, beak=0.2, tail=0.5, words=("emu",)),
    "hen": Bird("#b4743c", 0.42, legs=0.24, neck=0.04, beak=0.16, tail=0.5, words=("chicken", "rooster", "cockerel", "cock", "turkey", "chick")),
    "parrot": Bird("#3f8f5c", 0.36, legs=0.2, beak=0.16, hook=True, tail=1.3, words=("parakeet", "macaw", "budgie", "cockatoo")),
    "eagle": Bird("#6a4c34", 0.7, beak=0.22, hook=True, words=("hawk", "falcon", "kite", "vulture", "buzzard")),
    "peacock": Bird("#2c6c8a", 0.9, legs=0.44, neck=0.26, beak=0.16, tail=2.2, words=("pheasant",)),
    "gull": Bird("#e4e4e0", 0.42, words=("seagull", "dove", "albatross", "pelican", "puffin")),
    "bird": Bird("#6c88a0"),
}
"""By name; the first whose name or word is said, else the last."""


ON_FOOT = frozenset(("duck", "swan", "flamingo", "heron", "peacock"))
"""Those that walk where small birds fly; they fly where they hurry."""
GROUNDED = frozenset(("ostrich", "hen", "penguin"))


def paint_bird(b: Brush, look: Look, pose: Pose, kind: str) -> tuple[Vec, Vec]:
    """Standing, or in the air with beating wings; returns the middle of the head and the eye."""
    if kind == "penguin":
        return _penguin(b, look, pose)
    bird = BIRDS[kind]
    feather = b.pal.local(coat_of(look, bird.colour))
    dark, pale = mix(feather, b.pal.ink, 0.42), mix(feather, b.pal.local((240, 232, 214)), 0.55)
    horn = b.pal.local((86, 80, 78) if kind in ("crow", "ostrich") else (222, 160, 70))
    flying = pose.air or (kind not in GROUNDED and (pose.name == "cheer" or pose.gait > (35 if kind in ON_FOOT else 0)))
    y = 0.95 if flying else bird.legs + 0.16
    if pose.flat:
        y = 0.26
    neck = bird.neck * (0.7 if flying else 0.4 if pose.flat else 1.0)
    head = np.array([0.3, y + 0.34 + neck]) if not flying else np.array([0.34 + neck, y + 0.18 + neck * 0.2])
    if not flying and not pose.flat:
        _legs(b, bird, pose, y, horn if kind != "flamingo" else dark)
    if flying:
        _far_wing(b, y, pose, scaled(feather, 0.72))
    _tail(b, bird, kind, y, flying, feather, dark)
    chest = np.array([0.24, y + 0.1])
    b.hull([(np.array([-0.14, y - 0.04]), 0.2), (np.array([0.12, y + 0.02]), 0.26), (head - [0.04, 0.1] if not bird.neck else chest, 0.16)], feather)
    if bird.neck:
        bend = head + np.array([-0.16, -neck * 0.3])
        way = smooth([(0.14, y + 0.08), (0.36, y + 0.2), tuple(chest * 0.4 + bend * 0.6), tuple(bend), tuple(head)], closed=False)
        b.plate.stroke(b.px(way), [0.34 * b.u, 0.2 * b.u, 0.14 * b.u, 0.14 * b.u], feather if kind != "ostrich" else pale)
    b.hull([(np.array([0.2, y - 0.06]), 0.16), (head + [0.02, -0.16] if not bird.neck else chest, 0.1)], pale, 0.85)
    eye = _head(b, kind, bird, head, feather, dark, pale, horn)
    if flying:
        _near_wing(b, y, pose, mix(feather, dark, 0.2))
    else:
        b.curve([(0.1, y + 0.12), (-0.2, y + 0.14), (-0.6, y - 0.12), (-0.3, y - 0.18), (0.04, y - 0.12)], mix(feather, dark, 0.4))
    _kerchief(b, look, head if not bird.neck else head + [-0.02, -0.03])
    return head, eye


def _legs(b: Brush, bird: Bird, pose: Pose, y: float, colour: Colour) -> None:
    step = 0.12 * math.sin(2 * math.pi * pose.phase) if pose.gait else 0.0
    for dx, way in ((0.0, 1), (0.12, -1)):
        knee = (dx - (0.05 if bird.legs > 0.5 else -0.02), bird.legs * 0.5)
        foot = (dx + 0.02 + step * way, 0.02)
        b.plate.stroke(b.px(np.array([(dx, y - 0.1), knee, foot, (foot[0] + 0.12, 0.0)])), b.u * (0.04 if bird.legs > 0.5 else 0.03), colour)


def _tail(b: Brush, bird: Bird, kind: str, y: float, flying: bool, feather: Colour, dark: Colour) -> None:
    long = 0.66 * bird.tail
    if kind == "hen":
        plume = mix(feather, b.pal.ink, 0.55)
        b.curve([(-0.2, y - 0.02), (-0.4, y + 0.1), (-0.44, y + 0.46), (-0.66, y + 0.44), (-0.72, y + 0.14), (-0.44, y - 0.12)], plume)
        return
    if kind in ("duck", "swan"):
        b.curve([(-0.16, y + 0.08), (-0.44, y + 0.06), (-0.3 - long, y + 0.2), (-0.36, y - 0.14)], feather if kind == "swan" else dark)
        return
    end = y + 0.02 if flying else y - 0.2 * min(1.4, bird.tail)
    b.poly([(-0.2, y + 0.02), (-0.2 - long, end), (-0.14 - long, end - 0.1), (-0.2, y - 0.16)], dark)
    if kind == "peacock":
        for n in range(5):
            spot = (-0.5 - 0.24 * n, y - 0.12 + (end - y) * (0.3 + 0.14 * n))
            b.poly(around(spot, 0.09, 0.07, 16), mix(feather, b.pal.local((90, 170, 110)), 0.7))
            b.poly(around(spot, 0.04, n=10), mix(b.pal.ink, feather, 0.3))


def _head(b: Brush, kind: str, bird: Bird, head: Vec, feather: Colour, dark: Colour, pale: Colour, horn: Colour) -> Vec:
    """A bird's head with its beak, comb or ears. Returns the eye."""
    owl, r = kind == "owl", 0.24 if kind == "owl" else 0.2 if not bird.neck else 0.16
    x, y = float(head[0]), float(head[1])
    red = b.pal.local((196, 60, 52))
    if kind == "hen":
        for dx, up in ((-0.1, 0.2), (0.0, 0.26), (0.1, 0.2)):
            b.poly(circle(x + dx, y + up, 0.07, n=14), red)
        b.curve([(x + 0.14, y - 0.08), (x + 0.22, y - 0.14), (x + 0.16, y - 0.26), (x + 0.08, y - 0.14)], red)
    if kind == "peacock":
        for dx in (-0.1, 0.0, 0.1):
            b.plate.stroke(b.px(np.array([(x, y + 0.1), (x + dx, y + 0.36)])), b.u * 0.015, dark)
            b.poly(circle(x + dx, y + 0.38, 0.035, n=10), feather)
    b.poly(circle(x, y, r, n=26), feather if kind != "ostrich" else pale)
    if owl:
        for dx in (-0.1, 0.12):
            b.poly([(x + dx - 0.08, y + 0.16), (x + dx + 0.02, y + 0.4), (x + dx + 0.1, y + 0.14)], dark)
        b.poly(circle(x + 0.09, y + 0.03, 0.12, n=20), pale)
    tip = x + 0.16 + bird.beak * (1.0 if not bird.neck else 0.9)
    if kind == "duck" or kind == "swan":
        b.curve([(x + r * 0.7, y + 0.06), (x + 0.26, y + 0.0), (tip, y - 0.03), (tip - 0.02, y - 0.1), (x + r * 0.7, y - 0.1)], horn)
        if kind == "swan":
            b.poly(circle(x + r * 0.95, y + 0.03, 0.055, n=12), b.pal.ink)
    elif bird.hook:
        b.curve([(x + r * 0.7, y + 0.1), (tip, y + 0.04), (tip + 0.02, y - 0.16), (x + r * 0.95, y - 0.08), (x + r * 0.7, y - 0.12)], horn)
    else:
        b.poly([(x + r * 0.8, y + 0.06), (tip, y - 0.04), (x + r * 0.8, y - 0.08)], horn)
    eye: Vec = head + np.array([0.08 if not bird.neck else 0.05, 0.05])
    if kind == "parrot":
        b.poly(around(eye, 0.085, n=18), mix(pale, (250, 246, 236), 0.4))
    b.poly(around(eye, 0.075 if owl else 0.045, n=14), b.pal.ink)
    b.poly(circle(eye[0] + 0.015, eye[1] + 0.015, 0.015, n=8), (250, 248, 240))
    return eye


def _far_wing(b: Brush, y: float, pose: Pose, colour: Colour) -> None:
    flap = math.sin(2 * math.pi * pose.phase)
    b.curve([(0.12, y + 0.1), (-0.1, y + 0.62 * flap + 0.1), (-0.5, y + 0.95 * flap + 0.12), (-0.42, y + 0.5 * flap), (-0.3, y)], colour)


def _near_wing(b: Brush, y: float, pose: Pose, colour: Colour) -> None:
    flap = math.sin(2 * math.pi * pose.phase)
    far = [(0.05, y + 0.7 * flap), (-0.36, y + 1.15 * flap), (-0.62, y + 1.1 * flap - 0.06), (-0.5, y + 0.5 * flap - 0.06)]
    b.curve([(0.2, y + 0.08), *far, (-0.26, y - 0.06)], colour)


def _kerchief(b: Brush, look: Look, head: Vec) -> None:
    """The character's colour about the neck."""
    ring = b.worn(look)
    b.hull([(head + [-0.15, -0.17], 0.05), (head + [0.13, -0.2], 0.05)], ring)
    b.poly([(head[0] + 0.04, head[1] - 0.2), (head[0] + 0.18, head[1] - 0.2), (head[0] + 0.12, head[1] - 0.4)], mix(ring, b.pal.ink, 0.15))


def _penguin(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Upright, white before, its flippers a little away from the body; it waddles."""
    feather = b.pal.local(coat_of(look, BIRDS["penguin"].colour))
    dark, white = mix(feather, b.pal.ink, 0.4), mix(b.pal.local((244, 240, 228)), (244, 240, 228), 0.25)
    horn = b.pal.local((226, 150, 62))
    roll = 0.05 * math.sin(2 * math.pi * pose.phase) if pose.gait else 0.0
    low = 0.35 if pose.flat else 1.0
    wave = 0.24 if pose.name in ("wave", "cheer", "dance", "fly", "talk") else 0.0

    def at(x: float, y: float) -> Vec:
        return np.array([x + roll * y * 2, y * low])

    for dx, lift in ((0.1, max(0.0, roll)), (-0.1, max(0.0, -roll))):
        b.hull([(np.array([dx - 0.02, 0.05 + lift]), 0.05), (np.array([dx + 0.17, 0.035 + lift]), 0.035)], horn)
    b.poly([tuple(at(-0.2, 0.16)), tuple(at(-0.42, 0.03)), tuple(at(-0.1, 0.06))], dark)
    b.curve([tuple(at(0.18, 0.62)), tuple(at(0.38 + wave, 0.34 + wave)), tuple(at(0.36 + wave, 0.28 + wave)), tuple(at(0.2, 0.36))], scaled(dark, 0.8))
    b.hull([(at(-0.02, 0.24), 0.25), (at(0.0, 0.48), 0.25), (at(0.02, 0.68), 0.17)], feather)
    b.hull([(at(0.1, 0.24), 0.17), (at(0.12, 0.46), 0.17), (at(0.1, 0.62), 0.1)], white)
    b.curve([tuple(at(-0.12, 0.64)), tuple(at(-0.34 - wave, 0.34 + wave)), tuple(at(-0.3 - wave, 0.24 + wave)), tuple(at(-0.06, 0.4))], dark)
    head = at(0.06, 0.86)
    b.poly(around(head, 0.17, n=28), feather)
    b.poly(circle(head[0] + 0.08, head[1] - 0.01, 0.085, 0.08, 20), white)
    b.poly([(head[0] + 0.14, head[1] + 0.04), (head[0] + 0.33, head[1] - 0.03), (head[0] + 0.13, head[1] - 0.06)], horn)
    _kerchief(b, look, head + np.array([0.0, 0.03]))
    eye = head + np.array([0.08, 0.03])
    b.poly(around(eye, 0.035, n=14), b.pal.ink)
    b.poly(circle(eye[0] + 0.012, eye[1] + 0.012, 0.012, n=8), (250, 248, 240))
    return head, eye


def paint_bat(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """In the air between two skins that beat, tall ears on a small head."""
    fur = b.pal.local(coat_of(look, "#4a4048"))
    dark, pale = mix(fur, b.pal.ink, 0.45), mix(fur, b.pal.local((220, 200, 190)), 0.4)
    y = 0.3 if pose.flat else 0.72
    beat = 0.3 * math.sin(2 * math.pi * pose.phase)
    for side, shade in ((1, 0.7), (-1, 1.0)):
        tips = [
            (side * 0.16, y + 0.12),
            (side * 0.6, y + 0.4 + beat),
            (side * 1.2, y + 0.3 + beat * 1.6),
            (side * 1.06, y + beat),
            (side * 0.8, y + 0.06 + beat * 0.6),
        ]
        edge = [(side * 0.66, y - 0.16 + beat * 0.5), (side * 0.44, y - 0.02), (side * 0.26, y - 0.24), (side * 0.1, y - 0.1)]
        b.poly([*tips, *edge], scaled(dark, shade))
        for tip in (tips[2], edge[0], edge[2]):
            b.plate.stroke(b.px(np.array([tips[1], tip])), b.u * 0.025, scaled(fur, shade))
    b.hull([(np.array([0.0, y - 0.1]), 0.14), (np.array([0.04, y + 0.14]), 0.18)], fur)
    head = np.array([0.08, y + 0.34])
    for dx in (-0.12, 0.1):
        b.poly([(head[0] + dx - 0.09, head[1] + 0.08), (head[0] + dx + 0.01, head[1] + 0.36), (head[0] + dx + 0.1, head[1] + 0.08)], fur)
    b.poly(around(head, 0.19, n=26), fur)
    b.hull([(head + [0.1, -0.06], 0.08)], pale)
    b.poly(circle(head[0] + 0.16, head[1] - 0.03, 0.03, n=10), b.pal.ink)
    _kerchief(b, look, head + np.array([0.0, 0.02]))
    eye = head + np.array([0.09, 0.06])
    for at in (eye, head + np.array([-0.05, 0.06])):
        b.poly(around(at, 0.045, n=14), mix(pale, (250, 246, 236), 0.5))
        b.poly(circle(at[0] + 0.012, at[1], 0.025, n=10), b.pal.ink)
    return head, eye
