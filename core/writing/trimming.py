"""A script made to fit another length without writing anything: silent shots go first, then the middles of scenes; or shots stand longer.

Called for scripts that nobody here can tell anew: imported ones, and those in the form of a kind.
"""

from __future__ import annotations

from core.errors import WritingFailed
from core.writing import splice
from core.writing.checks import fitted
from core.writing.pacing import LENGTH_TOLERANCE, least_s
from core.writing.script import Script
from core.writing.splice import but

MEAN_SHOT_S_MAX = 8.0
"""A script is stretched until its shots last this long on average, not further."""


def trimmed(script: Script, length_s: float, opening_s: float, credits_s: float) -> Script:
    """The script in another length, titles included. WritingFailed where it would stand still or could not say what it says."""
    titles = but(script, opening_s=opening_s, credits_s=credits_s)
    room = length_s - opening_s - credits_s
    if length_s > script.length_s:
        if room / len(script.shots) > MEAN_SHOT_S_MAX:
            raise WritingFailed("this script was not written here, and without a model it cannot be told longer without standing still")
        return _exact(titles, length_s)
    kept = list(script.shots)

    def least() -> float:
        return sum(max(least_s(x), 2.0) for x in kept)

    for spare in sorted(kept[1:-1], key=lambda x: (bool(x.lines), x.size in ("CU", "ECU"), x.duration_s)):
        if least() <= room:
            break
        kept.remove(spare)
    if least() > room:
        raise WritingFailed(f"what is said in this script does not fit into {length_s} seconds")
    ids = {x.id for x in kept}
    scenes = [but(s, shots=tuple(x for x in s.shots if x.id in ids)) for s in script.scenes]
    shorter = splice.with_scenes(titles, [s for s in scenes if s.shots])
    return _exact(splice.rejoined(script, shorter), length_s)


def _exact(script: Script, length_s: float) -> Script:
    found = Script.model_validate(fitted(script, length_s).model_dump())
    if abs(found.length_s / length_s - 1) > LENGTH_TOLERANCE:
        raise WritingFailed(f"these {len(found.shots)} shots cannot run {length_s:g} seconds")
    return found
