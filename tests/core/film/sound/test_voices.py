"""Offline voices: told apart, the same every time, fitted to their room, with the times of their words."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from core.config import Settings
from core.errors import SetupFailed
from core.film import espeak, voices
from core.film.dsp import RATE, read_wav
from core.film.loudness import loudness
from core.film.polish import SPEECH_LUFS
from core.film.speakers import speaker_for
from core.film.spoken import tokens, words_of
from core.film.voices import TEMPO_MAX, EspeakSpeaker, casting_data, sample, speak
from core.workshop import Workshop
from core.writing.script import NARRATOR, Character, Line, Location, Scene, Script, Shot, Voice

TEXT = "I kept every letter you sent me. The sea gave them back, one by one."


def cast_of(*sounds: Voice, species: str = "human") -> Script:
    people = tuple(Character(id=f"c{i}", name=f"N{i}", voice=voice, species=species) for i, voice in enumerate(sounds, 1))
    shot = Shot(id="h1", action="x", duration_s=4.0, lines=tuple(Line(speaker=c.id, text=TEXT) for c in people))
    return Script(
        title="Cast", characters=people, locations=(Location(id="l1", name="x", backdrop="room"),), scenes=(Scene(id="s1", location="l1", shots=(shot,)),)
    )


def timbre(path: Path) -> np.ndarray:
    """The shape of a voice's spectrum: decibels in 24 bands from 100 Hz to 8 kHz."""
    sound = read_wav(path)
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    f = np.fft.rfftfreq(len(sound), 1 / RATE)
    edges = np.geomspace(100, 8000, 25)
    return np.array([10 * np.log10(power[(f >= a) & (f < b)].sum() / power.sum() + 1e-9) for a, b in pairwise(edges)])


async def test_a_cast_of_six_like_people_is_told_apart(shared_workshop: Workshop, speaker: EspeakSpeaker) -> None:
    script = cast_of(*[Voice(gender="male")] * 3, *[Voice(gender="female")] * 3)
    parts = speaker.cast(script)
    assert len({part["voice"] for part in parts.values()}) == 7, "the narrator and six people"
    made = [(await speak(shared_workshop, speaker, script, line)).made for line in script.shots[0].lines]
    apart = [float(np.abs(timbre(a.path) - timbre(b.path)).mean()) for a, b in combinations(made, 2)]
    assert min(apart) > 1.0, f"decibels by which any two differ: {apart}"


def test_the_same_values_give_the_same_voice_in_every_film(speaker: EspeakSpeaker) -> None:
    wanted = Voice(gender="female", age="young", pitch="high", pace="quick", texture="bright")
    alone, together = speaker.cast(cast_of(wanted)), speaker.cast(cast_of(wanted, Voice(gender="male")))
    assert alone["c1"] == together["c1"]
    assert alone["c1"]["pitch"] > speaker.cast(cast_of(wanted.model_copy(update={"pitch": "low"})))["c1"]["pitch"]


def test_a_crowd_larger_than_the_palette_still_differs(speaker: EspeakSpeaker) -> None:
    parts = speaker.cast(cast_of(*[Voice(gender="male", age="child")] * 9))
    assert len({tuple(part.values()) for part in parts.values()}) == 10


def test_accents_species_and_languages(speaker: EspeakSpeaker) -> None:
    script = cast_of(Voice(accent="en-GB"), Voice(accent="fr"), Voice())
    assert [str(part["voice"]).partition("+")[0] for part in speaker.cast(script).values()] == ["en-gb-x-rp", "en-gb-x-rp", "en-us", "en-us"]
    german = script.model_copy(update={"language": "de"})
    assert {str(part["voice"]).partition("+")[0] for part in speaker.cast(german).values()} == {"de"}
    assert speaker.cast(cast_of(Voice(), species="robot"))["c1"]["effect"] == "robot"
    assert all(speaker.speaks(language) for language in ("en", "es", "pt-BR", "fr", "de", "ru", "zh-CN"))
    assert not speaker.speaks("ja")
    assert not speaker.speaks("tlh")


async def test_a_line_has_levels_edges_and_word_times(shared_workshop: Workshop, speaker: EspeakSpeaker) -> None:
    script = cast_of(Voice(gender="female"))
    spoken = await speak(shared_workshop, speaker, script, script.shots[0].lines[0])
    sound, facts = read_wav(spoken.made.path), spoken.made.facts
    assert facts["seconds"] == pytest.approx(len(sound) / RATE, abs=1e-3)
    assert loudness(sound) == pytest.approx(SPEECH_LUFS, abs=1.5)
    assert np.abs(sound).max() < 0.95
    assert np.abs(sound[[0, -1]]).max() < 0.01
    assert [word for _, _, word in facts["words"]] == TEXT.split()
    flat = [x for start, end, _ in facts["words"] for x in (start, end)]
    assert flat == sorted(flat)
    assert flat[-1] <= facts["seconds"] + 1e-3
    pause = next(b[0] for a, b in zip(facts["words"], facts["words"][1:], strict=False) if a[2] == "me.")
    hush = sound[int((pause - 0.12) * RATE) : int((pause - 0.02) * RATE)]
    assert np.abs(hush).max() < 0.1, "between the sentences there is a pause, where the words say it is"


async def test_the_same_line_sounds_the_same_in_another_workshop(speaker: EspeakSpeaker, tmp_path: Path) -> None:
    script = cast_of(Voice(gender="male", age="old"), Voice(gender="female", age="child"))
    one, two = Workshop(tmp_path / "a"), Workshop(tmp_path / "b")
    for line in script.shots[0].lines:
        first = await speak(one, speaker, script, line)
    for line in reversed(script.shots[0].lines):
        second = await speak(two, speaker, script, line)
        if line == script.shots[0].lines[1]:
            assert second.made.path.read_bytes() == first.made.path.read_bytes()


async def test_short_room_makes_it_faster_but_never_a_chipmunk(shared_workshop: Workshop, speaker: EspeakSpeaker) -> None:
    script = cast_of(Voice())
    line = script.shots[0].lines[0]
    natural = await speak(shared_workshop, speaker, script, line, room_s=30)
    fitted = await speak(shared_workshop, speaker, script, line, room_s=natural.seconds * 0.88)
    crowded = await speak(shared_workshop, speaker, script, line, room_s=1.0)
    assert natural.tempo == 1.0
    assert natural.overrun_s == 0
    assert 1.0 < fitted.tempo <= TEMPO_MAX
    assert fitted.overrun_s == 0
    assert crowded.made.facts["rate"] <= casting_data()["wpm_max"]
    assert crowded.overrun_s == pytest.approx(crowded.seconds - 1.0)


async def test_delivery_is_heard(shared_workshop: Workshop, speaker: EspeakSpeaker) -> None:
    script = cast_of(Voice())
    line = script.shots[0].lines[0]
    plain, quiet = [await speak(shared_workshop, speaker, script, line.model_copy(update={"delivery": how})) for how in ("", "whispering, tired")]
    assert loudness(read_wav(quiet.made.path)) < loudness(read_wav(plain.made.path)) - 3
    assert quiet.seconds > plain.seconds


async def test_a_voice_sample(shared_workshop: Workshop, speaker: EspeakSpeaker) -> None:
    assert (await sample(shared_workshop, speaker, cast_of(Voice()), NARRATOR)).facts["words"][0][2] == "Everything"


def test_marks_belong_to_their_words() -> None:
    assert [word for _, word in tokens("«Wait» — no… 日本!")] == ["«Wait» —", "no…", "日", "本!"]
    assert words_of("...", 1.0) == []
    times = words_of("one two three", 3.0, [(0.0, 0), (2.9, 4), (1.0, 8)])
    assert times[-1][1] == 3.0
    assert all(a <= b for a, b, _ in times)


def test_without_the_extra_films_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak, "installed", lambda: False)
    assert speaker_for(Settings(_env_file=None)) is None
    with pytest.raises(SetupFailed, match="voices"):
        EspeakSpeaker()


def test_the_tables_name_only_what_exists() -> None:
    data = casting_data()
    for ages in data["variants"].values():
        assert set(ages) == {"child", "young", "adult", "old"}
    for pattern in (*data["texture"], *data["delivery"]):
        re.compile(pattern)
    assert voices.faster(1.0, 1.2) == 1.2
    assert voices.faster(1.3, 9) == TEMPO_MAX
