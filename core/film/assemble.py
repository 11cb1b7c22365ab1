"""Clips and soundtrack become the film: joined by copying, dissolves encoded alone, titles, subtitles, chapters, cover.

Called by `rendering` for the film and, with stand-ins among the clips, for its rough cut and animatic. Every step goes through
the workshop, so one changed shot makes that shot's clip, the dissolves beside it and the joining anew, and nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from core import ffmpeg
from core.film import captions, subtitles
from core.film.chapters import MADE_WITH_AI, chapters, ffmetadata
from core.film.grading import corrections
from core.film.normalise import ffmpeg_version, normalised
from core.film.pieces import AT_ONCE, Piece
from core.film.poster import cover
from core.film.probe import Chapter, probe_picture
from core.film.profiles import TO_TV, Profile
from core.film.reels import listed, reeled
from core.film.timeline import DISSOLVE_FRAMES, ShotSpan, timeline
from core.film.titles import credits, opening
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import DISSOLVE_S, FPS, Script

OnProgress = Callable[[float], Awaitable[None]]
"""Hears the share of the whole work that is done, 0 to 1, never falling."""
T = TypeVar("T")
Words = Literal["soft", "lines", "each"]
"""How what is said is seen: a track of subtitles, subtitles in the picture, or each word as it is said."""
Shown = subtitles.Cue | captions.Caption
LONG_S = 600.0
"""From this length on the index gets its room at the file's beginning before it is known; the room left over is under a hundredth of the film."""
AAC_PACKETS_S = 48000 / 1024
log = logging.getLogger(__name__)
_ISO_639_2 = {
    "ar": "ara", "bn": "ben", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fi": "fin",
    "fr": "fra", "he": "heb", "hi": "hin", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "ko": "kor",
    "ms": "msa", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe", "ta": "tam", "th": "tha",
    "tr": "tur", "uk": "ukr", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""MP4 names languages by three letters."""


@dataclass(frozen=True)
class Assembled:
    """A film and what it was joined of."""

    film: Made
    picture: tuple[Piece, ...]
    sound: Made


async def assemble(
    workshop: Workshop, script: Script, clips: Mapping[str, Source | Made], soundtrack: Made, profile: Profile, *,
    makers: Sequence[str] = (), backers: Sequence[str] = (), words: Words = "soft", pictured: Script | None = None, cover_art: Path | None = None,
    year: int = 0, rendered: Collection[str] = (),
    on_progress: OnProgress | None = None,
) -> Assembled:  # fmt: skip
    """The finished film as MP4, and its pieces. `clips` has one clip per shot id: takes, or stand-ins of any size.

    `soundtrack` is as long as the film; its facts' `lines` become the subtitles: a soft track, or in the picture (`words`). `pictured`: the
    script that its pictures were drawn from, where this one says the same in another language.
    `year` 0 is this year. `rendered`: shots that no program drew, whose light is matched within their scenes.
    Facts of the film: seconds, frames, width, height, bytes, chapters [{start_s, end_s, title}], cues (their number), pieces.
    Raises ClipUnusable for a clip that is none, KeyError for a missing one.
    """
    year = year or datetime.now(UTC).year
    laid = timeline(script)
    meter = _Meter(len(script.shots) + 8, on_progress)
    work: list[Callable[[], Awaitable[Any]]] = [
        partial(_normal_clips, workshop, script, clips, profile, rendered, meter),
        lambda: meter.spend(1, opening(workshop, script, profile, makers=makers, pictured=pictured)),
        lambda: meter.spend(1, credits(workshop, script, profile, makers=makers, backers=backers, year=year, pictured=pictured)),
        lambda: meter.spend(2, workshop.made(AAC, soundtrack=soundtrack, seconds=laid.duration_s, kbs=profile.audio_kbs)),
        partial(_cover, workshop, script, pictured, cover_art),
    ]
    clip_of, first, last, sound, art = await _all(work)
    picture = [
        *([Piece(first, 0, laid.opening.frames)] if first else []),
        *await _joined(workshop, list(laid.shots), clip_of, profile),
        *([Piece(last, laid.credits.start, laid.credits.frames)] if last else []),
    ]
    _check(picture, laid.frames)
    lines = subtitles.spoken_lines(soundtrack.facts.get("lines", []))
    cues = subtitles.cues(script, lines, profile)
    if words != "soft":
        shown: Sequence[Shown] = captions.captions(lines) if words == "each" else cues
        picture = await _burned(workshop, picture, shown, profile, script.language)
    await meter.add(1)
    stage = replace(FILM, make=partial(_write, pieces=len(picture), on_seconds=meter.within(3, laid.duration_s)))
    reels = await reeled(workshop, picture)
    made = await workshop.made(
        stage, picture=[reel.made for reel in reels], frames=[reel.frames for reel in reels], sound=sound, cover=art, profile=profile,
        language=script.language,
        srt=subtitles.srt(cues) if words == "soft" else "", marks=[asdict(mark) for mark in chapters(script)],
        about=_about(script, makers, year), cues=len(cues), burned=words != "soft",
    )  # fmt: skip
    await meter.end()
    return Assembled(made, tuple(picture), sound)


async def titles(
    workshop: Workshop, script: Script, profile: Profile, *, makers: Sequence[str] = (), backers: Sequence[str] = (), pictured: Script | None = None
) -> None:  # fmt: skip
    """Make what `assemble` will ask for and what waits for no clip and no sound: opening, credits and cover."""
    year = datetime.now(UTC).year
    await together(
        opening(workshop, script, profile, makers=makers, pictured=pictured),
        credits(workshop, script, profile, makers=makers, backers=backers, year=year, pictured=pictured),
        cover(workshop, script, pictured=pictured),
    )


async def together(*work: Coroutine[Any, Any, Any]) -> list[Any]:
    """Results of work that waits for none of the other; the first failure cancels the rest and is raised as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(each) for each in work]
    except* Exception as errors:
        raise errors.exceptions[0] from None
    return [task.result() for task in tasks]


async def _cover(workshop: Workshop, script: Script, pictured: Script | None, given: Path | None) -> Source | Made:
    return Source.of(given) if given else await cover(workshop, script, pictured=pictured)


def _about(script: Script, makers: Sequence[str], year: int) -> dict[str, str]:
    about = {"title": script.title, "artist": ", ".join(makers), "date": str(year), "description": script.logline, "comment": MADE_WITH_AI}
    return {key: value for key, value in about.items() if value}


class _Meter:
    """Counts steps done; tells the share of the whole."""

    def __init__(self, total: int, on_progress: OnProgress | None) -> None:
        self.total, self.done, self.told, self.on_progress = total, 0.0, -1.0, on_progress

    async def add(self, steps: float) -> None:
        self.done += steps
        await self._tell(self.done)

    async def spend(self, steps: float, work: Awaitable[T]) -> T:
        result = await work
        await self.add(steps)
        return result

    async def end(self) -> None:
        await self._tell(self.total)

    def within(self, steps: float, seconds: float) -> ffmpeg.OnSeconds:
        """What follows a run of that many seconds, which counts as `steps`."""

        async def heard(at: float) -> None:
            await self._tell(self.done + steps * min(1.0, at / seconds))

        return heard

    async def _tell(self, done: float) -> None:
        share = min(1.0, done / self.total)
        if self.on_progress and share > self.told:
            self.told = share
            await self.on_progress(share)


async def _all(work: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """Do all of the work, `AT_ONCE` at a time; the first failure cancels the rest."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(each: Callable[[], Awaitable[T]]) -> T:
        async with gate:
            return await each()

    return await together(*map(one, work))


async def _normal_clips(
    workshop: Workshop, script: Script, clips: Mapping[str, Source | Made], profile: Profile, rendered: Collection[str], meter: _Meter
) -> dict[str, Made]:
    given = {shot.id: (clips[shot.id], round(shot.duration_s * FPS)) for shot in script.shots}

    async def one(id: str) -> Made:
        return await meter.spend(1, normalised(workshop, given[id][0], profile, given[id][1]))

    made = dict(zip(given, await _all([partial(one, id) for id in given]), strict=True))
    off = await corrections(workshop, script, made, rendered) if rendered else {}
    matched = await _all([partial(normalised, workshop, given[id][0], profile, given[id][1], light=each.filter) for id, each in off.items()])
    return made | dict(zip(off, matched, strict=True))


# ---------------------------------------------------------------- the picture


async def _joined(workshop: Workshop, spans: Sequence[ShotSpan], clip_of: Mapping[str, Made], profile: Profile) -> list[Piece]:
    """The shots as pieces that follow each other: whole clips, clips less their dissolves, and the dissolves."""
    wanted: list[tuple[Callable[[], Awaitable[Made]], int, int]] = []
    for i, span in enumerate(spans):
        clip = clip_of[span.id]
        leaves = i + 1 < len(spans) and spans[i + 1].dissolves_in
        if span.dissolves_in:
            wanted.append((partial(_dissolve, workshop, clip_of[spans[i - 1].id], clip, profile), span.start, DISSOLVE_FRAMES))
        begin = DISSOLVE_FRAMES if span.dissolves_in else 0
        frames = span.frames - begin - (DISSOLVE_FRAMES if leaves else 0)
        if frames:
            wanted.append((partial(_stretch, workshop, clip, begin, frames), span.start + begin, frames))
    made = await _all([work for work, _, _ in wanted])
    return [Piece(clip, start, frames) for clip, (_, start, frames) in zip(made, wanted, strict=True)]


async def _stretch(workshop: Workshop, clip: Made, begin: int, frames: int) -> Made:
    return clip if frames == clip.facts["frames"] else await workshop.made(STRETCH, clip=clip, begin=begin, frames=frames)


async def _cut_stretch(out: Path, clip: Made, begin: int, frames: int) -> dict[str, Any]:
    """Copy frames from a keyframe up to another: packets up to a keyframe are exactly the frames before it."""
    await ffmpeg.run(
        ["-ss", f"{begin / FPS:.6f}", "-i", clip.path, "-map", "0:v:0", "-c", "copy", "-frames:v", str(frames), "-video_track_timescale", "24000", out]
    )
    return {"frames": frames, "setup": clip.facts["setup"]}


async def _dissolve(workshop: Workshop, before: Made, after: Made, profile: Profile) -> Made:
    return await workshop.made(DISSOLVE, before=before, after=after, profile=profile, encoder=ffmpeg_version())


async def _cut_dissolve(out: Path, before: Made, after: Made, profile: Profile, encoder: str) -> dict[str, Any]:
    begin = before.facts["frames"] / FPS - DISSOLVE_S
    graph = f"[0:v][1:v]xfade=transition=fade:duration={DISSOLVE_S}:offset=0,{TO_TV}[out]"
    await ffmpeg.run(
        [
            "-ss",
            f"{begin:.6f}",
            "-i",
            before.path,
            "-t",
            str(DISSOLVE_S),
            "-i",
            after.path,
            "-filter_complex",
            graph,
            "-map",
            "[out]",
            *profile.encoding(DISSOLVE_FRAMES),
            out,
        ]
    )
    return {"frames": DISSOLVE_FRAMES, "setup": (await probe_picture(out)).setup}


STRETCH = Stage("stretch", 1, ".mp4", _cut_stretch)
DISSOLVE = Stage("dissolve", 1, ".mp4", _cut_dissolve)


def _check(picture: Sequence[Piece], frames: int) -> None:
    """What is joined by copying must be of one set-up and without gaps; anything else is a bug here."""
    ends = [piece.start + piece.frames for piece in picture]
    if ends[:-1] != [piece.start for piece in picture[1:]] or ends[-1] != frames:
        raise AssertionError("the pieces of the film do not follow each other")
    if len({piece.made.facts["setup"] for piece in picture}) != 1:
        raise AssertionError("the pieces of the film are not encoded alike")


# ---------------------------------------------------------------- burned subtitles


async def _burned(workshop: Workshop, picture: Sequence[Piece], cues: Sequence[Shown], profile: Profile, language: str) -> list[Piece]:
    """The pieces, those with words over them encoded again with the words in the picture."""
    work = [partial(_burned_piece, workshop, piece, cues, profile, language) for piece in picture]
    return [replace(piece, made=made) for piece, made in zip(picture, await _all(work), strict=True)]


async def _burned_piece(workshop: Workshop, piece: Piece, cues: Sequence[Shown], profile: Profile, language: str) -> Made:
    start, end = piece.start / FPS, (piece.start + piece.frames) / FPS
    seen = [replace(cue, start_s=max(0.0, cue.start_s - start), end_s=min(cue.end_s, end) - start) for cue in cues if cue.end_s > start and cue.start_s < end]
    if not seen:
        return piece.made
    return await workshop.made(BURNED, clip=piece.made, ass=_as_ass(seen, profile, language), profile=profile, frames=piece.frames, encoder=ffmpeg_version())


def _as_ass(shown: Sequence[Shown], profile: Profile, language: str) -> str:
    spoken = [one for one in shown if isinstance(one, captions.Caption)]
    return captions.ass(spoken, profile, language) if spoken else subtitles.ass([one for one in shown if isinstance(one, subtitles.Cue)], profile, language)


async def _burn(out: Path, clip: Made, ass: str, profile: Profile, frames: int, encoder: str) -> dict[str, Any]:
    words = out.with_name("words.ass")
    words.write_text(ass, encoding="utf-8")
    fonts = str(ffmpeg.FONTS).replace("\\", "/").replace(":", "\\\\:").replace("'", "\\\\'")
    await ffmpeg.run(
        ["-threads", "1", "-i", clip.path.absolute(), "-vf", f"subtitles=words.ass:fontsdir={fonts},{TO_TV}", *profile.encoding(frames), out.absolute()],
        cwd=out.parent,
    )
    return {"frames": frames, "setup": (await probe_picture(out)).setup}


BURNED = Stage("burned", 1, ".mp4", _burn)


# ---------------------------------------------------------------- sound and file


async def _encode_sound(out: Path, soundtrack: Made, seconds: float, kbs: int) -> None:
    await ffmpeg.run(
        [
            "-i",
            soundtrack.path,
            "-map",
            "0:a:0",
            "-af",
            "apad",
            "-t",
            f"{seconds:.6f}",
            "-c:a",
            "aac",
            "-aac_coder",
            "fast",
            "-b:a",
            f"{kbs}k",
            "-ar",
            "48000",
            "-ac",
            "2",
            out,
        ]
    )


AAC = Stage("aac", 1, ".m4a", _encode_sound)


async def _write(
    out: Path, picture: list[Made], frames: list[int], sound: Made, cover: Made | Source, profile: Profile, language: str, srt: str,
    marks: list[dict[str, Any]], about: dict[str, str], cues: int, burned: bool, pieces: int, on_seconds: ffmpeg.OnSeconds | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Join by copying. ffmpeg reads one piece after the other, so an hour needs no more memory than a minute.

    Times of pictures may count backwards, so that no edit list has to shift the picture: platforms advise against those, and some read past them.
    """
    out.with_name("about.txt").write_text(ffmetadata(about, [Chapter(**mark) for mark in marks]), encoding="utf-8")
    args = [*listed(out, picture, frames), "-i", sound.path, "-i", cover.path, "-f", "ffmetadata", "-i", out.with_name("about.txt")]
    maps = ["-map", "0:v:0", "-map", "1:a:0", "-map", "2:v:0", "-map_metadata", "3", "-map_chapters", "3"]
    tags = _ISO_639_2.get(language.split("-")[0].lower(), "und")
    if srt:
        out.with_name("words.srt").write_text(srt, encoding="utf-8")
        args += ["-i", out.with_name("words.srt")]
        maps += ["-map", "4:s:0", "-c:s", "mov_text", "-metadata:s:s:0", f"language={tags}"]
    total = sum(frames) / FPS
    tagged = [f"-metadata:s:{track}:0" for track in "va"]
    maps += ["-c:v", "copy", "-c:a", "copy", "-disposition:v:1", "attached_pic", *(part for tag in tagged for part in (tag, f"language={tags}"))]
    await _once([*args, *maps, "-video_track_timescale", "24000"], out, total, _index_bytes(total, cover.path, srt), on_seconds)
    return {
        "seconds": total,
        "frames": sum(frames),
        "width": profile.width,
        "height": profile.height,
        "bytes": out.stat().st_size,
        "chapters": marks,
        "cues": cues,
        "burned": burned,
        "pieces": pieces,
    }


async def _once(args: Sequence[str | Path], out: Path, seconds: float, index_bytes: int, on_seconds: ffmpeg.OnSeconds | None) -> None:
    """Write the file with its index in front: a long one into room left for it, so that a gigabyte is written once and not moved afterwards."""
    if seconds >= LONG_S:
        try:
            await ffmpeg.run([*args, "-moov_size", str(index_bytes), "-movflags", "+negative_cts_offsets", out], on_seconds=on_seconds)
            return
        except ffmpeg.FfmpegFailed as error:
            if "reserved_moov_size" not in str(error):
                raise
            log.info("the index needs more room than %d bytes: the file is moved behind it", index_bytes)
    await ffmpeg.run([*args, "-movflags", "+faststart+negative_cts_offsets", out], on_seconds=on_seconds)


def _index_bytes(seconds: float, cover: Path, srt: str) -> int:
    """Room for the index of a film: about twice what its frames and packets of sound take, with the cover and the words that lie in it."""
    return 2**20 + round(seconds * (FPS * 24 + AAC_PACKETS_S * 10)) + cover.stat().st_size + 4 * len(srt)


FILM = Stage("film", 2, ".mp4", _write)
