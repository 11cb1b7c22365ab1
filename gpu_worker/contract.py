"""What a renderer and the GPU worker say to each other: one version, strict messages, nothing else imported.

`core.rendering` builds a `RenderRequest`, RunPod (or the control plane of an own card) carries it as the job's `input`, the worker answers
with a `RenderResult` or with a `RenderFailure` that travels as JSON text in the job's top-level `error`, because that is the only
field that survives there. `Progress` is the job's output while it runs. `parse_output` and `parse_progress` read whatever came back.

Loading this module loads neither torch nor runpod nor core. JSON Schemas of all messages: `docs/gpu-contract.schema.json`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from ipaddress import ip_address
from types import MappingProxyType
from typing import Annotated, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

VERSION: Final = 1
OVERLAP_FRAMES = 17
"""How many last frames of a shot its continuation begins from, and how many a stored tail has."""
TILE_PX = 16
FRAMES_MAX = 1441
PROGRESS_EVERY_S = 2.0

FailureCode = Literal["invalid", "oom", "download", "upload", "model", "internal"]
Stage = Literal["fetch", "load", "encode", "denoise", "decode", "upload"]


def _address(text: str) -> str:
    """An address the worker may speak to: https, or http on this very machine."""
    parts = urlsplit(text)
    host = parts.hostname or ""
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise ValueError("addresses are https, or http on this machine")
    if not host or parts.username or parts.password:
        raise ValueError("an address needs a host and carries no user")
    return text


def is_loopback(host: str) -> bool:
    """Whether the host name or address is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _whole_windows(frames: int) -> int:
    if (frames - 1) % 4:
        raise ValueError("frames is one more than a multiple of 4")
    return frames


def _tiled(pixels: int) -> int:
    if pixels % TILE_PX:
        raise ValueError(f"a size is a multiple of {TILE_PX}")
    return pixels


Address = Annotated[str, Field(min_length=8, max_length=8192), AfterValidator(_address)]
Frames = Annotated[int, Field(ge=1, le=FRAMES_MAX), AfterValidator(_whole_windows)]
Pixels = Annotated[int, Field(ge=16, le=2048), AfterValidator(_tiled)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Key = Annotated[str, Field(min_length=1, max_length=1024)]


class Message(BaseModel):
    """Base of all messages: no unknown fields, no conversions, immutable."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TextStart(Message):
    """The shot begins from its words alone."""

    kind: Literal["text"] = "text"


class ImageStart(Message):
    """The shot begins with this picture (PNG, JPEG or WebP; a panel that was approved)."""

    kind: Literal["image"] = "image"
    image_url: Address


class ContinueStart(Message):
    """The shot goes on from the last `frames` frames of a stored tail; they are not repeated in the clip."""

    kind: Literal["continue"] = "continue"
    tail_url: Address
    frames: Annotated[int, Field(ge=1, le=37), AfterValidator(_whole_windows)] = OVERLAP_FRAMES


Start = Annotated[TextStart | ImageStart | ContinueStart, Field(discriminator="kind")]


class Reference(Message):
    """A picture of what should look the same in every shot. A model that takes none leaves it out, and its result says how many it used."""

    kind: Literal["character", "location", "prop", "style"]
    url: Address


class PutTarget(Message):
    """Where one file goes: its storage key, the signed address for one PUT, and headers that were signed with it."""

    key: Key
    url: Address
    headers: dict[str, str] = Field(default_factory=dict, max_length=16)


class Upload(Message):
    """Where the files of a shot go. The manifest is written last: once it lies there, all of them do.

    `done_url`: signed GET address of the manifest. Where it answers with this very request, its result is returned and nothing is
    rendered again: a job that is delivered twice costs once.
    """

    video: PutTarget
    tail: PutTarget
    poster: PutTarget
    manifest: PutTarget
    done_url: Address | None = None


class RenderRequest(Message):
    """One shot. `job_id` names it for ever, `attempt` counts from 1.

    `frames` is what the clip will have exactly; more than the model's window is rendered window by window. `steps`, `guidance` and
    `shift` left out are the model's own. Without `upload` nothing is delivered: a trial run.
    """

    v: Literal[1] = VERSION
    job_id: Name
    attempt: Annotated[int, Field(ge=1, le=1000)] = 1
    model: Name
    prompt: Annotated[str, Field(min_length=1, max_length=4000)]
    negative_prompt: Annotated[str, Field(max_length=4000)] = ""
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    width: Pixels
    height: Pixels
    fps: Annotated[int, Field(ge=8, le=60)] = 24
    frames: Frames
    steps: Annotated[int, Field(ge=1, le=100)] | None = None
    guidance: Annotated[float, Field(ge=0, le=20)] | None = None
    shift: Annotated[float, Field(gt=0, le=20)] | None = None
    start: Start = Field(default_factory=TextStart)
    end_image_url: Address | None = None
    references: Annotated[tuple[Reference, ...], Field(max_length=8)] = ()
    upload: Upload | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.width * self.height > 1920 * 1088:
            raise ValueError("at most 1920 × 1088 pixels")
        if self.end_image_url and self.frames < 5:
            raise ValueError("an end picture needs at least 5 frames")
        return self

    def fingerprint(self) -> str:
        """Hash of everything but where to fetch from and deliver to (signed addresses change): the same fingerprint is the same wish."""
        body = self.model_dump(mode="json", exclude={"upload", "attempt"})
        return hashlib.sha256(json.dumps(_unsigned(body), sort_keys=True).encode()).hexdigest()


def _unsigned(value: object) -> object:
    """Addresses without their signatures."""
    if isinstance(value, dict):
        return {key: str(one).split("?")[0] if key.endswith("url") and one else _unsigned(one) for key, one in value.items()}
    return [_unsigned(one) for one in value] if isinstance(value, list) else value


class Files(Message):
    """One text per delivered file: storage keys, or hashes."""

    video: str
    tail: str
    poster: str
    manifest: str | None = None


class RenderResult(Message):
    """The shot lies where it was wished. `keys` is None after a trial run without `upload`.

    `timings_s` has one entry per stage; `gpu_seconds` is how long the card was ours, loading included; memory in GB (10⁹ bytes).
    """

    v: Literal[1] = VERSION
    job_id: Name
    attempt: int
    fingerprint: Sha256
    keys: Files | None
    sha256: Files
    bytes: dict[str, int]
    width: int
    height: int
    frames: int
    fps: int
    seed: int
    windows: int
    model: Name
    model_rev: Name
    settings: dict[str, float | int | str | bool]
    gpu: str
    timings_s: dict[str, float]
    gpu_seconds: Annotated[float, Field(ge=0)]
    peak_vram_gb: Annotated[float, Field(ge=0)]


class RenderFailure(Message):
    """Why no shot came. `retryable`: the same request may succeed another time or elsewhere. What it cost is told too."""

    v: Literal[1] = VERSION
    code: FailureCode
    message: Annotated[str, Field(min_length=1, max_length=2000)]
    retryable: bool
    gpu: str = ""
    gpu_seconds: Annotated[float, Field(ge=0)] = 0.0

    def output(self) -> dict[str, str]:
        """What a handler returns so that this failure survives the way back."""
        return {"error": self.model_dump_json()}


class Progress(Message):
    """Where a running job is. `seq` grows; `window` and `step` count from 1, 0 before the first; `eta_s` None while unknown."""

    v: Literal[1] = VERSION
    seq: Annotated[int, Field(ge=1)]
    stage: Stage
    window: Annotated[int, Field(ge=0)]
    windows: Annotated[int, Field(ge=1)]
    step: Annotated[int, Field(ge=0)]
    steps: Annotated[int, Field(ge=1)]
    eta_s: Annotated[float, Field(ge=0)] | None = None

    @property
    def fraction(self) -> float:
        """Share of the denoising that is done, 0 to 1."""
        if self.stage in ("fetch", "load"):
            return 0.0
        if self.stage == "upload":
            return 1.0
        return min(1.0, (max(0, self.window - 1) + self.step / self.steps) / self.windows)


class Manifest(Message):
    """The file beside a delivered clip: what was asked (without addresses) and what came."""

    v: Literal[1] = VERSION
    request: dict[str, object]
    result: RenderResult


class InvalidRequest(ValueError):
    """What was sent is no request of this version. The text names each field that is wrong and why."""


def parse_request(body: object) -> RenderRequest:
    """The request in a job's `input`. Raises InvalidRequest with one line per wrong field, never with the values (they may be signed)."""
    try:
        return RenderRequest.model_validate_json(json.dumps(body))
    except ValidationError as error:
        lines = (".".join(str(part) for part in each["loc"]) + ": " + each["msg"] for each in error.errors(include_input=False, include_url=False))
        raise InvalidRequest("; ".join(lines)[:1900]) from None
    except (TypeError, ValueError):
        raise InvalidRequest("the input is not JSON") from None


def parse_output(output: object) -> RenderResult | RenderFailure:
    """What a finished job says: its `output`, or the body or text of its `error`.

    Never raises: what is neither a result nor a failure of ours (a crashed worker's trace, a provider's own message, nothing at all)
    becomes an `internal` failure that may be tried again.
    """
    body = _loaded(output)
    if isinstance(body, dict) and "error" in body:
        body = _loaded(body["error"])
    kinds: tuple[type[RenderResult], type[RenderFailure]] = (RenderResult, RenderFailure)
    for kind in kinds:
        try:
            return kind.model_validate_json(json.dumps(body))
        except (ValidationError, TypeError, ValueError):
            continue
    said = body.get("error_message") if isinstance(body, dict) else body
    return RenderFailure(code="internal", message=f"the worker said: {said or 'nothing'}"[:2000], retryable=True)


def parse_progress(output: object) -> Progress | None:
    """The progress in a running job's `output`, or None where there is none (yet)."""
    try:
        return Progress.model_validate_json(json.dumps(_loaded(output)))
    except (ValidationError, TypeError, ValueError):
        return None


def _loaded(value: object) -> object:
    if isinstance(value, str):
        try:
            loaded: object = json.loads(value)
        except ValueError:
            return value
        return loaded
    return value


def schemas() -> dict[str, object]:
    """JSON Schemas of the messages by name, as exported to the docs."""
    return {kind.__name__: kind.model_json_schema() for kind in (RenderRequest, RenderResult, RenderFailure, Progress, Manifest)}


@dataclass(frozen=True)
class ModelFacts:
    """What asking for a model id on the wire means; the rest (weights, loaders) is the worker's business.

    `sizes` by shape, width × height. `window` frames are rendered at once. `h200_s` is an *estimate* of GPU seconds per finished second
    at the first size, from operation counts at the speed a card of that kind reaches; None where none was made.
    """

    id: str
    family: Literal["skyreels-v2", "wan-vace", "helios", "ltx"]
    sizes: MappingProxyType[str, tuple[int, int]]
    fps: int
    window: int
    steps: int
    guidance: float
    shift: float
    image_shift: float
    starts: frozenset[str]
    end_image: bool
    references: bool
    vram_gb: float
    licence: str
    cost_class: Literal["low", "middle", "high"]
    h200_s: float | None
    image_guidance: float | None = None
    """Guidance where the shot begins with a picture, if that differs."""
    size_step: int = TILE_PX
    """Width and height are multiples of this."""


def _sizes(wide: tuple[int, int], square: tuple[int, int]) -> MappingProxyType[str, tuple[int, int]]:
    return MappingProxyType({"16:9": wide, "9:16": (wide[1], wide[0]), "1:1": square})


_Sizes = MappingProxyType[str, tuple[int, int]]
_Cost = Literal["low", "middle", "high"]
_540P = _sizes((960, 544), (720, 720))
_720P = _sizes((1280, 720), (960, 960))
_EVERY_START = frozenset({"text", "image", "continue"})


def _skyreels(size: str, sizes: _Sizes, window: int, vram_gb: float, cost: _Cost, h200_s: float) -> ModelFacts:
    return ModelFacts(
        id=f"skyreels-v2-df-{size}", family="skyreels-v2", sizes=sizes, fps=24, window=window, steps=30, guidance=6.0, image_guidance=5.0, shift=8.0,
        image_shift=5.0, starts=_EVERY_START, end_image=True, references=False, vram_gb=vram_gb, licence="skywork-license", cost_class=cost, h200_s=h200_s,
    )  # fmt: skip


MODELS = MappingProxyType(
    {
        facts.id: facts
        for facts in (
            _skyreels("1.3b-540p", _540P, 97, 14.7, "low", 11.5),
            _skyreels("14b-540p", _540P, 97, 51.0, "middle", 63.0),
            _skyreels("14b-720p", _720P, 121, 60.0, "high", 195.0),
            ModelFacts(
                id="wan-vace-1.3b-480p", family="wan-vace", sizes=_sizes((832, 480), (624, 624)), fps=16, window=81, steps=30, guidance=5.0, shift=3.0,
                image_shift=3.0, starts=_EVERY_START, end_image=True, references=True, vram_gb=20.0, licence="apache-2.0", cost_class="low", h200_s=None,
            ),
            ModelFacts(
                id="wan-vace-14b-720p", family="wan-vace", sizes=_720P, fps=16, window=81, steps=30, guidance=5.0, shift=5.0, image_shift=5.0,
                starts=_EVERY_START, end_image=True, references=True, vram_gb=75.0, licence="apache-2.0", cost_class="high", h200_s=None,
            ),
            ModelFacts(
                id="helios-distilled-14b", family="helios", sizes=_sizes((640, 384), (512, 512)), fps=24, window=129, steps=6, guidance=1.0, shift=1.0,
                image_shift=1.0, starts=_EVERY_START, end_image=False, references=False, vram_gb=48.0, licence="apache-2.0", cost_class="low", h200_s=1.3,
                size_step=64,
            ),
            ModelFacts(
                id="ltx-video-13b-distilled", family="ltx", sizes=_sizes((960, 544), (736, 736)), fps=24, window=121, steps=8, guidance=1.0, shift=1.0,
                image_shift=1.0, starts=_EVERY_START, end_image=True, references=False, vram_gb=40.0, licence="ltxv-open-weights", cost_class="low",
                h200_s=None, size_step=32,
            ),
        )
    }
)  # fmt: skip
"""Every model id that a request may name. Memory is what was published for SkyReels V2, and an estimate from the size of the weights for the rest."""
