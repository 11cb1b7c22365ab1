"""Which of the shipped fonts shows a text, so that no glyph is ever missing from a title, a subtitle or a slate.

Called by the storyboard (slates, contact sheets) and by the film (titles, subtitles, posters). No single font knows
every script: a text is split into runs, each with the first font of its style's chain that has the characters.
What no font has (an emoji, a rare script) is named by `missing` and left out by `printable`.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageDraw, ImageFont

from core.ffmpeg import FONTS

Style = Literal["text", "bold", "title", "title_italic"]
"""`text` and `bold` are the sans for slates and subtitles; `title` and its italic are the serif for titles and posters."""

_FIRST: dict[Style, str] = {
    "text": "Inter-Regular.otf",
    "bold": "Inter-SemiBold.otf",
    "title": "EBGaramond12-Regular.otf",
    "title_italic": "EBGaramond12-Italic.otf",
}
_OTHERS = (
    "NotoSansCJKjp-Regular.otf", "NotoSansCJKsc-Regular.otf", "NotoSansCJKkr-Regular.otf", "NotoSansArabic-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansThai-Regular.ttf", "NotoSansBengali-Regular.ttf",
    "NotoSansTamil-Regular.ttf", "NotoSansGeorgian-Regular.ttf", "NotoSansArmenian-Regular.ttf", "DejaVuSans.ttf",
)  # fmt: skip
_HAN = {"zh": "NotoSansCJKsc-Regular.otf", "ja": "NotoSansCJKjp-Regular.otf", "ko": "NotoSansCJKkr-Regular.otf"}
_JOINERS = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0xFE00, 0xFE10)}
"""Characters that are never drawn themselves, so that every font has them."""
ELLIPSIS = "…"


@dataclass(frozen=True)
class Font:
    """A shipped font file and the family name by which libass knows it."""

    path: Path
    family: str

    @property
    def line(self) -> float:
        """The height of its lines in ems: libass means that by a font's size, and lines of Arabic are twice as high as Latin ones."""
        return _line(self.path)

    def at(self, size: float) -> ImageFont.FreeTypeFont:
        """The font for Pillow, `size` in pixels."""
        return _sized(self.path, max(4, round(size)))


@cache
def _sized(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)


# ---------------------------------------------------------------- what a font file has


def _table(data: bytes, tag: bytes) -> bytes:
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        name, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        if name == tag:
            return data[start : start + length]
    raise ValueError(f"the font has no table {tag!r}")


@cache
def _coverage(path: Path) -> frozenset[int]:
    """All code points of a font file, read from its `cmap` (formats 4 and 12)."""
    cmap = _table(path.read_bytes(), b"cmap")
    points: set[int] = set()
    for i in range(struct.unpack_from(">H", cmap, 2)[0]):
        at = struct.unpack_from(">HHL", cmap, 4 + 8 * i)[2]
        kind = struct.unpack_from(">H", cmap, at)[0]
        if kind == 12:
            for g in range(struct.unpack_from(">L", cmap, at + 12)[0]):
                first, last, _ = struct.unpack_from(">LLL", cmap, at + 16 + 12 * g)
                points.update(range(first, last + 1))
        elif kind == 4:
            n = struct.unpack_from(">H", cmap, at + 6)[0] // 2
            lasts = struct.unpack_from(f">{n}H", cmap, at + 14)
            firsts = struct.unpack_from(f">{n}H", cmap, at + 16 + 2 * n)
            for first, last in zip(firsts, lasts, strict=True):
                points.update(range(first, min(last, 0xFFFE) + 1))
    return frozenset(points)


@cache
def _family(path: Path) -> str:
    names = _table(path.read_bytes(), b"name")
    count, strings = struct.unpack_from(">HH", names, 2)
    for i in range(count):
        platform, _, _, what, length, offset = struct.unpack_from(">HHHHHH", names, 6 + 12 * i)
        if platform == 3 and what == 1:
            return names[strings + offset : strings + offset + length].decode("utf-16-be")
    raise ValueError(f"{path.name} does not say its family")


@cache
def _line(path: Path) -> float:
    data = path.read_bytes()
    (em,) = struct.unpack_from(">H", _table(data, b"head"), 18)
    ascent, descent = struct.unpack_from(">HH", _table(data, b"OS/2"), 74)
    return float((ascent + descent) / em)


@cache
def font(file_name: str) -> Font:
    """A shipped font by its file name. FileNotFoundError if it is not shipped."""
    path = FONTS / file_name
    return Font(path, _family(path))


def _chain(text: str, style: Style, language: str) -> tuple[Font, ...]:
    """The fonts to try for this text, the best first. Han characters of a text in no CJK language are taken as Chinese, unless kana stands beside them."""
    own = _HAN.get(language.split("-")[0].lower()) or _HAN["ja" if any("\u3040" <= c <= "\u30ff" for c in text) else "zh"]
    return tuple(font(name) for name in dict.fromkeys((_FIRST[style], "Inter-Regular.otf", own, *_OTHERS)))


# ---------------------------------------------------------------- which font for which text


def _has(face: Font, character: str) -> bool:
    return ord(character) in _coverage(face.path) or ord(character) in _JOINERS or character.isspace()


def missing(text: str) -> str:
    """The characters of a text that no shipped font has, each once, in order; empty if all can be shown."""
    chain = _chain(text, "text", "en")
    return "".join(dict.fromkeys(c for c in text if not any(_has(face, c) for face in chain)))


def printable(text: str) -> str:
    """The text in its composed form, without what no shipped font can show; never empty (`—` if nothing is left)."""
    text = unicodedata.normalize("NFC", text)
    gone = set(missing(text))
    kept = "".join(c for c in text if c not in gone and not 0xFE00 <= ord(c) < 0xFE10)
    return " ".join(kept.replace("\u200d", "").split()) if kept.strip("\u200d ") else "—"


def runs(text: str, style: Style = "text", language: str = "en") -> list[tuple[Font, str]]:
    """The text cut into runs, each with a font that has it. `language` (BCP 47) decides the shapes of shared Han characters."""
    chain = _chain(text, style, language)
    out: list[tuple[Font, str]] = []
    for c in text:
        stays = bool(out) and (c.isspace() or ord(c) in _JOINERS)
        face = out[-1][0] if stays else _first_with(chain, c)
        if out and out[-1][0] == face:
            out[-1] = (face, out[-1][1] + c)
        else:
            out.append((face, c))
    return out


def _first_with(chain: Sequence[Font], character: str) -> Font:
    return next((face for face in chain if _has(face, character)), chain[0])


def font_for(text: str, style: Style = "text", language: str = "en") -> Font:
    """The one font that shows most of a text: for those who can use only one (a subtitle style, a drawtext filter)."""
    by_font: dict[Font, int] = {}
    for face, part in runs(text, style, language):
        by_font[face] = by_font.get(face, 0) + len(part.strip())
    chain = _chain(text, style, language)
    letters = [c for c in text if not c.isspace()]
    whole = [face for face in chain if all(_has(face, c) for c in letters)]
    if whole:
        return max(whole, key=lambda face: (by_font.get(face, 0), -chain.index(face)))
    return max(by_font, key=lambda face: by_font[face], default=chain[0])


# ---------------------------------------------------------------- drawing and measuring with Pillow


def width(text: str, size: float, style: Style = "text", language: str = "en") -> float:
    """Pixels that a line of text takes at this size."""
    return sum(face.at(size).getlength(part) for face, part in runs(printable(text), style, language))


def write(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: float, fill: tuple[int, ...] | str, *, style: Style = "text", language: str = "en",
    anchor: Literal["left", "middle", "right"] = "left", stroke: float = 0, stroke_fill: tuple[int, ...] | str | None = None, tracking: float = 0,
) -> float:  # fmt: skip
    """Write one line with its baseline at `at` and return its width, both in pixels. `tracking` spaces letters, in ems."""
    text = printable(text)
    parts = runs(text, style, language)
    if tracking:
        parts = [(face, c) for face, part in parts for c in part]
    space = tracking * size
    total = sum(face.at(size).getlength(part) + space for face, part in parts) - space
    x = at[0] - {"left": 0.0, "middle": total / 2, "right": total}[anchor]
    if right_to_left(text):
        parts = [(face, piece) for face, part in parts[::-1] for piece in _space_first(part)]
    for face, part in parts:
        draw.text((x, at[1]), part, font=face.at(size), fill=fill, anchor="ls", stroke_width=stroke, stroke_fill=stroke_fill)
        x += face.at(size).getlength(part) + space
    return total


_BETWEEN = re.compile(r"[\s·•|&/+,;–—-]*")
"""What stands between words and belongs to the line, not to the word after it."""


def _space_first(part: str) -> list[str]:
    """A run in a line from the right, as it is laid from the left: of a word of a left-to-right script, what follows it stands on its left, and what
    leads to it (a space, a point between two names) on its right."""
    word = part.rstrip()
    if not word or right_to_left(part):
        return [part]
    lead = _BETWEEN.match(word)
    begins = lead.end() if lead and lead.end() < len(word) else 0
    return [piece for piece in (part[len(word) :], word[begins:], word[:begins]) if piece]


def right_to_left(text: str) -> bool:
    """Whether a text runs from the right: as its first letter does."""
    return next((unicodedata.bidirectional(c) in ("R", "AL") for c in text if unicodedata.bidirectional(c) in ("L", "R", "AL")), False)


def slants(text: str) -> bool:
    """Whether a text may be set in italics: scripts that know none are only bent by them."""
    return not any(unicodedata.bidirectional(c) in ("R", "AL") or unicodedata.east_asian_width(c) in ("W", "F") for c in text)


def wrap(text: str, size: float, width_px: float, *, lines: int = 99, style: Style = "text", language: str = "en") -> list[str]:
    """The text in lines of at most `width_px` pixels; cut with `…` where it needs more than `lines`."""
    out: list[str] = [""]
    for word in words(printable(text)):
        if width((out[-1] + word).strip(), size, style, language) <= width_px or not out[-1].strip():
            out[-1] += word
        else:
            out.append(word)
        while width(out[-1].strip(), size, style, language) > width_px and len(out[-1].strip()) > 1:
            out[-1:] = _broken(out[-1].strip(), size, width_px, style, language)
    out = [line.strip() for line in out if line.strip()]
    if len(out) > lines:
        last = out[lines - 1]
        while last and width(last + ELLIPSIS, size, style, language) > width_px:
            last = last[:-1]
        out = [*out[: lines - 1], last.rstrip(" ,;:.—–") + ELLIPSIS]
    return out


def _broken(word: str, size: float, width_px: float, style: Style, language: str) -> list[str]:
    """A word that is too long for a line, in what fits and the rest."""
    n = len(word) - 1
    while n > 1 and width(word[:n], size, style, language) > width_px:
        n -= 1
    return [word[:n], word[n:]]


def words(text: str) -> Iterable[str]:
    """Pieces between which a line may break: words with the space before them, single CJK characters with their punctuation."""
    piece = ""
    for c in text:
        wide = unicodedata.east_asian_width(c) in ("W", "F")
        if piece and (c == " " or (wide and unicodedata.category(c)[0] != "P")):
            yield piece
            piece = ""
        piece += c
    if piece:
        yield piece
