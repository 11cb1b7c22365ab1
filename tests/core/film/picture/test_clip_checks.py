"""Every fault has a clip with exactly that fault; a clean clip has none."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from core import ffmpeg
from core.film.clip_checks import ClipOrder, check_clip
from core.film.stills import stills

ORDER = ClipOrder(width=320, height=180, frames=48)
MOVING, OTHER = "testsrc2=s=320x180:r=24", "mandelbrot=s=320x180:r=24"
BLINK = "eq=brightness='0.14*(mod(floor(t*12),2)-0.5)':eval=frame"

FAULTS = {
    "size": (OTHER.replace("320x180", "320x240"), [], 0.0),
    "rate": (MOVING.replace("r=24", "r=30"), ["-frames:v", "60"], 0.0),
    "short": (MOVING, ["-frames:v", "40"], 0.0),
    "black": (MOVING, ["-vf", "drawbox=c=black:t=fill:enable='between(t,0.5,1.4)'"], 0.5),
    "frozen": (MOVING, ["-vf", "trim=end=0.5,setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop_duration=1.5"], 0.5),
    "flicker": (OTHER, ["-vf", BLINK], 0.2),
    "cut": (MOVING, ["-vf", "negate=enable='gte(t,1)'"], 1.0),
}


@pytest.mark.parametrize("kind", FAULTS)
async def test_each_fault_is_found_alone_and_in_its_place(pattern, kind):
    source, args, at = FAULTS[kind]
    found = await check_clip(await pattern(source, 2.0, *args), ORDER)
    assert [finding.kind for finding in found] == [kind], found
    assert abs(found[0].start_s - at) < 0.3
    assert found[0].text.endswith(".")


@pytest.mark.parametrize("source", [MOVING, OTHER, "testsrc2=s=320x180:r=24,eq=brightness=-0.35", "testsrc2=s=320x180:r=24,fade=t=in:d=0.4"])
async def test_a_clean_clip_has_no_fault(pattern, source):
    assert await check_clip(await pattern(source, 2.0), ORDER) == []


async def test_stills_come_from_all_over_a_clip(pattern):
    clip = await pattern("color=black:s=320x180:r=24,geq=lum='16+N*2':cb=128:cr=128", 4.0)
    found = [Image.open(io.BytesIO(still)) for still in await stills(clip, 96)]
    assert [still.size for still in found] == [(320, 180)] * 3
    light = [still.convert("L").resize((1, 1)).getpixel((0, 0)) for still in found]
    assert light == sorted(set(light)), "in their order, each another moment"
    assert light[-1] - light[0] > 100, "from its first third to its last"
    assert len(await stills(await pattern(MOVING, 10.0), 240)) == 5


async def test_a_short_shot_that_stands_still_is_found_too(pattern):
    found = await check_clip(await pattern("testsrc2=s=320x180:r=24,loop=30:1", 1.0), ORDER.model_copy(update={"frames": 24}))
    assert [finding.kind for finding in found] == ["frozen"]


async def test_what_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / "x.mp4").write_bytes(b"nothing")
    sound = tmp_path / "sound.mp4"
    await ffmpeg.run(["-f", "lavfi", "-i", "sine=d=1", sound])
    for path in (tmp_path / "x.mp4", tmp_path / "gone.mp4", sound):
        assert [finding.kind for finding in await check_clip(path, ORDER)] == ["unreadable"]
