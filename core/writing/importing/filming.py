"""A brought story as a script of the asked length, in its own words. Called by the writers (`Writer.adapt`) and by `core.imports`.

Moments become shots, passages scenes. Where the film is shorter than the story, what carries least goes: silent pictures before
lines, the middle of scenes before their ends, and what the story's commonest words have least to do with. Order is never changed,
no word is. `Adapted` says what was left out, so that it can be told.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.errors import WritingFailed
from core.writing import checks, grammar_words, pacing, splice
from core.writing.edits import Change
from core.writing.importing.casting import Places, cast_of
from core.writing.importing.sentences import breaths, lexicon, sentences
from core.writing.importing.shortening import Draft, Stretch, chosen
from core.writing.importing.story import Moment, Passage, Story
from core.writing.script import (
    FILM_S_MAX,
    FILM_S_MIN,
    NARRATOR,
    SHOT_S_MAX,
    Brief,
    CameraMove,
    Character,
    Line,
    Mood,
    Scene,
    Script,
    Shot,
    ShotSize,
    TimeOfDay,
    quarter,
)
from core.writing.splice import but

STRETCH = 1.7
"""And so much longer; a film that asks for more of a story than that stands still."""
SEEN_WORDS_MAX = 40
"""Longer descriptions become several shots."""
LINE_WORDS_MAX = 30
PUT_TOGETHER_WORDS = 14
"""So short an action is the picture of the line after it."""


@dataclass(frozen=True)
class Adapted:
    """The script, how many of the story's lines and descriptions are in it, and how many were left out."""

    script: Script
    lines: int
    lines_out: int
    scenes_out: int
    seen_out: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left out."""
        return not (self.lines_out or self.scenes_out or self.seen_out)


def notes_of(made: Adapted) -> tuple[Change, ...]:
    """What the person is told about an adaptation without a model: that nothing was changed, and what was left out."""
    if made.is_whole:
        return (Change("import-whole"),)
    return (Change("import-cut", args={"kept": made.lines, "lines": made.lines_out, "scenes": made.scenes_out, "seen": made.seen_out}),)


def natural_s(story: Story) -> int:
    """Seconds the whole story takes as a film, titles included, in whole five seconds; at least the shortest film, at most the longest."""
    shots = sum(draft.natural_s for stretch in _stretches(story, cast_of(story), Places(story.language)) for draft in stretch.drafts)
    return _with_titles(shots)


def longest_s(story: Story) -> int:
    """The longest film that this story carries without standing still."""
    shots = sum(draft.natural_s for stretch in _stretches(story, cast_of(story), Places(story.language)) for draft in stretch.drafts)
    return max(FILM_S_MIN, _with_titles(shots * STRETCH))


def _with_titles(shots_s: float) -> int:
    whole = shots_s
    for _ in range(3):
        whole = shots_s + pacing.opening_s(whole) + pacing.credits_s(whole)
    return min(FILM_S_MAX, max(FILM_S_MIN, 5 * math.ceil(whole / 5)))


def adapted(story: Story, brief: Brief) -> Adapted:
    """The film. WritingFailed where the story is too short for it (`import-too-short`)."""
    cast, places = cast_of(story), Places(story.language)
    stretches = _stretches(story, cast, places)
    opening_s, credits_s = pacing.opening_s(brief.length_s), pacing.credits_s(brief.length_s)
    room = brief.length_s - opening_s - credits_s
    if room > STRETCH * 1.05 * sum(draft.natural_s for one in stretches for draft in one.drafts) and brief.length_s > FILM_S_MIN:
        most = longest_s(story)
        raise WritingFailed(f"the story carries {most} s", key="import-too-short", most=most)
    kept = chosen(stretches, room, story)
    before, after = _count(stretches), _count(kept)
    scenes = tuple(but(one.scene, shots=tuple(but(draft.shot, duration_s=quarter(draft.natural_s)) for draft in one.drafts)) for one in kept)
    visited = {scene.location for scene in scenes}
    present = {id for scene in scenes for shot in scene.shots for id in shot.characters}
    script = Script(
        title=_title(story),
        logline=logline_of(story),
        language=brief.language,
        opening_s=opening_s,
        credits_s=credits_s,
        characters=tuple(one for one in cast.values() if one.id in present),
        locations=tuple(place for place in places.made if place.id in visited),
        scenes=scenes,
    )
    fitted = checks.fitted(splice.rejoined(script, script), brief.length_s)
    if abs(fitted.length_s / brief.length_s - 1) > pacing.LENGTH_TOLERANCE:
        raise WritingFailed(f"the story carries {fitted.length_s:g} s", key="import-too-short", most=int(fitted.length_s))
    return Adapted(Script.model_validate(fitted.model_dump()), after[0], before[0] - after[0], len(stretches) - len(kept), before[1] - after[1])


def _count(stretches: Iterable[Stretch]) -> tuple[int, int]:
    """(spoken or told lines, shots without any)."""
    shots = [draft.shot for one in stretches for draft in one.drafts]
    return sum(len(shot.lines) for shot in shots), sum(not shot.lines for shot in shots)


def _title(story: Story) -> str:
    if story.title and re.search(r"\w", story.title):
        return story.title[:80]
    first = story.moments[0].text
    words = re.sub(r"[\"“”«»]", "", first).split()
    return (" ".join(words[:6]) if len(words) > 1 else first[:24]).rstrip(".,;:!?…")[:80] or first[:80]


def logline_of(story: Story) -> str:
    """The first whole sentence of a story, in at most 300 characters."""
    told = next((moment.text for moment in story.moments if len(moment.text.split()) > 5), story.moments[0].text)
    first = sentences(told)[0] if sentences(told) else told
    return first if len(first) <= 300 else f"{first[:297].rsplit(' ', 1)[0]}…"


def _stretches(story: Story, cast: dict[str, Character], places: Places) -> list[Stretch]:
    found: list[Stretch] = []
    before: list[str] = []
    number, time = 0, "day"
    weather = "clear"
    for passage in story.passages:
        time, weather = passage.time or time, passage.weather or weather
        drafts = _drafts(passage, story.language, cast, number, before)
        if not drafts:
            continue
        number += len(drafts)
        place = places.of(passage)
        if found and passage.dissolve and drafts[0].shot.transition == "cut":
            drafts[0].shot = but(drafts[0].shot, transition="dissolve")
        scene = Scene(
            id=f"s{len(found) + 1}", location=place.id, time_of_day=time, weather=weather,  # type: ignore[arg-type]
            mood=_mood(passage, time), synopsis=passage.synopsis, shots=(),  # type: ignore[arg-type]
        )  # fmt: skip
        found.append(Stretch(scene, drafts))
    return found


def _mood(passage: Passage, time: TimeOfDay) -> Mood:
    """By the words of the passage where they tell, else by its light."""
    words = Counter(re.findall(r"\w+", " ".join(moment.text for moment in passage.moments).casefold()))
    feelings = Counter[str]()
    for word, feeling in grammar_words.words().feelings.items():
        feelings[feeling.mood] += words[word]
    best = feelings.most_common(1)
    if best and best[0][1] > 0:
        return best[0][0]  # type: ignore[return-value]
    return {"night": "tense", "dusk": "melancholy", "dawn": "hope"}.get(time, "warm")  # type: ignore[return-value]


class _Camera:
    """Sizes and moves that vary, and come closer as people talk on."""

    _SEEN: tuple[ShotSize, ...] = ("WS", "MS", "FS", "MS", "WS", "CU")
    _SAID: tuple[ShotSize, ...] = ("MS", "MCU", "MCU", "CU", "MS", "MCU")
    _TOLD: tuple[ShotSize, ...] = ("WS", "MS", "FS", "CU", "EWS", "MS", "MCU")
    _MOVES: tuple[CameraMove, ...] = ("static", "dolly_in", "static", "pan_right", "static", "static", "truck_left", "static", "dolly_out", "static")

    def __init__(self, number: int) -> None:
        self._number, self._turn = number, 0

    def next(self, kind: str) -> tuple[ShotSize, CameraMove]:
        sizes = {"seen": self._SEEN, "said": self._SAID, "told": self._TOLD}[kind]
        self._turn += 1
        first = self._turn == 1 and kind != "said"
        size: ShotSize = ("EWS" if self._number == 0 else "WS") if first else sizes[self._turn % len(sizes)]
        return size, self._MOVES[(self._number + self._turn) % len(self._MOVES)]


def _drafts(passage: Passage, language: str, cast: dict[str, Character], number: int, before: list[str]) -> list[Draft]:
    camera = _Camera(number)
    found: list[Draft] = []
    waiting: Shot | None = None
    talking: list[str] = []
    spoken = [moment.who for moment in passage.moments if moment.who in cast]
    for moment in passage.moments:
        if moment.kind == "seen":
            if waiting:
                found.append(_draft(waiting))
            waiting = None
            shots = _seen(moment, cast, camera)
            if moment.note or len(moment.text.split()) <= PUT_TOGETHER_WORDS:
                waiting, shots = shots[-1], shots[:-1]
            found += [_draft(shot) for shot in shots]
        elif moment.who in cast or moment.kind == "told" or moment.who:
            shots = _spoken(moment, language, cast, camera, talking or spoken)
            if moment.kind == "told":
                shots = [_with_those_meant(shot, before, cast, language) for shot in shots]
            before[:] = shots[-1].characters or before
            if moment.who in cast:
                talking = [moment.who, *(one for one in talking if one != moment.who)][:2]
            if waiting and (joined := _together(waiting, shots[0])):
                waiting, shots = joined, shots[1:]
                if shots:
                    found.append(_draft(waiting))
                    waiting = None
            elif waiting:
                found.append(_draft(waiting))
                waiting = None
            found += [_draft(shot) for shot in shots]
    if waiting:
        found.append(_draft(waiting))
    return [_numbered(draft, number + n) for n, draft in enumerate(found, 1)]


def _numbered(draft: Draft, number: int) -> Draft:
    draft.shot = but(draft.shot, id=f"h{number}")
    return draft


def _draft(shot: Shot) -> Draft:
    natural = max(shot.duration_s, pacing.least_s(shot) + (0.25 if shot.lines else 0.0))
    return Draft(shot, min(SHOT_S_MAX, quarter(natural)))


def _together(seen: Shot, said: Shot) -> Shot | None:
    """One shot of an action and the line that follows it, where both fit."""
    lines = (*seen.lines, *said.lines)
    speakers = {line.speaker for line in said.lines}
    in_picture = set(seen.characters) | speakers - {NARRATOR}
    whole = but(seen, lines=lines, characters=splice.seen(seen.characters, lines), duration_s=max(seen.duration_s, said.duration_s))
    fits = pacing.least_s(whole) <= 12 and len(in_picture) <= 3 and not (seen.lines and seen.lines[-1].speaker == said.lines[0].speaker)
    return whole if fits and (len(seen.lines) < 2) else None


def _seen(moment: Moment, cast: dict[str, Character], camera: _Camera) -> list[Shot]:
    """What is seen, in one shot or, where much happens, in several."""
    pieces: list[str] = []
    for sentence in sentences(moment.text) or [moment.text]:
        if pieces and len(f"{pieces[-1]} {sentence}".split()) <= SEEN_WORDS_MAX // (1 if moment.note else 2):
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    if moment.note:
        pieces = [moment.text]
    shots = []
    for n, piece in enumerate(pieces):
        size, move = camera.next("seen")
        note = moment.note
        shots.append(
            Shot(
                id="h0",
                action=piece[:600],
                duration_s=note.duration_s if note else quarter(min(8.0, max(2.5, 1.5 + 0.5 * pacing.spoken_s(piece)))),
                size=note.size if note else size,
                move=note.move if note else move,
                lens_mm=note.lens_mm if note else 35,
                sound=note.sound if note else "",
                characters=_named(piece, cast),
                transition="dissolve" if moment.dissolve and n == 0 else "cut",
            )
        )
    return shots


def _named(text: str, cast: dict[str, Character]) -> tuple[str, ...]:
    """Ids of those whom a text names, in the text's order; at most four."""
    found = []
    for name, one in cast.items():
        parts = [name, *([name.split()[0]] if len(name.split()) > 1 and len(name.split()[0]) > 3 else [])]
        at = min((match.start() for part in parts if (match := re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE))), default=-1)
        if at >= 0:
            found.append((at, one.id))
    return tuple(id for _, id in sorted(found))[:4]


def _spoken(moment: Moment, language: str, cast: dict[str, Character], camera: _Camera, beside: Sequence[str]) -> list[Shot]:
    """What somebody says, or what is told, in one shot or more."""
    who = cast.get(moment.who)
    shots = []
    for n, piece in enumerate(breaths(moment.text, LINE_WORDS_MAX)):
        text = piece[:400] if who or not moment.who else f"{moment.who}: {piece}"[:400]
        size, move = camera.next("said" if who else "told")
        if who:
            action, seen = _of_talk(who, [cast[name] for name in beside if name in cast and name != moment.who][:1], language, size, n, moment.unseen)
        else:
            action, seen = piece[:600], _named(piece, cast)
        first = n == 0
        line = Line(speaker=who.id if who else NARRATOR, text=text, delivery=moment.delivery if first else "", overlaps=moment.overlaps and first)
        shot = Shot(id="h0", action=action, duration_s=1.0, size=size, move=move, characters=seen, lines=(line,))
        shots.append(but(shot, characters=splice.seen(seen, shot.lines)))
    return shots


def _with_those_meant(shot: Shot, last: Sequence[str], cast: dict[str, Character], language: str) -> Shot:
    """The shot with the one whom `she` or `he` means: who was seen last and could be meant."""
    words = set(re.findall(r"\w+", shot.action.casefold()))
    pronouns = lexicon()["pronouns"].get(language, {})
    meant = [gender for gender in ("female", "male") if words & set(pronouns.get(gender, []))]
    if shot.characters or not meant:
        return shot
    known = {one.id: one for one in cast.values()}
    seen = next((id for id in last if known[id].gender in (*meant, "neutral")), "")
    return but(shot, characters=(seen,)) if seen else shot


def _of_talk(who: Character, others: list[Character], language: str, size: ShotSize, n: int, unseen: bool) -> tuple[str, tuple[str, ...]]:
    """The picture under a line, and who is in it."""
    words = lexicon()["speaking"].get(language, lexicon()["speaking"]["en"])
    wide = size in ("MS", "WS", "FS")
    if others and unseen:
        return words["listening"].format(other=others[0].name), (others[0].id,)
    if others and wide and n == 0:
        options = words["two"]
        return options[len(who.name + others[0].name) % len(options)].format(name=who.name, other=others[0].name), (who.id, others[0].id)
    options = words["alone"]
    return options[(len(who.name) + n + (size == "CU")) % len(options)].format(name=who.name), (who.id,)
