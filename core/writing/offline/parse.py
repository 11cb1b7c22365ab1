"""Reads an idea: who, does what, with what, where. No model, no network: a lexicon, agreement and some rules.

What cannot be read is still quoted: `Idea.readable` is False and the plots that quote the idea are told instead.
"""

from __future__ import annotations

import re

from core.writing.offline.about import lost_of, prop_of, want_of
from core.writing.offline.english import inflect, lemma, lemmas, parts_of_speech
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import themes, word_set
from core.writing.offline.phrases import (
    ABSTRACT,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
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
    tokens_of,
)

_LIGHT = word_set("grammar_words", "light")
_KNOW = word_set("grammar_words", "know")
_SKIP = word_set("grammar_words", "skip")
_ANIMATE = word_set("grammar_words", "animate")
"""What only somebody does: a thing that does it is somebody."""
_FRAME = re.compile(
    r"^(?:please |can you |could you |i want |i would like |i'd like |let's |make |create |write |shoot |film |do |give me |tell |me |us |to see |to make )*"
    r"(?:a |an |the |my )?"
    r"(?:[\w-]+ ){0,3}?(?:ad|advert|advertisement|commercial|trailer|teaser|sketch|joke"
    r"|film|movie|short|video|scene|story|tale|clip|comedy|drama|thriller|romance|cartoon|animation|documentary|musical|western|biopic"
    r"|(?:honest|intimate|quiet|moving|loving|tender|funny|short) portrait)"
    r"(?: film| movie| story| short)? "
    r"(?:about|of|for|where|in which|between|with|on|called|titled) ",
    re.I,
)
_OPENERS = re.compile(r"^(?:how|when|what if|imagine(?: that)?|suppose(?: that)?|once upon a time,?|one day,?|there (?:is|was|are|were)) ", re.I)
_THERE_IS = re.compile(r"^(?:(?:so|well|ok|okay|basically|anyway|right|listen),? )*there(?:['’]s| is| was) (?:this|that) ", re.I)
"""How somebody begins who tells it in passing: so there is this guy."""
_ASKED = re.compile(r"^(?:why|how|when|where) (did|does|is|was) (?=(?:a|an|the|my|his|her|this|that) )", re.I)
_ASIDE = re.compile(r"(?<=\w)(s|ed|t), [^,]{3,40}, (?=(?:an?|the|that|his|her|its|their) )")
_TEXTS = word_set("people", "message_things") | word_set("people", "texts")
_SOUNDING = word_set("people", "sounding")
_WORDS_MAX, _LETTERS_MAX, _CHARACTERS_MAX = 26, 30, 220


def tidy(idea: str) -> str:
    """The idea on one line, without quotation marks, markup, addresses and double spaces."""
    plain = re.sub(r"(?:https?://|www\.)\S+|[{}\[\]<>*_`#\"“”«»\u200b-\u200f\u202a-\u202e\x00-\x08\x0b-\x1f]", "", idea.replace("\n", " "))
    plain = re.sub(r"\bvs\.? ", "versus ", plain)
    plain = re.sub(r"\b(Mr|Mrs|Ms|Dr|Prof|St|Capt|Sgt)\. ", r"\1 ", plain)
    return re.sub(r"\s+", " ", plain).strip() or " ".join(re.findall(r"\w+", idea)) or "somebody"


def _sentence(raw: str) -> str:
    first = re.split(r"(?<=[.!?])\s+|;|\s[—–-]\s", raw)[0].rstrip(".!?…, ")
    body = first
    # A trailer for a film about a toaster is two frames.
    while (frame := _FRAME.match(body)) and frame.end() < len(body) - 3:
        body = body[frame.end() :]
    body = _THERE_IS.sub("a ", body)
    body = _as_told(body) or _OPENERS.sub("", body).strip() or first or raw
    return _cut(body)


def _as_told(body: str) -> str:
    """What a question takes for granted: `the chicken crossed the road`, of why it did; empty where nothing is asked."""
    asked = _ASKED.match(body)
    if not asked:
        return ""
    tokens = tokens_of(body[asked.end() :])
    word = asked[1].lower()
    if word not in ("did", "does"):
        nouns = next((j for j in range(1, len(tokens)) if "NOUN" not in parts_of_speech(tokens[j])), len(tokens) - 1)
        return _joined(" ".join([*tokens[:nouns], word, *tokens[nouns:]])) if nouns > 1 else ""
    for j in range(2, len(tokens)):
        word = tokens[j].lower()
        if "VERB" in parts_of_speech(word) and lemma(word, "VERB") == word and nounish(tokens[j - 1]):
            told = inflect(word, "VBD" if asked[1].lower() == "did" else "VBZ")
            return _joined(" ".join([*tokens[:j], told, *tokens[j + 1 :]]))
    return ""


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
        elif j != relative and tokens[j].lower() != "," and is_finite(tokens, j, 0, many) and not (relative and _is_its_object(tokens, j, relative)):
            return _not_a_participle(tokens, j, many), False
    if relative:
        return relative, True
    for j in range(i, len(tokens)):
        if is_ing(tokens[j]) and (
            j == i or (not tokens[j - 1].endswith(("'s", "’s")) and nounish(tokens[j - 1]) and "ADJ" not in parts_of_speech(tokens[j - 1]))
        ):
            return j, True
    return None, False


def _is_its_object(tokens: list[str], j: int, relative: int) -> bool:
    """Whether what looks like a verb belongs to the object of the relative clause before: who grants wishes, who collects lost gloves."""
    word = tokens[j].lower()
    base = lemma(word, "VERB")
    if j == len(tokens) - 1:
        return "NOUN" in parts_of_speech(lemma(word, "NOUN"))
    return j == relative + 1 and word not in (base, inflect(base, "VBZ")) and nounish(tokens[j + 1])


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
    every = tokens_of(sentence)
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
    framed = None
    before = _joined(" ".join(tokens[:at])) if at is not None else _joined(" ".join(tokens))
    past = _past(tokens, at) if at is not None and not relative else ""
    verb, wanted, able, rest = _predicate(tokens, at)
    found, _ = take_phrase(tokens, rest) if at is not None and rest < len(tokens) else ([], 0)
    target = noun_phrase(found) if found else None
    if (at is None and re.search(r"['’]s$", tokens[0]) and not parts_of_speech(tokens[0][:-2].lower())) or tokens[0][:-2].lower() in word_set("people", "kin"):
        subject = noun_phrase([tokens[0][:-2]])
    elif subject.kind in ("thing", "place") and second is None and (at is None or relative):
        inside = _inside(tokens, preps, at)
        if inside is not None:
            framed, subject = subject, inside
            second = _other_side(tokens, inside) if second is None else second
    readable = _readable(listed, frozenset(subject.name.lower().split()), verb, subject)
    first_word = subject.name or tokens[0][0].isupper()
    quoted = sentence if first_word else sentence[:1].lower() + sentence[1:]
    draft = Idea(raw, quoted, listed, known, subject, second, framed, verb, wanted, _joined(past), before, target, tuple(preps), able, readable,
                 at is not None and not relative, frozenset())  # fmt: skip
    return _with_themes(draft)


def _inside(tokens: list[str], preps: list[tuple[str, Phrase]], at: int | None) -> Phrase | None:
    """Whoever stands inside what the idea calls itself: the goose of a court case against a goose who stole a ring."""
    living = [(w, p) for w, p in preps if p.living]
    if at is None:
        return next((p for w, p in living if w in (",", "by", "between", "about", "with", "of")), None)
    # The clause is about whoever stands right before its `who`.
    before = " ".join(tokens[: at - 1])
    return next((p for _, p in living if before.endswith(p.text)), None)


def _other_side(tokens: list[str], one: Phrase) -> Phrase | None:
    """The burglar, of a game between a nun and a burglar."""
    text = " ".join(tokens)
    _, found, rest = text.partition(f"between {one.text} and ")
    phrase, _ = take_phrase(rest.split(), 0) if found and rest else ([], 0)
    other = noun_phrase(phrase) if phrase else None
    return other if other and other.living else None


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


def _readable(listed: tuple[str, ...], names: frozenset[str], verb: str, subject: Phrase) -> bool:
    closed = DETERMINERS | POSSESSIVES | PREPOSITIONS | MODALS | RELATIVES | PRONOUNS | BE | HAVE | STOPS
    known = sum(bool(parts_of_speech(w)) or w in closed or w in names for w in listed)
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
        "beast": bool(living_object and living_object.kind == "animal") or any(p.kind == "animal" and not p.plural for _, p in idea.preps),
        "unread": not idea.readable,
        "crowd": (subject.plural and not subject.number)
        or subject.head.lower() in ("everyone", "everybody", "nobody", "people", "town", "city", "village", "world"),
        "lost": lost_of(idea) is not None,
        "prop": prop_of(idea) is not None,
        "want": bool(want_of(idea)),
        "alive": subject.living or (idea.verb in _ANIMATE and subject.kind == "thing" and not subject.plural and not _lifeless(idea)),
    }
    found -= {k for k, held in flags.items() if not held and k not in ("able", "event", "animal")}
    if subject.kind != "animal" and not flags["beast"]:
        found -= {"animal"}
    found |= {k for k, held in flags.items() if held}
    return Idea(**{**{k: getattr(idea, k) for k in idea.__dataclass_fields__}, "themes": frozenset(found)})


def _lifeless(idea: Idea) -> bool:
    """Whether its thing is nobody, whatever is said of it: a recipe that saves a marriage, but not one that falls in love."""
    head = idea.subject.head.lower()
    return head in ABSTRACT or (not idea.clause and head in _TEXTS) or (idea.verb in ("play", "sing") and head in _SOUNDING)
