"""SkyReels V2 with diffusion forcing (1.3B and 14B, 540P and 720P): from words, from a picture, from a tail, towards an end picture.

The weights and parts are diffusers'; the denoise loop is ours, because a shot wants what its pipelines do not give: known frames that stay
as they are, randomness that is all seeded, one scheduler for all frames, a way out within a step, and frames that stream. For words and
for a picture the latents are those of diffusers' pipelines to the bit (tests compare).

Called by `engine` through `models.base.Family`.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from diffusers import FirstBlockCacheConfig, SkyReelsV2DiffusionForcingPipeline, UniPCMultistepScheduler
from diffusers.hooks._helpers import TransformerBlockMetadata, TransformerBlockRegistry
from diffusers.models.transformers.transformer_skyreels_v2 import SkyReelsV2TransformerBlock

from gpu_worker.contract import OVERLAP_FRAMES, ModelFacts
from gpu_worker.errors import ModelBroken
from gpu_worker.frames import Pixels
from gpu_worker.models import framewise, wan_vae
from gpu_worker.models.base import Options, PromptBook, Wish, attention_backend, bytes_of, generator, quiet, sound
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

NOISE_ON_KNOWN = 20
"""Noise level, of 1,000, that known frames carry while others are denoised: the authors' value against drift."""
WORDS_MAX = 512
ROOM_FOR_ACTIVATIONS = 12 * 10**9
"""Bytes left free beside the weights before everything is kept on the card."""

# diffusers' step caches find out about blocks here, and do not know this one
BLOCK: Any = {"return_hidden_states_index": 0, "return_encoder_hidden_states_index": None}
TransformerBlockRegistry.register(SkyReelsV2TransformerBlock, TransformerBlockMetadata(**BLOCK))


def load(facts: ModelFacts, folder: Path, device: torch.device, shared: dict[str, Any], dtype: torch.dtype | None = None) -> SkyReels:
    """A model from its checkpoint folder, on the device. `shared` holds parts that several models have in common, by name.

    Parts are given to the new pipeline's constructor, never through `from_pipe`, which would turn shared 16-bit weights into 32-bit ones.
    """
    dtype = dtype or (torch.bfloat16 if device.type == "cuda" else torch.float32)
    quiet()
    pipeline = SkyReelsV2DiffusionForcingPipeline.from_pretrained(  # type: ignore[no-untyped-call]
        folder, dtype={"vae": torch.float32, "default": dtype}, local_files_only=True, **shared
    )
    return SkyReels(facts, pipeline, device, Options.of_environment())


class SkyReels:
    """One loaded checkpoint."""

    overlap = OVERLAP_FRAMES
    step = 4

    def __init__(self, facts: ModelFacts, pipeline: Any, device: torch.device, options: Options = Options()) -> None:  # noqa: B008  frozen
        self.facts = facts
        self._options = options
        self.device = device
        self._pipeline = pipeline
        self.transformer, self.vae, self.text_encoder = pipeline.transformer.eval(), pipeline.vae.eval(), pipeline.text_encoder.eval()
        self._dtype = str(self.transformer.dtype).removeprefix("torch.")
        framewise.install(self.transformer)
        self._watch = Watch()
        for block in self.transformer.blocks:
            block.register_forward_pre_hook(lambda *_: self._watch.check())
        self._prompts = PromptBook(self._encoded)
        self._offloaded = False
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

    def _apply_options(self) -> None:
        if self._options.fp8:
            self.transformer.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=self.transformer.dtype)
        if self._options.step_cache:
            self.transformer.enable_cache(FirstBlockCacheConfig(threshold=self._options.step_cache))  # type: ignore[no-untyped-call]
        if self._options.compile:
            self.transformer.compile_repeated_blocks(dynamic=True)

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
        self.vae.to("cpu")
        self.transformer.to("cpu")
        self.transformer.enable_group_offload(
            onload_device=self.device, offload_device=torch.device("cpu"), offload_type="block_level", num_blocks_per_group=1,
            use_stream=self.device.type == "cuda",
        )  # fmt: skip

    def settings(self) -> dict[str, float | int | str | bool]:
        """How it renders at present."""
        return {
            "attention": self._attention, "tiling": self.vae.use_tiling, "offloaded": self._offloaded, "text_encoder_stays": self._text_stays,
            "dtype": self._dtype, "references_used": 0, "compile": self._options.compile, "fp8": self._options.fp8, "step_cache": self._options.step_cache,
        }  # fmt: skip

    def window(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> Iterator[Pixels]:
        """All frames of one window, in pieces. See `models.base.Family`."""
        latents = self.latents(wish, window, given, watch)
        with watch.during("decode"), self._on_card(self.vae):
            yield from wan_vae.decode(self.vae, latents, watch.check)

    @torch.no_grad()
    def latents(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> torch.Tensor:
        """Normalised latents (1, 16, frames, height / 8, width / 8), float32, of one window."""
        self._watch = watch
        with watch.during("encode"):
            positive = self._prompts.embedding(wish.prompt, self.device, self.transformer.dtype)
            negative = self._prompts.embedding(wish.negative_prompt, self.device, self.transformer.dtype) if wish.guidance > 1 else None
            with self._on_card(self.vae):
                known = wan_vae.encode(self.vae, given) if given is not None else None
                end = wan_vae.encode(self.vae, wish.end) if wish.end is not None and window.last else None
        frames = (window.size - 1) // 4 + 1
        shape = (1, self.transformer.config.in_channels, frames, wish.height // 8, wish.width // 8)
        latents = torch.randn(shape, generator=generator(wish.seed, window.index), dtype=torch.float32).to(self.device)
        fixed = known.shape[2] if known is not None else 0
        if known is not None:
            latents[:, :, :fixed] = known
        if end is not None:  # a latent frame of its own behind the last one; it is not shown
            latents = torch.cat([latents, end], dim=2)
        noisy = fixed if window.known else 0
        with watch.during("denoise"):
            self._denoise(wish, window.index, latents, (fixed, frames), noisy, positive, negative, watch)
        if not sound(latents):
            raise ModelBroken(f"{self.facts.id} gave numbers that are none")
        return latents[:, :, :frames]

    def _denoise(
        self,
        wish: Wish,
        index: int,
        latents: torch.Tensor,
        free: tuple[int, int],
        noisy: int,
        positive: torch.Tensor,
        negative: torch.Tensor | None,
        watch: Watch,
    ) -> None:  # fmt: skip
        """Denoise the latent frames `free[0]` to `free[1]` in place. The first `noisy` frames are seen with a little noise on them."""
        # an asynchronous call leaves its block size in the transformer, and every synchronous one after it would give noise
        self.transformer._set_ar_attention(1)
        if self._options.step_cache:
            self.transformer._reset_stateful_cache()  # what was kept has the shape of the window before
        scheduler = UniPCMultistepScheduler.from_config(self._pipeline.scheduler.config, flow_shift=wish.shift)  # type: ignore[no-untyped-call]
        scheduler.set_timesteps(wish.steps, device=self.device)
        noise = generator(wish.seed, index, "known")
        begin, end = free
        for number, timestep in enumerate(scheduler.timesteps, 1):
            began = time.perf_counter()
            seen = latents.to(self.transformer.dtype)
            levels = torch.zeros((1, latents.shape[2]), dtype=torch.int64, device=self.device)
            levels[:, begin:end] = timestep
            if noisy:
                amount = 0.001 * NOISE_ON_KNOWN
                grain = torch.randn(seen[:, :, :noisy].shape, generator=noise).to(seen)
                seen = seen.clone()
                seen[:, :, :noisy] = seen[:, :, :noisy] * (1.0 - amount) + grain * amount
                levels[:, :noisy] = NOISE_ON_KNOWN
            predicted = self._predicted(seen, levels, positive, wish.fps, "cond")
            if negative is not None:
                without = self._predicted(seen, levels, negative, wish.fps, "uncond")
                predicted = without + wish.guidance * (predicted - without)
            moved = scheduler.step(predicted[:, :, begin:end], timestep, latents[:, :, begin:end], return_dict=False)[0]
            latents[:, :, begin:end] = moved
            if self.device.type == "cuda":
                torch.cuda.synchronize(self.device)  # at most one step is under way when the job is cancelled
            watch.at_step(number, time.perf_counter() - began)

    def _predicted(self, seen: torch.Tensor, levels: torch.Tensor, words: torch.Tensor, fps: int, name: str) -> torch.Tensor:
        with self.transformer.cache_context(name):
            out: torch.Tensor = self.transformer(
                hidden_states=seen, timestep=levels, encoder_hidden_states=words, enable_diffusion_forcing=True, fps=[0 if fps == 16 else 1], return_dict=False
            )[0]
        return out

    def _encoded(self, text: str) -> torch.Tensor:
        """Embedding of a prompt, (1, 512, dim), by diffusers' own preparation of the words."""
        with torch.no_grad(), self._on_card(self.text_encoder, stays=self._text_stays):
            return self._pipeline._get_t5_prompt_embeds(prompt=text, max_sequence_length=WORDS_MAX, device=self.device)  # type: ignore[no-any-return]

    @contextmanager
    def _on_card(self, module: Any, stays: bool | None = None) -> Iterator[None]:
        """Have a part on the device for a while; afterwards it leaves unless it stays."""
        module.to(self.device)
        try:
            yield
        finally:
            if not (not self._offloaded if stays is None else stays):
                module.to("cpu")

    def _all_fits(self) -> bool:
        if self.device.type != "cuda":
            return True
        total = torch.cuda.get_device_properties(self.device).total_memory
        return sum(bytes_of(part) for part in (self.transformer, self.vae, self.text_encoder)) + ROOM_FOR_ACTIVATIONS < total
