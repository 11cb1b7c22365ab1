"""Who is meant by what they are: `the robot`, `the keeper`, `the old lighthouse keeper`. Used when a sentence is read (`grammar_clause`).

What somebody is stands at the beginning of their look (`a lighthouse keeper, past seventy: …`), in their species, and beside their name in the
story's own words (`Mara, a keeper, finds …`, `the keeper Mara`). A phrase counts only if it means exactly one of the cast.
"""

from __future__ import annotations

import re

from core.writing.grammar_words import SMALL_WORDS, words
from core.writing.script import Character, Script

ROLE_WORDS_MAX = 5
_NO_NOUN = frozenset({"small_animal", "big_animal", "human", "creature"})
_ROLE = rf"(?:an?|the)\s+((?:[^\W\d_][\w'’-]*\s+){{0,{ROLE_WORDS_MAX - 1}}}[^\W\d_][\w'’-]*)"
_END = r"\s+(?:of|with|in|on|at|from|by|near|who|whose|that|which|and|about|called|named)\b|[^\w\s'’-]"


def roles(script: Script) -> dict[str, str]:
    """Every phrase that means exactly one of the cast, in small letters and without its article -> that one's id."""
    meant: dict[str, set[str]] = {}
    for one in script.characters:
        for phrase in _phrases(script, one):
            meant.setdefault(phrase, set()).add(one.id)
    return {phrase: next(iter(ids)) for phrase, ids in meant.items() if len(ids) == 1}


def _phrases(script: Script, one: Character) -> set[str]:
    told = [re.split(_END, one.look, maxsplit=1)[0]] + _beside_name(script, one)
    found: set[str] = set() if one.species in _NO_NOUN else {one.species}
    for phrase in told:
        if role := re.fullmatch(_ROLE, phrase.strip(), re.IGNORECASE):
            parts = role[1].casefold().split()
            head = parts[-1]
            if head in words().looks or head in words().clothing or head in SMALL_WORDS:
                continue
            found |= {" ".join(parts[n:]) for n in range(len(parts))}
    return found


def _beside_name(script: Script, one: Character) -> list[str]:
    """`a keeper` where the logline or a synopsis says `Mara, a keeper, …` or `the keeper Mara`."""
    name, found = re.escape(one.name), list[str]()
    for text in (script.logline, *(scene.synopsis for scene in script.scenes)):
        found += [hit[1] for hit in re.finditer(rf"\b{name},\s+((?:an?|the)\s+[^,.;:]+)[,.;:]", text)]
        found += [hit[1] for hit in re.finditer(rf"\b((?:[Aa]n?|[Tt]he)\s+(?:[a-zà-ÿ][\w'’-]*\s+){{0,3}}[a-zà-ÿ][\w'’-]*),?\s+{name}\b", text)]
    return [re.split(_END, phrase, maxsplit=1)[0] for phrase in found]
