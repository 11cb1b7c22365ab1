"""One shot from request to files, window by window, with the model kept loaded between shots. Runs in the render thread of `handler`.

When the card's memory does not suffice, the shot climbs a ladder and goes on from the last frame that was already shown: the cache is emptied,
pictures are decoded in tiles, windows become shorter, weights leave the card between their turns; only then it fails, as OutOfMemory.
What was climbed stays so for the shots that follow: a card does not grow.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from gpu_worker.clip import ClipWriter, Files
from gpu_worker.contract import ContinueStart, ModelFacts, RenderRequest
from gpu_worker.errors import Invalid, OutOfMemory, WorkerBroken
from gpu_worker.fetch import Inputs
from gpu_worker.frames import Pixels
from gpu_worker.models import registry
from gpu_worker.models.base import Family, Settings, Wish
from gpu_worker.watch import Watch
from gpu_worker.windows import Window, plan

SHORTEST_WINDOW = 33
CARD_FELL_OVER = ("CUDA error", "cuDNN error", "CUBLAS_STATUS", "device-side assert")


@dataclass(frozen=True)
class Rendered:
    """What `Engine.render` made."""

    files: Files
    windows: int
    model_rev: str
    settings: Settings
    peak_vram_gb: float


@dataclass
class Ladder:
    """How far a model had to climb. `window`: how many frames a window may have by now."""

    window: int
    climbed: list[str] = field(default_factory=list)

    def climb(self, model: Family, smallest: int) -> None:
        """Take the next rung. Raises OutOfMemory after the last."""
        if not self.climbed:
            self.climbed.append("emptied")
        elif self.climbed == ["emptied"]:
            model.tile()
            self.climbed.append("tiled")
        elif self.window > max(smallest, SHORTEST_WINDOW):
            shorter = max(smallest, SHORTEST_WINDOW, self.window * 2 // 3)
            self.window = 1 + (shorter - 1) // model.step * model.step
            self.climbed.append(f"window {self.window}")
        elif "offloaded" not in self.climbed:
            model.offload()
            self.climbed.append("offloaded")
        else:
            raise OutOfMemory(f"the shot does not fit on {gpu_name()}, even tiled, in windows of {self.window} frames and with weights moved out")
        empty_cache()


class Engine:
    """Holds one loaded model. Not for two threads at once."""

    def __init__(self, device: torch.device | None = None) -> None:
        self.device = device or pick_device()
        self._model: Family | None = None
        self._revision = ""
        self._ladder = Ladder(0)
        self._shared: dict[str, dict[str, Any]] = {}

    def render(self, request: RenderRequest, inputs: Inputs, folder: Path, watch: Watch) -> Rendered:
        """Render the shot into files in `folder`. Raises ShotError, Cancelled."""
        entry = registry.entry(request.model)
        check(request, entry.facts)
        reset_peak(self.device)
        with faults(self.device):
            model = self._loaded(entry, watch)
            wish = wish_of(request, inputs, entry.facts)
            with ClipWriter(folder, request.width, request.height, request.fps, request.frames) as writer:
                windows = self._windows(model, wish, request, inputs, writer, watch)
                with watch.during("decode"):
                    files = writer.finish()
        settings: Settings = {
            "steps": wish.steps, "guidance": wish.guidance, "shift": wish.shift, "window": self._ladder.window, "ladder": ", ".join(self._ladder.climbed),
            **model.settings(),
        }  # fmt: skip
        return Rendered(files, windows, self._revision, settings, peak_gb(self.device))

    def _loaded(self, entry: registry.Entry, watch: Watch) -> Family:
        found = registry.weights(entry.facts.id)
        if self._model is not None and (self._model.facts.id, self._revision) == (entry.facts.id, found.revision):
            return self._model
        with watch.during("load"):
            self._model = None
            empty_cache()
            key = f"{entry.family}:{registry.digest(found.folder, registry.SHARED_PARTS)}"
            self._model = entry.load(found.folder, self.device, self._shared.get(key, {}))
            self._shared = {key: self._model.shared()}
            self._revision = found.revision
            self._ladder = Ladder(entry.facts.window)
        return self._model

    def _windows(self, model: Family, wish: Wish, request: RenderRequest, inputs: Inputs, writer: ClipWriter, watch: Watch) -> int:
        """Write all frames; after an OutOfMemory go on from the last one written. Returns how many windows it took."""
        given, first = inputs.given, 0
        known = 0
        if isinstance(request.start, ContinueStart) and given is not None:
            given = _usable(list(given), model)
            known = len(given)
        tail = given if known else None
        while True:
            windows = plan(request.frames - writer.written, window=self._ladder.window, overlap=model.overlap, before=known, step=model.step, first=first)
            try:
                for window in windows:
                    watch.at_window(window.index + 1, windows[-1].index + 1, wish.steps)
                    for piece in _shown(model.window(wish, window, given, watch), window):
                        writer.write(piece)
                        first = window.index + 1  # what was shown is not made again, not even with the same noise
                    given = _history(writer, tail, model)
                return first
            except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
                if not is_out_of_memory(error):
                    raise
            # outside of the except clause: the error's frames hold what must be freed
            if writer.written:
                given = _history(writer, tail, model)
                known = len(given)
            self._ladder.climb(model, 1 + 2 * (max(model.overlap, known, 1) - 1))


def _shown(pieces: Iterator[Pixels], window: Window) -> Iterator[Pixels]:
    """The frames of a window that are new, and no more than wished."""
    at, end = 0, window.known + window.new
    for piece in pieces:
        yield piece[max(0, window.known - at) : max(0, end - at)]
        at += len(piece)


def _history(writer: ClipWriter, tail: Pixels | None, model: Family) -> Pixels:
    """The last frames of what there is so far, the tail before it included: as many as the model goes on from."""
    frames = list(writer.last)
    if tail is not None and len(frames) < model.overlap:
        frames = [*tail, *frames]
    return _usable(frames, model)


def _usable(frames: list[Pixels], model: Family) -> Pixels:
    """The last of these frames: at most the model's overlap, and one more than a multiple of its step."""
    frames = frames[-model.overlap :]
    return np.stack(frames[-(1 + (len(frames) - 1) // model.step * model.step) :])


def wish_of(request: RenderRequest, inputs: Inputs, facts: ModelFacts) -> Wish:
    """The request with the model's own values where none were given."""
    picture = request.start.kind == "image"
    shift = facts.image_shift if picture else facts.shift
    guidance = facts.guidance if not picture or facts.image_guidance is None else facts.image_guidance
    return Wish(
        prompt=request.prompt, negative_prompt=request.negative_prompt, seed=request.seed, width=request.width, height=request.height, fps=request.fps,
        steps=facts.steps if request.steps is None else request.steps, guidance=guidance if request.guidance is None else request.guidance,
        shift=shift if request.shift is None else request.shift, end=inputs.end, references=inputs.references,
    )  # fmt: skip


def check(request: RenderRequest, facts: ModelFacts) -> None:
    """Refuse what the model cannot do. Raises Invalid."""
    if request.start.kind not in facts.starts:
        raise Invalid(f"{facts.id} cannot start from {request.start.kind}")
    if request.width % facts.size_step or request.height % facts.size_step:
        raise Invalid(f"{facts.id} renders sizes that are multiples of {facts.size_step}, not {request.width} × {request.height}")
    if request.end_image_url and not facts.end_image:
        raise Invalid(f"{facts.id} takes no end picture")
    if isinstance(request.start, ContinueStart) and request.start.frames >= facts.window:
        raise Invalid(f"{facts.id} has windows of {facts.window} frames")


def pick_device() -> torch.device:
    """The card, or the processor where `SYSRAI_DEVICE` wishes it.

    Raises WorkerBroken where torch cannot use the card that preflight saw: rendering on the processor of a rented card would cost hours.
    """
    if os.environ.get("SYSRAI_DEVICE") == "cpu":
        return torch.device("cpu")
    if not torch.cuda.is_available():
        raise WorkerBroken(f"torch cannot use the card: it is built for CUDA {torch.version.cuda}, the driver may be older", poisoned=True)
    return torch.device("cuda")


def gpu_name() -> str:
    """Name of the card, or "cpu"."""
    return torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu"


def empty_cache() -> None:
    """Give back what nobody holds any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def reset_peak(device: torch.device) -> None:
    """Begin to measure the highest use of memory."""
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)


def peak_gb(device: torch.device) -> float:
    """Highest use of the card's memory since `reset_peak`, in GB; 0 without a card."""
    return round(torch.cuda.max_memory_allocated(device) / 1e9, 3) if device.type == "cuda" else 0.0


def is_out_of_memory(error: BaseException) -> bool:
    """Whether this is the card's or the machine's memory."""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or "can't allocate memory" in str(error) or "out of memory" in str(error).lower()


@contextmanager
def faults(device: torch.device) -> Iterator[None]:
    """Errors of torch as errors of the worker. After a fault of the card its process is of no use any more."""
    try:
        yield
    except (torch.OutOfMemoryError, MemoryError) as error:
        raise OutOfMemory(f"the model does not fit on {gpu_name()}: {str(error)[:300]}") from error
    except RuntimeError as error:
        text = str(error)
        poisoned = type(error).__name__ == "AcceleratorError" or any(sign in text for sign in CARD_FELL_OVER)
        if is_out_of_memory(error) and not poisoned:
            raise OutOfMemory(f"the model does not fit on {gpu_name()}: {text[:300]}") from error
        raise WorkerBroken(f"{type(error).__name__}: {text[:500]}", poisoned=poisoned) from error
