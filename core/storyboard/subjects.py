"""Where the people of a drawn shot, or the thing of an insert, are in its picture while the camera moves: the stage knows, nobody has to look for them.

Called by the film room when it frames a drawn take for another shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.storyboard.look.camera import parallax, view
from core.storyboard.look.compose import compose
from core.storyboard.look.framing import lead_of
from core.storyboard.look.stage import Layer, Stage
from core.writing.script import Character, Location, Scene, Shot


class Box(NamedTuple):
    """Somebody's sides as shares of the picture, what stands out of it below 0 or above 1, and where across it the middle of the head is."""

    left: float
    top: float
    right: float
    bottom: float
    head: float


THING = ""
"""What an insert shows, among the ids of characters."""
LOOK_H = 180
"""Pixels of height at which the stage is set up for looking: marks are shares, so any height tells the same."""


def subjects(
    shot: Shot, scene: Scene, location: Location, characters: Sequence[Character], aspect: float, times: Sequence[float]
) -> list[dict[str, Box]]:  # fmt: skip
    """For each time (0 to 1 of the shot), the boxes of those who are seen, by character id, the lead first; of an insert its thing's, as `THING`.

    Blocking: for a child process.
    """
    cast = [c for id in shot.characters for c in characters if c.id == id]
    if not cast and shot.size != "INSERT":
        return [{} for _ in times]
    size = (round(LOOK_H * aspect / 2) * 2, LOOK_H)
    stage = compose(shot, scene, location, characters, size).stage
    if shot.size == "INSERT":
        large = [layer for layer in stage.layers if layer.depth == 1.0]
        return [{THING: _box(stage, large, shot, t)} if large else {} for t in times]
    lead = lead_of(shot, cast)
    people = [lead, *(c for c in cast if c.id != lead.id)]
    figures: dict[str, list[Layer]] = {}
    for layer in stage.layers:
        place = round((1.0 - layer.depth) / 0.03)
        if layer.foot is not None and 0 <= place < len(people) and abs(1.0 - 0.03 * place - layer.depth) < 0.004:
            figures.setdefault(people[place].id, []).append(layer)
    return [{c.id: _box(stage, figures[c.id], shot, t) for c in people if c.id in figures} for t in times]


def _box(stage: Stage, layers: Sequence[Layer], shot: Shot, t: float) -> Box:
    """Around all layers of a figure, as the projector shows them."""
    w, h = stage.picture
    seen = view(shot.move, t, shot.duration_s)
    corners, heads = [], []
    for layer in layers:
        zoom, share = parallax(seen, layer.depth)
        x = min(max((stage.w - w / zoom) / 2 + seen.x * share * (stage.w - w) / 2, 0.0), stage.w - w / zoom)
        y = min(max((stage.h - h / zoom) / 2 + seen.y * share * (stage.h - h) / 2, 0.0), stage.h - h / zoom)
        high, wide = layer.plates[0].rgb.shape[:2]
        moved, risen = layer.life.travel[0] * t - x, layer.life.travel[1] * t - y
        if layer.head:
            heads.append((layer.head[0] + moved) * zoom / w)
        corners.append(((layer.x + moved) * zoom / w, (layer.y + risen) * zoom / h, (layer.x + wide + moved) * zoom / w, (layer.y + high + risen) * zoom / h))
    lefts, tops, rights, bottoms = zip(*corners, strict=True)
    left, right = min(lefts), max(rights)
    return Box(left, min(tops), right, max(bottoms), heads[0] if heads else (left + right) / 2)
