"""The film's key art: the picture behind its titles, cover and poster, drawn anew in their shape from one shot that stands for the film.

Called by `titles` and `poster`. It hangs on that shot's place, light and lead alone, so an edited line draws nothing again.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core import cpu
from core.film import lettering
from core.storyboard.panel import LOOK_REVISION, paint_still
from core.workshop import Made, Stage, Workshop
from core.writing.script import Character, Location, Scene, Script, Shot, ShotSize

Picture = NDArray[np.uint8]
"""Height × width × 3, RGB."""
LONG_SIDE = 1280
"""Pixels of the longer side."""
_WIDE: tuple[ShotSize, ...] = ("EWS", "WS", "FS")


async def key_picture(workshop: Workshop, script: Script, aspect: float, *, portrait: bool = False) -> Made:
    """The key art in this shape (width by height), as PNG: the place with its lead small in it, or a `portrait` of the lead before it."""
    width, height = (LONG_SIDE, round(LONG_SIDE / aspect)) if aspect >= 1 else (round(LONG_SIDE * aspect), LONG_SIDE)
    shot, scene, location, lead = key_shot(script, "MS" if portrait else "EWS")
    return await workshop.made(TITLE_ART, shot=shot, scene=scene, location=location, lead=lead, width=width, height=height)


def key_shot(script: Script, size: ShotSize) -> tuple[Shot, Scene, Location, Character | None]:
    """The shot that stands for the film, at another size and with its lead alone: out of doors, in the film's mood, wide, early."""
    seen = Counter(id for shot in script.shots for id in shot.characters)
    lead = max(script.characters, key=lambda c: seen[c.id], default=None)
    mood, count = lettering.mood_of(script), len(script.shots)

    def worth(number: int, scene: Scene, shot: Shot) -> float:
        outside = 0.0 if script.place_of(scene).interior else 1.0
        theirs = 0.6 if lead and lead.id in shot.characters else 0.0
        return outside + theirs + 0.8 * (scene.mood == mood) + 0.4 * (shot.size in _WIDE) - 0.5 * number / count

    _, _, scene, shot = max(script.numbered(), key=lambda x: worth(x[0], x[2], x[3]))
    alone = Shot(id=shot.id, action=shot.action, duration_s=4.0, size=size, characters=(lead.id,) if lead else (), seed=shot.seed)
    return alone, scene.model_copy(update={"shots": (alone,), "synopsis": ""}), script.place_of(scene), lead


async def _make(out: Path, **what: Any) -> None:
    await cpu.in_child(_draw, out, **what)


def _draw(out: Path, *, shot: Shot, scene: Scene, location: Location, lead: Character | None, width: int, height: int) -> None:
    picture: Picture = paint_still(shot, scene, location, (lead,) if lead else (), (width // 2 * 2, height // 2 * 2))
    if not cv2.imwrite(str(out), picture[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 3]):
        raise OSError(f"{out.name} cannot be written")


def opened(path: Path) -> Picture:
    """A picture file as height × width × 3, RGB."""
    return np.ascontiguousarray(np.asarray(cv2.imread(str(path), cv2.IMREAD_COLOR), np.uint8)[..., ::-1])


TITLE_ART = Stage("title_art", LOOK_REVISION, ".png", _make)
