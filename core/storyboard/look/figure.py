"""Somebody drawn: `draw_figure` poses, dresses and paints a person or what is built like one. Animals are in `animals.py`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from core.storyboard.look.beings import paint_creature, paint_ghost, paint_robot
from core.storyboard.look.canvas import Colour, Plate, mix
from core.storyboard.look.palette import Palette
from core.storyboard.look.person import paint_person
from core.storyboard.look.poses import Pose
from core.storyboard.look.skeleton import Brush, build_of, skeleton, turned
from core.storyboard.look.wardrobe import Look


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


def draw_figure(look: Look, pose: Pose, pal: Palette, stage: tuple[int, int], x: float, y: float, u: float, facing: int) -> Figure:
    """Draw somebody with the foot at (x, y) on a stage of this size, a head `u` pixels high. Humans and what is built like them."""
    build = build_of(look)
    reach = (build.tall + 1.8) * u
    left, right = max(0, int(x - reach * (1.05 if pose.flat else 0.62))), min(stage[0], int(x + reach * (1.05 if pose.flat else 0.62)))
    top, bottom = max(0, int(y - reach * 1.05)), min(stage[1], int(y + (2.5 if pose.things else 0.5) * u))
    base = pal.local(mix(look.cloth, look.legs, 0.5))
    plate = Plate(max(2, right - left), max(2, bottom - top), base)
    spin = -math.pi / 2 if pose.flat else 0.0
    brush = Brush(plate, x - left, y - top - (0.35 * u if pose.flat else 0), u, facing, pal, spin)
    stoop = 10.0 if look.age == "old" and not pose.flat else 0.0
    bones = skeleton(build, pose, stoop)
    if pose.flat:
        bones = bones.moved(np.array([0.0, -(build.tall * 0.5)]))
    painter = {"robot": paint_robot, "ghost": paint_ghost, "creature": paint_creature}.get(look.species)
    eye, mouth = painter(brush, look, build, bones) if painter else paint_person(brush, look, build, bones, pose.things)
    offset = (left, top)
    middle = bones.head + turned(np.array([-0.05, 0.5]), bones.tilt)
    return Figure(
        plate, left, top, u, facing, head=brush.stage(middle, offset), hand=brush.stage(bones.near_arm[2], offset), foot=(x, y), tilt=bones.tilt,
        eye=brush.stage(eye, offset) if eye is not None else None, mouth=brush.stage(mouth, offset) if mouth is not None else None,
        skin=pal.local(look.skin), breadth=u * 1.25,
    )  # fmt: skip
