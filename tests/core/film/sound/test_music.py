"""Music: harmony that leads, a tune that returns and comes home, cues that fill their scenes, sound that is clean."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.film.dsp import RATE, read_wav
from core.film.loudness import loudness, true_peaks
from core.film.music.composition import _LAYERS, CueSheet, compose, moods
from core.film.music.cues import CUE_S_MAX, TAIL_S, Cue, cue, score
from core.film.music.harmony import SCALES, Key, motif_of, voicings
from core.film.music.instruments import ORCHESTRA
from core.film.music.render import LEVEL_LUFS
from core.film.timeline import Span, timeline
from core.workshop import Workshop
from core.writing.script import Location, Scene, Script, Shot


def test_all_modes_of_a_collection_share_their_notes() -> None:
    notes = {mode: {Key.of(2, mode).pitch(d) % 12 for d in range(7)} for mode in SCALES}
    assert len(set(map(frozenset, notes.values()))) == 1
    assert Key.of(2, "major").tonic % 12 == 2
    assert Key.of(2, "aeolian").tonic % 12 == 11


@pytest.mark.parametrize("mood", list(moods()))
def test_chords_lead_into_one_another(mood: str) -> None:
    data = moods()[mood]
    key = Key.of(0, data["mode"])
    chords = [*data["first"], *data["second"], *data["first"]]
    voices = voicings(key, chords)
    assert np.mean([sum(abs(a - b) for a, b in zip(x, y, strict=True)) for x, y in pairwise(voices)]) < 7
    for chord, notes in zip(chords, voices, strict=True):
        assert all(n % 12 in {key.pitch(d) % 12 for d in range(7)} for n in notes)
        assert key.pitch(chord + 2) % 12 in {n % 12 for n in notes}, "the third says what chord it is"


def test_motifs_can_be_sung_and_differ() -> None:
    motifs = [motif_of(seed) for seed in range(60)]
    assert len({(m.beats, m.degrees) for m in motifs}) > 45
    for motif in motifs:
        assert len(motif.beats) == len(motif.degrees)
        assert max(motif.degrees) - min(motif.degrees) <= 9
        assert max(abs(a - b) for a, b in pairwise(motif.degrees)) <= 6
        assert motif.closed().degrees[-1] % 7 == 0


def test_the_tune_returns_and_the_film_ends_at_home() -> None:
    long, end = (compose(CueSheet("hope", seconds, role, motif=7, level=2)) for seconds, role in ((40.0, "scene"), (6.0, "credits")))
    tune = motif_of(7).degrees
    sung = [degree for _, degree in long.sung]
    starts = [i for i in range(len(sung)) if sung[i : i + 3] == list(tune[:3])]
    assert len(starts) >= 2
    assert long.chords[0] == 0
    assert long.chords[-1] != 0, "a scene leads on"
    assert end.chords[-1] == 0
    assert end.sung[-1][1] % 7 == 0
    assert {*moods()["hope"]["layers"]} <= {*_LAYERS}


def test_talk_thins_the_tune_and_the_arc_fills_it() -> None:
    def sheet(**changes: int | bool) -> CueSheet:
        return CueSheet("warm", 30.0, motif=3, **changes)  # type: ignore[arg-type]

    assert len(compose(sheet(underscore=True, level=2)).sung) < len(compose(sheet(level=2)).sung) / 2
    assert len(compose(sheet(level=0)).notes) < len(compose(sheet(level=1)).notes) < len(compose(sheet(level=3)).notes)


def test_every_table_names_what_exists() -> None:
    for mood in moods().values():
        assert mood["mode"] in SCALES
        assert {mood["lead"], mood["shade"]} <= set(ORCHESTRA)
        assert set(mood["layers"]) <= set(_LAYERS)


async def test_every_mood_sounds_clean_and_different(shared_workshop: Workshop) -> None:
    colours = []
    for mood in moods():
        made = await cue(shared_workshop, Cue(Span(0, 24 * 5), CueSheet(mood, 5.0, motif=5, level=2), 1.0))
        sound = read_wav(made.path)
        assert len(sound) == 6 * RATE
        assert np.isfinite(sound).all()
        assert loudness(sound) == pytest.approx(LEVEL_LUFS[2], abs=1.5)
        assert true_peaks(sound, floor=0.5).max() < 0.8
        assert np.abs(sound[[0, -1]]).max() < 0.003
        assert abs(float(sound.mean())) < 0.002
        middle = sound.mean(1)
        power = np.abs(np.fft.rfft(middle * np.hanning(len(middle)))) ** 2
        f = np.fft.rfftfreq(len(middle), 1 / RATE)
        assert power[f < 30].sum() < 0.05 * power.sum()
        assert power[f > 150].sum() > 0.15 * power.sum(), "small loudspeakers hear it too"
        side = (sound[:, 0] - sound[:, 1]) / 2
        assert 0.005 < (side**2).mean() / (middle**2).mean() < 0.8, "wide, and still there in mono"
        colours.append(float((f * power).sum() / power.sum()))
    assert max(colours) > 1.5 * min(colours)


async def test_the_same_cue_is_the_same_sound(shared_workshop: Workshop, tmp_path: Path) -> None:
    wanted = Cue(Span(0, 72), CueSheet("tense", 3.0, motif=5, level=2), 0.5)
    one, two = await cue(shared_workshop, wanted), await cue(Workshop(tmp_path), wanted)
    assert one.path.read_bytes() == two.path.read_bytes()


def scenes_of(*scenes: tuple[str, float]) -> Script:
    made = tuple(
        Scene(id=f"s{i}", location="l1", mood=mood, shots=tuple(Shot(id=f"h{i}-{k}", action="x", duration_s=4.0) for k in range(int(length / 4))))
        for i, (mood, length) in enumerate(scenes)
    )
    return Script(title="Score", locations=(Location(id="l1", name="x", backdrop="sea"),), scenes=made, opening_s=3.0, credits_s=4.0)


def test_a_score_covers_the_film() -> None:
    script = scenes_of(("warm", 20), ("hope", 8), ("hope", 8), ("tense", 200), ("dread", 12))
    times = timeline(script)
    cues = score(script, times, seed=1)
    assert [each.sheet.role for each in cues][0 :: len(cues) - 1] == ["title", "credits"]
    assert cues[-2].sheet.role == "finale"
    assert all(a.span.end == b.span.start for a, b in pairwise(cues))
    assert all(each.sheet.seconds <= CUE_S_MAX for each in cues)
    assert sum(each.sheet.mood == "hope" for each in cues) == 1, "two short scenes of one mood share their music"
    assert sum(each.sheet.mood == "tense" for each in cues) == 3
    assert len({each.sheet.motif for each in cues}) == 1
    assert cues[-1].tail_s == 0
    assert cues[1].tail_s == TAIL_S
    assert score(script, times, seed=2)[1].sheet.motif != cues[1].sheet.motif
