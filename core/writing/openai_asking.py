"""Asks a chat model for an answer of a given form, over any OpenAI-compatible server, and counts what it costs.

    asking = Asking(client, model="gpt-5-mini", price=Price(0.25, 2.0))
    outline = await asking.ask(system, [prompt], OutlineShape, check=findings_of, tally=tally)

Structured output by strict JSON schema where the server knows it, else by JSON mode, else by asking for it; which of them works is remembered.
An answer that is cut off, no JSON, not of the form or found wanting by `check` is asked for again with what was wrong, twice at most.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import openai
from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from core.errors import SetupFailed, Unavailable, WritingFailed
from core.writing.openai_shapes import strict_schema
from core.writing.writer import Usage

TRIES = 3
"""The first answer and two more."""
FORMS = ("json_schema", "json_object", "text")
"""How a form is asked for, the best first."""

A = TypeVar("A", bound=BaseModel)
Check = Callable[[A], Sequence[str]]
OnPart = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True)
class Price:
    """US dollars per million tokens."""

    usd_in: float = 0.0
    usd_out: float = 0.0


@dataclass
class Tally:
    """What one piece of writing cost, call by call."""

    model: str
    price: Price = Price()
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def usage(self) -> Usage:
        """The sum."""
        cost = (self.tokens_in * self.price.usd_in + self.tokens_out * self.price.usd_out) / 1_000_000
        return Usage(self.model, self.tokens_in, self.tokens_out, round(cost, 6))


@dataclass
class _Answer:
    """What came back of one call."""

    text: str = ""
    refusal: str = ""
    reason: str = ""


@dataclass
class Asking:
    """A model that is asked. One per process: it remembers what its server can do."""

    client: AsyncOpenAI
    model: str
    price: Price = Price()
    prompts: dict[str, str] = field(default_factory=dict)
    _form: int = 0
    _counts_streams: bool = True

    def tally(self) -> Tally:
        """A new count for one piece of writing."""
        return Tally(self.model, self.price)

    async def ask(self, system: str, prompt: str, form: type[A], *, tally: Tally, check: Check[A] | None = None, on_part: OnPart | None = None) -> A:
        """The model's answer in this form, with nothing left that `check` finds. WritingFailed after three tries or a refusal,
        Unavailable if the service does not answer, SetupFailed if it never will."""
        messages: list[dict[str, str]] = [{"role": "system", "content": system}, {"role": "user", "content": prompt}]
        findings: Sequence[str] = ()
        for _ in range(TRIES):
            answer = await self._complete(messages, form, tally, on_part)
            if answer.refusal or answer.reason == "content_filter":
                raise WritingFailed(f"the writing model declined: {answer.refusal or 'content filter'}", key="error-writing-refused")
            parsed, findings = self._read(answer, form)
            if parsed is not None:
                findings = check(parsed) if check else ()
                if not findings:
                    return parsed
            listed = "\n".join(f"- {text}" for text in list(dict.fromkeys(findings))[:20])
            again = self.prompts["findings"].format(findings=listed)
            messages = [*messages[:2], {"role": "assistant", "content": answer.text or "{}"}, {"role": "user", "content": again}]
        raise WritingFailed(f"the writing model gave no result that can be filmed: {findings[0] if findings else 'no answer'}")

    def _read(self, answer: _Answer, form: type[A]) -> tuple[A | None, list[str]]:
        if answer.reason == "length":
            return None, [self.prompts["cut_off"]]
        try:
            return form.model_validate_json(_json_in(answer.text)), []
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(str(x) for x in first["loc"])
            return None, [self.prompts["no_json"].format(error=f"{where}: {first['msg']}" if where else first["msg"])]

    async def _complete(self, messages: list[dict[str, str]], form: type[BaseModel], tally: Tally, on_part: OnPart | None) -> _Answer:
        """One completion, by the best form that this server takes."""
        while True:
            asked_by, counted = self._form, self._counts_streams
            try:
                return await self._stream(messages, form, tally, on_part)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if self._counts_streams is counted and counted and "stream_options" in str(error):
                    self._counts_streams = False
                elif self._form == asked_by and re.search(r"response_format|json_schema|json_object|schema", str(error)) and asked_by < len(FORMS) - 1:
                    self._form += 1
                elif self._form == asked_by:
                    raise _failure(error) from error
            except openai.OpenAIError as error:
                raise _failure(error) from error

    async def _stream(self, messages: list[Any], form: type[BaseModel], tally: Tally, on_part: OnPart | None) -> _Answer:
        kind, schema = FORMS[self._form], strict_schema(form)
        extra: dict[str, Any] = {}
        if kind == "json_schema":
            extra["response_format"] = {"type": "json_schema", "json_schema": {"name": form.__name__, "schema": schema, "strict": True}}
        else:
            told = self.prompts["schema"].format(schema=json.dumps(schema, ensure_ascii=False))
            messages = [{**messages[0], "content": f"{messages[0]['content']}\n{told}"}, *messages[1:]]
            if kind == "json_object":
                extra["response_format"] = {"type": "json_object"}
        if self._counts_streams:
            extra["stream_options"] = {"include_usage": True}
        answer, parts, seen = _Answer(), list[str](), 0
        made = await self.client.chat.completions.create(model=self.model, messages=messages, stream=True, **extra)
        stream = cast("AsyncStream[ChatCompletionChunk]", made)
        async with stream:
            async for chunk in stream:
                if chunk.usage:
                    tally.tokens_in += chunk.usage.prompt_tokens
                    tally.tokens_out += chunk.usage.completion_tokens
                for choice in chunk.choices[:1]:
                    answer.refusal += getattr(choice.delta, "refusal", None) or ""
                    answer.reason = choice.finish_reason or answer.reason
                    parts.append(choice.delta.content or "")
                if on_part and (sum(map(len, parts)) >= seen + 80):
                    seen = sum(map(len, parts))
                    await _show("".join(parts), on_part)
        answer.text = "".join(parts)
        if not answer.reason:
            raise openai.APIConnectionError(message="the answer broke off", request=stream.response.request)
        if not self._counts_streams:  # as good as can be known: four letters a token
            tally.tokens_in += sum(len(x["content"]) for x in messages) // 4
            tally.tokens_out += len(answer.text) // 4
        return answer


def _json_in(text: str) -> str:
    """The JSON object in an answer: some servers put a fence or a sentence around it, or their thoughts before it."""
    text = re.sub(r"<think>.*?</think>", "", text, flags=re.DOTALL)
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text.strip() or "null"


async def _show(text: str, on_part: OnPart) -> None:
    """What can be read of an unfinished answer, to whoever watches."""
    start = text.find("{")
    if start < 0:
        return
    try:
        so_far = from_json(text[start:], allow_partial=True)
    except ValueError:
        return  # not yet readable: the next piece may be
    if isinstance(so_far, dict):
        await on_part(so_far)


def _failure(error: openai.OpenAIError) -> SetupFailed | Unavailable | WritingFailed:
    """What an error of the service means to a person."""
    match error:
        case openai.RateLimitError() if getattr(error, "code", "") == "insufficient_quota":
            return SetupFailed("the account of the writing model has no money left")
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return SetupFailed("the key of the writing model is refused; mend SYSRAI_OPENAI_API_KEY")
        case openai.NotFoundError():
            return SetupFailed("the writing model is not there; mend SYSRAI_OPENAI_MODEL or SYSRAI_OPENAI_BASE_URL")
        case openai.BadRequestError() if getattr(error, "code", "") in ("content_filter", "content_policy_violation", "moderation_blocked"):
            return WritingFailed("the writing model declined: content filter", key="error-writing-refused")
        case openai.BadRequestError() | openai.UnprocessableEntityError():
            return WritingFailed(f"the writing model did not take the request: {error.message}")
    return Unavailable(f"the writing model does not answer right now ({type(error).__name__})")
