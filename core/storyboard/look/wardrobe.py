"""How a character looks, read from what the script says of them: the same character looks the same in every shot.

What the script leaves open is chosen by the character's id, name and age. Called by the painters of figures.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.storyboard.look.canvas import Colour, hexed, mix
from core.writing.script import Age, Character, Gender, Species

BARE_HEADED = frozenset(("crown_hat", "flower_crown", "bow"))
"""Headgear that shows the hair whole."""


@dataclass(frozen=True)
class Look:
    """Everything a painter must know of somebody."""

    species: Species
    gender: Gender
    age: Age
    words: str
    """Look, wardrobe and name in small letters, for the painters of animals."""
    body: str
    """The look alone: what it says of a colour is the fur's, not a scarf's."""
    skin: Colour
    hair: str
    """A drawing of `hair.yaml`; empty if bald."""
    hair_colour: Colour
    hat: str
    beard: str
    extras: tuple[str, ...]
    garment: str
    cloth: Colour
    """Of the main garment, or the fur, the feathers, the metal."""
    legs: Colour
    accent: Colour
    stout: float
    """Breadth of the body: 1 is usual."""
    dice: int
    """Decides what is left open."""


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wardrobe.yaml").read_text())
    return tables


def _says(text: str, words: list[str]) -> bool:
    return any(re.search(rf"(?<![a-z]){re.escape(word)}(?:s|es)?(?![a-z])", text) for word in words)


def _first(text: str, table: dict[str, list[str]]) -> str:
    return next((name for name, words in table.items() if _says(text, words)), "")


def _hair_colour(text: str, age: Age, dice: int) -> Colour:
    t = _tables()["hair_colours"]
    for name, colour in t.items():
        if re.search(
            rf"(?<![a-z]){name}(?:[- ](?:\w+[- ])?(?:hair|haired|curls|curly|braids?|bun|bob|ponytail|beard|bearded|locks|plaits?|fur)|-haired)", text
        ):
            return hexed(colour)
    if age == "old":
        return hexed(t[("grey", "white", "silver")[dice % 3]])
    return hexed(t[("black", "dark", "brown", "chestnut", "auburn", "blond", "brunette")[dice % 7]])


def _cloth_colour(text: str, garment_words: list[str], dice: int) -> Colour:
    """The colour word nearest before the garment, else any colour word of the wardrobe, else one by chance."""
    colours = _tables()["colours"]
    for word in garment_words:
        found = re.search(rf"(?<![a-z])({'|'.join(colours)})(?:[- ]\w+){{0,2}}[- ]{re.escape(word)}", text)
        if found:
            return hexed(colours[found.group(1)])
    found = re.search(rf"(?<![a-z])({'|'.join(colours)})(?![a-z]|[- ](?:hair|beard|eye|scarf))", text)
    if found:
        return hexed(colours[found.group(1)])
    cloth = _tables()["cloth"]
    return hexed(cloth[dice % len(cloth)])


def look_of(character: Character) -> Look:
    """The look of a character, always the same for the same character."""
    t = _tables()
    look, wear = character.look.lower(), character.wardrobe.lower()
    # neither the name nor the id: somebody renamed, or known from another film, keeps their face
    dice = zlib.crc32(f"{character.species}/{character.gender}/{character.age}/{look or character.colour}".encode())
    text = f"{look} {wear}"
    defaults = t["defaults"][character.gender]
    garment = _first(wear, t["garments"]) or _first(look, t["garments"]) or defaults["garment"][dice // 7 % len(defaults["garment"])]
    hair = _first(text, t["hair"]) or defaults["hair"][dice // 3 % len(defaults["hair"])]
    if character.age == "old" and character.gender == "male" and not _first(text, t["hair"]):
        hair = ("sparse", "short", "sparse", "tousled")[dice // 3 % 4]
    skin = next((index for word, index in t["skin_words"].items() if word in text), dice // 11 % 5)
    cloth = _cloth_colour(wear, t["garments"].get(garment, []), dice // 5)
    return Look(
        species=character.species, gender=character.gender, age=character.age, words=f"{text} {character.name.lower()}", body=look,
        skin=hexed(t["skins"][skin]),
        hair="" if hair == "bald" else hair, hair_colour=_hair_colour(text, character.age, dice // 13), hat=_first(text, t["hats"]),
        beard=_first(text, t["beards"]), extras=tuple(e for e in ("glasses", "eyepatch") if _says(text, t[e])), garment=garment, cloth=cloth,
        legs=mix(cloth, (38, 36, 44), 0.62), accent=hexed(character.colour), stout=_stout(text, dice), dice=dice,
    )  # fmt: skip


def named_colour(words: str) -> Colour | None:
    """The colour of fur, feathers or scales that a description names, but not that of a collar or a scarf."""
    for table in (_tables()["colours"], _tables()["hair_colours"]):
        for name, colour in table.items():
            if re.search(rf"(?<![a-z]){name}(?![a-z]|[- ](?:collar|scarf|eye|ribbon|patch|spot|paw|ear|tip|belly|stripe|mane|beak))", words):
                return hexed(colour)
    return None


def coat_of(look: Look, default: str, *, fur: bool = False) -> Colour:
    """Fur, feathers or scales in the colour the script names, else the kind's own. Red `fur` is a fox's red, not a pillar box's."""
    return named_colour(re.sub(r"(?<![a-z])red(?![a-z])", "ginger", look.body) if fur else look.body) or hexed(default)


def _stout(text: str, dice: int) -> float:
    if _says(text, ["fat", "stout", "heavy", "broad", "burly", "large", "big", "plump", "round", "stocky", "huge"]):
        return 1.24
    if _says(text, ["thin", "lean", "slim", "slender", "gaunt", "skinny", "wiry", "slight", "lanky"]):
        return 0.86
    return 0.95 + (dice // 17 % 11) / 100
