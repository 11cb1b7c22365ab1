"""What a person sees, as plain frozen data: text, media, choices, menus, a form, a progress card.

`posts` builds views, each chat draws them as it can. Text carries its emphasis as data, so no chat's markup ever meets
what people typed. How a view degrades is part of it: `plain` is the whole of it as text, `short` one line.

**Every view that asks something has one recommended next step: its first and only primary choice.** A view that breaks
this cannot be made.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Style = Literal["primary", "normal", "danger"]
ACTION_BYTES_MAX = 64
LONG_PARAGRAPH = 90
"""Characters from which a paragraph takes several lines on a phone."""
LONG_TOGETHER = 170
"""Characters of two paragraphs from which they are hard to tell apart without an empty line."""
OPTIONS_MAX = 25
"""Entries of one menu; the least that all chats allow."""
CHOICES_MAX = 20
SELECTS_MAX = 5


class Part(BaseModel):
    """Base of everything in a view: frozen, nothing unknown accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Part):
    """A stretch of text in one look."""

    text: str
    bold: bool = False
    italic: bool = False


class Media(Part):
    """A picture, film, sound or file: its key in storage, what it shows in words, and its name when saved.

    Several images stand together as a gallery. `link` is a signed address to offer where the file itself cannot be sent.
    """

    kind: Literal["image", "video", "audio", "file"]
    key: str
    alt: str
    name: str
    poster: str = ""
    duration_s: float | None = None
    width: int | None = None
    height: int | None = None
    link: str = ""


class Block(Part):
    """A paragraph. `title` is a headline, `note` small print, `quote` something quoted (a line of the script). `picture`: where a chat can show
    one small beside words, this one; in others the view's media stand for it, or nothing does."""

    type: Literal["block"] = "block"
    spans: tuple[Span, ...]
    kind: Literal["title", "text", "note", "quote"] = "text"
    picture: Media | None = None

    @property
    def text(self) -> str:
        """The paragraph without its looks."""
        return "".join(span.text for span in self.spans)

    @property
    def heads(self) -> bool:
        """Whether it heads what follows: a paragraph all in bold."""
        return self.kind == "text" and bool(self.spans) and all(span.bold for span in self.spans)

    @property
    def is_long(self) -> bool:
        """Whether it takes several lines on a phone."""
        return len(self.text) > LONG_PARAGRAPH


class Table(Part):
    """A small table of plain text. `marked` is the row to stand out, from 0."""

    type: Literal["table"] = "table"
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: int | None = None

    @property
    def text(self) -> str:
        """The table as lines of aligned columns."""
        lines = [self.head, *self.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.head))]
        return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


class Progress(Part):
    """A bar: how much is done, from 0 to 1, and its words."""

    type: Literal["progress"] = "progress"
    fraction: float = Field(ge=0, le=1)
    label: str = ""

    @property
    def text(self) -> str:
        """The bar drawn with ten blocks, then its words."""
        full = int(self.fraction * 10 + 1e-9)
        return f"{'▓' * full}{'░' * (10 - full)} {self.label}".rstrip()


Body = Annotated[Block | Table | Progress, Field(discriminator="type")]


def apart(before: Body, after: Body) -> bool:
    """Whether a reader wants an empty line between two parts: before what heads others, and between paragraphs that are long together."""
    if not isinstance(after, Block) or after.kind != "text":
        return False
    return after.heads or (isinstance(before, Block) and before.kind == "text" and len(before.text) + len(after.text) > LONG_TOGETHER)


class Choice(Part):
    """A button. `action` is the opaque id of what it does; a `link` opens an address instead.

    `opens_form`: a chat with forms asks the engine for it (`Engine.form`) and shows it; in others a press is a turn
    like any, and the engine asks in words.
    """

    label: str = Field(min_length=1, max_length=80)
    action: str = ""
    style: Style = "normal"
    opens_form: bool = False
    link: str = ""

    @model_validator(mode="after")
    def _does_something(self) -> Choice:
        if bool(self.action) == bool(self.link):
            raise ValueError("a choice has an action or a link")
        if len(self.action.encode()) > ACTION_BYTES_MAX:
            raise ValueError(f"an action's id has at most {ACTION_BYTES_MAX} bytes")
        return self


class Option(Part):
    """An entry of a menu."""

    label: str = Field(min_length=1, max_length=100)
    value: str = Field(min_length=1, max_length=100)
    chosen: bool = False


class Select(Part):
    """A menu: what it is about and its entries. `opens_form`: as with a choice, the entry chosen is followed by something to fill in."""

    label: str = Field(min_length=1, max_length=100)
    action: str = Field(min_length=1, max_length=ACTION_BYTES_MAX)
    options: tuple[Option, ...] = Field(min_length=1, max_length=OPTIONS_MAX)
    opens_form: bool = False


class Entry(Part):
    """One field of a form, filled in with what is there now. `brings`: not words but a file of this kind (`turn.Brought`), which comes back
    as `Uploaded`; a chat whose forms take no files leaves the field out, and asks in words where nothing is left."""

    name: str
    label: str = Field(min_length=1, max_length=45)
    about: str = Field(default="", max_length=100)
    brings: str = ""
    value: str = ""
    long: bool = False
    required: bool = True
    most: int = 1000
    """Characters at most."""


class Form(Part):
    """Something to fill in; what was written comes back as `Submitted(action, fields)`."""

    title: str = Field(min_length=1, max_length=45)
    action: str = Field(min_length=1, max_length=ACTION_BYTES_MAX)
    entries: tuple[Entry, ...] = Field(min_length=1, max_length=5)


class View(Part):
    """One message. `private`: for the eyes of the person it answers only. `awaits`: the next plain words answer it. `pinned`: it stays
    on top of its place where the chat can do that."""

    name: str
    body: tuple[Body, ...] = ()
    media: tuple[Media, ...] = ()
    choices: tuple[Choice, ...] = Field(default=(), max_length=CHOICES_MAX)
    selects: tuple[Select, ...] = Field(default=(), max_length=SELECTS_MAX)
    short: str = ""
    private: bool = False
    awaits: bool = False
    pinned: bool = False
    mood: Literal["calm", "working", "done", "trouble"] = "calm"

    @model_validator(mode="after")
    def _one_recommended_step(self) -> View:
        if (self.choices or self.selects) and [i for i, choice in enumerate(self.choices) if choice.style == "primary"] != [0]:
            raise ValueError(f"{self.name}: a view that asks has exactly one primary choice, and it stands first")
        if not self.body and not self.media:
            raise ValueError(f"{self.name}: a view shows something")
        return self

    @property
    def primary(self) -> Choice | None:
        """The recommended next step."""
        return self.choices[0] if self.choices else None

    @property
    def plain(self) -> str:
        """Everything the view says, as plain text."""
        said = [part.text for part in self.body]
        seen = [f"[{media.kind}: {media.alt}]" for media in self.media]
        return "\n".join(said + seen)

    @property
    def hash(self) -> str:
        """A key of what is shown: two views with the same hash look the same. Signed addresses differ at every look and do not count."""
        shown = self.model_dump_json(exclude={"media": {"__all__": {"link"}}, "choices": {"__all__": {"link"}}})
        return hashlib.sha256(shown.encode()).hexdigest()
