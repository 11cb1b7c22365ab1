"""Colours of a scene by its mood, time of day and weather; local colours (a red coat) as they look in that light."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from core.storyboard.look.canvas import Colour, hexed, luma, mix, scaled
from core.writing.script import Mood, TimeOfDay, Weather

LAMP: Colour = (255, 200, 128)
"""The light of bulbs, candles and fires."""


@dataclass(frozen=True)
class Palette:
    """What a scene is painted with."""

    top: Colour
    low: Colour
    far: Colour
    near: Colour
    light: Colour
    dark: float
    """How much everything sinks into silhouette: 0 at noon, 1 in the dead of night."""
    night: bool

    @property
    def lamps(self) -> bool:
        """Whether windows and street lamps are lit."""
        return self.dark > 0.45

    @property
    def ink(self) -> Colour:
        """The darkest paint."""
        return scaled(self.near, 0.55)

    @property
    def haze(self) -> Colour:
        """The colour distance takes on."""
        return mix(self.low, self.far, 0.4)

    def plane(self, depth: float) -> Colour:
        """The colour of land at this depth: 0 at the horizon, 1 before the camera."""
        return mix(mix(self.low, self.far, 0.45 + 0.55 * min(1.0, depth * 2)), self.near, max(0.0, depth - 0.15) ** 1.15 * 0.95)

    def local(self, colour: Colour, depth: float = 1.0, keep: float = 1.0) -> Colour:
        """A thing's own colour as it looks here: lit by this light, veiled by distance, sunk into the dark."""
        ambient = mix(self.low, self.light, 0.45)
        lit: Colour = (colour[0] * ambient[0] / 255, colour[1] * ambient[1] / 255, colour[2] * ambient[2] / 255)
        shadowed = mix(lit, self.near, 0.1 + 0.6 * self.dark)
        own = mix(self.plane(0.85), shadowed, keep)
        return mix(self.haze, own, 0.35 + 0.65 * min(1.0, depth))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = yaml.safe_load((Path(__file__).parent / "palettes.yaml").read_text())
    return table


def palette(mood: Mood, time: TimeOfDay, weather: Weather) -> Palette:
    """The palette of a scene."""
    top, low, far, near, light = (hexed(c) for c in _table()[mood][time])
    dark = {"dawn": 0.35, "day": 0.12, "dusk": 0.5, "night": 0.8}[time] + {"tense": 0.1, "dread": 0.18, "joyful": -0.08, "tender": -0.06}.get(mood, 0.0)
    return _weathered(Palette(top, low, far, near, light, max(0.0, min(1.0, dark)), time == "night"), weather)


def _weathered(p: Palette, weather: Weather) -> Palette:
    grey = (luma(p.low),) * 3
    if weather == "rain":
        slate = mix(mix(p.low, grey, 0.55), p.near, 0.22)
        return replace(
            p, top=mix(p.top, slate, 0.45), low=slate, far=mix(p.far, slate, 0.35), light=mix(p.light, (214, 226, 234), 0.35), dark=min(1, p.dark + 0.08)
        )
    if weather == "storm":
        slate = mix(mix(p.low, grey, 0.5), p.near, 0.45)
        return replace(
            p,
            top=scaled(mix(p.top, grey, 0.3), 0.55),
            low=slate,
            far=mix(p.far, p.near, 0.35),
            light=mix(p.light, (210, 224, 240), 0.4),
            dark=min(1, p.dark + 0.2),
        )
    if weather == "snow":
        white = mix((232, 238, 246), p.low, 0.45 + 0.35 * p.dark)
        return replace(p, top=mix(p.top, white, 0.25), low=mix(p.low, white, 0.5), far=mix(p.far, white, 0.3), dark=p.dark * 0.9)
    if weather == "wind":
        return replace(p, top=mix(p.top, p.low, 0.22), low=mix(p.low, p.light, 0.14), far=mix(p.far, p.low, 0.12))
    if weather == "fog":
        veil = mix(mix(p.low, grey, 0.45), p.top, 0.15)
        return replace(p, top=mix(p.top, veil, 0.6), low=veil, far=mix(p.far, veil, 0.62), near=mix(p.near, veil, 0.16), light=mix(p.light, veil, 0.2))
    return p


def indoors(p: Palette) -> Palette:
    """The same scene's colours inside: walls take the warmth of the far land, the light comes from a window or a lamp."""
    if p.night:
        lamp = mix(LAMP, p.light, 0.3)
        return replace(p, far=mix(mix(p.far, lamp, 0.2), p.low, 0.15), low=mix(p.low, lamp, 0.35), light=lamp, dark=max(0.3, p.dark - 0.2))
    return replace(p, far=mix(p.far, p.near, 0.12), dark=min(1.0, p.dark + 0.14))
