"""How one person's speech differs from another's: some never contract, some call people by their names. Called by `telling`.

Habits belong to a person for a whole film, so that two who say the same authored line still sound like themselves.
"""

from __future__ import annotations

import re

from core.writing.offline.lexicon import number, word_set, words

FORMAL_SHARE, NAMING_SHARE, CALLED_SHARE = 0.35, 0.5, 0.35
"""Shares of people who speak without contractions, of people who use names, and of their lines in which they do."""
_CALLED_AT_MOST_WORDS = 7
_LAST_SENTENCE = re.compile(r"(?:^|[.?] )([^.?!…\"“”,;:—–]+)([.?])$")
_CONTRACTED = re.compile(r"\b(\w+n't|\w+'(?:m|re|ve|ll|s))\b(?= (\w+))", re.I)


def spoken_by(text: str, person: str, species: str, listener: str, key: str) -> str:
    """A line as this person says it. `person` is a key that lasts through the film, `key` the line's own; `listener` a name, or empty."""
    if species == "robot" or _share(f"{person}|formal") < FORMAL_SHARE:
        text = uncontracted(text)
    if listener and _share(f"{person}|names") < NAMING_SHARE and _share(f"{key}|called") < CALLED_SHARE:
        text = calling(text, listener)
    return text


def uncontracted(text: str) -> str:
    """`I don't know` -> `I do not know`, where that is sure to be right: not in questions like `don't you`, not where `'s` may mean has or of."""
    full: dict[str, str] = words("contractions")

    def expand(match: re.Match[str]) -> str:
        short, following = match[1], match[2].lower()
        long = full.get(short.lower().replace("’", "'"))
        if long is None or following in word_set("grammar_words", "pronouns") | {"been", "got", "had"}:
            return short
        if short.lower().endswith("'s") and following.endswith(("ed", "en", "ne")):
            return short
        return long[:1].upper() + long[1:] if short[0].isupper() else long

    return _CONTRACTED.sub(expand, text)


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
