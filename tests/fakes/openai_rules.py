"""What the OpenAI API accepts: fields per route, limits, models, and the subset of JSON Schema that strict mode takes."""

from __future__ import annotations

import base64
import json
import re
from typing import Any


def _names(text: str) -> set[str]:
    return set(text.split())


FIELDS = {
    "/chat/completions": _names(
        "messages model audio frequency_penalty logit_bias logprobs max_completion_tokens max_tokens metadata modalities n parallel_tool_calls "
        "prediction presence_penalty prompt_cache_key prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier stop store "
        "stream stream_options temperature tool_choice tools top_logprobs top_p user verbosity web_search_options"
    ),
    "/moderations": {"input", "model"},
    "/images/generations": _names("prompt background model moderation n output_compression output_format partial_images quality size stream user"),
    "/images/edits": _names("images prompt background input_fidelity model n output_compression output_format partial_images quality size stream user"),
    "/audio/transcriptions": _names("file model chunking_strategy include language prompt response_format stream temperature timestamp_granularities"),
    "/audio/speech": {"input", "model", "voice", "instructions", "response_format", "speed", "stream_format"},
}
REQUIRED = {
    "/chat/completions": ("model", "messages"),
    "/moderations": ("input",),
    "/images/generations": ("prompt",),
    "/images/edits": ("images", "prompt"),
    "/audio/transcriptions": ("file", "model"),
    "/audio/speech": ("input", "model", "voice"),
}
FORMS = {"/images/edits", "/audio/transcriptions"}
"""Routes that take a form with files."""
VOICES = _names("alloy ash ballad cedar coral echo fable marin nova onyx sage shimmer verse")
FORMATS_OF_STRINGS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
KEYWORDS = _names(
    "type description properties required additionalProperties items enum const anyOf $ref $defs title minimum maximum exclusiveMinimum exclusiveMaximum "
    "multipleOf minItems maxItems pattern format"
)


class Refused(Exception):
    """A request that the service answers with an error."""

    def __init__(self, message: str, *, status: int = 400, param: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message, self.status, self.param, self.code = message, status, param, code


def check_fields(path: str, body: dict[str, Any]) -> None:
    """Every field is known and what must be there is."""
    for name in body:
        if name not in FIELDS[path]:
            raise Refused(f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")
    for name in REQUIRED[path]:
        if name not in body:
            raise Refused(f"Missing required parameter: '{name}'.", param=name, code="missing_required_parameter")


def check_chat(body: dict[str, Any], models: set[str], *, json_schema: bool) -> None:
    """Models, messages and the form of the answer."""
    model = body["model"]
    if model not in models:
        raise Refused(f"The model `{model}` does not exist or you do not have access to it.", status=404, code="model_not_found")
    if model.startswith(("gpt-5", "o")):
        if "max_tokens" in body:
            raise Refused("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", param="max_tokens",
                          code="unsupported_parameter")  # fmt: skip
        for name in ("temperature", "top_p"):
            if body.get(name, 1) != 1:
                raise Refused(f"Unsupported value: '{name}' does not support {body[name]} with this model.", param=name, code="unsupported_value")
    elif "reasoning_effort" in body:
        raise Refused("Unrecognized request argument supplied: reasoning_effort", param="reasoning_effort")
    if "stream_options" in body and not body.get("stream"):
        raise Refused("The 'stream_options' parameter is only allowed when 'stream' is enabled.", param="stream_options")
    _check_messages(body["messages"])
    _check_response_format(body, json_schema)


def _check_messages(messages: Any) -> None:
    if not isinstance(messages, list) or not messages:
        raise Refused("Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.", param="messages")
    for n, message in enumerate(messages):
        if message.get("role") not in ("system", "developer", "user", "assistant"):
            raise Refused(f"Invalid value: '{message.get('role')}'.", param=f"messages[{n}].role", code="invalid_value")
        if extra := set(message) - {"role", "content", "name", "refusal"}:
            raise Refused(f"Unknown parameter: 'messages[{n}].{min(extra)}'.", code="unknown_parameter")
        if not isinstance(message.get("content"), str | list) or not message["content"]:
            raise Refused(f"Invalid value for 'content': expected a string, got {message.get('content')!r}.", param=f"messages[{n}].content")


def _check_response_format(body: dict[str, Any], json_schema: bool) -> None:
    form = body.get("response_format")
    match (form or {}).get("type"):
        case None if form is None:
            return
        case "text":
            return
        case "json_object":
            if "json" not in json.dumps(body["messages"], ensure_ascii=False).casefold():
                raise Refused("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", param="messages")
        case "json_schema" if json_schema:
            assert form is not None
            schema = form.get("json_schema") or {}
            if extra := set(schema) - {"name", "schema", "strict", "description"}:
                raise Refused(f"Unknown parameter: 'response_format.json_schema.{min(extra)}'.", code="unknown_parameter")
            if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", schema.get("name", "")):
                raise Refused("Invalid 'response_format.json_schema.name': string does not match pattern.", param="response_format.json_schema.name")
            if schema.get("strict"):
                check_strict_schema(schema["schema"], schema["name"])
        case other:
            raise Refused(f"Invalid value: '{other}'. Supported values are: 'text', 'json_object'.", param="response_format.type", code="invalid_value")


def check_strict_schema(schema: dict[str, Any], name: str) -> None:
    """The rules of strict mode: objects closed and all fields required, few keywords, and limits on size and depth."""
    count = {"properties": 0, "enums": 0, "letters": 0}

    def wrong(where: str, why: str) -> Refused:
        return Refused(f"Invalid schema for response_format '{name}': In context=({where}), {why}", param="response_format", code=None)

    def look(node: Any, where: str, depth: int) -> None:
        if not isinstance(node, dict):
            raise wrong(where, "schema must be an object.")
        for keyword in node:
            if keyword not in KEYWORDS:
                raise wrong(where, f"'{keyword}' is not permitted.")
        if "$ref" in node:
            if set(node) - {"$ref"}:
                raise wrong(where, f"$ref cannot have keywords {set(node) - {'$ref'}}.")
            return
        if not node.keys() & {"type", "anyOf", "enum", "const"}:
            raise wrong(where, "schema must have a 'type' key.")
        if node.get("format", "date") not in FORMATS_OF_STRINGS:
            raise wrong(where, f"'{node['format']}' is not a valid format.")
        if depth > 10:
            raise wrong(where, "schema exceeds the limit of 10 levels of nesting.")
        count["enums"] += len(node.get("enum", ()))
        count["letters"] += sum(len(str(x)) for x in node.get("enum", ()))
        for n, choice in enumerate(node.get("anyOf", ())):
            look(choice, f"{where}, anyOf {n}", depth)
        if "object" in _types(node):
            fields = node.get("properties", {})
            count["properties"] += len(fields)
            count["letters"] += sum(map(len, fields))
            if node.get("additionalProperties") is not False:
                raise wrong(where, "'additionalProperties' is required to be supplied and to be false.")
            if set(node.get("required", ())) != set(fields):
                raise wrong(where, "'required' is required to be supplied and to be an array including every key in properties.")
            for field, inner in fields.items():
                look(inner, f"{where}, '{field}'", depth + 1)
        if "array" in _types(node):
            if "items" not in node:
                raise wrong(where, "array schema missing items.")
            look(node["items"], f"{where}, items", depth + 1)

    if schema.get("type") != "object" or "anyOf" in schema:
        raise wrong("", f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{schema.get('type')}\"'.")
    look(schema, "", 0)
    for part, inner in schema.get("$defs", {}).items():
        look(inner, f"$defs, '{part}'", 0)
    if count["properties"] > 5000 or count["enums"] > 1000 or count["letters"] > 120_000:
        raise wrong("", f"schema is too large: {count}.")


def _types(node: dict[str, Any]) -> set[str]:
    types = node.get("type", ())
    return {types} if isinstance(types, str) else set(types)


def check_answer(body: dict[str, Any], text: str) -> None:
    """A scripted answer that strict mode could not have given is a mistake of the test."""
    form = body.get("response_format") or {}
    if form.get("type") == "json_schema" and form["json_schema"].get("strict"):
        schema = form["json_schema"]["schema"]
        problem = mismatch(json.loads(text), schema, schema.get("$defs", {}))
        if problem:
            raise Refused(f"the scripted answer does not follow the asked schema: {problem}", status=500)


def mismatch(value: Any, node: dict[str, Any], parts: dict[str, Any], where: str = "$") -> str:
    """Why a value does not follow a schema, or nothing."""
    if "$ref" in node:
        node = parts[node["$ref"].rsplit("/", 1)[-1]]
    if "anyOf" in node:
        problems = [mismatch(value, choice, parts, where) for choice in node["anyOf"]]
        return "" if not all(problems) else " or ".join(problems)
    if "enum" in node and value not in node["enum"]:
        return f"{where}: {value!r} is none of {node['enum']}"
    if "const" in node and value != node["const"]:
        return f"{where}: {value!r} is not {node['const']!r}"
    kinds: dict[str, type | tuple[type, ...]] = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "null": type(None),
    }
    types = _types(node)
    if types and not any(isinstance(value, kinds[t]) and (t == "boolean" or not isinstance(value, bool)) for t in types):
        return f"{where}: {value!r} is no {'/'.join(sorted(types))}"
    if isinstance(value, dict):
        if set(value) != set(node["properties"]):
            return f"{where}: fields {sorted(set(value) ^ set(node['properties']))} are missing or too many"
        return next((p for f, inner in node["properties"].items() if (p := mismatch(value[f], inner, parts, f"{where}.{f}"))), "")
    if isinstance(value, list):
        if not node.get("minItems", 0) <= len(value) <= node.get("maxItems", 1 << 30):
            return f"{where}: {len(value)} items"
        return next((p for n, x in enumerate(value) if (p := mismatch(x, node["items"], parts, f"{where}[{n}]"))), "")
    return ""


def check_moderation(body: dict[str, Any]) -> list[tuple[list[str], list[bytes]]]:
    """The texts and picture files of each result: one for each string; parts of one multi-modal input count as one."""
    if body.get("model", "omni-moderation-latest") not in ("omni-moderation-latest", "omni-moderation-2024-09-26"):
        raise Refused(f"Invalid value for 'model' = {body['model']}.", param="model")
    given = body["input"]
    if isinstance(given, str):
        return [([given], [])]
    if given and all(isinstance(x, str) for x in given):
        return [([x], []) for x in given]
    if given and all(isinstance(x, dict) and x.get("type") in ("text", "image_url") for x in given):
        pictures = [_picture_given(x["image_url"]["url"]) for x in given if x["type"] == "image_url"]
        if len(pictures) > 1:
            raise Refused("Only one image is allowed per request.", param="input")
        return [([x["text"] for x in given if x["type"] == "text"], pictures)]
    raise Refused("'$.input' is invalid.", param="input")


def _picture_given(address: str) -> bytes:
    """The file in a data address. A picture that lies elsewhere cannot be fetched from here."""
    head, _, content = address.partition(";base64,")
    kinds = {"data:image/jpeg": b"\xff\xd8\xff", "data:image/png": b"\x89PNG", "data:image/webp": b"RIFF", "data:image/gif": b"GIF8"}
    if head not in kinds:
        raise Refused("Failed to download image from the given URL.", code="image_url_unavailable", param="input")
    try:
        picture = base64.b64decode(content, validate=True)
    except ValueError:
        raise Refused("Invalid base64 image_url.", code="invalid_base64", param="input") from None
    if len(picture) > 20 << 20 or not picture.startswith(kinds[head]):
        raise Refused("Invalid image: it is too large, or not of the type that its address tells.", code="invalid_image", param="input")
    return picture


def check_image(body: dict[str, Any]) -> tuple[int, int]:
    """The size of the pictures, in pixels."""
    if body.get("model") not in ("gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5"):
        raise Refused(f"The model '{body.get('model')}' does not exist.", status=404, param="model", code="model_not_found")
    if not 1 <= len(body["prompt"]) <= 32_000:
        raise Refused("Invalid 'prompt': string too long or empty.", param="prompt", code="string_above_max_length")
    choices = {"size": {"1024x1024", "1536x1024", "1024x1536", "auto"}, "quality": {"low", "medium", "high", "auto"}, "output_format": {"png"},
               "background": {"auto", "opaque", "transparent"}, "moderation": {"auto", "low"}}  # fmt: skip
    for name, allowed in choices.items():
        if name in body and body[name] not in allowed:
            raise Refused(f"Invalid value: '{body[name]}'. Supported values are: {sorted(allowed)}.", param=name, code="invalid_value")
    if not 1 <= body.get("n", 1) <= 10:
        raise Refused("Invalid 'n': integer out of range.", param="n")
    size = body.get("size", "auto")
    width, height = (1024, 1024) if size == "auto" else map(int, size.split("x"))
    return width, height


def check_given(body: dict[str, Any]) -> None:
    """The pictures that an edit begins from."""
    if not 1 <= len(body["images"]) <= 16:
        raise Refused("Invalid 'image': from 1 to 16 images.", param="image")
    for each in body["images"]:
        if not isinstance(each, bytes) or len(each) > 50 << 20 or not each.startswith((b"\x89PNG", b"\xff\xd8\xff", b"RIFF")):
            raise Refused("Invalid image file or mode for image, please check your image file.", param="image", code="invalid_image_file")
    if body.get("input_fidelity", "low") not in ("low", "high"):
        raise Refused("Invalid value for 'input_fidelity'.", param="input_fidelity", code="invalid_value")


def check_transcription(body: dict[str, Any]) -> None:
    """A sound file and how its text comes: word times only from whisper-1, only in the verbose form."""
    if body["model"] not in ("whisper-1", "gpt-4o-transcribe", "gpt-4o-mini-transcribe"):
        raise Refused(f"The model '{body['model']}' does not exist.", status=404, param="model", code="model_not_found")
    if not isinstance(body["file"], bytes) or not 100 < len(body["file"]) <= 25 << 20:
        raise Refused("Audio file might be corrupted or unsupported", param="file", code="invalid_value")
    form = body.get("response_format", "json")
    if form not in (("json", "text", "srt", "verbose_json", "vtt") if body["model"] == "whisper-1" else ("json", "text")):
        raise Refused(f"response_format '{form}' is not compatible with model '{body['model']}'.", param="response_format", code="unsupported_value")
    if "timestamp_granularities" in body and (form != "verbose_json" or not set(body["timestamp_granularities"]) <= {"word", "segment"}):
        raise Refused("timestamp_granularities need response_format verbose_json.", param="timestamp_granularities")


def check_speech(body: dict[str, Any]) -> None:
    """Voice, length and format. Of the formats this fake makes the two that need no codec."""
    if body["model"] not in ("gpt-4o-mini-tts", "tts-1", "tts-1-hd"):
        raise Refused(f"The model '{body['model']}' does not exist.", status=404, param="model", code="model_not_found")
    if not 1 <= len(body["input"]) <= 4096:
        raise Refused(f"Invalid 'input': string has {len(body['input'])} characters, from 1 to 4096 are allowed.", param="input",
                      code="string_above_max_length")  # fmt: skip
    if body["voice"] not in VOICES or (body["model"] != "gpt-4o-mini-tts" and body["voice"] in {"ballad", "verse", "marin", "cedar"}):
        raise Refused(f"Invalid value: '{body['voice']}'. Supported values are: {sorted(VOICES)}.", param="voice", code="invalid_value")
    if "instructions" in body and (body["model"] != "gpt-4o-mini-tts" or len(body["instructions"]) > 4096):
        raise Refused("Invalid 'instructions' for this model.", param="instructions")
    if body.get("response_format", "mp3") not in ("wav", "pcm"):
        raise Refused(f"this fake speaks wav and pcm, not {body.get('response_format', 'mp3')}", param="response_format")
    if not 0.25 <= body.get("speed", 1.0) <= 4.0:
        raise Refused("Invalid 'speed': from 0.25 to 4.0.", param="speed")
