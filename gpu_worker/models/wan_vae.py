"""Pixels to latents and back with the Wan autoencoder, frame by frame; shared by every family that is built on it.

The decoder is causal: each latent frame gives 4 pixel frames (the first gives 1) and needs only cached features of those before. So a
window is decoded in constant memory, and each piece goes to the encoder while the next is computed. Tiled, every tile keeps its own
caches and time stays the outer loop, which gives what diffusers' own tiled decoding gives, in a fraction of its memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch

from gpu_worker.frames import Pixels


def statistics(vae: Any, like: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean and deviation of each latent channel, shaped to broadcast."""
    shape = (1, vae.config.z_dim, 1, 1, 1)
    mean = torch.tensor(vae.config.latents_mean).view(shape).to(like.device, like.dtype)
    deviation = torch.tensor(vae.config.latents_std).view(shape).to(like.device, like.dtype)
    return mean, deviation


def to_tensor(frames: Pixels, device: torch.device | str, dtype: torch.dtype) -> torch.Tensor:
    """Bytes (frames, height, width, 3) to values from -1 to 1, (1, 3, frames, height, width)."""
    values = torch.from_numpy(np.array(frames)).to(device=device, dtype=torch.float32)
    return (values.permute(3, 0, 1, 2).unsqueeze(0) / 127.5 - 1.0).to(dtype)


def to_pixels(values: torch.Tensor) -> Pixels:
    """Values from -1 to 1, (1, 3, frames, height, width), to bytes (frames, height, width, 3)."""
    scaled = ((values[0].float().clamp(-1, 1) + 1.0) * 127.5).round().to(torch.uint8)
    return scaled.permute(1, 2, 3, 0).contiguous().cpu().numpy()


@torch.no_grad()
def encode(vae: Any, frames: Pixels) -> torch.Tensor:
    """Normalised latents (1, channels, latent frames, height / 8, width / 8), float32, of the given frames."""
    latents: torch.Tensor = vae.encode(to_tensor(frames, vae.device, vae.dtype)).latent_dist.mode().float()
    mean, deviation = statistics(vae, latents)
    return (latents - mean) / deviation


@torch.no_grad()
def decode(vae: Any, latents: torch.Tensor, check: Callable[[], None]) -> Iterator[Pixels]:
    """Frames of normalised latents, in pieces of 1, 4, 4, … frames. `check` is called before each piece and may raise."""
    mean, deviation = statistics(vae, latents.float())
    values = (latents.float() * deviation + mean).to(vae.dtype)
    height, width = values.shape[-2:]
    ratio = vae.spatial_compression_ratio
    small = height <= vae.tile_sample_min_height // ratio and width <= vae.tile_sample_min_width // ratio
    pieces = _whole(vae, values, check) if small or not vae.use_tiling else _tiled(vae, values, check)
    try:
        for piece in pieces:
            yield to_pixels(piece)
    finally:
        vae.clear_cache()


def _piece(vae: Any, values: torch.Tensor, index: int, cache: list[Any]) -> torch.Tensor:
    """Pixels of one latent frame, given (and renewing) the features cached from those before."""
    first = {"first_chunk": True} if index == 0 else {}
    decoded: torch.Tensor = vae.decoder(values[:, :, index : index + 1], feat_cache=cache, feat_idx=[0], **first)
    return decoded


def _whole(vae: Any, values: torch.Tensor, check: Callable[[], None]) -> Iterator[torch.Tensor]:
    vae.clear_cache()
    cache = vae._feat_map
    values = vae.post_quant_conv(values)
    for index in range(values.shape[2]):
        check()
        yield _piece(vae, values, index, cache)


def _tiled(vae: Any, values: torch.Tensor, check: Callable[[], None]) -> Iterator[torch.Tensor]:
    ratio = vae.spatial_compression_ratio
    high, wide = vae.tile_sample_min_height // ratio, vae.tile_sample_min_width // ratio
    down, across = vae.tile_sample_stride_height // ratio, vae.tile_sample_stride_width // ratio
    height, width = values.shape[-2:]
    places = [[(y, x) for x in range(0, width, across)] for y in range(0, height, down)]
    vae.clear_cache()
    caches: dict[tuple[int, int], list[Any]] = {place: list(vae._feat_map) for row in places for place in row}
    blend = (vae.tile_sample_min_height - vae.tile_sample_stride_height, vae.tile_sample_min_width - vae.tile_sample_stride_width)
    for index in range(values.shape[2]):
        rows = []
        for row in places:
            tiles = []
            for y, x in row:
                check()
                tile = vae.post_quant_conv(values[:, :, :, y : y + high, x : x + wide])
                tiles.append(_piece(vae, tile, index, caches[y, x]))
            rows.append(tiles)
        yield _joined(vae, rows, blend)[..., : height * ratio, : width * ratio]


def _joined(vae: Any, rows: list[list[torch.Tensor]], blend: tuple[int, int]) -> torch.Tensor:
    """Tiles blended into each other where they overlap, as diffusers does it."""
    joined = []
    for i, row in enumerate(rows):
        line = []
        for j, tile in enumerate(row):
            if i > 0:
                tile = vae.blend_v(rows[i - 1][j], tile, blend[0])
            if j > 0:
                tile = vae.blend_h(row[j - 1], tile, blend[1])
            line.append(tile[..., : vae.tile_sample_stride_height, : vae.tile_sample_stride_width])
        joined.append(torch.cat(line, dim=-1))
    return torch.cat(joined, dim=-2)
