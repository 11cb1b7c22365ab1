"""The other families behind the same protocol, each with a tiny random checkpoint of its real layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from gpu_worker import clip
from gpu_worker.contract import MODELS, ContinueStart, ImageStart, RenderRequest
from gpu_worker.engine import Engine, Rendered
from gpu_worker.errors import Cancelled, Invalid
from gpu_worker.fetch import Inputs
from gpu_worker.models import registry, vace
from gpu_worker.models.base import Wish
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

from . import tiny
from .conftest import request
from .test_engine import assert_all_differ, picture_of

pytestmark = pytest.mark.filterwarnings("ignore:__array:DeprecationWarning")
"""diffusers' schedulers hand tensors to NumPy in a way it will not know one day."""
MAKERS: dict[str, Callable[[Path], Path]] = {
    "wan-vace-1.3b-480p": tiny.vace, "helios-distilled-14b": tiny.helios, "ltx-video-13b-distilled": tiny.ltx,
}  # fmt: skip
PICTURE, TAIL = ImageStart(image_url="http://localhost/p.png"), ContinueStart(tail_url="http://localhost/t.mkv")


def noise(frames: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (frames, 64, 64, 3), dtype=np.uint8)


def flat(value: int) -> np.ndarray:
    return np.full((1, 64, 64, 3), value, np.uint8)


@pytest.fixture(scope="module", params=list(MAKERS))
def family(request: pytest.FixtureRequest, models: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Engine]:
    """(model id, its `SYSRAI_MODEL_DIR`, an engine)."""
    home = tmp_path_factory.mktemp("families")
    MAKERS[request.param](home / request.param)
    return request.param, home, Engine(torch.device("cpu"))


@pytest.fixture
def render(family: tuple[str, Path, Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rendered]:
    model, home, engine = family
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(home))
    count = iter(range(100))

    def once(inputs: Inputs = Inputs(), watch: Watch | None = None, **fields: Any) -> Rendered:  # noqa: B008  frozen
        folder = tmp_path / str(next(count))
        folder.mkdir()
        asked: RenderRequest = request(**{"model": model, "width": 64, "height": 64, "frames": 5, "steps": 3, **fields})
        return engine.render(asked, inputs, folder, watch or Watch())

    return once


def test_what_is_given_reaches_the_picture_and_nothing_else_does(family: tuple[str, Path, Engine], render: Callable[..., Rendered]) -> None:
    facts = MODELS[family[0]]
    plain = render()
    assert clip.facts(plain.files.video) == (5, 64, 64, 24.0)
    pictures = {
        "plain": plain, "prompt": render(prompt="a swan"), "seed": render(seed=8), "picture": render(Inputs(noise(1, 1)), start=PICTURE),
        "another picture": render(Inputs(noise(1, 2)), start=PICTURE), "tail": render(Inputs(noise(17, 1)), start=TAIL),
        "another tail": render(Inputs(noise(17, 2)), start=TAIL),
    }  # fmt: skip
    if facts.end_image and facts.family != "wan-vace":
        pictures |= {"end": render(Inputs(end=flat(0))), "another end": render(Inputs(end=flat(255)))}
    if facts.references:
        pictures |= {"one reference": render(Inputs(references=(noise(1, 5),))), "two": render(Inputs(references=(noise(1, 5), noise(1, 6))))}
        assert pictures["two"].settings["references_used"] == 2
    assert_all_differ(pictures)
    torch.manual_seed(5)
    assert picture_of(render(job_id="another")) == picture_of(plain)
    assert picture_of(render(Inputs(noise(17, 1)), start=TAIL)) == picture_of(pictures["tail"])


def test_an_end_picture_reaches_vace(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compared before decoding: nothing is rounded there."""
    model = vace.Vace.load(MODELS["wan-vace-1.3b-480p"], tiny.vace(tmp_path), torch.device("cpu"), {})
    made: list[torch.Tensor] = []
    monkeypatch.setattr(vace.wan_vae, "decode", lambda _, latents, check: iter([made.append(latents)]))
    for end in (None, flat(0), flat(255), flat(255)):
        list(model.window(Wish("a fox", "", 1, 64, 64, 24, 2, 5.0, 3.0, end=end), Window(0, 0, 5, 5, True), None, Watch()))
    assert not torch.equal(made[0], made[1])
    assert not torch.equal(made[1], made[2])
    assert torch.equal(made[2], made[3])


def test_a_long_shot_has_every_frame_once(family: tuple[str, Path, Engine], render: Callable[..., Rendered]) -> None:
    window = MODELS[family[0]].window
    rendered = render(frames=window + 4, steps=3, guidance=1.0)
    assert rendered.windows == 2
    assert clip.facts(rendered.files.video)[0] == window + 4


def test_it_can_be_cancelled_within_a_step(render: Callable[..., Rendered]) -> None:
    steps: list[int] = []
    watch = Watch(lambda progress: (steps.append(progress.step), watch.stop() if progress.step == 1 else None))  # type: ignore[arg-type,return-value]
    with pytest.raises(Cancelled):
        render(watch=watch, steps=9)
    assert max(steps) == 1


def test_sizes_the_model_has_no_grid_for_are_refused(family: tuple[str, Path, Engine], render: Callable[..., Rendered]) -> None:
    step = MODELS[family[0]].size_step
    if step > 16:
        with pytest.raises(Invalid, match=f"multiples of {step}"):
            render(width=48)
    for width, height in MODELS[family[0]].sizes.values():
        assert width % step == height % step == 0


def test_every_model_has_an_entry_a_licence_and_a_place_to_come_from() -> None:
    assert set(registry.REGISTRY) == set(MODELS)
    for entry in registry.REGISTRY.values():
        assert entry.repository.count("/") == 1
        assert entry.facts.licence
        assert (entry.facts.window - 1) % 4 == 0


def test_the_mask_keeps_what_is_known_and_the_end() -> None:
    wish = Wish("a", "", 1, 64, 64, 24, 3, 5.0, 3.0, end=noise(1, 1))
    frames, mask = vace.masked(wish, Window(1, 5, 13, 6, True), noise(5, 2))
    kept = [not np.asarray(one).any() for one in mask]
    assert kept == [True] * 5 + [False] * 5 + [True] * 3
    assert np.asarray(frames[10]).tolist() == noise(1, 1)[0].tolist()
    assert set(np.asarray(frames[6]).ravel().tolist()) == {128}
