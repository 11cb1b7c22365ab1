"""Things drawn from data: `shapes/*.yaml` holds props, furniture and scenery as little drawings that an illustrator can edit.

A drawing is a list of parts, each `paint kind numbers`, painted in order. Coordinates are in heights of the thing: x from its
middle, y from the ground up. Kinds: `poly`, `smooth` (a closed curve), `box` (two corners), `oval` (centre, radii),
`line` and `curve` (width, then points); a leading `m` mirrors the part: `mpoly` and `msmooth` take the right half, the others make a pair.
`ring` (width, centre, radii). Paints are names of `PAINTS`, `glow` (light) and `pane` (a window, lit after dark); `+` and `-` after one make it
lighter or darker, `@.5` half transparent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from core.storyboard.look.canvas import Colour, Plate, mix, ribbon, scaled, smooth
from core.storyboard.look.palette import LAMP, Palette

FOLDER = Path(__file__).parent / "shapes"
PAINTS: dict[str, Colour] = {
    "wood": (150, 102, 66), "metal": (138, 146, 154), "brass": (206, 160, 78), "gold": (236, 190, 84), "paper": (240, 230, 206), "white": (244, 242, 236),
    "glass": (150, 196, 196), "leaf": (92, 134, 84), "ink": (34, 30, 36), "black": (22, 20, 26), "red": (190, 62, 54), "blue": (70, 110, 160),
    "stone": (150, 146, 142), "brick": (160, 92, 76), "skin": (222, 170, 136), "leather": (124, 72, 46), "cloth": (136, 118, 132), "straw": (222, 184, 104),
    "cream": (232, 216, 184), "green": (70, 120, 90), "rose": (214, 110, 120), "grey": (116, 118, 124), "rust": (168, 88, 52), "sky": (160, 200, 224),
    "water": (96, 148, 170), "bread": (206, 150, 86), "plaster": (206, 196, 182), "tile": (196, 206, 206), "bark": (92, 70, 58), "accent": (206, 74, 66),
}  # fmt: skip
"""Local colours, before any light falls on them. `glow` is the light itself, `accent` may be given by the caller."""


@dataclass(frozen=True)
class Part:
    """One painted piece of a drawing, its points in heights."""

    paint: str
    shade: float
    opacity: float
    points: NDArray[np.float64]


@dataclass(frozen=True)
class Drawing:
    """A thing: its parts, its height in metres, how it is usually met (`hand`, `table`, `floor`, `wall`, `air`, `water`) and what it shines."""

    name: str
    tall: float
    stands: str
    parts: tuple[Part, ...]
    words: tuple[str, ...]

    @property
    def glows(self) -> bool:
        """Whether it is a light."""
        return any(part.paint == "glow" for part in self.parts)

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in heights."""
        every = np.concatenate([part.points for part in self.parts])
        low, high = every.min(0), every.max(0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _numbers(words: list[str]) -> NDArray[np.float64]:
    return np.array([[float(v) for v in word.split(",")] for word in words])


def _mirrored(p: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(p * np.array([-1.0, 1.0]))


def _outlines(kind: str, words: list[str]) -> Iterator[NDArray[np.float64]]:
    """The closed outlines of a part."""
    pair = kind.startswith("m")
    kind = kind.removeprefix("m")
    if kind in ("poly", "smooth"):
        p = _numbers(words)
        if pair:
            p = np.concatenate([p, _mirrored(p)[::-1]])
        yield smooth(p, steps=7) if kind == "smooth" else p
        return
    if kind == "box":
        (x0, y0), (x1, y1) = _numbers(words)
        p = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
    elif kind == "oval":
        (x, y), (rx, ry) = _numbers(words)
        t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
        p = np.stack([x + rx * np.cos(t), y + ry * np.sin(t)], 1)
    elif kind == "ring":
        (x, y), (rx, ry) = _numbers(words[1:])
        t = np.linspace(0, 2 * np.pi, 48)
        p = ribbon(np.stack([x + rx * np.cos(t), y + ry * np.sin(t)], 1), [float(words[0])] * 2)
    elif kind in ("line", "curve"):
        way = _numbers(words[1:])
        p = ribbon(smooth(way, steps=7, closed=False) if kind == "curve" else way, [float(words[0])] * 2)
    else:
        raise ValueError(f"unknown kind of part: {kind}")
    yield p
    if pair:
        yield _mirrored(p)


def _parts(lines: list[str]) -> Iterator[Part]:
    for line in lines:
        paint, kind, *words = line.split()
        name, _, opacity = paint.partition("@")
        bare = name.rstrip("+-")
        if bare not in PAINTS and bare not in ("glow", "main", "pane"):
            raise ValueError(f"unknown paint: {bare}")
        shade = 1 + 0.22 * name.count("+") - 0.24 * name.count("-")
        for points in _outlines(kind, words):
            yield Part(bare, shade, float(opacity or 1), points)


@cache
def drawings(file_name: str) -> dict[str, Drawing]:
    """All drawings of one file of `shapes/`, by name. ValueError if one cannot be read."""
    table = yaml.safe_load((FOLDER / f"{file_name}.yaml").read_text())
    return {
        name: Drawing(name, float(d.get("tall", 1)), d.get("stands", "floor"), tuple(_parts(d["parts"])), (name.replace("_", " "), *d.get("words", [])))
        for name, d in table.items()
    }


def paint(
    plate: Plate, drawing: Drawing, x: float, y: float, height: float, pal: Palette, *, flip: bool = False, turn: float = 0.0, depth: float = 1.0,
    main: Colour | None = None, accent: Colour | None = None, flat: Colour | None = None, stretch: float = 1.0,
) -> None:  # fmt: skip
    """Paint a drawing with its foot at (x, y), `height` pixels high. `turn` leans it (radians), `flat` makes it a silhouette of one colour."""
    cos, sin = np.cos(turn), np.sin(turn)
    for part in drawing.parts:
        px = part.points[:, 0] * (-1 if flip else 1) * stretch
        py = part.points[:, 1]
        points = np.stack([x + height * (px * cos + py * sin), y - height * (py * cos - px * sin)], 1)
        plate.poly(points, _paint(part, pal, depth, main, accent, flat), part.opacity)


def _paint(part: Part, pal: Palette, depth: float, main: Colour | None, accent: Colour | None, flat: Colour | None) -> Colour:
    if part.paint == "glow" or (part.paint == "pane" and pal.lamps):
        return mix(pal.light, (255, 250, 230), 0.35) if part.paint == "glow" else mix(LAMP, pal.light, 0.35)
    if part.paint == "pane":
        return mix(pal.local((84, 104, 116), depth), pal.top, 0.35)
    if flat is not None:
        return scaled(flat, 0.55 + 0.45 * part.shade)
    own = {"main": main, "accent": accent}.get(part.paint) or PAINTS.get(part.paint, PAINTS["wood"])
    return pal.local(scaled(own, part.shade), depth)
