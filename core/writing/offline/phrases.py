"""Noun phrases and finite verbs of an idea, by lexicon and agreement: the parser's eyes. Called by `parse`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.writing.offline.english import PAST_RATHER, inflect, lemma, parts_of_speech
from core.writing.offline.lexicon import word_set, words

DETERMINERS = word_set("grammar_words", "determiners")
POSSESSIVES = word_set("grammar_words", "possessives")
NUMBERS: dict[str, int] = words("grammar_words")["numbers"]
PREPOSITIONS = word_set("grammar_words", "prepositions")
MODALS = word_set("grammar_words", "modals")
RELATIVES = word_set("grammar_words", "relatives")
PRONOUNS = word_set("grammar_words", "pronouns")
BE = word_set("grammar_words", "be")
HAVE = word_set("grammar_words", "have")
PARTICLES = word_set("grammar_words", "particles")
STOPS = word_set("grammar_words", "stop")
ANIMALS = word_set("people", "animals")
ABSTRACT = word_set("people", "abstract")
_PERSONS = word_set("people", "person") | word_set("people", "kin") | word_set("people", "child") | word_set("people", "beings")
_NOT_PERSONS = word_set("people", "not_person")
_CLOSING = DETERMINERS | POSSESSIVES | PARTICLES | PRONOUNS
_NO_NAMES = word_set("people", "no_names")
_AGENT = re.compile(r"(er|or|ist|ian|man|woman|smith|wright|eer|keeper)$")
_EMPTY_MODS = frozenset(["rival", "own", "other", "same", "competing", "first", "last", "only", "missing", "lost", "stolen", "single", "very", "certain"])


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: determiner, number, modifiers, head."""

    text: str
    det: str
    number: int
    mods: tuple[str, ...]
    head: str
    plural: bool
    name: str
    kind: str
    """person | animal | place | thing"""

    @property
    def noun(self) -> str:
        """Modifiers and head without determiner and number, in the singular: `noodle chef`."""
        mods = [m for m in self.mods if m.lower() not in _EMPTY_MODS][-2:]
        return " ".join([*mods, self.head])

    @property
    def living(self) -> bool:
        """Whether somebody, not something, is meant."""
        return self.kind in ("person", "animal")


def is_person(head: str) -> bool:
    """Whether a dictionary form is a word for somebody: listed, or an agent noun like `lamplighter`."""
    if head in _PERSONS:
        return True
    if len(head) < 5 or head in _NOT_PERSONS or head in words("places") or not _AGENT.search(head):
        return False
    parts = parts_of_speech(head)
    return "NOUN" in parts or (not parts and head.endswith(("maker", "keeper", "smith", "wright", "man", "woman")))


def noun_phrase(tokens: list[str]) -> Phrase:
    """The phrase these tokens form."""
    first = tokens[0].lower()
    det = first if first in DETERMINERS | POSSESSIVES else ""
    body = tokens[1:] if det else tokens[:]
    number = _number_of(body[0]) if body else 0
    body = (body[1:] if number else body) or ["somebody"]
    head = body[-1]
    proper = head[0].isupper()
    base = head if proper else lemma(head, "NOUN")
    many = number > 1 or (not proper and det not in ("a", "an") and base != head.lower() and not head.endswith("ss"))
    named = ""
    if proper and not det and all(w[0].isupper() for w in body):
        named = " ".join(body)
    elif proper and len(body) > 1 and (body[-2].lower() in ANIMALS or is_person(body[-2].lower())):
        # "my dog Rex": the noun says what, the name who.
        named, base = head, lemma(body[-2], "NOUN")
        body = body[:-1]
    return Phrase(" ".join(tokens), det, number, tuple(body[:-1]), base, many, named, _kind(base, bool(named)))


def _number_of(word: str) -> int:
    """What a number word or up to two digits mean; 0 where it is no number."""
    return NUMBERS.get(word.lower(), 0) or (int(word) if re.fullmatch(r"[1-9][0-9]?", word) else 0)


def _kind(head: str, named: bool) -> str:
    low = head.lower()
    if low in ANIMALS:
        return "animal"
    if low in _NO_NAMES:
        return "thing"
    if (named and low not in words("places")) or low in PRONOUNS or is_person(low):
        return "person"
    return "place" if low in words("places") else "thing"


def nounish(word: str) -> bool:
    """Whether a form can end a noun phrase."""
    low = word.lower()
    if low in DETERMINERS | POSSESSIVES | PREPOSITIONS | MODALS | RELATIVES or low in NUMBERS:
        return False
    return "NOUN" in parts_of_speech(low) or word[0].isupper() or not parts_of_speech(low) or low in PRONOUNS


def is_ing(word: str) -> bool:
    """Whether a form is a verb's -ing form."""
    return bool(re.match(r"\w{2,}ing$", word)) and "VERB" in parts_of_speech(word)


def is_finite(tokens: list[str], j: int, start: int, many: bool = False) -> bool:
    """Whether token j is the finite verb of a clause whose subject starts at `start`: agreement does most of the work."""
    word = tokens[j].lower()
    before = tokens[j - 1].lower() if j > start else ""
    after = tokens[j + 1] if j + 1 < len(tokens) else ""
    if j <= start or tokens[j][0].isupper() or before == "," or before.isdigit():
        return False
    if word in MODALS | BE | HAVE and before not in DETERMINERS | POSSESSIVES:
        return True
    if "VERB" not in parts_of_speech(word) or before in DETERMINERS | POSSESSIVES:
        return False
    adverb_before = "ADV" in parts_of_speech(before) and before not in PREPOSITIONS
    if not (nounish(tokens[j - 1]) or before in RELATIVES or adverb_before):
        return False
    end = next((k for k in range(start + 1, j) if tokens[k].lower() in PREPOSITIONS | RELATIVES), j)
    subject = noun_phrase(tokens[start:end])
    base = lemma(word, "VERB")
    many = many or subject.plural or subject.text.lower() in ("i", "we", "you", "they")
    agrees = word == base if many else word == inflect(base, "VBZ")
    past = word != base and word == inflect(base, "VBD") and ("NOUN" not in parts_of_speech(word) or word in PAST_RATHER)
    gets = base in ("get", "become") and "VERB" in parts_of_speech(after)
    return (agrees or past) and (gets or _may_follow(after) or _is_a_participle_before(after, tokens[j + 2 : j + 3]))


def _may_follow(after: str) -> bool:
    if not after or after[0].isupper() or after == ",":
        return True
    low = after.lower()
    if low in DETERMINERS | POSSESSIVES | PREPOSITIONS | PRONOUNS | STOPS | RELATIVES or low in NUMBERS or low.endswith("ing"):
        return True
    parts = parts_of_speech(low)
    return not parts or bool(set(parts) & {"NOUN", "ADJ", "ADV"})


def _is_a_participle_before(word: str, noun: list[str]) -> bool:
    """`collects lost gloves`: a participle that says which."""
    low = word.lower()
    return bool(noun) and nounish(noun[0]) and "VERB" in parts_of_speech(low) and low == inflect(lemma(low, "VERB"), "VBN")


def _says_what_befell(tokens: list[str], j: int) -> bool:
    """`A pig accused of murder`: a participle with its preposition after somebody."""
    word = tokens[j].lower()
    base = lemma(word, "VERB")
    return word != base and word == inflect(base, "VBN") and j + 1 < len(tokens) and tokens[j + 1].lower() in PREPOSITIONS


def take_phrase(tokens: list[str], i: int, many: bool = False) -> tuple[list[str], int]:
    """The tokens of the noun phrase that begins at i, and where it ends."""
    j = i
    closed = PREPOSITIONS | RELATIVES | MODALS | STOPS | {","}
    while j < len(tokens):
        word = tokens[j].lower()
        before = tokens[j - 1].lower() if j > i else ""
        if word in closed or is_finite(tokens, j, i, many) or (j > i and word in _CLOSING):
            break
        if j > i and (before in ANIMALS or is_person(before)) and _says_what_befell(tokens, j):
            break
        inner = j > i and before not in DETERMINERS | POSSESSIVES and before not in NUMBERS and "ADJ" not in parts_of_speech(before)
        if inner and is_ing(word) and j + 1 < len(tokens):
            break
        j += 1
    return tokens[i:j], j


def tokens_of(sentence: str) -> list[str]:
    """The words and commas of a sentence; its first word small unless it is a name."""
    tokens = re.findall(r"[A-Za-zÀ-ÿ0-9]+(?:['’-][A-Za-zÀ-ÿ0-9]+)*['’]?|,", sentence) or ["somebody"]
    first = tokens[0].lower()
    if parts_of_speech(first) or first in DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS or first in NUMBERS:
        follows_name = len(tokens) > 1 and tokens[1][0].isupper() and first not in DETERMINERS | POSSESSIVES | PREPOSITIONS
        if not follows_name:
            tokens[0] = first
    return tokens
