"""A series: an episode opens with what happened before, keeps the people it has, and closes on what is to come.

The story between is a whole one. The people of the episode before play in this one wherever its parts can be theirs (same gender, and no more and
no less of an animal), with their looks, clothes and voices; so do its places where the story has one of the same kind.
"""

from __future__ import annotations

from core.writing import pacing
from core.writing.applying import apply
from core.writing.checks import fitted
from core.writing.edits import Edit, Recast
from core.writing.kinds.cards import card
from core.writing.script import NARRATOR, Brief, Character, Line, Location, Memory, Scene, Script, Shot, ShotSize, quarter
from core.writing.splice import Ids, but

RECAP_SHOTS, RECAP_S = 3, 2.0
TEASER_S_MIN = 2.5
SHARE_MAX = 0.3
"""Recap and teaser take at most this share of an episode."""
OPENING_S, CREDITS_S = 2.0, 2.5


def wanted(brief: Brief) -> Brief:
    """The film to have written: the episode's own story, in the time that recap and teaser leave."""
    around = _recap_s(brief) + TEASER_S_MIN
    return but(brief, kind="film", memory=None, length_s=max(15, round(brief.length_s - min(around, SHARE_MAX * brief.length_s))))


def _recap_s(brief: Brief) -> float:
    return RECAP_SHOTS * RECAP_S + 1.0 if brief.memory else 0.0


def finished(script: Script, brief: Brief) -> Script:
    """The episode: recap, story, teaser."""
    number = brief.memory.episode + 1 if brief.memory else 1
    whole = but(script, kind="series", episode=number, opening_s=OPENING_S, credits_s=CREDITS_S)
    if brief.memory:
        whole = _with_recap(_carried_on(whole, brief.memory.script), brief.memory)
    return fitted(_with_teaser(whole), quarter(brief.length_s))


def _carried_on(script: Script, before: Script) -> Script:
    """The script played by those of the episode before, in its places."""
    free = list(before.characters)
    plays: list[Edit] = []
    for part in script.characters:
        player = next((one for one in free if _can_play(one, part)), None)
        if player:
            free.remove(player)
            plays.append(Recast(character=part.id, player=player))
    played = apply(script, plays).script if plays else script
    names = {(place.backdrop, place.interior): place.name for place in before.locations}
    return but(played, locations=tuple(but(place, name=names.get((place.backdrop, place.interior), place.name)) for place in played.locations))


def _can_play(one: Character, part: Character) -> bool:
    return (one.gender, one.species == "human") == (part.gender, part.species == "human")


def _with_recap(script: Script, memory: Memory) -> Script:
    """Three pictures of the episode before, shown again without their words."""
    ids = Ids([*_ids(script)])
    before = memory.script
    shots = _telling(before)
    cast, script = _known(script, before, shots, ids)
    scenes, places = [], list(script.locations)
    for n, shot in enumerate(shots):
        was = before.scene_of(shot.id)
        place = _place(before.place_of(was), places, ids)
        lines = (Line(speaker=NARRATOR, text=card("recap", script.language, title=before.title)),) if n == 0 else ()
        shown = but(
            shot, id=ids.next("h"), lines=lines, duration_s=RECAP_S, transition="cut", continues=False, sound="",
            characters=tuple(cast[id] for id in shot.characters if id in cast),
        )  # fmt: skip
        longer = but(shown, duration_s=max(RECAP_S, pacing.least_s(shown)))
        scenes.append(but(was, id=ids.next("s"), location=place.id, synopsis="", shots=(longer,)))
    return but(script, scenes=(*scenes, *script.scenes), locations=tuple(places))


def _telling(before: Script) -> list[Shot]:
    """The pictures that stand for an episode: its first, the one at its turn, its last."""
    told = {shot.action: shot for shot in reversed(before.shots) if shot.characters or shot.props} or {shot.action: shot for shot in before.shots}
    shots = [shot for shot in before.shots if told.get(shot.action) is shot]
    at = sorted({0, round(0.6 * (len(shots) - 1)), len(shots) - 1})
    return [shots[n] for n in at][:RECAP_SHOTS]


def _known(script: Script, before: Script, shots: list[Shot], ids: Ids) -> tuple[dict[str, str], Script]:
    """Id in the episode before -> id in this one; those who are seen again but play no part join the cast."""
    by_name = {one.name.casefold(): one.id for one in script.characters}
    cast, joined = {}, list(script.characters)
    for id in dict.fromkeys(id for shot in shots for id in shot.characters):
        one = before.character(id)
        if one.name.casefold() not in by_name:
            guest = but(one, id=ids.next("c"))
            joined.append(guest)
            by_name[one.name.casefold()] = guest.id
        cast[id] = by_name[one.name.casefold()]
    return cast, but(script, characters=tuple(joined))


def _place(place: Location, places: list[Location], ids: Ids) -> Location:
    for known in places:
        if (known.name, known.backdrop, known.interior) == (place.name, place.backdrop, place.interior):
            return known
    added = but(place, id=ids.next("l"))
    places.append(added)
    return added


def _with_teaser(script: Script) -> Script:
    """One picture more, of the thing the story turned on: it is not over."""
    ids = Ids(_ids(script))
    *earlier, last = script.shots
    origin = next((shot for shot in reversed(earlier) if shot.props), last)
    prop = bool(origin.props)
    size: ShotSize = "INSERT" if prop and origin is not last else "EWS" if last.size != "EWS" else "WS"
    teaser = but(
        origin, id=ids.next("h"), size=size, move="dolly_in", lines=(Line(speaker=NARRATOR, text=card("teaser", script.language)),),
        duration_s=TEASER_S_MIN, transition="dissolve", continues=False, sound="", characters=() if prop else origin.characters, seed=origin.seed + 1,
    )  # fmt: skip
    scene: Scene = but(script.scene_of(origin.id), id=ids.next("s"), time_of_day="night", mood="wonder", synopsis="", shots=(teaser,))
    return but(script, scenes=(*script.scenes, scene))


def _ids(script: Script) -> list[str]:
    return [*(c.id for c in script.characters), *(x.id for x in script.locations), *(s.id for s in script.scenes), *(h.id for h in script.shots)]
