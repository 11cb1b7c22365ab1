"""The moving picture of a shot, for the animatic and the drawn film. Called by the drawn renderer.

A child process composes the shot once, then projects frame after frame into ffmpeg's standard input (NV12, BT.709). If the child is killed
the pipe closes and ffmpeg ends by itself. The clip is a near-lossless intermediate: the film room encodes it for delivery.
"""

from __future__ import annotations

import asyncio
import contextlib
import resource
import struct
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from core import cpu, ffmpeg
from core.storyboard.look.canvas import Plate
from core.storyboard.look.compose import compose, describe
from core.storyboard.look.projector import Projector
from core.storyboard.panel import LOOK_REVISION, drawn
from core.storyboard.slate import Slate, draw_slate
from core.workshop import Made, Stage, Workshop
from core.writing.script import FPS, Character, Location, Scene, Script, Shot

OnShare = Callable[[float], Awaitable[None]]
CLIP_REVISION = f"look-{LOOK_REVISION}"
"""Names the look that clips are drawn with."""
LOOK_EVERY_S = 0.25
"""How often progress is looked at."""


async def clip(
    workshop: Workshop,
    script: Script,
    shot_id: str,
    size: tuple[int, int],
    *,
    slate: bool = False,
    encoding: Sequence[str] = (),
    on_share: OnShare | None = None,
) -> Made:
    """The clip of a shot in this size, drawn now if it was not drawn before; with `slate` it carries the animatic's furniture.

    `encoding`: ffmpeg's filters and output arguments, so that the film room need not encode the clip again; empty: near-lossless.
    Facts: `frames`, `fps`, `width`, `height`, `alt`. `on_share` hears the share that is done, 0 to 1. KeyError if there is no such shot.
    """
    scene, location, shot, cast = drawn(script, shot_id)
    stage = Stage("clip", LOOK_REVISION, ".mp4", partial(_make, on_share=on_share))
    return await workshop.made(
        stage,
        shot=shot,
        scene=scene,
        location=location,
        characters=cast,
        size=list(size),
        slate=slate_of(script, shot_id) if slate else None,
        encoding=list(encoding),
    )


def slate_of(script: Script, shot_id: str) -> Slate:
    """Where a shot stands in its film."""
    number, place, scene, _ = next(n for n in script.numbered() if n[3].id == shot_id)
    return Slate(scene=place, shot=[s.id for s in scene.shots].index(shot_id) + 1, number=number, total=len(script.shots))


async def _make(
    out: Path,
    *,
    shot: Shot,
    scene: Scene,
    location: Location,
    characters: list[Character],
    size: list[int],
    slate: Slate | None,
    encoding: list[str],
    on_share: OnShare | None,
) -> dict[str, Any]:
    seen_as = {"shot": shot, "scene": scene, "location": location, "characters": characters, "size": (size[0], size[1])}
    return await draw_clip(out, frames=round(shot.duration_s * FPS), slate=slate, encoding=encoding, on_share=on_share, **seen_as)  # type: ignore[arg-type]


async def draw_clip(
    out: Path,
    *,
    shot: Shot,
    scene: Scene,
    location: Location,
    characters: Sequence[Character],
    size: tuple[int, int],
    frames: int,
    fps: int = FPS,
    seed: int = 0,
    slate: Slate | None = None,
    encoding: Sequence[str] = (),
    on_share: OnShare | None = None,
) -> dict[str, Any]:
    """Draw a clip of exactly `frames` frames into `out` (MP4, H.264). Both sides of `size` must be even. Cancelling kills the drawing.

    Raises FfmpegFailed if the encoder fails (a full disk).
    """
    if size[0] % 2 or size[1] % 2 or frames < 1:
        raise ValueError("a clip has even sides and at least one frame")
    with tempfile.TemporaryDirectory(prefix="clip-") as folder:
        told = Path(folder) / "share"
        watching = asyncio.create_task(_watch(told, on_share)) if on_share else None
        try:
            await cpu.in_child(project, out, told, shot, scene, location, list(characters), size, frames, fps, seed, slate, list(encoding))
        finally:
            if watching:
                watching.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await watching
    if on_share:
        await on_share(1.0)
    return {
        "frames": frames,
        "fps": fps,
        "width": size[0],
        "height": size[1],
        "alt": describe(shot, scene, location, [c for c in characters if c.id in shot.characters]),
    }


async def _watch(told: Path, on_share: OnShare) -> None:
    """Tell the share that the child writes down, whenever it has grown."""
    last = 0.0
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        with contextlib.suppress(FileNotFoundError):
            data = told.read_bytes()
            if len(data) == 4 and (share := struct.unpack("f", data)[0]) > last:
                last = share
                await on_share(share)


def project(
    out: Path,
    told: Path,
    shot: Shot,
    scene: Scene,
    location: Location,
    characters: list[Character],
    size: tuple[int, int],
    frames: int,
    fps: int,
    seed: int,
    slate: Slate | None,
    encoding: Sequence[str] = (),
) -> None:
    """Draw all frames into ffmpeg. Runs in a child process. Raises FfmpegFailed."""
    projector = Projector(compose(shot, scene, location, characters, size, seed), shot.move, frames / fps, seed=shot.seed + seed)
    if slate:
        furniture = draw_slate(slate, shot, size)
        projector.overlay(Plate.of(furniture[..., :3], furniture[..., 3]))
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(_command(out, size, fps, encoding), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log)
        pipe = cast(IO[bytes], process.stdin)
        try:
            for n in range(frames):
                luma, chroma = projector.frame(n / max(1, frames - 1), n)
                pipe.write(luma.data)
                pipe.write(chroma.data)
                if n % 6 == 5:
                    told.write_bytes(struct.pack("f", (n + 1) / frames))
        except BrokenPipeError:
            pass  # ffmpeg's own exit code and log tell why
        finally:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
            code = process.wait()
        if code:
            log.seek(0)
            raise ffmpeg.FfmpegFailed(log.read()[-1500:].decode(errors="replace") or f"ffmpeg ended with {code}")


NEAR_LOSSLESS = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "16", "-pix_fmt", "yuv420p", "-g", "48", "-threads", "1", "-video_track_timescale", "24000"]
TAGS = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"]


def _command(out: Path, size: tuple[int, int], fps: int, encoding: Sequence[str]) -> list[str]:
    raw = ["-f", "rawvideo", "-pix_fmt", "nv12", "-color_range", "tv", "-colorspace", "bt709", "-s", f"{size[0]}x{size[1]}", "-r", str(fps), "-i", "pipe:0"]
    return [ffmpeg.binary(), "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *raw, "-an", *(encoding or [*NEAR_LOSSLESS, *TAGS]), str(out)]


def bench(
    size: tuple[int, int], shot: Shot, scene: Scene, location: Location, characters: Sequence[Character], folder: Path, *, encoding: Sequence[str] = ()
) -> dict[str, float]:
    """How fast a clip is drawn in this process: seconds of film per second of all CPU used (this process and ffmpeg), and of wall time."""
    frames = round(shot.duration_s * FPS)
    before, began = _cpu_s(), time.perf_counter()
    project(folder / "bench.mp4", folder / "share", shot, scene, location, list(characters), size, frames, FPS, 0, None, encoding)
    wall, used = time.perf_counter() - began, _cpu_s() - before
    return {"film_s": shot.duration_s, "cpu_s": used, "wall_s": wall, "per_core": shot.duration_s / used, "per_wall": shot.duration_s / wall}


def _cpu_s() -> float:
    """Seconds of CPU used by this process and its ended children."""
    return sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
