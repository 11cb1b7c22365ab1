"""The world of one film: the idea's land and people, the object that matters, and every slot that means the same all through. Called by `telling`.

Everything is drawn by keys made of idea and seed: the same idea and seed give the same world at any length.
"""

from __future__ import annotations

from functools import cached_property

from core.writing.offline.about import deed_of, lost_of, matter_of, prop_of, want_of
from core.writing.offline.company import Cast, Company, Person
from core.writing.offline.dealing import word_of
from core.writing.offline.english import capital, inflect, is_plural, number_word, plural, with_article
from core.writing.offline.idea import Idea
from core.writing.offline.land import Land
from core.writing.offline.lexicon import draw, words
from core.writing.offline.looks import characters
from core.writing.offline.pictures import is_large
from core.writing.offline.plots import Plot
from core.writing.offline.premise import core, headline, premises, subject_text, want_forms
from core.writing.script import Character

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class World:
    """Who and what there is in the film of one idea with one seed."""

    def __init__(self, idea: Idea, seed: int, tone: str) -> None:
        self.idea, self.seed, self.tone = idea, seed, tone
        self.key = f"{idea.raw}|{seed}"
        self.land = Land(idea, self.key)
        self.data = self.land.data
        """The words of its domain, from `lexicon/domains.yaml`."""
        self.company = Company(idea, self.key, list(self.data["jobs"]))
        self.word = word_of(self.land.domain, self.key)
        found = prop_of(idea)
        own = found.noun if found else None
        self.prop = own or draw(f"{self.key}|prop", [*self.data["small"], *(t for t in self.data["tools"] if not is_plural(t) and " of " not in t)])
        flags = (set(idea.themes) - set(words("domains"))) | {self.land.domain, f"tone_{tone}"}
        self.flags = frozenset(flags | ({"indoors"} if self.land.places["home"][2] == "in" else set()))

    @cached_property
    def fixed_slots(self) -> dict[str, str]:
        """Slots that mean the same all through the film."""
        idea, key = self.idea, self.key
        years = number_word(draw(f"{key}|years", [4, 6, 7, 9] if "child" in self.flags else [9, 11, 14, 17, 19, 22, 26, 30]))
        slots = {
            **self.land.home_slots,
            "weather": self.land.weather_noun,
            "years": years,
            "day": draw(f"{key}|day", _DAYS),
            "count": number_word(idea.subject.number) if idea.subject.number > 1 else "three",
            "subject": subject_text(idea),
            "idea": capital(idea.sentence),
            **self._matter(),
            "lost": lost_of(idea) or f"the {self.prop}",
        }
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

    def prop_for(self, plot: Plot) -> str:
        """The object that matters in the main story: the idea's own, else the plot's, else one of the place."""
        if plot.prop and (plot.prop_always or "prop" not in self.idea.themes or (is_large(self.prop) and not any(map(is_large, plot.prop)))):
            return draw(f"{self.key}|{plot.name}|prop", plot.prop)
        return self.prop

    def prop_slots(self, prop: str) -> dict[str, str]:
        """The three forms of the object that matters in a story."""
        return {"prop": prop, "prop.a": with_article(prop), "prop.s": plural(prop)}

    def premise(self, cast: Cast, choice: str, brief: bool = False) -> str:
        """The idea in one sentence, told of this cast; `brief`: in ten words at most."""
        if brief:
            return capital(core(self.idea))
        lead = cast["P"]
        return draw(f"{self.key}|{choice}|premise", premises(self.idea, lead.name, with_article(lead.role)))

    def headline(self, cast: Cast) -> str:
        """The idea as the first line of a logline, its hero named."""
        lead = cast["P"]
        return headline(self.idea, lead.name, with_article(lead.role))

    def characters(self, used: list[Person]) -> tuple[Character, ...]:
        """The script's cast, in this order."""
        return characters(used, self.key, self.land.domain)
