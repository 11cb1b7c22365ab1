"""A stand-in for the OpenAI API, as strict as the real one: chat completions, moderations, images and speech over real HTTP.

    async with FakeOpenAI().running() as openai:
        openai.answers(Reply({"loglines": [...]}))              # the next chat completions, in this order
        openai.fails("/images/generations", Failure.rate_limit())   # the next call of that route
        client = AsyncOpenAI(api_key=openai.key, base_url=openai.url)

Unknown routes, fields and models, schemas that strict mode does not take and calls for which no answer was scripted get the error
that the service would give, and are noted in `complaints`; leaving `running()` with complaints fails the test unless it
said `openai.complaints.clear()`.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import json
import struct
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from aiohttp import web
from PIL import Image

from tests.fakes.openai_rules import (
    FORMS,
    Refused,
    check_answer,
    check_chat,
    check_fields,
    check_given,
    check_image,
    check_moderation,
    check_speech,
    check_transcription,
)  # fmt: skip
from tests.fakes.serving import serving

CATEGORIES = (
    "harassment", "harassment/threatening", "hate", "hate/threatening", "illicit", "illicit/violent", "self-harm", "self-harm/instructions",
    "self-harm/intent", "sexual", "sexual/minors", "violence", "violence/graphic",
)  # fmt: skip
PICTURE_CATEGORIES = {"self-harm", "self-harm/instructions", "self-harm/intent", "sexual", "violence", "violence/graphic"}
"""What the service judges of pictures; all else it judges of words alone."""
SPEECH_HZ = 24_000
WORDS_PER_S = 2.6


@dataclass(frozen=True)
class Reply:
    """A completion. A dict is sent as JSON; `cut_at` ends the text after so many characters, as a token limit does; `breaks` closes the
    connection in the middle of a streamed answer."""

    content: str | dict[str, Any] = ""
    finish_reason: str = "stop"
    refusal: str | None = None
    cut_at: int | None = None
    breaks: bool = False
    tokens_in: int = 100
    tokens_out: int = 50

    @property
    def text(self) -> str:
        whole = self.content if isinstance(self.content, str) else json.dumps(self.content, ensure_ascii=False)
        return whole[: self.cut_at]

    @property
    def reason(self) -> str:
        return "length" if self.cut_at is not None else self.finish_reason


@dataclass(frozen=True)
class Failure:
    """An error answer of any route. `after_s` keeps the caller waiting first; `drop` closes the connection instead of answering."""

    status: int = 500
    message: str = "The server had an error while processing your request. Sorry about that!"
    type: str = "server_error"
    code: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    after_s: float = 0.0
    drop: bool = False

    @classmethod
    def rate_limit(cls, retry_after_s: float = 0.01) -> Failure:
        """Too many requests, with the headers that say when to come back."""
        headers = {"retry-after-ms": str(retry_after_s * 1000), "retry-after": str(retry_after_s), "x-ratelimit-limit-requests": "500",
                   "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "120ms"}  # fmt: skip
        return cls(429, "Rate limit reached for requests", "requests", "rate_limit_exceeded", headers)

    @classmethod
    def out_of_quota(cls) -> Failure:
        """The operator's account has no money left. The service says 429 for this too."""
        return cls(429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", "insufficient_quota")

    @classmethod
    def blocked_image(cls) -> Failure:
        """An image prompt that the service refuses to draw."""
        return cls(400, "Your request was rejected by the safety system.", "image_generation_user_error", "moderation_blocked")


Answer = Reply | Failure
Answerer = Callable[[dict[str, Any]], Answer]


@dataclass
class Call:
    """One request as it came in."""

    path: str
    body: dict[str, Any]


class FakeOpenAI:
    """The server. Set its attributes before or while it runs."""

    def __init__(self, *, key: str = "sk-test-0123456789", json_schema: bool = True) -> None:
        self.key = key
        self.json_schema = json_schema
        """False: like many compatible servers, it knows `json_object` alone."""
        self.models = {"gpt-5-mini", "gpt-5", "gpt-4o-mini", "gpt-4.1-mini", "local-model"}
        self.url = ""
        self.calls: list[Call] = []
        self.complaints: list[str] = []
        self.answer_by: Answerer | None = None
        """Answers a chat completion from its body when no scripted answer is left."""
        self.hears: Callable[[bytes], str] = lambda sound: "I know this hand."
        self.flagged_by: Callable[[str], set[str]] = lambda text: {"sexual/minors"} if "FLAGME" in text else set()
        """The moderation categories of a text."""
        self.flagged_by_sight: Callable[[bytes], set[str]] = lambda picture: set()
        """The moderation categories of a picture file; the service knows those of `PICTURE_CATEGORIES` alone."""
        self.at_once = 0
        """The most chat completions that were open at the same time."""
        self._open = 0
        self._scripted: deque[Answer] = deque()
        self._failures: dict[str, deque[Failure]] = defaultdict(deque)

    def answers(self, *answers: Answer) -> None:
        """Queue the answers of the next chat completions."""
        self._scripted.extend(answers)

    def fails(self, path: str, *failures: Failure) -> None:
        """Queue failures of a route such as `/chat/completions`, each for one call, before anything else is looked at."""
        self._failures[path].extend(failures)

    def bodies(self, path: str = "/chat/completions") -> list[dict[str, Any]]:
        """What was sent to a route, in order."""
        return [call.body for call in self.calls if call.path == path]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeOpenAI]:
        """Serve on a free port of loopback; at the end nothing may be amiss."""
        app = web.Application(client_max_size=64 << 20)
        app.router.add_route("*", "/{tail:.*}", self._serve)
        async with serving(app) as address:
            self.url = f"{address}/v1"
            yield self
            assert not self.complaints, f"the OpenAI API would have refused: {self.complaints}"
            assert not self._scripted, f"{len(self._scripted)} scripted answers were never asked for"

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            return await self._route(request)
        except Refused as refused:
            self.complaints.append(refused.message)
            return _error(Failure(refused.status, refused.message, "invalid_request_error", refused.code), refused.param)

    async def _route(self, request: web.Request) -> web.StreamResponse:
        routes = {
            "/chat/completions": self._chat, "/moderations": self._moderate, "/images/generations": self._draw, "/images/edits": self._draw,
            "/audio/speech": self._speak, "/audio/transcriptions": self._transcribe,
        }  # fmt: skip
        path = request.path.removeprefix("/v1")
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            raise Refused("Incorrect API key provided: sk-****. You can find your API key at https://platform.openai.com/account/api-keys.",
                          status=401, code="invalid_api_key")  # fmt: skip
        if not request.path.startswith("/v1/") or request.method != "POST" or path not in routes:
            raise Refused(f"Invalid URL ({request.method} {request.path})", status=404)
        body = await _body(request, form=path in FORMS)
        self.calls.append(Call(path, body))
        if self._failures[path]:
            return await self._fail(request, self._failures[path].popleft())
        check_fields(path, body)
        return await routes[path](request, body)

    async def _fail(self, request: web.Request, failure: Failure) -> web.StreamResponse:
        await asyncio.sleep(failure.after_s)
        if failure.drop:
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        return _error(failure)

    async def _chat(self, request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        check_chat(body, self.models, json_schema=self.json_schema)
        if self._scripted:
            answer = self._scripted.popleft()
        elif self.answer_by:
            answer = self.answer_by(body)
        else:
            raise Refused("no answer was scripted for this completion", status=500)
        if isinstance(answer, Failure):
            return await self._fail(request, answer)
        if answer.reason == "stop" and answer.refusal is None:
            check_answer(body, answer.text)
        self._open += 1
        self.at_once = max(self.at_once, self._open)
        try:
            await asyncio.sleep(0.002)
            if body.get("stream"):
                return await self._stream(request, body, answer)
            return web.json_response(_completion(body, answer), headers={"x-request-id": "req_fake"})
        finally:
            self._open -= 1

    async def _stream(self, request: web.Request, body: dict[str, Any], answer: Reply) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8", "x-request-id": "req_fake"})
        await response.prepare(request)
        for n, chunk in enumerate(_chunks(body, answer)):
            if answer.breaks and n == 2:
                assert request.transport is not None
                request.transport.close()
                return response
            await response.write(f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode())
            await asyncio.sleep(0)
        await response.write(b"data: [DONE]\n\n")
        await response.write_eof()
        return response

    async def _moderate(self, request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        results = []
        for texts, pictures in check_moderation(body):
            said = self.flagged_by(" ".join(texts)) if texts else set()
            hit = said.union(*(self.flagged_by_sight(picture) & PICTURE_CATEGORIES for picture in pictures))
            seen = ["text"] * bool(texts) + ["image"] * bool(pictures)
            judged = {name: seen if name in PICTURE_CATEGORIES else seen[: bool(texts)] for name in CATEGORIES}
            results.append({
                "flagged": bool(hit),
                "categories": {name: name in hit for name in CATEGORIES},
                "category_scores": {name: 0.98 if name in hit else 0.0001 if judged[name] else 0.0 for name in CATEGORIES},
                "category_applied_input_types": judged,
            })  # fmt: skip
        return web.json_response({"id": "modr-fake", "model": "omni-moderation-latest", "results": results})

    async def _draw(self, request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        size = check_image(body)
        if "images" in body:
            check_given(body)
        pictures = [{"b64_json": base64.b64encode(picture(f"{body['prompt']}#{n}", size)).decode()} for n in range(body.get("n", 1))]
        usage = {"total_tokens": 1100, "input_tokens": 44, "output_tokens": 1056, "input_tokens_details": {"text_tokens": 44, "image_tokens": 0}}
        return web.json_response({"created": 1_790_000_000, "data": pictures, "usage": usage, "background": "opaque", "output_format": "png",
                                  "quality": body.get("quality", "low"), "size": f"{size[0]}x{size[1]}"})  # fmt: skip

    async def _transcribe(self, request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        check_transcription(body)
        text = self.hears(body["file"])
        words = text.split()
        timed = [{"word": word, "start": n * 0.5, "end": n * 0.5 + 0.4} for n, word in enumerate(words)]
        return web.json_response({"task": "transcribe", "language": "english", "duration": len(words) * 0.5, "text": text, "words": timed})

    async def _speak(self, request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        check_speech(body)
        pcm = tone(body["input"], body.get("speed", 1.0))
        if body["response_format"] == "pcm":
            return web.Response(body=pcm, content_type="audio/pcm")
        return web.Response(body=_streamed_wav(pcm), content_type="audio/wav")


async def _body(request: web.Request, *, form: bool) -> dict[str, Any]:
    """The fields of a request; files as their bytes, `image[]` as the list `images`."""
    if not form:
        try:
            found: dict[str, Any] = await request.json()
        except ValueError as error:
            raise Refused("We could not parse the JSON body of your request.") from error
        return found
    if not request.content_type.startswith("multipart/"):
        raise Refused("Invalid content type: multipart/form-data is expected.")
    body: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        read = value.file.read() if isinstance(value, web.FileField) else int(value) if str(value).isdigit() else value
        if name.endswith("[]"):
            body.setdefault({"image[]": "images"}.get(name, name.removesuffix("[]")), []).append(read)
        else:
            body[name] = read
    return body


def _error(failure: Failure, param: str | None = None) -> web.Response:
    body = {"error": {"message": failure.message, "type": failure.type, "param": param, "code": failure.code}}
    return web.json_response(body, status=failure.status, headers={"x-request-id": "req_fake", **failure.headers})


def _usage(answer: Reply) -> dict[str, Any]:
    return {"prompt_tokens": answer.tokens_in, "completion_tokens": answer.tokens_out, "total_tokens": answer.tokens_in + answer.tokens_out}


def _completion(body: dict[str, Any], answer: Reply) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": None if answer.refusal else answer.text, "refusal": answer.refusal, "annotations": []}
    return {
        "id": "chatcmpl-fake", "object": "chat.completion", "created": 1_790_000_000, "model": f"{body['model']}-2026-08-07", "service_tier": "default",
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": answer.reason}], "usage": _usage(answer),
    }  # fmt: skip


def _chunks(body: dict[str, Any], answer: Reply) -> Iterator[dict[str, Any]]:
    def chunk(choices: list[dict[str, Any]], usage: dict[str, Any] | None = None) -> dict[str, Any]:
        head = {"id": "chatcmpl-fake", "object": "chat.completion.chunk", "created": 1_790_000_000, "model": f"{body['model']}-2026-08-07"}
        wants_usage = (body.get("stream_options") or {}).get("include_usage")
        return {**head, "choices": choices, **({"usage": usage} if wants_usage else {})}

    def delta(finish: str | None = None, **fields: str) -> dict[str, Any]:
        return chunk([{"index": 0, "delta": fields, "logprobs": None, "finish_reason": finish}])

    yield delta(role="assistant", content="")
    name, text = ("refusal", answer.refusal) if answer.refusal else ("content", answer.text)
    for at in range(0, len(text), 40):
        yield delta(**{name: text[at : at + 40]})
    yield delta(answer.reason)
    if (body.get("stream_options") or {}).get("include_usage"):
        yield chunk([], _usage(answer))


def picture(prompt: str, size: tuple[int, int]) -> bytes:
    """A real PNG of this size: a ramp between two colours that belong to the prompt."""
    ends = np.frombuffer(hashlib.sha256(prompt.encode()).digest()[:6], np.uint8).reshape(2, 3)
    ramp = np.linspace(0, 1, size[1])[:, None, None]
    pixels = np.broadcast_to(ends[0] * (1 - ramp) + ends[1] * ramp, (size[1], size[0], 3)).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()


def tone(text: str, speed: float = 1.0) -> bytes:
    """16-bit mono PCM at 24 kHz, as long as a person would speak: one swell per word, with a little silence at both ends."""
    words = max(1, len(text.split()), len(text) // 12)
    t = np.arange(int(SPEECH_HZ * words / WORDS_PER_S / speed)) / SPEECH_HZ
    voice = 0.3 * np.sin(2 * np.pi * 170 * t) * np.abs(np.sin(np.pi * t * WORDS_PER_S * speed))
    edge = np.zeros(SPEECH_HZ // 10)
    return (np.concatenate([edge, voice, edge]) * 32767).astype("<i2").tobytes()


def _streamed_wav(pcm: bytes) -> bytes:
    """A WAV as the service streams it: the lengths in its header are not known yet and stand at their maximum."""
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 0xFFFFFFFF, b"WAVE", b"fmt ", 16, 1, 1, SPEECH_HZ, 2 * SPEECH_HZ, 2, 16, b"data", 0xFFFFFFFF)
    return head + pcm
