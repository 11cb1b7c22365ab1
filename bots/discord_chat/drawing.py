"""A sheet as Discord's components: a container with text, gallery, files and rows of buttons. Views live in rows, so nothing listens here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bots.conversation.views import Choice, Form, Media, Option, Select, View
from bots.conversation.words import shortened, words
from bots.discord_chat.markup import escape
from bots.discord_chat.pressing import Home, Kind, Pressable
from bots.discord_chat.splitting import INSTEAD_MAX, ROW_BUTTONS_MAX, Beside, Sheet

COLOURS = {"calm": 0xE8A33D, "working": 0x5B8DEF, "done": 0x3BA55D, "trouble": 0xD9534F}
STYLES = {"primary": discord.ButtonStyle.primary, "normal": discord.ButtonStyle.secondary, "danger": discord.ButtonStyle.danger}
NOTHING = "…"
"""What a message says that has no words: Discord takes no empty one."""
ALT_MAX = 1024
THUMBNAIL_ALT_MAX = 256
PLACEHOLDER_MAX = 150
FIELD_MAX = 4000
OPTION_MAX = 100


@dataclass(frozen=True)
class Look:
    """How a view is shown in one place. `mention`: whom its first message tells. `home`: where its buttons belong, when it is shown elsewhere.
    `hint`: the language in which a message that waits for words says how to answer it; empty where one simply talks."""

    mention: str = ""
    home: Home | None = None
    hint: str = ""


def draw(sheet: Sheet, view: View, look: Look, names: Mapping[str, str]) -> ui.LayoutView:
    """The message. `names`: the file name of each medium by its key; media without one were too large and are offered as links."""
    box: ui.Container[Any] = ui.Container(accent_colour=COLOURS[view.mood])
    after = "\n".join(filter(None, (*(_instead(one) for one in sheet.media if one.key not in names), _hint(sheet, view, look))))
    for item in _words(sheet, after, names):
        box.add_item(item)
    if pictures := [one for one in sheet.pictures if one.key in names]:
        box.add_item(ui.MediaGallery(*(_picture(one, names[one.key]) for one in pictures)))
    for one in sheet.files:
        if one.key in names:
            box.add_item(ui.File(f"attachment://{names[one.key]}"))
    if sheet.choices or sheet.selects:
        if box.children:
            box.add_item(ui.Separator(visible=False))
        for row in _rows(sheet, look.home):
            box.add_item(row)
    if not box.children:
        box.add_item(ui.TextDisplay(NOTHING))
    layout = ui.LayoutView(timeout=None)
    if look.mention:
        layout.add_item(ui.TextDisplay(f"<@{look.mention}>"))
    layout.add_item(box)
    layout.stop()  # nothing waits in memory: a press is answered from its row, by any process
    return layout


def _words(sheet: Sheet, after: str, names: Mapping[str, str]) -> Iterator[ui.Item[Any]]:
    """What is said, with its small pictures; what has none beside it stands together."""
    together: list[str] = []
    for one in (*sheet.said, after):
        if isinstance(one, Beside) and one.picture.key in names:
            if together:
                yield ui.TextDisplay("\n".join(together).strip("\n"))
            together = []
            thumbnail: ui.Thumbnail[Any] = ui.Thumbnail(f"attachment://{names[one.picture.key]}", description=one.picture.alt[:THUMBNAIL_ALT_MAX] or None)
            yield ui.Section(ui.TextDisplay(one.text), accessory=thumbnail)
        elif text := one.text if isinstance(one, Beside) else one:
            together.append(text)
    if together:
        yield ui.TextDisplay("\n".join(together).strip("\n"))


def _hint(sheet: Sheet, view: View, look: Look) -> str:
    """In a server we read only what replies to us or mentions us: whoever may answer in words is told."""
    asks = look.hint and view.awaits and (sheet.choices or sheet.selects)
    return f"-# {escape(words(look.hint).text('discord-reply-hint'))}" if asks else ""


def _instead(media: Media) -> str:
    """What stands where a file was too large for the place."""
    alt = escape(" ".join(media.alt.split())[:INSTEAD_MAX])
    return f"[{alt}]({media.link})" if media.link else f"-# {alt}"


def _picture(media: Media, name: str) -> discord.MediaGalleryItem:
    return discord.MediaGalleryItem(f"attachment://{name}", description=media.alt[:ALT_MAX] or None)


def _rows(sheet: Sheet, home: Home | None) -> list[ui.ActionRow[Any]]:
    buttons = [_button(one, home) for one in sheet.choices]
    rows = [ui.ActionRow(*buttons[n : n + ROW_BUTTONS_MAX]) for n in range(0, len(buttons), ROW_BUTTONS_MAX)]
    return rows + [ui.ActionRow(_menu(one, home)) for one in sheet.selects]


def _button(choice: Choice, home: Home | None) -> ui.Button[Any]:
    if choice.link:
        return ui.Button(label=choice.label, url=choice.link)
    kind = Kind.FORM if choice.opens_form else Kind.PRESS
    return ui.Button(label=choice.label, style=STYLES[choice.style], custom_id=str(Pressable(kind, choice.action, home)))


def _menu(select: Select, home: Home | None) -> ui.Select[Any]:
    options = [discord.SelectOption(label=_entry(select, one), value=one.value, default=one.chosen) for one in select.options]
    kind = Kind.CHOOSE_FORM if select.opens_form else Kind.CHOOSE
    return ui.Select(custom_id=str(Pressable(kind, select.action, home)), placeholder=select.label[:PLACEHOLDER_MAX], options=options)


def _entry(select: Select, option: Option) -> str:
    """An entry's label. Of a menu that is closed Discord shows the chosen entry alone, so that one says what the menu is about."""
    return shortened(f"{select.label}: {option.label}", OPTION_MAX) if option.chosen else option.label


def modal(form: Form, home: Home | None = None) -> ui.Modal:
    """A form, filled in with what is there now."""
    made = ui.Modal(title=form.title, custom_id=str(Pressable(Kind.FILLED, form.action, home)), timeout=None)
    for entry in form.entries:
        if entry.brings:
            made.add_item(attaching(entry.name, entry.label, entry.about, required=entry.required))
            continue
        most = min(FIELD_MAX, max(entry.most, len(entry.value)))
        style = discord.TextStyle.paragraph if entry.long else discord.TextStyle.short
        field: ui.TextInput[Any] = ui.TextInput(
            custom_id=entry.name, style=style, default=entry.value[:most] or None, required=entry.required, max_length=most
        )  # fmt: skip
        made.add_item(ui.Label(text=entry.label, component=field))
    made.stop()
    return made


def attaching(name: str, label: str, about: str, *, required: bool) -> ui.Label[Any]:
    """A field of a form that takes one file."""
    field: ui.FileUpload[Any] = ui.FileUpload(custom_id=name, required=required, min_values=int(required), max_values=1)
    return ui.Label(text=label, description=about or None, component=field)
