"""What an idea says of its people is seen in its film: in pictures that are free to choose they do it. Called by `composing`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.writing.offline.about import beast_of
from core.writing.offline.company import Person
from core.writing.offline.doing import Doing, can_be_seen, doing_of
from core.writing.offline.pictures import deed
from core.writing.offline.pieces import Piece
from core.writing.offline.plots import Plot
from core.writing.offline.scenes import DraftScene
from core.writing.offline.staging import Stage
from core.writing.offline.timing import DraftShot
from core.writing.offline.world import World
from core.writing.script import NARRATOR

EVERY_S, LONG_EVERY_S, MOST = 30.0, 60.0, 12
"""About so often a deed is shown in the first minute and after it, and so many times at most in all."""
APART, AGAIN = 6, 40
"""Two pictures of a deed are apart enough with so many shots between them; the same picture with so many."""
_WATER = frozenset(["sea", "beach", "harbour", "river"])
_OUTDOORS = frozenset(["bear", "horse", "big_animal"])
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

    def picture(free: Free) -> str:
        return stage.doing(doing, free.lead, free.other, world.land.places[free.scene.place][0], free.two, free.shot.kind == "spoken")

    for x in _spread(free, seen, total_s, picture):
        if x.shot.kind != "spoken":
            x.shot.seen = [x.lead.key, *([x.other.key] if x.two and x.other else [])]


def show_the_beast(stage: Stage, world: World, plot: Plot, scenes: list[DraftScene], total_s: float) -> None:
    """Give free pictures to the animal that the idea names and that nobody plays: under the premise, and spread over the film, where it can live."""
    homes = [scene for scene in scenes if scene.story == "A" and (who := beast_of(world.idea)) and _lives(world, world.company.species(who), scene)]
    beast = world.company.beast(plot) if homes else None
    if beast is None:
        return
    shots = [(scene, shot, piece) for scene in scenes for shot, piece in scene.shots]
    free, seen = [], []
    for n, (scene, shot, piece) in enumerate(shots):
        lead = piece.told.cast["P"]
        if scene not in homes or piece.told.story != "A" or lead.key != "P":
            continue
        if shot.premise and not shot.action:
            _under_premise(stage, world, scene, shot, piece, beast)
            seen.append(n)
        elif not shot.shows_idea and _has_room(shot, lead):
            free.append(Free(n, scene, shot, lead, None, False))

    def picture(x: Free) -> str:
        return stage.with_the_beast(x.lead, world.land.places[x.scene.place][0], x.shot.kind == "spoken")

    for x in _spread(free, seen, total_s, picture):
        x.shot.seen = [x.lead.key, beast.key]
    for scene, shot, _ in shots:
        if scene in homes and shot.kind not in ("place", "insert") and beast.called.lower() in shot.action.lower() and beast.key not in shot.seen:
            shot.seen.append(beast.key)


def _has_room(shot: DraftShot, lead: Person) -> bool:
    """Whether the picture of a shot may be chosen: a breath, narration, or the lead speaking with nothing written of what is done."""
    if shot.kind == "spoken":
        return not shot.action and {line.speaker for line in shot.lines} == {lead.key}
    return shot.kind == "breath" or (shot.kind == "narrated" and not shot.action)


def _under_premise(stage: Stage, world: World, scene: DraftScene, shot: DraftShot, piece: Piece, beast: Person) -> None:
    """The picture under the premise: the idea's own deed where it names the animal, else the two of them."""
    lead, other = piece.told.cast["P"], piece.told.cast.get("Q")
    there = world.land.places[scene.place][0]
    text = stage.premise(lead, other, there, piece.told.prop)
    if beast.role.split()[-1] not in text.lower():
        text = stage.with_the_beast(lead, there, False)
    shot.action = text
    named = [p for p in (lead, *([other] if other else [])) if p.called.lower() in text.lower()]
    shot.seen = [*(p.key for p in named or [lead]), beast.key]


def _lives(world: World, species: str, scene: DraftScene) -> bool:
    """Whether an animal can be where a scene plays: a whale in the water, an elephant under the sky, a cat anywhere on earth."""
    _, backdrop, inside = world.land.places[scene.place]
    if species == "fish":
        return backdrop in _WATER
    return inside != "in" or species not in _OUTDOORS


def _spread(free: list[Free], seen: list[int], total_s: float, picture: Callable[[Free], str]) -> list[Free]:
    """Those of the free shots that were given their picture: about so many as the length holds, far apart, no picture again too soon."""
    wanted = min(MOST, max(1, round(min(total_s, 60.0) / EVERY_S + max(0.0, total_s - 60.0) / LONG_EVERY_S)))
    texts: dict[str, int] = {}
    given: list[Free] = []
    while len(seen) < wanted and free:
        best = max(free, key=lambda x: (min([APART, *(abs(x.n - k) for k in seen)]) - 2 * x.rank, -x.n))
        free.remove(best)
        if (best.rank > FACE and seen) or any(abs(best.n - k) <= 1 for k in seen):
            continue
        text = picture(best)
        if text and (text not in texts or abs(best.n - texts[text]) > AGAIN):
            texts[text] = best.n
            best.shot.action, best.shot.shows_idea = text, True
            best.shot.size = best.shot.size or {"spoken": "MS", "breath": "FS"}.get(best.shot.kind)  # type: ignore[assignment]
            seen.append(best.n)
            given.append(best)
    return given


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
