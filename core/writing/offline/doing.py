"""What somebody of an idea does for as long as the film runs: dance, paint, swim. Called by `land`, `staging` and `showing`.

The deeds and their pictures stand in `lexicon/deeds.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from core.writing.offline.english import lemma
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import word_set, words
from core.writing.offline.phrases import Phrase, is_ing

NOT_A_DEED = "undone"
_OUTSIDE = "outside"


@dataclass(frozen=True)
class Doing:
    """A deed of `lexicon/deeds.yaml`, and who of the idea's people does it: `P`, `Q`."""

    verb: str
    by: str


def doing_of(idea: Idea) -> Doing | None:
    """What the idea's people are seen to do again and again; None where it names nothing of the sort, or says that nobody does it."""
    if idea.lemmas & word_set("deeds", NOT_A_DEED) or set(idea.words) & word_set("deeds", NOT_A_DEED):
        return None
    people = [idea.subject, *([idea.second] if idea.second else [])]
    everybody = "PQ" if len(people) > 1 or idea.subject.number >= 2 else "P"
    for verb in _verbs_of(idea):
        if _is_done(verb, idea):
            return Doing(verb, "PQ" if idea.verb == "teach" else everybody)
    for verb in (v for v in words("deeds") if v != NOT_A_DEED):
        by = "".join(letter for letter, p in zip("PQ", people, strict=False) if _does(p, verb))
        if by and ("alive" in idea.themes or is_ing(idea.subject.head)):
            return Doing(verb, everybody if by == "P" and len(people) == 1 else by)
    return None


def _verbs_of(idea: Idea) -> Iterator[str]:
    """The idea's main verb, then what somebody learns, tries or is taught to do."""
    if "alive" not in idea.themes:
        return
    yield idea.verb
    tokens = idea.phrase.lower().split()
    for before, word in pairwise(tokens):
        if before in ("to", "who"):
            yield lemma(word.strip(","), "VERB")


def _is_done(verb: str, idea: Idea) -> bool:
    deed = words("deeds").get(verb) if verb != NOT_A_DEED else None
    if not deed:
        return False
    sounds = idea.object is not None and idea.object.head.lower() in word_set("people", "sounding")
    return not (deed.get("bare") and idea.object and verb == idea.verb and not sounds)


def _does(p: Phrase, verb: str) -> bool:
    """Whether somebody is called after the deed: a dancer, a dancing bear; or the idea is the deed itself: dancing in the rain."""
    called = [p.head.lower()] if p.living else []
    doing = [w.lower() for w in (*p.mods, p.head) if is_ing(w)]
    return bool(agents_of(verb) & set(called)) or any(lemma(w, "VERB") == verb for w in doing)


def agents_of(verb: str) -> frozenset[str]:
    """Those who do a deed for a living."""
    return frozenset(str(words("deeds")[verb]["agents"]).split())


def home_of(doing: Doing | None) -> str:
    """The place noun where a film of this deed plays if its idea names none; empty where any place will do."""
    return str(words("deeds")[doing.verb].get("home", "")) if doing else ""


def can_be_seen(doing: Doing, backdrop: str, inside: bool) -> bool:
    """Whether a deed can be done before this backdrop."""
    where = str(words("deeds")[doing.verb].get("where", "")).split()
    return not where or backdrop in where or (where == [_OUTSIDE] and not inside)


def pictures_of(doing: Doing, two: bool) -> list[str]:
    """Pictures of the deed, done by one or by two."""
    return list(words("deeds")[doing.verb]["two" if two else "alone"])


def pictures_while_speaking(doing: Doing, heard: bool) -> list[str]:
    """Pictures of the deed while somebody says something; none where nobody would speak."""
    return [x for x in words("deeds")[doing.verb]["speaking"] if heard or "{Q" not in x]
