"""Discord's own shop (Premium Apps): what is bought there arrives as an entitlement. Credits first, then it is consumed, so that nothing is lost.

    entitlement (gateway or list) -> `entitlement:<id>` job -> fetched again -> credits -> consume -> done

Behind the setting SYSRAI_DISCORD_SKUS. Discord charges in its own way and pays out later; a deleted entitlement is a refund.
"""

from __future__ import annotations

import base64
import binascii

from core.config import Settings


def application_id(settings: Settings) -> str:
    """The application's id, which a bot's token begins with; empty without a token."""
    token = getattr(settings, "discord_token", None)
    first = token.get_secret_value().split(".")[0] if token else ""
    try:
        found = base64.b64decode(first + "=" * (-len(first) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return found if found.isascii() and found.isdigit() else ""


def store_link(settings: Settings, sku: str | None) -> str:
    """The address of an item in Discord's shop; empty where it is not sold there."""
    application = application_id(settings)
    return f"https://discord.com/application-directory/{application}/store/{sku}" if sku and application else ""
