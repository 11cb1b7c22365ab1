"""Small pure operations on a script, from which edits, repairs and writers are made: replace a shot, regroup scenes, find a place.

Nothing here refuses anything or knows what a person asked for; `applying` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, TypeVar

from core.writing.pacing import least_s
from core.writing.script import NARRATOR, Backdrop, Line, Location, Scene, Script, Shot, Value

V = TypeVar("V", bound=Value)
_CJK_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TITLES = frozenset(
    re.findall(r"\w+", "the a an old young little big mr mrs ms miss dr doctor captain sir lady uncle aunt grandma grandpa king queen prince princess")
)


class Ids:
    """Gives ids that nothing in this project ever had."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)

    def next(self, prefix: str) -> str:
        """The next free id with this prefix: one more than the highest number that was ever taken."""
        numbers = [int(x[len(prefix) :]) for x in self.taken if x.startswith(prefix) and x[len(prefix) :].isdecimal()]
        new = f"{prefix}{max(numbers, default=0) + 1}"
        self.taken.add(new)
        return new


def but(value: V, **changed: Any) -> V:
    """The same value with some fields changed, not validated: whoever is done validates the whole script once."""
    return value.model_copy(update=changed)


def plain(backdrop: Backdrop) -> str:
    """A name for a place of which only the backdrop is known."""
    return backdrop.replace("_", " ").capitalize()


def grown(shot: Shot) -> Shot:
    """The shot, longer if its lines need it. May be over the limit of a shot."""
    return but(shot, duration_s=max(shot.duration_s, least_s(shot)))


def seen(characters: Sequence[str], lines: Sequence[Line]) -> tuple[str, ...]:
    """Who is in the picture when these lines are said: nobody speaks unseen but the narrator."""
    return tuple(dict.fromkeys([*characters, *(x.speaker for x in lines if x.speaker != NARRATOR)]))


def with_shot(script: Script, shot: Shot) -> Script:
    """The script with this shot instead of the one that has its id."""
    scene = script.scene_of(shot.id)
    return with_scene(script, but(scene, shots=tuple(shot if x.id == shot.id else x for x in scene.shots)))


def with_scene(script: Script, scene: Scene) -> Script:
    """The script with this scene instead of the one that has its id; places that nobody visits any more go."""
    return with_scenes(script, [scene if x.id == scene.id else x for x in script.scenes])


def with_scenes(script: Script, scenes: Iterable[Scene]) -> Script:
    """The script with these scenes, and only the places they visit."""
    kept = tuple(scenes)
    visited = {x.location for x in kept}
    return but(script, scenes=kept, locations=tuple(x for x in script.locations if x.id in visited))


def with_place(script: Script, name: str, backdrop: Backdrop, interior: bool, ids: Ids) -> tuple[Script, Location]:
    """The script and its place of this name and kind, which is added if there was none."""
    for known in script.locations:
        if (known.name.casefold(), known.backdrop, known.interior) == (name.casefold(), backdrop, interior):
            return script, known
    new = Location(id=ids.next("l"), name=name, backdrop=backdrop, interior=interior)
    return but(script, locations=(*script.locations, new)), new


def regrouped(script: Script, order: Iterable[tuple[Shot, Scene]], ids: Ids) -> Script:
    """The script with its shots in this order, each with the scene it was in, so that every shot keeps its place and light.

    Shots of one scene that no longer stand together become scenes of their own: the first keeps the id, the others get new ones and
    no synopsis. Such pieces are joined again with a neighbour of the same setting.
    """
    scenes: list[Scene] = []
    known: set[str] = set()
    for _, run in groupby(order, key=lambda pair: pair[1].id):
        pairs = list(run)
        scene, shots = pairs[0][1], tuple(shot for shot, _ in pairs)
        if scene.id in known:
            scene = but(scene, id=ids.next("s"), synopsis="")
        known.add(scene.id)
        if scenes and _setting(scenes[-1]) == _setting(scene) and not (scene.synopsis and scenes[-1].synopsis):
            kept = scene if scene.synopsis else scenes[-1]
            scenes[-1] = but(kept, shots=scenes[-1].shots + shots)
        else:
            scenes.append(but(scene, shots=shots))
    return with_scenes(script, scenes)


def _setting(scene: Scene) -> tuple[str, str, str, str]:
    return scene.location, scene.time_of_day, scene.weather, scene.mood


def rejoined(before: Script, now: Script) -> Script:
    """The script after an edit, without joints that are no longer right.

    A shot goes on from the one before only while that stays the one before; the first shot of a film goes on from nothing.
    """

    def follows(script: Script) -> dict[str, str]:
        order = [shot.id for shot in script.shots]
        return dict(zip(order[1:], order, strict=False))

    old, new = follows(before), follows(now)

    def shot(x: Shot) -> Shot:
        if x.id not in new:
            return but(x, continues=False, transition="cut")
        return but(x, continues=x.continues and (x.id not in old or old[x.id] == new[x.id]))

    return but(now, scenes=tuple(but(s, shots=tuple(map(shot, s.shots))) for s in now.scenes))


def renaming(old: str, new: str, others: Sequence[str]) -> Callable[[str], str]:
    """A function that puts `new` for `old` in a text as whole words, in capitals where the old name was.

    Of a name of several words the first alone is replaced too, where it is a name and not a title and nobody else bears it.
    """
    pairs = {old: new}
    first, *rest = old.split()
    if rest and first.casefold() not in _TITLES and not any(first.casefold() in other.casefold().split() for other in others):
        pairs.setdefault(first, new.split()[0])
    edge = ("", "") if _CJK_NAME.search(old) else (r"(?<!\w)", r"(?!\w)")
    choices = "|".join(re.escape(x) for x in sorted({y for x in pairs for y in (x, x.upper())}, key=len, reverse=True))
    pattern = re.compile(f"{edge[0]}(?:{choices}){edge[1]}")
    table = {x.upper(): y.upper() for x, y in pairs.items()} | pairs
    return lambda text: pattern.sub(lambda found: table[found[0]], text)
