"""Rules of plain talk about what is said: who says what in which shot, other words for a line, silence.

A rule takes a clause and returns its edits, or None if it does not understand all of it. `grammar` tries them in turn.
"""

from __future__ import annotations

import re

from core.writing.edits import Edit, SetLines
from core.writing.grammar_clause import Clause, pronoun
from core.writing.grammar_scenes import match
from core.writing.grammar_words import any_of, words
from core.writing.script import NARRATOR, Line, Shot

WHO = r"(?P<who><[CN]\d+>|her|him|she|he)"
IN = r"(?:in|during|over|for)\s+(?P<place><[SH]\d+>)"
_SAYS = r"says?|speaks?|asks?|answers?|replies|reply|adds?|tells? us"


def say(clause: Clause) -> list[Edit] | None:
    """let Mara say “I know.” in shot 2 · in shot 3 Tom whispers: wait · the narrator says … in shot 1."""
    verb = rf"(?:should\s+|must\s+)?(?P<also>also\s+|then\s+)?(?P<verb>{_SAYS}|{any_of(words().deliveries)})(?:\s+also)?\s*[:,]?\s*"
    let = r"(?:(?:let|make|have)\s+)?"
    found = (
        match(rf"{IN},?\s+{let}{WHO}\s+{verb}(?P<text>.+)", clause)
        or match(rf"{let}{WHO}\s+{verb}(?P<text>.+?),?\s+{IN}(?:\s+instead)?", clause)
        or match(rf"{let}{WHO}\s+{verb}(?P<text><Q\d+>)(?P<place>)", clause)
        or match(rf"(?:add\s+)?(?P<who><N\d+>)\s+{IN}\s*:\s*(?P<text>.+)(?P<also>)(?P<verb>)", clause)
        or match(rf"{IN},?\s+(?P<who><N\d+>)\s*:\s*(?P<text>.+)(?P<also>)(?P<verb>)", clause)
    )
    found = found or match(rf"(?:{IN},?\s+)?(?P<who><[CN]\d+>)\s*:\s*(?P<text><Q\d+>)(?P<also>)(?P<verb>)", clause)
    found = found or match(rf"(?P<who><[CN]\d+>)\s*:\s*(?P<text><Q\d+>)\s+{IN}(?P<also>)(?P<verb>)", clause)
    if not found or (speaker := _speaker(clause, found["who"])) is None:
        return None
    if re.match(r"(?:nothing|something|anything|less|more|it|that|so|goodbye to|hello to)\b", found["text"], re.IGNORECASE) and "<Q" not in found["text"]:
        return None
    shot = _where(clause, found["place"] or "", speaker)
    if shot is None:
        return None
    verb_said = (found["verb"] or "").casefold()
    return _said(clause, shot, speaker, found["text"], words().deliveries.get(verb_said, ""), bool(found["also"]))


def change(clause: Clause) -> list[Edit] | None:
    """change her line in shot 3 to “Not today.” · change Mara's line to … · replace the line in shot 2 with …"""
    verbs = r"(?:change|replace|make|set|rewrite)"
    whose = r"(?P<who><[CN]\d+>|her|his|the)(?:['’]s)?"
    what = r"(?:lines?|words|dialogue|text)"
    found = match(rf"{verbs}\s+{whose}\s+{what}\s+{IN}\s+(?:to|with|into|by|as|:)\s*(?P<text>.+)", clause)
    found = found or match(rf"{verbs}\s+{whose}\s+{what}\s+(?:to|with|into|by|as|:)\s*(?P<text>.+?)\s+{IN}", clause)
    found = found or match(rf"{verbs}\s+{whose}\s+{what}\s+(?:to|with|into|by|as|:)\s*(?P<text>.+)(?P<place>)", clause)
    if not found or (re.match(r"(?:something|be|sound|a bit|more|less|make)\b", found["text"], re.IGNORECASE) and "<Q" not in found["text"]):
        return None
    speaker = None if found["who"].casefold() == "the" else _speaker(clause, found["who"])
    if speaker is None and found["who"].casefold() != "the":
        return None
    shots = _among(clause, found["place"])
    lines = [(shot, n) for shot in shots for n, line in enumerate(shot.lines) if speaker in (None, line.speaker)]
    if len(lines) != 1:
        return None
    shot, n = lines[0]
    new = Line(speaker=shot.lines[n].speaker, text=_text(clause, found["text"]))
    return [SetLines(shot=shot.id, lines=(*shot.lines[:n], new, *shot.lines[n + 1 :]))]


def silence(clause: Clause) -> list[Edit] | None:
    """remove the dialogue from shot 3 · nobody speaks in shot 2 · shot 4 without words · delete her line in shot 3."""
    place = r"(?P<place><[SH]\d+>)"
    what = r"(?:lines?|dialogue|dialog|speech|words|talking)"
    nobody = rf"(?:no\s+{what}|no one speaks|nobody (?:speaks|talks|says anything))"
    found = (
        match(rf"(?:remove|delete|cut|drop|lose|take out)\s+(?:the|all|any|all the)\s+{what}\s+(?:from|in|of)\s+{place}(?P<who>)", clause)
        or match(rf"(?:remove|delete|cut|drop|lose)\s+(?P<who><[CN]\d+>|her|his)(?:['’]s)?(?:\s+{what})?\s+(?:from|in|of)\s+{place}", clause)
        or match(
            rf"(?:let\s+|there should be\s+)?{nobody}\s+in\s+{place}(?P<who>)",
            clause,
        )
        or match(
            rf"(?:make\s+)?{place}\s+(?:(?:should be|is)\s+)?(?:without|with no|silent|no)\s*(?:dialogue|dialog|words|speech|talking|lines)?(?P<who>)", clause
        )
    )
    if not found or (found["who"].startswith("<C") and not re.search(rf"\b{what}\b", clause.text)):
        return None
    speaker = _speaker(clause, found["who"]) if found["who"] else None
    if found["who"] and speaker is None:
        return None
    edits: list[Edit] = []
    for shot in _among(clause, found["place"]):
        kept = tuple(line for line in shot.lines if speaker is not None and line.speaker != speaker)
        if kept != shot.lines:
            edits.append(SetLines(shot=shot.id, lines=kept))
    return edits or None


def _speaker(clause: Clause, text: str) -> str | None:
    return clause.id(text) if text.startswith("<") else pronoun(clause.script, text)


def _among(clause: Clause, token: str) -> list[Shot]:
    """The shots of a token, all shots without one."""
    if not token:
        return list(clause.script.shots)
    ids = set(clause.ids(token))
    return [shot for scene in clause.script.scenes for shot in scene.shots if shot.id in ids or scene.id in ids]


def _where(clause: Clause, token: str, speaker: str) -> Shot | None:
    """The one shot in which this speaker can be meant, or None."""
    shots = _among(clause, token)
    if len(shots) == 1 and token:
        return shots[0]
    with_them = [shot for shot in shots if speaker in shot.characters or any(line.speaker == speaker for line in shot.lines)]
    return with_them[0] if len(with_them) == 1 and speaker != NARRATOR else None


def _text(clause: Clause, text: str) -> str:
    """The words to say: as quoted, or as typed with a capital and a full stop."""
    own = clause.said(text)
    if text.strip().startswith("<Q"):
        return own
    return own[0].upper() + own[1:] + ("" if own[-1] in ".!?…" else ".")


def _said(clause: Clause, shot: Shot, speaker: str, text: str, delivery: str, also: bool) -> list[Edit]:
    """Their one line in the shot is replaced; without one, or with several, or `also`, this one comes after the others."""
    new = Line(speaker=speaker, text=_text(clause, text)[:400], delivery=delivery)
    own = [n for n, line in enumerate(shot.lines) if line.speaker == speaker]
    if len(own) == 1 and not also:
        return [SetLines(shot=shot.id, lines=(*shot.lines[: own[0]], new, *shot.lines[own[0] + 1 :]))]
    return [SetLines(shot=shot.id, lines=(*shot.lines, new))]


RULES = (say, change, silence)
