"""The film's hand: its palette by mood, and words set in it. Titles, credits, posters and covers use it, so they belong together.

Type is drawn with Pillow into transparent pictures of which alpha is all that matters; colour and light are given by whoever lays them over
a picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core import typography
from core.typography import Style
from core.writing.script import NARRATOR, Mood, Script

Alpha = NDArray[np.uint8]
"""Height × width: how much ink stands where, 0 to 255."""
RGB = tuple[int, int, int]
WORD_MAX = 40
"""A longer word of a title is broken."""
WORDS = Path(__file__).with_name("credit_words.yaml")


@dataclass(frozen=True)
class Look:
    """Colours and letters of a film. `shade` is its darkest colour, `glow` its light, `ink` the letters, `accent` the one bright note."""

    shade: RGB
    glow: RGB
    ink: RGB
    accent: RGB
    title: Style
    capitals: bool
    tracking: float
    """Space between the title's letters, in ems."""


_LOOKS: dict[Mood, Look] = {
    "warm": Look((38, 20, 14), (232, 160, 88), (255, 242, 220), (240, 170, 84), "title", False, 0.01),
    "hope": Look((18, 30, 44), (244, 196, 132), (255, 246, 228), (250, 190, 96), "title", False, 0.02),
    "joyful": Look((40, 22, 40), (252, 190, 110), (255, 247, 226), (255, 140, 96), "title", False, 0.0),
    "wonder": Look((14, 18, 44), (138, 164, 240), (240, 244, 255), (168, 190, 255), "title", True, 0.14),
    "tender": Look((38, 22, 34), (236, 164, 160), (255, 240, 234), (244, 160, 150), "title_italic", False, 0.0),
    "melancholy": Look((16, 24, 34), (150, 178, 196), (236, 242, 246), (158, 190, 208), "title_italic", False, 0.01),
    "tense": Look((12, 16, 20), (176, 190, 170), (240, 242, 232), (226, 92, 60), "title", True, 0.18),
    "dread": Look((14, 8, 10), (170, 60, 44), (244, 232, 222), (208, 52, 36), "title", True, 0.22),
}


def mood_of(script: Script) -> Mood:
    """The mood most of the film is in, by its seconds."""
    seconds: Counter[Mood] = Counter()
    for scene in script.scenes:
        seconds[scene.mood] += round(1000 * scene.duration_s)
    return seconds.most_common(1)[0][0] if seconds else "warm"


def look_for(mood: Mood) -> Look:
    """The colours and letters of a mood."""
    return _LOOKS[mood]


def look_of(script: Script) -> Look:
    """The film's colours and letters."""
    return _LOOKS[mood_of(script)]


# ---------------------------------------------------------------- words


@cache
def _words() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return loaded


def words(language: str) -> dict[str, str]:
    """The wordings of titles and credits in this language, in English where it is not known."""
    return _words().get(language.split("-")[0].lower(), _words()["en"])


_ATTACHED = frozenset({"ar", "he"})
"""Languages whose `and` is written with the word after it."""
_COMMA = {"ar": "، ", "fa": "، "}


def by_line(makers: Sequence[str], language: str) -> str:
    """`A film by Ana, Ben and Cai`; empty where nobody is named."""
    if not makers:
        return ""
    said, own = words(language), language.split("-")[0].lower()
    close = any(ord(c) > 0x2E7F for c in said["and"])
    joint = said["and"] if close else f" {said['and']}" if own in _ATTACHED else f" {said['and']} "
    comma = said["and"] if close else _COMMA.get(own, ", ")
    names = joint.join(filter(None, [comma.join(makers[:-1]), makers[-1]]))
    return said["by"].format(makers=names)


def speakers(script: Script) -> tuple[list[str], list[str]]:
    """Names of those who speak, the most lines first, the narrator last; and of those who are only seen."""
    said = Counter(line.speaker for shot in script.shots for line in shot.lines)
    seen = Counter(id for shot in script.shots for id in shot.characters)
    cast = [c for c in script.characters if said[c.id] or seen[c.id]]
    heard = [c.name for c in sorted(cast, key=lambda c: -said[c.id]) if said[c.id]]
    if said[NARRATOR]:
        heard.append(words(script.language)["narrator"])
    return heard, [c.name for c in cast if not said[c.id]]


# ---------------------------------------------------------------- type


def _spaced(text: str, tracking: float) -> float:
    """Tracking that this text bears: none where letters join or signs are full-width."""
    return tracking if all(ord(c) < 0x0590 for c in text) else 0.0


def _set_width(text: str, size: float, style: Style, tracking: float, language: str) -> float:
    spaced = _spaced(text, tracking)
    if not spaced:
        return typography.width(text, size, style, language)
    return sum(typography.width(c, size, style, language) if not c.isspace() else 0.26 * size for c in text) + spaced * size * (len(text) - 1)


def line_alpha(text: str, size: float, style: Style = "text", *, tracking: float = 0.0, language: str = "en") -> Alpha:
    """One line of text, cropped to its width; its height is 1.5 × `size`, the baseline at 1.1 × `size`."""
    text = typography.printable(text)
    spaced = _spaced(text, tracking)
    width = max(2, round(_set_width(text, size, style, tracking, language) + 0.3 * size))
    canvas = Image.new("L", (width, max(2, round(1.5 * size))))
    typography.write(ImageDraw.Draw(canvas), (0.15 * size, 1.1 * size), text, size, (255,), style=style, language=language, tracking=spaced)
    return np.asarray(canvas)


def title_lines(title: str, look: Look, width: float, height: float, size_max: float, language: str = "en", lines_max: int = 3) -> tuple[list[str], float]:
    """The title broken into balanced lines, and the largest size (pixels, at most `size_max`) at which they fit the box."""
    text = typography.printable(title.upper() if look.capitals else title)
    best: tuple[float, list[str], float] | None = None
    for n in range(1, lines_max + 1):
        lines = _balanced(text, n, look, language)
        widest = max(_set_width(line, 100, look.title, look.tracking, language) + 30 for line in lines) / 100
        size = min(size_max, width / widest, height / (1.1 * len(lines) + 0.3))
        lonely = any(len(line) <= 4 for line in lines) and len(lines) > 1
        worth = size * (1 - 0.2 * (len(lines) - 1)) * (0.85 if lonely else 1)
        if best is None or worth > best[0]:
            best = worth, lines, size
    assert best
    return best[1], best[2]


def _balanced(text: str, n: int, look: Look, language: str) -> list[str]:
    """The text on n lines whose widest is as narrow as can be; a short word does not end a line."""
    pieces = [word[i : i + WORD_MAX] for word in typography.words(text) for i in range(0, len(word), WORD_MAX)]
    widths = [_set_width(p.strip() or " ", 100, look.title, look.tracking, language) + 30 for p in pieces]
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for line in range(1, n + 1):
        for end in range(line, len(pieces) + 1):
            for start in range(line - 1, end):
                if (line - 1, start) in best:
                    worst, lines = best[line - 1, start]
                    poor = 60 if end < len(pieces) and len(pieces[end - 1].strip()) <= 4 else 0
                    cost = max(worst, sum(widths[start:end]) + poor)
                    if (line, end) not in best or cost < best[line, end][0]:
                        best[line, end] = cost, [*lines, "".join(pieces[start:end]).strip()]
    return best.get((n, len(pieces)), (0.0, [text.strip()]))[1]


def title_alpha(
    title: str, look: Look, width: float, height: float, size_max: float, *, centred: bool = True, language: str = "en", lines_max: int = 3
) -> tuple[Alpha, float]:
    """The title set in the film's letters inside a box of these pixels, cropped; and the size it was set at."""
    lines, size = title_lines(title, look, width, height, size_max, language, lines_max)
    set_lines = [line_alpha(line, size, look.title, tracking=look.tracking, language=language) for line in lines]
    return stacked(set_lines, 1.1 * size, centred=centred), size


def stacked(set_lines: Sequence[Alpha], step: float, *, centred: bool = True) -> Alpha:
    """Lines of type below each other, `step` pixels from baseline to baseline."""
    width = max(line.shape[1] for line in set_lines)
    canvas = np.zeros((round(step * (len(set_lines) - 1)) + set_lines[-1].shape[0], width), np.uint8)
    for i, line in enumerate(set_lines):
        x, y = (width - line.shape[1]) // 2 if centred else 0, round(i * step)
        place = canvas[y : y + line.shape[0], x : x + line.shape[1]]
        np.maximum(place, line[: place.shape[0]], out=place)
    return canvas


def fitted_line(text: str, width: float, size: float, style: Style = "text", *, tracking: float = 0.0, language: str = "en") -> Alpha:
    """One line of text, made smaller than `size` (pixels) where it would be wider than `width`; below half of it it is cut with an ellipsis."""
    text = typography.printable(text)
    takes = _set_width(text, size, style, _spaced(text, tracking), language) + 0.3 * size
    size = max(size / 2, min(size, size * width / takes))
    [line, *_] = typography.wrap(text, size, width, lines=1, style=style, language=language) if not tracking else [text]
    return line_alpha(line, size, style, tracking=tracking, language=language)


def wrapped_names(names: Sequence[str], size: float, width: float, language: str = "en") -> list[str]:
    """Names beside each other with a dot between them, in lines of at most `width` pixels; no name is broken."""
    lines = [""]
    for name in names:
        longer = f"{lines[-1]}  ·  {name}" if lines[-1] else name
        if lines[-1] and typography.width(longer, size, "title", language) > width:
            lines.append(name)
        else:
            lines[-1] = longer
    return lines
