"""The script and the storyboard on paper: a screenplay as FDX and PDF, a storyboard as PDF with its panels.

Called by `core.rendering.kit`. The screenplay is read from its Fountain text, so that all three say the same. PDF is set with the shipped
fonts, shaped and in the right direction for every script they have.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from screenplay_tools.fdx.writer import Writer as FdxWriter
from screenplay_tools.fountain.parser import Parser
from screenplay_tools.screenplay import ElementType

from core import typography
from core.ffmpeg import FONTS
from core.film.chapters import MADE_WITH_AI
from core.storyboard.slate import MOVES
from core.writing.fountain import fountain
from core.writing.script import NARRATOR, Script, Shot

RTL = frozenset({"ar", "fa", "he", "ur"})
_FALLBACK = {
    "ja": "NotoSansCJKjp-Regular.otf", "zh": "NotoSansCJKsc-Regular.otf", "ko": "NotoSansCJKkr-Regular.otf", "arabic": "NotoSansArabic-Regular.ttf",
    "devanagari": "NotoSansDevanagari-Regular.ttf", "hebrew": "NotoSansHebrew-Regular.ttf", "thai": "NotoSansThai-Regular.ttf",
    "bengali": "NotoSansBengali-Regular.ttf", "tamil": "NotoSansTamil-Regular.ttf", "georgian": "NotoSansGeorgian-Regular.ttf",
    "armenian": "NotoSansArmenian-Regular.ttf", "dejavu": "DejaVuSans.ttf",
}  # fmt: skip
_SET: dict[Any, tuple[float, float, str, str]] = {
    ElementType.HEADING: (0.0, 0.0, "B", "L"), ElementType.ACTION: (0.0, 0.0, "", "L"), ElementType.CHARACTER: (56.0, 0.0, "", "L"),
    ElementType.PARENTHETICAL: (40.0, 50.0, "", "L"), ElementType.DIALOGUE: (25.0, 38.0, "", "L"), ElementType.TRANSITION: (0.0, 0.0, "", "R"),
}  # fmt: skip
"""How each part of a screenplay stands: what it is set in from the left and from the right (mm), its weight, its side."""


def fdx(script: Script) -> str:
    """The screenplay for Final Draft."""
    return str(FdxWriter().write(_parsed(script)))


def _parsed(script: Script) -> Any:
    parser = Parser()
    parser.add_text(fountain(script))
    return parser.script


class _Paper(FPDF):
    """A page in the shipped fonts, with a small line below it."""

    def __init__(self, script: Script, orientation: str) -> None:
        super().__init__(orientation=orientation, format="A4")
        self.rtl = script.language.split("-")[0] in RTL
        self._foot = f"{typography.printable(script.title)}  ·  {MADE_WITH_AI}"
        self._fonts(f"{script.model_dump_json()}{self._foot}", script.language.split("-")[0])
        self.set_text_shaping(True, direction="rtl" if self.rtl else None)
        self.set_title(script.title)
        self.set_creator("Sysrai")
        self.set_lang(script.language)

    def _fonts(self, text: str, language: str) -> None:
        """Load the plain face, and of the others those that the text needs: each is opened whole."""
        for style, file in (("", "Inter-Regular.otf"), ("B", "Inter-SemiBold.otf")):
            self.add_font("text", style, FONTS / file)
        self.add_font("title", "", FONTS / "EBGaramond12-Regular.otf")
        used = {face.path.name for face, _ in typography.runs(text, "text", language)}
        wanted = [name for name, file in _FALLBACK.items() if file in used]
        for name in sorted(wanted, key=lambda name: name != language):
            self.add_font(name, "", FONTS / _FALLBACK[name])
        self.set_fallback_fonts(wanted, exact_match=False)

    def footer(self) -> None:
        """Called by fpdf at the end of each page."""
        self.set_y(-14)
        self.set_font("text", size=8)
        self.set_text_color(120)
        self.cell(0, 6, self._foot, align="L")
        self.cell(0, 6, str(self.page_no()), align="R")
        self.set_text_color(0)

    def line_of(self, text: str, height: float, *, left: float = 0.0, right: float = 0.0, side: str = "L") -> None:
        """A paragraph, set in from both sides (mm); sides change over where the language runs from right to left."""
        if self.rtl:
            left, right, side = right, left, {"L": "R", "R": "L"}.get(side, side)
        self.set_x(self.l_margin + left)
        self.multi_cell(self.epw - left - right, height, typography.printable(text), align=side, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def screenplay_pdf(out: Path, script: Script) -> None:
    """Write the screenplay as PDF: a title page, then scenes in the usual layout. Blocking: for a child process."""
    paper = _Paper(script, "portrait")
    paper.set_margins(32, 25, 22)
    paper.set_auto_page_break(True, 24)
    paper.add_page()
    paper.set_y(95)
    paper.set_font("title", size=30)
    paper.line_of(script.title, 14, side="C")
    paper.set_font("text", size=11)
    paper.ln(6)
    paper.line_of(script.logline or " ", 6, left=20, right=20, side="C")
    paper.add_page()
    for element in _parsed(script).elements:
        if element.type not in _SET:
            continue
        left, right, weight, side = _SET[element.type]
        text = element.text or ""
        if element.type is ElementType.CHARACTER:
            text = element.name + (f" ({element.extension})" if element.extension else "")
        if element.type is ElementType.PARENTHETICAL and not text.startswith("("):
            text = f"({text})"
        if element.type in (ElementType.HEADING, ElementType.ACTION, ElementType.CHARACTER, ElementType.TRANSITION):
            paper.ln(4)
        if element.type in (ElementType.HEADING, ElementType.CHARACTER) and paper.will_page_break(24):
            paper.add_page()  # never a name or a heading alone at the foot of a page
        paper.set_font("text", weight, 11)
        paper.line_of(text, 5.4, left=left, right=right, side=side)
    paper.output(str(out))


def storyboard_pdf(out: Path, script: Script, panels: Mapping[str, Path]) -> None:
    """Write the storyboard as PDF: six shots a page, each with its panel, how it is shot, and what is said. Blocking: for a child process."""
    paper = _Paper(script, "landscape")
    paper.set_margins(12, 12, 12)
    paper.set_auto_page_break(False)
    column, row = paper.epw / 3, 84.0
    for i, (number, scene_number, scene, shot) in enumerate(script.numbered()):
        if i % 6 == 0:
            paper.add_page()
            paper.set_xy(paper.l_margin, 9)
            paper.set_font("title", size=16)
            paper.line_of(script.title, 8)
        x, y = paper.l_margin + column * (i % 3), 22 + row * (i // 3 % 2)
        if shot.id in panels:
            paper.image(str(panels[shot.id]), x, y, column - 6, (column - 6) * 9 / 16, keep_aspect_ratio=True)
        _caption(paper, (x, y + (column - 6) * 9 / 16 + 1.5, column - 6), _told(script, shot, number, scene_number, script.place_of(scene).name))
    paper.output(str(out))


def _told(script: Script, shot: Shot, number: int, scene: int, place: str) -> list[tuple[str, str, float]]:
    """What stands below a panel: text, weight, size."""
    head = f"{number} · {scene} · {place} · {shot.size} · {MOVES[shot.move]} · {shot.lens_mm} mm · {shot.duration_s:g} s"
    said = [f"{'Narrator' if line.speaker == NARRATOR else script.character(line.speaker).name}: {line.text}" for line in shot.lines]
    return [(head, "B", 7), (shot.action, "", 8), *((line, "", 8) for line in said[:2])]


def _caption(paper: _Paper, box: tuple[float, float, float], rows: list[tuple[str, str, float]]) -> None:
    x, y, width = box
    lines_left = 8
    for text, weight, size in rows:
        paper.set_font("text", weight, size)
        side = "R" if paper.rtl else "L"
        broken = cast("list[str]", paper.multi_cell(width, 3.5, typography.printable(text), dry_run=True, output="LINES", align=side))
        shown = "\n".join(broken[: max(0, lines_left)])
        lines_left -= len(broken)
        if shown:
            paper.set_xy(x, y)
            paper.multi_cell(width, 3.5, shown, align=side)
            y = paper.get_y() + 0.8
