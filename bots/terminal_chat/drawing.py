"""A View as a terminal shows it: text, tables, bars, pictures inline where the terminal can, numbered choices."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from bots.conversation.views import Block, Body, Media, Progress, Table, View

LOOKS = {"title": "bold", "text": "", "note": "dim", "quote": "italic"}
BAR_CELLS = 24
ACCENT = "yellow"


def draw_body(part: Body) -> RenderableType:
    """One part of a view's body."""
    match part:
        case Block():
            text = Text(style=LOOKS[part.kind])
            for span in part.spans:
                text.append(span.text, style=" ".join(look for look, on in (("bold", span.bold), ("italic", span.italic)) if on))
            return Padding(text, (0, 0, 0, 2)) if part.kind == "quote" else text
        case Table():
            grid = Grid(box=None, padding=(0, 3, 0, 0), show_edge=False, header_style="dim")
            for name in part.head:
                grid.add_column(name)
            for i, row in enumerate(part.rows):
                grid.add_row(*(Text(cell) for cell in row), style="bold" if i == part.marked else "")
            return grid
        case Progress():
            return bar(part.fraction, part.label)


def bar(fraction: float, label: str) -> Text:
    """A progress bar with its words."""
    full = round(fraction * BAR_CELLS)
    return Text.assemble(("▓" * full, ACCENT), ("░" * (BAR_CELLS - full), "grey37"), f"  {label}")


def draw_choices(view: View) -> RenderableType | None:
    """The numbered ways to go on: choices first, the recommended one marked, then the menus."""
    if not view.choices and not view.selects:
        return None
    line = Text()
    for number, choice in enumerate(view.choices, 1):
        mark = ("▶ ", f"bold {ACCENT}") if choice.style == "primary" else ("", "")
        look = {"primary": "bold", "danger": "red", "normal": ""}[choice.style]
        line.append_text(Text.assemble(mark, (f"{number} ", "dim"), (choice.label, look), "   "))
    for number, select in enumerate(view.selects, len(view.choices) + 1):
        line.append_text(Text.assemble((f"{number} ", "dim"), f"{select.label} ▾", "   "))
    return line


def draw(view: View, files: Sequence[tuple[Media, Path]], *, inline: bool) -> RenderableType:
    """The whole view. `files` are its media where they lie on this machine; `inline` shows pictures in the text."""
    parts: list[RenderableType] = [draw_body(part) for part in view.body]
    images = [(media, path) for media, path in files if media.kind == "image"]
    if images and inline:
        parts.append(_pictures([path for _, path in images]))
    for media, path in files:
        icon = {"image": "🖼", "video": "🎬", "audio": "🔊", "file": "📄"}[media.kind]
        parts.append(Text.assemble(f"{icon} ", (media.alt, "dim"), "  ", (str(path), f"underline {ACCENT}" if media.kind == "video" else "underline")))
    if choices := draw_choices(view):
        parts += [Text(), choices]
    return Group(*parts)


def _pictures(paths: Sequence[Path]) -> RenderableType:
    """Pictures side by side as one, in whatever way this terminal shows pictures."""
    from PIL import Image as Pillow
    from textual_image.renderable import Image  # asks the terminal what it can when imported

    opened = [Pillow.open(path).convert("RGB") for path in paths]
    height = min(image.height for image in opened)
    scaled = [image.resize((round(image.width * height / image.height), height)) for image in opened]
    strip = Pillow.new("RGB", (sum(image.width for image in scaled) + 8 * (len(scaled) - 1), height))
    x = 0
    for image in scaled:
        strip.paste(image, (x, 0))
        x += image.width + 8
    return Image(strip, width=min(36 * len(scaled), 110), height="auto")
