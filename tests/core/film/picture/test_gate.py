"""The gate names each fault of a finished film, with its time, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import ffmpeg
from core.film.gate import Expected, report

WANT = {"seconds": 8.0, "width": 320, "height": 180, "chapters": 2, "subtitles": True}
KEEP = ["-map", "0", "-map", "-0:d", "-c", "copy", "-movflags", "+faststart"]
PICTURE = ["-c:v:0", "libx264", "-preset", "ultrafast"]

FAULTS = {
    "faststart": ["-map", "0", "-map", "-0:d", "-c", "copy"],
    "cover": ["-map", "0:v:0", "-map", "0:a", "-map", "0:s", "-c", "copy", "-movflags", "+faststart"],
    "subtitles": ["-map", "0:v", "-map", "0:a", "-c", "copy", "-movflags", "+faststart"],
    "sound": ["-map", "0:v", "-map", "0:s", "-c", "copy", "-movflags", "+faststart"],
    "chapters": [*KEEP, "-map_chapters", "-1"],
    "loudness": [*KEEP, "-c:a", "aac", "-af", "volume=-5dB"],
    "silence": [*KEEP, "-c:a", "aac", "-af", "volume=0:enable='between(t,1.5,6)'"],
    "peak": [*KEEP, "-c:a", "aac", "-af", "volume=16dB:enable='lt(t,0.02)'"],
    "drift": [*KEEP, "-c:a", "aac", "-af", "atrim=end=7.5"],
    "black": [*KEEP, *PICTURE, "-filter:v:0", "drawbox=c=black:t=fill:enable='between(t,3,3.9)'"],
    "frozen": [*KEEP, *PICTURE, "-filter:v:0", "trim=end=6.5,tpad=stop_mode=clone:stop_duration=1.5"],
    "flicker": [*KEEP, *PICTURE, "-filter:v:0", "drawbox=c=white:t=fill:enable='between(t,3,4)*mod(n,2)'"],
    "resolution": [*KEEP, *PICTURE, "-filter:v:0", "scale=160:90"],
    "fps": [*KEEP, *PICTURE, "-filter:v:0", "fps=25"],
}


async def altered(film: Path, out: Path, args: list[str]) -> Path:
    await ffmpeg.run(["-i", film, *args, out])
    return out


@pytest.mark.parametrize("kind", FAULTS)
async def test_each_fault_is_named(film, tmp_path, kind):
    path = await altered(film.made.path, tmp_path / "film.mp4", FAULTS[kind])
    found = await report(path, expected=Expected(**WANT))
    assert not found.passes
    assert {finding.kind for finding in found.findings} == {kind}, str(found)


async def test_a_freeze_to_the_end_of_the_file_has_its_time(film, tmp_path):
    path = await altered(film.made.path, tmp_path / "film.mp4", FAULTS["frozen"])
    [finding] = (await report(path, expected=Expected(**WANT))).findings
    assert abs(finding.start_s - 6.5) < 0.15
    assert abs(finding.end_s - 8.0) < 0.05
    assert finding.text.startswith("The picture stands still from 0:06.")


async def test_the_length_and_the_subtitles_are_judged(film, tmp_path):
    found = await report(film.made.path, expected=Expected(seconds=20.0, chapters=2))
    assert [finding.kind for finding in found.findings] == ["length"]
    words = tmp_path / "fast.srt"
    words.write_text("1\n00:00:01,000 --> 00:00:02,000\nThis is far more than anybody alive could read in a second\n\n"
                     "2\n00:00:01,900 --> 00:00:03,500\nOne\nTwo\nThree\n")  # fmt: skip
    path = tmp_path / "film.mp4"
    await ffmpeg.run(
        ["-i", film.made.path, "-i", words, "-map", "0:v", "-map", "0:a", "-map", "1", "-c", "copy", "-c:s", "mov_text", "-movflags", "+faststart", path]
    )
    kinds = {finding.kind for finding in (await report(path)).findings}
    assert {"reading", "lines"} <= kinds <= {"reading", "lines", "overlap"}


async def test_any_other_film_is_judged_by_what_holds_for_all(pattern, tmp_path):
    bare = await report(await pattern())
    assert {finding.kind for finding in bare.findings if not finding.note} == {"sound", "faststart"}
    assert {finding.kind for finding in bare.findings if finding.note} == {"cover", "chapters", "subtitles"}
    (tmp_path / "text.mp4").write_text("not a film")
    for path in (tmp_path / "text.mp4", tmp_path / "nowhere.mp4"):
        found = await report(path)
        assert not found.passes
        assert [finding.kind for finding in found.findings] == ["unreadable"]
        assert "does not pass" in str(found)
