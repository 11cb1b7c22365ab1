"""Composes a shot: the backdrop seen through its lens, the cast, props, foreground and weather, as layers for the projector.

Deterministic in (shot, scene, location, characters, size, seed). A place is painted from its own name, so that all its shots show the same place.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.storyboard.look import backdrops
from core.storyboard.look.animals import beast_named
from core.storyboard.look.cast import place_cast
from core.storyboard.look.extras import paint_extras
from core.storyboard.look.foreground import paint_foreground
from core.storyboard.look.framing import dice_of, lead_of, side_of
from core.storyboard.look.insert import paint_beast, paint_insert
from core.storyboard.look.lens import come_closer
from core.storyboard.look.palette import indoors, palette
from core.storyboard.look.props import first_known, prop
from core.storyboard.look.stage import Layer, Light, Stage
from core.storyboard.look.wardrobe import look_of
from core.storyboard.look.water import OPEN_WATER
from core.storyboard.look.weather import Fall, falls
from core.writing.script import Backdrop, Character, Location, Mood, Scene, Shot, TimeOfDay, Weather

CAST_MAX = 4
PAVED = frozenset(("harbour", "city", "street", "rooftops", "square", "station", "village", "farm"))
WILD = frozenset(("forest", "field", "river", "park", "hills", "farm", "village", "beach", "mountain", "lighthouse", "sea"))


_SPELLED = re.compile(r"\b(?:(?:one|two|a|by|capital|first|last|block|small) letters?|letters? (?:by|at) (?:letter|a time))\b", re.IGNORECASE)
"""Letters that somebody writes, which are nothing that a postman brings."""


@dataclass
class Picture:
    """A composed shot: what the projector needs to show it at any moment."""

    layers: list[Layer]
    falls: list[Fall]
    stage: Stage
    described: str
    """What is seen, in one sentence."""


def compose(shot: Shot, scene: Scene, location: Location, characters: Sequence[Character], size: tuple[int, int], seed: int = 0) -> Picture:
    """Paint a shot for a picture of `size` pixels. `characters` are those of the script; only those the shot names are seen."""
    cast = [c for id in shot.characters for c in characters if c.id == id][:CAST_MAX]
    rng = np.random.default_rng(dice_of(shot.id, shot.seed, seed, shot.size, shot.action))
    stage = copy.deepcopy(_backdrop(*_seen(scene, location, _turned(shot, cast)), size))
    come_closer(stage, shot, rng, seed)
    if shot.size == "INSERT":
        thing = first_known(shot.props) if shot.props else prop(_noun(shot.action))
        beast = next((found for noun in shot.props if (found := beast_named(noun))), None) if thing.name == "thing" else None
        if beast:
            paint_beast(stage, beast)
        else:
            paint_insert(stage, thing, [look_of(c) for c in cast], rng)
    else:
        paint_extras(stage, shot, location, np.random.default_rng(dice_of(shot.id, shot.seed, "extras")))
        place_cast(stage, shot, scene, cast, rng)
        paint_foreground(stage, location.backdrop, shot.size, rng, busy=len(cast) > 1 and shot.size in ("MCU", "CU"))
    stage.layers.sort(key=lambda layer: layer.depth)
    inside, airless = location.backdrop in backdrops.INDOORS or location.interior, location.backdrop in backdrops.AIRLESS
    drops = falls(
        np.random.default_rng(dice_of(shot.id, "air")), *size, weather=scene.weather, time=scene.time_of_day, mood=scene.mood, indoors=inside, airless=airless,
        wild=location.backdrop in WILD, side=stage.lit,
    )  # fmt: skip
    return Picture(stage.layers, drops, stage, describe(shot, scene, location, cast))


def describe(shot: Shot, scene: Scene, location: Location, cast: Sequence[Character]) -> str:
    """Alternative text of a panel."""
    sizes = {
        "EWS": "Extreme wide shot",
        "WS": "Wide shot",
        "FS": "Full shot",
        "MS": "Medium shot",
        "MCU": "Medium close-up",
        "CU": "Close-up",
        "ECU": "Extreme close-up",
        "INSERT": "Insert",
    }
    who = f" with {', '.join(c.name for c in cast)}" if cast else ""
    weather = "" if scene.weather == "clear" else f", {scene.weather}"
    return f"{sizes[shot.size]}, {location.name}, {scene.time_of_day}{weather}{who}: {shot.action}"


def _noun(action: str) -> str:
    """The prop an action speaks of, for an insert that names none."""
    words = [w.strip(".,;:!?").lower() for w in _SPELLED.sub(" ", action).split()]
    return next((w for w in words if len(w) > 2 and prop(w).name != "thing"), words[-1] if words else "thing")


def _turned(shot: Shot, cast: Sequence[Character]) -> int:
    """The side the light must come from (-1, 1), so that the face of a single close shot looks into it; 0 leaves it to the place."""
    close = shot.size in ("MCU", "CU", "ECU") or (shot.size == "MS" and len(cast) == 1)
    return -side_of(lead_of(shot, cast), cast) if cast and close else 0


def _seen(scene: Scene, location: Location, light_from: int) -> tuple[Backdrop, int, TimeOfDay, Weather, Mood, int]:
    """All that a backdrop is painted from: shots that share it share the painting."""
    place = dice_of(location.id, location.name, location.backdrop)
    weather = "clear" if location.backdrop in backdrops.AIRLESS else scene.weather
    return location.backdrop, place, scene.time_of_day, weather, scene.mood, light_from or (1 if place % 2 else -1)


@lru_cache(maxsize=4)
def _backdrop(backdrop: Backdrop, place: int, time: TimeOfDay, weather: Weather, mood: Mood, side: int, size: tuple[int, int]) -> Stage:
    """The painted stage of a place before anybody enters, its layers from far to near. Half the work of a shot, so the last few are kept; to be copied.

    `place` is the dice of the location, `side` where the light comes from (-1 left, 1 right).
    """
    stage = _staged(backdrop, place, time, weather, mood, side, size)
    backdrops.PAINTERS[backdrop](stage)
    stage.layers.sort(key=lambda layer: layer.depth)
    return stage


def _staged(backdrop: Backdrop, place: int, time: TimeOfDay, weather: Weather, mood: Mood, side: int, size: tuple[int, int]) -> Stage:
    """An empty stage with its palette and light."""
    inside = backdrop in backdrops.INDOORS
    pal = palette(mood, time, weather)
    stage = Stage(size, indoors(pal) if inside else pal, np.random.default_rng(place), time, weather, mood, Light(0, 0, pal.light), inside)
    stage.outdoors = pal
    stage.paved = backdrop in PAVED
    stage.open_water, stage.shore = backdrop in OPEN_WATER, OPEN_WATER.get(backdrop, 1.0)
    high = {"dawn": 0.46, "day": 0.2, "dusk": 0.44, "night": 0.23}[time]
    strong = {"clear": 1.0, "wind": 0.92, "snow": 0.6, "rain": 0.36, "storm": 0.32, "fog": 0.45}[weather]
    stage.light = Light(stage.x(0.5 + side * 0.25), stage.y(high), pal.light, strong, weather in ("clear", "wind", "snow"))
    return stage
