"""What is heard in a sound file that somebody sent: music with its beats, or a voice with its pauses and, where a service transcribes, its words.

`Ears.inspect` is an inspector of `core.uploads`. A service that does not answer leaves the words out: the person then says which line it is.
"""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from typing import Any

from core import ffmpeg
from core.config import Settings
from core.film import own_track, own_voice

log = logging.getLogger(__name__)

HEARD_S_MAX = 300.0
"""Longer files are not sent to be transcribed: nobody's voice-over of a line, and paid by the minute."""
TIMEOUT_S = 90
WORDS_MAX = 1500


class Ears:
    """Listens to files; transcribes where the settings have a key and name a model."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def inspect(self, path: Path, clean: Path) -> dict[str, Any]:
        """Facts: seconds, sha256, lead_s and beats as `own_track.inspect` tells; `pauses` [[from, to]] and `heard` [[from, to, word]] of what may be a
        voice. Raises BadInput for what holds no sound."""
        facts = await own_track.inspect(path, clean)
        if facts["seconds"] > own_voice.VOICE_S_MAX:
            return facts
        with tempfile.TemporaryDirectory() as folder:
            facts["pauses"] = await own_voice.pauses_of(path, Path(folder) / "pauses.wav")
            model = self._settings.openai_transcription_model if self._settings.openai_api_key.get_secret_value() else ""
            if model and facts["seconds"] <= HEARD_S_MAX:
                facts["heard"] = await self._heard(path, Path(folder) / "voice.mp3", model)
        return facts

    async def _heard(self, path: Path, small: Path, model: str) -> list[list[Any]]:
        """The words with their times; none where the service fails."""
        from openai import AsyncOpenAI, OpenAIError  # heavy, and only where a key is set

        await ffmpeg.run([*own_track.GUARD, "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", "16000", "-b:a", "48k", small])
        key, where = self._settings.openai_api_key.get_secret_value(), self._settings.openai_base_url
        try:
            async with AsyncOpenAI(api_key=key, base_url=where, timeout=TIMEOUT_S, max_retries=1) as client:
                answer = await client.audio.transcriptions.create(
                    file=("voice.mp3", small.read_bytes(), "audio/mpeg"), model=model, response_format="verbose_json", timestamp_granularities=["word"]
                )
        except OpenAIError as error:
            log.warning("a recording was not transcribed: %s", error)
            return []
        return [[word.start, word.end, word.word] for word in (answer.words or [])[:WORDS_MAX]]
