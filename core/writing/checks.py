"""Whether a script can be filmed as it stands: rules of the trade beyond the schema, and repairs that need no writer.

    draft = mend(draft, brief)            # what code can put right: durations, length, who is seen
    for finding in findings(draft, brief):    # what only a writer can
        ...

Every writer's result goes through both before it becomes a version. A finding's text names scene and shot by number and says what
is wrong with figures, so that it can be handed back to a model as it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.writing import languages, pacing, splice
from core.writing.script import DISSOLVE_S, QUANTUM_S, SHOT_S_MAX, SHOT_S_MIN, Brief, Line, Scene, Script, Shot
from core.writing.splice import but

MEAN_SHOT_S_MAX = 10.0
"""A film whose shots last longer than this on average stands still."""
TITLE_WORDS_MAX = 12
REFRAIN_MAX = 3
"""So often may the same words be said in a film."""

_URL = re.compile(r"https?:|www\.|\b[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|io)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|__|```|`|^#+\s|\{\{|\}\}|\[[A-Z_ ]{3,}\]|\\n|&(?:amp|lt|gt|quot);")
_FILLER = re.compile(r"\b(?:lorem ipsum|TODO|TBD|placeholder|as an ai\b|language model|insert \w+ here)", re.IGNORECASE)
_TITLE_TALK = re.compile(r"^(?:title\s*:|untitled\b|script\b|film$|scene \d)|^[\"“'«].*[\"”'»]$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Finding:
    """One thing wrong with a script. `rule` is for code, `text` for a writer or a reader."""

    rule: str
    where: str
    """The id of the shot, scene or character; empty for the whole film."""
    text: str


def findings(script: Script, brief: Brief) -> list[Finding]:
    """Everything that is wrong with a script, the film as a whole first; empty if it can be filmed."""
    return [*_film(script, brief), *_cast(script), *_scenes(script), *_shots(script), *_said_again(script), *_texts(script)]


def _film(script: Script, brief: Brief) -> Iterator[Finding]:
    if not script.shots:
        yield Finding("empty", "", "The script has no shots.")
        return
    miss = script.length_s / brief.length_s - 1
    if abs(miss) > pacing.LENGTH_TOLERANCE:
        yield Finding("length", "", f"The film runs {script.length_s:g} s; asked are {brief.length_s} s, {'shorten' if miss > 0 else 'lengthen'} it.")
    mean = script.shots_s / len(script.shots)
    if mean > MEAN_SHOT_S_MAX:
        needs = math.ceil(script.shots_s / 6)
        yield Finding("too-few-shots", "", f"{len(script.shots)} shots are too few for {script.shots_s:g} s: write about {needs} shots of 3 to 8 s.")
    if _TITLE_TALK.search(script.title) or not re.search(r"\w", script.title) or len(script.title.split()) > TITLE_WORDS_MAX:
        yield Finding("title", "", f"The title {script.title!r} is no title: give one to six words without quotation marks.")
    prose = " ".join([script.logline, *(shot.action for shot in script.shots), *(line.text for shot in script.shots for line in shot.lines)])
    if other := languages.is_other_language(prose, brief.language):
        yield Finding("language", "", f"The text is in the language {other!r}; everything must be written in {brief.language!r}.")


def _cast(script: Script) -> Iterator[Finding]:
    names = Counter(character.name.casefold() for character in script.characters)
    for character in script.characters:
        if names[character.name.casefold()] > 1:
            yield Finding("name-twice", character.id, f"Two characters are called {character.name}.")


def _scenes(script: Script) -> Iterator[Finding]:
    known: dict[str, int] = {}
    for number, scene in enumerate(script.scenes, 1):
        if not scene.shots:
            yield Finding("scene-empty", scene.id, f"Scene {number} has no shots: every scene has at least one.")
            continue
        told = _plain(" ".join([scene.synopsis, *(shot.action for shot in scene.shots)]))
        if told in known:
            yield Finding("scene-twice", scene.id, f"Scene {number} is the same as scene {known[told]}: tell something new in it.")
        known.setdefault(told, number)


def _shots(script: Script) -> Iterator[Finding]:
    before: Shot | None = None
    for number, scene_number, _, shot in script.numbered():
        where = f"Scene {scene_number}, shot {number}"
        if not SHOT_S_MIN <= shot.duration_s <= SHOT_S_MAX:
            yield Finding("duration", shot.id, f"{where} lasts {shot.duration_s:g} s; a shot lasts {SHOT_S_MIN:g} to {SHOT_S_MAX:g} s.")
        needs = pacing.least_s(shot)
        if needs > SHOT_S_MAX:
            yield Finding(
                "too-much-said", shot.id, f"{where}: what is said needs {needs:g} s, and a shot lasts at most {SHOT_S_MAX:g} s. Say less or use two shots."
            )
        elif shot.duration_s < needs:
            yield Finding("line-too-long", shot.id, f"{where}: what is said needs {needs:g} s, the shot lasts {shot.duration_s:g} s.")
        if unseen := set(splice.seen(shot.characters, shot.lines)) - set(shot.characters):
            names = ", ".join(sorted(script.character(id).name for id in unseen))
            yield Finding("speaker-unseen", shot.id, f"{where}: {names} speaks without being in the picture.")
        if before and (_plain(before.action), before.size) == (_plain(shot.action), shot.size):
            yield Finding("shot-twice", shot.id, f"{where} shows the same as the shot before.")
        before = shot


def _said_again(script: Script) -> Iterator[Finding]:
    said = Counter(_plain(line.text) for shot in script.shots for line in shot.lines)
    for text, times in said.items():
        if times > REFRAIN_MAX and len(text.split()) > 2:
            yield Finding("line-again", "", f"“{text}” is said {times} times: keep it at most {REFRAIN_MAX} times.")


def _texts(script: Script) -> Iterator[Finding]:
    for where, place, text in _every_text(script):
        if not re.search(r"\w", text):
            yield Finding("no-words", where, f"{place}: {text!r} has no words.")
        for rule, pattern, what in (("url", _URL, "an address"), ("markup", _MARKUP, "markup"), ("filler", _FILLER, "a placeholder"),
                                    ("control", _CONTROL, "invisible characters")):  # fmt: skip
            if found := pattern.search(text):
                yield Finding(rule, where, f"{place} contains {what} ({found[0]!r}): write plain prose.")


def _every_text(script: Script) -> Iterator[tuple[str, str, str]]:
    yield "", "The title", script.title
    if script.logline:
        yield "", "The logline", script.logline
    for character in script.characters:
        yield character.id, f"The name of {character.name}", character.name
        for what, text in (("look", character.look), ("wardrobe", character.wardrobe)):
            if text:
                yield character.id, f"The {what} of {character.name}", text
    for place in script.locations:
        yield place.id, "The name of a place", place.name
    for number, scene in enumerate(script.scenes, 1):
        if scene.synopsis:
            yield scene.id, f"The synopsis of scene {number}", scene.synopsis
    for number, _, _, shot in script.numbered():
        yield shot.id, f"The action of shot {number}", shot.action
        for line in shot.lines:
            yield shot.id, f"A line of shot {number}", line.text
        if shot.sound:
            yield shot.id, f"The sound of shot {number}", shot.sound


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def mend(script: Script, brief: Brief) -> Script:
    """The script with everything put right that code can: clean texts, everybody who speaks in the picture, nobody in the cast who never
    appears, shots as long as their lines need, and the whole as long as asked, to the quarter second, if its shots can be.

    Length and price are computed here and never by a model.
    """
    scenes = tuple(but(scene, synopsis=_clean(scene.synopsis), shots=tuple(map(mended_shot, scene.shots))) for scene in script.scenes if scene.shots)
    seen = {id for scene in scenes for shot in scene.shots for id in shot.characters}
    cast = tuple(
        but(c, name=_clean(c.name), look=_clean(c.look), wardrobe=_clean(c.wardrobe)) for c in script.characters if c.id in seen
    )  # fmt: skip
    whole = but(
        script,
        title=_unquoted(_clean(script.title)).rstrip(".") or script.title,
        logline=_unquoted(_clean(script.logline)),
        language=brief.language,
        opening_s=pacing.opening_s(brief.length_s),
        credits_s=pacing.credits_s(brief.length_s),
        characters=cast,
    )
    return fitted(splice.rejoined(whole, splice.with_scenes(whole, scenes)), brief.length_s)


def mended_shot(shot: Shot) -> Shot:
    """The shot with clean texts, everybody who speaks in the picture, and long enough for what is said."""
    lines = tuple(_spoken(line) for line in shot.lines)
    new = but(shot, action=_clean(shot.action) or shot.action, sound=_clean(shot.sound), lines=lines, characters=splice.seen(shot.characters, lines))
    new = splice.grown(new)
    return but(new, duration_s=min(SHOT_S_MAX, max(SHOT_S_MIN, round(new.duration_s / QUANTUM_S) * QUANTUM_S)))


def _spoken(line: Line) -> Line:
    """The line without quotation marks around it; what stands in brackets before it is how it is said."""
    text = _unquoted(_clean(line.text))
    if found := re.fullmatch(r"[(\[]([^)\]]{1,60})[)\]]\s*(.+)", text):
        return but(line, text=_unquoted(found[2]), delivery=line.delivery or found[1])
    return but(line, text=text or line.text, delivery=_clean(line.delivery).strip("()[] "))


def _clean(text: str) -> str:
    text = re.sub(r"(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1", r"\2", _CONTROL.sub(" ", text))
    return " ".join(text.split())


def _unquoted(text: str) -> str:
    for left, right in ('""', "“”", "«»", "„“", "「」", "『』"):
        if len(text) > 2 and text[0] == left and text[-1] == right and left not in text[1:-1] and right not in text[1:-1]:
            return text[1:-1].strip()
    return text


def fitted(script: Script, length_s: float) -> Script:
    """The script with its shots stretched or shortened in proportion until the film runs `length_s`, titles included.

    No shot becomes shorter than its lines or leaves its limits; where that cannot be, the film comes as near as it can.
    """
    dissolves = sum(shot.transition == "dissolve" for shot in script.shots[1:])
    target = round((length_s - script.opening_s - script.credits_s + dissolves * DISSOLVE_S) / QUANTUM_S)
    least = [round(min(SHOT_S_MAX, pacing.least_s(shot)) / QUANTUM_S) for shot in script.shots]
    most = round(SHOT_S_MAX / QUANTUM_S)
    lasts = [shot.duration_s / QUANTUM_S for shot in script.shots]

    def at(factor: float) -> list[float]:
        return [min(most, max(low, factor * d)) for low, d in zip(least, lasts, strict=True)]

    low, high = 0.0, 80.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) < target else (low, middle)
    exact = at(high)
    whole = [math.floor(x + 1e-6) for x in exact]
    by_rest = sorted(range(len(whole)), key=lambda n: whole[n] - exact[n])
    for n in by_rest[: max(0, min(target, round(sum(exact))) - sum(whole))]:
        whole[n] += whole[n] < most
    durations = {shot.id: quarters * QUANTUM_S for shot, quarters in zip(script.shots, whole, strict=True)}

    def scene(old: Scene) -> Scene:
        return but(old, shots=tuple(but(shot, duration_s=durations[shot.id]) for shot in old.shots))

    return but(script, scenes=tuple(map(scene, script.scenes)))
