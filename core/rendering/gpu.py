"""The renderer of one tier on GPU endpoints: RunPod's, or cards of one's own behind the same four calls (`core.rendering.gpu_api`).

Each order becomes one `RenderRequest` of the worker's contract. Which endpoint gets it is written down before it is asked (`gpu_run`);
so an order whose answer was lost is found again by its webhook, by its job id or by the manifest in storage, and
never sent twice. A shot whose endpoint says nothing new for too long is called back there and goes on elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError
from tortoise import connections

from core.errors import Unavailable
from core.jobs import transaction
from core.models import GpuRun
from core.plans import Tier
from core.rendering import costs, endpoints
from core.rendering.addresses import Addresses
from core.rendering.endpoints import Endpoint
from core.rendering.gpu_api import Barred, Busy, JobState, Order, Unanswered
from core.rendering.prompts import PROMPT_REVISION, prompt_for
from core.rendering.renderer import SHAPES, Answer, Failed, Landed, OrderRefused, Rate, Running, ShotOrder, Unknown
from core.storage import Storage
from core.writing.script import Format
from gpu_worker.contract import (
    OVERLAP_FRAMES,
    ContinueStart,
    ImageStart,
    Manifest,
    PutTarget,
    Reference,
    RenderFailure,
    RenderRequest,
    RenderResult,
    TextStart,
    Upload,
    parse_output,
    parse_progress,
)  # fmt: skip

log = logging.getLogger(__name__)

QUEUE_S_MAX = 1800
"""An order that waits longer than this goes elsewhere, or is asked for again."""
NEW_S = 60.0
"""A job that the service does not know yet may simply be too new."""
TIMEOUT_S_MIN = 600
UNKNOWN_S = 300.0
"""GPU seconds for a finished second where nothing at all is known."""
REFERENCES_MAX = 8
BLAMELESS = {"invalid", "cancelled"}
"""Codes of failures that say nothing about an endpoint."""
Sizes = Mapping[Format, tuple[int, int]]


class GpuRenderer:
    """Shots of one tier, rendered by whichever of its endpoints should have the next order.

    The first endpoint's model gives the tier its sizes; all endpoints of a tier must have the same (see `choose`).
    """

    tiers: tuple[Tier, ...]
    fps: int
    seconds_per_second: float
    poll_s = 5.0
    any_shape = False
    lips: Literal["none", "speakers", "words"] = "none"
    submit_repeats = False
    patience_s = 120.0

    def __init__(
        self, tier: Tier, of: Sequence[Endpoint], storage: Storage, addresses: Addresses, *,
        panels: Literal["panels", "painted", "none"] = "panels", sizes: Sizes | None = None,
    ) -> None:  # fmt: skip
        self.name, self.tiers, self.panels = f"gpu-{tier}", (tier,), panels
        self._endpoints, self._storage, self._addresses = tuple(of), storage, addresses
        self._by_id = {endpoint.id: endpoint for endpoint in of}
        facts = of[0].facts
        self._sizes = sizes or {format: facts.sizes[shape] for format, shape in SHAPES.items()}
        self.fps = facts.fps
        self.slots = sum(endpoint.settings.workers for endpoint in of)
        self.continues = all("continue" in endpoint.facts.starts for endpoint in of)
        self.ends = panels != "none" and all(endpoint.facts.end_image for endpoint in of)
        self.references = any(endpoint.facts.references for endpoint in of)
        self.seconds_per_second = min(costs.estimate(endpoint.settings) or 60.0 for endpoint in of)
        self.revision = hashlib.sha256(json.dumps([facts.id, of[0].settings.steps, panels, PROMPT_REVISION]).encode()).hexdigest()[:12]

    def size(self, format: Format, tier: Tier) -> tuple[int, int]:
        """The size of the tier's models."""
        return self._sizes[format]

    async def submit(self, order: ShotOrder) -> str:
        """Give the order to the first endpoint in turn that takes it. Unanswered when nobody knows whether it did."""
        found = await costs.all_learned(self._endpoints)
        dear = costs.dear(order.tier, self._endpoints, found)
        last: Unavailable = Unavailable(f"No endpoint takes {order.tier} shots now.")
        for endpoint in await endpoints.in_turn(self._endpoints, dear=dear, tried=await endpoints.tried_for(order.take)):
            if not await endpoints.admit(endpoint.id):
                continue
            sent = self._order(order, endpoint, found[endpoint.id])
            await _note(order, endpoint)
            try:
                job = await endpoint.api.run(endpoint.id, sent)
            except Busy as error:
                await endpoints.spared(endpoint.id)
                last = error
                continue
            except Unavailable as error:
                await endpoints.failed(endpoint.id, str(error), for_good=isinstance(error, Barred))
                last = error
                continue
            except OrderRefused:
                await _ended(order.take, "invalid")
                await endpoints.spared(endpoint.id)
                raise
            except Unanswered as error:
                await endpoints.failed(endpoint.id, str(error))
                raise
            provider_job = f"{endpoint.id}/{job}"
            await GpuRun.filter(take_id=order.take, provider_job=None).update(provider_job=provider_job)
            return provider_job
        await _ended(order.take, "not taken")
        raise last

    def _order(self, order: ShotOrder, endpoint: Endpoint, found: costs.Learned | None) -> Order:
        timeout_s = _timeout_s(order, endpoint, found)
        ttl_s = timeout_s + QUEUE_S_MAX + 600
        return Order(order.take, request_for(order, endpoint, self._addresses, ttl_s).model_dump(mode="json", exclude_none=True), timeout_s, ttl_s)

    async def poll(self, provider_job: str) -> Answer:
        """What the endpoint says; a job that stands still is called back and counts as failed."""
        seen = await _seen(provider_job)
        endpoint = self._by_id.get(seen.run.endpoint) if seen else None
        if seen is None or endpoint is None:
            return Unknown()
        try:
            state = await endpoint.api.status(endpoint.id, _job(provider_job))
        except Unavailable:
            if seen.sent_s < QUEUE_S_MAX + 3600:
                raise
            state = None  # it has been silent for so long that storage is all that is left
        match state:
            case None if seen.sent_s < NEW_S:
                return await self.recover(seen.run.take_id, seen.run.folder) or Running(queued=True)
            case None:
                return Unknown()
            case JobState("IN_QUEUE"):
                return await self._waits(endpoint, seen)
            case JobState("IN_PROGRESS"):
                return await self._works(endpoint, seen, state)
        return await self._over(endpoint, seen.run, state)

    async def _waits(self, endpoint: Endpoint, seen: Seen) -> Answer:
        """In its queue. A worker that starts up is waited for; a queue that nobody serves is not."""
        if seen.sent_s < endpoint.settings.cold_start_s:
            return Running(queued=True)
        health = await endpoint.api.health(endpoint.id)
        if (health.alive or health.starting) and seen.sent_s < QUEUE_S_MAX:
            return Running(queued=True)
        return await self._give_up(endpoint, seen, f"nobody at {endpoint.id} took it for {seen.sent_s:.0f} s")

    async def _works(self, endpoint: Endpoint, seen: Seen, state: JobState) -> Answer:
        progress = parse_progress(state.output)
        seq = progress.seq if progress else 0
        if seen.run.begun_at is None or seq > seen.run.seq:
            await connections.get("default").execute_query_dict(_MOVED, [seen.run.id, seq])
        elif seen.still_s > endpoint.settings.stall_s + (0 if seq else endpoint.settings.cold_start_s):
            return await self._give_up(endpoint, seen, f"{endpoint.id} has said nothing new for {seen.still_s:.0f} s")
        return Running(progress.fraction * 0.98 if progress else 0.0, progress.eta_s if progress else None)

    async def _give_up(self, endpoint: Endpoint, seen: Seen, why: str) -> Failed:
        log.warning("take %d is called back: %s", seen.run.take_id, why)
        if seen.run.provider_job:
            await endpoint.api.cancel(endpoint.id, _job(seen.run.provider_job))
        used_s = seen.begun_s or 0.0
        return await self._failed(seen.run, RenderFailure(code="internal", message=why[:500], retryable=True, gpu_seconds=used_s), "stalled")

    async def _over(self, endpoint: Endpoint, run: GpuRun, state: JobState) -> Answer:
        if state.state == "COMPLETED":
            said = parse_output(state.output)
            if isinstance(said, RenderResult):
                return await self._landed(run, said, state.executed_s)
        elif state.state == "FAILED":
            said = parse_output(state.error if state.error is not None else state.output)
        else:
            said = RenderFailure(code="internal", message=f"The job is {state.state}.", retryable=True)
        if isinstance(said, RenderResult):  # a result among the errors is none
            said = RenderFailure(code="internal", message="The worker failed after its work was done.", retryable=True)
        code = {"CANCELLED": "cancelled", "TIMED_OUT": "timeout"}.get(state.state, said.code)
        return await self._failed(run, said.model_copy(update={"gpu_seconds": max(said.gpu_seconds, state.executed_s)}), code)

    async def _landed(self, run: GpuRun, result: RenderResult, executed_s: float = 0.0) -> Landed | Failed:
        """What came, if it is what this take ordered: the keys are ours, never the worker's."""
        if result.job_id != job_id(run.take_id):
            return await self._failed(run, RenderFailure(code="internal", message=f"The result is of {result.job_id}.", retryable=True), "internal")
        if await _ended(run.take_id, "landed"):
            await endpoints.landed(run.endpoint)
            async with transaction() as tx:  # its worker is free: the next shot need not wait until this one was looked at
                tx.want("dispatch", self.name)
        gpu_s = max(executed_s, result.gpu_seconds)
        folder = run.folder
        return Landed(
            f"{folder}/video.mp4", result.sha256.video, result.frames, gpu_s=gpu_s, cost_usd=gpu_s * run.usd_per_s,
            tail_key=f"{folder}/tail.mkv", gpu=result.gpu[:60] or run.gpu, usd_per_s=run.usd_per_s,
        )  # fmt: skip

    async def _failed(self, run: GpuRun, said: RenderFailure, code: str) -> Failed:
        if await _ended(run.take_id, code):
            if code in BLAMELESS:
                await endpoints.spared(run.endpoint)
            else:
                await endpoints.failed(run.endpoint, f"{code}: {said.message}")
        gpu_s = said.gpu_seconds
        return Failed(code, said.message, said.retryable or code != "invalid", gpu_s, gpu_s * run.usd_per_s, said.gpu[:60] or run.gpu, run.usd_per_s)

    async def cancel(self, provider_job: str) -> None:
        """Have the endpoint stop it."""
        seen = await _seen(provider_job)
        endpoint = self._by_id.get(seen.run.endpoint) if seen else None
        if endpoint:
            await endpoint.api.cancel(endpoint.id, _job(provider_job))

    async def find(self, take: int) -> str | None:
        """The job id, where the answer came but we died before the take knew."""
        run = await GpuRun.get_or_none(take_id=take)
        return run.provider_job if run else None

    async def recover(self, take: int, folder: str) -> Landed | Failed | None:
        """What the worker left in the take's folder."""
        run, key = await GpuRun.get_or_none(take_id=take), f"{folder}/manifest.json"
        if run is None or not await self._storage.find(key):
            return None
        try:
            manifest = Manifest.model_validate_json((await self._storage.fetch(key)).read_bytes())
        except ValidationError as error:
            log.warning("the manifest of take %d says nothing: %s", take, error.errors(include_input=False, include_url=False)[:3])
            return None
        return await self._landed(run, manifest.result)

    async def usd_per_second(self, tier: Tier) -> Rate | None:
        """The rate of the cheapest endpoint; beyond all bounds where nobody knows any."""
        return min((await self.rates(tier)).values(), key=lambda rate: rate.usd, default=Rate(float("inf"), False))

    async def rates(self, tier: Tier) -> dict[str, Rate]:
        """The rate of each endpoint of which anything is known."""
        found = await costs.all_learned(self._endpoints)
        return {endpoint.id: rate for endpoint in self._endpoints if (rate := costs.rate_of(endpoint.settings, found[endpoint.id]))}


def _timeout_s(order: ShotOrder, endpoint: Endpoint, found: costs.Learned | None) -> int:
    """Four times what it should take by what was learned or estimated, and a cold start."""
    per_s = max(found.gpu_s if found else UNKNOWN_S, costs.estimate(endpoint.settings) or 0.0)
    return max(TIMEOUT_S_MIN, int(endpoint.settings.cold_start_s + 4 * per_s * order.frames / order.fps))


def job_id(take: int) -> str:
    """The worker's name for a take."""
    return f"take-{take}"


def whole_frames(frames: int) -> int:
    """The fewest frames a model makes that are enough: one more than a multiple of four."""
    return -(-(frames - 1) // 4) * 4 + 1


def request_for(order: ShotOrder, endpoint: Endpoint, addresses: Addresses, seconds: int) -> RenderRequest:
    """The worker's message for this order, its addresses good for so many seconds."""
    facts, prompt = endpoint.facts, prompt_for(order, endpoint.facts.family, guided=endpoint.facts.guidance > 1)

    def target(name: str) -> PutTarget:
        return PutTarget(key=f"{order.folder}/{name}", url=addresses.put(f"{order.folder}/{name}", seconds))

    start: TextStart | ImageStart | ContinueStart = TextStart()
    if order.tail_key and "continue" in facts.starts:
        start = ContinueStart(tail_url=addresses.get(order.tail_key, seconds), frames=OVERLAP_FRAMES)
    elif order.image_key and "image" in facts.starts:
        start = ImageStart(image_url=addresses.get(order.image_key, seconds))
    references = order.references[:REFERENCES_MAX] if facts.references else ()
    end = addresses.get(order.end_key, seconds) if order.end_key and facts.end_image else None
    return RenderRequest(
        job_id=job_id(order.take), attempt=1, model=facts.id, prompt=prompt.positive, negative_prompt=prompt.negative, seed=order.seed,
        width=order.width, height=order.height, fps=order.fps, frames=whole_frames(order.frames), steps=endpoint.settings.steps, start=start,
        end_image_url=end,
        references=tuple(Reference(kind=one.kind, url=addresses.get(one.key, seconds)) for one in references),
        upload=Upload(
            video=target("video.mp4"), tail=target("tail.mkv"), poster=target("poster.jpg"), manifest=target("manifest.json"),
            done_url=addresses.get(f"{order.folder}/manifest.json", seconds),
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """A run with how long ago things happened, in seconds."""

    run: GpuRun
    sent_s: float
    begun_s: float | None
    still_s: float


_AGES = """SELECT extract(epoch FROM now() - sent_at)::float8 AS sent_s, extract(epoch FROM now() - begun_at)::float8 AS begun_s,
 extract(epoch FROM now() - coalesce(moved_at, sent_at))::float8 AS still_s FROM gpu_run WHERE id = $1"""
_MOVED = "UPDATE gpu_run SET seq = $2, moved_at = now(), begun_at = coalesce(begun_at, now()) WHERE id = $1 RETURNING id"
_NOTE = """INSERT INTO gpu_run (take_id, endpoint, folder, gpu, usd_per_s, model, sent_at) VALUES ($1, $2, $3, $4, $5, $6, now())
 ON CONFLICT (take_id) DO UPDATE SET endpoint = $2, gpu = $4, usd_per_s = $5, model = $6, sent_at = now(), ended_at = NULL, outcome = '' RETURNING id"""
_ENDED = "UPDATE gpu_run SET ended_at = now(), outcome = $2 WHERE take_id = $1 AND ended_at IS NULL RETURNING id"


async def _seen(provider_job: str) -> Seen | None:
    run = await GpuRun.get_or_none(provider_job=provider_job)
    if run is None:
        return None
    ages: dict[str, Any] = (await connections.get("default").execute_query_dict(_AGES, [run.id]))[0]
    return Seen(run, **ages)


async def _note(order: ShotOrder, endpoint: Endpoint) -> None:
    of = endpoint.settings
    row = [order.take, endpoint.id, order.folder, of.gpu, of.usd_per_s, costs.served_by(of)]
    await connections.get("default").execute_query_dict(_NOTE, row)


async def _ended(take: int, outcome: str) -> bool:
    """Write down how it ended; says whether nobody had yet, so that an endpoint is judged once."""
    return bool(await connections.get("default").execute_query_dict(_ENDED, [take, outcome[:20]]))


def _job(provider_job: str) -> str:
    return provider_job.partition("/")[2]
