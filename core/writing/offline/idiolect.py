"""How one person's speech differs from another's: some never contract, some call people by their names. Called by `telling`.

Habits belong to a person for a whole film, so that two who say the same authored line still sound like themselves.
"""

from __future__ import annotations

import re

from core.writing.offline.english import capital, inflect, parts_of_speech
from core.writing.offline.lexicon import draw, number, word_set, words

FORMAL_SHARE = 0.35
"""The share of people who speak without contractions."""
OPENED_FROM_WORDS = 3
_CALLED_AT_MOST_WORDS = 7
_LAST_SENTENCE = re.compile(r"(?:^|[.?] )([^.?!…\"“”,;:—–]+)([.?])$")
_CONTRACTED = re.compile(r"\b(\w+n't|\w+'(?:m|re|ve|ll|s))\b(?= (\w+))", re.I)


def spoken_by(text: str, person: str, species: str, listener: str) -> str:
    """A line as this person says it. `person` is a key that lasts through the film; `listener` whoever may be called by name here, or empty."""
    text = worded(text, person)
    if species == "robot" or _share(f"{person}|formal") < FORMAL_SHARE:
        text = uncontracted(text)
    return calling(text, listener) if listener else text


def worded(text: str, person: str) -> str:
    """A text in the words that this person uses: `someone` or `somebody`, `maybe` or `perhaps`; the same all through a film."""
    for usual, other in words("speech")["pairs"]:
        if usual.split()[0].lower() in text.lower() and number(f"{person}|{usual}") % 2:
            text = re.sub(rf"\b{usual}\b(?!')", other, text)
            # With a capital inside a sentence it is a name: "Who let it in?" "Nobody."  "Then write to Nobody."
            text = re.sub(rf"(^|[.?!…:] |[\"“]){capital(usual)}\b(?!')", rf"\g<1>{capital(other)}", text)
    return text


def opened(text: str, person: str) -> str:
    """`What's in the tin?` -> `So, what's in the tin?`, by this person's own way to begin; as it is where that would not do."""
    first, *rest = text.split()
    asks = first.lower() in word_set("speech", "questions_begin") and text.endswith("?")
    tells = first.lower() in word_set("speech", "statements_begin") and text.endswith(".") and len(rest) >= OPENED_FROM_WORDS and " know" not in text
    if len(rest) < 2 or not (asks or tells):
        return text
    begin: str = draw(f"{person}|opener", list(words("speech")["before_questions" if asks else "before_statements"]))
    return f"{begin}{first[0].lower()}{text[1:]}"


def uncontracted(text: str) -> str:
    """`I don't know` -> `I do not know`, where that is sure to be right: not in questions like `don't you`, not where `'s` may mean has or of."""
    full: dict[str, str] = words("contractions")

    def expand(match: re.Match[str]) -> str:
        short, following = match[1], match[2].lower()
        long = full.get(short.lower().replace("’", "'"))
        if long is None or following in word_set("grammar_words", "pronouns") | {"been", "got", "had", "ever", "never", "already", "just"}:
            return short
        if short.lower().endswith("'s") and _may_be_participle(following):
            # `It's come back`: this is `has`, or may be.
            return short
        return long[:1].upper() + long[1:] if short[0].isupper() else long

    return _CONTRACTED.sub(expand, text)


def _may_be_participle(word: str) -> bool:
    verbs = parts_of_speech(word).get("VERB", ())
    return word.endswith(("ed", "en", "ne")) or any(inflect(verb, "VBN") == word for verb in verbs)


def calling(text: str, name: str) -> str:
    """`Not yet.` -> `Not yet, Theo.`, where the last sentence is short and plain."""
    found = _LAST_SENTENCE.search(text)
    if (
        not found
        or name in text
        or len(found[1].split()) > _CALLED_AT_MOST_WORDS
        or found[1].split()[-1].lower() in word_set("grammar_words", "not_before_name")
    ):
        return text
    return f"{text[: found.end(1)]}, {name}{found[2]}"


def _share(key: str) -> float:
    return (number(key) % 10000) / 10000
