"""The drawing hand of the renderer `drawn`: an order becomes a clip of `core.storyboard`. Called by the `draw` job."""

from __future__ import annotations

from core.film.profiles import profile_for
from core.rendering.drawn import OnShare
from core.rendering.renderer import ShotOrder
from core.storyboard.clip import clip
from core.workshop import Made, Workshop
from core.writing.script import Script


class Painter:
    """Draws through the workshop, so that nothing is drawn twice."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop

    async def paint(self, script: Script, order: ShotOrder, on_share: OnShare) -> Made:
        """The clip of this order; the animatic's carries its furniture. Raises FfmpegFailed."""
        preview = order.tier == "preview"
        encoding = profile_for(order.format, "preview" if preview else "drawn").drawing(order.frames)
        return await clip(self._workshop, script, order.shot.id, (order.width, order.height), slate=preview, encoding=encoding, on_share=on_share)
