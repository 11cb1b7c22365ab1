"""When each line is said: all lines of a film spoken, fitted to their shots and laid on the film's time.

Lines of a shot follow one another with breaths. A shot too short for its lines has them said faster; what still does not fit runs on
into the next shot and pushes that one's lines back. No word is ever cut. Called by `core.film.mix`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

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


async def spoken_lines(workshop: Workshop, script: Script, times: Timeline, speaker: Speaker | None, on_done: OnDone) -> list[Placed]:
    """All lines in film order, said at their natural pace, faster where their shot is too short, and placed. `on_done` hears of each."""
    able = speaker if speaker and speaker.speaks(script.language) else None
    wanted = [Placed(shot.id, times.shot(shot.id).scene, line, 0.0, 0.0, None, ()) for shot in script.shots for line in shot.lines]
    parts = able.cast(script) if able else {}
    gate = asyncio.Semaphore(_AT_ONCE)

    async def say(placed: Placed) -> Placed:
        line = placed.line
        if able is None:
            seconds = spoken_s(line.text) / placed.tempo
            return replace(placed, seconds=seconds, words=tuple(words_of(line.text, seconds)))
        async with gate:
            made = await able.say(workshop, parts[line.speaker], line.text, line.delivery, placed.tempo)
        return replace(placed, made=made, seconds=float(made.facts["seconds"]), words=tuple((a, b, word) for a, b, word in made.facts["words"]))

    async def first(placed: Placed) -> Placed:
        said = await say(placed)
        await on_done()
        return said

    natural = list(await asyncio.gather(*map(first, wanted)))
    hurried = _hurried(natural, times)
    said = await asyncio.gather(*(say(line) if line.tempo > 1 else _same(line) for line in hurried))
    return _before_the_end(_placed(list(said), times), times)


async def _same(line: Placed) -> Placed:
    return line


def _by_shot(lines: list[Placed], times: Timeline) -> list[tuple[ShotSpan, list[Placed]]]:
    shots: dict[str, list[Placed]] = {}
    for line in lines:
        shots.setdefault(line.shot, []).append(line)
    return [(span, shots[span.id]) for span in times.shots if span.id in shots]


def _start(span: ShotSpan, free_s: float) -> float:
    return max(span.start_s + HEAD_S, free_s + BREATH_S if free_s else 0.0)


def _hurried(lines: list[Placed], times: Timeline) -> list[Placed]:
    """The lines with the tempo that their shots ask for, lengths foretold."""
    out: list[Placed] = []
    free_s = 0.0
    for span, own in _by_shot(lines, times):
        start = _start(span, free_s)
        speech = sum(line.seconds for line in own)
        room = span.end_s - TAIL_S - start - BREATH_S * (len(own) - 1)
        tempo = 1.0 if speech <= room else faster(1.0, speech / max(room, speech / TEMPO_MAX))
        out += [replace(line, tempo=tempo) for line in own]
        free_s = start + speech / tempo + BREATH_S * (len(own) - 1)
    return out


def _placed(lines: list[Placed], times: Timeline) -> list[Placed]:
    """The lines one after the other in their shots; spare time goes into head and breaths."""
    out: list[Placed] = []
    free_s = 0.0
    for span, own in _by_shot(lines, times):
        at = _start(span, free_s)
        spare = span.end_s - TAIL_S - at - sum(line.seconds for line in own) - BREATH_S * (len(own) - 1)
        leisure = min(LEISURE_S, max(0.0, spare) / (len(own) + 1))
        for line in own:
            at += leisure
            out.append(replace(line, at_s=round(at, 4), overrun_s=max(0.0, at + line.seconds - span.end_s)))
            at += line.seconds + BREATH_S
        free_s = at - BREATH_S
    return out


def _before_the_end(lines: list[Placed], times: Timeline) -> list[Placed]:
    """Lines that would run past the film's end moved forward: rather early than cut."""
    limit, out = times.duration_s - TAIL_S, []
    for line in reversed(lines):
        at = max(0.0, min(line.at_s, limit - line.seconds))
        limit = at - 0.02
        out.append(replace(line, at_s=round(at, 4)))
    return out[::-1]
