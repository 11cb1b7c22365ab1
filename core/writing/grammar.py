"""Plain talk without a model: `make scene 2 at night and rename Mara to Ana` becomes edits, and what was not understood is said so.

    understand(script, "delete shot 4, then make it 45 seconds")  ->  Understood(edits=(DeleteShot…, Resize…), unclear=())

A sentence is cut into clauses at `and`, `then`, commas wherever that leaves the least unclear; each clause must be understood to its last
word by one rule (`grammar_scenes`, `_shots`, `_lines`, `_people`). Doubt is never resolved by guessing: a question, a condition or a
negation beside a command leaves the whole sentence unclear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from core.writing import grammar_lines, grammar_people, grammar_scenes, grammar_shots
from core.writing.edits import Edit, Undo
from core.writing.grammar_clause import TOKEN, Clause, read
from core.writing.grammar_words import spelled_right
from core.writing.script import Script
from core.writing.writer import Understood

SENTENCES_MAX, CLAUSES_MAX = 20, 14
"""Longer talk is not a wish but a text; the rest of it is unclear."""

_ASK = r"(?:can|could|would|will)\s+(?:you|we|it)\s+(?:please\s+|maybe\s+|just\s+|also\s+|perhaps\s+)*"
_WISH = (
    r"(?:i(?:'d| would)? (?:want|like|love|prefer)(?: you| it| us)? to|i want(?: you)? to|i need you to|let's|let us|we should|you should|you can|"
    r"how about we|go ahead and|i (?:think|guess|feel)(?: that)?)\s+"
)
_POLITE = re.compile(
    rf"^(?:(?:please|pls|ok|okay|hey|hi|hello|well|so|now|and|also|then|yes|yeah|great|nice|good|perfect|thanks|maybe|perhaps|just|actually|hmm|oh|next|first|"
    rf"finally|sysrai)\b[\s,!:]*|{_ASK}|{_WISH})+",
    re.IGNORECASE,
)  # fmt: skip
_AFTER = re.compile(
    r"(?:[\s,]+(?:please|pls|thanks|thank you|instead|for me|now|too|as well|ok|okay|if you (?:can|could|like|would)|would you|will you))+$", re.IGNORECASE
)
_NOTHING = re.compile(
    r"(?:please|thanks|thank you(?: very much)?|ok|okay|great|nice|perfect|hi|hello|hey|good|and|then|well|that's all|that is all|cheers)?[\s,!]*",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:how|what|why|when|who|whose|which|where|is|are|was|were|does|do|did|has|have you|am|should|shall|may|might|could it|would it|will it|can i|"
    r"could i)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:if|unless|don['’]?t|do not|doesn['’]?t|never|not|instead of|rather than|without|whether|wonder|wish|almost|only|except|but|until|isn['’]?t|"
    r"shouldn['’]?t|can['’]?t|cannot|won['’]?t|would|might|maybe|why|because|no longer|keep|leave|anything|nothing|undecided|unsure)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*,\s*(?:(?:and then|and also|and|then|but also|also)\s+)?|\s+(?:and then|and also|but also|and|then|also|plus|&)\s+|\s*;\s*", re.IGNORECASE
)
_UNDO = re.compile(
    r"(?:undo|revert|go back|take (?:it|that|this) back|step back)(?:\s+(?:it|that|this|one step|a step|please|(?:the|my) last (?:change|edit|thing|step|one)|"
    r"to the (?:previous|last|earlier) (?:version|one)))*|back to the (?:previous|last) version",
    re.IGNORECASE,
)
_IT = re.compile(r"(?<![\w<])it(?!\w)", re.IGNORECASE)
Rule = Callable[[Clause], list[Edit] | None]
_RULES: tuple[Rule, ...] = (*grammar_people.RULES, *grammar_lines.RULES, *grammar_scenes.RULES, *grammar_shots.RULES)


@dataclass(frozen=True)
class _Part:
    """A stretch of a sentence: its edits, or none if it was not understood."""

    text: str
    edits: tuple[Edit, ...] | None
    start: int
    end: int


def understand(script: Script, said: str) -> Understood:
    """What a person asks of this script in their own English words. Never raises; what nobody understood is in `unclear`."""
    edits: list[Edit] = []
    unclear: list[str] = []
    sentences = _sentences(said)
    for sentence in sentences[:SENTENCES_MAX]:
        found, missed = _sentence(script, sentence)
        edits += found
        unclear += missed
    unclear += sentences[SENTENCES_MAX:]
    return Understood(tuple(edits), tuple(unclear))


def _sentences(said: str) -> list[str]:
    """Cut after full stops and line ends that do not stand inside quotation marks or numbers."""
    parts, quoted, start = list[str](), "", 0
    closes = {'"': '"', "“": "”", "«": "»", "„": "“"}
    for at, sign in enumerate(said):
        if quoted:
            quoted = "" if sign == quoted else quoted
        elif sign in closes and closes[sign] in said[at + 1 :]:
            quoted = closes[sign]
        elif sign == "\n" or (
            (sign in ".!?" and not said[at + 1 : at + 2].strip(" \n\t")) and not re.search(r"\b(?:no|nr|mr|mrs|dr|st)$", said[start:at], re.IGNORECASE)
        ):
            parts.append(said[start : at + 1])
            start = at + 1
    parts.append(said[start:])
    return [part.strip() for part in parts if re.search(r"\w", part)]


def _sentence(script: Script, sentence: str) -> tuple[list[Edit], list[str]]:
    best = _attempt(read(script, _bare(sentence)), sentence)
    if best[1]:
        mended, typed = spelled_right(sentence)
        if typed:
            again = _attempt(read(script, _bare(mended), typed), sentence)
            if len(again[1]) < len(best[1]) or len(" ".join(again[1])) < len(" ".join(best[1])):
                best = again
    return best


def _bare(sentence: str) -> str:
    """Without what is polite or ends the sentence; a request in the form of a question becomes the request."""
    text = sentence.strip().replace("’", "'")
    text = re.sub(r"[\s.!…]+$", "", text)
    asked = text.endswith("?")
    text = text.rstrip("? ")
    bare = _POLITE.sub("", text)
    for _ in range(2):
        bare = _AFTER.sub("", bare).rstrip(" ,")
    if asked and not re.match(_POLITE.pattern, text, re.IGNORECASE):
        return bare + "?"
    return bare


def _attempt(clause: Clause, sentence: str) -> tuple[list[Edit], list[str]]:
    if _NOTHING.fullmatch(clause.text):
        return [], []
    if clause.text.endswith("?") or _QUESTION.match(clause.text):
        return [], [sentence]
    parts = _parts(clause)
    edits = [edit for part in parts for edit in part.edits or ()]
    missed = [part for part in parts if part.edits is None]
    if missed and (not edits or any(_DOUBT.search(part.text) for part in missed)):
        return [], [sentence]
    unclear: list[str] = []
    for part, before in zip(missed, [None, *missed], strict=False):
        if before and parts.index(part) == parts.index(before) + 1:
            unclear[-1] = clause.restored(clause.text[before.start : part.end])
        else:
            unclear.append(clause.restored(part.text))
    return edits, unclear


def _parts(clause: Clause) -> list[_Part]:
    """The cut into clauses that leaves the fewest words unclear, and of those the one with most clauses."""
    joints = [(found.start(), found.end()) for found in _JOINT.finditer(clause.text) if found.start() > 0][: CLAUSES_MAX - 1]
    starts, ends = [0, *(end for _, end in joints)], [*(start for start, _ in joints), len(clause.text)]
    count = len(starts)

    @cache
    def best(at: int, before: str) -> tuple[int, int, tuple[_Part, ...]]:
        if at == count:
            return 0, 0, ()
        choices = []
        for last in range(at, count):
            text = clause.text[starts[at] : ends[last]]
            edits, frame = _clause(clause.with_text(text), before)
            if edits is None and last > at:
                continue
            unclear, fewer, rest = best(last + 1, frame if edits is not None else "")
            part = _Part(text, None if edits is None else tuple(edits), starts[at], ends[last])
            missed = len(text.split()) if edits is None and not _NOTHING.fullmatch(text) else 0
            choices.append((unclear + missed, fewer - (1 if edits is not None else 0), (part, *rest)))
        return min(choices, key=lambda choice: choice[:2])

    return [part for part in best(0, "")[2] if part.edits is not None or not _NOTHING.fullmatch(part.text)]


def _clause(clause: Clause, before: str) -> tuple[list[Edit] | None, str]:
    """The edits of one clause, and the frame that the next clause may leave out: `make <S0> ` before `rainy`, `delete ` before `<S1>`."""
    text = _AFTER.sub("", _POLITE.sub("", clause.text)).strip(" ,")
    verb, _, target = before.partition("|")
    tries = [text]
    if target and _IT.search(text) and not re.search(r"minute", text):
        tries = [_IT.sub(target, text, count=1)] if not (target.startswith("<S") and re.search(r"second|\d\s*s\b|longer|shorter", text)) else []
    elif target:
        tries.insert(0, f"make {target} {text}")
    if verb and re.match(r"<[SH]\d+>$|<C\d+>\s", text):
        tries.append(f"{verb} {text}")
    for attempt in tries:
        edits = _edits(clause.with_text(attempt))
        if edits is not None:
            return edits, _frame(attempt, edits)
    return None, ""


def _frame(text: str, edits: list[Edit]) -> str:
    tokens = [found[0] for found in TOKEN.finditer(text) if found[1] in "SH"]
    if named := re.match(r"(?:rename|call|name)\s+<C", text, re.IGNORECASE):
        return f"{named[0].split()[0]}|"
    if not tokens:
        return ""
    gone = any(edit.kind in ("delete_shot", "delete_scene", "add_shot", "move_shot", "move_scene", "undo") for edit in edits)
    verb = text.split()[0] if re.match(r"(?:delete|remove|redraw|split)\b", text, re.IGNORECASE) else ""
    return f"{verb}|{'' if gone and not verb else tokens[0]}"


def _edits(clause: Clause) -> list[Edit] | None:
    if not clause.text or _QUESTION.match(clause.text):
        return None
    if _UNDO.fullmatch(clause.text):
        return [Undo()]
    for rule in _RULES:
        edits = rule(clause)
        if edits is not None:
            return edits
    return None
