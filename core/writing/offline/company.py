"""Who there is in a film: the idea's own people and whoever plot and place bring in, each with a name, an age and a nature. Called by `world`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from core.writing.offline.about import beast_of
from core.writing.offline.english import capital, with_article
from core.writing.offline.idea import Idea
from core.writing.offline.lexicon import draw, shuffled, word_set, words
from core.writing.offline.phrases import POSSESSIVES, Phrase, is_person
from core.writing.offline.plots import Plot, Role
from core.writing.script import Age, Gender, Species

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
BEAST = "beast"
"""The key of the animal that an idea names."""


class Company:
    """Everybody of one film, those of its further stories included; whoever was named once keeps their name."""

    def __init__(self, idea: Idea, key: str, jobs: list[str]) -> None:
        self.idea, self.key, self.jobs = idea, key, jobs
        self.people: dict[str, Person] = {}
        """In the order in which they came in, by `Person.key`."""

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
            if phrase and {phrase.head.lower(), phrase.name.split(" ")[0].lower()} & listed:
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

    def species(self, phrase: Phrase) -> Species:
        """What sort of being a phrase names."""
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
        species = self.species(phrase)
        gender = self._gender(phrase, own, fallback)
        title, _, rest = phrase.name.partition(" ")
        titled = bool(rest) and is_person(title.lower())
        if titled:
            # Detective Rosa Klein is Rosa, a detective.
            name = rest.split()[0]
        elif phrase.name:
            name = phrase.name
        elif phrase.det in POSSESSIVES and phrase.head.lower() in word_set("people", "elder_kin"):
            name = capital(phrase.head)
        else:
            name = self._fresh_name(key, gender, species)
        known = not phrase.name or phrase.head != phrase.name.split()[-1]
        role = title if titled else phrase.noun if known else "woman" if gender == "female" else "man"
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
        if plot.kind != "told" and "alive" in self.idea.themes and not (subject.plural and not subject.number) and "crowd" not in self.idea.themes:
            cast["P"] = self.people.get("P") or self.person_of("P", subject, True, draw(f"{self.key}|P|gender", ["female", "male"]))
        else:
            key = "P" if plot.kind != "told" else "teller"
            cast["P"] = self.somebody(key, draw(f"{self.key}|{key}|job", self.jobs))
        other = self._second()
        fallback = "male" if cast["P"].gender == "female" else "female"
        fallback = draw(f"{self.key}|Q|gender", [fallback, fallback, fallback, cast["P"].gender])
        role = plot.cast.get("Q", Role())
        if plot.kind != "told" and other is not None and self._may_play(other, plot):
            cast["Q"] = self.people.get("Q") or self.person_of("Q", other, False, fallback)
        elif "Q" in plot.cast:
            cast["Q"] = self.somebody(
                f"Q.{plot.name}",
                role.who or draw(f"{self.key}|Q|job", self.jobs),
                gender=role.gender or fallback,
                age=role.age,
                species=role.species,
                name=role.name,
            )
        self._small_parts(cast, plot.cast, "")
        return cast

    def _may_play(self, other: Phrase, plot: Plot) -> bool:
        """Whether the other of the idea can have the second part. A beast can where the idea begins with both (else it is what people talk about), the
        plot is not about it, and it need not leave the water."""
        if other.kind != "animal" or self.idea.subject.kind == "animal":
            return True
        return other is self.idea.second and "-beast" not in plot.never and self.species(other) != "fish"

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

    def beast(self, plot: Plot) -> Person | None:
        """The animal that the idea names and that no lead of this plot plays: seen, not heard, and called by what it is."""
        phrase = beast_of(self.idea)
        other = self._second()
        if phrase is None or plot.kind == "told" or (phrase is other and self._may_play(phrase, plot)):
            return None
        if BEAST in self.people:
            return self.people[BEAST]
        return self.somebody(BEAST, phrase.noun.lower(), species=self.species(phrase), name=phrase.name, small=True)

    def others(self, story: str, roles: dict[str, Role]) -> Cast:
        """Two other people of the same place, for a second or third story (`story` is `B`, `C` …)."""
        cast: Cast = {}
        jobs = shuffled(f"{self.key}|jobs", self.jobs)
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
                who = role.who or draw(f"{self.key}|{story}|{letter}|job", self.jobs)
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


def _by_ending(role: str) -> str:
    last = role.split()[-1]
    return "female" if last.endswith(("woman", "ess", "lady")) else "male" if last.endswith(("man", "lord")) else ""
