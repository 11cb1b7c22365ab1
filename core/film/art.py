"""The film's key art: the one picture behind its titles, poster and cover. Called by those three."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core import cpu
from core.film import lettering
from core.workshop import Made, Stage, Workshop
from core.writing.script import Mood, Script

Picture = NDArray[np.uint8]
LONG_SIDE = 1536
"""Pixels of the longer side."""


async def key_picture(workshop: Workshop, script: Script, aspect: float) -> Made:
    """The key art in this shape (width by height), as PNG."""
    width, height = (LONG_SIDE, round(LONG_SIDE / aspect)) if aspect >= 1 else (round(LONG_SIDE * aspect), LONG_SIDE)
    return await workshop.made(KEY_ART, mood=lettering.mood_of(script), width=width, height=height)


async def _make(out: Path, **what: Any) -> None:
    await cpu.in_child(_draw, out, **what)


def _draw(out: Path, *, mood: Mood, width: int, height: int) -> None:
    look = lettering.look_for(mood)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    glow = np.exp(-(((x / width - 0.62) / 0.4) ** 2 + ((y / height - 0.42) / 0.3) ** 2))[..., None]
    picture = np.asarray(look.shade, np.float32) + (np.asarray(look.glow, np.float32) - np.asarray(look.shade, np.float32)) * (0.15 + 0.75 * glow)
    cv2.imwrite(str(out), np.clip(picture, 0, 255).astype(np.uint8)[..., ::-1])


def opened(path: Path) -> Picture:
    """A picture file as height × width × 3, RGB."""
    return np.ascontiguousarray(np.asarray(cv2.imread(str(path), cv2.IMREAD_COLOR), np.uint8)[..., ::-1])


KEY_ART = Stage("key_art", 1, ".png", _make)
