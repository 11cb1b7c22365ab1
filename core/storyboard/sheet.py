"""The contact sheet: all panels of a film on pages, each with its number, size, move, length and line."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw

from core import cpu, typography
from core.storyboard.panel import Artist, DrawnArtist
from core.storyboard.slate import MOVES
from core.workshop import Made, Stage, Workshop
from core.writing.script import NARRATOR, Format, Scene, Script, Shot, quoted

PAGE_W = 2000
"""Pixels across a page."""
COLUMNS: dict[Format, int] = {"youtube": 4, "shorts": 7, "tiktok": 7, "reels": 7, "square": 5}
ROWS_MAX: dict[Format, int] = {"youtube": 6, "shorts": 3, "tiktok": 3, "reels": 3, "square": 4}
PAPER, INK, GREY, GOLD, FRAME = (24, 22, 21), (240, 234, 222), (158, 150, 138), (226, 176, 74), (58, 54, 50)
MARGIN, GAP = 70, 26


def pages(script: Script, format: Format) -> int:
    """How many pages the sheet of a film has."""
    return max(1, -(-len(script.shots) // (COLUMNS[format] * ROWS_MAX[format])))


async def contact_sheet(workshop: Workshop, script: Script, format: Format, *, artist: Artist | None = None, page: int = 1) -> Made:
    """One page of the contact sheet as JPEG, numbered from 1. Facts: `pages`, `width`, `height`. ValueError if there is no such page."""
    total = pages(script, format)
    if not 1 <= page <= total:
        raise ValueError(f"the sheet has {total} pages")
    many = COLUMNS[format] * ROWS_MAX[format]
    on_page = list(script.numbered())[(page - 1) * many : page * many]
    turns = asyncio.Semaphore(int(cpu.limiter().total_tokens))

    async def drawn(shot_id: str) -> Made:
        async with turns:
            return await (artist or DrawnArtist()).draw(workshop, script, shot_id, format)

    async with asyncio.TaskGroup() as group:
        panels = [group.create_task(drawn(shot.id)) for _, _, _, shot in on_page]
    captions = [_caption(script, place, scene, shot) for _, place, scene, shot in on_page]
    heading = {"title": script.title, "logline": script.logline, "language": script.language, "page": page, "pages": total, "facts": _facts(script)}
    return await workshop.made(SHEET, panels=[p.result() for p in panels], captions=captions, heading=heading, format=format)


def _facts(script: Script) -> str:
    seconds = round(script.length_s)
    scenes, shots = len(script.scenes), len(script.shots)
    return f"{scenes} scene{'s' if scenes != 1 else ''}  ·  {shots} shot{'s' if shots != 1 else ''}  ·  {seconds // 60}:{seconds % 60:02d}"


def _caption(script: Script, place: int, scene: Scene, shot: Shot) -> dict[str, str]:
    """What stands under a panel."""
    number = [s.id for s in scene.shots].index(shot.id) + 1
    line = shot.lines[0] if shot.lines else None
    who = "" if line is None else "Narrator" if line.speaker == NARRATOR else script.character(line.speaker).name
    return {
        "number": f"{place}-{number:02d}", "facts": f"{shot.size}  ·  {MOVES[shot.move]}  ·  {shot.duration_s:g} s", "who": who,
        "text": line.text if line else shot.action, "place": script.place_of(scene).name if number == 1 else "",
    }  # fmt: skip


async def _make(out: Path, *, panels: list[Made], captions: list[dict[str, str]], heading: dict[str, Any], format: Format) -> dict[str, Any]:
    size = await cpu.in_child(_lay_out, out, [p.path for p in panels], captions, heading, format)
    return {"pages": heading["pages"], "width": size[0], "height": size[1]}


def _lay_out(out: Path, panels: Sequence[Path], captions: list[dict[str, str]], heading: dict[str, Any], format: Format) -> tuple[int, int]:
    """Compose the page. Runs in a child process."""
    columns = min(COLUMNS[format], max(2, len(panels)))
    w = (PAGE_W - 2 * MARGIN - GAP * (columns - 1)) // columns
    first = cv2.imread(str(panels[0]))
    assert first is not None
    h = round(w * first.shape[0] / first.shape[1])
    text = max(13.0, min(19.0, w * 0.041))
    caption = round(text * 4.7)
    rows = -(-len(panels) // columns)
    top = 220
    height = top + rows * (h + caption + GAP) + MARGIN - GAP // 2
    page = Image.new("RGB", (PAGE_W, height), PAPER)
    pen = ImageDraw.Draw(page)
    _heading(pen, heading)
    for i, (path, words) in enumerate(zip(panels, captions, strict=True)):
        x, y = MARGIN + (i % columns) * (w + GAP), top + (i // columns) * (h + caption + GAP)
        picture = cv2.resize(cv2.imread(str(path)), (w, h), interpolation=cv2.INTER_AREA)
        page.paste(Image.fromarray(np.ascontiguousarray(picture[..., ::-1])), (x, y))
        pen.rectangle([x - 1, y - 1, x + w, y + h], outline=FRAME)
        _under(pen, x, y + h, w, text, words, heading["language"])
    page.save(out, "JPEG", quality=90, subsampling=0)
    return PAGE_W, height


def _heading(pen: ImageDraw.ImageDraw, heading: dict[str, Any]) -> None:
    language = heading["language"]
    room = PAGE_W - 2 * MARGIN
    right = heading["facts"] + (f"  ·  page {heading['page']} of {heading['pages']}" if heading["pages"] > 1 else "")
    taken = typography.write(pen, (PAGE_W - MARGIN, 110), right, 22, GREY, anchor="right")
    size = 74.0
    while size > 34 and typography.width(heading["title"], size, "title", language) > room - taken - 60:
        size -= 4
    title = typography.wrap(heading["title"], size, room - taken - 60, lines=1, style="title", language=language)[0]
    typography.write(pen, (MARGIN, 112), title, size, INK, style="title", language=language)
    if heading["logline"]:
        line = typography.wrap(heading["logline"], 25, room, lines=1, style="title_italic", language=language)[0]
        typography.write(pen, (MARGIN, 160), line, 25, GREY, style="title_italic", language=language)
    pen.line([MARGIN, 188, PAGE_W - MARGIN, 188], fill=GOLD, width=2)


def _under(pen: ImageDraw.ImageDraw, x: int, y: int, w: int, size: float, words: dict[str, str], language: str) -> None:
    """Number, facts, and the line that is said or the action."""
    base = y + size * 1.45
    number = typography.write(pen, (x, base), words["number"], size * 1.06, GOLD, style="bold")
    facts = typography.wrap(words["facts"], size * 0.82, w - number - size * 0.7, lines=1)[0]
    used = typography.write(pen, (x + number + size * 0.6, base), facts, size * 0.82, GREY)
    room = w - number - used - size * 2
    if words["place"] and room > size * 4:
        place = typography.wrap(words["place"], size * 0.82, room, lines=1, language=language)[0]
        typography.write(pen, (x + w, base), place, size * 0.82, (198, 188, 170), anchor="right", language=language)
    if words["who"]:
        said = f"{words['who']}: {quoted(words['text'])}"
        lines = typography.wrap(said, size * 0.95, w, lines=2, language=language)
    else:
        lines = typography.wrap(words["text"], size * 0.9, w, lines=2, language=language)
    for k, line in enumerate(lines):
        typography.write(
            pen, (x, base + size * 1.35 * (k + 1)), line, size * (0.95 if words["who"] else 0.9), INK if words["who"] else (186, 178, 166), language=language
        )


SHEET = Stage("contact-sheet", 1, ".jpg", _make)
