"""Whole shots: windows joined without a seam, the same every time, and the ladder that is climbed when memory runs out."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from gpu_worker import clip, engine
from gpu_worker.contract import ContinueStart, ImageStart, RenderRequest
from gpu_worker.engine import Engine, Rendered
from gpu_worker.errors import Invalid, ModelMissing, OutOfMemory, WorkerBroken
from gpu_worker.fetch import Inputs
from gpu_worker.frames import Pixels
from gpu_worker.models import registry, skyreels
from gpu_worker.watch import Watch
from gpu_worker.windows import Window

from .conftest import request
from .test_skyreels import noise

CONTINUE = ContinueStart(tail_url="http://localhost/tail.mkv")
PICTURE = ImageStart(image_url="http://localhost/panel.png")


@pytest.fixture
def shot(engine_: Engine, weights: Path, tmp_path: Path) -> Callable[..., Rendered]:
    """Renders a shot with the engine that all tests share."""
    count = iter(range(1000))

    def render(asked: RenderRequest | None = None, inputs: Inputs = Inputs(), watch: Watch | None = None) -> Rendered:  # noqa: B008  frozen
        folder = tmp_path / f"shot{next(count)}"
        folder.mkdir()
        return engine_.render(asked or request(), inputs, folder, watch or Watch())

    return render


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Window, Pixels | None]]:
    """Every window that was rendered, and the frames it was given."""
    seen: list[tuple[Window, Pixels | None]] = []
    latents = skyreels.SkyReels.latents

    def spy(self: Any, wish: Any, window: Window, given: Pixels | None, watch: Watch) -> torch.Tensor:
        seen.append((window, given))
        return latents(self, wish, window, given, watch)

    monkeypatch.setattr(skyreels.SkyReels, "latents", spy)
    return seen


def picture_of(rendered: Rendered) -> str:
    """What was rendered, as a name: the frames of the clip and the lossless tail."""
    return hashlib.sha256(rendered.files.video.read_bytes() + rendered.files.tail.read_bytes()).hexdigest()


def assert_all_differ(pictures: dict[str, Rendered]) -> None:
    """Each from each other, in at least one byte of a hundred: a single byte would be another one on another processor, or none."""
    frames = {name: clip.read(each.files.tail) for name, each in pictures.items()}
    moved = {(one, two): float(np.mean(frames[one] != frames[two])) for one, two in itertools.combinations(frames, 2)}
    assert {pair: share for pair, share in moved.items() if share < 0.01} == {}


@pytest.mark.parametrize(("frames", "windows"), [(1, 1), (5, 1), (97, 1), (101, 2), (177, 2), (181, 3)])
def test_a_shot_has_exactly_the_frames_that_were_wished(shot: Callable[..., Rendered], frames: int, windows: int) -> None:
    rendered = shot(request(frames=frames, width=16, height=16, steps=1, guidance=1.0))
    assert clip.facts(rendered.files.video) == (frames, 16, 16, 24.0)
    assert rendered.windows == windows
    assert len(clip.read(rendered.files.tail)) == min(frames, 17)


def test_each_window_goes_on_from_the_last_frames_that_were_shown(shot: Callable[..., Rendered], calls: list[tuple[Window, Pixels | None]]) -> None:
    """Decoded frames, not latents; neither shown twice nor left out."""
    rendered = shot(request(frames=181, width=32, height=32, steps=1, guidance=1.0))
    shown = clip.read(rendered.files.video)
    assert [window.known for window, _ in calls] == [0, 17, 17]
    assert calls[0][1] is None
    at = 0
    for window, given in calls:
        if given is not None:
            assert len(given) == 17
            assert np.abs(shown[at - 17 : at].astype(int) - given.astype(int)).mean() < 15  # the clip is lossy
        at += window.new
    assert at == 181
    steps = np.abs(np.diff(shown.astype(int), axis=0)).mean((1, 2, 3))
    assert (steps > 0).all()


def test_the_tail_is_the_clips_end_to_the_bit_and_the_next_shot_begins_from_it(
    shot: Callable[..., Rendered], calls: list[tuple[Window, Pixels | None]]
) -> None:
    first = shot(request(frames=33))
    tail = clip.read(first.files.tail)
    assert tail.shape == (17, 32, 48, 3)
    second = shot(request(start=CONTINUE, frames=97), Inputs(given=tail))
    assert [(window.known, window.new) for window, _ in calls[1:]] == [(17, 52), (17, 45)]
    assert np.array_equal(calls[1][1], tail)  # type: ignore[arg-type]
    assert clip.facts(second.files.video)[0] == 97


def test_a_picture_is_the_shots_first_frame_and_a_short_tail_is_enough(shot: Callable[..., Rendered], calls: list[tuple[Window, Pixels | None]]) -> None:
    shot(request(start=PICTURE), Inputs(given=noise(1)))
    assert (calls[0][0].known, calls[0][0].new) == (0, 9)
    assert clip.facts(shot(request(start=ContinueStart(tail_url="http://localhost/t", frames=5), frames=101), Inputs(given=noise(5))).files.video)[0] == 101
    assert [window.known for window, _ in calls[1:]] == [5, 17]


def test_what_changes_the_picture_and_what_does_not(shot: Callable[..., Rendered]) -> None:
    base = request(guidance=4.0, shift=6.0)
    plain = shot(base)
    changing: dict[str, tuple[dict[str, Any], Inputs]] = {
        "prompt": ({"prompt": "a swan"}, Inputs()), "negative": ({"negative_prompt": "text"}, Inputs()), "seed": ({"seed": 8}, Inputs()),
        "steps": ({"steps": 3}, Inputs()), "guidance": ({"guidance": 5.0}, Inputs()), "shift": ({"shift": 3.0}, Inputs()), "fps": ({"fps": 16}, Inputs()),
        "picture": ({"start": PICTURE}, Inputs(given=noise(1, 1))), "another picture": ({"start": PICTURE}, Inputs(given=noise(1, 2))),
        "tail": ({"start": CONTINUE}, Inputs(given=noise(17, 1))), "another tail": ({"start": CONTINUE}, Inputs(given=noise(17, 2))),
        "end": ({}, Inputs(end=noise(1, 3))), "another end": ({}, Inputs(end=noise(1, 4))),
    }  # fmt: skip
    pictures = {name: shot(base.model_copy(update=fields), inputs) for name, (fields, inputs) in changing.items()}
    assert_all_differ({"plain": plain, **pictures})
    torch.manual_seed(99)
    same = base.model_copy(update={"job_id": "another", "attempt": 3})
    assert picture_of(shot(same)) == picture_of(plain)
    assert picture_of(shot(base.model_copy(update=changing["tail"][0]), changing["tail"][1])) == picture_of(pictures["tail"])


def test_settings_left_out_are_the_models_own(shot: Callable[..., Rendered]) -> None:
    asked = request(width=16, height=16, frames=1)
    words = shot(asked.model_copy(update={"steps": None})).settings
    assert (words["steps"], words["guidance"], words["shift"]) == (30, 6.0, 8.0)
    picture = shot(asked.model_copy(update={"start": PICTURE}), Inputs(given=noise(1)[:, :16, :16])).settings
    assert (picture["guidance"], picture["shift"]) == (5.0, 5.0)


def test_pieces_are_small_however_long_the_shot(shot: Callable[..., Rendered], monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    write = clip.ClipWriter.write
    monkeypatch.setattr(clip.ClipWriter, "write", lambda self, frames: (sizes.append(len(frames)), write(self, frames))[1])
    shot(request(frames=181, width=16, height=16, steps=1, guidance=1.0))
    assert max(sizes) == 4
    assert sum(sizes) == 181


# memory


@pytest.fixture
def alone(weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rendered]:
    """Renders with an engine of the test's own, whose model may be bent."""
    own = Engine(torch.device("cpu"))

    def render(asked: RenderRequest, bend: Callable[[Any], None], inputs: Inputs = Inputs()) -> Rendered:  # noqa: B008  frozen
        load = registry.Entry.load

        def bent(self: Any, *given: Any) -> Any:
            model = load(self, *given)
            bend(model)
            return model

        monkeypatch.setattr(registry.Entry, "load", bent)
        folder = tmp_path / "bent"
        folder.mkdir()
        return own.render(asked, inputs, folder, Watch())

    return render


def full(*_: Any) -> None:
    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB")


def test_memory_that_was_only_in_pieces_is_enough_once_they_are_joined(alone: Callable[..., Rendered], shot: Callable[..., Rendered]) -> None:
    times = iter([full])

    def bend(model: Any) -> None:
        model.transformer.blocks[1].register_forward_pre_hook(lambda *_: next(times, lambda: None)())

    rendered = alone(request(), bend)
    assert rendered.settings["ladder"] == "emptied"
    assert picture_of(rendered) == picture_of(shot(request()))


def test_a_picture_too_large_to_decode_is_decoded_in_tiles(alone: Callable[..., Rendered]) -> None:
    def bend(model: Any) -> None:
        model.vae.decoder.register_forward_pre_hook(lambda *_: None if model.vae.use_tiling else full())

    rendered = alone(request(), bend)
    assert rendered.settings["ladder"] == "emptied, tiled"
    assert rendered.settings["tiling"] is True
    assert clip.facts(rendered.files.video)[0] == 9


@pytest.mark.parametrize("start", ["text", "continue"])
def test_windows_become_shorter_until_they_fit_and_no_frame_is_lost(alone: Callable[..., Rendered], start: str) -> None:
    sizes: list[int] = []

    def bend(model: Any) -> None:
        def look(_: Any, given: Any, named: Any) -> None:
            sizes.append(named["hidden_states"].shape[2])
            if sizes[-1] > 12:
                full()

        model.transformer.register_forward_pre_hook(look, with_kwargs=True)

    small = {"width": 16, "height": 16, "frames": 97, "steps": 1, "guidance": 1.0}
    inputs = Inputs(given=noise(17)[:, :16, :16]) if start == "continue" else Inputs()
    rendered = alone(request(**small, **({"start": CONTINUE} if start == "continue" else {})), bend, inputs)
    assert rendered.settings["ladder"] == "emptied, tiled, window 61, window 37"
    assert clip.facts(rendered.files.video)[0] == 97
    assert max(size for size in sizes if size <= 12) <= 10
    assert rendered.settings["window"] == 37


def test_memory_that_runs_out_in_the_middle_goes_on_from_the_last_frame_shown(alone: Callable[..., Rendered]) -> None:
    pieces: list[int] = []

    def bend(model: Any) -> None:
        def look(*_: Any) -> None:
            pieces.append(1)
            if len(pieces) == 6:
                full()

        model.vae.decoder.register_forward_pre_hook(look)

    rendered = alone(request(frames=33, steps=1), bend)
    assert rendered.settings["ladder"] == "emptied"
    assert rendered.windows == 2
    assert clip.facts(rendered.files.video)[0] == 33


def test_weights_leave_the_card_before_it_is_given_up_and_then_it_is_said(alone: Callable[..., Rendered]) -> None:
    rungs: list[str] = []

    def bend(model: Any) -> None:
        offload = model.offload
        model.offload = lambda: (rungs.append("offloaded"), offload())
        model.transformer.patch_embedding.register_forward_pre_hook(full)

    with pytest.raises(OutOfMemory, match="windows of 33 frames and with weights moved out") as failed:
        alone(request(frames=97, width=16, height=16), bend)
    assert rungs == ["offloaded"]
    assert (failed.value.code, failed.value.retryable) == ("oom", False)


def test_a_card_that_fell_over_takes_its_worker_along(alone: Callable[..., Rendered]) -> None:
    def fall(*_: Any) -> None:
        raise RuntimeError("CUDA error: an illegal memory access was encountered")

    with pytest.raises(WorkerBroken) as failed:
        alone(request(), lambda model: model.transformer.blocks[0].register_forward_pre_hook(fall))
    assert (failed.value.poisoned, failed.value.retryable) == (True, True)


def test_weights_that_do_not_fit_are_an_oom_as_well(weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry.Entry, "load", full)
    with pytest.raises(OutOfMemory):
        Engine(torch.device("cpu")).render(request(), Inputs(), tmp_path, Watch())


# models


def test_changing_the_model_keeps_what_both_have(weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = "skyreels-v2-df-14b-540p"
    for model in (request().model, other):
        (tmp_path / model).symlink_to(weights / request().model)
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(tmp_path))
    own = Engine(torch.device("cpu"))
    texts = []
    for number, model in enumerate(("skyreels-v2-df-1.3b-540p", other, other)):
        folder = tmp_path / str(number)
        folder.mkdir()
        own.render(request(model=model), Inputs(), folder, Watch())
        texts.append(own._model.text_encoder)  # type: ignore[union-attr]
    assert texts[0] is texts[1] is texts[2]


def test_what_a_model_cannot_do_is_refused() -> None:
    facts = dataclasses.replace(registry.entry(request().model).facts, starts=frozenset({"text"}), end_image=False)
    engine.check(request(), facts)
    for impossible in (request(start=PICTURE), request(end_image_url="http://localhost/e.png")):
        with pytest.raises(Invalid):
            engine.check(impossible, facts)


def test_weights_are_found_in_the_folder_the_cache_and_on_the_volume(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = request().model
    monkeypatch.setattr(registry, "VOLUME", tmp_path / "volume")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("SYSRAI_MODEL_DIR", raising=False)
    with pytest.raises(ModelMissing) as missing:
        registry.weights(id)
    assert missing.value.retryable
    (tmp_path / "volume" / "models").mkdir(parents=True)
    (tmp_path / "volume" / "models" / id).symlink_to(models / id)
    assert registry.weights(id).revision.startswith("sha256-")
    stored = tmp_path / "hf" / "hub" / "models--Skywork--SkyReels-V2-DF-1.3B-540P-Diffusers"
    (stored / "snapshots").mkdir(parents=True)
    (stored / "refs").mkdir()
    (stored / "refs" / "main").write_text("abc123")
    (stored / "snapshots" / "abc123").symlink_to(models / id)
    assert registry.weights(id).revision == "abc123"
    monkeypatch.setenv("SYSRAI_MODEL_REVISION", "def456")
    assert registry.weights(id).revision.startswith("sha256-"), "the cache has another revision than the pinned one; what lies on the volume names none"
    (stored / "snapshots" / "def456").symlink_to(models / id)
    assert registry.weights(id).revision == "def456"
    monkeypatch.delenv("SYSRAI_MODEL_REVISION")
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(models))
    assert registry.weights(id).folder == models / id
    assert registry.present() == [id]


def test_a_cache_that_names_no_branch_is_used_all_the_same(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """RunPod puts a snapshot on the host; whether it says what `main` was is not promised."""
    id = request().model
    monkeypatch.setattr(registry, "VOLUME", tmp_path)
    snapshots = tmp_path / "huggingface-cache" / "hub" / "models--Skywork--SkyReels-V2-DF-1.3B-540P-Diffusers" / "snapshots"
    snapshots.mkdir(parents=True)
    (snapshots / "abc123").symlink_to(models / id)
    assert registry.weights(id).revision == "abc123"
    monkeypatch.setenv("SYSRAI_MODEL_REVISION", "def456")
    with pytest.raises(ModelMissing):
        registry.weights(id)


def test_weights_of_another_commit_than_the_pinned_one_are_none(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = request().model
    shutil.copytree(models / id, tmp_path / id)
    (tmp_path / id / "REVISION").write_text("a" * 40)
    monkeypatch.setenv("SYSRAI_MODEL_DIR", str(tmp_path))
    for pinned, there in (("a" * 40, True), ("a" * 8, True), ("b" * 40, False), ("v1.0", True)):  # a tag cannot be compared with a commit
        monkeypatch.setenv("SYSRAI_MODEL_REVISION", pinned)
        assert registry.present() == ([id] if there else []), pinned
    monkeypatch.setenv("SYSRAI_MODEL_REVISION", "a" * 40)
    assert registry.weights(id).revision == "a" * 40


def test_a_card_that_torch_cannot_use_is_said_and_not_replaced_by_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver answers, but is older than torch's CUDA: the shot would take hours on a rented machine's processor."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert engine.pick_device().type == "cpu"  # wished: SYSRAI_DEVICE=cpu
    monkeypatch.delenv("SYSRAI_DEVICE")
    with pytest.raises(WorkerBroken, match="torch cannot use the card") as broken:
        engine.pick_device()
    assert broken.value.poisoned
