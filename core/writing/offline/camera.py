"""How near the camera stands and how it moves: wide first, then nearer, and nothing twice in a row. Called by `staging`."""

from __future__ import annotations

import re

from core.writing.offline.lexicon import number
from core.writing.offline.timing import DraftShot
from core.writing.script import CameraMove, ShotSize

LENS_MM: dict[ShotSize, int] = {"EWS": 18, "WS": 24, "FS": 28, "MS": 35, "MCU": 50, "CU": 75, "ECU": 100, "INSERT": 90}
_OTHER_SIZE: dict[ShotSize, ShotSize] = {"MCU": "CU", "CU": "MCU", "MS": "MCU", "ECU": "CU", "WS": "FS", "FS": "MS", "EWS": "WS", "INSERT": "INSERT"}
_MOVES: dict[str, tuple[CameraMove, ...]] = {
    "place": ("crane_up", "pan_right", "dolly_in", "pan_left", "tilt_down", "truck_right", "crane_down", "truck_left"),
    "breath": ("dolly_in", "static", "pan_left", "pan_right"),
    "insert": ("dolly_in", "tilt_down", "zoom_in", "pan_right", "static"),
    "narrated": ("dolly_in", "pan_left", "truck_right", "pan_right", "dolly_out", "truck_left", "crane_down"),
    "action": ("truck_right", "dolly_in", "pan_left", "truck_left", "pan_right", "static"),
    "two": ("dolly_in", "truck_left", "pan_right", "truck_right", "static", "pan_left"),
    "one": ("dolly_in", "static", "pan_left", "dolly_in", "pan_right", "handheld"),
    "close": ("dolly_in", "zoom_in", "dolly_in", "static"),
}
_MOTIVATED: tuple[tuple[re.Pattern[str], tuple[CameraMove, ...]], ...] = (
    (re.compile(r"\b(?:looks? up|gets? up|rises?|stands? up|climbs?|lifts?|raises?|reaches up)\b"), ("tilt_up",)),
    (
        re.compile(r"\b(?:falls?|drops?|bends? (?:down|over)|sits? down|kneels?|looks? down|to the floor|puts? .{1,30} down|sets? .{1,30} down)\b"),
        ("tilt_down",),
    ),
    (re.compile(r"\b(?:runs?(?! a hand)|rushes|hammers|fights?|bolts?|grabs?|throws?)\b"), ("handheld", "truck_right")),
    (re.compile(r"\b(?:walks?|crosses|goes|comes|follows|catches up|leaves|passes|steps)\b"), ("truck_right", "pan_left", "truck_left", "pan_right")),
    (re.compile(r"\b(?:turns?|looks? (?:round|across|back)|points?)\b"), ("pan_right", "pan_left")),
    (re.compile(r"\b(?:alone|in the middle|from behind|turned back)\b"), ("dolly_out", "dolly_in")),
)


class Camera:
    """Frames one shot after the other; remembers what it has just done."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._sizes: list[ShotSize] = []
        self._move: list[CameraMove] = []

    def size(self, draft: DraftShot, *, first: bool, last: bool, nth_spoken: int) -> ShotSize:
        """How near: authored, or by who speaks and what matters. Wide where a scene begins, nearer as it goes on."""
        n = number(f"{self._key}|frame|{len(self._sizes)}")
        size: ShotSize
        if draft.kind == "place":
            size = "EWS"
        elif draft.kind == "insert" or not draft.seen:
            size = "INSERT"
        elif draft.kind == "narrated":
            size = "WS" if first or last or n % 2 else "FS"
        elif draft.kind == "action":
            size = "WS" if first else ("FS", "MS")[n % 2]
        elif draft.kind == "breath":
            size = ("MCU", "MS", "CU")[n % 3]
        elif draft.close:
            size = "CU"
        elif len(draft.lines) > 1 or nth_spoken == 0:
            size = "MS"
        else:
            size = ("MCU", "MS", "CU")[n % 3] if nth_spoken > 2 else "MCU"
        if last and draft.kind in ("spoken", "action", "narrated") and not draft.close:
            size = "WS"
        size = draft.size or size
        if draft.size is None and self._sizes and self._sizes[-1] == size and draft.kind != "place" and not draft.close and not last:
            size = _OTHER_SIZE[size]
        self._sizes.append(size)
        return size

    def move(self, draft: DraftShot, *, last: bool) -> CameraMove:
        """How it moves: authored, moved by what is done in the picture, or gently by the kind of shot; never three times the same."""
        move = draft.move or self._drawn(draft, last)
        self._move.append(move)
        return move

    def _drawn(self, draft: DraftShot, last: bool) -> CameraMove:
        n = number(f"{self._key}|move|{len(self._move)}")
        if last and draft.kind in ("spoken", "action", "narrated") and not draft.close:
            return "dolly_out"
        size = self._sizes[-1]
        kind = draft.kind
        if kind == "spoken":
            kind = "close" if draft.close or size in ("CU", "ECU") else "two" if len(draft.seen) > 1 else "one"
        options = _MOVES[kind]
        if kind in ("action", "narrated", "one", "two"):
            options = next((moves for pattern, moves in _MOTIVATED if pattern.search(draft.action)), options)
        move = options[n % len(options)]
        if self._move[-1:] == [move]:
            plain = _MOVES[kind]
            move = next(m for m in (plain[(n + k) % len(plain)] for k in range(len(plain))) if m != self._move[-1])
        return move
