"""From told exchanges to shots: who is seen, how near, how the camera moves, what hands do while somebody speaks. Called by `cutting` and `composing`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.writing.offline.english import capital
from core.writing.offline.lexicon import draw, number, shuffled, words
from core.writing.offline.plots import LETTERS
from core.writing.offline.telling import Teller, Told, ToldLine, word_forms
from core.writing.offline.timing import REPLY_S, DraftShot
from core.writing.offline.world import Cast, Person, World
from core.writing.script import NARRATOR, CameraMove, Line, ShotSize, TimeOfDay

LENS_MM: dict[ShotSize, int] = {"EWS": 18, "WS": 24, "FS": 28, "MS": 35, "MCU": 50, "CU": 75, "ECU": 100, "INSERT": 90}
_NEXT_SIZE: dict[ShotSize, ShotSize] = {"MCU": "CU", "CU": "MCU", "MS": "MCU", "ECU": "CU", "WS": "FS", "FS": "MS", "EWS": "WS", "INSERT": "ECU"}
_PLACE_MOVES: tuple[CameraMove, ...] = ("crane_up", "pan_right", "dolly_in", "pan_left", "tilt_down", "truck_right", "crane_down", "truck_left")
_NARRATED_MOVES: tuple[CameraMove, ...] = ("pan_left", "dolly_in", "truck_right", "pan_right", "dolly_out", "truck_left")
_ACTION_SIZES: tuple[ShotSize, ...] = ("FS", "MS", "WS")
_CLOSE_MOVES: tuple[CameraMove, ...] = ("dolly_in", "zoom_in", "static")


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
    named = [x for option in source.options for x in re.findall(r"\{([PQRST])[.}]", option)]
    letters = list(dict.fromkeys(x for x in named if x in cast))
    if source.who in "#~":
        return []
    return [cast[x].key for x in letters] or [cast["P"].key]


class Stage:
    """Gives a film's shots their pictures: nothing is done twice while there is something else to do."""

    def __init__(self, world: World, teller: Teller) -> None:
        self.world, self.teller = world, teller
        self._decks: dict[str, list[str]] = {}
        self._used: dict[str, int] = {}
        self._sizes: list[ShotSize] = []
        self.shown: set[str] = set()

    # -- words --------------------------------------------------------------------------------------------------

    def _next(self, name: str, options: Sequence[str]) -> str:
        deck = self._decks.setdefault(name, shuffled(f"{self.world.key}|{self.teller.salt}|deck|{name}", list(options)))
        n = self._used.get(name, 0)
        self._used[name] = n + 1
        if n and n % len(deck) == 0:
            self._decks[name] = deck = shuffled(f"{self.world.key}|deck|{name}|{n}", deck)
        return deck[n % len(deck)]

    def _fill(self, template: str, lead: Person, other: Person | None, there: str) -> str:
        world = self.world
        slots = dict(world.fixed_slots) | world.prop_slots(world.prop) | lead.slots("P") | (other or lead).slots("Q") | {"there": there}
        for listed, slot in (("textures", "texture"), ("sounds", "sound"), ("small", "small"), ("tools", "tool"), ("people", "people"), ("chores", "chore")):
            if "{" + slot in template or "{" + slot.capitalize() in template:
                slots |= word_forms(slot, self._next(listed, world.data[listed]))
        return self.teller.fill(template, slots)

    def texture(self, there: str, lead: Person) -> str:
        """A picture of the place for an establishing shot."""
        return self._fresh_text("places", lead, None, there)

    def breath(self, there: str, lead: Person) -> str:
        """A quiet picture between two exchanges."""
        return self._fresh_text("breaths", lead, None, there)

    def _fresh_text(self, name: str, lead: Person, other: Person | None, there: str) -> str:
        text = ""
        for _ in range(12):
            text = self._fill(self._next(name, words("business")[name]), lead, other, there)
            if text not in self.shown:
                break
        self.shown.add(text)
        return text

    def business(self, draft: DraftShot, people: dict[str, Person], there: str, time: TimeOfDay, size: ShotSize) -> str:
        """What is seen while something is said."""
        lead = people[draft.seen[0]]
        other = people[draft.seen[1]] if len(draft.seen) > 1 else None
        if draft.kind == "narrated":
            return self._fresh_text("narrated" if lead.species == "human" else "speaking_other", lead, other, there)
        wide = size in ("MS", "WS", "FS", "EWS") or len({x.speaker for x in draft.lines}) > 1
        if other is not None and wide:
            return self._fresh_text("two", lead, other, there)
        if draft.close or size in ("CU", "ECU"):
            text = self._fresh_text("faces", lead, other, there)
        else:
            text = self._fresh_text("speaking" if lead.species == "human" else "speaking_other", lead, other, there)
        framing = draw(f"{self.world.key}|{text}|{len(self.shown)}", list(words("business")["framing"].get(size, [""])))
        light = capital(self._next(f"light {time}", words("business")["light"][time]))
        return f"{framing}{text} {light}."

    # -- camera -------------------------------------------------------------------------------------------------

    def frame(self, draft: DraftShot, *, first: bool, last: bool, nth_spoken: int) -> tuple[ShotSize, CameraMove]:
        """Size and camera move of a shot: authored, or by the grammar of who speaks and what matters."""
        n = number(f"{self.world.key}|{self.teller.salt}|frame|{len(self._sizes)}")
        size: ShotSize
        move: CameraMove = "static"
        if draft.kind in ("place",):
            size, move = "EWS", _PLACE_MOVES[n % len(_PLACE_MOVES)]
        elif draft.kind == "breath":
            size, move = ("WS" if draft.seen else "INSERT"), ("pan_left", "dolly_in", "static")[n % 3]
        elif draft.kind == "insert":
            size, move = "INSERT", ("dolly_in", "static", "tilt_down")[n % 3]
        elif draft.kind == "narrated":
            size, move = ("WS" if first or last or n % 2 else "FS"), _NARRATED_MOVES[n % len(_NARRATED_MOVES)]
        elif draft.kind == "action":
            size, move = ("WS" if first else _ACTION_SIZES[n % 3]), ("truck_right" if first else "static")
        elif draft.close:
            size, move = "CU", _CLOSE_MOVES[n % 3]
        elif len(draft.lines) > 1 or nth_spoken == 0:
            size = "MS"
        else:
            size = "MCU" if nth_spoken < 4 or n % 3 else "CU"
        if last and draft.kind in ("spoken", "action", "narrated") and not draft.close:
            size, move = "WS", "dolly_out"
        size, move = draft.size or size, draft.move or move
        if draft.size is None and len(self._sizes) > 1 and self._sizes[-1] == self._sizes[-2] == size:
            size = _NEXT_SIZE[size]
        self._sizes.append(size)
        return size, move

    def props(self, draft: DraftShot, story_prop: str) -> tuple[str, ...]:
        """The nouns that the picture must show: what the author named and what the text names."""
        known = [story_prop, *self.world.data["small"], *self.world.data["tools"]]
        text = draft.action.lower()
        found = [*draft.props, *(x for x in known if re.search(rf"\b{re.escape(x.lower())}s?\b", text))]
        if draft.kind == "insert" and not found:
            found = [story_prop] if story_prop.split()[-1] in text else []
        return tuple(dict.fromkeys(found))[:3]


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
