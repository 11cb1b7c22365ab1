"""Plots and threads as authors write them: reads `plots/*.yaml` and `modules/*.yaml` into plain values.

The format is told in docs/writing-plots.md; what is wrong with a file is a `BadPlot` that names the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

from core.writing.offline.dealing import PLACES as PLACES_IN_CODE
from core.writing.offline.lexicon import HOME, number, read_yaml, words
from core.writing.script import CameraMove, Mood, ShotSize, TimeOfDay, Weather

BEATS = ("hook", "want", "obstacle", "try", "turn", "choice", "ending")
ACTS = ("early", "mid", "late")
PLACES = ("home", "outside", "public", "private", "far", "road")
TONES = ("comic", "tender", "wonder", "dark", "bittersweet")
LETTERS = "PQRST"
_SIZES, _MOVES = frozenset(get_args(ShotSize)), frozenset(get_args(CameraMove))
_MOODS, _WEATHERS = frozenset(get_args(Mood)), frozenset(get_args(Weather))
_TIMES = frozenset(get_args(TimeOfDay)) | {"later"}
_LINE = re.compile(r"^(?P<plus>\+ ?)?(?P<who>[A-Z~*#])(?P<marks>[!=]*)(?P<flags>(?:\?-?\w+)*)(?:[ \t]+\((?P<how>[^)]*)\))?[ \t]+(?P<text>.+)$")
_DIRECTIONS = re.compile(r"\s*\[([^\]]*)\]\s*$")


class BadPlot(ValueError):
    """A data file that cannot be told: says which file, where and why."""


@dataclass(frozen=True)
class PlotLine:
    """One line of a take: a shot, or with `joined` a further line of the shot before."""

    who: str
    """A letter of the cast, `N` the narrator, `*` action, `#` insert, `~` establishing."""
    options: tuple[str, ...]
    close: bool = False
    refrain: bool = False
    joined: bool = False
    flags: tuple[str, ...] = ()
    delivery: str = ""
    size: ShotSize | None = None
    move: CameraMove | None = None
    seen: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    sound: str = ""
    goes_on: bool = False
    fade: bool = False

    @property
    def spoken(self) -> bool:
        """Whether this is heard: dialogue or narration."""
        return self.who not in "*#~"


@dataclass(frozen=True)
class Exchange:
    """What stands or falls together when a film is cut."""

    key: str
    """Plot, beat and number: the same exchange always draws the same take for a seed."""
    beat: str
    takes: tuple[tuple[PlotLine, ...], ...]
    keep: int = 3
    when: tuple[str, ...] = ()
    id: str = ""
    after: str = ""
    at: str = ""
    time: str = ""
    mood: Mood | None = None
    weather: Weather | None = None
    place: int = 0
    """Its place in the code by which takes are dealt: what is told soonest comes first."""


@dataclass(frozen=True)
class Role:
    """What the author says of somebody in the cast; empty where the idea decides."""

    who: str = ""
    name: str = ""
    gender: str = ""
    age: str = ""
    species: str = ""


@dataclass(frozen=True)
class Plot:
    """One authored story."""

    name: str
    kind: str
    titles: tuple[str, ...]
    loglines: tuple[str, ...]
    tones: tuple[str, ...]
    fits: frozenset[str]
    never: tuple[str, ...]
    needs: tuple[str, ...]
    meets: str
    apart: bool
    strangers: bool
    """P and Q do not know each other's names."""
    subplot: bool
    prop: tuple[str, ...]
    """What the object that matters is where the idea names none."""
    prop_always: bool
    """Whether it is that even if the idea names one."""
    cast: dict[str, Role]
    short: tuple[Exchange, ...]
    exchanges: tuple[Exchange, ...]
    """Of all seven beats, in order."""
    talk: Exchange | None = None
    """A word between its people about the idea's own matter, in the middle."""
    last_word: Exchange | None = None
    """What becomes of the idea's own matter in this story: one line before the ending."""

    @property
    def of_idea(self) -> tuple[Exchange, ...]:
        """What is said of the idea's own matter."""
        return tuple(x for x in (self.talk, self.last_word) if x is not None)


@dataclass(frozen=True)
class Part:
    """One scene of a thread."""

    act: str
    exchange: Exchange


@dataclass(frozen=True)
class Thread:
    """What long films are woven from."""

    name: str
    about: str
    tones: tuple[str, ...]
    domains: tuple[str, ...]
    when: tuple[str, ...]
    needs: tuple[str, ...]
    cast: dict[str, Role]
    parts: tuple[Part, ...]
    grounds: bool = False
    """Small talk of one place: goes into films of a minute already."""
    idea: bool = False
    """About what the idea is about: only the idea's own people are told of, and it comes before all others."""
    letters: frozenset[str] = field(default=frozenset())
    """Who is in it: of P, Q, R, S, T."""


@cache
def plots() -> dict[str, Plot]:
    """All plots by name. BadPlot at the first file that cannot be told."""
    return {path.stem: read_plot(path) for path in sorted((HOME / "plots").glob("*.yaml"))}


@cache
def threads() -> dict[str, Thread]:
    """All threads by name. BadPlot at the first that cannot be told."""
    found: dict[str, Thread] = {}
    for path in sorted((HOME / "modules").glob("*.yaml")):
        for thread in read_threads(path):
            if thread.name in found:
                raise BadPlot(f"{path.name}: a thread {thread.name} stands twice")
            found[thread.name] = thread
    return found


def read_plot(path: Path) -> Plot:
    """One plot file. BadPlot where it breaks the format."""
    data = read_yaml(path)
    at = path.name
    _known(at, data, "kind titles loglines tones fits never needs meets apart strangers subplot prop prop_always cast short of_idea beats")
    if data.get("kind") not in words("kinds"):
        raise BadPlot(f"{at}: unknown kind {data.get('kind')!r}")
    tones = _names(data, "tones")
    if not tones or set(tones) - set(TONES):
        raise BadPlot(f"{at}: tones must be some of {', '.join(TONES)}")
    if tuple(data.get("beats") or ()) != BEATS:
        raise BadPlot(f"{at}: beats must be {', '.join(BEATS)}, in this order")
    cast = _cast(at, data.get("cast") or {})
    exchanges = [_exchange(f"{at} {beat} {n}", f"{path.stem}/{beat}/{n}", beat, item) for beat in BEATS for n, item in enumerate(data["beats"][beat] or [], 1)]
    exchanges = _placed(exchanges)
    short = [_exchange(f"{at} short {n}", f"{path.stem}/short/{n}", "hook", {"keep": 0, "text": text}) for n, text in enumerate(data.get("short") or [], 1)]
    of_idea = _of_idea(at, path.stem, data.get("of_idea") or {}, exchanges)
    _check_speakers(at, [*exchanges, *short, *of_idea.values()], cast)
    _check_plants(at, exchanges)
    meets = str(data.get("meets", "hook"))
    if meets not in BEATS:
        raise BadPlot(f"{at}: meets names no beat: {meets}")
    return Plot(
        path.stem,
        str(data["kind"]),
        tuple(map(str, data.get("titles") or ())),
        tuple(map(str, data.get("loglines") or ())),
        tones,
        frozenset(_names(data, "fits")),
        _names(data, "never"),
        _names(data, "needs"),
        meets,
        bool(data.get("apart")),
        bool(data.get("strangers") or data.get("apart")),
        bool(data.get("subplot")),
        _names(data, "prop"),
        bool(data.get("prop_always")),
        cast,
        tuple(short),
        tuple(exchanges),
        of_idea.get("mid"),
        of_idea.get("last"),
    )


def _of_idea(at: str, plot: str, data: Any, exchanges: list[Exchange]) -> dict[str, Exchange]:
    """What the author says of the idea's own matter in this plot, by where it is said: in the place of the beat that it goes with."""
    _known(f"{at} of_idea", data, "mid last")
    found = {}
    for part, beat in (("mid", "obstacle"), ("last", "choice")):
        if takes := _names(data, part):
            exchange = _exchange(f"{at} of_idea {part}", f"{plot}/idea/{part}", beat, {"takes": list(takes)})
            there = min((e for e in exchanges if e.beat == beat), key=lambda e: e.keep).at
            found[part] = replace(exchange, place=number(exchange.key) % PLACES_IN_CODE, at=there)
    return found


def _placed(exchanges: list[Exchange]) -> list[Exchange]:
    """The same exchanges, each with its place in the code."""
    order = {x.key: n for n, x in enumerate(sorted(exchanges, key=lambda x: x.keep))}
    return [replace(x, place=order[x.key]) for x in exchanges]


def read_threads(path: Path) -> list[Thread]:
    """All threads of one module file. BadPlot where it breaks the format."""
    found = []
    for item in read_yaml(path) or []:
        at = f"{path.name} {item.get('thread')}"
        _known(at, item, "thread about tones domains when needs grounds idea cast parts")
        cast = _cast(at, item.get("cast") or {})
        parts = []
        for n, part in enumerate(item.get("parts") or [], 1):
            if part.get("act") not in ACTS:
                raise BadPlot(f"{at} part {n}: act must be early, mid or late")
            rest = {k: v for k, v in part.items() if k != "act"}
            exchange = _exchange(f"{at} part {n}", f"{item['thread']}/{n}", "thread", rest)
            parts.append(Part(str(part["act"]), replace(exchange, place=number(exchange.key) % PLACES_IN_CODE)))
        if not parts:
            raise BadPlot(f"{at}: a thread needs parts")
        if set(_names(item, "tones")) - set(TONES):
            raise BadPlot(f"{at}: tones must be some of {', '.join(TONES)}")
        if [ACTS.index(p.act) for p in parts] != sorted(ACTS.index(p.act) for p in parts):
            raise BadPlot(f"{at}: its parts must go from early to late")
        exchanges = [part.exchange for part in parts]
        _check_speakers(at, exchanges, {"Q": Role(), **cast})
        found.append(
            Thread(
                str(item["thread"]),
                str(item.get("about", "")),
                _names(item, "tones"),
                _names(item, "domains"),
                _names(item, "when"),
                _names(item, "needs"),
                cast,
                tuple(parts),
                bool(item.get("grounds")),
                bool(item.get("idea")),
                letters_in(exchanges),
            )
        )
    return found


def letters_in(exchanges: list[Exchange]) -> frozenset[str]:
    """Who speaks or is named in these exchanges, of P, Q, R, S, T."""
    lines = [line for x in exchanges for take in x.takes for line in take]
    named = {m for line in lines for text in line.options for m in re.findall(r"\{([PQRST])[.}]", text)}
    return frozenset(named | {line.who for line in lines if line.who in LETTERS} | {w for line in lines for w in line.seen})


def _names(data: dict[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key) or []
    return (value,) if isinstance(value, str) else tuple(str(x) for x in value)


def _known(at: str, data: Any, keys: str) -> None:
    if not isinstance(data, dict):
        raise BadPlot(f"{at}: keys and values are wanted here")
    unknown = set(data) - set(keys.split())
    if unknown:
        raise BadPlot(f"{at}: unknown keys {sorted(map(str, unknown))}")


def _cast(at: str, data: Any) -> dict[str, Role]:
    cast = {}
    for letter, item in data.items():
        if letter not in LETTERS:
            raise BadPlot(f"{at}: the cast are {', '.join(LETTERS)}, not {letter}")
        _known(f"{at} cast {letter}", item or {}, "who name gender age species")
        cast[letter] = Role(**{k: str(v) for k, v in (item or {}).items()})
    return cast


def _exchange(at: str, key: str, beat: str, item: Any) -> Exchange:
    _known(at, item, "keep takes text when id after at time mood weather")
    written = item.get("takes") or ([item["text"]] if item.get("text") else [])
    if not written:
        raise BadPlot(f"{at}: nothing is written here")
    for name, value, allowed in (
        ("at", item.get("at"), PLACES),
        ("time", item.get("time"), _TIMES),
        ("mood", item.get("mood"), _MOODS),
        ("weather", item.get("weather"), _WEATHERS),
        ("keep", item.get("keep", 3), (0, 1, 2, 3)),
    ):
        if value is not None and value not in allowed:
            raise BadPlot(f"{at}: {name} must be one of {', '.join(map(str, sorted(allowed)))}, not {value}")
    takes = tuple(_take(at, str(text)) for text in written)
    return Exchange(
        key,
        beat,
        takes,
        int(item.get("keep", 3)),
        _names(item, "when"),
        str(item.get("id", "")),
        str(item.get("after", "")),
        str(item.get("at", "")),
        str(item.get("time", "")),
        item.get("mood"),
        item.get("weather"),
    )


def _take(at: str, text: str) -> tuple[PlotLine, ...]:
    lines = tuple(_line(at, raw.strip()) for raw in text.splitlines() if raw.strip())
    if not lines or lines[0].joined:
        raise BadPlot(f"{at}: a take begins with a line that is a shot of its own")
    return lines


def _line(at: str, raw: str) -> PlotLine:
    directions: list[str] = []
    text = raw
    if found := _DIRECTIONS.search(raw):
        directions, text = [d.strip() for d in found[1].split(";") if d.strip()], raw[: found.start()]
    m = _LINE.match(text)
    if not m or m["who"] not in LETTERS + "N~*#":
        raise BadPlot(f"{at}: cannot read the line {raw!r}")
    if m["how"] and m["who"] in "*#~":
        raise BadPlot(f"{at}: only what is spoken has a way of saying it: {raw!r}")
    line: dict[str, Any] = {}
    for d in directions:
        if d in _SIZES:
            line["size"] = d
        elif d in _MOVES:
            line["move"] = d
        elif d == "goes on":
            line["goes_on"] = True
        elif d == "fade":
            line["fade"] = True
        elif d.startswith("with "):
            line["seen"] = tuple(d[5:].replace(",", " ").split())
        elif d.startswith("sound:"):
            line["sound"] = d[6:].strip()
        elif d.startswith("prop:"):
            line["props"] = (*line.get("props", ()), d[5:].strip())
        else:
            raise BadPlot(f"{at}: unknown direction {d!r} in {raw!r}")
    options = tuple(x.strip() for x in m["text"].split(" / "))
    flags = tuple(f for f in (m["flags"] or "").split("?") if f)
    return PlotLine(m["who"], options, "!" in m["marks"], "=" in m["marks"], bool(m["plus"]), flags, m["how"] or "", **line)


def _check_speakers(at: str, exchanges: list[Exchange], cast: dict[str, Role]) -> None:
    missing = letters_in(exchanges) - {"P", *cast}
    if missing:
        raise BadPlot(f"{at}: {', '.join(sorted(missing))} speak or appear but are not in the cast")


def _check_plants(at: str, exchanges: list[Exchange]) -> None:
    planted: set[str] = set()
    for x in exchanges:
        if x.after and x.after not in planted:
            raise BadPlot(f"{at} {x.key}: no exchange with the id {x.after} comes before it")
        if x.id:
            planted.add(x.id)
