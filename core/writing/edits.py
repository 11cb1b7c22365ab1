"""Structured edits: the one vocabulary in which buttons, forms, plain talk and writers change a script.

`applying.apply` is pure and all or nothing. What cannot be done is an `EditRefused` and nothing is changed. Edits that need a
writer (`RewriteScene`, `Resize`) or the history (`Undo`) are only named here; `needs_writer` tells the former apart.

Every `Change` that `apply` reports has a key for the catalogues and arguments to fill its sentence. `shot` and `scene` are numbers
from 1 as the person saw them before the edit (for what is new: as they are now); enumerated values are the script's own.

    title-changed                            old, new
    scene-time, -weather, -mood, -place      scene, old, new
    scene-interior                           scene, new ("interior" or "exterior")
    scene-added                              scene, place
    scene-deleted                            scene, place
    scene-moved                              scene, to                its number now
    shot-action, -size, -move, -lens, -duration, -sound, -transition, -cast, -props     shot, scene, old, new
    shot-grew                                shot, scene, old, new    seconds; its lines need them
    shot-lines                               shot, scene, new         what is said now
    shot-silent                              shot, scene              nothing is said any more
    shot-added                               shot, scene, action, duration
    shot-deleted                             shot, scene, action
    shot-moved                               shot, scene, to          its number now
    shot-split                               shot, scene, to          the number of its second half
    shot-redrawn                             shot, scene, take        the number of the take it asks for
    shot-take                                shot, scene, new         an earlier (or later) take of it, by its number
    character-renamed                        old, new
    character-look, -wardrobe, -colour       name, old, new
    character-voice                          name
    character-picture                        name, new                "given" or "taken"
    character-played                         old, new                 `new` from another film plays what was `old`'s part
    place-name, -look                        name, old, new
    place-kind                               name, new                the backdrop
    place-picture, prop-picture              name, new                "given" or "taken"
    prop-look                                name, old, new
    film-length                              old, new                 seconds; always last

Refusals (`EditRefused.key`):

    edit-refused-last-shot, -last-scene      a film keeps at least one
    edit-refused-no-such-shot, -no-such-scene, -no-such-character, -no-such-place, -no-such-prop     asked (the number or id)
    edit-refused-no-such-take                shot, asked, takes (how many there are)
    edit-refused-name                        not a name: empty or with marks in it
    edit-refused-name-taken                  name
    edit-refused-duration                    least, most (seconds)
    edit-refused-too-much-said               needs, most (seconds)
    edit-refused-speaks                      name: is heard in the shot and cannot leave it
    edit-refused-too-short-to-split          least (seconds)
    edit-refused-at-edge                     a shot or scene that is first or last already
    edit-refused-film-too-long               most (seconds)
    edit-refused-text-too-long               a text grew over its limit
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from core.writing.script import (
    Backdrop,
    CameraMove,
    Character,
    Line,
    Mood,
    Script,
    Seconds,
    ShotSize,
    TimeOfDay,
    Transition,
    Value,
    Voice,
    Weather,
)  # fmt: skip


class SetTitle(Value):
    """Another title."""

    kind: Literal["set_title"] = "set_title"
    title: str = Field(min_length=1, max_length=80)


class SetScene(Value):
    """Another time of day, weather, mood or place for a scene; None leaves a thing as it is."""

    kind: Literal["set_scene"] = "set_scene"
    scene: str
    time_of_day: TimeOfDay | None = None
    weather: Weather | None = None
    mood: Mood | None = None
    location_name: str | None = Field(default=None, max_length=80)
    backdrop: Backdrop | None = None
    interior: bool | None = None


class SetShot(Value):
    """Another action, size, move, lens, duration, sound, transition, cast or props for a shot; None leaves a thing as it is."""

    kind: Literal["set_shot"] = "set_shot"
    shot: str
    action: str | None = Field(default=None, min_length=1, max_length=600)
    size: ShotSize | None = None
    move: CameraMove | None = None
    lens_mm: int | None = Field(default=None, ge=8, le=300)
    duration_s: Seconds | None = None
    sound: str | None = None
    transition: Transition | None = None
    characters: tuple[str, ...] | None = None
    props: tuple[str, ...] | None = None


class SetLines(Value):
    """What is said in a shot, instead of what was said before. The shot grows if the lines need it."""

    kind: Literal["set_lines"] = "set_lines"
    shot: str
    lines: tuple[Line, ...]


class RenameCharacter(Value):
    """Another name, also wherever the old one is spoken or described."""

    kind: Literal["rename_character"] = "rename_character"
    character: str
    name: str = Field(min_length=1, max_length=60)


class SetCharacter(Value):
    """Another look, wardrobe, voice or colour; None leaves a thing as it is."""

    kind: Literal["set_character"] = "set_character"
    character: str
    look: str | None = Field(default=None, max_length=300)
    wardrobe: str | None = Field(default=None, max_length=300)
    colour: str | None = Field(default=None, pattern=r"^#[0-9a-f]{6}$")
    voice: Voice | None = None
    picture: str | None = Field(default=None, max_length=200)
    """Empty takes a picture away."""


class SetPlace(Value):
    """Another name, look or picture of a place, or (backdrop, interior) another kind; None leaves a thing as it is."""

    kind: Literal["set_place"] = "set_place"
    location: str
    name: str | None = Field(default=None, min_length=1, max_length=80)
    look: str | None = Field(default=None, max_length=300)
    picture: str | None = Field(default=None, max_length=200)
    backdrop: Backdrop | None = None
    interior: bool | None = None


class SetProp(Value):
    """Another look or picture of a thing, which is named by its noun; None leaves it as it is."""

    kind: Literal["set_prop"] = "set_prop"
    prop: str = Field(min_length=1, max_length=60)
    look: str | None = Field(default=None, max_length=300)
    picture: str | None = Field(default=None, max_length=200)


class Recast(Value):
    """Somebody from another film plays this part: name, kind, look, wardrobe, colour and voice are theirs; the id stays the part's."""

    kind: Literal["recast"] = "recast"
    character: str
    player: Character


class AddShot(Value):
    """A new shot after another one; `after` None puts it first in `scene`. Its id is given by `apply`."""

    kind: Literal["add_shot"] = "add_shot"
    scene: str
    after: str | None = None
    action: str = Field(min_length=1, max_length=600)
    duration_s: Seconds = 4.0
    size: ShotSize = "WS"
    move: CameraMove = "static"
    characters: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    backdrop: Backdrop | None = None
    """Where it is set, if not where the scene is: it then becomes a scene of its own at that point, and the scene goes on after it."""


class DeleteShot(Value):
    """One shot less. The last shot of a film cannot go; a scene whose last shot goes, goes too."""

    kind: Literal["delete_shot"] = "delete_shot"
    shot: str


class MoveShot(Value):
    """A shot to another place: `by` shots earlier (negative) or later. Moved into another scene it keeps its own place and light,
    as a scene of its own, so that its picture and its take stay right."""

    kind: Literal["move_shot"] = "move_shot"
    shot: str
    by: int


class SplitShot(Value):
    """One shot becomes two, each half as long (lines are shared out); the second is closer."""

    kind: Literal["split_shot"] = "split_shot"
    shot: str


class Redraw(Value):
    """Another picture, and later another take, of the same shot."""

    kind: Literal["redraw"] = "redraw"
    shot: str


class ChooseTake(Value):
    """One of the takes that the shot has had, by its number from 1."""

    kind: Literal["choose_take"] = "choose_take"
    shot: str
    take: int = Field(ge=1)


class DeleteScene(Value):
    """One scene less. The last scene of a film cannot go."""

    kind: Literal["delete_scene"] = "delete_scene"
    scene: str


class MoveScene(Value):
    """A scene to another place: `by` scenes earlier (negative) or later."""

    kind: Literal["move_scene"] = "move_scene"
    scene: str
    by: int


class RewriteScene(Value):
    """A scene written anew by the writer, as the person wishes in their own words."""

    kind: Literal["rewrite_scene"] = "rewrite_scene"
    scene: str
    wish: str = Field(min_length=1, max_length=1000)


class Resize(Value):
    """The same story told in another length by the writer, titles included."""

    kind: Literal["resize"] = "resize"
    length_s: int


class Undo(Value):
    """Back to the version before."""

    kind: Literal["undo"] = "undo"


Edit = Annotated[
    SetTitle | SetScene | SetShot | SetLines | RenameCharacter | SetCharacter | SetPlace | SetProp | Recast | AddShot | DeleteShot | MoveShot | SplitShot
    | Redraw | ChooseTake | DeleteScene | MoveScene | RewriteScene | Resize | Undo,
    Field(discriminator="kind"),
]  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One thing that an edit did. `about` is the id of the shot, scene or character, or empty."""

    key: str
    about: str = ""
    args: dict[str, str | int | float] = field(default_factory=dict)


def needs_writer(edit: Edit) -> bool:
    """Whether only a writer can do this edit: it is then a method of `Writer`, not of `apply`."""
    return isinstance(edit, RewriteScene | Resize)


def ids_of(script: Script) -> frozenset[str]:
    """Every id in a script. Their union over a project's versions is what `apply` takes as `used`."""
    return frozenset([x.id for x in script.characters] + [x.id for x in script.locations] + [x.id for x in script.scenes] + [x.id for x in script.shots])
