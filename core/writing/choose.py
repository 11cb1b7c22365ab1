"""Which writer writes: with a key any OpenAI-compatible model, else the offline writer. Called by the wiring."""

from __future__ import annotations

from core.config import Settings
from core.writing.kinds.kind_writer import KindWriter
from core.writing.writer import Writer


def writer_for(settings: Settings) -> Writer:
    """The writer that these settings ask for. Each is imported only where it is used: a model's client and an offline library both take a while."""
    if settings.openai_api_key.get_secret_value():
        from core.writing.openai_writer import OpenAIWriter

        return KindWriter(OpenAIWriter.of(settings))
    from core.writing.offline.offline_writer import OfflineWriter

    return KindWriter(OfflineWriter())
