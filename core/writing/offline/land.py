"""Where a film plays: the idea's place and what lies around it, by name, and the weather over it. Called by `world`.

Everything is drawn by keys made of idea and seed.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from core.writing.offline.about import beast_of
from core.writing.offline.doing import can_be_seen, doing_of, home_of
from core.writing.offline.english import capital, lemma, lemmas, place_preposition
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import draw, shuffled, word_set, words
from core.writing.offline.phrases import Phrase
from core.writing.offline.plots import PLACES
from core.writing.script import Backdrop, Location, Weather

_WEATHERS: dict[str, Weather] = {
    "storm": "storm",
    "typhoon": "storm",
    "thunderstorm": "storm",
    "hurricane": "storm",
    "gale": "storm",
    "solar storm": "clear",
    "dry storm": "storm",
    "rain": "rain",
    "flood": "rain",
    "snow": "snow",
    "first snow": "snow",
    "blizzard": "snow",
    "snowstorm": "snow",
    "frost": "clear",
    "fog": "fog",
    "sandstorm": "wind",
    "dust storm": "wind",
    "wind": "wind",
    "cold": "clear",
    "heat": "clear",
    "heatwave": "clear",
    "blackout": "clear",
    "drought": "clear",
    "eclipse": "clear",
    "earthquake": "clear",
}
INDOORS = re.compile(
    r"\b(?:sills?|curtains?|ceiling|floorboards?|stairs?|staircase|stove|wallpaper|mantelpiece|cupboards?|drawers?|pillow|kettle|armchair|carpet|hearth|fireplace"
    r"|indoors|landing|shelf|shelves|doorframe|door frame|bookcase|edge of the bed|on the bed|out of the window|into bed|in bed|lights the fire"
    r"|hat stand|light switch|across the room|cellar|attic|corridor|upstairs|downstairs|sofa|wardrobe|on the floor|from the floor)\b",
    re.I,
)
"""What is only seen indoors."""
ROOM = re.compile(r"\b(?:windows?|door(?:way)?s?|walls?|ceiling|floor|tables?|sill|drawers?|chairs?|lamps?|a knock)\b", re.I)
"""What no picture under the sky need show."""
STORIES = "ABCDEFGHI"
"""The stories of a long film: the main plot, then those of other people."""
_PREPOSITION_FOR = {"the coast": "on", "the platform": "on", "the works": "at", "the river": "on", "the junction": "at"}
_NO_TOWNS = word_set("people", "no_names")
_WEATHER_OF = {"stormy": "storm", "rainy": "rain", "raining": "rain", "foggy": "fog", "misty": "fog", "snowy": "snow", "snowing": "snow", "windy": "wind"}


class Land:
    """The places of one film, those of its further stories included."""

    def __init__(self, idea: Idea, key: str) -> None:
        self.idea, self.key = idea, key
        self.place_noun = place_noun(idea)
        self.setting = self._setting()
        self.domain = self._domain()
        self.data: dict[str, Any] = words("domains")[self.domain]

    def _setting(self) -> str:
        """Where the place of the idea lies, if the idea says so: the moon, of a bakery on the moon."""
        known = words("places")
        near = [p.head.lower() for w, p in self.idea.preps if w in ("in", "on", "at")]
        return next((x for x in near if x in known and x != self.place_noun), "")

    def _domain(self) -> str:
        scores: dict[str, float] = {}
        hits: float
        subject = {self.idea.subject.head.lower(), *(m.lower() for m in self.idea.subject.mods)}
        for name, data in words("domains").items():
            keys = set(str(data["keys"]).split())
            hits = len(keys & self.idea.lemmas) + len(keys & subject)
            around = self.setting or self.place_noun
            if around and words("places")[around][2] == name:
                hits += 2.5
            scores[name] = hits
        best = max(scores.values())
        if best:
            return draw(f"{self.key}|domain", [n for n, s in scores.items() if s == best])
        if self._named_town():
            return "city"
        return draw(f"{self.key}|domain", ["city", "house", "village", "river", "rail", "workshop", "theatre", "school"])

    @cached_property
    def places(self) -> dict[str, tuple[str, Backdrop, str]]:
        """Place key -> (name with its article, backdrop, `in` or `out`)."""
        found: dict[str, tuple[str, Backdrop, str]] = {key: tuple(self.data[key]) for key in PLACES}
        if self.place_noun:
            backdrop, inside, _, _ = words("places")[self.place_noun]
            idea = self.idea
            spoken_of = [*(p for _, p in idea.preps), *(p for p in (idea.object, idea.subject) if p and not p.number)]
            named = next((p for p in spoken_of if _known_place(p) == self.place_noun), None)
            noun = named.noun if named and not named.name else self.place_noun
            proper = noun in ("mars",)
            name = capital(noun) if proper or (named and named.head[0].isupper() and self.place_noun not in ("moon",)) else f"the {noun}"
            home: tuple[str, Backdrop, str] = (name, backdrop, inside)
            for key, (other, _, _) in found.items():
                if other == name and key != "home":
                    found[key] = tuple(self.data["home"])
            found["home"] = home
        if lives_in_water(self.idea) and found["home"][2] == "out":
            # A whale meets nobody in an upstairs room.
            ashore = iter(words("elsewhere")["afloat"])
            found |= {key: tuple(next(ashore)) for key, place in found.items() if place[2] == "in"}
        taken = {name for name, _, _ in found.values()} | {f"the {self.place_noun}"}
        others = [x for x in shuffled(f"{self.key}|elsewhere", list(words("elsewhere")[self.domain])) if x[0] not in taken]
        for story, place in zip(STORIES[1:], others, strict=False):
            found[f"{story}.home"] = (place[0], place[1], place[2])
        return found

    def place_key(self, at: str, story: str) -> str:
        """The key in `places` of an exchange's `at`: every story of a long film has a home of its own."""
        key = at or "home"
        own = f"{story}.{key}"
        home = self.places.get(f"{story}.home")
        if key == "private" and home and home[2] == "in":
            # Two stories do not share one room of one's own.
            return f"{story}.home"
        return own if own in self.places else key

    def location(self, key: str, id: str) -> Location:
        """The script's location for a place key."""
        name, backdrop, inside = self.places[key]
        return Location(id=id, name=capital(name), backdrop=backdrop, interior=inside == "in")

    @cached_property
    def weather_noun(self) -> str:
        """The weather as a noun: the idea's own, or one of the place."""
        own = next((x for w in self.idea.words for x in sorted(lemmas(_WEATHER_OF.get(w, w))) if x in word_set("people", "weather")), "")
        return own or draw(f"{self.key}|weather", list(self.data["weathers"]))

    @property
    def weather(self) -> Weather:
        """The script's weather for `weather_noun`."""
        return _WEATHERS.get(self.weather_noun, "clear")

    @cached_property
    def home_slots(self) -> dict[str, str]:
        """The slots of the idea's own place, and of what lies around it."""
        home, town = self.places["home"][0], self._town()
        prep = words("places")[self.place_noun][3] if self.place_noun else place_preposition(home, self.places["home"][2])
        around = {key: self.places[key][0] for key in PLACES if key != "home"}
        return {"place": home, "place.noun": _bare(home), "place.in": f"{prep} {home}", "town": town, "town.in": self._in_town(town), **around}

    def _named_town(self) -> Phrase | None:
        """The town, river or country that the idea calls by its name."""
        idea = self.idea
        # A girl from Naples, but not a letter from Sam.
        near = [p for w, p in idea.preps if w in ("in", "on", "at") or (idea.subject.living and f"{idea.subject.text} {w} {p.text}" in idea.sentence)]
        return next((p for p in near if p.head[:1].isupper() and p.head.lower() not in words("places") and p.head.lower() not in _NO_TOWNS), None)

    def _town(self) -> str:
        named = self._named_town()
        around = f"the {self.setting}" if self.setting and self.setting != "mars" else capital(self.setting)
        return named.text if named else around or str(self.data["town"])

    def _in_town(self, town: str) -> str:
        around = words("places")[self.setting][3] if self.setting and self.setting in town.lower() else "in"
        return f"{_PREPOSITION_FOR.get(town, around)} {town}"

    def place_slots(self, key: str) -> dict[str, str]:
        """The slots of the place where a story is at home, if that is not the idea's own."""
        name, _, inside = self.places[key]
        return {"place": name, "place.noun": _bare(name), "place.in": f"{place_preposition(name, inside)} {name}"}

    def is_outside(self, there: str) -> bool:
        """Whether a place, by its name, lies under the sky."""
        return any(name == there and inside == "out" for name, _, inside in self.places.values())

    def within(self, there: str) -> str:
        """A place by its name, with its preposition: `in the kitchen`, `on the rocks`."""
        if there == self.places["home"][0]:
            return self.home_slots["place.in"]
        inside = next((x for name, _, x in self.places.values() if name == there), "in")
        return f"{place_preposition(there, inside)} {there}"


def place_noun(idea: Idea) -> str:
    """The sort of place in which an idea plays: the one that it names, or the one that its deed needs; empty where any would do."""
    known = words("places")
    near = [p for w, p in idea.preps if w in ("in", "on", "at", "inside", "from")]
    if idea.subject.kind == "place" and not idea.verb and idea.subject.head.lower() in known:
        # A bakery on the moon plays in the bakery.
        near.insert(0, idea.subject)
    for p in near:
        if noun := _known_place(p):
            return noun
    # What the idea is about may be where it plays, but the moon that goes missing is not.
    for p in (x for x in (idea.object, idea.subject) if x):
        if (noun := _known_place(p)) and noun not in ("moon", "planet", "mars"):
            return noun
    for word in [*idea.subject.mods, *idea.words]:
        if word.lower() in known and word.lower() != "moon":
            return str(word.lower())
    doing = doing_of(idea)
    if lives_in_water(idea) and (doing is None or can_be_seen(doing, "harbour", False)):
        return "harbour"
    return home_of(doing)


def lives_in_water(idea: Idea) -> bool:
    """Whether an animal that the idea is about lives in the sea, or on its edge."""
    species = set(str(words("people")["species"]["fish"]).split()) - {"goldfish"}
    animals = [p for p in (idea.subject, idea.second, beast_of(idea)) if p and p.kind == "animal"]
    return any(p.head.lower() in species or lemma(p.head.lower(), "NOUN") in species for p in animals)


def is_bare(place: str) -> bool:
    """Whether a place noun means a place under the sky without a house: a rooftop, a lake, but no town."""
    return bool(place) and words("places")[place][1] == "out" and place not in word_set("pictures", "wide")


def _known_place(p: Phrase) -> str:
    """The sort of place that a phrase names: `space station`, else `station`; empty where it names none."""
    known, head = words("places"), p.head.lower()
    two = f"{p.mods[-1].lower()} {head}" if p.mods else ""
    return two if two in known else head if head in known else ""


def _bare(name: str) -> str:
    return re.sub(r"^the ", "", name)
