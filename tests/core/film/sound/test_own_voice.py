"""Voices that people record: shared out over the lines they say, cut out, levelled, heard in place of ours; and lines that overlap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.config import Settings
from core.film import own_voice
from core.film.dialogue import OVERLAP_S_MAX, spoken_lines
from core.film.dsp import RATE, read_wav, write_wav
from core.film.hearing import Ears
from core.film.mix import soundtrack
from core.film.own_voice import OwnLine, heard_in, pauses_of, shared
from core.film.profiles import profile_for
from core.film.subtitles import Spoken, cues
from core.film.timeline import timeline
from core.film.voices import EspeakSpeaker
from core.workshop import Source, Workshop
from core.writing.pacing import speech_needs_s
from core.writing.script import Line, Script
from tests.fakes.openai import Failure, FakeOpenAI

TEXTS = ["The lamp had gone out.", "Nobody had lit it for years and years, as far as anybody knew.", "Then it burned."]
Heard = Callable[[Path], tuple[float, float]]


def recording(folder: Path, lengths: tuple[float, ...], pauses: tuple[float, ...], *, level: float = 0.05, name: str = "me.wav") -> Source:
    """Somebody hums so many pieces with pauses before, between and after them, in a room that is not quite silent."""
    rng = np.random.default_rng(3)
    parts = []
    for n, pause in enumerate(pauses):
        parts.append(np.zeros(round(pause * RATE)))
        if n < len(lengths):
            t = np.arange(round(lengths[n] * RATE)) / RATE
            parts.append(level * np.sin(2 * np.pi * 180 * t) * (0.7 + 0.3 * np.sin(2 * np.pi * 4 * t)))
    sound = np.concatenate(parts).astype(np.float32)
    path = folder / name
    write_wav(path, sound + 0.0003 * rng.standard_normal(len(sound)).astype(np.float32))
    return Source.of(path)


async def test_a_recording_is_shared_out_at_its_pauses(tmp_path: Path) -> None:
    lengths, pauses = (1.8, 2.4, 2.2, 1.2), (0.5, 0.8, 0.3, 0.9, 0.6)  # the long line has a breath in its middle
    source = recording(tmp_path, lengths, pauses)
    found = await pauses_of(source.path, tmp_path / "p.wav")
    assert [round(b - a, 1) for a, b in found] == [0.5, 0.8, 0.3, 0.9, 0.6]
    stretches = shared(TEXTS, sum(lengths) + sum(pauses), found)
    assert [(round(a, 1), round(b, 1)) for a, b in stretches] == [(0.5, 2.3), (3.1, 8.0), (8.9, 10.1)]


def test_without_pauses_it_is_cut_where_the_words_should_be() -> None:
    stretches = shared(TEXTS, 8.0, [])
    assert stretches[0][0] == 0.0
    assert stretches[-1][1] == pytest.approx(8.0)
    assert [b for _, b in stretches[:-1]] == [a for a, _ in stretches[1:]]
    assert shared(TEXTS[:1], 2.0, [[0.0, 0.4], [1.7, 2.0]]) == [(0.4, 1.7)]


def test_words_that_were_heard_say_where_each_line_is() -> None:
    said = " ".join(TEXTS).replace("years and years", "ears and years").split()
    heard = [[n * 0.5, n * 0.5 + 0.4, word] for n, word in enumerate(said)]
    first, second, third = heard_in(TEXTS, heard) or []
    assert first == (0.0, 2.4)
    assert second[0] == pytest.approx(2.5)
    assert third[1] == heard[-1][1]
    assert heard_in(TEXTS, [[0.0, 1.0, "Something"], [1.0, 2.0, "else"]]) is None
    assert own_voice.alike(TEXTS[0], heard[:5]) == 1.0


async def test_a_recorded_line_is_heard_instead_of_ours_as_loud_and_never_faster(
    workshop: Workshop, film: Script, speaker: EspeakSpeaker, tmp_path: Path, heard: Heard
) -> None:
    times = timeline(film)
    own = OwnLine("h1", "The lamp had gone out.", recording(tmp_path, (5.2,), (0.2, 0.3)), 0.2, 5.4)

    async def quiet() -> None:
        pass

    lines = await spoken_lines(workshop, film, times, speaker, quiet, [own])
    assert [line.own for line in lines] == [True, False, False]
    first = lines[0]
    assert first.made
    assert first.seconds == pytest.approx(5.2, abs=0.1)
    assert (first.tempo, first.overrun_s > 1.0) == (1.0, True), "it does not fit, and that is told instead of hurrying it"
    assert [word for _, _, word in first.words] == TEXTS[0].split()
    assert heard(first.made.path)[0] == pytest.approx(-18, abs=1.5), "a soft recording is as loud as any line"
    assert lines[1].at_s > first.end_s
    other = film.model_copy(update={"language": "tlh"})
    alone = await spoken_lines(workshop, other, times, speaker, quiet, [own])
    assert [line.made is not None for line in alone] == [True, False, False], "nobody here speaks it, but somebody recorded it"
    stale = await spoken_lines(workshop, film, times, speaker, quiet, [OwnLine("h1", "Other words.", own.source, 0.2, 5.4)])
    assert not stale[0].own, "the words changed: what was recorded is not said any more"


async def test_the_soundtrack_changes_with_a_recording(workshop: Workshop, film: Script, tmp_path: Path) -> None:
    plain = await soundtrack(workshop, film, None)
    own = OwnLine("h1", "The lamp had gone out.", recording(tmp_path, (2.0,), (0.1, 0.1)), 0.1, 2.1)
    mine = await soundtrack(workshop, film, None, own=[own])
    assert mine.key != plain.key
    assert [line["voiced"] for line in mine.facts["lines"]] == [True, False, False]
    a, b = (read_wav(made.path) for made in (mine, plain))
    assert a.shape == b.shape


async def test_lines_that_overlap_are_said_over_one_another_and_stand_in_one_subtitle(workshop: Workshop, film: Script, speaker: EspeakSpeaker) -> None:
    shot = film.shot("h3")
    first, second = Line(speaker="c1", text="Who lit it, and who let you in?"), Line(speaker="c2", text="Nobody did, I tell you.", overlaps=True)

    def with_lines(*lines: Line) -> Script:
        changed = shot.model_copy(update={"lines": lines})
        scene = film.scenes[1].model_copy(update={"shots": (changed, film.scenes[1].shots[1])})
        return film.model_copy(update={"scenes": (film.scenes[0], scene)})

    async def quiet() -> None:
        pass

    script = with_lines(first, second)
    _, one, two = await spoken_lines(workshop, script, timeline(script), speaker, quiet)
    assert one.at_s < two.at_s < one.end_s
    assert one.end_s - two.at_s == pytest.approx(min(OVERLAP_S_MAX, one.seconds / 2, two.seconds * 0.8), abs=0.05)
    after = with_lines(first, second.model_copy(update={"overlaps": False}))
    _, one_, two_ = await spoken_lines(workshop, after, timeline(after), speaker, quiet)
    assert two_.at_s > one_.end_s
    assert speech_needs_s(script.shot("h3")) < speech_needs_s(after.shot("h3"))
    shown = cues(script, [Spoken("h3", line.line.speaker, line.line.text, line.at_s, line.end_s) for line in (one, two)], profile_for("youtube"))
    assert [cue.lines for cue in shown] == [(f"– {first.text}", f"– {second.text}")]
    assert shown[0].end_s >= two.end_s - 0.1


async def test_a_service_hears_the_words_and_what_it_refuses_leaves_them_out(tmp_path: Path) -> None:
    source = recording(tmp_path, (2.0,), (0.2, 0.2))
    assert "heard" not in await Ears(Settings(_env_file=None)).inspect(source.path, tmp_path / "none")  # type: ignore[call-arg]
    async with FakeOpenAI().running() as openai:
        openai.hears = lambda sound: "The lamp had gone out."
        ears = Ears(Settings(_env_file=None, openai_api_key=openai.key, openai_base_url=openai.url))  # type: ignore[call-arg, arg-type]
        facts = await ears.inspect(source.path, tmp_path / "none")
        assert [word for _, _, word in facts["heard"]] == TEXTS[0].split()
        assert facts["seconds"] == pytest.approx(2.4, abs=0.05)
        openai.fails("/audio/transcriptions", *[Failure(500, "Server error")] * 2)
        assert (await ears.inspect(source.path, tmp_path / "none"))["heard"] == []
