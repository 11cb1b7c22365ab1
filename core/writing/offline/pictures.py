"""What is seen while the narrator tells, while somebody speaks, and between exchanges: pictures that serve what is said. Called by `staging`.

The text of every picture stands in `lexicon/pictures.yaml`; here is decided which sort is wanted.
"""

from __future__ import annotations

import re

from core.writing.offline.english import inflect, verb_form
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import word_set, words
from core.writing.offline.phrases import RELATIVES, STOPS
from core.writing.offline.plots import PlotLine

_UNSEEN = frozenset(
    [
        "be",
        "become",
        "want",
        "need",
        "love",
        "hate",
        "know",
        "learn",
        "believe",
        "discover",
        "realise",
        "realize",
        "remember",
        "think",
        "hope",
        "fear",
        "wish",
        "lose",
        "forget",
        "hear",
        "wake",
        "live",
        "exist",
        "seem",
        "claim",
        "decide",
        "try",
        "have",
        "dream",
        "can",
        "must",
        "understand",
        "mean",
        "fall",
        "stay",
        "die",
        "own",
        "befriend",
    ]
)
"""What cannot be filmed as it stands."""
_TELLS = re.compile(r"\{(premise|idea|subject|want[.a-z]*)\}", re.I)
_DEED_WORDS_MAX = 9
_NO = re.compile(r"^(?:no|not|never|nobody|nothing|none|i won't|i can't|i don't|i didn't|it isn't|that's not|it's not)\b", re.I)
_SELF = re.compile(r"^(?:i|i'm|i've|i'd|i'll|my|we|we're|we've|mine)\b", re.I)
_OTHER = re.compile(r"^(?:you|you're|you've|you'd|you'll|your|yours)\b", re.I)


def tells_the_idea(line: PlotLine) -> bool:
    """Whether this is the line that says what the film is about."""
    return any(_TELLS.search(option) for option in line.options)


def deed(idea: Idea, many: bool) -> str:
    """What the idea's own people are seen to do, in the present tense: `finds a message in a bottle`; empty where that cannot be seen.

    `many`: two do it (`rob a bakery`).
    """
    if not idea.clause or not idea.phrase or idea.verb in _UNSEEN or idea.able or idea.past != verb_form(idea.phrase, "VBD"):
        return ""
    if not idea.subject.living or not idea.sentence.startswith(idea.before) or idea.before != idea.subject.text:
        return ""
    head, *rest = idea.phrase.split()
    kept: list[str] = []
    for word in rest[:_DEED_WORDS_MAX]:
        if word.lower().rstrip(",") in RELATIVES | STOPS | {"and", "that"}:
            break
        kept.append(word.rstrip(","))
        if word.endswith(","):
            break
    if rest and not kept:
        return ""
    done = head if many else inflect(head, "VBZ")
    return " ".join([done, *kept])


def is_large(thing: str) -> bool:
    """Whether a thing is too large for two hands."""
    return thing.rpartition(" ")[2].lower() in word_set("pictures", "large")


def sort_of(text: str, prop: str) -> str:
    """The sort of a spoken line, by which the picture under it is chosen: ask, order, deny, confess, you, prop or say."""
    first = re.findall(r"[a-z']+", text.lower())[:1]
    last = prop.rpartition(" ")[2].lower()
    if text.endswith("?"):  # who asks where a thing is has it not in hand
        return "ask"
    if last and re.search(rf"\b{re.escape(last)}\b", text.lower()):
        return "prop"
    if first and first[0] in word_set("pictures", "orders"):
        return "order"
    for sort, pattern in (("deny", _NO), ("confess", _SELF), ("you", _OTHER)):
        if pattern.match(text):
            return sort
    return "say"


def under_premise(doing: str, many: bool, prop: bool, hands: bool, two: bool) -> list[str]:
    """Pictures under the premise: the deed itself, else whoever it is about with the thing that matters, with each other, or alone."""
    listed = words("pictures")["premise"]
    if doing:
        return list(listed["deed_of_two" if many else "deed"])
    if prop:
        return [*listed["prop"], *(listed["prop_hands"] if hands else [])]
    return list(listed["two"] if two else listed["alone"])


def under_narration(prop: bool, hands: bool, two: bool) -> list[str]:
    """Pictures under what else the narrator tells."""
    listed = words("pictures")["told"]
    found = list(listed["alone"])
    if two:
        found += listed["two"]
    if prop:
        found += [*listed["prop"], *(listed["prop_hands"] if hands else [])]
    return found


def under_line(sort: str, hands: bool, heard: bool) -> list[str]:
    """Pictures of somebody who speaks; `heard`: to somebody who is there."""
    listed = words("pictures")[sort if heard else "alone"]
    return [*listed["any"], *(listed["hands"] if hands else [])]


def between(two: bool, prop: bool) -> list[str]:
    """Pictures between two exchanges: whoever has just heard it, or the thing it is about."""
    listed = words("pictures")
    return [*(listed["reaction"] if two else listed["reaction_alone"]), *(listed["thing"] if prop else [])]


def of_the_beast(water: bool, speaking: bool) -> list[str]:
    """Pictures of somebody with the animal that the idea names; `water`: one that does not leave it; or of somebody who speaks beside it."""
    return list(words("pictures")["beast"]["speaking" if speaking else "water" if water else "land"])
