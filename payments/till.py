"""Which shops are open here: what the settings configure, and which of it may be shown on which platform. Read by views and steps.

Inside Telegram digital goods are sold for Stars only; nothing there names another way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.config import Settings, is_real
from core.errors import SetupFailed
from payments.catalogue import ITEMS, Item, Via, price_of


@dataclass(frozen=True)
class Till:
    """The shops that are open. `skus`: Discord's ids of what its shop sells, by item."""

    stripe: bool = False
    stars: bool = False
    skus: Mapping[str, str] = field(default_factory=dict)

    def via(self, platform: str) -> Via | None:
        """Where somebody on this platform buys; None: nothing is sold there."""
        if platform == "telegram":
            return "stars" if self.stars else None
        return "stripe" if self.stripe else None

    def sells(self, item: Item, platform: str) -> tuple[int, str] | None:
        """(amount, currency) of an item on a platform; None: it is not sold there."""
        via = self.via(platform)
        return price_of(item, via) if via else None

    def sku(self, item: Item, platform: str) -> str | None:
        """The item's id in Discord's own shop, for people who are there."""
        return self.skus.get(item.name) if platform == "discord" else None

    @property
    def open(self) -> bool:
        """Whether anything is sold at all."""
        return self.stripe or self.stars or bool(self.skus)


def till_for(settings: Settings) -> Till:
    """The shops these settings open; Stars only where there is something to spend them on. Raises SetupFailed for SKUs that cannot be read."""
    stripe = bool(settings.stripe_secret_key.get_secret_value())
    stars = bool(settings.telegram_stars and settings.telegram_token.get_secret_value()) and (stripe or is_real(settings))
    return Till(stripe=stripe, stars=stars, skus=_skus(settings.discord_skus))


def _skus(text: str) -> dict[str, str]:
    pairs = [pair.strip().partition("=") for pair in text.split(",") if pair.strip()]
    wrong = [name for name, _, sku in pairs if name.strip() not in ITEMS or not sku.strip().isdigit()]
    if wrong:
        raise SetupFailed(f"SYSRAI_DISCORD_SKUS: {', '.join(wrong)} is not `<item>=<SKU id>`. Items: {', '.join(ITEMS)}.")
    return {name.strip(): sku.strip() for name, _, sku in pairs}
