"""A studio whose shots are rendered on a faked RunPod by workers in the SDK's real loop, with the real web process between them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bots.web.app import application
from bots.web.plane import PlaneRoutes
from core import jobs
from core.config import GpuEndpoint, Settings
from core.links import Links
from core.rendering.addresses import Addresses
from core.rendering.endpoints import Endpoint
from core.rendering.gpu import GpuRenderer
from core.rendering.gpu_api import Api
from core.rendering.handlers import handlers
from core.rendering.own_gpu import OwnPlane
from core.rendering.runpod import RunPodApi
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from core.writing.script import Format
from tests.core.rendering.conftest import Lot
from tests.fakes.instant import InstantRenderer, PaperCutter
from tests.fakes.runpod import Clock, FakeRunPod
from tests.fakes.sdk_loop import sdk_worker
from tests.fakes.serving import serving
from tests.fakes.shot_worker import Shots

ROOT = Path(__file__).parents[4]
SIZES: dict[Format, tuple[int, int]] = {"youtube": (64, 48), "shorts": (48, 64), "tiktok": (48, 64), "reels": (48, 64), "square": (64, 64)}
MODEL = "skyreels-v2-df-1.3b-540p"


def endpoint(id: str = "ep-a", **more: Any) -> GpuEndpoint:
    """An endpoint that is quick to be given up."""
    given: dict[str, Any] = {"model": MODEL, "tiers": ("draft", "standard"), "gpu": "H200", "usd_per_s": 0.001, "workers": 4} | more
    return GpuEndpoint(id=id, **given)


@dataclass
class GpuLot(Lot):
    """The studio, the faked RunPod, and the workers that a test starts."""

    runpod: FakeRunPod = None  # type: ignore[assignment]
    api: RunPodApi = None  # type: ignore[assignment]
    links: Links = None  # type: ignore[assignment]
    plane: OwnPlane = field(default_factory=OwnPlane)
    home: Path = Path()
    base: str = ""
    shots: Shots = None  # type: ignore[assignment]
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def serve(self, *endpoints: GpuEndpoint, own: Sequence[GpuEndpoint] = (), tier: str = "standard", **more: Any) -> GpuRenderer:
        """Have these endpoints render the tier from now on."""
        of: list[tuple[GpuEndpoint, Api]] = [*((each, self.api) for each in endpoints), *((each, self.plane) for each in own)]
        addresses = Addresses(self.studio.storage, self.links)
        gpu = GpuRenderer(tier, [Endpoint(each, api) for each, api in of], self.studio.storage, addresses, sizes=SIZES, **more)  # type: ignore[arg-type]
        gpu.poll_s = 0.05
        self.studio.renderers.clear()  # type: ignore[attr-defined]
        self.studio.renderers[tier] = gpu  # type: ignore[index]
        return gpu

    def worker(self, endpoint: str = "ep-a", name: str = "worker-1", *, environment: dict[str, str] | None = None, **more: str) -> subprocess.Popen[bytes]:
        """Start a worker of an endpoint in a process of its own."""
        notes = self.home / name
        notes.mkdir(exist_ok=True)
        given = {**os.environ, **(environment or self.runpod.environment(endpoint, name)), "NOTES": str(notes), "PYTHONPATH": str(ROOT), **more}
        with (notes / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.fakes.shot_worker"], env=given, cwd=self.home, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        self.processes.append(process)
        return process

    def inside(self, endpoint: str = "ep-a", name: str = "inside", **more: Any) -> contextlib.AbstractAsyncContextManager[Any]:
        """A worker in the SDK's loop within this process; its handler is `self.shots`."""
        self.shots = Shots(self.home / name, **more)
        return sdk_worker(self.runpod.environment(endpoint, name), self.shots)

    def notes(self, what: str, name: str = "worker-1") -> list[str]:
        """What a worker noted."""
        file = self.home / name / what
        return file.read_text().splitlines() if file.exists() else []

    async def until(self, there: Callable[[], Any], seconds: float = 120.0) -> None:
        """Work on jobs as they fall due, until something is so."""
        deadline = asyncio.get_running_loop().time() + seconds
        while not there():
            assert asyncio.get_running_loop().time() < deadline, "it never came"
            await self.due()
            await asyncio.sleep(0.02)

    async def due(self) -> None:
        """Run the jobs that are due now, one after the other."""
        from tortoise import connections

        rows = await connections.get("default").execute_query_dict(
            "SELECT id FROM job WHERE done < wanted AND kind <> 'show' AND due_at <= now() AND (lease_until IS NULL OR lease_until < now()) ORDER BY due_at"
        )
        for row in rows:
            await jobs.run(row["id"], self.handlers)

    async def over(self, render_id: int, seconds: float = 180.0) -> Any:
        """Work until the render has ended; the ledger is proved."""
        from core.models import Render

        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            await self.due()
            render = await Render.get(id=render_id)
            if render.ended_at:
                break
            assert asyncio.get_running_loop().time() < deadline, f"{render.state}: {await self.takes(render_id)}"
            await asyncio.sleep(0.02)
        await self.prove()
        return render


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a worker as a power cut would, with the process that sends its heartbeat."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port() -> int:
    """A port that is free now."""
    import socket

    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@pytest.fixture
async def gpu(db: str, data_dir: Path, tmp_path: Path) -> AsyncIterator[GpuLot]:
    """The studio; `gpu.serve(endpoint())` and `gpu.worker()` set it going."""
    port = free_port()
    settings, storage, links = Settings(data_dir=data_dir), Storage.open("", data_dir), Links(f"http://127.0.0.1:{port}", b"secret")
    pencil = InstantRenderer(storage, data_dir / "pencil", name="pencil", tiers=("preview", "drawn"), submit_repeats=True)
    cutter, plane = PaperCutter(data_dir / "cuts"), OwnPlane()
    studio = Studio(settings, Workshop(data_dir / "workshop"), storage, {}, cutter, play=False)
    routes = PlaneRoutes(plane, "own-key", frozenset({"own-card"}))
    async with (
        FakeRunPod(endpoints=("ep-a", "ep-b"), clock=Clock(speed=20)).running() as runpod,
        serving(application(storage=storage, links=links, redis_url="redis://127.0.0.1:1", plane=routes), port) as base,
    ):
        api = RunPodApi(runpod.url, runpod.key, lambda take: links.hook("runpod", take))
        lot = GpuLot(
            studio, pencil, cutter, handlers(studio, None), runpod=runpod, api=api, links=links, plane=plane, home=tmp_path, base=base,  # type: ignore[arg-type]
        )  # fmt: skip
        yield lot
        for process in lot.processes:
            kill(process)
        await api.close()
