"""Single pictures out of a clip, for who judges what is to be seen in it. Called by `core.rendering.cutting`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from core import ffmpeg
from core.film.probe import INPUT_GUARD
from core.writing.script import FPS

EVERY_S = 2.0
FEWEST = 3
WIDTH = 512


async def stills(path: Path, frames: int, fps: int = FPS) -> list[bytes]:
    """JPEG files of frames spread evenly over a clip of so many: one in two seconds, three at least. Raises FfmpegFailed."""
    many = min(frames, max(FEWEST, round(frames / fps / EVERY_S)))
    chosen = "+".join(f"eq(n\\,{frames * (2 * n + 1) // (2 * many)})" for n in range(many))
    with tempfile.TemporaryDirectory() as folder:
        small = f"select={chosen},scale='min({WIDTH},iw)':-2"
        args: list[str | Path] = ["-threads", "1", *INPUT_GUARD, "-i", path.absolute(), "-map", "0:V:0", "-vf", small, "-fps_mode", "passthrough", "-q:v", "4"]
        await ffmpeg.run([*args, "still%04d.jpg"], cwd=Path(folder))
        return [still.read_bytes() for still in sorted(Path(folder).glob("still*.jpg"))]
