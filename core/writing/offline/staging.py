"""From told exchanges to shots: who is seen, how near, how the camera moves, what hands do while somebody speaks. Called by `cutting` and `composing`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.writing.offline.camera import Camera
from core.writing.offline.company import BEAST, Cast, Person
from core.writing.offline.doing import Doing, doing_of, pictures_of, pictures_while_speaking
from core.writing.offline.english import capital
from core.writing.offline.land import ROOM
from core.writing.offline.lexicon import draw, number, shuffled, words
from core.writing.offline.pictures import between, deed, is_large, of_the_beast, sort_of, tells_the_idea, under_line, under_narration, under_premise
from core.writing.offline.plots import LETTERS
from core.writing.offline.telling import Teller, Told, ToldLine, word_forms
from core.writing.offline.timing import REPLY_S, DraftShot
from core.writing.offline.world import World
from core.writing.script import NARRATOR, Line, ShotSize, TimeOfDay, Weather

LIFE_FROM_S, SERVED_PERCENT = 180.0, 65
"""From here on, a share of pictures may show the life of the place instead of what is said."""
MORE_PLACES_FROM_S = 400.0
"""From here on a place is shown so often that its own few pictures would come round too soon."""
_WEATHER_WORDS: dict[str, tuple[Weather, ...]] = {"rain": ("rain", "storm"), "snow": ("snow",), "fog": ("fog",), "sun": ("clear",)}


@dataclass(frozen=True)
class Setting:
    """Where and when a shot is played, and the thing that its story is about."""

    there: str
    time: TimeOfDay
    prop: str


def draft_shots(told: Told, apart: bool) -> list[DraftShot]:
    """The shots of one exchange, without sizes and times. `apart`: speakers are seen alone."""
    drafts: list[DraftShot] = []
    for line in told.lines:
        last = drafts[-1] if drafts else None
        if line.source.spoken and last and (line.source.joined or _shares_a_shot(last, line, told, apart)):
            last.lines.append(_said(line, told))
            for key in _seen(line, told, apart):
                if key not in last.seen:
                    last.seen.append(key)
            continue
        drafts.append(_draft(line, told, apart))
    return drafts


def _draft(line: ToldLine, told: Told, apart: bool) -> DraftShot:
    source = line.source
    kind = {"~": "place", "*": "action", "#": "insert", "N": "narrated"}.get(source.who, "spoken")
    draft = DraftShot(
        kind,
        "" if source.spoken else line.text,
        seen=_seen(line, told, apart),
        props=source.props,
        sound=source.sound,
        size=source.size,
        move=source.move,
        close=source.close,
        goes_on=source.goes_on,
        fade=source.fade,
        premise=source.spoken and tells_the_idea(source),
    )
    if source.spoken:
        draft.lines = [_said(line, told)]
    return draft


def _said(line: ToldLine, told: Told) -> Line:
    who = line.source.who
    return Line(speaker=NARRATOR if who == "N" else told.cast[who].key, text=line.text[:400], delivery=line.source.delivery)


def _shares_a_shot(last: DraftShot, line: ToldLine, told: Told, apart: bool) -> bool:
    """Two very short replies of two people are one two-shot."""
    if apart or last.kind != "spoken" or len(last.lines) != 1 or last.close or line.source.close or line.source.who == "N":
        return False
    reply = DraftShot("spoken", "", lines=[_said(line, told)])
    return last.lines[0].speaker != reply.lines[0].speaker and last.needs_s < REPLY_S and reply.needs_s < REPLY_S


def _seen(line: ToldLine, told: Told, apart: bool) -> list[str]:
    source, cast = line.source, told.cast
    if source.seen:
        return [cast[x].key for x in source.seen if x in cast]
    if source.who in LETTERS:
        partners = [x.source.who for x in told.lines if x.source.who in LETTERS and x.source.who != source.who]
        return [cast[source.who].key] + ([cast[partners[0]].key] if partners and not apart else [])
    named = {x for option in source.options for x in re.findall(r"\{([PQRST])[.}]", option) if x in cast}
    said = sorted((x for x in named if cast[x].called.lower() in line.text.lower()), key=lambda x: line.text.lower().index(cast[x].called.lower()))
    if source.who in "#~":
        return [cast[x].key for x in said]
    return [cast[x].key for x in said or sorted(named)] or [cast["P"].key]


class Stage:
    """Gives a film's shots their pictures: nothing is done twice while there is something else to do."""

    def __init__(self, world: World, teller: Teller, total_s: float = 0.0) -> None:
        self.world, self.teller, self.total_s = world, teller, total_s
        self.camera = Camera(f"{world.key}|{teller.salt}")
        self._decks: dict[str, list[str]] = {}
        self._used: dict[str, int] = {}
        self._places = 0
        self.shown: set[str] = set()
        self.met: set[str] = set()
        """Keys of those who have been seen so far."""
        self.about_things: set[str] = set()
        """Names of the stories that are about an object."""

    # -- words --------------------------------------------------------------------------------------------------

    def _next(self, name: str, options: Sequence[str]) -> str:
        if name not in self._decks:
            self._decks[name] = shuffled(f"{self.world.key}|{self.teller.salt}|deck|{name}", list(options))
        deck = self._decks[name]
        n = self._used.get(name, 0)
        self._used[name] = n + 1
        if n and n % len(deck) == 0:
            self._decks[name] = deck = shuffled(f"{self.world.key}|deck|{name}|{n}", deck)
        return deck[n % len(deck)]

    def _fill(self, template: str, lead: Person, other: Person | None, there: str, prop: str = "", doing: str = "") -> str:
        world = self.world
        beast = world.company.people.get(BEAST)
        slots = dict(world.fixed_slots) | world.prop_slots(prop or world.prop) | lead.slots("P") | (other or lead).slots("Q")
        slots |= {"there": there, "there.in": world.land.within(there), "prop.the": _definite(prop), "does": doing, "do": doing}
        slots |= beast.slots("B") if beast else {}
        for listed, slot in (("textures", "texture"), ("sounds", "sound"), ("small", "small"), ("tools", "tool"), ("people", "people"), ("chores", "chore")):
            if "{" + slot in template or "{" + slot.capitalize() in template:
                slots |= word_forms(slot, self._next(listed, world.data[listed]))
        return self.teller.fill(template, slots)

    def texture(self, there: str, lead: Person, weather: Weather) -> str:
        """A picture of the place for an establishing shot."""
        self._places += 1
        more = self.total_s > MORE_PLACES_FROM_S and self._places % 2 == 0
        return self._fresh_text(words("business")["places_more" if more else "places"], lead, None, there, weather=weather)

    def breath(self, there: str, lead: Person, other: Person | None, prop: str, weather: Weather) -> str:
        """A quiet picture between two exchanges: in a short film always one of the people or of the thing that it is about."""
        if self.served(f"breath {len(self.shown)}"):
            return self._fresh_text(between(other is not None, bool(prop)), lead, other, there, prop=prop)
        return self._fresh_text(words("business")["breaths"], lead, other, there, weather=weather)

    def served(self, key: str) -> bool:
        """Whether a picture serves what is said. In short films each does; longer ones have room for the life of the place."""
        return self.total_s < LIFE_FROM_S or number(f"{self.world.key}|{key}|served") % 100 < SERVED_PERCENT

    def _fresh_text(self, options: Sequence[str], lead: Person, other: Person | None, there: str, *, prop: str = "", weather: Weather | None = None) -> str:
        """The next of the options that this film has not shown; anything said of the weather must be true."""
        if self.world.land.is_outside(there):
            options = [x for x in options if not ROOM.search(x)] or options
        text = ""
        for _ in range(len(options) + 1):
            text = self._fill(self._next("|".join(options), options), lead, other, there, prop)
            if text not in self.shown and (weather is None or not _untrue(text, weather)):
                break
        self.shown.add(text)
        return text

    def business(self, draft: DraftShot, piece: Setting, people: dict[str, Person], listener: Person | None, size: ShotSize) -> str:
        """What is seen while something is said. `listener`: whoever is spoken to, in the picture or beside it."""
        lead = people[draft.seen[0]]
        hands = _handy(lead, piece.prop)
        if draft.kind == "narrated":
            return self._narrated(draft, piece, lead, listener, hands)
        if len({x.speaker for x in draft.lines}) > 1 and listener is not None:
            text = self._fresh_text(words("pictures")["both"], lead, listener, piece.there)
        elif draft.close or size in ("CU", "ECU"):
            text = self._fresh_text(words("business")["faces"], lead, listener, piece.there)
        elif self.served(f"{draft.lines[0].text}"):
            sort = sort_of(draft.lines[0].text, piece.prop) if listener else "alone"
            text = self._fresh_text(under_line(sort, hands, listener is not None), lead, listener, piece.there, prop=piece.prop)
        elif listener is not None and len(draft.seen) > 1:
            text = self._fresh_text(words("business")["two"], lead, listener, piece.there)
        else:
            text = self._fresh_text(words("business")["speaking" if hands else "speaking_other"], lead, listener, piece.there)
        if draft.close or len(self.shown) % 3 == 0:
            name = "light_outside" if self.world.land.is_outside(piece.there) else "light"
            light = self._next(f"{name} {piece.time}", words("business")[name][piece.time])
            # Two who share one lamp need not be lit by one.
            return text if "lamp" in text and "lamp" in light else f"{text} {capital(light)}."
        return text

    def premise(self, lead: Person, other: Person | None, there: str, prop: str) -> str:
        """A picture that shows what the film is about."""
        flags = self.world.flags
        many = "pair" in flags and other is not None
        doing = deed(self.world.idea, many) if "alive" in flags and lead.key == "P" else ""
        # Who tells it of themselves is seen like anybody else: I miss my ex, she misses her ex.
        doing = re.sub(r"\bmy\b", lead.slots("P")["P.his"] if not many else "their", doing)
        own = "prop" in flags
        prop = self.world.prop if own else prop
        found = under_premise(doing, many, own, _handy(lead, prop), other is not None)
        done = doing_of(self.world.idea)
        if done and not doing and lead.key == "P" and "P" in done.by:
            found = pictures_of(done, many and "Q" in done.by)
        if self.world.land.place_noun and self.world.land.place_noun in doing:  # the deed names the place itself
            found = [x for x in found if "{there}" not in x]
        return self._fill(draw(f"{self.world.key}|premise picture", found), lead, other, there, prop, doing)

    def doing(self, doing: Doing, lead: Person, other: Person | None, there: str, two: bool, speaking: bool) -> str:
        """A picture in which somebody does what the idea says of them, with the other one where `two`, or while they speak; empty where there is none."""
        if speaking:
            found = pictures_while_speaking(doing, other is not None)
        else:
            # The picture under the premise is not shown again.
            listed = pictures_of(doing, two)
            found = [x for x in listed if x != draw(f"{self.world.key}|premise picture", listed)]
        return self._fresh_text(found, lead, other, there) if found else ""

    def with_the_beast(self, lead: Person, there: str, speaking: bool) -> str:
        """A picture of somebody with the animal that the idea names, who is in the company."""
        water = self.world.company.people[BEAST].species == "fish"
        return self._fresh_text(of_the_beast(water, speaking), lead, None, there)

    def _narrated(self, draft: DraftShot, piece: Setting, lead: Person, other: Person | None, hands: bool) -> str:
        """The picture under narration; that under the premise shows the premise."""
        if draft.premise:
            return self.premise(lead, other, piece.there, piece.prop)
        own = bool(piece.prop)
        return self._fresh_text(under_narration(own, hands, other is not None), lead, other, piece.there, prop=piece.prop)

    def props(self, draft: DraftShot, story_prop: str) -> tuple[str, ...]:
        """The nouns that the picture must show: what the author named and what the text names."""
        known = [story_prop, *self.world.data["small"], *self.world.data["tools"]]
        text = draft.action.lower()
        found = [*draft.props, *(x for x in known if re.search(rf"\b{re.escape(x.lower())}s?\b", text))]
        if draft.kind == "insert" and not found:
            found = [story_prop] if story_prop.split()[-1] in text else []
        return tuple(dict.fromkeys(found))[:3]


def _handy(lead: Person, prop: str) -> bool:
    """Whether somebody has hands, and the thing that matters is one for hands."""
    return lead.species in ("human", "robot") and not is_large(prop)


def _definite(prop: str) -> str:
    """`the bottle`, `her mother's ring`, `all of the gold`."""
    return prop if re.match(r"(?:the|a|an|my|his|her|their) ", prop) else f"the {prop}"


def _untrue(text: str, weather: Weather) -> bool:
    """Whether a text tells of rain where it does not rain."""
    return any(re.search(rf"\b{word}", text, re.I) and weather not in allowed for word, allowed in _WEATHER_WORDS.items())


def cast_of(told: Sequence[Told]) -> list[Person]:
    """Everybody who is told of, in the order in which they come in."""
    found: dict[str, Person] = {}
    for t in told:
        for letter in LETTERS:
            if letter in t.cast and _appears(letter, t):
                found.setdefault(t.cast[letter].key, t.cast[letter])
    return list(found.values())


def _appears(letter: str, told: Told) -> bool:
    return any(x.source.who == letter or letter in x.source.seen or any("{" + letter in o for o in x.source.options) for x in told.lines)


def leads_first(cast: Cast, people: list[Person]) -> list[Person]:
    """The same people with the leads of the main story at the head."""
    heads = [cast[x] for x in "PQ" if x in cast and cast[x] in people]
    return heads + [p for p in people if p not in heads]
