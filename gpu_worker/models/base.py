"""What every model family offers `engine`: windows of frames. And what it is asked: a wish."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from diffusers.utils import logging as diffusers_logging
from transformers.utils import logging as transformers_logging

from gpu_worker.contract import ModelFacts
from gpu_worker.frames import Pixels
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

Settings = dict[str, float | int | str | bool]
"""How a model renders, for the manifest."""


@dataclass(frozen=True)
class Wish:
    """A shot as a model sees it: all choices made, pictures as frames of the shot's size."""

    prompt: str
    negative_prompt: str
    seed: int
    width: int
    height: int
    fps: int
    steps: int
    guidance: float
    shift: float
    end: Pixels | None = None
    references: tuple[Pixels, ...] = ()


@dataclass(frozen=True)
class Options:
    """What makes a model faster or smaller and is off until `gpu_worker.bench` measured it on the card at hand.

    `compile`: compiled blocks. `fp8`: weights kept in 8 bits, computed in 16. `step_cache`: threshold below which a step reuses the blocks'
    last change (first block cache; 0 is off, 0.05 to 0.2 are usual). All three change the picture a little, or may.
    """

    compile: bool = False
    fp8: bool = False
    step_cache: float = 0.0

    @classmethod
    def of_environment(cls) -> Options:
        """From `SYSRAI_COMPILE`, `SYSRAI_FP8` ("1" is on) and `SYSRAI_STEP_CACHE`. Raises ValueError."""
        given = os.environ
        return cls(given.get("SYSRAI_COMPILE") == "1", given.get("SYSRAI_FP8") == "1", float(given.get("SYSRAI_STEP_CACHE", "0")))


class Family(Protocol):
    """A loaded model. One thread uses it at a time."""

    facts: ModelFacts
    overlap: int
    """How many last frames each further window begins from."""
    step: int
    """Window sizes are one more than a multiple of this."""

    def window(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> Iterator[Pixels]:
        """Render one window and yield all its frames in order, in pieces, the known ones first.

        `given` are the frames it begins with: `window.known` of them, or the picture the shot starts with (one, which is shown), or None.
        The wish's end picture counts in the last window only. Raises Cancelled, ModelBroken, torch.OutOfMemoryError.
        """
        ...

    def shared(self) -> dict[str, Any]:
        """The parts, by name, that another checkpoint of the family can be loaded with."""
        ...

    def tile(self) -> None:
        """Decode in tiles from now on."""
        ...

    def offload(self) -> None:
        """Keep weights in main memory and bring them to the card piece by piece from now on."""
        ...

    def settings(self) -> Settings:
        """How it renders at present, for the manifest."""
        ...


def generator(seed: int, window: int, purpose: str = "noise") -> torch.Generator:
    """Randomness of one window, the same on every machine. The first window's noise is that of diffusers' own pipelines."""
    if window == 0 and purpose == "noise":
        return torch.Generator("cpu").manual_seed(seed)
    digest = hashlib.sha256(f"{seed}:{window}:{purpose}".encode()).digest()
    return torch.Generator("cpu").manual_seed(int.from_bytes(digest[:8]) >> 1)


class PromptBook:
    """Prompt embeddings by text: the negative prompt and the look of a film come again with every shot. Kept in main memory."""

    def __init__(self, encode: Callable[[str], torch.Tensor], entries_max: int = 128) -> None:
        self._encode = encode
        self._entries: dict[str, torch.Tensor] = {}
        self._entries_max = entries_max

    def embedding(self, text: str, device: torch.device, dtype: torch.dtype) -> torch.Tensor:
        """The embedding of the text on the device; encoded once."""
        found = self._entries.pop(text, None)
        if found is None:
            found = self._encode(text).detach().cpu()
        self._entries[text] = found
        while len(self._entries) > self._entries_max:
            del self._entries[next(iter(self._entries))]
        return found.to(device=device, dtype=dtype)

    def __contains__(self, text: str) -> bool:
        return text in self._entries


def attention_backend(installed: Callable[[str], bool], capability: tuple[int, int] | None) -> str:
    """Name of diffusers' attention back end for this card: FlashAttention 3 on Hopper, 2 from Ampere on, where installed; else PyTorch's own.

    SageAttention changes the picture (8 bit) and is never chosen by itself. `capability` is None without a CUDA card.
    """
    if capability is None:
        return "native"
    if capability[0] == 9 and installed("flash_attn_interface"):
        return "_flash_3"
    if capability >= (8, 0) and installed("flash_attn"):
        return "flash"
    return "native"


def sound(latents: torch.Tensor) -> bool:
    """Whether all numbers are numbers."""
    return bool(torch.isfinite(latents).all())


def bytes_of(module: Any) -> int:
    """Memory of a module's weights."""
    return sum(weight.numel() * weight.element_size() for weight in module.parameters())


def quiet() -> None:
    """No progress bars and advice of the libraries' own in a worker's log."""
    diffusers_logging.disable_progress_bar()
    diffusers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
