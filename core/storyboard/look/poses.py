"""Which pose an action asks for, and the drawings a movement goes through."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Joint = tuple[float, float]
Thing = tuple[str, str, float, float, float, float]
"""Something held: drawing, joint, offset forward and up in heads, degrees tipped forward, size in heads."""
TOGETHER: dict[str, tuple[str, float]] = {"embrace": ("embrace", 0.21), "dance": ("waltz", 0.3), "fight": ("fight", 0.58)}
"""What two do with each other: the pose of both, and how many metres each stands from the middle between them."""


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
    seated: bool = False
    goes: float = 0.0
    """Metres covered in a second by who glides rather than steps."""
    sway: tuple[float, float] = (0.0, 0.0)
    """Metres the whole body goes to and fro and up, once in `beat_s`."""
    beat_s: float = 0.0
    things: tuple[Thing, ...] = ()
    phase: float = 0.0
    """Where in its movement, 0 to 1: animals move their legs, wings and tails by it."""


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "poses.yaml").read_text())
    return table


_READ = ("words", "elsewhere", "cycle", "by_noun")
"""What of a pose's entry is no joint."""


def named(name: str) -> Pose:
    """A pose of `poses.yaml`. KeyError if there is none."""
    return Pose(name, **_joints(_table()[name]))


def _joints(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry's values as a pose has them."""
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items() if k not in _READ}
    if "things" in values:
        values["things"] = tuple(tuple(thing) for thing in values["things"])
    return values


_ENDING = r"(?:e?s|e?d|e|ies|y|[bdgmnprt]?(?:ing|ed))?(?![a-z])"
"""How a verb may go on after its stem."""


def pose_for(action: str, name: str = "", nouns: Sequence[str] = ()) -> Pose:
    """The pose an action asks of somebody: the first verb after their name in its sentence; without a name, the first verb of all.

    `nouns`: the shot's props and what is known of them, by which who plays something is seen to play it: a guitarist has a guitar.
    """
    return named(doing(action, name, nouns) or "stand")


def doing(action: str, name: str = "", nouns: Sequence[str] = ()) -> str:
    """The name of the pose, as `pose_for` finds it; empty where an action says nothing of what they do."""
    text = action.lower()
    for idiom in _table()["idioms"]:
        text = re.sub(rf"(?<![a-z]){idiom}", " ", text)
    at = re.search(rf"(?<![a-z]){re.escape(name.lower())}(?![a-z])", text) if name else None
    if at:
        text = re.split(r"[.;!?。！？]", text[at.end() :], maxsplit=1)[0]
    found = _first_verb(text)
    by_noun = _table()[found].get("by_noun", {}) if found else {}
    spoken_of = " ".join((text, *nouns)).lower()
    return next((pose for pose, noun in by_noun.items() if re.search(noun, spoken_of)), found)


def _first_verb(text: str) -> str:
    best = (len(text) + 1, 0, "")
    for name, words in _verbs().items():
        for word in words:
            hit = word.search(text)
            if hit:
                best = min(best, (hit.start(), hit.start() - hit.end(), name))
    return best[2]


@cache
def _verbs() -> dict[str, list[re.Pattern[str]]]:
    """The patterns of each pose's verbs: English stems with their endings, and those of the other languages."""
    out = {}
    for name, pose in _table().items():
        if name != "idioms":
            out[name] = [re.compile(rf"(?<![a-z]){re.escape(word)}{_ENDING}") for word in pose["words"]]
            if "elsewhere" in pose:
                out[name].append(re.compile(rf"(?<![^\W\d_ぁ-鿿])(?:{pose['elsewhere']})"))
    return out


def drawings(pose: Pose, n: int = 12) -> list[Pose]:
    """The drawings of a pose's movement: a step of `n`, a gesture's cycle, or the pose alone."""
    if pose.gait:
        return [_stride(pose, i / n) for i in range(n)]
    cycle = _table()[pose.name].get("cycle") if pose.name in _table() else None
    if not cycle:
        return [pose]
    return [replace(pose, phase=i / len(cycle), **_joints(joints)) for i, joints in enumerate(cycle)]


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
