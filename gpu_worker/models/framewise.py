"""SkyReels V2's transformer with its modulation kept per frame instead of spread over every token; `skyreels` installs it.

In diffusion forcing each latent frame has a noise level of its own, and so six modulation vectors per block. diffusers repeats them
for every token of the frame, which is 5.8 GiB for the 14B model at 540P. Here tokens are viewed as (frame, place) and the vectors
broadcast: the same arithmetic in the same order, so the result is the same to the bit (tests compare).
"""

from __future__ import annotations

import types
from typing import Any

import torch
from diffusers.models.modeling_outputs import Transformer2DModelOutput


def install(transformer: Any) -> None:
    """Replace the forward passes of a `SkyReelsV2Transformer3DModel` and its blocks, before any hook is put on them."""
    transformer.forward = types.MethodType(_forward, transformer)
    for block in transformer.blocks:
        block.forward = types.MethodType(_block_forward, block)


def _block_forward(
    self: Any,
    hidden_states: torch.Tensor,
    encoder_hidden_states: torch.Tensor,
    temb: torch.Tensor,
    rotary_emb: Any,
    attention_mask: torch.Tensor | None = None,
) -> torch.Tensor:  # fmt: skip
    """One block. `hidden_states` (batch, tokens, dim), `temb` (batch, frames, 6, dim)."""
    batch, tokens, dim = hidden_states.shape
    frames = temb.shape[1]
    modulation = (self.scale_shift_table + temb.float()).unsqueeze(3)
    shift_msa, scale_msa, gate_msa, shift_ffn, scale_ffn, gate_ffn = modulation.unbind(2)

    def by_frame(x: torch.Tensor) -> torch.Tensor:
        return x.view(batch, frames, tokens // frames, dim)

    normed = (by_frame(self.norm1(hidden_states.float())) * (1 + scale_msa) + shift_msa).view(batch, tokens, dim).type_as(hidden_states)
    attended = self.attn1(normed, None, attention_mask, rotary_emb)
    hidden_states = (by_frame(hidden_states.float()) + by_frame(attended) * gate_msa).view(batch, tokens, dim).type_as(hidden_states)
    normed = self.norm2(hidden_states.float()).type_as(hidden_states)
    hidden_states = hidden_states + self.attn2(normed, encoder_hidden_states, None, None)
    normed = (by_frame(self.norm3(hidden_states.float())) * (1 + scale_ffn) + shift_ffn).view(batch, tokens, dim).type_as(hidden_states)
    fed = self.ffn(normed)
    moved: torch.Tensor = by_frame(hidden_states.float()) + by_frame(fed.float()) * gate_ffn
    return moved.view(batch, tokens, dim).type_as(hidden_states)


def _forward(
    self: Any,
    hidden_states: torch.Tensor,
    timestep: torch.Tensor,
    encoder_hidden_states: torch.Tensor,
    enable_diffusion_forcing: bool = True,
    fps: Any = None,
    return_dict: bool = True,
    attention_kwargs: dict[str, Any] | None = None,
    encoder_hidden_states_image: torch.Tensor | None = None,
) -> Any:  # fmt: skip
    """The whole transformer. `hidden_states` (batch, channels, frames, height, width) of latents, `timestep` (batch, frames)."""
    if not enable_diffusion_forcing or encoder_hidden_states_image is not None or self.config.num_frame_per_block != 1:
        raise ValueError("per-frame modulation is for synchronous diffusion forcing")
    batch, _, frames, height, width = hidden_states.shape
    patch_t, patch_h, patch_w = self.config.patch_size
    rows, columns = height // patch_h, width // patch_w
    rotary = self.rope(hidden_states)
    hidden_states = self.patch_embedding(hidden_states).flatten(2).transpose(1, 2)
    temb, projected, encoder_hidden_states, _ = self.condition_embedder(timestep, encoder_hidden_states, None)
    projected = projected.view(batch, frames, 6, -1)
    if self.config.inject_sample_info:
        rate = self.fps_embedding(torch.as_tensor(fps, dtype=torch.long, device=hidden_states.device))
        projected = projected + self.fps_projection(rate).view(batch, 1, 6, -1)
    for block in self.blocks:
        hidden_states = block(hidden_states, encoder_hidden_states, projected, rotary, None)
    shift, scale = (self.scale_shift_table.unsqueeze(1) + temb.view(batch, frames, 1, -1)).chunk(2, dim=2)
    normed = self.norm_out(hidden_states.float()).view(batch, frames, rows * columns, -1)
    hidden_states = (normed * (1 + scale) + shift).view(batch, frames * rows * columns, -1).type_as(hidden_states)
    patches = self.proj_out(hidden_states).reshape(batch, frames, rows, columns, patch_t, patch_h, patch_w, -1)
    sample = patches.permute(0, 7, 1, 4, 2, 5, 3, 6).flatten(6, 7).flatten(4, 5).flatten(2, 3)
    return Transformer2DModelOutput(sample=sample) if return_dict else (sample,)
