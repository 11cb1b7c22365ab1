"""What an editor gets of a film, as files by their names in the archive: cut lists with their media, scripts, storyboard, subtitles.

Called by `cutting`. Everything comes from the workshop: what the film was made of is there already.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core import cpu
from core.film import subtitles
from core.film.chapters import MADE_WITH_AI
from core.film.dialogue import spoken_lines
from core.film.exports import papers
from core.film.exports.cutlist import DIALOGUE, EDL_SOUND, MIX, MUSIC, Laid, Media, as_edl, as_fcpxml, as_otio, cut_list, name_of, speaker_name
from core.film.music.cues import cue, score
from core.film.normalise import normalised
from core.film.own_track import fitted
from core.film.probe import probe_picture
from core.film.profiles import Profile
from core.film.timeline import Timeline, timeline
from core.film.titles import credits, opening
from core.film.voices import Speaker
from core.rendering.cutter import CutOrder
from core.storyboard.panel import Artist, panel
from core.storyboard.sheet import contact_sheet, pages
from core.workshop import Made, Source, Stage, Workshop
from core.writing.fountain import fountain
from core.writing.script import FPS, Script

README = """{title}

edit/       the cut for editing programs: {title}.otio (OpenTimelineIO), .fcpxml (Final Cut Pro, DaVinci Resolve), .edl (CMX 3600: picture and mix;
            “stems”: picture, dialogue and music). They name the files in edit/media; keep both side by side.
            24 frames a second. Dissolves have their handles; scenes and lines are markers.
script/     the screenplay as Fountain, Final Draft (.fdx) and PDF
board/      the storyboard as PDF and as contact sheets
subtitles/  SRT, WebVTT and ASS
film/       the finished film in all its versions

{made} {year}
"""


@dataclass(frozen=True)
class Parts:
    """What the film is made of: clips by shot id, and its finished sound."""

    clips: Mapping[str, Source | Made]
    sound: Made
    profile: Profile


async def editing_files(workshop: Workshop, order: CutOrder, parts: Parts, speaker: Speaker | None, artist: Artist) -> dict[str, Path]:
    """Every file by its name in the archive, the finished films excepted."""
    script, times = order.script, timeline(order.script)
    title = "".join(c if c.isalnum() or c in " -_" else " " for c in script.title).strip() or "Film"
    shots, files = await _picture(workshop, script, times, parts)
    year = datetime.now(UTC).year
    cards = {}
    for name, made, frames in (
        ("title", await opening(workshop, script, parts.profile, makers=order.makers), times.opening.frames),
        ("credits", await credits(workshop, script, parts.profile, makers=order.makers, backers=order.backers, year=year), times.credits.frames),
    ):
        if made:
            cards[name] = Media(f"media/picture/{name}.mp4", frames)
            files[cards[name].path] = made.path
    sounds, heard = await _sounds(workshop, order, times, speaker, parts.sound)
    files |= heard
    cut = cut_list(script, shots, cards.get("title"), cards.get("credits"), sounds, size=(parts.profile.width, parts.profile.height))
    found = {f"edit/{name}": path for name, path in files.items()}
    texts = {
        f"edit/{title}.otio": as_otio(cut), f"edit/{title}.fcpxml": as_fcpxml(cut),
        **{f"edit/{title}{name}.edl": as_edl(cut, sound) for name, sound in EDL_SOUND.items()},
        f"script/{title}.fountain": fountain(script), f"script/{title}.fdx": papers.fdx(script), **_subtitles(title, script, parts),
        "README.txt": README.format(title=title, made=MADE_WITH_AI, year=year),
    }  # fmt: skip
    for name, text in texts.items():
        found[name] = (await workshop.made(replace(TEXT, suffix=Path(name).suffix), text=text)).path
    return found | await _papers(workshop, order, title, artist)


async def _picture(workshop: Workshop, script: Script, times: Timeline, parts: Parts) -> tuple[dict[str, Media], dict[str, Path]]:
    """Each shot's take as it came, with its handles; one at another rate, or too short, in the film's form."""
    media, files = {}, {}
    for span in times.shots:
        clip = parts.clips[span.id]
        source = await probe_picture(clip.path)
        path, frames = clip.path, source.frames
        if abs(source.fps - FPS) > 0.01 or frames < span.frames:
            made = await normalised(workshop, clip, parts.profile, span.frames)
            path, frames = made.path, span.frames
        media[span.id] = Media(f"media/picture/{name_of(script, span)}.mp4", frames)
        files[media[span.id].path] = path
    return media, files


async def _sounds(workshop: Workshop, order: CutOrder, times: Timeline, speaker: Speaker | None, mix: Made) -> tuple[list[Laid], dict[str, Path]]:
    """The finished mix, each line and each piece of music, with where they lie."""
    script = order.script
    sounds = [Laid(MIX, "Mix", Media("media/sound/mix.wav", times.frames), 0)]
    files = {"media/sound/mix.wav": mix.path}

    def add(track: str, name: str, made: Made, at: int, note: str) -> None:
        path = f"media/{track.lower()}/{name}.wav"
        sounds.append(Laid(track, name, Media(path, round(float(made.facts["seconds"]) * FPS)), at, note))
        files[path] = made.path

    for n, line in enumerate(await spoken_lines(workshop, script, times, speaker, _quiet, order.own), 1):
        if line.made:
            who = speaker_name(script, line.line.speaker)
            add(DIALOGUE, f"{n:03d} {_plain(who)}", line.made, round(line.at_s * FPS), f"{who}: {line.line.text}")
    if order.track:
        track = await fitted(workshop, order.track, times.duration_s, lead_s=order.track_lead_s)
        sounds.append(Laid(MUSIC, "Music", Media("media/music/music.wav", times.frames), 0, "Music"))
        files["media/music/music.wav"] = track.path
    else:
        for n, each in enumerate(score(script, times, order.seed), 1):
            add(MUSIC, f"{n:03d} {each.sheet.mood}", await cue(workshop, each), each.span.start, each.sheet.mood)
    return sounds, files


def _plain(name: str) -> str:
    return "".join(c for c in name if c.isalnum() or c == " ").strip() or "voice"


async def _quiet() -> None:
    """Nobody asks how far the lines are: they were spoken for the film."""


def _subtitles(title: str, script: Script, parts: Parts) -> dict[str, str]:
    cues = subtitles.cues(script, subtitles.spoken_lines(parts.sound.facts.get("lines", [])), parts.profile)
    if not cues:
        return {}
    return {
        f"subtitles/{title}.{script.language}.srt": subtitles.srt(cues), f"subtitles/{title}.{script.language}.vtt": subtitles.vtt(cues),
        f"subtitles/{title}.{script.language}.ass": subtitles.ass(cues, parts.profile, script.language),
    }  # fmt: skip


async def _papers(workshop: Workshop, order: CutOrder, title: str, artist: Artist) -> dict[str, Path]:
    script, format = order.script, order.format
    panels = {shot.id: await panel(workshop, script, shot.id, format, artist=artist) for shot in script.shots}
    files = {
        f"script/{title}.pdf": (await workshop.made(SCREENPLAY, script=script)).path,
        f"board/{title} storyboard.pdf": (await workshop.made(BOARD, script=script, panels=panels)).path,
    }
    for page in range(1, pages(script, format) + 1):
        sheet = await contact_sheet(workshop, script, format, artist=artist, page=page)
        files[f"board/{title} contact sheet {page}{sheet.path.suffix}"] = sheet.path
    return files


async def _write(out: Path, text: str) -> None:
    out.write_text(text, encoding="utf-8")


async def _screenplay(out: Path, script: Script) -> None:
    await cpu.in_child(papers.screenplay_pdf, out, script)


async def _board(out: Path, script: Script, panels: dict[str, Made]) -> dict[str, Any]:
    await cpu.in_child(papers.storyboard_pdf, out, script, {id: made.path for id, made in panels.items()})
    return {"panels": len(panels)}


TEXT = Stage("kit_text", 1, ".txt", _write)
SCREENPLAY = Stage("screenplay_pdf", 1, ".pdf", _screenplay)
BOARD = Stage("storyboard_pdf", 1, ".pdf", _board)
