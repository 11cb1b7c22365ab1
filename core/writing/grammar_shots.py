"""Rules of plain talk about shots: add, delete, move, frame, time, redraw, and what is seen and heard in them.

A rule takes a clause and returns its edits, or None if it does not understand all of it. `grammar` tries them in turn.
"""

from __future__ import annotations

import re
from typing import Any, get_args

from core.writing.edits import AddShot, ChooseTake, DeleteScene, DeleteShot, Edit, MoveShot, Redraw, SetShot, SplitShot
from core.writing.grammar_clause import Clause
from core.writing.grammar_scenes import BE, JOINT, MAKE, match
from core.writing.grammar_words import COUNT, NUMBER, ORDINAL, any_of, number, ordinal, place_of, words
from core.writing.pacing import least_s
from core.writing.script import SHOT_S_MAX, Backdrop, Shot, ShotSize, quarter

H = r"(?P<h><H\d+>)"
H2 = r"(?P<h2><H\d+>)"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
_MANY = rf"(?P<many><[SH]\d+>(?:{_AND}<[SH]\d+>)*)"
_SLOWLY = r"(?:(?:a|an|the|slow|slowly|gentle|gently|smooth|smoothly|as|with|in|to|use|do|into|from|camera|very|shot)\s+)*"
_SECONDS = r"\s*-?(?:seconds?|secs?|sec|s)\b"


def shot_of(clause: Clause, token: str) -> Shot | None:
    """The one shot that a token means, if it is in the script."""
    return next((shot for shot in clause.script.shots if shot.id == clause.id(token)), None)


def delete(clause: Clause) -> list[Edit] | None:
    """delete shot 4 · remove the last scene · cut the second shot · get rid of shots 2 and 3."""
    verbs = r"(?:delete|remove|cut|cut out|drop|lose|scrap|erase|omit|throw out|throw away|take out|get rid of|leave out|do away with)"
    found = match(
        rf"{verbs}\s+{_MANY}(?:\s+(?:from|out of)\s+(?:the\s+)?(?:film|story|script|movie))?(?:\s+(?:completely|entirely|altogether|again))?", clause
    ) or match(rf"(?:take|throw|cut|leave)\s+{_MANY}\s+out", clause)
    if not found:
        return None
    edits: list[Edit] = []
    for token in re.findall(r"<[SH]\d+>", found["many"]):
        for id in clause.ids(token):
            edits.append(DeleteScene(scene=id) if token.startswith("<S") else DeleteShot(shot=id))
    everything = len(clause.script.scenes) if isinstance(edits[0], DeleteScene) else len(clause.script.shots)
    return edits if len(edits) < everything or len(edits) == 1 else None


def move(clause: Clause) -> list[Edit] | None:
    """swap shots 2 and 3 · move shot 5 up · shot 4 to the beginning · move shot 2 after shot 4."""
    order = [shot.id for shot in clause.script.shots]
    if found := match(r"(?:swap|switch|exchange)\s+(?P<a><H\d+>)(?:\s+(?:and|with|for)\s+(?P<b><H\d+>))?(?:\s+around)?", clause):
        return _swapped(order, [*clause.ids(found["a"]), *(clause.ids(found["b"]) if found["b"] else ())])
    steps = r"(?:shots?|places?|positions?)"
    where = "|".join(
        (
            r"to (?:the )?(?:very )?(?P<edge>beginning|start|front|top|end)(?: of the (?:film|movie|story))?",
            r"(?P<rank>first|last)",
            rf"to (?:be )?(?:the )?(?:position|place|number|spot)\s+(?P<nth>{NUMBER})",
            r"(?P<side>before|after|behind|in front of)\s+(?P<other><H\d+>)",
            r"between (?P<two><H\d+>(?:\s+and\s+<H\d+>)?)",
            rf"(?:by\s+)?(?:(?P<n>{NUMBER})\s+)?(?:{steps}\s+)?(?P<way>up|down|earlier|later)(?:\s+by)?(?:\s+(?P<m>{NUMBER})(?:\s+{steps})?)?",
        )
    )
    found = match(rf"(?:(?:move|put|shift|bring|push|place)\s+)?{H}\s+(?:right\s+|just\s+)?(?:{where})", clause)
    if not found or (moved := clause.id(found["h"])) is None:
        return None
    if moved not in order:
        return [MoveShot(shot=moved, by=1)]  # refused by name
    here, rest = order.index(moved), [id for id in order if id != moved]
    if edge := found["edge"] or found["rank"]:
        there = len(rest) if edge.casefold() in ("end", "last") else 0
    elif found["nth"]:
        there = int(number(found["nth"])) - 1
    elif found["way"]:
        by = int(number(found["n"] or found["m"] or "1"))
        there = here + (by if found["way"].casefold() in ("down", "later") else -by)
    else:
        others = [id for token in re.findall(r"<H\d+>", found["two"] or found["other"]) for id in clause.ids(token)]
        if len(others) != (2 if found["two"] else 1) or moved in others:
            return None
        if others[0] not in rest:
            return [MoveShot(shot=others[0], by=1)]
        after = found["two"] or found["side"].casefold() in ("after", "behind")
        there = rest.index(others[0]) + bool(after)
    return [MoveShot(shot=moved, by=there - here)] if there != here else None


def _swapped(order: list[str], both: list[str]) -> list[Edit] | None:
    if len(both) != 2 or both[0] == both[1]:
        return None
    if missing := [id for id in both if id not in order]:
        return [MoveShot(shot=missing[0], by=1)]
    first, last = sorted(both, key=order.index)
    apart = order.index(last) - order.index(first)
    moves: list[Edit] = [MoveShot(shot=first, by=apart)]
    return moves + ([MoveShot(shot=last, by=1 - apart)] if apart > 1 else [])


_POSITION = (
    r"(?P<pos>(?:right\s+|just\s+)?(?:"
    r"(?:at|to|for|as|in)\s+(?:the\s+)?(?:very\s+)?(?P<edge>end|beginning|start|opening|close|last shot|first shot)"
    r"(?:\s+of\s+(?P<of><S\d+>|the (?:film|movie|story)))?"
    r"|(?P<side>after|before|following)\s+(?P<ref><[SH]\d+>)|between\s+(?P<two><[SH]\d+>(?:\s+and\s+<[SH]\d+>)?)|(?:in|to|into)\s+(?P<within><S\d+>)))"
)


def add(clause: Clause) -> list[Edit] | None:
    """add a shot of the sea at the end · insert a close-up of the letter after shot 2 · end with a shot of Mara at the door."""
    size = any_of(words().sizes)
    what = (
        rf"(?:(?:an?|another|one more|a new|one)\s+)?(?:new\s+)?(?:(?P<d>{NUMBER}){_SECONDS}\s+(?:long\s+)?)?"
        rf"(?:(?P<size>{size})(?:\s+shot)?|(?:short\s+)?(?:shot|picture|image|view))(?:\s+(?:for|of)\s+(?P<d2>{NUMBER}){_SECONDS})?"
        rf"\s*(?:of|with|where|in which|showing|that shows|:)\s*(?P<x>.+?)(?:\s+for\s+(?P<d3>{NUMBER}){_SECONDS})?"
    )
    verbs = r"(?:(?:add|insert|put in|put|include|place|i want|i'd like|we need|give me|show)\s+)"
    found = (
        match(rf"{_POSITION},?\s+{verbs}{what}", clause)
        or match(rf"{verbs}{_POSITION}\s+{what}", clause)
        or match(rf"{verbs}{what}\s*,?\s+{_POSITION}", clause)
        or match(rf"(?P<pos>(?:end|finish|close|start|begin|open)(?:\s+(?:it|the (?:film|movie|story)))?)\s+(?:with|on)\s+{what}", clause)
        or match(rf"{verbs}{what}(?P<pos>)", clause)
    )
    if not found or re.search(r"<[SHQ]\d", found["x"]):
        return None
    at = _position(clause, found.groupdict())
    if at is None:
        return None
    seconds = found["d"] or found["d2"] or found["d3"]
    pictured = _pictured(clause, found["x"], words().sizes.get((found["size"] or "").casefold()))
    lasts = {"duration_s": quarter(number(seconds))} if seconds else {}
    return [AddShot.model_validate({**at, **pictured, **lasts})]


def _position(clause: Clause, found: dict[str, str | None]) -> dict[str, Any] | None:
    """The scene and the shot after which a new one comes."""
    scenes = clause.script.scenes
    known = {scene.id: scene for scene in scenes}
    order = [shot.id for shot in clause.script.shots]

    def after(id: str | None, scene: str | None = None) -> dict[str, Any] | None:
        if id is None:
            return {"scene": scene or scenes[0].id, "after": None}
        return {"scene": clause.script.scene_of(id).id if id in order else id, "after": id}

    pos = (found.get("pos") or "").casefold()
    edge, of, within = found.get("edge"), found.get("of"), found.get("within")
    token = within or (of if of and of.startswith("<") else None)
    if token:
        scene = clause.id(token)
        if scene is None:
            return None
        if scene not in known:
            return {"scene": scene}
        first = edge is not None and edge.casefold() in ("beginning", "start", "opening", "first shot")
        return {"scene": scene, "after": None if first else known[scene].shots[-1].id}
    if edge or re.match(r"(?:start|begin|open)", pos):
        first = edge.casefold() in ("beginning", "start", "opening", "first shot") if edge else True
        return after(None) if first else after(order[-1])
    if not (ref := found.get("ref") or found.get("two")):
        return after(order[-1])
    ids = [id for name in re.findall(r"<[SH]\d+>", ref) for id in clause.ids(name)]
    if not ids or (found.get("two") and len(ids) != 2):
        return None
    if ids[0] in known:
        ids = [known[ids[0]].shots[0 if found.get("side") and found["side"] == "before" else -1].id]
    if ids[0] not in order:
        return {"scene": ids[0]} if "<S" in ref else {"scene": scenes[0].id, "after": ids[0]}
    if (found.get("side") or "").casefold() == "before":
        at = order.index(ids[0])
        same = at and clause.script.scene_of(order[at - 1]).id == clause.script.scene_of(ids[0]).id
        return after(order[at - 1]) if same else after(None, clause.script.scene_of(ids[0]).id)
    return after(ids[0])


def _pictured(clause: Clause, text: str, size: str | None) -> dict[str, Any]:
    """What the fields of a shot `of the sea`, `of Mara on the beach` are."""
    script = clause.script
    seen = tuple(dict.fromkeys(id for token in re.findall(r"<C\d+>", text) for id in clause.ids(token)))
    own = clause.restored(text)
    where = re.search(r"\b(?:in|on|at|inside|near|by|along|over|under)\s+(?:the|an?|her|his|their)?\s*(?P<np>.+)$", own, re.IGNORECASE)
    backdrop: str | None = None
    if not seen and (direct := place_of(re.sub(r"^(?:the|an?|some)\s+", "", own, flags=re.IGNORECASE))):
        backdrop = direct if direct in words().outside or not where else None
        if direct not in words().outside and re.match(r"an?\s", own):
            backdrop = None  # `a train` passes by; `the kitchen` is where we are
    if backdrop is None and where:
        backdrop = place_of(where["np"])
    known = {prop for shot in script.shots for prop in shot.props if re.search(rf"\b{re.escape(prop)}\b", own, re.IGNORECASE)}
    thing = re.fullmatch(r"(?:the|an?|her|his)\s+([\w-]+)", own)
    if size in ("CU", "ECU", "INSERT") and thing and not seen and backdrop is None:
        known.add(thing[1])
        size = "INSERT" if size == "CU" else size
    action = own[0].upper() + own[1:] + ("" if own[-1] in ".!?…" else ".")
    backdrops = set(get_args(Backdrop))
    return {"action": action, "size": size or ("MS" if seen else "WS"), "characters": seen, "props": tuple(sorted(known)),
            "backdrop": backdrop if backdrop in backdrops else None}  # fmt: skip


def _chunks() -> list[tuple[str, str]]:
    grow = r"(?:(?:a (?:bit|little)|much|slightly|a lot|even)\s+)?"
    return [
        ("move", rf"{_SLOWLY}(?P<x>{any_of(words().moves)})\b(?:\s+slowly)?"),
        ("closer", r"(?:(?P<much>much|a lot|way)\s+|a bit\s+|a little\s+|even\s+)?(?:closer|tighter|nearer)(?:\s+(?:up|in|shot))?\b"),
        (
            "wider",
            r"(?:(?P<much>much|a lot|way)\s+|a bit\s+|a little\s+|even\s+)?(?:wider|farther away|further away|farther back|further back|looser)(?:\s+shot)?\b",
        ),
        ("size", rf"{_SLOWLY}(?P<x>{any_of(words().sizes)})(?:\s+(?:shot|framing))?\b"),
        ("by", rf"(?:by\s+)?(?P<n>{NUMBER}){_SECONDS}\s+(?P<way>longer|shorter)\b"),
        ("lasts", rf"(?:(?:for|to|lasts?|of|hold(?: for)?|exactly|only|about)\s+)*(?P<n>{NUMBER}){_SECONDS}(?:\s+long)?"),
        ("times", r"(?P<x>half|twice)\s+as long\b"),
        ("grow", rf"{grow}(?P<way>longer|shorter)\b"),
        ("lens", r"(?:(?:with|on|use|using)\s+)?(?:an?\s+)?(?P<n>\d{1,3})\s*-?mm(?:\s+lens)?\b"),
    ]


def _camera(text: str, shot: Shot) -> dict[str, Any] | None:
    """`closer, 5 seconds, slow dolly in` as fields of a shot; None unless every word of it was understood."""
    fields: dict[str, Any] = {}
    rest = text.strip()
    while rest:
        for kind, pattern in _chunks():
            if found := re.match(pattern + JOINT, rest, re.IGNORECASE):
                new = _chunk(kind, found, shot)
                if not new or new.keys() & fields.keys():
                    return None
                fields |= new
                rest = rest[found.end() :].lstrip()
                break
        else:
            return None
    return fields or None


def _chunk(kind: str, found: re.Match[str], shot: Shot) -> dict[str, Any] | None:
    sizes = get_args(ShotSize)[:-1]
    if kind == "move":
        return {"move": words().moves[found["x"].casefold()]}
    if kind == "size":
        return {"size": words().sizes[found["x"].casefold()]}
    if kind in ("closer", "wider"):
        if shot.size not in sizes:
            return {"size": "ECU" if kind == "closer" else "CU"}
        step = (2 if found["much"] else 1) * (1 if kind == "closer" else -1)
        return {"size": sizes[min(len(sizes) - 1, max(0, sizes.index(shot.size) + step))]}
    if kind == "lens":
        mm = int(found["n"])
        return {"lens_mm": mm} if 8 <= mm <= 300 else None
    if kind == "lasts":
        return {"duration_s": quarter(number(found["n"]))}
    if kind == "by":
        wished = shot.duration_s + number(found["n"]) * (1 if found["way"].casefold() == "longer" else -1)
    elif kind == "times":
        wished = shot.duration_s * (0.5 if found["x"].casefold() == "half" else 2)
    else:
        wished = shot.duration_s * (4 / 3 if found["way"].casefold() == "longer" else 3 / 4)
    return {"duration_s": quarter(min(SHOT_S_MAX, max(least_s(shot), wished)))}


def camera(clause: Clause) -> list[Edit] | None:
    """shot 3 closer · make shot 2 five seconds · pan left in shot 3 · a slow dolly in on shot 1 · shorten shot 4 by a second."""
    duration = rf"(?P<rest>(?:by|to|for)?\s*(?P<n>{NUMBER}){_SECONDS})?"
    thing = r"(?:(?:the\s+)?(?:camera|length|duration|size|framing)\s+(?:of|in|for|on)\s+)?"
    found = (
        match(rf"{MAKE}{thing}{H}{BE}(?:(?:as|with|in|at|a|an|go|use|have|a bit|move)\s+)*(?P<rest>.+)", clause)
        or match(rf"(?:in|for|on)\s+{H},?\s+(?:(?:let|make|have|the camera|should|a|an|use|do|it|be)\s+)*(?P<rest>.+)", clause)
        or match(rf"(?:(?:make|use|do|let|have|add|want|i want|the camera|should)\s+)*(?P<rest>.+?)\s+(?:in|on|for|of|to|during)\s+{H}", clause)
    )
    if found and (edits := _each(clause, found["h"], found["rest"])):
        return edits
    if found := match(rf"(?:(?P<verb>shorten|trim|cut|lengthen|extend|stretch|hold|keep|let)\s+){H}(?:\s+last)?(?P<how>\s+a bit)?\s*{duration}", clause):
        text = found["rest"] or ""
        way = "shorter" if found["verb"].casefold() in ("shorten", "trim", "cut") else "longer"
        if not text and found["verb"].casefold() in ("hold", "keep", "let", "cut"):
            return None
        return _each(clause, found["h"], f"{found['n']} s {way}" if text.casefold().startswith("by") else re.sub(r"^(?:to|for)\s+", "", text) or way)
    if found := match(
        rf"(?:(?:(?:cross-?)?fade|dissolve)\s+(?:in)?to|(?:a\s+)?dissolve\s+(?:before|at|into|to))\s+{H}|(?:make|start)\s+{H2}\s+(?:with\s+)?a\s+dissolve",
        clause,
    ):
        return [SetShot(shot=id, transition="dissolve") for id in clause.ids(found["h"] or found["h2"])]
    if found := match(rf"(?:a\s+)?(?:hard\s+)?cut\s+to\s+{H}", clause):
        return [SetShot(shot=id, transition="cut") for id in clause.ids(found["h"])]
    return None


def _each(clause: Clause, token: str, text: str) -> list[Edit] | None:
    known = {shot.id: shot for shot in clause.script.shots}
    edits: list[Edit] = []
    for id in clause.ids(token):
        fields = _camera(text, known.get(id) or clause.script.shots[0])
        if fields is None:
            return None
        edits.append(SetShot(shot=id, **fields))
    return edits


def again(clause: Clause) -> list[Edit] | None:
    """redraw shot 3 · another picture for shot 2 · split shot 4."""
    other = r"(?:another|a new|a different)\s+(?:picture|drawing|panel|image)\s+(?:for|of)"
    found = match(rf"(?:re-?draw|re-?do|re-?take|re-?paint)\s+{H}|(?:draw|paint)\s+{H2}\s+(?:again|anew|differently)|{other}\s+(?P<h3><H\d+>)", clause)
    if found:
        token = found["h"] or found["h2"] or found["h3"]
        return [Redraw(shot=id) for id in clause.ids(token)]
    if found := match(rf"(?:split|divide|break)\s+{H}(?:\s+(?:up|into two|in two|in half|into two shots))?", clause):
        return [SplitShot(shot=id) for id in clause.ids(found["h"])]
    return None


def takes(clause: Clause) -> list[Edit] | None:
    """use take 1 of shot 3 · shot 3: the second take · go back to the earlier take of shot 2 · take the first one again."""
    verbs = r"(?:use|take|keep|choose|pick|select|prefer|I prefer|I want|I liked?|go back to|go with|back to|return to|bring back|switch to|give me)"
    which = rf"(?:(?:the\s+)?take\s+(?:number\s+)?(?P<n>{COUNT})|(?:the|its)\s+(?P<nth>{ORDINAL}|original|previous|earlier)\s+(?:take|one))"
    more = r"(?:,?\s+(?:again|back|instead|after all|better|more|was better))*"
    found = (
        match(rf"(?:{verbs}\s+)?{which}\s+(?:of|for|from|in)\s+{H}{more}", clause)
        or match(rf"(?:for|in)\s+{H},?\s+(?:{verbs}\s+)?{which}{more}", clause)
        or match(rf"{H}\s*[:,]?\s+(?:with\s+|in\s+|{verbs}\s+)?{which}{more}", clause)
    )
    if found:
        ids: tuple[str, ...] = clause.ids(found["h"])
    elif found := match(rf"{verbs}\s+{which}{more}", clause):
        ids = tuple(shot.id for shot in clause.script.shots if shot.seed)  # the shot that was taken again, where it is one
    if not found or len(ids) != 1:
        return None
    shot = next((one for one in clause.script.shots if one.id == ids[0]), None)
    word = (found["nth"] or "").casefold()
    if found["n"]:
        take = int(number(found["n"]))
    elif word in ("previous", "earlier"):
        take = shot.seed if shot else 1
    else:
        take = 1 if word == "original" else ordinal(word)
    return [ChooseTake(shot=ids[0], take=take)] if take else None


def contents(clause: Clause) -> list[Edit] | None:
    """add a lantern to shot 3 · put Mara in shot 2 · shot 4 without Tom · remove the rope from shot 1 · shot 2: The door opens."""
    article = r"(?:an?|some|the|her|his)"
    found = (
        match(rf"(?P<how>add|put|place|show)\s+(?:(?P<c><C\d+>)|{article}\s+(?P<x>[\w-]+(?:\s+[\w-]+)?))\s+(?:to|in|into)\s+{H}", clause)
        or match(rf"(?P<how>remove|take|drop|delete)\s+(?:(?P<c><C\d+>)|{article}\s+(?P<x>[\w-]+(?:\s+[\w-]+)?))\s+(?:from|out of)\s+{H}", clause)
        or match(rf"{MAKE}{H}\s+(?P<how>with|without)\s+(?P<c><C\d+>)(?P<x>)", clause)
    )
    if found and (shot := shot_of(clause, found["h"])):
        return _present(clause, shot, found["c"], found["x"], found["how"].casefold() in ("remove", "take", "drop", "delete", "without"))
    if found := match(rf"(?:(?:add|with|hear|we hear|let us hear)\s+)?(?:the\s+)?(?:sounds?|noise)\s+of\s+(?P<x>.+?)\s+(?:to|in|during|on|over)\s+{H}", clause):
        if (shot := shot_of(clause, found["h"])) and "<" not in found["x"]:
            return [SetShot(shot=shot.id, sound=", ".join(x for x in (shot.sound, clause.restored(found["x"])) if x))]
        return None
    text = r"(?P<x>(?:(?!<[SHQ]\d).)+\s(?:(?!<[SHQ]\d).)+)"
    found = (
        match(rf"{H}\s*:\s*{text}", clause)
        or match(rf"{H}\s+(?:should\s+|must\s+)?shows?\s+(?:us\s+)?{text}", clause)
        or match(rf"let\s+{H}\s+show\s+{text}", clause)
        or match(rf"(?:change|set)\s+the\s+action\s+(?:of|in)\s+{H}\s+to\s+{text}", clause)
        or match(rf"in\s+{H},?\s+(?:we\s+see|show)\s+{text}", clause)
    )
    if not found or (shot := shot_of(clause, found["h"])) is None:
        return None
    own = clause.restored(found["x"])
    return [SetShot(shot=shot.id, action=own[0].upper() + own[1:] + ("" if own[-1] in ".!?…" else "."))]


def _present(clause: Clause, shot: Shot, character: str | None, thing: str | None, away: bool) -> list[Edit] | None:
    if character:
        id = clause.id(character)
        if id is None or (id in shot.characters) != away:
            return None
        return [SetShot(shot=shot.id, characters=tuple(x for x in shot.characters if x != id) if away else (*shot.characters, id))]
    assert thing is not None
    noun = thing.casefold()
    taken = (words().weathers, words().times, words().sizes, words().moves, words().places, words().feelings)
    if any(noun in table for table in taken) or re.search(r"\b(?:shot|scene|lines?|dialogue|music|title|voice|camera|sound|word|ending)\b", noun):
        return None
    if away:
        return [SetShot(shot=shot.id, props=tuple(x for x in shot.props if x != noun))] if noun in shot.props else None
    return [SetShot(shot=shot.id, props=(*shot.props, noun))] if noun not in shot.props else None


RULES = (delete, move, again, takes, camera, add, contents)
