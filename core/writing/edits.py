"""Structured edits: the one vocabulary in which buttons, forms, plain talk and writers change a script.

`apply` is pure. What cannot be done is an `EditRefused` with a reason code and nothing is changed. Edits that need
a writer (`RewriteScene`, `Resize`) are only named here; `needs_writer` tells them apart.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from core.writing.script import Backdrop, CameraMove, Line, Mood, Seconds, ShotSize, TimeOfDay, Transition, Value, Voice, Weather


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
    """Where it is set, if not where the scene is: it then becomes a scene of its own after this one."""


class DeleteShot(Value):
    """One shot less. The last shot of a film cannot go; a scene whose last shot goes, goes too."""

    kind: Literal["delete_shot"] = "delete_shot"
    shot: str


class MoveShot(Value):
    """A shot to another place: `by` shots earlier (negative) or later, across scenes if need be."""

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


class DeleteScene(Value):
    """One scene less. The last scene of a film cannot go."""

    kind: Literal["delete_scene"] = "delete_scene"
    scene: str


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
    SetTitle | SetScene | SetShot | SetLines | RenameCharacter | SetCharacter | AddShot | DeleteShot | MoveShot | SplitShot
    | Redraw | DeleteScene | RewriteScene | Resize | Undo,
    Field(discriminator="kind"),
]  # fmt: skip
