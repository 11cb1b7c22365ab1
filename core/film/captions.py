"""Captions as short upright films have them: a few words at a time, the one that is said now in the film's bright colour, burned in.

Called by `assemble` for formats that are watched without sound. Words take their true times from the speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pysubs2

from core import typography
from core.film.profiles import Profile
from core.film.subtitles import Spoken, Word, columns
from core.writing.script import FPS

COLUMNS_MAX = 17.0
"""Letters of one caption."""
WORDS_MAX = 4
PAUSE_S = 0.55
"""After a pause like this another caption begins."""
LINGER_S = 0.35
ENDS = tuple(".!?…。！？؟।")
SAID = pysubs2.Color(255, 209, 72)
"""The word that is said now."""
WHITE = "{\\c&HFFFFFF&}"


@dataclass(frozen=True)
class Caption:
    """A few words on the screen from `start_s` to `end_s`; of them `said` is being said."""

    start_s: float
    end_s: float
    words: tuple[str, ...]
    said: int


def captions(lines: Sequence[Spoken]) -> list[Caption]:
    """All captions in the order of time, never two at once."""
    out: list[Caption] = []
    groups = sorted((group for line in lines for group in _groups(_words(line))), key=lambda group: group[0].start_s)
    for i, group in enumerate(groups):
        limit = groups[i + 1][0].start_s if i + 1 < len(groups) else group[-1].end_s + LINGER_S
        end = max(group[-1].start_s + 1 / FPS, min(group[-1].end_s + LINGER_S, limit))
        starts = [word.start_s for word in group] + [end]
        texts = tuple(word.text for word in group)
        out += [Caption(_frame(a), _frame(b), texts, n) for n, (a, b) in enumerate(pairwise(starts)) if _frame(b) > _frame(a)]
    return out


def _frame(seconds: float) -> float:
    return round(seconds * FPS) / FPS


def _words(line: Spoken) -> list[Word]:
    """The line's words; spread evenly where their times are not known."""
    if line.words:
        return list(line.words)
    texts = list(typography.words(line.text))
    step = (line.end_s - line.start_s) / max(1, len(texts))
    return [Word(text.strip(), line.start_s + i * step, line.start_s + (i + 1) * step) for i, text in enumerate(texts) if text.strip()]


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand together: not more than fit, none beyond a sentence's end or a pause."""
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1] if groups else []
        wide = _joined([each.text for each in last] + [word.text])
        many = sum(1 for each in last if len(each.text) > 1 or not _is_wide(each.text))
        full = columns(wide) > COLUMNS_MAX or many >= WORDS_MAX
        if not last or full or last[-1].text.endswith(ENDS) or word.start_s - last[-1].end_s > PAUSE_S:
            groups.append([word])
        else:
            last.append(word)
    return groups


def _is_wide(text: str) -> bool:
    return columns(text[:1]) > 1


def _joined(words: Sequence[str]) -> str:
    return "".join(word if i == 0 or (_is_wide(word) and _is_wide(words[i - 1])) else f" {word}" for i, word in enumerate(words))


def ass(shown: Sequence[Caption], profile: Profile, language: str) -> str:
    """The captions for libass, inside the profile's safe area, in fonts that have their letters."""
    w, h, safe = profile.width, profile.height, profile.safe
    size = 0.088 * min(w, 0.9 * h)
    file = pysubs2.SSAFile()
    file.info.update(PlayResX=str(w), PlayResY=str(h), WrapStyle="2", ScaledBorderAndShadow="yes", **{"YCbCr Matrix": "TV.709"})
    file.styles["Default"] = pysubs2.SSAStyle(
        fontname=typography.font_for("a", "bold").family, fontsize=round(size * 1.2, 1), bold=True, primarycolor=pysubs2.Color(255, 255, 255),
        outlinecolor=pysubs2.Color(10, 9, 8), backcolor=pysubs2.Color(0, 0, 0, 120), outline=round(size * 0.11, 2), shadow=round(size * 0.04, 2),
        marginl=round(w * safe.left), marginr=round(w * safe.right), marginv=round(h * (safe.bottom + 0.05)), alignment=pysubs2.Alignment.BOTTOM_CENTER,
    )  # fmt: skip
    for one in shown:
        file.append(pysubs2.SSAEvent(round(one.start_s * 1000), round(one.end_s * 1000), _text(one, language)))
    return file.to_string("ass")


def _text(one: Caption, language: str) -> str:
    bright = f"{{\\c&H{SAID.b:02X}{SAID.g:02X}{SAID.r:02X}&}}"
    parts: list[str] = []
    for i, word in enumerate(one.words):
        before = "" if i == 0 or (_is_wide(word) and _is_wide(one.words[i - 1])) else " "
        written = _lettered(word, language)
        parts.append(before + (f"{bright}{written}{WHITE}" if i == one.said else written))
    if typography.right_to_left("".join(one.words)):  # libass lays out what stands between two marks from left to right, each word by itself
        return " ".join(part.strip() for part in reversed(parts))
    return "".join(parts)


def _lettered(word: str, language: str) -> str:
    plain = typography.printable(word).replace("{", "(").replace("}", ")").replace("\\", "/")
    if typography.right_to_left(plain):
        plain += "\u200f"  # keeps a closing mark on its word's left
    return "".join(f"{{\\fn{face.family}}}{part}" for face, part in typography.runs(plain, "bold", language))
