"""The forms in which a writing model answers, and how they become parts of a script. Names become ids here; numbers are only wishes.

The models have no limits and defaults: strict JSON schemas know none. What they cannot say is checked by `openai_writer` and `checks`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from core.writing import splice
from core.writing.script import (
    INTERIORS,
    NARRATOR,
    SHOT_S_MAX,
    SHOT_S_MIN,
    Age,
    Backdrop,
    CameraMove,
    Character,
    Gender,
    Line,
    Location,
    Mood,
    Scene,
    Script,
    Shot,
    ShotSize,
    Species,
    TimeOfDay,
    Transition,
    Voice,
    Weather,
    quarter,
)

ACCENTS = ("#c8a24a", "#5b8fb9", "#b05a4a", "#6f9c5f", "#8a6fb0", "#d08a3c", "#4aa39a", "#b9658f", "#9a8f5b", "#6b7f99")
"""The cast's colours, in order of appearance: told apart in a silhouette."""


class Shape(BaseModel):
    """Base of every answer: nothing unknown."""

    model_config = ConfigDict(extra="forbid")


class LoglineShape(Shape):
    """One possible film."""

    title: str
    logline: str


class DigestShape(Shape):
    """A passage of a story, told in short."""

    digest: str


class LoglinesShape(Shape):
    """Three of them."""

    loglines: list[LoglineShape]


class CharacterShape(Shape):
    """One of the cast."""

    name: str
    species: Species
    gender: Gender
    age: Age
    look: str
    wardrobe: str
    voice_pitch: Literal["low", "mid", "high"]
    voice_pace: Literal["slow", "even", "quick"]
    voice_texture: str


class PlaceShape(Shape):
    """A place of the film."""

    name: str
    backdrop: Backdrop
    interior: bool


class PartShape(Shape):
    """A scene of an outline, or an act of a long one."""

    place: str
    time_of_day: TimeOfDay
    weather: Weather
    mood: Mood
    synopsis: str
    seconds: float


class OutlineShape(Shape):
    """A film before its shots."""

    title: str
    characters: list[CharacterShape]
    places: list[PlaceShape]
    parts: list[PartShape]


class ScenesShape(Shape):
    """The scenes of one act."""

    scenes: list[PartShape]


class LineShape(Shape):
    """Something said."""

    speaker: str
    text: str
    delivery: str


class ShotShape(Shape):
    """A shot."""

    action: str
    seconds: float
    size: ShotSize
    move: CameraMove
    characters: list[str]
    props: list[str]
    lines: list[LineShape]
    sound: str
    transition: Transition
    continues: bool


class ShotsShape(Shape):
    """The shots of one scene."""

    shots: list[ShotShape]


class RewrittenShape(Shape):
    """A scene written anew."""

    place: str
    backdrop: Backdrop
    interior: bool
    time_of_day: TimeOfDay
    weather: Weather
    mood: Mood
    synopsis: str
    new_characters: list[CharacterShape]
    shots: list[ShotShape]


def strict_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of a model as strict mode takes it: every field required, objects closed, no keyword that it does not know."""

    def clean(node: Any) -> Any:
        if isinstance(node, list):
            return [clean(x) for x in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return {"$ref": node["$ref"]}
        kept = {k: v for k, v in node.items() if k not in ("title", "description", "default", "discriminator")}
        new = {k: {n: clean(x) for n, x in v.items()} if k in ("properties", "$defs") else clean(v) for k, v in kept.items()}
        if "properties" in new:
            new |= {"required": list(new["properties"]), "additionalProperties": False}
        return new

    schema: dict[str, Any] = clean(model.model_json_schema())
    return schema


class Misnamed(Exception):
    """A model named somebody or some place that the film does not have. The text says what there is."""


def cast_of(shapes: Sequence[CharacterShape], known: Sequence[Character], ids: splice.Ids) -> tuple[Character, ...]:
    """The cast; who was known by this name keeps everything they were."""
    cast: list[Character] = []
    for shape in shapes:
        old = next((c for c in known if c.name.casefold() == shape.name.strip().casefold()), None)
        if old:
            cast.append(old)
            continue
        voice = Voice(gender=shape.gender, age=shape.age, pitch=shape.voice_pitch, pace=shape.voice_pace, texture=_cut(shape.voice_texture, 60))
        colour = ACCENTS[(len(known) + len(cast)) % len(ACCENTS)]
        cast.append(Character(id=ids.next("c"), name=_cut(shape.name, 60), species=shape.species, gender=shape.gender, age=shape.age,
                              look=_cut(shape.look, 300), wardrobe=_cut(shape.wardrobe, 300), colour=colour, voice=voice))  # fmt: skip
    return tuple({c.id: c for c in cast}.values())


def places_of(shapes: Sequence[PlaceShape], known: Sequence[Location], ids: splice.Ids) -> tuple[Location, ...]:
    """The places; one that was known by name and kind keeps its id."""
    places: list[Location] = []
    for shape in shapes:
        name = _cut(shape.name, 80)
        old = next((x for x in (*known, *places) if (x.name.casefold(), x.backdrop) == (name.casefold(), shape.backdrop)), None)
        places.append(old or Location(id=ids.next("l"), name=name, backdrop=shape.backdrop, interior=shape.interior))
    return tuple({x.id: x for x in places}.values())


def scene_of(shape: PartShape, places: Sequence[Location], ids: splice.Ids) -> Scene:
    """The scene of an outline, without shots yet. Misnamed if its place is none of the film's."""
    place = next((x for x in places if x.name.casefold() == shape.place.strip().casefold()), None) or next(
        (x for x in places if x.name.casefold() in shape.place.casefold() or shape.place.strip().casefold() in x.name.casefold()), None
    )
    if place is None:
        raise Misnamed(f"There is no place {shape.place!r}; the places are {', '.join(x.name for x in places)}.")
    return Scene(id=ids.next("s"), location=place.id, time_of_day=shape.time_of_day, weather=shape.weather, mood=shape.mood,
                 synopsis=_cut(shape.synopsis, 600), shots=())  # fmt: skip


def shot_of(shape: ShotShape, cast: Sequence[Character], id: str) -> Shot:
    """A shot with ids for names. Misnamed if it names somebody who is not in the cast."""
    lines = tuple(
        Line(speaker=_who(line.speaker, cast, narrator=True), text=_cut(line.text, 400), **_directed(line.delivery, n > 0))
        for n, line in enumerate(line for line in shape.lines if line.text.strip())
    )
    seen = tuple(dict.fromkeys(_who(name, cast) for name in shape.characters if name.strip().casefold() != NARRATOR))
    seconds = shape.seconds if math.isfinite(shape.seconds) else 4.0
    return Shot(id=id, action=_cut(shape.action, 600), duration_s=quarter(min(SHOT_S_MAX, max(SHOT_S_MIN, seconds))), size=shape.size, move=shape.move,
                characters=splice.seen(seen, lines), props=tuple(dict.fromkeys(_cut(x, 40).casefold() for x in shape.props if x.strip())), lines=lines,
                sound=_cut(shape.sound, 200), continues=shape.continues, transition=shape.transition)  # fmt: skip


def _directed(delivery: str, follows: bool) -> dict[str, Any]:
    """How a line is said. `overlapping` among the words means that it cuts into the one before, if there is one."""
    kept, found = re.subn(r"(?i)\b(overlapping|overlaps|cutting in|interrupting)\b", "", delivery)
    return {"delivery": _cut(re.sub(r"[\s,;()]*[,;()][\s,;()]*", ", ", kept).strip("(), "), 60), "overlaps": bool(found) and follows}


def _who(name: str, cast: Sequence[Character], *, narrator: bool = False) -> str:
    """The id of a name: as it stands, without a bracket after it, or by its first word alone."""
    plain = re.sub(r"\s*\(.*\)\s*$", "", name).strip().casefold()
    if narrator and plain in (NARRATOR, "voice-over", "voiceover", "v.o.", ""):
        return NARRATOR
    for same in (lambda c: c.name.casefold() == plain, lambda c: plain in c.name.casefold().split(), lambda c: c.name.casefold() in plain):
        found = [c.id for c in cast if same(c)]
        if len(found) == 1:
            return found[0]
    raise Misnamed(f"There is nobody called {name!r}; the cast is {', '.join(c.name for c in cast) or 'empty'}.")


def _cut(text: str, most: int) -> str:
    """In one line and within its limit, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0].rstrip(",;:- ") + "…"


def digest(script: Script, *, action_max: int = 600) -> list[dict[str, Any]]:
    """The script as a model reads it: scenes and shots by number, people by name."""
    names = {c.id: c.name for c in script.characters} | {NARRATOR: NARRATOR}
    scenes: list[dict[str, Any]] = []
    for number, scene_number, scene, shot in script.numbered():
        if len(scenes) < scene_number:
            place = script.place_of(scene)
            scenes.append({"scene": scene_number, "place": place.name, "interior": place.interior, "time_of_day": scene.time_of_day, "weather": scene.weather,
                           "mood": scene.mood, "synopsis": scene.synopsis, "shots": []})  # fmt: skip
        scenes[-1]["shots"].append({
            "shot": number, "action": _cut(shot.action, action_max), "seconds": shot.duration_s, "size": shot.size, "move": shot.move,
            "characters": [names[x] for x in shot.characters],
            "lines": [{"speaker": names[x.speaker], "text": x.text, "delivery": _delivery(x)} for x in shot.lines],
        })  # fmt: skip
    return scenes


def _delivery(line: Line) -> str:
    return ", ".join(filter(None, ("overlapping" if line.overlaps else "", line.delivery)))


def default_interior(backdrop: Backdrop) -> bool:
    """Whether a backdrop is indoors unless somebody says otherwise."""
    return backdrop in INTERIORS
