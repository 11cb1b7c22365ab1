"""The panel of a shot: one still picture, drawn here or by an image model. Called by the storyboard's job, the contact sheet and the chats.

Both artists stand behind the same protocol; `core.storyboard.artists` says who draws. A panel counts by what is seen in it: new words
for a line, another length or another shot beside it leave it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import cv2

from core import cpu
from core.storyboard.look.compose import compose, describe
from core.storyboard.look.projector import Projector, still
from core.workshop import Made, Stage, Workshop
from core.writing.script import Character, Format, Line, Location, Scene, Script, Shot

PANEL_SIZES: dict[Format, tuple[int, int]] = {"youtube": (960, 540), "shorts": (540, 960), "tiktok": (540, 960), "reels": (540, 960), "square": (720, 720)}
"""Width and height of a panel in pixels."""
LOOK_REVISION = 7
"""Raised when the drawn look changes: panels and clips are drawn anew."""


class Artist(Protocol):
    """Who draws panels."""

    name: str

    async def draw(self, workshop: Workshop, script: Script, shot_id: str, format: Format) -> Made:
        """The panel of a shot as PNG of `PANEL_SIZES[format]`. Facts: `by` (who drew it), `alt` (what is seen), `width`, `height`."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class DrawnArtist:
    """Draws with the look of this project: no model, no key, no network."""

    name = "drawn"

    async def draw(self, workshop: Workshop, script: Script, shot_id: str, format: Format) -> Made:
        """The panel of a shot. KeyError if there is no such shot."""
        scene, location, shot, cast = drawn(script, shot_id)
        return await workshop.made(
            PANEL, shot=shot.model_copy(update={"duration_s": 4.0}), scene=scene, location=location, characters=cast, size=list(PANEL_SIZES[format])
        )

    async def close(self) -> None:
        """Nothing to let go of."""


async def panel(workshop: Workshop, script: Script, shot_id: str, format: Format, *, artist: Artist | None = None) -> Made:
    """The panel of a shot, drawn now if it was not drawn before. KeyError if there is no such shot."""
    return await (artist or DrawnArtist()).draw(workshop, script, shot_id, format)


def seen(script: Script, shot_id: str) -> tuple[Scene, Location, Shot, list[Character]]:
    """What a picture of a shot depends on, and nothing else: scene, location, shot and cast without words, sounds and neighbours."""
    shot, scene = script.shot(shot_id), script.scene_of(shot_id)
    speakers = dict.fromkeys(line.speaker for line in shot.lines)
    bare = {"lines": tuple(Line(speaker=id, text="…") for id in speakers), "sound": "", "continues": False, "transition": "cut"}
    return (
        scene.model_copy(update={"id": "", "shots": (), "synopsis": ""}),
        script.place_of(scene),
        shot.model_copy(update=bare),
        [script.character(id) for id in dict.fromkeys((*shot.characters, *(id for id in speakers if id in shot.characters)))],
    )


def drawn(script: Script, shot_id: str) -> tuple[Scene, Location, Shot, list[Character]]:
    """What a drawing of a shot depends on: what is seen, without the words and pictures that only models look at."""
    scene, location, shot, cast = seen(script, shot_id)
    bare = {"look": "", "picture": ""}
    return scene, location.model_copy(update=bare), shot, [one.model_copy(update={"picture": ""}) for one in cast]


def paint_still(shot: Shot, scene: Scene, location: Location, characters: Sequence[Character], size: tuple[int, int], at: float = 0.5) -> Any:
    """The picture of a shot at a moment (0 to 1) as RGB bytes, height × width × 3. Runs in a child process."""
    projector = Projector(compose(shot, scene, location, characters, size), shot.move, shot.duration_s, chroma=1, seed=shot.seed)
    return still(*projector.frame(at, 0))


def _paint(out: Path, shot: Shot, scene: Scene, location: Location, characters: list[Character], size: tuple[int, int]) -> None:
    picture = paint_still(shot, scene, location, characters, size)
    cv2.imwrite(str(out), picture[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 4])


async def _make(out: Path, *, shot: Shot, scene: Scene, location: Location, characters: list[Character], size: list[int]) -> dict[str, Any]:
    await cpu.in_child(_paint, out, shot, scene, location, characters, (size[0], size[1]))
    return {"by": "drawn", "alt": describe(shot, scene, location, characters), "width": size[0], "height": size[1]}


PANEL = Stage("panel", LOOK_REVISION, ".png", _make)
