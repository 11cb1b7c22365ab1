"""Long films: other people's plots and threads, woven in until the length is told. Called by `cutting`.

Every piece has a position on the arc: early is 0 to 1, mid 1 to 2, late 2 to 3.
"""

from __future__ import annotations

from core.writing.offline.land import STORIES
from core.writing.offline.lexicon import draw, number, shuffled, words
from core.writing.offline.pieces import Cut, Piece, Story, piece_of
from core.writing.offline.plots import ACTS, BEATS, Exchange, PlotLine, Thread, plots, threads
from core.writing.offline.telling import Teller
from core.writing.offline.world import World

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
_ARC_OTHERS = {"hook": 0.15, "want": 0.55, "obstacle": 1.1, "try": 1.5, "turn": 1.85, "choice": 2.4, "ending": 2.75}


def weave(film: Cut, main: Story, total_s: float, wanted: int) -> None:
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
    shift = _shift(story)
    opening = _introduction(film, story, len(stories) - 2, _introduced_at(story))
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


def _shift(story: Story) -> float:
    """By how much later on the arc than the second story another one is told."""
    return 0.07 * (STORIES.index(story.name) - 1)


def _introduced_at(story: Story) -> float:
    """Where on the arc the narrator brings in the people of another story; before that nobody has seen them."""
    return min(2.95, _ARC_OTHERS["hook"] + _shift(story)) - 0.0001


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
        if story.name != STORIES[0]:
            # After the exchanges of the hook, which come right after the introduction.
            at = max(_introduced_at(story) + 0.01 + 0.001 * n, at)
        piece = piece_of(probe, story, part.exchange, at, group=part.exchange.key, act=part.act, guests=guests, own=thread.idea)
        if piece is None:
            return []
        probe.add(piece)
        pieces.append(piece)
    return pieces
