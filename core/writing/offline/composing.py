"""A whole film: pieces become scenes with places, times and weather, and shots with their seconds. Called by `offline_writer`.

`compose` is a pure function of idea, plot, tone, seed and length; it runs in well under a second for an hour of film.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.errors import WritingFailed
from core.writing.offline.camera import LENS_MM
from core.writing.offline.company import Person
from core.writing.offline.cutting import PREMISE, cut
from core.writing.offline.english import capital, title_case
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import draw
from core.writing.offline.pieces import Piece
from core.writing.offline.plots import Exchange, Plot, PlotLine
from core.writing.offline.scenes import DraftScene, draft_scenes
from core.writing.offline.showing import show_the_beast, show_the_deed
from core.writing.offline.staging import Setting, Stage, cast_of, leads_first
from core.writing.offline.telling import Teller, ToldLine
from core.writing.offline.timing import DraftShot, fits, pace, settle
from core.writing.offline.world import World
from core.writing.pacing import credits_s, opening_s
from core.writing.script import DISSOLVE_S, NARRATOR, Line, Location, Scene, Script, Shot, Voice, quoted

ESTABLISH_FROM_S, SHOWN_ONCE_BELOW_S = 45.0, 180.0
"""From here on a new place is shown from far off; below the second a place is shown once in a film."""


@dataclass(frozen=True)
class Film:
    """What is told: enough to tell it again at another length."""

    idea: Idea
    plot: Plot
    tone: str
    seed: int
    salt: str = ""


@dataclass
class Telling:
    """A film that fits its length, before it is written down as a script."""

    film: Film
    world: World
    stage: Stage
    scenes: list[DraftScene]
    opening_s: float
    credits_s: float


def compose(film: Film, length_s: float, title: str, logline: str) -> Script:
    """The script of a film that runs exactly `length_s` (quarter seconds), titles included. WritingFailed where no telling fits."""
    return written(tell(film, length_s), title, logline)


def tell(film: Film, length_s: float) -> Telling:
    """The film told at this length, every shot with its seconds. WritingFailed where no telling fits."""
    opening, ending = opening_s(length_s), credits_s(length_s)
    total = length_s - opening - ending
    world = World(film.idea, film.seed, film.tone)
    teller = Teller(world, world.flags, film.salt)
    pieces = cut(world, film.plot, total, film.salt)
    for _ in range(400):
        stage = Stage(world, teller, total)
        scenes = draft_scenes(world, pieces, total)
        stage.about_things = {p.told.story for p in pieces if any("{prop" in o.lower() for x in p.told.lines for o in x.source.options)}
        if "prop" in world.flags and world.prop == world.prop_for(film.plot):
            stage.about_things.add("A")
        _open_at_home(stage, world, scenes)
        _establish(stage, world, scenes, total)
        target = total + DISSOLVE_S * sum(s.dissolve for s in scenes[1:])
        _breathe(stage, world, scenes, target)
        show_the_deed(stage, world, scenes, total)
        show_the_beast(stage, world, film.plot, scenes, total)
        _show_the_idea(stage, world, scenes)
        shots = [x for s in scenes for x, _ in s.shots]
        state = fits(shots, target)
        if state == 0:
            settle(shots, target)
            return Telling(film, world, stage, scenes, opening, ending)
        if state < 0 or not _shortened(pieces):
            break
    raise WritingFailed(f"no telling of {film.plot.name} fits {length_s:g} seconds")


def _shortened(pieces: list[Piece]) -> bool:
    """Take out what is needed least: an exchange, at last a silent shot. False where nothing can go."""
    if len(pieces) > 1 and (spare := _least_needed(pieces)):
        pieces.remove(spare)
        return True
    for piece in pieces:
        silent = [x for x in piece.shots[:-1] if not x.lines] or [x for x in piece.shots[1:-1] if not x.close]
        if silent:
            piece.shots.remove(silent[0])
            return True
    return False


def _least_needed(pieces: list[Piece]) -> Piece | None:
    """What can go when a film is a little too long: threads of one part, then what the author keeps last."""
    rank = {"turn": 0, "ending": 0, "hook": 1, "choice": 2, "obstacle": 3, "want": 4, "try": 5, "thread": 6}
    planted = {p.told.exchange.after for p in pieces if p.told.exchange.after}
    free = [p for p in pieces if p.told.exchange.id not in planted or not p.told.exchange.id]
    free = [p for p in free if not (p.told.exchange.keep == 0 and p.told.exchange.beat in ("turn", "ending", "hook") and p.told.story == "A")]
    return max(free, key=lambda p: (p.told.exchange.keep, rank[p.told.exchange.beat], p.position), default=None)


# -- pictures that give room ----------------------------------------------------------------------------------------


def _open_at_home(stage: Stage, world: World, scenes: list[DraftScene]) -> None:
    """An idea that names its place begins there, wherever the story goes on: under what the narrator says first, or with a picture of its own."""
    first = scenes[0]
    if not world.land.place_noun or first.place == "home":
        return
    shot, piece = first.shots[0]
    told = piece.told
    if shot.premise and shot.kind == "narrated" and len(first.shots) > 1:
        exchange = replace(told.exchange, takes=tuple(take[1:] for take in told.exchange.takes if len(take) > 1))
        rest = replace(piece, told=replace(told, exchange=exchange, lines=told.lines[1:]), shots=piece.shots[1:])
        first.pieces = [rest if p is piece else p for p in first.pieces]
        first.shots = [(x, rest if p is piece else p) for x, p in first.shots[1:]]
        opening = replace(piece, told=replace(told, exchange=PREMISE, lines=told.lines[:1]), shots=[shot])
    else:
        lead = told.cast["P"]
        text = stage.premise(lead, None, world.land.places["home"][0], "")
        line = PlotLine("*", (text,))
        shot = DraftShot("action", text, seen=[lead.key], shows_idea=True)
        opening = replace(piece, told=replace(told, exchange=Exchange("opening", "hook", ((line,),), keep=0), lines=(ToldLine(line, text),)), shots=[shot])
    scenes.insert(0, DraftScene("home", first.time, first.weather, first.mood, first.story, [opening], shots=[(shot, opening)]))


def _establish(stage: Stage, world: World, scenes: list[DraftScene], total_s: float) -> None:
    """A picture of the place at the head of scenes that change it."""
    if total_s < ESTABLISH_FROM_S:
        return
    before = ""
    shown: set[str] = set()
    for scene in scenes:
        first, piece = scene.shots[0]
        fresh = scene.place != before if total_s > SHOWN_ONCE_BELOW_S else scene.place not in shown and before
        if fresh and first.kind != "place" and (total_s > 100 or scene is not scenes[0]):
            scene.shots.insert(0, (_place_shot(stage, world, scene, piece), piece))
        before = scene.place
        shown.add(before)


def _place_shot(stage: Stage, world: World, scene: DraftScene, piece: Piece) -> DraftShot:
    return DraftShot("place", stage.texture(world.land.places[scene.place][0], piece.told.cast["P"], scene.weather))


def _breathe(stage: Stage, world: World, scenes: list[DraftScene], target_s: float) -> None:
    """Quiet pictures between exchanges until the film is not stretched: at most one after each exchange."""

    def natural() -> float:
        return sum(x.natural_s for s in scenes for x, _ in s.shots)

    gaps = [(s, p) for s in scenes for p in s.pieces]
    spread = [x for start in (0, 1, 2) for x in gaps[start::3]]
    # A very short film has few gaps: there the rests may come twice.
    order = spread * (3 if len(gaps) < 8 else 1)
    for scene, piece in order:
        missing = target_s / pace(target_s) - natural()
        if missing < max(2.0, 0.04 * target_s):
            return
        at = max(i for i, (_, p) in enumerate(scene.shots) if p is piece) + 1
        if at == len(scene.shots) and scene is scenes[-1]:
            at = next(i for i, (_, p) in enumerate(scene.shots) if p is piece)
        opens = at == 0 and scene is scenes[0]
        scene.shots.insert(at, ((_first_picture if opens else _rest)(stage, world, scene, piece), piece))


def _show_the_idea(stage: Stage, world: World, scenes: list[DraftScene]) -> None:
    """Where nobody has the time to say what a film is about, its first free picture shows it."""
    shots = [(scene, shot, piece) for scene in scenes for shot, piece in scene.shots]
    if any(shot.premise or shot.shows_idea for _, shot, _ in shots):
        return
    scene, shot, piece = next(((s, x, p) for s, x, p in shots if not x.action), shots[0])
    if not shot.action:
        lead = piece.told.cast["P"]
        other = next((p for p in piece.told.cast.values() if p.key == "Q"), None)
        text = stage.premise(lead, other, world.land.places[scene.place][0], _prop_of(stage, piece))
        shot.action = text
        shot.seen += [key for key in _named_in(text, [lead, *([other] if other else [])]) if key not in shot.seen]


def _first_picture(stage: Stage, world: World, scene: DraftScene, piece: Piece) -> DraftShot:
    """The place, where the narrator then shows what the film is about; else that."""
    return (_place_shot if scene.shots[0][0].premise else _opening)(stage, world, scene, piece)


def _opening(stage: Stage, world: World, scene: DraftScene, piece: Piece) -> DraftShot:
    """The first picture of a film that begins without a narrator: who it is about, with what or with whom."""
    lead = piece.told.cast["P"]
    other = next((p for p in piece.told.cast.values() if p.key == "Q"), None)
    text = stage.premise(lead, other, world.land.places[scene.place][0], _prop_of(stage, piece))
    return DraftShot("action", text, seen=_named_in(text, [lead, *([other] if other else [])]) or [lead.key], shows_idea=True)


def _rest(stage: Stage, world: World, scene: DraftScene, piece: Piece) -> DraftShot:
    """A picture after an exchange: whoever has just heard it, or the thing that it is about."""
    cast = {p.key: p for p in piece.told.cast.values()}
    spoken = [x for x in piece.shots if x.kind == "spoken"]
    lead = cast.get(spoken[-1].lines[-1].speaker, piece.told.cast["P"]) if spoken else piece.told.cast["P"]
    together = [cast[k] for x in piece.shots if len(x.seen) > 1 for k in x.seen if k in cast and k != lead.key]
    if not together and not piece.alone:
        # Whoever is spoken to in this scene has heard it, too.
        here = {k for shot, _ in scene.shots for k in shot.seen}
        together = [p for p in cast.values() if p.key in here and p.key != lead.key]
    text = stage.breath(world.land.places[scene.place][0], lead, together[0] if together else None, _prop_of(stage, piece), scene.weather)
    return DraftShot("breath", text, seen=_named_in(text, [lead, *together[:1]]))


def _named_in(text: str, people: list[Person]) -> list[str]:
    """Keys of those whom a text names, the first named first."""
    low = text.lower()
    return [p.key for p in sorted(people, key=lambda p: low.find(p.called.lower())) if p.called.lower() in low]


def _prop_of(stage: Stage, piece: Piece) -> str:
    """The object that the story of a piece is about, if it is about one."""
    return piece.told.prop if piece.told.story in stage.about_things else ""


# -- the script -----------------------------------------------------------------------------------------------------


def written(telling: Telling, title: str, logline: str) -> Script:
    """The telling as a script: ids from 1, cast and places in the order in which they come in."""
    film, world, stage, scenes = telling.film, telling.world, telling.stage, telling.scenes
    told = [p.told for s in scenes for p in s.pieces]
    people = leads_first(world.company.leads(film.plot), cast_of(told))
    seen = {key for s in scenes for shot, _ in s.shots for key in shot.seen}
    people += [p for p in world.company.people.values() if p.key in seen and p not in people]
    ids = {p.key: f"c{n + 1}" for n, p in enumerate(people)}
    by_key = {p.key: p for p in people}
    places = {key: f"l{n + 1}" for n, key in enumerate(dict.fromkeys(s.place for s in scenes))}
    made, count = [], 0
    for n, scene in enumerate(scenes):
        shots = []
        spoken = 0
        for i, (draft, piece) in enumerate(scene.shots):
            count += 1
            last = n == len(scenes) - 1 and i == len(scene.shots) - 1
            spoken = spoken if i == 0 or scene.shots[i - 1][1] is piece else 0
            shots.append(
                shot_of(
                    stage,
                    world,
                    scene,
                    draft,
                    piece,
                    by_key,
                    ids,
                    f"h{count}",
                    first=i == 0,
                    last=last,
                    spoken=spoken,
                    before=scene.shots[i - 1] if i else None,
                )
            )
            spoken += draft.kind == "spoken"
        made.append(
            Scene(
                id=f"s{n + 1}",
                location=places[scene.place],
                time_of_day=scene.time,
                weather=scene.weather,
                mood=scene.mood,
                synopsis=synopsis(scene, by_key),
                shots=tuple(shots),
            )
        )
    locations: list[Location] = [world.land.location(key, id) for key, id in places.items()]
    narrator = draw(f"{world.key}|narrator", ("calm, close", "dry, unhurried", "warm, amused", "quiet, exact"))
    gender = draw(f"{world.key}|narrator gender", ("female", "male"))
    return Script(
        title=title,
        logline=logline,
        language="en",
        opening_s=telling.opening_s,
        credits_s=telling.credits_s,
        characters=world.characters(people),
        locations=tuple(locations),
        scenes=tuple(made),
        narrator=Voice(gender="female" if gender == "female" else "male", age="old", pitch="low", pace="slow", texture=narrator),
    )


def shot_of(
    stage: Stage,
    world: World,
    scene: DraftScene,
    draft: DraftShot,
    piece: Piece,
    people: dict[str, Person],
    ids: dict[str, str],
    id: str,
    *,
    first: bool,
    last: bool,
    spoken: int,
    before: tuple[DraftShot, Piece] | None,
) -> Shot:
    """One shot of the script: framed, with its business, its props and its sound."""
    size = stage.camera.size(draft, first=first, last=last, nth_spoken=spoken)
    if not draft.action:
        other = _listener(stage, draft, piece, people)
        setting = Setting(world.land.places[scene.place][0], scene.time, _prop_of(stage, piece))
        draft.action = stage.business(draft, setting, people, other, size)
        if draft.kind == "narrated":
            draft.seen = _named_in(draft.action, [people[draft.seen[0]], *([other] if other else [])]) or draft.seen[:1]
    move = stage.camera.move(draft, last=last)
    stage.met |= set(draft.seen)
    close = size in ("CU", "ECU") and draft.kind == "spoken" and len({x.speaker for x in draft.lines}) == 1
    seen = draft.seen[:1] if close else draft.seen
    goes_on = draft.goes_on or (
        draft.kind == "action" and before is not None and before[0].kind == "action" and before[1] is piece and before[0].seen == draft.seen
    )
    sound = draft.sound or (_ambient(stage, world, scene) if first else "")
    lines = tuple(Line(speaker=x.speaker if x.speaker == NARRATOR else ids[x.speaker], text=x.text, delivery=x.delivery) for x in draft.lines)
    return Shot(
        id=id,
        action=draft.action[:600],
        duration_s=draft.duration_s,
        size=size,
        move=move,
        lens_mm=LENS_MM[size],
        characters=tuple(ids[k] for k in seen),
        props=stage.props(draft, piece.told.prop),
        lines=lines,
        sound=sound[:200],
        continues=goes_on and not first,
        transition="dissolve" if first and scene.dissolve else "cut",
    )


def _listener(stage: Stage, draft: DraftShot, piece: Piece, people: dict[str, Person]) -> Person | None:
    """Whoever is with the one who is seen: in the picture, or known to be there."""
    if len(draft.seen) > 1:
        return people[draft.seen[1]]
    lead = people[draft.seen[0]]
    here = {key for shot in piece.shots for key in shot.seen}
    cast = [p for p in piece.told.cast.values() if p.key != lead.key and p.key in people]
    near = [*(p for p in cast if p.key in here), *(p for p in cast if p in (piece.told.cast.get("P"), piece.told.cast.get("Q")))]
    if draft.premise:
        return next((p for p in near if p.key == "Q"), None)
    return next((p for p in near if p.key in stage.met), None) if not piece.alone else None


def _ambient(stage: Stage, world: World, scene: DraftScene) -> str:
    clause: str = draw(f"{world.key}|{scene.place}|{scene.time}|{scene.pieces[0].group}|sound", list(world.data["sounds"]))
    weather = "" if scene.weather == "clear" else f", {scene.weather}"
    return clause[:1].lower() + clause[1:] + weather


def synopsis(scene: DraftScene, people: dict[str, Person]) -> str:
    """What happens, for somebody who reads only this: the first thing that is done, else what is told, asked or said first."""
    acted = [shot.action for shot, _ in scene.shots if shot.kind == "action" and shot.seen]
    if acted:
        return acted[0][:600]
    told = [line.text for shot, _ in scene.shots for line in shot.lines if line.speaker == NARRATOR]
    if told:
        return told[0][:600]
    spoken = [(shot, line) for shot, _ in scene.shots for line in shot.lines]
    if not spoken:
        return scene.shots[0][0].action[:600]
    shot, line = spoken[0]
    verb = "asks" if line.text.endswith("?") else "says"
    heard = next((people[k].called for k in shot.seen if k != line.speaker), "")
    to = f" {heard}" if heard and verb == "asks" else f" to {heard}" if heard else ""
    return f"{capital(people[line.speaker].called)} {verb}{to}: {quoted(line.text)}"[:600]


def titled(film: Film) -> str:
    """One of the plot's titles, filled for this film."""
    world = World(film.idea, film.seed, film.tone)
    return _title(world, film)


def _title(world: World, film: Film) -> str:
    teller = Teller(world, world.flags, film.salt)
    cast = world.company.leads(film.plot)
    slots = dict(world.fixed_slots) | world.prop_slots(world.prop_for(film.plot)) | teller.drawn("A", film.plot.name)
    for letter, person in cast.items():
        slots |= person.slots(letter)
    return title_case(teller.fill(draw(f"{world.key}|{film.plot.name}|title", film.plot.titles), slots).rstrip("."))[:80]


def loglined(film: Film, n: int = 0) -> str:
    """The idea, and one of the plot's loglines, filled for this film."""
    world = World(film.idea, film.seed, film.tone)
    teller = Teller(world, world.flags, film.salt)
    cast = world.company.leads(film.plot)
    slots = dict(world.fixed_slots) | world.prop_slots(world.prop_for(film.plot)) | teller.drawn("A", film.plot.name)
    for letter, person in cast.items():
        slots |= person.slots(letter)
    # Mara, a woman, is no introduction.
    known = cast["P"].role not in ("man", "woman")
    options = [x for x in film.plot.loglines if known or "{P.a_role}" not in x] or list(film.plot.loglines)
    told = teller.fill(options[(draw(f"{world.key}|{film.plot.name}|logline", range(len(options))) + n) % len(options)], slots)
    head, name = world.headline(cast), slots["P"]
    if head.startswith((f"{name}, ", f"{name} ")):  # who was just introduced is not introduced again
        again = re.compile(rf"{re.escape(name)}(?:, {re.escape(slots['P.a_role'])},)? ")
        told = again.sub(f"{capital(slots['P.he'])} ", told, count=1) if again.match(told) else told
    return f"{head} {told}"[:400]
