"""Helios Distilled 14B (Apache-2.0): six steps for 33 frames, the fastest of the families; from words, from a picture, from a tail.

The model goes on chunk by chunk from the latents of what came before. Within a window that is left to diffusers' pipeline; a window (or a shot) that
continues another begins from the encoded last frames, as everywhere.

Called by `engine` through `models.base.Family`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from diffusers import HeliosPyramidPipeline

from gpu_worker.frames import Pixels
from gpu_worker.models import wan_vae
from gpu_worker.models.base import Wish, generator
from gpu_worker.models.loaded import Loaded
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

CHUNK = 33
STAGES = 3
GRAIN = 0.123
"""Share of noise on given frames: the middle of what the model was trained with."""
PIECE = 8


class Helios(Loaded):
    """One loaded checkpoint."""

    pipeline_class = HeliosPyramidPipeline
    vae_visits = False

    def window(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> Iterator[Pixels]:
        """All frames of one window, in pieces. See `models.base.Family`."""
        self._watch = watch
        with watch.during("encode"), torch.no_grad():
            positive, negative = self.words(wish)
            begin = self._begin(wish, window, given)
        if given is not None and window.known:
            yield given
        new = window.size - window.known
        chunks = next(count for count in range(1, 100) if (CHUNK * count - 1) // 4 * 4 + 1 >= new)  # diffusers cuts the end off
        per_stage = [max(1, wish.steps // STAGES)] * STAGES
        distilled = bool(self._pipeline.config.is_distilled)
        watch.at_window(watch.window, watch.windows, sum(per_stage) * (chunks + distilled))
        with watch.during("denoise"):
            video = self.without_text_encoder()(
                prompt_embeds=positive, negative_prompt_embeds=negative, height=wish.height, width=wish.width, num_frames=CHUNK * chunks,
                guidance_scale=wish.guidance, pyramid_num_inference_steps_list=per_stage, is_amplify_first_chunk=distilled, output_type="pt",
                generator=torch.Generator(self.device).manual_seed(generator(wish.seed, window.index).initial_seed()),
                callback_on_step_end=self.stepper(watch), callback_on_step_end_tensor_inputs=[],
                add_noise_to_image_latents=False, add_noise_to_video_latents=False, **begin,
            ).frames[0]  # fmt: skip
            self.checked(video)
        with watch.during("decode"):
            for at in range(0, new, PIECE):
                watch.check()
                yield as_pixels(video[at : min(at + PIECE, new)])

    def _begin(self, wish: Wish, window: Window, given: Pixels | None) -> dict[str, torch.Tensor]:
        """Latents of what the window begins from, with a little noise on them."""
        if given is None:
            return {}
        noise = generator(wish.seed, window.index, "known")

        def grained(frames: Pixels) -> torch.Tensor:
            latents = wan_vae.encode(self.vae, frames)
            return (1 - GRAIN) * latents + GRAIN * torch.randn(latents.shape, generator=noise).to(latents)

        if window.known:
            return {"image_latents": grained(given[:1]), "video_latents": grained(given)}
        still = grained(np.repeat(given[:1], CHUNK, axis=0))
        return {"image_latents": grained(given[:1]), "fake_image_latents": still[:, :, -1:]}


def as_pixels(values: torch.Tensor) -> Pixels:
    """Values from 0 to 1, (frames, 3, height, width), to bytes (frames, height, width, 3)."""
    return (values.float().clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous().cpu().numpy()
