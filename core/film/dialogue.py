"""When each line is said: all lines of a film spoken, fitted to their shots and laid on the film's time.

Lines of a shot follow one another with breaths, or begin before the last one has ended where the script says that they overlap. What somebody
recorded themselves (`own_voice`) is heard as it is, never faster. A shot too short for its lines has them said faster; what still does not fit runs on
into the next shot and pushes that one's lines back. No word is ever cut. Called by `core.film.mix`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.film import own_voice
from core.film.own_voice import OwnLine
from core.film.spoken import words_of
from core.film.timeline import ShotSpan, Timeline
from core.film.voices import TEMPO_MAX, Speaker, faster
from core.workshop import Made, Workshop
from core.writing.pacing import spoken_s
from core.writing.script import Line, Script

HEAD_S = 0.3
"""A shot is seen for so long before somebody speaks in it."""
TAIL_S = 0.15
BREATH_S = 0.3
"""Between two lines."""
LEISURE_S = 0.5
"""Where there is time, a breath may grow by so much."""
OVERLAP_S_MAX = 1.4
"""So much of a line may be talked over."""
EARLY_S = 1.2
"""A line that cuts in may be heard so long before its shot is seen."""
_AT_ONCE = 8

OnDone = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Placed:
    """A line on the film's time. `made` is None where nobody can speak it; its times are then those a reader needs."""

    shot: str
    scene: str
    line: Line
    at_s: float
    seconds: float
    made: Made | None
    words: tuple[tuple[float, float, str], ...]
    """(start, end, word) in seconds from the line's beginning."""
    tempo: float = 1.0
    overrun_s: float = 0.0
    """By how much it runs on after its shot."""
    own: bool = False
    """Somebody's own recording."""

    @property
    def end_s(self) -> float:
        """Seconds from the film's beginning."""
        return self.at_s + self.seconds

    @property
    def facts(self) -> dict[str, Any]:
        """What subtitles need: `shot`, `speaker`, `text`, `start_s`, `end_s`, `words` in film time."""
        words = [[round(self.at_s + a, 3), round(self.at_s + b, 3), word] for a, b, word in self.words]
        return {
            "shot": self.shot, "scene": self.scene, "speaker": self.line.speaker, "text": self.line.text, "start_s": round(self.at_s, 3),
            "end_s": round(self.end_s, 3), "words": words, "voiced": self.made is not None, "overrun_s": round(self.overrun_s, 3),
        }  # fmt: skip


async def spoken_lines(
    workshop: Workshop, script: Script, times: Timeline, speaker: Speaker | None, on_done: OnDone, own: Sequence[OwnLine] = ()
) -> list[Placed]:  # fmt: skip
    """All lines in film order, said at their natural pace, faster where their shot is too short, and placed. `on_done` hears of each.

    `own`: lines that somebody recorded; they count while the shot still says those very words.
    """
    able = speaker if speaker and speaker.speaks(script.language) else None
    wanted = [Placed(shot.id, times.shot(shot.id).scene, line, 0.0, 0.0, None, ()) for shot in script.shots for line in shot.lines]
    parts = able.cast(script) if able else {}
    gate = asyncio.Semaphore(_AT_ONCE)
    recorded = {(each.shot, each.text): each for each in own}

    async def say(placed: Placed) -> Placed:
        line = placed.line
        if mine := recorded.get((placed.shot, line.text)):
            async with gate:
                return _with(placed, await own_voice.said(workshop, mine), own=True)
        if able is None:
            seconds = spoken_s(line.text) / placed.tempo
            return replace(placed, seconds=seconds, words=tuple(words_of(line.text, seconds)))
        async with gate:
            return _with(placed, await able.say(workshop, parts[line.speaker], line.text, line.delivery, placed.tempo))

    async def first(placed: Placed) -> Placed:
        said = await say(placed)
        await on_done()
        return said

    natural = list(await asyncio.gather(*map(first, wanted)))
    hurried = _hurried(natural, times)
    said = await asyncio.gather(*(say(line) if line.tempo > 1 else _same(line) for line in hurried))
    return _before_the_end(_placed(list(said), times), times)


def _with(placed: Placed, made: Made, *, own: bool = False) -> Placed:
    words = tuple((a, b, word) for a, b, word in made.facts["words"])
    return replace(placed, made=made, seconds=float(made.facts["seconds"]), words=words, own=own)


async def _same(line: Placed) -> Placed:
    return line


def _by_shot(lines: list[Placed], times: Timeline) -> list[tuple[ShotSpan, list[Placed]]]:
    shots: dict[str, list[Placed]] = {}
    for line in lines:
        shots.setdefault(line.shot, []).append(line)
    return [(span, shots[span.id]) for span in times.shots if span.id in shots]


def _start(span: ShotSpan, free_s: float) -> float:
    return max(span.start_s + HEAD_S, free_s + BREATH_S if free_s else 0.0)


def _step(before: Placed, line: Placed) -> float:
    """Seconds between the end of a line and the beginning of the next: a breath, or less than nothing where they overlap."""
    return -min(OVERLAP_S_MAX, before.seconds / 2, line.seconds * 0.8) if line.line.overlaps else BREATH_S


def _length(own: list[Placed]) -> float:
    """Seconds from the first word of a shot's lines to the last."""
    end = at = 0.0
    for n, line in enumerate(own):
        at = at + own[n - 1].seconds + _step(own[n - 1], line) if n else 0.0
        end = max(end, at + line.seconds)
    return end


def _hurried(lines: list[Placed], times: Timeline) -> list[Placed]:
    """The lines with the tempo that their shots ask for, lengths foretold."""
    out: list[Placed] = []
    free_s = 0.0
    for span, own in _by_shot(lines, times):
        start = _start(span, free_s)
        speech = sum(line.seconds for line in own)
        room = span.end_s - TAIL_S - start - (_length(own) - speech)
        tempo = 1.0 if speech <= room else faster(1.0, speech / max(room, speech / TEMPO_MAX))
        out += [line if line.own else replace(line, tempo=tempo) for line in own]
        free_s = start + _length(own) - speech * (1 - 1 / tempo)
    return out


def _placed(lines: list[Placed], times: Timeline) -> list[Placed]:
    """The lines one after the other in their shots; spare time goes into head and breaths."""
    out: list[Placed] = []
    free_s = 0.0
    for span, own in _by_shot(lines, times):
        at = _start(span, free_s)
        if out and own[0].line.overlaps:  # it is heard before it is seen
            at = max(out[-1].at_s + 0.2, out[-1].end_s + _step(out[-1], own[0]), span.start_s - EARLY_S)
        spare = span.end_s - TAIL_S - at - _length(own)
        leisure = min(LEISURE_S, max(0.0, spare) / (len(own) + 1))
        for n, line in enumerate(own):
            if n:
                at += own[n - 1].seconds + _step(own[n - 1], line)
            at += 0.0 if line.line.overlaps else leisure
            out.append(replace(line, at_s=round(at, 4), overrun_s=max(0.0, at + line.seconds - span.end_s)))
            free_s = max(free_s, at + line.seconds)
    return out


def _before_the_end(lines: list[Placed], times: Timeline) -> list[Placed]:
    """Lines that would run past the film's end moved forward: rather early than cut. Those that overlap go on overlapping."""
    limit, out = times.duration_s - TAIL_S, []
    for n, line in reversed(list(enumerate(lines))):
        at = max(0.0, min(line.at_s, limit - line.seconds))
        over = max(0.0, lines[n - 1].end_s - line.at_s) if n and line.line.overlaps else 0.0
        limit = max(at - 0.02, min(at + over, times.duration_s - TAIL_S) if over else 0.0)
        out.append(replace(line, at_s=round(at, 4)))
    return out[::-1]
