"""The Writer port: what a back end that writes must do. Two implementations: `offline` and `openai_writer`.

A writer gets plain values and returns plain values. It has no tools, no secrets and no say in prices or lengths:
whatever it returns is checked by `checks.findings` before it becomes a version.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.writing.edits import Change, Edit
from core.writing.importing.story import Story
from core.writing.script import Brief, Logline, Script


@dataclass(frozen=True)
class Usage:
    """What a piece of writing cost the operator."""

    model: str = "offline"
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float = 0.0

    def __add__(self, other: Usage) -> Usage:
        """Both together, under the other's model."""
        return Usage(other.model, self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out, round(self.cost_usd + other.cost_usd, 6))


@dataclass(frozen=True)
class Draft:
    """Something to show while writing goes on: loglines so far, or the script's scenes so far. A scene that only the outline knows has no
    shots yet; `scenes_done` counts those that have."""

    loglines: tuple[Logline, ...] = ()
    script: Script | None = None
    scenes_done: int = 0
    scenes_total: int = 0


OnDraft = Callable[[Draft], Awaitable[None]]
"""Called as often as there is something new; the caller thins it out."""


@dataclass(frozen=True)
class Loglines:
    """Three different films that the idea could become."""

    options: tuple[Logline, ...]
    usage: Usage = Usage()


@dataclass(frozen=True)
class Written:
    """A checked script. `notes`: what the person is told about how it was made, as sentences of the catalogue."""

    script: Script
    usage: Usage = Usage()
    notes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Understood:
    """What a plain sentence asks of a script. `unclear` holds the person's own words that nobody understood."""

    edits: tuple[Edit, ...] = ()
    unclear: tuple[str, ...] = ()
    usage: Usage = Usage()


class Writer(Protocol):
    """Writes loglines and scripts, rewrites scenes, and understands plain talk about a script.

    Every method raises `core.errors.WritingFailed` when it cannot give a checked result, and
    `core.errors.LanguageNotWritten` for a language it cannot write. A writer that asks somebody outside may raise `Unavailable` (try
    again later), `SetupFailed` (the operator must mend something) and `Forbidden` (refused by the rules on content).
    """

    name: str

    async def close(self) -> None:
        """Let go of connections. Called once, by whoever made the writer."""
        ...

    def writes(self, language: str) -> bool:
        """Whether this writer can write in that language (BCP 47)."""
        ...

    async def loglines(self, brief: Brief, *, others_than: Sequence[Logline] = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        """Three loglines for an idea, none of them among `others_than`; `wish` is what the person asked to change."""
        ...

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        """The whole script: its length within 5 % of the brief's."""
        ...

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        """A story that somebody brought, as a film of the brief's length. Its `notes` say plainly what was left out.

        Raises WritingFailed (`import-too-short`, `most`: seconds) where the story does not carry the length.
        """
        ...

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        """The script with one scene written anew as the person wishes; every other scene unchanged."""
        ...

    async def resize(self, brief: Brief, script: Script, length_s: int) -> Written:
        """The same story told in another length, titles included."""
        ...

    def translates(self, language: str) -> bool:
        """Whether this writer can put a script into that language (BCP 47)."""
        ...

    async def translate(self, script: Script, language: str) -> Written:
        """The script in another language: title, names, places and lines. Everything that is seen stays as it is."""
        ...

    async def understand(self, script: Script, said: str) -> Understood:
        """What a plain sentence asks of this script."""
        ...
