"""Who draws the panels of an installation: the image model that the settings name, else the drawn artist."""

from __future__ import annotations

from core.config import Settings
from core.storage import Storage
from core.storyboard.panel import Artist, DrawnArtist


def artist_for(settings: Settings, storage: Storage) -> Artist:
    """The image model that the settings name, else the drawn artist. `storage`: where pictures lie that people brought."""
    if settings.openai_image_model and settings.openai_api_key.get_secret_value():
        from core.storyboard.openai_panels import OpenAIArtist

        return OpenAIArtist(settings, storage)
    return DrawnArtist()
