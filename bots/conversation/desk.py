"""What the conversation works with: one frozen value, composed by `bots/wiring.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.config import Settings
from core.links import Links
from core.rendering.studio import Studio
from payments.till import Till, till_for


@dataclass(frozen=True)
class Desk:
    """`writes` and `speaks` say whether something here writes or speaks a language (BCP 47); the studio brings settings, storage and rendering."""

    studio: Studio
    links: Links
    writes: Callable[[str], bool]
    speaks: Callable[[str], bool] = lambda language: False
    translates: Callable[[str], bool] = lambda language: False
    """Whether a finished film can be put into that language."""

    @property
    def till(self) -> Till:
        """The shops that are open here."""
        return till_for(self.settings)

    @property
    def settings(self) -> Settings:
        """The settings of this process."""
        return self.studio.settings

    @property
    def codes(self) -> bytes:
        """The secret that codes for linking and inviting are made with."""
        return self.links.key("codes")
