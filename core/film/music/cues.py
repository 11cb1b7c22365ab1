"""The score of a film: which cue sounds when, and each cue made once.

A cue belongs to a scene, or to a few very short ones in a row; a scene of more than `CUE_S_MAX` has several. All cues share the film's
tune and, act by act, its notes; intensity follows the film's arc. Called by `core.film.mix`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from core import cpu
from core.film.dsp import seed_of
from core.film.music.composition import LEVEL_MAX, CueSheet, Role
from core.film.music.render import render_cue
from core.film.timeline import SceneSpan, Span, Timeline
from core.workshop import Made, Stage, Workshop
from core.writing.pacing import spoken_s
from core.writing.script import FPS, Mood, Script

CUE_S_MAX = 90.0
_PART_S = 70.0
"""Longer scenes are cut into cues of about this length, at shots."""
TAIL_S = 2.5
"""A cue rings on for so long under the next one."""
TOO_SHORT_S = 4.0
"""A scene this short does not change the music."""
SHORT_S = 9.0
"""A scene this short shares the cue of a neighbour of the same mood."""
TALK_SHARE = 0.4
"""From this share of speech on, the tune steps back."""
_BASE_LEVEL: dict[Mood, int] = {"warm": 1, "hope": 2, "joyful": 2, "wonder": 1, "tender": 0, "melancholy": 1, "tense": 1, "dread": 1}
_ACT_SHIFTS = (0, 5, 2, 10, 7)
"""Semitones by which the acts of a long film move its notes, before the last act comes home."""
_ACT_S = 240.0


@dataclass(frozen=True)
class Cue:
    """A cue and when it sounds; its file goes on for `tail_s` seconds after `span`."""

    span: Span
    sheet: CueSheet
    tail_s: float


async def _make(out: Path, sheet: dict[str, Any], tail_s: float) -> dict[str, Any]:
    return await cpu.in_child(render_cue, str(out), sheet, tail_s)


_CUE = Stage("music", 1, ".wav", _make)


async def cue(workshop: Workshop, wanted: Cue) -> Made:
    """The cue as a 48 kHz stereo WAV. Facts: `seconds`, `lufs`, `bars`, `bpm`, `chords`, `form`, `sung` [[second, degree]] and more."""
    return await workshop.made(_CUE, sheet=asdict(wanted.sheet), tail_s=wanted.tail_s)


def score(script: Script, times: Timeline, seed: int = 0) -> list[Cue]:
    """Every cue of the film in order: title, scenes, credits. The same script and seed give the same score."""
    tune, notes = seed_of("motif", script.title, seed), seed_of("notes", script.title, seed) % 12
    runs = [piece for run in _runs(script, times) for piece in _split(run)]
    cues = [Cue(times.opening, _titles("title", script.scenes[0].mood, times.opening, tune, notes), TAIL_S)] if times.opening.frames else []
    counts: dict[tuple[str, float], int] = {}
    for i, (span, mood, talk) in enumerate(runs):
        same = counts[mood, span.duration_s] = counts.get((mood, span.duration_s), -1) + 1
        sheet = CueSheet(
            mood, span.duration_s, "finale" if i == len(runs) - 1 else "scene", tune, _act(notes, span, times),
            _level(mood, span, times), talk >= TALK_SHARE, variation=same,
        )  # fmt: skip
        cues.append(Cue(span, sheet, TAIL_S))
    if times.credits.frames:
        cues.append(Cue(times.credits, _titles("credits", script.scenes[-1].mood, times.credits, tune, notes), 0.0))
    return cues


def _titles(role: Role, mood: Mood, span: Span, tune: int, notes: int) -> CueSheet:
    return CueSheet(mood, span.duration_s, role, tune, notes, level=1)


def _runs(script: Script, times: Timeline) -> list[tuple[list[SceneSpan], Mood, float]]:
    """(scenes, mood, share of speech) of every stretch that shares its music."""
    runs: list[tuple[list[SceneSpan], Mood, float]] = []
    by_id = {scene.id: scene for scene in script.scenes}
    for span in times.scenes:
        scene = by_id[span.id]
        said = sum(spoken_s(line.text) for shot in scene.shots for line in shot.lines)
        if runs:
            scenes, mood, talk = runs[-1]
            length = (scenes[-1].end - scenes[0].start) / FPS
            fits = length + span.duration_s <= CUE_S_MAX
            short = min(length, span.duration_s) < SHORT_S and mood == scene.mood
            if fits and (short or span.duration_s < TOO_SHORT_S):
                scenes.append(span)
                runs[-1] = (scenes, mood, talk + said)
                continue
        runs.append(([span], scene.mood, said))
    return [(scenes, mood, said / max(1.0, (scenes[-1].end - scenes[0].start) / FPS)) for scenes, mood, said in runs]


def _split(run: tuple[list[SceneSpan], Mood, float]) -> list[tuple[Span, Mood, float]]:
    """One span per cue: cut at shots so that none is longer than `CUE_S_MAX`."""
    scenes, mood, talk = run
    start, end = scenes[0].start, scenes[-1].end
    parts = 1 if end - start <= CUE_S_MAX * FPS else -(-(end - start) // int(_PART_S * FPS))
    cuts = [shot.start for scene in scenes for shot in scene.shots if shot.start > start]
    edges = [start]
    for i in range(1, parts):
        aim = start + (end - start) * i // parts
        edges.append(max(edges[-1] + 1, min(cuts, key=lambda cut: abs(cut - aim), default=aim)))
    edges.append(end)
    return [(Span(a, b), mood, talk) for a, b in pairwise(edges) if b > a]


def _act(notes: int, span: Span, times: Timeline) -> int:
    """The notes of the act a cue stands in: a film under two acts keeps to its own, a longer one travels and comes home."""
    acts = int(times.duration_s // _ACT_S)
    here = int(span.start_s // _ACT_S)
    return notes if acts < 2 or here >= acts - 1 else (notes + _ACT_SHIFTS[here % len(_ACT_SHIFTS)]) % 12


def _level(mood: Mood, span: Span, times: Timeline) -> int:
    """Intensity: the mood's own, less at the beginning, most at four fifths of the film."""
    at = (span.start_s + span.end_s) / 2 / max(times.duration_s, 1.0)
    rise = 0 if at < 0.55 else 1 if at < 0.9 else 0
    fall = -1 if at < 0.2 else 0
    return max(0, min(LEVEL_MAX, _BASE_LEVEL[mood] + rise + fall))
