"""Panels by an image model (OpenAI images, or any service with its `images/generations`): the artist behind `core.storyboard.panel` when the settings name one.

A refusal is told as `Forbidden`, a service that is down as `Unavailable`; the drawn look does not step in unasked.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, OpenAIError

from core.config import Settings
from core.errors import Forbidden, SetupFailed, Unavailable
from core.storyboard.look.compose import describe
from core.storyboard.panel import PANEL_SIZES, seen
from core.workshop import Made, Stage, Workshop
from core.writing.script import Character, Format, Location, Scene, Script, Shot

TIMEOUT_S = 180
Size = Literal["1024x1024", "1536x1024", "1024x1536"]
SIZES: dict[Format, Size] = {"youtube": "1536x1024", "shorts": "1024x1536", "tiktok": "1024x1536", "reels": "1024x1536", "square": "1024x1024"}
_FRAMING = {
    "EWS": "extreme wide shot, people tiny in the place",
    "WS": "wide shot, whole figures in the place",
    "FS": "full shot, figures from head to foot",
    "MS": "medium shot, from the waist up",
    "MCU": "medium close-up, from the chest up",
    "CU": "close-up of the face",
    "ECU": "extreme close-up",
    "INSERT": "insert: the object large in the picture",
}
STYLE = (
    "Storyboard panel of a film, gouache illustration with few strong shapes, depth in layers, one clear light. No text, no letters, no frame, no watermark."
)


class OpenAIArtist:
    """Asks the image model that the settings name."""

    def __init__(self, settings: Settings) -> None:
        """Opens no connection yet."""
        self.name = settings.openai_image_model
        self._client = AsyncOpenAI(api_key=settings.openai_api_key.get_secret_value(), base_url=settings.openai_base_url, timeout=TIMEOUT_S, max_retries=3)
        self._stage = Stage("panel-openai", 1, ".png", self._make)

    async def draw(self, workshop: Workshop, script: Script, shot_id: str, format: Format) -> Made:
        """The panel of a shot. Raises Forbidden, Unavailable or SetupFailed; KeyError if there is no such shot."""
        scene, location, shot, cast = seen(script, shot_id)
        return await workshop.made(
            self._stage, prompt=prompt(shot, scene, location, cast), alt=describe(shot, scene, location, cast), format=format, model=self.name, seed=shot.seed
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _make(self, out: Path, *, prompt: str, alt: str, format: Format, model: str, seed: int) -> dict[str, Any]:
        try:
            answer = await self._client.images.generate(model=model, prompt=prompt, size=SIZES[format], n=1)
        except OpenAIError as error:
            raise _told(error, model) from error
        coded = answer.data[0].b64_json if answer.data else None
        if not coded:
            raise Unavailable(f"{model} answered without a picture", key="error-unavailable")
        width, height = PANEL_SIZES[format]
        cv2.imwrite(str(out), _fitted(base64.b64decode(coded), width, height))
        return {"by": model, "alt": alt, "width": width, "height": height}


def prompt(shot: Shot, scene: Scene, location: Location, cast: list[Character]) -> str:
    """What the model is asked to draw: the same words for the same people and places, so that they look alike from panel to panel."""
    weather = "" if scene.weather == "clear" else f", {scene.weather}"
    side = "inside" if location.interior else "outside"
    place = f"Place: {location.name} ({location.backdrop.replace('_', ' ')}, {side}), {scene.time_of_day}{weather}. Mood: {scene.mood}."
    lines = [STYLE, f"{_FRAMING[shot.size]}, {shot.lens_mm} mm lens.", place, f"Action: {shot.action}", *(_person(c) for c in cast)]
    if shot.props:
        lines.append(f"Shown clearly: {', '.join(shot.props)}.")
    return "\n".join(lines)


def _person(c: Character) -> str:
    gender = "" if c.gender == "neutral" else f"{c.gender} "
    look = f", {c.look}" if c.look else ""
    return f"{c.name}: {c.age} {gender}{c.species}{look}. Wears {c.wardrobe or 'plain clothes'} with an accent of {c.colour}."


def _fitted(data: bytes, width: int, height: int) -> Any:
    """The picture cut to the panel's shape about its middle and scaled to its size."""
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise Unavailable("the image model answered with something that is no picture")
    h, w = picture.shape[:2]
    cut = min(w, h * width / height), min(h, w * height / width)
    x, y = round((w - cut[0]) / 2), round((h - cut[1]) / 2)
    return cv2.resize(picture[y : y + round(cut[1]), x : x + round(cut[0])], (width, height), interpolation=cv2.INTER_AREA)


def _told(error: OpenAIError, model: str) -> Exception:
    """The service's error as one of ours."""
    if isinstance(error, APIStatusError):
        if getattr(error, "code", None) in ("moderation_blocked", "content_policy_violation"):
            return Forbidden(f"{model} refuses to draw this panel")
        if error.status_code in (401, 403, 404):
            return SetupFailed(f"the image model {model} cannot be used: {error.message}")
        return Unavailable(f"{model} cannot draw now: {error.message}")
    if isinstance(error, APIConnectionError):
        return Unavailable(f"{model} cannot be reached")
    return Unavailable(f"{model} cannot draw: {error}")
