"""What every loaded model has: a transformer, an autoencoder and a text encoder, and where they are. Each family adds its windows.

Weights are 16 bit, the autoencoder 32. Everything stays on the card where it fits; else the text encoder only comes for its turn, and on the
ladder's last rung the transformer's blocks come one by one.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import torch
from diffusers import FirstBlockCacheConfig

from gpu_worker.contract import OVERLAP_FRAMES, ModelFacts
from gpu_worker.errors import ModelBroken
from gpu_worker.models.base import Options, PromptBook, Settings, Wish, attention_backend, bytes_of, quiet, sound
from gpu_worker.watch import Watch

ROOM_FOR_ACTIVATIONS = 12 * 10**9
"""Bytes left free beside the weights before everything is kept on the card."""


def precision(device: torch.device) -> torch.dtype:
    """What transformers compute in: 16 bit on a card, 32 on a processor, which is no faster with less."""
    return torch.bfloat16 if device.type == "cuda" else torch.float32


class Loaded:
    """Base of the families. `pipeline` is diffusers' own, from which parts, tokenizer and scheduler are taken."""

    overlap = OVERLAP_FRAMES
    step = 4
    words_max = 512
    pipeline_class: Any
    """diffusers' pipeline of the family."""
    vae_precision: torch.dtype | None = torch.float32
    """What the autoencoder computes in; None: as the rest."""
    vae_visits = True
    """Whether the autoencoder may leave the card when offloaded; not where diffusers' pipeline calls it itself."""

    @classmethod
    def load(cls, facts: ModelFacts, folder: Path, device: torch.device, shared: dict[str, Any], dtype: torch.dtype | None = None) -> Self:
        """A model from its checkpoint folder, on the device. `shared` holds parts that several models have in common, by name.

        Parts are given to the new pipeline's constructor, never through `from_pipe`, which would turn shared 16-bit weights into 32-bit ones.
        """
        quiet()
        default = dtype or precision(device)
        dtypes = {"vae": cls.vae_precision or default, "default": default}
        pipeline = cls.pipeline_class.from_pretrained(folder, dtype=dtypes, local_files_only=True, **shared)
        return cls(facts, pipeline, device, Options.of_environment())

    def __init__(self, facts: ModelFacts, pipeline: Any, device: torch.device, options: Options | None = None) -> None:
        self.facts, self.device = facts, device
        self._options = options or Options()
        self._pipeline = pipeline
        self.transformer, self.vae, self.text_encoder = pipeline.transformer.eval(), pipeline.vae.eval(), pipeline.text_encoder.eval()
        self._dtype: torch.dtype = self.transformer.dtype
        self._watch = Watch()
        self._offloaded = False
        self._references = 0
        self.adapt()
        for block in self.blocks():
            block.register_forward_pre_hook(lambda *_: self._watch.check())
        self._prompts = PromptBook(self._encoded)
        capability = torch.cuda.get_device_capability(device) if device.type == "cuda" else None
        self._attention = attention_backend(lambda name: importlib.util.find_spec(name) is not None, capability)
        if self._attention != "native":
            self.transformer.set_attention_backend(self._attention)
        self._apply_options()
        self.transformer.to(device)
        self.vae.to(device)
        self._text_stays = self._all_fits()
        if self._text_stays:
            self.text_encoder.to(device)

    # what a family may do otherwise

    def adapt(self) -> None:
        """Change the transformer before any hook is put on it."""

    def blocks(self) -> Any:
        """The transformer's blocks; between them a shot can be stopped."""
        return self.transformer.blocks

    def embed(self, text: str) -> torch.Tensor:
        """Embedding of a prompt, on the device. The text encoder is there."""
        embedded = self._pipeline._get_t5_prompt_embeds(prompt=text, max_sequence_length=self.words_max, device=self.device)
        return embedded[0] if isinstance(embedded, tuple) else embedded  # type: ignore[no-any-return]  # some give a mask as well

    # for `engine`

    def shared(self) -> dict[str, Any]:
        """The parts that other checkpoints of the family have as well."""
        return {"text_encoder": self.text_encoder, "vae": self.vae}

    def tile(self) -> None:
        """Decode and encode in tiles from now on."""
        self.vae.enable_tiling()

    def offload(self) -> None:
        """Bring one transformer block at a time to the card from now on; text encoder and autoencoder only come for their turn."""
        if self._offloaded:
            return
        self._offloaded, self._text_stays = True, False
        self.text_encoder.to("cpu")
        if self.vae_visits:
            self.vae.to("cpu")
        self.transformer.to("cpu")
        self.transformer.enable_group_offload(
            onload_device=self.device, offload_device=torch.device("cpu"), offload_type="block_level", num_blocks_per_group=1,
            use_stream=self.device.type == "cuda",
        )  # fmt: skip

    def settings(self) -> Settings:
        """How it renders at present."""
        return {
            "attention": self._attention, "tiling": self.vae.use_tiling, "offloaded": self._offloaded, "text_encoder_stays": self._text_stays,
            "dtype": str(self._dtype).removeprefix("torch."), "references_used": self._references, "compile": self._options.compile,
            "fp8": self._options.fp8, "step_cache": self._options.step_cache,
        }  # fmt: skip

    # for families

    def words(self, wish: Wish) -> tuple[torch.Tensor, torch.Tensor | None]:
        """Embeddings of the prompt and, where guidance needs it, of the negative prompt."""
        positive = self._prompts.embedding(wish.prompt, self.device, self._dtype)
        return positive, self._prompts.embedding(wish.negative_prompt, self.device, self._dtype) if wish.guidance > 1 else None

    def stepper(self, watch: Watch) -> Callable[..., dict[str, Any]]:
        """A callback for diffusers' pipelines that counts their steps. It raises when the shot was cancelled: their own way out decodes first."""
        number = 0
        began = time.perf_counter()

        def stepped(*_: Any) -> dict[str, Any]:
            nonlocal number, began
            number += 1
            if self.device.type == "cuda":
                torch.cuda.synchronize(self.device)  # at most one step is under way when the job is cancelled
            now = time.perf_counter()
            watch.at_step(min(number, watch.steps), now - began)
            began = now
            return {}

        return stepped

    def without_text_encoder(self) -> Any:
        """diffusers' pipeline with all parts but the text encoder, for embeddings that are made already."""
        _, flags = self._pipeline._get_signature_keys(type(self._pipeline))
        kept = {name: self._pipeline.config[name] for name in flags if name in self._pipeline.config and name not in self._pipeline.components}
        made = type(self._pipeline)(**{**self._pipeline.components, **kept, "text_encoder": None})
        made.set_progress_bar_config(disable=True)
        return made

    def checked(self, latents: torch.Tensor) -> torch.Tensor:
        """The latents. Raises ModelBroken when some are no numbers."""
        if not sound(latents):
            raise ModelBroken(f"{self.facts.id} gave numbers that are none")
        return latents

    @contextmanager
    def on_card(self, module: Any, stays: bool | None = None) -> Iterator[None]:
        """Have a part on the device for a while; afterwards it leaves unless it stays."""
        module.to(self.device)
        try:
            yield
        finally:
            if not (not (self._offloaded and self.vae_visits) if stays is None else stays):
                module.to("cpu")

    def _encoded(self, text: str) -> torch.Tensor:
        with torch.no_grad(), self.on_card(self.text_encoder, stays=self._text_stays):
            return self.embed(text)

    def _apply_options(self) -> None:
        if self._options.fp8:
            self.transformer.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=self._dtype)
        if self._options.step_cache:
            self.transformer.enable_cache(FirstBlockCacheConfig(threshold=self._options.step_cache))  # type: ignore[no-untyped-call]
        if self._options.compile:
            self.transformer.compile_repeated_blocks(dynamic=True)

    def _all_fits(self) -> bool:
        if self.device.type != "cuda":
            return True
        total = torch.cuda.get_device_properties(self.device).total_memory
        return sum(bytes_of(part) for part in (self.transformer, self.vae, self.text_encoder)) + ROOM_FOR_ACTIVATIONS < total
