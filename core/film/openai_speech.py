"""Voices of OpenAI, or of any service with its `audio/speech`: the back end behind `core.film.voices.Speaker` when there is a key.

Asks for raw PCM (24 kHz, 16 bit, mono: the one format without a header), levels it and, where a line must go faster,
stretches it with ffmpeg at the same pitch. The service tells no word times, so they are found from the sound itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, OpenAIError, omit

from core import cpu, ffmpeg
from core.config import Settings
from core.errors import Unavailable
from core.film import dsp, polish
from core.film.spoken import tokens, weight, words_of
from core.film.voices import Part, casting_data, preferences, roles, told_apart
from core.workshop import Made, Stage, Workshop
from core.writing.script import Script, Species, Voice

PCM_RATE = 24_000
CHARACTERS_MAX = 4096
TIMEOUT_S = 120
OLDER_MODELS = ("tts-1",)
"""Models that refuse to be directed and lack the newer voices."""
_PACES = {"slow": "Take your time.", "even": "", "quick": "Speak at a brisk pace."}


class OpenAISpeaker:
    """Speaks every language; directed by the voice's values and the line's delivery."""

    def __init__(self, settings: Settings) -> None:
        """Opens no connection yet."""
        self._model = settings.openai_speech_model
        self._client = AsyncOpenAI(api_key=settings.openai_api_key.get_secret_value(), base_url=settings.openai_base_url, timeout=TIMEOUT_S, max_retries=3)
        self._said = Stage("voice-openai", 1, ".wav", self._say)
        self._quicker = Stage("voice-quicker", 1, ".wav", _quicken)

    def speaks(self, language: str) -> bool:
        """The service takes any language."""
        return bool(language)

    def cast(self, script: Script) -> dict[str, Part]:
        """A voice of the service and a director's note for everybody; the same voice twice only when all fitting ones are taken."""
        newer = set(casting_data()["openai_newer"]) if self._model.startswith(OLDER_MODELS) else set()
        table = {
            gender: {age: [name for name in names if name not in newer] for age, names in ages.items()} for gender, ages in casting_data()["openai"].items()
        }
        taken: dict[str, int] = {}
        parts: dict[str, Part] = {}
        for id, voice, species in roles(script):
            name, _ = told_apart(*preferences(voice, table), taken)
            taken[name] = taken.get(name, 0) + 1
            parts[id] = {"voice": name, "note": _note(voice, species, script.language), "model": self._model}
        return parts

    async def close(self) -> None:
        """Close the connections to the service."""
        await self._client.close()

    async def say(self, workshop: Workshop, part: Part, text: str, delivery: str, tempo: float) -> Made:
        """See `Speaker.say`. Raises Unavailable when the service gives no speech."""
        said = await workshop.made(self._said, part=part, text=text[:CHARACTERS_MAX], delivery=delivery)
        return said if tempo == 1.0 else await workshop.made(self._quicker, said=said, text=text, tempo=tempo)

    async def _say(self, out: Path, part: Part, text: str, delivery: str) -> dict[str, Any]:
        note = " ".join(filter(None, [str(part["note"]), f"This line is said: {delivery}." if delivery else ""]))
        directions = omit if self._model.startswith(OLDER_MODELS) else note
        try:
            answer = await self._client.audio.speech.create(
                model=self._model, voice=str(part["voice"]), input=text, response_format="pcm", instructions=directions
            )
            pcm = await answer.aread()
        except APIStatusError as error:
            raise Unavailable(f"The speech service refused a line: {error.status_code} {error.message}") from error
        except APIConnectionError as error:
            raise Unavailable("The speech service cannot be reached.") from error
        except OpenAIError as error:
            raise Unavailable(f"The speech service failed: {error}") from error
        if len(pcm) < PCM_RATE // 10:
            raise Unavailable("The speech service sent no sound.")
        return await cpu.in_child(_finish, str(out), pcm[: len(pcm) // 2 * 2], text)


def _note(voice: Voice, species: Species, language: str) -> str:
    who = {"female": "a woman", "male": "a man", "neutral": "a person"}[voice.gender]
    age = {"child": "a child", "young": "young", "adult": "", "old": "old"}[voice.age]
    parts = [f"Speak as {age if voice.age == 'child' else who + (', ' + age if age else '')} in a film, natural and close to the microphone."]
    if species != "human":
        parts.append(f"The speaker is a {species.replace('_', ' ')}.")
    if voice.pitch != "mid":
        parts.append(f"A {voice.pitch} voice.")
    parts.append(_PACES[voice.pace])
    if voice.texture:
        parts.append(f"The voice is {voice.texture}.")
    parts.append(f"Accent: {voice.accent or language}.")
    return " ".join(filter(None, parts))


def _finish(out: str, pcm: bytes, text: str) -> dict[str, Any]:
    """In a child process: resample, level, write. Returns the facts."""
    raw = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)
    sound, _ = polish.trimmed(raw, PCM_RATE)
    sound = polish.levelled(dsp.shaped(polish.resampled(sound, PCM_RATE), polish.clear))
    dsp.write_wav(Path(out), sound)
    return _facts(text, sound)


async def _quicken(out: Path, said: Made, text: str, tempo: float) -> dict[str, Any]:
    await ffmpeg.run(["-i", said.path, "-af", f"atempo={tempo:.3f}", "-c:a", "pcm_s16le", "-ar", str(dsp.RATE), "-f", "wav", out])
    return await cpu.in_child(_finish_quick, str(out), text)


def _finish_quick(out: str, text: str) -> dict[str, Any]:
    """In a child process: the stretched line with clean edges. Returns the facts."""
    sound = polish.levelled(dsp.read_wav(Path(out)))
    dsp.write_wav(Path(out), sound)
    return _facts(text, sound)


def _facts(text: str, sound: dsp.Sound) -> dict[str, Any]:
    seconds = len(sound) / dsp.RATE
    words = words_of(text, seconds, heard(text, sound))
    return {"seconds": round(seconds, 4), "rate": round(len(words) / max(seconds, 0.1) * 60), "words": words}


def heard(text: str, sound: dsp.Sound) -> list[tuple[float, int]]:
    """Where words begin, from the sound: the share of speaking time up to a word is its share of the letters; silence takes none.

    Returns (second, first character) for `words_of`.
    """
    hop = dsp.RATE // 100
    level = polish.envelope(sound, 0.02)[::hop]
    if not len(level) or level.max() <= 0:
        return []
    speaking = np.cumsum(level > level.max() * 0.06).astype(np.float64)
    said = tokens(text)
    share = np.cumsum([0.0, *(weight(word) for _, word in said)])
    at = np.searchsorted(speaking, share[:-1] / share[-1] * speaking[-1], side="right")
    return [(float(min(i, len(level) - 1)) / 100, character) for i, (character, _) in zip(at, said, strict=True)]
