"""People, and what walks like them: robots, ghosts, creatures. A skeleton is posed, dressed and given its light.

Sizes are in heads (`u` pixels each); x forward, y up, the ground at 0. `draw_figure` is the one entrance; animals are in `animals.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.storyboard.look.canvas import Colour, Plate, circle, mix, scaled, smooth
from core.storyboard.look.palette import Palette
from core.storyboard.look.poses import Joint, Pose
from core.storyboard.look.shapes import PAINTS, Drawing, drawings
from core.storyboard.look.wardrobe import BARE_HEADED, Look

Vec = NDArray[np.float64]
SHOE: Colour = (52, 42, 40)


@dataclass
class Figure:
    """Somebody drawn: the plate, where its corner lies on the stage, and the points others need, in stage pixels."""

    plate: Plate
    x: int
    y: int
    u: float
    facing: int
    head: tuple[float, float] = (0.0, 0.0)
    """Middle of the head."""
    hand: tuple[float, float] = (0.0, 0.0)
    foot: tuple[float, float] = (0.0, 0.0)
    eye: tuple[float, float] | None = None
    mouth: tuple[float, float] | None = None
    tilt: float = 0.0
    """Radians the head is tipped forward."""
    skin: Colour = (200, 160, 130)
    breadth: float = 1.0
    """Pixels by which its roundness is modelled."""


@dataclass(frozen=True)
class Build:
    """Proportions in heads."""

    thigh: float
    shin: float
    torso: float
    upper: float
    fore: float
    shoulder: float
    hip: float
    waist: float
    neck: float = 0.3

    @property
    def tall(self) -> float:
        """Standing height in heads."""
        return 0.2 + self.shin + self.thigh + self.torso + self.neck + 0.98


ADULT = Build(1.78, 1.68, 2.3, 1.22, 1.08, 0.42, 0.2, 0.36)
YOUNG = Build(1.66, 1.58, 2.1, 1.14, 1.0, 0.38, 0.19, 0.33)
CHILD = Build(1.05, 1.02, 1.62, 0.86, 0.78, 0.32, 0.17, 0.33, 0.2)
OLD = Build(1.6, 1.52, 2.2, 1.16, 1.02, 0.4, 0.2, 0.38, 0.24)


def build_of(look: Look) -> Build:
    """The proportions of somebody."""
    base = {"child": CHILD, "young": YOUNG, "adult": ADULT, "old": OLD}[look.age]
    slim = {"female": 0.87, "male": 1.06, "neutral": 0.96}[look.gender] if look.age != "child" else 1.0
    return Build(
        base.thigh,
        base.shin,
        base.torso,
        base.upper,
        base.fore,
        base.shoulder * slim,
        base.hip,
        base.waist * (0.9 if look.gender == "female" else 1.02),
        base.neck,
    )


METRES = {"child": 1.15, "young": 1.62, "adult": 1.74, "old": 1.64}


@dataclass
class Brush:
    """Paints in heads about a foot point, turned to one side, onto a plate that lies somewhere on the stage."""

    plate: Plate
    x: float
    y: float
    u: float
    facing: int
    pal: Palette
    spin: float = 0.0
    """Radians the whole figure is turned about its foot: lying down."""

    def px(self, points: Vec) -> Vec:
        """Heads to pixels of the plate."""
        p = np.asarray(points, float).reshape(-1, 2)
        if self.spin:
            c, s = math.cos(self.spin), math.sin(self.spin)
            p = np.stack([p[:, 0] * c + p[:, 1] * s, -p[:, 0] * s + p[:, 1] * c], 1)
        return np.stack([self.x + self.facing * p[:, 0] * self.u, self.y - p[:, 1] * self.u], 1)

    def poly(self, points: Vec | list[tuple[float, float]], colour: Colour, opacity: float = 1.0) -> None:
        """A polygon in heads."""
        self.plate.poly(self.px(np.asarray(points, float)), colour, opacity)

    def curve(self, points: list[tuple[float, float]], colour: Colour, opacity: float = 1.0) -> None:
        """A smooth closed shape in heads."""
        self.poly(smooth(points, steps=7), colour, opacity)

    def limb(self, joints: list[Vec], radii: list[float], colour: Colour) -> None:
        """A limb through its joints, round at each."""
        for a, b, ra, rb in zip(joints, joints[1:], radii, radii[1:], strict=False):
            self.hull([(a, ra), (b, rb)], colour)

    def hull(self, balls: list[tuple[Vec, float]], colour: Colour, opacity: float = 1.0) -> None:
        """The skin stretched over several balls (middle, radius)."""
        points = np.concatenate([circle(float(c[0]), float(c[1]), r, n=20) for c, r in balls])
        self.poly(cv2.convexHull(points.astype(np.float32)).reshape(-1, 2).astype(float), colour, opacity)

    def drawing(self, d: Drawing, at: Vec, tilt: float, main: Colour, accent: Colour, size: float = 1.0) -> None:
        """A drawing from the shape files, its origin at `at`, tipped forward by `tilt` radians."""
        c, s = math.cos(tilt), math.sin(tilt)
        for part in d.parts:
            p = part.points * size
            turned = np.stack([p[:, 0] * c + p[:, 1] * s, -p[:, 0] * s + p[:, 1] * c], 1) + at
            own = {"main": main, "accent": accent}.get(part.paint) or PAINTS.get(part.paint, main)
            self.poly(turned, self.pal.local(scaled(own, part.shade)) if part.paint != "glow" else self.pal.light, part.opacity)

    def stage(self, p: Vec, offset: tuple[int, int]) -> tuple[float, float]:
        """A point in heads as stage pixels."""
        x, y = self.px(p)[0]
        return float(x) + offset[0], float(y) + offset[1]


def _down(angle: float) -> Vec:
    a = math.radians(angle)
    return np.array([math.sin(a), -math.cos(a)])


@dataclass
class Skeleton:
    """Joints in heads."""

    hip: Vec
    chest: Vec
    neck: Vec
    head: Vec
    tilt: float
    axis: Vec
    across: Vec
    far_arm: list[Vec]
    near_arm: list[Vec]
    far_leg: list[Vec]
    near_leg: list[Vec]


def skeleton(build: Build, pose: Pose, stoop: float = 0.0) -> Skeleton:
    """Pose the joints so that the lowest foot stands on the ground."""
    lean = math.radians(pose.lean + stoop)
    axis, across = np.array([math.sin(lean), math.cos(lean)]), np.array([math.cos(lean), -math.sin(lean)])
    hip = np.array([0.0, build.thigh + build.shin + 0.2])

    def leg(joint: Joint, side: float) -> list[Vec]:
        top = hip + np.array([side * build.hip, 0.0])
        knee = top + build.thigh * _down(joint[0])
        return [top, knee, knee + build.shin * _down(joint[0] - joint[1])]

    far, near = leg(pose.far_leg, 1), leg(pose.near_leg, -1)
    drop = min(far[2][1], near[2][1], far[1][1] - 0.02, near[1][1] - 0.02) - 0.2
    shift = np.array([0.0, -drop + (1.2 if pose.air else 0.0)])
    hip = hip + shift
    far, near = [p + shift for p in far], [p + shift for p in near]
    chest = hip + build.torso * axis
    neck = chest + 0.06 * axis

    def arm(joint: Joint, side: float) -> list[Vec]:
        shoulder = chest - 0.12 * axis + side * build.shoulder * across * 0.9
        elbow = shoulder + build.upper * _down(joint[0] - math.degrees(lean) * 0.6)
        return [shoulder, elbow, elbow + build.fore * _down(joint[0] + joint[1] - math.degrees(lean) * 0.6)]

    tilt = math.radians(pose.head + pose.lean * 0.35 + stoop * 0.2)
    return Skeleton(
        hip,
        chest,
        neck,
        neck + build.neck * axis + np.array([0.1 * math.sin(lean), 0]),
        tilt,
        axis,
        across,
        arm(pose.far_arm, 1),
        arm(pose.near_arm, -1),
        far,
        near,
    )


def draw_figure(look: Look, pose: Pose, pal: Palette, stage: tuple[int, int], x: float, y: float, u: float, facing: int) -> Figure:
    """Draw somebody with the foot at (x, y) on a stage of this size, a head `u` pixels high. Humans and what is built like them."""
    build = build_of(look)
    reach = (build.tall + 1.8) * u
    left, right = max(0, int(x - reach * (1.05 if pose.flat else 0.62))), min(stage[0], int(x + reach * (1.05 if pose.flat else 0.62)))
    top, bottom = max(0, int(y - reach * 1.05)), min(stage[1], int(y + 0.5 * u))
    base = pal.local(mix(look.cloth, look.legs, 0.5))
    plate = Plate(max(2, right - left), max(2, bottom - top), base)
    spin = -math.pi / 2 if pose.flat else 0.0
    brush = Brush(plate, x - left, y - top - (0.35 * u if pose.flat else 0), u, facing, pal, spin)
    stoop = 10.0 if look.age == "old" and not pose.flat else 0.0
    bones = skeleton(build, pose, stoop)
    if pose.flat:
        shift = np.array([0.0, -(build.tall * 0.5)])
        bones = Skeleton(
            **{
                k: ([p + shift for p in v] if isinstance(v, list) else v + shift if k in ("hip", "chest", "neck", "head") else v)
                for k, v in vars(bones).items()
            }
        )
    painter = {"robot": _robot, "ghost": _ghost, "creature": _creature}.get(look.species, _human)
    eye, mouth = painter(brush, look, build, bones)
    offset = (left, top)
    middle = bones.head + _turned(np.array([-0.05, 0.5]), bones.tilt)
    return Figure(
        plate, left, top, u, facing, head=brush.stage(middle, offset), hand=brush.stage(bones.near_arm[2], offset), foot=(x, y), tilt=bones.tilt,
        eye=brush.stage(eye, offset) if eye is not None else None, mouth=brush.stage(mouth, offset) if mouth is not None else None,
        skin=pal.local(look.skin), breadth=u * 1.25,
    )  # fmt: skip


def _turned(p: Vec, tilt: float) -> Vec:
    c, s = math.cos(tilt), math.sin(tilt)
    return np.array([p[0] * c + p[1] * s, -p[0] * s + p[1] * c])


# ---------------------------------------------------------------- a person

HEAD: list[tuple[float, float]] = [
    (-0.2, -0.2), (-0.24, 0.08), (-0.4, 0.32), (-0.475, 0.56), (-0.43, 0.81), (-0.24, 0.965), (0.02, 1.0), (0.24, 0.945), (0.365, 0.81), (0.39, 0.68),
    (0.378, 0.595), (0.425, 0.48), (0.495, 0.385), (0.475, 0.34), (0.405, 0.322), (0.425, 0.265), (0.44, 0.235), (0.41, 0.205), (0.428, 0.172), (0.4, 0.13),
    (0.408, 0.06), (0.37, -0.015), (0.24, -0.04), (0.13, -0.03), (0.1, -0.14), (0.12, -0.3), (-0.18, -0.36),
]  # fmt: skip
"""A profile that looks to the right: x forward, y up, the jaw's hinge near the origin, the crown at 1."""


def _face(look: Look) -> Vec:
    p = np.array(HEAD)
    forward = np.clip(p[:, 0] - 0.36, 0, None)
    if look.age == "child":
        p[:, 0] -= forward * 0.45
        p[:, 1] = np.where((p[:, 0] > 0.2) & (p[:, 1] < 0.6) & (p[:, 1] > -0.1), p[:, 1] * 0.86 + 0.05, p[:, 1])
    elif look.gender == "female":
        p[:, 0] -= forward * 0.12
        p[:, 0] = np.where((p[:, 1] < 0.1) & (p[:, 0] > 0.2), p[:, 0] - 0.03, p[:, 0])
    elif look.gender == "male":
        p[:, 0] = np.where((p[:, 1] < 0.1) & (p[:, 0] > 0.2), p[:, 0] + 0.02, p[:, 0])
    if look.age == "old":
        p[:, 0] += forward * 0.18
    return p


def _human(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
    w = look.stout
    cloth, legs = b.pal.local(look.cloth), b.pal.local(look.legs)
    skin = b.pal.local(look.skin)
    bulk = {"spacesuit": 1.45, "coat": 1.12, "sweater": 1.1, "robe": 1.2, "armour": 1.2}.get(look.garment, 1.0)
    _arm(b, look, s.far_arm, scaled(cloth, 0.72), scaled(skin, 0.8), bulk)
    for leg, dim in ((s.far_leg, 0.72), (s.near_leg, 1.0)):
        _leg(b, look, leg, scaled(legs if look.garment != "dress" else mix(legs, skin, 0.35), dim), bulk * w)
    _back_hair(b, look, s)
    _torso(b, look, build, s, cloth, w * bulk)
    eye, mouth = _head(b, look, s, skin)
    _accent(b, look, s, build, w)
    _arm(b, look, s.near_arm, mix(cloth, b.pal.light, 0.05), skin, bulk)
    return eye, mouth


def _leg(b: Brush, look: Look, leg: list[Vec], colour: Colour, bulk: float) -> None:
    ankle = leg[2]
    shin = leg[2] - leg[1]
    slope = math.atan2(-shin[0], -shin[1]) * -0.5
    forward = np.array([math.cos(slope), math.sin(slope)])
    up = np.array([-forward[1], forward[0]])
    sole = ankle - 0.2 * up
    shoe = b.pal.local(SHOE if look.garment != "spacesuit" else look.cloth)
    b.curve(
        [
            tuple(sole - 0.16 * forward),
            tuple(sole + 0.4 * forward),
            tuple(sole + 0.46 * forward + 0.09 * up),
            tuple(sole + 0.2 * forward + 0.2 * up),
            tuple(ankle + 0.09 * forward + 0.06 * up),
            tuple(ankle - 0.14 * forward + 0.06 * up),
        ],
        shoe,
    )
    thin = 0.72 if look.garment == "dress" else 1.0
    b.limb(leg, [0.3 * bulk * thin, 0.2 * bulk * thin, 0.135 * bulk * thin], colour)


def _arm(b: Brush, look: Look, arm: list[Vec], sleeve: Colour, skin: Colour, bulk: float) -> None:
    along = arm[2] - arm[1]
    along = along / max(1e-6, float(np.hypot(*along)))
    hand = arm[2] + along * 0.1
    glove = b.pal.local(look.cloth) if look.garment == "spacesuit" else skin
    b.hull([(hand, 0.125), (arm[2] + along * 0.24, 0.085)], glove)
    b.hull([(hand, 0.07), (hand + along * 0.08 + np.array([0.1, 0.05]), 0.045)], glove)
    b.limb([arm[0], arm[1], arm[2]], [0.25 * bulk, 0.185 * bulk, 0.15 * bulk], sleeve)


HEM = {
    "coat": (0.66, 0.13),
    "robe": (1.62, 0.2),
    "dress": (1.1, 0.26),
    "uniform": (0.22, 0.05),
    "suit": (0.26, 0.06),
    "apron": (0.12, 0.04),
    "sweater": (0.08, 0.02),
    "shirt": (0.12, 0.03),
}
"""How far a garment falls (1 is the knee, 2 the ankle) and how wide it flares."""


def _torso(b: Brush, look: Look, build: Build, s: Skeleton, cloth: Colour, w: float) -> None:
    fall, flare = HEM.get(look.garment, (0.0, 0.0))
    T, sh, wa = build.torso, build.shoulder, build.waist

    def at(x: float, t: float) -> tuple[float, float]:
        p = s.hip + s.axis * T * t + s.across * x * w
        return float(p[0]), float(p[1])

    if fall:
        balls = [(s.hip + s.axis * 0.25, wa * w), (s.hip - np.array([0, 0.1]), (wa + 0.08) * w)]
        for leg in (s.far_leg, s.near_leg):
            p = leg[0] + (leg[1] - leg[0]) * min(fall, 1) + (leg[2] - leg[1]) * max(0.0, fall - 1)
            balls.append((p, (0.22 + flare) * w))
        b.hull(balls, cloth)
    b.curve([at(wa + 0.04, -0.04), at(wa - (0.05 if look.gender == "female" else 0.0), 0.3), at(wa + 0.07, 0.62), at(sh + 0.06, 0.84), at(sh * 0.84, 0.985), at(0.12, 1.06),
             at(-0.16, 1.07), at(-sh * 0.95, 1.0), at(-sh - 0.09, 0.85), at(-wa - 0.08, 0.58), at(-wa + (0.03 if look.gender == "female" else -0.02), 0.28), at(-wa - 0.06, -0.04)], cloth)  # fmt: skip
    dark, pale = mix(cloth, b.pal.ink, 0.4), mix(cloth, b.pal.light, 0.22)
    legend = [at(0.2, 0.98), at(0.26, 0.6), at(0.22, 0.0)]
    if look.garment in ("coat", "suit", "uniform"):
        front = np.array(legend)
        b.plate.stroke(b.px(smooth(front, closed=False)), b.u * 0.022, dark, 0.8)
        b.poly([at(0.02, 1.03), at(0.3, 0.94), at(0.2, 0.62), at(0.1, 0.8)], mix(cloth, b.pal.ink, 0.22))
        if look.garment != "coat":
            b.poly([at(0.12, 1.02), at(0.28, 0.96), at(0.22, 0.68)], b.pal.local((232, 226, 214)))
        for t in (0.2, 0.38, 0.54):
            x, y = at(0.31, t)
            b.poly(circle(x, y, 0.032, n=12), b.pal.local((216, 176, 92)) if look.garment == "uniform" else dark)
    elif look.garment == "apron":
        knee = s.near_leg[0] + (s.near_leg[1] - s.near_leg[0]) * 0.75
        b.poly(
            [at(0.02, 0.84), at(0.34, 0.82), at(0.44, 0.2), (float(knee[0] + 0.34), float(knee[1])), (float(knee[0] - 0.24), float(knee[1])), at(-0.14, 0.2)],
            b.pal.local((226, 220, 206)),
        )
    elif look.garment == "sweater":
        for t in (0.08, 0.14):
            b.plate.stroke(b.px(np.array([at(-wa - 0.02, t - 0.06), at(wa + 0.02, t - 0.06)])), b.u * 0.02, dark, 0.5)
        b.curve([at(-0.2, 0.98), at(0.24, 0.96), at(0.22, 1.1), at(-0.18, 1.12)], mix(cloth, b.pal.ink, 0.2))
    elif look.garment == "overalls":
        denim = b.pal.local((74, 98, 136))
        b.curve([at(wa + 0.05, -0.04), at(wa + 0.03, 0.3), at(0.36, 0.62), at(-0.2, 0.62), at(-wa - 0.04, 0.3), at(-wa - 0.06, -0.04)], denim)
        b.plate.stroke(b.px(np.array([at(0.26, 0.6), at(0.16, 1.02)])), b.u * 0.09, denim)
    elif look.garment == "armour":
        b.curve([at(wa, 0.3), at(sh + 0.08, 0.82), at(0.1, 1.0), at(-sh, 0.86), at(-wa, 0.3)], b.pal.local((160, 166, 176)))
        b.plate.stroke(b.px(np.array([at(wa, 0.5), at(-wa, 0.5)])), b.u * 0.02, dark, 0.7)
    elif look.garment == "spacesuit":
        b.curve([at(0.0, 0.42), at(0.38, 0.42), at(0.4, 0.72), at(0.02, 0.74)], b.pal.local((200, 206, 212)))
        b.curve([at(-0.34, 0.3), at(-0.78, 0.34), at(-0.8, 0.95), at(-0.4, 1.0)], mix(cloth, b.pal.ink, 0.25))
        for i, c in enumerate(((210, 70, 60), (240, 190, 80), (80, 160, 190))):
            b.poly(circle(*at(0.1 + 0.1 * i, 0.6), 0.035, n=10), b.pal.local(c))
    elif look.garment in ("dress", "robe"):
        b.plate.stroke(b.px(smooth(np.array([at(0.24, 0.98), at(0.2, 0.4), at(0.3, 0.0)]), closed=False)), b.u * 0.02, pale, 0.35)


def _back_hair(b: Brush, look: Look, s: Skeleton) -> None:
    for name in (look.hair, look.hat):
        back = drawings("hair").get(f"{name}_back")
        if back:
            b.drawing(back, s.head, s.tilt, look.hair_colour, look.accent if name == look.hair else _hat_colour(look))


def _hat_colour(look: Look) -> Colour:
    return look.accent if look.hat not in ("hood",) else look.cloth


def _head(b: Brush, look: Look, s: Skeleton, skin: Colour) -> tuple[Vec, Vec]:
    big = 1.06 if look.age == "child" else 1.0

    def at(x: float, y: float) -> Vec:
        return s.head + _turned(np.array([x, y]) * big, s.tilt)

    b.hull([(s.neck - 0.1 * s.axis, 0.2 * look.stout), (at(-0.06, 0.1), 0.19)], scaled(skin, 0.82))
    face = np.stack([at(float(x), float(y)) for x, y in _face(look)])
    b.poly(smooth(face, steps=6), skin)
    shade, warm = mix(skin, b.pal.ink, 0.34), mix(skin, b.pal.local((200, 96, 84)), 0.4)
    b.poly(smooth([tuple(at(*p)) for p in ((0.12, -0.03), (0.3, -0.02), (0.12, 0.14), (-0.12, 0.3), (-0.2, 0.1))], steps=5), shade, 0.22)
    b.poly(smooth([tuple(at(*p)) for p in ((0.1, 0.34), (0.22, 0.42), (0.32, 0.34), (0.22, 0.26))], steps=5), warm, 0.38 if look.age != "old" else 0.22)
    eye, mouth = at(0.285, 0.55), at(0.39, 0.206)
    if b.u > 26:
        _features(b, look, at, skin, shade)
    _headwear(b, look, s, big)
    return eye, mouth


def _features(b: Brush, look: Look, place: Callable[[float, float], Vec], skin: Colour, shade: Colour) -> None:
    """Eye, brow, mouth, ear, and what years leave."""
    ink = b.pal.local((34, 26, 28))

    def path(*points: tuple[float, float]) -> Vec:
        return smooth(np.stack([place(*p) for p in points]), closed=False, steps=6)

    white = mix(b.pal.local((236, 230, 222)), skin, 0.25)
    b.poly(smooth(np.stack([place(*p) for p in ((0.2, 0.55), (0.28, 0.592), (0.345, 0.57), (0.34, 0.53), (0.27, 0.518))]), steps=5), white)
    b.poly(circle(*place(0.305, 0.553), 0.034, 0.04, 14), ink)
    b.plate.stroke(b.px(path((0.185, 0.55), (0.27, 0.603), (0.355, 0.575))), [b.u * 0.012, b.u * 0.03, b.u * 0.012], ink)
    brow = mix(b.pal.local(look.hair_colour), ink, 0.35)
    b.plate.stroke(
        b.px(path((0.165, 0.665), (0.27, 0.705), (0.375, 0.672))), [b.u * 0.018, b.u * (0.04 if look.gender == "male" else 0.028), b.u * 0.016], brow
    )
    lip = mix(skin, b.pal.local((168, 66, 66)), 0.55 if look.gender == "female" else 0.3)
    b.poly(smooth(np.stack([place(*p) for p in ((0.3, 0.205), (0.38, 0.24), (0.43, 0.245), (0.435, 0.215), (0.42, 0.165), (0.37, 0.165))]), steps=5), lip, 0.7)
    b.plate.stroke(b.px(path((0.27, 0.212), (0.35, 0.206), (0.425, 0.208))), b.u * 0.014, mix(ink, lip, 0.3), 0.85)
    b.plate.stroke(b.px(path((0.395, 0.345), (0.36, 0.36), (0.37, 0.4))), b.u * 0.014, shade, 0.8)
    b.poly(smooth(np.stack([place(*p) for p in ((-0.13, 0.62), (-0.03, 0.63), (0.0, 0.5), (-0.05, 0.37), (-0.11, 0.42))]), steps=5), mix(skin, shade, 0.25))
    b.plate.stroke(b.px(path((-0.1, 0.58), (-0.04, 0.56), (-0.05, 0.46))), b.u * 0.014, shade, 0.7)
    if look.age == "old":
        for line in (
            ((0.15, 0.5), (0.21, 0.475), (0.28, 0.485)),
            ((0.13, 0.58), (0.09, 0.55), (0.06, 0.5)),
            ((0.12, 0.6), (0.07, 0.6), (0.03, 0.57)),
            ((0.34, 0.33), (0.27, 0.24), (0.26, 0.14)),
            ((0.2, 0.8), (0.28, 0.81), (0.35, 0.78)),
            ((0.17, 0.86), (0.25, 0.87), (0.32, 0.84)),
            ((0.2, 0.06), (0.12, 0.1), (0.06, 0.2)),
        ):
            b.plate.stroke(b.px(path(*line)), b.u * 0.011, shade, 0.6)


def _headwear(b: Brush, look: Look, s: Skeleton, big: float) -> None:
    hair, table = look.hair, drawings("hair")
    covered = look.hat and look.hat not in BARE_HEADED
    if hair and hair in table and not (covered and hair in ("afro", "spiky", "bun")) and look.hat not in ("hood", "headscarf"):
        b.drawing(table[hair], s.head, s.tilt, look.hair_colour, look.accent, big)
    elif covered and hair and look.hat not in ("hood", "headscarf"):
        b.drawing(table["crop"], s.head, s.tilt, look.hair_colour, look.accent, big)
    for name in (look.beard, *look.extras):
        if name:
            b.drawing(table[name], s.head, s.tilt, look.hair_colour, look.accent, big)
    if look.hat:
        b.drawing(table[look.hat], s.head, s.tilt, look.hair_colour, _hat_colour(look), big)


def _accent(b: Brush, look: Look, s: Skeleton, build: Build, w: float) -> None:
    """The sign by which a character is known from afar: a scarf, a tie or a sash in their colour."""
    colour = b.pal.local(look.accent)
    colour = mix(colour, look.accent, 0.28)
    deep = mix(colour, b.pal.ink, 0.3)

    def at(x: float, y: float) -> tuple[float, float]:
        p = s.neck + s.across * x + s.axis * y
        return float(p[0]), float(p[1])

    if look.garment in ("spacesuit", "armour"):
        for arm in (s.near_arm, s.far_arm):
            p = arm[0] + (arm[1] - arm[0]) * 0.55
            b.hull([(p, 0.3), (p + (arm[1] - arm[0]) * 0.12, 0.28)], colour if arm is s.near_arm else deep)
        return
    if look.garment in ("suit", "uniform") and look.dice % 2:
        b.poly([at(0.16, -0.06), at(0.28, -0.1), at(0.32, -1.2), at(0.25, -1.36), at(0.17, -1.2)], colour)
    elif look.garment == "dress" and look.dice % 2:
        hip = s.hip + s.axis * build.torso * 0.28
        b.hull([(hip + s.across * 0.24 * w, 0.16), (hip - s.across * 0.26 * w, 0.16)], colour)
        b.curve([tuple(hip - s.across * 0.3 * w), tuple(hip - s.across * 0.7 * w - s.axis * 0.9), tuple(hip - s.across * 0.42 * w - s.axis * 0.95)], deep)
    else:
        b.curve([at(-0.42, 0.02), at(-0.38, -0.3), at(-0.5, -1.15), at(-0.24, -1.2), at(-0.12, -0.3)], deep)
        b.curve([at(-0.36, 0.28), at(0.0, 0.2), at(0.3, 0.16), at(0.38, -0.06), at(0.18, -0.24), at(-0.2, -0.24), at(-0.44, -0.04)], colour)
        b.curve([at(0.12, -0.1), at(0.3, -0.14), at(0.36, -0.66), at(0.28, -1.06), at(0.08, -1.0), at(0.14, -0.5)], mix(colour, deep, 0.35))
        b.plate.stroke(b.px(smooth(np.array([at(-0.38, 0.12), at(0.0, 0.04), at(0.34, 0.04)]), closed=False)), b.u * 0.02, deep, 0.7)


# ---------------------------------------------------------------- others on two legs


def _robot(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
    """Riveted plates, a visor with the character's colour."""
    metal = b.pal.local(mix(((138, 150, 162), (160, 138, 112), (112, 140, 146))[look.dice % 3], look.cloth, 0.2))
    dark, pale = mix(metal, b.pal.ink, 0.5), mix(metal, b.pal.light, 0.3)
    glow = mix(look.accent, (255, 255, 255), 0.45)
    for limb, thick, dim in ((s.far_arm, 0.17, 0.7), (s.far_leg, 0.22, 0.7), (s.near_leg, 0.24, 1.0)):
        b.limb(limb, [thick, thick * 0.8, thick * 1.1], scaled(metal, dim))
        for joint in limb:
            b.poly(circle(*joint, thick * 0.8, n=16), scaled(dark, dim))
    for leg in (s.far_leg, s.near_leg):
        a = leg[2]
        b.poly([(a[0] - 0.3, a[1] - 0.2), (a[0] + 0.5, a[1] - 0.2), (a[0] + 0.4, a[1] + 0.12), (a[0] - 0.24, a[1] + 0.12)], dark)
    T, w = build.torso, look.stout

    def at(x: float, t: float) -> tuple[float, float]:
        p = s.hip + s.axis * T * t + s.across * x * w
        return float(p[0]), float(p[1])

    b.poly([at(0.4, -0.06), at(0.62, 0.3), at(0.66, 0.94), at(0.4, 1.04), at(-0.46, 1.04), at(-0.7, 0.94), at(-0.64, 0.3), at(-0.42, -0.06)], metal)
    b.poly([at(0.06, 0.42), at(0.5, 0.42), at(0.52, 0.82), at(0.06, 0.82)], dark)
    b.poly(circle(*at(0.28, 0.62), 0.15, n=24), glow)
    b.poly([at(0.46, 0.14), at(-0.48, 0.14), at(-0.5, 0.2), at(0.5, 0.2)], dark)
    for x in (-0.5, -0.36, -0.22):
        b.poly(circle(*at(x, 0.88), 0.035, n=10), pale)
    b.hull([(s.neck, 0.13), (s.head + np.array([0, 0.06]), 0.13)], dark)

    def hd(x: float, y: float) -> tuple[float, float]:
        p = s.head + _turned(np.array([x, y]), s.tilt)
        return float(p[0]), float(p[1])

    b.plate.stroke(b.px(np.array([hd(-0.2, 0.9), hd(-0.26, 1.25)])), b.u * 0.05, dark)
    b.poly(circle(*hd(-0.26, 1.28), 0.09, n=16), glow)
    b.curve([hd(-0.5, 0.06), hd(-0.54, 0.5), hd(-0.44, 0.9), hd(0.0, 1.0), hd(0.4, 0.88), hd(0.48, 0.5), hd(0.44, 0.06), hd(0.0, 0.0)], metal)
    b.curve([hd(0.02, 0.42), hd(0.06, 0.7), hd(0.36, 0.72), hd(0.5, 0.6), hd(0.49, 0.44), hd(0.3, 0.38)], b.pal.ink)
    b.poly(circle(*hd(0.32, 0.56), 0.085, 0.1, 20), glow)
    for k in range(4):
        b.plate.stroke(b.px(np.array([hd(0.16 + 0.08 * k, 0.14), hd(0.16 + 0.08 * k, 0.24)])), b.u * 0.035, dark)
    b.poly(circle(*hd(-0.22, 0.5), 0.13, n=18), dark)
    b.limb(s.near_arm, [0.2, 0.16, 0.21], metal)
    for joint in s.near_arm[:2]:
        b.poly(circle(*joint, 0.17, n=16), pale)
    hand = s.near_arm[2]
    b.poly(circle(hand[0] + 0.02, hand[1] - 0.08, 0.17, n=16), dark)
    return None, None


def _ghost(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
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


def _creature(b: Brush, look: Look, build: Build, s: Skeleton) -> tuple[Vec | None, Vec | None]:
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
        a = rng.uniform(-1, 1), rng.uniform(-0.2, 1.05)
        p = s.hip + s.axis * build.torso * a[1] + s.across * a[0] * 0.95
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
