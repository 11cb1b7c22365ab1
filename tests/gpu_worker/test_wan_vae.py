"""Decoding frame by frame gives what decoding at once gives, whole and in tiles, in constant memory."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from gpu_worker.errors import Cancelled
from gpu_worker.models import wan_vae

from . import tiny


@pytest.fixture(scope="module")
def vae(one_thread: None) -> object:
    torch.manual_seed(5)
    return tiny.wan_vae().eval()


def at_once(vae: object, latents: torch.Tensor) -> np.ndarray:
    mean, deviation = wan_vae.statistics(vae, latents)
    with torch.no_grad():
        return wan_vae.to_pixels(vae.decode(latents * deviation + mean).sample)  # type: ignore[attr-defined]


@pytest.mark.parametrize("tiled", [False, True])
def test_a_stream_is_the_whole(vae: object, tiled: bool) -> None:
    vae.use_tiling = tiled  # type: ignore[attr-defined]
    if tiled:
        vae.enable_tiling(24, 24, 16, 16)  # type: ignore[attr-defined]
    latents = torch.randn(1, 16, 3, 4, 6, generator=torch.Generator().manual_seed(1))
    pieces = list(wan_vae.decode(vae, latents, lambda: None))
    assert [len(piece) for piece in pieces] == [1, 4, 4]
    assert np.abs(np.concatenate(pieces).astype(int) - at_once(vae, latents).astype(int)).max() <= 1
    assert pieces[0].shape[1:] == (32, 48, 3)


def test_a_stream_that_is_left_leaves_no_trace(vae: object) -> None:
    vae.use_tiling = False  # type: ignore[attr-defined]
    latents = torch.randn(1, 16, 3, 4, 4, generator=torch.Generator().manual_seed(2))
    whole = np.concatenate(list(wan_vae.decode(vae, latents, lambda: None)))
    stream = wan_vae.decode(vae, latents * 2, lambda: None)
    next(stream)
    stream.close()
    assert np.array_equal(np.concatenate(list(wan_vae.decode(vae, latents, lambda: None))), whole)


def test_it_can_be_stopped_at_every_piece(vae: object) -> None:
    asked = iter([None, None])

    def check() -> None:
        if next(asked, "stop") == "stop":
            raise Cancelled

    got = []
    with pytest.raises(Cancelled):
        got.extend(piece for piece in wan_vae.decode(vae, torch.zeros(1, 16, 4, 4, 4), check))
    frames = np.zeros((17, 32, 32, 3), np.uint8)
    assert wan_vae.encode(vae, frames).shape == (1, 16, 5, 4, 4)


def test_bytes_survive_the_way_to_values_and_back() -> None:
    frames = np.arange(256, dtype=np.uint8).repeat(3).reshape(1, 16, 16, 3)
    assert np.array_equal(wan_vae.to_pixels(wan_vae.to_tensor(frames, "cpu", torch.float32)), frames)
