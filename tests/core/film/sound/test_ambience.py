"""Places sound like places; sound notes bring their effects."""

from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from core.film import beds, effects
from core.film.ambience import BEDS_MAX, ambience_data, bed, beds_of, effects_of, room_of
from core.film.dsp import RATE, read_wav
from core.film.loudness import loudness
from core.workshop import Workshop
from core.writing.script import Backdrop, Location, Scene, Shot


def scene(sound: str = "", **values: str) -> Scene:
    return Scene(id="s1", location="l1", shots=(Shot(id="h1", action="x", duration_s=4.0, sound=sound),), **values)  # type: ignore[arg-type]


def place(backdrop: str, interior: bool = False) -> Location:
    return Location(id="l1", name="x", backdrop=backdrop, interior=interior)  # type: ignore[arg-type]


def test_every_backdrop_bed_and_effect_exists() -> None:
    data = ambience_data()
    assert set(data["places"]) == set(get_args(Backdrop))
    layers = [*data["places"].values(), *data["weather"]["outside"].values(), *data["weather"]["inside"].values(), *data["notes_beds"].values()]
    assert {kind for layer in layers for kind in layer} <= set(beds.BEDS)
    assert {kind for kinds in data["effects"].values() for kind in kinds} == set(effects.EFFECTS)
    assert set(data["rooms"]) <= {*data["places"], "inside", "outside"}


def test_weather_time_and_notes_change_a_place() -> None:
    assert "birds" in beds_of(scene(), place("forest"))
    assert "crickets" in beds_of(scene(time_of_day="night"), place("forest"))
    assert "rain" in beds_of(scene(weather="storm"), place("street"))
    assert "birds" not in beds_of(scene(weather="rain"), place("forest"))
    assert "rain_inside" in beds_of(scene(weather="rain"), place("kitchen", interior=True))
    assert "fire" in beds_of(scene("the fire crackles"), place("room", interior=True))
    assert "wind_inside" in beds_of(scene("wind outside"), place("room", interior=True))
    assert all(len(beds_of(scene("waves, fire, birds, crowd"), place(each))) <= BEDS_MAX for each in get_args(Backdrop))
    assert room_of(place("church", interior=True))[1] > room_of(place("beach"))[1]


def test_sound_notes_name_effects() -> None:
    shot = scene("A buoy bell, then three knocks at the door").shots[0]
    assert [each.kind for each in effects_of(shot)] == ["bell", "knock", "door"]
    assert [each.after_s for each in effects_of(shot)] == sorted(each.after_s for each in effects_of(shot))
    assert all(0 <= each.after_s < shot.duration_s for each in effects_of(shot))
    assert effects_of(scene("silence").shots[0]) == []


@pytest.mark.parametrize("kind", ["sea", "birds", "room"])
async def test_a_bed_is_level_and_joins_its_end(kind: str, shared_workshop: Workshop) -> None:
    sound = read_wav((await bed(shared_workshop, kind)).path)
    assert len(sound) == beds.LOOP_S * RATE
    assert loudness(sound) == pytest.approx(beds.BED_LUFS, abs=1.0)
    steps = np.abs(np.diff(sound, axis=0)).max(1)
    assert np.abs(sound[0] - sound[-1]).max() <= np.quantile(steps, 0.999), "the seam is no louder a step than any other"


@pytest.mark.parametrize("kind", list(effects.EFFECTS))
def test_effects_are_short_and_clean(kind: str, tmp_path: Path) -> None:
    facts = effects.make_effect(str(tmp_path / "one.wav"), kind, 0)
    again = effects.make_effect(str(tmp_path / "two.wav"), kind, 0)
    sound = read_wav(tmp_path / "one.wav")
    assert facts == again
    assert (tmp_path / "one.wav").read_bytes() == (tmp_path / "two.wav").read_bytes()
    assert 0.1 < facts["seconds"] < 5
    assert np.abs(sound[[0, -1]]).max() < 0.01
    assert 0.7 < np.abs(sound).max() < 0.9
