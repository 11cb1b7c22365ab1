"""Pieces in order become scenes: where each plays, at what time of day, in what weather and mood. Called by `composing`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.writing.offline.land import INDOORS
from core.writing.offline.lexicon import draw, number, words
from core.writing.offline.pieces import Piece
from core.writing.offline.plots import ACTS, BEATS
from core.writing.offline.timing import DraftShot
from core.writing.offline.world import World
from core.writing.script import Mood, TimeOfDay, Weather

LONG_S, VERY_LONG_S = 240.0, 900.0
"""From the first on other stories may come between the beats of the main plot, and days pass; from the second on so much is told between them that
no night of the author's can hold it."""
SCENES_PER_STEP = 4
"""In long films the clock moves on after so many scenes."""
SKIES_PER_ACT = 4
"""So often the weather may change in an act of a very long film."""
_INSIDE = "private"
"""Where indoor business goes on when the film is at home under the sky."""
_TIMES: tuple[TimeOfDay, ...] = ("dawn", "day", "dusk", "night")
_GROUP = {"hook": 0, "want": 0, "obstacle": 1, "try": 1, "turn": 2, "choice": 2, "ending": 3}


@dataclass
class DraftScene:
    """A scene before its shots have ids."""

    place: str
    time: TimeOfDay
    weather: Weather
    mood: Mood
    story: str
    pieces: list[Piece]
    dissolve: bool = False
    shots: list[tuple[DraftShot, Piece]] = field(default_factory=list)


class Clock:
    """What time of day it is as the film goes on."""

    def __init__(self, world: World, pieces: list[Piece], total_s: float) -> None:
        self.pieces, self.total_s = pieces, total_s
        self.now = _first_time(world, pieces)
        self._scenes = 0
        mine = [(n, p) for n, p in enumerate(pieces) if p.told.story == "A"]
        self.authored = any(p.told.exchange.time in _TIMES for _, p in mine)
        heart = [(n, p) for n, p in mine if p.told.exchange.beat in ("obstacle", "try", "turn", "choice")]
        # What the author lays in one night stays in one night, whatever else is told between.
        held = LONG_S < total_s <= VERY_LONG_S and any(p.told.exchange.time in _TIMES for _, p in heart)
        self._span = range(heart[0][0], heart[-1][0] + 1) if held else range(0)

    def at(self, n: int, before: DraftScene | None, new_scene: bool) -> TimeOfDay:
        """The time of piece n, which begins a new scene or goes on in the one before."""
        now = self._time(n, before, new_scene)
        if new_scene:
            self._scenes = 0 if now != self.now else self._scenes + 1
        self.now = now
        return now

    def _time(self, n: int, before: DraftScene | None, new_scene: bool) -> TimeOfDay:
        piece = self.pieces[n]
        named = piece.told.exchange.time or (_said_time(piece) if self.total_s <= LONG_S else "")
        if n in self._span and (piece.told.story != "A" or not named):
            own = [p.told.exchange.time for p in self.pieces[n:] if p.told.story == "A" and p.told.exchange.time in _TIMES] if n == self._span[0] else []
            return next((t for t in _TIMES if own and t == own[0]), self.now)
        if not named and new_scene:
            # A time named further on in the same beat holds for all of it, where the scene begins anew.
            named = next((p.told.exchange.time for p in self.pieces[n:] if p.group == piece.group and p.told.exchange.time in _TIMES), "")
        if named == "later" or (not named and new_scene and before is not None and self._moves_on(piece, before)):
            return _TIMES[(_TIMES.index(self.now) + 1) % 4]
        return next((t for t in _TIMES if t == named), self.now)

    def _moves_on(self, piece: Piece, before: DraftScene) -> bool:
        beat = piece.told.exchange.beat
        if self.total_s > LONG_S:
            return self._scenes + 1 >= SCENES_PER_STEP or (beat == "ending" and piece.told.story == "A")
        if beat == "ending":
            return True
        return self.total_s > 80.0 and not self.authored and beat in ("obstacle", "turn") and before.pieces[-1].told.exchange.beat != beat


def draft_scenes(world: World, pieces: list[Piece], total_s: float) -> list[DraftScene]:
    """Pieces in order, broken into scenes where place, time or thread of the story change."""
    scenes: list[DraftScene] = []
    clock = Clock(world, pieces, total_s)
    roofed = {p.group for p in pieces if _under_a_roof(p)}
    # A short film that nobody has set under the sky does not go in and out.
    indoors = total_s <= LONG_S and not world.land.place_noun and any(p.told.story == "A" and p.group in roofed for p in pieces)
    told_from = next((n for n, p in enumerate(pieces) if p.told.story == "A" and _tells_weather(world, p)), None)
    for n, piece in enumerate(pieces):
        exchange, before = piece.told.exchange, scenes[-1] if scenes else None
        goes_on = before is not None and before.pieces[-1].group == piece.group
        place = before.place if before is not None and goes_on and not exchange.at else world.land.place_key(exchange.at, piece.told.story)
        if exchange.at in ("", "home") and (piece.group in roofed or (indoors and piece.told.story == "A")) and world.land.places[place][2] != "in":
            place = world.land.place_key(_INSIDE, piece.told.story)
        new_scene = before is None or _breaks(before, piece, total_s)
        was = clock.now
        now = clock.at(n, before, new_scene)
        if before is not None and not new_scene and before.place == place and now == before.time:
            before.pieces.append(piece)
            continue
        weather = exchange.weather or _weather(world, piece, told_from is not None and n >= told_from, told_from is None, total_s > VERY_LONG_S)
        mood = exchange.mood or _mood(world, piece)
        scenes.append(DraftScene(place, now, weather, mood, piece.told.story, [piece], dissolve=n > 0 and now != was))
    for scene in scenes:
        if any(p.told.story == "A" and not p.told.exchange.weather and _tells_weather(world, p) for p in scene.pieces):
            scene.weather = scene.pieces[0].told.exchange.weather or world.land.weather
        scene.shots = [(shot, piece) for piece in scene.pieces for shot in piece.shots]
    return scenes


def _under_a_roof(piece: Piece) -> bool:
    """Whether what is seen can only be seen indoors."""
    return any(x.source.who in "*#" and INDOORS.search(x.text) for x in piece.told.lines)


def _breaks(before: DraftScene, piece: Piece, total_s: float) -> bool:
    last = before.pieces[-1]
    if last.told.story != piece.told.story or "/" in last.group or "/" in piece.group:
        return last.group != piece.group
    return _GROUP[_beat(last)] != _GROUP[_beat(piece)] and total_s > 19.0


def _beat(piece: Piece) -> str:
    """The beat that a piece is told in: its own, or for what is said between two beats the one that it goes with."""
    beat = piece.told.exchange.beat
    return beat if beat in _GROUP else piece.group.rpartition(".")[2]


def _first_time(world: World, pieces: list[Piece]) -> TimeOfDay:
    authored = (pieces[0].told.exchange.time or _said_time(pieces[0])) if pieces else ""
    if authored in _TIMES:
        return next(t for t in _TIMES if t == authored)
    if "night" in world.idea.themes:
        return "night"
    by_tone: dict[str, tuple[TimeOfDay, ...]] = {"dark": ("dusk", "night"), "tender": ("dawn", "day", "dusk"), "bittersweet": ("dusk", "dawn")}
    return draw(f"{world.key}|time", by_tone.get(world.tone, ("dawn", "day", "day")))


def _mood(world: World, piece: Piece) -> Mood:
    told = piece.told
    moods = words("moods")
    if told.exchange.beat in BEATS:
        listed, n = moods["beats"][world.tone], BEATS.index(told.exchange.beat)
    else:
        listed, n = moods["acts"][world.tone], ACTS.index(told.act)
    mood: Mood = listed[n]
    return mood


def _weather(world: World, piece: Piece, told: bool, untold: bool, very_long: bool) -> Weather:
    """The weather of the film from where somebody speaks of it to the ending; where nobody does, a quiet one in the middle."""
    if piece.told.exchange.beat == "ending" and not _tells_weather(world, piece):
        return "clear"
    if very_long and "event" not in world.flags and not _tells_weather(world, piece):
        # So many days pass that no weather lasts through all of them.
        return world.land.weather if number(f"{world.key}|{int(piece.position * SKIES_PER_ACT)}|sky") % 2 else "clear"
    if "event" in world.flags or told:
        return world.land.weather
    return world.land.weather if untold and 1.0 <= piece.position < 2.2 and world.land.weather in ("rain", "fog", "snow", "wind") else "clear"


def _tells_weather(world: World, piece: Piece) -> bool:
    noun = world.land.weather_noun.rpartition(" ")[2].lower()
    return any(
        re.search(rf"\b{re.escape(noun)}(?!\w* (?:was|is|has) (?:gone|over|passed|stopped)|\w* (?:stopped|ended|passed))", x.text.lower())
        for x in piece.told.lines
    )


_SAID_TIMES: tuple[tuple[re.Pattern[str], TimeOfDay], ...] = (
    (re.compile(r"\b(?:in the morning|by morning|next morning|at first light|at dawn|at sunrise|at daybreak)\b|^(?:Morning|First light)\b", re.I), "dawn"),
    (re.compile(r"\b(?:at noon|by noon|by lunchtime|at midday|that afternoon)\b", re.I), "day"),
    (re.compile(r"\b(?:at dusk|at sunset|that evening|in the evening)\b", re.I), "dusk"),
    (re.compile(r"\b(?:tonight|at midnight|that night|at night|moonlight|the moon)\b|^Night\b", re.I), "night"),
)


def _said_time(piece: Piece) -> str:
    """The time of day that narrator or picture names; what people say may be of any time."""
    shown = [x.text for x in piece.told.lines if x.source.who in "N*#~"]
    return next((time for text in shown for pattern, time in _SAID_TIMES if pattern.search(text)), "")
