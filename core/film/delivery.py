"""What to send where: given a place's limits, the film itself, a fitted file, parts cut at scenes, or poster, trailer and a link.

One function, `plan_delivery`, called by whoever posts a film; Discord and Telegram only say their limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import ceil, sqrt
from pathlib import Path
from typing import Any, Literal

from core import ffmpeg
from core.film.normalise import ffmpeg_version
from core.film.probe import probe
from core.film.profiles import TO_TV
from core.film.provenance import Seal, sealed
from core.film.timeline import ShotSpan, Timeline, timeline
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import FPS, Mood, Script, ShotSize, Value

PARTS_BELOW_KBS = 350.0
"""One file of less than this would be ugly: parts are sent."""
TRAILER_BELOW_KBS = 120.0
"""And below this too many parts: the trailer and a link are sent."""
VIDEO_KBS_MIN = 60.0
"""Nothing is encoded at less."""
KBIT_PER_MIB = 8388.6
HEADROOM = 0.97
BITS_PER_PIXEL_MIN = 0.05
"""Below this the picture is made smaller rather than blockier."""
TRAILER_S_MAX = 20.0
CUT_S = 1.75
"""How long a shot stands in a trailer."""
END_CARD_S = 2.0
FADE_S = 0.5

Kind = Literal["whole", "fitted", "parts", "trailer", "link"]
Role = Literal["film", "part", "trailer", "poster", "sheet"]


class Limits(Value):
    """What a place takes. `max_bytes` per file, `max_files` in one message; `inline_video`: whether a video can be watched there at all."""

    max_bytes: int
    max_files: int = 10
    inline_video: bool = True


@dataclass(frozen=True)
class FilmFiles:
    """A finished film and what goes with it. `music`, if given, is what the trailer is cut to; else the film's own sound."""

    film: Made
    script: Script
    poster: Made
    sheet: Made | None = None
    music: Made | Source | None = None
    trained: bool = True
    """Models made it, rather than a program alone: what its credentials say."""


@dataclass(frozen=True)
class Sent:
    """One file to send. `number` of `total` counts parts, from 1; `seconds` is 0 for pictures."""

    path: Path
    role: Role
    seconds: float = 0.0
    number: int = 1
    total: int = 1
    title: str = ""


@dataclass(frozen=True)
class Delivery:
    """What to send, in order. `link_wanted`: a link to the film as it is should stand beside it."""

    kind: Kind
    files: tuple[Sent, ...]
    link_wanted: bool


async def plan_delivery(
    workshop: Workshop, film: FilmFiles, limits: Limits, *, seal: Seal | None = None, on_seconds: ffmpeg.OnSeconds | None = None
) -> Delivery:
    """What to send to a place with these limits; whatever must be made for it is made. No file is larger than `max_bytes`.

    With a `seal` what is made here carries its own credentials, as the film does.
    """
    if seal is None or film.film.path.stat().st_size <= limits.max_bytes or not limits.inline_video:
        return await _planned(workshop, film, limits, on_seconds)
    room = limits.model_copy(update={"max_bytes": limits.max_bytes - seal.room})
    plan = await _planned(workshop, film, room, on_seconds)
    files = [await _sealed(workshop, sent, seal, film) if sent.role in ("film", "part", "trailer") else sent for sent in plan.files]
    return replace(plan, files=tuple(files))


async def _sealed(workshop: Workshop, sent: Sent, seal: Seal, film: FilmFiles) -> Sent:
    made = await sealed(workshop, seal, Made(sent.path, sent.path.stem), sent.title, trained=film.trained)
    return replace(sent, path=made.path)


async def _planned(workshop: Workshop, film: FilmFiles, limits: Limits, on_seconds: ffmpeg.OnSeconds | None) -> Delivery:
    size, seconds = film.film.path.stat().st_size, film.film.facts["seconds"]
    if not limits.inline_video:
        return Delivery("link", tuple(_pictures(film, limits)), True)
    if size <= limits.max_bytes:
        return Delivery("whole", (Sent(film.film.path, "film", seconds, title=film.script.title),), False)
    if limits.max_bytes <= 0 or limits.max_files < 1:
        return Delivery("link", (), True)
    rate = video_kbs(limits.max_bytes, seconds)
    cuts = part_cuts(film.script, limits.max_bytes) if TRAILER_BELOW_KBS <= rate < PARTS_BELOW_KBS else []
    if 1 < len(cuts) <= limits.max_files:
        return Delivery("parts", tuple(await _parts(workshop, film, limits, cuts)), True)
    if rate >= TRAILER_BELOW_KBS:  # also where parts were better but the film cannot be cut or the place takes too few files
        made = await fitted(workshop, film.film, limits.max_bytes, 0.0, seconds, on_seconds=on_seconds)
        return Delivery("fitted", (Sent(made.path, "film", seconds, title=film.script.title),), True)
    clip = await trailer(workshop, film)
    if video_kbs(limits.max_bytes, clip.facts["seconds"]) < VIDEO_KBS_MIN:
        return Delivery("link", tuple(_pictures(film, limits)), True)
    if clip.path.stat().st_size > limits.max_bytes:
        clip = await fitted(workshop, clip, limits.max_bytes, 0.0, clip.facts["seconds"])
    pictures = list(_pictures(film, limits.model_copy(update={"max_files": limits.max_files - 1})))
    return Delivery("trailer", (Sent(clip.path, "trailer", clip.facts["seconds"], title=film.script.title), *pictures), True)


def _pictures(film: FilmFiles, limits: Limits) -> list[Sent]:
    found = [Sent(film.poster.path, "poster", title=film.script.title), *([Sent(film.sheet.path, "sheet", title=film.script.title)] if film.sheet else [])]
    return [sent for sent in found if sent.path.stat().st_size <= limits.max_bytes][: max(0, limits.max_files)]


def audio_kbs(total_kbs: float) -> float:
    """What the sound gets of a file's rate: all of it sounds well from 128 kb/s on."""
    return 128.0 if total_kbs >= 1000 else 96.0 if total_kbs >= 500 else 64.0


def video_kbs(max_bytes: int, seconds: float) -> float:
    """Kilobits a second that are left for the picture if a film of this length is fitted into so many bytes."""
    total = max_bytes / 2**20 * KBIT_PER_MIB * HEADROOM / seconds
    return total - audio_kbs(total)


# ---------------------------------------------------------------- a smaller file


async def fitted(workshop: Workshop, film: Made, max_bytes: int, start_s: float, end_s: float, *, on_seconds: ffmpeg.OnSeconds | None = None) -> Made:
    """The film, or a stretch of it, in at most `max_bytes`: copied where that is small enough, else encoded in two passes. Facts: seconds, bytes."""
    stage = Stage("fitted", 1, ".mp4", partial(_fit, on_seconds=on_seconds))
    return await workshop.made(stage, film=film, max_bytes=max_bytes, start_s=start_s, end_s=end_s, encoder=ffmpeg_version())


_KEPT = ["-map", "0:V:0", "-map", "0:a:0?", "-map", "0:s?", "-c:s", "copy", "-movflags", "+faststart"]


async def _fit(out: Path, film: Made, max_bytes: int, start_s: float, end_s: float, encoder: str, on_seconds: ffmpeg.OnSeconds | None = None) -> dict[str, Any]:
    media = await probe(film.path)
    seconds, whole = end_s - start_s, start_s <= 0 and end_s >= media.duration_s - 0.01
    source: list[str | Path] = [*([] if whole else ["-ss", f"{start_s:.6f}", "-t", f"{seconds:.6f}"]), "-i", film.path]
    chapters = [] if whole else ["-map_chapters", "-1"]
    if not whole:
        frames = ["-frames:v", str(round(seconds * FPS))]  # by count: packets come in the order of decoding
        await ffmpeg.run([*source, *_KEPT, "-c:v", "copy", "-c:a", "copy", *frames, *chapters, out])
        if out.stat().st_size <= max_bytes:
            return {"seconds": seconds, "bytes": out.stat().st_size}
    assert media.picture
    rate = max(VIDEO_KBS_MIN, video_kbs(max_bytes, seconds))
    for _ in range(4):
        await _two_passes(out, source, chapters, rate, audio_kbs(rate + 64), _scaled(media.picture.width, media.picture.height, rate), on_seconds)
        size = out.stat().st_size
        if size <= max_bytes:
            return {"seconds": seconds, "bytes": size}
        rate *= 0.97 * max_bytes / size
    raise ffmpeg.FfmpegFailed(f"{seconds:.0f} s do not fit into {max_bytes} bytes")


async def _two_passes(
    out: Path, source: list[str | Path], chapters: list[str], rate: float, sound: float, scale: str, on_seconds: ffmpeg.OnSeconds | None
) -> None:
    video = ["-vf", f"{scale}{TO_TV}", "-c:v:0", "libx264", "-preset", "veryfast", "-b:v", f"{rate:.0f}k", "-passlogfile", str(out.with_name("passes"))]
    await ffmpeg.run([*source, "-map", "0:V:0", *video, "-pass", "1", "-an", "-sn", "-f", "null", "-"], on_seconds=on_seconds)
    audio = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", f"{sound:.0f}k"]
    await ffmpeg.run([*source, *_KEPT, *video, "-pass", "2", *audio, *chapters, out], on_seconds=on_seconds)


def _scaled(width: int, height: int, rate: float) -> str:
    """A filter to the largest of a few sizes that this rate fills well."""
    room = sqrt(rate * 1000 / 24 / BITS_PER_PIXEL_MIN / (width * height))
    share = next((share for share in (1.0, 0.75, 2 / 3, 0.5, 0.375) if share <= room), 0.25)
    return "" if share == 1.0 else f"scale={round(width * share / 2) * 2}:{round(height * share / 2) * 2}:flags=lanczos,"


# ---------------------------------------------------------------- parts


def part_cuts(script: Script, max_bytes: int) -> list[tuple[float, float]]:
    """The film cut into as few parts as can be shown well, at scenes where possible, else at shots: (start, end) in seconds.

    Empty where even single shots would not do.
    """
    laid = timeline(script)
    part_s_max = max_bytes / 2**20 * KBIT_PER_MIB * HEADROOM / (PARTS_BELOW_KBS + audio_kbs(PARTS_BELOW_KBS))
    edges = _edges(laid)
    target = laid.duration_s / ceil(laid.duration_s / part_s_max)
    best: dict[float, tuple[float, list[tuple[float, float]]]] = {0.0: (0.0, [])}
    for end, between_scenes in edges:
        for start in [start for start in best if start < end and end - start <= part_s_max]:
            cost, parts = best[start]
            cost += 100 + ((end - start) / target - 1) ** 2 * 40 + (0 if between_scenes else 150)
            if end not in best or cost < best[end][0]:
                best[end] = cost, [*parts, (start, end)]
    return best.get(laid.duration_s, (0.0, []))[1]


def _edges(laid: Timeline) -> list[tuple[float, bool]]:
    """Where the film may be cut, whether between scenes: not within a dissolve."""
    shots = list(laid.shots)
    edges = [(after.start_s, after.scene != before.scene) for before, after in pairwise(shots) if not after.dissolves_in]
    return [*edges, (laid.duration_s, True)]


async def _parts(workshop: Workshop, film: FilmFiles, limits: Limits, cuts: Sequence[tuple[float, float]]) -> list[Sent]:
    made = [await fitted(workshop, film.film, limits.max_bytes, start, end) for start, end in cuts]
    return [
        Sent(part.path, "part", part.facts["seconds"], number, len(made), f"{film.script.title} · {number}/{len(made)}") for number, part in enumerate(made, 1)
    ]


# ---------------------------------------------------------------- the trailer

_BY_SIZE: dict[ShotSize, float] = {"EWS": 1.0, "WS": 0.6, "FS": 0.4, "MS": 0.3, "MCU": 0.5, "CU": 0.9, "ECU": 1.0, "INSERT": 0.6}
_BY_MOOD: dict[Mood, float] = {"warm": 0.1, "hope": 0.3, "joyful": 0.3, "wonder": 0.5, "tender": 0.3, "melancholy": 0.3, "tense": 0.6, "dread": 0.6}


async def trailer(workshop: Workshop, film: FilmFiles) -> Made:
    """The strongest shots, cut short, over music or the film's own sound, ending on its title. Facts: seconds, bytes."""
    return await workshop.made(TRAILER, film=film.film, cuts=_trailer(film.script), music=film.music, encoder=ffmpeg_version())


def trailer_seconds(script: Script) -> float:
    """How long the trailer of this film is."""
    return round(sum(end - start for start, end in _trailer(script)), 3)


def _trailer(script: Script) -> list[list[float]]:
    title = min(END_CARD_S, script.opening_s)
    return [*trailer_cuts(script), *([[0.0, title]] if title else [])]


def trailer_cuts(script: Script) -> list[list[float]]:
    """(start, end) in seconds of what a trailer shows, in the film's order: at most a third of the film, nothing of its last fifth."""
    laid = timeline(script)
    room = min(TRAILER_S_MAX, laid.duration_s / 3) - END_CARD_S
    told = [span for span in laid.shots if span.start_s < 0.8 * laid.duration_s or len(script.shots) < 3]
    ranked = sorted(told, key=lambda span: -_strength(script, span, laid))
    taken: list[ShotSpan] = []
    for span in ranked:
        near = sum(abs(span.start - other.start) < 2 * span.frames for other in taken)
        if not near and (len(taken) + 1) * CUT_S <= max(CUT_S, room):
            taken.append(span)
    return [[*_middle(span)] for span in sorted(taken, key=lambda span: span.start)]


def _strength(script: Script, span: ShotSpan, laid: Timeline) -> float:
    shot, scene = script.shot(span.id), script.scene_of(span.id)
    place = span.start_s / laid.duration_s
    moving = 0.0 if shot.move == "static" else 0.3
    return _BY_SIZE[shot.size] + _BY_MOOD[scene.mood] + moving + 0.3 * bool(shot.characters) + 0.2 * bool(shot.props) + 0.4 * place


def _middle(span: ShotSpan) -> tuple[float, float]:
    seconds = min(CUT_S, span.duration_s)
    start = span.start_s + 0.4 * (span.duration_s - seconds)
    return round(start, 3), round(start + seconds, 3)


async def _cut_trailer(out: Path, film: Made, cuts: list[list[float]], music: Made | Source | None, encoder: str) -> dict[str, Any]:
    args: list[str | Path] = []
    for start, end in cuts:
        args += ["-ss", f"{start:.3f}", "-t", f"{end - start:.3f}", "-i", film.path]
    seconds = sum(end - start for start, end in cuts)
    begin = 0.0 if music else cuts[0][0]
    args += ["-ss", f"{begin:.3f}", "-t", f"{seconds:.3f}", "-i", music.path if music else film.path]
    n = len(cuts)
    joined = (
        "".join(f"[{i}:V:0]setpts=PTS-STARTPTS,fps=24[v{i}];" for i in range(n)) + "".join(f"[v{i}]" for i in range(n)) + f"concat=n={n}:v=1:a=0,"
        f"fade=t=out:st={max(0.0, seconds - FADE_S):.3f}:d={FADE_S},{TO_TV}[v]"
    )
    sound = f"[{n}:a:0]apad,atrim=0:{seconds:.3f},afade=t=in:d=0.2,afade=t=out:st={max(0.0, seconds - 1.2):.3f}:d=1.2[a]"
    await ffmpeg.run(
        [*args, "-filter_complex", f"{joined};{sound}", "-map", "[v]", "-map", "[a]", "-c:v", "libx264", "-preset", "veryfast", "-crf", "21",
         "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-t", f"{seconds:.3f}", "-map_metadata", "0", "-map_chapters", "-1", "-movflags", "+faststart", out]
    )  # fmt: skip
    return {"seconds": seconds, "bytes": out.stat().st_size}


TRAILER = Stage("trailer", 2, ".mp4", _cut_trailer)
