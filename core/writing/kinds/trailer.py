"""A trailer: asks the film's question and does not answer it. Cut from a story that was written whole, so that what it shows belongs together.

Pictures before words, a narrator who says the logline in pieces, faster and faster, the title last.
"""

from __future__ import annotations

import re

from core.writing import pacing
from core.writing.checks import fitted
from core.writing.kinds.cards import card
from core.writing.script import FILM_S_MIN, NARRATOR, SHOT_S_MIN, Brief, Line, Script, Shot, quarter
from core.writing.splice import but, with_scenes

STORY_TIMES, STORY_S_MIN, STORY_S_MAX = 3, 60, 420
"""The story it is cut from runs so many times as long."""
SHOWN = 0.78
"""Nothing of the story's last part is shown: that is what the film is for."""
END_S = 3.0
SILENT_S_FIRST, SILENT_S_LAST = 2.5, 1.0
"""A picture without words stands so long at the beginning, and so long at the end."""
SAID_WORDS_MAX = 9
"""Only what is said in a breath is heard in a trailer."""
VOICED_EVERY = 5
"""After so many pictures the narrator has a word."""
VOICED_MAX, VOICED_WORDS_MAX = 3, 10
"""The narrator speaks so often at most; a longer sentence is said in two pieces."""


def wanted(brief: Brief) -> Brief:
    """The film to have written: the story that the trailer is for."""
    return but(brief, kind="film", length_s=max(STORY_S_MIN, min(STORY_S_MAX, STORY_TIMES * brief.length_s)))


def finished(script: Script, brief: Brief) -> Script:
    """The trailer of this story, as long as the brief asks."""
    room = brief.length_s - END_S
    voiced = _voiced(_paced(_chosen(script, room)), script)
    shots = {shot.id: shot for shot in _within(room, voiced)}
    scenes = [but(scene, shots=tuple(shots[shot.id] for shot in scene.shots if shot.id in shots)) for scene in script.scenes]
    whole = with_scenes(script, [scene for scene in scenes if scene.shots])
    seen = {id for shot in whole.shots for id in shot.characters}
    cut = but(whole, characters=tuple(one for one in script.characters if one.id in seen), kind="trailer", opening_s=0.0, credits_s=END_S)
    return fitted(but(cut, card=card("trailer", script.language)), quarter(max(FILM_S_MIN, brief.length_s)))


def _chosen(script: Script, room_s: float) -> list[Shot]:
    """The strongest shots of what may be shown, in the story's order, as many as there is room for."""
    shown = list(script.shots)[: max(3, round(len(script.shots) * SHOWN))]
    most = max(3, round(room_s / ((SILENT_S_FIRST + SILENT_S_LAST) / 2 + 0.4)))
    first = shown[0]
    ranked = sorted(shown[1:], key=_strength, reverse=True)[: most - 1]
    kept = {first.id, *(shot.id for shot in ranked)}
    return [shot for shot in shown if shot.id in kept]


def _strength(shot: Shot) -> float:
    """How much of a hook a shot is: something short that is said, a face, a thing, somebody moving."""
    said = [line for line in shot.lines if line.speaker != NARRATOR and len(line.text.split()) <= SAID_WORDS_MAX]
    asks = any(line.text.rstrip("”\"'").endswith(("?", "!")) for line in said)
    return 1.0 * bool(said) + 0.6 * asks + 0.5 * (shot.size in ("CU", "ECU", "INSERT")) + 0.4 * bool(shot.props) + 0.2 * (shot.move != "static")


def _paced(shots: list[Shot]) -> list[Shot]:
    """The shots without long speeches, each shorter than the one before unless something is said in it."""
    paced = []
    for n, shot in enumerate(shots):
        lines = tuple(line for line in shot.lines if line.speaker != NARRATOR and len(line.text.split()) <= SAID_WORDS_MAX)[:1]
        silent = SILENT_S_FIRST + (SILENT_S_LAST - SILENT_S_FIRST) * n / max(1, len(shots) - 1)
        brief = but(shot, lines=lines, transition="cut", continues=False, duration_s=max(SHOT_S_MIN, quarter(silent)))
        paced.append(but(brief, duration_s=max(brief.duration_s, pacing.least_s(brief)) if lines else brief.duration_s))
    return paced


def _within(room_s: float, shots: list[Shot]) -> list[Shot]:
    """What is weakest goes until the rest has room. The first picture and what the narrator says stay as long as anything else can go; where three
    pictures are still too long, the longest says nothing."""
    kept = list(shots)
    while sum(shot.duration_s for shot in kept) > room_s * 1.02 and len(kept) > 3:
        told = {line.speaker for shot in kept[1:] for line in shot.lines} > {NARRATOR}
        spare = [shot for shot in kept[1:] if not (told and any(line.speaker == NARRATOR for line in shot.lines))]
        kept.remove(min(spare, key=_strength))
    while sum(shot.duration_s for shot in kept) > room_s * 1.02 and any(shot.lines for shot in kept):
        longest = max((shot for shot in kept if shot.lines), key=lambda shot: shot.duration_s)
        kept[kept.index(longest)] = but(longest, lines=(), duration_s=SILENT_S_LAST)
    return kept


def _voiced(shots: list[Shot], script: Script) -> list[Shot]:
    """The narrator says the logline, sentence by sentence, over pictures in which nobody speaks."""
    told = _pieces(script.logline)
    silent = [n for n, shot in enumerate(shots) if not shot.lines]
    for n, sentence in zip(silent[:: max(1, min(VOICED_EVERY, len(silent) // max(1, len(told))))], told, strict=False):
        spoken = but(shots[n], lines=(Line(speaker=NARRATOR, text=sentence),))
        shots[n] = but(spoken, duration_s=max(shots[n].duration_s, pacing.least_s(spoken)))
    return shots


def _pieces(logline: str) -> list[str]:
    """What the narrator says: the logline's sentences, a long one in two."""
    pieces: list[str] = []
    for part in filter(str.strip, re.split(r"(?<=[.!?…。！？])\s+|;\s+", logline)):
        pieces += _halves(part) if len(part.split()) > VOICED_WORDS_MAX else [part]
    return [_sentence(piece) for piece in pieces][:VOICED_MAX]


def _halves(part: str) -> list[str]:
    """A long sentence in two, where a clause ends; whole where none does: two names with `and` between them are no two clauses."""
    for seam in (r",\s+(?=and |but )", r"\s+(?=but )", r",\s+"):
        halves = re.split(seam, part, maxsplit=1)
        if len(halves) == 2 and min(len(half.split()) for half in halves) > 2:
            return halves
    return [part]


def _sentence(part: str) -> str:
    """A piece of the logline as something that is said by itself."""
    part = part.strip()
    return (part[:1].upper() + part[1:]) if part[-1:] in ".!?…。！？" else f"{part[:1].upper()}{part[1:]}."
