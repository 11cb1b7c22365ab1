"""A clause of plain talk, its references found: scenes, shots, characters and quotations stand as tokens, ready for the rules.

    make scene 2 darker, and let Mara say “No.”   ->   make <S0> darker, and let <C0> say <Q0>

`<S…>` scenes, `<H…>` shots, `<C…>` one of the cast, `<N0>` the narrator, `<Q…>` something in quotation marks. A token may mean several
shots or scenes (`shots 2 to 4`), or one that the script does not have (its id is then `#9`, which `applying.apply` refuses by name).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import lemminflect

from core.writing.grammar_roles import roles
from core.writing.grammar_words import COUNT, ORDINAL, SMALL_WORDS, number, ordinal
from core.writing.script import NARRATOR, Script

_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|«\s*([^»]+?)\s*»|„([^“”]+)[“”]|(?<![\w>])'((?:[^']|'(?=\w))+)'(?!\w)|(?<![\w>])‘((?:[^’]|’(?=\w))+)’(?!\w)")
_PLACE = rf"(?<!\d\s)(?<!\d-)(?:the\s+)?(?P<place>(?:very\s+)?(?:{ORDINAL}|last|final|opening|closing|next[- ]to[- ]last|second[- ]to[- ]last|penultimate))\s+"
_COUNT = rf"(?:number\s+|no\.?\s*|nr\.?\s*|#\s*)?(?P<count>{COUNT})"
_COMMAS = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+with\s+)"
_LIST = rf"(?:numbers?\s+)?(?P<list>{COUNT}(?:{_COMMAS}{COUNT})+|{COUNT}(?:\s*[-–]\s*|\s+through\s+){COUNT})"
_RANGE = rf"(?P<list>{COUNT}\s+to\s+{COUNT})"
_NO_TIME = r"(?!\s*(?:seconds?|s\b|minutes?|m\b|secs?\b|mm\b))"
_SHOT = r"(?:shot|panel|picture|frame|image)"
TOKEN = re.compile(r"<([SHCNQ])(\d+)>")


@dataclass
class Clause:
    """Text with tokens, and what they mean. Clauses of one sentence share their tokens."""

    script: Script
    text: str
    tokens: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """Token -> the words it stands for and the ids it means."""
    typed: dict[str, str] = field(default_factory=dict)
    """Corrected word -> the word as it was typed."""

    def ids(self, token: str) -> tuple[str, ...]:
        """What a token means."""
        return self.tokens[token][1]

    def id(self, token: str) -> str | None:
        """What a token means if that is one thing."""
        ids = self.ids(token)
        return ids[0] if len(ids) == 1 else None

    def restored(self, text: str) -> str:
        """The person's own words."""
        while TOKEN.search(text):
            text = TOKEN.sub(lambda found: self.tokens[found[0]][0], text)
        for mended, typed in self.typed.items():
            text = re.sub(rf"\b{re.escape(mended)}\b", typed, text)
        return text.strip()

    def said(self, text: str) -> str:
        """The words without the quotation marks around them."""
        if re.fullmatch(r"<Q\d+>", text.strip()):
            return self.ids(text.strip())[0]
        return self.restored(text).strip('"“”«»„ ')

    def with_text(self, text: str) -> Clause:
        """Another clause of the same sentence."""
        return Clause(self.script, text, self.tokens, self.typed)


def read(script: Script, text: str, typed: dict[str, str] | None = None) -> Clause:
    """A sentence with its references found."""
    clause = Clause(script, re.sub(r"[<>]", " ", text), typed=typed or {})
    _quotations(clause)
    _scenes(clause)
    _shots(clause)
    _people(clause)
    clause.text = " ".join(clause.text.split())
    return clause


Meaning = Callable[[re.Match[str], list[str]], tuple[str, ...] | None]


def _put(clause: Clause, kind: str, pattern: str, meaning: Callable[[re.Match[str]], tuple[str, ...] | None], flags: re.RegexFlag = re.IGNORECASE) -> None:
    """Replace what matches by tokens of a kind, unless `meaning` says that it means nothing."""

    def token(found: re.Match[str]) -> str:
        ids = meaning(found)
        if ids is None:
            return found[0]
        name = f"<{kind}{sum(t.startswith('<' + kind) for t in clause.tokens)}>"
        clause.tokens[name] = (found[0], ids)
        return name

    clause.text = re.sub(pattern, token, clause.text, flags=flags)


def _quotations(clause: Clause) -> None:
    _put(clause, "Q", _QUOTED.pattern, lambda found: (next(g for g in found.groups() if g).strip(),), re.RegexFlag(0))


def _numbers(text: str) -> list[int] | None:
    """`2, 3 and 5` or `2 to 4` as numbers; None if there is none."""
    ends = re.split(r"\s*[-–]\s*|\s+to\s+|\s+through\s+", text)
    try:
        if len(ends) == 2:
            first, last = (int(number(x)) for x in ends)
            return list(range(first, last + 1)) if first < last < first + 50 else None
        return [int(number(x)) for x in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+with\s+", text)]
    except ValueError:
        return None


def _named(numbers: list[int] | None, ids: list[str]) -> tuple[str, ...] | None:
    """The ids that have these numbers, `#9` for a number that is not there."""
    if numbers is None:
        return None
    return tuple(ids[n - 1] if 0 < n <= len(ids) else f"#{n}" for n in numbers)


def _placed(found: re.Match[str], ids: list[str]) -> tuple[str, ...]:
    """What `the third`, `the last`, `the next to last` means."""
    place = found["place"].casefold().removeprefix("very ")
    if place in ("last", "final", "closing"):
        return (ids[-1],)
    if place == "opening":
        return (ids[0],)
    if place.startswith(("next", "second-to", "second to")) or place == "penultimate":
        return (ids[-2] if len(ids) > 1 else "#0",)
    n = ordinal(place)
    return (ids[n - 1] if n <= len(ids) else f"#{n}",)


def _some(found: re.Match[str], ids: list[str]) -> tuple[str, ...] | None:
    """What `the last two`, `the first three` means."""
    n = int(number(found["n"]))
    if n > len(ids) or n < 2:
        return None
    return tuple(ids[-n:] if found["end"].casefold() in ("last", "final") else ids[:n])


def _counted(found: re.Match[str], ids: list[str]) -> tuple[str, ...] | None:
    return _named(_numbers(found["count"]), ids)


def _scenes(clause: Clause) -> None:
    ids = [scene.id for scene in clause.script.scenes]
    clause.text = re.sub(r"\b(scene|shot)s?(?=\d)", r"\1 ", clause.text, flags=re.IGNORECASE)
    clause.text = re.sub(r"\beverywhere\b|\bthroughout$", "in every scene", clause.text, flags=re.IGNORECASE)
    every = r"\b(?:all (?:of )?(?:the )?scenes|every scene|each scene|the (?:whole|entire) (?:film|movie|story|thing)|everything)\b"
    _put(clause, "S", every, lambda _: tuple(ids))
    for numbers in (rf"scenes\s+{_RANGE}", rf"scenes?\s+{_LIST}"):
        _put(clause, "S", rf"\b(?:the\s+)?{numbers}\b{_NO_TIME}", lambda found: _named(_numbers(found["list"]), ids))
    _put(clause, "S", rf"\b(?:the\s+)?(?P<end>first|last|final)\s+(?P<n>{COUNT})\s+scenes\b", lambda found: _some(found, ids))
    _put(clause, "S", rf"\b(?:the\s+)?scene\s+{_COUNT}\b{_NO_TIME}", lambda found: _counted(found, ids))
    _put(clause, "S", rf"\b{_PLACE}scene\b", lambda found: _placed(found, ids))
    for name, visited in sorted(_visited(clause.script).items(), key=lambda x: -len(x[0])):
        if len(visited) == 1:
            named = rf"\bthe\s+{re.escape(name)}\s+scene\b|\bthe\s+scene\s+(?:in|at|on)\s+the\s+{re.escape(name)}\b"
            _put(clause, "S", named, lambda _, ids=tuple(visited): ids)  # type: ignore[misc]


def _visited(script: Script) -> dict[str, list[str]]:
    """Every name of a place -> the scenes there."""
    places: dict[str, list[str]] = {}
    for scene in script.scenes:
        place = script.place_of(scene)
        for name in {place.name.casefold(), place.backdrop.replace("_", " ")}:
            places.setdefault(name, []).append(scene.id)
    return places


def _shots(clause: Clause) -> None:
    script = clause.script
    everything = [shot.id for shot in script.shots]
    scenes = {scene.id: [shot.id for shot in scene.shots] for scene in script.scenes}

    def among(found: re.Match[str]) -> list[str]:
        scene = found.groupdict().get("scene")
        return scenes.get(clause.id(scene) or "", []) if scene else everything

    # A shot of a scene is counted within the scene, every other in the film.
    tail, head = r"(?:\s*,?\s+(?:of|in|from)\s+(?P<scene><S\d+>))", r"(?P<scene><S\d+>)\s*(?:,|'s)?\s*"
    _put(clause, "H", rf"\b(?:all (?:of )?(?:the )?{_SHOT}s|every {_SHOT}|each {_SHOT}){tail}?(?!\s+(?:except|but)\b)", lambda found: tuple(among(found)))
    forms: tuple[tuple[str, Meaning], ...] = (
        (rf"\b(?:the\s+)?{_SHOT}s\s+{_RANGE}\b{_NO_TIME}", lambda found, ids: _named(_numbers(found["list"]), ids)),
        (rf"\b(?:the\s+)?{_SHOT}s?\s+{_LIST}\b{_NO_TIME}", lambda found, ids: _named(_numbers(found["list"]), ids)),
        (rf"\b(?:the\s+)?(?P<end>first|last|final)\s+(?P<n>{COUNT})\s+{_SHOT}s\b", _some),
        (rf"\b(?:the\s+)?{_SHOT}\s+{_COUNT}\b{_NO_TIME}", _counted),
        (rf"\b{_PLACE}{_SHOT}\b", _placed),
    )
    for pattern, meaning in forms:
        for whole in (f"{pattern}{tail}", f"{head}{pattern}", pattern):
            _put(clause, "H", whole, lambda found, meaning=meaning: meaning(found, ids) if (ids := among(found)) else None)  # type: ignore[misc]
    ends = r"(?=\s*$|\s+(?:and|then|closer|wider|longer|shorter)\b)"
    shown = rf"\bthe\s+{_SHOT}\s+(?:of|with|showing)\s+(?:the\s+|a\s+|an\s+)?(?P<what>[\w-]+)\b{ends}"
    _put(clause, "H", shown, lambda found: _showing(script, found))


def _showing(script: Script, found: re.Match[str]) -> tuple[str, ...] | None:
    """The one shot that shows this: `the shot of the bottle`."""
    word = re.compile(rf"\b{re.escape(found['what'])}\b", re.IGNORECASE)
    hits = [shot.id for shot in script.shots if word.search(shot.action) or any(word.fullmatch(prop) for prop in shot.props)]
    return (hits[0],) if len(hits) == 1 else None


def _people(clause: Clause) -> None:
    names: dict[str, set[str]] = {}
    for character in clause.script.characters:
        first = character.name.split()[0]
        for name in {character.name, first} - {"The", "Old", "Young", "Little", "Mr", "Mrs", "Dr", "Captain"}:
            names.setdefault(name, set()).add(character.id)
        if character.name != first:
            names.setdefault(character.name.split()[-1], set()).add(character.id)
    for name, ids in sorted(names.items(), key=lambda x: -len(x[0])):
        if len(ids) == 1:
            flags = re.RegexFlag(0) if _only_with_capital(clause, name) else re.IGNORECASE
            article = "" if name.casefold().startswith("the ") else r"(?:the\s+)?" if name[0].islower() else ""
            _put(clause, "C", rf"(?<![\w<]){article}{re.escape(name)}(?!\w)", lambda _, i=ids: tuple(i), flags)  # type: ignore[misc]
    for role, id in sorted(roles(clause.script).items(), key=lambda x: -len(x[0])):
        _put(clause, "C", rf"(?<![\w<])the\s+{re.escape(role)}(?!\w)", lambda _, i=id: (i,))  # type: ignore[misc]
    _put(clause, "N", r"\b(?:the\s+)?(?:narrator|narration|voice[- ]?over)\b", lambda _: (NARRATOR,))


def _only_with_capital(clause: Clause, name: str) -> bool:
    """Whether a name is a word too, so that only its capital tells: `Rose`. Who types all in small letters is believed, but for `will`."""
    if " " in name or not lemminflect.getAllLemmas(name.casefold()):
        return False
    typed = TOKEN.sub("", clause.text)
    return name.casefold() in SMALL_WORDS or typed != typed.lower()


def pronoun(script: Script, word: str) -> str | None:
    """The one character whom `her`, `him` or `them` can mean, or None."""
    genders = {"her": "female", "she": "female", "hers": "female", "him": "male", "he": "male", "his": "male"}
    gender = genders.get(word.casefold())
    ids = [c.id for c in script.characters if gender is None or c.gender == gender]
    return ids[0] if len(ids) == 1 else None
