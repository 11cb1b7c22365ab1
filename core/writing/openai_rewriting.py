"""One scene that a model has written anew, put into its script: shots it left alone stay the shots they were. Called by `openai_writer`."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from core.writing import checks, splice
from core.writing.edits import ids_of
from core.writing.openai_shapes import PlaceShape, RewrittenShape, ShotShape, cast_of, places_of, shot_of
from core.writing.script import Character, Scene, Script, Shot
from core.writing.splice import Ids, but


def fresh_ids(script: Script | None, salt: str) -> Ids:
    """Ids that no version of this project has: counted from a number that belongs to what is written."""
    taken = ids_of(script) if script else frozenset[str]()
    floor = 10_000 + zlib.crc32(f"{salt}{sorted(taken)}".encode()) % 1_000_000_000
    return Ids({*taken, *(f"{prefix}{floor}" for prefix in "clsh")} if script else taken)


def with_rewritten(script: Script, scene: Scene, shape: RewrittenShape, ids: Ids) -> Script:
    """The script with one scene written anew. Nothing else of it changes, not even a duration."""
    names = {c.name.casefold() for c in script.characters}
    newcomers = cast_of([x for x in shape.new_characters if x.name.strip().casefold() not in names], script.characters, ids)
    cast = (*script.characters, *newcomers)
    [place] = places_of([PlaceShape(name=shape.place, backdrop=shape.backdrop, interior=shape.interior)], script.locations, ids)
    kept = list(scene.shots)
    shots = tuple(_kept_or_new(x, kept, cast, ids) for x in shape.shots)
    new = but(scene, location=place.id, time_of_day=shape.time_of_day, weather=shape.weather, mood=shape.mood,
              synopsis=" ".join(shape.synopsis.split())[:600], shots=shots)  # fmt: skip
    locations = script.locations if any(x.id == place.id for x in script.locations) else (*script.locations, place)
    whole = but(script, characters=cast, locations=locations)
    done = splice.rejoined(script, splice.with_scene(whole, new))
    used = {id for shot in done.shots for id in shot.characters} | {c.id for c in script.characters}
    return Script.model_validate(but(done, characters=tuple(c for c in done.characters if c.id in used)).model_dump())


def _kept_or_new(shape: ShotShape, old_shots: list[Shot], cast: Sequence[Character], ids: Ids) -> Shot:
    """The old shot where the model gave it back unchanged, taken from the list; else a new one, as long as its lines need."""
    made = shot_of(shape, cast, "new")
    for old in old_shots:
        same = (old.action, old.size, old.move, [x.text for x in old.lines], set(old.characters))
        if same == (made.action, made.size, made.move, [x.text for x in made.lines], set(made.characters)):
            old_shots.remove(old)
            return old
    return checks.mended_shot(but(made, id=ids.next("h")))
