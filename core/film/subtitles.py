"""Subtitles from the true times of the speech: cut into cues, broken into lines, timed for reading; SRT, VTT and burned.

`assemble` puts them into the film as a soft track or burns them; the files beside the film are written from the same cues.
What makes a subtitle readable: at most two lines of the profile's width, a break where the sentence breathes, at
least a second on the screen, no more than 17 characters a second where the film leaves the time, two frames between cues,
and no cue that hangs over a cut by a little: beginnings and ends near one are moved to it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import pysubs2

from core import typography
from core.film.phrases import phrases, unspaced
from core.film.profiles import Profile
from core.film.timeline import DISSOLVE_FRAMES, timeline
from core.writing.script import FPS, NARRATOR, Script

CPS = 17.0
"""Characters a second that a viewer reads at ease."""
CPS_WIDE = 8.0
"""The same for Chinese, Japanese and Korean signs."""
CUE_S_MIN = 1.0
LINGER_S_MAX = 1.5
"""How long a cue may stay after its words were said."""
CPS_WIDE_EASY = 5.0
"""So slowly such signs are read where the film leaves the time: the Japanese trade counts four, the Chinese nine."""
GAP = 2
"""Frames between two cues, and between the end of a cue and a cut."""
GAP_S = GAP / FPS
OVERLAP_S_MIN = 0.3
"""Two who speak at once for so long stand in one cue."""
NEAR = 12
"""Frames: what begins or ends so near a cut is moved to it, and what hangs over a cut hangs over it by as much at least."""
EARLY = 7
"""Frames: a cue that would begin so little before a cut begins with it; one that begins earlier begins `NEAR` before it."""
WIDE = 2.6
"""Columns one full-width sign takes of a line that holds 42 letters: 16 to a line."""
JAPANESE = 13 / 16
"""Japanese lines are shorter still: 13 signs of a line that holds 42 letters."""
CLOSING = set("、。，．・：；？！）」』】〕〉》”’…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}")
"""Signs that may not begin a line."""
_OPENING = set("（「『【〔〈《“‘([{")
"""Signs that may not end a line."""
_ARTICLES_AND_THE_LIKE = """
a an the of to in on at by for with and or but as if my your his her its our their this that
de la le les el los las un une der die das ein und
"""
_WEAK = frozenset(_ARTICLES_AND_THE_LIKE.split())
"""Words that should not end a line."""


@dataclass(frozen=True)
class Word:
    """One word as it is said. `text` stands in the line as written."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True)
class Spoken:
    """A line as it is said in the finished film. Seconds from its beginning."""

    shot: str
    speaker: str
    text: str
    start_s: float
    end_s: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Cue:
    """What stands on the screen from `start_s` to `end_s`: one or two lines. Italic is a voice over the picture."""

    start_s: float
    end_s: float
    lines: tuple[str, ...]
    italic: bool = False

    @property
    def text(self) -> str:
        """The lines as one text."""
        return " ".join(self.lines)

    @property
    def cps(self) -> float:
        """How fast it must be read, as a share of what is easy times `CPS`: full-width signs weigh more."""
        return reading_s(self.text) * CPS / max(1e-6, self.end_s - self.start_s)


def spoken_lines(facts: Sequence[dict[str, Any]]) -> list[Spoken]:
    """The soundtrack's `lines` facts as values."""
    return [
        Spoken(line["shot"], line["speaker"], line["text"], line["start_s"], line["end_s"],
               tuple(Word(text, start_s, end_s) for start_s, end_s, text in line.get("words", ())))
        for line in facts
    ]  # fmt: skip


def cues(script: Script, lines: Sequence[Spoken], profile: Profile) -> list[Cue]:
    """All cues of the film in the order of time, never two at once. A speaker who is not in the picture is named."""
    limit = line_chars(profile, script.language)
    rough: list[_Timed] = []
    said = sorted(lines, key=lambda x: x.start_s)
    skip = -1
    for i, line in enumerate(said):
        if i == skip:
            continue
        if i + 1 < len(said) and (both := _both(line, said[i + 1], limit)):
            rough.append(_Timed(line.start_s, max(line.end_s, said[i + 1].end_s), both, False))
            skip = i + 1
            continue
        free_s = min(said[i + 1].start_s if i + 1 < len(said) else script.length_s - script.credits_s, line.end_s + LINGER_S_MAX) - line.start_s
        name = _name_before(script, line)
        name = name if reading_s(name + line.text) <= free_s else ""  # the words come first
        rough += [_Timed(start, end, text, line.speaker == NARRATOR) for start, end, text in _timed_parts(line, name, limit)]
    return _snapped(_lingering(script, rough), cuts(script), limit)


def line_chars(profile: Profile, language: str) -> int:
    """How many letters a line of subtitles holds in this language; full-width signs take `WIDE` of them."""
    most = round(42 * JAPANESE) if language.split("-")[0].lower() == "ja" else profile.line_chars
    return min(profile.line_chars, most)


def cuts(script: Script) -> list[int]:
    """The frames at which another picture is seen: every shot's first (in a dissolve the middle of it), and the first of the end credits."""
    laid = timeline(script)
    found = [span.start + (DISSOLVE_FRAMES // 2 if span.dissolves_in else 0) for span in laid.shots]
    return [*found, *([laid.credits.start] if laid.credits.frames else [])]


@dataclass(frozen=True)
class _Timed:
    """A cue in the making: from when to when its words are said, in seconds of the film."""

    start_s: float
    end_s: float
    text: str
    italic: bool


def _lingering(script: Script, rough: Sequence[_Timed]) -> list[tuple[int, int, _Timed]]:
    """First frame and end of every cue: as long as its words take to say, and longer where they take longer to read and nothing comes after."""
    story_s = script.length_s - script.credits_s
    out: list[tuple[int, int, _Timed]] = []
    for i, cue in enumerate(rough):
        start = max(cue.start_s, out[-1][1] / FPS + GAP_S) if out else cue.start_s
        needs_s = max(CUE_S_MIN, reading_s(cue.text))  # over the credits a cue stands no longer than this
        limit = rough[i + 1].start_s - GAP_S if i + 1 < len(rough) else script.length_s
        limit = min(limit, cue.end_s + LINGER_S_MAX, max(cue.end_s, story_s, start + needs_s))
        wanted = max(needs_s, reading_s(cue.text, CPS_WIDE_EASY))
        end = max(min(start + wanted, limit), min(cue.end_s, limit))
        if round(end * FPS) > round(start * FPS):
            out.append((round(start * FPS), round(end * FPS), cue))
    return out


def _snapped(laid: Sequence[tuple[int, int, _Timed]], marks: Sequence[int], limit: int) -> list[Cue]:
    """The cues with beginnings and ends that lie near a cut moved to it, wherever they can still be read and stand apart."""
    out: list[Cue] = []
    free = 0  # the first frame at which the next cue may begin
    for i, (start, end, cue) in enumerate(laid):
        following = laid[i + 1][0] - GAP if i + 1 < len(laid) else 10**9
        needs = min(reading_s(cue.text) * FPS, end - start)  # what could not be read at ease before is not made worse
        moved = _beginning(start, marks)
        if free <= moved and end - moved >= needs:
            start = moved
        end = _ending(start, end, cue, marks, following=following, needs=needs)
        out.append(Cue(start / FPS, end / FPS, tuple(cue.text.split("\n")) if "\n" in cue.text else broken(cue.text, limit), cue.italic))
        free = end + GAP
    return out


def _beginning(start: int, marks: Sequence[int]) -> int:
    """Where a cue should begin that would begin at this frame."""
    nearest = min(marks, key=lambda mark: abs(mark - start), default=start)
    if nearest <= start <= nearest + NEAR or nearest - EARLY <= start < nearest:
        return nearest
    return nearest - NEAR if nearest - NEAR < start < nearest else start


def _ending(start: int, end: int, cue: _Timed, marks: Sequence[int], *, following: int, needs: float) -> int:
    """Where a cue should end that would end at this frame: just before a cut that is near, or well after it where its words run on over it."""
    mark = next((mark for mark in marks if mark - NEAR < end < mark + NEAR and mark > start + GAP), None)
    if mark is None:
        return end
    before, after = mark - GAP, mark + NEAR
    if end <= before:
        return before if before <= following else end
    hangs = cue.end_s * FPS - mark
    if before - start >= needs and hangs < EARLY:
        return before
    return after if after <= following else min(end, following)


def _both(line: Spoken, other: Spoken, limit: int) -> str:
    """Two who speak at once on two lines of one cue, each behind a dash; empty where they do not, or where it would not fit."""
    if line.speaker == other.speaker or NARRATOR in (line.speaker, other.speaker) or other.start_s > line.end_s - OVERLAP_S_MIN:
        return ""
    texts = [f"– {' '.join(each.text.split())}" for each in (line, other)]
    return "\n".join(texts) if all(columns(each) <= limit for each in texts) else ""


def reading_s(text: str, cps_wide: float = CPS_WIDE) -> float:
    """Seconds a viewer needs to read this at ease."""
    wide = sum(_is_wide(c) for c in text)
    return wide / cps_wide + (len(text) - wide) / CPS


def _name_before(script: Script, line: Spoken) -> str:
    """`MARA: ` where somebody speaks who is not seen."""
    if line.speaker == NARRATOR or line.speaker in script.shot(line.shot).characters:
        return ""
    name = script.character(line.speaker).name
    return f"{name}：" if any(map(_is_wide, name)) else f"{name.upper()}: "


# ---------------------------------------------------------------- where a text may be cut


def _is_wide(c: str) -> bool:
    return unicodedata.east_asian_width(c) in ("W", "F")


def columns(text: str) -> float:
    """Columns a text takes; a full-width sign takes more than a letter."""
    return sum(WIDE if _is_wide(c) else 1.0 for c in text)


def _units(text: str, limit: int) -> list[str]:
    """Pieces between which a line may break: words or phrases with their space (too long ones cut), with what must not stand alone."""
    units: list[str] = []
    for phrase in phrases(text):
        pieces = [phrase] if columns(phrase.rstrip()) <= limit else _cut(phrase, limit)
        for piece in pieces:
            if units and (piece[0] in CLOSING or units[-1][-1] in _OPENING):
                units[-1] += piece
            else:
                units.append(piece)
    return units


def _cut(phrase: str, limit: int) -> list[str]:
    """A phrase that no line holds, in what a line holds; signs that are written without spaces one by one."""
    if any(map(unspaced, phrase)):
        return list(phrase)
    return [phrase[i : i + limit] for i in range(0, len(phrase), limit)]


def _cut_cost(before: str, after: str) -> float:
    """How much it hurts to break here: nothing after a sentence, little after a comma, most after `the` or inside a Japanese word."""
    end = before.rstrip()
    if end.rstrip(" »”’\"'」』)").endswith(tuple(".!?…。！？؟।")):
        return 0.0
    if end.endswith(tuple(",;:–—、，；：،؛")):
        return 4.0
    if end and after and unspaced(end[-1]) and unspaced(after[0]):
        return 8.0
    return 24.0 if end.split()[-1:] and end.split()[-1].lower() in _WEAK else 12.0


def broken(text: str, limit: int) -> tuple[str, ...]:
    """The text on one line, or on two of about the same width, the lower one longer rather than the upper."""
    text = " ".join(text.split())
    if columns(text) <= limit:
        return (text,)
    units = _units(text, limit)
    best: tuple[float, tuple[str, ...]] | None = None
    for i in range(1, len(units)):
        upper, lower = "".join(units[:i]).strip(), "".join(units[i:]).strip()
        a, b = columns(upper), columns(lower)
        over = max(0.0, a - limit) + max(0.0, b - limit)
        cost = 100 * over + abs(a - b) * 0.6 + (2 if a > b else 0) + _cut_cost(upper, lower)
        if best is None or cost < best[0]:
            best = cost, (upper, lower)
    return best[1] if best else (text,)


def _fits(text: str, limit: int) -> bool:
    return all(columns(line) <= limit for line in broken(text, limit))


def _parts(text: str, limit: int) -> list[str]:
    """The text in as few cues as hold it, of about the same length, cut where the sentence breathes."""
    units = _units(" ".join(text.split()), limit)
    if _fits(text, limit) or len(units) < 2:
        return [text.strip()]
    target = columns(text) / ceil(columns(text) / (1.8 * limit))
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(units)
    for end in range(1, len(units) + 1):
        for start in range(end - 1, -1, -1):
            part = "".join(units[start:end]).strip()
            if columns(part) > 2 * limit and end - start > 1:
                break
            if end - start > 1 and not _fits(part, limit):
                continue
            last = end == len(units)
            cost = best[start][0] + 30 + 0.03 * (columns(part) - target) ** 2 + (0 if last else 4 * _cut_cost(part, units[end]))
            if cost < best[end][0]:
                best[end] = (cost, start)
    parts, end = [], len(units)
    while end:
        start = best[end][1]
        parts.append("".join(units[start:end]).strip())
        end = start
    return parts[::-1]


def _timed_parts(line: Spoken, name: str, limit: int) -> list[tuple[float, float, str]]:
    """The line's parts with the times at which their words are said."""
    parts = _parts(name + line.text, limit)
    at = _letter_times(line)
    total = max(1, sum(len(p.replace(" ", "")) for p in parts) - len(name.replace(" ", "")))
    out, said = [], 0
    for n, part in enumerate(parts):
        letters = len(part.replace(" ", "")) - (len(name.replace(" ", "")) if n == 0 else 0)
        start, end = at(said / total, True), at((said + letters) / total, False)
        out.append((start, end, part))
        said += letters
    return out


def _letter_times(line: Spoken) -> Any:
    """A function from a share of the line's letters to seconds: by its words where they are known, else evenly."""
    counts = [len(word.text.replace(" ", "")) for word in line.words]
    total = sum(counts)

    def at(share: float, begins: bool) -> float:
        if not total:
            return line.start_s + share * (line.end_s - line.start_s)
        done = 0.0
        for word, count in zip(line.words, counts, strict=True):
            middle = (done + count / 2) / total
            done += count
            if begins and share < middle:
                return word.start_s
            if not begins and share <= done / total + 0.5 * count / total:
                return word.end_s
        return line.words[-1].end_s

    return at


# ---------------------------------------------------------------- files


def srt(all_cues: Sequence[Cue]) -> str:
    """The cues as SubRip."""
    return _file(all_cues).to_string("srt")


def vtt(all_cues: Sequence[Cue]) -> str:
    """The cues as WebVTT."""
    return _file(all_cues).to_string("vtt")


def _directed(line: str) -> str:
    """A line that is mostly written from the right says so at both ends: players that take it for one from the left misplace its full stop."""
    letters = [unicodedata.bidirectional(c) for c in line]
    from_right = sum(kind in ("R", "AL") for kind in letters) > sum(kind == "L" for kind in letters)
    return f"{RIGHT_TO_LEFT_MARK}{line}{RIGHT_TO_LEFT_MARK}" if from_right else line


def _file(all_cues: Sequence[Cue]) -> pysubs2.SSAFile:
    file = pysubs2.SSAFile()
    for cue in all_cues:
        text = "\\N".join(_directed(line.replace("{", "(").replace("}", ")")) for line in cue.lines)
        file.append(pysubs2.SSAEvent(round(cue.start_s * 1000), round(cue.end_s * 1000), f"{{\\i1}}{text}{{\\i0}}" if _slanted(cue) else text))
    return file


def _slanted(cue: Cue) -> bool:
    return cue.italic and typography.slants(cue.text)


def ass(all_cues: Sequence[Cue], profile: Profile, language: str = "en") -> str:
    """The cues for libass, placed inside the profile's safe area, every run of text in a font that has its glyphs."""
    w, h, safe = profile.width, profile.height, profile.safe
    size = 0.054 * min(h, 1.02 * w)
    first = typography.font_for("a", "bold")
    file = pysubs2.SSAFile()
    file.info.update(PlayResX=str(w), PlayResY=str(h), WrapStyle="2", ScaledBorderAndShadow="yes", **{"YCbCr Matrix": "TV.709"})
    file.styles["Default"] = pysubs2.SSAStyle(
        fontname=first.family, fontsize=round(size * first.line, 1), primarycolor=pysubs2.Color(250, 247, 240),
        outlinecolor=pysubs2.Color(8, 8, 12, 40), backcolor=pysubs2.Color(0, 0, 0, 150), outline=round(size * 0.075, 2), shadow=round(size * 0.045, 2),
        marginl=round(w * safe.left), marginr=round(w * safe.right), marginv=round(h * safe.bottom), alignment=pysubs2.Alignment.BOTTOM_CENTER,
    )  # fmt: skip
    for cue in all_cues:
        small = fitting(cue.lines, size, profile, language)
        lines = (_with_fonts(line, small, language) for line in cue.lines)
        text = "\\N".join(lines)
        file.append(pysubs2.SSAEvent(round(cue.start_s * 1000), round(cue.end_s * 1000), f"{{\\i1}}{text}" if _slanted(cue) else text))
    return file.to_string("ass")


def fitting(lines: Sequence[str], size: float, profile: Profile, language: str) -> float:
    """The em in pixels, `size` at most, at which these lines stay inside the profile's safe area: letters are not alike in width."""
    free = (1 - profile.safe.left - profile.safe.right) * profile.width
    widest = max(typography.width(line, size, "bold", language) for line in lines)
    return size * min(1.0, free / max(widest, 1.0))


RIGHT_TO_LEFT_MARK = "\u200f"


def _with_fonts(line: str, size: float, language: str) -> str:
    return laid_out([(f"{{{face_of(face, size)}}}", part) for face, part in typography.runs(escaped(line), "bold", language) if part])


def face_of(face: typography.Font, size: float) -> str:
    """libass' marks for a font whose em is `size` pixels, whatever the height of its lines."""
    return f"\\fn{face.family}\\fs{size * face.line:.1f}"


def escaped(text: str) -> str:
    """A text as libass may be given it: only what can be shown, and nothing that it would take for a mark."""
    return typography.printable(text).replace("{", "(").replace("}", ")").replace("\\", "/")


def laid_out(pieces: Sequence[tuple[str, str]]) -> str:
    """A line for libass from its pieces in reading order, each with the marks (`{…}`) that give its look.

    libass lays pieces of different looks from left to right, each for itself: those of a line from the right are turned round, neighbours of one
    look stay one piece, and a mark on both sides of each keeps its signs (quotes, a full stop) on the side where they are read.
    """
    merged: list[tuple[str, str]] = []
    for look, text in pieces:
        if merged and merged[-1][0] == look:
            merged[-1] = look, merged[-1][1] + text
        else:
            merged.append((look, text))
    if not typography.right_to_left("".join(text for _, text in merged)):
        return "".join(look + text for look, text in merged)
    out = ""
    for n, (look, text) in enumerate(reversed(merged)):
        following = merged[len(merged) - n][1] if n else ""
        gap = " " if n and (text != text.rstrip() or following != following.lstrip()) else ""
        said = text.strip()
        foreign = any(unicodedata.bidirectional(c) == "L" for c in said) and not typography.right_to_left(said)
        mark = "" if foreign or not said else RIGHT_TO_LEFT_MARK
        out += f"{gap}{look}{mark}{said}{mark}"
    return out
