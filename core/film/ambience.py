"""What is heard of a place and what a shot's sound note asks for: beds and effects, planned here and made once each.

Called by `core.film.mix`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core import cpu
from core.film.beds import make_bed
from core.film.effects import make_effect
from core.workshop import Made, Stage, Workshop
from core.writing.script import Location, Scene, Shot

BEDS_MAX = 5
"""More layers than this are noise."""
EFFECTS_MAX = 3
"""Per shot."""
_VARIATIONS = 3


@dataclass(frozen=True)
class Effect:
    """A small sound of a shot: what, how loud against speech (dB), how many seconds after the shot begins."""

    kind: str
    gain_db: float
    after_s: float


@cache
def ambience_data() -> dict[str, Any]:
    """The tables of `ambience.yaml`."""
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "ambience.yaml").read_text())
    return data


def beds_of(scene: Scene, place: Location) -> dict[str, float]:
    """The beds of a scene with their levels against speech (dB), the loudest first: place, weather, time of day, sound notes."""
    tables = ambience_data()
    beds: dict[str, float] = {}
    for kind, level in tables["places"][place.backdrop].items():
        asleep = kind in tables["only_by_day"] and scene.time_of_day == "night"
        if not asleep:
            beds[kind] = float(level)
        elif kind in tables["by_night_instead"]:
            beds[tables["by_night_instead"][kind]] = float(level)
    _add(beds, tables["weather"]["inside" if place.interior else "outside"].get(scene.weather, {}))
    for shot in scene.shots:
        for pattern, layers in tables["notes_beds"].items():
            if re.search(pattern, shot.sound.lower()):
                _add(beds, {_indoors(kind) if place.interior else kind: level for kind, level in layers.items()})
    if scene.weather in ("rain", "storm"):
        for kind in ("birds", "gulls", "crickets"):
            beds.pop(kind, None)
    return dict(sorted(beds.items(), key=lambda each: -each[1])[:BEDS_MAX])


def _add(beds: dict[str, float], more: dict[str, float]) -> None:
    for kind, level in more.items():
        beds[kind] = max(float(level), beds.get(kind, float(level)))


def _indoors(kind: str) -> str:
    return f"{kind}_inside" if kind in ("rain", "wind", "sea") else kind


def effects_of(shot: Shot) -> list[Effect]:
    """The effects a shot's sound note names, one after the other from half a second in."""
    found: list[Effect] = []
    taken: list[tuple[int, int]] = []
    for pattern, kinds in ambience_data()["effects"].items():
        match = re.search(pattern, shot.sound.lower())
        if match and not any(a < match.end() and match.start() < b for a, b in taken):
            taken.append(match.span())
            found += [Effect(kind, float(level), 0.0) for kind, level in kinds.items()]
    spread = min(1.6, (shot.duration_s - 0.4) / max(1, len(found)))
    return [Effect(e.kind, e.gain_db, round(min(0.4, shot.duration_s / 4) + i * spread, 3)) for i, e in enumerate(found[:EFFECTS_MAX])]


def room_of(place: Location) -> tuple[str, float, float]:
    """(name, seconds, dB) of how a voice rings in this place."""
    rooms = ambience_data()["rooms"]
    name = place.backdrop if place.backdrop in rooms else "inside" if place.interior else "outside"
    return name, float(rooms[name]["seconds"]), float(rooms[name]["level"])


async def bed(workshop: Workshop, kind: str) -> Made:
    """The loop of this kind: stereo, `core.film.beds.LOOP_S` seconds at `BED_LUFS`."""
    return await workshop.made(_BED, kind=kind)


async def effect(workshop: Workshop, kind: str, seed: int) -> Made:
    """An effect of this kind, one of a few variations: mono, peak near full scale."""
    return await workshop.made(_EFFECT, kind=kind, variation=seed % _VARIATIONS)


async def _make_bed(out: Path, kind: str) -> dict[str, Any]:
    return await cpu.in_child(make_bed, str(out), kind)


async def _make_effect(out: Path, kind: str, variation: int) -> dict[str, Any]:
    return await cpu.in_child(make_effect, str(out), kind, variation)


_BED = Stage("ambience", 1, ".wav", _make_bed)
_EFFECT = Stage("effect", 1, ".wav", _make_effect)
