"""Who is in a brought story, and where it plays, as a film's cast and places. Called by `filming`.

Only what the story says is used: an age or a species by a word in the name or beside it, a gender by the words around the name.
What it does not say stays open, and is what the cast's view is for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, cast

from core.writing import grammar_words
from core.writing.importing.sentences import gender_of, lexicon
from core.writing.importing.story import Passage, Story
from core.writing.openai_shapes import ACCENTS
from core.writing.script import INTERIORS, Age, Backdrop, Character, Gender, Location, Species, Voice

TEXTURES = ("low, dry", "warm, a little hoarse", "light, quick to laugh", "soft, precise", "deep, unhurried", "clear, cool", "bright, clipped", "rough, kind")
PITCHES: tuple[Literal["low", "mid", "high"], ...] = ("mid", "low", "high")
PACES: tuple[Literal["slow", "even", "quick"], ...] = ("even", "slow", "even", "quick")
CAST_MAX = 40
"""More people have no part of their own: the narrator says their lines."""
_YEARS = re.compile(r"\b(\d{1,2})(?:0s|'s|s)?\b")


def cast_of(story: Story) -> dict[str, Character]:
    """Everybody who speaks, and everybody who is introduced, by name. The first 40."""
    names = list(dict.fromkeys([*story.speakers, *story.sketches]))[:CAST_MAX]
    spoken = set(story.speakers)
    names = [name for name in names if name in spoken or any(name.casefold() in moment.text.casefold() for moment in story.moments)]
    return {name: _character(n, name, story) for n, name in enumerate(names)}


def _character(n: int, name: str, story: Story) -> Character:
    sketch = story.sketches.get(name, "")
    about = f"{name} {sketch}".casefold()
    gender, age = _gender(name, about, story), _age(about)
    pitch, pace = PITCHES[n % len(PITCHES)], PACES[n % len(PACES)]
    voice = Voice(gender=gender, age=age, pitch=pitch, pace=pace, texture=TEXTURES[n % len(TEXTURES)])
    species = cast("Species", _named(about, lexicon()["species"]) or "human")
    return Character(id=f"c{n + 1}", name=name, species=species, gender=gender, age=age, look=sketch[:300], colour=ACCENTS[n % len(ACCENTS)], voice=voice)


def _gender(name: str, about: str, story: Story) -> Gender:
    words = set(re.findall(r"\w+", about))
    for gender, telling in lexicon()["near"].items():
        if words & set(telling):
            return cast("Gender", gender)
    told = " ".join(moment.text for moment in story.moments if moment.kind != "said")[:200_000]
    return cast("Gender", gender_of(name, told) or "neutral")


def _age(about: str) -> Age:
    if years := _YEARS.search(about):
        number = int(years[1])
        return "child" if number < 13 else "young" if number < 25 else "adult" if number < 60 else "old"
    return cast("Age", _named(about, lexicon()["ages"]) or "adult")


def _named(about: str, table: Mapping[str, list[str]]) -> str:
    words = set(re.findall(r"\w+", about))
    return next((value for value, named in table.items() if words & set(named)), "")


class Places:
    """The film's places, each made when the first scene plays there."""

    def __init__(self, language: str) -> None:
        self.made: list[Location] = []
        self._somewhere: str = lexicon()["somewhere"].get(language, lexicon()["somewhere"]["en"])

    def of(self, passage: Passage) -> Location:
        """Where a passage plays; where it says nothing, where the one before played."""
        if not passage.place and self.made:
            return self.made[-1]
        name = passage.place or self._somewhere
        known = next((one for one in self.made if one.name.casefold() == name.casefold() and passage.interior in (None, one.interior)), None)
        if known:
            return known
        found = _backdrop(name)
        interior = passage.interior if passage.interior is not None else found in INTERIORS
        plain = "room" if interior else "street" if passage.place else "field"
        place = Location(id=f"l{len(self.made) + 1}", name=name, backdrop=cast("Backdrop", found or plain), interior=interior)
        self.made.append(place)
        return self.made[-1]


def _backdrop(name: str) -> str | None:
    """What sort of place a name such as `Anna's flat, kitchen` means: by its last part first."""
    for part in reversed(re.split(r"[,/–—-]", name)):
        if found := grammar_words.place_of(part.strip()):
            return found
    return next((found for word in name.split() if (found := grammar_words.place_of(word))), None)
