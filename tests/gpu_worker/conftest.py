"""What tests of the worker share: a tiny random checkpoint, a store, a handler on the processor."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from gpu_worker.contract import Progress, RenderRequest
from gpu_worker.handler import Handler

from . import tiny
from .store import Store


@pytest.fixture(scope="session")
def one_thread() -> Iterator[None]:
    """Tiny tensors on several threads, beside other tests, wait for each other most of the time."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def models(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `SYSRAI_MODEL_DIR` with tiny random weights."""
    return tiny.model_dir(tmp_path_factory.mktemp("models"))


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No card, no hub, no volume, a scratch folder of the test's own."""
    monkeypatch.setenv("SYSRAI_DEVICE", "cpu")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("SYSRAI_SCRATCH", str(tmp_path / "scratch"))


@pytest.fixture
def weights(models: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The checkpoint is found by everything that looks for it."""
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(models))
    return models


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    async with Store().running() as running:
        yield running


@pytest.fixture(scope="session")
def engine_(models: Path) -> Any:
    """One engine for all tests that do not bend its model: loading takes longer than a shot."""
    import torch

    from gpu_worker.engine import Engine

    return Engine(torch.device("cpu"))


class Bench:
    """A handler and what it said."""

    def __init__(self, engine: Any = None, **options: Any) -> None:
        self.config: dict[str, Any] = {}
        self.said: list[Progress] = []
        self.stepping = asyncio.Event()
        """Set while something denoises."""
        self.handler = Handler(self._heard, self.config, **{"progress_every_s": 0.0, "wait_s": 0.01, **options})
        self.handler._engine = engine

    async def _heard(self, job: dict[str, Any], progress: Progress) -> None:
        self.said.append(progress)
        if progress.step:
            self.stepping.set()

    async def ask(self, request: RenderRequest, id: str = "job-1") -> dict[str, Any]:
        return await self.handler.handle({"id": id, "input": request.model_dump(mode="json")})


@pytest.fixture
async def bench(weights: Path, engine_: Any) -> Bench:
    return Bench(engine_)


@pytest.fixture
async def idle(weights: Path) -> Bench:
    """A handler that has done nothing yet."""
    return Bench()


def request(**fields: Any) -> RenderRequest:
    """A small request, by default for nine frames from words, not delivered."""
    small = {"job_id": "take-1", "model": tiny.MODEL, "prompt": "a fox waits at a bus stop", "negative_prompt": "blurry", "seed": 7}
    return RenderRequest(**{**small, "width": 48, "height": 32, "frames": 9, "steps": 2, **fields})
