"""Whatever arrives comes out in the film's one form, or is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from core import ffmpeg
from core.errors import Unavailable
from core.film.normalise import is_normal, normalised, setup_of
from core.film.probe import ClipUnusable, probe_picture
from core.film.profiles import TO_TV, Profile, profile_for
from core.workshop import Source, Workshop

TINY = Profile(name="tiny", width=320, height=180, crf=28, preset="ultrafast")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


def first_frame(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24")


ODD = {
    "other rate": ("testsrc2=s=320x180:r=30", 1.5, []),
    "variable rate": ("testsrc2=s=320x180:r=24", 1.5, ["-vf", "select='lt(n,12)+not(mod(n,4))'", "-fps_mode", "vfr"]),
    "too long": ("testsrc2=s=320x180:r=24", 2.5, []),
    "a little short": ("testsrc2=s=320x180:r=24", 1.1, []),
    "stretched pixels": ("testsrc2=s=240x180:r=24,setsar=4/3", 1.5, []),
    "square": ("testsrc2=s=200x200:r=24", 1.5, []),
    "odd pixels": ("testsrc2=s=321x179:r=24", 1.5, ["-pix_fmt", "yuv444p"]),
    "ten bits": ("testsrc2=s=320x180:r=24", 1.5, ["-pix_fmt", "yuv420p10le"]),
    "begins an hour late": ("testsrc2=s=320x180:r=24", 1.5, ["-output_ts_offset", "3600"]),
    "begins a day late": ("testsrc2=s=320x180:r=24", 1.5, ["-output_ts_offset", "95443.7", "-f", "mpegts"]),
    "with sound and a cover": ("testsrc2=s=320x180:r=24", 1.5, []),
}


async def with_more(clip: Path) -> Path:
    """The clip behind a cover and a track of sound that is longer than it."""
    out, cover = clip.with_name("more.mp4"), clip.with_name("cover.jpg")
    await ffmpeg.run(["-f", "lavfi", "-i", "testsrc=s=640x640", "-frames:v", "1", cover])
    maps = ["-map", "1:v", "-map", "2:a", "-map", "0:v", "-c:v", "copy", "-disposition:v:0", "attached_pic", out]
    await ffmpeg.run(["-i", clip, "-i", cover, "-f", "lavfi", "-i", "sine=d=4", *maps])
    return out


@pytest.mark.parametrize("what", ODD)
async def test_odd_clips_become_alike(workshop, pattern, tmp_path, what):
    source, seconds, args = ODD[what]
    path = await pattern(source, seconds, *args)
    if what == "with sound and a cover":
        path = await with_more(path)
    made = await normalised(workshop, Source.of(path), TINY, 36)
    picture = await probe_picture(made.path)
    assert is_normal(picture, TINY, 36)
    assert picture.setup == made.facts["setup"] == await setup_of(TINY, tmp_path)


async def test_what_is_normal_is_linked_and_not_encoded_again(workshop, pattern):
    made = await normalised(workshop, Source.of(await pattern()), TINY, 48)
    again = await normalised(workshop, Source.of(made.path), TINY, 48)
    assert again.key != made.key
    assert again.path.samefile(made.path)


async def test_a_turned_clip_is_turned_upright(workshop, pattern, tmp_path):
    flat = await pattern("testsrc2=s=180x320:r=24", 1.0)
    await ffmpeg.run(["-display_rotation", "90", "-i", flat, "-c", "copy", tmp_path / "turned.mp4"])
    picture = await probe_picture(tmp_path / "turned.mp4")
    assert (picture.width, picture.height, picture.turned) == (320, 180, True)
    made = await normalised(workshop, Source.of(tmp_path / "turned.mp4"), TINY, 24)
    frame = first_frame(made.path).astype(int)
    assert np.abs(frame[:, :30] - frame[:, 40:70]).mean() > 5  # it fills the frame: no blurred bars


async def test_high_dynamic_range_comes_out_as_bright_as_it_was(workshop, pattern):
    grey = "color=c=0x808080:s=320x180:r=24"
    to_pq = f"{TO_TV},zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt2020:t=smpte2084:m=bt2020nc:r=tv:npl=203,format=yuv420p10le"
    hdr = await pattern(grey, 0.5, "-vf", to_pq, "-c:v", "libx265", "-x265-params", "log-level=error", "-pix_fmt", "yuv420p10le")
    assert (await probe_picture(hdr)).hdr
    made = first_frame((await normalised(workshop, Source.of(hdr), TINY, 12)).path)
    assert np.abs(made.astype(int) - 128).max() < 12


async def test_a_broken_tail_is_filled_or_named(workshop, pattern, tmp_path):
    whole = await pattern("mandelbrot=s=320x180:r=24", 2.0, "-f", "mpegts", "-bf", "0", name="whole.ts")
    data, cut, torn = whole.read_bytes(), tmp_path / "cut.ts", tmp_path / "torn.ts"
    cut.write_bytes(data[: int(0.85 * len(data))])
    picture = await probe_picture((await normalised(workshop, Source.of(cut), TINY, 48)).path)
    assert is_normal(picture, TINY, 48)
    torn.write_bytes(data[: int(0.4 * len(data))])
    with pytest.raises(ClipUnusable, match=r"lasts 0\.\d+ s of the 2\.00 s"):
        await normalised(workshop, Source.of(torn), TINY, 48)


async def test_another_shape_stands_before_its_own_blur_or_is_cut_round_its_subject(workshop, pattern):
    upright = Source.of(await pattern("color=c=red:s=90x160:r=24,drawbox=x=0:y=0:w=45:h=160:c=blue:t=fill", 1.0))
    whole = first_frame((await normalised(workshop, upright, TINY, 24)).path)
    assert whole[90, 160 - 20, 2] > 150
    assert whole[90, 160 + 20, 0] > 150
    assert whole[90, 20].max() > 40  # and its blur beside it, not black
    wide = Source.of(await pattern("color=c=red:s=640x180:r=24,drawbox=x=0:y=0:w=320:h=180:c=blue:t=fill", 1.0, name="wide.mp4"))
    left = first_frame((await normalised(workshop, wide, TINY, 24, centre=0.1)).path)
    right = first_frame((await normalised(workshop, wide, TINY, 24, centre=0.9)).path)
    assert left[90, 160, 2] > 150
    assert right[90, 160, 0] > 150


async def test_what_cannot_be_used_is_refused_in_a_sentence(workshop, pattern, tmp_path):
    still = await pattern("testsrc2=s=320x180:r=24", 1.0, "-frames:v", "1", name="still.mp4")
    brief = await pattern("testsrc2=s=320x180:r=24", 0.5, name="brief.mp4")
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(brief.read_bytes()[:900])
    text = tmp_path / "playlist.m3u8"
    text.write_text("#EXTM3U\n#EXTINF:2,\nfile:///etc/passwd\n")
    sound = tmp_path / "sound.m4a"
    await ffmpeg.run(["-f", "lavfi", "-i", "sine=d=1", sound])
    for path, why in [(still, "single picture"), (brief, "lasts 0.50 s"), (broken, "cannot be read"), (text, "cannot be read"), (sound, "no moving picture")]:
        with pytest.raises(ClipUnusable, match=why):
            await normalised(workshop, Source.of(path), TINY, 48)


async def test_a_full_disk_is_said_in_a_sentence():
    noise = ["-f", "lavfi", "-i", "testsrc2=s=320x180:r=24", "-t", "1", "-f", "rawvideo", "/dev/full"]
    with pytest.raises(Unavailable, match="disk is full"):
        await ffmpeg.run(noise)
    with pytest.raises(Unavailable, match="disk is full"):
        ffmpeg.encode(noise, [])


def test_every_format_has_its_sizes():
    for form in ("youtube", "shorts", "reels", "tiktok", "square"):
        for grade in ("preview", "drawn", "full"):
            profile = profile_for(form, grade)
            assert profile.width % 2 == profile.height % 2 == 0
            assert profile.level in {"3.0", "3.1", "4.0"}
    assert (profile_for("youtube").width, profile_for("youtube").height) == (1280, 720)
    assert profile_for("reels").safe.bottom > profile_for("tiktok").safe.bottom > profile_for("shorts").safe.bottom
    assert profile_for("shorts").upright
    assert profile_for("tiktok", "full").height == 1920
