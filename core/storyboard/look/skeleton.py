"""Bones and brush: the proportions of bodies, their joints in a pose, and a brush that paints in heads (x forward, y up, the ground at 0)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.storyboard.look.canvas import Colour, Plate, circle, mix, scaled, smooth
from core.storyboard.look.palette import Palette
from core.storyboard.look.poses import Joint, Pose
from core.storyboard.look.shapes import PAINTS, Drawing
from core.storyboard.look.wardrobe import Look

Vec = NDArray[np.float64]


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
METRES = {"child": 1.15, "young": 1.62, "adult": 1.74, "old": 1.64}


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

    def worn(self, look: Look) -> Colour:
        """The character's colour as it looks in this light."""
        return mix(self.pal.local(look.accent), look.accent, 0.35)

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

    def moved(self, by: Vec) -> Skeleton:
        """The same bones somewhere else."""
        limbs = ([p + by for p in limb] for limb in (self.far_arm, self.near_arm, self.far_leg, self.near_leg))
        return Skeleton(self.hip + by, self.chest + by, self.neck + by, self.head + by, self.tilt, self.axis, self.across, *limbs)


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


def turned(p: Vec, tilt: float) -> Vec:
    """A point turned forward about the origin."""
    c, s = math.cos(tilt), math.sin(tilt)
    return np.array([p[0] * c + p[1] * s, -p[0] * s + p[1] * c])
