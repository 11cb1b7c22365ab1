"""The one splitter: a view of any size becomes messages that Discord takes. Called by the Chat port for everything it sends.

Discord allows 40 components in a message, 4,000 characters in all its texts and ten files. What does not fit goes on in the next message;
the buttons stand in the last one. Sounds come first, in messages of their own: only there Discord plays them in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bots.conversation.views import Choice, Media, Select, View
from bots.discord_chat import markup

TEXT_MAX = 3800
"""Characters of all texts of one message, as UTF-16 counts them; Discord stops at 4,000."""
FILES_MAX = 10
COMPONENTS_MAX = 40
ROW_BUTTONS_MAX = 5
MENTION_ROOM = 40
"""What a mention before the text takes."""


@dataclass(frozen=True)
class Sheet:
    """One message. Sounds alone, or text, media and what can be pressed, in this order."""

    text: str = ""
    media: tuple[Media, ...] = ()
    choices: tuple[Choice, ...] = ()
    selects: tuple[Select, ...] = ()

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
        """How many components the message is drawn with."""
        rows = -(-len(self.choices) // ROW_BUTTONS_MAX)
        return 2 + bool(self.text) + bool(self.pictures) + len(self.files) + bool(self.choices) + rows + len(self.choices) + 2 * len(self.selects)


def size(text: str) -> int:
    """Characters as Discord counts them at most."""
    return len(text.encode("utf-16-le")) // 2


def sheets(view: View) -> list[Sheet]:
    """The messages of a view, in order; there is at least one, and every button and menu stands in the last."""
    sounds = [one for one in view.media if one.kind == "audio"]
    seen = [one for one in view.media if one.kind != "audio"]
    found = [Sheet(media=tuple(group)) for group in _groups(sounds, FILES_MAX)]
    texts = _pages([text for text in (markup.body(part) for part in view.body) if text])
    groups = _groups(seen, FILES_MAX)
    found += [Sheet(text=text) for text in texts[:-1]]
    last = texts[-1] if texts else ""
    for n, group in enumerate(groups[:-1]):
        found.append(Sheet(text=last if n == 0 else "", media=tuple(group)))
    end = Sheet("" if groups[1:] else last, tuple(groups[-1]) if groups else (), view.choices, view.selects)
    if end.components <= COMPONENTS_MAX:
        return [*found, end] if end.text or end.media or end.choices or not found else found
    aside = Sheet(end.text, end.media)
    return [*found, *([aside] if aside.text or aside.media else []), Sheet(choices=end.choices, selects=end.selects)]


def _groups(media: Sequence[Media], most: int) -> list[list[Media]]:
    return [list(media[n : n + most]) for n in range(0, len(media), most)]


def _pages(parts: Sequence[str]) -> list[str]:
    """Paragraphs gathered into texts of at most TEXT_MAX; a paragraph longer than that is cut at a line or a word."""
    pages: list[str] = []
    for part in parts:
        for piece in _pieces(part):
            if pages and size(pages[-1]) + 1 + size(piece) + MENTION_ROOM <= TEXT_MAX:
                pages[-1] += "\n" + piece
            else:
                pages.append(piece)
    return pages


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
