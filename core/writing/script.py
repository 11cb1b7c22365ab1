"""What a film is made of before anything is drawn: Script -> Scene -> Shot -> Line.

Plain frozen values, stored as JSON in a version and passed to every room. Nothing here knows how a script
is written, drawn or spoken. Ids (`c1`, `l1`, `s1`, `h1`) last: an edit keeps the id of what it changes, and an id
is never given to something else within one project, so that takes and panels can be found again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import ceil
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

FPS = 24
QUANTUM_S = 0.25
"""Every duration is a whole number of quarter seconds: six frames at 24 fps, 250 milli-credits at standard."""
DISSOLVE_S = 0.5
"""Two shots joined by a dissolve share this much time."""
SHOT_S_MIN, SHOT_S_MAX = 1.0, 20.0
FILM_S_MIN, FILM_S_MAX = 15, 3600
NARRATOR = "narrator"
"""The speaker id of the narration, which belongs to no character."""

Format = Literal["youtube", "shorts", "reels", "tiktok", "square"]
TimeOfDay = Literal["dawn", "day", "dusk", "night"]
Weather = Literal["clear", "rain", "snow", "fog", "storm", "wind"]
Mood = Literal["warm", "hope", "joyful", "wonder", "tender", "melancholy", "tense", "dread"]
ShotSize = Literal["EWS", "WS", "FS", "MS", "MCU", "CU", "ECU", "INSERT"]
"""Extreme wide, wide, full, medium, medium close-up, close-up, extreme close-up; INSERT is a prop in close-up."""
CameraMove = Literal[
    "static", "pan_left", "pan_right", "tilt_up", "tilt_down", "dolly_in", "dolly_out",
    "truck_left", "truck_right", "crane_up", "crane_down", "zoom_in", "zoom_out", "handheld",
]  # fmt: skip
Backdrop = Literal[
    "sea", "harbour", "beach", "lighthouse", "river", "city", "street", "rooftops", "square", "village", "farm", "forest",
    "mountain", "hills", "desert", "field", "park", "space", "station",
    "room", "kitchen", "office", "library", "classroom", "hospital", "theatre", "train", "shop", "bar", "workshop",
    "hall", "church", "attic", "cabin", "lamp_room", "spaceship",
]  # fmt: skip
"""What kind of place this looks and sounds like; the place's own name is `Location.name`."""
INTERIORS: frozenset[str] = frozenset({
    "room", "kitchen", "office", "library", "classroom", "hospital", "theatre", "train", "shop", "bar", "workshop",
    "hall", "church", "attic", "cabin", "lamp_room", "spaceship",
})  # fmt: skip
"""The backdrops that are indoors unless somebody says otherwise."""
Age = Literal["child", "young", "adult", "old"]
Pitch = Literal["low", "mid", "high"]
Pace = Literal["slow", "even", "quick"]
Gender = Literal["female", "male", "neutral"]
Species = Literal["human", "dog", "cat", "bird", "horse", "fish", "bear", "fox", "small_animal", "big_animal", "robot", "ghost", "creature"]
Transition = Literal["cut", "dissolve"]
Kind = Literal["film", "short", "series", "ad", "trailer", "music_video"]
"""What kind of film: it changes how it is written, its pace and its finish. The rules of each stand in `core/writing/kinds`."""


def _quarters(seconds: float) -> float:
    if abs(seconds / QUANTUM_S - round(seconds / QUANTUM_S)) > 1e-6:
        raise ValueError("a duration is a whole number of quarter seconds")
    return round(seconds / QUANTUM_S) * QUANTUM_S


def quarter(seconds: float) -> float:
    """The nearest allowed duration, in seconds."""
    return round(seconds / QUANTUM_S) * QUANTUM_S


def quarter_up(seconds: float) -> float:
    """The least allowed duration that is no shorter, in seconds."""
    return ceil(seconds / QUANTUM_S - 1e-6) * QUANTUM_S


def quoted(text: str) -> str:
    """What is said, in quotation marks; those inside it become single ones."""
    for mark in '"“”':
        text = text.replace(mark, "'")
    opened = re.sub(r"(^|[\s(—–-])'", r"\1‘", text)
    return f"“{opened.replace(chr(39), '’')}”"


Seconds = Annotated[float, AfterValidator(_quarters)]


class Value(BaseModel):
    """Base of everything in a script: frozen, nothing unknown accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Voice(Value):
    """How somebody sounds. Every voice back end maps these to what it has; the same values give the same voice."""

    gender: Gender = "neutral"
    age: Age = "adult"
    pitch: Pitch = "mid"
    pace: Pace = "even"
    accent: str = ""
    """A BCP 47 tag such as `en-GB`, or empty for the film's own language."""
    texture: str = ""
    """A few words for a director: `low, dry`."""


class Character(Value):
    """One of the cast. `name` is what the film calls them; `look` and `wardrobe` are short descriptions."""

    id: str
    name: str = Field(min_length=1, max_length=60)
    species: Species = "human"
    gender: Gender = "neutral"
    age: Age = "adult"
    look: str = Field(default="", max_length=300)
    wardrobe: str = Field(default="", max_length=300)
    colour: str = Field(default="#c8a24a", pattern=r"^#[0-9a-f]{6}$")
    """The accent (a scarf, a collar) by which a drawn silhouette is recognised."""
    voice: Voice = Voice()
    picture: str = Field(default="", max_length=200)
    """Storage key of a picture that somebody brought of how they look; empty: they are drawn."""


class Location(Value):
    """A place of the film. Several scenes may share it."""

    id: str
    name: str = Field(min_length=1, max_length=80)
    backdrop: Backdrop
    interior: bool = False
    look: str = Field(default="", max_length=300)
    """What it looks like beyond its kind: `white tiles, one window to the yard`."""
    picture: str = Field(default="", max_length=200)
    """Storage key of a picture that somebody brought of it; empty: it is drawn."""


class Prop(Value):
    """A thing that looks the same whenever it is seen. `name` is the noun by which shots ask for it (`Shot.props`)."""

    name: str = Field(min_length=1, max_length=60)
    look: str = Field(default="", max_length=300)
    picture: str = Field(default="", max_length=200)
    """Storage key of a picture that somebody brought of it; empty: it is drawn."""

    @property
    def id(self) -> str:
        """What tells it apart from the film's people and places."""
        return f"p:{self.name.casefold()}"


class Line(Value):
    """Something said: by a character in the picture, or by the narrator over it."""

    speaker: str
    """A character's id, or `NARRATOR`."""
    text: str = Field(min_length=1, max_length=400)
    delivery: str = Field(default="", max_length=60)
    """How it is said, as a parenthetical: `quietly`."""
    overlaps: bool = False
    """It begins while the line before it is still being said."""


class Shot(Value):
    """One camera set-up, the unit that is drawn, rendered, paid for and retaken."""

    id: str
    action: str = Field(min_length=1, max_length=600)
    """What is seen, in the present tense, one or two sentences."""
    duration_s: Seconds = Field(ge=SHOT_S_MIN, le=SHOT_S_MAX)
    size: ShotSize = "MS"
    move: CameraMove = "static"
    lens_mm: int = Field(default=35, ge=8, le=300)
    characters: tuple[str, ...] = ()
    """Ids of those who are seen, the most important first."""
    props: tuple[str, ...] = ()
    """Plain nouns that the picture must show: `bottle`, `letter`."""
    lines: tuple[Line, ...] = ()
    sound: str = Field(default="", max_length=200)
    """A sound note: `a buoy bell, wind`."""
    continues: bool = False
    """The action goes on from the last frames of the shot before."""
    transition: Transition = "cut"
    """How the film comes into this shot."""
    seed: int = 0
    """Raised by a redraw or a wished retake: another picture of the same shot."""


class Scene(Value):
    """A stretch of story in one place at one time."""

    id: str
    location: str
    """A location's id."""
    time_of_day: TimeOfDay = "day"
    weather: Weather = "clear"
    mood: Mood = "warm"
    synopsis: str = Field(default="", max_length=600)
    shots: tuple[Shot, ...]

    @property
    def duration_s(self) -> float:
        """Seconds of the scene's shots, dissolves not taken off."""
        return sum(shot.duration_s for shot in self.shots)


class Script(Value):
    """A whole film on paper. `length_s` is what it runs, titles included."""

    title: str = Field(min_length=1, max_length=80)
    logline: str = Field(default="", max_length=400)
    language: str = "en"
    """BCP 47."""
    opening_s: Seconds = 2.0
    """The opening title; 0 for a film that begins with its first picture."""
    credits_s: Seconds = 3.0
    """The end credits."""
    characters: tuple[Character, ...] = ()
    locations: tuple[Location, ...] = ()
    props: tuple[Prop, ...] = ()
    """The things of which more is known than their noun."""
    scenes: tuple[Scene, ...]
    narrator: Voice = Voice(texture="calm, close")
    kind: Kind = "film"
    episode: int = Field(default=0, ge=0, le=999)
    """The number of a series' episode; 0 for what is no episode."""
    card: str = Field(default="", max_length=60)
    """What the film ends on in place of credits: an ad's call to action, a trailer's promise. Empty: end credits."""

    @model_validator(mode="after")
    def _names_exist(self) -> Script:
        for what, ids in (("character", [c.id for c in self.characters]), ("location", [x.id for x in self.locations]),
                          ("scene", [s.id for s in self.scenes]), ("shot", [h.id for h in self.shots])):  # fmt: skip
            if len(ids) != len(set(ids)):
                raise ValueError(f"a {what} id stands twice")
        cast = {c.id for c in self.characters}
        places = {x.id for x in self.locations}
        for scene in self.scenes:
            if scene.location not in places:
                raise ValueError(f"scene {scene.id} is set in an unknown location {scene.location}")
            for shot in scene.shots:
                unknown = {*shot.characters, *(x.speaker for x in shot.lines if x.speaker != NARRATOR)} - cast
                if unknown:
                    raise ValueError(f"shot {shot.id} names unknown characters {sorted(unknown)}")
        return self

    @property
    def shots(self) -> tuple[Shot, ...]:
        """All shots in the film's order."""
        return tuple(shot for scene in self.scenes for shot in scene.shots)

    @property
    def shots_s(self) -> float:
        """Seconds that are rendered and paid for: the sum of the shots."""
        return sum(shot.duration_s for shot in self.shots)

    @property
    def length_s(self) -> float:
        """Seconds the finished film runs: opening title, shots less their dissolves, end credits."""
        dissolves = sum(shot.transition == "dissolve" for shot in self.shots[1:])
        return self.opening_s + self.shots_s - dissolves * DISSOLVE_S + self.credits_s

    def character(self, id: str) -> Character:
        """The character with this id. KeyError if there is none."""
        return {c.id: c for c in self.characters}[id]

    def place_of(self, scene: Scene) -> Location:
        """The location a scene is set in."""
        return {x.id: x for x in self.locations}[scene.location]

    def prop(self, noun: str) -> Prop:
        """The thing that a shot's noun means."""
        name = noun.casefold()
        return next((each for each in self.props if each.name.casefold() == name), Prop(name=noun[:60]))

    @property
    def things(self) -> tuple[Prop, ...]:
        """All things that shots ask for, those seen most often first."""
        seen = Counter(noun.casefold() for shot in self.shots for noun in dict.fromkeys(shot.props))
        return tuple(self.prop(noun) for noun, _ in seen.most_common())

    @property
    def pictured(self) -> tuple[Character | Location | Prop, ...]:
        """Everybody and everything that can have a picture of its own: people, places, things."""
        return (*self.characters, *self.locations, *self.things)

    def scene_of(self, shot_id: str) -> Scene:
        """The scene a shot belongs to. KeyError if there is no such shot."""
        return {shot.id: scene for scene in self.scenes for shot in scene.shots}[shot_id]

    def shot(self, id: str) -> Shot:
        """The shot with this id. KeyError if there is none."""
        return {shot.id: shot for shot in self.shots}[id]

    def numbered(self) -> Iterator[tuple[int, int, Scene, Shot]]:
        """(number of the shot in the film, number of its scene, scene, shot), both from 1."""
        n = 0
        for i, scene in enumerate(self.scenes, 1):
            for shot in scene.shots:
                n += 1
                yield n, i, scene, shot


class Logline(Value):
    """One possible film in a sentence. `plan` is the writer's own note to itself and means nothing to others."""

    text: str = Field(min_length=1, max_length=400)
    title: str = ""
    plan: dict[str, str | int] = {}


class Memory(Value):
    """What a series remembers of the episode before: its number, its script."""

    episode: int
    script: Script


class Brief(Value):
    """What was asked for. Checked before any writer sees it. `memory` and `beats` are given by code, not by people."""

    idea: str = Field(min_length=1, max_length=4000)
    length_s: int = Field(default=60, ge=FILM_S_MIN, le=FILM_S_MAX)
    """Titles included."""
    format: Format = "youtube"
    language: str = "en"
    seed: int = 0
    kind: Kind = "film"
    memory: Memory | None = None
    """The episode before, for a series that goes on."""
    beats: tuple[float, ...] = ()
    """Where the film's music has its beats, in seconds, for a music video."""
