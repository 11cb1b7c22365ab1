"""OpenAI's voices, against the strict stand-in of the service."""

import itertools
from collections.abc import AsyncIterator, Callable

import pytest
from pydantic import SecretStr

from core.config import Settings
from core.errors import Unavailable
from core.film.dsp import RATE, read_wav
from core.film.loudness import loudness
from core.film.openai_speech import OpenAISpeaker
from core.film.polish import SPEECH_LUFS
from core.film.speakers import speaker_for
from core.film.voices import speak
from core.workshop import Workshop
from core.writing.script import Line, Script
from tests.fakes.openai import Failure, FakeOpenAI

Speaking = Callable[..., OpenAISpeaker]


@pytest.fixture
async def speaking(openai: FakeOpenAI) -> AsyncIterator[Speaking]:
    """Makes speakers of a model, closed at the end."""
    made: list[OpenAISpeaker] = []

    def speaker(model: str = "gpt-4o-mini-tts") -> OpenAISpeaker:
        found = speaker_for(Settings(_env_file=None, openai_api_key=SecretStr(openai.key), openai_base_url=openai.url, openai_speech_model=model))
        assert isinstance(found, OpenAISpeaker)
        made.append(found)
        return found

    yield speaker
    for each in made:
        await each.close()


@pytest.fixture
async def openai() -> AsyncIterator[FakeOpenAI]:
    async with FakeOpenAI().running() as fake:
        yield fake


async def test_a_line_is_directed_levelled_and_timed(openai: FakeOpenAI, speaking: Speaking, workshop: Workshop, film: Script) -> None:
    speaker = speaking()
    line = Line(speaker="c1", text="Who lit the lamp tonight?", delivery="quietly")
    spoken = await speak(workshop, speaker, film, line)
    [body] = openai.bodies("/audio/speech")
    assert "old" in body["instructions"]
    assert "quietly" in body["instructions"]
    assert body["response_format"] == "pcm"
    sound = read_wav(spoken.made.path)
    assert spoken.seconds == pytest.approx(len(sound) / RATE, abs=1e-3)
    assert loudness(sound) == pytest.approx(SPEECH_LUFS, abs=1.0)
    words = spoken.made.facts["words"]
    assert [word for _, _, word in words] == line.text.split()
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(words))
    quick = await speak(workshop, speaker, film, line, room_s=spoken.seconds * 0.85)
    assert quick.overrun_s == 0
    assert quick.seconds == pytest.approx(spoken.seconds / quick.tempo, rel=0.05)
    assert len(openai.bodies("/audio/speech")) == 1, "a faster line is stretched, not bought again"


async def test_everybody_has_a_voice_of_their_own(openai: FakeOpenAI, speaking: Speaking, workshop: Workshop, film: Script) -> None:
    for model in ("gpt-4o-mini-tts", "tts-1"):
        speaker = speaking(model)
        assert len({part["voice"] for part in speaker.cast(film).values()}) == 3
        for who in ("narrator", "c1", "c2"):
            await speak(workshop, speaker, film, Line(speaker=who, text="Yes."))
    assert "instructions" not in openai.bodies("/audio/speech")[-1]


async def test_failures_are_told(openai: FakeOpenAI, speaking: Speaking, workshop: Workshop, film: Script) -> None:
    speaker = speaking()
    openai.fails("/audio/speech", Failure(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key"))
    with pytest.raises(Unavailable, match="401"):
        await speak(workshop, speaker, film, Line(speaker="c1", text="Yes."))
    openai.fails("/audio/speech", Failure.rate_limit())
    assert (await speak(workshop, speaker, film, Line(speaker="c1", text="Yes."))).seconds > 0
