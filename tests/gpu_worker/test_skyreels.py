"""SkyReels V2 against diffusers' own pipelines, and every trap of theirs that was met."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import SkyReelsV2DiffusionForcingImageToVideoPipeline, SkyReelsV2DiffusionForcingPipeline, UniPCMultistepScheduler
from PIL import Image

from gpu_worker.contract import MODELS
from gpu_worker.errors import Cancelled, ModelBroken
from gpu_worker.models import skyreels, wan_vae
from gpu_worker.models.base import Options, Wish
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

from . import tiny

FACTS = MODELS[tiny.MODEL]
CPU = torch.device("cpu")
WORDS = {"prompt": "a fox waits", "negative_prompt": "blurry"}
SIZE = {"height": 32, "width": 48}
WINDOW = Window(0, 0, 17, 17, True)
LATER = Window(1, 17, 33, 16, True)


def wish(**fields: Any) -> Wish:
    return Wish(**{**WORDS, **SIZE, "seed": 7, "fps": 24, "steps": 2, "guidance": 6.0, "shift": 8.0, **fields})


def noise(frames: int, seed: int = 3) -> np.ndarray:
    """Frames that are easy to tell apart."""
    return np.random.default_rng(seed).integers(0, 255, (frames, 32, 48, 3), dtype=np.uint8)


@pytest.fixture(scope="module")
def folder(models: Path) -> Path:
    return models / tiny.MODEL


@pytest.fixture(scope="module")
def model(folder: Path) -> Iterator[skyreels.SkyReels]:
    yield skyreels.SkyReels.load(FACTS, folder, CPU, {})
    gc.collect()


def stock(folder: Path, dtype: torch.dtype = torch.float32, kind: Any = SkyReelsV2DiffusionForcingPipeline, shift: float = 8.0) -> Any:
    pipeline = kind.from_pretrained(folder, dtype={"vae": torch.float32, "default": dtype}, local_files_only=True)
    pipeline.scheduler = UniPCMultistepScheduler.from_config(pipeline.scheduler.config, flow_shift=shift)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def by_stock(pipeline: Any, frames: int = 17, **more: Any) -> torch.Tensor:
    seeded = torch.Generator().manual_seed(7)
    guided = {"num_inference_steps": 2, "guidance_scale": 6.0, "output_type": "latent", "generator": seeded}
    return pipeline(**WORDS, **SIZE, num_frames=frames, base_num_frames=frames, **guided, **more).frames  # type: ignore[no-any-return]


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_from_words_it_gives_what_diffusers_gives_to_the_bit(folder: Path, dtype: torch.dtype) -> None:
    """Per-frame modulation included: it is installed in ours and not in theirs."""
    ours = skyreels.SkyReels.load(FACTS, folder, CPU, {}, dtype).latents(wish(), WINDOW, None, Watch())
    theirs = by_stock(stock(folder, dtype))
    assert ours.abs().mean() > 0.1
    assert torch.equal(ours, theirs.float())


@pytest.mark.parametrize("ending", [False, True])
def test_from_a_picture_and_towards_one_it_gives_what_diffusers_gives(folder: Path, model: skyreels.SkyReels, ending: bool) -> None:
    first, last = noise(1, 1), noise(1, 2)
    pipeline = stock(folder, kind=SkyReelsV2DiffusionForcingImageToVideoPipeline, shift=5.0)
    theirs = by_stock(pipeline, image=Image.fromarray(first[0]), **({"last_image": Image.fromarray(last[0])} if ending else {}))
    ours = model.latents(wish(shift=5.0, end=last if ending else None), WINDOW, first, Watch())
    assert ours.shape[2] == 5
    assert theirs.shape[2] == 5 + ending  # diffusers drops the end picture's own latents after this
    assert torch.allclose(ours, theirs[:, :, :5], atol=1e-5)


def test_modulation_is_never_spread_over_tokens(model: skyreels.SkyReels) -> None:
    seen: list[tuple[int, ...]] = []
    hook = model.transformer.blocks[0].register_forward_pre_hook(lambda _, given: seen.append(tuple(given[2].shape)))
    model.latents(wish(), WINDOW, None, Watch())
    hook.remove()
    assert set(seen) == {(1, 5, 6, 24)}


def test_an_asynchronous_call_before_does_not_turn_the_next_into_noise(folder: Path, model: skyreels.SkyReels) -> None:
    before = model.latents(wish(), WINDOW, None, Watch())
    model.transformer._set_ar_attention(5)
    assert torch.equal(model.latents(wish(), WINDOW, None, Watch()), before)
    assert model.transformer.config.num_frame_per_block == 1


def test_known_frames_stay_and_are_seen_with_seeded_noise(model: skyreels.SkyReels) -> None:
    """diffusers draws the noise on known frames from the process' own randomness, whatever the seed."""
    given = noise(17)
    torch.manual_seed(1)
    state = torch.get_rng_state()
    one = model.latents(wish(), LATER, given, Watch())
    assert torch.equal(torch.get_rng_state(), state)
    torch.manual_seed(2)
    two = model.latents(wish(), LATER, given, Watch())
    assert torch.equal(one, two)
    assert torch.equal(one[:, :, :5], wan_vae.encode(model.vae, given))
    assert not torch.equal(one[:, :, 5:], model.latents(wish(), LATER, noise(17, 9), Watch())[:, :, 5:])


def test_known_frames_carry_the_authors_noise_level_and_free_ones_their_own(model: skyreels.SkyReels, monkeypatch: pytest.MonkeyPatch) -> None:
    levels: list[list[int]] = []
    predicted = model._predicted
    monkeypatch.setattr(model, "_predicted", lambda seen, level, *rest: (levels.append(level[0].tolist()), predicted(seen, level, *rest))[1])
    model.latents(wish(guidance=1.0, end=noise(1)), LATER, noise(17), Watch())
    assert [row[:5] for row in levels] == [[20] * 5] * 2
    assert [row[-1] for row in levels] == [0, 0]  # the end picture
    assert len(set(levels[0][5:-1])) == 1
    assert levels[0][5] > levels[1][5] > 20


def test_without_guidance_the_negative_prompt_costs_nothing(model: skyreels.SkyReels) -> None:
    calls: list[int] = []
    hook = model.transformer.blocks[0].register_forward_pre_hook(lambda *_: calls.append(1))
    model.latents(wish(guidance=1.0), WINDOW, None, Watch())
    hook.remove()
    assert len(calls) == 2


def test_prompts_are_encoded_once(folder: Path) -> None:
    fresh = skyreels.SkyReels.load(FACTS, folder, CPU, {})
    calls: list[int] = []
    fresh.text_encoder.register_forward_pre_hook(lambda *_: calls.append(1))
    for seed in (1, 2, 3):
        fresh.latents(wish(seed=seed), WINDOW, None, Watch())
    assert len(calls) == 2
    fresh.latents(wish(prompt="another"), WINDOW, None, Watch())
    assert len(calls) == 3


def test_shared_parts_are_loaded_once_and_keep_their_precision(folder: Path) -> None:
    """`from_pipe` would make the 16-bit text encoder a 32-bit one."""
    first = skyreels.SkyReels.load(FACTS, folder, CPU, {}, torch.bfloat16)
    second = skyreels.SkyReels.load(MODELS["skyreels-v2-df-14b-540p"], folder, CPU, first.shared(), torch.bfloat16)
    assert second.text_encoder is first.text_encoder
    assert second.vae is first.vae
    assert second.transformer is not first.transformer
    assert {weight.dtype for weight in second.text_encoder.parameters()} == {torch.bfloat16} or second.text_encoder.dtype == torch.bfloat16
    assert second.vae.dtype == torch.float32
    assert second.transformer.dtype == torch.bfloat16


def test_cancelling_ends_between_two_blocks_and_decodes_nothing(model: skyreels.SkyReels, monkeypatch: pytest.MonkeyPatch) -> None:
    """diffusers' own `_interrupt` runs all remaining steps empty and decodes what there is."""
    watch = Watch()
    blocks: list[int] = []

    def count(*_: Any) -> None:
        blocks.append(1)
        if len(blocks) == 3:
            watch.stop()

    hook = model.transformer.blocks[0].attn1.register_forward_pre_hook(count)
    monkeypatch.setattr(wan_vae, "decode", lambda *_: pytest.fail("decoded"))
    with pytest.raises(Cancelled):
        list(model.window(wish(steps=20), WINDOW, None, watch))
    hook.remove()
    assert len(blocks) == 3


def test_decoding_stops_as_well(model: skyreels.SkyReels) -> None:
    watch = Watch()
    pieces = model.window(wish(), WINDOW, None, watch)
    next(pieces)
    watch.stop()
    with pytest.raises(Cancelled):
        list(pieces)


def test_numbers_that_are_none_are_an_error_not_a_black_clip(folder: Path) -> None:
    broken = skyreels.SkyReels.load(FACTS, folder, CPU, {})
    with torch.no_grad():
        broken.transformer.proj_out.bias.fill_(float("nan"))
    with pytest.raises(ModelBroken):
        broken.latents(wish(), WINDOW, None, Watch())


def test_a_step_cache_is_known_to_the_blocks_and_survives_windows_of_another_length(folder: Path) -> None:
    """diffusers does not register the block, and its cache breaks when the window changes."""
    cached = skyreels.SkyReels(FACTS, stock(folder), CPU, Options(step_cache=0.5))
    seconds: list[int] = []
    cached.transformer.blocks[1].attn1.register_forward_pre_hook(lambda *_: seconds.append(1))
    cached.latents(wish(steps=6), WINDOW, None, Watch())
    assert 0 < len(seconds) < 12
    assert cached.latents(wish(steps=6), LATER, noise(17), Watch()).shape[2] == 9
    assert cached.settings()["step_cache"] == 0.5


def test_everything_that_is_not_measured_is_off(model: skyreels.SkyReels, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SYSRAI_COMPILE", "SYSRAI_FP8", "SYSRAI_STEP_CACHE"):
        monkeypatch.delenv(name, raising=False)
    assert Options.of_environment() == Options(False, False, 0.0)
    assert {model.settings()[name] for name in ("compile", "fp8", "step_cache")} == {False}
    monkeypatch.setenv("SYSRAI_STEP_CACHE", "0.1")
    assert Options.of_environment().step_cache == 0.1


def test_weights_that_leave_the_card_give_the_same_picture(folder: Path, model: skyreels.SkyReels) -> None:
    moved = skyreels.SkyReels.load(FACTS, folder, CPU, {})
    moved.offload()
    moved.offload()
    assert torch.equal(moved.latents(wish(), WINDOW, None, Watch()), model.latents(wish(), WINDOW, None, Watch()))
    assert moved.settings()["offloaded"] is True
