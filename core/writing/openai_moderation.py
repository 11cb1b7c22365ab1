"""The moderation service of OpenAI (free), as a service of `moderation`. Imported only where there is a key."""

from __future__ import annotations

import openai

from core.config import Settings
from core.errors import SetupFailed, Unavailable
from core.writing.moderation import Moderation

MODEL = "omni-moderation-latest"


class OpenAIModeration:
    """Asks the endpoint `/moderations`."""

    def __init__(self, client: openai.AsyncOpenAI) -> None:
        self.client = client

    async def scores(self, pieces: list[str]) -> list[dict[str, float]]:
        """For each text the score of each category. Unavailable if the service does not answer, SetupFailed if it refuses to work at all."""
        try:
            answer = await self.client.moderations.create(model=MODEL, input=pieces)
        except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError, openai.BadRequestError) as error:
            raise SetupFailed(f"the moderation service refuses to work ({error}); mend the key or set SYSRAI_MODERATION=false") from error
        except openai.OpenAIError as error:
            raise Unavailable(f"the moderation service does not answer ({type(error).__name__}), and nothing passes unchecked") from error
        return [{k: float(v or 0.0) for k, v in result.category_scores.model_dump(by_alias=True).items()} for result in answer.results]


def moderation_of(settings: Settings, client: openai.AsyncOpenAI) -> Moderation:
    """The rules, and the service if the operator wants it."""
    return Moderation(OpenAIModeration(client) if settings.moderation else None)
