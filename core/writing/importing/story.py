"""What a brought story is once it is read, whatever it was written in: passages of moments. Made by `reading`, filmed by `filming`.

A moment is the smallest thing that is kept or left out whole: something seen, something somebody says, something that is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from core.writing.script import CameraMove, ShotSize, TimeOfDay, Weather

Kind = Literal["fountain", "fdx", "prose"]


@dataclass(frozen=True)
class Note:
    """How a shot was set up, where the story says so (a screenplay that was written here does)."""

    size: ShotSize
    move: CameraMove
    lens_mm: int
    duration_s: float
    sound: str = ""


@dataclass(frozen=True)
class Moment:
    """`who` says it; empty where the narrator tells it. `seen` moments have neither speaker nor delivery."""

    kind: Literal["seen", "said", "told"]
    text: str
    who: str = ""
    delivery: str = ""
    unseen: bool = False
    """Said by somebody who is not in the picture."""
    overlaps: bool = False
    """Said while the one before is still speaking."""
    dissolve: bool = False
    note: Note | None = None


@dataclass(frozen=True)
class Passage:
    """A stretch of story in one place at one time. What is None goes on as it was before, or is not known."""

    moments: tuple[Moment, ...]
    place: str = ""
    interior: bool | None = None
    time: TimeOfDay | None = None
    weather: Weather | None = None
    synopsis: str = ""
    dissolve: bool = False


@dataclass(frozen=True)
class Story:
    """The whole of it. `language` is a primary BCP 47 tag, `text` what was read, for writers that read themselves."""

    kind: Kind
    title: str
    language: str
    passages: tuple[Passage, ...]
    text: str
    sketches: dict[str, str] = field(default_factory=dict)
    """What the story says in passing about how somebody looks, by name."""

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All moments in order."""
        return tuple(moment for passage in self.passages for moment in passage.moments)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who says something, in order of appearance."""
        return tuple(dict.fromkeys(moment.who for moment in self.moments if moment.who))
