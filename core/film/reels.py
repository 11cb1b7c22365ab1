"""The reels a long film is joined of: runs of pieces, joined once. Where one shot of 900 changes, its reel is joined anew and few files are opened.

Opening a clip costs ffmpeg some milliseconds, which is most of the time that joining an hour of short clips takes. Called by `assemble`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core import ffmpeg
from core.film.pieces import Piece
from core.workshop import Made, Stage, Workshop
from core.writing.script import FPS

PIECES = 30
"""Of a reel. A film of up to two reels' pieces is joined of its pieces."""


async def reeled(workshop: Workshop, picture: Sequence[Piece]) -> list[Piece]:
    """The same picture in fewer pieces, packet for packet."""
    if len(picture) <= 2 * PIECES:
        return list(picture)
    return [await _reel(workshop, picture[at : at + PIECES]) for at in range(0, len(picture), PIECES)]


async def _reel(workshop: Workshop, pieces: Sequence[Piece]) -> Piece:
    frames = [piece.frames for piece in pieces]
    made = await workshop.made(REEL, pieces=[piece.made for piece in pieces], frames=frames)
    return Piece(made, pieces[0].start, sum(frames))


def listed(out: Path, clips: Sequence[Made], frames: Sequence[int]) -> list[str | Path]:
    """ffmpeg's input arguments for clips that follow each other, each of so many frames; their list lies beside `out`."""
    path = out.with_name("pieces.txt")
    lines = "".join(f"file '{_quoted(clip.path)}'\nduration {n / FPS:.6f}\n" for clip, n in zip(clips, frames, strict=True))
    path.write_text(f"ffconcat version 1.0\n{lines}")
    return ["-f", "concat", "-safe", "0", "-i", path]


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("'", "'\\''")


async def _join(out: Path, pieces: list[Made], frames: list[int]) -> dict[str, Any]:
    await ffmpeg.run([*listed(out, pieces, frames), "-map", "0:v:0", "-c", "copy", "-video_track_timescale", "24000", out])
    return {"frames": sum(frames), "setup": pieces[0].facts["setup"]}


REEL = Stage("reel", 1, ".mp4", _join)
