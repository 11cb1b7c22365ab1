"""Is this machine fit to render? Asked before anything heavy is imported: a worker that cannot work says so at once, and why.

Called by `__main__` (as a fitness check of RunPod's loop) and by `handler` for each job's model.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from gpu_worker.errors import ModelMissing, WorkerBroken
from gpu_worker.models import registry

ASK_CARD = ("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader")
NEEDED = ("accelerate", "av", "diffusers", "ftfy", "PIL", "torch", "transformers")
"""ftfy for one: diffusers cleans prompts with it and asks for it only then."""
DISK_FREE_MIN = 512 * 2**20


def scratch() -> Path:
    """Where shots are written before they are delivered."""
    return Path(os.environ.get("SYSRAI_SCRATCH", tempfile.gettempdir()))


def machine() -> str:
    """Name of the card, or "cpu" where `SYSRAI_DEVICE` allows it. Raises WorkerBroken when there is none or it does not answer."""
    if os.environ.get("SYSRAI_DEVICE") == "cpu":
        return "cpu"
    try:
        shown = subprocess.run(ASK_CARD, capture_output=True, text=True, timeout=30, check=False)
    except FileNotFoundError:
        raise WorkerBroken("no NVIDIA driver here; set SYSRAI_DEVICE=cpu to render on the processor") from None
    except subprocess.TimeoutExpired:
        raise WorkerBroken("the card does not answer", poisoned=True) from None
    if shown.returncode or not shown.stdout.strip():
        raise WorkerBroken(f"the card does not answer: {(shown.stderr or shown.stdout).strip()[:300]}", poisoned=True)
    return shown.stdout.splitlines()[0].strip()


def disk() -> None:
    """Raises WorkerBroken when there is no room for a shot."""
    folder = scratch()
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < DISK_FREE_MIN:
        raise WorkerBroken(f"the worker's disk is full: less than {DISK_FREE_MIN >> 20} MiB are left in {folder}", poisoned=True)


def packages() -> None:
    """Raises WorkerBroken when something is not installed that would only be missed in the middle of a shot."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise WorkerBroken(f"not installed: {', '.join(missing)}", retryable=False)


def check() -> str:
    """Everything a worker needs before its first job. Returns what was found, for the log. Raises WorkerBroken, ModelMissing."""
    card = machine()
    disk()
    packages()
    models = registry.present()
    if not models and os.environ.get("SYSRAI_MODEL_DOWNLOAD") != "1":
        raise ModelMissing("no weights of any model here: mount a volume, bake them into the image, or set SYSRAI_MODEL_DOWNLOAD=1", retryable=False)
    return f"{card}; models: {', '.join(models) or 'to be fetched'}"
