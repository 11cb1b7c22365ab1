"""A View as a sheet of Telegram messages: albums first, then the text in as few messages as it fits, the keyboard on the last.

A lone picture, film or file carries the text as its caption. While something is being made its gallery stays away: albums cannot grow.
"""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bots.conversation.views import Media, View
from bots.conversation.words import Words
from bots.telegram_chat.files import Prepared, Ready
from bots.telegram_chat.keyboard import keyboard
from bots.telegram_chat.text import CAPTION_MAX, NOTHING, TEXT_MAX, Rich, composed, marked, split, units

ALBUM_MAX = 10
PLACEHOLDER_MAX = 60
_STANDS_WITH = {"photo": "seen", "video": "seen"}


@dataclass(frozen=True)
class Sheet:
    """Messages in their order: `groups` of media, then `texts`. `captioned`: the one text stands under the one medium."""

    groups: tuple[tuple[Ready, ...], ...]
    texts: tuple[Rich, ...]
    captioned: bool
    markup: InlineKeyboardMarkup | ForceReply | None

    @property
    def shape(self) -> str:
        """What an edit cannot change: `photo4 text1`; a caption counts as no text."""
        groups = [f"{_stands(group[0])}{len(group)}" for group in self.groups]
        return " ".join([*groups, "caption" if self.captioned else f"text{len(self.texts)}"])

    @property
    def keys(self) -> list[list[str]]:
        """The media of each group by a digest of what is seen of them."""
        return [[_key(one) for one in group] for group in self.groups]

    @property
    def inline(self) -> InlineKeyboardMarkup | None:
        """Its keyboard, if that can be edited."""
        return self.markup if isinstance(self.markup, InlineKeyboardMarkup) else None

    @property
    def messages(self) -> int:
        """How many messages it is."""
        return sum(map(len, self.groups)) + (0 if self.captioned else len(self.texts))


def _key(one: Ready) -> str:
    return hashlib.blake2b(f"{one.media.key} {one.media.alt}".encode(), digest_size=8).hexdigest()


def _stands(one: Ready) -> str:
    """What it may stand beside in an album."""
    return _STANDS_WITH.get(one.type, one.type)


def sheet(view: View, prepared: Prepared, w: Words, *, group: bool = False, before: Rich = NOTHING) -> Sheet:
    """The view as messages. `group`: other people are there; `before` is put in front (whom it calls)."""
    ready = () if view.mood == "working" and len(view.media) > 1 else prepared.ready
    groups = tuple(_grouped(ready))
    text = composed(view.body) if view.body else Rich("")
    text = before + Rich("\n" if before.text and text.text else "") + text
    wide = _links(view.media, prepared)
    text = _with_addresses(text, [media for media in wide if not _is_public(media.link)], w)
    markup = _markup(view, [media for media in wide if _is_public(media.link)], w, group)
    if group and view.name == "question" and view.awaits and isinstance(markup, InlineKeyboardMarkup):  # no reply field opens beside a keyboard
        text = text + Rich("\n\n") + marked(w.text("telegram-reply-here"), "italic")
    captioned = len(groups) == 1 and len(groups[0]) == 1 and units(text.text) <= CAPTION_MAX and not isinstance(markup, ForceReply)
    if captioned or (not text.text and groups and markup is None):
        return Sheet(groups, (text,) if captioned else (), captioned, markup)
    return Sheet(groups, tuple(split(text if text.text else composed(()), TEXT_MAX)), False, markup)


def _grouped(ready: Sequence[Ready]) -> list[tuple[Ready, ...]]:
    """Albums of what may stand together, in order."""
    groups: list[tuple[Ready, ...]] = []
    for one in ready:
        if groups and _stands(groups[-1][0]) == _stands(one) and len(groups[-1]) < ALBUM_MAX:
            groups[-1] = (*groups[-1], one)
        else:
            groups.append((one,))
    return groups


def _links(media: Sequence[Media], prepared: Prepared) -> list[Media]:
    """Media whose address shall be offered, each address once: films that stand there smaller or not at all, and what could not be sent."""
    wanted = [one for one in media if one.link and (_leads_to(one) == "video" or one in prepared.unsent)]
    return list({one.link: one for one in reversed(wanted)}.values())[::-1]


def _leads_to(media: Media) -> str:
    """What an address opens: a film, also where its poster stands for it, or the very file."""
    return "video" if media.kind == "video" or (media.kind == "image" and not media.link.endswith(media.key)) else "file"


def _is_public(link: str) -> bool:
    """Whether Telegram takes this address for a button: it refuses names without a dot and would open nobody's own machine."""
    parts = urlsplit(link)
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return parts.scheme in ("http", "https") and "." in host


def _with_addresses(text: Rich, media: Sequence[Media], w: Words) -> Rich:
    for one in media:
        text = text + Rich(f"\n\n{w.text('telegram-link', what=_leads_to(one))}: {one.link}")
    return text.part(0, len(text.text)) if media else text


def _markup(view: View, linked: Sequence[Media], w: Words, group: bool) -> InlineKeyboardMarkup | ForceReply | None:
    if group and view.name == "question" and view.awaits and len(view.choices) <= 1:
        # A group's bot hears replies only. "Never mind" can be typed too, and commands pass the question over.
        return ForceReply(selective=True, input_field_placeholder=view.short[:PLACEHOLDER_MAX] or None)
    board = keyboard(view, w.text("telegram-more"))
    rows = list(board.inline_keyboard) if board else []
    rows += [(InlineKeyboardButton(w.text("telegram-link", what=_leads_to(one)), url=one.link),) for one in linked]
    return InlineKeyboardMarkup(rows) if rows else None
