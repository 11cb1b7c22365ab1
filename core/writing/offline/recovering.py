"""Finds the film behind a script: which plot, in which tone, told how. Called by `resizing` and `rewriting`.

A script does not say where it came from. The candidates whose logline or title it bears are told again and compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.errors import WritingFailed
from core.writing import splice
from core.writing.offline.composing import Film, Telling, loglined, tell, titled, written
from core.writing.offline.parse import parse
from core.writing.offline.pieces import plain
from core.writing.offline.plots import TONES, plots
from core.writing.offline.timing import up
from core.writing.script import Brief, Script, Shot

SALTS = ("", "1", "2", "3")
"""Other tellings of the same film, tried in this order where the first has a slip."""
ALIKE = 0.3
"""This share of its shots must say or show the same for a script to be taken for a film's."""


@dataclass(frozen=True)
class Recovered:
    """The film behind a script, told again as it was before anybody edited it."""

    telling: Telling
    script: Script


def recovered(brief: Brief, script: Script) -> Recovered | None:
    """The film that this script was written from; None where it did not come from here."""
    idea = parse(brief.idea)
    lengths = list(dict.fromkeys([brief.length_s, up(script.length_s)]))
    best: tuple[float, Recovered] | None = None
    for plot in plots().values():
        for tone in TONES:
            film = Film(idea, plot, tone, brief.seed)
            if not _could_be(film, script):
                continue
            for salt in SALTS:
                for length in lengths:
                    found = _told_again(replace(film, salt=salt), length, script)
                    if found is None:
                        continue
                    share = alike(script, found.script)
                    if best is None or share > best[0]:
                        best = (share, found)
                    if share > 0.999:
                        return found
    return best[1] if best and best[0] > ALIKE else None


def _could_be(film: Film, script: Script) -> bool:
    options = len(film.plot.loglines)
    return script.logline in {loglined(film, n) for n in range(options)} or script.title == titled(film)


def _told_again(film: Film, length_s: float, script: Script) -> Recovered | None:
    try:
        telling = tell(film, length_s)
    except WritingFailed:
        return None
    return Recovered(telling, written(telling, script.title, script.logline))


def alike(one: Script, other: Script) -> float:
    """How much of two scripts is the same, 0 to 1: what is said or seen, and in which mood."""
    shares = []
    for part in (signature, _picture):
        a, b = {part(x) for x in one.shots}, {part(x) for x in other.shots}
        shares.append(len(a & b) / max(1, len(a | b)))
    moods = [x.mood for x in one.scenes] == [x.mood for x in other.scenes]
    return 0.6 * shares[0] + 0.3 * shares[1] + 0.1 * moods


def signature(shot: Shot) -> str:
    """What a shot is known by: what is said in it, else what is seen."""
    said = " ".join(plain(line.text) for line in shot.lines)
    return f"said {said}" if said else f"seen {plain(shot.action)}"


def _picture(shot: Shot) -> str:
    return plain(shot.action)


def renamed(text: str, was: Script, now: Script) -> str:
    """A text of the first telling with the names that people bear now."""
    present = {c.id: c.name for c in now.characters}
    for c in was.characters:
        new = present.get(c.id, c.name)
        if new != c.name:
            text = splice.renaming(c.name, new, [x.name for x in was.characters if x.id != c.id])(text)
    return text
