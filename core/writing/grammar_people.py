"""Rules of plain talk about names and looks: the film's title, who is called what, what they wear, how they sound.

A rule takes a clause and returns its edits, or None if it does not understand all of it. `grammar` tries them in turn.
"""

from __future__ import annotations

import re

import lemminflect

from core.writing.edits import Edit, RenameCharacter, SetCharacter, SetTitle
from core.writing.grammar_clause import Clause, pronoun
from core.writing.grammar_scenes import match
from core.writing.grammar_words import SMALL_WORDS, any_of, words

WHO = r"(?P<who><C\d+>|her|him|she|he|them|they)"
NAME = r"(?P<name>(?:<[QC]\d+>|[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,3}))"
FILM = r"(?:(?:the|my|this)\s+(?:film|movie|story|video|short))"
NO_NAME = re.compile(
    r"^(?:to|a|an|the (?:police|doctor|cops)|it|that|this|again|back|later|now|off|on|up|out|over|in|for|and|or|not|something|someone|somebody|anything|"
    r"police|help|attention|me|you|us|them|him|her|what|who|why|how|when|where)\b|\b(?:and|or|but|in|at|so|that|because|if|to|when)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(re.findall(r"\w+", "a an and at but by for from in of on or the to with"))


def who(clause: Clause, text: str) -> str | None:
    """The character whom a token or a pronoun means."""
    return clause.id(text) if text.startswith("<") else pronoun(clause.script, text)


def title(clause: Clause) -> list[Edit] | None:
    """title: The Last Lamp · call it The Last Lamp · rename the film to … · the title should be …"""
    found = (
        match(r"(?:the\s+)?(?:new\s+)?title\s*(?::|=|should be|shall be|must be|to)\s*(?P<x>.+)", clause)
        or match(r"(?:the\s+)?title\s+is\s+(?P<x>(?:<Q|(?-i:[A-Z])).+)", clause)
        or match(rf"(?:change|set|make|rename)\s+(?:the\s+|its\s+)?(?:title|name)(?:\s+of\s+{FILM})?\s+(?:to|into|:)\s*(?P<x>.+)", clause)
        or match(rf"(?:call|name|title|entitle)\s+(?:it|{FILM})\s*:?\s+(?P<x>.+)", clause)
        or match(rf"(?:rename|retitle)\s+(?:it|{FILM})\s+(?:to|as|into)?\s*:?\s*(?P<x>.+)", clause)
        or match(rf"(?:it|{FILM})\s+(?:should|shall|must)\s+be\s+(?:called|titled|named)\s+(?P<x>.+)", clause)
    )
    if not found:
        return None
    asked = clause.said(found["x"]).rstrip(".")
    if (
        not asked
        or len(asked) > 80
        or len(asked.split()) > 12
        or re.match(
            r"(?:something|anything|off|back|again|a day|what|whatever|better|shorter|longer|more|less|different|too|very|in|about|by)\b", asked, re.IGNORECASE
        )
    ):
        return None
    return [SetTitle(title=_titled(asked))]


def _titled(text: str) -> str:
    """In title case if it was typed all small."""
    if text != text.lower():
        return text
    parts = text.split()
    return " ".join(x if n and x in _SMALL else x[:1].upper() + x[1:] for n, x in enumerate(parts))


def rename(clause: Clause) -> list[Edit] | None:
    """rename Mara to Ana · call him Ben · change her name to Ana · Tom should be called Ike."""
    whose = r"(?P<who><C\d+>|her|his|their)(?:['’]s)?\s+name"
    patterns = (
        rf"re-?name\s+{WHO}\s+(?:(?:to|as|into|=|->)\s+)?{NAME}",
        rf"(?:call|name)\s+{WHO}\s+{NAME}",
        rf"(?:change|set|make)\s+{whose}\s+(?:(?:to|into|be)\s+)?{NAME}",
        rf"(?:change|set)\s+the\s+name\s+of\s+{WHO}\s+(?:to|into)\s+{NAME}",
        rf"{WHO}\s+(?:should|shall|must)\s+be\s+(?:re)?(?:called|named)\s+{NAME}",
        rf"{WHO}\s+is\s+(?:now\s+)?(?:called|named)\s+{NAME}",
        rf"{whose}\s+(?:is|should be|shall be)\s+(?:now\s+)?{NAME}",
        rf"(?:change|turn)\s+(?P<who><C\d+>)\s+(?:to|into)\s+(?=<Q|(?-i:[A-ZÀ-Þ])){NAME}",
        rf"(?:replace|change|swap)\s+(?:the\s+)?name\s+{WHO}\s+(?:with|by|for|to|into)\s+{NAME}",
    )
    found = next((found for pattern in patterns if (found := match(pattern, clause))), None)
    if not found or (character := who(clause, found["who"])) is None:
        return None
    name = clause.said(found["name"]).rstrip(".")
    if NO_NAME.search(name) or len(name) > 60 or _words_rather(name):
        return None
    return [RenameCharacter(character=character, name=name if name != name.lower() else " ".join(x[:1].upper() + x[1:] for x in name.split()))]


def _words_rather(name: str) -> bool:
    """Whether what was typed all small in several words is a phrase of English rather than a name."""
    parts = name.split()
    return name == name.lower() and len(parts) > 1 and any(part in SMALL_WORDS or lemminflect.getAllLemmas(part) for part in parts)


def appearance(clause: Clause) -> list[Edit] | None:
    """Mara wears a red coat · give Tom grey hair · dress her in a long black dress · Mara's scarf should be red."""
    whose = r"(?P<who><C\d+>|her|him|she|he)"
    found = (
        match(rf"(?:let|make|have)?\s*{whose}\s+(?:should\s+|must\s+|to\s+|now\s+)*(?:wears?|be wearing|is wearing|put on|puts on)\s+(?P<x>.+)", clause)
        or match(rf"(?:dress|put|clothe)\s+{whose}\s+(?:up\s+)?in\s+(?P<x>.+)", clause)
        or match(rf"(?:give|get)\s+{whose}\s+(?P<x>.+)", clause)
        or match(rf"{whose}\s+(?:should\s+|must\s+)?(?:now\s+)?(?:has|have|gets?)\s+(?P<x>.+)", clause)
    )
    if not found or "<" in found["x"] or (character := who(clause, found["who"])) is None:
        return None
    text = clause.restored(found["x"])
    if len(text) > 200 or re.search(r"\b(?:instead of|if|when|unless|because)\b", text):
        return None
    parts = set(re.findall(r"[\w-]+", text.casefold()))
    if parts & words().clothing and not parts & words().looks:
        return [SetCharacter(character=character, wardrobe=text)]
    if parts & words().looks and not parts & words().clothing:
        return [SetCharacter(character=character, look=text)]
    wears = bool(re.search(r"wear|dress|clothe|puts? on", clause.text[: found.start("x")], re.IGNORECASE))
    return [SetCharacter(character=character, wardrobe=text)] if wears else None


def voice(clause: Clause) -> list[Edit] | None:
    """make Mara's voice deeper · Tom should speak more slowly."""
    way = r"(?P<way>deeper|lower|higher|slower|faster|quicker|more slowly|more quickly)"
    found = match(
        rf"(?:make|give|let|have)?\s*(?P<who><C\d+>|her|his)(?:['’]s)?\s+voice\s+(?:should\s+|must\s+)?(?:be\s+|is\s+)?(?:a\s+(?:bit|little)\s+|much\s+)?{way}",
        clause,
    ) or match(rf"(?:make|let|have)?\s*(?P<who><C\d+>|her|him|she|he)\s+(?:should\s+)?(?:speaks?|talks?)\s+(?:a\s+(?:bit|little)\s+|much\s+)?{way}", clause)
    if not found or (id := who(clause, found["who"])) is None:
        return None
    old = clause.script.character(id).voice
    pitches, paces = ("low", "mid", "high"), ("slow", "even", "quick")
    asked = found["way"].casefold()
    if asked in ("deeper", "lower", "higher"):
        step = pitches.index(old.pitch) + (1 if asked == "higher" else -1)
        return [SetCharacter(character=id, voice=old.model_copy(update={"pitch": pitches[min(2, max(0, step))]}))]
    step = paces.index(old.pace) + (-1 if asked in ("slower", "more slowly") else 1)
    return [SetCharacter(character=id, voice=old.model_copy(update={"pace": paces[min(2, max(0, step))]}))]


def colour(clause: Clause) -> list[Edit] | None:
    """Mara's colour is red · make Tom's colour #224466."""
    found = match(
        rf"(?:make|set|change)?\s*(?P<who><C\d+>|her|his)(?:['’]s)?\s+colou?r\s+(?:(?:should be|is|to|=|:)\s+)?(?P<x>{any_of(words().colours)}|#[0-9a-f]{{6}})",
        clause,
    )
    if not found or (id := who(clause, found["who"])) is None:
        return None
    asked = found["x"].casefold()
    return [SetCharacter(character=id, colour=words().colours.get(asked, asked))]


RULES = (title, rename, appearance, voice, colour)
