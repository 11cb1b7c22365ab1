"""Why a shot does not come, as typed errors; raised all over the worker, turned into a `RenderFailure` by `handler`.

ShotError              code, message for the operator, whether the same request may succeed another time or elsewhere
├── Invalid            the request cannot be met by any worker: sizes, unknown model, a picture that is none
├── FetchFailed        a start picture or tail could not be fetched
├── DeliveryFailed     a file could not be put where it was wished
├── ModelMissing       this worker has no weights for the model
├── ModelBroken        the weights gave no picture (not-a-number)
├── OutOfMemory        it does not fit on this card, whatever was tried
└── WorkerBroken       the worker itself is in no state to go on; `poisoned`: its process must be replaced
Cancelled              whoever asked no longer wants it (not a failure)
"""

from __future__ import annotations

from typing import ClassVar

from gpu_worker.contract import FailureCode, RenderFailure


class ShotError(Exception):
    """Base: a shot that will not come, and why."""

    code: ClassVar[FailureCode] = "internal"
    poisoned = False

    def __init__(self, message: str, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable

    def failure(self, gpu: str = "", gpu_seconds: float = 0.0) -> RenderFailure:
        """The message to send back."""
        return RenderFailure(code=self.code, message=str(self)[:2000] or self.code, retryable=self.retryable, gpu=gpu, gpu_seconds=round(gpu_seconds, 3))


class Invalid(ShotError):
    """No worker can do what was asked."""

    code = "invalid"


class FetchFailed(ShotError):
    """A picture or a tail did not come."""

    code = "download"


class DeliveryFailed(ShotError):
    """A file could not be put."""

    code = "upload"


class ModelMissing(ShotError):
    """No weights here; another worker may have them."""

    code = "model"


class ModelBroken(ShotError):
    """The weights, or the numbers they were asked to compute with, give no picture."""

    code = "model"


class OutOfMemory(ShotError):
    """Every rung of the ladder was tried."""

    code = "oom"


class WorkerBroken(ShotError):
    """The process or its machine is not fit: a full disk, a card that fell over."""

    def __init__(self, message: str, retryable: bool = True, poisoned: bool = False) -> None:
        super().__init__(message, retryable)
        self.poisoned = poisoned


class Cancelled(Exception):
    """Raised inside the render thread once its job was cancelled."""
