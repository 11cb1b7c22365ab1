"""The stand-in for OpenAI answers the real client library, and refuses what the service refuses."""

import base64
import io

import openai
import pytest
from openai import AsyncOpenAI
from PIL import Image
from pydantic import BaseModel

from tests.fakes.openai import Failure, FakeOpenAI, Reply
from tests.fakes.openai_rules import Refused, check_strict_schema


class Answer(BaseModel):
    word: str


def client(fake: FakeOpenAI, **kwargs: object) -> AsyncOpenAI:
    return AsyncOpenAI(api_key=fake.key, base_url=fake.url, **kwargs)  # type: ignore[arg-type]


async def test_it_parses_streams_and_counts() -> None:
    async with FakeOpenAI().running() as fake, client(fake) as ai:
        fake.answers(Reply({"word": "yes"}), Reply({"word": "é" * 100}), Reply(refusal="I cannot."))
        ask = {"model": "gpt-5-mini", "messages": [{"role": "user", "content": "?"}], "response_format": Answer}
        parsed = await ai.chat.completions.parse(**ask)
        assert parsed.choices[0].message.parsed == Answer(word="yes")
        async with ai.chat.completions.stream(**ask, stream_options={"include_usage": True}) as stream:
            final = await stream.get_final_completion()
        assert final.choices[0].message.parsed == Answer(word="é" * 100)
        assert final.usage is not None
        assert final.usage.completion_tokens == 50
        assert (await ai.chat.completions.parse(**ask)).choices[0].message.refusal == "I cannot."


async def test_the_client_retries_what_passes_by() -> None:
    async with FakeOpenAI().running() as fake, client(fake) as ai:
        fake.fails("/moderations", Failure.rate_limit(), Failure(503, headers={"retry-after-ms": "1"}))
        assert not (await ai.moderations.create(input="hello")).results[0].flagged
        assert len(fake.calls) == 3
        flagged = await ai.moderations.create(input=["hello", "FLAGME"], model="omni-moderation-latest")
        assert [r.flagged for r in flagged.results] == [False, True]


async def test_pictures_and_speech_are_real() -> None:
    async with FakeOpenAI().running() as fake, client(fake) as ai:
        drawn = await ai.images.generate(model="gpt-image-1", prompt="a lamp", size="1024x1536", quality="low")
        assert drawn.data
        assert Image.open(io.BytesIO(base64.b64decode(drawn.data[0].b64_json or ""))).size == (1024, 1536)
        spoken = await ai.audio.speech.create(model="gpt-4o-mini-tts", voice="sage", input="I know this hand.", response_format="pcm")
        assert 1.0 < len(spoken.content) / 2 / 24_000 < 3.0
        wav = await ai.audio.speech.create(model="tts-1", voice="nova", input="I know this hand.", response_format="wav")
        assert wav.content[44:] == spoken.content
        assert wav.content[:4] == b"RIFF"


async def test_it_refuses_what_the_service_refuses() -> None:
    async with FakeOpenAI().running() as fake, client(fake) as ai, client(fake).with_options(api_key="wrong") as stranger:
        say = [{"role": "user", "content": "?"}]
        with pytest.raises(openai.AuthenticationError):
            await stranger.moderations.create(input="x")
        with pytest.raises(openai.NotFoundError):
            await ai.models.list()
        with pytest.raises(openai.NotFoundError):
            await ai.chat.completions.create(model="gpt-9", messages=say)  # type: ignore[arg-type]
        for wrong in ({"temperature": 0.2}, {"max_tokens": 5}, {"extra_body": {"top_k": 1}}, {"response_format": {"type": "json_object"}}):
            with pytest.raises(openai.BadRequestError):
                await ai.chat.completions.create(model="gpt-5-mini", messages=say, **wrong)  # type: ignore[call-overload]
        with pytest.raises(openai.BadRequestError):
            await ai.audio.speech.create(model="tts-1", voice="nova", input="x" * 4097, response_format="wav")
        assert len(fake.complaints) == 8
        fake.complaints.clear()


@pytest.mark.parametrize(
    "change",
    [
        {"additionalProperties": True}, {"required": []}, {"type": "array"}, {"anyOf": []},
        {"properties": {"a": {"type": "string", "maxLength": 4}}}, {"properties": {"a": {"type": "string", "default": ""}}},
        {"properties": {"a": {"oneOf": [{"type": "string"}]}}}, {"properties": {"a": {"type": "array"}}}, {"properties": {"a": {}}},
        {"properties": {"a": {"$ref": "#/$defs/x", "description": "y"}}},
    ],
)  # fmt: skip
def test_strict_schemas(change: dict[str, object]) -> None:
    good = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
    check_strict_schema(good, "x")
    with pytest.raises(Refused):
        check_strict_schema({**good, **change}, "x")
