"""A shot in the words of a video model: one place for all models. Pure; called by the renderers that work from words.

SkyReels was taught with captions in a fixed order (who and how they look, what they do, the kind of shot, the camera's movement, the
surroundings, the light), so that is how it is asked; LTX follows the action told first, in one paragraph. What is wished
in words of the film's own language stays in it (the text encoder reads them all); the terms of the trade are English.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.rendering.renderer import ShotOrder
from core.writing.script import NARRATOR, Character, Location, Scene

PROMPT_REVISION = 1
"""Raised when the same shot is asked for in other words."""
PROMPT_CHARS_MAX = 3500

SIZES = {
    "EWS": "Extreme wide shot", "WS": "Wide shot", "FS": "Full shot", "MS": "Medium shot", "MCU": "Medium close-up",
    "CU": "Close-up", "ECU": "Extreme close-up", "INSERT": "Close-up insert of an object",
}  # fmt: skip
MOVES = {
    "static": "The camera stands still.", "pan_left": "The camera pans slowly to the left.", "pan_right": "The camera pans slowly to the right.",
    "tilt_up": "The camera tilts up.", "tilt_down": "The camera tilts down.", "dolly_in": "The camera moves slowly in.",
    "dolly_out": "The camera moves slowly back.", "truck_left": "The camera glides to the left.", "truck_right": "The camera glides to the right.",
    "crane_up": "The camera rises on a crane.", "crane_down": "The camera comes down on a crane.", "zoom_in": "The lens zooms in slowly.",
    "zoom_out": "The lens zooms out slowly.", "handheld": "Handheld camera with a slight natural sway.",
}  # fmt: skip
LIGHT = {
    "dawn": "soft low light of early morning", "day": "natural daylight", "dusk": "warm fading light of dusk", "night": "dim light of night, deep shadows",
}  # fmt: skip
WEATHER = {
    "clear": "", "rain": "rain is falling", "snow": "snow is falling", "fog": "fog hangs in the air", "storm": "a storm is blowing", "wind": "a strong wind",
}  # fmt: skip
MOODS = {
    "warm": "warm, gentle colours", "hope": "bright, hopeful colours", "joyful": "bright, lively colours", "wonder": "luminous, wondrous colours",
    "tender": "soft, tender colours", "melancholy": "muted, cool colours", "tense": "high contrast, tense atmosphere", "dread": "dark, ominous atmosphere",
}  # fmt: skip
PEOPLE = {
    ("child", "female"): "girl", ("child", "male"): "boy", ("child", "neutral"): "child", ("young", "female"): "young woman",
    ("young", "male"): "young man", ("young", "neutral"): "young person", ("adult", "female"): "woman", ("adult", "male"): "man",
    ("adult", "neutral"): "person", ("old", "female"): "old woman", ("old", "male"): "old man", ("old", "neutral"): "old person",
}  # fmt: skip
STYLE = "Cinematic film still in motion, natural movement, consistent faces, fine detail, shallow depth of field"
NEGATIVE = (
    "overexposed, still picture, frozen, blurred details, subtitles, captions, text, watermark, logo, split screen, sudden cut, flicker, "
    "worst quality, low quality, compression artefacts, deformed face, deformed hands, extra fingers, fused fingers, extra limbs, "
    "floating objects, cluttered background, walking backwards"
)
ACTION_FIRST = {"ltx"}
"""Families that follow what is told first; all others are asked in the order of SkyReels' captions."""


@dataclass(frozen=True)
class Prompt:
    """What is wished and what is not."""

    positive: str
    negative: str


def prompt_for(order: ShotOrder, family: str, *, guided: bool = True) -> Prompt:
    """The prompt of this shot for a model of this family, at most `PROMPT_CHARS_MAX` characters.

    `guided`: the model listens to a negative prompt; one that was distilled does without.
    """
    shot, cast = order.shot, _seen(order)
    who = [_who(one) for one in cast]
    what = _sentence(shot.action)
    speaking = _speaking(order, cast)
    things = f"In the picture: {', '.join(_thing(order, noun) for noun in shot.props)}." if shot.props else ""
    camera = f"{SIZES[shot.size]}, {_lens(shot.lens_mm)}. {MOVES[shot.move]}"
    place, light = _place(order.location, order.scene), _light(order.scene, order.location)
    first = [what, *who] if family in ACTION_FIRST else [*who, what]
    text = " ".join(part for part in (*first, speaking, things, camera, place, light, _continuity(order)) if part)
    return Prompt(_fit(text, f" {STYLE}."), NEGATIVE if guided else "")


def _seen(order: ShotOrder) -> list[Character]:
    by_id = {one.id: one for one in order.characters}
    return [by_id[id] for id in order.shot.characters if id in by_id]


def _who(one: Character) -> str:
    """One sentence: who they are and how they look."""
    if one.species == "human":
        kind = PEOPLE[one.age, one.gender]
    else:
        kind = " ".join(filter(None, ("" if one.age == "adult" else one.age, one.species.replace("_", " "))))
    article = "an" if kind[0] in "aeiou" else "a"
    look = ", ".join(filter(None, (one.look.strip().rstrip("."), f"wearing {_bare(one.wardrobe)}" if one.wardrobe.strip() else "")))
    return f"{one.name} is {article} {kind}{', ' + look if look else ''}."


def _thing(order: ShotOrder, noun: str) -> str:
    """A thing with its look, where one is known."""
    look = next((each.look for each in order.props if each.name.casefold() == noun.casefold()), "").strip().rstrip(".")
    return f"{noun} ({look})" if look else noun


def _bare(wardrobe: str) -> str:
    text = wardrobe.strip().rstrip(".")
    return text.removeprefix("wearing ").removeprefix("Wearing ")


def _speaking(order: ShotOrder, cast: list[Character]) -> str:
    """Who moves their lips. The words themselves are added later, by other means."""
    speakers = {line.speaker for line in order.shot.lines} - {NARRATOR}
    names = [one.name for one in cast if one.id in speakers]
    if not names:
        return "Nobody speaks." if cast and order.shot.size in ("MCU", "CU", "ECU") else ""
    return f"{' and '.join(names)} {'speaks' if len(names) == 1 else 'speak'}, lips moving naturally."


def _lens(mm: int) -> str:
    return "wide-angle lens" if mm < 28 else "long lens, compressed background" if mm > 70 else "normal lens"


def _place(place: Location, scene: Scene) -> str:
    kind = place.backdrop.replace("_", " ")
    named = place.name if kind in place.name.lower() else f"{place.name}, {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    indoors = "inside, " if place.interior else ""
    look = f" {_sentence(place.look.strip().capitalize())}" if place.look.strip() else ""
    return f"Setting: {named}, {indoors}{scene.time_of_day}.{look}"


def _light(scene: Scene, place: Location) -> str:
    weather = WEATHER[scene.weather]
    if weather and place.interior:
        weather = f"outside the windows {weather}"
    return f"{', '.join(filter(None, (LIGHT[scene.time_of_day].capitalize(), weather, MOODS[scene.mood])))}."


def _continuity(order: ShotOrder) -> str:
    if order.start == "tail":
        return "The action goes on without a cut."
    return "The picture comes to life without changing its composition." if order.start == "image" else ""


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…", "。", "।")) else f"{text}."


def _fit(text: str, end: str) -> str:
    room = PROMPT_CHARS_MAX - len(end)
    if len(text) > room:
        text = text[:room].rsplit(" ", 1)[0]
    return text + end
