"""One scene written anew as a person wishes, all others untouched. Called by `offline_writer`.

Without a model only some wishes can be met: another time of day, weather or tone, shorter, longer, more or less dialogue, another way to
tell the same. Any other wish is refused with a sentence that says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.errors import WritingFailed
from core.writing import splice
from core.writing.offline.choosing import tone_wished
from core.writing.offline.company import Person
from core.writing.offline.composing import Telling, shot_of, synopsis
from core.writing.offline.cutting import position
from core.writing.offline.lexicon import shuffled, words
from core.writing.offline.pieces import Cut, Piece, Story, piece_of, plain
from core.writing.offline.plots import BEATS, Part, threads
from core.writing.offline.recovering import Recovered, recovered, renamed
from core.writing.offline.scenes import DraftScene
from core.writing.offline.staging import Stage, cast_of
from core.writing.offline.telling import Teller
from core.writing.offline.timing import DraftShot, settle, up
from core.writing.pacing import least_s
from core.writing.script import SHOT_S_MAX, Brief, Character, Mood, Scene, Script, Shot, TimeOfDay, Weather
from core.writing.splice import Ids, but

SHORTER, LONGER = 0.65, 1.35
CAN_DO = (
    "Without a model I can set a scene at dawn, day, dusk or night, in rain, snow, fog, storm, wind or clear weather, make it funnier, sadder, darker, "
    "more tender or stranger, shorter or longer, with more or less dialogue, or write it differently."
)
_TIMES: dict[str, TimeOfDay] = {
    "night": "night",
    "midnight": "night",
    "nighttime": "night",
    "dark": "night",
    "dawn": "dawn",
    "sunrise": "dawn",
    "morning": "dawn",
    "daybreak": "dawn",
    "day": "day",
    "daytime": "day",
    "noon": "day",
    "afternoon": "day",
    "daylight": "day",
    "dusk": "dusk",
    "evening": "dusk",
    "sunset": "dusk",
    "twilight": "dusk",
}
_WEATHERS: dict[str, Weather] = {
    "rain": "rain",
    "rainy": "rain",
    "raining": "rain",
    "snow": "snow",
    "snowy": "snow",
    "snowing": "snow",
    "fog": "fog",
    "foggy": "fog",
    "mist": "fog",
    "misty": "fog",
    "storm": "storm",
    "stormy": "storm",
    "thunder": "storm",
    "wind": "wind",
    "windy": "wind",
    "clear": "clear",
    "sunny": "clear",
    "sun": "clear",
    "sunshine": "clear",
}
_MORE_TALK = re.compile(r"more (?:dialogue|dialog|talk|talking|lines|words|conversation)|talk more|say more|chattier", re.I)
_LESS_TALK = re.compile(r"(?:less|no|without|fewer) (?:dialogue|dialog|talk|talking|lines|words|narration)|talk less|say less|quieter|silent|wordless", re.I)
_BRIEFER = re.compile(r"\b(?:shorter|shorten|cut (?:it )?down|tighter|tighten|faster|quicker|brief|briefer|trim)\b", re.I)
_AMPLER = re.compile(r"\b(?:longer|lengthen|extend|slower|more time)\b", re.I)
_ANEW = re.compile(r"\b(?:again|anew|differently|different|another|other|rewrite|new|better|change|vary|fresh|alternative|instead)\b", re.I)


@dataclass(frozen=True)
class Wish:
    """What was understood of a wish about a scene."""

    time: TimeOfDay | None = None
    weather: Weather | None = None
    tone: str = ""
    shorter: bool = False
    longer: bool = False
    more_talk: bool = False
    less_talk: bool = False
    anew: bool = False

    @property
    def retells(self) -> bool:
        """Whether the scene's text changes, not only its setting."""
        return bool(self.tone or self.more_talk or self.less_talk or self.anew or self.shorter or self.longer)


def understood(wish: str) -> Wish:
    """The parts of a wish that can be met here; all empty if there are none."""
    said = re.findall(r"[a-z]+", wish.lower())
    tone = tone_wished(wish)
    # "darker" is a tone, "in the dark" a time.
    time = next((_TIMES[w] for w in said if w in _TIMES and not (w == "dark" and tone == "dark" and "in the dark" not in wish.lower())), None)
    weather = next((_WEATHERS[w] for w in said if w in _WEATHERS), None)
    more, less = bool(_MORE_TALK.search(wish)), bool(_LESS_TALK.search(wish))
    return Wish(time, weather, tone, bool(_BRIEFER.search(wish)), bool(_AMPLER.search(wish)), more, less and not more, bool(_ANEW.search(wish)))


def rewritten(brief: Brief, script: Script, scene_id: str, wish: str) -> Script:
    """The script with this scene written anew. WritingFailed where the wish, or the scene, is beyond what can be done without a model."""
    asked = understood(wish)
    if asked == Wish():
        raise WritingFailed(CAN_DO)
    scene = next(s for s in script.scenes if s.id == scene_id)
    found = recovered(brief, script) if asked.retells else None
    n = next((i for i, s in enumerate(found.script.scenes) if s.id == scene_id), None) if found else None
    if found is not None and n is not None:
        script = _retold(found, script, n, asked)
        scene = next(s for s in script.scenes if s.id == scene_id)
    elif asked.retells:
        scene = _abridged(scene, asked)
    changed = splice.rejoined(script, splice.with_scene(script, _set(scene, asked)))
    return Script.model_validate(changed.model_dump())


def _set(scene: Scene, asked: Wish) -> Scene:
    """The scene in the light, weather and mood that were asked for."""
    if asked.time and asked.time != scene.time_of_day:
        scene = but(
            scene, shots=tuple(but(x, action=_relit(x.action, scene.time_of_day, asked.time, n)) for n, x in enumerate(scene.shots)), time_of_day=asked.time
        )
    if asked.weather:
        scene = but(scene, weather=asked.weather)
    if asked.tone:
        moods: list[Mood] = words("moods")["acts"][asked.tone]
        scene = but(scene, mood=moods[0] if scene.mood != moods[0] else moods[-1])
    return scene


def _relit(action: str, old: TimeOfDay, new: TimeOfDay, n: int) -> str:
    light = words("business")["light"]
    for clause in light[old]:
        shown = f"{clause[:1].upper()}{clause[1:]}."
        if action.endswith(shown):
            other = light[new][n % len(light[new])]
            return f"{action.removesuffix(shown)}{other[:1].upper()}{other[1:]}."
    return action


def _abridged(scene: Scene, asked: Wish) -> Scene:
    """What can be done to a scene of which only the shots are known."""
    if asked.shorter and len(scene.shots) > 1:
        keep = max(1, round(len(scene.shots) * SHORTER))
        spare = sorted(scene.shots[1:], key=lambda x: (bool(x.lines), x.duration_s))[: len(scene.shots) - keep]
        return but(scene, shots=tuple(x for x in scene.shots if x not in spare))
    if asked.longer:
        return but(scene, shots=tuple(but(x, duration_s=min(SHOT_S_MAX, up(x.duration_s * LONGER))) for x in scene.shots))
    if asked.less_talk:
        return but(scene, shots=tuple(but(x, lines=(), duration_s=max(2.0, min(x.duration_s, 4.0))) if n % 2 else x for n, x in enumerate(scene.shots)))
    if asked.tone or asked.time or asked.weather:
        return scene
    raise WritingFailed(CAN_DO)


def _retold(found: Recovered, script: Script, n: int, asked: Wish) -> Script:
    """The scene told by its plot again, in other words."""
    telling, scene = found.telling, found.telling.scenes[n]
    current = next(s for s in script.scenes if s.id == found.script.scenes[n].id)
    said = {plain(x.text) for s in script.scenes if s.id != current.id for shot in s.shots for x in shot.lines}
    mine = [plain(x.text) for shot in current.shots for x in shot.lines]
    pieces = _pieces(telling, scene, asked, said, mine)
    if not pieces or (asked.anew and [plain(x.text) for p in pieces for s in p.shots for x in s.lines] == mine):
        raise WritingFailed(f"This scene is written one way only. {CAN_DO}")
    drafts = _drafts(pieces, asked)
    _timed(drafts, current, asked)
    return _filmed(found, script, current, scene, drafts, len(said))


def _pieces(telling: Telling, scene: DraftScene, asked: Wish, said: set[str], mine: list[str]) -> list[Piece]:
    """The scene's exchanges in other words; more of them or fewer where that was asked."""
    film = telling.film
    reworded = asked.anew or bool(asked.tone)
    for salt in (f"again {k}" for k in range(1, 9)):
        cut = Cut(said=set(said))
        flags = telling.world.flags | ({f"tone_{asked.tone}"} if asked.tone else set())
        teller = Teller(telling.world, frozenset(flags), salt if reworded else film.salt, strangers=film.plot.strangers)
        for piece in scene.pieces:
            told = piece.told
            story = Story(told.story, film.plot, told.cast, told.prop, teller)
            new = piece_of(cut, story, told.exchange, piece.position, group=piece.group, act=told.act, own=told.story == "A" or not _foreign(piece))
            cut.add(new or piece)
        if not reworded or [plain(x.text) for p in cut.pieces for s in p.shots for x in s.lines] != mine:
            break
    if asked.more_talk or asked.longer:
        _add_talk(telling, scene, cut)
    if (asked.shorter or asked.less_talk) and len(cut.pieces) > 1:
        spare = max(cut.pieces, key=lambda p: (p.told.exchange.keep, len(p.shots)))
        cut.pieces = [p for p in cut.pieces if p is not spare]
    return cut.pieces


def _foreign(piece: Piece) -> bool:
    return piece.told.exchange.beat == "thread" or piece.told.story != "A"


def _add_talk(telling: Telling, scene: DraftScene, cut: Cut) -> None:
    """Exchanges of the same part of the plot that the length had left out; else a scene of two that suits the act."""
    told = {p.told.exchange.key for s in telling.scenes for p in s.pieces}
    lead = scene.pieces[0].told
    story = Story(
        lead.story,
        telling.film.plot,
        lead.cast,
        lead.prop,
        Teller(telling.world, telling.world.flags, telling.film.salt, strangers=telling.film.plot.strangers),
    )
    beats = {p.told.exchange.beat for p in scene.pieces}
    near = [
        e
        for e in telling.film.plot.exchanges
        if e.key not in told
        and story.teller.holds(e.when)
        and not e.after
        and lead.story == "A"
        and any(b in BEATS and abs(BEATS.index(e.beat) - BEATS.index(b)) <= 1 for b in beats)
    ]
    near.sort(key=lambda e: (e.beat not in beats, e.keep))
    spoken = [e for e in near if any(line.spoken and line.who != "N" for line in story.teller.take(e))]
    others = [p.exchange for t in _scenes_of_two(telling, lead.act) for p in t if p.exchange.key not in told]
    for exchange in [*spoken, *others]:
        mine = exchange.beat != "thread"
        at = position(story, exchange) if mine else scene.pieces[-1].position - 0.0001
        piece = piece_of(cut, story, exchange, at, group=scene.pieces[-1].group, act=lead.act, own=mine)
        if piece:
            cut.add(piece)
            cut.pieces.sort(key=lambda p: p.position)
            return
    raise WritingFailed(f"There is nothing left to say in this scene. {CAN_DO}")


def _scenes_of_two(telling: Telling, act: str) -> list[list[Part]]:
    if telling.film.plot.apart or "Q" not in telling.world.company.leads(telling.film.plot):
        return []
    world = telling.world
    return [
        list(t.parts)
        for t in shuffled(f"{world.key}|talk", list(threads().values()))
        if len(t.parts) == 1
        and (t.parts[0].act == act or t.grounds)
        and t.letters <= {"P", "Q"}
        and (not t.domains or world.land.domain in t.domains)
        and not t.needs
        and not t.when
    ]


def _drafts(pieces: list[Piece], asked: Wish) -> list[tuple[DraftShot, Piece]]:
    """The scene's shots before they are framed."""
    drafts = [(shot, p) for p in pieces for shot in p.shots]
    if asked.less_talk:
        quiet = [(shot, p) for shot, p in drafts if not shot.lines or shot.close]
        drafts = quiet or drafts[:1]
    return drafts


def _timed(drafts: list[tuple[DraftShot, Piece]], current: Scene, asked: Wish) -> None:
    """The scene keeps its length where it can; shorter and longer as asked."""
    shots = [x for x, _ in drafts]
    wanted = current.duration_s * (SHORTER if asked.shorter else LONGER if asked.longer else 1.0)
    low, high = sum(x.least_s for x in shots), sum(x.most_s for x in shots)
    settle(shots, min(high, max(low, up(wanted))))


def _filmed(found: Recovered, script: Script, current: Scene, scene: DraftScene, drafts: list[tuple[DraftShot, Piece]], nth: int) -> Script:
    """The drafted scene as shots of the script as it stands: its people, its names, new ids."""
    telling, world = found.telling, found.telling.world
    taken = Ids([*(c.id for c in script.characters), *(x.id for x in script.locations), *(h.id for h in script.shots), *(h.id for h in found.script.shots)])
    stage = Stage(world, Teller(world, world.flags, f"{telling.film.salt}|{nth}|{drafts[0][0].natural_s}"))
    people, cast = _cast(found, script, drafts, taken)
    ids = {key: c.id for key, (_, c) in people.items()}
    persons = {key: person for key, (person, _) in people.items()}
    shown = replace(scene, shots=drafts, time=current.time_of_day)
    shots: list[Shot] = []
    spoken = 0
    for i, (draft, piece) in enumerate(drafts):
        draft.action = draft.action if draft.kind not in ("spoken", "narrated") else ""
        shot = shot_of(
            stage, world, shown, draft, piece, persons, ids, taken.next("h"), first=i == 0, last=False, spoken=spoken, before=drafts[i - 1] if i else None
        )
        spoken += draft.kind == "spoken"
        lines = tuple(but(x, text=renamed(x.text, found.script, script)) for x in shot.lines)
        shots.append(
            but(
                shot,
                action=renamed(shot.action, found.script, script),
                lines=lines,
                duration_s=max(shot.duration_s, least_s(shot)),
                transition=current.shots[0].transition if i == 0 else "cut",
            )
        )
    about = renamed(synopsis(shown, persons), found.script, script)
    new = but(current, shots=tuple(shots), synopsis=about)
    return splice.with_scene(but(script, characters=cast), new)


def _cast(
    found: Recovered, script: Script, drafts: list[tuple[DraftShot, Piece]], taken: Ids
) -> tuple[dict[str, tuple[Person, Character]], tuple[Character, ...]]:
    """Key of a person -> the person and the character they are in the script; and the script's cast with whoever is new."""
    world = found.telling.world
    needed = {**{p.key: p for p in cast_of([piece.told for _, piece in drafts])}, **{k: world.company.people[k] for shot, _ in drafts for k in shot.seen}}
    origin = {c.name: c.id for c in found.script.characters}
    present = {c.id: c for c in script.characters}
    drawn = dict(zip(needed, world.characters(list(needed.values())), strict=True))
    people: dict[str, tuple[Person, Character]] = {}
    cast = list(script.characters)
    for key, person in needed.items():
        known = present.get(origin.get(drawn[key].name, ""))
        if known is None:
            known = but(drawn[key], id=taken.next("c"))
            cast.append(known)
        people[key] = (person, known)
    return people, tuple(cast)
