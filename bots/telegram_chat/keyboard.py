"""A view's choices and menus as an inline keyboard, and what its buttons carry.

A button carries a letter and the opaque id of an action: `p` presses it, `m` opens a menu at a page, `c` takes an entry, named by a
digest of its value. Where the entries of a menu come from is the view, built anew, so nothing is remembered here.

A keyboard that would fill the screen keeps its recommended step, its first choices and its menus; the other choices stand behind “More”, which opens
like a menu.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bots.conversation.views import Choice, Option, Select, View
from bots.conversation.words import shortened
from bots.telegram_chat.text import columns

ROW_COLUMNS = 38
"""So many columns stand beside each other before labels are cut on a phone."""
MENU_COLUMNS = 30
"""A menu says what is chosen where that takes no more."""
ROW_BUTTONS = 4
ROWS_MAX = 8
"""Rows of a keyboard before choices are folded away."""
CHOICE_ROWS_MIN = 2
"""So many of its choices' rows are seen in any case."""
MORE = "more"
"""Stands for the action of a menu that holds the choices that are folded away."""
ENTRIES = 8
"""Entries of a menu on one page."""
LABEL_MAX = 60
DIGEST = 8
BACK = -1
"""The page of a menu that is no page: the keyboard again."""


@dataclass(frozen=True)
class Data:
    """What a button carries. `value` is the digest of a menu's entry, `page` the page of a menu: BACK closes it, None is where the chosen entry stands."""

    kind: Literal["press", "menu", "choose"]
    action: str
    value: str = ""
    page: int | None = None


def read(data: str) -> Data | None:
    """What a pressed button carried; None for bytes that are none of ours."""
    kind, rest = data[:1], data[1:]
    if kind == "p" and rest:
        return Data("press", rest)
    if kind == "c" and len(rest) > DIGEST:
        return Data("choose", rest[DIGEST:], value=rest[:DIGEST])
    if kind == "m":
        page, _, action = rest.partition(":")
        if action and re.fullmatch(r"-1|[0-9]{0,3}", page):
            return Data("menu", action, page=int(page) if page else None)
    return None


def digest(value: str) -> str:
    """A short name of an entry's value."""
    return hashlib.blake2b(value.encode(), digest_size=DIGEST // 2).hexdigest()


def value_of(select: Select, name: str) -> str | None:
    """The value of the entry with this digest."""
    return next((option.value for option in select.options if digest(option.value) == name), None)


def keyboard(view: View, more: str) -> InlineKeyboardMarkup | None:
    """The choices of a view, the recommended one first and alone, then its menus. `more` is the label of what opens those that are folded away."""
    if not view.choices and not view.selects:
        return None
    seen, away = _choice_rows(view)
    return InlineKeyboardMarkup([*seen, *_menu_rows(view), *([[_opens_more(more)]] if away else [])])


def folded(view: View, back: str) -> InlineKeyboardMarkup | None:
    """The choices that are folded away, with the way back; None where all are seen."""
    _, away = _choice_rows(view)
    return InlineKeyboardMarkup([*away, [_back(back, MORE)]]) if away else None


def shows_more(markup: InlineKeyboardMarkup | None) -> bool:
    """Whether these are choices that were folded away."""
    return markup is not None and any(button.callback_data == f"m{BACK}:{MORE}" for row in markup.inline_keyboard for button in row)


def _choice_rows(view: View) -> tuple[list[list[InlineKeyboardButton]], list[list[InlineKeyboardButton]]]:
    """Rows of choices: those that are seen, and those that are folded away."""
    rows = [[_button(view.choices[0])], *_packed([_button(one) for one in view.choices[1:]])]
    menus = len(_menu_rows(view))
    if len(rows) + menus <= ROWS_MAX:
        return rows, []
    seen = max(CHOICE_ROWS_MIN, ROWS_MAX - 1 - menus)
    return rows[:seen], rows[seen:]


def _menu_rows(view: View) -> list[list[InlineKeyboardButton]]:
    return _packed([InlineKeyboardButton(f"{_menu_label(one)} ▾", callback_data=f"m:{one.action}") for one in view.selects])


def _opens_more(label: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"{_label(label)} ▾", callback_data=f"m0:{MORE}")


def _back(label: str, action: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"‹ {_label(label)}", callback_data=f"m{BACK}:{action}")


def _button(choice: Choice) -> InlineKeyboardButton:
    text = _label(choice.label)
    if choice.link:
        return InlineKeyboardButton(text, url=choice.link)
    style = {"primary": "primary", "danger": "danger"}.get(choice.style)
    return InlineKeyboardButton(f"▶ {text}" if choice.style == "primary" else text, callback_data=f"p{choice.action}", style=style)


def _menu_label(select: Select) -> str:
    """The menu's name, with what is chosen now where there is room."""
    chosen = next((option.label for option in select.options if option.chosen), "")
    whole = f"{select.label}: {chosen}"
    return _label(whole if chosen and columns(whole) <= MENU_COLUMNS else select.label)


def _label(text: str) -> str:
    """A label that can be seen: Telegram takes no empty one."""
    text = shortened(text, LABEL_MAX)
    return text if any(not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf", "Cn", "Co", "Mn") for one in text) else "…"


def _packed(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Rows of as many buttons as can be read beside each other."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        row = rows[-1] if rows else []
        widest = max(columns(one.text) for one in [*row, button])
        if row and len(row) < ROW_BUTTONS and (widest + 2) * (len(row) + 1) <= ROW_COLUMNS:
            row.append(button)
        else:
            rows.append([button])
    return rows


def menu(select: Select, page: int, back: str) -> InlineKeyboardMarkup:
    """The entries of a menu, so many a page, with ways to the other pages and back."""
    pages = -(-len(select.options) // ENTRIES)
    page = min(max(page, 0), pages - 1)
    rows = _packed([_entry(select, option) for option in select.options[page * ENTRIES : (page + 1) * ENTRIES]])
    turns = [("◀", page - 1)] * (page > 0) + [(f"{page + 1}/{pages}", page)] * (pages > 1) + [("▶", page + 1)] * (page + 1 < pages)
    if turns:
        rows.append([InlineKeyboardButton(text, callback_data=f"m{to}:{select.action}") for text, to in turns])
    rows.append([_back(back, select.action)])
    return InlineKeyboardMarkup(rows)


def page_of_chosen(select: Select) -> int:
    """The page a menu opens at: where the chosen entry stands."""
    at = next((n for n, option in enumerate(select.options) if option.chosen), 0)
    return at // ENTRIES


def _entry(select: Select, option: Option) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"{'✓ ' if option.chosen else ''}{_label(option.label)}", callback_data=f"c{digest(option.value)}{select.action}")
