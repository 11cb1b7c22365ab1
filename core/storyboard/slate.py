"""The furniture of the animatic: a bar with the shot's number, size, move, length and lens, thirds and corner marks, as a transparent picture."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from core import typography
from core.storyboard.look.canvas import Bytes
from core.writing.script import CameraMove, Shot, Value

MOVES: dict[CameraMove, str] = {
    "static": "STATIC",
    "pan_left": "PAN ←",
    "pan_right": "PAN →",
    "tilt_up": "TILT ↑",
    "tilt_down": "TILT ↓",
    "dolly_in": "DOLLY IN",
    "dolly_out": "DOLLY OUT",
    "truck_left": "TRUCK ←",
    "truck_right": "TRUCK →",
    "crane_up": "CRANE ↑",
    "crane_down": "CRANE ↓",
    "zoom_in": "ZOOM IN",
    "zoom_out": "ZOOM OUT",
    "handheld": "HANDHELD",
}
GOLD, INK, PALE = (232, 178, 60, 255), (18, 15, 10, 255), (238, 236, 230, 235)


class Slate(Value):
    """Where a shot stands in the film, all from 1."""

    scene: int
    shot: int
    """Within its scene."""
    number: int
    """Within the film."""
    total: int
    title: str = "ANIMATIC"


def draw_slate(slate: Slate, shot: Shot, size: tuple[int, int]) -> Bytes:
    """The furniture for a picture of this size, RGBA bytes (height, width, 4)."""
    w, h = size
    unit = min(h, w * 0.8) / 480
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    for k in (1, 2):
        pen.line([w * k / 3, 0, w * k / 3, h], fill=(255, 255, 255, 22))
        pen.line([0, h * k / 3, w, h * k / 3], fill=(255, 255, 255, 22))
    bar = round(27 * unit)
    pen.rectangle([0, 0, w, bar], fill=(10, 9, 8, 165))
    base, small = bar * 0.7, 13.0 * unit
    number = f"{slate.scene}-{slate.shot:02d}"
    tab = typography.width(number, 15 * unit, "bold") + 24 * unit
    pen.rectangle([0, 0, tab, bar], fill=GOLD)
    typography.write(pen, (tab / 2, base), number, 15 * unit, INK, style="bold", anchor="middle")
    right = f"{slate.title}  {slate.number}/{slate.total}"
    facts = [shot.size, MOVES[shot.move], f"{shot.duration_s:g} s", f"{shot.lens_mm} mm"]
    room = w - tab - 30 * unit - typography.width(right, small, "text")
    while len(facts) > 1 and typography.width("   ·   ".join(facts), small) > room:
        facts.pop()
    typography.write(pen, (tab + 14 * unit, base), "   ·   ".join(facts), small, PALE)
    typography.write(pen, (w - 12 * unit, base), right, small, (206, 202, 194, 225), anchor="right")
    inset, arm = 15 * unit, 18 * unit
    for x, y, sx, sy in ((inset, bar + inset, 1, 1), (w - inset, bar + inset, -1, 1), (inset, h - inset, 1, -1), (w - inset, h - inset, -1, -1)):
        pen.line([x, y, x + arm * sx, y], fill=(255, 255, 255, 115), width=max(1, round(unit)))
        pen.line([x, y, x, y + arm * sy], fill=(255, 255, 255, 115), width=max(1, round(unit)))
    return np.asarray(picture, np.uint8)
