"""What rendering works with: one frozen value, composed by `bots/wiring.py` and given to every function that needs it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.config import Settings
from core.models import Version
from core.moderation.moderator import Moderator
from core.plans import Tier
from core.rendering.cutter import Cutter
from core.rendering.renderer import Renderer
from core.storage import Storage
from core.workshop import Workshop
from core.writing.script import Script

SCRIPTS_KEPT = 16


@dataclass(frozen=True)
class Studio:
    """The renderers, the cutting room and where things lie.

    `renderers` by tier: a tier without one is not offered. `play`: nothing is sold and no service is paid,
    so quotes are granted in play credits.
    """

    settings: Settings
    workshop: Workshop
    storage: Storage
    renderers: Mapping[Tier, Renderer]
    cutter: Cutter
    play: bool
    moderator: Moderator = field(default_factory=Moderator)
    """Looks through what a model made."""
    _scripts: OrderedDict[int, Script] = field(default_factory=OrderedDict, repr=False, compare=False)

    def renderer_for(self, tier: str) -> Renderer:
        """The renderer of a tier that was offered. KeyError when it is gone."""
        return self.renderers[tier]  # type: ignore[index]

    def plays(self, tier: str) -> bool:
        """Whether this tier is paid in play credits here: nothing is sold and nobody outside is paid, so what renders is drawn or a card of one's own."""
        return self.play and tier != "preview"

    @property
    def pools(self) -> dict[str, Renderer]:
        """All renderers by name."""
        return {renderer.name: renderer for renderer in self.renderers.values()}

    async def script(self, version_id: int) -> Script:
        """The script of a version, read once: versions are frozen. Raises DoesNotExist."""
        if version_id not in self._scripts:
            version = await Version.get(id=version_id)
            self._scripts[version_id] = Script.model_validate(version.script)
            while len(self._scripts) > SCRIPTS_KEPT:
                self._scripts.popitem(last=False)
        self._scripts.move_to_end(version_id)
        return self._scripts[version_id]
