"""Each take is brought into the film's form once, as it lands: exact frames, size, rate, colours and encoding.

Called by `rendering` when a take is accepted and by `assemble` for whatever is not yet normal; both get the same file. A
clip that already is in the film's form (ours are drawn that way) is linked, not encoded again.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from functools import partial
from math import log
from pathlib import Path
from typing import Any

from core import ffmpeg
from core.film.probe import INPUT_GUARD, ClipUnusable, Picture, probe_picture
from core.film.profiles import TIMESCALE, TO_TV, Profile
from core.film.timeline import DISSOLVE_FRAMES
from core.workshop import Made, Source, Stage, Workshop

STRETCH_MAX = 1.5
"""A take that is too short is slowed down by at most this factor."""
TO_SDR = "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p,"
"""From a picture of high dynamic range to the film's: white as a lit page (203 cd/m², BT.2408), lights above it bent."""
SAME_SHAPE = 0.03
"""Aspects that differ by less than this share are simply filled."""


async def normalised(
    workshop: Workshop, clip: Source | Made, profile: Profile, frames: int, *, centre: float | None = None, light: str = "",
    on_seconds: ffmpeg.OnSeconds | None = None,
) -> Made:  # fmt: skip
    """The clip in the film's form, `frames` long. Facts: seconds, frames, setup; `same_as`, the content of a source that had that form already.

    A clip of another shape is shown whole before its own blurred picture, or, where `centre` (0 left … 1 right) tells
    where its subject stands, cut to fill the frame. Too long is cut, a little too short is slowed down. `light`: a filter that corrects its light.
    Raises ClipUnusable.
    """
    stage = replace(NORMALISED, make=partial(_normalise, on_seconds=on_seconds))
    lit = {"light": light} if light else {}
    return await workshop.made(stage, clip=clip, profile=profile, frames=frames, centre=centre, encoder=ffmpeg_version(), **lit)


async def _normalise(
    out: Path, clip: Source | Made, profile: Profile, frames: int, centre: float | None, encoder: str, light: str = "",
    on_seconds: ffmpeg.OnSeconds | None = None,
) -> dict[str, Any]:  # fmt: skip
    source = await probe_picture(clip.path)
    if source.frames < 2:
        raise ClipUnusable("The clip is a single picture, not a moving one.")
    if not light and not profile.finishing and is_normal(source, profile, frames) and source.setup == await setup_of(profile, out.parent):
        _link(clip.path, out)
        same = {"same_as": clip.sha256} if isinstance(clip, Source) else {}
        return {"seconds": frames / profile.fps, "frames": frames, "setup": source.setup, **same}
    picture = f"{TO_SDR if source.hdr else ''}{_framing(source, profile, centre)},{TO_TV}"
    filters = f"{timing(source, profile, frames)},{picture}{',' + light if light else ''}{profile.finishing}"
    try:
        await ffmpeg.run(
            ["-threads", "1", *INPUT_GUARD, "-i", clip.path, "-map", "0:V:0", "-vf", filters, *profile.encoding(frames), out], on_seconds=on_seconds
        )
    except ffmpeg.FfmpegFailed as error:
        raise ClipUnusable(f"The clip cannot be decoded: {error}") from error
    done = await probe_picture(out)
    if done.frames != frames:
        raise ClipUnusable(f"The clip gives {done.frames} of {frames} frames.")
    return {"seconds": frames / profile.fps, "frames": frames, "setup": done.setup}


NORMALISED = Stage("normalised", 1, ".mp4", _normalise)


def is_normal(picture: Picture, profile: Profile, frames: int) -> bool:
    """Whether a picture track is in the film's form, its set-up not compared."""
    joints = {0, DISSOLVE_FRAMES, frames - DISSOLVE_FRAMES} - {frames}
    return (
        picture.codec == "h264" and picture.pixels == "yuv420p" and not picture.turned and picture.square_pixels
        and (picture.width, picture.height) == (profile.width, profile.height)
        and picture.frames == frames and picture.start_s == 0 and picture.timescale == TIMESCALE
        and abs(picture.duration_s - frames / profile.fps) < 1e-4 and joints <= set(picture.keyframes)
    )  # fmt: skip


_setups: dict[Profile, str] = {}


async def setup_of(profile: Profile, folder: Path) -> str:
    """The decoder set-up that this profile's encoding gives, found by encoding one frame into `folder`."""
    if profile not in _setups:
        stamp = folder / "stamp.mp4"
        black = f"color=c=black:s={profile.width}x{profile.height}:r={profile.fps}"
        await ffmpeg.run(["-f", "lavfi", "-i", black, "-vf", TO_TV, *profile.encoding(2), stamp])
        _setups[profile] = (await probe_picture(stamp)).setup
        stamp.unlink()
    return _setups[profile]


def ffmpeg_version() -> str:
    """Which ffmpeg encodes: clips of two versions are not joined by copying."""
    return Path(ffmpeg.binary()).name


def _link(path: Path, out: Path) -> None:
    try:
        os.link(path, out)
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(path, out)


def timing(source: Picture, profile: Profile, frames: int) -> str:
    """Filters that bring a clip to the film's rate and to so many frames. Raises ClipUnusable for one that is far too short."""
    wanted = frames / profile.fps
    has = source.duration_s
    if has <= 0 or wanted / has > STRETCH_MAX:
        raise ClipUnusable(f"The clip lasts {has:.2f} s of the {wanted:.2f} s asked for.")
    slower = max(1.0, wanted / has) if has < wanted - 1 / profile.fps else 1.0
    return f"setpts=(PTS-STARTPTS)*{slower:.6f},fps={profile.fps},tpad=stop_mode=clone:stop={profile.fps // 2}"


def _framing(source: Picture, profile: Profile, centre: float | None) -> str:
    w, h = profile.width, profile.height
    square = "" if source.square_pixels else "scale=trunc(iw*sar/2)*2:ih,setsar=1,"
    if centre is not None or abs(log(source.width / source.height / profile.aspect)) < SAME_SHAPE:
        x = f"clip(iw*{0.5 if centre is None else centre:.4f}-{w / 2}\\,0\\,iw-{w})"
        return f"{square}scale={w}:{h}:force_original_aspect_ratio=increase:flags=bicubic,crop={w}:{h}:{x}:(ih-{h})/2"
    behind = f"scale={_even(w / 8)}:{_even(h / 8)}:force_original_aspect_ratio=increase,crop={_even(w / 8)}:{_even(h / 8)},gblur=sigma=5"
    return (
        f"{square}format=yuv420p,split[front][back];[back]{behind},scale={w}:{h}:flags=bicubic,eq=brightness=-0.10:saturation=0.8[soft];"
        f"[front]scale={w}:{h}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bicubic[whole];"
        f"[soft][whole]overlay=(W-w)/2:(H-h)/2"
    )


def _even(x: float) -> int:
    return max(2, round(x / 2) * 2)
