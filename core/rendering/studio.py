"""What rendering works with: one frozen value, composed by `bots/wiring.py` and given to every function that needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.config import Settings
from core.plans import Tier
from core.rendering.renderer import Renderer
from core.storage import Storage
from core.workshop import Workshop

if TYPE_CHECKING:
    from core.rendering.cutting import Cutter


@dataclass(frozen=True)
class Studio:
    """`renderers` by tier: a tier without one is not offered. `play`: neither Stripe nor a GPU service is configured,
    so the drawn renderer's quotes are granted in play credits."""

    workshop: Workshop
    storage: Storage
    settings: Settings
    renderers: Mapping[Tier, Renderer]
    cutter: Cutter
    play: bool

    def renderer_for(self, tier: str) -> Renderer:
        """The renderer of a tier that was offered. KeyError when it is gone."""
        return self.renderers[tier]  # type: ignore[index]

    def pool(self, name: str) -> Renderer:
        """The renderer of this name. KeyError when it is gone."""
        return self.pools[name]

    @property
    def pools(self) -> dict[str, Renderer]:
        """All renderers by name."""
        return {renderer.name: renderer for renderer in self.renderers.values()}
