"""The renderer of one tier at a hosted video service, fal.ai's queue: for who has no GPU at all, or wants another model ready.

POST <url>/<model> · GET <url>/<app>/requests/<id>/status · GET …/<id> · PUT …/<id>/cancel        (app: the model's first two parts)
Its clips have their own sizes, rates and lengths: what comes is fetched, brought to what was ordered with ffmpeg, and stored with a manifest,
so that the rest of the house sees a take like any other. Thin on purpose: no tails, no references.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import tempfile
from pathlib import Path
from typing import Any, Literal

import aiohttp

from core import ffmpeg
from core.config import HostedModel
from core.errors import Unavailable
from core.film.probe import ClipUnusable, probe_picture
from core.models import Take
from core.plans import Tier
from core.rendering import manifest
from core.rendering.addresses import Addresses
from core.rendering.gpu_api import Unanswered
from core.rendering.prompts import PROMPT_REVISION, prompt_for
from core.rendering.renderer import SHAPES, Answer, Failed, Landed, OrderRefused, Rate, Running, ShotOrder, Unknown
from core.rendering.runpod import ANSWER_S, CONNECT_S, NOT_SENT
from core.storage import Storage
from core.writing.script import FPS, Format

log = logging.getLogger(__name__)

SIZES: dict[Format, tuple[int, int]] = {"youtube": (1280, 720), "shorts": (720, 1280), "tiktok": (720, 1280), "reels": (720, 1280), "square": (960, 960)}
LINK_S = 6 * 3600
CLIP_BYTES_MAX = 512 << 20
FETCH_S = 120.0


class HostedRenderer:
    """Shots of one tier by one model of fal.ai. Its provider job is `<app>/<request id>/<take>/<frames>/<seconds billed>/<format>`."""

    tiers: tuple[Tier, ...]
    poll_s = 5.0
    fps = FPS
    continues = False
    ends = False
    references = False
    any_shape = False
    lips: Literal["none", "speakers", "words"] = "none"
    submit_repeats = False
    patience_s = 120.0

    def __init__(
        self, tier: Tier, model: HostedModel, url: str, key: str, storage: Storage, addresses: Addresses,
        *, panels: Literal["panels", "painted", "none"] = "panels",
    ) -> None:  # fmt: skip
        self.name, self.tiers = f"fal-{tier}", (tier,)
        self.panels: Literal["panels", "painted", "none"] = panels if model.image_id else "none"
        self.slots, self.seconds_per_second = model.at_once, model.seconds_per_second
        self.revision = hashlib.sha256(json.dumps([model.id, model.image_id, model.resolution, panels, PROMPT_REVISION]).encode()).hexdigest()[:12]
        self._model, self._url, self._key, self._storage, self._addresses = model, url.rstrip("/"), key, storage, addresses
        self._http: aiohttp.ClientSession | None = None

    def size(self, format: Format, tier: Tier) -> tuple[int, int]:
        """What clips are brought to."""
        return SIZES[format]

    def _client(self) -> aiohttp.ClientSession:
        if self._http is None or self._http.closed:
            self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_S, sock_connect=CONNECT_S))
        return self._http

    @property
    def _signed(self) -> dict[str, str]:
        return {"Authorization": f"Key {self._key}"}

    async def close(self) -> None:
        """Close the connections."""
        if self._http:
            await self._http.close()

    async def submit(self, order: ShotOrder) -> str:
        """Put the order into the model's queue."""
        seconds = self._billed(order.frames)
        prompt = prompt_for(order, "hosted")
        body: dict[str, Any] = {
            "prompt": prompt.positive, "negative_prompt": prompt.negative, "seed": order.seed, "aspect_ratio": SHAPES[order.format],
            "resolution": self._model.resolution, "duration": str(seconds),
        }  # fmt: skip
        model = self._model.id
        if order.image_key and self._model.image_id:
            model, body["image_url"] = self._model.image_id, self._addresses.get(order.image_key, LINK_S)
            del body["aspect_ratio"]  # the picture has one
        try:
            async with self._client().post(f"{self._url}/{model}", json=body, headers=self._signed) as answer:
                text = await answer.text()
                if answer.status in (401, 403, 404, 429):
                    raise Unavailable(f"fal.ai answers {answer.status}: {text[:200]}")
                if 400 <= answer.status < 500:
                    raise OrderRefused("invalid", f"fal.ai answers {answer.status}: {text[:200]}")
                if answer.status != 200:
                    raise Unanswered(f"fal.ai answers {answer.status}")
                return f"{_app(model)}/{json.loads(text)['request_id']}/{order.take}/{order.frames}/{seconds}/{order.format}"
        except NOT_SENT as error:
            raise Unavailable(f"fal.ai does not answer: {error!r}") from error
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise Unanswered(repr(error)) from error

    def _billed(self, frames: int) -> int:
        """The shortest length it makes that suffices, or its longest."""
        lengths = sorted(self._model.seconds)
        return next((seconds for seconds in lengths if seconds * FPS >= frames), lengths[-1])

    async def poll(self, provider_job: str) -> Answer:
        """Where it is in the queue; what is done is fetched, fitted and stored."""
        app, request, take, frames, seconds, format = _parts(provider_job)
        found = await self._ask("GET", f"{app}/requests/{request}/status")
        if found is None:
            return Unknown()
        if found.get("status") != "COMPLETED":
            return Running(queued=found.get("status") == "IN_QUEUE")
        folder = await _folder(take)
        if known := await manifest.read(self._storage, folder):
            return known
        result = await self._ask("GET", f"{app}/requests/{request}", failed_is_answer=True)
        if result is None:
            return Unknown()
        answer: Landed | Failed
        try:
            answer = await self._store(result["video"]["url"], folder, frames, format, seconds)
        except (KeyError, TypeError):
            said = json.dumps(result.get("detail", result))[:300]
            answer = Failed("invalid" if "content_policy" in said else "internal", f"fal.ai: {said}", retryable="content_policy" not in said)
        except ClipUnusable as error:
            answer = Failed("internal", f"fal.ai: {error}", cost_usd=seconds * self._model.usd_per_s)
        await manifest.write(self._storage, folder, answer)
        return answer

    async def _store(self, url: str, folder: str, frames: int, format: Format, seconds: int) -> Landed:
        with tempfile.TemporaryDirectory() as aside:
            raw, fitted = Path(aside) / "raw.mp4", Path(aside) / "video.mp4"
            await self._fetch(url, raw)
            await _fit(raw, fitted, SIZES[format], frames)
            sha256 = await asyncio.to_thread(_sha256, fitted)
            await self._storage.put(f"{folder}/video.mp4", fitted)
        return Landed(f"{folder}/video.mp4", sha256, frames, cost_usd=seconds * self._model.usd_per_s, gpu=self._model.id[:60], usd_per_s=0.0)

    async def _fetch(self, url: str, path: Path) -> None:
        """The clip, without our key: it lies at another address."""
        size = 0
        try:
            async with self._client().get(url, timeout=aiohttp.ClientTimeout(total=FETCH_S)) as answer:
                if answer.status != 200:
                    raise Unavailable(f"the clip's address answers {answer.status}")
                with path.open("wb") as file:
                    async for piece in answer.content.iter_chunked(1 << 18):
                        size += len(piece)
                        if size > CLIP_BYTES_MAX:
                            raise ClipUnusable("The clip is too large.")
                        file.write(piece)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unavailable(f"the clip cannot be fetched: {error!r}") from error

    async def cancel(self, provider_job: str) -> None:
        """Ask for it to stop."""
        app, request, *_ = _parts(provider_job)
        await self._ask("PUT", f"{app}/requests/{request}/cancel", failed_is_answer=True)

    async def find(self, take: int) -> str | None:
        """Nothing is kept before the answer came."""
        return None

    async def recover(self, take: int, folder: str) -> Landed | Failed | None:
        """What was stored before its job was forgotten."""
        return await manifest.read(self._storage, folder)

    async def usd_per_second(self, tier: Tier) -> Rate | None:
        """The price, for the length that is billed at worst."""
        return Rate(self._model.usd_per_s, True)

    async def rates(self, tier: Tier) -> dict[str, Rate]:
        """The price of its one model."""
        return {self._model.id: Rate(self._model.usd_per_s, True)}

    async def _ask(self, method: str, path: str, *, failed_is_answer: bool = False) -> dict[str, Any] | None:
        """An answer, None for 404. `failed_is_answer`: a request that failed answers with 4xx and says why."""
        try:
            async with self._client().request(method, f"{self._url}/{path}", headers=self._signed) as answer:
                if answer.status == 404:
                    return None
                said = failed_is_answer and 400 <= answer.status < 500 and answer.status not in (401, 403, 429)
                if answer.status not in (200, 202) and not said:
                    raise Unavailable(f"fal.ai answers {answer.status} to {path}")
                found = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise Unavailable(f"fal.ai does not answer: {error!r}") from error
        return found if isinstance(found, dict) else {}


def _app(model: str) -> str:
    """Requests are asked about at the app, without the path of the model within it."""
    return "/".join(model.split("/")[:2])


def _parts(provider_job: str) -> tuple[str, str, int, int, int, Format]:
    owner, app, request, take, frames, seconds, format = provider_job.split("/")
    return f"{owner}/{app}", request, int(take), int(frames), int(seconds), format  # type: ignore[return-value]


async def _folder(take_id: int) -> str:
    take = await Take.get(id=take_id).select_related("slate__render")
    return manifest.folder_of(take.slate.render.project_id, take_id)


async def _fit(raw: Path, fitted: Path, size: tuple[int, int], frames: int) -> None:
    """The ordered size, rate and length. A clip that is a little too short is slowed down. Raises ClipUnusable."""
    picture = await probe_picture(raw)
    width, height = size
    slow = max(1.0, frames / FPS / max(picture.duration_s, 0.1))
    if slow > 1.6:
        raise ClipUnusable(f"The clip has {picture.duration_s:.2f} s of {frames / FPS:.2f} s.")
    filters = f"setpts={slow:.6f}*PTS,fps={FPS},scale={width}:{height}:force_original_aspect_ratio=increase,crop={width}:{height},setsar=1,format=yuv420p"
    last = f"tpad=stop_mode=clone:stop_duration=1,{filters}"
    arguments: list[str | Path] = [
        "-i", raw, "-an", "-vf", last, "-frames:v", str(frames), "-c:v", "libx264", "-preset", "fast", "-crf", "14", "-movflags", "+faststart", fitted,
    ]  # fmt: skip
    try:
        await ffmpeg.run(arguments)
    except ffmpeg.FfmpegFailed as error:
        raise ClipUnusable(f"The clip cannot be decoded: {error}") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
