"""Which voices a film gets: OpenAI's where there is a key, the offline ones where the extra `voices` is installed, else none.

Without any, a film is silent but for music, and its subtitles carry the words.
"""

from __future__ import annotations

from core.config import Settings
from core.film import espeak
from core.film.voices import EspeakSpeaker, Speaker


def speaker_for(settings: Settings) -> Speaker | None:
    """The best back end there is, or None where nothing here can speak."""
    if settings.openai_api_key.get_secret_value() and settings.openai_speech_model:
        from core.film.openai_speech import OpenAISpeaker

        return OpenAISpeaker(settings)
    return EspeakSpeaker() if espeak.installed() else None
