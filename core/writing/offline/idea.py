"""An idea as it was read: who, does what, with what, where. Made by `parse`; read by everything that tells a film of it."""

from __future__ import annotations

from dataclasses import dataclass

from core.writing.offline.phrases import Phrase


@dataclass(frozen=True)
class Idea:
    """What was read."""

    raw: str
    """As it was typed, quotation marks and line breaks taken off."""
    sentence: str
    """Its first sentence without `make a film about`, ready to be quoted, no end mark, first letter small unless it is a name."""
    words: tuple[str, ...]
    lemmas: frozenset[str]
    subject: Phrase
    second: Phrase | None
    framed: Phrase | None
    """What the idea calls itself where its people stand inside that: the court case, of a court case against a goose."""
    verb: str
    """The main verb's dictionary form, or empty."""
    phrase: str
    """The verb phrase in its base form: `share one kitchen during a typhoon`."""
    past: str
    """The verb phrase in the past tense, auxiliaries included: `had to share one kitchen`."""
    before: str
    """What stands before the main verb: `two rival noodle chefs`."""
    object: Phrase | None
    preps: tuple[tuple[str, Phrase], ...]
    able: bool
    readable: bool
    clause: bool
    """Whether the sentence has a finite main verb."""
    themes: frozenset[str]

    def prep(self, *which: str) -> Phrase | None:
        """The first phrase after one of these prepositions."""
        return next((p for w, p in self.preps if w in which), None)
