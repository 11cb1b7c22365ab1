"""Rules of plain talk about scenes and the whole film: when, where, which weather and mood; longer, shorter; written anew.

A rule takes a clause and returns its edits, or None if it does not understand all of it. `grammar` tries them in turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from core.writing.edits import Edit, MoveScene, Resize, RewriteScene, SetScene, SetShot
from core.writing.grammar_clause import Clause
from core.writing.grammar_words import NUMBER, Feeling, any_of, number, place_of, words
from core.writing.pacing import least_s
from core.writing.script import FILM_S_MAX, FILM_S_MIN, SHOT_S_MAX, Scene, quarter

S = r"(?P<s><S\d+>)"
FILM = r"(?:it|this|that|the (?:film|movie|video|story|short|clip)|my film|all of it)"
MAKE = r"(?:(?:make|set|put|turn|change|move|shift|switch|transform|let|have|place|i want|i'd like|i need|give|get|play)\s+)?"
BE = (
    r"\s*(?:[:=–,-]\s*)?(?:(?:should|must|could|can|shall|will|to)\s+)?"
    r"(?:(?:be set|is set|be|is|are|happens?|takes? place|plays?|looks?|feels?|set|take|becomes?)\s+)?(?:(?:to|into)\s+)?"
)
JOINT = r"(?:\s*(?:,|\band\b|\bbut\b|\bwith\b|\bplus\b)\s*)*"
SLIGHTLY = r"(?:(?:much|a lot|a bit|a little|slightly|somewhat|even|far|quite|very|really|way|so|just|a touch|a tad)\s+)*"


def match(pattern: str, clause: Clause) -> re.Match[str] | None:
    """The whole clause against a pattern, whatever the case."""
    return re.fullmatch(pattern, clause.text, re.IGNORECASE)


@dataclass
class Setting:
    """What is wished for a scene."""

    fields: dict[str, Any] = field(default_factory=dict)
    feeling: Feeling | None = None
    degree: str = "is"

    def edit(self, scene: Scene) -> SetScene:
        """The edit that gives this scene the setting."""
        mood = {"mood": self.feeling.of(scene.mood, self.degree)} if self.feeling else {}
        return SetScene.model_validate({"scene": scene.id, **self.fields, **mood})


def _chunks() -> list[tuple[str, str]]:
    known = words()
    np = r"(?:[\w'’-]+\s+){0,4}?[\w'’-]+(?:\s+(?:of|full of)\s+(?:the\s+)?[\w'’-]+)?"
    stop = r"(?=\s+(?:at|in|during|with|under|by)\s|\s*,|\s+and\b|\s*$)"
    amount = r"(?:(?:the|a|an|some|heavy|light|thick|dense|full|strong|gentle|deep)\s+)*"
    return [
        ("time", rf"(?:(?:at|by|during|in|to|into)\s+)?(?:(?:the|a|full|late)\s+)*(?P<x>{any_of(known.times)})(?:\s+time)?\b"),
        ("weather", rf"(?:(?:in|with|under|during|add|to)\s+)?{amount}(?P<x>{any_of(known.weathers)})(?:\s+weather)?\b"),
        ("mood", rf"{SLIGHTLY}(?P<how>more|less|not so|not as)?\s*(?P<x>{any_of((*known.feelings, *known.comparatives))})(?:\s+(?:mood|feeling|tone))?\b"),
        ("side", r"(?P<x>indoors|inside|outdoors|outside|(?:an\s+)?interior|(?:an\s+)?exterior)\b"),
        ("place", rf"(?:(?:in|on|at|to|into|inside|onto|aboard|by|near)\s+)(?:(?:the|an?|some|her|his|their)\s+)?(?P<x>{np}){stop}"),
        ("place", rf"(?:the|an?)\s+(?P<x>{np}){stop}"),
    ]


def setting(clause: Clause, text: str) -> Setting | None:
    """`in an old kitchen at night, rainy` as a setting; None unless every word of it was understood."""
    wished, rest = Setting(), text.strip()
    while rest:
        for kind, pattern in _chunks():
            found = re.match(pattern + JOINT, rest, re.IGNORECASE)
            if found and _understood(wished, kind, found, clause):
                rest = rest[found.end() :].lstrip()
                break
        else:
            return None
    return wished if wished.fields or wished.feeling else None


def _understood(wished: Setting, kind: str, found: re.Match[str], clause: Clause) -> bool:
    """Note what a chunk says; False if it says nothing or something a second time."""
    known, phrase = words(), found["x"].casefold()
    if kind == "mood":
        if wished.feeling:
            return False
        wished.feeling = known.feelings.get(phrase) or known.comparatives[phrase]
        how = (found["how"] or "").casefold()
        wished.degree = "less" if how in ("less", "not so", "not as") else "more" if how or phrase in known.comparatives else "is"
        return not (how and phrase in known.comparatives)
    more: dict[str, Any] = {}
    if kind == "time":
        more = {"time_of_day": known.times[phrase]}
    elif kind == "weather":
        more = {"weather": known.weathers[phrase]}
    elif kind == "side":
        more = {"interior": phrase.split()[-1] in ("indoors", "inside", "interior")}
    elif (place := _place(clause, found["x"])) is not None:
        more = place
    if not more or more.keys() & wished.fields.keys():
        return False
    wished.fields |= more
    return True


def _place(clause: Clause, phrase: str) -> dict[str, Any] | None:
    phrase = clause.restored(phrase)
    for known in clause.script.locations:
        if known.name.casefold() == phrase.casefold():
            return {"location_name": known.name, "backdrop": known.backdrop, "interior": known.interior}
    backdrop = place_of(phrase)
    return {"location_name": phrase[0].upper() + phrase[1:], "backdrop": backdrop} if backdrop else None


def set_scene(clause: Clause) -> list[Edit] | None:
    """make scene 2 at night · set scene 1 in a kitchen · make it rain in scene 3 · scene 2 scarier · less sad."""
    them = r"(?:(?:time|time of day|weather|mood|tone|location|place|setting|light)\s+(?:of|in|for)\s+)?"
    patterns = (
        rf"{MAKE}(?:the\s+)?{them}{S}{BE}(?P<rest>.+)",
        rf"(?:in|for|during)\s+{S},?\s+(?:(?:let|make|have|set)\s+)?(?:(?:it|there)\s+)?(?:(?:should|must|is|be|to)\s+)*(?P<rest>.+)",
        rf"(?:(?:let|make|have|set|put|add|i want|there should be|there is|it should|it must)\s+)?(?:(?:it|some)\s+)?(?:(?:be|is|to)\s+)?"
        rf"(?P<rest>.+?)\s+(?:in|for|during|to|throughout|over)\s+{S}",
    )  # fmt: skip
    for pattern in patterns:
        found = match(pattern, clause)
        if found and (wished := setting(clause, found["rest"])):
            return [wished.edit(scene) for scene in _scenes(clause, found["s"])]
    if found := match(rf"(?:no more|no|stop the|without|remove the|lose the)\s+(?P<w>{any_of(words().weathers)})\s+(?:in|from|during)\s+{S}", clause):
        return [SetScene(scene=scene.id, weather="clear") for scene in _scenes(clause, found["s"])]
    if found := match(rf"(?:(?:make|set|turn|let|have)\s+{FILM}\s+(?:be\s+|all\s+)?)(?P<rest>.+)|(?P<mood>(?:{SLIGHTLY})(?:more|less)?\s*[\w]+)", clause):
        wished = setting(clause, found["rest"] or found["mood"])
        if wished and (found["rest"] or (wished.feeling and wished.degree != "is")) and "backdrop" not in wished.fields:
            return [wished.edit(scene) for scene in clause.script.scenes]
    return None


def _scenes(clause: Clause, token: str) -> list[Scene]:
    """The scenes of a token; one that does not exist is stood in for by a scene of that id, which `apply` refuses."""
    known = {scene.id: scene for scene in clause.script.scenes}
    return [known.get(id) or known[clause.script.scenes[0].id].model_copy(update={"id": id}) for id in clause.ids(token)]


def scene_length(clause: Clause) -> list[Edit] | None:
    """make scene 2 shorter · scene 1 12 seconds long: every shot in proportion, none shorter than its lines."""
    grows = rf"(?P<how>{SLIGHTLY})(?P<way>shorter|longer)"
    found = match(rf"{MAKE}{S}{BE}(?:{grows}|(?P<n>{NUMBER})\s*(?:seconds?|secs?|s)(?:\s+long)?|(?P<times>half|twice) as long)", clause)
    if not found or (scene := next((x for x in clause.script.scenes if x.id == clause.id(found["s"])), None)) is None:
        return None
    if found["n"]:
        factor = number(found["n"]) / scene.duration_s
    else:
        factor = {"half": 0.5, "twice": 2.0}[found["times"].casefold()] if found["times"] else _factor(found["way"], found["how"])
    edits: list[Edit] = []
    for shot in scene.shots:
        wished = quarter(min(SHOT_S_MAX, max(least_s(shot), shot.duration_s * factor)))
        if wished != shot.duration_s:
            edits.append(SetShot(shot=shot.id, duration_s=wished))
    return edits or None


def _factor(way: str, how: str) -> float:
    strength = 0.15 if re.search(r"bit|little|slightly|touch|tad|somewhat", how) else 0.5 if re.search(r"much|lot|far|way", how) else 0.25
    return 1 - strength if way.casefold() == "shorter" else 1 / (1 - strength)


def resize(clause: Clause) -> list[Edit] | None:
    """shorter · a bit longer · make it 45 seconds · cut the film to a minute and a half · twice as long."""
    measure = r"(?:the )?(?:length|duration|running time)"
    verb = rf"(?:(?:make|cut|trim|shorten|stretch|extend|lengthen|reduce|bring|get|keep|turn|let|have|change|set)\s+(?:{measure} of\s+)?{FILM}\s+)"
    be = r"(?:(?:should |must |to )?(?:be|last|run|is|down to|to|into|up to|a)\s+)*"
    unit = (
        rf"(?P<n>{NUMBER})(?P<half> and a half)?[\s-]*(?P<unit>seconds?|secs?|sec|s|minutes?|mins?|min|m)"
        rf"(?:\s+and\s+(?P<more>a half|{NUMBER}(?=\s*(?:s|sec)))(?:\s*(?:seconds?|secs?|s))?)?"
    )
    clock = r"(?P<m>\d{1,2}):(?P<sec>[0-5]\d)"
    tail = r"(?:\s+(?:long|in total|total|film|movie|all in all|overall|instead))*"
    if found := match(rf"{verb}?(?:be\s+)?(?P<how>{SLIGHTLY})(?P<way>shorter|longer)", clause):
        return [Resize(length_s=_rounded(clause.script.length_s * _factor(found["way"], found["how"])))]
    if found := match(rf"(?P<way>shorten|lengthen|extend|trim)\s+{FILM}(?P<how>(?: a bit| a little| slightly)?)", clause):
        return [Resize(length_s=_rounded(clause.script.length_s * _factor("shorter" if found["way"] in ("shorten", "trim") else "longer", found["how"])))]
    if found := match(rf"{verb}?(?:be\s+)?(?P<times>half|twice|double|three times)(?:\s+as long|\s+the length)", clause):
        factor = {"half": 0.5, "twice": 2, "double": 2, "three times": 3}[found["times"].casefold()]
        return [Resize(length_s=_rounded(clause.script.length_s * factor))]
    subject = (
        rf"(?:{FILM}\s+(?:should|must|shall|can)\s+(?:be|last|run)\s+|{measure}\s*(?::|=|is|should be|to)?\s*|"
        rf"(?:i want|i'd like|give me)\s+(?:{FILM}\s+(?:to be\s+)?)?(?:a\s+)?)"
    )
    if found := match(rf"(?:{verb}{be}|{subject}|)(?:only\s+|about\s+|around\s+|exactly\s+)?(?:{unit}|{clock}){tail}", clause):
        return [Resize(length_s=_seconds(found))]
    return None


def _seconds(found: re.Match[str]) -> int:
    if found["m"]:
        return int(found["m"]) * 60 + int(found["sec"])
    value = number(found["n"]) + (0.5 if found["half"] else 0)
    if found["unit"].casefold().startswith("m"):
        value *= 60
        if found["more"]:
            value += 30 if found["more"].casefold() == "a half" else number(found["more"])
    return round(value)


def _rounded(seconds: float) -> int:
    """To five seconds, as a person would say it; short films to one. Within what a film may last."""
    step = 1 if seconds < 25 else 5
    return int(min(FILM_S_MAX, max(FILM_S_MIN, round(seconds / step) * step)))


def rewrite(clause: Clause) -> list[Edit] | None:
    """rewrite scene 2 so that Tom forgives her · write scene 1 anew · change scene 3 so that it ends well · make scene 2 about a dog."""
    again = r"(?:\s+(?:anew|again|differently|over|from scratch|completely))*"
    found = (
        match(rf"(?:re-?write|redo|rework|write|re-?think)\s+{S}{again}(?:\s*[,:;–-]?\s*(?:but\s+)?(?P<wish>.+))?", clause)
        or match(rf"(?:change|make|rewrite|write)\s+{S}\s*,?\s*(?P<wish>(?:so that|so|such that|about|where|in which|to be about)\s.+)", clause)
        or match(rf"{S}\s+should\s+(?P<wish>be about\s.+)", clause)
        or match(rf"{S}\s+(?:again|once more)(?:\s*,?\s*(?:but\s+)?(?P<wish>.+))?", clause)
        or match(rf"(?:another|a different|a new)\s+(?:version|take|draft)\s+(?:of|for)\s+{S}(?P<wish>)", clause)
    )
    if not found or (scene := clause.id(found["s"])) is None:
        return None
    return [RewriteScene(scene=scene, wish=clause.restored(found["wish"] or "") or "write it differently")]


def move_scene(clause: Clause) -> list[Edit] | None:
    """swap scenes 2 and 3 · move scene 3 to the beginning · move the last scene before scene 2."""
    order = [scene.id for scene in clause.script.scenes]
    if found := match(r"(?:swap|switch|exchange)\s+(?P<a><S\d+>)(?:\s+(?:and|with|for)\s+(?P<b><S\d+>))?(?:\s+around)?", clause):
        both = [*clause.ids(found["a"]), *(clause.ids(found["b"]) if found["b"] else ())]
        if len(both) != 2 or both[0] == both[1]:
            return None
        if missing := [id for id in both if id not in order]:
            return [MoveScene(scene=missing[0], by=1)]
        first, last = sorted(both, key=order.index)
        apart = order.index(last) - order.index(first)
        moves: list[Edit] = [MoveScene(scene=first, by=apart)]
        return moves + ([MoveScene(scene=last, by=1 - apart)] if apart > 1 else [])
    found = match(
        rf"(?:move|put|shift|bring|place)\s+{S}\s+(?:right\s+|just\s+)?(?:to the (?:very )?(?P<edge>beginning|start|front|end)|"
        r"(?P<side>before|after)\s+(?P<other><S\d+>)|(?P<way>up|down|earlier|later))",
        clause,
    )
    if not found or (scene := clause.id(found["s"])) is None:
        return None
    if scene not in order:
        return [MoveScene(scene=scene, by=1)]
    here = order.index(scene)
    if found["edge"]:
        there = len(order) - 1 if found["edge"].casefold() == "end" else 0
    elif found["way"]:
        there = here + (1 if found["way"].casefold() in ("down", "later") else -1)
    else:
        other = clause.id(found["other"])
        if other is None or other == scene:
            return None
        if other not in order:
            return [MoveScene(scene=other, by=1)]
        rest = [id for id in order if id != scene]
        there = rest.index(other) + (found["side"].casefold() == "after")
    return [MoveScene(scene=scene, by=there - here)] if there != here else None


RULES = (rewrite, move_scene, scene_length, resize, set_scene)
