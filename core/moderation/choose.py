"""Who judges in this installation: with a key the rules and the service behind it, else the rules alone. Called by the wiring."""

from __future__ import annotations

from core.config import Settings
from core.moderation.moderator import Moderator

TIMEOUT_S = 30.0


def moderator_for(settings: Settings) -> Moderator:
    """The judge that these settings ask for. The service is imported only where it is used."""
    key = settings.openai_api_key.get_secret_value()
    if not key or not settings.moderation:
        return Moderator()
    from openai import AsyncOpenAI

    from core.moderation.openai_service import moderator_of

    return moderator_of(settings, AsyncOpenAI(api_key=key, base_url=settings.openai_base_url, timeout=TIMEOUT_S))
