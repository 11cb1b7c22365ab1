"""Beasts without fur: frogs, turtles, snakes, snails, spiders, crabs, insects. Each is drawn by a painter of its own.

Called by `animals`, which knows which kind a character is. Lengths are heights of the back: 0 is the ground, 1.2 the crown.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.storyboard.look.canvas import Colour, around, circle, mix, scaled, smooth
from core.storyboard.look.poses import Pose
from core.storyboard.look.skeleton import Brush
from core.storyboard.look.wardrobe import Look, coat_of

Vec = NDArray[np.float64]
Painter = Callable[[Brush, Look, Pose], tuple[Vec, Vec]]
"""Paints somebody in a pose; returns the middle of the head and the eye."""
FLYING_Y = 0.32
"""How high over the ground those with wings hang in the air."""


def _tones(b: Brush, look: Look, default: str) -> tuple[Colour, Colour, Colour]:
    """The skin, its shade and its belly."""
    skin = b.pal.local(coat_of(look, default))
    return skin, mix(skin, b.pal.ink, 0.42), mix(skin, b.pal.local((240, 232, 206)), 0.55)


def _eye(b: Brush, at: Vec, r: float, *, white: bool = True) -> None:
    """An open eye that looks forward."""
    if white:
        b.poly(around(at, r, n=20), mix(b.pal.local((246, 240, 222)), (246, 240, 222), 0.4))
    size = r * (0.62 if white else 1.0)
    b.poly(circle(at[0] + (r * 0.24 if white else 0.0), at[1], size, n=16), b.pal.ink)
    b.poly(circle(at[0] + r * (0.44 if white else 0.3), at[1] + r * 0.26, r * 0.2, n=10), (250, 248, 240))


def _line(b: Brush, points: list[tuple[float, float]], width: float | list[float], colour: Colour, opacity: float = 1.0) -> None:
    widths = [w * b.u for w in width] if isinstance(width, list) else width * b.u
    b.plate.stroke(b.px(smooth(points, closed=False)), widths, colour, opacity)


def _scarf(b: Brush, look: Look, low: tuple[float, float], high: tuple[float, float], r: float) -> None:
    """The character's colour about the neck, from its front to its back, with a corner that hangs down."""
    colour = b.worn(look)
    b.hull([(np.array(low), r), (np.array(high), r)], colour)
    x, y = low
    b.poly([(x - r * 1.2, y), (x + r, y + r * 0.4), (x + r * 0.2, y - r * 3.2)], mix(colour, b.pal.ink, 0.2))


def _hop(pose: Pose) -> float:
    """How high a hop is just now, 0 to 1; 0 for who sits."""
    return max(0.0, math.sin(2 * math.pi * pose.phase)) if pose.gait else 0.0


def paint_frog(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """It sits on folded legs, a wide mouth under eyes that stand out; moving, it leaps."""
    skin, dark, pale = _tones(b, look, "#6e9a4a")
    hop = _hop(pose)
    up, low = 0.75 * hop, 0.62 if pose.flat else 1.0

    def at(x: float, y: float) -> Vec:
        return np.array([x, y * low + up])

    foot = at(-1.35, -0.1)
    for shade, dx in ((0.68, 0.1), (1.0, 0.0)):
        colour = scaled(skin, shade)
        shift = np.array([dx, 0.0])
        if hop < 0.2:
            b.hull([(at(0.16, 0.07) + shift, 0.05), (at(-0.5, 0.08) + shift, 0.09)], mix(colour, dark, 0.3))
            b.limb([at(-0.52, 0.12) + shift, at(-0.06, 0.42) + shift, at(-0.5, 0.42) + shift], [0.09, 0.16, 0.22], colour)
        else:
            b.limb([at(-0.5, 0.4) + shift, at(-0.95, 0.3) + shift, foot + shift], [0.2, 0.12, 0.06], colour)
            b.hull([(foot + shift, 0.07), (foot + shift + [-0.25, 0.04], 0.04)], mix(colour, dark, 0.3))
        if shade < 1:
            b.limb([at(0.46, 0.52) + shift, at(0.56, 0.22) + shift, at(0.62, 0.06) + shift], [0.12, 0.08, 0.05], colour)
            _body(b, at, skin, dark, pale)
    hand = at(0.52, 0.05) if hop < 0.2 else at(0.9, 0.34)
    b.limb([at(0.34, 0.5), at(0.4, 0.24) if hop < 0.2 else at(0.62, 0.36), hand], [0.13, 0.09, 0.06], mix(skin, dark, 0.12))
    for dy in (-0.03, 0.0, 0.03):
        b.hull([(hand, 0.035), (hand + [0.13, dy - 0.01], 0.03)], mix(skin, dark, 0.12))
    _scarf(b, look, tuple(at(0.66, 0.5)), tuple(at(0.1, 0.76)), 0.06)
    head = at(0.5, 0.86)
    b.hull([(head, 0.27), (at(0.78, 0.78), 0.18), (at(0.24, 0.86), 0.26)], skin)
    b.hull([(at(0.82, 0.66), 0.1), (at(0.44, 0.64), 0.13)], pale)
    _line(b, [tuple(at(0.97, 0.8)), tuple(at(0.7, 0.68)), tuple(at(0.34, 0.72)), tuple(at(0.26, 0.79))], 0.025, dark)
    eye = at(0.5, 1.1)
    b.poly(around(eye - [0.02, 0.02], 0.17, n=24), skin)
    _eye(b, eye, 0.125)
    b.poly(circle(0.94, at(0, 0.88)[1], 0.018, n=8), dark)
    return at(0.55, 0.9), eye


def _body(b: Brush, at: Callable[[float, float], Vec], skin: Colour, dark: Colour, pale: Colour) -> None:
    """A frog's back and belly."""
    b.hull([(at(-0.5, 0.36), 0.22), (at(-0.1, 0.52), 0.34), (at(0.36, 0.68), 0.3)], skin)
    b.hull([(at(0.12, 0.34), 0.2), (at(0.5, 0.5), 0.18)], pale)
    for x, y, r in ((-0.42, 0.52, 0.07), (-0.18, 0.7, 0.09), (0.04, 0.82, 0.06), (-0.3, 0.64, 0.045)):
        b.poly(around(at(x, y), r, r * 0.7, 14), dark, 0.55)


def paint_turtle(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A domed shell with its plates, four short legs, the head far out."""
    skin, dark, pale = _tones(b, look, "#7c8a52")
    shell = mix(skin, b.pal.local((108, 78, 48)), 0.6)
    swing = 0.1 * math.sin(2 * math.pi * pose.phase) if pose.gait else 0.0
    drop = 0.12 if pose.flat else 0.0
    for x, way, shade in ((-0.45, 1, 0.66), (0.5, -1, 0.66), (-0.62, -1, 1.0), (0.36, 1, 1.0)):
        if pose.flat:
            continue
        step = swing * way
        b.limb([np.array([x, 0.4]), np.array([x + step, 0.1])], [0.17, 0.13], scaled(skin, shade))
        b.hull([(np.array([x + step, 0.08]), 0.1), (np.array([x + step + 0.13, 0.06]), 0.07)], scaled(mix(skin, dark, 0.3), shade))
        if shade < 1 and x > 0:
            b.poly([(-0.82, 0.4), (-1.14, 0.22), (-0.8, 0.28)], skin)
    h = np.array([1.06, 0.72 - drop * 2])
    b.limb([np.array([0.55, 0.42 - drop]), np.array([0.86, 0.5 - drop]), h], [0.2, 0.15, 0.16], skin)
    dome = [(x * 0.95 - 0.1, 0.34 - drop + 0.74 * math.sqrt(max(0.0, 1 - abs(x) ** 2.4))) for x in np.linspace(-1, 1, 25)]
    b.poly([*dome, (0.8, 0.26 - drop), (-1.0, 0.26 - drop)], shell)
    rim = mix(shell, pale, 0.45)
    _line(b, [(-1.04, 0.31 - drop), (-0.1, 0.26 - drop), (0.84, 0.31 - drop)], 0.12, rim)
    line = mix(shell, b.pal.ink, 0.5)
    for x, top in ((-0.62, 0.86), (-0.1, 1.0), (0.42, 0.86)):
        plate = [(x - 0.2, top - drop - 0.02), (x + 0.2, top - drop - 0.02), (x + 0.27, 0.66 - drop), (x, 0.52 - drop), (x - 0.27, 0.66 - drop)]
        b.poly(plate, mix(shell, pale, 0.2), 0.8)
        b.plate.stroke(b.px(np.array([*plate, plate[0]])), b.u * 0.022, line)
    _scarf(b, look, (0.97, 0.5 - drop), (0.78, 0.66 - drop), 0.06)
    b.hull([(h, 0.2), (h + [0.16, -0.04], 0.14)], skin)
    b.hull([(h + [0.16, -0.11], 0.07), (h + [0.0, -0.12], 0.08)], pale)
    _line(b, [(h[0] + 0.3, h[1] - 0.06), (h[0] + 0.16, h[1] - 0.1), (h[0] + 0.02, h[1] - 0.06)], 0.02, dark)
    eye = h + np.array([0.1, 0.06])
    _eye(b, eye, 0.06, white=False)
    return h + [0.08, 0.0], eye


def paint_snail(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A soft foot on the ground, a wound shell on its back, eyes on stalks."""
    skin, dark, pale = _tones(b, look, "#b09a76")
    shell = mix(b.worn(look), b.pal.local((150, 98, 58)), 0.62)
    wave = 0.03 * math.sin(2 * math.pi * pose.phase) if pose.gait else 0.0
    tall = 0.3 if pose.flat else 0.62
    foot = [
        (-1.1, 0.02),
        (-0.7, 0.14),
        (-0.1, 0.22 + wave),
        (0.44, 0.26),
        (0.66, tall),
        (0.9, tall + 0.12),
        (1.0, tall - 0.04),
        (0.86, 0.2),
        (0.92, 0.02),
        (0.0, 0.0),
    ]
    h = np.array([0.86, tall])
    for dx, lean, shade in ((0.06, 0.16, 0.75), (-0.06, -0.02, 1.0)):
        top = (h[0] + dx + lean, h[1] + 0.5 + wave)
        _line(b, [(h[0] + dx, h[1]), (h[0] + dx + lean * 0.4, h[1] + 0.28), top], [0.09, 0.06, 0.06], scaled(skin, shade))
    b.curve(foot, skin)
    b.curve([(-1.0, 0.02), (-0.3, 0.08), (0.6, 0.1), (0.86, 0.04), (0.0, 0.0)], pale, 0.7)
    b.poly(circle(-0.2, 0.64, 0.56, n=36), shell)
    turns = [
        (-0.2 + r * math.cos(a) * 0.94, 0.64 + r * math.sin(a) * 0.94) for a, r in zip(np.linspace(-1.2, 11.4, 54), np.linspace(0.54, 0.06, 54), strict=True)
    ]
    b.plate.stroke(b.px(np.array(turns)), [b.u * 0.07, b.u * 0.03], mix(shell, b.pal.ink, 0.5))
    b.poly(circle(-0.32, 0.86, 0.16, 0.09, 18), mix(shell, b.pal.light, 0.5), 0.5)
    _scarf(b, look, (0.96, 0.34 if not pose.flat else 0.2), (0.56, 0.36 if not pose.flat else 0.22), 0.055)
    eye = h + np.array([-0.08, 0.52 + wave])
    for at in (h + [0.22, 0.52 + wave], eye):
        _eye(b, np.asarray(at), 0.085)
    _line(b, [(h[0] + 0.14, h[1] + 0.04), (h[0] + 0.06, h[1] - 0.02), (h[0] - 0.04, h[1] + 0.02)], 0.02, dark)
    return h + [0.04, 0.2], eye


def paint_spider(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Eight legs bent high over a round body."""
    skin, dark, pale = _tones(b, look, "#4e4650")
    low = 0.25 if pose.flat else 0.0
    body, head = np.array([-0.34, 0.56 - low]), np.array([0.26, 0.54 - low])

    def legs(near: bool) -> None:
        for n, (knee, foot) in enumerate(((-0.86, -1.24), (-0.5, -0.74), (0.56, 0.82), (0.92, 1.34))):
            step = 0.14 * math.sin(2 * math.pi * (pose.phase + n * 0.25 + 0.5 * near)) if pose.gait else 0.0
            off = 0.0 if near else 0.14
            root = (0.02 + n * 0.05, 0.54 - low)
            points = [
                root,
                (knee + off, 1.12 - low * 2 - 0.1 * (n in (1, 2)) - (0.0 if near else 0.08)),
                (foot + off + step, 0.42),
                (foot + off * 0.6 + step, 0.0),
            ]
            b.plate.stroke(b.px(smooth(points, closed=False)), [b.u * 0.1, b.u * 0.075, b.u * 0.035], skin if near else scaled(skin, 0.66))

    legs(near=False)
    b.poly(around(body, 0.42, 0.38, 32), skin)
    for x, y in ((-0.5, 0.72), (-0.3, 0.78), (-0.4, 0.56), (-0.2, 0.58)):
        b.poly(circle(x, y - low, 0.06, n=12), pale, 0.6)
    _scarf(b, look, (0.2, 0.34 - low), (0.02, 0.72 - low), 0.06)
    b.poly(around(head, 0.26, 0.25, 28), mix(skin, pale, 0.12))
    legs(near=True)
    eye = head + np.array([0.08, 0.1])
    _eye(b, head + [0.22, 0.12], 0.07)
    _eye(b, eye, 0.1)
    for dx, dy in ((-0.06, 0.2), (0.12, 0.22)):
        b.poly(circle(head[0] + dx, head[1] + dy, 0.03, n=10), b.pal.ink)
    _line(b, [(head[0] + 0.22, head[1] - 0.08), (head[0] + 0.1, head[1] - 0.13), (head[0], head[1] - 0.08)], 0.025, mix(dark, b.pal.ink, 0.6))
    return head, eye


def paint_crab(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Seen from the front: a broad shell, claws held up, eyes on stalks."""
    skin, dark, pale = _tones(b, look, "#c4583c")
    low = 0.22 if pose.flat else 0.0
    beat = math.sin(2 * math.pi * pose.phase) if pose.gait or pose.name in ("wave", "cheer", "dance") else 0.0
    for side in (-1, 1):
        for n, (knee, foot) in enumerate(((0.86, 0.94), (1.02, 1.2), (1.06, 1.42))):
            step = 0.08 * beat * (-1) ** n
            way = [(side * 0.5, 0.44 - low), (side * knee, 0.62 - low * 1.6 - 0.12 * n), (side * foot + step, 0.0)]
            _line(b, way, [0.13, 0.1, 0.03], mix(skin, dark, 0.35))
        claw = np.array([side * 0.98, (0.98 - low * 2.4) + 0.06 * beat * side])
        _line(b, [(side * 0.6, 0.56 - low), (side * 0.98, 0.62 - low), tuple(claw)], [0.14, 0.15, 0.15], skin)
        b.poly(around(claw + [0, 0.08], 0.21, 0.25, 24), skin)
        b.poly([tuple(claw + [side * -0.02, 0.12]), tuple(claw + [side * -0.1, 0.42]), tuple(claw + [side * 0.09, 0.4])], dark)
        _line(b, [(side * 0.2, 0.72 - low), (side * 0.24, 0.98 - low)], 0.06, skin)
    b.curve([(-0.78, 0.52 - low), (-0.5, 0.78 - low), (0, 0.86 - low), (0.5, 0.78 - low), (0.78, 0.52 - low), (0.44, 0.26 - low), (-0.44, 0.26 - low)], skin)
    b.curve([(-0.6, 0.44 - low), (0, 0.5 - low), (0.6, 0.44 - low), (0.36, 0.28 - low), (-0.36, 0.28 - low)], pale, 0.75)
    for x in (-0.36, 0.0, 0.36):
        b.poly(circle(x, 0.7 - low, 0.05, n=12), dark, 0.5)
    worn = b.worn(look)
    b.hull([(np.array([-0.42, 0.27 - low]), 0.055), (np.array([0.42, 0.27 - low]), 0.055)], worn)
    b.poly([(-0.1, 0.3 - low), (0.12, 0.3 - low), (0.02, 0.08 - low * 0.3)], mix(worn, b.pal.ink, 0.2))
    _line(b, [(-0.16, 0.5 - low), (0.0, 0.44 - low), (0.18, 0.5 - low)], 0.03, mix(dark, b.pal.ink, 0.4))
    for side in (-1, 1):
        _eye(b, np.array([side * 0.25, 1.05 - low]), 0.12)
    return np.array([0.0, 0.78 - low]), np.array([0.25, 1.05 - low])


def paint_bee(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Round and banded, hanging in the air on short wings; asleep it sits on the ground."""
    skin, dark, _ = _tones(b, look, "#d8a83c")
    y = 0.34 if pose.flat else FLYING_Y + 0.24
    beat = math.sin(2 * math.pi * pose.phase * 3)
    wing = mix(b.pal.light, (250, 250, 255), 0.6)
    _wing(b, (0.0, y + 0.24), -0.5, 0.42 + 0.18 * beat, wing, 0.55)
    for x in (-0.1, 0.1, 0.3):
        _line(b, [(x, y - 0.2), (x + 0.06, y - 0.36), (x, y - 0.46)], 0.035, dark)
    b.poly([(-0.8, y + 0.06), (-1.06, y - 0.06), (-0.78, y - 0.1)], dark)
    body = circle(-0.3, y, 0.56, 0.38, 40)
    b.poly(body, skin)
    for x in (-0.66, -0.38, -0.1):
        half = 0.36 * math.sqrt(max(0.0, 1 - ((x + 0.3) / 0.56) ** 2))
        _line(b, [(x, y + half), (x - 0.06, y), (x, y - half)], 0.13, mix(dark, b.pal.ink, 0.5))
    b.poly(circle(0.2, y + 0.04, 0.3, n=28), mix(skin, (255, 240, 200), 0.25))
    head = np.array([0.52, y + 0.1])
    _scarf(b, look, (0.46, y - 0.16), (0.24, y + 0.26), 0.055)
    b.poly(around(head, 0.26, n=28), mix(skin, dark, 0.25))
    for dx in (0.02, 0.14):
        _line(b, [(head[0] + dx, head[1] + 0.2), (head[0] + dx + 0.1, head[1] + 0.42), (head[0] + dx + 0.22, head[1] + 0.44)], [0.035, 0.03, 0.06], dark)
    _wing(b, (0.1, y + 0.26), -0.42, 0.5 - 0.2 * beat, wing, 0.7)
    eye = head + np.array([0.1, 0.05])
    _eye(b, eye, 0.1)
    _line(b, [(head[0] + 0.22, head[1] - 0.06), (head[0] + 0.14, head[1] - 0.12), (head[0] + 0.03, head[1] - 0.1)], 0.022, mix(dark, b.pal.ink, 0.5))
    return head, eye


def _wing(b: Brush, root: tuple[float, float], back: float, up: float, colour: Colour, opacity: float) -> None:
    x, y = root
    b.curve(
        [(x, y), (x + back * 0.2, y + up * 0.8), (x + back, y + up * 1.1), (x + back * 1.2, y + up * 0.6), (x + back * 0.6, y + up * 0.12)], colour, opacity
    )


def paint_ant(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Three round parts on six thin legs."""
    return _insect(b, look, pose, *_tones(b, look, "#6a4034"), shell=False)


def paint_beetle(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """A spotted dome on six short legs."""
    return _insect(b, look, pose, *_tones(b, look, "#b8402e" if "lady" in look.words else "#4a6a52"), shell=True)


def _insect(b: Brush, look: Look, pose: Pose, skin: Colour, dark: Colour, pale: Colour, *, shell: bool) -> tuple[Vec, Vec]:
    y = (0.26 if pose.flat else 0.44) - 0.06 * shell
    black = mix(dark, b.pal.ink, 0.5)
    for near in (False, True):
        for n, (x, way) in enumerate(((-0.3, -0.42), (0.02, 0.0), (0.3, 0.4))):
            step = 0.12 * math.sin(2 * math.pi * (pose.phase + n / 3 + 0.5 * near)) if pose.gait else 0.0
            off = 0.0 if near else 0.12
            legs = [(x + off, y), (x + way * 0.7 + off, y + 0.14), (x + way * 1.2 + off + step, 0.0)]
            _line(b, legs, [0.07, 0.06, 0.03], black if shell or not near else mix(skin, dark, 0.4))
    head = np.array([0.74, y + 0.2])
    if shell:
        dome = [(x * 0.78 - 0.2, y - 0.04 + 0.66 * math.sqrt(max(0.0, 1 - x * x))) for x in np.linspace(-1, 1, 25)]
        b.poly(dome, skin)
        for x, up, r in ((-0.62, 0.22, 0.09), (-0.3, 0.42, 0.11), (0.06, 0.36, 0.1), (-0.2, 0.12, 0.09), (0.28, 0.14, 0.07)):
            b.poly(circle(x, y + up, r, r * 0.85, 16), black)
        _line(b, [(-0.24, y + 0.6), (0.1, y + 0.5), (0.5, y + 0.1)], 0.022, black)
        b.hull([(np.array([0.5, y + 0.14]), 0.2), (head - [0.08, 0.02], 0.2)], black)
        face = mix(dark, pale, 0.2)
    else:
        b.poly(circle(-0.52, y + 0.1, 0.46, 0.32, 32), skin)
        b.poly(circle(-0.62, y + 0.2, 0.22, 0.1, 20), pale, 0.4)
        b.hull([(np.array([-0.08, y + 0.04]), 0.1), (np.array([0.2, y + 0.1]), 0.18)], mix(skin, dark, 0.2))
        b.hull([(np.array([0.3, y + 0.12]), 0.1), (head, 0.1)], mix(skin, dark, 0.2))
        face = skin
    _scarf(b, look, (0.62, y - 0.02), (0.44, y + 0.28), 0.055)
    b.poly(around(head, 0.26, n=28), face)
    for dx in (0.0, 0.12):
        _line(b, [(head[0] + dx, head[1] + 0.2), (head[0] + dx + 0.16, head[1] + 0.5), (head[0] + dx + 0.36, head[1] + 0.46)], [0.04, 0.035, 0.05], black)
    eye = head + np.array([0.1, 0.06])
    _eye(b, eye, 0.1)
    _line(b, [(head[0] + 0.22, head[1] - 0.06), (head[0] + 0.12, head[1] - 0.13), (head[0], head[1] - 0.1)], 0.022, black)
    return head, eye


def paint_butterfly(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Two pairs of wings that open and close over a slim body, in the air."""
    skin, dark, pale = _tones(b, look, "#d88a3c" if "moth" not in look.words else "#a89880")
    y = 0.2 if pose.flat else FLYING_Y
    open_by = 0.35 if pose.flat else 0.62 + 0.38 * math.sin(2 * math.pi * pose.phase)
    black = mix(dark, b.pal.ink, 0.45)

    def wings(spread: float, colour: Colour, edge: Colour) -> None:
        for shape, share in (
            ([(0.1, 0.2), (0.02, 0.7), (-0.3, 1.12), (-0.86, 1.2), (-0.94, 0.8), (-0.6, 0.36)], 1.0),
            ([(-0.02, 0.16), (-0.5, 0.34), (-0.92, 0.22), (-0.86, -0.22), (-0.5, -0.34), (-0.16, -0.06)], 0.9),
        ):
            outer = [(0.08 + (x - 0.08) * spread * share, y + up * (0.55 + 0.45 * spread)) for x, up in shape]
            b.curve(outer, edge)
            middle = np.mean(outer, 0)
            b.curve([(float(middle[0] + (x - middle[0]) * 0.74), float(middle[1] + (v - middle[1]) * 0.76)) for x, v in outer], colour)
            b.poly(circle(float(middle[0] - 0.1 * spread), float(middle[1] + 0.08), 0.09, n=16), mix(pale, edge, 0.1))

    wings(0.72 * open_by, scaled(skin, 0.75), scaled(black, 0.9))
    b.limb([np.array([-0.34, y - 0.2]), np.array([0.06, y + 0.16]), np.array([0.24, y + 0.34])], [0.05, 0.1, 0.1], black)
    wings(open_by, skin, black)
    head = np.array([0.36, y + 0.46])
    _scarf(b, look, (0.36, y + 0.24), (0.16, y + 0.38), 0.05)
    b.poly(around(head, 0.18, n=24), mix(black, pale, 0.3))
    for dx in (0.0, 0.1):
        _line(b, [(head[0] + dx, head[1] + 0.14), (head[0] + dx + 0.12, head[1] + 0.42), (head[0] + dx + 0.3, head[1] + 0.46)], [0.03, 0.025, 0.05], black)
    eye = head + np.array([0.07, 0.03])
    _eye(b, eye, 0.075)
    return head, eye


def paint_snake(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    """Its body winds along the ground behind it, the front raised to look; asleep it lies in a coil."""
    skin = b.pal.local(coat_of(look, "#6f8a4c"))
    dark, pale = mix(skin, b.pal.ink, 0.42), mix(skin, b.pal.local((240, 228, 186)), 0.55)
    thick = 0.17 * look.stout
    if pose.flat:
        for r, y in ((0.62, 0.1), (0.46, 0.24), (0.28, 0.36)):
            ring = [(r * math.cos(t), y + 0.3 * r * math.sin(t)) for t in np.linspace(0, 2 * math.pi, 30)]
            b.plate.stroke(b.px(np.array(ring)), b.u * thick, mix(skin, dark, 0.5 * (0.62 - r)))
        h = np.array([0.3, 0.46])
        way = smooth([(-0.24, 0.36), (-0.1, 0.4), (0.1, 0.44), (0.3, 0.46)], closed=False)
    else:
        run = 2 * math.pi * pose.phase
        along = np.linspace(-1.55, 0.0, 40)
        swing = 0.07 + 0.03 * (pose.gait > 0)
        ground = [(x, thick * 0.5 + swing * (1 + math.sin(5.4 * x + run)) * min(1.0, -x * 1.6 + 0.1)) for x in along]
        rise = [(0.13, 0.2), (0.12, 0.46), (0.04, 0.72), (0.1, 0.95), (0.26, 1.04)]
        way = smooth([*ground[::3], *rise], closed=False)
        h = np.array(rise[-1])
    _scales(b, way, thick, skin, dark, pale, flat=pose.flat)
    tip = h + np.array([0.3, -0.04])
    b.hull([(h, thick * 0.62), (h + [0.12, 0.0], thick * 0.66), (tip, thick * 0.34)], skin)
    red = b.pal.local((196, 52, 60))
    b.plate.stroke(b.px(np.array([tuple(tip + [0.04, -0.02]), tuple(tip + [0.2, -0.05])])), b.u * 0.022, red)
    for dy in (0.04, -0.04):
        b.plate.stroke(b.px(np.array([tuple(tip + [0.19, -0.05]), tuple(tip + [0.26, -0.05 + dy])])), b.u * 0.016, red)
    b.plate.stroke(b.px(np.array([tuple(tip + [0.04, -0.03]), tuple(h + [0.08, -0.06])])), b.u * 0.014, dark)
    eye = h + np.array([0.14, 0.04])
    b.poly(around(eye, 0.042, n=14), (236, 206, 92))
    b.poly(circle(eye[0] + 0.008, eye[1], 0.014, 0.036, 10), b.pal.ink)
    neck = np.array([0.05, 0.68]) if not pose.flat else np.array([0.0, 0.42])
    b.hull([(neck + [-thick * 0.52, 0.03], 0.05), (neck + [thick * 0.52, -0.01], 0.05)], b.worn(look))
    return (h + tip) / 2, eye


def _scales(b: Brush, way: Vec, thick: float, skin: Colour, dark: Colour, pale: Colour, *, flat: bool) -> None:
    """A snake's body along its way: thin at the tail, a pale belly, a zigzag of diamonds."""
    widths = [0.03 * b.u, 0.1 * b.u, thick * b.u, thick * 1.08 * b.u, thick * b.u, thick * 0.86 * b.u, thick * 0.7 * b.u]
    b.plate.stroke(b.px(way), widths if not flat else b.u * thick * 0.8, skin)
    b.plate.stroke(b.px(way[len(way) // 2 :]), [0.02 * b.u, thick * 0.3 * b.u, thick * 0.26 * b.u], pale, 0.7)
    for p, q in list(zip(way[4:-8:5], way[5:-7:5], strict=False)):
        across = np.array([p[1] - q[1], q[0] - p[0]])
        across = across / max(1e-6, float(np.hypot(*across))) * thick * 0.34
        b.poly([tuple(p - across * 1.1), tuple(q), tuple(p + across * 1.1), tuple(2 * p - q)], dark, 0.75)


CRAWLERS: dict[str, Painter] = {
    "snake": paint_snake, "frog": paint_frog, "turtle": paint_turtle, "snail": paint_snail, "spider": paint_spider, "crab": paint_crab, "bee": paint_bee,
    "ant": paint_ant, "beetle": paint_beetle, "butterfly": paint_butterfly,
}  # fmt: skip
"""By the kinds of `animals.yaml`."""
WINGED = frozenset(("bee", "butterfly", "bat"))
"""Those that hang in the air."""
