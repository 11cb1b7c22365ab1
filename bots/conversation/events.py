"""What a person did, as plain frozen data. Every chat turns its own updates into these; only people cause events.

What the film does (a script is written, a shot landed) reaches a chat as posts, never as an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.writing.script import Format

PlaceKind = Literal["private", "group", "channel", "thread", "terminal", "web"]
Command = Literal[
    "help", "start", "films", "open", "status", "script", "board", "render", "cancel", "export", "delete", "undo", "cast", "crew", "join",
    "credits", "balance", "paysupport", "queue", "settings", "terms", "link", "unlink", "studio",
]  # fmt: skip
"""Commands beside `/film new` (which is `Began`). None of them is needed: talking and buttons reach everything.

Their arguments, all of them optional (see docs/conversation.md): `film` (a number or a title) for those that act on one; `scene` (a number or
a place) for script and board; `who` for cast; `do`, what exactly, for crew (list, invite, leave, history), credits (balance, history, buy,
plans, code, invite, export, help) and studio (setup, queue, pool, allow); `code` for link, join and credits; `payload` for start (what a deep link brought).
"""


@dataclass(frozen=True)
class Address:
    """Who acts, and where. Ids are the platform's own. `language` is what their client speaks (BCP 47, may be empty).

    `place` is the channel, chat or group; `thread` the thread or topic in it, whose talk everybody there shares (kind "thread").
    `server` is what the place belongs to (a Discord server; empty where a place belongs to none); `roles` are the person's roles there and
    `admin` whether the platform lets them manage it. `fresh_thread` is a thread that the chat made for the film which this event begins:
    what follows from it goes there.
    """

    platform: str
    place: str
    person: str
    thread: str = ""
    person_name: str = ""
    place_kind: PlaceKind = "private"
    place_name: str = ""
    language: str = ""
    server: str = ""
    server_name: str = ""
    roles: tuple[str, ...] = ()
    admin: bool = False
    fresh_thread: str = ""


@dataclass(frozen=True)
class Event:
    """Something a person did. `update_id` is the platform's id of the update: one that was seen is dropped. `message` is the platform's id of the
    message their words stand in, where they may change them (`Corrected`)."""

    at: Address
    update_id: str
    message: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Said(Event):
    """Plain talk."""

    text: str


@dataclass(frozen=True)
class Corrected(Event):
    """The words of `message` were changed: an idea, or plain talk, as they read now. `is_soon`: a moment after they were said."""

    text: str
    is_soon: bool


@dataclass(frozen=True)
class Pressed(Event):
    """A button. `action` is the opaque id it carries."""

    action: str


@dataclass(frozen=True)
class Chosen(Event):
    """An entry of a menu."""

    action: str
    value: str


@dataclass(frozen=True)
class Submitted(Event):
    """A form that was filled in: values by field name."""

    action: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Uploaded(Event):
    """A file that was sent, already fetched into storage under `key`."""

    key: str
    name: str
    size: int
    caption: str = ""


@dataclass(frozen=True)
class NotTaken(Event):
    """Something was sent that the chat could not take: a sticker, a poll, a file of no use, one that did not come. `key` is the sentence that says so."""

    key: str = "error-no-words"
    args: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Began(Event):
    """`/film new`: an idea, and whatever was said with it. What is None or empty keeps its default.

    `length` is a running time as people type it (`90`, `2 minutes`); `length_s`, where it is given, counts before it.
    """

    idea: str
    length: str = ""
    length_s: int | None = None
    kind: str | None = None
    format: Format | None = None
    language: str | None = None
    seed: int | None = None


@dataclass(frozen=True)
class Called(Event):
    """Another command, with its arguments as they were typed (`{"film": "17"}` for `open`)."""

    command: Command
    args: Mapping[str, str] = field(default_factory=dict)
