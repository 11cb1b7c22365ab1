"""The whole sound of small films: length, loudness, words in their place, music that makes way, joins without clicks, one scene at a time."""

import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core import ffmpeg
from core.film import mixdown
from core.film.dialogue import HEAD_S
from core.film.dsp import RATE, db, read_wav, write_wav
from core.film.mix import soundtrack, stretches, trailer_music
from core.film.timeline import timeline
from core.film.voices import EspeakSpeaker
from core.workshop import Made, Workshop
from core.writing.script import FPS, Line, Script, Shot

Heard = Callable[[Path], tuple[float, float]]


@pytest.fixture
async def made(shared_workshop: Workshop, film: Script, speaker: EspeakSpeaker) -> Made:
    return await soundtrack(shared_workshop, film, speaker)


def loudest(sound: np.ndarray) -> float:
    """The level of its loudest twentieth of a second."""
    return float(np.sqrt((sound[: len(sound) // 2400 * 2400].reshape(-1, 2400) ** 2).mean(1).max()))


def with_shot(film: Script, id: str, **changes: object) -> Script:
    scenes = [scene.model_copy(update={"shots": tuple(h.model_copy(update=changes) if h.id == id else h for h in scene.shots)}) for scene in film.scenes]
    return film.model_copy(update={"scenes": tuple(scenes)})


async def test_length_loudness_and_true_peak(made: Made, film: Script, heard: Heard, tmp_path: Path) -> None:
    sound = read_wav(made.path)
    assert sound.shape == (timeline(film).frames * RATE // FPS, 2)
    lufs, peak = heard(made.path)
    assert lufs == pytest.approx(-14, abs=1)
    assert peak <= -1
    assert made.facts["lufs"] == pytest.approx(lufs, abs=0.15)
    assert made.facts["true_peak"] == pytest.approx(peak, abs=0.3)
    await ffmpeg.run(["-i", made.path, "-c:a", "aac", "-aac_coder", "fast", "-b:a", "192k", tmp_path / "film.m4a"])
    lufs, peak = heard(tmp_path / "film.m4a")
    assert lufs == pytest.approx(-14, abs=1)
    assert peak <= -1, "also after coding"


async def test_lines_stand_in_their_shots_in_order(made: Made, film: Script) -> None:
    times, lines = timeline(film), made.facts["lines"]
    assert [line["text"] for line in lines] == ["The lamp had gone out.", "Who lit it?", "Not me."]
    for line in lines:
        span = times.shot(line["shot"])
        assert span.start_s + HEAD_S <= line["start_s"] < line["end_s"] <= span.end_s
        assert line["words"][0][0] == pytest.approx(line["start_s"], abs=0.01)
        assert line["words"][-1][1] <= line["end_s"] + 0.01
        flat = [x for start, end, _ in line["words"] for x in (start, end)]
        assert flat == sorted(flat)
    assert lines[2]["start_s"] - lines[1]["end_s"] >= 0.25, "a breath between two lines"
    sound = read_wav(made.path).mean(1)
    said, before = (
        loudest(sound[int(a * RATE) : int(b * RATE)]) for a, b in ((lines[0]["start_s"], lines[0]["end_s"]), (lines[0]["start_s"] - 0.3, lines[0]["start_s"]))
    )
    assert said > 1.4 * before, "the voice is heard where the facts say"


async def test_nothing_clicks_where_stretches_meet(made: Made, film: Script) -> None:
    sound = read_wav(made.path)
    steps = np.abs(np.diff(sound, axis=0)).max(1)
    for stretch in stretches(film, timeline(film))[1:]:
        at = stretch.span.start * RATE // FPS
        around = steps[at - 4800 : at + 4800]
        assert steps[at - 2 : at + 2].max() <= max(0.02, np.quantile(around, 0.995) * 1.5)


def test_music_makes_way_for_speech(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    write_wav(tmp_path / "music.wav", (rng.standard_normal((RATE * 6, 2)) * 0.1).astype(np.float32))
    sheet = {
        "samples": RATE * 6,
        "music": [[str(tmp_path / "music.wav"), 0.0]],
        "beds": [],
        "lines": [],
        "room": ["outside", 0.2, -30.0],
        "effects": [],
        "speech": [[2.0, 3.5]],
    }
    mixdown.mix_stretch(str(tmp_path / "mix.wav"), sheet)
    sound = read_wav(tmp_path / "mix.wav")
    level = np.sqrt((sound.reshape(-1, RATE // 20, 2) ** 2).mean((1, 2)))
    free, under = level[:30].mean(), level[42:68].mean()
    assert under < free * db(mixdown.DUCK_DB + 1)
    assert level[-20:].mean() == pytest.approx(free, rel=0.1), "and comes back"
    gains = level / free
    assert np.abs(np.diff(gains)).max() < 0.35, "gently"
    assert mixdown.bridged([(0, 1), (1.5, 2), (5, 6)]) == [(0, 2), (5, 6)]


async def test_a_trailer_has_music_of_its_own_that_is_as_loud_as_a_film_and_ends(shared_workshop: Workshop, film: Script, heard: Heard) -> None:
    made = await trailer_music(shared_workshop, film, "tense", 7.0)
    assert made.facts["seconds"] == pytest.approx(7.0, abs=0.01)
    lufs, peak = heard(made.path)
    assert lufs == pytest.approx(-14, abs=1)
    assert peak <= -1
    sound = read_wav(made.path)
    assert np.abs(sound[-240:]).max() < 0.05 < np.abs(sound[2 * RATE : 5 * RATE]).max()
    other = await trailer_music(shared_workshop, film.model_copy(update={"title": "Another"}), "tense", 7.0)
    assert other.key != made.key, "every film has its own tune"


async def test_a_changed_line_touches_its_scene_alone(shared_workshop: Workshop, made: Made, film: Script, speaker: EspeakSpeaker) -> None:
    def files(stage: str) -> set[str]:
        return {path.stem for path in (shared_workshop.root / stage).glob("*/*.json")}

    before = {stage: files(stage) for stage in ("voice-offline", "music", "ambience", "mix", "soundtrack")}
    changed = with_shot(film, "h3", lines=(film.shot("h3").lines[0], Line(speaker="c2", text="Nobody did.", delivery="quietly")))
    other = await soundtrack(shared_workshop, changed, speaker)
    new = {stage: len(files(stage) - before[stage]) for stage in before}
    assert new == {"voice-offline": 1, "music": 0, "ambience": 0, "mix": 1, "soundtrack": 1}
    assert other.facts["lines"][2]["text"] == "Nobody did."
    assert (await soundtrack(shared_workshop, film, speaker)).key == made.key


async def test_a_crowded_shot_runs_on_and_no_word_is_cut(workshop: Workshop, film: Script, speaker: EspeakSpeaker) -> None:
    long = "She wrote to him every single night of that winter and never once did she get an answer to any of it."
    crowded = with_shot(film, "h1", lines=(Line(speaker="narrator", text=long),), duration_s=3.0)
    crowded = with_shot(crowded, "h2", lines=(Line(speaker="c1", text="Never."),))
    first, second, *_ = (await soundtrack(workshop, crowded, speaker)).facts["lines"]
    assert first["overrun_s"] > 0
    assert first["end_s"] - first["start_s"] > 3.0
    assert second["start_s"] >= first["end_s"] + 0.25


async def test_films_without_lines_or_without_a_voice(workshop: Workshop, film: Script, heard: Heard) -> None:
    told: list[float] = []

    async def on_progress(share: float) -> None:
        told.append(share)

    silent = await soundtrack(workshop, film, None, on_progress=on_progress)
    assert [line["voiced"] for line in silent.facts["lines"]] == [False] * 3
    assert all(line["words"] and line["end_s"] > line["start_s"] for line in silent.facts["lines"])
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert heard(silent.path)[0] == pytest.approx(-14, abs=1)
    mute = film.model_copy(
        update={"scenes": tuple(s.model_copy(update={"shots": tuple(h.model_copy(update={"lines": ()}) for h in s.shots)}) for s in film.scenes)}
    )
    assert (await soundtrack(workshop, mute, None)).facts["lines"] == []


async def test_the_same_film_sounds_the_same(made: Made, film: Script, speaker: EspeakSpeaker, tmp_path: Path) -> None:
    again = await soundtrack(Workshop(tmp_path), film, speaker)
    assert again.key == made.key
    assert again.path.read_bytes() == made.path.read_bytes()


def test_long_scenes_and_dissolves_are_cut_without_gaps(film: Script) -> None:
    shots = tuple(Shot(id=f"x{i}", action="x", duration_s=8.0, transition="dissolve") for i in range(20))
    long = film.model_copy(update={"scenes": (film.scenes[0].model_copy(update={"shots": shots}), film.scenes[1])})
    spans = [stretch.span for stretch in stretches(long, timeline(long))]
    assert spans[0].start == 0
    assert spans[-1].end == timeline(long).frames
    assert all(a.end == b.start for a, b in itertools.pairwise(spans))
    assert max(span.duration_s for span in spans) <= 40
