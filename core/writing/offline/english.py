"""English forms: articles, plurals, verb forms, capitals. A thin face over lemminflect for the parser and the slots."""

from __future__ import annotations

import re
from functools import lru_cache

from lemminflect import getAllLemmas, getInflection

from core.writing.offline.lexicon import word_set

_VOWEL_SOUND = re.compile(r"(?:[aeiou]|hour|honest|heir|hono)", re.I)
_CONSONANT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|uti|eu|one\b|once|ewe|ubi|ufo)", re.I)
_SURFACE = re.compile(r"(?:road|street|rocks|roof|beach|bridge|hill|path|stairs|steps|platform|balcony|terrace|quay|pier|dunes|ridge|moor|ice|deck|pass)\b")
_ENCLOSED = re.compile(
    r"(?:garden|square|park|street|alley|lane|yard|courtyard|field|meadow|wood|woods|forest|desert|village|orchard|clearing|market|valley|greenhouse|river)\b"
)
_IRREGULAR_PLURALS = {"oxen", "people", "men", "women", "children", "mice", "feet", "teeth", "geese", "police", "cattle"}
MASS_NOUNS = word_set("grammar_words", "mass")
"""Nouns that take no `a`."""


@lru_cache(maxsize=8192)
def parts_of_speech(word: str) -> dict[str, tuple[str, ...]]:
    """Every part of speech the form can have, each with its dictionary forms: `{'NOUN': ('paint',), 'VERB': ('paint',)}`."""
    found: dict[str, tuple[str, ...]] = getAllLemmas(word.lower())
    return found


PAST_RATHER = {"fell": "fall", "found": "find", "saw": "see", "lit": "light"}
"""Past forms that are rarer verbs as well: the moon fell, nobody felled it."""


@lru_cache(maxsize=8192)
def lemma(word: str, part: str) -> str:
    """The dictionary form nearest in spelling, or the word itself where the lexicon has none."""
    if part == "VERB" and word.lower() in PAST_RATHER:
        return PAST_RATHER[word.lower()]
    known = parts_of_speech(word).get(part, ())
    if not known:
        return word.lower()
    if len(known) > 1 and word.endswith("s") and not word.endswith("ss"):
        known = tuple(x for x in known if x != word.lower())
    return min(known, key=lambda x: (x[:3] != word[:3].lower(), abs(len(x) - len(word))))


def lemmas(word: str) -> set[str]:
    """The word itself and all its dictionary forms."""
    return {word.lower(), *(x for forms in parts_of_speech(word).values() for x in forms)}


@lru_cache(maxsize=8192)
def inflect(word: str, tag: str) -> str:
    """A Penn tag's form of a word: NNS, VBZ, VBG, VBD, VBN."""
    if word == "be":
        return {"VBZ": "is", "VBG": "being", "VBD": "was", "VBN": "been"}.get(tag, word)
    found = getInflection(word, tag)
    if found:
        return str(found[0])
    return word + {"NNS": "s", "VBZ": "s", "VBG": "ing", "VBD": "ed", "VBN": "ed"}.get(tag, "")


def verb_form(phrase: str, tag: str) -> str:
    """A verb phrase with its first word inflected: `share one kitchen`, VBG -> `sharing one kitchen`."""
    head, _, rest = phrase.partition(" ")
    return f"{inflect(head, tag)} {rest}".strip()


def plural(noun: str) -> str:
    """`message in a bottle` is not asked for; `noodle chef` -> `noodle chefs`."""
    head, _, last = noun.rpartition(" ")
    form = last if last in _IRREGULAR_PLURALS else inflect(last, "NNS")
    return f"{head} {form}".strip()


def is_plural(noun: str) -> bool:
    """Whether the last word of a noun phrase is a plural form (and not also a dictionary form, like `news`)."""
    last = noun.rpartition(" ")[2].lower()
    return last in _IRREGULAR_PLURALS or (lemma(last, "NOUN") != last and last.endswith("s") and not last.endswith("ss"))


def article(noun: str) -> str:
    """`a` or `an`, by how the word sounds."""
    vowel = _VOWEL_SOUND.match(noun) and not _CONSONANT_SOUND.match(noun)
    return "an" if vowel else "a"


def with_article(noun: str) -> str:
    """`an orange door`, `bread` (no article), `scissors`."""
    if noun.rpartition(" ")[2].lower() in MASS_NOUNS or is_plural(noun):
        return f"some {noun}"
    return f"{article(noun)} {noun}"


def capital(text: str) -> str:
    """First letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentences_capitalised(text: str) -> str:
    """A capital at the beginning of every sentence, also inside a quotation; a closing mark if there is none."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(^[\"“(]?|[.!?…][\"”]? +[\"“]?)([a-zà-ÿ])", _raise, text)
    return text if text[-1] in '.!?…"”—' else text + "."


def _raise(match: re.Match[str]) -> str:
    # After a broken-off word the sentence may go on small: "I… never mind".
    if match[1].startswith("…"):
        return match[0]
    return match[1] + match[2].upper()


def number_word(n: int) -> str:
    """Whole numbers below a hundred in words."""
    ones = [
        "nought",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if n < 20:
        return ones[n]
    return tens[n // 10 - 2] + (f"-{ones[n % 10]}" if n % 10 else "")


def title_case(text: str) -> str:
    """A film title: small words stay small unless they come first."""
    small = {"the", "a", "an", "of", "to", "it", "and", "for", "in", "on", "at", "with", "by", "or", "from"}
    words = text.rstrip(".").split()
    return " ".join(w if i and w.lower() in small else capital(w) for i, w in enumerate(words))


def place_preposition(name: str, inside: str) -> str:
    """`in`, `on` or `at`, by what a place is called and whether it has a roof (`in` or `out`)."""
    return "in" if inside == "in" or _ENCLOSED.search(name) else "on" if _SURFACE.search(name) else "at"
