"""Which exchanges of which plots and threads a film of a given length tells, and in what order. Called by `composing`.

Films are cut out of one plot by the author's `keep` levels; where they are longer than that, `weaving` goes on.
"""

from __future__ import annotations

from dataclasses import replace

from core.writing.offline.about import NO_MATTER
from core.writing.offline.dealing import waits
from core.writing.offline.lexicon import number, shuffled
from core.writing.offline.pieces import Cut, Piece, Story, piece_of, plain, spoken_once
from core.writing.offline.plots import BEATS, Exchange, Plot, PlotLine, threads
from core.writing.offline.staging import draft_shots
from core.writing.offline.telling import Teller
from core.writing.offline.timing import pace
from core.writing.offline.weaving import weave
from core.writing.offline.world import World

SPINE_FROM_S = 19.0
"""Shot seconds from which a film is told by its beats instead of by the plot's `short`."""
BRIEF_BELOW_S = 32.0
"""Below this the idea is told in ten words."""
WOVEN_S = 200.0
"""From here on threads take the place of some of a plot's exchanges."""
GROUND_FROM_S, GROUND_TWICE_FROM_S = 50.0, 140.0
LAST_WORD_MOST_S = 4.5
"""In a short film a last word takes no longer than this."""
TALK_AT = 1.31
"""Where on the arc the plot's people talk of the idea: when it is known what stands in the way."""
LAST_WORD_AT = 2.4
"""Where on the arc the narrator says what came of the idea: after the choice, before the ending."""
OTHER_STORIES_S = (400.0, 1000.0, 1600.0, 2200.0, 2800.0)
"""Shot seconds from which a second, third … story of other people is told."""
_RANK = {beat: n for n, beat in enumerate(("obstacle", "turn", "choice", "ending", "want", "hook", "try"))}
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
PREMISE = Exchange("premise", "hook", ((PlotLine("N", ("{premise}",)),),), keep=0)
"""What a film is about, said by the narrator."""


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
        weave(film, main, total_s, stories)
    return sorted(film.pieces, key=lambda x: x.position)


# -- one plot -------------------------------------------------------------------------------------------------------


def _short(story: Story, total_s: float) -> Piece:
    """The 15-second telling that comes nearest to the length."""
    options = [e for e in shuffled(f"{story.teller.world.key}|{story.teller.salt}|short", list(story.plot.short)) if story.teller.holds(e.when)]
    told = [story.teller.tell(e, "A", "early", story.cast, story.prop) for e in options]
    pieces = [x for t in told if t.lines for x in _with_the_idea(story, Piece(t, 0.0, "short", draft_shots(t, story.plot.apart), story.plot.strangers))]

    def miss(piece: Piece) -> float:
        least, most = sum(x.least_s for x in piece.shots), sum(x.most_s for x in piece.shots)
        return max(0.0, least - total_s, total_s - most)

    return min(pieces, key=lambda x: (miss(x) > 0, miss(x), not any(shot.premise for shot in x.shots)))


def _with_the_idea(story: Story, piece: Piece) -> list[Piece]:
    """A telling in a few seconds as it is, and where it does not say what it is about, with the narrator who does: over its first picture, or before it."""
    if any(x.premise for x in piece.shots):
        return [piece]
    said = story.teller.tell(PREMISE, "A", "early", story.cast, story.prop)
    opening = draft_shots(said, story.plot.apart)[0]
    told = replace(piece.told, lines=(*said.lines, *piece.told.lines))
    found = [piece, replace(piece, told=told, shots=[opening, *piece.shots])]
    first = piece.shots[0]
    if first.kind == "action" and not first.lines:
        found.append(replace(piece, told=told, shots=[replace(first, lines=list(opening.lines), premise=True), *piece.shots[1:]]))
    return found


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
    """What the plot's people have to say about the idea itself: a last word, from a minute on some talk; in a longer film some of the place, too."""
    if total_s >= GROUND_FROM_S:
        _talk_of_the_idea(film, story)
    else:
        _tighten(film, story, total_s - LAST_WORD_MOST_S)
    if total_s >= GROUND_TWICE_FROM_S and not (story.plot.apart or story.plot.strangers or "Q" not in story.cast):
        _small_talk(film, story, total_s, 0.6 if BEATS.index(story.plot.meets) < 2 else 1.35)
    _come_back(film, story, total_s)


def _tighten(film: Cut, story: Story, total_s: float) -> None:
    """In a short film that is too long the exchanges with most to spare are told by their briefest takes, until it fits."""

    def least(piece: Piece) -> float:
        return sum(x.least_s for x in piece.shots)

    def briefest(piece: Piece) -> Piece:
        exchange = piece.told.exchange
        others = Cut(said={plain(x) for p in film.pieces if p is not piece for x in spoken_once(p.told)})
        takes = [t for t in exchange.takes if any(story.teller.holds(x.flags) for x in t)]
        told = [q for t in takes if (q := piece_of(others, story, replace(exchange, takes=(t,)), piece.position))]
        return min([piece, *told], key=least)

    while sum(map(least, film.pieces)) > total_s:
        saved, n, brief = max(((least(p) - least(q), n, q) for n, p in enumerate(film.pieces) for q in [briefest(p)]), key=lambda x: (x[0], -x[1]))
        if saved <= 0:
            return
        film.put(n, brief)


def _unsaid(story: Story) -> bool:
    """Whether the idea names nothing of which one could speak."""
    world = story.teller.world
    return "unread" in world.flags or world.fixed_slots["matter"] == NO_MATTER


def _talk_of_the_idea(film: Cut, story: Story) -> None:
    """The plot's own exchange about what the idea is about."""
    if story.plot.talk is not None and not _unsaid(story):
        piece = piece_of(film, story, story.plot.talk, TALK_AT, group=f"{story.name}.obstacle")
        if piece:
            film.add(piece)


def _come_back(film: Cut, story: Story, total_s: float) -> None:
    """What becomes of the idea's matter, in the one line that the plot has for that; in a short film where there is room for it."""
    word = story.plot.last_word
    if word is None or _unsaid(story):
        return
    first = story.teller.take(word)
    takes = [first, *(t for t in word.takes if t != first)]
    said = [p for t in takes if (p := piece_of(film, story, replace(word, takes=(t,)), LAST_WORD_AT, group=f"{story.name}.choice", act="late"))]
    room_s = total_s - sum(x.least_s for p in film.pieces for x in p.shots)
    brief = [p for p in said if total_s >= GROUND_FROM_S or (len(p.shots) == 1 and p.shots[0].least_s <= LAST_WORD_MOST_S)]
    own = next((p for p in brief if sum(x.least_s for x in p.shots) <= room_s), None)
    narrated = [p for p in said if len(p.shots) == 1 and p.told.lines[0].source.who == "N"]
    if own:
        film.add(own)
    elif narrated:
        _say_over(film, min(narrated, key=lambda p: p.shots[0].least_s), room_s)


def _say_over(film: Cut, word: Piece, room_s: float) -> None:
    """The narrator's last word over a picture in which nobody speaks, after the turn; it is left out where there is none."""
    for piece in sorted(film.pieces, key=lambda p: -p.position):
        for shot in piece.shots:
            if piece.told.exchange.beat in ("turn", "choice") and not shot.lines and word.shots[0].needs_s <= shot.natural_s + max(0.0, room_s):
                shot.lines = list(word.shots[0].lines)
                piece.told = replace(piece.told, lines=(*piece.told.lines, *word.told.lines))
                film.said |= {plain(x) for x in spoken_once(word.told)}
                return


def _small_talk(film: Cut, story: Story, total_s: float, at: float) -> None:
    """Some talk that could be heard nowhere else but in this place, in a scene of its own, where it fits."""
    world = story.teller.world
    fitting = [t for t in threads().values() if t.grounds and world.land.domain in t.domains]
    for thread in shuffled(f"{world.key}|{story.teller.salt}|grounds|early", fitting):
        exchange = thread.parts[0].exchange
        piece = piece_of(film, story, exchange, at, group=exchange.key, act="early" if at < 1 else "mid", own=False)
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
