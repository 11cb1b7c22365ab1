"""Where everything stands in the finished film, in whole frames: titles, scenes, shots, dissolves.

Picture and sound both read it, so they cannot drift apart: opening title, then the shots (a shot that comes in by a dissolve
begins `DISSOLVE_S` before the one before it ends), then the end credits. Called by every part of `core/film`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.writing.script import DISSOLVE_S, FPS, Script

DISSOLVE_FRAMES = round(DISSOLVE_S * FPS)


@dataclass(frozen=True)
class Span:
    """A stretch of the film from frame `start` up to, not including, frame `end`, at `FPS`."""

    start: int
    end: int

    @property
    def frames(self) -> int:
        """How many frames it lasts."""
        return self.end - self.start

    @property
    def start_s(self) -> float:
        """Seconds from the beginning of the film."""
        return self.start / FPS

    @property
    def end_s(self) -> float:
        """Seconds from the beginning of the film."""
        return self.end / FPS

    @property
    def duration_s(self) -> float:
        """Seconds it lasts."""
        return self.frames / FPS


@dataclass(frozen=True)
class ShotSpan(Span):
    """When a shot is seen, its dissolves included."""

    id: str
    scene: str
    """The id of its scene."""
    dissolves_in: bool
    """Its first `DISSOLVE_FRAMES` frames are shared with the shot before. Never true for the first shot."""


@dataclass(frozen=True)
class SceneSpan(Span):
    """When a scene is seen: from the first frame of its first shot to the last frame of its last."""

    id: str
    number: int
    """From 1."""
    shots: tuple[ShotSpan, ...]


@dataclass(frozen=True)
class Timeline:
    """The film's frames: `opening`, `scenes` with their shots, `credits`."""

    opening: Span
    scenes: tuple[SceneSpan, ...]
    credits: Span

    @property
    def frames(self) -> int:
        """Frames of the whole film."""
        return self.credits.end

    @property
    def duration_s(self) -> float:
        """Seconds of the whole film; equals `Script.length_s`."""
        return self.frames / FPS

    @property
    def shots(self) -> Iterator[ShotSpan]:
        """All shots in the film's order."""
        return (shot for scene in self.scenes for shot in scene.shots)

    def shot(self, id: str) -> ShotSpan:
        """The span of this shot. KeyError if there is none."""
        return {shot.id: shot for shot in self.shots}[id]

    def scene(self, id: str) -> SceneSpan:
        """The span of this scene. KeyError if there is none."""
        return {scene.id: scene for scene in self.scenes}[id]


def frames_of(seconds: float) -> int:
    """Seconds, a whole number of quarters, as frames."""
    return round(seconds * FPS)


def timeline(script: Script) -> Timeline:
    """Lay the script out on the film's frames."""
    opening = Span(0, frames_of(script.opening_s))
    at, first, scenes = opening.end, True, []
    for number, scene in enumerate(script.scenes, 1):
        spans = []
        for shot in scene.shots:
            dissolves = shot.transition == "dissolve" and not first
            start = at - DISSOLVE_FRAMES if dissolves else at
            at, first = start + frames_of(shot.duration_s), False
            spans.append(ShotSpan(start, at, shot.id, scene.id, dissolves))
        if spans:
            scenes.append(SceneSpan(spans[0].start, spans[-1].end, scene.id, number, tuple(spans)))
    return Timeline(opening, tuple(scenes), Span(at, at + frames_of(script.credits_s)))
