"""Captions as short upright films have them: a few words at a time, the one that is said now in the film's bright colour, burned in.

Called by `assemble` for formats that are watched without sound. Words take their true times from the speech.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import pysubs2

from core import typography
from core.film.phrases import phrases, unspaced
from core.film.profiles import Profile
from core.film.subtitles import CLOSING, WIDE, Spoken, Word, columns, escaped, face_of, fitting, laid_out
from core.writing.script import FPS

COLUMNS_MAX = 17.0
"""Letters of one caption."""
SIGN = 2.1
"""Letters that a full-width sign is as wide as: eight of them fill a caption."""
WORDS_MAX = 4
PAUSE_S = 0.55
"""After a pause like this another caption begins."""
LINGER_S = 0.35
ENDS = tuple(".!?…。！？؟।")
SAID = pysubs2.Color(255, 209, 72)
"""The word that is said now."""
WHITE = "\\c&HFFFFFF&"


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
    """The line's words, or phrases where its script has no spaces; their times spread by letters over what is known of it."""
    known = line.words or (Word(line.text, line.start_s, line.end_s),)
    letters = [letter for word in known for letter in _spread(word)]
    out: list[Word] = []
    for phrase in phrases(" ".join(word.text for word in known) if _spaced(line.text) else line.text):
        text = phrase.strip()
        own, letters = letters[: len(_bare(text))], letters[len(_bare(text)) :]
        if own:
            out.append(Word(text, own[0][0], own[-1][1]))
        elif text and out:  # signs that nobody says stand with the word before them
            out[-1] = Word(f"{out[-1].text}{text}", out[-1].start_s, out[-1].end_s)
    return [piece for word in out for piece in _fitting(word)]


def _bare(text: str) -> str:
    return "".join(text.split())


def _spaced(text: str) -> bool:
    return not any(map(unspaced, text))


def _spread(word: Word) -> list[tuple[float, float]]:
    """When each of a word's letters is said."""
    count = len(_bare(word.text))
    step = (word.end_s - word.start_s) / max(1, count)
    return [(word.start_s + i * step, word.start_s + (i + 1) * step) for i in range(count)]


def width(text: str) -> float:
    """How wide a text is, in letters."""
    signs = (columns(text) - len(text)) / (WIDE - 1)
    return len(text) + (SIGN - 1) * signs


def _fitting(word: Word) -> list[Word]:
    """A phrase too wide for a caption, in as few pieces as can be, alike in length."""
    if width(word.text) <= COLUMNS_MAX or _spaced(word.text):
        return [word]
    signs, times = _bare(word.text), _spread(word)
    count = ceil(width(signs) / COLUMNS_MAX)
    edges = [_edge(signs, round(i * len(signs) / count)) for i in range(count + 1)]
    return [Word(signs[a:b], times[a][0], times[b - 1][1]) for a, b in pairwise(edges)]


def _edge(signs: str, at: int) -> int:
    """Where a piece may begin: no mark, and no sign that closes something, stands first."""
    while 0 < at < len(signs) and (signs[at] in CLOSING or unicodedata.category(signs[at]).startswith("M")):
        at -= 1
    return at


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand together: not more than fit, none beyond a sentence's end or a pause."""
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1] if groups else []
        wide = _joined([each.text for each in last] + [word.text])
        many = sum(1 for each in last if len(each.text) > 1 or not unspaced(each.text))
        full = width(wide) > COLUMNS_MAX or many >= WORDS_MAX
        if not last or full or last[-1].text.endswith(ENDS) or word.start_s - last[-1].end_s > PAUSE_S:
            groups.append([word])
        else:
            last.append(word)
    return groups


def _close(before: str, after: str) -> bool:
    """Whether nothing stands between two words."""
    return unspaced(before[-1]) and unspaced(after[0])


def _joined(words: Sequence[str]) -> str:
    return "".join(word if i == 0 or _close(words[i - 1], word) else f" {word}" for i, word in enumerate(words))


def ass(shown: Sequence[Caption], profile: Profile, language: str) -> str:
    """The captions for libass, inside the profile's safe area, in fonts that have their letters."""
    w, h, safe = profile.width, profile.height, profile.safe
    size = 0.088 * min(w, 0.9 * h)
    first = typography.font_for("a", "bold")
    file = pysubs2.SSAFile()
    file.info.update(PlayResX=str(w), PlayResY=str(h), WrapStyle="2", ScaledBorderAndShadow="yes", **{"YCbCr Matrix": "TV.709"})
    file.styles["Default"] = pysubs2.SSAStyle(
        fontname=first.family, fontsize=round(size * first.line, 1), bold=True, primarycolor=pysubs2.Color(255, 255, 255),
        outlinecolor=pysubs2.Color(10, 9, 8), backcolor=pysubs2.Color(0, 0, 0, 120), outline=round(size * 0.11, 2), shadow=round(size * 0.04, 2),
        marginl=round(w * safe.left), marginr=round(w * safe.right), marginv=round(h * (safe.bottom + 0.05)), alignment=pysubs2.Alignment.BOTTOM_CENTER,
    )  # fmt: skip
    for one in shown:
        small = fitting([_joined(one.words)], size, profile, language)
        file.append(pysubs2.SSAEvent(round(one.start_s * 1000), round(one.end_s * 1000), _text(one, small, language)))
    return file.to_string("ass")


def _text(one: Caption, size: float, language: str) -> str:
    bright = f"\\c&H{SAID.b:02X}{SAID.g:02X}{SAID.r:02X}&"
    pieces: list[tuple[str, str]] = []
    for i, word in enumerate(one.words):
        gap = "" if i + 1 == len(one.words) or _close(word, one.words[i + 1]) else " "
        parts = typography.runs(escaped(word) + gap, "bold", language)
        pieces += [(f"{{{face_of(face, size)}{bright if i == one.said else WHITE}}}", part) for face, part in parts]
    return laid_out(pieces)
