"""An animated preview of a film: its strongest moments, small and silent, to play in a loop where it is posted.

As MP4 for chats that play silent videos round and round, and as an animated WebP for those that only do so with pictures. Called by
`core.rendering.cutting` when somebody asks for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core import ffmpeg
from core.film.delivery import trailer_cuts
from core.film.normalise import ffmpeg_version
from core.film.profiles import TO_TV
from core.workshop import Made, Stage, Workshop
from core.writing.script import FPS, Script

SHOTS, SHOT_S = 4, 1.25
LONG_SIDE = 480
"""Pixels of the longer side."""
PICTURE_FPS = 12
"""A picture that moves needs fewer frames, and its bytes count."""
PICTURE_BYTES_MAX = 4_000_000
QUALITIES = (62, 45, 30, 18)


async def loop(workshop: Workshop, film: Made, script: Script) -> Made:
    """The preview as MP4 without sound. Facts: seconds, width, height, bytes."""
    return await workshop.made(LOOP, film=film, cuts=moments(script), encoder=ffmpeg_version())


async def as_picture(workshop: Workshop, made: Made) -> Made:
    """The preview as an animated WebP that never ends, small enough for any chat. Facts: bytes."""
    return await workshop.made(PICTURE, clip=made, encoder=ffmpeg_version())


def moments(script: Script) -> list[list[float]]:
    """(start, end) in seconds of what it shows: some of the trailer's shots, spread over the film."""
    cuts = trailer_cuts(script)
    count = min(SHOTS, len(cuts))
    chosen = [cuts[round(i * (len(cuts) - 1) / max(1, count - 1))] for i in range(count)]
    return [[start, round(start + min(SHOT_S, end - start), 3)] for start, end in chosen]


async def _cut(out: Path, film: Made, cuts: list[list[float]], encoder: str) -> dict[str, Any]:
    args: list[str | Path] = []
    for start, end in cuts:
        args += ["-ss", f"{start:.3f}", "-t", f"{end - start:.3f}", "-i", film.path]
    small = f"fps={FPS},scale='if(gt(a,1),{LONG_SIDE},-2)':'if(gt(a,1),-2,{LONG_SIDE})':flags=lanczos"
    parts = "".join(f"[{i}:V:0]setpts=PTS-STARTPTS,{small}[v{i}];" for i in range(len(cuts)))
    joined = "".join(f"[v{i}]" for i in range(len(cuts))) + f"concat=n={len(cuts)}:v=1:a=0,{TO_TV}[v]"
    encoding = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "24", "-an", "-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart"]
    await ffmpeg.run([*args, "-filter_complex", parts + joined, "-map", "[v]", *encoding, out])
    return {"seconds": round(sum(end - start for start, end in cuts), 3), "bytes": out.stat().st_size}


async def _as_picture(out: Path, clip: Made, encoder: str) -> dict[str, Any]:
    for quality in QUALITIES:
        args = ["-vf", f"fps={PICTURE_FPS}", "-c:v", "libwebp_anim", "-quality", str(quality), "-compression_level", "4", "-loop", "0", "-an"]
        await ffmpeg.run(["-i", clip.path, *args, out])
        if out.stat().st_size <= PICTURE_BYTES_MAX:
            break
    return {"bytes": out.stat().st_size}


LOOP = Stage("loop", 1, ".mp4", _cut)
PICTURE = Stage("loop_picture", 1, ".webp", _as_picture)
