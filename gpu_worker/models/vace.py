"""Wan VACE (1.3B and 14B, Apache-2.0): the family that takes pictures of characters and places, beside words, a picture, a tail, an end.

Known frames, the end picture and what is to be made go in as one masked clip, references as pictures of their own; diffusers' pipeline denoises,
frames are decoded as a stream. The weights were trained at 16 frames a second: at 24, motion is half as fast again.

Called by `engine` through `models.base.Family`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from diffusers import UniPCMultistepScheduler, WanVACEPipeline
from PIL import Image

from gpu_worker.frames import Pixels
from gpu_worker.models import wan_vae
from gpu_worker.models.base import Wish, generator
from gpu_worker.models.loaded import Loaded
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

TO_BE_MADE = 128
"""Grey of frames that do not exist yet."""


class Vace(Loaded):
    """One loaded checkpoint."""

    pipeline_class = WanVACEPipeline
    vae_visits = False

    def blocks(self) -> Any:
        """Both the blocks that denoise and those that look at what is given."""
        return [*self.transformer.blocks, *self.transformer.vace_blocks]

    def window(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> Iterator[Pixels]:
        """All frames of one window, in pieces. See `models.base.Family`."""
        self._watch = watch
        self._references = len(wish.references)
        with watch.during("encode"):
            positive, negative = self.words(wish)
        clip, mask = masked(wish, window, given)
        pipeline = self.without_text_encoder()
        pipeline.scheduler = UniPCMultistepScheduler.from_config(self._pipeline.scheduler.config, flow_shift=wish.shift)  # type: ignore[no-untyped-call]
        with watch.during("denoise"):
            latents = pipeline(
                video=clip, mask=mask, reference_images=[Image.fromarray(one[0]) for one in wish.references] or None, prompt_embeds=positive,
                negative_prompt_embeds=negative, height=wish.height, width=wish.width, num_frames=window.size, num_inference_steps=wish.steps,
                guidance_scale=wish.guidance, generator=generator(wish.seed, window.index), output_type="latent",
                callback_on_step_end=self.stepper(watch), callback_on_step_end_tensor_inputs=[],
            ).frames  # fmt: skip
            latents = self.checked(latents.float())[:, :, len(wish.references) :]
        with watch.during("decode"):
            yield from wan_vae.decode(self.vae, latents, watch.check)


def masked(wish: Wish, window: Window, given: Pixels | None) -> tuple[list[Image.Image], list[Image.Image]]:
    """The clip with what is known and grey for the rest, and the mask: black where it is to be kept, white where it is to be made."""
    frames = np.full((window.size, wish.height, wish.width, 3), TO_BE_MADE, np.uint8)
    made = np.ones(window.size, bool)
    if given is not None:
        frames[: len(given)] = given
        made[: len(given)] = False
    if wish.end is not None and window.last:
        at = window.known + window.new - 1
        frames[at:] = wish.end[0]
        made[at:] = False
    whole = (wish.width, wish.height)
    return [Image.fromarray(one) for one in frames], [Image.new("L", whole, 255 if each else 0) for each in made]
