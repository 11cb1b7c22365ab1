"""Prose as a story: what is said in quotation marks goes to whoever the sentence beside it names, the rest is told. Called by `reading`.

    “I know this hand,” said Mara.      ->  Mara says it
    “You were told.” He did not look up. ->  he who was named last, or the other one of the two who talk
    ANNA: I was here first.             ->  Anna says it

Nothing is made up and nothing is reworded. Where a text does not say who speaks, the narrator reads it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from core.writing import grammar_words, languages, pacing
from core.writing.importing.screenplay import Read
from core.writing.importing.sentences import NAME, breaths, gender_of, lexicon, names_in, sentences
from core.writing.importing.story import Moment, Passage
from core.writing.script import INTERIORS, Backdrop, TimeOfDay

PASSAGE_S_MIN = 8.0
"""A change of place opens a new scene only once the one before has run so long."""
HEADING_MAX = 70
PARAGRAPH_MAX = 4000
"""Characters; longer paragraphs are read in pieces."""
_QUOTE = re.compile(
    r"“[^“”]{1,2000}”|«[^«»]{1,2000}»|„[^„“”\"]{1,2000}[“”\"]|「[^「」]{1,1000}」|『[^『』]{1,1000}』"
    r"|(?<![\w])\"[^\"\n]{1,2000}\"|(?<!\w)‘[^‘\n]{1,600}[.,!?…—]’(?!\w)"
)
_DASHED = re.compile(r"^[—–]\s?(?=\S)")
_SPOKEN_UNDER_NAME = re.compile(r"^([^\W\d_][\w .'’-]{0,30}?)\s?(?:\(([^)]{1,60})\))?[:：]\s+(\S.*)$", re.DOTALL)
_BREAK = re.compile(r"^(?:[*#~_\-–—•·⁂ ]{1,20}|\d{1,3}\.?|[IVXLC]{1,7}\.?)$")
_CHAPTER = re.compile(
    r"^(?:#{1,6}\s+\S.*|(?:chapter|part|kapitel|teil|capítulo|capitulo|parte|chapitre|partie|глава|часть)\b.{0,60}|第.{1,8}[章回]\s*.{0,40})$", re.IGNORECASE
)
_WHERE = re.compile(
    r"\b(?i:in|into|inside|at|to|on|onto|through|across|along|behind|reached|entered|left)\s+"
    r"((?:the|a|an|her|his|their|our|my)\s+(?:[a-z'’-]+\s+){0,2}?[a-z]+)\b"
)
_ROLE = r"(?:the|The|der|Der|die|Die|el|El|la|La|o|O|a|A|le|Le)\s+(?:[a-zà-ÿ]+\s+)?[^\W\d_][\wà-ÿ-]+"


def from_prose(text: str) -> Read:
    """A story, a chapter, a fairy tale, a play with names and colons."""
    paragraphs = _paragraphs(text)
    title, paragraphs = _title(paragraphs)
    language = languages.language_of(text)
    reader = _Reader(language, text)
    for paragraph in paragraphs:
        reader.read(paragraph)
    return Read(reader.passages(), title, language)


def _paragraphs(text: str) -> list[str]:
    """Paragraphs in one line each: cut at empty lines, or at every line where lines are paragraphs."""
    blocks = [block for block in re.split(r"\n[ \t]*\n+", text) if block.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = len(blocks) > 1 and sum(45 <= len(line) <= 90 for line in lines) > len(lines) / 2
    found: list[str] = []
    for block in blocks:
        under_names = sum(_SPOKEN_UNDER_NAME.match(line) is not None for line in block.split("\n"))
        apart = not wrapped or under_names > 1 or any(_DASHED.match(line.strip()) for line in block.split("\n")[1:])
        found += block.split("\n") if apart else [block]
    return [piece for one in found if one.strip() for piece in _in_pieces(" ".join(one.split()))]


def _in_pieces(paragraph: str) -> Iterator[str]:
    """A paragraph that is endless, in pieces cut after sentences where it has any."""
    while len(paragraph) > PARAGRAPH_MAX:
        at = max((found.end() for found in re.finditer(r"[.!?…。！？][”’\"»)]*\s", paragraph[:PARAGRAPH_MAX])), default=PARAGRAPH_MAX)
        yield paragraph[:at]
        paragraph = paragraph[at:]
    yield paragraph


def _title(paragraphs: list[str]) -> tuple[str, list[str]]:
    """The headline, where the text begins with one, and the rest; a line that names the author goes too."""
    if len(paragraphs) < 3:
        return "", paragraphs
    first = re.sub(r"^(?:#+|title:)\s*", "", paragraphs[0], flags=re.IGNORECASE).strip("*_ ")
    short = len(first) <= HEADING_MAX and not re.search(r"[.:,;!?…”\"]$", first)
    is_title = paragraphs[0].startswith("# ") or (short and not _BREAK.match(first) and not _CHAPTER.match(paragraphs[0]))
    if not is_title or not re.search(r"[^\W\d_]", first):
        return "", paragraphs
    rest = paragraphs[1:]
    if re.match(r"^(?:by|von|par|por|di)\s+\S.{1,60}$", rest[0], re.IGNORECASE):
        rest = rest[1:]
    return (first.title() if first.isupper() else first)[:80], rest


@dataclass
class _Setting:
    place: str = ""
    interior: bool | None = None
    time: TimeOfDay | None = None
    dissolve: bool = False
    moments: list[Moment] = field(default_factory=list)
    seconds: float = 0.0
    found_here: bool = False
    """The place was named in this passage, and not only taken over from the one before."""


class _Reader:
    """Reads paragraphs one after the other and remembers who is talking to whom."""

    def __init__(self, language: str, text: str) -> None:
        words = lexicon()
        self._verbs = words["says"].get(language) or [verb for verbs in words["says"].values() for verb in verbs]
        self._pronouns: dict[str, list[str]] = words["pronouns"].get(language or "en", {})
        self._later: list[str] = words["later"].get(language or "en", [])
        spoken = "|".join(sorted((re.escape(verb) for verb in self._verbs), key=len, reverse=True))
        self._named = re.compile(rf"(?:\b(?:{spoken})\s+({NAME}|{_ROLE})|({NAME}|{_ROLE})\s+(?:[a-zà-ÿа-яё]+ly\s+)?(?:{spoken})\b)")
        self._by_pronoun = re.compile(rf"\b(?:({self._any()})\s+(?:{spoken})|(?:{spoken})\s+({self._any()}))\b", re.IGNORECASE)
        self._text = text
        self._known = names_in(text)
        self._under_names = _speakers_of_a_play(text)
        self._talking: list[str] = []
        """The two who spoke last, the last one first."""
        self._mentioned = ""
        self._now = _Setting()
        self._done: list[_Setting] = []

    def _any(self) -> str:
        return "|".join(re.escape(word) for words in self._pronouns.values() for word in words) or "(?!)"

    def passages(self) -> tuple[Passage, ...]:
        """Everything that was read."""
        settings = [one for one in (*self._done, self._now) if one.moments]
        return tuple(Passage(tuple(one.moments), one.place, one.interior, one.time, dissolve=one.dissolve) for one in settings)

    def read(self, paragraph: str) -> None:
        """One paragraph."""
        if _BREAK.match(paragraph) or _CHAPTER.match(paragraph):
            self._turn_over(dissolve=True)
            return
        under = _SPOKEN_UNDER_NAME.match(paragraph)
        if under and under[1].casefold() in self._under_names:
            self._say(under[3], _proper(under[1]), under[2] or "")
            return
        self._look_around(paragraph)
        if _DASHED.match(paragraph):
            self._dashed(paragraph)
            return
        told_before = ""
        pieces = list(_pieces(paragraph))
        for n, (spoken, piece) in enumerate(pieces):
            if not spoken:
                told_before = piece
                leads_on = n + 1 < len(pieces) and pieces[n + 1][0]
                goes_on = n > 0 and pieces[n - 1][0] and self._goes_on(pieces[n - 1][1], piece)
                seen, told = _without_attribution(piece, self._verbs, after=goes_on, before=leads_on)
                if seen:
                    self._add(Moment("seen", self._with_name(seen)))
                self._tell(told)
                continue
            after = pieces[n + 1][1] if n + 1 < len(pieces) else ""
            who = self._who(told_before, piece, after, first=all(not one for one, _ in pieces[:n]))
            self._say(piece, self._not_spoken_to(who, piece), "")

    def _dashed(self, paragraph: str) -> None:
        """— Hola —dijo Ana—. ¿Quién es?"""
        parts = re.split(r"\s?[—–]\s?", _DASHED.sub("", paragraph))
        spoken, told = (" ".join(" ".join(some).split()) for some in (parts[0::2], parts[1::2]))
        spoken = re.sub(r" ([.,;:!?…])", r"\1", spoken)
        self._say(spoken, self._not_spoken_to(self._who("", f"{spoken},", told, first=True), spoken), "")
        if told and not (self._named.search(told) or self._by_pronoun.search(told)):
            self._tell(told)

    def _who(self, before: str, said: str, after: str, *, first: bool) -> str:
        """Who says what stands between these two pieces of telling. Empty: nobody knows."""
        beside = after if self._goes_on(said, after) else ""
        for told in (beside, before):
            if found := self._named.search(told):
                name = _proper(found[1] or found[2])
                if name.casefold().split()[-1] not in self._verbs and not self._is_pronoun(name):
                    return self._known_as(name)
            if found := self._by_pronoun.search(told):
                word = (found[1] or found[2]).casefold()
                if word in self._pronouns.get("first", []):
                    return ""
                return self._mentioned_as(word)
        if beat := re.match(rf"\s*({self._any()})\b", after, re.IGNORECASE):  # “So be it.” He did not look up.
            return self._mentioned_as(beat[1].casefold())
        mentioned = self._last_name(before) or (self._last_name(after) if not before else "")
        if mentioned:
            return mentioned
        return self._talking[0] if not first and self._talking else self._other()

    def _other(self) -> str:
        """Who answers: the other one of the two who talk, else who was named last, else whom the story is mostly about."""
        if len(self._talking) == 2:
            return self._talking[1]
        if not self._talking:
            return ""
        return next((name for name in [self._mentioned, *self._known] if name and name not in self._talking), "")

    def _not_spoken_to(self, who: str, said: str) -> str:
        """Nobody calls themselves by name: whoever is spoken to is not who speaks."""
        spoken_to = {name for name in self._known if re.search(rf"(?:^|, ){re.escape(name)}[,.!?]", said)}
        if who not in spoken_to:
            return who
        return next((name for name in [*self._talking, self._mentioned, *self._known] if name and name not in spoken_to), "")

    def _goes_on(self, said: str, told: str) -> bool:
        """Whether the sentence of something said goes on after it, with `said Mara`; else a new one begins."""
        if re.match(r"\s*[,，]", told):
            return True
        first = re.match(r"\s*(\w+)", told)
        if not first or said.endswith((".", "。")):
            return False
        return not first[1][0].isupper() or said.endswith((",", "，")) or not self._is_pronoun(first[1])

    def _with_name(self, seen: str) -> str:
        """A picture of whoever has just spoken, under their name instead of a pronoun."""
        first, _, rest = seen.partition(" ")
        bare = first.rstrip(",")
        return f"{self._talking[0]}{first[len(bare) :]} {rest}" if self._is_pronoun(bare) and self._talking else seen

    def _is_pronoun(self, word: str) -> bool:
        return any(word.casefold() in words for words in self._pronouns.values())

    def _mentioned_as(self, pronoun: str) -> str:
        """Whom a pronoun means: who was named last of those who could be meant."""
        gender = next((gender for gender, words in self._pronouns.items() if pronoun in words), "")
        recent = [self._mentioned, *self._talking]
        return next((name for name in recent if name and self._known.get(name, "") in ("", gender)), "")

    def _known_as(self, name: str) -> str:
        """The longest name that this story has for somebody."""
        bare = re.sub(r"^(?:the|der|die|el|la|o|a|le)\s+", "", name, flags=re.IGNORECASE)
        bare = bare[:1].upper() + bare[1:]
        return next((known for known in self._known if known == name or known.split()[0] == name), bare)[:60]

    def _last_name(self, told: str) -> str:
        places = [(found.start(), name) for name in self._known for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", told)]
        return max(places)[1] if places else ""

    def _say(self, text: str, who: str, how: str) -> None:
        text = _unquoted(text)
        if not re.search(r"\w", text):
            return
        if who:
            self._talking = [who, *(one for one in self._talking if one != who)][:2]
            if who not in self._known:
                self._known[who] = gender_of(who, self._text)
        for piece in breaths(text):
            self._add(Moment("said" if who else "told", piece if who else f"“{piece}”", who, how))

    def _tell(self, text: str) -> None:
        if name := self._last_name(text):
            self._mentioned = name
        for sentence in sentences(text):
            for piece in breaths(sentence):
                self._add(Moment("told", piece))

    def _add(self, moment: Moment) -> None:
        self._now.moments.append(moment)
        self._now.seconds += pacing.spoken_s(moment.text) + pacing.BREATH_S

    def _turn_over(self, *, dissolve: bool) -> None:
        if self._now.moments:
            self._done.append(self._now)
            self._now = replace(self._now, moments=[], seconds=0.0, dissolve=dissolve, found_here=False)
            self._talking = []

    def _look_around(self, paragraph: str) -> None:
        """A new scene where the paragraph says that time has gone on, or that we are elsewhere now."""
        beginning = paragraph[:60].casefold()
        opening = next((words for words in self._later if re.match(rf"{re.escape(words)}(?!\w)", beginning)), "")
        if opening:
            self._turn_over(dissolve=True)
            self._now.time = _time_in(opening) or self._now.time
        elif self._now.time is None:
            self._now.time = _time_in(paragraph)
        found = place_in(_QUOTE.sub(" ", paragraph))
        if found and found[0].casefold() != self._now.place.casefold():
            if self._now.found_here and self._now.seconds >= PASSAGE_S_MIN:
                self._turn_over(dissolve=False)
            elif self._now.found_here:
                return
            self._now.place, self._now.interior = found
            self._now.found_here = True


def _pieces(paragraph: str) -> Iterator[tuple[bool, str]]:
    """(whether it is said, text) of the pieces of a paragraph; short quotations within a sentence stay in it."""
    end = 0
    for found in _QUOTE.finditer(paragraph):
        inside = found[0][1:-1].strip()
        bare = not re.search(r"[.!?…,—–-]$|[。！？]$", inside) and len(inside.split()) < 5 and found.start() > 0
        bare = bare and not paragraph[found.end() : found.end() + 2].startswith((",", "，", " ,"))
        if bare:
            continue
        if paragraph[end : found.start()].strip():
            yield False, paragraph[end : found.start()]
        yield True, inside
        end = found.end()
    if paragraph[end:].strip():
        yield False, paragraph[end:]


def _without_attribution(told: str, verbs: list[str], *, after: bool, before: bool) -> tuple[str, str]:
    """(what is seen, what is told) of the telling beside something said: `said Mara` is heard from who speaks, and what she does
    meanwhile is seen. `after`: it follows something said; `before`: it leads to it."""
    spoken = "|".join(sorted((re.escape(verb) for verb in verbs), key=len, reverse=True))
    person = rf"{NAME}|{_ROLE}|[\w’']{{1,12}}"
    manner = r"(?:\s+(?:[a-zà-ÿ]+ly|softly|again|at last|aloud|to (?:him|her|them|me|us)))*"
    short = rf"(?:(?:{spoken})\s+(?P<a>{person})|(?P<b>{person})\s+(?:[a-zà-ÿ]+ly\s+)?(?:{spoken})){manner}"
    if after:
        if whole := re.match(rf"^\s*,?\s*{short}\s*(?:[.;:—–]|,?\s*$)\s*", told):
            return "", told[whole.end() :]
        found = re.match(rf"^\s*,?\s*{short}\s*(?P<joint>,?\s+(?:and|und|y|e|et)\s+|,?\s+(?:as|while)\s+|,\s+)", told)
        first, _, rest = told.partition(". ")
        if found and len(first[found.end() :].split()) >= 2:
            does = first[found.end() :].rstrip(" .,")
            who = found["a"] or found["b"]
            meanwhile = found["joint"].strip(" ,") in ("as", "while")
            seen = does if meanwhile else f"{who}{',' if not found['joint'].strip(' ,') else ''} {does}"
            return f"{seen[0].upper()}{seen[1:]}.", rest
    if before:
        told = re.sub(rf"(?:^|(?<=[.!?…]))\s*(?:and\s+|then\s+)*{short}\s*[,:—–]?\s*$", "", told)
    return "", told


def _speakers_of_a_play(text: str) -> frozenset[str]:
    """Who speaks under their name, as in a play: names before a colon that come back."""
    found = Counter(match[1].strip().casefold() for line in text.split("\n") if (match := _SPOKEN_UNDER_NAME.match(line.strip())))
    return frozenset(name for name, count in found.items() if count >= 2 and len(name.split()) <= 3)


def _proper(name: str) -> str:
    name = " ".join(name.split())
    return name.title() if name.isupper() else name


def _unquoted(text: str) -> str:
    """What is said, as a sentence of its own: without the comma that led to `said Mara`, and with the full stop that stood there in its place."""
    text = re.sub(r"[,，]$", ".", " ".join(text.split()).strip('“”"«»„「」『』 '))
    return f"{text}." if text[-1:].isalnum() and text[-1:].isascii() | ("\u00c0" <= text[-1:] <= "\u04ff") else text


def _time_in(text: str) -> TimeOfDay | None:
    words = set(re.findall(r"\w+", text.casefold()))
    for time, named in lexicon()["time_of_day"].items():
        if words & set(named) or any(not one.isascii() and one in text for one in named if len(one) < 4):
            return cast("TimeOfDay", time)
    return None


def place_in(text: str) -> tuple[str, bool] | None:
    """(place, whether it is indoors) that a paragraph says it plays in: `in the kitchen`, `down to the old harbour`. English."""
    for found in _WHERE.finditer(text):
        backdrop = grammar_words.place_of(found[1])
        if backdrop:
            words = re.sub(r"^(?:a|an|her|his|their|our|my)\s+", "the ", found[1]).split()
            while len(words) > 2 and grammar_words.place_of(" ".join(words[:-1])) == backdrop:
                words.pop()
            name = " ".join(words)
            return name[0].upper() + name[1:], cast("Backdrop", backdrop) in INTERIORS
    return None
