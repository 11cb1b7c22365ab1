"""What a button's custom_id says: how to answer the press, the action's opaque id, and where it belongs if it is shown elsewhere.

    p:<action>                     a press                f:<action>   opens a form, which only a first answer may do
    s:<action>                     a menu                 t:<action>   a menu whose entries open a form
    m:<action>                     a form that was filled in
    p:<action>:<place>:<thread>    the same, shown in another place because its own could not be reached

Whether the person may press it is checked by the engine against the stored action, never here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How Discord wants it answered."""

    PRESS = "p"
    FORM = "f"
    CHOOSE = "s"
    CHOOSE_FORM = "t"
    FILLED = "m"


@dataclass(frozen=True)
class Home:
    """Where an action belongs: channel and thread, in Discord's ids."""

    place: str
    thread: str = ""


@dataclass(frozen=True)
class Pressable:
    """A custom_id, taken apart. At most 100 characters: the action has at most 40, ids have at most 20 digits."""

    kind: Kind
    action: str
    home: Home | None = None

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.action}" + (f":{self.home.place}:{self.home.thread}" if self.home else "")


_WRITTEN = re.compile(r"([pfstm]):([\w-]{1,64})(?::(\d{1,20}):(\d{0,20}))?", re.ASCII)


def read(custom_id: str) -> Pressable | None:
    """What a custom_id says; None for one that we never wrote."""
    found = _WRITTEN.fullmatch(custom_id)
    if found is None:
        return None
    home = Home(found[3], found[4]) if found[3] else None
    return Pressable(Kind(found[1]), found[2], home)
