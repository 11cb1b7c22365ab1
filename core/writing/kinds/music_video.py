"""A music video: nobody speaks, and pictures change on the beat of the film's track.

Durations are whole quarters of a second, so a cut stands on a beat where a beat falls within two frames of a quarter. The track begins a little later in
itself (`lead_s`) so that as many as possible do. Without a track the pictures change in even time.
"""

from __future__ import annotations

from bisect import bisect_left

from core.writing.kinds.rules import RULES
from core.writing.script import FILM_S_MIN, FPS, QUANTUM_S, SHOT_S_MIN, Brief, Script, Shot, ShotSize, quarter
from core.writing.splice import Ids, but

CUT_OFF_S_MAX = 2 / FPS + 1e-6
"""A cut this near to its beat is on it: two frames."""
SHOT_S_AIM, GAP_S_MAX = 2.0, 4.0
OPENING_S, CREDITS_S = 2.0, 3.0
PLAIN_BEAT_S = 0.5
"""The time that is kept where there is no track."""
_OTHER_SIZE: dict[ShotSize, ShotSize] = {
    "EWS": "WS", "WS": "MS", "FS": "MCU", "MS": "CU", "MCU": "WS", "CU": "MS", "ECU": "MS", "INSERT": "WS",
}  # fmt: skip


def wanted(brief: Brief) -> Brief:
    """The film to have written: a story of the same length, which is then told without a word."""
    return but(brief, kind="film", beats=())


def finished(script: Script, brief: Brief) -> Script:
    """The story in pictures alone, cut on the beat."""
    rules = RULES["music_video"]
    length_s = quarter(max(FILM_S_MIN, min(rules.most_s, brief.length_s)))
    cuts = cut_points(brief.beats, OPENING_S, length_s - CREDITS_S)
    shots = _as_many([_silent(shot) for shot in script.shots], len(cuts) - 1, script)
    timed = {shot.id: but(shot, duration_s=quarter(b - a)) for shot, a, b in zip(shots, cuts, cuts[1:], strict=False)}
    by_scene = [(scene, [shot for shot in shots if shot.id in timed and _root(shot.id) in {x.id for x in scene.shots}]) for scene in script.scenes]
    scenes = tuple(but(scene, shots=tuple(timed[shot.id] for shot in own)) for scene, own in by_scene if own)
    visited = {scene.location for scene in scenes}
    seen = {id for scene in scenes for shot in scene.shots for id in shot.characters}
    return _renumbered(
        but(
            script, kind="music_video", opening_s=cuts[0], credits_s=quarter(length_s - cuts[-1]), scenes=scenes,
            locations=tuple(x for x in script.locations if x.id in visited), characters=tuple(x for x in script.characters if x.id in seen),
        )
    )  # fmt: skip


def lead_s(beats: tuple[float, ...]) -> float:
    """How much of the track's beginning to leave out, under a quarter of a second, so that most of its beats stand near a quarter."""
    steps = [n / (2 * FPS) for n in range(round(QUANTUM_S * 2 * FPS))]
    return max(steps, key=lambda step: (sum(abs(beat - step - quarter(beat - step)) <= CUT_OFF_S_MAX / 2 for beat in beats), -step))


def cut_points(beats: tuple[float, ...], first_s: float, last_s: float) -> list[float]:
    """When pictures change, from the end of the title to the beginning of the credits: whole quarters of a second, on beats, about `SHOT_S_AIM` apart."""
    grid = beats or tuple(n * PLAIN_BEAT_S for n in range(int(last_s / PLAIN_BEAT_S) + 2))
    on_beat = sorted({quarter(beat) for beat in grid if abs(beat - quarter(beat)) <= CUT_OFF_S_MAX})
    any_beat = sorted({quarter(beat) for beat in grid})
    cuts = [_nearest(on_beat, first_s, 1.0) or quarter(first_s)]
    while cuts[-1] + SHOT_S_MIN + SHOT_S_AIM / 2 < last_s:
        aim = min(cuts[-1] + SHOT_S_AIM, last_s)
        cut = _next(on_beat, cuts[-1], aim) or _next(any_beat, cuts[-1], aim) or quarter(aim)
        cuts.append(cut)
    return cuts


def _nearest(times: list[float], at: float, within: float) -> float | None:
    found = min(times, key=lambda time: abs(time - at), default=None)
    return found if found is not None and abs(found - at) <= within and found > 0 else None


def _next(times: list[float], after: float, aim: float) -> float | None:
    """The time nearest to `aim` at least a shot and at most `GAP_S_MAX` after the last cut."""
    low, high = bisect_left(times, after + SHOT_S_MIN - 1e-6), bisect_left(times, after + GAP_S_MAX + 1e-6)
    return min(times[low:high], key=lambda time: abs(time - aim), default=None)


def _silent(shot: Shot) -> Shot:
    return but(shot, lines=(), transition="cut", continues=False, sound="")


def _as_many(shots: list[Shot], count: int, script: Script) -> list[Shot]:
    """So many pictures: the longest are seen from elsewhere as well, or the shortest left out, in the story's order."""
    if count <= len(shots):
        kept = sorted(sorted(range(len(shots)), key=lambda n: -shots[n].duration_s)[:count])
        return [shots[n] for n in kept]
    views = [1] * len(shots)
    while sum(views) < count:
        n = max(range(len(shots)), key=lambda n: shots[n].duration_s / views[n])
        views[n] += 1
    return [view for shot, n in zip(shots, views, strict=True) for view in _views(shot, n)]


def _views(shot: Shot, count: int) -> list[Shot]:
    """The same moment from several sides."""
    views, size = [shot], shot.size
    for n in range(1, count):
        size = _OTHER_SIZE[size]
        views.append(but(shot, id=f"{shot.id}/{n}", size=size, seed=shot.seed + n, move=("static", "dolly_in", "pan_right", "dolly_out")[n % 4]))
    return views


def _root(id: str) -> str:
    return id.partition("/")[0]


def _renumbered(script: Script) -> Script:
    """Ids as a script has them: the views of a shot are shots of their own."""
    ids = Ids(shot.id for shot in script.shots if "/" not in shot.id)
    scenes = tuple(but(scene, shots=tuple(but(shot, id=ids.next("h")) if "/" in shot.id else shot for shot in scene.shots)) for scene in script.scenes)
    return but(script, scenes=scenes)
