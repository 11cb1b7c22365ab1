"""How long drafted shots last, and how they are fitted to a total to the quarter second. Called by `staging` and `cutting`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.writing.pacing import BREATH_S, spoken_s
from core.writing.script import QUANTUM_S, CameraMove, Line, ShotSize

REPLY_S = 2.6
"""Two replies shorter than this are played in one two-shot."""


@dataclass
class DraftShot:
    """A shot before its time, framing and ids are settled."""

    kind: str
    """`spoken`, `narrated`, `action`, `insert`, `place` or `breath`."""
    action: str
    lines: list[Line] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """Keys of the people in the picture, the most important first."""
    props: tuple[str, ...] = ()
    sound: str = ""
    size: ShotSize | None = None
    move: CameraMove | None = None
    close: bool = False
    goes_on: bool = False
    fade: bool = False
    premise: bool = False
    """Whether the narrator says here what the film is about."""
    shows_idea: bool = False
    """Whether its picture shows what the film is about."""
    duration_s: float = 0.0

    @property
    def needs_s(self) -> float:
        """Seconds that what is said takes."""
        return sum(spoken_s(line.text) + BREATH_S for line in self.lines)

    @property
    def least_s(self) -> float:
        """The shortest it can be and still be read and heard."""
        floor = {"spoken": 1.75, "narrated": 2.25, "action": 2.0, "insert": 1.75, "place": 2.25, "breath": 2.0}[self.kind]
        return max(floor, up(self.needs_s))

    @property
    def natural_s(self) -> float:
        """What it takes when nobody hurries."""
        words = len(self.action.split())
        if self.lines:
            return max(self.least_s, min(8.0, up(self.needs_s + (0.4 if self.kind == "spoken" else 0.5))))
        base = {"action": 1.75 + 0.11 * words, "insert": 1.5 + 0.1 * words, "place": 3.0, "breath": 2.5}[self.kind]
        return max(self.least_s, min(5.0, up(base)))

    @property
    def most_s(self) -> float:
        """The longest it can stand without sagging."""
        slack = {"spoken": 1.75, "narrated": 2.5, "action": 2.25, "insert": 1.5, "place": 3.0, "breath": 2.0}[self.kind]
        return max(self.natural_s, min(8.0, up(self.natural_s * 1.2 + slack)))


def pace(total_s: float) -> float:
    """How much longer than natural shots stand: a clip hurries, an hour takes its time."""
    return 1.0 + 0.28 * min(1.0, max(0.0, (total_s - 180.0) / 420.0))


def up(seconds: float) -> float:
    """The next whole number of quarter seconds."""
    return math.ceil(round(seconds / QUANTUM_S, 6)) * QUANTUM_S


def fits(shots: Sequence[DraftShot], total_s: float) -> int:
    """0 where the shots can last exactly so long, 1 where they are too long, -1 where they are too short."""
    if sum(x.least_s for x in shots) > total_s:
        return 1
    return -1 if sum(x.most_s for x in shots) < total_s else 0


def settle(shots: Sequence[DraftShot], total_s: float) -> None:
    """Give every shot its time so that the sum is exactly `total_s` (a whole number of quarters within what `fits` allows)."""
    for shot in shots:
        shot.duration_s = shot.natural_s
    quarters = round((total_s - sum(x.natural_s for x in shots)) / QUANTUM_S)
    step = 1 if quarters > 0 else -1
    left = abs(quarters)
    while left:
        open_shots = [x for x in shots if (x.duration_s < x.most_s if step > 0 else x.duration_s > x.least_s)]
        if not open_shots:
            break
        # Pauses are spread evenly over the film, pictures before speech.
        open_shots.sort(key=lambda x: (bool(x.lines), abs(x.duration_s - x.natural_s)))
        share = open_shots if left >= len(open_shots) else _spread(open_shots, left)
        for shot in share:
            shot.duration_s += step * QUANTUM_S
        left -= len(share)


def _spread(shots: list[DraftShot], n: int) -> list[DraftShot]:
    quiet = [x for x in shots if not x.lines]
    pool = quiet if len(quiet) >= n else shots
    return [pool[i * len(pool) // n] for i in range(n)]
