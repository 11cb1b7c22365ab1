"""The catalogues: every sentence a person reads, in their language. One folder per language under `locales/`, in Fluent.

Plural rules and numbers come from Babel. A message that a language lacks is taken from English. Emphasis is written in the
catalogue as `*bold*` and `_italic_`; what people typed never becomes markup, nor can it add any.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Pattern, Resource, SelectExpression, TextElement

from bots.conversation.views import Block, Span

LOCALES = Path(__file__).with_name("locales")
LANGUAGES = ("en", "es", "pt-BR", "fr", "de", "ru", "ja", "zh-Hans")
"""Languages that a catalogue may be written in."""
FALLBACK = "en"

_HIDDEN = {"*": "\ue000", "_": "\ue001"}
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}
_MARKED = re.compile(r"\*([^*]+)\*|_([^_]+)_")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000\ue001]")
"""What typed text may not bring along: control characters, switches of direction, our own marks."""


class MissingWords(LookupError):
    """A key that no catalogue has: a bug."""


def available() -> tuple[str, ...]:
    """Languages that have a catalogue now."""
    return tuple(language for language in LANGUAGES if any((LOCALES / language).glob("*.ftl")))


def best(wanted: str) -> str:
    """The catalogue for a client's language: `pt` finds pt-BR, `zh-TW` nothing, `de-AT` de; else English."""
    if not wanted:
        return FALLBACK
    parts = wanted.replace("_", "-").split("-")
    for language in available():
        if language.lower() == "-".join(parts).lower():
            return language
    if parts[0].lower() == "zh" and {part.lower() for part in parts[1:]} & {"hant", "tw", "hk", "mo"}:
        return FALLBACK
    return next((language for language in available() if language.split("-")[0] == parts[0].lower()), FALLBACK)


@functools.cache
def _resources(language: str) -> list[Resource]:
    """A language's catalogue, parsed once."""
    return [FluentResource(file.read_text(encoding="utf-8")) for file in sorted((LOCALES / language).glob("*.ftl"))]


@functools.cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for resource in _resources(language):
        bundle.add_resource(resource)
    return bundle


@functools.cache
def words(language: str) -> Words:
    """The words of this language. Made once."""
    return Words(language)


def read_catalogues() -> None:
    """Read every language now, not while somebody waits: for processes that many people talk to."""
    for language in available():
        words(language).may_be_label("")


REMEMBERED_MAX = 20_000
"""Sentences that are kept as they were said last, over all languages."""


class Words:
    """One language's sentences."""

    def __init__(self, language: str) -> None:
        self.language = best(language)
        self.locale = Locale.parse(self.language, sep="-")

    def has(self, key: str) -> bool:
        """Whether there is such a message, here or in English."""
        return any(_bundle(language).has_message(key) for language in (self.language, FALLBACK))

    def _format(self, key: str, args: Mapping[str, Any]) -> str:
        for language in dict.fromkeys((self.language, FALLBACK)):
            bundle = _bundle(language)
            if bundle.has_message(key):
                pattern = bundle.get_message(key).value
                if pattern is None:
                    break
                text, errors = bundle.format_pattern(pattern, {name: _hidden(value) for name, value in args.items()})
                if errors:
                    raise MissingWords(f"{language}/{key}: {errors}")
                return str(text)
        raise MissingWords(key)

    def own(self, key: str) -> str | None:
        """The message as this very language has it, as plain text; None where English stands in."""
        return self.text(key) if _bundle(self.language).has_message(key) else None

    def spans(self, key: str, **args: Any) -> tuple[Span, ...]:
        """The message with its emphasis as data."""
        return self._remembered(key, tuple((name, type(value), value) for name, value in sorted(args.items())))

    @functools.lru_cache(maxsize=REMEMBERED_MAX)  # noqa: B019 - there is one object per language
    def _remembered(self, key: str, args: tuple[tuple[str, type, Any], ...]) -> tuple[Span, ...]:
        """Menus and labels say the same again and again. A 1 and a 1.0 may be told otherwise, though they are equal: so types belong to the name."""
        return tuple(_spans(self._format(key, {name: value for name, _, value in args})))

    def text(self, key: str, **args: Any) -> str:
        """The message as plain text, for labels, menus and one-line summaries."""
        return "".join(span.text for span in self.spans(key, **args))

    def block(self, key: str, **args: Any) -> Block:
        """The message as a paragraph."""
        return Block(spans=self.spans(key, **args))

    def title(self, key: str, **args: Any) -> Block:
        """The message as a headline."""
        return Block(spans=self.spans(key, **args), kind="title")

    def note(self, key: str, **args: Any) -> Block:
        """The message as small print."""
        return Block(spans=self.spans(key, **args), kind="note")

    @functools.cache  # noqa: B019 - there is one object per language
    def heard(self, key: str) -> frozenset[str]:
        """A message that lists what a person may type, split at its bars and folded."""
        return frozenset(fold(one) for one in self.text(key).split("|"))

    def may_be_label(self, word: str) -> bool:
        """Whether some button could be called so. Cheap, and true more often than it need be."""
        return self._labels().fullmatch(word) is not None

    @functools.cache  # noqa: B019 - there is one object per language
    def _labels(self) -> re.Pattern[str]:
        """Every label a button can have, with a letter or a number in the place of its arguments: longer ones are pressed, not typed."""
        entries = [entry for language in (self.language, FALLBACK) for resource in _resources(language) for entry in resource.body]
        patterns = [_pattern(entry.value) for entry in entries if isinstance(entry, Message) and entry.id.name.startswith("choice-")]
        return re.compile("|".join(patterns))

    def number(self, value: float) -> str:
        """A number as this language writes it, with at most two decimals."""
        return str(format_decimal(value, format="#,##0.##", locale=self.locale))

    def credits(self, milli: int) -> str:
        """An amount of credits, with its noun: `57.5 credits`."""
        return self.text("credits", count=_exact(milli / 1000))

    def clock(self, seconds: float) -> str:
        """A film's running time as players show it: `1:00`, `1:02:05`."""
        whole = round(seconds)
        minutes, rest = divmod(whole, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"

    def length(self, seconds: float) -> str:
        """A running time in words: `30 seconds`, `2 minutes`, `1 minute 30`."""
        if seconds < 90 and seconds != 60:
            return self.text("length-seconds", count=_exact(seconds))
        minutes, rest = divmod(round(seconds), 60)
        if not rest and not minutes % 60:
            return self.text("length-hours", count=minutes // 60)
        return self.text("length-minutes", count=minutes) if not rest else self.text("length-both", count=minutes, rest=rest)

    def wait(self, seconds: float) -> str:
        """How long something will take, roughly: `under a minute`, `about 9 minutes`."""
        if seconds < 50:
            return self.text("wait-moment")
        minutes = max(1, round(seconds / 60))
        if minutes < 90:
            return self.text("wait-minutes", count=minutes)
        return self.text("wait-hours", count=round(minutes / 60))

    def language_name(self, language: str) -> str:
        """A language's name in this language."""
        found = Locale.parse(language, sep="-").get_display_name(self.locale)
        return str(found or language)


def _pattern(written: Pattern | None) -> str:
    """A regular expression of what a message can become, folded."""
    parts = []
    for element in written.elements if written else []:
        if isinstance(element, TextElement):
            parts.append(re.escape(" ".join(element.value.casefold().split())))
        elif isinstance(element.expression, SelectExpression):
            parts.append(f"(?:{'|'.join(_pattern(variant.value) for variant in element.expression.variants)})")
        else:
            parts.append(r"\w{1,4}")
    return "[^\\w]*".join(parts) + "[^\\w]*"


def fold(text: str) -> str:
    """What was typed, made comparable: lower case, single spaces, no closing marks."""
    return " ".join(text.casefold().split()).strip(" .!?,;:…。！？")


def clean(text: str) -> str:
    """Typed text without control characters and switches of direction."""
    return _CONTROL.sub("", text)


def literal(text: str, *, bold: bool = False, italic: bool = False) -> Span:
    """What somebody wrote, as a span: no mark in it means anything."""
    return Span(text=clean(text), bold=bold, italic=italic)


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters, cut at a word."""
    text = " ".join(clean(text).split())
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = text[most - 1] != " " and " " in head[most // 2 :]
    return (head.rsplit(" ", 1)[0] if cut else head).rstrip(" ,;:–—-") + "…"


def _exact(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 3)


def _hidden(value: Any) -> Any:
    if not isinstance(value, str):
        return _exact(value) if isinstance(value, float) else value
    value = clean(value)
    for sign, hidden in _HIDDEN.items():
        value = value.replace(sign, hidden)
    return value


def _shown(text: str) -> str:
    for hidden, sign in _SHOWN.items():
        text = text.replace(hidden, sign)
    return text


def _spans(marked: str) -> Iterator[Span]:
    at = 0
    for found in _MARKED.finditer(marked):
        if found.start() > at:
            yield Span(text=_shown(marked[at : found.start()]))
        yield Span(text=_shown(found[1] or found[2]), bold=found[1] is not None, italic=found[2] is not None)
        at = found.end()
    if at < len(marked):
        yield Span(text=_shown(marked[at:]))
