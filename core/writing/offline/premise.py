"""Ways to tell an idea in one sentence, in its own words. Called by `world`."""

from __future__ import annotations

import re

from core.writing.offline.english import MASS_NOUNS, capital, is_plural, verb_form, with_article
from core.writing.offline.idea import Idea
from core.writing.offline.phrases import ABSTRACT, POSSESSIVES, PREPOSITIONS, PRONOUNS, RELATIVES, STOPS, Phrase, is_ing

_SUPPOSED = re.compile(r"^(?:what if|imagine(?: that)?|suppose(?: that)?) ", re.I)
_EXPLAINED = re.compile(r"^(?:how|why|when|what|where) ", re.I)
_ASKED = re.compile(r"^(?:why|how|when|where|who|what|which|can|could|do|does|did|is|are|was|were|will|would|should|has|have|may|must) ", re.I)
_AIDS = "do|does|did|is|are|was|were|can|could|will|would|should|has|have|must"
_INVERTED = re.compile(rf"^(?:(?:why|how|when|where) (?:{_AIDS})|(?:who|what|which) (?:do|does|did|can|could|will|would|should)) ", re.I)
_DEFINED = re.compile(r"^(?:who|what) (?:is|are|was|were) (?:(?:a|an|the) )?[^\W\d_]+[.!… ]*$", re.I)
"""Questions that need no question mark to be some: `why do cats hate water`, `what is love`."""
_HEADLINE_MAX = 130
_ALL = frozenset(["everyone", "everybody", "nobody", "somebody", "people"])


def subject_text(idea: Idea) -> str:
    """The subject with a determiner: `an old robot`, `two rival noodle chefs`, `Mara`."""
    text = idea.subject.text if idea.second is None else idea.before
    if _bare(idea.subject) or idea.subject.det or idea.subject.name or idea.subject.number or idea.subject.plural or is_plural(idea.subject.head):
        return text
    return with_article(text)


def _bare(p: Phrase) -> bool:
    """Whether a noun stands without an article by itself: `loneliness`, `rain`, `everyone`."""
    return not p.det and not p.mods and (p.head.lower() in ABSTRACT | MASS_NOUNS | PRONOUNS | _ALL or p.head.lower().endswith(("ness", "ism")))


def _stated(idea: Idea) -> str:
    """A clause as it was meant: `What if gravity stopped on Tuesdays?`, `This is how vaccines work`."""
    first = re.split(r"(?<=[.!?])\s+", idea.raw)[0].rstrip(".!?… ")
    if first.lower().endswith(idea.sentence.lower()):
        if _SUPPOSED.match(first):
            return f"{capital(first)}?" if first.lower().startswith("what if") else capital(first)
        if _EXPLAINED.match(first):
            return f"This is {first[:1].lower()}{first[1:]}"
    return capital(idea.sentence)


def asked(idea: Idea) -> str:
    """The idea where it is a question, as it was asked; else empty."""
    first = re.split(r"(?<=[.!?])\s+", idea.raw)[0].strip()
    if not idea.readable or not _ASKED.match(first):
        return ""
    return capital(first) if first.endswith("?") else f"{capital(first.rstrip('.!… '))}?" if _INVERTED.match(first) or _DEFINED.match(first) else ""


def premises(idea: Idea, name: str, a_role: str) -> list[str]:
    """Ways to tell the idea in one sentence in its own words, best first; never empty."""
    found = []
    if question := asked(idea):
        found.append(question)
    elif idea.clause and idea.readable:
        found.append(_stated(idea))
        if idea.past and _is_of_one(idea):
            found.append(f"{_introduced(idea, name, a_role)} {idea.past}")
    elif idea.readable:
        own = (
            _bare(idea.subject)
            or is_ing(idea.subject.head)
            or idea.subject.det
            or idea.subject.name
            or idea.subject.plural
            or idea.subject.number
            or re.match(r"\w+['’]s ", idea.sentence)
        )
        if not own and (" " not in idea.sentence or STOPS & set(idea.sentence.lower().split())):
            # `Winter`, `time travel but boring`: no article makes that a sentence.
            return [capital(idea.sentence)]
        bare = idea.sentence if own else with_article(idea.sentence)
        found += [f"It begins with {bare}", f"This is about {bare}", capital(bare)]
    else:
        found.append(f"It goes like this: {idea.sentence}")
    return found


def headline(idea: Idea, name: str, a_role: str) -> str:
    """The idea as a film's first line on paper, in the present and with an end mark: `Mara, a lighthouse keeper, finds a bottle.`, `The last bookshop.`"""
    told = asked(idea) or (_stated(idea) if idea.clause and idea.readable else capital(idea.sentence))
    if not asked(idea) and idea.clause and idea.readable and _is_of_one(idea):
        told = f"{_introduced(idea, name, a_role)}{idea.sentence[len(idea.before) :]}"
    if len(told) > _HEADLINE_MAX:
        told = capital(core(idea))
    return told if told[-1] in ".!?…" else f"{told}."


def _is_of_one(idea: Idea) -> bool:
    """Whether the idea begins with one person or animal, who can be called by name there."""
    subject = idea.subject
    one = subject.living and not subject.plural and idea.second is None and subject.det not in POSSESSIVES
    return one and _stated(idea) == capital(idea.sentence) and idea.before == subject.text and idea.sentence.startswith(idea.before)


def _introduced(idea: Idea, name: str, a_role: str) -> str:
    return name if idea.subject.name else f"{name}, {a_role},"


def core(idea: Idea, words_max: int = 12) -> str:
    """The idea in few words: its sentence as far as the first clause or phrase that can be left off; at worst who it is about."""
    tokens = idea.sentence.split()
    question = asked(idea)
    if question and len(question.split()) <= words_max:
        return question
    if len(tokens) <= words_max:
        return _stated(idea) if idea.clause and idea.readable else idea.sentence
    ends = STOPS | RELATIVES | PREPOSITIONS | {"and"}
    verb_at = len(idea.before.split()) if idea.clause and idea.sentence.startswith(idea.before) else 1
    for n in range(words_max, verb_at + 1, -1):
        if tokens[n].lower() in ends or tokens[n - 1].endswith(","):
            return " ".join(tokens[:n]).rstrip(",")
    subject = subject_text(idea)
    if len(subject.split()) <= words_max and idea.readable:
        return f"this is about {subject}"
    return " ".join(tokens[:words_max]).rstrip(",") + "…"


def want_forms(want: str) -> dict[str, str]:
    """The four forms of an undertaking that plots use."""
    return {"want": want, "want.ing": verb_form(want, "VBG"), "want.past": verb_form(want, "VBD"), "want.s": verb_form(want, "VBZ")}
