"""LTX Video 13B distilled: eight steps; from words, from a picture, from a tail, towards an end picture.

Given frames and the end picture are conditions at their places in diffusers' pipeline. Its autoencoder packs 8 frames into one, so windows are one more
than a multiple of 8, and looks both ways in time, so a window is decoded at once.

Called by `engine` through `models.base.Family`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from diffusers import LTXConditionPipeline
from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition
from PIL import Image

from gpu_worker.frames import Pixels
from gpu_worker.models.base import Wish, generator
from gpu_worker.models.helios import as_pixels
from gpu_worker.models.loaded import Loaded
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

DISTILLED = [1000, 993, 987, 981, 975, 909, 725, 0.03]
"""The noise levels that the model was distilled for."""
PIECE = 8


class Ltx(Loaded):
    """One loaded checkpoint."""

    pipeline_class = LTXConditionPipeline
    vae_precision = None
    step = 8
    words_max = 256
    vae_visits = False

    def blocks(self) -> Any:
        """The transformer's blocks."""
        return self.transformer.transformer_blocks

    def window(self, wish: Wish, window: Window, given: Pixels | None, watch: Watch) -> Iterator[Pixels]:
        """All frames of one window, in pieces. See `models.base.Family`."""
        self._watch = watch
        with watch.during("encode"):
            positive, negative = self.words(wish)
        masks = {"prompt_attention_mask": self._mask(wish.prompt)}
        if negative is not None:
            masks["negative_prompt_attention_mask"] = self._mask(wish.negative_prompt)
        levels = DISTILLED if wish.steps == len(DISTILLED) else None
        with watch.during("denoise"):
            video = self.without_text_encoder()(
                conditions=conditions(wish, window, given) or None, prompt_embeds=positive, negative_prompt_embeds=negative,
                height=wish.height, width=wish.width, num_frames=window.size, frame_rate=wish.fps, num_inference_steps=wish.steps, timesteps=levels,
                guidance_scale=wish.guidance, generator=generator(wish.seed, window.index), image_cond_noise_scale=0.0, decode_timestep=0.05,
                decode_noise_scale=0.025, output_type="pt", callback_on_step_end=self.stepper(watch), callback_on_step_end_tensor_inputs=[], **masks,
            ).frames[0]  # fmt: skip
            self.checked(video)
        with watch.during("decode"):
            for at in range(0, window.size, PIECE):
                watch.check()
                yield as_pixels(video[at : at + PIECE])

    def _mask(self, text: str) -> torch.Tensor:
        words = self._pipeline.tokenizer(text, padding="max_length", max_length=self.words_max, truncation=True, return_tensors="pt")
        return words.attention_mask.bool().to(self.device)  # type: ignore[no-any-return]


def conditions(wish: Wish, window: Window, given: Pixels | None) -> list[LTXVideoCondition]:
    """What is known, at its place in the window."""
    known = []
    if given is not None and len(given) > 1:
        known.append(LTXVideoCondition(video=[Image.fromarray(one) for one in given], frame_index=0))
    elif given is not None:
        known.append(LTXVideoCondition(image=Image.fromarray(given[0]), frame_index=0))
    if wish.end is not None and window.last:
        known.append(LTXVideoCondition(image=Image.fromarray(wish.end[0]), frame_index=window.size - 1))
    return known
