"""The sound of a film: voices, music, ambience and effects laid on its time, mixed stretch by stretch, mastered for delivery.

`soundtrack` is the way in, called by the film's assembly and by the animatic. Every stretch goes through the workshop: a changed line is
said again, its own stretch is mixed again, and nothing else is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from core import cpu
from core.film import ambience, mixdown
from core.film.beds import LOOP_S
from core.film.dialogue import Placed, spoken_lines
from core.film.dsp import RATE, seed_of
from core.film.mixdown import ATTACK_S, RELEASE_S
from core.film.music.composition import LEVEL_MAX, CueSheet
from core.film.music.cues import Cue, cue, score
from core.film.own_track import fitted
from core.film.own_voice import OwnLine
from core.film.timeline import DISSOLVE_FRAMES, SceneSpan, Span, Timeline, timeline
from core.film.voices import Speaker
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import FPS, NARRATOR, Location, Mood, Scene, Script

STRETCH_S_MAX = 40.0
"""A longer scene is mixed in several stretches."""
RING_S = 1.2
"""A voice may ring on in its room for so long after it."""
_PAN = 0.22
"""How far from the middle the outermost of those in the picture speak."""
_CUT_FADE_S, _TITLE_FADE_S = 0.12, 1.2
BEDS_DB = 2.0

OnProgress = Callable[[float], Awaitable[None]]


@dataclass(frozen=True)
class Stretch:
    """A part of the film that is mixed at once. `scene` is None for titles and credits."""

    span: Span
    scene: Scene | None
    place: Location | None


@dataclass(frozen=True)
class _Bed:
    """A bed in one scene: `gain_db` against speech, when it fades in and out in seconds of film time."""

    kind: str
    made: Made
    gain_db: float
    fade_in: tuple[float, float]
    fade_out: tuple[float, float]


@dataclass(frozen=True)
class _Sources:
    """All that can sound, on film time."""

    cues: list[tuple[Cue, Made]]
    lines: list[Placed]
    speech: list[tuple[float, float]]
    """When somebody speaks, short pauses bridged."""
    beds: list[_Bed]
    effects: list[tuple[Made, float, float, float]]
    track: Made | None = None
    """Music that runs through the whole film."""


async def soundtrack(
    workshop: Workshop,
    script: Script,
    speaker: Speaker | None,
    *,
    seed: int = 0,
    track: Source | None = None,
    track_lead_s: float = 0.0,
    own: Sequence[OwnLine] = (),
    on_progress: OnProgress | None = None,
) -> Made:
    """The film's whole sound: a 48 kHz stereo 16-bit WAV exactly as long as its timeline, -14 LUFS, true peak under -1 dBTP.

    Without a speaker (or a language that it cannot say) the film has music and ambience only; its lines get the times a reader needs.
    `track` is music that somebody brought, in place of ours, without its first `track_lead_s` seconds.
    `own` are lines that somebody recorded, heard in place of spoken ones.
    `on_progress` hears the share done, 0..1. Facts: `seconds`, `samples`, `lufs`, `true_peak`, `lines` [{shot, scene, speaker, text, start_s,
    end_s, words [[start_s, end_s, word]], voiced, overrun_s}] in film time.
    """
    times = timeline(script)
    parts = stretches(script, times)
    cues = [] if track else score(script, times, seed)
    heard = _Progress(on_progress, total=len(parts) + len(cues) + sum(len(shot.lines) for shot in script.shots) + max(1, len(parts) // 2))
    sources = await _sources(workshop, script, times, speaker, cues, heard, own)
    if track:
        sources = replace(sources, track=await fitted(workshop, track, times.duration_s, lead_s=track_lead_s))

    async def mixed(stretch: Stretch) -> Made:
        made = await workshop.made(_STRETCH, sheet=_sheet(stretch, script, times, sources))
        await heard.one()
        return made

    made = await asyncio.gather(*map(mixed, parts))
    film = await workshop.made(_MASTER, stretches=list(made), lines=[line.facts for line in sources.lines])
    await heard.all()
    return film


async def trailer_music(
    workshop: Workshop, script: Script, mood: Mood, seconds: float, *, seed: int = 0, track: Source | None = None, track_lead_s: float = 0.0
) -> Made:
    """Music for a trailer, as long and as loud as it must be: the film's tune at full strength with an ending of its own, or the track it was cut to."""
    if track:
        sound = await fitted(workshop, track, seconds, lead_s=track_lead_s)
    else:
        tune, notes = seed_of("motif", script.title, seed), seed_of("notes", script.title, seed) % 12
        sheet = CueSheet(mood, seconds, "finale", tune, notes, LEVEL_MAX)
        sound = await cue(workshop, Cue(Span(0, round(seconds * FPS)), sheet, 0.0))
    return await workshop.made(_MASTER, stretches=[sound], lines=[])


class _Progress:
    """Counts steps and tells the share that is done."""

    def __init__(self, tell: OnProgress | None, total: int) -> None:
        self._tell, self._total, self._done = tell, max(1, total), 0

    async def one(self) -> None:
        self._done += 1
        if self._tell:
            await self._tell(min(0.99, self._done / self._total))

    async def all(self) -> None:
        if self._tell:
            await self._tell(1.0)


def stretches(script: Script, times: Timeline) -> list[Stretch]:
    """The film's time without gap or overlap: title, scenes (met in the middle of a dissolve), credits; long scenes cut at shots."""
    scenes = {scene.id: scene for scene in script.scenes}
    out = [Stretch(times.opening, None, None)]
    edges = [times.opening.end, *(_meeting(a, b) for a, b in pairwise(times.scenes)), times.credits.start]
    for span, (start, end) in zip(times.scenes, pairwise(edges), strict=True):
        scene = scenes[span.id]
        out += [Stretch(Span(a, b), scene, script.place_of(scene)) for a, b in pairwise(_cuts(start, end, [shot.start for shot in span.shots]))]
    out.append(Stretch(times.credits, None, None))
    return [stretch for stretch in out if stretch.span.frames > 0]


def _meeting(before: SceneSpan, after: SceneSpan) -> int:
    return after.start + (DISSOLVE_FRAMES // 2 if after.shots[0].dissolves_in else 0)


def _cuts(start: int, end: int, shots: list[int]) -> list[int]:
    """Edges from start to end, at shots where possible, never further apart than `STRETCH_S_MAX`."""
    edges, most = [start], int(STRETCH_S_MAX * FPS)
    while end - edges[-1] > most:
        reachable = [at for at in shots if edges[-1] < at <= edges[-1] + most]
        edges.append(max(reachable, default=edges[-1] + most))
    return [*edges, end]


async def _sources(
    workshop: Workshop, script: Script, times: Timeline, speaker: Speaker | None, cues: list[Cue], heard: _Progress, own: Sequence[OwnLine]
) -> _Sources:  # fmt: skip
    async def played(wanted: Cue) -> tuple[Cue, Made]:
        made = await cue(workshop, wanted)
        await heard.one()
        return wanted, made

    music, lines, beds, effects = await asyncio.gather(
        asyncio.gather(*map(played, cues)),
        spoken_lines(workshop, script, times, speaker, heard.one, own),
        _beds(workshop, script, times),
        _effects(workshop, script, times),
    )
    return _Sources(list(music), lines, mixdown.bridged([(line.at_s, line.end_s) for line in lines if line.made]), beds, effects)


async def _beds(workshop: Workshop, script: Script, times: Timeline) -> list[_Bed]:
    """The beds of every scene."""
    wanted = [(i, span, ambience.beds_of(scene, script.place_of(scene))) for i, (span, scene) in enumerate(zip(times.scenes, script.scenes, strict=True))]
    kinds = sorted({kind for _, _, beds in wanted for kind in beds})
    made = dict(zip(kinds, await asyncio.gather(*(ambience.bed(workshop, kind) for kind in kinds)), strict=True))
    out = []
    for i, span, beds in wanted:
        fade_in = _join(times.scenes[i - 1], span) if i else _before(times)
        fade_out = _join(span, times.scenes[i + 1]) if i + 1 < len(times.scenes) else _after(times)
        out += [_Bed(kind, made[kind], level + BEDS_DB, fade_in, fade_out) for kind, level in beds.items()]
    return out


def _join(before: SceneSpan, after: SceneSpan) -> tuple[float, float]:
    middle = _meeting(before, after) / FPS
    half = DISSOLVE_FRAMES / FPS / 2 if after.shots[0].dissolves_in else _CUT_FADE_S / 2
    return middle - half, middle + half


def _before(times: Timeline) -> tuple[float, float]:
    """The first place is heard before it is seen, under the end of the title."""
    return max(0.0, times.opening.end_s - _TITLE_FADE_S), times.opening.end_s + _CUT_FADE_S


def _after(times: Timeline) -> tuple[float, float]:
    """The last place is left behind in the credits."""
    return times.credits.start_s, min(times.credits.end_s, times.credits.start_s + _TITLE_FADE_S * 1.5) + 0.01


async def _effects(workshop: Workshop, script: Script, times: Timeline) -> list[tuple[Made, float, float, float]]:
    """(effect, second, dB, pan) on film time."""
    wanted = [(times.shot(shot.id).start_s + e.after_s, e, seed_of("effect", shot.id, e.kind)) for shot in script.shots for e in ambience.effects_of(shot)]
    made = await asyncio.gather(*(ambience.effect(workshop, e.kind, seed) for _, e, seed in wanted))
    return [(file, at, e.gain_db, (seed % 7 - 3) / 10) for file, (at, e, seed) in zip(made, wanted, strict=True)]


def _sheet(stretch: Stretch, script: Script, times: Timeline, sources: _Sources) -> dict[str, Any]:
    """Everything heard in one stretch, in seconds from its beginning; see `mixdown.mix_stretch`."""
    start, end = stretch.span.start_s, stretch.span.end_s

    def near(a: float, b: float, before: float = 0.0, after: float = 0.0) -> bool:
        return a - before < end and b + after > start

    def here(second: float) -> float:
        return round(second - start, 4)

    return {
        "samples": stretch.span.frames * (RATE // FPS),
        "music": [[made, here(at)] for made, at, until in _music(sources) if near(at, until)],
        "beds": [
            [bed.made, bed.gain_db, [here(x) for x in bed.fade_in], [here(x) for x in bed.fade_out], _in_loop(start, script.title, bed.kind)]
            for bed in sources.beds
            if near(bed.fade_in[0], bed.fade_out[1])
        ],
        "lines": [
            [line.made, here(line.at_s), _pan(script, line), line.line.speaker != NARRATOR]
            for line in sources.lines
            if line.made and near(line.at_s, line.end_s, after=RING_S)
        ],
        "room": list(ambience.room_of(stretch.place)) if stretch.place else ["outside", *ambience.ambience_data()["rooms"]["outside"].values()],
        "effects": [[made, here(at), level, pan] for made, at, level, pan in sources.effects if near(at, at + made.facts["seconds"])],
        "speech": [[max(here(a), -1.0), min(here(b), end - start + 1.0)] for a, b in sources.speech if near(a, b, ATTACK_S, RELEASE_S)],
    }  # fmt: skip


def _music(sources: _Sources) -> list[tuple[Made, float, float]]:
    """(music, its first second, its last) on film time."""
    own = [(sources.track, 0.0, float(sources.track.facts["seconds"]))] if sources.track else []
    return [*own, *((made, each.span.start_s, each.span.end_s + each.tail_s) for each, made in sources.cues)]


def _in_loop(second: float, title: str, kind: str) -> float:
    """Where in its loop a bed is at this second of the film: the same loop runs on from scene to scene, and begins elsewhere in every film."""
    return round((second + seed_of("loop", title, kind) % int(LOOP_S)) % LOOP_S, 4)


def _pan(script: Script, line: Placed) -> float:
    """Where a speaker stands: spread over those in the shot, the narrator and those who are alone in the middle."""
    seen = script.shot(line.shot).characters
    if line.line.speaker not in seen or len(seen) < 2:
        return 0.0
    return round(_PAN * (2 * seen.index(line.line.speaker) / (len(seen) - 1) - 1), 3)


async def _make_stretch(out: Path, sheet: dict[str, Any]) -> dict[str, Any]:
    paths = {**sheet, **{kind: [[str(each[0].path), *each[1:]] for each in sheet[kind]] for kind in ("music", "beds", "lines", "effects")}}
    return await cpu.in_child(mixdown.mix_stretch, str(out), paths)


async def _make_master(out: Path, stretches: list[Made], lines: list[dict[str, Any]]) -> dict[str, Any]:
    return {**await cpu.in_child(mixdown.master, str(out), [str(made.path) for made in stretches]), "lines": lines}


_STRETCH = Stage("mix", 1, ".wav", _make_stretch)
_MASTER = Stage("soundtrack", 1, ".wav", _make_master)
