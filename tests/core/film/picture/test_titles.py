"""Titles, credits and posters: legible, inside the frame, complete, in motion; for every mood, shape and language."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import yaml

from core.film import lettering
from core.film.art import key_shot
from core.film.chapters import chapters, ffmetadata
from core.film.lettering import by_line, look_for, speakers, title_lines
from core.film.profiles import Profile
from core.film.titles import _opening_frames, credit_pages
from core.writing.script import Line, Scene, Shot
from tests.core.film.picture.conftest import small_script

MOODS = ["warm", "hope", "joyful", "wonder", "tender", "melancholy", "tense", "dread"]
FLAT = Profile(name="flat", width=320, height=180)
TALL = Profile(name="tall", width=180, height=320)
TITLES = [
    "A",
    "The Letter from Tomorrow",
    "Donaudampfschifffahrtsgesellschaft",
    "明日からの手紙",
    "رسالة من الغد",
    "W" * 80,
    "🙂",
    "Ночь, улица, фонарь, аптека, бессмысленный и тусклый свет",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_fits_its_box(title):
    for mood, (width, height) in itertools.product(("warm", "dread"), ((900, 200), (450, 400))):
        alpha, size = lettering.title_alpha(title, look_for(mood), width, height, 120)
        assert alpha.shape[1] <= width * 1.02
        assert alpha.shape[0] <= height * 1.45
        assert size <= 120
        assert alpha.max() > 120


def test_a_title_is_broken_evenly():
    lines, _ = title_lines("The Letter from Tomorrow", look_for("warm"), 300, 200, 80)
    assert lines == ["The Letter", "from Tomorrow"]


@pytest.mark.parametrize("profile", [FLAT, TALL])
def test_the_opening_moves_and_its_title_stands_out(profile):
    art = np.full((profile.height, profile.width, 3), 140, np.uint8)
    frames = list(_opening_frames(art, profile, 48, "The Tide", look_for("melancholy"), "en", "A film by Ana"))
    assert len(frames) == 48
    assert all(frame.shape == (profile.height, profile.width, 3) for frame in frames)
    for first, second in zip(frames[::12], frames[6::12], strict=False):
        assert np.abs(first.astype(int) - second.astype(int)).mean() > 0.3
    row = frames[24].astype(int).max(axis=2)
    middle = row[int(0.35 * profile.height) : int(0.6 * profile.height)]
    assert np.percentile(middle, 99.5) - np.median(middle) > 90
    first = frames[0].astype(int).max(axis=2)[int(0.35 * profile.height) : int(0.6 * profile.height)]
    read = np.percentile(first, 99.5) - np.median(first) > 80
    assert read == profile.upright, "a feed shows the first frame alone; elsewhere the letters come up"


@pytest.mark.parametrize("seconds", [2.5, 4.5, 7.0, 20.0])
@pytest.mark.parametrize("profile", [FLAT, TALL])
def test_credits_fit_the_frame_and_the_time(profile, seconds):
    cast = [f"Person Number {n}" for n in range(24)]
    for heard, seen in ((["Mara", "Tom"], ["The Gull"]), (cast, cast), ([], ["The Gull"]), ([], [])):
        pages = credit_pages(profile, seconds, look_for("warm"), "en", "The Letter from Tomorrow", by_line(["Ana", "Ben"], "en"), heard, seen, 2026)
        assert 1 <= len(pages) <= max(1, seconds / 2.0)
        for page in pages:
            assert page.alpha.shape[0] <= profile.height
            assert page.alpha.shape[1] <= profile.width
            assert page.alpha.max() > 120


def test_cast_and_makers_are_named():
    script = small_script()
    assert speakers(script) == (["Tom", "The narrator"], ["Mara", "The Gull"])
    assert by_line(["Ana"], "en") == "A film by Ana"
    assert by_line(["Ana", "Ben", "Cai"], "de") == "Ein Film von Ana, Ben und Cai"
    assert by_line(["Ana", "Ben"], "ja") == "Ana・Ben 作品"
    assert by_line([], "en") == ""


def test_every_language_says_the_same_things():
    words = yaml.safe_load(lettering.WORDS.read_text(encoding="utf-8"))
    assert {"en", "es", "pt", "fr", "de", "ru", "ja", "zh"} <= set(words)
    for said in words.values():
        assert set(said) == set(words["en"])
        assert "Sysrai" in said["made"]
        assert "{makers}" in said["by"]
        assert not lettering.typography.missing("".join(said.values()))


def test_the_longest_mood_gives_the_look():
    script = small_script()
    assert lettering.mood_of(script) == "wonder"
    later = Scene(id="s9", location="l1", mood="dread", shots=(Shot(id="h9", action="Dark.", duration_s=9.0, lines=(Line(speaker="narrator", text="Run."),)),))
    assert lettering.mood_of(script.model_copy(update={"scenes": (*script.scenes, later)})) == "dread"
    for mood in MOODS:
        look = look_for(mood)
        assert min(look.ink) > 200
        assert max(look.shade) < 60


def test_the_key_art_shows_the_lead_out_of_doors_and_hangs_on_no_words():
    script = small_script()
    shot, scene, location, lead = key_shot(script, "EWS")
    assert (shot.id, scene.id, location.name, lead.name, shot.size) == ("h1", "s1", "The lighthouse", "Mara", "EWS")
    other = [s.model_copy(update={"lines": (Line(speaker="narrator", text="Other words."),)}) for s in script.scenes[0].shots]
    edited = script.model_copy(update={"scenes": (script.scenes[0].model_copy(update={"shots": tuple(other)}), *script.scenes[1:])})
    assert key_shot(edited, "EWS") == (shot, scene, location, lead)


def test_chapters_have_no_gaps_and_their_names_are_safe():
    marks = chapters(small_script())
    assert [(mark.start_s, mark.end_s) for mark in marks] == [(0.0, 4.0), (4.0, 8.0)]
    text = ffmetadata({"title": "a=b;\n#c\\"}, marks)
    assert "title=a\\=b\\; \\#c\\\\" in text
    assert "title=2 · Kitchen\\; \\#2 \\= home" in text
