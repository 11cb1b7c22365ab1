"""A script in another language by a chat model: title, places, names and every line; whatever is seen stays as it is.

What comes back is checked: every line there and in the right language, short enough for its picture, names kept. For a name that is not said and for a
line that is a little long the model is asked once more: a grandfather may be “my grandpa” to who speaks. Called by `openai_writer`.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

from core.writing import languages
from core.writing.openai_asking import Asking, Tally
from core.writing.pacing import BREATH_S, spoken_s
from core.writing.script import NARRATOR, Script

LINES_AT_ONCE = 40
SIDE_BY_SIDE = 6
CPS, CPS_UNVOWELLED, CPS_CJK = 17.0, 11.0, 8.0
"""Characters a second that are read and said at ease; in scripts that leave out vowels each stands for more of what is said."""
SLACK_S = 0.5
"""A line may be said or read for so much longer than its share of the shot: it begins at once, or stays on."""
QUICK, HURRIED = 1.15, 1.5
"""A line that would have to be said so much faster than at ease is asked for once more, shorter; one beyond the second is never taken. Between the two
the voice hurries, as far as `core.film.voices` lets it."""
LETTERS_MAX = 400
"""As many as a line of a script may have."""
_CJK = frozenset({"ja", "zh", "ko", "yue"})
_UNVOWELLED = frozenset({"ar", "fa", "he", "ur", "ps", "yi"})


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NamedShape(_Shape):
    """Somebody, or a place, by id."""

    id: str
    name: str


class FilmShape(_Shape):
    """What a film is called, and everybody and every place in it."""

    title: str
    logline: str
    card: str
    characters: list[NamedShape]
    places: list[NamedShape]


class LineShape(_Shape):
    """One line by its number."""

    number: int
    text: str


class LinesShape(_Shape):
    """Some lines."""

    lines: list[LineShape]


@dataclass(frozen=True)
class _Told:
    """A line to translate: its number from 1, who says it, its words, the seconds it can be said in, the characters there is time for."""

    number: int
    speaker: str
    text: str
    room_s: float
    most: int


@cache
def _prompts() -> dict[str, str]:
    told: dict[str, str] = yaml.safe_load(resources.files("core.writing").joinpath("data/translation.yaml").read_text(encoding="utf-8"))
    return told


async def translated(asking: Asking, script: Script, language: str, tally: Tally) -> Script:
    """The script in that language (BCP 47). Raises WritingFailed where no answer passes the checks."""
    texts = _prompts()
    system = texts["system"].format(language=language)
    film = await asking.ask(
        system, texts["film"].format(language=language, film=_film(script)), FilmShape, tally=tally, check=partial(_wrong_film, script=script)
    )
    names = {one.id: one.name.strip() for one in film.characters}
    lines = _lines(script, language)
    gate = asyncio.Semaphore(SIDE_BY_SIDE)

    async def some(part: Sequence[_Told]) -> list[LineShape]:
        async with gate:
            prompt = texts["lines"].format(
                language=language, names=json.dumps([{"name": c.name, "written": names[c.id]} for c in script.characters], ensure_ascii=False),
                film=json.dumps({"title": script.title, "logline": script.logline}, ensure_ascii=False),
                lines=json.dumps([{"number": x.number, "speaker": x.speaker, "text": x.text, "most": x.most} for x in part], ensure_ascii=False),
            )  # fmt: skip
            check = partial(_wrong_lines, wanted=part, script=script, names=names, language=language, asked=set())
            return (await asking.ask(system, prompt, LinesShape, tally=tally, check=check)).lines

    parts = [lines[i : i + LINES_AT_ONCE] for i in range(0, len(lines), LINES_AT_ONCE)]
    said = {line.number: line.text.strip() for part in await asyncio.gather(*map(some, parts)) for line in part}
    return _put_together(script, language, film, names, said)


def _film(script: Script) -> str:
    told = {
        "title": script.title, "logline": script.logline, "card": script.card,
        "characters": [{"id": c.id, "name": c.name} for c in script.characters], "places": [{"id": x.id, "name": x.name} for x in script.locations],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False)


def _lines(script: Script, language: str) -> list[_Told]:
    """All lines with the time each has: its share of its shot by how long it takes to say, less a breath; the original's own time where that is more."""
    out: list[_Told] = []
    base = languages.base(language)
    cps = CPS_CJK if base in _CJK else CPS_UNVOWELLED if base in _UNVOWELLED else CPS
    for shot in script.shots:
        total = sum(spoken_s(line.text) for line in shot.lines)
        for line in shot.lines:
            room = max(spoken_s(line.text), shot.duration_s * spoken_s(line.text) / max(total, 0.1) - BREATH_S)
            speaker = "narrator" if line.speaker == NARRATOR else script.character(line.speaker).name
            out.append(_Told(len(out) + 1, speaker, line.text, room, max(8, math.ceil(cps * (room + SLACK_S)))))
    return out


def _wrong_film(film: FilmShape, script: Script) -> list[str]:
    wrong = [f"The {what} is missing." for what, text in (("title", film.title), ("logline", film.logline or "-" * (not script.logline))) if not text.strip()]
    if len(film.title) > 80:
        wrong.append(f"The title has {len(film.title)} characters; 80 are the most.")
    for what, given, wanted in (("character", film.characters, script.characters), ("place", film.places, script.locations)):
        found = [one.id for one in given]
        if sorted(found) != sorted(one.id for one in wanted):
            wrong.append(f"Give every {what} once, by its id: {', '.join(one.id for one in wanted)}.")
        wrong += [f"The {what} {one.id} has no name, or one of more than 60 characters." for one in given if not 0 < len(one.name.strip()) <= 60]
    return wrong


def _wrong_lines(
    shape: LinesShape, wanted: Sequence[_Told], script: Script, names: Mapping[str, str], language: str, asked: set[str]
) -> list[str]:  # fmt: skip
    """What must be put right. `asked`: what the model was asked for before and had its reasons not to do; that is taken as it is."""
    said = {line.number: line.text.strip() for line in shape.lines}
    wrong: list[str] = []
    if sorted(line.number for line in shape.lines) != [line.number for line in wanted]:
        wrong.append(f"Give every line once, under its number: {', '.join(str(line.number) for line in wanted)}.")
    wishes: list[str] = []
    for line in wanted:
        text = said.get(line.number, "")
        if not text:
            wrong.append(f"Line {line.number} is empty.")
            continue
        pace = max(len(text) / line.most, spoken_s(text) / (line.room_s + SLACK_S))
        too_long = f"Line {line.number} takes too long: there is time for {line.most} characters."
        if len(text) > LETTERS_MAX or pace > HURRIED:
            wrong.append(too_long)
        elif pace > QUICK:
            wishes.append(too_long)
        wishes += [
            f"Line {line.number} says {character.name}: so must its translation ({names[character.id]})."
            for character in script.characters
            if _says(line.text, character.name) and not _says_stem(text, names[character.id])
        ]
    whole = " ".join(said.values())
    if other := languages.is_other_language(whole, language):
        wrong.append(f"The lines are in {other}, not in {language}.")
    new = [wish for wish in wishes if wish not in asked]
    asked.update(new)
    return wrong + (wishes if wrong else new)


def _says(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _says_stem(text: str, name: str) -> bool:
    """Whether a name is said, in whatever case its language puts it: the end of a longer one may change."""
    folded = name.casefold()
    stem = folded if len(folded) < 4 else folded[: max(3, math.ceil(0.7 * len(folded)))]
    return stem in text.casefold()


def _put_together(script: Script, language: str, film: FilmShape, names: Mapping[str, str], said: Mapping[int, str]) -> Script:
    places = {one.id: one.name.strip()[:80] for one in film.places}
    number = 0
    scenes = []
    for scene in script.scenes:
        shots = []
        for shot in scene.shots:
            lines = []
            for line in shot.lines:
                number += 1
                lines.append(line.model_copy(update={"text": said[number]}))
            shots.append(shot.model_copy(update={"lines": tuple(lines)}))
        scenes.append(scene.model_copy(update={"shots": tuple(shots)}))
    made = script.model_copy(
        update={
            "title": film.title.strip(), "logline": film.logline.strip()[:400], "card": film.card.strip()[:60] if script.card else "", "language": language,
            "characters": tuple(c.model_copy(update={"name": names[c.id]}) for c in script.characters),
            "locations": tuple(x.model_copy(update={"name": places[x.id]}) for x in script.locations), "scenes": tuple(scenes),
        }
    )  # fmt: skip
    return Script.model_validate(made.model_dump())
