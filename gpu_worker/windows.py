"""How a shot that is longer than a model's window is cut into windows; used by `engine` for every model family.

Each window begins with frames that are known already (`known`: the last frames of what came before) and adds new ones. Lengths are
balanced, so that no last window of a few frames is left over, which models render badly.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """`size` frames are rendered; the first `known` of them exist already and are not shown again; `new` of the rest are shown.

    `size` - 1 is a multiple of the model's step; `known` + `new` <= `size`: the last window may render up to a step more than is shown.
    """

    index: int
    known: int
    size: int
    new: int
    last: bool


def plan(frames: int, *, window: int, overlap: int, before: int = 0, step: int = 4, first: int = 0) -> list[Window]:
    """Windows that give exactly `frames` new frames.

    `window`: most frames a window may have; `overlap`: known frames of every window but the first; `before`: known frames of the first (a
    tail), 0 where the shot begins by itself; `first`: index of the first window. `window`, `overlap` and `before` are one more than a
    multiple of `step` (or 0). Raises ValueError when a window has no room for anything new.
    """
    if window <= max(overlap, before):
        raise ValueError(f"a window of {window} frames has no room beside {max(overlap, before)} known ones")
    most = (window - 1) // step
    known_first, known_later = (max(0, before - 1) // step, (overlap - 1) // step)
    # a shot that begins by itself shows the single frame that every window starts with; the others do not
    units = -(-(frames - (0 if before else 1)) // step)
    count = 1 if units <= most - known_first else 1 + -(-(units - (most - known_first)) // (most - known_later))
    target = -(-(units + known_first + known_later * (count - 1)) // count)
    windows = []
    shown = 0
    for index in range(count):
        known = before if index == 0 else overlap
        last = index == count - 1
        size = 1 + step * target
        if last:
            size = 1 + step * -(-(known + frames - shown - 1) // step)
        new = min(size - known, frames - shown)
        windows.append(Window(first + index, known, size, new, last))
        shown += new
    return windows
