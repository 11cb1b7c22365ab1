"""SkyReels V2 with diffusion forcing (1.3B and 14B, 540P and 720P): from words, from a picture, from a tail, towards an end picture.

The weights and parts are diffusers'; the denoise loop is ours, because a shot wants what its pipelines do not give: known frames that stay
as they are, randomness that is all seeded, one scheduler for all frames, a way out within a step, and frames that stream. For words and
for a picture the latents are those of diffusers' pipelines to the bit (tests compare).

Called by `engine` through `models.base.Family`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import torch
from diffusers import SkyReelsV2DiffusionForcingPipeline, UniPCMultistepScheduler
from diffusers.hooks._helpers import TransformerBlockMetadata, TransformerBlockRegistry
from diffusers.models.transformers.transformer_skyreels_v2 import SkyReelsV2TransformerBlock

from gpu_worker.frames import Pixels
from gpu_worker.models import framewise, wan_vae
from gpu_worker.models.base import Wish, generator
from gpu_worker.models.loaded import Loaded
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

NOISE_ON_KNOWN = 20
"""Noise level, of 1,000, that known frames carry while others are denoised: the authors' value against drift."""

# diffusers' step caches find out about blocks here, and do not know this one
BLOCK: Any = {"return_hidden_states_index": 0, "return_encoder_hidden_states_index": None}
TransformerBlockRegistry.register(SkyReelsV2TransformerBlock, TransformerBlockMetadata(**BLOCK))


class SkyReels(Loaded):
    """One loaded checkpoint."""

    pipeline_class = SkyReelsV2DiffusionForcingPipeline

    def adapt(self) -> None:
        """Keep modulation per frame."""
        framewise.install(self.transformer)

    def window(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> Iterator[Pixels]:
        """All frames of one window, in pieces. See `models.base.Family`."""
        latents = self.latents(wish, window, given, watch)
        with watch.during("decode"), self.on_card(self.vae):
            yield from wan_vae.decode(self.vae, latents, watch.check)

    @torch.no_grad()
    def latents(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> torch.Tensor:
        """Normalised latents (1, 16, frames, height / 8, width / 8), float32, of one window."""
        self._watch = watch
        with watch.during("encode"):
            positive, negative = self.words(wish)
            with self.on_card(self.vae):
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
        return self.checked(latents)[:, :, :frames]

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
            seen = latents.to(self._dtype)
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
