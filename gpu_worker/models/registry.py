"""Every model a worker can load: where its weights come from, which file loads it, what its facts are. Light to import.

Weights are looked for in `SYSRAI_MODEL_DIR/<model id>/`, then in the hub's cache, then on the RunPod volume; they are fetched from the hub
only where `SYSRAI_MODEL_DOWNLOAD` is set to "1". Called by `preflight` (before anything heavy is imported) and by `engine`.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from pkgutil import resolve_name
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from gpu_worker.contract import MODELS, ModelFacts
from gpu_worker.errors import Invalid, ModelMissing

if TYPE_CHECKING:
    import torch

    from gpu_worker.models.base import Family

INDEX = "model_index.json"
SHARED_PARTS = ("text_encoder", "vae")
"""Parts that checkpoints of one family have in common and that are loaded once."""
UNPINNED = "main"
"""The branch that is taken where no revision is pinned."""
COMMIT = re.compile(r"[0-9a-f]{7,40}")
VOLUME = Path(os.environ.get("RUNPOD_VOLUME_PATH", "/runpod-volume"))


@dataclass(frozen=True)
class Entry:
    """One model. `family` names the class whose `load(facts, folder, device, shared)` makes it; `revision` is a branch, tag or commit."""

    facts: ModelFacts
    repository: str
    family: str
    revision: str = UNPINNED

    def load(self, folder: Path, device: torch.device, shared: dict[str, Any]) -> Family:
        """The model, on the device. Imports torch and diffusers."""
        family: Family = resolve_name(self.family).load(self.facts, folder, device, shared)
        return family


def _entry(id: str, repository: str, family: str) -> Entry:
    return Entry(MODELS[id], repository, f"gpu_worker.models.{family}")


REGISTRY = MappingProxyType(
    {
        entry.facts.id: entry
        for entry in (
            _entry("skyreels-v2-df-1.3b-540p", "Skywork/SkyReels-V2-DF-1.3B-540P-Diffusers", "skyreels:SkyReels"),
            _entry("skyreels-v2-df-14b-540p", "Skywork/SkyReels-V2-DF-14B-540P-Diffusers", "skyreels:SkyReels"),
            _entry("skyreels-v2-df-14b-720p", "Skywork/SkyReels-V2-DF-14B-720P-Diffusers", "skyreels:SkyReels"),
            _entry("wan-vace-1.3b-480p", "Wan-AI/Wan2.1-VACE-1.3B-diffusers", "vace:Vace"),
            _entry("wan-vace-14b-720p", "Wan-AI/Wan2.1-VACE-14B-diffusers", "vace:Vace"),
            _entry("helios-distilled-14b", "BestWishYsh/Helios-Distilled", "helios:Helios"),
            _entry("ltx-video-13b-distilled", "Lightricks/LTX-Video-0.9.8-13B-distilled", "ltx:Ltx"),
        )
    }
)


@dataclass(frozen=True)
class Weights:
    """A checkpoint on this machine, and the name of exactly these weights."""

    folder: Path
    revision: str


def entry(model: str) -> Entry:
    """The model's entry, at the revision that `SYSRAI_MODEL_REVISION` pins, if it does. Raises Invalid for an unknown id."""
    if model not in REGISTRY:
        raise Invalid(f"no model is called {model!r}; there are {', '.join(sorted(REGISTRY))}")
    pinned = os.environ.get("SYSRAI_MODEL_REVISION", "")
    return replace(REGISTRY[model], revision=pinned) if pinned else REGISTRY[model]


def weights(model: str) -> Weights:
    """Where the model's weights lie. Raises ModelMissing, Invalid."""
    wanted = entry(model)
    if (folder := _found(wanted)) is not None:
        return Weights(folder, _revision(folder))
    if os.environ.get("SYSRAI_MODEL_DOWNLOAD") == "1":
        return _downloaded(wanted)
    raise ModelMissing(f"this worker has no weights of {model}: neither in SYSRAI_MODEL_DIR, nor in the hub's cache, nor on the volume", retryable=True)


def present() -> list[str]:
    """Ids of the models whose weights this machine has."""
    return [model for model in REGISTRY if _found(entry(model)) is not None]


def _found(wanted: Entry) -> Path | None:
    """The first place that has weights, of the pinned commit if one is pinned."""
    return next((folder for folder in _places(wanted) if (folder / INDEX).is_file() and not _is_another(folder)), None)


def _places(wanted: Entry) -> list[Path]:
    places = []
    if own := os.environ.get("SYSRAI_MODEL_DIR"):
        places.append(Path(own) / wanted.facts.id)
    home = Path(os.environ.get("HF_HOME", "~/.cache/huggingface")).expanduser()
    caches = [Path(os.environ.get("HF_HUB_CACHE", home / "hub")), VOLUME / "huggingface-cache" / "hub"]
    for cache in caches:
        places += _snapshots(cache / f"models--{wanted.repository.replace('/', '--')}", wanted.revision)
    places.append(VOLUME / "models" / wanted.facts.id)
    return places


def _snapshots(stored: Path, revision: str) -> list[Path]:
    """Where a revision lies in the hub's cache. A host's cache may hold a snapshot without saying what its branch was called: then any will do."""
    named = stored / "refs" / revision
    if named.is_file():
        return [stored / "snapshots" / named.read_text().strip()]
    return [stored / "snapshots" / revision, *(sorted((stored / "snapshots").glob("*")) if revision == UNPINNED else [])]


def _is_another(folder: Path) -> bool:
    """Whether these weights say that they are of another commit than the pinned one. Those that were put there by hand say nothing."""
    pinned, said = os.environ.get("SYSRAI_MODEL_REVISION", ""), folder / "REVISION"
    return COMMIT.fullmatch(pinned) is not None and said.is_file() and not said.read_text().startswith(pinned)


def _revision(folder: Path) -> str:
    """The commit of a snapshot in the hub's cache, what a REVISION file says, or a digest."""
    if folder.parent.name == "snapshots":
        return folder.name
    if (folder / "REVISION").is_file():
        return (folder / "REVISION").read_text().strip()[:200]
    return f"sha256-{digest(folder, ('.',))}"


def digest(folder: Path, parts: tuple[str, ...]) -> str:
    """A short name for exactly these parts of a checkpoint: names, sizes, first and last bytes of their files (reading all would take minutes)."""
    hashed = hashlib.sha256()
    for part in parts:
        for path in sorted(each for each in (folder / part).rglob("*") if each.is_file()):
            size = path.stat().st_size
            hashed.update(f"{path.relative_to(folder)}:{size}\n".encode())
            with path.open("rb") as file:
                hashed.update(file.read(1 << 16))
                file.seek(max(0, size - (1 << 16)))
                hashed.update(file.read(1 << 16))
    return hashed.hexdigest()[:16]


def fetched(model: str, revision: str = "") -> Path:
    """Fetch a model's weights into `SYSRAI_MODEL_DIR`, with the commit they are of beside them. Returns the folder. Raises ModelMissing, Invalid.

    `revision`: branch, tag or commit; without one, what `SYSRAI_MODEL_REVISION` pins, or the branch that the entry names.
    """
    from huggingface_hub import HfApi, snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    wanted = entry(model)
    if not (home := os.environ.get("SYSRAI_MODEL_DIR")):
        raise Invalid("SYSRAI_MODEL_DIR says where weights go, and is not set")
    folder = Path(home) / model
    try:
        commit = HfApi().model_info(wanted.repository, revision=revision or wanted.revision).sha
        snapshot_download(wanted.repository, revision=commit, local_dir=folder)
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise ModelMissing(f"{wanted.repository} could not be fetched: {type(error).__name__}", retryable=True) from error
    (folder / "REVISION").write_text(str(commit))
    return folder


def _downloaded(wanted: Entry) -> Weights:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        folder = Path(snapshot_download(wanted.repository, revision=wanted.revision))
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise ModelMissing(f"{wanted.repository} could not be fetched: {type(error).__name__}", retryable=True) from error
    return Weights(folder, folder.name)
