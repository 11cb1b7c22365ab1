"""A take in another shape: the frame follows what matters, smoothly; words stand where they are said; platforms get what they want."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pysubs2
import pytest

from core import ffmpeg
from core.film import presets
from core.film.assemble import assemble
from core.film.captions import COLUMNS_MAX, WORDS_MAX, ass, captions, width
from core.film.probe import probe, probe_picture
from core.film.profiles import profile_for
from core.film.reframe import Seen, plain_window, reframed
from core.film.subtitles import Spoken, Word
from core.storyboard.clip import clip
from core.storyboard.subjects import THING, subjects
from core.workshop import Source, Workshop
from core.writing.script import Character, Line, Location, Scene, Script, Shot
from tests.core.film.picture.conftest import TINY

TALL = profile_for("shorts", "preview").model_copy(update={"width": 180, "height": 320, "crf": 28, "preset": "ultrafast"})
FLAT = profile_for("youtube", "preview").model_copy(update={"width": 320, "height": 180, "crf": 28, "preset": "ultrafast"})


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


def frames_of(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])


async def moving(tmp_path: Path, x: str) -> Source:
    """A grey room in which a bright ball moves, at `x` pixels of 640."""
    path = tmp_path / "ball.mp4"
    graph = f"color=c=0x506070:s=640x360:r=24:d=4[room];color=c=0xffd020:s=70x70:r=24:d=4[ball];[room][ball]overlay=x='{x}':y=140"
    await ffmpeg.run(["-filter_complex", graph, "-t", "4", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path])
    return Source.of(path)


def bright(frame: np.ndarray) -> np.ndarray:
    """Where the ball is seen."""
    return (frame[..., 0] > 190) & (frame[..., 2] < 110)


async def test_the_frame_follows_what_moves_and_keeps_it_whole(workshop, tmp_path) -> None:
    made = await reframed(workshop, await moving(tmp_path, "40+120*t"), TALL, 96)
    shown = frames_of(made.path)
    assert shown.shape == (96, 320, 180, 3)
    whole = 70 * 70 * (320 / 360) ** 2
    seen = np.array([bright(frame).sum() / whole for frame in shown[6:-6]])
    assert (seen > 0.85).mean() > 0.9, seen.round(2)
    centres = np.array([centre for _, centre in made.facts["way"]])
    assert centres[-1] - centres[0] > 0.35
    steps = np.diff(centres)
    assert (steps > -0.02).all(), "it never hunts to and fro"
    assert np.abs(np.diff(steps)).max() < 0.12, "it neither starts nor stops with a jerk"


async def test_what_stands_still_is_framed_once(workshop, tmp_path) -> None:
    made = await reframed(workshop, await moving(tmp_path, "500"), TALL, 96)
    assert len(made.facts["way"]) == 1
    assert made.facts["way"][0][1] > 0.75
    assert made.facts["window"] == pytest.approx(plain_window(16 / 9, 9 / 16)[1], abs=0.002)


def two(speaks: str, size: str = "MS") -> tuple[Script, Shot]:
    shot = Shot(id="h1", action="They talk.", duration_s=2.0, size=size, characters=("c1", "c2"), lines=(Line(speaker=speaks, text="Yes."),))  # type: ignore[arg-type]
    script = Script(
        title="Two", scenes=(Scene(id="s1", location="l1", shots=(shot,)),), locations=(Location(id="l1", name="Pier", backdrop="sea"),),
        characters=(Character(id="c1", name="Mara"), Character(id="c2", name="Tom")),
    )  # fmt: skip
    return script, shot


async def test_a_drawn_take_is_framed_by_where_its_people_stand(workshop) -> None:
    script, shot = two("c1")
    drawn = await clip(workshop, script, "h1", (320, 180))
    seen = [Seen(shot, script.scenes[0], script.locations[0], script.characters, ((0.0, 2.0, who),)) for who in ("c1", "c2")]
    first, second = [(await reframed(workshop, drawn, TALL, 48, drawn=one)).facts for one in seen]
    assert first["window"] == second["window"]
    if first["window"] < 0.4:  # both do not fit: the frame is with whoever speaks
        assert abs(first["way"][0][1] - second["way"][0][1]) > 0.15
    turning = Seen(shot, script.scenes[0], script.locations[0], script.characters, ((0.0, 0.8, "c1"), (1.0, 2.0, "c2")))
    made = await reframed(workshop, drawn, TALL, 48, drawn=turning)
    assert (await probe_picture(made.path)).frames == 48
    assert min(abs(made.facts["way"][-1][1] - one["way"][0][1]) for one in (first, second)) < 0.2
    square = await reframed(workshop, drawn, TALL.model_copy(update={"width": 180, "height": 180}), 48, drawn=seen[0])
    assert square.facts["window"] >= 0.5625


@pytest.mark.parametrize("prop", ["letter", "violin", "key"])
async def test_the_thing_of_an_insert_is_whole_in_an_upright_frame(workshop, prop: str) -> None:
    script, shot = two("c1")
    shot = shot.model_copy(update={"size": "INSERT", "props": (prop,), "characters": ("c1",), "action": f"A {prop}."})
    scene = script.scenes[0].model_copy(update={"shots": (shot,)})
    script = script.model_copy(update={"scenes": (scene,)})
    drawn = await clip(workshop, script, "h1", (320, 180))
    made = (await reframed(workshop, drawn, TALL, 48, drawn=Seen(shot, scene, script.locations[0], script.characters))).facts
    boxes = subjects(shot, scene, script.locations[0], script.characters, 16 / 9, [0.0, 0.5, 1.0])
    for second, at in made["way"]:
        assert at - made["window"] / 2 <= boxes[0][THING].left + 0.01, second
        assert at + made["window"] / 2 >= boxes[0][THING].right - 0.01, second


@pytest.mark.parametrize("size", ["MS", "CU", "INSERT"])
async def test_heads_and_things_of_an_upright_take_are_whole_in_a_wide_frame(workshop, size: str) -> None:
    script, shot = two("c1")
    shot = shot.model_copy(update={"size": size, "props": ("letter",), "characters": ("c1",), "action": "A letter."})
    scene = script.scenes[0].model_copy(update={"shots": (shot,)})
    script = script.model_copy(update={"scenes": (scene,)})
    drawn = await clip(workshop, script, "h1", (180, 320))
    made = (await reframed(workshop, drawn, FLAT, 48, drawn=Seen(shot, scene, script.locations[0], script.characters))).facts
    (box,) = subjects(shot, scene, script.locations[0], script.characters, 9 / 16, [0.0])[0].values()
    top, bottom = made["way"][0][1] - made["window"] / 2, made["way"][0][1] + made["window"] / 2
    assert top <= max(0.0, box.top) + 0.01, "nobody loses an ear or a hat"
    assert size != "INSERT" or bottom >= box.bottom - 0.01


async def test_an_upright_take_becomes_a_wide_one(workshop, tmp_path) -> None:
    path = tmp_path / "tall.mp4"
    await ffmpeg.run(["-f", "lavfi", "-i", "testsrc2=s=180x320:r=24:d=1", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", path])
    made = await reframed(workshop, Source.of(path), FLAT, 24)
    assert frames_of(made.path).shape == (24, 180, 320, 3)
    assert made.facts["window"] == 0.6, "more than a strip of it is kept"


def said(text: str, start: float, step: float = 0.3) -> Spoken:
    words = text.split() if " " in text else list(text)
    placed = tuple(Word(word, start + i * step, start + (i + 1) * step) for i, word in enumerate(words))
    return Spoken("h1", "c1", text, start, start + step * len(words), placed)


def test_captions_show_each_word_as_it_is_said() -> None:
    made = captions([said("I know this hand. It is mine, and it is not yet written", 1.0), said("この字に見覚えがある。", 6.0, 0.12)])
    assert [one.words[one.said] for one in made][:4] == ["I", "know", "this", "hand."]
    assert made[0].start_s == 1.0
    for a, b in pairwise(made):
        assert a.end_s <= b.start_s + 1e-6
    assert all(len(one.words) <= WORDS_MAX for one in made if ord(one.words[0][0]) < 256)
    assert all(width("".join(one.words)) <= COLUMNS_MAX for one in made)
    assert [one.words for one in made if one.start_s >= 6.0][2:] == [("この", "字に", "見覚えが"), ("ある。",)]
    wide = [one.words for one in captions([Spoken("h1", "c1", "「宛先を間違えていますよ」だって。", 0.0, 3.0)])]
    assert wide == [("「宛先を",), ("間違えていま",), ("すよ」だって。",)], "a phrase that is too wide is parted in its middle, not where the line is full"
    thai = captions([Spoken("h1", "c1", "ทุกคืนมาราเผา", 0.0, 2.0)])
    assert thai[0].words == ("ทุก", "คืน", "มารา", "เผา"), "whole words, though nothing stands between them"
    file = pysubs2.SSAFile.from_string(ass(made, profile_for("shorts", "full"), "en"))
    assert file[1].plaintext == "I know this hand."
    assert "\\c&H48D1FF&}" in file[1].text
    margin = file.styles["Default"].marginv
    assert margin >= 0.25 * 1920, "above the platforms' own buttons"


async def test_a_line_from_the_right_is_read_from_the_right_whatever_word_is_said(tmp_path) -> None:
    """The bright word wanders from right to left, and nothing else moves: `«أعرف هذا الخط.»` with a quote at its right and a full stop at its left."""
    profile, seen = TALL.model_copy(update={"width": 360, "height": 200}), []
    shown = captions([said("«أعرف هذا الخط.»", 0.0)])
    for one in shown:
        (tmp_path / "words.ass").write_text(ass([replace(one, start_s=0.0, end_s=1.0)], profile, "ar"), encoding="utf-8")
        await ffmpeg.run(
            ["-f", "lavfi", "-i", "color=c=0x203040:s=360x200:r=24:d=0.1", "-vf", f"subtitles=words.ass:fontsdir={ffmpeg.FONTS}",
             "-frames:v", "1", tmp_path / "words.mp4"], cwd=tmp_path
        )  # fmt: skip
        frame = frames_of(tmp_path / "words.mp4")[0].astype(int)
        yellow = (frame[..., 0] > 170) & (frame[..., 2] < 150)
        lit = yellow | (frame.min(2) > 150)
        seen.append((np.where(yellow)[1].mean(), np.where(lit)[1].min(), np.where(lit)[1].max(), yellow.sum() / lit.sum()))
    middles, lefts, rights, shares = (np.array(each) for each in zip(*seen, strict=True))
    assert len(shown) == 3
    assert (np.diff(middles) < -20).all(), middles
    assert np.ptp(lefts) <= 3, lefts
    assert np.ptp(rights) <= 3, rights
    assert 0.7 < shares.sum() < 1.1, "each word once"


async def test_burned_words_are_in_the_picture_and_inside_the_safe_area(tmp_path) -> None:
    profile = profile_for("shorts", "preview")
    for language, text in (("en", "I know this hand."), ("es", "WWWWWWW MMMMMMMMM"), ("ar", "أعرف هذا الخط."), ("ja", "この字を知っている")):
        (tmp_path / "words.ass").write_text(ass(captions([said(text, 0.0)]), profile, language), encoding="utf-8")
        await ffmpeg.run(
            ["-f", "lavfi", "-i", f"color=c=0x203040:s={profile.width}x{profile.height}:r=24:d=0.3", "-vf", f"subtitles=words.ass:fontsdir={ffmpeg.FONTS}",
             "-frames:v", "4", tmp_path / f"{language}.mp4"], cwd=tmp_path
        )  # fmt: skip
        frame = frames_of(tmp_path / f"{language}.mp4")[2].astype(int)
        ink = (frame.min(2) > 150) | ((frame[..., 0] > 200) & (frame[..., 2] < 140))
        rows, cols = np.where(ink)
        assert len(rows) > 60, language
        assert rows.max() < profile.height * (1 - profile.safe.bottom)
        assert cols.min() > profile.width * profile.safe.left * 0.9
        assert cols.max() < profile.width * (1 - profile.safe.right * 0.9)
        assert ((frame[..., 0] > 200) & (frame[..., 2] < 140)).any(), f"{language}: the word that is said is bright"


async def test_a_preset_says_what_a_file_lacks(film) -> None:
    media = await probe(film.made.path)
    found = list(presets.judged(media, "youtube"))
    assert [finding.text for finding in found] == ["YouTube wants 1080 pixels on the short side, not 180."]
    assert "wants 9:16" in next(iter(presets.judged(media, "shorts"))).text
    loud = replace(media, audio_kbs=256.0, sample_rate=44100)
    said = " ".join(one.text for one in presets.judged(loud, "square"))
    assert all(part in said for part in ("1:1", "AAC at 48 kHz, not aac at 44100 Hz", "at most 128 kb/s, not 256")), said
    odd = replace(media, picture=replace(media.picture, pixels="yuv444p", fps=12.0), size=10**9, duration_s=60.0)
    said = " ".join(one.text for one in presets.judged(odd, "tiktok"))
    assert all(part in said for part in ("9:16", "kb/s, not", "4:2:0", "23 to 60")), said


def test_a_film_that_is_too_long_for_a_place_is_said() -> None:
    assert [preset.name for preset in presets.too_long_for("shorts", 300)] == ["YouTube Shorts"]
    assert presets.too_long_for("tiktok", 300) == ()
    assert [preset.name for preset in presets.too_long_for("tiktok", 900)] == ["TikTok"]
    assert presets.too_long_for("reels", 900) == ()


def test_every_format_is_made_as_its_platforms_want_it() -> None:
    for format, places in presets.PRESETS.items():
        profile = profile_for(format, "full")
        for place in places:
            assert min(profile.width, profile.height) == place.short_side_wanted
            assert abs(profile.aspect / place.aspect - 1) < 0.01
            assert 128 <= profile.audio_kbs <= place.audio_kbs_max


async def test_words_are_burned_where_the_data_directory_is_a_relative_path(film, monkeypatch) -> None:
    monkeypatch.chdir(film.workshop.root.parent)
    made = (await assemble(Workshop(Path("workshop")), film.script, film.clips, film.soundtrack, TINY, makers=["Ana", "Ben"], year=2026, words="each")).film
    assert made.facts["burned"]
    assert (await probe(made.path)).subtitle_languages == ()
