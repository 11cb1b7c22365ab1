"""Panels by an image model (OpenAI images, or any service with its `images/generations`): the artist behind `core.storyboard.panel` when the settings name one.

Where people brought pictures of who and what is seen, the panel is drawn after them (`images/edits`, with the pictures in the order they are named).

A refusal is told as `Forbidden`, a service that is down as `Unavailable`; the drawn look does not step in unasked.
"""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Sequence
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, OpenAIError
from openai.types import ImagesResponse

from core.config import Settings
from core.errors import Forbidden, SetupFailed, Unavailable
from core.storage import Storage
from core.storyboard.look.compose import describe
from core.storyboard.panel import PANEL_SIZES, seen
from core.workshop import Made, Stage, Workshop
from core.writing.script import Character, Format, Location, Prop, Scene, Script, Shot

TIMEOUT_S = 180
REFERENCES_MAX = 8
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

    def __init__(self, settings: Settings, storage: Storage) -> None:
        """Opens no connection yet."""
        self._storage = storage
        self.name = settings.openai_image_model
        self._client = AsyncOpenAI(api_key=settings.openai_api_key.get_secret_value(), base_url=settings.openai_base_url, timeout=TIMEOUT_S, max_retries=3)
        self._stage = Stage("panel-openai", 1, ".png", self._make)
        self._after = Stage("panel-openai-after", 1, ".png", self._make_after)

    async def draw(self, workshop: Workshop, script: Script, shot_id: str, format: Format) -> Made:
        """The panel of a shot. Raises Forbidden, Unavailable or SetupFailed; KeyError if there is no such shot."""
        scene, location, shot, cast = seen(script, shot_id)
        things = [script.prop(noun) for noun in dict.fromkeys(shot.props)]
        wished: dict[str, Any] = {"prompt": prompt(shot, scene, location, cast, things), "alt": describe(shot, scene, location, cast)}
        wished |= {"format": format, "model": self.name, "seed": shot.seed}
        everything: list[Character | Location | Prop] = [*cast, location, *things]
        pictured = [each for each in everything if each.picture][:REFERENCES_MAX]
        brought = [[each.name, each.picture] for each in pictured if await self._storage.find(each.picture)]
        return await workshop.made(self._after, pictures=brought, **wished) if brought else await workshop.made(self._stage, **wished)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _make(self, out: Path, *, prompt: str, alt: str, format: Format, model: str, seed: int) -> dict[str, Any]:
        return await self._kept(out, self._client.images.generate(model=model, prompt=prompt, size=SIZES[format], n=1), alt, format, model)

    async def _make_after(
        self, out: Path, *, pictures: list[list[str]], prompt: str, alt: str, format: Format, model: str, seed: int
    ) -> dict[str, Any]:  # fmt: skip
        named = "; ".join(f"picture {n} is {name}" for n, (name, _) in enumerate(pictures, 1))
        asked = f"{prompt}\nKeep who and what is known as they are: {named}. Their likeness, clothes and colours come from the pictures, the style does not."
        files = [(f"{n}.jpg", (await self._storage.fetch(key)).read_bytes(), "image/jpeg") for n, (_, key) in enumerate(pictures, 1)]
        wish = self._client.images.edit(model=model, image=files, prompt=asked, size=SIZES[format], n=1, input_fidelity="high")
        return await self._kept(out, wish, alt, format, model)

    async def _kept(self, out: Path, wish: Awaitable[ImagesResponse], alt: str, format: Format, model: str) -> dict[str, Any]:
        try:
            answer = await wish
        except OpenAIError as error:
            raise _told(error, model) from error
        coded = answer.data[0].b64_json if answer.data else None
        if not coded:
            raise Unavailable(f"{model} answered without a picture", key="error-unavailable")
        width, height = PANEL_SIZES[format]
        cv2.imwrite(str(out), _fitted(base64.b64decode(coded), width, height))
        return {"by": model, "alt": alt, "width": width, "height": height}


def prompt(shot: Shot, scene: Scene, location: Location, cast: list[Character], things: Sequence[Prop] = ()) -> str:
    """What the model is asked to draw: the same words for the same people and places, so that they look alike from panel to panel."""
    weather = "" if scene.weather == "clear" else f", {scene.weather}"
    side = "inside" if location.interior else "outside"
    look = f", {location.look}" if location.look else ""
    place = f"Place: {location.name} ({location.backdrop.replace('_', ' ')}, {side}){look}, {scene.time_of_day}{weather}. Mood: {scene.mood}."
    lines = [STYLE, f"{_FRAMING[shot.size]}, {shot.lens_mm} mm lens.", place, f"Action: {shot.action}", *(_person(c) for c in cast)]
    if shot.props:
        looks = {each.name.casefold(): each.look for each in things if each.look}
        shown = [f"{noun} ({looks[noun.casefold()]})" if noun.casefold() in looks else noun for noun in shot.props]
        lines.append(f"Shown clearly: {', '.join(shown)}.")
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
