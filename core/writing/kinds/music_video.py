"""A music video: nobody speaks, and pictures change on the beat of the film's track.

Durations are whole quarters of a second, so a cut stands on a beat where a beat falls within two frames of a quarter. The track begins a little later in
itself (`lead_s`) so that as many as possible do. Without a track the pictures change in even time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from core.writing.kinds.rules import RULES
from core.writing.script import FILM_S_MAX, FILM_S_MIN, FPS, NARRATOR, QUANTUM_S, SHOT_S_MIN, Brief, CameraMove, Script, Shot, ShotSize, quarter
from core.writing.splice import Ids, but

CUT_OFF_S_MAX = 2 / FPS + 1e-6
"""A cut this near to its beat is on it: two frames."""
SHOT_S_AIM, GAP_S_MAX = 2.0, 4.0
OPENING_S, CREDITS_S = 2.0, 3.0
PLAIN_BEAT_S = 0.5
"""The time that is kept where there is no track."""
STORY_TIMES = 1.8
"""The story it is cut from runs so many times as long: pictures change faster than in a film, and each shall show something else."""
TALKING = 0.5
"""How much a picture of somebody who only talks counts against one in which something is done, of the same length."""
_OTHER_SIZE: dict[ShotSize, ShotSize] = {
    "EWS": "WS", "WS": "MS", "FS": "MCU", "MS": "CU", "MCU": "WS", "CU": "MS", "ECU": "MS", "INSERT": "CU",
}  # fmt: skip
_EMPTY: dict[ShotSize, ShotSize] = {"EWS": "WS", "WS": "EWS"}
_FACES: tuple[ShotSize, ...] = ("MCU", "CU", "ECU")


def wanted(brief: Brief) -> Brief:
    """The film to have written: a story with more pictures than a film of this length has, which is then told without a word."""
    return but(brief, kind="film", beats=(), length_s=min(FILM_S_MAX, round(STORY_TIMES * brief.length_s)))


def finished(script: Script, brief: Brief) -> Script:
    """The story in pictures alone, cut on the beat."""
    rules = RULES["music_video"]
    length_s = quarter(max(FILM_S_MIN, min(rules.most_s, brief.length_s)))
    cuts = cut_points(brief.beats, OPENING_S, length_s - CREDITS_S)
    shots = _as_many(script.shots, len(cuts) - 1)
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


def _as_many(told: Sequence[Shot], count: int) -> list[Shot]:
    """So many pictures: the strongest of the story in its order, or where it has too few, some seen from elsewhere as well; no two neighbours alike."""
    shots = [_silent(shot) for shot in told]
    if count <= len(shots):
        first_last = (0, len(shots) - 1)
        ranked = sorted(range(len(shots)), key=lambda n: (n not in first_last, -_strength(told[n])))
        return _unlike([shots[n] for n in sorted(ranked[:count])])
    views = [1] * len(shots)
    while sum(views) < count:
        n = max(range(len(shots)), key=lambda n: shots[n].duration_s / views[n] * (1.0 if shots[n].characters else TALKING))
        views[n] += 1
    return _unlike([view for shot, n in zip(shots, views, strict=True) for view in _views(shot, n)])


def _strength(shot: Shot) -> float:
    """How much there is to see in a picture whose words are not heard: of its seconds, those of talk count less."""
    return shot.duration_s * (TALKING if any(line.speaker != NARRATOR for line in shot.lines) else 1.0)


def _views(shot: Shot, count: int) -> list[Shot]:
    """The same moment from several sides: another size each time, another of those who are in it leads, and the camera moves otherwise."""
    views, size = [shot], shot.size
    for n in range(1, count):
        size = _OTHER_SIZE[size] if shot.characters else _EMPTY.get(size, size)
        turned = (*shot.characters[n % len(shot.characters) :], *shot.characters[: n % len(shot.characters)]) if shot.characters else ()
        move: CameraMove = ("static", "dolly_in", "pan_right", "dolly_out")[n % 4]
        views.append(but(shot, id=f"{shot.id}/{n}", size=size, characters=turned, seed=shot.seed + n, move=move))
    return views


def _unlike(shots: list[Shot]) -> list[Shot]:
    """The same pictures, those framed as the one before framed anew: of the same people nearer or farther, or the other of two looked at."""
    out = shots[:1]
    for shot in shots[1:]:
        before = out[-1]
        if shot.size == before.size and set(shot.characters) == set(before.characters) and shot.characters:
            if shot.size in _FACES and len(shot.characters) > 1 and shot.characters[0] == before.characters[0]:
                shot = but(shot, characters=(*shot.characters[1:], shot.characters[0]))
            else:
                shot = but(shot, size=_OTHER_SIZE[shot.size])
        out.append(shot)
    return out


def _root(id: str) -> str:
    return id.partition("/")[0]


def _renumbered(script: Script) -> Script:
    """Ids as a script has them: the views of a shot are shots of their own."""
    ids = Ids(shot.id for shot in script.shots if "/" not in shot.id)
    scenes = tuple(but(scene, shots=tuple(but(shot, id=ids.next("h")) if "/" in shot.id else shot for shot in scene.shots)) for scene in script.scenes)
    return but(script, scenes=scenes)
