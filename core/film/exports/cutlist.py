"""The film as a cut list for editing programs: OpenTimelineIO, Final Cut's FCPXML and an EDL, over the same media files.

Shots are clips of their takes with whatever the takes have beyond the cut as handles; dissolves are transitions that use those handles;
scenes and spoken lines are markers. Sound lies on tracks of its own: the finished mix, each line, each piece of music. Called by
`core.rendering.kit`; the three texts are written by OpenTimelineIO and its adapters.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

import opentimelineio as otio
from opentimelineio import opentime, schema

from core.film.chapters import MADE_WITH_AI, chapters
from core.film.timeline import DISSOLVE_FRAMES, ShotSpan, timeline
from core.writing.script import FPS, NARRATOR, Script

MIX, DIALOGUE, MUSIC = "Mix", "Dialogue", "Music"
HALF = DISSOLVE_FRAMES // 2
"""An editing program's dissolve is centred on its cut."""


@dataclass(frozen=True)
class Media:
    """A media file as the cut list names it: a path beside the list, and how many frames it has at the film's rate."""

    path: str
    frames: int


@dataclass(frozen=True)
class Laid:
    """A sound on a track, from a frame of the film on. `note` is what it is: a line's words, a piece of music's name."""

    track: str
    name: str
    media: Media
    start: int
    note: str = ""


def cut_list(
    script: Script, shots: Mapping[str, Media], opening: Media | None, credits: Media | None, sounds: Sequence[Laid], *, size: tuple[int, int]
) -> schema.Timeline:  # fmt: skip
    """The film's timeline. `shots` by shot id; media must be at least as long as their shots; a film may have no titles. KeyError for a missing one."""
    laid = timeline(script)
    made = schema.Timeline(script.title, metadata={"sysrai": {"made_with": MADE_WITH_AI, "language": script.language, "width": size[0], "height": size[1]}})
    picture = schema.Track("Picture", kind=schema.TrackKind.Video)
    if opening:
        picture.append(_clip("Title", opening, 0, laid.opening.frames))
    marks = {scene.shots[0].id: mark.title for scene, mark in zip(laid.scenes, chapters(script), strict=True)}
    spans = list(laid.shots)
    for i, span in enumerate(spans):
        out = i + 1 < len(spans) and spans[i + 1].dissolves_in
        if span.dissolves_in:
            picture.append(schema.Transition("Dissolve", schema.TransitionTypes.SMPTE_Dissolve, _time(HALF), _time(HALF)))
        start = HALF if span.dissolves_in else 0
        clip = _clip(name_of(script, span), shots[span.id], start, span.frames - start - (HALF if out else 0))
        _mark(script, span, clip, marks.get(span.id, ""), [sound for sound in sounds if sound.track == DIALOGUE])
        picture.append(clip)
    if credits:
        picture.append(_clip("Credits", credits, 0, laid.credits.frames))
    made.tracks.append(picture)
    made.tracks.extend(_sound_track(name, [sound for sound in sounds if sound.track == name]) for name in dict.fromkeys(sound.track for sound in sounds))
    return made


def name_of(script: Script, span: ShotSpan) -> str:
    """What a shot is called on paper and in the cut: `2-03`, the third of scene 2."""
    scene = script.scene_of(span.id)
    number = next(n for n, each in enumerate(script.scenes, 1) if each.id == scene.id)
    return f"{number}-{[shot.id for shot in scene.shots].index(span.id) + 1:02d}"


def _time(frames: int) -> opentime.RationalTime:
    return opentime.RationalTime(frames, FPS)


def _range(start: int, frames: int) -> opentime.TimeRange:
    return opentime.TimeRange(_time(start), _time(frames))


def _clip(name: str, media: Media, start: int, frames: int) -> schema.Clip:
    reference = schema.ExternalReference(f"./{media.path}", _range(0, max(media.frames, start + frames)))
    reference.name = name
    clip = schema.Clip(name, reference, _range(start, frames))
    clip.metadata["cmx_3600"] = {"reel": name.upper().replace("-", "_")[:8]}
    return clip


def _mark(script: Script, span: ShotSpan, clip: schema.Clip, chapter: str, lines: Sequence[Laid]) -> None:
    """The scene that begins here, and what is said while the shot is seen. Markers count in the media's own frames."""
    shot = script.shot(span.id)
    begin = clip.source_range.start_time.to_frames()
    if chapter:
        clip.markers.append(schema.Marker(chapter, _range(begin, 1), color=schema.MarkerColor.ORANGE))
    clip.metadata["sysrai"] = {"shot": shot.id, "size": shot.size, "move": shot.move, "lens_mm": shot.lens_mm, "action": shot.action, "sound": shot.sound}
    for line in lines:
        at = line.start - span.start
        if begin <= at < begin + clip.duration().to_frames():
            clip.markers.append(schema.Marker(line.note or line.name, _range(at, 1), color=schema.MarkerColor.CYAN))


def _sound_track(name: str, sounds: Sequence[Laid]) -> schema.Track:
    """Sounds one after the other with gaps; one that still sounds when the next begins is cut there."""
    track, at = schema.Track(name, kind=schema.TrackKind.Audio), 0
    ordered = sorted(sounds, key=lambda sound: sound.start)
    ends = [min(a.start + a.media.frames, b.start) for a, b in pairwise(ordered)] + [ordered[-1].start + ordered[-1].media.frames]
    for sound, end in zip(ordered, ends, strict=True):
        if end <= sound.start:
            continue
        if sound.start > at:
            track.append(schema.Gap(source_range=_range(0, sound.start - at)))
        clip = _clip(sound.name, sound.media, 0, end - sound.start)
        clip.metadata["sysrai"] = {"note": sound.note}
        track.append(clip)
        at = end
    return track


def speaker_name(script: Script, speaker: str) -> str:
    """Who says a line, in the cut list."""
    return "Narrator" if speaker == NARRATOR else script.character(speaker).name


# ---------------------------------------------------------------- as text


def as_otio(made: schema.Timeline) -> str:
    """The timeline in OpenTimelineIO's own JSON: everything is in it."""
    return str(otio.adapters.write_to_string(made, "otio_json", indent=2))


EDL_SOUND = {"": {MIX: "AA"}, " stems": {DIALOGUE: "A", MUSIC: "A2"}}
"""The sound of an EDL, which has two channels: the finished mix on both, or in a list of its own the dialogue on one and the music on the other."""


def as_edl(made: schema.Timeline, sound: Mapping[str, str] = EDL_SOUND[""]) -> str:
    """A CMX 3600 EDL with names, files and markers as comments: the picture, and the sound tracks that `sound` gives a channel."""
    picture = deepcopy(made)
    del picture.tracks[1:]
    text = str(otio.adapters.write_to_string(picture, "cmx_3600", rate=FPS))
    number = max(int(line[:3]) for line in text.splitlines() if line[:3].isdigit())
    for track in made.tracks[1:]:
        if channel := sound.get(track.name):
            for clip in (item for item in track if isinstance(item, schema.Clip)):
                number += 1
                text += _sound_event(number, clip, channel, track.range_of_child(clip))
    return text


def _sound_event(number: int, clip: schema.Clip, channel: str, laid: opentime.TimeRange) -> str:
    """A cut of sound as CMX 3600 writes it; the adapter writes the picture alone."""
    times = (clip.source_range.start_time, clip.source_range.end_time_exclusive(), laid.start_time, laid.end_time_exclusive())
    marks = " ".join(opentime.to_timecode(time, FPS) for time in times)
    told = [f"{number:03d}  {'AX':8} {channel:5} C        {marks}", f"* FROM CLIP NAME:  {clip.name}", f"* FROM CLIP: {clip.media_reference.target_url}"]
    note = " ".join(str(clip.metadata["sysrai"].get("note", "")).split())
    return "\n".join([*told, *([f"* COMMENT: {note}"] if note else []), ""])


def as_fcpxml(made: schema.Timeline) -> str:
    """The timeline as FCPXML. The adapter knows neither dissolves nor the size of the picture: both are put in here."""
    root = ET.fromstring(otio.adapters.write_to_string(made, "fcpx_xml"))
    told = made.metadata["sysrai"]
    for form in root.iter("format"):
        form.set("width", str(told["width"]))
        form.set("height", str(told["height"]))
        if not form.get("name"):
            del form.attrib["name"]
    for sequence in root.iter("sequence"):
        sequence.set("tcFormat", "NDF")
        _dissolves(made.tracks[0], next(sequence.iter("spine")))
    ET.indent(root, "  ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n{ET.tostring(root, encoding="unicode")}\n'


def _dissolves(picture: schema.Track, spine: ET.Element) -> None:
    clips = list(spine)
    at, n = 0, 0
    for item in picture:
        if isinstance(item, schema.Transition):
            begin = at - item.in_offset.to_frames()
            found = ET.Element("transition", {"name": "Cross Dissolve", "offset": f"{begin}/{FPS}s", "duration": f"{DISSOLVE_FRAMES}/{FPS}s"})
            spine.insert(list(spine).index(clips[n]), found)
        else:
            at, n = at + item.duration().to_frames(), n + 1
