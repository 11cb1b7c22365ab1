"""What an idea says of its people is seen in its film: in pictures that are free to choose they do it. Called by `composing`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.writing.offline.company import Person
from core.writing.offline.doing import Doing, can_be_seen, doing_of
from core.writing.offline.pictures import deed
from core.writing.offline.pieces import Piece
from core.writing.offline.scenes import DraftScene
from core.writing.offline.staging import Stage
from core.writing.offline.timing import DraftShot
from core.writing.offline.world import World
from core.writing.script import NARRATOR

EVERY_S, LONG_EVERY_S, MOST = 30.0, 60.0, 12
"""About so often a deed is shown in the first minute and after it, and so many times at most in all."""
APART, AGAIN = 6, 40
"""Two pictures of a deed are apart enough with so many shots between them; the same picture with so many."""
_RANK = {"breath": 0, "narrated": 0, "spoken": 2}
FACE = 2
"""From this rank on a shot is a close one, which shows a deed only where nothing else in the film can."""


@dataclass(frozen=True)
class Free:
    """A shot whose picture may be chosen: its place in the film, and who does the deed in it."""

    n: int
    scene: DraftScene
    shot: DraftShot
    lead: Person
    other: Person | None
    two: bool

    @property
    def rank(self) -> int:
        """How much there is against it: 0 nothing."""
        return _RANK[self.shot.kind] + (FACE if self.shot.close else 0)


def show_the_deed(stage: Stage, world: World, scenes: list[DraftScene], total_s: float) -> None:
    """Give free pictures to what the idea's people do (dance, paint, swim), spread over the film; where it has few, they do it while they speak."""
    doing = doing_of(world.idea)
    if doing is None:
        return
    shots = [(scene, shot, piece) for scene in scenes for shot, piece in scene.shots]
    shown_first = not deed(world.idea, "pair" in world.flags) or world.idea.verb == doing.verb
    seen = [n for n, (_, shot, _) in enumerate(shots) if (shown_first and not shot.action and (shot.premise or shot.shows_idea)) or _shows(shot, doing)]
    free = [
        x
        for n, (scene, shot, piece) in enumerate(shots)
        if n not in seen and not (shot.premise or shot.shows_idea) and (x := _free(world, doing, n, scene, shot, piece))
    ]
    wanted = min(MOST, max(1, round(min(total_s, 60.0) / EVERY_S + max(0.0, total_s - 60.0) / LONG_EVERY_S)))
    texts: dict[str, int] = {}
    while len(seen) < wanted and free:
        best = max(free, key=lambda x: (min([APART, *(abs(x.n - k) for k in seen)]) - 2 * x.rank, -x.n))
        free.remove(best)
        if (best.rank > FACE and seen) or any(abs(best.n - k) <= 1 for k in seen):
            continue
        text = _picture(stage, world, doing, best)
        if text and (text not in texts or abs(best.n - texts[text]) > AGAIN):
            texts[text] = best.n
            _draw(best, text)
            seen.append(best.n)


def _shows(shot: DraftShot, doing: Doing) -> bool:
    return bool(re.search(rf"\b{doing.verb[:-1] if doing.verb.endswith('e') else doing.verb}", shot.action.lower()))


def _free(world: World, doing: Doing, n: int, scene: DraftScene, shot: DraftShot, piece: Piece) -> Free | None:
    """The shot as one that can show the deed; None where its picture is the author's, or the deed cannot be seen there."""
    _, backdrop, inside = world.land.places[scene.place]
    if piece.told.story != "A" or shot.kind not in _RANK or (shot.kind != "breath" and shot.action) or not can_be_seen(doing, backdrop, inside == "in"):
        return None
    cast = {letter: piece.told.cast[letter] for letter in "PQ" if letter in piece.told.cast}
    doers = [cast[letter] for letter in doing.by if letter in cast]
    if shot.kind == "spoken":
        speakers = {line.speaker for line in shot.lines}
        lead = next((p for p in doers if speakers == {p.key}), None)
        heard = next((p for p in cast.values() if lead and p is not lead and not piece.alone), None)
        return Free(n, scene, shot, lead, heard, False) if lead else None
    here = {key for other, _ in scene.shots for key in other.seen}
    doers = [p for p in doers if p.key in here] or (doers[:1] if shot.kind == "narrated" else [])
    if not doers or (shot.lines and any(line.speaker != NARRATOR for line in shot.lines)):
        return None
    two = len(doers) > 1 and not piece.alone
    return Free(n, scene, shot, doers[0], doers[1] if two else None, two)


def _picture(stage: Stage, world: World, doing: Doing, free: Free) -> str:
    return stage.doing(doing, free.lead, free.other, world.land.places[free.scene.place][0], free.two, free.shot.kind == "spoken")


def _draw(free: Free, text: str) -> None:
    free.shot.action, free.shot.shows_idea = text, True
    if free.shot.kind == "spoken":
        free.shot.size = free.shot.size or "MS"
    else:
        free.shot.size = free.shot.size or ("FS" if free.shot.kind == "breath" else None)
        free.shot.seen = [free.lead.key, *([free.other.key] if free.two and free.other else [])]
