"""`python -m gpu_worker.bench`: what a denoise step and a whole shot cost on the card at hand, ours beside stock diffusers, in one run.

Weights are random and of the real shapes, so nothing has to be downloaded: time and memory do not depend on their values. The text encoder is left
out (a film's prompts are encoded once each). Without a card it runs tiny shapes and says plainly that no figure of a card exists.
Its table goes to `docs/gpu-benchmarks.md`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKLWan, SkyReelsV2DiffusionForcingPipeline, SkyReelsV2Transformer3DModel, UniPCMultistepScheduler

from gpu_worker.clip import ClipWriter
from gpu_worker.contract import MODELS, ModelFacts
from gpu_worker.engine import empty_cache, gpu_name, peak_gb, reset_peak
from gpu_worker.models import wan_vae
from gpu_worker.models.base import Options, Wish, generator, quiet
from gpu_worker.models.loaded import precision
from gpu_worker.models.skyreels import SkyReels
from gpu_worker.watch import Watch
from gpu_worker.windows import Window, plan

Vae: Any = AutoencoderKLWan  # diffusers' constructors have no types
Scheduler: Any = UniPCMultistepScheduler
Stock: Any = SkyReelsV2DiffusionForcingPipeline
WORDS = 512
DOLLARS_PER_S = {"4090": 0.00031, "H100": 0.00116, "H200": 0.00155}
"""Prices of serverless seconds, to be rechecked; `--price` overrides."""


@dataclass(frozen=True)
class Shape:
    """The size of a transformer and its autoencoder."""

    heads: int
    head_dim: int
    ffn: int
    layers: int
    text_dim: int = 4096
    vae_dim: int = 96

    @property
    def dim(self) -> int:
        """Width of the transformer."""
        return self.heads * self.head_dim


SHAPES = {"1.3b": Shape(12, 128, 8960, 30), "14b": Shape(40, 128, 13824, 40)}
TINY = Shape(4, 32, 256, 2, 64, 4)


@dataclass
class Row:
    """One measured thing. `share` is of the card's measured matrix product; cost only where a price is known."""

    what: str
    seconds: float
    tflops: float | None = None
    share: float | None = None
    peak_gb: float | None = None
    gpu_s_per_s: float | None = None
    dollars_per_s: float | None = None
    note: str = ""


def forward_flops(shape: Shape, frames: int, height: int, width: int) -> float:
    """Operations of one pass through the transformer, a multiply-add counted as two, for pixels of this size."""
    tokens = ((frames - 1) // 4 + 1) * (height // 16) * (width // 16)
    attended = 8 * tokens * shape.dim**2 + 4 * tokens**2 * shape.dim
    words = 4 * tokens * shape.dim**2 + 4 * WORDS * shape.dim**2 + 4 * tokens * WORDS * shape.dim
    return float(shape.layers * (attended + words + 4 * tokens * shape.dim * shape.ffn))


def matmul_peak(device: torch.device, dtype: torch.dtype) -> float:
    """TFLOP/s of a large matrix product: what the card really gives."""
    size = 8192 if device.type == "cuda" else 512
    left, right = (torch.randn(size, size, device=device, dtype=dtype) for _ in range(2))
    best = min(timed(device, lambda: left @ right) for _ in range(20))
    return 2 * size**3 / best / 1e12


def timed(device: torch.device, work: Callable[[], Any]) -> float:
    """Seconds, the card's queue included."""
    settle(device)
    began = time.perf_counter()
    work()
    settle(device)
    return time.perf_counter() - began


def settle(device: torch.device) -> None:
    """Wait until the card has nothing left to do."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def random_parts(shape: Shape, device: torch.device) -> tuple[Any, Any]:
    """A transformer and an autoencoder of this shape with random weights, in the precision they are used in."""
    dtype = precision(device)
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        with torch.device(device):
            transformer: Any = SkyReelsV2Transformer3DModel(  # type: ignore[no-untyped-call]
                num_attention_heads=shape.heads, attention_head_dim=shape.head_dim, ffn_dim=shape.ffn, num_layers=shape.layers, text_dim=shape.text_dim,
                inject_sample_info=True,
            )  # fmt: skip
    finally:
        torch.set_default_dtype(before)
    for name, module in transformer.named_modules():
        if any(part in name.split(".") for part in transformer._keep_in_fp32_modules):
            module.float()
    transformer.scale_shift_table.data = transformer.scale_shift_table.data.float()
    for block in transformer.blocks:
        block.scale_shift_table.data = block.scale_shift_table.data.float()
    transformer.rope = type(transformer.rope)(shape.head_dim, (1, 2, 2), 1024).to(device)
    with torch.device(device):
        vae = Vae(base_dim=shape.vae_dim)
    return transformer, vae


class Measured(SkyReels):
    """A model without a text encoder: prompts are random embeddings."""

    text_dim = 4096

    def _encoded(self, text: str) -> torch.Tensor:
        return torch.randn(1, WORDS, self.text_dim, generator=generator(len(text), 1)).to(self.device, self._dtype)


def measured(facts: ModelFacts, shape: Shape, parts: tuple[Any, Any], device: torch.device, options: Options | None = None) -> Measured:
    """Our model around the parts."""
    scheduler = Scheduler(flow_shift=8.0, use_flow_sigmas=True, prediction_type="flow_prediction")
    pipeline = SimpleNamespace(transformer=parts[0], vae=parts[1], text_encoder=torch.nn.Linear(1, 1), scheduler=scheduler)
    model = Measured(facts, pipeline, device, options)
    model.text_dim = shape.text_dim
    return model


@contextlib.contextmanager
def as_diffusers_made_it(model: Measured) -> Iterator[Any]:
    """diffusers' own pipeline with the same weights and without our per-frame modulation, for the time of the block."""
    modules = [model.transformer, *model.transformer.blocks]
    ours = [module.__dict__.pop("forward") for module in modules]
    try:
        pipeline = Stock(tokenizer=None, text_encoder=None, transformer=model.transformer, vae=model.vae, scheduler=model._pipeline.scheduler)
        pipeline.set_progress_bar_config(disable=True)
        yield pipeline
    finally:
        for module, forward in zip(modules, ours, strict=True):
            module.forward = forward


@dataclass
class Measurement:
    """One run: a model at one size on one device."""

    facts: ModelFacts
    shape: Shape
    model: Measured
    device: torch.device
    wish: Wish
    frames: int
    peak_tflops: float
    price: float | None

    def row(self, what: str, seconds: float, *, flops: float | None = None, shown: float | None = None, note: str = "") -> Row:
        """A row with everything that follows from its seconds. `flops` done in it, `shown` finished seconds of film from it."""
        tflops = flops / seconds / 1e12 if flops else None
        per_s = seconds / shown if shown else None
        cost = per_s * self.price if per_s is not None and self.price is not None else None
        share = tflops / self.peak_tflops if tflops else None
        return Row(what, seconds, tflops, share, peak_gb(self.device), per_s, cost, note)

    @property
    def step_flops(self) -> float:
        """Operations of one denoise step, guidance included."""
        passes = 2 if self.wish.guidance > 1 else 1
        return passes * forward_flops(self.shape, self.frames, self.wish.height, self.wish.width)

    def our_step(self, name: str = "ours") -> Row:
        """One denoise step of ours: the median after the first."""
        watch, steps = Watch(), []
        watch.at_step = lambda step, seconds: steps.append(seconds)  # type: ignore[method-assign]
        reset_peak(self.device)
        self.model.latents(self.wish, Window(0, 0, self.frames, self.frames, True), None, watch)
        return self.row(f"one step, {name}", statistics.median(steps[1:] or steps), flops=self.step_flops)

    def stock_step(self) -> Row:
        """One denoise step of diffusers' pipeline."""
        steps: list[float] = []
        words = [self.model._prompts.embedding(text, self.device, self.model._dtype) for text in (self.wish.prompt, self.wish.negative_prompt)]
        reset_peak(self.device)
        with as_diffusers_made_it(self.model) as pipeline:
            began = time.perf_counter()

            def stepped(*_: Any) -> dict[str, Any]:
                nonlocal began
                settle(self.device)
                steps.append(time.perf_counter() - began)
                began = time.perf_counter()
                return {}

            pipeline(
                prompt=None, prompt_embeds=words[0], negative_prompt_embeds=words[1], height=self.wish.height, width=self.wish.width, num_frames=self.frames,
                base_num_frames=self.frames, num_inference_steps=self.wish.steps, guidance_scale=self.wish.guidance, output_type="latent",
                generator=generator(self.wish.seed, 0), callback_on_step_end=stepped, callback_on_step_end_tensor_inputs=[],
            )  # fmt: skip
        return self.row("one step, stock diffusers", statistics.median(steps[1:] or steps), flops=self.step_flops)

    def decoding(self) -> list[Row]:
        """Decoding one window: as a stream, and at once."""
        shape = (1, 16, (self.frames - 1) // 4 + 1, self.wish.height // 8, self.wish.width // 8)
        latents = torch.randn(shape, generator=generator(1, 0)).to(self.device)
        rows = []
        works: dict[str, Callable[[], Any]] = {
            "decode, stream": lambda: [None for _ in wan_vae.decode(self.model.vae, latents, lambda: None)],
            "decode, stock diffusers": lambda: self.model.vae.decode(latents),
        }
        for name, work in works.items():
            empty_cache()
            reset_peak(self.device)
            with torch.no_grad():
                rows.append(self.row(name, timed(self.device, work)))
        return rows

    def shot(self, seconds: float) -> Row:
        """A whole shot of ours, from words to checked files, with all steps of the wish."""
        frames = 1 + round(seconds * self.wish.fps) // 4 * 4
        windows = plan(frames, window=self.frames, overlap=self.model.overlap)
        watch = Watch()
        reset_peak(self.device)
        began = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder, ClipWriter(Path(folder), self.wish.width, self.wish.height, self.wish.fps, frames) as writer:
            given = None
            for window in windows:
                at = 0
                for piece in self.model.window(self.wish, window, given, watch):
                    writer.write(piece[max(0, window.known - at) : window.known + window.new - at])
                    at += len(piece)
                given = np.stack(list(writer.last)[-self.model.overlap :])
            writer.finish()
        spent = time.perf_counter() - began
        parts = ", ".join(f"{name} {value:.1f} s" for name, value in watch.timings_s.items())
        return self.row(f"a shot of {frames} frames, {len(windows)} windows", spent, shown=frames / self.wish.fps, note=parts)


def run(arguments: argparse.Namespace) -> tuple[list[Row], dict[str, Any]]:
    """Measure. Returns the rows and what they were measured on."""
    quiet()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    facts = MODELS[arguments.model]
    card = device.type == "cuda"
    shape = SHAPES[next(size for size in SHAPES if size in facts.id)] if card else TINY
    width, height = facts.sizes["16:9"] if card else (96, 64)
    frames = facts.window if card else 21
    price = arguments.price or next((each for name, each in DOLLARS_PER_S.items() if card and name in gpu_name()), None)
    peak = matmul_peak(device, precision(device))
    wish = Wish("a fox", "blurry", 7, width, height, 24, arguments.steps or (facts.steps if card else 3), facts.guidance, facts.shift)
    few = Wish(**{**wish.__dict__, "steps": min(4, wish.steps)})

    def fresh(options: Options | None, asked: Wish) -> Measurement:
        """Weights of their own: what an option did to a model cannot be undone."""
        empty_cache()
        model = measured(facts, shape, random_parts(shape, device), device, options)
        return Measurement(facts, shape, model, device, asked, frames, peak, price)

    rows = [Row("matrix product", 0.0, peak, 1.0, note="the card's measured peak" if card else "the processor's")]
    plain = fresh(None, few)
    attention = plain.model.settings()["attention"]
    rows += [plain.stock_step(), plain.our_step(), *plain.decoding()]
    if not arguments.no_shot:
        plain.wish = wish
        rows.append(plain.shot(arguments.seconds if card else 1.0))
    del plain
    rows += [fresh(OPTIONS[name], few).our_step(name) for name in arguments.options]
    about = {
        "device": gpu_name() if card else "cpu", "card": card, "model": facts.id, "shape": asdict(shape), "size": [width, height], "frames": frames,
        "steps": wish.steps, "guidance": wish.guidance, "attention": attention, "torch": torch.__version__, "price_per_s": price,
    }  # fmt: skip
    return rows, about


OPTIONS = {"compile": Options(compile=True), "fp8": Options(fp8=True), "step-cache": Options(step_cache=0.1)}


def table(rows: list[Row], about: dict[str, Any]) -> str:
    """The measurement as Markdown."""
    lines = [f"{about['model']} on {about['device']}, {about['size'][0]} × {about['size'][1]}, windows of {about['frames']} frames, {about['steps']} steps."]
    if not about["card"]:
        lines.append("**No GPU here: tiny shapes on a processor. Nothing below says anything about a card; no GPU figure exists from this run.**")
    lines += ["", "| what | seconds | TFLOP/s | of peak | peak GB | GPU-s per film second | $ per film second | |", "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        share = "" if row.share is None else f"{row.share:.0%}"
        memory, of_film = number(row.peak_gb or None, 2), (number(row.gpu_s_per_s, 2), number(row.dollars_per_s, 5))
        cells = (number(row.seconds or None, 3), number(row.tflops, 2), share, memory, *of_film)
        lines.append(f"| {row.what} | {' | '.join(cells)} | {row.note} |")
    return "\n".join(lines)


def number(value: float | None, digits: int) -> str:
    """A figure, or nothing where there is none."""
    return "" if value is None else f"{value:.{digits}f}"


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m gpu_worker.bench", description=__doc__.splitlines()[0] if __doc__ else None)
    made.add_argument("--model", default="skyreels-v2-df-1.3b-540p", choices=[one for one, facts in MODELS.items() if facts.family == "skyreels-v2"])
    made.add_argument("--seconds", type=float, default=8.0, help="length of the whole shot on a card")
    made.add_argument("--steps", type=int, help="denoise steps of the whole shot; the model's own by default")
    made.add_argument("--price", type=float, help="dollars per GPU second")
    made.add_argument("--options", nargs="*", default=[], choices=list(OPTIONS), help="options to measure as well: they are off until this says by how much")
    made.add_argument("--no-shot", action="store_true", help="only steps and decoding")
    made.add_argument("--json", type=Path, help="also write the rows here")
    return made


def main(given: list[str] | None = None) -> int:
    """Run the command."""
    arguments = parser().parse_args(given)
    rows, about = run(arguments)
    print(table(rows, about))
    if arguments.json:
        arguments.json.write_text(json.dumps({"about": about, "rows": [asdict(row) for row in rows]}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
