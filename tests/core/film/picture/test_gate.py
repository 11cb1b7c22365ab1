"""The gate names each fault of a finished film, with its time, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bots.__main__ import parser
from bots.commands import COMMANDS
from core import ffmpeg
from core.config import Settings
from core.film import probe as probe_file
from core.film.assemble import assemble
from core.film.gate import Expected, report
from core.film.pieces import seen_and_heard
from core.workshop import Source
from tests.core.film.picture.conftest import CLIPS, TINY, clip, small_script, soundtrack

WANT = {"seconds": 8.0, "width": 320, "height": 180, "chapters": 2, "subtitles": True}
KEEP = ["-map", "0", "-map", "-0:d", "-c", "copy", "-movflags", "+faststart"]
PICTURE = ["-c:v:0", "libx264", "-preset", "ultrafast"]

BURST = "volume=16dB:enable='between(t,3,3.02)'"

FAULTS = {
    "faststart": ["-map", "0", "-map", "-0:d", "-c", "copy"],
    "cover": ["-map", "0:v:0", "-map", "0:a", "-map", "0:s", "-c", "copy", "-movflags", "+faststart"],
    "subtitles": ["-map", "0:v", "-map", "0:a", "-c", "copy", "-movflags", "+faststart"],
    "sound": ["-map", "0:v", "-map", "0:s", "-c", "copy", "-movflags", "+faststart"],
    "chapters": [*KEEP, "-map_chapters", "-1"],
    "loudness": [*KEEP, "-c:a", "aac", "-af", "volume=-5dB"],
    "silence": [*KEEP, "-c:a", "aac", "-af", "volume=0:enable='between(t,1.5,6)'"],
    "peak": [*KEEP, "-c:a", "aac", "-af", BURST],
    "drift": [*KEEP, "-c:a", "aac", "-af", "atrim=end=7.5"],
    "black": [*KEEP, *PICTURE, "-filter:v:0", "drawbox=c=black:t=fill:enable='between(t,3,3.9)'"],
    "frozen": [*KEEP, *PICTURE, "-filter:v:0", "trim=end=6.5,tpad=stop_mode=clone:stop_duration=1.5"],
    "flicker": [*KEEP, *PICTURE, "-filter:v:0", "drawbox=c=white:t=fill:enable='between(t,3,4)*mod(n,2)'"],
    "resolution": [*KEEP, *PICTURE, "-filter:v:0", "scale=160:90"],
    "fps": [*KEEP, *PICTURE, "-filter:v:0", "fps=25"],
}


WHEN = {"silence": (1.5, 6.0), "peak": (3.0, 3.1), "drift": (7.5, 8.0), "black": (3.0, 3.9), "frozen": (6.5, 8.0), "flicker": (3.0, 4.0)}
"""Where in the film each fault that has a place lies, in seconds."""
READ = "1\n00:00:01,000 --> 00:00:02,000\nThis is far more than anybody alive could read in a second\n\n"
TALL = "1\n00:00:02,000 --> 00:00:04,000\nOne\nTwo\nThree\n\n"
TWICE = "1\n00:00:01,000 --> 00:00:03,000\nOne\n\n2\n00:00:02,000 --> 00:00:04,000\nTwo\n\n"
WORDS = {"reading": (READ, 1.0, "mp4"), "lines": (TALL, 2.0, "mp4"), "overlap": (TWICE, 2.0, "mkv")}
"""Subtitles with exactly one fault, when it is, and a container that can hold it: MP4 shortens what overlaps."""
GAP = ";FFMETADATA1\n" + "".join(f"[CHAPTER]\nTIMEBASE=1/10\nSTART={a}\nEND={b}\ntitle={a}\n" for a, b in ((0, 30), (45, 80)))


async def altered(film: Path, out: Path, args: list[str]) -> Path:
    await ffmpeg.run(["-i", film, *args, out])
    return out


@pytest.mark.parametrize("kind", FAULTS)
async def test_each_fault_is_named_alone_and_with_its_time(film, tmp_path, kind):
    path = await altered(film.made.path, tmp_path / "film.mp4", FAULTS[kind])
    found = await report(path, expected=Expected(**WANT))
    assert not found.passes
    assert {finding.kind for finding in found.findings} == {kind}, str(found)
    if kind in WHEN:
        [finding] = found.findings
        start_s, end_s = WHEN[kind]
        assert abs(finding.start_s - start_s) < 0.2
        assert abs(finding.end_s - end_s) < 0.3
        assert kind == "drift" or re.search(rf"0:0{int(start_s)}\.\d", finding.text)


@pytest.mark.parametrize("kind", WORDS)
async def test_subtitles_that_cannot_be_read_are_named_with_their_time(film, tmp_path, kind):
    text, at, container = WORDS[kind]
    (tmp_path / "words.srt").write_text(text)
    path = tmp_path / f"film.{container}"
    maps = ["-map", "0:V", "-map", "0:a", "-map", "1", "-c", "copy", "-c:s", "mov_text" if container == "mp4" else "srt", "-movflags", "+faststart"]
    await ffmpeg.run(["-i", film.made.path, "-i", tmp_path / "words.srt", *maps, path])
    [finding] = [finding for finding in (await report(path)).findings if not finding.note]
    assert (finding.kind, finding.start_s) == (kind, at), finding


async def test_a_gap_between_chapters_is_named_with_its_time(film, tmp_path):
    (tmp_path / "marks.txt").write_text(GAP)
    path = tmp_path / "film.mkv"  # an MP4 cannot have one
    await ffmpeg.run(["-i", film.made.path, "-i", tmp_path / "marks.txt", "-map", "0:V", "-map", "0:a", "-c", "copy", "-map_chapters", "1", path])
    [finding] = [finding for finding in (await report(path)).findings if not finding.note]
    assert (finding.kind, finding.start_s, finding.end_s) == ("chapters", 3.0, 4.5)


async def test_the_length_is_judged(film):
    found = await report(film.made.path, expected=Expected(seconds=20.0, chapters=2))
    assert [finding.kind for finding in found.findings] == ["length"]


async def test_the_command_says_it_by_its_exit_code(film, tmp_path, capsys):
    silent = await altered(film.made.path, tmp_path / "silent.mp4", FAULTS["sound"])
    for path, code, said in ((film.made.path, 0, "passes"), (silent, 1, "The film has no sound.")):
        args = parser().parse_args(["film", "check", str(path)])
        assert await COMMANDS["film check"](args, Settings()) == code
        assert said in capsys.readouterr().out


async def test_watched_by_its_pieces_a_film_is_judged_as_if_watched_whole(film, tmp_path):
    """A black second over a cut, and a still shot: the same findings at the same times, and one changed clip is watched alone."""
    dark = await clip(tmp_path / "dark.mp4", f"{CLIPS['h1']},drawbox=c=black:t=fill:enable='gte(t,1.0)'", 2.0)
    still = await clip(tmp_path / "still.mp4", f"{CLIPS['h2']},trim=end_frame=1,loop=-1:1,setpts=N/24/TB", 1.0)
    scenes = [scene.model_dump(mode="json") for scene in film.script.scenes]
    for shot in [shot for scene in scenes for shot in scene["shots"]]:
        shot["transition"] = "cut"
    script = small_script(scenes=scenes)
    sound = await soundtrack(tmp_path / "sound.wav", script)
    clips = film.clips | {"h1": Source.of(dark), "h2": Source.of(still)}
    whole = await assemble(film.workshop, script, clips, sound, TINY, makers=["Ana", "Ben"], year=2026)
    seen = await seen_and_heard(film.workshop, whole.picture, whole.sound)
    by_pieces, at_once = [await report(whole.film.path, seen=each) for each in (seen, None)]
    assert by_pieces.facts == at_once.facts
    assert [(one.kind, one.text) for one in by_pieces.findings] == [(one.kind, one.text) for one in at_once.findings]
    assert "black" in {one.kind for one in by_pieces.findings}
    before = len(list(film.workshop.root.glob("watched/*/*.json")))
    again = await assemble(film.workshop, script, film.clips | {"h2": Source.of(still)}, sound, TINY, makers=["Ana", "Ben"], year=2026)
    await seen_and_heard(film.workshop, again.picture, again.sound)
    assert len(list(film.workshop.root.glob("watched/*/*.json"))) == before + 1


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


async def test_a_long_film_is_counted_by_its_index_where_that_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, torn = tmp_path / "whole.mp4", tmp_path / "torn.mp4"
    lavfi = ["-f", "lavfi", "-i", f"testsrc=s=32x32:r=24:d={(probe_file.INDEX_FROM + 7) / 24}"]
    await ffmpeg.run([*lavfi, "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "48", "-movflags", "+faststart", whole])
    torn.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    by_index = await probe_file.probe(whole)
    broken = await _frames_of(torn)
    monkeypatch.setattr(probe_file, "INDEX_FROM", 10**9)
    assert by_index == await probe_file.probe(whole)
    assert by_index.picture
    assert by_index.picture.frames == 10_007
    assert broken == await _frames_of(torn)
    assert broken < 10_007


async def _frames_of(path: Path) -> int:
    """The frames of a file; 0 where it cannot be read."""
    try:
        picture = (await probe_file.probe(path)).picture
    except probe_file.ClipUnusable:
        return 0
    return picture.frames if picture else 0
