"""The one splitter: a view of any size becomes messages that Discord takes. Called by the Chat port for everything it sends.

Discord allows 40 components in a message, 4,000 characters in all its texts and ten files. What does not fit goes on in the next message;
the buttons stand in the last one. Sounds come first, in messages of their own: only there Discord plays them in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots.conversation.views import Block, Body, Choice, Media, Select, View, apart
from bots.discord_chat import markup

TEXT_MAX = 3800
"""Characters of all texts of one message, as UTF-16 counts them; Discord stops at 4,000."""
FILES_MAX = 10
COMPONENTS_MAX = 40
ROW_BUTTONS_MAX = 5
PICTURES_MAX = 8
"""Small pictures beside words in one message; each takes three components and a file."""
BESIDE_MAX = 1000
"""Longer paragraphs stand without their picture."""
INSTEAD_MAX = 80
"""Characters of what is seen in a medium, where that stands for it."""
MARKS = 8
MENTION_ROOM = 40
"""What a mention before the text takes."""


@dataclass(frozen=True)
class Beside:
    """Words with a small picture beside them."""

    text: str
    picture: Media


Said = str | Beside


@dataclass(frozen=True)
class Sheet:
    """One message. Sounds alone, or words, media and what can be pressed, in this order."""

    said: tuple[Said, ...] = ()
    media: tuple[Media, ...] = ()
    choices: tuple[Choice, ...] = ()
    selects: tuple[Select, ...] = ()

    @property
    def text(self) -> str:
        """All words."""
        return "\n".join(map(_words, self.said))

    @property
    def carried(self) -> tuple[Media, ...]:
        """Every medium that is sent along, each once."""
        beside = [one.picture for one in self.said if isinstance(one, Beside)]
        return tuple({one.key: one for one in (*beside, *self.media)}.values())

    @property
    def sounds(self) -> bool:
        """Whether this is a message of sounds, which Discord plays only outside its newer layout."""
        return bool(self.media) and self.media[0].kind == "audio"

    @property
    def pictures(self) -> tuple[Media, ...]:
        """What stands in the gallery."""
        return tuple(one for one in self.media if one.kind in ("image", "video"))

    @property
    def files(self) -> tuple[Media, ...]:
        """What is taken along."""
        return tuple(one for one in self.media if one.kind == "file")

    @property
    def components(self) -> int:
        """How many components the message is drawn with at most."""
        rows = -(-len(self.choices) // ROW_BUTTONS_MAX)
        words = sum(3 if isinstance(one, Beside) else 1 for one in self.said) + 1
        return 2 + words + bool(self.pictures) + len(self.files) + bool(self.choices) + rows + len(self.choices) + 2 * len(self.selects)

    @property
    def fits(self) -> bool:
        """Whether Discord takes it, also where none of its files fit and links or words stand for them."""
        instead = sum(2 * min(len(one.alt), INSTEAD_MAX) + len(one.link) + MARKS for one in self.media)
        return self.components <= COMPONENTS_MAX and len(self.carried) <= FILES_MAX and size(self.text) + instead <= TEXT_MAX


def size(text: str) -> int:
    """Characters as Discord counts them at most."""
    return len(text.encode("utf-16-le")) // 2


def sheets(view: View) -> list[Sheet]:
    """The messages of a view, in order; there is at least one, and every button and menu stands in the last."""
    parts = list(_parts(view))
    shown = {part.picture.key for part in parts if isinstance(part, Beside)}
    sounds = [one for one in view.media if one.kind == "audio"]
    seen = [one for one in view.media if one.kind != "audio" and one.key not in shown]
    found = [Sheet(media=tuple(group)) for group in _groups(sounds, FILES_MAX)]
    pages = _pages(parts)
    last = tuple(pages[-1]) if pages else ()
    found += [Sheet(tuple(page)) for page in pages[:-1]]
    groups = [tuple(group) for group in _groups(seen, FILES_MAX)] or [()]
    for n, media in enumerate(groups):
        end = n == len(groups) - 1
        sheet = Sheet(() if n else last, media, view.choices if end else (), view.selects if end else ())
        found += [one for one in _apart(sheet) if one.said or one.media or one.choices]
    return found or [Sheet()]


def _apart(sheet: Sheet) -> list[Sheet]:
    """The sheet, or where it is too much for one message, its words, its media and what can be pressed in two or three."""
    if sheet.fits:
        return [sheet]
    aside = Sheet(sheet.said, sheet.media)
    told = [aside] if aside.fits else [Sheet(sheet.said), Sheet(media=sheet.media)]
    return [*told, Sheet(choices=sheet.choices, selects=sheet.selects)]


def _parts(view: View) -> Iterator[Said]:
    before: Body | None = None
    for part in view.body:
        if not (text := markup.body(part)):
            continue
        if isinstance(part, Block) and part.picture and size(text) < BESIDE_MAX:
            yield Beside(text, part.picture)
        else:
            yield f"\n{text}" if before and apart(before, part) else text
        before = part


def _words(one: Said) -> str:
    return one.text if isinstance(one, Beside) else one


def _groups(media: Sequence[Media], most: int) -> list[list[Media]]:
    return [list(media[n : n + most]) for n in range(0, len(media), most)]


def _pages(parts: Sequence[Said]) -> list[list[Said]]:
    """Paragraphs gathered into messages of at most TEXT_MAX and PICTURES_MAX; a paragraph longer than that is cut at a line or a word."""
    pages: list[list[Said]] = []
    for part in parts:
        for piece in [part] if isinstance(part, Beside) else _pieces(part):
            if not pages or not _takes(pages[-1], piece):
                pages.append([piece if isinstance(piece, Beside) else piece.lstrip("\n")])
            elif isinstance(piece, str) and isinstance(pages[-1][-1], str):
                pages[-1][-1] += "\n" + piece
            else:
                pages[-1].append(piece)
    return pages


def _takes(page: list[Said], piece: Said) -> bool:
    """Whether this still stands in the same message."""
    pictures = sum(isinstance(one, Beside) for one in (*page, piece))
    return sum(size(_words(one)) + 1 for one in page) + size(_words(piece)) + MENTION_ROOM <= TEXT_MAX and pictures <= PICTURES_MAX


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces; a code block that is cut is closed and opened again."""
    fence = "```\n" if text.startswith("```") else ""
    room = TEXT_MAX - MENTION_ROOM - 2 * len(fence) - 4
    while size(text) > TEXT_MAX - MENTION_ROOM:
        at = _cut(text, room)
        yield text[:at].rstrip() + (f"\n{fence.strip()}" if fence else "")
        text = fence + text[at:].lstrip("\n ")
    if text.strip():
        yield text


def _cut(text: str, room: int) -> int:
    """Where to cut so that at most `room` characters stay before: at a line, at a word, never inside an escape."""
    at = min(room, len(text))
    while size(text[:at]) > room:
        at -= 1
    for mark in ("\n", " "):
        found = text.rfind(mark, at // 2, at)
        if found > 0:
            return found
    while at > 1 and text[at - 1] == "\\":
        at -= 1
    return at
