"""The moderation service of OpenAI (free of charge), as a service of `moderator`. Imported only where there is a key."""

from __future__ import annotations

import base64
from typing import Any

import openai

from core.config import Settings
from core.errors import SetupFailed, Unavailable
from core.moderation.moderator import Moderator

MODEL = "omni-moderation-latest"


class OpenAIModeration:
    """Asks the endpoint `/moderations`."""

    def __init__(self, client: openai.AsyncOpenAI) -> None:
        self.client = client

    async def scores(self, pieces: list[str]) -> list[dict[str, float]]:
        """For each text the score of each category. Unavailable if the service does not answer, SetupFailed if it refuses to work at all."""
        return await self._asked(pieces)

    async def picture_scores(self, picture: bytes) -> dict[str, float]:
        """The score of each category of one JPEG file; the service takes one picture at a time. Raises as `scores`."""
        address = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
        judged = await self._asked([{"type": "image_url", "image_url": {"url": address}}])
        if len(judged) != 1:
            raise Unavailable("the moderation service left a picture unchecked")
        return judged[0]

    async def close(self) -> None:
        """Close the client's connections."""
        await self.client.close()

    async def _asked(self, given: Any) -> list[dict[str, float]]:
        try:
            answer = await self.client.moderations.create(model=MODEL, input=given)
        except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError, openai.BadRequestError) as error:
            raise SetupFailed(f"the moderation service refuses to work ({error}); mend the key or set SYSRAI_MODERATION=false") from error
        except openai.OpenAIError as error:
            raise Unavailable(f"the moderation service does not answer ({type(error).__name__}), and nothing passes unchecked") from error
        return [{k: float(v or 0.0) for k, v in result.category_scores.model_dump(by_alias=True).items()} for result in answer.results]


def moderator_of(settings: Settings, client: openai.AsyncOpenAI) -> Moderator:
    """The rules, and the service if the operator wants it."""
    return Moderator(OpenAIModeration(client) if settings.moderation else None)
