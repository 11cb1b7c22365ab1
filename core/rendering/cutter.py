"""The cutting room as rendering sees it: clips are checked and made normal as they land, and become a film at the end.

`core.rendering.cutting` is the real one, over `core/film` and `core/storyboard`; tests have one that joins nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from core.film.own_voice import OwnLine
from core.film.profiles import Grade
from core.workshop import Made, Source
from core.writing.script import FPS, Format, Script, Shot

OnProgress = Callable[[float], Awaitable[None]]
"""Hears the share of the work that is done, 0 to 1."""


Promo = Literal["trailer", "loop"]


@dataclass(frozen=True)
class CutOrder:
    """A film to be cut. `takes` by shot id; a shot without one is drawn in its place, as `stand_ins` says how large.

    `furniture`: the animatic's own marks (shot number, camera move) lie over drawn pictures. `makers` stand in the end credits.
    """

    script: Script
    takes: Mapping[str, Source]
    format: Format
    grade: Grade
    seed: int
    furniture: bool = False
    makers: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    """Those who paid for it together and wish to be named in the end credits."""
    track: Source | None = None
    """Music that somebody brought for this film, to be played without its first `track_lead_s` seconds."""
    track_lead_s: float = 0.0
    own: tuple[OwnLine, ...] = ()
    """Lines that somebody recorded for this film."""
    taken_in: Format | None = None
    """The shape its takes were made in, where that is another one: they are framed for this."""
    drawn: frozenset[str] = frozenset()
    """Shots whose takes were drawn here: of those it is known where everybody stands."""
    pictured: Script | None = None
    """The script that its pictures were made from, where `script` says the same in another language."""
    finish: str = "clean"
    """What lies over its picture: a name of `profiles.FINISHES`."""
    receipt: str = ""
    """Text of the receipt, to lie beside the film; empty: none."""
    whole: bool = True
    """With all that lies beside a film: poster, subtitles, contact sheet, screenplay, gate report. Else only the film."""


@dataclass(frozen=True)
class CutFiles:
    """The files of a film by name (see `CutStatus`) and the facts about it: seconds, width, height, bytes, gate, chapters."""

    files: dict[str, Path]
    facts: dict[str, Any] = field(default_factory=dict)


class Cutter(Protocol):
    """What rendering asks of the cutting room."""

    async def check(self, clip: Source, shot: Shot, width: int, height: int, frames: int, fps: int = FPS) -> list[dict[str, Any]]:
        """What is wrong with a clip that landed, each {"check", "message"}; nothing, when it may be accepted. `frames` at its own `fps`."""
        ...

    async def stills(self, clip: Source, frames: int, fps: int = FPS) -> list[bytes]:
        """Pictures from all over a clip that was checked, as JPEG files, for who judges what they show."""
        ...

    async def prepare(self, clip: Source, format: Format, grade: Grade, frames: int, finish: str = "clean") -> None:
        """Bring an accepted clip into the film's form now, so that the end need not wait for it."""
        ...

    async def kit(self, order: CutOrder) -> dict[str, Path]:
        """What an editor needs of this film, by names in an archive, the finished films excepted."""
        ...

    async def promote(self, order: CutOrder, film: Made, kind: Promo, on_progress: OnProgress) -> CutFiles:
        """What makes people curious about this finished film: its trailer, or a short look at it that plays in a loop."""
        ...

    async def cut(self, order: CutOrder, on_progress: OnProgress) -> CutFiles:
        """Cut the film. Raises Expected for what a person should be told."""
        ...
