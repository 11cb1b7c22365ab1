"""Who speaks: the Speaker port, its offline back end, and lines fitted to the time they have.

`core.film.speakers` chooses the back end.
Called by `core.film.mix` for whole films and by the conversation for a voice to be heard on a cast card.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml

from core import cpu
from core.errors import SetupFailed
from core.film import dsp, espeak
from core.film.polish import offline_line
from core.workshop import Made, Stage, Workshop
from core.writing.script import NARRATOR, Line, Script, Species, Voice

Part = dict[str, str | int | float]
"""What a back end needs to know to sound like one of the cast: plain values, an input of the workshop."""
TEMPO_MAX = 1.35
"""No line is said faster than this against its speaker's own pace; beyond it, it overruns its shot instead."""
TEMPO_STEP = 0.05
_APART_PITCH = (0, -10, 10, -18, 18, -5, 5)
_APART_SIZE = (0.0, -0.03, 0.03, -0.05, 0.05, -0.015, 0.015)
"""How the second, third … of those with voices alike are set off from the first."""
SAMPLE_TEXT = "Everything I know about this place, I learned by listening."


class Speaker(Protocol):
    """A back end that turns lines into sound."""

    def speaks(self, language: str) -> bool:
        """Whether it can say something in this language (BCP 47)."""
        ...

    def cast(self, script: Script) -> dict[str, Part]:
        """A voice for the narrator and everybody in the cast, by speaker id, all told apart. The same script gives the same voices."""
        ...

    async def close(self) -> None:
        """Let go of connections. Called once, by whoever made the speaker."""
        ...

    async def say(self, workshop: Workshop, part: Part, text: str, delivery: str, tempo: float) -> Made:
        """The line as a 48 kHz mono WAV at speech loudness. Facts: `seconds`, `rate` (words a minute), `words` [[start_s, end_s, word]]."""
        ...


@dataclass(frozen=True)
class Spoken:
    """A line said. `overrun_s` is by how much it is longer than the time it had."""

    made: Made
    tempo: float
    overrun_s: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return float(self.made.facts["seconds"])


async def speak(workshop: Workshop, speaker: Speaker, script: Script, line: Line, *, room_s: float | None = None, tempo: float = 1.0) -> Spoken:
    """Say one line in the voice the whole cast leaves to its speaker, at `tempo` or as much faster as `room_s` seconds demand.

    Never faster than `TEMPO_MAX`: what does not fit then tells so in `overrun_s`.
    """
    part = speaker.cast(script)[line.speaker]
    made = await speaker.say(workshop, part, line.text, line.delivery, tempo)
    while room_s is not None and made.facts["seconds"] > room_s and tempo < TEMPO_MAX:
        tempo = faster(tempo, float(made.facts["seconds"]) / room_s)
        made = await speaker.say(workshop, part, line.text, line.delivery, tempo)
    over = 0.0 if room_s is None else max(0.0, float(made.facts["seconds"]) - room_s)
    return Spoken(made, tempo, over)


def faster(tempo: float, by: float) -> float:
    """The next allowed tempo that is `by` times as fast, at least one step up and at most `TEMPO_MAX`."""
    steps = max(math.floor(tempo / TEMPO_STEP + 1e-6) + 1, math.ceil(tempo * by / TEMPO_STEP - 1e-6))
    return round(min(TEMPO_MAX, steps * TEMPO_STEP), 2)


async def sample(workshop: Workshop, speaker: Speaker, script: Script, speaker_id: str) -> Made:
    """How one of the cast sounds: their own first line, or a sentence for those who have none."""
    own = next((line for shot in script.shots for line in shot.lines if line.speaker == speaker_id), None)
    return (await speak(workshop, speaker, script, own or Line(speaker=speaker_id, text=SAMPLE_TEXT))).made


@cache
def casting_data() -> dict[str, Any]:
    """The tables of `voices.yaml`."""
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "voices.yaml").read_text())
    return data


def roles(script: Script) -> list[tuple[str, Voice, Species]]:
    """(speaker id, voice, species) of all who can speak, the narrator first, then the cast in its order."""
    return [(NARRATOR, script.narrator, "human"), *((c.id, c.voice, c.species) for c in script.characters)]


def told_apart(wishes: list[str], palette: dict[str, list[str]], taken: dict[str, int]) -> tuple[str, int]:
    """The first voice of `palette[wish]` nobody has, over all wishes in turn; else the least used of the first. Returns it and how many have it."""
    for wish in wishes:
        for name in palette[wish]:
            if not taken.get(name):
                return name, 0
    name = min(palette[wishes[0]], key=lambda each: taken.get(each, 0))
    return name, taken[name]


def preferences(voice: Voice, table: dict[str, dict[str, list[str]]]) -> tuple[list[str], dict[str, list[str]]]:
    """Which lists of a `{gender: {age: [voice]}}` table to look in, the voice's own first, rotated by its values so that films differ."""
    by_age = table[voice.gender]
    ages = [voice.age, *(age for age in ("adult", "young", "old", "child") if age != voice.age and (age == "child") == (voice.age == "child"))]
    own = by_age[voice.age]
    turn = dsp.seed_of(*voice.model_dump().values()) % min(3, len(own))
    return ages, {**by_age, voice.age: own[turn:] + own[:turn]}


class EspeakSpeaker:
    """Offline voices: espeak-ng's variants, tuned and polished. Raises SetupFailed where the extra is not installed."""

    def __init__(self) -> None:
        """SetupFailed where the extra is not installed."""
        if not espeak.installed():
            raise SetupFailed("The offline voices are not installed: pip install 'sysrai[voices]'.")

    def speaks(self, language: str) -> bool:
        """Whether espeak-ng pronounces this language, rather than spell it."""
        return _espeak_language(language) is not None

    def cast(self, script: Script) -> dict[str, Part]:
        """A variant, a pitch, a pace and a size for everybody; two of one film never share all."""
        table = casting_data()["variants"]
        taken: dict[str, int] = {}
        alike: dict[tuple[str, bool, str], int] = {}
        parts: dict[str, Part] = {}
        for id, voice, species in roles(script):
            variant, doubles = told_apart(*preferences(voice, table), taken)
            taken[variant] = taken.get(variant, 0) + 1
            kind = (voice.gender, voice.age == "child", voice.pitch)
            alike[kind] = alike.get(kind, -1) + 1
            parts[id] = _espeak_part(voice, species, variant, max(doubles, alike[kind]), _language_of(script.language, voice, id == NARRATOR))
        return parts

    async def close(self) -> None:
        """Nothing is held."""

    async def say(self, workshop: Workshop, part: Part, text: str, delivery: str, tempo: float) -> Made:
        """See `Speaker.say`."""
        return await workshop.made(_OFFLINE, how=_directed(part, _turns("delivery", delivery), tempo), text=text)


async def _say_offline(out: Path, how: Part, text: str) -> dict[str, Any]:
    return await cpu.in_child(offline_line, str(out), how, text)


_OFFLINE = Stage("voice-offline", 1, ".wav", _say_offline)


def _directed(part: Part, turns: dict[str, float], tempo: float) -> Part:
    """The part as it is played in one line: its delivery added, within what a voice can do."""
    limits = {"wpm": (130, 200), "pitch": (5, 95), "pitch_range": (5, 95), "air": (0, 4), "gain_db": (-9, 4)}
    how = {**part, **{name: round(min(high, max(low, float(part[name]) + turns.get(name, 0.0))), 2) for name, (low, high) in limits.items()}}
    return {**how, "wpm": int(min(casting_data()["wpm_max"], float(how["wpm"]) * tempo)), "pitch": int(how["pitch"]), "pitch_range": int(how["pitch_range"])}


def _espeak_language(language: str) -> str | None:
    tables = casting_data()
    tag = language.lower()
    while tag:
        name = tables["same_language"].get(tag, tag)
        if name in espeak.languages() and _base(name) not in tables["not_spoken"]:
            return str(name)
        tag = tag.rpartition("-")[0]
    return None


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _language_of(film: str, voice: Voice, narrator: bool) -> str:
    if voice.accent and _base(voice.accent) == _base(film) and (own := _espeak_language(voice.accent)):
        return own
    if narrator and not voice.accent and (own := casting_data()["narrator_language"].get(film.lower())):
        return str(own)
    return _espeak_language(film) or "en-us"


def _turns(table: str, words: str) -> dict[str, float]:
    """What the words of a texture or a delivery change, summed."""
    total: dict[str, float] = {}
    for pattern, changes in casting_data()[table].items():
        if re.search(rf"\b{pattern}", words.lower()):
            for what, change in changes.items():
                total[what] = total.get(what, 0.0) + change
    return total


def _espeak_part(voice: Voice, species: Species, variant: str, others: int, language: str) -> Part:
    tables = casting_data()
    turns = _turns("texture", voice.texture)
    size = tables["size"][voice.age] * tables["size_of_species"].get(species, 1.0) + turns.get("size", 0.0)
    apart = _APART_PITCH[others % len(_APART_PITCH)]
    return {
        "voice": f"{language}+{variant}",
        "pitch": int(min(90, max(8, tables["pitch"][voice.pitch] + turns.get("pitch", 0) + apart))),
        "pitch_range": int(min(95, max(10, tables["pitch_range"][voice.age] + turns.get("pitch_range", 0)))),
        "wpm": int(tables["wpm"][voice.pace] + turns.get("wpm", 0)),
        "size": round(size + _APART_SIZE[others % len(_APART_SIZE)], 3),
        "air": round(turns.get("air", 0.0), 2),
        "gain_db": turns.get("gain_db", 0.0),
        "effect": tables["effect_of_species"].get(species, ""),
    }
