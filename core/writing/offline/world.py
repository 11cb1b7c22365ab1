"""The world of one film: the idea's people and places given names, looks, voices, an object and a weather. Called by `telling`.

Everything is drawn by keys made of idea and seed: the same idea and seed give the same world at any length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from core.writing.offline.dealing import word_of
from core.writing.offline.english import capital, inflect, is_plural, lemmas, number_word, place_preposition, plural, with_article
from core.writing.offline.lexicon import draw, shuffled, word_set, words
from core.writing.offline.parse import Idea, core, deed_of, lost_of, matter_of, premises, prop_of, subject_text, want_forms, want_of
from core.writing.offline.phrases import POSSESSIVES, Phrase
from core.writing.offline.plots import PLACES, Plot, Role
from core.writing.script import Age, Backdrop, Character, Gender, Location, Species, Voice, Weather

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
STORIES = "ABCDEFGHI"
"""The stories of a long film: the main plot, then those of other people."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PREPOSITION_FOR = {"the coast": "on", "the platform": "on", "the works": "at", "the river": "on", "the junction": "at"}
_GENDERED: dict[str, Gender] = {
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
}
_WEATHER_OF = {"stormy": "storm", "rainy": "rain", "raining": "rain", "foggy": "fog", "misty": "fog", "snowy": "snow", "snowing": "snow", "windy": "wind"}
_PRONOUNS = {"female": ("she", "her", "her", "herself"), "male": ("he", "him", "his", "himself")}


@dataclass(frozen=True)
class Person:
    """Somebody of the world before they become a `Character`."""

    key: str
    """Lasting within the world: `P`, `Q`, `inspector`, `B.P` …"""
    name: str
    role: str
    gender: Gender
    age: Age
    species: Species
    small_part: bool = False
    """Called by what they are: `the inspector`."""

    @property
    def called(self) -> str:
        """The name as it stands inside a sentence."""
        return f"the {self.role}" if self.small_part else self.name

    def slots(self, letter: str) -> dict[str, str]:
        """The slots of this person under a letter."""
        he, him, his, himself = _PRONOUNS["female" if self.gender == "female" else "male"]
        return {
            letter: self.called,
            f"{letter}.he": he,
            f"{letter}.him": him,
            f"{letter}.his": his,
            f"{letter}.himself": himself,
            f"{letter}.role": self.role,
            f"{letter}.a_role": with_article(self.role),
        }


Cast = dict[str, Person]


class World:
    """Who and what there is in the film of one idea with one seed."""

    def __init__(self, idea: Idea, seed: int, tone: str) -> None:
        self.idea, self.seed, self.tone = idea, seed, tone
        self.key = f"{idea.raw}|{seed}"
        self.place_noun = self._place_noun()
        self.setting = self._setting()
        self.domain = self._domain()
        self.data: dict[str, Any] = words("domains")[self.domain]
        self.word = word_of(self.domain, self.key)
        found = prop_of(idea)
        own = found.noun if found else None
        self.prop = own or draw(f"{self.key}|prop", [*self.data["small"], *(t for t in self.data["tools"] if not is_plural(t) and " of " not in t)])
        self.people: dict[str, Person] = {}
        domains = set(words("domains"))
        flags = (set(idea.themes) - domains) | {self.domain, f"tone_{tone}"}
        self.flags = frozenset(flags | ({"indoors"} if self.places["home"][2] == "in" else set()))

    # -- places -------------------------------------------------------------------------------------------------

    def _place_noun(self) -> str:
        known, idea = words("places"), self.idea
        near = [p for w, p in idea.preps if w in ("in", "on", "at", "inside", "from")]
        if idea.subject.kind == "place" and not idea.verb and idea.subject.head.lower() in known:
            # A bakery on the moon plays in the bakery.
            near.insert(0, idea.subject)
        for p in near:
            if p.head.lower() in known:
                return p.head.lower()
        # What the idea is about may be where it plays, but the moon that goes missing is not.
        for p in (x for x in (idea.object, idea.subject) if x):
            if p.head.lower() in known and p.head.lower() not in ("moon", "planet", "mars"):
                return p.head.lower()
        for word in [*idea.subject.mods, *idea.words]:
            if word.lower() in known and word.lower() != "moon":
                return str(word.lower())
        return ""

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
        return draw(f"{self.key}|domain", ["city", "house", "village", "river", "rail", "workshop", "theatre", "school"])

    @cached_property
    def places(self) -> dict[str, tuple[str, Backdrop, str]]:
        """Place key -> (name with its article, backdrop, `in` or `out`)."""
        found: dict[str, tuple[str, Backdrop, str]] = {key: tuple(self.data[key]) for key in PLACES}
        if self.place_noun:
            backdrop, inside, _, _ = words("places")[self.place_noun]
            named = next((p for _, p in self.idea.preps if p.head.lower() == self.place_noun), None)
            noun = named.noun if named and not named.name else self.place_noun
            proper = noun in ("mars",)
            name = capital(noun) if proper or (named and named.head[0].isupper() and self.place_noun not in ("moon",)) else f"the {noun}"
            home: tuple[str, Backdrop, str] = (name, backdrop, inside)
            for key, (other, _, _) in found.items():
                if other == name and key != "home":
                    found[key] = tuple(self.data["home"])
            found["home"] = home
        taken = {name for name, _, _ in found.values()} | {f"the {self.place_noun}"}
        others = [x for x in shuffled(f"{self.key}|elsewhere", list(words("elsewhere")[self.domain])) if x[0] not in taken]
        for story, place in zip(STORIES[1:], others, strict=False):
            found[f"{story}.home"] = (place[0], place[1], place[2])
        return found

    def place_key(self, at: str, story: str) -> str:
        """The key in `places` of an exchange's `at`: every story of a long film has a home of its own."""
        key = at or "home"
        own = f"{story}.{key}"
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

    # -- people -------------------------------------------------------------------------------------------------

    def _pool(self, species: str) -> dict[str, Any]:
        names = words("names")
        if species == "robot":
            return dict(names["robot"])
        if species not in ("human", "ghost"):
            return dict(names["thing" if species == "creature" else "animal"])
        for entry in names.values():
            if "words" in entry and set(str(entry["words"]).split()) & self.idea.lemmas:
                return dict(entry)
        return dict(names["plain"])

    def _fresh_name(self, key: str, gender: str, species: str) -> str:
        taken = {p.name for p in self.people.values()}
        initials = {n[0] for n in taken if n}
        listed = shuffled(f"{self.key}|{key}|name", str(self._pool(species)[gender]).split())
        listed += shuffled(f"{self.key}|{key}|plain", str(words("names")["plain"][gender]).split())
        idea_words = set(self.idea.words)
        free = [x for x in listed if x not in taken and x.lower() not in idea_words]
        return next((x for x in free if x[0] not in initials), free[0] if free else f"{listed[0]} the Younger")

    def _gender(self, phrase: Phrase | None, own: bool, fallback: str) -> Gender:
        for gender in ("female", "male"):
            listed = word_set("people", gender)
            if phrase and phrase.head.lower() in listed:
                return "female" if gender == "female" else "male"
        if phrase and phrase.name:
            for entry in words("names").values():
                if phrase.name.split()[0] in str(entry["female"]).split():
                    return "female"
                if phrase.name.split()[0] in str(entry["male"]).split():
                    return "male"
        # Of two pronouns the first is about whoever the idea begins with.
        first = next((x for x in self.idea.words if x in _GENDERED), "")
        if own and first:
            return _GENDERED[first]
        if phrase and phrase.name:
            first = phrase.name.split()[0].lower()
            return "female" if first in word_set("people", "female_names") or first.endswith(("a", "ie", "elle", "ine")) else "male"
        return "female" if fallback == "female" else "male"

    def _species(self, phrase: Phrase) -> Species:
        nouns = {phrase.head.lower(), *(m.lower() for m in phrase.mods)}
        if nouns & word_set("people", "robots"):
            return "robot"
        if nouns & word_set("people", "ghosts"):
            return "ghost"
        if nouns & word_set("people", "creatures"):
            return "creature"
        for species, listed in words("people")["species"].items():
            if phrase.head.lower() in str(listed).split():
                return next(s for s in get_args(Species) if s == species)
        if phrase.kind == "animal":
            return "small_animal"
        return "robot" if phrase.kind == "thing" and "machine" in self.idea.themes else "creature" if phrase.kind in ("thing", "place") else "human"

    def _age(self, phrase: Phrase) -> Age:
        nouns = {phrase.head.lower(), *(m.lower() for m in phrase.mods)}
        for age in ("child", "old", "young"):
            if nouns & word_set("people", age):
                return "child" if age == "child" else "old" if age == "old" else "young"
        return "adult"

    def person_of(self, key: str, phrase: Phrase, own: bool, fallback: str) -> Person:
        """Somebody whom the idea names by this phrase."""
        species = self._species(phrase)
        gender = self._gender(phrase, own, fallback)
        if phrase.name:
            name = phrase.name
        elif phrase.det in POSSESSIVES and phrase.head.lower() in word_set("people", "elder_kin"):
            name = capital(phrase.head)
        else:
            name = self._fresh_name(key, gender, species)
        known = not phrase.name or phrase.head != phrase.name.split()[-1]
        role = phrase.noun if known else "woman" if gender == "female" else "man"
        age = "old" if name.lower() in word_set("people", "elder_kin") else self._age(phrase)
        return self._added(Person(key, name, role if role.isupper() else role.lower(), gender, age, species))

    def somebody(self, key: str, role: str, *, gender: str = "", age: str = "", species: str = "", name: str = "", small: bool = False) -> Person:
        """Somebody whom the plot or the place brings in."""
        if key in self.people:
            return self.people[key]
        chosen = gender or next((g for g in ("female", "male") if role.split()[-1] in word_set("people", g)), "") or _by_ending(role)
        chosen = chosen or draw(f"{self.key}|{key}|gender", ["female", "male"])
        kind: Species = next((s for s in get_args(Species) if s == species), "human")
        ages: list[Age] = ["young", "adult", "adult", "adult", "old"]
        drawn: Age = "child" if role.split()[-1] in word_set("people", "child") else draw(f"{self.key}|{key}|age", ages)
        grown: Age = next((a for a in get_args(Age) if a == age), drawn)
        called = name or ("" if small else self._fresh_name(key, chosen, kind))
        return self._added(Person(key, called or capital(f"the {role}"), role, "female" if chosen == "female" else "male", grown, kind, small and not name))

    def _added(self, person: Person) -> Person:
        self.people[person.key] = person
        return person

    def leads(self, plot: Plot) -> Cast:
        """The cast of the main story: the idea's own people first, the plot's for the rest."""
        idea = self.idea
        cast: Cast = {}
        subject = idea.subject
        if plot.kind != "told" and "alive" in self.flags and not (subject.plural and not subject.number) and "crowd" not in self.flags:
            cast["P"] = self.people.get("P") or self.person_of("P", subject, True, draw(f"{self.key}|P|gender", ["female", "male"]))
        else:
            key = "P" if plot.kind != "told" else "teller"
            cast["P"] = self.somebody(key, draw(f"{self.key}|{key}|job", list(self.data["jobs"])))
        other = self._second()
        fallback = "male" if cast["P"].gender == "female" else "female"
        fallback = draw(f"{self.key}|Q|gender", [fallback, fallback, fallback, cast["P"].gender])
        role = plot.cast.get("Q", Role())
        if plot.kind != "told" and other is not None and not (other.kind == "animal" and subject.kind != "animal"):
            cast["Q"] = self.people.get("Q") or self.person_of("Q", other, False, fallback)
        elif "Q" in plot.cast:
            cast["Q"] = self.somebody(
                f"Q.{plot.name}",
                role.who or draw(f"{self.key}|Q|job", list(self.data["jobs"])),
                gender=role.gender or fallback,
                age=role.age,
                species=role.species,
                name=role.name,
            )
        self._small_parts(cast, plot.cast, "")
        return cast

    def _second(self) -> Phrase | None:
        idea = self.idea
        if idea.second is not None:
            return idea.second if idea.second.living else None
        if idea.subject.number >= 2:
            return idea.subject
        if idea.verb in ("be", "become"):
            return None
        if idea.object and idea.object.living and not idea.object.plural and idea.object.head.lower() not in ("somebody", "everyone", "nobody"):
            return idea.object
        near = idea.prep("with", "to", "for")
        return near if near and near.living and not near.plural and near.det in ("a", "an", "the") else None

    def others(self, story: str, roles: dict[str, Role]) -> Cast:
        """Two other people of the same place, for a second or third story (`story` is `B`, `C` …)."""
        cast: Cast = {}
        jobs = shuffled(f"{self.key}|jobs", list(self.data["jobs"]))
        taken = {p.role for p in self.people.values()}
        for letter in ("P", "Q"):
            key = f"{story}.{letter}"
            if key not in self.people:
                elsewhere = [*words("domains")["city"]["jobs"], *words("domains")["village"]["jobs"]]
                free = [j for j in jobs if j not in taken] or shuffled(f"{self.key}|{story}|odd", elsewhere)
                role = roles.get(letter, Role())
                job = role.who if letter == "Q" and role.who else next((j for j in free if j not in taken), free[0])
                taken.add(job)
                self.somebody(key, job, gender=role.gender, age=role.age, species=role.species, name=role.name)
            cast[letter] = self.people[key]
        self._small_parts(cast, roles, story)
        return cast

    def with_small_parts(self, cast: Cast, roles: dict[str, Role], story: str) -> Cast:
        """The same leads with a thread's own small parts."""
        joined = {k: v for k, v in cast.items() if k in "PQ"}
        self._small_parts(joined, roles, story)
        return joined

    def _small_parts(self, cast: Cast, roles: dict[str, Role], story: str) -> None:
        for letter in "RST":
            if letter in roles:
                role = roles[letter]
                who = role.who or draw(f"{self.key}|{story}|{letter}|job", list(self.data["jobs"]))
                cast[letter] = self._small_part(cast, role, who, story)

    def _small_part(self, cast: Cast, role: Role, who: str, story: str) -> Person:
        """Whoever is called by what they are: the same postman all through a film, unless another sort of postman is wanted."""
        for called in (who, f"second {who}", f"third {who}", f"fourth {who}"):
            known = next((p for p in self.people.values() if p.small_part and p.role == called), None)
            if known is None or role.name:
                return self.somebody(f"{called}.{role.name or story}", called if not role.name else who, gender=role.gender, age=role.age,
                                     species=role.species, name=role.name, small=True)  # fmt: skip
            if known not in cast.values() and role.gender in ("", known.gender) and role.age in ("", known.age) and (role.species or "human") == known.species:
                return known
        return next(p for p in self.people.values() if p.small_part and p.role == who)

    # -- slots --------------------------------------------------------------------------------------------------

    @cached_property
    def fixed_slots(self) -> dict[str, str]:
        """Slots that mean the same all through the film."""
        idea, key = self.idea, self.key
        home = self.places["home"][0]
        noun = re.sub(r"^the ", "", home)
        prep = words("places")[self.place_noun][3] if self.place_noun else place_preposition(home, self.places["home"][2])
        town = self._town()
        years = number_word(draw(f"{key}|years", [4, 6, 7, 9] if "child" in self.flags else [9, 11, 14, 17, 19, 22, 26, 30]))
        slots = {
            "place": home,
            "place.noun": noun,
            "place.in": f"{prep} {home}",
            "town": town,
            "town.in": self._in_town(town),
            "weather": self.weather_noun,
            "years": years,
            "day": draw(f"{key}|day", _DAYS),
            "count": number_word(idea.subject.number) if idea.subject.number > 1 else "three",
            "subject": subject_text(idea),
            "idea": capital(idea.sentence),
            **self._matter(),
            "lost": lost_of(idea) or f"the {self.prop}",
        }
        slots |= {k: self.places[k][0] for k in PLACES if k != "home"}
        want = want_of(idea)
        if want:
            slots |= want_forms(want)
        if idea.able and idea.phrase:
            slots["ability"] = idea.phrase
            slots["ability.ing"] = f"{inflect(idea.phrase.split()[0], 'VBG')} {idea.phrase.partition(' ')[2]}".strip()
        return slots

    def _matter(self) -> dict[str, str]:
        """What the idea is about, and what is done in it, or the former twice."""
        matter, deed = matter_of(self.idea), deed_of(self.idea)
        return {"matter": matter, "deed": deed or matter}

    def _town(self) -> str:
        near = [p for w, p in self.idea.preps if w in ("in", "on", "at", "from", "of")]
        named = next((p for p in near if p.head[:1].isupper() and p.head.lower() not in words("places")), None)
        around = f"the {self.setting}" if self.setting and self.setting != "mars" else capital(self.setting)
        return named.text if named else around or str(self.data["town"])

    def _in_town(self, town: str) -> str:
        around = words("places")[self.setting][3] if self.setting and self.setting in town.lower() else "in"
        return f"{_PREPOSITION_FOR.get(town, around)} {town}"

    def prop_for(self, plot: Plot) -> str:
        """The object that matters in the main story: the idea's own, else the plot's, else one of the place."""
        if plot.prop and (plot.prop_always or "prop" not in self.idea.themes):
            return draw(f"{self.key}|{plot.name}|prop", plot.prop)
        return self.prop

    def within(self, there: str) -> str:
        """A place by its name, with its preposition: `in the kitchen`, `on the rocks`."""
        if there == self.places["home"][0]:
            return self.fixed_slots["place.in"]
        inside = next((x for name, _, x in self.places.values() if name == there), "in")
        return f"{place_preposition(there, inside)} {there}"

    def place_slots(self, key: str) -> dict[str, str]:
        """The slots of the place where a story is at home, if that is not the idea's own."""
        name, _, inside = self.places[key]
        return {"place": name, "place.noun": re.sub(r"^the ", "", name), "place.in": f"{place_preposition(name, inside)} {name}"}

    def prop_slots(self, prop: str) -> dict[str, str]:
        """The three forms of the object that matters in a story."""
        return {"prop": prop, "prop.a": with_article(prop), "prop.s": plural(prop)}

    def premise(self, cast: Cast, choice: str, brief: bool = False) -> str:
        """The idea in one sentence, told of this cast; `brief`: in ten words at most."""
        if brief:
            return capital(core(self.idea))
        lead = cast["P"]
        return draw(f"{self.key}|{choice}|premise", premises(self.idea, lead.name, with_article(lead.role)))

    # -- the script's characters --------------------------------------------------------------------------------

    def characters(self, used: list[Person]) -> tuple[Character, ...]:
        """The script's cast, in this order: looks, clothes, colours and voices told apart."""
        looks, found = words("looks"), []
        colours = shuffled(f"{self.key}|colours", list(looks["colours"]))
        heard: set[tuple[str, str, str, str]] = set()
        for n, person in enumerate(used):
            kind = person.species if person.species in ("human", "robot", "ghost", "creature") else "animal"
            key = f"{self.key}|{person.key}"
            build = draw(f"{key}|build{n}", list(looks["build"][kind]))
            hair = f", {draw(f'{key}|hair', list(looks['hair'][person.age]))}" if kind == "human" else ""
            colour = colours[n % len(colours)]
            accent = with_article(f"{looks['colour_names'][colour]} {draw(f'{key}|accent', list(looks['accent'][kind]))}")
            clothes = f"{draw(f'{key}|clothes', list(looks['wardrobe'][self.domain]))}, {accent}" if kind == "human" else accent
            found.append(
                Character(
                    id=f"c{n + 1}",
                    name=_title(person),
                    species=person.species,
                    gender=person.gender,
                    age=person.age,
                    look=f"{_described(person)}: {build}{hair}"[:300],
                    wardrobe=clothes,
                    colour=colour,
                    voice=self._voice(person, n, heard),
                )
            )
        return tuple(found)

    def _voice(self, person: Person, n: int, heard: set[tuple[str, str, str, str]]) -> Voice:
        looks, key = words("looks"), f"{self.key}|{person.key}|voice"
        texture = shuffled(f"{self.key}|textures", list(looks["textures"]))[n % len(looks["textures"])]
        accent = draw(f"{key}|accent", list(looks["accents"]))
        for pitch, pace in shuffled(key, [(x, y) for x in ("mid", "low", "high") for y in ("even", "slow", "quick")]):
            if (person.gender, person.age, pitch, pace) not in heard:
                heard.add((person.gender, person.age, pitch, pace))
                return Voice(gender=person.gender, age=person.age, pitch=_pitch(pitch), pace=_pace(pace), accent=accent, texture=texture)
        return Voice(gender=person.gender, age=person.age, accent=accent, texture=texture)


def _pitch(word: str) -> Any:
    return word


def _pace(word: str) -> Any:
    return word


def _by_ending(role: str) -> str:
    last = role.split()[-1]
    return "female" if last.endswith(("woman", "ess", "lady")) else "male" if last.endswith(("man", "lord")) else ""


def _title(person: Person) -> str:
    return " ".join(capital(w) for w in person.called.split())[:60]


def _described(person: Person) -> str:
    ages = {"child": "about nine", "young": "in the twenties", "adult": "about forty", "old": "past seventy"}
    role = with_article(person.role)
    return f"{role}, {ages[person.age]}" if person.species == "human" else role
