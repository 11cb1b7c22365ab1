"""Which exchanges of which plots and threads a film of a given length tells, and in what order. Called by `composing`.

Short films are cut out of one plot by the author's `keep` levels. Long ones weave in other people's plots and threads; every piece
has a position on the arc: early is 0 to 1, mid 1 to 2, late 2 to 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from core.writing.offline.company import Cast
from core.writing.offline.dealing import waits
from core.writing.offline.land import STORIES
from core.writing.offline.lexicon import draw, number, shuffled, words
from core.writing.offline.plots import ACTS, BEATS, Exchange, Plot, PlotLine, Thread, plots, threads
from core.writing.offline.staging import draft_shots
from core.writing.offline.telling import Teller, Told
from core.writing.offline.timing import DraftShot, pace
from core.writing.offline.world import World

SPINE_FROM_S = 19.0
"""Shot seconds from which a film is told by its beats instead of by the plot's `short`."""
BRIEF_BELOW_S = 32.0
"""Below this the idea is told in ten words."""
WOVEN_S = 200.0
"""From here on threads take the place of some of a plot's exchanges."""
OF_A_PLACE = 5
"""A thread for so many worlds at most is one of that place, and is told rather sooner than one for anywhere."""
FAVOUR = 250
"""By how much sooner, in thousandths of all luck. Much more, and films of one place would tell the same few."""
PART_LEAST_S = 12.0
"""A part of a thread is not shorter."""
ANOTHER_FROM_S = 240.0
"""A film below this tells of its own people only."""
IDEA_SHARE = 0.55
"""So much of a long film at most is threads of the idea itself; the rest is other people's."""
THREAD_SHARE = 0.24
"""No thread takes more than this of a film that may tell of others instead: it would be the film."""
GROUND_LINES = 3
"""In a film of a minute small talk has no more lines than this."""
GROUND_FROM_S, GROUND_TWICE_FROM_S = 50.0, 140.0
LAST_WORD_AT = 2.4
"""Where on the arc the narrator says what came of the idea: after the choice, before the ending."""
OTHER_STORIES_S = (400.0, 1000.0, 1600.0, 2200.0, 2800.0)
"""Shot seconds from which a second, third … story of other people is told."""
_RANK = {beat: n for n, beat in enumerate(("obstacle", "turn", "choice", "ending", "want", "hook", "try"))}
_OF_THE_IDEA = re.compile(r"\{(premise|idea|want[.a-z]*|subject|lost|ability[.a-z]*|matter|deed)\}", re.I)
_ARC = {
    "hook": (-0.5, -0.4),
    "want": (0.4, 0.45),
    "obstacle": (1.0, 1.3),
    "try": (1.4, 1.98),
    "turn": (2.0, 2.001),
    "choice": (2.1, 2.35),
    "ending": (3.0, 3.01),
}
"""Where the exchanges of a beat of the main plot lie: from, to."""
_ARC_OTHERS = {"hook": 0.15, "want": 0.55, "obstacle": 1.1, "try": 1.5, "turn": 1.85, "choice": 2.4, "ending": 2.75}


@dataclass
class Story:
    """One plot told with some people."""

    name: str
    plot: Plot
    cast: Cast
    prop: str
    teller: Teller


@dataclass
class Piece:
    """A told exchange with its shots and its place on the arc."""

    told: Told
    position: float
    group: str
    """What belongs together as a scene: the beat of a plot, the part of a thread."""
    shots: list[DraftShot]
    alone: bool = False
    """Whether its people are not to be seen looking at each other: they share no room, or a door stands between them."""

    @property
    def natural_s(self) -> float:
        """Seconds it takes when nobody hurries."""
        return sum(x.natural_s for x in self.shots)


@dataclass
class Cut:
    """The pieces chosen so far, and everything already said."""

    pieces: list[Piece] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    _seconds: float = 0.0

    @property
    def natural_s(self) -> float:
        """Seconds of all pieces together."""
        return self._seconds

    def add(self, piece: Piece) -> None:
        """One more piece; what is said in it is not said again."""
        self.pieces.append(piece)
        self._seconds += piece.natural_s
        self.said |= {plain(x) for x in spoken_once(piece.told)}


def plain(text: str) -> str:
    """A line as it is compared with others: letters only, small."""
    return re.sub(r"[^a-z0-9 ]", "", text.lower()).strip()


def spoken_once(told: Told) -> list[str]:
    """What may not be said again: everything spoken that is no refrain."""
    return [x.text for x in told.lines if x.source.spoken and not x.source.refrain]


def cut(world: World, plot: Plot, total_s: float, salt: str = "") -> list[Piece]:
    """The pieces of a film whose shots last about `total_s`, in the film's order."""
    teller = Teller(world, world.flags, salt, total_s < BRIEF_BELOW_S, plot.strangers)
    stories = 1 + sum(total_s > x for x in OTHER_STORIES_S)
    total_s /= pace(total_s)
    main = Story("A", plot, world.company.leads(plot), world.prop_for(plot), teller)
    film = Cut()
    if total_s >= SPINE_FROM_S or not plot.short:
        _tell_plot(film, main, total_s)
        bones = [p for p in film.pieces if p.told.exchange.beat in ("hook", "turn", "ending")]
        if plot.short and sum(x.least_s for p in bones for x in p.shots) > total_s:
            film = Cut()
    if not film.pieces:
        film.add(_short(main, total_s))
        return film.pieces
    if total_s > film.natural_s * 1.1:
        _weave(film, main, total_s, stories)
    return sorted(film.pieces, key=lambda x: x.position)


# -- one plot -------------------------------------------------------------------------------------------------------


def _short(story: Story, total_s: float) -> Piece:
    """The 15-second telling that comes nearest to the length."""
    options = [e for e in shuffled(f"{story.teller.world.key}|{story.teller.salt}|short", list(story.plot.short)) if story.teller.holds(e.when)]
    told = [story.teller.tell(e, "A", "early", story.cast, story.prop) for e in options]
    pieces = [Piece(t, 0.0, "short", draft_shots(t, story.plot.apart), story.plot.strangers) for t in told if t.lines]

    def miss(piece: Piece) -> float:
        least, most = sum(x.least_s for x in piece.shots), sum(x.most_s for x in piece.shots)
        return max(0.0, least - total_s, total_s - most)

    return min(pieces, key=lambda x: (miss(x) > 0, miss(x)))


def _tell_plot(film: Cut, story: Story, total_s: float) -> None:
    """As much of the main plot as the length holds: the author's levels, the most needed beats first."""
    told = [e for e in story.plot.exchanges if story.teller.holds(e.when)]
    by_id = {e.id: e for e in told if e.id}
    chosen: dict[str, Piece] = {}
    grounded = False
    for exchange in sorted(told, key=lambda e: _need(story, e)):
        if exchange.keep > 0 and not grounded:
            grounded = True
            _ground(film, story, total_s)
        wanted = [e for e in (by_id.get(exchange.after), exchange) if e is not None and e.key not in chosen]
        if not wanted or (exchange.after and exchange.after not in by_id):
            continue
        pieces = [p for e in wanted if (p := piece_of(film, story, e, position(story, e)))]
        if len(pieces) < len(wanted) or _left_to_threads(story, exchange, total_s):
            continue
        if exchange.keep == 0 or film.natural_s + sum(p.natural_s for p in pieces) <= total_s * 1.03:
            for p in pieces:
                chosen[p.told.exchange.key] = p
                film.add(p)


def _ground(film: Cut, story: Story, total_s: float) -> None:
    """A little talk about the idea itself in a film of a minute; in a longer one some that could be heard nowhere else but in this place, and a last word."""
    if total_s < GROUND_FROM_S:
        return
    twice = total_s > GROUND_TWICE_FROM_S
    early = BEATS.index(story.plot.meets) < 2
    if not (story.plot.apart or story.plot.strangers or "Q" not in story.cast):
        _small_talk(film, story, total_s, "mid", True, 1.31)
        if twice:
            _small_talk(film, story, total_s, "early", False, 0.6 if early else 1.35)
    if twice:
        _small_talk(film, story, total_s, "late", True, LAST_WORD_AT)


def _small_talk(film: Cut, story: Story, total_s: float, act: str, of_the_idea: bool, at: float) -> None:
    """One exchange of such talk, where it fits."""
    world = story.teller.world
    fitting = [t for t in threads().values() if t.grounds and t.idea == of_the_idea and (world.land.domain in t.domains or t.idea)]
    fitting = [t for t in fitting if not of_the_idea or t.parts[0].act == act]
    for thread in shuffled(f"{world.key}|{story.teller.salt}|grounds|{act}", fitting):
        part = thread.parts[0]
        brief = tuple(t for t in part.exchange.takes if sum(x.spoken for x in t) <= GROUND_LINES)
        exchange = replace(part.exchange, takes=brief) if brief and total_s < GROUND_TWICE_FROM_S else part.exchange
        # What is said of the idea is said where the story has just been; talk of the place is a scene of its own.
        group = f"{story.name}.{'choice' if act == 'late' else 'obstacle'}" if of_the_idea else part.exchange.key
        piece = piece_of(film, story, exchange, at, group=group, act="early" if at < 1 else "mid" if at < 2 else "late", own=of_the_idea)
        if piece:
            film.add(piece)
            return


def _need(story: Story, exchange: Exchange) -> tuple[int, int, int]:
    """What goes in first: the author's levels. Of what may be left out, every film tells another part."""
    luck = number(f"{story.teller.world.key}|{story.teller.salt}|{exchange.key}|need") % 100
    level = exchange.keep + (exchange.keep >= 1 and _waits(story, exchange))
    return level, _RANK[exchange.beat] if exchange.keep <= 1 else 0, luck


def _waits(story: Story, exchange: Exchange) -> bool:
    return waits(story.teller.word, exchange.place, len(exchange.takes))


def _left_to_threads(story: Story, exchange: Exchange, total_s: float) -> bool:
    """Long films tell less of each plot and weave in more of what no other film has."""
    return total_s > WOVEN_S and exchange.keep >= 2 and not exchange.id and _waits(story, exchange)


def position(story: Story, exchange: Exchange) -> float:
    """Where an exchange of the main plot lies on the arc."""
    same = [e for e in story.plot.exchanges if e.beat == exchange.beat]
    first, last = _ARC[exchange.beat]
    return first + (last - first) * same.index(exchange) / max(1, len(same) - 1)


def piece_of(
    film: Cut, story: Story, exchange: Exchange, at: float, *, group: str = "", act: str = "", guests: Cast | None = None, own: bool = True
) -> Piece | None:
    """An exchange told so that nothing is said twice in the film; None where no take allows that."""
    teller = story.teller
    first = teller.take(exchange)
    takes = [first, *(tuple(x for x in t if teller.holds(x.flags)) for t in exchange.takes)]
    if not own:
        takes = sorted((tuple(x for x in t if not _tells_the_idea(x)) for t in takes), key=lambda t: -len(t))
    for take in takes:
        if not take:
            continue
        told = teller.tell(exchange, story.name, act or _act(exchange.beat), guests or story.cast, story.prop, _fresh(film, story, exchange, take, guests))
        lines = [plain(x) for x in spoken_once(told)]
        if not film.said & set(lines) and len(lines) == len(set(lines)):
            return Piece(
                told,
                at,
                group or f"{story.name}.{exchange.beat}",
                draft_shots(told, story.plot.apart and story.name == "A"),
                story.plot.strangers and exchange.beat in BEATS,
            )
    return None


def _fresh(film: Cut, story: Story, exchange: Exchange, take: tuple[PlotLine, ...], guests: Cast | None) -> tuple[PlotLine, ...]:
    """The take without the alternatives that have been said already."""
    told = story.teller.tell(exchange, story.name, "", guests or story.cast, story.prop, take)
    if not film.said & {plain(x) for x in spoken_once(told)}:
        return take
    fresh = []
    for line, was in zip(take, told.lines, strict=True):
        if plain(was.text) in film.said and not line.refrain and len(line.options) > 1:
            left = tuple(o for o in line.options if plain(_shown(story, exchange, line, o, guests)) not in film.said) or line.options
            line = replace(line, options=left)
        fresh.append(line)
    return tuple(fresh)


def _shown(story: Story, exchange: Exchange, line: PlotLine, option: str, guests: Cast | None) -> str:
    alone = PlotLine(line.who, (option,))
    return story.teller.tell(exchange, story.name, "", guests or story.cast, story.prop, (alone,)).lines[0].text


def _act(beat: str) -> str:
    return "early" if BEATS.index(beat) < 2 else "mid" if BEATS.index(beat) < 4 else "late"


def _tells_the_idea(line: PlotLine) -> bool:
    return any(_OF_THE_IDEA.search(o) for o in line.options)


# -- long films -----------------------------------------------------------------------------------------------------


def _weave(film: Cut, main: Story, total_s: float, wanted: int) -> None:
    """Other people's plots, then threads, until the length is told."""
    stories = [main]
    for _ in range(wanted - 1):
        _tell_another(film, stories, total_s)
    used: set[str] = set()
    _add_threads(film, stories, total_s, used)
    while film.natural_s < total_s * 0.97 and total_s > ANOTHER_FROM_S and _tell_another(film, stories, total_s):
        # Too few threads suit this film: one more story of the same place, and whatever threads its people allow.
        _add_threads(film, stories, total_s, used)


def _tell_another(film: Cut, stories: list[Story], total_s: float) -> bool:
    """One more plot, told by two other people; False where none is left."""
    main = stories[0]
    world, told = main.teller.world, {s.plot.name for s in stories}
    kinds = {s.plot.kind for s in stories}
    left = [p for p in plots().values() if p.subplot and p.name not in told and not p.needs]
    left = sorted(shuffled(f"{world.key}|{main.teller.salt}|other stories", left), key=lambda p: (p.kind in kinds, world.tone not in p.tones))
    if not left or len(stories) >= len(STORIES):
        return False
    name = STORIES[len(stories)]
    flags = frozenset({world.land.domain, f"tone_{world.tone}", "human"} | ({"indoors"} & world.flags))
    plot = left[0]
    props = [p for p in [*world.data["small"], *world.data["tools"]] if p not in {s.prop for s in stories} and " of " not in p]
    story = Story(
        name,
        plot,
        world.company.others(name, plot.cast),
        draw(f"{world.key}|{name}|prop", plot.prop or props or ["suitcase"]),
        Teller(world, flags, main.teller.salt, strangers=plot.strangers),
    )
    stories.append(story)
    shift = 0.07 * (len(stories) - 2)
    opening = _introduction(film, story, len(stories) - 2, min(2.95, _ARC_OTHERS["hook"] + shift) - 0.0001)
    if opening:
        film.add(opening)
    for exchange in plot.exchanges:
        if film.natural_s > total_s * 0.97 or not story.teller.holds(exchange.when):
            continue
        same = [e for e in plot.exchanges if e.beat == exchange.beat]
        at = min(2.95, _ARC_OTHERS[exchange.beat] + shift) + 0.0001 * same.index(exchange)
        piece = piece_of(film, story, exchange, at, own=False)
        if piece and _lines_up(film, story, exchange):
            film.add(piece)
    return True


def _introduction(film: Cut, story: Story, nth: int, at: float) -> Piece | None:
    """The narrator brings in the people of another story."""
    options = shuffled(f"{story.teller.world.key}|introductions", list(words("introductions")))
    if "Q" not in story.cast:
        return None
    line = PlotLine("N", (str(options[nth % len(options)]),))
    exchange = Exchange(f"introduction/{story.name}", "hook", ((line,),), keep=0)
    return piece_of(film, story, exchange, at)


def _lines_up(film: Cut, story: Story, exchange: Exchange) -> bool:
    """Whether the plant of a pay-off has been told."""
    if not exchange.after:
        return True
    return any(p.told.exchange.id == exchange.after and p.told.story == story.name for p in film.pieces)


def _add_threads(film: Cut, stories: list[Story], total_s: float, used: set[str]) -> None:
    """Threads that suit the film, spread over the acts, until its length is reached."""
    main = stories[0]
    world = main.teller.world
    room = {"early": 0.36 * total_s, "mid": 0.46 * total_s, "late": 0.34 * total_s}
    for piece in film.pieces:
        room[piece.told.act] -= piece.natural_s
    told_of_idea = sum(p.natural_s for p in film.pieces if p.told.story == main.name and p.told.exchange.beat not in BEATS)
    for thread in _suited(world, main):
        if thread.name in used:
            continue
        if film.natural_s >= total_s * 0.985:
            return
        if len(thread.parts) * PART_LEAST_S > total_s * 1.03 - film.natural_s:
            continue
        for story in _players(thread, stories):
            pieces = _thread_pieces(film, story, thread)
            if not pieces:
                continue
            if thread.idea and told_of_idea + sum(p.natural_s for p in pieces) > IDEA_SHARE * total_s:
                continue
            seconds = {act: sum(p.natural_s for p in pieces if p.told.act == act) for act in ACTS}
            if total_s > ANOTHER_FROM_S and sum(seconds.values()) > THREAD_SHARE * total_s:
                continue
            if film.natural_s + sum(seconds.values()) > total_s * 1.03 or any(s > 0 and s > room[act] + 20 for act, s in seconds.items()):
                continue
            for p in pieces:
                film.add(p)
            for act, s in seconds.items():
                room[act] -= s
            told_of_idea += thread.idea * sum(seconds.values())
            used.add(thread.name)
            break


def _suited(world: World, main: Story) -> list[Thread]:
    """All threads that this film may tell, the most fitting first."""
    found = []
    for t in threads().values():
        if t.grounds or (t.domains and world.land.domain not in t.domains) or not main.teller.holds(t.when) or any(n not in world.flags for n in t.needs):
            continue
        if t.tones and world.tone not in t.tones:
            continue
        found.append(t)

    def drawn(t: Thread) -> tuple[bool, float]:
        luck = number(f"{world.key}|{main.teller.salt}|{t.name}|thread") % 1000
        return not t.idea, luck - (FAVOUR if 0 < len(t.domains) <= OF_A_PLACE else 0)

    return sorted(found, key=drawn)


def _players(thread: Thread, stories: list[Story]) -> list[Story]:
    """The stories whose people may play a thread, the likeliest first."""
    able = [s for s in stories if not ("Q" in thread.letters and (s.plot.apart or "Q" not in s.cast))]
    if any(p.act == "early" for p in thread.parts) and "Q" in thread.letters:
        able = [s for s in able if BEATS.index(s.plot.meets) < 2]
    if thread.needs or thread.idea:
        able = [s for s in able if s.name == "A"]
    key = f"{stories[0].teller.world.key}|{thread.name}|players"
    # The main story's people get every other thread, whoever else there is.
    if number(key) % 2 and any(s.name == "A" for s in able):
        return sorted(able, key=lambda s: s.name != "A")
    return shuffled(key, able)


def _thread_pieces(film: Cut, story: Story, thread: Thread) -> list[Piece]:
    """All parts of a thread in the film's order, or nothing where one of them cannot be told."""
    world = story.teller.world
    guests = world.company.with_small_parts(story.cast, thread.cast, thread.name)
    said = set(film.said)
    probe = Cut(said=said)
    pieces = []
    for n, part in enumerate(thread.parts):
        same = [p for p in thread.parts if p.act == part.act]
        start = ACTS.index(part.act)
        jitter = (number(f"{world.key}|{story.teller.salt}|{thread.name}|{n}") % 1000) / 1000
        at = start + 0.03 + 0.94 * (same.index(part) + jitter) / len(same)
        if part.act == "late":
            at = max(2.02, at)
        piece = piece_of(probe, story, part.exchange, at, group=part.exchange.key, act=part.act, guests=guests, own=thread.idea)
        if piece is None:
            return []
        probe.add(piece)
        pieces.append(piece)
    return pieces
