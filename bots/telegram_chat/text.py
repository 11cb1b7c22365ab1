"""Text as Telegram counts it: marks instead of markup, lengths in UTF-16 code units, and the one splitter of this chat.

Nothing is ever sent with a parse mode, so what people typed is text whatever it looks like.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import MessageEntity, User

from bots.conversation.views import Block, Body, Progress, Table, apart
from bots.conversation.words import clean

TEXT_MAX = 4096
"""UTF-16 units of a message."""
CAPTION_MAX = 1024
"""UTF-16 units of a caption."""
MARKS_MAX = 100
"""Marks of one message; more are dropped without a word."""
EMPTY = "…"
"""Stands for a text in which nothing can be seen: Telegram takes no empty message."""
MARKED, UNMARKED = "▶ ", "  "


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


@dataclass(frozen=True)
class Mark:
    """A look of a stretch of text, by its letters: from `start` up to `end`. `person` is whom it mentions."""

    type: str
    start: int
    end: int
    person: str = ""


@dataclass(frozen=True)
class Rich:
    """Text with its looks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Rich) -> Rich:
        """One after the other."""
        shift = len(self.text)
        return Rich(self.text + other.text, self.marks + tuple(Mark(one.type, one.start + shift, one.end + shift, one.person) for one in other.marks))

    def part(self, start: int, end: int) -> Rich:
        """A stretch of it, its ends trimmed."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        inside = [one for one in self.marks if one.end > start and one.start < end]
        marks = [Mark(one.type, max(one.start, start) - start, min(one.end, end) - start, one.person) for one in inside]
        return Rich(self.text[start:end], tuple(marks))

    @property
    def entities(self) -> list[MessageEntity]:
        """The marks as Telegram wants them, offsets in UTF-16 units. Marks of nothing but space are left out."""
        at = _offsets(self.text, sorted({edge for one in self.marks for edge in (one.start, one.end)}))
        found = []
        for one in self.marks:
            if self.text[one.start : one.end].strip():
                user = User(int(one.person), "", False) if one.person else None
                found.append(MessageEntity(one.type, at[one.start], at[one.end] - at[one.start], user=user))
        return found


NOTHING = Rich("")


def _offsets(text: str, edges: Sequence[int]) -> dict[int, int]:
    """Offsets in UTF-16 units of these letters."""
    found, before, count = {}, 0, 0
    for edge in edges:
        count += units(text[before:edge])
        found[edge], before = count, edge
    return found


def marked(text: str, *types: str) -> Rich:
    """A whole text in one look, or several."""
    return Rich(text, tuple(Mark(type, 0, len(text)) for type in types) if text else ())


def mention(name: str, person: str) -> Rich:
    """A person's name that calls them."""
    return Rich(name, (Mark("text_mention", 0, len(name), person),)) if name.strip() and person.isdigit() else Rich("")


# ---------------------------------------------------------------- a view's body


def composed(body: Sequence[Body]) -> Rich:
    """The whole body: headlines, paragraphs, quotes drawn together, tables in columns, bars."""
    groups = list(_grouped(body))
    whole = Rich("")
    for n, (group, drawn) in enumerate(groups):
        whole = whole + (Rich(_between(groups[n - 1][0][-1], group[0])) if n else Rich("")) + drawn
    return _visible(whole.part(0, len(whole.text)))


def _grouped(body: Sequence[Body]) -> Iterator[tuple[list[Body], Rich]]:
    """The body with the quotes that follow each other drawn as one."""
    quotes: list[Body] = []
    for part in [*body, None]:
        if isinstance(part, Block) and part.kind == "quote":
            quotes.append(part)
            continue
        if quotes:
            drawn = Rich("")
            for n, quote in enumerate(quotes):
                drawn = drawn + Rich("\n" if n else "") + _block(quote)  # type: ignore[arg-type]
            yield quotes, Rich(drawn.text, (Mark("blockquote", 0, len(drawn.text)), *drawn.marks) if drawn.text else ())
            quotes = []
        if part is not None:
            yield [part], _drawn(part)


def _drawn(part: Body) -> Rich:
    match part:
        case Block():
            look = {"title": ("bold",), "note": ("italic",)}.get(part.kind, ())
            drawn = _block(part)
            return Rich(drawn.text, (*marked(drawn.text, *look).marks, *(one for one in drawn.marks if one.type not in look)))
        case Table():
            return marked(clean(_table(part)), "pre")
        case Progress():
            return Rich(clean(part.text))


def _block(part: Block) -> Rich:
    whole = Rich("")
    for span in part.spans:
        whole = whole + marked(clean(span.text), *(look for look, on in (("bold", span.bold), ("italic", span.italic)) if on))
    return whole


def _table(part: Table) -> str:
    """Columns of equal width; the marked row has a sign before it."""
    lines = [part.head, *part.rows]
    widths = [max(columns(line[n]) for line in lines) for n in range(len(part.head))]
    told = []
    for n, line in enumerate(lines):
        sign = "" if part.marked is None else MARKED if n - 1 == part.marked else UNMARKED
        told.append(sign + "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(line, widths, strict=True)).rstrip())
    return "\n".join(told)


def columns(text: str) -> int:
    """Columns that a text takes where all letters are as wide: East Asian ones take two."""
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _between(before: Body, after: Body) -> str:
    """What stands between two parts: a line's end, or an empty line where something new begins."""
    if isinstance(before, Block) and before.kind == "title":
        return "\n" if isinstance(after, Block) and after.kind == "text" and not after.is_long and not after.heads else "\n\n"
    if isinstance(before, Table) or isinstance(after, Table | Progress):
        return "\n\n"
    if isinstance(after, Block) and after.kind in ("note", "title") and not (isinstance(before, Block) and before.kind == after.kind):
        return "\n\n"
    return "\n\n" if apart(before, after) else "\n"


def _visible(text: Rich) -> Rich:
    """The text, or a sign where nothing in it can be seen."""
    seen = any(not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Cn", "Co", "Mn") for letter in text.text)
    return text if seen else Rich(EMPTY)


# ---------------------------------------------------------------- the splitter


def split(text: Rich, most: int) -> list[Rich]:
    """The text in pieces of at most `most` UTF-16 units and `MARKS_MAX` marks, cut between paragraphs, lines or words where that is possible."""
    pieces = []
    start = 0
    while start < len(text.text):
        end = _end(text, start, most)
        piece = text.part(start, end)
        if piece.text:
            pieces.append(piece)
        start = end
    return pieces or [Rich(EMPTY)]


def _end(text: Rich, start: int, most: int) -> int:
    """Where a piece that begins at `start` ends."""
    whole, room, end = text.text, most, start
    while end < len(whole) and room >= (cost := 2 if whole[end] > "\uffff" else 1):
        room -= cost
        end += 1
    begins = sorted(one.start for one in text.marks if one.end > start and one.start < end)
    if len(begins) > MARKS_MAX:
        end = max(start + 1, min(end, begins[MARKS_MAX]))
    if end == len(whole):
        return end
    least = start + (end - start) // 2
    for sign in ("\n\n", "\n", " "):
        at = whole.rfind(sign, least, end)
        if at > start:
            return at
    while end > start + 1 and _joins(whole[end - 1], whole[end]):
        end -= 1
    return end


def _joins(before: str, after: str) -> bool:
    """Whether two letters are one sign: an accent, an emoji joined to another."""
    return bool(unicodedata.combining(after)) or "\u200d" in (before, after) or "\ufe00" <= after <= "\ufe0f" or "\U0001f3fb" <= after <= "\U0001f3ff"
