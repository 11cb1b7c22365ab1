"""Which pose an action asks for, and the drawings a movement goes through."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Joint = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """Joint angles in degrees, as `poses.yaml` explains them."""

    name: str
    lean: float = 0.0
    head: float = 0.0
    far_arm: Joint = (8, 12)
    near_arm: Joint = (-7, 10)
    far_leg: Joint = (5, 2)
    near_leg: Joint = (-5, 2)
    gait: float = 0.0
    """Swing of the legs if it walks or runs, in degrees; 0 stands."""
    flat: bool = False
    air: bool = False
    phase: float = 0.0
    """Where in its movement, 0 to 1: animals move their legs, wings and tails by it."""


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "poses.yaml").read_text())
    return table


def named(name: str) -> Pose:
    """A pose of `poses.yaml`. KeyError if there is none."""
    joints: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in _table()[name].items() if k not in ("words", "cycle")}
    return Pose(name, **joints)


_ENDING = r"(?:e?s|e?d|e|ies|y|[bdgmnprt]?(?:ing|ed))?(?![a-z])"
"""How a verb may go on after its stem."""


def pose_for(action: str, name: str = "") -> Pose:
    """The pose an action asks of somebody: the first verb after their name in its sentence; without a name, the first verb of all."""
    text = action.lower()
    for idiom in _table()["idioms"]:
        text = re.sub(rf"(?<![a-z]){idiom}", " ", text)
    at = re.search(rf"(?<![a-z]){re.escape(name.lower())}(?![a-z])", text) if name else None
    if at:
        text = re.split(r"[.;!?]", text[at.end() :], maxsplit=1)[0]
    return named(_first_verb(text) or "stand")


def _first_verb(text: str) -> str:
    best = (len(text) + 1, 0, "")
    for name, words in _stems().items():
        for word in words:
            hit = re.search(rf"(?<![a-z]){re.escape(word)}{_ENDING}", text)
            if hit:
                best = min(best, (hit.start(), -len(word), name))
    return best[2]


@cache
def _stems() -> dict[str, list[str]]:
    return {name: pose["words"] for name, pose in _table().items() if name != "idioms"}


def drawings(pose: Pose, n: int = 12) -> list[Pose]:
    """The drawings of a pose's movement: a step of `n`, a gesture's cycle, or the pose alone."""
    if pose.gait:
        return [_stride(pose, i / n) for i in range(n)]
    cycle = _table()[pose.name].get("cycle") if pose.name in _table() else None
    if not cycle:
        return [pose]
    steps: list[dict[str, Any]] = [{k: tuple(v) for k, v in joints.items()} for joints in cycle]
    return [replace(pose, phase=i / len(steps), **joints) for i, joints in enumerate(steps)]


def _stride(pose: Pose, t: float) -> Pose:
    """One drawing of a step: legs swing against each other, arms against the legs, the swinging knee bends."""
    a = 2 * math.pi * t
    swing, run = pose.gait, pose.gait > 35

    def leg(angle: float) -> Joint:
        lift = max(0.0, math.sin(angle + 0.35 + math.pi / 2)) ** 1.5
        return (swing * math.sin(angle) + (8 if run else 2), (78 if run else 46) * lift + 5)

    def arm(angle: float) -> Joint:
        return (-swing * 0.85 * math.sin(angle), (72 if run else 18) + 10 * math.sin(-angle))

    return replace(pose, phase=t, near_leg=leg(a), far_leg=leg(a + math.pi), near_arm=arm(a), far_arm=arm(a + math.pi))
