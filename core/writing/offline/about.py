"""What an idea is about: its thing, its undertaking, its loss, its matter and its deed, each as it stands inside a sentence. Called by `parse` and `world`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.writing.offline.english import MASS_NOUNS, inflect, lemma, parts_of_speech, verb_form
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import word_set
from core.writing.offline.phrases import (
    ABSTRACT,
    DETERMINERS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    Phrase,
    is_ing,
    noun_phrase,
    take_phrase,
    tokens_of,
)
from core.writing.offline.premise import asked

_PASSIVE = word_set("grammar_words", "passive")
"""Verbs that are no undertaking: nobody decides to find."""
_NO_MATTER = word_set("grammar_words", "no_matter") | {"somebody", "body"}
_POINTING = frozenset(["me", "him", "us", "them", "my", "your", "our", "there", "here", "out", "happen", "happens", "happened", "ever"])
_NO_PROPS = ABSTRACT | PRONOUNS | _POINTING | _NO_MATTER | word_set("people", "weather") | word_set("grammar_words", "unheld")
_NOT_TO_HOLD = re.compile(r"(?:ness|ism|ment|tion|sion|ity|ship|hood|ence|ance|ancy|ency|dom|age|th|ing)$")
_HELD = word_set("grammar_words", "held")
_ANIMATE = word_set("grammar_words", "animate")
_DEED_WORDS_MAX = 9
_AIDS = frozenset(["do", "does", "did", "is", "are", "was", "were", "can", "could", "will", "would", "should", "has", "have", "had", "must", "may", "might"])
_DO = _AIDS - frozenset(["is", "are", "was", "were", "has", "have", "had"])
_ASKING = _AIDS | frozenset(["why", "how", "when", "where", "who", "what", "which", "whose", "if"])
_POINTING = frozenset(["me", "him", "us", "them", "my", "your", "our", "there", "here", "out", "happen", "happens", "happened", "ever"])
_IDLE = frozenset(["go", "come", "get", "be", "make", "become", "happen", "mean"])
"""Verbs that are no matter by themselves."""
NO_MATTER = "all this"
"""What an idea is about that names nothing."""


def want_of(idea: Idea) -> str:
    """What somebody undertakes, as a base verb phrase: `paint the sea`; empty where the idea has no undertaking that can be said."""
    head = idea.phrase.split(" ")[0] if idea.phrase else ""
    tokens = idea.phrase.lower().replace(",", " ,").split()
    # A second clause, or a pronoun that would point at nobody once the phrase stands alone.
    odd = set(tokens) & ({",", "and", "but", "i", "we", "you", "they", "their"} | STOPS | RELATIVES)
    if not idea.clause or not head or not idea.subject.living or head in _PASSIVE | {"can"} or odd or not 1 <= len(tokens) <= 9:
        return ""
    return idea.phrase


def prop_of(idea: Idea) -> Phrase | None:
    """The thing of the idea: the object, or what is in, under, behind something."""
    subject = idea.subject
    if not idea.readable or _asks(idea):
        return None
    # An idea that is a thing and no doing: an old umbrella, the last payphone in Chicago.
    alone = subject.kind == "thing" and not subject.plural and not subject.name and idea.second is None and (not idea.clause or bool(subject.det))
    if alone and idea.verb not in _ANIMATE and _is_a_thing(subject) and subject.head.lower() not in MASS_NOUNS:
        return subject
    options = [idea.object] if idea.object else []
    options += [p for w, p in idea.preps if w in ("in", "inside", "with", "from", "under", "behind", "into", "over", "for", "of", "on", "to", "against")]
    for p in options:
        pointed_at = (p is idea.object and p.plural) or (bool(p.det or p.number) and not p.plural)
        if p.kind == "thing" and pointed_at and not p.name and _is_a_thing(p):
            return p
    return None


def _is_a_thing(p: Phrase) -> bool:
    head = p.head.lower()
    parts = parts_of_speech(head)
    if {"color", "colour"} & {m.lower() for m in p.mods}:
        return False
    if (parts and "NOUN" not in parts) or (_NOT_TO_HOLD.search(head) and head not in _HELD):
        return False
    return head.isalpha() and head not in _NO_PROPS


def matter_of(idea: Idea) -> str:
    """What the idea is about, as it stands inside a sentence: `the whale`, `the hearing`, `time`, `painting`. Never empty.

    What the idea is when it has no verb, else the object, else what a preposition names; one thing rather than many.
    """
    if _asks(idea):
        return _asked_about(idea)
    tokens = idea.phrase.split()
    subject = idea.subject
    if idea.verb in ("be", "become") and idea.object and _names_a_matter(idea.object):
        return f"the {idea.object.noun} business"
    if len(tokens) > 2 and tokens[1] == "to" and "VERB" in parts_of_speech(tokens[2]):
        return inflect(tokens[2].lower().strip(","), "VBG")
    alone = [subject] if "alive" not in idea.themes and not subject.living and subject.head.lower() not in PRONOUNS else []
    near = [p for w, p in idea.preps if w != ","]
    rank = {"thing": 0, "animal": 0, "person": 1, "place": 2}
    near.sort(key=lambda p: (not (p.det or p.number or p.name or _owned(p)), rank[p.kind]))
    own = [idea.framed] if idea.framed else alone
    named = [
        *own,
        *([idea.object] if idea.object else []),
        *near,
        *_phrases_in(idea.phrase),
        *(p for p in _phrases_in(idea.sentence) if p.text.lower() != subject.text.lower()),
    ]
    found = next((x for p in named if _names_a_matter(p) and (x := _the_matter(p, p in own) or _uncounted(p, idea))), "")
    last = re.search(r"\b(?:the|a|an) ([a-zà-ÿ]+)$", idea.phrase)
    if not found and last and "NOUN" in parts_of_speech(last[1]):
        return f"the {last[1]}"
    if not found and alone and is_ing(subject.head):
        return subject.text
    return found or (NO_MATTER if not alone else f"the {subject.noun} business")


def _asks(idea: Idea) -> bool:
    """Whether the idea is a question that could not be read as a statement: why do we dream, but not why the chicken crossed the road."""
    return bool(asked(idea)) and idea.sentence.split()[0].lower() in _ASKING


def _asked_about(idea: Idea) -> str:
    """What a question is about: `dreaming`, `water`, `the mayor`."""
    tokens = [t for t in tokens_of(idea.sentence) if t != ","]
    said = [t for t in tokens if t.lower() not in _ASKING | PRONOUNS | _POINTING]
    if not said:
        return NO_MATTER
    last, low = said[-1], said[-1].lower()
    done = (
        bool({t.lower() for t in tokens[:2]} & _DO)
        and "VERB" in parts_of_speech(low)
        and lemma(low, "VERB") == low
        and low not in _IDLE
        and tokens[-2].lower() not in DETERMINERS
    )
    if low in ABSTRACT | MASS_NOUNS and not (done and tokens[-2].lower() in PRONOUNS):
        return low
    if done:
        return inflect(low, "VBG")
    named = next((f"the {p.noun}" for p in _phrases_in(idea.sentence) if _names_a_matter(p)), "")
    if named:
        return named
    nouns = [t for t in said if "NOUN" in parts_of_speech(t.lower()) and t.lower() not in _IDLE | _NO_MATTER]
    return f"the {lemma(nouns[-1].lower(), 'NOUN')} business" if nouns and last.isalpha() else NO_MATTER


def _phrases_in(phrase: str) -> Iterator[Phrase]:
    """Every noun phrase that begins with an article."""
    tokens = tokens_of(phrase) if phrase else []
    for k, token in enumerate(tokens[:-1]):
        if token.lower() in ("a", "an", "the"):
            found, _ = take_phrase(tokens, k)
            if len(found) > 1:
                yield noun_phrase(found)


def _owned(p: Phrase) -> bool:
    return any(m.endswith(("'s", "’s")) for m in p.mods)


def _names_a_matter(p: Phrase) -> bool:
    head = p.head.lower()
    if head in _NO_MATTER | DETERMINERS | PRONOUNS | _POINTING | STOPS | RELATIVES or len(p.mods) > 3 or (p.number > 1 and p.plural):
        return False
    if head == "time" and p.mods:
        # The last time is no matter.
        return False
    parts = parts_of_speech(head)
    return bool(p.name) or (p.head.isalpha() and (not parts or "NOUN" in parts))


def _uncounted(p: Phrase, idea: Idea) -> str:
    """`chess`, of somebody who teaches chess."""
    bare = p is idea.object and not (p.det or p.number or p.plural or p.mods)
    return p.text if bare and "NOUN" in parts_of_speech(p.head) else ""


def _the_matter(p: Phrase, alone: bool) -> str:
    if p.name or p.head[:1].isupper():
        return p.text if p.det or not p.name else p.name
    if p.det in POSSESSIVES and not p.plural:
        return f"the {p.head}"
    if p.plural:
        return f"the {p.noun} business"
    if not (p.det or p.number):
        itself = _owned(p) or p.head in MASS_NOUNS or p.head.endswith(("ness", "ism", "ing")) or (alone and p.head in ABSTRACT)
        return p.text if itself else f"the {p.noun}" if alone or p.head in ABSTRACT else ""
    return f"the {p.noun}"


def deed_of(idea: Idea) -> str:
    """What is done in the idea, as a noun: `befriending a whale`, `losing one's hearing`; empty where it cannot be said so."""
    if _asks(idea):
        return ""
    tokens = idea.phrase.split()
    for n, token in enumerate(tokens):
        if (n or token.endswith(",")) and (token.lower().strip(",") in STOPS | RELATIVES | {"and", "that"} or token.endswith(",")):
            tokens = tokens[: n + 1] if token.endswith(",") else tokens[:n]
            break
    said = " ".join("one's" if x in ("her", "his", "its") else x for x in tokens).rstrip(",")
    said = re.sub(r"\b(?:him|her|it)self\b", "oneself", said)
    odd = set(said.lower().split()) & (PRONOUNS | {"my", "our", "your", "their", "me", "us", "them", "him"})
    ends = len(tokens) > 1 and (tokens[-1].lower() not in PREPOSITIONS | DETERMINERS or tokens[-2].lower() in DETERMINERS)
    return verb_form(said, "VBG") if ends and len(tokens) <= _DEED_WORDS_MAX and not odd and idea.verb not in MODALS and "," not in said else ""


def lost_of(idea: Idea) -> str | None:
    """What is missing, with `the`: object of lose, seek, search for; or a noun called missing or stolen."""
    for p in (idea.subject, *(q for _, q in idea.preps), *([idea.object] if idea.object else [])):
        if {"missing", "lost", "stolen"} & {m.lower() for m in p.mods} and p.kind == "thing":
            return f"the {p.noun}"
    target = None
    if idea.verb in ("lose", "seek", "miss", "hunt"):
        target = idea.object
    elif idea.verb in ("search", "look", "hunt"):
        target = idea.prep("for")
    if target is None or target.head.lower() in PRONOUNS or (target.living and target.kind != "animal"):
        return None
    if target.det in POSSESSIVES or target.name:
        return target.text
    return f"the {target.noun if not target.plural else ' '.join([*target.mods, inflect(target.head, 'NNS')])}"


def beast_of(idea: Idea) -> Phrase | None:
    """The animal that the idea is about beside whoever it begins with: the whale that a boy befriends; None where there is none, or it is gone."""
    if not idea.readable or idea.subject.kind == "animal" or lost_of(idea):
        return None
    near = [p for w, p in idea.preps if w in ("with", "to", "for", "from", "of", "by", "and", "on", "at", "after", "behind", "about", "against")]
    named = [*([idea.second] if idea.second else []), *([idea.object] if idea.object else []), *near]
    return next((p for p in named if p.kind == "animal" and not p.plural and (p.det or p.name)), None)
