"""The quality gate: watches and listens to a finished film once and says in sentences what is wrong with it, and when.

Behind `sysrai film check FILE`, and run on every film before it is delivered. Without `expected` it judges what holds for
any film; with it also length, size, chapters and subtitles.
"""

from __future__ import annotations

import re
import struct
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pysubs2

from core import ffmpeg
from core.film import presets, subtitles
from core.film.clip_checks import BLACK_S, FROZEN_S
from core.film.probe import INPUT_GUARD, ClipUnusable, Media, Picture, probe
from core.film.watching import Finding, Seen, Stretch, clock, flickering, span, watch
from core.writing.pacing import LENGTH_TOLERANCE
from core.writing.script import FPS, Format, Script

LOUDNESS_LUFS, LOUDNESS_OFF_MAX = -14.0, 1.0
TRUE_PEAK_DB_MAX = -1.0
DRIFT_S_MAX = 0.1
SILENCE_S, SILENCE_DB = 4.0, -55
READING_CPS_MAX = 20.0
LISTENING = (
    f"silencedetect=n={SILENCE_DB}dB:d={SILENCE_S},ebur128=peak=true:framelog=quiet:metadata=1,ametadata=mode=print:key=lavfi.r128.true_peak:file=heard.txt"
)
"""The filter that listens: silence, loudness, and when the true peak rises."""


@dataclass(frozen=True)
class Expected:
    """What the film was to be. What is None is not compared."""

    seconds: float | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = FPS
    chapters: int | None = None
    subtitles: bool = False
    """A subtitle track must be there."""
    format: Format | None = None
    """For whose platforms it was made."""

    @classmethod
    def of(cls, script: Script, width: int, height: int, *, soft_subtitles: bool = True) -> Expected:
        """What a film of this script must be."""
        spoken = any(shot.lines for shot in script.shots)
        return cls(script.length_s, width, height, FPS, len(script.scenes), spoken and soft_subtitles)


@dataclass(frozen=True)
class Report:
    """What the gate found. `facts` are the measured figures, by name, for people."""

    path: Path
    findings: tuple[Finding, ...]
    facts: dict[str, str]

    @property
    def passes(self) -> bool:
        """Whether nothing but notes was found."""
        return all(finding.note for finding in self.findings)

    def __str__(self) -> str:
        width = max((len(name) for name in self.facts), default=0)
        lines = [f"{self.path.name}: {'passes' if self.passes else 'does not pass'}"]
        lines += [f"  {name.ljust(width)}  {value}" for name, value in self.facts.items()]
        lines += [f"  {'·' if finding.note else '✗'} {finding.text}" for finding in self.findings]
        return "\n".join(lines)


async def report(path: Path, *, expected: Expected | None = None, seen: Seen | None = None, on_seconds: ffmpeg.OnSeconds | None = None) -> Report:
    """Examine a film file. A file that is no film is reported as such; nothing is raised.

    `seen`: what was seen and heard of it already, by its pieces; without it the whole file is played.
    """
    try:
        media = await probe(path)
        picture = media.picture
        if picture is None:
            return Report(path, (Finding("picture", "The file has no moving picture."),), {})
        findings, facts = [*_form(media, picture, expected), *_container(path, media, expected)], _facts(media, picture)
        played = seen or await _played(path, media, picture, on_seconds)
        cues = await _cues(path) if media.subtitle_languages else []
    except (ClipUnusable, ffmpeg.FfmpegFailed) as error:
        return Report(path, (Finding("unreadable", f"The file cannot be read as a film: {error}"),), {})
    facts["subtitles"] = f"{len(cues)} cues" if media.subtitle_languages else "none"
    sounds = _sound(played, media, facts) if media.audio_codec else ()
    order = sorted([*findings, *_pictures(played), *sounds, *_reading(cues)], key=lambda finding: (finding.note, finding.start_s))
    return Report(path, tuple(order), facts)


def _facts(media: Media, picture: Picture) -> dict[str, str]:
    return {
        "length": f"{clock(media.duration_s)} ({picture.frames} frames)",
        "picture": f"{picture.width} × {picture.height}, {picture.fps:g} fps, {picture.codec}",
        "sound": f"{media.audio_codec}, {media.sample_rate} Hz" if media.audio_codec else "none", "size": f"{media.size / 2**20:.1f} MiB",
        "chapters": str(len(media.chapters)),
    }  # fmt: skip


# ---------------------------------------------------------------- the file


def _form(media: Media, picture: Picture, expected: Expected | None) -> Iterator[Finding]:
    want = expected or Expected(fps=None)
    if want.seconds and abs(media.duration_s - want.seconds) > LENGTH_TOLERANCE * want.seconds:
        yield Finding("length", f"It runs {clock(media.duration_s)}, not {clock(want.seconds)}.")
    if want.width and want.height and (picture.width, picture.height) != (want.width, want.height):
        yield Finding("resolution", f"The picture is {picture.width} × {picture.height}, not {want.width} × {want.height}.")
    if want.fps and abs(picture.fps - want.fps) > 0.01:
        yield Finding("fps", f"It runs at {picture.fps:.3f} frames a second, not {want.fps:g}.")
    if not media.audio_codec:
        yield Finding("sound", "The film has no sound.")
        return
    ends = abs(picture.start_s + picture.duration_s - media.audio_start_s - media.audio_duration_s)
    starts = abs(picture.start_s - media.audio_start_s)
    if max(ends, starts) > DRIFT_S_MAX:
        where = "begin" if starts > DRIFT_S_MAX else "end"
        yield Finding("drift", f"Picture and sound {where} {max(starts, ends):.2f} s apart.", picture.duration_s - ends, picture.duration_s)


def _container(path: Path, media: Media, expected: Expected | None) -> Iterator[Finding]:
    if not begins_at_once(path):
        yield Finding("faststart", "The index stands at the end of the file: a player must load all of it before it begins.")
    if not media.cover:
        yield Finding("cover", "There is no cover in the file.", note=expected is None)
    if expected and expected.chapters is not None and len(media.chapters) != expected.chapters:
        yield Finding("chapters", f"There are {len(media.chapters)} chapters, not {expected.chapters}.")
    elif not media.chapters:
        yield Finding("chapters", "There are no chapters.", note=expected is None or expected.chapters is None)
    for before, after in pairwise(media.chapters):
        if abs(after.start_s - before.end_s) > 0.05:
            yield Finding("chapters", f"Between the chapters “{before.title}” and “{after.title}” there is a gap.", before.end_s, after.start_s)
    if not media.subtitle_languages:
        yield Finding("subtitles", "There is no subtitle track.", note=not (expected and expected.subtitles))
    if expected and expected.format and media.picture:
        yield from presets.judged(media, expected.format)


def begins_at_once(path: Path) -> bool:
    """Whether an MP4's index stands before its pictures (true for other containers)."""
    with path.open("rb") as file:
        at, size = 0, path.stat().st_size
        while at + 8 <= size:
            file.seek(at)
            length, kind = struct.unpack(">I4s", file.read(8))
            if kind in (b"moov", b"mdat"):
                return bool(kind == b"moov")
            if at == 0 and kind != b"ftyp":  # no MP4
                return True
            header = 8
            if length == 1:
                length, header = struct.unpack(">Q", file.read(8))[0], 16
            if length < header:
                return True
            at += length
    return True


# ---------------------------------------------------------------- seen and heard


async def _played(path: Path, media: Media, picture: Picture, on_seconds: ffmpeg.OnSeconds | None) -> Seen:
    sound = LISTENING if media.audio_codec else ""
    return await watch(path, picture.duration_s, black_s=BLACK_S, frozen_s=FROZEN_S, sound=sound, on_seconds=on_seconds)


def _pictures(seen: Seen) -> Iterator[Finding]:
    black = [x for x in seen.black if x.seconds > BLACK_S]
    for x in black:
        yield Finding("black", f"The picture is black {span(x)}.", x.start_s, x.end_s)
    for x in seen.frozen:
        if x.seconds > FROZEN_S and not any(x.overlaps(dark) for dark in black):
            yield Finding("frozen", f"The picture stands still {span(x)}.", x.start_s, x.end_s)
    for x in flickering(seen.light):
        yield Finding("flicker", f"The light flickers {span(x)}.", x.start_s, x.end_s)


def _sound(seen: Seen, media: Media, facts: dict[str, str]) -> Iterator[Finding]:
    text = "\n".join(seen.log)
    loudness, peak = re.findall(r"I:\s+(-?[\d.]+|-?inf) LUFS", text), re.findall(r"Peak:\s+(-?[\d.]+|-?inf) dBFS", text)
    if loudness and peak:
        lufs, top = float(loudness[-1]), float(peak[-1])
        facts["loudness"] = f"{lufs:.1f} LUFS, true peak {top:.1f} dBTP"
        if abs(lufs - LOUDNESS_LUFS) > LOUDNESS_OFF_MAX:
            whole = f"Its loudness is {lufs:.1f} LUFS over the whole film, not {LOUDNESS_LUFS:g} ± {LOUDNESS_OFF_MAX:g}."
            yield Finding("loudness", whole, 0.0, media.duration_s)
        if top > TRUE_PEAK_DB_MAX + 0.05:
            first = next((at for at, level in seen.peaks if level > 10 ** (TRUE_PEAK_DB_MAX / 20)), 0.0)
            highest = max(seen.peaks, key=lambda peak: peak[1], default=(first, 0.0))[0]
            yield Finding("peak", f"Its true peak is {top:.1f} dBTP at {clock(highest)}, above {TRUE_PEAK_DB_MAX:g}.", first, highest)
    starts = [float(x) for x in re.findall(r"silence_start: (-?[\d.]+)", text)]
    ends = [float(x) for x in re.findall(r"silence_end: ([\d.]+)", text)]
    for start in starts:
        x = Stretch(max(0.0, start), next((end for end in ends if end > start), media.duration_s))
        yield Finding("silence", f"Nothing is heard {span(x)}.", x.start_s, x.end_s)


# ---------------------------------------------------------------- subtitles


async def _cues(path: Path) -> list[subtitles.Cue]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "words.srt"
        await ffmpeg.run([*INPUT_GUARD, "-i", path, "-map", "0:s:0", out])
        file = pysubs2.SSAFile.from_string(out.read_text(encoding="utf-8"), format_="srt")
    return [subtitles.Cue(x.start / 1000, x.end / 1000, tuple(x.plaintext.split("\n"))) for x in file if x.plaintext.strip()]


def _reading(cues: list[subtitles.Cue]) -> Iterator[Finding]:
    for cue in cues:
        if cue.cps > READING_CPS_MAX:
            yield Finding(
                "reading", f"The subtitle at {clock(cue.start_s)} must be read at {cue.cps:.0f} characters a second: “{cue.text}”", cue.start_s, cue.end_s
            )
        if len(cue.lines) > 2:
            yield Finding("lines", f"The subtitle at {clock(cue.start_s)} has {len(cue.lines)} lines.", cue.start_s, cue.end_s)
    for before, after in pairwise(cues):
        if after.start_s < before.end_s - 0.001:
            yield Finding("overlap", f"Two subtitles stand over each other at {clock(after.start_s)}.", after.start_s, before.end_s)
