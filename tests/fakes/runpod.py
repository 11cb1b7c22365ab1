"""A stand-in for RunPod serverless: the client's API and the channels of its workers, spoken to by our client and by the SDK's own worker loop.

    async with FakeRunPod(endpoints=("ep-a",)).running() as runpod:
        api = RunPodApi(runpod.url, runpod.key, hook)
        worker = Popen(..., env=runpod.environment("ep-a", "worker-1"))
        runpod.next("run", "drop after taking")        # what goes wrong, in this order
        runpod.chance = Chance(0.2, seed=1)             # or by chance

As strict as the service: unknown routes, fields and keys get the error it would give and are noted in `complaints`, which fail the test
when `running()` ends. Payloads up to 10 MB; results kept 30 minutes; webhooks tried three times, 10 s apart; executionTimeout and ttl are
kept. All by `Clock`, which may run fast or be put forward.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import time
import uuid
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from tests.fakes.serving import serving

PAYLOAD_MAX = 10 * 1000 * 1000
RESULT_S = 1800.0
HOOK_TRIES, HOOK_APART_S = 3, 10.0
SILENT_S = 60.0
"""A worker that is not heard of for so long is dead."""
RETRIES = 2
"""How often a job whose worker died is given to another."""
POLICY = {"executionTimeout": (5_000, 604_800_000), "ttl": (10_000, 604_800_000), "lowPriority": (0, 1)}
ENDED = ("COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT")
FAULTS = {
    "run": ("429", "500 not taken", "500 after taking", "drop before taking", "drop after taking"),
    "status": ("429", "500", "drop"),
    "cancel": ("500",),
    "hook": ("lost", "late", "doubled"),
    "job": ("worker dies", "stands still", "result expires"),
}
"""Everything that can go wrong, by where it does."""


class Clock:
    """Time, `speed` times as fast as real, and put forward at will."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed, self._began, self._ahead = speed, time.monotonic(), 0.0

    def now(self) -> float:
        return (time.monotonic() - self._began) * self.speed + self._ahead

    def forward(self, seconds: float) -> None:
        self._ahead += seconds

    async def sleep(self, seconds: float) -> None:
        until = self.now() + seconds
        while (left := until - self.now()) > 0:  # noqa: ASYNC110  the clock may be put forward meanwhile
            await asyncio.sleep(min(0.02, left / self.speed))


@dataclass
class Chance:
    """Every call and every job goes wrong with this probability, each kind as likely as the others."""

    rate: float
    seed: int = 0
    kinds: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(FAULTS))
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def fault(self, where: str) -> str | None:
        kinds = self.kinds.get(where, ())
        return self._random.choice(kinds) if kinds and self._random.random() < self.rate else None


@dataclass
class Job:
    """One job and all that happened to it."""

    id: str
    endpoint: str
    input: dict[str, Any]
    webhook: str | None
    timeout_s: float
    ttl_s: float
    at: float
    status: str = "IN_QUEUE"
    output: Any = None
    error: Any = None
    worker: str = ""
    begun: float = 0.0
    ended: float = 0.0
    heard: float = 0.0
    deliveries: int = 0
    fault: str | None = None
    log: list[tuple[str, Any]] = field(default_factory=list)

    def view(self) -> dict[str, Any]:
        seen: dict[str, Any] = {"id": self.id, "status": self.status}
        if self.worker:
            seen |= {"workerId": self.worker, "delayTime": int((self.begun - self.at) * 1000)}
        if self.status in ENDED and self.begun:
            seen["executionTime"] = int((self.ended - self.begun) * 1000)
        if self.output is not None:
            seen["output"] = self.output
        if self.error is not None:
            seen["error"] = self.error
        return seen


class FakeRunPod:
    """The service. Set its attributes before or while it runs."""

    def __init__(self, *, endpoints: tuple[str, ...] = ("ep-a",), key: str = "rpa_test", clock: Clock | None = None) -> None:
        self.key, self.worker_key, self.clock = key, "worker-secret", clock or Clock()
        self.endpoints = set(endpoints)
        self.url = ""
        self.jobs: dict[str, Job] = {}
        self.complaints: list[str] = []
        self.chance: Chance | None = None
        self.happened: list[tuple[str, str]] = []
        """Every fault that happened: (where, which)."""
        self.closed: set[str] = set()
        """Endpoints that take orders and never give them to a worker."""
        self.down: set[str] = set()
        """Endpoints that answer everything with 500."""
        self.starting: set[str] = set()
        """Endpoints that say their workers are coming up."""
        self.hooks: list[tuple[str, int]] = []
        """Webhooks that were sent: (job, status of the answer, 0 for none)."""
        self._queued: dict[str, deque[str]] = defaultdict(deque)
        self._stops: dict[str, list[str]] = defaultdict(list)
        self._workers: dict[str, tuple[str, float]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._http: ClientSession | None = None

    # what tests say and ask

    def next(self, where: str, *faults: str) -> None:
        """These go wrong next, in this order."""
        unknown = set(faults) - set(FAULTS[where])
        assert not unknown, unknown
        self._queued[where].extend(faults)

    def environment(self, endpoint: str, worker: str) -> dict[str, str]:
        """What RunPod sets for a worker."""
        base = f"{self.url.removesuffix('/v2')}/w/{endpoint}"
        return {
            "RUNPOD_WEBHOOK_GET_JOB": f"{base}/job-take/$ID?gpu=H200", "RUNPOD_WEBHOOK_POST_OUTPUT": f"{base}/job-done/$RUNPOD_POD_ID/$ID?gpu=H200",
            "RUNPOD_WEBHOOK_POST_STREAM": f"{base}/job-stream/$RUNPOD_POD_ID/$ID?gpu=H200", "RUNPOD_WEBHOOK_PING": f"{base}/ping/$RUNPOD_POD_ID",
            "RUNPOD_AI_API_KEY": self.worker_key, "RUNPOD_POD_ID": worker, "RUNPOD_ENDPOINT_ID": endpoint, "RUNPOD_PING_INTERVAL": "1000",
            "RUNPOD_SKIP_AUTO_SYSTEM_CHECKS": "true", "RUNPOD_SKIP_GPU_CHECK": "true",
        }  # fmt: skip

    def open(self) -> list[Job]:
        """Jobs that are not over."""
        return [job for job in self.jobs.values() if job.status not in ENDED]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeRunPod]:
        """Serve on loopback while the block lasts."""
        async with serving(self._app()) as address, ClientSession(timeout=ClientTimeout(total=5)) as self._http:
            self.url = f"{address}/v2"
            watch = asyncio.create_task(self._watch())
            try:
                yield self
            finally:
                for task in (watch, *self._tasks):
                    task.cancel()
                    with contextlib.suppress(asyncio.CancelledError):
                        await task
        assert not self.complaints, self.complaints

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=64 << 20)
        client, worker = "/v2/{endpoint}", "/w/{endpoint}"
        app.add_routes([
            web.post(f"{client}/run", self._run), web.get(f"{client}/status/{{job}}", self._status), web.post(f"{client}/cancel/{{job}}", self._cancel),
            web.get(f"{client}/health", self._health), web.post(f"{client}/purge-queue", self._purge),
            web.get(f"{worker}/job-take/{{worker}}", self._take), web.get(f"{worker}/job-stop/{{worker}}", self._stop),
            web.post(f"{worker}/job-done/{{worker}}/{{job}}", self._done), web.post(f"{worker}/job-stream/{{worker}}/{{job}}", self._stream),
            web.get(f"{worker}/ping/{{worker}}", self._ping), web.route("*", "/{other:.*}", self._unknown),
        ])  # fmt: skip
        return app

    def _fault(self, where: str) -> str | None:
        found = self._queued[where].popleft() if self._queued[where] else self.chance.fault(where) if self.chance else None
        if found:
            self.happened.append((where, found))
        return found

    def _complain(self, text: str, status: int = 400) -> web.Response:
        self.complaints.append(text)
        return web.json_response({"error": text}, status=status)

    async def _unknown(self, request: web.Request) -> web.Response:
        return self._complain(f"no route {request.method} {request.path}", 404)

    # the client's API

    def _barred(self, request: web.Request) -> web.Response | None:
        endpoint = request.match_info["endpoint"]
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            return web.json_response({"error": "unauthorized"}, status=401)
        if endpoint in self.down:
            return web.json_response({"error": "internal server error"}, status=500)
        if endpoint not in self.endpoints:
            return web.json_response({"error": "endpoint not found"}, status=404)
        if request.query:
            return self._complain(f"no query is known to {request.path}: {dict(request.query)}")
        return None

    async def _run(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        data = await request.read()
        if len(data) > PAYLOAD_MAX:
            return web.json_response({"error": "payload too large"}, status=413)
        body = json.loads(data)
        if wrong := wrong_order(body, request.content_type):
            return self._complain(wrong)
        fault = self._fault("run")
        if fault == "429":
            return web.json_response({"error": "too many requests"}, status=429)
        if fault == "500 not taken":
            return web.json_response({"error": "internal server error"}, status=500)
        if fault == "drop before taking":
            return _drop(request)
        policy = body.get("policy", {})
        job = Job(
            str(uuid.uuid4()), request.match_info["endpoint"], body["input"], body.get("webhook"),
            policy.get("executionTimeout", 600_000) / 1000, policy.get("ttl", 86_400_000) / 1000, self.clock.now(),
        )  # fmt: skip
        self.jobs[job.id] = job
        if fault == "drop after taking":
            return _drop(request)
        if fault == "500 after taking":
            return web.json_response({"error": "internal server error"}, status=500)
        return web.json_response({"id": job.id, "status": "IN_QUEUE"})

    def _job(self, request: web.Request) -> Job | None:
        job = self.jobs.get(request.match_info["job"])
        if job is None or job.endpoint != request.match_info["endpoint"]:
            return None
        expired = job.status in ENDED and (self.clock.now() - job.ended > RESULT_S or job.fault == "result expires")
        return None if expired else job

    async def _status(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        match self._fault("status"):
            case "429":
                return web.json_response({"error": "too many requests"}, status=429)
            case "500":
                return web.json_response({"error": "internal server error"}, status=500)
            case "drop":
                return _drop(request)
        job = self._job(request)
        return web.json_response(job.view()) if job else web.json_response({"error": "request does not exist"}, status=404)

    async def _cancel(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        if self._fault("cancel"):
            return web.json_response({"error": "internal server error"}, status=500)
        job = self._job(request)
        if job is None:
            return web.json_response({"error": "request does not exist"}, status=404)
        if job.status not in ENDED:
            if job.status == "IN_PROGRESS":
                self._stops[job.worker].append(job.id)
            await self._end(job, "CANCELLED")
        return web.json_response(job.view())

    async def _health(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        endpoint = request.match_info["endpoint"]
        mine = [job for job in self.jobs.values() if job.endpoint == endpoint]
        count = {status: sum(job.status == status for job in mine) for status in ("IN_QUEUE", "IN_PROGRESS", *ENDED)}
        alive = sum(of == endpoint and self.clock.now() - heard < SILENT_S for of, heard in self._workers.values())
        busy = min(alive, count["IN_PROGRESS"])
        jobs = {"completed": count["COMPLETED"], "failed": count["FAILED"], "inProgress": count["IN_PROGRESS"], "inQueue": count["IN_QUEUE"], "retried": 0}
        workers = {"idle": alive - busy, "initializing": int(endpoint in self.starting), "ready": alive - busy, "running": busy, "throttled": 0, "unhealthy": 0}
        return web.json_response({"jobs": jobs, "workers": workers})

    async def _purge(self, request: web.Request) -> web.Response:
        if barred := self._barred(request):
            return barred
        waiting = [job for job in self.jobs.values() if job.endpoint == request.match_info["endpoint"] and job.status == "IN_QUEUE"]
        for job in waiting:
            await self._end(job, "CANCELLED")
        return web.json_response({"removed": len(waiting), "status": "completed"})

    # the workers' channels

    def _worker(self, request: web.Request, *query: str) -> tuple[str, str]:
        endpoint, worker = request.match_info["endpoint"], request.match_info["worker"]
        if request.headers.get("Authorization") != self.worker_key:
            raise web.HTTPUnauthorized
        if unknown := set(request.query) - {*query, "gpu"}:
            self.complaints.append(f"unknown query of a worker: {unknown}")
        self._workers[worker] = (endpoint, self.clock.now())
        return endpoint, worker

    async def _take(self, request: web.Request) -> web.Response:
        endpoint, worker = self._worker(request, "job_in_progress")

        def next_job() -> dict[str, Any] | None:
            waiting = [job for job in self.jobs.values() if job.endpoint == endpoint and job.status == "IN_QUEUE"]
            for job in () if endpoint in self.closed else waiting:
                now = self.clock.now()
                job.status, job.worker, job.begun, job.heard = "IN_PROGRESS", worker, now, now
                job.deliveries, job.output = job.deliveries + 1, None
                job.fault = job.fault or self._fault("job")
                job.log.append(("taken", worker))
                if job.fault in ("worker dies", "stands still"):  # somebody else took it, who will not be heard of again
                    job.worker = f"doomed-{job.id[:8]}"
                    continue
                return {"id": job.id, "input": job.input, **({"webhook": job.webhook} if job.webhook else {})}
            return None

        return await _when_there(request, next_job)

    async def _stop(self, request: web.Request) -> web.Response:
        _, worker = self._worker(request)
        return await _when_there(request, lambda: {"jobsToStop": self._stops.pop(worker)} if self._stops.get(worker) else None)

    async def _done(self, request: web.Request) -> web.Response:
        _, worker = self._worker(request, "isStream")
        body = json.loads(await request.text())
        job = self.jobs.get(request.match_info["job"])
        if job is None:
            return self._complain(f"done with a job that never was: {body}", 404)
        job.log.append(("done", body))
        if unknown := set(body) - {"output", "error", "status", "stopPod"}:
            return self._complain(f"unknown fields in a result: {unknown}")
        if job.status != "IN_PROGRESS" or job.worker != worker:
            return web.Response()  # it is over, or somebody else's
        job.heard = self.clock.now()
        if body.get("status") == "IN_PROGRESS":
            job.output = body.get("output")
            return web.Response()
        job.output, job.error = body.get("output"), body.get("error")
        await self._end(job, "FAILED" if "error" in body else "COMPLETED")
        return web.Response()

    async def _stream(self, request: web.Request) -> web.Response:
        self._worker(request, "isStream")
        return web.Response()

    async def _ping(self, request: web.Request) -> web.Response:
        _, worker = self._worker(request, "job_id", "runpod_version")
        for id in request.query.get("job_id", "").split(","):
            if id in self.jobs and self.jobs[id].worker == worker:
                self.jobs[id].heard = self.clock.now()
        return web.Response()

    # time passes

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(0.02)
            now = self.clock.now()
            for job in self.open():
                if now - job.at > job.ttl_s or (job.status == "IN_PROGRESS" and now - job.begun > job.timeout_s):
                    if job.status == "IN_PROGRESS":
                        self._stops[job.worker].append(job.id)
                    await self._end(job, "TIMED_OUT")
                elif job.status == "IN_PROGRESS" and now - job.heard > SILENT_S and job.fault != "stands still":
                    job.fault = None
                    if job.deliveries > RETRIES:
                        job.error = "job failed: worker exited"
                        await self._end(job, "FAILED")
                    else:
                        job.status, job.worker = "IN_QUEUE", ""

    async def _end(self, job: Job, status: str) -> None:
        job.status, job.ended = status, self.clock.now()
        if not job.begun:
            job.begun = job.ended
        job.log.append(("ended", status))
        if job.webhook:
            task = asyncio.create_task(self._tell(job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _tell(self, job: Job) -> None:
        fault = self._fault("hook")
        if fault == "lost":
            return
        if fault == "late":
            await self.clock.sleep(45)
        for _ in range(2 if fault == "doubled" else 1):
            for attempt in range(HOOK_TRIES):
                if attempt:
                    await self.clock.sleep(HOOK_APART_S)
                if await self._post(job):
                    break

    async def _post(self, job: Job) -> bool:
        assert self._http
        assert job.webhook
        try:
            async with self._http.post(job.webhook, json={**job.view(), "input": job.input, "webhook": job.webhook}) as answer:
                status = answer.status
        except (ClientError, TimeoutError):
            status = 0
        self.hooks.append((job.id, status))
        return status == 200


def wrong_order(body: Any, content_type: str) -> str | None:
    """What the service would not take about the body of a /run."""
    if content_type != "application/json":
        return f"content type {content_type}"
    if not isinstance(body, dict) or not isinstance(body.get("input"), dict):
        return "input is not an object"
    if unknown := set(body) - {"input", "webhook", "policy", "s3Config"}:
        return f"unknown fields: {unknown}"
    policy = body.get("policy", {})
    for name, value in policy.items():
        if name not in POLICY:
            return f"unknown policy: {name}"
        low, high = POLICY[name]
        if not isinstance(value, int) or not low <= value <= high:
            return f"policy {name} is {value!r}, not {low} to {high}"
    hook = urlsplit(body.get("webhook", "http://x"))
    return None if hook.scheme in ("http", "https") and hook.hostname else f"webhook {body['webhook']!r}"


def _drop(request: web.Request) -> web.Response:
    """Close the connection instead of answering."""
    assert request.transport
    request.transport.close()
    return web.Response()


async def _when_there(request: web.Request, look: Callable[[], Any]) -> web.Response:
    """A long poll: up to five seconds, as long as the worker waits."""
    until = time.monotonic() + 5
    while time.monotonic() < until and request.transport and not request.transport.is_closing():
        if (found := look()) is not None:
            return web.json_response(found)
        await asyncio.sleep(0.01)
    return web.Response(status=204)
