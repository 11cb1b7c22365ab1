"""What somebody or something looks like: a close-up of everybody in the cast in soft daylight, a wide view of every place, a study of the things
that matter. Shown on the cast page, sent as references to models that take them; the `portraits` job of `portrait_room` has them drawn.

They are drawn by the painters of the storyboard from the same values. Where somebody brought a picture, that is it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2

from core import cpu
from core.storyboard.look.props import prop
from core.storyboard.panel import LOOK_REVISION, paint_still
from core.workshop import Made, Stage, Workshop
from core.writing.script import Character, Location, Prop, Scene, Script, Shot, Voice

PORTRAIT_SIZE = (640, 800)
"""Width and height in pixels."""
VIEW_SIZE = (960, 540)
STUDY_SIZE = (640, 640)
THINGS_MAX = 6
Pictured = Character | Location | Prop
_HERE = Location(id="l", name="field", backdrop="field")


async def portrait(workshop: Workshop, character: Character) -> Made:
    """The portrait as PNG of `PORTRAIT_SIZE`, drawn now if it was not drawn before. Facts: `width`, `height`."""
    return await workshop.made(PORTRAIT, character=character.model_copy(update={"voice": Voice(), "picture": ""}))


async def view_of(workshop: Workshop, script: Script, location: Location) -> Made:
    """A place as it is first seen in the film, nobody in it: PNG of `VIEW_SIZE`."""
    scene = next((each for each in script.scenes if each.location == location.id), Scene(id="s", location=location.id, shots=()))
    light = scene.model_copy(update={"id": "s", "shots": (), "synopsis": ""})
    return await workshop.made(VIEW, scene=light, location=location.model_copy(update={"picture": "", "look": ""}))


async def study_of(workshop: Workshop, thing: Prop) -> Made:
    """A thing, close: PNG of `STUDY_SIZE`."""
    return await workshop.made(STUDY, noun=thing.name)


def things_of(script: Script) -> tuple[Prop, ...]:
    """The things worth a picture: those of which more is known than their noun, and those that are seen most often."""
    told = tuple(each for each in script.things if each.look or each.picture)
    return tuple(dict.fromkeys((*told, *script.things)))[:THINGS_MAX]


def can_show(one: Pictured) -> bool:
    """Whether there is a picture of it: a thing that nobody here can draw has one only where somebody brought it."""
    return not isinstance(one, Prop) or bool(one.picture) or prop(one.name).name != "thing"


def _paint(out: Path, character: Character) -> None:
    """Draw it. Runs in a child process."""
    shot = Shot(id="h", action="portrait", duration_s=4.0, size="CU", lens_mm=85, characters=(character.id,))
    scene = Scene(id="s", location=_HERE.id, time_of_day="day", mood="hope", shots=(shot,))
    _save(out, paint_still(shot, scene, _HERE, [character], PORTRAIT_SIZE))


def _paint_view(out: Path, scene: Scene, location: Location) -> None:
    shot = Shot(id="view", action="the place", duration_s=4.0, size="EWS", lens_mm=24)
    _save(out, paint_still(shot, scene, location, [], VIEW_SIZE))


def _paint_study(out: Path, noun: str) -> None:
    shot = Shot(id="study", action=noun, duration_s=4.0, size="INSERT", lens_mm=85, props=(noun,))
    scene = Scene(id="s", location=_HERE.id, time_of_day="day", mood="hope", shots=(shot,))
    _save(out, paint_still(shot, scene, _HERE, [], STUDY_SIZE))


def _save(out: Path, picture: Any) -> None:
    cv2.imwrite(str(out), picture[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 4])


async def _make(out: Path, *, character: Character) -> dict[str, Any]:
    await cpu.in_child(_paint, out, character)
    return {"width": PORTRAIT_SIZE[0], "height": PORTRAIT_SIZE[1]}


async def _make_view(out: Path, *, scene: Scene, location: Location) -> dict[str, Any]:
    await cpu.in_child(_paint_view, out, scene, location)
    return {"width": VIEW_SIZE[0], "height": VIEW_SIZE[1]}


async def _make_study(out: Path, *, noun: str) -> dict[str, Any]:
    await cpu.in_child(_paint_study, out, noun)
    return {"width": STUDY_SIZE[0], "height": STUDY_SIZE[1]}


PORTRAIT = Stage("portrait", LOOK_REVISION, ".png", _make)
VIEW = Stage("place-view", LOOK_REVISION, ".png", _make_view)
STUDY = Stage("prop-study", LOOK_REVISION, ".png", _make_study)
