"""Screenplays as stories: Fountain (read by screenplay-tools) and Final Draft's FDX. Called by `reading`.

FDX is read here paragraph by paragraph: the library keeps only the first run of a paragraph, and a real file has a run for every
word in italics. Its XML may bring no document type and no entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, cast, get_args
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException
from screenplay_tools.fountain.parser import Parser
from screenplay_tools.screenplay import ElementType

from core.errors import BadInput
from core.writing import grammar_words
from core.writing.importing.story import Moment, Note, Passage
from core.writing.script import SHOT_S_MAX, SHOT_S_MIN, CameraMove, ShotSize, TimeOfDay, Weather, quarter

_HEADING = re.compile(r"^\s*\.?(INT\.?/EXT|EXT\.?/INT|INT|EXT|EST|I/E)[. ]+(.*)$", re.IGNORECASE)
_HEADING_LINE = re.compile(r"^(?:INT|EXT|EST|INT\.?/EXT|EXT\.?/INT|I/E)[. ] *\S", re.MULTILINE)
_CUE_LINE = re.compile(r"\n[ \t]*\n[ \t]*@?[A-Z][A-Z0-9 .'’-]{0,30}(?:\([^)\n]{1,20}\))?[ \t]*\n[ \t]*\S")
_INTRODUCED = re.compile(r"\b([A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2}),? \(([^)]{2,80})\)|\b([A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+){0,2}), ([^.;]{2,80}?)[,.;]")
_NOTE_MARK = re.compile(r"\[\[(\d+)\]\]")
_BONEYARD_MARK = re.compile(r"/\*\d+\*/")
_OURS = re.compile(r"Shot \d+ · (\w+) · ([a-z ]+) · (\d+) mm · ([\d.]+) s(?: · sound: (.*))?")
_NARRATORS = ("NARRATOR", "NARRATION", "VOICE OVER", "VOICEOVER", "V.O.")
_UNSEEN = re.compile(r"\bO\.? ?[SC]\b|\bV\.? ?O\b|\boff\b|\bphone\b|\bradio\b", re.IGNORECASE)
_DISSOLVES = re.compile(r"DISSOLVE|FADE (?:TO|IN|OUT)", re.IGNORECASE)
_TIME_WORDS = re.compile(r"\s+[-–—]+\s+")

LINE_MAX = 4000
"""No line of a screenplay is longer; one that is, is read in pieces."""
ElementKind = Literal["heading", "action", "cue", "how", "line", "transition", "synopsis", "section", "note"]


@dataclass(frozen=True)
class _Part:
    """One paragraph of a screenplay, whatever file it stood in."""

    kind: ElementKind
    text: str
    extension: str = ""
    note: Note | None = None
    both: bool = False
    """A cue whose speaker talks while the one before does."""


@dataclass(frozen=True)
class Read:
    """A screenplay or a piece of prose as it was read. Title and language are empty where it does not say."""

    passages: tuple[Passage, ...]
    title: str = ""
    language: str = ""
    sketches: dict[str, str] = field(default_factory=dict)

    @property
    def moments(self) -> Iterator[Moment]:
        """All moments in order."""
        return (moment for passage in self.passages for moment in passage.moments)


def looks_like_one(text: str) -> bool:
    """Whether a plain text is a screenplay: scene headings, and people who speak under their names."""
    headings = len(_HEADING_LINE.findall(text))
    return headings >= 2 or (headings == 1 and _CUE_LINE.search(f"\n\n{text}") is not None)


def from_fountain(text: str) -> Read:
    """A Fountain screenplay."""
    parser = Parser()
    text = "\n".join(piece.rstrip() for line in text.split("\n") for piece in (line[at : at + LINE_MAX] for at in range(0, max(1, len(line)), LINE_MAX)))
    parser.add_text(text if re.match(r"[A-Za-z ]+:", text) and not _HEADING.match(text.split("\n", 1)[0]) else f"\n{text}")
    entries = {entry.key.casefold(): " ".join(unmarked(entry.text).split()) for entry in parser.script.titleEntries}
    language = entries.get("language", "").split("-")[0].casefold()
    passages = _passages(_fountain_parts(parser))
    return Read(passages, entries.get("title", "")[:80], language if re.fullmatch(r"[a-z]{2,3}", language) else "", _sketches(passages))


def _fountain_parts(parser: Parser) -> Iterator[_Part]:
    kinds: dict[ElementType, ElementKind] = {
        ElementType.HEADING: "heading", ElementType.DIALOGUE: "line", ElementType.LYRIC: "line", ElementType.PARENTHETICAL: "how",
        ElementType.TRANSITION: "transition", ElementType.SYNOPSIS: "synopsis", ElementType.SECTION: "section",
    }  # fmt: skip
    notes = [note.text for note in parser.script.notes]
    for element in parser.script.elements:
        raw = _BONEYARD_MARK.sub("", element.text_raw)
        if element.type is ElementType.CHARACTER:
            yield _Part("cue", unmarked(element.name), element.extension or "", both=element.is_dual_dialogue)
        elif element.type is ElementType.ACTION:
            yield from _actions(raw, notes)
        elif element.type in kinds:
            yield _Part(kinds[element.type], unmarked(_NOTE_MARK.sub("", raw)))


def _actions(raw: str, notes: list[str]) -> Iterator[_Part]:
    """The paragraphs of an action; a note about a shot that was written here belongs to the paragraph after it."""
    note: Note | None = None
    for paragraph in re.split(r"\n[ \t]*\n", raw):
        for mark in _NOTE_MARK.findall(paragraph):
            note = _note(notes[int(mark)]) or note if int(mark) < len(notes) else note
        text = unmarked(_NOTE_MARK.sub("", paragraph))
        if text:
            yield _Part("action", text, note=note)
            note = None


def _note(text: str) -> Note | None:
    found = _OURS.fullmatch(" ".join(text.split()))
    if not found:
        return None
    size, move, seconds = found[1], found[2].replace(" ", "_"), quarter(float(found[4]))
    if size not in get_args(ShotSize) or move not in get_args(CameraMove) or not 8 <= int(found[3]) <= 300 or not SHOT_S_MIN <= seconds <= SHOT_S_MAX:
        return None
    return Note(cast("ShotSize", size), cast("CameraMove", move), int(found[3]), seconds, (found[5] or "")[:200])


def unmarked(text: str) -> str:
    """A text in one line without Fountain's marks of emphasis."""
    text = re.sub(r"(?<!\\)(\*{1,3}|_)(?=\S)(.{1,600}?)(?<=[^\s\\])\1", r"\2", " ".join(text.split()))
    return re.sub(r"\\([*_\\])", r"\1", text).replace("[ [", "[[").strip()


def from_fdx(text: str) -> Read:
    """A Final Draft screenplay. Raises BadInput for XML that is broken, brings entities, or is something else."""
    try:
        root = defusedxml.ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), forbid_dtd=True)
    except (ParseError, ValueError, DefusedXmlException) as error:
        raise BadInput(f"no FDX: {error}", key="import-fdx") from error
    content = root.find("Content")
    if root.tag != "FinalDraft" or content is None:
        raise BadInput("no FDX: nothing of Final Draft in it", key="import-fdx")
    passages = _passages(_fdx_parts(content))
    return Read(passages, _fdx_title(root), "", _sketches(passages))


def _fdx_parts(content: Element) -> Iterator[_Part]:
    kinds: dict[str, ElementKind] = {"Scene Heading": "heading", "Character": "cue", "Dialogue": "line", "Parenthetical": "how", "Transition": "transition",
                                     "Lyrics": "line", "Singing": "line"}  # fmt: skip
    second = {cue for both in content.iter("DualDialogue") for cue in [each for each in both.iter("Paragraph") if each.get("Type") == "Character"][1:]}
    for paragraph in content.iter("Paragraph"):
        text = " ".join("".join("".join(run.itertext()) for run in paragraph.findall("Text")).split())
        if not text:
            continue
        kind = kinds.get(paragraph.get("Type", "Action"), "action")
        if kind == "cue":
            name, _, extension = text.partition("(")
            yield _Part("cue", name.strip(), extension.rstrip(") "), both=paragraph in second)
        else:
            yield _Part(kind, text)


def _fdx_title(root: Element) -> str:
    """The first line of the title page that is neither a credit nor a name under one."""
    for paragraph in root.iterfind("./TitlePage/Content/Paragraph"):
        text = " ".join("".join("".join(run.itertext()) for run in paragraph.findall("Text")).split()).strip('"“” ')
        if text:
            return text[:80].title() if text.isupper() else text[:80]
    return ""


@dataclass
class _Setting:
    """The passage that is being read."""

    place: str = ""
    interior: bool | None = None
    time: TimeOfDay | None = None
    weather: Weather | None = None
    synopsis: str = ""
    dissolve: bool = False
    moments: list[Moment] = field(default_factory=list)

    def passage(self) -> Passage:
        return Passage(tuple(self.moments), self.place, self.interior, self.time, self.weather, self.synopsis, self.dissolve)


def _passages(parts: Iterable[_Part]) -> tuple[Passage, ...]:
    done: list[Passage] = []
    now = _Setting()
    who, extension, how, dissolve, both = "", "", "", False, False
    for part in parts:
        if part.kind == "heading":
            if re.fullmatch(r"\s*FADE IN:?\s*", part.text, re.IGNORECASE):
                continue
            if now.moments:
                done.append(now.passage())
            now = _heading(part.text)
            now.dissolve, dissolve, who = dissolve and bool(done), False, ""
        elif part.kind == "transition":
            dissolve = _DISSOLVES.search(part.text) is not None
        elif part.kind == "synopsis":
            now.synopsis = now.synopsis or part.text[:600]
        elif part.kind == "cue":
            who, extension, how, both = _name(part.text), part.extension, "", part.both and bool(now.moments)
        elif part.kind == "how":
            how = part.text.strip("() ")[:60]
        elif part.kind == "line" and who and re.search(r"\w", part.text):
            narrated = who.upper() in _NARRATORS
            kind: Literal["told", "said"] = "told" if narrated else "said"
            unseen = not narrated and _UNSEEN.search(extension) is not None
            now.moments.append(Moment(kind, part.text, "" if narrated else who, "" if narrated else how, unseen, overlaps=both))
            how, both = "", False
        elif part.kind in ("action", "line") and re.search(r"\w", part.text):
            now.moments.append(Moment("seen", part.text, dissolve=dissolve and bool(now.moments), note=part.note))
            dissolve = dissolve and not now.moments
    return tuple([*done, now.passage()] if now.moments else done)


def _heading(text: str) -> _Setting:
    """The setting that a scene heading names."""
    found = _HEADING.match(text)
    sort, rest = (found[1].upper(), found[2]) if found else ("", text)
    pieces = [piece.strip(" .,-–—") for piece in _TIME_WORDS.split(rest) if piece.strip(" .,-–—")]
    now = _Setting(interior={"INT": True, "EXT": False, "EST": False}.get(sort))
    vocabulary = grammar_words.words()
    for piece in list(pieces[1:]) or []:
        named = [word.strip() for word in re.split(r"[,/]", piece.casefold())]
        times = [vocabulary.times[word] for word in named if word in vocabulary.times]
        weathers = [vocabulary.weathers[word] for word in named if word in vocabulary.weathers]
        later = [word for word in named if word in ("later", "continuous", "same", "same time", "moments later")]
        now.time = cast("TimeOfDay", times[0]) if times else now.time
        now.weather = cast("Weather", weathers[0]) if weathers else now.weather
        if times or weathers or later:
            pieces.remove(piece)
    now.place = _cased(", ".join(pieces))[:80]
    return now


def _cased(text: str) -> str:
    """A heading in capitals as it would be written in a sentence."""
    return text[:1].upper() + text[1:].casefold() if text.isupper() else text


def _name(cue: str) -> str:
    """A name as a film's cast writes it: `OLD TOM` is Old Tom."""
    name = " ".join(re.sub(r"\s*\([^)]*\)|\^|\s*/.*$", "", cue).split())
    name = re.sub(r"(?<![\w'’])[\w'’]+", lambda word: word[0][0] + word[0][1:].casefold(), name) if name.isupper() else name
    return name[:60]


def _sketches(passages: Iterable[Passage]) -> dict[str, str]:
    """What is said of somebody where they come in: `MARA (60s, grey braid)`."""
    found: dict[str, str] = {}
    for passage in passages:
        for moment in passage.moments:
            if moment.kind == "seen":
                for match in _INTRODUCED.finditer(moment.text):
                    found.setdefault(_name(match[1] or match[3]), (match[2] or match[4]).strip())
    return found
