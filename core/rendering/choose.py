"""Which renderers there are, by tier, from the settings. Called by the wiring.

GPU endpoints (RunPod's and own ones, together) serve the tiers they name; a hosted model serves what is left; the animatic is always drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from core.config import Settings
from core.errors import SetupFailed
from core.links import Links
from core.plans import Tier
from core.rendering.addresses import Addresses
from core.rendering.endpoints import Endpoint
from core.rendering.gpu import GpuRenderer
from core.rendering.hosted import HostedRenderer
from core.rendering.own_gpu import OwnPlane
from core.rendering.renderer import Renderer
from core.rendering.runpod import RunPodApi
from core.storage import Storage
from gpu_worker.contract import is_loopback

RENDERED: tuple[Tier, ...] = ("draft", "standard", "cinema")


class Closes(Protocol):
    """Something that holds connections."""

    async def close(self) -> None:
        """Let them go."""
        ...


@dataclass(frozen=True)
class Rendered:
    """The renderers of the tiers that are rendered elsewhere, the plane of own cards if there are any, and what is to be closed."""

    by_tier: dict[Tier, Renderer] = field(default_factory=dict)
    plane: OwnPlane | None = None
    holds: tuple[Closes, ...] = ()


def rendered(settings: Settings, storage: Storage, links: Links) -> Rendered:
    """What these settings can render. Raises SetupFailed with what the operator must mend."""
    if not (settings.runpod_endpoints or settings.own_gpu_endpoints or settings.fal_models):
        return Rendered()
    addresses = Addresses(storage, links)
    addresses.check()
    runpod, plane = RunPodApi(settings.runpod_api_url, settings.runpod_api_key.get_secret_value(), _hook(settings, links)), OwnPlane()
    all_endpoints = [*(Endpoint(each, runpod) for each in settings.runpod_endpoints), *(Endpoint(each, plane) for each in settings.own_gpu_endpoints)]
    by_tier: dict[Tier, Renderer] = {}
    holds: list[Closes] = [runpod]
    for tier in RENDERED:
        if serving := [endpoint for endpoint in all_endpoints if tier in endpoint.settings.tiers]:
            _one_size(tier, serving)
            by_tier[tier] = GpuRenderer(tier, serving, storage, addresses, panels=settings.start_images)
        elif model := next((model for model in settings.fal_models if tier in model.tiers), None):
            hosted = HostedRenderer(tier, model, settings.fal_url, settings.fal_key.get_secret_value(), storage, addresses, panels=settings.start_images)
            by_tier[tier] = hosted
            holds.append(hosted)
    if any(_is_outside(settings.runpod_api_url) for _ in settings.runpod_endpoints) and not _is_outside(addresses.get("takes/0/0/video.mp4", 60)):
        raise SetupFailed("RunPod's workers cannot reach this machine by its own name. Set SYSRAI_PUBLIC_URL to an https address, or keep films on S3.")
    return Rendered(by_tier, plane if settings.own_gpu_endpoints else None, tuple(holds))


def _one_size(tier: Tier, serving: Sequence[Endpoint]) -> None:
    """A shot must fit its film wherever it is rendered."""
    forms = {endpoint.id: (endpoint.facts.fps, tuple(sorted(endpoint.facts.sizes.items()))) for endpoint in serving}
    if len(set(forms.values())) > 1:
        raise SetupFailed(f"The endpoints of tier {tier} make pictures of different sizes or rates: {', '.join(forms)}. One tier, one size.")


class _hook:
    """Gives RunPod the address of our webhook, where it could reach it."""

    def __init__(self, settings: Settings, links: Links) -> None:
        self._links = links
        self._reached = _is_outside(settings.public_url) or not _is_outside(settings.runpod_api_url)

    def __call__(self, take: int) -> str | None:
        return self._links.hook("runpod", take) if self._reached else None


def _is_outside(address: str) -> bool:
    return not is_loopback(urlsplit(address).hostname or "")
