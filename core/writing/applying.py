"""How edits change a script: pure, and all or nothing. Called by `projects`, `write_job` and whatever else changes a script.

What an edit may be, what it reports and how it may be refused is told in `edits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NoReturn, get_args

from pydantic import ValidationError

from core.errors import EditRefused
from core.writing import splice
from core.writing.edits import (
    AddShot,
    Change,
    ChooseTake,
    DeleteScene,
    DeleteShot,
    Edit,
    MoveScene,
    MoveShot,
    Recast,
    Redraw,
    RenameCharacter,
    SetCharacter,
    SetLines,
    SetPlace,
    SetProp,
    SetScene,
    SetShot,
    SetTitle,
    SplitShot,
    ids_of,
)
from core.writing.pacing import least_s
from core.writing.script import FILM_S_MAX, INTERIORS, NARRATOR, SHOT_S_MAX, SHOT_S_MIN, Character, Line, Scene, Script, Shot, ShotSize, quarter
from core.writing.splice import Ids, but


@dataclass(frozen=True)
class Applied:
    """The script after the edits, and what they did. No changes: everything was so already."""

    script: Script
    changes: tuple[Change, ...]


def apply(script: Script, edits: Iterable[Edit], *, used: Iterable[str] = (), seeds: Mapping[str, int] = MappingProxyType({})) -> Applied:
    """The script with all edits done, one after the other, or EditRefused. No new id is among `used` or the script's own.

    `seeds`: the highest seed that any version of the project gave a shot; another take of it gets the next one.
    ValueError for an edit that needs a writer or the history.
    """
    fresh = Ids({*used, *ids_of(script)})
    now, notes = script, list[Change]()
    latest = {shot.id: max(shot.seed, seeds.get(shot.id, 0)) for shot in script.shots}
    for edit in edits:
        before = now
        now, more = _take(now, edit, latest) if isinstance(edit, Redraw | ChooseTake) else _one(now, edit, fresh)
        now = splice.rejoined(before, now)
        notes += more
    try:
        now = Script.model_validate(now.model_dump())
    except ValidationError as error:
        raise EditRefused(f"the script would not be valid: {error}", key="edit-refused-text-too-long") from error
    if now.length_s > max(FILM_S_MAX, script.length_s):
        raise EditRefused("the film would be too long", key="edit-refused-film-too-long", most=FILM_S_MAX)
    if now.length_s != script.length_s:
        notes.append(Change("film-length", "", {"old": script.length_s, "new": now.length_s}))
    return Applied(now, tuple(_numbered(note, script, now) for note in notes))


Done = tuple[Script, list[Change]]


def _take(script: Script, edit: Redraw | ChooseTake, latest: dict[str, int]) -> Done:
    """Another take of a shot, or one that it has had. `latest` takes note of a new one."""
    shot = _shot(script, edit.shot)
    takes = latest.get(shot.id, shot.seed) + 1
    if isinstance(edit, Redraw):
        latest[shot.id] = takes
        return splice.with_shot(script, but(shot, seed=takes)), [Change("shot-redrawn", shot.id, {"take": takes + 1})]
    if edit.take > takes:
        number = [one.id for one in script.shots].index(shot.id) + 1
        raise EditRefused(f"shot {number} has {takes} takes", key="edit-refused-no-such-take", shot=number, asked=edit.take, takes=takes)
    if edit.take == shot.seed + 1:
        return script, []
    return splice.with_shot(script, but(shot, seed=edit.take - 1)), [Change("shot-take", shot.id, {"new": edit.take})]


def _one(script: Script, edit: Edit, fresh: Ids) -> Done:
    match edit:
        case SetTitle():
            return _set_title(script, edit)
        case SetScene():
            return _set_scene(script, edit, fresh)
        case SetShot():
            return _set_shot(script, edit)
        case SetLines():
            return _set_lines(script, edit)
        case RenameCharacter():
            return _rename(script, edit)
        case SetCharacter():
            return _set_character(script, edit)
        case Recast():
            return _recast(script, edit)
        case SetPlace():
            return _set_place(script, edit)
        case SetProp():
            return _set_prop(script, edit)
        case AddShot():
            return _add_shot(script, edit, fresh)
        case DeleteShot():
            return _delete_shot(script, edit)
        case MoveShot():
            return _move_shot(script, edit, fresh)
        case SplitShot():
            return _split_shot(script, edit, fresh)
        case DeleteScene():
            return _delete_scene(script, edit)
        case MoveScene():
            return _move_scene(script, edit)
    raise ValueError(f"{edit.kind} is not done by apply")


def _set_title(script: Script, edit: SetTitle) -> Done:
    title = " ".join(edit.title.split())
    if not title:
        raise EditRefused("a title has at least one sign", key="edit-refused-name")
    return but(script, title=title), _differences("title-", "", {"changed": (script.title, title)})


def _set_scene(script: Script, edit: SetScene, fresh: Ids) -> Done:
    scene = _scene(script, edit.scene)
    old = script.place_of(scene)
    backdrop = edit.backdrop or old.backdrop
    interior = edit.interior if edit.interior is not None else old.interior if backdrop == old.backdrop else backdrop in INTERIORS
    name = edit.location_name or (old.name if backdrop == old.backdrop else splice.plain(backdrop))
    script, place = splice.with_place(script, name, backdrop, interior, fresh)
    new = but(scene, location=place.id, **{f: v for f in ("time_of_day", "weather", "mood") if (v := getattr(edit, f)) is not None})
    lights = {"time": (scene.time_of_day, new.time_of_day), "weather": (scene.weather, new.weather), "mood": (scene.mood, new.mood)}
    notes = _differences("scene-", scene.id, lights)
    if (place.name, place.backdrop) != (old.name, old.backdrop):
        notes.append(Change("scene-place", scene.id, {"old": old.name, "new": place.name}))
    elif interior != old.interior:
        notes.append(Change("scene-interior", scene.id, {"new": "interior" if interior else "exterior"}))
    return splice.with_scene(script, new), notes


def _set_shot(script: Script, edit: SetShot) -> Done:
    shot = _shot(script, edit.shot)
    asked = edit.model_dump(exclude={"kind", "shot"}, exclude_none=True)
    if edit.duration_s is not None:
        _in_limits(edit.duration_s)
    if edit.characters is not None:
        _in_cast(script, edit.characters, ())
        for line in shot.lines:
            if line.speaker != NARRATOR and line.speaker not in edit.characters:
                raise EditRefused("who speaks stays", key="edit-refused-speaks", name=script.character(line.speaker).name)
    new = but(shot, **asked)
    grown = _grown(new)

    def cast(ids: tuple[str, ...]) -> str:
        return ", ".join(script.character(id).name for id in ids)

    notes = _differences("shot-", shot.id, {
        "action": (shot.action, new.action), "size": (shot.size, new.size), "move": (shot.move, new.move), "lens": (shot.lens_mm, new.lens_mm),
        "duration": (shot.duration_s, new.duration_s), "sound": (shot.sound, new.sound), "transition": (shot.transition, new.transition),
        "cast": (cast(shot.characters), cast(new.characters)), "props": (", ".join(shot.props), ", ".join(new.props)),
    })  # fmt: skip
    return splice.with_shot(script, grown), notes + _growth(new, grown)


def _set_lines(script: Script, edit: SetLines) -> Done:
    shot = _shot(script, edit.shot)
    _in_cast(script, (), edit.lines)
    if edit.lines == shot.lines:
        return script, []
    new = but(shot, lines=edit.lines, characters=splice.seen(shot.characters, edit.lines))
    grown = _grown(new)
    said = " ".join(line.text for line in edit.lines)
    note = Change("shot-lines", shot.id, {"new": said}) if said else Change("shot-silent", shot.id)
    return splice.with_shot(script, grown), [note, *_growth(shot, grown)]


def _rename(script: Script, edit: RenameCharacter) -> Done:
    character = _character(script, edit.character)
    name = " ".join(edit.name.split())
    if not re.search(r"\w", name) or re.search(r"[<>{}\[\]`*|\\/@#]|https?:", name):
        raise EditRefused("this is not a name", key="edit-refused-name")
    if any(c.name.casefold() == name.casefold() and c.id != character.id for c in script.characters):
        raise EditRefused("somebody else has this name", key="edit-refused-name-taken", name=name)
    if name == character.name:
        return script, []
    replaced = splice.renaming(character.name, name, [c.name for c in script.characters if c.id != character.id])

    def shot(old: Shot) -> Shot:
        lines = tuple(but(x, text=replaced(x.text), delivery=replaced(x.delivery)) for x in old.lines)
        return but(old, action=replaced(old.action), sound=replaced(old.sound), lines=lines)

    return but(
        script,
        title=replaced(script.title),
        logline=replaced(script.logline),
        characters=tuple(
            but(c, name=name if c.id == character.id else c.name, look=replaced(c.look), wardrobe=replaced(c.wardrobe)) for c in script.characters
        ),
        locations=tuple(but(x, name=replaced(x.name)) for x in script.locations),
        scenes=tuple(but(s, synopsis=replaced(s.synopsis), shots=tuple(map(shot, s.shots))) for s in script.scenes),
    ), [Change("character-renamed", character.id, {"old": character.name, "new": name})]


def _set_character(script: Script, edit: SetCharacter) -> Done:
    old = _character(script, edit.character)
    new = but(old, **{f: v for f in ("look", "wardrobe", "colour", "voice", "picture") if (v := getattr(edit, f)) is not None})
    notes = _differences("character-", old.id, {f: (getattr(old, f), getattr(new, f)) for f in ("look", "wardrobe", "colour")}, name=old.name)
    if new.voice != old.voice:
        notes.append(Change("character-voice", old.id, {"name": old.name}))
    notes += _pictured("character-picture", old.id, old.name, old.picture, new.picture)
    return but(script, characters=tuple(new if c.id == old.id else c for c in script.characters)), notes


def _pictured(key: str, about: str, name: str, old: str, new: str) -> list[Change]:
    return [Change(key, about, {"name": name, "new": "given" if new else "taken"})] if old != new else []


def _set_place(script: Script, edit: SetPlace) -> Done:
    old = next((each for each in script.locations if each.id == edit.location), None) or _no_such("place", edit.location)
    new = but(old, **{f: v for f in ("name", "look", "picture", "backdrop", "interior") if (v := getattr(edit, f)) is not None})
    notes = _differences("place-", old.id, {f: (getattr(old, f), getattr(new, f)) for f in ("name", "look")}, name=new.name)
    if old.backdrop != new.backdrop:
        notes.append(Change("place-kind", old.id, {"name": new.name, "new": new.backdrop}))
    notes += _pictured("place-picture", old.id, new.name, old.picture, new.picture)
    return but(script, locations=tuple(new if each.id == old.id else each for each in script.locations)), notes


def _set_prop(script: Script, edit: SetProp) -> Done:
    old = script.prop(edit.prop)
    if old not in script.things and old not in script.props:
        _no_such("prop", edit.prop)
    new = but(old, **{f: v for f in ("look", "picture") if (v := getattr(edit, f)) is not None})
    notes = _differences("prop-", old.id, {"look": (old.look, new.look)}, name=old.name)
    notes += _pictured("prop-picture", old.id, old.name, old.picture, new.picture)
    others = tuple(each for each in script.props if each.id != old.id)
    return but(script, props=(*others, new) if new.look or new.picture else others), notes


def _recast(script: Script, edit: Recast) -> Done:
    part = _character(script, edit.character)
    renamed, _ = _rename(script, RenameCharacter(character=part.id, name=edit.player.name))
    player = but(edit.player, id=part.id, name=renamed.character(part.id).name)
    if player == part:
        return script, []
    changed = but(renamed, characters=tuple(player if c.id == part.id else c for c in renamed.characters))
    return changed, [Change("character-played", part.id, {"old": part.name, "new": player.name})]


def _add_shot(script: Script, edit: AddShot, fresh: Ids) -> Done:
    scene = _scene(script, edit.scene)
    at = 0
    if edit.after is not None:
        at = [*(x.id for x in scene.shots), edit.after].index(edit.after) + 1
        if at > len(scene.shots):
            _no_such("shot", edit.after)
    _in_limits(edit.duration_s)
    _in_cast(script, edit.characters, edit.lines)
    new = _grown(Shot(id=fresh.next("h"), action=edit.action, duration_s=edit.duration_s, size=edit.size, move=edit.move, props=edit.props,
                      characters=splice.seen(edit.characters, edit.lines), lines=edit.lines))  # fmt: skip
    notes = [Change("shot-added", new.id, {"action": new.action, "duration": new.duration_s})]
    if edit.backdrop in (None, script.place_of(scene).backdrop):
        return splice.with_scene(script, but(scene, shots=(*scene.shots[:at], new, *scene.shots[at:]))), notes
    assert edit.backdrop is not None
    known = next((x for x in script.locations if x.backdrop == edit.backdrop), None)
    name = known.name if known else splice.plain(edit.backdrop)
    script, place = splice.with_place(script, name, edit.backdrop, known.interior if known else edit.backdrop in INTERIORS, fresh)
    own = but(scene, id=fresh.next("s"), location=place.id, synopsis="", shots=(new,))
    order = [(x, s) for s in script.scenes for x in s.shots]
    before = sum(len(s.shots) for s in script.scenes[: script.scenes.index(scene)])
    order.insert(before + at, (new, own))
    return splice.regrouped(script, order, fresh), [*notes, Change("scene-added", own.id, {"place": place.name})]


def _delete_shot(script: Script, edit: DeleteShot) -> Done:
    shot = _shot(script, edit.shot)
    if len(script.shots) == 1:
        raise EditRefused("a film keeps at least one shot", key="edit-refused-last-shot")
    scene = script.scene_of(shot.id)
    note = Change("shot-deleted", shot.id, {"action": shot.action})
    if len(scene.shots) == 1:
        rest, notes = _delete_scene(script, DeleteScene(scene=scene.id))
        return rest, [note, *notes]
    return splice.with_scene(script, but(scene, shots=tuple(x for x in scene.shots if x.id != shot.id))), [note]


def _delete_scene(script: Script, edit: DeleteScene) -> Done:
    scene = _scene(script, edit.scene)
    if len(script.scenes) == 1:
        raise EditRefused("a film keeps at least one scene", key="edit-refused-last-scene")
    rest = splice.with_scenes(script, (x for x in script.scenes if x.id != scene.id))
    return rest, [Change("scene-deleted", scene.id, {"place": script.place_of(scene).name})]


def _move_scene(script: Script, edit: MoveScene) -> Done:
    scene = _scene(script, edit.scene)
    order = list(script.scenes)
    here = order.index(scene)
    there = min(len(order) - 1, max(0, here + edit.by))
    if there == here:
        raise EditRefused("it is there already", key="edit-refused-at-edge")
    order.insert(there, order.pop(here))
    return splice.with_scenes(script, order), [Change("scene-moved", scene.id, {"to": scene.id})]


def _move_shot(script: Script, edit: MoveShot, fresh: Ids) -> Done:
    shot = _shot(script, edit.shot)
    order = [(x, s) for s in script.scenes for x in s.shots]
    here = script.shots.index(shot)
    there = min(len(order) - 1, max(0, here + edit.by))
    if there == here:
        raise EditRefused("it is there already", key="edit-refused-at-edge")
    order.insert(there, order.pop(here))
    return splice.regrouped(script, order, fresh), [Change("shot-moved", shot.id, {"to": shot.id})]


def _split_shot(script: Script, edit: SplitShot, fresh: Ids) -> Done:
    shot = _shot(script, edit.shot)
    if shot.duration_s < 2 * SHOT_S_MIN:
        raise EditRefused("it is too short to be two shots", key="edit-refused-too-short-to-split", least=2 * SHOT_S_MIN)
    half = (len(shot.lines) + 1) // 2
    first = but(shot, lines=shot.lines[:half], duration_s=quarter(shot.duration_s / 2))
    first = _grown(first)
    sizes = get_args(ShotSize)
    closer = shot.size if shot.size in ("ECU", "INSERT") else sizes[sizes.index(shot.size) + 1]
    rest = max(SHOT_S_MIN, shot.duration_s - first.duration_s)
    second = _grown(but(shot, id=fresh.next("h"), lines=shot.lines[half:], duration_s=rest, size=closer, move="static",
                         continues=False, transition="cut", seed=0))  # fmt: skip
    scene = script.scene_of(shot.id)
    at = scene.shots.index(shot)
    shots = (*scene.shots[:at], first, second, *scene.shots[at + 1 :])
    return splice.with_scene(script, but(scene, shots=shots)), [Change("shot-split", shot.id, {"to": second.id})]


def _shot(script: Script, id: str) -> Shot:
    return next((x for x in script.shots if x.id == id), None) or _no_such("shot", id)


def _scene(script: Script, id: str) -> Scene:
    return next((x for x in script.scenes if x.id == id), None) or _no_such("scene", id)


def _character(script: Script, id: str) -> Character:
    return next((x for x in script.characters if x.id == id), None) or _no_such("character", id)


def _no_such(what: str, id: str) -> NoReturn:
    raise EditRefused(f"there is no {what} {id} in this script", key=f"edit-refused-no-such-{what}", asked=id.lstrip("#"))


def _in_limits(seconds: float) -> None:
    if not SHOT_S_MIN <= seconds <= SHOT_S_MAX:
        raise EditRefused("a shot cannot last that long", key="edit-refused-duration", least=SHOT_S_MIN, most=SHOT_S_MAX)


def _in_cast(script: Script, seen: Iterable[str], lines: Iterable[Line]) -> None:
    for id in (*seen, *(line.speaker for line in lines if line.speaker != NARRATOR)):
        _character(script, id)


def _grown(shot: Shot) -> Shot:
    needs = least_s(shot)
    if needs > SHOT_S_MAX:
        raise EditRefused("too much is said for one shot", key="edit-refused-too-much-said", needs=needs, most=SHOT_S_MAX)
    return splice.grown(shot)


def _growth(asked: Shot, grown: Shot) -> list[Change]:
    if asked.duration_s == grown.duration_s:
        return []
    return [Change("shot-grew", asked.id, {"old": asked.duration_s, "new": grown.duration_s})]


def _differences(stem: str, about: str, pairs: dict[str, tuple[Any, Any]], **args: str) -> list[Change]:
    return [Change(stem + name, about, {**args, "old": old, "new": new}) for name, (old, new) in pairs.items() if old != new]


def _numbered(note: Change, old: Script, new: Script) -> Change:
    """The change with the numbers by which a person knows its shot and scene."""
    args = dict(note.args)
    for script in (new, old):  # what a person saw before the edit wins
        for number, scene_number, scene, shot in script.numbered():
            if note.about == shot.id:
                args |= {"shot": number, "scene": scene_number}
            elif note.about == scene.id:
                args["scene"] = scene_number
    if "to" in args:
        args["to"] = next(n if shot.id == args["to"] else k for n, k, scene, shot in new.numbered() if args["to"] in (shot.id, scene.id))
    return Change(note.key, note.about, args)
