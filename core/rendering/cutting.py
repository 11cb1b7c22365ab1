"""The cutting room: takes and drawn stand-ins, voices and music become a film with everything that lies beside it.

The real `Cutter`, over `core/film` and `core/storyboard`. Every step goes through the workshop: cutting again after one changed
shot, or after a kill, makes only what is not there yet.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from core import cpu
from core.config import Settings
from core.errors import Unavailable
from core.ffmpeg import FfmpegFailed
from core.film import gate, lettering, subtitles, watching
from core.film.assemble import Assembled, Words, assemble, titles, together
from core.film.clip_checks import ClipOrder, Look, check_clip
from core.film.delivery import FilmFiles, trailer, trailer_seconds
from core.film.loop import as_picture, loop
from core.film.mix import soundtrack, trailer_music
from core.film.normalise import normalised
from core.film.pieces import seen_and_heard, watched
from core.film.pieces import seen_in as seen_in_take
from core.film.poster import cover, poster
from core.film.profiles import Grade, Profile, profile_for
from core.film.provenance import seal_for, sealed
from core.film.reframe import Seen, reframed
from core.film.stills import stills
from core.film.timeline import timeline
from core.film.voices import Speaker
from core.rendering.cutter import CutFiles, CutOrder, OnProgress, Promo
from core.rendering.editing import Parts, editing_files
from core.storyboard.clip import clip
from core.storyboard.panel import Artist
from core.storyboard.panel import seen as seen_in
from core.storyboard.sheet import contact_sheet, pages
from core.workshop import Made, Source, Stage, Workshop
from core.writing.fountain import fountain
from core.writing.script import FPS, Format, Shot

DRAWN, HEARD, FRAMED, JOINED = 0.25, 0.55, 0.75, 0.9
"""Shares of the work that are done when the stand-ins, the sound, the framing and the film are."""


TIGHT_S = 0.25
"""A line that runs on after its shot for so long is worth a word."""


WORDS: dict[Format, Words] = {"youtube": "soft", "shorts": "each", "tiktok": "each", "reels": "each", "square": "lines"}
"""How what is said is seen: where films are watched without sound it stands in the picture."""


def words_for(order: CutOrder) -> Words:
    """How what is said is seen in this film; what is only a look at it has a track of subtitles."""
    return WORDS[order.format] if order.whole else "soft"


def tight(lines: list[dict[str, Any]]) -> dict[str, float]:
    """The shots that are too short for what is said in them, and the seconds they lack: id -> seconds."""
    lacking: dict[str, float] = {}
    for line in lines:
        if line["overrun_s"] > TIGHT_S:
            lacking[line["shot"]] = max(lacking.get(line["shot"], 0.0), round(float(line["overrun_s"]), 2))
    return lacking


class CuttingRoom:
    """Cuts in the workshop of this process. `speaker` None: nobody here speaks; subtitles carry the words."""

    def __init__(self, workshop: Workshop, settings: Settings, speaker: Speaker | None, artist: Artist) -> None:
        self._workshop, self._settings, self._speaker, self._artist = workshop, settings, speaker, artist
        self._seal = seal_for(settings)

    async def check(self, clip: Source, shot: Shot, width: int, height: int, frames: int, fps: int = FPS) -> list[dict[str, Any]]:
        """What is wrong with a clip that landed; the same clip is looked at once."""
        stage = replace(CHECKED, make=partial(_check, look=partial(seen_in_take, self._workshop, clip)))
        made = await self._workshop.made(stage, clip=clip, order=ClipOrder(width=width, height=height, frames=frames, fps=fps))
        findings: list[dict[str, Any]] = made.facts["findings"]
        return findings

    async def stills(self, clip: Source, frames: int, fps: int = FPS) -> list[bytes]:
        """One picture in two seconds, three at least."""
        return await stills(clip.path, frames, fps)

    async def prepare(self, clip: Source, format: Format, grade: Grade, frames: int, finish: str = "clean") -> None:
        """Bring an accepted clip into the film's form now."""
        made = await normalised(self._workshop, clip, profile_for(format, grade).finished(finish), frames)
        await watched(self._workshop, made, frames / FPS)  # the gate then need not wait for it either

    async def cut(self, order: CutOrder, on_progress: OnProgress) -> CutFiles:
        """Cut the film. Raises Unavailable where the disk is full, ClipUnusable for a take that is none."""
        try:
            return await self._cut(order, on_progress)
        except (FfmpegFailed, OSError) as error:
            if "No space left" in str(error):
                raise Unavailable(f"The disk is full: {error}", key="error-disk-full") from error
            raise

    async def kit(self, order: CutOrder) -> dict[str, Path]:
        """The pieces of a film that was cut, with cut lists, scripts and storyboard; what the workshop forgot is made again."""
        clips: dict[str, Source | Made] = {**order.takes, **await self._stand_ins(order, _unheard)}
        sound = await self._sound(order, _unheard)
        parts = Parts(clips, sound, profile_for(order.format, order.grade))
        return await editing_files(self._workshop, order, parts, self._speaker, self._artist)

    async def promote(self, order: CutOrder, film: Made, kind: Promo, on_progress: OnProgress) -> CutFiles:
        """A trailer over music written for it (or the film's own track), or a loop as MP4 and as an animated WebP."""
        if kind == "loop":
            made = await loop(self._workshop, film, order.script)
            await on_progress(0.8)
            small = await as_picture(self._workshop, made)
            return CutFiles({"film": (await self._sealed(made, order)).path, "picture": small.path}, made.facts)
        lead_s = order.track_lead_s
        seconds, mood = trailer_seconds(order.script), lettering.mood_of(order.script)
        music = await trailer_music(self._workshop, order.script, mood, seconds, seed=order.seed, track=order.track, track_lead_s=lead_s)
        await on_progress(0.4)
        made = await trailer(self._workshop, FilmFiles(film, order.script, film, music=music))
        return CutFiles({"film": (await self._sealed(made, order)).path}, {**made.facts, "title": order.script.title})

    async def _cut(self, order: CutOrder, on_progress: OnProgress) -> CutFiles:
        profile = profile_for(order.format, order.grade).finished(order.finish)
        clips: dict[str, Source | Made] = {**order.takes, **await self._stand_ins(order, _within(on_progress, 0.0, DRAWN))}
        sound, *_ = await together(
            self._sound(order, _within(on_progress, DRAWN, HEARD)),
            titles(self._workshop, order.script, profile, makers=order.makers, backers=order.backers, pictured=order.pictured),
            *([self._pictures_beside(order)] if order.whole else []),
        )
        clips |= await self._framed(order, sound, profile, _within(on_progress, HEARD, FRAMED))
        whole = await assemble(
            self._workshop, order.script, clips, sound, profile, makers=order.makers, backers=order.backers, words=words_for(order),
            pictured=order.pictured, rendered=frozenset(order.takes) - order.drawn if order.grade == "full" else (),
            on_progress=_within(on_progress, FRAMED if order.taken_in else HEARD, JOINED),
        )  # fmt: skip
        film = await self._sealed(whole.film, order)
        facts = {
            **film.facts,
            "lufs": sound.facts.get("lufs"),
            "true_peak": sound.facts.get("true_peak"),
            "tight": tight(sound.facts.get("lines", [])),
            "title": order.script.title,
        }
        if not order.whole:
            return CutFiles({"film": film.path}, facts)
        files = {"film": film.path, **await self._beside(order, sound, profile)}
        judged = await self._judged(order, whole, profile)
        files["gate"] = judged.path
        return CutFiles(files, {**facts, "gate": judged.facts})

    async def _sound(self, order: CutOrder, on_progress: OnProgress) -> Made:
        """The film's sound. In a language that nobody here speaks the voices stay as they were, and the words are written below."""
        speaks = self._speaker is not None and self._speaker.speaks(order.script.language)
        heard = order.script if speaks or order.pictured is None else order.pictured
        if order.pictured:  # the music is made of the title: another language keeps it
            heard = heard.model_copy(update={"title": order.pictured.title})
        made = await soundtrack(
            self._workshop,
            heard,
            self._speaker,
            seed=order.seed,
            track=order.track,
            track_lead_s=order.track_lead_s,
            own=order.own,
            on_progress=on_progress,
        )
        if speaks or order.pictured is None:
            return made
        said = [line.text for shot in order.script.shots for line in shot.lines]
        lines = [{**line, "text": text, "words": []} for line, text in zip(made.facts.get("lines", []), said, strict=True)]
        return replace(made, facts={**made.facts, "lines": lines})

    async def _framed(self, order: CutOrder, sound: Made, profile: Profile, on_progress: OnProgress) -> dict[str, Source | Made]:
        """The takes in the film's shape, where they were made in another: each framed by what it shows."""
        if order.taken_in is None:
            return {}
        times, pictured = timeline(order.script), order.pictured or order.script
        lines = subtitles.spoken_lines(sound.facts.get("lines", []))
        turns = asyncio.Semaphore(int(cpu.limiter().total_tokens))
        done = 0

        async def frame(shot_id: str) -> tuple[str, Made]:
            nonlocal done
            span, seen = times.shot(shot_id), None
            if shot_id in order.drawn:
                scene, location, shot, cast = seen_in(pictured, shot_id)
                spoken = tuple((max(0.0, line.start_s - span.start_s), line.end_s - span.start_s, line.speaker) for line in lines if line.shot == shot_id)
                seen = Seen(shot, scene, location, tuple(cast), spoken)
            async with turns:
                made = await reframed(self._workshop, order.takes[shot_id], profile.bare, span.frames, drawn=seen)
            done += 1
            await on_progress(done / len(order.takes))
            return shot_id, made

        async with asyncio.TaskGroup() as group:
            framing = [group.create_task(frame(shot_id)) for shot_id in order.takes if shot_id in {shot.id for shot in order.script.shots}]
        return dict(task.result() for task in framing)

    async def _stand_ins(self, order: CutOrder, on_progress: OnProgress) -> dict[str, Made]:
        """Drawn clips for the shots without a take. In a rough cut they are the animatic's own, marked as such."""
        pictured = order.pictured or order.script
        missing = [shot.id for shot in order.script.shots if shot.id not in order.takes]
        grade: Grade = "preview" if order.grade == "preview" else "drawn"
        size = profile_for(order.format, grade)
        turns = asyncio.Semaphore(int(cpu.limiter().total_tokens))
        done = 0

        async def draw(shot_id: str) -> tuple[str, Made]:
            nonlocal done
            async with turns:
                encoding = size.drawing(round(order.script.shot(shot_id).duration_s * FPS))
                made = await clip(self._workshop, pictured, shot_id, (size.width, size.height), slate=grade == "preview", encoding=encoding)
            done += 1
            await on_progress(done / len(missing))
            return shot_id, made

        async with asyncio.TaskGroup() as group:
            drawing = [group.create_task(draw(shot_id)) for shot_id in missing]
        return dict(task.result() for task in drawing)

    async def _beside(self, order: CutOrder, sound: Made, profile: Profile) -> dict[str, Path]:
        """Poster, subtitles, contact sheets, screenplay and receipt."""
        script = order.script
        cues = subtitles.cues(script, subtitles.spoken_lines(sound.facts.get("lines", [])), profile)
        texts = {
            "subtitles_srt": ("subtitles.srt", subtitles.srt(cues)),
            "subtitles_vtt": ("subtitles.vtt", subtitles.vtt(cues)),
            "subtitles_ass": ("subtitles.ass", subtitles.ass(cues, profile, script.language) if cues else ""),
            "screenplay": ("screenplay.fountain", fountain(script)),
            "receipt": ("receipt.txt", order.receipt),
        }
        if order.pictured:  # its stage directions are in the first language
            del texts["screenplay"]
        return {name: (await self._text(file, text)).path for name, (file, text) in texts.items() if text} | await self._pictures_beside(order)

    async def _pictures_beside(self, order: CutOrder) -> dict[str, Path]:
        """Poster, cover and contact sheets: they wait for nothing of the film."""
        script, year = order.script, datetime.now(UTC).year

        async def sealed_picture(picture: Coroutine[Any, Any, Made]) -> Path:
            return (await self._sealed(await picture, order)).path

        async def sheets() -> dict[str, Path]:
            found = {}
            for page in range(1, 1 if order.pictured or order.taken_in else pages(script, order.format) + 1):
                sheet = contact_sheet(self._workshop, script, order.format, artist=self._artist, page=page)
                found["contact_sheet" if page == 1 else f"contact_sheet_{page}"] = await sealed_picture(sheet)
            return found

        large, small, found = await together(
            sealed_picture(poster(self._workshop, script, makers=order.makers, year=year, pictured=order.pictured)),
            sealed_picture(cover(self._workshop, script, pictured=order.pictured)),
            sheets(),
        )
        return {"poster": large, "cover": small, **found}

    async def _sealed(self, made: Made, order: CutOrder) -> Made:
        """A file that goes out, with its credentials: signed last."""
        trained = bool(set(order.takes) - order.drawn) or bool(self._settings.openai_api_key.get_secret_value())
        return await sealed(self._workshop, self._seal, made, order.script.title, trained=trained)

    async def _text(self, file: str, text: str) -> Made:
        return await self._workshop.made(replace(TEXT, suffix=Path(file).suffix), text=text)

    async def _judged(self, order: CutOrder, whole: Assembled, profile: Profile) -> Made:
        """The gate's report on the film, and as facts what it found. Pieces that were watched before are not watched again."""
        expected = replace(gate.Expected.of(order.script, profile.width, profile.height, soft_subtitles=words_for(order) == "soft"), format=order.format)
        look = partial(seen_and_heard, self._workshop, whole.picture, whole.sound)
        stage = replace(JUDGED, make=partial(_judge, expected=expected, look=look))
        return await self._workshop.made(stage, film=whole.film, seconds=expected.seconds, format=order.format)


async def _check(out: Path, clip: Source, order: ClipOrder, look: Look) -> dict[str, Any]:
    findings = await check_clip(clip.path, order, look)
    out.write_text("\n".join(finding.text for finding in findings))
    return {"findings": [{"check": finding.kind, "message": finding.text} for finding in findings if not finding.note]}


async def _write(out: Path, text: str) -> None:
    out.write_text(text, encoding="utf-8")


async def _judge(
    out: Path, film: Made, seconds: float | None, format: Format, expected: gate.Expected, look: Callable[[], Awaitable[watching.Seen]]
) -> dict[str, Any]:  # fmt: skip
    found = await gate.report(film.path, expected=expected, seen=await look())
    out.write_text(str(found).replace(film.path.name, "film.mp4") + "\n", encoding="utf-8")
    return {"passes": found.passes, "findings": [finding.text for finding in found.findings if not finding.note]}


CHECKED = Stage("checked", 1, ".txt", _check)
TEXT = Stage("text", 1, ".txt", _write)
JUDGED = Stage("judged", 2, ".txt", _judge)


async def _unheard(share: float) -> None:
    """Nobody watches this."""


def _within(on_progress: OnProgress, start: float, end: float) -> Callable[[float], Awaitable[None]]:
    """Progress of a part of the work as progress of all of it."""

    async def heard(share: float) -> None:
        await on_progress(start + (end - start) * share)

    return heard
