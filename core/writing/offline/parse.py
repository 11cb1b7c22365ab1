"""Reads an idea: who, does what, with what, where. No model, no network: a lexicon, agreement and some rules.

What cannot be read is still quoted: `Idea.readable` is False and the plots that quote the idea are told instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.writing.offline.english import MASS_NOUNS, capital, inflect, is_plural, lemma, lemmas, parts_of_speech, plural, verb_form, with_article
from core.writing.offline.lexicon import themes, word_set
from core.writing.offline.phrases import (
    ABSTRACT,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    NUMBERS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    Phrase,
    is_finite,
    is_ing,
    noun_phrase,
    nounish,
    take_phrase,
)

_LIGHT = word_set("grammar_words", "light")
_KNOW = word_set("grammar_words", "know")
_SKIP = word_set("grammar_words", "skip")
_PASSIVE = word_set("grammar_words", "passive")
"""Verbs that are no undertaking: nobody decides to find."""
_ANIMATE = word_set("grammar_words", "animate")
"""What only somebody does: a thing that does it is somebody."""
_FRAME = re.compile(
    r"^(?:please |can you |could you |i want |i would like |i'd like |let's |make |create |write |shoot |film |do |give me |tell |me |us |to see |to make )*"
    r"(?:a |an |the |my )?"
    r"(?:[\w-]+ ){0,3}?(?:film|movie|short|video|scene|story|tale|clip|comedy|drama|thriller|romance|cartoon|animation)(?: film| movie| story| short)? "
    r"(?:about|of|where|in which|between|with|on|called|titled) ",
    re.I,
)
_SUPPOSED = re.compile(r"^(?:what if|imagine(?: that)?|suppose(?: that)?) ", re.I)
_EXPLAINED = re.compile(r"^(?:how|why|when|what|where) ", re.I)
_OPENERS = re.compile(r"^(?:how|when|what if|imagine(?: that)?|suppose(?: that)?|once upon a time,?|one day,?|there (?:is|was|are|were)) ", re.I)
_ASIDE = re.compile(r"(?<=\w)(s|ed|t), [^,]{3,40}, (?=(?:an?|the|that|his|her|its|their) )")
_NO_PROPS = ABSTRACT | PRONOUNS | {"somebody", "body"}
_ALL = frozenset(["everyone", "everybody", "nobody", "somebody", "people"])
_NO_MATTER = word_set("grammar_words", "no_matter") | {"somebody", "body"}
_WORDS_MAX, _LETTERS_MAX, _CHARACTERS_MAX = 26, 30, 220
_DEED_WORDS_MAX = 9


@dataclass(frozen=True)
class Idea:
    """What was read."""

    raw: str
    """As it was typed, quotation marks and line breaks taken off."""
    sentence: str
    """Its first sentence without `make a film about`, ready to be quoted, no end mark, first letter small unless it is a name."""
    words: tuple[str, ...]
    lemmas: frozenset[str]
    subject: Phrase
    second: Phrase | None
    verb: str
    """The main verb's dictionary form, or empty."""
    phrase: str
    """The verb phrase in its base form: `share one kitchen during a typhoon`."""
    past: str
    """The verb phrase in the past tense, auxiliaries included: `had to share one kitchen`."""
    before: str
    """What stands before the main verb: `two rival noodle chefs`."""
    object: Phrase | None
    preps: tuple[tuple[str, Phrase], ...]
    able: bool
    readable: bool
    clause: bool
    """Whether the sentence has a finite main verb."""
    themes: frozenset[str]

    def prep(self, *which: str) -> Phrase | None:
        """The first phrase after one of these prepositions."""
        return next((p for w, p in self.preps if w in which), None)


def tidy(idea: str) -> str:
    """The idea on one line, without quotation marks, markup, addresses and double spaces."""
    plain = re.sub(r"(?:https?://|www\.)\S+|[{}\[\]<>*_`#\"“”«»\u200b-\u200f\u202a-\u202e\x00-\x08\x0b-\x1f]", "", idea.replace("\n", " "))
    plain = re.sub(r"\bvs\.? ", "versus ", plain)
    return re.sub(r"\s+", " ", plain).strip()


def _sentence(raw: str) -> str:
    first = re.split(r"(?<=[.!?])\s+|;|\s[—–-]\s", raw)[0].rstrip(".!?…, ")
    frame = _FRAME.match(first)
    body = first[frame.end() :] if frame and frame.end() < len(first) - 3 else first
    body = _OPENERS.sub("", body).strip() or first or raw
    return _cut(body)


def _cut(body: str) -> str:
    """A sentence of at most so many words, cut where a clause ends."""
    if len(body.split()) > _WORDS_MAX:
        # `finds, one stormy night in November, a cat` -> `finds a cat`: what stands between is the first that can go.
        body = _ASIDE.sub(r"\1 ", body, count=1)
    tokens = [w if len(w) <= _LETTERS_MAX else w[:_LETTERS_MAX] + "…" for w in body.split()]
    if len(tokens) <= _WORDS_MAX:
        return " ".join(tokens)[:_CHARACTERS_MAX]
    for n in range(_WORDS_MAX, 5, -1):
        if tokens[n].lower().strip(",") in STOPS | RELATIVES or tokens[n - 1].endswith(","):
            return " ".join(tokens[:n]).rstrip(", ")[:_CHARACTERS_MAX]
    return " ".join(tokens[:_WORDS_MAX]).rstrip(", ")[:_CHARACTERS_MAX]


def _tokens(sentence: str) -> list[str]:
    tokens = re.findall(r"[A-Za-zÀ-ÿ0-9]+(?:['’-][A-Za-zÀ-ÿ0-9]+)*['’]?|,", sentence) or ["somebody"]
    first = tokens[0].lower()
    if parts_of_speech(first) or first in DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS or first in NUMBERS:
        follows_name = len(tokens) > 1 and tokens[1][0].isupper() and first not in DETERMINERS | POSSESSIVES | PREPOSITIONS
        if not follows_name:
            tokens[0] = first
    return tokens


def _past_the_setting(tokens: list[str]) -> list[str]:
    """`In a city where it never stops raining, an umbrella maker falls in love`: what comes after the setting."""
    if tokens[0].lower() in PREPOSITIONS | {"when", "while", "after", "every"} and "," in tokens[2:-2]:
        return tokens[tokens.index(",", 2) + 1 :]
    return tokens


def _main_verb(tokens: list[str], i: int, many: bool) -> tuple[int | None, bool]:
    """Where the main verb stands, and whether it is only a relative clause's (`who can …`)."""
    relative: int | None = None
    for j in range(i, len(tokens)):
        if tokens[j].lower() in RELATIVES and j + 1 < len(tokens):
            relative = relative or j + 1
        elif j != relative and tokens[j].lower() != "," and is_finite(tokens, j, 0, many):
            return _not_a_participle(tokens, j, many), False
    if relative:
        return relative, True
    for j in range(i, len(tokens)):
        if is_ing(tokens[j]) and (j == i or (nounish(tokens[j - 1]) and "ADJ" not in parts_of_speech(tokens[j - 1]))):
            return j, True
    return None, False


def _not_a_participle(tokens: list[str], at: int, many: bool) -> int:
    """`An astronaut stranded on Mars grows one tomato`: a past form gives way to a verb that agrees in the present."""
    word = tokens[at].lower()
    base = lemma(word, "VERB")
    if word == base or word in BE | MODALS | HAVE or word not in (inflect(base, "VBD"), inflect(base, "VBN")):
        return at
    for j in range(at + 1, len(tokens)):
        if tokens[j].lower() in STOPS | RELATIVES | {",", "that"}:
            break
        low = tokens[j].lower()
        if is_finite(tokens, j, 0, many) and low == inflect(lemma(low, "VERB"), "VBZ"):
            return j
    return at


def _past(tokens: list[str], at: int) -> str:
    """The sentence's predicate in the past tense."""
    word, rest = tokens[at].lower(), tokens[at + 1 :]
    modal = {"must": "had to", "can": "could", "will": "would", "may": "might", "cannot": "could not", "shall": "should"}
    if word in modal:
        return " ".join([modal[word], *rest])
    if word in ("is", "are"):
        return " ".join(["was" if word == "is" else "were", *rest])
    if word in ("has", "have"):
        return " ".join(["had", *rest])
    base = lemma(word, "VERB")
    return " ".join([inflect(base, "VBD") if word in (base, inflect(base, "VBZ")) else word, *rest])


def _joined(text: str) -> str:
    return text.replace(" ,", ",")


def parse(idea: str) -> Idea:
    """Read an idea. Never fails: what cannot be read comes back as not `readable`."""
    raw = tidy(idea)
    sentence = _sentence(raw)
    every = _tokens(sentence)
    tokens = _past_the_setting(every)
    listed = tuple(re.findall(r"[a-zà-ÿ]+(?:['’][a-z]+)?", raw.lower()))
    known = frozenset(x for w in listed for x in lemmas(w))
    phrase, i = take_phrase(tokens, 0)
    subject = noun_phrase(phrase or tokens[:1])
    second = None
    if i + 1 < len(tokens) and tokens[i] == "and":
        phrase, i = take_phrase(tokens, i + 1, True)
        second = noun_phrase(phrase) if phrase else None
    at, relative = _main_verb(tokens, i, second is not None)
    preps = _prepositions(every)
    before = _joined(" ".join(tokens[:at])) if at is not None else _joined(" ".join(tokens))
    past = _past(tokens, at) if at is not None and not relative else ""
    verb, wanted, able, rest = _predicate(tokens, at)
    found, _ = take_phrase(tokens, rest) if at is not None and rest < len(tokens) else ([], 0)
    target = noun_phrase(found) if found else None
    if (at is None and re.search(r"['’]s$", tokens[0]) and not parts_of_speech(tokens[0][:-2].lower())) or tokens[0][:-2].lower() in word_set("people", "kin"):
        subject = noun_phrase([tokens[0][:-2]])
    elif at is None and subject.kind in ("thing", "place"):
        subject = next((p for w, p in preps if p.living and w in (",", "by", "between", "about", "with", "of")), subject)
    readable = _readable(listed, verb, subject)
    first_word = subject.name or tokens[0][0].isupper()
    quoted = sentence if first_word else sentence[:1].lower() + sentence[1:]
    draft = Idea(raw, quoted, listed, known, subject, second, verb, wanted, _joined(past), before, target, tuple(preps), able, readable,
                 at is not None and not relative, frozenset())  # fmt: skip
    return _with_themes(draft)


def _predicate(tokens: list[str], at: int | None) -> tuple[str, str, bool, int]:
    """The verb that carries the sense (past `must`, `wants to`), its phrase, whether it is an ability, where its object begins."""
    if at is None:
        return "", "", False, 0
    able, main = False, at
    skip = MODALS | BE | _SKIP | HAVE
    while main < len(tokens) - 1:
        word, following = tokens[main].lower(), tokens[main + 1].lower()
        infinitive = following == "to" and lemma(word, "VERB") in _LIGHT and main + 2 < len(tokens)
        if word not in skip and not infinitive:
            break
        if word in BE | HAVE and not set(parts_of_speech(following)) & {"VERB"} and following not in skip:
            break
        able = able or word in ("can", "could")
        main += 2 if following == "to" else 1
    verb = "be" if tokens[main].lower() in BE else lemma(tokens[main], "VERB")
    rest = tokens[main + 1 :]
    start = main + 1 + (rest[:1] == ["that"] or (bool(rest) and rest[0].lower() in PARTICLES))
    if start < len(tokens) and tokens[start].lower() in PRONOUNS and verb in _KNOW and "can" in tokens[start:]:
        return "can", _joined(" ".join(tokens[tokens.index("can", start) + 1 :])), True, start
    return verb, _joined(" ".join([verb, *rest])), able, start


def _prepositions(tokens: list[str]) -> list[tuple[str, Phrase]]:
    found = []
    for k, token in enumerate(tokens[:-1]):
        if token.lower() in PREPOSITIONS or token == ",":
            phrase, _ = take_phrase(tokens, k + 1)
            if phrase:
                found.append((token.lower(), noun_phrase(phrase)))
    return found


def _readable(listed: tuple[str, ...], verb: str, subject: Phrase) -> bool:
    closed = DETERMINERS | POSSESSIVES | PREPOSITIONS | MODALS | RELATIVES | PRONOUNS | BE | HAVE | STOPS
    known = sum(bool(parts_of_speech(w)) or w in closed for w in listed)
    if not listed or known < 0.6 * len(listed):
        return False
    return bool(verb) or subject.kind != "thing" or subject.head.lower() not in ABSTRACT


def _with_themes(idea: Idea) -> Idea:
    """The themes of the idea, and the flags the parser adds."""
    found = {theme for theme, listed in themes().items() if idea.lemmas & listed}
    subject = idea.subject
    living_object = idea.object if idea.object and idea.object.living else None
    flags = {
        "pair": idea.second is not None or subject.number >= 2,
        "animal": subject.kind == "animal",
        "human": subject.kind == "person",
        "thing": subject.kind == "thing",
        "place": subject.kind == "place",
        "named": bool(subject.name),
        "able": idea.able,
        "event": bool(idea.lemmas & word_set("people", "weather")),
        "beast": bool(living_object and living_object.kind == "animal") or any(p.kind == "animal" for _, p in idea.preps),
        "unread": not idea.readable,
        "crowd": (subject.plural and not subject.number)
        or subject.head.lower() in ("everyone", "everybody", "nobody", "people", "town", "city", "village", "world"),
        "lost": lost_of(idea) is not None,
        "prop": prop_of(idea) is not None,
        "want": bool(want_of(idea)),
        "alive": subject.living or (idea.verb in _ANIMATE and subject.kind == "thing" and subject.head.lower() not in ABSTRACT and not subject.plural),
    }
    found -= {k for k, held in flags.items() if not held and k not in ("able", "event", "animal")}
    if subject.kind != "animal" and not flags["beast"]:
        found -= {"animal"}
    found |= {k for k, held in flags.items() if held}
    return Idea(**{**{k: getattr(idea, k) for k in idea.__dataclass_fields__}, "themes": frozenset(found)})


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
    options = [idea.object] if idea.object else []
    options += [p for w, p in idea.preps if w in ("in", "inside", "with", "from", "under", "behind", "into", "over", "for", "of", "on", "to", "against")]
    for p in options:
        pointed_at = (p is idea.object and p.plural) or (bool(p.det or p.number) and not p.plural)
        if p.kind == "thing" and pointed_at and not p.name and p.head.isalpha() and "NOUN" in parts_of_speech(p.head) and p.head.lower() not in _NO_PROPS:
            return p
    return None


def matter_of(idea: Idea) -> str:
    """What the idea is about, as it stands inside a sentence: `the whale`, `the hearing`, `time`, `painting`. Never empty.

    What the idea is when it has no verb, else the object, else what a preposition names; one thing rather than many.
    """
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
    named = [*alone, *([idea.object] if idea.object else []), *near, *_phrases_in(idea.phrase)]
    found = next((x for p in named if _names_a_matter(p) and (x := _the_matter(p, p in alone))), "")
    last = re.search(r"\b(?:the|a|an) ([a-zà-ÿ]+)$", idea.phrase)
    if not found and last and "NOUN" in parts_of_speech(last[1]):
        return f"the {last[1]}"
    return found or ("all this" if not alone else f"the business with {subject.text}")


def _phrases_in(phrase: str) -> Iterator[Phrase]:
    """Every noun phrase that begins with an article."""
    tokens = _tokens(phrase) if phrase else []
    for k, token in enumerate(tokens[:-1]):
        if token.lower() in ("a", "an", "the"):
            found, _ = take_phrase(tokens, k)
            if len(found) > 1:
                yield noun_phrase(found)


def _owned(p: Phrase) -> bool:
    return any(m.endswith(("'s", "’s")) for m in p.mods)


def _names_a_matter(p: Phrase) -> bool:
    head = p.head.lower()
    if head in _NO_MATTER | DETERMINERS | PRONOUNS or len(p.mods) > 3 or (p.number > 1 and p.plural):
        return False
    parts = parts_of_speech(head)
    return bool(p.name) or (p.head.isalpha() and (not parts or "NOUN" in parts))


def _the_matter(p: Phrase, alone: bool) -> str:
    if p.name or p.head[:1].isupper():
        return p.text if p.det or not p.name else p.name
    if p.det in POSSESSIVES:
        return f"the {p.head}"
    if p.plural:
        return f"the business with {p.text if not p.det else f'the {plural(p.noun)}'}"
    if not (p.det or p.number):
        return p.text if alone or _owned(p) or p.head in MASS_NOUNS | ABSTRACT else ""
    return f"the {p.noun}"


def deed_of(idea: Idea) -> str:
    """What is done in the idea, as a noun: `befriending a whale`, `losing one's hearing`; empty where it cannot be said so."""
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


def premises(idea: Idea, name: str, a_role: str) -> list[str]:
    """Ways to tell the idea in one sentence in its own words, best first; never empty."""
    found = []
    if idea.clause and idea.readable:
        found.append(_stated(idea))
        if (
            idea.subject.living
            and found[0] == capital(idea.sentence)
            and idea.past
            and idea.second is None
            and idea.sentence.startswith(idea.before)
            and idea.subject.det not in POSSESSIVES
            and not idea.subject.plural
            and idea.before == idea.subject.text
        ):
            found.append(f"{name} {idea.past}" if idea.subject.name else f"{name}, {a_role}, {idea.past}")
    elif idea.readable:
        own = (
            _bare(idea.subject) or idea.subject.det or idea.subject.name or idea.subject.plural or idea.subject.number or re.match(r"\w+['’]s ", idea.sentence)
        )
        bare = idea.sentence if own else with_article(idea.sentence)
        found += [f"It begins with {bare}", f"This is about {bare}", capital(bare)]
    else:
        found.append(f"It goes like this: {idea.sentence}")
    return found


def core(idea: Idea, words_max: int = 12) -> str:
    """The idea in few words: its sentence as far as the first clause or phrase that can be left off; at worst who it is about."""
    tokens = idea.sentence.split()
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
