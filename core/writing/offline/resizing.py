"""The same story at another length: told again from its plot, keeping names, looks, settings, shots and ids that a person knows. Called by `offline_writer`."""

from __future__ import annotations

from core.writing import splice
from core.writing.checks import fitted
from core.writing.offline.composing import tell, written
from core.writing.offline.recovering import recovered, renamed, signature
from core.writing.pacing import credits_s, opening_s
from core.writing.script import NARRATOR, Brief, Character, Location, Scene, Script, Shot
from core.writing.splice import Ids, but
from core.writing.trimming import trimmed


def resized(brief: Brief, script: Script, length_s: int) -> Script:
    """The same story in another length, to the quarter second. WritingFailed where it cannot be told so."""
    found = recovered(brief, script)
    if found is None:
        return trimmed(script, length_s, opening_s(length_s), credits_s(length_s))
    new = written(tell(found.telling.film, length_s), script.title, script.logline)
    return _carried_over(new, found.script, script)


def _carried_over(new: Script, was: Script, now: Script) -> Script:
    """The new telling with the people, settings, shots and ids of the script as it stands. `was`: the script before anybody edited it."""
    ids = Ids([*_ids(now), *_ids(was)])
    people, cast = _people(new.characters, was, now, ids)
    old_scene = {signature(shot): scene.id for scene in was.scenes for shot in scene.shots}
    old_shot = {signature(shot): shot for shot in was.shots}
    present = {shot.id: shot for shot in now.shots}
    taken_scenes: set[str] = set()
    scenes = []
    for scene in new.scenes:
        shots = []
        for shot in scene.shots:
            before = old_shot.get(signature(shot))
            mapped = _with_people(shot, people, was, now)
            if before and before.id in present:
                shots.append(_kept(mapped, before, present.pop(before.id)))
            else:
                shots.append(but(mapped, id=ids.next("h")))
        origin = next((old_scene[signature(s)] for s in scene.shots if signature(s) in old_scene), "")
        known = origin in {s.id for s in now.scenes} and origin not in taken_scenes
        taken_scenes.add(origin)
        scenes.append(_scene_kept(but(scene, shots=tuple(shots), id=origin if known else ids.next("s")), was, now, known))
    places = _places(new, was, now, ids)
    # Edited shots may have grown: the film is fitted to its length again.
    draft = Script(
        title=now.title,
        logline=now.logline,
        language=now.language,
        opening_s=new.opening_s,
        credits_s=new.credits_s,
        characters=cast,
        locations=tuple(places.values()),
        scenes=tuple(but(s, location=places[s.location].id) for s in scenes),
        narrator=now.narrator,
    )
    return Script.model_validate(fitted(splice.rejoined(draft, draft), new.length_s).model_dump())


def _ids(script: Script) -> list[str]:
    return [*(c.id for c in script.characters), *(x.id for x in script.locations), *(s.id for s in script.scenes), *(h.id for h in script.shots)]


def _people(characters: tuple[Character, ...], was: Script, now: Script, ids: Ids) -> tuple[dict[str, Character], tuple[Character, ...]]:
    """New id -> the character it is in the script as it stands, and the whole cast."""
    origin = {c.name: c.id for c in was.characters}
    present = {c.id: c for c in now.characters}
    people: dict[str, Character] = {}
    for c in characters:
        old = origin.get(c.name, "")
        people[c.id] = present[old] if old in present else but(c, id=ids.next("c"))
    return people, tuple(people.values())


def _with_people(shot: Shot, people: dict[str, Character], was: Script, now: Script) -> Shot:
    """The shot with ids and names of the cast as it stands."""
    lines = tuple(but(x, speaker=x.speaker if x.speaker == NARRATOR else people[x.speaker].id, text=renamed(x.text, was, now)) for x in shot.lines)
    return but(shot, characters=tuple(people[c].id for c in shot.characters), lines=lines, action=renamed(shot.action, was, now))


def _kept(new: Shot, before: Shot, present: Shot) -> Shot:
    """A shot of the script as it stands, in its new place and time; what a person changed stays changed."""
    changes: dict[str, object] = {
        name: getattr(present, name)
        for name in ("action", "size", "move", "lens_mm", "sound", "characters", "props", "lines")
        if getattr(present, name) != getattr(before, name)
    }
    return but(new, id=present.id, seed=present.seed, **changes)


def _scene_kept(new: Scene, was: Script, now: Script, known: bool) -> Scene:
    if not known:
        return new
    before = next(s for s in was.scenes if s.id == new.id)
    present = next(s for s in now.scenes if s.id == new.id)
    changes = {name: getattr(present, name) for name in ("time_of_day", "weather", "mood") if getattr(present, name) != getattr(before, name)}
    return but(new, **changes)


def _places(new: Script, was: Script, now: Script, ids: Ids) -> dict[str, Location]:
    """New location id -> the place it is in the script as it stands, or a new one."""
    origin = {x.name: x.id for x in was.locations}
    present = {x.id: x for x in now.locations}
    found: dict[str, Location] = {}
    for place in new.locations:
        old = origin.get(place.name, "")
        found[place.id] = present[old] if old in present else but(place, id=ids.next("l"))
    return found
