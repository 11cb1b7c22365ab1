"""What a film is cut of: exchanges told so that nothing is said twice. Called by `cutting` and `weaving`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from core.writing.offline.company import Cast
from core.writing.offline.plots import BEATS, Exchange, Plot, PlotLine
from core.writing.offline.staging import draft_shots
from core.writing.offline.telling import Teller, Told
from core.writing.offline.timing import DraftShot

_OF_THE_IDEA = re.compile(r"\{(premise|idea|want[.a-z]*|subject|lost|ability[.a-z]*|matter|deed)\}", re.I)


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

    def put(self, n: int, piece: Piece) -> None:
        """Another telling in the place of the n-th piece."""
        self._seconds += piece.natural_s - self.pieces[n].natural_s
        self.pieces[n] = piece
        self.said = {plain(x) for p in self.pieces for x in spoken_once(p.told)}


def plain(text: str) -> str:
    """A line as it is compared with others: letters only, small."""
    return re.sub(r"[^a-z0-9 ]", "", text.lower()).strip()


def spoken_once(told: Told) -> list[str]:
    """What may not be said again: everything spoken that is no refrain."""
    return [x.text for x in told.lines if x.source.spoken and not x.source.refrain]


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
        told = teller.tell(exchange, story.name, act or _act(exchange.beat), guests or story.cast, story.prop, take)
        if film.said & {plain(x) for x in spoken_once(told)}:
            told = teller.tell(exchange, story.name, told.act, told.cast, story.prop, _fresh(film, story, exchange, told, take, guests))
        lines = [plain(x) for x in spoken_once(told)]
        if not film.said & set(lines) and len(lines) == len(set(lines)):
            return Piece(
                told,
                at,
                group or f"{story.name}.{exchange.beat}",
                draft_shots(told, story.plot.apart and exchange.beat in BEATS),
                story.plot.strangers and exchange.beat in BEATS,
            )
    return None


def _fresh(film: Cut, story: Story, exchange: Exchange, told: Told, take: tuple[PlotLine, ...], guests: Cast | None) -> tuple[PlotLine, ...]:
    """The take, which reads so, without the alternatives that have been said already."""
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
