"""From an authored exchange to told lines: a take chosen by the seed, its alternatives drawn, its slots filled. Called by `cutting` and `staging`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from core.writing.offline.company import Cast
from core.writing.offline.dealing import dealt, retold, trit
from core.writing.offline.english import capital, sentences_capitalised, verb_form, with_article
from core.writing.offline.idiolect import opened, spoken_by, worded
from core.writing.offline.land import INDOORS, ROOM, is_bare
from core.writing.offline.lexicon import draw
from core.writing.offline.plots import Exchange, PlotLine
from core.writing.offline.world import World

CALLED = 1
"""The trit of an exchange in which somebody is called by name."""
_LED_BY_HE = re.compile(r"^\{P\.[Hh]e\} ")
_SLOT = re.compile(r"\{([A-Za-z][A-Za-z_.]*)\}")
_PLURAL = {
    "textures": "texture",
    "sounds": "sound",
    "chores": "chore",
    "tools": "tool",
    "small": "small",
    "food": "food",
    "drink": "drink",
    "people": "people",
    "jobs": "job",
}


class UnknownSlot(KeyError):
    """A text names a slot that this world cannot fill."""


@dataclass(frozen=True)
class ToldLine:
    """A line as it will be seen or heard."""

    source: PlotLine
    text: str


@dataclass(frozen=True)
class Told:
    """An exchange as it is told in this film."""

    exchange: Exchange
    story: str
    """`A` the main plot, `B`, `C` further ones, otherwise a thread's name."""
    act: str
    cast: Cast
    prop: str
    lines: tuple[ToldLine, ...]

    @property
    def spoken(self) -> list[str]:
        """Everything heard, in order."""
        return [x.text for x in self.lines if x.source.spoken]


@dataclass
class Teller:
    """Fills texts for one world. `seed_key` decides all draws, so that the same exchange reads the same at every length."""

    world: World
    flags: frozenset[str]
    salt: str = ""
    """Another telling of the same: a rewritten scene has its own."""
    brief: bool = False
    """The premise in few words, because the film is short."""
    strangers: bool = False
    """Nobody calls anybody by name."""

    @cached_property
    def word(self) -> int:
        """The film's word in the code by which takes are dealt."""
        return retold(self.world.word, self.salt)

    @cached_property
    def _outdoors(self) -> bool:
        """Whether the idea itself names a place under the sky, without a house."""
        return is_bare(self.world.land.place_noun)

    def holds(self, conditions: tuple[str, ...]) -> bool:
        """Whether all flags hold; a leading `-` negates."""
        return all((c[1:] not in self.flags) if c.startswith("-") else c in self.flags for c in conditions)

    def take(self, exchange: Exchange) -> tuple[PlotLine, ...]:
        """The take of this exchange for this film, without the lines whose flags do not hold."""
        takes = [tuple(x for x in take if self.holds(x.flags)) for take in exchange.takes]
        options = [t for t in takes if t] or [()]
        n = dealt(self.word, exchange.place, len(options), exchange.key)
        if exchange.at in ("", "home") and self._outdoors:
            # On a rooftop nobody comes up from the cellar or in at the door, where there is something else to tell.
            turned = [*options[n:], *options[:n]]
            return next((t for words in ((INDOORS, ROOM), (INDOORS,)) for t in turned if not _shows_any(t, words)), turned[0])
        return options[n]

    def tell(self, exchange: Exchange, story: str, act: str, cast: Cast, prop: str, take: tuple[PlotLine, ...] | None = None) -> Told:
        """The exchange told with these people and this object."""
        chosen = self.take(exchange) if take is None else take
        slots = self._slots(story, exchange, cast, prop)
        called = self._called(exchange, chosen, cast)
        lines: list[ToldLine] = []
        opens = True
        for line in chosen:
            # Lines with as many alternatives are drawn together: a second answer belongs to the second question.
            text = line.options[dealt(self.word, exchange.place + 7, len(line.options), exchange.key)]
            if line.who == "N" and not any("{P}" in o for x in chosen[: len(lines)] for o in x.options) and trit(self.word, exchange.place + 13):
                text = _LED_BY_HE.sub("{P} ", text)
            filled = self.fill(text, slots)
            told = self._in_their_words(filled, line, cast, called)
            if called and told != self._in_their_words(filled, line, cast, ()):
                called = ()
            elif opens and line.who in cast:
                told = self._opened(told, line, cast, exchange)
            opens = opens and not line.spoken
            lines.append(ToldLine(line, told))
        if lines and lines[0].source.joined:
            lines[0] = ToldLine(_standing_alone(lines[0].source), lines[0].text)
        return Told(exchange, story, act, cast, prop, tuple(lines))

    def _called(self, exchange: Exchange, take: tuple[PlotLine, ...], cast: Cast) -> tuple[str, ...]:
        """Those who may be called by name in this exchange: at most once, and in one exchange of three."""
        if self.strangers or self.brief or trit(self.word, exchange.place + 11) != CALLED:
            return ()
        speakers = list(dict.fromkeys(x.who for x in take if x.who in cast))
        return tuple(x for x in speakers if not cast[x].small_part) if len(speakers) == 2 else ()

    def _in_their_words(self, text: str, line: PlotLine, cast: Cast, called: Collection[str]) -> str:
        """What is spoken, as the one who speaks it would say it; refrains and quotations stay as they are."""
        person = cast.get(line.who)
        if '"' in text or "{premise}" in "".join(line.options) or not line.spoken:
            return text
        if person is None or line.refrain:
            # A refrain is the film's, whoever says it.
            return worded(text, f"{self.world.key}|narrator")
        listener = next((cast[x].name for x in called if x != line.who), "") if called else ""
        return spoken_by(text, f"{self.world.key}|{person.key}", person.species, listener)

    def _opened(self, text: str, line: PlotLine, cast: Cast, exchange: Exchange) -> str:
        """A line that begins an exchange, in one of three with a word before it."""
        plain_line = not (line.close or line.refrain or line.delivery or '"' in text)
        if self.brief or not plain_line or trit(self.word, exchange.place + 17) != CALLED:
            return text
        return opened(text, f"{self.world.key}|{cast[line.who].key}")

    def _slots(self, story: str, exchange: Exchange, cast: Cast, prop: str) -> dict[str, str]:
        world = self.world
        slots = dict(world.fixed_slots)
        if story not in ("A",):
            # Facts that only the idea's own people share stay with them; every other story has its own.
            own = f"{world.key}|{story}"
            slots["years"] = draw(f"{own}|years", ["five", "eight", "twelve", "sixteen", "twenty", "thirty-one"])
            slots["day"] = draw(f"{own}|day", ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"))
            slots |= world.land.place_slots(world.land.place_key("home", story))
        slots |= world.prop_slots(prop)
        for letter, person in cast.items():
            slots |= person.slots(letter)
        slots["premise"] = world.premise(cast, story, self.brief or "/short/" in exchange.key)
        slots |= self.drawn(f"{story}", exchange.key)
        slots["there"] = world.land.places[world.land.place_key(exchange.at, story)][0]
        return slots

    def drawn(self, story: str, exchange_key: str) -> dict[str, str]:
        """Slots drawn from the words of the place: things keep to their story, pictures and sounds change with every exchange."""
        found: dict[str, str] = {}
        for listed, slot in _PLURAL.items():
            key = f"{self.world.key}|{self.salt}|{slot}|{exchange_key if slot in ('texture', 'sound', 'chore') else story}"
            options = [x for x in self.world.data[listed] if x not in (self.world.prop, self.world.land.weather_noun)]
            found |= word_forms(slot, draw(key, options))
        return found

    def fill(self, text: str, slots: dict[str, str]) -> str:
        """Every slot replaced; capitals and the end mark put right. UnknownSlot where the world has no such word."""

        def value(match: re.Match[str]) -> str:
            name = match[1]
            if name in slots:
                return slots[name]
            if len(name) > 1 and name.isupper() and name.lower() in slots:
                # On a sign or a slate.
                return slots[name.lower()].upper()
            small = name[0].lower() + name[1:]
            if small in slots:
                return capital(slots[small])
            parts = name.split(".")
            lowered = ".".join([parts[0], *(p[:1].lower() + p[1:] for p in parts[1:])])
            if lowered in slots:
                return capital(slots[lowered])
            raise UnknownSlot(name)

        filled = _SLOT.sub(value, text)
        return sentences_capitalised(_once(filled))


def _shows_any(take: tuple[PlotLine, ...], patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.search(option) for x in take if x.who in "*#~" for option in x.options for pattern in patterns)


def word_forms(slot: str, word: str) -> dict[str, str]:
    """A drawn word under its slot, with the forms that authors use."""
    if slot == "chore":
        return {"chore": word, "chore.s": verb_form(word, "VBZ"), "chore.ing": verb_form(word, "VBG"), "chore.past": verb_form(word, "VBD")}
    if slot in ("tool", "small", "job"):
        return {slot: word, f"{slot}.a": with_article(word)}
    return {slot: word}


def _once(text: str) -> str:
    """`the the lighthouse`, `a a bottle`: an article before a slot that brings its own."""
    return re.sub(r"\b([Tt]he) (?:the|a|an|my|his|her) ", r"\1 ", text)


def _standing_alone(line: PlotLine) -> PlotLine:
    return replace(line, joined=False)
