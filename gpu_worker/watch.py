"""What a running shot tells (where it is, how long each stage took) and is told (stop); between `engine`, the models and `handler`.

The render thread calls `check` between transformer blocks, denoise steps and decoded pieces; once the job was cancelled, that raises.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gpu_worker.contract import Progress, Stage
from gpu_worker.errors import Cancelled

Tell = Callable[[Progress], None]


class Watch:
    """One per shot. `tell` is called in the render thread with every change; it throttles itself."""

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._seq = 0
        self._left_s = 0.0
        self.stage: Stage = "fetch"
        self.window, self.windows, self.step, self.steps = 0, 1, 0, 1
        self.timings_s: dict[str, float] = {}

    def stop(self) -> None:
        """Ask the render thread to end at its next check. Any thread may call this."""
        self._stop.set()

    def check(self) -> None:
        """Raises Cancelled once `stop` was called."""
        if self._stop.is_set():
            raise Cancelled

    @contextmanager
    def during(self, stage: Stage) -> Iterator[None]:
        """Name the stage and add its seconds to the timings."""
        self.check()
        self.stage = stage
        self._say()
        began = time.perf_counter()
        try:
            yield
        finally:
            self.timings_s[stage] = self.timings_s.get(stage, 0.0) + time.perf_counter() - began

    def at_window(self, window: int, windows: int, steps: int) -> None:
        """A window begins; both count from 1."""
        self.window, self.windows, self.step, self.steps = window, max(window, windows), 0, steps

    def at_step(self, step: int, seconds: float) -> None:
        """A denoise step ended; it took `seconds`. Raises Cancelled."""
        self.check()
        self.step = step
        steps_left = (self.windows - self.window) * self.steps + self.steps - step
        self._left_s = steps_left * seconds
        self._say()

    def _say(self) -> None:
        if self._tell is None:
            return
        self._seq += 1
        eta = round(self._left_s, 1) if self.step else None
        self._tell(Progress(seq=self._seq, stage=self.stage, window=self.window, windows=self.windows, step=self.step, steps=self.steps, eta_s=eta))
