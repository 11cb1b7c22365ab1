"""The bench runs anywhere, compares with stock diffusers, and claims nothing about a card it has not seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from gpu_worker import bench
from gpu_worker.contract import MODELS
from gpu_worker.models.base import Wish

pytestmark = pytest.mark.usefixtures("one_thread")


def test_without_a_card_it_runs_tiny_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--json", str(tmp_path / "bench.json"), "--steps", "1", "--options", "step-cache"]) == 0
    shown = capsys.readouterr().out
    assert "no GPU figure exists" in shown
    measured = json.loads((tmp_path / "bench.json").read_text())
    assert measured["about"]["card"] is False
    rows = {row["what"]: row for row in measured["rows"]}
    assert {"matrix product", "one step, stock diffusers", "one step, ours", "decode, stream", "one step, step-cache"} <= set(rows)
    assert all(row["dollars_per_s"] is None and row["peak_gb"] in (None, 0.0) for row in measured["rows"])
    assert rows["one step, ours"]["tflops"] > 0


def test_stock_and_ours_are_the_same_work_with_the_same_weights() -> None:
    device = torch.device("cpu")
    facts = MODELS["skyreels-v2-df-1.3b-540p"]
    model = bench.measured(facts, bench.TINY, bench.random_parts(bench.TINY, device), device)
    run = bench.Measurement(facts, bench.TINY, model, device, Wish("a", "b", 7, 32, 32, 24, 2, 6.0, 8.0), 5, 1.0, None)
    assert run.stock_step().seconds > 0
    assert "forward" in model.transformer.__dict__
    ours = run.our_step()
    assert ours.tflops == pytest.approx(run.step_flops / ours.seconds / 1e12)
    assert ours.share == pytest.approx(run.step_flops / ours.seconds / 1e12 / run.peak_tflops)


def test_operations_are_counted_as_published() -> None:
    """One film second of the 1.3B at 540P is 30 steps of two passes over 97 frames: about 9 PFLOP at 11.5 s and 790 TFLOP/s."""
    for model, seconds in (("1.3b", 11.5), ("14b", 63.0)):
        per_second = 30 * 2 * bench.forward_flops(bench.SHAPES[model], 97, 544, 960) / (97 / 24)
        assert per_second / 790e12 == pytest.approx(seconds, rel=0.25)
