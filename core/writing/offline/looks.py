"""How the people of a film look and sound: bodies, clothes, colours and voices told apart. Called by `composing` and `rewriting` through `World.characters`."""

from __future__ import annotations

import re

from core.writing.offline.company import Person
from core.writing.offline.english import capital, with_article
from core.writing.offline.lexicon import draw, shuffled, word_set, words
from core.writing.script import Character, Pace, Pitch, Voice

_PITCHES: tuple[Pitch, ...] = ("mid", "low", "high")
_PACES: tuple[Pace, ...] = ("even", "slow", "quick")


def characters(used: list[Person], key: str, domain: str) -> tuple[Character, ...]:
    """The script's cast, in this order. `key` is the world's, `domain` what its people wear."""
    looks, found = words("looks"), []
    colours = shuffled(f"{key}|colours", list(looks["colours"]))
    heard: set[tuple[str, str, str, str]] = set()
    for n, person in enumerate(used):
        kind = person.species if person.species in ("human", "robot", "ghost", "creature") else "animal"
        own = f"{key}|{person.key}"
        build = draw(f"{own}|build{n}", list(looks["build"]["furless" if kind == "animal" and _furless(person) else kind]))
        hair = f", {_hair(person, own)}" if kind == "human" else ""
        colour = colours[n % len(colours)]
        accent = with_article(f"{looks['colour_names'][colour]} {draw(f'{own}|accent', list(looks['accent'][kind]))}")
        clothes = f"{draw(f'{own}|clothes', list(looks['wardrobe'][domain]))}, {accent}" if kind == "human" else accent
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
                voice=_voice(person, n, heard, key),
            )
        )
    return tuple(found)


def _hair(person: Person, own: str) -> str:
    """What is said of somebody's head: a plait is a girl's or a woman's, a bald head a man's, unless a person asks for it otherwise."""
    hair = draw(f"{own}|hair", list(words("looks")["hair"][person.age]))
    return str(words("looks")["hair_of_the_other"].get(person.gender, {}).get(hair, hair))


def _furless(person: Person) -> bool:
    return person.species in ("bird", "fish") or person.role.split()[-1] in word_set("looks", "furless")


def _voice(person: Person, n: int, heard: set[tuple[str, str, str, str]], key: str) -> Voice:
    looks, own = words("looks"), f"{key}|{person.key}|voice"
    texture = shuffled(f"{key}|textures", list(looks["textures"]))[n % len(looks["textures"])]
    accent = draw(f"{own}|accent", list(looks["accents"]))
    for pitch, pace in shuffled(own, [(x, y) for x in _PITCHES for y in _PACES]):
        if (person.gender, person.age, pitch, pace) not in heard:
            heard.add((person.gender, person.age, pitch, pace))
            return Voice(gender=person.gender, age=person.age, pitch=pitch, pace=pace, accent=accent, texture=texture)
    return Voice(gender=person.gender, age=person.age, accent=accent, texture=texture)


def _title(person: Person) -> str:
    return " ".join(capital(w) for w in person.called.split())[:60]


def _described(person: Person) -> str:
    ages = {"child": "about nine", "young": "in the twenties", "adult": "about forty", "old": "past seventy"}
    role = with_article(person.role)
    # A beast is one, whatever its name is as food: a giant fish, not some.
    return f"{role}, {ages[person.age]}" if person.species == "human" else re.sub(r"^some (?=(\w))", lambda m: "an " if m[1] in "aeiou" else "a ", role)
